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
