export const id = 4765;
export const ids = [4765];
export const modules = {

/***/ 62820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   Gb: () => (/* binding */ completeRole),
/* harmony export */   KC: () => (/* binding */ accountOfArn),
/* harmony export */   Vk: () => (/* binding */ cleanSessionName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/;
/** A role ARN taken apart; undefined when it is not one. */
function parseRoleArn(arn) {
    const [, partition, account, name] = ROLE_ARN.exec(arn) ?? [];
    return partition && account && name ? { arn, partition, account, name } : undefined;
}
/** A role as configured, made whole: a bare name (with or without a path) is taken to be in the target's account. */
function completeRole(role, partition, account) {
    const parsed = parseRoleArn(role.startsWith('arn:') ? role : `arn:${partition}:iam::${account}:role/${role}`);
    if (parsed)
        return parsed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('role-invalid', `"${role}" is neither the ARN nor the name of an IAM role.`, {
        fix: [
            `Write a name like sam-deploy, or an ARN like arn:${partition}:iam::${account || '111111111111'}:role/sam-deploy.`,
        ],
    });
}
/** Account in an ARN of STS (`arn:aws:sts::111111111111:assumed-role/…`), when it names one. */
function accountOfArn(arn) {
    return /^arn:[^:]+:(?:sts|iam)::(\d{12}):/.exec(arn ?? '')?.[1];
}
/** Session names hold 2 to 64 characters of [\w+=,.@-] (STS API reference, RoleSessionName). */
function cleanSessionName(name) {
    const cleaned = name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 64);
    return cleaned.length >= 2 ? cleaned : `${cleaned}-sam-multi-region`;
}


/***/ }),

/***/ 55572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ endpointVariables),
/* harmony export */   OH: () => (/* binding */ needsPathStyle),
/* harmony export */   SM: () => (/* binding */ regionInHost),
/* harmony export */   vw: () => (/* binding */ customEndpoint)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

const VARIABLE = {
    acm: 'AWS_ENDPOINT_URL_ACM',
    apigateway: 'AWS_ENDPOINT_URL_APIGATEWAYV2',
    cloudformation: 'AWS_ENDPOINT_URL_CLOUDFORMATION',
    cloudfront: 'AWS_ENDPOINT_URL_CLOUDFRONT',
    cloudwatch: 'AWS_ENDPOINT_URL_CLOUDWATCH',
    codedeploy: 'AWS_ENDPOINT_URL_CODEDEPLOY',
    elasticloadbalancing: 'AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2',
    eventbridge: 'AWS_ENDPOINT_URL_EVENTBRIDGE',
    dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
    globalaccelerator: 'AWS_ENDPOINT_URL_GLOBAL_ACCELERATOR',
    iam: 'AWS_ENDPOINT_URL_IAM',
    keyvaluestore: 'AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE',
    lambda: 'AWS_ENDPOINT_URL_LAMBDA',
    logs: 'AWS_ENDPOINT_URL_CLOUDWATCH_LOGS',
    recoverycluster: 'AWS_ENDPOINT_URL_ROUTE53_RECOVERY_CLUSTER',
    regionswitch: 'AWS_ENDPOINT_URL_ARC_REGION_SWITCH',
    route53: 'AWS_ENDPOINT_URL_ROUTE_53',
    s3: 'AWS_ENDPOINT_URL_S3',
    scheduler: 'AWS_ENDPOINT_URL_SCHEDULER',
    sqs: 'AWS_ENDPOINT_URL_SQS',
    ssm: 'AWS_ENDPOINT_URL_SSM',
    sts: 'AWS_ENDPOINT_URL_STS',
};
/** Endpoint that the environment sets for a service instead of AWS's own. */
function customEndpoint(env, service) {
    if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true')
        return undefined;
    return env[VARIABLE[service]] || env['AWS_ENDPOINT_URL'] || undefined;
}
/** Buckets cannot become a part of the host name when the host is an address. */
function needsPathStyle(endpoint) {
    if (endpoint === undefined || !URL.canParse(endpoint))
        return false;
    const host = new URL(endpoint).hostname.replace(/^\[|\]$/g, '');
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0 || host === 'localhost';
}
/** Region that the name of a host says; empty where it says none. */
function regionInHost(hostname) {
    return /\b[a-z]{2}(?:-[a-z]+)+-\d\b/.exec(hostname)?.[0] ?? '';
}
/** Settings that a child process needs to reach the same endpoints. */
function endpointVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[0].startsWith('AWS_ENDPOINT_URL') && entry[1] !== undefined));
}


/***/ }),

/***/ 63677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ AwsError)
/* harmony export */ });
class AwsError extends Error {
    name = 'AwsError';
    kind;
    /** AWS's own code: `ValidationError`, `NoSuchKey` … */
    code;
    service;
    action;
    region;
    requestId;
    httpStatus;
    /** How often the call was tried; above 1 an earlier attempt may have taken effect. */
    attempts;
    constructor(details) {
        super(details.message, { cause: details.cause });
        this.kind = details.kind;
        this.code = details.code;
        this.service = details.service;
        this.action = details.action;
        this.region = details.region;
        this.requestId = details.requestId;
        this.httpStatus = details.httpStatus;
        this.attempts = details.attempts;
    }
}


/***/ }),

/***/ 3666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ signedCall)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Sent once. @throws ConnectionError; what AWS refuses is an answer like any other */
async function signedCall(call) {
    const { url, method = 'POST', service, region, headers, body, credentials, transport, signal } = call;
    const { SignatureV4 } = await __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19));
    const request = {
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port !== '' && { port: Number(url.port) }),
        method,
        path: url.pathname,
        query: {},
        headers: {
            host: url.host,
            ...headers,
            ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
        ...(body !== undefined && { body }),
    };
    const signer = new SignatureV4({ service, region, credentials: () => credentials.get(), sha256: Sha256 });
    const signed = { query: {}, ...(await signer.sign(request)) };
    const sent = { ...signed, clone: () => signed };
    const { response } = await transport.handle(sent, signal === undefined ? {} : { abortSignal: signal });
    return { status: response.statusCode, text: await textOf(response.body) };
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


/***/ }),

/***/ 36161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ SCHEDULE_RETRIES_MS)
/* harmony export */ });
/** For so long after its time a scheduled call that was refused is tried again. Milliseconds. */
const SCHEDULE_RETRIES_MS = 300_000;


/***/ }),

/***/ 33312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ compose)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
;// CONCATENATED MODULE: ./src/aws/error-kinds.ts

const KIND_BY_CODE = {
    AccessDenied: 'denied',
    AccessDeniedException: 'denied',
    Forbidden: 'denied',
    UnauthorizedOperation: 'denied',
    ExpiredToken: 'credentials',
    ExpiredTokenException: 'credentials',
    TokenRefreshRequired: 'credentials',
    RequestExpired: 'credentials',
    InvalidClientTokenId: 'credentials',
    UnrecognizedClientException: 'credentials',
    InvalidAccessKeyId: 'credentials',
    InvalidToken: 'credentials',
    SignatureDoesNotMatch: 'credentials',
    InvalidSignatureException: 'credentials',
    IncompleteSignature: 'credentials',
    MissingAuthenticationToken: 'credentials',
    AuthFailure: 'credentials',
    RegionDisabledException: 'credentials',
    CredentialsProviderError: 'credentials',
    NoSuchKey: 'not-found',
    NoSuchBucket: 'not-found',
    NoSuchUpload: 'not-found',
    NotFound: 'not-found',
    ResourceNotFoundException: 'not-found',
    ListenerNotFoundException: 'not-found',
    AcceleratorNotFoundException: 'not-found',
    EndpointGroupNotFoundException: 'not-found',
    DeploymentDoesNotExistException: 'not-found',
    ParameterNotFound: 'not-found',
    ParameterVersionNotFound: 'not-found',
    ChangeSetNotFound: 'not-found',
    ChangeSetNotFoundException: 'not-found',
    AlreadyExistsException: 'already-exists',
    BucketAlreadyExists: 'already-exists',
    BucketAlreadyOwnedByYou: 'already-exists',
    PreconditionFailed: 'conflict',
    ConditionalRequestConflict: 'conflict',
    OperationInProgressException: 'conflict',
    InvalidChangeSetStatus: 'conflict',
    InvalidChangeSetStatusException: 'conflict',
    ConflictException: 'conflict',
    TokenAlreadyExistsException: 'conflict',
    LimitExceededException: 'invalid',
};
const THROTTLE_CODES = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'SlowDown',
    'BandwidthLimitExceeded',
    'PriorRequestNotComplete',
]);
const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired']);
/** CloudFormation says almost everything with one code; these are the sentences that mean something of their own. */
const VALIDATION_KINDS = [
    [/^Stack (?:with id |\[|')?.*\bdoes not exist\b|^ChangeSet \[.*\] does not exist|^Stack not found/i, 'not-found'],
    [/is in [A-Z_]+ (?:state|status) and can ?not be|cannot be (?:deleted|updated) while in status/i, 'conflict'],
];
/** Codes for answers to HEAD, which have no body to say theirs. */
const BODILESS = {
    301: 'PermanentRedirect',
    400: 'BadRequest',
    403: 'Forbidden',
    404: 'NotFound',
    412: 'PreconditionFailed',
};
/**
 * Route 53 says everything that is wrong with a batch of changes with one code; these sentences mean that a record set
 * is not what the caller believed it to be.
 */
const CHANGED_MEANWHILE = /but it was not found|do not match the current values|but it already exists/i;
const NODE_TIMEOUTS = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ECONNABORTED']);
/** True for a call that got no answer in time, as opposed to no connection. */
function isTimeout(error) {
    const { name, code } = facts(error);
    return name === 'TimeoutError' && (code === undefined || NODE_TIMEOUTS.has(code));
}
/** S3 answers HEAD without a body, so its 400 may mean expired credentials as much as anything else. */
function isExpired(error) {
    const code = codeOf(error);
    return EXPIRED.has(code) || (code === 'BadRequest' && facts(error).$metadata?.httpStatusCode === 400);
}
/** AWS's code of an error, or Node's, or the class name. */
function codeOf(error) {
    const { name, code, Code, $metadata } = facts(error);
    const status = $metadata?.httpStatusCode;
    if (status === undefined && code)
        return code;
    const found = Code || (name && name !== 'Error' ? name : code) || 'UnknownError';
    return (found.startsWith('Unknown') && BODILESS[status ?? 0]) || found;
}
/** Any error of an SDK call as the one error that leaves `src/aws/`. */
function toAwsError(error, call) {
    if (error instanceof ports/* AwsError */.G)
        return error;
    const { $metadata } = facts(error);
    const code = codeOf(error);
    const kind = kindOf(error);
    return new ports/* AwsError */.G({
        ...call,
        kind,
        code,
        message: sentence(error, kind, code, call),
        requestId: $metadata?.requestId,
        httpStatus: $metadata?.httpStatusCode,
        attempts: $metadata?.attempts,
        cause: error,
    });
}
/** What an error of an SDK call means for whoever made it. */
function kindOf(error) {
    const code = codeOf(error);
    const { message = '', $metadata } = facts(error);
    const status = $metadata?.httpStatusCode;
    if (THROTTLE_CODES.has(code) || status === 429)
        return 'throttled';
    const known = KIND_BY_CODE[code];
    if (known)
        return known;
    if (code === 'ValidationError' || code === 'ValidationException') {
        return VALIDATION_KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'invalid';
    }
    if (code === 'InvalidChangeBatch')
        return CHANGED_MEANWHILE.test(textOf(error)) ? 'conflict' : 'invalid';
    if (status === undefined)
        return isConnectionTrouble(error) ? 'unreachable' : 'other';
    if (status >= 500)
        return 'server';
    if (status === 404)
        return 'not-found';
    if (status === 403)
        return 'denied';
    if (status === 412)
        return 'conflict';
    return status === 400 ? 'invalid' : 'other';
}
/** Errors of sockets, DNS and TLS carry a system code or are the handler's own time limits. */
function isConnectionTrouble(error) {
    const { name, code = '' } = facts(error);
    if (name === 'TimeoutError')
        return true;
    if (/^(E[A-Z]+|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|UNABLE_TO_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|HPE_.*)$/.test(code))
        return true;
    return error instanceof Error && error.cause !== undefined && isConnectionTrouble(error.cause);
}
function sentence(error, kind, code, call) {
    const { $metadata } = facts(error);
    const text = textOf(error) || code;
    if (kind === 'unreachable') {
        const attempts = $metadata?.attempts ?? 1;
        return `${call.service} in ${call.region} cannot be reached (${call.action}, ${attempts} attempts): ${text}`;
    }
    const status = $metadata?.httpStatusCode;
    return text === code && status !== undefined ? `${call.service} ${call.action}: ${code} (HTTP ${status})` : text;
}
/** The message of an error; that of Route 53's refusal of a batch may come as a list. */
function textOf(error) {
    const { message = '', messages } = facts(error);
    const known = message === 'UnknownError' ? '' : message;
    return messages !== undefined && messages.length > 0 ? messages.join('; ') : known;
}
function facts(error) {
    return typeof error === 'object' && error !== null ? error : {};
}

;// CONCATENATED MODULE: ./src/aws/middleware.ts

/** Notes every attempt with its host, status and error. Sits inside the retry loop, around the parsing of answers. */
function ledgerPlugin(ledger, clock, service, region) {
    return {
        applyToStack(stack) {
            stack.add((next, context) => async (args) => {
                const request = (args.request ?? {});
                const at = clock.now();
                const base = {
                    at,
                    service,
                    region,
                    action: actionName(context['commandName']),
                    endpoint: request.port ? `${request.hostname}:${request.port}` : (request.hostname ?? ''),
                    attempt: Number(/attempt=(\d+)/.exec(request.headers?.['amz-sdk-request'] ?? '')?.[1] ?? 1),
                };
                try {
                    const result = await next(args);
                    const status = statusOf(result.response);
                    ledger.record({ ...base, ...status, durationMs: clock.now() - at });
                    return result;
                }
                catch (error) {
                    const status = error.$metadata?.httpStatusCode;
                    ledger.record({
                        ...base,
                        ...(status === undefined ? {} : { status }),
                        error: codeOf(error),
                        kind: kindOf(error),
                        durationMs: clock.now() - at,
                    });
                    throw error;
                }
            }, { step: 'deserialize', priority: 'high', name: 'ledger' });
        },
    };
}
/**
 * The border of the SDK: credentials that AWS calls expired are replaced once and the call repeated; whatever error is
 * left becomes an `AwsError`.
 */
function borderPlugin(service, region, credentials, explain) {
    return {
        applyToStack(stack) {
            stack.add((next, context) => async (args) => {
                const call = { service, region, action: actionName(context['commandName']) };
                let used;
                try {
                    used = await credentials?.get();
                    return await next(args);
                }
                catch (error) {
                    if (!used || !isExpired(error) || !credentials?.invalidate(used))
                        throw translate(error, call, explain);
                }
                try {
                    return await next(args);
                }
                catch (error) {
                    throw translate(error, call, explain);
                }
            }, { step: 'initialize', priority: 'high', name: 'border' });
        },
    };
}
/** Tells of every throttled attempt, also of those that a later one made good. */
function watchThrottling(client, throttled) {
    client.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if (kindOf(error) === 'throttled')
                throttled();
            throw error;
        }
    }, { step: 'deserialize', priority: 'high', name: 'throttling' });
}
function translate(error, call, explain) {
    if (error instanceof Error && error.name === 'UserError')
        return error;
    return explain(toAwsError(error, call));
}
/** The operation of a command of the SDK: `PutObject` of `PutObjectCommand`. */
function actionName(commandName) {
    return String(commandName ?? 'Unknown').replace(/Command$/, '');
}
function statusOf(response) {
    const { statusCode } = (response ?? {});
    return statusCode === undefined ? {} : { status: statusCode };
}

;// CONCATENATED MODULE: ./src/aws/contacts.ts


function createContacts(ledger, clock) {
    let rule;
    return {
        restrict(next) {
            rule = next;
        },
        assertAllowed(service, region, action) {
            const reason = rule?.({ service, region, action });
            if (reason === undefined)
                return;
            ledger.refuse({ at: clock.now(), service, region, action, reason });
            const place = region === '' ? '' : ` in ${region}`;
            throw new errors/* UserError */.yo('contact-refused', `${service} ${action}${place} was not called: ${reason}`, {
                fix: ['What a failover may contact is decided before it is verified, so that nothing it needs can be lost.'],
            });
        },
    };
}
/** Judges every attempt before anything is sent: a rule that comes while a call is repeated ends the repetition. */
function contactsPlugin(contacts, service, region) {
    return {
        applyToStack(stack) {
            const judge = (commandName) => contacts.assertAllowed(service, region, actionName(commandName));
            stack.add((next, context) => async (args) => {
                judge(context['commandName']);
                return next(args);
            }, { step: 'finalizeRequest', priority: 'low', name: 'contacts' });
            stack.add((next, context) => async (args) => {
                // Before credentials are obtained for a call that will not be made.
                judge(context['commandName']);
                return next(args);
            }, { step: 'initialize', priority: 'high', name: 'contactsFirst' });
        },
    };
}

// EXTERNAL MODULE: ./src/aws/endpoint.ts
var aws_endpoint = __webpack_require__(55572);
;// CONCATENATED MODULE: ./src/aws/retry.ts

/**
 * Throttles end by waiting, so patience is long (about a minute on average); a connection that cannot be made is given
 * up in seconds and a silent one after two more time limits, because a lost region must not hold up the others.
 */
const PATIENCE = {
    throttle: { failures: 14, baseMs: 500, capMs: 10_000 },
    server: { failures: 9, baseMs: 200, capMs: 8_000 },
    connection: { failures: 7, baseMs: 100, capMs: 3_000 },
    timeout: { failures: 3, baseMs: 100, capMs: 1_000 },
};
/** For the `amz-sdk-request` header only; the limits above decide. */
const MAX_ATTEMPTS = 15;
/** Codes that the SDK takes for throttling though waiting does not help: a quota of CloudFormation is full. */
const NEVER = new Set(['LimitExceededException', 'AccessDenied', 'AccessDeniedException', 'AbortError']);
/** S3 asks to try again: another conditional write of the same key was under way. */
const CONTENTION = new Set(['ConditionalRequestConflict', 'OperationAborted']);
/** Repeated with a fresh token by who fetched it. */
const TOKEN_TROUBLE = new Set(['IDPCommunicationError', 'IDPCommunicationErrorException', 'InvalidIdentityToken']);
/** Exponential back-off with full jitter through the clock. Errors that a repetition cannot cure end the call at once. */
function createRetryStrategy(clock) {
    return {
        acquireInitialRetryToken: async () => token(0, {}),
        async refreshRetryTokenForRetry(previous, info) {
            const trouble = troubleOf(info);
            const { retries, seen } = previous;
            if (trouble === undefined || retries + 1 >= MAX_ATTEMPTS)
                throw new Error('not retryable');
            const failures = (seen[trouble] ?? 0) + 1;
            const patience = PATIENCE[trouble];
            if (failures >= patience.failures)
                throw new Error('out of patience');
            const ceiling = Math.min(patience.capMs, patience.baseMs * 2 ** (failures - 1));
            await clock.sleep(Math.max(clock.random() * ceiling, retryAfterMs(info, clock)));
            return token(retries + 1, { ...seen, [trouble]: failures });
        },
        recordSuccess: () => { },
    };
}
function token(retries, seen) {
    return { retries, seen, getRetryCount: () => retries, getRetryDelay: () => 0 };
}
/** What the server asked for, within reason. */
function retryAfterMs(info, clock) {
    return info.retryAfterHint ? Math.min(10_000, info.retryAfterHint.getTime() - clock.now()) : 0;
}
function troubleOf(info) {
    const { error, errorType } = info;
    const name = error?.name ?? '';
    if (NEVER.has(name) || TOKEN_TROUBLE.has(name))
        return undefined;
    if (CONTENTION.has(name))
        return 'server';
    const status = error?.$metadata?.httpStatusCode;
    // The 503 of S3 means SlowDown, which an answer to HEAD has no body to say.
    if (errorType === 'THROTTLING' || (status === 503 && name.startsWith('Unknown')))
        return 'throttle';
    if (status !== undefined && status >= 500)
        return 'server';
    if (errorType !== 'TRANSIENT')
        return undefined;
    if (status !== undefined)
        return 'server';
    return isTimeout(error) ? 'timeout' : 'connection';
}

;// CONCATENATED MODULE: ./src/aws/client-factory.ts




function createClientFactory(options) {
    const { env, clock, ledger, contacts, transport } = options;
    const retryStrategy = createRetryStrategy(clock);
    /** Everything the SDK would otherwise look up in files and variables, once per client, is given here. */
    function settings(service, region, { credentials }) {
        const endpoint = (0,aws_endpoint/* customEndpoint */.vw)(env, service);
        return {
            region,
            ...(endpoint === undefined ? {} : { endpoint }),
            ...(credentials === undefined ? {} : { credentials: provider(credentials) }),
            requestHandler: transport,
            retryStrategy,
            retryMode: 'standard',
            maxAttempts: MAX_ATTEMPTS,
            defaultsMode: 'standard',
            customUserAgent: userAgentParts(options.userAgent),
            userAgentAppId: async () => undefined,
            authSchemePreference: [],
            useFipsEndpoint: flag(env['AWS_USE_FIPS_ENDPOINT']),
            useDualstackEndpoint: flag(env['AWS_USE_DUALSTACK_ENDPOINT']),
        };
    }
    function watched(client, service, region, { credentials, explain }) {
        // Before the border, which asks for credentials: of two with the same priority the first one is the outer one.
        client.middlewareStack.use(contactsPlugin(contacts, service, region));
        client.middlewareStack.use(borderPlugin(service, region, credentials, explain ?? ((error) => error)));
        client.middlewareStack.use(ledgerPlugin(ledger, clock, service, region));
        return client;
    }
    return {
        async cloudformation(region, caller) {
            const { CloudFormationClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
            const client = new CloudFormationClient(settings('cloudformation', region, caller));
            return watched(client, 'CloudFormation', region, caller);
        },
        async cloudwatch(region, caller) {
            const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
            const client = new CloudWatchClient(settings('cloudwatch', region, caller));
            return watched(client, 'CloudWatch', region, caller);
        },
        async codeDeploy(region, caller) {
            const { CodeDeployClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(7507)]).then(__webpack_require__.t.bind(__webpack_require__, 17507, 19));
            const client = new CodeDeployClient(settings('codedeploy', region, caller));
            return watched(client, 'CodeDeploy', region, caller);
        },
        async eventBridge(region, caller) {
            const { EventBridgeClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(6612)]).then(__webpack_require__.t.bind(__webpack_require__, 96612, 19));
            return watched(new EventBridgeClient(settings('eventbridge', region, caller)), 'EventBridge', region, caller);
        },
        async dynamodb(region, caller) {
            const { DynamoDBClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4305)]).then(__webpack_require__.t.bind(__webpack_require__, 64305, 19));
            // The account is no part of the host: nothing has to be known of it, and the ledger shows the region's endpoint.
            const client = new DynamoDBClient({ ...settings('dynamodb', region, caller), accountIdEndpointMode: 'disabled' });
            return watched(client, 'DynamoDB', region, caller);
        },
        async logs(region, caller) {
            const { CloudWatchLogsClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
            const client = new CloudWatchLogsClient(settings('logs', region, caller));
            return watched(client, 'CloudWatchLogs', region, caller);
        },
        async globalAccelerator(caller) {
            const { GlobalAcceleratorClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3962)]).then(__webpack_require__.t.bind(__webpack_require__, 23962, 19));
            const client = new GlobalAcceleratorClient(settings('globalaccelerator', ACCELERATOR_REGION, caller));
            return watched(client, 'GlobalAccelerator', ACCELERATOR_REGION, caller);
        },
        async keyValueStore(region, caller) {
            // Signature Version 4A registers itself when it is loaded: without it the client refuses every call.
            const [{ CloudFrontKeyValueStoreClient }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3825)]).then(__webpack_require__.t.bind(__webpack_require__, 23825, 19)),
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(9493)]).then(__webpack_require__.t.bind(__webpack_require__, 69493, 19)),
            ]);
            const { endpoint, ...common } = settings('keyvaluestore', region, caller);
            const client = new CloudFrontKeyValueStoreClient({ ...common, ...asIs(endpoint) });
            return watched(client, 'CloudFrontKeyValueStore', 'global', caller);
        },
        async lambda(region, caller) {
            const { LambdaClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19));
            const { retryStrategy: _, ...common } = settings('lambda', region, caller);
            const client = new LambdaClient({ ...common, maxAttempts: 1 });
            return watched(client, 'Lambda', region, caller);
        },
        async recoveryCluster({ region, url }, caller) {
            const { Route53RecoveryClusterClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3597)]).then(__webpack_require__.t.bind(__webpack_require__, 93597, 19));
            const { retryStrategy: _, endpoint = url, ...common } = settings('recoverycluster', region, caller);
            const client = new Route53RecoveryClusterClient({ ...common, endpoint, maxAttempts: 1 });
            return watched(client, 'Route53RecoveryCluster', region, caller);
        },
        async route53(region, caller) {
            const { Route53Client } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19));
            const client = new Route53Client(settings('route53', region, caller));
            return watched(client, 'Route53', region, caller);
        },
        async s3(region, caller) {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
            const common = settings('s3', region, caller);
            const client = new S3Client({
                ...common,
                forcePathStyle: (0,aws_endpoint/* needsPathStyle */.OH)(common.endpoint),
                requestChecksumCalculation: 'WHEN_SUPPORTED',
                responseChecksumValidation: 'WHEN_SUPPORTED',
                disableS3ExpressSessionAuth: true,
                useArnRegion: false,
                sigv4aSigningRegionSet: [],
            });
            return watched(client, 'S3', region, caller);
        },
        async scheduler(region, caller) {
            const { SchedulerClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(768)]).then(__webpack_require__.t.bind(__webpack_require__, 768, 19));
            const client = new SchedulerClient(settings('scheduler', region, caller));
            return watched(client, 'Scheduler', region, caller);
        },
        async ssm(region, caller) {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
            const client = new SSMClient(settings('ssm', region, caller));
            return watched(client, 'SSM', region, caller);
        },
        async sts(region, caller) {
            const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
            const client = new STSClient({ ...settings('sts', region, caller), sigv4aSigningRegionSet: [] });
            return watched(client, 'STS', region, caller);
        },
    };
}
/** AWS General Reference, "AWS Global Accelerator endpoints and quotas". */
const ACCELERATOR_REGION = 'us-west-2';
/** The client would put the account in front of the host of an endpoint that is given, which an address cannot have. */
function asIs(endpoint) {
    if (endpoint === undefined)
        return {};
    const url = new URL(endpoint);
    return { endpointProvider: () => ({ url }) };
}
/** Our sources do their own caching and renewal; `memoized` keeps the SDK from adding its own around it. */
function provider(source) {
    return Object.assign(async () => {
        const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = await source.get();
        return {
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === undefined ? {} : { sessionToken }),
            ...(expiresAt === undefined ? {} : { expiration: new Date(expiresAt) }),
        };
    }, { memoized: true });
}
/** `name/version name/version` as the pairs that the SDK joins: in one string it would replace slashes and blanks. */
function userAgentParts(text) {
    return text.split(' ').map((part) => {
        const [name = '', ...version] = part.split('/');
        return version.length === 0 ? [name] : [name, version.join('/')];
    });
}
function flag(value) {
    return value?.toLowerCase() === 'true';
}

;// CONCATENATED MODULE: ./src/aws/default-regions.ts
/**
 * Regions of the partition `aws` that every account has without opting in (AWS Account Management reference guide,
 * "Enable or disable AWS Regions in your account"). In all later ones credentials are refused until somebody enables them.
 */
const ENABLED_BY_DEFAULT = new Set([
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
]);
/** True when an account must opt in to the region. Other partitions have no such regions. */
function needsOptIn(region, partition) {
    return partition === 'aws' && !ENABLED_BY_DEFAULT.has(region);
}

;// CONCATENATED MODULE: ./src/aws/token-claims.ts
const SHOWN = ['sub', 'aud', 'iss', 'repository_id', 'environment', 'job_workflow_ref'];
/** The harmless part of a JSON Web Token's payload; its signature, and so the token, cannot be made from it. */
function readClaims(token) {
    const payload = parsePayload(token.split('.')[1] ?? '');
    return Object.fromEntries(SHOWN.flatMap((name) => {
        const value = payload[name];
        if (typeof value === 'string')
            return [[name, value]];
        return Array.isArray(value) ? [[name, value.join(', ')]] : [];
    }));
}
/** `sub` of a repository whose subject carries numeric ids: `repo:owner@1/name@2:…`. */
function isImmutableSubject(sub) {
    return /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(sub);
}
function parsePayload(part) {
    try {
        const parsed = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./src/aws/diagnose-credentials.ts





/** Errors that say nothing about the credentials: the region, the network or the service has a problem. */
const NOT_ABOUT_CREDENTIALS = new Set(['unreachable', 'throttled', 'server']);
const UNKNOWN_KEYS = new Set([
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'InvalidAccessKeyId',
    'InvalidToken',
    'AuthFailure',
]);
function noCredentials(target, env, cause) {
    const onGitHub = env['GITHUB_ACTIONS'] === 'true';
    return new errors/* UserError */.yo('no-credentials', `No AWS credentials were found for ${target}.`, {
        fix: onGitHub
            ? [
                'Give role-to-assume and grant the job `permissions: id-token: write` (with `contents: read`), so that GitHub OIDC can be used.',
                'Or run aws-actions/configure-aws-credentials in an earlier step of this job.',
            ]
            : [
                'Log in (`aws sso login`, `aws login`) or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
                'Check with `aws sts get-caller-identity`.',
            ],
        ...(cause === undefined ? {} : { cause }),
    });
}
function oidcUnavailable(target) {
    return new errors/* UserError */.yo('oidc-unavailable', `GitHub offers this job no OIDC token, which ${target} needs.`, {
        fix: [
            'Add `permissions: id-token: write` to the job (and `contents: read`, because naming one permission takes the others away).',
            'A job of a reusable workflow gets no more than its caller grants; pull requests from forks get none.',
        ],
    });
}
/** The token service failed although the job may ask it. */
function oidcFailed(target, cause) {
    if (cause instanceof errors/* UserError */.yo)
        return cause;
    return new errors/* UserError */.yo('oidc-failed', `GitHub gave no OIDC token for ${target}: ${(0,errors/* errorText */.kc)(cause)}`, {
        fix: ['Run the job again; https://www.githubstatus.com tells of trouble with Actions.'],
        cause,
    });
}
function wrongAccount(target, expected, actual, how) {
    return new errors/* UserError */.yo('wrong-account', `${target} is configured for account ${expected}, but ${how} account ${actual}. Nothing was changed.`, { fix: [`Correct the account of ${target}, or give the role or the credentials of account ${expected}.`] });
}
function regionNotEnabled({ region }, cause) {
    return new errors/* UserError */.yo('region-not-enabled', `The region ${region} is not enabled in this account.`, {
        fix: [
            `Enable it: \`aws account enable-region --region-name ${region}\` (it takes minutes to hours), or take ${region} out of the targets.`,
        ],
        cause,
    });
}
function expiredToken(cause) {
    return new errors/* UserError */.yo('expired-token', 'The AWS credentials that this run was given have expired.', {
        fix: [
            'Get new ones (`aws sso login`, or run the step that configures them again) and start again.',
            'With role-to-assume and GitHub OIDC credentials are renewed while the run lasts.',
        ],
        cause,
    });
}
function unknownKeys(cause, region) {
    return new errors/* UserError */.yo('invalid-credentials', `AWS does not know these credentials in ${region}: ${cause.message}`, {
        fix: [
            'Check that the keys exist, belong to this partition, and that AWS_SESSION_TOKEN belongs to them (`aws sts get-caller-identity`).',
            `If they work elsewhere, ${region} is not enabled in the account.`,
        ],
        cause,
    });
}
/**
 * An error of any call, when it is really about the credentials or the region; else the error as it was.
 * `proven`: AWS has accepted these credentials before, so what is refused here is the region.
 */
function explainCallError(error, place, proven = false) {
    if (error.code === 'RegionDisabledException')
        return regionNotEnabled(place, error);
    if (!UNKNOWN_KEYS.has(error.code))
        return error;
    return proven || needsOptIn(place.region, place.partition)
        ? regionNotEnabled(place, error)
        : unknownKeys(error, place.region);
}
/** Why GetCallerIdentity, which needs no permission, was refused. */
function explainIdentityError(error, place) {
    return isExpired(error) ? expiredToken(error) : explainCallError(error, place);
}
/** Errors of looking for credentials on the machine. */
function explainLookup(error, target, env, profile) {
    if (error instanceof errors/* UserError */.yo || error instanceof ports/* AwsError */.G)
        return error;
    const text = (0,errors/* errorText */.kc)(error);
    if (profile !== undefined) {
        return new errors/* UserError */.yo('no-credentials', `The profile "${profile}" gives no credentials for ${target}: ${text}`, {
            fix: [
                `Check \`aws sts get-caller-identity --profile ${profile}\`; a profile with SSO may need \`aws sso login\`.`,
            ],
            cause: error,
        });
    }
    if (/expired/i.test(text))
        return expiredToken(error);
    return noCredentials(target, env, error);
}
/** A refusal of STS as a sentence with what the trust policy saw and what is known to go wrong. */
function explainRefusal(error, refusal) {
    if (NOT_ABOUT_CREDENTIALS.has(error.kind))
        return error;
    if (refusal.token === undefined && isExpired(error))
        return expiredToken(error);
    const explained = explainCallError(error, refusal);
    if (explained !== error)
        return explained;
    const { role, token } = refusal;
    const claims = token === undefined ? undefined : readClaims(token);
    const shown = Object.entries(claims ?? {}).map(([name, value]) => `${name}: ${value}`);
    const lines = [`The role ${role.arn} was refused: ${error.message}`];
    if (claims)
        lines.push(`The token said ${shown.length > 0 ? shown.join(' | ') : 'nothing that could be read'}`);
    return new errors/* UserError */.yo('role-refused', lines.join('\n'), {
        fix: claims ? webIdentityCauses(error, role, claims) : assumeRoleCauses(error, role),
        cause: error,
    });
}
function webIdentityCauses(error, role, claims) {
    const special = settingsCause(error);
    if (special)
        return [special];
    const { sub = '', aud = 'sts.amazonaws.com', environment } = claims;
    const causes = [
        `The trust policy of the role must let in exactly this token: compare its conditions with the sub and aud above (sub: "${sub}").`,
        isImmutableSubject(sub)
            ? 'This sub carries the numeric ids of owner and repository (repo:OWNER@ID/NAME@ID:…), as GitHub gives it to newer repositories; a condition with names only does not match it.'
            : 'A repository created, renamed or transferred since July 2026 has a sub with numeric ids (repo:OWNER@ID/NAME@ID:…); a condition that expects it does not match this one.',
        `The audience "${aud}" must be in the client ID list of the identity provider, and in the condition on aud.`,
        environment === undefined
            ? 'A condition on `environment:NAME` in sub matches only jobs that name a GitHub environment; this job names none.'
            : `The job names the environment "${environment}", so sub ends in environment:${environment} and not in a branch or tag.`,
        `Account ${role.account} must have the identity provider ${claims.iss ?? 'https://token.actions.githubusercontent.com'}, and the trust policy its ARN there.`,
    ];
    return role.name === 'GitHubActions'
        ? [...causes, 'Roles named GitHubActions have been reported not to work: give it another name.']
        : causes;
}
function assumeRoleCauses(error, role) {
    const special = settingsCause(error);
    if (special)
        return [special];
    return [
        `The role must exist in account ${role.account} and its trust policy must name the identity in the message above.`,
        'That identity needs the permission sts:AssumeRole for this role (sts:TagSession too, when session-tags are given).',
        'When the trust policy asks for an external id, give external-id.',
    ];
}
/** Refusals that name what is wrong with a setting of ours. */
function settingsCause({ code, message }) {
    if (/DurationSeconds|MaxSessionDuration/i.test(message)) {
        return 'Lower the session duration, or raise the maximum session duration of the role (chained roles: one hour at most).';
    }
    if (code === 'PackedPolicyTooLarge' || code === 'PackedPolicyTooLargeException') {
        return 'Session policy and session tags together are too large: shorten them.';
    }
    return code.startsWith('MalformedPolicyDocument')
        ? 'Correct the session policy: it must be an IAM policy in JSON.'
        : undefined;
}

;// CONCATENATED MODULE: ./src/aws/credentials/identity.ts



/** Milliseconds after which a region counts as silent; STS answers in a fraction of it. */
const SILENT_MS = 1_000;
function createIdentities(clock) {
    const answers = new Map();
    return {
        account(source, place, client) {
            const { region } = place;
            const known = answers.get(source);
            if (known === undefined)
                return askAndKeep();
            const other = known.account.catch(() => askAndKeep());
            return known.region === region ? other : inTimeOrHere(other);
            function askAndKeep() {
                const asked = { region, account: ask(source, place, client) };
                answers.set(source, asked);
                asked.account.catch(() => answers.get(source) === asked && answers.delete(source));
                return asked.account;
            }
            async function inTimeOrHere(answer) {
                const answered = new AbortController();
                const late = clock.sleep(SILENT_MS, answered.signal).then(() => undefined, () => undefined);
                const first = await Promise.race([answer, late]).finally(() => answered.abort());
                if (first !== undefined)
                    return first;
                // Another target may have given up before, and asked in its own region: that is as good.
                const newest = answers.get(source);
                const own = newest === undefined || newest === known ? askAndKeep() : newest.account;
                return Promise.any([answer, own]).catch(() => own);
            }
        },
    };
}
async function ask(source, place, client) {
    const { account } = await source.get();
    if (account !== undefined)
        return account;
    const [{ GetCallerIdentityCommand }, sts] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19)), client()]);
    try {
        const answer = await sts.send(new GetCallerIdentityCommand({}));
        if (answer.Account)
            return answer.Account;
    }
    catch (error) {
        throw error instanceof ports/* AwsError */.G ? explainIdentityError(error, place) : error;
    }
    throw new errors/* InternalError */.Gd('GetCallerIdentity answered without an account.');
}

;// CONCATENATED MODULE: ./src/aws/recording-transport.ts


/**
 * A transport for clients that others make: what the SDK's credential chain contacts is in the ledger too.
 * @param call what it is used for, where that is one thing
 */
function recordingTransport(transport, ledger, contacts, clock, call = {}) {
    return {
        ...transport,
        // Its connections are those of all other clients.
        destroy() { },
        async handle(request, options) {
            const { hostname, port } = request;
            const at = clock.now();
            const base = {
                at,
                service: hostname.startsWith('sts.') ? 'STS' : (hostname.split('.')[0] ?? hostname),
                action: 'credentials',
                region: (0,aws_endpoint/* regionInHost */.SM)(hostname),
                endpoint: port ? `${hostname}:${port}` : hostname,
                attempt: 1,
                ...call,
            };
            contacts.assertAllowed(base.service, base.region, base.action);
            try {
                const answer = await transport.handle(request, options);
                const { statusCode } = answer.response;
                const error = statusCode >= 400 ? { error: `HTTP ${statusCode}` } : {};
                ledger.record({ ...base, ...error, status: statusCode, durationMs: clock.now() - at });
                return answer;
            }
            catch (error) {
                ledger.record({ ...base, error: codeOf(error), durationMs: clock.now() - at });
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/credentials/renewing.ts
const RENEWAL_MARGIN_MS = 5 * 60_000;
/** Short sessions are renewed in their last tenth, or they would be renewed all the time. */
const RENEWAL_SHARE = 0.1;
/** Credentials younger than this are as good as their source gives: asking again would not make them last longer. */
const JUST_OBTAINED_MS = 60_000;
/** After a renewal that failed, credentials that are still good serve this long before it is tried again. */
const RETRY_RENEWAL_MS = 20_000;
/**
 * Keeps what `fetch` brought until shortly before it expires. One request at a time whoever asks; a renewal that fails
 * harms nobody while the old credentials are valid.
 */
function renewing(fetch, clock) {
    let current;
    let request;
    async function renew() {
        const old = current;
        try {
            const credentials = await fetch();
            const since = clock.now();
            current = { credentials, since, renewAt: renewalTime(credentials, since) };
            return credentials;
        }
        catch (error) {
            if (old === undefined || old !== current || (old.credentials.expiresAt ?? 0) <= clock.now())
                throw error;
            old.renewAt = clock.now() + RETRY_RENEWAL_MS;
            return old.credentials;
        }
        finally {
            request = undefined;
        }
    }
    return {
        async get(validForMs = 0) {
            const now = clock.now();
            if (current && now < current.renewAt) {
                const lastsMs = (current.credentials.expiresAt ?? Number.POSITIVE_INFINITY) - now;
                if (lastsMs >= validForMs || now - current.since < JUST_OBTAINED_MS)
                    return current.credentials;
            }
            request ??= renew();
            return request;
        },
        invalidate(used) {
            if (current?.credentials.accessKeyId === used.accessKeyId)
                current = undefined;
            return true;
        },
    };
}
/** When to renew credentials that were obtained at `now`, milliseconds since the epoch. */
function renewalTime(credentials, now) {
    const { expiresAt } = credentials;
    if (expiresAt === undefined)
        return Number.POSITIVE_INFINITY;
    return expiresAt - Math.min(RENEWAL_MARGIN_MS, (expiresAt - now) * RENEWAL_SHARE);
}
/** Credentials that are what they are: an environment variable does not renew itself. */
function fixed(credentials) {
    return { get: async () => credentials, invalidate: () => false };
}

;// CONCATENATED MODULE: ./src/aws/credentials/ambient.ts

/** Keys in the environment, as configured by an earlier step; undefined when there are none. */
function environmentKeys(env) {
    const accessKeyId = env['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    const sessionToken = env['AWS_SESSION_TOKEN'];
    const expiration = Date.parse(env['AWS_CREDENTIAL_EXPIRATION'] ?? '');
    return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken ? { sessionToken } : {}),
        ...(Number.isNaN(expiration) ? {} : { expiresAt: expiration }),
    };
}
/**
 * What the machine offers: keys in the environment, else the SDK's own chain (shared files and SSO, web identity file,
 * container, instance), which loads only then.
 */
function ambient({ env, clock, transport, region }) {
    const keys = environmentKeys(env);
    if (keys)
        return fixed(keys);
    return renewing(async () => {
        const { defaultProvider } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19));
        const found = await defaultProvider({ clientConfig: { region, requestHandler: transport } })();
        return fromSdk(found);
    }, clock);
}
/** The SDK's credentials as ours. */
function fromSdk(found) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
    return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        ...(expiration === undefined ? {} : { expiresAt: expiration.getTime() }),
    };
}

// EXTERNAL MODULE: ./src/aws/credentials/role-arn.ts
var role_arn = __webpack_require__(62820);
;// CONCATENATED MODULE: ./src/aws/credentials/assume-role.ts



/** AssumeRole with the credentials of the client. */
async function assumeRole(options) {
    const { role, sessionTags } = options;
    const [{ AssumeRoleCommand }, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19)), options.client()]);
    try {
        const answer = await client.send(new AssumeRoleCommand({
            RoleArn: role.arn,
            RoleSessionName: options.sessionName,
            ExternalId: options.externalId,
            Policy: options.sessionPolicy,
            DurationSeconds: options.durationSeconds,
            Tags: sessionTags && Object.entries(sessionTags).map(([Key, Value]) => ({ Key, Value })),
        }));
        return issued(answer.Credentials, answer.AssumedRoleUser?.Arn, role);
    }
    catch (error) {
        throw error instanceof ports/* AwsError */.G ? options.refused(error) : error;
    }
}
/** What STS issued; the ARN of the assumed role proves the account, so nobody has to ask for it again. */
function issued(found, arn, role) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = found ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
        throw new errors/* InternalError */.Gd(`STS answered without credentials for ${role.arn}.`);
    }
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiresAt: Expiration.getTime(),
        account: (0,role_arn/* accountOfArn */.KC)(arn) ?? role.account,
    };
}

;// CONCATENATED MODULE: ./src/aws/credentials/oidc.ts


/** STS could not check the token at that moment: a new token and some patience may do (aws-actions/configure-aws-credentials#299). */
const WORTH_A_NEW_TOKEN = new Set(['IDPCommunicationError', 'IDPCommunicationErrorException', 'InvalidIdentityToken']);
const ATTEMPTS = 5;
/** Says of the same code that the account's identity provider is missing or set up for another audience. */
const PERMANENT = /No OpenIDConnect provider found|audience/i;
/** The audience that STS of a partition expects (README of aws-actions/configure-aws-credentials). */
function audienceOf(partition) {
    return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
/** AssumeRoleWithWebIdentity with a token of its own for every attempt: tokens live for minutes. */
async function assumeWithWebIdentity(options) {
    const { role, clock } = options;
    const [{ AssumeRoleWithWebIdentityCommand }, client] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19)),
        options.client(),
    ]);
    for (let attempt = 1;; attempt += 1) {
        const token = await options.idToken(options.audience);
        try {
            const answer = await client.send(new AssumeRoleWithWebIdentityCommand({
                RoleArn: role.arn,
                RoleSessionName: options.sessionName,
                WebIdentityToken: token,
                Policy: options.sessionPolicy,
                DurationSeconds: options.durationSeconds,
            }));
            return issued(answer.Credentials, answer.AssumedRoleUser?.Arn, role);
        }
        catch (error) {
            if (!(error instanceof ports/* AwsError */.G))
                throw error;
            if (!isPassing(error) || attempt >= ATTEMPTS)
                throw options.refused(error, token);
            await clock.sleep(clock.random() * Math.min(8_000, 500 * 2 ** attempt));
        }
    }
}
function isPassing({ code, message }) {
    return WORTH_A_NEW_TOKEN.has(code) && !PERMANENT.test(message);
}

;// CONCATENATED MODULE: ./src/aws/credentials/profile.ts


/** A named profile of the shared configuration files: keys, `role_arn`, SSO or `credential_process`. */
function profileSource({ profile, region, clock, transport }) {
    return renewing(async () => {
        const { fromIni } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869)]).then(__webpack_require__.t.bind(__webpack_require__, 75869, 19));
        return fromSdk(await fromIni({ profile, clientConfig: { region, requestHandler: transport } })());
    }, clock);
}

;// CONCATENATED MODULE: ./src/aws/credentials/settings.ts



/** Sessions of chained roles last an hour at most (IAM user guide, "Role chaining"). */
const CHAINED_MAX_SECONDS = 3600;
/** True when the job can get OIDC tokens: GitHub sets both variables with `permissions: id-token: write`. */
function oidcOffered(env) {
    return Boolean(env['ACTIONS_ID_TOKEN_REQUEST_URL'] && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}
/** Where the base credentials of these settings come from. */
function sourceOf(settings, env, canGetTokens) {
    if (settings.source !== 'auto')
        return settings.source;
    if (settings.profile !== undefined)
        return 'profile';
    const wantsRole = settings.role !== undefined || (settings.via ?? []).length > 0;
    return wantsRole && canGetTokens && oidcOffered(env) ? 'oidc' : 'ambient';
}
/** Refuses, before any call, what STS is certain to refuse. */
function checkSettings(target, env, canGetTokens) {
    const { credentials, name, account } = target;
    const via = credentials.via ?? [];
    const web = sourceOf(credentials, env, canGetTokens) === 'oidc';
    if (web && credentials.role === undefined && via.length === 0) {
        throw new errors/* UserError */.yo('role-missing', `${name} takes its credentials from OIDC but names no role.`, {
            fix: ['Give role-to-assume.'],
        });
    }
    if (web && (!canGetTokens || !oidcOffered(env)))
        throw oidcUnavailable(name);
    if (web && via.length === 0 && Object.keys(credentials.sessionTags ?? {}).length > 0) {
        throw new errors/* UserError */.yo('session-tags-with-oidc', `${name} has session tags, which STS does not take with an OIDC token.`, {
            fix: ['Leave out session-tags, or reach the role through another one (via), where tags can be given.'],
        });
    }
    if (via.length > 0 && (credentials.durationSeconds ?? 0) > CHAINED_MAX_SECONDS) {
        throw new errors/* UserError */.yo('duration-too-long', `${name} asks for a session of ${credentials.durationSeconds} s, but its role is assumed through another one: AWS allows ${CHAINED_MAX_SECONDS} s then.`, { fix: ['Leave out the duration: sessions are renewed before they end.'] });
    }
    const arn = (0,role_arn/* parseRoleArn */.DM)(credentials.role ?? '');
    if (account !== undefined && arn && arn.account !== account) {
        throw wrongAccount(name, account, arn.account, `its role ${arn.arn} is in`);
    }
}

;// CONCATENATED MODULE: ./src/aws/credentials/resolve.ts










/** Gives each target its credentials; what several targets share is obtained once. Contacts nobody until asked. */
function createResolver(options) {
    const { env, clock, transport, clients, identities, sessionName } = options;
    const shared = new Map();
    const recorded = recordingTransport(transport, options.ledger, options.contacts, clock);
    function once(key, make) {
        const text = JSON.stringify(key);
        const known = shared.get(text);
        if (known)
            return known;
        const made = make();
        shared.set(text, made);
        return made;
    }
    async function hidden(fetch) {
        const credentials = await fetch;
        options.maskSecret(credentials.secretAccessKey);
        if (credentials.sessionToken)
            options.maskSecret(credentials.sessionToken);
        return credentials;
    }
    async function freshToken(target, audience) {
        if (!options.idToken)
            throw oidcUnavailable(target.name);
        try {
            const token = await options.idToken(audience);
            options.maskSecret(token);
            return token;
        }
        catch (error) {
            throw oidcFailed(target.name, error);
        }
    }
    /** Credentials to begin with: keys in the environment are the same for all, anything else is looked up per region. */
    function base(target, profile) {
        const keys = profile === undefined ? environmentKeys(env) : undefined;
        if (keys) {
            return once(['environment'], () => {
                void hidden(Promise.resolve(keys));
                return fixed(keys);
            });
        }
        const { region } = target;
        return once(['base', profile, region], () => {
            const source = profile === undefined
                ? ambient({ env, clock, transport: recorded, region })
                : profileSource({ profile, region, clock, transport: recorded });
            return {
                get: async () => {
                    try {
                        return await hidden(source.get());
                    }
                    catch (error) {
                        throw explainLookup(error, target.name, env, profile);
                    }
                },
                invalidate: (used) => source.invalidate(used),
            };
        });
    }
    /** Role number `index` of the chain; only the last one takes the target's own session settings. */
    function hop(target, index) {
        const { credentials, region, partition, account } = target;
        const roles = [...(credentials.via ?? []), ...(credentials.role === undefined ? [] : [credentials.role])];
        const role = roles[index];
        const source = sourceOf(credentials, env, options.idToken !== undefined);
        if (role === undefined)
            return base(target, source === 'profile' ? credentials.profile : undefined);
        const final = index === roles.length - 1;
        const own = final ? finalSettings(target) : {};
        const web = source === 'oidc' && index === 0;
        const audience = credentials.audience ?? audienceOf(partition);
        const path = [source, credentials.profile, roles.slice(0, index + 1), region, partition, account];
        return once(['role', path, own, web ? audience : ''], () => {
            const before = web
                ? undefined
                : index > 0
                    ? hop(target, index - 1)
                    : hop({ ...target, credentials: withoutRoles(target) }, 0);
            let client;
            const sts = () => {
                client ??= clients.sts(region, before ? { credentials: before } : {});
                return client;
            };
            return renewing(async () => {
                const arn = await completed(role, target, before, sts);
                const common = { role: arn, sessionName, client: sts, ...own };
                const place = { role: arn, region, partition };
                return hidden(web
                    ? assumeWithWebIdentity({
                        ...common,
                        audience,
                        clock,
                        idToken: () => freshToken(target, audience),
                        refused: (error, token) => explainRefusal(error, { ...place, token }),
                    })
                    : assumeRole({ ...common, refused: (error) => explainRefusal(error, place) }));
            }, clock);
        });
    }
    /** A bare role name needs an account: the target's, or that of the credentials which assume it. */
    async function completed(role, target, before, client) {
        if (target.account !== undefined || role.startsWith('arn:')) {
            return (0,role_arn/* completeRole */.Gb)(role, target.partition, target.account ?? '');
        }
        if (before)
            return (0,role_arn/* completeRole */.Gb)(role, target.partition, await identities.account(before, target, client));
        throw new errors/* UserError */.yo('account-missing', `${target.name} names the role "${role}" but no account to find it in.`, {
            fix: [`Give the account of ${target.name}, or the whole ARN of the role.`],
        });
    }
    return (target) => {
        checkSettings(target, env, options.idToken !== undefined);
        const { via = [], role } = target.credentials;
        return hop(target, Math.max(0, via.length + (role === undefined ? 0 : 1) - 1));
    };
}
function withoutRoles(target) {
    const { role: _role, via: _via, ...rest } = target.credentials;
    return rest.source === 'auto' ? { ...rest, source: rest.profile === undefined ? 'ambient' : 'profile' } : rest;
}
function finalSettings({ credentials }) {
    const { externalId, sessionTags, sessionPolicy, durationSeconds } = credentials;
    return {
        ...(externalId === undefined ? {} : { externalId }),
        ...(sessionTags === undefined ? {} : { sessionTags }),
        ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
    };
}

;// CONCATENATED MODULE: ./src/aws/ledger.ts
function createLedger() {
    const entries = [];
    const refused = [];
    return {
        entries,
        refused,
        refuse: (contact) => {
            refused.push(contact);
        },
        record: (entry) => {
            entries.push(entry);
        },
        counts: () => countCalls(entries),
        regions: () => [...new Set(entries.map((entry) => entry.region))].filter((region) => region !== '').sort(),
    };
}
function countCalls(entries) {
    const groups = new Map();
    for (const entry of entries) {
        const key = `${entry.service} ${entry.region} ${entry.endpoint}`;
        const group = groups.get(key);
        if (group)
            group.push(entry);
        else
            groups.set(key, [entry]);
    }
    return [...groups.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, group]) => {
        const first = group[0];
        if (!first)
            return [];
        return [
            {
                service: first.service,
                region: first.region,
                endpoint: first.endpoint,
                calls: group.length,
                errors: group.filter(failed).length,
                retries: group.filter((entry) => entry.attempt > 1).length,
            },
        ];
    });
}
function failed({ error, kind }) {
    return error !== undefined && kind !== 'not-found' && kind !== 'conflict' && kind !== 'already-exists';
}

;// CONCATENATED MODULE: ./src/aws/left-out.ts

function isLeftOut({ name, region }, { targets, regions }) {
    return targets.has(name) || regions.has(region);
}
/** The session of a target that was left out: whatever is asked of it is refused here, and nobody is contacted. */
function leftOutSession({ name, region, partition }) {
    const refuse = () => Promise.reject(new errors/* UserError */.yo('left-out', `${name} was left out, so nothing there is asked: what needs it cannot be done`, {
        fix: [`Run it again without leaving ${name} out, or change what needs it.`],
    }));
    // Stands for every port of a session: each method of each refuses. It is no promise, though it is waited for.
    const nothing = new Proxy(refuse, { get: (_, key) => (key === 'then' ? undefined : nothing) });
    return {
        target: name,
        region,
        partition,
        account: refuse,
        cloudformation: nothing,
        storage: nothing,
        traffic: nothing,
        parameter: refuse,
        alarmKinds: refuse,
        monitoring: nothing,
        functions: nothing,
        laterCalls: nothing,
        routingControls: nothing,
        regionSwitch: nothing,
        codeDeploy: nothing,
        mappings: nothing,
        rules: nothing,
        schedules: nothing,
        leftovers: nothing,
        heartbeats: nothing,
        queues: nothing,
        readiness: nothing,
        hasIdentityProvider: refuse,
        environment: refuse,
    };
}

;// CONCATENATED MODULE: ./src/aws/rate-limit.ts
/**
 * A budget of calls that everything polling the same account and region shares. CloudFormation throttles DescribeStacks
 * at about five calls a second (aws/aws-sam-cli#2671). With the burst below, any ten seconds have under four a second, so
 * that other tools fit in.
 */
const POLLS_PER_SECOND = 3;
/** Calls that may go out at once after a pause: a deployment that takes no time is never slowed down. */
const POLL_BURST = 8;
/** Token bucket kept as the time at which it will be full again, so that nothing runs while nobody asks. */
function createRateLimit(clock, rate = POLLS_PER_SECOND, burst = POLL_BURST) {
    const intervalMs = Math.ceil(1000 / rate);
    const toleranceMs = (burst - 1) * intervalMs;
    let fullAt = 0;
    return {
        async take() {
            const now = clock.now();
            const due = Math.max(fullAt, now);
            fullAt = due + intervalMs;
            const waitMs = due - toleranceMs - now;
            if (waitMs > 0)
                await clock.sleep(waitMs);
        },
        throttled() {
            fullAt = Math.max(fullAt, clock.now() + toleranceMs);
        },
    };
}
/** One limit per key (account and region), made when first asked for. */
function createRateLimits(clock) {
    const limits = new Map();
    return (key) => {
        const known = limits.get(key);
        if (known)
            return known;
        const made = createRateLimit(clock);
        limits.set(key, made);
        return made;
    };
}

;// CONCATENATED MODULE: ./src/aws/alarm-kinds.ts
/** CloudWatch API Reference, DescribeAlarms: at most 100 names in one call. */
const MOST_NAMES = 100;
/**
 * Tells metric alarms from composite ones: their ARNs look the same. The CloudWatch package loads with the first
 * question. DescribeAlarms looks for metric alarms alone unless told otherwise (API Reference, `AlarmTypes`).
 */
function createAlarmKinds(client) {
    return async (arns) => {
        const [{ DescribeAlarmsCommand }, cloudwatch] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19)), client()]);
        const { MetricAlarms = [], CompositeAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({
            AlarmNames: arns.map(nameOf).slice(0, MOST_NAMES),
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: MOST_NAMES,
        }));
        return new Map([
            ...MetricAlarms.flatMap(({ AlarmArn }) => (AlarmArn === undefined ? [] : [[AlarmArn, 'metric']])),
            ...CompositeAlarms.flatMap(({ AlarmArn }) => (AlarmArn === undefined ? [] : [[AlarmArn, 'composite']])),
        ]);
    };
}
/** arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME, and names may hold colons. */
function nameOf(arn) {
    return arn.split(':').slice(6).join(':');
}

;// CONCATENATED MODULE: ./src/aws/cloudformation-shapes.ts
/** `{ [key]: value }` without the key when the value is absent: the shapes of the ports have no undefined values. */
function some(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function toStack(stack) {
    const rollback = stack.RollbackConfiguration;
    const alarms = (rollback?.RollbackTriggers ?? []).flatMap(({ Arn }) => (Arn === undefined ? [] : [Arn]));
    return {
        stackId: stack.StackId ?? '',
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? 'UNKNOWN',
        ...some('statusReason', stack.StackStatusReason),
        ...some('changeSetId', stack.ChangeSetId),
        createdAt: iso(stack.CreationTime) ?? '',
        ...some('updatedAt', iso(stack.LastUpdatedTime)),
        parameters: pairs(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue ?? '']),
        outputs: pairs(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue ?? '']),
        tags: pairs(stack.Tags, ({ Key, Value }) => [Key, Value ?? '']),
        capabilities: stack.Capabilities ?? [],
        terminationProtection: stack.EnableTerminationProtection ?? false,
        ...some('roleArn', stack.RoleARN),
        notificationArns: stack.NotificationARNs ?? [],
        disableRollback: stack.DisableRollback ?? false,
        lastOperations: (stack.LastOperations ?? []).flatMap(({ OperationType, OperationId }) => OperationId === undefined ? [] : [{ type: OperationType ?? 'UNKNOWN', id: OperationId }]),
        ...(rollback === undefined
            ? {}
            : { rollbackTriggers: { alarms, monitoringMinutes: rollback.MonitoringTimeInMinutes ?? 0 } }),
    };
}
function toChange(change) {
    return {
        logicalId: change.LogicalResourceId ?? '',
        ...some('physicalId', change.PhysicalResourceId),
        resourceType: change.ResourceType ?? '',
        action: change.Action ?? '',
        ...some('replacement', change.Replacement),
        ...some('policyAction', change.PolicyAction),
        scope: change.Scope ?? [],
        ...some('nestedChangeSetId', change.ChangeSetId),
        details: (change.Details ?? []).map(({ Target }) => ({
            ...some('attribute', Target?.Attribute),
            ...some('name', Target?.Name),
            ...some('path', Target?.Path),
            ...some('before', Target?.BeforeValue),
            ...some('after', Target?.AfterValue),
            ...some('requiresRecreation', Target?.RequiresRecreation),
        })),
    };
}
/** An event of DescribeEvents or of DescribeStackEvents, which knows neither event types nor validations. */
function toEvent(event) {
    const operation = event;
    return {
        id: event.EventId ?? '',
        at: iso(event.Timestamp) ?? iso(operation.StartTime) ?? iso(operation.EndTime) ?? '',
        stackId: event.StackId ?? '',
        ...some('logicalId', event.LogicalResourceId),
        ...some('physicalId', event.PhysicalResourceId),
        ...some('resourceType', event.ResourceType),
        ...some('status', event.ResourceStatus),
        ...some('reason', event.ResourceStatusReason),
        ...some('detailedStatus', event.DetailedStatus),
        ...some('operationId', event.OperationId),
        ...some('clientRequestToken', event.ClientRequestToken),
        ...some('type', operation.EventType),
        ...(event.HookType === undefined
            ? {}
            : {
                hook: {
                    type: event.HookType,
                    status: event.HookStatus ?? '',
                    reason: event.HookStatusReason ?? '',
                    ...some('failureMode', event.HookFailureMode),
                },
            }),
        ...(operation.ValidationName === undefined && operation.ValidationStatus === undefined
            ? {}
            : {
                validation: {
                    name: operation.ValidationName ?? '',
                    status: operation.ValidationStatus ?? '',
                    ...some('path', operation.ValidationPath),
                    reason: operation.ValidationStatusReason ?? '',
                    ...some('failureMode', operation.ValidationFailureMode),
                },
            }),
    };
}
function fromTags(tags) {
    return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
function iso(date) {
    return date?.toISOString();
}
function pairs(items, pair) {
    return Object.fromEntries((items ?? []).flatMap((item) => {
        const [key, value] = pair(item);
        return key === undefined ? [] : [[key, value]];
    }));
}

;// CONCATENATED MODULE: ./src/aws/cloudformation-events.ts


/** Codes of an endpoint that does not know DescribeEvents, which is of November 2025. */
const UNKNOWN_OPERATION = new Set([
    'InvalidAction',
    'UnknownOperationException',
    'UnknownOperation',
    'UnrecognizedAction',
]);
/**
 * Reads events, newest first. Where DescribeEvents is refused (older policies do not allow it) or unknown,
 * DescribeStackEvents answers from then on; it has no events of change sets.
 */
function createEventReader(client, poll) {
    let fallback = false;
    async function operationEvents(request, token) {
        const [{ DescribeEventsCommand }, cloudformation] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19)),
            client(),
        ]);
        const { stack, changeSet, operationId, failedOnly } = request;
        const answer = await cloudformation.send(new DescribeEventsCommand({
            StackName: stack,
            ChangeSetName: changeSet,
            OperationId: operationId,
            ...(failedOnly ? { Filters: { FailedEvents: true } } : {}),
            NextToken: token,
        }));
        return { events: (answer.OperationEvents ?? []).map(toEvent), next: answer.NextToken };
    }
    async function stackEvents({ stack, operationId, failedOnly }, token) {
        if (stack === undefined)
            return { events: [], next: undefined };
        const [{ DescribeStackEventsCommand }, cloudformation] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19)),
            client(),
        ]);
        const answer = await cloudformation.send(new DescribeStackEventsCommand({ StackName: stack, NextToken: token }));
        const events = (answer.StackEvents ?? [])
            .map(toEvent)
            .filter((event) => operationId === undefined || (event.operationId ?? operationId) === operationId)
            .filter((event) => !failedOnly || event.status?.endsWith('_FAILED'));
        return { events, next: answer.NextToken };
    }
    async function page(request, token) {
        await poll();
        if (fallback)
            return stackEvents(request, token);
        try {
            return await operationEvents(request, token);
        }
        catch (error) {
            if (token !== undefined || !(error instanceof ports/* AwsError */.G))
                throw error;
            if (error.kind !== 'denied' && !UNKNOWN_OPERATION.has(error.code))
                throw error;
            fallback = true;
            return stackEvents(request, token);
        }
    }
    return async (request) => {
        const events = [];
        let token;
        do {
            const { events: found, next } = await page(request, token);
            for (const event of found) {
                if (event.id === request.untilEventId || isOlder(event, request.notBefore))
                    return events;
                events.push(event);
            }
            token = next;
        } while (token !== undefined);
        return events;
    };
}
/** ISO 8601 in UTC with milliseconds sorts as text. An event without a time tells nothing about those after it. */
function isOlder({ at }, notBefore) {
    return notBefore !== undefined && at !== '' && at < notBefore;
}

;// CONCATENATED MODULE: ./src/aws/cloudformation-hooks.ts
/** More than this is read by nobody. */
const MOST_RESULTS = 20;
const FAILED = ['HOOK_COMPLETE_FAILED', 'HOOK_FAILED'];
/**
 * Hooks that failed a change set. Its events name them only in part: the reason lies in the result of the hook, and
 * the rules that it checked are annotations of that result (API reference, ListHookResults and GetHookResult).
 */
function createHookReader(client) {
    return async (changeSet) => {
        const [sdk, cloudformation] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19)), client()]);
        const results = [];
        let token;
        do {
            const page = await cloudformation.send(new sdk.ListHookResultsCommand({ TargetType: 'CHANGE_SET', TargetId: changeSet, NextToken: token }));
            for (const { HookResultId, TypeName, Status, FailureMode, HookStatusReason } of page.HookResults ?? []) {
                if (HookResultId === undefined || !FAILED.includes(Status ?? '') || results.length >= MOST_RESULTS)
                    continue;
                results.push({
                    type: TypeName ?? 'of an unknown type',
                    status: Status ?? '',
                    failureMode: FailureMode ?? 'FAIL',
                    ...(HookStatusReason !== undefined && { reason: HookStatusReason }),
                    findings: await findings(HookResultId, cloudformation, sdk),
                });
            }
            token = page.NextToken;
        } while (token !== undefined && results.length < MOST_RESULTS);
        return results;
    };
}
async function findings(id, cloudformation, sdk) {
    const { Annotations = [] } = await cloudformation.send(new sdk.GetHookResultCommand({ HookResultId: id }));
    return Annotations.filter(({ Status }) => Status === 'FAILED').map((annotation) => ({
        name: annotation.AnnotationName ?? '',
        ...(annotation.StatusMessage !== undefined && { message: annotation.StatusMessage }),
        ...(annotation.RemediationMessage !== undefined && { remedy: annotation.RemediationMessage }),
        ...(annotation.RemediationLink !== undefined && { link: annotation.RemediationLink }),
    }));
}

;// CONCATENATED MODULE: ./src/aws/cloudformation.ts




/** The CloudFormation port on the SDK. Its shapes end here. */
function createCloudFormation(options) {
    async function call(use) {
        const [sdk, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19)), options.client()]);
        return use(client, sdk);
    }
    async function poll() {
        await (await options.polls()).take();
    }
    async function polled(use) {
        await poll();
        return call(use);
    }
    const port = {
        describeStack: (nameOrId) => absentAsUndefined(polled(async (client, { DescribeStacksCommand }) => {
            const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: nameOrId }));
            return Stacks?.[0] && toStack(Stacks[0]);
        })),
        listStacks: () => call(async (client, { paginateDescribeStacks }) => {
            const found = [];
            for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
                await poll();
                found.push(...Stacks.filter(({ RootId }) => RootId === undefined).map(toStack));
            }
            return found;
        }),
        createChangeSet: (request) => call(async (client, { CreateChangeSetCommand, DescribeChangeSetCommand }) => {
            try {
                const { Id, StackId } = await client.send(new CreateChangeSetCommand(createInput(request)));
                return { id: Id ?? '', stackId: StackId ?? '' };
            }
            catch (error) {
                if (!repeated(error) || error.kind !== 'already-exists')
                    throw error;
                // The answer to the first attempt was lost; the name is unique, so the change set is ours.
                const found = await client.send(new DescribeChangeSetCommand({ StackName: request.stackName, ChangeSetName: request.name }));
                return { id: found.ChangeSetId ?? '', stackId: found.StackId ?? '' };
            }
        }),
        describeChangeSet: (id, { properties } = {}) => absentAsUndefined(polled(async (client, { DescribeChangeSetCommand }) => {
            const input = { ChangeSetName: id, ...(properties ? { IncludePropertyValues: true } : {}) };
            const first = await client.send(new DescribeChangeSetCommand(input));
            const changes = changesOf(first.Changes);
            for (let token = first.NextToken; token !== undefined;) {
                await poll();
                const page = await client.send(new DescribeChangeSetCommand({ ...input, NextToken: token }));
                changes.push(...changesOf(page.Changes));
                token = page.NextToken;
            }
            return {
                id: first.ChangeSetId ?? id,
                name: first.ChangeSetName ?? '',
                stackId: first.StackId ?? '',
                status: first.Status ?? 'UNKNOWN',
                executionStatus: first.ExecutionStatus ?? 'UNKNOWN',
                ...(first.StatusReason === undefined ? {} : { statusReason: first.StatusReason }),
                ...(first.Description === undefined ? {} : { description: first.Description }),
                ...(first.Description === undefined ? {} : { description: first.Description }),
                changes,
            };
        })),
        listChangeSets: (stackName) => call(async (client, { paginateListChangeSets }) => {
            const found = [];
            for await (const page of paginateListChangeSets({ client }, { StackName: stackName })) {
                for (const { ChangeSetId, ChangeSetName, Status, ExecutionStatus, CreationTime } of page.Summaries ?? []) {
                    if (ExecutionStatus?.startsWith('EXECUTE_'))
                        continue;
                    const createdAt = iso(CreationTime);
                    found.push({
                        id: ChangeSetId ?? '',
                        name: ChangeSetName ?? '',
                        status: Status ?? 'UNKNOWN',
                        ...(createdAt === undefined ? {} : { createdAt }),
                    });
                }
            }
            return found;
        }),
        deleteChangeSet: async (id) => {
            await absentAsUndefined(call((client, { DeleteChangeSetCommand }) => client.send(new DeleteChangeSetCommand({ ChangeSetName: id }))));
        },
        executeChangeSet: ({ id, clientRequestToken, disableRollback, retainExceptOnCreate }) => call(async (client, { ExecuteChangeSetCommand }) => {
            try {
                await client.send(new ExecuteChangeSetCommand({
                    ChangeSetName: id,
                    ClientRequestToken: clientRequestToken,
                    DisableRollback: disableRollback,
                    RetainExceptOnCreate: retainExceptOnCreate,
                }));
            }
            catch (error) {
                if (!repeated(error) || !(await startedBefore(error, id, port)))
                    throw error;
            }
        }),
        describeEvents: createEventReader(options.client, poll),
        failedHooks: createHookReader(options.client),
        listStackResources: (stackName) => call(async (client, { paginateListStackResources }) => {
            const resources = [];
            for await (const page of paginateListStackResources({ client }, { StackName: stackName })) {
                for (const summary of page.StackResourceSummaries ?? []) {
                    resources.push({
                        logicalId: summary.LogicalResourceId ?? '',
                        ...(summary.PhysicalResourceId === undefined ? {} : { physicalId: summary.PhysicalResourceId }),
                        type: summary.ResourceType ?? '',
                        status: summary.ResourceStatus ?? '',
                    });
                }
            }
            return resources;
        }),
        deleteStack: ({ stack, clientRequestToken, retainResources, roleArn, express }) => call(async (client, { DeleteStackCommand }) => {
            await client.send(new DeleteStackCommand({
                StackName: stack,
                ClientRequestToken: clientRequestToken,
                ...(retainResources && retainResources.length > 0 ? { RetainResources: [...retainResources] } : {}),
                RoleARN: roleArn,
                ...(express === true && { DeploymentConfig: { Mode: 'EXPRESS' } }),
            }));
        }),
        continueUpdateRollback: ({ stack, clientRequestToken, resourcesToSkip, roleArn }) => call(async (client, { ContinueUpdateRollbackCommand }) => {
            try {
                await client.send(new ContinueUpdateRollbackCommand({
                    StackName: stack,
                    ClientRequestToken: clientRequestToken,
                    ...(resourcesToSkip && resourcesToSkip.length > 0 ? { ResourcesToSkip: [...resourcesToSkip] } : {}),
                    RoleARN: roleArn,
                }));
            }
            catch (error) {
                if (!repeated(error) || error.kind !== 'conflict')
                    throw error;
            }
        }),
        setTerminationProtection: (stackName, enabled) => call(async (client, { UpdateTerminationProtectionCommand }) => {
            await client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: enabled }));
        }),
        setStackPolicy: (stackName, policy) => call(async (client, { SetStackPolicyCommand }) => {
            await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody: policy }));
        }),
        getTemplate: (stackName, stage) => call(async (client, { GetTemplateCommand }) => {
            const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: stackName, TemplateStage: stage }));
            return TemplateBody ?? '';
        }),
    };
    return port;
}
function createInput(request) {
    const { template, rollbackTriggers: rollback } = request;
    return {
        StackName: request.stackName,
        ChangeSetName: request.name,
        ChangeSetType: request.type,
        ...('url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body }),
        Parameters: request.parameters.map((parameter) => 'usePrevious' in parameter
            ? { ParameterKey: parameter.name, UsePreviousValue: true }
            : { ParameterKey: parameter.name, ParameterValue: parameter.value }),
        // An empty list would take away what an adopted stack has (API reference, UpdateStack): as `sam deploy`, leave it out.
        ...(Object.keys(request.tags).length > 0 && { Tags: fromTags(request.tags) }),
        Capabilities: request.capabilities.map((capability) => capability),
        RoleARN: request.roleArn,
        ...(request.notificationArns.length > 0 && { NotificationARNs: [...request.notificationArns] }),
        ...(rollback === undefined
            ? {}
            : {
                RollbackConfiguration: {
                    RollbackTriggers: rollback.alarms.map(({ arn, kind }) => ({ Arn: arn, Type: ALARM_TYPE[kind] })),
                    MonitoringTimeInMinutes: rollback.monitoringMinutes,
                },
            }),
        IncludeNestedStacks: request.includeNestedStacks,
        ...(request.deploymentMode === undefined ? {} : { DeploymentMode: request.deploymentMode }),
        ...(request.express === undefined ? {} : { DeploymentConfig: expressMode(request.express.disableRollback) }),
        ...(request.description === undefined ? {} : { Description: request.description }),
        ClientToken: request.clientToken,
    };
}
/** Whether a failure is rolled back is always said: without it the answer of Express mode is not that of the others. */
function expressMode(DisableRollback) {
    return { Mode: 'EXPRESS', DisableRollback };
}
const ALARM_TYPE = { metric: 'AWS::CloudWatch::Alarm', composite: 'AWS::CloudWatch::CompositeAlarm' };
function changesOf(changes = []) {
    return changes.flatMap(({ ResourceChange }) => (ResourceChange ? [toChange(ResourceChange)] : []));
}
async function absentAsUndefined(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}
/** An earlier attempt may have taken effect although its answer never came. */
function repeated(error) {
    return error instanceof ports/* AwsError */.G && (error.attempts ?? 1) > 1;
}
/** The change set was executed by the attempt whose answer was lost; it may even be done and gone. */
async function startedBefore(error, id, port) {
    if (error.kind === 'not-found')
        return true;
    if (error.kind !== 'conflict')
        return false;
    const found = await port.describeChangeSet(id);
    return found === undefined || ['EXECUTE_IN_PROGRESS', 'EXECUTE_COMPLETE'].includes(found.executionStatus);
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/aws/code-deploy.ts


/** The CodeDeploy port on the SDK, which loads with the first question. */
function createCodeDeploy(client) {
    const load = () => Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(7507)]).then(__webpack_require__.t.bind(__webpack_require__, 17507, 19)), client()]);
    const targets = new Map();
    async function targetsOf(id) {
        const known = targets.get(id);
        if (known !== undefined)
            return known;
        const [{ ListDeploymentTargetsCommand }, codedeploy] = await load();
        const { targetIds = [] } = await codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId: id }));
        // They do not change once they are there.
        if (targetIds.length > 0)
            targets.set(id, targetIds);
        return targetIds;
    }
    return {
        async deployments({ application, group, since }) {
            const [{ ListDeploymentsCommand }, codedeploy] = await load();
            const answer = await codedeploy.send(new ListDeploymentsCommand({
                applicationName: application,
                deploymentGroupName: group,
                createTimeRange: { start: new Date(since) },
            }));
            return answer.deployments ?? [];
        },
        async deployment(id) {
            const [{ GetDeploymentCommand }, codedeploy] = await load();
            try {
                const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId: id }));
                return deploymentInfo && asDeployment(id, deploymentInfo);
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return undefined;
                throw error;
            }
        },
        async shift(id) {
            const targetIds = await targetsOf(id);
            if (targetIds.length === 0)
                return undefined;
            const [{ BatchGetDeploymentTargetsCommand }, codedeploy] = await load();
            const answer = await codedeploy.send(new BatchGetDeploymentTargetsCommand({ deploymentId: id, targetIds: [...targetIds] }));
            const target = answer.deploymentTargets?.find(({ lambdaTarget }) => lambdaTarget !== undefined)?.lambdaTarget;
            const info = target?.lambdaFunctionInfo;
            if (target === undefined || info === undefined)
                return undefined;
            return {
                functionName: info.functionName ?? '',
                alias: info.functionAlias ?? '',
                currentVersion: info.currentVersion ?? '',
                targetVersion: info.targetVersion ?? '',
                percent: percentOf(info.targetVersionWeight ?? 0),
                lifecycle: (target.lifecycleEvents ?? []).map(({ lifecycleEventName = '', status = '' }) => ({
                    event: lifecycleEventName,
                    status,
                })),
            };
        },
    };
}
function asDeployment(id, info) {
    const { status = '', deploymentConfigName = '', errorInformation: error, revision } = info;
    return {
        id,
        status,
        config: deploymentConfigName,
        ...(error !== undefined && { error: { code: error.code ?? '', message: error.message ?? '' } }),
        // CloudFormation gives the AppSpec with the deployment itself; `string` is the older member for the same.
        hooks: hooksOf(revision?.appSpecContent?.content ?? revision?.string?.content ?? ''),
    };
}
/** `Hooks` of an AppSpec in JSON: a list of `{event: function}`. One in YAML is not understood: no hook is named then. */
function hooksOf(appSpec) {
    const given = (0,json/* jsonObject */.o)((0,json/* parseJson */.q)(appSpec));
    const hooks = given?.['Hooks'] ?? given?.['hooks'];
    const entries = (Array.isArray(hooks) ? hooks : []).flatMap((hook) => Object.entries((0,json/* jsonObject */.o)(hook) ?? {}));
    return Object.fromEntries(entries.filter((entry) => typeof entry[1] === 'string'));
}
/** The reference calls it a percentage, but 1 is all of the traffic; nothing shifts a hundredth of it. */
function percentOf(weight) {
    return Math.round(weight <= 1 ? weight * 100 : weight);
}

;// CONCATENATED MODULE: ./src/aws/event-rules.ts

/** The EventRules port on the SDK, which loads with the first call. */
function createEventRules(client) {
    return {
        async state({ name, bus }) {
            const [{ DescribeRuleCommand }, events] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(6612)]).then(__webpack_require__.t.bind(__webpack_require__, 96612, 19)), client()]);
            try {
                const { State } = await events.send(new DescribeRuleCommand({ Name: name, ...on(bus) }));
                if (State === 'DISABLED')
                    return 'off';
                // EnableRule would make a plain rule of one that also sees management events.
                return State === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' ? 'kept' : 'on';
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return 'gone';
                throw error;
            }
        },
        async enable({ name, bus }, enabled) {
            const [{ DescribeRuleCommand, EnableRuleCommand, DisableRuleCommand }, events] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(6612)]).then(__webpack_require__.t.bind(__webpack_require__, 96612, 19)),
                client(),
            ]);
            const rule = { Name: name, ...on(bus) };
            try {
                const { State } = await events.send(new DescribeRuleCommand(rule));
                // ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS is enabled too, and stays what it is.
                if ((State !== 'DISABLED') === enabled)
                    return 'unchanged';
                await (enabled ? events.send(new EnableRuleCommand(rule)) : events.send(new DisableRuleCommand(rule)));
                return 'changed';
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
                if (error.kind === 'not-found')
                    return 'gone';
                if (error.code === 'ConcurrentModificationException')
                    return 'busy';
                throw error;
            }
        },
    };
}
function on(bus) {
    return bus === undefined ? {} : { EventBusName: bus };
}

;// CONCATENATED MODULE: ./src/aws/event-source-mappings.ts

/** The EventSourceMappings port on the SDK, which loads with the first question. */
function createEventSourceMappings(client) {
    const find = async (id) => {
        const [{ GetEventSourceMappingCommand }, lambda] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)), client()]);
        try {
            return await lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
        }
        catch (error) {
            if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                return undefined;
            throw error;
        }
    };
    return {
        async state(id) {
            const found = await find(id);
            return found && stateOf(found);
        },
        async source(id) {
            const found = await find(id);
            if (found === undefined)
                return undefined;
            const { EventSourceArn: arn, FunctionArn = '', LastModified } = found;
            // arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
            const functionName = FunctionArn.split(':')[6] ?? '';
            return {
                state: stateOf(found),
                functionName,
                ...(arn !== undefined && { arn }),
                ...(LastModified !== undefined && { changedAt: LastModified.getTime() }),
            };
        },
        async enable(id, enabled) {
            const [{ UpdateEventSourceMappingCommand }, lambda] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)),
                client(),
            ]);
            try {
                await lambda.send(new UpdateEventSourceMappingCommand({ UUID: id, Enabled: enabled }));
                return 'accepted';
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
                if (error.kind === 'not-found')
                    return undefined;
                if (error.code === 'ResourceInUseException')
                    return 'busy';
                throw error;
            }
        },
    };
}
/** Lambda API reference, EventSourceMappingConfiguration, State: `Creating`, `Enabling`, `Enabled`, `Disabling`, … */
function stateOf({ State }) {
    if (State === 'Enabled')
        return 'enabled';
    return State === 'Disabled' ? 'disabled' : 'changing';
}

;// CONCATENATED MODULE: ./src/aws/functions.ts

/** The Functions port on the SDK, which loads with the first question. */
function createFunctions(client) {
    return {
        async invoke({ function: name, qualifier, payload }, signal) {
            const [{ InvokeCommand }, lambda] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)), client()]);
            const answer = await lambda.send(new InvokeCommand({
                FunctionName: name,
                InvocationType: 'RequestResponse',
                Payload: Buffer.from(payload),
                ...(qualifier !== undefined && { Qualifier: qualifier }),
            }), { abortSignal: signal });
            return {
                payload: Buffer.from(answer.Payload ?? []).toString('utf8'),
                ...(answer.FunctionError !== undefined && { functionError: answer.FunctionError }),
                ...(answer.ExecutedVersion !== undefined && { executedVersion: answer.ExecutedVersion }),
            };
        },
        async alias(functionName, alias) {
            const [{ GetAliasCommand }, lambda] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)), client()]);
            try {
                const found = await lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
                return { version: found.FunctionVersion ?? '', weights: found.RoutingConfig?.AdditionalVersionWeights ?? {} };
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return undefined;
                throw error;
            }
        },
        async reserved(functionName) {
            const [{ GetFunctionConcurrencyCommand }, lambda] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)),
                client(),
            ]);
            const found = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: functionName }));
            return found.ReservedConcurrentExecutions;
        },
        async reserve(functionName, calls) {
            const [{ PutFunctionConcurrencyCommand, DeleteFunctionConcurrencyCommand }, lambda] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)),
                client(),
            ]);
            if (calls === undefined)
                await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: functionName }));
            else
                await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: functionName, ReservedConcurrentExecutions: calls }));
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/heartbeats.ts
/**
 * The Heartbeats port on the SDK, which loads with the first question.
 * @param serverTime when an answer was given, by the clock of who gave it
 */
function createHeartbeats(client, serverTime) {
    return {
        async newest(table, region) {
            const [{ GetItemCommand }, dynamodb] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4305)]).then(__webpack_require__.t.bind(__webpack_require__, 64305, 19)), client()]);
            // Consistent within the region that is asked: what arrived there, not what one of its copies has seen.
            const answer = await dynamodb.send(new GetItemCommand({ TableName: table, Key: { source: { S: region } }, ConsistentRead: true }));
            const at = Number(answer.Item?.['at']?.N);
            const now = serverTime(answer);
            return { ...(Number.isFinite(at) && { at }), ...(now !== undefined && { now }) };
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/leftovers.ts

/** The Leftovers port on the SDK, whose packages load with the first question. */
function createLeftovers({ s3, logs, owner }) {
    return {
        async emptyBucket(bucket, signal) {
            const [sdk, client, ExpectedBucketOwner] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19)), s3(), owner()]);
            const refused = new Set();
            let deleted = 0;
            const common = { Bucket: bucket, ExpectedBucketOwner };
            try {
                // A page has at most 1,000 versions and markers, which is what one call deletes (API reference, DeleteObjects).
                let from = {};
                while (from !== undefined) {
                    signal.throwIfAborted();
                    const page = await client.send(new sdk.ListObjectVersionsCommand({ ...common, ...from }));
                    from = nextOf(page);
                    const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].flatMap(identify);
                    if (Objects.length === 0)
                        continue;
                    const { Errors = [] } = await client.send(new sdk.DeleteObjectsCommand({ ...common, Delete: { Objects, Quiet: true } }));
                    deleted += Objects.length - Errors.length;
                    for (const { Code = '', Message = '' } of Errors)
                        refused.add([Code, Message].filter(Boolean).join(': '));
                }
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G) || error.code !== 'NoSuchBucket')
                    throw error;
            }
            return { deleted, refused: [...refused] };
        },
        async logGroups(prefix) {
            const [{ paginateDescribeLogGroups }, client] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19)),
                logs(),
            ]);
            const names = [];
            for await (const page of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix }))
                names.push(...(page.logGroups ?? []).flatMap(({ logGroupName }) => logGroupName ?? []));
            return names;
        },
        async deleteLogGroup(logGroupName) {
            const [{ DeleteLogGroupCommand }, client] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19)),
                logs(),
            ]);
            try {
                await client.send(new DeleteLogGroupCommand({ logGroupName }));
                return true;
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return false;
                throw error;
            }
        },
    };
}
function nextOf({ IsTruncated, NextKeyMarker, NextVersionIdMarker }) {
    if (!IsTruncated || NextKeyMarker === undefined)
        return undefined;
    return {
        KeyMarker: NextKeyMarker,
        ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }),
    };
}
function identify({ Key, VersionId, }) {
    return Key === undefined ? [] : [{ Key, ...(VersionId !== undefined && { VersionId }) }];
}

;// CONCATENATED MODULE: ./src/aws/monitoring.ts
/** CloudWatch API Reference, DescribeAlarms: at most 100 names in one call, and at most so many alarms a page (default: 50). */
const monitoring_MOST_NAMES = 100;
/** No answer of CloudWatch has the tags or the history of several alarms: they are asked one by one, so many at once. */
const ONE_BY_ONE = 8;
/** DescribeAlarms and DescribeAlarmHistory speak of metric alarms alone unless told otherwise (API Reference). */
const TYPES = ['MetricAlarm', 'CompositeAlarm'];
/** The Monitoring port on the SDK, which loads with the first question. Its shapes end here. */
function createMonitoring(client) {
    const tags = new Map();
    let limit;
    async function inTurn(ask) {
        limit ??= __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370)).then(({ default: pLimit }) => pLimit(ONE_BY_ONE));
        return (await limit)(ask);
    }
    async function call(use) {
        const [sdk, made] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19)), client()]);
        return use(made, sdk);
    }
    async function describe(input) {
        return call(async (cloudwatch, { paginateDescribeAlarms }) => {
            const found = [];
            for await (const page of paginateDescribeAlarms({ client: cloudwatch }, { ...input, AlarmTypes: [...TYPES], MaxRecords: monitoring_MOST_NAMES }))
                found.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(compositeAlarm));
            return found;
        });
    }
    return {
        async alarms(filter) {
            if (!('names' in filter))
                return describe(filter.prefix === undefined ? {} : { AlarmNamePrefix: filter.prefix });
            const starts = filter.names.map((_, index) => index).filter((index) => index % monitoring_MOST_NAMES === 0);
            const chunks = starts.map((start) => filter.names.slice(start, start + monitoring_MOST_NAMES));
            return (await Promise.all(chunks.map((names) => describe({ AlarmNames: names })))).flat();
        },
        alarmChanges: (name, since, until) => inTurn(() => call(async (cloudwatch, { paginateDescribeAlarmHistory }) => {
            const pages = paginateDescribeAlarmHistory({ client: cloudwatch }, {
                AlarmName: name,
                AlarmTypes: [...TYPES],
                HistoryItemType: 'StateUpdate',
                StartDate: new Date(since),
                EndDate: new Date(until),
                ScanBy: 'TimestampAscending',
            });
            const changes = [];
            for await (const { AlarmHistoryItems = [] } of pages)
                for (const item of AlarmHistoryItems)
                    changes.push(...change(item.Timestamp, item.HistoryData));
            return changes.filter(({ at }) => at >= since && at <= until).toSorted((a, b) => a.at - b.at);
        })),
        alarmTags(arn) {
            const known = tags.get(arn);
            if (known)
                return known;
            const asked = inTurn(() => call(async (cloudwatch, { ListTagsForResourceCommand }) => {
                const { Tags = [] } = await cloudwatch.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
                return Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
            }));
            tags.set(arn, asked);
            asked.catch(() => tags.delete(arn));
            return asked;
        },
        metricData: (queries, since, until) => call(async (cloudwatch, { paginateGetMetricData }) => {
            const pages = paginateGetMetricData({ client: cloudwatch }, {
                MetricDataQueries: queries.map(toQuery),
                StartTime: new Date(since),
                EndTime: new Date(until),
                ScanBy: 'TimestampAscending',
            });
            const series = new Map();
            for await (const { MetricDataResults = [], Messages = [] } of pages) {
                for (const { Id = '', Timestamps = [], Values = [], StatusCode, Messages: own = [] } of MetricDataResults) {
                    const one = series.get(Id) ?? { points: [] };
                    series.set(Id, one);
                    Timestamps.forEach((time, index) => {
                        const value = Values[index];
                        if (value !== undefined)
                            one.points.push({ at: time.getTime(), value });
                    });
                    const said = [...own, ...Messages].map(({ Value }) => Value).find((text) => text !== undefined);
                    // `PartialData` is made good by the following pages.
                    if (StatusCode === 'InternalError' || StatusCode === 'Forbidden')
                        one.problem = said ?? StatusCode;
                }
            }
            return [...series].map(([id, { points, ...rest }]) => ({
                id,
                points: points.toSorted((a, b) => a.at - b.at),
                ...rest,
            }));
        }),
    };
}
function metricAlarm(found) {
    const { Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic, Period = 60, Metrics = [] } = found;
    const own = Namespace === undefined || MetricName === undefined
        ? Metrics.flatMap(fromQuery)
        : [
            {
                id: 'm',
                source: {
                    namespace: Namespace,
                    metric: MetricName,
                    dimensions: byName(Dimensions),
                    statistic: Statistic ?? ExtendedStatistic ?? 'Average',
                },
                periodSeconds: Period,
                returned: true,
            },
        ];
    return { ...common(found), kind: 'metric', queries: own };
}
function compositeAlarm(found) {
    return { ...common(found), kind: 'composite', queries: [] };
}
function common({ AlarmName = '', AlarmArn = '', StateValue, StateReason, StateUpdatedTimestamp }) {
    return {
        name: AlarmName,
        arn: AlarmArn,
        state: StateValue ?? 'INSUFFICIENT_DATA',
        ...(StateReason !== undefined && { reason: StateReason }),
        stateSince: StateUpdatedTimestamp?.getTime() ?? 0,
    };
}
function byName(dimensions = []) {
    return Object.fromEntries(dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
}
function fromQuery({ Id = '', Expression, MetricStat, Period, ReturnData }) {
    const returned = ReturnData !== false;
    if (Expression !== undefined)
        return [{ id: Id, source: { expression: Expression }, periodSeconds: Period ?? 60, returned }];
    const { Metric, Stat = 'Average', Period: period = 60 } = MetricStat ?? {};
    if (Metric?.Namespace === undefined || Metric.MetricName === undefined)
        return [];
    const { Namespace: namespace, MetricName: metric, Dimensions } = Metric;
    const source = { namespace, metric, dimensions: byName(Dimensions), statistic: Stat };
    return [{ id: Id, source, periodSeconds: period, returned }];
}
function toQuery({ id, source, periodSeconds, returned }) {
    if ('expression' in source)
        return { Id: id, Expression: source.expression, Period: periodSeconds, ReturnData: returned };
    const { namespace, metric, dimensions, statistic } = source;
    const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
    return {
        Id: id,
        MetricStat: {
            Metric: { Namespace: namespace, MetricName: metric, Dimensions },
            Period: periodSeconds,
            Stat: statistic,
        },
        ReturnData: returned,
    };
}
/** The history data of a state update is JSON (CloudWatch User Guide, "Alarm events and EventBridge" shows its members). */
function change(at, data = '') {
    try {
        const { oldState, newState } = JSON.parse(data);
        const [from, to] = [oldState?.stateValue, newState?.stateValue];
        if (at === undefined || !isState(from) || !isState(to) || from === to)
            return [];
        return [{ at: at.getTime(), from, to }];
    }
    catch {
        return [];
    }
}
function isState(text) {
    return text === 'OK' || text === 'ALARM' || text === 'INSUFFICIENT_DATA';
}

;// CONCATENATED MODULE: ./src/aws/parameters.ts
/**
 * Reads values of the Parameter Store, decrypted. The SSM package loads with the first one.
 * @param maskSecret is told what a SecureString holds before anybody else sees it
 */
function createParameters(client, maskSecret) {
    return async (name) => {
        const [{ GetParameterCommand }, ssm] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19)), client()]);
        const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
        const value = Parameter?.Value ?? '';
        if (Parameter?.Type === 'SecureString' && value !== '')
            maskSecret(value);
        return value;
    };
}

;// CONCATENATED MODULE: ./src/aws/readiness.ts
/** The port on the SDK, whose packages load with the first question. */
function createReadinessSource({ lambda, route53, recoveryCluster, ...others }) {
    return {
        ...others,
        async concurrency() {
            const [{ GetAccountSettingsCommand }, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 71696, 19)), lambda()]);
            const { AccountLimit: found } = await client.send(new GetAccountSettingsCommand({}));
            const limit = found?.ConcurrentExecutions ?? 0;
            return { limit, unreserved: found?.UnreservedConcurrentExecutions ?? limit };
        },
        async healthChecks() {
            const [{ paginateListHealthChecks }, client] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19)), route53()]);
            const checks = [];
            for await (const { HealthChecks = [] } of paginateListHealthChecks({ client }, {})) {
                checks.push(...HealthChecks.map(toHealthCheck));
            }
            return checks;
        },
        async controlState(endpoint, control, signal) {
            const [{ GetRoutingControlStateCommand }, cluster] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3597)]).then(__webpack_require__.t.bind(__webpack_require__, 93597, 19)),
                recoveryCluster(endpoint),
            ]);
            const command = new GetRoutingControlStateCommand({ RoutingControlArn: control });
            const { RoutingControlState } = await cluster.send(command, { abortSignal: signal });
            return RoutingControlState === 'On' ? 'On' : 'Off';
        },
    };
}
function toHealthCheck({ Id, HealthCheckConfig: config, CloudWatchAlarmConfiguration }) {
    const { FullyQualifiedDomainName: host, ResourcePath: path, RoutingControlArn: control, Port: port } = config ?? {};
    const metric = toMetric(config, CloudWatchAlarmConfiguration);
    return {
        id: Id ?? '',
        type: config?.Type ?? '',
        inverted: config?.Inverted ?? false,
        disabled: config?.Disabled ?? false,
        children: config?.ChildHealthChecks ?? [],
        ...(host !== undefined && { host: host.toLowerCase() }),
        ...(path !== undefined && { path }),
        ...(control !== undefined && { control }),
        ...(port !== undefined && { port }),
        ...(metric !== undefined && { metric }),
    };
}
function toMetric(config, alarm) {
    const { AlarmIdentifier, InsufficientDataHealthStatus: withoutData = 'LastKnownStatus' } = config ?? {};
    const { Namespace: namespace, MetricName: metric, Statistic: statistic, ComparisonOperator: operator } = alarm ?? {};
    const region = AlarmIdentifier?.Region;
    if (region === undefined || namespace === undefined || metric === undefined)
        return undefined;
    const dimensions = (alarm?.Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value]);
    return {
        region,
        namespace,
        metric,
        dimensions: Object.fromEntries(dimensions),
        statistic: statistic ?? 'Average',
        periodSeconds: alarm?.Period ?? 60,
        threshold: alarm?.Threshold ?? 0,
        operator: operator ?? '',
        withoutData,
    };
}

// EXTERNAL MODULE: ./src/aws/signed-call.ts
var signed_call = __webpack_require__(3666);
;// CONCATENATED MODULE: ./src/aws/region-switch.ts




/** Suffix of the endpoints of each partition (service model, endpoint rules: `arc-region-switch.{Region}.{dualStackDnsSuffix}`). */
const SUFFIX = { 'aws-cn': 'api.amazonwebservices.com.cn' };
const SERVICE = 'ARCRegionSwitch';
/**
 * The port on the service's JSON protocol (service model: awsJson1_0, target prefix `ArcRegionSwitch`): the package
 * registry has no client of the SDK for it.
 */
function createRegionSwitch({ env, region, partition, credentials, recorded }) {
    const host = `arc-region-switch${fips(env)}.${region}.${SUFFIX[partition] ?? 'api.aws'}`;
    async function call(action, input, signal) {
        const facts = { service: SERVICE, action, region };
        try {
            const { status, text } = await (0,signed_call/* signedCall */.p)({
                url: new URL((0,aws_endpoint/* customEndpoint */.vw)(env, 'regionswitch') ?? `https://${host}`),
                service: 'arc-region-switch',
                region,
                headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `ArcRegionSwitch.${action}` },
                body: JSON.stringify(input),
                credentials: await credentials(),
                transport: recorded(facts),
                signal,
            });
            const answer = (0,json/* jsonObject */.o)((0,json/* parseJson */.q)(text)) ?? {};
            if (status === 200)
                return answer;
            throw refusal(status, answer);
        }
        catch (error) {
            if (error instanceof Error && error.name === 'UserError')
                throw error;
            throw toAwsError(error, facts);
        }
    }
    return {
        async start({ plan, region: targetRegion, action, mode, comment, token }, signal) {
            const input = { planArn: plan, targetRegion, action, mode, comment, clientToken: token };
            return String((await call('StartPlanExecution', input, signal))['executionId']);
        },
        async execution(plan, id, signal) {
            return executionOf(await call('GetPlanExecution', { planArn: plan, executionId: id }, signal));
        },
        async executions(plan, signal) {
            const { items } = await call('ListPlanExecutions', { planArn: plan }, signal);
            return Array.isArray(items) ? items.map((item) => executionOf((0,json/* jsonObject */.o)(item) ?? {})) : [];
        },
    };
}
function executionOf(answer) {
    const { executionId, executionState, executionAction, executionRegion, stepStates } = answer;
    const steps = Array.isArray(stepStates) ? stepStates.map((step) => (0,json/* jsonObject */.o)(step) ?? {}) : [];
    return {
        id: String(executionId),
        state: String(executionState),
        action: executionAction === 'deactivate' ? 'deactivate' : 'activate',
        region: String(executionRegion),
        steps: steps.map(({ name, status }) => ({ name: String(name), status: String(status) })),
    };
}
/** As an SDK would throw it: `__type` may have the namespace of the shape in front. */
function refusal(status, { __type, message, Message }) {
    const name = String(__type ?? 'UnknownError').replace(/^.*#/, '');
    const error = new Error(String(message ?? Message ?? ''));
    return Object.assign(error, { name, $metadata: { httpStatusCode: status, attempts: 1 } });
}
function fips(env) {
    return env['AWS_USE_FIPS_ENDPOINT']?.toLowerCase() === 'true' ? '-fips' : '';
}

;// CONCATENATED MODULE: ./src/aws/routing-controls.ts
/** The port on the SDK, which loads with the first call. */
function createRoutingControls(client) {
    return {
        async update(endpoint, states, override, signal) {
            const [{ UpdateRoutingControlStatesCommand }, cluster] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3597)]).then(__webpack_require__.t.bind(__webpack_require__, 93597, 19)),
                client(endpoint),
            ]);
            const entries = Object.entries(states).map(([RoutingControlArn, RoutingControlState]) => ({
                RoutingControlArn,
                RoutingControlState,
            }));
            await cluster.send(new UpdateRoutingControlStatesCommand({
                UpdateRoutingControlStateEntries: entries,
                ...(override.length > 0 && { SafetyRulesToOverride: [...override] }),
            }), { abortSignal: signal });
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/schedule-states.ts

/** The ScheduleStates port on the SDK, which loads with the first call. */
function createScheduleStates(client, { now }) {
    return {
        async state({ name, group }) {
            const [{ GetScheduleCommand }, scheduler] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(768)]).then(__webpack_require__.t.bind(__webpack_require__, 768, 19)), client()]);
            try {
                const { State, ScheduleExpression = '' } = await scheduler.send(new GetScheduleCommand(named(name, group)));
                if (State === 'DISABLED')
                    return 'off';
                // One that is due once would never be done if that were meanwhile.
                return ScheduleExpression.startsWith('at(') ? 'kept' : 'on';
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return 'gone';
                throw error;
            }
        },
        async enable({ name, group }, enabled) {
            const [{ GetScheduleCommand, UpdateScheduleCommand }, scheduler] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(768)]).then(__webpack_require__.t.bind(__webpack_require__, 768, 19)),
                client(),
            ]);
            const State = enabled ? 'ENABLED' : 'DISABLED';
            try {
                const found = await scheduler.send(new GetScheduleCommand(named(name, group)));
                if (found.State === State)
                    return 'unchanged';
                await scheduler.send(new UpdateScheduleCommand({ ...asGiven(found, now()), State }));
                return 'changed';
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
                if (error.kind === 'not-found')
                    return 'gone';
                if (error.kind === 'conflict')
                    return 'busy';
                throw error;
            }
        },
    };
}
function named(name, group) {
    return { Name: name, ...(group !== undefined && { GroupName: group }) };
}
/**
 * All of a schedule: what an update does not give is set to its default (API Reference, UpdateSchedule). A beginning
 * that is over is refused ("cannot be earlier than 5 minutes ago") and means what none means.
 */
function asGiven(found, now) {
    const { Arn: _arn, CreationDate: _made, LastModificationDate: _changed, $metadata: _answer, StartDate, ...rest } = found;
    const { Name, ScheduleExpression, Target, FlexibleTimeWindow } = rest;
    const begins = StartDate !== undefined && StartDate.getTime() > now;
    return { ...rest, Name, ScheduleExpression, Target, FlexibleTimeWindow, ...(begins && { StartDate }) };
}

// EXTERNAL MODULE: ./src/aws/traffic-ports.ts
var traffic_ports = __webpack_require__(36161);
;// CONCATENATED MODULE: ./src/aws/schedules.ts



/**
 * What is refused is refused for good, because records are no longer what they were. Trouble of a few minutes is worth a
 * repetition; after that the records may look the same again by accident.
 */
const RETRIES = { MaximumEventAgeInSeconds: traffic_ports/* SCHEDULE_RETRIES_MS */.u / 1_000, MaximumRetryAttempts: 5 };
/** EventBridge Scheduler on the SDK. Its shapes end here. The package loads with the first call. */
function createSchedules({ client, region, partition, account }) {
    async function call(use) {
        const [sdk, scheduler] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(768)]).then(__webpack_require__.t.bind(__webpack_require__, 768, 19)), client()]);
        return use(scheduler, sdk);
    }
    const port = {
        region,
        create: ({ name, at, role, service, action, input, description }) => call(async (scheduler, { CreateScheduleCommand }) => {
            const { arn } = (0,role_arn/* completeRole */.Gb)(role, partition, await account());
            const schedule = {
                Name: name,
                Description: description.slice(0, 512),
                // User Guide, "Schedule types": one-time schedules, `at(yyyy-mm-ddThh:mm:ss)`; to the minute.
                ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
                ScheduleExpressionTimezone: 'UTC',
                FlexibleTimeWindow: { Mode: 'OFF' },
                ActionAfterCompletion: 'DELETE',
                Target: {
                    // User Guide, "Using universal targets".
                    Arn: `arn:${partition}:scheduler:::aws-sdk:${service}:${action}`,
                    RoleArn: arn,
                    Input: input,
                    RetryPolicy: RETRIES,
                },
            };
            try {
                await scheduler.send(new CreateScheduleCommand(schedule));
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'conflict')
                    throw error;
                // Of the same rollout, by a run that died: this one knows better what is to be done.
                await port.delete(name);
                await scheduler.send(new CreateScheduleCommand(schedule));
            }
        }),
        delete: (name) => call(async (scheduler, { DeleteScheduleCommand }) => {
            try {
                await scheduler.send(new DeleteScheduleCommand({ Name: name }));
                return true;
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return false;
                throw error;
            }
        }),
    };
    return port;
}

;// CONCATENATED MODULE: ./src/aws/server-time.ts
function createServerTimes() {
    const times = new WeakMap();
    return {
        watch(client) {
            client.middlewareStack.add((next) => async (args) => {
                const result = await next(args);
                const { headers } = (result.response ?? {});
                const time = Date.parse(headers?.['date'] ?? '');
                if (result.output && !Number.isNaN(time))
                    times.set(result.output, time);
                return result;
            }, { step: 'deserialize', priority: 'high', name: 'serverTime' });
        },
        of: (output) => times.get(output),
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./src/aws/object-body.ts


/** Breaks of the connection without a byte in between after which reading is given up. */
const FRUITLESS_RESUMES = 5;
/**
 * The body of an object as one stream: when the connection breaks in the middle, or nothing comes any more, reading
 * goes on where it stopped.
 */
function resumingBody(first, options) {
    return external_node_stream_.Readable.from(chunks(first, options), { objectMode: false, highWaterMark: 256 * 1024 });
}
async function* chunks(first, { size, resume, idleMs, failure }) {
    let body = asBody(first);
    let position = 0;
    let fruitless = 0;
    for (;;) {
        try {
            for await (const chunk of flowing(body, idleMs)) {
                position += chunk.byteLength;
                fruitless = 0;
                yield chunk;
            }
            if (position >= size)
                return;
            fruitless += 1;
            if (fruitless > FRUITLESS_RESUMES)
                throw new errors/* InternalError */.Gd(`The object ended after ${position} of ${size} bytes.`);
        }
        catch (error) {
            fruitless += 1;
            if (error instanceof errors/* InternalError */.Gd)
                throw error;
            if (position >= size || fruitless > FRUITLESS_RESUMES)
                throw failure(error);
        }
        body = asBody(await resume(position));
    }
}
/** The chunks of a body; it is given up when none comes within `idleMs`, and always let go of. */
async function* flowing(body, idleMs) {
    const iterator = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await within(iterator.next(), idleMs);
            if (next.done)
                return;
            yield next.value;
        }
    }
    finally {
        body.destroy();
    }
}
async function within(work, ms) {
    let timer;
    const late = new Promise((_, reject) => {
        // Told apart from other errors by its name, as the time limits of the transport are.
        const error = Object.assign(new Error(`no byte came for ${ms / 1000} s`), { name: 'TimeoutError' });
        timer = setTimeout(() => reject(error), ms);
    });
    // The body is let go of while it is still being read.
    work.catch(() => undefined);
    try {
        return await Promise.race([work, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
function asBody(body) {
    if (body instanceof external_node_stream_.Readable)
        return body;
    throw new errors/* InternalError */.Gd('S3 answered without a body that can be read.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/aws/object-upload.ts



/** Parts of a multipart upload, in bytes: the smallest that S3 takes, so that many uploads at once stay small in memory. */
const PART_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Parts of one upload under way at a time. */
const QUEUE = 2;
/**
 * Uploads a stream: at once when it fits into one part, else part by part. Each part is kept until it is stored, so
 * that it can be sent again. Size and SHA-256 (when given) are checked on the way: a stream that differs is not stored.
 */
async function uploadStream(client, place, body, { size, sha256, contentType, metadata, ifAbsent }) {
    const params = {
        Bucket: place.bucket,
        Key: place.key,
        ExpectedBucketOwner: place.owner,
        ...(contentType === undefined ? {} : { ContentType: contentType }),
        ...(metadata === undefined ? {} : { Metadata: { ...metadata } }),
    };
    const checked = checkedBody(body, place, size, sha256);
    if (size <= PART_BYTES) {
        const [{ PutObjectCommand }, bytes] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19)), collect(checked)]);
        const checksum = sha256 === undefined ? {} : { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') };
        const condition = ifAbsent ? { IfNoneMatch: '*' } : {};
        await client.send(new PutObjectCommand({ ...params, ...checksum, ...condition, Body: bytes }));
        return;
    }
    const { Upload } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3711), __webpack_require__.e(2358)]).then(__webpack_require__.t.bind(__webpack_require__, 22358, 19));
    const partSize = Math.max(PART_BYTES, Math.ceil(size / MAX_PARTS));
    await new Upload({ client, params: { ...params, Body: checked }, partSize, queueSize: QUEUE }).done();
}
/** Passes the bytes on and fails at their end when they are not the promised ones. */
function checkedBody(body, place, size, sha256) {
    async function* chunks() {
        const hash = sha256 === undefined ? undefined : (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of body) {
            const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
            bytes += buffer.byteLength;
            hash?.update(buffer);
            yield buffer;
        }
        if (bytes !== size)
            throw differs(place, 'SizeMismatch', `has ${bytes} bytes instead of ${size}`);
        const found = hash?.digest('hex');
        if (found !== sha256)
            throw differs(place, 'ContentMismatch', `has the SHA-256 ${found} instead of ${sha256}`);
    }
    return external_node_stream_.Readable.from(chunks(), { objectMode: false });
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function differs({ bucket, key, region }, code, text) {
    const message = `What was to be stored as s3://${bucket}/${key} ${text}.`;
    return new ports/* AwsError */.G({ kind: 'invalid', code, message, service: 'S3', action: 'PutObject', region });
}

;// CONCATENATED MODULE: ./src/aws/storage.ts




/** The storage port on S3. Every call names the expected owner of the bucket. */
function createStorage(options) {
    async function call(use) {
        const [sdk, client, owner] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19)), options.client(), options.owner()]);
        return use(client, sdk, owner);
    }
    function headOf(output) {
        const serverTime = options.serverTime(output);
        return {
            size: output.ContentLength ?? 0,
            etag: output.ETag ?? '',
            metadata: output.Metadata ?? {},
            ...(serverTime === undefined ? {} : { serverTime }),
        };
    }
    const port = {
        head: (bucket, key) => storage_absentAsUndefined(call(async (client, { HeadObjectCommand }, owner) => headOf(await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: owner }))))),
        get: (bucket, key) => call(async (client, sdk, owner) => {
            const from = async (start, etag) => {
                const answer = await client.send(new sdk.GetObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    ExpectedBucketOwner: owner,
                    ...(start > 0 ? { Range: `bytes=${start}-`, IfMatch: etag } : {}),
                }));
                return { head: headOf(answer), body: answer.Body };
            };
            const [first, region] = await Promise.all([from(0, undefined), client.config.region()]);
            return {
                head: first.head,
                body: resumingBody(first.body, {
                    size: first.head.size,
                    resume: async (start) => (await from(start, first.head.etag)).body,
                    idleMs: options.idleMs,
                    failure: (error) => toAwsError(error, { service: 'S3', action: 'GetObject', region }),
                }),
            };
        }),
        async getText(bucket, key) {
            const found = await storage_absentAsUndefined(port.get(bucket, key));
            if (found === undefined)
                return undefined;
            return { text: await storage_textOf(found.body), etag: found.head.etag };
        },
        putStream: (bucket, key, body, settings) => call(async (client, _sdk, owner) => uploadStream(client, { bucket, key, owner, region: await client.config.region() }, body, settings)),
        putText: (bucket, key, text, condition) => call(async (client, { PutObjectCommand }, owner) => {
            try {
                const answer = await client.send(new PutObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Body: text,
                    ContentType: 'text/plain; charset=utf-8',
                    ExpectedBucketOwner: owner,
                    ...(condition === undefined ? {} : conditionHeaders(condition)),
                }));
                const serverTime = options.serverTime(answer);
                return { etag: answer.ETag ?? '', ...(serverTime === undefined ? {} : { serverTime }) };
            }
            catch (error) {
                if (!storage_repeated(error) || error.kind !== 'conflict')
                    throw error;
                // The condition may have failed because our own first attempt was done and only its answer lost.
                const stored = await port.getText(bucket, key);
                if (stored?.text !== text)
                    throw error;
                return { etag: stored.etag };
            }
        }),
        delete: (bucket, key, ifMatch) => call(async (client, { DeleteObjectCommand }, owner) => {
            try {
                await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: owner, IfMatch: ifMatch }));
            }
            catch (error) {
                if (!storage_repeated(error) || (error.kind !== 'not-found' && error.kind !== 'conflict'))
                    throw error;
                if ((await port.head(bucket, key)) !== undefined)
                    throw error;
            }
        }),
        list: (bucket, prefix) => call(async (client, { paginateListObjectsV2 }, owner) => {
            const keys = [];
            const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix, ExpectedBucketOwner: owner });
            for await (const page of pages) {
                keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
            }
            return keys;
        }),
        headBucket: (bucket) => call(async (client, { HeadBucketCommand }, owner) => {
            try {
                const { BucketRegion } = await client.send(new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: owner }));
                return { region: BucketRegion ?? (await client.config.region()) };
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
                if (error.kind === 'not-found')
                    return undefined;
                const region = regionOfRedirect(error);
                if (region === undefined)
                    throw error;
                return { region };
            }
        }),
    };
    return port;
}
async function storage_textOf(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
}
function conditionHeaders(condition) {
    return 'ifAbsent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.ifMatch };
}
/** A bucket of another region answers with a redirect that names it. */
function regionOfRedirect(error) {
    if (error.httpStatus !== 301 && error.httpStatus !== 400)
        return undefined;
    const { $response } = error.cause;
    return $response?.headers?.['x-amz-bucket-region'];
}
/** An earlier attempt may have taken effect although its answer never came. */
function storage_repeated(error) {
    return error instanceof ports/* AwsError */.G && (error.attempts ?? 1) > 1;
}
async function storage_absentAsUndefined(answer) {
    try {
        return await answer;
    }
    catch (error) {
        // A missing bucket is not a missing object: whoever asks for the object must hear of it.
        if (error instanceof ports/* AwsError */.G && error.kind === 'not-found' && error.code !== 'NoSuchBucket')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/topology/regions.ts + 1 modules
var regions = __webpack_require__(67563);
;// CONCATENATED MODULE: ./src/aws/global-accelerator.ts
/** The Global Accelerator port on the SDK. Its shapes end here. The package loads with the first call. */
function createGlobalAccelerator(client) {
    async function call(use) {
        const [sdk, accelerator] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3962)]).then(__webpack_require__.t.bind(__webpack_require__, 23962, 19)), client()]);
        return use(accelerator, sdk);
    }
    return {
        endpointGroups: (listener) => call(async (accelerator, { paginateListEndpointGroups }) => {
            const groups = [];
            for await (const page of paginateListEndpointGroups({ client: accelerator }, { ListenerArn: listener })) {
                groups.push(...(page.EndpointGroups ?? []).map(toGroup));
            }
            return groups;
        }),
        setDial: (group, percent) => call(async (accelerator, { UpdateEndpointGroupCommand }) => {
            // The list of endpoints would be replaced by what is sent: it is left out, and stays.
            const input = { EndpointGroupArn: group, TrafficDialPercentage: percent };
            await accelerator.send(new UpdateEndpointGroupCommand(input));
        }),
        setEndpoints: (group, percent, endpoints) => call(async (accelerator, { UpdateEndpointGroupCommand }) => {
            await accelerator.send(new UpdateEndpointGroupCommand({
                EndpointGroupArn: group,
                TrafficDialPercentage: percent,
                EndpointConfigurations: endpoints.map(({ id, weight, clientIpPreservation }) => ({
                    EndpointId: id,
                    Weight: weight,
                    ClientIPPreservationEnabled: clientIpPreservation,
                })),
            }));
        }),
        deployed: (listener) => call(async (accelerator, { DescribeAcceleratorCommand }) => {
            const AcceleratorArn = listener.split('/listener/')[0] ?? listener;
            const { Accelerator } = await accelerator.send(new DescribeAcceleratorCommand({ AcceleratorArn }));
            return Accelerator?.Status === 'DEPLOYED';
        }),
    };
}
function toGroup(group) {
    return {
        arn: group.EndpointGroupArn ?? '',
        region: group.EndpointGroupRegion ?? '',
        dialPercent: group.TrafficDialPercentage ?? 100,
        endpoints: (group.EndpointDescriptions ?? []).map((endpoint) => ({
            id: endpoint.EndpointId ?? '',
            weight: endpoint.Weight ?? 128,
            ...(endpoint.ClientIPPreservationEnabled !== undefined && {
                clientIpPreservation: endpoint.ClientIPPreservationEnabled,
            }),
        })),
    };
}

;// CONCATENATED MODULE: ./src/aws/key-value-store.ts

/** The key-value store port on the SDK. Its shapes end here. The packages load with the first call. */
function createKeyValueStore(client) {
    async function call(use) {
        const [sdk, store] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(3825)]).then(__webpack_require__.t.bind(__webpack_require__, 23825, 19)), client()]);
        return use(store, sdk);
    }
    return {
        etag: (arn) => call(async (store, { DescribeKeyValueStoreCommand }) => {
            const { ETag } = await store.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
            return ETag ?? '';
        }),
        get: (arn, key) => call(async (store, { GetKeyCommand }) => {
            try {
                const { Value } = await store.send(new GetKeyCommand({ KvsARN: arn, Key: key }));
                return Value;
            }
            catch (error) {
                if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
                    return undefined;
                throw error;
            }
        }),
        put: (arn, key, value, ifMatch) => call(async (store, { PutKeyCommand }) => {
            const { ETag } = await store.send(new PutKeyCommand({ KvsARN: arn, Key: key, Value: value, IfMatch: ifMatch }));
            return { etag: ETag ?? '' };
        }),
    };
}

;// CONCATENATED MODULE: ./src/aws/route53.ts

/** The Route 53 port on the SDK. Its shapes end here. The package loads with the first call. */
function createRoute53(client) {
    async function call(use) {
        const [sdk, route53] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5869), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19)), client()]);
        return use(route53, sdk);
    }
    return {
        zone: (id) => route53_absentAsUndefined(call(async (route53, { GetHostedZoneCommand }) => {
            const { HostedZone: zone } = await route53.send(new GetHostedZoneCommand({ Id: id }));
            return zone && toZone(zone);
        })),
        zonesByName: (name) => call(async (route53, { ListHostedZonesByNameCommand }) => {
            const wanted = plainName(name);
            const zones = [];
            let next = { DNSName: name };
            while (next !== undefined) {
                const page = await route53.send(new ListHostedZonesByNameCommand(next));
                const found = (page.HostedZones ?? []).map(toZone);
                zones.push(...found.filter((zone) => zone.name === wanted));
                // They come in the order of their names: after another name there are no more of ours.
                const more = page.IsTruncated === true && found.every((zone) => zone.name === wanted);
                next = more ? { DNSName: page.NextDNSName, HostedZoneId: page.NextHostedZoneId } : undefined;
            }
            return zones;
        }),
        recordSets: (zoneId, name) => call(async (route53, { ListResourceRecordSetsCommand }) => {
            const wanted = plainName(name);
            const sets = [];
            let start = { HostedZoneId: zoneId, StartRecordName: wanted };
            while (start !== undefined) {
                const page = await route53.send(new ListResourceRecordSetsCommand(start));
                const found = (page.ResourceRecordSets ?? []).map(toRecordSet);
                sets.push(...found.filter((set) => set.name === wanted));
                const more = page.IsTruncated === true && found.every((set) => set.name === wanted);
                start = more
                    ? {
                        HostedZoneId: zoneId,
                        StartRecordName: page.NextRecordName,
                        StartRecordType: page.NextRecordType,
                        StartRecordIdentifier: page.NextRecordIdentifier,
                    }
                    : undefined;
            }
            return sets;
        }),
        change: (zoneId, changes, comment) => call(async (route53, { ChangeResourceRecordSetsCommand }) => {
            const { ChangeInfo } = await route53.send(new ChangeResourceRecordSetsCommand({
                HostedZoneId: zoneId,
                ChangeBatch: {
                    Comment: comment,
                    Changes: changes.map(({ action, set }) => ({ Action: action, ResourceRecordSet: fromRecordSet(set) })),
                },
            }));
            return { id: (ChangeInfo?.Id ?? '').replace('/change/', '') };
        }),
        changeStatus: (id) => route53_absentAsUndefined(call(async (route53, { GetChangeCommand }) => {
            const { ChangeInfo } = await route53.send(new GetChangeCommand({ Id: id }));
            return ChangeInfo?.Status === 'INSYNC' ? 'INSYNC' : 'PENDING';
        })),
    };
}
/**
 * Lower case, without the last dot, with `*` as itself: Route 53 answers with escapes for everything but letters,
 * digits, hyphens and underscores (Developer Guide, "DNS domain name format").
 */
function plainName(name) {
    return name
        .replaceAll(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))
        .replace(/\.$/, '')
        .toLowerCase();
}
function toZone(zone) {
    return {
        id: (zone.Id ?? '').replace('/hostedzone/', ''),
        name: plainName(zone.Name ?? ''),
        private: zone.Config?.PrivateZone ?? false,
    };
}
function toRecordSet(set) {
    const { AliasTarget: alias } = set;
    return {
        name: plainName(set.Name ?? ''),
        type: set.Type ?? '',
        routing: routingOf(set),
        ...(set.SetIdentifier !== undefined && { setIdentifier: set.SetIdentifier }),
        ...(set.Weight !== undefined && { weight: set.Weight }),
        ...(set.Region !== undefined && { region: set.Region }),
        ...(set.TTL !== undefined && { ttl: set.TTL }),
        ...(set.ResourceRecords !== undefined &&
            set.ResourceRecords.length > 0 && { values: set.ResourceRecords.map(({ Value }) => Value ?? '') }),
        ...(alias !== undefined && {
            alias: {
                zoneId: alias.HostedZoneId ?? '',
                name: alias.DNSName ?? '',
                evaluateTargetHealth: alias.EvaluateTargetHealth ?? false,
            },
        }),
        ...(set.HealthCheckId !== undefined && { healthCheckId: set.HealthCheckId }),
        ...(set.TrafficPolicyInstanceId !== undefined && { trafficPolicyInstanceId: set.TrafficPolicyInstanceId }),
    };
}
function routingOf(set) {
    if (set.Weight !== undefined)
        return 'weighted';
    if (set.Region !== undefined)
        return 'latency';
    if (set.GeoLocation !== undefined)
        return 'geolocation';
    if (set.GeoProximityLocation !== undefined)
        return 'geoproximity';
    if (set.Failover !== undefined)
        return 'failover';
    if (set.MultiValueAnswer !== undefined)
        return 'multivalue';
    return set.CidrRoutingConfig === undefined ? 'simple' : 'cidr';
}
/** Only weighted sets are ever written, so that is all it knows. */
function fromRecordSet(set) {
    return {
        Name: set.name,
        // The service knows more types than this version of its client.
        Type: set.type,
        SetIdentifier: set.setIdentifier,
        Weight: set.weight,
        TTL: set.ttl,
        ResourceRecords: set.values?.map((Value) => ({ Value })),
        AliasTarget: set.alias && {
            HostedZoneId: set.alias.zoneId,
            DNSName: set.alias.name,
            EvaluateTargetHealth: set.alias.evaluateTargetHealth,
        },
        HealthCheckId: set.healthCheckId,
    };
}
async function route53_absentAsUndefined(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof ports/* AwsError */.G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/aws/traffic-controls.ts





/** Where the partition `aws` has the control planes of its global services. */
const GLOBAL_REGION = 'us-east-1';
/** Region of Route 53's control plane in a partition. */
function globalRegion(partition) {
    return (0,regions/* findPartition */.cj)(partition)?.edgeRegion ?? GLOBAL_REGION;
}
/**
 * The control planes of traffic drivers for one caller. Each is asked where it is, whatever the caller's region.
 * @param checked hands out no client before the account of the caller was checked
 */
function createTrafficControls(clients, caller, partition, checked, account) {
    const region = globalRegion(partition);
    return {
        route53: createRoute53(checked(() => clients.route53(region, caller))),
        keyValueStore: createKeyValueStore(checked(() => clients.keyValueStore(region, caller))),
        schedules: createSchedules({
            client: checked(() => clients.scheduler(region, caller)),
            region,
            partition,
            account,
        }),
        globalAccelerator: createGlobalAccelerator(checked(() => clients.globalAccelerator(caller))),
    };
}

;// CONCATENATED MODULE: ./src/aws/session.ts





















/** Credentials handed to a child process cannot be renewed there: they should last for a whole deployment. */
const CHILD_VALID_MS = 50 * 60_000;
/** Everything of one account, region and role. Each client is made when first used, and only once its account is checked. */
function createSession(options) {
    const { target, credentials, clients, identities, env } = options;
    const { region, partition } = target;
    const caller = { credentials, explain: (error) => explainCallError(error, target, true) };
    const sts = lazy(() => clients.sts(region, { credentials }));
    const checkedAccount = lazy(() => checkAccount(target, credentials, identities, sts));
    /** No client is handed out for an account that is not the configured one. */
    const checked = (make) => lazy(async () => {
        const [client] = await Promise.all([make(), checkedAccount()]);
        return client;
    });
    const polls = async () => options.polls(`${await checkedAccount()} ${region}`);
    const times = createServerTimes();
    const s3 = checked(async () => {
        const client = await clients.s3(region, caller);
        times.watch(client);
        return client;
    });
    const dynamodb = checked(async () => {
        const client = await clients.dynamodb(region, caller);
        times.watch(client);
        return client;
    });
    const lambda = checked(() => clients.lambda(region, caller));
    const cloudwatch = checked(() => clients.cloudwatch(region, caller));
    const recoveryCluster = async (endpoint) => {
        const [client] = await Promise.all([clients.recoveryCluster(endpoint, caller), checkedAccount()]);
        return client;
    };
    const signed = { env, credentials, partition, region, recorded: options.recorded };
    return {
        target: target.name,
        region,
        partition,
        account: checkedAccount,
        cloudformation: createCloudFormation({
            client: checked(async () => {
                const client = await clients.cloudformation(region, caller);
                const budget = await polls();
                watchThrottling(client, () => budget.throttled());
                return client;
            }),
            polls,
        }),
        storage: createStorage({ client: s3, owner: checkedAccount, serverTime: times.of, idleMs: options.idleMs }),
        traffic: createTrafficControls(clients, caller, partition, checked, checkedAccount),
        parameter: createParameters(checked(() => clients.ssm(region, caller)), options.maskSecret),
        alarmKinds: createAlarmKinds(cloudwatch),
        monitoring: createMonitoring(cloudwatch),
        functions: createFunctions(lambda),
        mappings: createEventSourceMappings(lambda),
        rules: createEventRules(checked(() => clients.eventBridge(region, caller))),
        schedules: createScheduleStates(checked(() => clients.scheduler(region, caller)), options.clock),
        laterCalls: createSchedules({
            client: checked(() => clients.scheduler(region, caller)),
            region,
            partition,
            account: checkedAccount,
        }),
        routingControls: createRoutingControls(recoveryCluster),
        regionSwitch: createRegionSwitch({
            env,
            region,
            partition,
            recorded: options.recorded,
            credentials: async () => {
                await checkedAccount();
                return credentials;
            },
        }),
        codeDeploy: createCodeDeploy(checked(() => clients.codeDeploy(region, caller))),
        queues: {
            async depth({ name, account }) {
                const own = await checkedAccount();
                const { queueDepth } = await __webpack_require__.e(/* import() */ 5425).then(__webpack_require__.bind(__webpack_require__, 55425));
                return queueDepth({ name, account: account ?? own }, signed);
            },
        },
        readiness: createReadinessSource({
            lambda,
            recoveryCluster,
            route53: checked(() => clients.route53(globalRegion(partition), caller)),
            async certificate(domain) {
                await checkedAccount();
                const { certificateOf } = await __webpack_require__.e(/* import() */ 4625).then(__webpack_require__.bind(__webpack_require__, 64625));
                return certificateOf(domain, signed);
            },
            async apiThrottle() {
                await checkedAccount();
                return (await __webpack_require__.e(/* import() */ 5783).then(__webpack_require__.bind(__webpack_require__, 25783))).apiThrottle(signed);
            },
            async listenerCertificates(listener) {
                await checkedAccount();
                return (await __webpack_require__.e(/* import() */ 1852).then(__webpack_require__.bind(__webpack_require__, 61852))).listenerCertificates(listener, signed);
            },
            async distributionCertificate(distribution, name) {
                await checkedAccount();
                const { distributionCertificate } = await __webpack_require__.e(/* import() */ 1852).then(__webpack_require__.bind(__webpack_require__, 61852));
                return distributionCertificate(distribution, name, { ...signed, region: globalRegion(partition) });
            },
            tableCapacity: async () => (await __webpack_require__.e(/* import() */ 5783).then(__webpack_require__.bind(__webpack_require__, 25783))).tableCapacity(dynamodb),
        }),
        leftovers: createLeftovers({ s3, logs: checked(() => clients.logs(region, caller)), owner: checkedAccount }),
        heartbeats: createHeartbeats(dynamodb, times.of),
        async hasIdentityProvider(arn) {
            await checkedAccount();
            const { hasIdentityProvider } = await __webpack_require__.e(/* import() */ 3624).then(__webpack_require__.bind(__webpack_require__, 43624));
            return hasIdentityProvider(arn, { env, credentials, partition, recorded: options.recorded });
        },
        async environment() {
            await checkedAccount();
            const { accessKeyId, secretAccessKey, sessionToken } = await credentials.get(CHILD_VALID_MS);
            return {
                ...(0,aws_endpoint/* endpointVariables */.Fy)(env),
                AWS_ACCESS_KEY_ID: accessKeyId,
                AWS_SECRET_ACCESS_KEY: secretAccessKey,
                ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
                AWS_REGION: region,
                AWS_DEFAULT_REGION: region,
                AWS_STS_REGIONAL_ENDPOINTS: 'regional',
            };
        },
    };
}
async function checkAccount(target, credentials, identities, sts) {
    const account = await identities.account(credentials, target, sts);
    if (target.account !== undefined && target.account !== account) {
        throw wrongAccount(target.name, target.account, account, 'its credentials belong to');
    }
    return account;
}
/** Made once, when first asked for; a failure is not kept, so that the next caller tries again. */
function lazy(make) {
    let made;
    return () => {
        if (made)
            return made;
        const attempt = make();
        made = attempt;
        attempt.catch(() => {
            if (made === attempt)
                made = undefined;
        });
        return attempt;
    };
}

// EXTERNAL MODULE: ./node_modules/@smithy/node-http-handler/dist-cjs/index.js
var dist_cjs = __webpack_require__(61279);
;// CONCATENATED MODULE: ./src/aws/proxy.ts
/**
 * Proxy for a URL by the usual variables (lower case wins, as in curl), or undefined to connect directly.
 * `NO_PROXY` holds hosts, domain suffixes with or without a leading dot, `host:port`, or `*`.
 */
function proxyFor(env, url) {
    const secure = url.protocol === 'https:';
    const names = secure ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const proxy = first(env, [...names, 'all_proxy', 'ALL_PROXY']);
    if (!proxy)
        return undefined;
    const port = url.port || (secure ? '443' : '80');
    const exceptions = first(env, ['no_proxy', 'NO_PROXY']) ?? '';
    if (exceptions.split(/[\s,]+/).some((entry) => matches(entry, url.hostname.toLowerCase(), port)))
        return undefined;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}
function first(env, names) {
    return names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}
function matches(entry, host, port) {
    if (entry === '')
        return false;
    if (entry === '*')
        return true;
    const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (wantedPort !== undefined && wantedPort !== port)
        return false;
    const suffix = name.replace(/^\*?\./, '');
    return host === suffix || host.endsWith(`.${suffix}`);
}

;// CONCATENATED MODULE: ./src/aws/transport.ts



const DEFAULT_TIMEOUTS = { connectMs: 5_000, idleMs: 20_000 };
/** A body that is being read may rest this long: its reader may be held up by a slow upload. */
const READING_IDLE_MS = 600_000;
/** A function may think this long before it answers (Lambda quotas, function timeout), and nothing is sent meanwhile. */
const INVOKING_IDLE_MS = 900_000;
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 200 };
const SILENT = { trace() { }, debug() { }, info() { }, warn() { }, error() { } };
/** No answer: no connection, a broken one, or silence. `code` is Node's, absent for the time limits above. */
class ConnectionError extends Error {
    code;
    constructor(cause) {
        const { name, code, message } = cause;
        super(message || code || String(cause), { cause });
        this.name = name ?? 'ConnectionError';
        if (code !== undefined)
            this.code = code;
    }
}
/**
 * The one way out: connections are kept and shared by all clients, silent ones are given up, and requests go through
 * the proxy that the environment names for their host.
 */
function createTransport(env, timeouts = DEFAULT_TIMEOUTS) {
    const handlers = new Map();
    function handlerFor(request) {
        const { protocol, hostname, port } = request;
        const proxy = proxyFor(env, { protocol, hostname, port: port === undefined ? '' : String(port) });
        const patience = patienceFor(request);
        const key = `${patience} ${proxy ?? ''}`;
        const known = handlers.get(key);
        if (known)
            return known;
        const made = createHandler(env, proxy, timeouts, patience);
        handlers.set(key, made);
        return made;
    }
    return {
        metadata: { handlerProtocol: 'http/1.1' },
        async handle(request, options) {
            try {
                return await (await handlerFor(request)).handle(request, options);
            }
            catch (error) {
                throw new ConnectionError(error);
            }
        },
        destroy() {
            for (const handler of handlers.values())
                void handler.then((made) => made.destroy());
            handlers.clear();
        },
        updateHttpClientConfig() { },
        httpHandlerConfigs: () => ({}),
    };
}
function patienceFor({ path, query }) {
    if (query?.['x-id'] === 'GetObject')
        return 'reading';
    return /^\/2015-03-31\/functions\/[^/]+\/invocations$/.test(path) ? 'invoking' : 'usual';
}
async function createHandler(env, proxy, timeouts, patience) {
    const tls = await trusted(env);
    const agents = proxy === undefined
        ? { httpAgent: AGENT_OPTIONS, httpsAgent: { ...AGENT_OPTIONS, ...tls } }
        : await proxyAgents(proxy, tls);
    return new dist_cjs.NodeHttpHandler({
        ...agents,
        logger: SILENT,
        connectionTimeout: timeouts.connectMs,
        ...(patience === 'reading'
            ? { socketTimeout: READING_IDLE_MS, requestTimeout: timeouts.idleMs, throwOnRequestTimeout: true }
            : { socketTimeout: patience === 'invoking' ? INVOKING_IDLE_MS : timeouts.idleMs }),
    });
}
/** Certificates of `AWS_CA_BUNDLE`, as the AWS CLI and SAM take them; the SDK itself knows only NODE_EXTRA_CA_CERTS. */
async function trusted(env) {
    const file = env['AWS_CA_BUNDLE'];
    return file ? { ca: await (0,promises_.readFile)(file, 'utf8') } : {};
}
async function proxyAgents(proxy, tls) {
    const [{ HttpsProxyAgent }, { HttpProxyAgent }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2792), __webpack_require__.e(1566)]).then(__webpack_require__.bind(__webpack_require__, 71566)),
        Promise.all(/* import() */[__webpack_require__.e(2792), __webpack_require__.e(8947)]).then(__webpack_require__.bind(__webpack_require__, 28947)),
    ]);
    const httpsAgent = new HttpsProxyAgent(proxy, { ...AGENT_OPTIONS, ...tls });
    // The agent uses its own settings for the proxy's certificate only; these are for the server behind it.
    Object.assign(httpsAgent.options, tls);
    return { httpAgent: new HttpProxyAgent(proxy, AGENT_OPTIONS), httpsAgent };
}

;// CONCATENATED MODULE: ./src/aws/index.ts











function createAws(options) {
    const { env, clock } = options;
    const ledger = createLedger();
    const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
    const transport = createTransport(env, timeouts);
    const contacts = createContacts(ledger, clock);
    const clients = createClientFactory({ env, clock, ledger, contacts, transport, userAgent: options.userAgent });
    const identities = createIdentities(clock);
    const polls = createRateLimits(clock);
    const resolve = createResolver({
        env,
        clock,
        transport,
        clients,
        ledger,
        contacts,
        identities,
        sessionName: (0,role_arn/* cleanSessionName */.Vk)(options.sessionName),
        maskSecret: options.maskSecret,
        ...(options.idToken === undefined ? {} : { idToken: options.idToken }),
    });
    const sessions = new Map();
    let leftOut = { targets: new Set(), regions: new Set() };
    return {
        ledger,
        leaveOut(what) {
            leftOut = what;
        },
        restrictContacts: contacts.restrict,
        session(target) {
            if (isLeftOut(target, leftOut))
                return leftOutSession(target);
            const { region, partition, account, credentials } = target;
            const key = JSON.stringify([region, partition, account, Object.entries(credentials).sort()]);
            const known = sessions.get(key);
            if (known)
                return known.target === target.name ? known : { ...known, target: target.name };
            const made = createSession({
                target,
                idleMs: timeouts.idleMs,
                credentials: resolve(target),
                clients,
                identities,
                env,
                clock,
                polls,
                maskSecret: options.maskSecret,
                recorded: (call) => recordingTransport(transport, ledger, contacts, clock, call),
            });
            sessions.set(key, made);
            return made;
        },
        apart: (limits) => createAws({ ...options, timeouts: limits }),
        close() {
            // What nobody waits for any more, because its region is silent, is not tried again: it would hold the process.
            contacts.restrict(() => 'the run has ended');
            transport.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./src/github/id-token.ts

/**
 * Fetches fresh GitHub OIDC tokens, where the job offers them (`permissions: id-token: write`); undefined elsewhere.
 * `getIDToken` of `@actions/core` does the same and writes workflow commands to standard output, which holds the
 * result document of the command line; its HTTP client (proxies, retries) is used without that.
 */
function gitHubIdToken(env, log) {
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !bearer)
        return undefined;
    return async (audience) => {
        const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942)]).then(__webpack_require__.bind(__webpack_require__, 44942)),
            __webpack_require__.e(/* import() */ 2145).then(__webpack_require__.bind(__webpack_require__, 92145)),
        ]);
        const client = new HttpClient('sam-multi-region', [new BearerCredentialHandler(bearer)], {
            allowRetries: true,
            maxRetries: 5,
        });
        const asked = { service: 'GitHub', action: 'OIDC token', region: '', endpoint: new URL(url).host };
        const { statusCode, result } = await log.through(asked, () => client.getJson(`${url}&audience=${encodeURIComponent(audience)}`));
        if (result?.value)
            return result.value;
        throw new errors/* UserError */.yo('oidc-token-refused', `GitHub gave no OIDC token (HTTP ${statusCode})`, {
            fix: ['Run the job again; if it stays, check https://www.githubstatus.com and `permissions: id-token: write`.'],
        });
    };
}

// EXTERNAL MODULE: ./src/origin.ts
var src_origin = __webpack_require__(52837);
// EXTERNAL MODULE: ./src/process/contact-log.ts
var contact_log = __webpack_require__(21834);
// EXTERNAL MODULE: ./src/process/machine.ts
var machine = __webpack_require__(15356);
// EXTERNAL MODULE: ./src/process/recorded-ports.ts
var recorded_ports = __webpack_require__(99444);
// EXTERNAL MODULE: ./src/process/spawn.ts + 1 modules
var spawn = __webpack_require__(85903);
// EXTERNAL MODULE: ./src/read-if-there.ts
var read_if_there = __webpack_require__(20112);
// EXTERNAL MODULE: ./src/real-clock.ts
var real_clock = __webpack_require__(43676);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(54285);
;// CONCATENATED MODULE: ./src/report/redactor.ts

const MASK = '***';
const SHORTEST = 4;
/** Lines of a multi-line secret are secrets too (a private key printed line by line), unless they are mere punctuation. */
const SHORTEST_LINE = 8;
/** `onAdd` hears every new value, once: a runner can be told to mask it as well. */
function createRedactor(options = {}) {
    const known = new Set();
    /** Forms by their first four characters, so that a text is read once however many secrets there are. */
    const forms = new Map();
    const register = (form) => {
        if (form.length < SHORTEST)
            return;
        const start = form.slice(0, SHORTEST);
        forms.set(start, (forms.get(start) ?? new Set()).add(form));
    };
    const longestAt = (text, index) => {
        let longest = 0;
        for (const form of forms.get(text.slice(index, index + SHORTEST)) ?? []) {
            if (form.length > longest && text.startsWith(form, index))
                longest = form.length;
        }
        return longest;
    };
    return {
        add(value) {
            if (value.trim().length < SHORTEST)
                return false;
            if (known.has(value))
                return true;
            known.add(value);
            // One that was read from a file has a line end that nobody prints with it.
            for (const form of [...formsOf(value), ...formsOf(value.trim())])
                register(form);
            for (const line of value.split(/\r?\n/)) {
                if (line !== value && line.trim().length >= SHORTEST_LINE)
                    formsOf(line.trim()).forEach(register);
            }
            options.onAdd?.(value);
            return true;
        },
        redact(text) {
            if (forms.size === 0 || text.length < SHORTEST)
                return text;
            let [out, copied, hiddenTo] = ['', 0, 0];
            for (let index = 0; index + SHORTEST <= text.length; index += 1) {
                const length = longestAt(text, index);
                if (length === 0)
                    continue;
                // Secrets may overlap in a text: what they cover together is hidden as one.
                if (index >= hiddenTo)
                    out += (hiddenTo > 0 ? MASK : '') + text.slice(copied, index);
                hiddenTo = Math.max(hiddenTo, index + length);
                copied = hiddenTo;
            }
            return hiddenTo === 0 ? text : out + MASK + text.slice(copied);
        },
    };
}
function formsOf(value) {
    const json = JSON.stringify(value).slice(1, -1);
    const url = encodeURIComponent(value.toWellFormed());
    return new Set([
        value,
        json,
        JSON.stringify(json).slice(1, -1),
        url,
        url.replaceAll('%20', '+'),
        url.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
        // Stricter encoders (AWS signatures) also escape these.
        url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
        ...base64Forms(value),
        // As comments and summaries show it.
        (0,markdown/* escapeMarkdown */.FV)(value),
        (0,markdown/* code */.aY)(value).slice('<code>'.length, -'</code>'.length),
    ]);
}
/** Base64 of the value alone, and the part that is the same wherever it stands inside a longer encoded text. */
function base64Forms(value) {
    const bytes = Buffer.from(value, 'utf8');
    const whole = bytes.toString('base64');
    const inner = [0, 1, 2].map((shift) => {
        const first = (3 - shift) % 3;
        const end = first + Math.floor((bytes.length - first) / 3) * 3;
        return bytes.subarray(first, end).toString('base64');
    });
    const all = [whole, whole.replace(/=+$/, ''), ...inner.filter((text) => text.length >= 8)];
    return [...all, ...all.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

// EXTERNAL MODULE: ./src/report/reporter.ts
var report_reporter = __webpack_require__(4969);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/compose.ts














/**
 * What every process of a job can read. The runner masks them in its log alone, and what a build prints of them may come into a
 * comment or an artifact. Credentials of AWS are masked when they are used.
 */
const RUNNER_SECRETS = [
    'GITHUB_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
];
/** Wires the ports to real parts. The only place that does. */
async function compose(shell) {
    const clock = real_clock/* realClock */.d;
    const redactor = createRedactor(shell.onSecret === undefined ? {} : { onAdd: shell.onSecret });
    for (const name of RUNNER_SECRETS)
        redactor.add(shell.env[name] ?? '');
    const log = (0,contact_log/* createContactLog */.D)(clock);
    let userAgent = `sam-multi-region/${version/* version */.r}`;
    const connect = async (token, { repository, mostWaitMs, afterCancel }) => {
        const [{ createGitHub }, { redactedGitHub }, { gitHubSettings }] = await Promise.all([
            __webpack_require__.e(/* import() */ 6319).then(__webpack_require__.bind(__webpack_require__, 16319)),
            __webpack_require__.e(/* import() */ 2991).then(__webpack_require__.bind(__webpack_require__, 62991)),
            __webpack_require__.e(/* import() */ 9518).then(__webpack_require__.bind(__webpack_require__, 29518)),
        ]);
        const env = { ...shell.env, ...(repository !== undefined && { GITHUB_REPOSITORY: repository }) };
        const settings = gitHubSettings(env, token, shell.nameOption);
        redactor.add(settings.token);
        const { signal } = shell;
        const github = await createGitHub(settings, userAgent, {
            clock,
            ...(!afterCancel && { signal }),
            ...(mostWaitMs !== undefined && { mostWaitMs }),
        });
        const place = { service: 'GitHub', region: '', endpoint: new URL(settings.apiUrl).host };
        return (0,recorded_ports/* recordMethods */.qP)(redactedGitHub(github, redactor.redact), place, log);
    };
    const writeFileAt = async (path, text) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text);
    };
    const save = (path, text) => writeFileAt((0,external_node_path_.resolve)(shell.cwd, path), text);
    const reports = (await shell.reports?.({ clock, signal: shell.signal, connect, save })) ?? [];
    const reporter = (0,report_reporter/* createReporter */.A)({
        clock,
        renderers: [...shell.renderers, ...reports],
        redactor,
        onRendererFailure: (text) => shell.warn(`a part of the output is missing: ${redactor.redact(text)}`),
    });
    const origin = await (0,src_origin/* findOrigin */.U)({
        ...shell,
        spawn: spawn/* spawnProcess */.N,
        random: () => clock.random(),
        pid: process.pid,
        platform: process.platform,
    });
    userAgent += ` run/${origin.runId}`;
    const idToken = gitHubIdToken(shell.env, log);
    const aws = createAws({
        env: shell.env,
        clock,
        report: reporter.report,
        maskSecret: (value) => redactor.add(value),
        userAgent,
        sessionName: `sam-multi-region-${origin.runId}`,
        ...(idToken !== undefined && { idToken }),
    });
    const ports = (0,recorded_ports/* recordPorts */.S0)({
        spawn: spawn/* spawnProcess */.N,
        http: async (request) => {
            const { createHttpPort } = await __webpack_require__.e(/* import() */ 9116).then(__webpack_require__.bind(__webpack_require__, 79116));
            const file = shell.env['AWS_CA_BUNDLE'];
            return createHttpPort(file ? (0,read_if_there/* readIfThere */.q)(file) : undefined)(request);
        },
        names: {
            servers: async (zone, resolver) => (await __webpack_require__.e(/* import() */ 9201).then(__webpack_require__.bind(__webpack_require__, 29201))).serversOf(zone, resolver),
            addresses: async (name, server) => (await __webpack_require__.e(/* import() */ 9201).then(__webpack_require__.bind(__webpack_require__, 29201))).answerOf(name, server),
        },
    }, log, clock);
    const context = {
        ...ports,
        contacted: log.contacts,
        cwd: shell.cwd,
        version: version/* version */.r,
        program: process.argv[1],
        env: shell.env,
        clock,
        report: reporter.report,
        signal: shell.signal,
        aws,
        gitHub: (token, more = {}) => connect(token, more),
        origin,
        processGone: machine/* isProcessGone */.D,
        readFile: read_if_there/* readIfThere */.q,
        writeFile: writeFileAt,
        hide: (value) => void redactor.add(value),
        nameOption: shell.nameOption,
        confirm: shell.confirm,
        prompt: shell.prompt,
    };
    return {
        context,
        close: async () => {
            await reporter.close();
            aws.close();
        },
    };
}


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ InternalError),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * Something the user or their AWS account has to change. Printed without a stack trace; nothing was changed
 * when it is thrown before the first write.
 */
class UserError extends Error {
    name = 'UserError';
    /** Stable kebab-case code: tests and scripts may rely on it, texts may change. */
    code;
    fix;
    location;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.fix = details.fix ?? [];
        this.location = details.location;
    }
}
/** Several findings of one check (all errors of a configuration file, all refused artifacts). */
class UserErrors extends UserError {
    errors;
    constructor(code, message, errors) {
        super(code, message);
        this.errors = errors;
    }
}
/** A defect of this program: printed with its stack and a request to report it. */
class InternalError extends Error {
    name = 'InternalError';
}
/** Any thrown value as text that can stand in a sentence; SDK errors without a message give name, status and request id. */
function errorText(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.message)
        return error.message;
    const metadata = error.$metadata;
    return [
        error.name,
        metadata?.httpStatusCode && `HTTP ${metadata.httpStatusCode}`,
        metadata?.requestId && `request ${metadata.requestId}`,
    ]
        .filter(Boolean)
        .join(', ');
}


/***/ }),

/***/ 85015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ headOfEvent),
/* harmony export */   Rj: () => (/* binding */ numberOfEvent),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   qY: () => (/* binding */ asRecord)
/* harmony export */ });
/* harmony import */ var _number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75750);

/** The event that started this workflow run, as the runner keeps it; empty where there is none that can be read. */
function readEvent(env, readFile) {
    const path = env['GITHUB_EVENT_PATH'];
    const content = path ? readFile(path) : undefined;
    if (content === undefined)
        return {};
    try {
        return asRecord(JSON.parse(content));
    }
    catch {
        return {};
    }
}
/** Number of the pull request that an event is about: of one itself, or of a comment on one. */
function numberOfEvent(event) {
    const issue = asRecord(event['issue']);
    const number = asRecord(event['pull_request'])['number'] ?? (issue['pull_request'] ? issue['number'] : undefined);
    return typeof number === 'number' ? (0,_number_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNumber */ .$)(String(number)) : undefined;
}
/** Last commit of the branch of the pull request that an event is about. */
function headOfEvent(event) {
    const sha = asRecord(asRecord(event['pull_request'])['head'])['sha'];
    return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined;
}
/** The members of an object; of anything else none. */
function asRecord(value) {
    return typeof value === 'object' && value !== null ? value : {};
}


/***/ }),

/***/ 75750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseNumber)
/* harmony export */ });
/** The number of a pull request; undefined when the text is none. GitHub's stay far below what is taken here. */
function parseNumber(text) {
    return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 22236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yi: () => (/* binding */ REPORT_WAIT_MS),
  oW: () => (/* binding */ chosenReports),
  Yn: () => (/* binding */ createReports),
  tM: () => (/* binding */ workflowRun)
});

// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(85015);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/number.ts
var github_number = __webpack_require__(75750);
;// CONCATENATED MODULE: ./src/github/pull-request-number.ts



/**
 * The pull request that `comment` means.
 * @param value a number; `true` for that of this workflow run; `false` for none
 * @returns undefined for none, and when the run belongs to none
 * @throws UserError `pull-request-invalid`
 */
function pullRequestNumber(value, env, readFile, called) {
    if (/^false$/i.test(value))
        return undefined;
    if (/^true$/i.test(value))
        return numberOfRun(env, readFile);
    const [, digits = ''] = /^#?(.*)$/.exec(value) ?? [];
    const number = (0,github_number/* parseNumber */.$)(digits);
    if (number !== undefined)
        return number;
    throw new errors/* UserError */.yo('pull-request-invalid', `${called} is "${value}", which is no number of a pull request`, {
        fix: ['Write the number, such as 7, or true for the pull request of the workflow run.'],
    });
}
/** From the event that started the run, or from the ref of events that have none. */
function numberOfRun(env, readFile) {
    const [, ofRef = ''] = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '') ?? [];
    return (0,github_event/* numberOfEvent */.Rj)((0,github_event/* readEvent */.j_)(env, readFile)) ?? (0,github_number/* parseNumber */.$)(ofRef);
}

;// CONCATENATED MODULE: ./src/github/reports.ts


/** What is told on GitHub may wait this long for GitHub, milliseconds; the work itself is done by then. */
const REPORT_WAIT_MS = 90_000;
/**
 * @param nameOption how messages call an option
 * @throws UserError for values that can never be right
 */
function chosenReports(options, env, readFile, nameOption) {
    const { comment } = options;
    if (comment === undefined)
        return { notes: [] };
    const called = nameOption('comment');
    const pullRequest = pullRequestNumber(comment, env, readFile, called);
    if (pullRequest !== undefined)
        return { pullRequest, notes: [] };
    return /^true$/i.test(comment)
        ? { notes: [`${called} has no effect: this run belongs to no pull request`] }
        : { notes: [] };
}
/** The run that the runner's variables name. */
function workflowRun(env, readFile) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    // GITHUB_SHA of a pull request is a merge that nobody ever sees.
    const commit = (0,github_event/* headOfEvent */.AI)((0,github_event/* readEvent */.j_)(env, readFile)) ?? env['GITHUB_SHA'];
    const known = repository && id && /^\d+$/.test(id);
    return {
        ...(known && { number: Number(id), runUrl: `${server}/${repository}/actions/runs/${id}` }),
        ...(/^\d{1,9}$/.test(env['GITHUB_RUN_ATTEMPT'] ?? '') && { attempt: Number(env['GITHUB_RUN_ATTEMPT']) }),
        ...(commit && { commit }),
        ...(env['GITHUB_SHA'] && { sha: env['GITHUB_SHA'] }),
    };
}
/** The renderers that tell what happens on GitHub. */
async function createReports(command, reports, options, ports) {
    for (const note of reports.notes)
        ports.say(note);
    const made = [];
    if (command === 'plan' && reports.pullRequest !== undefined) {
        const { createPlanComment } = await __webpack_require__.e(/* import() */ 8144).then(__webpack_require__.bind(__webpack_require__, 8144));
        made.push(createPlanComment(reports.pullRequest, options, ports));
    }
    if (options.deployments) {
        const { createDeploymentRecords } = await __webpack_require__.e(/* import() */ 2268).then(__webpack_require__.bind(__webpack_require__, 12268));
        made.push(createDeploymentRecords(options, ports));
    }
    const outcomeFile = options['outcome-file'];
    if (outcomeFile !== undefined) {
        const { createOutcomeFile } = await __webpack_require__.e(/* import() */ 4254).then(__webpack_require__.bind(__webpack_require__, 94254));
        made.push(createOutcomeFile(outcomeFile, options, ports));
    }
    return made;
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ jsonObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/** What a JSON text says; undefined for what is none, so that a reader of stored documents takes it for damaged. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A JSON object; undefined for lists and everything else. */
function jsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}


/***/ }),

/***/ 36040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ definitions)
});

// EXTERNAL MODULE: ./src/template/shift-types.ts
var shift_types = __webpack_require__(36026);
;// CONCATENATED MODULE: ./src/options/canary-options.ts

/** Options of the canary inside a region. */
const canaryOptions = {
    'in-region': {
        kind: { type: 'choice', choices: [...shift_types/* SHIFT_TYPES */.p, 'none'] },
        description: 'How CodeDeploy moves functions that publish an alias and have no `DeploymentPreference`, when there is no configuration file: it is added to the template that is packaged.',
        default: '`none`: they switch to new code at once',
        commands: ['deploy', 'plan'],
    },
};

// EXTERNAL MODULE: ./src/options/model.ts
var model = __webpack_require__(54903);
;// CONCATENATED MODULE: ./src/options/credential-options.ts

/** How the roles of the targets are assumed, and with what. */
const credentialOptions = {
    'external-id': { kind: { type: 'string' }, description: 'External id for `role-to-assume`.', commands: model/* onAws */.n },
    'role-via': {
        kind: { type: 'list' },
        description: 'Roles to assume one after the other before `role-to-assume` (role chaining).',
        commands: model/* onAws */.n,
    },
    'role-duration': {
        kind: { type: 'duration' },
        description: 'Lifetime of the credentials; they are renewed while a rollout runs.',
        default: '`1h`',
        commands: model/* onAws */.n,
    },
    audience: {
        kind: { type: 'string' },
        description: 'Audience of the OIDC token.',
        default: '`sts.amazonaws.com`',
        commands: model/* onAws */.n,
    },
    profile: {
        kind: { type: 'string' },
        description: 'Profile of the shared AWS configuration as base credentials. `bootstrap` takes `ACCOUNT=PROFILE,…` too.',
        commands: [...model/* onAws */.n, 'bootstrap'],
    },
};

// EXTERNAL MODULE: ./src/records/drill-record.ts
var drill_record = __webpack_require__(10533);
;// CONCATENATED MODULE: ./src/options/drill-definitions.ts

const drilling = ['drill'];
/** Options of a drill. */
const drillDefinitions = {
    kind: {
        kind: { type: 'choice', choices: drill_record/* DRILL_KINDS */.ur },
        description: '`readiness`: whether the target could take over; nothing is moved. `probe`: ask what users ask for the time of `hold`. `switchover`: move traffic there and back. `outage`: the same after the failure that `failover.drill.inject` puts into what is left.',
        commands: drilling,
    },
    hold: {
        kind: { type: 'duration' },
        description: 'How long traffic stays away, or probes are asked.',
        default: '`failover.drill.hold`',
        commands: drilling,
    },
    end: {
        kind: { type: 'boolean' },
        description: 'Instead of `kind`: end a drill whose process died. What was injected is taken back, and traffic goes where it is good.',
        commands: drilling,
    },
};

;// CONCATENATED MODULE: ./src/options/failover-definitions.ts
const failing = ['failover'];
const moving = ['failover', 'failback', 'drill'];
/** Options of a failover. */
const failoverDefinitions = {
    plan: {
        kind: { type: 'string' },
        description: '`deploy`: id of a plan that `plan --keep-plan` kept; exactly that is executed, or refused when a target has moved since. Otherwise path of the failover plan that a deployment compiled (`dr-plan.json`); it needs nothing else.',
        default: 'for `failover` the copy in a region that survives, found by the configuration',
        commands: ['deploy', ...failing],
    },
    failover: {
        kind: { type: 'boolean' },
        description: '`plan`: look whether each target could take over, and say what is missing, instead of planning a deployment. `policy`: print what that needs, with `for: plan`.',
        commands: ['plan', 'policy'],
    },
    from: {
        kind: { type: 'string' },
        description: 'Target to leave where several others stay active, by its name or region; instead of `to`.',
        commands: [...failing, 'drill'],
    },
    reason: {
        kind: { type: 'string' },
        description: 'Why traffic is moved; recorded in the report and in every region that survives.',
        commands: moving,
    },
    incident: { kind: { type: 'string' }, description: 'Number or link of the incident; recorded.', commands: moving },
    confirm: {
        kind: { type: 'string' },
        description: 'The name of the target of `to` (or `from`) once more. On a terminal it is asked for.',
        commands: moving,
    },
    force: {
        kind: { type: 'boolean' },
        description: 'Go on although another failover, to somewhere else, is under way, or the target that takes over is not ready: it had no release when the plan was compiled, or does not serve at its endpoint.',
        commands: failing,
    },
    graceful: {
        kind: { type: 'boolean' },
        description: 'What is left is there: its writes and consumers stop first, replication is waited for, and until traffic moves everything can be undone. Without it nothing is asked of what is left, because it may be lost.',
        commands: failing,
    },
    fence: {
        kind: { type: 'boolean' },
        description: 'Fence the targets that are left once users are served elsewhere, although `failover.fence` is not configured. Given for a failover that is done, it fences what did not answer then.',
        commands: failing,
    },
    'override-safety-rules': {
        kind: { type: 'list' },
        description: 'ARNs of safety rules of ARC that this failover may break; they are recorded with the reason.',
        commands: failing,
    },
    'report-folder': {
        kind: { type: 'string' },
        description: 'Folder that the report is written to.',
        default: '`failover-report`; `drill`: `drill-report`',
        commands: moving,
    },
    'dr-plan-file': {
        kind: { type: 'string' },
        description: 'Also write the failover plan that is compiled at the end here, for an artifact.',
        commands: ['deploy', 'promote', 'rollback'],
    },
};

;// CONCATENATED MODULE: ./src/options/github-options.ts
/** The runner hands over defaults of `action.yml` whatever the command is, so every command takes this one. */
function tokenOption(all) {
    return {
        'github-token': {
            kind: { type: 'string' },
            description: 'Token for what is written on GitHub: comments, deployment records. On the command line the variable GITHUB_TOKEN.',
            default: 'the token of the job (`github.token`)',
            actionDefault: '${{ github.token }}',
            commands: all,
            only: 'action',
        },
    };
}
/** For runs that get no credentials. */
const checkOption = {
    'check-only': {
        kind: { type: 'boolean' },
        description: 'Check the configuration and the templates, and call nothing: for pull requests from forks and from Dependabot, which get no credentials.',
        commands: ['plan'],
    },
};
/** Jobs that may only look have a role of their own, and the configuration names that of those that deploy. */
function roleOption(onAws) {
    return {
        'role-override': {
            kind: { type: 'string' },
            description: 'IAM role to assume in every target instead of the configured ones: a name, or an ARN where all targets are in one account. For jobs that may only plan and look.',
            commands: onAws,
        },
    };
}
/** Asked of GitHub before anything is planned. */
function approvalOptions(releasing) {
    return {
        'protected-environments': {
            kind: { type: 'list' },
            description: 'GitHub environments that must ask somebody for approval: refused while one of them does not exist or has no required reviewers. Takes `actions: read`.',
            commands: releasing,
        },
    };
}
/** Options of what is told on GitHub besides the log and the summary. */
const gitHubOptions = {
    comment: {
        kind: { type: 'string' },
        description: 'One comment on the pull request with the plan, updated in place: `true` for the pull request of this workflow run, or its number. Needs `pull-requests: write`.',
        commands: ['plan'],
    },
    deployments: {
        kind: { type: 'boolean' },
        description: 'A deployment record on GitHub for each target, `ENVIRONMENT/TARGET` (or `ENVIRONMENT` where it has one target), with its state and address. Needs `deployments: write`.',
        commands: ['deploy', 'promote', 'rollback'],
    },
    'deployment-url': {
        kind: { type: 'string' },
        description: 'Output that is the address in deployment records, `OUTPUT` or `STACK.OUTPUT`.',
        default: 'the first output that is a web address, one named like `Url` or `Endpoint` first',
        commands: ['deploy', 'promote', 'rollback'],
    },
};

;// CONCATENATED MODULE: ./src/options/kept-plan-options.ts
/** Plans that a later run executes, found by their id. */
const keptPlanOptions = {
    'keep-plan': {
        kind: { type: 'boolean' },
        description: 'Keeps the change sets, and the plan beside the artifacts: its id is in the notes of the result, for `deploy --plan ID`.',
        commands: ['plan'],
    },
};

;// CONCATENATED MODULE: ./src/options/outcome-options.ts
const leaving = ['plan', 'deploy', 'promote', 'verify', 'rollback'];
/** Options of `comment`, and of the commands that leave something for it. */
const outcomeOptions = {
    'outcome-file': {
        kind: { type: 'string' },
        description: 'Leaves what became of it in this file, for the command `comment` in a job that may write on GitHub. Relative to the working directory.',
        commands: leaving,
    },
    outcomes: {
        kind: { type: 'string' },
        description: 'Folder with what other jobs left by `outcome-file`, at any depth. Those of other environments, configurations and folders are left alone.',
        commands: ['comment'],
    },
    'job-result': {
        kind: { type: 'choice', choices: ['success', 'failure', 'cancelled', 'skipped'] },
        description: 'How the deployment ended. `failure` and `cancelled` are told in one comment; `success` only changes a comment that is there.',
        default: '`failure`',
        commands: ['comment'],
    },
};

;// CONCATENATED MODULE: ./src/options/pause-options.ts
/** Where a rollout stops to be promoted, and what happens when nobody comes back. */
const pauseOptions = {
    until: {
        kind: { type: 'string' },
        description: 'Name of the wave after which the rollout waits to be promoted; it stays open, and keeps other releases out. `verify`: the last wave whose gates are asked.',
        commands: ['deploy', 'plan', 'promote', 'verify'],
    },
    leave: {
        kind: { type: 'boolean' },
        description: 'With `until`: what was deployed stays as it is when nobody ever promotes it. `drill`: traffic stays away when the drill dies, until `drill --end`.',
        commands: ['deploy', 'plan', 'promote', 'drill'],
    },
    'revert-after': {
        kind: { type: 'duration' },
        description: 'With `until`, instead of `leave`: when nobody has promoted it by then, AWS takes the traffic from the targets that have the release. Needs `traffic.revert-role`. `drill`: when the drill has not ended by then, AWS brings traffic back; by default `30m`.',
        commands: ['deploy', 'plan', 'promote', 'drill'],
    },
};

;// CONCATENATED MODULE: ./src/options/preview-options.ts
const both = ['preview', 'cleanup'];
/** Options of `preview` and `cleanup` alone. */
const previewOptions = {
    'pull-request': {
        kind: { type: 'string' },
        description: 'Number of the pull request.',
        default: 'that of the event; for `comment` the one that the commit came from',
        commands: ['preview', 'comment'],
    },
    repository: {
        kind: { type: 'string' },
        description: 'Repository on GitHub, as `OWNER/NAME`: the one that previews belong to. For `init` the one whose jobs get the roles.',
        default: 'that of the workflow run; for `init` that of the remote `origin`',
        commands: [...both, 'init'],
    },
    delete: {
        kind: { type: 'boolean' },
        description: 'Delete the preview with all it holds, also buckets that are not empty and log groups of its functions. It is deleted too when the event says that the pull request was closed.',
        commands: ['preview'],
    },
    'expires-after': {
        kind: { type: 'duration' },
        description: 'How long after the last push a preview stays although its pull request is open.',
        default: '`expires-after` of the configuration, or `7d`',
        commands: ['preview'],
    },
    express: {
        kind: { type: 'boolean' },
        description: 'Express mode of CloudFormation, where it is to be had.',
        default: '`express` of the configuration, or `true`',
        commands: ['preview'],
    },
    execute: {
        kind: { type: 'boolean' },
        description: 'Delete what was found; the same as `dry-run: false`. Without it `cleanup` only shows it.',
        commands: ['cleanup'],
    },
};

;// CONCATENATED MODULE: ./src/options/setup-definitions.ts
/** Options of `init` and `bootstrap`, which make what the other commands work with. */
const setupDefinitions = {
    application: {
        kind: { type: 'string' },
        description: 'Name of the application; the names of its roles begin with it.',
        default: '`stack_name` of `samconfig.toml`, or the name of the repository',
        commands: ['init'],
        only: 'cli',
    },
    accounts: {
        kind: { type: 'list' },
        description: '`init`: account of all regions, or `REGION=ACCOUNT` for each. `bootstrap`: only these accounts.',
        commands: ['init', 'bootstrap'],
        only: 'cli',
    },
    'bootstrap-template': {
        kind: { type: 'string' },
        description: 'The template with the roles that `init` wrote.',
        default: '`bootstrap.yaml`',
        commands: ['bootstrap'],
    },
    'print-commands': {
        kind: { type: 'boolean' },
        description: 'Print the commands of the AWS CLI that do the same, and call nobody.',
        commands: ['bootstrap'],
    },
    'repository-ids': {
        kind: { type: 'string' },
        description: 'Numeric ids of the owner and the repository, as `OWNER/REPOSITORY`: with them nobody gets the roles who takes over the name. `gh api repos/OWNER/NAME --jq \'"\\(.owner.id)/\\(.id)"\'` prints them.',
        default: 'any',
        commands: ['init'],
        only: 'cli',
    },
    branch: {
        kind: { type: 'string' },
        description: 'Branch that is deployed; its jobs may plan and clean up without an environment.',
        default: 'the default branch of the remote `origin`, or `main`',
        commands: ['init'],
        only: 'cli',
    },
    workflows: {
        kind: { type: 'list' },
        description: 'Starter workflows to write.',
        default: 'those for deploying, planning and rolling back',
        commands: ['init'],
        only: 'cli',
    },
    pin: {
        kind: { type: 'string' },
        description: 'Commit of this program that the workflows are pinned to, forty hexadecimal digits.',
        default: 'the commit of this release',
        commands: ['init'],
        only: 'cli',
    },
};

;// CONCATENATED MODULE: ./src/options/traffic-definitions.ts
const shifting = ['shift'];
/** Options of moving traffic by hand. */
const trafficDefinitions = {
    weights: {
        kind: { type: 'list' },
        description: 'New weights as `TARGET=WEIGHT` for the targets that change; or `configured`, those of the configuration; or `previous`, those before the last change.',
        commands: shifting,
    },
    percent: {
        kind: { type: 'string' },
        description: 'Percentage of all traffic for the target named by `to`; the others keep their proportions.',
        default: '`100`',
        commands: shifting,
    },
    'override-floor': {
        kind: { type: 'string' },
        description: 'Why a target may get more than `traffic.floor` allows, such as the loss of the others. The reason is kept with the weights.',
        commands: shifting,
    },
    activate: {
        kind: { type: 'list' },
        description: 'Targets that become active before the weights change.',
        commands: shifting,
    },
    deactivate: {
        kind: { type: 'list' },
        description: 'Targets that are no longer active once their traffic has gone; their new weight must be 0.',
        commands: shifting,
    },
};

;// CONCATENATED MODULE: ./src/options/wave-options.ts
/** How many targets run at once, and how many may fail, where the configuration's waves are not to be taken as they are. */
function waveOptions(rollingOut) {
    return {
        'max-concurrency': {
            kind: { type: 'string' },
            description: 'How many targets of a wave run at once: a count, or a percentage such as `50%` (rounded down, at least 1).',
            default: '`100%`',
            commands: rollingOut,
        },
        'failure-tolerance': {
            kind: { type: 'string' },
            description: 'How many targets of a wave may fail before no more are started: a count or a percentage (rounded down).',
            default: '`0`',
            commands: rollingOut,
        },
        sequential: {
            kind: { type: 'boolean' },
            description: 'One target after the other instead of waves.',
            commands: rollingOut,
        },
    };
}

;// CONCATENATED MODULE: ./src/options/definitions.ts
/**
 * Every option, declared once. The action's inputs (`action.yml`), the command line's flags, `--help` and the
 * reference page are all made from this list.
 */













const definitions_all = model/* commands */.P;
/** Commands on an environment that is written in the configuration: that of a preview is not. */
const onEnvironments = model/* commands */.P.filter((name) => name !== 'preview' && name !== 'cleanup');
/** `bootstrap` takes what to deploy where from a configuration alone. */
const withoutFile = model/* commands */.P.filter((name) => name !== 'bootstrap');
const releasing = ['deploy', 'plan'];
/** `promote` deploys what an earlier `deploy` left: it takes the same values. */
const rollingOut = ['deploy', 'plan', 'promote'];
const writing = ['deploy', 'plan', 'promote', 'remove', 'preview', 'cleanup'];
/** What makes or changes a stack with values of its own. */
const giving = [...rollingOut, 'preview'];
const definitions_shifting = ['shift'];
/** Commands that mean the whole environment. */
const wholeOnly = new Set(['failover', 'failback', 'drill']);
const definitions = {
    config: {
        kind: { type: 'string' },
        description: 'Path of `multi-region.yml`. Without it and without `regions`, `multi-region.yml` in the working directory is used when it is there.',
        commands: definitions_all,
    },
    environment: {
        kind: { type: 'string' },
        description: 'Environment of the configuration file.',
        default: 'the only one there is',
        commands: onEnvironments,
    },
    regions: {
        kind: { type: 'list' },
        description: 'Regions to deploy to, when there is no configuration file: the first alone, then the others together. `cleanup` looks in them as well as in those of the configuration.',
        commands: withoutFile,
    },
    'role-to-assume': {
        kind: { type: 'string' },
        description: 'ARN of the IAM role to assume in every target (a bare name is completed with the account of the target).',
        commands: [...model/* onAws */.n, 'bootstrap'],
    },
    'stack-name': {
        kind: { type: 'string' },
        description: 'Name of the stack, when there is no configuration file. An existing stack is adopted by naming it.',
        default: '`stack_name` of `samconfig.toml`',
        commands: definitions_all,
    },
    template: {
        kind: { type: 'string' },
        description: 'The SAM template, built or not, packaged or not.',
        default: '`template.yaml`',
        commands: withoutFile,
    },
    for: {
        kind: { type: 'choice', choices: model/* onAws */.n },
        description: 'The command whose policy is printed. On the command line it may stand behind `policy` as well.',
        default: '`deploy`',
        commands: ['policy'],
    },
    parameters: {
        kind: { type: 'pairs' },
        description: 'Template parameters as `Key=value` lines, or `file:PATH` of a YAML or JSON file. They win over the configuration file. `rollback`: only secret values that have changed since.',
        commands: [...giving, 'rollback', 'bootstrap'],
    },
    tags: {
        kind: { type: 'pairs' },
        description: 'Stack tags as `Key=value` lines. They win over the configuration file.',
        commands: giving,
    },
    capabilities: {
        kind: { type: 'list' },
        description: 'Capabilities that CloudFormation asks for.',
        default: '`CAPABILITY_IAM`, `CAPABILITY_NAMED_IAM` and `CAPABILITY_AUTO_EXPAND`',
        commands: giving,
    },
    'missing-parameters': {
        kind: { type: 'choice', choices: ['keep', 'template-default'] },
        description: 'What an update does with parameters that got no value: `keep` the deployed one, or take the `template-default`.',
        default: '`keep`',
        commands: giving,
    },
    'config-env': {
        kind: { type: 'string' },
        description: 'Table of `samconfig.toml` to read.',
        default: '`default`',
        commands: giving,
    },
    targets: {
        kind: { type: 'list' },
        description: 'Only these targets.',
        default: 'all',
        commands: model/* onAws */.n.filter((name) => name !== 'shift' && !wholeOnly.has(name)),
    },
    without: {
        kind: { type: 'list' },
        description: 'Leave these targets or regions out from the start, for example one that is lost.',
        commands: model/* onAws */.n.filter((name) => !wholeOnly.has(name)),
    },
    ...waveOptions(rollingOut),
    engine: {
        kind: { type: 'choice', choices: ['changeset', 'sam'] },
        description: '`changeset`: reviewed CloudFormation change sets. `sam`: literal `sam package` and `sam deploy` in every target.',
        default: '`changeset`',
        commands: [...releasing, 'policy'],
    },
    build: {
        kind: { type: 'choice', choices: ['auto', 'never'] },
        description: 'Whether to run `sam build`: `auto` builds unless the template is built or packaged already; `never` takes what an earlier `sam build` made.',
        default: '`auto`',
        commands: [...releasing, 'preview'],
    },
    release: {
        kind: { type: 'string' },
        description: 'Id of a release made earlier, instead of building one. For `verify` the release that must be deployed: `${release}` in gates.',
        commands: [...releasing, 'verify', 'preview'],
    },
    'look-back': {
        kind: { type: 'duration' },
        description: 'How far back gates look that judge a time: the history of alarms, metrics.',
        default: 'the bake time, or `5m`',
        commands: ['verify'],
    },
    'allow-no-gates': {
        kind: { type: 'boolean' },
        description: 'An environment without gates passes. Without this it is refused, because nothing was asked.',
        commands: ['verify'],
    },
    'plan-file': {
        kind: { type: 'string' },
        description: '`plan` keeps its change sets and writes the plan here; `deploy` executes exactly that plan and refuses when a target has moved since.',
        commands: releasing,
    },
    ...keptPlanOptions,
    ...pauseOptions,
    'allow-older': {
        kind: { type: 'boolean' },
        description: 'Deploy although a newer commit or workflow run was deployed last.',
        commands: ['deploy'],
    },
    supersede: {
        kind: { type: 'boolean' },
        description: 'Take the place of a rollout of another release that is still open. Without it such a rollout keeps a deployment out.',
        commands: ['deploy'],
    },
    'override-alarms': {
        kind: { type: 'string' },
        description: 'Why it is deployed although alarms of its gates are in ALARM already, such as the fix for what they tell. The reason is in the verdicts.',
        commands: ['deploy', 'promote'],
    },
    'artifact-bucket': {
        kind: { type: 'string' },
        description: 'Name of the bucket of each target, with `${region}` and `${account}`.',
        default: "SAM's managed bucket of the target",
        commands: [...writing, 'rollback', 'policy'],
    },
    'service-role': {
        kind: { type: 'string' },
        description: 'ARN of the service role that CloudFormation uses.',
        commands: [...writing, 'policy'],
    },
    'disable-rollback': {
        kind: { type: 'boolean' },
        description: 'Leave a failed stack as it is, for inspection.',
        commands: giving,
    },
    timeout: {
        kind: { type: 'duration' },
        description: 'Longest time for one stack. Passing it is a failure.',
        default: '`60m`',
        commands: [...writing, 'rollback'],
    },
    'lock-wait': {
        kind: { type: 'duration' },
        description: 'How long to wait for another run that holds a target; `0s` refuses at once.',
        default: '`10m`',
        commands: [...writing, ...definitions_shifting, 'rollback', 'failback', 'drill', 'abort'],
    },
    ...credentialOptions,
    'dry-run': {
        kind: { type: 'boolean' },
        description: 'Show what would happen; no change set and no empty stack stays behind. For `cleanup` the default.',
        commands: [
            'deploy',
            'promote',
            'abort',
            'remove',
            'shift',
            'rollback',
            'failover',
            'failback',
            'drill',
            'preview',
            'cleanup',
            'bootstrap',
        ],
    },
    ...trafficDefinitions,
    to: {
        kind: { type: 'string' },
        description: '`shift`: target that gets `percent` of all traffic. `failover`: the only target that is active afterwards, by its name or region. `failback`: the target that returns; by default the only one that is not active. `drill`: the only target that is active meanwhile. `rollback`: id or commit of the release to return to, or `previous`.',
        commands: [...definitions_shifting, 'rollback', 'failover', 'failback', 'drill'],
    },
    'accept-data-loss': {
        kind: { type: 'boolean' },
        description: 'A rollback may delete or replace resources that hold data, and remove replicas.',
        commands: ['deploy', 'rollback'],
    },
    'delete-stacks': {
        kind: { type: 'boolean' },
        description: 'Delete the stacks of the removed targets too; without it they are kept.',
        commands: ['remove'],
    },
    'fail-on-changes': {
        kind: { type: 'boolean' },
        description: 'End with status 1 when the plan holds a change, for a drift check.',
        commands: ['plan'],
    },
    'junit-file': {
        kind: { type: 'string' },
        description: 'Writes the result as JUnit XML here: a test case for each stack of each target, and for each verdict of a gate.',
        commands: [...writing, 'rollback', 'verify'],
    },
    'mask-aws-account-id': {
        kind: { type: 'boolean' },
        description: 'Hide account ids in logs. GitHub then also drops outputs that hold one.',
        commands: model/* onAws */.n,
    },
    output: {
        kind: { type: 'choice', choices: ['text', 'json', 'jsonl'] },
        description: '`json`: one document at the end; `jsonl`: a line for each event.',
        default: '`text`',
        commands: definitions_all,
        only: 'cli',
    },
    yes: {
        kind: { type: 'boolean' },
        description: 'Do not ask.',
        commands: ['deploy', 'promote', 'abort', 'remove', 'shift', 'rollback', 'preview', 'cleanup', 'bootstrap'],
        only: 'cli',
    },
    ...approvalOptions(releasing),
    ...gitHubOptions,
    ...outcomeOptions,
    ...checkOption,
    ...roleOption(model/* onAws */.n),
    ...tokenOption(definitions_all),
    ...canaryOptions,
    ...failoverDefinitions,
    ...drillDefinitions,
    ...previewOptions,
    'working-directory': {
        kind: { type: 'string' },
        description: 'Folder that paths start from.',
        default: 'the current folder (`.`)',
        commands: definitions_all,
    },
    ...setupDefinitions,
};


/***/ }),

/***/ 54903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ commands),
/* harmony export */   n: () => (/* binding */ onAws)
/* harmony export */ });
/** Commands that call AWS: `policy` prints what each of them needs. */
const onAws = [
    'deploy',
    'plan',
    'status',
    'verify',
    'shift',
    'rollback',
    'failover',
    'failback',
    'drill',
    'promote',
    'abort',
    'remove',
    'preview',
    'cleanup',
];
const commands = [...onAws, 'policy', 'comment', 'init', 'bootstrap'];


/***/ }),

/***/ 57342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseCommand),
  A: () => (/* binding */ parseOptions)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/topology/duration.ts
var duration = __webpack_require__(76393);
// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
// EXTERNAL MODULE: ./src/options/definitions.ts + 12 modules
var definitions = __webpack_require__(36040);
// EXTERNAL MODULE: ./src/options/model.ts
var model = __webpack_require__(54903);
;// CONCATENATED MODULE: ./src/options/pairs.ts

/**
 * Reads `Key=value` lines. The first `=` parts key and value; the value is kept as it is. Empty lines and lines that
 * start with `#` are comments. A key given twice is a mistake.
 */
function parsePairs(texts, called) {
    const values = {};
    const files = [];
    for (const line of texts.flatMap((text) => text.split('\n')).map((text) => text.trim())) {
        if (line === '' || line.startsWith('#'))
            continue;
        if (line.startsWith('file:')) {
            files.push(line.slice('file:'.length));
            continue;
        }
        const equals = line.indexOf('=');
        const key = line.slice(0, equals).trim();
        if (equals < 1 || /\s/.test(key)) {
            throw new errors/* UserError */.yo('not-a-pair', `${called} has a line that is not Key=value: ${quoted(key)}`, {
                fix: ['Write one Key=value on each line, or file:PATH.'],
            });
        }
        if (Object.hasOwn(values, key)) {
            throw new errors/* UserError */.yo('duplicate-key', `${called} gives ${key} twice`, { fix: ['Keep one of the two lines.'] });
        }
        values[key] = line.slice(equals + 1);
    }
    return { values, files };
}
/** Only a short start of the text: the line may hold a secret. */
function quoted(text) {
    return text.length > 24 ? `"${text.slice(0, 24)}…"` : `"${text}"`;
}

;// CONCATENATED MODULE: ./src/options/values.ts






/** The command by its name; an unknown one is refused with the nearest. */
function parseCommand(name, naming) {
    const found = model/* commands */.P.find((command) => command === name);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo('unknown-command', name === '' ? `${naming} is missing` : `${naming} "${name}" does not exist`, {
        fix: [(0,nearest/* didYouMean */.a)(name, model/* commands */.P)],
    });
}
/**
 * Checks raw values against the definitions. Unknown options, and options that the command does not use, are refused:
 * a typo must never deploy production.
 */
function parseOptions(command, raw, shell, naming) {
    const values = {};
    for (const [name, texts] of raw) {
        const given = texts.filter((text) => text !== '');
        const definition = lookUp(name, shell, naming);
        if (given.length === 0)
            continue;
        if (!definition.commands.includes(command)) {
            throw new errors/* UserError */.yo('option-not-used', `${naming(name)} has no effect on ${command}`, {
                fix: [`Remove it; it is for ${definition.commands.join(', ')}.`],
            });
        }
        values[name] = parseValue(definition.kind, given, naming(name));
    }
    return values;
}
function lookUp(name, shell, naming) {
    const all = definitions/* definitions */.B;
    const usable = Object.keys(all).filter((key) => all[key]?.only === undefined || all[key]?.only === shell);
    const definition = usable.includes(name) ? all[name] : undefined;
    if (definition !== undefined)
        return definition;
    throw new errors/* UserError */.yo('unknown-option', `${naming(name)} does not exist`, {
        fix: [(0,nearest/* didYouMean */.a)(name, usable)],
    });
}
function parseValue(kind, texts, called) {
    switch (kind.type) {
        case 'list':
            return texts
                .flatMap((text) => text.split(/[\n,]/))
                .map((item) => item.trim())
                .filter((item) => item !== '' && !item.startsWith('#'));
        case 'pairs':
            return parsePairs(texts, called);
        default:
            return parseSingle(kind, texts, called);
    }
}
function parseSingle(kind, texts, called) {
    const [text = ''] = texts;
    if (texts.length > 1)
        throw new errors/* UserError */.yo('option-repeated', `${called} is given ${texts.length} times`, { fix: ['Give it once.'] });
    switch (kind.type) {
        case 'boolean':
            return parseBoolean(text, called);
        case 'choice':
            return parseChoice(kind.choices, text, called);
        case 'duration':
            return parseDurationText(text, called);
        default:
            return text;
    }
}
/** YAML 1.2's booleans, as `core.getBooleanInput` takes them; anything else is a mistake, never `false`. */
function parseBoolean(text, called) {
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new errors/* UserError */.yo('not-a-boolean', `${called} is "${text}"`, { fix: ['Write true or false.'] });
}
function parseChoice(choices, text, called) {
    if (choices.includes(text))
        return text;
    throw new errors/* UserError */.yo('not-a-choice', `${called} is "${text}"`, {
        fix: [`Choose one of ${choices.join(', ')}.`],
    });
}
/** `1h30m` as milliseconds. Every number needs its unit. */
function parseDurationText(text, called) {
    const ms = (0,duration/* parseDuration */.E)(text);
    if (ms !== undefined)
        return ms;
    throw new errors/* UserError */.yo('not-a-duration', `${called} is "${text}"`, {
        fix: ['Write a number with its unit, such as 90s, 5m or 1h30m.'],
    });
}


/***/ }),

/***/ 52837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isDeadRun),
/* harmony export */   U: () => (/* binding */ findOrigin)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _process_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15356);


/** Who runs this and from which commit: GitHub says so in its variables; elsewhere git is asked, and may be missing. */
async function findOrigin(ports) {
    const { env } = ports;
    const suffix = Math.floor(ports.random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
    if (env['GITHUB_ACTIONS'] === 'true' && env['GITHUB_RUN_ID']) {
        const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: commit, GITHUB_REF_TYPE: kind, GITHUB_REF_NAME: name, } = env;
        const repository = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`;
        return {
            runId: `gh-${id}-${attempt}-${suffix}`,
            who: `${repository}/actions/runs/${id}/attempts/${attempt}`,
            ...(Number(attempt) > 0 && { attempt: { run: `${repository} ${id}`, number: Number(attempt) } }),
            ...(commit && { commit }),
            ...(kind === 'tag' && name && { tag: name }),
        };
    }
    const [commit, machine] = await Promise.all([headCommit(ports), (0,_process_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .machineOf */ .V)(ports)]);
    return {
        runId: machine === undefined ? `run-${suffix}` : `run-${machine.slice(0, MACHINE_DIGITS)}-${ports.pid}-${suffix}`,
        who: `${userName()}@${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}, process ${ports.pid}`,
        ...(machine !== undefined && { process: { machine, id: ports.pid } }),
        ...(commit !== undefined && { commit }),
    };
}
const MACHINE_DIGITS = 8;
/**
 * Whether the id of a run tells that it is over: an earlier attempt of this GitHub run, or a process of this machine that
 * is not there any more (`records/dead-holder.ts` says why that is certain).
 */
function isDeadRun(runId, own, processGone) {
    const gitHub = /^gh-(\d+)-(\d+)-/;
    const [, run, attempt] = gitHub.exec(runId) ?? [];
    if (run !== undefined) {
        const [, ownRun, ownAttempt] = gitHub.exec(own.runId) ?? [];
        return run === ownRun && Number(attempt) < Number(ownAttempt);
    }
    const [, machine, pid] = /^run-([0-9a-f]+)-([1-9]\d*)-/.exec(runId) ?? [];
    if (machine?.length !== MACHINE_DIGITS || !own.process?.machine.startsWith(machine))
        return false;
    return Number(pid) === own.process.id ? runId !== own.runId : processGone(Number(pid));
}
async function headCommit({ spawn, cwd, env }) {
    try {
        const { exitCode, tail } = await spawn('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
            cwd,
            env: { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' },
        });
        return exitCode === 0 ? tail.find((line) => /^[0-9a-f]{40,64}$/.test(line)) : undefined;
    }
    catch {
        // Without git there is no commit to show; the release has its id all the same.
        return undefined;
    }
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        // A container without a passwd entry.
        return 'unknown';
    }
}


/***/ }),

/***/ 43612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ surviveBrokenOutput),
/* harmony export */   c: () => (/* binding */ warnOn)
/* harmony export */ });
/** Says something on standard error. */
function warnOn(stderr) {
    return (text) => {
        try {
            stderr.write(`warning: ${text}\n`);
        }
        catch {
            // Closed too.
        }
    };
}
/**
 * Standard streams may go away while a run goes on (`| head`, a log that is cut): by default the next write would end
 * the process in the middle of a rollout. From now on it is said once on standard error instead.
 */
function surviveBrokenOutput({ stdout, stderr }, warn) {
    let told = false;
    stdout.on('error', (error) => {
        if (told)
            return;
        told = true;
        warn(`standard output cannot be written any more (${error.code ?? error.message}); the run goes on without it`);
    });
    stderr.on('error', () => undefined);
}


/***/ }),

/***/ 21834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createContactLog),
/* harmony export */   H: () => (/* binding */ contactError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

function createContactLog({ now }) {
    const contacts = [];
    return {
        contacts,
        add: (contact) => void contacts.push(contact),
        async through(contact, work, failed = () => undefined) {
            const at = now();
            try {
                const value = await work();
                const error = failed(value);
                contacts.push({ at, ...contact, ...(error !== undefined && { error }) });
                return value;
            }
            catch (error) {
                contacts.push({ at, ...contact, error: contactError(error) });
                throw error;
            }
        },
    };
}
/** Code of what was thrown, or its kind. */
function contactError(error) {
    const code = error?.code;
    if (typeof code === 'string')
        return code;
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error.code : error instanceof Error ? error.name : 'error';
}


/***/ }),

/***/ 15356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isProcessGone),
/* harmony export */   V: () => (/* binding */ machineOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



/**
 * A name of this boot of this machine, and of the table of processes that this one is in: two processes with the same
 * name see each other by their ids. Undefined where that cannot be said for certain: on other systems than Linux and
 * macOS, and in CI, whose machines may be restored from one snapshot and then are alike in all of this.
 */
async function machineOf({ env, cwd, spawn, platform }) {
    if (env['CI'])
        return undefined;
    try {
        if (platform === 'linux') {
            const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8');
            return digest(boot.trim(), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid'));
        }
        if (platform !== 'darwin')
            return undefined;
        const { exitCode, tail } = await spawn('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { cwd, env: {} });
        const boot = tail.find((line) => /^[0-9A-F-]{36}$/i.test(line.trim()));
        return exitCode === 0 && boot !== undefined ? digest(boot.trim()) : undefined;
    }
    catch {
        return undefined;
    }
}
/** A lease is read by others: they need to compare, not to know. */
function digest(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), ...parts]))
        .digest('hex')
        .slice(0, 24);
}
/** True when no process of this machine has this id. One that may not be asked is there. */
function isProcessGone(id) {
    try {
        process.kill(id, 0);
        return false;
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
}


/***/ }),

/***/ 99444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ recordPorts),
/* harmony export */   qP: () => (/* binding */ recordMethods),
/* harmony export */   w: () => (/* binding */ MACHINES_RESOLVER)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55572);
/* harmony import */ var _contact_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21834);



const MACHINES_RESOLVER = "the machine's resolver";
/** Codes of Node's resolver: then no connection was tried (Node.js documentation, "DNS: Error codes"; `EAI_…` of getaddrinfo). */
const NOT_RESOLVED = /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT|EAI_[A-Z]+)$/;
/** The same ports, which also write down whom they contact. */
function recordPorts({ http, names, spawn }, log, { now }) {
    return {
        names: {
            servers: (zone, server) => log.through(question('NS', server), () => names.servers(zone, server)),
            addresses: (name, server) => log.through(question('A, AAAA', server), () => names.addresses(name, server)),
        },
        spawn: (command, args, options) => log.through({ service: 'program', action: 'start', region: '', endpoint: command }, () => spawn(command, args, options), ({ exitCode }) => (exitCode === 0 ? undefined : `exit ${exitCode}`)),
        async http(request) {
            const at = now();
            const { hostname, host } = new URL(request.url);
            const { address, method, resolver } = request;
            const lookedUp = address === undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(hostname.replace(/^\[|\]$/g, '')) === 0;
            const note = (error) => {
                const failed = error !== undefined && { error };
                const nowhere = lookedUp && error !== undefined && NOT_RESOLVED.test(error);
                if (lookedUp)
                    log.add({ at, ...question('A, AAAA', resolver), ...(nowhere && failed) });
                if (nowhere)
                    return;
                const endpoint = address === undefined ? host : textOf(address);
                log.add({ at, service: 'HTTP', action: method, region: (0,_aws_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .regionInHost */ .SM)(hostname), endpoint, ...failed });
            };
            try {
                const answer = await http(request);
                note(answer.status >= 400 ? `HTTP ${answer.status}` : undefined);
                return answer;
            }
            catch (error) {
                note((0,_contact_log_js__WEBPACK_IMPORTED_MODULE_2__/* .contactError */ .H)(error));
                throw error;
            }
        },
    };
}
/** Every method of a client writes down that it was called. What is no method stays. */
function recordMethods(client, contact, log) {
    const entries = Object.entries(client).map(([action, value]) => [
        action,
        typeof value === 'function'
            ? (...args) => log.through({ ...contact, action }, async () => value.apply(client, args))
            : value,
    ]);
    return Object.fromEntries(entries);
}
function question(action, server) {
    return { service: 'DNS', action, region: '', endpoint: server === undefined ? MACHINES_RESOLVER : textOf(server) };
}
function textOf({ host, port }) {
    return port === undefined ? host : `${host}:${port}`;
}


/***/ }),

/***/ 85903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ spawnProcess)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/process/lines.ts
/** Longer lines are cut: a program that prints a whole template on one line must not fill the memory. */
const LONGEST_LINE = 16_384;
/** Cuts a stream of text into lines, whatever the chunks are. Progress bars end lines with a bare carriage return. */
function lineSplitter(onLine) {
    let rest = '';
    const emit = (line) => onLine(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
    return {
        push(text) {
            const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
            rest = parts.pop() ?? '';
            for (const part of parts)
                emit(part);
            if (rest.length > LONGEST_LINE + 1)
                rest = rest.slice(0, LONGEST_LINE + 1);
        },
        end() {
            const last = rest.replace(/\r$/, '');
            rest = '';
            if (last)
                emit(last);
        },
    };
}

;// CONCATENATED MODULE: ./src/process/spawn.ts


/** {@link Spawn} with real processes. */
const spawnProcess = async (command, args, options) => {
    const [{ spawn }, { constants }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 31421, 23)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 48161, 23))]);
    if (options.signal?.aborted)
        return { exitCode: 128 + constants.signals.SIGTERM, tail: [], aborted: true };
    const tail = [];
    const keep = options.tailLines ?? 200;
    const take = (stream) => lineSplitter((line) => {
        if (tail.push(line) > keep)
            tail.shift();
        options.onLine?.(line, stream);
    });
    const ownGroup = process.platform !== 'win32';
    const child = spawn(command, args, {
        cwd: options.cwd,
        env: { ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: false,
        windowsHide: true,
        // A group of its own: `sam build` starts npm and pip, which must end with it.
        detached: ownGroup,
    });
    const end = (signal) => {
        if (child.pid === undefined)
            return;
        try {
            if (ownGroup)
                process.kill(-child.pid, signal);
            else
                child.kill(signal);
        }
        catch {
            // Already gone.
        }
    };
    let aborted = false;
    let killTimer;
    const abort = () => {
        aborted = true;
        end('SIGTERM');
        killTimer = setTimeout(() => end('SIGKILL'), options.killAfterMs ?? 5000);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    const streams = ['stdout', 'stderr'].map((name) => {
        const lines = take(name);
        child[name].setEncoding('utf8').on('data', (text) => lines.push(text));
        return lines;
    });
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.once('error', (error) => reject(notStarted(command, options.cwd, error)));
            child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
        });
        for (const lines of streams)
            lines.end();
        return { exitCode, tail, aborted };
    }
    finally {
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', abort);
    }
};
function notStarted(command, cwd, error) {
    if (error.code === 'ENOENT') {
        return new errors/* UserError */.yo('command-not-found', `The program "${command}" was not found (started in ${cwd}).`, {
            fix: [`Install "${command}", or put it on the PATH of this process.`],
            cause: error,
        });
    }
    return new errors/* UserError */.yo('command-not-started', `The program "${command}" could not be started: ${error.message}.`, {
        fix: ['Check that the file may be executed and that the working directory exists.'],
        cause: error,
    });
}


/***/ }),

/***/ 20112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readIfThere)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** Text of a file; undefined when there is none. */
function readIfThere(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 43676:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ realClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** The clock of the machine. A sleep does not keep the process alive after a signal has ended it: it rejects at once. */
const realClock = {
    now: () => Date.now(),
    random: () => Math.random(),
    async sleep(ms, signal) {
        signal?.throwIfAborted();
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.max(0, ms), undefined, signal ? { signal } : {});
        }
        catch (error) {
            signal?.throwIfAborted();
            throw error;
        }
    },
};


/***/ }),

/***/ 10533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ isOutcome),
/* harmony export */   R_: () => (/* binding */ parseDrill),
/* harmony export */   VF: () => (/* binding */ isKind),
/* harmony export */   ln: () => (/* binding */ leftOverDrill),
/* harmony export */   uR: () => (/* binding */ openDrill),
/* harmony export */   ur: () => (/* binding */ DRILL_KINDS)
/* harmony export */ });
/* unused harmony export DRILL_OUTCOMES */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** What a drill does: nothing but look; measure; move traffic there and back; the same after a failure was injected. */
const DRILL_KINDS = ['readiness', 'probe', 'switchover', 'outage'];
/**
 * How a drill ended. `passed`: as it should. `not-measured`: it went there and back, and nobody saw what users saw.
 * `failed`: traffic is where it was, and something was not as it should be. `aborted`: it ended early, traffic is where
 * it was. `left`: traffic stays where it was moved, because it is not good where it was. `overridden`: a failover took
 * over.
 */
const DRILL_OUTCOMES = ['passed', 'not-measured', 'failed', 'aborted', 'left', 'overridden'];
/** Whether a drill was begun and not ended: by its process, which is at work, or which is dead. */
function openDrill({ drill }) {
    return drill === undefined || drill.ended !== undefined ? undefined : drill;
}
/** A drill that somebody has to end: it is open, or has ended and left something broken, or a schedule that may move traffic. */
function leftOverDrill(state) {
    const { drill } = state;
    if (drill === undefined)
        return undefined;
    return drill.ended === undefined || drill.injected || drill.returns.length > 0 ? drill : undefined;
}
/** Undefined for what is no record of a drill. */
function parseDrill(value) {
    if (value === undefined)
        return undefined;
    const { id, kind, from, to, inactiveBefore, at, who, reason, injected, returns } = value;
    const ended = endOf(value['ended']);
    const weightsBefore = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(value['weightsBefore']);
    if (!Object.values(weightsBefore ?? {}).every(Number.isInteger))
        return undefined;
    if (![id, at, who, reason].every(isText) || ![from, to, inactiveBefore].every(isNames))
        return undefined;
    if (!isKind(kind) || typeof injected !== 'boolean' || ended === null)
        return undefined;
    if (!Array.isArray(returns) || !returns.every(isReturn))
        return undefined;
    return {
        id: String(id),
        kind,
        from: from,
        to: to,
        inactiveBefore: inactiveBefore,
        at: String(at),
        who: String(who),
        reason: String(reason),
        returns,
        injected,
        ...(weightsBefore !== undefined && { weightsBefore: weightsBefore }),
        ...(ended !== undefined && { ended }),
    };
}
/** Null for what is damaged. */
function endOf(value) {
    if (value === undefined)
        return undefined;
    const { at, outcome, why } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(value) ?? {};
    if (typeof at !== 'string' || !isOutcome(outcome))
        return null;
    return { at, outcome, ...(typeof why === 'string' && { why }) };
}
const isText = (value) => typeof value === 'string';
const isNames = (value) => Array.isArray(value) && value.every(isText);
const isKind = (value) => DRILL_KINDS.includes(value);
const isOutcome = (value) => DRILL_OUTCOMES.includes(value);
function isReturn(value) {
    const { name, region, by, at } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(value) ?? {};
    return [name, region, by, at].every(isText);
}


/***/ }),

/***/ 22675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Exit codes of the command line. The action fails its step for all but `ok`. */
const exitCodes = {
    /** Every stack is what the release says, also when nothing had to change. */
    ok: 0,
    /** At least one stack did not get there. */
    failed: 1,
    /** Bad input or configuration: nothing was changed. */
    refused: 2,
    /** The plan no longer holds: a target moved, or a replacement or deletion was not shown. */
    planRefused: 3,
    /** No gate failed, but at least one came to no verdict. */
    inconclusive: 4,
    /** Cancelled by a signal (128 + SIGINT). */
    cancelled: 130,
};


/***/ }),

/***/ 54285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   WK: () => (/* binding */ fitSections),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tI: () => (/* binding */ linkOrCode)
/* harmony export */ });
/* unused harmony exports byteLength, truncateBytes */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65655);

const encoder = new TextEncoder();
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
    '*': '&#42;',
    _: '&#95;',
    '[': '&#91;',
    ']': '&#93;',
    '|': '&#124;',
    '~': '&#126;',
    '\\': '&#92;',
    $: '&#36;',
};
/**
 * Any text as one line that Markdown shows as it is, in paragraphs and table cells: character references never form
 * structure (CommonMark, "Entity and numeric character references"). A mention of a user does not ring, and a number does
 * not refer to an issue.
 */
function escapeMarkdown(text) {
    return ((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .replace(/[&<>"'`*[\]|~\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (character) => entities[character] ?? character)
        // No automatic links: they would take references for a part of the address.
        .replaceAll('://', ':&#47;/')
        .replace(/www\./gi, (text) => `${text.slice(0, 3)}&#46;`)
        // GitHub looks for these in the text that references have become: something invisible must part them.
        .replaceAll('@', '@&#8203;')
        .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
        .replace(/\bGH-(?=\d)/gi, '$&&#8203;')
        // Headings, lists and rules begin a line, which only the first character can do.
        .replace(/^[#+=-]/, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/^(\d+)([.)])/, (_, number, mark) => `${number}&#${mark.charCodeAt(0)};`));
}
/** Any text as inline code; usable in table cells, where backticks and pipes would need each other's escapes. */
function code(text) {
    return text.trim() ? `<code>${escapeMarkdown(text).replaceAll('&#8203;', '')}</code>` : '';
}
function escapeHtml(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
/** Any text as a code block: the fence is longer than any run of backticks in it. */
function codeBlock(text, language = '') {
    const body = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** A link when the value is an http(s) URL, else the value as code. */
function linkOrCode(value, label = value) {
    const url = /^https?:\/\/[^\s<>"'`\\|]+$/i.test(value) && URL.canParse(value) ? new URL(value).href : undefined;
    return url === undefined
        ? code(label)
        : `[${escapeMarkdown(label)}](<${url.replace(/[()[\]*_~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}>)`;
}
/** A GitHub-flavoured table of cells that are Markdown already. */
function markdownTable(head, rows) {
    const line = (row) => `| ${row.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A part that is folded away until somebody wants it. `summary` is Markdown already. */
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/**
 * Text for Mermaid, which has no quoting in Gantt charts: what its lexer could take for syntax becomes `_`. Callers
 * put a sign of their own in front, since words such as `section` or a date at the start would be read as keywords
 * (mermaid-js/mermaid#2886).
 */
function mermaidText(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[^\p{L}\p{M}\p{N} @./()+-]/gu, '_');
}
function byteLength(text) {
    return encoder.encode(text).length;
}
/** Cuts to at most `limit` bytes of UTF-8, never inside a character, with `mark` at the end of what was cut. */
function truncateBytes(text, limit, mark = '…') {
    if (byteLength(text) <= limit)
        return text;
    const room = limit - byteLength(mark);
    if (room <= 0)
        return '';
    const bytes = encoder.encode(text).subarray(0, room + 1);
    let end = room;
    // 10xxxxxx continues a character.
    while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80)
        end -= 1;
    return new TextDecoder().decode(bytes.subarray(0, end)) + mark;
}
/** The sections that have text, in order, shortened until they fit: a long plan must not cost the list of failures. */
function fitSections(sections, limit) {
    const chosen = sections.map((section) => section.forms[0]);
    const document = () => `${chosen.filter(Boolean).join('\n\n')}\n`;
    const order = [...sections.keys()].sort((a, b) => (sections[a]?.importance ?? 0) - (sections[b]?.importance ?? 0));
    for (const index of order) {
        for (const form of sections[index]?.forms ?? []) {
            chosen[index] = form;
            if (byteLength(document()) <= limit)
                return document();
        }
    }
    return truncateBytes(document(), limit, '\n\n… cut: too long\n');
}


/***/ }),

/***/ 53300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** Any thrown value as what there is to put right; several for {@link UserErrors}. */
function problemsOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserErrors */ .tQ && error.errors.length > 0)
        return error.errors.flatMap(problemsOf);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) {
        const { code, message, fix, location } = error;
        return [{ code, message, fix, ...(location && { location }) }];
    }
    if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)
        return [awsProblem(error)];
    // The reason of an abort signal: not an Error of this realm everywhere.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError')
        return [{ code: 'cancelled', message: 'the run was cancelled', fix: [] }];
    return [defect(error)];
}
function awsProblem({ kind, code, message, service, action, region, requestId }) {
    const request = requestId === undefined ? '' : ` (request ${requestId})`;
    const what = message.includes(code) ? message : `${code}: ${message}`;
    return { code: `aws-${kind}`, message: `${service} ${action} in ${region}: ${what}${request}`, fix: fixes[kind] };
}
const fixes = {
    unreachable: ['Check the network and the status of the region; --without REGION leaves a region out.'],
    throttled: ['Run it again: what is done is not done twice.'],
    denied: ['Add the action to the role; `sam-multi-region policy` prints all that a command needs.'],
    credentials: ['Renew the credentials and run it again.'],
    'not-found': [],
    'already-exists': [],
    conflict: ['Run it again: what is done is not done twice.'],
    invalid: [],
    server: ['Run it again: what is done is not done twice.'],
    other: [],
};
function defect(error) {
    const trace = error instanceof Error && error.stack ? `\n${error.stack}` : '';
    return {
        code: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InternalError */ .Gd ? 'internal' : 'unexpected',
        message: `This is a defect of sam-multi-region: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${trace}`,
        fix: ['Please report it with the lines above.'],
    };
}


/***/ }),

/***/ 4969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ createReporter)
/* harmony export */ });
/* unused harmony export redactData */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * Gives events their time, takes secrets out and hands them to all renderers. A renderer that throws twenty times is
 * not asked again: what people see is never worth more than the rollout itself.
 */
function createReporter(options) {
    const { clock, renderers, redactor } = options;
    const failures = new Map();
    let closed = false;
    const failed = (renderer, error) => {
        const before = failures.get(renderer) ?? 0;
        failures.set(renderer, before + 1);
        if (before > 0)
            return;
        try {
            options.onRendererFailure?.((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error));
        }
        catch {
            // Nobody is left to tell.
        }
    };
    return {
        report(event) {
            if (closed)
                return;
            const timed = {
                ...event,
                at: event.type === 'stack.event' ? event.at : new Date(clock.now()).toISOString(),
            };
            const shown = redactor ? redactData(timed, redactor) : timed;
            for (const renderer of renderers) {
                if ((failures.get(renderer) ?? 0) >= MOST_FAILURES)
                    continue;
                try {
                    renderer.event(shown);
                }
                catch (error) {
                    failed(renderer, error);
                }
            }
        },
        async close() {
            if (closed)
                return;
            closed = true;
            await Promise.all(renderers.map(async (renderer) => {
                try {
                    await renderer.close?.();
                }
                catch (error) {
                    failed(renderer, error);
                }
            }));
        },
    };
}
const MOST_FAILURES = 20;
/** Words of our own that programs branch on; a secret that happens to be "failed" must not change them. */
const ownWords = new Set([
    'type',
    'at',
    'state',
    'status',
    'kind',
    'level',
    'verdict',
    'action',
    'replacement',
    'startedAt',
    'endedAt',
]);
function redactData(data, redactor, keys = 'ours') {
    if (typeof data === 'string')
        return redactor.redact(data);
    if (Array.isArray(data))
        return data.map((item) => redactData(item, redactor, 'ours'));
    if (typeof data !== 'object' || data === null)
        return data;
    const entries = Object.entries(data);
    return Object.fromEntries(entries.map(([key, value]) => {
        if (keys === 'theirs')
            return [redactor.redact(key), redactData(value, redactor, 'theirs')];
        if (keys === 'names')
            return [redactor.redact(key), redactData(value, redactor)];
        if (ownWords.has(key) && typeof value === 'string')
            return [key, value];
        // Keys of `targets` are the user's names; below `outputs` nothing is ours.
        return [key, redactData(value, redactor, key === 'targets' ? 'names' : key === 'outputs' ? 'theirs' : 'ours')];
    }));
}


/***/ }),

/***/ 65655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   X5: () => (/* binding */ cleanText),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   pV: () => (/* binding */ bytesText),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Text from elsewhere (AWS reasons, tool output, names) made safe to show: no terminal escape sequences, no control
 * or invisible format characters (bidirectional overrides could make a line read as something else), line ends as `\n`.
 */
function cleanText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
        .replace(/\t/g, '  ')
        .replace(/[^\P{Cc}\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '');
}
/** {@link cleanText} on one line. */
function oneLine(text) {
    return cleanText(text).replace(/\s+/g, ' ').trim();
}
/** At most so many UTF-16 code units, the last one an ellipsis where something was left out. */
function clipped(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
const zeroWidth = /^[\p{M}\p{Cf}]$/u;
const wide = /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;
/** Terminal cells that text without escape sequences takes; combining marks take none, East Asian wide characters two. */
function cells(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let sum = 0;
    for (const character of text)
        sum += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return sum;
}
/** Cuts to at most `limit` cells, with `mark` at the end of what was cut. */
function clip(text, limit, mark = '…') {
    if (cells(text) <= limit)
        return text;
    const room = limit - cells(mark);
    if (room <= 0)
        return limit <= 0 ? '' : mark.slice(0, limit);
    let [kept, used] = ['', 0];
    for (const character of text) {
        used += cells(character);
        if (used > room)
            break;
        kept += character;
    }
    return kept + mark;
}
function pad(text, width) {
    return text + ' '.repeat(Math.max(0, width - cells(text)));
}
/** "0.4s", "12s", "3m 05s", "1h 02m". */
function durationText(ms) {
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
    const two = (value) => String(value).padStart(2, '0');
    return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(whole % 60)}s`;
}
/** "512 B", "1.2 MB" (powers of 1000, as AWS consoles show). */
function bytesText(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
/** "1 target", "3 targets". */
function count(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
/** The first `limit` names and how many more: "eu-west-1, eu-central-1 (+6)". */
function someOf(names, limit) {
    const shown = names.slice(0, limit).join(', ');
    return names.length > limit ? `${shown} (+${names.length - limit})` : shown;
}
/** Rows as left-aligned columns two spaces apart; the last column is not padded. `measure` ignores styling. */
function columns(rows, measure = cells) {
    const widths = [];
    for (const row of rows) {
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, measure(cell));
    }
    return rows.map((row) => row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - measure(cell)))
        .join('  ')
        .trimEnd());
}


/***/ }),

/***/ 34636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ refuse),
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/commands/index.ts
/** Loads a command when it is asked for: start-up is paid by every step of every workflow. */
async function loadCommand(name) {
    switch (name) {
        case 'deploy':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(9297), __webpack_require__.e(3270)]).then(__webpack_require__.bind(__webpack_require__, 3270))).deploy;
        case 'promote':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(9297), __webpack_require__.e(3270)]).then(__webpack_require__.bind(__webpack_require__, 3270))).promote;
        case 'abort':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 30888))).abort;
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(9297), __webpack_require__.e(3270)]).then(__webpack_require__.bind(__webpack_require__, 3270))).plan;
        case 'status':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(9072), __webpack_require__.e(2238)]).then(__webpack_require__.bind(__webpack_require__, 32238))).status;
        case 'verify':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(3613)]).then(__webpack_require__.bind(__webpack_require__, 63613))).verify;
        case 'shift':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(8648)]).then(__webpack_require__.bind(__webpack_require__, 68648))).shift;
        case 'failover':
            return (await Promise.all(/* import() */[__webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(7742), __webpack_require__.e(1517), __webpack_require__.e(6283), __webpack_require__.e(1481), __webpack_require__.e(2509), __webpack_require__.e(8999), __webpack_require__.e(4500), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 56887))).failover;
        case 'failback':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(6283), __webpack_require__.e(1481), __webpack_require__.e(2509), __webpack_require__.e(9633), __webpack_require__.e(4500), __webpack_require__.e(5027)]).then(__webpack_require__.bind(__webpack_require__, 95027))).failback;
        case 'drill':
            return (await Promise.all(/* import() */[__webpack_require__.e(6981), __webpack_require__.e(8658)]).then(__webpack_require__.bind(__webpack_require__, 18658))).drill;
        case 'rollback':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(9297), __webpack_require__.e(4210)]).then(__webpack_require__.bind(__webpack_require__, 94210))).rollback;
        case 'bootstrap':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(294)]).then(__webpack_require__.bind(__webpack_require__, 20294))).bootstrap;
        case 'remove':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(7452)]).then(__webpack_require__.bind(__webpack_require__, 47452))).remove;
        case 'preview':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(1517), __webpack_require__.e(2672), __webpack_require__.e(9072), __webpack_require__.e(9297), __webpack_require__.e(3270), __webpack_require__.e(9724), __webpack_require__.e(528)]).then(__webpack_require__.bind(__webpack_require__, 30528))).preview;
        case 'cleanup':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(8301), __webpack_require__.e(3860), __webpack_require__.e(7742), __webpack_require__.e(9435), __webpack_require__.e(9724), __webpack_require__.e(4489)]).then(__webpack_require__.bind(__webpack_require__, 98268))).cleanup;
    }
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/report/exit-codes.ts
var exit_codes = __webpack_require__(22675);
// EXTERNAL MODULE: ./src/report/problems.ts
var problems = __webpack_require__(53300);
;// CONCATENATED MODULE: ./src/run-command.ts





/** Runs a command and reports its end, whatever that is; `comment` has no result. Never throws. */
async function runCommand(command, options, context) {
    try {
        if (command === 'comment') {
            const { comment } = await Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(7419), __webpack_require__.e(8490)]).then(__webpack_require__.bind(__webpack_require__, 48490));
            await comment(options, context);
            return { exitCode: 0 };
        }
        const run = await loadCommand(command);
        const result = await run(options, context);
        await writeJunit(options['junit-file'], result, context);
        context.report({ type: 'run.finished', result });
        return { exitCode: result.exitCode, result };
    }
    catch (error) {
        return refuse(command, error, context);
    }
}
/** Reports what was thrown as a refusal: the user's to change, or a defect of ours. */
function refuse(command, error, context) {
    const exitCode = exitCodeOf(error, context.signal);
    context.report({
        type: 'run.refused',
        refusal: { schema: 1, command, status: 'refused', problems: (0,problems/* problemsOf */.G)(error), exitCode },
    });
    return { exitCode };
}
function exitCodeOf(error, signal) {
    if (signal.aborted)
        return exit_codes/* exitCodes */.h.cancelled;
    if (!(error instanceof errors/* UserError */.yo))
        return exit_codes/* exitCodes */.h.failed;
    return error.code.startsWith('plan-') ? exit_codes/* exitCodes */.h.planRefused : exit_codes/* exitCodes */.h.refused;
}
async function writeJunit(file, result, context) {
    if (file === undefined)
        return;
    const { junitXml } = await __webpack_require__.e(/* import() */ 2835).then(__webpack_require__.bind(__webpack_require__, 82835));
    try {
        await context.writeFile((0,external_node_path_.join)(context.cwd, file), junitXml(result));
    }
    catch (error) {
        // What was done is done: its result must reach the user.
        context.report({ type: 'note', level: 'warning', text: `${file} could not be written: ${(0,errors/* errorText */.kc)(error)}` });
    }
}


/***/ }),

/***/ 50970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ watchSignals)
/* harmony export */ });
/** Watches a process. The first signal cancels the run; a further SIGINT ends the process at once. */
function watchSignals(process) {
    const abort = new AbortController();
    const listeners = [];
    const handle = (name) => {
        if (abort.signal.aborted) {
            // Whoever presses Ctrl-C twice wants out; SIGTERM after SIGINT is the runner's habit and changes nothing.
            if (name === 'SIGINT')
                process.exit(130);
            return;
        }
        for (const listener of listeners)
            listener(name);
        abort.abort(new DOMException(`cancelled by ${name}`, 'AbortError'));
    };
    process.on('SIGINT', handle);
    process.on('SIGTERM', handle);
    return {
        signal: abort.signal,
        onSignal: (listener) => void listeners.push(listener),
        stop: () => {
            process.off('SIGINT', handle);
            process.off('SIGTERM', handle);
        },
    };
}


/***/ }),

/***/ 36026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ SHIFT_TYPES)
/* harmony export */ });
/**
 * Types of a SAM `DeploymentPreference` that AWS offers: the predefined configurations of CodeDeploy for Lambda without
 * `CodeDeployDefault.Lambda` (CodeDeploy user guide, "Predefined deployment configurations for an AWS Lambda compute
 * platform"; SAM, `sam-property-function-deploymentpreference`).
 */
const SHIFT_TYPES = [
    'Canary10Percent5Minutes',
    'Canary10Percent10Minutes',
    'Canary10Percent15Minutes',
    'Canary10Percent30Minutes',
    'Linear10PercentEvery1Minute',
    'Linear10PercentEvery2Minutes',
    'Linear10PercentEvery3Minutes',
    'Linear10PercentEvery10Minutes',
    'AllAtOnce',
];


/***/ }),

/***/ 76393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** Milliseconds of `90s`, `5m`, `1h30m`, `2d`; undefined when it is not such a text. A number needs its unit. */
function parseDuration(text) {
    const match = /^(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,8})s)?$/.exec(text.trim());
    if (match === null || text.trim() === '')
        return undefined;
    return UNITS.reduce((sum, [, ms], index) => sum + Number(match[index + 1] ?? 0) * ms, 0);
}
/** The shortest such text: 5400000 is `1h30m`. */
function formatDuration(ms) {
    let rest = ms;
    let text = '';
    for (const [unit, size] of UNITS) {
        const count = Math.floor(rest / size);
        if (count > 0)
            text += `${count}${unit}`;
        rest -= count * size;
    }
    return text || '0s';
}


/***/ }),

/***/ 34131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The known name that was probably meant; undefined when none is near enough to be a typo. */
function nearest(name, known) {
    const limit = Math.max(2, Math.floor(name.length / 3));
    let best;
    for (const candidate of known) {
        const d = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(name.toLowerCase(), candidate.toLowerCase());
        if (d <= limit && (best === undefined || d < best.distance))
            best = { name: candidate, distance: d };
    }
    return best?.name;
}
/** What to do about an unknown name: the nearest one, or all of them. */
function didYouMean(name, known) {
    const near = nearest(name, known);
    if (near !== undefined)
        return `Did you mean "${near}"?`;
    return known.length === 0 ? 'There is none.' : `Known here: ${known.join(', ')}.`;
}


/***/ }),

/***/ 67563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qu: () => (/* binding */ KNOWN_REGIONS),
  cj: () => (/* binding */ findPartition),
  g6: () => (/* binding */ findRegion)
});

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
;// CONCATENATED MODULE: ./src/topology/regions-data.ts
const PARTITIONS = [
    {
        id: 'aws',
        dnsSuffix: 'amazonaws.com',
        edgeRegion: 'us-east-1',
        pattern: '^(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+$',
        regions: {
            'af-south-1': { name: 'Africa (Cape Town)', optIn: true },
            'ap-east-1': { name: 'Asia Pacific (Hong Kong)', optIn: true },
            'ap-east-2': { name: 'Asia Pacific (Taipei)', optIn: true },
            'ap-northeast-1': { name: 'Asia Pacific (Tokyo)', optIn: false },
            'ap-northeast-2': { name: 'Asia Pacific (Seoul)', optIn: false },
            'ap-northeast-3': { name: 'Asia Pacific (Osaka)', optIn: false },
            'ap-south-1': { name: 'Asia Pacific (Mumbai)', optIn: false },
            'ap-south-2': { name: 'Asia Pacific (Hyderabad)', optIn: true },
            'ap-southeast-1': { name: 'Asia Pacific (Singapore)', optIn: false },
            'ap-southeast-2': { name: 'Asia Pacific (Sydney)', optIn: false },
            'ap-southeast-3': { name: 'Asia Pacific (Jakarta)', optIn: true },
            'ap-southeast-4': { name: 'Asia Pacific (Melbourne)', optIn: true },
            'ap-southeast-5': { name: 'Asia Pacific (Malaysia)', optIn: true },
            'ap-southeast-6': { name: 'Asia Pacific (New Zealand)', optIn: true },
            'ap-southeast-7': { name: 'Asia Pacific (Thailand)', optIn: true },
            'ca-central-1': { name: 'Canada (Central)', optIn: false },
            'ca-west-1': { name: 'Canada West (Calgary)', optIn: true },
            'eu-central-1': { name: 'Europe (Frankfurt)', optIn: false },
            'eu-central-2': { name: 'Europe (Zurich)', optIn: true },
            'eu-north-1': { name: 'Europe (Stockholm)', optIn: false },
            'eu-south-1': { name: 'Europe (Milan)', optIn: true },
            'eu-south-2': { name: 'Europe (Spain)', optIn: true },
            'eu-west-1': { name: 'Europe (Ireland)', optIn: false },
            'eu-west-2': { name: 'Europe (London)', optIn: false },
            'eu-west-3': { name: 'Europe (Paris)', optIn: false },
            'il-central-1': { name: 'Israel (Tel Aviv)', optIn: true },
            'me-central-1': { name: 'Middle East (UAE)', optIn: true },
            'me-south-1': { name: 'Middle East (Bahrain)', optIn: true },
            'me-west-1': { name: 'Middle East (Saudi Arabia)', optIn: true },
            'mx-central-1': { name: 'Mexico (Central)', optIn: true },
            'sa-east-1': { name: 'South America (Sao Paulo)', optIn: false },
            'sa-west-1': { name: 'South America (Chile)', optIn: true },
            'us-east-1': { name: 'US East (N. Virginia)', optIn: false },
            'us-east-2': { name: 'US East (Ohio)', optIn: false },
            'us-west-1': { name: 'US West (N. California)', optIn: false },
            'us-west-2': { name: 'US West (Oregon)', optIn: false },
        },
    },
    {
        id: 'aws-cn',
        dnsSuffix: 'amazonaws.com.cn',
        edgeRegion: 'cn-northwest-1',
        pattern: '^cn-\\w+-\\d+$',
        regions: {
            'cn-north-1': { name: 'China (Beijing)', optIn: false },
            'cn-northwest-1': { name: 'China (Ningxia)', optIn: false },
        },
    },
    {
        id: 'aws-us-gov',
        dnsSuffix: 'amazonaws.com',
        edgeRegion: 'us-gov-west-1',
        pattern: '^us-gov-\\w+-\\d+$',
        regions: {
            'us-gov-east-1': { name: 'AWS GovCloud (US-East)', optIn: false },
            'us-gov-west-1': { name: 'AWS GovCloud (US-West)', optIn: false },
        },
    },
];

;// CONCATENATED MODULE: ./src/topology/regions.ts


/** The SDK's patterns take any word in the middle; AWS has only used these, so `eu-wset-1` is a typo. */
const COMPASS = /-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d+$/;
const KNOWN_REGIONS = PARTITIONS.flatMap((partition) => Object.keys(partition.regions));
function findRegion(name) {
    for (const partition of PARTITIONS) {
        const region = Object.hasOwn(partition.regions, name) ? partition.regions[name] : undefined;
        if (region)
            return { kind: 'known', partition, region };
    }
    const near = (0,nearest/* nearest */.p)(name, KNOWN_REGIONS);
    const partition = PARTITIONS.find(({ pattern }) => new RegExp(pattern).test(name));
    return partition && COMPASS.test(name)
        ? { kind: 'unlisted', partition, nearest: near }
        : { kind: 'malformed', nearest: near };
}
/** The partition with this id, as it stands in ARNs. */
function findPartition(id) {
    return PARTITIONS.find((partition) => partition.id === id);
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Version of this program; a test holds it equal to `package.json`. */
const version = '0.1.0';


/***/ })

};
