"""One resource of a create or update: its properties, its events, its failure.

Reasons of failures are worded as CloudFormation does:
`Resource handler returned message: "..." (RequestToken: ..., HandlerErrorCode: ...)`
https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
"""

import copy

from ministack.core.concurrency import run_reentrant
from patches import codedeploy_alias, stack_policy, timing
from patches.emulator import STACK_TYPE, engine, new_uuid, now_iso, private, provisioners, stacks
from patches.operations import add_event

_NAME_SEED = private(provisioners, "_NAME_SEED")
_PLAIN = ("CloudFormation cannot update a stack when a custom-named resource", "Resource handler returned message")


def is_quick(run, logical_id):
    """Whether working on the resource neither blocks nor takes simulated time."""
    blocking = private(stacks, "_runs_on_worker_thread")(_type(run, logical_id))
    return run.slot == 0 and not blocking and not codedeploy_alias.policy_of(run, logical_id)


def _type(run, logical_id):
    return run.definitions[logical_id].get("Type", "AWS::CloudFormation::CustomResource")


async def work(run, logical_id):
    resource_type = _type(run, logical_id)
    old = run.old_resources.get(logical_id)
    verb = "UPDATE" if old else "CREATE"
    pid = old.get("PhysicalResourceId", "") if old else ""

    def event(status, reason="", physical_id=pid):
        add_event(run.id, run.name, logical_id, resource_type, status, reason, physical_id)

    def fail(problem, failed_update=None, reason=None):
        reason = reason or str(problem)
        run.failures[logical_id] = reason
        run.stop.set()
        run.failed_update = failed_update or run.failed_update
        made = getattr(problem, "physical_id", pid)
        if made and not old:
            # It is there although it failed (a nested stack): the rollback deletes it.
            run.resources[logical_id] = _record(logical_id, resource_type, made, tagged, {}, "CREATE_FAILED")
            run.touched.append(logical_id)
        event("IMPORT_FAILED" if logical_id in run.imports else f"{verb}_FAILED", reason, made)

    tagged = {}
    try:
        properties, dynamic = _properties(run, logical_id, old)
    except ValueError as problem:
        event(f"{verb}_IN_PROGRESS")
        fail(problem, (logical_id, resource_type, pid, None, None, None) if old else None)
        return
    tagged = _tagged(run, logical_id, properties, run.tags)
    old_tagged = _tagged(run, logical_id, old.get("Properties", {}), run.old_tags) if old else None
    if old and tagged == old_tagged and resource_type != STACK_TYPE:
        _keep(run, logical_id, old, properties, dynamic)
        return
    if logical_id not in run.imports:
        event(f"{verb}_IN_PROGRESS")
    if old:
        try:
            stack_policy.check_change(run, logical_id, resource_type, old_tagged, tagged)
        except ValueError as problem:
            fail(problem, (logical_id, resource_type, pid, None, None, None))
            return
    if run.slot > 0:
        await run.passing.wait_for(run.passing.passed() + run.slot, run.stop)
    if run.stop.is_set():
        reason = f"Resource {'update' if old else 'creation'} cancelled"
        if run.failures:
            run.failures[logical_id] = reason
        event(f"{verb}_FAILED", reason)
        return
    attempt = None
    try:
        if old:
            if private(provisioners, "_replacing_change")(resource_type, old_tagged, tagged):
                event("UPDATE_IN_PROGRESS", "Requested update requires the creation of a new physical resource; "
                                            "hence creating one.")
            else:
                attempt = (logical_id, resource_type, pid, tagged, old_tagged, old.get("Attributes", {}))
            if codedeploy_alias.is_shifted(run, logical_id, old_tagged, tagged):
                await codedeploy_alias.shift(run, logical_id, old_tagged, tagged)
            new_pid, attributes, seed = await _update(run, logical_id, resource_type, old, old_tagged, tagged)
        else:
            new_pid, attributes, seed = await _create(run, logical_id, resource_type, tagged, event)
    except Exception as problem:
        stays = (logical_id, resource_type, pid, None, None, None)
        fail(problem, (attempt or stays) if old else None, worded(problem, resource_type))
        return
    record = _record(logical_id, resource_type, new_pid, properties, attributes, f"{verb}_COMPLETE")
    if dynamic:
        record["_dynamic"] = dynamic
    if seed:
        record["_name_seed"] = seed
    run.resources[logical_id] = record
    run.touched.append(logical_id)
    if logical_id not in run.imports:
        event(f"{verb}_COMPLETE", physical_id=new_pid)


def _record(logical_id, resource_type, physical_id, properties, attributes, status):
    return {
        "PhysicalResourceId": physical_id,
        "ResourceType": resource_type,
        "ResourceStatus": status,
        "LogicalResourceId": logical_id,
        "Properties": properties,
        "Attributes": attributes,
        "Timestamp": now_iso(),
    }


def _keep(run, logical_id, old, properties, dynamic):
    """An unchanged resource: no event, its record stays as it is."""
    record = {**run.resources.get(logical_id, old), "Properties": properties}
    if dynamic:
        record["_dynamic"] = dynamic
    run.resources[logical_id] = record


def _properties(run, logical_id, old):
    definition = run.definitions[logical_id]
    resolved = private(engine, "_resolve_refs")(
        copy.deepcopy(definition.get("Properties") or {}), run.resources, run.parameters, run.conditions,
        run.mappings, run.name, run.id)
    nothing = private(engine, "_NO_VALUE")
    resolved = {} if resolved is nothing else {k: v for k, v in resolved.items() if v is not nothing}
    previous = run.previous or {}
    old_template = previous.get("_template") or {}
    same_definition = (old_template.get("Resources") or {}).get(logical_id) == definition
    return private(engine, "_resolve_dynamic_references")(
        resolved, (old or {}).get("_dynamic"),
        reuse_ssm=run.is_update and run.template == old_template
        and run.parameters == previous.get("_resolved_params"),
        reuse_secrets=bool(old) and same_definition)


def _tagged(run, logical_id, properties, tags):
    return private(stacks, "_with_stack_tags")(_type(run, logical_id), properties, tags, run.name, run.id, logical_id)


async def _create(run, logical_id, resource_type, tagged, event):
    if logical_id in run.imports:
        pid, attributes = private(stacks, "_adopt_resource")(
            run.id, run.name, logical_id, resource_type, run.imports[logical_id])
        return pid, attributes, ""
    (pid, attributes), seed = await _call(
        resource_type, private(stacks, "_provision_keeping_seed"), resource_type, logical_id, tagged, run.name)
    if resource_type != STACK_TYPE:
        event("CREATE_IN_PROGRESS", "Resource creation Initiated", pid)
    return pid, attributes, seed


async def _update(run, logical_id, resource_type, old, old_tagged, tagged):
    policy = private(stacks, "_resource_policy")(
        run.definitions[logical_id], "UpdateReplacePolicy", run.resources, run.parameters, run.conditions,
        run.mappings, run.name, run.id)
    pending = []
    retain = private(provisioners, "_RETAIN_REPLACED")
    deferred = private(provisioners, "_DEFERRED_PREDECESSOR_DELETES")
    tokens = (
        (retain, retain.set(policy in private(provisioners, "_RETAINING_POLICIES"))),
        (deferred, deferred.set(pending)),
        (_NAME_SEED, _NAME_SEED.set(old.get("_name_seed", ""))),
    )
    old_pid = old.get("PhysicalResourceId", logical_id)
    try:
        (pid, attributes), seed = await _call(
            resource_type, private(stacks, "_update_keeping_seed"), resource_type, old_pid, old_tagged, tagged,
            run.name, logical_id, old.get("Attributes", {}))
    finally:
        for variable, token in reversed(tokens):
            variable.reset(token)
    if pid != old_pid or pending:
        run.replaced.append((logical_id, resource_type, old_pid, pid, old.get("Properties", {}), pending))
    return pid, attributes, seed


async def _call(resource_type, function, *args):
    if private(stacks, "_runs_on_worker_thread")(resource_type):
        return await run_reentrant(function, *args)
    return function(*args)


def worded(problem, resource_type):
    """The reason in CloudFormation's words."""
    text = str(problem)
    own_words = resource_type.startswith(("Custom::", "AWS::CloudFormation::"))
    if own_words or text.startswith(_PLAIN):
        return text
    if "already exist" in text:
        code = "AlreadyExists"
    elif resource_type == codedeploy_alias.ALIAS and " failed. " in text:
        code = "InternalFailure"
    elif "(Service: Lambda, Status Code: 400" in text:
        code = "InvalidRequest"
    else:
        code = "GeneralServiceException"
    return f'Resource handler returned message: "{text}" (RequestToken: {new_uuid()}, HandlerErrorCode: {code})'
