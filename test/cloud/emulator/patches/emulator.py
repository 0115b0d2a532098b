"""The parts of the emulator that the patches use, and how they are replaced in it."""

import ministack.services.cloudformation as service
from ministack.core.responses import get_account_id, get_region, new_uuid, now_iso
from ministack.services.cloudformation import (
    changesets,
    custom_resource,
    engine,
    handlers,
    helpers,
    provisioners,
    stacks,
    wait_conditions,
)
from patches.pinned import private

__all__ = [
    "changesets", "custom_resource", "engine", "handlers", "helpers", "provisioners", "service", "stacks",
    "wait_conditions", "get_account_id", "get_region", "new_uuid", "now_iso",
    "private", "replace", "wrap_action", "wrap_resource", "error", "parameter", "resolve_stack", "members", "is_known",
]

_MODULES = (service, changesets, custom_resource, engine, handlers, helpers, provisioners, stacks, wait_conditions)
STACK_TYPE = "AWS::CloudFormation::Stack"


def replace(home, name, make):
    """Puts `make(original)` in the place of a function, in every module that imported it; returns the original."""
    original = private(home, name)
    replacement = make(original)
    for module in _MODULES:
        if getattr(module, name, None) is original:
            setattr(module, name, replacement)
    return original


def wrap_action(name, wrapper):
    """`wrapper(original, params) -> (status, headers, body)` answers an API action from now on."""
    actions = private(handlers, "_ACTION_HANDLERS")
    if name not in actions:
        raise SystemExit(f"ministack no longer has the CloudFormation action {name}: a patch needs it")
    original = actions[name]
    actions[name] = lambda params: wrapper(original, params)


def wrap_resource(resource_type, operation, wrapper):
    """`wrapper(original, *args)` runs an operation (create, update, delete) of a resource type from now on."""
    handler = private(provisioners, "_RESOURCE_HANDLERS").get(resource_type, {})
    if operation not in handler:
        raise SystemExit(f"ministack no longer has {operation} of {resource_type}: a patch needs it")
    original = handler[operation]
    handler[operation] = lambda *args: wrapper(original, *args)


def error(code, message, status=400):
    return private(helpers, "_error")(code, message, status)


def parameter(params, name, default=""):
    return private(helpers, "_p")(params, name, default)


def members(params, prefix):
    """A list of strings of the query protocol: `NotificationARNs.member.1`."""
    return private(helpers, "_extract_string_members")(params, prefix)


def resolve_stack(name_or_id):
    """The stack of the caller's account and region, or None."""
    known = private(service, "_stacks")
    if name_or_id.startswith("arn:"):
        named = known.get(name_or_id.split("/")[1]) if "/" in name_or_id else None
        return named if named and named["StackId"] == name_or_id else known.get(name_or_id)
    return private(handlers, "_resolve_stack")(name_or_id) if name_or_id else None


def is_known(stack):
    """Whether the stack is still there: a reset forgets stacks whose operations are under way."""
    known = private(service, "_stacks")
    return known.get(stack["StackName"]) is stack or known.get(stack["StackId"]) is stack
