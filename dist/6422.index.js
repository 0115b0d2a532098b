export const id = 6422;
export const ids = [6422];
export const modules = {

/***/ 26422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ forecasts),
/* harmony export */   M: () => (/* binding */ makeManagedBucket),
/* harmony export */   MN: () => (/* binding */ readArtifacts),
/* harmony export */   V0: () => (/* binding */ records),
/* harmony export */   ZB: () => (/* binding */ seeBuckets),
/* harmony export */   bD: () => (/* binding */ findManagedBucket),
/* harmony export */   qi: () => (/* binding */ artifacts),
/* harmony export */   sp: () => (/* binding */ giveLeasesBack)
/* harmony export */ });
/* harmony import */ var _release_forecast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67008);
/* harmony import */ var _release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97786);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10524);



/** CloudFormation makes SAM's managed bucket with the caller's rights: what its template says, and no more. */
const MAKE_BUCKET = [
    's3:CreateBucket',
    's3:PutBucketPublicAccessBlock',
    's3:PutBucketPolicy',
    's3:GetBucketPolicy',
    's3:PutBucketTagging',
    's3:PutBucketVersioning',
    's3:PutEncryptionConfiguration',
];
const MANAGED_BUCKET = `${_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_CLI_STACK */ .c4}-samclisourcebucket-*`;
/** Finds SAM's managed bucket in its stack, where it is used. */
function findManagedBucket(subject) {
    if (!subject.managedBucket)
        return [];
    return [(0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('ManagedBucketStack', (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .cloudformation */ .bn)(['DescribeStacks']), (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .stackArns */ .Jj)([_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_CLI_STACK */ .c4], subject))];
}
/** Finds SAM's managed bucket in its stack, or makes that stack, where it is used. */
function makeManagedBucket(subject) {
    if (!subject.managedBucket)
        return [];
    const actions = ['DescribeStacks', 'CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet'];
    return [
        {
            ...(0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('ManagedBucketStack', (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .cloudformation */ .bn)(actions), (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .stackArns */ .Jj)([_release_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_1__/* .SAM_CLI_STACK */ .c4], subject)),
            // With a service role, whoever may make this stack could do with it whatever that role may.
            Condition: { Null: { 'cloudformation:RoleArn': 'true' } },
        },
        (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('MakeManagedBucket', MAKE_BUCKET, (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketArns */ .r4)([MANAGED_BUCKET], subject)),
    ];
}
/** Owner and region of a bucket; and to be told that an object is missing, where S3 says 403 otherwise. */
function seeBuckets(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('ArtifactBuckets', ['s3:ListBucket'], artifactBuckets(subject));
}
/** Artifacts, templates and releases, and the records among them. */
function artifacts(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('Artifacts', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], under('*', subject));
}
/** What a plan that nobody executes is made of. */
function forecasts(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('Forecasts', ['s3:PutObject', 's3:AbortMultipartUpload'], under(`${_release_forecast_js__WEBPACK_IMPORTED_MODULE_0__/* .FORECASTS */ .Pt}/*`, subject));
}
/** Artifacts, templates and records as they lie there. */
function readArtifacts(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('Artifacts', ['s3:GetObject'], under('*', subject));
}
/** Leases, the inventory and what else is kept of deployments. */
function records(actions, subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('Records', actions, under('sam-multi-region/*', subject));
}
/** Gives a lease back: nothing else is ever deleted from a bucket. */
function giveLeasesBack(subject) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .allow */ .cw)('Leases', ['s3:DeleteObject'], under('sam-multi-region/leases/*', subject));
}
/** ARNs of all buckets that releases, leases and the inventory lie in. */
function artifactBuckets(subject) {
    const named = subject.buckets.map((pattern) => pattern.replaceAll(/\$\{[a-z]+\}/g, '*'));
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketArns */ .r4)([...(subject.managedBucket ? [MANAGED_BUCKET] : []), ...named], subject);
}
function under(path, subject) {
    return artifactBuckets(subject).map((arn) => `${arn}/${path}`);
}


/***/ }),

/***/ 67008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ isForecastKey),
/* harmony export */   Pt: () => (/* binding */ FORECASTS),
/* harmony export */   cX: () => (/* binding */ createForecast),
/* harmony export */   gL: () => (/* binding */ forecastPrefix),
/* harmony export */   kP: () => (/* binding */ isForecast)
/* harmony export */ });
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);
/* harmony import */ var _nested_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34622);
/* harmony import */ var _object_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91946);



/**
 * Where a plan that is not kept puts what it packages: no deployment looks there, so whoever may only plan (jobs of pull
 * requests) can write nothing that is deployed.
 */
const FORECASTS = 'sam-multi-region/forecasts';
/** The prefix of the artifacts of a forecast, from that of deployments. */
function forecastPrefix(prefix) {
    return prefix === undefined ? FORECASTS : `${FORECASTS}/${prefix}`;
}
/** Whether what was packaged to this place is a forecast. */
function isForecast({ origin }) {
    return isForecastKey(`${origin.prefix}/`);
}
function isForecastKey(key) {
    return key.startsWith(`${FORECASTS}/`);
}
/** The key that a deployment gives to an artifact of a forecast. */
function deployedKey(key) {
    return isForecastKey(key) ? key.slice(FORECASTS.length + 1) : key;
}
/** Asks for each object once. */
function createForecast() {
    const asked = new Map();
    function isThere({ storage, bucket }, key) {
        const id = `${bucket} ${key}`;
        const found = asked.get(id) ?? storage.head(bucket, key).then((head) => head !== undefined);
        asked.set(id, found);
        return found;
    }
    async function present(keys, place) {
        const found = await Promise.all(keys.map(async (key) => ((await isThere(place, key)) ? [key] : [])));
        return new Set(found.flat());
    }
    return {
        async missing(files, place) {
            const there = await present(files.map(({ key }) => deployedKey(key)), place);
            return files.filter(({ key }) => !there.has(deployedKey(key)));
        },
        async rewrite(stack, place, normal) {
            const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 23));
            const rekeyed = new Set(normal.nested.flatMap(({ from, changed }) => (changed ? [from] : [])));
            const nameOf = (key, text, changed) => {
                const own = deployedKey(key);
                if (!changed)
                    return own;
                // Where a deployment rewrites nothing the template keeps the key that `sam package` gave it: its MD5.
                const hash = rekeyed.has(key) ? (0,_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, 32) : createHash('md5').update(text).digest('hex');
                return `${own.slice(0, own.lastIndexOf('/') + 1)}${hash}.template`;
            };
            const to = { bucket: place.bucket, url: (key) => (0,_object_url_js__WEBPACK_IMPORTED_MODULE_2__/* .objectUrl */ .b)(place, place.bucket, key) };
            const deployed = (0,_nested_js__WEBPACK_IMPORTED_MODULE_1__/* .rewriteStack */ .zx)(stack, { ...to, fileKey: deployedKey }, nameOf);
            const there = await present([...filesOf(stack), ...deployed.nested.map(({ key }) => key)], place);
            return (0,_nested_js__WEBPACK_IMPORTED_MODULE_1__/* .rewriteStack */ .zx)(stack, { ...to, fileKey: (key) => (there.has(deployedKey(key)) ? deployedKey(key) : key) }, (key, text, changed) => {
                const name = nameOf(key, text, changed);
                return there.has(name) ? name : `${FORECASTS}/${name}`;
            });
        },
    };
}
function filesOf({ root, nested }) {
    const references = [root, ...nested.values()].flatMap((template) => template.references);
    const keys = references.flatMap(({ kind, value }) => (kind === 'file' ? [deployedKey(value.location.key)] : []));
    return [...new Set(keys)];
}


/***/ }),

/***/ 97786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ SAM_CLI_TAG),
/* harmony export */   WW: () => (/* binding */ SAM_CLI_BUCKET),
/* harmony export */   X6: () => (/* binding */ SAM_CLI_OUTPUT),
/* harmony export */   c4: () => (/* binding */ SAM_CLI_STACK)
/* harmony export */ });
/** Names that SAM CLI gives to its bucket's stack (`samcli/lib/bootstrap/bootstrap.py`). */
const SAM_CLI_STACK = 'aws-sam-cli-managed-default';
const SAM_CLI_BUCKET = 'SamCliSourceBucket';
const SAM_CLI_OUTPUT = 'SourceBucket';
/** SAM CLI takes the stack for its own only with this tag. */
const SAM_CLI_TAG = { ManagedStackSource: 'AwsSamCli' };


/***/ }),

/***/ 34622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ parseStack),
/* harmony export */   w7: () => (/* binding */ placedNames),
/* harmony export */   zx: () => (/* binding */ rewriteStack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24421);


function parseStack(stack, bucket) {
    const nested = new Map();
    for (const { kind, key, text } of stack.artifacts) {
        if (kind === 'template' && text !== undefined)
            nested.set(key, (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencingTemplate */ .L2)(text, key, bucket));
    }
    return { root: (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencingTemplate */ .L2)(stack.template, stack.source, bucket), nested };
}
/**
 * Rewrites nested templates first, because their new keys are hashes of their new texts, then what refers to them.
 *
 * @param name new key of a nested template, from its old key, its new text, and whether that is another one than before
 * @param edit what else becomes of the text of a nested template, whose references are rewritten
 */
function rewriteStack({ root, nested }, destination, name, edit = (_key, text) => text) {
    const done = new Map();
    const to = { ...destination, templateKey: (key) => child(key).key };
    function child(key) {
        const known = done.get(key);
        if (known)
            return known;
        const template = nested.get(key);
        if (!template)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`the nested template ${key} is not part of the release`);
        const text = edit(key, (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .rewrite */ .v8)(template, to));
        const changed = text !== template.template.text;
        const result = { from: key, key: name(key, text, changed), text, changed };
        done.set(key, result);
        return result;
    }
    const text = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .rewrite */ .v8)(root, to);
    return { root: text, nested: [...done.values()] };
}
/**
 * What was found in nested templates, by key, with the logical ids of the nested stacks down to it: `Child.Orders`. A template
 * that several nested stacks have is told for each.
 */
function placedNames({ root, nested }, found) {
    const namesIn = ({ references }, path) => references.flatMap(({ kind, logicalId = '', value }) => {
        const { key } = value.location;
        const inside = kind === 'template' ? nested.get(key) : undefined;
        if (inside === undefined)
            return [];
        const here = `${path}${logicalId}.`;
        return [...(found.get(key) ?? []).map((name) => `${here}${name}`), ...namesIn(inside, here)];
    });
    return namesIn(root, '');
}


/***/ }),

/***/ 91946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ objectUrl)
/* harmony export */ });
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);

/** Path-style URL of an object, the form that CloudFormation takes as `TemplateURL` everywhere. */
function objectUrl(place, bucket, key) {
    const suffix = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(place.partition)?.dnsSuffix ?? 'amazonaws.com';
    return `https://s3.${place.region}.${suffix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}


/***/ }),

/***/ 24421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L2: () => (/* binding */ referencingTemplate),
  ui: () => (/* binding */ refuseVersions),
  v8: () => (/* binding */ rewrite)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/template/artifact-references.ts + 1 modules
var artifact_references = __webpack_require__(74153);
;// CONCATENATED MODULE: ./src/template/edit.ts

/** The template's text with some scalars replaced and everything else byte for byte as it was. */
function replaceScalars(template, edits) {
    const spans = edits.map(({ path, value }) => {
        const span = template.scalarAt(path);
        if (!span)
            throw new errors/* InternalError */.Gd(`there is no scalar to replace at ${path.join('.')}`);
        return { span, value };
    });
    spans.sort((a, b) => a.span.start - b.span.start);
    const pieces = [];
    let done = 0;
    for (const { span, value } of spans) {
        // Two references through one YAML anchor are one place in the text.
        if (span.start < done)
            continue;
        pieces.push(template.text.slice(done, span.start), written(value, span, template.text));
        done = span.end;
    }
    pieces.push(template.text.slice(done));
    return pieces.join('');
}
function written(value, span, text) {
    switch (span.style) {
        case 'double':
            return JSON.stringify(value);
        case 'single':
            return `'${value.replaceAll("'", "''")}'`;
        case 'block':
            return JSON.stringify(value) + (text.slice(span.start, span.end).endsWith('\n') ? '\n' : '');
        case 'plain':
            return /^[A-Za-z][\w./=?&%+~-]*(?::[\w./=?&%+~-]+)*$/.test(value) ? value : JSON.stringify(value);
    }
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
;// CONCATENATED MODULE: ./src/release/references.ts




function referencingTemplate(text, file, bucket) {
    const template = (0,parse.parseTemplate)(text, file);
    // Most templates that name no artifact of ours are told by one search.
    const references = text.includes(bucket) ? (0,artifact_references/* artifactReferences */.t)(template).filter(within(bucket)) : [];
    return { template, references };
}
function within(bucket) {
    return (reference) => reference.value.form !== 'local' && reference.value.location.bucket === bucket;
}
/** The template's text with its references pointing to the destination; everything else stays as it is. */
function rewrite({ template, references }, to) {
    const edits = references.flatMap(({ kind, path, value }) => {
        const key = kind === 'template' ? to.templateKey(value.location.key) : to.fileKey(value.location.key);
        if (value.form === 'pair') {
            const bucket = { path: [...path, value.bucketKey], value: to.bucket };
            return key === value.location.key ? [bucket] : [bucket, { path: [...path, value.objectKey], value: key }];
        }
        const text = value.text.startsWith('s3://') ? `s3://${to.bucket}/${key}` : to.url(key);
        return text === value.text ? [] : [{ path, value: text }];
    });
    return edits.length === 0 ? template.text : replaceScalars(template, edits);
}
/**
 * Object versions exist in one bucket only.
 *
 * @throws UserError `artifact-has-version`
 */
function refuseVersions({ template, references }) {
    const versioned = references.find(({ value }) => value.location.version !== undefined);
    if (!versioned)
        return;
    const location = template.locate(versioned.path.join('.'));
    throw new errors/* UserError */.yo('artifact-has-version', `${template.file}: ${versioned.path.join('.')} names version ${versioned.value.location.version} of ${versioned.value.location.key}; a copy in another bucket has another version id.`, {
        fix: ['Leave the version out: the key already holds the hash of the content.'],
        ...(location && { location }),
    });
}


/***/ }),

/***/ 74153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ artifactReferences),
  K: () => (/* binding */ packagesOwnFolder)
});

;// CONCATENATED MODULE: ./src/template/artifact-properties.ts
const file = (...path) => ({ path, kind: 'file' });
const code = (...path) => ({ path, kind: 'file', folderWhenAbsent: true });
const template = (...path) => ({ path, kind: 'template' });
const MAPPING_TEMPLATES = [
    file('RequestMappingTemplateS3Location'),
    file('ResponseMappingTemplateS3Location'),
    file('CodeS3Location'),
];
/** As in SAM CLI 1.170 (`samcli/lib/utils/resources.py`, `samcli/lib/package/packageable_resources.py`). */
const ARTIFACT_PROPERTIES = {
    'AWS::ApiGateway::RestApi': [file('BodyS3Location')],
    'AWS::ApiGatewayV2::Api': [file('BodyS3Location')],
    'AWS::AppSync::FunctionConfiguration': MAPPING_TEMPLATES,
    'AWS::AppSync::GraphQLSchema': [file('DefinitionS3Location')],
    'AWS::AppSync::Resolver': MAPPING_TEMPLATES,
    'AWS::CloudFormation::ModuleVersion': [file('ModulePackage')],
    'AWS::CloudFormation::ResourceVersion': [file('SchemaHandlerPackage')],
    'AWS::CloudFormation::Stack': [template('TemplateURL')],
    // Uploaded as it is: what a stack set's template refers to is not packaged.
    'AWS::CloudFormation::StackSet': [file('TemplateURL')],
    'AWS::ElasticBeanstalk::ApplicationVersion': [file('SourceBundle')],
    'AWS::Glue::Job': [file('Command', 'ScriptLocation')],
    'AWS::Lambda::Function': [code('Code')],
    'AWS::Lambda::LayerVersion': [code('Content')],
    'AWS::Serverless::Api': [file('DefinitionUri')],
    'AWS::Serverless::Application': [template('Location')],
    'AWS::Serverless::Function': [code('CodeUri')],
    'AWS::Serverless::GraphQLApi': [
        file('SchemaUri'),
        file('Resolvers', '**', 'CodeUri'),
        file('Functions', '**', 'CodeUri'),
    ],
    'AWS::Serverless::HttpApi': [file('DefinitionUri')],
    'AWS::Serverless::LayerVersion': [code('ContentUri')],
    'AWS::Serverless::StateMachine': [file('DefinitionUri')],
    'AWS::Serverless::WebFunction': [code('CodeUri')],
    'AWS::StepFunctions::StateMachine': [file('DefinitionS3Location')],
};
/** Global values that SAM gives to resources, by section of `Globals`. */
const GLOBAL_ARTIFACTS = {
    Function: ['CodeUri'],
    Api: ['DefinitionUri'],
    HttpApi: ['DefinitionUri'],
};
/** Properties of the template's own `Metadata`, by type. */
const METADATA_ARTIFACTS = {
    'AWS::ServerlessRepo::Application': ['LicenseUrl', 'ReadmeUrl'],
};

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
// EXTERNAL MODULE: ./src/template/s3-location.ts
var s3_location = __webpack_require__(86996);
;// CONCATENATED MODULE: ./src/template/artifact-references.ts



/** Every reference, in the order of the template. What functions compute (`!Sub`, `!FindInMap`) is not among them. */
function artifactReferences(template) {
    const found = [];
    const add = (reference) => {
        if (reference)
            found.push(reference);
    };
    for (const [section, names] of Object.entries(GLOBAL_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)(template.globals[section]);
        for (const name of names)
            add(reference(values[name], ['Globals', section, name], 'file'));
    }
    for (const [type, names] of Object.entries(METADATA_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(template.data['Metadata'])[type]);
        for (const name of names)
            add(reference(values[name], ['Metadata', type, name], 'file'));
    }
    for (const resource of template.resources) {
        for (const property of ARTIFACT_PROPERTIES[resource.type] ?? []) {
            for (const { path, value } of artifact_references_select(resource.properties, property)) {
                add(reference(value, [...resource.path, 'Properties', ...path], property.kind, resource.logicalId));
                for (const mapped of mappedValues(value, template.data)) {
                    add(reference(mapped.value, mapped.path, property.kind, resource.logicalId));
                }
            }
        }
    }
    collectIncludes(template.data, [], add);
    return found;
}
/** A function or layer without code of its own: `sam package` uploads the folder of the template for it. */
function packagesOwnFolder(template) {
    return template.resources.some(({ type, properties }) => (ARTIFACT_PROPERTIES[type] ?? []).some(({ path: [name = ''], folderWhenAbsent }) => {
        if (!folderWhenAbsent || properties[name])
            return false;
        if (type !== 'AWS::Serverless::Function')
            return true;
        return properties['InlineCode'] === undefined && !(0,plain_data/* asMap */.$H)(template.globals['Function'])[name];
    }));
}
function reference(value, path, kind, logicalId) {
    const about = { kind, path, ...(logicalId !== undefined && { logicalId }) };
    if (typeof value === 'string') {
        const location = (0,s3_location/* parseS3Location */.T)(value);
        if (location)
            return { ...about, value: { form: 'url', text: value, location } };
        return (0,s3_location/* isRemote */.V)(value) ? undefined : { ...about, value: { form: 'local', text: value } };
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return undefined;
    for (const [bucketKey, objectKey, versionKey] of PAIRS) {
        const bucket = value[bucketKey];
        const key = value[objectKey];
        if (typeof bucket !== 'string' || typeof key !== 'string')
            continue;
        const version = value[versionKey];
        const location = { bucket, key, ...(version !== undefined && version !== null && { version: String(version) }) };
        return { ...about, value: { form: 'pair', bucketKey, objectKey, location } };
    }
    return undefined;
}
const PAIRS = [
    ['S3Bucket', 'S3Key', 'S3ObjectVersion'],
    ['Bucket', 'Key', 'Version'],
];
function artifact_references_select(properties, { path }) {
    const last = path.at(-1) ?? '';
    if (path.includes('**'))
        return deep((0,plain_data/* asMap */.$H)(properties[path[0] ?? '']), path.slice(0, 1), last);
    const value = path.reduce((map, key) => (0,plain_data/* asMap */.$H)(map)[key], properties);
    return value === undefined ? [] : [{ path, value }];
}
function deep(map, path, name) {
    return Object.entries(map).flatMap(([key, value]) => {
        if (key === name)
            return [{ path: [...path, key], value }];
        return (0,plain_data/* isMap */.jh)(value) ? deep(value, [...path, key], name) : [];
    });
}
/** All that `Fn::FindInMap` may give: SAM writes such mappings for `Fn::ForEach`, one artifact for each value of the loop. */
function mappedValues(value, data) {
    const [name, , leaf] = (0,plain_data/* asList */.DD)((0,plain_data/* asMap */.$H)(value)['Fn::FindInMap']);
    if (typeof name !== 'string' || typeof leaf !== 'string')
        return [];
    return Object.entries((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(data['Mappings'])[name])).flatMap(([key, values]) => {
        const mapped = (0,plain_data/* asMap */.$H)(values)[leaf];
        return mapped === undefined ? [] : [{ path: ['Mappings', name, key, leaf], value: mapped }];
    });
}
/** `AWS::Include`, at any depth. */
function collectIncludes(value, path, add) {
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectIncludes(item, [...path, index], add);
        return;
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        const here = [...path, key];
        if (key === 'Fn::Transform' && (0,plain_data/* asMap */.$H)(item)['Name'] === 'AWS::Include') {
            add(reference((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(item)['Parameters'])['Location'], [...here, 'Parameters', 'Location'], 'file'));
        }
        else
            collectIncludes(item, here, add);
    }
}


/***/ }),

/***/ 86996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseS3Location),
/* harmony export */   V: () => (/* binding */ isRemote)
/* harmony export */ });
const AMAZON = /^(?:s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?|(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?)\.amazonaws\.(?:com(?:\.cn)?|eu)$/;
/**
 * Reads `s3://bucket/key` and every https form of it: path style, virtual-host style, and under an endpoint of one's
 * own (`AWS_ENDPOINT_URL`), where the first part of the path is the bucket.
 */
function parseS3Location(text) {
    const match = /^(s3|https?):\/\/([^/?#]+)\/([^?#]*)(?:\?(.*))?$/s.exec(text);
    const [, scheme, host, path, query] = match ?? [];
    if (scheme === undefined || host === undefined || path === undefined)
        return undefined;
    const version = new URLSearchParams(query ?? '').get('versionId');
    const located = scheme === 's3' ? { bucket: host, key: path } : fromUrl(host, path);
    return located?.key && located.bucket ? { ...located, ...(version !== null && { version }) } : undefined;
}
function fromUrl(host, path) {
    const virtualHost = AMAZON.exec(host.toLowerCase())?.groups?.['bucket'];
    if (virtualHost !== undefined)
        return { bucket: virtualHost, key: decoded(path) };
    const slash = path.indexOf('/');
    return { bucket: path.slice(0, Math.max(slash, 0)), key: slash < 0 ? '' : decoded(path.slice(slash + 1)) };
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
/** Whether a value names something outside of this machine, in S3 or anywhere. */
function isRemote(text) {
    return /^(?:s3|https?):\/\//.test(text);
}


/***/ })

};
