export const id = 9464;
export const ids = [9464];
export const modules = {

/***/ 99464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepFailoverPlan: () => (/* binding */ keepFailoverPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/failover/compile.ts
/** The plan of a failover: everything that it must not have to look up. */
function compilePlan(environment, settings, facts) {
    const { probe, rtoMs, rpoMs } = settings;
    const unknown = [];
    const resolve = (text) => {
        const value = facts.resolve(text);
        if (value === undefined)
            unknown.push(text);
        return value ?? '';
    };
    const mechanism = mechanismOf(environment, settings, resolve);
    const url = probe && resolve(probe.url);
    if (unknown.length > 0)
        return { kind: 'unknown', texts: unknown };
    return {
        kind: 'plan',
        plan: {
            schema: 1,
            application: environment.application,
            environment: environment.name,
            compiledAt: facts.compiledAt,
            compiledBy: facts.compiledBy,
            release: facts.release,
            targets: environment.targets.map(({ location: _location, ...target }) => {
                const bucket = facts.buckets[target.name];
                const release = facts.releases[target.name];
                return { ...target, ...(bucket !== undefined && { bucket }), ...(release !== undefined && { release }) };
            }),
            mechanism,
            ...(probe !== undefined && url !== undefined && { probe: { ...probe, url } }),
            ...(rtoMs !== undefined && { rtoMs }),
            ...(rpoMs !== undefined && { rpoMs }),
        },
    };
}
function mechanismOf({ traffic }, { mechanism }, resolve) {
    if (mechanism.kind === 'stop-switch') {
        const signals = Object.entries(mechanism.signals).map(([target, { bucket, ...signal }]) => [target, { ...signal, bucket: resolve(bucket) }]);
        return { kind: 'stop-switch', signals: Object.fromEntries(signals) };
    }
    if (mechanism.kind === 'command' || mechanism.kind === 'arc-routing-control')
        return mechanism;
    // The configuration was refused without a driver.
    if (traffic === undefined)
        throw new Error('the mechanism weights has no traffic driver');
    return { kind: 'weights', traffic };
}

// EXTERNAL MODULE: ./src/failover/plan.ts
var plan = __webpack_require__(11571);
// EXTERNAL MODULE: ./src/failover/plan-document.ts
var plan_document = __webpack_require__(16357);
// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(49988);
// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(71349);
// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/failover/keep-plan.ts










/**
 * Compiles the failover plan after a deployment and keeps it in the bucket of every target that answers. Never throws:
 * the deployment is done, and an earlier plan still lies there.
 */
async function keepFailoverPlan(chosen, deployed, context) {
    const { failover } = chosen.whole;
    if (failover === undefined || context.signal.aborted)
        return;
    const warn = (text) => context.report({ type: 'note', level: 'warning', text: `the failover plan was not compiled: ${text}` });
    try {
        await compileAndKeep(chosen, failover, deployed, warn, context);
    }
    catch (error) {
        warn((0,errors/* errorText */.kc)(error));
    }
}
async function compileAndKeep({ whole, excluded }, settings, { release, results, file }, warn, context) {
    const key = (0,plan/* planKey */.v)(whole);
    const places = await placesOf(whole, excluded, context);
    const before = await earlierPlan(places, key);
    const values = await valuesOf(whole, settings, context);
    const earlier = (name) => before?.targets.find((target) => target.name === name);
    const buckets = Object.fromEntries(whole.targets.map(({ name }) => [
        name,
        places.find(({ target }) => target === name)?.bucket ?? earlier(name)?.bucket,
    ]));
    const releases = Object.fromEntries(whole.targets.map(({ name }) => {
        const own = results.filter(({ target }) => target === name);
        const has = own.length > 0 && own.every(({ state }) => (0,rollout_state/* isGood */.Kg)(state));
        return [name, has ? release.id : earlier(name)?.release];
    }));
    const compiled = compilePlan(whole, settings, {
        release,
        compiledAt: new Date(context.clock.now()).toISOString(),
        compiledBy: context.origin.who,
        buckets,
        releases,
        resolve: (text) => {
            const resolution = (0,references/* resolveReferences */.d)(text, (reference) => values.get(JSON.stringify(reference)));
            return resolution.kind === 'resolved' ? resolution.text : undefined;
        },
    });
    if (compiled.kind === 'unknown') {
        warn(`${compiled.texts.join(', ')} is not known; what was compiled last stays as it is`);
        return;
    }
    const text = (0,plan_document/* writePlan */.p)(compiled.plan);
    if (file !== undefined)
        await context.writeFile((0,external_node_path_.join)(context.cwd, file), text);
    await Promise.all(places.map(async ({ target, storage, bucket }) => {
        try {
            await storage.putText(bucket, key, text);
        }
        catch (error) {
            const sentence = `the failover plan could not be kept in ${target}: ${(0,errors/* errorText */.kc)(error)}`;
            context.report({ type: 'note', level: 'warning', text: sentence, target });
        }
    }));
}
/** Buckets of all targets that may be asked and answer. */
async function placesOf(whole, excluded, context) {
    const found = await Promise.all(whole.targets.map(async (target) => {
        if (excluded.has(target.name))
            return [];
        const session = context.aws.session(target);
        // Who does not answer is told of where its stacks are.
        const bucket = await (0,bucket_of/* bucketOf */.A)(session, (0,target_settings/* settingsOf */.f)(whole, target.name), context).catch(() => undefined);
        return bucket === undefined ? [] : [{ target: target.name, storage: session.storage, bucket }];
    }));
    return found.flat();
}
/** What was compiled last: for targets that this deployment did not reach. */
async function earlierPlan(places, key) {
    for (const { storage, bucket } of places) {
        const stored = await storage.getText(bucket, key).catch(() => undefined);
        try {
            if (stored !== undefined)
                return (0,plan_document/* parsePlan */.v)(stored.text, key);
        }
        catch {
            // A damaged copy is replaced.
        }
    }
    return undefined;
}
async function valuesOf(whole, { probe, mechanism }, { aws }) {
    const buckets = mechanism.kind === 'stop-switch' ? Object.values(mechanism.signals).map(({ bucket }) => bucket) : [];
    const values = new Map();
    const [from] = whole.instances;
    if (from === undefined)
        return values;
    for (const reference of [...(probe === undefined ? [] : [probe.url]), ...buckets].flatMap(references/* referencesIn */.ii)) {
        const value = await (0,record_content/* referenceValue */.F)(reference, from, whole, aws).catch(() => undefined);
        values.set(JSON.stringify(reference), value);
    }
    return values;
}


/***/ }),

/***/ 16357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ writePlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



const SCHEMA = 1;
const MECHANISMS = [
    'stop-switch',
    'arc-routing-control',
    'weights',
    'command',
];
/** The plan as text, with the hash that tells a damaged copy. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, sha256: hashOf(plan) }, undefined, 2)}\n`;
}
/**
 * Reads a plan. Its hash proves that it is whole, not who wrote it: what may be contacted is decided by rules in code.
 * @param place how messages call it: a path, or `s3://bucket/key`
 * @throws UserError `failover-plan-newer`, `failover-plan-damaged`
 */
function parsePlan(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const schema = value?.['schema'];
    if (typeof schema === 'number' && schema > SCHEMA) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-plan-newer', `${place} was written by a newer version (schema ${schema})`, {
            fix: ['Use the version that deployed last: its bundle lies beside the plan.'],
        });
    }
    const { sha256, ...rest } = value ?? {};
    if (schema !== SCHEMA || sha256 !== hashOf(rest) || !isPlan(rest))
        throw damaged(place);
    return { ...rest, sha256: String(sha256) };
}
function damaged(place) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-plan-damaged', `${place} is no failover plan, or it is damaged`, {
        fix: ['Take the copy of another region: each target keeps one in the bucket of its artifacts.'],
    });
}
/** What a whole plan of this schema says was written by this program: only what decides where to go is looked at. */
function isPlan(value) {
    const { application, environment, targets, mechanism } = value;
    return (typeof application === 'string' &&
        typeof environment === 'string' &&
        Array.isArray(targets) &&
        targets.every((target) => typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(target)?.['region'] === 'string') &&
        MECHANISMS.includes((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(mechanism)?.['kind']));
}
/** Independent of the order of keys: a copy that somebody formatted is still whole. */
function hashOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const entries = Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}


/***/ }),

/***/ 11571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ planKey)
/* harmony export */ });
/** Where the plan of an environment lies in the bucket of each of its targets. */
function planKey({ application, name }) {
    return `sam-multi-region/failover/${encodeURIComponent(application)}/${encodeURIComponent(name)}/dr-plan.json`;
}


/***/ })

};
