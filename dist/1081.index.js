export const id = 1081;
export const ids = [1081,8202];
export const modules = {

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

/***/ 25885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanupPermissions: () => (/* binding */ cleanupPermissions),
/* harmony export */   previewPermissions: () => (/* binding */ previewPermissions)
/* harmony export */ });
/* harmony import */ var _preview_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59144);
/* harmony import */ var _deploy_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81430);
/* harmony import */ var _policy_buckets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26422);
/* harmony import */ var _policy_stacks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77456);
/* harmony import */ var _policy_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10524);





/** What deploying and deleting previews needs. */
const previewPermissions = (all) => {
    const subject = previewSubject(all);
    // Names of nested stacks begin as those of the previews do: they are allowed with them.
    const deploying = (0,_deploy_permissions_js__WEBPACK_IMPORTED_MODULE_1__.deployPermissions)(subject).filter(({ Sid }) => Sid !== 'NestedStacks');
    return [...deploying, ...leftovers(subject)];
};
/** What finding previews and deleting them needs. A stack is deleted with the service role that it has. */
const cleanupPermissions = (all) => {
    const subject = previewSubject(all);
    return [
        // Which stacks there are is told only to who may ask for all.
        (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('FindPreviews', ['cloudformation:DescribeStacks'], ['*']),
        (0,_policy_stacks_js__WEBPACK_IMPORTED_MODULE_3__/* .ownStacks */ .M6)(['ListStackResources', 'GetTemplate', ..._policy_stacks_js__WEBPACK_IMPORTED_MODULE_3__/* .EVENTS */ .qY, 'DeleteStack'], subject),
        ...leftovers(subject),
        (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_2__/* .seeBuckets */ .ZB)(subject),
        (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_2__/* .records */ .V0)(['s3:GetObject', 's3:PutObject'], subject),
        (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_2__/* .giveLeasesBack */ .sp)(subject),
    ];
};
/** Previews have names of their own, whatever the stacks are called. */
function previewSubject(subject) {
    const { environment, stackNames } = subject;
    const applications = environment === undefined ? stackNames : [environment.application];
    return {
        ...subject,
        stackNames: applications.map(patternOf),
        samEngine: false,
        terminationProtection: false,
    };
}
function patternOf(name) {
    if (name.endsWith('-pr-*'))
        return name;
    return name === '*' ? '*-pr-*' : (0,_preview_names_js__WEBPACK_IMPORTED_MODULE_0__/* .previewStackPattern */ .H)(name);
}
/** CloudFormation cuts the name of a stack to so many characters in names that it makes. */
const STACK_NAME_IN_NAMES = 24;
/**
 * Emptying the buckets of a stack and deleting the log groups of its functions, as far as CloudFormation gave them their
 * names: it begins them with that of the stack, for buckets in small letters.
 */
function leftovers({ stackNames, partition }) {
    const starts = stackNames.map((name) => cut(name));
    const buckets = starts.map((name) => `arn:${partition}:s3:::${inSmallLetters(name)}`);
    const logs = `arn:${partition}:logs:*:*:log-group`;
    return [
        (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('PreviewBuckets', ['s3:ListBucketVersions'], buckets),
        (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('PreviewObjects', ['s3:DeleteObject', 's3:DeleteObjectVersion'], buckets.map((arn) => `${arn}/*`)),
        // Looking for a beginning of names is looking at all.
        (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('FindLogGroups', ['logs:DescribeLogGroups'], ['*']),
        (0,_policy_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .allow */ .cw)('LogGroups', ['logs:DeleteLogGroup'], starts.map((name) => `${logs}:/aws/lambda/${name}`)),
    ];
}
function cut(pattern) {
    const start = pattern.replace(/\*$/, '');
    return start.includes('*') || start.length <= STACK_NAME_IN_NAMES
        ? pattern
        : `${start.slice(0, STACK_NAME_IN_NAMES)}*`;
}
/** References of CloudFormation (`${Application}`) stay as they are. */
function inSmallLetters(text) {
    return text.replace(/\$\{[^}]*\}|[A-Z]/g, (part) => (part.startsWith('$') ? part : part.toLowerCase()));
}


/***/ }),

/***/ 59144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ previewStackPattern),
/* harmony export */   a: () => (/* binding */ previewStackName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** CloudFormation API Reference, CreateStack, StackName. */
const LONGEST = 128;
/** Names of applications have no more; a stack name that stands for one may. */
const LONGEST_APPLICATION = 100;
/**
 * The name of a stack in the preview of a pull request: `orders-pr-12-api-1a2b3c4d`. The digits at its end are made of
 * everything that tells two previews apart, also of what had to be cut off: two repositories, applications, stacks or
 * pull requests never come to the same name.
 * @param key of the stack in the configuration
 */
function previewStackName(key, preview) {
    const { application, repository, number } = preview;
    const identity = JSON.stringify([repository.name.toLowerCase(), application, key, number]);
    const end = `-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex').slice(0, 8)}`;
    return `${start(application)}${number}-${key}`.slice(0, LONGEST - end.length) + end;
}
/** What the names of all previews of an application begin with, for policies. */
function previewStackPattern(application) {
    return `${start(application)}*`;
}
function start(application) {
    return `${application.slice(0, LONGEST_APPLICATION)}-pr-`;
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


/***/ })

};
