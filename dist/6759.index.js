export const id = 6759;
export const ids = [6759];
export const modules = {

/***/ 39860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ createConsumerRoles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16367);
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
        const changed = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(consumers.map(async (consumer) => (await (0,_switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__/* .switchConsumer */ .rX)(consumer, running, session, { clock, signal })) ? [consumer.resource] : []));
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
        async idleMappings(instance) {
            const consumers = (await find(instance)).filter(({ kind }) => kind === 'mapping');
            return consumers.length === 0 || (await runs(instance)) ? new Set() : new Set(consumers.map(({ id }) => id));
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

/***/ 5490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findConsumers)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _template_consumers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57683);
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26996);
/* harmony import */ var _template_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78547);
/* harmony import */ var _template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18267);





const NONE = { consumers: [], problems: [] };
/**
 * Marked consumers of a stack and of those that it nests, as they are there now; none where there is no such stack. The
 * template after its transforms says what SAM made of events.
 * @throws AwsError
 */
async function findConsumers({ key, stackName }, settings, cloudformation) {
    const names = settings.resources[key] ?? [];
    if (names.length === 0 && settings.tag === undefined)
        return NONE;
    const marks = { names, ...(settings.tag !== undefined && { tag: settings.tag }) };
    return inStack(stackName, '');
    async function inStack(stack, prefix) {
        const resources = await resourcesOf(stack, cloudformation);
        const nested = resources.filter(({ type }) => (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedStack */ .SZ)(type));
        const inner = nested.map(({ logicalId, physicalId }) => physicalId === undefined ? NONE : inStack(physicalId, `${prefix}${logicalId}/`));
        const own = resources.some(({ type }) => type in _template_consumers_js__WEBPACK_IMPORTED_MODULE_1__/* .CONSUMER_KINDS */ .PP) ? [inThis(stack, prefix, resources)] : [];
        const found = await Promise.all([...own, ...inner]);
        return {
            consumers: found.flatMap(({ consumers }) => consumers),
            problems: found.flatMap(({ problems }) => problems),
        };
    }
    async function inThis(stack, prefix, resources) {
        const template = (0,_template_parse_js__WEBPACK_IMPORTED_MODULE_3__.parseTemplate)(await cloudformation.getTemplate(stack, 'Processed'), stack);
        const consumers = [];
        const problems = [];
        for (const marked of (0,_template_consumers_js__WEBPACK_IMPORTED_MODULE_1__/* .markedConsumers */ ._x)(template, marks, prefix)) {
            const id = physicalIdOf(marked.logicalId, resources);
            // Its condition does not hold here.
            if (id === undefined)
                continue;
            const resource = `${key}/${prefix}${marked.logicalId}`;
            const place = await placeOf(marked, id, stack, resources);
            if (place === undefined)
                problems.push(`${resource} is marked, and the name of its schedule group is not known`);
            else
                consumers.push({ kind: marked.kind, resource, ...place });
        }
        return { consumers, problems };
    }
    async function placeOf({ kind, group }, id, stack, resources) {
        if (kind === 'mapping')
            return { id };
        if (kind === 'rule')
            return rulePlace(id);
        if (group === undefined)
            return { id };
        const name = await groupName(group, stack, resources);
        return name === undefined ? undefined : { id, group: name };
    }
    async function groupName(group, stack, resources) {
        if (typeof group === 'string')
            return group;
        const ref = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(group)['Ref'];
        if (typeof ref !== 'string')
            return undefined;
        return physicalIdOf(ref, resources) ?? (await cloudformation.describeStack(stack))?.parameters[ref];
    }
}
/** `bus|name` on a bus of one's own, the name alone on the default one; an ARN where a later schema says so. */
function rulePlace(id) {
    const path = id.startsWith('arn:') ? (id.split(':rule/')[1] ?? id).split('/') : id.split('|');
    const name = path.at(-1) ?? id;
    const bus = path.slice(0, -1).join('/');
    return { id: name, ...(bus !== '' && { group: bus }) };
}
function physicalIdOf(logicalId, resources) {
    return resources.find((resource) => resource.logicalId === logicalId)?.physicalId;
}
async function resourcesOf(stack, cloudformation) {
    try {
        return await cloudformation.listStackResources(stack);
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'not-found')
            return [];
        throw error;
    }
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

/***/ 74545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ switchMapping),
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   rX: () => (/* binding */ switchConsumer)
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

/***/ 57683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ CONSUMER_KINDS),
/* harmony export */   _x: () => (/* binding */ markedConsumers),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var _event_driven_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21369);
/* harmony import */ var _event_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47125);
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18267);



/** Resource types that call functions by themselves and can be switched off. */
const CONSUMER_KINDS = {
    'AWS::Lambda::EventSourceMapping': 'mapping',
    'AWS::Events::Rule': 'rule',
    'AWS::Scheduler::Schedule': 'schedule',
};
/** What stands between a consumer and its function. */
const VERSIONS = new Set(['AWS::Lambda::Alias', 'AWS::Lambda::Version']);
/**
 * Consumers of a template after its transforms that are marked: by name, by a tag of their own or of the function that
 * they call, or a schedule by a tag of its group, because schedules have none (AWS::Scheduler::Schedule).
 *
 * @param prefix of its names: logical ids of the stacks around it, each with a slash
 */
function markedConsumers({ resources }, marks, prefix = '') {
    const byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
    const tagged = (resource) => hasTag(resource, marks) ||
        calledBy(resource, byId).some((called) => hasTag(called, marks)) ||
        groupOf(resource, byId).some((group) => hasTag(group, marks));
    return resources.flatMap((resource) => {
        const { logicalId, type, properties } = resource;
        const kind = CONSUMER_KINDS[type];
        if (kind === undefined)
            return [];
        const isNamed = marks.names.some((pattern) => matches(pattern, prefix + logicalId));
        if (!isNamed && !tagged(resource))
            return [];
        const group = kind === 'schedule' ? properties['GroupName'] : undefined;
        return [{ logicalId, kind, ...(group !== undefined && { group }) }];
    });
}
/** Whether a name is meant by a pattern in which `*` stands for anything. */
function matches(pattern, name) {
    const source = pattern.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${source.join('.*')}$`).test(name);
}
function calledBy({ type, properties }, byId) {
    const named = new Set();
    for (const name of _event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .CALLERS */ .Vh[type] ?? [])
        (0,_event_driven_js__WEBPACK_IMPORTED_MODULE_0__/* .collectReferences */ .XM)(properties[name], named);
    return [...named].flatMap((id) => {
        const found = byId.get(id);
        if (found === undefined)
            return [];
        if (!VERSIONS.has(found.type))
            return [found];
        const functions = new Set();
        (0,_event_driven_js__WEBPACK_IMPORTED_MODULE_0__/* .collectReferences */ .XM)(found.properties['FunctionName'], functions);
        return [found, ...[...functions].flatMap((name) => byId.get(name) ?? [])];
    });
}
function groupOf({ properties }, byId) {
    const ref = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(properties['GroupName'])['Ref'];
    const found = typeof ref === 'string' ? byId.get(ref) : undefined;
    return found === undefined ? [] : [found];
}
/** As a list of keys and values, or as a map (SAM, AWS::Lambda::*). */
function hasTag({ properties }, { tag }) {
    if (tag === undefined)
        return false;
    const { Tags: tags } = properties;
    const pairs = Array.isArray(tags)
        ? tags.map((item) => [(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(item)['Key'], (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(item)['Value']])
        : Object.entries((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(tags));
    return pairs.some(([key, value]) => key === tag.key && (tag.value === undefined || String(value) === tag.value));
}


/***/ }),

/***/ 44749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ shiftedAliases),
/* harmony export */   z: () => (/* binding */ preferenceOf)
/* harmony export */ });
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18267);

/**
 * The `DeploymentPreference` that counts for a SAM function: its own merged with that of `Globals` (SAM merges maps key
 * by key). Undefined where there is none, it is disabled, or the function publishes no alias.
 */
function preferenceOf(properties, defaults) {
    if (!(properties['AutoPublishAlias'] ?? defaults['AutoPublishAlias']))
        return undefined;
    const preference = { ...(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(defaults['DeploymentPreference']), ...(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(properties['DeploymentPreference']) };
    if (Object.keys(preference).length === 0 || String(preference['Enabled']).toLowerCase() === 'false')
        return undefined;
    return preference;
}
/** Undefined for a template in which CodeDeploy has nothing to do. */
function shiftedAliases(template) {
    const defaults = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(template.globals['Function']);
    const functions = template.resources
        .filter(({ type, properties }) => type === 'AWS::Serverless::Function' && preferenceOf(properties, defaults))
        .map(({ logicalId }) => logicalId);
    const written = {};
    for (const { type, logicalId, updatePolicy } of template.resources) {
        const update = type === 'AWS::Lambda::Alias' ? (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(updatePolicy?.['CodeDeployLambdaAliasUpdate']) : {};
        const [application, group] = [nameOrRef(update['ApplicationName']), nameOrRef(update['DeploymentGroupName'])];
        if (application !== undefined && group !== undefined)
            written[logicalId] = { application, group };
    }
    if (functions.length === 0 && Object.keys(written).length === 0)
        return undefined;
    return { functions, written };
}
function nameOrRef(value) {
    if (typeof value === 'string')
        return { name: value };
    const ref = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value)['Ref'];
    return typeof ref === 'string' ? { ref } : undefined;
}


/***/ }),

/***/ 21369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ switchesAtOnce),
/* harmony export */   XM: () => (/* binding */ collectReferences),
/* harmony export */   tn: () => (/* binding */ hasEventSourceMappings)
/* harmony export */ });
/* harmony import */ var _deployment_preference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44749);
/* harmony import */ var _event_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47125);
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18267);



const FUNCTIONS = new Set(['AWS::Serverless::Function', 'AWS::Lambda::Function']);
/**
 * Logical ids of functions that events call and that switch to new code all at once, without steps or a way back by
 * traffic. A SAM alias (`AutoPublishAlias`) alone changes nothing, it is moved at once; with an enabled
 * `DeploymentPreference` other than `AllAtOnce` CodeDeploy moves it in steps, and the events follow it, but not those of a rule,
 * a schedule or a mapping beside it that names the function itself and not its alias.
 */
function switchesAtOnce(template) {
    const defaults = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_1__/* .asMap */ .$H)(template.globals['Function']);
    const shifted = new Set();
    const called = new Set();
    const past = new Set();
    for (const resource of template.resources) {
        if (!FUNCTIONS.has(resource.type))
            continue;
        if (shiftsGradually(resource.properties, defaults))
            shifted.add(resource.logicalId);
        if (hasEvents(resource))
            called.add(resource.logicalId);
    }
    for (const { type, properties } of template.resources) {
        for (const name of _event_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .CALLERS */ .Vh[type] ?? [])
            collectReferences(properties[name], past, ITSELF);
    }
    return template.resources
        .filter(({ type }) => FUNCTIONS.has(type))
        .map(({ logicalId }) => logicalId)
        .filter((name) => past.has(name) || (called.has(name) && !shifted.has(name)));
}
/** Whether a stack of the template has event source mappings, those of nested stacks not counted. */
function hasEventSourceMappings({ resources }) {
    return resources.some((resource) => resource.type === 'AWS::Lambda::EventSourceMapping' ||
        (resource.type === 'AWS::Serverless::Function' && hasEvents(resource, _event_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_MAPPING_TYPES */ .VN)));
}
function shiftsGradually(properties, defaults) {
    const type = (0,_deployment_preference_js__WEBPACK_IMPORTED_MODULE_2__/* .preferenceOf */ .z)(properties, defaults)?.['Type'];
    return type !== undefined && type !== 'AllAtOnce';
}
function hasEvents({ type, properties }, types = _event_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_EVENT_TYPES */ .nN) {
    if (type !== 'AWS::Serverless::Function')
        return false;
    return Object.values((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_1__/* .asMap */ .$H)(properties['Events'])).some((event) => types.has(String((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_1__/* .asMap */ .$H)(event)['Type'])));
}
const REFERENCE = /\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?\}/g;
/** Not those of whose alias or version SAM lets a template speak. */
const ITSELF = /\$\{([A-Za-z0-9]+)(?:\.(?!Alias\}|Version\})[A-Za-z0-9.]+)?\}/g;
/** Logical ids that a value refers to by `Ref`, `Fn::GetAtt` or inside `Fn::Sub`. */
function collectReferences(value, into, inText = REFERENCE) {
    if (Array.isArray(value)) {
        for (const item of value)
            collectReferences(item, into, inText);
        return;
    }
    if (!(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        if (key === 'Ref' && typeof item === 'string')
            into.add(item);
        else if (key === 'Fn::GetAtt')
            into.add(String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? '');
        else if (key === 'Fn::Sub') {
            const text = String(Array.isArray(item) ? item[0] : item);
            for (const match of text.matchAll(inText))
                into.add(match[1] ?? '');
            if (Array.isArray(item))
                collectReferences(item[1], into, inText);
        }
        else
            collectReferences(item, into, inText);
    }
}


/***/ }),

/***/ 47125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VN: () => (/* binding */ SAM_MAPPING_TYPES),
/* harmony export */   Vh: () => (/* binding */ CALLERS),
/* harmony export */   nN: () => (/* binding */ SAM_EVENT_TYPES)
/* harmony export */ });
/**
 * SAM event types that call a function without anybody choosing a version: all of the traffic is on the new code the
 * moment the function is updated. Left out are those whose callers go through an API that can be shifted or rolled
 * back by weight (`Api`, `HttpApi`).
 */
const SAM_EVENT_TYPES = new Set([
    'AlexaSkill',
    'CloudWatchEvent',
    'CloudWatchLogs',
    'Cognito',
    'DocumentDB',
    'DynamoDB',
    'EventBridgeRule',
    'IoTRule',
    'Kinesis',
    'MQ',
    'MSK',
    'S3',
    'SNS',
    'SQS',
    'Schedule',
    'ScheduleV2',
    'SelfManagedKafka',
]);
/** Those of them for which SAM makes an event source mapping: Lambda fetches what waits in a queue or a stream. */
const SAM_MAPPING_TYPES = new Set([
    'DocumentDB',
    'DynamoDB',
    'Kinesis',
    'MQ',
    'MSK',
    'SQS',
    'SelfManagedKafka',
]);
/** CloudFormation resources that call a function, and the properties that name it. Lists are searched item by item. */
const CALLERS = {
    'AWS::Lambda::EventSourceMapping': ['FunctionName'],
    'AWS::Events::Rule': ['Targets'],
    'AWS::Scheduler::Schedule': ['Target'],
    'AWS::Pipes::Pipe': ['Target', 'Enrichment'],
    'AWS::SNS::Subscription': ['Endpoint'],
    'AWS::SNS::Topic': ['Subscription'],
    'AWS::S3::Bucket': ['NotificationConfiguration'],
    'AWS::Logs::SubscriptionFilter': ['DestinationArn'],
    'AWS::IoT::TopicRule': ['TopicRulePayload'],
    'AWS::Cognito::UserPool': ['LambdaConfig'],
    'AWS::Lambda::EventInvokeConfig': ['DestinationConfig'],
};


/***/ }),

/***/ 26996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SZ: () => (/* binding */ isNestedStack),
/* harmony export */   TR: () => (/* binding */ createLocator),
/* harmony export */   vB: () => (/* binding */ nestedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78547);



/** Where a nested stack has its template, by resource type. */
const TEMPLATE_PROPERTY = {
    'AWS::CloudFormation::Stack': 'TemplateURL',
    'AWS::Serverless::Application': 'Location',
};
const DEEPEST = 5;
function isNestedStack(type) {
    return type in TEMPLATE_PROPERTY;
}
/**
 * Finds the place of a resource by its path through nested stacks (`Child.Function`), in the file that declares it;
 * what is in a file that cannot be read is located at the nested stack. Files are read when first asked for, once each.
 * @param file of the root template, absolute
 */
function createLocator(file, files) {
    const known = new Map();
    const templateOf = (path) => {
        if (!known.has(path))
            known.set(path, readTemplate(path, files));
        return known.get(path);
    };
    const locateIn = (path, resource, depth) => {
        const template = templateOf(path);
        const [first = '', ...rest] = resource.split('.');
        const child = rest.length === 0 || depth >= DEEPEST ? undefined : childFile(template, first);
        const inside = child === undefined ? undefined : locateIn((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), child), rest.join('.'), depth + 1);
        return inside ?? template?.locate(resource);
    };
    return (path) => locateIn(file, path, 0);
}
/** Where nested stacks have their templates, as it is written; undefined for one that is no local file, or is computed. */
function nestedFiles({ resources }) {
    return resources.filter(({ type }) => isNestedStack(type)).map(fileOf);
}
function childFile(template, logicalId) {
    const nested = template?.resources.find((resource) => resource.logicalId === logicalId);
    return nested && fileOf(nested);
}
function fileOf({ type, properties }) {
    const path = properties[TEMPLATE_PROPERTY[type] ?? ''];
    return typeof path === 'string' && !/^[a-z0-9]+:\/\//i.test(path) ? path : undefined;
}
/** A source that is gone or broken by now costs the place, never what is said of the failure. */
function readTemplate(path, { readFile, name }) {
    const text = readFile(path);
    if (text === undefined)
        return undefined;
    try {
        return (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__.parseTemplate)(text, name(path));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return undefined;
        throw error;
    }
}


/***/ })

};
