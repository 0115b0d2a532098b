export const id = 4489;
export const ids = [4489];
export const modules = {

/***/ 98268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanup: () => (/* binding */ cleanup)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/preview/decide.ts
/**
 * Whether a stack that carries the tags of this repository may go: when its pull request is closed, or when its time is
 * over. What is not certain stays.
 * @param why what GitHub answered where the state is unknown
 * @param now milliseconds since the epoch
 * @param only the application whose previews these may be; absent: any
 */
function decide(owner, state, why, now, only) {
    if (owner.kind === 'unclear')
        return keep(owner.reason);
    const { number, expiresAt, application } = owner;
    // Its deletion is for the role of that application.
    if (only !== undefined && only !== application)
        return keep(`it belongs to ${application}: clean up there`);
    if (state === 'closed')
        return { decision: 'delete', reason: `pull request ${number} is closed` };
    const said = state === 'open'
        ? `pull request ${number} is open`
        : `whether pull request ${number} is closed is not known: ${why}`;
    if (expiresAt === undefined)
        return keep(`${said}; its tags do not say when it expires`);
    const day = new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ');
    if (expiresAt <= now)
        return { decision: 'delete', reason: `it expired on ${day} UTC; ${said}` };
    return keep(`${said}; it expires on ${day} UTC`);
}
function keep(reason) {
    return { decision: 'keep', reason };
}

// EXTERNAL MODULE: ./src/preview/repository.ts
var preview_repository = __webpack_require__(55217);
// EXTERNAL MODULE: ./src/commands/preview/request.ts + 2 modules
var request = __webpack_require__(97682);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/tell-start.ts
var tell_start = __webpack_require__(74854);
// EXTERNAL MODULE: ./src/preview/announce.ts + 1 modules
var announce = __webpack_require__(80882);
// EXTERNAL MODULE: ./src/topology/preview.ts
var preview = __webpack_require__(38589);
// EXTERNAL MODULE: ./src/commands/preview/log-url.ts
var log_url = __webpack_require__(36063);
// EXTERNAL MODULE: ./src/commands/preview/remove-stacks.ts + 2 modules
var remove_stacks = __webpack_require__(62405);
;// CONCATENATED MODULE: ./src/commands/cleanup/delete-found.ts





/** Deletes what was found, a preview after the other, and says so on its pull request. */
async function deleteFound(leaving, environment, gitHub, options, context) {
    const results = [];
    for (const found of Map.groupBy(leaving, ({ owner }) => JSON.stringify(ownOf(owner))).values()) {
        const [first] = found;
        if (first === undefined)
            continue;
        const { number, application } = ownOf(first.owner);
        const instances = found.map((item) => instanceOf(item, environment));
        const own = await (0,remove_stacks/* removePreviewStacks */.K)({
            command: 'cleanup',
            leaving: instances,
            environment: previewOf(instances, application, number, environment),
            // It may have been deployed again since it was found, or be another stack by now.
            whyNot: (stack) => found.some((item) => item.stack.stackId === stack.stackId && same(item.stack.tags, stack.tags))
                ? undefined
                : `stack ${stack.stackName} is not what it was when it was found`,
        }, options, context);
        results.push(...own);
        const announcer = (0,announce/* createAnnouncer */.S)({ number, application, ...(0,log_url/* logUrlOf */.Z)(context) }, { gitHub, report: context.report });
        await announcer.deleted(own);
    }
    return results;
}
function ownOf(owner) {
    if (owner.kind !== 'own')
        throw new errors/* InternalError */.Gd('a stack whose owner is not clear is deleted');
    return { number: owner.number, application: owner.application };
}
/** A new push gives new tags. */
function same(a, b) {
    const sorted = (tags) => JSON.stringify(Object.entries(tags).sort());
    return sorted(a) === sorted(b);
}
/** As the configuration sets stacks of that target; CloudFormation uses the service role that the stack has. */
function instanceOf({ target, stack }, { instances }) {
    const like = instances.find((instance) => instance.target.name === target.name) ?? instances[0];
    if (like === undefined)
        throw new errors/* InternalError */.Gd('a preview without stacks');
    const { serviceRole: _, ...settings } = like.settings;
    const key = stack.stackName;
    return { id: `${key}@${target.name}`, target, stack: { ...like.stack, key, stackName: key, needs: [] }, settings };
}
/** The environment whose leases a deployment of this preview takes. */
function previewOf(instances, application, number, like) {
    const targets = [...new Map(instances.map(({ target }) => [target.name, target])).values()];
    return {
        ...like,
        application,
        name: (0,preview/* previewEnvironment */._s)(number),
        pullRequest: number,
        targets,
        instances,
        stacks: instances.map(({ stack }) => stack),
        phases: [],
    };
}

// EXTERNAL MODULE: ./src/preview/tags.ts
var tags = __webpack_require__(86159);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
;// CONCATENATED MODULE: ./src/commands/cleanup/find.ts


/**
 * All stacks in these targets that carry the tags of this repository, newest first: what was made later may need what
 * was made earlier. A target that does not answer keeps none of the others waiting.
 */
async function findPreviews(targets, repository, context) {
    const answers = await Promise.all(targets.map((target) => look(target, repository, context)));
    const found = answers.flatMap((answer) => ('found' in answer ? answer.found : []));
    // Two targets may lie in the same account and region, with other roles.
    const places = new Map(found.map((item) => [item.stack.stackId, item]));
    return {
        found: [...places.values()].toSorted((a, b) => (a.stack.createdAt < b.stack.createdAt ? 1 : -1)),
        unseen: answers.flatMap((answer) => ('error' in answer ? [answer] : [])),
    };
}
async function look(target, repository, context) {
    try {
        const session = context.aws.session(target);
        const account = await session.account();
        const stacks = await session.cloudformation.listStacks();
        return {
            found: stacks.flatMap((stack) => {
                const owner = (0,tags/* ownershipOf */.VL)(stack.tags, repository);
                return owner.kind === 'foreign' ? [] : [{ target, account, stack, owner }];
            }),
        };
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (!(0,stack_report/* isRefusal */.v)(error))
            throw error;
        return { target, error };
    }
}
/** The targets of an environment and more regions, which are reached the way its targets are. */
function withRegions({ targets }, regions) {
    const reached = new Map(targets.map((target) => [JSON.stringify([target.account, target.credentials]), target]));
    const more = regions.flatMap((region) => [...reached.values()]
        .filter((like) => !targets.some((one) => one.region === region && one.account === like.account))
        .map((like) => ({
        ...like,
        region,
        name: reached.size === 1 ? region : `${region}-${like.account ?? like.name}`,
    })));
    return [...targets, ...more];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/preview/any.ts
var any = __webpack_require__(39034);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
;// CONCATENATED MODULE: ./src/commands/cleanup/places.ts



/**
 * The targets of `preview:` and the regions of the options; without a configuration the regions alone.
 * @throws UserError what is wrong with the configuration
 */
async function placesOf(options, context) {
    const { regions, ...others } = options;
    const hasFile = options.config !== undefined || context.readFile((0,external_node_path_.join)(context.cwd, 'multi-region.yml')) !== undefined;
    const chosen = await (0,commands_environment/* environmentOf */.p)(
    // Without a file a stack needs a name; nobody looks for that one.
    hasFile ? others : { 'stack-name': 'preview', ...options }, context, { templates: false, preview: any/* ANY_PREVIEW */.c });
    const { environment } = chosen;
    const named = hasFile || options['stack-name'] !== undefined;
    return {
        ...environment,
        moreRegions: hasFile ? (regions ?? []) : [],
        ...(named && { only: environment.application }),
    };
}

;// CONCATENATED MODULE: ./src/commands/cleanup/pull-states.ts

/** Asks GitHub for the state of each pull request once. Where it does not say, the state is unknown: nothing follows from that. */
async function pullStates(numbers, gitHub, why, context) {
    const states = new Map();
    let silent = gitHub === undefined ? why : undefined;
    for (const number of numbers) {
        context.signal.throwIfAborted();
        if (gitHub === undefined || silent !== undefined) {
            states.set(number, { state: 'unknown', why: silent ?? why });
            continue;
        }
        try {
            const pull = await gitHub.pullRequest(number);
            // Where the token may not see pull requests GitHub says that there is none.
            states.set(number, pull === undefined ? { state: 'unknown', why: UNSEEN } : { state: pull.state, why: '' });
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            const reason = (0,errors/* errorText */.kc)(error);
            states.set(number, { state: 'unknown', why: reason });
            // Who gave no answer to one question is not asked a hundred more.
            if (GONE.has(error.code))
                silent = reason;
        }
    }
    return states;
}
const UNSEEN = 'GitHub shows no such pull request to this token';
const GONE = new Set([
    'github-unreachable',
    'github-unavailable',
    'github-token-refused',
    'github-forbidden',
    'github-rate-limited',
]);

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/report/problems.ts
var report_problems = __webpack_require__(53300);
;// CONCATENATED MODULE: ./src/commands/cleanup/unseen.ts


/** A target that could not be looked into, as a result: what is there is not known. */
function unseenResult({ target, error }, { application }) {
    const problems = (0,report_problems/* problemsOf */.G)(error);
    const lost = error instanceof ports/* AwsError */.G && error.kind === 'unreachable';
    return {
        instance: `previews@${target.name}`,
        target: target.name,
        stack: 'previews',
        stackName: application,
        region: target.region,
        ...(target.account !== undefined && { account: target.account }),
        phase: 'find',
        state: lost ? 'unreachable' : 'failed',
        reason: `what previews there are is not known: ${problems.map(({ message }) => message).join('; ')}`,
        failures: [],
        fix: problems.flatMap(({ fix }) => fix),
        outputs: {},
        changes: { add: 0, modify: 0, remove: 0, replace: 0 },
    };
}

;// CONCATENATED MODULE: ./src/commands/cleanup/cleanup.ts











/**
 * Finds previews of this repository whose pull request is closed or which have expired: events that say so get lost.
 * Deletes them only when it is told to.
 */
const cleanup = async (options, context) => {
    const startedAt = context.clock.now();
    const acts = mayAct(options, context);
    const repository = (0,preview_repository/* repositoryOf */._)(options.repository, context.env, context.nameOption);
    const environment = await placesOf(options, context);
    const targets = withRegions(environment, environment.moreRegions);
    (0,tell_start/* tellStart */.s)('cleanup', { ...environment, name: '', targets }, !acts, context);
    const { found, unseen } = await findPreviews(targets, repository, context);
    const { gitHub, why } = await clientOf(options, context);
    const numbers = new Set(found.flatMap(({ owner }) => (owner.kind === 'own' ? [owner.number] : [])));
    const states = await pullStates(numbers, gitHub, why, context);
    const judged = found.map((item) => ({ item, ...judge(item, states, context.clock.now(), environment.only) }));
    const previews = judged.map(({ item, state, ...decision }) => reportOf(item, state, decision));
    context.report({ type: 'previews.found', previews });
    const leaving = judged.flatMap(({ item, decision }) => (decision === 'delete' ? [item] : []));
    const blind = unseen.map((one) => unseenResult(one, environment));
    const deleted = acts && leaving.length > 0 ? await confirmed(leaving, environment, gitHub, options, context) : [];
    const unknown = previews.filter(({ pullRequestState, pullRequest }) => pullRequestState === 'unknown' && pullRequest);
    return cleanupResult({ deleted, blind, previews, acts, unknown: unknown.length, startedAt }, environment, context);
};
async function confirmed(leaving, environment, gitHub, options, context) {
    const names = leaving.map(({ stack, target }) => `${stack.stackName} (${target.name})`).join(', ');
    if (!(await context.confirm(`Delete ${names} with all they hold?`)))
        throw new errors/* UserError */.yo('declined', 'nothing was deleted', { fix: ['Answer y, or add --yes.'] });
    return deleteFound(leaving, environment, gitHub, options, context);
}
function cleanupResult(end, environment, context) {
    const { deleted, blind, previews, startedAt, acts, unknown } = end;
    const instances = [...deleted, ...blind];
    const calm = blind.length === 0 && unknown > 0 && deleted.every(({ state }) => state === 'succeeded');
    const status = calm ? { status: 'inconclusive' } : {};
    return (0,result/* runResult */.X)({ ...environment, name: '' }, { command: 'cleanup', startedAt, instances, previews, planned: !acts, ...status }, context);
}
/** `cleanup` shows what it would do unless it is told to do it. */
function mayAct(options, { nameOption }) {
    const { execute, 'dry-run': dryRun } = options;
    if (execute === true && dryRun === true) {
        throw new errors/* UserError */.yo('execute-and-dry-run', `${nameOption('execute')} and ${nameOption('dry-run')} contradict each other`, {
            fix: ['Leave one of them out.'],
        });
    }
    return execute === true || dryRun === false;
}
/** Without a token nobody tells whether a pull request is closed; what has expired is found all the same. */
async function clientOf(options, context) {
    try {
        return { gitHub: await context.gitHub(options['github-token'], (0,request/* connecting */.j)(options)), why: '' };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        context.report({ type: 'note', level: 'warning', text: [error.message, ...error.fix].join('. ') });
        return { gitHub: undefined, why: (0,errors/* errorText */.kc)(error) };
    }
}
function judge({ owner }, states, now, only) {
    const known = owner.kind === 'own' ? states.get(owner.number) : undefined;
    const { state, why } = known ?? { state: 'unknown', why: '' };
    return { state, ...decide(owner, state, why, now, only) };
}
function reportOf({ target, account, stack, owner }, pullRequestState, decision) {
    const { stackName, status } = stack;
    return {
        target: target.name,
        region: target.region,
        account,
        stackName,
        status,
        ...(owner.kind === 'own' && { pullRequest: owner.number }),
        pullRequestState,
        ...(owner.kind === 'own' &&
            owner.expiresAt !== undefined && { expiresAt: new Date(owner.expiresAt).toISOString() }),
        ...decision,
    };
}


/***/ }),

/***/ 6543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ referencedInstance),
/* harmony export */   r6: () => (/* binding */ referencingTexts),
/* harmony export */   wo: () => (/* binding */ dependencyIds)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);

/** The instance that an output reference means: of the named target, else of the same target, else the only one. */
function referencedInstance(environment, from, reference) {
    const candidates = environment.instances.filter(({ stack }) => stack.key === reference.stack);
    const wanted = reference.target ?? from.target.name;
    return (candidates.find(({ target }) => target.name === wanted) ??
        (reference.target === undefined && candidates.length === 1 ? candidates[0] : undefined));
}
/** Every text of an instance that may hold references. */
function referencingTexts({ settings }) {
    return [...Object.values(settings.parameters).map(({ text }) => text), ...Object.values(settings.tags)];
}
/** Ids of the instances that must be done before this one: those whose outputs it takes, and its `needs`. */
function dependencyIds(environment, instance) {
    const references = referencingTexts(instance)
        .flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)
        .filter((reference) => reference.kind === 'output');
    const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
    return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
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

/***/ 68037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The target of an instance. */
function workOf({ id, target }, targets) {
    const work = targets.get(target.name);
    if (work === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${id} is in no target of this run`);
    return work;
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
