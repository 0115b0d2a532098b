export const id = 8999;
export const ids = [8999];
export const modules = {

/***/ 6939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ cancelReturns),
/* harmony export */   w: () => (/* binding */ schedulesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13391);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77010);
/* harmony import */ var _weights_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79080);




/** Who can take the schedules of a drill away. Contacts nobody. */
async function schedulesOf(returns, plan, context) {
    const { mechanism, targets } = plan;
    const weights = mechanism.kind === 'weights' && returns.some(({ by }) => by === _weights_back_js__WEBPACK_IMPORTED_MODULE_3__/* .BY_TRAFFIC */ .K7);
    const driver = weights ? await (0,_weights_back_js__WEBPACK_IMPORTED_MODULE_3__/* .driverOf */ .SV)(mechanism.traffic, plan, context) : undefined;
    return (by) => {
        if (by === _weights_back_js__WEBPACK_IMPORTED_MODULE_3__/* .BY_TRAFFIC */ .K7)
            return driver?.later && { delete: driver.later.cancel };
        const target = targets.find(({ name }) => name === by);
        return target && context.aws.session((0,_survivors_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(target)).laterCalls;
    };
}
/**
 * Takes schedules away. One that nobody can reach any more, and that can no longer strike, is none.
 * @param now milliseconds since the epoch
 * @throws UserError `drill-return-scheduled` with those that may still strike
 */
async function cancelReturns(returns, schedulesOf, now) {
    const left = await Promise.all(returns.map(async ({ name, region, by, at }) => {
        try {
            const schedules = schedulesOf(by);
            if (schedules === undefined && isOver(at, now))
                return [];
            if (schedules === undefined)
                throw new Error(`${by} is no target any more`);
            await schedules.delete(name);
            return [];
        }
        catch (error) {
            return [
                `the schedule ${name} in ${region} could not be deleted: at ${at} it brings traffic back, unless somebody moved it meanwhile: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`,
            ];
        }
    }));
    const said = left.flat();
    if (said.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-return-scheduled', said.join('; '));
}
/** Its time has come, and it is tried no more. */
function isOver(at, now) {
    return now > Date.parse(at) && (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__/* .strikesUntil */ .Wc)({ at }, now) === undefined;
}


/***/ }),

/***/ 11518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PM: () => (/* binding */ unexpectedSignals),
/* harmony export */   a3: () => (/* binding */ noWayBack),
/* harmony export */   m3: () => (/* binding */ wayBackOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _failover_mechanisms_stop_switch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80414);
/* harmony import */ var _traffic_route53_later_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49303);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77010);
/* harmony import */ var _weights_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79080);






/**
 * The way back that needs no process of ours, or undefined where the mechanism knows none.
 * @throws UserError `drill-no-way-back` when it lacks something; `drill-blind` when it would send traffic where nobody looks
 */
async function wayBackOf(request, context) {
    const { mechanism } = request.plan;
    switch (mechanism.kind) {
        case 'stop-switch':
            return signalsBack(mechanism.signals, request, context);
        case 'weights':
            return (0,_weights_back_js__WEBPACK_IMPORTED_MODULE_5__/* .weightsBack */ .bH)(mechanism.traffic, request, context);
        default:
            throw noWayBack(`nothing can move traffic by the mechanism ${mechanism.kind} at a later time`);
    }
}
function noWayBack(why, ...fix) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('drill-no-way-back', `traffic would stay away if the drill died: ${why}`, {
        fix: [...fix, 'Or accept that with leave: then drill --end has to bring it back.'],
    });
}
/**
 * The stop signals are deleted, each only as long as it is the one that this drill wrote: a failover writes another, and
 * then nothing happens. The health check of who was stopped decides whether it gets traffic. S3 User Guide, "Conditional
 * deletes"; API Reference, Object: "Objects created by the PUT Object … encrypted by SSE-S3 or plaintext, have ETags that
 * are an MD5 digest of their object data". Others could not be read without a signature, as health checkers do.
 */
function signalsBack(signals, { plan, move, settings, since, at, who }, context) {
    const { revertRole: role } = settings;
    if (role === undefined) {
        throw noWayBack('no role can take the stop signal away', 'Give failover.drill.revert-role, and deploy.');
    }
    const label = `${plan.application}/${plan.environment}`;
    const calls = move.leaving.flatMap((target, index) => {
        const signal = signals[target];
        if (signal === undefined)
            return [];
        const { laterCalls: schedules, region } = context.aws.session((0,_survivors_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)((0,_survivors_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedTarget */ .Uh)(plan, signal.in)));
        const call = {
            name: (0,_traffic_route53_later_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduleName */ .V5)(label, `drill-${index}`),
            at,
            role,
            service: 's3',
            action: 'deleteObject',
            input: JSON.stringify({ Bucket: signal.bucket, Key: signal.key, IfMatch: etagOf((0,_failover_mechanisms_stop_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .stopText */ .I)(target, since)) }),
            description: `Lets traffic return to ${target} when a drill has died (${label}), scheduled by ${who}`,
        };
        return [{ call, region, by: signal.in, schedules }];
    });
    return {
        returns: calls.map(({ call, region, by }) => ({
            name: call.name,
            region,
            by,
            at: new Date(call.at).toISOString(),
        })),
        arrange: async () => void (await Promise.all(calls.map(({ schedules, call }) => schedules.create(call)))),
    };
}
function etagOf(text) {
    return `"${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5').update(text).digest('hex')}"`;
}
/** The ETags that signals of this drill must have for their deletion to work, checked once they are there. */
async function unexpectedSignals(plan, move, since, context) {
    if (plan.mechanism.kind !== 'stop-switch')
        return [];
    const { signals } = plan.mechanism;
    const found = await Promise.all(move.leaving.map(async (target) => {
        const signal = signals[target];
        if (signal === undefined)
            return [];
        const { storage } = context.aws.session((0,_survivors_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)((0,_survivors_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedTarget */ .Uh)(plan, signal.in)));
        const head = await storage.head(signal.bucket, signal.key);
        if (head?.etag === etagOf((0,_failover_mechanisms_stop_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .stopText */ .I)(target, since)))
            return [];
        return [`the stop signal of ${target} has another ETag than its text: its scheduled deletion would do nothing`];
    }));
    return found.flat();
}


/***/ }),

/***/ 79080:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ BY_TRAFFIC),
/* harmony export */   SV: () => (/* binding */ driverOf),
/* harmony export */   bH: () => (/* binding */ weightsBack),
/* harmony export */   kO: () => (/* binding */ weightsNow),
/* harmony export */   s2: () => (/* binding */ restoreWeights)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_mechanisms_weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23144);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95544);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92088);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77010);
/* harmony import */ var _way_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11518);






/** In place of a target: the account and credentials of the traffic driver. */
const BY_TRAFFIC = 'traffic';
/** Rollouts have numbers. */
const ENDING = 'drill';
/**
 * The weights that are there now are set again, in one batch that Route 53 refuses when anybody has changed them since the
 * drill did. Only where health checks decide who gets traffic: nobody else looks then.
 */
async function weightsBack(traffic, { plan, move, at }, context) {
    const driver = await driverOf(traffic, plan, context);
    const { later } = driver;
    if (later === undefined) {
        const route53 = traffic.driver.driver === 'route53';
        throw (0,_way_back_js__WEBPACK_IMPORTED_MODULE_4__/* .noWayBack */ .a3)(`nothing can change weights of ${traffic.driver.driver} later`, ...(route53 ? ['Give traffic.revert-role, and deploy.'] : []));
    }
    const state = await driver.read(context.signal);
    const blind = later.unguarded(state);
    if (blind.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-blind', `when the drill died, traffic would be sent back whether or not anybody answers: ${blind.join(', ')} has no health check`, {
            fix: [
                'Give every weighted record set a health check.',
                'Or accept with leave that nothing brings traffic back: drill --end has to.',
            ],
        });
    }
    const from = (0,_failover_mechanisms_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .failoverWeights */ .g)(move, state.weights, traffic.weights);
    const name = later.nameOf(ENDING);
    const returns = [
        { name, region: later.region, by: BY_TRAFFIC, at: new Date(at).toISOString() },
    ];
    return { returns, arrange: () => later.schedule(name, at, state.weights, state, from) };
}
/** The driver with the targets of the plan. */
function driverOf(traffic, plan, context) {
    const { application, environment: name } = plan;
    return (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__/* .trafficDriverOf */ .j)(traffic, { targets: plan.targets.map(_survivors_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r), instances: [], name, application }, context);
}
/** Weights as they are; undefined where the mechanism moves none. */
async function weightsNow(plan, context) {
    if (plan.mechanism.kind !== 'weights')
        return undefined;
    const driver = await driverOf(plan.mechanism.traffic, plan, context);
    return (await driver.read(context.signal)).weights;
}
/** A failback ends at the configured weights: those before the drill may have been others. */
async function restoreWeights(weights, plan, guard, context) {
    if (plan.mechanism.kind !== 'weights')
        return;
    const driver = await driverOf(plan.mechanism.traffic, plan, context);
    const read = await driver.read(context.signal);
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_5__/* .sameWeights */ .ML)(weights, read.weights))
        return;
    await guard();
    await driver.waitApplied(await driver.set(weights, read, context.signal), context.signal);
}


/***/ }),

/***/ 79681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ recoveryPointOf)
});

// EXTERNAL MODULE: ./src/failover/contact-rules.ts
var contact_rules = __webpack_require__(31724);
// EXTERNAL MODULE: ./src/failover/partitions.ts
var partitions = __webpack_require__(47055);
;// CONCATENATED MODULE: ./src/failover/recovery-point.ts
/** How long before traffic was moved `ReplicationLatency` counts. */
const LATENCY_MS = 15 * 60_000;
/**
 * The bound: everything that was written until the newest heartbeat has arrived, so what was accepted between it and
 * `until` may be missing. It holds for the table of heartbeats; tables beside it are replicated the same way. One pair of
 * regions that nothing is known of makes the whole unknown.
 * @param until when the region that was left can have accepted something for the last time, by our clock
 */
function recoveryPoint(readings, until) {
    const heartbeats = readings.filter((reading) => reading.kind === 'heartbeat');
    const latencies = readings.filter((reading) => reading.kind === 'latency');
    const problems = readings.flatMap((reading) => reading.kind === 'unknown' ? [`the recovery point was not measured: ${reading.why}`] : []);
    const known = {
        heartbeats: heartbeats.map(({ from, to, at }) => ({ from, to, at: new Date(at).toISOString() })),
        ...(heartbeats.length > 0 && { skewMs: Math.max(...heartbeats.map(({ skewMs }) => Math.abs(skewMs))) }),
        problems,
    };
    if (problems.length > 0 || readings.length === 0)
        return known;
    const bounds = [
        ...heartbeats.map(({ at, skewMs }) => Math.max(0, until - skewMs - at)),
        ...latencies.map(({ ms }) => ms),
    ];
    return { ...known, boundMs: Math.max(...bounds), method: methodOf(heartbeats, latencies) };
}
function methodOf(heartbeats, latencies) {
    const tables = (some) => [...new Set(some.map(({ table }) => table))].join(', ');
    return [
        ...(heartbeats.length === 0
            ? []
            : [
                `heartbeat: from the newest heartbeat in ${tables(heartbeats)} that arrived until traffic was moved, or the last answer of what was left`,
            ]),
        ...(latencies.length === 0
            ? []
            : [
                `ReplicationLatency: the largest value of ${tables(latencies)} in the ${LATENCY_MS / 60_000} minutes before traffic was moved, an indication and no bound`,
            ]),
    ].join('; ');
}
/**
 * When what was left can have accepted something for the last time: when traffic was moved, or later, as long as probes were
 * answered from there.
 * @param left regions
 */
function acceptedUntil(actuated, probes, left) {
    const last = probes.findLast(({ region, status }) => status !== undefined && region !== undefined && left.has(region));
    return last === undefined ? actuated : Math.max(actuated, last.at + last.durationMs);
}

// EXTERNAL MODULE: ./src/commands/failover/replication.ts
var failover_replication = __webpack_require__(88599);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/recovery-point.ts





/**
 * How much may be missing where users are served now. The heartbeats that arrived are read where users are served; the
 * metric only where they were seen to be served, because it is in the region that was left. Undefined: nothing was moved,
 * or nothing is configured.
 */
async function recoveryPointOf(plan, { move, marks, outcome }, probes, context) {
    const { replication, targets, mechanism } = plan;
    const { actuated, accepted } = marks;
    if (replication === undefined || actuated === undefined || accepted === undefined)
        return undefined;
    const planned = (names) => targets.filter(({ name }) => names.includes(name));
    const left = new Set(planned(move.leaving).map(({ region }) => region));
    const reader = (0,failover_replication/* createReplicationReader */.U)(context);
    const { heartbeat, tables } = replication;
    const beat = async ({ from, to }) => heartbeat === undefined
        ? { from: from.region, to: to.region, kind: 'unknown', why: 'no heartbeat is configured' }
        : reader.heartbeat(heartbeat, from.region, (0,survivors/* targetOf */.$r)(to));
    const found = await Promise.all(pairs(planned(move.leaving), planned(move.active)).map(async (pair) => ({ ...pair, reading: await beat(pair) })));
    const readings = found.map(({ reading }) => reading).filter(({ kind }) => kind !== 'unknown');
    const silent = found.filter(({ reading }) => reading.kind === 'unknown');
    if (silent.length > 0 && tables.length > 0 && outcome === 'verified') {
        context.aws.restrictContacts((0,contact_rules/* measuringRule */.oM)(mechanism.kind, (0,partitions/* partitionOf */.i)(move.active, targets), left));
        const since = actuated - LATENCY_MS;
        const asked = silent.map(({ from, to }) => reader.latency(tables, (0,survivors/* targetOf */.$r)(from), to.region, since, actuated));
        readings.push(...(await Promise.all(asked)).flat());
    }
    else
        readings.push(...silent.map(({ reading }) => reading));
    return recoveryPoint(readings.flat(), acceptedUntil(actuated, probes, left));
}
/** One for each pair of regions; two targets of one region share its replication. */
function pairs(left, serving) {
    const all = left.flatMap((from) => serving.map((to) => [`${from.region} ${to.region}`, { from, to }]));
    return [...new Map(all).values()].filter(({ from, to }) => from.region !== to.region);
}


/***/ }),

/***/ 77109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ runFailover)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/same-names.ts
var same_names = __webpack_require__(39912);
// EXTERNAL MODULE: ./src/failover/probe.ts
var failover_probe = __webpack_require__(4368);
// EXTERNAL MODULE: ./src/failover/wanted.ts
var failover_wanted = __webpack_require__(98559);
;// CONCATENATED MODULE: ./src/failover/already.ts



/** Answers in a row that say that users are served where they should be. */
const ANSWERS = 3;
/** They are asked once a second. */
const PATIENCE_MS = 6_000;
const POLL_MS = 250;
/**
 * Whether users are served by who should be active. What a region remembers of itself may be older than a move away from
 * it, which nobody could tell it: it is not believed alone. Without probes, or where answers do not name their region,
 * nobody knows.
 */
async function servedAlready({ active }, { targets }, { clock, probes, signal }) {
    if (probes?.regionKnown !== true)
        return false;
    const wanted = (0,failover_wanted/* wantedOf */.L)(active, targets, true);
    const began = clock.now();
    for (;;) {
        const answers = probes.results;
        if (answers.some((probe) => !(0,failover_probe/* isGood */.K)(probe, wanted)))
            return false;
        if (answers.length >= ANSWERS)
            return true;
        if (clock.now() - began >= PATIENCE_MS)
            return false;
        await clock.sleep(POLL_MS, signal);
    }
}
/** Whether nothing is left to do. A graceful move has asked every region, and a rehearsal moves nothing. */
async function isBelieved(move, request, ports) {
    return request.rehearse || request.graceful === true || servedAlready(move, request, ports);
}
/**
 * Whoever else may be active by now is left, because nobody could tell of a later move. Where the mechanism cannot do
 * that, those are left that were left before: who rests is asked then, and knows of a later move.
 */
function repeatedMove(wanted, { failover }, { check }) {
    const move = { ...wanted, leaving: wanted.inactive };
    try {
        check(move);
        return { move };
    }
    catch (otherwise) {
        if (!(otherwise instanceof errors/* UserError */.yo))
            throw otherwise;
        const leaving = wanted.inactive.filter((name) => failover?.from.includes(name));
        return { move: { ...wanted, leaving }, otherwise };
    }
}

;// CONCATENATED MODULE: ./src/failover/deployments.ts
/** Deployments that are under way go on for so long at most after traffic was told to move, milliseconds. */
const SOON_MS = 1_000;
/**
 * Whether deployments have to stop before traffic moves: where a person plans it, and where they write the same weights.
 * Elsewhere the calls that stop twenty of them would stand before the one that users wait for.
 */
function stopsFirst({ kind }, graceful) {
    return graceful || kind === 'weights';
}
/** When traffic was told to move, and a second later where that takes long. Never throws. */
async function soon(applying, clock) {
    const done = new AbortController();
    const applied = applying.then(() => undefined, () => undefined);
    await Promise.race([applied, clock.sleep(SOON_MS, done.signal).catch(() => undefined)]);
    done.abort();
}

// EXTERNAL MODULE: ./src/settle-all.ts
var settle_all = __webpack_require__(26586);
// EXTERNAL MODULE: ./src/failover/consumers.ts
var failover_consumers = __webpack_require__(16367);
;// CONCATENATED MODULE: ./src/failover/hooks.ts


/** @throws UserError `not-caught-up` */
async function waitUntilCaughtUp(target, { timeoutMs, intervalMs, ask }, { clock, signal }) {
    const since = clock.now();
    for (;;) {
        const { passed, reason } = await ask(target, since, signal);
        if (passed)
            return;
        signal.throwIfAborted();
        const left = since + timeoutMs - clock.now();
        if (left <= 0) {
            const message = `what ${target} wrote has not arrived after ${timeoutMs / 1000} s: ${reason}`;
            throw new errors/* UserError */.yo('not-caught-up', message);
        }
        await clock.sleep(Math.min(intervalMs, left), signal);
    }
}
/** A hook in several targets, side by side; throws when all have ended. */
async function eachTarget(targets, hook, signal) {
    await (0,settle_all/* settleAll */.j)(targets.map((target) => hook(target, signal)));
}

// EXTERNAL MODULE: ./src/failover/patience.ts
var patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/still-ours.ts
var still_ours = __webpack_require__(46362);
;// CONCATENATED MODULE: ./src/failover/graceful.ts







/** Who was not active before the move began: one that is gone on with remembers it. */
function inactiveBefore({ inactive, failover }) {
    // Once traffic may have moved, what it meant is how it is.
    if (failover?.done !== false || failover.graceful?.shifting === true)
        return inactive;
    return failover.graceful?.inactiveBefore ?? inactive;
}
/**
 * One that was killed after traffic was told to move is finished, never undone: the others have written since. One to
 * somewhere else begins anew.
 */
function isShifting({ failover }, { active }) {
    return failover?.done === false && failover.graceful?.shifting === true && (0,same_names/* sameNames */.F)(failover.to, active);
}
const RESTING_MS = 10_000;
function createGraceful({ move, names, state, tellTraffic, save, deviate }, ports) {
    const { hooks = {}, consumers, mechanism, signal, guard } = ports;
    const { active, leaving } = move;
    const before = inactiveBefore(state);
    const activeBefore = names.filter((name) => !before.includes(name));
    const earlier = state.quiesced ?? [];
    const stopped = [...new Set([...earlier, ...(hooks.quiesce === undefined ? [] : leaving)])];
    let kept = { inactive: state.inactive, quiesced: earlier };
    const keep = async (inactive, quiesced, stage) => {
        await save(inactive, quiesced, stage);
        kept = { inactive, quiesced };
    };
    async function quiesce() {
        await keep(state.inactive, stopped, 'preparing');
        if (hooks.quiesce === undefined)
            return deviate('no hook stops writes: what is written until traffic has moved may come late or get lost');
        await eachTarget(leaving, hooks.quiesce, signal);
    }
    async function catchUp() {
        const { caughtUp } = hooks;
        if (caughtUp === undefined)
            return deviate('nothing says whether replication has caught up: it was not waited for');
        await (0,settle_all/* settleAll */.j)(leaving.map((target) => waitUntilCaughtUp(target, caughtUp, ports)));
    }
    /** Between the two, the state says who may run them: whoever comes after a crash never finds both on. */
    async function moveConsumers() {
        if (consumers === undefined)
            return keep(move.inactive, stopped, 'preparing');
        const { on, off } = (0,failover_consumers/* consumerChange */.Bq)(consumers.where, names, { inactive: before }, move);
        await stopOthers(on, off, consumers, signal);
        signal.throwIfAborted();
        await keep(move.inactive, stopped, 'preparing');
        await (0,failover_consumers/* switchConsumers */.K3)({ on, off: [] }, consumers, signal);
    }
    /** Before anybody's start: these must have stopped, and nobody else may run them either. */
    async function stopOthers(on, off, consumers, stop) {
        const resting = names.filter((name) => !on.includes(name) && !off.includes(name));
        await Promise.all([
            (0,failover_consumers/* switchConsumers */.K3)({ on: [], off }, consumers, stop),
            ...resting.map((name) => stopResting(name, consumers, stop)),
        ]);
    }
    /** Who was left by a failover that could not reach it may still run them; who is lost must not hold up this one. */
    async function stopResting(name, { set }, stop) {
        const told = (why) => deviate(`consumers of ${name}, which was not active, may still run: ${why}`);
        try {
            const stopped = await (0,patience/* patienceOf */.H)(ports.clock, RESTING_MS)(set(name, false, stop).then(() => true));
            if (stopped === undefined)
                told(`no answer in ${RESTING_MS / 1000} s`);
        }
        catch (error) {
            if ((0,still_ours/* isTakenOver */.Gj)(error))
                throw error;
            told((0,errors/* errorText */.kc)(error));
        }
    }
    async function resume() {
        const again = hooks.resume === undefined ? [] : active.filter((name) => stopped.includes(name));
        if (hooks.resume !== undefined)
            await eachTarget(again, hooks.resume, signal);
        signal.throwIfAborted();
        await keep(move.inactive, stopped.filter((name) => !again.includes(name)), 'shifting');
    }
    async function undo(why, shifted) {
        // What is cancelled is undone too.
        const { signal: unhurried } = new AbortController();
        const again = hooks.resume === undefined ? [] : leaving.filter((name) => activeBefore.includes(name));
        try {
            // Refused when somebody else moves traffic meanwhile: then it is theirs.
            await keep(kept.inactive, kept.quiesced, shifted ? 'shifting' : 'preparing');
            if (shifted || tellTraffic) {
                // Where all were active, nobody is left whose region a Region switch plan could take out.
                const returning = leaving.find((name) => activeBefore.includes(name));
                const back = { active: activeBefore, inactive: before, leaving: [], ...(returning && { returning }) };
                await mechanism.apply(back, unhurried, guard);
            }
            if (consumers !== undefined) {
                const on = (0,failover_consumers/* runningTargets */.m3)(consumers.where, names, { inactive: before });
                const off = (0,failover_consumers/* runningTargets */.m3)(consumers.where, names, move).filter((name) => !on.includes(name));
                await stopOthers(on, off, consumers, unhurried);
                await keep(before, kept.quiesced, 'preparing');
                await (0,failover_consumers/* switchConsumers */.K3)({ on, off: [] }, consumers, unhurried);
            }
            if (hooks.resume !== undefined)
                await eachTarget(again, hooks.resume, unhurried);
            await keep(before, kept.quiesced.filter((name) => !again.includes(name)), 'undone');
        }
        catch (error) {
            if ((0,still_ours/* isTakenOver */.Gj)(error))
                throw error;
            return `${why}. It could not be undone: ${(0,errors/* errorText */.kc)(error)}. Run the same command again, it goes on from there`;
        }
        const still = hooks.quiesce !== undefined && hooks.resume === undefined;
        return `nothing was moved, everything is as it was${still ? ', but writes stay stopped: no hook resumes them' : ''}: ${why}`;
    }
    return {
        async prepare() {
            try {
                await step('quiesced', `stopping writes in ${leaving.join(', ')}`, ports, quiesce);
                await step('caught-up', 'waiting until what was written is everywhere', ports, catchUp);
                await step('consumers', `consumers and roles move to ${active.join(', ')}`, ports, moveConsumers);
                await resume();
                return undefined;
            }
            catch (error) {
                if ((0,still_ours/* isTakenOver */.Gj)(error))
                    throw error;
                return undo((0,errors/* errorText */.kc)(error), false);
            }
        },
        undoShift: (why) => undo(why, true),
    };
}
async function step(name, text, { clock, report, signal }, work) {
    signal.throwIfAborted();
    const began = clock.now();
    report({ type: 'step.started', step: `failover-${name}`, text });
    await work();
    report({ type: 'step.finished', step: `failover-${name}`, text, durationMs: clock.now() - began });
}

;// CONCATENATED MODULE: ./src/failover/graceful-request.ts


/** Undefined: what is left is lost, or traffic was told to move already. @throws UserError `failover-not-graceful` */
function gracefulOf({ graceful, targets }, move, state, record, { scheduled }, deviate, ports) {
    if (graceful !== true || (state !== undefined && isShifting(state, move)))
        return undefined;
    if (state === undefined) {
        throw new errors/* UserError */.yo('failover-not-graceful', 'nobody knows which targets are active: nothing was moved', {
            fix: ['Run it again when the regions answer, or without graceful: then nothing is asked of what is left.'],
        });
    }
    const before = inactiveBefore(state);
    const names = targets.map(({ name }) => name);
    // A move that was not seen to end is not done because this one was undone: its repetition has to move traffic.
    const { failover: known } = state;
    const unfinished = known?.done === false && known.graceful?.shifting !== false ? { ...known, id: record.id } : undefined;
    return createGraceful({
        move,
        names,
        state,
        tellTraffic: scheduled,
        deviate,
        async save(inactive, quiesced, stage) {
            const undone = () => unfinished ?? { ...record, from: [], to: names.filter((name) => !before.includes(name)), done: true };
            const failover = stage === 'undone'
                ? undone()
                : { ...record, done: false, graceful: { inactiveBefore: before, shifting: stage === 'shifting' } };
            await ports.state.save({ inactive, quiesced, failover });
        },
    }, ports);
}

// EXTERNAL MODULE: ./src/failover/under-way.ts
var under_way = __webpack_require__(86302);
;// CONCATENATED MODULE: ./src/failover/keep-everywhere.ts



/**
 * Once traffic was told to move, every region that survives is told what is meant: before, only as many were as two
 * failovers need to meet. One that is silent holds up nobody.
 * @returns why it is not done: a region that was not asked before knew of somebody else's move, or that a target which
 * stays was left
 * @throws UserError `active-state-taken` when somebody else writes at the same time
 */
async function keepEverywhere(move, record, { request, force }, inTurn, deviate, { state, clock, drills, }) {
    try {
        const later = await inTurn(async () => state.spread?.());
        if (later === undefined)
            return undefined;
        const other = otherMove(later, record, force, clock.now());
        if (other !== undefined)
            return `${other}. See who is at work with status, then run the same command again`;
        // Who is named takes over, whatever was remembered; who stays because it was active, was not.
        const gone = 'from' in request ? move.active.filter((name) => later.inactive.includes(name)) : [];
        const active = move.active.filter((name) => !gone.includes(name));
        const nobody = active.length === 0;
        const next = nobody
            ? { inactive: move.inactive, failover: record }
            : { inactive: [...move.inactive, ...gone], failover: { ...record, to: active } };
        const drill = drills.late(later);
        if (drill !== undefined)
            deviate(`a drill was under way, of ${drill.who} since ${drill.at}, as a region told that was not asked until traffic had moved: it ends here`);
        await inTurn(() => state.save(next));
        for (const text of drill === undefined ? [] : await drills.end())
            deviate(text);
        const stopped = active.filter((name) => later.quiesced?.includes(name));
        if (gone.length === 0 && stopped.length > 0)
            return `writes of ${stopped.join(', ')} may still be stopped, as a region told that was not asked until traffic had moved. Run the same command again`;
        if (gone.length === 0)
            return undefined;
        // Users are sent there already, and there is nobody else: that is what is remembered, until somebody is named.
        if (nobody)
            return `${gone.join(', ')} was left before, as a region knew that was not asked until traffic had moved, and nobody else is active. Traffic is sent there now: run the same command again to see whether users are served, or name who takes over with failover --to`;
        return `${gone.join(', ')} was left before, as a region knew that was not asked until traffic had moved. Run the same command again`;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === 'active-state-taken')
            throw error;
        deviate(`which targets are active could not be kept everywhere: ${(0,errors/* errorText */.kc)(error)}`);
        return undefined;
    }
}
/** Of two that could not know of each other the one that began later counts, and neither writes over one that is at work. */
function otherMove({ failover }, record, force, now) {
    if (failover === undefined || failover.id === record.id || failover.drill !== undefined)
        return undefined;
    if ((0,same_names/* sameNames */.F)(failover.to, record.to))
        return undefined;
    const { who, at, to } = failover;
    const began = Date.parse(at) > Date.parse(record.at);
    if (!began && (force || !(0,under_way/* isUnderWay */.gn)(failover, now)))
        return undefined;
    return `${who} is moving traffic to ${to.join(', ')} since ${at}, which was not known when this moved it`;
}

;// CONCATENATED MODULE: ./src/failover/kept-state.ts



/** A region that does not answer in this time must not hold up the call that moves traffic. */
const kept_state_PATIENCE_MS = 2_000;
/** What was not read cannot be written over: at the end, when there is time, it is read once more. */
async function keepAgain(error, next, { state }, asOf) {
    if (!(error instanceof errors/* UserError */.yo) || error.code !== 'active-state-not-kept')
        throw error;
    const { failover } = await state.read();
    // Somebody else has moved traffic since.
    if (failover !== undefined &&
        failover.id !== next.failover?.id &&
        Date.parse(failover.at) > Date.parse(next.failover?.at ?? ''))
        throw error;
    await state.save(next, asOf);
}
/** Where users are seen may be as old as the answer of a resolver: who moved traffic in this time counts. */
const SEEN_LATE_MS = 60_000;
/** A region that was left since may remember a later move to itself: what is so now is the latest. */
async function rememberAgain({ inactive }, deviate, { state, clock }) {
    try {
        await inTime(state.save({ inactive }, clock.now() - SEEN_LATE_MS).then(() => state.spread?.()), clock);
    }
    catch (error) {
        deviate(`which targets are active could not be kept: ${(0,errors/* errorText */.kc)(error)}`);
    }
}
/** Undefined: nobody knows who is active, and traffic is moved all the same. */
async function readState({ state, clock }, deviate) {
    try {
        return await inTime(state.read(), clock);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code !== 'active-state-unknown')
            throw error;
        if (!(error instanceof aws_ports/* AwsError */.G) && !(error instanceof errors/* UserError */.yo))
            throw error;
        if (error instanceof aws_ports/* AwsError */.G && error.kind !== 'unreachable' && error.kind !== 'server')
            throw error;
        deviate(`which targets are active is not known: ${error.message}`);
        return undefined;
    }
}
/** @throws UserError `active-state-unknown` when it takes too long; what comes later is not waited for */
async function inTime(work, clock) {
    const answer = await (0,patience/* patienceOf */.H)(clock, kept_state_PATIENCE_MS)(work.then((value) => ({ value })));
    if (answer === undefined)
        throw new errors/* UserError */.yo('active-state-unknown', `no answer in ${kept_state_PATIENCE_MS / 1000} s`);
    return answer.value;
}
/** How often it is read where nothing can be done without it: a region that was only slow answers the next time. */
const STATE_READS = 3;
/**
 * Who stays active when one leaves follows from who is active now: taken for all, it would send users to a region that
 * was lost before.
 * @throws UserError `active-state-unknown`
 */
async function knownState(ports, from) {
    for (let read = 1; read <= STATE_READS; read += 1) {
        const state = await readState(ports, () => { });
        if (state !== undefined)
            return state;
    }
    throw new errors/* UserError */.yo('active-state-unknown', `nobody knows who is active, and so who would take over from ${from}`, {
        fix: ['Name the target that takes over: failover --to.', 'Or run the same command again when the others answer.'],
    });
}

// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
;// CONCATENATED MODULE: ./src/failover/move-record.ts

/** What is remembered of a move; one that goes on keeps when it began. */
function recordOf(move, state, { id, who, reason, incident, drill }, mechanism, now) {
    const known = state?.failover;
    const same = known?.done === false && known.drill === drill && (0,same_names/* sameNames */.F)(known.to, move.active);
    const at = same ? known.at : new Date(now).toISOString();
    const from = move.leaving.length > 0 ? move.leaving : (known?.from ?? move.inactive);
    const more = { ...(incident !== undefined && { incident }), ...(drill !== undefined && { drill }) };
    return { id, from, to: move.active, mechanism, at, who, reason, ...more };
}

// EXTERNAL MODULE: ./src/records/drill-record.ts
var drill_record = __webpack_require__(10533);
;// CONCATENATED MODULE: ./src/failover/once-more.ts





/**
 * Whoever waits for others looks whether somebody else counts right before it writes (still-ours.ts), and its write may be
 * on its way by then: this long after it was remembered what a failover means, nothing more of that comes.
 */
const STOPPED_MS = 10_000;
/**
 * Whether somebody may be at work who wants something else: a drill, a deployment in the middle of its weights, or a
 * failover or failback that this one was forced over.
 */
function mayWriteLate(state, id, { active }, now) {
    if (state === undefined)
        return false;
    const { failover, lastChange } = state;
    const drill = (0,drill_record/* openDrill */.uR)(state);
    if (drill !== undefined && drill.id !== id)
        return true;
    const lately = lastChange?.done === false && now - Date.parse(lastChange.at) <= under_way/* UNDER_WAY_MS */.Gt;
    return lately || ((0,under_way/* isUnderWay */.gn)(failover, now) && failover.id !== id && !(0,same_names/* sameNames */.F)(failover.to, active));
}
/** Before the last word: whoever moved traffic later than this counts. Drills and what was known give way. */
function lastWord({ id, at }, decidedOn, { clock, state: { look } }) {
    if (look === undefined)
        return still_ours/* UNGUARDED */.Iw;
    const isOurs = ({ failover }) => failover === undefined ||
        failover.id === id ||
        failover.drill !== undefined ||
        Date.parse(failover.at) <= Date.parse(at);
    return (0,still_ours/* createGuard */.ow)(decidedOn?.serial ?? 0, isOurs, { clock, look });
}
/** @param taken why what this failover did could not be kept, where somebody else's counts: then it has no last word */
function unlessTaken(taken, guard) {
    return async () => {
        const why = taken();
        if (why !== undefined)
            throw why;
        await guard();
    };
}
/**
 * Tells traffic once more where it belongs when whoever was at work has stopped. Never throws.
 * @returns false: it was not told
 */
async function tellOnceMore(move, guard, deviate, { clock, signal, mechanism }) {
    try {
        await clock.sleep(STOPPED_MS, signal);
        await mechanism.apply(move, signal, guard);
        return true;
    }
    catch (error) {
        deviate(`traffic was not told once more where it belongs, though somebody else was at work: ${(0,errors/* errorText */.kc)(error)}`);
        return false;
    }
}
/** Consumers and writes too, of which the last word counts. */
async function takeOverTwice(told, takeOver, again) {
    const first = await takeOver();
    if (!(await told))
        return first;
    const last = await again();
    const quiesced = last.quiesced ?? first.quiesced;
    const consuming = first.consuming ?? last.consuming;
    return { ...last, ...(consuming !== undefined && { consuming }), ...(quiesced !== undefined && { quiesced }) };
}

;// CONCATENATED MODULE: ./src/failover/overridden-drill.ts

/**
 * Nothing that is decided here may be taken back by the end of that drill: it is over from the first that is kept. What it
 * had scheduled stays remembered until it is known to be gone: somebody has to take it away.
 * @param now milliseconds since the epoch
 */
function overriding(before, request, now, { state, endDrill }) {
    const overridden = overriddenDrill(before, request, now);
    let drill = overridden ?? scheduledBy(before, request);
    return {
        ...(overridden !== undefined && { drill: overridden }),
        scheduled: drill !== undefined && drill.returns.length > 0,
        save: (next, asOf) => state.save({ ...next, ...(drill && { drill }) }, asOf),
        async end() {
            const ending = drill;
            const ended = ending && (await endDrill?.(ending));
            if (ending !== undefined && ended?.gone)
                drill = { ...ending, returns: [] };
            return ended?.said ?? [];
        },
        late(copy) {
            const other = overriddenDrill(copy, request, now);
            if (other === undefined || other.id === drill?.id)
                return undefined;
            drill = other;
            return other;
        },
    };
}
/** The drill that is open and that this is no move of, as it is kept from now on. */
function overriddenDrill(state, { id, drill }, now) {
    const open = state && (0,drill_record/* openDrill */.uR)(state);
    if (open === undefined || open.id === drill)
        return undefined;
    const ended = { at: new Date(now).toISOString(), outcome: 'overridden', why: `by the failover ${id}` };
    return { ...open, ended };
}
/** A drill that has ended and left a schedule: who ended it may have been killed before it took that away. */
function scheduledBy(state, { drill: own }) {
    const drill = state?.drill;
    return drill?.ended !== undefined && drill.id !== own && drill.returns.length > 0 ? drill : undefined;
}

;// CONCATENATED MODULE: ./src/failover/take-over.ts


/**
 * What follows once traffic was told to move: writes go on where a graceful move had stopped them, and consumers start
 * in who is active. What is left is not asked. Never throws: traffic has moved, and the repetition does what is missing.
 */
async function takeOver(move, targets, quiesced, deviate, { clock, consumers, hooks, signal }) {
    const missing = [];
    const attempt = async (what, work) => {
        try {
            await work();
            return true;
        }
        catch (error) {
            missing.push(what);
            deviate(`${what}: ${(0,errors/* errorText */.kc)(error)}`);
            return false;
        }
    };
    const resume = async (target) => {
        if (hooks?.resume === undefined)
            throw new errors/* UserError */.yo('no-resume-hook', 'no hook resumes them');
        await hooks.resume(target, signal);
    };
    const again = quiesced.filter((name) => move.active.includes(name));
    const names = targets.map(({ name }) => name);
    const on = consumers === undefined ? [] : (0,failover_consumers/* runningTargets */.m3)(consumers.where, names, move);
    const [resumed] = await Promise.all([
        Promise.all(again.map((target) => attempt(`writes of ${target} may still be stopped`, () => resume(target)))),
        Promise.all(on.map((target) => attempt(`consumers of ${target} may not all run`, async () => consumers?.set(target, true, signal)))),
    ]);
    const left = quiesced.filter((name) => !again.includes(name) || resumed[again.indexOf(name)] === false);
    return {
        ...(missing.length > 0 && { failure: `${missing.join('; ')}. Run the same command again` }),
        ...(consumers !== undefined && missing.length === 0 && { consuming: clock.now() }),
        ...(again.length > 0 && { quiesced: left }),
    };
}

// EXTERNAL MODULE: ./src/failover/verify.ts
var verify = __webpack_require__(17533);
;// CONCATENATED MODULE: ./src/failover/run.ts
















/**
 * Moves traffic and the role of being active, in the order: remember what is meant, move, see that users are served,
 * remember that it is done. Whatever it is killed at, the same command again comes to the same end; it waits for no
 * lease, and what cannot be remembered or measured does not keep it from moving traffic.
 */
async function runFailover(request, ports) {
    const { clock, mechanism, report } = ports;
    const deviations = [];
    const deviate = (text) => {
        deviations.push(text);
        report({ type: 'note', level: 'warning', text });
    };
    const state = 'to' in request.request ? await readState(ports, deviate) : await knownState(ports, request.request.from);
    const wanted = (0,failover_move/* decideMove */.qW)(request.request, request.targets, state ?? { inactive: [] });
    const done = state !== undefined && (0,failover_move/* isDone */.$L)(wanted, state);
    if (done && (await isBelieved(wanted, request, ports))) {
        if (!request.rehearse && request.graceful !== true)
            await rememberAgain(state, deviate, ports);
        return { outcome: 'already-active', move: wanted, marks: {}, deviations };
    }
    const { move, otherwise } = done ? repeatedMove(wanted, state, mechanism) : { move: wanted };
    if (done)
        deviate(`${move.active.join(', ')} is active already as far as is known, and users were not seen to be served there: traffic is told so again`);
    if (state !== undefined)
        refuseOther(move, state, request, ports);
    mechanism.check(move);
    for (const text of (await ports.ready?.(move)) ?? [])
        deviate(text);
    if (request.rehearse)
        return { outcome: 'rehearsed', move, marks: {}, deviations };
    await ports.confirm(move);
    let again;
    try {
        again = await inTime(ports.narrow(move), clock);
    }
    catch (error) {
        deviate(`which targets are active is not known everywhere: ${(0,errors/* errorText */.kc)(error)}`);
    }
    // What is read anew is written over: somebody may have begun in between.
    if (again !== undefined)
        refuseOther(move, again, request, ports);
    if (otherwise !== undefined && move.inactive.some((name) => again?.inactive.includes(name) === false))
        throw otherwise;
    const decided = clock.now();
    const drills = overriding(again ?? state, request, decided, ports);
    const { drill: overridden, save: keep, end: endDrill } = drills;
    if (overridden !== undefined)
        deviate(`a drill was under way, of ${overridden.who} since ${overridden.at}: it ends here`);
    const record = recordOf(move, state, request, mechanism.kind, decided);
    const guard = (0,still_ours/* moveGuard */.xE)(request, state, ports);
    const own = { ...(0,still_ours/* guardedPorts */.tG)(ports, guard), state: { ...ports.state, save: keep } };
    // One that is late goes on: the next would find its own object changed meanwhile, as if by somebody else.
    let earlier = Promise.resolve();
    const inTurn = (work) => {
        const working = earlier.then(work);
        earlier = working.catch(() => undefined);
        return working;
    };
    const save = async (done, quiesced, asOf) => {
        try {
            const next = { inactive: move.inactive, failover: { ...record, done }, ...(quiesced && { quiesced }) };
            const saving = inTurn(() => keep(next, asOf));
            await (done ? saving.catch((error) => keepAgain(error, next, own, asOf)) : inTime(saving, clock));
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo && error.code === 'active-state-taken')
                throw error;
            // Nobody waits for a drill: what it could not keep, it does not move, and whoever ends it knows what it moved.
            if (!done && request.drill !== undefined)
                throw error;
            deviate(`which targets are active could not be kept: ${(0,errors/* errorText */.kc)(error)}`);
        }
    };
    const graceful = gracefulOf(request, move, state, record, drills, deviate, { ...own, guard });
    if (graceful === undefined)
        await save(false);
    const ending = endDrill().then((said) => said.forEach(deviate));
    let stopping = stopsFirst(mechanism, graceful !== undefined) ? ports.stopDeployments(move) : undefined;
    if (graceful !== undefined) {
        await Promise.all([stopping, ending]);
        const failure = await graceful.prepare();
        if (failure !== undefined)
            return { outcome: 'failed', move, marks: { decided }, deviations, failure };
    }
    const actuated = clock.now();
    try {
        report({ type: 'step.started', step: 'failover-moved', text: `moving traffic to ${move.active.join(', ')}` });
        const applying = mechanism.apply(move, ports.signal, guard);
        stopping ??= soon(applying, clock).then(() => ports.stopDeployments(move));
        for (const text of await applying)
            deviate(text);
        await ending;
    }
    catch (error) {
        await Promise.all([stopping, ending]);
        if ((0,still_ours/* isTakenOver */.Gj)(error))
            throw error;
        const failure = `traffic was not moved: ${(0,errors/* errorText */.kc)(error)}`;
        const marks = { decided, actuated };
        if (graceful !== undefined)
            return { outcome: 'failed', move, marks, deviations, failure: await graceful.undoShift(failure) };
        ports.signal.throwIfAborted();
        if (!(error instanceof aws_ports/* AwsError */.G) && !(error instanceof errors/* UserError */.yo))
            throw error;
        return { outcome: 'failed', move, marks, deviations, failure };
    }
    const accepted = clock.now();
    report({
        type: 'step.finished',
        step: 'failover-moved',
        text: 'the change was accepted',
        durationMs: accepted - actuated,
    });
    // A graceful move has seen to writes already.
    const quiesced = graceful === undefined ? ((again ?? state)?.quiesced ?? []) : [];
    const kept = { ...record, done: false };
    const spreading = graceful === undefined ? keepEverywhere(move, kept, request, inTurn, deviate, { ...own, drills }) : undefined;
    // What it throws counts once it is known what users see.
    let taken;
    spreading?.catch((error) => {
        taken = error;
    });
    const takingOver = (through) => takeOver(move, request.targets, quiesced, deviate, through);
    const others = graceful === undefined && mayWriteLate(again ?? state, request.id, move, decided);
    const last = unlessTaken(() => taken, lastWord(record, again ?? state, ports));
    const told = others ? tellOnceMore(move, last, deviate, ports) : Promise.resolve(false);
    const taking = others
        ? takeOverTwice(told, () => takingOver(own), () => takingOver((0,still_ours/* guardedPorts */.tG)(ports, last)))
        : takingOver(own);
    const verified = await told
        .then(() => (0,verify/* verify */.M)(move, request, ports))
        .finally(() => Promise.allSettled([taking, spreading, stopping]));
    const unforeseen = await spreading?.catch(movedAllTheSame);
    const { failure = unforeseen, consuming, ...work } = await taking;
    const marks = {
        decided,
        actuated,
        accepted,
        ...(consuming !== undefined && { consuming }),
        ...(typeof verified === 'number' && { verified }),
    };
    if (failure !== undefined || verified === undefined) {
        const why = failure ?? mechanism.whyUnserved?.(move);
        return { outcome: 'not-verified', move, marks, deviations, ...(why !== undefined && { failure: why }) };
    }
    // Who moved traffic since, where nobody here was told of it, counts though this one is done later.
    const overtaken = await save(true, work.quiesced, accepted).then(() => undefined, movedAllTheSame);
    if (overtaken !== undefined)
        return { outcome: 'not-verified', move, marks, deviations, failure: overtaken };
    return { outcome: verified === 'not-measured' ? verified : 'verified', move, marks, deviations };
}
/** What happens after traffic was moved does not take away what is known of it: the report, and what comes afterwards. */
function movedAllTheSame(error) {
    if (!(error instanceof errors/* UserError */.yo) || error.code !== 'active-state-taken')
        throw error;
    return `traffic was moved, and then ${error.message}. See who is at work with status, then run the same command again`;
}
/** Two that want the same go on together; two that want different things do not. */
function refuseOther(move, { failover }, { force }, { clock, report }) {
    // What a drill moves gives way to everybody.
    if (failover === undefined || failover.done || failover.drill !== undefined)
        return;
    const { who, at, to } = failover;
    if ((0,same_names/* sameNames */.F)(to, move.active)) {
        report({ type: 'note', level: 'info', text: `goes on with the failover that ${who} began at ${at}` });
        return;
    }
    if (force || !(0,under_way/* isUnderWay */.gn)(failover, clock.now()))
        return;
    throw new errors/* UserError */.yo('failover-under-way', `${who} is moving traffic to ${to.join(', ')} since ${at}`, {
        fix: ['Let it end, or repeat that one.', 'If it is dead or wrong, add --force: then this one counts.'],
    });
}


/***/ }),

/***/ 17533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4368);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98559);


const POLL_MS = 250;
/** When users were seen to be served by these targets, from now on; undefined: not in the time that the plan gives. */
async function verify({ active }, { targets }, { clock, probes, signal, report }) {
    if (probes === undefined)
        return 'not-measured';
    const began = clock.now();
    report({ type: 'step.started', step: 'failover-verified', text: 'waiting until users are served' });
    const wanted = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedOf */ .L)(active, targets, probes.regionKnown);
    for (;;) {
        // Only what was asked since traffic was moved tells: the region that is left may have been good until then.
        const since = probes.results.filter(({ at }) => at >= began);
        const found = (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .recoveredAt */ .D)(since, wanted, probes.stableMs);
        if (found !== undefined) {
            const text = `99% of the probes are good, for ${probes.stableMs / 1000} s`;
            report({ type: 'step.finished', step: 'failover-verified', text, durationMs: clock.now() - began });
            return clock.now();
        }
        if (clock.now() - began >= probes.timeoutMs)
            return undefined;
        await clock.sleep(POLL_MS, signal);
    }
}


/***/ }),

/***/ 69345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseRollout),
/* harmony export */   n: () => (/* binding */ rolloutKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** Where the latest rollout of an environment lies in the bucket of each of its targets. */
function rolloutKey({ application, name }) {
    return `sam-multi-region/rollouts/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
const VERSION = 1;
const COURSES = ['forward', 'rolling-back', 'failed', 'closed'];
const STAGES = ['pending', 'started', 'deployed', 'passed', 'incomplete', 'failed', 'returned'];
/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `rollout-newer` for one of a later version, which may mean something that this one would undo
 */
function parseRollout(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text));
    const version = value?.['version'];
    if (typeof version === 'number' && version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('rollout-newer', `the rollout kept in ${place} was written by a newer version (format ${version})`, {
            fix: ['Use the version that deployed last, or a later one.'],
        });
    }
    const release = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['release']);
    const owner = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['owner']);
    if (value === undefined || version !== VERSION || release === undefined || owner === undefined)
        return undefined;
    const { openedAt, sequence, revision, course } = value;
    if (typeof release['id'] !== 'string' || typeof owner['run'] !== 'string' || typeof owner['who'] !== 'string')
        return undefined;
    if (typeof openedAt !== 'string' || Number.isNaN(Date.parse(openedAt)))
        return undefined;
    if (!isCount(sequence) || !isCount(revision) || !isOneOf(course, COURSES))
        return undefined;
    const failure = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['failure']);
    const weights = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['weightsBefore']);
    const paused = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['paused']);
    const revert = revertOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['revert']));
    return {
        version: VERSION,
        release: { id: release['id'], ...(typeof release['commit'] === 'string' && { commit: release['commit'] }) },
        owner: { run: owner['run'], who: owner['who'] },
        openedAt,
        sequence,
        revision,
        course,
        phases: phasesOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['phases'])),
        ...(failure !== undefined && { failure: { phase: String(failure['phase']), reason: String(failure['reason']) } }),
        ...(paused !== undefined && { paused: { after: String(paused['after']), at: String(paused['at']) } }),
        ...(revert !== undefined && { revert }),
        ...(weights !== undefined && { weightsBefore: numbersOf(weights) }),
    };
}
function revertOf(value) {
    const { name, region, at } = value ?? {};
    if (typeof name !== 'string' || typeof region !== 'string' || typeof at !== 'string')
        return undefined;
    return { name, region, at, from: numbersOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['from'])), to: numbersOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['to'])) };
}
function phasesOf(value) {
    const entries = Object.entries(value ?? {}).flatMap(([name, entry]) => {
        const progress = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(entry);
        const stage = progress?.['stage'];
        const startedAt = progress?.['startedAt'];
        if (progress === undefined || !isOneOf(stage, STAGES) || typeof startedAt !== 'string')
            return [];
        const { bakeSince, steps, kept, missed, owed } = progress;
        return [
            [
                name,
                {
                    stage,
                    startedAt,
                    ...(typeof bakeSince === 'string' && !Number.isNaN(Date.parse(bakeSince)) && { bakeSince }),
                    ...(isCount(steps) && { steps }),
                    ...(Array.isArray(kept) && { kept: textsOf(kept) }),
                    ...(Array.isArray(missed) && { missed: textsOf(missed) }),
                    ...(Array.isArray(owed) && { owed: textsOf(owed) }),
                },
            ],
        ];
    });
    return Object.fromEntries(entries);
}
function textsOf(values) {
    return values.filter((value) => typeof value === 'string');
}
function numbersOf(value) {
    return Object.fromEntries(Object.entries(value ?? {}).filter((entry) => typeof entry[1] === 'number'));
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function isOneOf(value, allowed) {
    return allowed.some((one) => one === value);
}


/***/ }),

/***/ 17509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ unknownAsNone),
/* harmony export */   x: () => (/* binding */ createRolloutJournal)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80893);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26586);
/* harmony import */ var _rollout_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69345);





/** Nothing known, where that is enough for now: it is asked for once more before anything is written. */
function unknownAsNone(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code === 'rollout-unknown')
        return undefined;
    throw error;
}
/**
 * Keeps a rollout in the buckets of its targets by conditional writes. Every step is kept in the first place (home) and
 * in the first one of another region: two regions would have to be lost to lose a step, and then it is done once more.
 * One answer that was not heard is no lost region: where a step would lie in one region only, who was silent is asked again.
 * @param places home first
 */
function createRolloutJournal(key, places, note) {
    /** What was read or written last; a place that did not answer has none and is not written to until it answers. */
    const known = new Map();
    const unheard = new Map();
    /** Silent when asked again as well. */
    const out = new Set();
    /** What each place said last. */
    const copies = new Map();
    /** The newest that was read or kept: what is newer was written by somebody else. */
    let newest;
    let wrote = false;
    const second = places.find(({ region }) => region !== places[0]?.region);
    const keepers = places.filter((place, index) => index === 0 || place === second);
    /** Its copy is the one from before where it does not answer. */
    const readOne = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            known.set(place.target, { etag: stored?.etag });
            if (stored === undefined)
                return undefined;
            const rollout = (0,_rollout_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRollout */ .Z)(stored.text, place.target);
            if (rollout === undefined)
                note(`the rollout kept in ${place.target} is damaged: the other copies count`, place.target);
            return rollout;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code === 'rollout-newer')
                throw error;
            // Whether the target can be worked on is found out, and said, where its stacks are.
            return copies.get(place.target);
        }
    };
    const writeOne = async (place, text) => {
        const last = known.get(place.target);
        if (last === undefined)
            return 'lost';
        try {
            const condition = last.etag === undefined ? { ifAbsent: true } : { ifMatch: last.etag };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            known.set(place.target, { etag });
            unheard.delete(place.target);
            return 'kept';
        }
        catch (error) {
            if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'conflict')
                throw taken(place);
            return notKept(place, error, text);
        }
    };
    const notKept = (place, error, text) => {
        const { target } = place;
        const before = unheard.get(target);
        // Said once, however often it is tried.
        if (before === undefined)
            note(`the rollout could not be kept in ${target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, target);
        const sent = [...(before?.sent ?? []), ...(text === undefined ? [] : [text])];
        unheard.set(target, { etag: known.get(target)?.etag, sent });
        known.delete(target);
        return 'lost';
    };
    const assertHeld = async (place) => {
        if (!known.has(place.target))
            return;
        try {
            await place.assertHeld();
        }
        catch (error) {
            // Somebody else holds the target: nothing more is written by this run. A lost region has no say in that.
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
            notKept(place, error);
        }
    };
    /**
     * Asks a place again that was silent. It may be written to when nobody but this run wrote there since.
     * @throws UserError `rollout-taken`, `rollout-newer`
     */
    const hearAgain = async (place) => {
        const { target } = place;
        const before = unheard.get(target);
        try {
            await place.assertHeld();
            const stored = await place.storage.getText(await place.bucket(), key);
            const ours = before !== undefined && (stored?.etag === before.etag || before.sent.includes(stored?.text ?? ''));
            const copy = stored === undefined ? undefined : (0,_rollout_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRollout */ .Z)(stored.text, target);
            // One that was never read counts like one that is read at the beginning.
            const stale = before === undefined && (0,_rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCopy */ .YE)([newest, copy]) === newest;
            if (!ours && !stale)
                throw taken(place);
            known.set(target, { etag: stored?.etag });
            out.delete(target);
        }
        catch (error) {
            const isTaken = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && ['rollout-taken', 'rollout-newer'].includes(error.code);
            // What was never read and cannot be used is told where its stacks are; what was held must be ours still.
            if (isTaken || (before !== undefined && !(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)))
                throw error;
            out.add(target);
        }
    };
    const regionsOf = (those) => new Set(those.map(({ region }) => region));
    /**
     * Where a step can be kept in fewer regions than it should, the silent places of the others are asked again. A region
     * that is out takes long to say nothing: it is asked at decisions, not at every step.
     */
    const hearSilent = async (there, where) => {
        if (there.size >= keepers.length)
            return [];
        const silent = places.filter(({ target, region }) => !known.has(target) && !there.has(region) && (where === 'everywhere' || !out.has(target)));
        await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(silent.map(hearAgain));
        return silent;
    };
    /** Asks these, and gives the newest copy of all that answered so far. */
    const ask = async (asked) => {
        const found = await Promise.all(asked.map(async (place) => [place.target, await readOne(place)]));
        for (const [target, copy] of found)
            copies.set(target, copy);
        if (known.size > 0 || places.length === 0) {
            newest = (0,_rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCopy */ .YE)(copies.values());
            return newest;
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-unknown', 'no target answers, so nobody knows whether a rollout is open', {
            fix: ['Check the network and the credentials, then run the same command again.'],
        });
    };
    return {
        async read() {
            const [home, ...others] = places;
            if (home === undefined)
                return undefined;
            // Where nobody answers at all, that is found out, and said, where the stacks are.
            const copy = await ask([home]).catch(unknownAsNone);
            return known.has(home.target) ? copy : ask(others).catch(unknownAsNone);
        },
        async readAll(again) {
            if (again !== undefined) {
                known.clear();
                unheard.clear();
                out.clear();
            }
            // Who did not answer before may answer now.
            return ask(places.filter(({ target }) => !known.has(target)));
        },
        answered: () => known.size > 0,
        async save(rollout, where) {
            const text = JSON.stringify(rollout);
            // What another run kept where nobody answered is found before anything is written.
            if (!wrote)
                await hearSilent(regionsOf(places.filter(({ target }) => known.has(target))), where);
            wrote = true;
            // A run that was overtaken learns it before it writes anything, or from the keepers: it leaves the other copies alone.
            await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)((where === 'everywhere' ? places : keepers).map(assertHeld));
            const regions = new Set();
            const write = async (place) => {
                if ((await writeOne(place, text)) === 'kept')
                    regions.add(place.region);
            };
            await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(keepers.map(write));
            if (where === 'everywhere')
                await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(places.filter((place) => !keepers.includes(place)).map(write));
            // A single copy would be lost with its region: where a keeper is lost, any other region will do.
            const writeUntilEnough = async (others) => {
                for (const place of others) {
                    if (regions.size >= keepers.length)
                        break;
                    if (regions.has(place.region))
                        continue;
                    await assertHeld(place);
                    await write(place);
                }
            };
            if (where === 'keepers')
                await writeUntilEnough(places.filter((place) => !keepers.includes(place)));
            await writeUntilEnough(await hearSilent(regions, where));
            newest = rollout;
            if (regions.size > 0)
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-not-kept', 'no region could keep how far the rollout is', {
                fix: ['Run the same command again when the regions answer.'],
            });
        },
    };
}
function taken({ target }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-taken', `somebody else changed the rollout kept in ${target} meanwhile`, {
        fix: [
            'See who is at work: sam-multi-region status.',
            'Where nobody is, run the same command again: it goes on from what is kept there.',
        ],
    });
}


/***/ }),

/***/ 35109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 39912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sameNames)
/* harmony export */ });
/** Whether two lists hold the same names, in whatever order; neither has one twice. */
function sameNames(left, right) {
    return left.length === right.length && left.every((name) => right.includes(name));
}


/***/ }),

/***/ 49303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ni: () => (/* binding */ SCHEDULE_PREFIX),
/* harmony export */   V5: () => (/* binding */ scheduleName),
/* harmony export */   mU: () => (/* binding */ createRoute53Later)
/* harmony export */ });
/* harmony import */ var _release_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);

/** What all names of schedules begin with: policies allow no others. */
const SCHEDULE_PREFIX = 'sam-multi-region.';
const LABEL_LENGTH = 29;
/**
 * Name of a schedule. API Reference, CreateSchedule: up to 64 of [0-9a-zA-Z-_.].
 * @param label application and environment: schedules of two never have one name
 * @param end what tells it from others of them, up to 8 characters
 */
function scheduleName(label, end) {
    const readable = label.replaceAll(/[^0-9A-Za-z_.-]+/g, '-').slice(0, LABEL_LENGTH);
    return `${SCHEDULE_PREFIX}${readable}.${(0,_release_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(label).slice(0, 8)}.${end}`;
}
/**
 * Weights that EventBridge Scheduler sets later, by the same batch of exact DELETEs and CREATEs that would be sent now:
 * when somebody has changed any of the record sets by then, Route 53 refuses it and nothing happens.
 */
function createRoute53Later({ schedules, role, label, batch, unguarded, who }) {
    return {
        region: schedules.region,
        nameOf: (sequence) => scheduleName(label, String(sequence)),
        unguarded,
        async schedule(name, at, weights, against, from) {
            const { zone, changes } = await batch(weights, against, from);
            const comment = `sam-multi-region: scheduled by ${who}`.slice(0, 256);
            await schedules.create({
                name,
                at,
                role,
                service: 'route53',
                action: 'changeResourceRecordSets',
                input: scheduledInput(zone, changes, comment),
                description: `Moves traffic unless somebody else does before (${label}), scheduled by ${who}`,
            });
        },
        cancel: (name) => schedules.delete(name),
    };
}
/**
 * The request as a universal target wants it. Its keys are those of the AWS SDK for Java 2 with a capital first letter, as
 * in Step Functions' AWS SDK integrations: "DbClusterIdentifier" in the examples of AWS where the API itself has
 * "DBClusterIdentifier"; so `Ttl` and `DnsName` here. CreateSchedule refuses keys that it does not know.
 */
function scheduledInput(zone, changes, comment) {
    return JSON.stringify({
        HostedZoneId: zone,
        ChangeBatch: {
            Comment: comment,
            Changes: changes.map(({ action, set }) => ({
                Action: action,
                ResourceRecordSet: {
                    Name: set.name,
                    Type: set.type,
                    SetIdentifier: set.setIdentifier,
                    Weight: set.weight,
                    Ttl: set.ttl,
                    ResourceRecords: set.values?.map((Value) => ({ Value })),
                    AliasTarget: set.alias && {
                        HostedZoneId: set.alias.zoneId,
                        DnsName: set.alias.name,
                        EvaluateTargetHealth: set.alias.evaluateTargetHealth,
                    },
                    HealthCheckId: set.healthCheckId,
                },
            })),
        },
    });
}


/***/ })

};
