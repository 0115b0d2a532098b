export const id = 1228;
export const ids = [1228];
export const modules = {

/***/ 1228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyText: () => (/* binding */ policyText)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/topology/index.ts + 42 modules
var topology = __webpack_require__(3930);
// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(1099);
;// CONCATENATED MODULE: ./src/commands/policy/subject.ts




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
        ssmParameters: unique(textsIn(environment).flatMap(ssmNames)),
        stackPolicy: settings.some(({ stackPolicy }) => stackPolicy !== undefined),
        terminationProtection: settings.some(({ terminationProtection }) => terminationProtection !== undefined),
        rollbackAlarms: settings.some(({ rollbackTriggers }) => rollbackTriggers !== undefined),
        samEngine: (options.engine ?? environment.engine) === 'sam',
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
    };
}
async function environmentOf(options, files) {
    const { regions, template, environment } = options;
    const stackName = options['stack-name'];
    const config = options.config ?? defaultFile(options, files);
    if (config === undefined && regions === undefined) {
        if (environment === undefined)
            return undefined;
        throw new errors/* UserError */.yo('no-configuration', `there is no ${DEFAULT_FILE} with the environment ${environment}`, {
            fix: ['Name the configuration file with config, or leave environment out.'],
        });
    }
    return (0,topology/* loadEnvironment */.Ye)({
        directory: (0,external_node_path_.resolve)(files.cwd),
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
    });
}
/** A stack that is named by an option is not one of the configuration. */
function defaultFile(options, { cwd, readFile }) {
    if (options.regions !== undefined || options['stack-name'] !== undefined)
        return undefined;
    return readFile((0,external_node_path_.join)(cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}
function ssmNames(text) {
    const names = (0,references/* referencesIn */.ii)(text).flatMap((reference) => (reference.kind === 'ssm' ? [reference.name] : []));
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

;// CONCATENATED MODULE: ./src/commands/policy/table.ts
/** Where each command declares what it needs. A new command does not compile without an entry. */
const permissions = {
    deploy: async () => (await __webpack_require__.e(/* import() */ 1748).then(__webpack_require__.bind(__webpack_require__, 1748))).deployPermissions,
    promote: async () => (await __webpack_require__.e(/* import() */ 1748).then(__webpack_require__.bind(__webpack_require__, 1748))).deployPermissions,
    abort: async () => (await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 665))).abortPermissions,
    plan: async () => (await __webpack_require__.e(/* import() */ 1748).then(__webpack_require__.bind(__webpack_require__, 1748))).planPermissions,
    status: async () => (await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 287))).statusPermissions,
    verify: async () => (await __webpack_require__.e(/* import() */ 6012).then(__webpack_require__.bind(__webpack_require__, 6012))).verifyPermissions,
    shift: async () => (await __webpack_require__.e(/* import() */ 1741).then(__webpack_require__.bind(__webpack_require__, 1741))).shiftPermissions,
    rollback: async () => (await __webpack_require__.e(/* import() */ 4495).then(__webpack_require__.bind(__webpack_require__, 6876))).rollbackPermissions,
    remove: async () => (await __webpack_require__.e(/* import() */ 9637).then(__webpack_require__.bind(__webpack_require__, 9637))).removePermissions,
};

;// CONCATENATED MODULE: ./src/commands/policy.ts




/**
 * The least-privilege IAM policy of the command that `for` names (`deploy` unless given), as JSON: what its own calls
 * need in each target. What CloudFormation needs to make the resources of the template is not in it
 * (docs/permissions.md).
 *
 * @throws UserError what is wrong with the configuration
 */
async function policyText(options, files) {
    const statementsOf = await permissions[options.for ?? 'deploy']();
    const subject = await subjectOf(options, files ?? { cwd: (0,external_node_path_.resolve)(options['working-directory'] ?? '.'), readFile });
    return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject) }, null, 2)}\n`;
}
function readFile(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ })

};
