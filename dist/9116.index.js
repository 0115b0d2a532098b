export const id = 9116;
export const ids = [9116];
export const modules = {

/***/ 79116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttpPort: () => (/* binding */ createHttpPort)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _http_port_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20632);



/**
 * Requests on connections of their own: a kept one would go on asking an address that the name no longer has.
 * @param ca further certificates to trust (PEM), as `AWS_CA_BUNDLE` names them.
 */
function createHttpPort(ca) {
    return async (request) => {
        const url = new URL(request.url);
        const secure = url.protocol === 'https:';
        const [{ request: open }, more, lookup] = await Promise.all([
            secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 23)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 23)),
            secure ? trusted(ca) : {},
            request.resolver && resolveWith(request.resolver),
        ]);
        const name = url.hostname.replace(/^\[|\]$/g, '');
        const { address } = request;
        const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
        const options = {
            method: request.method,
            path: `${url.pathname}${url.search}`,
            host: address?.host ?? name,
            port: address?.port ?? port,
            headers: { 'user-agent': 'sam-multi-region', accept: '*/*', ...request.headers, host: url.host },
            // The name of the URL is what a certificate must prove, wherever the connection goes.
            ...(secure && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 0 && { servername: name }),
            ...(lookup !== undefined && { lookup }),
            ...more,
            agent: false,
        };
        return send((answered) => open(options, answered), request);
    };
}
function send(open, request) {
    return new Promise((resolve, reject) => {
        request.signal.throwIfAborted();
        const fail = (error) => {
            finish();
            reject(request.signal.aborted ? request.signal.reason : failure(error));
        };
        const sent = open((message) => {
            // Gone once the connection is closed.
            const address = message.socket.remoteAddress ?? '';
            readBody(message, request.maxBytes).then((body) => {
                finish();
                sent.destroy();
                resolve({
                    status: message.statusCode ?? 0,
                    headers: headersOf(message),
                    ...body,
                    address,
                });
            }, fail);
        });
        const timer = setTimeout(() => {
            sent.destroy(new _http_port_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H('TIMEOUT', `no answer within ${request.timeoutMs / 1000} s`));
        }, request.timeoutMs);
        const abort = () => void sent.destroy(new Error('cancelled'));
        request.signal.addEventListener('abort', abort, { once: true });
        function finish() {
            clearTimeout(timer);
            request.signal.removeEventListener('abort', abort);
        }
        sent.on('error', fail);
        sent.end(request.body);
    });
}
async function readBody(message, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes)
            break;
    }
    const all = Buffer.concat(chunks);
    return { body: all.subarray(0, maxBytes).toString('utf8'), truncated: size > maxBytes };
}
function headersOf({ headers }) {
    const entries = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]);
    return Object.fromEntries(entries);
}
function failure(error) {
    if (error instanceof _http_port_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H)
        return error;
    const { code = 'ERROR' } = error;
    return new _http_port_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H(code, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error) || code, { cause: error });
}
async function trusted(ca) {
    if (ca === undefined)
        return {};
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 23));
    return { ca: [...rootCertificates, ca] };
}
async function resolveWith(server) {
    const { addressesOf, resolverAt } = await __webpack_require__.e(/* import() */ 9201).then(__webpack_require__.bind(__webpack_require__, 29201));
    const resolver = resolverAt(server, 2);
    return (name, options, done) => {
        addressesOf(resolver, name).then((found) => {
            const [first] = found;
            if (first === undefined)
                done(new _http_port_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H('ENOTFOUND', `${name} has no address`), '', 4);
            else if (options.all)
                done(null, [...found]);
            else
                done(null, first.address, first.family);
        }, (error) => done(error, '', 4));
    };
}


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


/***/ })

};
