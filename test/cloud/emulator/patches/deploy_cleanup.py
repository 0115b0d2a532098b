"""The cleanup phase of an update: what was replaced or removed is deleted, dependents first.

A delete that fails leaves the resource out of the stack and does not fail the update; the stack then reports
"Update successful. One or more resources could not be deleted."
https://github.com/rvedotrc/aws-cloudformation-stack-states/issues/2
"""

from ministack.core.concurrency import run_reentrant
from patches.deploy_resource import worded
from patches.emulator import engine, private, provisioners, stacks
from patches.operations import add_event

_NOT_ALL_DELETED = "Update successful. One or more resources could not be deleted."


async def clean_up(run, removed):
    """Returns the reason that goes with UPDATE_COMPLETE: empty when everything was deleted."""
    all_deleted = True
    for logical_id, resource_type, old_pid, pid, old_properties, pending in reversed(run.replaced):
        policy = _policy(run, logical_id, "UpdateReplacePolicy", run.definitions, run.parameters, run.conditions,
                         run.mappings)
        if policy in private(provisioners, "_RETAINING_POLICIES"):
            if pid != old_pid:
                add_event(run.id, run.name, logical_id, resource_type, "DELETE_SKIPPED", "", old_pid)
            continue

        async def delete(pending=pending, same=pid == old_pid, resource_type=resource_type, old_pid=old_pid,
                         old_properties=old_properties, logical_id=logical_id):
            for function, args, options in pending:
                function(*args, **options)
            if not same:
                await delete_resource(resource_type, old_pid, old_properties, run.name, logical_id)

        all_deleted &= await _with_events(run, logical_id, resource_type, old_pid, delete)
    for logical_id in _dependents_first(run, removed):
        all_deleted &= await _remove(run, logical_id)
    return "" if all_deleted else _NOT_ALL_DELETED


async def delete_resource(resource_type, pid, properties, stack_name, logical_id):
    """Deletes one resource, wherever that has to run."""
    function = private(stacks, "_delete_resource")
    if private(stacks, "_runs_on_worker_thread")(resource_type):
        await run_reentrant(function, resource_type, pid, properties, stack_name, logical_id)
    else:
        function(resource_type, pid, properties, stack_name, logical_id)


async def _remove(run, logical_id):
    old = run.old_resources[logical_id]
    resource_type, pid = old.get("ResourceType", ""), old.get("PhysicalResourceId", "")
    previous = run.previous
    template = previous.get("_template") or {}
    policy = _policy(run, logical_id, "DeletionPolicy", template.get("Resources") or {},
                     previous.get("_resolved_params") or {}, previous.get("_conditions") or {},
                     template.get("Mappings") or {})
    run.resources.pop(logical_id, None)
    if policy in private(provisioners, "_RETAINING_POLICIES"):
        add_event(run.id, run.name, logical_id, resource_type, "DELETE_SKIPPED", "", pid)
        return True

    async def delete():
        if policy == "Snapshot":
            private(provisioners, "_snapshot_resource")(resource_type, pid, old.get("Properties", {}))
        await delete_resource(resource_type, pid, old.get("Properties", {}), run.name, logical_id)

    return await _with_events(run, logical_id, resource_type, pid, delete)


async def _with_events(run, logical_id, resource_type, pid, delete):
    add_event(run.id, run.name, logical_id, resource_type, "DELETE_IN_PROGRESS", "", pid)
    try:
        await delete()
    except Exception as problem:
        add_event(run.id, run.name, logical_id, resource_type, "DELETE_FAILED", worded(problem, resource_type), pid)
        return False
    add_event(run.id, run.name, logical_id, resource_type, "DELETE_COMPLETE", "", pid)
    return True


def _policy(run, logical_id, attribute, definitions, parameters, conditions, mappings):
    return private(stacks, "_resource_policy")(
        definitions.get(logical_id), attribute, run.old_resources, parameters, conditions, mappings, run.name, run.id)


def _dependents_first(run, removed):
    definitions = (run.previous.get("_template") or {}).get("Resources") or {}
    order = private(engine, "_topological_sort")(definitions, run.previous.get("_conditions") or {})
    known = [each for each in order if each in removed]
    return [each for each in removed if each not in known] + known[::-1]


def apply():
    """Nothing to patch: used by the deployment."""
