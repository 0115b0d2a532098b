export const id = 4301;
export const ids = [4301,8547];
export const modules = {

/***/ 2784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SQ: () => (/* binding */ ANY_MAPPING),
/* harmony export */   T1: () => (/* binding */ pattern),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   re: () => (/* binding */ consumerNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _template_event_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47125);
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26996);
/* harmony import */ var _template_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78547);
/* harmony import */ var _template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18267);





/** Event source mappings have no names: where any is meant, all are. */
const ANY_MAPPING = { mappings: true, rules: [], schedules: [], roles: [] };
/** CloudFormation shortens the name of the stack in names that it makes, where they may have 64 characters. */
const SURE_LENGTH = 20;
/** From the templates as they are written; a template that cannot be read, or nests others, may hold anything of its stack. */
function consumerNames({ instances }, readFile) {
    const found = instances.map(({ stack }) => namesIn(templateOf(stack.template, readFile), stack.stackName));
    const unique = (items) => [...new Set(items)].sort();
    return {
        mappings: found.some(({ mappings }) => mappings),
        rules: unique(found.flatMap(({ rules }) => rules)),
        schedules: unique(found.flatMap(({ schedules }) => schedules)),
        roles: unique(found.flatMap(({ roles }) => roles)),
    };
}
function namesIn(template, stackName) {
    const made = `${stackName.slice(0, SURE_LENGTH)}*`;
    const any = { mappings: true, rules: [made, `*/${made}`], schedules: [`*/${made}`], roles: [made] };
    if (template === undefined || template.resources.some(({ type }) => (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_2__/* .isNestedStack */ .SZ)(type)))
        return any;
    const events = template.resources.flatMap(eventsOf);
    const declared = template.resources.map(({ type, properties }) => ({ type, properties, id: undefined }));
    const all = [...declared, ...events];
    const rules = all.filter(({ type }) => type === 'AWS::Events::Rule' || _template_event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_RULE_TYPES */ .Fw.has(type));
    const schedules = all.filter(({ type }) => type === 'AWS::Scheduler::Schedule' || type === _template_event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_SCHEDULE_TYPE */ .bH);
    return {
        mappings: all.some(({ type }) => type === 'AWS::Lambda::EventSourceMapping' || _template_event_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_MAPPING_TYPES */ .VN.has(type)),
        rules: rules.map(({ properties }) => {
            const name = pattern(properties['Name'] ?? properties['RuleName']) ?? made;
            return properties['EventBusName'] === undefined ? name : `*/${name}`;
        }),
        // SAM calls a schedule as its resource, unless it is told otherwise.
        schedules: schedules.map(({ properties, id }) => {
            const own = properties['OmitName'] === true ? undefined : id;
            return `${group(properties['GroupName'])}/${pattern(properties['Name']) ?? own ?? made}`;
        }),
        roles: schedules.flatMap(({ properties }) => {
            const role = pattern(properties['RoleArn'] ?? (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(properties['Target'])['RoleArn']);
            return [role?.split(':role/').at(-1) ?? made];
        }),
    };
}
/** Events of SAM functions and state machines, with the logical id of what SAM makes of each. */
function eventsOf({ type, logicalId, properties }) {
    if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine')
        return [];
    return Object.entries((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(properties['Events'])).map(([name, event]) => ({
        type: String((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(event)['Type']),
        properties: (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(event)['Properties']),
        id: `${logicalId}${name}`,
    }));
}
/** A name as it is written, with `*` for what is put in; undefined where there is none or it is made by something else. */
function pattern(value) {
    const sub = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asMap */ .$H)(value)['Fn::Sub'];
    const text = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asText */ .e1)(value) ?? (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asText */ .e1)(sub) ?? (Array.isArray(sub) ? (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_4__/* .asText */ .e1)(sub[0]) : undefined);
    return text?.replaceAll(/\$\{[^}]*\}/g, '*');
}
function group(value) {
    return value === undefined ? 'default' : (pattern(value) ?? '*');
}
/** Undefined: it cannot be read. */
function templateOf(path, readFile) {
    const text = readFile(path);
    if (text === undefined)
        return undefined;
    try {
        return (0,_template_parse_js__WEBPACK_IMPORTED_MODULE_3__.parseTemplate)(text, path);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 16597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mappedSourcesOf),
/* harmony export */   u: () => (/* binding */ ANY_SOURCES)
/* harmony export */ });
/* harmony import */ var _template_event_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47125);
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26996);
/* harmony import */ var _template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18267);
/* harmony import */ var _consumer_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2784);




const ANY_SOURCES = { mappings: true, queues: ['*'], streams: true, nests: true };
/** From the templates as they are written; one that cannot be read, or nests others, may read anything. */
function mappedSourcesOf({ instances }, readFile) {
    const found = instances.map(({ stack }) => sourcesIn((0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(stack.template, readFile), stack.stackName));
    return {
        mappings: found.some(({ mappings }) => mappings),
        queues: [...new Set(found.flatMap(({ queues }) => queues))].sort(),
        streams: found.some(({ streams }) => streams),
        nests: found.some(({ nests }) => nests),
    };
}
function sourcesIn(template, stackName) {
    if (template === undefined || template.resources.some(({ type }) => (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_1__/* .isNestedStack */ .SZ)(type)))
        return ANY_SOURCES;
    const byId = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
    const sources = template.resources.flatMap(sourceOf).map((source) => byId.get(attributeOf(source) ?? '') ?? source);
    return {
        mappings: sources.length > 0,
        queues: sources.flatMap((source) => queueName(source, stackName)),
        streams: sources.some(isStream),
        nests: false,
    };
}
/** ARNs, or what they come from, of all that is read; undefined for what has none. */
function sourceOf({ type, properties }) {
    if (type === 'AWS::Lambda::EventSourceMapping')
        return [properties['EventSourceArn']];
    if (type !== 'AWS::Serverless::Function')
        return [];
    return Object.values((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(properties['Events']))
        .map(_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)
        .filter((event) => _template_event_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_MAPPING_TYPES */ .VN.has(String(event['Type'])))
        .map((event) => (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(event['Properties'])[event['Type'] === 'SQS' ? 'Queue' : 'Stream']);
}
/** Logical id in `Fn::GetAtt`, in both of its forms. */
function attributeOf(value) {
    const attribute = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(value)['Fn::GetAtt'];
    return (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(attribute)?.split('.')[0] ?? (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asList */ .DD)(attribute)[0]);
}
/** A resource of the template, or a value that is none. */
function queueName(source, stackName) {
    const { type, properties } = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(source);
    if (type === 'AWS::SQS::Queue')
        return [(0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_2__/* .pattern */ .T1)((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(properties)['QueueName']) ?? `${stackName}-*`];
    if (type !== undefined || source === undefined)
        return [];
    const arn = (0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_2__/* .pattern */ .T1)(source);
    if (arn === undefined)
        return ['*'];
    return arn.includes(':sqs:') || arn.startsWith('*') ? [arn.split(':').at(-1) ?? '*'] : [];
}
function isStream(source) {
    const type = (0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_3__/* .asMap */ .$H)(source)['type']);
    if (type !== undefined)
        return type !== 'AWS::SQS::Queue';
    const arn = (0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_2__/* .pattern */ .T1)(source);
    return source !== undefined && (arn === undefined || !arn.includes(':sqs:'));
}


/***/ }),

/***/ 40751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ servicesUsed),
/* harmony export */   r: () => (/* binding */ NO_SERVICES)
/* harmony export */ });
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26996);
/* harmony import */ var _template_plain_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18267);
/* harmony import */ var _consumer_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2784);



const ANY_SERVICES = {
    apis: true,
    tables: true,
    listeners: true,
    distributions: true,
    nests: true,
};
/** Where no configuration is known: without one there is no failover that could be ready. */
const NO_SERVICES = {
    apis: false,
    tables: false,
    listeners: false,
    distributions: false,
    nests: false,
};
/** From the templates as they are written; one that cannot be read, or nests others, may have anything. */
function servicesUsed({ instances }, readFile) {
    const found = instances.map(({ stack }) => servicesIn((0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(stack.template, readFile)));
    const some = (name) => found.some((services) => services[name]);
    return {
        apis: some('apis'),
        tables: some('tables'),
        listeners: some('listeners'),
        distributions: some('distributions'),
        nests: some('nests'),
    };
}
function servicesIn(template) {
    if (template === undefined || template.resources.some(({ type }) => (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_0__/* .isNestedStack */ .SZ)(type)))
        return ANY_SERVICES;
    const has = (pattern) => template.resources.some(({ type }) => pattern.test(type));
    // SAM makes an API of its own for events that name none.
    const events = template.resources.flatMap(({ properties }) => Object.values((0,_template_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H)(properties['Events'])).map(_template_plain_data_js__WEBPACK_IMPORTED_MODULE_2__/* .asMap */ .$H));
    return {
        apis: has(/^AWS::(?:ApiGateway(?:V2)?::|Serverless::(?:Api|HttpApi)$)/) ||
            events.some(({ Type }) => Type === 'Api' || Type === 'HttpApi'),
        tables: has(/^AWS::(?:DynamoDB::|Serverless::SimpleTable$)/),
        listeners: has(/^AWS::ElasticLoadBalancingV2::Listener$/),
        distributions: has(/^AWS::CloudFront::Distribution$/),
        nests: false,
    };
}


/***/ }),

/***/ 44737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ subjectOf),
/* harmony export */   t: () => (/* binding */ ssmNamesIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _preview_any_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39034);
/* harmony import */ var _template_deployment_preference_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44749);
/* harmony import */ var _template_locate_nested_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26996);
/* harmony import */ var _template_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78547);
/* harmony import */ var _topology_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86981);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21099);
/* harmony import */ var _consumer_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2784);
/* harmony import */ var _mapped_sources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(16597);
/* harmony import */ var _services_used_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40751);











const DEFAULT_FILE = 'multi-region.yml';
/**
 * The environment that the options mean; without a configuration and regions, the stack of that name or any stack.
 *
 * @throws UserError what is wrong with the configuration
 */
async function subjectOf(options, files) {
    const environment = await environmentOf(options, files);
    if (environment === undefined)
        return withoutEnvironment(options);
    const settings = environment.instances.map((instance) => instance.settings);
    const buckets = settings.map(({ artifactBucket }) => options['artifact-bucket'] ?? artifactBucket);
    const partitions = new Set(environment.targets.map(({ partition }) => partition));
    const [partition = 'aws'] = partitions;
    return {
        environment,
        partition: partitions.size > 1 ? '*' : partition,
        stackNames: unique(environment.instances.map(({ stack }) => stack.stackName)),
        buckets: unique(buckets),
        managedBucket: buckets.includes(undefined),
        serviceRoles: unique([options['service-role'], ...settings.map(({ serviceRole }) => serviceRole)]),
        ssmParameters: ssmNamesIn(environment),
        stackPolicy: settings.some(({ stackPolicy }) => stackPolicy !== undefined),
        terminationProtection: settings.some(({ terminationProtection }) => terminationProtection !== undefined),
        rollbackAlarms: settings.some(({ rollbackTriggers }) => rollbackTriggers !== undefined),
        ...pausedIn(environment, files),
        ...(environment.failover?.consumers && { consumers: (0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerNames */ .re)(environment, files.readFile) }),
        mapped: (0,_mapped_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .mappedSourcesOf */ .J)(environment, files.readFile),
        services: (0,_services_used_js__WEBPACK_IMPORTED_MODULE_9__/* .servicesUsed */ .g)(environment, files.readFile),
        samEngine: (options.engine ?? environment.engine) === 'sam',
        codeDeploy: environment.stacks.some(({ template, inRegion }) => inRegion !== undefined || mayShift(template, files)),
    };
}
/** Nothing but a stack's name is known, or not even that: then everything that a configuration could ask for is in. */
function withoutEnvironment(options) {
    const name = options['stack-name'];
    return {
        partition: 'aws',
        stackNames: [name ?? '*'],
        buckets: unique([options['artifact-bucket']]),
        managedBucket: options['artifact-bucket'] === undefined,
        serviceRoles: unique([options['service-role']]),
        ssmParameters: ['*'],
        stackPolicy: name === undefined,
        terminationProtection: name === undefined,
        rollbackAlarms: name === undefined,
        samEngine: options.engine === 'sam',
        codeDeploy: name === undefined,
        ...(name === undefined && { paused: _consumer_names_js__WEBPACK_IMPORTED_MODULE_7__/* .ANY_MAPPING */ .SQ }),
    };
}
/** Only what a stack pauses counts of what it has. */
function pausedIn(environment, { readFile }) {
    const pausing = (kind) => ({
        instances: environment.instances.filter(({ settings }) => settings.pauseConsumers?.includes(kind)),
    });
    const { schedules, roles } = (0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerNames */ .re)(pausing('schedule'), readFile);
    const mappings = pausing('mapping').instances.length > 0;
    const { rules } = (0,_consumer_names_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerNames */ .re)(pausing('rule'), readFile);
    const nothing = !mappings && rules.length === 0 && schedules.length === 0;
    return nothing ? {} : { paused: { mappings, rules, schedules, roles } };
}
/** Nested stacks in nested stacks are followed so deep. */
const DEEPEST = 5;
/** A template that is not here, or cannot be read, may hold anything; also a nested one. */
function mayShift(path, files, depth = 0) {
    const text = files.readFile(path);
    if (text === undefined)
        return true;
    try {
        const template = (0,_template_parse_js__WEBPACK_IMPORTED_MODULE_4__.parseTemplate)(text, path);
        if ((0,_template_deployment_preference_js__WEBPACK_IMPORTED_MODULE_10__/* .shiftedAliases */ .c)(template) !== undefined)
            return true;
        return (depth < DEEPEST &&
            (0,_template_locate_nested_js__WEBPACK_IMPORTED_MODULE_3__/* .nestedFiles */ .vB)(template).some((file) => file === undefined || mayShift((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file), files, depth + 1)));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return true;
        throw error;
    }
}
async function environmentOf(options, files) {
    const { regions, template, environment } = options;
    const stackName = options['stack-name'];
    const config = options.config ?? defaultFile(options, files);
    if (config === undefined && regions === undefined) {
        if (environment === undefined)
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('no-configuration', `there is no ${DEFAULT_FILE} with the environment ${environment}`, {
            fix: ['Name the configuration file with config, or leave environment out.'],
        });
    }
    return (0,_topology_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadEnvironment */ .Ye)({
        directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(files.cwd),
        readFile: files.readFile,
        requireTemplates: false,
        nameInput: (name) => name,
        inline: {
            ...(regions !== undefined && { regions }),
            ...(stackName !== undefined && { stackName }),
            ...(template !== undefined && { template }),
        },
        ...(config !== undefined && { file: config }),
        ...(environment !== undefined && { environment }),
        ...((options.for === 'preview' || options.for === 'cleanup') && { preview: _preview_any_js__WEBPACK_IMPORTED_MODULE_2__/* .ANY_PREVIEW */ .c }),
    });
}
/** A stack that is named by an option is not one of the configuration. */
function defaultFile(options, { cwd, readFile }) {
    if (options.regions !== undefined || options['stack-name'] !== undefined)
        return undefined;
    return readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}
/** SSM parameters that any text in it refers to. */
function ssmNamesIn(value) {
    return unique(textsIn(value).flatMap(ssmNames));
}
function ssmNames(text) {
    const names = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_6__/* .referencesIn */ .ii)(text).flatMap((reference) => (reference.kind === 'ssm' ? [reference.name] : []));
    return names.map((name) => name.replace(/:.*/, ''));
}
/** Every text in a configuration, wherever it stands: references may be in parameters, tags and gates. */
function textsIn(value, seen = new Set()) {
    if (typeof value === 'string')
        return value.includes('${') ? [value] : [];
    if (typeof value !== 'object' || value === null || seen.has(value))
        return [];
    seen.add(value);
    return Object.values(value).flatMap((item) => textsIn(item, seen));
}
function unique(values) {
    return [...new Set(values.filter((value) => value !== undefined))];
}


/***/ }),

/***/ 20589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ permissions)
/* harmony export */ });
/** Where each command declares what it needs. A new command does not compile without an entry. */
const permissions = {
    deploy: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430), __webpack_require__.e(8202)]).then(__webpack_require__.bind(__webpack_require__, 81430))).deployPermissions,
    promote: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430), __webpack_require__.e(8202)]).then(__webpack_require__.bind(__webpack_require__, 81430))).deployPermissions,
    abort: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(665)]).then(__webpack_require__.bind(__webpack_require__, 10665))).abortPermissions,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430), __webpack_require__.e(8202)]).then(__webpack_require__.bind(__webpack_require__, 81430))).planPermissions,
    status: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(287)]).then(__webpack_require__.bind(__webpack_require__, 50287))).statusPermissions,
    verify: async () => (await __webpack_require__.e(/* import() */ 6012).then(__webpack_require__.bind(__webpack_require__, 46012))).verifyPermissions,
    shift: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1741)]).then(__webpack_require__.bind(__webpack_require__, 51741))).shiftPermissions,
    failover: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(82)]).then(__webpack_require__.bind(__webpack_require__, 80082))).failoverPermissions,
    failback: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(82)]).then(__webpack_require__.bind(__webpack_require__, 80082))).failbackPermissions,
    drill: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(9643)]).then(__webpack_require__.bind(__webpack_require__, 79643))).drillPermissions,
    rollback: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(4495)]).then(__webpack_require__.bind(__webpack_require__, 94495))).rollbackPermissions,
    preview: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430), __webpack_require__.e(1081)]).then(__webpack_require__.bind(__webpack_require__, 25885))).previewPermissions,
    cleanup: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430), __webpack_require__.e(1081)]).then(__webpack_require__.bind(__webpack_require__, 25885))).cleanupPermissions,
    remove: async () => (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(2817)]).then(__webpack_require__.bind(__webpack_require__, 19637))).removePermissions,
};


/***/ }),

/***/ 39034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ANY_PREVIEW)
/* harmony export */ });
/** Stands for the preview of any pull request, where its number does not matter: where previews go, what they may do. */
const ANY_PREVIEW = { number: 1, stackName: (key) => key, tags: () => ({}) };


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


/***/ }),

/***/ 78547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTemplate: () => (/* binding */ parseTemplate)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/template/document.ts

/** The syntax tree of a template. `failsafe`: types are told from the text by us; short-form tags need no schema. */
function composeDocument(text) {
    return (0,dist.parseDocument)(text, {
        schema: 'failsafe',
        prettyErrors: false,
        uniqueKeys: false,
        logLevel: 'silent',
        keepSourceTokens: false,
    });
}
function locationAt(file, text, offset) {
    let line = 1;
    let start = 0;
    for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
        line += 1;
        start = next + 1;
    }
    return { file, line, column: offset - start + 1 };
}
/** Follows a path as far as it goes. A short-form function (`!Sub`) takes no part of the path: its value has no keys. */
function follow(document, path) {
    let node = document.contents;
    let offset = rangeStart(node) ?? 0;
    let depth = 0;
    for (const part of path) {
        const target = (0,dist.isAlias)(node) ? node.resolve(document) : node;
        let next;
        if ((0,dist.isMap)(target)) {
            const pair = target.items.findLast(({ key }) => (0,dist.isScalar)(key) && String(key.value) === String(part));
            if (pair)
                next = { node: pair.value, offset: rangeStart(pair.key) ?? offset };
        }
        else if ((0,dist.isSeq)(target)) {
            const item = target.items[Number(part)];
            if (item !== undefined)
                next = { node: item, offset: rangeStart(item) ?? offset };
        }
        if (!next)
            break;
        ({ node, offset } = next);
        depth += 1;
    }
    return { node, offset, depth };
}
function spanOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isScalar)(node) || !node.range)
        return undefined;
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    return { start: node.range[0], end: node.range[1], style };
}
function mapStartOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isMap)(node))
        return undefined;
    const offset = rangeStart(node.items[0]?.key);
    return offset === undefined ? undefined : { offset, flow: node.flow === true };
}
const STYLES = {
    PLAIN: 'plain',
    QUOTE_SINGLE: 'single',
    QUOTE_DOUBLE: 'double',
    BLOCK_FOLDED: 'block',
    BLOCK_LITERAL: 'block',
};
function rangeStart(node) {
    return ((0,dist.isScalar)(node) || (0,dist.isMap)(node) || (0,dist.isSeq)(node) || (0,dist.isAlias)(node) ? node.range : undefined)?.[0];
}

;// CONCATENATED MODULE: ./src/template/location-path.ts
/**
 * What a path as people and CloudFormation write it may mean in a template's data, most likely first:
 * a resource, a parameter, or a path from the root.
 */
function pathOf(path) {
    if (path.startsWith('/'))
        return [path.slice(1).split('/').map(unescapePointer)];
    const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
    return [['Resources', ...parts], ['Parameters', ...parts], parts];
}
function unescapePointer(part) {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
// EXTERNAL MODULE: ./src/template/sections.ts
var sections = __webpack_require__(40496);
;// CONCATENATED MODULE: ./src/template/intrinsics.ts
/** Short forms whose long form is not `Fn::` and the name. */
const BARE = new Set(['Ref', 'Condition']);
/**
 * The long form of a value under a YAML tag: `!Ref X` is `{Ref: X}`, `!GetAtt A.B` is `{'Fn::GetAtt': ['A', 'B']}`.
 * Undefined for tags that are no CloudFormation function (`!!str`).
 */
function longForm(tag, value) {
    const name = /^!([A-Za-z]\w*)$/.exec(tag)?.[1];
    if (name === undefined)
        return undefined;
    if (BARE.has(name))
        return { [name]: value };
    if (name === 'GetAtt' && typeof value === 'string') {
        const dot = value.indexOf('.');
        return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
    }
    return { [`Fn::${name}`]: value };
}

;// CONCATENATED MODULE: ./src/template/yaml-data.ts


/** An alias that contains itself has no finite data. */
class EndlessAlias extends Error {
}
/**
 * Data of a parsed YAML document (schema `failsafe`), with CloudFormation's short forms written out. Plain scalars are
 * read as YAML 1.1 does for CloudFormation, except that numbers with a leading zero and dates stay text: they are
 * account ids and template versions, never octal numbers.
 */
function yamlData(document) {
    const resolved = new Map();
    const open = new Set();
    function convert(node) {
        if ((0,dist.isAlias)(node))
            return target(node.resolve(document));
        if ((0,dist.isScalar)(node))
            return tagged(node.tag, scalarValue(node));
        if ((0,dist.isSeq)(node))
            return tagged(node.tag, node.items.map(convert));
        if ((0,dist.isMap)(node)) {
            const map = {};
            for (const { key, value } of node.items) {
                const name = (0,dist.isScalar)(key) ? String(key.value ?? '') : JSON.stringify(convert(key));
                if (name === '<<')
                    merge(map, convert(value));
                else
                    set(map, name, convert(value));
            }
            return tagged(node.tag, map);
        }
        return null;
    }
    /** One object for all aliases of an anchor: aliases of aliases take no more room than the text. */
    function target(node) {
        if (node === undefined)
            return null;
        if (resolved.has(node))
            return resolved.get(node);
        if (open.has(node))
            throw new EndlessAlias('an alias contains itself');
        open.add(node);
        const value = convert(node);
        open.delete(node);
        resolved.set(node, value);
        return value;
    }
    return convert(document.contents);
}
/** `<<`: keys that the map has itself win, wherever they stand. */
function merge(into, value) {
    for (const source of Array.isArray(value) ? value : [value]) {
        if (typeof source !== 'object' || source === null)
            continue;
        for (const [key, item] of Object.entries(source))
            if (!Object.hasOwn(into, key))
                set(into, key, item);
    }
}
function set(map, key, value) {
    if (key === '__proto__')
        Object.defineProperty(map, key, { value, enumerable: true, configurable: true });
    else
        map[key] = value;
}
function tagged(tag, value) {
    return (tag === undefined ? undefined : longForm(tag, value)) ?? value;
}
function scalarValue(node) {
    const text = String(node.value ?? '');
    return node.type === 'PLAIN' && !node.tag?.startsWith('!') ? plainValue(text) : text;
}
function plainValue(text) {
    const first = text.charCodeAt(0);
    const numeric = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
    if (numeric)
        return /^[-+]?(?:0|[1-9][0-9_]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/.test(text) ? number(text) : text;
    if (text.length > 5)
        return text;
    switch (text) {
        case '':
        case '~':
        case 'null':
        case 'Null':
        case 'NULL':
            return null;
    }
    if (/^(?:true|yes|on)$/i.test(text))
        return true;
    return /^(?:false|no|off)$/i.test(text) ? false : text;
}
function number(text) {
    const value = Number(text.replaceAll('_', ''));
    return Number.isNaN(value) ? text : value;
}

;// CONCATENATED MODULE: ./src/template/parse.ts






/**
 * Reads a SAM or CloudFormation template, YAML (with short-form functions) or JSON. JSON costs no syntax tree until
 * something is located in it.
 *
 * @throws UserError `template-not-yaml` with the line, `template-not-cloudformation`
 */
function parseTemplate(text, file) {
    const json = /^\s*\{/.test(text) ? parseJson(text) : undefined;
    let document = json === undefined ? composeChecked(text, file) : undefined;
    const tree = () => {
        document ??= composeDocument(text);
        return document;
    };
    const data = json ?? toData(tree(), file);
    if (!(0,plain_data/* isMap */.jh)(data) || !(0,plain_data/* isMap */.jh)(data['Resources']) || Object.keys(data['Resources']).length === 0) {
        throw notCloudFormation(data, file);
    }
    const locate = (path) => {
        const candidates = pathOf(path).map((parts) => ({ parts, found: follow(tree(), parts) }));
        const best = candidates.find(({ parts, found }) => found.depth > Math.min(1, parts.length - 1));
        return best && locationAt(file, text, best.found.offset);
    };
    let resources;
    return {
        file,
        text,
        data,
        get parameters() {
            return (0,sections/* parametersOf */.mC)(data).map((parameter) => ({
                ...parameter,
                location: locationAt(file, text, follow(tree(), ['Parameters', parameter.name]).offset),
            }));
        },
        transforms: (0,sections/* transformsOf */.R4)(data),
        get resources() {
            resources ??= (0,sections/* resourcesOf */.F3)(data);
            return resources;
        },
        globals: (0,plain_data/* asMap */.$H)(data['Globals']),
        locate,
        scalarAt: (path) => spanOf(tree(), path),
        mapStart: (path) => mapStartOf(tree(), path),
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // YAML in flow style, or broken: the YAML parser tells, and with the line.
        return undefined;
    }
}
function composeChecked(text, file) {
    let document;
    try {
        document = composeDocument(text);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, text, error);
    }
    const problem = document.errors[0];
    if (problem)
        throw notYaml(file, problem.message, problem.pos[0], text, problem);
    return document;
}
function toData(document, file) {
    try {
        return yamlData(document);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, '', error);
    }
}
function notYaml(file, reason, offset, text, cause) {
    return new errors/* UserError */.yo('template-not-yaml', `The template ${file} is neither YAML nor JSON: ${reason}`, {
        location: text ? locationAt(file, text, offset) : { file },
        fix: ['Correct the template; "sam validate" checks it without deploying.'],
        cause,
    });
}
function notCloudFormation(data, file) {
    const what = !(0,plain_data/* isMap */.jh)(data)
        ? 'it holds no mapping'
        : (0,plain_data/* isMap */.jh)(data['Resources'])
            ? 'its Resources section is empty'
            : 'it has no Resources section';
    return new errors/* UserError */.yo('template-not-cloudformation', `${file} is no SAM or CloudFormation template: ${what}.`, {
        location: { file },
        fix: ['Name the file that holds the Resources section of the stack.'],
    });
}


/***/ }),

/***/ 18267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ asMap),
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a map, or an empty one. */
function asMap(value) {
    return isMap(value) ? value : {};
}
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value as a list, or an empty one. */
function asList(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 40496:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   R4: () => (/* binding */ transformsOf),
/* harmony export */   kV: () => (/* binding */ forEachLoops),
/* harmony export */   mC: () => (/* binding */ parametersOf)
/* harmony export */ });
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18267);

function parametersOf(data) {
    return Object.entries((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Parameters'])).map(([name, value]) => {
        const declared = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value);
        const defaultText = scalarText(declared['Default']);
        return {
            name,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(declared['Type']) ?? 'String',
            hasDefault: 'Default' in declared,
            noEcho: declared['NoEcho'] === true || String(declared['NoEcho']).toLowerCase() === 'true',
            ...(defaultText !== undefined && { defaultText }),
        };
    });
}
function transformsOf(data) {
    const value = data['Transform'];
    return (Array.isArray(value) ? value : [value])
        .map((item) => (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(item) ?? (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(item)['Name']))
        .filter((name) => name !== undefined);
}
function resourcesOf(data) {
    const found = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], (logicalId, value, path) => {
        const deletionPolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['DeletionPolicy']);
        const updateReplacePolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['UpdateReplacePolicy']);
        const condition = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Condition']);
        const updatePolicy = value['UpdatePolicy'];
        found.push({
            logicalId,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Type']) ?? '',
            properties: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Properties']),
            metadata: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Metadata']),
            ...(deletionPolicy !== undefined && { deletionPolicy }),
            ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
            ...(condition !== undefined && { condition }),
            ...((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(updatePolicy) && { updatePolicy }),
            path,
        });
    });
    return found;
}
/** Every loop of the Resources section, outer ones first. */
function forEachLoops(data) {
    const loops = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], () => { }, (loop) => loops.push(loop));
    return loops;
}
function walk(resources, path, onResource, onLoop = () => { }) {
    for (const [key, value] of Object.entries(resources)) {
        if (!key.startsWith('Fn::ForEach::')) {
            if ((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
                onResource(key, value, [...path, key]);
        }
        else if (Array.isArray(value) && (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value[2])) {
            onLoop({ key, variable: String(value[0]), collection: value[1], body: value[2], path: [...path, key] });
            walk(value[2], [...path, key, 2], onResource, onLoop);
        }
    }
}
function scalarText(value) {
    if (value === undefined || value === null || (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return undefined;
    return Array.isArray(value) ? value.join(',') : String(value);
}


/***/ })

};
