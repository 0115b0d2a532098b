"""Hooks that refuse change sets, and what the API tells of them.

`POST /_patch/hooks` with `{"hooks": [{"type", "contains", "reason", "rules": [{"name", "message"}]}]}` activates hooks
of the target operation CHANGE_SET with failure mode FAIL: each refuses templates that contain a text. Such a change set
fails with "The following hook(s) failed: [TYPE]", which ListHookResults and GetHookResult explain. Members as in the API
model 2010-05-15; https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListHookResults.html,
https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/hooks-concepts.html (CHANGE_SET)
"""

import json

from patches.control import route
from patches.emulator import error, handlers, helpers, new_uuid, parameter, private

_active = []
#: Results by change set id.
_results = {}


@route("hooks")
def _activate(body):
    _active[:] = body.get("hooks") or []


def refuse(change_set):
    """Makes the change set a failed one when a hook objects to its template."""
    text = json.dumps(change_set.get("_template") or {})
    refusing = [hook for hook in _active if hook["contains"] in text]
    if not refusing:
        return
    _results[change_set["ChangeSetId"]] = [
        {
            "HookResultId": new_uuid(),
            "InvocationPoint": "PRE_PROVISION",
            "FailureMode": "FAIL",
            "TypeName": hook["type"],
            "Status": "HOOK_COMPLETE_FAILED",
            "HookStatusReason": hook["reason"],
            "rules": hook.get("rules") or [],
        }
        for hook in refusing
    ]
    names = ", ".join(hook["type"] for hook in refusing)
    change_set.update(Status="FAILED", ExecutionStatus="UNAVAILABLE", Changes=[],
                      StatusReason=f"The following hook(s) failed: [{names}]")


def _xml(members):
    escape = private(helpers, "_esc")
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in members.items() if isinstance(value, str))


def _list(params):
    target = parameter(params, "TargetId")
    found = "".join(f"<member>{_xml(each)}</member>" for each in _results.get(target, []))
    about = _xml({"TargetType": parameter(params, "TargetType"), "TargetId": target})
    return private(helpers, "_xml")(
        200, "ListHookResultsResponse",
        f"<ListHookResultsResult>{about}<HookResults>{found}</HookResults></ListHookResultsResult>")


def _get(params):
    wanted = parameter(params, "HookResultId")
    for result in (each for results in _results.values() for each in results):
        if result["HookResultId"] == wanted:
            rules = "".join(
                "<member>" + _xml({
                    "AnnotationName": rule["name"], "Status": "FAILED", "StatusMessage": rule["message"],
                }) + "</member>"
                for rule in result["rules"])
            return private(helpers, "_xml")(
                200, "GetHookResultResponse",
                f"<GetHookResultResult>{_xml(result)}<Annotations>{rules}</Annotations></GetHookResultResult>")
    return error("HookResultNotFound", f"Hook result [{wanted}] does not exist", 404)


def apply():
    actions = private(handlers, "_ACTION_HANDLERS")
    actions["ListHookResults"] = _list
    actions["GetHookResult"] = _get
