export const id = 1517;
export const ids = [1517];
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

/***/ 99543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ patienceOf)
/* harmony export */ });
/**
 * @param ms milliseconds; what fails in time fails here too
 * @param signal ends the waiting, and the work, with its reason
 */
function patienceOf(clock, ms, signal) {
    const outer = signal === undefined ? [] : [signal];
    return async (work) => {
        const done = new AbortController();
        const late = new AbortController();
        const timer = clock.sleep(ms, AbortSignal.any([done.signal, ...outer])).then(() => void late.abort(), () => void signal?.throwIfAborted());
        const working = typeof work === 'function' ? work(AbortSignal.any([late.signal, ...outer])) : work;
        // Whoever loses the race may fail later.
        timer.catch(() => undefined);
        working.catch(() => undefined);
        try {
            return (await Promise.race([working, timer])) ?? undefined;
        }
        catch (error) {
            signal?.throwIfAborted();
            if (late.signal.aborted)
                return undefined;
            throw error;
        }
        finally {
            done.abort();
        }
    };
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
/* harmony import */ var _active_state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58010);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59483);
/* harmony import */ var _state_copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(241);



/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
function createActiveStates(key, places, note, clock, patience = (work) => work) {
    const copies = (0,_state_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .createStateCopies */ .$)(key, places, note, clock, patience);
    const { targets } = copies;
    let heard = new Set();
    return {
        known: () => copies.newest(),
        learn: (state) => copies.learn(state),
        heard: () => heard,
        look: () => (0,_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(targets, copies, clock),
        async read() {
            const answers = await Promise.all(targets.map((target) => copies.ask(target)));
            heard = new Set(targets.filter((_, index) => answers[index] !== undefined));
            if (!targets.some((target) => copies.answered(target)))
                throw (0,_state_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .nobodyAnswers */ .D)();
            copies.learn((0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .newestState */ .Qp)(answers.map((answer) => answer?.state)));
            // Where the newest copy was not heard this time, it counts all the same.
            return copies.newest();
        },
        async save(state, asOf) {
            const next = copies.following(state, asOf);
            await copies.write(next, targets);
            return next;
        },
    };
}


/***/ }),

/***/ 59483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99543);


/** Milliseconds that somebody may take to answer a look. */
const AT_ONCE_MS = 2_000;
/**
 * Asks these targets. Where one is silent, the others are asked once more when that is known, so that no answer is old.
 * What is known for the next write stays.
 * @throws UserError `active-state-newer`
 */
async function lookAt(targets, copies, clock) {
    const first = await peekAll(targets, copies, clock);
    const { answers } = first.silent ? await peekAll([...first.answers.keys()], copies, clock) : first;
    return { heard: answers.size > 0, copies: [...answers.values()].filter((copy) => copy !== undefined) };
}
/** Those that answered, and what they hold; and whether anybody was waited for in vain. */
async function peekAll(asked, { peek }, clock) {
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .patienceOf */ .H)(clock, AT_ONCE_MS);
    // Not by the clock: a timer of the machine may fire a millisecond before its time.
    let silent = false;
    const answers = await Promise.all(asked.map((target) => patience(peek(target).then((copy) => [target, copy])).then((answer) => {
        if (answer === undefined)
            silent = true;
        return answer;
    }, (error) => {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)
            return undefined;
        throw error;
    })));
    return { answers: new Map(answers.filter((answer) => answer !== undefined)), silent };
}


/***/ }),

/***/ 241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createStateCopies),
/* harmony export */   D: () => (/* binding */ nobodyAnswers)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26586);
/* harmony import */ var _active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);




/** @param patience undefined for a place that is late: the others count, and its late answer is known to the next write */
function createStateCopies(key, places, note, clock, patience) {
    /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
    const etags = new Map();
    /** How often each target was written: what was asked before tells nothing of what lies there since. */
    const writes = new Map();
    let newest = _active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL_ACTIVE */ .Dk;
    /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
    const learn = (state) => {
        if (state.serial >= newest.serial)
            newest = state;
    };
    const askPlace = async (place) => {
        const before = writes.get(place.target);
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            const state = stored && (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseActiveState */ .vE)(stored.text, place.target);
            if (writes.get(place.target) === before)
                etags.set(place.target, stored?.etag);
            if (state !== undefined)
                learn(state);
            else if (stored !== undefined)
                note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
            return { state };
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
                throw error;
            note(`which targets are active cannot be read in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            return undefined;
        }
    };
    const writePlace = async (place, text) => {
        if (!etags.has(place.target))
            return false;
        const known = etags.get(place.target);
        try {
            await place.assertHeld();
            const condition = known === undefined ? { ifAbsent: true } : { ifMatch: known };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            writes.set(place.target, (writes.get(place.target) ?? 0) + 1);
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
        targets: places.map(({ target }) => target),
        answered: (target) => etags.has(target),
        learn,
        async ask(target) {
            const place = places.find((one) => one.target === target);
            if (place === undefined)
                return undefined;
            const answer = await patience(askPlace(place).then((found) => ({ found })));
            if (answer === undefined)
                note(`which targets are active was not told in time by ${target}: the other copies count`, target);
            return answer?.found;
        },
        async peek(target) {
            const place = places.find((one) => one.target === target);
            const stored = await place?.storage.getText(await place.bucket(), key);
            return stored && (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseActiveState */ .vE)(stored.text, target);
        },
        newest: () => newest,
        following(state, asOf = clock.now()) {
            const { failover, quiesced, drill } = newest;
            return {
                version: 1,
                // Regions that know nothing of each other, because one of them counts as lost, would count alike: time does not.
                serial: Math.max(newest.serial + 1, asOf),
                ...(failover !== undefined && { failover }),
                ...(quiesced !== undefined && { quiesced }),
                ...(drill !== undefined && { drill }),
                ...state,
            };
        },
        async write(state, targets) {
            const chosen = places.filter(({ target }) => targets.includes(target));
            const kept = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_3__/* .settleAll */ .j)(chosen.map((place) => writePlace(place, JSON.stringify(state))));
            if (!kept.includes(true)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-not-kept', 'no target could keep which targets are active', {
                    fix: ['Run the same command again when the regions answer.'],
                });
            }
            learn(state);
        },
    };
}
/** Nobody answers, and so nobody knows. */
function nobodyAnswers() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
        fix: ['Check the network and the credentials, then run the same command again.'],
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
