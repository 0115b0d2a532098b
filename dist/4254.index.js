export const id = 4254;
export const ids = [4254];
export const modules = {

/***/ 94254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOutcomeFile: () => (/* binding */ createOutcomeFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50623);


/**
 * Leaves what became of a run for a job that may comment. A renderer: secrets are out of what it gets, and what goes wrong
 * with it is told and never ends the run.
 */
function createOutcomeFile(file, options, ports) {
    let markdown;
    return {
        event(event) {
            if (event.type !== 'run.finished' && event.type !== 'run.refused')
                return;
            markdown = Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(7419), __webpack_require__.e(2693)]).then(__webpack_require__.bind(__webpack_require__, 72693)).then(({ outcomeMarkdown, refusedOutcome }) => event.type === 'run.finished' ? outcomeMarkdown(event.result) : refusedOutcome(event.refusal));
        },
        async close() {
            if (markdown === undefined)
                return;
            const { clock, run } = ports;
            try {
                const outcome = {
                    schema: 1,
                    key: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeKey */ ._3)(options),
                    at: new Date(clock.now()).toISOString(),
                    attempt: run.attempt ?? 1,
                    markdown: await markdown,
                };
                await ports.save(file, `${JSON.stringify(outcome)}\n`);
            }
            catch (error) {
                ports.warn(`${file} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`);
            }
        },
    };
}


/***/ }),

/***/ 50623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _3: () => (/* binding */ outcomeKey),
/* harmony export */   dc: () => (/* binding */ toldOf),
/* harmony export */   ns: () => (/* binding */ readOutcome)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);


/** Steps and jobs of one deployment have these in common. */
const SUBJECT = [
    'working-directory',
    'config',
    'environment',
    'regions',
    'stack-name',
    'template',
];
/** Key of the one comment on a deployment. */
function outcomeKey(options) {
    const asked = SUBJECT.map((name) => options[name] ?? null);
    return `deploy/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
}
/** What a file holds; undefined where it holds no outcome. */
function readOutcome(text) {
    let value;
    try {
        value = (0,_event_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(JSON.parse(text));
    }
    catch {
        return undefined;
    }
    const { schema, key, at, attempt, markdown } = value;
    const known = schema === 1 && typeof key === 'string' && typeof at === 'string' && typeof attempt === 'number';
    return known && typeof markdown === 'string' ? { schema, key, at, attempt, markdown } : undefined;
}
/**
 * What is told of one deployment. What an earlier attempt of the run left is still among its artifacts: it no longer counts
 * where a later one left something, and is marked where that died without a word.
 * @param attempt of the run that tells it, from 1 on
 */
function toldOf(all, key, attempt = 1) {
    const own = all.filter((outcome) => outcome.key === key);
    const last = Math.max(0, ...own.map((outcome) => outcome.attempt));
    const told = own.filter((outcome) => outcome.attempt === last).sort((a, b) => (a.at < b.at ? -1 : 1));
    return { parts: told.map(({ markdown }) => markdown), ...(0 < last && last < attempt && { earlierAttempt: last }) };
}


/***/ })

};
