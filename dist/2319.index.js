export const id = 2319;
export const ids = [2319];
export const modules = {

/***/ 6543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ referencedInstance),
/* harmony export */   r6: () => (/* binding */ referencingTexts),
/* harmony export */   wo: () => (/* binding */ dependencyIds)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);

/** The instance that an output reference means: of the named target, else of the same target, else the only one. */
function referencedInstance(environment, from, reference) {
    const candidates = environment.instances.filter(({ stack }) => stack.key === reference.stack);
    const wanted = reference.target ?? from.target.name;
    return (candidates.find(({ target }) => target.name === wanted) ??
        (reference.target === undefined && candidates.length === 1 ? candidates[0] : undefined));
}
/** Every text of an instance that may hold references. */
function referencingTexts({ settings }) {
    return [...Object.values(settings.parameters).map(({ text }) => text), ...Object.values(settings.tags)];
}
/** Ids of the instances that must be done before this one: those whose outputs it takes, and its `needs`. */
function dependencyIds(environment, instance) {
    const references = referencingTexts(instance)
        .flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)
        .filter((reference) => reference.kind === 'output');
    const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
    return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
}


/***/ }),

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

/***/ 17787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ENDS)
/* harmony export */ });
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22675);

/** How each end of a failover or failback is told to scripts. */
const ENDS = {
    'already-active': { status: 'no-change', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    rehearsed: { status: 'planned', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    verified: { status: 'succeeded', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.ok },
    'not-measured': { status: 'inconclusive', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.inconclusive },
    'not-verified': { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed },
    failed: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.failed },
};


/***/ }),

/***/ 94813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ loadPlan),
/* harmony export */   cl: () => (/* binding */ planOfEnvironment),
/* harmony export */   fo: () => (/* binding */ requestOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _failover_move_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30189);
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16357);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71349);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79166);









/**
 * The plan that the options name, or the copy that a surviving region keeps, which the configuration leads to.
 * @throws UserError `failover-plan-missing`, `failover-plan-damaged`, `failover-plan-newer`, `failover-plan-other`
 */
async function loadPlan(options, context) {
    const { plan: file } = options;
    if (file === undefined) {
        const { whole } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentOf */ .p)(options, context, { templates: false });
        // Nobody else is asked: the region that is left may be lost.
        return planOfEnvironment(whole, (0,_failover_move_js__WEBPACK_IMPORTED_MODULE_3__/* .survivors */ .Ql)(requestOf(options, whole.targets), whole.targets), context);
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(file) ? file : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.cwd, file);
    const text = context.readFile(path);
    if (text === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('failover-plan-missing', `there is no ${file}`, {
            fix: [
                'Take the copy of a region that is there: sam-multi-region/failover/APPLICATION/ENVIRONMENT/dr-plan.json in the bucket of its artifacts.',
                'Each deployment keeps one, and writes one to the path of its option dr-plan-file.',
            ],
        });
    }
    const plan = await readPlan(text, file, options, context);
    checkEnvironment(plan, options, file);
    return plan;
}
/** @throws UserError `failover-plan-damaged`, which names a copy that is good where one can be found */
async function readPlan(text, file, { to }, context) {
    try {
        return (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .v)(text, file);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) || error.code !== 'failover-plan-damaged')
            throw error;
        const { goodCopy } = await __webpack_require__.e(/* import() */ 1782).then(__webpack_require__.bind(__webpack_require__, 61782));
        const good = await goodCopy(text, to, context);
        if (good === undefined)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(error.code, error.message, { fix: [`A copy that is good: aws s3 cp ${good} .`] });
    }
}
/**
 * The copy that the first of these targets keeps that has a good one; those that do not answer or whose copy is damaged
 * are noted.
 * @throws UserError `failover-plan-newer`; `failover-plan-missing`, or the first problem, when no target has a good one
 */
async function planOfEnvironment(whole, names, context) {
    const problems = [];
    for (const target of whole.targets.filter(({ name }) => names.includes(name))) {
        try {
            const plan = await keptBy(target, whole, context);
            if (plan !== undefined)
                return plan;
        }
        catch (error) {
            // A newer plan may mean something that an older copy elsewhere would undo.
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo && error.code === 'failover-plan-newer')
                throw error;
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .G) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            problems.push(error);
            const text = `its copy of the failover plan cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorText */ .kc)(error)}`;
            context.report({ type: 'note', level: 'warning', text, target: target.name });
        }
    }
    const [first] = problems;
    if (first !== undefined)
        throw first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('failover-plan-missing', `no region that survives keeps a failover plan of ${whole.name}`, {
        fix: ['Add "failover" to the environment and deploy: the plan is compiled at each deployment.'],
    });
}
async function keptBy(target, whole, context) {
    const session = context.aws.session(target);
    const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_5__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .settingsOf */ .f)(whole, target.name), context);
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .planKey */ .v)(whole);
    const stored = bucket === undefined ? undefined : await session.storage.getText(bucket, key);
    return stored === undefined ? undefined : (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .v)(stored.text, `s3://${bucket}/${key}`);
}
/** A plan of somewhere else would move somewhere else's traffic. */
function checkEnvironment(plan, { environment }, file) {
    if (environment === undefined || environment === plan.environment)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('failover-plan-other', `${file} is of ${plan.application}, ${plan.environment}, not of ${environment}`, { fix: ['Take the plan of that environment.'] });
}
/** @throws UserError `failover-where`, `unknown-target` */
function requestOf({ to, from }, targets) {
    if (to !== undefined && from === undefined)
        return { to: (0,_failover_move_js__WEBPACK_IMPORTED_MODULE_3__/* .namedTarget */ .Jt)(to, targets, 'to') };
    if (from !== undefined && to === undefined)
        return { from: (0,_failover_move_js__WEBPACK_IMPORTED_MODULE_3__/* .namedTarget */ .Jt)(from, targets, 'from') };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('failover-where', 'a failover needs to be told where, in one way', {
        fix: ['Give to, the region that takes over; or from, the region to leave where several others serve.'],
    });
}


/***/ }),

/***/ 94154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ mechanismOf)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
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
        async apply(move, signal) {
            const states = Object.fromEntries([
                ...move.active.map((target) => [controls[target] ?? '', 'On']),
                ...move.inactive.map((target) => [controls[target] ?? '', 'Off']),
            ]);
            const silent = [];
            const cluster = ports.controlsOf(move.active[0] ?? '');
            for (const timeoutMs of ROUNDS_MS) {
                for (const endpoint of endpointsFor(move)) {
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
    const late = new AbortController();
    const done = new AbortController();
    const timer = clock.sleep(timeoutMs, done.signal).then(() => late.abort(), () => undefined);
    try {
        await cluster.update(endpoint, states, override, AbortSignal.any([signal, late.signal]));
        return undefined;
    }
    catch (error) {
        signal.throwIfAborted();
        if (late.signal.aborted)
            return `nothing in ${timeoutMs / 1000} s`;
        if (!(error instanceof ports/* AwsError */.G))
            throw error;
        if (error.kind === 'conflict') {
            throw new errors/* UserError */.yo('safety-rule', `a safety rule stands against it: ${error.message}`, {
                fix: ['If the rule is wrong now, name its ARN in override-safety-rules: the reason is recorded.'],
                cause: error,
            });
        }
        if (['unreachable', 'server', 'throttled', 'other'].includes(error.kind))
            return (0,errors/* errorText */.kc)(error);
        throw error;
    }
    finally {
        done.abort();
        await timer;
    }
}

;// CONCATENATED MODULE: ./src/failover/mechanisms/command.ts

/** A program of the user's own. What it contacts is not in the ledger. */
function createCommand(ports) {
    return {
        kind: 'command',
        check() { },
        async apply(move, signal) {
            const [program = '', ...args] = ports.run;
            const env = {
                ...(await ports.environment(move.active[0] ?? '')),
                SMR_FAILOVER_TO: move.active.join(','),
                SMR_FAILOVER_FROM: move.inactive.join(','),
            };
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

;// CONCATENATED MODULE: ./src/failover/mechanisms/stop-switch.ts

/**
 * A target is stopped while an object lies in the bucket of another region: a health check of Route 53 looks for it,
 * and that check, inverted, is a part of the target's own. The object stays until a failback takes it away, so traffic
 * never returns by itself.
 */
function createStopSwitch({ signals, storage, mayAsk, clock }) {
    const stop = async (target) => {
        const signal = signals[target];
        if (signal === undefined)
            return;
        // Anybody can read it: it says nothing but what DNS shows anyway.
        const text = `${target} is stopped since ${new Date(clock.now()).toISOString()}\n`;
        await storage(signal.in).putText(signal.bucket, signal.key, text);
    };
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
            await stop(target);
            return [];
        }
        catch (error) {
            return [`${lies} and could not be written again: ${(0,errors/* errorText */.kc)(error)}`];
        }
    };
    const release = async (target, move) => {
        const signal = signals[target];
        if (signal === undefined)
            return [];
        const lies = `the stop signal of ${target} lies in ${signal.in}`;
        if (!mayAsk(signal.in, move))
            return [`${lies}, which is being left: it holds as long as Route 53 can read it there`];
        try {
            await storage(signal.in).delete(signal.bucket, signal.key);
            return [];
        }
        catch (error) {
            return [`${lies} and could not be removed: ${(0,errors/* errorText */.kc)(error)}`];
        }
    };
    return {
        kind: 'stop-switch',
        check(move) {
            const without = move.leaving.filter((target) => signals[target] === undefined);
            if (without.length > 0) {
                throw new errors/* UserError */.yo('no-stop-signal', `${without.join(', ')} cannot be stopped: it has no stop signal`, {
                    fix: ['Add it to failover.signals and deploy; until then, use its health check or another mechanism.'],
                });
            }
            const unreachable = move.leaving.filter((target) => {
                const signal = signals[target];
                return signal !== undefined && !mayAsk(signal.in, move);
            });
            if (unreachable.length === 0)
                return;
            throw new errors/* UserError */.yo('stop-signal-lost', `the stop signal of ${unreachable.join(', ')} lies in a region that is being left too`, { fix: ['Keep it in a region that traffic can move to, and deploy.'] });
        },
        async apply(move) {
            const resting = move.inactive.filter((target) => !move.leaving.includes(target));
            const again = Promise.all(resting.map((target) => stopAgain(target, move)));
            await Promise.all(move.leaving.map(stop));
            const released = await Promise.all(move.active.map((target) => release(target, move)));
            return [...(await again), ...released].flat();
        },
    };
}

// EXTERNAL MODULE: ./src/failover/mechanisms/weights.ts
var weights = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/commands/traffic-driver.ts + 1 modules
var traffic_driver = __webpack_require__(92088);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/mechanism.ts








/** The mechanism of the plan on real AWS. Contacts nobody. */
function mechanismOf(plan, staying, override, context) {
    const { mechanism } = plan;
    const session = (name) => context.aws.session((0,survivors/* targetOf */.$r)(plannedTarget(plan, name)));
    switch (mechanism.kind) {
        case 'stop-switch':
            return createStopSwitch({
                signals: mechanism.signals,
                clock: context.clock,
                storage: (name) => session(name).storage,
                mayAsk: (name, move) => !(0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets).has(plannedTarget(plan, name).region),
            });
        case 'arc-routing-control':
            return createRoutingControl({
                endpoints: mechanism.endpoints,
                controls: mechanism.controls,
                override,
                clock: context.clock,
                mayAsk: (region, move) => !(0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets).has(region),
                controlsOf: (name) => session(name).routingControls,
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
function plannedTarget(plan, name) {
    const found = plan.targets.find((target) => target.name === name);
    if (found === undefined)
        throw new errors/* InternalError */.Gd(`the plan has no target ${name}`);
    return found;
}
/** What every program needs to run at all. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SHELL', 'SYSTEMROOT'];
function inherited(env) {
    return Object.fromEntries(INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}


/***/ }),

/***/ 12740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ startProbes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** One a second, each on a connection of its own and with the name looked up anew, as new users come. */
const INTERVAL_MS = 1_000;
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 16_384;
/** Starts to ask. A slow answer does not hold up the next question. */
function startProbes(settings, context) {
    const results = [];
    const stopping = new AbortController();
    const asked = new Set();
    const ask = () => {
        const one = askOnce(settings, context).then((result) => {
            results.push(result);
            results.sort((a, b) => a.at - b.at);
            asked.delete(one);
        });
        asked.add(one);
    };
    const loop = (async () => {
        while (!stopping.signal.aborted && !context.signal.aborted) {
            ask();
            await context.clock.sleep(INTERVAL_MS, stopping.signal).catch(() => undefined);
        }
    })();
    const { resolver, url, stableMs, timeoutMs } = settings;
    return {
        results,
        regionKnown: settings.region !== undefined,
        stableMs,
        timeoutMs,
        url,
        resolver: resolver === undefined ? "the machine's resolver" : `${resolver.host}:${resolver.port}`,
        async stop(last) {
            stopping.abort();
            await loop;
            if (last && !context.signal.aborted)
                ask();
            await Promise.all(asked);
        },
    };
}
async function askOnce({ url, resolver, region, release }, { clock, http, signal }) {
    const at = clock.now();
    try {
        const answer = await http({
            url,
            method: 'GET',
            headers: { 'cache-control': 'no-cache' },
            timeoutMs: TIMEOUT_MS,
            maxBytes: MAX_BYTES,
            signal,
            ...(resolver !== undefined && { resolver }),
        });
        const named = region && fieldOf(answer, region);
        const told = release && fieldOf(answer, release);
        return {
            at,
            durationMs: clock.now() - at,
            status: answer.status,
            address: answer.address,
            ...(named !== undefined && { region: named }),
            ...(told !== undefined && { release: told }),
        };
    }
    catch (error) {
        return { at, durationMs: clock.now() - at, error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error) };
    }
}
function fieldOf({ headers, body }, { from, name }) {
    if (from === 'header')
        return headers[name];
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(body))?.[name];
    return value === undefined ? undefined : String(value);
}


/***/ }),

/***/ 55384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportOf),
  u: () => (/* binding */ writeReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/probe.ts
var failover_probe = __webpack_require__(4368);
;// CONCATENATED MODULE: ./src/failover/report.ts

/** What was not measured is said so, never shown as zero. */
const NOT_MEASURED = 'not measured';
/** The report of what was done, from what was measured. */
function failoverReport(facts) {
    const { end, startedAt, endedAt, probing, rtoMs, rpoMs, incident } = facts;
    const { marks, move, outcome } = end;
    const seen = probing === undefined ? {} : probeMarks(probing, marks.actuated);
    const at = {
        T0: startedAt,
        T1: seen.firstBad,
        T2: marks.decided,
        T3: marks.actuated,
        T4: seen.firstGood,
        T5: seen.recovered,
        T6: seen.lastStale,
        T7: undefined,
        T8: marks.verified === undefined ? undefined : endedAt,
    };
    return {
        schema: 1,
        id: facts.id,
        outcome,
        rehearsal: outcome === 'rehearsed',
        application: facts.application,
        environment: facts.environment,
        mechanism: facts.mechanism,
        from: move.leaving,
        to: move.active,
        who: facts.who,
        reason: facts.reason,
        ...(incident !== undefined && { incident }),
        version: facts.version,
        plan: facts.plan,
        timeline: mapValues(at, (time) => (time === undefined ? NOT_MEASURED : new Date(time).toISOString())),
        rto: {
            ...(rtoMs !== undefined && { objectiveSeconds: rtoMs / 1000 }),
            seconds: between(at.T0, at.T5),
            executionSeconds: between(at.T2, at.T5),
        },
        rpo: {
            ...(rpoMs !== undefined && { objectiveSeconds: rpoMs / 1000 }),
            boundSeconds: NOT_MEASURED,
            method: NOT_MEASURED,
        },
        ttlTailSeconds: seen.firstGood === undefined ? NOT_MEASURED : between(seen.firstGood, seen.lastStale ?? seen.firstGood),
        probes: probing === undefined ? NOT_MEASURED : counted(probing),
        ledger: facts.ledger,
        refused: facts.refused,
        deviations: end.deviations,
    };
}
function probeMarks({ results, wanted, stableMs }, actuated) {
    const since = results.filter(({ at }) => actuated !== undefined && at >= actuated);
    const firstBad = results.find(({ status }) => status === undefined || status >= 500)?.at;
    const firstGood = since.find((probe) => (0,failover_probe/* isGood */.K)(probe, wanted))?.at;
    const lastStale = since.findLast((probe) => !(0,failover_probe/* isGood */.K)(probe, wanted))?.at;
    return { firstBad, firstGood, lastStale, recovered: (0,failover_probe/* recoveredAt */.D)(since, wanted, stableMs) };
}
function counted({ url, resolver, results, wanted }) {
    const byRegion = {};
    for (const { status, region } of results) {
        const name = status === undefined ? 'no answer' : (region ?? 'none');
        byRegion[name] = (byRegion[name] ?? 0) + 1;
    }
    return {
        url,
        resolver,
        asked: results.length,
        good: results.filter((probe) => (0,failover_probe/* isGood */.K)(probe, wanted)).length,
        byRegion,
    };
}
function between(from, to) {
    return from === undefined || to === undefined ? NOT_MEASURED : Math.max(0, to - from) / 1000;
}
function mapValues(record, map) {
    // The keys are those of the record, which is what the type says.
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

// EXTERNAL MODULE: ./src/failover/run.ts
var run = __webpack_require__(14747);
;// CONCATENATED MODULE: ./src/commands/failover/reporting.ts




/** The report of a run, with everything that it contacted. */
function reportOf({ plan, asked, end, startedAt, probes }, context) {
    const { application, environment, mechanism, sha256, compiledAt, release, rtoMs, rpoMs } = plan;
    const { id, who, reason, incident } = asked;
    const { ledger } = context.aws;
    return failoverReport({
        end,
        startedAt,
        endedAt: context.clock.now(),
        id,
        application,
        environment,
        mechanism: mechanism.kind,
        who,
        reason,
        ...(incident !== undefined && { incident }),
        version: context.version,
        plan: { sha256, compiledAt, release: release.id },
        ledger: ledgerLines(ledger.entries),
        refused: ledger.refused.map(({ at: _at, ...refused }) => refused),
        ...(rtoMs !== undefined && { rtoMs }),
        ...(rpoMs !== undefined && { rpoMs }),
        ...(probes !== undefined && {
            probing: {
                url: probes.url,
                resolver: probes.resolver,
                results: probes.results,
                stableMs: probes.stableMs,
                wanted: (0,run/* wantedOf */.L)(end.move.active, plan.targets, probes.regionKnown),
            },
        }),
    });
}
function ledgerLines(entries) {
    const groups = Map.groupBy(entries, ({ service, action, region, endpoint }) => [service, action, region, endpoint].join(' '));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { service, action, region, endpoint } = first;
        const errors = group.filter(({ error }) => error !== undefined).length;
        return [{ service, action, region, endpoint, calls: group.length, errors }];
    });
}
const DEFAULT_FOLDER = 'failover-report';
/** Writes the report as JSON, Markdown, HTML and JUnit XML, and every probe as CSV. What was done is done: a full disk is a warning. */
async function writeReport(report, probes, folder, context) {
    const [{ failoverMarkdown }, { failoverHtml }, { failoverJunit }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7271).then(__webpack_require__.bind(__webpack_require__, 17271)),
        __webpack_require__.e(/* import() */ 3703).then(__webpack_require__.bind(__webpack_require__, 33703)),
        __webpack_require__.e(/* import() */ 6760).then(__webpack_require__.bind(__webpack_require__, 16760)),
    ]);
    const markdown = failoverMarkdown(report);
    const path = (0,external_node_path_.join)(context.cwd, folder ?? DEFAULT_FOLDER);
    const files = {
        'failover-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
        'failover-report.md': markdown,
        'failover-report.html': failoverHtml(report, probes, markdown),
        'failover-report.xml': failoverJunit(report),
        ...(probes.length > 0 && { 'probes.csv': csvOf(probes) }),
    };
    try {
        for (const [name, text] of Object.entries(files))
            await context.writeFile((0,external_node_path_.join)(path, name), text);
        context.report({ type: 'note', level: 'info', text: `the report is in ${folder ?? DEFAULT_FOLDER}` });
    }
    catch (error) {
        context.report({ type: 'note', level: 'warning', text: `the report could not be written: ${(0,errors/* errorText */.kc)(error)}` });
    }
}
function csvOf(probes) {
    const rows = probes.map(({ at, durationMs, status = '', address = '', region = '', release = '', error = '' }) => [new Date(at).toISOString(), durationMs, status, address, region, release, error].map(cell).join(','));
    return `${['asked,milliseconds,status,address,region,release,error', ...rows].join('\n')}\n`;
}
/** RFC 4180. */
function cell(value) {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}


/***/ }),

/***/ 77010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   e4: () => (/* binding */ createSeizedLeases),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26966);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55749);



/** The target that a planned one is: what the SDK's clients and credentials are made from. */
function targetOf({ bucket: _bucket, release: _release, ...target }) {
    return target;
}
/** The buckets of these targets as the plan names them: a failover waits for no lease. */
function placesOf(plan, names, { aws }) {
    return plan.targets.flatMap((target) => {
        const { name, region, bucket } = target;
        if (!names.includes(name) || bucket === undefined)
            return [];
        const storage = aws.session(targetOf(target)).storage;
        return [{ target: name, region, storage, bucket: async () => bucket, assertHeld: async () => { } }];
    });
}
function createSeizedLeases(plan, context) {
    const leases = [];
    const { clock, signal, report, processGone } = context;
    const key = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)({ application: plan.application, name: plan.environment });
    return {
        async seize(names) {
            await Promise.all(placesOf(plan, names, context).map(async ({ target, storage, bucket }) => {
                const note = (text) => report({ type: 'note', level: 'warning', text, target });
                try {
                    const holder = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(context, 'failover', 'changeset');
                    const options = { bucket: await bucket(), key, holder, target, waitMs: 0, seize: true };
                    leases.push(await (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .acquireLease */ .ZZ)(options, { storage, clock, signal, onWait: note, onTakeOver: note, processGone }));
                }
                catch (error) {
                    note(`the lease of ${target} could not be taken, a deployment there goes on: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`);
                }
            }));
        },
        async release() {
            await Promise.all(leases.map((lease) => lease.release()));
        },
    };
}


/***/ }),

/***/ 82845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ referenceValue),
/* harmony export */   r: () => (/* binding */ recordContent)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);


/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
async function recordContent(record, target, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
    const values = new Map();
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)) {
        values.set(JSON.stringify(reference), await referenceValue(reference, from, environment, aws));
    }
    const resolved = texts.map((text) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(JSON.stringify(reference))));
    const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
    if (first === undefined)
        return undefined;
    if (record.kind === 'value')
        return { ...record, value: first };
    return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}
/** What a reference stands for when no release is deployed: an output as it is now. */
async function referenceValue(reference, from, environment, aws) {
    const { target } = from;
    switch (reference.kind) {
        case 'output': {
            const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(environment, from, reference);
            if (source === undefined)
                return undefined;
            const stack = await aws.session(source.target).cloudformation.describeStack(source.stack.stackName);
            return stack?.outputs[reference.output];
        }
        case 'target':
            return { name: target.name, region: target.region, account: target.account, active: undefined }[reference.property];
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        default:
            // Refused by the topology: a record set outlives a release.
            return undefined;
    }
}


/***/ }),

/***/ 92088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ trafficDriverOf)
});

;// CONCATENATED MODULE: ./src/traffic/create-driver.ts
/** The driver that the configuration names. Contacts nobody. */
async function createTrafficDriver(settings, parts) {
    const { driver, settleMs } = settings;
    const { controls, clock, who, label, recordOf, probe } = parts;
    const common = { clock, ...(settleMs !== undefined && { settleMs }) };
    switch (driver.driver) {
        case 'route53': {
            const { createRoute53Driver } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 72573));
            return createRoute53Driver({
                ...common,
                settings: driver,
                configured: settings.weights,
                route53: controls.route53,
                who,
                ...(driver.revertRole !== undefined && {
                    later: { schedules: controls.schedules, role: driver.revertRole, label },
                }),
                ...(recordOf !== undefined && { recordOf }),
            });
        }
        case 'cloudfront-kvs': {
            const { createKeyValueStoreDriver } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 90459));
            return createKeyValueStoreDriver({ ...common, settings: driver, store: controls.keyValueStore, probe });
        }
        case 'global-accelerator': {
            const { createGlobalAcceleratorDriver } = await __webpack_require__.e(/* import() */ 2397).then(__webpack_require__.bind(__webpack_require__, 2397));
            const { weights: configured } = settings;
            const accelerator = controls.globalAccelerator;
            return createGlobalAcceleratorDriver({ ...common, settings: driver, configured, accelerator });
        }
    }
}

// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/traffic-driver.ts


/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
async function trafficDriverOf(settings, environment, context) {
    const { clock, origin, aws, http } = context;
    const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
    const recordOf = record && ((target) => (0,record_content/* recordContent */.r)(record, target, environment, aws));
    const controls = aws.session(callerOf(settings.access, environment)).traffic;
    return createTrafficDriver(settings, {
        controls,
        clock,
        probe: probeOf(http),
        who: origin.who,
        label: `${environment.application}/${environment.name}`,
        ...(recordOf && { recordOf }),
    });
}
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_BYTES = 4_096;
/** Asks a URL for its text; whatever goes wrong is no answer. */
function probeOf(http) {
    return async (url, signal) => {
        const request = { url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS, maxBytes: PROBE_BYTES, signal };
        const answer = await http(request).catch(() => undefined);
        return answer?.status === 200 ? answer.body : undefined;
    };
}
/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access, { targets }) {
    if (targets.some(({ region }) => region === access.region))
        return { ...access, name: 'traffic' };
    return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
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
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95544);



/** Weights of who stays; where nobody of them has one, they share what the others lose. */
function failoverWeights(move, current, configured) {
    const none = Object.fromEntries(Object.keys(current).map((name) => [name, 0]));
    const staying = move.active.filter((name) => current[name] !== undefined);
    const kept = Object.fromEntries(staying.map((name) => [name, (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(current, name)]));
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .totalWeight */ .zN)(kept) > 0)
        return { ...none, ...kept };
    const own = Object.fromEntries(staying.map((name) => [name, (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)(configured, name)]));
    if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .totalWeight */ .zN)(own) > 0)
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
        async apply(move, signal) {
            const traffic = await driver();
            const read = await traffic.read(signal);
            const next = failoverWeights(move, read.weights, configured);
            if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .totalWeight */ .zN)(next) === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-no-weight', `${traffic.kind} knows no weight of ${move.active.join(', ')}`, {
                    fix: ['Deploy to it first: a target gets its records when it is deployed.'],
                });
            }
            if ((0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_2__/* .sameWeights */ .ML)(next, read.weights))
                return [];
            try {
                await traffic.set(next, read, signal);
            }
            catch (error) {
                if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict')
                    throw error;
                const now = await traffic.read(signal);
                await traffic.set(failoverWeights(move, now.weights, configured), now, signal);
            }
            return [];
        },
    };
}


/***/ }),

/***/ 30189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   Jt: () => (/* binding */ namedTarget),
/* harmony export */   Ql: () => (/* binding */ survivors),
/* harmony export */   S2: () => (/* binding */ lostRegions),
/* harmony export */   qW: () => (/* binding */ decideMove)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34131);


/** A target by its name, or by its region where that names one only. @throws UserError `unknown-target` */
function namedTarget(name, targets, option) {
    const found = targets.filter((target) => target.name === name || target.region === name);
    const [first, second] = found;
    if (first !== undefined && (second === undefined || first.name === name))
        return first.name;
    const known = targets.map((target) => target.name);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-target', `${option} names ${name}, which is no target of the plan`, {
        fix: [(0,_topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, known), `The plan has ${known.join(', ')}.`],
    });
}
/** @throws UserError `failover-nobody-left` */
function decideMove(request, targets, state) {
    const names = targets.map(({ name }) => name);
    const activeNow = names.filter((name) => !state.inactive.includes(name));
    const active = 'to' in request ? [request.to] : activeNow.filter((name) => name !== request.from);
    if (active.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('failover-nobody-left', `nobody would be active without ${'from' in request && request.from}`, {
            fix: ['Name the target that takes over: failover --to.'],
        });
    }
    const inactive = names.filter((name) => !active.includes(name));
    // What an unfinished failover leaves may be lost, and may not have been left yet.
    const left = state.failover?.done === false ? state.failover.from : [];
    return { active, inactive, leaving: inactive.filter((name) => activeNow.includes(name) || left.includes(name)) };
}
/**
 * Regions that nothing may be asked of: those of targets that lose their role, unless a target that stays is there too.
 * Before it is known who is active, everything that was not asked for by name may be the lost one.
 */
function lostRegions(leaving, staying, targets) {
    const regionsOf = (names) => targets.filter(({ name }) => names.includes(name)).map(({ region }) => region);
    const kept = new Set(regionsOf(staying));
    return new Set(regionsOf(leaving).filter((region) => !kept.has(region)));
}
/** Targets that are there for certain: the one to move to, or all but the one to leave. */
function survivors(request, targets) {
    const names = targets.map(({ name }) => name);
    return 'to' in request ? [request.to] : names.filter((name) => name !== request.from);
}
/** Whether the state says that nothing is left to do. */
function isDone({ active, inactive }, state) {
    const same = inactive.every((name) => state.inactive.includes(name)) && active.every((name) => !state.inactive.includes(name));
    return same && state.failover?.done !== false;
}


/***/ }),

/***/ 99543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ patienceOf)
/* harmony export */ });
/** @param ms milliseconds; what fails in time fails here too */
function patienceOf(clock, ms) {
    return async (work) => {
        const done = new AbortController();
        const late = clock.sleep(ms, done.signal).then(() => undefined, () => undefined);
        work.catch(() => undefined);
        try {
            return await Promise.race([work, late]);
        }
        finally {
            done.abort();
        }
    };
}


/***/ }),

/***/ 16357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ writePlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



const SCHEMA = 1;
const MECHANISMS = [
    'stop-switch',
    'arc-routing-control',
    'weights',
    'command',
];
/** The plan as text, with the hash that tells a damaged copy. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, sha256: hashOf(plan) }, undefined, 2)}\n`;
}
/**
 * Reads a plan. Its hash proves that it is whole, not who wrote it: what may be contacted is decided by rules in code.
 * @param place how messages call it: a path, or `s3://bucket/key`
 * @throws UserError `failover-plan-newer`, `failover-plan-damaged`
 */
function parsePlan(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const schema = value?.['schema'];
    if (typeof schema === 'number' && schema > SCHEMA) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-plan-newer', `${place} was written by a newer version (schema ${schema})`, {
            fix: ['Use the version that deployed last: its bundle lies beside the plan.'],
        });
    }
    const { sha256, ...rest } = value ?? {};
    if (schema !== SCHEMA || sha256 !== hashOf(rest) || !isPlan(rest))
        throw damaged(place);
    return { ...rest, sha256: String(sha256) };
}
function damaged(place) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-plan-damaged', `${place} is no failover plan, or it is damaged`, {
        fix: ['Take the copy of another region: each target keeps one in the bucket of its artifacts.'],
    });
}
/** What a whole plan of this schema says was written by this program: only what decides where to go is looked at. */
function isPlan(value) {
    const { application, environment, targets, mechanism } = value;
    return (typeof application === 'string' &&
        typeof environment === 'string' &&
        Array.isArray(targets) &&
        targets.every((target) => typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(target)?.['region'] === 'string') &&
        MECHANISMS.includes((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(mechanism)?.['kind']));
}
/** Independent of the order of keys: a copy that somebody formatted is still whole. */
function hashOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex');
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const entries = Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}


/***/ }),

/***/ 11571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ planKey)
/* harmony export */ });
/** Where the plan of an environment lies in the bucket of each of its targets. */
function planKey({ application, name }) {
    return `sam-multi-region/failover/${encodeURIComponent(application)}/${encodeURIComponent(name)}/dr-plan.json`;
}


/***/ }),

/***/ 4368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ recoveredAt),
/* harmony export */   K: () => (/* binding */ isGood)
/* harmony export */ });
/** An answer of success, from a region that is meant to answer. */
function isGood({ status, region }, { regions, regionKnown }) {
    if (status === undefined || status < 200 || status >= 300)
        return false;
    return !regionKnown || (region !== undefined && regions.has(region));
}
/** Part of the probes that must be good for users to count as served (the recovery time of the report). */
const GOOD_PART = 0.99;
/**
 * The first probe from which on, for `stableMs`, at least 99% were good; undefined while there is no such time. The
 * recovery point: it lies at the beginning of that time, though it can only be known at its end.
 */
function recoveredAt(probes, wanted, stableMs) {
    const last = probes.at(-1)?.at ?? 0;
    for (const [index, { at }] of probes.entries()) {
        const probe = probes[index];
        if (probe === undefined || !isGood(probe, wanted))
            continue;
        if (last - at < stableMs)
            return undefined;
        const span = probes.slice(index).filter((other) => other.at <= at + stableMs);
        if (span.filter((other) => isGood(other, wanted)).length >= span.length * GOOD_PART)
            return at;
    }
    return undefined;
}


/***/ }),

/***/ 14747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wantedOf),
/* harmony export */   q: () => (/* binding */ runFailover)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _move_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30189);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4368);





/** How long another failover may be silent before it counts as dead. */
const UNDER_WAY_MS = 15 * 60_000;
const POLL_MS = 250;
/** A region that does not answer in this time must not hold up the call that moves traffic. */
const PATIENCE_MS = 2_000;
/**
 * Moves traffic and the role of being active, in the order: remember what is meant, move, see that users are served,
 * remember that it is done. Whatever it is killed at, the same command again comes to the same end; it waits for no
 * lease, and what cannot be remembered or measured does not keep it from moving traffic.
 */
async function runFailover(request, ports) {
    const { clock, mechanism, report } = ports;
    const deviations = [];
    const deviate = (text) => {
        deviations.push(text);
        report({ type: 'note', level: 'warning', text });
    };
    const state = await readState(ports, deviate);
    const move = (0,_move_js__WEBPACK_IMPORTED_MODULE_2__/* .decideMove */ .qW)(request.request, request.targets, state ?? { inactive: [] });
    if (state !== undefined && (0,_move_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(move, state))
        return { outcome: 'already-active', move, marks: {}, deviations };
    if (state !== undefined)
        refuseOther(move, state, request, ports);
    mechanism.check(move);
    if (request.rehearse)
        return { outcome: 'rehearsed', move, marks: {}, deviations };
    await ports.confirm(move);
    try {
        await inTime(ports.narrow(move), clock);
    }
    catch (error) {
        deviate(`which targets are active is not known everywhere: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`);
    }
    const decided = clock.now();
    const record = recordOf(move, state, request, mechanism.kind, decided);
    let earlier = Promise.resolve();
    const save = async (done) => {
        try {
            // One that is late goes on: the next would find its own object changed meanwhile, as if by somebody else.
            const saving = earlier.then(() => ports.state.save({ inactive: move.inactive, failover: { ...record, done } }));
            earlier = saving.catch(() => undefined);
            await (done ? saving : inTime(saving, clock));
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code === 'active-state-taken')
                throw error;
            deviate(`which targets are active could not be kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`);
        }
    };
    await save(false);
    const stopping = ports.stopDeployments(move);
    const actuated = clock.now();
    try {
        report({ type: 'step.started', step: 'failover-moved', text: `moving traffic to ${move.active.join(', ')}` });
        for (const text of await mechanism.apply(move, ports.signal))
            deviate(text);
        await stopping;
    }
    catch (error) {
        await stopping;
        ports.signal.throwIfAborted();
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        const failure = `traffic was not moved: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`;
        return { outcome: 'failed', move, marks: { decided, actuated }, deviations, failure };
    }
    const accepted = clock.now();
    report({
        type: 'step.finished',
        step: 'failover-moved',
        text: 'the change was accepted',
        durationMs: accepted - actuated,
    });
    const marks = { decided, actuated, accepted };
    const verified = await verify(move, request, ports);
    if (verified === 'not-measured') {
        await save(true);
        return { outcome: 'not-measured', move, marks, deviations };
    }
    if (verified === undefined)
        return { outcome: 'not-verified', move, marks, deviations };
    await save(true);
    return { outcome: 'verified', move, marks: { ...marks, verified }, deviations };
}
/** Undefined: nobody knows who is active, and traffic is moved all the same. */
async function readState({ state, clock }, deviate) {
    try {
        return await inTime(state.read(), clock);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && error.code !== 'active-state-unknown')
            throw error;
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind !== 'unreachable' && error.kind !== 'server')
            throw error;
        deviate(`which targets are active is not known: ${error.message}`);
        return undefined;
    }
}
/** @throws UserError `active-state-unknown` when it takes too long; what comes later is not waited for */
async function inTime(work, clock) {
    const answer = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(clock, PATIENCE_MS)(work.then((value) => ({ value })));
    if (answer === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-unknown', `no answer in ${PATIENCE_MS / 1000} s`);
    return answer.value;
}
/** Two that want the same go on together; two that want different things do not. */
function refuseOther(move, { failover }, { force }, { clock, report }) {
    if (failover === undefined || failover.done)
        return;
    const { who, at, to } = failover;
    if (sameNames(to, move.active)) {
        report({ type: 'note', level: 'info', text: `goes on with the failover that ${who} began at ${at}` });
        return;
    }
    if (force || clock.now() - Date.parse(at) > UNDER_WAY_MS)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('failover-under-way', `${who} is moving traffic to ${to.join(', ')} since ${at}`, {
        fix: ['Let it end, or repeat that one.', 'If it is dead or wrong, add --force: then this one counts.'],
    });
}
function recordOf(move, state, { id, who, reason, incident }, mechanism, now) {
    const known = state?.failover;
    const at = known?.done === false && sameNames(known.to, move.active) ? known.at : new Date(now).toISOString();
    const from = move.leaving.length > 0 ? move.leaving : (known?.from ?? move.inactive);
    return { id, from, to: move.active, mechanism, at, who, reason, ...(incident !== undefined && { incident }) };
}
async function verify({ active }, { targets }, { clock, probes, signal, report }) {
    if (probes === undefined)
        return 'not-measured';
    const began = clock.now();
    report({ type: 'step.started', step: 'failover-verified', text: 'waiting until users are served' });
    const wanted = wantedOf(active, targets, probes.regionKnown);
    for (;;) {
        // Only what was asked since traffic was moved tells: the region that is left may have been good until then.
        const since = probes.results.filter(({ at }) => at >= began);
        const found = (0,_probe_js__WEBPACK_IMPORTED_MODULE_4__/* .recoveredAt */ .D)(since, wanted, probes.stableMs);
        if (found !== undefined) {
            const text = `99% of the probes are good, for ${probes.stableMs / 1000} s`;
            report({ type: 'step.finished', step: 'failover-verified', text, durationMs: clock.now() - began });
            return clock.now();
        }
        if (clock.now() - began >= probes.timeoutMs)
            return undefined;
        await clock.sleep(POLL_MS, signal);
    }
}
/** What a probe must be once these targets alone are active. */
function wantedOf(active, targets, regionKnown) {
    const regions = new Set(targets.filter(({ name }) => active.includes(name)).map(({ region }) => region));
    return { regions, regionKnown };
}
function sameNames(left, right) {
    return left.length === right.length && left.every((name) => right.includes(name));
}


/***/ }),

/***/ 58010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ activeTargets),
/* harmony export */   Dk: () => (/* binding */ ALL_ACTIVE),
/* harmony export */   Qp: () => (/* binding */ newestState),
/* harmony export */   XY: () => (/* binding */ activeStateKey),
/* harmony export */   vE: () => (/* binding */ parseActiveState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


const VERSION = 1;
/** Where nothing was remembered yet: every target is active. */
const ALL_ACTIVE = { version: VERSION, serial: 0, inactive: [] };
/** Where the state of an environment lies in the bucket of each of its targets. */
function activeStateKey({ application, name }) {
    return `sam-multi-region/active/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
/** Those of the targets that are active. */
function activeTargets(state, targets) {
    return new Set(targets.filter((target) => !state.inactive.includes(target)));
}
/** The newest of several copies. */
function newestState(copies) {
    return copies.reduce((newest, copy) => (copy !== undefined && copy.serial > newest.serial ? copy : newest), ALL_ACTIVE);
}
/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `active-state-newer` for one of a later version, which may mean something that this one would undo
 */
function parseActiveState(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text));
    const version = value?.['version'];
    if (typeof version === 'number' && version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('active-state-newer', `which targets are active, as kept in ${place}, was written by a newer version (format ${version})`, { fix: ['Use the version that ran last, or a later one.'] });
    }
    if (value === undefined || version !== VERSION)
        return undefined;
    const { serial, inactive } = value;
    if (typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial < 1)
        return undefined;
    if (!isNames(inactive))
        return undefined;
    const lastChange = parseChange((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['lastChange']));
    if (value['lastChange'] !== undefined && lastChange === undefined)
        return undefined;
    const failover = parseFailover((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['failover']));
    if (value['failover'] !== undefined && failover === undefined)
        return undefined;
    return {
        version: VERSION,
        serial,
        inactive,
        ...(lastChange !== undefined && { lastChange }),
        ...(failover !== undefined && { failover }),
    };
}
function parseFailover(value) {
    if (value === undefined)
        return undefined;
    const { id, from, to, mechanism, at, who, reason, incident, done } = value;
    if (!areTexts([id, mechanism, at, who, reason]) || !isNames(from) || !isNames(to) || typeof done !== 'boolean')
        return undefined;
    return {
        id: String(id),
        from,
        to,
        mechanism: String(mechanism),
        at: String(at),
        who: String(who),
        reason: String(reason),
        ...(typeof incident === 'string' && { incident }),
        done,
    };
}
const areTexts = (values) => values.every((value) => typeof value === 'string');
function isNames(value) {
    return Array.isArray(value) && areTexts(value);
}
function parseChange(value) {
    const before = weightsOf(value?.['before']);
    const after = weightsOf(value?.['after']);
    if (value === undefined || before === undefined || after === undefined)
        return undefined;
    const { at, who, command, done } = value;
    if (typeof at !== 'string' || typeof who !== 'string' || typeof command !== 'string' || typeof done !== 'boolean')
        return undefined;
    const { reason } = value;
    const first = weightsOf(value['first']);
    return {
        before,
        after,
        at,
        who,
        command,
        done,
        ...(typeof reason === 'string' && { reason }),
        ...(first !== undefined && { first }),
    };
}
function weightsOf(value) {
    const entries = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value) ?? { none: undefined });
    const weights = entries.filter((entry) => Number.isInteger(entry[1]));
    return weights.length === entries.length ? Object.fromEntries(weights) : undefined;
}


/***/ }),

/***/ 38286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ createActiveStates)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26586);
/* harmony import */ var _active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);




/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
function createActiveStates(key, places, note, patience = (work) => work) {
    /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
    const etags = new Map();
    let serial = 0;
    let failover;
    /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
    const learn = (state) => {
        if (state.serial < serial)
            return;
        serial = state.serial;
        failover = state.failover;
    };
    const ask = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            const state = stored && (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseActiveState */ .vE)(stored.text, place.target);
            etags.set(place.target, stored?.etag);
            if (state !== undefined)
                learn(state);
            else if (stored !== undefined)
                note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
            return state;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
                throw error;
            note(`which targets are active cannot be read in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            return undefined;
        }
    };
    const readOne = async (place) => {
        const answer = await patience(ask(place).then((state) => ({ state })));
        if (answer === undefined)
            note(`which targets are active was not told in time by ${place.target}: the other copies count`, place.target);
        return answer?.state;
    };
    const writeOne = async (place, text) => {
        if (!etags.has(place.target))
            return false;
        const known = etags.get(place.target);
        try {
            await place.assertHeld();
            const condition = known === undefined ? { ifAbsent: true } : { ifMatch: known };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            etags.set(place.target, etag);
            return true;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
            if (error.kind === 'conflict') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-taken', `somebody else changed which targets are active, in ${place.target}`, {
                    fix: ['See who is at work with status, then run the same command again.'],
                });
            }
            note(`which targets are active could not be kept in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            etags.delete(place.target);
            return false;
        }
    };
    return {
        async read() {
            const copies = await Promise.all(places.map(readOne));
            if (etags.size === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
                    fix: ['Check the network and the credentials, then run the same command again.'],
                });
            }
            const newest = (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .newestState */ .Qp)(copies);
            learn(newest);
            return newest;
        },
        async save(state) {
            const next = {
                version: 1,
                serial: serial + 1,
                ...(failover !== undefined && { failover }),
                ...state,
            };
            const kept = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_3__/* .settleAll */ .j)(places.map((place) => writeOne(place, JSON.stringify(next))));
            if (!kept.includes(true)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-not-kept', 'no target could keep which targets are active', {
                    fix: ['Run the same command again when the regions answer.'],
                });
            }
            learn(next);
            return next;
        },
    };
}


/***/ }),

/***/ 26586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Everything's result once all have ended: what one of them throws is thrown only then, so that nothing is still being
 * written when the caller gives up.
 */
async function settleAll(work) {
    const ended = await Promise.allSettled(work);
    return ended.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
}


/***/ })

};
