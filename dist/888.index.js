export const id = 888;
export const ids = [888];
export const modules = {

/***/ 888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abort: () => (/* binding */ abort)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _deploy_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1411);
/* harmony import */ var _deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(369);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5749);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4431);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4493);






/** Gives up the open rollout. Stacks and weights stay as they are: `rollback` returns the ones, `shift` the others. */
const abort = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentOf */ .p)(options, context, { templates: false });
    const { application, name } = environment;
    const dryRun = options['dry-run'] === true;
    const targets = environment.targets.map((target) => target.name);
    const { version, report } = context;
    report({ type: 'run.started', command: 'abort', version, application, environment: name, targets, dryRun });
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__/* .createTargetWork */ .J2)(environment, {
        command: 'abort',
        lockWaitMs: options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LOCK_WAIT_MS */ .Xn,
        leases: !dryRun,
        makesBuckets: false,
    }, context);
    try {
        const journal = (0,_deploy_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .journalOf */ .P)(environment, await (0,_deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .proveTargets */ .t)(works, options, context), context);
        const last = await journal.readAll();
        if (last === undefined || last.course === 'closed' || last.course === 'failed') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('nothing-open', `no rollout of ${name} is open`, { fix: ['See status.'] });
        }
        const given = givenUp(last, context);
        if (!dryRun) {
            await confirmed(last, context);
            await journal.save(given, 'everywhere');
        }
        const status = dryRun ? 'planned' : 'succeeded';
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .runResult */ .X)(environment, { command: 'abort', startedAt, instances: [], status, release: last.release, rollout: dryRun ? last : given }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
function givenUp({ paused: _, ...last }, { origin }) {
    const failure = { phase: '', reason: `given up by ${origin.who}` };
    return { ...last, course: 'failed', revision: last.revision + 1, failure };
}
async function confirmed({ release, course }, context) {
    const half = course === 'rolling-back' ? ' It is being rolled back, and would stay half way.' : '';
    if (await context.confirm(`Give up the rollout of release ${release.id}?${half}`))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('declined', 'the rollout is still open', { fix: ['Answer y, or add --yes.'] });
}


/***/ }),

/***/ 1411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ journalOf)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8634);



/** The rollout of an environment as it is kept in the buckets of these targets, home first. */
function journalOf(environment, targets, context) {
    const homeFirst = [...targets].sort((a, b) => rank(a, environment) - rank(b, environment));
    return (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W)(environment, homeFirst), (text, target) => context.report({ type: 'note', level: 'warning', text, target }));
}
function rank({ target }, { home }) {
    return target.name === home ? 0 : 1;
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
