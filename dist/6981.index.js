export const id = 6981;
export const ids = [6981];
export const modules = {

/***/ 8149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ parseAmount),
/* harmony export */   Lz: () => (/* binding */ toleranceOf),
/* harmony export */   RO: () => (/* binding */ concurrencyOf),
/* harmony export */   ej: () => (/* binding */ formatAmount)
/* harmony export */ });
/** `2` or `25%`; undefined when it is neither, or a percentage over 100. */
function parseAmount(text) {
    const match = /^(\d{1,6})(%?)$/.exec(text.trim());
    if (match === null)
        return undefined;
    const number = Number(match[1]);
    if (match[2] !== '%')
        return { count: number };
    return number <= 100 ? { percent: number } : undefined;
}
function formatAmount(amount) {
    return 'count' in amount ? String(amount.count) : `${amount.percent}%`;
}
/**
 * How many of `targets` may be under way at once. A percentage rounds down, but to at least one.
 * Source: AWS CloudFormation API Reference, StackSetOperationPreferences, MaxConcurrentPercentage ("rounds down to the
 * next whole number … except in cases where rounding down would result is zero").
 */
function concurrencyOf(amount, targets) {
    const count = 'count' in amount ? amount.count : Math.floor((targets * amount.percent) / 100);
    return Math.max(1, count);
}
/**
 * How many of `targets` may fail before the wave stops. A percentage rounds down, so 10% of 5 tolerates none.
 * Source: AWS CloudFormation API Reference, StackSetOperationPreferences, FailureTolerancePercentage.
 */
function toleranceOf(amount, targets) {
    return 'count' in amount ? amount.count : Math.floor((targets * amount.percent) / 100);
}


/***/ }),

/***/ 79066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readBacklog)
/* harmony export */ });
const DEFAULT_MAX_AGE_MS = 60_000;
const DEFAULT_WAIT_MS = 300_000;
/** Where the configuration says nothing: queues are empty or filled within the last minute, and streams a minute behind at most. */
function readBacklog({ queues = [], 'max-messages': maxMessages = 0, 'max-age': maxAgeMs = DEFAULT_MAX_AGE_MS, wait: waitMs = DEFAULT_WAIT_MS, } = {}) {
    return { queues, maxMessages, maxAgeMs, waitMs };
}


/***/ }),

/***/ 60338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   q6: () => (/* binding */ createContext),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   ys: () => (/* binding */ absolute)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _tree_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75428);


function createContext(base, tree) {
    return { ...base, at: (...path) => (0,_tree_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .locate */ .x5)(tree, path), atKey: (...path) => (0,_tree_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .locateKey */ .EM)(tree, path) };
}
const absolute = (directory, path) => ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, path));
/** A member of a mapping with names from a file: `constructor` is not one unless it was written. */
function member(record, key) {
    return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
/** Object without its undefined members, for optional properties. */
function defined(object) {
    const entries = Object.entries(object).filter(([, value]) => value !== undefined);
    // Undefined members are gone, which is what the type says.
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 33335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readAccess)
/* harmony export */ });
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93806);

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/.+$/;
const CHAINED_LIMIT_MS = 3_600_000;
/** Account and credentials of a target from the levels that speak of it; later levels win, key by key. */
async function readAccess(target, partition, levels, context) {
    const accountLevel = levels.findLast(({ access }) => access.account !== undefined);
    const roleLevel = levels.findLast(({ access }) => access['role-to-assume'] !== undefined);
    let credentials = {};
    for (const { access } of levels)
        credentials = { ...credentials, ...access.credentials };
    const role = roleLevel?.access['role-to-assume'];
    const roleAt = roleLevel && context.at(...roleLevel.path, 'role-to-assume');
    const at = (key) => {
        const level = levels.findLast(({ access }) => access.credentials && key in access.credentials);
        return level && context.at(...level.path, 'credentials', key);
    };
    const { findings } = context;
    const arn = ROLE_ARN.exec(role ?? '');
    const account = accountLevel?.access.account ?? arn?.[2];
    if (arn && arn[1] !== partition.id) {
        const message = `the role ${role} is of the partition ${arn[1]}, but the target ${target} is in ${partition.id}`;
        findings.add('role-partition', message, roleAt, `Give ${target} a role-to-assume of its own.`);
    }
    if (arn && account !== arn[2]) {
        const message = `the role ${role} is of the account ${arn[2]}, but the target ${target} is in ${account}`;
        findings.add('role-account', message, roleAt, 'Give the name of the role instead of its ARN: it is completed with the account.');
    }
    for (const name of [role, ...(credentials.via ?? [])]) {
        if (name === undefined || ROLE_ARN.test(name) || account !== undefined)
            continue;
        const message = `the role ${name} has no account: the target ${target} has none`;
        findings.add('role-account', message, name === role ? roleAt : at('via'), `Give ${target} an account, or write the ARN of the role.`);
    }
    const source = credentials.source ?? (credentials.profile === undefined ? 'auto' : 'profile');
    if (source === 'profile' && credentials.profile === undefined)
        findings.add('credentials', `credentials of ${target}: the source "profile" needs the key "profile"`, at('source'));
    if (source !== 'profile' && credentials.profile !== undefined)
        findings.add('credentials', `credentials of ${target}: a profile is not used with the source "${source}"`, at('profile'));
    if (source === 'oidc' && role === undefined)
        findings.add('credentials', `credentials of ${target}: the source "oidc" needs a role-to-assume`, at('source'));
    if (role === undefined && credentials.via !== undefined)
        findings.add('credentials', `credentials of ${target}: "via" leads to a role-to-assume, and there is none`, at('via'));
    if (source === 'oidc' && credentials['session-tags'] !== undefined && credentials.via === undefined) {
        const fix = 'Set the tags in the trust policy from claims of the token, or go via another role.';
        findings.add('credentials', `credentials of ${target}: STS takes no session tags with an OIDC token`, at('session-tags'), fix);
    }
    if (credentials.via !== undefined && (credentials.duration ?? 0) > CHAINED_LIMIT_MS)
        findings.add('credentials', `credentials of ${target}: AWS limits chained roles to one hour`, at('duration'), 'Remove "duration": sessions are renewed.');
    const policy = credentials['session-policy'];
    const policyText = policy === undefined ? undefined : await (0,_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readPolicy */ .T4)(policy, at('session-policy'), context);
    return {
        ...(account !== undefined && { account }),
        credentials: {
            source,
            ...(role !== undefined && { role }),
            ...(credentials.via && { via: credentials.via }),
            ...(credentials['external-id'] !== undefined && { externalId: credentials['external-id'] }),
            ...(credentials['session-tags'] && { sessionTags: credentials['session-tags'] }),
            ...(policyText !== undefined && { sessionPolicy: policyText }),
            ...(credentials.duration !== undefined && { durationSeconds: Math.floor(credentials.duration / 1000) }),
            ...(credentials.profile !== undefined && { profile: credentials.profile }),
            ...(credentials.audience !== undefined && { audience: credentials.audience }),
        },
    };
}


/***/ }),

/***/ 46103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ DEFAULT_DRILL)
/* harmony export */ });
/** Where the configuration says nothing of drills. */
const DEFAULT_DRILL = { holdMs: 60_000, abort: { belowPercent: 90, windowMs: 30_000 } };


/***/ }),

/***/ 93806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I4: () => (/* binding */ readReferencedTree),
/* harmony export */   IQ: () => (/* binding */ readReferenced),
/* harmony export */   SI: () => (/* binding */ isFileReference),
/* harmony export */   T4: () => (/* binding */ readPolicy),
/* harmony export */   qW: () => (/* binding */ checkText)
/* harmony export */ });
/* unused harmony export MAX_BYTES */
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60338);
/* harmony import */ var _schema_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87721);
/* harmony import */ var _tree_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7855);



/** A configuration of this size was not written by a person; it is refused before it is parsed. */
const MAX_BYTES = 256 * 1024;
/** True when the text can be configuration; otherwise there is a finding. Not UTF-8 shows as replacement characters. */
function checkText(content, file, findings) {
    const bytes = Buffer.byteLength(content);
    if (bytes > MAX_BYTES) {
        const message = `${file} has ${bytes} bytes; a configuration may have ${MAX_BYTES}`;
        findings.add('file-too-large', message, { file }, 'Move values to files and refer to them by file:PATH.');
        return false;
    }
    const broken = /[\uFFFD\0]/.exec(content);
    if (broken) {
        const line = content.slice(0, broken.index).split('\n').length;
        findings.add('not-utf8', `${file} is not UTF-8 text`, { file, line }, 'Save the file with the encoding UTF-8.');
        return false;
    }
    return true;
}
const FILE_PREFIX = 'file:';
const isFileReference = (text) => text.startsWith(FILE_PREFIX);
/** Content of `file:PATH`; a finding at `location` and undefined when it cannot be read. */
function readReferenced(reference, location, context) {
    const file = reference.slice(FILE_PREFIX.length).trim();
    const content = context.readFile((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .absolute */ .ys)(context.directory, file));
    if (content === undefined) {
        const fix = `Paths are taken from ${context.directory}.`;
        context.findings.add('file-missing', `there is no file ${file}`, location, fix);
        return undefined;
    }
    return checkText(content, file, context.findings) ? { file, content } : undefined;
}
/** `file:PATH` of a YAML or JSON file, as a tree. */
async function readReferencedTree(reference, location, context) {
    const found = readReferenced(reference, location, context);
    const tree = found && (await (0,_tree_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .parseYaml */ .h)(found.content, found.file, context.findings));
    return found && tree && { file: found.file, tree };
}
/** A policy as JSON text, from `file:PATH` or as it stands in the configuration. */
async function readPolicy(value, location, context) {
    if (typeof value !== 'string')
        return JSON.stringify(value);
    const found = await readReferencedTree(value, location, context);
    if (found === undefined)
        return undefined;
    if (found.tree.kind === 'map')
        return JSON.stringify((0,_schema_read_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(found.tree));
    context.findings.add('not-a-mapping', `${found.file} must be a policy, a JSON object`, found.tree.location);
    return undefined;
}


/***/ }),

/***/ 20475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ createFindings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** @param subject what was checked: the file's name, or "the inputs". */
function createFindings(subject) {
    const errors = [];
    const seen = new Set();
    return {
        add(code, message, location, ...fix) {
            // Group and environment settings are merged once per target: the same text must not be reported once per target.
            const key = `${code}\0${message}\0${location?.file}:${location?.line}:${location?.column}`;
            if (seen.has(key))
                return;
            seen.add(key);
            errors.push(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(code, message, { fix, ...(location && { location }) }));
        },
        get count() {
            return errors.length;
        },
        throwIfAny() {
            if (errors.length === 0)
                return;
            const number = errors.length === 1 ? 'an error' : `${errors.length} errors`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ('config-invalid', `${subject} has ${number}; nothing was changed`, errors);
        },
    };
}


/***/ }),

/***/ 36393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readExpectation)
/* harmony export */ });
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);

/** What an answer must be like; regular expressions and paths that cannot be read are findings at their line. */
async function readExpectation(config, path, statuses, context) {
    const { status, headers = {}, json = {} } = config;
    const jsonMatches = config['json-matches'] ?? {};
    const bodyContains = config['body-contains'];
    const bodyMatches = config['body-matches'];
    if (bodyMatches !== undefined)
        checkExpression(bodyMatches, [...path, 'body-matches'], context);
    for (const [key, expression] of Object.entries(jsonMatches))
        checkExpression(expression, [...path, 'json-matches', key], context);
    for (const [field, record] of Object.entries({ json, 'json-matches': jsonMatches }))
        for (const key of Object.keys(record))
            await checkPath(key, [...path, field, key], context);
    return {
        statuses: status === undefined ? statuses : typeof status === 'string' ? [status] : status,
        headers,
        json: byPath(json),
        jsonMatches: byPath(jsonMatches),
        ...(bodyContains !== undefined && { bodyContains }),
        ...(bodyMatches !== undefined && { bodyMatches }),
    };
}
/** `checks.database` is `$['checks']['database']`; what begins with `$` is a JSONPath already. */
function toJsonPath(text) {
    if (text.startsWith('$'))
        return text;
    return `$${text
        .split('.')
        .map((name) => `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`)
        .join('')}`;
}
function byPath(record) {
    return Object.fromEntries(Object.entries(record).map(([path, value]) => [toJsonPath(path), value]));
}
async function checkPath(text, path, context) {
    const { query } = await __webpack_require__.e(/* import() */ 4525).then(__webpack_require__.bind(__webpack_require__, 14525));
    try {
        query(null, toJsonPath(text));
    }
    catch (error) {
        const message = `"${text}" is no JSONPath: ${error instanceof Error ? error.message : String(error)}`;
        const fix = 'Write names joined by dots, or a JSONPath of RFC 9535 that begins with $.';
        context.findings.add('gate-path', message, context.at(...path), fix);
    }
}
/** References stand for literal text in a regular expression, so any text will do in their place. */
function checkExpression(text, path, context) {
    const source = (0,_references_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReferences */ .IO)(text)
        .parts.map((part) => (part.kind === 'text' ? part.text : 'x'))
        .join('');
    try {
        new RegExp(source, 'u');
    }
    catch (error) {
        const message = `the regular expression does not compile: ${error instanceof Error ? error.message : String(error)}`;
        context.findings.add('gate-expression', message, context.at(...path), 'Write it as JavaScript takes it with the flag u.');
    }
}


/***/ }),

/***/ 32017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gH: () => (/* binding */ namesRelease),
/* harmony export */   hY: () => (/* binding */ namesActive),
/* harmony export */   i5: () => (/* binding */ checkGateReferences)
/* harmony export */ });
/* unused harmony export textsIn */
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34131);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21099);


/** Every reference in the texts of a gate must mean something; outputs must be declared where the template can be read. */
async function checkGateReferences(config, gate, place, context) {
    for (const { text, path } of textsIn(config, gate.path)) {
        const location = context.at(...path);
        const fail = (message, fix) => context.findings.add('reference', `the gate ${gate.name}: ${message}`, location, fix);
        const { parts, problems } = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReferences */ .IO)(text);
        for (const { message, fix } of problems)
            fail(message, fix);
        for (const part of parts) {
            if (part.kind !== 'reference')
                continue;
            const { reference, source } = part;
            if (reference.kind === 'output')
                await checkOutput(reference, source, gate, place, context, fail);
            else if (reference.kind === 'target' && gate.scope === 'rollout')
                fail(`${source} cannot stand in a gate with scope: rollout`, 'It is asked once, for no target in particular.');
        }
    }
}
async function checkOutput({ stack, target, output }, source, gate, place, context, fail) {
    const referred = place.stacks.find(({ key }) => key === stack);
    if (referred === undefined) {
        const known = place.stacks.map(({ key }) => key);
        return fail(`${source} names the stack "${stack}", which is none`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(stack, known));
    }
    if (target !== undefined && referred.scope !== 'regional')
        return fail(`${source} names a target, but ${stack} has the scope ${referred.scope}`, `Write \${stacks.${stack}.outputs.${output}}.`);
    if (target !== undefined && !place.allTargets.includes(target))
        return fail(`${source} names the target "${target}", which is none`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(target, place.allTargets));
    if (target === undefined && referred.scope === 'regional' && gate.scope === 'rollout')
        return fail(`${source} does not say of which target, and the gate is asked once for all`, `Name the target: \${stacks.${stack}.targets.${place.allTargets[0] ?? 'TARGET'}.outputs.${output}}.`);
    const declared = await outputsOf(referred, context);
    if (declared !== undefined && !declared.includes(output))
        fail(`${source} is no output of ${stack}`, declared.length > 0 ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(output, declared) : `Add it to the Outputs of its template.`);
}
/** Undefined where nobody can say: the template is not there or broken, or its outputs come out of a loop. */
async function outputsOf(stack, context) {
    const text = context.readFile(stack.template);
    if (text === undefined)
        return undefined;
    const { parseTemplate } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8547)]).then(__webpack_require__.bind(__webpack_require__, 78547));
    try {
        const outputs = parseTemplate(text, stack.template).data['Outputs'];
        const names = typeof outputs === 'object' && outputs !== null ? Object.keys(outputs) : [];
        return names.some((name) => name.startsWith('Fn::')) ? undefined : names;
    }
    catch {
        // Whoever needs the template reports it.
        return undefined;
    }
}
/** Whether a check asks for the release or its commit anywhere in its texts. */
function namesRelease(check) {
    return refers(check, ({ kind }) => kind === 'release' || kind === 'commit');
}
/** Whether a check asks anywhere in its texts if its target gets traffic. */
function namesActive(check) {
    return refers(check, (reference) => reference.kind === 'target' && reference.property === 'active');
}
function refers(check, matches) {
    return [...textsIn(check, [])].some(({ text }) => (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencesIn */ .ii)(text).some(matches));
}
/** All texts inside a value, with where they stand. */
function* textsIn(value, path) {
    if (typeof value === 'string')
        yield { text: value, path };
    else if (Array.isArray(value))
        for (const [index, item] of value.entries())
            yield* textsIn(item, [...path, index]);
    else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value))
            yield* textsIn(item, [...path, key]);
}


/***/ }),

/***/ 48281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseAddress),
/* harmony export */   r: () => (/* binding */ httpCheck)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _gate_expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36393);


const DEFAULTS = { method: 'GET', redirects: 0, successes: 1, failures: 3, pause: 1_000, requestTimeout: 5_000 };
/** An `http` gate, with what can be known of its URL and addresses before anything is deployed. */
async function httpCheck(config, path, context) {
    if (config.http === undefined)
        return undefined;
    const written = typeof config.http === 'string' ? { url: config.http } : config.http;
    const at = (key) => typeof config.http === 'string' ? context.at(...path, 'http') : context.at(...path, 'http', key);
    checkUrl(written.url, (message, fix) => context.findings.add('gate', message, at('url'), fix));
    for (const key of ['address', 'resolver']) {
        const value = written[key];
        if (value === undefined || isFixed(value) === false || parseAddress(value) !== undefined)
            continue;
        const message = `${key} must be an address such as 192.0.2.1 or [2001:db8::1]:8443, but is "${value}"`;
        context.findings.add('gate', message, at(key));
    }
    const { address, resolver, body, headers = {} } = written;
    return {
        kind: 'http',
        url: written.url,
        method: written.method ?? DEFAULTS.method,
        headers,
        ...(body !== undefined && { body }),
        ...(address !== undefined && { address }),
        ...(resolver !== undefined && { resolver }),
        redirects: written.redirects ?? DEFAULTS.redirects,
        successes: written.successes ?? DEFAULTS.successes,
        failures: written.failures ?? DEFAULTS.failures,
        pauseMs: written.pause ?? DEFAULTS.pause,
        requestTimeoutMs: written['request-timeout'] ?? DEFAULTS.requestTimeout,
        expect: await (0,_gate_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .readExpectation */ .f)(config.expect ?? {}, [...path, 'expect'], ['2xx'], context),
    };
}
/** Address and port of `192.0.2.1`, `192.0.2.1:8443`, `2001:db8::1` or `[2001:db8::1]:8443`; undefined for anything else. */
function parseAddress(text) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(text) !== 0)
        return { host: text };
    const [, six, four, port] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
    const host = six ?? four ?? '';
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 || Number(port ?? 1) > 65_535 || Number(port ?? 1) < 1)
        return undefined;
    return { host, ...(port !== undefined && { port: Number(port) }) };
}
/** Nothing in it is put in later. */
const isFixed = (text) => !text.includes('${');
function checkUrl(text, fail) {
    if (!isFixed(text))
        return;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        fail(`the gate must ask a URL with http or https, but has "${text}"`, 'Write it as https://HOST/PATH.');
    else if (url.username !== '' || url.password !== '')
        fail('the URL of the gate holds a user or password', 'Send it in a header, from ${ssm:/NAME}.');
}


/***/ }),

/***/ 82339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ pausedKinds),
/* harmony export */   We: () => (/* binding */ refusePauseWithSam),
/* harmony export */   pJ: () => (/* binding */ inRegionOf)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60338);
/* harmony import */ var _schema_in_region_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26183);


/** What the sam engine does not do: it runs `sam deploy` as it is. */
function refusePauseWithSam(environment, config, instances, context) {
    if (config.engine !== 'sam' || !instances.some(({ settings }) => (settings.pauseConsumers ?? []).length > 0))
        return;
    context.findings.add('pause-consumers-engine', 'the sam engine runs sam deploy as it is, so that pause-consumers has no effect', context.at('environments', environment, 'engine'), 'Leave pause-consumers out, or use the changeset engine.');
}
const KINDS = { mappings: 'mapping', rules: 'rule', schedules: 'schedule' };
/** `true` stands for what loses nothing: queues and streams keep what arrives. */
function pausedKinds(said) {
    if (said === undefined)
        return undefined;
    if (typeof said === 'boolean')
        return said ? ['mapping'] : [];
    return [...new Set(said)].map((kind) => KINDS[kind]);
}
/** `in-region` of a stack: what the environment says of it counts before what it says of all, and that before the stack's own. */
function inRegionOf(key, environment, stack, config, context) {
    const levels = [
        { value: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(config.stacks, key)?.['in-region'], path: ['environments', environment, 'stacks', key] },
        { value: config['in-region'], path: ['environments', environment] },
        { value: stack['in-region'], path: ['stacks', key] },
    ];
    const said = levels.find(({ value }) => value !== undefined);
    if (said?.value === undefined || said.value === _schema_in_region_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_SHIFT */ .TB)
        return {};
    if (config.engine === 'sam') {
        context.findings.add('in-region-engine', 'the sam engine deploys templates as they are, so that in-region can add nothing to them', context.at(...said.path, 'in-region'), 'Write the DeploymentPreference into the template, or use the changeset engine.');
    }
    return { inRegion: said.value };
}


/***/ }),

/***/ 86981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a3: () => (/* reexport */ duration/* formatDuration */.a),
  DO: () => (/* reexport */ listEnvironments),
  Ye: () => (/* reexport */ loadEnvironment)
});

// UNUSED EXPORTS: KNOWN_REGIONS, concurrencyOf, findPartition, findRegion, formatAmount, parseAmount, parseDuration, parseParameterOverrides, parseReferences, parseTags, referencesIn, resolveReferences, toleranceOf

// EXTERNAL MODULE: ./src/topology/duration.ts
var duration = __webpack_require__(76393);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/topology/collisions.ts
/**
 * Two environments that deploy the same stack name to the same account and region overwrite each other: a deployment of
 * one would be a deployment of the other. A finding for each such stack of `environment`.
 */
function checkCollisions(environment, others, context) {
    const reported = new Set();
    for (const other of others) {
        const places = new Map(other.instances.map((instance) => [placeOf(instance), instance]));
        for (const instance of environment.instances) {
            const { key, stackName, location } = instance.stack;
            if (!places.has(placeOf(instance)) || reported.has(`${other.name} ${key}`))
                continue;
            reported.add(`${other.name} ${key}`);
            const { account, region } = instance.target;
            const where = account === undefined ? region : `${account} ${region}`;
            const message = `${environment.name} and ${other.name} both deploy the stack ${stackName} to ${where}`;
            const fix = `Give ${key} another "stack-name" under environments.${other.name}.stacks.${key}, or use another account.`;
            context.findings.add('same-stack', message, location, fix);
        }
    }
}
/** Without an account the credentials tell places apart. */
function placeOf({ stack, target }) {
    return [stack.stackName, target.region, target.account ?? JSON.stringify(target.credentials)].join(' ');
}

// EXTERNAL MODULE: ./src/topology/context.ts
var topology_context = __webpack_require__(60338);
// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
;// CONCATENATED MODULE: ./src/topology/declared.ts


/**
 * Drops from each instance the parameters that were said for all stacks and that its template does not declare. One that
 * no template declares is a finding. Where a template cannot be read they stay, marked as `shared`.
 */
async function dropUndeclared(instances, context) {
    const isShared = ([, { shared }]) => shared === true;
    if (!instances.some(({ settings }) => Object.entries(settings.parameters).some(isShared)))
        return instances;
    const declared = await readDeclared(instances, context);
    checkUsed(instances, declared, context);
    return instances.map((instance) => {
        const names = declared.get(instance.stack.key);
        if (names === undefined)
            return instance;
        const kept = Object.entries(instance.settings.parameters)
            .filter((entry) => !isShared(entry) || names.has(entry[0]))
            .map(([name, { shared: _shared, ...value }]) => [name, value]);
        return { ...instance, settings: { ...instance.settings, parameters: Object.fromEntries(kept) } };
    });
}
/** Names of the declared parameters by stack key. A template that is missing or broken is reported by whoever needs all of it. */
async function readDeclared(instances, context) {
    const { parseTemplate } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8547)]).then(__webpack_require__.bind(__webpack_require__, 78547));
    const declared = new Map();
    for (const { stack } of new Map(instances.map((instance) => [instance.stack.key, instance])).values()) {
        const text = context.readFile(stack.template);
        if (text === undefined)
            continue;
        try {
            const { parameters } = parseTemplate(text, stack.template);
            declared.set(stack.key, new Set(parameters.map(({ name }) => name)));
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
        }
    }
    return declared;
}
function checkUsed(instances, declared, context) {
    if (instances.some(({ stack }) => !declared.has(stack.key)))
        return;
    const known = new Set([...declared.values()].flatMap((names) => [...names]));
    for (const { settings } of instances) {
        for (const [name, { shared, location, source }] of Object.entries(settings.parameters)) {
            if (!shared || known.has(name))
                continue;
            const message = `no template declares the parameter ${name} (${source})`;
            context.findings.add('undeclared-parameter', message, location, (0,nearest/* didYouMean */.a)(name, [...known]));
        }
    }
}

// EXTERNAL MODULE: ./src/topology/backlog.ts
var backlog = __webpack_require__(79066);
// EXTERNAL MODULE: ./src/topology/failover-model.ts
var failover_model = __webpack_require__(46103);
;// CONCATENATED MODULE: ./src/topology/drill.ts


/** How the failover is tried out, with what holds where nothing is said. */
function readDrill({ drill = {}, mechanism }, path, context) {
    if (drill['revert-role'] !== undefined && mechanism !== 'stop-switch') {
        const other = mechanism === 'weights' ? 'Give traffic.revert-role instead.' : 'Remove "revert-role".';
        context.findings.add('failover-key', `failover.drill.revert-role is of the mechanism stop-switch, but the mechanism is ${mechanism}`, context.atKey(...path, 'drill', 'revert-role'), other);
    }
    const { every, hold = failover_model/* DEFAULT_DRILL */.M.holdMs, abort = {}, inject } = drill;
    return {
        holdMs: hold,
        abort: {
            belowPercent: abort.below ?? failover_model/* DEFAULT_DRILL */.M.abort.belowPercent,
            windowMs: abort.for ?? failover_model/* DEFAULT_DRILL */.M.abort.windowMs,
        },
        ...(0,topology_context/* defined */.sw)({
            everyMs: every,
            revertRole: drill['revert-role'],
            inject: inject && { run: programOf(inject.command), revert: programOf(inject.revert) },
        }),
    };
}
/** A program and its arguments: a text is a line for the shell. */
function programOf(command) {
    return typeof command === 'string' ? ['sh', '-c', command] : command;
}

;// CONCATENATED MODULE: ./src/topology/failover-mechanism.ts


/** Keys that one mechanism needs and no other may have: on another they would be silently ignored. */
const KEYS = {
    'stop-switch': ['signals'],
    'arc-routing-control': ['cluster-endpoints', 'routing-controls'],
    'region-switch': ['region-switch'],
    weights: [],
    command: ['command'],
};
/**
 * Why a driver and a mechanism do not go together; pairs that are not named do. A health check of Route 53 decides
 * about records of Route 53 only: CloudFront and Global Accelerator never look at it.
 */
const BY_HEALTH_CHECK = {
    'cloudfront-kvs': 'CloudFront does not look at health checks of Route 53',
    'global-accelerator': 'Global Accelerator does not look at health checks of Route 53',
};
const NOT_TOGETHER = {
    'stop-switch': BY_HEALTH_CHECK,
    'arc-routing-control': BY_HEALTH_CHECK,
    'region-switch': BY_HEALTH_CHECK,
};
/** Whether the mechanism has the keys it needs and no others, and goes with the traffic driver. */
function checkMechanism(failover, traffic, path, context) {
    checkKeys(failover, path, context);
    checkPair(failover.mechanism, traffic, path, context);
}
function checkKeys(failover, path, context) {
    for (const [mechanism, keys] of Object.entries(KEYS)) {
        for (const key of keys) {
            const own = mechanism === failover.mechanism;
            if (!own && failover[key] !== undefined) {
                const message = `failover.${key} is of the mechanism ${mechanism}, but the mechanism is ${failover.mechanism}`;
                context.findings.add('failover-key', message, context.atKey(...path, key), `Remove "${key}".`);
            }
            if (own && failover[key] === undefined)
                context.findings.add('missing-key', `the mechanism ${mechanism} needs the key "${key}" in failover`, context.at(...path));
        }
    }
}
function checkPair(mechanism, traffic, path, context) {
    const at = context.at(...path, 'mechanism');
    if (mechanism === 'weights' && traffic === undefined) {
        const fix = 'Add "traffic" with a driver to the environment, or choose another mechanism.';
        context.findings.add('failover-mechanism', 'the mechanism weights needs a traffic driver', at, fix);
    }
    if (traffic === undefined)
        return;
    const { driver } = traffic.driver;
    const why = NOT_TOGETHER[mechanism]?.[driver];
    if (why !== undefined) {
        const message = `the mechanism ${mechanism} does not work with the driver ${driver}: ${why}`;
        context.findings.add('failover-mechanism', message, at, 'Choose the mechanism weights, or command.');
    }
    if (mechanism === 'weights' && driver !== 'cloudfront-kvs') {
        const region = driver === 'route53' ? 'us-east-1' : 'us-west-2';
        context.note(`warning: the mechanism weights changes ${driver} through its control plane in ${region}: it cannot leave a region while ${region} is impaired. Use it for planned moves, and stop-switch for outages`);
    }
}
/** The mechanism with what it needs, checked against the targets. */
function readMechanism({ mechanism, signals = {}, command = [], ...cluster }, targets, path, context) {
    switch (mechanism) {
        case 'stop-switch':
            for (const [name, signal] of Object.entries(signals))
                checkSignal(name, signal.in, targets, path, context);
            return { kind: 'stop-switch', signals };
        case 'arc-routing-control': {
            const { 'cluster-endpoints': endpoints = {}, 'routing-controls': controls = {} } = cluster;
            checkControls(controls, targets, path, context);
            checkEndpoints(endpoints, path, context);
            return {
                kind: mechanism,
                controls,
                endpoints: Object.entries(endpoints).map(([region, url]) => ({ region, url })),
            };
        }
        case 'region-switch': {
            checkRegions(targets, path, context);
            const { plan = '', approach = 'active-passive' } = cluster['region-switch'] ?? {};
            return { kind: mechanism, plan, approach };
        }
        case 'weights':
            return { kind: 'weights' };
        case 'command':
            return { kind: 'command', run: programOf(command) };
    }
}
/** API Reference, CreatePlan, regions: exactly two. */
function checkRegions(targets, path, context) {
    const regions = new Set(targets.map(({ region }) => region));
    if (regions.size < 3)
        return;
    const message = `a Region switch plan has two regions, the targets are in ${[...regions].join(', ')}`;
    const fix = 'Choose another mechanism: arc-routing-control, stop-switch, or command for plans of your own.';
    context.findings.add('failover-mechanism', message, context.at(...path, 'mechanism'), fix);
}
/** Every target is switched on or off in one call: one without a control would be left as it is. */
function checkControls(controls, targets, path, context) {
    const names = targets.map(({ name }) => name);
    const at = context.at(...path, 'routing-controls');
    for (const name of Object.keys(controls).filter((key) => !names.includes(key))) {
        const message = `failover.routing-controls names ${name}, which is no target`;
        context.findings.add('unknown-target', message, at, (0,nearest/* didYouMean */.a)(name, names));
    }
    for (const name of names.filter((key) => controls[key] === undefined)) {
        const fix = 'Give every target its routing control.';
        context.findings.add('failover-control', `the target ${name} has no routing control`, at, fix);
    }
}
/** The region that a call is signed for must be that of the endpoint. */
function checkEndpoints(endpoints, path, context) {
    for (const [region, url] of Object.entries(endpoints)) {
        if (new URL(url).hostname.split('.').includes(region))
            continue;
        const at = context.at(...path, 'cluster-endpoints', region);
        const fix = 'Copy regions and endpoints from `aws route53-recovery-control-config describe-cluster`.';
        context.findings.add('failover-endpoint', `the endpoint ${url} is not in ${region}`, at, fix);
    }
}
/** A signal in the region that it stops would be lost with it. */
function checkSignal(name, place, targets, path, context) {
    const names = targets.map((target) => target.name);
    const at = context.at(...path, 'signals', name);
    for (const wanted of [name, place]) {
        if (names.includes(wanted))
            continue;
        const message = `failover.signals names ${wanted}, which is no target`;
        context.findings.add('unknown-target', message, at, (0,nearest/* didYouMean */.a)(wanted, names));
    }
    const [stopped, kept] = [name, place].map((wanted) => targets.find((target) => target.name === wanted)?.region);
    if (stopped === undefined || stopped !== kept)
        return;
    const message = `the stop signal of ${name} lies in ${kept}, the region that would be lost`;
    context.findings.add('failover-signal', message, at, 'Keep it in a region that traffic can move to.');
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/topology/replication.ts

/** Six beats of the template's writer. */
const DEFAULT_MAX_LAG_MS = 30_000;
/** How far replication is can only be told by something that is named. */
function readReplication(config, path, context) {
    if (config === undefined)
        return undefined;
    const { heartbeat, tables = [], 'max-lag': maxLagMs = DEFAULT_MAX_LAG_MS } = config;
    if (heartbeat === undefined && tables.length === 0) {
        context.findings.add('missing-key', 'failover.replication needs the key "heartbeat" or "tables"', context.at(...path, 'replication'), 'Deploy templates/heartbeat and name its table, or name global tables of the application.');
    }
    return { tables, maxLagMs, ...(0,topology_context/* defined */.sw)({ heartbeat }) };
}
/** Every text of it that may hold references, with where it stands. */
function replicationTexts({ heartbeat, tables = [] }, path) {
    return [
        ...(heartbeat === undefined ? [] : [[heartbeat, [...path, 'replication', 'heartbeat']]]),
        ...tables.map((table) => [table, [...path, 'replication', 'tables']]),
    ];
}

;// CONCATENATED MODULE: ./src/topology/failover.ts






const DEFAULT_STABLE_MS = 10_000;
const DEFAULT_TIMEOUT_MS = 300_000;
const DNS_PORT = 53;
/** How traffic leaves a lost region, checked together with the targets and the traffic driver. */
function readFailover(environment, config, targets, traffic, context) {
    const { failover } = config;
    if (failover === undefined)
        return undefined;
    const path = ['environments', environment, 'failover'];
    checkMechanism(failover, traffic, path, context);
    if (new Set(targets.map(({ region }) => region)).size < 2) {
        const fix = 'Add a target in another region, or remove "failover".';
        context.findings.add('failover-alone', `${environment} has one region: nothing can be left`, context.at(...path), fix);
    }
    checkReferences(failover, path, context);
    checkOwn(failover.endpoint ?? '', [...path, 'endpoint'], context);
    const probe = readProbe(failover);
    const replication = readReplication(failover.replication, path, context);
    return {
        mechanism: readMechanism(failover, targets, path, context),
        drill: readDrill(failover, path, context),
        backlog: (0,backlog/* readBacklog */.K)(failover.backlog),
        ...(probe !== undefined && { probe }),
        ...(replication !== undefined && { replication }),
        ...(failover.fence !== undefined && { fence: { functions: failover.fence.functions ?? [] } }),
        ...(0,topology_context/* defined */.sw)({ endpoint: failover.endpoint, rtoMs: failover.rto, rpoMs: failover.rpo }),
    };
}
function checkReferences({ probe, signals, replication, fence, backlog }, path, context) {
    for (const [index, name] of (fence?.functions ?? []).entries())
        checkOwn(name, [...path, 'fence', 'functions', index], context);
    for (const [index, name] of (backlog?.queues ?? []).entries())
        checkOwn(name, [...path, 'backlog', 'queues', index], context);
    const texts = [
        [probe?.url, [...path, 'probe', 'url']],
        ...Object.entries(signals ?? {}).map(([name, { bucket }]) => [bucket, [...path, 'signals', name, 'bucket']]),
        ...(replication === undefined ? [] : replicationTexts(replication, path)),
    ];
    for (const [text, at] of texts) {
        const { parts, problems } = (0,references/* parseReferences */.IO)(text ?? '');
        for (const { message, fix } of problems)
            context.findings.add('reference', `failover: ${message}`, context.at(...at), fix);
        for (const part of parts) {
            if (part.kind !== 'reference' || !['release', 'commit', 'ssm', 'target'].includes(part.reference.kind))
                continue;
            const message = `failover: ${part.source} cannot stand here, because it is of no release and no single target`;
            const fix = 'Name an output with its target: ${stacks.KEY.targets.TARGET.outputs.NAME}.';
            context.findings.add('reference', message, context.at(...at), fix);
        }
    }
}
/** What each target has of its own: what is known of it without a release. */
function checkOwn(text, at, context) {
    const { parts, problems } = (0,references/* parseReferences */.IO)(text);
    for (const { message, fix } of problems)
        context.findings.add('reference', `failover: ${message}`, context.at(...at), fix);
    for (const part of parts) {
        if (part.kind !== 'reference' || !['release', 'commit', 'ssm'].includes(part.reference.kind))
            continue;
        const message = `failover: ${part.source} cannot stand here, because a failover is of no release`;
        context.findings.add('reference', message, context.at(...at), 'Name an output: ${stacks.KEY.outputs.NAME}.');
    }
}
function readProbe({ probe }) {
    if (probe === undefined)
        return undefined;
    return {
        url: probe.url,
        stableMs: probe.stable ?? DEFAULT_STABLE_MS,
        timeoutMs: probe.timeout ?? DEFAULT_TIMEOUT_MS,
        ...(0,topology_context/* defined */.sw)({
            region: probe.region === undefined ? undefined : fieldOf(probe.region),
            release: probe.release === undefined ? undefined : fieldOf(probe.release),
            resolver: probe.resolver === undefined ? undefined : serverOf(probe.resolver),
            nameServers: probe['name-servers']?.map(serverOf),
        }),
    };
}
function fieldOf(text) {
    const [from = '', name = ''] = text.split(':');
    return from === 'json' ? { from, name } : { from: 'header', name: name.toLowerCase() };
}
/** `192.0.2.1:5353`, `[2001:db8::1]:53`, `192.0.2.1`. */
function serverOf(text) {
    const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
    return { host: six ?? four ?? text, port: port === undefined ? DNS_PORT : Number(port) };
}

// EXTERNAL MODULE: ./src/topology/gate-references.ts
var gate_references = __webpack_require__(32017);
;// CONCATENATED MODULE: ./src/topology/metric-gate.ts

const COMPARISONS = ['below', 'at-most', 'above', 'at-least'];
/** A gate of CloudWatch metrics. */
async function metricCheck(config, path, context) {
    const { metric } = config;
    if (metric === undefined)
        return undefined;
    const at = (...keys) => context.at(...path, 'metric', ...keys);
    const fail = (message, key, fix) => context.findings.add('gate', message, key === undefined ? at() : at(key), fix);
    const ids = Object.keys(metric.metrics);
    const [first = ''] = ids;
    const [comparison = 'below', second] = COMPARISONS.filter((name) => metric[name] !== undefined);
    if (second !== undefined)
        fail(`a metric gate says both ${comparison} and ${second}`, second, 'Make two gates of it.');
    if (metric[comparison] === undefined)
        fail('a metric gate says no threshold', undefined, `Give it one of ${COMPARISONS.join(', ')}.`);
    if (metric.expression === undefined && ids.length > 1)
        fail('a gate of several metrics needs an expression', undefined, 'Say it with the ids: `100 * errors / requests`.');
    for (const name of namesIn(metric.expression ?? ''))
        if (!ids.includes(name))
            fail(`the expression names "${name}", which is no metric of the gate`, 'expression', (0,nearest/* didYouMean */.a)(name, ids));
    if (metric.samples !== undefined && !ids.includes(metric.samples))
        fail(`"${metric.samples}" is no metric of the gate`, 'samples', (0,nearest/* didYouMean */.a)(metric.samples, ids));
    // CloudWatch API Reference, MetricStat, Period: a multiple of 60 for metrics with a resolution of a minute.
    const periodMs = metric.period ?? 60_000;
    if (periodMs % 60_000 !== 0)
        fail('the period of a metric gate must be whole minutes', 'period', 'Write it as 1m, 5m …');
    return {
        kind: 'metric',
        metrics: Object.entries(metric.metrics).map(([id, source]) => ({
            id,
            namespace: source.namespace,
            metric: source.metric,
            dimensions: source.dimensions ?? {},
            statistic: source.statistic ?? 'Sum',
        })),
        ...(metric.expression !== undefined && { expression: metric.expression }),
        comparison,
        threshold: Number(metric[comparison] ?? 0),
        periodMs,
        ...(metric.window !== undefined && { windowMs: metric.window }),
        datapointsToFail: metric['datapoints-to-fail'] ?? 1,
        minDatapoints: metric['min-datapoints'] ?? 1,
        ...(metric['min-samples'] !== undefined && { minSamples: metric['min-samples'] }),
        samplesOf: metric.samples ?? first,
        missingData: metric['missing-data'] ?? 'inconclusive',
    };
}
/** Ids of metric math begin with a small letter, functions and keywords are in capitals (CloudWatch User Guide). */
function namesIn(expression) {
    const code = expression.replaceAll(/"[^"]*"|'[^']*'|\$\{[^}]*\}/g, '');
    return [...new Set(code.match(/(?<![\w.])[a-z]\w*/g) ?? [])];
}

// EXTERNAL MODULE: ./src/topology/gate-expectation.ts
var gate_expectation = __webpack_require__(36393);
;// CONCATENATED MODULE: ./src/topology/run-gates.ts


/** A gate that runs a program. */
async function commandCheck({ command }, path, context) {
    if (command === undefined)
        return undefined;
    const written = typeof command === 'string' || isList(command) ? { run: command } : command;
    const { run, directory = '.', environment = {}, credentials = 'read-only' } = written;
    const words = typeof run === 'string' ? ['sh', '-c', run] : run;
    if (words.some((word) => word.trim() === '') && words.length < 2)
        context.findings.add('gate', 'the command of a gate is empty', context.at(...path, 'command'));
    // A value that an output brings along would be read by the shell as if it were part of the line.
    if (typeof run === 'string' && run.replaceAll('$${', '').includes('${')) {
        const at = typeof command === 'string' || isList(command) ? ['command'] : ['command', 'run'];
        context.findings.add('gate', 'references cannot stand in a line for the shell', context.at(...path, ...at), 'Use its environment, such as "$SMR_OUTPUT_API_URL" or "$SMR_RELEASE", or write program and arguments as a list.');
    }
    return { kind: 'command', run: words, directory: (0,topology_context/* absolute */.ys)(context.directory, directory), environment, credentials };
}
/** A gate that invokes a function. */
async function lambdaCheck(config, path, context) {
    const { lambda, expect = {} } = config;
    if (lambda === undefined)
        return undefined;
    const written = typeof lambda === 'string' ? { function: lambda } : lambda;
    for (const key of ['status', 'headers']) {
        if (expect[key] === undefined)
            continue;
        const message = `the answer of a function has no ${key}`;
        context.findings.add('gate', message, context.at(...path, 'expect', key), 'Look into it with `json`.');
    }
    return {
        kind: 'lambda',
        function: written.function,
        ...(written.qualifier !== undefined && { qualifier: written.qualifier }),
        payload: written.payload ?? {},
        expect: await (0,gate_expectation/* readExpectation */.f)(expect, [...path, 'expect'], [], context),
    };
}
const isList = (value) => Array.isArray(value);

;// CONCATENATED MODULE: ./src/topology/failover-work.ts





const HOOK_TIMEOUT_MS = 60_000;
const INTERVAL_MS = 5_000;
const CAUGHT_UP_TIMEOUT_MS = 300_000;
const KINDS = ['command', 'lambda', 'metric'];
/** What a failover does with the application itself: consumers that follow the role, and hooks of a graceful move. */
async function readFailoverWork(environment, { failover }, place, context) {
    if (failover === undefined)
        return {};
    const path = ['environments', environment, 'failover'];
    const { consumers, graceful } = failover;
    return (0,topology_context/* defined */.sw)({
        consumers: consumers && readConsumers(consumers, [...path, 'consumers'], place, context),
        graceful: graceful && (await readGraceful(graceful, [...path, 'graceful'], place, context)),
    });
}
function readConsumers({ where, tag, resources = {} }, path, { stacks }, context) {
    const keys = stacks.map(({ key }) => key);
    for (const key of Object.keys(resources).filter((name) => !keys.includes(name))) {
        const message = `failover.consumers names the stack "${key}", which is none`;
        context.findings.add('unknown-stack', message, context.atKey(...path, 'resources', key), (0,nearest/* didYouMean */.a)(key, keys));
    }
    if (tag === undefined && Object.keys(resources).length === 0) {
        const message = 'failover.consumers does not say which they are';
        context.findings.add('missing-key', message, context.at(...path), 'Give it tag or resources.');
    }
    const [key = '', ...value] = (tag ?? '').split('=');
    return {
        where,
        resources,
        ...(tag !== undefined && { tag: { key, ...(value.length > 0 && { value: value.join('=') }) } }),
    };
}
async function readGraceful(config, path, place, context) {
    await (0,gate_references/* checkGateReferences */.i5)(config, { name: 'failover.graceful', scope: 'target', path }, place, context);
    const { quiesce, resume, 'caught-up': caughtUp } = config;
    if (quiesce !== undefined && resume === undefined) {
        const fix = 'Add failover.graceful.resume: it runs when the move is undone, and before the target is active again.';
        const message = 'a hook stops writes, and none resumes them';
        context.findings.add('missing-key', message, context.at(...path, 'quiesce'), fix);
    }
    const check = caughtUp && (await readCheck(caughtUp, 'caught-up', [...path, 'caught-up'], context));
    return (0,topology_context/* defined */.sw)({
        quiesce: quiesce && (await readHook(quiesce, 'quiesce', [...path, 'quiesce'], context)),
        resume: resume && (await readHook(resume, 'resume', [...path, 'resume'], context)),
        caughtUp: check && {
            check,
            intervalMs: caughtUp.interval ?? INTERVAL_MS,
            timeoutMs: caughtUp.timeout ?? CAUGHT_UP_TIMEOUT_MS,
        },
    });
}
async function readHook(config, name, path, context) {
    const check = await readCheck(config, name, path, context);
    if (check === undefined || (check.kind !== 'command' && check.kind !== 'lambda'))
        return undefined;
    return { check, timeoutMs: config.timeout ?? HOOK_TIMEOUT_MS };
}
/** Exactly one kind. A hook acts, so its command gets credentials that may; the plan is used wherever somebody has it. */
async function readCheck(config, name, path, context) {
    const [kind, other] = KINDS.filter((key) => config[key] !== undefined);
    if (kind === undefined || other !== undefined) {
        const message = `failover.graceful.${name} says ${kind === undefined ? 'nothing to run' : `both ${kind} and ${other}`}`;
        context.findings.add('failover-hook', message, context.at(...path), 'Give it exactly one.');
        return undefined;
    }
    if (config.expect !== undefined && kind !== 'lambda') {
        const at = context.at(...path, 'expect');
        context.findings.add('failover-hook', `"expect" has no meaning for ${kind}`, at, 'It is for lambda.');
    }
    switch (kind) {
        case 'metric':
            return metricCheck(config, path, context);
        case 'command': {
            const check = await commandCheck(config, path, context);
            return check && { ...check, directory: '.', credentials: 'full' };
        }
        case 'lambda': {
            const check = await lambdaCheck(config, path, context);
            const given = typeof config.lambda === 'object' && config.lambda.payload !== undefined;
            return check && (given ? check : { ...check, payload: { hook: name } });
        }
    }
}

;// CONCATENATED MODULE: ./src/topology/alarm-gate.ts
/** A gate of alarms. */
async function alarmCheck(config) {
    const listed = (value) => (value === undefined ? [] : [value].flat());
    return {
        kind: 'alarm',
        names: listed(config.alarm),
        prefixes: listed(config['alarm-prefix']),
        tags: config['alarm-tag'] ?? {},
        insufficientData: config['insufficient-data'] ?? 'inconclusive',
        stale: config.stale ?? 'pass',
    };
}

;// CONCATENATED MODULE: ./src/topology/bake.ts

/** GitHub Actions limits, "Job execution time": a job on a hosted runner ends after six hours. */
const HOSTED_JOB_MS = 21_600_000;
/**
 * Warns of bakes that a job cannot see the end of, with the numbers.
 * @param steps of the traffic of a wave, each of which bakes
 */
function checkBake(phases, steps, context) {
    const total = phases.reduce((sum, { kind, bakeMs }) => sum + bakeMs * (kind === 'wave' ? steps : 1), 0);
    if (total < HOSTED_JOB_MS)
        return;
    const all = (0,duration/* formatDuration */.a)(total);
    const limit = (0,duration/* formatDuration */.a)(HOSTED_JOB_MS);
    const often = steps > 1 ? `, after each of ${steps} steps` : '';
    context.note(`warning: the waves bake ${all} together${often}, and a job on a hosted runner of GitHub ends after ${limit}: ` +
        'deploy with --until and go on with promote');
}

;// CONCATENATED MODULE: ./src/topology/compare-gate.ts
/** A gate that compares a canary with a baseline. */
async function compareCheck({ compare }, path, context) {
    if (compare === undefined)
        return undefined;
    const fail = (message, key, fix) => context.findings.add('gate', message, context.at(...path, 'compare', key), fix);
    const { canary, baseline, detect } = compare;
    const target = compare['baseline-target'];
    if ((canary === undefined) !== (baseline === undefined))
        fail('a comparison names one version of two', canary === undefined ? 'baseline' : 'canary', 'Name both, or none.');
    if (target !== undefined && canary !== undefined)
        fail('a comparison is between versions or between targets, not both', 'baseline-target', 'Make two gates of it.');
    if (target === undefined && compare['baseline-function'] !== undefined)
        fail('"baseline-function" is of another target', 'baseline-function', 'Name it with "baseline-target".');
    const significance = Number(compare.significance ?? 0.05);
    if (!(significance > 0 && significance < 0.5))
        fail('the significance of a comparison must be above 0 and below 0.5', 'significance', 'Usual: 0.05, 0.01.');
    return {
        kind: 'compare',
        function: compare.function,
        alias: compare.alias ?? 'live',
        ...(canary !== undefined && baseline !== undefined && { versions: { canary, baseline } }),
        ...(target !== undefined && {
            baselineTarget: { name: target, function: compare['baseline-function'] ?? compare.function },
        }),
        significance,
        errorIncrease: share(compare['error-increase'] ?? '0.5%'),
        latencyIncrease: share(compare['latency-increase'] ?? '10%'),
        latencyStatistic: compare['latency-statistic'] ?? 'p95',
        minSamples: compare['min-samples'] ?? 100,
        minMinutes: compare['min-minutes'] ?? 8,
        ...(detect !== undefined && { detect: share(detect) }),
    };
}
const share = (percentage) => Number(percentage.slice(0, -1)) / 100;

// EXTERNAL MODULE: ./src/topology/http-gate.ts
var http_gate = __webpack_require__(48281);
;// CONCATENATED MODULE: ./src/topology/gates.ts









const gates_KINDS = [
    {
        name: 'http',
        keys: ['http'],
        also: ['expect'],
        defaults: { when: ['bake'], timeoutMs: 30_000 },
        read: http_gate/* httpCheck */.r,
    },
    {
        name: 'alarm',
        keys: ['alarm', 'alarm-prefix', 'alarm-tag'],
        also: ['insufficient-data', 'stale'],
        defaults: { when: ['before', 'bake'], timeoutMs: 30_000 },
        read: alarmCheck,
    },
    {
        name: 'metric',
        keys: ['metric'],
        also: [],
        defaults: { when: ['bake'], timeoutMs: 30_000 },
        read: metricCheck,
    },
    {
        name: 'compare',
        keys: ['compare'],
        also: [],
        // Once, when the bake is over: every further look is another chance of a false alarm.
        defaults: { when: ['after'], timeoutMs: 30_000 },
        read: compareCheck,
    },
    {
        name: 'command',
        keys: ['command'],
        also: [],
        defaults: { when: ['after'], timeoutMs: 300_000 },
        read: commandCheck,
    },
    {
        name: 'lambda',
        keys: ['lambda'],
        also: ['expect'],
        defaults: { when: ['after'], timeoutMs: 300_000 },
        read: lambdaCheck,
    },
];
const gates_INTERVAL_MS = 30_000;
/**
 * The phases with their gates and bake times. Gates and bake belong to waves; where no stack is in a wave, to the last
 * phase. What a wave says itself replaces what the environment says.
 */
async function withGates(phases, environment, config, place, context) {
    const path = ['environments', environment];
    const configured = Array.isArray(config.waves) ? config.waves : [];
    const waves = phases.some(({ kind }) => kind === 'wave');
    const result = [];
    for (const [index, phase] of phases.entries()) {
        const judged = waves ? phase.kind === 'wave' : index === phases.length - 1;
        if (!judged) {
            result.push(phase);
            continue;
        }
        const number = configured.findIndex((wave, at) => (wave.name ?? `wave-${at + 1}`) === phase.name);
        const own = phase.kind === 'wave' ? configured[number] : undefined;
        const at = own?.gates === undefined ? [...path, 'gates'] : [...path, 'waves', number, 'gates'];
        const gates = await readGates(own?.gates ?? config.gates ?? [], at, place, context);
        result.push({ ...phase, gates, bakeMs: own?.bake ?? config.bake ?? 0 });
    }
    checkBake(result, bakingSteps(config), context);
    return result;
}
/** Who is not drained has its traffic already: then only the last step, which ends the ramp, bakes. */
function bakingSteps({ traffic }) {
    const { steps = [100], drain } = traffic ?? {};
    return drain === undefined ? 1 : Math.max(1, steps.filter((percent) => percent > drain).length);
}
async function readGates(configs, path, place, context) {
    const gates = [];
    for (const [index, config] of configs.entries()) {
        const at = [...path, index];
        const kind = kindOf(config, at, context);
        const check = await kind?.read(config, at, context);
        if (kind === undefined || check === undefined)
            continue;
        const name = nameOf(config, kind.name, gates, at, context);
        const { when, scope = 'target', inconclusive = 'hold', interval = gates_INTERVAL_MS, timeout } = config;
        const location = context.at(...at);
        checkRoles(check, name, at, place, context);
        await (0,gate_references/* checkGateReferences */.i5)(config, { name, scope, path: at }, place, context);
        gates.push({
            name,
            when: when === undefined ? kind.defaults.when : typeof when === 'string' ? [when] : [...new Set(when)],
            scope,
            inconclusive,
            intervalMs: interval,
            timeoutMs: timeout ?? kind.defaults.timeoutMs,
            check,
            ...(location && { location }),
        });
    }
    checkAlone(gates, path, place, context);
    return gates;
}
/** Other regions have other users: what they do alike proves nothing. */
function checkAlone(gates, path, place, context) {
    const between = gates.flatMap(({ check }) => (check.kind === 'compare' && check.baselineTarget ? [check] : []));
    for (const { baselineTarget } of between) {
        if (baselineTarget === undefined || place.allTargets.includes(baselineTarget.name))
            continue;
        const message = `a comparison names the target "${baselineTarget.name}", which is none`;
        context.findings.add('gate', message, context.at(...path), (0,nearest/* didYouMean */.a)(baselineTarget.name, place.allTargets));
    }
    if (between.length === 0 || between.length < gates.length)
        return;
    const message = 'a comparison between regions cannot be the only gate';
    context.findings.add('gate', message, context.at(...path), 'Add one that looks at the release itself, such as http.');
}
/** Only the session of a role that is assumed can be narrowed to reading. */
function checkRoles(check, name, path, { targets }, context) {
    if (check.kind !== 'command' || check.credentials !== 'read-only')
        return;
    const without = targets.find(({ credentials }) => credentials.role === undefined);
    if (without === undefined)
        return;
    context.findings.add('gate', `the command of the gate ${name} may only read, but ${without.name} has no role whose session could be narrowed to that`, context.at(...path, 'command'), 'Give the target a role-to-assume, or say `credentials: none` or `credentials: full`.');
}
function kindOf(config, path, context) {
    const has = (key) => (0,topology_context/* member */.Dc)(config, key) !== undefined;
    const known = gates_KINDS.map(({ name }) => name).join(', ');
    const [kind, other] = gates_KINDS.filter(({ keys }) => keys.some(has));
    if (kind === undefined || other !== undefined) {
        const message = kind === undefined
            ? 'a gate says no kind of check'
            : `a gate is both ${kind.name} and ${other?.name}: it has exactly one kind`;
        const fix = kind === undefined ? `Give it one of ${known}.` : 'Make two gates of it.';
        context.findings.add('gate', message, context.at(...path), fix);
        return undefined;
    }
    const foreign = gates_KINDS.flatMap(({ also }) => also).find((key) => has(key) && !kind.also.includes(key));
    if (foreign !== undefined) {
        const takers = gates_KINDS.filter(({ also }) => also.includes(foreign)).map(({ name }) => name);
        const message = `"${foreign}" has no meaning for a gate of the kind ${kind.name}`;
        context.findings.add('gate', message, context.at(...path, foreign), `It is for ${takers.join(' and ')}.`);
    }
    return kind;
}
function nameOf({ name }, kind, before, path, context) {
    const taken = new Set(before.map((gate) => gate.name));
    if (name === undefined) {
        const candidates = [kind, ...before.map((_, index) => `${kind}-${index + 2}`)];
        return candidates.find((candidate) => !taken.has(candidate)) ?? kind;
    }
    if (taken.has(name))
        context.findings.add('gate', `two gates have the name ${name}`, context.at(...path, 'name'));
    return name;
}

// EXTERNAL MODULE: ./src/topology/regions.ts + 1 modules
var regions = __webpack_require__(67563);
;// CONCATENATED MODULE: ./src/topology/groups.ts



/** Groups of the file and of the environment, checked; the environment's win where the names are equal. */
function readGroups(file, environment, config, context) {
    const groups = new Map();
    const add = (declared, path) => {
        for (const [name, value] of Object.entries(declared ?? {})) {
            const plain = groups_isList(value);
            const group = { name, path: [...path, name], members: plain ? value : value.regions, body: plain ? {} : value };
            groups.set(name, group);
        }
    };
    add(file['region-groups'], ['region-groups']);
    add(config['region-groups'], ['environments', environment, 'region-groups']);
    const named = new Set(Object.values(file.environments).flatMap(({ targets }) => targetNames(targets)));
    for (const group of groups.values())
        checkGroup(group, config, named, context);
    return groups;
}
const groups_isList = (value) => Array.isArray(value);
const targetNames = (targets) => (groups_isList(targets) ? [] : Object.keys(targets));
/** A name must mean one thing in `targets` and `waves`, and a misspelt member would silently lose its settings. */
function checkGroup({ name, path, members }, { targets }, named, context) {
    const target = groups_isList(targets) ? undefined : (0,topology_context/* member */.Dc)(targets, name);
    if ((0,regions/* findRegion */.g6)(name).kind === 'known' || target?.region !== undefined) {
        const what = target?.region === undefined ? 'a region' : 'a target';
        const message = `the region group ${name} has the name of ${what}`;
        context.findings.add('group-name', message, context.atKey(...path), 'Give the group another name.');
    }
    for (const [index, region] of members.entries()) {
        if (named.has(region) || (0,regions/* findRegion */.g6)(region).kind !== 'malformed')
            continue;
        const listed = context.at(...path, index);
        const at = listed === context.at(...path) ? context.at(...path, 'regions', index) : listed;
        const message = `the region group ${name} lists "${region}", which is no region and no target`;
        context.findings.add('unknown-region', message, at, (0,nearest/* didYouMean */.a)(region, [...regions/* KNOWN_REGIONS */.Qu, ...named]));
    }
}

// EXTERNAL MODULE: ./src/topology/in-region.ts
var in_region = __webpack_require__(82339);
// EXTERNAL MODULE: ./src/topology/files.ts
var files = __webpack_require__(93806);
// EXTERNAL MODULE: ./src/topology/schema/patterns.ts
var patterns = __webpack_require__(3750);
// EXTERNAL MODULE: ./src/topology/schema/read.ts
var read = __webpack_require__(87721);
// EXTERNAL MODULE: ./src/topology/tree/tree.ts
var tree_tree = __webpack_require__(75428);
;// CONCATENATED MODULE: ./src/topology/parameters.ts





/**
 * Template parameters of one level: its mappings and files put together.
 * @param path where they stand in the configuration.
 * @param source how a message calls this level.
 */
async function readParameters(value, path, source, context) {
    if (typeof value === 'string')
        return await readParameterFile(value, context.at(...path), context);
    if (!parameters_isList(value))
        return mappingParameters(value, path, source, context);
    const merged = {};
    for (const [index, item] of value.entries()) {
        Object.assign(merged, await readParameters(item, [...path, index], source, context));
    }
    return merged;
}
const parameters_isList = (value) => Array.isArray(value);
function mappingParameters(mapping, path, source, context) {
    const entries = Object.entries(mapping).flatMap(([name, value]) => {
        const location = context.at(...path, name);
        const text = typeof value === 'string' ? valueText(value, location, context) : joined(name, value, location, context);
        return text === undefined ? [] : [[name, { text, source, ...(location && { location }) }]];
    });
    return Object.fromEntries(entries);
}
/** CloudFormation splits a CommaDelimitedList at every comma; there is no way to write one inside an item. */
function joined(name, items, location, context) {
    const bad = items.find((item) => item.includes(','));
    if (bad === undefined)
        return items.join(',');
    const fix = 'CloudFormation splits a list at every comma; write the whole value as one text.';
    context.findings.add('bad-value', `an item of the list ${name} holds a comma: "${bad}"`, location, fix);
    return undefined;
}
function valueText(value, location, context) {
    if (!(0,files/* isFileReference */.SI)(value))
        return value;
    const content = (0,files/* readReferenced */.IQ)(value, location, context)?.content;
    // A text file ends with a newline that nobody means as part of the value.
    return content === undefined ? undefined : (0,references/* escapeReferences */.wN)(content.replace(/\r?\n$/, ''));
}
async function readParameterFile(reference, location, context) {
    const found = await (0,files/* readReferencedTree */.I4)(reference, location, context);
    if (found === undefined)
        return {};
    const entries = found.tree.kind === 'list' ? listForm(found.tree.items) : mappingForm(found.tree);
    if (entries === undefined) {
        const fix = 'Write a mapping of values, or a list of {ParameterKey, ParameterValue}.';
        context.findings.add('bad-value', `${found.file} holds no parameters`, found.tree.location, fix);
        return {};
    }
    const parameters = {};
    for (const [name, tree] of entries) {
        const text = treeText(name, tree, context);
        if (!(0,read/* matches */.cK)(patterns/* PARAMETER_NAME */.GV, name)) {
            context.findings.add('bad-value', `a name in ${found.file} ${(0,read/* refusal */.x5)(patterns/* PARAMETER_NAME */.GV, name)}`, tree.location);
        }
        else if (text !== undefined) {
            parameters[name] = { text, source: found.file, ...(tree.location && { location: tree.location }) };
        }
    }
    return parameters;
}
function treeText(name, tree, context) {
    if (tree.kind === 'scalar' && tree.value !== null) {
        if (typeof tree.value === 'string')
            return valueText(tree.value, tree.location, context);
        return typeof tree.value === 'boolean' ? String(tree.value) : tree.source;
    }
    if (tree.kind === 'list' && tree.items.every((item) => item.kind === 'scalar')) {
        const items = tree.items.map((item) => (typeof item.value === 'string' ? item.value : item.source));
        return joined(name, items, tree.location, context);
    }
    const message = `the parameter ${name} must be a text, a number, a boolean or a list of these`;
    context.findings.add('wrong-type', message, tree.location, 'Write "" for an empty text.');
    return undefined;
}
function mappingForm(tree) {
    // `{"Parameters": {…}}` is what CodePipeline and `sam deploy --parameter-overrides file://` call a configuration file.
    const inner = (0,tree_tree/* child */.jf)(tree, 'Parameters')?.value;
    const mapping = inner?.kind === 'map' ? inner : tree;
    return mapping.kind === 'map' ? mapping.entries.map(({ key, value }) => [key, value]) : undefined;
}
function listForm(items) {
    const entries = items.map((item) => {
        const key = (0,tree_tree/* child */.jf)(item, 'ParameterKey')?.value;
        const value = (0,tree_tree/* child */.jf)(item, 'ParameterValue')?.value;
        return key?.kind === 'scalar' && value ? [key.source, value] : undefined;
    });
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

;// CONCATENATED MODULE: ./src/topology/layers.ts



const DEFAULTS = {
    parameters: {},
    tags: {},
    // A SAM template always makes roles, and nested stacks with transforms need the second one.
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
    missingParameters: 'keep',
    notificationArns: [],
    disableRollback: false,
    revertDrift: false,
    timeoutMs: 3_600_000,
};
/**
 * @param shared the level speaks to all stacks of several: a parameter counts only for the templates that declare it.
 */
async function readLayer(settings, path, shared, context) {
    const source = [context.subject, path.join('.')].filter(Boolean).join(' ');
    const parameters = settings.parameters === undefined
        ? {}
        : await readParameters(settings.parameters, [...path, 'parameters'], source, context);
    const policy = settings['stack-policy'];
    const alarms = settings['rollback-alarms'];
    const all = {
        capabilities: settings.capabilities,
        missingParameters: settings['missing-parameters'],
        serviceRole: settings['service-role'],
        notificationArns: settings['notification-arns'],
        terminationProtection: settings['termination-protection'],
        stackPolicy: policy === undefined ? undefined : await (0,files/* readPolicy */.T4)(policy, context.at(...path, 'stack-policy'), context),
        rollbackTriggers: alarms && { alarms: alarms.alarms, monitoringMinutes: alarms['monitoring-minutes'] ?? 0 },
        disableRollback: settings['disable-rollback'],
        revertDrift: settings.drift === undefined ? undefined : settings.drift === 'revert',
        pauseConsumers: (0,in_region/* pausedKinds */.EE)(settings['pause-consumers']),
        timeoutMs: settings.timeout,
        artifactBucket: settings['artifact-bucket'],
        artifactPrefix: settings['artifact-prefix'],
    };
    return {
        parameters: shared ? mapValues(parameters, (value) => ({ ...value, shared })) : parameters,
        tags: settings.tags ?? {},
        // Only members that are set remain, so that a spread of layers keeps what an earlier one said.
        rest: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    };
}
/** Later layers win: parameters and tags name by name, everything else as a whole. */
function mergeLayers(layers) {
    let merged = DEFAULTS;
    for (const { parameters, tags, rest } of layers) {
        const both = { parameters: { ...merged.parameters, ...parameters }, tags: { ...merged.tags, ...tags } };
        merged = { ...merged, ...rest, ...both };
    }
    return merged;
}
const mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

;// CONCATENATED MODULE: ./src/topology/needs.ts


/** The `needs` of every stack, those that follow from references included; wrong references are findings. */
function completeNeeds(stacks, instances, targetNames, waves, context) {
    const needs = new Map(stacks.map(({ key, needs: written }) => [key, new Set(written)]));
    const waveOf = (target) => waves.findIndex((wave) => wave.targets.includes(target));
    for (const instance of instances) {
        const { key } = instance.stack;
        for (const { what, text, location } of textsOf(instance)) {
            const where = `${what} of ${key}`;
            const { parts, problems } = (0,references/* parseReferences */.IO)(text);
            for (const { message, fix } of problems)
                context.findings.add('reference', `${where}: ${message}`, location, fix);
            for (const part of parts) {
                if (part.kind !== 'reference' || part.reference.kind !== 'output')
                    continue;
                const fail = (message, fix) => context.findings.add('reference', `${where}: ${part.source} ${message}`, location, fix);
                const valid = checkOutput(part.reference, instance, stacks, targetNames, waveOf, fail);
                if (valid && part.reference.stack !== key)
                    needs.get(key)?.add(part.reference.stack);
            }
        }
    }
    return new Map([...needs].map(([key, set]) => [key, [...set]]));
}
/** The texts of an instance that may hold references. */
function textsOf({ settings, target }) {
    return [
        ...Object.entries(settings.parameters).map(([name, { text, location }]) => ({
            what: `the parameter ${name}`,
            text,
            location,
        })),
        ...Object.entries(settings.tags).map(([name, text]) => ({
            what: `the tag ${name}`,
            text,
            location: target.location,
        })),
    ];
}
function checkOutput({ stack, target }, instance, stacks, targetNames, waveOf, fail) {
    const known = stacks.map(({ key }) => key);
    const referred = stacks.find(({ key }) => key === stack);
    const own = instance.target.name;
    if (referred === undefined) {
        fail(`names the stack "${stack}", which is none`, (0,nearest/* didYouMean */.a)(stack, known));
    }
    else if (target !== undefined && referred.scope !== 'regional') {
        fail(`names a target, but ${stack} has the scope ${referred.scope}`, `Write \${stacks.${stack}.outputs.NAME}.`);
    }
    else if (target !== undefined && !targetNames.includes(target)) {
        fail(`names the target "${target}", which is none`, (0,nearest/* didYouMean */.a)(target, targetNames));
    }
    else if (target === undefined && referred.scope === 'regional' && instance.stack.scope !== 'regional') {
        const example = targetNames[0] ?? 'TARGET';
        fail(`does not say of which target: ${instance.stack.key} has the scope ${instance.stack.scope}, but ${stack} is in every target`, `Name the target: \${stacks.${stack}.targets.${example}.outputs.NAME}.`);
    }
    else if (stack === instance.stack.key && (target === undefined || target === own)) {
        fail('is an output of the stack itself', 'Use a value inside the template instead.');
    }
    else if (instance.stack.scope === 'regional' &&
        target !== undefined &&
        target !== own &&
        waveOf(target) >= waveOf(own)) {
        fail(`is not there before ${own} is deployed: ${target} is not in an earlier wave`, `Put ${target} in an earlier wave.`);
    }
    else {
        return true;
    }
    return false;
}
/** The stacks so that each comes after its needs, otherwise in the order in which they were written; cycles are findings. */
function inOrder(stacks, context) {
    const ordered = [];
    const done = new Set();
    let rest = [...stacks];
    while (rest.length > 0) {
        const ready = rest.filter(({ needs }) => needs.every((need) => done.has(need)));
        if (ready.length === 0) {
            reportCycle(rest, context);
            return [...ordered, ...rest];
        }
        for (const stack of ready)
            done.add(stack.key);
        ordered.push(...ready);
        rest = rest.filter((stack) => !done.has(stack.key));
    }
    return ordered;
}
function reportCycle(rest, context) {
    const byKey = new Map(rest.map((stack) => [stack.key, stack]));
    const path = [];
    let current = rest[0];
    while (current && !path.includes(current)) {
        path.push(current);
        current = current.needs.map((need) => byKey.get(need)).find((need) => need !== undefined);
    }
    const cycle = current ? [...path.slice(path.indexOf(current)), current] : path;
    const at = cycle[0]?.location;
    const message = `stacks need each other in a circle: ${cycle.map(({ key }) => key).join(' → ')}`;
    context.findings.add('cycle', message, at, 'Remove one of these needs or references.');
}

// EXTERNAL MODULE: ./src/topology/phases.ts
var topology_phases = __webpack_require__(36677);
// EXTERNAL MODULE: ./src/topology/credentials.ts
var topology_credentials = __webpack_require__(33335);
;// CONCATENATED MODULE: ./src/topology/places.ts


/** Name of the target that is made when an edge stack has no target in the region of the global services. */
const EDGE = 'edge';
/** The home target: the configured one, else the first. */
function readHome(environment, config, targets, context) {
    if (config.home === undefined)
        return targets[0];
    const home = targets.find(({ target }) => target.name === config.home);
    if (home === undefined && targets.length > 0) {
        const hint = (0,nearest/* didYouMean */.a)(config.home, targets.map(({ target }) => target.name));
        const at = context.at('environments', environment, 'home');
        context.findings.add('unknown-target', `home "${config.home}" is no target of ${environment}`, at, hint);
    }
    return home;
}
/**
 * The one target of edge stacks: home's account (or that of the key `edge`) in the region of the partition's global
 * services. The environment's target at that place is taken; without one a target is made, in no wave.
 */
async function edgeTarget(environment, config, home, targets, context) {
    const { partition } = home;
    const path = ['environments', environment, 'edge'];
    const own = config.edge && [...home.access, { path, access: config.edge }];
    const { account, credentials } = own ? await (0,topology_credentials/* readAccess */.z)(EDGE, partition, own, context) : home.target;
    const region = partition.edgeRegion;
    const same = targets.find(({ target }) => target.region === region && target.account === account);
    if (same)
        return same;
    const taken = targets.some(({ target }) => target.name === EDGE);
    const name = taken ? `${EDGE}-${region}` : EDGE;
    const place = { name, region, partition: partition.id, ...(account !== undefined && { account }) };
    return { partition, target: { ...place, credentials, groups: [] }, levels: [], access: [] };
}
/** The targets that a stack of this scope is deployed to. */
function targetsOf(scope, targets, home, edge) {
    if (scope === 'regional')
        return targets;
    return [scope === 'edge' ? edge : home];
}

// EXTERNAL MODULE: ./src/topology/preview.ts
var topology_preview = __webpack_require__(38589);
;// CONCATENATED MODULE: ./src/topology/samconfig-layer.ts


/**
 * What SAM's own configuration says of a stack, as the second lowest level; each thing taken is noted. Its bucket is
 * one region's, so only a single target there gets it. Texts are literal: SAM knows no `${…}` references.
 */
function samConfigLayer(samConfig, target, targetCount, context) {
    const { source, file, parameters, tags, bucket, region } = samConfig;
    const { capabilities, serviceRole, notificationArns, disableRollback, prefix } = samConfig;
    const ownBucket = bucket !== undefined && targetCount === 1 && region === target.region;
    const taken = [
        ['parameters', Object.keys(parameters).join(', ')],
        ['tags', Object.keys(tags).join(', ')],
        ['capabilities', capabilities?.join(', ')],
        ['service role', serviceRole],
        ['notification ARNs', notificationArns?.join(', ')],
        ['disable-rollback', disableRollback === undefined ? undefined : String(disableRollback)],
        ['artifact prefix', prefix],
        ['artifact bucket', ownBucket ? bucket : undefined],
    ];
    for (const [what, value] of taken)
        if (value)
            context.note(`${what} ${value} taken from ${source}`);
    if (bucket !== undefined && !ownBucket)
        context.note(`artifact bucket ${bucket} of ${source} is not used: every region needs a bucket of its own`);
    if (region !== undefined)
        context.note(`region ${region} of ${source} is not used: the targets say where`);
    return {
        parameters: mapValues(parameters, (value) => ({ text: (0,references/* escapeReferences */.wN)(value), source, location: { file } })),
        tags: mapValues(tags, references/* escapeReferences */.wN),
        rest: {
            ...(capabilities && { capabilities }),
            ...(serviceRole !== undefined && { serviceRole }),
            ...(notificationArns && { notificationArns }),
            ...(disableRollback !== undefined && { disableRollback }),
            ...(ownBucket && { artifactBucket: bucket }),
            ...(prefix !== undefined && { artifactPrefix: prefix }),
        },
    };
}

// EXTERNAL MODULE: ./src/topology/stacks.ts
var topology_stacks = __webpack_require__(13632);
;// CONCATENATED MODULE: ./src/topology/static-values.ts

/** CloudFormation API Reference: NotificationARNs and RollbackTriggers hold at most five, Tags fifty. */
const LIMITS = { topics: 5, alarms: 5, tags: 50 };
/**
 * Puts in what is known from the configuration alone (`${environment}`, `${target.region}` …) in ARNs, completes the service role, and checks AWS's limits.
 */
function finishSettings(settings, subject, context) {
    const { target } = subject;
    const where = `${subject.stack} in ${target.name}`;
    const put = (what) => (text) => staticText(text, `${what} of ${where}`, subject, context);
    const limit = (what, count, most) => {
        if (count > most)
            context.findings.add('bad-value', `${where} has ${count} ${what}; CloudFormation takes ${most}`, target.location);
    };
    limit('notification ARNs', settings.notificationArns.length, LIMITS.topics);
    limit('rollback alarms', settings.rollbackTriggers?.alarms.length ?? 0, LIMITS.alarms);
    limit('tags', Object.keys(settings.tags).length, LIMITS.tags);
    const role = settings.serviceRole;
    const triggers = settings.rollbackTriggers;
    return {
        ...settings,
        notificationArns: settings.notificationArns.map(put('a notification ARN')),
        ...(role !== undefined && { serviceRole: roleArn(put('the service role')(role), where, target, context) }),
        ...(triggers && { rollbackTriggers: { ...triggers, alarms: triggers.alarms.map(put('a rollback alarm')) } }),
    };
}
function staticText(text, where, subject, context) {
    const { target } = subject;
    const fail = (message, ...fix) => context.findings.add('reference', `${where}: ${message}`, target.location, ...fix);
    for (const { message, fix } of (0,references/* parseReferences */.IO)(text).problems)
        fail(message, fix);
    const resolved = (0,references/* resolveReferences */.d)(text, (reference) => staticValue(reference, subject));
    if (resolved.kind === 'resolved')
        return resolved.text;
    for (const { reference, source } of resolved.missing) {
        if (reference.kind === 'target' && reference.property === 'account')
            fail(`${source} is not known: ${target.name} has no account`, `Give ${target.name} an account.`);
        else
            fail(`${source} cannot stand here`, 'Only ${application}, ${environment}, ${target.name}, ${target.region} and ${target.account} can.');
    }
    return text;
}
function staticValue(reference, { application, environment, target }) {
    if (reference.kind === 'application')
        return application;
    if (reference.kind === 'environment')
        return environment;
    if (reference.kind !== 'target' || reference.property === 'active')
        return undefined;
    return target[reference.property];
}
function roleArn(role, where, target, context) {
    if (role.startsWith('arn:'))
        return role;
    if (target.account === undefined) {
        const message = `the service role ${role} of ${where} has no account: ${target.name} has none`;
        context.findings.add('role-account', message, target.location, `Give ${target.name} an account, or write the ARN of the role.`);
    }
    return `arn:${target.partition}:iam::${target.account ?? ''}:role/${role}`;
}

// EXTERNAL MODULE: ./src/topology/targets.ts
var topology_targets = __webpack_require__(96671);
;// CONCATENATED MODULE: ./src/topology/traffic-driver.ts



/** Keys that mean something to one driver only; on another they would be silently ignored. */
const traffic_driver_KEYS = {
    route53: ['zone', 'name', 'types', 'set-identifiers', 'record', 'revert-role'],
    'cloudfront-kvs': ['store', 'key', 'probe'],
    'global-accelerator': ['listener', 'endpoints'],
};
const NEEDED = ['zone', 'name', 'store', 'listener'];
/** The settings of the driver alone; findings for keys that it lacks, and for those of another one. */
function readDriver(traffic, targets, path, context) {
    const before = context.findings.count;
    traffic_driver_checkKeys(traffic, path, context);
    if (context.findings.count > before)
        return undefined;
    switch (traffic.driver) {
        case 'route53':
            return readRoute53(traffic, targets, path, context);
        case 'cloudfront-kvs':
            return readStore(traffic, targets, path, context);
        case 'global-accelerator':
            return readAccelerator(traffic, targets, path, context);
    }
}
function traffic_driver_checkKeys(traffic, path, context) {
    for (const [driver, keys] of Object.entries(traffic_driver_KEYS)) {
        for (const key of keys) {
            if (driver !== traffic.driver && traffic[key] !== undefined) {
                const message = `traffic.${key} is of the driver ${driver}, but the driver is ${traffic.driver}`;
                context.findings.add('traffic-key', message, context.atKey(...path, key), `Remove "${key}".`);
            }
            if (driver === traffic.driver && NEEDED.includes(key) && traffic[key] === undefined) {
                const message = `the driver ${driver} needs the key "${key}" in traffic`;
                context.findings.add('missing-key', message, context.at(...path));
            }
        }
    }
}
function readRoute53(traffic, targets, path, context) {
    const own = traffic['set-identifiers'] ?? {};
    const at = [...path, 'set-identifiers'];
    checkTargetNames(Object.keys(own), targets, at, context);
    const setIdentifiers = Object.fromEntries(targets.map(({ name }) => [name, own[name] ?? name]));
    const owners = new Map();
    for (const [target, identifier] of Object.entries(setIdentifiers)) {
        const other = owners.get(identifier);
        if (other !== undefined) {
            const message = `the targets ${other} and ${target} have the same set identifier ${identifier}`;
            const place = context.at(...at, own[target] === undefined ? other : target);
            context.findings.add('duplicate-set-identifier', message, place, 'Give each target its own.');
        }
        owners.set(identifier, target);
    }
    const name = (traffic.name ?? '').toLowerCase().replace(/\.$/, '');
    const zone = traffic.zone ?? '';
    checkInZone(name, zone, path, context);
    return {
        driver: 'route53',
        zone,
        name,
        setIdentifiers,
        regions: regionsOf(targets),
        ...(0,topology_context/* defined */.sw)({
            types: traffic.types,
            record: readRecord(traffic, path, context),
            revertRole: traffic['revert-role'],
        }),
    };
}
const regionsOf = (targets) => Object.fromEntries(targets.map(({ name, region }) => [name, region]));
function checkInZone(name, zone, path, context) {
    const parent = zone.toLowerCase().replace(/\.$/, '');
    if (!parent.includes('.') || name === parent || name.endsWith(`.${parent}`))
        return;
    const fix = `Write a name that ends with .${parent}, or another zone.`;
    context.findings.add('traffic-zone', `${name} is not in the zone ${parent}`, context.at(...path, 'name'), fix);
}
function readRecord(traffic, path, context) {
    const { record } = traffic;
    if (record === undefined)
        return undefined;
    const at = context.at(...path, 'record');
    for (const key of ['alias', 'alias-zone', 'value']) {
        const text = record[key];
        if (text !== undefined)
            traffic_driver_checkReferences(text, context.at(...path, 'record', key), context);
    }
    const { alias, value } = record;
    const zone = record['alias-zone'];
    if (alias !== undefined && zone !== undefined && value === undefined) {
        if (record.ttl === undefined)
            return { kind: 'alias', name: alias, zone };
        const fix = 'Remove "ttl": the TTL of what the alias points at counts.';
        context.findings.add('traffic-record', 'traffic.record: an alias has no TTL of its own', at, fix);
    }
    else if (value !== undefined && alias === undefined && zone === undefined) {
        const [type] = traffic.types ?? [];
        if (type !== undefined && traffic.types?.length === 1) {
            return { kind: 'value', type, value, ttlSeconds: Math.round((record.ttl ?? 60_000) / 1000) };
        }
        const fix = 'Write types with one type, such as [CNAME].';
        context.findings.add('traffic-record', 'traffic.record: a value needs the one record type it is of', at, fix);
    }
    else {
        const fix = 'Write "alias" and "alias-zone", or "value".';
        context.findings.add('traffic-record', 'traffic.record is neither an alias with its zone nor a value', at, fix);
    }
    return undefined;
}
/** What a record set says must be the same in every release, and known without one. */
function traffic_driver_checkReferences(text, at, context) {
    const { parts, problems } = (0,references/* parseReferences */.IO)(text);
    for (const { message, fix } of problems)
        context.findings.add('reference', `traffic.record: ${message}`, at, fix);
    for (const part of parts) {
        if (part.kind !== 'reference' || !['release', 'commit', 'ssm'].includes(part.reference.kind))
            continue;
        const message = `traffic.record: ${part.source} is not known to a record set, which outlives a release`;
        context.findings.add('reference', message, at, 'Use an output of a stack.');
    }
}
function readStore(traffic, targets, path, context) {
    const { store = '', key = 'weights' } = traffic;
    if (/^arn:aws[a-z-]*:cloudfront::\d{12}:key-value-store\/[\w-]{1,64}$/.test(store)) {
        const names = targets.map(({ name }) => name);
        return { driver: 'cloudfront-kvs', store, key, targets: names, ...(0,topology_context/* defined */.sw)({ probe: traffic.probe }) };
    }
    const fix = 'It looks like arn:aws:cloudfront::111111111111:key-value-store/ID.';
    context.findings.add('bad-value', `traffic.store is no ARN of a key-value store: "${store}"`, context.at(...path, 'store'), fix);
    return undefined;
}
function readAccelerator(traffic, targets, path, context) {
    const { listener = '', endpoints = {} } = traffic;
    checkTargetNames(Object.keys(endpoints), targets, [...path, 'endpoints'], context);
    const before = context.findings.count;
    if (!/^arn:aws[a-z-]*:globalaccelerator::\d{12}:accelerator\/[\w-]+\/listener\/\w+$/.test(listener)) {
        const fix = 'It looks like arn:aws:globalaccelerator::111111111111:accelerator/ID/listener/ID.';
        const message = `traffic.listener is no ARN of a listener: "${listener}"`;
        context.findings.add('bad-value', message, context.at(...path, 'listener'), fix);
    }
    for (const { name, region } of targets) {
        if (endpoints[name] !== undefined || !targets.some((other) => other.name !== name && other.region === region))
            continue;
        const message = `${name} shares the region ${region}, and so an endpoint group, with another target`;
        context.findings.add('missing-key', message, context.at(...path), `Name its endpoint: endpoints: { ${name}: ARN }.`);
    }
    return context.findings.count > before
        ? undefined
        : { driver: 'global-accelerator', listener, endpoints, regions: regionsOf(targets) };
}
/** Names of targets as keys, each checked. */
function checkTargetNames(names, targets, path, context) {
    const known = targets.map(({ name }) => name);
    for (const name of names.filter((other) => !known.includes(other))) {
        const message = `${path.slice(2).join('.')} names "${name}", which is no target`;
        context.findings.add('unknown-target', message, context.atKey(...path, name), (0,nearest/* didYouMean */.a)(name, known));
    }
}

;// CONCATENATED MODULE: ./src/topology/traffic.ts



/** Whose name the access of the driver goes by in messages, where it is not that of the home target. */
const ACCESS = 'traffic';
/** The traffic settings of an environment, checked together with the weights of its targets. */
async function readTraffic(environment, config, home, entries, context) {
    const targets = entries.map(({ target }) => target);
    const { traffic } = config;
    if (traffic === undefined) {
        checkNoWeights(environment, targets, context);
        return undefined;
    }
    const path = ['environments', environment, 'traffic'];
    checkSteps(traffic.steps, path, context);
    const weights = readWeights(environment, targets, context);
    noteCoarseSteps(traffic.steps ?? [], weights, context);
    const driver = readDriver(traffic, targets, path, context);
    const access = await readDriverAccess(traffic, home, path, context);
    if (driver === undefined)
        return undefined;
    return {
        driver,
        access,
        weights,
        steps: traffic.steps ?? [100],
        floorPercent: traffic.floor ?? 0,
        ...(0,topology_context/* defined */.sw)({ settleMs: traffic.settle, drainPercent: traffic.drain }),
    };
}
/** A weight that nothing sets would be believed to hold. */
function checkNoWeights(environment, targets, context) {
    const weighted = targets.find(({ weight }) => weight !== undefined);
    if (weighted === undefined)
        return;
    context.findings.add('weight-without-driver', `the target ${weighted.name} of ${environment} has a weight, but nothing says how traffic is shared`, context.atKey('environments', environment, 'targets', weighted.name, 'weight') ?? weighted.location, 'Add "traffic" with a driver to the environment, or remove the weights.');
}
function checkSteps(steps, path, context) {
    if (steps === undefined || steps.length === 0)
        return;
    const falls = steps.findIndex((step, index) => index > 0 && step <= (steps[index - 1] ?? 0));
    const example = 'Write steps such as [10, 50, 100].';
    if (falls > 0) {
        const message = `traffic.steps must rise, but ${steps[falls]} follows ${steps[falls - 1]}`;
        context.findings.add('traffic-steps', message, context.at(...path, 'steps', falls), example);
    }
    else if (steps.at(-1) !== 100) {
        const message = `traffic.steps must end at 100, the whole weight of the target, but end at ${steps.at(-1)}`;
        context.findings.add('traffic-steps', message, context.at(...path, 'steps', steps.length - 1), example);
    }
}
function readWeights(environment, targets, context) {
    const path = ['environments', environment, 'targets'];
    for (const { name, weight, location } of targets) {
        if (weight !== undefined)
            continue;
        const message = `the target ${name} of ${environment} has no weight`;
        const fix = 'Give every target a weight from 0 to 255; 0 is a target that gets no traffic.';
        context.findings.add('weight-missing', message, location ?? context.at(...path), fix);
    }
    const weights = Object.fromEntries(targets.map(({ name, weight = 0 }) => [name, weight]));
    const given = targets.some(({ weight }) => weight !== undefined);
    if (given && Object.values(weights).every((weight) => weight === 0)) {
        const message = `all targets of ${environment} have the weight 0, which Route 53 takes for equal shares`;
        context.findings.add('weights-all-zero', message, context.at(...path), 'Give one target a weight.');
    }
    return weights;
}
/** 10 % of a weight of 3 is not to be had: whole weights are what there is. */
function noteCoarseSteps(steps, weights, context) {
    const first = steps[0] ?? 100;
    for (const [name, weight] of Object.entries(weights)) {
        if (weight === 0 || (weight * first) / 100 >= 1)
            continue;
        const percent = Math.round(100 / weight);
        context.note(`warning: the first step of ${name} is ${percent}% of its weight, not ${first}%: a weight of ${weight} has no smaller part. Multiply all weights by the same number`);
    }
}
/** The home target's account and credentials unless the driver has its own: a zone is often in another account. */
async function readDriverAccess(traffic, home, path, context) {
    const own = [traffic.account, traffic['role-to-assume'], traffic.credentials].some((value) => value !== undefined);
    if (!own)
        return home.target;
    const levels = [...home.access, { path, access: traffic }];
    // The role of the home target is of its account: another account needs a role that is completed with it.
    const access = await (0,topology_credentials/* readAccess */.z)(ACCESS, home.partition, levels, context);
    const { region, partition } = home.target;
    return { name: ACCESS, region, partition, ...access, groups: [] };
}

// EXTERNAL MODULE: ./src/topology/waves.ts
var topology_waves = __webpack_require__(23447);
;// CONCATENATED MODULE: ./src/topology/environment.ts



















/**
 * The environment that a configuration describes. Settings are merged in this order, later ones win: the top of the
 * file, samconfig, the stack, the environment, the stack there, region groups, the stack there, the target, the stack
 * there, the inputs. Throws `UserErrors` with everything that is wrong.
 */
async function buildEnvironment(file, name, options, context) {
    const config = (0,topology_context/* member */.Dc)(file.environments, name);
    if (config === undefined)
        throw new errors/* InternalError */.Gd(`there is no environment ${name}`);
    const groups = readGroups(file, name, config, context);
    const { preview } = options;
    const stacks = await (0,topology_stacks/* readStacks */.QB)(file, name, config, options, context);
    const entries = await (0,topology_targets/* readTargets */.R)(file, name, config, groups, context);
    const targets = entries.map(({ target }) => target);
    const home = readHome(name, config, entries, context);
    if (home === undefined) {
        context.findings.throwIfAny();
        throw new errors/* InternalError */.Gd('an environment without a home target was accepted');
    }
    const traffic = await readTraffic(name, config, home, entries, context);
    const waves = preview === undefined ? (0,topology_waves/* readWaves */.Pz)(name, config, targets, groups, context) : (0,topology_waves/* allAtOnce */.Ir)(targets);
    const mechanism = readFailover(name, config, targets, traffic, context);
    const edge = await edgeTarget(name, config, home, entries, context);
    const layers = await readLayers(file, name, config, stacks, [...entries, edge], context);
    const all = [];
    for (const stack of stacks) {
        const { key, scope } = stack.definition;
        for (const entry of targetsOf(scope, entries, home, edge)) {
            const { target } = entry;
            const samConfig = stack.samConfig && samConfigLayer(stack.samConfig, target, targets.length, context);
            const merged = mergeLayers([
                ...layers(stack, entry, samConfig),
                ...(options.overrides?.get(key) ?? []),
                ...(preview === undefined ? [] : [(0,topology_preview/* previewLayer */.yG)(preview, file.application, file.preview)]),
            ]);
            const subject = { application: file.application, environment: name, stack: key, target };
            const settings = finishSettings(merged, subject, context);
            all.push({ id: `${key}@${target.name}`, stack: stack.definition, target, settings });
        }
    }
    (0,in_region/* refusePauseWithSam */.We)(name, config, all, context);
    const instances = await dropUndeclared(all, context);
    const definitions = stacks.map(({ definition }) => definition);
    const needs = completeNeeds(definitions, instances, targets.map((target) => target.name), waves, context);
    const complete = definitions.map((stack) => ({ ...stack, needs: needs.get(stack.key) ?? stack.needs }));
    const ordered = inOrder(complete, context);
    const byKey = new Map(ordered.map((stack) => [stack.key, stack]));
    const finished = instances.map((instance) => ({
        ...instance,
        stack: byKey.get(instance.stack.key) ?? instance.stack,
    }));
    const place = { stacks: ordered, allTargets: targets.map((target) => target.name), targets };
    const phases = await withGates((0,topology_phases/* toPhases */.G)(ordered, finished, waves, context), name, config, place, context);
    const failover = mechanism && { ...mechanism, ...(await readFailoverWork(name, config, place, context)) };
    context.findings.throwIfAny();
    const used = finished.some(({ target }) => target === edge.target) && !targets.includes(edge.target);
    return {
        application: file.application,
        name,
        home: home.target.name,
        targets: used ? [...targets, edge.target] : targets,
        waves,
        ...(config.waves === undefined && { defaultWaves: true }),
        stacks: ordered,
        instances: phases.flatMap((phase) => phase.instances),
        phases,
        engine: config.engine ?? 'changeset',
        ...(traffic !== undefined && { traffic }),
        onFailure: config['on-failure'] ?? 'stop',
        ...(preview !== undefined && { pullRequest: preview.number }),
        ...(failover !== undefined && { failover }),
        notes: [],
        directory: context.directory,
    };
}
/** Reads every level once; what comes back picks those of one stack in one target, in the order of the merge. */
async function readLayers(file, name, config, stacks, entries, context) {
    const shared = stacks.length > 1;
    const keys = stacks.map(({ definition }) => definition.key);
    const read = new Map();
    const add = async (settings, path, forAll) => {
        const id = path.join('\0');
        if (settings && !read.has(id))
            read.set(id, await readLayer(settings, path, forAll && shared, context));
    };
    const addLevel = async ({ path, settings }) => {
        await add(settings, path, true);
        (0,topology_stacks/* checkOverrides */.yk)(Object.keys(settings.stacks ?? {}), [...path, 'stacks'], keys, context);
        for (const [key, own] of Object.entries(settings.stacks ?? {}))
            await add(own, [...path, 'stacks', key], false);
    };
    const environmentPath = ['environments', name];
    await add(file, [], true);
    for (const { definition, config: stack } of stacks)
        await add(stack, ['stacks', definition.key], false);
    await addLevel({ path: environmentPath, settings: config });
    for (const { levels } of entries)
        for (const level of levels)
            await addLevel(level);
    return ({ definition: { key } }, { levels }, samConfig) => {
        const at = (...path) => read.get(path.join('\0'));
        const pair = (path) => [at(...path), at(...path, 'stacks', key)];
        const inner = [...pair(environmentPath), ...levels.flatMap(({ path }) => pair(path))];
        return [at(), samConfig, at('stacks', key), ...inner].filter((layer) => layer !== undefined);
    };
}

// EXTERNAL MODULE: ./src/topology/findings.ts
var topology_findings = __webpack_require__(20475);
;// CONCATENATED MODULE: ./src/topology/tree/plain.ts
/** Plain data (inputs, parsed TOML) as a tree. `undefined` members are left out; what JSON cannot say becomes its text. */
function plainTree(value, place, location) {
    const placed = { ...(place !== undefined && { place }), ...(location && { location }) };
    if (Array.isArray(value)) {
        return { kind: 'list', items: value.map((item) => plainTree(item, place, location)), ...placed };
    }
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
        const entries = Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([key, member]) => ({ key, value: plainTree(member, place, location) }));
        return { kind: 'map', entries, ...placed };
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
        return { kind: 'scalar', value, source: String(value), ...placed };
    }
    return { kind: 'scalar', value: String(value), source: String(value), ...placed };
}

;// CONCATENATED MODULE: ./src/topology/inline.ts


const SETTINGS = [
    'tags',
    'capabilities',
    'missingParameters',
    'serviceRole',
    'notificationArns',
    'terminationProtection',
    'stackPolicy',
    'disableRollback',
    'drift',
    'timeout',
    'artifactBucket',
    'artifactPrefix',
];
const ENVIRONMENT = [
    'account',
    'roleToAssume',
    'credentials',
    'waves',
    'maxConcurrency',
    'failureTolerance',
    'home',
    'engine',
    'inRegion',
    'configEnv',
];
/** Inputs that say the same as the file; together with a file they would be two answers to one question. */
const NOT_WITH_FILE = ['regions', 'stackName', 'template', ...ENVIRONMENT];
/** `roleToAssume` is written `role-to-assume`. */
const kebab = (key) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The settings among the inputs, as they would stand in a file. */
function settingsTree(inline, nameInput, parameters) {
    const files = (inline.parameterFiles ?? []).map((file) => (file.startsWith('file:') ? file : `file:${file}`));
    const both = [...files, ...(parameters ? [parameters] : [])];
    const alarms = inline.rollbackAlarms && {
        alarms: inline.rollbackAlarms,
        'monitoring-minutes': inline.monitoringMinutes,
    };
    return mapping([
        ...pick(inline, SETTINGS, nameInput),
        ...(both.length > 0 ? [entry('parameters', plainTree(both, nameInput('parameters')))] : []),
        ...(alarms ? [entry('rollback-alarms', plainTree(alarms, nameInput('rollback-alarms')))] : []),
    ]);
}
/** The small case as a configuration of one stack and one environment; the caller names the application after the stack. */
function inlineTree(inline, environment, nameInput) {
    const settings = settingsTree(inline, nameInput, inline.parameters);
    const stack = mapping([
        ...pick(inline, ['template', 'stackName'], nameInput),
        ...(settings.kind === 'map' ? settings.entries : []),
    ]);
    const body = mapping([
        entry('targets', plainTree(inline.regions ?? [], nameInput('regions'))),
        ...pick(inline, ENVIRONMENT, nameInput),
    ]);
    return mapping([
        entry('application', plainTree(topology_stacks/* DEFAULT_STACK */.zb)),
        entry('stacks', mapping([entry(topology_stacks/* DEFAULT_STACK */.zb, stack)])),
        entry('environments', mapping([entry(environment, body)])),
    ]);
}
const entry = (key, value) => ({ key, value });
const mapping = (entries) => ({
    kind: 'map',
    entries,
});
function pick(inline, keys, nameInput) {
    return keys.flatMap((key) => {
        const value = inline[key];
        if (value === undefined)
            return [];
        const name = kebab(key);
        if (key === 'credentials')
            return [entry(name, credentialsTree(inline.credentials ?? {}, nameInput))];
        return [entry(name, plainTree(parsed(key, value), nameInput(name)))];
    });
}
/** Keys of `credentials` whose inputs have a longer name. */
const INPUTS = { via: 'role-via', duration: 'role-duration' };
function credentialsTree(credentials, nameInput) {
    const members = Object.entries(credentials).filter(([, value]) => value !== undefined);
    return mapping(members.map(([key, value]) => entry(kebab(key), plainTree(parsed(key, value), nameInput(INPUTS[key] ?? kebab(key))))));
}
/** A policy given as JSON text becomes the mapping that the schema wants; a `file:` stays a text. */
function parsed(key, value) {
    if (!['stackPolicy', 'sessionPolicy'].includes(key) || typeof value !== 'string' || value.startsWith('file:'))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}

// EXTERNAL MODULE: ./src/topology/schema/dsl.ts
var dsl = __webpack_require__(67270);
// EXTERNAL MODULE: ./src/topology/schema/in-region.ts
var schema_in_region = __webpack_require__(26183);
;// CONCATENATED MODULE: ./src/topology/schema/settings.ts



const parameterMapping = (0,dsl/* map */.Tj)({
    name: 'parameterMapping',
    description: 'Values by parameter name. Numbers and booleans are taken as written, a list becomes a comma-delimited one, ' +
        'and `file:PATH` is the content of that file.',
    keys: patterns/* PARAMETER_NAME */.GV,
    values: (0,dsl/* variant */.Ox)({
        description: 'A value; it may hold references such as `${stacks.data.outputs.TableName}`.',
        forms: [
            (0,dsl/* text */.Qq)({ description: 'The value.', verbatim: true }),
            (0,dsl/* list */.p_)({
                description: 'Items of a comma-delimited list.',
                items: (0,dsl/* text */.Qq)({ description: 'An item.', verbatim: true }),
            }),
        ],
    }),
});
const parameterFile = (0,dsl/* text */.Qq)({
    name: 'parameterFile',
    description: 'A YAML or JSON file: a mapping of values, or a list of `{ParameterKey, ParameterValue}` as the AWS CLI takes.',
    pattern: patterns/* FILE */.PW,
});
/** What may be said of a stack at every level: for all, for an environment, a region group, a target, and a stack in these. */
const settings = {
    parameters: (0,dsl/* variant */.Ox)({
        name: 'parameters',
        description: 'Template parameters: a mapping, a file, or a list of both where the later ones win.',
        default: 'none; see missing-parameters',
        forms: [
            parameterFile,
            (0,dsl/* list */.p_)({
                description: 'Files and mappings; later ones win.',
                items: (0,dsl/* variant */.Ox)({ description: 'A file or a mapping.', forms: [parameterFile, parameterMapping] }),
            }),
            parameterMapping,
        ],
    }),
    tags: (0,dsl/* map */.Tj)({
        name: 'tags',
        description: 'Stack tags; CloudFormation passes them on to the resources. Merged key by key over all levels.',
        default: 'none',
        keys: patterns/* TAG_KEY */.L2,
        values: (0,dsl/* text */.Qq)({ description: 'The value of the tag.', verbatim: true, pattern: patterns/* TAG_VALUE */.Dx }),
    }),
    capabilities: (0,dsl/* list */.p_)({
        name: 'capabilities',
        description: 'What the template may do. The most specific level that has it counts.',
        default: 'CAPABILITY_IAM and CAPABILITY_AUTO_EXPAND, which SAM needs',
        items: (0,dsl/* choice */.Yq)({
            description: 'A capability.',
            values: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
        }),
    }),
    'missing-parameters': (0,dsl/* choice */.Yq)({
        description: 'What an update does with parameters that nobody gave a value: `keep` the deployed one, or the default of the template.',
        default: 'keep',
        values: ['keep', 'template-default'],
    }),
    'service-role': (0,dsl/* text */.Qq)({
        description: 'Role that CloudFormation assumes for the stack: an ARN, or a name that is completed with the account.',
        default: 'none: CloudFormation uses the credentials of the target',
        pattern: patterns/* LINE */.pj,
    }),
    'notification-arns': (0,dsl/* list */.p_)({
        description: 'SNS topics that get the stack events; at most five. `${target.region}` and `${target.account}` may stand in them.',
        default: 'none',
        items: (0,dsl/* text */.Qq)({ description: 'ARN of an SNS topic.', pattern: patterns/* LINE */.pj }),
    }),
    'termination-protection': (0,dsl/* boolean */.zM)({
        description: 'Protect the stack from deletion.',
        default: 'left as it is',
    }),
    'stack-policy': (0,dsl/* variant */.Ox)({
        description: 'Stack policy: `file:PATH` of a JSON or YAML file, or the policy itself.',
        default: 'left as it is',
        forms: [(0,dsl/* text */.Qq)({ description: 'A file.', pattern: patterns/* FILE */.PW }), (0,dsl/* anything */.D8)({ description: 'The policy.' })],
    }),
    'rollback-alarms': (0,dsl/* object */.Ik)({
        name: 'rollbackAlarms',
        description: 'CloudWatch alarms that make CloudFormation roll the stack back when one goes off during the operation.',
        default: 'none',
        required: ['alarms'],
        fields: {
            alarms: (0,dsl/* list */.p_)({
                description: 'Alarms: at most five ARNs. `${target.region}` and `${target.account}` may stand in them.',
                items: (0,dsl/* text */.Qq)({ description: 'ARN of a metric or composite alarm.', pattern: patterns/* LINE */.pj }),
            }),
            'monitoring-minutes': (0,dsl/* integer */.nd)({
                description: 'How long CloudFormation watches after the stack is done.',
                default: '0',
                minimum: 0,
                maximum: 180,
            }),
        },
    }),
    'disable-rollback': (0,dsl/* boolean */.zM)({
        description: 'Leave a failed stack as it is, to look at it, instead of rolling it back.',
        default: 'false',
    }),
    drift: (0,dsl/* choice */.Yq)({
        description: '`revert` undoes manual changes to resources of the stack with a drift-aware change set.',
        default: 'keep',
        values: ['keep', 'revert'],
    }),
    'pause-consumers': schema_in_region/* pauseConsumers */.c4,
    timeout: (0,dsl/* duration */.p0)({
        description: 'Time limit of one stack operation. Passing it is a failure.',
        default: '1h',
        minimumMs: 60_000,
        maximumMs: 86_400_000,
    }),
    'artifact-bucket': (0,dsl/* text */.Qq)({
        description: 'Bucket for the code, by target: `${region}`, `${account}` and `${partition}` may stand in the name.',
        default: "SAM's managed bucket, made if absent",
        pattern: patterns/* LINE */.pj,
    }),
    'artifact-prefix': (0,dsl/* text */.Qq)({ description: 'Key prefix in the bucket.', default: 'none', pattern: patterns/* LINE */.pj }),
};
/** Settings of one stack in one environment, region group or target. */
const stackSettings = (0,dsl/* object */.Ik)({
    name: 'stackSettings',
    description: 'Settings for one stack at this level.',
    emptyAllowed: true,
    fields: settings,
});

;// CONCATENATED MODULE: ./src/topology/overrides.ts





/**
 * Settings that the inputs add to a file, by stack. A parameter names its stack (`KEY.Name`) unless there is only one;
 * files of parameters speak to all stacks.
 */
async function readOverrides(inline, keys, nameInput, context) {
    const { parameters, parameterFiles, ...others } = inline;
    const named = nameStacks(parameters ?? {}, keys, nameInput('parameters'), context);
    const layer = async (settings, own, shared) => {
        const value = (0,read/* read */.LF)(stackSettings, settingsTree(settings, nameInput, own), context.findings);
        context.findings.throwIfAny();
        return await readLayer(value ?? {}, [], shared, context);
    };
    const layers = new Map();
    for (const key of keys) {
        const own = named.filter((parameter) => parameter.key === key).map(({ name, value }) => [name, value]);
        layers.set(key, [
            await layer(parameterFiles ? { parameterFiles } : {}, undefined, keys.length > 1),
            await layer(others, own.length > 0 ? Object.fromEntries(own) : undefined, false),
        ]);
    }
    return layers;
}
function nameStacks(parameters, keys, input, context) {
    return Object.entries(parameters).map(([text, value]) => {
        const dot = text.indexOf('.');
        const key = dot === -1 ? (keys.length === 1 ? keys[0] : undefined) : text.slice(0, dot);
        const name = text.slice(dot + 1);
        if (key === undefined) {
            const fix = `Write KEY.${name}; the stacks are ${keys.join(', ')}.`;
            context.findings.add('input-parameter', `${input}: ${name} does not say of which stack`, undefined, fix);
        }
        else if (!keys.includes(key)) {
            context.findings.add('unknown-stack', `${input}: there is no stack "${key}"`, undefined, (0,nearest/* didYouMean */.a)(key, keys));
        }
        return { key, name, value };
    });
}

// EXTERNAL MODULE: ./src/topology/samconfig.ts + 2 modules
var samconfig = __webpack_require__(45271);
;// CONCATENATED MODULE: ./src/topology/schema/credentials.ts


/** Whose account and which credentials; at the top, for an environment, a region group or a target. */
const access = {
    account: (0,dsl/* text */.Qq)({
        description: 'Account id, twelve digits. It is compared with that of the credentials before the first write.',
        default: 'that of the role; without a role it is not checked',
        verbatim: true,
        pattern: patterns/* ACCOUNT */.u4,
    }),
    'role-to-assume': (0,dsl/* text */.Qq)({
        description: 'IAM role to deploy with: an ARN, or a name that is completed with the account.',
        default: 'none: the credentials found are used as they are',
        pattern: patterns/* ROLE */.z7,
    }),
    credentials: (0,dsl/* object */.Ik)({
        name: 'credentials',
        description: 'How credentials are found. Keys are merged from the top down to the target.',
        emptyAllowed: true,
        fields: {
            source: (0,dsl/* choice */.Yq)({
                description: '`oidc`: the token of the GitHub job; `ambient`: environment, container or instance; `profile`: a named profile.',
                default: 'auto: oidc when the job offers it and there is a role, else ambient',
                values: ['auto', 'oidc', 'ambient', 'profile'],
            }),
            profile: (0,dsl/* text */.Qq)({
                description: 'Named profile of the shared configuration files.',
                default: 'none',
                pattern: patterns/* LINE */.pj,
            }),
            via: (0,dsl/* list */.p_)({
                description: 'Roles to assume one after the other before `role-to-assume` (role chaining: one hour at most).',
                default: 'none',
                items: (0,dsl/* text */.Qq)({ description: 'ARN or name of a role.', pattern: patterns/* ROLE */.z7 }),
            }),
            'external-id': (0,dsl/* text */.Qq)({ description: 'External id for AssumeRole.', default: 'none', pattern: patterns/* EXTERNAL_ID */.AQ }),
            'session-tags': (0,dsl/* map */.Tj)({
                description: 'Session tags. Not where the role is assumed with an OIDC token: STS takes none there.',
                default: 'none',
                keys: patterns/* TAG_KEY */.L2,
                values: (0,dsl/* text */.Qq)({ description: 'The value of the tag.', verbatim: true, pattern: patterns/* TAG_VALUE */.Dx }),
            }),
            'session-policy': (0,dsl/* variant */.Ox)({
                description: 'Session policy that narrows the role: `file:PATH`, or the policy itself.',
                default: 'none',
                forms: [(0,dsl/* text */.Qq)({ description: 'A file.', pattern: patterns/* FILE */.PW }), (0,dsl/* anything */.D8)({ description: 'The policy.' })],
            }),
            duration: (0,dsl/* duration */.p0)({
                description: 'Lifetime of the session; it is renewed while a rollout runs.',
                default: '1h',
                minimumMs: 900_000,
                maximumMs: 43_200_000,
            }),
            audience: (0,dsl/* text */.Qq)({
                description: 'Audience of the OIDC token.',
                default: 'sts.amazonaws.com, or that of the partition',
                pattern: patterns/* LINE */.pj,
            }),
        },
    }),
};

;// CONCATENATED MODULE: ./src/topology/schema/backlog.ts


/** What waits to be worked off when a region returns. */
const backlog_backlog = (0,dsl/* object */.Ik)({
    name: 'failoverBacklog',
    description: 'How empty queues and streams must be before traffic returns to a region. Those that functions of the stacks read are looked at without it.',
    fields: {
        queues: (0,dsl/* list */.p_)({
            description: 'Further SQS queues of each target that must be worked off before it returns: name, URL or ARN. References resolve for each target.',
            default: 'none',
            items: (0,dsl/* text */.Qq)({ description: 'Name, URL or ARN of a queue.', pattern: patterns/* LINE */.pj }),
            minItems: 1,
        }),
        'max-messages': (0,dsl/* integer */.nd)({
            description: 'Messages that a queue may have, waiting, in flight and delayed together, however old they are.',
            default: '0',
            minimum: 0,
            maximum: 1_000_000_000,
        }),
        'max-age': (0,dsl/* duration */.p0)({
            description: 'How old the last record of a stream may be when it is read (`IteratorAge`), and the oldest message of a queue that has more than `max-messages` (`ApproximateAgeOfOldestMessage`).',
            default: '1m',
            minimumMs: 1_000,
            maximumMs: 604_800_000,
        }),
        wait: (0,dsl/* duration */.p0)({
            description: 'How long is waited for it.',
            default: '5m',
            minimumMs: 0,
            maximumMs: 21_600_000,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/program.ts

/** A program that is run: a line for a shell, or words that need none. */
function program(about) {
    return (0,dsl/* variant */.Ox)({
        ...about,
        forms: [
            (0,dsl/* text */.Qq)({ description: 'A line for `sh -c`.' }),
            (0,dsl/* list */.p_)({
                description: 'A program and its arguments, without a shell.',
                items: (0,dsl/* text */.Qq)({ description: 'A word.', verbatim: true }),
                minItems: 1,
            }),
        ],
    });
}

;// CONCATENATED MODULE: ./src/topology/schema/drill.ts



/** How a failover is tried out: `drill`. */
const drill = (0,dsl/* object */.Ik)({
    name: 'drill',
    description: 'How the failover is tried out with `drill`.',
    fields: {
        every: (0,dsl/* duration */.p0)({
            description: 'How often traffic is moved in a drill: `status` says when the next is due.',
            default: 'none: nobody is reminded',
            minimumMs: 86_400_000,
            maximumMs: 63_072_000_000,
        }),
        hold: (0,dsl/* duration */.p0)({
            description: 'How long traffic stays away once users are served there.',
            default: '1m',
            minimumMs: 0,
            maximumMs: 86_400_000,
        }),
        abort: (0,dsl/* object */.Ik)({
            name: 'drillAbort',
            description: 'When the drill ends early and traffic goes back; a gate that does not pass always ends it.',
            fields: {
                below: (0,dsl/* integer */.nd)({
                    description: 'Percentage of the probes that must be good while traffic is away.',
                    default: '90',
                    minimum: 1,
                    maximum: 100,
                }),
                for: (0,dsl/* duration */.p0)({
                    description: 'Time over which they are counted.',
                    default: '30s',
                    minimumMs: 5_000,
                    maximumMs: 3_600_000,
                }),
            },
        }),
        'revert-role': (0,dsl/* text */.Qq)({
            description: 'stop-switch: role, by name or ARN, in the account of the bucket, with which EventBridge Scheduler takes the stop signal away when the drill dies. Under `weights` it is `traffic.revert-role`.',
            default: 'none: a drill that moves traffic needs `--leave`',
            pattern: patterns/* LINE */.pj,
        }),
        inject: (0,dsl/* object */.Ik)({
            name: 'drillInject',
            description: 'The failure of an `outage` drill. Both get SMR_DRILL_FROM (targets, with commas) and the credentials of the first of them.',
            required: ['command', 'revert'],
            fields: {
                command: program({ description: 'What breaks the targets that traffic leaves. It may run twice.' }),
                revert: program({ description: 'What takes that back. It may run twice, and where nothing was broken.' }),
            },
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/gate-expect.ts


const gate_expect_status = (0,dsl/* text */.Qq)({
    description: 'A status such as `200`, or a class such as `2xx`.',
    verbatim: true,
    pattern: patterns/* STATUS */.XQ,
});
/** What an answer must be like. */
const expectation = (0,dsl/* object */.Ik)({
    name: 'expect',
    description: 'What an answer must be like. Everything that is said must hold.',
    fields: {
        status: (0,dsl/* variant */.Ox)({
            description: 'HTTP status, or several.',
            default: '`2xx`',
            forms: [gate_expect_status, (0,dsl/* list */.p_)({ description: 'Any of these.', items: gate_expect_status, minItems: 1 })],
        }),
        headers: (0,dsl/* map */.Tj)({
            description: 'Header and its whole value. Values of headers that carry secrets are compared and never shown.',
            default: 'none',
            keys: patterns/* HEADER */.El,
            values: (0,dsl/* text */.Qq)({ description: 'The value.', verbatim: true }),
        }),
        json: (0,dsl/* map */.Tj)({
            description: 'Path and value in the JSON of the answer: `release: "${release}"`, `checks.database: true`, or a JSONPath of RFC 9535 that begins with `$`. A path that finds several things means all of them, and one that finds nothing fails.',
            default: 'none',
            keys: patterns/* LINE */.pj,
            values: (0,dsl/* anything */.D8)({
                scalars: true,
                description: 'The value: a text, number, `true`, `false`, `null`, list or mapping.',
            }),
        }),
        'json-matches': (0,dsl/* map */.Tj)({
            description: 'Path (as in `json`) and a regular expression of JavaScript that its text must match.',
            default: 'none',
            keys: patterns/* LINE */.pj,
            values: (0,dsl/* text */.Qq)({ description: 'The regular expression.', verbatim: true }),
        }),
        'body-contains': (0,dsl/* text */.Qq)({ description: 'A text that the answer must hold.', default: 'none', verbatim: true }),
        'body-matches': (0,dsl/* text */.Qq)({
            description: 'A regular expression of JavaScript that the answer must match.',
            default: 'none',
            verbatim: true,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/gate-alarm.ts


/** What a doubtful answer may count as. */
const doubt = ['inconclusive', 'pass', 'fail'];
const alarmNames = {
    alarm: (0,dsl/* variant */.Ox)({
        description: 'CloudWatch alarms by name, metric or composite: not in ALARM at the start, and OK all through the bake by state and history.',
        default: 'none',
        forms: [
            (0,dsl/* text */.Qq)({ description: 'Name of an alarm.', pattern: patterns/* LINE */.pj }),
            (0,dsl/* list */.p_)({ description: 'Names of alarms.', items: (0,dsl/* text */.Qq)({ description: 'A name.', pattern: patterns/* LINE */.pj }), minItems: 1 }),
        ],
    }),
    'alarm-prefix': (0,dsl/* variant */.Ox)({
        description: 'All CloudWatch alarms whose names begin so.',
        default: 'none',
        forms: [
            (0,dsl/* text */.Qq)({ description: 'Beginning of the names.', pattern: patterns/* LINE */.pj }),
            (0,dsl/* list */.p_)({ description: 'Several.', items: (0,dsl/* text */.Qq)({ description: 'A beginning.', pattern: patterns/* LINE */.pj }), minItems: 1 }),
        ],
    }),
    'alarm-tag': (0,dsl/* map */.Tj)({
        description: 'CloudWatch alarms that have all these tags: among those with the names or beginnings that are said, else among all.',
        default: 'none',
        keys: patterns/* LINE */.pj,
        values: (0,dsl/* text */.Qq)({ description: 'The value of the tag.', verbatim: true }),
        minItems: 1,
    }),
};

;// CONCATENATED MODULE: ./src/topology/schema/gate-metric.ts



const number = (description) => (0,dsl/* text */.Qq)({ description, default: 'none', verbatim: true, pattern: patterns/* NUMBER */.uk });
const metric = (0,dsl/* object */.Ik)({
    name: 'metricGate',
    description: 'CloudWatch metrics against a threshold. One of `below`, `at-most`, `above`, `at-least` says what every datapoint must be.',
    required: ['metrics'],
    fields: {
        metrics: (0,dsl/* map */.Tj)({
            description: 'Metrics by id; an id begins with a small letter.',
            keys: patterns/* METRIC_ID */.Pk,
            minItems: 1,
            values: (0,dsl/* object */.Ik)({
                name: 'metricSource',
                description: 'A metric of CloudWatch.',
                required: ['namespace', 'metric'],
                fields: {
                    namespace: (0,dsl/* text */.Qq)({ description: 'Such as `AWS/Lambda`.', pattern: patterns/* LINE */.pj }),
                    metric: (0,dsl/* text */.Qq)({ description: 'Name of the metric.', pattern: patterns/* LINE */.pj }),
                    dimensions: (0,dsl/* map */.Tj)({
                        description: 'Dimensions. All of them must be said: CloudWatch adds up nothing over dimensions.',
                        default: 'none',
                        keys: patterns/* LINE */.pj,
                        values: (0,dsl/* text */.Qq)({ description: 'The value.', verbatim: true }),
                    }),
                    statistic: (0,dsl/* text */.Qq)({
                        description: '`Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount`, or a percentile such as `p99`.',
                        default: 'Sum',
                        pattern: patterns/* STATISTIC */.HH,
                    }),
                },
            }),
        }),
        expression: (0,dsl/* text */.Qq)({
            description: 'Metric math over the ids: `100 * errors / requests`.',
            default: 'the metric, when there is only one',
            pattern: patterns/* LINE */.pj,
        }),
        below: number('Every datapoint must be less than this.'),
        'at-most': number('Every datapoint must be this or less.'),
        above: number('Every datapoint must be more than this.'),
        'at-least': number('Every datapoint must be this or more.'),
        period: (0,dsl/* duration */.p0)({
            description: 'Length of a datapoint.',
            default: '1m',
            minimumMs: 60_000,
            maximumMs: 3_600_000,
        }),
        window: (0,dsl/* duration */.p0)({
            description: 'How far back to look.',
            default: 'since the bake began; before a wave 15m',
            minimumMs: 60_000,
            maximumMs: 86_400_000,
        }),
        'datapoints-to-fail': (0,dsl/* integer */.nd)({
            description: 'How many datapoints must break the threshold for a failure.',
            default: '1',
            minimum: 1,
            maximum: 1000,
        }),
        'min-datapoints': (0,dsl/* integer */.nd)({
            description: 'Datapoints that are needed to pass.',
            default: '1',
            minimum: 1,
            maximum: 1000,
        }),
        'min-samples': (0,dsl/* integer */.nd)({
            description: 'Samples (requests, invocations) in the window that are needed to pass or fail.',
            default: 'none',
            minimum: 1,
            maximum: 1_000_000_000,
        }),
        samples: (0,dsl/* text */.Qq)({
            description: 'Id of the metric whose samples count.',
            default: 'the first one',
            pattern: patterns/* METRIC_ID */.Pk,
        }),
        'missing-data': (0,dsl/* choice */.Yq)({
            description: 'What too few datapoints or samples mean.',
            default: 'inconclusive',
            values: doubt,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/gate-run.ts


const commandLine = [
    (0,dsl/* text */.Qq)({ description: 'A line for `sh -c`.' }),
    (0,dsl/* list */.p_)({
        description: 'A program and its arguments, without a shell.',
        items: (0,dsl/* text */.Qq)({ description: 'A word.', verbatim: true }),
        minItems: 1,
    }),
];
const command = (0,dsl/* variant */.Ox)({
    description: 'Runs a program: exit status 0 passes, 75 is inconclusive, any other fails.',
    default: 'none',
    forms: [
        ...commandLine,
        (0,dsl/* object */.Ik)({
            name: 'commandGate',
            description: 'A program, where it runs and with what.',
            required: ['run'],
            fields: {
                run: (0,dsl/* variant */.Ox)({ description: 'What to run.', forms: commandLine }),
                directory: (0,dsl/* text */.Qq)({
                    description: 'Working directory, from the folder of the configuration.',
                    default: 'that folder',
                    pattern: patterns/* LINE */.pj,
                }),
                environment: (0,dsl/* map */.Tj)({
                    description: 'Environment variables besides the few that it gets anyway.',
                    default: 'none',
                    keys: patterns/* NAME */.o_,
                    values: (0,dsl/* text */.Qq)({ description: 'The value.', verbatim: true }),
                }),
                credentials: (0,dsl/* choice */.Yq)({
                    description: '`read-only`: those of the target, narrowed to reading by a session policy; `full`: those of the target; `none`.',
                    default: 'read-only',
                    values: ['read-only', 'full', 'none'],
                }),
            },
        }),
    ],
});
const lambda = (0,dsl/* variant */.Ox)({
    description: 'Invokes a Lambda function in the target and waits for its answer. See `expect` for what it must be.',
    default: 'none',
    forms: [
        (0,dsl/* text */.Qq)({ description: 'Name or ARN of the function.', pattern: patterns/* LINE */.pj }),
        (0,dsl/* object */.Ik)({
            name: 'lambdaGate',
            description: 'A function and what it is given.',
            required: ['function'],
            fields: {
                function: (0,dsl/* text */.Qq)({ description: 'Name or ARN of the function.', pattern: patterns/* LINE */.pj }),
                qualifier: (0,dsl/* text */.Qq)({ description: 'Alias or version.', default: '`$LATEST`', pattern: patterns/* LINE */.pj }),
                payload: (0,dsl/* anything */.D8)({ description: 'The event; texts in it may hold references.', default: '`{}`' }),
            },
        }),
    ],
});

;// CONCATENATED MODULE: ./src/topology/schema/failover-work.ts






const RESOURCE = {
    source: '[A-Za-z0-9*]+(?:/[A-Za-z0-9*]+)*',
    short: 'logical id',
    words: 'a logical id such as WorkerOrders, Nested/WorkerOrders in a nested stack, with * for anything',
};
const consumers = (0,dsl/* object */.Ik)({
    name: 'failoverConsumers',
    description: 'Event source mappings, rules of EventBridge and schedules that run only where the environment is active. Failover and failback switch them; a deployment leaves them as the role of its target wants, whatever the template says.',
    required: ['where'],
    fields: {
        where: (0,dsl/* choice */.Yq)({
            description: '`every-active`: in each target that is active, for work of its own such as a queue in its region; `one-active`: in one of them alone, the first in the order of `targets`, for work on data that all of them have, such as a nightly job.',
            values: ['every-active', 'one-active'],
        }),
        tag: (0,dsl/* text */.Qq)({
            description: 'Tag that marks them, `key` or `key=value`: on themselves, on the function they call, or on the group of a schedule.',
            default: 'none',
            pattern: patterns/* LINE */.pj,
        }),
        resources: (0,dsl/* map */.Tj)({
            description: 'Those that are marked by name: logical ids after transforms (`WorkerOrders`), by key of the stack.',
            default: 'none',
            keys: patterns/* STACK_KEY */.$C,
            values: (0,dsl/* list */.p_)({
                description: 'Logical ids.',
                items: (0,dsl/* text */.Qq)({ description: 'A logical id; `*` stands for anything.', pattern: RESOURCE }),
                minItems: 1,
            }),
            minItems: 1,
        }),
    },
});
const failover_work_command = program({
    description: 'Runs a program in the working directory: exit status 0 is success. It gets the credentials of the target, SMR_TARGET, SMR_REGION and SMR_HOOK.',
    default: 'none',
});
const hook = (0,dsl/* object */.Ik)({
    name: 'failoverHook',
    description: '`quiesce` stops writes, before anything else; `resume` lets a target write again, when the move is undone and before the target becomes active again.',
    default: 'none',
    fields: {
        command: failover_work_command,
        lambda: lambda,
        expect: expectation,
        timeout: (0,dsl/* duration */.p0)({
            description: 'Time limit; passing it is a failure.',
            default: '1m',
            minimumMs: 1_000,
            maximumMs: 900_000,
        }),
    },
});
const graceful = (0,dsl/* object */.Ik)({
    name: 'gracefulFailover',
    description: 'What `failover --graceful` does besides, in each target that is left. Every hook may run more than once. Texts may hold references such as `${stacks.api.outputs.Switch}`.',
    fields: {
        quiesce: hook,
        resume: hook,
        'caught-up': (0,dsl/* object */.Ik)({
            name: 'caughtUp',
            description: 'How it is seen that what was written has arrived everywhere. It says exactly one kind of check.',
            default: 'none: it is not waited for',
            fields: {
                metric: metric,
                command: failover_work_command,
                lambda: lambda,
                expect: expectation,
                interval: (0,dsl/* duration */.p0)({
                    description: 'Time between two looks.',
                    default: '5s',
                    minimumMs: 1_000,
                    maximumMs: 600_000,
                }),
                timeout: (0,dsl/* duration */.p0)({
                    description: 'How long is waited; then the move is undone.',
                    default: '5m',
                    minimumMs: 1_000,
                    maximumMs: 3_600_000,
                }),
            },
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/replication.ts


/** How data gets from region to region, as far as a failover and a failback can measure it. */
const replication = (0,dsl/* object */.Ik)({
    name: 'failoverReplication',
    description: 'What tells how far replication between the regions is: a failover reports the recovery point by it, and a failback waits until it has caught up.',
    fields: {
        heartbeat: (0,dsl/* text */.Qq)({
            description: 'Name of the global table of `templates/heartbeat`, in which each region writes that it is there. References to outputs resolve.',
            default: 'none',
            pattern: patterns/* LINE */.pj,
        }),
        tables: (0,dsl/* list */.p_)({
            description: 'Global tables of the application: where there is no heartbeat, their metric `ReplicationLatency` is read. References to outputs resolve.',
            default: 'none',
            items: (0,dsl/* text */.Qq)({ description: 'Name of a table.', pattern: patterns/* LINE */.pj }),
            minItems: 1,
        }),
        'max-lag': (0,dsl/* duration */.p0)({
            description: 'How far replication may be behind, both ways, when a region returns.',
            default: '30s',
            minimumMs: 1_000,
            maximumMs: 86_400_000,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/failover.ts







/** Where the answer of a probe says something: a member of its JSON body, or a header. */
const FIELD = {
    source: '(?:json|header):[A-Za-z0-9_.-]+',
    short: 'json:NAME or header:NAME',
    words: '"json:" and a member of the body, or "header:" and the name of a header',
};
const failover_URL = { source: 'https?://\\S+', short: 'URL', words: 'an http or https URL' };
const ENDPOINT = {
    source: '(?:https?://|\\$\\{)\\S+',
    short: 'URL',
    words: 'an http or https URL, or a reference to an output that is one',
};
/** As DescribeCluster names them (Recovery Control Configuration API Reference, ClusterEndpoint). */
const CLUSTER = {
    source: 'https://[a-z0-9-]+\\.route53-recovery-cluster\\.[a-z0-9-]+\\.amazonaws\\.com(?:/v1)?',
    short: 'cluster endpoint',
    words: 'an endpoint of a cluster such as https://1a2b3c4d.route53-recovery-cluster.eu-west-1.amazonaws.com/v1',
};
const CONTROL = {
    source: 'arn:aws[a-z-]*:route53-recovery-control::\\d{12}:controlpanel/[A-Za-z0-9]+/routingcontrol/[A-Za-z0-9]+',
    short: 'ARN',
    words: 'the ARN of a routing control',
};
/** API Reference, StartPlanExecution, planArn. */
const SWITCH_PLAN = {
    source: 'arn:aws[a-zA-Z-]*:arc-region-switch::\\d{12}:plan/[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?:[a-z0-9]{6}',
    short: 'ARN',
    words: 'the ARN of a Region switch plan',
};
const SERVER = {
    source: '(?:[0-9.]+|\\[[0-9A-Fa-f:.]+\\])(?::\\d{1,5})?',
    short: 'address',
    words: 'an IP address, with :PORT where it is not 53 and an IPv6 address in brackets',
};
const signal = (0,dsl/* object */.Ik)({
    name: 'stopSignal',
    description: 'Where the stop signal of a target lies: an object that a health check of Route 53 looks for.',
    required: ['in', 'bucket', 'key'],
    fields: {
        in: (0,dsl/* text */.Qq)({ description: 'Target whose region and credentials the bucket is of: another one.', pattern: patterns/* NAME */.o_ }),
        bucket: (0,dsl/* text */.Qq)({ description: 'Name of the bucket. References to outputs resolve.', pattern: patterns/* LINE */.pj }),
        key: (0,dsl/* text */.Qq)({ description: 'Key of the object that stops the target while it is there.', pattern: patterns/* LINE */.pj }),
    },
});
const probe = (0,dsl/* object */.Ik)({
    name: 'failoverProbe',
    description: 'How a failover is measured: what users ask for, once a second, by its public name.',
    required: ['url'],
    fields: {
        url: (0,dsl/* text */.Qq)({ description: 'URL under the public name. References to outputs resolve.', pattern: failover_URL }),
        region: (0,dsl/* text */.Qq)({
            description: 'Where the answer names the region it comes from.',
            default: 'none: which region answers is not measured',
            pattern: FIELD,
        }),
        release: (0,dsl/* text */.Qq)({
            description: 'Where the answer names its release.',
            default: 'none: it is not measured',
            pattern: FIELD,
        }),
        resolver: (0,dsl/* text */.Qq)({
            description: 'Name server that is asked for the name, such as one of the zone.',
            default: "the machine's resolver",
            pattern: SERVER,
        }),
        'name-servers': (0,dsl/* list */.p_)({
            description: 'Authoritative name servers of the name: they are asked too, and show a change without any cache.',
            default: 'those that its zone is delegated to, looked up at every deployment',
            items: (0,dsl/* text */.Qq)({ description: 'An address.', pattern: SERVER }),
            minItems: 1,
        }),
        stable: (0,dsl/* duration */.p0)({
            description: 'How long 99% of the probes must be good before the failover counts as done.',
            default: '10s',
            minimumMs: 1_000,
            maximumMs: 600_000,
        }),
        timeout: (0,dsl/* duration */.p0)({
            description: 'How long is waited for that.',
            default: '5m',
            minimumMs: 5_000,
            maximumMs: 3_600_000,
        }),
    },
});
const fence = (0,dsl/* object */.Ik)({
    name: 'failoverFence',
    description: 'Fences a target that was left, once users are served elsewhere: its region learns that it is not active, its marked consumers and what is named here stop. `failback` undoes it. What does not answer is recorded as unknown.',
    required: [],
    emptyAllowed: true,
    fields: {
        functions: (0,dsl/* list */.p_)({
            description: 'Functions that take no calls any more (reserved concurrency 0), by name or ARN.',
            default: 'none',
            items: (0,dsl/* text */.Qq)({ description: 'Name or ARN. References to outputs resolve in each target.', pattern: patterns/* LINE */.pj }),
        }),
    },
});
const failover = (0,dsl/* object */.Ik)({
    name: 'failover',
    description: 'How traffic leaves a region that is lost. Its plan is compiled at every deployment.',
    required: ['mechanism'],
    fields: {
        mechanism: (0,dsl/* choice */.Yq)({
            description: '`stop-switch`: an object in the bucket of another region turns the health check of a target; ' +
                '`arc-routing-control`: routing controls of Amazon Application Recovery Controller; ' +
                '`region-switch`: an execution of a Region switch plan; ' +
                '`weights`: through the traffic driver; `command`: a program of your own.',
            values: ['stop-switch', 'arc-routing-control', 'region-switch', 'weights', 'command'],
        }),
        signals: (0,dsl/* map */.Tj)({
            description: 'stop-switch: the stop signal of each target that can be left.',
            default: 'none',
            keys: patterns/* NAME */.o_,
            values: signal,
            minItems: 1,
        }),
        'cluster-endpoints': (0,dsl/* map */.Tj)({
            description: 'arc-routing-control: endpoints of the cluster by region, all five of them.',
            default: 'none',
            keys: patterns/* NAME */.o_,
            values: (0,dsl/* text */.Qq)({ description: 'URL of the endpoint.', pattern: CLUSTER }),
            minItems: 1,
        }),
        'routing-controls': (0,dsl/* map */.Tj)({
            description: 'arc-routing-control: ARN of the routing control of each target.',
            default: 'none',
            keys: patterns/* NAME */.o_,
            values: (0,dsl/* text */.Qq)({ description: 'ARN of a routing control.', pattern: CONTROL }),
            minItems: 1,
        }),
        'region-switch': (0,dsl/* object */.Ik)({
            name: 'regionSwitch',
            description: 'region-switch: the plan that is executed, in the data plane of the region that takes over.',
            required: ['plan'],
            fields: {
                plan: (0,dsl/* text */.Qq)({ description: 'ARN of the Region switch plan.', pattern: SWITCH_PLAN }),
                approach: (0,dsl/* choice */.Yq)({
                    description: 'As the plan says. `active-passive`: the region that takes over is activated; `active-active`: the one that is left is deactivated.',
                    default: 'active-passive',
                    values: ['active-passive', 'active-active'],
                }),
            },
        }),
        command: program({
            description: 'command: what moves the traffic; it must be able to run twice. It gets SMR_FAILOVER_TO and SMR_FAILOVER_FROM (targets, with commas), and the credentials of the first target it moves to.',
            default: 'none',
        }),
        consumers: consumers,
        graceful: graceful,
        endpoint: (0,dsl/* text */.Qq)({
            description: 'URL at which a target itself answers, not by the public name: whether it can take over is seen there. References resolve for each target.',
            default: 'none: it is not asked',
            pattern: ENDPOINT,
        }),
        probe,
        replication: replication,
        backlog: backlog_backlog,
        fence,
        drill: drill,
        rto: (0,dsl/* duration */.p0)({
            description: 'Recovery time objective, for the report.',
            default: 'none',
            minimumMs: 1_000,
            maximumMs: 604_800_000,
        }),
        rpo: (0,dsl/* duration */.p0)({
            description: 'Recovery point objective, for the report.',
            default: 'none',
            minimumMs: 0,
            maximumMs: 604_800_000,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/gate-compare.ts


/** A canary against a baseline. */
const compare = (0,dsl/* object */.Ik)({
    name: 'compareGate',
    description: 'Compares errors and latency of two versions of a Lambda function in the same minutes and the same region, by the metrics that CloudWatch keeps for each executed version of a weighted alias; or those of two regions.',
    required: ['function'],
    fields: {
        function: (0,dsl/* text */.Qq)({ description: 'Name of the function.', pattern: patterns/* LINE */.pj }),
        alias: (0,dsl/* text */.Qq)({ description: 'Alias that is called.', default: 'live', pattern: patterns/* LINE */.pj }),
        canary: (0,dsl/* text */.Qq)({
            description: 'Version on trial.',
            default: 'the version that gets a part of the calls of the alias',
            pattern: patterns/* LINE */.pj,
        }),
        baseline: (0,dsl/* text */.Qq)({ description: 'Version to compare with.', default: 'the version of the alias', pattern: patterns/* LINE */.pj }),
        'baseline-target': (0,dsl/* text */.Qq)({
            description: 'Another target to compare with, instead of another version. Other users call it at other times of their day: it may fail a rollout, and passes none without another gate.',
            default: 'none',
            pattern: patterns/* LINE */.pj,
        }),
        'baseline-function': (0,dsl/* text */.Qq)({
            description: 'Name of the function there.',
            default: 'the same',
            pattern: patterns/* LINE */.pj,
        }),
        significance: (0,dsl/* text */.Qq)({
            description: 'Chance of a false alarm over all comparisons of the gate (errors and latency, in every target).',
            default: '0.05',
            verbatim: true,
            pattern: patterns/* NUMBER */.uk,
        }),
        'error-increase': (0,dsl/* text */.Qq)({
            description: 'Increase of the share of failed calls, in percentage points, that is worth failing for.',
            default: '0.5%',
            verbatim: true,
            pattern: patterns/* PERCENTAGE */.LN,
        }),
        'latency-increase': (0,dsl/* text */.Qq)({
            description: 'Increase of the latency, relative to the baseline, that is worth failing for.',
            default: '10%',
            verbatim: true,
            pattern: patterns/* PERCENTAGE */.LN,
        }),
        'latency-statistic': (0,dsl/* text */.Qq)({
            description: 'Statistic of `Duration` that is compared minute by minute.',
            default: 'p95',
            pattern: patterns/* STATISTIC */.HH,
        }),
        'min-samples': (0,dsl/* integer */.nd)({
            description: 'Calls that each of the two needs.',
            default: '100',
            minimum: 1,
            maximum: 1_000_000_000,
        }),
        'min-minutes': (0,dsl/* integer */.nd)({
            description: 'Minutes with calls that each of the two needs for the latency to be compared.',
            default: '8',
            minimum: 5,
            maximum: 10_000,
        }),
        detect: (0,dsl/* text */.Qq)({
            description: 'Increase of the share of failed calls that the traffic must be able to show (with a power of 80 %); with less traffic the gate is inconclusive.',
            default: 'none: what it could show is told',
            verbatim: true,
            pattern: patterns/* PERCENTAGE */.LN,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/gate-http.ts


const http = (0,dsl/* variant */.Ox)({
    description: 'Asks a URL. See `expect` for what the answer must be.',
    default: 'none',
    forms: [
        (0,dsl/* text */.Qq)({ description: 'The URL.', pattern: patterns/* LINE */.pj }),
        (0,dsl/* object */.Ik)({
            name: 'httpGate',
            description: 'A request and how it is sent.',
            required: ['url'],
            fields: {
                url: (0,dsl/* text */.Qq)({ description: 'The URL, `http` or `https`.', pattern: patterns/* LINE */.pj }),
                method: (0,dsl/* choice */.Yq)({
                    description: 'HTTP method.',
                    default: 'GET',
                    values: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'],
                }),
                headers: (0,dsl/* map */.Tj)({
                    description: 'Headers of the request. `${ssm:/NAME}` keeps a token out of the file.',
                    default: 'none',
                    keys: patterns/* HEADER */.El,
                    values: (0,dsl/* text */.Qq)({ description: 'The value.', verbatim: true }),
                }),
                body: (0,dsl/* text */.Qq)({ description: 'Body of the request.', default: 'none', verbatim: true }),
                address: (0,dsl/* text */.Qq)({
                    description: 'Connects to this address (`192.0.2.1`, `192.0.2.1:8443`, `[2001:db8::1]`) whatever the name in the URL resolves to; `Host` and the TLS server name stay those of the URL.',
                    default: 'that which the name resolves to',
                    pattern: patterns/* LINE */.pj,
                }),
                resolver: (0,dsl/* text */.Qq)({
                    description: 'Name server to ask for the name in the URL, as `192.0.2.53` or `192.0.2.53:5353`.',
                    default: 'that of the machine',
                    pattern: patterns/* LINE */.pj,
                }),
                redirects: (0,dsl/* integer */.nd)({
                    description: 'How many redirects are followed. Otherwise a redirect is an answer like any other.',
                    default: '0',
                    minimum: 0,
                    maximum: 10,
                }),
                successes: (0,dsl/* integer */.nd)({
                    description: 'Good answers in a row that pass.',
                    default: '1',
                    minimum: 1,
                    maximum: 100,
                }),
                failures: (0,dsl/* integer */.nd)({
                    description: 'Bad answers in a row that fail.',
                    default: '3',
                    minimum: 1,
                    maximum: 100,
                }),
                pause: (0,dsl/* duration */.p0)({
                    description: 'Time between two requests.',
                    default: '1s',
                    minimumMs: 0,
                    maximumMs: 600_000,
                }),
                'request-timeout': (0,dsl/* duration */.p0)({
                    description: 'Time limit of one request, from the name to the last byte.',
                    default: '5s',
                    minimumMs: 1_000,
                    maximumMs: 300_000,
                }),
            },
        }),
    ],
});

;// CONCATENATED MODULE: ./src/topology/schema/gates.ts








const moment = (0,dsl/* choice */.Yq)({
    description: '`before` the wave starts, all through its `bake` and at the end of it, once `after` the bake.',
    values: ['before', 'bake', 'after'],
});
/** Kinds of gates; each gate has exactly one of these keys. */
const gateKinds = {
    http: http,
    ...alarmNames,
    metric: metric,
    compare: compare,
    command: command,
    lambda: lambda,
};
/** One gate. Which keys go together is checked in `../gates.ts`. */
const gate = (0,dsl/* object */.Ik)({
    name: 'gate',
    description: 'A check that answers pass, fail or inconclusive. It says exactly one kind of check. Texts may hold references such as `${stacks.api.outputs.Url}`, `${release}`, `${target.region}`.',
    fields: {
        name: (0,dsl/* text */.Qq)({
            description: 'Name of the gate.',
            default: 'its kind; the second one of a kind http-2 …',
            pattern: patterns/* NAME */.o_,
        }),
        ...gateKinds,
        expect: expectation,
        'insufficient-data': (0,dsl/* choice */.Yq)({
            description: 'What an alarm in INSUFFICIENT_DATA means.',
            default: 'inconclusive',
            values: doubt,
        }),
        stale: (0,dsl/* choice */.Yq)({
            description: 'What an alarm means that is OK while its metric had no data since the deployment began.',
            default: 'pass',
            values: ['pass', 'inconclusive', 'fail'],
        }),
        when: (0,dsl/* variant */.Ox)({
            description: 'When it is asked.',
            default: 'bake; alarms before and bake; `compare`, `command` and `lambda` after',
            forms: [moment, (0,dsl/* list */.p_)({ description: 'Several.', items: moment, minItems: 1 })],
        }),
        scope: (0,dsl/* choice */.Yq)({
            description: 'Once for each `target`, or once for the `rollout` (with the credentials of the home target).',
            default: 'target',
            values: ['target', 'rollout'],
        }),
        inconclusive: (0,dsl/* choice */.Yq)({
            description: '`hold`: the rollout waits for a clear answer, and fails when none comes; or what it counts as.',
            default: 'hold',
            values: ['hold', 'pass', 'fail'],
        }),
        interval: (0,dsl/* duration */.p0)({
            description: 'Time between two rounds during the bake.',
            default: '30s',
            minimumMs: 1_000,
            maximumMs: 3_600_000,
        }),
        timeout: (0,dsl/* duration */.p0)({
            description: 'Time limit of one round. Passing it is inconclusive.',
            default: '30s; `command` and `lambda` 5m',
            minimumMs: 1_000,
            maximumMs: 3_600_000,
        }),
    },
});
/** For an environment, and for a wave, where they replace those of the environment. */
const gateFields = {
    gates: (0,dsl/* list */.p_)({
        description: 'Checks before a wave, while it bakes and after that. Those of a wave replace those of the environment.',
        default: 'none',
        items: gate,
    }),
    bake: (0,dsl/* duration */.p0)({
        description: 'How long each wave is watched before the next one.',
        default: '0s',
        minimumMs: 0,
        maximumMs: 604_800_000,
    }),
};

;// CONCATENATED MODULE: ./src/topology/schema/traffic.ts



/** Route 53 Developer Guide, "DNS domain name format"; `*` stands for the leftmost label only. */
const DNS_NAME = {
    source: '(?:\\*\\.)?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}\\.?',
    short: 'domain name',
    words: 'a domain name such as api.example.com',
    maxLength: 255,
};
/** Route 53 API Reference, ResourceRecordSet, SetIdentifier. */
const SET_IDENTIFIER = { source: '\\S(?:.*\\S)?', short: 'text', words: 'a set identifier', maxLength: 128 };
const byTarget = { keys: patterns/* NAME */.o_, default: 'none' };
const traffic = (0,dsl/* object */.Ik)({
    name: 'traffic',
    description: 'How traffic is shared between the targets, by their `weight`, and how a rollout moves it.',
    required: ['driver'],
    fields: {
        driver: (0,dsl/* choice */.Yq)({
            description: '`route53`: weighted records; `cloudfront-kvs`: a key-value store that a CloudFront Function reads; ' +
                '`global-accelerator`: dials of endpoint groups.',
            values: ['route53', 'cloudfront-kvs', 'global-accelerator'],
        }),
        zone: (0,dsl/* text */.Qq)({ description: 'route53: id or name of the hosted zone.', pattern: patterns/* LINE */.pj }),
        name: (0,dsl/* text */.Qq)({ description: 'route53: name of the weighted record sets.', pattern: DNS_NAME }),
        types: (0,dsl/* list */.p_)({
            description: 'route53: record types that are changed together.',
            default: 'every type that has weighted sets under the name',
            minItems: 1,
            items: (0,dsl/* choice */.Yq)({ description: 'A record type.', values: ['A', 'AAAA', 'CNAME', 'HTTPS', 'TXT'] }),
        }),
        'set-identifiers': (0,dsl/* map */.Tj)({
            description: 'route53: set identifier by target, where it is not the name of the target.',
            ...byTarget,
            values: (0,dsl/* text */.Qq)({ description: 'A set identifier.', pattern: SET_IDENTIFIER }),
        }),
        record: (0,dsl/* object */.Ik)({
            name: 'record',
            description: "route53: what a target's record sets say, to make the ones that are not there. References resolve.",
            default: 'none: all record sets must be there',
            fields: {
                alias: (0,dsl/* text */.Qq)({ description: 'DNS name that an alias points at.', pattern: patterns/* LINE */.pj }),
                'alias-zone': (0,dsl/* text */.Qq)({ description: 'Hosted zone id of that DNS name.', pattern: patterns/* LINE */.pj }),
                value: (0,dsl/* text */.Qq)({ description: 'Value of a record that is no alias.', pattern: patterns/* LINE */.pj }),
                ttl: (0,dsl/* duration */.p0)({
                    description: 'TTL of a record that is no alias.',
                    default: '60s',
                    minimumMs: 1_000,
                    maximumMs: 86_400_000,
                }),
            },
        }),
        'revert-role': (0,dsl/* text */.Qq)({
            description: 'route53: role, by name or ARN, in the account of the zone, with which EventBridge Scheduler takes traffic from a rollout that nobody promotes (`deploy --revert-after`).',
            default: 'none: only `--leave` goes with `--until`',
            pattern: patterns/* LINE */.pj,
        }),
        store: (0,dsl/* text */.Qq)({ description: 'cloudfront-kvs: ARN of the key-value store.', pattern: patterns/* LINE */.pj }),
        key: (0,dsl/* text */.Qq)({
            description: 'cloudfront-kvs: key under which the weights lie.',
            default: '`weights`',
            pattern: patterns/* LINE */.pj,
        }),
        probe: (0,dsl/* text */.Qq)({
            description: 'cloudfront-kvs: URL of the distribution at which the CloudFront Function answers with its weights, such as `https://www.example.com/.sam-multi-region/weights`: a change is in force when it shows them.',
            default: 'none: 30 seconds are waited for',
            pattern: { source: 'https://\\S+', short: 'URL', words: 'an https URL' },
        }),
        listener: (0,dsl/* text */.Qq)({ description: 'global-accelerator: ARN of the listener.', pattern: patterns/* LINE */.pj }),
        endpoints: (0,dsl/* map */.Tj)({
            description: 'global-accelerator: ARN of the endpoint by target, where several targets are in one region.',
            ...byTarget,
            values: (0,dsl/* text */.Qq)({ description: 'ARN of a load balancer, or id of an instance or address.', pattern: patterns/* LINE */.pj }),
        }),
        steps: (0,dsl/* list */.p_)({
            description: "Percentages of the target's own weight, ascending, ending at 100.",
            default: '[100]',
            minItems: 1,
            items: (0,dsl/* integer */.nd)({ description: 'A percentage.', minimum: 1, maximum: 100 }),
        }),
        settle: (0,dsl/* duration */.p0)({
            description: 'How long clients take to follow a change that is in force.',
            default: 'three times the TTL of the records',
            minimumMs: 0,
            maximumMs: 86_400_000,
        }),
        drain: (0,dsl/* integer */.nd)({
            description: 'Percentage of its own weight to which a target is lowered before it is deployed.',
            default: 'it is not lowered',
            minimum: 0,
            maximum: 99,
        }),
        floor: (0,dsl/* integer */.nd)({
            description: 'The least part of the capacity that must be left, percent: with 50 a target gets at most twice its ' +
                'configured share while others are drained.',
            default: '0: no floor',
            minimum: 0,
            maximum: 100,
        }),
        ...access,
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/environment.ts








const perStack = (0,dsl/* map */.Tj)({
    name: 'perStack',
    description: 'Settings for single stacks, by key.',
    default: 'none',
    keys: patterns/* STACK_KEY */.$C,
    values: stackSettings,
});
const regionName = (0,dsl/* text */.Qq)({ name: 'regionName', description: 'A region, such as `eu-west-1`.', pattern: patterns/* LINE */.pj });
const target = (0,dsl/* object */.Ik)({
    name: 'target',
    description: 'One account and region to deploy to.',
    emptyAllowed: true,
    fields: {
        region: (0,dsl/* text */.Qq)({ description: 'Region of the target.', default: 'the name of the target', pattern: patterns/* LINE */.pj }),
        ...access,
        weight: (0,dsl/* integer */.nd)({
            description: 'Share of traffic of the target while no rollout is under way.',
            default: 'none',
            minimum: 0,
            maximum: 255,
        }),
        ...settings,
        stacks: perStack,
    },
});
const regionGroups = (0,dsl/* map */.Tj)({
    name: 'regionGroups',
    description: 'Names for sets of regions; they may stand in `targets` and in `waves`, and may carry settings for their targets.',
    default: 'none',
    keys: patterns/* NAME */.o_,
    values: (0,dsl/* variant */.Ox)({
        description: 'Regions (or names of targets), alone or with settings for them.',
        forms: [
            (0,dsl/* list */.p_)({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
            (0,dsl/* object */.Ik)({
                name: 'regionGroup',
                description: 'A region group with settings.',
                required: ['regions'],
                fields: {
                    regions: (0,dsl/* list */.p_)({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
                    ...access,
                    ...settings,
                    stacks: perStack,
                },
            }),
        ],
    }),
});
const limits = {
    'max-concurrency': (0,dsl/* amount */.vj)({
        description: 'Targets of a wave at once: a count, or a percentage that rounds down, to at least one.',
        default: '100%',
        minimum: 1,
    }),
    'failure-tolerance': (0,dsl/* amount */.vj)({
        description: 'Targets of a wave that may fail before the rollout stops: a count, or a percentage that rounds down.',
        default: '0',
        minimum: 0,
    }),
};
const waves = (0,dsl/* variant */.Ox)({
    name: 'waves',
    description: 'Targets deployed together, in order. `sequential`: one target after the other.',
    default: 'the first target alone, then the others together',
    forms: [
        (0,dsl/* choice */.Yq)({ description: 'One target after the other.', values: ['sequential'] }),
        (0,dsl/* list */.p_)({
            description: 'Waves, in order. Every target is in exactly one.',
            minItems: 1,
            items: (0,dsl/* object */.Ik)({
                name: 'wave',
                description: 'Targets deployed together.',
                required: ['targets'],
                fields: {
                    name: (0,dsl/* text */.Qq)({ description: 'Name of the wave.', default: 'wave-1, wave-2 …', pattern: patterns/* NAME */.o_ }),
                    targets: (0,dsl/* list */.p_)({
                        description: 'Names of targets or of region groups.',
                        items: (0,dsl/* text */.Qq)({ description: 'A name.', pattern: patterns/* LINE */.pj }),
                    }),
                    ...limits,
                    environment: (0,dsl/* text */.Qq)({
                        description: 'GitHub environment of this wave where it differs from that of the rollout.',
                        default: 'the name of the environment',
                        pattern: patterns/* ENVIRONMENT */.M0,
                    }),
                    ...gateFields,
                },
            }),
        }),
    ],
});
const targets = (0,dsl/* variant */.Ox)({
    description: 'Targets by name, or a list of regions and region groups. The order counts.',
    forms: [
        (0,dsl/* list */.p_)({ description: 'Regions and region groups.', items: regionName, minItems: 1 }),
        (0,dsl/* map */.Tj)({
            description: 'Targets by name; the name is the region unless `region` says otherwise. A region group is all its regions.',
            keys: patterns/* NAME */.o_,
            values: target,
            minItems: 1,
        }),
    ],
});
/** What an environment says of single stacks. */
const environmentStacks = (0,dsl/* map */.Tj)({
    description: 'Settings for single stacks in this environment, by key.',
    default: 'none',
    keys: patterns/* STACK_KEY */.$C,
    values: (0,dsl/* object */.Ik)({
        name: 'environmentStack',
        description: 'Settings for one stack in this environment.',
        emptyAllowed: true,
        fields: {
            'stack-name': (0,dsl/* text */.Qq)({
                description: 'Name of the CloudFormation stack in this environment.',
                default: 'that of the stack',
                pattern: patterns/* STACK_NAME */.bm,
            }),
            'in-region': schema_in_region/* inRegion */.Qg,
            ...settings,
        },
    }),
});
const environment = (0,dsl/* object */.Ik)({
    name: 'environment',
    description: 'A set of targets and how to roll out to them.',
    required: ['targets'],
    fields: {
        targets,
        ...gateFields,
        'region-groups': regionGroups,
        waves,
        ...limits,
        home: (0,dsl/* text */.Qq)({
            description: 'Target of the stacks with the scope `home` or `global`.',
            default: 'the first target',
            pattern: patterns/* LINE */.pj,
        }),
        edge: (0,dsl/* object */.Ik)({
            name: 'edge',
            description: 'Account and credentials of stacks with the scope `edge` where they are not those of home.',
            default: 'those of home',
            fields: access,
        }),
        engine: (0,dsl/* choice */.Yq)({
            description: '`changeset`: CloudFormation change sets; `sam`: `sam package` and `sam deploy` per target, as they are.',
            default: 'changeset',
            values: ['changeset', 'sam'],
            reserved: ['stackset'],
        }),
        'config-env': (0,dsl/* text */.Qq)({
            description: 'Table of samconfig.toml to read.',
            default: 'default',
            pattern: patterns/* LINE */.pj,
        }),
        'in-region': schema_in_region/* inRegion */.Qg,
        ...access,
        ...settings,
        stacks: environmentStacks,
        traffic: traffic,
        'on-failure': (0,dsl/* choice */.Yq)({
            description: 'What becomes of the stacks that a failed rollout reached. `rollback-all`: all of them return to the release they had before; `rollback-wave`: those of the wave that failed; `stop`: CloudFormation restores the stack that failed, the others stay as they are.',
            default: 'stop',
            values: ['rollback-all', 'rollback-wave', 'stop'],
        }),
        failover: failover,
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/preview.ts





const { 'termination-protection': _, 'rollback-alarms': __, drift: ___, ...previewSettings } = settings;
/** Where the previews of pull requests go, and how long they stay. */
const preview = (0,dsl/* object */.Ik)({
    name: 'preview',
    description: 'Previews of pull requests: the stacks of each get a name of their own, in an environment `pr-NUMBER` that exists as long as the pull request.',
    default: 'none: there are no previews',
    required: ['targets'],
    fields: {
        targets: targets,
        only: (0,dsl/* list */.p_)({
            description: 'Stacks that a preview has.',
            default: 'all',
            items: (0,dsl/* text */.Qq)({ description: 'Key of a stack.', pattern: patterns/* STACK_KEY */.$C }),
            minItems: 1,
        }),
        'expires-after': (0,dsl/* duration */.p0)({
            description: 'How long after the last push a preview stays although its pull request is open.',
            default: '7d',
            minimumMs: 3_600_000,
            maximumMs: 365 * 86_400_000,
        }),
        express: (0,dsl/* boolean */.zM)({
            description: 'Express mode of CloudFormation: an operation is over when everything is configured, before it is ready for traffic.',
            default: 'true',
        }),
        home: (0,dsl/* text */.Qq)({
            description: 'Target of the stacks with the scope `home` or `global`.',
            default: 'the first target',
            pattern: patterns/* LINE */.pj,
        }),
        'config-env': (0,dsl/* text */.Qq)({ description: 'Table of samconfig.toml to read.', default: 'default', pattern: patterns/* LINE */.pj }),
        ...access,
        ...previewSettings,
        stacks: (0,dsl/* map */.Tj)({
            description: 'Settings for single stacks in previews, by key.',
            default: 'none',
            keys: patterns/* STACK_KEY */.$C,
            values: stackSettings,
        }),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/file.ts







const stack = (0,dsl/* object */.Ik)({
    name: 'stack',
    description: 'One template of the application.',
    emptyAllowed: true,
    fields: {
        template: (0,dsl/* text */.Qq)({
            description: 'Path of the SAM or CloudFormation template, from the folder of this file.',
            default: 'template.yaml, template.yml or template.json',
            pattern: patterns/* LINE */.pj,
        }),
        'stack-name': (0,dsl/* text */.Qq)({
            description: 'Name of the CloudFormation stack. An existing stack is adopted by naming it.',
            default: 'that of samconfig.toml for a single stack, else application and key: `orders-api`',
            pattern: patterns/* STACK_NAME */.bm,
        }),
        scope: (0,dsl/* choice */.Yq)({
            description: '`regional`: in every target; `home` and `global`: once, in the home target; `edge`: once, in us-east-1 or the like of the partition.',
            default: 'regional',
            values: ['regional', 'home', 'edge', 'global'],
        }),
        needs: (0,dsl/* list */.p_)({
            description: 'Stacks that are deployed before this one. Stacks whose outputs are referred to are added by themselves.',
            default: 'none',
            items: (0,dsl/* text */.Qq)({ description: 'Key of a stack.', pattern: patterns/* LINE */.pj }),
        }),
        rollback: (0,dsl/* boolean */.zM)({
            description: 'Whether the stack returns with a rollback. Stacks that all regions share are left as they are unless this says so.',
            default: 'true for regional stacks, false for others',
        }),
        'in-region': schema_in_region/* inRegion */.Qg,
        ...settings,
    },
});
/** `multi-region.yml`. */
const configFile = (0,dsl/* object */.Ik)({
    description: 'Configuration of sam-multi-region: an application, its stacks, and the environments it is deployed to.',
    required: ['application', 'environments'],
    fields: {
        application: (0,dsl/* text */.Qq)({ description: 'Name of the application.', pattern: patterns/* APPLICATION */.zb }),
        stacks: (0,dsl/* map */.Tj)({
            description: 'The templates of the application, by key.',
            default: 'one stack `app` with the template of the folder',
            keys: patterns/* STACK_KEY */.$C,
            values: stack,
            minItems: 1,
        }),
        environments: (0,dsl/* map */.Tj)({
            description: 'Sets of targets and how to roll out to them, by name.',
            keys: patterns/* ENVIRONMENT */.M0,
            values: environment,
            minItems: 1,
        }),
        preview: preview,
        'region-groups': regionGroups,
        ...access,
        ...settings,
    },
});

// EXTERNAL MODULE: ./src/topology/tree/yaml.ts
var yaml = __webpack_require__(7855);
;// CONCATENATED MODULE: ./src/topology/load.ts
















/**
 * The environment to work on, from a configuration file or from inputs alone.
 * Throws `UserErrors` (code `config-invalid`) with everything that is wrong, or a `UserError` when nothing can be read at all.
 */
async function loadEnvironment(options) {
    const notes = [];
    const note = (text) => {
        if (!notes.includes(text))
            notes.push(text);
    };
    const environment = options.file === undefined ? await fromInline(options, note) : await fromFile(options.file, options, note);
    return { ...environment, notes };
}
/** Names of the environments of a configuration file, in order. */
async function listEnvironments(options) {
    const { config } = await readConfig(options.file, options);
    return Object.keys(config.environments);
}
async function fromFile(file, options, note) {
    const { inline = {}, nameInput = defaultName } = options;
    for (const key of NOT_WITH_FILE) {
        if (inline[key] === undefined)
            continue;
        const message = `${nameInput(kebab(key))} is given together with ${file}`;
        throw new errors/* UserError */.yo('input-with-config', message, { fix: [`Remove the input, or say it in ${file}.`] });
    }
    const { preview } = options;
    const { findings, ...written } = await readConfig(file, options);
    const { config, tree } = preview === undefined ? written : (0,topology_preview/* withPreview */.Tk)(written.config, written.tree, preview.number, file);
    const name = preview ? (0,topology_preview/* previewEnvironment */._s)(preview.number) : chooseEnvironment(config, options.environment, file);
    const directory = (0,external_node_path_.dirname)((0,topology_context/* absolute */.ys)(options.directory, file));
    const context = (0,topology_context/* createContext */.q6)({ subject: file, directory, readFile: options.readFile, findings, note }, tree);
    const overrides = await readOverrides(inline, Object.keys(config.stacks ?? { [topology_stacks/* DEFAULT_STACK */.zb]: {} }), nameInput, {
        ...context,
        subject: 'inputs',
        directory: options.directory,
        at: () => undefined,
    });
    const build = { requireTemplates: options.requireTemplates ?? true, overrides, ...(preview && { preview }) };
    const environment = await buildEnvironment(config, name, build, context);
    checkCollisions(environment, await otherEnvironments(config, name, context), context);
    findings.throwIfAny();
    return environment;
}
/** The other environments, for comparison: what is wrong in them alone stops only their own deployment. */
async function otherEnvironments(config, name, context) {
    const others = [];
    for (const other of Object.keys(config.environments).filter((key) => key !== name)) {
        const quiet = { ...context, findings: (0,topology_findings/* createFindings */.N)(other), note: () => { } };
        try {
            others.push(await buildEnvironment(config, other, { requireTemplates: false }, quiet));
        }
        catch (error) {
            if (!(error instanceof errors/* UserErrors */.tQ))
                throw error;
        }
    }
    return others;
}
async function readConfig(file, options) {
    const findings = (0,topology_findings/* createFindings */.N)(file);
    const content = options.readFile((0,topology_context/* absolute */.ys)(options.directory, file));
    if (content === undefined) {
        throw new errors/* UserError */.yo('config-missing', `there is no configuration ${file}`, {
            fix: [`Paths are taken from ${options.directory}. Run \`sam-multi-region init\` to write one.`],
        });
    }
    const tree = (0,files/* checkText */.qW)(content, file, findings) ? await (0,yaml/* parseYaml */.h)(content, file, findings) : undefined;
    if (tree && tree.kind !== 'map') {
        const what = tree.kind === 'scalar' && tree.value === null ? 'empty' : tree.kind === 'list' ? 'a list' : 'a text';
        findings.add('not-a-mapping', `${file} must be a mapping, but is ${what}`, tree.location ?? { file });
    }
    findings.throwIfAny();
    const config = tree && (0,read/* read */.LF)(configFile, tree, findings);
    findings.throwIfAny();
    if (!config || !tree)
        throw new errors/* InternalError */.Gd('a file without an error is no configuration');
    return { config, tree, findings };
}
function chooseEnvironment(config, wanted, file) {
    const names = Object.keys(config.environments);
    const [first, ...others] = names;
    if (wanted === undefined && first !== undefined && others.length === 0)
        return first;
    if (wanted === undefined) {
        const message = `${file} has ${names.length} environments: ${names.join(', ')}`;
        throw new errors/* UserError */.yo('environment-missing', message, {
            fix: ['Say which one: environment: NAME, or --environment NAME.'],
        });
    }
    if (names.includes(wanted))
        return wanted;
    throw new errors/* UserError */.yo('unknown-environment', `${file} has no environment "${wanted}"`, {
        fix: [(0,nearest/* didYouMean */.a)(wanted, names)],
    });
}
async function fromInline(options, note) {
    const { inline = {}, directory, readFile, nameInput = defaultName } = options;
    const findings = (0,topology_findings/* createFindings */.N)('the configuration');
    const base = { subject: 'inputs', directory, readFile, findings, note };
    const samConfig = await samConfigOf(inline, (0,topology_context/* createContext */.q6)({ ...base, note: () => { } }, { kind: 'map', entries: [] }));
    findings.throwIfAny();
    if (inline.regions === undefined || inline.regions.length === 0) {
        const { region, file } = samConfig ?? {};
        const hint = region === undefined ? [] : [`${file} names ${region}; say so in ${nameInput('regions')} if you mean it.`];
        throw new errors/* UserError */.yo('regions-missing', 'no region to deploy to', {
            fix: [`Give ${nameInput('regions')}, or a configuration file with ${nameInput('config')}.`, ...hint],
        });
    }
    const stackName = inline.stackName ?? samConfig?.stackName;
    if (stackName === undefined) {
        throw new errors/* UserError */.yo('stack-name-missing', 'the stack has no name', {
            fix: [`Give ${nameInput('stack-name')}, or put stack_name in samconfig.toml.`],
        });
    }
    const { preview } = options;
    const name = preview ? (0,topology_preview/* previewEnvironment */._s)(preview.number) : (options.environment ?? 'default');
    const tree = inlineTree(inline, name, nameInput);
    const config = (0,read/* read */.LF)(configFile, tree, findings);
    findings.throwIfAny();
    if (!config)
        throw new errors/* InternalError */.Gd('inputs without an error are no configuration');
    const build = { requireTemplates: options.requireTemplates ?? true, ...(preview && { preview }) };
    return await buildEnvironment({ ...config, application: stackName }, name, build, (0,topology_context/* createContext */.q6)(base, tree));
}
async function samConfigOf(inline, context) {
    const { template = 'template.yaml', configEnv } = inline;
    const folders = [(0,external_node_path_.dirname)((0,topology_context/* absolute */.ys)(context.directory, template)), context.directory];
    return await (0,samconfig/* readSamConfig */.Q)(folders, configEnv ?? 'default', configEnv !== undefined, 'changeset', context);
}
const defaultName = (key) => `input "${key}"`;

// EXTERNAL MODULE: ./src/topology/sam-values.ts
var sam_values = __webpack_require__(33973);
;// CONCATENATED MODULE: ./src/topology/index.ts
/** Configuration to environments: pure, file contents come in through `readFile`. */








/***/ }),

/***/ 36677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toPhases),
/* harmony export */   H: () => (/* binding */ wavePhase)
/* harmony export */ });
/**
 * The order of a rollout: stacks that exist once go before the waves, unless they need (also indirectly) a regional
 * stack, then they go after. Phases without an instance are left out.
 * @param stacks in dependency order.
 */
function toPhases(stacks, instances, waves, context) {
    for (const { key, scope, location } of stacks)
        if (scope === 'regional')
            checkRegional(key, stacks, location, context);
    const afterwards = needingRegional(stacks);
    const rank = new Map(stacks.map(({ key }, index) => [key, index]));
    const ordered = instances.toSorted((a, b) => (rank.get(a.stack.key) ?? 0) - (rank.get(b.stack.key) ?? 0));
    const once = ordered.filter(({ stack }) => stack.scope !== 'regional');
    const regional = ordered.filter(({ stack }) => stack.scope === 'regional');
    const phases = [
        ...layered('before', once.filter(({ stack }) => !afterwards.has(stack.key))),
        ...waves.map((wave) => wavePhase(wave, regional)),
        ...layered('after', once.filter(({ stack }) => afterwards.has(stack.key))),
    ];
    return phases.filter((phase) => phase.instances.length > 0);
}
/** @param regional instances of regional stacks, in dependency order. */
function wavePhase({ name, targets, maxConcurrency, failureTolerance }, regional) {
    return {
        name,
        kind: 'wave',
        // Target by target as in the wave; within a target in dependency order.
        instances: targets.flatMap((wanted) => regional.filter(({ target }) => target.name === wanted)),
        maxConcurrency,
        failureTolerance,
        targets,
        gates: [],
        bakeMs: 0,
    };
}
function needingRegional(stacks) {
    const regional = new Set(stacks.filter(({ scope }) => scope === 'regional').map(({ key }) => key));
    const found = new Set();
    for (const stack of stacks) {
        if (stack.needs.some((need) => regional.has(need) || found.has(need)) && !regional.has(stack.key))
            found.add(stack.key);
    }
    return found;
}
/** Waves deploy all regional stacks of a target together, so nothing that comes after the waves can go before one of them. */
function checkRegional(key, stacks, location, context) {
    const afterwards = needingRegional(stacks);
    const late = stacks.find((stack) => stack.key === key)?.needs.find((need) => afterwards.has(need));
    if (late === undefined)
        return;
    const message = `the regional stack ${key} needs ${late}, which itself needs a regional stack and so comes after all waves`;
    context.findings.add('needs', message, location, 'Split the stack, or pass the value another way.');
}
/** Stacks that exist once, in as many phases as the longest chain of `needs` among them: `before`, `before-2` … */
function layered(kind, instances) {
    const depths = new Map();
    for (const { stack } of instances) {
        const below = stack.needs.flatMap((need) => depths.get(need) ?? []);
        depths.set(stack.key, 1 + Math.max(-1, ...below));
    }
    const layers = Object.values(Object.groupBy(instances, ({ stack }) => depths.get(stack.key) ?? 0));
    return layers.flatMap((layer = [], index) => ({
        name: index === 0 ? kind : `${kind}-${index + 1}`,
        kind,
        instances: layer,
        maxConcurrency: { percent: 100 },
        failureTolerance: { count: 0 },
        targets: [...new Set(layer.map(({ target }) => target.name))],
        gates: [],
        bakeMs: 0,
    }));
}


/***/ }),

/***/ 38589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tk: () => (/* binding */ withPreview),
/* harmony export */   _s: () => (/* binding */ previewEnvironment),
/* harmony export */   yG: () => (/* binding */ previewLayer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34131);
/* harmony import */ var _stacks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13632);
/* harmony import */ var _tree_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75428);




/** How long a preview stays when nobody says so, milliseconds. */
const EXPIRES_AFTER_MS = 7 * 86_400_000;
/** The environment of a preview; runs in no GitHub environment of that name unless a workflow says so. */
function previewEnvironment(number) {
    return `pr-${number}`;
}
/**
 * A configuration in which `preview:` is an environment: everything that holds for environments holds for previews.
 * @throws UserError `no-preview`, `environment-is-preview`, `unknown-stack`
 */
function withPreview(config, tree, number, file) {
    const { preview } = config;
    if (preview === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-preview', `${file} says nothing of previews`, {
            fix: ['Add, for example:  preview: { targets: [eu-west-1] }'],
        });
    }
    const name = previewEnvironment(number);
    if (Object.hasOwn(config.environments, name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('environment-is-preview', `${file} has an environment ${name}: that is what previews are called`, {
            fix: ['Give the environment another name.'],
        });
    }
    const { 'termination-protection': _, ...rest } = config;
    const stacks = chosenStacks(config.stacks ?? { [_stacks_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_STACK */ .zb]: {} }, preview);
    return {
        config: { ...rest, stacks, environments: { ...config.environments, [name]: environmentOf(preview) } },
        tree: withEntry(tree, name),
    };
}
/** What a preview adds to the settings of its stacks; nothing wins over it. */
function previewLayer(request, application, preview = {}) {
    const expiresAfterMs = request.expiresAfterMs ?? preview['expires-after'] ?? EXPIRES_AFTER_MS;
    const express = request.express ?? preview.express ?? true;
    return { parameters: {}, tags: request.tags({ application, expiresAfterMs }), rest: { express } };
}
function environmentOf(preview) {
    const { only: _, 'expires-after': __, express: ___, ...environment } = preview;
    return environment;
}
/** Nothing protects a preview: it has to go when its pull request is closed. */
function chosenStacks(stacks, { only }) {
    const keys = Object.keys(stacks);
    for (const key of only ?? []) {
        if (keys.includes(key))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-stack', `preview names "${key}", which is no stack`, { fix: [(0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(key, keys)] });
    }
    return Object.fromEntries(Object.entries(stacks)
        .filter(([key]) => only?.includes(key) ?? true)
        .map(([key, { 'termination-protection': _, ...stack }]) => [key, stack]));
}
/** Messages then point to the lines of `preview:`. */
function withEntry(tree, name) {
    const preview = (0,_tree_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(tree, 'preview');
    if (tree.kind !== 'map' || preview === undefined)
        return tree;
    return {
        ...tree,
        entries: tree.entries.map((entry) => entry.key === 'environments' && entry.value.kind === 'map'
            ? { ...entry, value: { ...entry.value, entries: [...entry.value.entries, { ...preview, key: name }] } }
            : entry),
    };
}


/***/ }),

/***/ 21099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ parseReferences),
/* harmony export */   d: () => (/* binding */ resolveReferences),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   wN: () => (/* binding */ escapeReferences)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34131);

const FORMS = [
    'stacks.KEY.outputs.NAME',
    'stacks.KEY.targets.TARGET.outputs.NAME',
    'ssm:/NAME',
    'release',
    'release.commit',
    'target.name',
    'target.region',
    'target.account',
    'target.active',
    'environment',
    'application',
];
const ESCAPE_HINT = 'Write `$${` where the text itself has `${`.';
/** Splits a text into literal parts and references. `$${` stands for a literal `${`. */
function parseReferences(text) {
    const parts = [];
    const problems = [];
    let literal = '';
    let at = 0;
    while (at < text.length) {
        if (text.startsWith('$${', at)) {
            literal += '${';
            at += 3;
        }
        else if (text.startsWith('${', at)) {
            const end = text.indexOf('}', at);
            const source = end === -1 ? text.slice(at) : text.slice(at, end + 1);
            const reference = end === -1 ? undefined : parseReference(source.slice(2, -1));
            if (reference) {
                if (literal)
                    parts.push({ kind: 'text', text: literal });
                literal = '';
                parts.push({ kind: 'reference', reference, source });
            }
            else {
                problems.push(problemOf(source, end !== -1));
                literal += source;
            }
            at += source.length;
        }
        else {
            literal += text[at];
            at += 1;
        }
    }
    if (literal)
        parts.push({ kind: 'text', text: literal });
    return { parts, problems };
}
function referencesIn(text) {
    return parseReferences(text).parts.flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));
}
/** Puts values in for references. `lookup` answers undefined for what is not known yet. Malformed references were refused before. */
function resolveReferences(text, lookup) {
    let result = '';
    const missing = new Map();
    for (const part of parseReferences(text).parts) {
        if (part.kind === 'text') {
            result += part.text;
            continue;
        }
        const value = lookup(part.reference);
        if (value === undefined)
            missing.set(part.source, { reference: part.reference, source: part.source });
        else
            result += value;
    }
    return missing.size > 0 ? { kind: 'waiting', missing: [...missing.values()] } : { kind: 'resolved', text: result };
}
/** A text that means exactly itself, whatever `${` it holds. */
function escapeReferences(text) {
    return text.replaceAll('${', () => '$${');
}
function parseReference(inner) {
    const output = /^stacks\.([A-Za-z0-9-]+)(?:\.targets\.([A-Za-z0-9_-]+))?\.outputs\.([A-Za-z0-9]+)$/.exec(inner);
    if (output) {
        const [, stack = '', target, name = ''] = output;
        return { kind: 'output', stack, output: name, ...(target !== undefined && { target }) };
    }
    // Systems Manager API Reference, PutParameter, Name: a-zA-Z0-9_.- and slashes; a version or label follows a colon.
    const ssm = /^ssm:([A-Za-z0-9_./-]+(?::[A-Za-z0-9_.-]+)?)$/.exec(inner);
    if (ssm)
        return { kind: 'ssm', name: ssm[1] ?? '' };
    const property = /^target\.(name|region|account|active)$/.exec(inner)?.[1];
    if (property === 'name' || property === 'region' || property === 'account' || property === 'active')
        return { kind: 'target', property };
    if (inner === 'release' || inner === 'environment' || inner === 'application')
        return { kind: inner };
    return inner === 'release.commit' ? { kind: 'commit' } : undefined;
}
function problemOf(source, closed) {
    if (!closed)
        return { source, message: `the reference ${source} has no closing brace`, fix: ESCAPE_HINT };
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(source.slice(2, -1), FORMS);
    const known = `Known: ${FORMS.map((form) => `\${${form}}`).join(', ')}.`;
    const hint = near ? `Did you mean \${${near}}?` : known;
    return { source, message: `unknown reference ${source}`, fix: `${hint} ${ESCAPE_HINT}` };
}


/***/ }),

/***/ 33973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sc: () => (/* binding */ parseParameterOverrides),
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   rL: () => (/* binding */ parseTags)
/* harmony export */ });
/**
 * The texts that `sam deploy` takes for parameters and tags, as it reads them: `Key=Value Key2="two words"` and
 * `ParameterKey=Key,ParameterValue=Value`. Source: aws-sam-cli, samcli/cli/types.py (CfnParameterOverridesType, CfnTags).
 */
/** A value: in double quotes, in single quotes, or up to the next delimiter; a backslash keeps the next character. */
const VALUE = String.raw `"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^ "\\])+`;
const KEY = `[A-Za-z0-9"']+`;
const LONG_FORM = new RegExp(`ParameterKey=(${KEY}),ParameterValue=(${VALUE})`, 'g');
const SHORT_FORM = new RegExp(` (${KEY})=(${VALUE})`, 'g');
const TAG = new RegExp(String.raw ` ("(?:\\.|[^"\\])*"|[^ ="]+)=(${VALUE})`, 'g');
/** Undefined when the text has neither form. As SAM does: the long form counts where there is one. */
function parseParameterOverrides(text) {
    const padded = ` ${text.trim()}`;
    const long = pairs(LONG_FORM, padded);
    const found = long.length > 0 ? long : pairs(SHORT_FORM, padded);
    return found.length > 0 ? Object.fromEntries(found) : undefined;
}
/** `Key=Value Key2=Value2`, values may hold `=`. */
function parseTags(text) {
    const single = /^([^ ="]+)=([^="]*)$/.exec(text.trim());
    if (single)
        return { [single[1] ?? '']: single[2] ?? '' };
    const found = pairs(TAG, ` ${text.trim()}`);
    return found.length > 0 ? Object.fromEntries(found) : undefined;
}
function pairs(form, text) {
    return [...text.matchAll(form)].map(([, key = '', value = '']) => [unquote(key), unquote(value)]);
}
/** Wrapping quotes and the backslashes of SAM's escapes taken off. */
function unquote(text) {
    const quote = text[0];
    const inner = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
    return inner.replaceAll('\\ ', ' ').replaceAll('\\"', '"').replaceAll("\\'", "'");
}


/***/ }),

/***/ 45271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readSamConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/topology/files.ts
var files = __webpack_require__(93806);
// EXTERNAL MODULE: ./src/topology/schema/read.ts
var read = __webpack_require__(87721);
// EXTERNAL MODULE: ./src/topology/tree/yaml.ts
var yaml = __webpack_require__(7855);
;// CONCATENATED MODULE: ./src/topology/sam-file.ts



/** A file as SAM reads it: TOML or YAML by its name. Undefined, with a finding, when it is neither. */
async function parseSamFile(content, file, context) {
    if (!(0,files/* checkText */.qW)(content, file, context.findings))
        return undefined;
    if (!file.endsWith('.toml')) {
        const tree = await (0,yaml/* parseYaml */.h)(content, file, context.findings);
        return tree && (0,read/* plain */.pj)(tree);
    }
    const { parse: parseToml, TomlError } = await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return parseToml(content);
    }
    catch (error) {
        if (!(error instanceof TomlError))
            throw error;
        const sentence = error.message.split('\n')[0] ?? '';
        context.findings.add('toml-syntax', `not valid TOML: ${sentence}`, {
            file,
            line: error.line,
            column: error.column,
        });
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/topology/sam-values.ts
var sam_values = __webpack_require__(33973);
;// CONCATENATED MODULE: ./src/topology/sam-overrides.ts



const FILE = 'file://';
/** Its value is another file, or several. */
const INCLUDE = '$include';
/**
 * `parameter_overrides` as SAM reads it (`CfnParameterOverridesType` in samcli/cli/types.py): `Key=Value` texts, tables,
 * lists of them, and `file://PATH` of a TOML or YAML file with any of these. Later ones win. Paths of samconfig count from
 * its folder.
 */
async function samOverrides(value, { path, file, source }, context) {
    return sam_overrides_read(value, { file, source, folder: (0,external_node_path_.dirname)(path), from: [] }, context);
}
async function sam_overrides_read(value, place, context) {
    const merged = {};
    for (const item of [value].flat(Infinity))
        Object.assign(merged, await readOne(item, place, context));
    return merged;
}
async function readOne(value, place, context) {
    if (value === undefined || value === null || value === '')
        return {};
    if (typeof value === 'string') {
        if (value.startsWith(FILE))
            return readFile(value.slice(FILE.length), place, context);
        const pairs = (0,sam_values/* parseParameterOverrides */.Sc)(value);
        if (pairs !== undefined)
            return pairs;
    }
    else if (typeof value === 'object' && !(value instanceof Date))
        return readTable(value, place, context);
    const what = 'Key=Value pairs, a table, file://PATH or a list of them';
    context.findings.add('samconfig', `parameter_overrides in ${place.source} must be ${what}`, { file: place.file });
    return {};
}
async function readTable(table, place, context) {
    const merged = {};
    for (const [key, member] of Object.entries(table)) {
        if (key === INCLUDE)
            Object.assign(merged, await sam_overrides_read(member, place, context));
        else
            merged[(0,sam_values/* unquote */._n)(key)] = (0,sam_values/* unquote */._n)(sam_overrides_text(member));
    }
    return merged;
}
/** As Python writes it. */
function sam_overrides_text(value) {
    if (value === null || value === undefined)
        return '';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    if (!Array.isArray(value))
        return String(value);
    return value
        .filter((item) => item !== null && item !== '')
        .map((item) => sam_overrides_text(item).trim())
        .join(',');
}
async function readFile(name, place, context) {
    const path = (0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.join)(place.folder, name);
    const file = (0,external_node_path_.relative)(context.directory, path);
    const refuse = (why) => {
        context.findings.add('samconfig', `parameter_overrides in ${place.source} names ${file}, ${why}`, {
            file: place.file,
        });
        return {};
    };
    if (place.from.includes(path))
        return refuse('which leads back to itself');
    if (!/\.(?:toml|ya?ml)$/.test(path))
        return refuse('which is neither TOML nor YAML by its name');
    const content = context.readFile(path);
    if (content === undefined)
        return refuse('which is not there');
    const document = await parseSamFile(content, file, context);
    return sam_overrides_read(document, { file, source: file, folder: (0,external_node_path_.dirname)(path), from: [...place.from, path] }, context);
}

;// CONCATENATED MODULE: ./src/topology/samconfig.ts




/** The order in which SAM looks for it (aws-sam-cli, samcli/lib/config/samconfig.py and cli_validation). */
const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];
/** Options of `sam deploy` that would change what is deployed if this program knew them. The sam engine hands them on. */
const UNSUPPORTED = ['image_repository', 'image_repositories', 'on_failure', 'express'];
/**
 * Reads the samconfig in the first of the folders that has one.
 * @param configEnv table to read; `explicit`: it is an error when it is not there.
 * @param engine of the environment: with `sam` every option counts
 */
async function readSamConfig(folders, configEnv, explicit, engine, context) {
    const paths = folders.flatMap((folder) => NAMES.map((name) => (0,external_node_path_.join)(folder, name)));
    const path = paths.find((candidate) => context.readFile(candidate) !== undefined);
    if (path === undefined)
        return undefined;
    const file = display(path, context.directory);
    const content = context.readFile(path) ?? '';
    const parsed = await parseSamFile(content, file, context);
    if (parsed === undefined)
        return undefined;
    const document = isTable(parsed) ? parsed : {};
    const tables = table(document, configEnv);
    if (tables === undefined) {
        if (explicit)
            context.findings.add('samconfig', `${file} has no [${configEnv}]`, { file });
        return undefined;
    }
    const options = { ...parametersOf(tables, 'global'), ...parametersOf(tables, 'deploy') };
    const source = `${file} [${configEnv}.deploy.parameters]`;
    const at = { path, file, source, environment: configEnv };
    noteOptions(parametersOf(tables, 'package'), options, at, engine, context);
    return await understand(options, tables, at, context);
}
function noteOptions(packaging, options, { source, file, environment }, engine, context) {
    const all = { ...packaging, ...options };
    if (all['profile'] !== undefined)
        context.note(`warning: profile in ${source} is not used: the targets say with whose credentials`);
    if (engine === 'sam') {
        context.note(`sam package and sam deploy get every other option of ${file} [${environment}]`);
        return;
    }
    for (const key of UNSUPPORTED)
        if (all[key] !== undefined)
            context.note(`warning: ${key} in ${source} is not used by the changeset engine`);
}
async function understand(options, tables, at, context) {
    const { source, file, path, environment } = at;
    const fail = (key, what) => context.findings.add('samconfig', `${key} in ${source} must be ${what}`, { file });
    const string = (key, from = options) => {
        const value = from[key];
        if (value === undefined || value === '')
            return undefined;
        if (typeof value === 'string')
            return value;
        fail(key, 'a text');
        return undefined;
    };
    const packaging = { ...options, ...parametersOf(tables, 'package'), ...parametersOf(tables, 'deploy') };
    const template = string('template_file') ?? string('template', { ...packaging, ...parametersOf(tables, 'build'), ...options });
    const disableRollback = options['disable_rollback'];
    return {
        source,
        file,
        handOver: { path, environment },
        parameters: await samOverrides(options['parameter_overrides'], at, context),
        tags: tagsOf(options['tags'], () => fail('tags', 'Key=Value pairs, a list of them or a table')),
        ...optional('stackName', string('stack_name')),
        ...optional('template', template === undefined ? undefined : templatePath(template, at, context)),
        ...optional('capabilities', words(options['capabilities'])),
        ...optional('serviceRole', string('role_arn')),
        ...optional('notificationArns', words(options['notification_arns'])),
        ...optional('disableRollback', disableRollback === undefined ? undefined : String(disableRollback) === 'true'),
        ...optional('bucket', string('s3_bucket', packaging)),
        ...optional('prefix', string('s3_prefix', packaging)),
        ...optional('region', string('region')),
    };
}
/** A template below `.aws-sam` or named `packaged` is what `sam build` or `sam package` made, not the source. */
function templatePath(template, at, context) {
    if (/(^|[\\/])\.aws-sam[\\/]|packaged[^\\/]*$/.test(template)) {
        context.note(`template ${template} of ${at.source} is not used: it is made by sam, not written`);
        return undefined;
    }
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(at.path), template);
}
function tagsOf(value, fail) {
    if (value === undefined || value === '')
        return {};
    if (isTable(value))
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, String(member)]));
    const texts = Array.isArray(value) ? value : [value];
    const merged = {};
    for (const text of texts) {
        const parsed = isTable(text) ? tagsOf(text, fail) : typeof text === 'string' ? (0,sam_values/* parseTags */.rL)(text) : undefined;
        if (parsed === undefined)
            fail();
        else
            Object.assign(merged, parsed);
    }
    return merged;
}
function words(value) {
    if (value === undefined || value === '')
        return undefined;
    return (Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/)).filter((word) => word !== '');
}
const optional = (key, value) => 
// A computed key widens to an index signature; this names it.
(value === undefined ? {} : { [key]: value });
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
function table(from, key) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    return isTable(value) ? value : undefined;
}
const parametersOf = (tables, command) => table(table(tables, command) ?? {}, 'parameters') ?? {};
const display = (path, directory) => path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;


/***/ }),

/***/ 67270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Ox: () => (/* binding */ variant),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony export reserved */
const text = (body) => ({ kind: 'text', ...body });
const integer = (body) => ({ kind: 'integer', ...body });
const boolean = (body) => ({ kind: 'boolean', ...body });
const duration = (body) => ({ kind: 'duration', ...body });
const amount = (body) => ({ kind: 'amount', ...body });
const anything = (body) => ({ kind: 'any', ...body });
const reserved = (description) => ({ kind: 'reserved', description });
const choice = (body) => ({ kind: 'choice', ...body });
const list = (body) => ({ kind: 'list', ...body });
const map = (body) => ({ kind: 'map', ...body });
const object = (body) => ({ kind: 'object', ...body, required: body.required ?? [] });
const variant = (body) => ({ kind: 'variant', ...body });


/***/ }),

/***/ 26183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qg: () => (/* binding */ inRegion),
/* harmony export */   TB: () => (/* binding */ NO_SHIFT),
/* harmony export */   c4: () => (/* binding */ pauseConsumers)
/* harmony export */ });
/* harmony import */ var _template_shift_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36026);
/* harmony import */ var _dsl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67270);


/** Switches off what a wider level says. */
const NO_SHIFT = 'none';
/** Said of a stack, an environment, or a stack in an environment: one release goes to all targets, so never of a target. */
const inRegion = (0,_dsl_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)({
    name: 'inRegion',
    description: 'How CodeDeploy moves the traffic of functions that publish an alias (`AutoPublishAlias`) and have no `DeploymentPreference` of their own: it is added to the copy of the template that is packaged. `none` switches it off again.',
    default: 'none: they switch to new code at once',
    values: [..._template_shift_types_js__WEBPACK_IMPORTED_MODULE_1__/* .SHIFT_TYPES */ .p, NO_SHIFT],
});
/** What calls functions by itself and is switched off while its stack is updated. */
const pauseConsumers = (0,_dsl_js__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Ox)({
    name: 'pauseConsumers',
    description: 'Disable what calls functions of the stack while it is updated, and enable it afterwards. Those that were disabled before stay so.',
    default: 'false',
    forms: [
        (0,_dsl_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)({
            description: '`true`: event source mappings (queues, streams), which keep what arrives meanwhile.',
        }),
        (0,_dsl_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: 'These kinds. What rules and schedules of EventBridge would have sent meanwhile is lost.',
            items: (0,_dsl_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)({ description: 'A kind of consumer.', values: ['mappings', 'rules', 'schedules'] }),
        }),
    ],
});


/***/ }),

/***/ 3750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ STACK_KEY),
/* harmony export */   AQ: () => (/* binding */ EXTERNAL_ID),
/* harmony export */   Dx: () => (/* binding */ TAG_VALUE),
/* harmony export */   El: () => (/* binding */ HEADER),
/* harmony export */   GV: () => (/* binding */ PARAMETER_NAME),
/* harmony export */   HH: () => (/* binding */ STATISTIC),
/* harmony export */   L2: () => (/* binding */ TAG_KEY),
/* harmony export */   LN: () => (/* binding */ PERCENTAGE),
/* harmony export */   M0: () => (/* binding */ ENVIRONMENT),
/* harmony export */   PW: () => (/* binding */ FILE),
/* harmony export */   Pk: () => (/* binding */ METRIC_ID),
/* harmony export */   XQ: () => (/* binding */ STATUS),
/* harmony export */   bm: () => (/* binding */ STACK_NAME),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   pj: () => (/* binding */ LINE),
/* harmony export */   u4: () => (/* binding */ ACCOUNT),
/* harmony export */   uk: () => (/* binding */ NUMBER),
/* harmony export */   z7: () => (/* binding */ ROLE),
/* harmony export */   zb: () => (/* binding */ APPLICATION)
/* harmony export */ });
/** CloudFormation API Reference, CreateStack, StackName. */
const STACK_NAME = {
    source: '[A-Za-z][A-Za-z0-9-]*',
    short: 'stack name',
    words: 'a CloudFormation stack name: letters (A-Z, a-z), digits and hyphens, starting with a letter',
    maxLength: 128,
};
/** Stack names are made of it (`application-key`), so it obeys their rules and leaves room. */
const APPLICATION = {
    source: '[A-Za-z][A-Za-z0-9-]*',
    short: 'name',
    words: 'letters (A-Z, a-z), digits and hyphens, starting with a letter',
    maxLength: 100,
};
const STACK_KEY = {
    source: '[A-Za-z][A-Za-z0-9-]*',
    short: 'name',
    words: 'letters (A-Z, a-z), digits and hyphens, starting with a letter',
    maxLength: 64,
};
/** Also the name of the GitHub environment. */
const ENVIRONMENT = {
    source: '[A-Za-z0-9][A-Za-z0-9._-]*',
    short: 'name',
    words: 'letters (A-Z, a-z), digits, dots, hyphens and underscores, starting with a letter or digit',
    maxLength: 100,
};
/** Targets, region groups and waves; no dots, because references take them as one word. */
const NAME = {
    source: '[A-Za-z0-9][A-Za-z0-9_-]*',
    short: 'name',
    words: 'letters (A-Z, a-z), digits, hyphens and underscores, starting with a letter or digit',
    maxLength: 64,
};
const ACCOUNT = {
    source: '\\d{12}',
    short: 'twelve digits',
    words: 'an AWS account id of twelve digits',
};
/** CloudFormation User Guide, Parameters: names are alphanumeric. */
const PARAMETER_NAME = {
    source: '[A-Za-z0-9]+',
    short: 'parameter name',
    words: 'a CloudFormation parameter name: letters and digits',
    maxLength: 255,
};
/** CloudFormation API Reference, Tag: 1 to 128 characters, and `aws:` is AWS's own. */
const TAG_KEY = {
    source: '(?!aws:)[^\\n]+',
    short: 'tag key',
    words: 'a tag key that does not start with "aws:"',
    maxLength: 128,
};
const TAG_VALUE = { source: '[^\\n]*', short: 'text', words: 'one line of text', maxLength: 256 };
/** IAM role ARN, or a role name (with its path) that is completed with the account of the target. */
const ROLE = {
    source: 'arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,576}|[\\w+=,.@-][\\w+=,.@/-]{0,575}',
    short: 'role name or ARN',
    words: 'the name or the ARN of an IAM role',
};
/** STS API Reference, AssumeRole, ExternalId. */
const EXTERNAL_ID = {
    source: '[\\w+=,.@:/-]{2,}',
    short: 'text',
    words: 'an external id',
    maxLength: 1224,
};
/** `file:PATH`. */
const FILE = { source: 'file:.+', short: '`file:PATH`', words: 'file:PATH' };
const LINE = {
    source: '\\S(?:.*\\S)?',
    short: 'text',
    words: 'a text of one line without spaces around it',
};
/** RFC 9110, 5.6.2: token. */
const HEADER = {
    source: "[!#$%&'*+.^_`|~0-9A-Za-z-]+",
    short: 'header',
    words: 'the name of an HTTP header',
};
const STATUS = {
    source: '[1-5](?:\\d\\d|xx)',
    short: '`200`, `2xx`',
    words: 'an HTTP status such as 200, or a class such as 2xx',
};
/** CloudWatch API Reference, MetricDataQuery, Id. */
const METRIC_ID = {
    source: '[a-z][A-Za-z0-9_]*',
    short: 'id',
    words: 'letters, digits and underscores, starting with a small letter',
    maxLength: 255,
};
/** CloudWatch User Guide, Statistics definitions. */
const STATISTIC = {
    source: '(?:Sum|Average|Minimum|Maximum|SampleCount|IQM|p\\d{1,2}(?:\\.\\d{1,10})?|p100|(?:tm|wm|tc|ts|pr|TM|WM|TC|TS|PR).+)',
    short: 'statistic',
    words: 'a statistic of CloudWatch such as Sum, Average or p99',
};
const NUMBER = {
    source: '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?',
    short: 'number',
    words: 'a number',
};
const PERCENTAGE = {
    source: '(?:\\d+\\.?\\d*|\\.\\d+)%',
    short: 'percentage',
    words: 'a percentage such as 0.5%',
};


/***/ }),

/***/ 87721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _amount_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8149);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76393);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34131);



/**
 * Checks a tree against a schema and returns its value. Everything that is wrong becomes a finding, with its place;
 * the value is complete only when there are none.
 * @param path what to call the value in messages; empty for the file itself.
 */
function read(schema, tree, findings, path = '') {
    // The reader follows the schema node by node, so its result has the type that is inferred from the same schema.
    return new Reader(findings).read(schema, tree, path);
}
/** True when a pattern takes the whole text. */
function matches(pattern, text) {
    return new RegExp(`^(?:${pattern.source})$`).test(text) && text.length <= (pattern.maxLength ?? Infinity);
}
/** "must be …, but is …" for a text that a pattern refuses; says so when it is only too long. */
function refusal(pattern, text) {
    const tooLong = pattern.maxLength !== undefined && text.length > pattern.maxLength;
    if (tooLong)
        return `must be at most ${pattern.maxLength} characters long, but "${clip(text)}" has ${text.length}`;
    return `must be ${pattern.words}, but is "${clip(text)}"`;
}
const clip = (text) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
class Reader {
    #findings;
    constructor(findings) {
        this.#findings = findings;
    }
    read(schema, tree, path) {
        const name = tree.place ?? (path || 'the file');
        switch (schema.kind) {
            case 'object':
                return this.#object(schema, tree, path, name);
            case 'map':
                return this.#map(schema, tree, path, name);
            case 'list':
                if (tree.kind !== 'list')
                    return this.#wrongKind(schema, tree, name);
                if (tree.items.length < (schema.minItems ?? 0))
                    this.#bad(`${name} must not be empty`, tree.location);
                return tree.items.map((item, index) => this.read(schema.items, item, `${path}[${index}]`));
            case 'variant': {
                const form = schema.forms.find((candidate) => kindOf(candidate) === tree.kind);
                return form ? this.read(form, tree, path) : this.#wrongKind(schema, tree, name);
            }
            case 'any':
                return plain(tree);
            case 'reserved':
                return undefined;
            default:
                if (tree.kind !== 'scalar')
                    return this.#wrongKind(schema, tree, name);
                return this.#scalar(schema, tree, name);
        }
    }
    #object(schema, tree, path, name) {
        if (schema.emptyAllowed && tree.kind === 'scalar' && tree.value === null)
            return {};
        if (tree.kind !== 'map')
            return this.#wrongKind(schema, tree, name);
        const known = Object.keys(schema.fields).filter((key) => schema.fields[key]?.kind !== 'reserved');
        const entries = [];
        for (const { key, value, keyLocation } of tree.entries) {
            const field = Object.hasOwn(schema.fields, key) ? schema.fields[key] : undefined;
            if (field === undefined) {
                const where = path ? ` in ${path}` : '';
                this.#findings.add('unknown-key', `unknown key "${clip(key)}"${where}`, keyLocation, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, known));
            }
            else if (field.kind === 'reserved') {
                const message = `${join(path, key)}: this version does not support "${key}" yet`;
                this.#findings.add('not-supported-yet', message, keyLocation, `Remove "${key}": ${field.description}`);
            }
            else {
                entries.push([key, this.read(field, value, join(path, key))]);
            }
        }
        for (const key of schema.required) {
            if (entries.some(([present]) => present === key))
                continue;
            this.#findings.add('missing-key', `${name} needs the key "${key}"`, tree.location);
        }
        return Object.fromEntries(entries);
    }
    #map(schema, tree, path, name) {
        if (tree.kind !== 'map')
            return this.#wrongKind(schema, tree, name);
        if (tree.entries.length < (schema.minItems ?? 0))
            this.#bad(`${name} must not be empty`, tree.location);
        const entries = tree.entries.map(({ key, value, keyLocation }) => {
            if (!matches(schema.keys, key))
                this.#bad(`a name in ${name} ${refusal(schema.keys, key)}`, keyLocation);
            return [key, this.read(schema.values, value, join(path, key))];
        });
        return Object.fromEntries(entries);
    }
    #scalar(schema, tree, name) {
        const { value, source, location } = tree;
        switch (schema.kind) {
            case 'text': {
                const text = typeof value === 'string' ? value : value !== null && schema.verbatim ? verbatim(tree) : undefined;
                if (text === undefined)
                    return this.#wrongKind(schema, tree, name);
                if (schema.pattern && !matches(schema.pattern, text))
                    return this.#bad(`${name} ${refusal(schema.pattern, text)}`, location);
                return text;
            }
            case 'boolean':
                if (typeof value === 'boolean')
                    return value;
                return this.#bad(`${name} must be true or false, but is ${describe(tree)}`, location);
            case 'integer': {
                const { minimum, maximum } = schema;
                if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
                    return value;
                return this.#bad(`${name} must be a whole number from ${minimum} to ${maximum}, but is ${describe(tree)}`, location);
            }
            case 'duration': {
                const ms = typeof value === 'string' ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(value) : undefined;
                if (ms !== undefined && ms >= schema.minimumMs && ms <= schema.maximumMs)
                    return ms;
                const range = `from ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(schema.minimumMs)} to ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(schema.maximumMs)}`;
                const hint = typeof value === 'number' ? [`Give it a unit: ${source}s or ${source}m.`] : [];
                const message = `${name} must be a duration such as 90s, 5m or 1h30m, ${range}, but is ${describe(tree)}`;
                return this.#bad(message, location, ...hint);
            }
            case 'amount': {
                const parsed = (0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAmount */ .C_)(source);
                if (parsed !== undefined && !(schema.minimum === 1 && ['0', '0%'].includes((0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .formatAmount */ .ej)(parsed))))
                    return parsed;
                const least = schema.minimum === 1 ? ', at least 1' : '';
                const message = `${name} must be a whole number or a percentage up to 100%${least}, but is ${describe(tree)}`;
                return this.#bad(message, location);
            }
            case 'choice': {
                if (typeof value === 'string' && schema.values.includes(value))
                    return value;
                if (typeof value === 'string' && schema.reserved?.includes(value)) {
                    const known = `Use ${schema.values.join(' or ')}.`;
                    this.#findings.add('not-supported-yet', `${name}: this version does not support "${value}" yet`, location, known);
                    return undefined;
                }
                const message = `${name} must be ${schema.values.join(' or ')}, but is ${describe(tree)}`;
                return this.#bad(message, location, ...(schema.values.length > 1 ? [(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(source, schema.values)] : []));
            }
            default:
                return undefined;
        }
    }
    #wrongKind(schema, tree, name) {
        this.#findings.add('wrong-type', `${name} must be ${expected(schema)}, but is ${describe(tree)}`, tree.location);
        return undefined;
    }
    #bad(message, location, ...fix) {
        this.#findings.add('bad-value', message, location, ...fix);
        return undefined;
    }
}
const join = (path, key) => (path ? `${path}.${key}` : key);
/** What CloudFormation wants of a value: booleans in lower case, numbers as they were written. */
const verbatim = ({ value, source }) => (typeof value === 'boolean' ? String(value) : source);
function kindOf(schema) {
    if (schema.kind === 'list')
        return 'list';
    return schema.kind === 'map' || schema.kind === 'object' || schema.kind === 'any' ? 'map' : 'scalar';
}
function expected(schema) {
    switch (schema.kind) {
        case 'variant':
            return schema.forms.map(expected).join(' or ');
        case 'list':
            return 'a list';
        case 'map':
        case 'object':
        case 'any':
            return 'a mapping';
        case 'choice':
            return schema.values.join(' or ');
        default:
            return 'a text';
    }
}
function describe(tree) {
    if (tree.kind !== 'scalar')
        return tree.kind === 'list' ? 'a list' : 'a mapping';
    if (tree.value === null)
        return 'empty';
    return typeof tree.value === 'string' ? `"${clip(tree.value)}"` : clip(tree.source);
}
/** A tree as plain data. */
function plain(tree) {
    if (tree.kind === 'scalar')
        return tree.value;
    if (tree.kind === 'list')
        return tree.items.map(plain);
    return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
}


/***/ }),

/***/ 13632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QB: () => (/* binding */ readStacks),
/* harmony export */   yk: () => (/* binding */ checkOverrides),
/* harmony export */   zb: () => (/* binding */ DEFAULT_STACK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60338);
/* harmony import */ var _in_region_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82339);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34131);
/* harmony import */ var _samconfig_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45271);
/* harmony import */ var _schema_patterns_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3750);
/* harmony import */ var _schema_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87721);







/** Looked for when a stack names no template, as `sam` does. */
const DEFAULT_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];
/** Key of the only stack where no `stacks:` is written. */
const DEFAULT_STACK = 'app';
/** The stacks of the application for one environment, checked. */
async function readStacks(file, environment, config, { requireTemplates, preview }, context) {
    const stacks = file.stacks ?? { [DEFAULT_STACK]: {} };
    const keys = Object.keys(stacks);
    const entries = [];
    const folderOf = (stack) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .absolute */ .ys)(context.directory, stack.template ?? 'template.yaml'));
    for (const [key, stack] of Object.entries(stacks)) {
        const shared = keys.filter((other) => other !== key && folderOf(stacks[other] ?? {}) === folderOf(stack));
        const samConfig = await samConfigOf(key, stack, shared, keys.length === 1, config, context);
        const location = context.atKey('stacks', key);
        entries.push({
            config: stack,
            samConfig,
            definition: {
                key,
                template: templateOf(key, stack, samConfig, requireTemplates, context),
                stackName: stackNameOf(key, file, config, stack, samConfig, preview, context),
                scope: stack.scope ?? 'regional',
                needs: needsOf(key, stack, stacks, context),
                ...(0,_in_region_js__WEBPACK_IMPORTED_MODULE_2__/* .inRegionOf */ .pJ)(key, environment, stack, config, context),
                ...(stack.rollback !== undefined && { returns: stack.rollback }),
                ...(samConfig && { samConfig: samConfig.handOver }),
                ...(location && { location }),
            },
        });
    }
    checkOverrides(Object.keys(config.stacks ?? {}), ['environments', environment, 'stacks'], keys, context);
    checkStackNames(entries, context);
    return entries;
}
/** A samconfig speaks of one stack; where several templates share its folder nobody can tell of which. */
async function samConfigOf(key, stack, sharedWith, alone, { 'config-env': configEnv, engine = 'changeset' }, context) {
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .absolute */ .ys)(context.directory, stack.template ?? 'template.yaml'));
    const folders = alone ? [beside, context.directory] : [beside];
    if (sharedWith.length === 0)
        return await (0,_samconfig_js__WEBPACK_IMPORTED_MODULE_4__/* .readSamConfig */ .Q)(folders, configEnv ?? 'default', configEnv !== undefined, engine, context);
    const found = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'].find((name) => context.readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(beside, name)) !== undefined);
    if (found)
        context.note(`${found} is not used: the stacks ${[key, ...sharedWith].toSorted().join(', ')} share its folder`);
    return undefined;
}
function templateOf(key, stack, samConfig, required, context) {
    const candidates = stack.template !== undefined
        ? [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .absolute */ .ys)(context.directory, stack.template)]
        : samConfig?.template !== undefined
            ? [samConfig.template]
            : DEFAULT_TEMPLATES.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.directory, name));
    const found = candidates.find((candidate) => context.readFile(candidate) !== undefined);
    if (stack.template === undefined && samConfig?.template !== undefined)
        context.note(`template ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(samConfig.template)} taken from ${samConfig.source}`);
    if (found === undefined && required) {
        const at = context.at('stacks', key, 'template');
        const names = stack.template ?? (samConfig?.template ? samConfig.template : DEFAULT_TEMPLATES.join(', '));
        const fix = `Paths are taken from ${context.directory}.`;
        context.findings.add('template-missing', `the stack ${key} has no template: there is no ${names}`, at, fix);
    }
    return found ?? candidates[0] ?? '';
}
function stackNameOf(key, file, config, stack, samConfig, preview, context) {
    if (preview !== undefined)
        return preview.stackName(key, file.application);
    const written = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(config.stacks, key)?.['stack-name'] ?? stack['stack-name'];
    if (written !== undefined)
        return written;
    const taken = samConfig?.stackName;
    const name = taken ?? `${file.application}-${key}`;
    const where = taken === undefined ? `the stack name of ${key}` : `stack_name of ${samConfig?.source}`;
    if (!(0,_schema_read_js__WEBPACK_IMPORTED_MODULE_6__/* .matches */ .cK)(_schema_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .STACK_NAME */ .bm, name)) {
        const at = taken === undefined ? context.atKey('stacks', key) : samConfig && { file: samConfig.file };
        context.findings.add('stack-name', `${where} ${(0,_schema_read_js__WEBPACK_IMPORTED_MODULE_6__/* .refusal */ .x5)(_schema_patterns_js__WEBPACK_IMPORTED_MODULE_5__/* .STACK_NAME */ .bm, name)}`, at, 'Give the stack a "stack-name".');
    }
    else if (taken !== undefined)
        context.note(`stack name ${name} taken from ${samConfig?.source}`);
    return name;
}
function needsOf(key, stack, stacks, context) {
    const needs = stack.needs ?? [];
    for (const [index, need] of needs.entries()) {
        const at = context.at('stacks', key, 'needs', index);
        if (need === key)
            context.findings.add('needs', `the stack ${key} needs itself`, at);
        else if (!Object.hasOwn(stacks, need))
            context.findings.add('unknown-stack', `the stack ${key} needs "${need}", which is no stack`, at, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(need, Object.keys(stacks)));
    }
    return [...new Set(needs)].filter((need) => need !== key && Object.hasOwn(stacks, need));
}
/** Keys of a `stacks:` below an environment, group or target must be stacks of the application. */
function checkOverrides(keys, path, known, context) {
    for (const key of keys) {
        if (known.includes(key))
            continue;
        context.findings.add('unknown-stack', `${path.join('.')} names "${key}", which is no stack`, context.atKey(...path, key), (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(key, known));
    }
}
function checkStackNames(entries, context) {
    for (const [index, { definition }] of entries.entries()) {
        const other = entries.slice(0, index).find((entry) => entry.definition.stackName === definition.stackName);
        if (!other)
            continue;
        const message = `the stacks ${other.definition.key} and ${definition.key} have the same stack name ${definition.stackName}`;
        context.findings.add('stack-name', message, definition.location, 'Give each a "stack-name" of its own.');
    }
}


/***/ }),

/***/ 96671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ expandNames),
/* harmony export */   R: () => (/* binding */ readTargets)
/* harmony export */ });
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33335);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34131);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67563);



const isNames = (value) => Array.isArray(value);
/** The targets of an environment in the order in which they were written, checked. */
async function readTargets(file, environment, config, groups, context) {
    const entries = [];
    const seen = new Map();
    let unread = false;
    for (const raw of rawTargets(environment, config, groups)) {
        const location = context.at(...raw.regionPath);
        if (seen.has(raw.name)) {
            context.findings.add('duplicate-target', `the target ${raw.name} is named twice in ${environment}`, location);
            continue;
        }
        seen.set(raw.name, raw);
        const partition = checkRegion(raw, location, context);
        if (partition === undefined) {
            unread = true;
            continue;
        }
        const own = [...groups.values()].filter(({ members }) => members.includes(raw.name) || members.includes(raw.region));
        const levels = [
            { path: [], access: file },
            { path: ['environments', environment], access: config },
            ...own.map(({ path, body }) => ({ path, access: body })),
            { path: raw.path, access: raw.body },
        ];
        const access = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .readAccess */ .z)(raw.name, partition, levels, context);
        entries.push({
            partition,
            access: levels,
            target: {
                name: raw.name,
                region: raw.region,
                partition: partition.id,
                ...access,
                groups: own.map(({ name }) => name),
                ...(raw.body.weight !== undefined && { weight: raw.body.weight }),
                ...(location && { location }),
            },
            levels: [...own.map(({ path, body }) => ({ path, settings: body })), { path: raw.path, settings: raw.body }],
        });
    }
    checkPlaces(entries, context);
    checkPartitions(entries, environment, context);
    // What names a target that could not be read would be reported as a second error of its own.
    if (unread)
        context.findings.throwIfAny();
    return entries;
}
function rawTargets(environment, config, groups) {
    const base = ['environments', environment, 'targets'];
    const targets = config.targets;
    if (isNames(targets)) {
        return targets.flatMap((item, index) => (groups.get(item)?.members ?? [item]).map((region) => ({
            name: region,
            region,
            path: [...base, String(index)],
            regionPath: [...base, index],
            body: {},
        })));
    }
    const raws = [];
    for (const name of Object.keys(targets)) {
        const body = targets[name] ?? {};
        const path = [...base, name];
        const group = body.region === undefined ? groups.get(name) : undefined;
        const regionPath = body.region === undefined ? path : [...path, 'region'];
        if (group)
            for (const region of group.members)
                raws.push({ name: region, region, path, regionPath, body });
        else
            raws.push({ name, region: body.region ?? name, path, regionPath, body });
    }
    return raws;
}
function checkRegion(raw, location, context) {
    const found = (0,_regions_js__WEBPACK_IMPORTED_MODULE_2__/* .findRegion */ .g6)(raw.region);
    if (found.kind === 'known')
        return found.partition;
    const hint = found.nearest ? `Did you mean "${found.nearest}"?` : 'Regions look like eu-west-1.';
    if (found.kind === 'unlisted') {
        const near = found.nearest ? ` (did you mean ${found.nearest}?)` : '';
        context.note(`warning: the region ${raw.region} is not in this version's list${near}`);
        return found.partition;
    }
    const named = raw.name === raw.region ? '' : ` of the target ${raw.name}`;
    const fix = raw.name === raw.region ? [hint, 'A target with a name of its own needs the key "region".'] : [hint];
    context.findings.add('unknown-region', `there is no region "${raw.region}"${named}`, location, ...fix);
    return undefined;
}
/** The stacks have the same names in all targets, so two targets cannot be the same place. */
function checkPlaces(entries, context) {
    const places = new Map();
    for (const { target } of entries) {
        const place = `${target.account ?? ''} ${target.region}`;
        const other = places.get(place);
        if (other) {
            const where = target.account === undefined ? target.region : `${target.account} ${target.region}`;
            const message = `the targets ${other.name} and ${target.name} are the same place: ${where}`;
            context.findings.add('duplicate-target', message, target.location, 'Remove one, or give them different accounts.');
        }
        else
            places.set(place, target);
    }
}
/** Credentials of one partition are worth nothing in another, and outputs cannot be told apart there. */
function checkPartitions(entries, environment, context) {
    const first = entries[0];
    const other = entries.find(({ partition }) => partition.id !== first?.partition.id);
    if (!first || !other)
        return;
    const message = `${environment} mixes the partitions ${first.partition.id} (${first.target.name}) and ${other.partition.id} (${other.target.name})`;
    context.findings.add('partition', message, other.target.location, 'Make an environment for each partition.');
}
/** Names of targets for names of targets and region groups; unknown ones are findings. */
function expandNames(names, targets, groups, unknown) {
    return names.flatMap((name) => {
        if (targets.some((target) => target.name === name))
            return [name];
        if (groups.has(name))
            return targets.filter((target) => target.groups.includes(name)).map((target) => target.name);
        unknown(name, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, [...targets.map((target) => target.name), ...groups.keys()]));
        return [];
    });
}


/***/ }),

/***/ 75428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ locateKey),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
function child(tree, key) {
    return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key) : undefined;
}
/** Where the value at a path (keys and list indexes) was written; of its nearest ancestor when there is none. */
function locate(tree, path) {
    let current = tree;
    let location = tree.location;
    for (const step of path) {
        const next = typeof step === 'number'
            ? current.kind === 'list'
                ? current.items[step]
                : undefined
            : child(current, step)?.value;
        if (next === undefined)
            return location;
        current = next;
        location = next.location ?? location;
    }
    return location;
}
/** Where a key was written (not its value); as `locate` when it is not there. */
function locateKey(tree, path) {
    const parent = path.slice(0, -1).reduce((at, key) => child(at, key)?.value, tree);
    return child(parent, path.at(-1) ?? '')?.keyLocation ?? locate(tree, path);
}


/***/ }),

/***/ 7855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Aliases in one file, and nodes once they are resolved: a file cannot grow by aliases of aliases. */
const MAX_ALIASES = 100;
const MAX_NODES = 50_000;
const MAX_DEPTH = 64;
class TooLarge extends Error {
}
/**
 * YAML 1.2 text as a tree; JSON is YAML. Syntax errors, duplicate keys, tags and alias bombs are findings, and then
 * there is no tree. The YAML library is loaded here, because the small case reads no YAML.
 */
async function parseYaml(content, file, findings) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument(content, {
        lineCounter: lines,
        prettyErrors: false,
        stringKeys: true,
        logLevel: 'error',
        keepSourceTokens: false,
    });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    for (const problem of [...document.errors, ...document.warnings]) {
        const message = SENTENCES[problem.code] ?? `not valid YAML: ${problem.message}`;
        const code = problem.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax';
        findings.add(code, message, at(problem.pos[0]));
    }
    if (document.errors.length > 0 || document.warnings.length > 0)
        return undefined;
    try {
        return createConverter(yaml, document, content, at, findings)(document.contents);
    }
    catch (error) {
        if (!(error instanceof TooLarge))
            throw error;
        findings.add('yaml-alias', error.message, { file }, 'Write the repeated part out, or move it to a file of its own.');
        return undefined;
    }
}
const SENTENCES = {
    DUPLICATE_KEY: 'this key stands twice in the same mapping',
    NON_STRING_KEY: 'keys must be plain text',
    TAB_AS_INDENT: 'YAML is indented by spaces, here is a tab',
    MULTIPLE_DOCS: 'the file must hold one YAML document, here a second one starts',
};
function createConverter(yaml, document, content, at, findings) {
    let nodes = 0;
    let aliases = 0;
    /** Undefined, and a finding, where nothing has that anchor: the YAML library finds this out only when asked. */
    function resolve(alias, location) {
        aliases += 1;
        if (aliases > MAX_ALIASES)
            throw new TooLarge(`more than ${MAX_ALIASES} YAML aliases`);
        const target = alias.resolve(document);
        if (target === undefined)
            findings.add('yaml-alias', `*${alias.source} stands for nothing: no value has the anchor &${alias.source}`, location);
        return target;
    }
    function scalar(node, location) {
        const quoted = node.type !== undefined && node.type !== 'PLAIN';
        const value = node.value;
        const source = quoted || node.range == null ? String(value ?? '') : content.slice(node.range[0], node.range[1]);
        const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
        return { kind: 'scalar', value: known, source: source.trim(), ...(location && { location }) };
    }
    function entriesOf(pairs, depth) {
        const own = [];
        const merged = [];
        for (const pair of pairs) {
            const key = pair.key;
            if (!yaml.isScalar(key))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd('a YAML key that is not a scalar was not an error');
            const keyLocation = key.range ? at(key.range[0]) : undefined;
            const value = convert(yaml.isNode(pair.value) ? pair.value : null, depth + 1, keyLocation);
            if (key.value === '<<' && key.type === 'PLAIN')
                merged.push(...mergedEntries(value, keyLocation));
            else
                own.push({ key: String(key.value), value, ...(keyLocation && { keyLocation }) });
        }
        const has = new Set(own.map(({ key }) => key));
        for (const entry of merged) {
            if (!has.has(entry.key))
                own.push(entry);
            has.add(entry.key);
        }
        return own;
    }
    /** `<<: *a` and `<<: [*a, *b]`: own keys win over merged ones, earlier merged ones over later. */
    function mergedEntries(value, location) {
        const sources = value.kind === 'list' ? value.items : [value];
        const maps = sources.filter((source) => source.kind === 'map');
        if (maps.length !== sources.length)
            findings.add('yaml-alias', '"<<" merges mappings only', location);
        return maps.flatMap(({ entries }) => entries);
    }
    function convert(node, depth, fallback) {
        nodes += 1;
        if (nodes > MAX_NODES)
            throw new TooLarge(`more than ${MAX_NODES} values once YAML aliases are resolved`);
        if (depth > MAX_DEPTH)
            throw new TooLarge(`nested more than ${MAX_DEPTH} levels deep`);
        const location = node?.range ? at(node.range[0]) : fallback;
        if (yaml.isAlias(node)) {
            const target = resolve(node, location) ?? null;
            return { ...convert(target, depth + 1), ...(location && { location }) };
        }
        if (yaml.isMap(node))
            return { kind: 'map', entries: entriesOf(node.items, depth), ...(location && { location }) };
        if (yaml.isSeq(node)) {
            const items = node.items.map((item) => convert(yaml.isNode(item) ? item : null, depth + 1, location));
            return { kind: 'list', items, ...(location && { location }) };
        }
        if (yaml.isScalar(node))
            return scalar(node, location);
        return { kind: 'scalar', value: null, source: '', ...(fallback && { location: fallback }) };
    }
    return (node) => convert(node, 0);
}


/***/ }),

/***/ 23447:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ allAtOnce),
/* harmony export */   Pz: () => (/* binding */ readWaves),
/* harmony export */   vT: () => (/* binding */ firstThenOthers)
/* harmony export */ });
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96671);

const ALL = { percent: 100 };
const NONE = { count: 0 };
/** The waves of an environment: as written, one target each for `sequential`, or the first target and then the others. */
function readWaves(environment, config, targets, groups, context) {
    const limits = {
        maxConcurrency: config['max-concurrency'] ?? ALL,
        failureTolerance: config['failure-tolerance'] ?? NONE,
    };
    const names = targets.map(({ name }) => name);
    const waves = config.waves;
    if (waves === undefined)
        return firstThenOthers(names, limits);
    if (waves === 'sequential')
        return numbered(names.map((name) => [name]), limits);
    const path = ['environments', environment, 'waves'];
    const read = waves.map((wave, index) => {
        const name = wave.name ?? `wave-${index + 1}`;
        const members = (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .expandNames */ .J)(wave.targets, targets, groups, (unknown, hint) => {
            const at = context.at(...path, index, 'targets', wave.targets.indexOf(unknown));
            context.findings.add('unknown-target', `${name} names "${unknown}", which is no target of ${environment}`, at, hint);
        });
        if (wave.targets.length === 0 || (members.length === 0 && wave.targets.every((target) => groups.has(target))))
            context.findings.add('empty-wave', `${name} has no target of ${environment}`, context.at(...path, index, 'targets'));
        return {
            name,
            targets: members,
            maxConcurrency: wave['max-concurrency'] ?? limits.maxConcurrency,
            failureTolerance: wave['failure-tolerance'] ?? limits.failureTolerance,
            ...(wave.environment !== undefined && { githubEnvironment: wave.environment }),
        };
    });
    checkNames(read, path, context);
    checkMembers(read, names, environment, path, context);
    return read;
}
/** The default: the first target alone, as a canary, then the others. */
function firstThenOthers(names, limits) {
    return numbered([names.slice(0, 1), names.slice(1)], limits);
}
/** Everything at once: nobody uses a preview who would have to be spared. */
function allAtOnce(targets) {
    const names = targets.map(({ name }) => name);
    return [{ name: 'preview', targets: names, maxConcurrency: ALL, failureTolerance: ALL }];
}
function numbered(sets, { maxConcurrency, failureTolerance }) {
    return sets
        .filter((set) => set.length > 0)
        .map((targets, index) => ({ name: `wave-${index + 1}`, targets, maxConcurrency, failureTolerance }));
}
function checkNames(waves, path, context) {
    for (const [index, { name }] of waves.entries()) {
        if (waves.findIndex((wave) => wave.name === name) === index)
            continue;
        context.findings.add('duplicate-wave', `two waves have the name ${name}`, context.at(...path, index, 'name'));
    }
}
function checkMembers(waves, names, environment, path, context) {
    const waveOf = new Map();
    for (const [index, wave] of waves.entries()) {
        for (const target of wave.targets) {
            const other = waveOf.get(target);
            if (other !== undefined) {
                const message = `the target ${target} is ${other === wave.name ? `twice in ${other}` : `in ${other} and in ${wave.name}`}`;
                context.findings.add('duplicate-target', message, context.at(...path, index, 'targets'), 'A target is in exactly one wave.');
            }
            else
                waveOf.set(target, wave.name);
        }
    }
    for (const target of names.filter((name) => !waveOf.has(name))) {
        const fix = 'Add it to a wave, or remove "waves".';
        context.findings.add('target-without-wave', `the target ${target} of ${environment} is in no wave`, context.at(...path), fix);
    }
}


/***/ })

};
