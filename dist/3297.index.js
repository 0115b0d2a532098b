export const id = 3297;
export const ids = [3297];
export const modules = {

/***/ 43297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shift: () => (/* binding */ shift)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/rollout/weight-guard.ts
var weight_guard = __webpack_require__(20941);
// EXTERNAL MODULE: ./src/rollout/weights.ts
var rollout_weights = __webpack_require__(95544);
// EXTERNAL MODULE: ./src/same-names.ts
var same_names = __webpack_require__(39912);
// EXTERNAL MODULE: ./src/traffic/change-weights.ts
var change_weights = __webpack_require__(18073);
// EXTERNAL MODULE: ./src/commands/consumer-roles.ts
var consumer_roles = __webpack_require__(39860);
// EXTERNAL MODULE: ./src/commands/deploy/journal.ts
var deploy_journal = __webpack_require__(81411);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/refuse-drill.ts
var refuse_drill = __webpack_require__(95824);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
// EXTERNAL MODULE: ./src/commands/visible-journal.ts
var visible_journal = __webpack_require__(10370);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts
var active_states = __webpack_require__(13494);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
;// CONCATENATED MODULE: ./src/commands/shift/behind.ts

/**
 * Targets that did not get the release of a rollout that ended without them, because their failure was tolerated: a stack of
 * theirs is not there, was put back, or was not touched since the wave began. A stack that had nothing to change is never
 * touched: where the rollout did not keep whom it missed, a target is let go as soon as one stack of its was updated.
 * @param gaining targets that would get more traffic: nobody else is asked
 * @throws AwsError
 */
async function targetsBehind({ phases: stages, course }, { phases }, gaining, works) {
    if (course === 'closed')
        return new Set();
    const found = phases.flatMap(({ kind, name, targets, instances }) => {
        const progress = stages[name];
        if (kind !== 'wave' || progress?.stage !== 'incomplete')
            return [];
        const { startedAt, missed } = progress;
        return (missed ?? targets)
            .filter((target) => targets.includes(target) && gaining.includes(target))
            .map(async (target) => {
            const own = instances.filter((instance) => instance.target.name === target);
            const cloudformation = works.get(target)?.session.cloudformation;
            const stacks = await Promise.all(own.map(({ stack }) => cloudformation?.describeStack(stack.stackName)));
            const good = stacks.filter((stack) => stack !== undefined && (0,src_stack/* statusMeaning */.uj)(stack.status).success);
            const updated = stacks.filter((stack) => stack !== undefined && touched(stack) >= Date.parse(startedAt));
            const enough = missed === undefined ? Math.min(1, own.length) : own.length;
            return good.length < own.length || updated.length < enough ? [target] : [];
        });
    });
    return new Set((await Promise.all(found)).flat());
}
function touched({ createdAt, updatedAt }) {
    return Date.parse(updatedAt ?? createdAt);
}

// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var shift_facts = __webpack_require__(63934);
;// CONCATENATED MODULE: ./src/commands/shift/heed-rollout.ts


/** Targets whose share of the traffic grows. */
function gainingTargets(next, current) {
    return Object.keys(next).filter((name) => (0,rollout_weights/* shareOf */.tC)(next, name) > (0,rollout_weights/* shareOf */.tC)(current, name) + EPSILON);
}
/**
 * A change by hand while a rollout is open. Taking traffic from anybody is always allowed, and it is said what the rollout
 * makes of it later. More traffic for a target whose release is still being judged, or was judged bad, is refused: only
 * the rollout's own steps give it any.
 * @throws UserError `rollout-open`, `target-behind`
 */
function heedRollout(rollout, { environment, current, next, behind }, { report }) {
    const unjudged = unjudgedTargets(rollout, environment);
    const gaining = gainingTargets(next, current);
    const refused = gaining.filter((name) => unjudged.has(name));
    const { release, openedAt, course, owner } = rollout;
    const what = `release ${release.id}, rolled out since ${openedAt} by ${owner.who}`;
    if (refused.length > 0) {
        const why = course === 'failed' ? 'was judged bad there' : 'has not been judged good there';
        throw new errors/* UserError */.yo('rollout-open', `${refused.join(', ')} would get more traffic, but ${what}, ${why}`, {
            fix: [
                course === 'failed'
                    ? 'Return it with rollback --to previous, or deploy a better release.'
                    : 'Let the rollout give it its traffic (deploy again, promote), or give it up first: abort.',
                'Traffic may be taken from any target meanwhile.',
            ],
        });
    }
    const late = gaining.filter((name) => behind.has(name));
    const [only] = late;
    if (only !== undefined && isOnlyRefuge(only, next)) {
        const text = `${only} takes over although it has not got ${what}: there is no other target. Deploy that release again once it serves`;
        report({ type: 'note', level: 'warning', text });
    }
    else if (late.length > 0) {
        throw new errors/* UserError */.yo('target-behind', `${late.join(', ')} would get more traffic, but has not got ${what}`, {
            fix: [
                'Deploy the same release again: what is behind gets it, is judged, and is given its traffic then.',
                'Traffic may be taken from any target meanwhile.',
            ],
        });
    }
    if (course === 'closed' || course === 'failed')
        return;
    const way = rollout.paused === undefined ? 'is open' : `waits after ${rollout.paused.after} to be promoted`;
    const text = `a rollout ${way} (${what}): when it goes on, it takes the targets of each wave to their configured weights, and a rollback those that it reached to what they had before. Who is to stay without traffic has to be made inactive${heldOff(rollout, current)}`;
    report({ type: 'note', level: 'warning', text });
}
/** Of two targets one is left altogether, as in an emergency: an older release serves better than a region that is lost. */
function isOnlyRefuge(target, next) {
    const others = Object.keys(next).filter((name) => name !== target);
    return others.length === 1 && others.every((name) => next[name] === 0);
}
/** A revert sets weights only where they are still those that it was scheduled against. */
function heldOff({ revert }, current) {
    if (revert === undefined || !(0,rollout_weights/* sameWeights */.ML)(current, revert.from))
        return '';
    return `. With other weights its revert of ${revert.at} does nothing: nobody takes traffic from that release then but you`;
}
/** Whole weights up to 255 divided by their sum: what differs by less is rounding. */
const EPSILON = 1e-9;
/** Targets of waves that were begun and not judged good. Where it waits to be promoted, the wave before that was. */
function unjudgedTargets({ phases: stages, course, paused }, { phases }) {
    const isBad = (name) => {
        const stage = stages[name]?.stage;
        if (course === 'failed')
            return stage === 'failed';
        if (course === 'closed' || name === paused?.after)
            return false;
        return stage === 'started' || stage === 'deployed' || stage === 'failed';
    };
    const bad = phases.filter(({ kind, name }) => kind === 'wave' && isBad(name));
    return new Set(bad.flatMap(({ targets }) => targets));
}

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
;// CONCATENATED MODULE: ./src/commands/shift/next-inactive.ts


/** @throws UserError `unknown-target`; `active-and-not` for a target that is named twice */
function nextInactive(options, state, targets) {
    const { activate = [], deactivate = [] } = options;
    for (const name of [...activate, ...deactivate]) {
        if (targets.includes(name))
            continue;
        throw new errors/* UserError */.yo('unknown-target', `${name} is no target`, { fix: [(0,nearest/* didYouMean */.a)(name, targets)] });
    }
    const both = activate.filter((name) => deactivate.includes(name));
    if (both.length > 0) {
        throw new errors/* UserError */.yo('active-and-not', `${both.join(', ')} cannot become active and inactive at once`, {
            fix: ['Name each target once.'],
        });
    }
    const duringChange = state.inactive.filter((name) => !activate.includes(name));
    return { duringChange, afterwards: [...new Set([...duringChange, ...deactivate])].sort() };
}

// EXTERNAL MODULE: ./src/commands/shift/report.ts
var report = __webpack_require__(35779);
;// CONCATENATED MODULE: ./src/commands/shift/wanted-weights.ts



/**
 * The weights that the options ask for: `weights` as they are written, `configured` or `previous`; or `to` with
 * `percent`; or those there are, when only who is active is to change.
 *
 * @throws UserError `shift-what`, `not-a-weight`, `not-a-percentage`, `unknown-target`, `no-previous-weights`
 */
function wantedWeights(options, sources) {
    const { weights, to, percent } = options;
    if (weights !== undefined && to === undefined && percent === undefined)
        return written(weights, sources);
    if (to !== undefined && weights === undefined)
        return towards(to, percentOf(percent ?? '100'), sources.current);
    const onlyActive = options.activate !== undefined || options.deactivate !== undefined;
    if (onlyActive && weights === undefined && percent === undefined)
        return sources.current;
    throw new errors/* UserError */.yo('shift-what', 'shift needs to be told the weights, in one way', {
        fix: [
            'Give weights (TARGET=WEIGHT for those that change, or "configured", or "previous"), or give to and percent.',
        ],
    });
}
function written(items, { current, configured, state }) {
    const [word] = items;
    if (items.length === 1 && word === 'configured')
        return only(configured, current);
    if (items.length === 1 && word === 'previous') {
        if (state.lastChange !== undefined)
            return { ...current, ...only(state.lastChange.before, current) };
        throw new errors/* UserError */.yo('no-previous-weights', 'no earlier weights are remembered', {
            fix: ['Give the weights themselves, or "configured".'],
        });
    }
    const changes = items.map((item) => {
        const [name = '', text = ''] = item.split('=').map((part) => part.trim());
        checkTarget(name, current);
        const weight = Number(text);
        if (/^\d{1,3}$/.test(text) && weight <= rollout_weights/* MAX_WEIGHT */.K3)
            return [name, weight];
        throw new errors/* UserError */.yo('not-a-weight', `"${item}" is not TARGET=WEIGHT`, {
            fix: [`Write a whole number from 0 to ${rollout_weights/* MAX_WEIGHT */.K3} behind the name of the target.`],
        });
    });
    return { ...current, ...Object.fromEntries(changes) };
}
/** A target that the configuration has and the driver has not yet cannot be given a weight by hand. */
function only(weights, current) {
    return Object.fromEntries(Object.entries(weights).filter(([name]) => current[name] !== undefined));
}
function checkTarget(name, current) {
    if (current[name] !== undefined)
        return;
    throw new errors/* UserError */.yo('unknown-target', `${name || 'nothing'} is no target that has a weight`, {
        fix: [(0,nearest/* didYouMean */.a)(name, Object.keys(current))],
    });
}
function percentOf(text) {
    const percent = Number(text.trim().replace(/%$/, ''));
    if (/^\s*\d{1,3}%?\s*$/.test(text) && percent <= 100)
        return percent;
    throw new errors/* UserError */.yo('not-a-percentage', `percent is "${text}"`, { fix: ['Give a whole number from 0 to 100.'] });
}
/**
 * Weights that give a target this percentage of all traffic and the others the rest in the proportions that they have;
 * equal parts where they have none. The whole numbers are chosen so that the shares come closest.
 */
function towards(target, percent, current) {
    checkTarget(target, current);
    const others = Object.keys(current).filter((name) => name !== target);
    const rest = Object.fromEntries(others.map((name) => [name, (0,rollout_weights/* weightOf */.mm)(current, name)]));
    const sum = (0,rollout_weights/* totalWeight */.zN)(rest);
    const shares = new Map([[target, percent / 100]]);
    for (const name of others) {
        const part = sum === 0 ? 1 / others.length : (0,rollout_weights/* weightOf */.mm)(rest, name) / sum;
        shares.set(name, (1 - percent / 100) * part);
    }
    return closest(shares);
}
/** The first total from 100 on for which no share is off by more than with any other total that fits. */
function closest(shares) {
    const largest = Math.max(...shares.values());
    let best;
    for (let total = 100; total * largest <= rollout_weights/* MAX_WEIGHT */.K3 + 0.5; total += 1) {
        const weights = Object.fromEntries([...shares].map(([name, share]) => [name, rounded(share * total)]));
        const all = (0,rollout_weights/* totalWeight */.zN)(weights);
        const error = Math.max(...[...shares].map(([name, share]) => Math.abs((0,rollout_weights/* weightOf */.mm)(weights, name) / all - share)));
        if (best === undefined || error < best.error - 1e-9)
            best = { weights, error };
    }
    return best?.weights ?? {};
}
/** A share is never rounded away, and never above what a weight can be. */
function rounded(value) {
    return value === 0 ? 0 : Math.min(rollout_weights/* MAX_WEIGHT */.K3, Math.max(1, Math.round(value)));
}

;// CONCATENATED MODULE: ./src/commands/shift/shift.ts























/** Moves traffic between the targets by hand, and says which of them are active. */
const shift = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment, whole } = await (0,commands_environment/* environmentOf */.p)(options, context);
    const { traffic } = whole;
    if (traffic === undefined) {
        throw new errors/* UserError */.yo('no-traffic-driver', `nothing says how traffic is shared between the targets of ${whole.name}`, {
            fix: ['Add "traffic" with a driver to the environment in the configuration file, and weights to its targets.'],
        });
    }
    const dryRun = options['dry-run'] === true;
    const { application, name } = whole;
    const targets = environment.targets.map((target) => target.name);
    context.report({
        type: 'run.started',
        command: 'shift',
        version: context.version,
        application,
        environment: name,
        targets,
        dryRun,
    });
    const works = (0,target_work/* createTargetWork */.J2)(environment, { command: 'shift', lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn }, context);
    try {
        await reachAll(works, options, context);
        const run = { traffic, environment, whole, works, options, context };
        const { weights, changed } = dryRun ? await planShift(run) : await carryOut(run);
        const status = dryRun ? 'planned' : changed ? 'succeeded' : 'no-change';
        return (0,result/* runResult */.X)(whole, { command: 'shift', startedAt, instances: [], status, weights }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
/** A target that is not asked could be deployed to at this moment: it is left out only when somebody says so. */
async function reachAll(works, options, context) {
    const reachable = new Set(await (0,prove_targets/* proveTargets */.t)(works, options, context));
    const lost = [...works.values()].find((work) => !reachable.has(work));
    if (lost !== undefined)
        throw unreachable(lost, context);
}
function unreachable({ target }, context, cause) {
    return new errors/* UserError */.yo('target-unreachable', `${target.name} cannot be reached${cause ? `: ${cause.message}` : ''}`, {
        fix: [`Leave it out with ${context.nameOption('without')}: then nothing calls it, and it may only lose traffic.`],
        cause,
    });
}
/** All leases: what is read under them holds until the end, because nobody else deploys or shifts meanwhile. */
async function holdAll(works, context) {
    await Promise.all([...works.values()].map(async (work) => {
        try {
            await (await work.lease()).assertHeld();
        }
        catch (error) {
            throw error instanceof ports/* AwsError */.G && error.kind === 'unreachable' ? unreachable(work, context, error) : error;
        }
    }));
}
async function lookAt(run, state, rollout) {
    const { traffic, environment, whole, works, options, context } = run;
    const driver = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
    const [read, good] = await Promise.all([driver.read(context.signal), (0,shift_facts/* goodTargets */.K)(environment, works)]);
    const names = Object.keys(traffic.weights);
    const inactive = nextInactive(options, state, names);
    const current = driver.joins ? (0,rollout_weights/* joinWeights */.Yc)(read.weights, names) : read.weights;
    const next = wantedWeights(options, { current, configured: traffic.weights, state });
    const active = (0,active_state_document/* activeTargets */.BD)({ ...state, inactive: inactive.duringChange }, names);
    const floorPercent = options['override-floor'] === undefined ? traffic.floorPercent : 0;
    const facts = { configured: traffic.weights, good, active, floorPercent };
    if (!(0,rollout_weights/* sameWeights */.ML)(next, read.weights)) {
        (0,weight_guard/* assertWeights */.Q)(next, read.weights, facts);
        if (rollout !== undefined) {
            const moved = { environment: whole, current: read.weights, next };
            const behind = await targetsBehind(rollout, whole, gainingTargets(next, read.weights), works);
            heedRollout(rollout, { ...moved, behind }, context);
        }
    }
    refuseIdleWeight(inactive.afterwards, next);
    const last = (0,active_state_document/* activeTargets */.BD)({ ...state, inactive: inactive.afterwards }, names);
    const shown = (0,report/* weightReport */.J)(traffic, read.weights, next, last);
    return { driver, read, next, facts, inactive: inactive.afterwards, shown };
}
/** Weight of a target that runs nothing would be lost traffic. */
function refuseIdleWeight(inactive, next) {
    const idle = inactive.filter((name) => (0,rollout_weights/* weightOf */.mm)(next, name) > 0);
    if (idle.length === 0)
        return;
    throw new errors/* UserError */.yo('inactive-with-weight', `${idle.join(', ')} would be inactive and still get traffic`, {
        fix: [`Give ${idle.join(', ')} the weight 0 at the same time.`],
    });
}
async function planShift(run) {
    const { environment, works, context } = run;
    const states = await (0,active_states/* visibleActiveStates */.x)(environment, [...works.values()], context);
    const rollout = await (await (0,visible_journal/* visibleJournal */.A)(environment, context))?.readAll();
    const { shown } = await lookAt(run, (await states?.read()) ?? active_state_document/* ALL_ACTIVE */.Dk, rollout);
    context.report({ type: 'weight.planned', weights: shown });
    return { weights: shown, changed: false };
}
async function carryOut(run) {
    const { environment, works, options, context } = run;
    await holdAll(works, context);
    const states = (0,active_states/* activeStatesOf */.s)(environment, [...works.values()], context);
    const journal = (0,deploy_journal/* journalOf */.P)(environment, [...works.values()], context);
    const [state, rollout] = await Promise.all([states.read(), journal.readAll()]);
    (0,refuse_drill/* refuseOpenDrill */.U)(state);
    const situation = await lookAt(run, state, rollout);
    const { read, next, shown, inactive } = situation;
    context.report({ type: 'weight.planned', weights: shown });
    const same = (0,rollout_weights/* sameWeights */.ML)(next, read.weights) && (0,same_names/* sameNames */.F)(inactive, state.inactive);
    if (same && !isUnfinished(state)) {
        await moveConsumers(run);
        return { weights: shown, changed: false };
    }
    if (!same && !(await context.confirm(question(shown)))) {
        throw new errors/* UserError */.yo('declined', 'no weight was changed', { fix: ['Answer y, or add --yes.'] });
    }
    const changed = await change(situation, state, states, options['override-floor'], context);
    await moveConsumers(run);
    return { weights: shown, changed };
}
/** Those that run only where the environment is active follow, also after a run that was killed before it came to them. */
async function moveConsumers({ environment, whole, works, options, context }) {
    if (options.activate === undefined && options.deactivate === undefined)
        return;
    await (0,consumer_roles/* createConsumerRoles */.y)(whole, [...works.values()], context)?.settleAll(environment.instances);
}
async function change({ driver, read, next, facts, inactive }, state, states, reason, context) {
    const { clock, report, signal, origin } = context;
    // Who becomes active is so before traffic comes, and who becomes inactive is so after it has gone.
    const during = state.inactive.filter((name) => facts.active.has(name) === false);
    let lastChange = state.lastChange;
    const ports = { driver, clock, report, signal };
    // A run before this one made the same change and did not see its end.
    if ((0,rollout_weights/* sameWeights */.ML)(next, read.weights) && isUnfinished(state))
        await (0,change_weights/* finishChange */.a)(next, ports);
    const changed = await (0,change_weights/* changeWeights */.y)(next, read, facts, {
        ...ports,
        remember: async (before, after) => {
            const at = new Date(clock.now()).toISOString();
            lastChange = { before, after, at, who: origin.who, command: 'shift', done: false, ...(reason && { reason }) };
            await states.save({ inactive: during, lastChange });
        },
    });
    await states.save({ inactive, ...(lastChange !== undefined && { lastChange: { ...lastChange, done: true } }) });
    return changed || !(0,same_names/* sameNames */.F)(inactive, state.inactive);
}
/** The last shift was killed. What a rollout has not finished it finishes itself. */
function isUnfinished({ lastChange }) {
    return lastChange?.command === 'shift' && !lastChange.done;
}
function question({ of, targets }) {
    const changes = targets
        .filter(({ weightBefore, weightAfter }) => weightBefore !== weightAfter)
        .map(({ target, weightBefore, weightAfter }) => `${target} ${weightBefore} → ${weightAfter}`);
    return changes.length === 0
        ? 'Change which targets are active?'
        : `Change the weights of ${of}: ${changes.join(', ')}?`;
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

/***/ 39912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sameNames)
/* harmony export */ });
/** Whether two lists hold the same names, in whatever order; neither has one twice. */
function sameNames(left, right) {
    return left.length === right.length && left.every((name) => right.includes(name));
}


/***/ })

};
