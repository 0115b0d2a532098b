export const id = 9435;
export const ids = [9435];
export const modules = {

/***/ 57508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ createRecorder),
  h: () => (/* binding */ lastChangeSet)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/records/anchor.ts
var records_anchor = __webpack_require__(99193);
// EXTERNAL MODULE: ./src/map-values.ts
var map_values = __webpack_require__(35088);
// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(50589);
// EXTERNAL MODULE: ./src/records/secret-marker.ts
var secret_marker = __webpack_require__(46355);
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
        taken: sorted((0,map_values/* mapValues */.L)(taken, sorted)),
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

// EXTERNAL MODULE: ./src/records/history.ts
var records_history = __webpack_require__(3858);
// EXTERNAL MODULE: ./src/records/history-document.ts
var history_document = __webpack_require__(51078);
// EXTERNAL MODULE: ./src/records/proof.ts
var records_proof = __webpack_require__(95508);
// EXTERNAL MODULE: ./src/stack/names.ts
var names = __webpack_require__(42444);
;// CONCATENATED MODULE: ./src/commands/deploy/recorder.ts









function createRecorder(options, context) {
    const reading = new Map();
    const drafts = new Map();
    const placeOf = ({ instance, session, bucket }) => ({ ...options, instance, bucket, storage: session.storage });
    function read(stack) {
        const known = reading.get(stack.instance);
        if (known !== undefined)
            return known;
        const started = (0,records_history/* readHistory */.Lu)(placeOf(stack));
        reading.set(stack.instance, started);
        return started;
    }
    const warn = (text, target) => context.report({ type: 'note', level: 'warning', text, target });
    async function write(draft, document) {
        const { instance, target } = draft.stack;
        try {
            const written = await (0,records_history/* writeHistory */.wn)(placeOf(draft.stack), draft.stored, document);
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
            const { records, pending } = stored.document;
            const proof = deployed && (0,records_proof/* proveRecords */.x)(deployed, changeSet, records, pending);
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
        async about(instance) {
            const draft = drafts.get(instance);
            if (draft === undefined)
                return;
            const { stack, stored, proof, asked } = draft;
            // What an earlier run was about to execute, and did, becomes a record before something else stands in its place.
            const records = proof?.kind === 'current' ? proof.records : stored.document.records;
            try {
                const document = (0,history_document/* withPending */.QP)({ ...stored.document, records }, asked, stack.template);
                const written = await (0,records_history/* writeHistory */.wn)(placeOf(stack), stored, document);
                if (written === undefined)
                    return;
                drafts.set(instance, { ...draft, stored: written });
                // A stack that somebody else changed meanwhile is planned again, from what lies there now.
                reading.set(instance, Promise.resolve(written));
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
            }
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
            const recovered = draft.proof?.kind === 'current' && draft.proof.recovered === true;
            const document = recovered ? { ...draft.stored.document, records: draft.proof.records } : draft.stored.document;
            if ((0,release_record/* releasesOf */.w0)(newest).at(-1) === release) {
                if (recovered)
                    await write(draft, document);
                return recovered;
            }
            const at = new Date(context.clock.now()).toISOString();
            const same = { release, at, ...(commit !== undefined && { commit }) };
            await write(draft, (0,history_document/* withSameRelease */.gb)(document, same));
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

/***/ 58798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ deployedRelease)
/* harmony export */ });
/* harmony import */ var _records_proof_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95508);
/* harmony import */ var _deploy_recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57508);


/**
 * @param bucket of the target; undefined: there is none yet
 * @throws UserError `record-newer`; AwsError
 */
async function deployedRelease({ id }, stack, { session, bucket }, recorder) {
    if (bucket === undefined)
        return { unknown: 'there is no bucket that could hold its record' };
    const [history, changeSet] = await Promise.all([
        recorder.read({ instance: id, session, bucket }),
        (0,_deploy_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .lastChangeSet */ .h)(stack, { session }),
    ]);
    const proof = (0,_records_proof_js__WEBPACK_IMPORTED_MODULE_0__/* .proveRecords */ .x)(stack, changeSet, history.document.records);
    switch (proof.kind) {
        case 'none':
            return { unknown: proof.reason };
        case 'halfway':
            return { unknown: 'it is between two releases' };
        case 'behind':
            return proof.lost.release === undefined
                ? { unknown: 'the run that deployed it was lost before it wrote its record' }
                : { release: { id: proof.lost.release } };
        case 'current': {
            const newest = proof.records.at(-1);
            return newest === undefined ? { unknown: 'no release of it is recorded' } : { release: releaseOf(newest) };
        }
    }
}
/** The last release that a record stands for; one that a rollback returned to is named as it was then. */
function releaseOf({ asked, also }) {
    const { release, commit } = also.at(-1) ?? asked;
    return { id: release, ...(commit !== undefined && { commit }) };
}


/***/ }),

/***/ 39435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ findStack),
  v: () => (/* binding */ isRefusal)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/records/lease-document.ts
var lease_document = __webpack_require__(33520);
;// CONCATENATED MODULE: ./src/records/lease-holder.ts

/** Who holds a lease right now, in words; undefined when nobody does. */
async function leaseHolder(storage, bucket, key) {
    const head = await storage.head(bucket, key);
    const current = head && (await storage.getText(bucket, key));
    const document = current && (0,lease_document/* parseLease */.Q)(current.text);
    if (head === undefined || document === undefined)
        return undefined;
    if (head.serverTime !== undefined && Date.parse(document.expires) <= head.serverTime)
        return undefined;
    return `${document.holder.who} (${document.holder.command}, since ${document.since})`;
}

// EXTERNAL MODULE: ./src/report/problems.ts
var report_problems = __webpack_require__(53300);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/deployed-release.ts
var deployed_release = __webpack_require__(58798);
;// CONCATENATED MODULE: ./src/commands/stack-report.ts








/** Reads one stack and who works on its target. One that cannot be read is reported as such: the others are shown. */
async function findStack(instance, environment, recorder, context) {
    const { target, stack } = instance;
    const base = { instance: instance.id, target: target.name, region: target.region, stackName: stack.stackName };
    try {
        const session = context.aws.session(target);
        const account = await session.account();
        const [found, held] = await Promise.all([
            session.cloudformation.describeStack(stack.stackName),
            holderOf(instance, environment, context),
        ]);
        const has = found === undefined ? {} : await releaseOf(instance, found, recorder, context);
        if (found === undefined)
            return { report: { ...base, account, kind: 'absent', good: false, outputs: {}, ...held } };
        const reasons = [found.statusReason, held.reason].filter(Boolean);
        const report = {
            ...base,
            account,
            ...held,
            ...has,
            kind: 'deployed',
            status: found.status,
            good: (0,src_stack/* statusMeaning */.uj)(found.status).success,
            changedAt: found.updatedAt ?? found.createdAt,
            outputs: found.outputs,
            ...(reasons.length > 0 && { reason: reasons.join('; ') }),
        };
        return { report };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        const kind = error instanceof ports/* AwsError */.G && error.kind === 'unreachable' ? 'unreachable' : 'refused';
        return { report: { ...base, kind, good: false, ...wordsOf(error), outputs: {} }, error };
    }
}
/** Its release; where that cannot be told, why not is a difference from what we left there. */
async function releaseOf(instance, stack, recorder, context) {
    const session = context.aws.session(instance.target);
    try {
        const bucket = await (0,bucket_of/* bucketOf */.A)(session, instance.settings, context);
        const deployed = await (0,deployed_release/* deployedRelease */.Q)(instance, stack, { session, bucket }, recorder);
        return 'release' in deployed ? deployed : { difference: `its release is not known: ${deployed.unknown}` };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { difference: `its release is not known: ${wordsOf(error).reason}` };
    }
}
/** Stacks can be read where the bucket cannot: then only who holds the target stays unknown. */
async function holderOf({ target, settings }, environment, context) {
    const session = context.aws.session(target);
    try {
        const bucket = await (0,bucket_of/* bucketOf */.A)(session, settings, context);
        const heldBy = bucket === undefined ? undefined : await leaseHolder(session.storage, bucket, (0,target_work/* leaseKey */.aW)(environment));
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
    return error instanceof ports/* AwsError */.G || error instanceof errors/* UserError */.yo;
}
function wordsOf(error) {
    const problems = (0,report_problems/* problemsOf */.G)(error);
    const reason = problems.map(({ message, code }) => (message.includes(code) ? message : `${message} (${code})`));
    return { reason: reason.join('; '), fix: problems.flatMap(({ fix }) => fix) };
}


/***/ }),

/***/ 35088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mapValues)
/* harmony export */ });
/** The record with every value replaced by what `map` makes of it. */
function mapValues(record, map) {
    // The keys are those of the record, which is what the type says.
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}


/***/ }),

/***/ 99193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ readAnchor),
/* harmony export */   fg: () => (/* binding */ anchorText),
/* harmony export */   uM: () => (/* binding */ newKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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

/***/ 51078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ keptTemplate),
/* harmony export */   QP: () => (/* binding */ withPending),
/* harmony export */   gb: () => (/* binding */ withSameRelease),
/* harmony export */   i6: () => (/* binding */ parseHistory),
/* harmony export */   q8: () => (/* binding */ withRecord),
/* harmony export */   s4: () => (/* binding */ emptyHistory)
/* harmony export */ });
/* unused harmony export RECORDS_KEPT */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
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
    if (!intact)
        return { kind: 'damaged' };
    const { pending, ...rest } = value;
    const known = isMap(pending) && isAsked(pending) ? { pending } : {};
    // Every member that is used was looked at.
    return { kind: 'history', document: { ...rest, ...known } };
}
/** The history with one more record. What is beyond the number kept is forgotten, and templates that nobody names. */
function withRecord({ pending: _, ...history }, record, template) {
    const records = [...history.records, record].slice(-RECORDS_KEPT);
    const asked = records.map((one) => one.asked);
    return { ...history, records, templates: templatesOf(history, asked, record.asked, template) };
}
/** The history in which it stands what is about to be executed, with its template. */
function withPending(history, pending, template) {
    const asked = [...history.records.map((one) => one.asked), pending];
    return { ...history, pending, templates: templatesOf(history, asked, pending, template) };
}
/** Templates that somebody names, and this one. */
function templatesOf({ templates }, asked, newest, template) {
    const all = template === undefined ? templates : { ...templates, [newest.template.sha256]: packed(template) };
    const named = new Set(asked.map((one) => one.template.sha256));
    return Object.fromEntries(Object.entries(all).filter(([hash]) => named.has(hash)));
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

/***/ 3858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   wn: () => (/* binding */ writeHistory)
/* harmony export */ });
/* unused harmony export historyKey */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _history_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51078);



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
        return { document: (0,_history_document_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyHistory */ .s4)(place.instance) };
    const parsed = (0,_history_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHistory */ .i6)(stored.text);
    switch (parsed.kind) {
        case 'history':
            return { document: parsed.document, etag: stored.etag };
        case 'damaged':
            return { document: (0,_history_document_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyHistory */ .s4)(place.instance), etag: stored.etag, damaged: true };
        case 'newer':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('record-newer', `the records of ${place.instance} were written by a newer version of this tool (format ${parsed.version})`, { fix: ['Use the version that deployed last, or a later one.'] });
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
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'conflict')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 95508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ proveRecords)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99193);
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50589);


/**
 * Compares the records with what the stack says of its last change set.
 * @param changeSet the one that DescribeStacks names; CloudFormation keeps the last executed one
 * @param records as they lie in the bucket, oldest first
 * @param pending what a run was about to execute
 */
function proveRecords(stack, changeSet, records, pending) {
    const anchor = changeSet?.stackId === stack.stackId ? (0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnchor */ .QZ)(changeSet.description) : undefined;
    if (changeSet === undefined || anchor === undefined) {
        return { kind: 'none', reason: 'its last change was not made by this tool' };
    }
    const { key } = anchor;
    switch (changeSet.executionStatus) {
        case 'EXECUTE_COMPLETE':
            return complete(stack, anchor, records, pending);
        case 'EXECUTE_FAILED':
            return unfinished(stack.status === 'UPDATE_ROLLBACK_COMPLETE' ? 'current' : 'halfway', anchor, records);
        case 'EXECUTE_IN_PROGRESS':
            return unfinished('halfway', anchor, records);
        default:
            return { kind: 'none', reason: `its last change set is in ${changeSet.executionStatus}`, key };
    }
}
function complete(stack, anchor, records, pending) {
    const { key } = anchor;
    const at = records.findLastIndex(({ asked }) => (0,_release_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordId */ .Re)(asked) === anchor.record);
    const newest = records[at];
    if (newest === undefined && pending !== undefined && (0,_release_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordId */ .Re)(pending) === anchor.record) {
        const recovered = recoveredRecord(pending, stack);
        return { kind: 'current', records: [...chainTo(pending.before, records), recovered], key, recovered: true };
    }
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
/** The record that a lost run would have written: the stack vouches for what was asked, and tells what came of it. */
function recoveredRecord(asked, { createdAt, updatedAt, outputs }) {
    const at = updatedAt ?? createdAt;
    const state = asked.restores === undefined ? 'succeeded' : 'rolled-back';
    return { asked, ended: { state, at, run: 'a run that was lost', changedAt: at, outputs }, also: [] };
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

/***/ 50589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   Re: () => (/* binding */ recordId),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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

/***/ 46355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ sameSecret),
/* harmony export */   Vq: () => (/* binding */ markGiven),
/* harmony export */   yC: () => (/* binding */ markKept)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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


/***/ })

};
