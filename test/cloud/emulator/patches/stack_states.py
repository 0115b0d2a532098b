"""What a stack lets be done to it in each state.

`Stack:ARN is in STATE state and can not be updated.`: https://github.com/floci-io/floci/issues/3097
A stack under review is not there yet for an update, only a new change set of type CREATE (or its deletion) is:
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
CREATE_FAILED and UPDATE_FAILED (rollback disabled) can be updated:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html
Change sets of a stack that was updated meanwhile are OBSOLETE (ExecutionStatus):
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
"""

from patches.emulator import changesets, error, parameter, private, resolve_stack, service, wrap_action

_UPDATABLE = (
    "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE",
    "CREATE_FAILED", "UPDATE_FAILED",
)
_NOT_DELETABLE = (
    "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS",
    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_IN_PROGRESS", "IMPORT_ROLLBACK_IN_PROGRESS",
)


def _refuse_update(stack):
    return error(
        "ValidationError", f"Stack:{stack['StackId']} is in {stack['StackStatus']} state and can not be updated.")


def _create_change_set(original, params):
    name = parameter(params, "StackName")
    stack = resolve_stack(name)
    status = stack["StackStatus"] if stack else "DELETE_COMPLETE"
    kind = parameter(params, "ChangeSetType", "UPDATE")
    if kind == "CREATE" and status not in ("REVIEW_IN_PROGRESS", "DELETE_COMPLETE"):
        if status.endswith("_IN_PROGRESS"):
            return _refuse_update(stack)
        return error(
            "ValidationError", f"Stack [{name}] already exists and cannot be created again with the changeSet "
                               f"[{parameter(params, 'ChangeSetName')}].")
    if kind == "UPDATE" and status not in _UPDATABLE:
        if status in ("REVIEW_IN_PROGRESS", "DELETE_COMPLETE"):
            return error("ValidationError", f"Stack [{name}] does not exist")
        return _refuse_update(stack)
    return original(params)


def _execute_change_set(original, params):
    given = resolve_stack(parameter(params, "StackName"))
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), given["StackName"] if given else parameter(params, "StackName"))
    if change_set is None:
        return original(params)
    stack = private(service, "_stacks").get(change_set["StackName"])
    if change_set["ExecutionStatus"] != "AVAILABLE" or change_set["Status"] != "CREATE_COMPLETE":
        shown = change_set["Status"] if change_set["Status"] != "CREATE_COMPLETE" else change_set["ExecutionStatus"]
        return error(
            "InvalidChangeSetStatus",
            f"ChangeSet [{change_set['ChangeSetId']}] cannot be executed in its current status of [{shown}]")
    if stack and change_set["ChangeSetType"] == "UPDATE" and stack["StackStatus"] not in _UPDATABLE:
        return _refuse_update(stack)
    if stack and change_set["ChangeSetType"] == "CREATE" and stack["StackStatus"] != "REVIEW_IN_PROGRESS":
        return _refuse_update(stack)
    return original({**params, "ChangeSetName": [change_set["ChangeSetId"]], "StackName": [change_set["StackName"]]})


def _create_stack(original, params):
    stack = resolve_stack(parameter(params, "StackName"))
    if stack and stack["StackStatus"] != "DELETE_COMPLETE":
        return error("AlreadyExistsException", f"Stack [{parameter(params, 'StackName')}] already exists")
    return original(params)


def _update_stack(original, params):
    stack = resolve_stack(parameter(params, "StackName"))
    status = stack["StackStatus"] if stack else ""
    if stack and status != "DELETE_COMPLETE" and status not in _UPDATABLE:
        return _refuse_update(stack)
    if status in ("CREATE_FAILED", "UPDATE_FAILED"):
        # The emulator itself refuses these two states.
        stack["StackStatus"] = "UPDATE_COMPLETE"
    answer = original(params)
    if answer[0] < 400:
        _make_obsolete(stack)
    elif stack:
        stack["StackStatus"] = status
    return answer


def _make_obsolete(stack):
    for change_set in private(service, "_change_sets").values():
        if change_set["StackId"] == stack["StackId"] and change_set["ExecutionStatus"] == "AVAILABLE":
            change_set["ExecutionStatus"] = "OBSOLETE"


def _delete_stack(original, params):
    stack = resolve_stack(parameter(params, "StackName"))
    if stack and stack["StackStatus"] in _NOT_DELETABLE:
        return error(
            "ValidationError", f"Stack [{stack['StackId']}] cannot be deleted while in status {stack['StackStatus']}")
    if stack and stack["StackStatus"] == "DELETE_IN_PROGRESS":
        return 200, {"Content-Type": "application/xml"}, b"<DeleteStackResponse/>"
    return original(params)


def apply():
    wrap_action("CreateChangeSet", _create_change_set)
    wrap_action("ExecuteChangeSet", _execute_change_set)
    wrap_action("CreateStack", _create_stack)
    wrap_action("UpdateStack", _update_stack)
    wrap_action("DeleteStack", _delete_stack)
