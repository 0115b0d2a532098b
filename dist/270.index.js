export const id = 270;
export const ids = [270];
export const modules = {

/***/ 7786:
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

/***/ 2444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ clientToken),
/* harmony export */   G: () => (/* binding */ changeSetName),
/* harmony export */   H3: () => (/* binding */ PREFIX)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** All change sets and tokens of this program start with it. */
const PREFIX = 'smr-';
function digest(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/**
 * Unique per run, target and attempt, so that a change set that another run (or an earlier attempt of this one) left
 * behind never stands in the way. At most 128 characters of [a-zA-Z0-9-], as CreateChangeSet wants.
 */
function changeSetName(runId, instance, clock) {
    return `${PREFIX}${runId}-${digest(runId, instance, String(clock.now()), String(clock.random())).slice(0, 12)}`;
}
/**
 * Client token of a write: the same for each repetition of it, so that CloudFormation does it once.
 * `purpose` and `subject` name the write ("execute", change set id).
 */
function clientToken(purpose, ...subject) {
    return `${PREFIX}${purpose}-${digest(purpose, ...subject).slice(0, 32)}`;
}


/***/ }),

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

/***/ 9712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a3: () => (/* reexport */ duration/* formatDuration */.a),
  Ye: () => (/* reexport */ loadEnvironment)
});

// UNUSED EXPORTS: KNOWN_REGIONS, concurrencyOf, findPartition, findRegion, formatAmount, listEnvironments, parseAmount, parseDuration, parseParameterOverrides, parseReferences, parseTags, referencesIn, resolveReferences, toleranceOf

// EXTERNAL MODULE: ./src/topology/duration.ts
var duration = __webpack_require__(6393);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
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

;// CONCATENATED MODULE: ./src/topology/tree/tree.ts
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

;// CONCATENATED MODULE: ./src/topology/context.ts


function createContext(base, tree) {
    return { ...base, at: (...path) => locate(tree, path), atKey: (...path) => locateKey(tree, path) };
}
const absolute = (directory, path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(directory, path));
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

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(4131);
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
    const { parseTemplate } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(547)]).then(__webpack_require__.bind(__webpack_require__, 8547));
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
            if (!(error instanceof src_errors/* UserError */.yo))
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

// EXTERNAL MODULE: ./src/topology/regions.ts + 1 modules
var regions = __webpack_require__(7563);
;// CONCATENATED MODULE: ./src/topology/groups.ts



/** Groups of the file and of the environment, checked; the environment's win where the names are equal. */
function readGroups(file, environment, config, context) {
    const groups = new Map();
    const add = (declared, path) => {
        for (const [name, value] of Object.entries(declared ?? {})) {
            const plain = isList(value);
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
const isList = (value) => Array.isArray(value);
const targetNames = (targets) => (isList(targets) ? [] : Object.keys(targets));
/** A name must mean one thing in `targets` and `waves`, and a misspelt member would silently lose its settings. */
function checkGroup({ name, path, members }, { targets }, named, context) {
    const target = isList(targets) ? undefined : member(targets, name);
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

// EXTERNAL MODULE: ./src/topology/amount.ts
var amount = __webpack_require__(8149);
;// CONCATENATED MODULE: ./src/topology/schema/read.ts



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
                this.#findings.add('unknown-key', `unknown key "${clip(key)}"${where}`, keyLocation, (0,nearest/* didYouMean */.a)(key, known));
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
                const ms = typeof value === 'string' ? (0,duration/* parseDuration */.E)(value) : undefined;
                if (ms !== undefined && ms >= schema.minimumMs && ms <= schema.maximumMs)
                    return ms;
                const range = `from ${(0,duration/* formatDuration */.a)(schema.minimumMs)} to ${(0,duration/* formatDuration */.a)(schema.maximumMs)}`;
                const hint = typeof value === 'number' ? [`Give it a unit: ${source}s or ${source}m.`] : [];
                const message = `${name} must be a duration such as 90s, 5m or 1h30m, ${range}, but is ${describe(tree)}`;
                return this.#bad(message, location, ...hint);
            }
            case 'amount': {
                const parsed = (0,amount/* parseAmount */.C_)(source);
                if (parsed !== undefined && !(schema.minimum === 1 && ['0', '0%'].includes((0,amount/* formatAmount */.ej)(parsed))))
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
                return this.#bad(message, location, ...(schema.values.length > 1 ? [(0,nearest/* didYouMean */.a)(source, schema.values)] : []));
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

;// CONCATENATED MODULE: ./src/topology/tree/yaml.ts

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
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
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
    function resolve(alias) {
        aliases += 1;
        if (aliases > MAX_ALIASES)
            throw new TooLarge(`more than ${MAX_ALIASES} YAML aliases`);
        const target = alias.resolve(document);
        if (target === undefined)
            throw new src_errors/* InternalError */.Gd(`alias *${alias.source} has no anchor, and was not an error`);
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
                throw new src_errors/* InternalError */.Gd('a YAML key that is not a scalar was not an error');
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
        if (yaml.isAlias(node))
            return { ...convert(resolve(node), depth + 1), ...(location && { location }) };
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

;// CONCATENATED MODULE: ./src/topology/files.ts



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
    const content = context.readFile(absolute(context.directory, file));
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
    const tree = found && (await parseYaml(found.content, found.file, context.findings));
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
        return JSON.stringify(plain(found.tree));
    context.findings.add('not-a-mapping', `${found.file} must be a policy, a JSON object`, found.tree.location);
    return undefined;
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(1099);
;// CONCATENATED MODULE: ./src/topology/schema/patterns.ts
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
    if (!isFileReference(value))
        return value;
    const content = readReferenced(value, location, context)?.content;
    // A text file ends with a newline that nobody means as part of the value.
    return content === undefined ? undefined : (0,references/* escapeReferences */.wN)(content.replace(/\r?\n$/, ''));
}
async function readParameterFile(reference, location, context) {
    const found = await readReferencedTree(reference, location, context);
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
        if (!matches(PARAMETER_NAME, name)) {
            context.findings.add('bad-value', `a name in ${found.file} ${refusal(PARAMETER_NAME, name)}`, tree.location);
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
    const inner = child(tree, 'Parameters')?.value;
    const mapping = inner?.kind === 'map' ? inner : tree;
    return mapping.kind === 'map' ? mapping.entries.map(({ key, value }) => [key, value]) : undefined;
}
function listForm(items) {
    const entries = items.map((item) => {
        const key = child(item, 'ParameterKey')?.value;
        const value = child(item, 'ParameterValue')?.value;
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
        stackPolicy: policy === undefined ? undefined : await readPolicy(policy, context.at(...path, 'stack-policy'), context),
        rollbackTriggers: alarms && { alarms: alarms.alarms, monitoringMinutes: alarms['monitoring-minutes'] ?? 0 },
        disableRollback: settings['disable-rollback'],
        revertDrift: settings.drift === undefined ? undefined : settings.drift === 'revert',
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

;// CONCATENATED MODULE: ./src/topology/phases.ts
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
        ...waves.map((wave) => ({
            name: wave.name,
            kind: 'wave',
            // Target by target as in the wave; within a target in dependency order.
            instances: wave.targets.flatMap((name) => regional.filter(({ target }) => target.name === name)),
            maxConcurrency: wave.maxConcurrency,
            failureTolerance: wave.failureTolerance,
            targets: wave.targets,
        })),
        ...layered('after', once.filter(({ stack }) => afterwards.has(stack.key))),
    ];
    return phases.filter((phase) => phase.instances.length > 0);
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
    }));
}

;// CONCATENATED MODULE: ./src/topology/credentials.ts

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
    const policyText = policy === undefined ? undefined : await readPolicy(policy, at('session-policy'), context);
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
    const { account, credentials } = own ? await readAccess(EDGE, partition, own, context) : home.target;
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

;// CONCATENATED MODULE: ./src/topology/sam-values.ts
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
function unquote(text) {
    const quote = text[0];
    const inner = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
    return inner.replaceAll('\\ ', ' ').replaceAll('\\"', '"').replaceAll("\\'", "'");
}

;// CONCATENATED MODULE: ./src/topology/samconfig.ts





/** The order in which SAM looks for it (aws-sam-cli, samcli/lib/config/samconfig.py and cli_validation). */
const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];
/** Options that would change what is deployed if this program knew them. */
const UNSUPPORTED = [
    'image_repository',
    'image_repositories',
    'signing_profiles',
    'kms_key_id',
    'metadata',
    'on_failure',
    'express',
    'profile',
    'language_extensions',
];
/**
 * Reads the samconfig in the first of the folders that has one.
 * @param configEnv table to read; `explicit`: it is an error when it is not there.
 */
async function readSamConfig(folders, configEnv, explicit, context) {
    const paths = folders.flatMap((folder) => NAMES.map((name) => (0,external_node_path_.join)(folder, name)));
    const path = paths.find((candidate) => context.readFile(candidate) !== undefined);
    if (path === undefined)
        return undefined;
    const file = display(path, context.directory);
    const content = context.readFile(path) ?? '';
    const document = await parse(content, file, context);
    if (document === undefined)
        return undefined;
    const tables = table(document, configEnv);
    if (tables === undefined) {
        if (explicit)
            context.findings.add('samconfig', `${file} has no [${configEnv}]`, { file });
        return undefined;
    }
    const options = { ...parametersOf(tables, 'global'), ...parametersOf(tables, 'deploy') };
    const source = `${file} [${configEnv}.deploy.parameters]`;
    return understand(options, tables, { path, file, source }, context);
}
async function parse(content, file, context) {
    if (!checkText(content, file, context.findings))
        return undefined;
    if (!file.endsWith('.toml')) {
        const tree = await parseYaml(content, file, context.findings);
        return tree && asTable(plain(tree));
    }
    const { parse: parseToml, TomlError } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return asTable(parseToml(content));
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
function understand(options, tables, at, context) {
    const { source, file } = at;
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
    for (const key of UNSUPPORTED) {
        if (packaging[key] !== undefined)
            context.note(`warning: ${key} in ${source} is not used by this version`);
    }
    const disableRollback = options['disable_rollback'];
    return {
        source,
        file,
        parameters: assignments(options['parameter_overrides'], parseParameterOverrides, () => fail('parameter_overrides', 'Key=Value pairs, a list of them or a table')),
        tags: assignments(options['tags'], parseTags, () => fail('tags', 'Key=Value pairs, a list of them or a table')),
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
function assignments(value, parse, fail) {
    if (value === undefined || value === '')
        return {};
    if (isTable(value))
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, listText(member)]));
    const texts = Array.isArray(value) ? value : [value];
    const merged = {};
    for (const text of texts) {
        const parsed = isTable(text) ? assignments(text, parse, fail) : typeof text === 'string' ? parse(text) : undefined;
        if (parsed === undefined)
            fail();
        else
            Object.assign(merged, parsed);
    }
    return merged;
}
const listText = (value) => (Array.isArray(value) ? value.map(String).join(',') : String(value));
function words(value) {
    if (value === undefined || value === '')
        return undefined;
    return (Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/)).filter((word) => word !== '');
}
const optional = (key, value) => 
// A computed key widens to an index signature; this names it.
(value === undefined ? {} : { [key]: value });
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
const asTable = (value) => (isTable(value) ? value : {});
function table(from, key) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    return isTable(value) ? value : undefined;
}
const parametersOf = (tables, command) => table(table(tables, command) ?? {}, 'parameters') ?? {};
const display = (path, directory) => path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;

;// CONCATENATED MODULE: ./src/topology/stacks.ts






/** Looked for when a stack names no template, as `sam` does. */
const DEFAULT_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];
/** Key of the only stack where no `stacks:` is written. */
const DEFAULT_STACK = 'app';
/** The stacks of the application for one environment, checked. */
async function readStacks(file, environment, config, requireTemplates, context) {
    const stacks = file.stacks ?? { [DEFAULT_STACK]: {} };
    const keys = Object.keys(stacks);
    const explicit = config['config-env'];
    const entries = [];
    const folderOf = (stack) => (0,external_node_path_.dirname)(absolute(context.directory, stack.template ?? 'template.yaml'));
    for (const [key, stack] of Object.entries(stacks)) {
        const shared = keys.filter((other) => other !== key && folderOf(stacks[other] ?? {}) === folderOf(stack));
        const samConfig = await samConfigOf(key, stack, shared, keys.length === 1, explicit, context);
        const location = context.atKey('stacks', key);
        entries.push({
            config: stack,
            samConfig,
            definition: {
                key,
                template: templateOf(key, stack, samConfig, requireTemplates, context),
                stackName: stackNameOf(key, file, config, stack, samConfig, context),
                scope: stack.scope ?? 'regional',
                needs: needsOf(key, stack, stacks, context),
                ...(location && { location }),
            },
        });
    }
    checkOverrides(Object.keys(config.stacks ?? {}), ['environments', environment, 'stacks'], keys, context);
    checkStackNames(entries, context);
    return entries;
}
/** A samconfig speaks of one stack; where several templates share its folder nobody can tell of which. */
async function samConfigOf(key, stack, sharedWith, alone, configEnv, context) {
    const beside = (0,external_node_path_.dirname)(absolute(context.directory, stack.template ?? 'template.yaml'));
    const folders = alone ? [beside, context.directory] : [beside];
    if (sharedWith.length === 0)
        return await readSamConfig(folders, configEnv ?? 'default', configEnv !== undefined, context);
    const found = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'].find((name) => context.readFile((0,external_node_path_.join)(beside, name)) !== undefined);
    if (found)
        context.note(`${found} is not used: the stacks ${[key, ...sharedWith].toSorted().join(', ')} share its folder`);
    return undefined;
}
function templateOf(key, stack, samConfig, required, context) {
    const candidates = stack.template !== undefined
        ? [absolute(context.directory, stack.template)]
        : samConfig?.template !== undefined
            ? [samConfig.template]
            : DEFAULT_TEMPLATES.map((name) => (0,external_node_path_.join)(context.directory, name));
    const found = candidates.find((candidate) => context.readFile(candidate) !== undefined);
    if (stack.template === undefined && samConfig?.template !== undefined)
        context.note(`template ${(0,external_node_path_.basename)(samConfig.template)} taken from ${samConfig.source}`);
    if (found === undefined && required) {
        const at = context.at('stacks', key, 'template');
        const names = stack.template ?? (samConfig?.template ? samConfig.template : DEFAULT_TEMPLATES.join(', '));
        const fix = `Paths are taken from ${context.directory}.`;
        context.findings.add('template-missing', `the stack ${key} has no template: there is no ${names}`, at, fix);
    }
    return found ?? candidates[0] ?? '';
}
function stackNameOf(key, file, config, stack, samConfig, context) {
    const written = member(config.stacks, key)?.['stack-name'] ?? stack['stack-name'];
    if (written !== undefined)
        return written;
    const taken = samConfig?.stackName;
    const name = taken ?? `${file.application}-${key}`;
    const where = taken === undefined ? `the stack name of ${key}` : `stack_name of ${samConfig?.source}`;
    if (!matches(STACK_NAME, name)) {
        const at = taken === undefined ? context.atKey('stacks', key) : samConfig && { file: samConfig.file };
        context.findings.add('stack-name', `${where} ${refusal(STACK_NAME, name)}`, at, 'Give the stack a "stack-name".');
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
            context.findings.add('unknown-stack', `the stack ${key} needs "${need}", which is no stack`, at, (0,nearest/* didYouMean */.a)(need, Object.keys(stacks)));
    }
    return [...new Set(needs)].filter((need) => need !== key && Object.hasOwn(stacks, need));
}
/** Keys of a `stacks:` below an environment, group or target must be stacks of the application. */
function checkOverrides(keys, path, known, context) {
    for (const key of keys) {
        if (known.includes(key))
            continue;
        context.findings.add('unknown-stack', `${path.join('.')} names "${key}", which is no stack`, context.atKey(...path, key), (0,nearest/* didYouMean */.a)(key, known));
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

;// CONCATENATED MODULE: ./src/topology/targets.ts



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
        const access = await readAccess(raw.name, partition, levels, context);
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
    const found = (0,regions/* findRegion */.g6)(raw.region);
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
        unknown(name, (0,nearest/* didYouMean */.a)(name, [...targets.map((target) => target.name), ...groups.keys()]));
        return [];
    });
}

;// CONCATENATED MODULE: ./src/topology/waves.ts

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
    if (waves === undefined || waves === 'sequential') {
        const sets = waves === 'sequential' ? names.map((name) => [name]) : [names.slice(0, 1), names.slice(1)];
        return sets
            .filter((set) => set.length > 0)
            .map((set, index) => ({ name: `wave-${index + 1}`, targets: set, ...limits }));
    }
    const path = ['environments', environment, 'waves'];
    const read = waves.map((wave, index) => {
        const name = wave.name ?? `wave-${index + 1}`;
        const members = expandNames(wave.targets, targets, groups, (unknown, hint) => {
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

;// CONCATENATED MODULE: ./src/topology/environment.ts













/**
 * The environment that a configuration describes. Settings are merged in this order, later ones win: the top of the
 * file, samconfig, the stack, the environment, the stack there, region groups, the stack there, the target, the stack
 * there, the inputs. Throws `UserErrors` with everything that is wrong.
 */
async function buildEnvironment(file, name, options, context) {
    const config = member(file.environments, name);
    if (config === undefined)
        throw new src_errors/* InternalError */.Gd(`there is no environment ${name}`);
    const groups = readGroups(file, name, config, context);
    const stacks = await readStacks(file, name, config, options.requireTemplates, context);
    const entries = await readTargets(file, name, config, groups, context);
    const targets = entries.map(({ target }) => target);
    const home = readHome(name, config, entries, context);
    if (home === undefined) {
        context.findings.throwIfAny();
        throw new src_errors/* InternalError */.Gd('an environment without a home target was accepted');
    }
    const waves = readWaves(name, config, targets, groups, context);
    const edge = await edgeTarget(name, config, home, entries, context);
    const layers = await readLayers(file, name, config, stacks, [...entries, edge], context);
    const all = [];
    for (const stack of stacks) {
        const { key, scope } = stack.definition;
        for (const entry of targetsOf(scope, entries, home, edge)) {
            const { target } = entry;
            const samConfig = stack.samConfig && samConfigLayer(stack.samConfig, target, targets.length, context);
            const merged = mergeLayers([...layers(stack, entry, samConfig), ...(options.overrides?.get(key) ?? [])]);
            const subject = { application: file.application, environment: name, stack: key, target };
            const settings = finishSettings(merged, subject, context);
            all.push({ id: `${key}@${target.name}`, stack: stack.definition, target, settings });
        }
    }
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
    const phases = toPhases(ordered, finished, waves, context);
    context.findings.throwIfAny();
    const used = finished.some(({ target }) => target === edge.target) && !targets.includes(edge.target);
    return {
        application: file.application,
        name,
        home: home.target.name,
        targets: used ? [...targets, edge.target] : targets,
        waves,
        stacks: ordered,
        instances: phases.flatMap((phase) => phase.instances),
        phases,
        engine: config.engine ?? 'changeset',
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
        checkOverrides(Object.keys(settings.stacks ?? {}), [...path, 'stacks'], keys, context);
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

;// CONCATENATED MODULE: ./src/topology/findings.ts

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
            errors.push(new src_errors/* UserError */.yo(code, message, { fix, ...(location && { location }) }));
        },
        get count() {
            return errors.length;
        },
        throwIfAny() {
            if (errors.length === 0)
                return;
            const number = errors.length === 1 ? 'an error' : `${errors.length} errors`;
            throw new src_errors/* UserErrors */.tQ('config-invalid', `${subject} has ${number}; nothing was changed`, errors);
        },
    };
}

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
const inline_ENVIRONMENT = [
    'account',
    'roleToAssume',
    'credentials',
    'waves',
    'maxConcurrency',
    'failureTolerance',
    'home',
    'engine',
    'configEnv',
];
/** Inputs that say the same as the file; together with a file they would be two answers to one question. */
const NOT_WITH_FILE = ['regions', 'stackName', 'template', ...inline_ENVIRONMENT];
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
        ...pick(inline, inline_ENVIRONMENT, nameInput),
    ]);
    return mapping([
        entry('application', plainTree(DEFAULT_STACK)),
        entry('stacks', mapping([entry(DEFAULT_STACK, stack)])),
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

;// CONCATENATED MODULE: ./src/topology/schema/dsl.ts
const dsl_text = (body) => ({ kind: 'text', ...body });
const integer = (body) => ({ kind: 'integer', ...body });
const dsl_boolean = (body) => ({ kind: 'boolean', ...body });
const dsl_duration = (body) => ({ kind: 'duration', ...body });
const dsl_amount = (body) => ({ kind: 'amount', ...body });
const anything = (body) => ({ kind: 'any', ...body });
const reserved = (description) => ({ kind: 'reserved', description });
const choice = (body) => ({ kind: 'choice', ...body });
const list = (body) => ({ kind: 'list', ...body });
const map = (body) => ({ kind: 'map', ...body });
const object = (body) => ({ kind: 'object', ...body, required: body.required ?? [] });
const variant = (body) => ({ kind: 'variant', ...body });

;// CONCATENATED MODULE: ./src/topology/schema/settings.ts


const parameterMapping = map({
    name: 'parameterMapping',
    description: 'Values by parameter name. Numbers and booleans are taken as written, a list becomes a comma-delimited one, ' +
        'and `file:PATH` is the content of that file.',
    keys: PARAMETER_NAME,
    values: variant({
        description: 'A value; it may hold references such as `${stacks.data.outputs.TableName}`.',
        forms: [
            dsl_text({ description: 'The value.', verbatim: true }),
            list({
                description: 'Items of a comma-delimited list.',
                items: dsl_text({ description: 'An item.', verbatim: true }),
            }),
        ],
    }),
});
const parameterFile = dsl_text({
    name: 'parameterFile',
    description: 'A YAML or JSON file: a mapping of values, or a list of `{ParameterKey, ParameterValue}` as the AWS CLI takes.',
    pattern: FILE,
});
/** What may be said of a stack at every level: for all, for an environment, a region group, a target, and a stack in these. */
const settings = {
    parameters: variant({
        name: 'parameters',
        description: 'Template parameters: a mapping, a file, or a list of both where the later ones win.',
        default: 'none; see missing-parameters',
        forms: [
            parameterFile,
            list({
                description: 'Files and mappings; later ones win.',
                items: variant({ description: 'A file or a mapping.', forms: [parameterFile, parameterMapping] }),
            }),
            parameterMapping,
        ],
    }),
    tags: map({
        name: 'tags',
        description: 'Stack tags; CloudFormation passes them on to the resources. Merged key by key over all levels.',
        default: 'none',
        keys: TAG_KEY,
        values: dsl_text({ description: 'The value of the tag.', verbatim: true, pattern: TAG_VALUE }),
    }),
    capabilities: list({
        name: 'capabilities',
        description: 'What the template may do. The most specific level that has it counts.',
        default: 'CAPABILITY_IAM and CAPABILITY_AUTO_EXPAND, which SAM needs',
        items: choice({
            description: 'A capability.',
            values: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
        }),
    }),
    'missing-parameters': choice({
        description: 'What an update does with parameters that nobody gave a value: `keep` the deployed one, or the default of the template.',
        default: 'keep',
        values: ['keep', 'template-default'],
    }),
    'service-role': dsl_text({
        description: 'Role that CloudFormation assumes for the stack: an ARN, or a name that is completed with the account.',
        default: 'none: CloudFormation uses the credentials of the target',
        pattern: LINE,
    }),
    'notification-arns': list({
        description: 'SNS topics that get the stack events; at most five. `${target.region}` and `${target.account}` may stand in them.',
        default: 'none',
        items: dsl_text({ description: 'ARN of an SNS topic.', pattern: LINE }),
    }),
    'termination-protection': dsl_boolean({
        description: 'Protect the stack from deletion.',
        default: 'left as it is',
    }),
    'stack-policy': variant({
        description: 'Stack policy: `file:PATH` of a JSON or YAML file, or the policy itself.',
        default: 'left as it is',
        forms: [dsl_text({ description: 'A file.', pattern: FILE }), anything({ description: 'The policy.' })],
    }),
    'rollback-alarms': object({
        name: 'rollbackAlarms',
        description: 'CloudWatch alarms that make CloudFormation roll the stack back when one goes off during the operation.',
        default: 'none',
        required: ['alarms'],
        fields: {
            alarms: list({
                description: 'Alarms: at most five ARNs. `${target.region}` and `${target.account}` may stand in them.',
                items: dsl_text({ description: 'ARN of a metric or composite alarm.', pattern: LINE }),
            }),
            'monitoring-minutes': integer({
                description: 'How long CloudFormation watches after the stack is done.',
                default: '0',
                minimum: 0,
                maximum: 180,
            }),
        },
    }),
    'disable-rollback': dsl_boolean({
        description: 'Leave a failed stack as it is, to look at it, instead of rolling it back.',
        default: 'false',
    }),
    drift: choice({
        description: '`revert` undoes manual changes to resources of the stack with a drift-aware change set.',
        default: 'keep',
        values: ['keep', 'revert'],
    }),
    timeout: dsl_duration({
        description: 'Time limit of one stack operation. Passing it is a failure.',
        default: '1h',
        minimumMs: 60_000,
        maximumMs: 86_400_000,
    }),
    'artifact-bucket': dsl_text({
        description: 'Bucket for the code, by target: `${region}`, `${account}` and `${partition}` may stand in the name.',
        default: "SAM's managed bucket, made if absent",
        pattern: LINE,
    }),
    'artifact-prefix': dsl_text({ description: 'Key prefix in the bucket.', default: 'none', pattern: LINE }),
};
/** Settings of one stack in one environment, region group or target. */
const stackSettings = object({
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
        const value = read(stackSettings, settingsTree(settings, nameInput, own), context.findings);
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

;// CONCATENATED MODULE: ./src/topology/schema/credentials.ts


/** Whose account and which credentials; at the top, for an environment, a region group or a target. */
const access = {
    account: dsl_text({
        description: 'Account id, twelve digits. It is compared with that of the credentials before the first write.',
        default: 'that of the role; without a role it is not checked',
        verbatim: true,
        pattern: ACCOUNT,
    }),
    'role-to-assume': dsl_text({
        description: 'IAM role to deploy with: an ARN, or a name that is completed with the account.',
        default: 'none: the credentials found are used as they are',
        pattern: ROLE,
    }),
    credentials: object({
        name: 'credentials',
        description: 'How credentials are found. Keys are merged from the top down to the target.',
        emptyAllowed: true,
        fields: {
            source: choice({
                description: '`oidc`: the token of the GitHub job; `ambient`: environment, container or instance; `profile`: a named profile.',
                default: 'auto: oidc when the job offers it and there is a role, else ambient',
                values: ['auto', 'oidc', 'ambient', 'profile'],
            }),
            profile: dsl_text({
                description: 'Named profile of the shared configuration files.',
                default: 'none',
                pattern: LINE,
            }),
            via: list({
                description: 'Roles to assume one after the other before `role-to-assume` (role chaining: one hour at most).',
                default: 'none',
                items: dsl_text({ description: 'ARN or name of a role.', pattern: ROLE }),
            }),
            'external-id': dsl_text({ description: 'External id for AssumeRole.', default: 'none', pattern: EXTERNAL_ID }),
            'session-tags': map({
                description: 'Session tags. Not where the role is assumed with an OIDC token: STS takes none there.',
                default: 'none',
                keys: TAG_KEY,
                values: dsl_text({ description: 'The value of the tag.', verbatim: true, pattern: TAG_VALUE }),
            }),
            'session-policy': variant({
                description: 'Session policy that narrows the role: `file:PATH`, or the policy itself.',
                default: 'none',
                forms: [dsl_text({ description: 'A file.', pattern: FILE }), anything({ description: 'The policy.' })],
            }),
            duration: dsl_duration({
                description: 'Lifetime of the session; it is renewed while a rollout runs.',
                default: '1h',
                minimumMs: 900_000,
                maximumMs: 43_200_000,
            }),
            audience: dsl_text({
                description: 'Audience of the OIDC token.',
                default: 'sts.amazonaws.com, or that of the partition',
                pattern: LINE,
            }),
        },
    }),
};

;// CONCATENATED MODULE: ./src/topology/schema/environment.ts




const perStack = map({
    name: 'perStack',
    description: 'Settings for single stacks, by key.',
    default: 'none',
    keys: STACK_KEY,
    values: stackSettings,
});
const regionName = dsl_text({ name: 'regionName', description: 'A region, such as `eu-west-1`.', pattern: LINE });
const target = object({
    name: 'target',
    description: 'One account and region to deploy to.',
    emptyAllowed: true,
    fields: {
        region: dsl_text({ description: 'Region of the target.', default: 'the name of the target', pattern: LINE }),
        ...access,
        weight: integer({
            description: 'Share of traffic of the target while no rollout is under way.',
            default: 'none',
            minimum: 0,
            maximum: 255,
        }),
        ...settings,
        stacks: perStack,
    },
});
const regionGroups = map({
    name: 'regionGroups',
    description: 'Names for sets of regions; they may stand in `targets` and in `waves`, and may carry settings for their targets.',
    default: 'none',
    keys: NAME,
    values: variant({
        description: 'Regions (or names of targets), alone or with settings for them.',
        forms: [
            list({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
            object({
                name: 'regionGroup',
                description: 'A region group with settings.',
                required: ['regions'],
                fields: {
                    regions: list({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
                    ...access,
                    ...settings,
                    stacks: perStack,
                },
            }),
        ],
    }),
});
const limits = {
    'max-concurrency': dsl_amount({
        description: 'Targets of a wave at once: a count, or a percentage that rounds down, to at least one.',
        default: '100%',
        minimum: 1,
    }),
    'failure-tolerance': dsl_amount({
        description: 'Targets of a wave that may fail before the rollout stops: a count, or a percentage that rounds down.',
        default: '0',
        minimum: 0,
    }),
};
const GATES = 'checks between waves come with a later version.';
const waves = variant({
    name: 'waves',
    description: 'Targets deployed together, in order. `sequential`: one target after the other.',
    default: 'the first target alone, then the others together',
    forms: [
        choice({ description: 'One target after the other.', values: ['sequential'] }),
        list({
            description: 'Waves, in order. Every target is in exactly one.',
            minItems: 1,
            items: object({
                name: 'wave',
                description: 'Targets deployed together.',
                required: ['targets'],
                fields: {
                    name: dsl_text({ description: 'Name of the wave.', default: 'wave-1, wave-2 …', pattern: NAME }),
                    targets: list({
                        description: 'Names of targets or of region groups.',
                        items: dsl_text({ description: 'A name.', pattern: LINE }),
                    }),
                    ...limits,
                    environment: dsl_text({
                        description: 'GitHub environment of this wave where it differs from that of the rollout.',
                        default: 'the name of the environment',
                        pattern: ENVIRONMENT,
                    }),
                    gates: reserved(GATES),
                    bake: reserved(GATES),
                },
            }),
        }),
    ],
});
const environment = object({
    name: 'environment',
    description: 'A set of targets and how to roll out to them.',
    required: ['targets'],
    fields: {
        targets: variant({
            description: 'Targets by name, or a list of regions and region groups. The order counts.',
            forms: [
                list({ description: 'Regions and region groups.', items: regionName, minItems: 1 }),
                map({
                    description: 'Targets by name; the name is the region unless `region` says otherwise. A region group is all its regions.',
                    keys: NAME,
                    values: target,
                    minItems: 1,
                }),
            ],
        }),
        'region-groups': regionGroups,
        waves,
        ...limits,
        home: dsl_text({
            description: 'Target of the stacks with the scope `home` or `global`.',
            default: 'the first target',
            pattern: LINE,
        }),
        edge: object({
            name: 'edge',
            description: 'Account and credentials of stacks with the scope `edge` where they are not those of home.',
            default: 'those of home',
            fields: access,
        }),
        engine: choice({
            description: '`changeset`: CloudFormation change sets; `sam`: `sam package` and `sam deploy` per target, as they are.',
            default: 'changeset',
            values: ['changeset', 'sam'],
            reserved: ['stackset'],
        }),
        'config-env': dsl_text({
            description: 'Table of samconfig.toml to read.',
            default: 'default',
            pattern: LINE,
        }),
        ...access,
        ...settings,
        stacks: map({
            description: 'Settings for single stacks in this environment, by key.',
            default: 'none',
            keys: STACK_KEY,
            values: object({
                name: 'environmentStack',
                description: 'Settings for one stack in this environment.',
                emptyAllowed: true,
                fields: {
                    'stack-name': dsl_text({
                        description: 'Name of the CloudFormation stack in this environment.',
                        default: 'that of the stack',
                        pattern: STACK_NAME,
                    }),
                    ...settings,
                },
            }),
        }),
        gates: reserved(GATES),
        bake: reserved(GATES),
        traffic: reserved('traffic drivers come with a later version.'),
        'on-failure': reserved('automatic rollback over all targets comes with a later version; CloudFormation restores the stack that failed.'),
        failover: reserved('failover comes with a later version.'),
    },
});

;// CONCATENATED MODULE: ./src/topology/schema/file.ts





const stack = object({
    name: 'stack',
    description: 'One template of the application.',
    emptyAllowed: true,
    fields: {
        template: dsl_text({
            description: 'Path of the SAM or CloudFormation template, from the folder of this file.',
            default: 'template.yaml, template.yml or template.json',
            pattern: LINE,
        }),
        'stack-name': dsl_text({
            description: 'Name of the CloudFormation stack. An existing stack is adopted by naming it.',
            default: 'that of samconfig.toml for a single stack, else application and key: `orders-api`',
            pattern: STACK_NAME,
        }),
        scope: choice({
            description: '`regional`: in every target; `home` and `global`: once, in the home target; `edge`: once, in us-east-1 or the like of the partition.',
            default: 'regional',
            values: ['regional', 'home', 'edge', 'global'],
        }),
        needs: list({
            description: 'Stacks that are deployed before this one. Stacks whose outputs are referred to are added by themselves.',
            default: 'none',
            items: dsl_text({ description: 'Key of a stack.', pattern: LINE }),
        }),
        ...settings,
    },
});
/** `multi-region.yml`. */
const configFile = object({
    description: 'Configuration of sam-multi-region: an application, its stacks, and the environments it is deployed to.',
    required: ['application', 'environments'],
    fields: {
        application: dsl_text({ description: 'Name of the application.', pattern: APPLICATION }),
        stacks: map({
            description: 'The templates of the application, by key.',
            default: 'one stack `app` with the template of the folder',
            keys: STACK_KEY,
            values: stack,
            minItems: 1,
        }),
        environments: map({
            description: 'Sets of targets and how to roll out to them, by name.',
            keys: ENVIRONMENT,
            values: environment,
            minItems: 1,
        }),
        'region-groups': regionGroups,
        ...access,
        ...settings,
    },
});

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
        throw new src_errors/* UserError */.yo('input-with-config', message, { fix: [`Remove the input, or say it in ${file}.`] });
    }
    const { config, tree, findings } = await readConfig(file, options);
    const name = chooseEnvironment(config, options.environment, file);
    const directory = (0,external_node_path_.dirname)(absolute(options.directory, file));
    const context = createContext({ subject: file, directory, readFile: options.readFile, findings, note }, tree);
    const overrides = await readOverrides(inline, Object.keys(config.stacks ?? { [DEFAULT_STACK]: {} }), nameInput, {
        ...context,
        subject: 'inputs',
        directory: options.directory,
        at: () => undefined,
    });
    const build = { requireTemplates: options.requireTemplates ?? true, overrides };
    const environment = await buildEnvironment(config, name, build, context);
    checkCollisions(environment, await otherEnvironments(config, name, context), context);
    findings.throwIfAny();
    return environment;
}
/** The other environments, for comparison: what is wrong in them alone stops only their own deployment. */
async function otherEnvironments(config, name, context) {
    const others = [];
    for (const other of Object.keys(config.environments).filter((key) => key !== name)) {
        const quiet = { ...context, findings: createFindings(other), note: () => { } };
        try {
            others.push(await buildEnvironment(config, other, { requireTemplates: false }, quiet));
        }
        catch (error) {
            if (!(error instanceof src_errors/* UserErrors */.tQ))
                throw error;
        }
    }
    return others;
}
async function readConfig(file, options) {
    const findings = createFindings(file);
    const content = options.readFile(absolute(options.directory, file));
    if (content === undefined) {
        throw new src_errors/* UserError */.yo('config-missing', `there is no configuration ${file}`, {
            fix: [`Paths are taken from ${options.directory}. Run \`sam-multi-region init\` to write one.`],
        });
    }
    const tree = checkText(content, file, findings) ? await parseYaml(content, file, findings) : undefined;
    if (tree && tree.kind !== 'map') {
        const what = tree.kind === 'scalar' && tree.value === null ? 'empty' : tree.kind === 'list' ? 'a list' : 'a text';
        findings.add('not-a-mapping', `${file} must be a mapping, but is ${what}`, tree.location ?? { file });
    }
    findings.throwIfAny();
    const config = tree && read(configFile, tree, findings);
    findings.throwIfAny();
    if (!config || !tree)
        throw new src_errors/* InternalError */.Gd('a file without an error is no configuration');
    return { config, tree, findings };
}
function chooseEnvironment(config, wanted, file) {
    const names = Object.keys(config.environments);
    const [first, ...others] = names;
    if (wanted === undefined && first !== undefined && others.length === 0)
        return first;
    if (wanted === undefined) {
        const message = `${file} has ${names.length} environments: ${names.join(', ')}`;
        throw new src_errors/* UserError */.yo('environment-missing', message, {
            fix: ['Say which one: environment: NAME, or --environment NAME.'],
        });
    }
    if (names.includes(wanted))
        return wanted;
    throw new src_errors/* UserError */.yo('unknown-environment', `${file} has no environment "${wanted}"`, {
        fix: [(0,nearest/* didYouMean */.a)(wanted, names)],
    });
}
async function fromInline(options, note) {
    const { inline = {}, directory, readFile, nameInput = defaultName } = options;
    const findings = createFindings('the configuration');
    const base = { subject: 'inputs', directory, readFile, findings, note };
    const samConfig = await load_samConfigOf(inline, createContext({ ...base, note: () => { } }, { kind: 'map', entries: [] }));
    findings.throwIfAny();
    if (inline.regions === undefined || inline.regions.length === 0) {
        const { region, file } = samConfig ?? {};
        const hint = region === undefined ? [] : [`${file} names ${region}; say so in ${nameInput('regions')} if you mean it.`];
        throw new src_errors/* UserError */.yo('regions-missing', 'no region to deploy to', {
            fix: [`Give ${nameInput('regions')}, or a configuration file with ${nameInput('config')}.`, ...hint],
        });
    }
    const stackName = inline.stackName ?? samConfig?.stackName;
    if (stackName === undefined) {
        throw new src_errors/* UserError */.yo('stack-name-missing', 'the stack has no name', {
            fix: [`Give ${nameInput('stack-name')}, or put stack_name in samconfig.toml.`],
        });
    }
    const name = options.environment ?? 'default';
    const tree = inlineTree(inline, name, nameInput);
    const config = read(configFile, tree, findings);
    findings.throwIfAny();
    if (!config)
        throw new src_errors/* InternalError */.Gd('inputs without an error are no configuration');
    const build = { requireTemplates: options.requireTemplates ?? true };
    return await buildEnvironment({ ...config, application: stackName }, name, build, createContext(base, tree));
}
async function load_samConfigOf(inline, context) {
    const { template = 'template.yaml', configEnv } = inline;
    const folders = [(0,external_node_path_.dirname)(absolute(context.directory, template)), context.directory];
    return await readSamConfig(folders, configEnv ?? 'default', configEnv !== undefined, context);
}
const defaultName = (key) => `input "${key}"`;

;// CONCATENATED MODULE: ./src/topology/index.ts
/** Configuration to environments: pure, file contents come in through `readFile`. */








/***/ }),

/***/ 1099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ parseReferences),
/* harmony export */   d: () => (/* binding */ resolveReferences),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   wN: () => (/* binding */ escapeReferences)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4131);

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

/***/ 7563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qu: () => (/* binding */ KNOWN_REGIONS),
  cj: () => (/* binding */ findPartition),
  g6: () => (/* binding */ findRegion)
});

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(4131);
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


/***/ })

};
