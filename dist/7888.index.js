export const id = 7888;
export const ids = [7888];
export const modules = {

/***/ 40369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ proveTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/**
 * Asks every target for its account before anything is written anywhere, and returns those that answered, in order.
 * A lost region is left to the plan, which reports it as unreachable.
 * @throws UserErrors `targets-refused` with what is wrong in each target; UserError `no-target-reachable`
 */
async function proveTargets(targets, options, context) {
    const works = [...targets.values()];
    const answers = await Promise.all(works.map(async (work) => ({ work, error: await problemOf(work, options, context) })));
    context.signal.throwIfAborted();
    const refused = answers.flatMap(({ error }) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? [error] : []));
    const [first] = refused;
    if (first !== undefined && refused.length === 1)
        throw first;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserErrors */ .tQ('targets-refused', `${refused.length} of ${works.length} targets cannot be worked on; nothing was changed`, unique(refused));
    const reachable = answers.flatMap(({ work, error }) => (error === undefined ? [work] : []));
    if (reachable.length === 0) {
        const [{ error } = { error: undefined }] = answers;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('no-target-reachable', `no target can be reached: ${error?.message ?? ''}`, {
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
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return error;
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
            throw error;
        if (error.kind === 'unreachable')
            return error;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('target-refused', `${target.name}: ${error.service} ${error.action}: ${error.message} (${error.code})`, { cause: error });
    }
}
/** The same sentence for many targets is said once. */
function unique(errors) {
    return [...new Map(errors.map((error) => [error.message, error])).values()];
}


/***/ }),

/***/ 7888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failback: () => (/* binding */ failback)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/probe.ts
var failover_probe = __webpack_require__(4368);
// EXTERNAL MODULE: ./src/failover/run.ts
var run = __webpack_require__(14747);
;// CONCATENATED MODULE: ./src/failover/failback.ts



const POLL_MS = 250;
/**
 * Brings a target back, step by step: it becomes active before traffic comes, and users must be served after each step.
 * Where they are not, or a step fails, traffic returns to where it was good and the target is inactive again.
 * @throws UserError `lease-lost` when another run took over: traffic and state are that run's
 */
async function runFailback(request, ports) {
    const { clock, report, signal } = ports;
    const move = returnOf(request);
    const { before, record } = request;
    const decided = clock.now();
    await ports.state.save({ inactive: move.inactive, failover: { ...record, done: false } });
    const actuated = clock.now();
    const deviations = [];
    try {
        for (const [index, step] of ports.steps.entries()) {
            signal.throwIfAborted();
            report({ type: 'step.started', step: `failback-${index + 1}`, text: step.text });
            const began = clock.now();
            await ports.assertHeld();
            await step.apply(signal);
            const last = index === ports.steps.length - 1;
            const problem = await served(request, move, last, began, ports);
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
        await ports.assertHeld();
        await ports.undo();
        // A run before this one may have made it active already, and was killed.
        const inactive = [...new Set([...before.inactive, request.returning])];
        await ports.state.save({ inactive, failover: { ...record, to: move.active, done: true } });
        return { outcome: 'failed', move, marks: { decided, actuated }, deviations, failure };
    }
    await ports.state.save({ inactive: move.inactive, failover: { ...record, done: true } });
    const marks = { decided, actuated, accepted: clock.now() };
    if (ports.probes === undefined)
        return { outcome: 'not-measured', move, marks, deviations };
    return { outcome: 'verified', move, marks: { ...marks, verified: clock.now() }, deviations };
}
/** Who is active once a target is back. Nobody leaves. */
function returnOf({ returning, targets, before }) {
    const names = targets.map(({ name }) => name);
    const inactive = names.filter((name) => name !== returning && before.inactive.includes(name));
    return { active: names.filter((name) => !inactive.includes(name)), inactive, leaving: [] };
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
/** Undefined: users are served, and after the last step by the target that is back too. */
async function served({ returning, targets }, { active }, last, began, { clock, signal, probes }) {
    if (probes === undefined)
        return undefined;
    const wanted = (0,run/* wantedOf */.L)(active, targets, probes.regionKnown);
    const back = (0,run/* wantedOf */.L)([returning], targets, probes.regionKnown);
    for (;;) {
        const since = probes.results.filter(({ at }) => at >= began);
        const seen = !last || since.some((probe) => (0,failover_probe/* isGood */.K)(probe, back));
        if (seen && (0,failover_probe/* recoveredAt */.D)(since, wanted, probes.stableMs) !== undefined)
            return undefined;
        if (clock.now() - began >= probes.timeoutMs) {
            return seen ? 'users were not served' : `nobody was served by ${returning}`;
        }
        await clock.sleep(POLL_MS, signal);
    }
}

// EXTERNAL MODULE: ./src/failover/move.ts
var move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/environment.ts + 2 modules
var commands_environment = __webpack_require__(79166);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts
var active_states = __webpack_require__(13494);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var facts = __webpack_require__(63934);
// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/ends.ts
var ends = __webpack_require__(17787);
// EXTERNAL MODULE: ./src/gates/runner.ts + 3 modules
var gates_runner = __webpack_require__(6990);
// EXTERNAL MODULE: ./src/commands/gate-ports.ts
var gate_ports = __webpack_require__(54246);
;// CONCATENATED MODULE: ./src/commands/failover/failback-gates.ts




/** Alarms and metrics are looked back over so long where no bake time says. */
const LOOK_BACK_MS = 300_000;
/**
 * Nothing returns before it is fit: it has the release of who serves, its stacks are good, and every gate passes there.
 * @throws UserErrors `failback-not-ready` with everything that is missing
 */
async function assertReady(returning, plan, state, environment, works, context) {
    const problems = releaseProblems(returning, plan, state);
    const good = await (0,facts/* goodTargets */.K)(environment, works);
    if (!good.has(returning)) {
        problems.push(new errors/* UserError */.yo('failback-stacks', `the stacks of ${returning} are not all there and good`, {
            fix: [`Deploy to ${returning}, until status shows its stacks as good.`],
        }));
    }
    const verdicts = await gatesOf(returning, plan, environment, context);
    for (const { gate, verdict, reason } of verdicts) {
        if (verdict === 'pass')
            continue;
        problems.push(new errors/* UserError */.yo('failback-gate', `the gate ${gate} does not pass in ${returning}: ${reason}`));
    }
    if (problems.length === 0)
        return verdicts;
    throw new errors/* UserErrors */.tQ('failback-not-ready', `${returning} is not ready to return; nothing was moved`, problems);
}
/** As the latest deployments left them: the plan is compiled at each. */
function releaseProblems(returning, { targets }, { inactive }) {
    const releaseOf = (name) => targets.find((target) => target.name === name)?.release;
    const own = releaseOf(returning);
    const other = targets.find(({ name, release }) => name !== returning && !inactive.includes(name) && (own === undefined || release !== own));
    if (other === undefined)
        return [];
    const message = `${returning} has the release ${own ?? 'that nobody knows'}, ${other.name} has ${other.release ?? 'one that nobody knows'}`;
    const fix = [`Deploy the release of ${other.name} to ${returning}: deploy --release ${other.release ?? 'ID'}.`];
    return [new errors/* UserError */.yo('failback-release', message, { fix })];
}
async function gatesOf(returning, { release }, environment, context) {
    const runner = (0,gates_runner/* createGateRunner */.q)({ ...(0,gate_ports/* gatePorts */.o)(context), environment, release });
    const now = context.clock.now();
    const asked = environment.phases
        .filter(({ targets }) => targets.includes(returning))
        .map(({ name: phase, bakeMs }) => {
        const since = now - (bakeMs || LOOK_BACK_MS);
        const request = { moment: 'after', phase, targets: [returning], outputs: {}, since, bakeSince: since };
        return runner.ask(request, context.signal);
    });
    const verdicts = (await Promise.all(asked)).flat();
    for (const verdict of verdicts)
        context.report({ type: 'gate.verdict', verdict });
    return verdicts;
}

// EXTERNAL MODULE: ./src/failover/mechanisms/weights.ts
var weights = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/rollout/weight-guard.ts
var weight_guard = __webpack_require__(20941);
// EXTERNAL MODULE: ./src/rollout/weights.ts
var rollout_weights = __webpack_require__(95544);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
// EXTERNAL MODULE: ./src/commands/failover/mechanism.ts + 3 modules
var failover_mechanism = __webpack_require__(94154);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/failback-steps.ts






/** Weights in the configured steps of the target's own weight; all other mechanisms know only there and away. */
async function returnParts(plan, returning, move, before, good, context) {
    const names = plan.targets.map(({ name }) => name);
    if (plan.mechanism.kind === 'weights') {
        const { traffic } = plan.mechanism;
        const targets = plan.targets.map(survivors/* targetOf */.$r);
        const environment = { targets, instances: [], name: plan.environment, application: plan.application };
        const driver = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
        return weightParts({ driver, traffic, good, returning, move, before }, context.signal);
    }
    const mechanism = (0,failover_mechanism/* mechanismOf */.D)(plan, names, [], context);
    mechanism.check(move);
    const text = `${plan.mechanism.kind}: ${returning} is let in again`;
    const apply = async (signal) => {
        for (const said of await mechanism.apply(move, signal))
            context.report({ type: 'note', level: 'warning', text: said });
    };
    return {
        steps: [{ text, apply }],
        undo: async () => void (await mechanism.apply(before, new AbortController().signal)),
    };
}
/** Each step is guarded: a target that is not good or not active gains nothing by it, and never are all weights zero. */
async function weightParts({ driver, traffic, good, returning, move, before }, signal) {
    const first = (await driver.read(signal)).weights;
    // No floor: a failback only relieves who carries more than its part, also while others are still away.
    const facts = { configured: traffic.weights, good, active: new Set(move.active), floorPercent: 0 };
    const steps = traffic.steps.map((percent) => ({
        text: `${returning} gets ${percent}% of its weight`,
        apply: (stop) => setWeights(driver, stepWeights(first, traffic.weights, returning, percent, move), stop, facts),
    }));
    // What was read may be a step of a run that was killed: the target gets nothing all the same.
    const away = (0,weights/* failoverWeights */.g)(before, first, traffic.weights);
    return { steps, undo: () => setWeights(driver, away, new AbortController().signal) };
}
/**
 * At the last step everybody who is active has the weight that is configured, and no longer that of a failover. Who was
 * active without traffic stays so: a failover does not do that, somebody did. Where all would be zero the others keep
 * what they have.
 */
function stepWeights(first, configured, returning, percent, { active }) {
    const next = { ...first, [returning]: (0,rollout_weights/* stepWeight */.xp)((0,rollout_weights/* weightOf */.mm)(configured, returning), percent) };
    if (percent < 100)
        return next;
    const serving = active.filter((name) => name !== returning && (0,rollout_weights/* weightOf */.mm)(first, name) > 0);
    const own = Object.fromEntries(serving.map((name) => [name, (0,rollout_weights/* weightOf */.mm)(configured, name)]));
    const last = { ...next, ...own };
    return (0,rollout_weights/* totalWeight */.zN)(last) === 0 ? next : last;
}
async function setWeights(driver, weights, signal, facts) {
    const read = await driver.read(signal);
    if (facts !== undefined)
        (0,weight_guard/* assertWeights */.Q)(weights, read.weights, facts);
    const change = await driver.set(weights, read, signal);
    await driver.waitApplied(change, signal);
}

// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 1 modules
var reporting = __webpack_require__(55384);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/settle-all.ts
var settle_all = __webpack_require__(26586);
;// CONCATENATED MODULE: ./src/commands/failover/still-held.ts


/**
 * Nobody has taken over any of these targets. One that does not answer has no say: its region may be lost, and traffic
 * must still be able to leave it.
 * @throws UserError `lease-lost`
 */
async function assertStillHeld(works) {
    await (0,settle_all/* settleAll */.j)(works.map(async (work) => {
        try {
            await (await work.lease()).assertHeld();
        }
        catch (error) {
            if (!(error instanceof ports/* AwsError */.G))
                throw error;
        }
    }));
}

;// CONCATENATED MODULE: ./src/commands/failover/failback.ts

















/** Brings a region back that a failover left: only through gates, and in steps where the mechanism knows them. */
const failback = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,consent/* reasonOf */.A)(options, rehearse);
    const { whole: environment } = await (0,commands_environment/* environmentOf */.p)(options, context, { templates: false });
    const { application, name } = environment;
    const { version, report, clock } = context;
    const names = environment.targets.map((target) => target.name);
    report({
        type: 'run.started',
        command: 'failback',
        version,
        application,
        environment: name,
        targets: names,
        dryRun: rehearse,
    });
    const wait = { command: 'failback', lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn, leases: !rehearse };
    const works = (0,target_work/* createTargetWork */.J2)(environment, { ...wait, makesBuckets: false }, context);
    try {
        const reachable = await (0,prove_targets/* proveTargets */.t)(works, options, context);
        const missing = names.filter((target) => !reachable.some((work) => work.target.name === target));
        if (missing.length > 0) {
            throw new errors/* UserError */.yo('target-unreachable', `${missing.join(', ')} cannot be reached: a failback needs every region`);
        }
        await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
        const states = (0,active_states/* activeStatesOf */.s)(environment, reachable, context);
        const before = await states.read();
        const returning = returningOf(options.to, before.inactive, environment.targets);
        const plan = await (0,load_plan/* planOfEnvironment */.cl)(environment, names.filter((target) => !before.inactive.includes(target)), context);
        const move = returnOf({ returning, targets: environment.targets, before });
        const done = isBack(returning, before, move);
        const id = context.origin.runId;
        const { incident } = options;
        const asked = { id, who: context.origin.who, reason, ...(incident !== undefined && { incident }) };
        let end = { outcome: done ? 'already-active' : 'rehearsed', move, marks: {}, deviations: [] };
        const gates = done ? [] : await assertReady(returning, plan, before, environment, works, context);
        const probes = !done && !rehearse && plan.probe ? (0,probing/* startProbes */.o)(plan.probe, context) : undefined;
        if (!done && !rehearse) {
            try {
                await (0,consent/* checkConfirmation */._)(move, { to: returning }, options, context);
                const away = {
                    active: move.active.filter((target) => target !== returning),
                    inactive: [...move.inactive, returning],
                };
                const good = await (0,facts/* goodTargets */.K)(environment, works);
                const parts = await returnParts(plan, returning, move, { ...away, leaving: [returning] }, good, context);
                const record = {
                    ...asked,
                    from: [],
                    to: move.active,
                    mechanism: plan.mechanism.kind,
                    at: new Date(clock.now()).toISOString(),
                };
                const request = { returning, targets: environment.targets, before, record };
                const assertHeld = () => assertStillHeld(reachable);
                const ports = { ...parts, assertHeld, clock, report, signal: context.signal, state: states };
                end = await runFailback(request, { ...ports, ...(probes !== undefined && { probes }) });
            }
            finally {
                await probes?.stop(true);
            }
        }
        const told = (0,reporting/* reportOf */.E)({ plan, asked, end, startedAt, ...(probes !== undefined && { probes }) }, context);
        await (0,reporting/* writeReport */.u)(told, probes?.results ?? [], options['report-folder'], context);
        const { failure, outcome } = end;
        const details = { ...ends/* ENDS */.B[outcome], failover: told, gates, ...(failure !== undefined && { failure }) };
        return (0,result/* runResult */.X)(environment, { command: 'failback', startedAt, instances: [], release: plan.release, ...details }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
/** @throws UserError `failback-which`, `unknown-target` */
function returningOf(to, inactive, targets) {
    const [only, ...others] = inactive;
    if (to !== undefined)
        return (0,move/* namedTarget */.Jt)(to, targets, 'to');
    if (only !== undefined && others.length === 0)
        return only;
    const found = only === undefined ? 'every target is active' : `${inactive.join(', ')} are not active`;
    throw new errors/* UserError */.yo('failback-which', `a failback needs to be told which target returns: ${found}`, {
        fix: ['Give its name as to.'],
    });
}


/***/ }),

/***/ 54246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ gatePorts)
/* harmony export */ });
/** What gates may use of the outside world. */
function gatePorts({ aws, clock, env, http, spawn }) {
    return { clock, env, http, spawn, session: (target) => aws.session(target) };
}


/***/ }),

/***/ 98634:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ noteIn),
/* harmony export */   W_: () => (/* binding */ recordPlaces),
/* harmony export */   fj: () => (/* binding */ visiblePlaces)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71349);
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88061);




/** The buckets of these targets, to be written under their leases. */
function recordPlaces(environment, works) {
    return works.map((work) => ({
        ...placeOf(work),
        bucket: () => work.bucket((0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)(environment, work.target.name)),
        assertHeld: async () => (await work.lease()).assertHeld(),
    }));
}
/**
 * The buckets of these targets that are there, to look at only: makes none and takes no lease. One that may not be looked
 * at is left out, because the others have their copies.
 * @throws UserError when that is so of all of them: that nothing is kept would be a guess
 */
async function visiblePlaces(environment, works, context) {
    const refused = [];
    const found = await Promise.all(works.map(async (work) => {
        try {
            const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(work.session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)(environment, work.target.name), context);
            return bucket === undefined ? [] : [visiblePlace(work, bucket)];
        }
        catch (error) {
            if (!(0,_stack_report_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .v)(error))
                throw error;
            refused.push(error);
            return [];
        }
    }));
    const [first] = refused;
    if (first instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && refused.length === works.length)
        throw first;
    return found.flat();
}
function visiblePlace(work, bucket) {
    return {
        ...placeOf(work),
        bucket: async () => bucket,
        assertHeld: () => Promise.reject(new Error('read only')),
    };
}
function placeOf({ target, session }) {
    return { target: target.name, region: target.region, storage: session.storage };
}
/** Tells what is wrong with one copy, in its target. */
function noteIn(context) {
    return (text, target) => context.report({ type: 'note', level: 'warning', text, target });
}


/***/ }),

/***/ 13494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ activeStatesOf),
/* harmony export */   x: () => (/* binding */ visibleActiveStates)
/* harmony export */ });
/* harmony import */ var _records_active_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38286);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58010);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
function activeStatesOf(environment, works, context) {
    return (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, works), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}
/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleActiveStates(environment, works, context) {
    const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePlaces */ .fj)(environment, works, context);
    return places.length === 0 ? undefined : (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), places, (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}


/***/ }),

/***/ 63934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ goodTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53860);


/** Targets whose stacks are all there and in a state that a deployment may leave behind. */
async function goodTargets(environment, works) {
    const answers = await Promise.all([...works.values()].map(async (work) => ((await isGood(work, environment)) ? [work.target.name] : [])));
    return new Set(answers.flat());
}
async function isGood({ target, session }, environment) {
    const own = environment.instances.filter((instance) => instance.target.name === target.name);
    const found = await Promise.all(own.map(async ({ stack }) => {
        try {
            return await session.cloudformation.describeStack(stack.stackName);
        }
        catch (error) {
            // Nobody knows how it is, so it gets no traffic; what else is wrong is said where it matters.
            if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable')
                return undefined;
            throw error;
        }
    }));
    return own.length > 0 && found.every((stack) => stack !== undefined && serves(stack.status));
}
/** A stack that CloudFormation restored after a failed update is what it was before: it serves. */
function serves(status) {
    const { success, end, next } = (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statusMeaning */ .uj)(status);
    return success || (end === 'failed' && next === 'update');
}


/***/ }),

/***/ 6990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ createGateRunner)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/gates/kinds.ts
/** The check of a kind, loaded when a gate of that kind is first asked. */
async function loadCheck({ kind }) {
    // Each check gets the request of its own kind: the kind of the definition chose it.
    switch (kind) {
        case 'http':
            return (await __webpack_require__.e(/* import() */ 1062).then(__webpack_require__.bind(__webpack_require__, 71062))).http;
        case 'alarm':
            return (await __webpack_require__.e(/* import() */ 6863).then(__webpack_require__.bind(__webpack_require__, 96863))).alarm;
        case 'metric':
            return (await __webpack_require__.e(/* import() */ 1498).then(__webpack_require__.bind(__webpack_require__, 71498))).metric;
        case 'command':
            return (await __webpack_require__.e(/* import() */ 3901).then(__webpack_require__.bind(__webpack_require__, 53901))).command;
        case 'lambda':
            return (await __webpack_require__.e(/* import() */ 6137).then(__webpack_require__.bind(__webpack_require__, 16137))).lambda;
        case 'compare':
            return (await __webpack_require__.e(/* import() */ 5615).then(__webpack_require__.bind(__webpack_require__, 95615))).compare;
    }
}

;// CONCATENATED MODULE: ./src/gates/outputs.ts
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

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/gates/resolve.ts


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(references/* referencesIn */.ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,references/* resolveReferences */.d)(text, (reference) => {
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
        if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/gates/runner.ts





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
            const outputs = createOutputs(environment, request.outputs, options.session);
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
    const resolved = await resolveCheck(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await loadCheck(resolved.value);
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
    const code = error instanceof ports/* AwsError */.G || error instanceof errors/* UserError */.yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,errors/* errorText */.kc)(error), evidence: { error: code } };
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
