export const id = 3962;
export const ids = [3962,5861];
export const modules = {

/***/ 23962:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

const { awsEndpointFunctions, emitWarningIfUnsupportedVersion: emitWarningIfUnsupportedVersion$1, createDefaultUserAgentProvider, getDefaultSocketTimeout, NODE_APP_ID_CONFIG_OPTIONS, getAwsRegionExtensionConfiguration, resolveAwsRegionExtensionConfiguration, resolveUserAgentConfig, resolveHostHeaderConfig, getUserAgentPlugin, getHostHeaderPlugin, getLoggerPlugin, getRecursionDetectionPlugin } = __webpack_require__(5152);
const { getHttpAuthSchemeEndpointRuleSetPlugin, DefaultIdentityProviderConfig, getHttpSigningPlugin, createPaginator } = __webpack_require__(90402);
const { normalizeProvider, getSmithyContext, ServiceException, NoOpLogger, emitWarningIfUnsupportedVersion, loadConfigsForDefaultMode, getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig, Client, makeBuilder, createAggregatedClient } = __webpack_require__(92658);
const { Command: $Command } = __webpack_require__(92658);
exports.$Command = $Command;
exports.__Client = Client;
const { resolveDefaultsModeConfig, loadConfig, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, resolveRegionConfig } = __webpack_require__(47291);
const { BinaryDecisionDiagram, EndpointCache, decideEndpoint, customEndpointFunctions, resolveEndpointConfig, getEndpointPlugin } = __webpack_require__(62085);
const { parseUrl, getHttpHandlerExtensionConfiguration, resolveHttpHandlerRuntimeConfig, getContentLengthPlugin } = __webpack_require__(93422);
const { DEFAULT_RETRY_MODE, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, resolveRetryConfig, getRetryPlugin } = __webpack_require__(23609);
const { TypeRegistry, getSchemaSerdePlugin } = __webpack_require__(26890);
const { resolveAwsSdkSigV4Config, AwsSdkSigV4Signer, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS } = __webpack_require__(97523);
const { defaultProvider } = __webpack_require__(5861);
const { toUtf8, fromUtf8, toBase64, fromBase64, calculateBodyLength } = __webpack_require__(92430);
const { streamCollector, NodeHttpHandler } = __webpack_require__(61279);
const { AwsJson1_1Protocol } = __webpack_require__(37288);
const { Sha256 } = __webpack_require__(99542);

const defaultGlobalAcceleratorHttpAuthSchemeParametersProvider = async (config, context, input) => {
    return {
        operation: getSmithyContext(context).operation,
        region: await normalizeProvider(config.region)() || (() => {
            throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
        })(),
    };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
    return {
        schemeId: "aws.auth#sigv4",
        signingProperties: {
            name: "globalaccelerator",
            region: authParameters.region,
        },
        propertiesExtractor: (config, context) => ({
            signingProperties: {
                config,
                context,
            },
        }),
    };
}
const defaultGlobalAcceleratorHttpAuthSchemeProvider = (authParameters) => {
    const options = [];
    switch (authParameters.operation) {
        default: {
            options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
        }
    }
    return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
    const config_0 = resolveAwsSdkSigV4Config(config);
    return Object.assign(config_0, {
        authSchemePreference: normalizeProvider(config.authSchemePreference ?? []),
    });
};

const resolveClientEndpointParameters = (options) => {
    return Object.assign(options, {
        useDualstackEndpoint: options.useDualstackEndpoint ?? false,
        useFipsEndpoint: options.useFipsEndpoint ?? false,
        defaultSigningName: "globalaccelerator",
    });
};
const commonParams = {
    UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
    Endpoint: { type: "builtInParams", name: "endpoint" },
    Region: { type: "builtInParams", name: "region" },
    UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
};

var version = "3.1168.0";
var packageInfo = {
	version: version};

const k = "ref";
const a = -1, b = true, c = "isSet", d = "PartitionResult", e = "booleanEquals", f = "getAttr", g = { [k]: "Endpoint" }, h = { [k]: d }, i = {}, j = [{ [k]: "Region" }];
const _data = {
    conditions: [
        [c, [g]],
        [c, j],
        ["aws.partition", j, d],
        [e, [{ [k]: "UseFIPS" }, b]],
        [e, [{ [k]: "UseDualStack" }, b]],
        [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
        [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
    ],
    results: [
        [a],
        [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
        [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
        [g, i],
        ["https://globalaccelerator-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
        [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
        ["https://globalaccelerator-fips.{Region}.{PartitionResult#dnsSuffix}", i],
        [a, "FIPS is enabled but this partition does not support FIPS"],
        ["https://globalaccelerator.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
        [a, "DualStack is enabled but this partition does not support DualStack"],
        ["https://globalaccelerator.{Region}.{PartitionResult#dnsSuffix}", i],
        [a, "Invalid Configuration: Missing Region"]
    ]
};
const root = 2;
const r = 100_000_000;
const nodes = new Int32Array([
    -1, 1, -1,
    0, 12, 3,
    1, 4, r + 11,
    2, 5, r + 11,
    3, 8, 6,
    4, 7, r + 10,
    5, r + 8, r + 9,
    4, 10, 9,
    6, r + 6, r + 7,
    5, 11, r + 5,
    6, r + 4, r + 5,
    3, r + 1, 13,
    4, r + 2, r + 3,
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

const cache = new EndpointCache({
    size: 50,
    params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"],
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
    return cache.get(endpointParams, () => decideEndpoint(bdd, {
        endpointParams: endpointParams,
        logger: context.logger,
    }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

class GlobalAcceleratorServiceException extends ServiceException {
    static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.globalaccelerator#GlobalAcceleratorServiceException";
    constructor(options) {
        super(options);
        Object.setPrototypeOf(this, GlobalAcceleratorServiceException.prototype);
    }
}

class AcceleratorNotDisabledException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AcceleratorNotDisabledException";
    name = "AcceleratorNotDisabledException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AcceleratorNotDisabledException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AcceleratorNotDisabledException.prototype);
        this.Message = opts.Message;
    }
}
class AcceleratorNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AcceleratorNotFoundException";
    name = "AcceleratorNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AcceleratorNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AcceleratorNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class AccessDeniedException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AccessDeniedException";
    name = "AccessDeniedException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AccessDeniedException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AccessDeniedException.prototype);
        this.Message = opts.Message;
    }
}
class ConflictException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#ConflictException";
    name = "ConflictException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "ConflictException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, ConflictException.prototype);
        this.Message = opts.Message;
    }
}
class EndpointAlreadyExistsException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#EndpointAlreadyExistsException";
    name = "EndpointAlreadyExistsException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "EndpointAlreadyExistsException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, EndpointAlreadyExistsException.prototype);
        this.Message = opts.Message;
    }
}
class EndpointGroupNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#EndpointGroupNotFoundException";
    name = "EndpointGroupNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "EndpointGroupNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, EndpointGroupNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class InternalServiceErrorException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#InternalServiceErrorException";
    name = "InternalServiceErrorException";
    $fault = "server";
    Message;
    constructor(opts) {
        super({
            name: "InternalServiceErrorException",
            $fault: "server",
            ...opts,
        });
        Object.setPrototypeOf(this, InternalServiceErrorException.prototype);
        this.Message = opts.Message;
    }
}
class InvalidArgumentException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#InvalidArgumentException";
    name = "InvalidArgumentException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "InvalidArgumentException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, InvalidArgumentException.prototype);
        this.Message = opts.Message;
    }
}
class LimitExceededException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#LimitExceededException";
    name = "LimitExceededException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "LimitExceededException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, LimitExceededException.prototype);
        this.Message = opts.Message;
    }
}
class TransactionInProgressException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#TransactionInProgressException";
    name = "TransactionInProgressException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "TransactionInProgressException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, TransactionInProgressException.prototype);
        this.Message = opts.Message;
    }
}
class ByoipCidrNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#ByoipCidrNotFoundException";
    name = "ByoipCidrNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "ByoipCidrNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, ByoipCidrNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class IncorrectCidrStateException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#IncorrectCidrStateException";
    name = "IncorrectCidrStateException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "IncorrectCidrStateException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, IncorrectCidrStateException.prototype);
        this.Message = opts.Message;
    }
}
class AssociatedEndpointGroupFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AssociatedEndpointGroupFoundException";
    name = "AssociatedEndpointGroupFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AssociatedEndpointGroupFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AssociatedEndpointGroupFoundException.prototype);
        this.Message = opts.Message;
    }
}
class AssociatedListenerFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AssociatedListenerFoundException";
    name = "AssociatedListenerFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AssociatedListenerFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AssociatedListenerFoundException.prototype);
        this.Message = opts.Message;
    }
}
class AttachmentNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#AttachmentNotFoundException";
    name = "AttachmentNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "AttachmentNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AttachmentNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class EndpointGroupAlreadyExistsException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#EndpointGroupAlreadyExistsException";
    name = "EndpointGroupAlreadyExistsException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "EndpointGroupAlreadyExistsException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, EndpointGroupAlreadyExistsException.prototype);
        this.Message = opts.Message;
    }
}
class InvalidPortRangeException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#InvalidPortRangeException";
    name = "InvalidPortRangeException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "InvalidPortRangeException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, InvalidPortRangeException.prototype);
        this.Message = opts.Message;
    }
}
class ListenerNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#ListenerNotFoundException";
    name = "ListenerNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "ListenerNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, ListenerNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class EndpointNotFoundException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#EndpointNotFoundException";
    name = "EndpointNotFoundException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "EndpointNotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, EndpointNotFoundException.prototype);
        this.Message = opts.Message;
    }
}
class InvalidNextTokenException extends GlobalAcceleratorServiceException {
    static shapeId = "com.amazonaws.globalaccelerator#InvalidNextTokenException";
    name = "InvalidNextTokenException";
    $fault = "client";
    Message;
    constructor(opts) {
        super({
            name: "InvalidNextTokenException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, InvalidNextTokenException.prototype);
        this.Message = opts.Message;
    }
}

const _A = "Accelerator";
const _AA = "AcceleratorArn";
const _AATTE = "AllowAllTrafficToEndpoint";
const _AAc = "AcceleratorAttributes";
const _AAt = "AttachmentArn";
const _ABC = "AdvertiseByoipCidr";
const _ABCR = "AdvertiseByoipCidrRequest";
const _ABCRd = "AdvertiseByoipCidrResponse";
const _ACRE = "AddCustomRoutingEndpoints";
const _ACRER = "AddCustomRoutingEndpointsRequest";
const _ACRERd = "AddCustomRoutingEndpointsResponse";
const _ACRT = "AllowCustomRoutingTraffic";
const _ACRTR = "AllowCustomRoutingTrafficRequest";
const _ADE = "AccessDeniedException";
const _AE = "AcceleratorEvent";
const _AEGFE = "AssociatedEndpointGroupFoundException";
const _AER = "AddEndpointsRequest";
const _AERd = "AddEndpointsResponse";
const _AEc = "AcceleratorEvents";
const _AEd = "AddEndpoints";
const _ALFE = "AssociatedListenerFoundException";
const _ANDE = "AcceleratorNotDisabledException";
const _ANFE = "AcceleratorNotFoundException";
const _ANFEt = "AttachmentNotFoundException";
const _AP = "AcceleratorPort";
const _APd = "AddPrincipals";
const _AR = "AddResources";
const _ASA = "AcceleratorSocketAddresses";
const _Ac = "Accelerators";
const _At = "Attachment";
const _Att = "Attachments";
const _BC = "ByoipCidr";
const _BCE = "ByoipCidrEvent";
const _BCEy = "ByoipCidrEvents";
const _BCNFE = "ByoipCidrNotFoundException";
const _BCy = "ByoipCidrs";
const _C = "Cidr";
const _CA = "ClientAffinity";
const _CAA = "CrossAccountAttachment";
const _CAAr = "CrossAccountAttachments";
const _CAC = "CidrAuthorizationContext";
const _CAR = "CreateAcceleratorRequest";
const _CARr = "CreateAcceleratorResponse";
const _CARro = "CrossAccountResource";
const _CARros = "CrossAccountResources";
const _CAr = "CreateAccelerator";
const _CCAA = "CreateCrossAccountAttachment";
const _CCAAR = "CreateCrossAccountAttachmentRequest";
const _CCAARr = "CreateCrossAccountAttachmentResponse";
const _CCRA = "CreateCustomRoutingAccelerator";
const _CCRAR = "CreateCustomRoutingAcceleratorRequest";
const _CCRARr = "CreateCustomRoutingAcceleratorResponse";
const _CCREG = "CreateCustomRoutingEndpointGroup";
const _CCREGR = "CreateCustomRoutingEndpointGroupRequest";
const _CCREGRr = "CreateCustomRoutingEndpointGroupResponse";
const _CCRL = "CreateCustomRoutingListener";
const _CCRLR = "CreateCustomRoutingListenerRequest";
const _CCRLRr = "CreateCustomRoutingListenerResponse";
const _CE = "ConflictException";
const _CEG = "CreateEndpointGroup";
const _CEGR = "CreateEndpointGroupRequest";
const _CEGRr = "CreateEndpointGroupResponse";
const _CIPPE = "ClientIPPreservationEnabled";
const _CL = "CreateListener";
const _CLR = "CreateListenerRequest";
const _CLRr = "CreateListenerResponse";
const _CRA = "CustomRoutingAccelerator";
const _CRAA = "CustomRoutingAcceleratorAttributes";
const _CRAu = "CustomRoutingAccelerators";
const _CRDC = "CustomRoutingDestinationConfiguration";
const _CRDCu = "CustomRoutingDestinationConfigurations";
const _CRDD = "CustomRoutingDestinationDescription";
const _CRDDu = "CustomRoutingDestinationDescriptions";
const _CREC = "CustomRoutingEndpointConfiguration";
const _CRECu = "CustomRoutingEndpointConfigurations";
const _CRED = "CustomRoutingEndpointDescription";
const _CREDu = "CustomRoutingEndpointDescriptions";
const _CREG = "CustomRoutingEndpointGroup";
const _CREGu = "CustomRoutingEndpointGroups";
const _CRL = "CustomRoutingListener";
const _CRLu = "CustomRoutingListeners";
const _CT = "CreatedTime";
const _DA = "DestinationAddresses";
const _DAA = "DescribeAcceleratorAttributes";
const _DAAR = "DescribeAcceleratorAttributesRequest";
const _DAARe = "DescribeAcceleratorAttributesResponse";
const _DAR = "DeleteAcceleratorRequest";
const _DARe = "DescribeAcceleratorRequest";
const _DARes = "DescribeAcceleratorResponse";
const _DATTE = "DenyAllTrafficToEndpoint";
const _DAe = "DestinationAddress";
const _DAel = "DeleteAccelerator";
const _DAes = "DescribeAccelerator";
const _DBC = "DeprovisionByoipCidr";
const _DBCR = "DeprovisionByoipCidrRequest";
const _DBCRe = "DeprovisionByoipCidrResponse";
const _DC = "DestinationConfigurations";
const _DCAA = "DeleteCrossAccountAttachment";
const _DCAAR = "DeleteCrossAccountAttachmentRequest";
const _DCAARe = "DescribeCrossAccountAttachmentRequest";
const _DCAARes = "DescribeCrossAccountAttachmentResponse";
const _DCAAe = "DescribeCrossAccountAttachment";
const _DCRA = "DeleteCustomRoutingAccelerator";
const _DCRAA = "DescribeCustomRoutingAcceleratorAttributes";
const _DCRAAR = "DescribeCustomRoutingAcceleratorAttributesRequest";
const _DCRAARe = "DescribeCustomRoutingAcceleratorAttributesResponse";
const _DCRAR = "DeleteCustomRoutingAcceleratorRequest";
const _DCRARe = "DescribeCustomRoutingAcceleratorRequest";
const _DCRARes = "DescribeCustomRoutingAcceleratorResponse";
const _DCRAe = "DescribeCustomRoutingAccelerator";
const _DCREG = "DeleteCustomRoutingEndpointGroup";
const _DCREGR = "DeleteCustomRoutingEndpointGroupRequest";
const _DCREGRe = "DescribeCustomRoutingEndpointGroupRequest";
const _DCREGRes = "DescribeCustomRoutingEndpointGroupResponse";
const _DCREGe = "DescribeCustomRoutingEndpointGroup";
const _DCRL = "DeleteCustomRoutingListener";
const _DCRLR = "DeleteCustomRoutingListenerRequest";
const _DCRLRe = "DescribeCustomRoutingListenerRequest";
const _DCRLRes = "DescribeCustomRoutingListenerResponse";
const _DCRLe = "DescribeCustomRoutingListener";
const _DCRT = "DenyCustomRoutingTraffic";
const _DCRTR = "DenyCustomRoutingTrafficRequest";
const _DD = "DestinationDescriptions";
const _DEG = "DeleteEndpointGroup";
const _DEGR = "DeleteEndpointGroupRequest";
const _DEGRe = "DescribeEndpointGroupRequest";
const _DEGRes = "DescribeEndpointGroupResponse";
const _DEGe = "DescribeEndpointGroup";
const _DL = "DeleteListener";
const _DLR = "DeleteListenerRequest";
const _DLRe = "DescribeListenerRequest";
const _DLRes = "DescribeListenerResponse";
const _DLe = "DescribeListener";
const _DN = "DnsName";
const _DP = "DestinationPorts";
const _DPM = "DestinationPortMapping";
const _DPMe = "DestinationPortMappings";
const _DSA = "DestinationSocketAddress";
const _DSDN = "DualStackDnsName";
const _DTS = "DestinationTrafficState";
const _E = "Enabled";
const _EAEE = "EndpointAlreadyExistsException";
const _EC = "EndpointConfigurations";
const _ECn = "EndpointConfiguration";
const _ED = "EndpointDescriptions";
const _EDn = "EndpointDescription";
const _EG = "EndpointGroup";
const _EGA = "EndpointGroupArn";
const _EGAEE = "EndpointGroupAlreadyExistsException";
const _EGNFE = "EndpointGroupNotFoundException";
const _EGR = "EndpointGroupRegion";
const _EGn = "EndpointGroups";
const _EI = "EndpointId";
const _EIn = "EndpointIdentifier";
const _EInd = "EndpointIds";
const _EIndp = "EndpointIdentifiers";
const _ENFE = "EndpointNotFoundException";
const _EP = "EndpointPort";
const _Ev = "Events";
const _FLE = "FlowLogsEnabled";
const _FLSB = "FlowLogsS3Bucket";
const _FLSP = "FlowLogsS3Prefix";
const _FP = "FromPort";
const _HCIS = "HealthCheckIntervalSeconds";
const _HCP = "HealthCheckPort";
const _HCPe = "HealthCheckProtocol";
const _HCPea = "HealthCheckPath";
const _HR = "HealthReason";
const _HS = "HealthState";
const _IA = "IpAddresses";
const _IAD = "IpAddressDetail";
const _IADp = "IpAddressDetails";
const _IAE = "InvalidArgumentException";
const _IAF = "IpAddressFamily";
const _IAT = "IpAddressType";
const _IAp = "IpAddress";
const _ICSE = "IncorrectCidrStateException";
const _IF = "IpFamily";
const _INTE = "InvalidNextTokenException";
const _IPRE = "InvalidPortRangeException";
const _IS = "IpSets";
const _ISEE = "InternalServiceErrorException";
const _ISp = "IpSet";
const _IT = "IdempotencyToken";
const _K = "Key";
const _L = "Listener";
const _LA = "ListenerArn";
const _LAR = "ListAcceleratorsRequest";
const _LARi = "ListAcceleratorsResponse";
const _LAi = "ListAccelerators";
const _LBC = "ListByoipCidrs";
const _LBCR = "ListByoipCidrsRequest";
const _LBCRi = "ListByoipCidrsResponse";
const _LCAA = "ListCrossAccountAttachments";
const _LCAAR = "ListCrossAccountAttachmentsRequest";
const _LCAARi = "ListCrossAccountAttachmentsResponse";
const _LCAR = "ListCrossAccountResources";
const _LCARA = "ListCrossAccountResourceAccounts";
const _LCARAR = "ListCrossAccountResourceAccountsRequest";
const _LCARARi = "ListCrossAccountResourceAccountsResponse";
const _LCARR = "ListCrossAccountResourcesRequest";
const _LCARRi = "ListCrossAccountResourcesResponse";
const _LCRA = "ListCustomRoutingAccelerators";
const _LCRAR = "ListCustomRoutingAcceleratorsRequest";
const _LCRARi = "ListCustomRoutingAcceleratorsResponse";
const _LCREG = "ListCustomRoutingEndpointGroups";
const _LCREGR = "ListCustomRoutingEndpointGroupsRequest";
const _LCREGRi = "ListCustomRoutingEndpointGroupsResponse";
const _LCRL = "ListCustomRoutingListeners";
const _LCRLR = "ListCustomRoutingListenersRequest";
const _LCRLRi = "ListCustomRoutingListenersResponse";
const _LCRPM = "ListCustomRoutingPortMappings";
const _LCRPMBD = "ListCustomRoutingPortMappingsByDestination";
const _LCRPMBDR = "ListCustomRoutingPortMappingsByDestinationRequest";
const _LCRPMBDRi = "ListCustomRoutingPortMappingsByDestinationResponse";
const _LCRPMR = "ListCustomRoutingPortMappingsRequest";
const _LCRPMRi = "ListCustomRoutingPortMappingsResponse";
const _LEE = "LimitExceededException";
const _LEG = "ListEndpointGroups";
const _LEGR = "ListEndpointGroupsRequest";
const _LEGRi = "ListEndpointGroupsResponse";
const _LL = "ListListeners";
const _LLR = "ListListenersRequest";
const _LLRi = "ListListenersResponse";
const _LMT = "LastModifiedTime";
const _LNFE = "ListenerNotFoundException";
const _LP = "ListenerPort";
const _LTFR = "ListTagsForResource";
const _LTFRR = "ListTagsForResourceRequest";
const _LTFRRi = "ListTagsForResourceResponse";
const _Li = "Listeners";
const _M = "Message";
const _MR = "MaxResults";
const _N = "Name";
const _NT = "NextToken";
const _NZ = "NetworkZone";
const _P = "Principals";
const _PBC = "ProvisionByoipCidr";
const _PBCR = "ProvisionByoipCidrRequest";
const _PBCRr = "ProvisionByoipCidrResponse";
const _PM = "PortMappings";
const _PMo = "PortMapping";
const _PO = "PortOverrides";
const _POo = "PortOverride";
const _PR = "PortRanges";
const _PRo = "PortRange";
const _Po = "Port";
const _Pr = "Protocol";
const _Pro = "Protocols";
const _R = "Resources";
const _RA = "ResourceArn";
const _RCRE = "RemoveCustomRoutingEndpoints";
const _RCRER = "RemoveCustomRoutingEndpointsRequest";
const _RE = "RemoveEndpoints";
const _RER = "RemoveEndpointsRequest";
const _ROAAI = "ResourceOwnerAwsAccountIds";
const _ROAAIe = "ResourceOwnerAwsAccountId";
const _RP = "RemovePrincipals";
const _RR = "RemoveResources";
const _Re = "Resource";
const _Reg = "Region";
const _S = "Status";
const _SA = "SocketAddress";
const _SAo = "SocketAddresses";
const _Si = "Signature";
const _St = "State";
const _T = "Timestamp";
const _TC = "ThresholdCount";
const _TDP = "TrafficDialPercentage";
const _TIPE = "TransactionInProgressException";
const _TK = "TagKeys";
const _TP = "ToPort";
const _TR = "TagResource";
const _TRR = "TagResourceRequest";
const _TRRa = "TagResourceResponse";
const _Ta = "Tags";
const _Tag = "Tag";
const _UA = "UpdateAccelerator";
const _UAA = "UpdateAcceleratorAttributes";
const _UAAR = "UpdateAcceleratorAttributesRequest";
const _UAARp = "UpdateAcceleratorAttributesResponse";
const _UAR = "UpdateAcceleratorRequest";
const _UARp = "UpdateAcceleratorResponse";
const _UCAA = "UpdateCrossAccountAttachment";
const _UCAAR = "UpdateCrossAccountAttachmentRequest";
const _UCAARp = "UpdateCrossAccountAttachmentResponse";
const _UCRA = "UpdateCustomRoutingAccelerator";
const _UCRAA = "UpdateCustomRoutingAcceleratorAttributes";
const _UCRAAR = "UpdateCustomRoutingAcceleratorAttributesRequest";
const _UCRAARp = "UpdateCustomRoutingAcceleratorAttributesResponse";
const _UCRAR = "UpdateCustomRoutingAcceleratorRequest";
const _UCRARp = "UpdateCustomRoutingAcceleratorResponse";
const _UCRL = "UpdateCustomRoutingListener";
const _UCRLR = "UpdateCustomRoutingListenerRequest";
const _UCRLRp = "UpdateCustomRoutingListenerResponse";
const _UEG = "UpdateEndpointGroup";
const _UEGR = "UpdateEndpointGroupRequest";
const _UEGRp = "UpdateEndpointGroupResponse";
const _UL = "UpdateListener";
const _ULR = "UpdateListenerRequest";
const _ULRp = "UpdateListenerResponse";
const _UR = "UntagResource";
const _URR = "UntagResourceRequest";
const _URRn = "UntagResourceResponse";
const _V = "Value";
const _W = "Weight";
const _WBC = "WithdrawByoipCidr";
const _WBCR = "WithdrawByoipCidrRequest";
const _WBCRi = "WithdrawByoipCidrResponse";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.globalaccelerator";
const _se = "server";
const n0 = "com.amazonaws.globalaccelerator";
const _s_registry = new TypeRegistry(_s);
var GlobalAcceleratorServiceException$ = [-3, _s, "GlobalAcceleratorServiceException", 0, [], []];
_s_registry.registerError(GlobalAcceleratorServiceException$, GlobalAcceleratorServiceException);
const n0_registry = new TypeRegistry(n0);
var AcceleratorNotDisabledException$ = [-3, n0, _ANDE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(AcceleratorNotDisabledException$, AcceleratorNotDisabledException);
var AcceleratorNotFoundException$ = [-3, n0, _ANFE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(AcceleratorNotFoundException$, AcceleratorNotFoundException);
var AccessDeniedException$ = [-3, n0, _ADE,
    { [_e]: _c, [_hE]: 403 },
    [_M],
    [0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var AssociatedEndpointGroupFoundException$ = [-3, n0, _AEGFE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(AssociatedEndpointGroupFoundException$, AssociatedEndpointGroupFoundException);
var AssociatedListenerFoundException$ = [-3, n0, _ALFE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(AssociatedListenerFoundException$, AssociatedListenerFoundException);
var AttachmentNotFoundException$ = [-3, n0, _ANFEt,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(AttachmentNotFoundException$, AttachmentNotFoundException);
var ByoipCidrNotFoundException$ = [-3, n0, _BCNFE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(ByoipCidrNotFoundException$, ByoipCidrNotFoundException);
var ConflictException$ = [-3, n0, _CE,
    { [_e]: _c, [_hE]: 409 },
    [_M],
    [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var EndpointAlreadyExistsException$ = [-3, n0, _EAEE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(EndpointAlreadyExistsException$, EndpointAlreadyExistsException);
var EndpointGroupAlreadyExistsException$ = [-3, n0, _EGAEE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(EndpointGroupAlreadyExistsException$, EndpointGroupAlreadyExistsException);
var EndpointGroupNotFoundException$ = [-3, n0, _EGNFE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(EndpointGroupNotFoundException$, EndpointGroupNotFoundException);
var EndpointNotFoundException$ = [-3, n0, _ENFE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(EndpointNotFoundException$, EndpointNotFoundException);
var IncorrectCidrStateException$ = [-3, n0, _ICSE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(IncorrectCidrStateException$, IncorrectCidrStateException);
var InternalServiceErrorException$ = [-3, n0, _ISEE,
    { [_e]: _se, [_hE]: 500 },
    [_M],
    [0]
];
n0_registry.registerError(InternalServiceErrorException$, InternalServiceErrorException);
var InvalidArgumentException$ = [-3, n0, _IAE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(InvalidArgumentException$, InvalidArgumentException);
var InvalidNextTokenException$ = [-3, n0, _INTE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidPortRangeException$ = [-3, n0, _IPRE,
    { [_e]: _c, [_hE]: 400 },
    [_M],
    [0]
];
n0_registry.registerError(InvalidPortRangeException$, InvalidPortRangeException);
var LimitExceededException$ = [-3, n0, _LEE,
    { [_e]: _c, [_hE]: 403 },
    [_M],
    [0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var ListenerNotFoundException$ = [-3, n0, _LNFE,
    { [_e]: _c, [_hE]: 404 },
    [_M],
    [0]
];
n0_registry.registerError(ListenerNotFoundException$, ListenerNotFoundException);
var TransactionInProgressException$ = [-3, n0, _TIPE,
    { [_e]: _c, [_hE]: 409 },
    [_M],
    [0]
];
n0_registry.registerError(TransactionInProgressException$, TransactionInProgressException);
const errorTypeRegistries = [
    _s_registry,
    n0_registry,
];
var Accelerator$ = [3, n0, _A,
    0,
    [_AA, _N, _IAT, _E, _IS, _DN, _S, _CT, _LMT, _DSDN, _Ev],
    [0, 0, 0, 2, () => IpSets, 0, 0, 4, 4, 0, () => AcceleratorEvents]
];
var AcceleratorAttributes$ = [3, n0, _AAc,
    0,
    [_FLE, _FLSB, _FLSP],
    [2, 0, 0]
];
var AcceleratorEvent$ = [3, n0, _AE,
    0,
    [_M, _T],
    [0, 4]
];
var AddCustomRoutingEndpointsRequest$ = [3, n0, _ACRER,
    0,
    [_EC, _EGA],
    [() => CustomRoutingEndpointConfigurations, 0], 2
];
var AddCustomRoutingEndpointsResponse$ = [3, n0, _ACRERd,
    0,
    [_ED, _EGA],
    [() => CustomRoutingEndpointDescriptions, 0]
];
var AddEndpointsRequest$ = [3, n0, _AER,
    0,
    [_EC, _EGA],
    [() => EndpointConfigurations, 0], 2
];
var AddEndpointsResponse$ = [3, n0, _AERd,
    0,
    [_ED, _EGA],
    [() => EndpointDescriptions, 0]
];
var AdvertiseByoipCidrRequest$ = [3, n0, _ABCR,
    0,
    [_C],
    [0], 1
];
var AdvertiseByoipCidrResponse$ = [3, n0, _ABCRd,
    0,
    [_BC],
    [() => ByoipCidr$]
];
var AllowCustomRoutingTrafficRequest$ = [3, n0, _ACRTR,
    0,
    [_EGA, _EI, _DA, _DP, _AATTE],
    [0, 0, 64 | 0, 64 | 1, 2], 2
];
var Attachment$ = [3, n0, _At,
    0,
    [_AAt, _N, _P, _R, _LMT, _CT],
    [0, 0, 64 | 0, () => Resources, 4, 4]
];
var ByoipCidr$ = [3, n0, _BC,
    0,
    [_C, _St, _Ev],
    [0, 0, () => ByoipCidrEvents]
];
var ByoipCidrEvent$ = [3, n0, _BCE,
    0,
    [_M, _T],
    [0, 4]
];
var CidrAuthorizationContext$ = [3, n0, _CAC,
    0,
    [_M, _Si],
    [0, 0], 2
];
var CreateAcceleratorRequest$ = [3, n0, _CAR,
    0,
    [_N, _IAT, _IA, _E, _IT, _Ta],
    [0, 0, 64 | 0, 2, [0, 4], () => Tags], 1
];
var CreateAcceleratorResponse$ = [3, n0, _CARr,
    0,
    [_A],
    [() => Accelerator$]
];
var CreateCrossAccountAttachmentRequest$ = [3, n0, _CCAAR,
    0,
    [_N, _P, _R, _IT, _Ta],
    [0, 64 | 0, () => Resources, [0, 4], () => Tags], 1
];
var CreateCrossAccountAttachmentResponse$ = [3, n0, _CCAARr,
    0,
    [_CAA],
    [() => Attachment$]
];
var CreateCustomRoutingAcceleratorRequest$ = [3, n0, _CCRAR,
    0,
    [_N, _IAT, _IA, _E, _IT, _Ta],
    [0, 0, 64 | 0, 2, [0, 4], () => Tags], 1
];
var CreateCustomRoutingAcceleratorResponse$ = [3, n0, _CCRARr,
    0,
    [_A],
    [() => CustomRoutingAccelerator$]
];
var CreateCustomRoutingEndpointGroupRequest$ = [3, n0, _CCREGR,
    0,
    [_LA, _EGR, _DC, _IT],
    [0, 0, () => CustomRoutingDestinationConfigurations, [0, 4]], 3
];
var CreateCustomRoutingEndpointGroupResponse$ = [3, n0, _CCREGRr,
    0,
    [_EG],
    [() => CustomRoutingEndpointGroup$]
];
var CreateCustomRoutingListenerRequest$ = [3, n0, _CCRLR,
    0,
    [_AA, _PR, _IT],
    [0, () => PortRanges, [0, 4]], 2
];
var CreateCustomRoutingListenerResponse$ = [3, n0, _CCRLRr,
    0,
    [_L],
    [() => CustomRoutingListener$]
];
var CreateEndpointGroupRequest$ = [3, n0, _CEGR,
    0,
    [_LA, _EGR, _EC, _TDP, _HCP, _HCPe, _HCPea, _HCIS, _TC, _IT, _PO],
    [0, 0, () => EndpointConfigurations, 1, 1, 0, 0, 1, 1, [0, 4], () => PortOverrides], 2
];
var CreateEndpointGroupResponse$ = [3, n0, _CEGRr,
    0,
    [_EG],
    [() => EndpointGroup$]
];
var CreateListenerRequest$ = [3, n0, _CLR,
    0,
    [_AA, _PR, _Pr, _CA, _IT],
    [0, () => PortRanges, 0, 0, [0, 4]], 3
];
var CreateListenerResponse$ = [3, n0, _CLRr,
    0,
    [_L],
    [() => Listener$]
];
var CrossAccountResource$ = [3, n0, _CARro,
    0,
    [_EI, _C, _AAt],
    [0, 0, 0]
];
var CustomRoutingAccelerator$ = [3, n0, _CRA,
    0,
    [_AA, _N, _IAT, _E, _IS, _DN, _S, _CT, _LMT],
    [0, 0, 0, 2, () => IpSets, 0, 0, 4, 4]
];
var CustomRoutingAcceleratorAttributes$ = [3, n0, _CRAA,
    0,
    [_FLE, _FLSB, _FLSP],
    [2, 0, 0]
];
var CustomRoutingDestinationConfiguration$ = [3, n0, _CRDC,
    0,
    [_FP, _TP, _Pro],
    [1, 1, 64 | 0], 3
];
var CustomRoutingDestinationDescription$ = [3, n0, _CRDD,
    0,
    [_FP, _TP, _Pro],
    [1, 1, 64 | 0]
];
var CustomRoutingEndpointConfiguration$ = [3, n0, _CREC,
    0,
    [_EI, _AAt],
    [0, 0]
];
var CustomRoutingEndpointDescription$ = [3, n0, _CRED,
    0,
    [_EI],
    [0]
];
var CustomRoutingEndpointGroup$ = [3, n0, _CREG,
    0,
    [_EGA, _EGR, _DD, _ED],
    [0, 0, () => CustomRoutingDestinationDescriptions, () => CustomRoutingEndpointDescriptions]
];
var CustomRoutingListener$ = [3, n0, _CRL,
    0,
    [_LA, _PR],
    [0, () => PortRanges]
];
var DeleteAcceleratorRequest$ = [3, n0, _DAR,
    0,
    [_AA],
    [0], 1
];
var DeleteCrossAccountAttachmentRequest$ = [3, n0, _DCAAR,
    0,
    [_AAt],
    [0], 1
];
var DeleteCustomRoutingAcceleratorRequest$ = [3, n0, _DCRAR,
    0,
    [_AA],
    [0], 1
];
var DeleteCustomRoutingEndpointGroupRequest$ = [3, n0, _DCREGR,
    0,
    [_EGA],
    [0], 1
];
var DeleteCustomRoutingListenerRequest$ = [3, n0, _DCRLR,
    0,
    [_LA],
    [0], 1
];
var DeleteEndpointGroupRequest$ = [3, n0, _DEGR,
    0,
    [_EGA],
    [0], 1
];
var DeleteListenerRequest$ = [3, n0, _DLR,
    0,
    [_LA],
    [0], 1
];
var DenyCustomRoutingTrafficRequest$ = [3, n0, _DCRTR,
    0,
    [_EGA, _EI, _DA, _DP, _DATTE],
    [0, 0, 64 | 0, 64 | 1, 2], 2
];
var DeprovisionByoipCidrRequest$ = [3, n0, _DBCR,
    0,
    [_C],
    [0], 1
];
var DeprovisionByoipCidrResponse$ = [3, n0, _DBCRe,
    0,
    [_BC],
    [() => ByoipCidr$]
];
var DescribeAcceleratorAttributesRequest$ = [3, n0, _DAAR,
    0,
    [_AA],
    [0], 1
];
var DescribeAcceleratorAttributesResponse$ = [3, n0, _DAARe,
    0,
    [_AAc],
    [() => AcceleratorAttributes$]
];
var DescribeAcceleratorRequest$ = [3, n0, _DARe,
    0,
    [_AA],
    [0], 1
];
var DescribeAcceleratorResponse$ = [3, n0, _DARes,
    0,
    [_A],
    [() => Accelerator$]
];
var DescribeCrossAccountAttachmentRequest$ = [3, n0, _DCAARe,
    0,
    [_AAt],
    [0], 1
];
var DescribeCrossAccountAttachmentResponse$ = [3, n0, _DCAARes,
    0,
    [_CAA],
    [() => Attachment$]
];
var DescribeCustomRoutingAcceleratorAttributesRequest$ = [3, n0, _DCRAAR,
    0,
    [_AA],
    [0], 1
];
var DescribeCustomRoutingAcceleratorAttributesResponse$ = [3, n0, _DCRAARe,
    0,
    [_AAc],
    [() => CustomRoutingAcceleratorAttributes$]
];
var DescribeCustomRoutingAcceleratorRequest$ = [3, n0, _DCRARe,
    0,
    [_AA],
    [0], 1
];
var DescribeCustomRoutingAcceleratorResponse$ = [3, n0, _DCRARes,
    0,
    [_A],
    [() => CustomRoutingAccelerator$]
];
var DescribeCustomRoutingEndpointGroupRequest$ = [3, n0, _DCREGRe,
    0,
    [_EGA],
    [0], 1
];
var DescribeCustomRoutingEndpointGroupResponse$ = [3, n0, _DCREGRes,
    0,
    [_EG],
    [() => CustomRoutingEndpointGroup$]
];
var DescribeCustomRoutingListenerRequest$ = [3, n0, _DCRLRe,
    0,
    [_LA],
    [0], 1
];
var DescribeCustomRoutingListenerResponse$ = [3, n0, _DCRLRes,
    0,
    [_L],
    [() => CustomRoutingListener$]
];
var DescribeEndpointGroupRequest$ = [3, n0, _DEGRe,
    0,
    [_EGA],
    [0], 1
];
var DescribeEndpointGroupResponse$ = [3, n0, _DEGRes,
    0,
    [_EG],
    [() => EndpointGroup$]
];
var DescribeListenerRequest$ = [3, n0, _DLRe,
    0,
    [_LA],
    [0], 1
];
var DescribeListenerResponse$ = [3, n0, _DLRes,
    0,
    [_L],
    [() => Listener$]
];
var DestinationPortMapping$ = [3, n0, _DPM,
    0,
    [_AA, _ASA, _EGA, _EI, _EGR, _DSA, _IAT, _DTS],
    [0, () => SocketAddresses, 0, 0, 0, () => SocketAddress$, 0, 0]
];
var EndpointConfiguration$ = [3, n0, _ECn,
    0,
    [_EI, _W, _CIPPE, _AAt],
    [0, 1, 2, 0]
];
var EndpointDescription$ = [3, n0, _EDn,
    0,
    [_EI, _W, _HS, _HR, _CIPPE],
    [0, 1, 0, 0, 2]
];
var EndpointGroup$ = [3, n0, _EG,
    0,
    [_EGA, _EGR, _ED, _TDP, _HCP, _HCPe, _HCPea, _HCIS, _TC, _PO],
    [0, 0, () => EndpointDescriptions, 1, 1, 0, 0, 1, 1, () => PortOverrides]
];
var EndpointIdentifier$ = [3, n0, _EIn,
    0,
    [_EI, _CIPPE],
    [0, 2], 1
];
var IpAddressDetail$ = [3, n0, _IAD,
    0,
    [_IAp, _NZ],
    [0, 0]
];
var IpSet$ = [3, n0, _ISp,
    0,
    [_IF, _IA, _IAF, _IADp],
    [0, 64 | 0, 0, () => IpAddressDetails]
];
var ListAcceleratorsRequest$ = [3, n0, _LAR,
    0,
    [_MR, _NT],
    [1, 0]
];
var ListAcceleratorsResponse$ = [3, n0, _LARi,
    0,
    [_Ac, _NT],
    [() => Accelerators, 0]
];
var ListByoipCidrsRequest$ = [3, n0, _LBCR,
    0,
    [_MR, _NT],
    [1, 0]
];
var ListByoipCidrsResponse$ = [3, n0, _LBCRi,
    0,
    [_BCy, _NT],
    [() => ByoipCidrs, 0]
];
var ListCrossAccountAttachmentsRequest$ = [3, n0, _LCAAR,
    0,
    [_MR, _NT],
    [1, 0]
];
var ListCrossAccountAttachmentsResponse$ = [3, n0, _LCAARi,
    0,
    [_CAAr, _NT],
    [() => Attachments, 0]
];
var ListCrossAccountResourceAccountsRequest$ = [3, n0, _LCARAR,
    0,
    [],
    []
];
var ListCrossAccountResourceAccountsResponse$ = [3, n0, _LCARARi,
    0,
    [_ROAAI],
    [64 | 0]
];
var ListCrossAccountResourcesRequest$ = [3, n0, _LCARR,
    0,
    [_ROAAIe, _AA, _MR, _NT],
    [0, 0, 1, 0], 1
];
var ListCrossAccountResourcesResponse$ = [3, n0, _LCARRi,
    0,
    [_CARros, _NT],
    [() => CrossAccountResources, 0]
];
var ListCustomRoutingAcceleratorsRequest$ = [3, n0, _LCRAR,
    0,
    [_MR, _NT],
    [1, 0]
];
var ListCustomRoutingAcceleratorsResponse$ = [3, n0, _LCRARi,
    0,
    [_Ac, _NT],
    [() => CustomRoutingAccelerators, 0]
];
var ListCustomRoutingEndpointGroupsRequest$ = [3, n0, _LCREGR,
    0,
    [_LA, _MR, _NT],
    [0, 1, 0], 1
];
var ListCustomRoutingEndpointGroupsResponse$ = [3, n0, _LCREGRi,
    0,
    [_EGn, _NT],
    [() => CustomRoutingEndpointGroups, 0]
];
var ListCustomRoutingListenersRequest$ = [3, n0, _LCRLR,
    0,
    [_AA, _MR, _NT],
    [0, 1, 0], 1
];
var ListCustomRoutingListenersResponse$ = [3, n0, _LCRLRi,
    0,
    [_Li, _NT],
    [() => CustomRoutingListeners, 0]
];
var ListCustomRoutingPortMappingsByDestinationRequest$ = [3, n0, _LCRPMBDR,
    0,
    [_EI, _DAe, _MR, _NT],
    [0, 0, 1, 0], 2
];
var ListCustomRoutingPortMappingsByDestinationResponse$ = [3, n0, _LCRPMBDRi,
    0,
    [_DPMe, _NT],
    [() => DestinationPortMappings, 0]
];
var ListCustomRoutingPortMappingsRequest$ = [3, n0, _LCRPMR,
    0,
    [_AA, _EGA, _MR, _NT],
    [0, 0, 1, 0], 1
];
var ListCustomRoutingPortMappingsResponse$ = [3, n0, _LCRPMRi,
    0,
    [_PM, _NT],
    [() => PortMappings, 0]
];
var ListEndpointGroupsRequest$ = [3, n0, _LEGR,
    0,
    [_LA, _MR, _NT],
    [0, 1, 0], 1
];
var ListEndpointGroupsResponse$ = [3, n0, _LEGRi,
    0,
    [_EGn, _NT],
    [() => EndpointGroups, 0]
];
var Listener$ = [3, n0, _L,
    0,
    [_LA, _PR, _Pr, _CA],
    [0, () => PortRanges, 0, 0]
];
var ListListenersRequest$ = [3, n0, _LLR,
    0,
    [_AA, _MR, _NT],
    [0, 1, 0], 1
];
var ListListenersResponse$ = [3, n0, _LLRi,
    0,
    [_Li, _NT],
    [() => Listeners, 0]
];
var ListTagsForResourceRequest$ = [3, n0, _LTFRR,
    0,
    [_RA],
    [0], 1
];
var ListTagsForResourceResponse$ = [3, n0, _LTFRRi,
    0,
    [_Ta],
    [() => Tags]
];
var PortMapping$ = [3, n0, _PMo,
    0,
    [_AP, _EGA, _EI, _DSA, _Pro, _DTS],
    [1, 0, 0, () => SocketAddress$, 64 | 0, 0]
];
var PortOverride$ = [3, n0, _POo,
    0,
    [_LP, _EP],
    [1, 1]
];
var PortRange$ = [3, n0, _PRo,
    0,
    [_FP, _TP],
    [1, 1]
];
var ProvisionByoipCidrRequest$ = [3, n0, _PBCR,
    0,
    [_C, _CAC],
    [0, () => CidrAuthorizationContext$], 2
];
var ProvisionByoipCidrResponse$ = [3, n0, _PBCRr,
    0,
    [_BC],
    [() => ByoipCidr$]
];
var RemoveCustomRoutingEndpointsRequest$ = [3, n0, _RCRER,
    0,
    [_EInd, _EGA],
    [64 | 0, 0], 2
];
var RemoveEndpointsRequest$ = [3, n0, _RER,
    0,
    [_EIndp, _EGA],
    [() => EndpointIdentifiers, 0], 2
];
var Resource$ = [3, n0, _Re,
    0,
    [_EI, _C, _Reg],
    [0, 0, 0]
];
var SocketAddress$ = [3, n0, _SA,
    0,
    [_IAp, _Po],
    [0, 1]
];
var Tag$ = [3, n0, _Tag,
    0,
    [_K, _V],
    [0, 0], 2
];
var TagResourceRequest$ = [3, n0, _TRR,
    0,
    [_RA, _Ta],
    [0, () => Tags], 2
];
var TagResourceResponse$ = [3, n0, _TRRa,
    0,
    [],
    []
];
var UntagResourceRequest$ = [3, n0, _URR,
    0,
    [_RA, _TK],
    [0, 64 | 0], 2
];
var UntagResourceResponse$ = [3, n0, _URRn,
    0,
    [],
    []
];
var UpdateAcceleratorAttributesRequest$ = [3, n0, _UAAR,
    0,
    [_AA, _FLE, _FLSB, _FLSP],
    [0, 2, 0, 0], 1
];
var UpdateAcceleratorAttributesResponse$ = [3, n0, _UAARp,
    0,
    [_AAc],
    [() => AcceleratorAttributes$]
];
var UpdateAcceleratorRequest$ = [3, n0, _UAR,
    0,
    [_AA, _N, _IAT, _IA, _E],
    [0, 0, 0, 64 | 0, 2], 1
];
var UpdateAcceleratorResponse$ = [3, n0, _UARp,
    0,
    [_A],
    [() => Accelerator$]
];
var UpdateCrossAccountAttachmentRequest$ = [3, n0, _UCAAR,
    0,
    [_AAt, _N, _APd, _RP, _AR, _RR],
    [0, 0, 64 | 0, 64 | 0, () => Resources, () => Resources], 1
];
var UpdateCrossAccountAttachmentResponse$ = [3, n0, _UCAARp,
    0,
    [_CAA],
    [() => Attachment$]
];
var UpdateCustomRoutingAcceleratorAttributesRequest$ = [3, n0, _UCRAAR,
    0,
    [_AA, _FLE, _FLSB, _FLSP],
    [0, 2, 0, 0], 1
];
var UpdateCustomRoutingAcceleratorAttributesResponse$ = [3, n0, _UCRAARp,
    0,
    [_AAc],
    [() => CustomRoutingAcceleratorAttributes$]
];
var UpdateCustomRoutingAcceleratorRequest$ = [3, n0, _UCRAR,
    0,
    [_AA, _N, _IAT, _IA, _E],
    [0, 0, 0, 64 | 0, 2], 1
];
var UpdateCustomRoutingAcceleratorResponse$ = [3, n0, _UCRARp,
    0,
    [_A],
    [() => CustomRoutingAccelerator$]
];
var UpdateCustomRoutingListenerRequest$ = [3, n0, _UCRLR,
    0,
    [_LA, _PR],
    [0, () => PortRanges], 2
];
var UpdateCustomRoutingListenerResponse$ = [3, n0, _UCRLRp,
    0,
    [_L],
    [() => CustomRoutingListener$]
];
var UpdateEndpointGroupRequest$ = [3, n0, _UEGR,
    0,
    [_EGA, _EC, _TDP, _HCP, _HCPe, _HCPea, _HCIS, _TC, _PO],
    [0, () => EndpointConfigurations, 1, 1, 0, 0, 1, 1, () => PortOverrides], 1
];
var UpdateEndpointGroupResponse$ = [3, n0, _UEGRp,
    0,
    [_EG],
    [() => EndpointGroup$]
];
var UpdateListenerRequest$ = [3, n0, _ULR,
    0,
    [_LA, _PR, _Pr, _CA],
    [0, () => PortRanges, 0, 0], 1
];
var UpdateListenerResponse$ = [3, n0, _ULRp,
    0,
    [_L],
    [() => Listener$]
];
var WithdrawByoipCidrRequest$ = [3, n0, _WBCR,
    0,
    [_C],
    [0], 1
];
var WithdrawByoipCidrResponse$ = [3, n0, _WBCRi,
    0,
    [_BC],
    [() => ByoipCidr$]
];
var __Unit = "unit";
var AcceleratorEvents = [1, n0, _AEc,
    0, () => AcceleratorEvent$
];
var Accelerators = [1, n0, _Ac,
    0, () => Accelerator$
];
var Attachments = [1, n0, _Att,
    0, () => Attachment$
];
var ByoipCidrEvents = [1, n0, _BCEy,
    0, () => ByoipCidrEvent$
];
var ByoipCidrs = [1, n0, _BCy,
    0, () => ByoipCidr$
];
var CrossAccountResources = [1, n0, _CARros,
    0, () => CrossAccountResource$
];
var CustomRoutingAccelerators = [1, n0, _CRAu,
    0, () => CustomRoutingAccelerator$
];
var CustomRoutingDestinationConfigurations = [1, n0, _CRDCu,
    0, () => CustomRoutingDestinationConfiguration$
];
var CustomRoutingDestinationDescriptions = [1, n0, _CRDDu,
    0, () => CustomRoutingDestinationDescription$
];
var CustomRoutingEndpointConfigurations = [1, n0, _CRECu,
    0, () => CustomRoutingEndpointConfiguration$
];
var CustomRoutingEndpointDescriptions = [1, n0, _CREDu,
    0, () => CustomRoutingEndpointDescription$
];
var CustomRoutingEndpointGroups = [1, n0, _CREGu,
    0, () => CustomRoutingEndpointGroup$
];
var CustomRoutingListeners = [1, n0, _CRLu,
    0, () => CustomRoutingListener$
];
var DestinationPortMappings = [1, n0, _DPMe,
    0, () => DestinationPortMapping$
];
var EndpointConfigurations = [1, n0, _EC,
    0, () => EndpointConfiguration$
];
var EndpointDescriptions = [1, n0, _ED,
    0, () => EndpointDescription$
];
var EndpointGroups = [1, n0, _EGn,
    0, () => EndpointGroup$
];
var EndpointIdentifiers = [1, n0, _EIndp,
    0, () => EndpointIdentifier$
];
var IpAddressDetails = [1, n0, _IADp,
    0, () => IpAddressDetail$
];
var IpSets = [1, n0, _IS,
    0, () => IpSet$
];
var Listeners = [1, n0, _Li,
    0, () => Listener$
];
var PortMappings = [1, n0, _PM,
    0, () => PortMapping$
];
var PortOverrides = [1, n0, _PO,
    0, () => PortOverride$
];
var PortRanges = [1, n0, _PR,
    0, () => PortRange$
];
var Resources = [1, n0, _R,
    0, () => Resource$
];
var SocketAddresses = [1, n0, _SAo,
    0, () => SocketAddress$
];
var Tags = [1, n0, _Ta,
    0, () => Tag$
];
var AddCustomRoutingEndpoints$ = [9, n0, _ACRE,
    0, () => AddCustomRoutingEndpointsRequest$, () => AddCustomRoutingEndpointsResponse$
];
var AddEndpoints$ = [9, n0, _AEd,
    0, () => AddEndpointsRequest$, () => AddEndpointsResponse$
];
var AdvertiseByoipCidr$ = [9, n0, _ABC,
    0, () => AdvertiseByoipCidrRequest$, () => AdvertiseByoipCidrResponse$
];
var AllowCustomRoutingTraffic$ = [9, n0, _ACRT,
    0, () => AllowCustomRoutingTrafficRequest$, () => __Unit
];
var CreateAccelerator$ = [9, n0, _CAr,
    0, () => CreateAcceleratorRequest$, () => CreateAcceleratorResponse$
];
var CreateCrossAccountAttachment$ = [9, n0, _CCAA,
    0, () => CreateCrossAccountAttachmentRequest$, () => CreateCrossAccountAttachmentResponse$
];
var CreateCustomRoutingAccelerator$ = [9, n0, _CCRA,
    0, () => CreateCustomRoutingAcceleratorRequest$, () => CreateCustomRoutingAcceleratorResponse$
];
var CreateCustomRoutingEndpointGroup$ = [9, n0, _CCREG,
    0, () => CreateCustomRoutingEndpointGroupRequest$, () => CreateCustomRoutingEndpointGroupResponse$
];
var CreateCustomRoutingListener$ = [9, n0, _CCRL,
    0, () => CreateCustomRoutingListenerRequest$, () => CreateCustomRoutingListenerResponse$
];
var CreateEndpointGroup$ = [9, n0, _CEG,
    0, () => CreateEndpointGroupRequest$, () => CreateEndpointGroupResponse$
];
var CreateListener$ = [9, n0, _CL,
    0, () => CreateListenerRequest$, () => CreateListenerResponse$
];
var DeleteAccelerator$ = [9, n0, _DAel,
    0, () => DeleteAcceleratorRequest$, () => __Unit
];
var DeleteCrossAccountAttachment$ = [9, n0, _DCAA,
    0, () => DeleteCrossAccountAttachmentRequest$, () => __Unit
];
var DeleteCustomRoutingAccelerator$ = [9, n0, _DCRA,
    0, () => DeleteCustomRoutingAcceleratorRequest$, () => __Unit
];
var DeleteCustomRoutingEndpointGroup$ = [9, n0, _DCREG,
    0, () => DeleteCustomRoutingEndpointGroupRequest$, () => __Unit
];
var DeleteCustomRoutingListener$ = [9, n0, _DCRL,
    0, () => DeleteCustomRoutingListenerRequest$, () => __Unit
];
var DeleteEndpointGroup$ = [9, n0, _DEG,
    0, () => DeleteEndpointGroupRequest$, () => __Unit
];
var DeleteListener$ = [9, n0, _DL,
    0, () => DeleteListenerRequest$, () => __Unit
];
var DenyCustomRoutingTraffic$ = [9, n0, _DCRT,
    0, () => DenyCustomRoutingTrafficRequest$, () => __Unit
];
var DeprovisionByoipCidr$ = [9, n0, _DBC,
    0, () => DeprovisionByoipCidrRequest$, () => DeprovisionByoipCidrResponse$
];
var DescribeAccelerator$ = [9, n0, _DAes,
    0, () => DescribeAcceleratorRequest$, () => DescribeAcceleratorResponse$
];
var DescribeAcceleratorAttributes$ = [9, n0, _DAA,
    0, () => DescribeAcceleratorAttributesRequest$, () => DescribeAcceleratorAttributesResponse$
];
var DescribeCrossAccountAttachment$ = [9, n0, _DCAAe,
    0, () => DescribeCrossAccountAttachmentRequest$, () => DescribeCrossAccountAttachmentResponse$
];
var DescribeCustomRoutingAccelerator$ = [9, n0, _DCRAe,
    0, () => DescribeCustomRoutingAcceleratorRequest$, () => DescribeCustomRoutingAcceleratorResponse$
];
var DescribeCustomRoutingAcceleratorAttributes$ = [9, n0, _DCRAA,
    0, () => DescribeCustomRoutingAcceleratorAttributesRequest$, () => DescribeCustomRoutingAcceleratorAttributesResponse$
];
var DescribeCustomRoutingEndpointGroup$ = [9, n0, _DCREGe,
    0, () => DescribeCustomRoutingEndpointGroupRequest$, () => DescribeCustomRoutingEndpointGroupResponse$
];
var DescribeCustomRoutingListener$ = [9, n0, _DCRLe,
    0, () => DescribeCustomRoutingListenerRequest$, () => DescribeCustomRoutingListenerResponse$
];
var DescribeEndpointGroup$ = [9, n0, _DEGe,
    0, () => DescribeEndpointGroupRequest$, () => DescribeEndpointGroupResponse$
];
var DescribeListener$ = [9, n0, _DLe,
    0, () => DescribeListenerRequest$, () => DescribeListenerResponse$
];
var ListAccelerators$ = [9, n0, _LAi,
    0, () => ListAcceleratorsRequest$, () => ListAcceleratorsResponse$
];
var ListByoipCidrs$ = [9, n0, _LBC,
    0, () => ListByoipCidrsRequest$, () => ListByoipCidrsResponse$
];
var ListCrossAccountAttachments$ = [9, n0, _LCAA,
    0, () => ListCrossAccountAttachmentsRequest$, () => ListCrossAccountAttachmentsResponse$
];
var ListCrossAccountResourceAccounts$ = [9, n0, _LCARA,
    0, () => ListCrossAccountResourceAccountsRequest$, () => ListCrossAccountResourceAccountsResponse$
];
var ListCrossAccountResources$ = [9, n0, _LCAR,
    0, () => ListCrossAccountResourcesRequest$, () => ListCrossAccountResourcesResponse$
];
var ListCustomRoutingAccelerators$ = [9, n0, _LCRA,
    0, () => ListCustomRoutingAcceleratorsRequest$, () => ListCustomRoutingAcceleratorsResponse$
];
var ListCustomRoutingEndpointGroups$ = [9, n0, _LCREG,
    0, () => ListCustomRoutingEndpointGroupsRequest$, () => ListCustomRoutingEndpointGroupsResponse$
];
var ListCustomRoutingListeners$ = [9, n0, _LCRL,
    0, () => ListCustomRoutingListenersRequest$, () => ListCustomRoutingListenersResponse$
];
var ListCustomRoutingPortMappings$ = [9, n0, _LCRPM,
    0, () => ListCustomRoutingPortMappingsRequest$, () => ListCustomRoutingPortMappingsResponse$
];
var ListCustomRoutingPortMappingsByDestination$ = [9, n0, _LCRPMBD,
    0, () => ListCustomRoutingPortMappingsByDestinationRequest$, () => ListCustomRoutingPortMappingsByDestinationResponse$
];
var ListEndpointGroups$ = [9, n0, _LEG,
    0, () => ListEndpointGroupsRequest$, () => ListEndpointGroupsResponse$
];
var ListListeners$ = [9, n0, _LL,
    0, () => ListListenersRequest$, () => ListListenersResponse$
];
var ListTagsForResource$ = [9, n0, _LTFR,
    0, () => ListTagsForResourceRequest$, () => ListTagsForResourceResponse$
];
var ProvisionByoipCidr$ = [9, n0, _PBC,
    0, () => ProvisionByoipCidrRequest$, () => ProvisionByoipCidrResponse$
];
var RemoveCustomRoutingEndpoints$ = [9, n0, _RCRE,
    0, () => RemoveCustomRoutingEndpointsRequest$, () => __Unit
];
var RemoveEndpoints$ = [9, n0, _RE,
    0, () => RemoveEndpointsRequest$, () => __Unit
];
var TagResource$ = [9, n0, _TR,
    0, () => TagResourceRequest$, () => TagResourceResponse$
];
var UntagResource$ = [9, n0, _UR,
    0, () => UntagResourceRequest$, () => UntagResourceResponse$
];
var UpdateAccelerator$ = [9, n0, _UA,
    0, () => UpdateAcceleratorRequest$, () => UpdateAcceleratorResponse$
];
var UpdateAcceleratorAttributes$ = [9, n0, _UAA,
    0, () => UpdateAcceleratorAttributesRequest$, () => UpdateAcceleratorAttributesResponse$
];
var UpdateCrossAccountAttachment$ = [9, n0, _UCAA,
    0, () => UpdateCrossAccountAttachmentRequest$, () => UpdateCrossAccountAttachmentResponse$
];
var UpdateCustomRoutingAccelerator$ = [9, n0, _UCRA,
    0, () => UpdateCustomRoutingAcceleratorRequest$, () => UpdateCustomRoutingAcceleratorResponse$
];
var UpdateCustomRoutingAcceleratorAttributes$ = [9, n0, _UCRAA,
    0, () => UpdateCustomRoutingAcceleratorAttributesRequest$, () => UpdateCustomRoutingAcceleratorAttributesResponse$
];
var UpdateCustomRoutingListener$ = [9, n0, _UCRL,
    0, () => UpdateCustomRoutingListenerRequest$, () => UpdateCustomRoutingListenerResponse$
];
var UpdateEndpointGroup$ = [9, n0, _UEG,
    0, () => UpdateEndpointGroupRequest$, () => UpdateEndpointGroupResponse$
];
var UpdateListener$ = [9, n0, _UL,
    0, () => UpdateListenerRequest$, () => UpdateListenerResponse$
];
var WithdrawByoipCidr$ = [9, n0, _WBC,
    0, () => WithdrawByoipCidrRequest$, () => WithdrawByoipCidrResponse$
];

const getRuntimeConfig$1 = (config) => {
    return {
        apiVersion: "2018-08-08",
        base64Decoder: config?.base64Decoder ?? fromBase64,
        base64Encoder: config?.base64Encoder ?? toBase64,
        disableHostPrefix: config?.disableHostPrefix ?? false,
        endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
        extensions: config?.extensions ?? [],
        httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultGlobalAcceleratorHttpAuthSchemeProvider,
        httpAuthSchemes: config?.httpAuthSchemes ?? [
            {
                schemeId: "aws.auth#sigv4",
                identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
                signer: new AwsSdkSigV4Signer(),
            },
        ],
        logger: config?.logger ?? new NoOpLogger(),
        protocol: config?.protocol ?? AwsJson1_1Protocol,
        protocolSettings: config?.protocolSettings ?? {
            defaultNamespace: "com.amazonaws.globalaccelerator",
            errorTypeRegistries,
            version: "2018-08-08",
            serviceTarget: "GlobalAccelerator_V20180706",
        },
        serviceId: config?.serviceId ?? "Global Accelerator",
        sha256: config?.sha256 ?? Sha256,
        urlParser: config?.urlParser ?? parseUrl,
        utf8Decoder: config?.utf8Decoder ?? fromUtf8,
        utf8Encoder: config?.utf8Encoder ?? toUtf8,
    };
};

const getRuntimeConfig = (config) => {
    emitWarningIfUnsupportedVersion(process.version);
    const defaultsMode = resolveDefaultsModeConfig(config);
    const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
    const clientSharedValues = getRuntimeConfig$1(config);
    emitWarningIfUnsupportedVersion$1(process.version);
    const loaderConfig = {
        profile: config?.profile,
        logger: clientSharedValues.logger,
    };
    return {
        ...clientSharedValues,
        ...config,
        runtime: "node",
        defaultsMode,
        authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
        bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
        credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
        defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 300_000),
        defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: packageInfo.version }),
        maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
        region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
        requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
        retryMode: config?.retryMode ??
            loadConfig({
                ...NODE_RETRY_MODE_CONFIG_OPTIONS,
                default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE,
            }, config),
        streamCollector: config?.streamCollector ?? streamCollector,
        useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig),
    };
};

const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
    const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
    let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
    let _credentials = runtimeConfig.credentials;
    return {
        setHttpAuthScheme(httpAuthScheme) {
            const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
            if (index === -1) {
                _httpAuthSchemes.push(httpAuthScheme);
            }
            else {
                _httpAuthSchemes.splice(index, 1, httpAuthScheme);
            }
        },
        httpAuthSchemes() {
            return _httpAuthSchemes;
        },
        setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
            _httpAuthSchemeProvider = httpAuthSchemeProvider;
        },
        httpAuthSchemeProvider() {
            return _httpAuthSchemeProvider;
        },
        setCredentials(credentials) {
            _credentials = credentials;
        },
        credentials() {
            return _credentials;
        },
    };
};
const resolveHttpAuthRuntimeConfig = (config) => {
    return {
        httpAuthSchemes: config.httpAuthSchemes(),
        httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
        credentials: config.credentials(),
    };
};

const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
    const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
    extensions.forEach((extension) => extension.configure(extensionConfiguration));
    return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

class GlobalAcceleratorClient extends Client {
    config;
    constructor(...[configuration]) {
        const _config_0 = getRuntimeConfig(configuration || {});
        super(_config_0);
        this.initConfig = _config_0;
        const _config_1 = resolveClientEndpointParameters(_config_0);
        const _config_2 = resolveUserAgentConfig(_config_1);
        const _config_3 = resolveRetryConfig(_config_2);
        const _config_4 = resolveRegionConfig(_config_3);
        const _config_5 = resolveHostHeaderConfig(_config_4);
        const _config_6 = resolveEndpointConfig(_config_5);
        const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
        const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
        this.config = _config_8;
        this.middlewareStack.use(getSchemaSerdePlugin(this.config));
        this.middlewareStack.use(getUserAgentPlugin(this.config));
        this.middlewareStack.use(getRetryPlugin(this.config));
        this.middlewareStack.use(getContentLengthPlugin(this.config));
        this.middlewareStack.use(getHostHeaderPlugin(this.config));
        this.middlewareStack.use(getLoggerPlugin(this.config));
        this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
        this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
            httpAuthSchemeParametersProvider: defaultGlobalAcceleratorHttpAuthSchemeParametersProvider,
            identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
                "aws.auth#sigv4": config.credentials,
            }),
        }));
        this.middlewareStack.use(getHttpSigningPlugin(this.config));
    }
    destroy() {
        super.destroy();
    }
}

const command = makeBuilder(commonParams, "GlobalAccelerator_V20180706", "GlobalAcceleratorClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

class AddCustomRoutingEndpointsCommand extends command(_ep0, _mw0, "AddCustomRoutingEndpoints", AddCustomRoutingEndpoints$) {
}

class AddEndpointsCommand extends command(_ep0, _mw0, "AddEndpoints", AddEndpoints$) {
}

class AdvertiseByoipCidrCommand extends command(_ep0, _mw0, "AdvertiseByoipCidr", AdvertiseByoipCidr$) {
}

class AllowCustomRoutingTrafficCommand extends command(_ep0, _mw0, "AllowCustomRoutingTraffic", AllowCustomRoutingTraffic$) {
}

class CreateAcceleratorCommand extends command(_ep0, _mw0, "CreateAccelerator", CreateAccelerator$) {
}

class CreateCrossAccountAttachmentCommand extends command(_ep0, _mw0, "CreateCrossAccountAttachment", CreateCrossAccountAttachment$) {
}

class CreateCustomRoutingAcceleratorCommand extends command(_ep0, _mw0, "CreateCustomRoutingAccelerator", CreateCustomRoutingAccelerator$) {
}

class CreateCustomRoutingEndpointGroupCommand extends command(_ep0, _mw0, "CreateCustomRoutingEndpointGroup", CreateCustomRoutingEndpointGroup$) {
}

class CreateCustomRoutingListenerCommand extends command(_ep0, _mw0, "CreateCustomRoutingListener", CreateCustomRoutingListener$) {
}

class CreateEndpointGroupCommand extends command(_ep0, _mw0, "CreateEndpointGroup", CreateEndpointGroup$) {
}

class CreateListenerCommand extends command(_ep0, _mw0, "CreateListener", CreateListener$) {
}

class DeleteAcceleratorCommand extends command(_ep0, _mw0, "DeleteAccelerator", DeleteAccelerator$) {
}

class DeleteCrossAccountAttachmentCommand extends command(_ep0, _mw0, "DeleteCrossAccountAttachment", DeleteCrossAccountAttachment$) {
}

class DeleteCustomRoutingAcceleratorCommand extends command(_ep0, _mw0, "DeleteCustomRoutingAccelerator", DeleteCustomRoutingAccelerator$) {
}

class DeleteCustomRoutingEndpointGroupCommand extends command(_ep0, _mw0, "DeleteCustomRoutingEndpointGroup", DeleteCustomRoutingEndpointGroup$) {
}

class DeleteCustomRoutingListenerCommand extends command(_ep0, _mw0, "DeleteCustomRoutingListener", DeleteCustomRoutingListener$) {
}

class DeleteEndpointGroupCommand extends command(_ep0, _mw0, "DeleteEndpointGroup", DeleteEndpointGroup$) {
}

class DeleteListenerCommand extends command(_ep0, _mw0, "DeleteListener", DeleteListener$) {
}

class DenyCustomRoutingTrafficCommand extends command(_ep0, _mw0, "DenyCustomRoutingTraffic", DenyCustomRoutingTraffic$) {
}

class DeprovisionByoipCidrCommand extends command(_ep0, _mw0, "DeprovisionByoipCidr", DeprovisionByoipCidr$) {
}

class DescribeAcceleratorAttributesCommand extends command(_ep0, _mw0, "DescribeAcceleratorAttributes", DescribeAcceleratorAttributes$) {
}

class DescribeAcceleratorCommand extends command(_ep0, _mw0, "DescribeAccelerator", DescribeAccelerator$) {
}

class DescribeCrossAccountAttachmentCommand extends command(_ep0, _mw0, "DescribeCrossAccountAttachment", DescribeCrossAccountAttachment$) {
}

class DescribeCustomRoutingAcceleratorAttributesCommand extends command(_ep0, _mw0, "DescribeCustomRoutingAcceleratorAttributes", DescribeCustomRoutingAcceleratorAttributes$) {
}

class DescribeCustomRoutingAcceleratorCommand extends command(_ep0, _mw0, "DescribeCustomRoutingAccelerator", DescribeCustomRoutingAccelerator$) {
}

class DescribeCustomRoutingEndpointGroupCommand extends command(_ep0, _mw0, "DescribeCustomRoutingEndpointGroup", DescribeCustomRoutingEndpointGroup$) {
}

class DescribeCustomRoutingListenerCommand extends command(_ep0, _mw0, "DescribeCustomRoutingListener", DescribeCustomRoutingListener$) {
}

class DescribeEndpointGroupCommand extends command(_ep0, _mw0, "DescribeEndpointGroup", DescribeEndpointGroup$) {
}

class DescribeListenerCommand extends command(_ep0, _mw0, "DescribeListener", DescribeListener$) {
}

class ListAcceleratorsCommand extends command(_ep0, _mw0, "ListAccelerators", ListAccelerators$) {
}

class ListByoipCidrsCommand extends command(_ep0, _mw0, "ListByoipCidrs", ListByoipCidrs$) {
}

class ListCrossAccountAttachmentsCommand extends command(_ep0, _mw0, "ListCrossAccountAttachments", ListCrossAccountAttachments$) {
}

class ListCrossAccountResourceAccountsCommand extends command(_ep0, _mw0, "ListCrossAccountResourceAccounts", ListCrossAccountResourceAccounts$) {
}

class ListCrossAccountResourcesCommand extends command(_ep0, _mw0, "ListCrossAccountResources", ListCrossAccountResources$) {
}

class ListCustomRoutingAcceleratorsCommand extends command(_ep0, _mw0, "ListCustomRoutingAccelerators", ListCustomRoutingAccelerators$) {
}

class ListCustomRoutingEndpointGroupsCommand extends command(_ep0, _mw0, "ListCustomRoutingEndpointGroups", ListCustomRoutingEndpointGroups$) {
}

class ListCustomRoutingListenersCommand extends command(_ep0, _mw0, "ListCustomRoutingListeners", ListCustomRoutingListeners$) {
}

class ListCustomRoutingPortMappingsByDestinationCommand extends command(_ep0, _mw0, "ListCustomRoutingPortMappingsByDestination", ListCustomRoutingPortMappingsByDestination$) {
}

class ListCustomRoutingPortMappingsCommand extends command(_ep0, _mw0, "ListCustomRoutingPortMappings", ListCustomRoutingPortMappings$) {
}

class ListEndpointGroupsCommand extends command(_ep0, _mw0, "ListEndpointGroups", ListEndpointGroups$) {
}

class ListListenersCommand extends command(_ep0, _mw0, "ListListeners", ListListeners$) {
}

class ListTagsForResourceCommand extends command(_ep0, _mw0, "ListTagsForResource", ListTagsForResource$) {
}

class ProvisionByoipCidrCommand extends command(_ep0, _mw0, "ProvisionByoipCidr", ProvisionByoipCidr$) {
}

class RemoveCustomRoutingEndpointsCommand extends command(_ep0, _mw0, "RemoveCustomRoutingEndpoints", RemoveCustomRoutingEndpoints$) {
}

class RemoveEndpointsCommand extends command(_ep0, _mw0, "RemoveEndpoints", RemoveEndpoints$) {
}

class TagResourceCommand extends command(_ep0, _mw0, "TagResource", TagResource$) {
}

class UntagResourceCommand extends command(_ep0, _mw0, "UntagResource", UntagResource$) {
}

class UpdateAcceleratorAttributesCommand extends command(_ep0, _mw0, "UpdateAcceleratorAttributes", UpdateAcceleratorAttributes$) {
}

class UpdateAcceleratorCommand extends command(_ep0, _mw0, "UpdateAccelerator", UpdateAccelerator$) {
}

class UpdateCrossAccountAttachmentCommand extends command(_ep0, _mw0, "UpdateCrossAccountAttachment", UpdateCrossAccountAttachment$) {
}

class UpdateCustomRoutingAcceleratorAttributesCommand extends command(_ep0, _mw0, "UpdateCustomRoutingAcceleratorAttributes", UpdateCustomRoutingAcceleratorAttributes$) {
}

class UpdateCustomRoutingAcceleratorCommand extends command(_ep0, _mw0, "UpdateCustomRoutingAccelerator", UpdateCustomRoutingAccelerator$) {
}

class UpdateCustomRoutingListenerCommand extends command(_ep0, _mw0, "UpdateCustomRoutingListener", UpdateCustomRoutingListener$) {
}

class UpdateEndpointGroupCommand extends command(_ep0, _mw0, "UpdateEndpointGroup", UpdateEndpointGroup$) {
}

class UpdateListenerCommand extends command(_ep0, _mw0, "UpdateListener", UpdateListener$) {
}

class WithdrawByoipCidrCommand extends command(_ep0, _mw0, "WithdrawByoipCidr", WithdrawByoipCidr$) {
}

const paginateListAccelerators = createPaginator(GlobalAcceleratorClient, ListAcceleratorsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListByoipCidrs = createPaginator(GlobalAcceleratorClient, ListByoipCidrsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCrossAccountAttachments = createPaginator(GlobalAcceleratorClient, ListCrossAccountAttachmentsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCrossAccountResources = createPaginator(GlobalAcceleratorClient, ListCrossAccountResourcesCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCustomRoutingAccelerators = createPaginator(GlobalAcceleratorClient, ListCustomRoutingAcceleratorsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCustomRoutingEndpointGroups = createPaginator(GlobalAcceleratorClient, ListCustomRoutingEndpointGroupsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCustomRoutingListeners = createPaginator(GlobalAcceleratorClient, ListCustomRoutingListenersCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCustomRoutingPortMappingsByDestination = createPaginator(GlobalAcceleratorClient, ListCustomRoutingPortMappingsByDestinationCommand, "NextToken", "NextToken", "MaxResults");

const paginateListCustomRoutingPortMappings = createPaginator(GlobalAcceleratorClient, ListCustomRoutingPortMappingsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListEndpointGroups = createPaginator(GlobalAcceleratorClient, ListEndpointGroupsCommand, "NextToken", "NextToken", "MaxResults");

const paginateListListeners = createPaginator(GlobalAcceleratorClient, ListListenersCommand, "NextToken", "NextToken", "MaxResults");

const commands = {
    AddCustomRoutingEndpointsCommand,
    AddEndpointsCommand,
    AdvertiseByoipCidrCommand,
    AllowCustomRoutingTrafficCommand,
    CreateAcceleratorCommand,
    CreateCrossAccountAttachmentCommand,
    CreateCustomRoutingAcceleratorCommand,
    CreateCustomRoutingEndpointGroupCommand,
    CreateCustomRoutingListenerCommand,
    CreateEndpointGroupCommand,
    CreateListenerCommand,
    DeleteAcceleratorCommand,
    DeleteCrossAccountAttachmentCommand,
    DeleteCustomRoutingAcceleratorCommand,
    DeleteCustomRoutingEndpointGroupCommand,
    DeleteCustomRoutingListenerCommand,
    DeleteEndpointGroupCommand,
    DeleteListenerCommand,
    DenyCustomRoutingTrafficCommand,
    DeprovisionByoipCidrCommand,
    DescribeAcceleratorCommand,
    DescribeAcceleratorAttributesCommand,
    DescribeCrossAccountAttachmentCommand,
    DescribeCustomRoutingAcceleratorCommand,
    DescribeCustomRoutingAcceleratorAttributesCommand,
    DescribeCustomRoutingEndpointGroupCommand,
    DescribeCustomRoutingListenerCommand,
    DescribeEndpointGroupCommand,
    DescribeListenerCommand,
    ListAcceleratorsCommand,
    ListByoipCidrsCommand,
    ListCrossAccountAttachmentsCommand,
    ListCrossAccountResourceAccountsCommand,
    ListCrossAccountResourcesCommand,
    ListCustomRoutingAcceleratorsCommand,
    ListCustomRoutingEndpointGroupsCommand,
    ListCustomRoutingListenersCommand,
    ListCustomRoutingPortMappingsCommand,
    ListCustomRoutingPortMappingsByDestinationCommand,
    ListEndpointGroupsCommand,
    ListListenersCommand,
    ListTagsForResourceCommand,
    ProvisionByoipCidrCommand,
    RemoveCustomRoutingEndpointsCommand,
    RemoveEndpointsCommand,
    TagResourceCommand,
    UntagResourceCommand,
    UpdateAcceleratorCommand,
    UpdateAcceleratorAttributesCommand,
    UpdateCrossAccountAttachmentCommand,
    UpdateCustomRoutingAcceleratorCommand,
    UpdateCustomRoutingAcceleratorAttributesCommand,
    UpdateCustomRoutingListenerCommand,
    UpdateEndpointGroupCommand,
    UpdateListenerCommand,
    WithdrawByoipCidrCommand,
};
const paginators = {
    paginateListAccelerators,
    paginateListByoipCidrs,
    paginateListCrossAccountAttachments,
    paginateListCrossAccountResources,
    paginateListCustomRoutingAccelerators,
    paginateListCustomRoutingEndpointGroups,
    paginateListCustomRoutingListeners,
    paginateListCustomRoutingPortMappings,
    paginateListCustomRoutingPortMappingsByDestination,
    paginateListEndpointGroups,
    paginateListListeners,
};
class GlobalAccelerator extends GlobalAcceleratorClient {
}
createAggregatedClient(commands, GlobalAccelerator, { paginators });

const IpAddressType = {
    DUAL_STACK: "DUAL_STACK",
    IPV4: "IPV4",
};
const IpAddressFamily = {
    IPv4: "IPv4",
    IPv6: "IPv6",
};
const AcceleratorStatus = {
    DEPLOYED: "DEPLOYED",
    IN_PROGRESS: "IN_PROGRESS",
};
const HealthState = {
    HEALTHY: "HEALTHY",
    INITIAL: "INITIAL",
    UNHEALTHY: "UNHEALTHY",
};
const ByoipCidrState = {
    ADVERTISING: "ADVERTISING",
    DEPROVISIONED: "DEPROVISIONED",
    FAILED_ADVERTISING: "FAILED_ADVERTISING",
    FAILED_DEPROVISION: "FAILED_DEPROVISION",
    FAILED_PROVISION: "FAILED_PROVISION",
    FAILED_WITHDRAW: "FAILED_WITHDRAW",
    PENDING_ADVERTISING: "PENDING_ADVERTISING",
    PENDING_DEPROVISIONING: "PENDING_DEPROVISIONING",
    PENDING_PROVISIONING: "PENDING_PROVISIONING",
    PENDING_WITHDRAWING: "PENDING_WITHDRAWING",
    READY: "READY",
};
const ClientAffinity = {
    NONE: "NONE",
    SOURCE_IP: "SOURCE_IP",
};
const CustomRoutingAcceleratorStatus = {
    DEPLOYED: "DEPLOYED",
    IN_PROGRESS: "IN_PROGRESS",
};
const CustomRoutingProtocol = {
    TCP: "TCP",
    UDP: "UDP",
};
const Protocol = {
    TCP: "TCP",
    UDP: "UDP",
};
const HealthCheckProtocol = {
    HTTP: "HTTP",
    HTTPS: "HTTPS",
    TCP: "TCP",
};
const CustomRoutingDestinationTrafficState = {
    ALLOW: "ALLOW",
    DENY: "DENY",
};

exports.Accelerator$ = Accelerator$;
exports.AcceleratorAttributes$ = AcceleratorAttributes$;
exports.AcceleratorEvent$ = AcceleratorEvent$;
exports.AcceleratorNotDisabledException = AcceleratorNotDisabledException;
exports.AcceleratorNotDisabledException$ = AcceleratorNotDisabledException$;
exports.AcceleratorNotFoundException = AcceleratorNotFoundException;
exports.AcceleratorNotFoundException$ = AcceleratorNotFoundException$;
exports.AcceleratorStatus = AcceleratorStatus;
exports.AccessDeniedException = AccessDeniedException;
exports.AccessDeniedException$ = AccessDeniedException$;
exports.AddCustomRoutingEndpoints$ = AddCustomRoutingEndpoints$;
exports.AddCustomRoutingEndpointsCommand = AddCustomRoutingEndpointsCommand;
exports.AddCustomRoutingEndpointsRequest$ = AddCustomRoutingEndpointsRequest$;
exports.AddCustomRoutingEndpointsResponse$ = AddCustomRoutingEndpointsResponse$;
exports.AddEndpoints$ = AddEndpoints$;
exports.AddEndpointsCommand = AddEndpointsCommand;
exports.AddEndpointsRequest$ = AddEndpointsRequest$;
exports.AddEndpointsResponse$ = AddEndpointsResponse$;
exports.AdvertiseByoipCidr$ = AdvertiseByoipCidr$;
exports.AdvertiseByoipCidrCommand = AdvertiseByoipCidrCommand;
exports.AdvertiseByoipCidrRequest$ = AdvertiseByoipCidrRequest$;
exports.AdvertiseByoipCidrResponse$ = AdvertiseByoipCidrResponse$;
exports.AllowCustomRoutingTraffic$ = AllowCustomRoutingTraffic$;
exports.AllowCustomRoutingTrafficCommand = AllowCustomRoutingTrafficCommand;
exports.AllowCustomRoutingTrafficRequest$ = AllowCustomRoutingTrafficRequest$;
exports.AssociatedEndpointGroupFoundException = AssociatedEndpointGroupFoundException;
exports.AssociatedEndpointGroupFoundException$ = AssociatedEndpointGroupFoundException$;
exports.AssociatedListenerFoundException = AssociatedListenerFoundException;
exports.AssociatedListenerFoundException$ = AssociatedListenerFoundException$;
exports.Attachment$ = Attachment$;
exports.AttachmentNotFoundException = AttachmentNotFoundException;
exports.AttachmentNotFoundException$ = AttachmentNotFoundException$;
exports.ByoipCidr$ = ByoipCidr$;
exports.ByoipCidrEvent$ = ByoipCidrEvent$;
exports.ByoipCidrNotFoundException = ByoipCidrNotFoundException;
exports.ByoipCidrNotFoundException$ = ByoipCidrNotFoundException$;
exports.ByoipCidrState = ByoipCidrState;
exports.CidrAuthorizationContext$ = CidrAuthorizationContext$;
exports.ClientAffinity = ClientAffinity;
exports.ConflictException = ConflictException;
exports.ConflictException$ = ConflictException$;
exports.CreateAccelerator$ = CreateAccelerator$;
exports.CreateAcceleratorCommand = CreateAcceleratorCommand;
exports.CreateAcceleratorRequest$ = CreateAcceleratorRequest$;
exports.CreateAcceleratorResponse$ = CreateAcceleratorResponse$;
exports.CreateCrossAccountAttachment$ = CreateCrossAccountAttachment$;
exports.CreateCrossAccountAttachmentCommand = CreateCrossAccountAttachmentCommand;
exports.CreateCrossAccountAttachmentRequest$ = CreateCrossAccountAttachmentRequest$;
exports.CreateCrossAccountAttachmentResponse$ = CreateCrossAccountAttachmentResponse$;
exports.CreateCustomRoutingAccelerator$ = CreateCustomRoutingAccelerator$;
exports.CreateCustomRoutingAcceleratorCommand = CreateCustomRoutingAcceleratorCommand;
exports.CreateCustomRoutingAcceleratorRequest$ = CreateCustomRoutingAcceleratorRequest$;
exports.CreateCustomRoutingAcceleratorResponse$ = CreateCustomRoutingAcceleratorResponse$;
exports.CreateCustomRoutingEndpointGroup$ = CreateCustomRoutingEndpointGroup$;
exports.CreateCustomRoutingEndpointGroupCommand = CreateCustomRoutingEndpointGroupCommand;
exports.CreateCustomRoutingEndpointGroupRequest$ = CreateCustomRoutingEndpointGroupRequest$;
exports.CreateCustomRoutingEndpointGroupResponse$ = CreateCustomRoutingEndpointGroupResponse$;
exports.CreateCustomRoutingListener$ = CreateCustomRoutingListener$;
exports.CreateCustomRoutingListenerCommand = CreateCustomRoutingListenerCommand;
exports.CreateCustomRoutingListenerRequest$ = CreateCustomRoutingListenerRequest$;
exports.CreateCustomRoutingListenerResponse$ = CreateCustomRoutingListenerResponse$;
exports.CreateEndpointGroup$ = CreateEndpointGroup$;
exports.CreateEndpointGroupCommand = CreateEndpointGroupCommand;
exports.CreateEndpointGroupRequest$ = CreateEndpointGroupRequest$;
exports.CreateEndpointGroupResponse$ = CreateEndpointGroupResponse$;
exports.CreateListener$ = CreateListener$;
exports.CreateListenerCommand = CreateListenerCommand;
exports.CreateListenerRequest$ = CreateListenerRequest$;
exports.CreateListenerResponse$ = CreateListenerResponse$;
exports.CrossAccountResource$ = CrossAccountResource$;
exports.CustomRoutingAccelerator$ = CustomRoutingAccelerator$;
exports.CustomRoutingAcceleratorAttributes$ = CustomRoutingAcceleratorAttributes$;
exports.CustomRoutingAcceleratorStatus = CustomRoutingAcceleratorStatus;
exports.CustomRoutingDestinationConfiguration$ = CustomRoutingDestinationConfiguration$;
exports.CustomRoutingDestinationDescription$ = CustomRoutingDestinationDescription$;
exports.CustomRoutingDestinationTrafficState = CustomRoutingDestinationTrafficState;
exports.CustomRoutingEndpointConfiguration$ = CustomRoutingEndpointConfiguration$;
exports.CustomRoutingEndpointDescription$ = CustomRoutingEndpointDescription$;
exports.CustomRoutingEndpointGroup$ = CustomRoutingEndpointGroup$;
exports.CustomRoutingListener$ = CustomRoutingListener$;
exports.CustomRoutingProtocol = CustomRoutingProtocol;
exports.DeleteAccelerator$ = DeleteAccelerator$;
exports.DeleteAcceleratorCommand = DeleteAcceleratorCommand;
exports.DeleteAcceleratorRequest$ = DeleteAcceleratorRequest$;
exports.DeleteCrossAccountAttachment$ = DeleteCrossAccountAttachment$;
exports.DeleteCrossAccountAttachmentCommand = DeleteCrossAccountAttachmentCommand;
exports.DeleteCrossAccountAttachmentRequest$ = DeleteCrossAccountAttachmentRequest$;
exports.DeleteCustomRoutingAccelerator$ = DeleteCustomRoutingAccelerator$;
exports.DeleteCustomRoutingAcceleratorCommand = DeleteCustomRoutingAcceleratorCommand;
exports.DeleteCustomRoutingAcceleratorRequest$ = DeleteCustomRoutingAcceleratorRequest$;
exports.DeleteCustomRoutingEndpointGroup$ = DeleteCustomRoutingEndpointGroup$;
exports.DeleteCustomRoutingEndpointGroupCommand = DeleteCustomRoutingEndpointGroupCommand;
exports.DeleteCustomRoutingEndpointGroupRequest$ = DeleteCustomRoutingEndpointGroupRequest$;
exports.DeleteCustomRoutingListener$ = DeleteCustomRoutingListener$;
exports.DeleteCustomRoutingListenerCommand = DeleteCustomRoutingListenerCommand;
exports.DeleteCustomRoutingListenerRequest$ = DeleteCustomRoutingListenerRequest$;
exports.DeleteEndpointGroup$ = DeleteEndpointGroup$;
exports.DeleteEndpointGroupCommand = DeleteEndpointGroupCommand;
exports.DeleteEndpointGroupRequest$ = DeleteEndpointGroupRequest$;
exports.DeleteListener$ = DeleteListener$;
exports.DeleteListenerCommand = DeleteListenerCommand;
exports.DeleteListenerRequest$ = DeleteListenerRequest$;
exports.DenyCustomRoutingTraffic$ = DenyCustomRoutingTraffic$;
exports.DenyCustomRoutingTrafficCommand = DenyCustomRoutingTrafficCommand;
exports.DenyCustomRoutingTrafficRequest$ = DenyCustomRoutingTrafficRequest$;
exports.DeprovisionByoipCidr$ = DeprovisionByoipCidr$;
exports.DeprovisionByoipCidrCommand = DeprovisionByoipCidrCommand;
exports.DeprovisionByoipCidrRequest$ = DeprovisionByoipCidrRequest$;
exports.DeprovisionByoipCidrResponse$ = DeprovisionByoipCidrResponse$;
exports.DescribeAccelerator$ = DescribeAccelerator$;
exports.DescribeAcceleratorAttributes$ = DescribeAcceleratorAttributes$;
exports.DescribeAcceleratorAttributesCommand = DescribeAcceleratorAttributesCommand;
exports.DescribeAcceleratorAttributesRequest$ = DescribeAcceleratorAttributesRequest$;
exports.DescribeAcceleratorAttributesResponse$ = DescribeAcceleratorAttributesResponse$;
exports.DescribeAcceleratorCommand = DescribeAcceleratorCommand;
exports.DescribeAcceleratorRequest$ = DescribeAcceleratorRequest$;
exports.DescribeAcceleratorResponse$ = DescribeAcceleratorResponse$;
exports.DescribeCrossAccountAttachment$ = DescribeCrossAccountAttachment$;
exports.DescribeCrossAccountAttachmentCommand = DescribeCrossAccountAttachmentCommand;
exports.DescribeCrossAccountAttachmentRequest$ = DescribeCrossAccountAttachmentRequest$;
exports.DescribeCrossAccountAttachmentResponse$ = DescribeCrossAccountAttachmentResponse$;
exports.DescribeCustomRoutingAccelerator$ = DescribeCustomRoutingAccelerator$;
exports.DescribeCustomRoutingAcceleratorAttributes$ = DescribeCustomRoutingAcceleratorAttributes$;
exports.DescribeCustomRoutingAcceleratorAttributesCommand = DescribeCustomRoutingAcceleratorAttributesCommand;
exports.DescribeCustomRoutingAcceleratorAttributesRequest$ = DescribeCustomRoutingAcceleratorAttributesRequest$;
exports.DescribeCustomRoutingAcceleratorAttributesResponse$ = DescribeCustomRoutingAcceleratorAttributesResponse$;
exports.DescribeCustomRoutingAcceleratorCommand = DescribeCustomRoutingAcceleratorCommand;
exports.DescribeCustomRoutingAcceleratorRequest$ = DescribeCustomRoutingAcceleratorRequest$;
exports.DescribeCustomRoutingAcceleratorResponse$ = DescribeCustomRoutingAcceleratorResponse$;
exports.DescribeCustomRoutingEndpointGroup$ = DescribeCustomRoutingEndpointGroup$;
exports.DescribeCustomRoutingEndpointGroupCommand = DescribeCustomRoutingEndpointGroupCommand;
exports.DescribeCustomRoutingEndpointGroupRequest$ = DescribeCustomRoutingEndpointGroupRequest$;
exports.DescribeCustomRoutingEndpointGroupResponse$ = DescribeCustomRoutingEndpointGroupResponse$;
exports.DescribeCustomRoutingListener$ = DescribeCustomRoutingListener$;
exports.DescribeCustomRoutingListenerCommand = DescribeCustomRoutingListenerCommand;
exports.DescribeCustomRoutingListenerRequest$ = DescribeCustomRoutingListenerRequest$;
exports.DescribeCustomRoutingListenerResponse$ = DescribeCustomRoutingListenerResponse$;
exports.DescribeEndpointGroup$ = DescribeEndpointGroup$;
exports.DescribeEndpointGroupCommand = DescribeEndpointGroupCommand;
exports.DescribeEndpointGroupRequest$ = DescribeEndpointGroupRequest$;
exports.DescribeEndpointGroupResponse$ = DescribeEndpointGroupResponse$;
exports.DescribeListener$ = DescribeListener$;
exports.DescribeListenerCommand = DescribeListenerCommand;
exports.DescribeListenerRequest$ = DescribeListenerRequest$;
exports.DescribeListenerResponse$ = DescribeListenerResponse$;
exports.DestinationPortMapping$ = DestinationPortMapping$;
exports.EndpointAlreadyExistsException = EndpointAlreadyExistsException;
exports.EndpointAlreadyExistsException$ = EndpointAlreadyExistsException$;
exports.EndpointConfiguration$ = EndpointConfiguration$;
exports.EndpointDescription$ = EndpointDescription$;
exports.EndpointGroup$ = EndpointGroup$;
exports.EndpointGroupAlreadyExistsException = EndpointGroupAlreadyExistsException;
exports.EndpointGroupAlreadyExistsException$ = EndpointGroupAlreadyExistsException$;
exports.EndpointGroupNotFoundException = EndpointGroupNotFoundException;
exports.EndpointGroupNotFoundException$ = EndpointGroupNotFoundException$;
exports.EndpointIdentifier$ = EndpointIdentifier$;
exports.EndpointNotFoundException = EndpointNotFoundException;
exports.EndpointNotFoundException$ = EndpointNotFoundException$;
exports.GlobalAccelerator = GlobalAccelerator;
exports.GlobalAcceleratorClient = GlobalAcceleratorClient;
exports.GlobalAcceleratorServiceException = GlobalAcceleratorServiceException;
exports.GlobalAcceleratorServiceException$ = GlobalAcceleratorServiceException$;
exports.HealthCheckProtocol = HealthCheckProtocol;
exports.HealthState = HealthState;
exports.IncorrectCidrStateException = IncorrectCidrStateException;
exports.IncorrectCidrStateException$ = IncorrectCidrStateException$;
exports.InternalServiceErrorException = InternalServiceErrorException;
exports.InternalServiceErrorException$ = InternalServiceErrorException$;
exports.InvalidArgumentException = InvalidArgumentException;
exports.InvalidArgumentException$ = InvalidArgumentException$;
exports.InvalidNextTokenException = InvalidNextTokenException;
exports.InvalidNextTokenException$ = InvalidNextTokenException$;
exports.InvalidPortRangeException = InvalidPortRangeException;
exports.InvalidPortRangeException$ = InvalidPortRangeException$;
exports.IpAddressDetail$ = IpAddressDetail$;
exports.IpAddressFamily = IpAddressFamily;
exports.IpAddressType = IpAddressType;
exports.IpSet$ = IpSet$;
exports.LimitExceededException = LimitExceededException;
exports.LimitExceededException$ = LimitExceededException$;
exports.ListAccelerators$ = ListAccelerators$;
exports.ListAcceleratorsCommand = ListAcceleratorsCommand;
exports.ListAcceleratorsRequest$ = ListAcceleratorsRequest$;
exports.ListAcceleratorsResponse$ = ListAcceleratorsResponse$;
exports.ListByoipCidrs$ = ListByoipCidrs$;
exports.ListByoipCidrsCommand = ListByoipCidrsCommand;
exports.ListByoipCidrsRequest$ = ListByoipCidrsRequest$;
exports.ListByoipCidrsResponse$ = ListByoipCidrsResponse$;
exports.ListCrossAccountAttachments$ = ListCrossAccountAttachments$;
exports.ListCrossAccountAttachmentsCommand = ListCrossAccountAttachmentsCommand;
exports.ListCrossAccountAttachmentsRequest$ = ListCrossAccountAttachmentsRequest$;
exports.ListCrossAccountAttachmentsResponse$ = ListCrossAccountAttachmentsResponse$;
exports.ListCrossAccountResourceAccounts$ = ListCrossAccountResourceAccounts$;
exports.ListCrossAccountResourceAccountsCommand = ListCrossAccountResourceAccountsCommand;
exports.ListCrossAccountResourceAccountsRequest$ = ListCrossAccountResourceAccountsRequest$;
exports.ListCrossAccountResourceAccountsResponse$ = ListCrossAccountResourceAccountsResponse$;
exports.ListCrossAccountResources$ = ListCrossAccountResources$;
exports.ListCrossAccountResourcesCommand = ListCrossAccountResourcesCommand;
exports.ListCrossAccountResourcesRequest$ = ListCrossAccountResourcesRequest$;
exports.ListCrossAccountResourcesResponse$ = ListCrossAccountResourcesResponse$;
exports.ListCustomRoutingAccelerators$ = ListCustomRoutingAccelerators$;
exports.ListCustomRoutingAcceleratorsCommand = ListCustomRoutingAcceleratorsCommand;
exports.ListCustomRoutingAcceleratorsRequest$ = ListCustomRoutingAcceleratorsRequest$;
exports.ListCustomRoutingAcceleratorsResponse$ = ListCustomRoutingAcceleratorsResponse$;
exports.ListCustomRoutingEndpointGroups$ = ListCustomRoutingEndpointGroups$;
exports.ListCustomRoutingEndpointGroupsCommand = ListCustomRoutingEndpointGroupsCommand;
exports.ListCustomRoutingEndpointGroupsRequest$ = ListCustomRoutingEndpointGroupsRequest$;
exports.ListCustomRoutingEndpointGroupsResponse$ = ListCustomRoutingEndpointGroupsResponse$;
exports.ListCustomRoutingListeners$ = ListCustomRoutingListeners$;
exports.ListCustomRoutingListenersCommand = ListCustomRoutingListenersCommand;
exports.ListCustomRoutingListenersRequest$ = ListCustomRoutingListenersRequest$;
exports.ListCustomRoutingListenersResponse$ = ListCustomRoutingListenersResponse$;
exports.ListCustomRoutingPortMappings$ = ListCustomRoutingPortMappings$;
exports.ListCustomRoutingPortMappingsByDestination$ = ListCustomRoutingPortMappingsByDestination$;
exports.ListCustomRoutingPortMappingsByDestinationCommand = ListCustomRoutingPortMappingsByDestinationCommand;
exports.ListCustomRoutingPortMappingsByDestinationRequest$ = ListCustomRoutingPortMappingsByDestinationRequest$;
exports.ListCustomRoutingPortMappingsByDestinationResponse$ = ListCustomRoutingPortMappingsByDestinationResponse$;
exports.ListCustomRoutingPortMappingsCommand = ListCustomRoutingPortMappingsCommand;
exports.ListCustomRoutingPortMappingsRequest$ = ListCustomRoutingPortMappingsRequest$;
exports.ListCustomRoutingPortMappingsResponse$ = ListCustomRoutingPortMappingsResponse$;
exports.ListEndpointGroups$ = ListEndpointGroups$;
exports.ListEndpointGroupsCommand = ListEndpointGroupsCommand;
exports.ListEndpointGroupsRequest$ = ListEndpointGroupsRequest$;
exports.ListEndpointGroupsResponse$ = ListEndpointGroupsResponse$;
exports.ListListeners$ = ListListeners$;
exports.ListListenersCommand = ListListenersCommand;
exports.ListListenersRequest$ = ListListenersRequest$;
exports.ListListenersResponse$ = ListListenersResponse$;
exports.ListTagsForResource$ = ListTagsForResource$;
exports.ListTagsForResourceCommand = ListTagsForResourceCommand;
exports.ListTagsForResourceRequest$ = ListTagsForResourceRequest$;
exports.ListTagsForResourceResponse$ = ListTagsForResourceResponse$;
exports.Listener$ = Listener$;
exports.ListenerNotFoundException = ListenerNotFoundException;
exports.ListenerNotFoundException$ = ListenerNotFoundException$;
exports.PortMapping$ = PortMapping$;
exports.PortOverride$ = PortOverride$;
exports.PortRange$ = PortRange$;
exports.Protocol = Protocol;
exports.ProvisionByoipCidr$ = ProvisionByoipCidr$;
exports.ProvisionByoipCidrCommand = ProvisionByoipCidrCommand;
exports.ProvisionByoipCidrRequest$ = ProvisionByoipCidrRequest$;
exports.ProvisionByoipCidrResponse$ = ProvisionByoipCidrResponse$;
exports.RemoveCustomRoutingEndpoints$ = RemoveCustomRoutingEndpoints$;
exports.RemoveCustomRoutingEndpointsCommand = RemoveCustomRoutingEndpointsCommand;
exports.RemoveCustomRoutingEndpointsRequest$ = RemoveCustomRoutingEndpointsRequest$;
exports.RemoveEndpoints$ = RemoveEndpoints$;
exports.RemoveEndpointsCommand = RemoveEndpointsCommand;
exports.RemoveEndpointsRequest$ = RemoveEndpointsRequest$;
exports.Resource$ = Resource$;
exports.SocketAddress$ = SocketAddress$;
exports.Tag$ = Tag$;
exports.TagResource$ = TagResource$;
exports.TagResourceCommand = TagResourceCommand;
exports.TagResourceRequest$ = TagResourceRequest$;
exports.TagResourceResponse$ = TagResourceResponse$;
exports.TransactionInProgressException = TransactionInProgressException;
exports.TransactionInProgressException$ = TransactionInProgressException$;
exports.UntagResource$ = UntagResource$;
exports.UntagResourceCommand = UntagResourceCommand;
exports.UntagResourceRequest$ = UntagResourceRequest$;
exports.UntagResourceResponse$ = UntagResourceResponse$;
exports.UpdateAccelerator$ = UpdateAccelerator$;
exports.UpdateAcceleratorAttributes$ = UpdateAcceleratorAttributes$;
exports.UpdateAcceleratorAttributesCommand = UpdateAcceleratorAttributesCommand;
exports.UpdateAcceleratorAttributesRequest$ = UpdateAcceleratorAttributesRequest$;
exports.UpdateAcceleratorAttributesResponse$ = UpdateAcceleratorAttributesResponse$;
exports.UpdateAcceleratorCommand = UpdateAcceleratorCommand;
exports.UpdateAcceleratorRequest$ = UpdateAcceleratorRequest$;
exports.UpdateAcceleratorResponse$ = UpdateAcceleratorResponse$;
exports.UpdateCrossAccountAttachment$ = UpdateCrossAccountAttachment$;
exports.UpdateCrossAccountAttachmentCommand = UpdateCrossAccountAttachmentCommand;
exports.UpdateCrossAccountAttachmentRequest$ = UpdateCrossAccountAttachmentRequest$;
exports.UpdateCrossAccountAttachmentResponse$ = UpdateCrossAccountAttachmentResponse$;
exports.UpdateCustomRoutingAccelerator$ = UpdateCustomRoutingAccelerator$;
exports.UpdateCustomRoutingAcceleratorAttributes$ = UpdateCustomRoutingAcceleratorAttributes$;
exports.UpdateCustomRoutingAcceleratorAttributesCommand = UpdateCustomRoutingAcceleratorAttributesCommand;
exports.UpdateCustomRoutingAcceleratorAttributesRequest$ = UpdateCustomRoutingAcceleratorAttributesRequest$;
exports.UpdateCustomRoutingAcceleratorAttributesResponse$ = UpdateCustomRoutingAcceleratorAttributesResponse$;
exports.UpdateCustomRoutingAcceleratorCommand = UpdateCustomRoutingAcceleratorCommand;
exports.UpdateCustomRoutingAcceleratorRequest$ = UpdateCustomRoutingAcceleratorRequest$;
exports.UpdateCustomRoutingAcceleratorResponse$ = UpdateCustomRoutingAcceleratorResponse$;
exports.UpdateCustomRoutingListener$ = UpdateCustomRoutingListener$;
exports.UpdateCustomRoutingListenerCommand = UpdateCustomRoutingListenerCommand;
exports.UpdateCustomRoutingListenerRequest$ = UpdateCustomRoutingListenerRequest$;
exports.UpdateCustomRoutingListenerResponse$ = UpdateCustomRoutingListenerResponse$;
exports.UpdateEndpointGroup$ = UpdateEndpointGroup$;
exports.UpdateEndpointGroupCommand = UpdateEndpointGroupCommand;
exports.UpdateEndpointGroupRequest$ = UpdateEndpointGroupRequest$;
exports.UpdateEndpointGroupResponse$ = UpdateEndpointGroupResponse$;
exports.UpdateListener$ = UpdateListener$;
exports.UpdateListenerCommand = UpdateListenerCommand;
exports.UpdateListenerRequest$ = UpdateListenerRequest$;
exports.UpdateListenerResponse$ = UpdateListenerResponse$;
exports.WithdrawByoipCidr$ = WithdrawByoipCidr$;
exports.WithdrawByoipCidrCommand = WithdrawByoipCidrCommand;
exports.WithdrawByoipCidrRequest$ = WithdrawByoipCidrRequest$;
exports.WithdrawByoipCidrResponse$ = WithdrawByoipCidrResponse$;
exports.errorTypeRegistries = errorTypeRegistries;
exports.paginateListAccelerators = paginateListAccelerators;
exports.paginateListByoipCidrs = paginateListByoipCidrs;
exports.paginateListCrossAccountAttachments = paginateListCrossAccountAttachments;
exports.paginateListCrossAccountResources = paginateListCrossAccountResources;
exports.paginateListCustomRoutingAccelerators = paginateListCustomRoutingAccelerators;
exports.paginateListCustomRoutingEndpointGroups = paginateListCustomRoutingEndpointGroups;
exports.paginateListCustomRoutingListeners = paginateListCustomRoutingListeners;
exports.paginateListCustomRoutingPortMappings = paginateListCustomRoutingPortMappings;
exports.paginateListCustomRoutingPortMappingsByDestination = paginateListCustomRoutingPortMappingsByDestination;
exports.paginateListEndpointGroups = paginateListEndpointGroups;
exports.paginateListListeners = paginateListListeners;


/***/ }),

/***/ 5861:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

const { ENV_KEY, ENV_SECRET, fromEnv } = __webpack_require__(55606);
const { chain, CredentialsProviderError, ENV_PROFILE } = __webpack_require__(47291);

const ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
const remoteProvider = async (init) => {
    const { ENV_CMDS_FULL_URI, ENV_CMDS_RELATIVE_URI, fromContainerMetadata, fromInstanceMetadata } = __webpack_require__(40566);
    if (process.env[ENV_CMDS_RELATIVE_URI] || process.env[ENV_CMDS_FULL_URI]) {
        init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");
        const { fromHttp } = __webpack_require__(98605);
        return chain(fromHttp(init), fromContainerMetadata(init));
    }
    if (process.env[ENV_IMDS_DISABLED] && process.env[ENV_IMDS_DISABLED] !== "false") {
        return async () => {
            throw new CredentialsProviderError("EC2 Instance Metadata Service access disabled", { logger: init.logger });
        };
    }
    init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata");
    return fromInstanceMetadata(init);
};

function memoizeChain(providers, treatAsExpired) {
    const chain = internalCreateChain(providers);
    let activeLock;
    let passiveLock;
    let credentials;
    let forceRefreshLock;
    const provider = async (options) => {
        if (options?.forceRefresh) {
            if (!forceRefreshLock) {
                forceRefreshLock = chain(options)
                    .then((c) => {
                    credentials = c;
                })
                    .finally(() => {
                    forceRefreshLock = undefined;
                });
            }
            await forceRefreshLock;
            return credentials;
        }
        if (credentials?.expiration) {
            if (credentials?.expiration?.getTime() < Date.now()) {
                credentials = undefined;
            }
        }
        if (activeLock) {
            await activeLock;
        }
        else if (!credentials || treatAsExpired?.(credentials)) {
            if (credentials) {
                if (!passiveLock) {
                    passiveLock = chain(options)
                        .then((c) => {
                        credentials = c;
                    })
                        .catch(() => {
                    })
                        .finally(() => {
                        passiveLock = undefined;
                    });
                }
            }
            else {
                activeLock = chain(options)
                    .then((c) => {
                    credentials = c;
                })
                    .finally(() => {
                    activeLock = undefined;
                });
                return provider(options);
            }
        }
        return credentials;
    };
    return provider;
}
const internalCreateChain = (providers) => async (awsIdentityProperties) => {
    let lastProviderError;
    for (const provider of providers) {
        try {
            return await provider(awsIdentityProperties);
        }
        catch (err) {
            lastProviderError = err;
            if (err?.tryNextLink) {
                continue;
            }
            throw err;
        }
    }
    throw lastProviderError;
};

let multipleCredentialSourceWarningEmitted = false;
const defaultProvider = (init = {}) => memoizeChain([
    async () => {
        const profile = init.profile ?? process.env[ENV_PROFILE];
        if (profile) {
            const envStaticCredentialsAreSet = process.env[ENV_KEY] && process.env[ENV_SECRET];
            if (envStaticCredentialsAreSet) {
                if (!multipleCredentialSourceWarningEmitted) {
                    const warnFn = init.logger?.warn && init.logger?.constructor?.name !== "NoOpLogger"
                        ? init.logger.warn.bind(init.logger)
                        : console.warn;
                    warnFn(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);
                    multipleCredentialSourceWarningEmitted = true;
                }
            }
            throw new CredentialsProviderError("AWS_PROFILE is set, skipping fromEnv provider.", {
                logger: init.logger,
                tryNextLink: true,
            });
        }
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv");
        return fromEnv(init)();
    },
    async (awsIdentityProperties) => {
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");
        const { ssoStartUrl, ssoAccountId, ssoRegion, ssoRoleName, ssoSession } = init;
        if (!ssoStartUrl && !ssoAccountId && !ssoRegion && !ssoRoleName && !ssoSession) {
            throw new CredentialsProviderError("Skipping SSO provider in default chain (inputs do not include SSO fields).", { logger: init.logger });
        }
        const { fromSSO } = __webpack_require__(60998);
        return fromSSO(init)(awsIdentityProperties);
    },
    async (awsIdentityProperties) => {
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");
        const { fromIni } = __webpack_require__(75869);
        return fromIni(init)(awsIdentityProperties);
    },
    async (awsIdentityProperties) => {
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");
        const { fromProcess } = __webpack_require__(75360);
        return fromProcess(init)(awsIdentityProperties);
    },
    async (awsIdentityProperties) => {
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");
        const { fromTokenFile } = __webpack_require__(29956);
        return fromTokenFile(init)(awsIdentityProperties);
    },
    async () => {
        init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider");
        return (await remoteProvider(init))();
    },
    async () => {
        throw new CredentialsProviderError("Could not load credentials from any providers", {
            tryNextLink: false,
            logger: init.logger,
        });
    },
], credentialsTreatedAsExpired);
const credentialsWillNeedRefresh = (credentials) => credentials?.expiration !== undefined;
const credentialsTreatedAsExpired = (credentials) => credentials?.expiration !== undefined && credentials.expiration.getTime() - Date.now() < 300000;

exports.credentialsTreatedAsExpired = credentialsTreatedAsExpired;
exports.credentialsWillNeedRefresh = credentialsWillNeedRefresh;
exports.defaultProvider = defaultProvider;


/***/ })

};
