"""Settings of a stack that the emulator drops: kept from the request that sets them, reported by the describe calls.

RoleARN, NotificationARNs, RollbackConfiguration, ChangeSetId, ParentId, RootId, LastOperations. Members as in the API
model 2010-05-15: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html
A role that does not exist: `Role ARN is invalid or cannot be assumed`.
"""

import re

import ministack.services.iam as iam
from patches import operations
from patches.emulator import (
    changesets,
    error,
    get_account_id,
    helpers,
    members,
    parameter,
    private,
    resolve_stack,
    service,
    wrap_action,
)

_LAST_OPERATIONS = 5


def _settings(params):
    """Those settings that the request gives; what it leaves out stays as it is."""
    found = {}
    if parameter(params, "RoleARN"):
        found["RoleARN"] = parameter(params, "RoleARN")
    if any(key.startswith("NotificationARNs") for key in params):
        found["NotificationARNs"] = members(params, "NotificationARNs")
    if any(key.startswith("RollbackConfiguration") for key in params):
        found["RollbackConfiguration"] = _rollback_configuration(params)
    return found


def _rollback_configuration(params):
    triggers = []
    while parameter(params, f"RollbackConfiguration.RollbackTriggers.member.{len(triggers) + 1}.Arn"):
        prefix = f"RollbackConfiguration.RollbackTriggers.member.{len(triggers) + 1}"
        triggers.append({"Arn": parameter(params, f"{prefix}.Arn"), "Type": parameter(params, f"{prefix}.Type")})
    minutes = parameter(params, "RollbackConfiguration.MonitoringTimeInMinutes")
    return {"RollbackTriggers": triggers, "MonitoringTimeInMinutes": minutes}


def _refuse_role(params):
    role = re.fullmatch(r"arn:[^:]+:iam::(\d{12}):role/(?:.*/)?([^/]+)", parameter(params, "RoleARN"))
    if parameter(params, "RoleARN") and (
        role is None or role[1] != get_account_id() or role[2] not in private(iam, "_roles")
    ):
        return error("ValidationError", f"Role {parameter(params, 'RoleARN')} is invalid or cannot be assumed")
    return None


def _on_stack(original, params):
    refused = _refuse_role(params)
    if refused:
        return refused
    answer = original(params)
    stack = resolve_stack(parameter(params, "StackName"))
    if answer[0] == 200 and stack is not None:
        stack.update(_settings(params))
    return answer


def _on_change_set(original, params):
    refused = _refuse_role(params)
    if refused:
        return refused
    answer = original(params)
    found = re.search(rb"<Id>([^<]+)</Id>", answer[2]) if answer[0] == 200 else None
    if found:
        change_set = private(service, "_change_sets")[found[1].decode()]
        change_set["_settings"] = _settings(params)
        change_set["_deployment"] = {
            "DeploymentMode": parameter(params, "DeploymentMode"),
            "Mode": parameter(params, "DeploymentConfig.Mode"),
            "IncludeNestedStacks": parameter(params, "IncludeNestedStacks", "false").lower(),
        }
    return answer


def _execute(original, params):
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), parameter(params, "StackName"))
    answer = original(params)
    if answer[0] == 200 and change_set is not None:
        stack = private(service, "_stacks").get(change_set["StackName"])
        if stack is not None:
            stack.update(change_set.get("_settings", {}))
            stack["ChangeSetId"] = change_set["ChangeSetId"]
            stack["Description"] = (change_set.get("_template") or {}).get("Description", "")
            stack["RetainExceptOnCreate"] = parameter(params, "RetainExceptOnCreate")
            if parameter(params, "DisableRollback"):
                stack["DisableRollback"] = parameter(params, "DisableRollback").lower() == "true"
    return answer


def _xml_of(settings):
    escape = private(helpers, "_esc")
    parts = [f"<{key}>{escape(str(settings[key]))}</{key}>"
             for key in ("ChangeSetId", "RoleARN", "ParentId", "RootId", "DeletionTime") if settings.get(key)]
    if settings.get("NotificationARNs"):
        arns = "".join(f"<member>{escape(each)}</member>" for each in settings["NotificationARNs"])
        parts.append(f"<NotificationARNs>{arns}</NotificationARNs>")
    rollback = settings.get("RollbackConfiguration")
    if rollback is not None:
        triggers = "".join(
            f"<member><Arn>{escape(each['Arn'])}</Arn><Type>{escape(each['Type'])}</Type></member>"
            for each in rollback["RollbackTriggers"])
        minutes = rollback["MonitoringTimeInMinutes"]
        time = f"<MonitoringTimeInMinutes>{escape(minutes)}</MonitoringTimeInMinutes>" if minutes else ""
        parts.append("<RollbackConfiguration>"
                     f"<RollbackTriggers>{triggers}</RollbackTriggers>{time}</RollbackConfiguration>")
    return "".join(parts)


def _describe_stacks(original, params):
    status, headers, body = original(params)
    if status != 200:
        return status, headers, body

    def add(found):
        stack = resolve_stack(found[1].decode())
        entries = "".join(
            f"<member><OperationType>{each.type}</OperationType><OperationId>{each.id}</OperationId></member>"
            for each in operations.of_stack(stack["StackId"])[:_LAST_OPERATIONS])
        last = f"<LastOperations>{entries}</LastOperations>" if entries else ""
        return found[0] + f"{_xml_of(stack)}{last}".encode()

    return status, headers, re.sub(rb"<StackId>([^<]+)</StackId>", add, body)


def apply():
    wrap_action("CreateStack", _on_stack)
    wrap_action("UpdateStack", _on_stack)
    wrap_action("CreateChangeSet", _on_change_set)
    wrap_action("ExecuteChangeSet", _execute)
    wrap_action("DescribeStacks", _describe_stacks)
