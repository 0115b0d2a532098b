export const id = 1430;
export const ids = [1430];
export const modules = {

/***/ 81430:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployPermissions: () => (/* binding */ deployPermissions),
  forecastPermissions: () => (/* binding */ forecastPermissions),
  planPermissions: () => (/* binding */ planPermissions)
});

// EXTERNAL MODULE: ./src/commands/gate-permissions.ts
var gate_permissions = __webpack_require__(22298);
// EXTERNAL MODULE: ./src/commands/policy/buckets.ts
var buckets = __webpack_require__(26422);
// EXTERNAL MODULE: ./src/commands/policy/statement.ts
var statement = __webpack_require__(10524);
;// CONCATENATED MODULE: ./src/commands/policy/code-deploy.ts

/** Everything is a matter of the deployment group (service authorization reference, AWS CodeDeploy, "Actions"). */
const READ = ['ListDeployments', 'GetDeployment', 'ListDeploymentTargets', 'BatchGetDeploymentTargets'];
/**
 * Following deployments of CodeDeploy in a stack update. Names of applications and groups are CloudFormation's, or what the
 * template says: any of the account is meant. CloudFormation starts and stops them; nothing is written here.
 */
function followCodeDeploy({ codeDeploy, partition }) {
    if (!codeDeploy)
        return [];
    const actions = READ.map((action) => `codedeploy:${action}`);
    return [(0,statement/* allow */.cw)('CodeDeploy', actions, [`arn:${partition}:codedeploy:*:*:deploymentgroup:*`])];
}

// EXTERNAL MODULE: ./src/commands/policy/consumers.ts
var consumers = __webpack_require__(48540);
// EXTERNAL MODULE: ./src/commands/policy/parameters.ts
var parameters = __webpack_require__(62765);
// EXTERNAL MODULE: ./src/commands/policy/stacks.ts
var stacks = __webpack_require__(77456);
// EXTERNAL MODULE: ./src/commands/policy/traffic.ts
var traffic = __webpack_require__(84472);
;// CONCATENATED MODULE: ./src/commands/deploy/permissions.ts








/** Looking at a stack, and making and discarding change sets on it. */
const PLAN = [
    'DescribeStacks',
    'ListStackResources',
    'ListChangeSets',
    'GetTemplate',
    'CreateChangeSet',
    'DescribeChangeSet',
    'DeleteChangeSet',
    // An empty stack that nobody else uses goes with its last change set.
    'DeleteStack',
];
/** Changes and data at risk are looked for in nested stacks too. */
const PLAN_NESTED = [
    'DescribeStacks',
    'DescribeChangeSet',
    'ListStackResources',
    'ListChangeSets',
    'GetTemplate',
    // A change set leaves new nested stacks behind, empty and under review.
    'DeleteStack',
];
/** Consumers are looked for in what SAM made of the template. */
const FIND_CONSUMERS = ['ListStackResources', 'GetTemplate'];
/** Reasons of failures are looked for in nested stacks. */
const DIAGNOSE_NESTED = ['DescribeStacks', ...stacks/* EVENTS */.qY];
/** What `plan` needs: it executes no change set but that of the managed bucket, repairs nothing and takes no lease. */
const planPermissions = (subject) => [...looking(subject), ...release(subject)];
/** What a `plan` needs that is not kept: it writes nothing that a deployment takes anything from. */
const forecastPermissions = (subject) => [
    ...looking(subject),
    ...(0,buckets/* findManagedBucket */.bD)(subject),
    (0,buckets/* readArtifacts */.MN)(subject),
    (0,buckets/* forecasts */.HV)(subject),
    ...handingOver(subject),
];
function looking(subject) {
    return [
        (0,stacks/* ownStacks */.M6)(PLAN, subject),
        ...(0,stacks/* nestedStacks */.DM)(PLAN_NESTED, subject),
        (0,stacks/* changeSetEvents */.MM)(subject),
        (0,stacks/* hooks */.JL)(),
        ...(0,traffic/* readTraffic */.Eg)(subject),
    ];
}
/** What `deploy` needs. */
const deployPermissions = (subject) => {
    if (subject.samEngine)
        return samPermissions(subject);
    const actions = [...PLAN, ...stacks/* EVENTS */.qY, 'ExecuteChangeSet', 'ContinueUpdateRollback', ...settings(subject)];
    return [
        (0,stacks/* ownStacks */.M6)(actions, subject),
        ...(0,stacks/* nestedStacks */.DM)([...PLAN_NESTED, ...stacks/* EVENTS */.qY], subject),
        (0,stacks/* changeSetEvents */.MM)(subject),
        (0,stacks/* hooks */.JL)(),
        ...followCodeDeploy(subject),
        ...(0,consumers/* consumersOfStacks */.A)(subject),
        ...release(subject),
        ...rollout(subject),
    ];
};
/** What `sam package` and `sam deploy` call, and what we look at before and after them. */
const samPermissions = (subject) => {
    const actions = ['DescribeStacks', ...stacks/* EVENTS */.qY, 'GetTemplateSummary', 'CreateChangeSet', 'DescribeChangeSet'];
    const find = subject.consumers === undefined ? [] : FIND_CONSUMERS;
    return [
        (0,stacks/* ownStacks */.M6)([...actions, 'ExecuteChangeSet', ...settings(subject), ...find], subject),
        ...(0,stacks/* nestedStacks */.DM)([...DIAGNOSE_NESTED, ...find], subject),
        ...(0,consumers/* consumersOfStacks */.A)(subject),
        ...release(subject),
        ...rollout(subject),
    ];
};
/** Settings of a stack that lie outside its change set. */
function settings({ stackPolicy, terminationProtection }) {
    return [
        ...(stackPolicy ? ['SetStackPolicy'] : []),
        ...(terminationProtection ? ['UpdateTerminationProtection'] : []),
    ];
}
/** What going through the waves needs besides. */
function rollout(subject) {
    return [
        (0,buckets/* giveLeasesBack */.sp)(subject),
        ...(0,gate_permissions/* gatePermissions */.c_)(subject),
        ...(0,traffic/* trafficDriver */.Yz)(subject),
        ...(0,traffic/* revertSchedules */.FB)(['CreateSchedule', 'DeleteSchedule'], subject),
    ];
}
/** What making a release and handing it to CloudFormation needs. */
function release(subject) {
    return [...(0,buckets/* makeManagedBucket */.M)(subject), (0,buckets/* artifacts */.qi)(subject), ...handingOver(subject)];
}
function handingOver(subject) {
    return [
        (0,stacks/* transforms */.mY)(subject),
        (0,buckets/* seeBuckets */.ZB)(subject),
        ...(0,parameters/* ssmParameters */.S)(subject),
        // CloudWatch tells composite alarms only to who may ask for all (API Reference, DescribeAlarms).
        ...(subject.rollbackAlarms ? [(0,statement/* allow */.cw)('RollbackAlarms', ['cloudwatch:DescribeAlarms'], ['*'])] : []),
        ...(0,stacks/* serviceRoles */.bj)(subject),
    ];
}


/***/ }),

/***/ 22298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ laterGatePermissions),
/* harmony export */   c_: () => (/* binding */ gatePermissions),
/* harmony export */   iv: () => (/* binding */ gateParameters),
/* harmony export */   lh: () => (/* binding */ returnParameters)
/* harmony export */ });
/* harmony import */ var _later_gates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58849);
/* harmony import */ var _policy_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62765);
/* harmony import */ var _policy_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10524);
/* harmony import */ var _policy_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44737);




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
const KINDS = Object.keys(READS);
/**
 * What the gates of the configuration read; without a configuration what any gate might. CloudWatch tells composite
 * alarms and metrics only to who may ask for all (Service Authorization Reference, CloudWatch).
 */
const gatePermissions = ({ environment }) => reading(environment ? gatesOf(environment).map(({ check }) => check.kind) : KINDS);
/** What those gates read that are asked once more after a rollback. */
const laterGatePermissions = ({ environment }) => reading(environment
    ? gatesOf(environment)
        .filter(_later_gates_js__WEBPACK_IMPORTED_MODULE_0__/* .isLater */ .d)
        .map(({ check }) => check.kind)
    : KINDS.filter((kind) => kind !== 'compare'));
/**
 * Parameters that a rollback reads: in the requests to the endpoints that it asks before a target gets its traffic back, and
 * in the gates that it asks afterwards. The failover plan that it compiles can name none.
 */
const returnParameters = (subject) => parametersIn(subject, (gate) => (gate.check.kind === 'http' && gate.scope === 'target') || (0,_later_gates_js__WEBPACK_IMPORTED_MODULE_0__/* .isLater */ .d)(gate));
/** Parameters that the gates of the configuration refer to. */
const gateParameters = (subject) => parametersIn(subject, () => true);
function parametersIn(subject, isAsked) {
    const { environment } = subject;
    if (environment === undefined)
        return (0,_policy_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .ssmParameters */ .S)(subject);
    return (0,_policy_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .ssmParameters */ .S)({ ...subject, ssmParameters: (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .ssmNamesIn */ .t)(gatesOf(environment).filter(isAsked)) });
}
function gatesOf({ phases }) {
    return phases.flatMap(({ gates }) => gates);
}
function reading(kinds) {
    const actions = [...new Set(kinds.flatMap((kind) => READS[kind]))];
    return actions.length === 0 ? [] : [(0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .allow */ .cw)('Gates', actions, ['*'])];
}


/***/ }),

/***/ 58849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isLater)
/* harmony export */ });
/* harmony import */ var _topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32017);

/**
 * Whether a gate is asked once more after a rollback. `compare` has nothing to compare once both are one release; commands
 * are told a release, and what names one in its texts means one as well: that which is left. What names `target.active`
 * depends on where traffic is, which is not looked up for this.
 */
function isLater({ when, scope, check }) {
    if (!when.some((moment) => moment === 'bake' || moment === 'after'))
        return false;
    if (check.kind === 'compare' || check.kind === 'command')
        return false;
    if (check.kind === 'http' && scope === 'target')
        return false;
    return !(0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__/* .namesRelease */ .gH)(check) && !(0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__/* .namesActive */ .hY)(check);
}


/***/ }),

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

/***/ 62765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ssmParameters)
/* harmony export */ });
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10524);

/** Reads the SSM parameters that the configuration refers to, where there are any. */
function ssmParameters({ ssmParameters: names, partition }) {
    if (names.length === 0)
        return [];
    // The ARN of /shop/mark has one slash before the name, and that of `mark` has it too.
    const arns = names.map((name) => `arn:${partition}:ssm:*:*:parameter/${name.replace(/^\//, '')}`);
    return [(0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .allow */ .cw)('Parameters', ['ssm:GetParameter'], arns)];
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
