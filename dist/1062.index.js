export const id = 1062;
export const ids = [1062,1852];
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


/***/ }),

/***/ 61008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c_: () => (/* binding */ assertReady),
  ht: () => (/* binding */ failingSince),
  og: () => (/* binding */ gatesOf),
  $D: () => (/* binding */ refuseUnready)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/topology/gate-references.ts
var gate_references = __webpack_require__(32017);
// EXTERNAL MODULE: ./src/commands/ask-once.ts
var ask_once = __webpack_require__(14869);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var facts = __webpack_require__(63934);
// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/failover/parameters-in-step.ts

/** What stands for something else in each target. */
const OF_A_TARGET = new Set(['target', 'ssm', 'output']);
/**
 * Names of parameters that differ between two targets although nobody says that they should: the configuration has the
 * same text for both, or none. Values that CloudFormation hides look alike and are not told apart.
 */
function parametersOutOfStep(one, other) {
    const names = [...new Set([...Object.keys(one.actual), ...Object.keys(other.actual)])];
    return names.filter((name) => one.actual[name] !== other.actual[name] && !isMeant(name, one, other)).sort();
}
function isMeant(name, one, other) {
    const [own, others] = [one.configured[name]?.text, other.configured[name]?.text];
    if (own !== others)
        return true;
    return own !== undefined && (0,references/* referencesIn */.ii)(own).some(({ kind }) => OF_A_TARGET.has(kind));
}

// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
;// CONCATENATED MODULE: ./src/commands/failover/in-step.ts




/**
 * Where the stacks of a target are not what those that serve are: another release, or parameters that differ although the
 * configuration does not say so. Asked of the stacks themselves: what an interrupted deployment left is in no plan.
 * @param serving targets that users are served by
 */
async function stepProblems(returning, serving, environment, context) {
    const recorder = (0,deploy_recorder/* createRecorder */.T)({ application: environment.application, environment: environment.name }, context);
    const own = environment.instances.filter(({ target }) => target.name === returning);
    const pairs = own.flatMap((instance) => {
        const other = environment.instances.find(({ stack, target }) => stack.key === instance.stack.key && serving.includes(target.name));
        return other === undefined ? [] : [{ instance, other }];
    });
    const problems = await Promise.all(pairs.map(async ({ instance, other }) => {
        const [mine, theirs] = await Promise.all([instance, other].map((one) => stackOf(one, environment, recorder, context)));
        return mine === undefined || theirs === undefined ? [] : problemsOf(instance, other, mine, theirs);
    }));
    return problems.flat();
}
/** Undefined: there is no such stack; that its stacks are not all there is said of the whole target. */
async function stackOf(instance, environment, recorder, context) {
    const { cloudformation } = context.aws.session(instance.target);
    const [{ report }, stack] = await Promise.all([
        (0,stack_report/* findStack */.e)(instance, environment, recorder, context),
        cloudformation.describeStack(instance.stack.stackName),
    ]);
    if (stack === undefined)
        return undefined;
    return { release: report.release?.id, why: report.difference, actual: stack.parameters };
}
function problemsOf(instance, other, mine, theirs) {
    const problems = [];
    if (mine.release === undefined || mine.release !== theirs.release) {
        const told = ({ release, why }) => release ?? `one that nobody knows${why && ` (${why})`}`;
        const message = `${instance.id} has the release ${told(mine)}, ${other.id} has ${told(theirs)}`;
        const { name } = instance.target;
        const fix = [
            `Deploy the release of ${other.target.name} to ${name}: deploy --release ${theirs.release ?? 'ID'} --targets ${name}.`,
        ];
        problems.push(new errors/* UserError */.yo('failback-release', message, { fix }));
    }
    const names = parametersOutOfStep({ configured: instance.settings.parameters, actual: mine.actual }, { configured: other.settings.parameters, actual: theirs.actual });
    if (names.length > 0) {
        const message = `the parameters ${names.join(', ')} of ${instance.id} are not those of ${other.id}, and the configuration has the same for both`;
        const fix = [
            `Deploy to ${instance.target.name}, or say in multi-region.yml that they differ: give them to each target.`,
        ];
        problems.push(new errors/* UserError */.yo('failback-parameters', message, { fix }));
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/failover/caught-up.ts
/**
 * Replication has caught up when nothing that was written longer than `maxLagMs` ago is missing on the other side.
 * @param now milliseconds since the epoch, by our clock
 */
function caughtUp(readings, maxLagMs, now) {
    const problems = [];
    const notes = [];
    for (const reading of readings) {
        if (reading.kind === 'unknown') {
            // Where nothing is written there is no latency: a region that is not active has none.
            if (reading.idle)
                notes.push(`${reading.why}: it was not measured`);
            else
                problems.push(reading.why);
            continue;
        }
        const lagMs = reading.kind === 'heartbeat' ? now - reading.skewMs - reading.at : reading.ms;
        if (lagMs <= maxLagMs)
            continue;
        const behind = `replication of ${reading.table} from ${reading.from} to ${reading.to} is ${(lagMs / 1000).toFixed(0)} s behind`;
        problems.push(`${behind}, and ${maxLagMs / 1000} s are allowed`);
    }
    return { problems, notes };
}

// EXTERNAL MODULE: ./src/commands/failover/replication.ts
var failover_replication = __webpack_require__(88599);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/replication-gate.ts




/** How long back a latency counts. */
const LATENCY_MS = 5 * 60_000;
/**
 * What the region that returns and those that serve must have of each other's data, both ways. Nothing is asked where
 * nothing is configured.
 */
async function replicationProblems(returning, serving, { replication, targets }, context) {
    const own = targets.find(({ name }) => name === returning);
    if (replication === undefined || own === undefined)
        return [];
    const others = targets.filter(({ name, region }) => serving.includes(name) && region !== own.region);
    const { heartbeat, tables, maxLagMs } = replication;
    const reader = (0,failover_replication/* createReplicationReader */.U)(context);
    const now = context.clock.now();
    const ways = others.flatMap((other) => [
        { from: own, to: other },
        { from: other, to: own },
    ]);
    const readings = await Promise.all(ways.map(async ({ from, to }) => heartbeat === undefined
        ? reader.latency(tables, (0,survivors/* targetOf */.$r)(from), to.region, now - LATENCY_MS, now)
        : [await reader.heartbeat(heartbeat, from.region, (0,survivors/* targetOf */.$r)(to))]));
    const { problems, notes } = caughtUp(readings.flat(), maxLagMs, context.clock.now());
    for (const text of notes)
        context.report({ type: 'note', level: 'warning', text });
    const fix = ['Wait until replication has caught up, and run the same command again.'];
    return problems.map((problem) => new errors/* UserError */.yo('failback-replication', problem, { fix }));
}

;// CONCATENATED MODULE: ./src/commands/failover/failback-gates.ts






/**
 * Nothing returns before it is fit: it has the release and the parameters of who serves, its stacks are good,
 * replication has caught up both ways, and every gate passes there for as long as a bake takes.
 * @param from where gates begin to judge; by default as long ago as a bake takes
 * @throws UserErrors `failback-not-ready` with everything that is missing
 */
async function assertReady(returning, plan, state, environment, works, context, from) {
    const serving = plan.targets
        .map(({ name }) => name)
        .filter((name) => name !== returning && !state.inactive.includes(name));
    const problems = [...(await stepProblems(returning, serving, environment, context))];
    const good = await (0,facts/* goodTargets */.KL)(environment, works);
    if (!good.has(returning)) {
        problems.push(new errors/* UserError */.yo('failback-stacks', `the stacks of ${returning} are not all there and good`, {
            fix: [`Deploy to ${returning}, until status shows its stacks as good.`],
        }));
    }
    problems.push(...(await replicationProblems(returning, serving, plan, context)));
    const { verdicts, against } = await gatesOf(returning, plan, environment, context, from);
    for (const verdict of verdicts)
        context.report({ type: 'gate.verdict', verdict });
    for (const { gate, reason } of against) {
        problems.push(new errors/* UserError */.yo('failback-gate', `the gate ${gate} does not pass in ${returning}: ${reason}`));
    }
    refuseUnready(returning, problems);
    return verdicts;
}
/** @throws UserErrors `failback-not-ready` when something stands against it */
function refuseUnready(returning, problems) {
    if (problems.length === 0)
        return;
    throw new errors/* UserErrors */.tQ('failback-not-ready', `${returning} is not ready to return; nothing was moved`, problems);
}
/**
 * What fails in the target that is returning since it got traffic. What cannot be told yet does not fail: a metric is later
 * than a step.
 * @returns a sentence; undefined: nothing fails
 */
async function failingSince(since, returning, plan, environment, context) {
    const { verdicts } = await gatesOf(returning, plan, environment, context, since);
    const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
    for (const verdict of failed)
        context.report({ type: 'gate.verdict', verdict });
    const [first] = failed;
    return first && `the gate ${first.gate} does not pass in ${returning}: ${first.reason}`;
}
/**
 * What every gate of the phases of a target says now, whatever its `when`: alarms are asked before and during a bake only. A
 * gate that comes to no verdict stands against the target when it is one of `after`: where nobody is served yet, alarms and
 * metrics have no data. What names `target.active` is left out, as it depends on where traffic is, unless it is one of
 * `after`: that one is told `true`, which the target is about to be.
 * @param from where the judgement begins; by default as long ago as a bake takes
 */
async function gatesOf(returning, { release }, environment, context, from) {
    const now = context.clock.now();
    const phases = environment.phases
        .filter(({ targets }) => targets.includes(returning))
        .map((phase) => ({ ...phase, gates: phase.gates.filter((gate) => isOwed(gate) || !(0,gate_references/* namesActive */.hY)(gate.check)) }));
    const asked = phases.map((phase) => ({
        phase: phase.name,
        targets: [returning],
        since: from ?? now - (0,ask_once/* lookBackOf */.u)(phase),
    }));
    const verdicts = await (0,ask_once/* askOnce */.R)({ environment: { ...environment, phases }, release }, asked, context);
    const owed = new Set(phases.flatMap(({ gates }) => gates.filter(isOwed)).map(({ name }) => name));
    const against = verdicts.filter(({ gate, verdict }) => verdict === 'fail' || (verdict !== 'pass' && owed.has(gate)));
    return { verdicts, against };
}
/** It has to come to a verdict. */
function isOwed({ when }) {
    return when.includes('after');
}


/***/ }),

/***/ 10401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ planValues)
/* harmony export */ });
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49988);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);
/* harmony import */ var _record_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82845);




/**
 * Looks up everything that the failover settings refer to: outputs that this deployment told, else those of the stacks
 * as they are, each stack asked once. What cannot be read is not known.
 */
async function planValues(whole, settings, results, { aws }) {
    const outputs = new Map();
    const outputsOf = (instance) => {
        const known = outputs.get(instance.id) ?? readOutputs(instance, results, aws);
        outputs.set(instance.id, known);
        return known;
    };
    const valueIn = async (reference, from) => {
        if (reference.kind !== 'output')
            return (0,_record_content_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceValue */ .F)(reference, from, whole, aws);
        const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(whole, from, reference);
        return source && (await outputsOf(source))[reference.output];
    };
    const values = new Map();
    await Promise.all(textsOf(whole, settings).flatMap(({ text, from, target }) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)(text).map(async (reference) => {
        const value = await valueIn(reference, from).catch(() => undefined);
        values.set(keyOf(reference, target), value);
    })));
    return (text, target) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(keyOf(reference, target)));
        return resolution.kind === 'resolved' ? resolution.text : undefined;
    };
}
function keyOf(reference, target) {
    return JSON.stringify([target ?? '', reference]);
}
function textsOf({ instances, targets }, { probe, mechanism, replication, endpoint, backlog }) {
    const buckets = mechanism.kind === 'stop-switch' ? Object.values(mechanism.signals).map(({ bucket }) => bucket) : [];
    const [from] = instances;
    if (from === undefined)
        return [];
    const { heartbeat, tables = [] } = replication ?? {};
    const texts = [probe?.url, heartbeat, ...tables, ...buckets].filter((text) => text !== undefined);
    const common = texts.map((text) => ({ text, from }));
    const ofEach = [...(endpoint === undefined ? [] : [endpoint]), ...(backlog?.queues ?? [])];
    const own = targets.flatMap(({ name }) => {
        const first = instances.find(({ target }) => target.name === name);
        return first === undefined ? [] : ofEach.map((text) => ({ text, from: first, target: name }));
    });
    return [...common, ...own];
}
async function readOutputs({ id, target, stack }, results, aws) {
    const told = results.find(({ instance, state }) => instance === id && (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isGood */ .Kg)(state));
    if (told !== undefined && Object.keys(told.outputs).length > 0)
        return told.outputs;
    return (await aws.session(target).cloudformation.describeStack(stack.stackName))?.outputs ?? {};
}


/***/ }),

/***/ 31062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lookAround),
  planFailover: () => (/* binding */ planFailover)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/failover/readiness/model.ts
function ready(subject, text) {
    return { subject, verdict: 'ready', text, fix: [] };
}
function missing(subject, text, ...fix) {
    return { subject, verdict: 'missing', text, fix };
}
function unknown(subject, text, ...fix) {
    return { subject, verdict: 'unknown', text, fix };
}
function notLookedAt(subject, text) {
    return { subject, verdict: 'not-looked-at', text, fix: [] };
}
/** What several checks come to: what was not looked at says nothing. */
function overall(checks) {
    if (checks.some(({ verdict }) => verdict === 'missing'))
        return 'not-ready';
    return checks.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'ready';
}

// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/failover/readiness/parameters.ts


/** Whether the stacks of a target have the parameters of the same stacks elsewhere, apart from what is meant to differ. */
function parametersCheck(own, others) {
    const pairs = own.flatMap((one) => others.filter(({ stack }) => stack === one.stack).map((other) => [one, other]));
    if (pairs.length === 0)
        return notLookedAt('parameters', 'no other target has the same stacks');
    const different = pairs.flatMap(([one, other]) => outOfStep(one, other).map((name) => `${name} of ${one.stack} (not as in ${other.target})`));
    if (different.length === 0)
        return ready('parameters', 'in step, apart from what is configured to differ');
    return missing('parameters', `not in step: ${[...new Set(different)].join(', ')}`, 'Deploy, or say in the configuration of the target that it is meant to differ.');
}
/** Names whose values differ although they are configured alike. Values themselves are not shown. */
function outOfStep(one, other) {
    const names = new Set([...Object.keys(one.deployed), ...Object.keys(other.deployed)]);
    return [...names]
        .filter((name) => one.deployed[name] !== other.deployed[name] && !meantToDiffer(one, other, name))
        .sort();
}
function meantToDiffer(one, other, name) {
    const text = one.configured[name];
    if (text !== other.configured[name])
        return true;
    return (0,references/* referencesIn */.ii)(text ?? '').some((reference) => reference.kind === 'target' ||
        reference.kind === 'ssm' ||
        (reference.kind === 'output' && reference.target === undefined));
}

// EXTERNAL MODULE: ./src/report/exit-codes.ts
var exit_codes = __webpack_require__(22675);
// EXTERNAL MODULE: ./src/topology/with-role.ts
var with_role = __webpack_require__(33770);
// EXTERNAL MODULE: ./src/commands/active-targets.ts
var active_targets = __webpack_require__(66805);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/failover/failback-gates.ts + 4 modules
var failback_gates = __webpack_require__(61008);
// EXTERNAL MODULE: ./src/failover/compile.ts
var compile = __webpack_require__(18127);
// EXTERNAL MODULE: ./src/failover/plan.ts
var failover_plan = __webpack_require__(11571);
// EXTERNAL MODULE: ./src/failover/plan-document.ts
var plan_document = __webpack_require__(16357);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
// EXTERNAL MODULE: ./src/commands/failover/plan-values.ts
var plan_values = __webpack_require__(10401);
;// CONCATENATED MODULE: ./src/commands/failover/readiness/copies.ts








/** The copies of all targets that have a bucket. */
async function readCopies(whole, facts) {
    const key = (0,failover_plan/* planKey */.v)(whole);
    return Promise.all(facts.map(async ({ target: { name: target }, session, bucket, error }) => {
        if (error !== undefined)
            return { target, problem: (0,errors/* errorText */.kc)(error) };
        if (bucket === undefined)
            return { target, problem: 'it has no bucket yet' };
        try {
            const stored = await session.storage.getText(bucket, key);
            if (stored === undefined)
                return { target, problem: `there is no s3://${bucket}/${key}` };
            return { target, plan: (0,plan_document/* parsePlan */.vS)(stored.text, `s3://${bucket}/${key}`) };
        }
        catch (failure) {
            if (!(0,stack_report/* isRefusal */.v)(failure))
                throw failure;
            return { target, problem: (0,errors/* errorText */.kc)(failure) };
        }
    }));
}
/** The plan that was compiled last. */
function newestPlan(copies) {
    return copies
        .flatMap(({ plan }) => plan ?? [])
        .toSorted((a, b) => Date.parse(b.compiledAt) - Date.parse(a.compiledAt))[0];
}
const DEPLOY = 'Deploy: the plan is compiled and kept at each deployment.';
/** @param current whether the newest plan says what the configuration says now; undefined: that is not known */
function planCheck(copy, newest, current) {
    if (copy.plan === undefined || newest === undefined) {
        return missing('plan', `no plan that can be used: ${copy.problem ?? 'none is kept'}`, DEPLOY);
    }
    if (copy.plan.sha256 !== newest.sha256) {
        const text = `the copy is of ${copy.plan.compiledAt}, another region has one of ${newest.compiledAt}`;
        return missing('plan', text, DEPLOY);
    }
    if (current === false) {
        return missing('plan', `the configuration was changed since the plan of ${newest.compiledAt}`, DEPLOY);
    }
    return ready('plan', `compiled ${newest.compiledAt} for the release ${newest.release.id}`);
}
/** Whether the plan that the configuration gives now differs from this one in what a failover does or measures. */
async function isCurrent(plan, whole, settings, context) {
    const ofTarget = (name) => plan.targets.find((target) => target.name === name);
    const compiled = (0,compile/* compilePlan */.v)((0,with_role/* withRoles */.o)(whole), settings, {
        release: plan.release,
        compiledAt: plan.compiledAt,
        compiledBy: plan.compiledBy,
        buckets: Object.fromEntries(whole.targets.map(({ name }) => [name, ofTarget(name)?.bucket])),
        releases: Object.fromEntries(whole.targets.map(({ name }) => [name, ofTarget(name)?.release])),
        resolve: await (0,plan_values/* planValues */.G)(whole, settings, [], context),
    });
    return compiled.kind === 'unknown' ? undefined : essence(compiled.plan) === essence(plan);
}
/** Roles are not in it: whoever looks has another one than who deploys. */
function essence({ mechanism, probe, targets, rtoMs, rpoMs }) {
    const places = targets.map(({ name, region, account, endpoint }) => ({ name, region, account, endpoint }));
    const moves = mechanism.kind === 'weights' ? { ...mechanism, traffic: { ...mechanism.traffic, access: undefined } } : mechanism;
    return (0,plan_document/* contentHash */.Ae)({ mechanism: moves, probe, places, rtoMs, rpoMs });
}
/** Whether the program lies beside the copy of the plan. */
async function programCheck(plan, { session, bucket }) {
    if (plan?.bundle === undefined || bucket === undefined) {
        return notLookedAt('program', 'the plan names none: what deployed last ran from its sources, or is older');
    }
    const { key, version } = plan.bundle;
    if ((await session.storage.head(bucket, key)) !== undefined)
        return ready('program', `version ${version} lies beside the plan`);
    return missing('program', `s3://${bucket}/${key} is not there`, 'Deploy: it is kept at each deployment.');
}

// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(71349);
// EXTERNAL MODULE: ./src/commands/deployed-release.ts
var deployed_release = __webpack_require__(58798);
// EXTERNAL MODULE: ./src/commands/rollback/artifacts.ts
var artifacts = __webpack_require__(11172);
// EXTERNAL MODULE: ./src/template/locate-nested.ts
var locate_nested = __webpack_require__(26996);
// EXTERNAL MODULE: ./src/commands/failover/find-consumers.ts
var find_consumers = __webpack_require__(5490);
;// CONCATENATED MODULE: ./src/commands/failover/stack-resources.ts


/** Resources of a stack and of those that it nests; none where there is no such stack. @throws AwsError */
async function allResources(stack, cloudformation) {
    const own = (await (0,find_consumers/* resourcesOf */.F3)(stack, cloudformation)).flatMap(({ type, physicalId }) => physicalId === undefined ? [] : [{ type, physicalId }]);
    const nested = own.filter(({ type }) => (0,locate_nested/* isNestedStack */.SZ)(type));
    const inner = await Promise.all(nested.map(({ physicalId }) => allResources(physicalId, cloudformation)));
    return [...own, ...inner.flat()];
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/facts.ts








/** Reads every target side by side. One that cannot be read does not keep the others from it. */
async function readFacts(whole, targets, context) {
    const recorder = (0,deploy_recorder/* createRecorder */.T)({ application: whole.application, environment: whole.name }, context);
    return Promise.all(targets.map(async (target) => {
        const session = context.aws.session(target);
        try {
            const bucket = await (0,bucket_of/* bucketOf */.A)(session, (0,target_settings/* settingsOf */.f)(whole, target.name), context);
            const own = whole.instances.filter((instance) => instance.target.name === target.name);
            const stacks = await Promise.all(own.map((instance) => readStack(instance, { session, bucket }, recorder)));
            return { target, session, bucket, stacks };
        }
        catch (error) {
            if (!(0,stack_report/* isRefusal */.v)(error))
                throw error;
            return { target, session, bucket: undefined, stacks: [], error };
        }
    }));
}
async function readStack(instance, place, recorder) {
    const { session, bucket } = place;
    const stack = await session.cloudformation.describeStack(instance.stack.stackName);
    if (stack === undefined)
        return { instance, stack, release: { unknown: 'it is not there' }, absent: [], resources: [] };
    const [release, resources] = await Promise.all([
        (0,deployed_release/* deployedRelease */.Q)(instance, stack, place, recorder),
        allResources(instance.stack.stackName, session.cloudformation),
    ]);
    if (bucket === undefined)
        return { instance, stack, release, absent: [], resources };
    const { document } = await recorder.read({ instance: instance.id, session, bucket });
    const absent = await (0,artifacts/* absentArtifacts */.h)(document.records.at(-1)?.asked.artifacts ?? [], {
        storage: session.storage,
        bucket,
    });
    return { instance, stack, release, absent, resources };
}
/** What to do about a refusal. */
function fixOf(error) {
    if (error instanceof errors/* UserError */.yo)
        return error.fix;
    if (error.kind !== 'denied')
        return [];
    return ['Let the role do it: policy --for plan --failover prints what this command needs.'];
}
/** Distributions of the environment, wherever their stacks are: edge and global stacks, and those of one target, serve all regions. */
function distributionsOf(facts) {
    return facts.flatMap(({ session, stacks }) => stacks
        .flatMap(({ resources }) => resources)
        .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
        .map(({ physicalId: id }) => ({ id, session })));
}

// EXTERNAL MODULE: ./src/failover/authority.ts
var authority = __webpack_require__(95719);
// EXTERNAL MODULE: ./src/failover/patience.ts
var failover_patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/mechanisms/region-switch.ts
var region_switch = __webpack_require__(42426);
;// CONCATENATED MODULE: ./src/failover/readiness/region-switch.ts


/**
 * Whether a Region switch plan can be executed in a region. What its blocks would do is told by its own plan evaluation.
 * @param executions the newest that the region knows; undefined: it does not know the plan
 */
function regionSwitchCheck(plan, region, executions) {
    if (executions === undefined) {
        return missing('mechanism', `${region} does not know the plan ${plan}`, 'Correct failover.region-switch, and deploy.');
    }
    const running = executions.find(({ state }) => region_switch/* RUNNING */.W.includes(state));
    if (running !== undefined) {
        const fix = 'Approve, end or cancel it in Amazon Application Recovery Controller: a second one is refused.';
        return missing('mechanism', `the execution ${running.id} of ${plan} is ${running.state}`, fix);
    }
    const text = `${region} answers for ${plan}, and no execution is under way. Its blocks and their permissions are looked at by its own plan evaluation`;
    return ready('mechanism', text);
}

;// CONCATENATED MODULE: ./src/failover/readiness/record-sets.ts
/** Ids of this check and of all calculated ones that count it, over any number of levels. */
function followersOf(id, checks) {
    const found = new Set([id]);
    for (let size = 0; size !== found.size;) {
        size = found.size;
        for (const check of checks)
            if (check.children.some((child) => found.has(child)))
                found.add(check.id);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/failover/readiness/routing-controls.ts


/** ARC keeps at least three of five endpoints available (Developer Guide, "Best practices for routing control"). */
const QUORUM = 3;
/** Whether setting the controls would make traffic leave. */
function routingControlCheck(facts) {
    const { controls, states, active, checks, followed, name } = facts;
    const silent = facts.endpoints.filter(({ answered }) => !answered).map(({ region }) => region);
    const answering = facts.endpoints.length - silent.length;
    if (answering < QUORUM) {
        const list = 'Name all five: aws route53-recovery-control-config describe-cluster --region us-west-2';
        const of = `${answering} of ${facts.endpoints.length} endpoints of the cluster answer`;
        return missing('mechanism', `${of}${silent.length > 0 ? `, not ${silent.join(', ')}` : ''}`, list);
    }
    for (const [target, control] of Object.entries(controls)) {
        const state = states.get(control);
        if (state === undefined)
            return missing('mechanism', `there is no routing control ${control}`, 'Correct its ARN, and deploy.');
        if ((state === 'On') === active.has(target))
            continue;
        const is = active.has(target) ? 'active' : 'not active';
        return missing('mechanism', `the routing control of ${target} is ${state} although ${target} is ${is}`, 'Somebody else set it: set it to what is meant, or run failover or failback.');
    }
    const without = Object.entries(controls).filter(([, arn]) => !checks.some(({ control }) => control === arn));
    if (without.length > 0) {
        const names = without.map(([target]) => target).join(', ');
        return missing('mechanism', `no health check follows the routing control of ${names}`, 'Make one of the type RECOVERY_CONTROL.');
    }
    if (name === undefined || followed === undefined) {
        const why = name === undefined ? 'no public name is configured' : `the zone of ${name} is not in this account`;
        return unknown('mechanism', `the routing controls answer; ${why}, so its record sets were not looked at`);
    }
    const own = checks.filter(({ control }) => control !== undefined && Object.values(controls).includes(control));
    const following = new Set(own.flatMap(({ id }) => [...followersOf(id, checks)]));
    if (!followed.some((id) => id !== undefined && following.has(id))) {
        return missing('mechanism', `no record set of ${name} follows a routing control`, 'Give its record sets the health checks of the controls.');
    }
    return ready('mechanism', `${answering} of ${facts.endpoints.length} endpoints answer, the controls are as they are meant, and ${name} follows them`);
}

;// CONCATENATED MODULE: ./src/failover/readiness/heard-signal.ts

/** Health checks that a record set follows and that may hear of the signal by an API or a metric. */
function indirectChecks(checks, followed = []) {
    return checks.filter((check) => mayHear(check) && [...followersOf(check.id, checks)].some((id) => followed.includes(id)));
}
/** An object that is looked at itself, virtual-hosted or path style, is heard by nothing else. */
const OF_S3 = /(^|\.)s3[.-]/;
function mayHear({ type, inverted, disabled, host = '' }) {
    if (disabled)
        return false;
    return type === 'CLOUDWATCH_METRIC' || (type.startsWith('HTTP') && inverted && !OF_S3.test(host));
}
/**
 * What Route 53 makes of the newest value of a metric; it reads the metric itself, not the state of the alarm (Developer Guide,
 * "How Route 53 determines the status of health checks that monitor CloudWatch alarms").
 * @param value undefined: there is none of late
 * @param stopped region that the signal stops
 */
function heardByMetric({ id, inverted }, metric, value, stopped) {
    const source = `the metric ${metric.namespace} ${metric.metric}`;
    const trap = trapOf(metric, stopped);
    const about = { id, source, ...(trap !== undefined && { trap }) };
    if (value === undefined)
        return { ...about, says: 'nothing', found: 'has no data of late' };
    const healthy = breaches(value, metric) === inverted;
    return { ...about, says: healthy ? 'not stopped' : 'stopped', found: `is ${value}` };
}
function trapOf({ region, withoutData }, stopped) {
    if (region === stopped)
        return `it is in ${region}, which is lost when it is needed`;
    if (withoutData === 'LastKnownStatus')
        return undefined;
    return `without data it counts as ${withoutData}, and not as what was known last (InsufficientDataHealthStatus)`;
}
function breaches(value, { operator, threshold }) {
    switch (operator) {
        case 'GreaterThanOrEqualToThreshold':
            return value >= threshold;
        case 'GreaterThanThreshold':
            return value > threshold;
        case 'LessThanThreshold':
            return value < threshold;
        default:
            return value <= threshold;
    }
}
/**
 * What an inverted health check makes of an answer: 2xx and 3xx are what stops (Route 53 Developer Guide, "How Route 53 determines
 * the status of health checks that monitor an endpoint"). A failure of the API itself looks like "not stopped" and tells nothing.
 * @param answer status, or why there is none
 */
function heardByApi({ id }, source, answer) {
    if (typeof answer === 'string')
        return { id, source, says: 'nothing', found: `does not answer: ${answer}` };
    const found = `answers ${answer}`;
    if (answer >= 200 && answer < 400)
        return { id, source, says: 'stopped', found };
    // What may not be asked, or fails, does not see the signal.
    const blind = answer >= 500 || answer === 401 || answer === 403 || answer === 429;
    return { id, source, says: blind ? 'nothing' : 'not stopped', found };
}

;// CONCATENATED MODULE: ./src/failover/readiness/stop-switch.ts



const HEARD = 'See what reads the signal: templates/stop-switch/signals-api.yaml or signals-metric.yaml, in the region of the signal.';
const TEMPLATE = 'Deploy templates/stop-switch/global.yaml, which has the checks and the failover pair.';
/**
 * Whether the object itself is what Route 53 looks at. A health check of it that no record set follows, left from before an API or a
 * metric came between, does not count where one of those is followed.
 */
function isDirect({ checks, followed }, bucket, key) {
    const looking = lookingAt({ checks, followed }, bucket, key);
    if (looking.some((check) => isFollowed(check, { checks, followed })))
        return true;
    return looking.length > 0 && indirectChecks(checks, followed).length === 0;
}
/** Health checks that look at the object: those that a record set follows, or all where none is followed. */
function lookingAt({ checks, followed }, bucket, key) {
    const looking = checks.filter((check) => looksAt(check, bucket, key));
    const inUse = looking.filter((check) => isFollowed(check, { checks, followed }));
    return inUse.length > 0 ? inUse : looking;
}
function isFollowed({ id }, { checks, followed = [] }) {
    const following = followersOf(id, checks);
    return followed.some((one) => one !== undefined && following.has(one));
}
/** Whether writing the signal would make traffic leave: bucket, health check and record sets are as it needs them. */
function stopSwitchCheck(facts) {
    const { stops, place, bucket, key, name } = facts;
    const where = `s3://${bucket}/${key}`;
    if (!facts.bucketThere) {
        const fix = 'Deploy templates/stop-switch/signals.yaml there, and then deploy.';
        return missing('mechanism', `the bucket ${bucket} of the stop signal of ${stops} is not in ${place}`, fix);
    }
    if (facts.stopped && facts.active) {
        const fix = `If ${stops} is meant to serve, take it away: aws s3 rm ${where}`;
        return missing('mechanism', `the stop signal of ${stops} lies at ${where} although ${stops} is active`, fix);
    }
    if (!isDirect(facts, bucket, key))
        return notDirectly(where, facts);
    const looking = lookingAt(facts, bucket, key);
    const [check] = looking.filter(({ inverted, disabled }) => inverted && !disabled);
    if (check === undefined) {
        const [wrong] = looking;
        const what = wrong?.disabled ? 'disabled, which counts as healthy' : 'not inverted';
        return missing('mechanism', `the health check ${wrong?.id}, which looks at ${where}, is ${what}`, TEMPLATE);
    }
    if (name === undefined || facts.followed === undefined) {
        const why = name === undefined ? 'no public name is configured' : `the zone of ${name} is not in this account`;
        return unknown('mechanism', `${where} has its health check; ${why}, so its record sets were not looked at`);
    }
    if (!isFollowed(check, facts)) {
        return missing('mechanism', `no record set of ${name} follows the health check of ${where}`, TEMPLATE);
    }
    if (facts.followed.length < 2) {
        return missing('mechanism', `${name} has one record set: there is nowhere for traffic to go`, TEMPLATE);
    }
    return ready('mechanism', `${where} can be written, and a record set of ${name} follows it`);
}
/**
 * An API or a metric may stand between the signal and its check: then it must say what is so. That it changes with the signal is
 * seen by nothing but a drill.
 */
function notDirectly(where, facts) {
    const { checks, followed = [], name, heard = [], stopped } = facts;
    const [old] = lookingAt(facts, facts.bucket, facts.key);
    const unused = old === undefined ? '' : `; the health check ${old.id} of it is followed by no record set`;
    const others = indirectChecks(checks, followed);
    if (others.length === 0)
        return missing('mechanism', `no health check of Route 53 looks at ${where}`, TEMPLATE);
    const expected = stopped ? 'stopped' : 'not stopped';
    const [good] = heard.filter(({ says, trap }) => says === expected && trap === undefined);
    if (good !== undefined) {
        if (followed.length < 2)
            return missing('mechanism', `${name} has one record set: there is nowhere for traffic to go`, TEMPLATE);
        const text = `${where} can be written; ${good.source}, which ${name} follows by ${good.id}, ${good.found} (${expected}), as is so. That it changes with the signal is seen by a drill${unused}`;
        return ready('mechanism', text);
    }
    const [bad] = heard;
    if (bad !== undefined) {
        const said = bad.trap ?? (bad.says === 'nothing' ? 'so it may not hear the signal' : `and the signal is ${expected}`);
        return missing('mechanism', `${bad.source}, which ${name} follows by ${bad.id}, ${bad.found}: ${said}`, HEARD);
    }
    const ids = others.map(({ id }) => id).join(', ');
    return notLookedAt('mechanism', `no health check looks at ${where} itself; whether ${ids}, which ${name} follows, hears of it is not looked at${unused}`);
}
/** Virtual-hosted and path style, with the endpoint of any region (S3 User Guide, "Virtual hosting of buckets"). */
function looksAt({ type, host = '', path = '' }, bucket, key) {
    if (!type.startsWith('HTTP'))
        return false;
    const object = path.replace(/^\//, '');
    return host.startsWith(`${bucket.toLowerCase()}.s3`)
        ? object === key
        : host.startsWith('s3') && object === `${bucket}/${key}`;
}

// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
// EXTERNAL MODULE: ./src/aws/endpoint.ts
var endpoint = __webpack_require__(55572);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
;// CONCATENATED MODULE: ./src/commands/failover/readiness/heard.ts



/** A minute's data comes late, and a check that hears every minute may miss one. */
const LOOK_BACK_MS = 10 * 60_000;
/** Asks the APIs and metrics that may tell Route 53 of the signal. Those of signals in other regions are left out. @throws AwsError */
async function hear({ checks, followed }, { region, stops }, facts, context) {
    const heard = indirectChecks(checks, followed).map(async (check) => {
        if (check.metric !== undefined)
            return metricOf(check, check.metric, stops, facts, context);
        // A match of text, or an address alone, is not asked.
        if ((check.type !== 'HTTP' && check.type !== 'HTTPS') || check.host === undefined)
            return [];
        const named = (0,endpoint/* regionInHost */.SM)(check.host);
        if (named !== '' && named !== region)
            return [];
        const url = urlOf(check);
        const { status, error = 'no answer' } = await (0,probing/* askOnce */.R)({ url }, context);
        return [heardByApi(check, url, status ?? error)];
    });
    return (await Promise.all(heard)).flat();
}
async function metricOf(check, metric, stops, facts, { clock }) {
    const place = facts.find(({ target, error }) => target.region === metric.region && error === undefined);
    if (place === undefined)
        return [];
    const now = clock.now();
    const { namespace, metric: name, dimensions, statistic, periodSeconds } = metric;
    const since = now - Math.max(LOOK_BACK_MS, 3 * periodSeconds * 1000);
    const source = { namespace, metric: name, dimensions, statistic };
    const [series] = await place.session.monitoring.metricData([{ id: 'signal', source, periodSeconds, returned: true }], since, now);
    return [heardByMetric(check, metric, series?.points.at(-1)?.value, stops)];
}
function urlOf({ type, host = '', path = '/', port }) {
    const url = new URL(`${type.toLowerCase()}://${host}`);
    if (port !== undefined)
        url.port = String(port);
    return new URL(path, url).href;
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/mechanism.ts










/** Aliases to other names of the same zone are followed so far: a tree of record sets is seldom deeper. */
const MOST_LEVELS = 4;
/**
 * Health checks and record sets of the public name, in the first of these accounts that has its zone: a record set can
 * name health checks of its own account only.
 */
async function readRoute53(name, sessions) {
    for (const { traffic, readiness } of name === undefined ? [] : sessions) {
        const found = await setsOf(name ?? '', traffic.route53);
        if (found !== undefined) {
            return { checks: await readiness.healthChecks(), followed: found.map(({ healthCheckId }) => healthCheckId) };
        }
    }
    const checks = await Promise.all(sessions.map(({ readiness }) => readiness.healthChecks()));
    return { checks: checks.flat(), followed: undefined };
}
async function setsOf(name, route53) {
    for (const domain of (0,authority/* zonesAbove */.f)(name)) {
        const zone = (await route53.zonesByName(domain)).find((candidate) => !candidate.private);
        if (zone === undefined)
            continue;
        const found = [];
        let names = [name];
        for (let level = 0; level < MOST_LEVELS && names.length > 0; level += 1) {
            const sets = (await Promise.all(names.map((one) => route53.recordSets(zone.id, one)))).flat();
            found.push(...sets);
            names = [...new Set(sets.flatMap(({ alias }) => (alias?.zoneId === zone.id ? [alias.name] : [])))];
        }
        return found;
    }
    return undefined;
}
/** Targets that can be left while this one stays; none: it cannot take over from anybody. */
function leavable(mechanism, taker, names) {
    const others = names.filter((name) => name !== taker);
    if (mechanism.kind !== 'stop-switch')
        return others;
    return others.filter((name) => mechanism.signals[name] !== undefined);
}
/** Whether the mechanism could move traffic to a target now. One check for each thing that it needs. */
async function lookAtMechanism(plan, taker, active, facts, route53, context) {
    const { mechanism } = plan;
    const name = plan.probe && new URL(plan.probe.url).hostname;
    const names = plan.targets.map((target) => target.name);
    switch (mechanism.kind) {
        case 'stop-switch':
            return Promise.all(leavable(mechanism, taker, names).map(async (stops) => {
                const signal = mechanism.signals[stops] ?? { in: '', bucket: '', key: '' };
                return lookAtSignal(stops, signal, active.has(stops), name, facts, route53, context);
            }));
        case 'arc-routing-control':
            return [await lookAtControls(mechanism, active, name, facts, route53, context)];
        case 'weights':
            return [await lookAtWeights(mechanism.traffic, plan, taker, context)];
        case 'region-switch':
            return [await lookAtSwitch(mechanism.plan, taker, facts, context)];
        default:
            return [notLookedAt('mechanism', `what the mechanism ${mechanism.kind} needs is not looked at`)];
    }
}
async function lookAtSignal(stops, { in: place, bucket, key }, active, name, facts, route53, context) {
    const regionOf = (target) => facts.find((one) => one.target.name === target)?.target.region ?? '';
    const storage = facts.find(({ target }) => target.name === place)?.session.storage;
    if (storage === undefined)
        return notLookedAt('mechanism', `${place}, where the signal of ${stops} lies, was left out`);
    const bucketThere = (await storage.headBucket(bucket)) !== undefined;
    const stopped = bucketThere && (await storage.head(bucket, key)) !== undefined;
    const seen = await route53();
    const regions = { region: regionOf(place), stops: regionOf(stops) };
    const heard = isDirect(seen, bucket, key) ? [] : await hear(seen, regions, facts, context);
    return stopSwitchCheck({ stops, place, bucket, key, bucketThere, stopped, active, name, heard, ...seen });
}
/** Milliseconds that one endpoint of a cluster has to answer. */
const ENDPOINT_PATIENCE_MS = 5_000;
async function lookAtControls({ endpoints, controls }, active, name, facts, route53, { clock, signal }) {
    const source = facts.find(({ error }) => error === undefined)?.session.readiness;
    if (source === undefined)
        return notLookedAt('mechanism', 'no target could be read');
    const states = new Map();
    const patience = (0,failover_patience/* patienceOf */.H)(clock, ENDPOINT_PATIENCE_MS);
    const asked = await Promise.all(endpoints.map(async (endpoint) => {
        const answers = Object.values(controls).map(async (arn) => {
            try {
                const state = await patience(source.controlState(endpoint, arn, signal));
                if (state !== undefined)
                    states.set(arn, state);
                return state !== undefined;
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G))
                    throw error;
                if (error.kind === 'denied' || error.kind === 'credentials')
                    throw error;
                // Only an endpoint that answers can say that there is no such control.
                return error.kind === 'not-found';
            }
        });
        return { region: endpoint.region, answered: (await Promise.all(answers)).every(Boolean) };
    }));
    return routingControlCheck({ controls, states, endpoints: asked, active, name, ...(await route53()) });
}
/** Its data plane is asked in the region that would be activated, as a failover does. */
async function lookAtSwitch(plan, taker, facts, { signal }) {
    const own = facts.find(({ target }) => target.name === taker);
    if (own === undefined)
        return notLookedAt('mechanism', `${taker} was left out`);
    try {
        return regionSwitchCheck(plan, own.target.region, await own.session.regionSwitch.executions(plan, signal));
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        return regionSwitchCheck(plan, own.target.region, undefined);
    }
}
async function lookAtWeights(traffic, plan, taker, context) {
    const environment = {
        targets: plan.targets.map(survivors/* targetOf */.$r),
        instances: [],
        name: plan.environment,
        application: plan.application,
    };
    const driver = await (0,traffic_driver/* trafficDriverOf */.j)(traffic, environment, context);
    const { weights } = await driver.read(context.signal);
    if (weights[taker] === undefined) {
        return missing('mechanism', `${driver.kind} knows no weight of ${taker}`, 'Deploy to it: that makes its records.');
    }
    return ready('mechanism', `${driver.kind} has weights of ${Object.keys(weights).join(', ')}`);
}

;// CONCATENATED MODULE: ./src/failover/readiness/concurrency.ts

/** Days that the use of Lambda is looked back over: one week of the calendar may be quiet. */
const LOOK_BACK_DAYS = 14;
/**
 * Whether a target may run what all of them run together now: Lambda's quota is one of each account and region (Lambda
 * Developer Guide, "Lambda quotas"), and one that was raised at home is not raised elsewhere. What single functions
 * have reserved or provisioned here is taken from what is left for the others.
 */
function concurrencyCheck(own, others) {
    const reserved = Math.max(0, ...others.map((other) => other.reserved));
    const all = [own, ...others];
    const known = all.every(({ used }) => used !== undefined);
    const used = all.reduce((sum, one) => sum + (one.used ?? 0), 0);
    const needed = Math.max(used, reserved);
    const found = `Lambda may run ${own.limit} at once; ${known ? `all targets together ran at most ${used} at once in ${LOOK_BACK_DAYS} days` : 'how many ran is not known'}, and ${reserved} are reserved elsewhere`;
    if (own.limit < needed)
        return missing('quotas', found, raise(own, needed));
    const shared = all.reduce((sum, one) => sum + (one.usedUnreserved ?? 0), 0);
    const left = own.limit - own.reserved;
    if (left < shared) {
        const text = `${found}. Here ${own.reserved} are reserved for single functions, which leaves ${left} for the others, and those ran ${shared} at once`;
        return missing('quotas', text, raise(own, own.reserved + shared));
    }
    const largest = Math.max(0, ...others.map(({ limit }) => limit));
    if (!known && own.limit < largest)
        return unknown('quotas', `${found}; elsewhere ${largest} may`, raise(own, largest));
    return ready('quotas', found);
}
/** Service Quotas calls it "Concurrent executions". */
function raise({ region }, value) {
    return `Ask for a higher quota: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --region ${region} --desired-value ${value}`;
}

;// CONCATENATED MODULE: ./src/failover/readiness/limits.ts

const API_GATEWAY = {
    name: 'API Gateway',
    raise: (region, value) => `Ask for a higher quota: aws service-quotas request-service-quota-increase --service-code apigateway --quota-code L-8A5B8E43 --region ${region} --desired-value ${value}`,
};
const DYNAMODB = {
    name: 'DynamoDB',
    raise: (region, value) => `If its tables have provisioned capacity, ask for ${value} as account-level throughput in ${region}: Service Quotas, Amazon DynamoDB.`,
};
/**
 * Whether a target has quotas as high as those that it would take over from. How much of them is used is not looked at, so a lower one
 * may be enough.
 * @param others by target
 */
function limitsCheck({ name, raise }, own, { region, others }) {
    for (const [what, value] of Object.entries(own)) {
        const [most] = others
            .map(([target, limits]) => ({ target, value: limits[what] ?? 0 }))
            .toSorted((a, b) => b.value - a.value);
        if (most === undefined || most.value <= value)
            continue;
        const text = `${name} has a quota of ${value} ${what} here and of ${most.value} in ${most.target}; how much is used is not looked at`;
        return unknown('quotas', text, raise(region, most.value));
    }
    const told = Object.entries(own).map(([what, value]) => `${value} ${what}`);
    return ready('quotas', `${name} has a quota of ${told.join(' and ')}, no less than elsewhere`);
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/quotas.ts





const HOUR_SECONDS = 3_600;
const DAY_MS = 86_400_000;
/** Services whose quotas are looked at where the stacks have resources of these types. Quotas of others are not looked at. */
const SERVICES = [
    { service: API_GATEWAY, types: /^AWS::ApiGateway(?:V2)?::/, read: ({ readiness }) => readiness.apiThrottle() },
    { service: DYNAMODB, types: /^AWS::DynamoDB::/, read: ({ readiness }) => readiness.tableCapacity() },
];
/** Quotas and use in the account and region of each target. */
async function readQuotas(facts, { clock }) {
    // A standby may have less in its stacks than who it takes over from.
    const there = facts.flatMap(({ stacks }) => stacks.flatMap(({ resources }) => resources.map(({ type }) => type)));
    const used = SERVICES.filter(({ types }) => there.some((type) => types.test(type)));
    const found = await Promise.all(facts
        .filter(({ error }) => error === undefined)
        .map(async (one) => {
        const concurrency = await orError(() => concurrencyOf(one, clock.now()));
        const services = await Promise.all(used.map(async ({ service, read }) => [service, await orError(() => read(one.session))]));
        return [one.target.name, { concurrency, services: new Map(services) }];
    }));
    return new Map(found);
}
async function orError(read) {
    try {
        return await read();
    }
    catch (failure) {
        if (failure instanceof ports/* AwsError */.G)
            return failure;
        throw failure;
    }
}
async function concurrencyOf({ target: { name, region }, session }, now) {
    const { limit, unreserved } = await session.readiness.concurrency();
    const metrics = { used: 'ConcurrentExecutions', free: 'UnreservedConcurrentExecutions' };
    const series = await session.monitoring.metricData(Object.entries(metrics).map(([id, metric]) => ({
        id,
        // Without a dimension it is that of the whole account and region (Lambda Developer Guide, "Types of metrics").
        source: { namespace: 'AWS/Lambda', metric, dimensions: {}, statistic: 'Maximum' },
        periodSeconds: HOUR_SECONDS,
        returned: true,
    })), now - LOOK_BACK_DAYS * DAY_MS, now);
    const most = (id) => {
        const values = (series.find((one) => one.id === id)?.points ?? []).map(({ value }) => value);
        return values.length === 0 ? undefined : Math.max(...values);
    };
    const [used, usedUnreserved] = [most('used'), most('free')];
    return {
        target: name,
        region,
        limit,
        reserved: limit - unreserved,
        ...(used !== undefined && { used }),
        ...(usedUnreserved !== undefined && { usedUnreserved }),
    };
}
/**
 * Whether one target may do what all together do. One check for each service.
 * @param others targets in other accounts and regions
 */
function quotasChecks(own, others, quotas) {
    const { name, region } = own.target;
    const mine = quotas.get(name);
    if (mine === undefined)
        return [unknown('quotas', 'quotas are not known: the target cannot be read')];
    const known = others.flatMap(({ target }) => {
        const found = quotas.get(target.name);
        return found === undefined ? [] : [[target.name, found]];
    });
    const unreadable = (service, errors) => {
        const error = errors.find((one) => one instanceof ports/* AwsError */.G);
        return error === undefined
            ? []
            : [unknown('quotas', `the quota of ${service} is not known: ${error.message}`, ...fixOf(error))];
    };
    const isRead = (one) => one !== undefined && !(one instanceof ports/* AwsError */.G);
    const concurrency = [mine.concurrency, ...known.map(([, one]) => one.concurrency)];
    const [first] = [mine.concurrency].filter(isRead);
    const lambda = unreadable('Lambda', concurrency);
    return [
        ...(lambda.length > 0 || first === undefined
            ? lambda
            : [concurrencyCheck(first, concurrency.slice(1).filter(isRead))]),
        ...[...mine.services].flatMap(([service, limits]) => {
            const all = known.map(([target, one]) => [target, one.services.get(service)]);
            const failed = unreadable(service.name, [limits, ...all.map(([, one]) => one)]);
            if (failed.length > 0 || !isRead(limits))
                return failed;
            const read = all.flatMap(([target, one]) => (isRead(one) ? [[target, one]] : []));
            return [limitsCheck(service, limits, { region, others: read })];
        }),
    ];
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/refuse-options.ts

/** Options of `plan` that are about a deployment: here they would be silently ignored. */
const OF_A_DEPLOYMENT = [
    'build',
    'capabilities',
    'check-only',
    'disable-rollback',
    'engine',
    'fail-on-changes',
    'failure-tolerance',
    'in-region',
    'junit-file',
    'keep-plan',
    'leave',
    'max-concurrency',
    'missing-parameters',
    'plan-file',
    'release',
    'revert-after',
    'sequential',
    'service-role',
    'tags',
    'timeout',
    'until',
];
/** @throws UserError `readiness-option` */
function refuseOptions(options, { nameOption }) {
    const given = OF_A_DEPLOYMENT.filter((name) => options[name] !== undefined && options[name] !== false);
    if (given.length === 0)
        return;
    const names = given.map((name) => nameOption(name)).join(', ');
    throw new errors/* UserError */.yo('readiness-option', `${names} is of a plan of a deployment, and ${nameOption('failover')} plans none`, {
        fix: [`Leave out ${names}, or ${nameOption('failover')}.`],
    });
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/restore-commands.ts

/** What gets the plan and the program out of the bucket of each target, and runs them: for the night without GitHub. */
function restoreCommands(plan) {
    if (plan === undefined)
        return {};
    const key = (0,failover_plan/* planKey */.v)({ application: plan.application, name: plan.environment });
    const entries = plan.targets.flatMap(({ name, region, bucket }) => {
        if (bucket === undefined)
            return [];
        const copy = (object, to) => `aws s3 cp s3://${bucket}/${object} ${to} --region ${region}`;
        const program = plan.bundle === undefined ? [] : [`${copy(plan.bundle.key, '-')} | tar xz`];
        // Who runs it is asked to type the name, and a failover without a reason is refused.
        const run = `node dist/index.js failover --plan dr-plan.json --to ${name} --reason "WHY"`;
        return [[name, [copy(key, 'dr-plan.json'), ...program, run]]];
    });
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./src/aws/other-certificates.ts
var other_certificates = __webpack_require__(61852);
;// CONCATENATED MODULE: ./src/failover/readiness/certificate.ts

const certificate_DAY_MS = 86_400_000;
/** ACM begins to renew 60 days before the end (ACM User Guide, "Managed certificate renewal"): by now it has failed. */
const LATE_DAYS = 30;
/**
 * @param name public name that it has to prove
 * @param used of custom domains of API Gateway, of listeners and distributions of the stacks; none: nothing here has one of ACM
 * @param now milliseconds since the epoch
 */
function certificateChecks(name, used, now) {
    if (used.length > 0)
        return used.map((one) => certificateCheck(name, one, now));
    const text = `API Gateway has no custom domain ${name} here, and the stacks have no listener or distribution with a certificate of ACM for it; what else ends TLS is not looked at`;
    return [notLookedAt('certificate', text)];
}
function certificateCheck(name, { by, certificate }, now) {
    const { arn, status, notAfter } = certificate;
    const days = notAfter === undefined ? undefined : Math.floor((notAfter - now) / certificate_DAY_MS);
    const found = `the certificate of ${name} at ${by} is ${status}${days === undefined ? '' : `, for ${days} days more`}`;
    if (status === 'ISSUED' && (days === undefined || days >= LATE_DAYS))
        return ready('certificate', found);
    const renewal = status === 'ISSUED'
        ? `ACM has not renewed it: see why with aws acm describe-certificate --certificate-arn ${arn}, or import a new one.`
        : `Bring it to ISSUED, or give ${by} another one: aws acm describe-certificate --certificate-arn ${arn}`;
    return missing('certificate', found, renewal);
}

// EXTERNAL MODULE: ./src/commands/failover/endpoint.ts
var failover_endpoint = __webpack_require__(31656);
;// CONCATENATED MODULE: ./src/commands/failover/readiness/services.ts




/**
 * Certificates with which the public name is proven here: of the regional custom domain, of listeners of its stacks,
 * and of distributions.
 * @param shared distributions of the environment: they serve all regions
 * @throws AwsError
 */
async function lookAtCertificates(name, { session: { readiness }, stacks }, shared, { clock }) {
    if (name === undefined)
        return [notLookedAt('certificate', 'no public name is configured: failover.probe has it')];
    const listening = stacks
        .flatMap(({ resources }) => resources)
        .filter(({ type }) => type === 'AWS::ElasticLoadBalancingV2::Listener');
    const [domain, listeners, distributions] = await Promise.all([
        readiness.certificate(name),
        Promise.all(listening.map(async ({ physicalId: arn }) => (await readiness.listenerCertificates(arn))
            .filter(({ names }) => names.some((pattern) => (0,other_certificates.covers)(pattern, name)))
            .map((certificate) => ({ by: `the listener ${arn.split('/').slice(-3).join('/')}`, certificate })))),
        Promise.all(shared.map(async ({ id, session }) => {
            const certificate = await session.readiness.distributionCertificate(id, name);
            return certificate === undefined ? [] : [{ by: `the distribution ${id}`, certificate }];
        })),
    ]);
    const own = domain === undefined ? [] : [{ by: 'API Gateway', certificate: domain }];
    return certificateChecks(name, [...own, ...listeners.flat(), ...distributions.flat()], clock.now());
}
/** Whether it answers at its own endpoint. */
async function lookAtEndpoint(planned, plan, context) {
    if (planned?.endpoint === undefined) {
        return notLookedAt('endpoint', 'the plan has none for it: failover.endpoint names it');
    }
    const { endpoint, region, release } = planned;
    const answer = await (0,failover_endpoint/* askEndpoint */.N)({ endpoint, region }, plan?.probe, context);
    if (!answer.good) {
        return missing('endpoint', `${endpoint} does not serve: ${answer.text}`, 'See why, or deploy to it again.');
    }
    if (answer.release !== undefined && release !== undefined && answer.release !== release) {
        const text = `${endpoint} answers with the release ${answer.release}, not ${release}`;
        return missing('endpoint', text, 'Deploy to it again.');
    }
    return ready('endpoint', `${endpoint} answers: ${answer.text}`);
}
/** What its gates say. */
function gatesCheck({ verdicts, against }) {
    if (verdicts.length === 0)
        return notLookedAt('gates', 'the environment has none: alarms are not looked at');
    const told = (which) => which.map(({ gate, reason }) => `${gate}: ${reason}`).join('; ');
    const failed = against.filter(({ verdict }) => verdict === 'fail');
    if (failed.length > 0)
        return missing('gates', told(failed), 'Mend what they look at, or the gates.');
    if (against.length > 0)
        return unknown('gates', told(against));
    const open = verdicts.filter(({ verdict }) => verdict !== 'pass');
    const passed = `${verdicts.length - open.length} of ${verdicts.length} pass`;
    return ready('gates', open.length === 0 ? passed : `${passed}; no verdict yet: ${told(open)}`);
}

// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
;// CONCATENATED MODULE: ./src/commands/failover/readiness/stacks.ts


/** Whether the stacks of a target are good and have the release that the same stacks have where they serve. */
function releaseCheck({ target, stacks }, serving) {
    if (stacks.length === 0)
        return missing('release', `${target.name} has no stacks`, 'Deploy to it.');
    const bad = stacks.filter(({ stack }) => stack === undefined || !(0,src_stack/* statusMeaning */.uj)(stack.status).success);
    if (bad.length > 0) {
        const told = bad.map(({ instance, stack }) => `${instance.stack.stackName} is ${stack?.status ?? 'not there'}`);
        return missing('release', told.join(', '), `Deploy to ${target.name}, until status shows its stacks as good.`);
    }
    const vague = stacks.flatMap(({ instance, release }) => 'unknown' in release ? [`the release of ${instance.stack.stackName} is not known: ${release.unknown}`] : []);
    if (vague.length > 0)
        return unknown('release', vague.join('; '), `Deploy to ${target.name}: that records it.`);
    for (const own of stacks) {
        for (const other of serving.flatMap((facts) => facts.stacks)) {
            const [has, wanted] = [idOf(own), idOf(other)];
            if (other.instance.stack.key !== own.instance.stack.key || wanted === undefined || has === wanted)
                continue;
            return missing('release', `${own.instance.stack.stackName} has the release ${has}, ${other.instance.target.name} has ${wanted}`, `Deploy the same: deploy --release ${wanted}`);
        }
    }
    const [release] = new Set(stacks.map(idOf));
    return ready('release', `${release}${serving.length === 0 ? '' : ', as where traffic is'}`);
}
function idOf({ release }) {
    return 'release' in release ? release.release.id : undefined;
}
/** Whether what was deployed lies in the target's own bucket: without it nothing is deployed there again. */
function artifactsCheck({ stacks, bucket }) {
    if (bucket === undefined)
        return notLookedAt('artifacts', 'it has no bucket yet');
    const absent = stacks.flatMap((stack) => stack.absent);
    if (absent.length === 0)
        return ready('artifacts', `those of its release are in ${bucket}`);
    const [first] = absent;
    return missing('artifacts', `${absent.length} of its release are not in ${bucket} any more, such as ${first}`, 'Deploy again: what is missing is copied.');
}
/** What its stacks have as parameters, and what the configuration says of them. */
function parametersOf({ target, stacks }) {
    return stacks.flatMap(({ instance, stack }) => {
        if (stack === undefined)
            return [];
        const texts = Object.entries(instance.settings.parameters).map(([name, { text }]) => [name, text]);
        return [
            {
                target: target.name,
                stack: instance.stack.key,
                deployed: stack.parameters,
                configured: Object.fromEntries(texts),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/commands/failover/readiness/readiness.ts


















/** Says of each target that could take over whether it can, and what is missing. Changes nothing. */
const planFailover = async (options, context) => {
    const startedAt = context.clock.now();
    refuseOptions(options, context);
    const chosen = await (0,commands_environment/* environmentOf */.p)(options, context, { templates: false });
    const { whole, environment } = chosen;
    const { application, name } = whole;
    if (whole.failover === undefined) {
        throw new errors/* UserError */.yo('no-failover', `${name} has no failover that could be ready`, {
            fix: ['Add "failover" to the environment and deploy: see docs/failover.md.'],
        });
    }
    context.report({
        type: 'run.started',
        command: 'plan',
        version: context.version,
        application,
        environment: name,
        targets: environment.targets.map((target) => target.name),
        dryRun: true,
    });
    const readiness = await lookAround(chosen, context);
    context.report({ type: 'readiness.ready', readiness });
    const verdict = overall(readiness.targets.map((target) => ({ verdict: AS_CHECK[target.verdict] })));
    const notReady = readiness.targets.filter((target) => target.verdict === 'not-ready').map(({ target }) => target);
    return (0,result/* runResult */.X)(whole, {
        command: 'plan',
        startedAt,
        instances: [],
        planned: true,
        readiness,
        ...ENDS[verdict],
        ...(notReady.length > 0 && { failure: `${notReady.join(', ')} could not take over` }),
    }, context);
};
const AS_CHECK = { ready: 'ready', 'not-ready': 'missing', unknown: 'unknown' };
/** How what was found is told to scripts. */
const ENDS = {
    ready: { status: 'planned', exitCode: exit_codes/* exitCodes */.h.ok },
    'not-ready': { status: 'failed', exitCode: exit_codes/* exitCodes */.h.failed },
    unknown: { status: 'inconclusive', exitCode: exit_codes/* exitCodes */.h.inconclusive },
};
/** What is there of each target that may take over. Changes nothing. @throws UserError where nothing can be read anywhere */
async function lookAround({ whole, environment, excluded }, context) {
    const settings = whole.failover;
    if (settings === undefined)
        throw new Error('the environment has no failover');
    const asked = whole.targets.filter((target) => !excluded.has(target.name));
    const facts = await readFacts(whole, asked, context);
    const [first] = facts.flatMap(({ error }) => error ?? []);
    // Where nothing can be read anywhere it is the user's credentials, or their network.
    if (first !== undefined && facts.every(({ error }) => error !== undefined))
        throw first;
    const readable = facts.filter(({ error }) => error === undefined);
    const works = readable.map(({ target, session }) => ({ target, session }));
    const [copies, { inactive }, quotas] = await Promise.all([
        readCopies(whole, facts),
        (0,active_targets/* activeReader */.s)(whole, works, context).state(),
        readQuotas(facts, context),
    ]);
    const plan = newestPlan(copies);
    let route53;
    const seen = {
        whole,
        facts,
        copies,
        plan,
        current: plan && (await isCurrent(plan, whole, settings, context)),
        active: new Set(whole.targets.map((target) => target.name).filter((target) => !inactive.includes(target))),
        quotas,
        route53: () => {
            route53 ??= readRoute53(plan?.probe && new URL(plan.probe.url).hostname, oneAnAccount(readable));
            return route53;
        },
    };
    const names = (0,with_role/* withRoles */.o)(whole).targets.map((target) => target.name);
    const mechanism = plan?.mechanism;
    const wanted = new Set(environment.targets.map((target) => target.name));
    const candidates = facts.filter((one) => !(0,with_role/* isShared */.y)(one.stacks.map(({ instance }) => instance)) &&
        wanted.has(one.target.name) &&
        (mechanism === undefined || leavable(mechanism, one.target.name, names).length > 0));
    return {
        mechanism: settings.mechanism.kind,
        ...(plan !== undefined && {
            plan: { sha256: plan.sha256, compiledAt: plan.compiledAt, release: plan.release.id },
        }),
        targets: await Promise.all(candidates.map((own) => lookAt(own, seen, context))),
        commands: restoreCommands(plan),
    };
}
function oneAnAccount(facts) {
    const sessions = new Map(facts.map(({ target, session }) => [target.account ?? target.name, session]));
    return [...sessions.values()];
}
async function lookAt(own, seen, context) {
    const { target } = own;
    const { name, region } = target;
    return { target: name, region, active: seen.active.has(name), ...(await checksOf(own, seen, context)) };
}
async function checksOf(own, { whole, facts, copies, plan, current, active, quotas, route53 }, context) {
    const { name, region, account } = own.target;
    const look = async (subject, work) => {
        try {
            return [await work()].flat();
        }
        catch (error) {
            if (!(error instanceof ports/* AwsError */.G) && !(error instanceof errors/* UserError */.yo))
                throw error;
            return [unknown(subject, `it could not be found out: ${(0,errors/* errorText */.kc)(error)}`, ...fixOf(error))];
        }
    };
    const copy = copies.find(({ target }) => target === name) ?? { target: name };
    if (own.error !== undefined) {
        const checks = [unknown('release', `${name} cannot be read: ${(0,errors/* errorText */.kc)(own.error)}`, ...fixOf(own.error))];
        return { verdict: overall(checks), checks };
    }
    const others = facts.filter(({ target, error }) => target.name !== name && error === undefined);
    const serving = others.filter(({ target }) => active.has(target.name));
    const elsewhere = others.filter(({ target }) => target.region !== region || target.account !== account);
    const release = { id: plan?.release.id ?? 'none' };
    const checks = await Promise.all([
        look('plan', async () => planCheck(copy, plan, current)),
        look('program', () => programCheck(plan, own)),
        look('release', async () => releaseCheck(own, serving)),
        look('parameters', async () => parametersCheck(parametersOf(own), serving.flatMap(parametersOf))),
        look('artifacts', async () => artifactsCheck(own)),
        look('endpoint', () => lookAtEndpoint(plan?.targets.find((planned) => planned.name === name), plan, context)),
        look('gates', async () => gatesCheck(await (0,failback_gates/* gatesOf */.og)(name, { release }, whole, context))),
        look('quotas', async () => quotasChecks(own, elsewhere, quotas)),
        look('certificate', () => lookAtCertificates(plan?.probe && new URL(plan.probe.url).hostname, own, distributionsOf(facts), context)),
        look('mechanism', async () => plan === undefined ? [] : lookAtMechanism(plan, name, active, facts, route53, context)),
    ]);
    return { verdict: overall(checks.flat()), checks: checks.flat() };
}


/***/ }),

/***/ 95719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ zonesAbove),
/* harmony export */   v: () => (/* binding */ authorityOf)
/* harmony export */ });
const DNS_PORT = 53;
/** A URL holds IPv6 addresses in brackets. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;
/**
 * The authoritative name servers of the public name: those that are configured, or those that its zone is delegated to,
 * with their addresses, so that a failover looks nothing up.
 * @returns undefined where the URL has an address, or no zone is found
 * @throws when the resolver does not answer
 */
async function authorityOf({ url, nameServers, resolver }, names) {
    const { hostname: name } = new URL(url);
    if (ADDRESS.test(name))
        return undefined;
    if (nameServers !== undefined)
        return { name, servers: nameServers };
    for (const zone of zonesAbove(name)) {
        const found = await names.servers(zone, resolver);
        if (found.length === 0)
            continue;
        const addresses = await Promise.all(found.toSorted().map((server) => names.addresses(server, resolver)));
        return { name, zone, servers: addresses.flat().map((host) => ({ host, port: DNS_PORT })) };
    }
    return undefined;
}
/** The name and what is above it, but no top-level domain: that is nobody's zone here. */
function zonesAbove(name) {
    const labels = name.split('.').filter((label) => label !== '');
    return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}


/***/ }),

/***/ 18127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ compilePlan)
/* harmony export */ });
/** The plan of a failover: everything that it must not have to look up. */
function compilePlan(environment, settings, facts) {
    const { probe, endpoint: pattern, replication, rtoMs, rpoMs } = settings;
    const { authority, bundle } = facts;
    const unknown = [];
    const resolve = (text) => {
        const value = facts.resolve(text);
        if (value === undefined)
            unknown.push(text);
        return value ?? '';
    };
    const mechanism = mechanismOf(environment, settings, resolve);
    const url = probe && resolve(probe.url);
    const replicated = replication && resolvedReplication(replication, resolve);
    if (unknown.length > 0)
        return { kind: 'unknown', texts: unknown };
    return {
        kind: 'plan',
        plan: {
            schema: 1,
            application: environment.application,
            environment: environment.name,
            compiledAt: facts.compiledAt,
            compiledBy: facts.compiledBy,
            release: { id: facts.release.id, ...(facts.release.commit !== undefined && { commit: facts.release.commit }) },
            targets: environment.targets.map(({ location: _location, ...target }) => {
                const bucket = facts.buckets[target.name];
                const release = facts.releases[target.name];
                // One that was not deployed yet has no outputs: that keeps nobody from a plan for the others.
                const endpoint = pattern === undefined ? undefined : facts.resolve(pattern, target.name);
                return {
                    ...target,
                    ...(bucket !== undefined && { bucket }),
                    ...(release !== undefined && { release }),
                    ...(endpoint !== undefined && { endpoint }),
                };
            }),
            mechanism,
            ...(mechanism.kind !== 'weights' && isRevertible(environment.traffic) && { traffic: environment.traffic }),
            ...(probe !== undefined && url !== undefined && { probe: { ...probe, url } }),
            ...(replicated !== undefined && { replication: replicated }),
            ...(facts.fence !== undefined && { fence: facts.fence }),
            ...(authority !== undefined && { authority }),
            ...(bundle !== undefined && { bundle }),
            ...(rtoMs !== undefined && { rtoMs }),
            ...(rpoMs !== undefined && { rpoMs }),
            ...facts.work,
        },
    };
}
/** AWS can be told to change its weights later. */
function isRevertible(traffic) {
    return traffic?.driver.driver === 'route53' && traffic.driver.revertRole !== undefined;
}
function resolvedReplication({ heartbeat, tables, maxLagMs }, resolve) {
    return {
        tables: tables.map(resolve),
        maxLagMs,
        ...(heartbeat !== undefined && { heartbeat: resolve(heartbeat) }),
    };
}
function mechanismOf({ traffic }, { mechanism }, resolve) {
    if (mechanism.kind === 'stop-switch') {
        const signals = Object.entries(mechanism.signals).map(([target, { bucket, ...signal }]) => [target, { ...signal, bucket: resolve(bucket) }]);
        return { kind: 'stop-switch', signals: Object.fromEntries(signals) };
    }
    if (mechanism.kind !== 'weights')
        return mechanism;
    // The configuration was refused without a driver.
    if (traffic === undefined)
        throw new Error('the mechanism weights has no traffic driver');
    return { kind: 'weights', traffic };
}


/***/ })

};
