export const id = 888;
export const ids = [888];
export const modules = {

/***/ 30888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abort: () => (/* binding */ abort)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _deploy_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81411);
/* harmony import */ var _deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40369);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55749);
/* harmony import */ var _end_revert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9858);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15742);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4493);







/** Gives up the open rollout. Stacks and weights stay as they are: `rollback` returns the ones, `shift` the others. */
const abort = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentOf */ .p)(options, context, { templates: false });
    const { application, name } = environment;
    const dryRun = options['dry-run'] === true;
    const targets = environment.targets.map((target) => target.name);
    const { version, report } = context;
    report({ type: 'run.started', command: 'abort', version, application, environment: name, targets, dryRun });
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__/* .createTargetWork */ .J2)(environment, {
        command: 'abort',
        lockWaitMs: options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LOCK_WAIT_MS */ .Xn,
        leases: !dryRun,
        makesBuckets: false,
    }, context);
    try {
        const journal = (0,_deploy_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .journalOf */ .P)(environment, await (0,_deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .proveTargets */ .t)(works, options, context), context);
        const last = await journal.readAll();
        // One that failed may have left a revert behind that it could not be sure of.
        const over = last?.course === 'closed' || (last?.course === 'failed' && last.revert === undefined);
        if (last === undefined || over) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('nothing-open', `no rollout of ${name} is open`, { fix: ['See status.'] });
        }
        const given = givenUp(last, context);
        if (!dryRun) {
            await confirmed(last, context);
            await (0,_end_revert_js__WEBPACK_IMPORTED_MODULE_4__/* .endRevert */ .c)(last, environment, context);
            await journal.save(given, 'everywhere');
        }
        const status = dryRun ? 'planned' : 'succeeded';
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_6__/* .runResult */ .X)(environment, { command: 'abort', startedAt, instances: [], status, release: last.release, rollout: dryRun ? last : given }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
function givenUp({ paused: _, revert: __, ...last }, { origin }) {
    const failure = { phase: '', reason: `given up by ${origin.who}` };
    return { ...last, course: 'failed', revision: last.revision + 1, failure };
}
async function confirmed({ release, course }, context) {
    const half = course === 'rolling-back' ? ' It is being rolled back, and would stay half way.' : '';
    if (await context.confirm(`Give up the rollout of release ${release.id}?${half}`))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('declined', 'the rollout is still open', { fix: ['Answer y, or add --yes.'] });
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

/***/ 81411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ journalOf)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The rollout of an environment as it is kept in the buckets of these targets, home first. */
function journalOf(environment, targets, context) {
    const homeFirst = [...targets].sort((a, b) => rank(a, environment) - rank(b, environment));
    return (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, homeFirst), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}
function rank({ target }, { home }) {
    return target.name === home ? 0 : 1;
}


/***/ }),

/***/ 40369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ proveTargets)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/**
 * Asks every target for its account before anything is written anywhere, and returns those that answered, in order.
 * A lost region is left to the plan, which reports it as unreachable.
 * @throws UserErrors `targets-refused` with what is wrong in each target; UserError `no-target-reachable`
 */
async function proveTargets(targets, options, context) {
    const works = [...targets.values()];
    const answers = await Promise.all(works.map(async (work) => ({ work, error: await problemOf(work, options, context) })));
    context.signal.throwIfAborted();
    const refused = answers.flatMap(({ error }) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? [error] : []));
    const [first] = refused;
    if (first !== undefined && refused.length === 1)
        throw first;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserErrors */ .tQ('targets-refused', `${refused.length} of ${works.length} targets cannot be worked on; nothing was changed`, unique(refused));
    const reachable = answers.flatMap(({ work, error }) => (error === undefined ? [work] : []));
    if (reachable.length === 0) {
        const [{ error } = { error: undefined }] = answers;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('no-target-reachable', `no target can be reached: ${error?.message ?? ''}`, {
            fix: ['Check the network, a proxy (HTTPS_PROXY) and the names of the regions.'],
            cause: error,
        });
    }
    return reachable;
}
async function problemOf({ session, target }, options, context) {
    try {
        const account = await session.account();
        if (options['mask-aws-account-id'])
            context.hide(account);
        return undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return error;
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
            throw error;
        if (error.kind === 'unreachable')
            return error;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('target-refused', `${target.name}: ${error.service} ${error.action}: ${error.message} (${error.code})`, { cause: error });
    }
}
/** The same sentence for many targets is said once. */
function unique(errors) {
    return [...new Map(errors.map((error) => [error.message, error])).values()];
}


/***/ }),

/***/ 9858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ endRevert)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13391);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92088);



/**
 * Takes away what AWS would do to the traffic of a rollout that is ended by hand.
 * @throws UserError `revert-scheduled` when that cannot be done: it would strike later
 */
async function endRevert({ revert }, environment, context) {
    if (revert === undefined)
        return;
    const { traffic } = environment;
    try {
        const driver = traffic && (await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__/* .trafficDriverOf */ .j)(traffic, environment, context));
        const now = context.clock.now();
        const there = await (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRevert */ .DU)(revert, driver?.later, now);
        const until = (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__/* .strikesUntil */ .Wc)(revert, now);
        if (there && until === undefined)
            return;
        const text = until === undefined
            ? `the revert of ${revert.at} is not scheduled any more: it has taken effect, or somebody deleted it. See the weights in status`
            : `the time of the revert has come (${revert.at}): it has taken effect, or may do so until ${new Date(until).toISOString()}. See the weights in status`;
        context.report({ type: 'note', level: 'warning', text });
    }
    catch (error) {
        context.signal.throwIfAborted();
        const message = `the revert that is scheduled for ${revert.at} could not be taken away: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('revert-scheduled', message, {
            fix: [
                `Run the same command again; as long as it fails, see to it that the schedule ${revert.name} in ${revert.region} is deleted.`,
            ],
            cause: error,
        });
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

/***/ 82845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ referenceValue),
/* harmony export */   r: () => (/* binding */ recordContent)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);


/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
async function recordContent(record, target, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
    const values = new Map();
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)) {
        values.set(JSON.stringify(reference), await referenceValue(reference, from, environment, aws));
    }
    const resolved = texts.map((text) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(JSON.stringify(reference))));
    const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
    if (first === undefined)
        return undefined;
    if (record.kind === 'value')
        return { ...record, value: first };
    return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}
/** What a reference stands for when no release is deployed: an output as it is now. */
async function referenceValue(reference, from, environment, aws) {
    const { target } = from;
    switch (reference.kind) {
        case 'output': {
            const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(environment, from, reference);
            if (source === undefined)
                return undefined;
            const stack = await aws.session(source.target).cloudformation.describeStack(source.stack.stackName);
            return stack?.outputs[reference.output];
        }
        case 'target':
            return { name: target.name, region: target.region, account: target.account, active: undefined }[reference.property];
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        default:
            // Refused by the topology: a record set outlives a release.
            return undefined;
    }
}


/***/ }),

/***/ 98634:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ noteIn),
/* harmony export */   W_: () => (/* binding */ recordPlaces),
/* harmony export */   fj: () => (/* binding */ visiblePlaces)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71349);
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);




/** The buckets of these targets, to be written under their leases. */
function recordPlaces(environment, works) {
    return works.map((work) => ({
        ...placeOf(work),
        bucket: () => work.bucket((0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)(environment, work.target.name)),
        assertHeld: async () => (await work.lease()).assertHeld(),
    }));
}
/**
 * The buckets of these targets that are there, to look at only: makes none and takes no lease. One that may not be looked
 * at is left out, because the others have their copies.
 * @throws UserError when that is so of all of them: that nothing is kept would be a guess
 */
async function visiblePlaces(environment, works, context) {
    const refused = [];
    const found = await Promise.all(works.map(async (work) => {
        try {
            const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(work.session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f)(environment, work.target.name), context);
            return bucket === undefined ? [] : [visiblePlace(work, bucket)];
        }
        catch (error) {
            if (!(0,_stack_report_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .v)(error))
                throw error;
            refused.push(error);
            return [];
        }
    }));
    const [first] = refused;
    if (first instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && refused.length === works.length)
        throw first;
    return found.flat();
}
function visiblePlace(work, bucket) {
    return {
        ...placeOf(work),
        bucket: async () => bucket,
        assertHeld: () => Promise.reject(new Error('read only')),
    };
}
function placeOf({ target, session }) {
    return { target: target.name, region: target.region, storage: session.storage };
}
/** Tells what is wrong with one copy, in its target. */
function noteIn(context) {
    return (text, target) => context.report({ type: 'note', level: 'warning', text, target });
}


/***/ }),

/***/ 92088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ trafficDriverOf)
});

;// CONCATENATED MODULE: ./src/traffic/create-driver.ts
/** The driver that the configuration names. Contacts nobody. */
async function createTrafficDriver(settings, parts) {
    const { driver, settleMs } = settings;
    const { controls, clock, who, label, recordOf, probe } = parts;
    const common = { clock, ...(settleMs !== undefined && { settleMs }) };
    switch (driver.driver) {
        case 'route53': {
            const { createRoute53Driver } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 72573));
            return createRoute53Driver({
                ...common,
                settings: driver,
                configured: settings.weights,
                route53: controls.route53,
                who,
                ...(driver.revertRole !== undefined && {
                    later: { schedules: controls.schedules, role: driver.revertRole, label },
                }),
                ...(recordOf !== undefined && { recordOf }),
            });
        }
        case 'cloudfront-kvs': {
            const { createKeyValueStoreDriver } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 90459));
            return createKeyValueStoreDriver({ ...common, settings: driver, store: controls.keyValueStore, probe });
        }
        case 'global-accelerator': {
            const { createGlobalAcceleratorDriver } = await __webpack_require__.e(/* import() */ 2397).then(__webpack_require__.bind(__webpack_require__, 2397));
            const { weights: configured } = settings;
            const accelerator = controls.globalAccelerator;
            return createGlobalAcceleratorDriver({ ...common, settings: driver, configured, accelerator });
        }
    }
}

// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/traffic-driver.ts


/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
async function trafficDriverOf(settings, environment, context) {
    const { clock, origin, aws, http } = context;
    const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
    const recordOf = record && ((target) => (0,record_content/* recordContent */.r)(record, target, environment, aws));
    const controls = aws.session(callerOf(settings.access, environment)).traffic;
    return createTrafficDriver(settings, {
        controls,
        clock,
        probe: probeOf(http),
        who: origin.who,
        label: `${environment.application}/${environment.name}`,
        ...(recordOf && { recordOf }),
    });
}
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_BYTES = 4_096;
/** Asks a URL for its text; whatever goes wrong is no answer. */
function probeOf(http) {
    return async (url, signal) => {
        const request = { url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS, maxBytes: PROBE_BYTES, signal };
        const answer = await http(request).catch(() => undefined);
        return answer?.status === 200 ? answer.body : undefined;
    };
}
/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access, { targets }) {
    if (targets.some(({ region }) => region === access.region))
        return { ...access, name: 'traffic' };
    return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
}


/***/ }),

/***/ 69345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseRollout),
/* harmony export */   n: () => (/* binding */ rolloutKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** Where the latest rollout of an environment lies in the bucket of each of its targets. */
function rolloutKey({ application, name }) {
    return `sam-multi-region/rollouts/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
const VERSION = 1;
const COURSES = ['forward', 'rolling-back', 'failed', 'closed'];
const STAGES = ['pending', 'started', 'deployed', 'passed', 'incomplete', 'failed', 'returned'];
/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `rollout-newer` for one of a later version, which may mean something that this one would undo
 */
function parseRollout(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text));
    const version = value?.['version'];
    if (typeof version === 'number' && version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('rollout-newer', `the rollout kept in ${place} was written by a newer version (format ${version})`, {
            fix: ['Use the version that deployed last, or a later one.'],
        });
    }
    const release = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['release']);
    const owner = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['owner']);
    if (value === undefined || version !== VERSION || release === undefined || owner === undefined)
        return undefined;
    const { openedAt, sequence, revision, course } = value;
    if (typeof release['id'] !== 'string' || typeof owner['run'] !== 'string' || typeof owner['who'] !== 'string')
        return undefined;
    if (typeof openedAt !== 'string' || Number.isNaN(Date.parse(openedAt)))
        return undefined;
    if (!isCount(sequence) || !isCount(revision) || !isOneOf(course, COURSES))
        return undefined;
    const failure = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['failure']);
    const weights = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['weightsBefore']);
    const paused = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['paused']);
    const revert = revertOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['revert']));
    return {
        version: VERSION,
        release: { id: release['id'], ...(typeof release['commit'] === 'string' && { commit: release['commit'] }) },
        owner: { run: owner['run'], who: owner['who'] },
        openedAt,
        sequence,
        revision,
        course,
        phases: phasesOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['phases'])),
        ...(failure !== undefined && { failure: { phase: String(failure['phase']), reason: String(failure['reason']) } }),
        ...(paused !== undefined && { paused: { after: String(paused['after']), at: String(paused['at']) } }),
        ...(revert !== undefined && { revert }),
        ...(weights !== undefined && { weightsBefore: numbersOf(weights) }),
    };
}
function revertOf(value) {
    const { name, region, at } = value ?? {};
    if (typeof name !== 'string' || typeof region !== 'string' || typeof at !== 'string')
        return undefined;
    return { name, region, at, from: numbersOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['from'])), to: numbersOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value?.['to'])) };
}
function phasesOf(value) {
    const entries = Object.entries(value ?? {}).flatMap(([name, entry]) => {
        const progress = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(entry);
        const stage = progress?.['stage'];
        const startedAt = progress?.['startedAt'];
        if (progress === undefined || !isOneOf(stage, STAGES) || typeof startedAt !== 'string')
            return [];
        const { bakeSince, steps, kept, missed, owed } = progress;
        return [
            [
                name,
                {
                    stage,
                    startedAt,
                    ...(typeof bakeSince === 'string' && !Number.isNaN(Date.parse(bakeSince)) && { bakeSince }),
                    ...(isCount(steps) && { steps }),
                    ...(Array.isArray(kept) && { kept: textsOf(kept) }),
                    ...(Array.isArray(missed) && { missed: textsOf(missed) }),
                    ...(Array.isArray(owed) && { owed: textsOf(owed) }),
                },
            ],
        ];
    });
    return Object.fromEntries(entries);
}
function textsOf(values) {
    return values.filter((value) => typeof value === 'string');
}
function numbersOf(value) {
    return Object.fromEntries(Object.entries(value ?? {}).filter((entry) => typeof entry[1] === 'number'));
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function isOneOf(value, allowed) {
    return allowed.some((one) => one === value);
}


/***/ }),

/***/ 17509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ unknownAsNone),
/* harmony export */   x: () => (/* binding */ createRolloutJournal)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80893);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26586);
/* harmony import */ var _rollout_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69345);





/** Nothing known, where that is enough for now: it is asked for once more before anything is written. */
function unknownAsNone(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code === 'rollout-unknown')
        return undefined;
    throw error;
}
/**
 * Keeps a rollout in the buckets of its targets by conditional writes. Every step is kept in the first place (home) and
 * in the first one of another region: two regions would have to be lost to lose a step, and then it is done once more.
 * One answer that was not heard is no lost region: where a step would lie in one region only, who was silent is asked again.
 * @param places home first
 */
function createRolloutJournal(key, places, note) {
    /** What was read or written last; a place that did not answer has none and is not written to until it answers. */
    const known = new Map();
    const unheard = new Map();
    /** Silent when asked again as well. */
    const out = new Set();
    /** What each place said last. */
    const copies = new Map();
    /** The newest that was read or kept: what is newer was written by somebody else. */
    let newest;
    let wrote = false;
    const second = places.find(({ region }) => region !== places[0]?.region);
    const keepers = places.filter((place, index) => index === 0 || place === second);
    /** Its copy is the one from before where it does not answer. */
    const readOne = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            known.set(place.target, { etag: stored?.etag });
            if (stored === undefined)
                return undefined;
            const rollout = (0,_rollout_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRollout */ .Z)(stored.text, place.target);
            if (rollout === undefined)
                note(`the rollout kept in ${place.target} is damaged: the other copies count`, place.target);
            return rollout;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code === 'rollout-newer')
                throw error;
            // Whether the target can be worked on is found out, and said, where its stacks are.
            return copies.get(place.target);
        }
    };
    const writeOne = async (place, text) => {
        const last = known.get(place.target);
        if (last === undefined)
            return 'lost';
        try {
            const condition = last.etag === undefined ? { ifAbsent: true } : { ifMatch: last.etag };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            known.set(place.target, { etag });
            unheard.delete(place.target);
            return 'kept';
        }
        catch (error) {
            if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'conflict')
                throw taken(place);
            return notKept(place, error, text);
        }
    };
    const notKept = (place, error, text) => {
        const { target } = place;
        const before = unheard.get(target);
        // Said once, however often it is tried.
        if (before === undefined)
            note(`the rollout could not be kept in ${target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, target);
        const sent = [...(before?.sent ?? []), ...(text === undefined ? [] : [text])];
        unheard.set(target, { etag: known.get(target)?.etag, sent });
        known.delete(target);
        return 'lost';
    };
    const assertHeld = async (place) => {
        if (!known.has(place.target))
            return;
        try {
            await place.assertHeld();
        }
        catch (error) {
            // Somebody else holds the target: nothing more is written by this run. A lost region has no say in that.
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
            notKept(place, error);
        }
    };
    /**
     * Asks a place again that was silent. It may be written to when nobody but this run wrote there since.
     * @throws UserError `rollout-taken`, `rollout-newer`
     */
    const hearAgain = async (place) => {
        const { target } = place;
        const before = unheard.get(target);
        try {
            await place.assertHeld();
            const stored = await place.storage.getText(await place.bucket(), key);
            const ours = before !== undefined && (stored?.etag === before.etag || before.sent.includes(stored?.text ?? ''));
            const copy = stored === undefined ? undefined : (0,_rollout_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRollout */ .Z)(stored.text, target);
            // One that was never read counts like one that is read at the beginning.
            const stale = before === undefined && (0,_rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCopy */ .YE)([newest, copy]) === newest;
            if (!ours && !stale)
                throw taken(place);
            known.set(target, { etag: stored?.etag });
            out.delete(target);
        }
        catch (error) {
            const isTaken = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && ['rollout-taken', 'rollout-newer'].includes(error.code);
            // What was never read and cannot be used is told where its stacks are; what was held must be ours still.
            if (isTaken || (before !== undefined && !(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)))
                throw error;
            out.add(target);
        }
    };
    const regionsOf = (those) => new Set(those.map(({ region }) => region));
    /**
     * Where a step can be kept in fewer regions than it should, the silent places of the others are asked again. A region
     * that is out takes long to say nothing: it is asked at decisions, not at every step.
     */
    const hearSilent = async (there, where) => {
        if (there.size >= keepers.length)
            return [];
        const silent = places.filter(({ target, region }) => !known.has(target) && !there.has(region) && (where === 'everywhere' || !out.has(target)));
        await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(silent.map(hearAgain));
        return silent;
    };
    /** Asks these, and gives the newest copy of all that answered so far. */
    const ask = async (asked) => {
        const found = await Promise.all(asked.map(async (place) => [place.target, await readOne(place)]));
        for (const [target, copy] of found)
            copies.set(target, copy);
        if (known.size > 0 || places.length === 0) {
            newest = (0,_rollout_open_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCopy */ .YE)(copies.values());
            return newest;
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-unknown', 'no target answers, so nobody knows whether a rollout is open', {
            fix: ['Check the network and the credentials, then run the same command again.'],
        });
    };
    return {
        async read() {
            const [home, ...others] = places;
            if (home === undefined)
                return undefined;
            // Where nobody answers at all, that is found out, and said, where the stacks are.
            const copy = await ask([home]).catch(unknownAsNone);
            return known.has(home.target) ? copy : ask(others).catch(unknownAsNone);
        },
        async readAll(again) {
            if (again !== undefined) {
                known.clear();
                unheard.clear();
                out.clear();
            }
            // Who did not answer before may answer now.
            return ask(places.filter(({ target }) => !known.has(target)));
        },
        answered: () => known.size > 0,
        async save(rollout, where) {
            const text = JSON.stringify(rollout);
            // What another run kept where nobody answered is found before anything is written.
            if (!wrote)
                await hearSilent(regionsOf(places.filter(({ target }) => known.has(target))), where);
            wrote = true;
            // A run that was overtaken learns it before it writes anything, or from the keepers: it leaves the other copies alone.
            await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)((where === 'everywhere' ? places : keepers).map(assertHeld));
            const regions = new Set();
            const write = async (place) => {
                if ((await writeOne(place, text)) === 'kept')
                    regions.add(place.region);
            };
            await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(keepers.map(write));
            if (where === 'everywhere')
                await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_4__/* .settleAll */ .j)(places.filter((place) => !keepers.includes(place)).map(write));
            // A single copy would be lost with its region: where a keeper is lost, any other region will do.
            const writeUntilEnough = async (others) => {
                for (const place of others) {
                    if (regions.size >= keepers.length)
                        break;
                    if (regions.has(place.region))
                        continue;
                    await assertHeld(place);
                    await write(place);
                }
            };
            if (where === 'keepers')
                await writeUntilEnough(places.filter((place) => !keepers.includes(place)));
            await writeUntilEnough(await hearSilent(regions, where));
            newest = rollout;
            if (regions.size > 0)
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-not-kept', 'no region could keep how far the rollout is', {
                fix: ['Run the same command again when the regions answer.'],
            });
        },
    };
}
function taken({ target }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('rollout-taken', `somebody else changed the rollout kept in ${target} meanwhile`, {
        fix: [
            'See who is at work: sam-multi-region status.',
            'Where nobody is, run the same command again: it goes on from what is kept there.',
        ],
    });
}


/***/ }),

/***/ 26586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Everything's result once all have ended: what one of them throws is thrown only then, so that nothing is still being
 * written when the caller gives up.
 */
async function settleAll(work) {
    const ended = await Promise.allSettled(work);
    return ended.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
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
