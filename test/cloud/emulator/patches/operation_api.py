"""The API over operations: which call starts one, OperationId in answers and events, DescribeEvents."""

import re

from patches import operations
from patches.emulator import changesets, error, helpers, parameter, private, resolve_stack, service, wrap_action

_STARTERS = {
    "CreateStack": "CREATE_STACK",
    "UpdateStack": "UPDATE_STACK",
    "DeleteStack": "DELETE_STACK",
    "RollbackStack": "ROLLBACK",
    "ContinueUpdateRollback": "CONTINUE_ROLLBACK",
}
_RETURNS_OPERATION_ID = ("CreateStack", "UpdateStack", "RollbackStack")
_EVENT_MEMBERS = (
    "StackId", "EventId", "StackName", "OperationId", "LogicalResourceId", "PhysicalResourceId", "ResourceType",
    "Timestamp", "ResourceStatus", "ResourceStatusReason", "ResourceProperties", "ClientRequestToken",
    "DetailedStatus",
)
_OPERATION_EVENT_MEMBERS = (
    "EventId", "StackId", "OperationId", "OperationType", "OperationStatus", "EventType", "LogicalResourceId",
    "PhysicalResourceId", "ResourceType", "Timestamp", "StartTime", "EndTime", "ResourceStatus",
    "ResourceStatusReason", "ClientRequestToken", "DetailedStatus", "ValidationFailureMode", "ValidationName",
    "ValidationStatus", "ValidationStatusReason", "ValidationPath",
)
_FAILURES = ("PROVISIONING_ERROR", "VALIDATION_ERROR", "HOOK_INVOCATION_ERROR")


def _members_xml(items, names):
    escape = private(helpers, "_esc")
    return "".join(
        "<member>" + "".join(f"<{n}>{escape(str(item[n]))}</{n}>" for n in names if item.get(n)) + "</member>"
        for item in items
    )


def _starter(kind):
    def handle(original, params):
        operations.open_scope(kind)
        stack = resolve_stack(parameter(params, "StackName"))
        answer = original(params)
        if answer[0] == 200 and stack is not None and operations.current() is None:
            # Its events come from background work; callers may already look for it.
            operations.begin(kind, stack["StackId"])
        return answer

    return handle


def _execute(original, params):
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), _stack_name(parameter(params, "StackName")))
    created = change_set is not None and change_set.get("ChangeSetType") == "CREATE"
    operations.open_scope("CREATE_STACK" if created else "UPDATE_STACK")
    return original(params)


def _stack_name(name_or_id):
    stack = resolve_stack(name_or_id)
    return stack["StackName"] if stack else name_or_id


def _with_operation_id(original, params):
    status, headers, body = original(params)
    operation = operations.current()
    if status == 200 and operation is not None:
        added = f"</StackId><OperationId>{operation.id}</OperationId>".encode()
        body = body.replace(b"</StackId>", added, 1)
    return status, headers, body


def _describe_stack_events(original, params):
    stack = resolve_stack(parameter(params, "StackName"))
    if stack is None:
        return error("ValidationError", f"Stack [{parameter(params, 'StackName')}] does not exist")
    events = private(service, "_stack_events").get(stack["StackId"], [])
    page, next_token, refused = private(helpers, "_page")(events[::-1], params, "DescribeStackEvents")
    if refused:
        return refused
    return private(helpers, "_xml")(
        200, "DescribeStackEventsResponse",
        f"<DescribeStackEventsResult><StackEvents>{_members_xml(page, _EVENT_MEMBERS)}</StackEvents>"
        f"{next_token}</DescribeStackEventsResult>")


def _operation_events(operation):
    """The events of one operation, newest first: what happened, then the operation itself."""
    found = []
    for event in operation.events:
        failed = event["ResourceStatus"].endswith("_FAILED")
        kind = event.get("EventType") or ("PROVISIONING_ERROR" if failed else "PROGRESS_EVENT")
        found.append({**event, "OperationType": operation.type, "EventType": kind})
    whole = {
        "EventId": operation.id, "StackId": operation.stack_id, "OperationId": operation.id,
        "OperationType": operation.type, "EventType": "STACK_EVENT",
    }
    found.insert(0, {**whole, "OperationStatus": "IN_PROGRESS", "Timestamp": operation.started,
                     "StartTime": operation.started})
    if operation.ended:
        found.append({**whole, "EventId": f"{operation.id}-end", "OperationStatus": operation.status,
                      "Timestamp": operation.ended, "StartTime": operation.started, "EndTime": operation.ended})
    return found[::-1]


def _describe_events(original, params):
    change_set_name = parameter(params, "ChangeSetName")
    operation_id = parameter(params, "OperationId")
    stack_name = parameter(params, "StackName")
    chosen = []
    if operation_id:
        operation = operations.by_id(operation_id)
        if operation is None:
            return error("ValidationError", f"Operation [{operation_id}] does not exist")
        chosen = [operation]
    elif change_set_name.startswith("arn:"):
        _, change_set = private(changesets, "_find_change_set")(change_set_name)
        if change_set is None:
            return error("ChangeSetNotFound", f"ChangeSet [{change_set_name}] does not exist", 404)
        operation = operations.by_id(change_set.get("_operation_id", ""))
        chosen = [operation] if operation else []
    elif stack_name:
        stack = resolve_stack(stack_name)
        if stack is None:
            return error("ValidationError", f"Stack [{stack_name}] does not exist")
        chosen = operations.of_stack(stack["StackId"])[:1]
    else:
        return error("ValidationError", "One of ChangeSetName, OperationId or StackName must be specified")
    events = [event for operation in chosen for event in _operation_events(operation)]
    if re.fullmatch("true", parameter(params, "Filters.FailedEvents"), re.IGNORECASE):
        events = [e for e in events if e["EventType"] in _FAILURES]
    page, next_token, refused = private(helpers, "_page")(events, params, "DescribeEvents")
    if refused:
        return refused
    return private(helpers, "_xml")(
        200, "DescribeEventsResponse",
        f"<DescribeEventsResult><OperationEvents>{_members_xml(page, _OPERATION_EVENT_MEMBERS)}</OperationEvents>"
        f"{next_token}</DescribeEventsResult>")


def apply():
    for action, kind in _STARTERS.items():
        wrap_action(action, _starter(kind))
    wrap_action("ExecuteChangeSet", _execute)
    for action in _RETURNS_OPERATION_ID:
        wrap_action(action, _with_operation_id)
    wrap_action("DescribeStackEvents", _describe_stack_events)
    wrap_action("DescribeEvents", _describe_events)
