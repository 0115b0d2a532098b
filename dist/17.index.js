export const id = 17;
export const ids = [17];
export const modules = {

/***/ 1349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/** Where the artifacts and the records of a target lie: as the first of its stacks says. */
function settingsOf(environment, target) {
    return environment.instances.find((instance) => instance.target.name === target)?.settings ?? {};
}


/***/ }),

/***/ 5749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ createTargetWork),
/* harmony export */   Xn: () => (/* binding */ DEFAULT_LOCK_WAIT_MS),
/* harmony export */   aW: () => (/* binding */ leaseKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3956);
/* harmony import */ var _release_bucket_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3259);
/* harmony import */ var _target_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1349);




/** Long enough for a deployment of another run to end, short enough not to hold a runner for hours. */
const DEFAULT_LOCK_WAIT_MS = 600_000;
/** The targets of an environment, by name. */
function createTargetWork(environment, options, context) {
    return new Map(environment.targets.map((target) => [target.name, workOn(target, environment, options, context)]));
}
function workOn(target, environment, options, context) {
    const session = context.aws.session(target);
    const buckets = new Map();
    let lease;
    const closing = new AbortController();
    const bucket = ({ artifactBucket: pattern }) => {
        const key = pattern ?? '';
        let found = buckets.get(key);
        found ??= findBucket(session, pattern, context);
        buckets.set(key, found);
        return found;
    };
    const acquire = async () => (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .acquireLease */ .ZZ)({
        bucket: await bucket((0,_target_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)(environment, target.name)),
        key: leaseKey(environment),
        holder: { run: context.origin.runId, who: context.origin.who, command: options.command },
        target: target.name,
        waitMs: options.lockWaitMs,
    }, {
        storage: session.storage,
        clock: context.clock,
        signal: AbortSignal.any([context.signal, closing.signal]),
        onWait: (text) => context.report({ type: 'note', level: 'warning', text, target: target.name }),
    });
    return {
        target,
        session,
        bucket,
        lease: () => {
            lease ??= acquire();
            return lease;
        },
        close: async () => {
            // A lease that is still waited for is not wanted any more.
            closing.abort();
            const held = await lease?.catch(() => undefined);
            await held?.release();
        },
    };
}
/** Where the lease of an environment lies in the bucket of each of its targets. */
function leaseKey({ application, name }) {
    return `sam-multi-region/leases/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
async function findBucket(session, pattern, context) {
    // The account is proven first: creating a bucket is a write.
    await session.account();
    const found = await (0,_release_bucket_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactBucket */ .V)(session, { create: true, ...(pattern !== undefined && { artifactBucket: pattern }) }, context);
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd('a bucket that was to be created is not there');
    return found;
}


/***/ }),

/***/ 811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ environmentOf)
/* harmony export */ });
/* unused harmony export restrict */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_credentials_role_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2820);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _topology_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9712);
/* harmony import */ var _topology_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4131);





const DEFAULT_FILE = 'multi-region.yml';
/** How the topology marks a note that needs somebody's eye. */
const WARNING = 'warning: ';
/** The environment that the options mean. */
async function environmentOf(options, context) {
    const file = options.config ?? defaultFile(options, context);
    const environment = await (0,_topology_index_js__WEBPACK_IMPORTED_MODULE_3__/* .loadEnvironment */ .Ye)({
        directory: context.cwd,
        readFile: context.readFile,
        inline: inlineSettings(options),
        requireTemplates: options.release === undefined,
        nameInput: context.nameOption,
        ...(file !== undefined && { file }),
        ...(options.environment !== undefined && { environment: options.environment }),
    });
    if (options['mask-aws-account-id'])
        hideAccounts(environment, context);
    for (const note of environment.notes) {
        const warning = note.startsWith(WARNING);
        context.report({
            type: 'note',
            level: warning ? 'warning' : 'info',
            text: warning ? note.slice(WARNING.length) : note,
        });
    }
    const excluded = namedTargets(environment, options.without ?? [], 'without');
    return { environment: restrict(environment, options), whole: environment, excluded };
}
/** Accounts as the configuration and the role ARNs name them; those of ambient credentials are hidden when they are proven. */
function hideAccounts({ targets }, context) {
    for (const { account, credentials } of targets) {
        const roles = [credentials.role, ...(credentials.via ?? [])].map((role) => (0,_aws_credentials_role_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .accountOfArn */ .KC)(role));
        for (const id of [account, ...roles])
            if (id !== undefined)
                context.hide(id);
    }
}
function defaultFile(options, context) {
    if (options.regions !== undefined)
        return undefined;
    return context.readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}
function inlineSettings(options) {
    const credentials = {
        ...(options.profile !== undefined && { profile: options.profile }),
        ...(options['role-via'] !== undefined && { via: options['role-via'] }),
        ...(options['external-id'] !== undefined && { externalId: options['external-id'] }),
        ...(options['role-duration'] !== undefined && { duration: (0,_topology_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(options['role-duration']) }),
        ...(options.audience !== undefined && { audience: options.audience }),
    };
    return {
        ...(Object.keys(credentials).length > 0 && { credentials }),
        ...(options.regions !== undefined && { regions: options.regions }),
        ...(options['role-to-assume'] !== undefined && { roleToAssume: options['role-to-assume'] }),
        ...(options['stack-name'] !== undefined && { stackName: options['stack-name'] }),
        ...(options.template !== undefined && { template: options.template }),
        ...(options.sequential && { waves: 'sequential' }),
        ...(options['max-concurrency'] !== undefined && { maxConcurrency: options['max-concurrency'] }),
        ...(options['failure-tolerance'] !== undefined && { failureTolerance: options['failure-tolerance'] }),
        ...(options.engine !== undefined && { engine: options.engine }),
        ...(options['config-env'] !== undefined && { configEnv: options['config-env'] }),
        ...(options.parameters !== undefined && {
            parameters: options.parameters.values,
            parameterFiles: options.parameters.files.map((path) => `file:${path}`),
        }),
        ...(options.tags !== undefined && { tags: options.tags.values }),
        ...(options.capabilities !== undefined && { capabilities: options.capabilities }),
        ...(options['missing-parameters'] !== undefined && { missingParameters: options['missing-parameters'] }),
        ...(options['service-role'] !== undefined && { serviceRole: options['service-role'] }),
        ...(options['disable-rollback'] !== undefined && { disableRollback: options['disable-rollback'] }),
        ...(options.timeout !== undefined && { timeout: (0,_topology_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(options.timeout) }),
        ...(options['artifact-bucket'] !== undefined && { artifactBucket: options['artifact-bucket'] }),
    };
}
/** Keeps the targets named by `targets` and leaves out those named by `without`: by their own name, their region or a group. */
function restrict(environment, options) {
    const included = options.targets === undefined ? undefined : namedTargets(environment, options.targets, 'targets');
    const excluded = namedTargets(environment, options.without ?? [], 'without');
    if (included === undefined && excluded.size === 0)
        return environment;
    const keep = (name) => (included?.has(name) ?? true) && !excluded.has(name);
    const phases = environment.phases
        .map((phase) => ({
        ...phase,
        targets: phase.targets.filter(keep),
        instances: phase.instances.filter(({ target }) => keep(target.name)),
    }))
        .filter(({ instances }) => instances.length > 0);
    if (phases.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('no-targets', `no target of ${environment.name} is left`, {
            fix: ['Check targets and without.'],
        });
    }
    return {
        ...environment,
        targets: environment.targets.filter(({ name }) => keep(name)),
        waves: environment.waves
            .map((wave) => ({ ...wave, targets: wave.targets.filter(keep) }))
            .filter((wave) => wave.targets.length > 0),
        instances: environment.instances.filter(({ target }) => keep(target.name)),
        phases,
    };
}
function namedTargets(environment, names, option) {
    const matches = (target, name) => target.name === name || target.region === name || target.groups.includes(name);
    for (const name of names) {
        if (environment.targets.some((target) => matches(target, name)))
            continue;
        const known = environment.targets.map((target) => target.name);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('unknown-target', `${option} names ${name}, which is no target of ${environment.name}`, {
            fix: [(0,_topology_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(name, known)],
        });
    }
    return new Set(environment.targets.filter((target) => names.some((name) => matches(target, name))).map(({ name }) => name));
}


/***/ }),

/***/ 6088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inventoryPlace),
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _release_bucket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3259);


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
    const pattern = whole.instances.find(({ target }) => target.name === home.name)?.settings.artifactBucket;
    const bucket = await (0,_release_bucket_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBucket */ .V)(session, { create: false, ...(pattern !== undefined && { artifactBucket: pattern }) }, context);
    return bucket === undefined
        ? undefined
        : { storage: session.storage, bucket, application: whole.application, environment: whole.name };
}


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runResult)
/* harmony export */ });
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2675);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9988);


/** The one result document of a run, from what its instances came to. */
function runResult(environment, details, context) {
    const { instances } = details;
    const status = details.planned ? plannedStatus(instances) : executedStatus(instances);
    return {
        schema: 1,
        command: details.command,
        application: environment.application,
        environment: environment.name,
        status,
        ...(details.release !== undefined && { release: details.release }),
        startedAt: new Date(details.startedAt).toISOString(),
        endedAt: new Date(context.clock.now()).toISOString(),
        instances,
        ...(details.plan !== undefined && { plan: details.plan }),
        ...(details.stacks !== undefined && { stacks: details.stacks }),
        targets: targetsOf(instances),
        calls: context.aws.ledger.counts(),
        notes: details.notes ?? [],
        exitCode: details.exitCode ?? codes[status],
    };
}
const codes = {
    succeeded: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    'no-change': _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    planned: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    failed: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed,
    cancelled: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled,
};
function executedStatus(instances) {
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailure */ .N6)(state)))
        return 'failed';
    if (instances.some(({ state }) => state === 'cancelled'))
        return 'cancelled';
    if (instances.some(({ state }) => !(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .Kg)(state)))
        return 'failed';
    return instances.every(({ state }) => state === 'no-change') ? 'no-change' : 'succeeded';
}
function plannedStatus(instances) {
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailure */ .N6)(state)))
        return 'failed';
    return instances.some(({ state }) => state === 'cancelled') ? 'cancelled' : 'planned';
}
function targetsOf(instances) {
    const names = [...new Set(instances.map(({ target }) => target))];
    return Object.fromEntries(names.map((name) => {
        const own = instances.filter(({ target }) => target === name);
        const outputs = Object.fromEntries(own.map(({ stack, outputs }) => [stack, outputs]));
        return [name, { state: (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_1__/* .worstState */ .Fk)(own.map(({ state }) => state)), region: own[0]?.region ?? '', outputs }];
    }));
}


/***/ }),

/***/ 5330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ updateInventory),
/* harmony export */   z: () => (/* binding */ readInventory)
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
    return (await read(place)).entries;
}
/** Adds and takes out entries; writes nothing when that changes nothing. */
async function updateInventory(place, change) {
    for (let attempt = 1;; attempt += 1) {
        const { entries, etag } = await read(place);
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
async function read(place) {
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

/***/ 3956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ leaseHolder),
/* harmony export */   ZZ: () => (/* binding */ acquireLease)
/* harmony export */ });
/* unused harmony export LEASE_MS */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** How long a lease of a dead process keeps others out. */
const LEASE_MS = 120_000;
/** A stack may take an hour without a write of ours: the lease is renewed all the same. */
const HEARTBEAT_MS = LEASE_MS / 3;
const RETRY_MS = 5_000;
/**
 * Takes the lease of a target by a conditional write in the target's own bucket. An expired lease is taken over;
 * a held one is waited for. Expiry is judged by the storage's clock (the `Date` of its answers), so that a wrong
 * clock on a laptop cannot steal a lease.
 */
async function acquireLease(options, ports) {
    const deadline = ports.clock.now() + options.waitMs;
    let told = false;
    for (;;) {
        const attempt = await tryAcquire(options, ports);
        if (attempt.kind === 'held')
            return createLease(options, ports, attempt);
        const sentence = `${options.target} is being worked on by ${attempt.document.holder.who} (${attempt.document.holder.command}, since ${attempt.document.since})`;
        if (ports.clock.now() + RETRY_MS > deadline) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('lease-held', sentence, {
                fix: [
                    'Wait until that run ends, or let this one wait longer with lock-wait.',
                    `If that run is dead, its lease ends by itself at ${attempt.document.expires}.`,
                ],
            });
        }
        if (!told)
            ports.onWait(`${sentence}: waiting`);
        told = true;
        await ports.clock.sleep(RETRY_MS, ports.signal);
    }
}
/** A clock that is wrong by more than this would make the lease end too early or too late for others. */
const TOLERATED_SKEW_MS = 5_000;
async function tryAcquire(options, ports) {
    const { storage } = ports;
    const created = await write(options, ports, 0, { ifAbsent: true });
    if (created !== undefined)
        return correctSkew(created, options, ports);
    const head = await storage.head(options.bucket, options.key);
    const current = await storage.getText(options.bucket, options.key);
    if (head === undefined || current === undefined)
        return tryAgain(options, ports);
    const document = parseLease(current.text);
    const now = head.serverTime ?? ports.clock.now();
    // A document nobody can read holds nobody's work: it is replaced, guarded by its ETag.
    if (document !== undefined && Date.parse(document.expires) > now && document.holder.run !== options.holder.run) {
        return { kind: 'taken', document };
    }
    return (await write(options, ports, now - ports.clock.now(), { ifMatch: current.etag })) ?? tryAgain(options, ports);
}
/** Somebody was faster: what they wrote is reported as any other holder. */
async function tryAgain(options, ports) {
    const now = new Date(ports.clock.now()).toISOString();
    const current = await ports.storage.getText(options.bucket, options.key);
    const unknown = {
        version: 1,
        holder: { run: '', who: 'another run', command: 'unknown' },
        since: now,
        expires: now,
    };
    return { kind: 'taken', document: (current && parseLease(current.text)) ?? unknown };
}
async function write(options, ports, skewMs, condition) {
    const started = ports.clock.now();
    const now = started + skewMs;
    const document = {
        version: 1,
        holder: options.holder,
        since: new Date(now).toISOString(),
        expires: new Date(now + LEASE_MS).toISOString(),
    };
    try {
        const { etag, serverTime } = await ports.storage.putText(options.bucket, options.key, JSON.stringify(document), condition);
        // Counted from before the call: our idea of the expiry is never later than the storage's.
        return {
            kind: 'held',
            etag,
            expiresAt: started + LEASE_MS,
            skewMs: serverTime === undefined ? skewMs : serverTime - ports.clock.now(),
        };
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && (error.kind === 'conflict' || error.kind === 'not-found'))
            return undefined;
        throw error;
    }
}
/** Who holds a lease right now, in words; undefined when nobody does. */
async function leaseHolder(storage, bucket, key) {
    const head = await storage.head(bucket, key);
    const current = head && (await storage.getText(bucket, key));
    const document = current && parseLease(current.text);
    if (head === undefined || document === undefined)
        return undefined;
    if (head.serverTime !== undefined && Date.parse(document.expires) <= head.serverTime)
        return undefined;
    return `${document.holder.who} (${document.holder.command}, since ${document.since})`;
}
/** Writes the lease once more when our clock is wrong: others judge it by the storage's. */
async function correctSkew(held, options, ports) {
    if (Math.abs(held.skewMs) <= TOLERATED_SKEW_MS)
        return held;
    return (await write(options, ports, held.skewMs, { ifMatch: held.etag })) ?? held;
}
/** A renewal whose answer was lost looks like a conflict with ourselves: what is stored tells. */
async function ownWrite(before, options, { storage }) {
    const current = await storage.getText(options.bucket, options.key);
    const document = current && parseLease(current.text);
    return document && document.holder.run === options.holder.run ? { ...before, etag: current.etag } : undefined;
}
function createLease(options, ports, first) {
    let held = first;
    let renewing;
    const released = new AbortController();
    const lost = () => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('lease-lost', `the lease on ${options.target} was lost: nothing more is written there by this run`, {
        fix: ['Look at status, then run the same command again: it picks up where this run stopped.'],
    });
    const renew = () => {
        renewing ??= (async () => {
            const before = held;
            if (before === undefined || released.signal.aborted)
                return;
            held =
                (await write(options, ports, before.skewMs, { ifMatch: before.etag })) ??
                    (await ownWrite(before, options, ports));
        })().finally(() => {
            renewing = undefined;
        });
        return renewing;
    };
    const heartbeat = async () => {
        while (held !== undefined && !released.signal.aborted) {
            await ports.clock.sleep(HEARTBEAT_MS, released.signal);
            // A region that does not answer now may answer before the lease ends; every write asks again.
            await renew().catch(() => undefined);
        }
    };
    heartbeat().catch(() => undefined);
    return {
        async assertHeld() {
            if (held === undefined)
                throw lost();
            if (held.expiresAt - ports.clock.now() < LEASE_MS / 2)
                await renew();
            if (held === undefined || held.expiresAt <= ports.clock.now())
                throw lost();
        },
        async release() {
            released.abort();
            await renewing?.catch(() => undefined);
            if (held === undefined)
                return;
            const { etag } = held;
            held = undefined;
            try {
                await ports.storage.delete(options.bucket, options.key, etag);
            }
            catch (error) {
                // Someone took it over after it expired, or the region is gone: either way it is no longer ours to remove.
                if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                    throw error;
            }
        },
    };
}
function parseLease(text) {
    try {
        const value = JSON.parse(text);
        if (value === null ||
            typeof value !== 'object' ||
            typeof value.expires !== 'string' ||
            Number.isNaN(Date.parse(value.expires)))
            return undefined;
        const { holder } = value;
        if (holder === undefined || typeof holder.run !== 'string' || typeof holder.who !== 'string')
            return undefined;
        return value;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ artifactBucket)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/release/managed-bucket-names.ts
var managed_bucket_names = __webpack_require__(7786);
;// CONCATENATED MODULE: ./src/release/managed-bucket.ts



/** Milliseconds; a bucket and its policy take some 30 s. */
const LONGEST_WAIT = 10 * 60_000;
/** The bucket's name when the stack is there and complete; waits for one that is being made. One call when it is. */
async function findManagedBucket(session, parts) {
    const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
    if (!stack || stack.status === 'REVIEW_IN_PROGRESS')
        return undefined;
    return bucketOf(await settled(session, stack, parts), session);
}
/**
 * Makes SAM CLI's managed bucket. Another run may be at it: then this one takes what the other makes.
 *
 * @throws UserError `bucket-not-made`, `bucket-not-managed`; AwsError
 */
async function createManagedBucket(session, parts) {
    try {
        await startStack(session, parts);
    }
    catch (error) {
        // The first change set that is executed takes all others of the stack with it, and the stack then exists.
        if (!(error instanceof ports/* AwsError */.G) || !OVERTAKEN.has(error.kind))
            throw error;
        const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
        if (!stack || stack.status === 'REVIEW_IN_PROGRESS')
            throw error;
    }
    const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
    if (!stack)
        throw notMade(session, 'the stack is gone');
    return bucketOf(await settled(session, stack, parts), session);
}
const OVERTAKEN = new Set(['already-exists', 'conflict', 'invalid', 'not-found']);
/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;
async function startStack(session, parts) {
    const { cloudformation } = session;
    const { managedBucketTemplate } = await __webpack_require__.e(/* import() */ 846).then(__webpack_require__.bind(__webpack_require__, 5846));
    const unique = `smr-${Math.floor(parts.clock.random() * 2 ** 48).toString(36)}`;
    const { id } = await cloudformation.createChangeSet({
        stackName: managed_bucket_names/* SAM_CLI_STACK */.c4,
        name: unique,
        type: 'CREATE',
        template: { body: managedBucketTemplate() },
        parameters: [],
        tags: managed_bucket_names/* SAM_CLI_TAG */.G7,
        capabilities: [],
        notificationArns: [],
        includeNestedStacks: false,
        clientToken: unique,
    });
    let absent = 0;
    const changeSet = await poll(parts, async () => {
        const found = await cloudformation.describeChangeSet(id);
        if (found === undefined) {
            absent += 1;
            return absent < NOT_FOUND_READS ? undefined : { found };
        }
        return /_(?:PENDING|IN_PROGRESS)$/.test(found.status) ? undefined : { found };
    });
    // Gone: another run has executed its own.
    if (!changeSet.found)
        return;
    if (changeSet.found.status !== 'CREATE_COMPLETE') {
        throw notMade(session, changeSet.found.statusReason ?? `the change set is ${changeSet.found.status}`);
    }
    await cloudformation.executeChangeSet({ id, clientRequestToken: unique, disableRollback: false });
}
async function settled(session, stack, parts) {
    if (!isMoving(stack))
        return stack;
    return poll(parts, async () => {
        const now = await session.cloudformation.describeStack(stack.stackId);
        return now && !isMoving(now) ? now : undefined;
    });
}
function isMoving({ status }) {
    return status.endsWith('_IN_PROGRESS');
}
function bucketOf(stack, session) {
    const bucket = stack.outputs[managed_bucket_names/* SAM_CLI_OUTPUT */.X6];
    if (bucket !== undefined && stack.tags['ManagedStackSource'] === managed_bucket_names/* SAM_CLI_TAG */.G7['ManagedStackSource'])
        return bucket;
    if (stack.status === 'ROLLBACK_COMPLETE' || stack.status.endsWith('_FAILED')) {
        throw notMade(session, `the stack is ${stack.status}`);
    }
    throw new errors/* UserError */.yo('bucket-not-managed', `The stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} in ${session.region} was not made by SAM CLI: ${bucket === undefined ? `it has no output ${managed_bucket_names/* SAM_CLI_OUTPUT */.X6}` : 'it lacks the tag ManagedStackSource=AwsSamCli'}.`, { fix: ['Name a bucket of your own (artifact-bucket), or remove that stack.'] });
}
async function poll({ clock, signal }, look) {
    const end = clock.now() + LONGEST_WAIT;
    for (let wait = 150; clock.now() < end; wait = Math.min(wait * 1.5, 3000)) {
        const found = await look();
        if (found !== undefined)
            return found;
        await clock.sleep(wait * (0.75 + clock.random() / 2), signal);
    }
    throw new errors/* UserError */.yo('bucket-not-made', `The stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} took longer than ${LONGEST_WAIT / 60_000} minutes.`, {
        fix: ['Look at its events in CloudFormation, then run again.'],
    });
}
function notMade(session, reason) {
    return new errors/* UserError */.yo('bucket-not-made', `SAM's managed bucket could not be made in ${session.region}: ${reason}.`, {
        fix: [
            `Look at the events of the stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} in ${session.region}; delete it when it is ROLLBACK_COMPLETE.`,
            'Or name a bucket of your own: artifact-bucket.',
        ],
    });
}

;// CONCATENATED MODULE: ./src/release/bucket.ts



/**
 * The bucket for artifacts in one target. A managed one belongs to the account by being an output of its stack; a
 * named one is asked for its owner and region. Undefined: SAM's managed bucket is not there and is not to be made.
 *
 * @throws UserError `bucket-missing`, `bucket-owned-by-other`, `bucket-in-other-region`, and those of the managed one
 */
async function artifactBucket(session, request, parts) {
    if (request.artifactBucket !== undefined)
        return namedBucket(session, request.artifactBucket);
    const found = await findManagedBucket(session, parts);
    return found ?? (request.create ? createManagedBucket(session, parts) : undefined);
}
async function namedBucket(session, pattern) {
    const name = await expand(pattern, session);
    const found = await headBucket(session, name);
    if (!found) {
        throw new errors/* UserError */.yo('bucket-missing', `There is no bucket ${name} for artifacts in ${session.target}.`, {
            fix: [
                `Create it in ${session.region}, with versioning and encryption.`,
                "Or leave artifact-bucket out: SAM's managed bucket is made where it is missing.",
            ],
        });
    }
    if (found.region !== session.region) {
        throw new errors/* UserError */.yo('bucket-in-other-region', `The artifact bucket ${name} of ${session.target} is in ${found.region}; Lambda takes code from buckets in ${session.region} only.`, { fix: ['Use a bucket for each region: artifact-bucket: my-artifacts-${region}.'] });
    }
    return name;
}
async function headBucket(session, name) {
    try {
        return await session.storage.headBucket(name);
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'denied')
            throw error;
        const account = await session.account();
        throw new errors/* UserError */.yo('bucket-owned-by-other', `The artifact bucket ${name} does not belong to account ${account} of ${session.target}, or its role may not use it.`, {
            fix: [
                'Check the name: bucket names are shared by all accounts, and this one may be taken by somebody else.',
                `If it is yours, allow s3:ListBucket, s3:GetObject and s3:PutObject on it to the role of ${session.target}.`,
            ],
            cause: error,
        });
    }
}
async function expand(pattern, session) {
    const account = pattern.includes('${account}') ? await session.account() : '';
    const name = pattern
        .replaceAll('${region}', session.region)
        .replaceAll('${partition}', session.partition)
        .replaceAll('${account}', account);
    if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
        return name;
    throw new errors/* UserError */.yo('bucket-name-invalid', `"${name}" is no bucket name (from artifact-bucket: ${pattern}).`, {
        fix: [
            'Use 3 to 63 lower-case letters, digits, dots and hyphens; ${region}, ${account} and ${partition} are filled in.',
        ],
    });
}


/***/ }),

/***/ 9988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ worstState),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   N6: () => (/* binding */ isFailure)
/* harmony export */ });
/** Worst first. A target is as bad as its worst stack. */
const severity = [
    'stuck',
    'timed-out',
    'failed',
    'unreachable',
    'cancelled',
    'skipped',
    'rolled-back',
    'succeeded',
    'no-change',
];
/** The state that speaks for several: the worst of them; `no-change` for none. */
function worstState(states) {
    return severity.find((state) => states.includes(state)) ?? 'no-change';
}
/** Whether the stack is what the release says it should be. */
function isGood(state) {
    return state === 'succeeded' || state === 'no-change';
}
/** Whether it counts against the failure tolerance of its wave: skipped and cancelled ones were never tried. */
function isFailure(state) {
    return state === 'failed' || state === 'stuck' || state === 'timed-out' || state === 'unreachable';
}


/***/ }),

/***/ 1313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ resourceChange),
/* harmony export */   M7: () => (/* binding */ mayDestroy),
/* harmony export */   Z4: () => (/* binding */ NESTED_STACK),
/* harmony export */   xA: () => (/* binding */ losesResource)
/* harmony export */ });
const NESTED_STACK = 'AWS::CloudFormation::Stack';
const ACTIONS = ['Add', 'Modify', 'Remove', 'Import', 'Dynamic', 'SyncWithActual'];
const REPLACEMENTS = ['True', 'False', 'Conditional'];
/** Policies under which the old resource, or a snapshot of it, stays. */
const KEEPS_DATA = ['Retain', 'Snapshot', 'ReplaceAndRetain', 'ReplaceAndSnapshot'];
/** The old resource goes, or may go: removal, replacement, or an action CloudFormation cannot tell beforehand. */
function mayDestroy(change) {
    if (change.action === 'Remove')
        return true;
    if (change.replacement === 'True' || change.replacement === 'Conditional')
        return true;
    return change.action === 'Dynamic' && change.replacement !== 'False';
}
/** The old resource goes, or may go, and neither it nor a snapshot is kept. */
function losesResource(change) {
    return mayDestroy(change) && !KEEPS_DATA.includes(change.policyAction ?? '');
}
function resourceChange(change, context) {
    // An action newer than this program is shown as one whose effect is not known.
    const action = ACTIONS.find((known) => known === change.action) ?? 'Dynamic';
    const replacement = REPLACEMENTS.find((known) => known === change.replacement);
    return {
        logicalId: change.logicalId,
        path: [...context.parents, change.logicalId].join('.'),
        resourceType: change.resourceType,
        ...(change.physicalId !== undefined && { physicalId: change.physicalId }),
        action,
        ...(replacement !== undefined && { replacement }),
        ...(change.policyAction !== undefined && { policyAction: change.policyAction }),
        scope: change.scope,
        properties: properties(change, context.mask),
        dataLoss: losesResource(change) && context.isStateful(change.resourceType),
    };
}
function properties(change, mask) {
    const byName = new Map();
    for (const detail of change.details) {
        const name = detail.path ?? detail.name ?? detail.attribute;
        if (name === undefined)
            continue;
        const before = mask(name, detail.before);
        const after = mask(name, detail.after);
        // The same property is listed once for each thing that changes it; values are not on each of them.
        const known = byName.get(name);
        byName.set(name, {
            ...known,
            name,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
            ...(detail.requiresRecreation !== undefined && { requiresRecreation: detail.requiresRecreation }),
        });
    }
    return [...byName.values()];
}


/***/ }),

/***/ 3198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1313);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5141);




const DEEPEST = 5;
const MOST_STACKS = 20;
/** Every failed resource of an operation, causes first, with nested stacks followed. Empty when it cannot be read. */
async function diagnose(request, ports) {
    try {
        const events = await operationEvents(request, ports);
        return (0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .rankFailures */ .k)(await followNested(request, events, ports), ports.locate);
    }
    catch (error) {
        // What happened to the stack must not be hidden by a failure to find out why.
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)
            return [];
        throw error;
    }
}
/** Events of one stack, newest first. */
async function operationEvents({ stackId, operationIds, token, since }, { cloudformation }) {
    if (operationIds.length > 0) {
        const pages = await Promise.all(operationIds
            .toReversed()
            .map((operationId) => cloudformation.describeEvents({ stack: stackId, operationId, failedOnly: true })));
        return pages.flat();
    }
    const events = await cloudformation.describeEvents({
        stack: stackId,
        ...(since !== undefined && { notBefore: since }),
    });
    const later = events.filter((event) => since === undefined || event.at >= since);
    const own = later.filter((event) => event.clientRequestToken === token);
    return token === undefined || own.length === 0 ? later : own;
}
/** Replaces the failure of a nested stack ("was not successfully updated") by the failures inside it. */
async function followNested(request, rootEvents, ports) {
    const found = [];
    const seen = new Set([request.stackId]);
    const queue = [{ ...request, parents: [], events: rootEvents }];
    for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
        const { parents, stackId, operationIds } = stack;
        for (const event of stack.events.filter(_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N)) {
            const undoing = operationIds.slice(1).includes(event.operationId ?? '');
            found.push({ event, parents, own: event.physicalId === stackId, undoing });
            const child = nestedStack(event, stackId);
            if (child === undefined || seen.has(child) || parents.length >= DEEPEST || seen.size > MOST_STACKS)
                continue;
            seen.add(child);
            const nested = await nestedRequest(child, request, ports);
            const events = await operationEvents(nested, ports);
            queue.push({ ...nested, parents: [...parents, event.logicalId ?? ''], events });
        }
    }
    return found;
}
/** The operation of a nested stack has an id of its own, and not always the token of its parent's. */
async function nestedRequest(stackId, { since }, { cloudformation }) {
    const stack = await cloudformation.describeStack(stackId);
    const operationIds = stack === undefined ? [] : (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .latestChange */ .Y_)(stack);
    return { stackId, operationIds, ...(since !== undefined && { since }) };
}
function nestedStack(event, within) {
    const { physicalId, resourceType } = event;
    if (resourceType !== _changes_js__WEBPACK_IMPORTED_MODULE_3__/* .NESTED_STACK */ .Z4 || physicalId === within || !physicalId?.startsWith('arn:'))
        return undefined;
    return physicalId;
}


/***/ }),

/***/ 7547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Tf: () => (/* binding */ StackRefusal),
/* harmony export */   Vu: () => (/* binding */ failedPreparation),
/* harmony export */   jV: () => (/* binding */ refusedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _fixes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6555);



/** Ends the work on one stack from inside; caught at the public functions and made a result there. */
class StackRefusal extends Error {
    name = 'StackRefusal';
    refusal;
    constructor(refusal) {
        super(refusal.reason);
        this.refusal = refusal;
    }
}
/**
 * What an error thrown on the way means for the stack. Undefined for defects of this program: those are thrown on.
 * @param running what CloudFormation is still doing, when it is
 */
function refusalOf(error, signal, running) {
    if (error instanceof StackRefusal)
        return error.refusal;
    const still = running === undefined ? '' : `; ${running}`;
    if (signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'))) {
        return { state: 'cancelled', reason: `cancelled${still || '; nothing was started in this stack'}` };
    }
    // "failed" says that the stack is as it was before: not so while CloudFormation is at work in it.
    const failed = running === undefined ? 'failed' : 'timed-out';
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
        return { state: failed, reason: `${error.message}${still}`, fix: error.fix };
    if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
        return undefined;
    const state = error.kind === 'unreachable' ? 'unreachable' : failed;
    // The message alone names neither the call nor who refused it.
    return { state, reason: `${error.action}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${still}`, fix: awsFix(error) };
}
function awsFix(error) {
    switch (error.kind) {
        case 'denied':
            return [`Allow ${error.service.toLowerCase()}:${error.action} to the role of this target.`];
        case 'credentials':
            return ['Check the credentials of this target and run the same command again.'];
        case 'unreachable':
            return [
                `Run the same command again when ${error.region} answers, or leave this target out with --without ${error.region}.`,
            ];
        case 'throttled':
        case 'server':
            return ['Run the same command again: it continues where this one stopped.'];
        default:
            return (0,_fixes_js__WEBPACK_IMPORTED_MODULE_2__/* .knownFixes */ .B)([
                { path: 'the stack', status: error.code, reason: error.message, rootCause: true, cancelled: [] },
            ]);
    }
}
function failedPreparation(refusal) {
    return {
        kind: 'failed',
        state: refusal.state,
        reason: refusal.reason,
        failures: refusal.failures ?? [],
        fix: refusal.fix ?? [],
    };
}
function refusedOutcome(refusal, known = {}) {
    return {
        outputs: {},
        ...known,
        state: refusal.state,
        reason: refusal.reason,
        failures: refusal.failures ?? [],
        fix: refusal.fix ?? [],
    };
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isFailure),
/* harmony export */   k: () => (/* binding */ rankFailures)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1313);

const ERROR_TYPES = ['VALIDATION_ERROR', 'PROVISIONING_ERROR', 'HOOK_INVOCATION_ERROR'];
/** "Resource creation cancelled": CloudFormation stopped it because a sibling failed. */
const CANCELLED = /^Resource (creation|update|deletion|import) cancell?ed/i;
function isFailure(event) {
    if (event.hook !== undefined && event.hook.failureMode === 'WARN')
        return false;
    if (event.validation !== undefined)
        return event.validation.status === 'FAILED' && event.validation.failureMode !== 'WARN';
    if (event.type !== undefined && ERROR_TYPES.includes(event.type))
        return true;
    return event.status?.endsWith('_FAILED') === true || isRollback(event);
}
/**
 * Made into failures: causes first and in the order they happened, then what failed in the stack rollback.
 * @param located newest first, as CloudFormation lists events: many share a millisecond
 */
function rankFailures(located, locate) {
    const inOrder = located.toReversed().toSorted((a, b) => a.event.at.localeCompare(b.event.at));
    const cancelled = inOrder.filter(({ event }) => CANCELLED.test(reasonOf(event))).map(pathOf);
    const undoing = new Set();
    const failures = new Map();
    for (const item of inOrder) {
        const stack = item.parents.join('.');
        if (item.own && isRollback(item.event))
            undoing.add(stack);
        if (item.own || CANCELLED.test(reasonOf(item.event)))
            continue;
        const path = pathOf(item);
        const rootCause = !item.undoing && !undoing.has(stack);
        const key = `${path}\n${rootCause}\n${item.event.validation === undefined ? '' : reasonOf(item.event)}`;
        // The first report of a failure is the plainest; later ones only repeat it.
        if (!failures.has(key))
            failures.set(key, failureOf(item, rootCause, locate));
    }
    const explained = withoutExplainedParents([...failures.values()]);
    const ranked = explained.length > 0 ? explained : ownFailures(inOrder, locate);
    const sorted = ranked.toSorted((a, b) => Number(b.rootCause) - Number(a.rootCause));
    return sorted.map((failure, index) => (index === 0 ? { ...failure, cancelled: [...new Set(cancelled)] } : failure));
}
/** A nested stack "was not successfully updated": said better by the failures inside it. */
function withoutExplainedParents(failures) {
    return failures.filter((failure) => failure.resourceType !== _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NESTED_STACK */ .Z4 || !failures.some((other) => other.path.startsWith(`${failure.path}.`)));
}
/** The stack failed as a whole: a rollback trigger, a cancelled update, a refused export. */
function ownFailures(inOrder, locate) {
    const own = inOrder.find(({ event, own: isOwn }) => isOwn && event.reason !== undefined);
    return own === undefined ? [] : [failureOf(own, true, locate)];
}
function isRollback(event) {
    return event.status === 'ROLLBACK_IN_PROGRESS' || event.status === 'UPDATE_ROLLBACK_IN_PROGRESS';
}
function pathOf({ event, parents }) {
    return [...parents, event.logicalId ?? event.physicalId ?? event.stackId].join('.');
}
function reasonOf({ hook, validation, reason }) {
    if (validation !== undefined)
        return validation.path ? `${validation.path}: ${validation.reason}` : validation.reason;
    if (hook?.reason)
        return `hook ${hook.type}: ${hook.reason}`;
    return reason ?? '';
}
function failureOf(item, rootCause, locate) {
    const { event } = item;
    const path = pathOf(item);
    const location = locate?.(path);
    return {
        path,
        ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
        status: event.status ?? event.validation?.name ?? event.hook?.status ?? event.type ?? 'FAILED',
        reason: reasonOf(event) || 'CloudFormation gave no reason',
        rootCause,
        cancelled: [],
        ...(location !== undefined && { location }),
        ...(event.physicalId !== undefined && { physicalId: event.physicalId }),
        at: event.at,
    };
}


/***/ }),

/***/ 6555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ knownFixes)
/* harmony export */ });
/** What to do about reasons that AWS gives often, above all when a stack is new in a region. First match wins. */
const KNOWN = [
    {
        pattern: /Export with name (\S+) is already exported by stack (\S+)/i,
        fix: ([, name, stack]) => `Give export ${name} another name: stack ${stack} of this region has it already.`,
    },
    {
        pattern: /Export (\S+) cannot be (?:deleted|updated|renamed) as it is in use by (.+)/i,
        fix: ([, name, users]) => `Keep export ${name} until ${users?.replace(/\.$/, '')} no longer imports it: change those stacks first.`,
    },
    {
        pattern: /No export named (\S+) found/i,
        fix: ([, name]) => `Deploy the stack that exports ${name} in this region first (exports do not cross regions), or pass the value as a parameter.`,
    },
    {
        pattern: /Requires capabilities ?: ?\[([\w, ]+)\]/i,
        fix: ([, capabilities]) => `Add ${capabilities} under \`capabilities\`, if this template may do what that allows.`,
    },
    {
        pattern: /not authorized to perform:? ([\w-]+:\w+)/i,
        fix: ([, action], { path }) => `Allow ${action} to the role that deploys (the CloudFormation service role, where one is set): ${path} needs it.`,
    },
    {
        pattern: /access ?denied|not authorized|unauthorized/i,
        fix: (_, { path, resourceType }) => `Give the role that deploys (the CloudFormation service role, where one is set) what ${resourceType ?? 'the resource'} ${path} needs.`,
    },
    {
        pattern: /S3 Error Code: PermanentRedirect|bucket is in this region/i,
        fix: (_, { path }) => `${path} takes its code from a bucket of another region: it must lie in this one.`,
    },
    {
        pattern: /NoSuchKey|specified key does not exist/i,
        fix: (_, { path }) => `The code object of ${path} is not in this target's bucket (a lifecycle rule may have deleted it): deploy the release again.`,
    },
    {
        pattern: /NoSuchBucket|specified bucket does not exist/i,
        fix: (_, { path }) => `The bucket that ${path} names is not there in this region.`,
    },
    {
        pattern: /BucketNotEmpty|bucket you tried to delete is not empty/i,
        fix: (_, { path, physicalId }) => `Empty bucket ${physicalId ?? path} first, or keep it with DeletionPolicy: Retain.`,
    },
    {
        pattern: /BucketAlready(Exists|OwnedByYou)|requested bucket name is not available/i,
        fix: (_, { path }) => `Bucket names are one namespace over all regions and accounts: leave the name of ${path} out, or build it of \${AWS::AccountId} and \${AWS::Region}.`,
    },
    {
        pattern: /already exists|AlreadyExists|EntityAlreadyExists|ResourceConflict/i,
        fix: (_, { path, resourceType }) => resourceType?.startsWith('AWS::IAM::')
            ? `IAM is global: the name of ${path} is taken by another region's stack. Leave the name out, or put \${AWS::Region} in it.`
            : `The name of ${path} is taken (a stack of another region or an earlier, retained resource has it): leave the name out, put \${AWS::Region} in it, or delete or import the old resource.`,
    },
    {
        pattern: /limit ?exceeded|quota|exceed(s|ed)? (the )?(maximum|account limit|limit)|CodeStorageExceeded|TooMany\w+/i,
        fix: (_, { path, resourceType }) => `Ask for a higher quota for ${resourceType ?? path} in this region (Service Quotas are per region), or free some.`,
    },
    {
        pattern: /rate exceeded|throttl|too many requests/i,
        fix: () => 'AWS throttled the operation: run the same command again.',
    },
    {
        pattern: /unrecognized resource type|Resource type .* (is not supported|does not exist|is not available)/i,
        fix: (_, { path, resourceType }) => `${resourceType ?? 'The type'} of ${path} is not offered in this region: make it conditional on AWS::Region, or leave this region out.`,
    },
    {
        pattern: /did not receive a response from your Custom Resource|Custom Resource failed to stabilize/i,
        fix: (_, { path }) => `Look into the log of the function behind custom resource ${path}: it did not answer.`,
    },
    {
        pattern: /(RollbackTrigger|rollback trigger|alarm).*(ALARM|not found|breach)/i,
        fix: () => 'An alarm of the rollback triggers went off: look at what it watches before deploying again.',
    },
    {
        pattern: /DELETE_FAILED|DependencyViolation|has dependent|currently in use/i,
        fix: (_, { path }) => `Remove what still uses ${path}, then run the same command again.`,
    },
];
/** One sentence per failure that is understood, in their order, none twice. */
function knownFixes(failures) {
    const fixes = failures
        .filter((failure) => failure.rootCause)
        .flatMap((failure) => {
        for (const { pattern, fix } of KNOWN) {
            const match = pattern.exec(failure.reason);
            if (match)
                return [fix(match, failure)];
        }
        return [];
    });
    return [...new Set(fixes)];
}


/***/ }),

/***/ 1469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d9: () => (/* binding */ alignSettings),
  ap: () => (/* reexport */ discardPreparation),
  _c: () => (/* reexport */ executeStack),
  eK: () => (/* reexport */ prepareStack),
  pX: () => (/* reexport */ removeStack),
  uj: () => (/* reexport */ stack_status/* statusMeaning */.u)
});

// UNUSED EXPORTS: STACK_STATUSES

// EXTERNAL MODULE: ./src/stack/settings.ts
var settings = __webpack_require__(1123);
// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/stack/operation.ts
var operation = __webpack_require__(5141);
;// CONCATENATED MODULE: ./src/stack/patience.ts

/** How long an unreachable CloudFormation is waited for while something runs in it, milliseconds. */
const PATIENCE_MS = 120_000;
function createPatience(clock) {
    let lastAnswer = clock.now();
    return {
        async read(ask) {
            try {
                const answer = await ask();
                lastAnswer = clock.now();
                return { answer };
            }
            catch (error) {
                if (!isTransient(error) || clock.now() - lastAnswer > PATIENCE_MS)
                    throw error;
                return undefined;
            }
        },
    };
}
function isTransient(error) {
    return error instanceof aws_ports/* AwsError */.G && ['unreachable', 'throttled', 'server'].includes(error.kind);
}

// EXTERNAL MODULE: ./src/stack/status.ts
var stack_status = __webpack_require__(3016);
;// CONCATENATED MODULE: ./src/stack/feed.ts




const COMPLETE = /^(CREATE|UPDATE|DELETE|IMPORT)_(COMPLETE|SKIPPED)$/;
function createFeed(request, { cloudformation, report, target }) {
    const { instance, stackId } = request;
    const completed = new Set();
    let lastEventId;
    let status;
    let latest;
    let told = '';
    const tell = () => {
        if (status === undefined)
            return;
        const undoing = (0,stack_status/* statusMeaning */.u)(status).rollback;
        const progress = undoing || request.resources === 0 ? undefined : Math.min(0.99, completed.size / request.resources);
        const now = `${status} ${progress}`;
        if (now === told)
            return;
        told = now;
        report({
            type: 'instance.state',
            instance,
            target,
            stack: stackKey(instance),
            state: undoing ? 'rolling-back' : request.state,
            text: status,
            ...(progress !== undefined && { progress }),
        });
    };
    const newEvents = async (operationId) => {
        try {
            return await cloudformation.describeEvents({
                stack: stackId,
                // By stack alone the newest operation would answer, and that may be somebody's new change set.
                ...(operationId !== undefined && { operationId }),
                ...(lastEventId !== undefined && { untilEventId: lastEventId }),
                ...(request.since !== undefined && { notBefore: request.since }),
            });
        }
        catch (error) {
            // Progress is a comfort: without the right to read events the stack is followed by its status alone.
            if (isTransient(error) || !(error instanceof aws_ports/* AwsError */.G))
                throw error;
            return undefined;
        }
    };
    return {
        status(stack) {
            latest = stack;
            status = stack.status;
            tell();
        },
        now: () => latest && (0,operation/* describeOperation */.R8)(latest),
        async read(operationIds) {
            const events = await newEvents(operationIds.at(-1));
            if (events === undefined)
                return true;
            const known = lastEventId;
            lastEventId = events[0]?.id ?? lastEventId;
            let ended = false;
            for (const event of events.toReversed()) {
                // Operations have events of their own, without a status of anything.
                if (event.status === undefined)
                    continue;
                if (event.id === known || !belongs(event, request.token, operationIds))
                    continue;
                report(stackEvent(event, event.status, instance, target));
                if (event.physicalId === stackId) {
                    status = event.status;
                    ended = (0,operation/* hasEnded */.hY)(status, request.rollbackFollows);
                }
                else if (event.logicalId !== undefined && COMPLETE.test(event.status)) {
                    completed.add(event.logicalId);
                }
            }
            tell();
            return ended;
        },
    };
}
/** `api` of `api@eu-west-1`. */
function stackKey(instance) {
    return instance.split('@')[0] ?? instance;
}
function belongs(event, token, operationIds) {
    if (event.operationId !== undefined && operationIds.includes(event.operationId))
        return true;
    return event.clientRequestToken === token;
}
function stackEvent(event, status, instance, target) {
    return {
        type: 'stack.event',
        instance,
        target,
        path: event.logicalId ?? event.stackId,
        ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
        status,
        ...(event.reason !== undefined && { reason: event.reason }),
        at: event.at,
    };
}

;// CONCATENATED MODULE: ./src/stack/polling.ts
/** Change sets take some seconds on AWS, rarely more. */
const CHANGE_SET_POLLS = { firstMs: 80, factor: 3, maxMs: 2_400 };
/** `slow`: an earlier step of the same stack showed that nothing happens at once here. */
function operationPolls(slow, expectedMs) {
    const plan = slow ? { firstMs: 800, factor: 2.2, maxMs: 3_000 } : { firstMs: 90, factor: 2.2, maxMs: 3_000 };
    return expectedMs === undefined ? plan : { ...plan, expectedMs };
}
/** Share of the longest delay by which stacks that started together are set apart, once. */
const JITTER = 0.1;
/** What was measured last time holds the wait for the poll that saw the end: the end itself came a little earlier. */
const EXPECTED_SHARE = 0.97;
/** Around the expected end polls start over with short delays. */
const NEAR_END = { firstMs: 400, factor: 2, maxMs: 3_000 };
function delay(plan, attempt) {
    return Math.min(plan.maxMs, plan.firstMs * plan.factor ** attempt);
}
function createPoller(clock, signal, plan, deadline) {
    const started = clock.now();
    const expected = plan.expectedMs === undefined ? Number.POSITIVE_INFINITY : plan.expectedMs * EXPECTED_SHARE;
    let polls = 0;
    let pollsPastExpected = 0;
    const nextDelay = (elapsed) => {
        if (elapsed >= expected) {
            pollsPastExpected += 1;
            return delay(NEAR_END, pollsPastExpected - 1);
        }
        const regular = delay(plan, polls);
        // A poll shortly before the expected end would be wasted, one long after it late.
        if (elapsed + regular * 1.4 > expected)
            return Math.max(NEAR_END.firstMs / 8, expected - elapsed);
        // Once is enough: added to each delay it would only blur when the end is seen.
        return polls === 0 ? regular + clock.random() * JITTER * Math.min(plan.maxMs, plan.firstMs * 10) : regular;
    };
    return {
        async next() {
            signal.throwIfAborted();
            const now = clock.now();
            if (now >= deadline)
                return false;
            await clock.sleep(Math.min(deadline - now, nextDelay(now - started)), signal);
            polls += 1;
            return true;
        },
        polls: () => polls,
    };
}

;// CONCATENATED MODULE: ./src/stack/follow.ts



/** Reads without a sign of the operation after which the events are asked instead. */
const STALE_READS = 4;
/** Of slow operations every third poll reads the events, for the live progress; they tell the end as well. */
const FEED_EVERY = 3;
const FEED_AFTER_MS = 1_500;
/** Reads of CREATE_FAILED or UPDATE_FAILED after which no rollback is expected any more. */
const NO_ROLLBACK_READS = 6;
/** Follows an operation to its end, through its stack rollback. Cancelling stops the waiting, never the operation. */
async function follow(request, ports) {
    const { clock, signal, cloudformation } = ports;
    const { stackId, baseline, feed } = request;
    const started = clock.now();
    const poller = createPoller(clock, signal, request.plan, request.deadline);
    const patience = createPatience(clock);
    let stale = 0;
    let failedReads = 0;
    let status;
    let operationIds = request.operationIds ?? [];
    let fresh = baseline === undefined;
    while (await poller.next()) {
        if (feed !== undefined && fresh && isFeedTurn(poller.polls(), clock.now() - started)) {
            const ended = await patience.read(() => feed.read(operationIds));
            if (ended?.answer !== true)
                continue;
        }
        const read = await patience.read(() => cloudformation.describeStack(stackId));
        if (read === undefined)
            continue;
        const stack = read.answer;
        if (stack === undefined || stack.status === 'DELETE_COMPLETE')
            return { kind: 'gone', operationIds };
        if (baseline !== undefined && !(0,operation/* showsOperation */.G3)(stack, baseline)) {
            stale += 1;
            if (fresh || stale % STALE_READS !== 0)
                continue;
            const shown = await patience.read(() => eventsShowEnd(request, stack, ports));
            if (shown?.answer !== true)
                continue;
        }
        fresh = true;
        if (baseline !== undefined)
            operationIds = (0,operation/* newOperations */.LE)(stack, baseline).map((operation) => operation.id);
        status = stack.status;
        feed?.status(stack);
        failedReads = status === 'CREATE_FAILED' || status === 'UPDATE_FAILED' ? failedReads + 1 : 0;
        if ((0,operation/* hasEnded */.hY)(status, request.rollbackFollows && failedReads < NO_ROLLBACK_READS)) {
            return { kind: 'ended', stack, operationIds };
        }
    }
    return { kind: 'timed-out', status, operationIds };
}
function isFeedTurn(polls, elapsed) {
    return elapsed >= FEED_AFTER_MS && polls % FEED_EVERY === 0;
}
/** For a CloudFormation whose stack reads do not show the operation: its events carry the token. */
async function eventsShowEnd({ stackId, token, baseline }, stack, { cloudformation }) {
    const events = await cloudformation.describeEvents({
        stack: stackId,
        ...(baseline !== undefined && { notBefore: baseline.changedAt }),
    });
    return (0,operation/* statusByToken */.Bt)(events, stackId, token) === stack.status;
}

// EXTERNAL MODULE: ./src/stack/names.ts
var names = __webpack_require__(2444);
;// CONCATENATED MODULE: ./src/stack/delete.ts





/** Deletes a stack and follows that to its end. */
async function deleteAndFollow(stack, subject, deadline, ports, options = {}) {
    const { stackId } = stack;
    const retain = options.retainResources ?? [];
    // The status is part of it: a second delete, after one that failed, is a new operation and not a retry.
    const token = (0,names/* clientToken */.$Y)('delete', stackId, subject.runId, stack.status, ...retain);
    await ports.beforeWrite();
    await ports.cloudformation.deleteStack({
        stack: stackId,
        clientRequestToken: token,
        ...(options.serviceRole !== undefined && { roleArn: options.serviceRole }),
        ...(retain.length > 0 && { retainResources: retain }),
    });
    options.started?.();
    const baseline = (0,operation/* baselineOf */.Bv)(stack);
    const { instance } = subject;
    const common = { stackId, token, rollbackFollows: false };
    const feed = createFeed({ ...common, instance, since: baseline.changedAt, resources: 0, state: 'executing' }, ports);
    const followed = await follow({ ...common, baseline, deadline, plan: operationPolls(false), ...(options.quiet !== true && { feed }) }, ports);
    return { followed, token };
}

;// CONCATENATED MODULE: ./src/stack/discard.ts




/** Milliseconds that tidying up waits for; a cancelled run has not long to live. */
const PATIENCE = { running: 60_000, cancelled: 4_000 };
/**
 * Deletes the change set of a preparation that nobody will execute, waits until it is gone, and deletes the empty
 * stack (REVIEW_IN_PROGRESS) that making it left, if this preparation made it and nobody else uses it. A run that was
 * cancelled tidies up all the same, only with less patience.
 */
async function discardPreparation(request, preparation, ports) {
    if (preparation.kind !== 'change-set')
        return;
    const { changeSetId: id, stackId } = preparation;
    await discard({ id, stackId }, preparation.type === 'CREATE' && preparation.before === undefined, request, ports);
}
/** After a change set that failed. Why it failed must not be hidden by a failure to tidy up. */
async function discardFailed(changeSet, madeStack, subject, ports) {
    try {
        await discard(changeSet, madeStack, subject, ports);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof errors/* UserError */.yo))
            throw error;
    }
}
async function discard({ id, stackId }, madeStack, subject, given) {
    const { cancelled, running } = PATIENCE;
    const deadline = given.clock.now() + (given.signal.aborted ? cancelled : running);
    const ports = { ...given, signal: new AbortController().signal };
    await deleteChangeSet(id, deadline, ports);
    if (madeStack)
        await deleteEmptyStack(stackId, subject, deadline, ports);
}
async function deleteChangeSet(id, deadline, ports) {
    const { cloudformation, clock, signal } = ports;
    await ports.beforeWrite();
    try {
        await cloudformation.deleteChangeSet(id);
    }
    catch (error) {
        // Executed, or gone with its stack: there is nothing to discard.
        if (error instanceof aws_ports/* AwsError */.G && ['not-found', 'conflict', 'invalid'].includes(error.kind))
            return;
        throw error;
    }
    const poller = createPoller(clock, signal, operationPolls(false), deadline);
    do {
        const changeSet = await cloudformation.describeChangeSet(id);
        if (changeSet === undefined || ['DELETE_COMPLETE', 'DELETE_FAILED'].includes(changeSet.status))
            return;
    } while (await poller.next());
}
/** Only a stack that never had a resource, and only when no change set of anybody is left on it. */
async function deleteEmptyStack(stackId, subject, deadline, ports) {
    const { cloudformation } = ports;
    const stack = await cloudformation.describeStack(stackId);
    if (stack?.status !== 'REVIEW_IN_PROGRESS' || stack.stackId !== stackId)
        return;
    const others = await cloudformation.listChangeSets(stackId);
    if (others.some(({ status }) => !status.startsWith('DELETE_')))
        return;
    await deleteAndFollow(stack, subject, deadline, ports, { quiet: true });
}

// EXTERNAL MODULE: ./src/stack/failed.ts
var failed = __webpack_require__(7547);
// EXTERNAL MODULE: ./src/stack/diagnose.ts
var diagnose = __webpack_require__(3198);
;// CONCATENATED MODULE: ./src/stack/wait-out.ts






/**
 * Waits until an operation that somebody else (or an earlier run of ours) started is over.
 * @returns the stack as it is then; undefined when it was deleted
 */
async function waitOut(stack, subject, deadline, ports) {
    const { cloudformation, clock, signal, report, target } = ports;
    const poller = createPoller(clock, signal, operationPolls(true), deadline);
    const patience = createPatience(clock);
    let current = stack;
    let told = '';
    while ((0,stack_status/* statusMeaning */.u)(current.status).inProgress) {
        if (told !== current.status) {
            told = current.status;
            const text = `waits until ${(0,operation/* describeOperation */.R8)(current)} of somebody else is over`;
            report({
                type: 'instance.state',
                instance: subject.instance,
                target,
                stack: stackKey(subject.instance),
                state: 'waiting',
                text,
            });
        }
        if (!(await poller.next())) {
            throw new failed/* StackRefusal */.Tf({
                state: 'timed-out',
                reason: `${(0,operation/* describeOperation */.R8)(current)} on stack ${subject.stackName} was not over after ${minutes(subject.timeoutMs)}`,
                fix: ['Wait until it is over, then run the same command again; or raise `timeout`.'],
            });
        }
        const read = await patience.read(() => cloudformation.describeStack(stack.stackId));
        if (read === undefined)
            continue;
        const next = read.answer;
        if (next === undefined || next.status === 'DELETE_COMPLETE')
            return undefined;
        current = next;
    }
    return current;
}
function minutes(ms) {
    return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

;// CONCATENATED MODULE: ./src/stack/continue-rollback.ts








/**
 * Repairs UPDATE_ROLLBACK_FAILED the way that loses nothing: the stack rollback is tried once more, and no resource is
 * skipped (a skipped one would be marked as restored while it is not).
 * @returns the stack as it is then; undefined when it was deleted meanwhile
 */
async function continueRollback(stack, subject, deadline, ports) {
    const { stackId, stackName } = stack;
    if (ports.repair === false) {
        throw new failed/* StackRefusal */.Tf({
            state: 'stuck',
            reason: `stack ${stackName} is in ${stack.status}: a deployment would continue its stack rollback first`,
        });
    }
    const token = (0,names/* clientToken */.$Y)('continue', stackId, subject.runId);
    const since = (0,operation/* baselineOf */.Bv)(stack).changedAt;
    await ports.beforeWrite();
    await ports.cloudformation.continueUpdateRollback({
        stack: stackId,
        clientRequestToken: token,
        ...(subject.serviceRole !== undefined && { roleArn: subject.serviceRole }),
    });
    const feed = createFeed({ instance: subject.instance, stackId, token, since, resources: 0, state: 'planning', rollbackFollows: false }, ports);
    const followed = await follow({
        stackId,
        baseline: (0,operation/* baselineOf */.Bv)(stack),
        token,
        rollbackFollows: false,
        deadline,
        plan: operationPolls(false),
        feed,
    }, ports);
    if (followed.kind === 'gone')
        return undefined;
    if (followed.kind === 'timed-out') {
        const status = followed.status ?? stack.status;
        throw new failed/* StackRefusal */.Tf({
            state: 'timed-out',
            reason: `${(0,operation/* describeOperation */.R8)({ status, lastOperations: [] })} of stack ${stackName} was not over after ${minutes(subject.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the stack rollback and goes on.'],
        });
    }
    if (followed.stack.status !== 'UPDATE_ROLLBACK_FAILED')
        return followed.stack;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId, operationIds: followed.operationIds, token, since }, ports);
    throw rollbackStuck(stackName, failures, followed.stack.statusReason);
}
function rollbackStuck(stackName, failures, statusReason) {
    const names = failures.map((failure) => failure.path).join(' ');
    const cause = failures[0] ? `${failures[0].path}: ${failures[0].reason}` : (statusReason ?? 'no reason given');
    return new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `the stack rollback of ${stackName} failed again: ${cause}`,
        failures,
        fix: rollbackFix(stackName, names),
    });
}
function rollbackFix(stackName, names) {
    return [
        `Repair ${names === '' ? 'what failed' : names} by hand so that it can go back, and run the same command again.`,
        `Or leave ${names === '' ? 'it' : 'these'} as they are, knowing that CloudFormation then takes them for restored: aws cloudformation continue-update-rollback --stack-name ${stackName} --resources-to-skip ${names === '' ? 'LOGICAL_ID' : names}`,
    ];
}

// EXTERNAL MODULE: ./src/stack/fixes.ts
var fixes = __webpack_require__(6555);
;// CONCATENATED MODULE: ./src/stack/outcome.ts





/** What an executed change set came to. */
async function outcomeOf(followed, request, context, ports) {
    const { stackId } = context;
    const operationId = followed.operationIds[0];
    const base = {
        stackId,
        failures: [],
        fix: [],
        outputs: {},
        ...(operationId !== undefined && { operationId }),
    };
    switch (followed.kind) {
        case 'gone':
            return {
                ...base,
                state: 'failed',
                reason: `stack ${request.stackName} was deleted while it was deployed`,
                fix: ['Find out who deleted it, then run the same command again.'],
            };
        case 'timed-out':
            return { ...base, ...timedOut(followed, request, operationId) };
        case 'ended': {
            const { stack } = followed;
            const ended = { ...base, stackStatus: stack.status, outputs: stack.outputs };
            if ((0,stack_status/* statusMeaning */.u)(stack.status).end === 'succeeded')
                return { ...ended, state: 'succeeded' };
            const failures = await (0,diagnose/* diagnose */.h)({ ...context, operationIds: followed.operationIds }, ports);
            return { ...ended, ...outcome_failed(stack, failures) };
        }
    }
}
function timedOut({ status }, request, operationId) {
    const operation = operationId === undefined ? 'the stack operation' : `stack operation ${operationId}`;
    const inStatus = status === undefined ? 'no sign of its begin' : status;
    return {
        state: 'timed-out',
        ...(status !== undefined && { stackStatus: status }),
        reason: `${operation} on ${request.stackName} is still running after ${minutes(request.timeoutMs)} (${inStatus})`,
        fix: [
            'Run the same command again: it waits for the operation and goes on. Or raise `timeout`.',
            `To stop an update: aws cloudformation cancel-update-stack --stack-name ${request.stackName}`,
        ],
    };
}
function outcome_failed(stack, failures) {
    const { status, stackName } = stack;
    const first = failures[0];
    const cause = first === undefined ? (stack.statusReason ?? 'CloudFormation gave no reason') : `${first.path}: ${first.reason}`;
    const restored = (0,stack_status/* statusMeaning */.u)(status).end === 'failed';
    const known = (0,fixes/* knownFixes */.B)(failures);
    return {
        state: restored ? 'failed' : 'stuck',
        reason: `${cause} (${status})`,
        failures,
        fix: restored ? known : [...known, ...repair(status, stackName, failures)],
    };
}
function repair(status, stackName, failures) {
    switch (status) {
        case 'UPDATE_ROLLBACK_FAILED': {
            const undone = failures.filter((failure) => !failure.rootCause);
            return rollbackFix(stackName, undone.map((failure) => failure.path).join(' '));
        }
        case 'CREATE_FAILED':
        case 'UPDATE_FAILED':
            return [
                `The stack rollback is disabled, so the stack is left for inspection. Deploy a corrected template, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`,
            ];
        default:
            return [
                `Look at what could not be removed, delete it by hand, then: aws cloudformation delete-stack --stack-name ${stackName}`,
            ];
    }
}

;// CONCATENATED MODULE: ./src/stack/take-over.ts

/** The stack is still what it was when the change set was made. */
function isUntouched(stack, { before, type, stackId }) {
    if (before === undefined || type === 'CREATE')
        return stack.stackId === stackId && stack.status === 'REVIEW_IN_PROGRESS';
    const now = (0,operation/* identityOf */.cu)(stack);
    return now.stackId === before.stackId && now.changedAt === before.changedAt && now.status === before.status;
}
/**
 * A change set that cannot be executed any more: because an earlier run executed it and ended too soon (its operation
 * is taken over), or because others changed the stack (refused)?
 * @param token client token of the execution, the same in each run
 */
async function takeOver(request, preparation, stack, token, ports) {
    const { cloudformation } = ports;
    const operationIds = (0,operation/* latestChange */.Y_)(stack);
    const since = preparation.before?.changedAt ?? stack.createdAt;
    const [operationId] = operationIds;
    const events = await cloudformation.describeEvents({
        stack: stack.stackId,
        ...(operationId === undefined ? { notBefore: since } : { operationId }),
    });
    const latest = operationId === undefined ? events.slice(0, 1) : events;
    if (latest.some((event) => event.clientRequestToken === token))
        return { stack, operationIds };
    const changeSet = await cloudformation.describeChangeSet(preparation.changeSetId);
    if (changeSet?.executionStatus === 'EXECUTE_IN_PROGRESS')
        return { stack, operationIds: [] };
    if (changeSet === undefined && isUntouched(stack, preparation))
        return changeSetGone(request, preparation);
    const deployed = changeSet?.executionStatus === 'EXECUTE_COMPLETE' ? 'this plan was executed, and then ' : '';
    return moved(request, preparation, `${deployed}it was changed at ${(0,operation/* changedAt */.Ek)(stack)} and is in ${stack.status}`);
}
const PLAN_AGAIN = ['Plan again, look at the new plan, and execute that.'];
function moved({ stackName }, { stackId }, how) {
    return {
        state: 'failed',
        code: 'moved',
        stackId,
        reason: `stack ${stackName} is not what it was when the plan was made: ${how}; nothing was executed`,
        failures: [],
        fix: PLAN_AGAIN,
        outputs: {},
    };
}
function changeSetGone({ stackName }, { stackId, changeSetName }) {
    return {
        state: 'failed',
        code: 'change-set-gone',
        stackId,
        reason: `change set ${changeSetName} of stack ${stackName} is not there any more; nothing was executed`,
        failures: [],
        fix: PLAN_AGAIN,
        outputs: {},
    };
}

;// CONCATENATED MODULE: ./src/stack/execute.ts












/** A change set that takes this long to make comes from a CloudFormation whose stacks are not done at once either. */
const SLOW_MS = 2_500;
/**
 * Executes a prepared change set and follows it to its end, through CloudFormation's own stack rollback. Called again
 * for a change set that an earlier run executed, it takes that operation over. A stack that is not what it was when
 * the change set was made is left alone.
 */
async function executeStack(request, preparation, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    // Made of the change set alone: a run that takes over after a crash finds the operation by it.
    const token = (0,names/* clientToken */.$Y)('execute', preparation.changeSetId);
    let running;
    try {
        ports.signal.throwIfAborted();
        const stack = await ports.cloudformation.describeStack(preparation.stackId);
        const start = await begin(request, preparation, stack, token, ports);
        if ('state' in start)
            return start;
        const started = ports.clock.now();
        const since = preparation.before?.changedAt ?? start.stack.createdAt;
        const { stackId } = preparation;
        const rollbackFollows = !request.disableRollback;
        const resources = preparation.changes.filter(({ path, logicalId }) => path === logicalId).length;
        const feed = createFeed({ instance: request.instance, stackId, token, since, resources, state: 'executing', rollbackFollows }, ports);
        running = () => `stack ${request.stackName} goes on in CloudFormation: ${feed.now() ?? `client token ${token}`}`;
        const followed = await follow({
            stackId,
            ...('baseline' in start ? { baseline: start.baseline } : { operationIds: start.operationIds }),
            token,
            rollbackFollows,
            deadline,
            plan: operationPolls((preparation.tookMs ?? 0) > SLOW_MS, request.expectedMs),
            feed,
        }, ports);
        running = undefined;
        const tookMs = ports.clock.now() - started;
        const outcome = { ...(await outcomeOf(followed, request, { stackId, token, since }, ports)), tookMs };
        if (outcome.state === 'succeeded' && followed.kind === 'ended')
            await afterSuccess(request, preparation, followed.stack, ports);
        return outcome;
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal, running?.());
        if (refusal === undefined)
            throw error;
        return (0,failed/* refusedOutcome */.jV)(refusal, { stackId: preparation.stackId });
    }
}
async function afterSuccess(request, { type }, stack, ports) {
    // A stack that is only being created takes no policy yet.
    if (type === 'CREATE') {
        await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports));
    }
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
}
async function begin(request, preparation, stack, token, ports) {
    if (stack === undefined || stack.status === 'DELETE_COMPLETE')
        return moved(request, preparation, 'it was deleted');
    if (!isUntouched(stack, preparation))
        return await takeOver(request, preparation, stack, token, ports);
    if (preparation.type === 'UPDATE')
        await (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports);
    await ports.beforeWrite();
    try {
        await ports.cloudformation.executeChangeSet({
            id: preparation.changeSetId,
            clientRequestToken: token,
            disableRollback: request.disableRollback,
            // A first create that fails then leaves no orphans that would block the next one.
            ...(preparation.type === 'CREATE' && !request.disableRollback && { retainExceptOnCreate: true }),
        });
        return { stack, baseline: (0,operation/* baselineOf */.Bv)(stack) };
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        if (['denied', 'credentials'].includes(error.kind))
            throw error;
        // Refused, or the answer was lost: the change set itself tells whether it runs.
        const changeSet = await changeSetAfter(error, preparation, ports);
        if (changeSet?.executionStatus.startsWith('EXECUTE_'))
            return { stack, baseline: (0,operation/* baselineOf */.Bv)(stack) };
        if (changeSet === undefined || changeSet.executionStatus === 'OBSOLETE') {
            return await takeOver(request, preparation, stack, token, ports);
        }
        throw error;
    }
}
async function changeSetAfter(error, { changeSetId }, { cloudformation }) {
    try {
        return await cloudformation.describeChangeSet(changeSetId);
    }
    catch (second) {
        if (!isTransient(error) || !(second instanceof aws_ports/* AwsError */.G))
            throw second;
        throw new failed/* StackRefusal */.Tf({
            state: 'unreachable',
            reason: `${error.action}: ${(0,errors/* errorText */.kc)(error)}; whether it was executed is not known`,
            fix: ['Run the same command again: it goes on with what was started, or starts it.'],
        });
    }
}

;// CONCATENATED MODULE: ./src/stack/empty.ts
/**
 * The texts by which CloudFormation says that a change set is empty: there is no status for it. Any other text is a
 * failure.
 * - "The submitted information didn't contain changes. Submit different information to create a change set."
 *   (CreateChangeSet, CloudFormation user guide, "Create change sets")
 * - "No updates are to be performed." (templates with a transform: aws/aws-cdk issue 2553)
 */
const EMPTY = [
    /^The submitted information didn't contain changes\b/i,
    /^No updates are to be performed\b/i,
];
function isEmptyReason(reason) {
    return reason !== undefined && EMPTY.some((pattern) => pattern.test(reason.trim()));
}

;// CONCATENATED MODULE: ./src/stack/leftovers.ts


/** GitHub ends a workflow run after 35 days, approvals included: no run can still want an older change set. */
const DEAD_AFTER_MS = 35 * 24 * 3_600_000;
function isOurs(changeSet) {
    return changeSet.name.startsWith(names/* PREFIX */.H3);
}
/**
 * Deletes change sets that dead runs of this program left on a stack. They block nothing (names are unique), but
 * CloudFormation allows only so many.
 * @param all also those that a run may still want: only where the alternative is to fail
 * @returns all change sets that the stack had, of anybody
 */
async function deleteLeftovers(stackName, ports, all = false) {
    const { cloudformation, clock, beforeWrite } = ports;
    const listed = await cloudformation.listChangeSets(stackName);
    const dead = listed.filter((changeSet) => isOurs(changeSet) && (all || isDead(changeSet, clock.now())));
    if (dead.length > 0)
        await beforeWrite();
    for (const { id } of dead) {
        try {
            await cloudformation.deleteChangeSet(id);
        }
        catch (error) {
            // Another run may be executing or deleting it: not ours to clean up then.
            if (!(error instanceof aws_ports/* AwsError */.G))
                throw error;
        }
    }
    return listed;
}
function isDead(changeSet, now) {
    return changeSet.createdAt !== undefined && now - Date.parse(changeSet.createdAt) > DEAD_AFTER_MS;
}

;// CONCATENATED MODULE: ./src/stack/make-change-set.ts








/**
 * Creates a change set and waits until CloudFormation has worked it out.
 * @param madeStack the stack it is made on comes to be by it, and goes with it
 * @returns undefined when the stack moved: look again
 */
async function makeChangeSet(request, ready, parameters, madeStack, deadline, ports) {
    const started = ports.clock.now();
    const name = (0,names/* changeSetName */.G)(request.runId, request.instance, ports.clock);
    const created = await create(changeSetRequest(request, ready, parameters, name), ports);
    if (created === undefined)
        return undefined;
    try {
        const changeSet = await settled(created.id, request, deadline, ports);
        return { changeSet, tookMs: ports.clock.now() - started };
    }
    catch (error) {
        // Nobody will come back for it.
        await discardFailed(created, madeStack, request, ports);
        throw error;
    }
}
function changeSetRequest(request, { type }, parameters, name) {
    const { template, serviceRole, rollbackTriggers, description } = request;
    const revertDrift = request.revertDrift && type === 'UPDATE';
    return {
        stackName: request.stackName,
        name,
        type,
        template: template.url === undefined ? { body: template.body } : { url: template.url },
        parameters,
        tags: request.tags,
        capabilities: request.capabilities,
        notificationArns: request.notificationArns,
        // A drift-aware change set does not take nested stacks along (aws/aws-cdk-cli, `revert-drift`).
        includeNestedStacks: request.hasNestedStacks && !revertDrift,
        clientToken: name,
        ...(serviceRole !== undefined && { roleArn: serviceRole }),
        ...(rollbackTriggers !== undefined && { rollbackTriggers }),
        ...(revertDrift && { deploymentMode: 'REVERT_DRIFT' }),
        ...(description !== undefined && { description }),
    };
}
async function create(request, ports) {
    const { cloudformation, beforeWrite } = ports;
    await beforeWrite();
    try {
        return await cloudformation.createChangeSet(request);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        if (stackMoved(error))
            return undefined;
        // The name is ours alone: an earlier try of this very call got through although its answer was lost.
        if (error.kind === 'already-exists')
            return await findByName(request, ports);
        if (isTransient(error))
            return await lostAnswer(error, request, ports);
        if (/LimitExceeded/.test(error.code) && (await deleteLeftovers(request.stackName, ports, true)).some(isOurs)) {
            return await cloudformation.createChangeSet(request);
        }
        throw error;
    }
}
/** The stack was free when it was read and is not any more, or is gone. */
function stackMoved({ message }) {
    return (/\bis in [A-Z_]*(_IN_PROGRESS|ROLLBACK_COMPLETE|_FAILED) state\b/.test(message) ||
        /\bdoes not exist\b/.test(message));
}
async function findByName({ stackName, name }, { cloudformation }) {
    const listed = await cloudformation.listChangeSets(stackName);
    const found = listed.find((changeSet) => changeSet.name === name);
    const changeSet = found && (await cloudformation.describeChangeSet(found.id));
    return changeSet && { id: changeSet.id, stackId: changeSet.stackId };
}
/** No answer in any try: the change set may be there all the same, and nobody else would ever look for it. */
async function lostAnswer(error, request, ports) {
    let found;
    try {
        found = await findByName(request, ports);
    }
    catch (second) {
        // That nothing answers was said by the first error already.
        if (!(second instanceof aws_ports/* AwsError */.G))
            throw second;
    }
    if (found === undefined)
        throw error;
    return found;
}
/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;
async function settled(id, request, deadline, ports) {
    const poller = createPoller(ports.clock, ports.signal, CHANGE_SET_POLLS, deadline);
    const patience = createPatience(ports.clock);
    let last = 'CREATE_PENDING';
    while (await poller.next()) {
        const read = await patience.read(() => ports.cloudformation.describeChangeSet(id, { properties: true }));
        if (read === undefined)
            continue;
        const changeSet = read.answer;
        if (changeSet === undefined) {
            if (poller.polls() >= NOT_FOUND_READS)
                break;
            continue;
        }
        last = changeSet.status;
        if (last !== 'CREATE_PENDING' && last !== 'CREATE_IN_PROGRESS')
            return changeSet;
    }
    if (ports.clock.now() < deadline) {
        throw new failed/* StackRefusal */.Tf({
            state: 'failed',
            reason: `the change set of stack ${request.stackName} was deleted while it was made`,
            fix: ['Find out who else deploys this stack, then run the same command again.'],
        });
    }
    throw new failed/* StackRefusal */.Tf({
        state: 'timed-out',
        reason: `the change set of stack ${request.stackName} was still in ${last} after ${minutes(request.timeoutMs)}`,
        fix: ['Run the same command again, or raise `timeout`.'],
    });
}

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(4131);
;// CONCATENATED MODULE: ./src/stack/parameters.ts


/**
 * What to send for each parameter the template declares. A value that was given wins; without one, `keep` keeps the
 * deployed value and `template-default` goes back to the template's default (where there is none, the deployed value
 * is all there is, and stays). CloudFormation's `UsePreviousValue` also covers NoEcho values that cannot be read.
 * @param deployed names of the parameters of the deployed stack; empty for a new one
 */
function changeSetParameters(request, deployed) {
    refuseUndeclared(request);
    refuseMissing(request, deployed);
    return request.declaredParameters.flatMap((declared) => {
        const value = request.parameters[declared.name];
        if (value !== undefined)
            return [{ name: declared.name, value }];
        const keep = request.missingParameters === 'keep' || !declared.hasDefault;
        return keep && deployed.has(declared.name) ? [{ name: declared.name, usePrevious: true }] : [];
    });
}
function refuseUndeclared(request) {
    const names = request.declaredParameters.map((declared) => declared.name);
    const unknown = Object.keys(request.parameters).filter((name) => !names.includes(name));
    if (unknown.length === 0)
        return;
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `the template declares no parameter ${unknown.join(', ')}`,
        fix: unknown.map((name) => `Correct or remove ${name}. ${(0,nearest/* didYouMean */.a)(name, names)}`),
    });
}
function refuseMissing(request, deployed) {
    const missing = request.declaredParameters
        .filter(({ name, hasDefault }) => !hasDefault && request.parameters[name] === undefined && !deployed.has(name))
        .map(({ name }) => name);
    if (missing.length === 0)
        return;
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `no value for ${missing.length === 1 ? 'parameter' : 'parameters'} ${missing.join(', ')}: the template has no default and the stack has no earlier value`,
        fix: [`Give a value for ${missing.join(', ')} under \`parameters\`.`],
    });
}

// EXTERNAL MODULE: ./src/stack/changes.ts
var stack_changes = __webpack_require__(1313);
;// CONCATENATED MODULE: ./src/stack/stack-tree.ts

const MOST_STACKS = 50;
/** A stack and all stacks nested in it, as far as the reader wants to go: deleting it takes them all along. */
async function* stackTree(root, { listStackResources }) {
    const pending = [{ stackId: root, path: [] }];
    for (let looked = 0;; looked += 1) {
        const next = pending.shift();
        if (next === undefined)
            return;
        if (looked >= MOST_STACKS) {
            yield { ...next, resources: undefined };
            return;
        }
        const listed = await listStackResources(next.stackId);
        const resources = listed
            .filter(({ status }) => status !== 'DELETE_COMPLETE')
            // What never came to be has no physical id.
            .filter(({ status, physicalId }) => status !== 'CREATE_FAILED' || physicalId !== undefined);
        yield { ...next, resources };
        for (const { type, logicalId, physicalId } of resources) {
            if (type === stack_changes/* NESTED_STACK */.Z4 && physicalId !== undefined) {
                pending.push({ stackId: physicalId, path: [...next.path, logicalId] });
            }
        }
    }
}

;// CONCATENATED MODULE: ./src/stack/plan-changes.ts



const DEEPEST = 5;
/** The changes of a change set and of those of its nested stacks. */
async function plannedChanges(changeSet, mask, ports) {
    return collect(changeSet, [], mask, ports);
}
async function collect(changeSet, parents, mask, ports) {
    const changes = [];
    const notes = [];
    let onlyAutomatic = changeSet.changes.length > 0;
    for (const change of changeSet.changes) {
        const own = (0,stack_changes/* resourceChange */.J2)(change, { parents, mask, isStateful: ports.isStateful });
        if (change.resourceType !== stack_changes/* NESTED_STACK */.Z4) {
            onlyAutomatic = false;
            changes.push(own);
            continue;
        }
        const child = await nestedChanges(change, [...parents, change.logicalId], mask, ports);
        notes.push(...child.notes);
        const automatic = isAutomatic(change) && child.unchanged !== false;
        if (!automatic)
            onlyAutomatic = false;
        // Listed for form's sake and known to change nothing: not worth a line in a plan.
        if (automatic && child.unchanged === true)
            continue;
        changes.push({ ...own, dataLoss: own.dataLoss || ((0,stack_changes/* losesResource */.xA)(change) && (await holdsData(change, ports))) });
        changes.push(...child.changes);
    }
    return { changes, onlyAutomatic, notes };
}
async function nestedChanges(change, path, mask, ports) {
    if (change.nestedChangeSetId === undefined)
        return { changes: [], unchanged: undefined, notes: [] };
    const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId, { properties: true });
    if (child === undefined || path.length > DEEPEST)
        return plan_changes_hidden(path, 'its change set cannot be read');
    if (child.status === 'FAILED') {
        return isEmptyReason(child.statusReason)
            ? { changes: [], unchanged: true, notes: [] }
            : plan_changes_hidden(path, child.statusReason ?? 'its change set failed');
    }
    const planned = await collect(child, path, mask, ports);
    return { ...planned, unchanged: planned.onlyAutomatic && planned.changes.length === 0 };
}
function plan_changes_hidden(path, why) {
    return {
        changes: [],
        unchanged: false,
        notes: [`The changes inside nested stack ${path.join('.')} are not shown: ${why}`],
    };
}
/** CloudFormation's `ChangeSource: Automatic`: the nested template might have changed, no property is named. */
function isAutomatic(change) {
    if (change.action !== 'Modify' || change.replacement === 'True')
        return false;
    return change.details.every((detail) => detail.name === undefined && detail.path === undefined);
}
/** A nested stack goes with everything in it. */
async function holdsData({ physicalId }, { cloudformation, isStateful }) {
    if (physicalId === undefined)
        return false;
    for await (const { resources } of stackTree(physicalId, cloudformation)) {
        if (resources === undefined || resources.some(({ type }) => isStateful(type)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/stack/recreate.ts







/**
 * Deletes a stack whose first create failed, so that it can be created again: only when nothing is in it that a
 * deletion would lose or leave behind, and only without termination protection.
 */
async function deleteFailedCreate(stack, subject, deadline, ports) {
    const { report, target } = ports;
    if (stack.terminationProtection) {
        refuse(stack, 'termination protection is on', [
            `Look at what is in the stack, turn its termination protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stack.stackName}) and run the same command again.`,
        ]);
    }
    const kept = await resourcesWorthKeeping(stack, ports);
    if (kept.length > 0) {
        refuse(stack, `it still holds ${kept.join(', ')}`, [
            `Import or delete ${kept.join(', ')}, then delete stack ${stack.stackName} and run the same command again.`,
        ]);
    }
    if (ports.repair === false)
        refuse(stack, 'a deployment would delete and create it again', []);
    report({
        type: 'instance.state',
        instance: subject.instance,
        target,
        stack: stackKey(subject.instance),
        state: 'planning',
        text: `deletes the stack that an earlier create left in ${stack.status}`,
    });
    const { followed, token } = await deleteAndFollow(stack, subject, deadline, ports, subject);
    if (followed.kind === 'gone')
        return;
    if (followed.kind === 'timed-out') {
        throw new failed/* StackRefusal */.Tf({
            state: 'timed-out',
            reason: `the deletion of stack ${stack.stackName} was not over after ${minutes(subject.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the deletion and goes on.'],
        });
    }
    const { operationIds } = followed;
    const since = (0,operation/* baselineOf */.Bv)(stack).changedAt;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: stack.stackId, operationIds, token, since }, ports);
    throw new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stack.stackName} could not be deleted: ${failures.map((failure) => failure.path).join(', ') || 'no reason given'}`,
        failures,
        fix: [`Delete or free these resources, then delete stack ${stack.stackName} and run the same command again.`],
    });
}
function refuse(stack, why, fix) {
    throw new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stack.stackName} is in ${stack.status} and is not deleted: ${why}`,
        fix,
    });
}
/** Resources that hold data, or that a deletion policy keeps: in the stack and in those nested in it, by their path. */
async function resourcesWorthKeeping(stack, { cloudformation, isStateful }) {
    const kept = [];
    for await (const { stackId, path, resources } of stackTree(stack.stackId, cloudformation)) {
        if (resources === undefined)
            return [...kept, `nested stack ${path.join('.')}, which was not looked into`];
        if (resources.length === 0)
            continue;
        const retained = await retainedResources(stackId, cloudformation);
        for (const { logicalId, type, status } of resources) {
            if (status === 'DELETE_SKIPPED' || isStateful(type) || retained.has(logicalId)) {
                kept.push(`${[...path, logicalId].join('.')} (${type})`);
            }
        }
    }
    return kept;
}
/**
 * Policies under which a deletion of the stack leaves something behind. RetainExceptOnCreate is one: it lets go of a
 * resource only in the rollback of the operation that created it (CloudFormation user guide, DeletionPolicy).
 */
const KEEPING = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];
async function retainedResources(stackId, cloudformation) {
    const text = await cloudformation.getTemplate(stackId, 'Processed');
    const { parse } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const template = parse(text, { logLevel: 'silent' });
    return new Set(entries(property(template, 'Resources'))
        .filter(([, resource]) => KEEPING.includes(String(property(resource, 'DeletionPolicy'))))
        .map(([logicalId]) => logicalId));
}
function entries(value) {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
function property(value, name) {
    return entries(value).find(([key]) => key === name)?.[1];
}

;// CONCATENATED MODULE: ./src/stack/ready.ts






/** Each round ends one operation or repairs one thing; a stack that needs more is somebody else's battlefield. */
const MOST_ROUNDS = 10;
/** Reads the stack and brings it to where a change set can be made: waits, recreates, continues a stack rollback. */
async function readyStack(request, deadline, ports) {
    let stack = await ports.cloudformation.describeStack(request.stackName);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        if (stack === undefined)
            return { type: 'CREATE' };
        switch ((0,stack_status/* statusMeaning */.u)(stack.status).next) {
            case 'create':
                return stack.status === 'DELETE_COMPLETE' ? { type: 'CREATE' } : { type: 'CREATE', stack };
            case 'update':
                return { type: 'UPDATE', stack };
            case 'wait':
                stack = await waitOut(stack, request, deadline, ports);
                break;
            case 'recreate':
                // What a new stack would be refused for anyway must not cost the old one.
                changeSetParameters(request, new Set());
                await deleteFailedCreate(stack, request, deadline, ports);
                return { type: 'CREATE' };
            case 'continue-rollback':
                stack = await continueRollback(stack, request, deadline, ports);
                break;
            case 'stuck':
                throw stuck(stack);
        }
    }
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `stack ${request.stackName} does not come to rest: others keep changing it`,
        fix: ['Find out who else deploys this stack, then run the same command again.'],
    });
}
function stuck({ stackName, status, statusReason }) {
    const because = statusReason ? `: ${statusReason}` : '';
    return new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stackName} is in ${status}${because}`,
        fix: [stuckFix(stackName, status)],
    });
}
function stuckFix(stackName, status) {
    switch (status) {
        case 'DELETE_FAILED':
            return `Finish its deletion (aws cloudformation delete-stack --stack-name ${stackName}, with --retain-resources for what refuses), then run the same command again to create it anew.`;
        case 'IMPORT_ROLLBACK_FAILED':
            return `Repair the resources that the import touched and finish its rollback in the CloudFormation console, then run the same command again.`;
        default:
            return `Bring stack ${stackName} out of ${status}, then run the same command again.`;
    }
}

;// CONCATENATED MODULE: ./src/stack/same-inputs.ts
/**
 * Whether template, parameters and tags are those the stack was deployed with. Needed for stacks with nested stacks:
 * CloudFormation never calls their change sets empty, and outputs of the stack itself show in no change set.
 */
async function sameInputs(stack, request, parameters, { cloudformation }) {
    // Without tags of ours the stack keeps its own.
    if (Object.keys(request.tags).length > 0 && !sameRecord(stack.tags, request.tags))
        return false;
    const sent = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    const same = Object.entries(stack.parameters).every(([name, deployed]) => {
        const parameter = sent.get(name);
        // Not sent: the template's default, which is not known here.
        if (parameter === undefined)
            return false;
        return 'usePrevious' in parameter || parameter.value === deployed;
    });
    if (!same || sent.size !== Object.keys(stack.parameters).length)
        return false;
    const template = await cloudformation.getTemplate(stack.stackId, 'Original');
    return template.trim() === request.template.body.trim();
}
function sameRecord(one, other) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

;// CONCATENATED MODULE: ./src/stack/secrets.ts
const MASK = '****';
const SECRET_NAME = /passw(or)?d|passphrase|secret|token|api_?key|private_?key|credential|connection_?string/i;
/** Says where a secret is, not what it is. */
const REFERENCE = /^(arn:|\{\{resolve:|\{"(Ref|Fn::)|\$\{)/;
/** A shorter value would be found by chance inside others. */
const SHORTEST_SUBSTRING = 6;
/**
 * CloudFormation masks NoEcho values in most of its answers, but not wherever they end up in a property. Values of
 * NoEcho parameters are hidden whole and inside other text; properties that are named like a secret are hidden too.
 */
function createMask(request) {
    const secrets = request.declaredParameters
        .filter((declared) => declared.noEcho)
        .map((declared) => request.parameters[declared.name] ?? '')
        .filter((value) => value !== '');
    return (property, value) => {
        if (value === undefined || value === '')
            return value;
        if (SECRET_NAME.test(property) && !REFERENCE.test(value))
            return MASK;
        return secrets.reduce((text, secret) => {
            if (text === secret || text === JSON.stringify(secret))
                return MASK;
            return secret.length >= SHORTEST_SUBSTRING ? text.replaceAll(secret, MASK) : text;
        }, value);
    };
}

// EXTERNAL MODULE: ./src/stack/failures.ts
var failures = __webpack_require__(5541);
;// CONCATENATED MODULE: ./src/stack/validation.ts



const validation_DEEPEST = 5;
/**
 * Why a change set failed: every finding of CloudFormation's early validation and hooks, of nested change sets too,
 * or else the one reason it gives.
 */
async function failedChangeSet(changeSet, ports) {
    const found = [];
    const reasons = [];
    await validation_collect(changeSet, [], ports, found, reasons);
    const statusReason = reasons.at(-1) ?? `CloudFormation gave no reason (${changeSet.status}, ${changeSet.executionStatus})`;
    const whole = {
        path: 'the stack',
        status: 'FAILED',
        reason: statusReason,
        rootCause: true,
        cancelled: [],
    };
    return {
        state: 'failed',
        reason: found.length === 0
            ? `the change set failed: ${statusReason}`
            : `the change set failed: ${found.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`,
        failures: found,
        fix: (0,fixes/* knownFixes */.B)(found.length === 0 ? [whole] : found),
    };
}
async function validation_collect(changeSet, parents, ports, found, reasons) {
    if (changeSet.statusReason)
        reasons.push(changeSet.statusReason);
    const events = await eventsOf(changeSet.id, ports);
    const located = events
        .filter((event) => (0,failures/* isFailure */.N)(event) && event.physicalId !== changeSet.stackId)
        .map((event) => ({ event, parents, own: false, undoing: false }));
    found.push(...(0,failures/* rankFailures */.k)(located, ports.locate));
    if (parents.length >= validation_DEEPEST)
        return;
    for (const change of changeSet.changes) {
        if (change.nestedChangeSetId === undefined)
            continue;
        const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId);
        if (child?.status === 'FAILED')
            await validation_collect(child, [...parents, change.logicalId], ports, found, reasons);
    }
}
async function eventsOf(changeSet, { cloudformation }) {
    try {
        return await cloudformation.describeEvents({ changeSet });
    }
    catch (error) {
        // Not allowed to read them: the reason of the change set itself still stands.
        if (error instanceof aws_ports/* AwsError */.G)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/stack/prepare.ts















/** How often a stack may be taken from under a plan that is being made. */
const MOST_TRIES = 5;
/**
 * Makes a change set of a stack and reads it, after bringing the stack to where it takes one. What AWS refuses is a
 * `failed` preparation; only defects of this program are thrown.
 */
async function prepareStack(request, ports) {
    try {
        ports.signal.throwIfAborted();
        refuseUndeclared(request);
        return await prepareInTime(request, ports.clock.now() + request.timeoutMs, ports);
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return (0,failed/* failedPreparation */.Vu)(refusal);
    }
}
async function prepareInTime(request, deadline, ports) {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const ready = await readyStack(request, deadline, ports);
        const deployed = ready.type === 'UPDATE' ? Object.keys(ready.stack.parameters) : [];
        const parameters = changeSetParameters(request, new Set(deployed));
        const before = ready.stack && !(await isLeftover(ready, ports)) ? (0,operation/* identityOf */.cu)(ready.stack) : undefined;
        const madeStack = ready.type === 'CREATE' && before === undefined;
        const made = await makeChangeSet(request, ready, parameters, madeStack, deadline, ports);
        if (made === undefined)
            continue;
        try {
            return await readChangeSet(request, ready, before, parameters, made, ports);
        }
        catch (error) {
            // Nobody will come back for it.
            await discardFailed(made.changeSet, madeStack, request, ports);
            throw error;
        }
    }
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `stack ${request.stackName} changed each time a change set was made for it`,
        fix: ['Find out who else deploys this stack, then run the same command again.'],
    });
}
/** An empty stack with nothing but change sets of ours: a dead run made it, so it is ours to clean up. */
async function isLeftover({ type, stack }, ports) {
    if (type !== 'CREATE' || stack === undefined)
        return false;
    const changeSets = await deleteLeftovers(stack.stackId, ports);
    return changeSets.length > 0 && changeSets.every(isOurs);
}
async function readChangeSet(request, ready, before, parameters, { changeSet, tookMs }, ports) {
    const stack = ready.type === 'UPDATE' ? ready.stack : undefined;
    const empty = changeSet.status === 'FAILED' && isEmptyReason(changeSet.statusReason);
    if (stack !== undefined && empty) {
        const unchanged = await noChange(stack, changeSet.id, ports);
        return (0,stack_status/* statusMeaning */.u)(stack.status).end === 'stuck' ? (0,failed/* failedPreparation */.Vu)(halfUpdated(stack)) : unchanged;
    }
    if (changeSet.status !== 'CREATE_COMPLETE' || changeSet.executionStatus !== 'AVAILABLE') {
        const refusal = await failedChangeSet(changeSet, ports);
        await discardFailed(changeSet, ready.type === 'CREATE' && before === undefined, request, ports);
        return (0,failed/* failedPreparation */.Vu)(refusal);
    }
    const planned = await plannedChanges(changeSet, createMask(request), ports);
    if (stack !== undefined && planned.onlyAutomatic && (await sameInputs(stack, request, parameters, ports))) {
        return await noChange(stack, changeSet.id, ports);
    }
    return {
        kind: 'change-set',
        changeSetId: changeSet.id,
        changeSetName: changeSet.name,
        type: ready.type,
        stackId: changeSet.stackId,
        ...(before !== undefined && { before }),
        changes: planned.changes,
        resourceLess: planned.changes.length === 0,
        notes: planned.notes,
        tookMs,
    };
}
async function noChange(stack, changeSetId, ports) {
    try {
        await ports.beforeWrite();
        // Its name is never used again, so nothing waits for the deletion.
        await ports.cloudformation.deleteChangeSet(changeSetId);
    }
    catch (error) {
        // A leftover blocks nothing: the stack is as it should be all the same.
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof errors/* UserError */.yo))
            throw error;
    }
    return {
        kind: 'no-change',
        stackId: stack.stackId,
        before: (0,operation/* identityOf */.cu)(stack),
        outputs: stack.outputs,
        notes: [],
        terminationProtection: stack.terminationProtection,
    };
}
/** No change against a stack that an update without rollback left half done is not "all is well". */
function halfUpdated({ stackName, status, statusReason }) {
    return {
        state: 'stuck',
        reason: `stack ${stackName} is in ${status} and this release changes nothing in it${statusReason ? `: ${statusReason}` : ''}`,
        fix: [`Deploy a corrected release, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`],
    };
}

;// CONCATENATED MODULE: ./src/stack/remove.ts






const NOTHING = { failures: [], fix: [], outputs: {} };
/** Deletes a stack and waits until it is gone. `no-change` when there is none. */
async function removeStack(request, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    const progress = {};
    try {
        ports.signal.throwIfAborted();
        return await remove(request, deadline, ports, progress);
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal, progress.running);
        if (refusal === undefined)
            throw error;
        return (0,failed/* refusedOutcome */.jV)(refusal, progress.stackId === undefined ? {} : { stackId: progress.stackId });
    }
}
async function remove(request, deadline, ports, progress) {
    const { cloudformation } = ports;
    const { stackName, serviceRole } = request;
    const found = await cloudformation.describeStack(stackName);
    const stack = found && (await waitOut(found, request, deadline, ports));
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') {
        return { ...NOTHING, state: found === undefined ? 'no-change' : 'succeeded' };
    }
    progress.stackId = stack.stackId;
    if (stack.terminationProtection) {
        return {
            ...NOTHING,
            state: 'failed',
            stackId: stack.stackId,
            stackStatus: stack.status,
            reason: `stack ${stackName} has termination protection; nothing was deleted`,
            fix: [
                `If it may go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName}, then run the same command again.`,
            ],
        };
    }
    const started = () => {
        progress.running = `the deletion of stack ${stackName} goes on in CloudFormation`;
    };
    const options = { started, ...(serviceRole !== undefined && { serviceRole }) };
    let { followed, token } = await deleteAndFollow(stack, request, deadline, ports, options);
    delete progress.running;
    const retain = request.retain ?? [];
    if (followed.kind === 'ended' && followed.stack.status === 'DELETE_FAILED' && retain.length > 0) {
        const failing = await deleteFailures(followed.stack.stackId, ports);
        const allowed = failing.filter((logicalId) => retain.includes(logicalId));
        // Leaving some while others still refuse would only orphan them.
        if (allowed.length > 0 && allowed.length === failing.length) {
            ({ followed, token } = await deleteAndFollow(followed.stack, request, deadline, ports, {
                ...options,
                retainResources: allowed,
            }));
        }
    }
    delete progress.running;
    const base = { ...NOTHING, stackId: stack.stackId };
    if (followed.kind === 'gone')
        return { ...base, state: 'succeeded', stackStatus: 'DELETE_COMPLETE' };
    const { operationIds } = followed;
    if (followed.kind !== 'ended') {
        return {
            ...base,
            state: 'timed-out',
            reason: `the deletion of stack ${stackName} is still running after ${minutes(request.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the deletion.'],
        };
    }
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: stack.stackId, operationIds, token, since: (0,operation/* changedAt */.Ek)(stack) }, ports);
    return { ...base, ...remove_stuck(stackName, followed.stack.status, failures, followed.stack.statusReason) };
}
async function deleteFailures(stackId, { cloudformation }) {
    const resources = await cloudformation.listStackResources(stackId);
    return resources.filter(({ status }) => status === 'DELETE_FAILED').map(({ logicalId }) => logicalId);
}
function remove_stuck(stackName, stackStatus, failures, statusReason) {
    const names = failures.map(({ path }) => path);
    const reasons = failures.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
    return {
        state: 'stuck',
        stackStatus,
        reason: `stack ${stackName} could not be deleted: ${reasons || (statusReason ?? 'CloudFormation gave no reason')}`,
        failures,
        fix: [
            ...(0,fixes/* knownFixes */.B)(failures),
            `Free ${names.join(', ') || 'what refuses'} and run the same command again, or name ${names.length > 1 ? 'them' : 'it'} as retained to leave ${names.length > 1 ? 'them' : 'it'} behind.`,
        ],
    };
}

;// CONCATENATED MODULE: ./src/stack/index.ts






/**
 * Stack policy and termination protection of a stack that has no other change. They are in no change set, so a
 * deployment calls this when a preparation is `no-change`; a plan does not. What AWS refuses becomes a warning.
 */
async function alignSettings(request, preparation, ports) {
    const { stackId, terminationProtection } = preparation;
    await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stackId, request, ports));
    if (terminationProtection === undefined)
        return;
    const stack = { stackId, stackName: request.stackName, terminationProtection };
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
}


/***/ }),

/***/ 5141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ statusByToken),
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   Ek: () => (/* binding */ changedAt),
/* harmony export */   G3: () => (/* binding */ showsOperation),
/* harmony export */   LE: () => (/* binding */ newOperations),
/* harmony export */   R8: () => (/* binding */ describeOperation),
/* harmony export */   Y_: () => (/* binding */ latestChange),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   hY: () => (/* binding */ hasEnded)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3016);

function changedAt(stack) {
    return stack.updatedAt ?? stack.createdAt;
}
/** "UPDATE_IN_PROGRESS (operation 6f…)". */
function describeOperation(stack) {
    const id = stack.lastOperations.find(({ type }) => type !== 'CREATE_CHANGESET')?.id;
    return id === undefined ? stack.status : `${stack.status} (operation ${id})`;
}
function identityOf(stack) {
    return { stackId: stack.stackId, status: stack.status, changedAt: changedAt(stack) };
}
function baselineOf(stack) {
    return {
        status: stack.status,
        changedAt: changedAt(stack),
        operations: new Set(stack.lastOperations.map((operation) => operation.id)),
    };
}
/** Operations that a later read shows and the baseline did not, oldest first: ours, then its stack rollback. */
function newOperations(stack, baseline) {
    const fresh = stack.lastOperations.filter(({ id, type }) => !baseline.operations.has(id) && type !== 'CREATE_CHANGESET');
    return fresh.toReversed();
}
/**
 * Whether this very read was made after the operation began. DescribeStacks is eventually consistent: a read right
 * after the call may still show the status in which the previous operation ended, and that is not our result.
 */
function showsOperation(stack, baseline) {
    return (stack.status !== baseline.status ||
        changedAt(stack) > baseline.changedAt ||
        newOperations(stack, baseline).length > 0);
}
/** The newest status of the stack itself among the events of the call with this client token (events newest first). */
function statusByToken(events, stackId, token) {
    return events.find((event) => event.clientRequestToken === token && event.physicalId === stackId)?.status;
}
/**
 * The newest create, update or import of a stack and the operations after it (its stack rollback), oldest first.
 * DescribeEvents by stack name shows the events of the very newest operation only, which for a failed change is the
 * stack rollback and not the failure (awslabs/mcp issue 4275): they are read by these ids.
 */
function latestChange(stack) {
    const operations = stack.lastOperations.filter(({ type }) => type !== 'CREATE_CHANGESET');
    const change = operations.findIndex(({ type }) => !AFTERMATH.includes(type));
    return operations
        .slice(0, change + 1)
        .toReversed()
        .map(({ id }) => id);
}
const AFTERMATH = ['ROLLBACK', 'CONTINUE_ROLLBACK', 'DELETE_STACK'];
/** The operation is over: no read can show anything else for it. */
function hasEnded(status, rollbackFollows) {
    if (!(0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .statusMeaning */ .u)(status).settled)
        return false;
    // With rollback enabled CREATE_FAILED and UPDATE_FAILED are passed through on the way to the rollback.
    return !(rollbackFollows && (status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'));
}


/***/ }),

/***/ 1123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ setTerminationProtection),
/* harmony export */   F1: () => (/* binding */ setStackPolicy),
/* harmony export */   yh: () => (/* binding */ warnOnFailure)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** Sets the stack policy, where one is given: before an update, so that it guards that update already. */
async function setStackPolicy(stackId, { stackPolicy }, ports) {
    if (stackPolicy === undefined)
        return;
    await ports.beforeWrite();
    await ports.cloudformation.setStackPolicy(stackId, stackPolicy);
}
/** Turns termination protection to what is asked, where that differs. */
async function setTerminationProtection(stack, { terminationProtection }, ports) {
    if (terminationProtection === undefined || terminationProtection === stack.terminationProtection)
        return;
    await ports.beforeWrite();
    await ports.cloudformation.setTerminationProtection(stack.stackName, terminationProtection);
}
/** The stack is as it should be, only a setting around it could not be made: worth a warning, not a failure. */
async function warnOnFailure(what, ports, act) {
    try {
        await act();
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        ports.report({
            type: 'note',
            level: 'warning',
            target: ports.target,
            text: `${what} could not be set: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`,
        });
    }
}


/***/ }),

/***/ 3016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ statusMeaning)
/* harmony export */ });
/* unused harmony export STACK_STATUSES */
const running = { inProgress: true, success: false, next: 'wait', rollback: false, settled: false };
const undoing = { ...running, rollback: true };
const done = {
    inProgress: false,
    success: true,
    next: 'update',
    rollback: false,
    settled: true,
    end: 'succeeded',
};
const restored = { ...done, success: false, rollback: true, end: 'failed' };
const broken = {
    inProgress: false,
    success: false,
    next: 'stuck',
    rollback: false,
    settled: true,
    end: 'stuck',
};
/**
 * All stack statuses of CloudFormation's API (`StackStatus` in the SDK model), matched whole and never by a part:
 * `UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS` is a living stack although it contains `ROLLBACK_COMPLETE`.
 */
const MEANINGS = {
    CREATE_IN_PROGRESS: running,
    CREATE_COMPLETE: done,
    CREATE_FAILED: { ...broken, next: 'recreate' },
    ROLLBACK_IN_PROGRESS: undoing,
    ROLLBACK_COMPLETE: { ...restored, next: 'recreate' },
    ROLLBACK_FAILED: { ...broken, next: 'recreate', rollback: true },
    UPDATE_IN_PROGRESS: running,
    UPDATE_COMPLETE: done,
    // The update itself is through (old resources are being removed), only the next change has to wait.
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { ...running, success: true, settled: true, end: 'succeeded' },
    // Rollback was disabled: the stack can be updated again (stack failure options, CloudFormation user guide).
    UPDATE_FAILED: { ...broken, next: 'update' },
    UPDATE_ROLLBACK_IN_PROGRESS: undoing,
    UPDATE_ROLLBACK_COMPLETE: restored,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: undoing,
    UPDATE_ROLLBACK_FAILED: { ...broken, next: 'continue-rollback', rollback: true },
    IMPORT_IN_PROGRESS: running,
    IMPORT_COMPLETE: done,
    IMPORT_ROLLBACK_IN_PROGRESS: undoing,
    IMPORT_ROLLBACK_COMPLETE: restored,
    IMPORT_ROLLBACK_FAILED: { ...broken, rollback: true },
    // Not a stack yet: it only holds change sets of type CREATE.
    REVIEW_IN_PROGRESS: { inProgress: false, success: false, next: 'create', rollback: false, settled: false },
    DELETE_IN_PROGRESS: running,
    DELETE_COMPLETE: { ...broken, next: 'create', end: 'deleted' },
    DELETE_FAILED: broken,
};
const STACK_STATUSES = Object.keys(MEANINGS);
/** A status that is newer than this program: waited for when it says so itself, else left to a person. */
function unknownMeaning(status) {
    return status.endsWith('_IN_PROGRESS') ? running : broken;
}
function statusMeaning(status) {
    return MEANINGS[status] ?? unknownMeaning(status);
}


/***/ })

};
