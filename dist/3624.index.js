export const id = 3624;
export const ids = [3624];
export const modules = {

/***/ 43624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasIdentityProvider: () => (/* binding */ hasIdentityProvider)
/* harmony export */ });
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55572);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63677);
/* harmony import */ var _signed_call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3666);




/** IAM's one endpoint of a partition, and the region that its requests are signed for (AWS General Reference, IAM). */
function controlPlane(partition) {
    if (partition === 'aws')
        return { host: 'iam.amazonaws.com', region: 'us-east-1' };
    if (partition === 'aws-cn')
        return { host: 'iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' };
    if (partition === 'aws-us-gov')
        return { host: 'iam.us-gov.amazonaws.com', region: 'us-gov-west-1' };
    const { edgeRegion = '', dnsSuffix = '' } = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(partition) ?? {};
    return { host: `iam.${edgeRegion}.${dnsSuffix}`, region: edgeRegion };
}
/**
 * Whether the account has this OpenID Connect provider. The one call of IAM that this program makes: a client of the
 * SDK for it would be the largest part of the bundle.
 *
 * @throws AwsError
 */
async function hasIdentityProvider(arn, parts) {
    const { env, credentials, partition } = parts;
    const { host, region } = controlPlane(partition);
    const body = new URLSearchParams({
        Action: 'GetOpenIDConnectProvider',
        Version: '2010-05-08',
        OpenIDConnectProviderArn: arn,
    }).toString();
    const call = { service: 'IAM', action: 'GetOpenIDConnectProvider', region };
    const { status, text } = await (0,_signed_call_js__WEBPACK_IMPORTED_MODULE_3__/* .signedCall */ .p)({
        url: new URL((0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .customEndpoint */ .vw)(env, 'iam') ?? `https://${host}`),
        service: 'iam',
        region,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        credentials,
        transport: parts.recorded(call),
    });
    const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
    if (status === 200)
        return true;
    if (status === 404 && code === 'NoSuchEntity')
        return false;
    throw new _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .AwsError */ .G({
        kind: status === 403 ? 'denied' : 'other',
        code,
        message: /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? `HTTP ${status}`,
        ...call,
        httpStatus: status,
    });
}


/***/ })

};
