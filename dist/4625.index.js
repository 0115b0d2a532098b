export const id = 4625;
export const ids = [4625];
export const modules = {

/***/ 64625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificateOf: () => (/* binding */ certificateOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55572);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63677);
/* harmony import */ var _signed_call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3666);





/**
 * The certificate of a regional custom domain of API Gateway, of REST and of HTTP APIs alike (API Gateway V2 API
 * Reference, GetDomainName; ACM API Reference, DescribeCertificate).
 *
 * @returns undefined when there is no such custom domain, or it has no certificate of ACM
 * @throws AwsError
 */
async function certificateOf(domain, parts) {
    const { env, partition, region } = parts;
    const suffix = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(partition)?.dnsSuffix ?? 'amazonaws.com';
    const found = await answerOf({ service: 'ApiGatewayV2', action: 'GetDomainName', region }, {
        service: 'apigateway',
        url: new URL(`/v2/domainnames/${encodeURIComponent(domain)}`, (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .customEndpoint */ .vw)(env, 'apigateway') ?? `https://apigateway.${region}.${suffix}`),
        method: 'GET',
    }, parts);
    const arn = certificateArn(found?.['domainNameConfigurations']);
    if (arn === undefined)
        return undefined;
    const described = await answerOf({ service: 'ACM', action: 'DescribeCertificate', region }, {
        service: 'acm',
        url: new URL('/', (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .customEndpoint */ .vw)(env, 'acm') ?? `https://acm.${region}.${suffix}`),
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'CertificateManager.DescribeCertificate',
        },
        body: JSON.stringify({ CertificateArn: arn }),
    }, parts);
    const { Status: status, NotAfter: seconds } = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o)(described?.['Certificate']) ?? {};
    return {
        arn,
        status: typeof status === 'string' ? status : 'NOT_FOUND',
        ...(typeof seconds === 'number' && { notAfter: seconds * 1000 }),
    };
}
function certificateArn(configurations) {
    const [first] = Array.isArray(configurations) ? configurations : [];
    const arn = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o)(first)?.['certificateArn'];
    return typeof arn === 'string' ? arn : undefined;
}
/** The answer as an object; undefined when there is no such thing. @throws AwsError */
async function answerOf(called, request, { credentials, recorded, region }) {
    const { status, text } = await (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_3__/* .signedCall */ .p)({ ...request, region, credentials, transport: recorded(called) });
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(text));
    if (status === 200)
        return value;
    const type = String(value?.['__type'] ?? '').replace(/^.*#/, '');
    if (status === 404 || type === 'ResourceNotFoundException')
        return undefined;
    throw new _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .AwsError */ .G({
        kind: status === 403 ? 'denied' : status >= 500 ? 'server' : 'other',
        code: type || `HTTP ${status}`,
        message: String(value?.['message'] ?? value?.['Message'] ?? `HTTP ${status}`),
        ...called,
        httpStatus: status,
    });
}


/***/ })

};
