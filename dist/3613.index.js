export const id = 3613;
export const ids = [3613];
export const modules = {

/***/ 4431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ environmentOf)
});

// UNUSED EXPORTS: restrict

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/aws/credentials/role-arn.ts
var role_arn = __webpack_require__(2820);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/topology/index.ts + 42 modules
var topology = __webpack_require__(3930);
// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(4131);
// EXTERNAL MODULE: ./src/topology/phases.ts
var topology_phases = __webpack_require__(6677);
// EXTERNAL MODULE: ./src/topology/waves.ts
var topology_waves = __webpack_require__(3447);
;// CONCATENATED MODULE: ./src/topology/restrict.ts


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
        return (0,topology_waves/* firstThenOthers */.v)(waves.flatMap(({ targets }) => targets).filter(keep), first);
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
        ...waves.map((wave) => ({ ...(0,topology_phases/* wavePhase */.H)(wave, regional), gates, bakeMs })),
        ...phases.filter(({ kind }) => kind === 'after'),
    ];
}

;// CONCATENATED MODULE: ./src/commands/environment.ts






const DEFAULT_FILE = 'multi-region.yml';
/** How the topology marks a note that needs somebody's eye. */
const WARNING = 'warning: ';
/**
 * The environment that the options mean.
 * @param needs `templates: false`: what is done needs no sources. Default: they are needed unless a release is named
 */
async function environmentOf(options, context, needs = { templates: options.release === undefined }) {
    const file = options.config ?? defaultFile(options, context);
    const environment = await (0,topology/* loadEnvironment */.Ye)({
        directory: context.cwd,
        readFile: context.readFile,
        inline: inlineSettings(options),
        requireTemplates: needs.templates,
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
    context.aws.leaveOut({ targets: excluded, regions: regionsLeftOut(environment, excluded) });
    return { environment: restrict(environment, options), whole: environment, excluded };
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
function restrict(environment, options) {
    const included = options.targets === undefined ? undefined : namedTargets(environment, options.targets, 'targets');
    const excluded = namedTargets(environment, options.without ?? [], 'without');
    if (included === undefined && excluded.size === 0)
        return environment;
    const keep = (name) => (included?.has(name) ?? true) && !excluded.has(name);
    const rest = withTargets(environment, keep);
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

/***/ 4246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ gatePorts)
/* harmony export */ });
/** What gates may use of the outside world. */
function gatePorts({ aws, clock, env, http, spawn }) {
    return { clock, env, http, spawn, session: (target) => aws.session(target) };
}


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runResult)
/* harmony export */ });
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2675);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);
/* harmony import */ var _rollout_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8818);



/** The one result document of a run, from what its instances came to. */
function runResult(environment, details, context) {
    const { instances } = details;
    const status = details.status ?? (details.planned ? plannedStatus(instances) : executedStatus(instances, details.failure));
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
        ...(details.gates !== undefined && details.gates.length > 0 && { gates: details.gates }),
        ...(details.failure !== undefined && { failure: details.failure }),
        ...(details.rollout !== undefined && { rollout: (0,_rollout_report_js__WEBPACK_IMPORTED_MODULE_1__/* .rolloutReport */ .e)(details.rollout) }),
        ...(details.weights !== undefined && { weights: details.weights }),
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
    paused: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok,
    failed: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed,
    inconclusive: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.inconclusive,
    cancelled: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled,
};
function executedStatus(instances, failure) {
    if (failure !== undefined)
        return 'failed';
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(state)))
        return 'failed';
    if (instances.some(({ state }) => state === 'cancelled'))
        return 'cancelled';
    if (instances.some(({ state }) => !(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .Kg)(state)))
        return 'failed';
    return instances.every(({ state }) => state === 'no-change') ? 'no-change' : 'succeeded';
}
function plannedStatus(instances) {
    if (instances.some(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(state)))
        return 'failed';
    return instances.some(({ state }) => state === 'cancelled') ? 'cancelled' : 'planned';
}
function targetsOf(instances) {
    const names = [...new Set(instances.map(({ target }) => target))];
    return Object.fromEntries(names.map((name) => {
        const own = instances.filter(({ target }) => target === name);
        const outputs = Object.fromEntries(own.map(({ stack, outputs }) => [stack, outputs]));
        return [name, { state: (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .worstState */ .Fk)(own.map(({ state }) => state)), region: own[0]?.region ?? '', outputs }];
    }));
}


/***/ }),

/***/ 8818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ rolloutReport)
/* harmony export */ });
/** A kept rollout as people and scripts see it. */
function rolloutReport({ release, course, openedAt, owner, paused, phases, failure, }) {
    const stages = Object.entries(phases).map(([name, { stage }]) => [name, stage]);
    return {
        release,
        course,
        openedAt,
        who: owner.who,
        ...(paused !== undefined && { paused }),
        phases: Object.fromEntries(stages),
        ...(failure !== undefined && { reason: failure.reason }),
    };
}


/***/ }),

/***/ 3613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _gates_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6990);
/* harmony import */ var _topology_gate_references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2017);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1099);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4431);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4246);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4493);







/** What is looked back over where neither the option nor a bake time says. */
const LOOK_BACK_MS = 300_000;
/** Asks every gate of the environment once, whatever its `when` says. Changes nothing. */
const verify = async (options, context) => {
    const startedAt = context.clock.now();
    const chosen = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentOf */ .p)(options, context);
    const environment = allGates(chosen.environment);
    const release = releaseFor(environment, options);
    context.report({
        type: 'run.started',
        command: 'verify',
        version: context.version,
        application: environment.application,
        environment: environment.name,
        targets: environment.targets.map(({ name }) => name),
        dryRun: false,
    });
    const runner = (0,_gates_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .createGateRunner */ .q)({
        ...(0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_6__/* .gatePorts */ .o)(context),
        environment: { ...chosen.whole, phases: environment.phases },
        release,
    });
    const asked = environment.phases.map((phase) => {
        const since = startedAt - (options['look-back'] ?? (phase.bakeMs || LOOK_BACK_MS));
        const { name, targets } = phase;
        const request = { moment: 'after', phase: name, targets, outputs: {}, since, bakeSince: since };
        return runner.ask(request, context.signal);
    });
    const gates = (await Promise.all(asked)).flat();
    for (const verdict of gates)
        context.report({ type: 'gate.verdict', verdict });
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .runResult */ .X)(environment, {
        command: 'verify',
        startedAt,
        instances: [],
        gates,
        status: statusOf(gates, context.signal),
        ...releaseOf(options),
    }, context);
};
function statusOf(gates, signal) {
    if (signal.aborted)
        return 'cancelled';
    if (gates.some(({ verdict }) => verdict === 'fail'))
        return 'failed';
    return gates.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'succeeded';
}
/** @throws UserError `no-gates` */
function allGates(environment) {
    const phases = environment.phases.map((phase) => ({
        ...phase,
        gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] })),
    }));
    if (phases.some(({ gates }) => gates.length > 0))
        return { ...environment, phases };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-gates', `${environment.name} has no gates`, {
        fix: ['Add `gates` to the environment in the configuration file.'],
    });
}
/** @throws UserError `release-missing` where a gate compares with it and nobody said which one it must be. */
function releaseFor({ phases }, options) {
    if (options.release !== undefined)
        return { id: options.release };
    const asking = phases
        .flatMap(({ gates }) => gates)
        .find(({ check }) => [...(0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .E)(check, [])].some(({ text }) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_3__/* .referencesIn */ .ii)(text).some(({ kind }) => kind === 'release' || kind === 'commit')));
    if (asking === undefined)
        return { id: '' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('release-missing', `the gate ${asking.name} takes the release, and none is named`, {
        fix: ['Name the release that must be there: it is in the result of the deployment.'],
        ...(asking.location && { location: asking.location }),
    });
}
const releaseOf = ({ release }) => release === undefined ? {} : { release: { id: release } };


/***/ }),

/***/ 6990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ createGateRunner)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(3677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/gates/kinds.ts
/** The check of a kind, loaded when a gate of that kind is first asked. */
async function loadCheck({ kind }) {
    // Each check gets the request of its own kind: the kind of the definition chose it.
    switch (kind) {
        case 'http':
            return (await __webpack_require__.e(/* import() */ 1062).then(__webpack_require__.bind(__webpack_require__, 1062))).http;
        case 'alarm':
            return (await __webpack_require__.e(/* import() */ 6863).then(__webpack_require__.bind(__webpack_require__, 6863))).alarm;
        case 'metric':
            return (await __webpack_require__.e(/* import() */ 1498).then(__webpack_require__.bind(__webpack_require__, 1498))).metric;
        case 'command':
            return (await __webpack_require__.e(/* import() */ 3901).then(__webpack_require__.bind(__webpack_require__, 3901))).command;
        case 'lambda':
            return (await __webpack_require__.e(/* import() */ 6137).then(__webpack_require__.bind(__webpack_require__, 6137))).lambda;
        case 'compare':
            return (await __webpack_require__.e(/* import() */ 5615).then(__webpack_require__.bind(__webpack_require__, 5615))).compare;
    }
}

;// CONCATENATED MODULE: ./src/gates/outputs.ts
/** Takes what the rollout knows; the rest is read where it is, once a round. */
function createOutputs(environment, known, session) {
    const read = new Map();
    return {
        async of(stack, named, target) {
            const places = environment.instances.filter((instance) => instance.stack.key === stack);
            const wanted = named ?? target.name;
            const place = places.find((instance) => instance.target.name === wanted) ?? (named === undefined ? places[0] : undefined);
            if (place === undefined)
                return undefined;
            const values = known[place.target.name]?.[stack];
            if (values !== undefined)
                return values;
            const found = read.get(place.id) ??
                session(place.target)
                    .cloudformation.describeStack(place.stack.stackName)
                    .then((description) => description?.outputs);
            read.set(place.id, found);
            return found;
        },
    };
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(1099);
;// CONCATENATED MODULE: ./src/gates/resolve.ts


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(references/* referencesIn */.ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,references/* resolveReferences */.d)(text, (reference) => {
            const value = values.get(JSON.stringify(reference));
            return value !== undefined && inExpression ? literal(value) : value;
        });
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            missing.set(source, reference);
        return text;
    };
    const value = mapTexts(check, put);
    if (missing.size === 0)
        return { kind: 'known', value };
    const there = await Promise.all([...missing.values()].map(async (reference) => reference.kind !== 'output' || (await outputs.of(reference.stack, reference.target, target)) !== undefined));
    const deployed = there.includes(true);
    return { kind: 'missing', sources: [...missing.keys()], deployed };
}
/** Escapes what means something in a regular expression with the flag u. */
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Texts under these keys are regular expressions. */
const EXPRESSIONS = new Set(['bodyMatches', 'jsonMatches']);
function mapTexts(value, put, expression = false) {
    if (typeof value === 'string')
        return put(value, expression);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, put, expression));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, put, expression || EXPRESSIONS.has(key))]));
}
function* textsOf(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value))
            yield* textsOf(item);
}
async function valueFor(reference, target, outputs, options) {
    const { environment, release, session, isActive } = options;
    switch (reference.kind) {
        case 'output':
            return (await outputs.of(reference.stack, reference.target, target))?.[reference.output];
        case 'ssm':
            return parameter(reference.name, session(target));
        case 'release':
            return release.id;
        case 'commit':
            return release.commit ?? '';
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        case 'target':
            if (reference.property === 'account')
                return session(target).account();
            if (reference.property === 'active')
                return String((await isActive?.(target.name)) ?? true);
            return target[reference.property];
    }
}
async function parameter(name, session) {
    try {
        return await session.parameter(name);
    }
    catch (error) {
        if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/gates/runner.ts





const DEFAULT_INTERVAL_MS = 30_000;
/** Hundreds of targets are not asked all in one moment: connections, and CloudWatch's limits a second. */
const MOST_AT_ONCE = 64;
/**
 * Runs the gates of an environment. What a gate is configured to take an inconclusive answer for is applied here; what
 * stays inconclusive holds the rollout.
 */
function createGateRunner(options) {
    const { environment, clock } = options;
    const intervals = environment.phases.flatMap(({ gates }) => gates).filter(({ when }) => when.includes('bake'));
    /** Last verdicts of the bake: a gate with a longer interval than the round's is not asked every time. */
    const last = new Map();
    async function askOne(gate, target, request, signal) {
        const key = [request.phase, gate.name, target.name].join('\0');
        const known = last.get(key);
        if (known !== undefined && !isDue(gate, known, request, clock.now()))
            return known;
        const found = settled(gate, await look(gate, target, request, signal, options));
        const verdict = {
            gate: gate.name,
            ...(gate.scope === 'target' && { target: target.name }),
            moment: request.moment,
            ...found,
            at: new Date(clock.now()).toISOString(),
        };
        if (request.moment === 'bake')
            last.set(key, verdict);
        return verdict;
    }
    return {
        intervalMs: Math.min(...(intervals.length > 0 ? intervals.map(({ intervalMs }) => intervalMs) : [DEFAULT_INTERVAL_MS])),
        async ask(request, signal) {
            const phase = environment.phases.find(({ name }) => name === request.phase);
            const due = (phase?.gates ?? []).filter((gate) => isAsked(gate, request));
            const home = environment.targets.find(({ name }) => name === environment.home);
            const judged = environment.targets.filter(({ name }) => request.targets.includes(name));
            const outputs = createOutputs(environment, request.outputs, options.session);
            const round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
            const asked = due.flatMap((gate) => (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 7989));
            const limit = pLimit(MOST_AT_ONCE);
            return Promise.all(asked.map(({ gate, target }) => limit(() => askOne(gate, target, round, signal))));
        },
    };
}
/** After a rollback only what asks a target's own endpoint: the rest judges the release that failed. */
function isAsked({ when, check, scope }, { moment }) {
    return moment === 'return' ? check.kind === 'http' && scope === 'target' : when.includes(moment);
}
/** Every gate at the end of the bake, and before that each one as often as it says. */
function isDue(gate, { at }, request, now) {
    if (request.moment !== 'bake' || now >= (request.bakeSince ?? 0) + request.bakeMs)
        return true;
    return Date.parse(at) + gate.intervalMs <= now;
}
/** One round of one gate; whatever goes wrong is a finding, a cancelled run too. */
async function look(gate, target, request, signal, options) {
    const limit = new AbortController();
    const stop = AbortSignal.any([signal, limit.signal]);
    let progress = '';
    const limited = options.clock.sleep(gate.timeoutMs, stop).then(() => {
        limit.abort();
        return timedOut(gate, progress);
    }, () => cancelled);
    try {
        const note = (text) => {
            progress = text;
        };
        return await Promise.race([judge(gate, target, { request, signal: stop, note }, options), limited]);
    }
    catch (error) {
        if (signal.aborted)
            return cancelled;
        return limit.signal.aborted ? timedOut(gate, progress) : unknown(error);
    }
    finally {
        limit.abort();
    }
}
async function judge(gate, target, { request, ...round }, options) {
    const release = request.release ?? options.release;
    const resolved = await resolveCheck(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await loadCheck(resolved.value);
    const { moment, since, bakeSince = since } = request;
    const { overrideAlarms, environment } = options;
    const about = {
        application: environment.application,
        environment: environment.name,
        release: release.id,
        stacks: environment.stacks.map(({ key }) => key),
    };
    return check({
        ...round,
        check: resolved.value,
        moment,
        target,
        from: bakeSince,
        since,
        outputs: request.outputs,
        targets: environment.targets,
        judged: gate.scope === 'target' ? request.targets.length : 1,
        about,
        ...(overrideAlarms !== undefined && { overrideAlarms }),
    }, options);
}
/** Before the first deployment there is nothing to ask; afterwards an output that is not there is a failure. */
function withoutValue({ sources, deployed }, { moment }) {
    const names = sources.join(', ');
    if (moment === 'before' && !deployed)
        return {
            verdict: 'pass',
            reason: `nothing is deployed there yet: ${names} has no value`,
            evidence: { deployed: false },
        };
    return { verdict: 'fail', reason: `${names} has no value`, evidence: { missing: names } };
}
function timedOut({ timeoutMs }, progress) {
    const reason = `no verdict within ${timeoutMs / 1000} s${progress && `; last: ${progress}`}`;
    return { verdict: 'inconclusive', reason, evidence: { timedOut: true } };
}
const cancelled = { verdict: 'inconclusive', reason: 'the run was cancelled', evidence: { cancelled: true } };
function unknown(error) {
    const code = error instanceof ports/* AwsError */.G || error instanceof errors/* UserError */.yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,errors/* errorText */.kc)(error), evidence: { error: code } };
}
/** What the configuration takes an inconclusive answer for; the answer stays to be seen. */
function settled(gate, found) {
    if (found.verdict !== 'inconclusive' || gate.inconclusive === 'hold')
        return found;
    return {
        verdict: gate.inconclusive,
        reason: `${found.reason} (inconclusive, which counts as ${gate.inconclusive})`,
        evidence: { ...found.evidence, inconclusive: true },
    };
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


/***/ })

};
