export const id = 6100;
export const ids = [6100];
export const modules = {

/***/ 86100:
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
// EXTERNAL MODULE: ./src/failover/authority.ts
var authority = __webpack_require__(95719);
// EXTERNAL MODULE: ./src/failover/compile.ts
var compile = __webpack_require__(18127);
// EXTERNAL MODULE: ./src/failover/patience.ts
var patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/plan.ts
var plan = __webpack_require__(11571);
// EXTERNAL MODULE: ./src/failover/plan-document.ts
var plan_document = __webpack_require__(16357);
// EXTERNAL MODULE: ./src/topology/with-role.ts
var with_role = __webpack_require__(33770);
// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(71349);
// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(49988);
;// CONCATENATED MODULE: ./src/commands/failover/expected-release.ts

/**
 * What targets should have now. A release that the rollback took back everywhere, or that nobody got, leaves what was there
 * before it; one that stopped half-way, or left a wave only, is still to be finished.
 * @param before the plan that was compiled last: while the rollout waited to be promoted it expected what is left now
 * @param recorded releases that targets are known to have: of all that something was taken back from
 */
function expectedRelease(release, results, before, onFailure, recorded = new Map()) {
    // A wave that the rollback did not come to, as nothing changed there, is no better off with the release than without.
    const all = onFailure === 'rollback-all' && results.some(({ rollback }) => isBack(rollback));
    const got = new Set(results
        .map(({ target }) => target)
        .filter((name) => results
        .filter(({ target }) => target === name)
        .every(({ state, rollback }) => (0,rollout_state/* isGood */.Kg)(state) && !isBack(rollback) && (!all || rollback !== undefined))));
    const earlier = (name) => before?.targets.find((target) => target.name === name)?.release;
    const returned = [...recorded].find(([name, { id }]) => id !== release.id && !got.has(name))?.[1];
    return {
        release: all || got.size === 0 ? (returned ?? before?.release ?? release) : release,
        has: (name) => (got.has(name) ? release.id : (recorded.get(name)?.id ?? earlier(name))),
    };
}
/** Targets that something was taken back from. */
function returnedTargets(results) {
    return new Set(results.filter(({ rollback }) => isBack(rollback)).map(({ target }) => target));
}
/** It is not kept on the release. One whose way back failed is lost, which is no reason to expect the release there. */
function isBack(rollback) {
    return rollback !== undefined && rollback.state !== 'kept';
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/failover/fence-functions.ts


/**
 * What the functions that are fenced are called in each target; those of a target that does not answer as they were
 * known before. Undefined: nothing is fenced.
 */
async function fenceOf(environment, { fence }, before, warn, { aws }) {
    if (fence === undefined)
        return undefined;
    const entries = await Promise.all(environment.targets.map(async ({ name }) => {
        const found = await Promise.all(fence.functions.map((text) => nameIn(name, text, environment, aws)));
        const known = found.filter((text) => text !== undefined);
        if (known.length === found.length)
            return [name, known];
        const earlier = before?.functions[name];
        if (earlier === undefined)
            warn(`what failover.fence names is not known in ${name}: nothing is stopped there`);
        return [name, earlier ?? []];
    }));
    return { functions: Object.fromEntries(entries) };
}
async function nameIn(target, text, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const values = new Map();
    for (const reference of (0,references/* referencesIn */.ii)(text)) {
        const value = await (0,record_content/* referenceValue */.F)(reference, from, environment, aws).catch(() => undefined);
        values.set(JSON.stringify(reference), value);
    }
    const resolution = (0,references/* resolveReferences */.d)(text, (reference) => values.get(JSON.stringify(reference)));
    return resolution.kind === 'resolved' ? resolution.text : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/process/bundle-folder.ts


/**
 * The folder of the bundle that a process runs: all of it is the bundle.
 * @param program file that the process was started with: a link to it, as `npx` makes them, is followed
 * @returns undefined when it is not the bundle: its sources, a test
 */
function bundleFolder(program) {
    if (program === undefined || !(0,external_node_fs_.existsSync)(program))
        return undefined;
    const file = (0,external_node_fs_.realpathSync)(program);
    const folder = (0,external_node_path_.dirname)(file);
    // `package.json` is what the bundler writes beside it; sources have none in their folder.
    return (0,external_node_path_.basename)(file) === 'index.js' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'package.json')) ? folder : undefined;
}

;// CONCATENATED MODULE: ./src/commands/failover/keep-bundle.ts







/** As people call it: `node dist/index.js`. */
const FOLDER = 'dist';
/**
 * Keeps the program that runs beside the plan, so that whoever needs the plan finds what reads it. Its key is that of its
 * content: a bucket that has it is asked once a deployment and gets nothing. What cannot be kept is a warning.
 * @returns undefined when no bundle runs: sources are not kept
 */
async function keepBundle(places, { program, version, report }) {
    const folder = bundleFolder(program);
    if (folder === undefined)
        return undefined;
    const files = await filesOf(folder);
    const bundle = { key: keyOf(files, version), version };
    let packed;
    await Promise.all(places.map(async ({ target, storage, bucket }) => {
        try {
            if ((await storage.head(bucket, bundle.key)) !== undefined)
                return;
            packed ??= archiveOf(files);
            const bytes = await packed;
            await storage.putStream(bucket, bundle.key, external_node_stream_.Readable.from([bytes]), {
                size: bytes.byteLength,
                contentType: 'application/gzip',
                ifAbsent: true,
            });
        }
        catch (error) {
            // Somebody else was faster, with the same content.
            if (error instanceof ports/* AwsError */.G && error.kind === 'conflict')
                return;
            const text = `the program could not be kept beside the failover plan of ${target}: ${(0,errors/* errorText */.kc)(error)}`;
            report({ type: 'note', level: 'warning', text, target });
        }
    }));
    return bundle;
}
async function filesOf(folder) {
    const names = (await (0,promises_.readdir)(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
    return Promise.all(names
        .map(({ name }) => name)
        .sort()
        .map(async (name) => ({ name: `${FOLDER}/${name}`, bytes: await (0,promises_.readFile)((0,external_node_path_.join)(folder, name)) })));
}
function keyOf(files, version) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { name, bytes } of files)
        hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
    return `sam-multi-region/failover/bundles/${version}-${hash.digest('hex').slice(0, 32)}.tar.gz`;
}
async function archiveOf(files) {
    const [{ gzip }, { promisify }, { tarOf }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 57975, 23)),
        __webpack_require__.e(/* import() */ 7126).then(__webpack_require__.bind(__webpack_require__, 47126)),
    ]);
    return promisify(gzip)(tarOf(files));
}

// EXTERNAL MODULE: ./src/commands/failover/plan-values.ts
var plan_values = __webpack_require__(10401);
// EXTERNAL MODULE: ./src/gates/outputs.ts
var outputs = __webpack_require__(86202);
// EXTERNAL MODULE: ./src/gates/resolve.ts
var resolve = __webpack_require__(91056);
// EXTERNAL MODULE: ./src/settle-all.ts
var settle_all = __webpack_require__(26586);
// EXTERNAL MODULE: ./src/template/consumers.ts
var consumers = __webpack_require__(57683);
// EXTERNAL MODULE: ./src/commands/failover/find-consumers.ts
var find_consumers = __webpack_require__(5490);
;// CONCATENATED MODULE: ./src/commands/failover/plan-work.ts






/**
 * Marked consumers and hooks of every target, with the identifiers and values that they have there now: a failover lists
 * and describes nothing. A target that was not asked, or does not tell, keeps what was compiled last.
 * @param asked names of targets that answer
 */
async function plannedWork(whole, settings, asked, { release, before }, context) {
    const { consumers, graceful } = settings;
    const each = async (look, earlier, what) => {
        const found = await (0,settle_all/* settleAll */.j)(whole.targets.map(async (target) => {
            const known = earlier(target.name);
            const kept = known === undefined ? [] : [[target.name, known]];
            if (!asked.has(target.name))
                return kept;
            try {
                return [[target.name, await look(target)]];
            }
            catch (error) {
                warn(`${what} of ${target.name} are as they were compiled last: ${(0,errors/* errorText */.kc)(error)}`, target.name, context);
                return kept;
            }
        }));
        return Object.fromEntries(found.flat());
    };
    const [switched, hooks] = await Promise.all([
        consumers &&
            each((target) => inTarget(target, consumers, whole, context), (name) => before?.consumers?.targets[name], 'consumers'),
        graceful &&
            each((target) => hooksIn(target, graceful, release, whole, context), (name) => before?.hooks?.[name], 'hooks'),
    ]);
    if (consumers !== undefined && switched !== undefined)
        warnOfMissing(consumers, switched, whole, context);
    return {
        ...(consumers !== undefined &&
            switched !== undefined && { consumers: { where: consumers.where, targets: switched } }),
        ...(hooks !== undefined && { hooks }),
    };
}
async function inTarget(target, settings, whole, context) {
    const own = whole.instances.filter((instance) => instance.target.name === target.name);
    const { cloudformation } = context.aws.session(target);
    const found = await (0,settle_all/* settleAll */.j)(own.map(({ stack }) => (0,find_consumers/* findConsumers */.P)(stack, settings, cloudformation)));
    for (const text of found.flatMap(({ problems }) => problems))
        warn(text, target.name, context);
    return found.flatMap(({ consumers }) => consumers);
}
async function hooksIn(target, graceful, release, whole, { aws }) {
    const session = (place) => aws.session(place);
    const resolved = await (0,resolve/* resolveCheck */.R)(graceful, target, (0,outputs/* createOutputs */.l)(whole, {}, session), {
        environment: whole,
        release,
        session,
    });
    if (resolved.kind === 'known')
        return resolved.value;
    throw new Error(`${resolved.sources.join(', ')} has no value`);
}
/** A name that means nothing anywhere is misspelt, or of a resource that is gone. */
function warnOfMissing({ resources }, found, { stacks }, context) {
    const names = Object.values(found).flatMap((own) => own.map(({ resource }) => resource));
    for (const { key } of stacks) {
        for (const pattern of resources[key] ?? []) {
            if (names.some((name) => (0,consumers/* matches */.c)(`${key}/${pattern}`, name)))
                continue;
            warn(`failover.consumers names ${pattern} of ${key}, and no target has such a consumer`, undefined, context);
        }
    }
}
function warn(text, target, { report }) {
    report({ type: 'note', level: 'warning', text, ...(target !== undefined && { target }) });
}

;// CONCATENATED MODULE: ./src/commands/failover/keep-plan.ts















/**
 * Compiles the failover plan after a deployment or a rollback and keeps it in the bucket of every target that answers. Never throws:
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
async function compileAndKeep({ whole, excluded }, settings, { results, file, ...deployed }, warn, context) {
    const key = (0,plan/* planKey */.v)(whole);
    const places = await placesOf(whole, excluded, context);
    const before = await earlierPlan(places, key);
    const { release, has } = deployed.has === undefined
        ? expectedRelease(deployed.release, results, before, whole.onFailure, await recordedReleases(whole, results, context))
        : { has: deployed.has, ...deployed };
    const asked = new Set(places.map(({ target }) => target));
    const told = (text) => context.report({ type: 'note', level: 'warning', text });
    const [resolve, bundle, work, fence] = await Promise.all([
        (0,plan_values/* planValues */.G)(whole, settings, results, context),
        keepBundle(places, context),
        plannedWork(whole, settings, asked, { release, before }, context),
        fenceOf(whole, settings, before?.fence, told, context),
    ]);
    const authority = await publicAuthority(settings, resolve, before, context);
    const earlier = (name) => before?.targets.find((target) => target.name === name);
    const buckets = Object.fromEntries(whole.targets.map(({ name }) => [
        name,
        places.find(({ target }) => target === name)?.bucket ?? earlier(name)?.bucket,
    ]));
    const releases = Object.fromEntries(whole.targets.map(({ name }) => [name, has(name) ?? earlier(name)?.release]));
    const compiled = (0,compile/* compilePlan */.v)((0,with_role/* withRoles */.o)(whole), settings, {
        work,
        release,
        fence,
        compiledAt: new Date(context.clock.now()).toISOString(),
        compiledBy: context.origin.who,
        buckets,
        releases,
        resolve,
        ...(bundle !== undefined && { bundle }),
        ...(authority !== undefined && { authority }),
    });
    if (compiled.kind === 'unknown') {
        warn(`${compiled.texts.join(', ')} is not known; what was compiled last stays as it is`);
        return;
    }
    const text = (0,plan_document/* writePlan */.pD)(compiled.plan);
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
/** What the records of targets say that they have, of those that something was taken back from; who does not tell is absent. */
async function recordedReleases(whole, results, context) {
    const returned = returnedTargets(results);
    const instances = whole.instances.filter(({ target }) => returned.has(target.name));
    if (instances.length === 0)
        return new Map();
    const { deployedReleases } = await __webpack_require__.e(/* import() */ 7341).then(__webpack_require__.bind(__webpack_require__, 57341));
    const found = await deployedReleases({ ...whole, instances }, context);
    return new Map([...found].flatMap(([name, known]) => ('release' in known ? [[name, known.release]] : [])));
}
/** Milliseconds that a deployment waits for DNS. */
const NAMES_PATIENCE_MS = 5_000;
/** Who answers for the public name now; where nobody can say, who did when the plan was compiled before. */
async function publicAuthority({ probe }, resolve, before, { clock, names }) {
    const url = probe && resolve(probe.url);
    if (probe === undefined || url === undefined)
        return undefined;
    const asked = (0,authority/* authorityOf */.v)({ ...probe, url }, names).then((authority) => ({ authority }));
    const answer = await (0,patience/* patienceOf */.H)(clock, NAMES_PATIENCE_MS)(asked).catch(() => undefined);
    if (answer !== undefined)
        return answer.authority;
    return before?.authority?.name === new URL(url).hostname ? before.authority : undefined;
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
                return (0,plan_document/* parsePlan */.vS)(stored.text, key);
        }
        catch {
            // A damaged copy is replaced.
        }
    }
    return undefined;
}


/***/ }),

/***/ 10401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ planValues)
/* harmony export */ });
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49988);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);
/* harmony import */ var _record_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82845);




/**
 * Looks up everything that the failover settings refer to: outputs that this deployment told, else those of the stacks
 * as they are, each stack asked once. What cannot be read is not known.
 */
async function planValues(whole, settings, results, { aws }) {
    const outputs = new Map();
    const outputsOf = (instance) => {
        const known = outputs.get(instance.id) ?? readOutputs(instance, results, aws);
        outputs.set(instance.id, known);
        return known;
    };
    const valueIn = async (reference, from) => {
        if (reference.kind !== 'output')
            return (0,_record_content_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceValue */ .F)(reference, from, whole, aws);
        const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(whole, from, reference);
        return source && (await outputsOf(source))[reference.output];
    };
    const values = new Map();
    await Promise.all(textsOf(whole, settings).flatMap(({ text, from, target }) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)(text).map(async (reference) => {
        const value = await valueIn(reference, from).catch(() => undefined);
        values.set(keyOf(reference, target), value);
    })));
    return (text, target) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(keyOf(reference, target)));
        return resolution.kind === 'resolved' ? resolution.text : undefined;
    };
}
function keyOf(reference, target) {
    return JSON.stringify([target ?? '', reference]);
}
function textsOf({ instances, targets }, { probe, mechanism, replication, endpoint, backlog }) {
    const buckets = mechanism.kind === 'stop-switch' ? Object.values(mechanism.signals).map(({ bucket }) => bucket) : [];
    const [from] = instances;
    if (from === undefined)
        return [];
    const { heartbeat, tables = [] } = replication ?? {};
    const texts = [probe?.url, heartbeat, ...tables, ...buckets].filter((text) => text !== undefined);
    const common = texts.map((text) => ({ text, from }));
    const ofEach = [...(endpoint === undefined ? [] : [endpoint]), ...(backlog?.queues ?? [])];
    const own = targets.flatMap(({ name }) => {
        const first = instances.find(({ target }) => target.name === name);
        return first === undefined ? [] : ofEach.map((text) => ({ text, from: first, target: name }));
    });
    return [...common, ...own];
}
async function readOutputs({ id, target, stack }, results, aws) {
    const told = results.find(({ instance, state }) => instance === id && (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isGood */ .Kg)(state));
    if (told !== undefined && Object.keys(told.outputs).length > 0)
        return told.outputs;
    return (await aws.session(target).cloudformation.describeStack(stack.stackName))?.outputs ?? {};
}


/***/ }),

/***/ 95719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ zonesAbove),
/* harmony export */   v: () => (/* binding */ authorityOf)
/* harmony export */ });
const DNS_PORT = 53;
/** A URL holds IPv6 addresses in brackets. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;
/**
 * The authoritative name servers of the public name: those that are configured, or those that its zone is delegated to,
 * with their addresses, so that a failover looks nothing up.
 * @returns undefined where the URL has an address, or no zone is found
 * @throws when the resolver does not answer
 */
async function authorityOf({ url, nameServers, resolver }, names) {
    const { hostname: name } = new URL(url);
    if (ADDRESS.test(name))
        return undefined;
    if (nameServers !== undefined)
        return { name, servers: nameServers };
    for (const zone of zonesAbove(name)) {
        const found = await names.servers(zone, resolver);
        if (found.length === 0)
            continue;
        const addresses = await Promise.all(found.toSorted().map((server) => names.addresses(server, resolver)));
        return { name, zone, servers: addresses.flat().map((host) => ({ host, port: DNS_PORT })) };
    }
    return undefined;
}
/** The name and what is above it, but no top-level domain: that is nobody's zone here. */
function zonesAbove(name) {
    const labels = name.split('.').filter((label) => label !== '');
    return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}


/***/ }),

/***/ 18127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ compilePlan)
/* harmony export */ });
/** The plan of a failover: everything that it must not have to look up. */
function compilePlan(environment, settings, facts) {
    const { probe, endpoint: pattern, replication, rtoMs, rpoMs } = settings;
    const { authority, bundle } = facts;
    const unknown = [];
    const resolve = (text) => {
        const value = facts.resolve(text);
        if (value === undefined)
            unknown.push(text);
        return value ?? '';
    };
    const mechanism = mechanismOf(environment, settings, resolve);
    const url = probe && resolve(probe.url);
    const replicated = replication && resolvedReplication(replication, resolve);
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
            release: { id: facts.release.id, ...(facts.release.commit !== undefined && { commit: facts.release.commit }) },
            targets: environment.targets.map(({ location: _location, ...target }) => {
                const bucket = facts.buckets[target.name];
                const release = facts.releases[target.name];
                // One that was not deployed yet has no outputs: that keeps nobody from a plan for the others.
                const endpoint = pattern === undefined ? undefined : facts.resolve(pattern, target.name);
                return {
                    ...target,
                    ...(bucket !== undefined && { bucket }),
                    ...(release !== undefined && { release }),
                    ...(endpoint !== undefined && { endpoint }),
                };
            }),
            mechanism,
            ...(mechanism.kind !== 'weights' && isRevertible(environment.traffic) && { traffic: environment.traffic }),
            ...(probe !== undefined && url !== undefined && { probe: { ...probe, url } }),
            ...(replicated !== undefined && { replication: replicated }),
            ...(facts.fence !== undefined && { fence: facts.fence }),
            ...(authority !== undefined && { authority }),
            ...(bundle !== undefined && { bundle }),
            ...(rtoMs !== undefined && { rtoMs }),
            ...(rpoMs !== undefined && { rpoMs }),
            ...facts.work,
        },
    };
}
/** AWS can be told to change its weights later. */
function isRevertible(traffic) {
    return traffic?.driver.driver === 'route53' && traffic.driver.revertRole !== undefined;
}
function resolvedReplication({ heartbeat, tables, maxLagMs }, resolve) {
    return {
        tables: tables.map(resolve),
        maxLagMs,
        ...(heartbeat !== undefined && { heartbeat: resolve(heartbeat) }),
    };
}
function mechanismOf({ traffic }, { mechanism }, resolve) {
    if (mechanism.kind === 'stop-switch') {
        const signals = Object.entries(mechanism.signals).map(([target, { bucket, ...signal }]) => [target, { ...signal, bucket: resolve(bucket) }]);
        return { kind: 'stop-switch', signals: Object.fromEntries(signals) };
    }
    if (mechanism.kind !== 'weights')
        return mechanism;
    // The configuration was refused without a driver.
    if (traffic === undefined)
        throw new Error('the mechanism weights has no traffic driver');
    return { kind: 'weights', traffic };
}


/***/ }),

/***/ 16357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   pD: () => (/* binding */ writePlan),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



const SCHEMA = 1;
const MECHANISMS = [
    'stop-switch',
    'arc-routing-control',
    'region-switch',
    'weights',
    'command',
];
/** The plan as text, with the hash that tells a damaged copy. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, sha256: contentHash(plan) }, undefined, 2)}\n`;
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
    if (schema !== SCHEMA || sha256 !== contentHash(rest) || !isPlan(rest))
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
function contentHash(value) {
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


/***/ }),

/***/ 33770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withRoles),
/* harmony export */   y: () => (/* binding */ isShared)
/* harmony export */ });
/** Whether nothing but edge and global stacks is among them: what they make serves all regions, and takes over from none. */
function isShared(instances) {
    return instances.length > 0 && instances.every(({ stack: { scope } }) => scope === 'edge' || scope === 'global');
}
/**
 * The same environment with the targets alone that can be active. The one that is made for edge stacks is nobody's to move
 * traffic to, or away from.
 */
function withRoles(environment) {
    const { targets, instances } = environment;
    const own = (name) => instances.filter(({ target }) => target.name === name);
    return { ...environment, targets: targets.filter(({ name }) => !isShared(own(name))) };
}


/***/ })

};
