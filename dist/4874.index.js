export const id = 4874;
export const ids = [4874];
export const modules = {

/***/ 1225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failedPreparation),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _stack_failed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7547);


/** What was thrown while working on one target, as that target's honest state: a defect too, so that the others go on. */
function failedPreparation(error, signal) {
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedPreparation */ .Qp)(refusal(error, signal));
}
/** The same for an execution: what AWS is doing meanwhile is not known. */
function failedOutcome(error, signal) {
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedOutcome */ .jV)(refusal(error, signal));
}
function refusal(error, signal) {
    if (signal.aborted)
        return { state: 'cancelled', reason: 'cancelled while it was being worked on' };
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error, signal) ?? { state: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error) };
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

/***/ 4903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ createRecorder),
  h: () => (/* binding */ lastChangeSet)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/records/anchor.ts
var records_anchor = __webpack_require__(9193);
// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(589);
// EXTERNAL MODULE: ./src/records/secret-marker.ts
var secret_marker = __webpack_require__(6355);
;// CONCATENATED MODULE: ./src/records/ask.ts


/** The record of what is sent, without a value that is secret. */
function askedRelease(subject, parameters, { stack, before, key, created }) {
    const { release, template, artifacts, taken, secretParameters, defaults, serviceRole, restores } = subject;
    const link = before === undefined ? undefined : (0,release_record/* linkOf */.IJ)(before);
    const recorded = parameters.map((parameter) => {
        const { name } = parameter;
        const earlier = secretOf(before?.asked.parameters[name]);
        if ('usePrevious' in parameter) {
            // What was secret when it was given is so when it is kept, whatever the template says of it now.
            const hidden = secretParameters.has(name) || earlier !== undefined;
            return [name, hidden ? { secret: (0,secret_marker/* markKept */.yC)(earlier, link) } : { value: stack?.parameters[name] ?? '' }];
        }
        if (!secretParameters.has(name))
            return [name, { value: parameter.value }];
        return [name, { secret: (0,secret_marker/* markGiven */.Vq)(name, parameter.value, key, earlier, link) }];
    });
    const sent = new Set(parameters.map(({ name }) => name));
    const unsent = Object.entries(defaults).flatMap(([name, value]) => {
        if (sent.has(name))
            return [];
        return [[name, secretParameters.has(name) ? { secret: (0,secret_marker/* markKept */.yC)(undefined, link) } : { value }]];
    });
    const hiddenTags = [...subject.secretTags].sort();
    const tags = Object.keys(subject.tags).length > 0 ? subject.tags : (stack?.tags ?? {});
    return {
        release: release.id,
        ...(release.commit !== undefined && { commit: release.commit }),
        template,
        parameters: sorted(Object.fromEntries([...recorded, ...unsent])),
        tags: sorted(Object.fromEntries(Object.entries(tags).filter(([name]) => !subject.secretTags.has(name)))),
        ...(hiddenTags.length > 0 && { hiddenTags }),
        capabilities: [...subject.capabilities].sort(),
        ...(serviceRole !== undefined && { serviceRole }),
        notificationArns: [...subject.notificationArns].sort(),
        artifacts: artifacts.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
        taken: sorted(mapValues(taken, sorted)),
        ...(created && { created }),
        ...(link !== undefined && { before: link }),
        ...(restores !== undefined && { restores }),
    };
}
function secretOf(value) {
    return value !== undefined && 'secret' in value ? value.secret : undefined;
}
/** In the order of their names: the hash of a record must not depend on the order in which things were found. */
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function mapValues(record, map) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/records/history-document.ts
var history_document = __webpack_require__(1078);
;// CONCATENATED MODULE: ./src/records/history.ts



function historyKey({ application, environment, instance }) {
    const parts = [application, environment, instance].map(encodeURIComponent);
    return `sam-multi-region/records/${parts.join('/')}.json`;
}
/**
 * The records of a stack, not yet proven.
 * @throws UserError `record-newer`; AwsError
 */
async function readHistory(place) {
    const stored = await place.storage.getText(place.bucket, historyKey(place));
    if (stored === undefined)
        return { document: (0,history_document/* emptyHistory */.s4)(place.instance) };
    const parsed = (0,history_document/* parseHistory */.i6)(stored.text);
    switch (parsed.kind) {
        case 'history':
            return { document: parsed.document, etag: stored.etag };
        case 'damaged':
            return { document: (0,history_document/* emptyHistory */.s4)(place.instance), etag: stored.etag, damaged: true };
        case 'newer':
            throw new errors/* UserError */.yo('record-newer', `the records of ${place.instance} were written by a newer version of this tool (format ${parsed.version})`, { fix: ['Use the version that deployed last, or a later one.'] });
    }
}
/**
 * Writes the records, if nobody else has written them since they were read.
 * @returns what is stored now; undefined when somebody else was faster
 */
async function writeHistory(place, { etag }, document) {
    const condition = etag === undefined ? { ifAbsent: true } : { ifMatch: etag };
    try {
        const written = await place.storage.putText(place.bucket, historyKey(place), JSON.stringify(document), condition);
        return { document, etag: written.etag };
    }
    catch (error) {
        if (error instanceof ports/* AwsError */.G && error.kind === 'conflict')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/records/proof.ts
var records_proof = __webpack_require__(5508);
// EXTERNAL MODULE: ./src/stack/names.ts
var names = __webpack_require__(2444);
;// CONCATENATED MODULE: ./src/commands/deploy/recorder.ts








function createRecorder(options, context) {
    const reading = new Map();
    const drafts = new Map();
    const placeOf = ({ instance, session, bucket }) => ({ ...options, instance, bucket, storage: session.storage });
    function read(stack) {
        const known = reading.get(stack.instance);
        if (known !== undefined)
            return known;
        const started = readHistory(placeOf(stack));
        reading.set(stack.instance, started);
        return started;
    }
    const warn = (text, target) => context.report({ type: 'note', level: 'warning', text, target });
    async function write(draft, document) {
        const { instance, target } = draft.stack;
        try {
            const written = await writeHistory(placeOf(draft.stack), draft.stored, document);
            if (written === undefined) {
                warn(`the release record of ${instance} was written by somebody else meanwhile: this release is not in it`, target);
            }
            else
                reading.set(instance, Promise.resolve(written));
        }
        catch (error) {
            // The stack is as it should be: its result must reach the user.
            warn(`${instance} cannot be rolled back to this release, its record was not written: ${(0,errors/* errorText */.kc)(error)}`, target);
        }
    }
    async function keep(draft, state, ended) {
        const { proof, stored, asked, stack } = draft;
        const trusted = proof === undefined || proof.kind === 'none' ? [] : proof.records;
        const end = { state, at: new Date(context.clock.now()).toISOString(), run: context.origin.who };
        const record = { asked, ended: { ...end, outputs: {}, ...ended }, also: [] };
        await write(draft, (0,history_document/* withRecord */.q8)({ ...stored.document, records: trusted }, record, stack.template));
    }
    return {
        open: (stack) => void read(stack).catch(() => undefined),
        read,
        draft: (instance) => drafts.get(instance),
        async describe(stack, parameters, deployed) {
            const [stored, changeSet] = await Promise.all([read(stack), lastChangeSet(deployed, stack)]);
            const proof = deployed && (0,records_proof/* proveRecords */.x)(deployed, changeSet, stored.document.records);
            sayUntrusted(stack, stored, proof, context);
            const key = proof?.key ?? (0,records_anchor/* newKey */.uM)();
            const ask = (before, created) => askedRelease(stack.subject, parameters, {
                key,
                created,
                ...(deployed !== undefined && { stack: deployed }),
                ...(before !== undefined && { before }),
            });
            const newest = proof === undefined || proof.kind === 'none' ? undefined : proof.records.at(-1);
            const lost = proof?.kind === 'behind' ? proof.lost.id : undefined;
            const found = [ask(newest, false), ask(newest, true)].find((asked) => (0,release_record/* recordId */.Re)(asked) === lost);
            // Where it is not known what the stack has now, nothing may be taken for the release before this one. A rollback
            // names what it goes back to.
            const known = lost === undefined || stack.subject.restores !== undefined;
            const asked = found ?? ask(known ? newest : undefined, deployed === undefined);
            const missing = found !== undefined;
            drafts.set(stack.instance, { stack, stored, proof, asked, missing });
            const anchor = (0,records_anchor/* anchorText */.fg)({ record: (0,release_record/* recordId */.Re)(asked), key, ...(asked.before && { after: asked.before }) });
            return `${stack.description}; ${anchor}`;
        },
        async succeeded(instance, { state, ...ended }) {
            const draft = drafts.get(instance);
            if (draft !== undefined)
                await keep(draft, state, ended);
        },
        async unchanged(instance, ended) {
            const draft = drafts.get(instance);
            if (draft === undefined)
                return false;
            if (draft.missing) {
                await keep(draft, 'succeeded', ended);
                return true;
            }
            const newest = draft.proof?.kind === 'current' ? draft.proof.records.at(-1) : undefined;
            const { release, commit } = draft.asked;
            // A stack that was adopted and never changed by us has nothing that could vouch for a record.
            if (newest === undefined)
                return true;
            if ((0,release_record/* releasesOf */.w0)(newest).at(-1) === release)
                return false;
            const at = new Date(context.clock.now()).toISOString();
            const same = { release, at, ...(commit !== undefined && { commit }) };
            await write(draft, (0,history_document/* withSameRelease */.gb)(draft.stored.document, same));
            return true;
        },
    };
}
/** The change set that was executed last, if it is one of ours: only those say anything of records. */
async function lastChangeSet(deployed, { session }) {
    const id = deployed?.changeSetId;
    // arn:aws:cloudformation:REGION:ACCOUNT:changeSet/NAME/ID
    if (id === undefined || !id.split('/')[1]?.startsWith(names/* PREFIX */.H3))
        return undefined;
    return session.cloudformation.describeChangeSet(id);
}
/** Records that lie there and cannot be used are never passed over in silence. */
function sayUntrusted({ instance, target }, { damaged, document }, proof, { report }) {
    const why = damaged
        ? 'they are damaged'
        : proof?.kind === 'none' && document.records.length > 0
            ? proof.reason
            : undefined;
    if (why === undefined)
        return;
    const text = `the release records of ${instance} are not used, so it cannot return to a release before this one: ${why}`;
    report({ type: 'note', level: 'warning', text, target });
}


/***/ }),

/***/ 8037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** The target of an instance. */
function workOf({ id, target }, targets) {
    const work = targets.get(target.name);
    if (work === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${id} is in no target of this run`);
    return work;
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

/***/ 1172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ missingArtifacts),
/* harmony export */   h: () => (/* binding */ absentArtifacts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3677);


/**
 * Keys of recorded objects that are not there any more, or hold something else. Who can write to the bucket can
 * overwrite them, so their bytes are hashed: neither names nor metadata tell.
 */
async function missingArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key, sha256 }) => ((await hashOf(storage, bucket, key)) === sha256 ? [] : [key])));
    return found.flat();
}
/** Whether they are there at all, which is all that a forecast needs. One HEAD each. */
async function absentArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key }) => ((await storage.head(bucket, key)) === undefined ? [key] : [])));
    return found.flat();
}
async function hashOf(storage, bucket, key) {
    try {
        const { body } = await storage.get(bucket, key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of body)
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 5087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readRecordedState)
/* harmony export */ });
/* harmony import */ var _records_proof_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5508);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5326);
/* harmony import */ var _deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4903);



/**
 * Reads a stack and its records; undefined where there is no stack, or no bucket that could hold records. Creates
 * nothing.
 * @throws UserError `record-newer`, and those of credentials and buckets; AwsError
 */
async function readRecordedState(instance, recorder, context) {
    const session = context.aws.session(instance.target);
    await session.account();
    const [stack, bucket] = await Promise.all([
        session.cloudformation.describeStack(instance.stack.stackName),
        (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, instance.settings, context),
    ]);
    if (stack === undefined || bucket === undefined)
        return undefined;
    const [history, changeSet] = await Promise.all([
        recorder.read({ instance: instance.id, session, bucket }),
        (0,_deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .lastChangeSet */ .h)(stack, { session }),
    ]);
    return { stack, session, bucket, history, proof: (0,_records_proof_js__WEBPACK_IMPORTED_MODULE_0__/* .proveRecords */ .x)(stack, changeSet, history.document.records) };
}


/***/ }),

/***/ 8885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createRollbackWork)
});

// EXTERNAL MODULE: ./src/rollout/rollback-loss.ts
var rollback_loss = __webpack_require__(7589);
// EXTERNAL MODULE: ./src/rollout/rollback-plan.ts + 1 modules
var rollback_plan = __webpack_require__(5679);
// EXTERNAL MODULE: ./src/stack/index.ts + 30 modules
var src_stack = __webpack_require__(6216);
// EXTERNAL MODULE: ./src/template/stateful.ts
var stateful = __webpack_require__(3420);
// EXTERNAL MODULE: ./src/commands/deploy/failures.ts
var failures = __webpack_require__(1225);
// EXTERNAL MODULE: ./src/commands/deploy/work-of.ts
var work_of = __webpack_require__(8037);
// EXTERNAL MODULE: ./src/rollout/rollback-target.ts
var rollback_target = __webpack_require__(1135);
// EXTERNAL MODULE: ./src/commands/rollback/artifacts.ts
var artifacts = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/commands/rollback/recorded-state.ts
var recorded_state = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/records/history-document.ts
var history_document = __webpack_require__(1078);
// EXTERNAL MODULE: ./src/release/hash.ts
var release_hash = __webpack_require__(5109);
// EXTERNAL MODULE: ./src/release/object-url.ts
var object_url = __webpack_require__(1946);
// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(8547);
// EXTERNAL MODULE: ./src/template/s3-location.ts
var s3_location = __webpack_require__(6996);
// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(8267);
;// CONCATENATED MODULE: ./src/template/shift-at-once.ts

/**
 * The template with every Lambda deployment of CodeDeploy set to move all traffic at once, without alarms and hooks: a
 * rollback must not be held up by what it is the answer to. Without such deployments the text stays as it is; else it
 * is JSON with the same content (SAM's `DeploymentPreference`; CloudFormation's `CodeDeployLambdaAliasUpdate`).
 */
function shiftAtOnce(template) {
    const changed = [];
    const note = (logicalId, before, after) => {
        if (after !== before)
            changed.push(logicalId);
        return after;
    };
    const resources = mapValues((0,plain_data/* asMap */.$H)(template.data['Resources']), (value, key) => (0,plain_data/* isMap */.jh)(value) ? note(key, value, resource(value)) : inLoop(value, key, note));
    const globals = globalsOf(template.data);
    if (changed.length === 0 && globals === undefined)
        return { text: template.text, changed };
    const data = { ...template.data, ...(globals !== undefined && { Globals: globals }), Resources: resources };
    return { text: JSON.stringify(data), changed: globals === undefined ? changed : ['all functions', ...changed] };
}
/** `Fn::ForEach::Name: [variable, collection, {resources}]`. */
function inLoop(value, key, note) {
    if (!key.startsWith('Fn::ForEach::') || !Array.isArray(value) || !(0,plain_data/* isMap */.jh)(value[2]))
        return value;
    const body = mapValues(value[2], (item, name) => (0,plain_data/* isMap */.jh)(item) ? note(name, item, resource(item)) : inLoop(item, name, note));
    return [value[0], value[1], body];
}
function resource(value) {
    const properties = (0,plain_data/* asMap */.$H)(value['Properties']);
    switch (value['Type']) {
        case 'AWS::Serverless::Function': {
            const preference = properties['DeploymentPreference'];
            if (!shiftsInSteps(preference))
                return value;
            return { ...value, Properties: { ...properties, DeploymentPreference: atOnce(preference) } };
        }
        case 'AWS::CodeDeploy::DeploymentGroup': {
            const { AlarmConfiguration, ...others } = properties;
            // Those of servers and containers have configurations of their own and are no matter of Lambda aliases.
            if (!JSON.stringify(properties['DeploymentConfigName'] ?? '').includes('Lambda'))
                return value;
            return { ...value, Properties: { ...others, DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' } };
        }
        case 'AWS::Lambda::Alias': {
            const policy = (0,plain_data/* asMap */.$H)(value['UpdatePolicy']);
            const update = policy['CodeDeployLambdaAliasUpdate'];
            if (!(0,plain_data/* isMap */.jh)(update))
                return value;
            const { BeforeAllowTrafficHook, AfterAllowTrafficHook, ...others } = update;
            if (BeforeAllowTrafficHook === undefined && AfterAllowTrafficHook === undefined)
                return value;
            return { ...value, UpdatePolicy: { ...policy, CodeDeployLambdaAliasUpdate: others } };
        }
        default:
            return value;
    }
}
/** It takes its time, or may be held up. */
function shiftsInSteps(preference) {
    if (!(0,plain_data/* isMap */.jh)(preference) || String(preference['Enabled']).toLowerCase() === 'false')
        return false;
    return preference['Type'] !== 'AllAtOnce' || preference['Alarms'] !== undefined || preference['Hooks'] !== undefined;
}
function atOnce({ Alarms, Hooks, ...others }) {
    return { ...others, Type: 'AllAtOnce' };
}
function globalsOf(data) {
    const globals = (0,plain_data/* asMap */.$H)(data['Globals']);
    const functions = (0,plain_data/* asMap */.$H)(globals['Function']);
    const preference = functions['DeploymentPreference'];
    if (!shiftsInSteps(preference))
        return undefined;
    return { ...globals, Function: { ...functions, DeploymentPreference: atOnce(preference) } };
}
function mapValues(map, change) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

;// CONCATENATED MODULE: ./src/commands/rollback/recorded-template.ts






/**
 * The recorded template, with deployments that shift traffic at once; undefined when it is not there any more, or is
 * not what was recorded.
 */
async function recordedTemplate({ template: { sha256: hash, url } }, history, { storage, bucket }) {
    const kept = url === undefined ? (0,history_document/* keptTemplate */.Le)(history, hash) : await storedTemplate(url, bucket, storage);
    if (kept === undefined || (0,release_hash/* sha256 */.s)(kept) !== hash)
        return undefined;
    const template = (0,parse.parseTemplate)(kept, NAME);
    const { text, changed } = shiftAtOnce(template);
    if (changed.length === 0)
        return { template, shiftedAtOnce: [], ...(url !== undefined && { url }) };
    return { template: (0,parse.parseTemplate)(text, NAME), shiftedAtOnce: changed };
}
const NAME = 'the recorded template';
/** CloudFormation's limit for `TemplateBody`, in bytes. */
const LARGEST_BODY = 51_200;
/** The template as CreateChangeSet takes it; a large one that was changed for the rollback is put beside the records. */
async function sentTemplate({ template: { text }, url }, { region, partition }, { storage, bucket }) {
    if (Buffer.byteLength(text) <= LARGEST_BODY)
        return { body: text };
    if (url !== undefined)
        return { body: text, url };
    const key = `sam-multi-region/records/templates/${(0,release_hash/* sha256 */.s)(text)}.template`;
    // Whatever lies there is replaced: the key alone does not prove the content.
    await storage.putText(bucket, key, text);
    return { body: text, url: (0,object_url/* objectUrl */.b)({ region, partition }, bucket, key) };
}
async function storedTemplate(url, bucket, storage) {
    const location = (0,s3_location/* parseS3Location */.T)(url);
    // Only what lies beside the records is read with the target's credentials.
    if (location === undefined || location.bucket !== bucket)
        return undefined;
    return (await storage.getText(bucket, location.key))?.text;
}

;// CONCATENATED MODULE: ./src/commands/rollback/evaluate.ts








/** Works out what a rollback would do with one stack. Changes nothing. */
async function evaluateRollback(instance, aim, options, context) {
    if (options.missing !== undefined)
        return evaluate(instance, aim, options.missing, options, context);
    try {
        return await evaluate(instance, aim, artifacts/* absentArtifacts */.h, options, context);
    }
    catch (error) {
        return without(instance, 'refused', (0,failures/* failedPreparation */.V)(error, context.signal).reason);
    }
}
async function evaluate(instance, aim, missing, { recorder, acceptDataLoss, given }, context) {
    const { scope, key, returns = scope === 'regional' } = instance.stack;
    if (!returns) {
        const why = scope === 'regional'
            ? 'it is marked `rollback: false`'
            : `a stack of scope ${scope} stays unless it is marked \`rollback: true\``;
        return without(instance, 'stays', `${why} (stacks.${key})`);
    }
    const state = await (0,recorded_state/* readRecordedState */.G)(instance, recorder, context);
    if (state === undefined)
        return without(instance, 'stays', 'it is not deployed');
    const { stack, history, proof, session, bucket } = state;
    if (['create', 'recreate'].includes((0,src_stack/* statusMeaning */.uj)(stack.status).next)) {
        return without(instance, 'stays', `its first deployment failed (${stack.status})`);
    }
    const target = (0,rollback_target/* rollbackTarget */.e)(proof, aim);
    if (target.kind === 'refused') {
        // Nothing but its creation ever happened to it, whether that was recorded or not.
        if (stack.status.startsWith('CREATE_') && !('to' in aim))
            return without(instance, 'stays', FIRST);
        return without(instance, 'refused', target.reason);
    }
    if (target.kind === 'stays')
        return without(instance, 'stays', target.reason, target.there);
    const { record } = target;
    const place = { storage: session.storage, bucket };
    const [recorded, missingKeys] = await Promise.all([
        recordedTemplate(record.asked, history.document, place),
        missing(record.asked.artifacts, place),
    ]);
    const current = proof.kind === 'current' ? proof.records.at(-1) : undefined;
    const step = (0,rollback_plan/* judgeRollback */.i)({
        instance: instance.id,
        target: record,
        ...(current !== undefined && { current }),
        ...(recorded !== undefined && { template: recorded.template.text }),
        missingArtifacts: missingKeys,
        deployedParameters: new Set(Object.keys(stack.parameters)),
        given: new Set(Object.keys(given)),
        shiftedAtOnce: recorded?.shiftedAtOnce ?? [],
        atRisk: [],
        acceptDataLoss,
    });
    return { step, ...(recorded !== undefined && { found: { state, record, recorded } }) };
}
const FIRST = 'this was its first deployment: a rollback deletes no stack';
function without(instance, kind, reason, there) {
    return { step: { instance: instance.id, kind, reason, notes: [], ...(there && { there }) } };
}

// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(589);
;// CONCATENATED MODULE: ./src/commands/rollback/rollback-request.ts


const NESTED = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);
/**
 * The request that makes a stack what a record says. It watches no alarms and sends empty rollback triggers: what fires
 * because of the release that is left must not block the way back.
 */
function rollbackRequest({ id, stack: { stackName }, settings }, { record: { asked }, template, sent, stack, given }, { origin }) {
    const { serviceRole } = asked;
    return {
        instance: id,
        stackName,
        template: sent,
        declaredParameters: template.parameters.map(({ name, type, hasDefault, noEcho }) => ({
            name,
            type,
            hasDefault,
            noEcho,
        })),
        parameters: parametersOf(asked, template, given),
        // Only for secret values that did not change: all others are sent.
        missingParameters: 'keep',
        tags: { ...hiddenTags(asked, stack), ...asked.tags },
        capabilities: asked.capabilities,
        ...(serviceRole !== undefined && { serviceRole }),
        notificationArns: asked.notificationArns,
        rollbackTriggers: { alarms: [], monitoringMinutes: 0 },
        disableRollback: false,
        revertDrift: false,
        timeoutMs: settings.timeoutMs,
        hasNestedStacks: template.resources.some(({ type }) => NESTED.has(type)),
        runId: origin.runId,
        description: `rollback to release ${asked.release}${asked.commit === undefined ? '' : ` of commit ${asked.commit}`}`,
    };
}
function parametersOf({ parameters }, template, given) {
    const values = template.parameters.flatMap(({ name, defaultText }) => {
        const recorded = parameters[name];
        if (recorded !== undefined && 'value' in recorded)
            return [[name, recorded.value]];
        if (recorded !== undefined)
            return given[name] === undefined ? [] : [[name, given[name]]];
        // It was not sent when the stack was made, and had its default.
        return defaultText === undefined ? [] : [[name, defaultText]];
    });
    return Object.fromEntries(values);
}
/** Their values were not recorded: the deployed ones stay. */
function hiddenTags({ hiddenTags: names = [] }, { tags }) {
    return Object.fromEntries(names.flatMap((name) => (tags[name] === undefined ? [] : [[name, tags[name]]])));
}
/** How the rollback itself is recorded. */
function rolledBackStack(place, target, request, { record, template }) {
    const { asked } = record;
    const { url } = request.template;
    const noEcho = template.parameters.filter((parameter) => parameter.noEcho).map(({ name }) => name);
    const secret = Object.entries(asked.parameters).flatMap(([name, value]) => ('secret' in value ? [name] : []));
    return {
        ...place,
        target,
        description: request.description ?? '',
        subject: {
            release: { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) },
            template: { sha256: (0,release_hash/* sha256 */.s)(template.text), ...(url !== undefined && { url }) },
            artifacts: asked.artifacts,
            taken: asked.taken,
            secretParameters: new Set([...noEcho, ...secret]),
            secretTags: new Set(asked.hiddenTags ?? []),
            defaults: {},
            tags: request.tags,
            capabilities: asked.capabilities,
            ...(asked.serviceRole !== undefined && { serviceRole: asked.serviceRole }),
            notificationArns: asked.notificationArns,
            restores: (0,release_record/* recordId */.Re)(asked),
        },
        ...(url === undefined && { template: template.text }),
    };
}

;// CONCATENATED MODULE: ./src/commands/rollback/rollback-work.ts









function createRollbackWork(options, context) {
    const { recorder, targets, acceptDataLoss, given } = options;
    const pace = (0,src_stack/* createPaces */.$o)();
    const judged = { recorder, acceptDataLoss, given };
    const portsFor = (instance) => {
        const work = (0,work_of/* workOf */.L)(instance, targets);
        const { clock, report, signal } = context;
        const beforeWrite = async () => (await work.lease()).assertHeld();
        const { cloudformation } = work.session;
        return { cloudformation, clock, report, signal, beforeWrite, target: work.target.name, isStateful: stateful/* isStateful */.V, pace };
    };
    async function prepare(instance, aim) {
        const { step, found } = await evaluateRollback(instance, aim, { ...judged, missing: artifacts/* missingArtifacts */.c }, context);
        if (step.kind !== 'returns' || found === undefined)
            return { instance, step };
        const { state, record, recorded } = found;
        const { session, bucket } = state;
        const { deadRuns } = await (0,work_of/* workOf */.L)(instance, targets).lease();
        const sent = await sentTemplate(recorded, session, { storage: session.storage, bucket });
        const { template } = recorded;
        const request = rollbackRequest(instance, { record, template, sent, stack: state.stack, given }, context);
        const place = { instance: instance.id, session, bucket };
        const stack = rolledBackStack(place, instance.target.name, request, { record, template });
        const preparation = await (0,src_stack/* prepareStack */.eK)(request, {
            ...portsFor(instance),
            deadRuns,
            describe: (parameters, deployed) => recorder.describe(stack, parameters, deployed),
        });
        const prepared = { instance, step, ready: { request, preparation } };
        const atRisk = preparation.kind === 'change-set' ? (0,rollback_loss/* stateAtRisk */.M)(preparation.changes, stateful/* isStateful */.V) : [];
        if (atRisk.length === 0 || acceptDataLoss)
            return prepared;
        await discard(prepared);
        const refused = { kind: 'refused', reason: (0,rollback_plan/* lossSentence */.F)(atRisk), needs: 'accept-data-loss' };
        return { instance, step: { ...step, ...refused } };
    }
    async function execute({ instance, step, ready, failed }) {
        const nothing = { failures: [], fix: [], outputs: {} };
        if (failed !== undefined)
            return { ...failed, outputs: {} };
        if (ready === undefined) {
            const reason = step.reason === undefined ? {} : { reason: step.reason };
            return { ...nothing, state: step.there ? 'no-change' : 'skipped', ...reason };
        }
        const { request, preparation } = ready;
        switch (preparation.kind) {
            case 'failed':
                return { ...preparation, outputs: {} };
            case 'no-change':
                return { ...nothing, state: 'no-change', stackId: preparation.stackId, outputs: preparation.outputs };
            case 'unreviewed':
            case 'recreate':
                return { ...nothing, state: 'skipped', reason: 'nothing was prepared' };
            case 'change-set': {
                const outcome = await (0,src_stack/* executeStack */._c)(request, preparation, portsFor(instance));
                if (outcome.state !== 'succeeded')
                    return outcome;
                const { outputs, changedAt } = outcome;
                const state = 'rolled-back';
                await recorder.succeeded(instance.id, { state, outputs, ...(changedAt !== undefined && { changedAt }) });
                return { ...outcome, state };
            }
        }
    }
    async function discard({ instance, ready }) {
        if (ready?.preparation.kind !== 'change-set')
            return;
        try {
            await (0,src_stack/* discardPreparation */.ap)(ready.request, ready.preparation, portsFor(instance));
        }
        catch (error) {
            const text = `the change set of ${instance.id} could not be deleted: ${(0,failures/* failedPreparation */.V)(error, context.signal).reason}`;
            context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
        }
    }
    const tryPrepare = async (instance, aim) => {
        try {
            return await prepare(instance, aim);
        }
        catch (error) {
            const failed = (0,failures/* failedPreparation */.V)(error, context.signal);
            return { instance, failed, step: { instance: instance.id, kind: 'refused', reason: failed.reason, notes: [] } };
        }
    };
    const tryExecute = async (prepared) => {
        try {
            return await execute(prepared);
        }
        catch (error) {
            return (0,failures/* failedOutcome */.i)(error, context.signal);
        }
    };
    return {
        prepare: tryPrepare,
        execute: tryExecute,
        discard,
        planRollback: async (instances, aim) => ({
            instances: await Promise.all(instances.map(async (instance) => (await evaluateRollback(instance, aim, judged, context)).step)),
        }),
        rollBack: async (instance, aim) => tryExecute(await tryPrepare(instance, aim)),
    };
}


/***/ }),

/***/ 9193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ readAnchor),
/* harmony export */   fg: () => (/* binding */ anchorText),
/* harmony export */   uM: () => (/* binding */ newKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const PATTERN = /\brecord=([0-9a-f]{64}) after=([0-9a-f]{64}|none) key=([0-9a-f]{32})\b/;
/** Both in `stack-request.ts` and in that of a rollback. */
const RELEASE = /\brelease ([^\s;]+)/;
/** The anchor as a part of a change set's description (1,024 characters at most). */
function anchorText({ record, after, key }) {
    return `record=${record} after=${after ?? 'none'} key=${key}`;
}
/** The anchor in a description; undefined where there is none. */
function readAnchor(description) {
    const [, record, after, key] = PATTERN.exec(description ?? '') ?? [];
    if (record === undefined || after === undefined || key === undefined)
        return undefined;
    const [, release] = RELEASE.exec(description ?? '') ?? [];
    return { record, key, ...(after !== 'none' && { after }), ...(release !== undefined && { release }) };
}
/** A key for the checks of a stack that has none yet. */
function newKey() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
}


/***/ }),

/***/ 1078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ keptTemplate),
/* harmony export */   gb: () => (/* binding */ withSameRelease),
/* harmony export */   i6: () => (/* binding */ parseHistory),
/* harmony export */   q8: () => (/* binding */ withRecord),
/* harmony export */   s4: () => (/* binding */ emptyHistory)
/* harmony export */ });
/* unused harmony export RECORDS_KEPT */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


const VERSION = 1;
/** Records kept of each stack. */
const RECORDS_KEPT = 10;
/** Releases without a change that are kept of one record; of more the oldest are forgotten. */
const SAME_KEPT = 50;
function emptyHistory(instance) {
    return { version: VERSION, instance, records: [], templates: {} };
}
function parseHistory(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text);
    if (!isMap(value) || typeof value['version'] !== 'number')
        return { kind: 'damaged' };
    if (value['version'] > VERSION)
        return { kind: 'newer', version: value['version'] };
    const { instance, records, templates } = value;
    const intact = typeof instance === 'string' && Array.isArray(records) && records.every(isRecord) && isTexts(templates);
    // Every member that is used was looked at.
    return intact ? { kind: 'history', document: value } : { kind: 'damaged' };
}
/** The history with one more record. What is beyond the number kept is forgotten, and templates that nobody names. */
function withRecord(history, record, template) {
    const records = [...history.records, record].slice(-RECORDS_KEPT);
    const { sha256 } = record.asked.template;
    const templates = template === undefined ? history.templates : { ...history.templates, [sha256]: packed(template) };
    const named = new Set(records.map(({ asked }) => asked.template.sha256));
    const kept = Object.fromEntries(Object.entries(templates).filter(([hash]) => named.has(hash)));
    return { ...history, records, templates: kept };
}
/** The history in which the newest record also stands for a release that changed nothing. */
function withSameRelease(history, same) {
    const newest = history.records.at(-1);
    if (newest === undefined)
        return history;
    const also = [...newest.also, same].slice(-SAME_KEPT);
    return { ...history, records: [...history.records.slice(0, -1), { ...newest, also }] };
}
/** The text of a template that is kept beside its record; undefined when it is not there or cannot be read. */
function keptTemplate({ templates }, sha256) {
    const text = templates[sha256];
    if (text === undefined)
        return undefined;
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST_TEMPLATE }).toString('utf8');
    }
    catch {
        return undefined;
    }
}
/** CloudFormation's limit, in bytes: nothing larger was ever delivered. */
const LARGEST_TEMPLATE = 1_000_000;
function packed(template) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(Buffer.from(template, 'utf8')).toString('base64');
}
function isRecord(value) {
    if (!isMap(value))
        return false;
    const { asked, ended, also } = value;
    return isMap(asked) && isAsked(asked) && isMap(ended) && isEnded(ended) && isListOf(also, isSame);
}
function isAsked(asked) {
    const { template, parameters, tags, capabilities, notificationArns, artifacts, taken } = asked;
    return (isText(asked['release']) &&
        optional(asked, ['commit', 'serviceRole', 'before', 'restores']) &&
        isMap(template) &&
        isText(template['sha256']) &&
        optional(template, ['url']) &&
        isMap(parameters) &&
        Object.values(parameters).every(isValue) &&
        isTexts(tags) &&
        (asked['hiddenTags'] === undefined || isListOf(asked['hiddenTags'], isText)) &&
        isListOf(capabilities, isText) &&
        isListOf(notificationArns, isText) &&
        isListOf(artifacts, (item) => isMap(item) && isText(item['key']) && isText(item['sha256'])) &&
        isMap(taken) &&
        Object.values(taken).every(isTexts) &&
        (asked['created'] === undefined || asked['created'] === true));
}
function isValue(value) {
    if (!isMap(value))
        return false;
    const { secret } = value;
    return isText(value['value']) || (isMap(secret) && isText(secret['since']) && optional(secret, ['check', 'key']));
}
function isEnded(ended) {
    const { state } = ended;
    return ((state === 'succeeded' || state === 'rolled-back') &&
        isText(ended['at']) &&
        isText(ended['run']) &&
        optional(ended, ['changedAt']) &&
        isTexts(ended['outputs']));
}
function isSame(value) {
    return isMap(value) && isText(value['release']) && isText(value['at']) && optional(value, ['commit']);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string';
}
function isTexts(value) {
    return isMap(value) && Object.values(value).every(isText);
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function optional(fields, names) {
    return names.every((name) => fields[name] === undefined || isText(fields[name]));
}


/***/ }),

/***/ 5508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ proveRecords)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9193);
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(589);


/**
 * Compares the records with what the stack says of its last change set.
 * @param changeSet the one that DescribeStacks names; CloudFormation keeps the last executed one
 * @param records as they lie in the bucket, oldest first
 */
function proveRecords(stack, changeSet, records) {
    const anchor = changeSet?.stackId === stack.stackId ? (0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnchor */ .QZ)(changeSet.description) : undefined;
    if (changeSet === undefined || anchor === undefined) {
        return { kind: 'none', reason: 'its last change was not made by this tool' };
    }
    const { key } = anchor;
    switch (changeSet.executionStatus) {
        case 'EXECUTE_COMPLETE':
            return complete(stack, anchor, records);
        case 'EXECUTE_FAILED':
            return unfinished(stack.status === 'UPDATE_ROLLBACK_COMPLETE' ? 'current' : 'halfway', anchor, records);
        case 'EXECUTE_IN_PROGRESS':
            return unfinished('halfway', anchor, records);
        default:
            return { kind: 'none', reason: `its last change set is in ${changeSet.executionStatus}`, key };
    }
}
function complete(stack, anchor, records) {
    const { key } = anchor;
    const at = records.findLastIndex(({ asked }) => (0,_release_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordId */ .Re)(asked) === anchor.record);
    const newest = records[at];
    if (newest === undefined) {
        const { record: id, release } = anchor;
        const lost = { id, ...(release !== undefined && { release }) };
        return { kind: 'behind', records: chainTo(anchor.after, records), key, lost };
    }
    const { changedAt } = newest.ended;
    if (changedAt !== undefined && changedAt !== (stack.updatedAt ?? stack.createdAt)) {
        return { kind: 'none', reason: `somebody else changed it after ${changedAt}`, key };
    }
    return { kind: 'current', records: [...chainTo(newest.asked.before, records.slice(0, at)), newest], key };
}
/** A change that did not come to its end: CloudFormation put back what was there before, or could not yet. */
function unfinished(kind, { after, key }, records) {
    const chain = chainTo(after, records);
    if (chain.length > 0)
        return { kind, records: chain, key };
    return { kind: 'none', reason: 'the record of what it had is missing, or is not what was written', key };
}
/** The record that a link names and those before it, as far back as each names the one before. Oldest first. */
function chainTo(link, records) {
    const found = findLinked(link, records);
    if (found === undefined)
        return [];
    return [...chainTo(found.record.asked.before, records.slice(0, found.at)), found.record];
}
/** Releases without changes may have been noted after the link was made: they are not vouched for, and are cut off. */
function findLinked(link, records) {
    if (link === undefined)
        return undefined;
    for (let at = records.length - 1; at >= 0; at -= 1) {
        const record = records[at];
        if (record === undefined)
            continue;
        for (let length = record.also.length; length >= 0; length -= 1) {
            const cut = { ...record, also: record.also.slice(0, length) };
            if ((0,_release_record_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(cut) === link)
                return { record: cut, at };
        }
    }
    return undefined;
}


/***/ }),

/***/ 589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   Re: () => (/* binding */ recordId),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Id of a record: the hash of what was asked. Execution commits to it, see `anchor.ts`. */
function recordId(asked) {
    return hash(asked);
}
/** How the next record names this one: with the releases that were the same, so that none can be added afterwards. */
function linkOf({ asked, also }) {
    return hash([asked, also]);
}
/** Every release that this record stands for, the newest last. */
function releasesOf({ asked, also }) {
    return [asked.release, ...also.map(({ release }) => release)];
}
function hash(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
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

/***/ 6355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ sameSecret),
/* harmony export */   Vq: () => (/* binding */ markGiven),
/* harmony export */   yC: () => (/* binding */ markKept)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** 16 bits: somebody who has the record and the key as well learns no more of the value than that. */
const CHECK_DIGITS = 4;
/**
 * The marker of a value that was given.
 * @param key lies with CloudFormation in the description of the change set, never beside the record
 * @param before the marker in the record before, if any
 * @param since link to that record
 */
function markGiven(name, value, key, before, since) {
    const marker = { check: check(name, value, key), key: keyName(key) };
    if (before?.check === marker.check && before.key === marker.key)
        return before;
    return { since: since ?? FIRST, ...marker };
}
/** The marker of a value that was kept (`UsePreviousValue`). */
function markKept(before, since) {
    return before ?? { since: since ?? FIRST };
}
/** Whether both stand for the same value. False when that cannot be told. */
function sameSecret(one, other) {
    if (one.since === other.since)
        return true;
    return one.check !== undefined && one.check === other.check && one.key === other.key;
}
const FIRST = 'first';
function check(name, value, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key)
        .update(JSON.stringify([name, value]))
        .digest('hex')
        .slice(0, CHECK_DIGITS);
}
function keyName(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`key ${key}`).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 5109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ objectUrl)
/* harmony export */ });
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7563);

/** Path-style URL of an object, the form that CloudFormation takes as `TemplateURL` everywhere. */
function objectUrl(place, bucket, key) {
    const suffix = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(place.partition)?.dnsSuffix ?? 'amazonaws.com';
    return `https://s3.${place.region}.${suffix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}


/***/ }),

/***/ 1606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeInstance)
/* harmony export */ });
/** @param account as proven; absent: as configured, if it is */
function describeInstance({ id, target, stack }, phase, account = target.account) {
    return {
        instance: id,
        target: target.name,
        stack: stack.key,
        stackName: stack.stackName,
        region: target.region,
        ...(account !== undefined && { account }),
        phase,
    };
}


/***/ }),

/***/ 859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ discardPlans)
/* harmony export */ });
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4319);

const AT_ONCE = 16;
/** After a cancel there is little time: what stays behind is cleaned up by the next run. Milliseconds. */
const CANCEL_BUDGET_MS = 3_000;
/**
 * Deletes change sets that nobody will execute, and the empty stacks they made. Those of an approved plan stay: they
 * are for another try.
 */
async function discardPlans(plans, ports) {
    const made = [...plans].flatMap(({ instance, preparation, explicit }) => preparation?.kind === 'change-set' && !explicit ? [{ instance, preparation }] : []);
    if (made.length === 0)
        return;
    const work = (0,_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .runPool */ .k)(made, AT_ONCE, () => true, ({ instance, preparation }) => ports.discard(instance, preparation));
    if (!ports.signal.aborted) {
        await work;
        return;
    }
    const done = new AbortController();
    const budget = ports.clock.sleep(CANCEL_BUDGET_MS, done.signal).catch(() => undefined);
    await Promise.race([work, budget]);
    done.abort();
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


/***/ }),

/***/ 5762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planInstances),
/* harmony export */   d: () => (/* binding */ describePlan)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1606);
/* harmony import */ var _discard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(859);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4319);



/** How many stacks are prepared side by side over all targets; each target's calls are limited on their own. */
const PREPARE_CONCURRENCY = 64;
/**
 * Makes and validates every change set whose inputs are known, all targets side by side. An instance that takes
 * outputs of another is prepared after it, with today's outputs when they are all there, else it is predicted.
 */
async function planInstances(environment, ports) {
    const plans = new Map();
    try {
        await planLayers(environment, plans, ports);
        return plans;
    }
    catch (error) {
        await (0,_discard_js__WEBPACK_IMPORTED_MODULE_0__/* .discardPlans */ .V)(plans.values(), ports);
        throw error;
    }
}
async function planLayers(environment, plans, ports) {
    for (const layer of dependencyLayers(environment, ports)) {
        await (0,_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .runPool */ .k)(layer, PREPARE_CONCURRENCY, () => !ports.signal.aborted, async ({ instance, phase }) => {
            plans.set(instance.id, await planOne(instance, phase, ports));
        });
    }
}
async function planOne(instance, phase, ports) {
    const { id, target, stack } = instance;
    const state = { type: 'instance.state', instance: id, target: target.name, stack: stack.key };
    ports.report({ ...state, state: 'planning' });
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed') {
        const { preparation } = inputs;
        ports.report({ ...state, state: preparation.state, text: preparation.reason });
        return { instance, phase, inputs: { kind: 'waiting', for: [] }, preparation };
    }
    if (inputs.kind === 'waiting') {
        ports.report({ ...state, state: 'waiting', text: `known after ${inputs.for.join(', ')}` });
        return { instance, phase, inputs };
    }
    const preparation = await ports.prepare(instance);
    if (preparation.kind === 'no-change')
        ports.remember(instance, preparation.outputs);
    ports.report(preparation.kind === 'failed'
        ? { ...state, state: preparation.state, text: preparation.reason }
        : { ...state, state: 'planned' });
    return { instance, phase, inputs, preparation };
}
/** Instances grouped so that each group only takes outputs of earlier groups. Cycles were refused by the topology. */
function dependencyLayers(environment, ports) {
    const depths = new Map();
    const byId = new Map(environment.instances.map((instance) => [instance.id, instance]));
    const depthOf = (instance) => {
        const known = depths.get(instance.id);
        if (known !== undefined)
            return known;
        const below = ports.dependencies(instance).flatMap((id) => byId.get(id) ?? []);
        const depth = below.length === 0 ? 0 : 1 + Math.max(...below.map(depthOf));
        depths.set(instance.id, depth);
        return depth;
    };
    const layers = [];
    for (const phase of environment.phases) {
        for (const instance of phase.instances) {
            const depth = depthOf(instance);
            layers[depth] ??= [];
            layers[depth].push({ instance, phase: phase.name });
        }
    }
    return layers.filter(Boolean);
}
/** The plan of one instance as it is shown and written to a plan file. */
function describePlan(plan, details) {
    const { instance, preparation, inputs } = plan;
    const base = {
        ...(0,_describe_instance_js__WEBPACK_IMPORTED_MODULE_2__/* .describeInstance */ .x)(instance, plan.phase, details.account),
        switchesAtOnce: details.switchesAtOnce,
        ...(details.earlierMs !== undefined && { earlierMs: details.earlierMs }),
        changes: [],
        failures: [],
        fix: [],
        notes: [],
    };
    const ofInputs = inputs.kind === 'known' ? (inputs.notes ?? []) : [];
    if (preparation === undefined) {
        return { ...base, kind: 'predicted', waitsFor: inputs.kind === 'waiting' ? inputs.for : [] };
    }
    switch (preparation.kind) {
        case 'failed':
            return {
                ...base,
                kind: 'failed',
                reason: preparation.reason,
                failures: preparation.failures,
                fix: preparation.fix,
            };
        case 'unreviewed':
            return { ...base, kind: 'predicted', waitsFor: [], notes: [...ofInputs, ...preparation.notes] };
        case 'no-change':
            return { ...base, kind: 'no-change', notes: [...ofInputs, ...preparation.notes] };
        case 'recreate':
            return { ...base, kind: 'create', changes: preparation.changes, notes: preparation.notes };
        case 'change-set':
            return {
                ...base,
                kind: preparation.type === 'CREATE' ? 'create' : 'update',
                changes: preparation.changes,
                changeSetId: preparation.changeSetId,
                notes: [...ofInputs, ...preparation.notes],
            };
    }
}


/***/ }),

/***/ 4319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runPool)
/* harmony export */ });
/**
 * Runs `work` over `items` in order, at most `limit` at a time. `mayStart` is asked before each start: once it says
 * no, nothing further starts and the rest is returned. Everything that started is awaited, also when something throws.
 */
async function runPool(items, limit, mayStart, work) {
    let next = 0;
    const worker = async () => {
        while (next < items.length && mayStart()) {
            const item = items[next];
            next += 1;
            await work(item);
        }
    };
    const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
    for (const ended of workers)
        if (ended.status === 'rejected')
            throw ended.reason;
    return items.slice(next);
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Rr: () => (/* binding */ instanceResult),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1606);

/** Counts for tables: a replacement is counted there and not as a modification. */
function countChanges(changes) {
    let [add, modify, remove, replace] = [0, 0, 0, 0];
    for (const change of changes) {
        if (change.action === 'Add' || change.action === 'Import')
            add += 1;
        else if (change.action === 'Remove')
            remove += 1;
        else if (change.replacement === 'True' || change.replacement === 'Conditional')
            replace += 1;
        else
            modify += 1;
    }
    return { add, modify, remove, replace };
}
/** The result of one instance from what is known of it. Times are ISO 8601. */
function instanceResult(instance, phase, outcome, details = {}) {
    const { preparation } = details;
    return {
        ...(0,_describe_instance_js__WEBPACK_IMPORTED_MODULE_0__/* .describeInstance */ .x)(instance, phase.name, details.account),
        state: outcome.state,
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
        failures: outcome.failures,
        fix: outcome.fix,
        outputs: outcome.outputs,
        changes: countChanges(preparation !== undefined && 'changes' in preparation ? preparation.changes : []),
        ...(details.startedAt !== undefined && { startedAt: details.startedAt }),
        ...(details.endedAt !== undefined && { endedAt: details.endedAt }),
        ...(outcome.stackId !== undefined && { stackId: outcome.stackId }),
    };
}
/** An outcome for an instance that never reached AWS, with the sentence that says why. */
function notTried(state, reason) {
    return { state, reason, failures: [], fix: [], outputs: {} };
}


/***/ }),

/***/ 7589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ stateAtRisk),
/* harmony export */   h: () => (/* binding */ stateAtRiskOfLeaving)
/* harmony export */ });
/* harmony import */ var _stack_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1313);

/**
 * Paths of what a rollback would take data from: stateful resources that it deletes or replaces (also where the old one
 * is retained: the application would go on with an empty one), replicas that it removes, and nested stacks that
 * nobody could look into. A removal under which CloudFormation keeps the resource loses nothing.
 */
function stateAtRisk(changes, isStateful) {
    return changes
        .filter((change) => {
        if (change.unseen || change.dataLoss)
            return true;
        if (!isStateful(change.resourceType))
            return false;
        if (change.action === 'Remove')
            return change.policyAction !== 'Retain';
        return (0,_stack_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .mayDestroy */ .M7)(change) || mayRemoveReplica(change);
    })
        .map(({ path }) => path);
}
/**
 * What would be at risk if a release with these changes were left: what it adds goes, what it replaces is replaced again.
 * @param retained logical ids with `DeletionPolicy: Retain` in the template of that release
 */
function stateAtRiskOfLeaving(changes, retained, isStateful) {
    return changes
        .filter(({ resourceType }) => isStateful(resourceType))
        .filter((change) => {
        if (change.action === 'Add')
            return !(change.path === change.logicalId && retained.has(change.logicalId));
        return change.replacement === 'True' || mayRemoveReplica(change);
    })
        .map(({ path }) => path);
}
/** Properties that list the regions a resource is copied to. */
const REPLICAS = {
    'AWS::DynamoDB::GlobalTable': 'Replicas',
    'AWS::SecretsManager::Secret': 'ReplicaRegions',
};
/** Which ones go cannot be told from a change set for certain: any change of the list counts. */
function mayRemoveReplica({ resourceType, properties }) {
    const name = REPLICAS[resourceType];
    return name !== undefined && properties.some((property) => property.name.split(/[./]/).includes(name));
}


/***/ }),

/***/ 5679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ judgeRollback),
  F: () => (/* binding */ lossSentence)
});

// EXTERNAL MODULE: ./src/records/secret-marker.ts
var secret_marker = __webpack_require__(6355);
;// CONCATENATED MODULE: ./src/template/dynamic-references.ts
/**
 * The dynamic references in a text (CloudFormation user guide, "Get values stored in other services"). A secret is
 * pinned by a version id, a parameter by a version number.
 */
function dynamicReferences(text) {
    return [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g)].map(([whole, service, name]) => ({
        text: whole,
        pinned: service === 'secretsmanager' ? hasVersionId(name ?? '') : /:\d+$/.test(name ?? ''),
    }));
}
/** `secret-id:SecretString:json-key:version-stage:version-id`; the id may be an ARN, with colons of its own. */
function hasVersionId(name) {
    const [, , , versionId] = name.split(':SecretString')[1]?.split(':') ?? [];
    return versionId !== undefined && versionId !== '';
}

;// CONCATENATED MODULE: ./src/rollout/rollback-plan.ts


/** Whether a stack can return to a recorded release, before any change set is made. */
function judgeRollback(facts) {
    const { instance, target, current } = facts;
    const base = {
        instance,
        to: released(target),
        ...(current !== undefined && { from: released(current) }),
        notes: notesOf(facts),
    };
    const reason = unavailable(facts);
    if (reason !== undefined)
        return { ...base, kind: 'refused', reason };
    if (facts.atRisk.length > 0 && !facts.acceptDataLoss) {
        return { ...base, kind: 'refused', reason: lossSentence(facts.atRisk), needs: 'accept-data-loss' };
    }
    return { ...base, kind: 'returns' };
}
/** Why a rollback is not done for the sake of data. */
function lossSentence(paths) {
    return `returning would delete or replace ${paths.join(', ')}, with the data in ${paths.length === 1 ? 'it' : 'them'}`;
}
function unavailable({ target, template, missingArtifacts, ...facts }) {
    const { release } = target.asked;
    if (template === undefined)
        return `the template of release ${release} is not there any more, or was changed`;
    if (missingArtifacts.length > 0) {
        const [first, ...others] = missingArtifacts;
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        return `release ${release} needs ${first}${more}, which is not in the artifact bucket any more, or was changed`;
    }
    const secrets = Object.keys(target.asked.parameters).filter((name) => isLost(name, target, facts));
    if (secrets.length === 0)
        return undefined;
    return `the value of ${secrets.join(', ')} is secret and may have changed since: it cannot be read back, give it with parameters`;
}
/** A secret value can only be kept: it must be the one the stack still has. */
function isLost(name, target, { current, deployedParameters, given }) {
    const wanted = secretOf(target.asked.parameters[name]);
    if (wanted === undefined || given.has(name))
        return false;
    const has = secretOf(current?.asked.parameters[name]);
    return has === undefined || !deployedParameters.has(name) || !(0,secret_marker/* sameSecret */.BX)(wanted, has);
}
function secretOf(value) {
    return value !== undefined && 'secret' in value ? value.secret : undefined;
}
function notesOf({ target, template, shiftedAtOnce, current }) {
    const values = Object.values(target.asked.parameters).flatMap((value) => ('value' in value ? [value.value] : []));
    const unpinned = [template ?? '', ...values].flatMap(dynamicReferences).filter(({ pinned }) => !pinned);
    const references = [...new Set(unpinned.map(({ text }) => text))];
    const keepsTags = Object.keys(target.asked.tags).length === 0 && Object.keys(current?.asked.tags ?? {}).length > 0;
    return [
        ...references.map((text) => `${text} is taken as it is now, not as it was`),
        ...(shiftedAtOnce.length > 0
            ? [`${shiftedAtOnce.join(', ')}: AllAtOnce, without the alarms and hooks of CodeDeploy, for this update`]
            : []),
        ...(keepsTags ? ['its tags stay: it had none'] : []),
    ];
}
function released({ asked }) {
    return { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) };
}


/***/ }),

/***/ 1135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ lastRollout),
/* harmony export */   e: () => (/* binding */ rollbackTarget)
/* harmony export */ });
/* harmony import */ var _records_release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(589);

/** Finds the record that a stack returns to, among those that it vouches for. */
function rollbackTarget(proof, aim) {
    if (proof.kind === 'none')
        return refused(proof.reason);
    const { records } = proof;
    const newest = records.at(-1);
    if (newest === undefined)
        return refused('no release before this one is recorded');
    if ('to' in aim)
        return toRelease(aim.to, proof.kind === 'current', records, newest);
    // It was being changed by the rollout that is left: what it had before is the newest that is recorded.
    if (proof.kind === 'halfway')
        return { kind: 'target', record: newest };
    if (proof.kind === 'behind') {
        const { release } = 'leave' in aim ? aim.leave : aim.previous;
        if (proof.lost.release === release)
            return { kind: 'target', record: newest };
        return refused('the run that deployed what it has was lost before it wrote its record: run that again first');
    }
    if ('leave' in aim && newest.asked.restores !== undefined)
        return there('it has returned already');
    const left = 'leave' in aim ? aim.leave : aim.previous;
    if (!isOf(newest, left))
        return there(`release ${left.release} changed nothing in it`);
    return before(records, left);
}
function toRelease(release, current, records, newest) {
    if (current && (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0)(newest).at(-1) === release)
        return there('it has this release');
    const record = records.findLast((candidate) => (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0)(candidate).includes(release));
    if (record === undefined) {
        return refused(`it has no record of release ${release}, only of ${records.flatMap(_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0).join(', ')}`);
    }
    if (record === newest && current)
        return there('this release changed nothing in it, nor did those after it');
    return { kind: 'target', record };
}
/** The last record before a rollout, or before the record that it returned to if it was a rollback. */
function before(records, left) {
    const from = effectiveIndex(records, records.length - 1);
    for (let index = from; index >= 0; index -= 1) {
        const record = records[index];
        if (record === undefined)
            break;
        if (index !== from && !isOf(record, left))
            return { kind: 'target', record };
        if (record.asked.created) {
            return { kind: 'stays', reason: 'this was its first deployment: a rollback deletes no stack' };
        }
    }
    return refused('what it had before is not recorded, or its record cannot be trusted');
}
function isOf({ asked, ended }, { release, openedAt }) {
    return asked.release === release && ended.at >= openedAt;
}
/** A rollback puts the stack where it was at the record that it returned to. */
function effectiveIndex(records, index) {
    const restored = records[index]?.asked.restores;
    if (restored === undefined)
        return index;
    const earlier = records.slice(0, index).findLastIndex(({ asked }) => (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordId */ .Re)(asked) === restored);
    return earlier < 0 ? index : effectiveIndex(records, earlier);
}
function there(reason) {
    return { kind: 'stays', reason, there: true };
}
function refused(reason) {
    return { kind: 'refused', reason };
}
/**
 * The rollout that deployed last, as the newest records of all stacks tell.
 * @param newest the newest record of each stack with the one before it
 */
function lastRollout(newest) {
    const last = newest.toSorted((a, b) => (a.record.ended.at < b.record.ended.at ? -1 : 1)).at(-1)?.record;
    if (last === undefined)
        return undefined;
    const { release } = last.asked;
    // The same release twice in a row: the earlier time was another rollout, of other parameters.
    const own = newest.filter(({ record, before }) => record.asked.release === release && (record.ended.run === last.ended.run || before?.asked.release !== release));
    const openedAt = own.map(({ record }) => record.ended.at).sort()[0] ?? last.ended.at;
    return { release, openedAt };
}


/***/ }),

/***/ 6996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseS3Location),
/* harmony export */   V: () => (/* binding */ isRemote)
/* harmony export */ });
const AMAZON = /^(?:s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?|(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?)\.amazonaws\.(?:com(?:\.cn)?|eu)$/;
/**
 * Reads `s3://bucket/key` and every https form of it: path style, virtual-host style, and under an endpoint of one's
 * own (`AWS_ENDPOINT_URL`), where the first part of the path is the bucket.
 */
function parseS3Location(text) {
    const match = /^(s3|https?):\/\/([^/?#]+)\/([^?#]*)(?:\?(.*))?$/s.exec(text);
    const [, scheme, host, path, query] = match ?? [];
    if (scheme === undefined || host === undefined || path === undefined)
        return undefined;
    const version = new URLSearchParams(query ?? '').get('versionId');
    const located = scheme === 's3' ? { bucket: host, key: path } : fromUrl(host, path);
    return located?.key && located.bucket ? { ...located, ...(version !== null && { version }) } : undefined;
}
function fromUrl(host, path) {
    const virtualHost = AMAZON.exec(host.toLowerCase())?.groups?.['bucket'];
    if (virtualHost !== undefined)
        return { bucket: virtualHost, key: decoded(path) };
    const slash = path.indexOf('/');
    return { bucket: path.slice(0, Math.max(slash, 0)), key: slash < 0 ? '' : decoded(path.slice(slash + 1)) };
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
/** Whether a value names something outside of this machine, in S3 or anywhere. */
function isRemote(text) {
    return /^(?:s3|https?):\/\//.test(text);
}


/***/ }),

/***/ 3420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isStateful)
/* harmony export */ });
/**
 * Resource types that hold data which is gone, or names and keys that callers depend on, when the resource is replaced
 * or deleted. Roughly those for which CloudFormation documents a snapshot, a retention or a "data loss" warning.
 */
const STATEFUL = new Set([
    'AWS::ACMPCA::CertificateAuthority',
    'AWS::AmazonMQ::Broker',
    'AWS::Backup::BackupVault',
    'AWS::Backup::LogicallyAirGappedBackupVault',
    'AWS::CloudTrail::EventDataStore',
    'AWS::CodeCommit::Repository',
    'AWS::Cognito::IdentityPool',
    'AWS::Cognito::UserPool',
    'AWS::DAX::Cluster',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::DocDBElastic::Cluster',
    'AWS::DSQL::Cluster',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Volume',
    'AWS::ECR::PublicRepository',
    'AWS::ECR::Repository',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::Elasticsearch::Domain',
    'AWS::Events::Archive',
    'AWS::FSx::FileSystem',
    'AWS::FSx::Volume',
    'AWS::Glue::Database',
    'AWS::Glue::Table',
    'AWS::IoTSiteWise::Asset',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
    'AWS::Kinesis::Stream',
    'AWS::KinesisVideo::Stream',
    'AWS::Keyspaces::Keyspace',
    'AWS::Keyspaces::Table',
    'AWS::Lightsail::Database',
    'AWS::Lightsail::Disk',
    'AWS::Location::Tracker',
    'AWS::Logs::LogGroup',
    'AWS::MSK::Cluster',
    'AWS::MSK::ServerlessCluster',
    'AWS::MemoryDB::Cluster',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::NeptuneGraph::Graph',
    'AWS::OpenSearchServerless::Collection',
    'AWS::OpenSearchService::Domain',
    'AWS::QLDB::Ledger',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::GlobalCluster',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::Route53::HostedZone',
    'AWS::S3::Bucket',
    'AWS::S3Express::DirectoryBucket',
    'AWS::S3Tables::TableBucket',
    'AWS::S3Vectors::VectorBucket',
    'AWS::SDB::Domain',
    'AWS::SQS::Queue',
    'AWS::SecretsManager::Secret',
    'AWS::Serverless::SimpleTable',
    'AWS::Timestream::Database',
    'AWS::Timestream::InfluxDBInstance',
    'AWS::Timestream::Table',
]);
/** Whether replacing or deleting a resource of this type loses data. Custom resources are not known to. */
function isStateful(resourceType) {
    return STATEFUL.has(resourceType);
}


/***/ })

};
