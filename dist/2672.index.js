export const id = 2672;
export const ids = [2672];
export const modules = {

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

/***/ 5490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   P: () => (/* binding */ findConsumers),
/* harmony export */   mq: () => (/* binding */ consumersOfFunctions)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _template_consumer_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27818);
/* harmony import */ var _template_consumers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57683);
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26996);
/* harmony import */ var _template_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78547);
/* harmony import */ var _template_plain_data_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18267);






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
    return markedIn({ key, stackName }, marks, cloudformation);
}
/** Everything of a stack, and of those that it nests, that calls their functions by itself. @throws AwsError */
async function consumersOfFunctions(stack, cloudformation) {
    return markedIn(stack, { names: ['*'], ofFunctions: true }, cloudformation);
}
async function markedIn({ key, stackName }, marks, cloudformation) {
    return inStack(stackName, '');
    async function inStack(stack, prefix) {
        const resources = await resourcesOf(stack, cloudformation);
        const nested = resources.filter(({ type }) => (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_3__/* .isNestedStack */ .SZ)(type));
        const inner = nested.map(({ logicalId, physicalId }) => physicalId === undefined ? NONE : inStack(physicalId, `${prefix}${logicalId}/`));
        const own = resources.some(({ type }) => type in _template_consumer_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .CONSUMER_KINDS */ .P) ? [inThis(stack, prefix, resources)] : [];
        const found = await Promise.all([...own, ...inner]);
        return {
            consumers: found.flatMap(({ consumers }) => consumers),
            problems: found.flatMap(({ problems }) => problems),
        };
    }
    async function inThis(stack, prefix, resources) {
        const template = (0,_template_parse_js__WEBPACK_IMPORTED_MODULE_4__.parseTemplate)(await cloudformation.getTemplate(stack, 'Processed'), stack);
        const consumers = [];
        const problems = [];
        for (const marked of (0,_template_consumers_js__WEBPACK_IMPORTED_MODULE_2__/* .markedConsumers */ ._)(template, marks, prefix)) {
            const id = physicalIdOf(marked.logicalId, resources);
            // Its condition does not hold here.
            if (id === undefined)
                continue;
            const resource = `${key}/${prefix}${marked.logicalId}`;
            const place = await placeOf(marked, id, stack, resources);
            if (place === undefined)
                problems.push(`the name of the schedule group of ${resource} is not known`);
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
        const ref = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_5__/* .asMap */ .$H)(group)['Ref'];
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
/** None where there is no such stack. @throws AwsError */
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

/***/ 13494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ activeStatesOf),
/* harmony export */   x: () => (/* binding */ visibleActiveStates)
/* harmony export */ });
/* harmony import */ var _records_active_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38286);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58010);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
function activeStatesOf(environment, works, context) {
    return (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, works), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context), context.clock);
}
/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleActiveStates(environment, works, context) {
    const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePlaces */ .fj)(environment, works, context);
    return places.length === 0
        ? undefined
        : (0,_records_active_state_js__WEBPACK_IMPORTED_MODULE_0__/* .createActiveStates */ .p)((0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeStateKey */ .XY)(environment), places, (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context), context.clock);
}


/***/ }),

/***/ 63934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ goodTargets),
/* harmony export */   tn: () => (/* binding */ findStacks),
/* harmony export */   xu: () => (/* binding */ serves)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53860);


/** Looks at all stacks of these targets. @throws AwsError, except where a region does not answer */
async function findStacks({ instances }, works) {
    const find = async ({ target, session }) => {
        const own = instances.filter((instance) => instance.target.name === target.name);
        const found = own.map(async ({ stack: { key, stackName } }) => {
            try {
                return { key, stack: await session.cloudformation.describeStack(stackName) };
            }
            catch (error) {
                // Nobody knows how it is, so it gets no traffic; what else is wrong is said where it matters.
                if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable')
                    return { key, stack: 'unknown' };
                throw error;
            }
        });
        return [target.name, await Promise.all(found)];
    };
    return new Map(await Promise.all([...works.values()].map(find)));
}
/** Targets whose stacks are all there and in a state that a deployment may leave behind. */
async function goodTargets(environment, works) {
    const found = [...(await findStacks(environment, works))];
    return new Set(found.flatMap(([name, own]) => (own.length > 0 && own.every(serves) ? [name] : [])));
}
/** A stack that CloudFormation restored after a failed update is what it was before: it serves. */
function serves({ stack }) {
    if (stack === undefined || stack === 'unknown')
        return false;
    const { success, end, next } = (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statusMeaning */ .uj)(stack.status);
    return success || (end === 'failed' && next === 'update');
}


/***/ }),

/***/ 27818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ CONSUMER_KINDS)
/* harmony export */ });
/** Resource types that call functions by themselves and can be switched off. */
const CONSUMER_KINDS = {
    'AWS::Lambda::EventSourceMapping': 'mapping',
    'AWS::Events::Rule': 'rule',
    'AWS::Scheduler::Schedule': 'schedule',
};


/***/ }),

/***/ 57683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ markedConsumers),
/* harmony export */   c: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var _consumer_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27818);
/* harmony import */ var _event_driven_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21369);
/* harmony import */ var _event_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47125);
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18267);




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
        const kind = _consumer_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .CONSUMER_KINDS */ .P[type];
        if (kind === undefined)
            return [];
        if (marks.ofFunctions && kind !== 'mapping' && !calledBy(resource, byId).some(isFunction))
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
function isFunction({ type }) {
    return type === 'AWS::Lambda::Function' || type === 'AWS::Serverless::Function';
}
function calledBy({ type, properties }, byId) {
    const named = new Set();
    for (const name of _event_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .CALLERS */ .Vh[type] ?? [])
        (0,_event_driven_js__WEBPACK_IMPORTED_MODULE_1__/* .collectReferences */ .XM)(properties[name], named);
    return [...named].flatMap((id) => {
        const found = byId.get(id);
        if (found === undefined)
            return [];
        if (!VERSIONS.has(found.type))
            return [found];
        const functions = new Set();
        (0,_event_driven_js__WEBPACK_IMPORTED_MODULE_1__/* .collectReferences */ .XM)(found.properties['FunctionName'], functions);
        return [found, ...[...functions].flatMap((name) => byId.get(name) ?? [])];
    });
}
function groupOf({ properties }, byId) {
    const ref = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(properties['GroupName'])['Ref'];
    const found = typeof ref === 'string' ? byId.get(ref) : undefined;
    return found === undefined ? [] : [found];
}
/** As a list of keys and values, or as a map (SAM, AWS::Lambda::*). */
function hasTag({ properties }, { tag }) {
    if (tag === undefined)
        return false;
    const { Tags: tags } = properties;
    const pairs = Array.isArray(tags)
        ? tags.map((item) => [(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(item)['Key'], (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(item)['Value']])
        : Object.entries((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(tags));
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
/* harmony export */   I7: () => (/* binding */ consumerKinds),
/* harmony export */   XM: () => (/* binding */ collectReferences)
/* harmony export */ });
/* harmony import */ var _consumer_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27818);
/* harmony import */ var _deployment_preference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44749);
/* harmony import */ var _event_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47125);
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18267);




const FUNCTIONS = new Set(['AWS::Serverless::Function', 'AWS::Lambda::Function']);
/**
 * Logical ids of functions that events call and that switch to new code all at once, without steps or a way back by
 * traffic. A SAM alias (`AutoPublishAlias`) alone changes nothing, it is moved at once; with an enabled
 * `DeploymentPreference` other than `AllAtOnce` CodeDeploy moves it in steps, and the events follow it, but not those of a rule,
 * a schedule or a mapping beside it that names the function itself and not its alias.
 */
function switchesAtOnce(template) {
    const defaults = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(template.globals['Function']);
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
        for (const name of _event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .CALLERS */ .Vh[type] ?? [])
            collectReferences(properties[name], past, ITSELF);
    }
    return template.resources
        .filter(({ type }) => FUNCTIONS.has(type))
        .map(({ logicalId }) => logicalId)
        .filter((name) => past.has(name) || (called.has(name) && !shifted.has(name)));
}
/** What a stack of the template has that calls functions by itself and can be switched off; nested stacks not counted. */
function consumerKinds({ resources }) {
    const written = resources.flatMap(({ type }) => _consumer_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .CONSUMER_KINDS */ .P[type] ?? []);
    const made = resources.flatMap((resource) => [
        ...(hasEvents(resource, _event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_MAPPING_TYPES */ .VN) ? ['mapping'] : []),
        ...(hasEvents(resource, _event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_RULE_TYPES */ .Fw) ? ['rule'] : []),
        ...(hasEvents(resource, SCHEDULES) ? ['schedule'] : []),
    ]);
    return new Set([...written, ...made]);
}
const SCHEDULES = new Set([_event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_SCHEDULE_TYPE */ .bH]);
function shiftsGradually(properties, defaults) {
    const type = (0,_deployment_preference_js__WEBPACK_IMPORTED_MODULE_3__/* .preferenceOf */ .z)(properties, defaults)?.['Type'];
    return type !== undefined && type !== 'AllAtOnce';
}
function hasEvents({ type, properties }, types = _event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_EVENT_TYPES */ .nN) {
    if (type !== 'AWS::Serverless::Function')
        return false;
    return Object.values((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(properties['Events'])).some((event) => types.has(String((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(event)['Type'])));
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
    if (!(0,_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
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
/* harmony export */   Fw: () => (/* binding */ SAM_RULE_TYPES),
/* harmony export */   VN: () => (/* binding */ SAM_MAPPING_TYPES),
/* harmony export */   Vh: () => (/* binding */ CALLERS),
/* harmony export */   bH: () => (/* binding */ SAM_SCHEDULE_TYPE),
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
/** Those for which SAM makes a rule of EventBridge. */
const SAM_RULE_TYPES = new Set(['CloudWatchEvent', 'EventBridgeRule', 'Schedule']);
/** For which it makes a schedule of EventBridge Scheduler. */
const SAM_SCHEDULE_TYPE = 'ScheduleV2';
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
