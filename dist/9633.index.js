export const id = 9633;
export const ids = [9633];
export const modules = {

/***/ 14869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   u: () => (/* binding */ lookBackOf)
/* harmony export */ });
/* harmony import */ var _gates_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58156);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54246);


/** What is looked back over where there is no bake time. */
const LOOK_BACK_MS = 300_000;
/**
 * Asks every gate of the environment's phases once, whatever its `when` says, and outside of any rollout: outputs are those
 * that the stacks have now.
 * @param release that gates expect where a phase is asked for none of its own
 */
async function askOnce({ environment, release }, asked, context) {
    const phases = environment.phases.map((phase) => ({
        ...phase,
        gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] })),
    }));
    const runner = (0,_gates_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createGateRunner */ .q)({ ...(0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePorts */ .o)(context), environment: { ...environment, phases }, release });
    const rounds = asked.map(({ since, ...more }) => runner.ask({ moment: 'after', outputs: {}, since, bakeSince: since, ...more }, context.signal));
    return (await Promise.all(rounds)).flat();
}
/** How long ago a judgement begins that no rollout began, milliseconds: as long as a bake takes. */
function lookBackOf({ bakeMs }) {
    return bakeMs || LOOK_BACK_MS;
}


/***/ }),

/***/ 61008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c_: () => (/* binding */ assertReady),
  ht: () => (/* binding */ failingSince),
  og: () => (/* binding */ gatesOf),
  $D: () => (/* binding */ refuseUnready)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/topology/gate-references.ts
var gate_references = __webpack_require__(32017);
// EXTERNAL MODULE: ./src/commands/ask-once.ts
var ask_once = __webpack_require__(14869);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var facts = __webpack_require__(63934);
// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/failover/parameters-in-step.ts

/** What stands for something else in each target. */
const OF_A_TARGET = new Set(['target', 'ssm', 'output']);
/**
 * Names of parameters that differ between two targets although nobody says that they should: the configuration has the
 * same text for both, or none. Values that CloudFormation hides look alike and are not told apart.
 */
function parametersOutOfStep(one, other) {
    const names = [...new Set([...Object.keys(one.actual), ...Object.keys(other.actual)])];
    return names.filter((name) => one.actual[name] !== other.actual[name] && !isMeant(name, one, other)).sort();
}
function isMeant(name, one, other) {
    const [own, others] = [one.configured[name]?.text, other.configured[name]?.text];
    if (own !== others)
        return true;
    return own !== undefined && (0,references/* referencesIn */.ii)(own).some(({ kind }) => OF_A_TARGET.has(kind));
}

// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
;// CONCATENATED MODULE: ./src/commands/failover/in-step.ts




/**
 * Where the stacks of a target are not what those that serve are: another release, or parameters that differ although the
 * configuration does not say so. Asked of the stacks themselves: what an interrupted deployment left is in no plan.
 * @param serving targets that users are served by
 */
async function stepProblems(returning, serving, environment, context) {
    const recorder = (0,deploy_recorder/* createRecorder */.T)({ application: environment.application, environment: environment.name }, context);
    const own = environment.instances.filter(({ target }) => target.name === returning);
    const pairs = own.flatMap((instance) => {
        const other = environment.instances.find(({ stack, target }) => stack.key === instance.stack.key && serving.includes(target.name));
        return other === undefined ? [] : [{ instance, other }];
    });
    const problems = await Promise.all(pairs.map(async ({ instance, other }) => {
        const [mine, theirs] = await Promise.all([instance, other].map((one) => stackOf(one, environment, recorder, context)));
        return mine === undefined || theirs === undefined ? [] : problemsOf(instance, other, mine, theirs);
    }));
    return problems.flat();
}
/** Undefined: there is no such stack; that its stacks are not all there is said of the whole target. */
async function stackOf(instance, environment, recorder, context) {
    const { cloudformation } = context.aws.session(instance.target);
    const [{ report }, stack] = await Promise.all([
        (0,stack_report/* findStack */.e)(instance, environment, recorder, context),
        cloudformation.describeStack(instance.stack.stackName),
    ]);
    if (stack === undefined)
        return undefined;
    return { release: report.release?.id, why: report.difference, actual: stack.parameters };
}
function problemsOf(instance, other, mine, theirs) {
    const problems = [];
    if (mine.release === undefined || mine.release !== theirs.release) {
        const told = ({ release, why }) => release ?? `one that nobody knows${why && ` (${why})`}`;
        const message = `${instance.id} has the release ${told(mine)}, ${other.id} has ${told(theirs)}`;
        const { name } = instance.target;
        const fix = [
            `Deploy the release of ${other.target.name} to ${name}: deploy --release ${theirs.release ?? 'ID'} --targets ${name}.`,
        ];
        problems.push(new errors/* UserError */.yo('failback-release', message, { fix }));
    }
    const names = parametersOutOfStep({ configured: instance.settings.parameters, actual: mine.actual }, { configured: other.settings.parameters, actual: theirs.actual });
    if (names.length > 0) {
        const message = `the parameters ${names.join(', ')} of ${instance.id} are not those of ${other.id}, and the configuration has the same for both`;
        const fix = [
            `Deploy to ${instance.target.name}, or say in multi-region.yml that they differ: give them to each target.`,
        ];
        problems.push(new errors/* UserError */.yo('failback-parameters', message, { fix }));
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/failover/caught-up.ts
/**
 * Replication has caught up when nothing that was written longer than `maxLagMs` ago is missing on the other side.
 * @param now milliseconds since the epoch, by our clock
 */
function caughtUp(readings, maxLagMs, now) {
    const problems = [];
    const notes = [];
    for (const reading of readings) {
        if (reading.kind === 'unknown') {
            // Where nothing is written there is no latency: a region that is not active has none.
            if (reading.idle)
                notes.push(`${reading.why}: it was not measured`);
            else
                problems.push(reading.why);
            continue;
        }
        const lagMs = reading.kind === 'heartbeat' ? now - reading.skewMs - reading.at : reading.ms;
        if (lagMs <= maxLagMs)
            continue;
        const behind = `replication of ${reading.table} from ${reading.from} to ${reading.to} is ${(lagMs / 1000).toFixed(0)} s behind`;
        problems.push(`${behind}, and ${maxLagMs / 1000} s are allowed`);
    }
    return { problems, notes };
}

// EXTERNAL MODULE: ./src/commands/failover/replication.ts
var failover_replication = __webpack_require__(88599);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/replication-gate.ts




/** How long back a latency counts. */
const LATENCY_MS = 5 * 60_000;
/**
 * What the region that returns and those that serve must have of each other's data, both ways. Nothing is asked where
 * nothing is configured.
 */
async function replicationProblems(returning, serving, { replication, targets }, context) {
    const own = targets.find(({ name }) => name === returning);
    if (replication === undefined || own === undefined)
        return [];
    const others = targets.filter(({ name, region }) => serving.includes(name) && region !== own.region);
    const { heartbeat, tables, maxLagMs } = replication;
    const reader = (0,failover_replication/* createReplicationReader */.U)(context);
    const now = context.clock.now();
    const ways = others.flatMap((other) => [
        { from: own, to: other },
        { from: other, to: own },
    ]);
    const readings = await Promise.all(ways.map(async ({ from, to }) => heartbeat === undefined
        ? reader.latency(tables, (0,survivors/* targetOf */.$r)(from), to.region, now - LATENCY_MS, now)
        : [await reader.heartbeat(heartbeat, from.region, (0,survivors/* targetOf */.$r)(to))]));
    const { problems, notes } = caughtUp(readings.flat(), maxLagMs, context.clock.now());
    for (const text of notes)
        context.report({ type: 'note', level: 'warning', text });
    const fix = ['Wait until replication has caught up, and run the same command again.'];
    return problems.map((problem) => new errors/* UserError */.yo('failback-replication', problem, { fix }));
}

;// CONCATENATED MODULE: ./src/commands/failover/failback-gates.ts






/**
 * Nothing returns before it is fit: it has the release and the parameters of who serves, its stacks are good,
 * replication has caught up both ways, and every gate passes there for as long as a bake takes.
 * @param from where gates begin to judge; by default as long ago as a bake takes
 * @throws UserErrors `failback-not-ready` with everything that is missing
 */
async function assertReady(returning, plan, state, environment, works, context, from) {
    const serving = plan.targets
        .map(({ name }) => name)
        .filter((name) => name !== returning && !state.inactive.includes(name));
    const problems = [...(await stepProblems(returning, serving, environment, context))];
    const good = await (0,facts/* goodTargets */.KL)(environment, works);
    if (!good.has(returning)) {
        problems.push(new errors/* UserError */.yo('failback-stacks', `the stacks of ${returning} are not all there and good`, {
            fix: [`Deploy to ${returning}, until status shows its stacks as good.`],
        }));
    }
    problems.push(...(await replicationProblems(returning, serving, plan, context)));
    const { verdicts, against } = await gatesOf(returning, plan, environment, context, from);
    for (const verdict of verdicts)
        context.report({ type: 'gate.verdict', verdict });
    for (const { gate, reason } of against) {
        problems.push(new errors/* UserError */.yo('failback-gate', `the gate ${gate} does not pass in ${returning}: ${reason}`));
    }
    refuseUnready(returning, problems);
    return verdicts;
}
/** @throws UserErrors `failback-not-ready` when something stands against it */
function refuseUnready(returning, problems) {
    if (problems.length === 0)
        return;
    throw new errors/* UserErrors */.tQ('failback-not-ready', `${returning} is not ready to return; nothing was moved`, problems);
}
/**
 * What fails in the target that is returning since it got traffic. What cannot be told yet does not fail: a metric is later
 * than a step.
 * @returns a sentence; undefined: nothing fails
 */
async function failingSince(since, returning, plan, environment, context) {
    const { verdicts } = await gatesOf(returning, plan, environment, context, since);
    const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
    for (const verdict of failed)
        context.report({ type: 'gate.verdict', verdict });
    const [first] = failed;
    return first && `the gate ${first.gate} does not pass in ${returning}: ${first.reason}`;
}
/**
 * What every gate of the phases of a target says now, whatever its `when`: alarms are asked before and during a bake only. A
 * gate that comes to no verdict stands against the target when it is one of `after`: where nobody is served yet, alarms and
 * metrics have no data. What names `target.active` is left out, as it depends on where traffic is, unless it is one of
 * `after`: that one is told `true`, which the target is about to be.
 * @param from where the judgement begins; by default as long ago as a bake takes
 */
async function gatesOf(returning, { release }, environment, context, from) {
    const now = context.clock.now();
    const phases = environment.phases
        .filter(({ targets }) => targets.includes(returning))
        .map((phase) => ({ ...phase, gates: phase.gates.filter((gate) => isOwed(gate) || !(0,gate_references/* namesActive */.hY)(gate.check)) }));
    const asked = phases.map((phase) => ({
        phase: phase.name,
        targets: [returning],
        since: from ?? now - (0,ask_once/* lookBackOf */.u)(phase),
    }));
    const verdicts = await (0,ask_once/* askOnce */.R)({ environment: { ...environment, phases }, release }, asked, context);
    const owed = new Set(phases.flatMap(({ gates }) => gates.filter(isOwed)).map(({ name }) => name));
    const against = verdicts.filter(({ gate, verdict }) => verdict === 'fail' || (verdict !== 'pass' && owed.has(gate)));
    return { verdicts, against };
}
/** It has to come to a verdict. */
function isOwed({ when }) {
    return when.includes('after');
}


/***/ }),

/***/ 82988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jO: () => (/* binding */ returnParts)
/* harmony export */ });
/* unused harmony exports weightParts, stepWeights, setWeights */
/* harmony import */ var _failover_mechanisms_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23144);
/* harmony import */ var _failover_still_ours_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46362);
/* harmony import */ var _rollout_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20941);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95544);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92088);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31656);
/* harmony import */ var _mechanism_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34782);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77010);








/** Weights in the configured steps of the target's own weight; all other mechanisms know only there and away. */
async function returnParts(plan, returning, move, before, good, reason, context) {
    const names = plan.targets.map(({ name }) => name);
    const ask = async () => {
        const { endpoint, region } = (0,_survivors_js__WEBPACK_IMPORTED_MODULE_6__/* .plannedTarget */ .Uh)(plan, returning);
        return endpoint === undefined ? undefined : (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_4__/* .askEndpoint */ .N)({ endpoint, region }, plan.probe, context);
    };
    if (plan.mechanism.kind === 'weights') {
        const { traffic } = plan.mechanism;
        const targets = plan.targets.map(_survivors_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$r);
        const environment = { targets, instances: [], name: plan.environment, application: plan.application };
        const driver = await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__/* .trafficDriverOf */ .j)(traffic, environment, context);
        const parts = await weightParts({ driver, traffic, good, returning, move, before }, context.signal);
        return { ...parts, ask };
    }
    const mechanism = (0,_mechanism_js__WEBPACK_IMPORTED_MODULE_5__/* .mechanismOf */ .D)(plan, names, { reason, override: [], graceful: true }, context);
    mechanism.check(move);
    const text = `${plan.mechanism.kind}: ${returning} is let in again`;
    const apply = async (signal, guard) => {
        for (const said of await mechanism.apply(move, signal, guard))
            context.report({ type: 'note', level: 'warning', text: said });
    };
    return {
        ask,
        carries: carriesTraffic(plan, returning),
        steps: [{ text, apply }],
        undo: async (guard) => void (await mechanism.apply(before, new AbortController().signal, guard)),
    };
}
/**
 * Under a stop switch the secondary of a failover pair has no signal: nobody is served by it while the primary is well. Where
 * every target has a signal, or a control, their record sets may be a pair or share the traffic; a program does what it does.
 */
function carriesTraffic({ mechanism, targets }, returning) {
    switch (mechanism.kind) {
        case 'stop-switch':
            if (mechanism.signals[returning] === undefined)
                return false;
            return targets.every(({ name }) => mechanism.signals[name] !== undefined) ? 'unknown' : true;
        case 'arc-routing-control':
        case 'command':
            return 'unknown';
        default:
            return true;
    }
}
/** Each step is guarded: a target that is not good or not active gains nothing by it, and never are all weights zero. */
async function weightParts({ driver, traffic, good, returning, move, before }, signal) {
    const first = (await driver.read(signal)).weights;
    // No floor: a failback only relieves who carries more than its part, also while others are still away.
    const facts = { configured: traffic.weights, good, active: new Set(move.active), floorPercent: 0 };
    const steps = traffic.steps.map((percent) => ({
        text: `${returning} gets ${percent}% of its weight`,
        apply: (stop, guard) => setWeights(driver, stepWeights(first, traffic.weights, returning, percent, move), stop, guard, facts),
    }));
    // What was read may be a step of a run that was killed: the target gets nothing all the same.
    const away = (0,_failover_mechanisms_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .failoverWeights */ .g)(before, first, traffic.weights);
    return {
        carries: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .weightOf */ .mm)(traffic.weights, returning) > 0,
        steps,
        undo: (guard) => setWeights(driver, away, new AbortController().signal, guard),
    };
}
/**
 * At the last step everybody who is active has the weight that is configured, and no longer that of a failover; who is
 * not has none, also where a failover could not take it. Who was active without traffic stays so: a failover does not do
 * that, somebody did. Where all would be zero who is active serves as after a failover: never who is not.
 */
function stepWeights(first, configured, returning, percent, { active }) {
    const next = { ...first, [returning]: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .stepWeight */ .xp)((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .weightOf */ .mm)(configured, returning), percent) };
    if (percent < 100)
        return next;
    const serving = active.filter((name) => name !== returning && (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .weightOf */ .mm)(first, name) > 0);
    const own = Object.fromEntries(serving.map((name) => [name, (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .weightOf */ .mm)(configured, name)]));
    const left = Object.keys(first).filter((name) => !active.includes(name));
    const last = { ...next, ...own, ...Object.fromEntries(left.map((name) => [name, 0])) };
    return (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_7__/* .totalWeight */ .zN)(last) === 0 ? (0,_failover_mechanisms_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .failoverWeights */ .g)({ active, inactive: [], leaving: [] }, first, configured) : last;
}
/** In this order: who changes weights after the look, changes what was read, and the driver refuses. */
async function setWeights(driver, weights, signal, guard = _failover_still_ours_js__WEBPACK_IMPORTED_MODULE_1__/* .UNGUARDED */ .Iw, facts) {
    const read = await driver.read(signal);
    if (facts !== undefined)
        (0,_rollout_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWeights */ .Q)(weights, read.weights, facts);
    await guard();
    const change = await driver.set(weights, read, signal);
    await driver.waitApplied(change, signal);
}


/***/ }),

/***/ 81351:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ assertStillHeld)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);

/**
 * Nobody has taken over any of these targets. One that does not answer has no say: its region may be lost, and traffic
 * must still be able to leave it.
 * @throws UserError `lease-lost`
 */
async function assertStillHeld(works) {
    // Who says that it is lost counts at once, whoever else is silent.
    await Promise.all(works.map(async (work) => {
        try {
            await (await work.lease()).assertHeld();
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
        }
    }));
}


/***/ }),

/***/ 53505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S3: () => (/* binding */ isBack),
  gi: () => (/* binding */ returnOf),
  p6: () => (/* binding */ runFailback)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/settle-all.ts
var settle_all = __webpack_require__(26586);
// EXTERNAL MODULE: ./src/failover/consumers.ts
var failover_consumers = __webpack_require__(16367);
// EXTERNAL MODULE: ./src/failover/patience.ts
var patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/still-ours.ts
var still_ours = __webpack_require__(46362);
;// CONCATENATED MODULE: ./src/failover/failback-consumers.ts





/**
 * Every region is there: whoever must not run is stopped, whatever ran before, and then the others start.
 * @returns when they ran, milliseconds since the epoch; undefined where none are marked
 */
async function consumersFor(inactive, names, { consumers, report, clock }, signal) {
    if (consumers === undefined)
        return undefined;
    const on = (0,failover_consumers/* runningTargets */.m3)(consumers.where, names, { inactive });
    const began = clock.now();
    const text = `consumers run in ${on.join(', ')}`;
    report({ type: 'step.started', step: 'failback-consumers', text });
    await (0,failover_consumers/* switchConsumers */.K3)({ on, off: names.filter((name) => !on.includes(name)) }, consumers, signal);
    report({ type: 'step.finished', step: 'failback-consumers', text, durationMs: clock.now() - began });
    return clock.now();
}
/** Who gets them back must not be without any because who had them for a while does not answer. */
const STOP_TRIES = 3;
const STOP_MS = 10_000;
const TRY_AGAIN_MS = 5_000;
/** After a failback that failed. @returns whether they run where they ran @throws UserError when another run took over */
async function consumersBack(inactive, names, { consumers, clock }, deviate) {
    if (consumers === undefined)
        return true;
    const { where, set } = consumers;
    const on = (0,failover_consumers/* runningTargets */.m3)(where, names, { inactive });
    const { signal } = new AbortController();
    const stop = async (name) => {
        for (let left = STOP_TRIES - 1;; left -= 1) {
            try {
                const stopped = await (0,patience/* patienceOf */.H)(clock, STOP_MS)(set(name, false, signal).then(() => true));
                if (stopped)
                    return;
                throw new Error(`no answer in ${STOP_MS / 1000} s`);
            }
            catch (error) {
                if ((0,still_ours/* isTakenOver */.Gj)(error))
                    throw error;
                if (left === 0)
                    return deviate(`consumers of ${name} may still run: ${(0,errors/* errorText */.kc)(error)}`);
                await clock.sleep(TRY_AGAIN_MS);
            }
        }
    };
    await (0,settle_all/* settleAll */.j)(names.filter((name) => !on.includes(name)).map(stop));
    try {
        await (0,failover_consumers/* switchConsumers */.K3)({ on, off: [] }, consumers, signal);
        return true;
    }
    catch (error) {
        if ((0,still_ours/* isTakenOver */.Gj)(error))
            throw error;
        deviate(`consumers of ${on.join(', ')} may not all run, run failover to it again: ${(0,errors/* errorText */.kc)(error)}`);
        return false;
    }
}

// EXTERNAL MODULE: ./src/failover/probe.ts
var failover_probe = __webpack_require__(4368);
// EXTERNAL MODULE: ./src/failover/under-way.ts
var under_way = __webpack_require__(86302);
// EXTERNAL MODULE: ./src/failover/wanted.ts
var failover_wanted = __webpack_require__(98559);
;// CONCATENATED MODULE: ./src/failover/failback.ts






const POLL_MS = 250;
/**
 * Brings a target back, step by step: it becomes active before traffic comes, and users must be served after each step.
 * Where they are not, or a step fails, traffic returns to where it was good and the target is inactive again.
 * @throws UserError `lease-lost`, `active-state-taken` when another run took over: traffic and state are that run's; `failover-under-way`
 */
async function runFailback(request, ports) {
    const { clock, report, signal } = ports;
    const move = returnOf(request);
    const { before, record } = request;
    // A drill ends what it began itself, also after its process was killed.
    if (record.drill === undefined || before.failover?.drill !== record.drill)
        (0,under_way/* refuseUnderWay */._y)(before, clock.now());
    const decided = clock.now();
    await ports.state.save({ inactive: move.inactive, failover: { ...record, done: false } });
    const actuated = clock.now();
    const guard = (0,still_ours/* createGuard */.ow)(before.serial, ({ failover }) => failover?.id === record.id, {
        clock,
        look: () => ports.state.look(),
        assertHeld: () => ports.assertHeld(),
    });
    const guarded = (0,still_ours/* guardedPorts */.tG)(ports, guard);
    const deviations = [];
    const names = request.targets.map(({ name }) => name);
    let quiesced = before.quiesced;
    let consuming;
    try {
        if (quiesced?.includes(request.returning))
            quiesced = await resumeWrites(request, quiesced, guarded);
        consuming = await consumersFor(move.inactive, names, guarded, signal);
        await workOff(request, ports);
        for (const [index, step] of ports.steps.entries()) {
            signal.throwIfAborted();
            report({ type: 'step.started', step: `failback-${index + 1}`, text: step.text });
            const began = clock.now();
            await step.apply(signal, guard);
            const last = index === ports.steps.length - 1;
            const { problem = await ports.judge(began), odd } = await served(request, move, last, began, ports);
            if (odd !== undefined)
                deviations.push(odd);
            report({
                type: 'step.finished',
                step: `failback-${index + 1}`,
                text: step.text,
                durationMs: clock.now() - began,
            });
            if (problem !== undefined)
                throw new errors/* UserError */.yo('failback-not-served', problem);
        }
    }
    catch (error) {
        const failure = `traffic went back to where it was: ${(0,errors/* errorText */.kc)(error)}`;
        try {
            await guard();
            await ports.undo(guard);
        }
        catch (problem) {
            // What is thrown says only what keeps traffic from going back.
            if (!(0,still_ours/* isTakenOver */.Gj)(problem)) {
                const text = `traffic was not told to go back to where it was, though this failed: ${(0,errors/* errorText */.kc)(error)}`;
                report({ type: 'note', level: 'warning', text });
            }
            throw problem;
        }
        // A run before this one may have made it active already, and was killed.
        const inactive = [...new Set([...before.inactive, request.returning])];
        let to = move.active;
        const again = await consumersBack(inactive, names, guarded, (text) => void deviations.push(text));
        // Not done: the failover to who is active, run again, starts them.
        if (!again)
            to = names.filter((name) => !inactive.includes(name));
        const failover = { ...record, to, done: again };
        await ports.state.save({ inactive, failover, ...(quiesced && { quiesced }) });
        return { outcome: 'failed', move, marks: { decided, actuated }, deviations, failure };
    }
    const failover = { ...record, done: true };
    await ports.state.save({ inactive: move.inactive, failover, ...(quiesced && { quiesced }) });
    const marks = { decided, actuated, accepted: clock.now(), ...(consuming !== undefined && { consuming }) };
    if (ports.probes === undefined)
        return { outcome: 'not-measured', move, marks, deviations };
    return { outcome: 'verified', move, marks: { ...marks, verified: clock.now() }, deviations };
}
/** Writes that a graceful move stopped go on before traffic comes. @returns whose are still stopped */
async function resumeWrites({ returning }, quiesced, { hooks, signal }) {
    if (hooks?.resume === undefined) {
        throw new errors/* UserError */.yo('no-resume-hook', `a graceful move stopped the writes of ${returning}, and no hook resumes them`, {
            fix: ['Give failover.graceful.resume, deploy, and run it again.'],
        });
    }
    await hooks.resume(returning, signal);
    return quiesced.filter((name) => name !== returning);
}
/** @throws UserError `failback-backlog` */
async function workOff({ returning }, { drained, clock, report, signal }) {
    if (drained === undefined)
        return;
    const began = clock.now();
    const text = `what waits in ${returning} is worked off`;
    report({ type: 'step.started', step: 'failback-backlog', text });
    const problem = await drained(signal);
    report({ type: 'step.finished', step: 'failback-backlog', text, durationMs: clock.now() - began });
    if (problem !== undefined)
        throw new errors/* UserError */.yo('failback-backlog', problem);
}
/** Who is active once a target is back. Nobody leaves. */
function returnOf({ returning, targets, before }) {
    const names = targets.map(({ name }) => name);
    const inactive = names.filter((name) => name !== returning && before.inactive.includes(name));
    return { active: names.filter((name) => !inactive.includes(name)), inactive, leaving: [], returning };
}
/**
 * Whether nothing is left to do. Active, with a change that did not end, is what a killed failback leaves; but who is
 * active alone, or after a failover that others left, returns from nowhere.
 */
function isBack(returning, before, move) {
    const { inactive, failover } = before;
    if (inactive.includes(returning))
        return false;
    return failover?.done !== false || failover.from.length > 0 || move.active.length === 1;
}
/** Users are served, and after the last step the target that is back answers too. */
async function served({ returning, targets }, { active }, last, began, ports) {
    const { clock, signal, probes, carries } = ports;
    const byItself = async () => (last && carries === false ? answers(returning, ports) : {});
    if (probes === undefined)
        return byItself();
    const wanted = (0,failover_wanted/* wantedOf */.L)(active, targets, probes.regionKnown);
    const back = (0,failover_wanted/* wantedOf */.L)([returning], targets, probes.regionKnown);
    for (;;) {
        const since = probes.results.filter(({ at }) => at >= began);
        const seen = !last || carries === false || since.some((probe) => (0,failover_probe/* isGood */.K)(probe, back));
        const recovered = (0,failover_probe/* recoveredAt */.D)(since, wanted, probes.stableMs) !== undefined;
        if (seen && recovered)
            return byItself();
        if (clock.now() - began >= probes.timeoutMs) {
            if (recovered && carries === 'unknown')
                return answers(returning, ports);
            return { problem: seen ? 'users were not served' : `nobody was served by ${returning}` };
        }
        await clock.sleep(POLL_MS, signal);
    }
}
/** Of a target that nobody is served by: its own endpoint tells whether it would answer. */
async function answers(returning, { ask, carries }) {
    const said = await ask();
    const nobody = `nobody was served by ${returning}`;
    if (said?.good === false)
        return { problem: `${nobody}, and it does not answer by itself: ${said.text}` };
    if (carries === false) {
        if (said !== undefined)
            return {};
        return {
            odd: `${returning} carries no traffic now, and nobody has seen it answer: failover.endpoint does not say where`,
        };
    }
    if (said === undefined)
        return { problem: `${nobody}, and failover.endpoint does not say where to ask it` };
    return {
        odd: `${nobody} under the public name; it answers by itself (${said.text}). That is right for the secondary of a failover pair. If traffic should come to it, look at its record sets`,
    };
}


/***/ }),

/***/ 86202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/** Takes what the rollout knows; the rest is read where it is, once a round. */
function createOutputs(environment, known, session) {
    const read = new Map();
    return {
        async of(stack, named, target) {
            const places = environment.instances.filter((instance) => instance.stack.key === stack);
            const wanted = named ?? target.name;
            const place = places.find((instance) => instance.target.name === wanted) ?? (named === undefined ? places[0] : undefined);
            if (place === undefined)
                return undefined;
            const values = known[place.target.name]?.[stack];
            if (values !== undefined)
                return values;
            const found = read.get(place.id) ??
                session(place.target)
                    .cloudformation.describeStack(place.stack.stackName)
                    .then((description) => description?.outputs);
            read.set(place.id, found);
            return found;
        },
    };
}


/***/ }),

/***/ 91056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ resolveCheck)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21099);


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencesIn */ .ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveReferences */ .d)(text, (reference) => {
            const value = values.get(JSON.stringify(reference));
            return value !== undefined && inExpression ? literal(value) : value;
        });
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            missing.set(source, reference);
        return text;
    };
    const value = mapTexts(check, put);
    if (missing.size === 0)
        return { kind: 'known', value };
    const there = await Promise.all([...missing.values()].map(async (reference) => reference.kind !== 'output' || (await outputs.of(reference.stack, reference.target, target)) !== undefined));
    const deployed = there.includes(true);
    return { kind: 'missing', sources: [...missing.keys()], deployed };
}
/** Escapes what means something in a regular expression with the flag u. */
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Texts under these keys are regular expressions. */
const EXPRESSIONS = new Set(['bodyMatches', 'jsonMatches']);
function mapTexts(value, put, expression = false) {
    if (typeof value === 'string')
        return put(value, expression);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, put, expression));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, put, expression || EXPRESSIONS.has(key))]));
}
function* textsOf(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value))
            yield* textsOf(item);
}
async function valueFor(reference, target, outputs, options) {
    const { environment, release, session, isActive } = options;
    switch (reference.kind) {
        case 'output':
            return (await outputs.of(reference.stack, reference.target, target))?.[reference.output];
        case 'ssm':
            return parameter(reference.name, session(target));
        case 'release':
            return release.id;
        case 'commit':
            return release.commit ?? '';
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        case 'target':
            if (reference.property === 'account')
                return session(target).account();
            if (reference.property === 'active')
                return String((await isActive?.(target.name)) ?? true);
            return target[reference.property];
    }
}
async function parameter(name, session) {
    try {
        return await session.parameter(name);
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 58156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGateRunner)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21435);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86202);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91056);





const DEFAULT_INTERVAL_MS = 30_000;
/** Hundreds of targets are not asked all in one moment: connections, and CloudWatch's limits a second. */
const MOST_AT_ONCE = 64;
/**
 * Runs the gates of an environment. What a gate is configured to take an inconclusive answer for is applied here; what
 * stays inconclusive holds the rollout.
 */
function createGateRunner(options) {
    const { environment, clock } = options;
    const intervals = environment.phases.flatMap(({ gates }) => gates).filter(({ when }) => when.includes('bake'));
    /** Last verdicts of the bake: a gate with a longer interval than the round's is not asked every time. */
    const last = new Map();
    async function askOne(gate, target, request, signal) {
        const key = [request.phase, gate.name, target.name].join('\0');
        const known = last.get(key);
        if (known !== undefined && !isDue(gate, known, request, clock.now()))
            return known;
        const found = settled(gate, await look(gate, target, request, signal, options));
        const verdict = {
            gate: gate.name,
            ...(gate.scope === 'target' && { target: target.name }),
            moment: request.moment,
            ...found,
            at: new Date(clock.now()).toISOString(),
        };
        if (request.moment === 'bake')
            last.set(key, verdict);
        return verdict;
    }
    return {
        intervalMs: Math.min(...(intervals.length > 0 ? intervals.map(({ intervalMs }) => intervalMs) : [DEFAULT_INTERVAL_MS])),
        async ask(request, signal) {
            const phase = environment.phases.find(({ name }) => name === request.phase);
            const due = (phase?.gates ?? []).filter((gate) => isAsked(gate, request));
            const home = environment.targets.find(({ name }) => name === environment.home);
            const judged = environment.targets.filter(({ name }) => request.targets.includes(name));
            const outputs = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .createOutputs */ .l)(environment, request.outputs, options.session);
            const round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
            const asked = due.flatMap((gate) => (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
            const limit = pLimit(MOST_AT_ONCE);
            return Promise.all(asked.map(({ gate, target }) => limit(() => askOne(gate, target, round, signal))));
        },
    };
}
/** After a rollback only what asks a target's own endpoint: the rest judges the release that failed. */
function isAsked({ when, check, scope }, { moment }) {
    return moment === 'return' ? check.kind === 'http' && scope === 'target' : when.includes(moment);
}
/** Every gate at the end of the bake, and before that each one as often as it says. */
function isDue(gate, { at }, request, now) {
    if (request.moment !== 'bake' || now >= (request.bakeSince ?? 0) + request.bakeMs)
        return true;
    return Date.parse(at) + gate.intervalMs <= now;
}
/** One round of one gate; whatever goes wrong is a finding, a cancelled run too. */
async function look(gate, target, request, signal, options) {
    const limit = new AbortController();
    const stop = AbortSignal.any([signal, limit.signal]);
    let progress = '';
    const limited = options.clock.sleep(gate.timeoutMs, stop).then(() => {
        limit.abort();
        return timedOut(gate, progress);
    }, () => cancelled);
    try {
        const note = (text) => {
            progress = text;
        };
        return await Promise.race([judge(gate, target, { request, signal: stop, note }, options), limited]);
    }
    catch (error) {
        if (signal.aborted)
            return cancelled;
        return limit.signal.aborted ? timedOut(gate, progress) : unknown(error);
    }
    finally {
        limit.abort();
    }
}
async function judge(gate, target, { request, ...round }, options) {
    const release = request.release ?? options.release;
    const resolved = await (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveCheck */ .R)(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .loadCheck */ .V)(resolved.value);
    const { moment, since, bakeSince = since } = request;
    const { overrideAlarms, environment } = options;
    const about = {
        application: environment.application,
        environment: environment.name,
        release: release.id,
        stacks: environment.stacks.map(({ key }) => key),
    };
    return check({
        ...round,
        check: resolved.value,
        moment,
        target,
        from: bakeSince,
        since,
        outputs: request.outputs,
        targets: environment.targets,
        judged: gate.scope === 'target' ? request.targets.length : 1,
        about,
        ...(overrideAlarms !== undefined && { overrideAlarms }),
    }, options);
}
/** Before the first deployment there is nothing to ask; afterwards an output that is not there is a failure. */
function withoutValue({ sources, deployed }, { moment }) {
    const names = sources.join(', ');
    if (moment === 'before' && !deployed)
        return {
            verdict: 'pass',
            reason: `nothing is deployed there yet: ${names} has no value`,
            evidence: { deployed: false },
        };
    return { verdict: 'fail', reason: `${names} has no value`, evidence: { missing: names } };
}
function timedOut({ timeoutMs }, progress) {
    const reason = `no verdict within ${timeoutMs / 1000} s${progress && `; last: ${progress}`}`;
    return { verdict: 'inconclusive', reason, evidence: { timedOut: true } };
}
const cancelled = { verdict: 'inconclusive', reason: 'the run was cancelled', evidence: { cancelled: true } };
function unknown(error) {
    const code = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), evidence: { error: code } };
}
/** What the configuration takes an inconclusive answer for; the answer stays to be seen. */
function settled(gate, found) {
    if (found.verdict !== 'inconclusive' || gate.inconclusive === 'hold')
        return found;
    return {
        verdict: gate.inconclusive,
        reason: `${found.reason} (inconclusive, which counts as ${gate.inconclusive})`,
        evidence: { ...found.evidence, inconclusive: true },
    };
}


/***/ })

};
