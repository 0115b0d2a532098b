"""Change sets of a hierarchy: with IncludeNestedStacks every nested stack gets a change set of its own.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/change-sets-for-nested-stacks.html
They are read through `ResourceChange.ChangeSetId`, and executed and deleted with their root only. A nested stack that is
not there yet lies in REVIEW_IN_PROGRESS, and stays so when the change sets are deleted: DeleteChangeSet deletes the
change sets of the hierarchy, not its stacks.
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
https://github.com/awslabs/amazon-s3-find-and-forget/issues/224 (seen so after a change set that failed)
"""

import copy

from patches import nested
from patches.emulator import (
    STACK_TYPE,
    changesets,
    engine,
    error,
    get_account_id,
    get_region,
    new_uuid,
    now_iso,
    parameter,
    private,
    resolve_stack,
    service,
    stacks,
    wrap_action,
)

_EMPTY = "The submitted information didn't contain changes. Submit different information to create a change set."


def add_to(change_set, stack):
    """Makes the change sets below this one; a child that cannot be made fails its parents."""
    template = change_set["_template"]
    conditions = private(engine, "_evaluate_conditions")(template, change_set["_resolved_params"])
    for change in change_set["Changes"]:
        found = change["ResourceChange"]
        if found["ResourceType"] != STACK_TYPE or found["Action"] not in ("Add", "Modify"):
            continue
        props = private(engine, "_resolve_refs")(
            copy.deepcopy(template["Resources"][found["LogicalResourceId"]].get("Properties") or {}),
            stack.get("_resources") or {}, change_set["_resolved_params"], conditions,
            template.get("Mappings") or {}, stack["StackName"], stack["StackId"])
        child = _make(change_set, stack, found, props)
        found["ChangeSetId"] = child["ChangeSetId"]
        if child["Status"] == "FAILED" and child["StatusReason"] != _EMPTY:
            change_set.update(
                Status="FAILED", ExecutionStatus="UNAVAILABLE",
                StatusReason=f"Nested change set {child['ChangeSetId']} was not successfully created: "
                             "Currently in FAILED.")


def _make(parent, parent_stack, found, props):
    logical_id = found["LogicalResourceId"]
    existing = resolve_stack(found.get("PhysicalResourceId") or "")
    name = existing["StackName"] if existing else nested.new_name(parent_stack["StackName"], logical_id)
    stack = existing or nested.under_review(name, _arn("stack", name), parent_stack, logical_id)
    child = {
        "ChangeSetName": f"{parent['ChangeSetName'][:80]}-{logical_id[:20]}-{new_uuid()[:8]}",
        "StackId": stack["StackId"], "StackName": name, "CreationTime": now_iso(), "Description": "",
        "ChangeSetType": "UPDATE" if existing else "CREATE", "Changes": [], "Parameters": [], "Tags": [],
        "Capabilities": parent["Capabilities"], "ParentChangeSetId": parent["ChangeSetId"],
        "RootChangeSetId": parent.get("RootChangeSetId") or parent["ChangeSetId"],
        "Status": "CREATE_COMPLETE", "ExecutionStatus": "AVAILABLE", "StatusReason": "",
        "_deployment": {"IncludeNestedStacks": "true"}, "_request": {}, "_resolved_params": {}, "_template": {},
        "_template_body": "",
    }
    child["ChangeSetId"] = _arn("changeSet", child["ChangeSetName"])
    private(service, "_change_sets")[child["ChangeSetId"]] = child
    try:
        child["_template_body"], template, parameters = nested.read_template(props, name, stack["StackId"], existing)
    except ValueError as problem:
        child.update(Status="FAILED", ExecutionStatus="UNAVAILABLE", StatusReason=str(problem))
        return child
    child.update(_template=template, _resolved_params=parameters, Parameters=[
        {"ParameterKey": key, "ParameterValue": "****" if each["NoEcho"] else each["Value"]}
        for key, each in parameters.items()])
    child["Changes"] = _changes(stack, template, parameters)
    add_to(child, stack)
    if not child["Changes"]:
        child.update(Status="FAILED", ExecutionStatus="UNAVAILABLE", StatusReason=_EMPTY)
    return child


def _changes(stack, template, parameters):
    old_parameters = stack.get("_resolved_params") or {}
    effective = private(changesets, "_resolve_props_for_diff")
    changed = {key for key, each in parameters.items() if old_parameters.get(key, {}).get("Value") != each["Value"]}
    return private(stacks, "_diff_resources")(
        effective(stack.get("_template") or {}, old_parameters, stack["StackName"], stack["StackId"]),
        effective(template, parameters, stack["StackName"], stack["StackId"]),
        stack.get("_resources"), template, changed, ())


def _arn(kind, name):
    return f"arn:aws:cloudformation:{get_region()}:{get_account_id()}:{kind}/{name}/{new_uuid()}"


def _root_only(original, params):
    given = resolve_stack(parameter(params, "StackName"))
    known = private(service, "_change_sets")
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), given["StackName"] if given else parameter(params, "StackName"))
    if change_set is not None and change_set.get("ParentChangeSetId"):
        return error("InvalidChangeSetStatus", f"ChangeSet [{change_set['ChangeSetId']}] belongs to a nested stack: "
                                               "it is executed and deleted with its root change set")
    answer = original(params)
    if answer[0] == 200 and change_set is not None:
        for id_ in [id_ for id_, each in known.items() if each.get("RootChangeSetId") == change_set["ChangeSetId"]]:
            known.pop(id_, None)
    return answer


def apply():
    wrap_action("ExecuteChangeSet", _root_only)
    wrap_action("DeleteChangeSet", _root_only)
