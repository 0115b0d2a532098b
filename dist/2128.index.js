export const id = 2128;
export const ids = [2128];
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

/***/ 6088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inventoryPlace),
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1349);



/** The home target; the environment was checked to have it. */
function homeOf(environment) {
    const home = environment.targets.find(({ name }) => name === environment.home) ?? environment.targets[0];
    if (home === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${environment.name} has no target`);
    return home;
}
/** Where the inventory of an environment lies; undefined before the first deployment made a bucket. */
async function inventoryPlace(whole, context) {
    const home = homeOf(whole);
    const session = context.aws.session(home);
    const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsOf */ .f)(whole, home.name), context);
    return bucket === undefined
        ? undefined
        : { storage: session.storage, bucket, application: whole.application, environment: whole.name };
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

/***/ 8061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ findStack),
/* harmony export */   v: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6966);
/* harmony import */ var _report_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3300);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6216);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5326);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5749);







/** Reads one stack and who works on its target. One that cannot be read is reported as such: the others are shown. */
async function findStack(instance, environment, context) {
    const { target, stack } = instance;
    const base = { instance: instance.id, target: target.name, region: target.region, stackName: stack.stackName };
    try {
        const session = context.aws.session(target);
        const account = await session.account();
        const [found, held] = await Promise.all([
            session.cloudformation.describeStack(stack.stackName),
            holderOf(instance, environment, context),
        ]);
        if (found === undefined)
            return { report: { ...base, account, kind: 'absent', good: false, outputs: {}, ...held } };
        const reasons = [found.statusReason, held.reason].filter(Boolean);
        const report = {
            ...base,
            account,
            ...held,
            kind: 'deployed',
            status: found.status,
            good: (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_4__/* .statusMeaning */ .uj)(found.status).success,
            changedAt: found.updatedAt ?? found.createdAt,
            outputs: found.outputs,
            ...(reasons.length > 0 && { reason: reasons.join('; ') }),
        };
        return { report };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        const kind = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable' ? 'unreachable' : 'refused';
        return { report: { ...base, kind, good: false, ...wordsOf(error), outputs: {} }, error };
    }
}
/** Stacks can be read where the bucket cannot: then only who holds the target stays unknown. */
async function holderOf({ target, settings }, environment, context) {
    const session = context.aws.session(target);
    try {
        const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_5__/* .bucketOf */ .A)(session, settings, context);
        const heldBy = bucket === undefined ? undefined : await (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseHolder */ .Fp)(session.storage, bucket, (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseKey */ .aW)(environment));
        return heldBy === undefined ? {} : { heldBy };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { reason: `who works on it is not known: ${wordsOf(error).reason}` };
    }
}
/** What AWS or the credentials say no to, as opposed to a defect of this program. */
function isRefusal(error) {
    return error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo;
}
function wordsOf(error) {
    const problems = (0,_report_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(error);
    const reason = problems.map(({ message, code }) => (message.includes(code) ? message : `${message} (${code})`));
    return { reason: reason.join('; '), fix: problems.flatMap(({ fix }) => fix) };
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

/***/ 370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ visibleJournal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7509);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1349);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8634);
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8061);







/** The kept rollout to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleJournal(environment, context) {
    const refused = [];
    const found = await Promise.all(environment.targets.map(async (target) => {
        const session = context.aws.session(target);
        try {
            const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_3__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsOf */ .f)(environment, target.name), context);
            if (bucket === undefined)
                return [];
            return [(0,_record_places_js__WEBPACK_IMPORTED_MODULE_6__/* .visiblePlace */ .C)({ target, session }, bucket)];
        }
        catch (error) {
            // The other regions have their copies; what is wrong with this one is said where its stacks are.
            if (!(0,_stack_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isRefusal */ .v)(error))
                throw error;
            refused.push(error);
            return [];
        }
    }));
    const places = found.flat();
    // Where nobody may look, that there is no rollout would be a guess.
    const [first] = refused;
    if (first instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && refused.length === environment.targets.length)
        throw first;
    if (places.length === 0)
        return undefined;
    return (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_1__/* .rolloutKey */ .n)(environment), places, (text, target) => context.report({ type: 'note', level: 'warning', text, target }));
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

/***/ 5330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ updateInventory),
/* harmony export */   Vl: () => (/* binding */ openInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


const VERSION = 1;
/** Two runs that end at once: the loser reads again and adds to what the winner wrote. */
const ATTEMPTS = 5;
const DURATIONS_KEPT = 5;
function keyOf({ application, environment }) {
    return `sam-multi-region/inventory/${encodeURIComponent(application)}/${encodeURIComponent(environment)}.json`;
}
/**
 * Every stack that this environment ever had and that was not removed with `remove`.
 * @throws UserError `inventory-newer`; AwsError
 */
async function readInventory(place) {
    return (await openInventory(place)).entries;
}
/**
 * Adds and takes out entries; writes nothing when that changes nothing.
 * @param known what a run read when it began: it is written over as long as nobody else has written since
 */
async function updateInventory(place, change, known) {
    for (let attempt = 1;; attempt += 1) {
        const { entries, etag } = (attempt === 1 ? known : undefined) ?? (await openInventory(place));
        const kept = entries.filter(({ instance }) => !change.remove?.has(instance));
        const byId = new Map(kept.map((entry) => [entry.instance, entry]));
        for (const entry of change.add ?? [])
            byId.set(entry.instance, merged(byId.get(entry.instance), entry));
        const next = [...byId.values()].sort((a, b) => (a.instance < b.instance ? -1 : 1));
        if (JSON.stringify(next) === JSON.stringify(entries))
            return;
        const document = { version: VERSION, entries: next };
        try {
            const condition = etag === undefined ? { ifAbsent: true } : { ifMatch: etag };
            await place.storage.putText(place.bucket, keyOf(place), JSON.stringify(document), condition);
            return;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict' || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** A run without changes says nothing about how long one takes. */
function merged(known, entry) {
    const tookMs = [...(known?.tookMs ?? []), ...(entry.tookMs ?? [])].slice(-DURATIONS_KEPT);
    return { ...entry, ...(tookMs.length > 0 && { tookMs }) };
}
/**
 * The inventory, to be written back later without reading it again.
 * @throws UserError `inventory-newer`; AwsError
 */
async function openInventory(place) {
    const stored = await place.storage.getText(place.bucket, keyOf(place));
    if (stored === undefined)
        return { entries: [] };
    const document = parse(stored.text);
    if (document !== undefined && document.version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('inventory-newer', `the inventory of ${place.environment} was written by a newer version (format ${document.version})`, {
            fix: ['Use the version that deployed last, or a later one.'],
        });
    }
    // A damaged inventory only hides orphans: it is begun anew, guarded by its ETag.
    return { entries: document?.entries ?? [], etag: stored.etag };
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value?.version === 'number' && Array.isArray(value.entries)
            ? { version: value.version, entries: value.entries }
            : undefined;
    }
    catch {
        return undefined;
    }
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


/***/ })

};
