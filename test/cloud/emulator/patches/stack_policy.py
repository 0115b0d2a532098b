"""Stack policies: an update of a resource that its policy denies fails.

With a policy, everything that no statement allows is denied, and a Deny overrides every Allow:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
"""

import json
from fnmatch import fnmatchcase

from patches.emulator import engine, parameter, private, provisioners, resolve_stack, wrap_action


def check_change(run, logical_id, resource_type, old_properties, properties):
    """Raises ValueError when the policy of the stack denies this change of an existing resource."""
    if not run.stack.get("_stack_policy") and not run.stack.get("_policy_during_update"):
        return
    replaces = private(provisioners, "_requires_replacement")(resource_type, old_properties, properties)
    _check(run, logical_id, resource_type, "Update:Replace" if replaces else "Update:Modify")


def check_removals(run):
    """Logical ids that the template drops, each with the reason for which the policy forbids it."""
    refused = {}
    if not run.stack.get("_stack_policy") and not run.stack.get("_policy_during_update"):
        return refused
    wanted = private(engine, "_topological_sort")(run.definitions, run.conditions)
    for logical_id, old in run.old_resources.items():
        if logical_id in wanted:
            continue
        try:
            _check(run, logical_id, old.get("ResourceType", ""), "Update:Delete")
        except ValueError as problem:
            refused[logical_id] = str(problem)
    return refused


def _check(run, logical_id, resource_type, action):
    policy = json.loads(run.stack.get("_policy_during_update") or run.stack["_stack_policy"])
    statements = policy.get("Statement", [])
    allowed = False
    for number, statement in enumerate(statements if isinstance(statements, list) else [statements], 1):
        if not _applies(statement, logical_id, resource_type, action):
            continue
        if statement.get("Effect") == "Deny":
            raise ValueError(
                f"Action denied by stack policy: Statement [#{number}] does not allow "
                f"[{', '.join(_listed(statement.get('Action', action)))}] for resource "
                f"[{', '.join(_listed(statement.get('Resource', '*')))}]")
        allowed = True
    if not allowed:
        raise ValueError("Action not allowed by stack policy")


def _listed(value):
    return value if isinstance(value, list) else [value]


def _matches(patterns, text):
    return any(fnmatchcase(text.lower(), str(pattern).lower()) for pattern in _listed(patterns))


def _applies(statement, logical_id, resource_type, action):
    resource = f"LogicalResourceId/{logical_id}"
    if "Action" in statement and not _matches(statement["Action"], action):
        return False
    if "NotAction" in statement and _matches(statement["NotAction"], action):
        return False
    if "Resource" in statement and not _matches(statement["Resource"], resource):
        return False
    if "NotResource" in statement and _matches(statement["NotResource"], resource):
        return False
    for operator, condition in (statement.get("Condition") or {}).items():
        types = _listed(condition.get("ResourceType", []))
        if operator == "StringEquals" and resource_type not in types:
            return False
        if operator == "StringLike" and not any(fnmatchcase(resource_type, each) for each in types):
            return False
    return True


def apply():
    def during_update(original, params):
        stack = resolve_stack(parameter(params, "StackName"))
        if stack is not None:
            stack["_policy_during_update"] = parameter(params, "StackPolicyDuringUpdateBody")
        return original(params)

    def without(original, params):
        stack = resolve_stack(parameter(params, "StackName"))
        if stack is not None:
            stack.pop("_policy_during_update", None)
        return original(params)

    wrap_action("UpdateStack", during_update)
    wrap_action("ExecuteChangeSet", without)
