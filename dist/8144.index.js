export const id = 8144;
export const ids = [8144];
export const modules = {

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPlanComment: () => (/* binding */ createPlanComment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22236);



/**
 * Writes the plan as the one comment of the pull request. It is shown, so it is a renderer: secrets are out of what it
 * gets, and what goes wrong with it is told and never ends the run.
 */
function createPlanComment(pullRequest, options, ports) {
    let environment = options.environment ?? '';
    let body;
    return {
        event(event) {
            if (event.type === 'run.started')
                environment = event.environment;
            // A cancelled run has seen too little; whoever cancelled it runs again.
            if (event.type === 'run.finished' && event.result.status !== 'cancelled')
                body = bodyOf(event.result, ports);
            if (event.type === 'run.refused' && !ports.signal.aborted) {
                body = Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(7419), __webpack_require__.e(3964)]).then(__webpack_require__.bind(__webpack_require__, 73964)).then(({ refusedPlanComment }) => refusedPlanComment(event.refusal, environment, ports.run));
            }
        },
        async close() {
            if (body === undefined)
                return;
            try {
                const github = await ports.connect(options['github-token'], { mostWaitMs: _reports_js__WEBPACK_IMPORTED_MODULE_2__/* .REPORT_WAIT_MS */ .Yi });
                await write(github, pullRequest, keyOf(options), await body, ports);
            }
            catch (error) {
                ports.warn(whyNot(error));
            }
        },
    };
}
async function bodyOf(result, { run }) {
    const { planComment } = await Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(7419), __webpack_require__.e(3964)]).then(__webpack_require__.bind(__webpack_require__, 73964));
    return planComment(result, run);
}
async function write(github, number, key, body, ports) {
    const pull = await github.pullRequest(number);
    if (pull === undefined) {
        const { owner, name } = github.repository;
        ports.warn(`the plan was not commented: ${number} is no pull request of ${owner}/${name} that the token may see`);
        return;
    }
    const { url, superseded } = await github.upsertComment(number, key, body, ports.run.number);
    ports.say(superseded ? `a later run has commented already: ${url}` : `the plan is in ${url}`);
}
/** The same question gets the same comment, whatever it is answered. */
function keyOf(options) {
    const asked = SUBJECT.map((name) => options[name] ?? null);
    return `plan/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
}
const SUBJECT = [
    'working-directory',
    'config',
    'environment',
    'regions',
    'targets',
    'stack-name',
    'template',
    'config-env',
    'failover',
];
function whyNot(error) {
    const fix = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.fix : [];
    return [`the plan was not commented: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}.`, ...fix].join(' ');
}


/***/ })

};
