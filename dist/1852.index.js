export const id = 1852;
export const ids = [1852];
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

/***/ 61852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   covers: () => (/* binding */ covers),
/* harmony export */   describeCertificate: () => (/* binding */ describeCertificate),
/* harmony export */   distributionCertificate: () => (/* binding */ distributionCertificate),
/* harmony export */   listenerCertificates: () => (/* binding */ listenerCertificates)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _json_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56372);


/** A certificate of ACM in the region of the parts. @throws AwsError */
async function describeCertificate(arn, parts) {
    const described = await (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonAnswer */ .tQ)({ service: 'ACM', action: 'DescribeCertificate', region: parts.region }, {
        service: 'acm',
        url: (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .regionalUrl */ .RG)('/', 'acm', 'acm', parts),
        headers: (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonTarget */ .cq)('CertificateManager.DescribeCertificate'),
        body: JSON.stringify({ CertificateArn: arn }),
    }, parts);
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(described?.['Certificate']) ?? {};
    const { Status: status, NotAfter: seconds, DomainName: domain, SubjectAlternativeNames: names } = found;
    return {
        arn,
        status: typeof status === 'string' ? status : 'NOT_FOUND',
        names: [domain, ...(Array.isArray(names) ? names : [])].filter((name) => typeof name === 'string'),
        ...(typeof seconds === 'number' && { notAfter: seconds * 1000 }),
    };
}
/** Certificates of a listener of a load balancer (Elastic Load Balancing API Reference, DescribeListenerCertificates). @throws AwsError */
async function listenerCertificates(listener, parts) {
    const action = 'DescribeListenerCertificates';
    const text = await (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .textAnswer */ .CI)({ service: 'ElasticLoadBalancingV2', action, region: parts.region }, {
        service: 'elasticloadbalancing',
        url: (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .regionalUrl */ .RG)('/', 'elasticloadbalancing', 'elasticloadbalancing', parts),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ Action: action, Version: '2015-12-01', ListenerArn: listener }).toString(),
    }, parts);
    const arns = new Set([...(text ?? '').matchAll(/<CertificateArn>([^<]+)</g)].map(([, arn = '']) => arn));
    // Those of IAM have no end that ACM knows.
    const ofAcm = [...arns].filter((arn) => arn.includes(':acm:'));
    return Promise.all(ofAcm.map((arn) => describeCertificate(arn, parts)));
}
/**
 * The certificate of a distribution that answers for a name (CloudFront API Reference, GetDistributionConfig). Its certificates are
 * those of us-east-1.
 * @param parts of us-east-1
 * @returns undefined: the name is none of its aliases, or it has no certificate of ACM
 * @throws AwsError
 */
async function distributionCertificate(distribution, name, parts) {
    const url = globalUrl(`/2020-05-31/distribution/${encodeURIComponent(distribution)}/config`, parts);
    const called = { service: 'CloudFront', action: 'GetDistributionConfig', region: parts.region };
    const text = await (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .textAnswer */ .CI)(called, { service: 'cloudfront', url, method: 'GET' }, parts);
    const aliases = /<Aliases>(.*?)<\/Aliases>/s.exec(text ?? '')?.[1] ?? '';
    const names = [...aliases.matchAll(/<CNAME>([^<]+)</g)].map(([, alias = '']) => alias);
    const arn = /<ACMCertificateArn>([^<]+)</.exec(text ?? '')?.[1];
    return arn === undefined || !names.some((alias) => covers(alias, name)) ? undefined : describeCertificate(arn, parts);
}
/** CloudFront has one endpoint in the partition `aws`. */
function globalUrl(path, parts) {
    const regional = (0,_json_call_js__WEBPACK_IMPORTED_MODULE_0__/* .regionalUrl */ .RG)(path, 'cloudfront', 'cloudfront', parts);
    regional.hostname = regional.hostname.replace(`.${parts.region}.`, '.');
    return regional;
}
/** A wildcard stands for one label (RFC 6125, 6.4.3). */
function covers(pattern, name) {
    if (!pattern.startsWith('*.'))
        return pattern.toLowerCase() === name.toLowerCase();
    return pattern.slice(1).toLowerCase() === name.slice(name.indexOf('.')).toLowerCase();
}


/***/ })

};
