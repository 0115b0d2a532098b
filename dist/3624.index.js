export const id = 3624;
export const ids = [3624];
export const modules = {

/***/ 43624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasIdentityProvider: () => (/* binding */ hasIdentityProvider)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67563);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55572);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63677);




/** IAM's one endpoint of a partition, and the region that its requests are signed for (AWS General Reference, IAM). */
function controlPlane(partition) {
    if (partition === 'aws')
        return { host: 'iam.amazonaws.com', region: 'us-east-1' };
    if (partition === 'aws-cn')
        return { host: 'iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' };
    if (partition === 'aws-us-gov')
        return { host: 'iam.us-gov.amazonaws.com', region: 'us-gov-west-1' };
    const { edgeRegion = '', dnsSuffix = '' } = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPartition */ .cj)(partition) ?? {};
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
    const { SignatureV4 } = await __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19));
    const { host, region } = controlPlane(partition);
    const url = new URL((0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .customEndpoint */ .vw)(env, 'iam') ?? `https://${host}`);
    const body = new URLSearchParams({
        Action: 'GetOpenIDConnectProvider',
        Version: '2010-05-08',
        OpenIDConnectProviderArn: arn,
    }).toString();
    const request = {
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port !== '' && { port: Number(url.port) }),
        method: 'POST',
        path: '/',
        query: {},
        headers: {
            host: url.host,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
        },
        body,
    };
    const signer = new SignatureV4({ service: 'iam', region, credentials: () => credentials.get(), sha256: Sha256 });
    const call = { service: 'IAM', action: 'GetOpenIDConnectProvider', region };
    const signed = { query: {}, ...(await signer.sign(request)) };
    const { response } = await parts
        .recorded(call)
        .handle({ ...signed, clone: () => signed });
    const text = await textOf(response.body);
    const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
    if (response.statusCode === 200)
        return true;
    if (response.statusCode === 404 && code === 'NoSuchEntity')
        return false;
    throw new _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .AwsError */ .G({
        kind: response.statusCode === 403 ? 'denied' : 'other',
        code,
        message: /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? `HTTP ${response.statusCode}`,
        ...call,
        httpStatus: response.statusCode,
    });
}
async function textOf(body) {
    const parts = [];
    for await (const part of body)
        parts.push(part);
    return Buffer.concat(parts).toString('utf8');
}
/** The hash that the signer asks for. */
class Sha256 {
    hash;
    constructor(secret) {
        this.hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', keyOf(secret));
    }
    update(data) {
        this.hash.update(data);
    }
    async digest() {
        return this.hash.digest();
    }
    reset() { }
}
function keyOf(secret) {
    if (typeof secret === 'string')
        return secret;
    return ArrayBuffer.isView(secret)
        ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
        : new Uint8Array(secret);
}


/***/ })

};
