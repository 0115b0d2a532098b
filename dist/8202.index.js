export const id = 8202;
export const ids = [8202];
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
