"""Deleting a stack: dependents first, resources side by side, with the time that stack operations take.

Retained resources are skipped; one that fails leaves the stack in DELETE_FAILED with what could not be deleted:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-delete-stack.html
A delete during a create stops it first:
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
"""

import asyncio

from patches import timing
from patches.deploy import RUNNING
from patches.deploy_cleanup import delete_resource
from patches.deploy_resource import worded
from patches.emulator import STACK_TYPE, engine, is_known, now_iso, private, provisioners, replace, service, stacks
from patches.operations import add_event


async def delete(stack_name, stack_id, retain_resources=(), force=False):
    stack = private(service, "_stacks").get(stack_name)
    if not stack or stack["StackId"] != stack_id:
        return
    run = RUNNING.get(stack_id)
    _stack_event(stack, "DELETE_IN_PROGRESS")
    if run is not None:
        run.abandoned = True
        run.stop.set()
        await run.finished
        stack["StackStatus"] = "DELETE_IN_PROGRESS"
    resources = stack.get("_resources") or {}
    if resources:
        if not stack.get("_parent_stack_name"):
            await timing.Passing("stackSeconds").wait_for(1)
        if not is_known(stack):
            return
    failed = await _delete_resources(stack, resources, set(retain_resources), force)
    await asyncio.sleep(0)
    if failed:
        _stack_event(stack, "DELETE_FAILED",
                     f"The following resource(s) failed to delete: [{', '.join(sorted(failed))}].")
        return
    exports = private(service, "_exports")
    for name in [name for name, each in exports.items() if each["StackId"] == stack_id]:
        exports.pop(name, None)
    stack["DeletionTime"] = now_iso()
    _stack_event(stack, "DELETE_COMPLETE")
    if private(service, "_stacks").get(stack_name) is stack:
        _keep_under_id(stack)


def _keep_under_id(stack):
    """A deleted stack is found by its id only, and its name is free."""
    stacks_by_name = private(service, "_stacks")
    stacks_by_name.pop(stack["StackName"], None)
    stacks_by_name[stack["StackId"]] = stack


def _stack_event(stack, status, reason=""):
    stack["StackStatus"] = status
    stack["StackStatusReason"] = reason
    add_event(stack["StackId"], stack["StackName"], stack["StackName"], STACK_TYPE, status, reason, stack["StackId"])


async def _delete_resources(stack, resources, retained, force):
    template = stack.get("_template") or {}
    definitions = template.get("Resources") or {}
    conditions = stack.get("_conditions") or {}
    try:
        order = private(engine, "_topological_sort")(definitions, conditions)
    except ValueError:
        order = []
    order = [each for each in order if each in resources] + [each for each in resources if each not in order]
    with_dependencies = private(stacks, "_with_dependencies")
    if force:
        broken = [each for each, record in resources.items() if record.get("ResourceStatus") == "DELETE_FAILED"]
        retained |= with_dependencies(broken, definitions, set(resources))
    failed = set()
    for logical_id in order[::-1]:
        record = resources[logical_id]
        resource_type, pid = record.get("ResourceType", ""), record.get("PhysicalResourceId", "")

        def event(status, reason="", logical_id=logical_id, resource_type=resource_type, pid=pid):
            add_event(stack["StackId"], stack["StackName"], logical_id, resource_type, status, reason, pid)

        policy = private(stacks, "_resource_policy")(
            definitions.get(logical_id), "DeletionPolicy", resources, stack.get("_resolved_params") or {}, conditions,
            template.get("Mappings") or {}, stack["StackName"], stack["StackId"])
        if policy in private(provisioners, "_RETAINING_POLICIES") or logical_id in retained:
            event("DELETE_SKIPPED")
            resources.pop(logical_id)
            continue
        event("DELETE_IN_PROGRESS")
        try:
            if policy == "Snapshot":
                private(provisioners, "_snapshot_resource")(resource_type, pid, record.get("Properties", {}))
            await delete_resource(resource_type, pid, record.get("Properties", {}), stack["StackName"], logical_id)
        except Exception as problem:
            reason = worded(problem, resource_type)
            if force:
                event("DELETE_SKIPPED", reason)
                resources.pop(logical_id)
                retained |= with_dependencies([logical_id], definitions, set(resources))
                continue
            event("DELETE_FAILED", reason)
            record["ResourceStatus"] = "DELETE_FAILED"
            record["ResourceStatusReason"] = reason
            failed.add(logical_id)
            continue
        event("DELETE_COMPLETE")
        resources.pop(logical_id)
    return failed


def apply():
    replace(stacks, "_delete_stack_async", lambda original: delete)
