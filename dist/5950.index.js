export const id = 5950;
export const ids = [5950];
export const modules = {

/***/ 85950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyText: () => (/* binding */ policyText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _policy_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44737);
/* harmony import */ var _policy_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20589);





/**
 * The least-privilege IAM policy of the command that `for` names (`deploy` unless given), as JSON: what its own calls
 * need in each target. What CloudFormation needs to make the resources of the template is not in it
 * (docs/permissions.md).
 *
 * @throws UserError what is wrong with the configuration
 */
async function policyText(options, files) {
    const statementsOf = await declared(options);
    const subject = await (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectOf */ .e)(options, files ?? { cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(options['working-directory'] ?? '.'), readFile });
    return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject) }, null, 2)}\n`;
}
/** @throws UserError `policy-failover` */
async function declared({ for: command = 'deploy', failover }) {
    if (failover !== true)
        return _policy_table_js__WEBPACK_IMPORTED_MODULE_4__/* .permissions */ .P[command]();
    if (command === 'plan')
        return (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(4314)]).then(__webpack_require__.bind(__webpack_require__, 14314))).readinessPermissions;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('policy-failover', `failover goes with the policy of plan, not with that of ${command}`, {
        fix: ['Print policy --for plan --failover, or policy --for failover.'],
    });
}
function readFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ })

};
