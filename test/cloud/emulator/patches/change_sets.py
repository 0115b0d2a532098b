"""Creating change sets: idempotent by ClientToken, failing where AWS fails them, and pending for a while.

Stack id: a second CREATE change set belongs to the stack that the first one made
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-create.html).
Same name, other request: `ChangeSet X cannot be created due to a mismatch with existing attribute Y`
(https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/442). The name of an executed one is free again:
aws-cloudformation-github-deploy uses one name for ever, and meets that refusal only after a change set that was not
executed (https://github.com/aws-actions/aws-cloudformation-github-deploy/issues/122).
A transform that fails, and a name that is taken, fail the change set, not the call
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html).
"""

import asyncio
import re

from patches import (
    change_set_description,
    early_validation,
    hooks,
    nested_change_sets,
    operations,
    timing,
    transforms,
)
from patches.emulator import (
    STACK_TYPE,
    changesets,
    error,
    parameter,
    private,
    replace,
    resolve_stack,
    service,
    stacks,
    wrap_action,
)

_NO_CHANGES = "The submitted information didn't contain changes."
_EMPTY_TEMPLATE = '{"Resources": {}}'


def _request(params):
    """What must be equal in a repeated request, by the name that AWS gives the attribute."""
    def values(prefix):
        return sorted((key, tuple(value)) for key, value in params.items() if key.startswith(prefix))

    return {
        "ClientToken": parameter(params, "ClientToken"),
        "Template": parameter(params, "TemplateBody") or parameter(params, "TemplateURL"),
        "Parameters": values("Parameters."),
        "Tags": values("Tags."),
        "Capabilities": values("Capabilities."),
    }


def _existing(params):
    stack = resolve_stack(parameter(params, "StackName"))
    name = parameter(params, "ChangeSetName")
    for change_set in private(service, "_change_sets").values():
        if stack and change_set["ChangeSetName"] == name and change_set["StackId"] == stack["StackId"]:
            return change_set
    return None


def _created(change_set):
    return private(changesets, "_xml")(
        200, "CreateChangeSetResponse",
        f"<CreateChangeSetResult><Id>{change_set['ChangeSetId']}</Id><StackId>{change_set['StackId']}</StackId>"
        "</CreateChangeSetResult>")


def _create(original, params):
    name = parameter(params, "ChangeSetName")
    if not re.fullmatch("[a-zA-Z][-a-zA-Z0-9]{0,127}", name):
        return error(
            "ValidationError", f"1 validation error detected: Value '{name}' at 'changeSetName' failed to satisfy "
                               "constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*")
    request = _request(params)
    twin = _existing(params)
    if twin is not None and twin["ExecutionStatus"] in ("EXECUTE_COMPLETE", "EXECUTE_FAILED"):
        del private(service, "_change_sets")[twin["ChangeSetId"]]
    elif twin is not None:
        differs = next((key for key, value in request.items() if twin["_request"][key] != value), None)
        if differs is None:
            return _created(twin)
        return error("AlreadyExistsException",
                     f"ChangeSet {name} cannot be created due to a mismatch with existing attribute {differs}")
    reviewed = resolve_stack(parameter(params, "StackName"))
    if parameter(params, "ChangeSetType") != "CREATE":
        reviewed = None
    operations.open_scope("CREATE_CHANGESET")
    answer, failure = _call(original, params)
    if answer[0] >= 400:
        if reviewed is not None:
            private(service, "_stacks")[reviewed["StackName"]] = reviewed
        return answer
    change_set_id = re.search(rb"<Id>([^<]+)</Id>", answer[2])[1].decode()
    change_set = private(service, "_change_sets")[change_set_id]
    change_set["_request"] = request
    if reviewed is not None:
        operations.move(change_set["StackId"], reviewed["StackId"])
        private(service, "_stack_events").pop(change_set["StackId"], None)
        private(service, "_stacks")[reviewed["StackName"]] = reviewed
        change_set["StackId"] = reviewed["StackId"]
    operation = operations.current() or operations.begin("CREATE_CHANGESET", change_set["StackId"])
    change_set["_operation_id"] = operation.id
    for each in change_set["Parameters"]:
        if change_set["_resolved_params"][each["ParameterKey"]].get("NoEcho"):
            each["ParameterValue"] = "****"
    if failure:
        change_set.update(Status="FAILED", ExecutionStatus="UNAVAILABLE", StatusReason=failure, Changes=[])
    else:
        _judge(change_set, parameter(params, "IncludeNestedStacks").lower() == "true")
    _let_it_take_its_time(change_set, operation)
    return _created(change_set)


def _call(original, params):
    """The emulator's answer; a failing transform is turned into the reason for which the change set fails."""
    answer = original(params)
    reason = transforms.failure_in(answer)
    if reason is None:
        return answer, ""
    stand_in = {
        key: value for key, value in params.items()
        if not key.startswith(("Parameters.", "TemplateURL", "UsePreviousTemplate"))
    }
    return original({**stand_in, "TemplateBody": [_EMPTY_TEMPLATE]}), reason


def _judge(change_set, include_nested):
    """Status of the change set beyond what the emulator looks at."""
    stack = private(service, "_stacks")[change_set["StackName"]]
    if change_set["Status"] == "FAILED" and change_set["StatusReason"].startswith(_NO_CHANGES):
        if change_set["ChangeSetType"] == "UPDATE" and _outputs(change_set) != _outputs(stack):
            # Only outputs differ: a change without a changed resource.
            change_set.update(Status="CREATE_COMPLETE", ExecutionStatus="AVAILABLE", StatusReason="")
        return
    if not change_set.get("_disable_validation") and change_set["ChangeSetType"] != "IMPORT":
        early_validation.validate(change_set, stack)
    if change_set["Status"] == "CREATE_COMPLETE":
        hooks.refuse(change_set)
    if include_nested and change_set["Status"] == "CREATE_COMPLETE":
        nested_change_sets.add_to(change_set, stack)


def _outputs(record):
    return (record.get("_template") or {}).get("Outputs") or {}


#: Change sets that take their time; the loop itself holds tasks only weakly.
_UNDER_WAY = set()


def _let_it_take_its_time(change_set, operation):
    result = {key: change_set[key] for key in ("Status", "ExecutionStatus", "StatusReason", "Changes")}

    def finish():
        change_set.pop("_pending", None)
        change_set.update(result)
        operation.finish("FAILED" if result["Status"] == "FAILED" else "SUCCEEDED")

    if timing.change_set_seconds() <= 0:
        finish()
        return
    change_set.update(Status="CREATE_PENDING", ExecutionStatus="UNAVAILABLE", StatusReason="", Changes=[],
                      _pending=True)

    async def take():
        passing = timing.Passing("changeSetSeconds")
        await passing.wait_for(0.5)
        change_set.update(Status="CREATE_IN_PROGRESS")
        await passing.wait_for(1)
        finish()

    task = asyncio.ensure_future(take())
    _UNDER_WAY.add(task)
    task.add_done_callback(_UNDER_WAY.discard)


def _delete(original, params):
    given = resolve_stack(parameter(params, "StackName"))
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), given["StackName"] if given else parameter(params, "StackName"))
    if change_set is not None and change_set.get("_pending"):
        return error("InvalidChangeSetStatus", "An operation on this ChangeSet is currently in progress. "
                                               "Please attempt this operation again later.")
    return original(params)


def _compare(original):
    """The type of a resource cannot change: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks.html"""

    def diff(old_template, new_template, *rest):
        old, new = old_template.get("Resources") or {}, new_template.get("Resources") or {}
        changed = [each for each in old if each in new and old[each].get("Type") != new[each].get("Type")]
        if changed:
            raise TypeChanged(changed)
        changes = original(old_template, new_template, *rest)
        listed = {each["ResourceChange"]["LogicalResourceId"] for each in changes}
        resources = rest[0] if rest else None
        change_set_description.remember_values(old_template, new_template, changes)
        return changes + [
            _automatic(name, resources) for name in old
            if name in new and name not in listed and new[name].get("Type") == STACK_TYPE
        ]

    return diff


def _automatic(name, resources):
    """A nested stack may have changed without a change in its parent, so every change set lists it:
    https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html (ChangeSource)."""
    return {"ResourceChange": {
        "Action": "Modify", "LogicalResourceId": name, "ResourceType": STACK_TYPE, "Replacement": "False",
        "PhysicalResourceId": ((resources or {}).get(name) or {}).get("PhysicalResourceId", ""),
        "Scope": ["Properties"],
        "Details": [{"Target": {"Attribute": "Properties", "RequiresRecreation": "Never"},
                     "Evaluation": "Dynamic", "ChangeSource": "Automatic"}],
    }}


class TypeChanged(Exception):
    def __init__(self, names):
        super().__init__(
            "Update of resource type is not permitted. The new template modifies resource type of the following "
            f"resources: [{', '.join(names)}]")


def _create_or_refuse(original, params):
    try:
        return _create(original, params)
    except TypeChanged as problem:
        return error("ValidationError", str(problem))


def _list(original, params):
    """StackName is "the name or the Amazon Resource Name (ARN) of the stack"; the emulator compares names only.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListChangeSets.html
    """
    stack = resolve_stack(parameter(params, "StackName"))
    return original({**params, "StackName": [stack["StackName"]]} if stack else params)


def apply():
    replace(stacks, "_diff_resources", _compare)
    wrap_action("CreateChangeSet", _create_or_refuse)
    wrap_action("DeleteChangeSet", _delete)
    wrap_action("ListChangeSets", _list)
