export const id = 3613;
export const ids = [3613,7341];
export const modules = {

/***/ 14869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   u: () => (/* binding */ lookBackOf)
/* harmony export */ });
/* harmony import */ var _gates_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58156);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54246);


/** What is looked back over where there is no bake time. */
const LOOK_BACK_MS = 300_000;
/**
 * Asks every gate of the environment's phases once, whatever its `when` says, and outside of any rollout: outputs are those
 * that the stacks have now.
 * @param release that gates expect where a phase is asked for none of its own
 */
async function askOnce({ environment, release }, asked, context) {
    const phases = environment.phases.map((phase) => ({
        ...phase,
        gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] })),
    }));
    const runner = (0,_gates_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createGateRunner */ .q)({ ...(0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePorts */ .o)(context), environment: { ...environment, phases }, release });
    const rounds = asked.map(({ since, ...more }) => runner.ask({ moment: 'after', outputs: {}, since, bakeSince: since, ...more }, context.signal));
    return (await Promise.all(rounds)).flat();
}
/** How long ago a judgement begins that no rollout began, milliseconds: as long as a bake takes. */
function lookBackOf({ bakeMs }) {
    return bakeMs || LOOK_BACK_MS;
}


/***/ }),

/***/ 79619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refuseUntil),
/* harmony export */   V: () => (/* binding */ refuseForSam)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34131);


/** A schedule is kept to the minute, and needs some time to be seen. Milliseconds. */
const SHORTEST_REVERT_MS = 5 * 60_000;
/** @throws UserError `unknown-phase`, `pause-undecided`, `revert-impossible` */
function refuseUntil(environment, options, context) {
    const { name, phases } = environment;
    const { until, leave } = options;
    const { nameOption } = context;
    const revertAfterMs = options['revert-after'];
    if (until === undefined) {
        if (revertAfterMs === undefined)
            return;
        throw undecided(`${nameOption('revert-after')} is for a rollout that waits`, [
            `Say after which phase, with ${nameOption('until')}.`,
        ]);
    }
    const names = phases.map((phase) => phase.name);
    if (!names.includes(until)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-phase', `${nameOption('until')} names ${until}, which is no phase of ${name}`, {
            fix: [(0,_topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(until, names)],
        });
    }
    const [leaves, reverts] = [
        `leave it with ${nameOption('leave')}`,
        `take its traffic with ${nameOption('revert-after')}`,
    ];
    if (leave === true && revertAfterMs !== undefined) {
        throw undecided('what becomes of what is deployed was said twice', [`Either ${leaves}, or ${reverts}.`]);
    }
    if (revertAfterMs !== undefined)
        refuseRevert(environment, until, revertAfterMs, context);
    if (leave || revertAfterMs !== undefined)
        return;
    throw undecided('nobody said what becomes of what is deployed when the rollout is never promoted', [
        `Either ${leaves}, or ${reverts}; promote, abort and rollback end the pause.`,
    ]);
}
function undecided(message, fix) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('pause-undecided', message, { fix });
}
/** What is known to fail when the rollout pauses is refused before it begins. */
function refuseRevert({ phases, traffic, targets }, until, afterMs, { nameOption }) {
    const impossible = (why, ...fix) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('revert-impossible', `${nameOption('revert-after')} cannot be done: ${why}`, { fix });
    const leaves = `Or leave what is deployed as it is, with ${nameOption('leave')}.`;
    if (afterMs < SHORTEST_REVERT_MS)
        throw impossible('it takes five minutes at least', 'Give a longer time, such as 2h.');
    if (traffic === undefined)
        throw impossible('nothing says how traffic is shared', 'Add `traffic`.', leaves);
    const { driver, weights } = traffic;
    if (driver.driver !== 'route53') {
        throw impossible(`AWS cannot change the weights of ${driver.driver} by a schedule, only those of route53`, leaves);
    }
    if (driver.revertRole === undefined) {
        throw impossible('no role is named that may do it', 'Add traffic.revert-role.', leaves);
    }
    const last = phases.findIndex((phase) => phase.name === until);
    const reached = new Set(phases.slice(0, last + 1).flatMap((phase) => phase.targets));
    const others = targets.filter(({ name }) => !reached.has(name));
    if (others.every(({ name }) => (weights[name] ?? 0) === 0)) {
        throw impossible(`after ${until} no target with traffic is left that has the release before`, leaves);
    }
}
/** The `sam` engine packages the sources in every target: it cannot deploy what was made before. */
function refuseForSam({ engine }, options, { nameOption }) {
    if (engine !== 'sam')
        return;
    for (const name of ['release', 'plan-file', 'plan', 'keep-plan']) {
        if (options[name] === undefined)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not-with-sam', `${nameOption(name)} does not go with the sam engine, which packages the sources in every target`, {
            fix: ['Use the changeset engine, or leave it out.'],
        });
    }
}


/***/ }),

/***/ 57341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployedReleases: () => (/* binding */ deployedReleases)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57508);
/* harmony import */ var _deployed_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58798);
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39435);





/** The release of each target: of the last of its stacks, in the order of the environment, that tells one. */
async function deployedReleases({ application, name, instances }, context) {
    const recorder = (0,_deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecorder */ .T)({ application, environment: name }, context);
    const found = await Promise.all(instances.map(async (instance) => [instance.target.name, await read(instance, recorder, context)]));
    const releases = new Map();
    for (const [target, known] of found) {
        if ('release' in known || !releases.has(target))
            releases.set(target, known);
    }
    return releases;
}
/** What AWS or the credentials say no to is why it is not known. */
async function read(instance, recorder, context) {
    const session = context.aws.session(instance.target);
    try {
        await session.account();
        const [stack, bucket] = await Promise.all([
            session.cloudformation.describeStack(instance.stack.stackName),
            (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, instance.settings, context),
        ]);
        if (stack === undefined)
            return { unknown: `${instance.stack.stackName} is not deployed` };
        return await (0,_deployed_release_js__WEBPACK_IMPORTED_MODULE_3__/* .deployedRelease */ .Q)(instance, stack, { session, bucket }, recorder);
    }
    catch (error) {
        if (!(0,_stack_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isRefusal */ .v)(error))
            throw error;
        return { unknown: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error) };
    }
}


/***/ }),

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

/***/ 54246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ gatePorts)
/* harmony export */ });
/** What gates may use of the outside world. */
function gatePorts({ aws, clock, env, http, spawn }) {
    return { clock, env, http, spawn, session: (target) => aws.session(target) };
}


/***/ }),

/***/ 74854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellStart)
/* harmony export */ });
/** Tells what a run is about, before it changes anything. */
function tellStart(command, { application, name, targets }, dryRun, { report, version }) {
    const names = targets.map((target) => target.name);
    report({ type: 'run.started', command, version, application, environment: name, targets: names, dryRun });
}


/***/ }),

/***/ 63613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _topology_gate_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32017);
/* harmony import */ var _ask_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14869);
/* harmony import */ var _deploy_refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79619);
/* harmony import */ var _deployed_releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57341);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15742);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4493);
/* harmony import */ var _tell_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74854);








/** Asks every gate of the environment once, whatever its `when` says. Changes nothing. */
const verify = async (options, context) => {
    const startedAt = context.clock.now();
    const chosen = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentOf */ .p)(options, context);
    const environment = upTo(chosen.environment, options, context);
    if (options['allow-no-gates'] !== true)
        refuseWithoutGates(environment);
    (0,_tell_start_js__WEBPACK_IMPORTED_MODULE_7__/* .tellStart */ .s)('verify', environment, false, context);
    const releases = await expectedReleases(environment, options, context);
    const [first] = releases.values();
    const asked = environment.phases.flatMap((phase) => {
        const since = startedAt - (options['look-back'] ?? (0,_ask_once_js__WEBPACK_IMPORTED_MODULE_2__/* .lookBackOf */ .u)(phase));
        // In the middle of a rollout targets have different releases, and each must answer with its own.
        const groups = Map.groupBy(phase.targets, (target) => releases.get(target)?.id ?? '');
        return [...groups.values()].map((targets) => {
            const release = releases.get(targets[0] ?? '');
            return { phase: phase.name, targets, since, ...(release !== undefined && { release }) };
        });
    });
    const whole = { ...chosen.whole, phases: environment.phases };
    const gates = await (0,_ask_once_js__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .R)({ environment: whole, release: first ?? { id: '' } }, asked, context);
    for (const verdict of gates)
        context.report({ type: 'gate.verdict', verdict });
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_6__/* .runResult */ .X)(environment, {
        command: 'verify',
        startedAt,
        instances: [],
        gates,
        status: statusOf(gates, context.signal),
        ...(new Set([...releases.values()].map(({ id }) => id)).size === 1 && first !== undefined && { release: first }),
    }, context);
};
function statusOf(gates, signal) {
    if (signal.aborted)
        return 'cancelled';
    if (gates.some(({ verdict }) => verdict === 'fail'))
        return 'failed';
    return gates.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'succeeded';
}
/**
 * The phases up to the one a rollout waits after: later ones have not got the release.
 * @throws UserError `unknown-phase`
 */
function upTo(environment, options, context) {
    const { until } = options;
    (0,_deploy_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseUntil */ .J)(environment, { ...options, leave: true }, context);
    const last = environment.phases.findIndex(({ name }) => name === until);
    return until === undefined ? environment : { ...environment, phases: environment.phases.slice(0, last + 1) };
}
/** @throws UserError `no-gates` */
function refuseWithoutGates({ name, phases }) {
    if (phases.some(({ gates }) => gates.length > 0))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-gates', `${name} has no gates`, {
        fix: ['Add `gates` to the environment in the configuration file, or say that it may have none (allow-no-gates).'],
    });
}
/** A gate that compares with the release, if there is one. */
function askingForRelease({ phases }) {
    return phases.flatMap(({ gates }) => gates).find(({ check }) => (0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_1__/* .namesRelease */ .gH)(check));
}
/**
 * The release that each target must answer with, where any gate asks for it: the one that is named, else the one that its
 * records tell.
 * @throws UserError `release-missing` where neither is known
 */
async function expectedReleases(environment, options, context) {
    const names = environment.targets.map(({ name }) => name);
    const named = options.release;
    if (named !== undefined)
        return new Map(names.map((name) => [name, { id: named }]));
    const asking = askingForRelease(environment);
    if (asking === undefined)
        return new Map();
    const found = await (0,_deployed_releases_js__WEBPACK_IMPORTED_MODULE_4__.deployedReleases)(environment, context);
    const unknown = [...found].flatMap(([target, known]) => ('unknown' in known ? [`${target}: ${known.unknown}`] : []));
    if (unknown.length === 0)
        return new Map([...found].flatMap(([name, known]) => ('release' in known ? [[name, known.release]] : [])));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('release-missing', `the gate ${asking.name} takes the release, and none is named; ${unknown.join('; ')}`, {
        fix: ['Name the release that must be there: it is in the result of the deployment.'],
        ...(asking.location && { location: asking.location }),
    });
}


/***/ }),

/***/ 21435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ loadCheck)
/* harmony export */ });
/** The check of a kind, loaded when a gate of that kind is first asked. */
async function loadCheck({ kind }) {
    // Each check gets the request of its own kind: the kind of the definition chose it.
    switch (kind) {
        case 'http':
            return (await __webpack_require__.e(/* import() */ 8681).then(__webpack_require__.bind(__webpack_require__, 71062))).http;
        case 'alarm':
            return (await __webpack_require__.e(/* import() */ 6863).then(__webpack_require__.bind(__webpack_require__, 96863))).alarm;
        case 'metric':
            return (await __webpack_require__.e(/* import() */ 1498).then(__webpack_require__.bind(__webpack_require__, 71498))).metric;
        case 'command':
            return (await __webpack_require__.e(/* import() */ 3901).then(__webpack_require__.bind(__webpack_require__, 53901))).command;
        case 'lambda':
            return (await __webpack_require__.e(/* import() */ 6137).then(__webpack_require__.bind(__webpack_require__, 16137))).lambda;
        case 'compare':
            return (await __webpack_require__.e(/* import() */ 5615).then(__webpack_require__.bind(__webpack_require__, 95615))).compare;
    }
}


/***/ }),

/***/ 86202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
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


/***/ }),

/***/ 91056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ resolveCheck)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21099);


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencesIn */ .ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveReferences */ .d)(text, (reference) => {
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
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 58156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGateRunner)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21435);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86202);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91056);





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
            const outputs = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .createOutputs */ .l)(environment, request.outputs, options.session);
            const round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
            const asked = due.flatMap((gate) => (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
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
    const resolved = await (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveCheck */ .R)(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .loadCheck */ .V)(resolved.value);
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
    const code = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), evidence: { error: code } };
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
