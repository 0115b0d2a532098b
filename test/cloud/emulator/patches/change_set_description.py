"""DescribeChangeSet: every member of the API model, with the property values that IncludePropertyValues asks for.

https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceTargetDefinition.html
Values that come from NoEcho parameters show as stars.
"""

import json

from patches.emulator import changesets, error, helpers, parameter, private, resolve_stack, wrap_action

_PLAIN = ("ChangeSetName", "ChangeSetId", "StackId", "StackName", "Description", "CreationTime", "ExecutionStatus",
          "Status", "StatusReason", "OnStackFailure", "ParentChangeSetId", "RootChangeSetId", "Parameters",
          "Capabilities", "Tags")
_VALUES = ("BeforeValue", "AfterValue", "Path", "AttributeChangeType")
_KEPT_IN_TAGS = ("Key", "Value")


def remember_values(old_template, new_template, changes):
    """Notes on every changed property what it was and what it becomes."""
    old, new = old_template.get("Resources") or {}, new_template.get("Resources") or {}
    for change in changes:
        found = change["ResourceChange"]
        name = found["LogicalResourceId"]
        before = (old.get(name) or {}).get("Properties") or {}
        after = (new.get(name) or {}).get("Properties") or {}
        for detail in found.get("Details", []):
            target = detail["Target"]
            key = target.get("Name")
            if target["Attribute"] != "Properties" or key is None:
                continue
            target["Path"] = f"/Properties/{key}"
            target["AttributeChangeType"] = "Modify" if key in before and key in after else (
                "Add" if key in after else "Remove")
            if key in before:
                target["BeforeValue"] = _text(before[key])
            if key in after:
                target["AfterValue"] = _text(after[key])


def _text(value):
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _xml(value):
    if isinstance(value, dict):
        return "".join(f"<{key}>{_xml(each)}</{key}>" for key, each in value.items() if each is not None)
    if isinstance(value, list):
        return "".join(f"<member>{_xml(each)}</member>" for each in value)
    return private(helpers, "_esc")(str(value).lower() if isinstance(value, bool) else str(value))


def _masked(value, secrets):
    if isinstance(value, dict):
        return {key: _masked(each, secrets) for key, each in value.items()}
    if isinstance(value, list):
        return [_masked(each, secrets) for each in value]
    return "****" if isinstance(value, str) and any(each in value for each in secrets) else value


def _changes(change_set, with_values):
    stack = resolve_stack(change_set["StackId"]) or {}
    parameters = [*change_set["_resolved_params"].values(), *(stack.get("_resolved_params") or {}).values()]
    secrets = [each["Value"] for each in parameters if each.get("NoEcho") and each["Value"]]
    listed = []
    for change in change_set["Changes"]:
        found = dict(change["ResourceChange"])
        if not with_values:
            found["Details"] = [
                {**detail, "Target": {key: each for key, each in detail["Target"].items() if key not in _VALUES}}
                for detail in found.get("Details", [])
            ]
        listed.append({"Type": "Resource", "ResourceChange": _masked(found, secrets)})
    return listed


def _describe(original, params):
    stack = resolve_stack(parameter(params, "StackName"))
    _, change_set = private(changesets, "_find_change_set")(
        parameter(params, "ChangeSetName"), stack["StackName"] if stack else parameter(params, "StackName"))
    if change_set is None:
        return error("ChangeSetNotFound", f"ChangeSet [{parameter(params, 'ChangeSetName')}] does not exist", 404)
    deployment, settings = change_set.get("_deployment", {}), change_set.get("_settings", {})
    shown = {key: change_set[key] for key in _PLAIN if change_set.get(key) or isinstance(change_set.get(key), list)}
    shown["Tags"] = [{key: tag.get(key, "") for key in _KEPT_IN_TAGS} for tag in change_set.get("Tags") or []]
    shown["Changes"] = _changes(change_set, parameter(params, "IncludePropertyValues").lower() == "true")
    shown["IncludeNestedStacks"] = deployment.get("IncludeNestedStacks", "false")
    shown["ImportExistingResources"] = True if change_set.get("ImportExistingResources") else None
    shown["DeploymentMode"] = deployment.get("DeploymentMode") or None
    shown["DeploymentConfig"] = {"Mode": deployment["Mode"]} if deployment.get("Mode") else None
    shown["NotificationARNs"] = settings.get("NotificationARNs")
    rollback = settings.get("RollbackConfiguration")
    if rollback is not None:
        minutes = rollback["MonitoringTimeInMinutes"] or None
        shown["RollbackConfiguration"] = {**rollback, "MonitoringTimeInMinutes": minutes}
    return private(helpers, "_xml")(
        200, "DescribeChangeSetResponse", f"<DescribeChangeSetResult>{_xml(shown)}</DescribeChangeSetResult>")


def apply():
    wrap_action("DescribeChangeSet", _describe)
