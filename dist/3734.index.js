export const id = 3734;
export const ids = [3734];
export const modules = {

/***/ 39860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ createConsumerRoles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16367);
/* harmony import */ var _records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4558);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26586);
/* harmony import */ var _deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68037);
/* harmony import */ var _failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5490);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13494);
/* harmony import */ var _switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74545);








/** Stacks end side by side: one look at the state serves those that end together. */
const FRESH_MS = 5_000;
/**
 * Undefined where no consumers are marked.
 * @param whole with all its targets: which of them runs consumers depends on the others
 * @param reachable targets of this run that answer
 */
function createConsumerRoles(whole, reachable, context) {
    const settings = whole.failover?.consumers;
    if (settings === undefined)
        return undefined;
    const marked = settings;
    const { clock, report, signal } = context;
    const works = new Map(reachable.map((work) => [work.target.name, work]));
    const names = whole.targets.map(({ name }) => name);
    let seen;
    const state = () => {
        if (seen === undefined || clock.now() - seen.at > FRESH_MS)
            seen = { at: clock.now(), state: (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__/* .activeStatesOf */ .s)(whole, reachable, context).read() };
        return seen.state;
    };
    const runs = async ({ target }) => (0,_failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__/* .runningTargets */ .m3)(marked.where, names, await state()).includes(target.name);
    async function find({ stack, target, id }) {
        const { cloudformation } = context.aws.session(target);
        const { consumers, problems } = await (0,_failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__/* .findConsumers */ .P)(stack, marked, cloudformation);
        for (const text of problems)
            report({ type: 'note', level: 'warning', text: `${id}: ${text}`, target: target.name });
        return consumers;
    }
    async function change(instance, consumers) {
        const { id, target } = instance;
        const running = await runs(instance);
        const session = context.aws.session(target);
        const changed = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(consumers.map(async (consumer) => (await (0,_switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__/* .switchConsumer */ .r)(consumer, running, session, { clock, signal })) ? [consumer.resource] : []));
        const done = changed.flat();
        if (done.length === 0)
            return;
        const why = running
            ? `started, because consumers run in ${target.name}`
            : `stopped, because ${target.name} runs none`;
        report({ type: 'note', level: 'info', text: `${id}: ${done.join(', ')} ${why}`, target: target.name });
    }
    const roles = {
        async settle(instance) {
            if (!works.has(instance.target.name))
                return;
            let consumers = [];
            const told = (error) => {
                const text = `${instance.id}: consumers may not run where they should: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}. Deploy again`;
                report({ type: 'note', level: 'warning', text, target: instance.target.name });
            };
            try {
                consumers = await find(instance);
            }
            catch (error) {
                return told(error);
            }
            if (consumers.length === 0)
                return;
            // A failover takes the lease: from then on consumers are its own.
            await (await (0,_deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__/* .workOf */ .L)(instance, works).lease()).assertHeld();
            await change(instance, consumers).catch(told);
        },
        async settleAll(instances) {
            const running = await Promise.all(instances.map(runs));
            for (const wanted of [false, true]) {
                await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(instances.filter((_, index) => running[index] === wanted).map(roles.settle));
            }
        },
        async idle(instance) {
            const consumers = await find(instance);
            return consumers.length === 0 || (await runs(instance)) ? new Set() : new Set(consumers.map(_records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerKey */ .Y));
        },
    };
    return roles;
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

/***/ 95824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseOpenDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10533);


/**
 * While a drill is at work its leases keep everybody out. One that died has left traffic where it was, and the record of
 * it open: nothing else moves traffic before it is ended. A failover does not ask.
 * @throws UserError `drill-open`
 */
function refuseOpenDrill(state) {
    const drill = (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openDrill */ .uR)(state);
    if (drill === undefined)
        return;
    const { kind, to, at, who } = drill;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-open', `a drill (${kind}, to ${to.join(', ')}) of ${who}, begun at ${at}, has not ended`, {
        fix: ['End it: drill --end. Traffic then goes where it is good.'],
    });
}


/***/ }),

/***/ 35779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ weightReport)
/* harmony export */ });
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95544);

/** A change of weights as it is shown, and as it stands in the result. */
function weightReport(settings, before, after, active) {
    return {
        driver: settings.driver.driver,
        of: subjectOf(settings.driver),
        targets: Object.keys({ ...settings.weights, ...after }).map((target) => ({
            target,
            weightBefore: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(before, target),
            weightAfter: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(after, target),
            shareBefore: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(before, target),
            shareAfter: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(after, target),
            configured: (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(settings.weights, target),
            active: active.has(target),
        })),
    };
}
function subjectOf(driver) {
    switch (driver.driver) {
        case 'route53':
            return driver.name;
        case 'cloudfront-kvs':
            return `${driver.key} in ${driver.store}`;
        case 'global-accelerator':
            return driver.listener;
    }
}


/***/ }),

/***/ 74545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until),
/* harmony export */   r: () => (/* binding */ switchConsumer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73233);


/** A mapping is switched within seconds, as a rule; what it has fetched already is worked on to its end. */
const WAIT_MS = 120_000;
const EVERY_MS = 2_000;
/** Asks again while there is no answer, or not the right one; undefined when it never came. */
async function until(ask, isRight, { clock, signal }) {
    const deadline = clock.now() + WAIT_MS;
    for (;;) {
        try {
            const answer = await ask();
            if (isRight(answer))
                return answer;
        }
        catch (error) {
            if (!(0,_stack_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .d)(error) || clock.now() >= deadline)
                throw error;
        }
        if (clock.now() >= deadline)
            return undefined;
        await clock.sleep(EVERY_MS, signal);
    }
}
/**
 * Enables or disables an event source mapping and waits until Lambda says that it is. Undefined when it never does. One
 * that is so already is left alone.
 */
async function switchMapping(id, enabled, mappings, patience) {
    const wanted = enabled ? 'enabled' : 'disabled';
    const before = await until(() => mappings.state(id), (state) => state !== 'changing', patience);
    if (before === wanted)
        return 'unchanged';
    const asked = await until(() => mappings.enable(id, enabled), (answer) => answer !== 'busy', patience);
    if (asked !== 'accepted')
        return (await mappings.state(id)) === undefined ? 'gone' : undefined;
    let found;
    await until(async () => {
        found = await mappings.state(id);
    }, () => found === wanted || found === undefined, patience);
    return found === wanted ? 'changed' : found === undefined ? 'gone' : undefined;
}
/**
 * Starts or stops one consumer, and waits until AWS says that it is so.
 * @returns whether something had to be changed, as far as that can be seen
 * @throws UserError `consumer-gone`, `consumer-not-switched`, AwsError
 */
async function switchConsumer({ kind, id, group, resource }, running, { mappings, rules, schedules }, patience) {
    const ask = () => {
        switch (kind) {
            case 'mapping':
                return switchMapping(id, running, mappings, patience);
            case 'rule':
                return rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, running);
            case 'schedule':
                return schedules.enable({ name: id, ...(group !== undefined && { group }) }, running);
        }
    };
    const answer = kind === 'mapping' ? await ask() : await until(ask, (found) => found !== 'busy', patience);
    if (answer === 'changed' || answer === 'unchanged')
        return answer === 'changed';
    if (answer === 'gone') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-gone', `${resource} (${id}) is not there`, {
            fix: ['Deploy: each deployment writes down which consumers there are.'],
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-not-switched', `${resource} (${id}) does not ${running ? 'start' : 'stop'}`, {
        fix: ['Look for who else changes it, then run the same command again.'],
    });
}


/***/ }),

/***/ 16367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ consumerChange),
/* harmony export */   K3: () => (/* binding */ switchConsumers),
/* harmony export */   m3: () => (/* binding */ runningTargets)
/* harmony export */ });
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26586);

/**
 * Where consumers run: in every target that is active, or in one of them alone, the first in the order of the
 * configuration.
 */
function runningTargets(where, names, { inactive }) {
    const active = names.filter((name) => !inactive.includes(name));
    return where === 'every-active' ? active : active.slice(0, 1);
}
/**
 * What a move that can reach everybody makes of consumers. Stopped are those that ran by what is remembered, and those
 * of whoever is left: a run that was killed may have remembered the new state before it came to stop them.
 */
function consumerChange(where, names, before, { inactive, leaving }) {
    const on = runningTargets(where, names, { inactive });
    const ran = runningTargets(where, names, before);
    return { on, off: names.filter((name) => !on.includes(name) && (ran.includes(name) || leaving.includes(name))) };
}
/** Never on both sides: nobody's are started before those that have to stop have stopped. @throws UserError, AwsError */
async function switchConsumers({ on, off }, consumers, signal) {
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(off.map((target) => consumers.set(target, false, signal)));
    signal.throwIfAborted();
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(on.map((target) => consumers.set(target, true, signal)));
}


/***/ }),

/***/ 4558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ consumerKey),
/* harmony export */   k: () => (/* binding */ createPausedConsumers)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const VERSION = 1;
/** One text for each consumer of an account and region. */
function consumerKey({ kind, id, group = '' }) {
    return [kind, group, id].join('/');
}
/** Kept in the bucket of the target itself, for one stack of an environment there. */
function createPausedConsumers({ application, name }, instance, { storage, bucket }) {
    const path = [application, name, instance].map(encodeURIComponent).join('/');
    const key = `sam-multi-region/paused/${path}.json`;
    return {
        async read() {
            const stored = await storage.getText(bucket, key);
            const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(stored?.text ?? '{}')) ?? {};
            const [mappings, others] = [itemsOf(found['mappings']), itemsOf(found['others'])];
            return [
                ...mappings.flatMap((id) => (typeof id === 'string' ? [{ kind: 'mapping', id }] : [])),
                ...others.flatMap(other),
            ];
        },
        async write(consumers) {
            const mappings = consumers.filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
            const others = consumers.filter(({ kind }) => kind !== 'mapping');
            const document = { version: VERSION, mappings, ...(others.length > 0 && { others }) };
            await storage.putText(bucket, key, `${JSON.stringify(document)}\n`);
        },
    };
}
function other(written) {
    const { kind, id, group } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(written) ?? {};
    if ((kind !== 'rule' && kind !== 'schedule') || typeof id !== 'string')
        return [];
    return [{ kind, id, ...(typeof group === 'string' && { group }) }];
}
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
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
