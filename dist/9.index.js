export const id = 9;
export const ids = [9,547];
export const modules = {

/***/ 1009:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/report/exit-codes.ts
var exit_codes = __webpack_require__(2675);
;// CONCATENATED MODULE: ./src/rollout/pool.ts
/**
 * Runs `work` over `items` in order, at most `limit` at a time. `mayStart` is asked before each start: once it says
 * no, nothing further starts and the rest is returned. Everything that started is awaited, also when something throws.
 */
async function runPool(items, limit, mayStart, work) {
    let next = 0;
    const worker = async () => {
        while (next < items.length && mayStart()) {
            const item = items[next];
            next += 1;
            await work(item);
        }
    };
    const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
    for (const ended of workers)
        if (ended.status === 'rejected')
            throw ended.reason;
    return items.slice(next);
}

;// CONCATENATED MODULE: ./src/rollout/discard.ts

const AT_ONCE = 16;
/** After a cancel there is little time: what stays behind is cleaned up by the next run. Milliseconds. */
const CANCEL_BUDGET_MS = 3_000;
/**
 * Deletes change sets that nobody will execute, and the empty stacks they made. Those of an approved plan stay: they
 * are for another try.
 */
async function discardPlans(plans, ports) {
    const made = [...plans].flatMap(({ instance, preparation, explicit }) => preparation?.kind === 'change-set' && !explicit ? [{ instance, preparation }] : []);
    if (made.length === 0)
        return;
    const work = runPool(made, AT_ONCE, () => true, ({ instance, preparation }) => ports.discard(instance, preparation));
    if (!ports.signal.aborted) {
        await work;
        return;
    }
    const done = new AbortController();
    const budget = ports.clock.sleep(CANCEL_BUDGET_MS, done.signal).catch(() => undefined);
    await Promise.race([work, budget]);
    done.abort();
}

;// CONCATENATED MODULE: ./src/rollout/plan.ts


/** How many stacks are prepared side by side over all targets; each target's calls are limited on their own. */
const PREPARE_CONCURRENCY = 64;
/**
 * Makes and validates every change set whose inputs are known, all targets side by side. An instance that takes
 * outputs of another is prepared after it, with today's outputs when they are all there, else it is predicted.
 */
async function planInstances(environment, ports) {
    const plans = new Map();
    try {
        await planLayers(environment, plans, ports);
        return plans;
    }
    catch (error) {
        await discardPlans(plans.values(), ports);
        throw error;
    }
}
async function planLayers(environment, plans, ports) {
    for (const layer of dependencyLayers(environment, ports)) {
        await runPool(layer, PREPARE_CONCURRENCY, () => !ports.signal.aborted, async ({ instance, phase }) => {
            plans.set(instance.id, await planOne(instance, phase, ports));
        });
    }
}
async function planOne(instance, phase, ports) {
    const { id, target, stack } = instance;
    const state = { type: 'instance.state', instance: id, target: target.name, stack: stack.key };
    ports.report({ ...state, state: 'planning' });
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed') {
        const { preparation } = inputs;
        ports.report({ ...state, state: preparation.state, text: preparation.reason });
        return { instance, phase, inputs: { kind: 'waiting', for: [] }, preparation };
    }
    if (inputs.kind === 'waiting') {
        ports.report({ ...state, state: 'waiting', text: `known after ${inputs.for.join(', ')}` });
        return { instance, phase, inputs };
    }
    const preparation = await ports.prepare(instance);
    if (preparation.kind === 'no-change')
        ports.remember(instance, preparation.outputs);
    ports.report(preparation.kind === 'failed'
        ? { ...state, state: preparation.state, text: preparation.reason }
        : { ...state, state: 'planned' });
    return { instance, phase, inputs, preparation };
}
/** Instances grouped so that each group only takes outputs of earlier groups. Cycles were refused by the topology. */
function dependencyLayers(environment, ports) {
    const depths = new Map();
    const byId = new Map(environment.instances.map((instance) => [instance.id, instance]));
    const depthOf = (instance) => {
        const known = depths.get(instance.id);
        if (known !== undefined)
            return known;
        const below = ports.dependencies(instance).flatMap((id) => byId.get(id) ?? []);
        const depth = below.length === 0 ? 0 : 1 + Math.max(...below.map(depthOf));
        depths.set(instance.id, depth);
        return depth;
    };
    const layers = [];
    for (const phase of environment.phases) {
        for (const instance of phase.instances) {
            const depth = depthOf(instance);
            layers[depth] ??= [];
            layers[depth].push({ instance, phase: phase.name });
        }
    }
    return layers.filter(Boolean);
}
/** The plan of one instance as it is shown and written to a plan file. */
function describePlan(plan, details) {
    const { instance, preparation, inputs } = plan;
    const account = details.account ?? instance.target.account;
    const base = {
        instance: instance.id,
        target: instance.target.name,
        stack: instance.stack.key,
        stackName: instance.stack.stackName,
        region: instance.target.region,
        ...(account !== undefined && { account }),
        phase: plan.phase,
        switchesAtOnce: details.switchesAtOnce,
        ...(details.earlierMs !== undefined && { earlierMs: details.earlierMs }),
        changes: [],
        failures: [],
        fix: [],
        notes: [],
    };
    if (preparation === undefined) {
        return { ...base, kind: 'predicted', waitsFor: inputs.kind === 'waiting' ? inputs.for : [] };
    }
    switch (preparation.kind) {
        case 'failed':
            return {
                ...base,
                kind: 'failed',
                reason: preparation.reason,
                failures: preparation.failures,
                fix: preparation.fix,
            };
        case 'unreviewed':
            return { ...base, kind: 'predicted', waitsFor: [], notes: preparation.notes };
        case 'no-change':
            return { ...base, kind: 'no-change', notes: preparation.notes };
        case 'change-set':
            return {
                ...base,
                kind: preparation.type === 'CREATE' ? 'create' : 'update',
                changes: preparation.changes,
                changeSetId: preparation.changeSetId,
                notes: preparation.notes,
            };
    }
}

// EXTERNAL MODULE: ./src/rollout/results.ts
var rollout_results = __webpack_require__(2527);
// EXTERNAL MODULE: ./src/topology/amount.ts
var amount = __webpack_require__(8149);
// EXTERNAL MODULE: ./src/stack/changes.ts
var stack_changes = __webpack_require__(1313);
;// CONCATENATED MODULE: ./src/rollout/unshown.ts

/**
 * Destructive changes in `actual` that the plan did not show. A change set that had to be made after the plan
 * (its inputs came later) may add and modify freely, but never replace or delete unseen.
 */
function unshownDestruction(shown, actual) {
    const seen = new Set((shown ?? []).filter(stack_changes/* mayDestroy */.M7).map((change) => change.path));
    return actual.filter((change) => (0,stack_changes/* mayDestroy */.M7)(change) && !seen.has(change.path));
}

;// CONCATENATED MODULE: ./src/rollout/instance.ts




/**
 * Brings one stack to its end: executes the change set that was shown, or, where its inputs came or changed after
 * the plan, a new one that destroys nothing unseen.
 */
async function runInstance(instance, phase, plan, ports) {
    const startedAt = new Date(ports.clock.now()).toISOString();
    const { preparation, outcome } = await withinGrace(attempt(instance, plan, ports), ports);
    if (outcome.state === 'succeeded' || outcome.state === 'no-change')
        ports.remember(instance, outcome.outputs);
    return (0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome, {
        ...(preparation !== undefined && { preparation }),
        startedAt,
        endedAt: new Date(ports.clock.now()).toISOString(),
    });
}
/** What AWS may still answer after a cancel; the runner kills 10 s after its first signal. Milliseconds. */
const CANCEL_GRACE_MS = 4_000;
/** An attempt that does not end soon after a cancel is left alone: AWS goes on with it, and the next run takes over. */
async function withinGrace(work, { signal, clock }) {
    const done = new AbortController();
    const overdue = new Promise((resolve) => {
        const late = async () => {
            await clock.sleep(CANCEL_GRACE_MS, done.signal).catch(() => undefined);
            resolve({ outcome: (0,rollout_results/* notTried */.QI)('cancelled', 'cancelled while AWS had not answered: what runs there goes on') });
        };
        if (signal.aborted)
            void late();
        else
            signal.addEventListener('abort', () => void late(), { signal: done.signal });
    });
    try {
        return await Promise.race([work, overdue]);
    }
    finally {
        done.abort();
    }
}
async function attempt(instance, plan, ports) {
    try {
        const preparation = await currentPreparation(instance, plan, ports);
        const first = await carryOut(instance, preparation, ports);
        // Somebody else changed the stack since it was planned. An approved plan is refused; a plan of our own is made anew.
        if (first.outcome.code === undefined || plan?.explicit)
            return first;
        return await carryOut(instance, await prepareAgain(instance, plan, ports), ports);
    }
    catch (error) {
        // One target's surprise must not take the others and the summary with it.
        return { outcome: { state: 'failed', reason: (0,errors/* errorText */.kc)(error), failures: [], fix: [], outputs: {} } };
    }
}
async function carryOut(instance, preparation, ports) {
    switch (preparation.kind) {
        case 'failed':
            return { preparation, outcome: { ...preparation, outputs: {} } };
        case 'no-change': {
            await ports.align(instance, preparation);
            const { stackId, outputs } = preparation;
            return { preparation, outcome: { state: 'no-change', stackId, failures: [], fix: [], outputs } };
        }
        case 'change-set':
        case 'unreviewed': {
            const { id, target, stack } = instance;
            ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'executing' });
            return { preparation, outcome: await ports.execute(instance, preparation) };
        }
    }
}
/** What was shown, as long as nothing that it is made of has changed; otherwise made again. */
async function currentPreparation(instance, plan, ports) {
    const shown = plan?.preparation;
    if (shown?.kind === 'failed')
        return shown;
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed') {
        await discardShown(instance, plan, ports);
        return inputs.preparation;
    }
    if (inputs.kind === 'waiting') {
        await discardShown(instance, plan, ports);
        return failed(`still has no value for what it takes from ${inputs.for.join(', ')}`, []);
    }
    const unchanged = plan?.inputs.kind === 'known' && plan.inputs.fingerprint === inputs.fingerprint;
    if (shown !== undefined && unchanged)
        return shown;
    if (shown !== undefined && plan?.explicit) {
        return failed('its parameters are no longer those of the plan: a stack before it has other outputs now', [
            'Make a new plan, and have it approved.',
        ]);
    }
    return prepareAgain(instance, plan, ports);
}
/** A new change set in place of the one that was shown, if any. It may not destroy what nobody has seen. */
async function prepareAgain(instance, plan, ports) {
    const shown = plan?.preparation;
    await discardShown(instance, plan, ports);
    const fresh = await ports.prepare(instance);
    if (fresh.kind !== 'change-set')
        return fresh;
    ports.report({
        type: 'note',
        level: 'info',
        text: `${instance.id} is planned now: ${describeChanges(fresh.changes)}`,
        target: instance.target.name,
    });
    const unseen = unshownDestruction(shown?.kind === 'change-set' ? shown.changes : undefined, fresh.changes);
    if (unseen.length === 0)
        return fresh;
    await ports.discard(instance, fresh);
    return failed(`would replace or delete what the plan did not show: ${unseen.map((change) => change.path).join(', ')}`, ['Its inputs are known now: run the same command again, and its plan shows these changes.']);
}
/** Deletes the change set that was shown, unless somebody approved it: that one is theirs, for another try. */
async function discardShown(instance, plan, ports) {
    if (plan?.preparation?.kind === 'change-set' && !plan.explicit)
        await ports.discard(instance, plan.preparation);
}
/** "2 added, 1 modified, Table replaced": what the plan could not show yet. */
function describeChanges(changes) {
    const { add, modify } = (0,rollout_results/* countChanges */.xS)(changes);
    const destroyed = changes
        .filter(stack_changes/* mayDestroy */.M7)
        .map(({ path, action }) => `${path} ${action === 'Remove' ? 'removed' : 'replaced'}`);
    return ([add > 0 ? `${add} added` : '', modify > 0 ? `${modify} modified` : '', ...destroyed].filter(Boolean).join(', ') ||
        'no resource changes');
}
function failed(reason, fix) {
    return { kind: 'failed', state: 'failed', reason, failures: [], fix };
}

// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/rollout/rollout.ts






/**
 * Executes the plans phase by phase. A phase starts when the one before it was judged good; within a phase targets
 * run side by side up to `max-concurrency`, and no further target starts once more than `failure-tolerance` of them
 * failed (StackSets' soft tolerance: concurrency does not shrink). Every instance ends with exactly one result.
 */
async function runRollout(environment, plans, ports) {
    const results = new Map();
    const inThisRun = new Set(environment.instances.map(({ id }) => id));
    const selected = {
        ...ports,
        // What is deployed already and not part of this run needs no result: its outputs are read where it is.
        dependencies: (instance) => ports.dependencies(instance).filter((id) => inThisRun.has(id)),
    };
    let stop = blockedByPlan(environment, plans);
    for (const phase of environment.phases) {
        if (stop === undefined && ports.signal.aborted)
            stop = cancelled();
        if (stop === undefined)
            stop = await runPhase(phase, plans, results, selected);
        else
            settleUntried(phase, plans, results, stop, ports);
    }
    const untried = [...plans.values()].filter(({ instance }) => results.get(instance.id)?.startedAt === undefined);
    await discardPlans(untried, ports);
    return environment.phases.flatMap((phase) => phase.instances.flatMap((instance) => results.get(instance.id) ?? []));
}
function cancelled() {
    return { state: 'cancelled', reason: 'cancelled before it started' };
}
/** Failures that are known before the start stop the whole rollout while nothing has changed anywhere. */
function blockedByPlan(environment, plans) {
    for (const phase of environment.phases) {
        const failed = phase.targets.filter((target) => phase.instances.some((instance) => instance.target.name === target && plans.get(instance.id)?.preparation?.kind === 'failed'));
        if (failed.length > (0,amount/* toleranceOf */.Lz)(phase.failureTolerance, phase.targets.length)) {
            return { state: 'skipped', reason: `nothing was executed: the plan of ${failed.join(', ')} failed` };
        }
    }
    return undefined;
}
async function runPhase(phase, plans, results, ports) {
    ports.report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
    const tolerated = (0,amount/* toleranceOf */.Lz)(phase.failureTolerance, phase.targets.length);
    const failed = new Set();
    const mayStart = () => !ports.signal.aborted && failed.size <= tolerated;
    await runPool(phase.targets, (0,amount/* concurrencyOf */.RO)(phase.maxConcurrency, phase.targets.length), mayStart, async (target) => {
        const instances = phase.instances.filter((instance) => instance.target.name === target);
        const states = await runTarget(instances, phase, plans, results, ports);
        if ((0,rollout_state/* isFailure */.N6)((0,rollout_state/* worstState */.Fk)(states)))
            failed.add(target);
    });
    const stop = judge(phase, failed, tolerated, results, ports);
    settleUntried(phase, plans, results, stop ?? cancelled(), ports);
    return stop;
}
function judge(phase, failed, tolerated, results, ports) {
    const finished = { type: 'phase.finished', phase: phase.name };
    if (failed.size > tolerated) {
        const reason = `${[...failed].join(', ')} did not succeed in ${phase.name}${tolerated > 0 ? ` (${tolerated} tolerated)` : ''}`;
        ports.report({ ...finished, verdict: 'failed', reason });
        return { state: 'skipped', reason };
    }
    if (ports.signal.aborted &&
        phase.instances.some((instance) => !(0,rollout_state/* isGood */.Kg)(results.get(instance.id)?.state ?? 'cancelled'))) {
        ports.report({ ...finished, verdict: 'cancelled' });
        return cancelled();
    }
    ports.report({ ...finished, verdict: 'passed' });
    return undefined;
}
/** The stacks of one target: each starts when those it takes outputs from are done. */
async function runTarget(instances, phase, plans, results, ports) {
    const running = new Map();
    const run = async (instance) => {
        const needed = ports.dependencies(instance);
        await Promise.all(needed.flatMap((id) => running.get(id) ?? []));
        const broken = needed.find((id) => !(0,rollout_state/* isGood */.Kg)(results.get(id)?.state ?? 'skipped'));
        const result = broken === undefined
            ? await runInstance(instance, phase, plans.get(instance.id), ports)
            : (0,rollout_results/* instanceResult */.Rr)(instance, phase, (0,rollout_results/* notTried */.QI)('skipped', `needs ${broken}, which did not succeed`));
        settle(result, results, ports);
        return result.state;
    };
    for (const instance of instances)
        running.set(instance.id, run(instance));
    return Promise.all(running.values());
}
function settle(result, results, ports) {
    results.set(result.instance, result);
    ports.report({ type: 'instance.finished', result });
}
/** Gives every instance of the phase that has no result yet its honest one. */
function settleUntried(phase, plans, results, stop, ports) {
    for (const instance of phase.instances) {
        if (results.has(instance.id))
            continue;
        const preparation = plans.get(instance.id)?.preparation;
        const outcome = preparation?.kind === 'failed' ? { ...preparation, outputs: {} } : (0,rollout_results/* notTried */.QI)(stop.state, stop.reason);
        settle((0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome, preparation === undefined ? {} : { preparation }), results, ports);
    }
}

// EXTERNAL MODULE: ./src/commands/environment.ts
var commands_environment = __webpack_require__(811);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/commands/deploy/plan-file.ts


const SCHEMA = 1;
/** The text of a plan file: the plan and a checksum against accidents. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, checksum: checksum(plan) }, undefined, 2)}\n`;
}
/**
 * Reads a plan file.
 * @throws UserError `plan-damaged`, `plan-newer`, `plan-of-other`
 */
function readPlan(text, file, environment) {
    const plan = parse(text, file);
    if (plan.application !== environment.application || plan.environment !== environment.name) {
        throw new errors/* UserError */.yo('plan-of-other', `${file} is a plan of ${plan.application} ${plan.environment}, not of ${environment.application} ${environment.name}`, {
            fix: ['Name the environment that was planned.'],
        });
    }
    const planned = plan.instances
        .map(({ instance, stackName, region }) => `${instance} (${stackName} in ${region})`)
        .sort();
    const wanted = environment.instances
        .map(({ id, stack, target }) => `${id} (${stack.stackName} in ${target.region})`)
        .sort();
    if (planned.join() !== wanted.join()) {
        throw new errors/* UserError */.yo('plan-of-other', `${file} plans ${planned.join(', ')}, and now it would be ${wanted.join(', ')}`, {
            fix: ['Make a new plan: the configuration, targets or without have changed since.'],
        });
    }
    return plan;
}
function parse(text, file) {
    const damaged = new errors/* UserError */.yo('plan-damaged', `${file} is not a plan, or was changed after it was made`, {
        fix: ['Make a new plan.'],
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw damaged;
    }
    if (typeof value !== 'object' || value === null || !('schema' in value))
        throw damaged;
    if (typeof value.schema === 'number' && value.schema > SCHEMA) {
        throw new errors/* UserError */.yo('plan-newer', `${file} was written by a newer version (format ${value.schema})`, {
            fix: ['Use the same version for plan and deploy.'],
        });
    }
    const { checksum: written, ...plan } = value;
    // The checksum covers every member, so a plan that passes it has the shape that `writePlan` gave it.
    if (written !== checksum(plan))
        throw damaged;
    return plan;
}
function checksum(plan) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(plan)).digest('hex');
}
/** What the plan file keeps of each instance. */
function plannedInstances(plans) {
    return [...plans.values()].map(({ instance, inputs, preparation }) => ({
        instance: instance.id,
        stackName: instance.stack.stackName,
        region: instance.target.region,
        inputs,
        ...(preparation !== undefined && { preparation }),
    }));
}
/** Text of a plan file. */
function readPlanText(path, { readFile }) {
    const text = readFile(path);
    if (text === undefined) {
        throw new errors/* UserError */.yo('plan-missing', `${path} is not there`, { fix: ['Make it with plan --plan-file.'] });
    }
    return text;
}
/** The release that a plan file was made of. */
function readPlanRelease(path, context) {
    return parse(readPlanText(path, context), path).release;
}

;// CONCATENATED MODULE: ./src/commands/deploy/adopt-plan.ts


/**
 * The plans of an earlier run, checked against AWS as it is now: a target whose stack or change set is no longer what
 * was shown refuses the whole deployment while nothing has changed.
 * @throws UserErrors `plan-moved`, and those of reading the file
 */
async function adoptPlan(path, prepared, context) {
    const file = readPlanFile(path, prepared, context);
    const phases = new Map(prepared.environment.phases.flatMap(({ name, instances }) => instances.map(({ id }) => [id, name])));
    const checks = await Promise.all(file.instances.map(async (planned) => {
        const instance = prepared.environment.instances.find(({ id }) => id === planned.instance);
        if (instance === undefined)
            throw new errors/* UserError */.yo('plan-of-other', `${path} plans ${planned.instance}, which is not there`);
        const moved = await whyMoved(instance, planned, prepared);
        const plan = {
            instance,
            phase: phases.get(instance.id) ?? '',
            inputs: planned.inputs,
            explicit: true,
            ...(planned.preparation !== undefined && { preparation: planned.preparation }),
        };
        return { plan, moved };
    }));
    const moved = checks.flatMap(({ moved }) => moved ?? []);
    if (moved.length > 0)
        throw new errors/* UserErrors */.tQ('plan-moved', 'targets have moved since the plan was made; nothing was executed', moved);
    for (const { plan } of checks)
        prepared.ports.adopt(plan.instance);
    return new Map(checks.map(({ plan }) => [plan.instance.id, plan]));
}
function readPlanFile(path, { environment, release }, context) {
    const file = readPlan(readPlanText(path, context), path, environment);
    if (file.release !== release.id) {
        throw new errors/* UserError */.yo('plan-of-other', `${path} plans release ${file.release}, not ${release.id}`, {
            fix: ['Leave release out: the plan names its own.'],
        });
    }
    return file;
}
async function whyMoved(instance, planned, { ports }) {
    const refuse = (why) => new errors/* UserError */.yo('plan-moved', `${instance.id} ${why}`, { fix: ['Make a new plan, and have it approved.'] });
    if (planned.preparation === undefined || planned.preparation.kind === 'failed')
        return undefined;
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed')
        return refuse(`cannot be checked: ${inputs.preparation.reason}`);
    if (inputs.kind === 'waiting' ||
        planned.inputs.kind === 'waiting' ||
        inputs.fingerprint !== planned.inputs.fingerprint) {
        return refuse('has other parameters or tags than when it was planned');
    }
    return stackMoved(instance, planned.preparation, ports, refuse);
}
async function stackMoved(instance, preparation, { session }, refuse) {
    const { cloudformation } = session(instance);
    if (preparation.kind !== 'change-set' && preparation.kind !== 'no-change')
        return undefined;
    const before = preparation.before;
    const [stack, changeSet] = await Promise.all([
        cloudformation.describeStack(preparation.stackId),
        preparation.kind === 'change-set' ? cloudformation.describeChangeSet(preparation.changeSetId) : undefined,
    ]);
    // Executed by an earlier try of the same plan: it is taken over, not refused.
    if (changeSet?.executionStatus.startsWith('EXECUTE_'))
        return undefined;
    if (before !== undefined &&
        (stack === undefined || (stack.updatedAt ?? stack.createdAt) !== before.changedAt || stack.status !== before.status)) {
        return refuse(`is ${stack?.status ?? 'gone'} and was ${before.status} of ${before.changedAt} when it was planned`);
    }
    if (preparation.kind === 'change-set' && changeSet?.executionStatus !== 'AVAILABLE') {
        return refuse(`has no change set to execute any more (${changeSet?.executionStatus ?? 'it was deleted'})`);
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/stack/index.ts + 24 modules
var stack = __webpack_require__(1469);
// EXTERNAL MODULE: ./src/template/stateful.ts
var stateful = __webpack_require__(3420);
;// CONCATENATED MODULE: ./src/commands/deploy/stack-request.ts

/** What an engine is asked to make of one stack. */
function stackRequest(instance, resolved, template, { release, templateOf, earlierMs }, { origin }) {
    const { settings, stack } = instance;
    const expectedMs = earlierMs.get(instance.id)?.at(-1);
    const { parameters: declaredParameters, hasNestedStacks } = templateOf(stack.key);
    return {
        instance: instance.id,
        stackName: stack.stackName,
        template,
        declaredParameters,
        parameters: resolved.parameters,
        missingParameters: settings.missingParameters,
        tags: resolved.tags,
        capabilities: settings.capabilities,
        ...(settings.serviceRole !== undefined && { serviceRole: settings.serviceRole }),
        notificationArns: settings.notificationArns,
        ...(settings.terminationProtection !== undefined && { terminationProtection: settings.terminationProtection }),
        ...(settings.stackPolicy !== undefined && { stackPolicy: settings.stackPolicy }),
        ...(settings.rollbackTriggers !== undefined && { rollbackTriggers: settings.rollbackTriggers }),
        disableRollback: settings.disableRollback,
        revertDrift: settings.revertDrift,
        timeoutMs: settings.timeoutMs,
        hasNestedStacks,
        ...(expectedMs !== undefined && { expectedMs }),
        runId: origin.runId,
        description: `release ${release.id}${release.commit === undefined ? '' : ` of commit ${release.commit}`}`,
    };
}
/** What the work on one stack may use. */
function stackPorts(instance, work, templateOf, context) {
    return {
        cloudformation: work.session.cloudformation,
        clock: context.clock,
        report: context.report,
        signal: context.signal,
        beforeWrite: async () => (await work.lease()).assertHeld(),
        locate: (path) => templateOf(instance.stack.key).locate(path),
        target: instance.target.name,
        isStateful: stateful/* isStateful */.V,
    };
}

;// CONCATENATED MODULE: ./src/commands/deploy/changeset-engine.ts



/** CloudFormation change sets through the SDK: what was reviewed is executed. */
function createChangeSetEngine(options, context) {
    const requests = new Map();
    const workOf = (instance) => {
        const work = options.targets.get(instance.target.name);
        if (work === undefined)
            throw new errors/* InternalError */.Gd(`${instance.id} is in no target of this run`);
        return work;
    };
    const portsFor = (instance) => ({
        ...stackPorts(instance, workOf(instance), options.templateOf, context),
        repair: options.repair,
    });
    const requestOf = (instance) => {
        const request = requests.get(instance.id);
        if (request === undefined)
            throw new errors/* InternalError */.Gd(`${instance.id} is executed before it is prepared`);
        return request;
    };
    return {
        adopt: (instance, inputs) => {
            // The change set holds its template already.
            requests.set(instance.id, stackRequest(instance, inputs.resolved, { body: '' }, options, context));
        },
        align: (instance, preparation) => (0,stack/* alignSettings */.d9)(requestOf(instance), preparation, portsFor(instance)),
        prepare: async (instance, inputs) => {
            const work = workOf(instance);
            await work.session.account();
            await work.lease();
            const bucket = await work.bucket(instance.settings);
            const { body, url, notes } = await options.delivery.deliver(instance.stack.key, work.session, bucket);
            for (const text of notes)
                context.report({ type: 'note', level: 'info', text, target: instance.target.name });
            const template = { body, ...(url !== undefined && { url }) };
            const request = stackRequest(instance, inputs.resolved, template, options, context);
            requests.set(instance.id, request);
            return (0,stack/* prepareStack */.eK)(request, portsFor(instance));
        },
        execute: (instance, preparation) => (0,stack/* executeStack */._c)(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
        discard: (instance, preparation) => (0,stack/* discardPreparation */.ap)(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
    };
}
function changeSetOf(preparation) {
    if (preparation.kind === 'change-set')
        return preparation;
    throw new errors/* InternalError */.Gd('this engine executes change sets only');
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(8267);
;// CONCATENATED MODULE: ./src/template/image-functions.ts


/**
 * Refuses functions that are container images: their images are not copied to the registries of other regions.
 *
 * @throws UserError `image-function`
 */
function refuseImageFunctions(template) {
    const defaults = (0,plain_data/* asMap */.$H)(template.globals['Function']);
    const images = template.resources.filter(({ type, properties }) => {
        if (type === 'AWS::Serverless::Function') {
            return (properties['PackageType'] ?? defaults['PackageType']) === 'Image' || 'ImageUri' in properties;
        }
        if (type !== 'AWS::Lambda::Function')
            return false;
        return properties['PackageType'] === 'Image' || 'ImageUri' in (0,plain_data/* asMap */.$H)(properties['Code']);
    });
    const [first] = images;
    if (!first)
        return;
    const names = images.map(({ logicalId }) => logicalId).join(', ');
    const location = template.locate(first.logicalId);
    throw new errors/* UserError */.yo('image-function', `${template.file}: ${names} ${images.length === 1 ? 'is a container-image function' : 'are container-image functions'}; only functions packaged as zip files can be taken to several regions.`, {
        fix: [
            'Package the function as a zip file (PackageType: Zip with CodeUri), or keep it in a stack that is deployed without this tool.',
        ],
        ...(location && { location }),
    });
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var template_parse = __webpack_require__(8547);
;// CONCATENATED MODULE: ./src/commands/deploy/check-templates.ts



/**
 * Refuses templates that cannot be read before the first lease is taken or bucket made.
 * @throws UserError `template-not-yaml`, `template-not-cloudformation`, `image-function`
 */
function checkTemplates({ stacks }, context) {
    for (const file of new Set(stacks.map(({ template }) => template))) {
        const text = context.readFile(file);
        if (text !== undefined)
            refuseImageFunctions((0,template_parse.parseTemplate)(text, (0,external_node_path_.relative)(context.cwd, file)));
    }
}

// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(3677);
;// CONCATENATED MODULE: ./src/commands/deploy/prove-targets.ts


/**
 * Asks every target for its account before anything is written anywhere, and returns those that answered, in order.
 * A lost region is left to the plan, which reports it as unreachable.
 * @throws UserErrors `targets-refused` with what is wrong in each target; UserError `no-target-reachable`
 */
async function proveTargets(targets, options, context) {
    const works = [...targets.values()];
    const answers = await Promise.all(works.map(async (work) => ({ work, error: await problemOf(work, options, context) })));
    context.signal.throwIfAborted();
    const refused = answers.flatMap(({ error }) => (error instanceof errors/* UserError */.yo ? [error] : []));
    const [first] = refused;
    if (first !== undefined && refused.length === 1)
        throw first;
    if (first !== undefined)
        throw new errors/* UserErrors */.tQ('targets-refused', `${refused.length} of ${works.length} targets cannot be worked on; nothing was changed`, unique(refused));
    const reachable = answers.flatMap(({ work, error }) => (error === undefined ? [work] : []));
    if (reachable.length === 0) {
        const [{ error } = { error: undefined }] = answers;
        throw new errors/* UserError */.yo('no-target-reachable', `no target can be reached: ${error?.message ?? ''}`, {
            fix: ['Check the network, a proxy (HTTPS_PROXY) and the names of the regions.'],
            cause: error,
        });
    }
    return reachable;
}
async function problemOf({ session, target }, options, context) {
    try {
        const account = await session.account();
        if (options['mask-aws-account-id'])
            context.hide(account);
        return undefined;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        if (error.kind === 'unreachable')
            return error;
        return new errors/* UserError */.yo('target-refused', `${target.name}: ${error.service} ${error.action}: ${error.message} (${error.code})`, { cause: error });
    }
}
/** The same sentence for many targets is said once. */
function unique(errors) {
    return [...new Map(errors.map((error) => [error.message, error])).values()];
}

// EXTERNAL MODULE: ./src/records/inventory.ts
var inventory = __webpack_require__(5330);
// EXTERNAL MODULE: ./src/commands/inventory-place.ts
var inventory_place = __webpack_require__(6088);
;// CONCATENATED MODULE: ./src/commands/deploy/record-inventory.ts



/** Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them. */
async function recordInventory({ whole, excluded }, results, context) {
    if (context.signal.aborted || !mayAskHome(whole, excluded))
        return;
    try {
        const place = await (0,inventory_place/* inventoryPlace */.W)(whole, context);
        if (place === undefined)
            return;
        await (0,inventory/* updateInventory */.Q)(place, { add: results.flatMap((result) => entryOf(result) ?? []) });
    }
    catch (error) {
        // The deployment is done, whatever this comes to: its result must reach the user.
        context.report({
            type: 'note',
            level: 'warning',
            text: `the inventory was not updated, so status may miss orphans: ${(0,errors/* errorText */.kc)(error)}`,
        });
    }
}
function entryOf({ instance, stackName, target, region, stackId, state, startedAt, endedAt, }) {
    if (stackId === undefined)
        return undefined;
    // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID
    const account = stackId.split(':')[4] ?? '';
    const known = state === 'succeeded' && startedAt !== undefined && endedAt !== undefined;
    const tookMs = known ? { tookMs: [Date.parse(endedAt) - Date.parse(startedAt)] } : {};
    return { instance, stackName, target, region, account, ...tookMs };
}
/** How long each stack took last time, for progress; empty when nobody knows. */
async function earlierDurations({ whole, excluded }, context) {
    if (!mayAskHome(whole, excluded))
        return new Map();
    try {
        const place = await (0,inventory_place/* inventoryPlace */.W)(whole, context);
        const entries = place === undefined ? [] : await (0,inventory/* readInventory */.z)(place);
        return new Map(entries.flatMap(({ instance, tookMs }) => (tookMs === undefined ? [] : [[instance, tookMs]])));
    }
    catch {
        // Only an estimate hangs on it. Whatever is wrong there is reported by what needs it.
        return new Map();
    }
}
/** A target that was left out by name may be lost: it is never called. */
function mayAskHome(whole, excluded) {
    return !excluded.has((0,inventory_place/* homeOf */.l)(whole).name);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/release/artifact-store.ts


const DOWNLOADS_AT_ONCE = 4;
/** A connection that breaks in the middle of a body is not retried by the SDK. */
const ATTEMPTS = 4;
/** @param folder made when the first artifact is fetched, and deleted by `dispose` */
function createArtifactStore(origin) {
    const fetched = new Map();
    const limit = lazy(async () => (await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 370))).default(DOWNLOADS_AT_ONCE));
    return {
        async fetch(key) {
            let artifact = fetched.get(key);
            if (!artifact) {
                const path = `${origin.folder}/${fetched.size}`;
                artifact = limit().then((run) => run(() => download(origin.storage, origin.bucket, key, path)));
                fetched.set(key, artifact);
            }
            return artifact;
        },
        async dispose() {
            await Promise.allSettled(fetched.values());
            const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23));
            await rm(origin.folder, { recursive: true, force: true });
        },
    };
}
/** Streams an object to a file and hashes it on the way. */
async function download(storage, bucket, key, path) {
    const [{ createWriteStream }, { mkdir }, { dirname }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 3024, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23)),
    ]);
    await mkdir(dirname(path), { recursive: true });
    for (let attempt = 1;; attempt += 1) {
        const { head, body } = await artifact_store_open(storage, bucket, key);
        try {
            const { bytes, sha256 } = await hashInto(body, createWriteStream(path));
            if (bytes !== head.size)
                throw new Error(`${key} ended after ${bytes} of ${head.size} bytes`);
            return { path, bytes, sha256, etag: head.etag };
        }
        catch (error) {
            if (attempt === ATTEMPTS)
                throw error;
        }
    }
}
async function artifact_store_open(storage, bucket, key) {
    try {
        return await storage.get(bucket, key);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new errors/* UserError */.yo('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, {
            fix: ['Deploy from the sources of the commit again: that packages and uploads it.'],
            cause: error,
        });
    }
}
async function hashInto(body, file) {
    const [{ createHash }, { pipeline }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6466, 23))]);
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }, file);
    return { bytes, sha256: hash.digest('hex') };
}
function lazy(make) {
    let value;
    return () => {
        value ??= make();
        return value;
    };
}

;// CONCATENATED MODULE: ./src/template/artifact-properties.ts
const file = (...path) => ({ path, kind: 'file' });
const code = (...path) => ({ path, kind: 'file', folderWhenAbsent: true });
const template = (...path) => ({ path, kind: 'template' });
const MAPPING_TEMPLATES = [
    file('RequestMappingTemplateS3Location'),
    file('ResponseMappingTemplateS3Location'),
    file('CodeS3Location'),
];
/** As in SAM CLI 1.170 (`samcli/lib/utils/resources.py`, `samcli/lib/package/packageable_resources.py`). */
const ARTIFACT_PROPERTIES = {
    'AWS::ApiGateway::RestApi': [file('BodyS3Location')],
    'AWS::ApiGatewayV2::Api': [file('BodyS3Location')],
    'AWS::AppSync::FunctionConfiguration': MAPPING_TEMPLATES,
    'AWS::AppSync::GraphQLSchema': [file('DefinitionS3Location')],
    'AWS::AppSync::Resolver': MAPPING_TEMPLATES,
    'AWS::CloudFormation::ModuleVersion': [file('ModulePackage')],
    'AWS::CloudFormation::ResourceVersion': [file('SchemaHandlerPackage')],
    'AWS::CloudFormation::Stack': [template('TemplateURL')],
    // Uploaded as it is: what a stack set's template refers to is not packaged.
    'AWS::CloudFormation::StackSet': [file('TemplateURL')],
    'AWS::ElasticBeanstalk::ApplicationVersion': [file('SourceBundle')],
    'AWS::Glue::Job': [file('Command', 'ScriptLocation')],
    'AWS::Lambda::Function': [code('Code')],
    'AWS::Lambda::LayerVersion': [code('Content')],
    'AWS::Serverless::Api': [file('DefinitionUri')],
    'AWS::Serverless::Application': [template('Location')],
    'AWS::Serverless::Function': [code('CodeUri')],
    'AWS::Serverless::GraphQLApi': [
        file('SchemaUri'),
        file('Resolvers', '**', 'CodeUri'),
        file('Functions', '**', 'CodeUri'),
    ],
    'AWS::Serverless::HttpApi': [file('DefinitionUri')],
    'AWS::Serverless::LayerVersion': [code('ContentUri')],
    'AWS::Serverless::StateMachine': [file('DefinitionUri')],
    'AWS::Serverless::WebFunction': [code('CodeUri')],
    'AWS::StepFunctions::StateMachine': [file('DefinitionS3Location')],
};
/** Global values that SAM gives to resources, by section of `Globals`. */
const GLOBAL_ARTIFACTS = {
    Function: ['CodeUri'],
    Api: ['DefinitionUri'],
    HttpApi: ['DefinitionUri'],
};
/** Properties of the template's own `Metadata`, by type. */
const METADATA_ARTIFACTS = {
    'AWS::ServerlessRepo::Application': ['LicenseUrl', 'ReadmeUrl'],
};

;// CONCATENATED MODULE: ./src/template/s3-location.ts
const AMAZON = /^(?:s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?|(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?)\.amazonaws\.(?:com(?:\.cn)?|eu)$/;
/**
 * Reads `s3://bucket/key` and every https form of it: path style, virtual-host style, and under an endpoint of one's
 * own (`AWS_ENDPOINT_URL`), where the first part of the path is the bucket.
 */
function parseS3Location(text) {
    const match = /^(s3|https?):\/\/([^/?#]+)\/([^?#]*)(?:\?(.*))?$/s.exec(text);
    const [, scheme, host, path, query] = match ?? [];
    if (scheme === undefined || host === undefined || path === undefined)
        return undefined;
    const version = new URLSearchParams(query ?? '').get('versionId');
    const located = scheme === 's3' ? { bucket: host, key: path } : fromUrl(host, path);
    return located?.key && located.bucket ? { ...located, ...(version !== null && { version }) } : undefined;
}
function fromUrl(host, path) {
    const virtualHost = AMAZON.exec(host.toLowerCase())?.groups?.['bucket'];
    if (virtualHost !== undefined)
        return { bucket: virtualHost, key: decoded(path) };
    const slash = path.indexOf('/');
    return { bucket: path.slice(0, Math.max(slash, 0)), key: slash < 0 ? '' : decoded(path.slice(slash + 1)) };
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
/** Whether a value names something outside of this machine, in S3 or anywhere. */
function isRemote(text) {
    return /^(?:s3|https?):\/\//.test(text);
}

;// CONCATENATED MODULE: ./src/template/artifact-references.ts



/** Every reference, in the order of the template. What functions compute (`!Sub`, `!FindInMap`) is not among them. */
function artifactReferences(template) {
    const found = [];
    const add = (reference) => {
        if (reference)
            found.push(reference);
    };
    for (const [section, names] of Object.entries(GLOBAL_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)(template.globals[section]);
        for (const name of names)
            add(reference(values[name], ['Globals', section, name], 'file'));
    }
    for (const [type, names] of Object.entries(METADATA_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(template.data['Metadata'])[type]);
        for (const name of names)
            add(reference(values[name], ['Metadata', type, name], 'file'));
    }
    for (const resource of template.resources) {
        for (const property of ARTIFACT_PROPERTIES[resource.type] ?? []) {
            for (const { path, value } of artifact_references_select(resource.properties, property)) {
                add(reference(value, [...resource.path, 'Properties', ...path], property.kind, resource.logicalId));
                for (const mapped of mappedValues(value, template.data)) {
                    add(reference(mapped.value, mapped.path, property.kind, resource.logicalId));
                }
            }
        }
    }
    collectIncludes(template.data, [], add);
    return found;
}
/** A function or layer without code of its own: `sam package` uploads the folder of the template for it. */
function packagesOwnFolder(template) {
    return template.resources.some(({ type, properties }) => (ARTIFACT_PROPERTIES[type] ?? []).some(({ path: [name = ''], folderWhenAbsent }) => {
        if (!folderWhenAbsent || properties[name])
            return false;
        if (type !== 'AWS::Serverless::Function')
            return true;
        return properties['InlineCode'] === undefined && !(0,plain_data/* asMap */.$H)(template.globals['Function'])[name];
    }));
}
function reference(value, path, kind, logicalId) {
    const about = { kind, path, ...(logicalId !== undefined && { logicalId }) };
    if (typeof value === 'string') {
        const location = parseS3Location(value);
        if (location)
            return { ...about, value: { form: 'url', text: value, location } };
        return isRemote(value) ? undefined : { ...about, value: { form: 'local', text: value } };
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return undefined;
    for (const [bucketKey, objectKey, versionKey] of PAIRS) {
        const bucket = value[bucketKey];
        const key = value[objectKey];
        if (typeof bucket !== 'string' || typeof key !== 'string')
            continue;
        const version = value[versionKey];
        const location = { bucket, key, ...(version !== undefined && version !== null && { version: String(version) }) };
        return { ...about, value: { form: 'pair', bucketKey, objectKey, location } };
    }
    return undefined;
}
const PAIRS = [
    ['S3Bucket', 'S3Key', 'S3ObjectVersion'],
    ['Bucket', 'Key', 'Version'],
];
function artifact_references_select(properties, { path }) {
    const last = path.at(-1) ?? '';
    if (path.includes('**'))
        return deep((0,plain_data/* asMap */.$H)(properties[path[0] ?? '']), path.slice(0, 1), last);
    const value = path.reduce((map, key) => (0,plain_data/* asMap */.$H)(map)[key], properties);
    return value === undefined ? [] : [{ path, value }];
}
function deep(map, path, name) {
    return Object.entries(map).flatMap(([key, value]) => {
        if (key === name)
            return [{ path: [...path, key], value }];
        return (0,plain_data/* isMap */.jh)(value) ? deep(value, [...path, key], name) : [];
    });
}
/** All that `Fn::FindInMap` may give: SAM writes such mappings for `Fn::ForEach`, one artifact for each value of the loop. */
function mappedValues(value, data) {
    const [name, , leaf] = (0,plain_data/* asList */.DD)((0,plain_data/* asMap */.$H)(value)['Fn::FindInMap']);
    if (typeof name !== 'string' || typeof leaf !== 'string')
        return [];
    return Object.entries((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(data['Mappings'])[name])).flatMap(([key, values]) => {
        const mapped = (0,plain_data/* asMap */.$H)(values)[leaf];
        return mapped === undefined ? [] : [{ path: ['Mappings', name, key, leaf], value: mapped }];
    });
}
/** `AWS::Include`, at any depth. */
function collectIncludes(value, path, add) {
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectIncludes(item, [...path, index], add);
        return;
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        const here = [...path, key];
        if (key === 'Fn::Transform' && (0,plain_data/* asMap */.$H)(item)['Name'] === 'AWS::Include') {
            add(reference((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(item)['Parameters'])['Location'], [...here, 'Parameters', 'Location'], 'file'));
        }
        else
            collectIncludes(item, here, add);
    }
}

;// CONCATENATED MODULE: ./src/release/hash.ts

function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./src/template/edit.ts

/** The template's text with some scalars replaced and everything else byte for byte as it was. */
function replaceScalars(template, edits) {
    const spans = edits.map(({ path, value }) => {
        const span = template.scalarAt(path);
        if (!span)
            throw new errors/* InternalError */.Gd(`there is no scalar to replace at ${path.join('.')}`);
        return { span, value };
    });
    spans.sort((a, b) => a.span.start - b.span.start);
    const pieces = [];
    let done = 0;
    for (const { span, value } of spans) {
        // Two references through one YAML anchor are one place in the text.
        if (span.start < done)
            continue;
        pieces.push(template.text.slice(done, span.start), written(value, span, template.text));
        done = span.end;
    }
    pieces.push(template.text.slice(done));
    return pieces.join('');
}
function written(value, span, text) {
    switch (span.style) {
        case 'double':
            return JSON.stringify(value);
        case 'single':
            return `'${value.replaceAll("'", "''")}'`;
        case 'block':
            return JSON.stringify(value) + (text.slice(span.start, span.end).endsWith('\n') ? '\n' : '');
        case 'plain':
            return /^[A-Za-z][\w./=?&%+~-]*(?::[\w./=?&%+~-]+)*$/.test(value) ? value : JSON.stringify(value);
    }
}

;// CONCATENATED MODULE: ./src/release/references.ts




function referencingTemplate(text, file, bucket) {
    const template = (0,template_parse.parseTemplate)(text, file);
    // Most templates that name no artifact of ours are told by one search.
    const references = text.includes(bucket) ? artifactReferences(template).filter(within(bucket)) : [];
    return { template, references };
}
function within(bucket) {
    return (reference) => reference.value.form !== 'local' && reference.value.location.bucket === bucket;
}
/** The template's text with its references pointing to the destination; everything else stays as it is. */
function rewrite({ template, references }, to) {
    const edits = references.flatMap(({ kind, path, value }) => {
        const key = kind === 'template' ? to.templateKey(value.location.key) : to.fileKey(value.location.key);
        if (value.form === 'pair') {
            const bucket = { path: [...path, value.bucketKey], value: to.bucket };
            return key === value.location.key ? [bucket] : [bucket, { path: [...path, value.objectKey], value: key }];
        }
        const text = value.text.startsWith('s3://') ? `s3://${to.bucket}/${key}` : to.url(key);
        return text === value.text ? [] : [{ path, value: text }];
    });
    return edits.length === 0 ? template.text : replaceScalars(template, edits);
}
/**
 * Object versions exist in one bucket only.
 *
 * @throws UserError `artifact-has-version`
 */
function refuseVersions({ template, references }) {
    const versioned = references.find(({ value }) => value.location.version !== undefined);
    if (!versioned)
        return;
    const location = template.locate(versioned.path.join('.'));
    throw new errors/* UserError */.yo('artifact-has-version', `${template.file}: ${versioned.path.join('.')} names version ${versioned.value.location.version} of ${versioned.value.location.key}; a copy in another bucket has another version id.`, {
        fix: ['Leave the version out: the key already holds the hash of the content.'],
        ...(location && { location }),
    });
}

;// CONCATENATED MODULE: ./src/release/collect-artifacts.ts



/** Follows nested templates to the last one. */
async function collectArtifacts(root, storage, bucket) {
    const templates = new Map();
    const files = new Set();
    async function visit({ references }) {
        await Promise.all(references.map(async ({ kind, value }) => {
            const { key } = value.location;
            if (kind === 'file')
                files.add(key);
            if (kind === 'file' || templates.has(key))
                return;
            const artifact = nestedTemplate(storage, bucket, key);
            templates.set(key, artifact);
            await visit(referencingTemplate((await artifact).text ?? '', key, bucket));
        }));
    }
    await visit(root);
    return { templates: await Promise.all(templates.values()), files: [...files] };
}
async function nestedTemplate(storage, bucket, key) {
    const stored = await storage.getText(bucket, key);
    if (!stored) {
        throw new errors/* UserError */.yo('artifact-missing', `The nested template ${key} is not in the bucket ${bucket}.`, {
            fix: ['Package the template again.'],
        });
    }
    const { text, etag } = stored;
    return { kind: 'template', key, bytes: Buffer.byteLength(text), sha256: sha256(text), etag, text };
}
/** Downloads files once to hash their bytes. */
function hashFiles(keys, store) {
    return Promise.all(keys.map(async (key) => {
        const { bytes, sha256, etag } = await store.fetch(key);
        return { kind: 'file', key, bytes, sha256, etag };
    }));
}

;// CONCATENATED MODULE: ./src/release/nested.ts



function parseStack(stack, bucket) {
    const nested = new Map();
    for (const { kind, key, text } of stack.artifacts) {
        if (kind === 'template' && text !== undefined)
            nested.set(key, referencingTemplate(text, key, bucket));
    }
    return { root: referencingTemplate(stack.template, stack.source, bucket), nested };
}
/**
 * Rewrites nested templates first, because their new keys are hashes of their new texts, then what refers to them.
 *
 * @param name new key of a nested template, from its old key and the hash of its new text
 */
function rewriteStack({ root, nested }, destination, name) {
    const done = new Map();
    const to = { ...destination, templateKey: (key) => child(key).key };
    function child(key) {
        const known = done.get(key);
        if (known)
            return known;
        const template = nested.get(key);
        if (!template)
            throw new errors/* InternalError */.Gd(`the nested template ${key} is not part of the release`);
        const text = rewrite(template, to);
        const changed = text !== template.template.text;
        const result = { key: changed ? name(key, sha256(text)) : key, text, changed };
        done.set(key, result);
        return result;
    }
    const text = rewrite(root, to);
    return { root: text, nested: [...done.values()] };
}

// EXTERNAL MODULE: ./src/topology/regions.ts + 1 modules
var regions = __webpack_require__(7563);
;// CONCATENATED MODULE: ./src/release/object-url.ts

/** Path-style URL of an object, the form that CloudFormation takes as `TemplateURL` everywhere. */
function objectUrl(place, bucket, key) {
    const suffix = (0,regions/* findPartition */.cj)(place.partition)?.dnsSuffix ?? 'amazonaws.com';
    return `https://s3.${place.region}.${suffix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}

;// CONCATENATED MODULE: ./src/release/zip-content.ts
/**
 * What a zip file unpacks to: names, sizes, checksums and Unix modes, in one order. Two archives with the same value
 * differ only in what unpacking does not show (times, compression, the order of entries). Undefined: not a zip file.
 */
async function zipContent(path) {
    const yauzl = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    try {
        const zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: true, autoClose: true });
        const lines = [];
        for await (const entry of zip.eachEntry())
            if (!entry.fileName.endsWith('/'))
                lines.push(line(entry));
        return lines.sort().join('\n');
    }
    catch {
        return undefined;
    }
}
function line({ fileName, uncompressedSize, crc32, versionMadeBy, externalFileAttributes }) {
    // Attributes are a Unix mode only in archives made on Unix (host 3); what is executable matters to Lambda.
    const executable = versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0o111) !== 0;
    return JSON.stringify([fileName, uncompressedSize, crc32, executable]);
}

;// CONCATENATED MODULE: ./src/release/replicate.ts




/** Metadata of a copy: which bytes it is made of, without reading them. */
const SHA256 = 'sha256';
/**
 * Copies artifacts under their own keys. What is there is left alone: one HEAD each. Missing ones are a HEAD and a PUT.
 * The same key with other bytes is kept when it unpacks to the same content, as SAM's keys promise, and refused
 * otherwise.
 *
 * @throws UserErrors `artifact-differs`; UserError `artifact-missing`; AwsError
 */
async function replicate(artifacts, to, parts) {
    const results = await Promise.all(artifacts.map((artifact) => replicateOne(artifact, to, parts)));
    const refused = results.flatMap((result) => (result.kind === 'refused' ? [result.error] : []));
    if (refused.length > 0) {
        throw new errors/* UserErrors */.tQ('artifact-differs', `${refused.length} of ${artifacts.length} artifacts differ in the bucket ${to.bucket} of ${to.target}; nothing was overwritten.`, refused);
    }
    const copied = results.filter(({ kind }) => kind === 'copied').length;
    const notes = results.flatMap((result) => (result.kind === 'kept' ? [result.note] : []));
    return { copied, present: results.length - copied, notes };
}
async function replicateOne(artifact, to, parts) {
    const head = await to.storage.head(to.bucket, artifact.key);
    const result = head ? await compare(artifact, head, to, parts) : await copy(artifact, to, parts);
    if (result.kind !== 'refused') {
        parts.report({
            type: 'artifact.copied',
            target: to.target,
            key: artifact.key,
            bytes: artifact.bytes,
            skipped: result.kind !== 'copied',
        });
    }
    return result;
}
async function copy(artifact, to, { store, limits }) {
    const stored = await store.fetch(artifact.key);
    if (stored.sha256 !== artifact.sha256)
        return { kind: 'refused', error: changedAtOrigin(artifact, stored.sha256) };
    const { createReadStream } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 3024, 23));
    await limits.run(artifact.bytes, async () => {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await to.storage.putStream(to.bucket, artifact.key, createReadStream(stored.path), {
                    size: stored.bytes,
                    sha256: stored.sha256,
                    metadata: { [SHA256]: stored.sha256 },
                });
            }
            catch (error) {
                // The SDK cannot send a stream twice; a new one can be.
                if (attempt === replicate_ATTEMPTS || !(error instanceof aws_ports/* AwsError */.G) || !PASSING.has(error.kind))
                    throw error;
            }
        }
    });
    return { kind: 'copied' };
}
const replicate_ATTEMPTS = 3;
const PASSING = new Set(['unreachable', 'throttled', 'server']);
async function compare(artifact, head, to, { store, folder }) {
    if (head.size === artifact.bytes && (head.metadata[SHA256] === artifact.sha256 || head.etag === artifact.etag)) {
        return { kind: 'present' };
    }
    const path = `${folder}/${encodeURIComponent(to.target)}-${artifact.sha256}`;
    try {
        const there = await download(to.storage, to.bucket, artifact.key, path);
        if (there.sha256 === artifact.sha256)
            return { kind: 'present' };
        const ours = await store.fetch(artifact.key);
        if (ours.sha256 !== artifact.sha256)
            return { kind: 'refused', error: changedAtOrigin(artifact, ours.sha256) };
        const [theirs, expected] = await Promise.all([zipContent(path), zipContent(ours.path)]);
        if (theirs !== undefined && theirs === expected) {
            return { kind: 'kept', note: `kept ${artifact.key} in ${to.bucket}: other bytes, same unpacked content` };
        }
        return { kind: 'refused', error: differs(artifact, there.sha256, to) };
    }
    finally {
        const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23));
        await rm(path, { force: true });
    }
}
function differs(artifact, found, { bucket, target }) {
    return new errors/* UserError */.yo('artifact-differs', `${artifact.key} in the bucket ${bucket} (${target}) has other content than the release: SHA-256 ${found}, expected ${artifact.sha256}.`, {
        fix: [
            `Find out who wrote s3://${bucket}/${artifact.key}: its key is the hash of another content.`,
            'Delete that object and run again, or use another artifact bucket or prefix.',
        ],
    });
}
function changedAtOrigin(artifact, found) {
    return new errors/* UserError */.yo('artifact-differs', `${artifact.key} was changed in the first bucket after the release was made: SHA-256 ${found}, expected ${artifact.sha256}.`, { fix: ['Deploy from the sources of the commit again, and find out who writes to the artifact bucket.'] });
}

;// CONCATENATED MODULE: ./src/release/adopt.ts







/** The name that `sam package` gives to an object: the MD5 of its content. */
const CONTENT_KEY = /(?:^|\/)[0-9a-f]{32}(?:\.[a-z]+)?$/;
/**
 * Takes over a template that was packaged elsewhere: artifacts in other buckets are copied to this release's bucket and
 * the template is rewritten to them. Objects whose keys are no content hashes are somebody's own and stay as they are.
 */
async function adoptPackaged(packaged, origin, parts) {
    let text = packaged.text;
    for (const foreign of foreignBuckets(packaged, origin.bucket)) {
        const { storage, region, partition, target } = origin.session;
        const root = referencingTemplate(text, packaged.file, foreign);
        const { templates, files } = await collectArtifacts(root, storage, foreign);
        const store = createArtifactStore({ storage, bucket: foreign, folder: `${parts.folder}/${foreign}` });
        try {
            const artifacts = await hashFiles(files, store);
            await replicate(artifacts, { target, storage, bucket: origin.bucket }, { ...parts, store });
        }
        finally {
            await store.dispose();
        }
        const rewritten = rewriteStack(parseStack({ stack: '', template: text, source: packaged.file, artifacts: templates, baked: [] }, foreign), {
            bucket: origin.bucket,
            fileKey: (key) => key,
            url: (key) => objectUrl({ region, partition }, origin.bucket, key),
        }, (key, hash) => `${key.slice(0, key.lastIndexOf('/') + 1)}${hash.slice(0, 32)}.template`);
        await Promise.all(rewritten.nested.map((nested) => storage.putText(origin.bucket, nested.key, nested.text)));
        text = rewritten.root;
    }
    return text;
}
function foreignBuckets(packaged, own) {
    const buckets = artifactReferences(packaged).flatMap(({ value }) => value.form !== 'local' && CONTENT_KEY.test(value.location.key) ? [value.location.bucket] : []);
    return [...new Set(buckets)].filter((bucket) => bucket !== own);
}

// EXTERNAL MODULE: ./src/template/sections.ts
var sections = __webpack_require__(496);
;// CONCATENATED MODULE: ./src/release/baked-loops.ts



/**
 * Loops over something that only CloudFormation knows at deployment (a parameter) for which `sam package` wrote a
 * mapping from the values it knew to artifacts: `SAM{Property}{Loop}`, in `language_extensions_packaging.py`.
 */
function bakedLoops(packaged) {
    const mappings = (0,plain_data/* asMap */.$H)(packaged.data['Mappings']);
    return (0,sections/* forEachLoops */.kV)(packaged.data)
        .filter(({ collection }) => !Array.isArray(collection))
        .flatMap((loop) => lookups(loop).map((mapping) => bakedLoop(loop, mapping, Object.keys((0,plain_data/* asMap */.$H)(mappings[mapping])))));
}
/** Generated mappings that are looked up by the variable of the loop. */
function lookups({ body, variable }) {
    const found = new Set();
    const search = (value) => {
        const [name, key] = (0,plain_data/* asList */.DD)((0,plain_data/* asMap */.$H)(value)['Fn::FindInMap']);
        if (typeof name === 'string' && name.startsWith('SAM') && mentions(key, variable))
            found.add(name);
        else if (typeof value === 'object' && value !== null)
            for (const item of Object.values(value))
                search(item);
    };
    search(body);
    return [...found];
}
/** `{Ref: Name}`, or joined with the variables of outer loops. */
function mentions(key, variable) {
    return JSON.stringify(key ?? null).includes(JSON.stringify({ Ref: variable }));
}
function bakedLoop({ key, collection }, mapping, values) {
    const parameter = (0,plain_data/* asText */.e1)((0,plain_data/* asMap */.$H)(collection)['Ref']);
    return { loop: key, mapping, values, ...(parameter !== undefined && { parameter }) };
}
/** Keys of nested loops are the values of all of them, joined by hyphens. */
function isPackaged(value, keys) {
    return keys.some((key) => `-${key}-`.includes(`-${value}-`));
}
/**
 * Refuses values that the packaged mapping does not have. Values that are not given keep the template's default, which
 * was packaged, or what is deployed, which CloudFormation checks when the change set is made.
 *
 * @throws UserError `parameters-baked-in`
 */
function refuseBakedValues(loops, source, instances) {
    for (const { loop, parameter, mapping, values } of loops) {
        const location = source.locate(loop);
        const at = location && { location };
        if (parameter === undefined) {
            throw new errors/* UserError */.yo('parameters-baked-in', `${source.file}: ${loop} loops over what a function gives, and "sam package" fixed it to ${values.join(', ')} (mapping ${mapping}); in another region it may give something else.`, { fix: ['Loop over a literal list, or over a parameter whose Default lists every value.'], ...at });
        }
        for (const { id, settings } of instances) {
            const text = settings.parameters[parameter]?.text;
            if (text === undefined || text.includes('${'))
                continue;
            const missing = text
                .split(',')
                .map((value) => value.trim())
                .filter((value) => !isPackaged(value, values));
            if (missing.length === 0)
                continue;
            throw new errors/* UserError */.yo('parameters-baked-in', `${source.file}: ${id} sets ${parameter} to "${text}", but "sam package" packaged ${loop} only for ${values.join(', ')} (mapping ${mapping}): there is no artifact for ${missing.join(', ')}.`, { fix: [`Let the Default of the parameter ${parameter} list every value that any target uses.`], ...at });
        }
    }
}

;// CONCATENATED MODULE: ./src/release/sam-cli.ts

/**
 * First version whose boto3 takes `AWS_ENDPOINT_URL` and whose `--config-file` may lie anywhere; older ones are not
 * tried out.
 */
const OLDEST_SAM = '1.100.0';
/** What SAM suggests to type next: it would only mislead, as this program does the next step. */
const HINT = /^\s*(Commands you can use next|=+\s*$|\[\*\] |Execute the following command|sam deploy --template-file )/;
/**
 * Runs `sam`, every line of it an event.
 *
 * @throws UserError `sam-failed` with its last lines, `sam-cancelled`
 */
async function runSam(run, parts) {
    const { exitCode, tail, aborted } = await parts.spawn(run.sam.command, run.args, {
        cwd: run.cwd,
        env: run.env,
        tailLines: 40,
        onLine: (line) => {
            if (line.trim() !== '' && !HINT.test(line))
                parts.report({ type: 'tool.output', tool: 'sam', line });
        },
        ...(parts.signal && { signal: parts.signal }),
    });
    if (aborted)
        throw new errors/* UserError */.yo('sam-cancelled', `"sam ${run.args[0]}" was cancelled.`);
    if (exitCode === 0)
        return;
    throw new errors/* UserError */.yo('sam-failed', [`"sam ${run.args[0]}" of ${run.template} failed with exit code ${exitCode}:`, ...lastLines(tail)].join('\n'), {
        location: { file: run.template },
        fix: [`Run "sam ${run.args[0]} --template ${run.template}" by hand: it fails in the same way.`],
    });
}
function lastLines(tail) {
    const lines = tail.map((line) => line.trimEnd()).filter((line) => line !== '');
    // sam ends with the reason; what comes before is progress.
    const error = lines.findLastIndex((line) => /^(?:Error|Build Failed|Usage)\b/.test(line));
    return lines.slice(error >= 0 ? error : -15).slice(0, 30);
}

;// CONCATENATED MODULE: ./src/release/find-sam.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/**
 * Finds `sam` and its version. The version is read from where it is installed: starting it only to ask takes as long as
 * packaging does. Where that does not tell, `sam --version` does.
 *
 * @throws UserError `sam-missing`, `sam-too-old`
 */
async function findSam(request, spawn) {
    const wanted = request.samPath ?? 'sam';
    const command = await locate(wanted, request);
    if (command === undefined)
        throw missing(wanted);
    const version = (await installedVersion(command)) ?? (await askVersion(command, request, spawn));
    if (version === undefined)
        throw missing(wanted, `${command} does not tell its version`);
    if (compareVersions(version, OLDEST_SAM) < 0) {
        throw new errors/* UserError */.yo('sam-too-old', `${command} is AWS SAM CLI ${version}; ${OLDEST_SAM} or later is needed.`, {
            fix: ['Update it: pip install --upgrade aws-sam-cli, or the step aws-actions/setup-sam in a workflow.'],
        });
    }
    return { command, version };
}
async function locate(wanted, { cwd, env }) {
    const [{ access, constants }, { delimiter, isAbsolute, join, resolve }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23)),
    ]);
    const names = process.platform === 'win32' && !/\.\w+$/.test(wanted) ? [`${wanted}.cmd`, `${wanted}.exe`] : [wanted];
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
    const candidates = /[\\/]/.test(wanted)
        ? [isAbsolute(wanted) ? wanted : resolve(cwd, wanted)]
        : folders.flatMap((folder) => names.map((name) => join(folder, name)));
    for (const candidate of candidates) {
        try {
            await access(candidate, constants.X_OK);
            return candidate;
        }
        catch {
            // Look further.
        }
    }
    return undefined;
}
/** From the folder of the Python package, or of the installer (`…/aws-sam-cli/…/1.170.0/bin/sam`). */
async function installedVersion(command) {
    const [{ open, readdir, realpath }, { dirname, join }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23)),
    ]);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const real = await realpath(command);
            const versioned = /[\\/]aws-sam-cli[\\/].*?(\d+\.\d+\.\d+)[\\/]/.exec(real)?.[1];
            if (versioned !== undefined)
                return versioned;
            const file = __addDisposableResource(env_1, await open(real), true);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
            const python = /^#!\s*(\S+python[\d.]*)\s/.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
            if (python === undefined)
                return undefined;
            const lib = join(dirname(dirname(python)), 'lib');
            for (const version of (await readdir(lib)).filter((name) => name.startsWith('python3'))) {
                const packages = await readdir(join(lib, version, 'site-packages')).catch(() => []);
                for (const name of packages) {
                    const found = /^aws_sam_cli-(\d+\.\d+\.\d+)\S*\.dist-info$/.exec(name)?.[1];
                    if (found !== undefined)
                        return found;
                }
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        // Installed in another way.
    }
    return undefined;
}
async function askVersion(command, request, spawn) {
    const { tail } = await spawn(command, ['--version'], { cwd: request.cwd, env: request.env, tailLines: 20 });
    return /version,? (\d+\.\d+\.\d+)/i.exec(tail.join('\n'))?.[1];
}
function compareVersions(a, b) {
    const [left, right] = [a, b].map((version) => version.split('.').map(Number));
    for (let index = 0; index < 3; index += 1) {
        const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function missing(wanted, why = 'it is not on the PATH') {
    return new errors/* UserError */.yo('sam-missing', `The AWS SAM CLI ("${wanted}") cannot be used: ${why}.`, {
        fix: [
            'Install it: pip install aws-sam-cli, or the step aws-actions/setup-sam in a workflow.',
            'A template that is packaged already (its artifacts are s3:// locations) needs no SAM CLI.',
        ],
    });
}

;// CONCATENATED MODULE: ./src/release/manifest-shape.ts
/** A stored release, when it has the shape of one. */
function readRelease(value) {
    if (!isFields(value) || typeof value['sha256'] !== 'string')
        return undefined;
    return isRelease(value['release']) ? { sha256: value['sha256'], release: value['release'] } : undefined;
}
function isRelease(value) {
    return (isFields(value) &&
        texts(value, ['id', 'application', 'createdAt']) &&
        optionalTexts(value, ['commit', 'commitTime', 'tag']) &&
        isFields(value['origin']) &&
        texts(value['origin'], ['bucket', 'region', 'account', 'target']) &&
        optionalTexts(value['origin'], ['prefix']) &&
        isListOf(value['stacks'], isStack));
}
function isStack(value) {
    return (isFields(value) &&
        texts(value, ['stack', 'template', 'source']) &&
        isListOf(value['artifacts'], isArtifact) &&
        isListOf(value['baked'], isBaked));
}
function isArtifact(value) {
    return (isFields(value) &&
        texts(value, ['key', 'sha256', 'etag']) &&
        optionalTexts(value, ['text']) &&
        typeof value['bytes'] === 'number' &&
        (value['kind'] === 'file' || value['kind'] === 'template'));
}
function isBaked(value) {
    return (isFields(value) &&
        texts(value, ['loop', 'mapping']) &&
        optionalTexts(value, ['parameter']) &&
        isListOf(value['values'], (item) => typeof item === 'string'));
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function texts(fields, names) {
    return names.every((name) => typeof fields[name] === 'string');
}
function optionalTexts(fields, names) {
    return names.every((name) => fields[name] === undefined || typeof fields[name] === 'string');
}

;// CONCATENATED MODULE: ./src/release/manifest.ts




/** Version of what lies in the bucket; a higher one is not read. */
const manifest_SCHEMA = 1;
function releaseKey({ prefix, application }, id) {
    return `${folder(prefix, application)}${id}.json`;
}
function folder(prefix, application) {
    return `${prefix ? `${prefix}/` : ''}sam-multi-region/releases/${encodeURIComponent(application)}/`;
}
/** Stores a release. One that is there already stays as it is, unless its artifacts had to be uploaded again. */
async function storeRelease(shelf, release, replace = false) {
    const content = JSON.stringify(release);
    const text = JSON.stringify({ schema: manifest_SCHEMA, sha256: sha256(content), release });
    try {
        const condition = replace ? undefined : { ifAbsent: true };
        await shelf.storage.putText(shelf.bucket, releaseKey(shelf, release.id), text, condition);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'conflict')
            throw error;
    }
}
/**
 * The release with this id, exactly as it was made; undefined when there is none.
 *
 * @throws UserError `release-newer`, `release-damaged`; AwsError
 */
async function findRelease(shelf, id) {
    if (!/^[0-9a-f]{16}$/.test(id))
        return undefined;
    const key = releaseKey(shelf, id);
    const stored = await shelf.storage.getText(shelf.bucket, key);
    if (!stored)
        return undefined;
    const where = `s3://${shelf.bucket}/${key}`;
    const value = manifest_parse(stored.text);
    const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
    if (typeof schema === 'number' && schema > manifest_SCHEMA) {
        throw new errors/* UserError */.yo('release-newer', `The release ${id} was written by a newer version of this tool (format ${schema}).`, {
            fix: ['Use the version that made it, or a later one.'],
        });
    }
    const release = readRelease(value);
    const intact = release && release.sha256 === sha256(JSON.stringify(release.release));
    if (!intact || release.release.id !== id) {
        throw new errors/* UserError */.yo('release-damaged', `${where} is not what was stored for the release ${id}.`, {
            fix: [`Delete ${where} and deploy from the sources of the commit again.`],
        });
    }
    return release.release;
}
function manifest_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/template/read.ts


/**
 * Reads and parses a template file.
 *
 * @throws UserError `template-missing`, and those of {@link parseTemplate}
 */
async function readTemplate(file, readFile) {
    let text;
    try {
        text = await readFile(file);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${(0,errors/* errorText */.kc)(error)}`;
        throw new errors/* UserError */.yo('template-missing', `The template ${file} ${reason}.`, {
            location: { file },
            fix: ['Give the path of the template, from the folder of the configuration file.'],
            cause: error,
        });
    }
    return (0,template_parse.parseTemplate)(text.startsWith('\uFEFF') ? text.slice(1) : text, file);
}

;// CONCATENATED MODULE: ./src/template/resource-ids.ts
const KEY = 'SamResourceId';
/**
 * The template with `Metadata: {SamResourceId: …}` on each resource that lacks it. `sam package` and `sam deploy` write
 * it to every resource; without it the first update of a stack that SAM deployed would show all of them as changed.
 */
function withResourceIds(template) {
    const insertions = template.resources.flatMap((resource) => insertion(template, resource) ?? []);
    insertions.sort((a, b) => a.offset - b.offset);
    const pieces = [];
    let done = 0;
    for (const { offset, text } of insertions) {
        pieces.push(template.text.slice(done, offset), text);
        done = offset;
    }
    return pieces.join('') + template.text.slice(done);
}
function insertion(template, { path, logicalId, metadata }) {
    // Inside Fn::ForEach and for the CDK, SAM names resources otherwise or not at all.
    if (path.length !== 2 || KEY in metadata || 'aws:cdk:path' in metadata)
        return undefined;
    const inMetadata = template.mapStart([...path, 'Metadata']);
    const start = inMetadata ?? template.mapStart(path);
    if (!start || (!inMetadata && Object.keys(metadata).length > 0))
        return undefined;
    return { offset: start.offset, text: resource_ids_written(start, logicalId, inMetadata !== undefined, template.text) };
}
function resource_ids_written({ offset, flow }, id, inMetadata, text) {
    if (flow)
        return inMetadata ? `"${KEY}": "${id}", ` : `"Metadata": {"${KEY}": "${id}"}, `;
    const indent = ' '.repeat(offset - text.lastIndexOf('\n', offset - 1) - 1);
    return inMetadata ? `${KEY}: ${id}\n${indent}` : `Metadata:\n${indent}  ${KEY}: ${id}\n${indent}`;
}

;// CONCATENATED MODULE: ./src/release/local-artifacts.ts


/** Resource types that `sam build` builds; nested templates may hold them. */
const BUILT = new Set([
    'AWS::CloudFormation::Stack',
    'AWS::Lambda::Function',
    'AWS::Lambda::LayerVersion',
    'AWS::Serverless::Application',
    'AWS::Serverless::Function',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::WebFunction',
]);
function localArtifacts(template) {
    const local = artifactReferences(template).filter(isLocal);
    const resources = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
    const users = local.flatMap(({ logicalId }) => resources.get(logicalId ?? '') ?? []);
    const ownFolder = packagesOwnFolder(template);
    // The CDK names assets in metadata only.
    const assets = template.resources.some(({ metadata }) => 'aws:asset:path' in metadata);
    return {
        needsPackage: local.length > 0 || ownFolder || assets,
        needsBuild: ownFolder ||
            assets ||
            users.some(({ type }) => BUILT.has(type)) ||
            local.some(({ path }) => path[0] === 'Globals'),
        insideLoops: users.some(({ path }) => path.length > 2),
    };
}
function isLocal(reference) {
    return reference.value.form === 'local';
}
/**
 * What is local still after packaging would be refused by CloudFormation, and late.
 *
 * @throws UserError `artifact-not-packaged`
 */
function refuseLocalArtifacts(packaged, source) {
    const left = artifactReferences(packaged).find((reference) => isLocal(reference) && reference.path[0] !== 'Globals');
    if (left?.value.form !== 'local')
        return;
    const location = source.locate(left.path.slice(1).join('.')) ?? source.locate(left.logicalId ?? '');
    throw new errors/* UserError */.yo('artifact-not-packaged', `${source.file}: "sam package" left ${left.path.join('.')} as the local path ${left.value.text}.`, {
        fix: ['Check that the path exists; inside Fn::ForEach this needs AWS SAM CLI 1.160 or later.'],
        ...(location && { location }),
    });
}

;// CONCATENATED MODULE: ./src/release/build-template.ts


/** The template to package: as `sam build` made it now or before, or the source where there is nothing to build. */
async function builtTemplate(request, parts) {
    const { source, local } = request;
    const { dirname, join, parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23));
    const folder = dirname(source.file);
    if (!local.needsBuild || isBuilt(source.file))
        return source;
    const own = join(folder, '.aws-sam', `build-${parse(source.file).name}`);
    if (!request.build)
        return (await earlierBuild(source, request.sharesFolder, parts.readFile)) ?? source;
    const buildFolder = request.sharesFolder ? own : join(folder, '.aws-sam', 'build');
    const text = `sam build ${source.file}`;
    parts.report({ type: 'step.started', step: 'build', text });
    const start = parts.clock.now();
    await request.run(['build', '--template-file', source.file, '--build-dir', buildFolder, ...request.arguments]);
    parts.report({ type: 'step.finished', step: 'build', text, durationMs: parts.clock.now() - start });
    return readTemplate(join(buildFolder, 'template.yaml'), parts.readFile);
}
/** What `sam build` made of this template before; undefined when it made nothing, or of another template. */
async function earlierBuild(source, sharesFolder, readFile) {
    const { dirname, join, parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23));
    if (isBuilt(source.file) || !localArtifacts(source).needsBuild)
        return undefined;
    const folder = join(dirname(source.file), '.aws-sam');
    const own = join(folder, `build-${parse(source.file).name}`);
    for (const candidate of sharesFolder ? [own, join(folder, 'build')] : [join(folder, 'build')]) {
        const built = await readTemplate(join(candidate, 'template.yaml'), readFile).catch(() => undefined);
        if (built && isOf(built, source))
            return built;
    }
    return undefined;
}
function isBuilt(file) {
    return /[\\/]\.aws-sam[\\/]build(?:-[^\\/]+)?[\\/]/.test(file);
}
/** Whether a built template was made of this source: `sam build` changes no logical ids. */
function isOf(built, source) {
    const ids = (template) => template.resources.map(({ logicalId, type }) => `${logicalId} ${type}`).sort();
    return ids(built).join('\n') === ids(source).join('\n');
}

;// CONCATENATED MODULE: ./src/release/sam-settings.ts
/**
 * What `sam package` takes from the samconfig.toml beside a template apart from where artifacts go, which is decided
 * here: `resolve_s3` there and `--s3-bucket` on the command line would exclude each other.
 */
const KEPT = ['force_upload', 'kms_key_id', 'language_extensions', 'metadata', 'signing_profiles'];
/** samconfig.toml for one `sam package`, from the text of the user's own (undefined when there is none). */
async function packageSettings(samconfig, configEnvironment) {
    const toml = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    const parameters = {};
    if (samconfig !== undefined) {
        const environment = field(parsed(toml.parse, samconfig), configEnvironment);
        for (const command of ['global', 'package']) {
            const section = field(field(environment, command), 'parameters');
            for (const name of KEPT) {
                const value = field(section, name);
                if (value !== undefined)
                    parameters[name] = value;
            }
        }
    }
    return toml.stringify({ version: 0.1, [configEnvironment]: { package: { parameters } } });
}
/** A samconfig.toml that cannot be read is reported where it is read for its own sake. */
function parsed(parse, text) {
    try {
        return parse(text);
    }
    catch {
        return undefined;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
}

;// CONCATENATED MODULE: ./src/process/environment.ts
/** What decides whose AWS a program talks to; all of it comes from the target, nothing from the outside. */
const DECIDES = /^(AWS_|SAM_CLI_CONTAINER|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|INPUT_)/;
/**
 * Environment of a program that works in one target: the user's (PATH, HOME, proxies, the program's own settings),
 * without credentials and region that may be another target's and without the job's tokens and inputs; then the target's.
 */
function targetEnvironment(outside, target) {
    const kept = Object.entries(outside).filter((entry) => entry[1] !== undefined && (!DECIDES.test(entry[0]) || harmless(entry[0])));
    return { ...Object.fromEntries(kept), ...target };
}
/** How calls are made, not by whom: certificates, retries, endpoints in dual-stack or FIPS form. */
function harmless(name) {
    return /^AWS_(CA_BUNDLE|MAX_ATTEMPTS|RETRY_MODE|USE_|ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|EC2_METADATA_DISABLED)/.test(name);
}

;// CONCATENATED MODULE: ./src/release/sam-work.ts

/** Environment of `sam` in the first target. */
async function samEnvironment(outside, session, folder, clock, options) {
    return targetEnvironment(outside, {
        ...(await session.environment()),
        SAM_CLI_TELEMETRY: '0',
        // On a fresh machine sam would ask PyPI for a newer version of itself each time it is started.
        __SAM_CLI_APP_DIR: await samHome(folder, clock),
        ...(options.languageExtensions && { SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS: '1' }),
    });
}
/** SAM's own settings folder for one run. */
async function samHome(folder, clock) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 23));
    const home = `${folder}/sam-home`;
    await mkdir(home, { recursive: true });
    const settings = { telemetryEnabled: false, lastVersionCheck: clock.now() / 1000 };
    await writeFile(`${home}/metadata.json`, JSON.stringify(settings));
    return home;
}

;// CONCATENATED MODULE: ./src/release/package-stack.ts









/**
 * One template from source to packaged text: validated, built and packaged as far as there is anything to.
 *
 * @throws UserError of the template (`template-missing` …, `image-function`) and of `sam` (`sam-missing`, `sam-failed` …)
 */
async function packageTemplate(request, parts) {
    const source = await readTemplate(request.template, parts.readFile);
    refuseImageFunctions(source);
    const configEnv = ['--config-env', request.samConfigEnvironment];
    const run = samRunner(request, parts, localArtifacts(source));
    if (request.validate) {
        await run(['validate', '--template-file', request.template, '--region', request.session.region, ...configEnv]);
    }
    const built = await builtTemplate({ ...request, source, local: localArtifacts(source), run, arguments: configEnv }, parts);
    if (!localArtifacts(built).needsPackage) {
        return { source, packaged: (0,template_parse.parseTemplate)(withResourceIds(built), built.file), bySam: false };
    }
    const output = `${request.folder}/${request.name}.packaged.yaml`;
    const settings = `${request.folder}/${request.name}.samconfig.toml`;
    await parts.writeFile(settings, await packageSettings(await samconfig(request, parts), request.samConfigEnvironment));
    await step(parts, 'package', `sam package ${request.template}`, () => run([
        'package',
        ...['--template-file', built.file],
        ...['--output-template-file', output],
        ...['--s3-bucket', request.bucket],
        ...(request.prefix === undefined ? [] : ['--s3-prefix', request.prefix]),
        ...['--region', request.session.region],
        ...['--config-file', settings, ...configEnv],
        '--no-progressbar',
    ]));
    const packaged = await readTemplate(output, parts.readFile);
    refuseLocalArtifacts(packaged, source);
    return { source, packaged, bySam: true };
}
/** Runs `sam` for one template; finds it and prepares its environment with the first run. */
function samRunner(request, parts, { insideLoops }) {
    let env;
    return async (args) => {
        env ??= samEnvironment(request.env, request.session, request.folder, parts.clock, {
            languageExtensions: insideLoops,
        });
        const run = { args, cwd: request.directory, template: request.template };
        await runSam({ ...run, sam: await parts.sam(), env: await env }, parts);
    };
}
/** SAM looks beside the template. */
async function samconfig({ template }, { readFile }) {
    const { dirname, join } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23));
    return readFile(join(dirname(template), 'samconfig.toml')).catch(() => undefined);
}
async function step(parts, name, text, work) {
    parts.report({ type: 'step.started', step: name, text });
    const start = parts.clock.now();
    await work();
    parts.report({ type: 'step.finished', step: name, text, durationMs: parts.clock.now() - start });
}

;// CONCATENATED MODULE: ./src/release/refresh.ts

/**
 * A release that was made before, with its artifacts as they lie in the first bucket now. After a lifecycle rule
 * removed them, packaging the same sources again uploads them again, and a zip file then has other bytes.
 *
 * @returns the same object when nothing has changed
 */
async function refreshed(release, storage, store) {
    const changed = new Map();
    await Promise.all([...filesOf(release).values()].map(async (artifact) => {
        const head = await storage.head(release.origin.bucket, artifact.key);
        if (head?.etag === artifact.etag && head.size === artifact.bytes)
            return;
        for (const now of await hashFiles([artifact.key], store))
            changed.set(now.key, now);
    }));
    if (changed.size === 0)
        return release;
    return {
        ...release,
        stacks: release.stacks.map((stack) => ({
            ...stack,
            artifacts: stack.artifacts.map((artifact) => changed.get(artifact.key) ?? artifact),
        })),
    };
}
function filesOf(release) {
    const files = release.stacks.flatMap(({ artifacts }) => artifacts.filter(({ kind }) => kind === 'file'));
    return new Map(files.map((artifact) => [artifact.key, artifact]));
}

;// CONCATENATED MODULE: ./src/release/release-id.ts


/**
 * 16 hex digits that depend on what is deployed and on nothing else: the same sources give the same id whatever the
 * bucket, its prefix and its region are. Keys of artifacts are SAM's content hashes; those of nested templates would
 * hold the bucket's name in what they hash, so they are hashed again without it.
 */
function releaseId(stacks, bucket) {
    const neutral = stacks.map((stack) => {
        const { root } = rewriteStack(parseStack(stack, bucket), { bucket: 'artifacts', fileKey: baseName, url: (key) => `s3://artifacts/${baseName(key)}` }, (_key, hash) => hash);
        return [stack.stack, root];
    });
    neutral.sort(([a], [b]) => (a < b ? -1 : 1));
    return sha256(JSON.stringify(neutral)).slice(0, 16);
}
function baseName(key) {
    return key.slice(key.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./src/release/upload-limits.ts
const LARGE_BYTES = 8 * 1024 * 1024;
const LARGE_AT_ONCE = 2;
const SMALL_AT_ONCE = 32;
function createUploadLimits() {
    let limits;
    return {
        async run(bytes, upload) {
            limits ??= __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 370)).then(({ default: pLimit }) => ({
                small: pLimit(SMALL_AT_ONCE),
                large: pLimit(LARGE_AT_ONCE),
            }));
            const { small, large } = await limits;
            return (bytes > LARGE_BYTES ? large : small)(upload);
        },
    };
}

;// CONCATENATED MODULE: ./src/release/build-release.ts











/**
 * Builds and packages every stack of the environment once, into the bucket of the first target, and stores the release
 * there under its id. Nothing but that bucket is written to.
 *
 * @throws UserError of templates, of `sam`, `parameters-baked-in`, `release-damaged` …; AwsError
 */
async function buildRelease(request, parts) {
    const { environment, origin, folder } = request;
    const { storage } = origin.session;
    const store = createArtifactStore({ storage, bucket: origin.bucket, folder: `${folder}/artifacts` });
    try {
        const drafts = await packageStacks(request, parts);
        const id = releaseId(drafts.map(({ stack }) => stack), origin.bucket);
        const shelf = {
            storage,
            bucket: origin.bucket,
            application: environment.application,
            ...prefixOf(origin),
        };
        const known = await findRelease(shelf, id);
        const release = known
            ? await refreshed(known, storage, store)
            : await newRelease(id, drafts, request, parts, store);
        if (release !== known)
            await storeRelease(shelf, release, known !== undefined);
        const artifacts = uniqueArtifacts(release);
        parts.report({
            type: 'release.ready',
            release: id,
            ...(request.commit !== undefined && { commit: request.commit }),
            artifacts: artifacts.length,
            bytes: artifacts.reduce((sum, { bytes }) => sum + bytes, 0),
            reused: known !== undefined,
        });
        return { release, reused: known !== undefined, store };
    }
    catch (error) {
        await store.dispose();
        throw error;
    }
}
async function packageStacks(request, parts) {
    const { environment, env } = request;
    let sam;
    const find = () => {
        sam ??= findSam({
            ...(request.samPath !== undefined && { samPath: request.samPath }),
            cwd: environment.directory,
            env: build_release_texts(env),
        }, parts.spawn);
        return sam;
    };
    const groups = Object.values(Object.groupBy(environment.stacks, ({ template }) => template));
    // One after the other: each `sam` fills a processor, and two of them in one build folder would meet.
    const drafts = [];
    for (const [index, stacks] of groups.entries()) {
        if (stacks)
            drafts.push(...(await packageGroup(request, { ...parts, sam: find }, stacks, index)));
    }
    return drafts;
}
/** Stacks of the same template are packaged once. */
async function packageGroup(request, parts, stacks, index) {
    const { environment, origin, folder } = request;
    const template = stacks[0]?.template ?? '';
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 23));
    const { source, packaged, bySam } = await packageTemplate({
        template,
        build: request.build,
        validate: request.validate,
        session: origin.session,
        bucket: origin.bucket,
        ...prefixOf(origin),
        samConfigEnvironment: request.samConfigEnvironment ?? 'default',
        directory: environment.directory,
        sharesFolder: environment.stacks.some((other) => other.template !== template && dirname(other.template) === dirname(template)),
        folder,
        name: String(index),
        env: request.env,
    }, parts);
    const baked = bakedLoops(packaged);
    const keys = new Set(stacks.map(({ key }) => key));
    refuseBakedValues(baked, source, environment.instances.filter(({ stack }) => keys.has(stack.key)));
    const adopting = { limits: createUploadLimits(), report: parts.report, folder: `${folder}/adopted` };
    const text = bySam ? packaged.text : await adoptPackaged(packaged, origin, adopting);
    const root = referencingTemplate(text, packaged.file, origin.bucket);
    const { templates, files } = await collectArtifacts(root, origin.session.storage, origin.bucket);
    return stacks.map(({ key }) => ({
        stack: { stack: key, template: text, source: template, artifacts: templates, baked },
        files,
    }));
}
async function newRelease(id, drafts, { environment, origin, commit, commitTime, tag }, { clock }, store) {
    const stacks = await Promise.all(drafts.map(async ({ stack, files }) => ({
        ...stack,
        artifacts: [...stack.artifacts, ...(await hashFiles(files, store))],
    })));
    return {
        id,
        application: environment.application,
        ...(commit !== undefined && { commit }),
        ...(commitTime !== undefined && { commitTime }),
        ...(tag !== undefined && { tag }),
        createdAt: new Date(clock.now()).toISOString(),
        origin: {
            bucket: origin.bucket,
            region: origin.session.region,
            account: await origin.session.account(),
            target: origin.session.target,
            ...prefixOf(origin),
        },
        stacks,
    };
}
/** Artifacts of all stacks, each once. */
function uniqueArtifacts(release) {
    return [...new Map(release.stacks.flatMap(({ artifacts }) => artifacts.map((item) => [item.key, item]))).values()];
}
function prefixOf({ prefix }) {
    return prefix === undefined ? {} : { prefix };
}
function build_release_texts(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./src/release/retarget.ts






/** CloudFormation's limits on `TemplateBody` and on what `TemplateURL` names. */
const LARGEST_BODY = 51_200;
const LARGEST_TEMPLATE = 1_000_000;
/** Retargets the stacks of one release; each is parsed once, however many targets there are. */
function createRetargeter(release) {
    const parsed = new Map();
    function stackOf(key) {
        const known = parsed.get(key);
        if (known)
            return known;
        const stack = release.stacks.find((candidate) => candidate.stack === key);
        if (!stack)
            throw new errors/* InternalError */.Gd(`release ${release.id} has no stack ${key}`);
        const result = parseStack(stack, release.origin.bucket);
        parsed.set(key, result);
        return result;
    }
    return {
        async targetTemplate(key, place) {
            const stack = stackOf(key);
            const { root, nested } = retargeted(stack, place, release.origin.bucket);
            const bytes = Buffer.byteLength(root);
            const large = bytes > LARGEST_BODY;
            // Beside the artifacts: under the same prefix, which lifecycle rules and policies know.
            const { prefix } = release.origin;
            const rootKey = `${prefix ? `${prefix}/` : ''}${sha256(root).slice(0, 32)}.template`;
            for (const { text } of [{ text: root }, ...nested])
                refuseTooLarge(text, key, stack.root.template.file);
            const isOrigin = place.bucket === release.origin.bucket;
            const uploads = [
                ...nested.filter(({ changed }) => changed || !isOrigin),
                ...(large ? [{ key: rootKey, text: root }] : []),
            ];
            await Promise.all(uploads.map((upload) => putOnce(place, upload.key, upload.text)));
            return {
                body: root,
                ...(large && { url: objectUrl(place, place.bucket, rootKey) }),
                bucket: place.bucket,
                notes: [],
            };
        },
    };
}
/**
 * In the first bucket itself nothing changes, unless `sam package` wrote URLs with the host of an endpoint of one's own
 * (`AWS_ENDPOINT_URL_S3`), which CloudFormation does not take.
 */
function retargeted(stack, place, origin) {
    if (place.bucket !== origin)
        for (const template of [stack.root, ...stack.nested.values()])
            refuseVersions(template);
    return rewriteStack(stack, { bucket: place.bucket, fileKey: (key) => key, url: (key) => objectUrl(place, place.bucket, key) }, (key, hash) => `${key.slice(0, key.lastIndexOf('/') + 1)}${hash.slice(0, 32)}.template`);
}
/** The key is the content's hash: an object that is there already is the same. */
async function putOnce(place, key, text) {
    try {
        await place.storage.putText(place.bucket, key, text, { ifAbsent: true });
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'conflict')
            throw error;
    }
}
function refuseTooLarge(text, stack, file) {
    const bytes = Buffer.byteLength(text);
    if (bytes <= LARGEST_TEMPLATE)
        return;
    throw new errors/* UserError */.yo('template-too-large', `The packaged template of ${stack} has ${bytes} bytes; CloudFormation takes ${LARGEST_TEMPLATE} at most.`, {
        location: { file },
        fix: ['Split the stack, or move parts of it to nested applications (AWS::Serverless::Application).'],
    });
}

;// CONCATENATED MODULE: ./src/release/verify-origin.ts

/**
 * A release made earlier is deployed from the bucket it was packaged into: are its artifacts still there, unchanged?
 * One HEAD each.
 *
 * @throws UserError `artifact-missing`, `artifact-differs`; AwsError
 */
async function verifyOrigin(artifacts, storage, bucket) {
    await Promise.all(artifacts.map(async ({ key, bytes, etag }) => {
        const head = await storage.head(bucket, key);
        if (head?.size === bytes && head.etag === etag)
            return;
        const fix = ['Deploy from the sources of the commit again: that packages and uploads it.'];
        if (!head)
            throw new errors/* UserError */.yo('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, { fix });
        throw new errors/* UserError */.yo('artifact-differs', `The artifact ${key} in the bucket ${bucket} is not the one the release was made of.`, { fix });
    }));
}

;// CONCATENATED MODULE: ./src/release/delivery.ts




/** Brings one release to many targets. */
function createDelivery({ release, store, report, folder, fresh }) {
    const parts = { store, report, folder, limits: createUploadLimits() };
    const retargeter = createRetargeter(release);
    /** By target and bucket: what is being copied there, and which keys that covers. */
    const copying = new Map();
    async function copy(artifacts, session, bucket) {
        const { storage, target } = session;
        const isOrigin = bucket === release.origin.bucket;
        if (isOrigin && !fresh)
            await verifyOrigin(artifacts, storage, bucket);
        if (isOrigin)
            return { copied: 0, present: artifacts.length, notes: [] };
        const files = artifacts.filter(({ kind }) => kind === 'file');
        return replicate(files, { target, storage, bucket }, parts);
    }
    function copyStack(stack, session, bucket) {
        const place = `${session.target} ${bucket}`;
        const there = copying.get(place) ?? { keys: new Set(), runs: [] };
        copying.set(place, there);
        const artifacts = release.stacks.find((candidate) => candidate.stack === stack)?.artifacts ?? [];
        const missing = artifacts.filter(({ key }) => !there.keys.has(key));
        for (const { key } of missing)
            there.keys.add(key);
        if (missing.length > 0)
            there.runs.push(copy(missing, session, bucket));
        return Promise.all(there.runs);
    }
    return {
        async deliver(stack, session, bucket) {
            const [copies, template] = await Promise.all([
                copyStack(stack, session, bucket),
                retargeter.targetTemplate(stack, placeOf(session, bucket)),
            ]);
            return { ...template, notes: [...copies.flatMap(({ notes }) => notes), ...template.notes] };
        },
    };
}
function placeOf({ region, partition, storage }, bucket) {
    return { region, partition, storage, bucket };
}

// EXTERNAL MODULE: ./src/release/bucket.ts + 1 modules
var release_bucket = __webpack_require__(3259);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(1349);
;// CONCATENATED MODULE: ./src/commands/deploy/load-release.ts





/**
 * Finds a release by its id in the buckets of the environment's targets, those of this run first: it lies in the one
 * that was first when it was made. Targets that cannot be asked are passed over.
 * @throws UserError `release-unknown`, `release-newer`, `release-damaged`
 */
async function loadRelease(id, whole, preferred, context) {
    const targets = [...new Map([...preferred, ...whole.targets].map((target) => [target.name, target])).values()];
    for (const target of targets) {
        const release = await findIn(target, id, whole, context);
        if (release === undefined)
            continue;
        const origin = whole.targets.find(({ name }) => name === release.origin.target) ?? target;
        return { release, storage: context.aws.session(origin).storage };
    }
    throw new errors/* UserError */.yo('release-unknown', `there is no release ${id} of ${whole.application} in the buckets of ${targets.map(({ name }) => name).join(', ')}`, {
        fix: ['Take the id from the output "release" of the run that made it, or deploy from sources: that makes one.'],
    });
}
async function findIn(target, id, whole, context) {
    const session = context.aws.session(target);
    const { artifactBucket: pattern, artifactPrefix: prefix } = (0,target_settings/* settingsOf */.f)(whole, target.name);
    try {
        const bucket = await (0,release_bucket/* artifactBucket */.V)(session, { create: false, ...(pattern !== undefined && { artifactBucket: pattern }) }, context);
        if (bucket === undefined)
            return undefined;
        return await findRelease({ storage: session.storage, bucket, application: whole.application, ...(prefix !== undefined && { prefix }) }, id);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code.startsWith('release-'))
            throw error;
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof errors/* UserError */.yo))
            throw error;
        context.report({
            type: 'note',
            level: 'warning',
            text: `${target.name} could not be asked for release ${id}: ${error.message}`,
            target: target.name,
        });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/deploy/release.ts










/** Builds the release, or loads the one that is named by `release` or by the plan file. */
async function obtainRelease(request, options, context) {
    const wanted = options.release ?? plannedRelease(request, options, context);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'sam-multi-region-'));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const { release, store } = await (wanted === undefined
            ? build(request, folder, options, context)
            : load(request, wanted, folder, context));
        const delivery = createDelivery({
            release,
            store,
            report: context.report,
            folder: `${folder}/delivery`,
            fresh: wanted === undefined,
        });
        return {
            release,
            delivery,
            folder,
            dispose: async () => {
                await store.dispose();
                await remove();
            },
        };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
function plannedRelease({ command }, options, context) {
    const file = command === 'deploy' ? options['plan-file'] : undefined;
    return file === undefined ? undefined : readPlanRelease((0,external_node_path_.join)(context.cwd, file), context);
}
async function build({ environment, targets }, folder, options, context) {
    const [first] = targets;
    if (first === undefined)
        throw new errors/* InternalError */.Gd('a run without targets');
    const settings = (0,target_settings/* settingsOf */.f)(environment, first.target.name);
    const { artifactPrefix: prefix } = settings;
    return buildRelease({
        environment,
        origin: { session: first.session, bucket: await first.bucket(settings), ...(prefix !== undefined && { prefix }) },
        folder,
        build: options.build !== 'never',
        validate: false,
        env: context.env,
        ...(options['config-env'] !== undefined && { samConfigEnvironment: options['config-env'] }),
        ...(context.origin.commit !== undefined && { commit: context.origin.commit }),
        ...(context.origin.tag !== undefined && { tag: context.origin.tag }),
    }, { ...context, readFile: (path) => (0,promises_.readFile)(path, 'utf8') });
}
async function load({ whole, targets }, id, folder, context) {
    const preferred = targets.map(({ target }) => target);
    const { release, storage } = await loadRelease(id, whole, preferred, context);
    const artifacts = uniqueArtifacts(release);
    context.report({
        type: 'release.ready',
        release: id,
        ...(release.commit !== undefined && { commit: release.commit }),
        artifacts: artifacts.length,
        bytes: artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0),
        reused: true,
    });
    return {
        release,
        store: createArtifactStore({ storage, bucket: release.origin.bucket, folder: `${folder}/artifacts` }),
    };
}

// EXTERNAL MODULE: ./src/topology/references.ts
var topology_references = __webpack_require__(1099);
;// CONCATENATED MODULE: ./src/commands/deploy/dependencies.ts

/** The instance that an output reference means: of the named target, else of the same target, else the only one. */
function referencedInstance(environment, from, reference) {
    const candidates = environment.instances.filter(({ stack }) => stack.key === reference.stack);
    const wanted = reference.target ?? from.target.name;
    return (candidates.find(({ target }) => target.name === wanted) ??
        (reference.target === undefined && candidates.length === 1 ? candidates[0] : undefined));
}
/** Every text of an instance that may hold references. */
function referencingTexts({ settings }) {
    return [...Object.values(settings.parameters).map(({ text }) => text), ...Object.values(settings.tags)];
}
/** Ids of the instances that must be done before this one: those whose outputs it takes, and its `needs`. */
function dependencyIds(environment, instance) {
    const references = referencingTexts(instance)
        .flatMap(topology_references/* referencesIn */.ii)
        .filter((reference) => reference.kind === 'output');
    const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
    return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
}

// EXTERNAL MODULE: ./src/commands/deploy/failures.ts
var failures = __webpack_require__(1225);
;// CONCATENATED MODULE: ./src/commands/deploy/inputs.ts





/** Resolves the references of an instance against outputs, SSM parameters of its target, the release and the target itself. */
async function resolveInputs(instance, ports) {
    const references = referencingTexts(instance).flatMap(topology_references/* referencesIn */.ii);
    const values = new Map();
    await Promise.all(references.map(async (reference) => values.set(keyOf(reference), await valueFor(reference, instance, ports))));
    const waiting = new Set();
    const resolve = (text) => {
        const resolution = (0,topology_references/* resolveReferences */.d)(text, (reference) => values.get(keyOf(reference)));
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            waiting.add(waitsFor(reference, instance, ports.environment) ?? source);
        return '';
    };
    const parameters = mapValues(instance.settings.parameters, ({ text }) => resolve(text));
    const tags = mapValues(instance.settings.tags, resolve);
    if (waiting.size > 0)
        return { kind: 'waiting', for: [...waiting] };
    const resolved = { parameters, tags };
    return { kind: 'known', fingerprint: (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(resolved)).digest('hex'), resolved };
}
async function valueFor(reference, instance, ports) {
    const { target } = instance;
    switch (reference.kind) {
        case 'output':
            return outputOf(reference, instance, ports);
        case 'ssm':
            return ssmValue(reference.name, instance, ports);
        case 'release':
            return ports.release.id;
        case 'commit':
            return ports.release.commit ?? '';
        case 'environment':
            return ports.environment.name;
        case 'application':
            return ports.environment.application;
        case 'target':
            return reference.property === 'account'
                ? ports.session(instance).account()
                : { name: target.name, region: target.region, active: 'true' }[reference.property];
    }
}
async function outputOf(reference, instance, ports) {
    const source = referencedInstance(ports.environment, instance, reference);
    if (source === undefined)
        return undefined;
    const known = ports.outputs.get(source.id) ??
        (await ports.session(source).cloudformation.describeStack(source.stack.stackName))?.outputs;
    return known?.[reference.output];
}
async function ssmValue(name, instance, ports) {
    try {
        return await ports.session(instance).parameter(name);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new errors/* UserError */.yo('ssm-parameter-missing', `${instance.id} takes the SSM parameter ${name}, which is not in ${instance.target.region}`, {
            fix: [`Create ${name} in ${instance.target.region}: SSM parameters belong to one region and account.`],
            cause: error,
        });
    }
}
function waitsFor(reference, instance, environment) {
    return reference.kind === 'output' ? referencedInstance(environment, instance, reference)?.id : undefined;
}
function keyOf(reference) {
    return JSON.stringify(reference);
}
function mapValues(record, map) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

;// CONCATENATED MODULE: ./src/commands/deploy/rollout-ports.ts



/** The rollout's effects on real AWS. What one target throws becomes that target's failed state. */
function createRolloutPorts(options, context) {
    const { whole, release, engine } = options;
    const outputs = new Map();
    const resolved = new Map();
    const { signal } = context;
    const session = (instance) => context.aws.session(instance.target);
    return {
        clock: context.clock,
        report: context.report,
        signal,
        session,
        dependencies: (instance) => dependencyIds(whole, instance),
        inputs: async (instance) => {
            try {
                const inputs = await resolveInputs(instance, { environment: whole, release, session, outputs });
                if (inputs.kind === 'known')
                    resolved.set(instance.id, inputs);
                return inputs;
            }
            catch (error) {
                return { kind: 'failed', preparation: (0,failures/* failedPreparation */.V)(error, signal) };
            }
        },
        prepare: async (instance) => {
            try {
                const inputs = resolved.get(instance.id);
                if (inputs === undefined)
                    throw new Error(`${instance.id} is prepared before its inputs are known`);
                return await engine.prepare(instance, inputs);
            }
            catch (error) {
                return (0,failures/* failedPreparation */.V)(error, signal);
            }
        },
        execute: async (instance, preparation) => {
            try {
                return await engine.execute(instance, preparation);
            }
            catch (error) {
                return (0,failures/* failedOutcome */.i)(error, signal);
            }
        },
        discard: async (instance, preparation) => {
            try {
                await engine.discard(instance, preparation);
            }
            catch (error) {
                const text = `the change set of ${instance.id} could not be deleted: ${(0,failures/* failedPreparation */.V)(error, signal).reason}`;
                context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
            }
        },
        align: (instance, preparation) => engine.align(instance, preparation),
        adopt: (instance) => {
            const inputs = resolved.get(instance.id);
            if (inputs !== undefined)
                engine.adopt(instance, inputs);
        },
        remember: ({ id }, values) => void outputs.set(id, values),
    };
}

// EXTERNAL MODULE: ./src/stack/failed.ts
var stack_failed = __webpack_require__(7547);
// EXTERNAL MODULE: ./src/stack/settings.ts
var settings = __webpack_require__(1123);
;// CONCATENATED MODULE: ./src/stack/engines/sam-arguments.ts

function packageArguments(paths, region, configuration, bucket) {
    return [
        'package',
        ...['--template-file', paths.template],
        ...['--output-template-file', paths.packaged],
        ...common(region, configuration, bucket),
    ];
}
/** Every setting of ours is stated, so that a user's configuration file adds to it and never contradicts it. */
function deployArguments(paths, region, configuration, bucket, request) {
    return [
        'deploy',
        ...['--template-file', paths.packaged],
        ...['--stack-name', request.stackName],
        ...common(region, configuration, bucket),
        '--no-fail-on-empty-changeset',
        '--no-confirm-changeset',
        request.disableRollback ? '--disable-rollback' : '--no-disable-rollback',
        ...list('--capabilities', request.capabilities),
        ...list('--notification-arns', request.notificationArns),
        ...(request.serviceRole === undefined ? [] : ['--role-arn', request.serviceRole]),
        ...list('--tags', Object.entries(request.tags).map(tagArgument)),
        ...(Object.keys(request.parameters).length === 0 ? [] : ['--parameter-overrides', `file://${paths.parameters}`]),
    ];
}
function common(region, configuration, { bucket, prefix }) {
    return [
        ...['--region', region],
        ...['--config-file', configuration.file],
        ...['--config-env', configuration.environment],
        // In this order: SAM looks at what came before --no-resolve-s3 (samcli/commands/_utils/options.py).
        ...(bucket === undefined ? ['--resolve-s3'] : ['--s3-bucket', bucket, '--no-resolve-s3']),
        ...(prefix === undefined ? [] : ['--s3-prefix', prefix]),
        '--no-progressbar',
    ];
}
function list(option, values) {
    return values.length === 0 ? [] : [option, ...values];
}
/**
 * Parameters as a YAML file for `--parameter-overrides file://…` (SAM CLI since pull request #7876). On the command line
 * SAM takes values apart with regular expressions that some values do not survive (a quote after a backslash, as JSON in
 * JSON has), and anybody on the machine can read them. Non-ASCII characters are escaped, because SAM reads the file in
 * the encoding of the locale.
 */
function parameterFile(parameters) {
    return Object.entries(parameters)
        .map(([name, value]) => `${yamlString(name)}: ${yamlString(protectedFromSam(value))}\n`)
        .join('');
}
/**
 * Of a file's values SAM removes quotes around them and backslashes before spaces and quotes, twice: when it has read
 * the file and when it has all values together (`CfnParameterOverridesType.convert` in samcli/cli/types.py). This adds
 * what it removes.
 */
function protectedFromSam(value) {
    const untouched = !/\\[ "']/.test(value) && !/^(["'])[\s\S]*\1$|^["']$/.test(value);
    if (untouched)
        return value;
    const quote = (text) => `"${text.replace(/\\(?=[ "'])/g, '\\\\')}"`;
    return quote(quote(value));
}
/** A JSON string is one of YAML's, but for pairs of surrogates: YAML takes each half for a character. */
function yamlString(text) {
    return JSON.stringify(text).replace(/[^\0-\x7e]/gu, (character) => `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`);
}
/** One tag as an argument of `--tags`, quoted where SAM would otherwise cut it at a space or an equals sign. */
function tagArgument([key, value]) {
    const text = /[\s="']/.test(value) || value === '' ? `${key}="${value.replaceAll('"', '\\"')}"` : `${key}=${value}`;
    // SAM reads `a="b c=d"` as two tags: every piece between spaces has exactly one equals sign (samcli/cli/types.py, CfnTags).
    const pieces = text.split(' ');
    const misread = (pieces.length > 1 && pieces.every((piece) => piece.split('=').length === 2)) || /[^\S ]/.test(key + value);
    if (misread || /[="'\\]/.test(key) || value.includes('\\')) {
        throw new errors/* UserError */.yo('tag-not-for-sam', `"sam deploy" cannot be given the tag ${key} with the value ${value}.`, {
            fix: ['Use a value without line breaks, backslashes and spaces before equals signs, or the engine "changeset".'],
        });
    }
    return text;
}

;// CONCATENATED MODULE: ./src/stack/engines/sam-nested-urls.ts
const S3_HOST = { 'aws-cn': 'amazonaws.com.cn' };
/**
 * With an endpoint of S3 in the environment (a test double, a VPC endpoint), `sam package` writes the addresses of
 * nested templates with that host, and `sam deploy` takes only addresses that look like S3's (`is_s3_url` in
 * samcli/lib/package/utils.py). Without one nothing is touched.
 */
async function nestedUrlsOfAws(file, ports) {
    const { region, partition } = ports.session;
    const environment = {
        ...ports.env,
        ...(await ports.session.environment()),
    };
    const endpoint = (environment['AWS_ENDPOINT_URL_S3'] || environment['AWS_ENDPOINT_URL'])?.replace(/\/+$/, '');
    if (endpoint === undefined)
        return;
    const text = ports.readFile(file);
    const changed = text?.replaceAll(`${endpoint}/`, `https://s3.${region}.${S3_HOST[partition] ?? 'amazonaws.com'}/`);
    if (changed !== undefined && changed !== text)
        await ports.writeFile(file, changed);
}

// EXTERNAL MODULE: ./src/stack/diagnose.ts
var diagnose = __webpack_require__(3198);
// EXTERNAL MODULE: ./src/stack/fixes.ts
var fixes = __webpack_require__(6555);
// EXTERNAL MODULE: ./src/stack/operation.ts
var operation = __webpack_require__(5141);
// EXTERNAL MODULE: ./src/stack/status.ts
var stack_status = __webpack_require__(3016);
;// CONCATENATED MODULE: ./src/stack/engines/sam-outcome.ts




async function stackBefore(name, cloudformation) {
    const stack = await cloudformation.describeStack(name);
    if (stack === undefined)
        return {};
    const baseline = (0,operation/* baselineOf */.Bv)(stack);
    // Where operations have ids, theirs tell our events from older ones.
    if (baseline.operations.size > 0)
        return { stack, baseline };
    const [newest] = await cloudformation.describeEvents({ stack: stack.stackId, notBefore: baseline.changedAt });
    return { stack, baseline, ...(newest !== undefined && { lastEventAt: newest.at }) };
}
const NO_STACK = { status: '', changedAt: '', operations: new Set() };
/** The honest end, from SAM's exit code and the stack as it is now. */
async function samOutcome({ request, before, after, run }, ports) {
    const nothing = { failures: [], fix: [], outputs: after?.outputs ?? {} };
    const known = after === undefined ? {} : { stackId: after.stackId, stackStatus: after.status };
    const running = after !== undefined && (0,stack_status/* statusMeaning */.u)(after.status).inProgress;
    if (run.stopped !== undefined) {
        const left = running
            ? `CloudFormation goes on with ${request.stackName} (${after.status})`
            : 'nothing is running in AWS';
        const why = run.stopped === 'cancelled' ? 'cancelled' : `not done after ${Math.round(request.timeoutMs / 1000)} s`;
        return { ...nothing, ...known, state: run.stopped, reason: `${run.command}: ${why}; ${left}` };
    }
    const touched = after !== undefined && (before.baseline === undefined || (0,operation/* showsOperation */.G3)(after, before.baseline));
    if (run.exitCode === 0) {
        if (after === undefined || !(0,stack_status/* statusMeaning */.u)(after.status).success) {
            const status = after?.status ?? 'absent';
            return { ...nothing, ...known, state: 'failed', reason: `sam deploy succeeded, but the stack is ${status}` };
        }
        return { ...nothing, ...known, state: touched ? 'succeeded' : 'no-change' };
    }
    const reason = `${run.command} ended with exit code ${run.exitCode}: ${errorLines(run.tail)}`;
    if (!touched || run.command === 'sam package')
        return { ...nothing, ...known, state: 'failed', reason };
    const operationIds = (0,operation/* newOperations */.LE)(after, before.baseline ?? NO_STACK).map(({ id }) => id);
    const since = before.lastEventAt;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: after.stackId, operationIds, ...(since !== undefined && { since }) }, ports);
    const state = (0,stack_status/* statusMeaning */.u)(after.status).end === 'stuck' ? 'stuck' : 'failed';
    return { ...nothing, ...known, state, reason, failures, fix: (0,fixes/* knownFixes */.B)(failures) };
}
/** What SAM says went wrong; its last line when it does not say "Error". */
function errorLines(tail) {
    const lines = tail.map((line) => line.trim()).filter((line) => line !== '');
    const first = lines.findLastIndex((line) => line.startsWith('Error:'));
    return (first === -1 ? lines.slice(-1) : lines.slice(first)).join(' ').slice(0, 2000);
}

;// CONCATENATED MODULE: ./src/stack/engines/sam.ts







/** Deploys one stack exactly as the SAM CLI does. The CLI packages, plans and executes by itself: nothing can be shown before. */
async function deployWithSam(deployment, ports) {
    const { request } = deployment;
    let before;
    try {
        refuseWhatSamCannot(request);
        before = await stackBefore(request.stackName, ports.cloudformation);
        const run = await sam_runSam(deployment, ports);
        const after = await ports.cloudformation.describeStack(request.stackName);
        if (after !== undefined && run.exitCode === 0)
            await alignSettings(request, after, ports);
        return await samOutcome({ request, before, after, run }, ports);
    }
    catch (error) {
        const refusal = (0,stack_failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return (0,stack_failed/* refusedOutcome */.jV)(refusal, before?.stack === undefined ? {} : { stackId: before.stack.stackId });
    }
}
async function sam_runSam(deployment, ports) {
    const { request, folder, template } = deployment;
    const { region } = ports.session;
    const paths = { template, packaged: `${folder}/packaged.yaml`, parameters: `${folder}/parameters.yaml` };
    const configuration = deployment.configuration ?? { file: `${folder}/samconfig.toml`, environment: 'default' };
    if (deployment.configuration === undefined)
        await ports.writeFile(configuration.file, 'version = 0.1\n');
    await ports.writeFile(paths.parameters, parameterFile(request.parameters));
    const limit = new AbortController();
    const finished = new AbortController();
    const limited = ports.clock.sleep(request.timeoutMs, finished.signal).then(() => limit.abort(), () => undefined);
    const signal = AbortSignal.any([ports.signal, limit.signal]);
    const sam = async (command, args) => {
        await ports.beforeWrite();
        ports.report({ type: 'instance.state', ...subject(deployment, ports), state: 'executing', text: command });
        // Asked for anew before each command: credentials may have been renewed since.
        const env = targetEnvironment(ports.env, { SAM_CLI_TELEMETRY: '0', ...(await ports.session.environment()) });
        const { exitCode, tail, aborted } = await ports.spawn(deployment.sam, args, {
            cwd: folder,
            env,
            signal,
            onLine: (line) => ports.report({ type: 'tool.output', tool: `${command} ${request.instance}`, line }),
        });
        const stopped = limit.signal.aborted ? 'timed-out' : 'cancelled';
        return { command, exitCode, tail, ...(aborted && { stopped }) };
    };
    try {
        const packaged = await sam('sam package', packageArguments(paths, region, configuration, deployment));
        if (packaged.exitCode !== 0)
            return packaged;
        await nestedUrlsOfAws(paths.packaged, ports);
        return await sam('sam deploy', deployArguments(paths, region, configuration, deployment, request));
    }
    finally {
        finished.abort();
        await limited;
    }
}
function subject({ request }, { target }) {
    return { instance: request.instance, target, stack: request.instance.split('@')[0] ?? request.instance };
}
/** Settings that `sam deploy` has no option for, and that lie outside its change set. */
async function alignSettings(request, stack, ports) {
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
    await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports));
}
/** Better refused than left out: whoever configured it counts on it. */
function refuseWhatSamCannot(request) {
    const unable = [
        request.rollbackTriggers !== undefined && 'rollback alarms',
        request.revertDrift && 'reverting drift',
        request.missingParameters === 'template-default' && 'missing-parameters: template-default',
    ].filter((what) => what !== false);
    if (unable.length === 0)
        return;
    throw new errors/* UserError */.yo('not-for-sam', `"sam deploy" has no option for ${unable.join(', ')} (stack ${request.stackName}).`, {
        fix: ['Use the engine "changeset", or leave the setting out.'],
    });
}

;// CONCATENATED MODULE: ./src/commands/deploy/sam-engine.ts







/** Literal `sam package` and `sam deploy` in every target: each packages for itself, and plans when it deploys. */
function createSamEngine(options, context) {
    const requests = new Map();
    const workOf = (instance) => {
        const work = options.targets.get(instance.target.name);
        if (work === undefined)
            throw new errors/* InternalError */.Gd(`${instance.id} is in no target of this run`);
        return work;
    };
    return {
        adopt: () => undefined,
        align: async () => undefined,
        discard: async () => undefined,
        prepare: async (instance, { resolved }) => {
            const work = workOf(instance);
            await work.session.account();
            await work.lease();
            requests.set(instance.id, stackRequest(instance, resolved, { body: '' }, options, context));
            return { kind: 'unreviewed', notes: ['the sam engine makes its change set when it deploys'] };
        },
        execute: async (instance) => {
            const work = workOf(instance);
            const request = requests.get(instance.id);
            if (request === undefined)
                throw new errors/* InternalError */.Gd(`${instance.id} is executed before it is prepared`);
            const folder = (0,external_node_path_.join)(options.folder, encodeURIComponent(instance.id));
            await (0,promises_.mkdir)(folder, { recursive: true });
            const { settings, stack } = instance;
            return deployWithSam({
                request,
                template: await sam_engine_builtTemplate(stack.template, options.stacks),
                folder,
                sam: 'sam',
                bucket: await work.bucket(settings),
                ...(settings.artifactPrefix !== undefined && { prefix: settings.artifactPrefix }),
            }, {
                ...stackPorts(instance, work, options.templateOf, context),
                spawn: context.spawn,
                session: work.session,
                env: context.env,
                readFile: context.readFile,
                writeFile: context.writeFile,
            });
        },
    };
}
/** What `sam build` made of the template for this run, or the template where nothing is built. */
async function sam_engine_builtTemplate(template, others) {
    const read = (file) => (0,promises_.readFile)(file, 'utf8');
    const sharesFolder = others.some((other) => other.template !== template && (0,external_node_path_.dirname)(other.template) === (0,external_node_path_.dirname)(template));
    const built = await earlierBuild(await readTemplate(template, read), sharesFolder, read);
    return built?.file ?? template;
}

;// CONCATENATED MODULE: ./src/template/event-sources.ts
/**
 * SAM event types that call a function without anybody choosing a version: all of the traffic is on the new code the
 * moment the function is updated. Left out are those whose callers go through an API that can be shifted or rolled
 * back by weight (`Api`, `HttpApi`).
 */
const SAM_EVENT_TYPES = new Set([
    'AlexaSkill',
    'CloudWatchEvent',
    'CloudWatchLogs',
    'Cognito',
    'DocumentDB',
    'DynamoDB',
    'EventBridgeRule',
    'IoTRule',
    'Kinesis',
    'MQ',
    'MSK',
    'S3',
    'SNS',
    'SQS',
    'Schedule',
    'ScheduleV2',
    'SelfManagedKafka',
]);
/** CloudFormation resources that call a function, and the properties that name it. Lists are searched item by item. */
const CALLERS = {
    'AWS::Lambda::EventSourceMapping': ['FunctionName'],
    'AWS::Events::Rule': ['Targets'],
    'AWS::Scheduler::Schedule': ['Target'],
    'AWS::Pipes::Pipe': ['Target', 'Enrichment'],
    'AWS::SNS::Subscription': ['Endpoint'],
    'AWS::SNS::Topic': ['Subscription'],
    'AWS::S3::Bucket': ['NotificationConfiguration'],
    'AWS::Logs::SubscriptionFilter': ['DestinationArn'],
    'AWS::IoT::TopicRule': ['TopicRulePayload'],
    'AWS::Cognito::UserPool': ['LambdaConfig'],
    'AWS::Lambda::EventInvokeConfig': ['DestinationConfig'],
};

;// CONCATENATED MODULE: ./src/template/event-driven.ts


const FUNCTIONS = new Set(['AWS::Serverless::Function', 'AWS::Lambda::Function']);
/**
 * Logical ids of functions that events call and that switch to new code all at once, without steps or a way back by
 * traffic. A SAM alias (`AutoPublishAlias`) alone changes nothing, it is moved at once; with an enabled
 * `DeploymentPreference` other than `AllAtOnce` CodeDeploy moves it in steps, and the events follow it.
 */
function switchesAtOnce(template) {
    const defaults = (0,plain_data/* asMap */.$H)(template.globals['Function']);
    const shifted = new Set();
    const called = new Set();
    for (const resource of template.resources) {
        if (!FUNCTIONS.has(resource.type))
            continue;
        if (shiftsGradually(resource.properties, defaults))
            shifted.add(resource.logicalId);
        if (hasEvents(resource))
            called.add(resource.logicalId);
    }
    for (const { type, properties } of template.resources) {
        for (const name of CALLERS[type] ?? [])
            collectFunctions(properties[name], called);
    }
    return template.resources
        .filter(({ type, logicalId }) => FUNCTIONS.has(type) && called.has(logicalId) && !shifted.has(logicalId))
        .map(({ logicalId }) => logicalId);
}
function shiftsGradually(properties, defaults) {
    if (!(properties['AutoPublishAlias'] ?? defaults['AutoPublishAlias']))
        return false;
    // SAM merges maps of Globals key by key.
    const preference = { ...(0,plain_data/* asMap */.$H)(defaults['DeploymentPreference']), ...(0,plain_data/* asMap */.$H)(properties['DeploymentPreference']) };
    const enabled = preference['Enabled'];
    const off = enabled === false || String(enabled).toLowerCase() === 'false';
    return !off && preference['Type'] !== undefined && preference['Type'] !== 'AllAtOnce';
}
function hasEvents({ type, properties }) {
    if (type !== 'AWS::Serverless::Function')
        return false;
    return Object.values((0,plain_data/* asMap */.$H)(properties['Events'])).some((event) => SAM_EVENT_TYPES.has(String((0,plain_data/* asMap */.$H)(event)['Type'])));
}
/** Logical ids that a value refers to by `Ref`, `Fn::GetAtt` or inside `Fn::Sub`. */
function collectFunctions(value, into) {
    if (Array.isArray(value)) {
        for (const item of value)
            collectFunctions(item, into);
        return;
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        if (key === 'Ref' && typeof item === 'string')
            into.add(item);
        else if (key === 'Fn::GetAtt')
            into.add(String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? '');
        else if (key === 'Fn::Sub') {
            const text = String(Array.isArray(item) ? item[0] : item);
            for (const match of text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?\}/g))
                into.add(match[1] ?? '');
            if (Array.isArray(item))
                collectFunctions(item[1], into);
        }
        else
            collectFunctions(item, into);
    }
}

;// CONCATENATED MODULE: ./src/commands/deploy/stack-template.ts




const nestedTypes = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);
/** Reads each packaged template of a release once. */
function createStackTemplates(release, context) {
    const known = new Map();
    return (stack) => {
        const found = known.get(stack) ?? read(stack, release, context);
        known.set(stack, found);
        return found;
    };
}
function read(key, release, context) {
    const stack = release.stacks.find((candidate) => candidate.stack === key);
    if (stack === undefined)
        throw new errors/* InternalError */.Gd(`release ${release.id} has no stack ${key}`);
    const packaged = (0,template_parse.parseTemplate)(stack.template, stack.source);
    let source;
    return {
        parameters: packaged.parameters,
        hasNestedStacks: packaged.resources.some(({ type }) => nestedTypes.has(type)),
        switchesAtOnce: switchesAtOnce(packaged),
        locate: (path) => {
            const text = source === undefined ? context.readFile(stack.source) : undefined;
            if (text !== undefined)
                source = (0,template_parse.parseTemplate)(text, (0,external_node_path_.relative)(context.cwd, stack.source));
            return source?.locate(path);
        },
    };
}

// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(5749);
;// CONCATENATED MODULE: ./src/commands/deploy/prepare-run.ts










/** How long giving back may take after a cancel: the runner kills 10 s after its first signal. */
const CLOSE_AFTER_CANCEL_MS = 3_000;
/**
 * Proves the account of every target, then makes or loads the release. Buckets and leases of the targets are obtained
 * while `sam package` runs.
 */
async function prepareRun(command, chosen, options, context) {
    const { environment, whole } = chosen;
    if (options.release === undefined)
        checkTemplates(environment, context);
    const targets = (0,target_work/* createTargetWork */.J2)(environment, { command, lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn }, context);
    const closeTargets = () => Promise.all([...targets.values()].map((work) => work.close()));
    try {
        const reachable = await proveTargets(targets, options, context);
        // A target that cannot be held is reported when its turn comes; nobody waits for this here.
        for (const work of reachable)
            work.lease().catch(() => undefined);
        const earlier = earlierDurations(chosen, context);
        const { release, delivery, folder, dispose } = await obtainRelease({ command, environment, whole, targets: reachable }, options, context);
        const templateOf = createStackTemplates(release, context);
        const earlierMs = await earlier;
        const repair = command === 'deploy' && options['dry-run'] !== true;
        const engine = environment.engine === 'sam'
            ? createSamEngine({ release, targets, templateOf, earlierMs, stacks: environment.stacks, folder: (0,external_node_path_.join)(folder, 'sam') }, context)
            : createChangeSetEngine({ release, targets, templateOf, earlierMs, delivery, repair }, context);
        return {
            environment,
            release,
            templateOf,
            earlierMs,
            ports: createRolloutPorts({ whole, release, engine }, context),
            close: async () => {
                const closing = Promise.all([closeTargets(), dispose()]);
                await (context.signal.aborted ? Promise.race([closing, context.clock.sleep(CLOSE_AFTER_CANCEL_MS)]) : closing);
            },
        };
    }
    catch (error) {
        await closeTargets();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/commands/deploy/deploy.ts














/** Builds once and deploys to every target, wave by wave. */
const deploy = (options, context) => run('deploy', options, context);
/** Shows what `deploy` would do; what it made is deleted unless `plan-file` keeps it. */
const plan = (options, context) => run('plan', options, context);
async function run(command, options, context) {
    const startedAt = context.clock.now();
    const chosen = await (0,commands_environment/* environmentOf */.p)(options, context);
    const { environment } = chosen;
    refuseForSam(environment, options, context);
    const dryRun = command === 'plan' || options['dry-run'] === true;
    context.report({
        type: 'run.started',
        command,
        version: context.version,
        application: environment.application,
        environment: environment.name,
        targets: environment.targets.map(({ name }) => name),
        dryRun,
    });
    const prepared = await prepareRun(command, chosen, options, context);
    try {
        const details = { command, startedAt, release: prepared.release };
        const plans = await makePlans(command, prepared, options, context);
        const shown = describePlans(environment, plans, prepared);
        context.report({ type: 'plan.ready', plan: shown });
        if (dryRun || context.signal.aborted)
            return await endPlan(plans, shown, details, prepared, options, context);
        await confirmPlan(plans, shown, prepared.ports, context);
        const instances = await runRollout(environment, plans, prepared.ports);
        await recordInventory(chosen, instances, context);
        return (0,result/* runResult */.X)(environment, { ...details, instances, plan: shown }, context);
    }
    finally {
        await prepared.close();
    }
}
/** The `sam` engine packages the sources in every target: it cannot deploy what was made before. */
function refuseForSam({ engine }, options, { nameOption }) {
    if (engine !== 'sam')
        return;
    for (const name of ['release', 'plan-file']) {
        if (options[name] === undefined)
            continue;
        throw new errors/* UserError */.yo('not-with-sam', `${nameOption(name)} does not go with the sam engine, which packages the sources in every target`, {
            fix: ['Use the changeset engine, or leave it out.'],
        });
    }
}
async function makePlans(command, prepared, options, context) {
    const file = options['plan-file'];
    if (command === 'deploy' && file !== undefined)
        return adoptPlan((0,external_node_path_.join)(context.cwd, file), prepared, context);
    return planInstances(prepared.environment, prepared.ports);
}
function describePlans(environment, plans, { release, templateOf, earlierMs }) {
    const ordered = environment.phases.flatMap(({ instances }) => instances).flatMap(({ id }) => plans.get(id) ?? []);
    return {
        environment: environment.name,
        release: release.id,
        ...(release.commit !== undefined && { commit: release.commit }),
        instances: ordered.map((item) => {
            const earlier = earlierMs.get(item.instance.id);
            const { switchesAtOnce } = templateOf(item.instance.stack.key);
            return describePlan(item, { switchesAtOnce, ...(earlier !== undefined && { earlierMs: earlier }) });
        }),
        phases: environment.phases.map(({ name, targets }) => ({ name, targets })),
    };
}
async function endPlan(plans, shown, details, prepared, options, context) {
    const { environment, ports } = prepared;
    const { command } = details;
    const file = options['plan-file'];
    const instances = plannedResults(environment, plans, context.signal.aborted);
    const failed = instances.some(({ state }) => (0,rollout_state/* isFailure */.N6)(state));
    if (command === 'plan' && file !== undefined && !failed && !context.signal.aborted)
        await keepPlan((0,external_node_path_.join)(context.cwd, file), plans, prepared, context);
    else
        await discardPlans(plans.values(), ports);
    const changes = shown.instances.some(({ kind }) => kind !== 'no-change');
    return (0,result/* runResult */.X)(environment, {
        ...details,
        instances,
        plan: shown,
        planned: true,
        ...(options['fail-on-changes'] && changes && { exitCode: exit_codes/* exitCodes */.h.failed }),
    }, context);
}
async function keepPlan(path, plans, { environment, release }, context) {
    const text = writePlan({
        schema: 1,
        application: environment.application,
        environment: environment.name,
        release: release.id,
        instances: plannedInstances(plans),
    });
    await context.writeFile(path, text);
    context.report({
        type: 'note',
        level: 'info',
        text: `the plan is in ${(0,external_node_path_.relative)(context.cwd, path)}; its change sets wait for deploy --plan-file`,
    });
}
/** A plan has states too: what failed, and what would not change. */
function plannedResults(environment, plans, cancelled) {
    return environment.phases.flatMap((phase) => phase.instances.map((instance) => {
        const preparation = plans.get(instance.id)?.preparation;
        const details = preparation === undefined ? {} : { preparation };
        switch (preparation?.kind) {
            case 'failed':
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, { ...preparation, outputs: {} }, details);
            case 'no-change':
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, { state: 'no-change', stackId: preparation.stackId, failures: [], fix: [], outputs: preparation.outputs }, details);
            default:
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, cancelled ? (0,rollout_results/* notTried */.QI)('cancelled', 'cancelled before it was executed') : (0,rollout_results/* notTried */.QI)('skipped', 'planned only'), details);
        }
    }));
}
async function confirmPlan(plans, shown, ports, context) {
    const changing = shown.instances.filter(({ kind }) => kind !== 'no-change' && kind !== 'failed');
    if (changing.length === 0)
        return;
    const losses = changing.flatMap(({ changes }) => changes.filter(({ dataLoss }) => dataLoss)).length;
    const warning = losses > 0 ? ` ${losses} of the changes would lose data.` : '';
    try {
        if (await context.confirm(`Deploy ${changing.length} stacks of ${shown.environment}?${warning}`))
            return;
        throw new errors/* UserError */.yo('declined', 'nothing was deployed', { fix: ['Answer y, or add --yes.'] });
    }
    catch (error) {
        await discardPlans(plans.values(), ports);
        throw error;
    }
}


/***/ }),

/***/ 1225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failedPreparation),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** What was thrown while working on one target, as that target's honest state. */
function failedPreparation(error, signal) {
    const failed = { kind: 'failed', failures: [] };
    if (signal.aborted)
        return { ...failed, state: 'cancelled', reason: 'cancelled while it was being planned', fix: [] };
    if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable') {
        return {
            ...failed,
            state: 'unreachable',
            reason: `${error.service} in ${error.region} cannot be reached: ${error.message}`,
            fix: [`Leave it out with --without ${error.region} (input "without"), and deploy to it when it is back.`],
        };
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
        return { ...failed, state: 'failed', reason: `${error.message} (${error.code})`, fix: error.fix };
    if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) {
        return {
            ...failed,
            state: 'failed',
            reason: `${error.service} ${error.action}: ${error.message} (${error.code})`,
            fix: [],
        };
    }
    return { ...failed, state: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), fix: [] };
}
/** The same for an execution: what AWS is doing meanwhile is not known. */
function failedOutcome(error, signal) {
    const { state, reason, fix } = failedPreparation(error, signal);
    return { state, reason, failures: [], fix, outputs: {} };
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Rr: () => (/* binding */ instanceResult),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/** Counts for tables: a replacement is counted there and not as a modification. */
function countChanges(changes) {
    let [add, modify, remove, replace] = [0, 0, 0, 0];
    for (const change of changes) {
        if (change.action === 'Add' || change.action === 'Import')
            add += 1;
        else if (change.action === 'Remove')
            remove += 1;
        else if (change.replacement === 'True' || change.replacement === 'Conditional')
            replace += 1;
        else
            modify += 1;
    }
    return { add, modify, remove, replace };
}
/** The result of one instance from what is known of it. Times are ISO 8601. */
function instanceResult(instance, phase, outcome, details = {}) {
    const { preparation } = details;
    const account = details.account ?? instance.target.account;
    return {
        instance: instance.id,
        target: instance.target.name,
        stack: instance.stack.key,
        stackName: instance.stack.stackName,
        region: instance.target.region,
        ...(account !== undefined && { account }),
        phase: phase.name,
        state: outcome.state,
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
        failures: outcome.failures,
        fix: outcome.fix,
        outputs: outcome.outputs,
        changes: countChanges(preparation?.kind === 'change-set' ? preparation.changes : []),
        ...(details.startedAt !== undefined && { startedAt: details.startedAt }),
        ...(details.endedAt !== undefined && { endedAt: details.endedAt }),
        ...(outcome.stackId !== undefined && { stackId: outcome.stackId }),
    };
}
/** An outcome for an instance that never reached AWS, with the sentence that says why. */
function notTried(state, reason) {
    return { state, reason, failures: [], fix: [], outputs: {} };
}


/***/ }),

/***/ 8547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTemplate: () => (/* binding */ parseTemplate)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/template/document.ts

/** The syntax tree of a template. `failsafe`: types are told from the text by us; short-form tags need no schema. */
function composeDocument(text) {
    return (0,dist.parseDocument)(text, {
        schema: 'failsafe',
        prettyErrors: false,
        uniqueKeys: false,
        logLevel: 'silent',
        keepSourceTokens: false,
    });
}
function locationAt(file, text, offset) {
    let line = 1;
    let start = 0;
    for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
        line += 1;
        start = next + 1;
    }
    return { file, line, column: offset - start + 1 };
}
/** Follows a path as far as it goes. A short-form function (`!Sub`) takes no part of the path: its value has no keys. */
function follow(document, path) {
    let node = document.contents;
    let offset = rangeStart(node) ?? 0;
    let depth = 0;
    for (const part of path) {
        const target = (0,dist.isAlias)(node) ? node.resolve(document) : node;
        let next;
        if ((0,dist.isMap)(target)) {
            const pair = target.items.findLast(({ key }) => (0,dist.isScalar)(key) && String(key.value) === String(part));
            if (pair)
                next = { node: pair.value, offset: rangeStart(pair.key) ?? offset };
        }
        else if ((0,dist.isSeq)(target)) {
            const item = target.items[Number(part)];
            if (item !== undefined)
                next = { node: item, offset: rangeStart(item) ?? offset };
        }
        if (!next)
            break;
        ({ node, offset } = next);
        depth += 1;
    }
    return { node, offset, depth };
}
function spanOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isScalar)(node) || !node.range)
        return undefined;
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    return { start: node.range[0], end: node.range[1], style };
}
function mapStartOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isMap)(node))
        return undefined;
    const offset = rangeStart(node.items[0]?.key);
    return offset === undefined ? undefined : { offset, flow: node.flow === true };
}
const STYLES = {
    PLAIN: 'plain',
    QUOTE_SINGLE: 'single',
    QUOTE_DOUBLE: 'double',
    BLOCK_FOLDED: 'block',
    BLOCK_LITERAL: 'block',
};
function rangeStart(node) {
    return ((0,dist.isScalar)(node) || (0,dist.isMap)(node) || (0,dist.isSeq)(node) || (0,dist.isAlias)(node) ? node.range : undefined)?.[0];
}

;// CONCATENATED MODULE: ./src/template/location-path.ts
/**
 * What a path as people and CloudFormation write it may mean in a template's data, most likely first:
 * a resource, a parameter, or a path from the root.
 */
function pathOf(path) {
    if (path.startsWith('/'))
        return [path.slice(1).split('/').map(unescapePointer)];
    const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
    return [['Resources', ...parts], ['Parameters', ...parts], parts];
}
function unescapePointer(part) {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(8267);
// EXTERNAL MODULE: ./src/template/sections.ts
var sections = __webpack_require__(496);
;// CONCATENATED MODULE: ./src/template/intrinsics.ts
/** Short forms whose long form is not `Fn::` and the name. */
const BARE = new Set(['Ref', 'Condition']);
/**
 * The long form of a value under a YAML tag: `!Ref X` is `{Ref: X}`, `!GetAtt A.B` is `{'Fn::GetAtt': ['A', 'B']}`.
 * Undefined for tags that are no CloudFormation function (`!!str`).
 */
function longForm(tag, value) {
    const name = /^!([A-Za-z]\w*)$/.exec(tag)?.[1];
    if (name === undefined)
        return undefined;
    if (BARE.has(name))
        return { [name]: value };
    if (name === 'GetAtt' && typeof value === 'string') {
        const dot = value.indexOf('.');
        return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
    }
    return { [`Fn::${name}`]: value };
}

;// CONCATENATED MODULE: ./src/template/yaml-data.ts


/** An alias that contains itself has no finite data. */
class EndlessAlias extends Error {
}
/**
 * Data of a parsed YAML document (schema `failsafe`), with CloudFormation's short forms written out. Plain scalars are
 * read as YAML 1.1 does for CloudFormation, except that numbers with a leading zero and dates stay text: they are
 * account ids and template versions, never octal numbers.
 */
function yamlData(document) {
    const resolved = new Map();
    const open = new Set();
    function convert(node) {
        if ((0,dist.isAlias)(node))
            return target(node.resolve(document));
        if ((0,dist.isScalar)(node))
            return tagged(node.tag, scalarValue(node));
        if ((0,dist.isSeq)(node))
            return tagged(node.tag, node.items.map(convert));
        if ((0,dist.isMap)(node)) {
            const map = {};
            for (const { key, value } of node.items) {
                const name = (0,dist.isScalar)(key) ? String(key.value ?? '') : JSON.stringify(convert(key));
                if (name === '<<')
                    merge(map, convert(value));
                else
                    set(map, name, convert(value));
            }
            return tagged(node.tag, map);
        }
        return null;
    }
    /** One object for all aliases of an anchor: aliases of aliases take no more room than the text. */
    function target(node) {
        if (node === undefined)
            return null;
        if (resolved.has(node))
            return resolved.get(node);
        if (open.has(node))
            throw new EndlessAlias('an alias contains itself');
        open.add(node);
        const value = convert(node);
        open.delete(node);
        resolved.set(node, value);
        return value;
    }
    return convert(document.contents);
}
/** `<<`: keys that the map has itself win, wherever they stand. */
function merge(into, value) {
    for (const source of Array.isArray(value) ? value : [value]) {
        if (typeof source !== 'object' || source === null)
            continue;
        for (const [key, item] of Object.entries(source))
            if (!Object.hasOwn(into, key))
                set(into, key, item);
    }
}
function set(map, key, value) {
    if (key === '__proto__')
        Object.defineProperty(map, key, { value, enumerable: true, configurable: true });
    else
        map[key] = value;
}
function tagged(tag, value) {
    return (tag === undefined ? undefined : longForm(tag, value)) ?? value;
}
function scalarValue(node) {
    const text = String(node.value ?? '');
    return node.type === 'PLAIN' && !node.tag?.startsWith('!') ? plainValue(text) : text;
}
function plainValue(text) {
    const first = text.charCodeAt(0);
    const numeric = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
    if (numeric)
        return /^[-+]?(?:0|[1-9][0-9_]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/.test(text) ? number(text) : text;
    if (text.length > 5)
        return text;
    switch (text) {
        case '':
        case '~':
        case 'null':
        case 'Null':
        case 'NULL':
            return null;
    }
    if (/^(?:true|yes|on)$/i.test(text))
        return true;
    return /^(?:false|no|off)$/i.test(text) ? false : text;
}
function number(text) {
    const value = Number(text.replaceAll('_', ''));
    return Number.isNaN(value) ? text : value;
}

;// CONCATENATED MODULE: ./src/template/parse.ts






/**
 * Reads a SAM or CloudFormation template, YAML (with short-form functions) or JSON. JSON costs no syntax tree until
 * something is located in it.
 *
 * @throws UserError `template-not-yaml` with the line, `template-not-cloudformation`
 */
function parseTemplate(text, file) {
    const json = /^\s*\{/.test(text) ? parseJson(text) : undefined;
    let document = json === undefined ? composeChecked(text, file) : undefined;
    const tree = () => {
        document ??= composeDocument(text);
        return document;
    };
    const data = json ?? toData(tree(), file);
    if (!(0,plain_data/* isMap */.jh)(data) || !(0,plain_data/* isMap */.jh)(data['Resources']) || Object.keys(data['Resources']).length === 0) {
        throw notCloudFormation(data, file);
    }
    const locate = (path) => {
        const candidates = pathOf(path).map((parts) => ({ parts, found: follow(tree(), parts) }));
        const best = candidates.find(({ parts, found }) => found.depth > Math.min(1, parts.length - 1));
        return best && locationAt(file, text, best.found.offset);
    };
    let resources;
    return {
        file,
        text,
        data,
        get parameters() {
            return (0,sections/* parametersOf */.mC)(data).map((parameter) => ({
                ...parameter,
                location: locationAt(file, text, follow(tree(), ['Parameters', parameter.name]).offset),
            }));
        },
        transforms: (0,sections/* transformsOf */.R4)(data),
        get resources() {
            resources ??= (0,sections/* resourcesOf */.F3)(data);
            return resources;
        },
        globals: (0,plain_data/* asMap */.$H)(data['Globals']),
        locate,
        scalarAt: (path) => spanOf(tree(), path),
        mapStart: (path) => mapStartOf(tree(), path),
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // YAML in flow style, or broken: the YAML parser tells, and with the line.
        return undefined;
    }
}
function composeChecked(text, file) {
    let document;
    try {
        document = composeDocument(text);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, text, error);
    }
    const problem = document.errors[0];
    if (problem)
        throw notYaml(file, problem.message, problem.pos[0], text, problem);
    return document;
}
function toData(document, file) {
    try {
        return yamlData(document);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, '', error);
    }
}
function notYaml(file, reason, offset, text, cause) {
    return new errors/* UserError */.yo('template-not-yaml', `The template ${file} is neither YAML nor JSON: ${reason}`, {
        location: text ? locationAt(file, text, offset) : { file },
        fix: ['Correct the template; "sam validate" checks it without deploying.'],
        cause,
    });
}
function notCloudFormation(data, file) {
    const what = !(0,plain_data/* isMap */.jh)(data)
        ? 'it holds no mapping'
        : (0,plain_data/* isMap */.jh)(data['Resources'])
            ? 'its Resources section is empty'
            : 'it has no Resources section';
    return new errors/* UserError */.yo('template-not-cloudformation', `${file} is no SAM or CloudFormation template: ${what}.`, {
        location: { file },
        fix: ['Name the file that holds the Resources section of the stack.'],
    });
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ asMap),
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a map, or an empty one. */
function asMap(value) {
    return isMap(value) ? value : {};
}
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value as a list, or an empty one. */
function asList(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 496:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   R4: () => (/* binding */ transformsOf),
/* harmony export */   kV: () => (/* binding */ forEachLoops),
/* harmony export */   mC: () => (/* binding */ parametersOf)
/* harmony export */ });
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8267);

function parametersOf(data) {
    return Object.entries((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Parameters'])).map(([name, value]) => {
        const declared = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value);
        const defaultText = scalarText(declared['Default']);
        return {
            name,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(declared['Type']) ?? 'String',
            hasDefault: 'Default' in declared,
            noEcho: declared['NoEcho'] === true || String(declared['NoEcho']).toLowerCase() === 'true',
            ...(defaultText !== undefined && { defaultText }),
        };
    });
}
function transformsOf(data) {
    const value = data['Transform'];
    return (Array.isArray(value) ? value : [value])
        .map((item) => (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(item) ?? (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(item)['Name']))
        .filter((name) => name !== undefined);
}
function resourcesOf(data) {
    const found = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], (logicalId, value, path) => {
        const deletionPolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['DeletionPolicy']);
        const updateReplacePolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['UpdateReplacePolicy']);
        const condition = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Condition']);
        found.push({
            logicalId,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Type']) ?? '',
            properties: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Properties']),
            metadata: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Metadata']),
            ...(deletionPolicy !== undefined && { deletionPolicy }),
            ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
            ...(condition !== undefined && { condition }),
            path,
        });
    });
    return found;
}
/** Every loop of the Resources section, outer ones first. */
function forEachLoops(data) {
    const loops = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], () => { }, (loop) => loops.push(loop));
    return loops;
}
function walk(resources, path, onResource, onLoop = () => { }) {
    for (const [key, value] of Object.entries(resources)) {
        if (!key.startsWith('Fn::ForEach::')) {
            if ((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
                onResource(key, value, [...path, key]);
        }
        else if (Array.isArray(value) && (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value[2])) {
            onLoop({ key, variable: String(value[0]), collection: value[1], body: value[2], path: [...path, key] });
            walk(value[2], [...path, key, 2], onResource, onLoop);
        }
    }
}
function scalarText(value) {
    if (value === undefined || value === null || (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return undefined;
    return Array.isArray(value) ? value.join(',') : String(value);
}


/***/ }),

/***/ 3420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isStateful)
/* harmony export */ });
/**
 * Resource types that hold data which is gone, or names and keys that callers depend on, when the resource is replaced
 * or deleted. Roughly those for which CloudFormation documents a snapshot, a retention or a "data loss" warning.
 */
const STATEFUL = new Set([
    'AWS::ACMPCA::CertificateAuthority',
    'AWS::AmazonMQ::Broker',
    'AWS::Backup::BackupVault',
    'AWS::Backup::LogicallyAirGappedBackupVault',
    'AWS::CloudTrail::EventDataStore',
    'AWS::CodeCommit::Repository',
    'AWS::Cognito::IdentityPool',
    'AWS::Cognito::UserPool',
    'AWS::DAX::Cluster',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::DocDBElastic::Cluster',
    'AWS::DSQL::Cluster',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Volume',
    'AWS::ECR::PublicRepository',
    'AWS::ECR::Repository',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::Elasticsearch::Domain',
    'AWS::Events::Archive',
    'AWS::FSx::FileSystem',
    'AWS::FSx::Volume',
    'AWS::Glue::Database',
    'AWS::Glue::Table',
    'AWS::IoTSiteWise::Asset',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
    'AWS::Kinesis::Stream',
    'AWS::KinesisVideo::Stream',
    'AWS::Keyspaces::Keyspace',
    'AWS::Keyspaces::Table',
    'AWS::Lightsail::Database',
    'AWS::Lightsail::Disk',
    'AWS::Location::Tracker',
    'AWS::Logs::LogGroup',
    'AWS::MSK::Cluster',
    'AWS::MSK::ServerlessCluster',
    'AWS::MemoryDB::Cluster',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::NeptuneGraph::Graph',
    'AWS::OpenSearchServerless::Collection',
    'AWS::OpenSearchService::Domain',
    'AWS::QLDB::Ledger',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::GlobalCluster',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::Route53::HostedZone',
    'AWS::S3::Bucket',
    'AWS::S3Express::DirectoryBucket',
    'AWS::S3Tables::TableBucket',
    'AWS::S3Vectors::VectorBucket',
    'AWS::SDB::Domain',
    'AWS::SQS::Queue',
    'AWS::SecretsManager::Secret',
    'AWS::Serverless::SimpleTable',
    'AWS::Timestream::Database',
    'AWS::Timestream::InfluxDBInstance',
    'AWS::Timestream::Table',
]);
/** Whether replacing or deleting a resource of this type loses data. Custom resources are not known to. */
function isStateful(resourceType) {
    return STATEFUL.has(resourceType);
}


/***/ })

};
