export const id = 6283;
export const ids = [6283];
export const modules = {

/***/ 31656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askEndpoint)
/* harmony export */ });
/* harmony import */ var _failover_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4368);
/* harmony import */ var _probing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12740);


const ATTEMPTS = 3;
const PAUSE_MS = 300;
/**
 * Asks a target itself, not by the public name: it must answer with success, and from its own region where it names one.
 * A bad answer is not believed at once. Never throws.
 */
async function askEndpoint({ endpoint, region }, probe, context) {
    const settings = {
        url: endpoint,
        ...(probe?.region !== undefined && { region: probe.region }),
        ...(probe?.release !== undefined && { release: probe.release }),
    };
    for (let attempt = 1;; attempt += 1) {
        const result = await (0,_probing_js__WEBPACK_IMPORTED_MODULE_0__/* .askOnce */ .R)(settings, context);
        const good = (0,_failover_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(result, { regions: new Set([region]), regionKnown: result.region !== undefined });
        if (good || attempt === ATTEMPTS || context.signal.aborted) {
            return { good, text: textOf(result), ...(result.release !== undefined && { release: result.release }) };
        }
        await context.clock.sleep(PAUSE_MS, context.signal).catch(() => undefined);
    }
}
function textOf({ status, region, error }) {
    if (status === undefined)
        return error ?? 'no answer';
    return region === undefined ? `HTTP ${status}` : `HTTP ${status} from ${region}`;
}


/***/ }),

/***/ 12740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   o: () => (/* binding */ startProbes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _process_recorded_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99444);



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
        resolver: resolver === undefined ? _process_recorded_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .MACHINES_RESOLVER */ .w : `${resolver.host}:${resolver.port}`,
        async stop(last) {
            stopping.abort();
            await loop;
            if (last && !context.signal.aborted)
                ask();
            await Promise.all(asked);
        },
    };
}
/** One question. Never throws: what came instead of an answer is in the result. */
async function askOnce({ url, resolver, region, release }, { clock, http, signal }, timeoutMs = TIMEOUT_MS) {
    const at = clock.now();
    try {
        const answer = await http({
            url,
            method: 'GET',
            headers: { 'cache-control': 'no-cache' },
            timeoutMs,
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
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(body))?.[name];
    return value === undefined ? undefined : String(value);
}


/***/ }),

/***/ 88599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createReplicationReader)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99543);



/** Somebody who is silent for so long is not waited for. */
const PATIENCE_MS = 5_000;
/** CloudWatch has values of DynamoDB by the minute. */
const PERIOD_SECONDS = 60;
function createReplicationReader({ aws, clock, }) {
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .patienceOf */ .H)(clock, PATIENCE_MS);
    /** @returns the answer, or why there is none */
    async function asked(ask) {
        try {
            const answer = await patience(ask().then((value) => ({ value })));
            return answer ?? `no answer in ${PATIENCE_MS / 1000} s`;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
                throw error;
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error);
        }
    }
    return {
        async heartbeat(table, from, to) {
            const pair = { from, to: to.region };
            const answer = await asked(async () => {
                const newest = await aws.session(to).heartbeats.newest(table, from);
                return { ...newest, asked: clock.now() };
            });
            const unknown = (why) => ({ ...pair, kind: 'unknown', why });
            if (typeof answer === 'string')
                return unknown(`the heartbeats in ${to.region} cannot be read: ${answer}`);
            const { at, now, asked: ours } = answer.value;
            if (at === undefined)
                return unknown(`no heartbeat of ${from} ever arrived in ${to.region}`);
            // The Date of an answer is cut to the second: half of one is the best guess of the rest.
            return { ...pair, kind: 'heartbeat', table, at, skewMs: now === undefined ? 0 : ours - now - 500 };
        },
        async latency(tables, from, to, since, until) {
            const pair = { from: from.region, to };
            const queries = tables.map((table, index) => ({
                id: `m${index}`,
                source: {
                    namespace: 'AWS/DynamoDB',
                    metric: 'ReplicationLatency',
                    dimensions: { TableName: table, ReceivingRegion: to },
                    statistic: 'Maximum',
                },
                periodSeconds: PERIOD_SECONDS,
                returned: true,
            }));
            const answer = await asked(() => aws.session(from).monitoring.metricData(queries, since, until));
            if (typeof answer === 'string') {
                const why = `ReplicationLatency in ${from.region} cannot be read: ${answer}`;
                return [{ ...pair, kind: 'unknown', why }];
            }
            return tables.map((table, index) => {
                const points = answer.value.find(({ id }) => id === `m${index}`)?.points ?? [];
                if (points.length > 0)
                    return { ...pair, kind: 'latency', table, ms: Math.max(...points.map(({ value }) => value)) };
                const why = `${from.region} has no ReplicationLatency of ${table} to ${to} in that time`;
                return { ...pair, kind: 'unknown', why, idle: true };
            });
        },
    };
}


/***/ }),

/***/ 77010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Uh: () => (/* binding */ plannedTarget),
/* harmony export */   e4: () => (/* binding */ createSeizedLeases),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36814);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55749);




/** The target that a planned one is: what the SDK's clients and credentials are made from. */
function targetOf({ bucket: _bucket, release: _release, endpoint: _endpoint, ...target }) {
    return target;
}
/** A target of the plan by its name. */
function plannedTarget(plan, name) {
    const found = plan.targets.find((target) => target.name === name);
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`the plan has no target ${name}`);
    return found;
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
/** Milliseconds that a region has to give its lease: nobody waits longer for a deployment there to stop. */
const SEIZE_MS = 5_000;
function createSeizedLeases(plan, context) {
    const leases = [];
    let over = false;
    const { clock, signal, report, processGone } = context;
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(clock, SEIZE_MS);
    const key = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)({ application: plan.application, name: plan.environment });
    return {
        async seize(names) {
            await Promise.all(placesOf(plan, names, context).map(async ({ target, storage, bucket }) => {
                const note = (text) => report({ type: 'note', level: 'warning', text, target });
                try {
                    const holder = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(context, 'failover', 'changeset');
                    const options = { bucket: await bucket(), key, holder, target, waitMs: 0, seize: true };
                    const ports = { storage, clock, signal, onWait: note, onTakeOver: note, processGone };
                    const taken = (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .acquireLease */ .Z)(options, ports).then((lease) => {
                        if (over)
                            return lease.release().then(() => true);
                        leases.push(lease);
                        return true;
                    });
                    if ((await patience(taken)) === undefined)
                        note(`the lease of ${target} is not given in time`);
                }
                catch (error) {
                    note(`the lease of ${target} could not be taken, a deployment there goes on: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`);
                }
            }));
        },
        async release() {
            over = true;
            await Promise.all(leases.map((lease) => lease.release()));
        },
    };
}


/***/ }),

/***/ 42426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ RUNNING),
/* harmony export */   y: () => (/* binding */ createRegionSwitchMechanism)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _still_ours_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46362);




const CALL_MS = 5_000;
/** The same token makes a second start the first one, so a lost answer does no harm. */
const STARTS = 3;
const POLL_MS = 2_000;
/** An execution that was started goes on by itself: after so much silence the probes must tell. */
const SILENCE_MS = 60_000;
/** API Reference, StartPlanExecution, comment. */
const COMMENT_LENGTH = 1_024;
/** States of an execution that still holds the plan. */
const RUNNING = [
    'pending',
    'inProgress',
    'pausedByFailedStep',
    'pausedByOperator',
    'pendingManualApproval',
];
/**
 * An execution of a Region switch plan, started in the data plane of the region that takes over and followed to its end.
 * One that does the same already is followed instead of started again.
 */
function createRegionSwitchMechanism(ports) {
    return {
        kind: 'region-switch',
        check(move) {
            if (move.returning !== undefined)
                return;
            const [to, from] = [move.active, move.inactive].map((names) => [...new Set(names.map(ports.regionOf))]);
            if (to?.length === 1 && from?.length === 1 && to[0] !== from[0])
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-regions', 'a Region switch plan moves from one region to one other', {
                fix: ['Name with --to the region that takes over.'],
            });
        },
        async apply(move, signal, guard = _still_ours_js__WEBPACK_IMPORTED_MODULE_2__/* .UNGUARDED */ .Iw) {
            const run = { ...decide(move, ports), signal, ports };
            await guard();
            const started = await start(run);
            return [...started.said, ...(await follow(started.id, run))];
        },
    };
}
/** An active/active plan has a workflow that takes a region out; an active/passive one only such that activate. */
function decide(move, { plan, approach, regionOf, switchOf, reason, run, mode }) {
    const place = move.returning ?? move.active[0] ?? '';
    const away = move.returning === undefined && approach === 'active-active';
    const action = away ? 'deactivate' : 'activate';
    const region = regionOf(away ? (move.inactive[0] ?? '') : place);
    const request = {
        plan,
        region,
        action,
        mode,
        comment: reason.slice(0, COMMENT_LENGTH),
        token: `${run}-${action}-${region}`,
    };
    return { request, service: switchOf(place), at: regionOf(place) };
}
async function start(run) {
    const { request, service, signal, ports } = run;
    for (let left = STARTS - 1;; left -= 1) {
        try {
            const id = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(ports.clock, CALL_MS, signal)((cut) => service.start(request, cut));
            if (id !== undefined)
                return { id, said: [] };
            if (left === 0)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-silent', `Region switch in ${run.at} does not answer`, {
                    fix: ['Run the same command again: an execution that was started all the same is gone on with.'],
                });
        }
        catch (error) {
            if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.code === 'IllegalStateException')
                return join(error, run);
            if (left === 0 || !isPassing(error))
                throw error;
        }
    }
}
/** A plan has one execution at a time: the one that runs does what is wanted, or stands against it. */
async function join(refusal, run) {
    const { request, service, signal, ports } = run;
    const found = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(ports.clock, CALL_MS, signal)((cut) => service.executions(request.plan, cut));
    const running = (found ?? []).filter(({ state }) => RUNNING.includes(state));
    const same = running.find(({ action, region }) => action === request.action && region === request.region);
    if (same !== undefined)
        return { id: same.id, said: [`goes on with the execution ${same.id}, which runs already`] };
    const [other] = running;
    if (other === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-refused', `Region switch does not start the plan: ${refusal.message}`, {
            cause: refusal,
        });
    const what = `${other.action} ${other.region} (${other.id}, ${other.state})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-other', `another execution of the plan runs: ${what}`, {
        fix: [
            `Let it end, or cancel it: aws arc-region-switch cancel-plan-execution --region ${run.at} --plan-arn ${request.plan} --execution-id ${other.id}`,
            'Then run the same command again.',
        ],
        cause: refusal,
    });
}
async function follow(id, run) {
    const { request, service, signal, ports } = run;
    const { clock, note } = ports;
    let heard = clock.now();
    let approval = false;
    while (clock.now() - heard < SILENCE_MS) {
        const found = await ask();
        if (found !== undefined) {
            heard = clock.now();
            const said = ended(found, run);
            if (said !== undefined)
                return said;
            if (found.state === 'pendingManualApproval' && !approval) {
                approval = true;
                note(`the execution ${id} waits for an approval: ${stepsIn(found, ['pendingApproval'])}`);
            }
        }
        await clock.sleep(POLL_MS, signal);
    }
    return [`the execution ${id} was started, and Region switch in ${run.at} no longer tells what becomes of it`];
    async function ask() {
        try {
            return await (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(clock, CALL_MS, signal)((cut) => service.execution(request.plan, id, cut));
        }
        catch (error) {
            if (isPassing(error))
                return undefined;
            return Promise.reject(error);
        }
    }
}
/** What need not stop the failover, once it is over; undefined: it goes on. @throws UserError when it did not get there */
function ended(found, run) {
    const { id, state } = found;
    switch (state) {
        case 'completed':
            return [];
        // Every step is done; what Region switch still looks at is its own recovery time.
        case 'completedMonitoringApplicationHealth':
            return [];
        case 'completedWithExceptions':
            return [`the execution ${id} ended with exceptions: ${stepsIn(found, ['failed', 'skipped', 'canceled'])}`];
        case 'pausedByFailedStep':
        case 'pausedByOperator':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-paused', `the execution ${id} is paused: ${stepsIn(found, ['failed'])}`, {
                fix: [
                    `Mend the step and resume, or skip it: aws arc-region-switch update-plan-execution-step --region ${run.at} …`,
                    'Then run the same command again: it goes on with this execution.',
                ],
            });
        case 'canceled':
        case 'failed':
        case 'planExecutionTimedOut':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('region-switch-ended', `the execution ${id} ended as ${state}: ${stepsIn(found, ['failed'])}`, {
                fix: ['Look at the execution in the console of Region switch, then run the same command again.'],
            });
        default:
            return undefined;
    }
}
function stepsIn({ steps }, states) {
    const names = steps.filter(({ status }) => states.includes(status)).map(({ name }) => name);
    return names.join(', ') || 'no step is named';
}
/** May be over at the next call. */
function isPassing(error) {
    return error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && ['unreachable', 'server', 'throttled'].includes(error.kind);
}


/***/ }),

/***/ 16357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   pD: () => (/* binding */ writePlan),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



const SCHEMA = 1;
const MECHANISMS = [
    'stop-switch',
    'arc-routing-control',
    'region-switch',
    'weights',
    'command',
];
/** The plan as text, with the hash that tells a damaged copy. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, sha256: contentHash(plan) }, undefined, 2)}\n`;
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
    if (schema !== SCHEMA || sha256 !== contentHash(rest) || !isPlan(rest))
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
function contentHash(value) {
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

/***/ 46362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ isTakenOver),
/* harmony export */   Iw: () => (/* binding */ UNGUARDED),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   ow: () => (/* binding */ createGuard),
/* harmony export */   tG: () => (/* binding */ guardedPorts),
/* harmony export */   xE: () => (/* binding */ moveGuard)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10533);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99543);



/** Of a failover that waits for nobody. */
const UNGUARDED = async () => { };
/** Milliseconds; a lease is in a region that may be silent. */
const LEASE_MS = 2_000;
/**
 * @param base serial of the newest copy that was decided on: what is newer and not ours is somebody else's
 * @param isOurs whether a copy was written by this run
 */
function createGuard(base, isOurs, { clock, look, assertHeld = async () => { } }) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .patienceOf */ .H)(clock, LEASE_MS);
    let looking;
    const assertOurs = async () => {
        const [{ heard, copies }] = await Promise.all([look(), patience(assertHeld())]);
        if (!heard) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('active-state-unknown', 'no target answers, so nobody knows whether somebody else moves traffic', {
                fix: ['Run the same command again when the regions answer.'],
            });
        }
        const other = copies.find((copy) => copy.serial > base && !isOurs(copy));
        if (other !== undefined)
            throw taken(other);
    };
    return () => {
        // Several writes that begin together need one look.
        looking ??= assertOurs().finally(() => {
            looking = undefined;
        });
        return looking;
    };
}
function taken({ failover, drill }) {
    const { ended } = drill ?? {};
    const what = failover === undefined
        ? 'somebody else changed which targets are active'
        : `${failover.who} moves traffic to ${failover.to.join(', ')}`;
    const more = ended?.outcome === 'overridden' ? `, and the drill was ended ${ended.why ?? ''}`.trimEnd() : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('active-state-taken', `${what}${more}: nothing more is moved by this run`, {
        fix: ['Look at status, then run the same command again.'],
    });
}
/** Of one move; a failover from a region that is lost waits for nobody. */
function moveGuard({ id, drill, graceful }, decidedOn, { clock, state: { look } }) {
    if (look === undefined || (drill === undefined && graceful !== true))
        return UNGUARDED;
    const isOurs = (copy) => copy.failover?.id === id || (drill !== undefined && isOpen(copy, drill));
    return createGuard(decidedOn?.serial ?? 0, isOurs, { clock, look });
}
/** A copy of this drill that nobody has ended. */
function isOpen(copy, drill) {
    return (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .openDrill */ .uR)(copy)?.id === drill;
}
/** Nothing more may be done here: a failover, or another run, decides from now on. */
function isTakenOver(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && (error.code === 'lease-lost' || error.code === 'active-state-taken');
}
/** Consumers are switched, and writes stopped and resumed, only while nobody else counts. */
function guardedPorts(ports, guard) {
    const { consumers, hooks } = ports;
    const first = (act) => async (...args) => {
        await guard();
        await act(...args);
    };
    return {
        ...ports,
        ...(consumers && {
            consumers: { ...consumers, set: first((target, on, signal) => consumers.set(target, on, signal, guard)) },
        }),
        ...(hooks && {
            hooks: {
                ...hooks,
                ...(hooks.quiesce && { quiesce: first(hooks.quiesce) }),
                ...(hooks.resume && { resume: first(hooks.resume) }),
            },
        }),
    };
}


/***/ }),

/***/ 33770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withRoles),
/* harmony export */   y: () => (/* binding */ isShared)
/* harmony export */ });
/** Whether nothing but edge and global stacks is among them: what they make serves all regions, and takes over from none. */
function isShared(instances) {
    return instances.length > 0 && instances.every(({ stack: { scope } }) => scope === 'edge' || scope === 'global');
}
/**
 * The same environment with the targets alone that can be active. The one that is made for edge stacks is nobody's to move
 * traffic to, or away from.
 */
function withRoles(environment) {
    const { targets, instances } = environment;
    const own = (name) => instances.filter(({ target }) => target.name === name);
    return { ...environment, targets: targets.filter(({ name }) => !isShared(own(name))) };
}


/***/ })

};
