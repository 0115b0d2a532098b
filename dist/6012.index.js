export const id = 6012;
export const ids = [6012];
export const modules = {

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

/***/ 46012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyPermissions: () => (/* binding */ verifyPermissions)
/* harmony export */ });
/* harmony import */ var _gate_permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22298);
/* harmony import */ var _policy_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62765);
/* harmony import */ var _policy_stacks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77456);



/** What `verify` needs: the outputs of the stacks, and what the gates read. */
const verifyPermissions = (subject) => [
    (0,_policy_stacks_js__WEBPACK_IMPORTED_MODULE_1__/* .ownStacks */ .M6)(['DescribeStacks'], subject),
    ...(0,_policy_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .ssmParameters */ .S)(subject),
    ...(0,_gate_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .gatePermissions */ .c_)(subject),
];


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


/***/ })

};
