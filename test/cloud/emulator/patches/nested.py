"""Nested stacks deploy like any stack: their templates are transformed (SAM), they have their own events and rollback.

The emulator deploys a child without applying transforms, resolving dynamic references or rolling it back.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
"""

import asyncio
import copy

from patches import deploy
from patches.conditions import STACK, evaluate
from patches.delete import delete as delete_stack
from patches.emulator import (
    STACK_TYPE,
    engine,
    get_account_id,
    get_region,
    helpers,
    new_uuid,
    now_iso,
    private,
    provisioners,
    replace,
    resolve_stack,
    service,
    stacks,
)
from patches.operations import add_event

_LOOP = {}


def _run(coroutine):
    """Resource handlers of nested stacks run on worker threads; stacks live on the event loop."""
    return asyncio.run_coroutine_threadsafe(coroutine, _LOOP["loop"]).result()


def _parsed(props):
    url = props.get("TemplateURL")
    if not url:
        raise ValueError("Property TemplateURL cannot be empty.")
    body, refused = private(helpers, "_resolve_template")({"TemplateURL": [url]})
    if refused is not None:
        raise ValueError(refused[2].decode().split("<Message>")[1].split("</Message>")[0])
    return body, private(engine, "_parse_template")(body)


def new_name(parent_name, logical_id):
    return f"{parent_name[:100]}-{logical_id[:13]}-{new_uuid().replace('-', '')[:12].upper()}"


def read_template(props, name, stack_id, old):
    """(body, transformed template, parameter values) of a nested stack; raises ValueError as its parent would fail."""
    body, parsed = _parsed(props)
    provided = _provided(props)
    previous = (old or {}).get("_resolved_params") or {}
    template = private(engine, "_apply_transforms")(parsed, provided, previous)
    token = STACK.set((name, stack_id))
    try:
        parameters = private(engine, "_resolve_parameters")(template, provided, previous)
        conditions = evaluate(template, parameters)
        private(engine, "validate_template_support")(template, conditions, params=parameters)
    finally:
        STACK.reset(token)
    return body, template, parameters


def _provided(props):
    given = props.get("Parameters") or {}
    if any(isinstance(each, list | dict) for each in given.values()):
        raise ValueError("Value of property Parameters must be an object with String (or simple type) properties")
    texts = {True: "true", False: "false", None: ""}
    return [
        {"Key": key, "Value": texts[value] if value is None or isinstance(value, bool) else str(value)}
        for key, value in given.items()
    ]


def _prepare(props, parent_name, name, stack_id, old):
    private(provisioners, "_check_nested_stack_capabilities")(parent_name, _parsed(props)[1])
    body, template, parameters = read_template(props, name, stack_id, old)
    token = STACK.set((name, stack_id))
    conditions = evaluate(template, parameters)
    STACK.reset(token)
    parent = resolve_stack(parent_name) or {}
    tags = private(provisioners, "_tag_map")(props.get("Tags"))
    return {
        "Description": template.get("Description", ""),
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": each["Value"], "NoEcho": each["NoEcho"]}
            for key, each in parameters.items()
        ],
        "Tags": [{"Key": key, "Value": value} for key, value in tags.items() if not key.startswith("aws:")],
        "Capabilities": parent.get("Capabilities", []),
        "RoleARN": parent.get("RoleARN"),
        "NotificationARNs": props.get("NotificationARNs") or [],
        "LastUpdatedTime": now_iso(),
        "_template_body": body,
        "_conditions": conditions,
        "_parent_stack_name": parent_name,
        "ParentId": parent.get("StackId", ""),
        "RootId": parent.get("RootId") or parent.get("StackId", ""),
    }, template, parameters


def _outputs(stack):
    return {f"Outputs.{each['OutputKey']}": each["OutputValue"] for each in stack.get("Outputs", [])}


def under_review(name, stack_id, parent, logical_id):
    """The stack that a nested change set of type CREATE is made on."""
    stack = {
        "StackName": name, "StackId": stack_id, "StackStatus": "REVIEW_IN_PROGRESS", "StackStatusReason": "",
        "CreationTime": now_iso(), "LastUpdatedTime": now_iso(), "Description": "", "Parameters": [], "Tags": [],
        "Outputs": [], "DisableRollback": False, "_region": get_region(), "_resources": {}, "_template": {}, "_template_body": "",
        "_resolved_params": {}, "_conditions": {}, "_parent_stack_name": parent["StackName"],
        "ParentId": parent["StackId"], "RootId": parent.get("RootId") or parent["StackId"], "_reviewed_as": logical_id,
    }
    private(service, "_stacks")[name] = stack
    private(service, "_stack_events")[stack_id] = []
    add_event(stack_id, name, name, STACK_TYPE, "REVIEW_IN_PROGRESS", "User Initiated", stack_id)
    return stack


def _new_stack(parent_name, logical_id):
    """(name, id): those under which it was reviewed, if it was."""
    for stack in reversed(list(private(service, "_stacks").values())):
        reviewed = stack.get("_reviewed_as") == logical_id and stack["StackStatus"] == "REVIEW_IN_PROGRESS"
        if reviewed and stack.get("_parent_stack_name") == parent_name:
            return stack["StackName"], stack["StackId"]
    name = new_name(parent_name, logical_id)
    return name, f"arn:aws:cloudformation:{get_region()}:{get_account_id()}:stack/{name}/{new_uuid()}"


def create(logical_id, props, parent_name):
    name, stack_id = _new_stack(parent_name, logical_id)
    prepared, template, parameters = _prepare(props, parent_name, name, stack_id, None)
    stack = {
        "StackName": name, "StackId": stack_id, "StackStatusReason": "", "CreationTime": now_iso(), "Outputs": [],
        "DisableRollback": False, "_region": get_region(), "_resources": {}, "_template": template,
        "_resolved_params": parameters, **prepared,
    }

    async def work():
        parent = resolve_stack(parent_name)
        add_event(parent["StackId"], parent_name, logical_id, STACK_TYPE, "CREATE_IN_PROGRESS",
                  "Resource creation Initiated", stack_id)
        private(service, "_stacks")[name] = stack
        stack["StackStatus"] = "CREATE_IN_PROGRESS"
        add_event(stack_id, name, name, STACK_TYPE, "CREATE_IN_PROGRESS", "", stack_id)
        # A failed child is not rolled back by itself: its parent deletes it.
        await deploy.deploy(name, stack_id, template, parameters, True, stack["Tags"])
        if stack["StackStatus"] != "CREATE_COMPLETE":
            problem = ValueError(
                f"Embedded stack {stack_id} was not successfully created: {stack.get('StackStatusReason', '')}")
            problem.physical_id = stack_id
            raise problem

    _run(work())
    return stack_id, _outputs(stack)


_SNAPSHOT = ("_resources", "_template", "_template_body", "_resolved_params", "_conditions", "Parameters", "Tags",
             "Outputs")


def update(physical_id, old_props, new_props, parent_name):
    stack = resolve_stack(physical_id)
    if stack is None:
        raise ValueError(f"Stack [{physical_id}] does not exist")
    name, stack_id = stack["StackName"], stack["StackId"]
    prepared, template, parameters = _prepare(new_props, parent_name, name, stack_id, stack)
    same = (template == stack["_template"] and parameters == stack["_resolved_params"]
            and prepared["Tags"] == stack["Tags"])
    if same:
        return stack_id, _outputs(stack)
    previous = {key: copy.deepcopy(stack.get(key)) for key in _SNAPSHOT}
    stack.update(prepared)

    async def work():
        stack["StackStatus"] = "UPDATE_IN_PROGRESS"
        add_event(stack_id, name, name, STACK_TYPE, "UPDATE_IN_PROGRESS", "", stack_id)
        await deploy.deploy(name, stack_id, template, parameters, False, stack["Tags"], is_update=True,
                            previous_stack=previous)
        if stack["StackStatus"] != "UPDATE_COMPLETE":
            failed = [
                event["LogicalResourceId"] for event in private(service, "_stack_events")[stack_id]
                if event["ResourceStatus"] in ("UPDATE_FAILED", "CREATE_FAILED")
            ]
            raise ValueError(
                f"Embedded stack {stack_id} was not successfully updated. Currently in UPDATE_ROLLBACK_IN_PROGRESS "
                f"with reason: The following resource(s) failed to update: [{', '.join(dict.fromkeys(failed))}].")

    _run(work())
    return stack_id, _outputs(stack)


def delete(physical_id, props):
    stack = resolve_stack(physical_id)
    if stack is None or stack["StackStatus"] == "DELETE_COMPLETE":
        return

    _run(delete_stack(stack["StackName"], stack["StackId"]))
    if stack["StackStatus"] == "DELETE_FAILED":
        raise ValueError(
            f"Embedded stack {stack['StackId']} was not successfully deleted: {stack['StackStatusReason']}")


def apply():
    handler = private(provisioners, "_RESOURCE_HANDLERS")[STACK_TYPE]
    handler.update({"create": create, "update": update, "delete": delete})

    def remember_loop(original):
        async def run(*args, **options):
            _LOOP["loop"] = asyncio.get_running_loop()
            return await original(*args, **options)

        return run

    # A parent stack is created, updated or deleted on the loop before any of its children.
    for name in ("_deploy_stack_async", "_delete_stack_async", "_roll_back_operation",
                 "_continue_update_rollback_async"):
        replace(stacks, name, remember_loop)
