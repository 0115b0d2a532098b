export const id = 8648;
export const ids = [8648];
export const modules = {

/***/ 39860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ createConsumerRoles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16367);
/* harmony import */ var _records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4558);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26586);
/* harmony import */ var _deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68037);
/* harmony import */ var _failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5490);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13494);
/* harmony import */ var _switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74545);








/** Stacks end side by side: one look at the state serves those that end together. */
const FRESH_MS = 5_000;
/**
 * Undefined where no consumers are marked.
 * @param whole with all its targets: which of them runs consumers depends on the others
 * @param reachable targets of this run that answer
 */
function createConsumerRoles(whole, reachable, context) {
    const settings = whole.failover?.consumers;
    if (settings === undefined)
        return undefined;
    const marked = settings;
    const { clock, report, signal } = context;
    const works = new Map(reachable.map((work) => [work.target.name, work]));
    const names = whole.targets.map(({ name }) => name);
    let seen;
    const state = () => {
        if (seen === undefined || clock.now() - seen.at > FRESH_MS)
            seen = { at: clock.now(), state: (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__/* .activeStatesOf */ .s)(whole, reachable, context).read() };
        return seen.state;
    };
    const runs = async ({ target }) => (0,_failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__/* .runningTargets */ .m3)(marked.where, names, await state()).includes(target.name);
    async function find({ stack, target, id }) {
        const { cloudformation } = context.aws.session(target);
        const { consumers, problems } = await (0,_failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__/* .findConsumers */ .P)(stack, marked, cloudformation);
        for (const text of problems)
            report({ type: 'note', level: 'warning', text: `${id}: ${text}`, target: target.name });
        return consumers;
    }
    async function change(instance, consumers) {
        const { id, target } = instance;
        const running = await runs(instance);
        const session = context.aws.session(target);
        const changed = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(consumers.map(async (consumer) => (await (0,_switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__/* .switchConsumer */ .r)(consumer, running, session, { clock, signal })) ? [consumer.resource] : []));
        const done = changed.flat();
        if (done.length === 0)
            return;
        const why = running
            ? `started, because consumers run in ${target.name}`
            : `stopped, because ${target.name} runs none`;
        report({ type: 'note', level: 'info', text: `${id}: ${done.join(', ')} ${why}`, target: target.name });
    }
    const roles = {
        async settle(instance) {
            if (!works.has(instance.target.name))
                return;
            let consumers = [];
            const told = (error) => {
                const text = `${instance.id}: consumers may not run where they should: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}. Deploy again`;
                report({ type: 'note', level: 'warning', text, target: instance.target.name });
            };
            try {
                consumers = await find(instance);
            }
            catch (error) {
                return told(error);
            }
            if (consumers.length === 0)
                return;
            // A failover takes the lease: from then on consumers are its own.
            await (await (0,_deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__/* .workOf */ .L)(instance, works).lease()).assertHeld();
            await change(instance, consumers).catch(told);
        },
        async settleAll(instances) {
            const running = await Promise.all(instances.map(runs));
            for (const wanted of [false, true]) {
                await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(instances.filter((_, index) => running[index] === wanted).map(roles.settle));
            }
        },
        async idle(instance) {
            const consumers = await find(instance);
            return consumers.length === 0 || (await runs(instance)) ? new Set() : new Set(consumers.map(_records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerKey */ .Y));
        },
    };
    return roles;
}


/***/ }),

/***/ 81411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ journalOf)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The rollout of an environment as it is kept in the buckets of these targets, home first. */
function journalOf(environment, targets, context) {
    const homeFirst = [...targets].sort((a, b) => rank(a, environment) - rank(b, environment));
    return (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, homeFirst), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}
function rank({ target }, { home }) {
    return target.name === home ? 0 : 1;
}


/***/ }),

/***/ 68037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The target of an instance. */
function workOf({ id, target }, targets) {
    const work = targets.get(target.name);
    if (work === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${id} is in no target of this run`);
    return work;
}


/***/ }),

/***/ 95824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseOpenDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10533);


/**
 * While a drill is at work its leases keep everybody out. One that died has left traffic where it was, and the record of
 * it open: nothing else moves traffic before it is ended. A failover does not ask.
 * @throws UserError `drill-open`
 */
function refuseOpenDrill(state) {
    const drill = (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openDrill */ .uR)(state);
    if (drill === undefined)
        return;
    const { kind, to, at, who } = drill;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-open', `a drill (${kind}, to ${to.join(', ')}) of ${who}, begun at ${at}, has not ended`, {
        fix: ['End it: drill --end. Traffic then goes where it is good.'],
    });
}


/***/ }),

/***/ 68648:
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
 * Targets that have not got the release of the last rollout, which ended well without them: because their failure was
 * tolerated, or because they were left out. A release that was judged bad, or given up, is owed to nobody.
 * @param gaining targets that would get more traffic: nobody else can be behind
 * @throws AwsError
 */
async function targetsBehind(rollout, environment, gaining, facts) {
    const [missed, leftOut] = await Promise.all([
        missedTargets(rollout, environment, gaining, facts),
        leftOutTargets(rollout, environment, gaining, facts),
    ]);
    return new Set([...missed, ...leftOut]);
}
/**
 * Those whose failure was tolerated: a stack of theirs is not there, was put back, or was neither touched since the wave
 * began nor has a record of the release, as one has that had nothing to change. Where the rollout did not keep whom it
 * missed, a target is let go as soon as one stack of its was updated.
 */
async function missedTargets({ phases: stages, course, release }, { phases }, gaining, { works, recorded }) {
    if (course === 'closed')
        return [];
    const found = phases.flatMap(({ kind, name, targets, instances }) => {
        const progress = stages[name];
        if (kind !== 'wave' || progress?.stage !== 'incomplete')
            return [];
        const { startedAt, missed } = progress;
        return (missed ?? targets)
            .filter((target) => targets.includes(target) && gaining.includes(target))
            .map(async (target) => {
            const own = instances.filter((instance) => instance.target.name === target);
            const ends = await Promise.all(own.map(async (instance) => {
                const stack = await works.get(target)?.session.cloudformation.describeStack(instance.stack.stackName);
                if (stack === undefined || !(0,src_stack/* statusMeaning */.uj)(stack.status).success)
                    return 'bad';
                if (isTouched(stack, startedAt))
                    return 'has';
                return (await recorded(instance)) === release.id ? 'has' : 'old';
            }));
            const enough = missed === undefined ? ends.includes('has') : !ends.includes('old');
            return ends.includes('bad') || !enough ? [target] : [];
        });
    });
    return (await Promise.all(found)).flat();
}
/**
 * Those that a rollout left out which ended well: nothing of theirs was touched since it was opened, what is recorded there
 * is another release, and another target has the one of the rollout. Where one has returned meanwhile, or no record tells,
 * nobody is behind.
 */
async function leftOutTargets({ phases: stages, course, failure, release, openedAt }, { phases }, gaining, { works, recorded }) {
    const endedWell = course === 'closed' || (course === 'failed' && stages[failure?.phase ?? '']?.stage === 'incomplete');
    const wasBad = Object.values(stages).some(({ stage }) => stage === 'failed' || stage === 'returned');
    if (!endedWell || wasBad || gaining.length === 0)
        return [];
    const regional = phases.filter(({ kind }) => kind === 'wave').flatMap(({ instances }) => instances);
    const standing = async (target) => {
        const own = regional.filter((instance) => instance.target.name === target);
        const ids = (await Promise.all(own.map(recorded))).flatMap((id) => id ?? []);
        if (ids.length === 0)
            return 'unknown';
        if (ids.every((id) => id === release.id))
            return 'has';
        return (await isAnyTouched(target, own, openedAt, works)) ? 'moved' : 'lacks';
    };
    const stands = new Map(await Promise.all([...works.keys()].map(async (name) => [name, await standing(name)])));
    const all = new Set(stands.values());
    return all.has('has') && !all.has('moved') ? gaining.filter((name) => stands.get(name) === 'lacks') : [];
}
async function isAnyTouched(target, own, since, works) {
    const cloudformation = works.get(target)?.session.cloudformation;
    const stacks = await Promise.all(own.map(({ stack }) => cloudformation?.describeStack(stack.stackName)));
    return stacks.some((stack) => stack !== undefined && isTouched(stack, since));
}
function isTouched({ createdAt, updatedAt }, since) {
    return Date.parse(updatedAt ?? createdAt) >= Date.parse(since);
}

// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var shift_facts = __webpack_require__(63934);
;// CONCATENATED MODULE: ./src/commands/shift/gaining.ts

/** Whole weights up to 255 divided by their sum: what differs by less is rounding. */
const EPSILON = 1e-9;
/** Targets whose share of the traffic grows. */
function gainingTargets(next, current) {
    return Object.keys(next).filter((name) => (0,rollout_weights/* shareOf */.tC)(next, name) > (0,rollout_weights/* shareOf */.tC)(current, name) + EPSILON);
}
/**
 * Whether a target is given more, and not only a part of what somebody else loses: its weight is raised, and against each
 * of the others that had a weight and keep one. Weights that all grow by the same factor give nobody more; whole weights are
 * off by up to a half.
 */
function isRaised(target, next, current) {
    const [after, before] = [(0,rollout_weights/* weightOf */.mm)(next, target), (0,rollout_weights/* weightOf */.mm)(current, target)];
    if (after <= before || before === 0)
        return after > before;
    const keeps = (name) => (0,rollout_weights/* weightOf */.mm)(current, name) > 0 && (0,rollout_weights/* weightOf */.mm)(next, name) > 0;
    const others = Object.keys(next).filter((name) => name !== target && keeps(name));
    return others.every((name) => (after - 0.5) * (0,rollout_weights/* weightOf */.mm)(current, name) > before * ((0,rollout_weights/* weightOf */.mm)(next, name) + 0.5));
}

;// CONCATENATED MODULE: ./src/commands/shift/heed-rollout.ts



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
    const raised = late.filter((name) => isRaised(name, next, current) && !isOnlyRefuge(name, next));
    if (raised.length > 0) {
        throw new errors/* UserError */.yo('target-behind', `${raised.join(', ')} would get more traffic, but has not got ${what}`, {
            fix: [
                `Deploy the same release again (deploy --release ${release.id}): what is behind gets it, is judged, and is given its traffic then.`,
                'The weights of other targets may be lowered meanwhile: TARGET=WEIGHT.',
            ],
        });
    }
    if (late.length > 0) {
        const text = `${late.join(', ')} gets a larger part of the traffic, but has not got ${what}: deploy that release again`;
        report({ type: 'note', level: 'warning', text });
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

// EXTERNAL MODULE: ./src/records/history.ts
var records_history = __webpack_require__(3858);
// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(50589);
// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
;// CONCATENATED MODULE: ./src/commands/shift/recorded-release.ts




/**
 * What the records in the bucket of each target say. Whether the stack vouches for them is not asked: nothing is deployed
 * because of it, and a stack that somebody changed since tells that by its own time.
 */
function recordedReleaseOf({ application, name }, context) {
    return async ({ id, target, settings }) => {
        const session = context.aws.session(target);
        try {
            const bucket = await (0,bucket_of/* bucketOf */.A)(session, settings, context);
            if (bucket === undefined)
                return undefined;
            const place = { storage: session.storage, bucket, application, environment: name, instance: id };
            const newest = (await (0,records_history/* readHistory */.Lu)(place)).document.records.at(-1);
            return newest && (0,release_record/* releasesOf */.w0)(newest).at(-1);
        }
        catch (error) {
            if (!(0,stack_report/* isRefusal */.v)(error))
                throw error;
            return undefined;
        }
    };
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
    const [read, good] = await Promise.all([driver.read(context.signal), (0,shift_facts/* goodTargets */.KL)(environment, works)]);
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
            const facts = { works, recorded: recordedReleaseOf(whole, context) };
            const behind = await targetsBehind(rollout, whole, gainingTargets(next, read.weights), facts);
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

/***/ 74545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until),
/* harmony export */   r: () => (/* binding */ switchConsumer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73233);


/** A mapping is switched within seconds, as a rule; what it has fetched already is worked on to its end. */
const WAIT_MS = 120_000;
const EVERY_MS = 2_000;
/** Asks again while there is no answer, or not the right one; undefined when it never came. */
async function until(ask, isRight, { clock, signal }) {
    const deadline = clock.now() + WAIT_MS;
    for (;;) {
        try {
            const answer = await ask();
            if (isRight(answer))
                return answer;
        }
        catch (error) {
            if (!(0,_stack_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .d)(error) || clock.now() >= deadline)
                throw error;
        }
        if (clock.now() >= deadline)
            return undefined;
        await clock.sleep(EVERY_MS, signal);
    }
}
/**
 * Enables or disables an event source mapping and waits until Lambda says that it is. Undefined when it never does. One
 * that is so already is left alone.
 */
async function switchMapping(id, enabled, mappings, patience) {
    const wanted = enabled ? 'enabled' : 'disabled';
    const before = await until(() => mappings.state(id), (state) => state !== 'changing', patience);
    if (before === wanted)
        return 'unchanged';
    const asked = await until(() => mappings.enable(id, enabled), (answer) => answer !== 'busy', patience);
    if (asked !== 'accepted')
        return (await mappings.state(id)) === undefined ? 'gone' : undefined;
    let found;
    await until(async () => {
        found = await mappings.state(id);
    }, () => found === wanted || found === undefined, patience);
    return found === wanted ? 'changed' : found === undefined ? 'gone' : undefined;
}
/**
 * Starts or stops one consumer, and waits until AWS says that it is so.
 * @returns whether something had to be changed, as far as that can be seen
 * @throws UserError `consumer-gone`, `consumer-not-switched`, AwsError
 */
async function switchConsumer({ kind, id, group, resource }, running, { mappings, rules, schedules }, patience) {
    const ask = () => {
        switch (kind) {
            case 'mapping':
                return switchMapping(id, running, mappings, patience);
            case 'rule':
                return rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, running);
            case 'schedule':
                return schedules.enable({ name: id, ...(group !== undefined && { group }) }, running);
        }
    };
    const answer = kind === 'mapping' ? await ask() : await until(ask, (found) => found !== 'busy', patience);
    if (answer === 'changed' || answer === 'unchanged')
        return answer === 'changed';
    if (answer === 'gone') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-gone', `${resource} (${id}) is not there`, {
            fix: ['Deploy: each deployment writes down which consumers there are.'],
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-not-switched', `${resource} (${id}) does not ${running ? 'start' : 'stop'}`, {
        fix: ['Look for who else changes it, then run the same command again.'],
    });
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

/***/ 16367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ consumerChange),
/* harmony export */   K3: () => (/* binding */ switchConsumers),
/* harmony export */   m3: () => (/* binding */ runningTargets)
/* harmony export */ });
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26586);

/**
 * Where consumers run: in every target that is active, or in one of them alone, the first in the order of the
 * configuration.
 */
function runningTargets(where, names, { inactive }) {
    const active = names.filter((name) => !inactive.includes(name));
    return where === 'every-active' ? active : active.slice(0, 1);
}
/**
 * What a move that can reach everybody makes of consumers. Stopped are those that ran by what is remembered, and those
 * of whoever is left: a run that was killed may have remembered the new state before it came to stop them.
 */
function consumerChange(where, names, before, { inactive, leaving }) {
    const on = runningTargets(where, names, { inactive });
    const ran = runningTargets(where, names, before);
    return { on, off: names.filter((name) => !on.includes(name) && (ran.includes(name) || leaving.includes(name))) };
}
/** Never on both sides: nobody's are started before those that have to stop have stopped. @throws UserError, AwsError */
async function switchConsumers({ on, off }, consumers, signal) {
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(off.map((target) => consumers.set(target, false, signal)));
    signal.throwIfAborted();
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(on.map((target) => consumers.set(target, true, signal)));
}


/***/ }),

/***/ 4558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ consumerKey),
/* harmony export */   k: () => (/* binding */ createPausedConsumers)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const VERSION = 1;
/** One text for each consumer of an account and region. */
function consumerKey({ kind, id, group = '' }) {
    return [kind, group, id].join('/');
}
/** Kept in the bucket of the target itself, for one stack of an environment there. */
function createPausedConsumers({ application, name }, instance, { storage, bucket }) {
    const path = [application, name, instance].map(encodeURIComponent).join('/');
    const key = `sam-multi-region/paused/${path}.json`;
    return {
        async read() {
            const stored = await storage.getText(bucket, key);
            const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(stored?.text ?? '{}')) ?? {};
            const [mappings, others] = [itemsOf(found['mappings']), itemsOf(found['others'])];
            return [
                ...mappings.flatMap((id) => (typeof id === 'string' ? [{ kind: 'mapping', id }] : [])),
                ...others.flatMap(other),
            ];
        },
        async write(consumers) {
            const mappings = consumers.filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
            const others = consumers.filter(({ kind }) => kind !== 'mapping');
            const document = { version: VERSION, mappings, ...(others.length > 0 && { others }) };
            await storage.putText(bucket, key, `${JSON.stringify(document)}\n`);
        },
    };
}
function other(written) {
    const { kind, id, group } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(written) ?? {};
    if ((kind !== 'rule' && kind !== 'schedule') || typeof id !== 'string')
        return [];
    return [{ kind, id, ...(typeof group === 'string' && { group }) }];
}
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
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
