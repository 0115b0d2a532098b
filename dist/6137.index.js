export const id = 6137;
export const ids = [6137];
export const modules = {

/***/ 44854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch)
/* harmony export */ });
/** Their values are compared and never told. */
const SECRET = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$|token|secret|signature|password|credential/i;
/** The first thing that is not as expected. */
async function mismatch(expect, answer) {
    return (statusOff(expect, answer) ?? headerOff(expect, answer) ?? bodyOff(expect, answer) ?? (await jsonOff(expect, answer)));
}
function statusOff({ statuses }, { status }) {
    if (status === undefined || statuses.length === 0)
        return undefined;
    const matches = (wanted) => wanted === String(status) || wanted === `${String(status)[0]}xx`;
    return statuses.some(matches) ? undefined : off('the status', statuses.join(' or '), String(status));
}
function headerOff({ headers: wanted }, { headers = {} }) {
    for (const [name, value] of Object.entries(wanted)) {
        const seen = headers[name.toLowerCase()];
        if (seen === value)
            continue;
        if (SECRET.test(name))
            return off(`the header ${name}`, 'the value of the configuration', seen === undefined ? 'absent' : 'another');
        return off(`the header ${name}`, clip(value), seen === undefined ? 'absent' : clip(seen));
    }
    return undefined;
}
function bodyOff({ bodyContains, bodyMatches }, { body, truncated }) {
    const size = `${Buffer.byteLength(body)} bytes${truncated ? ', cut off there,' : ''}`;
    if (bodyContains !== undefined && !body.includes(bodyContains))
        return off('the body', `to hold ${clip(bodyContains)}`, `${size} without it`);
    if (bodyMatches !== undefined && !new RegExp(bodyMatches, 'u').test(body))
        return off('the body', `to match ${clip(bodyMatches)}`, `${size} that do not`);
    return undefined;
}
async function jsonOff({ json, jsonMatches }, answer) {
    const paths = [...Object.keys(json), ...Object.keys(jsonMatches)];
    if (paths.length === 0)
        return undefined;
    const document = parse(answer.body);
    if (document === undefined) {
        const size = Buffer.byteLength(answer.body);
        return off('the body', 'JSON', answer.truncated ? `more than ${size} bytes` : `${size} bytes that are none`);
    }
    const { query: select } = await __webpack_require__.e(/* import() */ 4525).then(__webpack_require__.bind(__webpack_require__, 14525));
    for (const [path, wanted] of Object.entries(json)) {
        const found = select(document.value, path);
        const wrong = found.find((value) => !same(value, wanted));
        if (found.length === 0)
            return off(path, show(wanted, path), 'nothing there');
        if (wrong !== undefined)
            return off(path, show(wanted, path), show(wrong, path));
    }
    for (const [path, expression] of Object.entries(jsonMatches)) {
        const found = select(document.value, path);
        const pattern = new RegExp(expression, 'u');
        const wrong = found.find((value) => !pattern.test(typeof value === 'string' ? value : JSON.stringify(value)));
        if (found.length === 0)
            return off(path, `to match ${clip(expression)}`, 'nothing there');
        if (wrong !== undefined)
            return off(path, `to match ${clip(expression)}`, show(wrong, path));
    }
    return undefined;
}
function off(what, expected, seen) {
    return { reason: `${what}: expected ${expected}, found ${seen}`, expected, seen };
}
function parse(body) {
    try {
        return { value: JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}
/** Equal as JSON: the order of members does not count. */
function same(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b;
    if (Array.isArray(a) || Array.isArray(b)) {
        return (Array.isArray(a) &&
            Array.isArray(b) &&
            a.length === b.length &&
            a.every((item, index) => same(item, b[index] ?? null)));
    }
    const [left, right] = [a, b];
    const keys = Object.keys(left ?? {});
    return (keys.length === Object.keys(right ?? {}).length &&
        keys.every((key) => right !== undefined && Object.hasOwn(right, key) && same(left?.[key] ?? null, right[key] ?? null)));
}
const show = (value, path) => SECRET.test(path) ? 'a value that is not shown' : clip(JSON.stringify(value));
const clip = (text) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);


/***/ }),

/***/ 16137:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lambda: () => (/* binding */ lambda)
/* harmony export */ });
/* harmony import */ var _expectation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44854);

/** Invokes a function of the target and looks at its answer; a function that fails fails the gate. */
const lambda = async ({ check, target, signal }, { session }) => {
    const { function: name, qualifier, payload, expect } = check;
    const answer = await session(target).functions.invoke({ function: name, ...(qualifier !== undefined && { qualifier }), payload: JSON.stringify(payload) }, signal);
    const { functionError, executedVersion } = answer;
    const evidence = { function: name, ...(executedVersion !== undefined && { executedVersion }) };
    if (functionError !== undefined) {
        const what = errorOf(answer.payload);
        return { verdict: 'fail', reason: `${name} failed: ${what}`, evidence: { ...evidence, functionError } };
    }
    const wrong = await (0,_expectation_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J)(expect, { body: answer.payload });
    if (wrong === undefined)
        return { verdict: 'pass', reason: `${name} answered as expected`, evidence };
    const { reason, expected, seen } = wrong;
    return { verdict: 'fail', reason: `${name}: ${reason}`, evidence: { ...evidence, expected, seen } };
};
/** Lambda Developer Guide, "Function errors": `errorType` and `errorMessage`. The stack trace is left where it is. */
function errorOf(payload) {
    try {
        const { errorType = 'Error', errorMessage = '' } = JSON.parse(payload);
        return `${errorType}: ${errorMessage}`.slice(0, 300);
    }
    catch {
        return 'without a reason';
    }
}


/***/ })

};
