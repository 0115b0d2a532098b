export const id = 5425;
export const ids = [5425];
export const modules = {

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


/***/ }),

/***/ 55425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queueDepth: () => (/* binding */ queueDepth)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _json_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56372);


const COUNTS = {
    visible: 'ApproximateNumberOfMessages',
    inFlight: 'ApproximateNumberOfMessagesNotVisible',
    delayed: 'ApproximateNumberOfMessagesDelayed',
};
/**
 * The URL of a queue is put together, not asked for: `https://sqs.REGION.SUFFIX/ACCOUNT/NAME` (SQS Developer Guide, "Queue and
 * message identifiers"; API Reference, GetQueueAttributes).
 * @throws AwsError
 */
async function queueDepth({ name, account }, parts) {
    const url = (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .regionalUrl */ .RG)('/', 'sqs', 'sqs', parts);
    const answer = await (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonAnswer */ .tQ)({ service: 'SQS', action: 'GetQueueAttributes', region: parts.region }, {
        service: 'sqs',
        url,
        headers: (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonTarget */ .cq)('AmazonSQS.GetQueueAttributes', '1.0'),
        body: JSON.stringify({
            QueueUrl: new URL(`/${account}/${name}`, url).href,
            AttributeNames: Object.values(COUNTS),
        }),
    }, parts, ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue']);
    if (answer === undefined)
        return undefined;
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(answer['Attributes']) ?? {};
    const count = (key) => Number(found[COUNTS[key]] ?? 0);
    return { visible: count('visible'), inFlight: count('inFlight'), delayed: count('delayed') };
}


/***/ })

};
