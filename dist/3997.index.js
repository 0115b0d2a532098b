export const id = 3997;
export const ids = [3997];
export const modules = {

/***/ 23997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failbackPermissions: () => (/* binding */ failbackPermissions),
/* harmony export */   failoverPermissions: () => (/* binding */ failoverPermissions)
/* harmony export */ });
/* harmony import */ var _gate_permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22298);
/* harmony import */ var _policy_buckets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26422);
/* harmony import */ var _policy_stacks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77456);
/* harmony import */ var _policy_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10524);
/* harmony import */ var _policy_traffic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84472);





/** What `failover` needs: what is kept in the buckets, and what its mechanism moves. */
const failoverPermissions = (subject) => [
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_1__/* .records */ .V0)(['s3:GetObject', 's3:PutObject'], subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_1__/* .giveLeasesBack */ .sp)(subject),
    ...mechanism(subject),
];
/** What `failback` needs besides: it looks at stacks, finds buckets, and asks the gates. */
const failbackPermissions = (subject) => [
    (0,_policy_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .ownStacks */ .M6)(['DescribeStacks'], subject),
    ...(0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_1__/* .findManagedBucket */ .bD)(subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_1__/* .seeBuckets */ .ZB)(subject),
    ...(0,_gate_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .gatePermissions */ .c)(subject),
    ...failoverPermissions(subject),
];
function mechanism(subject) {
    const settings = subject.environment?.failover?.mechanism;
    switch (settings?.kind) {
        case 'stop-switch': {
            // The name of a bucket that is an output is known only where it is deployed.
            const objects = Object.values(settings.signals).map(({ bucket, key }) => (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .bucketArns */ .r4)([bucket.includes('${') ? '*' : bucket], subject).map((arn) => `${arn}/${key}`));
            return [(0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('StopSignals', ['s3:PutObject', 's3:DeleteObject'], objects.flat())];
        }
        case 'arc-routing-control': {
            const action = 'route53-recovery-cluster:UpdateRoutingControlStates';
            return [(0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('RoutingControls', [action], Object.values(settings.controls))];
        }
        case 'command':
            return [];
        default:
            return (0,_policy_traffic_js__WEBPACK_IMPORTED_MODULE_3__/* .trafficDriver */ .Yz)(subject);
    }
}


/***/ }),

/***/ 22298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ gatePermissions)
/* harmony export */ });
/* harmony import */ var _policy_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10524);

const READS = {
    http: [],
    alarm: [
        'cloudwatch:DescribeAlarms',
        'cloudwatch:DescribeAlarmHistory',
        'cloudwatch:ListTagsForResource',
        'cloudwatch:GetMetricData',
    ],
    metric: ['cloudwatch:GetMetricData'],
    compare: ['cloudwatch:GetMetricData', 'lambda:GetAlias'],
    command: [],
    lambda: ['lambda:InvokeFunction'],
};
/**
 * What the gates of the configuration read; without a configuration what any gate might. CloudWatch tells composite
 * alarms and metrics only to who may ask for all (Service Authorization Reference, CloudWatch).
 */
const gatePermissions = ({ environment }) => {
    const kinds = environment
        ? environment.phases.flatMap(({ gates }) => gates.map(({ check }) => check.kind))
        : Object.keys(READS);
    const actions = [...new Set(kinds.flatMap((kind) => READS[kind]))];
    return actions.length === 0 ? [] : [(0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('Gates', actions, ['*'])];
};


/***/ }),

/***/ 26422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ makeManagedBucket),
/* harmony export */   MN: () => (/* binding */ readArtifacts),
/* harmony export */   V0: () => (/* binding */ records),
/* harmony export */   ZB: () => (/* binding */ seeBuckets),
/* harmony export */   bD: () => (/* binding */ findManagedBucket),
/* harmony export */   qi: () => (/* binding */ artifacts),
/* harmony export */   sp: () => (/* binding */ giveLeasesBack)
/* harmony export */ });
/* harmony import */ var _release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97786);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10524);


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
const MANAGED_BUCKET = `${_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_STACK */ .c4}-samclisourcebucket-*`;
/** Finds SAM's managed bucket in its stack, where it is used. */
function findManagedBucket(subject) {
    if (!subject.managedBucket)
        return [];
    return [(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ManagedBucketStack', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(['DescribeStacks']), (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .stackArns */ .Jj)([_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_STACK */ .c4], subject))];
}
/** Finds SAM's managed bucket in its stack, or makes that stack, where it is used. */
function makeManagedBucket(subject) {
    if (!subject.managedBucket)
        return [];
    const actions = ['DescribeStacks', 'CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet'];
    return [
        {
            ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ManagedBucketStack', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(actions), (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .stackArns */ .Jj)([_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_STACK */ .c4], subject)),
            // With a service role, whoever may make this stack could do with it whatever that role may.
            Condition: { Null: { 'cloudformation:RoleArn': 'true' } },
        },
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('MakeManagedBucket', MAKE_BUCKET, (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketArns */ .r4)([MANAGED_BUCKET], subject)),
    ];
}
/** Owner and region of a bucket; and to be told that an object is missing, where S3 says 403 otherwise. */
function seeBuckets(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ArtifactBuckets', ['s3:ListBucket'], artifactBuckets(subject));
}
/** Artifacts, templates and releases, and the records among them. */
function artifacts(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Artifacts', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], under('*', subject));
}
/** Artifacts, templates and records as they lie there. */
function readArtifacts(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Artifacts', ['s3:GetObject'], under('*', subject));
}
/** Leases, the inventory and what else is kept of deployments. */
function records(actions, subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Records', actions, under('sam-multi-region/*', subject));
}
/** Gives a lease back: nothing else is ever deleted from a bucket. */
function giveLeasesBack(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Leases', ['s3:DeleteObject'], under('sam-multi-region/leases/*', subject));
}
/** ARNs of all buckets that releases, leases and the inventory lie in. */
function artifactBuckets(subject) {
    const named = subject.buckets.map((pattern) => pattern.replaceAll(/\$\{[a-z]+\}/g, '*'));
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketArns */ .r4)([...(subject.managedBucket ? [MANAGED_BUCKET] : []), ...named], subject);
}
function under(path, subject) {
    return artifactBuckets(subject).map((arn) => `${arn}/${path}`);
}


/***/ }),

/***/ 77456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ nestedStacks),
/* harmony export */   JL: () => (/* binding */ hooks),
/* harmony export */   M6: () => (/* binding */ ownStacks),
/* harmony export */   MM: () => (/* binding */ changeSetEvents),
/* harmony export */   bj: () => (/* binding */ serviceRoles),
/* harmony export */   mY: () => (/* binding */ transforms),
/* harmony export */   qY: () => (/* binding */ EVENTS)
/* harmony export */ });
/* harmony import */ var _stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42444);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10524);


/** Reads events. DescribeStackEvents answers where a region does not know DescribeEvents yet. */
const EVENTS = ['DescribeEvents', 'DescribeStackEvents'];
/** Calls on the stacks of the environment. */
function ownStacks(actions, subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Stacks', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(actions), (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .stackArns */ .Jj)(subject.stackNames, subject));
}
/** Calls on what they nest. Names of nested stacks are those of ours with something behind. */
function nestedStacks(actions, subject) {
    const nested = subject.stackNames.filter((name) => name !== '*').map((name) => `${name}-*`);
    return nested.length === 0 ? [] : [(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('NestedStacks', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(actions), (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .stackArns */ .Jj)(nested, subject))];
}
/**
 * Why a change set failed. Its events are the one thing that is asked for on the change set; describing, executing and
 * deleting it is asked for on its stack (service authorization reference, AWS CloudFormation, "Actions").
 */
function changeSetEvents({ partition }) {
    const arn = `arn:${partition}:cloudformation:*:*:changeSet/${_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3}*/*`;
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ChangeSets', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(['DescribeEvents']), [arn]);
}
/** Why a hook stopped a change set. Hooks are of the account, not of a stack. */
function hooks() {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Hooks', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(['ListHookResults', 'GetHookResult']), ['*']);
}
/** Transforms of AWS that SAM templates use. CloudFormation asks for them in the name of the caller. */
const TRANSFORMS = ['Serverless-2016-10-31', 'LanguageExtensions'];
function transforms({ partition }) {
    const arns = TRANSFORMS.map((name) => `arn:${partition}:cloudformation:*:aws:transform/${name}`);
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Transforms', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(['CreateChangeSet']), arns);
}
/** Hands the service role to CloudFormation, where there is one. */
function serviceRoles({ serviceRoles: roles, partition }) {
    if (roles.length === 0)
        return [];
    const arns = roles.map((role) => (role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`));
    const passed = { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } };
    return [{ ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ServiceRole', ['iam:PassRole'], arns), Condition: passed }];
}


/***/ }),

/***/ 10524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ stackArns),
/* harmony export */   bn: () => (/* binding */ cloudformation),
/* harmony export */   cw: () => (/* binding */ allow),
/* harmony export */   r4: () => (/* binding */ bucketArns)
/* harmony export */ });
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
/** Names of CloudFormation's actions with their prefix. */
function cloudformation(actions) {
    return actions.map((action) => `cloudformation:${action}`);
}
/** ARNs of stacks by their name patterns, in every region and account of the partition. */
function stackArns(names, { partition }) {
    return names.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`);
}
function bucketArns(buckets, { partition }) {
    return buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`);
}


/***/ }),

/***/ 84472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ readTraffic),
/* harmony export */   FB: () => (/* binding */ revertSchedules),
/* harmony export */   Yz: () => (/* binding */ trafficDriver)
/* harmony export */ });
/* harmony import */ var _traffic_route53_later_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49303);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10524);


/**
 * What a traffic driver needs. Where the driver has an account and a role of its own, these statements belong to that
 * role, and are not needed in the targets.
 */
function trafficDriver(subject) {
    const settings = subject.environment?.traffic?.driver;
    if (settings !== undefined)
        return statementsOf(settings, subject);
    // Without an environment nobody knows which driver it has; with one that has none, nothing is called.
    return subject.environment === undefined ? route53('*', subject) : [];
}
/**
 * Having EventBridge Scheduler take traffic back, where the configuration names a role for that. These statements belong
 * to the role of the driver, like those above. Service authorization reference, Amazon EventBridge Scheduler.
 * @param actions `CreateSchedule` where a rollout may pause
 */
function revertSchedules(actions, { environment, partition }) {
    const driver = environment?.traffic?.driver;
    if (driver?.driver !== 'route53' || driver.revertRole === undefined)
        return [];
    const { revertRole } = driver;
    const role = revertRole.startsWith('arn:') ? revertRole : `arn:${partition}:iam::*:role/${revertRole}`;
    const names = actions.map((action) => `scheduler:${action}`);
    const schedules = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Reverts', names, [`arn:${partition}:scheduler:*:*:schedule/default/${_traffic_route53_later_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEDULE_PREFIX */ .Ni}*`]);
    if (!actions.includes('CreateSchedule'))
        return [schedules];
    const passed = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } };
    return [schedules, { ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('RevertRole', ['iam:PassRole'], [role]), Condition: passed }];
}
/** The part of it that looks at weights and changes none. */
function readTraffic(subject) {
    return trafficDriver(subject).flatMap((statement) => {
        const reads = statement.Action.filter((action) => /:(?:Get(?!Change)|List|Describe)/.test(action));
        return reads.length === 0 ? [] : [{ ...statement, Action: reads }];
    });
}
function statementsOf(settings, subject) {
    switch (settings.driver) {
        case 'route53':
            return route53(settings.zone.includes('.') ? '*' : settings.zone.replace('/hostedzone/', ''), subject);
        case 'cloudfront-kvs':
            return keyValueStore(settings.store);
        case 'global-accelerator':
            return accelerator(settings.listener);
    }
}
/** Service authorization reference, AWS Global Accelerator. */
function accelerator(listener) {
    const [arn = listener] = listener.split('/listener/');
    return [
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Accelerator', ['globalaccelerator:DescribeAccelerator'], [arn]),
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('EndpointGroups', ['globalaccelerator:ListEndpointGroups'], [listener]),
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Dials', ['globalaccelerator:UpdateEndpointGroup'], [`${listener}/endpoint-group/*`]),
    ];
}
/** Service authorization reference, Amazon CloudFront KeyValueStore. */
function keyValueStore(store) {
    const actions = ['DescribeKeyValueStore', 'GetKey', 'PutKey'];
    return [
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('WeightsInStore', actions.map((action) => `cloudfront-keyvaluestore:${action}`), [store]),
    ];
}
/** Service authorization reference, Amazon Route 53: finding a zone by its name and asking for a change know no zone. */
function route53(zone, { partition }) {
    const zones = [`arn:${partition}:route53:::hostedzone/${zone}`];
    // A zone is read by its id, or looked for by its name.
    const byName = zone === '*';
    const actions = [...(byName ? [] : ['GetHostedZone']), 'ListResourceRecordSets', 'ChangeResourceRecordSets'];
    return [
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('RecordSets', actions.map((action) => `route53:${action}`), zones),
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('RecordChanges', ['route53:GetChange'], [`arn:${partition}:route53:::change/*`]),
        ...(byName ? [(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('FindZone', ['route53:ListHostedZonesByName'], ['*'])] : []),
    ];
}


/***/ }),

/***/ 35109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 97786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ SAM_CLI_TAG),
/* harmony export */   WW: () => (/* binding */ SAM_CLI_BUCKET),
/* harmony export */   X6: () => (/* binding */ SAM_CLI_OUTPUT),
/* harmony export */   c4: () => (/* binding */ SAM_CLI_STACK)
/* harmony export */ });
/** Names that SAM CLI gives to its bucket's stack (`samcli/lib/bootstrap/bootstrap.py`). */
const SAM_CLI_STACK = 'aws-sam-cli-managed-default';
const SAM_CLI_BUCKET = 'SamCliSourceBucket';
const SAM_CLI_OUTPUT = 'SourceBucket';
/** SAM CLI takes the stack for its own only with this tag. */
const SAM_CLI_TAG = { ManagedStackSource: 'AwsSamCli' };


/***/ }),

/***/ 42444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ clientToken),
/* harmony export */   G: () => (/* binding */ changeSetName),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   NG: () => (/* binding */ isOfRun),
/* harmony export */   gA: () => (/* binding */ plannerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** All change sets and tokens of this program start with it. */
const PREFIX = 'smr-';
/** Change sets of a plan that nobody will execute. */
const THROWAWAY = `${PREFIX}plan-`;
function digest(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/**
 * Unique per run, target and attempt, so that a change set that another run (or an earlier attempt of this one) left
 * behind never stands in the way. At most 128 characters of [a-zA-Z0-9-], as CreateChangeSet wants.
 */
function changeSetName(runId, instance, clock, throwaway = false) {
    return `${throwaway ? THROWAWAY : PREFIX}${runId}-${digest(runId, instance, String(clock.now()), String(clock.random())).slice(0, 12)}`;
}
/** Whether a change set of this name was made by that run. */
function isOfRun(name, runId) {
    return name.startsWith(`${PREFIX}${runId}-`) || name.startsWith(`${THROWAWAY}${runId}-`);
}
/** Id of the run whose plan this change set belongs to, where nobody but that run can want it. */
function plannerOf(name) {
    return name.startsWith(THROWAWAY) ? /^(.+)-[0-9a-f]{12}$/.exec(name.slice(THROWAWAY.length))?.[1] : undefined;
}
/**
 * Client token of a write: the same for each repetition of it, so that CloudFormation does it once.
 * `purpose` and `subject` name the write ("execute", change set id).
 */
function clientToken(purpose, ...subject) {
    return `${PREFIX}${purpose}-${digest(purpose, ...subject).slice(0, 32)}`;
}


/***/ }),

/***/ 49303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ni: () => (/* binding */ SCHEDULE_PREFIX),
/* harmony export */   mU: () => (/* binding */ createRoute53Later)
/* harmony export */ });
/* unused harmony export scheduledInput */
/* harmony import */ var _release_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);

/** What all names of schedules begin with: policies allow no others. */
const SCHEDULE_PREFIX = 'sam-multi-region.';
const LABEL_LENGTH = 29;
/**
 * Weights that EventBridge Scheduler sets later, by the same batch of exact DELETEs and CREATEs that would be sent now:
 * when somebody has changed any of the record sets by then, Route 53 refuses it and nothing happens.
 */
function createRoute53Later({ schedules, role, label, batch, who }) {
    return {
        region: schedules.region,
        // API Reference, CreateSchedule: Name, up to 64 of [0-9a-zA-Z-_.].
        nameOf(sequence) {
            const readable = label.replaceAll(/[^0-9A-Za-z_.-]+/g, '-').slice(0, LABEL_LENGTH);
            return `${SCHEDULE_PREFIX}${readable}.${(0,_release_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(label).slice(0, 8)}.${sequence}`;
        },
        async schedule(name, at, weights, against) {
            const { zone, changes } = await batch(weights, against);
            const comment = `sam-multi-region: scheduled by ${who}`.slice(0, 256);
            await schedules.create({
                name,
                at,
                role,
                service: 'route53',
                action: 'changeResourceRecordSets',
                input: scheduledInput(zone, changes, comment),
                description: `Takes traffic from a release that nobody promotes (${label}), scheduled by ${who}`,
            });
        },
        cancel: (name) => schedules.delete(name),
    };
}
/**
 * The request as a universal target wants it. Its keys are those of the AWS SDK for Java 2 with a capital first letter, as
 * in Step Functions' AWS SDK integrations: "DbClusterIdentifier" in the examples of AWS where the API itself has
 * "DBClusterIdentifier"; so `Ttl` and `DnsName` here. CreateSchedule refuses keys that it does not know.
 */
function scheduledInput(zone, changes, comment) {
    return JSON.stringify({
        HostedZoneId: zone,
        ChangeBatch: {
            Comment: comment,
            Changes: changes.map(({ action, set }) => ({
                Action: action,
                ResourceRecordSet: {
                    Name: set.name,
                    Type: set.type,
                    SetIdentifier: set.setIdentifier,
                    Weight: set.weight,
                    Ttl: set.ttl,
                    ResourceRecords: set.values?.map((Value) => ({ Value })),
                    AliasTarget: set.alias && {
                        HostedZoneId: set.alias.zoneId,
                        DnsName: set.alias.name,
                        EvaluateTargetHealth: set.alias.evaluateTargetHealth,
                    },
                    HealthCheckId: set.healthCheckId,
                },
            })),
        },
    });
}


/***/ })

};
