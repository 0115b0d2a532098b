export const id = 1875;
export const ids = [1875,6760];
export const modules = {

/***/ 81875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillJunit: () => (/* binding */ drillJunit)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _failover_junit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16760);


/** The report of a drill as JUnit XML: a test case for each promise. What was not measured is skipped. */
function drillJunit(report) {
    const { kind, outcome, why = outcome, moves, readiness } = report;
    const [away] = moves;
    const moved = kind === 'switchover' || kind === 'outage'
        ? [
            (0,_failover_junit_js__WEBPACK_IMPORTED_MODULE_1__.testCase)('drill', 'traffic is where it was', stays(outcome, why)),
            (0,_failover_junit_js__WEBPACK_IMPORTED_MODULE_1__.testCase)('drill', 'recovery time objective', away === undefined ? { skipped: 'not measured' } : (0,_failover_junit_js__WEBPACK_IMPORTED_MODULE_1__.within)(away.rto.seconds, away.rto)),
        ]
        : [];
    const ready = readiness.map(({ target, problems }) => {
        const verdict = problems.length === 0 ? undefined : { failure: problems.join('; ') };
        return (0,_failover_junit_js__WEBPACK_IMPORTED_MODULE_1__.testCase)('drill', `${target} is ready`, verdict);
    });
    const cases = [(0,_failover_junit_js__WEBPACK_IMPORTED_MODULE_1__.testCase)('drill', `the drill (${kind}) passed`, passed(outcome, why)), ...moved, ...ready];
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuite name="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(`drill ${report.application} ${report.environment}`)}" tests="${cases.length}">`,
        ...cases,
        '</testsuite>',
        '',
    ].join('\n');
}
function passed(outcome, why) {
    if (outcome === 'passed')
        return undefined;
    return outcome === 'rehearsed' || outcome === 'not-measured' ? { skipped: outcome } : { failure: why };
}
function stays(outcome, why) {
    if (outcome === 'rehearsed')
        return { skipped: 'nothing was moved' };
    return outcome === 'left' || outcome === 'overridden' ? { failure: why } : undefined;
}


/***/ }),

/***/ 16760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failoverJunit: () => (/* binding */ failoverJunit),
/* harmony export */   testCase: () => (/* binding */ testCase),
/* harmony export */   within: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);

/** The report as JUnit XML: a test case for each promise that a failover can keep or break. What was not measured is skipped. */
function failoverJunit(report) {
    const { outcome, rto, rpo, refused } = report;
    const cases = [
        testCase('failover', 'users are served where they should be', verdictOf(outcome)),
        testCase('failover', 'recovery time objective', within(rto.seconds, rto)),
        testCase('failover', 'recovery point objective', within(rpo.boundSeconds, rpo)),
        testCase('failover', 'nothing was asked that may be lost', refused.length === 0 ? undefined : { failure: `${refused.length} calls were refused before they were sent` }),
    ];
    const name = `failover ${report.application} ${report.environment}`;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuite name="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(name)}" tests="${cases.length}">`,
        ...cases,
        '</testsuite>',
        '',
    ].join('\n');
}
function verdictOf(outcome) {
    if (outcome === 'verified' || outcome === 'already-active')
        return undefined;
    if (outcome === 'rehearsed')
        return { skipped: 'a rehearsal: nothing was moved' };
    return outcome === 'not-measured' ? { skipped: 'not measured' } : { failure: outcome };
}
/** Whether a figure is within its objective. */
function within(seconds, { objectiveSeconds, met }) {
    if (met === undefined)
        return { skipped: 'no objective is configured' };
    if (typeof met === 'string')
        return { skipped: met };
    return met ? undefined : { failure: `${seconds} s, and the objective is ${objectiveSeconds} s` };
}
/** One promise. */
function testCase(of, name, verdict) {
    const open = `  <testcase classname="${of}" name="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(name)}"`;
    if (verdict === undefined)
        return `${open}/>`;
    const [kind, message] = 'failure' in verdict ? ['failure', verdict.failure] : ['skipped', verdict.skipped];
    return `${open}><${kind} message="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(message)}"/></testcase>`;
}


/***/ })

};
