export const id = 294;
export const ids = [294];
export const modules = {

/***/ 20294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bootstrap: () => (/* binding */ bootstrap)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/rollout/plan.ts
var plan = __webpack_require__(45762);
// EXTERNAL MODULE: ./src/rollout/results.ts
var results = __webpack_require__(32527);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
// EXTERNAL MODULE: ./src/commands/deploy/failures.ts
var failures = __webpack_require__(81225);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/tell-start.ts
var tell_start = __webpack_require__(74854);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/preview/any.ts
var any = __webpack_require__(39034);
// EXTERNAL MODULE: ./src/topology/index.ts + 46 modules
var topology = __webpack_require__(86981);
;// CONCATENATED MODULE: ./src/commands/bootstrap/profiles.ts

/**
 * Reads the option `profile` of `bootstrap`: one for all accounts, or `ACCOUNT=PROFILE` for each. An account that it does
 * not name has the one that the configuration gives to its target, if any.
 * @param accounts those of the configuration
 * @throws UserError `profile-malformed`, `profile-twice`, `unknown-account`
 */
function readProfiles(text, accounts) {
    const configured = ({ credentials: { profile } }) => profile === undefined ? undefined : { name: profile, forThisAccount: true };
    if (text === undefined)
        return configured;
    if (!text.includes('='))
        return () => ({ name: text, forThisAccount: false });
    const byAccount = new Map();
    for (const part of text.split(',').map((word) => word.trim())) {
        const [, account, name] = /^(\d{12})=(.+)$/.exec(part) ?? [];
        if (account === undefined || name === undefined) {
            throw new src_errors/* UserError */.yo('profile-malformed', `"${part}" names no profile of an account`, {
                fix: [
                    'Write --profile PROFILE, or --profile ACCOUNT=PROFILE,ACCOUNT=PROFILE with account ids of twelve digits.',
                ],
            });
        }
        if (byAccount.has(account)) {
            throw new src_errors/* UserError */.yo('profile-twice', `--profile names two profiles of the account ${account}`, {
                fix: ['Leave one of them out.'],
            });
        }
        refuseUnknown(account, accounts);
        byAccount.set(account, name);
    }
    return (target) => {
        const name = byAccount.get(target.account ?? '');
        return name === undefined ? configured(target) : { name, forThisAccount: true };
    };
}
/** @throws UserError `unknown-account` */
function refuseUnknown(account, accounts) {
    if (accounts.includes(account))
        return;
    throw new src_errors/* UserError */.yo('unknown-account', `${account} is no account of the configuration`, {
        fix: [`Its accounts are ${accounts.join(', ')}.`],
    });
}
/**
 * Asks AWS for the account of every profile that was named for one.
 * @throws UserErrors `profiles-refused` when one gives no credentials, or those of another account
 */
async function proveProfiles(places, context) {
    const named = places.filter(({ profile }) => profile?.forThisAccount);
    const results = await Promise.allSettled(named.map(({ target }) => context.aws.session(target).account()));
    const errors = results.flatMap((result, index) => result.status === 'rejected' ? [refusal(result.reason, named[index]?.profile?.name ?? '')] : []);
    if (errors.length === 0)
        return;
    const what = `${errors.length} of ${named.length} profiles cannot be used; nothing was changed in any account`;
    throw new src_errors/* UserErrors */.tQ('profiles-refused', what, errors);
}
function refusal(error, profile) {
    const fix = error instanceof src_errors/* UserError */.yo && error.code !== 'wrong-account' ? error.fix : [];
    const text = (0,src_errors/* errorText */.kc)(error);
    return new src_errors/* UserError */.yo('profile-refused', text.includes(profile) ? text : `The profile "${profile}": ${text}`, {
        fix: [...fix, 'Name the profile of each account: --profile ACCOUNT=PROFILE,ACCOUNT=PROFILE.'],
        cause: error,
    });
}

;// CONCATENATED MODULE: ./src/commands/bootstrap/accounts.ts





const DEFAULT_FILE = 'multi-region.yml';
/**
 * The accounts of a configuration, each with the region of its first target there.
 * @throws UserError what is wrong with the configuration, `config-missing`, `unknown-account`, and what
 * {@link readProfiles} throws
 */
async function findAccounts(options, context) {
    const file = options.config ?? DEFAULT_FILE;
    const request = { directory: context.cwd, readFile: context.readFile, file, requireTemplates: false };
    const names = options.environment === undefined ? await (0,topology/* listEnvironments */.DO)(request) : [options.environment];
    const environments = await Promise.all(names.map((environment) => (0,topology/* loadEnvironment */.Ye)({ ...request, environment })));
    environments.push(...(await previewOf(request)));
    const firsts = new Map();
    for (const { instances } of environments)
        for (const { target } of instances)
            if (!firsts.has(target.account))
                firsts.set(target.account, target);
    const accounts = [...firsts.keys()].filter((account) => account !== undefined);
    const profileOf = readProfiles(options.profile, accounts);
    for (const account of options.accounts ?? [])
        refuseUnknown(account, accounts);
    const places = [...firsts].map(([account, target]) => {
        const profile = profileOf(target);
        return { account, target: reachable(target, profile, options), ...(profile !== undefined && { profile }) };
    });
    return {
        application: environments[0]?.application ?? '',
        environments: names,
        places: places.filter(({ account }) => options.accounts?.includes(account ?? '') ?? true),
    };
}
/** Previews may have accounts of their own. */
async function previewOf(request) {
    try {
        return [await (0,topology/* loadEnvironment */.Ye)({ ...request, preview: any/* ANY_PREVIEW */.c })];
    }
    catch (error) {
        if (error instanceof src_errors/* UserError */.yo && error.code === 'no-preview')
            return [];
        throw error;
    }
}
/** With the credentials of the person who runs it: the role of the configuration is what is to be made. */
function reachable(target, profile, options) {
    const { 'role-to-assume': role } = options;
    return {
        ...target,
        name: target.account ?? 'this account',
        credentials: {
            source: profile === undefined ? 'auto' : 'profile',
            ...(profile !== undefined && { profile: profile.name }),
            ...(role !== undefined && { role }),
        },
    };
}
/** Content of the template, with its path as the user wrote it. */
function readBootstrap(options, context) {
    const path = options['bootstrap-template'] ?? 'bootstrap.yaml';
    const text = context.readFile((0,external_node_path_.join)(context.cwd, path));
    if (text !== undefined)
        return { path, text };
    throw new src_errors/* UserError */.yo('bootstrap-missing', `there is no ${path}`, {
        fix: [
            'Run `sam-multi-region init` first: it writes one for the configuration. Or name it with bootstrap-template.',
        ],
    });
}

;// CONCATENATED MODULE: ./src/commands/bootstrap/shell-command.ts
/** The command of the AWS CLI that does the same in one account. */
function shellCommand({ target, profile }, { stackName, path, parameters }) {
    const overrides = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    const words = [
        ...['aws', 'cloudformation', 'deploy', '--region', target.region, '--stack-name', stackName],
        ...['--template-file', path, '--capabilities', 'CAPABILITY_NAMED_IAM', '--no-fail-on-empty-changeset'],
        ...(profile?.forThisAccount ? ['--profile', profile.name] : []),
        ...(overrides.length === 0 ? [] : ['--parameter-overrides', ...overrides]),
    ];
    return words.map(quoted).join(' ');
}
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
;// CONCATENATED MODULE: ./src/commands/bootstrap/template-fits.ts


/** CloudFormation quotas: bytes of a template that is handed over as text. There is no bucket yet to put a larger one into. */
const LONGEST = 51_200;
/** @throws UserError `bootstrap-too-large` */
function refuseTooLarge(text, path) {
    const bytes = Buffer.byteLength(text);
    if (bytes <= LONGEST)
        return;
    throw new src_errors/* UserError */.yo('bootstrap-too-large', `${path} has ${bytes} bytes; CloudFormation takes ${LONGEST} at most`, {
        fix: [
            'Give groups of environments configurations of their own, each with a bootstrap template.',
            `Or put it there with a bucket of yours: aws cloudformation deploy --s3-bucket BUCKET --template-file ${path} …`,
        ],
    });
}
/**
 * Accounts of the configuration that a template was not made for: it names those that get a deploy role, and none of these.
 */
function withoutDeployRole(places, { data, text }) {
    const roles = Object.entries((0,plain_data/* asMap */.$H)(data['Resources'])).filter(([id]) => id.startsWith('DeployRole'));
    const anywhere = roles.some(([, role]) => (0,plain_data/* asMap */.$H)(role)['Condition'] === undefined);
    if (roles.length === 0 || anywhere)
        return [];
    return places.flatMap(({ account }) => (account === undefined || text.includes(`"${account}"`) ? [] : [account]));
}

// EXTERNAL MODULE: ./src/origin.ts
var origin = __webpack_require__(52837);
// EXTERNAL MODULE: ./src/template/stateful.ts
var stateful = __webpack_require__(93420);
;// CONCATENATED MODULE: ./src/commands/bootstrap/work.ts




const TIMEOUT_MS = 30 * 60_000;
const PROVIDER = 'token.actions.githubusercontent.com';
/** The parameter of the template that names a provider which is there already. */
const PROVIDER_PARAMETER = 'OidcProviderArn';
/** The bootstrap stack of an account, as plans and results speak of stacks. */
function instanceOf({ target }, stackName) {
    const stack = { key: 'bootstrap', template: '', stackName, scope: 'regional', needs: [] };
    return { id: `bootstrap@${target.name}`, stack, target, settings: SETTINGS };
}
const SETTINGS = {
    parameters: {},
    tags: {},
    capabilities: ['CAPABILITY_NAMED_IAM'],
    missingParameters: 'keep',
    notificationArns: [],
    disableRollback: false,
    revertDrift: false,
    timeoutMs: TIMEOUT_MS,
};
function requestOf(instance, template, parameters, { origin }) {
    const { id, stack, settings } = instance;
    return {
        ...settings,
        instance: id,
        stackName: stack.stackName,
        template: { body: template.text },
        declaredParameters: template.parameters,
        parameters,
        hasNestedStacks: false,
        runId: origin.runId,
        description: 'bootstrap',
    };
}
function portsOf(instance, session, template, context) {
    const { clock, report, signal } = context;
    return {
        cloudformation: session.cloudformation,
        codeDeploy: session.codeDeploy,
        clock,
        report,
        signal,
        // Nobody else makes this stack: there is no lease to lose.
        beforeWrite: async () => { },
        isDeadRun: (runId) => (0,origin/* isDeadRun */.M)(runId, context.origin, context.processGone),
        locate: template.locate,
        target: instance.target.name,
        isStateful: stateful/* isStateful */.V,
    };
}
/**
 * The parameters for one account: the provider for GitHub that it has already is used, unless this stack made it. What a
 * stack was given once it keeps.
 */
async function parametersFor(session, template, { stackName, parameters }, context) {
    const stack = await session.cloudformation.describeStack(stackName);
    if (stack !== undefined && !UNMADE.has(stack.status)) {
        tellKept(stack.parameters, parameters, template, session.target, context);
        return parameters;
    }
    const wanted = template.parameters.some(({ name }) => name === PROVIDER_PARAMETER);
    if (!wanted || parameters[PROVIDER_PARAMETER] !== undefined)
        return parameters;
    const arn = `arn:${session.partition}:iam::${await session.account()}:oidc-provider/${PROVIDER}`;
    try {
        return (await session.hasIdentityProvider(arn)) ? { ...parameters, [PROVIDER_PARAMETER]: arn } : parameters;
    }
    catch (error) {
        const text = `whether the account has a provider for GitHub could not be asked (${(0,src_errors/* errorText */.kc)(error)}): if creating it fails, give --parameters ${PROVIDER_PARAMETER}=${arn}`;
        context.report({ type: 'note', level: 'warning', target: session.target, text });
        return parameters;
    }
}
/** A stack keeps its parameters, as with `aws cloudformation deploy`: where the template says something else by now, that is told. */
function tellKept(deployed, given, { data }, target, { report }) {
    for (const [name, declared] of Object.entries((0,plain_data/* asMap */.$H)(data['Parameters']))) {
        const { [name]: value } = deployed;
        const standard = (0,plain_data/* asMap */.$H)(declared)['Default'];
        if (name === PROVIDER_PARAMETER || value === undefined || name in given || standard === undefined)
            continue;
        if (value === String(standard))
            continue;
        const text = `${name} stays ${value || 'empty'}; --parameters ${name}=${standard} makes it what the template says`;
        report({ type: 'note', level: 'warning', target, text });
    }
}
/** Nothing of the stack is there yet, or any more. */
const UNMADE = new Set([
    'REVIEW_IN_PROGRESS',
    'ROLLBACK_COMPLETE',
    'ROLLBACK_FAILED',
    'CREATE_FAILED',
    'DELETE_COMPLETE',
]);

;// CONCATENATED MODULE: ./src/commands/bootstrap/bootstrap.ts













const PHASE = { name: 'bootstrap' };
/**
 * Puts the bootstrap template into every account of the configuration that the credentials reach, after showing what
 * that changes; for the others it tells the command. A second time it changes nothing.
 */
const bootstrap = async (options, context) => {
    const startedAt = context.clock.now();
    const { path, text } = readBootstrap(options, context);
    const template = (0,parse.parseTemplate)(text, path);
    refuseTooLarge(text, path);
    const { application, environments, places } = await findAccounts(options, context);
    const named = { application, name: environments.join(', ') };
    const stack = {
        stackName: options['stack-name'] ?? `${application}-bootstrap`,
        path,
        parameters: options.parameters?.values ?? {},
    };
    if (options['print-commands']) {
        for (const place of places)
            context.report({ type: 'note', level: 'info', text: lineOf(place, stack) });
        return (0,result/* runResult */.X)(named, { command: 'bootstrap', startedAt, instances: [], status: 'planned' }, context);
    }
    const targets = places.map(({ target }) => target);
    (0,tell_start/* tellStart */.s)('bootstrap', { ...named, targets }, options['dry-run'] === true, context);
    for (const account of withoutDeployRole(places, template)) {
        const says = `${path} has no deploy role for ${account}: run init again, it shows what the template lacks`;
        context.report({ type: 'note', level: 'warning', text: says });
    }
    await proveProfiles(places, context);
    const works = await Promise.all(places.map((place) => prepare(place, stack, template, context)));
    const plan = planOf(works, named.name);
    context.report({ type: 'plan.ready', plan });
    const execute = await decide(works, options, template, context);
    const instances = await Promise.all(works.map((work) => finish(work, { execute, stack, template }, context)));
    return (0,result/* runResult */.X)(named, { command: 'bootstrap', startedAt, instances, plan, planned: !execute }, context);
};
function lineOf(place, stack) {
    return `with credentials of ${place.target.name}: ${shellCommand(place, stack)}`;
}
async function prepare(place, stack, template, context) {
    const instance = instanceOf(place, stack.stackName);
    const session = context.aws.session(place.target);
    const base = { place, instance, session, parameters: stack.parameters };
    try {
        await session.account();
        const parameters = await parametersFor(session, template, stack, context);
        const request = requestOf(instance, template, parameters, context);
        const preparation = await (0,src_stack/* prepareStack */.eK)(request, portsOf(instance, session, template, context));
        return { ...base, parameters, preparation };
    }
    catch (error) {
        const failed = (0,failures/* failedPreparation */.V)(error, context.signal);
        const fix = [...failed.fix, `Or in a shell ${lineOf(place, stack)}`];
        return { ...base, preparation: { ...failed, fix } };
    }
}
function planOf(works, environment) {
    return {
        environment,
        release: 'bootstrap',
        phases: [{ ...PHASE, targets: works.map(({ instance }) => instance.target.name) }],
        instances: works.map(({ instance, preparation }) => (0,plan/* describePlan */.d)({ instance, phase: PHASE.name, inputs: { kind: 'waiting', for: [] }, preparation }, { switchesAtOnce: [] })),
    };
}
/** @returns whether the change sets are executed; where they are not, they are deleted */
async function decide(works, options, template, context) {
    const changing = works.filter(({ preparation }) => preparation.kind === 'change-set');
    if (changing.length === 0)
        return options['dry-run'] !== true;
    const discard = () => Promise.all(changing.map(({ instance, session, parameters, preparation }) => (0,src_stack/* discardPreparation */.ap)(requestOf(instance, template, parameters, context), preparation, portsOf(instance, session, template, context))));
    if (options['dry-run']) {
        await discard();
        return false;
    }
    const accounts = changing.map(({ place }) => place.target.name).join(', ');
    try {
        if (await context.confirm(`Make these roles in ${accounts}?`))
            return true;
        throw new src_errors/* UserError */.yo('declined', 'nothing was changed', { fix: ['Answer y, or add --yes.'] });
    }
    catch (error) {
        await discard();
        throw error;
    }
}
async function finish({ instance, session, parameters, preparation }, { execute, template }, context) {
    const outcome = async () => {
        if (preparation.kind === 'failed')
            return { ...preparation, outputs: {} };
        if (preparation.kind === 'no-change')
            return { state: 'no-change', failures: [], fix: [], outputs: preparation.outputs };
        if (preparation.kind !== 'change-set' || !execute)
            return (0,results/* notTried */.QI)('skipped', 'planned only');
        const request = requestOf(instance, template, parameters, context);
        try {
            return await (0,src_stack/* executeStack */._c)(request, preparation, portsOf(instance, session, template, context));
        }
        catch (error) {
            return (0,failures/* failedOutcome */.i)(error, context.signal);
        }
    };
    const result = (0,results/* instanceResult */.Rr)(instance, PHASE, await outcome(), { preparation });
    context.report({ type: 'instance.finished', result });
    return result;
}


/***/ }),

/***/ 81225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failedPreparation),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_failed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47547);


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

/***/ 39034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ANY_PREVIEW)
/* harmony export */ });
/** Stands for the preview of any pull request, where its number does not matter: where previews go, what they may do. */
const ANY_PREVIEW = { number: 1, stackName: (key) => key, tags: () => ({}) };


/***/ }),

/***/ 71606:
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

/***/ 60859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ discardPlans)
/* harmony export */ });
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44319);

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

/***/ 45762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planInstances),
/* harmony export */   d: () => (/* binding */ describePlan)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71606);
/* harmony import */ var _discard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60859);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44319);



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
        ...(details.inRegion !== undefined && { inRegion: details.inRegion }),
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
                ...(preparation.parameters !== undefined && { parameters: preparation.parameters }),
                changeSetId: preparation.changeSetId,
                notes: [...ofInputs, ...preparation.notes],
            };
    }
}


/***/ }),

/***/ 44319:
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

/***/ 32527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Rr: () => (/* binding */ instanceResult),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71606);

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

/***/ 93420:
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
