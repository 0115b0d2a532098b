export const id = 5027;
export const ids = [5027];
export const modules = {

/***/ 95027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failback: () => (/* binding */ failback_failback)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/failback.ts + 1 modules
var failback = __webpack_require__(53505);
// EXTERNAL MODULE: ./src/failover/move.ts
var move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/topology/with-role.ts
var with_role = __webpack_require__(33770);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/refuse-drill.ts
var refuse_drill = __webpack_require__(95824);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/shift/active-states.ts
var active_states = __webpack_require__(13494);
// EXTERNAL MODULE: ./src/commands/shift/facts.ts
var facts = __webpack_require__(63934);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
;// CONCATENATED MODULE: ./src/failover/backlog.ts

/** What is not worked off yet. @param now milliseconds since the epoch */
function notDrained(readings, limits, now) {
    const problems = [];
    const notes = [];
    const pending = [];
    for (const reading of readings) {
        const name = `${reading.source} in ${reading.target}`;
        if (reading.kind === 'queue')
            problems.push(...queueProblems(name, reading, limits));
        else if (reading.kind === 'stream') {
            if (reading.ageMs <= limits.maxAgeMs)
                continue;
            problems.push(`${name} is ${seconds(reading.ageMs)} behind, and ${allowedAge(limits)} are allowed`);
        }
        else if (reading.idle !== true)
            problems.push(`the backlog of ${name} is not known: ${reading.why}`);
        else if ((reading.knownFrom ?? 0) > now) {
            pending.push(reading.knownFrom ?? 0);
            problems.push(`the backlog of ${name} is not known yet: ${reading.why}, and its consumer has just started`);
        }
        else
            notes.push(`${name}: ${reading.why}, so its backlog was not measured`);
    }
    return { problems, notes, ...(pending.length > 0 && { knownFrom: Math.max(...pending) }) };
}
/** Users may fill it all the time: it is worked off when nothing is left of what waited, empty or not. */
function queueProblems(name, { messages, oldest }, limits) {
    const { maxMessages, maxAgeMs, startedAt } = limits;
    if (messages <= maxMessages)
        return [];
    const has = `${name} has ${(0,report_text/* count */.U9)(messages, 'message')}, and ${maxMessages} are allowed (failover.backlog.max-messages)`;
    if (typeof oldest === 'string')
        return [`${has}; how old the oldest is, is not known: ${oldest}`];
    const measured = startedAt === undefined || oldest.at >= startedAt;
    if (measured && oldest.ageMs <= maxAgeMs)
        return [];
    if (startedAt !== undefined && oldest.at - oldest.ageMs >= startedAt)
        return [];
    const since = startedAt === undefined ? '' : ', or came since its consumers run';
    return [
        `${has}, or any number of which none is older than ${allowedAge(limits)}${since}: the oldest is ${seconds(oldest.ageMs)} old`,
    ];
}
const seconds = (ms) => `${(ms / 1000).toFixed(0)} s`;
const allowedAge = ({ maxAgeMs }) => `${maxAgeMs / 1000} s (failover.backlog.max-age)`;
/** A queue that was told to be empty once may not be: SQS counts approximately (Developer Guide, "Confirming that a queue is empty"). */
const LOOKS = 2;
const PAUSE_MS = 2_000;
/**
 * Looks until everything is worked off, twice in a row where queues are among it, or the time is over. Where it is too early
 * to tell whether a stream is read, it is waited until that can be told, however little time is given.
 * @throws the reason of `signal`
 */
async function waitDrained(read, limits, { clock, signal }) {
    const began = clock.now();
    for (let good = 0;;) {
        const readings = await read();
        const found = notDrained(readings, limits, clock.now());
        good = found.problems.length === 0 ? good + 1 : 0;
        const enough = good >= (readings.some(({ kind }) => kind === 'queue') ? LOOKS : 1);
        const until = Math.max(began + limits.waitMs, (found.knownFrom ?? 0) + PAUSE_MS);
        // One look is all that there is time for: it counts.
        if (enough || clock.now() + PAUSE_MS > until)
            return found;
        await clock.sleep(PAUSE_MS, signal);
    }
}

// EXTERNAL MODULE: ./src/failover/consumers.ts
var consumers = __webpack_require__(16367);
// EXTERNAL MODULE: ./src/topology/backlog.ts
var backlog = __webpack_require__(79066);
// EXTERNAL MODULE: ./src/template/locate-nested.ts
var locate_nested = __webpack_require__(26996);
// EXTERNAL MODULE: ./src/commands/failover/find-consumers.ts
var find_consumers = __webpack_require__(5490);
;// CONCATENATED MODULE: ./src/commands/failover/backlog-sources.ts


/**
 * What functions of these stacks, and of those that they nest, read by event source mappings, and what these marked mappings
 * read; each once.
 * @throws AwsError
 */
async function mappedSources(session, stackNames, marked) {
    const { target, mappings } = session;
    const found = (await Promise.all(stackNames.map((name) => mappingsOf(name, session)))).flat();
    const ids = [...new Set([...marked, ...found])];
    const sources = await Promise.all(ids.map(async (id) => {
        const source = await mappings.source(id);
        return source?.arn === undefined ? [] : [sourceOf(source, source.arn, target, marked.includes(id))];
    }));
    return sources.flat();
}
async function mappingsOf(stack, session) {
    const resources = await (0,find_consumers/* resourcesOf */.F3)(stack, session.cloudformation);
    const inner = await Promise.all(resources.map(async ({ type, physicalId }) => {
        if (physicalId === undefined)
            return [];
        if (type === 'AWS::Lambda::EventSourceMapping')
            return [physicalId];
        return (0,locate_nested/* isNestedStack */.SZ)(type) ? mappingsOf(physicalId, session) : [];
    }));
    return inner.flat();
}
function sourceOf({ state, functionName, changedAt }, arn, target, marked) {
    // arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE; a stream of DynamoDB is table/NAME/stream/LABEL.
    const [, , service = '', , account = '', resource = ''] = arn.split(':');
    const common = { target, running: state !== 'disabled', marked, ...(changedAt !== undefined && { changedAt }) };
    if (service === 'sqs')
        return { ...common, kind: 'queue', name: resource, text: `the queue ${resource}`, account };
    const name = resource.split('/')[1] ?? resource;
    const kind = service === 'kinesis' || service === 'dynamodb' ? 'stream' : 'other';
    return { ...common, kind, name, text: `the stream ${name} of ${functionName}`, functionName };
}
/** A queue that the configuration names: by its name, its URL or its ARN. */
function namedQueue(text, target) {
    const parts = text.startsWith('arn:') ? text.split(':').slice(-2) : text.split('/').slice(-2);
    const name = parts.at(-1) ?? text;
    const [account = ''] = parts.length > 1 ? parts : [];
    const owner = /^\d{12}$/.test(account) && { account };
    return { target, kind: 'queue', name, text: `the queue ${name}`, running: true, marked: false, ...owner };
}

// EXTERNAL MODULE: ./src/commands/failover/plan-values.ts
var plan_values = __webpack_require__(10401);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
;// CONCATENATED MODULE: ./src/commands/failover/read-backlog.ts


const PERIOD_MS = 60_000;
/** Metrics come a minute or two late, and `IteratorAge` only while records are read. */
const LOOK_BACK_MS = 5 * PERIOD_MS;
/** So long after a consumer started there may be no `IteratorAge` although it reads: a period, and two minutes late. */
const SILENT_MS = 3 * PERIOD_MS;
/**
 * How much waits there. What cannot be read is a reading too.
 * @param now milliseconds since the epoch
 * @param startedAt milliseconds since the epoch at which its consumer was started; absent: when its mapping was changed last
 */
async function readSource(source, session, now, startedAt) {
    const about = { target: source.target, source: source.text };
    try {
        if (source.kind === 'other')
            return { ...about, kind: 'unknown', why: 'sources of this kind are not looked at', idle: true };
        if (source.kind === 'stream')
            return { ...about, ...(await streamAge(source, session, now, startedAt)) };
        const { name, account } = source;
        const [depth, oldest] = await Promise.all([
            session.queues.depth({ name, ...(account !== undefined && { account }) }),
            oldestMessage(name, account, session, now),
        ]);
        if (depth === undefined)
            return { ...about, kind: 'unknown', why: 'there is no such queue' };
        return { ...about, kind: 'queue', messages: depth.visible + depth.inFlight + depth.delayed, oldest };
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) && !(error instanceof errors/* UserError */.yo))
            throw error;
        return { ...about, kind: 'unknown', why: (0,errors/* errorText */.kc)(error) };
    }
}
async function streamAge({ functionName = '', changedAt }, session, now, startedAt = changedAt) {
    // What was told before it was started says nothing of what waits since.
    const since = Math.max(now - LOOK_BACK_MS, startedAt === undefined ? 0 : startedAt - (startedAt % PERIOD_MS));
    // Lambda Developer Guide, "Types of metrics": milliseconds, by function; of the slowest of its streams.
    const metric = { namespace: 'AWS/Lambda', metric: 'IteratorAge', dimensions: { FunctionName: functionName } };
    const newest = await newestPoint(metric, since, now, session);
    if (newest !== undefined)
        return { kind: 'stream', ageMs: newest.value };
    const why = `there is no IteratorAge since ${new Date(since).toISOString()}`;
    return { kind: 'unknown', why, idle: true, ...(startedAt !== undefined && { knownFrom: startedAt + SILENT_MS }) };
}
/** How old the oldest message is; text: why that is not known, which alone keeps nobody from counting messages. */
async function oldestMessage(QueueName, owner, session, now) {
    // SQS Developer Guide, "Available CloudWatch metrics": seconds, of the oldest message that was not deleted.
    const metric = { namespace: 'AWS/SQS', metric: 'ApproximateAgeOfOldestMessage', dimensions: { QueueName } };
    try {
        // CloudWatch tells of queues by their name alone: there may be one of the same name here.
        if (owner !== undefined && owner !== (await session.account()))
            return `the queue is of the account ${owner}, whose metrics are not looked at`;
        const newest = await newestPoint(metric, now - LOOK_BACK_MS, now, session);
        if (newest !== undefined)
            return { at: newest.at, ageMs: newest.value * 1000 };
        return `CloudWatch has no ApproximateAgeOfOldestMessage of the last ${LOOK_BACK_MS / 60_000} minutes`;
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G))
            throw error;
        return (0,errors/* errorText */.kc)(error);
    }
}
async function newestPoint(metric, since, now, { monitoring }) {
    const source = { ...metric, statistic: 'Maximum' };
    const query = { id: 'age', source, periodSeconds: PERIOD_MS / 1000, returned: true };
    const [series] = await monitoring.metricData([query], since, now);
    return series?.points.at(-1);
}

;// CONCATENATED MODULE: ./src/commands/failover/backlog.ts









const FIX = [
    'See why it is not worked off; what is to be worked off elsewhere is moved by whoever knows what it is.',
    'How much may be left, and how long is waited for it, say failover.backlog.max-messages, max-age and wait.',
];
/** Finds what functions of the stacks read, and what the configuration names. @throws AwsError, UserError */
async function openBacklog({ returning, before, move }, plan, environment, context) {
    const limits = environment.failover?.backlog ?? (0,backlog/* readBacklog */.K)();
    const names = (0,with_role/* withRoles */.o)(environment).targets.map(({ name }) => name);
    const where = plan.consumers?.where ?? 'every-active';
    const [ran, will] = [before, move].map((state) => (0,consumers/* runningTargets */.m3)(where, names, state));
    const stopping = names.filter((name) => name !== returning && ran?.includes(name) && !will?.includes(name));
    const [own, others] = await Promise.all([
        sourcesIn(returning, plan, environment, context),
        Promise.all(stopping.map((name) => sourcesIn(name, plan, environment, context))),
    ]);
    const starting = own.filter(({ running, marked }) => !running && marked && will?.includes(returning));
    const unread = own.filter((source) => !source.running && !starting.includes(source));
    const named = (await namedQueues(returning, limits.queues, environment, context)).filter(({ name, account }) => !own.some((one) => one.kind === 'queue' && one.name === name && (account ?? one.account) === one.account));
    const stops = others.flat().filter(({ running, marked }) => running && marked);
    const judged = [...own.filter(({ running }) => running), ...stops, ...named];
    const { clock } = context;
    const read = (sources, startedAt) => readAll(sources, environment, context, startedAt);
    const filled = async (sources) => (await read(sources)).flatMap((reading) => reading.kind === 'queue' && reading.messages > limits.maxMessages ? [{ ...reading, text: reading.source }] : []);
    const note = (text) => context.report({ type: 'note', level: 'warning', text });
    return {
        async before(waits) {
            const looked = waits
                ? await waitDrained(() => read(judged), limits, context)
                : notDrained(await read(judged), limits, clock.now());
            looked.notes.forEach(note);
            for (const { text, target, messages } of await filled(unread))
                note(`${text} in ${target} has ${(0,report_text/* count */.U9)(messages, 'message')}, and no function reads it`);
            // They are young enough, or it would not go on.
            for (const { text, target, messages } of looked.problems.length > 0 ? [] : await filled(stops))
                note(`${text} in ${target} has ${(0,report_text/* count */.U9)(messages, 'message')}, and no function reads it once its consumers stop`);
            // What is judged once consumers run must be readable now, while nothing is moved.
            const blind = (await read(starting)).flatMap((reading) => reading.kind === 'unknown' && !reading.idle
                ? [`the backlog of ${reading.source} in ${reading.target} is not known: ${reading.why}`]
                : []);
            return [...looked.problems, ...blind].map((text) => new errors/* UserError */.yo('failback-backlog', text, { fix: FIX }));
        },
        ...(starting.length > 0 && {
            async started(signal) {
                const startedAt = clock.now();
                const look = () => read(starting, startedAt);
                const { problems, notes } = await waitDrained(look, { ...limits, startedAt }, { clock, signal });
                notes.forEach(note);
                if (problems.length === 0)
                    return undefined;
                return `${problems.join('; ')}. It was waited ${limits.waitMs / 1000} s for it (failover.backlog.wait)`;
            },
        }),
    };
}
async function sourcesIn(name, { consumers }, { targets, instances }, { aws }) {
    const target = targets.find((one) => one.name === name);
    if (target === undefined)
        return [];
    const stacks = instances.filter((instance) => instance.target.name === name).map(({ stack }) => stack.stackName);
    const marked = (consumers?.targets[name] ?? []).filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
    return mappedSources(aws.session(target), stacks, marked);
}
async function namedQueues(returning, queues, environment, context) {
    if (environment.failover === undefined || queues.length === 0)
        return [];
    const resolve = await (0,plan_values/* planValues */.G)(environment, environment.failover, [], context);
    return queues.map((text) => {
        const value = resolve(text, returning);
        if (value !== undefined)
            return namedQueue(value, returning);
        throw new errors/* UserError */.yo('failback-backlog', `failover.backlog names ${text}, which is not known in ${returning}`, {
            fix: [`Deploy to ${returning}, or correct failover.backlog.queues.`],
        });
    });
}
async function readAll(sources, { targets }, { aws, clock }, startedAt) {
    const readings = sources.map((source) => {
        const target = targets.find(({ name }) => name === source.target);
        return target === undefined ? [] : [readSource(source, aws.session(target), clock.now(), startedAt)];
    });
    return Promise.all(readings.flat());
}

// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/consumers.ts
var failover_consumers = __webpack_require__(73380);
// EXTERNAL MODULE: ./src/commands/failover/ends.ts
var ends = __webpack_require__(17787);
// EXTERNAL MODULE: ./src/commands/failover/failback-gates.ts + 4 modules
var failback_gates = __webpack_require__(61008);
// EXTERNAL MODULE: ./src/commands/failover/failback-steps.ts
var failback_steps = __webpack_require__(82988);
// EXTERNAL MODULE: ./src/commands/failover/fencing.ts + 4 modules
var fencing = __webpack_require__(18053);
// EXTERNAL MODULE: ./src/commands/failover/hooks.ts
var failover_hooks = __webpack_require__(93045);
// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 4 modules
var reporting = __webpack_require__(6868);
// EXTERNAL MODULE: ./src/commands/failover/still-held.ts
var still_held = __webpack_require__(81351);
;// CONCATENATED MODULE: ./src/commands/failover/failback.ts























/** Brings a region back that a failover left: only through gates, and in steps where the mechanism knows them. */
const failback_failback = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,consent/* reasonOf */.A)(options, rehearse);
    const { whole: environment } = await (0,commands_environment/* environmentOf */.p)(options, context, { templates: false });
    const { application, name } = environment;
    const { version, report, clock } = context;
    const names = environment.targets.map((target) => target.name);
    report({
        type: 'run.started',
        command: 'failback',
        version,
        application,
        environment: name,
        targets: names,
        dryRun: rehearse,
    });
    const wait = { command: 'failback', lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn, leases: !rehearse };
    const works = (0,target_work/* createTargetWork */.J2)(environment, { ...wait, makesBuckets: false }, context);
    try {
        const reachable = await (0,prove_targets/* proveTargets */.t)(works, options, context);
        const missing = names.filter((target) => !reachable.some((work) => work.target.name === target));
        if (missing.length > 0) {
            throw new errors/* UserError */.yo('target-unreachable', `${missing.join(', ')} cannot be reached: a failback needs every region`);
        }
        await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
        const states = (0,active_states/* activeStatesOf */.s)(environment, reachable, context);
        const before = await states.read();
        (0,refuse_drill/* refuseOpenDrill */.U)(before);
        const { targets } = (0,with_role/* withRoles */.o)(environment);
        const returning = returningOf(options.to, before.inactive, targets);
        const plan = await (0,load_plan/* planOfEnvironment */.cl)(environment, names.filter((target) => !before.inactive.includes(target)), context);
        const move = (0,failback/* returnOf */.gi)({ returning, targets, before });
        const done = (0,failback/* isBack */.S3)(returning, before, move);
        const id = context.origin.runId;
        const { incident } = options;
        const asked = { id, who: context.origin.who, reason, ...(incident !== undefined && { incident }) };
        let end = { outcome: done ? 'already-active' : 'rehearsed', move, marks: {}, deviations: [] };
        const fences = (0,fencing/* openFences */.F)(plan, [returning], context);
        const stopped = done ? [] : await fences.stopped(returning);
        const confirm = once(() => (0,consent/* checkConfirmation */._)(move, { to: returning }, options, context));
        const unfenced = [];
        if (stopped.length > 0) {
            const text = `${returning} is fenced: ${stopped.join(', ')} takes no calls`;
            report({ type: 'note', level: 'warning', text: rehearse ? `${text}, so its gates may not pass` : text });
            // What gates ask of it must be able to answer; nothing else sends calls there yet.
            if (!rehearse) {
                await confirm();
                unfenced.push(...(await fences.lift([returning])));
            }
        }
        const gates = done ? [] : await (0,failback_gates/* assertReady */.c_)(returning, plan, before, environment, works, context);
        const backlog = done ? undefined : await openBacklog({ returning, before, move }, plan, environment, context);
        (0,failback_gates/* refuseUnready */.$D)(returning, (await backlog?.before(!rehearse)) ?? []);
        const probes = !done && !rehearse && plan.probe ? (0,probing/* startProbes */.o)(plan.probe, context) : undefined;
        if (!done && !rehearse) {
            try {
                await confirm();
                const away = {
                    active: move.active.filter((target) => target !== returning),
                    inactive: [...move.inactive, returning],
                };
                const good = await (0,facts/* goodTargets */.KL)(environment, works);
                const parts = await (0,failback_steps/* returnParts */.jO)(plan, returning, move, { ...away, leaving: [returning] }, good, reason, context);
                const record = {
                    ...asked,
                    from: [],
                    to: move.active,
                    mechanism: plan.mechanism.kind,
                    at: new Date(clock.now()).toISOString(),
                };
                const request = { returning, targets, before, record };
                const assertHeld = () => (0,still_held/* assertStillHeld */.u)(reachable);
                const [consumers, hooks] = [(0,failover_consumers/* consumersOfPlan */._)(plan, context), (0,failover_hooks/* hooksOfPlan */.Z)(plan, context)];
                const judge = (since) => (0,failback_gates/* failingSince */.ht)(since, returning, plan, environment, context);
                const ports = {
                    ...parts,
                    assertHeld,
                    judge,
                    clock,
                    report,
                    signal: context.signal,
                    state: states,
                    ...(consumers !== undefined && { consumers }),
                    ...(hooks !== undefined && { hooks }),
                    ...(backlog?.started !== undefined && { drained: backlog.started }),
                };
                const ended = await (0,failback/* runFailback */.p6)(request, { ...ports, ...(probes !== undefined && { probes }) });
                end = { ...ended, deviations: [...unfenced, ...ended.deviations] };
            }
            finally {
                await probes?.stop(true);
            }
        }
        const told = await (0,reporting/* reportOf */.EI)({ plan, asked, end, startedAt, ...(probes !== undefined && { probes }) }, context);
        await (0,reporting/* writeReport */.u5)(told, probes?.results ?? [], options['report-folder'], context);
        const { failure, outcome } = end;
        const details = { ...ends/* ENDS */.B[outcome], failover: told, gates, ...(failure !== undefined && { failure }) };
        return (0,result/* runResult */.X)(environment, { command: 'failback', startedAt, instances: [], release: plan.release, ...details }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
/** @throws UserError `failback-which`, `unknown-target` */
function returningOf(to, inactive, targets) {
    const [only, ...others] = inactive;
    if (to !== undefined)
        return (0,move/* namedTarget */.Jt)(to, targets, 'to');
    if (only !== undefined && others.length === 0)
        return only;
    const found = only === undefined ? 'every target is active' : `${inactive.join(', ')} are not active`;
    throw new errors/* UserError */.yo('failback-which', `a failback needs to be told which target returns: ${found}`, {
        fix: ['Give its name as to.'],
    });
}
/** Who said yes is not asked again. */
function once(ask) {
    let asked;
    return () => {
        asked ??= ask();
        return asked;
    };
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

/***/ 95824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseOpenDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10533);


/**
 * While a drill is at work its leases keep everybody out. One that died has left traffic where it was, and the record of
 * it open: nothing else moves traffic before it is ended. A failover does not ask.
 * @throws UserError `drill-open`
 */
function refuseOpenDrill(state) {
    const drill = (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openDrill */ .uR)(state);
    if (drill === undefined)
        return;
    const { kind, to, at, who } = drill;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-open', `a drill (${kind}, to ${to.join(', ')}) of ${who}, begun at ${at}, has not ended`, {
        fix: ['End it: drill --end. Traffic then goes where it is good.'],
    });
}


/***/ })

};
