"""Operations: every stack event belongs to one, and DescribeEvents lists them.

Each create, update, delete, rollback, change set creation and nested stack creation has an operation id, and so has
the rollback that a failure starts by itself:
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html
`LastOperations` of a stack is newest first, and DescribeEvents by stack name answers for the newest operation only
(https://github.com/awslabs/mcp/issues/4275). A change set is addressed by its full ARN
(https://github.com/aws-cloudformation/cloudformation-cli/issues/1116). Members as in the API model 2010-05-15.
"""

import contextvars

from patches.emulator import (
    STACK_TYPE,
    get_account_id,
    get_region,
    new_uuid,
    now_iso,
    private,
    replace,
    service,
    stacks,
)

#: {"now": operation or None, "kind": its type} of the API call being served and of the background work it starts.
_SCOPE = contextvars.ContextVar("operation_scope", default=None)
#: Operations of a region by id.
_BY_ID = {}
#: Operations by the id of their stack, newest first.
_BY_STACK = {}
_KEPT_PER_STACK = 20

_AUTOMATIC_ROLLBACK = ("ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS")

_STARTED_BY_USER = ("REVIEW_IN_PROGRESS", "CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS")


class Operation:
    def __init__(self, kind, stack_id):
        self.id = new_uuid()
        self.type = kind
        self.stack_id = stack_id
        self.status = "IN_PROGRESS"
        self.started = now_iso()
        self.ended = None
        self.events = []
        self.children = {}

    def finish(self, status):
        if self.ended is None:
            self.status = status
            self.ended = now_iso()


def _key(id_):
    return get_account_id(), get_region(), id_


def begin(kind, stack_id):
    """Starts an operation and makes it the current one of this call."""
    operation = Operation(kind, stack_id)
    _BY_ID[_key(operation.id)] = operation
    listed = _BY_STACK.setdefault(stack_id, [])
    listed.insert(0, operation)
    for old in listed[_KEPT_PER_STACK:]:
        _BY_ID.pop(_key(old.id), None)
    del listed[_KEPT_PER_STACK:]
    scope = _SCOPE.get()
    if scope is None:
        _SCOPE.set({"now": operation, "kind": kind})
    else:
        scope["now"] = operation
    return operation


def open_scope(kind):
    """Called once for each API call that may start an operation; its first event starts it."""
    _SCOPE.set({"now": None, "kind": kind})


def current():
    scope = _SCOPE.get()
    return scope["now"] if scope else None


def of_stack(stack_id):
    """Newest first."""
    return _BY_STACK.get(stack_id, [])


def by_id(id_):
    return _BY_ID.get(_key(id_))


def forget_all():
    _BY_ID.clear()
    _BY_STACK.clear()


def move(old_stack_id, new_stack_id):
    """A change set for a stack under review was given a stack id of its own; its operations go to the stack."""
    for operation in _BY_STACK.pop(old_stack_id, []):
        operation.stack_id = new_stack_id
        _BY_STACK.setdefault(new_stack_id, []).insert(0, operation)


def _operation_for(stack_id, status, is_stack):
    scope = _SCOPE.get()
    if scope is None:
        return None
    operation = scope["now"] or begin(scope["kind"], stack_id)
    if operation.stack_id != stack_id:
        child = operation.children.get(stack_id)
        if child is None or (is_stack and child.ended):
            child = Operation(f"{status.split('_', 1)[0]}_STACK", stack_id)
            _BY_ID[_key(child.id)] = child
            _BY_STACK.setdefault(stack_id, []).insert(0, child)
            operation.children[stack_id] = child
        return child
    if is_stack and status in _AUTOMATIC_ROLLBACK and operation.type in ("CREATE_STACK", "UPDATE_STACK"):
        operation.finish("FAILED")
        children = operation.children
        operation = begin("ROLLBACK", stack_id)
        operation.children = children
    return operation


def _note_end(operation, status):
    if status.endswith("_FAILED"):
        operation.finish("FAILED")
    elif status.endswith("_COMPLETE") and operation.type != "CREATE_CHANGESET":
        operation.finish("SUCCEEDED")


def add_event(stack_id, stack_name, logical_id, resource_type, status, reason="", physical_id="",
              detailed_status=""):
    """Records a stack event, in the order of time, with the operation and token of the call behind it."""
    is_stack = resource_type == STACK_TYPE and physical_id == stack_id
    recorded = private(service, "_stack_events").setdefault(stack_id, [])
    if is_stack and recorded and status in _AUTOMATIC_ROLLBACK and recorded[-1]["ResourceStatus"] == status \
            and recorded[-1]["PhysicalResourceId"] == stack_id:
        return
    operation = _operation_for(stack_id, status, is_stack)
    if is_stack and not reason and status in _STARTED_BY_USER and operation is current():
        reason = "User Initiated"
    event = {
        "StackId": stack_id,
        "StackName": stack_name,
        "EventId": new_uuid() if is_stack else f"{logical_id}-{new_uuid()}",
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": physical_id,
        "ResourceType": resource_type,
        "ResourceStatus": status,
        "ResourceStatusReason": reason,
        "Timestamp": now_iso(),
    }
    token = stacks.CLIENT_REQUEST_TOKEN.get()
    if token:
        event["ClientRequestToken"] = token
    if detailed_status:
        event["DetailedStatus"] = detailed_status
    if operation is not None:
        event["OperationId"] = operation.id
        operation.events.append(event)
        if is_stack:
            _note_end(operation, status)
    recorded.append(event)


def apply():
    replace(stacks, "_add_event", lambda original: add_event)
    reset = private(service, "reset")

    def reset_all():
        reset()
        forget_all()

    service.reset = reset_all
