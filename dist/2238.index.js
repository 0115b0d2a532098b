export const id = 2238;
export const ids = [2238];
export const modules = {

/***/ 66805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ activeReader)
/* harmony export */ });
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58010);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13494);


/** @param works targets that answer: the newest of their copies counts */
function activeReader(environment, works, context) {
    let reading;
    const read = async () => {
        const states = await (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleActiveStates */ .x)(environment, works, context);
        return (await states?.read()) ?? _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_ACTIVE */ .Dk;
    };
    const state = () => {
        reading ??= read();
        return reading;
    };
    return { state, isActive: async (target) => !(await state()).inactive.includes(target) };
}


/***/ }),

/***/ 26088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inventoryPlace),
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71349);



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

/***/ 7178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ orphanInstance),
/* harmony export */   O: () => (/* binding */ orphanTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26088);


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
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);




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

/***/ 32238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/records/inventory.ts
var inventory = __webpack_require__(95330);
// EXTERNAL MODULE: ./src/records/rollout-journal.ts
var rollout_journal = __webpack_require__(17509);
// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/inventory-place.ts
var inventory_place = __webpack_require__(26088);
// EXTERNAL MODULE: ./src/commands/orphan.ts
var orphan = __webpack_require__(7178);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/rollout-report.ts
var rollout_report = __webpack_require__(88818);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/records/drill-history.ts
var drill_history = __webpack_require__(82734);
// EXTERNAL MODULE: ./src/records/drill-record.ts
var drill_record = __webpack_require__(10533);
// EXTERNAL MODULE: ./src/commands/record-places.ts
var record_places = __webpack_require__(98634);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts
var active_states = __webpack_require__(13494);
;// CONCATENATED MODULE: ./src/commands/visible-activity.ts






/**
 * Who serves and what is remembered of moving that; changes nothing. Undefined where the environment neither fails over nor
 * ever moved anything, or nobody can tell.
 */
async function visibleActivity(environment, context) {
    const { failover } = environment;
    const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
    try {
        const [states, places] = await Promise.all([
            (0,active_states/* visibleActiveStates */.x)(environment, works, context),
            failover === undefined ? [] : (0,record_places/* visiblePlaces */.fj)(environment, works, context),
        ]);
        const [state, drills] = await Promise.all([
            states?.read(),
            (0,drill_history/* readDrills */.f)((0,drill_history/* drillHistoryKey */.Th)(environment), places, (0,record_places/* noteIn */.Cr)(context)),
        ]);
        if (failover === undefined && state?.failover === undefined)
            return undefined;
        const names = environment.targets.map(({ name }) => name);
        return activityReport(state ?? { inactive: [] }, drills, names, failover?.drill?.everyMs, context.clock.now());
    }
    catch (error) {
        context.signal.throwIfAborted();
        const text = `which targets are active cannot be read: ${(0,src_errors/* errorText */.kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
        return undefined;
    }
}
/** @param now milliseconds since the epoch */
function activityReport(state, drills, names, everyMs, now) {
    const { inactive, failover, drill } = state;
    const active = (0,active_state_document/* activeTargets */.BD)({ version: 1, serial: 0, inactive }, names);
    const open = (0,drill_record/* openDrill */.uR)(state);
    const last = drills.at(-1);
    const counted = drills.findLast(drill_history/* countsAsDrill */.k0);
    const due = everyMs === undefined ? undefined : (0,drill_history/* drillDue */.C0)(drills, everyMs, now);
    return {
        active: [...active],
        inactive: names.filter((name) => !active.has(name)),
        ...(failover !== undefined && { failover }),
        ...(open !== undefined && { openDrill: open }),
        ...(open === undefined && drill?.injected && { injected: true }),
        ...(open === undefined && drill?.returns[0] && { scheduled: drill.returns[0].at }),
        ...(last !== undefined && { lastDrill: last }),
        ...(due !== undefined && {
            nextDrill: {
                due: new Date(due).toISOString(),
                overdue: due <= now,
                ...(counted !== undefined && { last: counted.endedAt }),
            },
        }),
    };
}

// EXTERNAL MODULE: ./src/commands/visible-journal.ts
var visible_journal = __webpack_require__(10370);
// EXTERNAL MODULE: ./src/commands/visible-weights.ts
var visible_weights = __webpack_require__(44292);
;// CONCATENATED MODULE: ./src/commands/status.ts













/** Shows every stack of the environment as AWS has it, who works on it, and orphans. Changes nothing. */
const status_status = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment, whole, excluded } = await (0,commands_environment/* environmentOf */.p)(options, context);
    const { application, name } = environment;
    const recorder = (0,deploy_recorder/* createRecorder */.T)({ application, environment: name }, context);
    const [found, orphans, journal, weights, activity] = await Promise.all([
        Promise.all(environment.instances.map((instance) => (0,stack_report/* findStack */.e)(instance, environment, recorder, context))),
        orphansOf(whole, excluded, context),
        (0,visible_journal/* visibleJournal */.A)(environment, context),
        (0,visible_weights/* visibleWeights */.Iw)(environment, context),
        visibleActivity(environment, context),
    ]);
    const last = await journal?.readAll().catch(rollout_journal/* unknownAsNone */.f);
    context.signal.throwIfAborted();
    refuseWithoutAny(found);
    const stacks = [...withDifferences(found.map(({ report }) => report)), ...orphans];
    context.report({
        type: 'status.ready',
        stacks,
        ...(weights !== undefined && { weights }),
        ...(last !== undefined && { rollout: (0,rollout_report/* rolloutReport */.e)(last) }),
        ...(activity !== undefined && { activity }),
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
        ...(activity !== undefined && { activity }),
        exitCode: bad ? 1 : 0,
    }, context);
};
/** Says of each stack whose release is not that of most targets, or of the first where as many have another. */
function withDifferences(stacks) {
    const usual = new Map();
    for (const [stackName, own] of Map.groupBy(stacks, (stack) => stack.stackName)) {
        const known = Map.groupBy(own, ({ release }) => release?.id ?? '');
        known.delete('');
        const [most] = [...known].toSorted(([, a], [, b]) => b.length - a.length);
        if (most !== undefined)
            usual.set(stackName, most[0]);
    }
    return stacks.map((stack) => {
        const most = usual.get(stack.stackName);
        if (stack.release === undefined || stack.release.id === most)
            return stack;
        return { ...stack, difference: `not the release ${most} that most targets have` };
    });
}
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

/***/ 44292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   Iw: () => (/* binding */ visibleWeights),
/* harmony export */   dZ: () => (/* binding */ seenTraffic)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58010);
/* harmony import */ var _active_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66805);
/* harmony import */ var _shift_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35779);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92088);





/** Looks at the traffic of an environment and changes nothing. Undefined where there is none, or it cannot be read. */
async function seenTraffic(environment, reader, context) {
    const { traffic: settings } = environment;
    if (settings === undefined)
        return undefined;
    return readable(context, async () => {
        const driver = await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__/* .trafficDriverOf */ .j)(settings, environment, context);
        const [{ weights }, state] = await Promise.all([driver.read(context.signal), reader.state()]);
        return { settings, driver, weights, active: (0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeTargets */ .BD)(state, Object.keys(settings.weights)) };
    });
}
/**
 * What cannot be read is said, and then there is nothing to show: a lost control plane must not keep people from seeing the
 * rest.
 */
async function readable(context, look) {
    try {
        return await look();
    }
    catch (error) {
        if (context.signal.aborted)
            return undefined;
        context.report({ type: 'note', level: 'warning', text: `the weights cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}` });
        return undefined;
    }
}
/** Weights of the environment as they are, and who is active. */
async function visibleWeights(environment, context) {
    const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
    const seen = await seenTraffic(environment, (0,_active_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .activeReader */ .s)(environment, works, context), context);
    return seen && (0,_shift_report_js__WEBPACK_IMPORTED_MODULE_4__/* .weightReport */ .J)(seen.settings, seen.weights, seen.weights, seen.active);
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ drillDue),
/* harmony export */   Th: () => (/* binding */ drillHistoryKey),
/* harmony export */   by: () => (/* binding */ drillReportKey),
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   k0: () => (/* binding */ countsAsDrill),
/* harmony export */   t: () => (/* binding */ keepDrill)
/* harmony export */ });
/* unused harmony export parseDrills */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10533);




/** Drills that are remembered; of more the oldest are forgotten. */
const KEPT = 20;
/** Somebody else writes a record of theirs at the same moment. */
const ATTEMPTS = 3;
const VERSION = 1;
/** Where the drills of an environment are remembered in the bucket of each of its targets. */
function drillHistoryKey(subject) {
    return `${folderOf(subject)}.json`;
}
/** Where the report of a drill lies. */
function drillReportKey(subject, id) {
    return `${folderOf(subject)}/${encodeURIComponent(id)}.json`;
}
function folderOf({ application, name }) {
    return `sam-multi-region/drills/${encodeURIComponent(application)}/${encodeURIComponent(name)}`;
}
/** Drills as any of these targets remembers them, oldest first. What cannot be read is noted. */
async function readDrills(key, places, note) {
    const found = await Promise.all(places.map(async ({ target, storage, bucket }) => {
        try {
            const stored = await storage.getText(await bucket(), key);
            return stored === undefined ? [] : parseDrills(stored.text);
        }
        catch (error) {
            note(`the drills that it remembers cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, target);
            return [];
        }
    }));
    return merged(found.flat());
}
/** Adds a drill in every one of these targets. What cannot be kept is noted: the others have it. */
async function keepDrill(key, drill, places, note) {
    const known = await readDrills(key, places, () => { });
    await Promise.all(places.map(async (place) => {
        try {
            await addTo(place, key, [...known, drill]);
        }
        catch (error) {
            note(`the drill could not be remembered: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
        }
    }));
}
async function addTo({ storage, bucket }, key, drills) {
    const name = await bucket();
    for (let attempt = 1;; attempt += 1) {
        const stored = await storage.getText(name, key);
        const all = merged([...(stored === undefined ? [] : parseDrills(stored.text)), ...drills]).slice(-KEPT);
        const condition = stored === undefined ? { ifAbsent: true } : { ifMatch: stored.etag };
        try {
            await storage.putText(name, key, JSON.stringify({ version: VERSION, drills: all }), condition);
            return;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict' || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** Nothing of a document that is damaged or of another version: a drill that is forgotten is due again. */
function parseDrills(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { drills } = value ?? {};
    return value?.['version'] === VERSION && Array.isArray(drills) ? drills.filter(isPastDrill) : [];
}
/** Each drill once, oldest first. */
function merged(drills) {
    const byId = new Map(drills.map((drill) => [drill.id, drill]));
    return [...byId.values()].sort((one, other) => Date.parse(one.endedAt) - Date.parse(other.endedAt));
}
function isPastDrill(value) {
    const { id, kind, outcome, at, endedAt, who, reason, rtoSeconds, why } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value) ?? {};
    return ([id, at, endedAt, who, reason].every((text) => typeof text === 'string') &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isKind */ .VF)(kind) &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcome */ .L2)(outcome) &&
        (rtoSeconds === undefined || typeof rtoSeconds === 'number') &&
        (why === undefined || typeof why === 'string'));
}
/** Whether traffic was moved and came back, and users were served: what a due date counts from. */
function countsAsDrill({ kind, outcome }) {
    return (kind === 'switchover' || kind === 'outage') && (outcome === 'passed' || outcome === 'not-measured');
}
/** When the next drill that moves traffic is due, milliseconds since the epoch. Where none was ever done: now. */
function drillDue(drills, everyMs, now) {
    const last = drills.findLast(countsAsDrill);
    return last === undefined ? now : Date.parse(last.endedAt) + everyMs;
}


/***/ }),

/***/ 95330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ updateInventory),
/* harmony export */   Vl: () => (/* binding */ openInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


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


/***/ })

};
