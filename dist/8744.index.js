export const id = 8744;
export const ids = [8744];
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

/***/ 70968:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _d: () => (/* binding */ requestOfRecord),
/* harmony export */   vt: () => (/* binding */ uncancelled),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _load_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94813);

/** @throws UserError when no plan of a failover was kept */
async function factsOf({ environment, settings, options, context }, kind, { works, reachable }) {
    const answering = reachable.map(({ target }) => target.name);
    const { runId: id, who } = context.origin;
    return {
        environment,
        settings,
        plan: await (0,_load_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planOfEnvironment */ .cl)(environment, answering, context),
        kind,
        id,
        who,
        reason: options.reason ?? 'drill',
        works,
        reachable,
        context,
        ...(options.incident !== undefined && { incident: options.incident }),
    };
}
/** The same run, which nobody can cancel any more: traffic goes back also then. */
function uncancelled(context) {
    return { ...context, signal: new AbortController().signal };
}
/** The request that a drill which is kept was made from, as far as its moves go. */
function requestOfRecord({ to, from }) {
    const [only, ...others] = to;
    return only !== undefined && others.length === 0 ? { to: only } : { from: from[0] ?? '' };
}


/***/ }),

/***/ 28744:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  moveOrEnd: () => (/* binding */ moveOrEnd)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/still-ours.ts
var still_ours = __webpack_require__(46362);
// EXTERNAL MODULE: ./src/failover/wanted.ts
var failover_wanted = __webpack_require__(98559);
// EXTERNAL MODULE: ./src/same-names.ts
var same_names = __webpack_require__(39912);
;// CONCATENATED MODULE: ./src/failover/drill/finish.ts



const POLL_MS = 5_000;
/**
 * The end of every drill, by its own process or by one that found it open: what was broken is mended, and traffic goes
 * back when the targets that it came from are fit; where they are not, it stays where it is good, and no schedule moves
 * it later. Can be repeated from any point.
 * @throws UserError when another run took over
 */
async function finishDrill(request, so, ports, patienceMs = request.patienceMs) {
    const { deviations } = so;
    const mended = await mend(so, ports);
    let end;
    const marks = { ...so.marks, ...(so.moved && { returning: ports.clock.now() }) };
    if (!so.moved) {
        end = { outcome: 'aborted', why: so.early ?? 'nothing was moved' };
    }
    else {
        const unfit = await waitUntilFit(so.record.from, patienceMs, ports);
        end = unfit === undefined ? await bringBack(so, ports) : await remain(unfit, so, ports);
    }
    const { outcome, why, gone = await cancelled(so, ports) } = end;
    const at = new Date(ports.clock.now()).toISOString();
    const ended = { at, outcome, ...(why !== undefined && { why }) };
    const returns = gone ? [] : so.record.returns;
    await ports.keep({ ...so.record, injected: so.record.injected && !mended, returns, ended });
    return { outcome, ...(why !== undefined && { why }), deviations, marks };
}
/** True: nothing of what was injected is left. */
async function mend({ record, deviations }, { fault }) {
    if (!record.injected)
        return true;
    if (fault === undefined) {
        deviations.push('what was injected was not taken back: the configuration no longer says how');
        return false;
    }
    try {
        await fault.mend();
        return true;
    }
    catch (error) {
        deviations.push(`what was injected could not be taken back: ${(0,errors/* errorText */.kc)(error)}`);
        return false;
    }
}
/** Undefined: they are fit. */
async function waitUntilFit(targets, patienceMs, { clock, problems, assertHeld }) {
    const began = clock.now();
    for (;;) {
        const [problem] = await problems(targets);
        if (problem === undefined)
            return undefined;
        if (clock.now() - began >= patienceMs)
            return problem;
        await assertHeld();
        await clock.sleep(POLL_MS);
    }
}
async function bringBack(so, ports) {
    await ports.assertHeld();
    const { end, missed } = await ports.back();
    so.deviations.push(...end.deviations);
    if (end.outcome === 'failed' || end.outcome === 'not-verified')
        return remain(end.failure ?? end.outcome, so, ports);
    const problems = [...so.missed, ...missed];
    if (so.early !== undefined)
        return { outcome: 'aborted', why: so.early };
    if (problems.length > 0)
        return { outcome: 'failed', why: problems.join('; ') };
    return { outcome: so.measured && end.outcome !== 'not-measured' ? 'passed' : 'not-measured' };
}
async function remain(why, so, ports) {
    await ports.assertHeld();
    // First: one that strikes after traffic was told to stay would have the last word.
    const gone = await cancelled(so, ports);
    try {
        await ports.stay();
    }
    catch (error) {
        if ((0,still_ours/* isTakenOver */.Gj)(error))
            throw error;
        so.deviations.push(`traffic could not be told once more to stay: ${(0,errors/* errorText */.kc)(error)}`);
    }
    const { from, to } = so.record;
    const early = so.early === undefined ? '' : `${so.early}; `;
    return {
        gone,
        outcome: 'left',
        why: `${early}traffic stays at ${to.join(', ')}, because ${from.join(', ')} is not fit: ${why}`,
    };
}
/**
 * A schedule that cannot be taken away is said and remembered, and refuses by itself what has changed. True: none is left.
 */
async function cancelled({ deviations }, { returns }) {
    try {
        await returns.cancel();
        return true;
    }
    catch (error) {
        deviations.push((0,errors/* errorText */.kc)(error));
        return false;
    }
}
/**
 * Of a drill that has ended and left something: what is broken is taken back, and schedules are taken away. They may have
 * struck already, so that traffic is told once more who is active.
 * @throws what keeps a schedule from being taken away: it is still left then
 */
async function mendEnded(record, { fault, keep, returns, settle }) {
    if (record.injected)
        await fault?.mend();
    if (record.returns.length > 0) {
        await returns.cancel();
        await settle();
    }
    await keep({ ...record, injected: record.injected && fault === undefined, returns: [] });
}
/** What is meant is kept before traffic is moved: where it is not kept, nothing was moved. */
function hasMoved({ id, inactiveBefore }, { inactive, failover }) {
    return !(0,same_names/* sameNames */.F)(inactive, inactiveBefore) || (failover?.drill === id && !failover.done);
}
/**
 * As in an outage, what a drill of one means is kept only where traffic goes: where nobody of them answers, nobody knows
 * whether traffic was moved.
 * @param heard targets that told what they remember
 * @throws UserError `drill-unknown`
 */
function refuseUnknown({ kind, from, to, at }, heard) {
    if (kind !== 'outage' || [...heard].some((name) => !from.includes(name)))
        return;
    throw new errors/* UserError */.yo('drill-unknown', `${to.join(', ')} does not answer, and nobody else knows whether the drill of ${at} moved traffic there`, {
        fix: [
            'Run it again when the region answers.',
            `If the region is lost, leave it: failover --to ${from[0] ?? ''}. That ends the drill too.`,
        ],
    });
}

// EXTERNAL MODULE: ./src/failover/drill/served.ts
var served = __webpack_require__(33347);
;// CONCATENATED MODULE: ./src/failover/drill/hold.ts



const LOOK_MS = 1_000;
/** Between two rounds of gates. */
const GATES_MS = 15_000;
/**
 * Leaves traffic away for the time of the drill, and watches.
 * @returns why the drill ends early; undefined when the time is over
 * @throws UserError `lease-lost`
 */
async function hold({ record, targets, holdMs, abort }, ports) {
    const { clock, signal, probes } = ports;
    const began = clock.now();
    const wanted = (0,failover_wanted/* wantedOf */.L)(record.to, targets, probes?.regionKnown ?? false);
    let gatesAt = began;
    // A region that is silent is asked for minutes: what probes see meanwhile counts at once.
    let asking = false;
    let problem;
    const ask = async () => {
        asking = true;
        try {
            [problem] = await ports.problems(record.to);
        }
        catch (error) {
            problem = (0,errors/* errorText */.kc)(error);
        }
        finally {
            asking = false;
        }
    };
    // A region that is silent is asked for its lease as long: what is known by then counts at once.
    let looking;
    let lost;
    const look = async () => {
        try {
            await ports.assertHeld();
        }
        catch (error) {
            lost = { error };
        }
        finally {
            looking = undefined;
        }
    };
    const assertNotLost = () => {
        if (lost !== undefined)
            throw lost.error;
    };
    for (;;) {
        if (signal.aborted)
            return 'it was cancelled';
        assertNotLost();
        looking ??= look();
        const now = clock.now();
        const few = probes && (0,served/* tooFewGood */.yG)(probes.results, wanted, abort, began, now);
        if (few !== undefined)
            return few;
        if (problem !== undefined)
            return problem;
        if (!asking && now >= gatesAt) {
            gatesAt = now + GATES_MS;
            // Never throws.
            ask();
        }
        if (now - began >= holdMs && !asking) {
            await looking;
            assertNotLost();
            return undefined;
        }
        await clock.sleep(LOOK_MS, signal).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./src/failover/drill/run.ts






/** An injected failure that no probe has seen by then was none. */
const NOTICE_MS = 60_000;
/**
 * Moves traffic away and back, and measures. The way back is arranged before anything is broken or moved, so that it is
 * there when this process dies; nothing begins on a day that is bad already; and whatever happens on the way, the end is
 * that of {@link finishDrill}.
 * @throws UserErrors `drill-not-ready` with everything that is missing; nothing was changed
 */
async function runDrill(request, ports) {
    await assertGoodDay(request, ports);
    const deviations = [];
    const so = { record: request.record, moved: false, missed: [], measured: false, deviations, marks: {} };
    let now = so;
    const learn = (more) => {
        now = { ...now, ...more };
    };
    try {
        await ports.keep(request.record);
        try {
            await act(request, ports, learn, () => now);
        }
        catch (error) {
            if ((0,still_ours/* isTakenOver */.Gj)(error))
                throw error;
            learn({ early: ports.signal.aborted ? 'it was cancelled' : (0,errors/* errorText */.kc)(error) });
        }
        // Who cancels does not wait; what is not fit by then stays away.
        return await finishDrill(request, now, ports, ports.signal.aborted ? 0 : request.patienceMs);
    }
    catch (error) {
        if (!(0,still_ours/* isTakenOver */.Gj)(error))
            throw error;
        const why = (0,errors/* errorText */.kc)(error);
        return { outcome: 'overridden', why, deviations: await clearAway(now, ports), marks: now.marks };
    }
}
/** What a run found open, or the record of one that a failover took over from and that broke something: ends it. */
async function endDrill(request, moved, early, ports) {
    const so = { record: request.record, moved, early, missed: [], measured: false, deviations: [], marks: {} };
    return finishDrill(request, so, ports);
}
async function act(request, ports, learn, now) {
    const { record, targets } = request;
    const { clock, signal, fault, probes } = ports;
    await ports.returns.arrange();
    if (fault !== undefined) {
        signal.throwIfAborted();
        const broken = { ...record, injected: true };
        await ports.assertHeld();
        await ports.keep(broken);
        learn({ record: broken });
        const injected = clock.now();
        learn({ marks: { injected } });
        await fault.inject();
        const wanted = (0,failover_wanted/* wantedOf */.L)(record.from, targets, probes?.regionKnown ?? false);
        const seen = await (0,served/* noticed */.hj)(wanted, injected, NOTICE_MS, ports);
        if (!seen)
            now().deviations.push(`no probe noticed what was injected within ${NOTICE_MS / 1000} s`);
    }
    // In this order: a region that has fallen silent holds up the look at its lease, and is found not fit afterwards.
    await ports.assertHeld();
    // The day may have turned bad since it was looked at: nobody is sent to who cannot serve, only to try it out.
    const [unfit] = await ports.problems(record.to);
    if (unfit !== undefined)
        return learn({ early: unfit });
    signal.throwIfAborted();
    learn({ moved: true });
    const { end, missed } = await ports.away();
    now().deviations.push(...end.deviations);
    learn({ missed, measured: end.outcome === 'verified', marks: { ...now().marks, away: clock.now() } });
    if (end.outcome === 'failed' || end.outcome === 'not-verified') {
        learn({ early: end.failure ?? 'users were not seen to be served' });
        return;
    }
    const early = await hold(request, ports);
    if (early !== undefined)
        learn({ early });
}
/**
 * A failover is at work now, and leaves what was broken, and a schedule that it cannot delete: taking these back moves no
 * traffic. As long as nobody has ended the drill, its schedule is what brings traffic back.
 */
async function clearAway(so, ports) {
    const [mended, ended] = await Promise.all([mendAfter(so, ports), ports.isEnded()]);
    if (!ended)
        return mended;
    try {
        await ports.returns.cancel();
        return mended;
    }
    catch (error) {
        return [...mended, (0,errors/* errorText */.kc)(error)];
    }
}
async function mendAfter({ record, deviations }, { fault }) {
    if (!record.injected)
        return deviations;
    const text = 'what was injected is taken back where it can be; drill --end makes sure of it';
    try {
        await fault?.mend();
        return [...deviations, text];
    }
    catch (error) {
        return [...deviations, text, (0,errors/* errorText */.kc)(error)];
    }
}
async function assertGoodDay({ record, targets }, ports) {
    const began = ports.clock.now();
    const problems = [...new Set(await ports.problems([...record.from, ...record.to]))];
    const active = targets.map(({ name }) => name).filter((name) => !record.inactiveBefore.includes(name));
    const wanted = (0,failover_wanted/* wantedOf */.L)(active, targets, ports.probes?.regionKnown ?? false);
    if (!(await (0,served/* servedBefore */.p7)(wanted, began, ports)))
        problems.push('users are not served as they should be already now');
    if (problems.length === 0)
        return;
    throw new errors/* UserErrors */.tQ('drill-not-ready', 'nothing was moved: a drill begins only where all is well', problems.map((text) => new errors/* UserError */.yo('drill-not-ready', text)));
}

// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/records/drill-record.ts
var drill_record = __webpack_require__(10533);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts
var active_states = __webpack_require__(13494);
// EXTERNAL MODULE: ./src/commands/visible-journal.ts
var visible_journal = __webpack_require__(10370);
// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/commands/failover/mechanism.ts + 2 modules
var failover_mechanism = __webpack_require__(34782);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/failover/drill/facts.ts
var drill_facts = __webpack_require__(70968);
;// CONCATENATED MODULE: ./src/failover/drill/keep.ts


/**
 * Keeps a drill in every region, and changes nothing else that is remembered.
 * @param begun the drill as this run found or made it
 * @throws UserError `active-state-taken` when somebody ended it meanwhile, moved traffic before it was kept first, or wrote between reading and writing
 */
async function keepDrill(drill, begun, states) {
    const now = await states.read();
    if (begun.ended === undefined)
        refuseEnded(now, begun);
    if (now.drill?.id !== begun.id)
        refuseChanged(now, begun);
    const { version: _, serial: __, ...state } = now;
    await states.save({ ...state, drill });
}
/**
 * Right before something is broken: where keeping the drill took long, a failover may have begun since, and may send users
 * to what would be broken.
 * @throws UserError `active-state-taken`
 */
async function assertOpen(begun, states) {
    const { copies } = await states.look();
    for (const copy of copies)
        refuseEnded(copy, begun);
}
/** Nothing is kept of it yet: whoever moved traffic since it was decided on does not know of it. */
function refuseChanged({ failover, inactive }, { inactiveBefore }) {
    if (failover?.done !== false && (0,same_names/* sameNames */.F)(inactive, inactiveBefore))
        return;
    const who = failover?.who ?? 'somebody else';
    throw new errors/* UserError */.yo('active-state-taken', `${who} moved traffic while the drill was about to begin`);
}
/** Whether somebody else has ended it, as far as any region tells. Never throws. */
async function isEnded({ id }, { read }) {
    const now = await read().catch(() => undefined);
    return now?.drill?.id === id && now.drill.ended !== undefined;
}
/**
 * A failover that took over has ended the drill: what the drill moved is no longer its own to move back. Leases are looked
 * at only every few seconds.
 * @throws UserError `active-state-taken`
 */
function refuseEnded(state, { id }) {
    const { drill } = state;
    if (drill?.id !== id || drill.ended === undefined)
        return;
    const why = drill.ended.why ?? 'by somebody else';
    throw new errors/* UserError */.yo('active-state-taken', `the drill was ended meanwhile, ${why}`);
}

// EXTERNAL MODULE: ./src/commands/failover/still-held.ts
var still_held = __webpack_require__(81351);
// EXTERNAL MODULE: ./src/commands/failover/drill/cancel-returns.ts
var cancel_returns = __webpack_require__(6939);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/drill/fault.ts



/** The programs of the configuration, with the credentials of the first target that they break. */
function faultOf({ run, revert }, from, plan, context) {
    const { spawn, cwd, env, aws, report } = context;
    const call = async ([program = '', ...args], what) => {
        const session = aws.session((0,survivors/* targetOf */.$r)((0,survivors/* plannedTarget */.Uh)(plan, from[0] ?? '')));
        const own = { ...(0,failover_mechanism/* inherited */.J)(env), ...(await session.environment()), SMR_DRILL_FROM: from.join(',') };
        const onLine = (line) => report({ type: 'tool.output', tool: what, line });
        const { exitCode, tail } = await spawn(program, args, { cwd, env: own, onLine, tailLines: 20 });
        if (exitCode === 0)
            return;
        const said = tail.findLast((line) => line.trim() !== '') ?? '';
        throw new errors/* UserError */.yo('drill-inject', `${what} ended with ${exitCode}${said && `: ${said.trim()}`}`);
    };
    return {
        inject: () => call(run, 'failover.drill.inject.command'),
        mend: () => call(revert, 'failover.drill.inject.revert'),
    };
}

// EXTERNAL MODULE: ./src/commands/failover/failback-gates.ts + 4 modules
var failback_gates = __webpack_require__(61008);
;// CONCATENATED MODULE: ./src/commands/failover/drill/fitness.ts



/**
 * Why this target should get no traffic, a sentence each: its release is not that of who serves, its stacks are not good,
 * a gate does not pass there, or it does not answer. Never throws.
 * @param from where gates begin to judge: what was broken on purpose before is not held against it
 */
async function problemsOf(target, state, { environment, plan, works, reachable, context }, from) {
    const work = works.get(target);
    if (work === undefined || !reachable.includes(work))
        return [`${target} does not answer`];
    try {
        // Its own stacks alone: who else is lost has no say in it.
        await (0,failback_gates/* assertReady */.c_)(target, plan, state, environment, new Map([[target, work]]), (0,drill_facts/* uncancelled */.vt)(context), from);
        return [];
    }
    catch (error) {
        if (error instanceof errors/* UserErrors */.tQ)
            return error.errors.map(({ message }) => message);
        return [`${target}: ${(0,errors/* errorText */.kc)(error)}`];
    }
}

// EXTERNAL MODULE: ./src/failover/contact-rules.ts
var contact_rules = __webpack_require__(31724);
// EXTERNAL MODULE: ./src/failover/consumers.ts
var failover_consumers = __webpack_require__(16367);
// EXTERNAL MODULE: ./src/failover/failback.ts + 1 modules
var failover_failback = __webpack_require__(53505);
;// CONCATENATED MODULE: ./src/failover/drill/return.ts




/**
 * Makes active who was before the drill, and nobody else. Can be repeated from any point.
 * @throws UserError `active-state-taken` when a failover ended the drill meanwhile
 */
async function bringAllBack(record, targets, ports) {
    const { state, failback, leave } = ports;
    const ours = async () => {
        const now = await state.read();
        refuseEnded(now, record);
        return now;
    };
    let last;
    for (const returning of record.from) {
        const before = await ours();
        const move = (0,failover_failback/* returnOf */.gi)({ returning, targets, before });
        if ((0,failover_failback/* isBack */.S3)(returning, before, move))
            continue;
        last = await failback(returning, before, move);
        if (last.outcome === 'failed')
            return { end: last, missed: [] };
    }
    for (const name of record.to.filter((target) => record.inactiveBefore.includes(target))) {
        await ours();
        last = await leave(name);
    }
    await ports.restoreWeights(drillGuard(record, await ours(), ports));
    const { inactiveBefore: inactive } = record;
    const active = targets.map(({ name }) => name).filter((name) => !inactive.includes(name));
    const nothing = {
        outcome: 'already-active',
        move: { active, inactive, leaving: [] },
        marks: {},
        deviations: [],
    };
    return { end: last ?? nothing, missed: [] };
}
/** What a drill writes counts as long as no copy says that it was ended, or tells of a move that is not its own. */
function drillGuard({ id }, { serial }, { clock, state, assertHeld }) {
    return (0,still_ours/* createGuard */.ow)(serial, (copy) => (0,still_ours/* isOpen */.nT)(copy, id), { clock, look: () => state.look(), assertHeld });
}
/** Traffic at the targets of a drill. */
function awayMove({ to, from }, targets) {
    const names = targets.map(({ name }) => name);
    return { active: to, inactive: names.filter((name) => !to.includes(name)), leaving: from };
}
/**
 * Remembers that the targets of the drill are active from now on, and tells traffic so once more: nothing that was
 * scheduled may move it later. A return that was given up may have stopped their consumers, which start again. Until all of
 * that is done, the move is not, and its repetition by a failover does the rest.
 * @throws UserError `active-state-taken` when a failover ended the drill meanwhile
 */
async function stayAway(record, targets, ports, apply) {
    const { state } = ports;
    const now = await state.read();
    refuseEnded(now, record);
    const { failover } = now;
    const move = awayMove(record, targets);
    const guard = drillGuard(record, now, ports);
    const told = failover && { ...failover, to: record.to, from: record.from };
    const save = (done) => state.save({ inactive: move.inactive, ...(told && { failover: { ...told, done } }) });
    await save(false);
    await apply(move, guard);
    const { consumers } = (0,still_ours/* guardedPorts */.tG)(ports, guard);
    if (consumers !== undefined) {
        const names = targets.map(({ name }) => name);
        const on = (0,failover_consumers/* runningTargets */.m3)(consumers.where, names, move);
        await (0,failover_consumers/* switchConsumers */.K3)({ on, off: [] }, consumers, new AbortController().signal);
    }
    await save(true);
}
/**
 * Tells traffic once more who is active: a schedule of a drill that has ended may have given it to somebody else. Where
 * a failover is not done, its repetition does that.
 */
async function settleTraffic({ from }, targets, { clock, state, assertHeld }, apply) {
    const { inactive, failover, serial } = await state.read();
    if (failover?.done === false)
        return;
    const active = targets.map(({ name }) => name).filter((name) => !inactive.includes(name));
    const guard = (0,still_ours/* createGuard */.ow)(serial, () => false, { clock, look: () => state.look(), assertHeld });
    await apply({ active, inactive, leaving: from.filter((name) => inactive.includes(name)) }, guard);
}

// EXTERNAL MODULE: ./src/failover/partitions.ts
var partitions = __webpack_require__(47055);
// EXTERNAL MODULE: ./src/failover/run.ts + 11 modules
var failover_run = __webpack_require__(77109);
// EXTERNAL MODULE: ./src/records/active-state.ts
var active_state = __webpack_require__(38286);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/commands/record-places.ts
var record_places = __webpack_require__(98634);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var shift_facts = __webpack_require__(63934);
// EXTERNAL MODULE: ./src/commands/failover/consumers.ts
var commands_failover_consumers = __webpack_require__(73380);
// EXTERNAL MODULE: ./src/commands/failover/failback-steps.ts
var failback_steps = __webpack_require__(82988);
// EXTERNAL MODULE: ./src/commands/failover/hooks.ts
var failover_hooks = __webpack_require__(93045);
// EXTERNAL MODULE: ./src/commands/failover/recovery-point.ts + 1 modules
var recovery_point = __webpack_require__(79681);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 4 modules
var reporting = __webpack_require__(6868);
// EXTERNAL MODULE: ./src/commands/failover/drill/way-back.ts
var way_back = __webpack_require__(11518);
// EXTERNAL MODULE: ./src/commands/failover/drill/weights-back.ts
var weights_back = __webpack_require__(79080);
;// CONCATENATED MODULE: ./src/commands/failover/drill/moves.ts






















/** The moves of a drill: those of a failover and of a failback, with everything that they decide and measure. */
function createMoves(moves, facts) {
    const reports = [];
    const { states, record, probes } = moves;
    const { plan, environment, context, reachable } = facts;
    const calm = (0,drill_facts/* uncancelled */.vt)(context);
    const [consumers, hooks] = [(0,commands_failover_consumers/* consumersOfPlan */._)(plan, calm), (0,failover_hooks/* hooksOfPlan */.Z)(plan, calm)];
    const parts = { ...(consumers !== undefined && { consumers }), ...(hooks !== undefined && { hooks }) };
    const held = { clock: context.clock, assertHeld: () => (0,still_held/* assertStillHeld */.u)(reachable) };
    const told = async (end, startedAt, began = startedAt) => {
        const own = probes && since(probes, startedAt);
        const point = await (0,recovery_point/* recoveryPointOf */.z)(plan, end, own?.results ?? [], calm);
        context.aws.restrictContacts(undefined);
        const measured = { ...(own && { probes: own }), ...(point && { recoveryPoint: point }) };
        const report = await (0,reporting/* reportOf */.EI)({ plan, asked: facts, end, startedAt, ...measured }, onlySince(began, context));
        reports.push(report);
        return report;
    };
    const failover = async (request, run, kept, sinceMs) => {
        const staying = (0,failover_move/* survivors */.Ql)(request, plan.targets);
        // As in an outage, nothing of what is left is stopped first.
        const graceful = record.kind !== 'outage';
        const asked = { ...askedOf(facts), request, targets: plan.targets, drill: record.id, graceful };
        const ports = {
            clock: run.clock,
            report: run.report,
            signal: run.signal,
            state: { read: () => kept.read(), save: (...next) => kept.save(...next), look: () => states.look() },
            mechanism: (0,failover_mechanism/* mechanismOf */.D)(plan, staying, saidOf(facts), run, sinceMs),
            // This run holds the leases itself.
            stopDeployments: async () => { },
            confirm: async () => { },
            narrow: async () => { },
            ...parts,
            ...(probes && { probes }),
        };
        return (0,failover_run/* runFailover */.q)(asked, ports);
    };
    return {
        reports,
        async away() {
            const startedAt = moves.injectedAt() ?? context.clock.now();
            const began = context.clock.now();
            const move = awayMove(record, plan.targets);
            const end = record.kind === 'outage'
                ? await asIfLost(move, facts, states, (kept) => failover(moves.request, context, kept, moves.since))
                : await failover(moves.request, context, states, moves.since);
            const { rto, rpo } = await told(end, startedAt, began);
            const odd = await (0,way_back/* unexpectedSignals */.PM)(plan, move, moves.since, context);
            const missed = [
                rto.met === false ? `recovery took ${rto.seconds} s, and the objective is ${rto.objectiveSeconds} s` : '',
                rpo.met === false ? `${rpo.boundSeconds} s may be missing, and the objective is ${rpo.objectiveSeconds} s` : '',
            ];
            return { end, missed: [...missed.filter((text) => text !== ''), ...odd] };
        },
        back: () => bringAllBack(record, plan.targets, {
            ...held,
            state: states,
            async failback(returning, before, move) {
                const startedAt = context.clock.now();
                const away = { active: move.active.filter((name) => name !== returning), leaving: [returning] };
                const was = { ...away, inactive: [...move.inactive, returning] };
                const good = await (0,shift_facts/* goodTargets */.KL)(environment, new Map(reachable.map((work) => [work.target.name, work])));
                const steps = await (0,failback_steps/* returnParts */.jO)(plan, returning, move, was, good, saidOf(facts).reason, calm);
                const { id, who, reason } = askedOf(facts);
                const at = new Date(startedAt).toISOString();
                const mechanism = plan.mechanism.kind;
                const failback = { id, who, reason, from: [], to: move.active, mechanism, at, drill: record.id };
                const { report, signal } = calm;
                const judge = (from) => (0,failback_gates/* failingSince */.ht)(from, returning, plan, environment, calm);
                const end = await (0,failover_failback/* runFailback */.p6)({ returning, targets: plan.targets, before, record: failback }, { ...steps, ...parts, ...held, judge, report, signal, state: states, ...(probes && { probes }) });
                await told(end, startedAt);
                return end;
            },
            async leave(name) {
                const startedAt = context.clock.now();
                const end = await failover({ from: name }, calm, states);
                await told(end, startedAt);
                return end;
            },
            restoreWeights: async (guard) => {
                if (record.weightsBefore !== undefined)
                    await (0,weights_back/* restoreWeights */.s2)(record.weightsBefore, plan, guard, calm);
            },
        }),
        stay: () => stayAway(record, plan.targets, { ...held, ...parts, state: states }, async (move, guard) => {
            for (const text of await (0,failover_mechanism/* mechanismOf */.D)(plan, record.to, saidOf(facts), calm).apply(move, calm.signal, guard))
                context.report({ type: 'note', level: 'warning', text });
        }),
        settle: () => settleTraffic(record, plan.targets, { ...held, state: states }, async (move, guard) => {
            // It has ended: nobody counts as lost.
            const everybody = plan.targets.map(({ name }) => name);
            const mechanism = (0,failover_mechanism/* mechanismOf */.D)(plan, everybody, { ...saidOf(facts), graceful: true }, calm);
            for (const text of await mechanism.apply(move, calm.signal, guard))
                context.report({ type: 'note', level: 'warning', text });
        }),
    };
}
function askedOf({ id, who, reason, incident }) {
    const asked = { id, who, reason: `drill: ${reason}`, force: false, rehearse: false };
    return { ...asked, ...(incident !== undefined && { incident }) };
}
/** What mechanisms remember of the run. */
function saidOf({ reason, kind }) {
    return { reason: `drill: ${reason}`, override: [], graceful: kind !== 'outage' };
}
/**
 * Nothing is asked of the regions that are left, as in an outage, but to keep the leases of this run and to look whether a
 * failover has begun: its own state lies with the others meanwhile.
 */
async function asIfLost(move, { plan, context }, states, act) {
    const lost = (0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets);
    const kept = (0,failover_move/* keptTargets */.fd)(move, plan.targets);
    const key = (0,active_state_document/* activeStateKey */.XY)({ application: plan.application, name: plan.environment });
    context.aws.restrictContacts((0,contact_rules/* drillRule */.o3)(plan.mechanism.kind, (0,partitions/* partitionOf */.i)(move.active, plan.targets), lost));
    const own = (0,active_state/* createActiveStates */.p)(key, (0,survivors/* placesOf */.ek)(plan, kept, context), (0,record_places/* noteIn */.Cr)(context), context.clock);
    try {
        return await act(own);
    }
    finally {
        context.aws.restrictContacts(undefined);
        await states.read();
        // Where nobody of them answers just now, what was kept there is known all the same.
        states.learn(own.known());
    }
}
function since(probes, from) {
    return { ...probes, results: probes.results.filter(({ at }) => at >= from) };
}
/** The run with what it contacted from then on. */
function onlySince(from, context) {
    const { ledger } = context.aws;
    const entries = ledger.entries.filter(({ at }) => at >= from);
    const refused = ledger.refused.filter(({ at }) => at >= from);
    const contacted = context.contacted.filter(({ at }) => at >= from);
    return { ...context, contacted, aws: { ...context.aws, ledger: { ...ledger, entries, refused } } };
}

;// CONCATENATED MODULE: ./src/commands/failover/drill/ports.ts







/** The effects of a drill on real AWS. */
function portsOf(request, facts) {
    const { states, record, probes, way } = request;
    const { context, settings, plan, reachable } = facts;
    const { inject } = settings.drill;
    let injectedAt;
    let mendedAt;
    const moves = createMoves({ ...request, injectedAt: () => injectedAt }, facts);
    const fault = inject && faultOf(inject, record.from, plan, context);
    const ports = {
        clock: context.clock,
        report: context.report,
        signal: context.signal,
        keep: (drill) => keepDrill(drill, record, states),
        isEnded: () => isEnded(record, states),
        assertHeld: () => (0,still_held/* assertStillHeld */.u)(reachable),
        async problems(targets) {
            const state = await states.read();
            return (await Promise.all(targets.map((target) => problemsOf(target, state, facts, mendedAt)))).flat();
        },
        returns: {
            arrange: way.arrange,
            async cancel() {
                const schedules = await (0,cancel_returns/* schedulesOf */.w)(record.returns, plan, (0,drill_facts/* uncancelled */.vt)(context));
                await (0,cancel_returns/* cancelReturns */.m)(record.returns, schedules, context.clock.now());
            },
        },
        ...(fault !== undefined &&
            record.kind === 'outage' && {
            fault: {
                async mend() {
                    await fault.mend();
                    mendedAt = context.clock.now();
                },
                async inject() {
                    await assertOpen(record, states);
                    injectedAt = context.clock.now();
                    await fault.inject();
                },
            },
        }),
        away: moves.away,
        back: moves.back,
        stay: moves.stay,
        settle: moves.settle,
        ...(probes !== undefined && { probes }),
    };
    return { ports, moves };
}

// EXTERNAL MODULE: ./src/commands/failover/drill/telling.ts
var telling = __webpack_require__(51858);
;// CONCATENATED MODULE: ./src/commands/failover/drill/end.ts








/** Longest that the targets which traffic comes back to are waited for. */
const PATIENCE_MS = 60_000;
/** Ends a drill whose process died: its leases are free, so it is at work no more. */
async function endLeftOver(found, { startedAt, facts, states, state, options, asOther }) {
    const { environment, plan, context, settings } = facts;
    const common = { command: 'drill', startedAt, instances: [], release: plan.release };
    if (found === undefined) {
        const notes = ['no drill is left over'];
        return (0,result/* runResult */.X)(environment, { ...common, status: 'no-change', notes }, context);
    }
    if (found.ended === undefined)
        refuseUnknown(found, states.heard());
    const { from, to, returns, id } = found;
    const about = { startedAt, from, to, returns, readiness: [] };
    const own = { ...facts, kind: found.kind, id, reason: found.reason };
    const early = `it was left over: begun at ${found.at} by ${found.who}${asOther ? '; run it again for a new one' : ''}`;
    if (options['dry-run'] === true)
        return (0,telling/* endOf */.p)({ ...about, outcome: 'rehearsed', why: early, moves: [], deviations: [] }, own, options);
    const probes = plan.probe && (0,probing/* startProbes */.o)(plan.probe, (0,drill_facts/* uncancelled */.vt)(context));
    try {
        const since = context.clock.now();
        const way = { returns, arrange: async () => { } };
        const request = (0,drill_facts/* requestOfRecord */._d)(found);
        const parts = portsOf({ request, since, record: found, states, way, ...(probes && { probes }) }, own);
        if (found.ended !== undefined) {
            await mendEnded(found, parts.ports);
            return (0,result/* runResult */.X)(environment, { ...common, status: 'succeeded', notes: clearedNotes(found, state) }, context);
        }
        const { abort, holdMs } = settings.drill;
        const drill = {
            record: found,
            targets: plan.targets,
            holdMs,
            patienceMs: PATIENCE_MS,
            abort: { share: abort.belowPercent / 100, windowMs: abort.windowMs },
        };
        const { outcome, why, deviations } = await endDrill(drill, hasMoved(found, state), early, parts.ports);
        await probes?.stop(true);
        const told = { ...about, outcome, ...(why !== undefined && { why }), deviations, moves: parts.moves.reports };
        return await (0,telling/* endOf */.p)({ ...told, ...(probes && { probes }) }, own, options);
    }
    catch (error) {
        context.report({ type: 'note', level: 'warning', text: `${leftText(found)}: ${(0,errors/* errorText */.kc)(error)}` });
        throw error;
    }
    finally {
        await probes?.stop(false);
    }
}
/** What was taken away of a drill that has ended. */
function clearedNotes({ at, injected, returns }, { failover }) {
    const told = failover?.done === false
        ? `traffic was not told who is active: the move to ${failover.to.join(', ')} is not finished, and its repetition does that`
        : 'traffic was told once more who is active';
    return [
        ...(injected ? [`what the drill of ${at} had injected is taken back`] : []),
        ...(returns.length > 0 ? [`what the drill of ${at} had scheduled is taken away, and ${told}`] : []),
    ];
}
/** What is so when a drill could not be ended, or cleared away. */
function leftText({ at, ended }) {
    return ended === undefined
        ? `the drill of ${at} is still open`
        : `the drill of ${at} has ended, and something of it may still be left`;
}

;// CONCATENATED MODULE: ./src/commands/failover/drill/moving.ts



















const DEFAULT_REVERT_MS = 30 * 60_000;
const DEFAULT_PATIENCE_MS = 300_000;
/** A drill that moves traffic, or the end of one that was left over. It holds every target: nobody deploys meanwhile. */
async function moveOrEnd(kind, asked) {
    const { environment, options, context } = asked;
    const startedAt = context.clock.now();
    const lockWaitMs = options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn;
    const leases = options['dry-run'] !== true;
    const works = (0,target_work/* createTargetWork */.J2)(environment, { command: 'drill', lockWaitMs, leases, makesBuckets: false }, context);
    try {
        const reachable = await (0,prove_targets/* proveTargets */.t)(works, options, context);
        await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
        const states = (0,active_states/* activeStatesOf */.s)(environment, reachable, context);
        const state = await states.read();
        const facts = await (0,drill_facts/* factsOf */.xS)(asked, kind ?? state.drill?.kind ?? 'switchover', { works, reachable });
        const found = (0,drill_record/* leftOverDrill */.ln)(state);
        if (kind === undefined || found !== undefined)
            return await endLeftOver(found, { startedAt, facts, states, state, options, asOther: kind !== undefined });
        const missing = environment.targets.filter(({ name }) => !reachable.some(({ target }) => target.name === name));
        if (missing.length > 0) {
            const names = missing.map(({ name }) => name).join(', ');
            throw new errors/* UserError */.yo('target-unreachable', `${names} cannot be reached: a drill needs every region`);
        }
        return await newDrill({ startedAt, facts, states, state, options });
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
}
async function newDrill({ startedAt, facts, states, state, options }) {
    const { plan, settings, kind, context, id, who, reason } = facts;
    const request = (0,load_plan/* requestOf */.fo)(options, plan.targets);
    const move = (0,failover_move/* decideMove */.qW)(request, plan.targets, state);
    await refuseBadMoment(move, state, facts);
    const staying = (0,failover_move/* survivors */.Ql)(request, plan.targets);
    (0,failover_mechanism/* mechanismOf */.D)(plan, staying, { reason, override: [], graceful: true }, context).check(move);
    const since = context.clock.now();
    const holdMs = options.hold ?? settings.drill.holdMs;
    const patienceMs = plan.probe?.timeoutMs ?? DEFAULT_PATIENCE_MS;
    const way = await wayOf(move, since, holdMs + 2 * patienceMs, facts, options);
    const weightsBefore = await (0,weights_back/* weightsNow */.kO)(plan, context);
    const record = {
        ...(weightsBefore !== undefined && { weightsBefore }),
        ...{ id, kind, from: move.leaving, to: move.active, inactiveBefore: state.inactive },
        ...{ at: new Date(since).toISOString(), who, reason, returns: way.returns, injected: false },
    };
    const abort = { share: settings.drill.abort.belowPercent / 100, windowMs: settings.drill.abort.windowMs };
    const drill = { record, targets: plan.targets, holdMs, patienceMs, abort };
    const about = { startedAt, from: move.leaving, to: move.active, returns: way.returns };
    if (options['dry-run'] === true) {
        const readiness = await Promise.all([...move.leaving, ...move.active].map(async (target) => ({
            target,
            problems: await problemsOf(target, state, facts),
        })));
        const problems = readiness.flatMap((one) => one.problems);
        const why = problems.length === 0 ? {} : { why: problems.join('; ') };
        return (0,telling/* endOf */.p)({ ...about, outcome: 'rehearsed', ...why, readiness, moves: [], deviations: [] }, facts, options);
    }
    await (0,consent/* checkConfirmation */._)(move, request, options, context);
    const probes = plan.probe && (0,probing/* startProbes */.o)(plan.probe, (0,drill_facts/* uncancelled */.vt)(context));
    try {
        const parts = portsOf({ request, since, record, states, way, ...(probes && { probes }) }, facts);
        const end = await runDrill(drill, parts.ports);
        await probes?.stop(true);
        const { outcome, why, deviations, marks } = end;
        const told = { ...about, outcome, ...(why !== undefined && { why }), deviations, moves: parts.moves.reports };
        const injected = marks.injected === undefined ? {} : { injectedAt: marks.injected };
        return await (0,telling/* endOf */.p)({ ...told, ...injected, readiness: [], ...(probes && { probes }) }, facts, options);
    }
    finally {
        await probes?.stop(false);
    }
}
/** @throws UserError for a day on which traffic is somewhere else than usual, or on its way */
async function refuseBadMoment(move, state, facts) {
    const { environment, context, kind, settings } = facts;
    const { failover } = state;
    if (failover?.done === false) {
        throw new errors/* UserError */.yo('failover-under-way', `${failover.who} is moving traffic since ${failover.at}`, {
            fix: ['Let it end, or repeat it.'],
        });
    }
    if (move.leaving.length === 0) {
        throw new errors/* UserError */.yo('drill-nothing-to-move', `nobody but ${move.active.join(', ')} is active`, {
            fix: ['Name a target to move to that does not serve alone.'],
        });
    }
    if (kind === 'outage' && settings.drill.inject === undefined) {
        throw new errors/* UserError */.yo('drill-inject-missing', 'nothing says what an outage drill breaks', {
            fix: ['Give failover.drill.inject with command and revert; or drill with kind switchover.'],
        });
    }
    const rollout = await (await (0,visible_journal/* visibleJournal */.A)(environment, context))?.readAll();
    if (rollout === undefined || rollout.course === 'closed' || rollout.course === 'failed')
        return;
    throw new errors/* UserError */.yo('rollout-open', `release ${rollout.release.id} is rolled out since ${rollout.openedAt}`, {
        fix: ['Let it end, promote it or give it up first: a drill begins where every target has the same release.'],
    });
}
/** @throws UserError `drill-no-way-back`, `drill-blind`, `drill-revert-early` */
async function wayOf(move, since, longestMs, { plan, settings, who, context }, options) {
    if (options.leave) {
        if (options['revert-after'] === undefined)
            return { returns: [], arrange: async () => { } };
        throw (0,way_back/* noWayBack */.a3)('leave and revert-after exclude each other', 'Give one of them.');
    }
    const revertMs = options['revert-after'] ?? Math.max(DEFAULT_REVERT_MS, longestMs + 60_000);
    if (revertMs <= longestMs) {
        throw new errors/* UserError */.yo('drill-revert-early', `the drill may take ${Math.ceil(longestMs / 60_000)} minutes: AWS would bring traffic back in the middle of it`, { fix: [`Give ${context.nameOption('revert-after')} more, or ${context.nameOption('hold')} less.`] });
    }
    return (0,way_back/* wayBackOf */.m3)({ plan, move, settings: settings.drill, since, at: since + revertMs, who }, context);
}


/***/ }),

/***/ 51858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_drill_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8012);
/* harmony import */ var _failover_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62858);
/* harmony import */ var _failover_wanted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98559);
/* harmony import */ var _records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22675);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98634);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4493);
/* harmony import */ var _reporting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6868);









const ENDS = {
    passed: { status: 'succeeded', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.ok },
    rehearsed: { status: 'planned', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.ok },
    'not-measured': { status: 'inconclusive', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.inconclusive },
    failed: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    aborted: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    left: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    overridden: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
};
/** Writes the report, remembers the drill in every region that answers, and makes the result of the run. */
async function endOf(told, facts, options) {
    const { environment, context, plan } = facts;
    const report = reportOf(told, facts);
    await writeDrill(report, told.probes?.results ?? [], options['report-folder'], facts);
    if (report.outcome !== 'rehearsed')
        await remember(report, facts);
    const { why, outcome, deviations } = report;
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .runResult */ .X)(environment, {
        command: 'drill',
        startedAt: told.startedAt,
        instances: [],
        release: plan.release,
        ...ENDS[outcome],
        drill: report,
        notes: deviations,
        ...(why !== undefined && outcome !== 'rehearsed' && { failure: why }),
    }, context);
}
function reportOf(told, { plan, kind, id, who, reason, incident, context }) {
    const { application, environment, mechanism, sha256, compiledAt, release } = plan;
    const { outcome, why, from, to, readiness, returns, moves, deviations, probes, startedAt, injectedAt } = told;
    const wanted = probes && (0,_failover_wanted_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedOf */ .L)([...from, ...to], plan.targets, probes.regionKnown);
    return {
        schema: 1,
        id,
        kind,
        outcome,
        ...(why !== undefined && { why }),
        application,
        environment,
        mechanism: mechanism.kind,
        from,
        to,
        who,
        reason,
        ...(incident !== undefined && { incident }),
        version: context.version,
        plan: { sha256, compiledAt, release: release.id },
        startedAt: new Date(startedAt).toISOString(),
        endedAt: new Date(context.clock.now()).toISOString(),
        ...(injectedAt !== undefined && { injectedAt: new Date(injectedAt).toISOString() }),
        readiness,
        returns,
        moves,
        probes: probes && wanted ? (0,_failover_report_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)({ ...probes, wanted }) : _failover_report_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_MEASURED */ .pJ,
        deviations,
    };
}
const DEFAULT_FOLDER = 'drill-report';
async function writeDrill(report, probes, folder, { context }) {
    const [{ drillMarkdown }, { drillHtml }, { drillJunit }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6730).then(__webpack_require__.bind(__webpack_require__, 96730)),
        __webpack_require__.e(/* import() */ 8338).then(__webpack_require__.bind(__webpack_require__, 58338)),
        __webpack_require__.e(/* import() */ 1875).then(__webpack_require__.bind(__webpack_require__, 81875)),
    ]);
    const markdown = drillMarkdown(report);
    await (0,_reporting_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFiles */ .hV)(folder ?? DEFAULT_FOLDER, {
        'drill-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
        'drill-report.md': markdown,
        'drill-report.html': drillHtml(report, probes, markdown),
        'drill-report.xml': drillJunit(report),
        ...(probes.length > 0 && { 'probes.csv': (0,_reporting_js__WEBPACK_IMPORTED_MODULE_5__/* .csvOf */ .Qc)(probes) }),
    }, context);
}
/** In the region of every target: who, when, how it ended, and the whole report beside it. */
async function remember(report, { environment, reachable, context }) {
    const { id, kind, outcome, startedAt, endedAt, who, reason, why } = report;
    if (outcome === 'rehearsed')
        return;
    const note = (0,_record_places_js__WEBPACK_IMPORTED_MODULE_3__/* .noteIn */ .Cr)(context);
    const seconds = (0,_failover_drill_report_js__WEBPACK_IMPORTED_MODULE_8__/* .recoverySeconds */ .B)(report);
    const past = {
        ...{ id, kind, outcome, at: startedAt, endedAt, who, reason },
        ...(seconds !== undefined && { rtoSeconds: seconds }),
        ...(why !== undefined && { why }),
    };
    try {
        const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_3__/* .visiblePlaces */ .fj)(environment, reachable, context);
        await Promise.all(places.map(async ({ storage, bucket, target }) => {
            try {
                await storage.putText(await bucket(), (0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .drillReportKey */ .by)(environment, id), JSON.stringify(report));
            }
            catch (error) {
                note(`the report of the drill could not be kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`, target);
            }
        }));
        await (0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .keepDrill */ .t)((0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .drillHistoryKey */ .Th)(environment), past, places, note);
    }
    catch (error) {
        const text = `the drill could not be remembered: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
    }
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
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);




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
    return (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, works), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context), context.clock);
}
/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleActiveStates(environment, works, context) {
    const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePlaces */ .fj)(environment, works, context);
    return places.length === 0
        ? undefined
        : (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), places, (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context), context.clock);
}


/***/ }),

/***/ 63934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ goodTargets),
/* harmony export */   tn: () => (/* binding */ findStacks),
/* harmony export */   xu: () => (/* binding */ serves)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53860);


/** Looks at all stacks of these targets. @throws AwsError, except where a region does not answer */
async function findStacks({ instances }, works) {
    const find = async ({ target, session }) => {
        const own = instances.filter((instance) => instance.target.name === target.name);
        const found = own.map(async ({ stack: { key, stackName } }) => {
            try {
                return { key, stack: await session.cloudformation.describeStack(stackName) };
            }
            catch (error) {
                // Nobody knows how it is, so it gets no traffic; what else is wrong is said where it matters.
                if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable')
                    return { key, stack: 'unknown' };
                throw error;
            }
        });
        return [target.name, await Promise.all(found)];
    };
    return new Map(await Promise.all([...works.values()].map(find)));
}
/** Targets whose stacks are all there and in a state that a deployment may leave behind. */
async function goodTargets(environment, works) {
    const found = [...(await findStacks(environment, works))];
    return new Set(found.flatMap(([name, own]) => (own.length > 0 && own.every(serves) ? [name] : [])));
}
/** A stack that CloudFormation restored after a failed update is what it was before: it serves. */
function serves({ stack }) {
    if (stack === undefined || stack === 'unknown')
        return false;
    const { success, end, next } = (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statusMeaning */ .uj)(stack.status);
    return success || (end === 'failed' && next === 'update');
}


/***/ }),

/***/ 10370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ visibleJournal)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The kept rollout to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleJournal(environment, context) {
    const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
    const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePlaces */ .fj)(environment, works, context);
    return places.length === 0 ? undefined : (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), places, (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}


/***/ }),

/***/ 8012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ recoverySeconds)
/* harmony export */ });
/** Measured recovery time of the move away; undefined: not measured. */
function recoverySeconds({ moves }) {
    const seconds = moves[0]?.rto.seconds;
    return typeof seconds === 'number' ? seconds : undefined;
}


/***/ }),

/***/ 33347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hj: () => (/* binding */ noticed),
/* harmony export */   p7: () => (/* binding */ servedBefore),
/* harmony export */   yG: () => (/* binding */ tooFewGood)
/* harmony export */ });
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4368);

/** Fewer probes than these say nothing about a share. */
const FEWEST = 3;
const POLL_MS = 250;
/** A sentence once too few of the probes of the last while were good; undefined as long as that is not so. */
function tooFewGood(probes, wanted, { share, windowMs }, from, now) {
    const since = now - windowMs;
    if (since < from)
        return undefined;
    const asked = probes.filter(({ at }) => at >= since && at <= now);
    const good = asked.filter((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(probe, wanted)).length;
    if (asked.length < FEWEST || good >= asked.length * share)
        return undefined;
    return `only ${good} of the ${asked.length} probes of the last ${windowMs / 1000} s were good`;
}
/** Waits until users are served as they should be before anything is touched. @returns whether they are */
async function servedBefore(wanted, began, { probes, clock, signal }) {
    for (;;) {
        if (probes === undefined || (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .recoveredAt */ .D)(probes.results, wanted, probes.stableMs) !== undefined)
            return true;
        // A drill is for good days: it does not wait for one.
        if (clock.now() - began >= probes.stableMs * 3)
            return false;
        await clock.sleep(POLL_MS, signal);
    }
}
/** So many answers one after the other from somewhere else: traffic has left by itself. */
const GONE = 5;
/**
 * Waits until a probe tells of the injected failure: it is bad, or nobody is served by the broken targets any more.
 * @param broken what an answer of theirs is
 * @returns whether one did
 */
async function noticed(broken, injected, patienceMs, { probes, clock, signal }) {
    const started = clock.now();
    for (;;) {
        if (probes === undefined)
            return true;
        const since = probes.results.filter(({ at }) => at >= injected);
        if (since.some(isBad))
            return true;
        if (broken.regionKnown && since.length >= GONE && !since.slice(-GONE).some((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(probe, broken)))
            return true;
        if (clock.now() - started >= patienceMs)
            return false;
        await clock.sleep(POLL_MS, signal);
    }
}
function isBad({ status }) {
    return status === undefined || status < 200 || status >= 300;
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ drillDue),
/* harmony export */   Th: () => (/* binding */ drillHistoryKey),
/* harmony export */   by: () => (/* binding */ drillReportKey),
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   k0: () => (/* binding */ countsAsDrill),
/* harmony export */   t: () => (/* binding */ keepDrill)
/* harmony export */ });
/* unused harmony export parseDrills */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10533);




/** Drills that are remembered; of more the oldest are forgotten. */
const KEPT = 20;
/** Somebody else writes a record of theirs at the same moment. */
const ATTEMPTS = 3;
const VERSION = 1;
/** Where the drills of an environment are remembered in the bucket of each of its targets. */
function drillHistoryKey(subject) {
    return `${folderOf(subject)}.json`;
}
/** Where the report of a drill lies. */
function drillReportKey(subject, id) {
    return `${folderOf(subject)}/${encodeURIComponent(id)}.json`;
}
function folderOf({ application, name }) {
    return `sam-multi-region/drills/${encodeURIComponent(application)}/${encodeURIComponent(name)}`;
}
/** Drills as any of these targets remembers them, oldest first. What cannot be read is noted. */
async function readDrills(key, places, note) {
    const found = await Promise.all(places.map(async ({ target, storage, bucket }) => {
        try {
            const stored = await storage.getText(await bucket(), key);
            return stored === undefined ? [] : parseDrills(stored.text);
        }
        catch (error) {
            note(`the drills that it remembers cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, target);
            return [];
        }
    }));
    return merged(found.flat());
}
/** Adds a drill in every one of these targets. What cannot be kept is noted: the others have it. */
async function keepDrill(key, drill, places, note) {
    const known = await readDrills(key, places, () => { });
    await Promise.all(places.map(async (place) => {
        try {
            await addTo(place, key, [...known, drill]);
        }
        catch (error) {
            note(`the drill could not be remembered: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
        }
    }));
}
async function addTo({ storage, bucket }, key, drills) {
    const name = await bucket();
    for (let attempt = 1;; attempt += 1) {
        const stored = await storage.getText(name, key);
        const all = merged([...(stored === undefined ? [] : parseDrills(stored.text)), ...drills]).slice(-KEPT);
        const condition = stored === undefined ? { ifAbsent: true } : { ifMatch: stored.etag };
        try {
            await storage.putText(name, key, JSON.stringify({ version: VERSION, drills: all }), condition);
            return;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict' || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** Nothing of a document that is damaged or of another version: a drill that is forgotten is due again. */
function parseDrills(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { drills } = value ?? {};
    return value?.['version'] === VERSION && Array.isArray(drills) ? drills.filter(isPastDrill) : [];
}
/** Each drill once, oldest first. */
function merged(drills) {
    const byId = new Map(drills.map((drill) => [drill.id, drill]));
    return [...byId.values()].sort((one, other) => Date.parse(one.endedAt) - Date.parse(other.endedAt));
}
function isPastDrill(value) {
    const { id, kind, outcome, at, endedAt, who, reason, rtoSeconds, why } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value) ?? {};
    return ([id, at, endedAt, who, reason].every((text) => typeof text === 'string') &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isKind */ .VF)(kind) &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcome */ .L2)(outcome) &&
        (rtoSeconds === undefined || typeof rtoSeconds === 'number') &&
        (why === undefined || typeof why === 'string'));
}
/** Whether traffic was moved and came back, and users were served: what a due date counts from. */
function countsAsDrill({ kind, outcome }) {
    return (kind === 'switchover' || kind === 'outage') && (outcome === 'passed' || outcome === 'not-measured');
}
/** When the next drill that moves traffic is due, milliseconds since the epoch. Where none was ever done: now. */
function drillDue(drills, everyMs, now) {
    const last = drills.findLast(countsAsDrill);
    return last === undefined ? now : Date.parse(last.endedAt) + everyMs;
}


/***/ })

};
