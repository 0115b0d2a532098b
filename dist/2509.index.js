export const id = 2509;
export const ids = [2509];
export const modules = {

/***/ 15827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   _: () => (/* binding */ checkConfirmation)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * Why traffic is moved: it stands in the report and in what every region remembers.
 * @throws UserError `failover-reason`
 */
function reasonOf({ reason, incident }, rehearse) {
    if (reason !== undefined)
        return reason;
    if (rehearse)
        return 'rehearsal';
    if (incident !== undefined)
        return `incident ${incident}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('failover-reason', 'a failover needs a reason, which is recorded', {
        fix: ['Give reason, or incident.'],
    });
}
/**
 * The name of the target has to be written once more, in `confirm` or on the terminal.
 * @throws UserError `not-confirmed`
 */
async function checkConfirmation({ active, inactive }, request, { confirm }, context) {
    const name = 'to' in request ? request.to : request.from;
    const question = `Traffic moves to ${active.join(', ')}, away from ${inactive.join(', ')}. Type ${name} to go on:`;
    const typed = confirm ?? (await context.prompt(question));
    if (typed?.trim() === name)
        return;
    const what = typed === undefined ? 'nobody confirmed it' : `"${typed}" is not ${name}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not-confirmed', `nothing was moved: ${what}`, {
        fix: [`Give ${context.nameOption('confirm')} with the name of the target: ${name}.`],
    });
}


/***/ }),

/***/ 73380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ consumersOfPlan)
/* harmony export */ });
/* harmony import */ var _failover_still_ours_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46362);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26586);
/* harmony import */ var _switch_consumer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74545);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77010);




/** Lambda and Scheduler take a few changes a second in an account and region. */
const MOST_AT_ONCE = 8;
/** The marked consumers of the plan on real AWS; undefined where none are marked. Nothing is listed. */
function consumersOfPlan(plan, { aws, clock }) {
    const { consumers } = plan;
    if (consumers === undefined)
        return undefined;
    return {
        where: consumers.where,
        async set(target, running, signal, guard = _failover_still_ours_js__WEBPACK_IMPORTED_MODULE_0__/* .UNGUARDED */ .Iw) {
            const own = consumers.targets[target] ?? [];
            if (own.length === 0)
                return;
            const session = aws.session((0,_survivors_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)((0,_survivors_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedTarget */ .Uh)(plan, target)));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
            const limit = pLimit(MOST_AT_ONCE);
            await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_3__/* .settleAll */ .j)(own.map((consumer) => limit(() => (0,_switch_consumer_js__WEBPACK_IMPORTED_MODULE_1__/* .switchConsumer */ .r)(consumer, running, guardedConsumers(session, guard), { clock, signal }))));
        },
    };
}
/** A mapping may be waited for two minutes before it can be written: the guard is asked right before each write. */
function guardedConsumers({ mappings, rules, schedules }, guard) {
    const first = (enable) => async (...args) => {
        await guard();
        return enable(...args);
    };
    return {
        mappings: { ...mappings, enable: first(mappings.enable) },
        rules: { enable: first(rules.enable) },
        schedules: { enable: first(schedules.enable) },
    };
}


/***/ }),

/***/ 93045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ hooksOfPlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _gates_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21435);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54246);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77010);




/** A plan holds everything: nothing is looked up. */
const NO_OUTPUTS = { of: async () => undefined };
/** The hooks of the plan, run as gates run their commands and functions; undefined where it has none. */
function hooksOfPlan(plan, context) {
    const { hooks } = plan;
    if (hooks === undefined)
        return undefined;
    const has = (name) => Object.values(hooks).some((own) => own[name] !== undefined);
    const run = (name) => async (target, signal) => {
        const hook = hooks[target]?.[name];
        if (hook === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-hook', `the plan has no hook ${name} for ${target}`, { fix: ['Deploy to it.'] });
        const finding = await ask(hook.check, { target, name, since: context.clock.now(), ...hook, signal });
        if (finding.verdict !== 'pass')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('hook-failed', `the hook ${name} failed in ${target}: ${finding.reason}`);
    };
    const [look] = Object.values(hooks).flatMap(({ caughtUp }) => caughtUp ?? []);
    async function ask(check, { target, name, since, timeoutMs, signal }) {
        const place = (0,_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)((0,_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .plannedTarget */ .Uh)(plan, target));
        const limit = new AbortController();
        const stop = AbortSignal.any([signal, limit.signal]);
        const late = context.clock.sleep(timeoutMs, stop).then(() => {
            limit.abort();
            return { verdict: 'inconclusive', reason: `no answer in ${timeoutMs / 1000} s`, evidence: {} };
        });
        late.catch(() => undefined);
        try {
            const judge = await (0,_gates_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .loadCheck */ .V)(check);
            const { application, environment, release } = plan;
            const about = { application, environment, release: release.id, stacks: [] };
            const request = {
                check: told(check, name, context.cwd),
                moment: 'after',
                target: place,
                targets: plan.targets.map(_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r),
                judged: 1,
                from: lookedBackTo(check, since, context.clock.now()),
                since,
                signal: stop,
                note: () => { },
                outputs: NO_OUTPUTS,
                about,
            };
            return await Promise.race([judge(request, (0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .gatePorts */ .o)(context)), late]);
        }
        finally {
            limit.abort();
        }
    }
    return {
        ...(has('quiesce') && { quiesce: run('quiesce') }),
        ...(has('resume') && { resume: run('resume') }),
        ...(look !== undefined && {
            caughtUp: {
                timeoutMs: look.timeoutMs,
                intervalMs: look.intervalMs,
                async ask(target, since, signal) {
                    const check = hooks[target]?.caughtUp?.check;
                    if (check === undefined)
                        return { passed: false, reason: `the plan does not say how it is seen in ${target}` };
                    const { verdict, reason } = await ask(patient(check, context.clock.now() - since), {
                        target,
                        name: 'caught-up',
                        since,
                        timeoutMs: LOOK_MS,
                        signal,
                    });
                    return { passed: verdict === 'pass', reason };
                },
            },
        }),
    };
}
/** Metrics of CloudWatch come a minute or two late: until then, that there are none says nothing. */
const LATE_MS = 180_000;
/** Writes have just stopped: missing data counts as what the configuration says only when data would be there. */
function patient(check, stoppedMs) {
    if (check.kind !== 'metric' || stoppedMs >= check.periodMs + LATE_MS)
        return check;
    return { ...check, missingData: 'inconclusive' };
}
/** Lag that was high when writes stopped may have gone since: only the newest data tells. */
function lookedBackTo(check, since, now) {
    return check.kind === 'metric' ? Math.max(since, now - check.periodMs - LATE_MS) : since;
}
/** One look at replication. */
const LOOK_MS = 60_000;
/** A plan is used on whatever machine is left: commands run where this program does, and are told what they are for. */
function told(check, name, directory) {
    if (check.kind !== 'command')
        return check;
    return { ...check, directory, environment: { ...check.environment, SMR_HOOK: name } };
}


/***/ }),

/***/ 34782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ inherited),
  D: () => (/* binding */ mechanismOf)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/patience.ts
var patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/still-ours.ts
var still_ours = __webpack_require__(46362);
;// CONCATENATED MODULE: ./src/failover/mechanisms/arc-routing-control.ts




/**
 * Milliseconds that an endpoint is waited for, by round: two silent ones cost 3 s before the third is asked, and an
 * endpoint that is only slow gets its chance in the second round.
 */
const ROUNDS_MS = [1_500, 6_000];
/**
 * On for who is active, off for the others, in one call. ARC keeps at least three of its five endpoints available, so
 * they are asked one after the other (Developer Guide, "Best practices for routing control": "Choose one of your
 * Regional cluster endpoints at random", and try each).
 */
function createRoutingControl(ports) {
    const { controls, clock, override } = ports;
    const endpointsFor = (move) => {
        const usable = ports.endpoints.filter(({ region }) => ports.mayAsk(region, move));
        const start = Math.floor(clock.random() * usable.length);
        return [...usable.slice(start), ...usable.slice(0, start)];
    };
    return {
        kind: 'arc-routing-control',
        check(move) {
            const without = [...move.active, ...move.inactive].filter((target) => controls[target] === undefined);
            if (without.length > 0) {
                throw new errors/* UserError */.yo('no-routing-control', `${without.join(', ')} has no routing control`, {
                    fix: ['Add it to failover.routing-controls and deploy.'],
                });
            }
        },
        async apply(move, signal, guard = still_ours/* UNGUARDED */.Iw) {
            const states = Object.fromEntries([
                ...move.active.map((target) => [controls[target] ?? '', 'On']),
                ...move.inactive.map((target) => [controls[target] ?? '', 'Off']),
            ]);
            const silent = [];
            const cluster = ports.controlsOf(move.active[0] ?? '');
            for (const timeoutMs of ROUNDS_MS) {
                for (const endpoint of endpointsFor(move)) {
                    await guard();
                    const failure = await ask(cluster, endpoint, states, override, timeoutMs, signal, clock);
                    if (failure === undefined)
                        return silent;
                    silent.push(`the endpoint in ${endpoint.region} did not answer: ${failure}`);
                }
            }
            throw new errors/* UserError */.yo('routing-control-silent', `no endpoint of the cluster answered: ${silent.join('; ')}`, {
                fix: ['Run the same command again: ARC keeps three of five endpoints available.'],
            });
        },
    };
}
/** Undefined: it is done. A text: this endpoint is no use, another may be. */
async function ask(cluster, endpoint, states, override, timeoutMs, signal, clock) {
    try {
        const update = (cut) => cluster.update(endpoint, states, override, cut).then(() => true);
        const answered = await (0,patience/* patienceOf */.H)(clock, timeoutMs, signal)(update);
        return answered ? undefined : `nothing in ${timeoutMs / 1000} s`;
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G))
            throw error;
        if (error.kind === 'conflict') {
            // A run that began tells what failed, and not how to mend it: the way out stands in the sentence too.
            const hint = 'if the rule is wrong now, name its ARN in override-safety-rules';
            throw new errors/* UserError */.yo('safety-rule', `a safety rule stands against it: ${error.message}; ${hint}`, {
                fix: ['If the rule is wrong now, name its ARN in override-safety-rules: the reason is recorded.'],
                cause: error,
            });
        }
        if (['unreachable', 'server', 'throttled', 'other'].includes(error.kind))
            return (0,errors/* errorText */.kc)(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/failover/mechanisms/command.ts


/** A program of the user's own. What it contacts is not in the ledger, only that it was started. */
function createCommand(ports) {
    return {
        kind: 'command',
        check() { },
        async apply(move, signal, guard = still_ours/* UNGUARDED */.Iw) {
            const [program = '', ...args] = ports.run;
            const env = {
                ...(await ports.environment(move.active[0] ?? '')),
                SMR_FAILOVER_TO: move.active.join(','),
                SMR_FAILOVER_FROM: move.inactive.join(','),
            };
            await guard();
            const { directory: cwd, onLine } = ports;
            const { exitCode, tail } = await ports.spawn(program, args, { cwd, env, signal, onLine, tailLines: 20 });
            if (exitCode === 0)
                return ['what the command contacted is not in the ledger'];
            const said = tail.findLast((line) => line.trim() !== '') ?? '';
            throw new errors/* UserError */.yo('failover-command', `the command ended with ${exitCode}${said && `: ${said.trim()}`}`, {
                fix: ['Run the same failover again when it is mended: nothing else was moved.'],
            });
        },
    };
}

// EXTERNAL MODULE: ./src/failover/mechanisms/region-switch.ts
var region_switch = __webpack_require__(42426);
// EXTERNAL MODULE: ./src/failover/mechanisms/stop-switch.ts
var stop_switch = __webpack_require__(80414);
// EXTERNAL MODULE: ./src/failover/mechanisms/weights.ts
var weights = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/failover/move.ts
var move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/mechanism.ts








/**
 * The mechanism of the plan on real AWS. Contacts nobody.
 * @param since what a stop signal says of when, milliseconds since the epoch: a drill knows it before it is written
 */
function mechanismOf(plan, staying, { reason, override, graceful }, context, since) {
    const { mechanism } = plan;
    // A move that asks everybody has lost nobody.
    const everywhere = plan.targets.every(({ name }) => staying.includes(name));
    const mayAsk = (region, { leaving, active }) => everywhere || !(0,move/* lostRegions */.S2)(leaving, active, plan.targets).has(region);
    const session = (name) => context.aws.session((0,survivors/* targetOf */.$r)((0,survivors/* plannedTarget */.Uh)(plan, name)));
    switch (mechanism.kind) {
        case 'stop-switch':
            return (0,stop_switch/* createStopSwitch */.d)({
                signals: mechanism.signals,
                clock: context.clock,
                ...(since !== undefined && { since }),
                storage: (name) => session(name).storage,
                mayAsk: (name, move) => mayAsk((0,survivors/* plannedTarget */.Uh)(plan, name).region, move),
            });
        case 'arc-routing-control':
            return createRoutingControl({
                endpoints: mechanism.endpoints,
                controls: mechanism.controls,
                override,
                clock: context.clock,
                mayAsk,
                controlsOf: (name) => session(name).routingControls,
            });
        case 'region-switch':
            return (0,region_switch/* createRegionSwitchMechanism */.y)({
                ...mechanism,
                reason,
                run: context.origin.runId,
                mode: graceful ? 'graceful' : 'ungraceful',
                clock: context.clock,
                note: (text) => context.report({ type: 'note', level: 'warning', text }),
                regionOf: (name) => (0,survivors/* plannedTarget */.Uh)(plan, name).region,
                switchOf: (name) => session(name).regionSwitch,
            });
        case 'weights': {
            const targets = plan.targets.filter(({ name }) => staying.includes(name)).map(survivors/* targetOf */.$r);
            const { traffic } = mechanism;
            return (0,weights/* createWeights */.y)(() => (0,traffic_driver/* trafficDriverOf */.j)(traffic, { targets, instances: [], name: plan.environment, application: plan.application }, context), traffic.weights);
        }
        case 'command':
            return createCommand({
                run: mechanism.run,
                spawn: context.spawn,
                directory: context.cwd,
                environment: async (name) => ({ ...inherited(context.env), ...(await session(name).environment()) }),
                onLine: (line) => context.report({ type: 'tool.output', tool: 'failover command', line }),
            });
    }
}
/** What every program needs to run at all. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SHELL', 'SYSTEMROOT'];
/** Those variables of the environment that every program needs. */
function inherited(env) {
    return Object.fromEntries(INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}


/***/ }),

/***/ 74545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until),
/* harmony export */   r: () => (/* binding */ switchConsumer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73233);


/** A mapping is switched within seconds, as a rule; what it has fetched already is worked on to its end. */
const WAIT_MS = 120_000;
const EVERY_MS = 2_000;
/** Asks again while there is no answer, or not the right one; undefined when it never came. */
async function until(ask, isRight, { clock, signal }) {
    const deadline = clock.now() + WAIT_MS;
    for (;;) {
        try {
            const answer = await ask();
            if (isRight(answer))
                return answer;
        }
        catch (error) {
            if (!(0,_stack_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .d)(error) || clock.now() >= deadline)
                throw error;
        }
        if (clock.now() >= deadline)
            return undefined;
        await clock.sleep(EVERY_MS, signal);
    }
}
/**
 * Enables or disables an event source mapping and waits until Lambda says that it is. Undefined when it never does. One
 * that is so already is left alone.
 */
async function switchMapping(id, enabled, mappings, patience) {
    const wanted = enabled ? 'enabled' : 'disabled';
    const before = await until(() => mappings.state(id), (state) => state !== 'changing', patience);
    if (before === wanted)
        return 'unchanged';
    const asked = await until(() => mappings.enable(id, enabled), (answer) => answer !== 'busy', patience);
    if (asked !== 'accepted')
        return (await mappings.state(id)) === undefined ? 'gone' : undefined;
    let found;
    await until(async () => {
        found = await mappings.state(id);
    }, () => found === wanted || found === undefined, patience);
    return found === wanted ? 'changed' : found === undefined ? 'gone' : undefined;
}
/**
 * Starts or stops one consumer, and waits until AWS says that it is so.
 * @returns whether something had to be changed, as far as that can be seen
 * @throws UserError `consumer-gone`, `consumer-not-switched`, AwsError
 */
async function switchConsumer({ kind, id, group, resource }, running, { mappings, rules, schedules }, patience) {
    const ask = () => {
        switch (kind) {
            case 'mapping':
                return switchMapping(id, running, mappings, patience);
            case 'rule':
                return rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, running);
            case 'schedule':
                return schedules.enable({ name: id, ...(group !== undefined && { group }) }, running);
        }
    };
    const answer = kind === 'mapping' ? await ask() : await until(ask, (found) => found !== 'busy', patience);
    if (answer === 'changed' || answer === 'unchanged')
        return answer === 'changed';
    if (answer === 'gone') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-gone', `${resource} (${id}) is not there`, {
            fix: ['Deploy: each deployment writes down which consumers there are.'],
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-not-switched', `${resource} (${id}) does not ${running ? 'start' : 'stop'}`, {
        fix: ['Look for who else changes it, then run the same command again.'],
    });
}


/***/ }),

/***/ 16367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ consumerChange),
/* harmony export */   K3: () => (/* binding */ switchConsumers),
/* harmony export */   m3: () => (/* binding */ runningTargets)
/* harmony export */ });
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26586);

/**
 * Where consumers run: in every target that is active, or in one of them alone, the first in the order of the
 * configuration.
 */
function runningTargets(where, names, { inactive }) {
    const active = names.filter((name) => !inactive.includes(name));
    return where === 'every-active' ? active : active.slice(0, 1);
}
/**
 * What a move that can reach everybody makes of consumers. Stopped are those that ran by what is remembered, and those
 * of whoever is left: a run that was killed may have remembered the new state before it came to stop them.
 */
function consumerChange(where, names, before, { inactive, leaving }) {
    const on = runningTargets(where, names, { inactive });
    const ran = runningTargets(where, names, before);
    return { on, off: names.filter((name) => !on.includes(name) && (ran.includes(name) || leaving.includes(name))) };
}
/** Never on both sides: nobody's are started before those that have to stop have stopped. @throws UserError, AwsError */
async function switchConsumers({ on, off }, consumers, signal) {
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(off.map((target) => consumers.set(target, false, signal)));
    signal.throwIfAborted();
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(on.map((target) => consumers.set(target, true, signal)));
}


/***/ }),

/***/ 31724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TF: () => (/* binding */ contactRule),
/* harmony export */   o3: () => (/* binding */ drillRule),
/* harmony export */   oM: () => (/* binding */ measuringRule),
/* harmony export */   s1: () => (/* binding */ fenceRule)
/* harmony export */ });
/* harmony import */ var _partitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47055);

/**
 * What a failover may call before it is verified, by mechanism: an allow-list, so that a service nobody thought of is
 * refused; what the partition refuses besides is in partitions.ts. Homes of control planes: AWS whitepaper "AWS Fault Isolation Boundaries", appendices A and B. The plan file
 * has no say in it.
 */
const ALWAYS = {
    // Regional endpoints; objects only: creating and configuring buckets depends on us-east-1.
    STS: ['GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
    S3: ['GetObject', 'PutObject', 'DeleteObject', 'HeadObject'],
    // Consumers, in the regions that stay: what is there already is enabled, nothing is created. A hook may resume writes. Functions
    // that an earlier failover fenced take calls again where the region takes over.
    Lambda: [
        'GetEventSourceMapping',
        'UpdateEventSourceMapping',
        'Invoke',
        'GetFunctionConcurrency',
        'PutFunctionConcurrency',
        'DeleteFunctionConcurrency',
    ],
    EventBridge: ['DescribeRule', 'EnableRule', 'DisableRule'],
    // Also what a drill had scheduled; nothing depends on that.
    Scheduler: ['GetSchedule', 'UpdateSchedule', 'DeleteSchedule'],
    // One item of the table of heartbeats, once users are served.
    DynamoDB: ['GetItem'],
};
/** Of a graceful move besides: how it sees that replication has caught up. */
const GRACEFUL = { CloudWatch: ['GetMetricData'] };
/** Drivers of weights have their control plane in one region: a planned move accepts that by its choice of mechanism. */
const BY_MECHANISM = {
    'stop-switch': {},
    // Five endpoints in five regions, us-east-1 among them: the quorum of ARC is in none of them.
    'arc-routing-control': { Route53RecoveryCluster: ['UpdateRoutingControlStates'] },
    // Region switch has a data plane in each region: that of the region which takes over is asked.
    'region-switch': { ARCRegionSwitch: ['StartPlanExecution', 'GetPlanExecution', 'ListPlanExecutions'] },
    command: {},
    weights: {
        Route53: [
            'GetHostedZone',
            'ListHostedZonesByName',
            'ListResourceRecordSets',
            'ChangeResourceRecordSets',
            'GetChange',
        ],
        CloudFrontKeyValueStore: ['DescribeKeyValueStore', 'GetKey', 'PutKey'],
        GlobalAccelerator: ['DescribeAccelerator', 'ListEndpointGroups', 'UpdateEndpointGroup'],
    },
};
/**
 * The rule for one failover until it is verified.
 * @param partition of the regions that stay ({@link partitionOf}): nothing of another one is called, nor what it does not have
 * @param lost regions that traffic leaves: nothing there is called, whoever asks; none for a graceful move
 */
function contactRule(mechanism, partition, lost, graceful = false) {
    return (contact) => {
        const { service, region, action } = contact;
        if (lost.has(region))
            return `${region} is being left`;
        const refusal = (0,_partitions_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionRefusal */ .v)(contact, partition, lost);
        if (refusal !== undefined)
            return refusal;
        // What the SDK's credential chain asks: an address of the machine, Identity Center, STS.
        if (action === 'credentials')
            return service === 'STS' && region === '' ? 'the global endpoint of STS is in us-east-1' : undefined;
        const allowed = [ALWAYS[service], BY_MECHANISM[mechanism][service], graceful ? GRACEFUL[service] : undefined]
            .filter((actions) => actions !== undefined)
            .flat();
        if (allowed.length === 0)
            return `the mechanism ${mechanism} does not need ${service}`;
        return allowed.includes(action) ? undefined : `the mechanism ${mechanism} does not need ${service} ${action}`;
    };
}
/** What keeping a lease takes: writing it, looking at it, and reading whose it is. Looking whether somebody else counts takes no more. */
const OF_LEASES = ['PutObject', 'HeadObject', 'GetObject'];
/**
 * The rule of a drill that acts as if regions were lost: it keeps its own leases there all the same, and looks there before
 * each write whether a failover has begun.
 */
function drillRule(mechanism, partition, lost) {
    const rule = contactRule(mechanism, partition, lost);
    return (contact) => {
        const { service, region, action } = contact;
        const lease = service === 'S3' && OF_LEASES.includes(action);
        return lease && lost.has(region) ? undefined : rule(contact);
    };
}
/**
 * The rule for what is measured once users were seen to be served: of the regions that were left nothing but a metric is
 * asked, which only they have.
 */
function measuringRule(mechanism, partition, left) {
    const rule = contactRule(mechanism, partition, new Set());
    return (contact) => {
        const { service, region, action } = contact;
        if (!left.has(region))
            return rule(contact);
        if (service === 'CloudWatch')
            return action === 'GetMetricData' ? undefined : `${region} was left`;
        return service === 'STS' || action === 'credentials' ? rule(contact) : `${region} was left`;
    };
}
/** What fencing does in a region that was left. */
const FENCING = {
    STS: ['GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
    S3: ['GetObject', 'PutObject'],
    Lambda: ['GetFunctionConcurrency', 'PutFunctionConcurrency', 'GetEventSourceMapping', 'UpdateEventSourceMapping'],
    EventBridge: ['DescribeRule', 'DisableRule'],
    Scheduler: ['GetSchedule', 'UpdateSchedule'],
};
/** The rule for fencing, after a failover is verified: these calls in the regions that were left, and nowhere else. */
function fenceRule(left) {
    return ({ service, region, action }) => {
        if (action === 'credentials')
            return service === 'STS' && region === '' ? 'the global endpoint of STS is in us-east-1' : undefined;
        if (!left.has(region))
            return `${region} is not being fenced`;
        return FENCING[service]?.includes(action) === true ? undefined : `fencing does not need ${service} ${action}`;
    };
}


/***/ }),

/***/ 80414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ stopText),
/* harmony export */   d: () => (/* binding */ createStopSwitch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99543);
/* harmony import */ var _still_ours_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46362);



/** What lies there. Anybody can read it: it says nothing but what DNS shows anyway. */
function stopText(target, since) {
    return `${target} is stopped since ${new Date(since).toISOString()}\n`;
}
/** Milliseconds that a region has for what does not move traffic away. */
const PATIENCE_MS = 5_000;
/**
 * A target is stopped while an object lies in the bucket of another region: a health check of Route 53 looks for it,
 * and that check, inverted, is a part of the target's own. The object stays until a failback takes it away, so traffic
 * never returns by itself.
 */
function createStopSwitch({ signals, storage, mayAsk, clock, since }) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .patienceOf */ .H)(clock, PATIENCE_MS);
    const stop = async (target) => {
        const signal = signals[target];
        if (signal === undefined)
            return;
        await storage(signal.in).putText(signal.bucket, signal.key, stopText(target, since ?? clock.now()));
    };
    /** Whether it is done in time; what is late goes on. A region that is silent must not keep anybody from measuring. */
    const inTime = async (work) => (await patience(work.then(() => true))) === true;
    /** One that was stopped before: what traffic moves away from now must not wait for it. */
    const stopAgain = async (target, move) => {
        const signal = signals[target];
        if (signal === undefined)
            return [];
        const lies = `the stop signal of ${target}, which is not active, lies in ${signal.in}`;
        // An object that cannot be read stops nobody.
        if (!mayAsk(signal.in, move))
            return [`${lies}, which is being left: ${target} is stopped only as long as Route 53 can read it there`];
        try {
            return (await inTime(stop(target))) ? [] : [`${lies} and is written again without an answer so far`];
        }
        catch (error) {
            return [`${lies} and could not be written again: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`];
        }
    };
    const release = async (target, move) => {
        const signal = signals[target];
        if (signal === undefined)
            return [];
        const lies = `the stop signal of ${target} lies in ${signal.in}`;
        if (!mayAsk(signal.in, move))
            return [`${lies}, which is being left and is not called: it holds as long as Route 53 can read it there`];
        try {
            const removed = await inTime(storage(signal.in).delete(signal.bucket, signal.key));
            return removed ? [] : [`${lies} and is removed without an answer so far`];
        }
        catch (error) {
            return [`${lies} and could not be removed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`];
        }
    };
    return {
        kind: 'stop-switch',
        check(move) {
            const without = move.leaving.filter((target) => signals[target] === undefined);
            if (without.length > 0 && !isBackToPrimary(move, signals)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-stop-signal', `${without.join(', ')} cannot be stopped: it has no stop signal`, {
                    fix: ['Add it to failover.signals and deploy; until then, use its health check or another mechanism.'],
                });
            }
            const unreachable = move.leaving.filter((target) => {
                const signal = signals[target];
                return signal !== undefined && !mayAsk(signal.in, move);
            });
            if (unreachable.length === 0)
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('stop-signal-lost', `the stop signal of ${unreachable.join(', ')} lies in a region that is being left too`, { fix: ['Keep it in a region that traffic can move to, and deploy.'] });
        },
        async apply(move, _, guard = _still_ours_js__WEBPACK_IMPORTED_MODULE_1__/* .UNGUARDED */ .Iw) {
            await guard();
            const resting = move.inactive.filter((target) => !move.leaving.includes(target));
            const again = Promise.all(resting.map((target) => stopAgain(target, move)));
            await Promise.all(move.leaving.map(stop));
            await guard();
            const released = await Promise.all(move.active.map((target) => release(target, move)));
            const unstopped = move.leaving
                .filter((target) => signals[target] === undefined)
                .map((target) => `${target} has no stop signal: traffic leaves it because ${move.active.join(', ')} is let in again`);
            return [...(await again), ...released, ...unstopped].flat();
        },
        whyUnserved(move) {
            const held = move.active.flatMap((target) => {
                const signal = signals[target];
                return signal === undefined || mayAsk(signal.in, move) ? [] : [{ target, signal }];
            });
            const loose = move.inactive.flatMap((target) => {
                const signal = signals[target];
                return signal === undefined || move.leaving.includes(target) || mayAsk(signal.in, move)
                    ? []
                    : [{ target, signal }];
            });
            if (held.length + loose.length === 0)
                return undefined;
            const said = [
                ...held.map(({ target, signal }) => `the stop signal of ${target} lies in ${signal.in}, at s3://${signal.bucket}/${signal.key}: if Route 53 can still read it there, users are kept away from ${target}`),
                ...loose.map(({ target, signal }) => `the stop signal of ${target}, which is not active, lies in ${signal.in}, at s3://${signal.bucket}/${signal.key}: if it is not there, or Route 53 cannot read it, users are sent to ${target}`),
            ];
            const names = [...new Set([...held, ...loose].map(({ signal }) => signal.in))].join(', ');
            return `${said.join('; ')}. A failover calls nothing in a region that it leaves. If ${names} is there, run the same with graceful, which takes signals away and writes them again`;
        },
    };
}
/** The secondary of a failover pair needs no signal of its own: Route 53 prefers the primary once that is not stopped. */
function isBackToPrimary({ active, inactive }, signals) {
    const [primary = '', ...others] = active;
    return others.length === 0 && inactive.length === 1 && signals[primary] !== undefined;
}


/***/ }),

/***/ 23144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failoverWeights),
/* harmony export */   y: () => (/* binding */ createWeights)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95544);
/* harmony import */ var _still_ours_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46362);




/** Weights of who stays; where nobody of them has one, they share what the others lose. */
function failoverWeights(move, current, configured) {
    const none = Object.fromEntries(Object.keys(current).map((name) => [name, 0]));
    const staying = move.active.filter((name) => current[name] !== undefined);
    const kept = Object.fromEntries(staying.map((name) => [name, (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightOf */ .mm)(current, name)]));
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .totalWeight */ .zN)(kept) > 0)
        return { ...none, ...kept };
    const own = Object.fromEntries(staying.map((name) => [name, (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .weightOf */ .mm)(configured, name)]));
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .totalWeight */ .zN)(own) > 0)
        return { ...none, ...own };
    return { ...none, ...Object.fromEntries(staying.map((name) => [name, FULL_WEIGHT])) };
}
/** Of a target that is configured to carry nothing, once it carries everything. */
const FULL_WEIGHT = 100;
/** Through the traffic driver, whose control plane is in one region: for planned moves. */
function createWeights(driver, configured) {
    return {
        kind: 'weights',
        check() { },
        async apply(move, signal, guard = _still_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .UNGUARDED */ .Iw) {
            const traffic = await driver();
            const read = await traffic.read(signal);
            const next = failoverWeights(move, read.weights, configured);
            if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .totalWeight */ .zN)(next) === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-no-weight', `${traffic.kind} knows no weight of ${move.active.join(', ')}`, {
                    fix: ['Deploy to it first: a target gets its records when it is deployed.'],
                });
            }
            if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_3__/* .sameWeights */ .ML)(next, read.weights))
                return [];
            try {
                // In this order: who changes weights after this look, changes what was read.
                await guard();
                await traffic.set(next, read, signal);
            }
            catch (error) {
                if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict')
                    throw error;
                const now = await traffic.read(signal);
                await guard();
                await traffic.set(failoverWeights(move, now.weights, configured), now, signal);
            }
            return [];
        },
    };
}


/***/ }),

/***/ 47055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ partitionOf),
/* harmony export */   v: () => (/* binding */ partitionRefusal)
/* harmony export */ });
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);

/**
 * The partition that a failover acts in: that of the regions where these targets are, by our table of regions. What a plan file
 * calls a partition has no say in it. Undefined: no partition that is known has such regions.
 * @param names targets that stay; those of other partitions than the first are refused then
 */
function partitionOf(names, targets) {
    return targets
        .filter(({ name }) => names.includes(name))
        .map(({ region }) => partitionOfRegion(region))
        .find((id) => id !== undefined);
}
/** Id of the partition that a region is in, or would be in by its name; undefined: no partition that is known has such a region. */
function partitionOfRegion(region) {
    const found = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findRegion */ .g6)(region);
    return found.kind === 'malformed' ? undefined : found.partition.id;
}
/**
 * Partitions that have a service, where not all have it. By name of the service as the ledger has it.
 *
 * - Routing control: in neither (General Reference, "Amazon Application Recovery Controller endpoints and quotas").
 * - Region switch: all commercial regions and GovCloud (ARC Developer Guide, "AWS Regions", of Region switch); not in China
 *   (General Reference, as above).
 * - Global Accelerator: regions of `aws` alone (its Developer Guide, "AWS Region availability").
 * - CloudFront KeyValueStore: the endpoint rules of its service model refuse any other partition than `aws`.
 */
const ONLY_IN = {
    Route53RecoveryCluster: ['aws'],
    ARCRegionSwitch: ['aws', 'aws-us-gov'],
    GlobalAccelerator: ['aws'],
    CloudFrontKeyValueStore: ['aws'],
};
/**
 * Region of the control plane of a service that has one for a whole partition, in whatever region it is called.
 *
 * - Route 53: signed for in the region that its service model's endpoint rules name for each partition; those are the
 *   regions of the partitions' global services in our table. GovCloud: "The control plane for Route 53" is in US-West (GovCloud
 *   User Guide, "Amazon Route 53"). `aws`: whitepaper "AWS Fault Isolation Boundaries", appendix B.
 * - IAM: the same, but in China it is in Beijing ("Getting Started with Amazon Web Services in China", IAM).
 * - Global Accelerator: us-west-2 (General Reference, "AWS Global Accelerator endpoints and quotas").
 */
function homeOf(service, partition) {
    if (service === 'GlobalAccelerator')
        return 'us-west-2';
    if (service === 'IAM' && partition === 'aws-cn')
        return 'cn-north-1';
    return service === 'Route53' || service === 'IAM' ? (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(partition)?.edgeRegion : undefined;
}
/**
 * Why a call cannot be meant, or cannot be relied on, in a partition; undefined: nothing is known against it.
 * @param partition of the environment; undefined: its regions are of none that is known, so that only a call to one that is is refused
 * @param lost regions that traffic leaves: a control plane that is at home there is not relied on, whatever region the call names
 */
function partitionRefusal({ service, region }, partition, lost) {
    const other = partitionOfRegion(region);
    if (other !== undefined && other !== partition) {
        const own = partition === undefined ? 'that no known partition has' : `of ${partition}`;
        return `${region} is of the partition ${other}, and the environment is in regions ${own}`;
    }
    if (partition === undefined)
        return undefined;
    if (ONLY_IN[service]?.includes(partition) === false)
        return `the partition ${partition} does not have ${service}`;
    const home = homeOf(service, partition);
    return home !== undefined && lost.has(home)
        ? `the control plane of ${service} is in ${home}, which is being left`
        : undefined;
}


/***/ }),

/***/ 86302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ UNDER_WAY_MS),
/* harmony export */   _y: () => (/* binding */ refuseUnderWay),
/* harmony export */   gn: () => (/* binding */ isUnderWay)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** How long a failover may be silent before it counts as dead. */
const UNDER_WAY_MS = 15 * 60_000;
/** Whether it was begun so lately that whoever runs it may be at work. A failback leaves nobody. */
function isUnderWay(failover, now) {
    return failover !== undefined && !failover.done && now - Date.parse(failover.at) <= UNDER_WAY_MS;
}
/**
 * Nothing returns while traffic is being moved away. What a drill moved does return: one that lives keeps its leases, so
 * that nobody gets here, and one that died in the middle of its move is ended by bringing traffic back.
 * @throws UserError `failover-under-way`
 */
function refuseUnderWay({ failover }, now) {
    if (!isUnderWay(failover, now) || failover.from.length === 0 || failover.drill !== undefined)
        return;
    const { who, at, to } = failover;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('failover-under-way', `${who} is moving traffic to ${to.join(', ')} since ${at}`, {
        fix: ['Let it end, or repeat that one.'],
    });
}


/***/ })

};
