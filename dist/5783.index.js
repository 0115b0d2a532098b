export const id = 5783;
export const ids = [5783];
export const modules = {

/***/ 25783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apiThrottle: () => (/* binding */ apiThrottle),
/* harmony export */   tableCapacity: () => (/* binding */ tableCapacity)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _json_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56372);


/** API Gateway API Reference (V1), GetAccount: REST, HTTP and WebSocket APIs share it. @throws AwsError */
async function apiThrottle(parts) {
    const { region } = parts;
    const called = { service: 'ApiGateway', action: 'GetAccount', region };
    const url = (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .regionalUrl */ .RG)('/account', 'apigateway', 'apigateway', parts);
    const answer = await (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonAnswer */ .tQ)(called, { service: 'apigateway', url, method: 'GET' }, parts);
    const { rateLimit } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(answer?.['throttleSettings']) ?? {};
    return { 'requests a second': Number(rateLimit ?? 0) };
}
/** DynamoDB API Reference, DescribeLimits: of tables with provisioned capacity. @throws AwsError */
async function tableCapacity(client) {
    const [{ DescribeLimitsCommand }, dynamodb] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4305)]).then(__webpack_require__.t.bind(__webpack_require__, 64305, 19)), client()]);
    const { AccountMaxReadCapacityUnits: read = 0, AccountMaxWriteCapacityUnits: write = 0 } = await dynamodb.send(new DescribeLimitsCommand({}));
    return { 'read capacity units': read, 'write capacity units': write };
}


/***/ }),

/***/ 56372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ textAnswer),
/* harmony export */   RG: () => (/* binding */ regionalUrl),
/* harmony export */   cq: () => (/* binding */ jsonTarget),
/* harmony export */   tQ: () => (/* binding */ jsonAnswer)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55572);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63677);
/* harmony import */ var _signed_call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3666);





/** Endpoint of a regional service. @param host what stands before the region, such as `sqs` */
function regionalUrl(path, service, host, { env, partition, region }) {
    const suffix = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(partition)?.dnsSuffix ?? 'amazonaws.com';
    return new URL(path, (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .customEndpoint */ .vw)(env, service) ?? `https://${host}.${region}.${suffix}`);
}
/** The headers of AWS's JSON protocol. */
function jsonTarget(target, version = '1.1') {
    return { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
}
/**
 * The answer as an object; undefined when there is no such thing.
 * @param absent types of errors that say so, besides HTTP 404
 * @throws AwsError
 */
async function jsonAnswer(called, request, parts, absent = ['ResourceNotFoundException']) {
    const answer = await send(called, request, parts);
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(answer.text));
    if (answer.status === 200)
        return value;
    const type = String(value?.['__type'] ?? '').replace(/^.*#/, '');
    if (answer.status === 404 || absent.includes(type))
        return undefined;
    throw failed(called, answer.status, type, String(value?.['message'] ?? value?.['Message'] ?? ''));
}
/** The answer as its text, XML; undefined when there is no such thing. @throws AwsError */
async function textAnswer(called, request, parts) {
    const { status, text } = await send(called, request, parts);
    if (status === 200)
        return text;
    const code = /<Code>([^<]+)</.exec(text)?.[1] ?? '';
    if (status === 404 || code.endsWith('NotFound'))
        return undefined;
    throw failed(called, status, code, /<Message>([^<]+)</.exec(text)?.[1] ?? '');
}
function send(called, request, { credentials, recorded, region }) {
    return (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_3__/* .signedCall */ .p)({ ...request, region, credentials, transport: recorded(called) });
}
function failed(called, status, code, message) {
    const denied = status === 403 || code.startsWith('AccessDenied');
    return new _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .AwsError */ .G({
        kind: denied ? 'denied' : status >= 500 ? 'server' : 'other',
        code: code || `HTTP ${status}`,
        message: message || `HTTP ${status}`,
        ...called,
        httpStatus: status,
    });
}


/***/ })

};
