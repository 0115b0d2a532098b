export const id = 665;
export const ids = [665];
export const modules = {

/***/ 665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abortPermissions: () => (/* binding */ abortPermissions)
/* harmony export */ });
/* harmony import */ var _policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);

/** What `abort` needs: it reads and writes the kept rollout, under the leases. */
const abortPermissions = (subject) => [
    ...(0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .findManagedBucket */ .bD)(subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .seeBuckets */ .ZB)(subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .records */ .V0)(['s3:GetObject', 's3:PutObject'], subject),
    (0,_policy_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .giveLeasesBack */ .sp)(subject),
];


/***/ }),

/***/ 6422:
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
/* harmony import */ var _release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7786);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(524);


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
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .allow */ .cw)('ManagedBucketStack', (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudformation */ .bn)(actions), (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .stackArns */ .Jj)([_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_STACK */ .c4], subject)),
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

/***/ 524:
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

/***/ 7786:
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


/***/ })

};
