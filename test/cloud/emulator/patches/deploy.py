"""Creating and updating a stack the way CloudFormation does it.

In place of the emulator's serial loop: resources without dependencies on each other run side by side, unchanged ones
are left alone without an event, new ones in an update are created (not "updated"), a failure cancels the siblings
that are still under way, and what an update removed or replaced is deleted with events in its cleanup phase.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
"""

import asyncio

import ministack.app as app
from patches import deploy_cleanup, deploy_resource, exports, rollback_alarms, stack_policy, timing
from patches.conditions import STACK, evaluate
from patches.emulator import (
    STACK_TYPE,
    engine,
    error,
    is_known,
    parameter,
    private,
    replace,
    resolve_stack,
    service,
    stacks,
    wrap_action,
)
from patches.operations import add_event, current

#: Running operations by stack id.
RUNNING = {}


class Deployment:
    """One create or update of a stack, while it runs."""

    def __init__(self, stack, template, parameters, previous, imports):
        self.stack = stack
        self.name = stack["StackName"]
        self.id = stack["StackId"]
        self.template = template
        self.parameters = parameters
        self.previous = previous
        self.is_update = previous is not None
        self.imports = imports or {}
        self.mappings = template.get("Mappings") or {}
        self.definitions = template.get("Resources") or {}
        self.conditions = evaluate(template, parameters)
        self.resources = stack.setdefault("_resources", {})
        self.old_resources = (previous or {}).get("_resources") or {}
        self.tags = stack.get("Tags") or []
        self.old_tags = (previous or {}).get("Tags") or []
        #: Logical ids that this operation created or changed, in order.
        self.touched = []
        #: (logical id, type, old physical id, new one, old properties, deletes its handler left for later).
        self.replaced = []
        #: logical id -> reason, first failure first.
        self.failures = {}
        self.failed_update = None
        self.stop = asyncio.Event()
        self.abandoned = False
        self.finished = asyncio.get_running_loop().create_future()
        self.passing = timing.Passing("stackSeconds")
        #: The share of the operation that each resource takes.
        self.slot = 0.0

    @property
    def verb(self):
        return "UPDATE" if self.is_update else "CREATE"

    def stack_event(self, status, reason=""):
        self.stack["StackStatus"] = status
        self.stack["StackStatusReason"] = reason
        add_event(self.id, self.name, self.name, STACK_TYPE, status, reason, self.id)

    def failure_reason(self):
        by_verb = {}
        for logical_id in self.failures:
            verb = "update" if logical_id in self.old_resources else "create"
            by_verb.setdefault(verb, []).append(logical_id)
        return " ".join(
            f"The following resource(s) failed to {verb}: [{', '.join(by_verb[verb])}]."
            for verb in ("create", "update") if verb in by_verb
        )


async def deploy(stack_name, stack_id, template, param_values, disable_rollback, tags, is_update=False,
                 previous_stack=None, retain_except_on_create=False, imports=None):
    stack = private(service, "_stacks")[stack_name]
    stack.pop("_failed_operation", None)
    token = STACK.set((stack_name, stack_id))
    run = Deployment(stack, template, param_values, (previous_stack or {}) if is_update else None, imports)
    RUNNING[stack_id] = run
    try:
        await _run(run, disable_rollback, retain_except_on_create)
    finally:
        STACK.reset(token)
        if RUNNING.get(stack_id) is run:
            del RUNNING[stack_id]
        run.finished.set_result(None)


async def _run(run, disable_rollback, retain_except_on_create):
    order = private(engine, "_topological_sort")(run.definitions, run.conditions)
    if _refused_by_validation(run, order, disable_rollback):
        return
    waits = {
        logical_id: private(engine, "_extract_deps")(run.definitions[logical_id], set(order)) - {logical_id}
        for logical_id in order
    }
    if timing.stack_seconds() > 0 and run.stack.get("_parent_stack_name") is None:
        run.slot = 1 / (_depth(order, waits) + 1)
    _refuse_forbidden_removals(run)
    outputs, new_exports, reason = [], {}, exports.missing_import(run)
    if not reason:
        await _work_through(run, order, waits)
    removed = [logical_id for logical_id in run.old_resources if logical_id not in waits]
    if not reason and not run.failures and not run.stop.is_set():
        if run.slot > 0 and (run.touched or removed):
            await run.passing.wait_for(1, run.stop)
        try:
            rollback_alarms.check(run)
            surviving = {k: v for k, v in run.resources.items() if k not in removed}
            outputs, new_exports = private(stacks, "_resolve_stack_outputs")(
                run.template.get("Outputs") or {}, run.conditions, surviving, run.parameters, run.mappings,
                run.name, run.id)
            exports.check(run, new_exports)
        except ValueError as problem:
            reason = str(problem)
    if run.abandoned:
        return
    if run.failures or reason or run.stop.is_set():
        await _fail(run, reason, disable_rollback, retain_except_on_create)
        return
    run.stack["_template"] = run.template
    run.stack["_resolved_params"] = run.parameters
    run.stack["Outputs"] = outputs
    exports.publish(run, new_exports)
    if run.is_update:
        run.stack_event("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        await asyncio.sleep(0)
        reason = await deploy_cleanup.clean_up(run, removed)
    run.stack_event(f"{run.verb}_COMPLETE", reason)


def _refused_by_validation(run, order, disable_rollback):
    """The emulator's own pre-deployment validation; its findings become events of the operation that they failed."""
    if run.stack.get("_disable_validation"):
        return False
    operation = current()
    refused = private(stacks, "_fail_property_validation")(
        run.stack, run.id, run.name, run.definitions, order, run.parameters, run.conditions, run.mappings,
        disable_rollback, previous_stack=run.previous)
    for event in run.stack.pop("_operation_events", None) or []:
        if operation is not None and event["EventType"] == "VALIDATION_ERROR":
            operation.events.append({**event, "OperationId": operation.id, "ResourceStatus": ""})
    return refused


def _refuse_forbidden_removals(run):
    for logical_id, reason in stack_policy.check_removals(run).items():
        old = run.old_resources[logical_id]
        resource_type, pid = old.get("ResourceType", ""), old.get("PhysicalResourceId", "")
        run.failures[logical_id] = reason
        run.stop.set()
        run.failed_update = (logical_id, resource_type, pid, None, None, None)
        add_event(run.id, run.name, logical_id, resource_type, "UPDATE_FAILED", reason, pid)


def _depth(order, waits):
    """The number of resources in the longest chain of dependencies."""
    depth = {}
    for logical_id in order:
        depth[logical_id] = 1 + max((depth[each] for each in waits[logical_id]), default=0)
    return max(depth.values(), default=0)


async def _work_through(run, order, waits):
    done, pending, running = set(), list(order), {}
    while (pending and not run.stop.is_set()) or running:
        ready = [] if run.stop.is_set() else [each for each in pending if waits[each] <= done]
        for logical_id in ready:
            pending.remove(logical_id)
            if run.stop.is_set() or deploy_resource.is_quick(run, logical_id):
                # Nothing to wait for: spares a task, and keeps updates of large unchanged stacks cheap.
                await deploy_resource.work(run, logical_id)
                done.add(logical_id)
            else:
                running[asyncio.ensure_future(deploy_resource.work(run, logical_id))] = logical_id
        if running:
            finished, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in finished:
                done.add(running.pop(task))
                task.result()


async def _fail(run, reason, disable_rollback, retain_except_on_create):
    cancelled = run.stop.is_set() and not run.failures
    summary = reason or run.failure_reason()
    failed_id = next(iter(run.failures), None)
    operation = private(stacks, "_failed_operation")(
        run.is_update, run.previous, run.touched, run.failed_update, failed_id,
        [each[0] for each in run.replaced], cancelled, run.template, run.parameters, retain_except_on_create,
        run.tags, run.old_tags, run.imports)
    if disable_rollback and not cancelled:
        run.stack["_failed_operation"] = operation
        run.stack_event(f"{run.verb}_FAILED", summary)
        return
    if cancelled:
        text = "User Initiated"
    elif run.is_update:
        text = summary
    else:
        text = f"{summary.rstrip('.')}. Rollback requested by user."
    await private(stacks, "_roll_back_operation")(run.name, run.id, run.stack, operation, reason_override=text)


def _rollback_that_takes_time(original):
    async def roll_back(stack_name, stack_id, stack, operation, reason_override=""):
        if timing.stack_seconds() > 0 and not stack.get("_parent_stack_name"):
            status = "UPDATE_ROLLBACK_IN_PROGRESS" if operation.get("is_update") else "ROLLBACK_IN_PROGRESS"
            stack["StackStatus"] = status
            add_event(stack_id, stack_name, stack_name, STACK_TYPE, status, reason_override, stack_id)
            await timing.Passing("stackSeconds").wait_for(0.5)
            if not is_known(stack):
                return
        await original(stack_name, stack_id, stack, operation, reason_override=reason_override)

    return roll_back


def _abandoning_all(original):
    """A reset of the emulator ends what is under way, or it would go on in the emptied world."""

    async def reset(path, method, query_params):
        if path == "/_ministack/reset":
            for run in list(RUNNING.values()):
                run.abandoned = True
                run.stop.set()
        return await original(path, method, query_params)

    return reset


def apply():
    app._handle_admin_reset = _abandoning_all(private(app, "_handle_admin_reset"))
    replace(stacks, "_deploy_stack_async", lambda original: deploy)
    replace(stacks, "_roll_back_operation", _rollback_that_takes_time)

    def cancel(original, params):
        stack = resolve_stack(parameter(params, "StackName"))
        run = RUNNING.get(stack["StackId"]) if stack else None
        if run is None or stack["StackStatus"] != "UPDATE_IN_PROGRESS":
            return error("ValidationError", "CancelUpdateStack cannot be called from current stack status")
        answer = original(params)
        if answer[0] == 200:
            run.stop.set()
        return answer

    wrap_action("CancelUpdateStack", cancel)
