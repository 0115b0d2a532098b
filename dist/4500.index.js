export const id = 4500;
export const ids = [4500];
export const modules = {

/***/ 15742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ environmentOf)
});

// UNUSED EXPORTS: restrict

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/aws/credentials/role-arn.ts
var role_arn = __webpack_require__(62820);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/topology/index.ts + 46 modules
var topology = __webpack_require__(86981);
// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
// EXTERNAL MODULE: ./src/topology/restrict.ts
var restrict = __webpack_require__(97121);
;// CONCATENATED MODULE: ./src/topology/role-override.ts

/**
 * The environment with one role in every target instead of the configured ones. What else is said of credentials stays.
 * @param role a name, which is completed with the account of each target, or an ARN
 * @throws UserError `role-account` where the role cannot be that of a target
 */
function withRole(environment, role, called) {
    const account = /^arn:[a-z-]+:iam::(\d{12}):role\/./.exec(role)?.[1];
    const target = (each) => {
        const own = each.account;
        if (account === undefined ? own === undefined : own !== undefined && own !== account) {
            const why = own === undefined ? `has no account` : `is in the account ${own}`;
            throw new errors/* UserError */.yo('role-account', `${called} is ${role}, and the target ${each.name} ${why}`, {
                fix: ['Give the name of the role, and each target its account; or the ARN where all are in one account.'],
            });
        }
        return { ...each, credentials: { ...each.credentials, role } };
    };
    const instance = (each) => ({ ...each, target: target(each.target) });
    return {
        ...environment,
        targets: environment.targets.map(target),
        instances: environment.instances.map(instance),
        phases: environment.phases.map((phase) => ({ ...phase, instances: phase.instances.map(instance) })),
    };
}

;// CONCATENATED MODULE: ./src/commands/environment.ts







const DEFAULT_FILE = 'multi-region.yml';
/** How the topology marks a note that needs somebody's eye. */
const WARNING = 'warning: ';
/**
 * The environment that the options mean.
 * @param needs `templates: false`: what is done needs no sources. Default: they are needed unless a release is named.
 * `preview`: that of a pull request instead of one that is written
 */
async function environmentOf(options, context, needs = {
    templates: options.release === undefined,
}) {
    const file = options.config ?? defaultFile(options, context);
    const configured = await (0,topology/* loadEnvironment */.Ye)({
        directory: context.cwd,
        readFile: context.readFile,
        inline: inlineSettings(options),
        requireTemplates: needs.templates,
        nameInput: context.nameOption,
        ...(file !== undefined && { file }),
        ...(options.environment !== undefined && { environment: options.environment }),
        ...(needs.preview !== undefined && { preview: needs.preview }),
    });
    const role = options['role-override'];
    const environment = role === undefined ? configured : withRole(configured, role, context.nameOption('role-override'));
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
    context.aws.leaveOut({ targets: excluded, regions: regionsLeftOut(environment, excluded) });
    return { environment: environment_restrict(environment, options), whole: environment, excluded };
}
/** Regions in which no target is left: what the environment once had there is not asked either. */
function regionsLeftOut({ targets }, excluded) {
    const kept = new Set(targets.filter(({ name }) => !excluded.has(name)).map(({ region }) => region));
    return new Set(targets.map(({ region }) => region).filter((region) => !kept.has(region)));
}
/** Accounts as the configuration and the role ARNs name them; those of ambient credentials are hidden when they are proven. */
function hideAccounts({ targets }, context) {
    for (const { account, credentials } of targets) {
        const roles = [credentials.role, ...(credentials.via ?? [])].map((role) => (0,role_arn/* accountOfArn */.KC)(role));
        for (const id of [account, ...roles])
            if (id !== undefined)
                context.hide(id);
    }
}
function defaultFile(options, context) {
    if (options.regions !== undefined)
        return undefined;
    return context.readFile((0,external_node_path_.join)(context.cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}
function inlineSettings(options) {
    const credentials = {
        ...(options.profile !== undefined && { profile: options.profile }),
        ...(options['role-via'] !== undefined && { via: options['role-via'] }),
        ...(options['external-id'] !== undefined && { externalId: options['external-id'] }),
        ...(options['role-duration'] !== undefined && { duration: (0,topology/* formatDuration */.a3)(options['role-duration']) }),
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
        ...(options['in-region'] !== undefined && { inRegion: options['in-region'] }),
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
        ...(options.timeout !== undefined && { timeout: (0,topology/* formatDuration */.a3)(options.timeout) }),
        ...(options['artifact-bucket'] !== undefined && { artifactBucket: options['artifact-bucket'] }),
    };
}
/** Keeps the targets named by `targets` and leaves out those named by `without`: by their own name, their region or a group. */
function environment_restrict(environment, options) {
    const included = options.targets === undefined ? undefined : namedTargets(environment, options.targets, 'targets');
    const excluded = namedTargets(environment, options.without ?? [], 'without');
    if (included === undefined && excluded.size === 0)
        return environment;
    const keep = (name) => (included?.has(name) ?? true) && !excluded.has(name);
    const rest = (0,restrict/* withTargets */.d)(environment, keep);
    if (rest.phases.length === 0) {
        throw new errors/* UserError */.yo('no-targets', `no target of ${environment.name} is left`, {
            fix: ['Check targets and without.'],
        });
    }
    return rest;
}
function namedTargets(environment, names, option) {
    const matches = (target, name) => target.name === name || target.region === name || target.groups.includes(name);
    for (const name of names) {
        if (environment.targets.some((target) => matches(target, name)))
            continue;
        const known = environment.targets.map((target) => target.name);
        throw new errors/* UserError */.yo('unknown-target', `${option} names ${name}, which is no target of ${environment.name}`, {
            fix: [(0,nearest/* didYouMean */.a)(name, known)],
        });
    }
    return new Set(environment.targets.filter((target) => names.some((name) => matches(target, name))).map(({ name }) => name));
}


/***/ }),

/***/ 17787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ENDS)
/* harmony export */ });
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22675);

/** How each end of a failover or failback is told to scripts. */
const ENDS = {
    'already-active': { status: 'no-change', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    rehearsed: { status: 'planned', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    verified: { status: 'succeeded', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    'not-measured': { status: 'inconclusive', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.inconclusive },
    'not-verified': { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed },
    failed: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed },
};


/***/ }),

/***/ 18053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ fence),
  F: () => (/* binding */ openFences)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/contact-rules.ts
var contact_rules = __webpack_require__(31724);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/failover/patience.ts
var failover_patience = __webpack_require__(99543);
;// CONCATENATED MODULE: ./src/failover/fence.ts



/** What is waited for one call, and for all of them together: a lost region must not hold up the end of a failover. */
const CALL_MS = 5_000;
const FENCE_MS = 30_000;
/** Steps at the same time: Lambda's control plane takes 15 calls a second (Lambda quotas, "API requests"). */
const AT_ONCE = 10;
/** Kinds of errors that leave open whether a call took effect. */
const OPEN = ['unreachable', 'server', 'throttled'];
/** There was no answer in time. */
class Silence extends Error {
}
/**
 * Fences what was left, once users are served elsewhere. The only thing a failover asks of a region that it left: what
 * does not answer is recorded as unknown, and nothing of it makes the failover fail.
 */
async function runFence(steps, { clock, signal }) {
    const startedAt = clock.now();
    const call = async (work) => {
        signal.throwIfAborted();
        const left = startedAt + FENCE_MS - clock.now();
        if (left <= 0)
            throw new Silence(`not tried: ${FENCE_MS / 1000} s were over`);
        const ms = Math.min(CALL_MS, left);
        const answer = await (0,failover_patience/* patienceOf */.H)(clock, ms)(work().then((value) => ({ value })));
        if (answer === undefined)
            throw new Silence(`no answer in ${ms / 1000} s`);
        return answer.value;
    };
    const results = [];
    const waiting = steps.entries();
    const work = async () => {
        for (const [index, step] of waiting) {
            const ms = Math.max(0, startedAt + FENCE_MS - clock.now());
            results[index] = (await (0,failover_patience/* patienceOf */.H)(clock, ms)(applied(step, call))) ?? late(step);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { startedAt, endedAt: clock.now(), steps: results };
}
async function applied({ target, what, apply }, call) {
    try {
        await apply(call);
        return { target, what, result: 'done' };
    }
    catch (error) {
        return { target, what, result: isOpen(error) ? 'unknown' : 'refused', detail: (0,errors/* errorText */.kc)(error) };
    }
}
/** What waits between its calls is not waited for either. */
function late({ target, what }) {
    return { target, what, result: 'unknown', detail: `not done in ${FENCE_MS / 1000} s` };
}
/** Whether it may have been done all the same, or could be done by who tries again. */
function isOpen(error) {
    if (error instanceof ports/* AwsError */.G)
        return OPEN.includes(error.kind);
    return !(error instanceof errors/* UserError */.yo) || (error.cause !== undefined && isOpen(error.cause));
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/failover/fence-record.ts

const NO_FENCE = { version: 1, functions: {} };
/** Where it lies. */
function fenceKey({ application, name }) {
    return `sam-multi-region/fence/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
/** Undefined for what is damaged or of a later version. */
function parseFence(text) {
    const value = (0,json/* jsonObject */.o)((0,json/* parseJson */.q)(text));
    const functions = (0,json/* jsonObject */.o)(value?.['functions']);
    if (value?.['version'] !== 1 || functions === undefined)
        return undefined;
    if (!Object.values(functions).every((before) => before === null || isCount(before)))
        return undefined;
    return { version: 1, functions: functions };
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

;// CONCATENATED MODULE: ./src/failover/fence-functions.ts


/**
 * Reserved concurrency 0: the functions take no calls, whoever makes them, until the record is used to give back what
 * they had. Reversible and out of the way of the stack, whose template still says what it said.
 */
function functionSteps(names, fenced) {
    const { target, functions } = fenced;
    let noted;
    return names.map((name) => ({
        target,
        what: `the function ${name} takes no calls`,
        async apply(call) {
            // What all of them had is written down in one object before the first is stopped.
            noted ??= noteBefore(names, fenced, call);
            const found = (await noted).get(name);
            if (found instanceof Error)
                throw found;
            if (found === 'open')
                await call(() => functions.reserve(name, 0));
        },
    }));
}
async function noteBefore(names, { functions, storage, bucket, key }, call) {
    const stored = await call(() => storage.getText(bucket, key));
    const known = stored === undefined ? NO_FENCE : (parseFence(stored.text) ?? NO_FENCE);
    const before = { ...known.functions };
    const found = await Promise.all(names.map(async (name) => {
        try {
            const reserved = await call(() => functions.reserved(name));
            // Stopped already: by an earlier fence, whose note stays, or by somebody who wants it so.
            if (reserved === 0)
                return [name, 'stopped'];
            before[name] = reserved ?? null;
            return [name, 'open'];
        }
        catch (error) {
            return [name, error instanceof Error ? error : new Error(String(error))];
        }
    }));
    const record = { version: 1, functions: before };
    if (found.some(([, state]) => state === 'open'))
        await call(() => storage.putText(bucket, key, `${JSON.stringify(record)}\n`));
    return new Map(found);
}
/**
 * Gives the functions of a target back what they had before they were fenced. One that takes calls was given back by
 * somebody else, and is left as it is. Any number of times.
 * @returns what could not be given back
 */
async function liftFence({ target, functions, storage, bucket, key }, text) {
    const record = text === undefined ? NO_FENCE : parseFence(text);
    if (record === undefined) {
        throw new errors/* UserError */.yo('fence-damaged', `s3://${bucket}/${key} does not tell what was fenced in ${target}`, {
            fix: ['Look at the reserved concurrency of its functions, and delete the object.'],
        });
    }
    const fenced = Object.entries(record.functions);
    if (fenced.length === 0)
        return [];
    const left = await Promise.all(fenced.map(async ([name, before]) => {
        try {
            if ((await functions.reserved(name)) === 0)
                await functions.reserve(name, before ?? undefined);
            return [];
        }
        catch (error) {
            return [[name, before, `the function ${name} in ${target} may take no calls: ${(0,errors/* errorText */.kc)(error)}`]];
        }
    }));
    const stay = Object.fromEntries(left.flat().map(([name, before]) => [name, before]));
    await storage.putText(bucket, key, `${JSON.stringify({ version: 1, functions: stay })}\n`);
    return left.flat().map(([, , said]) => said);
}

// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/commands/switch-consumer.ts
var switch_consumer = __webpack_require__(74545);
;// CONCATENATED MODULE: ./src/commands/failover/stop-consumer.ts

/** Stops one consumer of a target that was left, each call on its own: what is not answered ends it. */
async function stopConsumer(consumer, { mappings, rules, schedules }, call, patience) {
    const asked = {
        mappings: {
            state: (id) => call(() => mappings.state(id)),
            enable: (id, enabled) => call(() => mappings.enable(id, enabled)),
        },
        rules: { enable: (rule, enabled) => call(() => rules.enable(rule, enabled)) },
        schedules: { enable: (schedule, enabled) => call(() => schedules.enable(schedule, enabled)) },
    };
    await (0,switch_consumer/* switchConsumer */.r)(consumer, false, asked, patience);
}

// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/fencing.ts









/**
 * Fences targets that traffic has left. It has connections and a ledger of its own, and may call nothing but the regions
 * of these targets.
 * @param kept which targets are active, as the others keep it
 * @param only they are told that, and nothing is stopped
 */
async function fence(plan, names, kept, context, only) {
    const left = plan.targets.filter(({ name }) => names.includes(name));
    const aws = context.aws.apart({ connectMs: CALL_MS, idleMs: CALL_MS });
    aws.restrictContacts((0,contact_rules/* fenceRule */.s1)(new Set(left.map(({ region }) => region))));
    try {
        const what = only === 'told' ? { application: plan.application, environment: plan.environment } : plan;
        const steps = left.flatMap((target) => stepsOf(what, target, kept, aws, context));
        return { ...(await runFence(steps, context)), ledger: aws.ledger };
    }
    finally {
        // What was not waited for any more is not tried again.
        aws.restrictContacts(() => 'fencing is over');
        aws.close();
    }
}
function stepsOf(plan, planned, kept, aws, context) {
    const { name: target, bucket } = planned;
    const session = aws.session((0,survivors/* targetOf */.$r)(planned));
    const { storage, functions } = session;
    const key = (0,active_state_document/* activeStateKey */.XY)({ application: plan.application, name: plan.environment });
    const state = (newest, place) => ({
        target,
        what: 'its region knows that it is not active',
        async apply(call) {
            const stored = await call(() => storage.getText(place, key));
            const known = (0,active_state_document/* newestState */.Qp)([stored && (0,active_state_document/* parseActiveState */.vE)(stored.text, target)]);
            if (known.serial >= newest.serial)
                return;
            const condition = stored === undefined ? { ifAbsent: true } : { ifMatch: stored.etag };
            await call(() => storage.putText(place, key, JSON.stringify(newest), condition));
        },
    });
    const consumers = (plan.consumers?.targets[target] ?? []).map((consumer) => {
        const { resource, id } = consumer;
        const what = `the consumer ${resource} (${id}) is stopped`;
        return { target, what, apply: (call) => stopConsumer(consumer, session, call, context) };
    });
    // What functions had is noted in the bucket: without one they are not stopped.
    if (bucket === undefined)
        return consumers;
    const stopped = functionSteps(plan.fence?.functions[target] ?? [], {
        target,
        functions,
        storage,
        bucket,
        key: keyOf(plan),
    });
    return [...(kept === undefined ? [] : [state(kept, bucket)]), ...consumers, ...stopped];
}
const keyOf = ({ application, environment }) => fenceKey({ application, name: environment });
/**
 * Asks who is known to take over at once, so that nothing is waited for when traffic is moved, and nobody else before it
 * is needed.
 */
function openFences(plan, takers, context) {
    const patience = (0,failover_patience/* patienceOf */.H)(context.clock, CALL_MS);
    const asked = new Map();
    const ask = (name) => {
        if (asked.has(name))
            return asked.get(name);
        const planned = (0,survivors/* plannedTarget */.Uh)(plan, name);
        const { bucket } = planned;
        const found = bucket === undefined ? undefined : askFence(planned, bucket);
        asked.set(name, found);
        return found;
    };
    const askFence = (planned, bucket) => {
        const { storage, functions } = context.aws.session((0,survivors/* targetOf */.$r)(planned));
        const fenced = { target: planned.name, functions, storage, bucket, key: keyOf(plan) };
        const stored = storage.getText(bucket, fenced.key);
        stored.catch(() => undefined);
        return { fenced, stored };
    };
    for (const name of takers)
        ask(name);
    const stopped = async (name) => {
        const stored = await ask(name)?.stored;
        return Object.keys((stored && parseFence(stored.text))?.functions ?? {});
    };
    return {
        stopped,
        async ready(ready, names) {
            try {
                return await ready();
            }
            catch (error) {
                const known = await Promise.all(names.map((name) => patience(stopped(name)).catch(() => undefined)));
                const fenced = names.filter((_, index) => (known[index]?.length ?? 0) > 0);
                if (fenced.length === 0)
                    throw error;
                return [`${(0,errors/* errorText */.kc)(error)}. It is fenced, and takes calls again before traffic comes`];
            }
        },
        async lift(lifted) {
            const said = await Promise.all(lifted.map(async (target) => {
                const found = ask(target);
                if (found === undefined)
                    return [];
                const work = found.stored.then((stored) => liftFence(found.fenced, stored?.text));
                const late = [`whether ${target} is fenced was not known in ${CALL_MS / 1000} s`];
                try {
                    return (await patience(work)) ?? late;
                }
                catch (error) {
                    return [`whether ${target} is fenced is not known: ${(0,errors/* errorText */.kc)(error)}`];
                }
            }));
            return said.flat();
        },
    };
}


/***/ }),

/***/ 97121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ withTargets)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36677);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23447);


/**
 * The environment with some of its targets only. Waves that somebody wrote lose the others; default waves are made
 * anew, so that also of the remaining targets the first goes alone.
 */
function withTargets(environment, keep) {
    const waves = remainingWaves(environment, keep);
    const kept = ({ phases }) => phases.map((phase) => ({
        ...phase,
        targets: phase.targets.filter(keep),
        instances: phase.instances.filter(({ target }) => keep(target.name)),
    }));
    const phases = environment.defaultWaves ? withWaves(kept(environment), waves) : kept(environment);
    return {
        ...environment,
        targets: environment.targets.filter(({ name }) => keep(name)),
        waves,
        instances: environment.instances.filter(({ target }) => keep(target.name)),
        phases: phases.filter(({ instances }) => instances.length > 0),
    };
}
function remainingWaves({ waves, defaultWaves }, keep) {
    const [first] = waves;
    if (defaultWaves && first !== undefined) {
        return (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .firstThenOthers */ .vT)(waves.flatMap(({ targets }) => targets).filter(keep), first);
    }
    return waves
        .map((wave) => ({ ...wave, targets: wave.targets.filter(keep) }))
        .filter(({ targets }) => targets.length > 0);
}
function withWaves(phases, waves) {
    const old = phases.filter(({ kind }) => kind === 'wave');
    const regional = old.flatMap(({ instances }) => instances);
    // Waves that nobody wrote are all judged alike.
    const { gates = [], bakeMs = 0 } = old[0] ?? {};
    return [
        ...phases.filter(({ kind }) => kind === 'before'),
        ...waves.map((wave) => ({ ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .wavePhase */ .H)(wave, regional), gates, bakeMs })),
        ...phases.filter(({ kind }) => kind === 'after'),
    ];
}


/***/ })

};
