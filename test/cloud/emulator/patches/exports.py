"""Exports: a name is taken once in a region, and one that is in use is neither removed nor changed.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
A stack that imports what nobody exports fails before any resource of it is touched:
https://github.com/widdix/aws-s3-virusscan/issues/39
"""

from patches.conditions import holds
from patches.emulator import handlers, private, service


def missing_import(run):
    """The reason for which the stack fails at once: empty when everything it imports is exported."""
    wanted = {name: each for name, each in run.definitions.items() if holds(each, run.conditions)}
    template = {**run.template, "Resources": wanted, "Conditions": {}}
    importing = {"_template": template, "_resources": run.resources, "_resolved_params": run.parameters,
                 "_conditions": run.conditions, "StackId": run.id}
    names = private(handlers, "_imported_export_names")(importing, run.name)
    known = private(service, "_exports")
    missing = sorted(name for name in names if name not in known)
    return f"No export named {missing[0]} found" if missing else ""


def check(run, new_exports):
    """Raises ValueError with the reason for which the operation fails."""
    known = private(service, "_exports")
    for name in new_exports:
        owner = known.get(name)
        if owner and owner["StackId"] != run.id:
            raise ValueError(f"Export with name {name} is already exported by stack {_stack_name(owner)}.")
    for name, export in _of_stack(run).items():
        change = None
        if name not in new_exports:
            change = "deleted"
        elif new_exports[name]["Value"] != export["Value"]:
            change = "updated"
        users = _users(run, name) if change else []
        if users:
            raise ValueError(f"Export {name} cannot be {change} as it is in use by {', '.join(users)}")


def publish(run, new_exports):
    known = private(service, "_exports")
    for name in _of_stack(run):
        known.pop(name, None)
    known.update(new_exports)


def _of_stack(run):
    return {name: each for name, each in private(service, "_exports").items() if each["StackId"] == run.id}


def _users(run, name):
    return [
        other for other, stack in private(service, "_stacks").items()
        if stack["StackId"] != run.id and stack["StackStatus"] != "DELETE_COMPLETE"
        and name in private(handlers, "_imported_export_names")(stack, other)
    ]


def _stack_name(export):
    return export["StackId"].split("/")[1]


def apply():
    """Nothing to patch: used by the deployment."""
