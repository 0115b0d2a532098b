export const id = 5449;
export const ids = [5449];
export const modules = {

/***/ 6543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ referencedInstance),
/* harmony export */   r6: () => (/* binding */ referencingTexts),
/* harmony export */   wo: () => (/* binding */ dependencyIds)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1099);

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
        .flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)
        .filter((reference) => reference.kind === 'output');
    const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
    return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
}


/***/ }),

/***/ 369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ proveTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


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

/***/ 8634:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ visiblePlace),
/* harmony export */   W: () => (/* binding */ recordPlaces)
/* harmony export */ });
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1349);

/** The buckets of these targets, to be written under their leases. */
function recordPlaces(environment, works) {
    return works.map((work) => ({
        ...placeOf(work),
        bucket: () => work.bucket((0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsOf */ .f)(environment, work.target.name)),
        assertHeld: async () => (await work.lease()).assertHeld(),
    }));
}
/** A bucket that is there, to look at only. */
function visiblePlace(work, bucket) {
    return {
        ...placeOf(work),
        bucket: async () => bucket,
        assertHeld: () => Promise.reject(new Error('read only')),
    };
}
function placeOf({ target, session, }) {
    return { target: target.name, region: target.region, storage: session.storage };
}


/***/ }),

/***/ 5600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ activeStatesOf),
  x: () => (/* binding */ visibleActiveStates)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(8010);
;// CONCATENATED MODULE: ./src/records/active-state.ts



/** Conditional writes in every place; `save` only after `read`. */
function createActiveStates(key, places, note) {
    /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
    const etags = new Map();
    let serial = 0;
    const readOne = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            etags.set(place.target, stored?.etag);
            if (stored === undefined)
                return undefined;
            const state = (0,active_state_document/* parseActiveState */.vE)(stored.text, place.target);
            if (state === undefined)
                note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
            return state;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            note(`which targets are active cannot be read in ${place.target}: ${(0,errors/* errorText */.kc)(error)}`, place.target);
            return undefined;
        }
    };
    const writeOne = async (place, text) => {
        if (!etags.has(place.target))
            return false;
        await place.assertHeld();
        const known = etags.get(place.target);
        try {
            const condition = known === undefined ? { ifAbsent: true } : { ifMatch: known };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            etags.set(place.target, etag);
            return true;
        }
        catch (error) {
            if (!(error instanceof ports/* AwsError */.G))
                throw error;
            if (error.kind === 'conflict') {
                throw new errors/* UserError */.yo('active-state-taken', `somebody else changed which targets are active, in ${place.target}`, {
                    fix: ['See who is at work with status, then run the same command again.'],
                });
            }
            note(`which targets are active could not be kept in ${place.target}: ${(0,errors/* errorText */.kc)(error)}`, place.target);
            etags.delete(place.target);
            return false;
        }
    };
    return {
        async read() {
            const copies = await Promise.all(places.map(readOne));
            if (etags.size === 0) {
                throw new errors/* UserError */.yo('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
                    fix: ['Check the network and the credentials, then run the same command again.'],
                });
            }
            const newest = (0,active_state_document/* newestState */.Qp)(copies);
            serial = newest.serial;
            return newest;
        },
        async save(state) {
            const next = { version: 1, serial: serial + 1, ...state };
            const kept = await Promise.all(places.map((place) => writeOne(place, JSON.stringify(next))));
            if (!kept.includes(true)) {
                throw new errors/* UserError */.yo('active-state-not-kept', 'no target could keep which targets are active', {
                    fix: ['Run the same command again when the regions answer.'],
                });
            }
            serial = next.serial;
            return next;
        },
    };
}

// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(5326);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(1349);
// EXTERNAL MODULE: ./src/commands/record-places.ts
var record_places = __webpack_require__(8634);
;// CONCATENATED MODULE: ./src/commands/shift/active-states.ts





/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
function activeStatesOf(environment, works, context) {
    return createActiveStates((0,active_state_document/* activeStateKey */.XY)(environment), (0,record_places/* recordPlaces */.W)(environment, works), noteIn(context));
}
/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleActiveStates(environment, works, context) {
    const places = await Promise.all(works.map(async (work) => {
        const bucket = await (0,bucket_of/* bucketOf */.A)(work.session, (0,target_settings/* settingsOf */.f)(environment, work.target.name), context);
        return bucket === undefined ? [] : [(0,record_places/* visiblePlace */.C)(work, bucket)];
    }));
    return places.flat().length === 0
        ? undefined
        : createActiveStates((0,active_state_document/* activeStateKey */.XY)(environment), places.flat(), noteIn(context));
}
function noteIn(context) {
    return (text, target) => context.report({ type: 'note', level: 'warning', text, target });
}


/***/ }),

/***/ 3934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ goodTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6216);


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

/***/ 5779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ weightReport)
/* harmony export */ });
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5544);

/** A change of weights as it is shown, and as it stands in the result. */
function weightReport(settings, before, after, active) {
    return {
        driver: settings.driver.driver,
        of: subjectOf(settings.driver),
        targets: Object.keys({ ...settings.weights, ...after }).map((target) => ({
            target,
            weightBefore: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(before, target),
            weightAfter: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(after, target),
            shareBefore: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(before, target),
            shareAfter: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(after, target),
            configured: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(settings.weights, target),
            active: active.has(target),
        })),
    };
}
function subjectOf(driver) {
    switch (driver.driver) {
        case 'route53':
            return driver.name;
        case 'cloudfront-kvs':
            return `${driver.key} in ${driver.store}`;
        case 'global-accelerator':
            return driver.listener;
    }
}


/***/ }),

/***/ 5449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shift: () => (/* binding */ shift)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(8010);
// EXTERNAL MODULE: ./src/rollout/weight-guard.ts
var weight_guard = __webpack_require__(941);
// EXTERNAL MODULE: ./src/rollout/weights.ts
var rollout_weights = __webpack_require__(5544);
// EXTERNAL MODULE: ./src/traffic/change-weights.ts
var change_weights = __webpack_require__(8073);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(369);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(5749);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(4431);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 2 modules
var traffic_driver = __webpack_require__(669);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts + 1 modules
var active_states = __webpack_require__(5600);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var shift_facts = __webpack_require__(3934);
// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(4131);
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
var report = __webpack_require__(5779);
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
        const run = { traffic, environment, works, options, context };
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
async function lookAt({ traffic, environment, works, options, context }, state) {
    const driver = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
    const [read, good] = await Promise.all([driver.read(context.signal), (0,shift_facts/* goodTargets */.K)(environment, works)]);
    const names = Object.keys(traffic.weights);
    const inactive = nextInactive(options, state, names);
    const current = driver.joins ? (0,rollout_weights/* joinWeights */.Yc)(read.weights, names) : read.weights;
    const next = wantedWeights(options, { current, configured: traffic.weights, state });
    const active = (0,active_state_document/* activeTargets */.BD)({ ...state, inactive: inactive.duringChange }, names);
    const facts = { configured: traffic.weights, good, active, floorPercent: traffic.floorPercent };
    if (!(0,rollout_weights/* sameWeights */.ML)(next, read.weights))
        (0,weight_guard/* assertWeights */.Q)(next, read.weights, facts);
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
    const { shown } = await lookAt(run, (await states?.read()) ?? active_state_document/* ALL_ACTIVE */.Dk);
    context.report({ type: 'weight.planned', weights: shown });
    return { weights: shown, changed: false };
}
async function carryOut(run) {
    const { environment, works, context } = run;
    await holdAll(works, context);
    const states = (0,active_states/* activeStatesOf */.s)(environment, [...works.values()], context);
    const state = await states.read();
    const situation = await lookAt(run, state);
    const { read, next, shown, inactive } = situation;
    context.report({ type: 'weight.planned', weights: shown });
    const same = (0,rollout_weights/* sameWeights */.ML)(next, read.weights) && sameNames(inactive, state.inactive);
    if (same && !isUnfinished(state))
        return { weights: shown, changed: false };
    if (!same && !(await context.confirm(question(shown)))) {
        throw new errors/* UserError */.yo('declined', 'no weight was changed', { fix: ['Answer y, or add --yes.'] });
    }
    return { weights: shown, changed: await change(situation, state, states, context) };
}
async function change({ driver, read, next, facts, inactive }, state, states, context) {
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
            lastChange = { before, after, at, who: origin.who, command: 'shift', done: false };
            await states.save({ inactive: during, lastChange });
        },
    });
    await states.save({ inactive, ...(lastChange !== undefined && { lastChange: { ...lastChange, done: true } }) });
    return changed || !sameNames(inactive, state.inactive);
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
function sameNames(left, right) {
    return left.length === right.length && left.every((name) => right.includes(name));
}


/***/ }),

/***/ 669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ trafficDriverOf)
});

;// CONCATENATED MODULE: ./src/traffic/create-driver.ts
/** The driver that the configuration names. Contacts nobody. */
async function createTrafficDriver(settings, parts) {
    const { driver, settleMs } = settings;
    const { controls, clock, who, recordOf, probe } = parts;
    const common = { clock, ...(settleMs !== undefined && { settleMs }) };
    switch (driver.driver) {
        case 'route53': {
            const { createRoute53Driver } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573));
            return createRoute53Driver({
                ...common,
                settings: driver,
                configured: settings.weights,
                route53: controls.route53,
                who,
                ...(recordOf !== undefined && { recordOf }),
            });
        }
        case 'cloudfront-kvs': {
            const { createKeyValueStoreDriver } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 459));
            return createKeyValueStoreDriver({ ...common, settings: driver, store: controls.keyValueStore, probe });
        }
        case 'global-accelerator': {
            const { createGlobalAcceleratorDriver } = await __webpack_require__.e(/* import() */ 2397).then(__webpack_require__.bind(__webpack_require__, 2397));
            const { weights: configured } = settings;
            const accelerator = controls.globalAccelerator;
            return createGlobalAcceleratorDriver({ ...common, settings: driver, configured, accelerator });
        }
    }
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(1099);
// EXTERNAL MODULE: ./src/commands/deploy/dependencies.ts
var dependencies = __webpack_require__(6543);
;// CONCATENATED MODULE: ./src/commands/record-content.ts


/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
async function recordContent(record, target, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
    const values = new Map();
    for (const reference of texts.flatMap(references/* referencesIn */.ii)) {
        values.set(JSON.stringify(reference), await valueFor(reference, from, environment, aws));
    }
    const resolved = texts.map((text) => (0,references/* resolveReferences */.d)(text, (reference) => values.get(JSON.stringify(reference))));
    const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
    if (first === undefined)
        return undefined;
    if (record.kind === 'value')
        return { ...record, value: first };
    return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}
async function valueFor(reference, from, environment, aws) {
    const { target } = from;
    switch (reference.kind) {
        case 'output': {
            const source = (0,dependencies/* referencedInstance */.PP)(environment, from, reference);
            if (source === undefined)
                return undefined;
            const stack = await aws.session(source.target).cloudformation.describeStack(source.stack.stackName);
            return stack?.outputs[reference.output];
        }
        case 'target':
            return { name: target.name, region: target.region, account: target.account, active: undefined }[reference.property];
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        default:
            // Refused by the topology: a record set outlives a release.
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/traffic-driver.ts


/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
async function trafficDriverOf(settings, environment, context) {
    const { clock, origin, aws, http } = context;
    const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
    const recordOf = record && ((target) => recordContent(record, target, environment, aws));
    const controls = aws.session(callerOf(settings.access, environment)).traffic;
    return createTrafficDriver(settings, {
        controls,
        clock,
        probe: probeOf(http),
        who: origin.who,
        ...(recordOf && { recordOf }),
    });
}
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_BYTES = 4_096;
/** Asks a URL for its text; whatever goes wrong is no answer. */
function probeOf(http) {
    return async (url, signal) => {
        const request = { url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS, maxBytes: PROBE_BYTES, signal };
        const answer = await http(request).catch(() => undefined);
        return answer?.status === 200 ? answer.body : undefined;
    };
}
/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access, { targets }) {
    if (targets.some(({ region }) => region === access.region))
        return { ...access, name: 'traffic' };
    return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
}


/***/ }),

/***/ 8010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ activeTargets),
/* harmony export */   Dk: () => (/* binding */ ALL_ACTIVE),
/* harmony export */   Qp: () => (/* binding */ newestState),
/* harmony export */   XY: () => (/* binding */ activeStateKey),
/* harmony export */   vE: () => (/* binding */ parseActiveState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


const VERSION = 1;
/** Where nothing was remembered yet: every target is active. */
const ALL_ACTIVE = { version: VERSION, serial: 0, inactive: [] };
/** Where the state of an environment lies in the bucket of each of its targets. */
function activeStateKey({ application, name }) {
    return `sam-multi-region/active/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
/** Those of the targets that are active. */
function activeTargets(state, targets) {
    return new Set(targets.filter((target) => !state.inactive.includes(target)));
}
/** The newest of several copies. */
function newestState(copies) {
    return copies.reduce((newest, copy) => (copy !== undefined && copy.serial > newest.serial ? copy : newest), ALL_ACTIVE);
}
/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `active-state-newer` for one of a later version, which may mean something that this one would undo
 */
function parseActiveState(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text));
    const version = value?.['version'];
    if (typeof version === 'number' && version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('active-state-newer', `which targets are active, as kept in ${place}, was written by a newer version (format ${version})`, { fix: ['Use the version that ran last, or a later one.'] });
    }
    if (value === undefined || version !== VERSION)
        return undefined;
    const { serial, inactive } = value;
    if (typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial < 1)
        return undefined;
    if (!Array.isArray(inactive) || !inactive.every((name) => typeof name === 'string'))
        return undefined;
    const lastChange = parseChange((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['lastChange']));
    if (value['lastChange'] !== undefined && lastChange === undefined)
        return undefined;
    return { version: VERSION, serial, inactive, ...(lastChange !== undefined && { lastChange }) };
}
function parseChange(value) {
    const before = weightsOf(value?.['before']);
    const after = weightsOf(value?.['after']);
    if (value === undefined || before === undefined || after === undefined)
        return undefined;
    const { at, who, command, done } = value;
    if (typeof at !== 'string' || typeof who !== 'string' || typeof command !== 'string' || typeof done !== 'boolean')
        return undefined;
    return { before, after, at, who, command, done };
}
function weightsOf(value) {
    const entries = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value) ?? { none: undefined });
    const weights = entries.filter((entry) => Number.isInteger(entry[1]));
    return weights.length === entries.length ? Object.fromEntries(weights) : undefined;
}


/***/ }),

/***/ 941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assertWeights)
/* harmony export */ });
/* unused harmony export weightProblems */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5544);


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
    'below-floor': 'Lower less at once, or lower traffic.floor in the configuration.',
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

/***/ 5544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ MAX_WEIGHT),
/* harmony export */   ML: () => (/* binding */ sameWeights),
/* harmony export */   Oj: () => (/* binding */ rampWeights),
/* harmony export */   Yc: () => (/* binding */ joinWeights),
/* harmony export */   _$: () => (/* binding */ drainWeights),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   zN: () => (/* binding */ totalWeight)
/* harmony export */ });
/* unused harmony export stepWeight */
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

/***/ 8073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ finishChange),
/* harmony export */   y: () => (/* binding */ changeWeights)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _rollout_weight_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(941);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5544);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6932);





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

/***/ 6932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ UNKNOWN_CHANGE)
/* harmony export */ });
/** Id of a change that cannot be asked for any more: its answer was lost, or its run is gone. */
const UNKNOWN_CHANGE = 'unknown';


/***/ })

};
