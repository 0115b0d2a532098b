export const id = 7452;
export const ids = [7452];
export const modules = {

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

/***/ 26088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inventoryPlace),
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71349);



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
    const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsOf */ .f)(whole, home.name), context);
    return bucket === undefined
        ? undefined
        : { storage: session.storage, bucket, application: whole.application, environment: whole.name };
}


/***/ }),

/***/ 7178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ orphanInstance),
/* harmony export */   O: () => (/* binding */ orphanTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26088);


/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
function orphanTarget({ target, region, account }, whole) {
    const like = whole.targets.find((candidate) => candidate.account === account) ?? (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_1__/* .homeOf */ .l)(whole);
    return { ...like, name: target, region, account };
}
/**
 * A stack that the configuration forgot, with the settings it was deployed with. Where nobody noted them, those of what
 * is most like it, but no service role: that of another account would be wrong, and CloudFormation uses the one that the
 * stack has (API reference, DeleteStack).
 * @throws UserError `no-targets`
 */
function orphanInstance(entry, whole) {
    const key = entry.instance.split('@')[0] ?? entry.instance;
    const target = orphanTarget(entry, whole);
    const like = mostLike(whole, key, target);
    if (like === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-targets', `${whole.name} has no target`);
    const { serviceRole: _, artifactBucket, ...settings } = like.settings;
    const noted = entry.settings ?? (artifactBucket === undefined ? {} : { artifactBucket });
    return {
        id: entry.instance,
        target,
        stack: { ...like.stack, key, stackName: entry.stackName },
        settings: { ...settings, ...noted },
    };
}
/** Of the same stack and account, else of the same account, else of the same stack. */
function mostLike({ instances }, key, { account }) {
    const score = ({ stack, target }) => (target.account === account ? 2 : 0) + (stack.key === key ? 1 : 0);
    return instances.toSorted((a, b) => score(b) - score(a))[0];
}


/***/ }),

/***/ 17031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ removeInOrder),
/* harmony export */   i: () => (/* binding */ refuseStillNeeded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49988);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);



/**
 * A stack is not deleted under those that take its outputs.
 * @param leaving what is to be deleted
 * @throws UserError `still-needed` with who would be left without
 */
function refuseStillNeeded(leaving, whole) {
    const going = new Set(leaving.map(({ id }) => id));
    const staying = whole.instances.filter(({ id }) => !going.has(id));
    const needed = leaving.flatMap((instance) => usersOf(instance, staying, whole).map((user) => ({ instance, user })));
    if (needed.length === 0)
        return;
    const pairs = needed.map(({ instance, user }) => `${user.id} needs ${instance.id}`);
    const targets = [...new Set(needed.map(({ user }) => user.target.name))].sort();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('still-needed', `nothing was removed: ${pairs.join(', ')}`, {
        fix: [`Remove ${targets.join(', ')} as well, or first deploy a configuration that does without.`],
    });
}
/**
 * Removes stacks one after the other in each target and all targets side by side. A stack goes when those that need it
 * are gone, and stays when one of them stays.
 * @param leaving those that need others first
 */
async function removeInOrder(leaving, whole, remove, skip) {
    const started = new Map();
    const lastOf = new Map();
    const removeOne = async (instance) => {
        const before = lastOf.get(instance.target.name);
        const users = usersOf(instance, leaving, whole).flatMap(({ id }) => started.get(id) ?? []);
        await before;
        const left = (await Promise.all(users)).filter(({ state }) => !(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .Kg)(state));
        if (left.length === 0)
            return remove(instance);
        return skip(instance, `${left.map((user) => user.instance).join(', ')} still needs it and was not removed`);
    };
    for (const instance of leaving) {
        const removal = removeOne(instance);
        started.set(instance.id, removal);
        lastOf.set(instance.target.name, removal);
    }
    return Promise.all(started.values());
}
function usersOf({ id }, candidates, whole) {
    return candidates.filter((candidate) => candidate.id !== id && (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .dependencyIds */ .wo)(whole, candidate).includes(id));
}


/***/ }),

/***/ 50230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removeStacks)
/* harmony export */ });
/* harmony import */ var _rollout_results_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32527);
/* harmony import */ var _template_stateful_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93420);
/* harmony import */ var _deploy_failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81225);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55749);
/* harmony import */ var _deploy_work_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68037);
/* harmony import */ var _removal_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17031);






/** Deletes stacks under the leases of their targets, all targets side by side; reports and returns what became of each. */
async function removeStacks({ command, phase, leaving, environment, worked, makesBuckets, remove }, options, context) {
    const lockWaitMs = options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LOCK_WAIT_MS */ .Xn;
    const settings = { command, lockWaitMs, ...(makesBuckets !== undefined && { makesBuckets }) };
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .createTargetWork */ .J2)(worked ?? environment, settings, context);
    const time = (ms) => new Date(ms).toISOString();
    const finish = (instance, outcome, startedAt) => {
        const times = startedAt !== undefined && { startedAt: time(startedAt), endedAt: time(context.clock.now()) };
        const result = (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_5__/* .instanceResult */ .Rr)(instance, { name: phase }, outcome, times || {});
        context.report({ type: 'instance.finished', result });
        return result;
    };
    const removeOne = async (instance) => {
        const work = (0,_deploy_work_of_js__WEBPACK_IMPORTED_MODULE_3__/* .workOf */ .L)(instance, works);
        try {
            await work.session.account();
            return await remove(requestOf(instance, context), portsOf(work, context), work);
        }
        catch (error) {
            return (0,_deploy_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .failedOutcome */ .i)(error, context.signal);
        }
    };
    try {
        return await (0,_removal_order_js__WEBPACK_IMPORTED_MODULE_4__/* .removeInOrder */ .Q)(leaving, environment, async (instance) => {
            const startedAt = context.clock.now();
            return finish(instance, await removeOne(instance), startedAt);
        }, (instance, reason) => finish(instance, (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_5__/* .notTried */ .QI)('skipped', reason)));
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
}
function requestOf({ id, stack, settings }, { origin }) {
    const { serviceRole, express, timeoutMs } = settings;
    return {
        instance: id,
        stackName: stack.stackName,
        timeoutMs,
        runId: origin.runId,
        ...(serviceRole !== undefined && { serviceRole }),
        ...(express && { express: true }),
    };
}
function portsOf({ session, target }, { clock, report, signal }) {
    return { cloudformation: session.cloudformation, clock, report, signal, target: target.name, isStateful: _template_stateful_js__WEBPACK_IMPORTED_MODULE_0__/* .isStateful */ .V };
}


/***/ }),

/***/ 47452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remove: () => (/* binding */ remove)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95330);
/* harmony import */ var _rollout_results_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(32527);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49988);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53860);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15742);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26088);
/* harmony import */ var _orphan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7178);
/* harmony import */ var _removal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50230);
/* harmony import */ var _removal_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17031);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4493);











const PHASE = 'remove';
/** Takes targets out of an environment: they leave its inventory, and with `delete-stacks` their stacks are deleted. */
const remove = async (options, context) => {
    const startedAt = context.clock.now();
    const { targets: names, ...others } = options;
    if (names === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('targets-missing', 'remove needs to be told which targets', {
            fix: ['Name them with targets; status lists them.'],
        });
    }
    const { whole, excluded } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentOf */ .p)(others, context);
    const place = await knownPlace(whole, excluded, context);
    const entries = place === undefined ? [] : await (0,_records_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .zw)(place);
    const leaving = leavingInstances(whole, entries, names);
    if (options['delete-stacks'])
        (0,_removal_order_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseStillNeeded */ .i)(leaving, whole);
    await confirmRemoval(leaving, options, context);
    const results = options['dry-run']
        ? leaving.map((item) => result(item, kept('would be removed')))
        : await removeAll(leaving, whole, options, context);
    const gone = new Set(results.filter(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .isGood */ .Kg)(state)).map(({ instance }) => instance));
    if (place !== undefined && !options['dry-run'])
        await forget(gone, place, context);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_8__/* .runResult */ .X)(whole, { command: 'remove', startedAt, instances: results, planned: options['dry-run'] === true }, context);
};
/** Without the home target nobody knows the orphans, and what is removed stays in the inventory: that is said. */
async function knownPlace(whole, excluded, context) {
    const { name } = (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_4__/* .homeOf */ .l)(whole);
    if (!excluded.has(name))
        return (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_4__/* .inventoryPlace */ .W)(whole, context);
    const text = `the inventory lies in ${name}, which was left out: status will list what is removed now until remove is run again`;
    context.report({ type: 'note', level: 'warning', text });
    return undefined;
}
/** Stacks of the named targets, configured or orphaned; the dependent ones first. */
function leavingInstances(whole, entries, names) {
    const configured = whole.instances.filter(({ target }) => names.includes(target.name));
    const known = new Set(whole.instances.map(({ id }) => id));
    const orphans = entries
        .filter((entry) => names.includes(entry.target) && !known.has(entry.instance))
        .map((entry) => (0,_orphan_js__WEBPACK_IMPORTED_MODULE_5__/* .orphanInstance */ .I)(entry, whole));
    const found = new Set([...configured, ...orphans].map(({ target }) => target.name));
    const missing = names.filter((name) => !found.has(name));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-target', `${missing.join(', ')} is no target of ${whole.name}, and none that it ever had`, { fix: ['status lists them all.'] });
    }
    return [...configured, ...orphans].reverse();
}
async function confirmRemoval(leaving, options, context) {
    if (options['dry-run'])
        return;
    const stacks = leaving.map(({ id, stack }) => `${stack.stackName} (${id})`).join(', ');
    const question = options['delete-stacks']
        ? `Delete ${stacks} with all they hold?`
        : `Take ${stacks} out, and keep the stacks?`;
    if (!(await context.confirm(question)))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('declined', 'nothing was removed', { fix: ['Answer y, or add --yes.'] });
}
async function removeAll(leaving, whole, options, context) {
    if (!options['delete-stacks'])
        return leaving.map((item) => result(item, kept('taken out; the stack is kept')));
    const targets = [...new Map(leaving.map(({ target }) => [target.name, target])).values()];
    return (0,_removal_js__WEBPACK_IMPORTED_MODULE_6__/* .removeStacks */ .g)({
        command: 'remove',
        phase: PHASE,
        leaving,
        environment: whole,
        // The lease of a target lies where its configured stacks say, whatever else is removed there.
        worked: { ...whole, targets, instances: [...whole.instances, ...leaving] },
        remove: (request, ports, work) => (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStack */ .pX)(request, { ...ports, beforeWrite: async () => (await work.lease()).assertHeld() }),
    }, options, context);
}
function kept(reason) {
    return { state: 'no-change', reason, failures: [], fix: [], outputs: {} };
}
function result(instance, outcome) {
    return (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_10__/* .instanceResult */ .Rr)(instance, { name: PHASE }, outcome);
}
async function forget(gone, place, context) {
    try {
        await (0,_records_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .updateInventory */ .Q5)(place, { remove: gone });
    }
    catch (error) {
        // What was removed is removed: the result must reach the user.
        const text = `status will list what was removed until remove is run again: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
    }
}


/***/ }),

/***/ 95330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ updateInventory),
/* harmony export */   Vl: () => (/* binding */ openInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


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
    return (await openInventory(place)).entries;
}
/**
 * Adds and takes out entries; writes nothing when that changes nothing.
 * @param known what a run read when it began: it is written over as long as nobody else has written since
 */
async function updateInventory(place, change, known) {
    for (let attempt = 1;; attempt += 1) {
        const { entries, etag } = (attempt === 1 ? known : undefined) ?? (await openInventory(place));
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
/**
 * The inventory, to be written back later without reading it again.
 * @throws UserError `inventory-newer`; AwsError
 */
async function openInventory(place) {
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
