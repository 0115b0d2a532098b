export const id = 1741;
export const ids = [1741,8202];
export const modules = {

/***/ 48540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ consumersOfStacks),
/* harmony export */   t: () => (/* binding */ switchedConsumers)
/* harmony export */ });
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10524);

const MAPPING_ACTIONS = ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'];
/** Starting and stopping consumers that run only where the environment is active. */
function switchedConsumers({ consumers, partition }) {
    return switching(consumers, partition);
}
/** What a deployment and a rollback need: those, and the ones that are paused for an update. Each action once. */
function consumersOfStacks({ consumers, paused, partition }) {
    const all = [consumers, paused].filter((names) => names !== undefined);
    const each = (kind) => [
        ...new Set(all.flatMap((names) => names[kind])),
    ];
    const mappings = all.some((names) => names.mappings);
    return switching({ mappings, rules: each('rules'), schedules: each('schedules'), roles: each('roles') }, partition);
}
function switching(consumers, partition) {
    if (consumers === undefined)
        return [];
    const events = (name) => `arn:${partition}:events:*:*:rule/${name}`;
    const scheduler = (name) => `arn:${partition}:scheduler:*:*:schedule/${name}`;
    const { rules, schedules, roles } = consumers;
    return [
        ...(consumers.mappings ? [mappingsOf(partition)] : []),
        ...(rules.length > 0
            ? [(0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('Rules', ['events:DescribeRule', 'events:EnableRule', 'events:DisableRule'], rules.map(events))]
            : []),
        ...(schedules.length > 0
            ? [
                (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('Schedules', ['scheduler:GetSchedule', 'scheduler:UpdateSchedule'], schedules.map(scheduler)),
                {
                    // EventBridge Scheduler User Guide, "Identity-based policies": an update passes the role again.
                    ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('ScheduleRoles', ['iam:PassRole'], roles.map((role) => `arn:${partition}:iam::*:role/${role}`)),
                    Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
                },
            ]
            : []),
    ];
}
/** They are named by ids that Lambda gives (service authorization reference, AWS Lambda, "Actions"): any of the account is meant. */
function mappingsOf(partition) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('Consumers', MAPPING_ACTIONS, [`arn:${partition}:lambda:*:*:event-source-mapping:*`]);
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
/* harmony export */   Cf: () => (/* binding */ changeTraffic),
/* harmony export */   Eg: () => (/* binding */ readTraffic),
/* harmony export */   FB: () => (/* binding */ revertSchedules),
/* harmony export */   XH: () => (/* binding */ schedules),
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
    return schedules(driver.revertRole, actions, partition);
}
/** Schedules of ours, which act with this role. */
function schedules(role, actions, partition) {
    const arn = role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`;
    const names = actions.map((action) => `scheduler:${action}`);
    const own = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('Reverts', names, [`arn:${partition}:scheduler:*:*:schedule/default/${_traffic_route53_later_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEDULE_PREFIX */ .Ni}*`]);
    if (!actions.includes('CreateSchedule'))
        return [own];
    const passed = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } };
    return [own, { ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('RevertRole', ['iam:PassRole'], [arn]), Condition: passed }];
}
/** The part of it that changes weights and does not wait until the change is in force. */
function changeTraffic(subject) {
    return trafficDriver(subject).filter(({ Action }) => !Action.every((action) => action === 'route53:GetChange'));
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

/***/ 51741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shiftPermissions: () => (/* binding */ shiftPermissions)
/* harmony export */ });
/* harmony import */ var _policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26422);
/* harmony import */ var _policy_consumers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48540);
/* harmony import */ var _policy_stacks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77456);
/* harmony import */ var _policy_traffic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84472);




/** What `shift` needs: it looks at stacks, keeps what is active, and changes weights. */
const shiftPermissions = (subject) => [
    (0,_policy_stacks_js__WEBPACK_IMPORTED_MODULE_1__/* .ownStacks */ .M6)(['DescribeStacks', ...find(subject)], subject),
    ...(find(subject).length > 0 ? (0,_policy_stacks_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStacks */ .DM)(['DescribeStacks', ...find(subject)], subject) : []),
    ...(0,_policy_consumers_js__WEBPACK_IMPORTED_MODULE_3__/* .switchedConsumers */ .t)(subject),
    ...(0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .makeManagedBucket */ .M)(subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .seeBuckets */ .ZB)(subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .records */ .V0)(['s3:GetObject', 's3:PutObject'], subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .giveLeasesBack */ .sp)(subject),
    ...(0,_policy_traffic_js__WEBPACK_IMPORTED_MODULE_2__/* .trafficDriver */ .Yz)(subject),
];
/** Consumers are looked for in what SAM made of the template. */
function find({ consumers }) {
    return consumers === undefined ? [] : ['ListStackResources', 'GetTemplate'];
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
/* harmony export */   V5: () => (/* binding */ scheduleName),
/* harmony export */   mU: () => (/* binding */ createRoute53Later)
/* harmony export */ });
/* harmony import */ var _release_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);

/** What all names of schedules begin with: policies allow no others. */
const SCHEDULE_PREFIX = 'sam-multi-region.';
const LABEL_LENGTH = 29;
/**
 * Name of a schedule. API Reference, CreateSchedule: up to 64 of [0-9a-zA-Z-_.].
 * @param label application and environment: schedules of two never have one name
 * @param end what tells it from others of them, up to 8 characters
 */
function scheduleName(label, end) {
    const readable = label.replaceAll(/[^0-9A-Za-z_.-]+/g, '-').slice(0, LABEL_LENGTH);
    return `${SCHEDULE_PREFIX}${readable}.${(0,_release_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(label).slice(0, 8)}.${end}`;
}
/**
 * Weights that EventBridge Scheduler sets later, by the same batch of exact DELETEs and CREATEs that would be sent now:
 * when somebody has changed any of the record sets by then, Route 53 refuses it and nothing happens.
 */
function createRoute53Later({ schedules, role, label, batch, unguarded, who }) {
    return {
        region: schedules.region,
        nameOf: (sequence) => scheduleName(label, String(sequence)),
        unguarded,
        async schedule(name, at, weights, against, from) {
            const { zone, changes } = await batch(weights, against, from);
            const comment = `sam-multi-region: scheduled by ${who}`.slice(0, 256);
            await schedules.create({
                name,
                at,
                role,
                service: 'route53',
                action: 'changeResourceRecordSets',
                input: scheduledInput(zone, changes, comment),
                description: `Moves traffic unless somebody else does before (${label}), scheduled by ${who}`,
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
