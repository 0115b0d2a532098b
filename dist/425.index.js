export const id = 425;
export const ids = [425];
export const modules = {

/***/ 4425:
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
// EXTERNAL MODULE: ./src/release/managed-bucket-names.ts
var managed_bucket_names = __webpack_require__(7786);
// EXTERNAL MODULE: ./src/stack/names.ts
var names = __webpack_require__(2444);
;// CONCATENATED MODULE: ./src/commands/policy/statements.ts


const CHANGE_SETS = ['CreateChangeSet', 'DescribeChangeSet', 'DeleteChangeSet'];
const EVENTS = ['DescribeEvents', 'DescribeStackEvents'];
/** What our own calls do with the stacks of the environment. */
const ON_STACKS = {
    status: ['DescribeStacks'],
    remove: ['DescribeStacks', ...EVENTS, 'ListStackResources', 'DeleteStack'],
    // A plan repairs what stands in its way (ROLLBACK_COMPLETE, UPDATE_ROLLBACK_FAILED), and leaves no empty stack behind.
    plan: [
        'DescribeStacks',
        ...EVENTS,
        'ListStackResources',
        'ListChangeSets',
        'GetTemplate',
        ...CHANGE_SETS,
        'ContinueUpdateRollback',
        'DeleteStack',
    ],
    deploy: [
        'DescribeStacks',
        ...EVENTS,
        'ListStackResources',
        'ListChangeSets',
        'GetTemplate',
        ...CHANGE_SETS,
        'ExecuteChangeSet',
        'ContinueUpdateRollback',
        'DeleteStack',
    ],
};
/** Transforms of AWS that SAM templates use. CloudFormation asks for them in the name of the caller. */
const TRANSFORMS = ['Serverless-2016-10-31', 'LanguageExtensions'];
/** CloudFormation makes SAM's managed bucket with the caller's rights: what its template says, and no more. */
const MAKE_BUCKET = [
    's3:CreateBucket',
    's3:PutBucketPublicAccessBlock',
    's3:PutBucketPolicy',
    's3:GetBucketPolicy',
    's3:PutBucketTagging',
    's3:PutBucketVersioning',
    's3:PutEncryptionConfiguration',
];
const MANAGED_BUCKET = `${managed_bucket_names/* SAM_CLI_STACK */.c4}-samclisourcebucket-*`;
/** The statements of a command, each for one purpose. */
function statementsOf(command, subject) {
    const releasing = command === 'deploy' || command === 'plan';
    return [
        ...stacks(command, subject),
        ...(releasing ? [...changeSets(command, subject), transforms(subject)] : []),
        ...managedBucket(releasing, subject),
        ...artifacts(command, subject),
        ...(releasing ? [allow('Parameters', ['ssm:GetParameter'], [`arn:${subject.partition}:ssm:*:*:parameter/*`])] : []),
        ...(command === 'status' ? [] : serviceRoles(subject)),
    ];
}
function stacks(command, subject) {
    const releasing = command === 'deploy' || command === 'plan';
    const actions = [
        ...ON_STACKS[command],
        ...(command === 'deploy' && subject.stackPolicy ? ['SetStackPolicy'] : []),
        ...(command === 'deploy' && subject.terminationProtection ? ['UpdateTerminationProtection'] : []),
        ...(releasing && subject.samEngine ? ['GetTemplateSummary'] : []),
    ];
    const own = allow('Stacks', cloudformation(actions), stackArns(subject.stackNames, subject));
    // Their stacks have the names of ours with something behind: reasons of failures and data at risk are looked for there.
    const nested = subject.stackNames.filter((name) => name !== '*').map((name) => `${name}-*`);
    if (command === 'status' || nested.length === 0)
        return [own];
    const reads = [...EVENTS, 'ListStackResources', ...(releasing ? ['DescribeChangeSet'] : [])];
    return [own, allow('NestedStacks', cloudformation(reads), stackArns(nested, subject))];
}
/** Change sets are named by their own ARN, which CloudFormation checks as a resource in some calls. */
function changeSets(command, subject) {
    const execute = command === 'deploy' || subject.managedBucket ? ['ExecuteChangeSet'] : [];
    const actions = cloudformation(['DescribeChangeSet', 'DeleteChangeSet', ...execute]);
    const arn = `arn:${subject.partition}:cloudformation:*:*:changeSet/${names/* PREFIX */.H3}*/*`;
    return [allow('ChangeSets', actions, [arn])];
}
function transforms({ partition }) {
    const arns = TRANSFORMS.map((name) => `arn:${partition}:cloudformation:*:aws:transform/${name}`);
    return allow('Transforms', ['cloudformation:CreateChangeSet'], arns);
}
function managedBucket(makes, subject) {
    if (!subject.managedBucket)
        return [];
    const actions = ['DescribeStacks', ...(makes ? ['CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet'] : [])];
    const stack = allow('ManagedBucketStack', cloudformation(actions), stackArns([managed_bucket_names/* SAM_CLI_STACK */.c4], subject));
    return makes ? [stack, allow('MakeManagedBucket', MAKE_BUCKET, bucketArns(subject, [MANAGED_BUCKET]))] : [stack];
}
/** Releases, leases and the inventory lie in the artifact bucket too. */
function artifacts(command, subject) {
    const buckets = [
        ...(subject.managedBucket ? [MANAGED_BUCKET] : []),
        ...subject.buckets.map((pattern) => pattern.replaceAll(/\$\{[a-z]+\}/g, '*')),
    ];
    const arns = bucketArns(subject, buckets);
    const under = (path) => arns.map((arn) => `${arn}/${path}`);
    const seen = allow('ArtifactBuckets', ['s3:ListBucket'], arns);
    const leases = allow('Leases', ['s3:DeleteObject'], under('sam-multi-region/leases/*'));
    switch (command) {
        case 'status':
            return [seen, allow('Records', ['s3:GetObject'], under('sam-multi-region/*'))];
        case 'remove':
            return [seen, allow('Records', ['s3:GetObject', 's3:PutObject'], under('sam-multi-region/*')), leases];
        default:
            return [
                seen,
                allow('Artifacts', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], under('*')),
                ...(subject.samEngine ? [allow('SamPackage', ['s3:GetBucketVersioning'], arns)] : []),
                leases,
            ];
    }
}
function serviceRoles({ serviceRoles: roles, partition }) {
    if (roles.length === 0)
        return [];
    const arns = roles.map((role) => (role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`));
    const passed = { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } };
    return [{ ...allow('ServiceRole', ['iam:PassRole'], arns), Condition: passed }];
}
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
function cloudformation(actions) {
    return actions.map((action) => `cloudformation:${action}`);
}
function stackArns(names, { partition }) {
    return names.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`);
}
function bucketArns({ partition }, buckets) {
    return buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`);
}

// EXTERNAL MODULE: ./src/topology/index.ts + 33 modules
var topology = __webpack_require__(9712);
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
    const partitions = new Set(environment.targets.map(({ partition }) => partition));
    const [partition = 'aws'] = partitions;
    return {
        partition: partitions.size > 1 ? '*' : partition,
        stackNames: unique(environment.instances.map(({ stack }) => stack.stackName)),
        buckets: unique(settings.map(({ artifactBucket }) => artifactBucket)),
        managedBucket: settings.some(({ artifactBucket }) => artifactBucket === undefined),
        serviceRoles: unique([options['service-role'], ...settings.map(({ serviceRole }) => serviceRole)]),
        stackPolicy: settings.some(({ stackPolicy }) => stackPolicy !== undefined),
        terminationProtection: settings.some(({ terminationProtection }) => terminationProtection !== undefined),
        samEngine: environment.engine === 'sam',
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
        stackPolicy: name === undefined,
        terminationProtection: name === undefined,
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
function unique(values) {
    return [...new Set(values.filter((value) => value !== undefined))];
}

;// CONCATENATED MODULE: ./src/commands/policy.ts





const COMMANDS = ['deploy', 'plan', 'status', 'remove'];
/**
 * The least-privilege IAM policy of a command, as JSON: what its own calls need in each target. What CloudFormation
 * needs to make the resources of the template is not in it (docs/permissions.md).
 *
 * @throws UserError `no-policy`; what is wrong with the configuration
 */
async function policyText(command, options, files) {
    const subject = COMMANDS.find((name) => name === command);
    if (subject === undefined) {
        throw new errors/* UserError */.yo('no-policy', `${command} makes no calls to AWS and needs no policy`, {
            fix: [`Name one of ${COMMANDS.join(', ')}.`],
        });
    }
    const about = await subjectOf(options, files ?? { cwd: (0,external_node_path_.resolve)(options['working-directory'] ?? '.'), readFile });
    return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject, about) }, null, 2)}\n`;
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
