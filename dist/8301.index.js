export const id = 8301;
export const ids = [8301];
export const modules = {

/***/ 4493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runResult)
/* harmony export */ });
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22675);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49988);
/* harmony import */ var _rollout_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88818);



/** The one result document of a run, from what its instances came to. */
function runResult(environment, details, context) {
    const { instances } = details;
    const status = details.status ?? (details.planned ? plannedStatus(instances) : executedStatus(instances, details.failure));
    return {
        schema: 1,
        command: details.command,
        application: environment.application,
        environment: environment.name,
        status,
        ...(details.release !== undefined && { release: details.release }),
        startedAt: new Date(details.startedAt).toISOString(),
        endedAt: new Date(context.clock.now()).toISOString(),
        instances,
        ...(details.plan !== undefined && { plan: details.plan }),
        ...(details.stacks !== undefined && { stacks: details.stacks }),
        ...(details.previews !== undefined && { previews: details.previews }),
        ...(details.gates !== undefined && details.gates.length > 0 && { gates: details.gates }),
        ...(details.failure !== undefined && { failure: details.failure }),
        ...(details.rollout !== undefined && { rollout: (0,_rollout_report_js__WEBPACK_IMPORTED_MODULE_1__/* .rolloutReport */ .e)(details.rollout) }),
        ...(details.weights !== undefined && { weights: details.weights }),
        ...(details.failover !== undefined && { failover: details.failover }),
        ...(details.readiness !== undefined && { readiness: details.readiness }),
        ...(details.drill !== undefined && { drill: details.drill }),
        ...(details.activity !== undefined && { activity: details.activity }),
        targets: targetsOf(instances),
        calls: context.aws.ledger.counts(),
        notes: details.notes ?? [],
        exitCode: details.exitCode ?? codes[status],
    };
}
const codes = {
    succeeded: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    'no-change': _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    planned: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    paused: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    failed: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed,
    inconclusive: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.inconclusive,
    cancelled: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled,
};
function executedStatus(instances, failure) {
    if (failure !== undefined)
        return 'failed';
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(state)))
        return 'failed';
    if (instances.some(({ state }) => state === 'cancelled'))
        return 'cancelled';
    if (instances.some(({ state }) => !(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .Kg)(state)))
        return 'failed';
    return instances.every(({ state }) => state === 'no-change') ? 'no-change' : 'succeeded';
}
function plannedStatus(instances) {
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(state)))
        return 'failed';
    return instances.some(({ state }) => state === 'cancelled') ? 'cancelled' : 'planned';
}
function targetsOf(instances) {
    const names = [...new Set(instances.map(({ target }) => target))];
    return Object.fromEntries(names.map((name) => {
        const own = instances.filter(({ target }) => target === name);
        const outputs = Object.fromEntries(own.map(({ stack, outputs }) => [stack, outputs]));
        return [name, { state: (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .worstState */ .Fk)(own.map(({ state }) => state)), region: own[0]?.region ?? '', outputs }];
    }));
}


/***/ }),

/***/ 88818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ rolloutReport)
/* harmony export */ });
/* harmony import */ var _rollout_revert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13391);

/** A kept rollout as people and scripts see it. */
function rolloutReport({ release, course, openedAt, owner, paused, phases, failure, revert, }) {
    const stages = Object.entries(phases).map(([name, { stage }]) => [name, stage]);
    return {
        release,
        course,
        openedAt,
        who: owner.who,
        ...(paused !== undefined && { paused }),
        ...(revert !== undefined && {
            revert: { at: revert.at, targets: (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_0__/* .leftBy */ .jf)(revert), schedule: revert.name, region: revert.region },
        }),
        phases: Object.fromEntries(stages),
        ...(failure !== undefined && { reason: failure.reason }),
    };
}


/***/ }),

/***/ 35992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ moveWeights),
/* harmony export */   g: () => (/* binding */ weightFacts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _traffic_change_weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18073);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95544);



/** Others change weights too: what they made is read again this often before it is given up. */
const ATTEMPTS = 3;
/**
 * Moves weights in one guarded change against what was read, and waits until clients have followed.
 * @param bad targets on a release that was judged bad
 * @returns false when they were so already
 * @throws UserError `weights-refused`, `weights-changed`, and what the driver throws
 */
async function moveWeights(wanted, bad, traffic, progress, { clock, report, signal }) {
    const { driver } = traffic;
    const remember = async (before, after) => {
        // The weights before the first change of the rollout are those that a rollback restores.
        if (progress.current.weightsBefore === undefined)
            await progress.decide({ weightsBefore: before });
        await traffic.remember(before, after);
    };
    const [active, unfit] = await Promise.all([traffic.active(), traffic.unfit()]);
    for (let attempt = 1;; attempt += 1) {
        const state = await driver.read(signal);
        const facts = factsFrom({ active, unfit }, state, bad, traffic);
        const next = wanted(state.weights, active);
        const change = { driver, clock, report, signal };
        try {
            // A process before this one made the same change, and died before clients had followed.
            if ((0,_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .sameWeights */ .ML)(next, state.weights) && traffic.isUnfinished(next))
                await (0,_traffic_change_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .finishChange */ .a)(next, change);
            const changed = await (0,_traffic_change_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .changeWeights */ .y)(next, state, facts, { ...change, remember });
            traffic.settled();
            return changed;
        }
        catch (error) {
            const taken = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && error.code === 'weights-changed';
            if (!taken || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** What the guard has to know about a change of these weights. */
async function weightFacts(state, bad, traffic) {
    const [active, unfit] = await Promise.all([traffic.active(), traffic.unfit()]);
    return factsFrom({ active, unfit }, state, bad, traffic);
}
function factsFrom({ active, unfit }, { weights }, bad, { settings, leftOut }) {
    const names = [...new Set([...Object.keys(weights), ...Object.keys(settings.weights)])];
    return {
        configured: settings.weights,
        good: new Set(names.filter((name) => !bad.has(name) && !unfit.has(name) && !leftOut.has(name))),
        active,
        floorPercent: settings.floorPercent,
    };
}


/***/ }),

/***/ 80893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Su: () => (/* binding */ withPhase),
/* harmony export */   WV: () => (/* binding */ openRollout),
/* harmony export */   YE: () => (/* binding */ newestCopy),
/* harmony export */   ZE: () => (/* binding */ reachedPhases)
/* harmony export */ });
/**
 * A rollout that is about to begin.
 * @param last the latest one of this environment, if any
 * @param now milliseconds since the epoch
 */
function openRollout(release, owner, last, now) {
    const { id, commit } = release;
    return {
        version: 1,
        release: { id, ...(commit !== undefined && { commit }) },
        owner,
        openedAt: new Date(now).toISOString(),
        sequence: (last?.sequence ?? 0) + 1,
        revision: 0,
        course: 'forward',
        phases: last?.release.id === id ? doubtful(last) : {},
        // Whoever comes next takes it away before weights are moved.
        ...(last?.revert !== undefined && { revert: last.revert }),
    };
}
/** Phases in which the same release was not judged good: stacks that kept it there prove nothing. */
function doubtful({ phases, openedAt }) {
    const names = Object.keys(phases).filter((name) => phases[name]?.stage !== 'passed');
    return Object.fromEntries(names.map((name) => [name, { stage: 'pending', startedAt: openedAt }]));
}
function withPhase(rollout, phase, progress) {
    return { ...rollout, phases: { ...rollout.phases, [phase]: progress } };
}
/** Phases that were started, in the order of the environment: what a rollback has to look at. */
function reachedPhases(rollout, order) {
    return order.filter((name) => {
        const stage = rollout.phases[name]?.stage;
        return stage !== undefined && stage !== 'pending';
    });
}
/** Of the copies that could be read, the one written last. */
function newestCopy(copies) {
    let newest;
    for (const copy of copies) {
        if (copy !== undefined && (newest === undefined || isNewer(copy, newest)))
            newest = copy;
    }
    return newest;
}
function isNewer(copy, than) {
    return copy.sequence === than.sequence ? copy.revision > than.revision : copy.sequence > than.sequence;
}


/***/ }),

/***/ 13391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ removeRevert),
/* harmony export */   TB: () => (/* binding */ cancelRevert),
/* harmony export */   Wc: () => (/* binding */ strikesUntil),
/* harmony export */   _h: () => (/* binding */ scheduleRevert),
/* harmony export */   jf: () => (/* binding */ leftBy)
/* harmony export */ });
/* unused harmony export whatBecameOf */
/* harmony import */ var _aws_traffic_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _move_weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35992);
/* harmony import */ var _open_rollout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80893);
/* harmony import */ var _weight_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20941);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95544);






/**
 * Schedules the revert of a rollout that is about to wait. That it is there is kept before it is made, so that whoever
 * comes next takes it away before weights are moved, whatever becomes of this process.
 * @returns why the rollout must not wait without it
 */
async function scheduleRevert(afterMs, { environment, progress, ports }) {
    const { traffic, clock, report, signal } = ports;
    const later = traffic?.driver.later;
    if (traffic === undefined || later === undefined)
        return notWithout('nothing here can change weights later');
    try {
        const state = await traffic.driver.read(signal);
        const reached = reachedTargets(environment, progress.current).filter((name) => state.weights[name] !== undefined);
        const to = { ...state.weights, ...Object.fromEntries(reached.map((name) => [name, 0])) };
        if ((0,_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .sameWeights */ .ML)(to, state.weights)) {
            const text = 'nothing that has the release has traffic: there is nothing to revert later';
            report({ type: 'note', level: 'info', text });
            return undefined;
        }
        const facts = await (0,_move_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .weightFacts */ .g)(state, new Set(reached), traffic);
        const problems = (0,_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .weightProblems */ .N)(to, state.weights, facts);
        if (problems.length > 0)
            return notWithout(problems.map(({ message }) => message).join('; '));
        const at = clock.now() + afterMs;
        const revert = {
            name: later.nameOf(progress.current.sequence),
            region: later.region,
            at: new Date(at).toISOString(),
            from: state.weights,
            to,
        };
        // It is a change of this rollout, and may be the first one: what was before is what a rollback restores.
        const { weightsBefore = state.weights } = progress.current;
        await progress.decide({ revert, weightsBefore });
        await later.schedule(revert.name, at, to, state);
        const text = `unless it is promoted or given up by ${revert.at}, traffic leaves ${reached.join(', ')} (schedule ${revert.name} in ${revert.region})`;
        report({ type: 'note', level: 'info', text });
        return undefined;
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return notWithout((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error));
    }
}
function notWithout(why) {
    return { state: 'skipped', reason: `it must not wait, its revert cannot be scheduled: ${why}`, keeps: true };
}
/**
 * Takes a scheduled revert away before anything else is done. Where it has taken effect, or somebody else lowered what the
 * rollout had raised, that is said, and the phases concerned are ramped and judged once more.
 * @returns why nothing may be done as long as it may still strike
 */
async function cancelRevert({ environment, progress, ports }) {
    const { revert, course } = progress.current;
    if (revert === undefined)
        return undefined;
    const { traffic, clock, report, signal } = ports;
    try {
        const there = await removeRevert(revert, traffic?.driver.later, clock.now());
        // Users first: the weights that a rollback leaves behind are seldom those that it was made for.
        if (course !== 'rolling-back')
            await outwait(revert, ports);
        const weights = traffic && (await traffic.driver.read(signal)).weights;
        const sentence = weights === undefined
            ? `the revert of ${revert.at} is over; what it did is not known, the environment has no traffic any more`
            : whatBecameOf(revert, there, weights);
        const lowered = weights === undefined ? [] : leftBy({ from: revert.from, to: weights });
        const again = lowered.length > 0 && course === 'forward' ? '; it is raised again step by step, and judged' : '';
        if (sentence !== undefined)
            report({ type: 'note', level: 'warning', text: `${sentence}${again}` });
        await progress.batch((rollout) => withoutRevert(rollout, lowered, environment), 'everywhere');
        return undefined;
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        const text = `the revert that is scheduled for ${revert.at} could not be taken away: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        // A rollback moves the weights: what was scheduled against the old ones does nothing then.
        if (course !== 'rolling-back')
            return { state: 'skipped', reason: text, keeps: true };
        report({ type: 'note', level: 'warning', text });
        return undefined;
    }
}
/** EventBridge Scheduler calls within the minute of the schedule (User Guide, "Schedule types"), and tries again for a while. */
const STRIKES_WITHIN_MS = 60_000 + _aws_traffic_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .SCHEDULE_RETRIES_MS */ .u;
/** Clocks differ by some seconds, and what was deleted just before its time may be called all the same. */
const MARGIN_MS = 60_000;
/**
 * Until when it may still change weights although it was deleted: its time has come, so that a call may be on its way, be
 * tried again, or come twice (EventBridge Scheduler delivers at least once).
 * @param now milliseconds since the epoch
 * @returns undefined where it cannot
 */
function strikesUntil({ at }, now) {
    const time = Date.parse(at);
    const over = time + STRIKES_WITHIN_MS;
    return now >= time - MARGIN_MS && now < over ? over : undefined;
}
/** Weights that are raised now could be taken for those that it was made for. */
async function outwait(revert, { clock, report, signal }) {
    const until = strikesUntil(revert, clock.now());
    if (until === undefined)
        return;
    const text = `the revert of ${revert.at} may take effect until ${new Date(until).toISOString()}: nothing is changed before that`;
    report({ type: 'note', level: 'info', text });
    await clock.sleep(until - clock.now(), signal);
}
/**
 * @param now milliseconds since the epoch
 * @returns whether it was still there
 * @throws when nothing here can reach it, as long as it may still strike
 */
async function removeRevert({ name, region, at }, later, now) {
    if (later?.region === region)
        return later.cancel(name);
    const over = Date.parse(at) + STRIKES_WITHIN_MS;
    if (now >= over)
        return false;
    const byHand = `delete the schedule ${name} in ${region} by hand and come back after ${new Date(over).toISOString()}`;
    throw new Error(`traffic has no revert-role any more; put it back, or ${byHand}`);
}
/** Targets that traffic leaves when it takes effect. */
function leftBy({ from, to }) {
    return Object.keys(from).filter((name) => (0,_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightOf */ .mm)(to, name) < (0,_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightOf */ .mm)(from, name));
}
/** Undefined where it was taken away before it could do anything. */
function whatBecameOf(revert, there, weights) {
    if ((0,_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .sameWeights */ .ML)(weights, revert.to))
        return `the revert of ${revert.at} has taken effect: traffic left ${leftBy(revert).join(', ')}`;
    if (!(0,_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .sameWeights */ .ML)(weights, revert.from)) {
        const now = Object.entries(weights).map(([name, weight]) => `${name} ${weight}`);
        return `somebody changed the weights while the rollout waited: they are ${now.join(', ')}`;
    }
    return there
        ? undefined
        : `the revert of ${revert.at} is not scheduled any more, and has changed nothing: see why in CloudTrail`;
}
/** Without its revert, and with the phases of these targets to be ramped and judged anew. */
function withoutRevert({ revert: _, ...rollout }, lowered, { phases }) {
    if (rollout.course !== 'forward')
        return rollout;
    const anew = phases
        .filter(({ kind, targets }) => kind === 'wave' && targets.some((name) => lowered.includes(name)))
        .flatMap(({ name }) => {
        const progress = rollout.phases[name];
        const again = progress !== undefined && ['deployed', 'passed', 'incomplete'].includes(progress.stage);
        return again ? [[name, { stage: 'deployed', startedAt: progress.startedAt }]] : [];
    });
    return { ...rollout, phases: { ...rollout.phases, ...Object.fromEntries(anew) } };
}
function reachedTargets({ phases }, rollout) {
    const waves = phases.filter(({ kind }) => kind === 'wave');
    const reached = (0,_open_rollout_js__WEBPACK_IMPORTED_MODULE_5__/* .reachedPhases */ .ZE)(rollout, waves.map(({ name }) => name));
    return [...new Set(waves.filter(({ name }) => reached.includes(name)).flatMap(({ targets }) => targets))];
}


/***/ }),

/***/ 49988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ worstState),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   N6: () => (/* binding */ isFailure)
/* harmony export */ });
/** Worst first. A target is as bad as its worst stack. */
const severity = [
    'stuck',
    'timed-out',
    'failed',
    'unreachable',
    'cancelled',
    'skipped',
    'rolled-back',
    'succeeded',
    'no-change',
];
/** The state that speaks for several: the worst of them; `no-change` for none. */
function worstState(states) {
    return severity.find((state) => states.includes(state)) ?? 'no-change';
}
/** Whether the stack is what the release says it should be. */
function isGood(state) {
    return state === 'succeeded' || state === 'no-change';
}
/** Whether it counts against the failure tolerance of its wave: skipped and cancelled ones were never tried. */
function isFailure(state) {
    return state === 'failed' || state === 'stuck' || state === 'timed-out' || state === 'unreachable';
}


/***/ }),

/***/ 20941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ weightProblems),
/* harmony export */   Q: () => (/* binding */ assertWeights)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95544);


/** Shares come from whole weights up to 255: what differs by less is rounding of the division. */
const EPSILON = 1e-9;
/**
 * Everything that is wrong with a change of weights, empty when it may be made. What counts is the *share*: where one
 * target is lowered the others get more, so a target that is not good or not active must not gain by that either. It
 * may keep what it has or lose, because taking traffic from a bad target must always be possible.
 */
function weightProblems(next, current, facts) {
    const malformed = Object.keys(next).flatMap((target) => malformation(target, (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)(next, target)));
    if (malformed.length > 0)
        return malformed;
    const lost = Object.keys(current).filter((target) => next[target] === undefined);
    if (lost.length > 0) {
        return lost.map((target) => ({ code: 'unknown-target', target, message: `the weight of ${target} is not given` }));
    }
    if ((0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .totalWeight */ .zN)(next) === 0) {
        return [{ code: 'all-zero', message: 'all weights would be zero, which Route 53 takes for equal shares' }];
    }
    return Object.keys(next).flatMap((target) => gainProblem(target, next, current, facts));
}
/** @throws UserError `weights-refused` with every reason */
function assertWeights(next, current, facts) {
    const problems = weightProblems(next, current, facts);
    if (problems.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('weights-refused', `no weight was changed: ${problems.map(({ message }) => message).join('; ')}`, {
        fix: [...new Set(problems.map(({ code }) => FIX[code]))],
    });
}
const FIX = {
    'not-a-weight': `Give whole numbers from 0 to ${_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_WEIGHT */ .K3}.`,
    'unknown-target': 'Give every target that has a record; status lists them.',
    'all-zero': 'Leave weight with at least one target that can serve.',
    'not-good': 'Deploy to that target first, until status shows its stacks as good.',
    'not-active': 'Make it active first: shift --activate, or failback.',
    'below-floor': 'Lower less at once; or say with shift --override-floor why it must be all the same.',
};
function malformation(target, weight) {
    if (Number.isInteger(weight) && weight >= 0 && weight <= _weights_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_WEIGHT */ .K3)
        return [];
    return [{ code: 'not-a-weight', target, message: `${weight} is no weight for ${target}` }];
}
function gainProblem(target, next, current, facts) {
    const share = (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .shareOf */ .tC)(next, target);
    if (share <= (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .shareOf */ .tC)(current, target) + EPSILON)
        return [];
    const gains = `${target} would get ${percentText(share)} of the traffic instead of ${percentText((0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .shareOf */ .tC)(current, target))}`;
    if (!facts.active.has(target))
        return [{ code: 'not-active', target, message: `${gains}, but it is not active` }];
    if (!facts.good.has(target))
        return [{ code: 'not-good', target, message: `${gains}, but its stacks are not good` }];
    const made = (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .shareOf */ .tC)(facts.configured, target);
    if (share * facts.floorPercent <= made * 100 + EPSILON)
        return [];
    const message = `${gains}, but it is made for ${percentText(made)}: less than the floor of ${facts.floorPercent} %`;
    return [{ code: 'below-floor', target, message }];
}
/** "5 %", "0.4 %": enough digits that a small share is not shown as none. */
function percentText(share) {
    return `${Number((share * 100).toPrecision(share >= 0.01 ? 3 : 1))} %`;
}


/***/ }),

/***/ 95544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ MAX_WEIGHT),
/* harmony export */   ML: () => (/* binding */ sameWeights),
/* harmony export */   Oj: () => (/* binding */ rampWeights),
/* harmony export */   Yc: () => (/* binding */ joinWeights),
/* harmony export */   _$: () => (/* binding */ drainWeights),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   xp: () => (/* binding */ stepWeight),
/* harmony export */   zN: () => (/* binding */ totalWeight)
/* harmony export */ });
/** The most that a weight can be: Route 53 API Reference, ResourceRecordSet, Weight (0 to 255). */
const MAX_WEIGHT = 255;
/** A target's weight, zero where it has none. */
function weightOf(weights, target) {
    return weights[target] ?? 0;
}
function totalWeight(weights) {
    return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}
/**
 * Share of the traffic that a target gets, 0 to 1. Where all weights are zero every record is answered equally often
 * (Route 53 Developer Guide, "Values specific for weighted records", Weight), so zero for all is no way to stop traffic.
 */
function shareOf(weights, target) {
    if (weights[target] === undefined)
        return 0;
    const total = totalWeight(weights);
    return total === 0 ? 1 / Object.keys(weights).length : weightOf(weights, target) / total;
}
function sameWeights(left, right) {
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
/**
 * A percentage of a target's own weight as a weight: whole, never zero for a share that is not, never above the weight.
 * @param percent 0 to 100
 */
function stepWeight(weight, percent) {
    if (weight <= 0 || percent <= 0)
        return 0;
    if (percent >= 100)
        return weight;
    return Math.min(weight, Math.max(1, Math.round((weight * percent) / 100)));
}
/** The weights with these targets at a percentage of their configured weight; the others stay as they are. */
function rampWeights(current, configured, targets, percent) {
    const changed = targets.map((name) => [name, stepWeight(weightOf(configured, name), percent)]);
    return { ...current, ...Object.fromEntries(changed) };
}
/** The weights with these targets lowered to a percentage of their configured weight; nothing is ever raised. */
function drainWeights(current, configured, targets, percent) {
    const lowered = targets
        .filter((name) => current[name] !== undefined)
        .map((name) => {
        const wanted = stepWeight(weightOf(configured, name), percent);
        return [name, Math.min(weightOf(current, name), wanted)];
    });
    return { ...current, ...Object.fromEntries(lowered) };
}
/** The weights with targets that have none yet at zero: who joins gets no traffic before it was judged. */
function joinWeights(current, targets) {
    return { ...Object.fromEntries(targets.map((name) => [name, 0])), ...current };
}


/***/ }),

/***/ 73233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient),
/* harmony export */   s: () => (/* binding */ createPatience)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);

/** How long an unreachable CloudFormation is waited for while something runs in it, milliseconds. */
const PATIENCE_MS = 120_000;
function createPatience(clock) {
    let lastAnswer = clock.now();
    return {
        async read(ask) {
            try {
                const answer = await ask();
                lastAnswer = clock.now();
                return { answer };
            }
            catch (error) {
                if (!isTransient(error) || clock.now() - lastAnswer > PATIENCE_MS)
                    throw error;
                return undefined;
            }
        },
    };
}
function isTransient(error) {
    return error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && ['unreachable', 'throttled', 'server'].includes(error.kind);
}


/***/ }),

/***/ 18073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ finishChange),
/* harmony export */   y: () => (/* binding */ changeWeights)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _rollout_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20941);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95544);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46932);





/**
 * One guarded change of weights, from what was read until clients have followed. Nothing is changed when the weights
 * are so already: twice is once.
 *
 * @returns whether anything was changed
 * @throws UserError `weights-refused`; `weights-changed` when somebody else changed them since they were read
 */
async function changeWeights(next, state, facts, ports) {
    const { driver, report, signal } = ports;
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .sameWeights */ .ML)(next, state.weights))
        return false;
    (0,_rollout_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWeights */ .Q)(next, state.weights, facts);
    await ports.remember(state.weights, next);
    signal.throwIfAborted();
    const change = await set(next, state, driver, signal);
    report({ type: 'weight.changed', driver: driver.kind, before: state.weights, after: next });
    await finish(change, ports);
    return true;
}
/** Waits for a change that an earlier run made and did not see the end of. */
function finishChange(weights, ports) {
    return finish({ id: _model_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN_CHANGE */ .s, weights }, ports);
}
async function finish(change, ports) {
    const { driver, clock, signal } = ports;
    await step('traffic-applied', `waiting until ${driver.kind} answers with the new weights`, ports, () => driver.waitApplied(change, signal));
    const seconds = Math.ceil(driver.settleMs / 1000);
    if (seconds === 0)
        return;
    await step('traffic-settled', `waiting ${seconds} s until clients have followed`, ports, () => clock.sleep(driver.settleMs, signal));
}
async function set(next, state, driver, signal) {
    try {
        return await driver.set(next, state, signal);
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('weights-changed', `somebody else changed the weights meanwhile: ${error.message}`, {
            fix: ['Nothing was changed by this run. See who did it, then run the same command again.'],
            cause: error,
        });
    }
}
async function step(name, text, { clock, report }, work) {
    const began = clock.now();
    report({ type: 'step.started', step: name, text });
    await work();
    report({ type: 'step.finished', step: name, text, durationMs: clock.now() - began });
}


/***/ }),

/***/ 46932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ UNKNOWN_CHANGE)
/* harmony export */ });
/** Id of a change that cannot be asked for any more: its answer was lost, or its run is gone. */
const UNKNOWN_CHANGE = 'unknown';


/***/ })

};
