export const id = 8506;
export const ids = [8506,1782];
export const modules = {

/***/ 56887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failover: () => (/* binding */ failover)
});

// EXTERNAL MODULE: ./src/failover/contact-rules.ts
var contact_rules = __webpack_require__(31724);
// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/failover/partitions.ts
var partitions = __webpack_require__(47055);
// EXTERNAL MODULE: ./src/failover/run.ts + 11 modules
var run = __webpack_require__(77109);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/commands/failover/break-glass.ts

/** Refusals of credentials. They come with the first question, before anything is written. */
const ABOUT_CREDENTIALS = new Set([
    'expired-token',
    'no-credentials',
    'invalid-credentials',
    'role-refused',
    'oidc-unavailable',
    'oidc-failed',
]);
/**
 * The same error with a way that needs neither GitHub nor Identity Center: at night the usual advice may be lost with the
 * region.
 * @param region that takes over, as far as it is known: STS is asked there
 */
function withBreakGlass(error, region) {
    if (!(error instanceof errors/* UserError */.yo) || !ABOUT_CREDENTIALS.has(error.code))
        return error;
    const where = region ?? 'REGION';
    return new errors/* UserError */.yo(error.code, `nothing was moved: ${error.message}`, {
        fix: [
            ...error.fix,
            `Without GitHub and Identity Center, with the keys of the break-glass user: aws sts get-session-token --region ${where} --serial-number ARN_OF_MFA --token-code CODE. Then run the same command again.`,
        ],
        cause: error,
    });
}

// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/ends.ts
var ends = __webpack_require__(17787);
// EXTERNAL MODULE: ./src/failover/patience.ts
var failover_patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/records/active-state.ts
var active_state = __webpack_require__(38286);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
;// CONCATENATED MODULE: ./src/enough-answers.ts
/**
 * Asks in the order given, and not more than are needed: who fails (undefined) or is silent is replaced by the next. What is
 * still under way at the end goes on by itself.
 * @returns the answers as they came, at most a few more than enough; fewer when everybody was asked and no more came
 * @throws what the first of them throws
 */
function enoughAnswers(asks, { enough, atOnce = enough, silentMs, clock }) {
    const answers = [];
    const over = new AbortController();
    const waiting = asks.values();
    let open = 0;
    return new Promise((resolve, reject) => {
        const next = () => {
            const ask = waiting.next().value;
            if (ask === undefined || over.signal.aborted)
                return;
            open += 1;
            let replaced = false;
            const replace = () => {
                if (!replaced)
                    next();
                replaced = true;
            };
            const answered = new AbortController();
            clock.sleep(silentMs, AbortSignal.any([answered.signal, over.signal])).then(replace, () => undefined);
            ask()
                .then((answer) => {
                open -= 1;
                if (answer === undefined)
                    replace();
                else
                    answers.push(answer);
                answered.abort();
                if (answers.length >= enough || open === 0)
                    resolve(answers);
            })
                .catch(reject);
        };
        for (let first = 0; first < atOnce; first += 1)
            next();
        if (open === 0)
            resolve(answers);
    }).finally(() => over.abort());
}

// EXTERNAL MODULE: ./src/records/look.ts
var look = __webpack_require__(59483);
// EXTERNAL MODULE: ./src/records/state-copies.ts
var state_copies = __webpack_require__(241);
;// CONCATENATED MODULE: ./src/records/failover-states.ts




/** Who takes over is asked first, and what is wanted follows from nobody's memory: the others show who else is at work. */
const ENOUGH_TO = 3;
/** So many copies that agree are believed where who stays active follows from them. */
const ENOUGH_FROM = 5;
/** So many copies are kept before traffic moves. */
const KEPT_FIRST = 3;
/** Milliseconds after which another target is asked in place of one that is silent. */
const SILENT_MS = 1_000;
/**
 * Two failovers that begin at once must meet in a copy before either moves traffic. Both keep theirs in the first two
 * targets of the same order at least, so they miss each other only where two regions answer one of them and not the other.
 */
function createFailoverStates(copies, { among, request, clock }) {
    const [first, enough] = 'to' in request ? [request.to, ENOUGH_TO] : [undefined, ENOUGH_FROM];
    let allowed = inOrder(among);
    /** What each target answered last, or was told. */
    let heard = new Map();
    const asking = new Map();
    /** What was decided on. */
    let base = 0;
    let saved;
    let everywhere = false;
    function inOrder(targets) {
        const ordered = copies.targets.filter((target) => targets.includes(target));
        return [...ordered.filter((target) => target === first), ...ordered.filter((target) => target !== first)];
    }
    const ask = (target) => {
        const known = asking.get(target);
        if (known !== undefined)
            return known;
        const asked = copies.ask(target).then((answer) => {
            if (answer === undefined)
                return undefined;
            heard.set(target, answer.state);
            return true;
        });
        asking.set(target, asked);
        asked.catch(() => undefined).then(() => asking.delete(target));
        return asked;
    };
    const unheard = () => allowed.filter((target) => !heard.has(target));
    /** Copies that differ are no reason to believe the newest of a few: then everybody is asked. */
    const readEnough = async () => {
        const wanted = Math.min(enough, allowed.length) - (allowed.length - unheard().length);
        const askedNow = new Set();
        const askNow = (target) => {
            askedNow.add(target);
            return ask(target);
        };
        if (wanted > 0)
            await enoughAnswers(unheard().map((target) => () => askNow(target)), { enough: wanted, silentMs: SILENT_MS, clock });
        const serials = new Set(allowed.filter((target) => heard.has(target)).map((target) => heard.get(target)?.serial ?? 0));
        // Who was silent just now is not waited for a second time: that alone could take longer than a decision may.
        const others = unheard().filter((target) => !askedNow.has(target) || asking.has(target));
        if (serials.size > 1)
            await Promise.all(others.map(ask));
        if (!allowed.some((target) => heard.has(target)))
            throw (0,state_copies/* nobodyAnswers */.D)();
        // What was heard before and is not heard now counts all the same.
        const found = copies.newest();
        // A read that ends late must not take what was kept meanwhile for what was decided on.
        if (saved === undefined)
            base = found.serial;
        return found;
    };
    const write = async (state, targets) => {
        await copies.write(state, targets);
        for (const target of targets) {
            if (copies.answered(target))
                heard.set(target, state);
            // Once only may it have been silent: the next write to everybody asks it again.
            else
                heard.delete(target);
        }
    };
    return {
        look: () => (0,look/* lookAt */.t)(allowed, copies, clock),
        async read() {
            heard = new Map();
            return readEnough();
        },
        async among(targets) {
            allowed = inOrder(targets);
            return readEnough();
        },
        async save(state, asOf) {
            if (everywhere)
                await Promise.all(unheard().map(ask));
            const next = copies.following(state, asOf);
            const answering = allowed.filter((target) => copies.answered(target));
            saved = next;
            await write(next, everywhere ? answering : answering.slice(0, KEPT_FIRST));
            return next;
        },
        async spread() {
            everywhere = true;
            await Promise.all(unheard().map(ask));
            const behind = allowed.filter((target) => copies.answered(target) && heard.get(target)?.serial !== saved?.serial);
            const others = behind.map((target) => heard.get(target));
            const later = (0,active_state_document/* newestState */.Qp)(others);
            if (later.serial > base)
                return later;
            if (saved !== undefined && behind.length > 0)
                await write(saved, behind);
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./src/same-names.ts
var same_names = __webpack_require__(39912);
// EXTERNAL MODULE: ./src/commands/failover/consumers.ts
var failover_consumers = __webpack_require__(73380);
// EXTERNAL MODULE: ./src/commands/failover/drill/cancel-returns.ts
var cancel_returns = __webpack_require__(6939);
;// CONCATENATED MODULE: ./src/commands/failover/drill/ended-returns.ts



/** Less than a failover waits for. */
const PATIENCE_MS = 1_500;
const LATER = 'drill --end takes it away, and tells traffic once more who is active';
/** What a drill had scheduled in regions that stay; a lost one is not asked. */
async function endedReturns({ returns, injected }, plan, context) {
    const left = injected ? ['what the drill had injected may still be there: drill --end takes it back'] : [];
    try {
        const done = await (0,failover_patience/* patienceOf */.H)(context.clock, PATIENCE_MS)((0,cancel_returns/* cancelReturns */.m)(returns, await (0,cancel_returns/* schedulesOf */.w)(returns, plan, context), context.clock.now()).then(() => true));
        if (done)
            return { gone: true, said: left };
        return { gone: false, said: [...left, `what the drill had scheduled could not be deleted in time: ${LATER}`] };
    }
    catch (error) {
        return { gone: false, said: [...left, `${(0,errors/* errorText */.kc)(error)}. ${LATER}`] };
    }
}

// EXTERNAL MODULE: ./src/commands/failover/hooks.ts
var failover_hooks = __webpack_require__(93045);
// EXTERNAL MODULE: ./src/commands/failover/mechanism.ts + 2 modules
var failover_mechanism = __webpack_require__(34782);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/failover-ports.ts














/** One region that is slow must not hide what the others know: less than a failover waits for all of them. */
const PLACE_PATIENCE_MS = 1_500;
/** The effects of a failover on real AWS. */
function portsOf(plan, { request, staying, said, leases, fences, moved }, context) {
    const { clock, report, signal } = context;
    const { graceful } = said;
    const key = (0,active_state_document/* activeStateKey */.XY)({ application: plan.application, name: plan.environment });
    const note = (text, target) => report({ type: 'note', level: 'warning', text, target });
    const patience = (0,failover_patience/* patienceOf */.H)(clock, PLACE_PATIENCE_MS);
    const names = plan.targets.map(({ name }) => name);
    const places = (0,survivors/* placesOf */.ek)(plan, names, context);
    const few = createFailoverStates((0,state_copies/* createStateCopies */.$)(key, places, note, clock, patience), {
        among: staying,
        request,
        clock,
    });
    const [consumers, hooks] = [(0,failover_consumers/* consumersOfPlan */._)(plan, context), (0,failover_hooks/* hooksOfPlan */.Z)(plan, context)];
    const mechanism = (0,failover_mechanism/* mechanismOf */.D)(plan, staying, said, context);
    let told = false;
    return {
        clock,
        report,
        signal,
        ...(consumers !== undefined && { consumers }),
        ...(hooks !== undefined && { hooks }),
        state: graceful ? (0,active_state/* createActiveStates */.p)(key, places, note, clock, patience) : few,
        mechanism: {
            ...mechanism,
            async apply(move, stop, guard) {
                // Told once more (failover/once-more.ts): what begins once traffic was told to move has begun.
                if (told)
                    return mechanism.apply(move, stop, guard);
                // Users are not sent to functions that an earlier failover stopped. Who stays has users already.
                const lifted = 'to' in request ? await fences.lift(move.active) : [];
                const said = await mechanism.apply(move, stop, guard);
                told = true;
                moved(move);
                return [...lifted, ...said];
            },
        },
        stopDeployments: ({ active }) => leases.seize(graceful ? staying : active),
        endDrill: (drill) => endedReturns(drill, plan, context),
        async narrow(move) {
            if (graceful)
                return undefined;
            const lost = (0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets);
            context.aws.restrictContacts((0,contact_rules/* contactRule */.TF)(plan.mechanism.kind, (0,partitions/* partitionOf */.i)(move.active, plan.targets), lost));
            // Who was not active before may be there too: what is decided now is kept in every region that survives.
            const kept = (0,failover_move/* keptTargets */.fd)(move, plan.targets);
            return (0,same_names/* sameNames */.F)(kept, staying) ? undefined : few.among(kept);
        },
    };
}

// EXTERNAL MODULE: ./src/failover/verify.ts
var verify = __webpack_require__(17533);
// EXTERNAL MODULE: ./src/commands/failover/fencing.ts + 4 modules
var failover_fencing = __webpack_require__(18053);
;// CONCATENATED MODULE: ./src/commands/failover/fence-left.ts


/**
 * Where several were left at once, one of them is lost and the others are there: once users are seen to be served they are
 * told which targets are active, as those that stay were before. Where one was left it is the lost one, and is not asked.
 * Of a graceful move all of them know.
 */
async function tellLeft(...[plan, end, asked, ports, context]) {
    if (asked.graceful === true || end.move.leaving.length < 2)
        return { deviations: [] };
    return fenceLeft(plan, end, asked, ports, context, 'told');
}
/**
 * Fences what a failover left, once users are seen to be served. A failover that was done before is looked at anew: that
 * is how a region is fenced that did not answer then. Nothing of it makes a failover fail.
 */
async function fenceLeft(plan, { outcome, move }, { targets, rehearse }, ports, context, only) {
    if (rehearse || outcome === 'failed')
        return { deviations: [] };
    const names = move.leaving.length > 0 ? move.leaving : move.inactive;
    const served = outcome === 'verified' || (outcome === 'already-active' && (await isServed()));
    const done = only === 'told' ? 'told that it is not active' : 'fenced';
    if (!served)
        return told([`${names.join(', ')} was not ${done}: users were not seen to be served`]);
    const text = only === 'told' ? `telling ${names.join(', ')} that it is not active` : `fencing ${names.join(', ')}`;
    context.report({ type: 'step.started', step: 'failover-fenced', text });
    // Where nobody tells who is active, the region that was left cannot learn it either; the rest is fenced.
    const kept = await ports.state.read().catch(() => undefined);
    const fencing = await (0,failover_fencing/* fence */.E)(plan, names, kept, context, only);
    const verb = only === 'told' ? 'telling' : 'fencing';
    const durationMs = fencing.endedAt - fencing.startedAt;
    context.report({ type: 'step.finished', step: 'failover-fenced', text, durationMs });
    const open = fencing.steps.filter(({ result }) => result !== 'done');
    return {
        fencing,
        ...told(open.map(({ target, what, result, detail }) => `${verb} ${target}, ${what}: ${result}, ${detail}`)),
    };
    async function isServed() {
        return typeof (await (0,verify/* verify */.M)(move, { targets }, ports)) === 'number';
    }
    function told(deviations) {
        for (const deviation of deviations)
            context.report({ type: 'note', level: 'warning', text: deviation });
        return { deviations };
    }
}

// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/records/rollout-document.ts
var rollout_document = __webpack_require__(69345);
// EXTERNAL MODULE: ./src/records/rollout-journal.ts
var rollout_journal = __webpack_require__(17509);
// EXTERNAL MODULE: ./src/rollout/open-rollout.ts
var open_rollout = __webpack_require__(80893);
// EXTERNAL MODULE: ./src/rollout/revert.ts
var rollout_revert = __webpack_require__(13391);
// EXTERNAL MODULE: ./src/rollout/weights.ts
var weights = __webpack_require__(95544);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
;// CONCATENATED MODULE: ./src/commands/failover/pending-revert.ts









/** What a region that stays has to say, and what takes a schedule away: users are served already. */
const pending_revert_PATIENCE_MS = 5_000;
/**
 * The revert of a rollout that waits would leave no active target a weight: it was made for who was active then, and Route
 * 53 carries it out as long as nobody changed a weight, which a failover by another mechanism does not.
 */
function leavesNobody({ to }, active) {
    return active.every((name) => (0,weights/* weightOf */.mm)(to, name) === 0);
}
/**
 * Asks the regions that stay; none is asked where nothing can be scheduled, or the mechanism itself moves the weights: then a
 * revert that was made for other weights does nothing.
 */
function pendingRevert(plan, staying, context) {
    const { traffic, application, environment: name } = plan;
    if (traffic === undefined)
        return { moved: () => undefined, end: async () => [] };
    const patience = (0,failover_patience/* patienceOf */.H)(context.clock, pending_revert_PATIENCE_MS);
    // A copy that lies in one region only counts as well: each is asked for itself.
    const read = () => (0,survivors/* placesOf */.ek)(plan, staying, context).map((place) => patience((0,rollout_journal/* createRolloutJournal */.x)((0,rollout_document/* rolloutKey */.n)({ application, name }), [place], () => { }).readAll()).catch(() => undefined));
    const environment = {
        application,
        name,
        instances: [],
        targets: plan.targets.filter((target) => staying.includes(target.name)).map(survivors/* targetOf */.$r),
    };
    const remove = async (revert) => {
        const { later } = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
        return (0,rollout_revert/* removeRevert */.DU)(revert, later, context.clock.now());
    };
    const takeAway = async (active, rehearsed = false) => {
        const open = (0,open_rollout/* newestCopy */.YE)(await Promise.all(read()));
        if (open?.revert === undefined || open.course === 'closed')
            return [];
        const { revert } = open;
        const what = `the revert of ${revert.at}, for the rollout that waits,`;
        if (!leavesNobody(revert, active))
            return [];
        const harm = `${active.join(', ')} no weight`;
        if (rehearsed)
            return [`${what} would leave ${harm}: it would be taken away`];
        const byHand = `delete the schedule ${revert.name} in ${revert.region}, or it leaves ${harm}`;
        try {
            const removed = await patience(remove(revert).then((there) => ({ there })));
            if (removed === undefined)
                return [`${what} could not be taken away in time: ${byHand}`];
            // A call that is on its way comes all the same.
            const until = (0,rollout_revert/* strikesUntil */.Wc)(revert, context.clock.now());
            if (until !== undefined)
                return [
                    `${what} may have left ${harm}, or does so until ${new Date(until).toISOString()}: look at the weights`,
                ];
            if (!removed.there)
                return [`${what} is not scheduled any more: if it has left ${harm}, give them some with shift`];
            return [`${what} was taken away: it would have left ${harm}. See promote, abort and rollback`];
        }
        catch (error) {
            return [`${what} could not be taken away: ${byHand} (${(0,errors/* errorText */.kc)(error)})`];
        }
    };
    let taking;
    return {
        moved(active) {
            taking ??= takeAway(active).catch((error) => [(0,errors/* errorText */.kc)(error)]);
        },
        async end({ outcome, move: { active } }) {
            if (taking !== undefined)
                return taking;
            return outcome === 'failed' ? [] : takeAway(active, outcome === 'rehearsed');
        },
    };
}

// EXTERNAL MODULE: ./src/commands/failover/plan-copies.ts
var plan_copies = __webpack_require__(61782);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/failover/recovery-point.ts + 1 modules
var recovery_point = __webpack_require__(79681);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 4 modules
var reporting = __webpack_require__(6868);
;// CONCATENATED MODULE: ./src/commands/failover/source-probing.ts
/** One a second, to one server after the other: each has all answers of its zone. */
const INTERVAL_MS = 1_000;
/** Starts to ask. An answer that is late holds up no other question. */
function startSourceProbes(authority, { clock, names, signal }) {
    const answers = [];
    const stopping = new AbortController();
    const asked = new Set();
    let turn = Math.floor(clock.random() * authority.servers.length);
    const ask = () => {
        const at = clock.now();
        const server = authority.servers[turn++ % authority.servers.length];
        const one = names
            .addresses(authority.name, server)
            .then((answer) => ({ at, answer }), () => ({ at }))
            .then((result) => {
            answers.push(result);
            answers.sort((a, b) => a.at - b.at);
            asked.delete(one);
        });
        asked.add(one);
    };
    const loop = (async () => {
        while (!stopping.signal.aborted && !signal.aborted) {
            ask();
            await clock.sleep(INTERVAL_MS, stopping.signal).catch(() => undefined);
        }
    })();
    return {
        authority,
        answers,
        async stop() {
            stopping.abort();
            await loop;
            await Promise.all(asked);
        },
    };
}

// EXTERNAL MODULE: ./src/commands/failover/endpoint.ts
var endpoint = __webpack_require__(31656);
;// CONCATENATED MODULE: ./src/commands/failover/takers.ts




/** Milliseconds that a target has to answer: one that is slower than this does not take over in time. */
const takers_PATIENCE_MS = 4_000;
/** Milliseconds after which another is asked whether anybody can take over. */
const takers_SILENT_MS = 500;
/** So many are asked at first. */
const AT_ONCE = 3;
/**
 * Looks at the plan and asks each of these targets at its own endpoint. Nothing else is asked: not AWS, and nobody who
 * is left.
 */
function createTakers(plan, names, { force, all }, context) {
    const { clock } = context;
    const patience = (0,failover_patience/* patienceOf */.H)(clock, takers_PATIENCE_MS);
    const asking = new Map();
    const answers = new Map();
    const askNow = async (target) => {
        if (target.endpoint === undefined)
            return { target };
        const answer = await patience((0,endpoint/* askEndpoint */.N)({ ...target, endpoint: target.endpoint }, plan.probe, context));
        return { target, answer: answer ?? { good: false, text: `no answer in ${takers_PATIENCE_MS / 1000} s` } };
    };
    const ask = (target) => {
        const asked = asking.get(target.name) ?? askNow(target);
        asking.set(target.name, asked);
        return asked.then((answer) => {
            answers.set(target.name, answer);
            return answer;
        });
    };
    const problemsOf = (asked) => [
        ...asked.flatMap(({ target, answer }) => problemOf(target, answer) ?? []),
        ...asked.flatMap(({ target, answer }) => otherRelease(target, answer, plan) ?? []),
    ];
    let left = [];
    const taking = plan.targets.filter(({ name }) => names.includes(name));
    for (const target of all ? taking : taking.slice(0, AT_ONCE))
        void ask(target);
    return {
        async ready({ active }) {
            const acting = taking.filter(({ name }) => active.includes(name));
            const fitOrNone = async (target) => {
                const { answer } = await ask(target);
                return problemOf(target, answer) === undefined || undefined;
            };
            const asks = acting.map((target) => () => fitOrNone(target));
            const [fit] = all
                ? (await Promise.all(asks.map((one) => one()))).filter((one) => one !== undefined)
                : await enoughAnswers(asks, { enough: 1, atOnce: AT_ONCE, silentMs: takers_SILENT_MS, clock });
            left = acting.filter(({ name }) => !answers.has(name));
            const known = acting.flatMap(({ name }) => answers.get(name) ?? []);
            if (!fit && !force) {
                const missing = known.flatMap(({ target, answer }) => problemOf(target, answer) ?? []);
                throw new errors/* UserError */.yo('failover-not-ready', `nothing was moved: ${missing.join('; ')}`, {
                    fix: [
                        'Look at what is missing with plan --failover, and deploy to it or choose another target.',
                        'If it is the better place all the same, add --force: the reason is recorded.',
                    ],
                });
            }
            return problemsOf(known);
        },
        rest: async () => problemsOf(await Promise.all(left.map(ask))),
    };
}
/** Undefined: it can take over, as far as one can see. */
function problemOf({ name, release }, answer) {
    if (release === undefined)
        return `${name} had no release when the plan was compiled`;
    return answer?.good === false ? `${name} does not serve: ${answer.text}` : undefined;
}
function otherRelease({ name, release }, answer, plan) {
    const has = answer?.release ?? release;
    if (has === undefined || has === plan.release.id)
        return undefined;
    return `${name} has the release ${has}, not ${plan.release.id}`;
}

;// CONCATENATED MODULE: ./src/commands/failover/failover.ts




















/** Moves traffic and the role of being active away from a region that is lost or has to be left. */
const failover = async (options, context) => {
    try {
        return await moveAway(options, context);
    }
    catch (error) {
        throw withBreakGlass(error, options.to);
    }
};
const moveAway = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,consent/* reasonOf */.A)(options, rehearse);
    const plan = await (0,load_plan/* loadPlan */.Yq)(options, context);
    const request = (0,load_plan/* requestOf */.fo)(options, plan.targets);
    const graceful = options.graceful === true;
    const names = plan.targets.map(({ name }) => name);
    // A graceful move asks who is left to stop first; otherwise nothing is asked of a region that may be lost.
    const staying = graceful ? names : (0,failover_move/* survivors */.Ql)(request, plan.targets);
    const others = names.filter((name) => !staying.includes(name));
    const lost = (0,failover_move/* lostRegions */.S2)(others, staying, plan.targets);
    const partition = (0,partitions/* partitionOf */.i)(staying, plan.targets);
    context.aws.restrictContacts((0,contact_rules/* contactRule */.TF)(plan.mechanism.kind, partition, lost, graceful));
    const { application, environment } = plan;
    const { version, report } = context;
    report({
        type: 'run.started',
        command: 'failover',
        version,
        application,
        environment,
        targets: names,
        dryRun: rehearse,
    });
    const force = options.force === true;
    // Without a time limit, somebody reads what is said of all of them before it is confirmed.
    const all = rehearse || graceful || options.confirm === undefined;
    const takers = createTakers(plan, (0,failover_move/* survivors */.Ql)(request, plan.targets), { force, all }, context);
    const revert = pendingRevert(plan, staying, context);
    const probes = plan.probe && (0,probing/* startProbes */.o)(plan.probe, context);
    const source = plan.authority && startSourceProbes(plan.authority, context);
    const leases = (0,survivors/* createSeizedLeases */.e4)(plan, context);
    const { incident } = options;
    const asked = {
        request,
        targets: plan.targets,
        id: context.origin.runId,
        who: context.origin.who,
        reason,
        ...(incident !== undefined && { incident }),
        force,
        rehearse,
        graceful,
    };
    const beside = [];
    const later = async () => options.plan === undefined ? [] : [(await (0,plan_copies/* laterCopy */._)(plan, staying, context)) ?? []].flat();
    let end;
    let recoveryPoint;
    let fencing;
    try {
        const confirm = (move) => (0,consent/* checkConfirmation */._)(move, request, options, context);
        const said = { reason, override: options['override-safety-rules'] ?? [], graceful };
        const fences = (0,failover_fencing/* openFences */.F)(plan, 'to' in request ? [request.to] : [], context);
        const moved = ({ active }) => {
            revert.moved(active);
            beside.push(later(), takers.rest(), ...('to' in request ? [] : [fences.lift(active)]));
        };
        const ports = portsOf(plan, { request, staying, said, leases, fences, moved }, context);
        const ready = (move) => fences.ready(() => takers.ready(move), move.active);
        const all = { ...ports, confirm, ready, ...(probes !== undefined && { probes }) };
        const ended = await (0,run/* runFailover */.q)(asked, all);
        // Asked once traffic was told to move, and told at the end: it is moved by what is there.
        if (beside.length === 0)
            beside.push(later());
        const broken = ended.marks.actuated === undefined ? [] : said.override.map((rule) => `the safety rule ${rule} was overridden`);
        const warnings = [broken, ...(await Promise.all(beside)), await revert.end(ended)].flat();
        for (const text of warnings)
            report({ type: 'note', level: 'warning', text });
        recoveryPoint = await (0,recovery_point/* recoveryPointOf */.z)(plan, ended, probes?.results ?? [], context);
        end = { ...ended, deviations: [...ended.deviations, ...warnings, ...(recoveryPoint?.problems ?? [])] };
        const afterwards = (options.fence ?? plan.fence !== undefined) ? fenceLeft : tellLeft;
        const told = await afterwards(plan, end, asked, all, context);
        fencing = told.fencing;
        end = { ...end, deviations: [...end.deviations, ...told.deviations] };
    }
    finally {
        await Promise.all([probes?.stop(end !== undefined), source?.stop(), leases.release()]);
        context.aws.restrictContacts(undefined);
    }
    const measured = {
        ...(probes !== undefined && { probes }),
        ...(source !== undefined && { source }),
        ...(recoveryPoint !== undefined && { recoveryPoint }),
        ...(fencing !== undefined && { fencing }),
    };
    const told = await (0,reporting/* reportOf */.EI)({ plan, asked, end, startedAt, ...measured }, context);
    await (0,reporting/* writeReport */.u5)(told, probes?.results ?? [], options['report-folder'], context);
    return (0,result/* runResult */.X)({ application, name: environment }, {
        command: 'failover',
        startedAt,
        instances: [],
        release: plan.release,
        ...ends/* ENDS */.B[end.outcome],
        failover: told,
        notes: end.deviations,
        ...(end.failure !== undefined && { failure: end.failure }),
    }, context);
};


/***/ }),

/***/ 61782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ laterCopy),
/* harmony export */   goodCopy: () => (/* binding */ goodCopy),
/* harmony export */   programOf: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77010);





/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns how to get a copy that is good; undefined where none can be found
 */
async function goodCopy(text, to, context) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { targets, application, environment } = value ?? {};
    if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string')
        return undefined;
    const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
    try {
        const copies = await copiesOf({ ...value, targets, application, environment }, names, context);
        const [good] = copies;
        return good && `A copy that is good: aws s3 cp ${good.place} .`;
    }
    catch {
        // What is damaged may say anything: then there is nothing to name.
        return undefined;
    }
}
/**
 * What a plan of a newer version still says of the program that wrote it. Nobody is asked.
 * @returns how to get it; undefined where the plan does not say
 */
function programOf(text, to) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value?.['bundle'])?.['key'];
    const targets = Array.isArray(value?.['targets']) ? value['targets'].map(_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o) : [];
    const bucket = targets.find((target) => target?.['name'] === to || target?.['region'] === to)?.['bucket'];
    if (typeof key !== 'string' || typeof bucket !== 'string')
        return undefined;
    return `Use the version that wrote it: aws s3 cp s3://${bucket}/${key} - | tar xz`;
}
/** Milliseconds that a region has to show its copy. */
const PATIENCE_MS = 2_000;
/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
async function laterCopy(plan, staying, context) {
    // One that stays, and is not active, may be lost all the same.
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(context.clock, PATIENCE_MS);
    const found = staying.map((name) => patience(copiesOf(plan, [name], context)).catch(() => []));
    const copies = (await Promise.all(found)).flatMap((copy) => copy ?? []);
    const later = copies.find((copy) => Date.parse(copy.plan.compiledAt) > Date.parse(plan.compiledAt));
    if (later === undefined)
        return undefined;
    return `the plan of ${plan.compiledAt} was used, and ${later.place} has one of ${later.plan.compiledAt}, compiled for the release ${later.plan.release.id}`;
}
async function copiesOf(plan, names, context) {
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planKey */ .v)({ application: plan.application, name: plan.environment });
    const found = await Promise.all((0,_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(plan, names, context).map(async ({ storage, bucket }) => {
        const place = `s3://${await bucket()}/${key}`;
        const stored = await storage.getText(await bucket(), key);
        return stored === undefined ? [] : [{ place, plan: (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlan */ .vS)(stored.text, place) }];
    }));
    return found.flat();
}


/***/ }),

/***/ 35088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mapValues)
/* harmony export */ });
/** The record with every value replaced by what `map` makes of it. */
function mapValues(record, map) {
    // The keys are those of the record, which is what the type says.
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}


/***/ })

};
