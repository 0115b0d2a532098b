export const id = 8681;
export const ids = [8681];
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

/***/ 20632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure)
/* harmony export */ });
/** No answer: the name does not resolve, no connection, a certificate that is not valid, a time limit. */
class HttpFailure extends Error {
    name = 'HttpFailure';
    /** Node's code, or `TIMEOUT`. */
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}


/***/ }),

/***/ 71062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   http: () => (/* binding */ http)
/* harmony export */ });
/* harmony import */ var _topology_http_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48281);
/* harmony import */ var _expectation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44854);
/* harmony import */ var _http_port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20632);



/** A health endpoint answers in a few bytes; a page of a megabyte can still be searched. */
const MAX_BYTES = 1_048_576;
/** Asks until as many answers in a row were good, or bad, as the gate wants. */
const http = async ({ check, signal, note }, ports) => {
    const bad = unusable(check);
    if (bad !== undefined)
        return { verdict: 'fail', reason: bad, evidence: {} };
    let [run, good, requests] = [0, true, 0];
    for (;;) {
        const startedAt = ports.clock.now();
        const attempt = await ask(check, ports.http, signal);
        requests += 1;
        run = attempt.good === good ? run + 1 : 1;
        good = attempt.good;
        const wanted = good ? check.successes : check.failures;
        if (run >= wanted) {
            const evidence = { url: shown(check.url), ...attempt.facts, requests, durationMs: ports.clock.now() - startedAt };
            const times = run > 1 ? `, ${run} times in a row` : '';
            return { verdict: good ? 'pass' : 'fail', reason: `${attempt.reason}${times}`, evidence };
        }
        note(attempt.reason);
        await ports.clock.sleep(check.pauseMs, signal);
    }
};
async function ask(check, http, signal) {
    const place = `${check.method} ${shown(check.url)}`;
    try {
        const answer = await follow(check, http, signal);
        const wrong = await (0,_expectation_js__WEBPACK_IMPORTED_MODULE_2__/* .mismatch */ .J)(check.expect, answer);
        const facts = { status: answer.status, address: answer.address };
        if (wrong === undefined)
            return { good: true, reason: `${place} answered ${answer.status} as expected`, facts };
        const { reason, expected, seen } = wrong;
        return { good: false, reason: `${place}: ${reason}`, facts: { ...facts, expected, seen } };
    }
    catch (error) {
        if (!(error instanceof _http_port_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H))
            throw error;
        return { good: false, reason: `${place}: ${error.message}`, facts: { status: null, error: error.code } };
    }
}
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
async function follow(check, http, signal) {
    const address = check.address === undefined ? undefined : (0,_topology_http_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .o)(check.address);
    const resolver = check.resolver === undefined ? undefined : (0,_topology_http_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .o)(check.resolver);
    let { url, method, headers } = check;
    let body = check.body;
    for (let hop = 0;; hop += 1) {
        const same = new URL(url).host === new URL(check.url).host;
        const answer = await http({
            url,
            method,
            // What was meant for one server is not handed to another one.
            headers: same ? headers : {},
            ...(body !== undefined && { body }),
            ...(address !== undefined && same && { address }),
            ...(resolver !== undefined && { resolver }),
            timeoutMs: check.requestTimeoutMs,
            maxBytes: MAX_BYTES,
            signal,
        });
        const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined;
        if (location === undefined || hop >= check.redirects || !URL.canParse(location, url))
            return answer;
        const next = new URL(location, url);
        if (!/^https?:$/.test(next.protocol))
            return answer;
        url = next.href;
        // Fetch Standard, HTTP-redirect fetch: 303 always, 301 and 302 after POST go on as GET.
        if (method !== 'HEAD' && (answer.status === 303 || (answer.status < 303 && method === 'POST'))) {
            method = 'GET';
            body = undefined;
            headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
        }
    }
}
/** What only the values of outputs could show. */
function unusable({ url, address, resolver }) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return `"${url}" is no URL with http or https`;
    const wrong = [address, resolver].find((text) => text !== undefined && (0,_topology_http_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .o)(text) === undefined);
    return wrong === undefined ? undefined : `"${wrong}" is no address`;
}
/** Without what may hold a secret: user, password, query. */
function shown(text) {
    const { protocol, host, pathname, search } = new URL(text);
    return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}


/***/ })

};
