export const id = 8734;
export const ids = [8734];
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
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88061);




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
/* harmony export */   K: () => (/* binding */ goodTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53860);


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

/***/ 58010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ activeTargets),
/* harmony export */   Dk: () => (/* binding */ ALL_ACTIVE),
/* harmony export */   Qp: () => (/* binding */ newestState),
/* harmony export */   XY: () => (/* binding */ activeStateKey),
/* harmony export */   vE: () => (/* binding */ parseActiveState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10533);



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
    if (!isNames(inactive))
        return undefined;
    const lastChange = parseChange((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['lastChange']));
    if (value['lastChange'] !== undefined && lastChange === undefined)
        return undefined;
    const failover = parseFailover((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['failover']));
    if (value['failover'] !== undefined && failover === undefined)
        return undefined;
    const { quiesced } = value;
    if (quiesced !== undefined && !isNames(quiesced))
        return undefined;
    const drill = (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDrill */ .R_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['drill']));
    if (value['drill'] !== undefined && drill === undefined)
        return undefined;
    return {
        version: VERSION,
        serial,
        inactive,
        ...(lastChange !== undefined && { lastChange }),
        ...(failover !== undefined && { failover }),
        ...(quiesced !== undefined && { quiesced }),
        ...(drill !== undefined && { drill }),
    };
}
function parseFailover(value) {
    if (value === undefined)
        return undefined;
    const { id, from, to, mechanism, at, who, reason, incident, done, drill } = value;
    if (!areTexts([id, mechanism, at, who, reason]) || !isNames(from) || !isNames(to) || typeof done !== 'boolean')
        return undefined;
    return {
        id: String(id),
        from,
        to,
        mechanism: String(mechanism),
        at: String(at),
        who: String(who),
        reason: String(reason),
        ...(typeof incident === 'string' && { incident }),
        done,
        ...parseGraceful((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['graceful'])),
        ...(typeof drill === 'string' && { drill }),
    };
}
function parseGraceful(value) {
    const { inactiveBefore, shifting } = value ?? {};
    if (!isNames(inactiveBefore) || typeof shifting !== 'boolean')
        return {};
    return { graceful: { inactiveBefore, shifting } };
}
const areTexts = (values) => values.every((value) => typeof value === 'string');
function isNames(value) {
    return Array.isArray(value) && areTexts(value);
}
function parseChange(value) {
    const before = weightsOf(value?.['before']);
    const after = weightsOf(value?.['after']);
    if (value === undefined || before === undefined || after === undefined)
        return undefined;
    const { at, who, command, done } = value;
    if (typeof at !== 'string' || typeof who !== 'string' || typeof command !== 'string' || typeof done !== 'boolean')
        return undefined;
    const { reason } = value;
    const first = weightsOf(value['first']);
    return {
        before,
        after,
        at,
        who,
        command,
        done,
        ...(typeof reason === 'string' && { reason }),
        ...(first !== undefined && { first }),
    };
}
function weightsOf(value) {
    const entries = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value) ?? { none: undefined });
    const weights = entries.filter((entry) => Number.isInteger(entry[1]));
    return weights.length === entries.length ? Object.fromEntries(weights) : undefined;
}


/***/ }),

/***/ 38286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ createActiveStates)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26586);
/* harmony import */ var _active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);




/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
function createActiveStates(key, places, note, clock, patience = (work) => work) {
    /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
    const etags = new Map();
    let serial = 0;
    let remembered = {};
    /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
    const learn = (state) => {
        if (state.serial < serial)
            return;
        const { failover, quiesced, drill } = state;
        serial = state.serial;
        remembered = {
            ...(failover !== undefined && { failover }),
            ...(quiesced !== undefined && { quiesced }),
            ...(drill !== undefined && { drill }),
        };
    };
    const ask = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            const state = stored && (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseActiveState */ .vE)(stored.text, place.target);
            etags.set(place.target, stored?.etag);
            if (state !== undefined)
                learn(state);
            else if (stored !== undefined)
                note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
            return state;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
                throw error;
            note(`which targets are active cannot be read in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            return undefined;
        }
    };
    const readOne = async (place) => {
        const answer = await patience(ask(place).then((state) => ({ state })));
        if (answer === undefined)
            note(`which targets are active was not told in time by ${place.target}: the other copies count`, place.target);
        return answer?.state;
    };
    const writeOne = async (place, text) => {
        if (!etags.has(place.target))
            return false;
        const known = etags.get(place.target);
        try {
            await place.assertHeld();
            const condition = known === undefined ? { ifAbsent: true } : { ifMatch: known };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            etags.set(place.target, etag);
            return true;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
            if (error.kind === 'conflict') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-taken', `somebody else changed which targets are active, in ${place.target}`, {
                    fix: ['See who is at work with status, then run the same command again.'],
                });
            }
            note(`which targets are active could not be kept in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            etags.delete(place.target);
            return false;
        }
    };
    return {
        async read() {
            const copies = await Promise.all(places.map(readOne));
            if (etags.size === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
                    fix: ['Check the network and the credentials, then run the same command again.'],
                });
            }
            const newest = (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .newestState */ .Qp)(copies);
            learn(newest);
            return newest;
        },
        async save(state) {
            const next = {
                version: 1,
                // Regions that know nothing of each other, because one of them counts as lost, would count alike: time does not.
                serial: Math.max(serial + 1, clock.now()),
                ...remembered,
                ...state,
            };
            const kept = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_3__/* .settleAll */ .j)(places.map((place) => writeOne(place, JSON.stringify(next))));
            if (!kept.includes(true)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-not-kept', 'no target could keep which targets are active', {
                    fix: ['Run the same command again when the regions answer.'],
                });
            }
            learn(next);
            return next;
        },
    };
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
