export const id = 8864;
export const ids = [8864];
export const modules = {

/***/ 6543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ referencedInstance),
/* harmony export */   r6: () => (/* binding */ referencingTexts),
/* harmony export */   wo: () => (/* binding */ dependencyIds)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);

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

/***/ 82845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ referenceValue),
/* harmony export */   r: () => (/* binding */ recordContent)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);


/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
async function recordContent(record, target, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
    const values = new Map();
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)) {
        values.set(JSON.stringify(reference), await referenceValue(reference, from, environment, aws));
    }
    const resolved = texts.map((text) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(JSON.stringify(reference))));
    const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
    if (first === undefined)
        return undefined;
    if (record.kind === 'value')
        return { ...record, value: first };
    return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}
/** What a reference stands for when no release is deployed: an output as it is now. */
async function referenceValue(reference, from, environment, aws) {
    const { target } = from;
    switch (reference.kind) {
        case 'output': {
            const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(environment, from, reference);
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


/***/ }),

/***/ 92088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ trafficDriverOf)
});

;// CONCATENATED MODULE: ./src/traffic/create-driver.ts
/** The driver that the configuration names. Contacts nobody. */
async function createTrafficDriver(settings, parts) {
    const { driver, settleMs } = settings;
    const { controls, clock, who, label, recordOf, probe } = parts;
    const common = { clock, ...(settleMs !== undefined && { settleMs }) };
    switch (driver.driver) {
        case 'route53': {
            const { createRoute53Driver } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 72573));
            return createRoute53Driver({
                ...common,
                settings: driver,
                configured: settings.weights,
                route53: controls.route53,
                who,
                ...(driver.revertRole !== undefined && {
                    later: { schedules: controls.schedules, role: driver.revertRole, label },
                }),
                ...(recordOf !== undefined && { recordOf }),
            });
        }
        case 'cloudfront-kvs': {
            const { createKeyValueStoreDriver } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 90459));
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

// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/traffic-driver.ts


/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
async function trafficDriverOf(settings, environment, context) {
    const { clock, origin, aws, http } = context;
    const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
    const recordOf = record && ((target) => (0,record_content/* recordContent */.r)(record, target, environment, aws));
    const controls = aws.session(callerOf(settings.access, environment)).traffic;
    return createTrafficDriver(settings, {
        controls,
        clock,
        probe: probeOf(http),
        who: origin.who,
        label: `${environment.application}/${environment.name}`,
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

/***/ 26586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Everything's result once all have ended: what one of them throws is thrown only then, so that nothing is still being
 * written when the caller gives up.
 */
async function settleAll(work) {
    const ended = await Promise.allSettled(work);
    return ended.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
}


/***/ })

};
