export const id = 2442;
export const ids = [2442];
export const modules = {

/***/ 7178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ orphanInstance),
/* harmony export */   O: () => (/* binding */ orphanTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6088);


/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
function orphanTarget({ target, region, account }, whole) {
    const like = whole.targets.find((candidate) => candidate.account === account) ?? (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_1__/* .homeOf */ .l)(whole);
    return { ...like, name: target, region, account };
}
/**
 * A stack that the configuration forgot, with the settings it was deployed with. Where nobody noted them, those of what
 * is most like it, but no service role: that of another account would be wrong, and CloudFormation uses the one that the
 * stack has (API reference, DeleteStack).
 * @throws UserError `no-targets`
 */
function orphanInstance(entry, whole) {
    const key = entry.instance.split('@')[0] ?? entry.instance;
    const target = orphanTarget(entry, whole);
    const like = mostLike(whole, key, target);
    if (like === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-targets', `${whole.name} has no target`);
    const { serviceRole: _, artifactBucket, ...settings } = like.settings;
    const noted = entry.settings ?? (artifactBucket === undefined ? {} : { artifactBucket });
    return {
        id: entry.instance,
        target,
        stack: { ...like.stack, key, stackName: entry.stackName },
        settings: { ...settings, ...noted },
    };
}
/** Of the same stack and account, else of the same account, else of the same stack. */
function mostLike({ instances }, key, { account }) {
    const score = ({ stack, target }) => (target.account === account ? 2 : 0) + (stack.key === key ? 1 : 0);
    return instances.toSorted((a, b) => score(b) - score(a))[0];
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

/***/ 9859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/records/inventory.ts
var inventory = __webpack_require__(5330);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(4431);
// EXTERNAL MODULE: ./src/commands/inventory-place.ts
var inventory_place = __webpack_require__(6088);
// EXTERNAL MODULE: ./src/commands/orphan.ts
var orphan = __webpack_require__(7178);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/rollout-report.ts
var rollout_report = __webpack_require__(8818);
// EXTERNAL MODULE: ./src/commands/stack-report.ts
var stack_report = __webpack_require__(8061);
// EXTERNAL MODULE: ./src/commands/visible-journal.ts
var visible_journal = __webpack_require__(370);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(8010);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts + 1 modules
var active_states = __webpack_require__(5600);
// EXTERNAL MODULE: ./src/commands/shift/report.ts
var report = __webpack_require__(5779);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 2 modules
var traffic_driver = __webpack_require__(669);
;// CONCATENATED MODULE: ./src/commands/visible-weights.ts





/**
 * Weights of the environment as they are, and who is active; changes nothing. What cannot be read is said, and then
 * there is nothing to show: a lost control plane must not keep people from seeing the rest.
 */
async function visibleWeights(environment, context) {
    const { traffic, targets } = environment;
    if (traffic === undefined)
        return undefined;
    try {
        const driver = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
        const works = targets.map((target) => ({ target, session: context.aws.session(target) }));
        const [{ weights }, states] = await Promise.all([
            driver.read(context.signal),
            (0,active_states/* visibleActiveStates */.x)(environment, works, context),
        ]);
        const state = (await states?.read()) ?? active_state_document/* ALL_ACTIVE */.Dk;
        return (0,report/* weightReport */.J)(traffic, weights, weights, (0,active_state_document/* activeTargets */.BD)(state, Object.keys(traffic.weights)));
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.report({ type: 'note', level: 'warning', text: `the weights cannot be read: ${(0,src_errors/* errorText */.kc)(error)}` });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/status.ts










/** Shows every stack of the environment as AWS has it, who works on it, and orphans. Changes nothing. */
const status_status = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment, whole, excluded } = await (0,commands_environment/* environmentOf */.p)(options, context);
    const [found, orphans, journal, weights] = await Promise.all([
        Promise.all(environment.instances.map((instance) => (0,stack_report/* findStack */.e)(instance, environment, context))),
        orphansOf(whole, excluded, context),
        (0,visible_journal/* visibleJournal */.A)(environment, context),
        visibleWeights(environment, context),
    ]);
    const last = await journal?.readAll();
    context.signal.throwIfAborted();
    refuseWithoutAny(found);
    const stacks = [...found.map(({ report }) => report), ...orphans];
    context.report({
        type: 'status.ready',
        stacks,
        ...(weights !== undefined && { weights }),
        ...(last !== undefined && { rollout: (0,rollout_report/* rolloutReport */.e)(last) }),
    });
    const unread = new Set(['unreachable', 'refused']);
    const bad = stacks.some(({ kind, good }) => unread.has(kind) || (kind === 'deployed' && !good));
    return (0,result/* runResult */.X)(environment, {
        command: 'status',
        startedAt,
        instances: [],
        stacks,
        ...(weights !== undefined && { weights }),
        ...(last !== undefined && { rollout: last }),
        exitCode: bad ? 1 : 0,
    }, context);
};
/** Where nothing can be read anywhere there is nothing to show: then it is the user's credentials, or their network. */
function refuseWithoutAny(found) {
    const errors = found.flatMap(({ error }) => error ?? []);
    const [first] = errors;
    if (first instanceof src_errors/* UserError */.yo && errors.length === found.length)
        throw first;
}
/** Stacks in the inventory that the configuration no longer names, as far as they are still there. */
async function orphansOf(whole, excluded, context) {
    const known = new Set(whole.instances.map(({ id }) => id));
    const entries = (await inventoryOf(whole, excluded, context)).filter(({ instance }) => !known.has(instance));
    const reports = await Promise.all(entries.map((entry) => orphanReport(entry, whole, context)));
    return reports.flatMap((report) => report ?? []);
}
async function inventoryOf(whole, excluded, context) {
    const { name } = (0,inventory_place/* homeOf */.l)(whole);
    if (excluded.has(name)) {
        const text = `orphans are not known: the inventory lies in ${name}, which was left out`;
        context.report({ type: 'note', level: 'warning', text });
        return [];
    }
    try {
        const place = await (0,inventory_place/* inventoryPlace */.W)(whole, context);
        return place === undefined ? [] : await (0,inventory/* readInventory */.zw)(place);
    }
    catch (error) {
        if (!(0,stack_report/* isRefusal */.v)(error))
            throw error;
        context.report({ type: 'note', level: 'warning', text: `orphans are not known: ${error.message}` });
        return [];
    }
}
async function orphanReport(entry, whole, context) {
    const { instance, target, region, account, stackName } = entry;
    const base = { instance, target, region, account, stackName, kind: 'orphan', good: false, outputs: {} };
    try {
        const found = await context.aws.session((0,orphan/* orphanTarget */.O)(entry, whole)).cloudformation.describeStack(stackName);
        return found === undefined
            ? undefined
            : { ...base, status: found.status, changedAt: found.updatedAt ?? found.createdAt };
    }
    catch (error) {
        // Its role may be gone with its target: it is listed all the same.
        return { ...base, reason: error instanceof Error ? error.message : String(error) };
    }
}


/***/ }),

/***/ 9345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseRollout),
/* harmony export */   n: () => (/* binding */ rolloutKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
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
        ...(weights !== undefined && { weightsBefore: numbersOf(weights) }),
    };
}
function phasesOf(value) {
    const entries = Object.entries(value ?? {}).flatMap(([name, entry]) => {
        const progress = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(entry);
        const stage = progress?.['stage'];
        const startedAt = progress?.['startedAt'];
        if (progress === undefined || !isOneOf(stage, STAGES) || typeof startedAt !== 'string')
            return [];
        const { bakeSince, steps } = progress;
        return [
            [
                name,
                {
                    stage,
                    startedAt,
                    ...(typeof bakeSince === 'string' && !Number.isNaN(Date.parse(bakeSince)) && { bakeSince }),
                    ...(isCount(steps) && { steps }),
                },
            ],
        ];
    });
    return Object.fromEntries(entries);
}
function numbersOf(value) {
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'number'));
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function isOneOf(value, allowed) {
    return allowed.some((one) => one === value);
}


/***/ }),

/***/ 7509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createRolloutJournal)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(893);
/* harmony import */ var _rollout_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9345);




/**
 * Keeps a rollout in the buckets of its targets by conditional writes. Every step is kept in the first place (home) and
 * in the first one of another region: two regions would have to be lost to lose a step, and then it is done once more.
 * @param places home first
 */
function createRolloutJournal(key, places, note) {
    /** What was read or written last; a place that did not answer has none and is not written to. */
    const known = new Map();
    const second = places.find(({ region }) => region !== places[0]?.region);
    const keepers = places.filter((place, index) => index === 0 || place === second);
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
            return undefined;
        }
    };
    const writeOne = async (place, text) => {
        const last = known.get(place.target);
        if (last === undefined)
            return 'lost';
        await place.assertHeld();
        try {
            const condition = last.etag === undefined ? { ifAbsent: true } : { ifMatch: last.etag };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            known.set(place.target, { etag });
            return 'kept';
        }
        catch (error) {
            if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'conflict') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-taken', `somebody else changed the rollout kept in ${place.target} meanwhile`, {
                    fix: ['See who is at work: sam-multi-region status.'],
                });
            }
            note(`the rollout could not be kept in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            known.delete(place.target);
            return 'lost';
        }
    };
    const copies = new Map();
    const readRest = async () => {
        const unread = places.filter(({ target }) => !copies.has(target));
        const found = await Promise.all(unread.map(async (place) => [place.target, await readOne(place)]));
        for (const [target, copy] of found)
            copies.set(target, copy);
        return (0,_rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCopy */ .YE)(copies.values());
    };
    return {
        async read() {
            const [home] = places;
            if (home === undefined)
                return undefined;
            const copy = await readOne(home);
            copies.set(home.target, copy);
            return known.has(home.target) ? copy : readRest();
        },
        readAll: readRest,
        async save(rollout, where) {
            const text = JSON.stringify(rollout);
            const kept = await Promise.all((where === 'everywhere' ? places : keepers).map((place) => writeOne(place, text)));
            if (kept.includes('kept'))
                return;
            // Both keepers are lost: any other region will do.
            for (const place of where === 'keepers' ? places : [])
                if ((await writeOne(place, text)) === 'kept')
                    return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-not-kept', 'no region could keep how far the rollout is', {
                fix: ['Run the same command again when the regions answer.'],
            });
        },
    };
}


/***/ }),

/***/ 893:
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


/***/ })

};
