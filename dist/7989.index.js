export const id = 7989;
export const ids = [7989];
export const modules = {

/***/ 66805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ activeReader)
/* harmony export */ });
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58010);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13494);


/** @param works targets that answer: the newest of their copies counts */
function activeReader(environment, works, context) {
    let reading;
    const read = async () => {
        const states = await (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleActiveStates */ .x)(environment, works, context);
        return (await states?.read()) ?? _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_ACTIVE */ .Dk;
    };
    const state = () => {
        reading ??= read();
        return reading;
    };
    return { state, isActive: async (target) => !(await state()).inactive.includes(target) };
}


/***/ }),

/***/ 14869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   u: () => (/* binding */ lookBackOf)
/* harmony export */ });
/* harmony import */ var _gates_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58156);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54246);


/** What is looked back over where there is no bake time. */
const LOOK_BACK_MS = 300_000;
/**
 * Asks every gate of the environment's phases once, whatever its `when` says, and outside of any rollout: outputs are those
 * that the stacks have now.
 * @param release that gates expect where a phase is asked for none of its own
 */
async function askOnce({ environment, release }, asked, context) {
    const phases = environment.phases.map((phase) => ({
        ...phase,
        gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] })),
    }));
    const runner = (0,_gates_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createGateRunner */ .q)({ ...(0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePorts */ .o)(context), environment: { ...environment, phases }, release });
    const rounds = asked.map(({ since, ...more }) => runner.ask({ moment: 'after', outputs: {}, since, bakeSince: since, ...more }, context.signal));
    return (await Promise.all(rounds)).flat();
}
/** How long ago a judgement begins that no rollout began, milliseconds: as long as a bake takes. */
function lookBackOf({ bakeMs }) {
    return bakeMs || LOOK_BACK_MS;
}


/***/ }),

/***/ 70968:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _d: () => (/* binding */ requestOfRecord),
/* harmony export */   vt: () => (/* binding */ uncancelled),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _load_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94813);

/** @throws UserError when no plan of a failover was kept */
async function factsOf({ environment, settings, options, context }, kind, { works, reachable }) {
    const answering = reachable.map(({ target }) => target.name);
    const { runId: id, who } = context.origin;
    return {
        environment,
        settings,
        plan: await (0,_load_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planOfEnvironment */ .cl)(environment, answering, context),
        kind,
        id,
        who,
        reason: options.reason ?? 'drill',
        works,
        reachable,
        context,
        ...(options.incident !== undefined && { incident: options.incident }),
    };
}
/** The same run, which nobody can cancel any more: traffic goes back also then. */
function uncancelled(context) {
    return { ...context, signal: new AbortController().signal };
}
/** The request that a drill which is kept was made from, as far as its moves go. */
function requestOfRecord({ to, from }) {
    const [only, ...others] = to;
    return only !== undefined && others.length === 0 ? { to: only } : { from: from[0] ?? '' };
}


/***/ }),

/***/ 67304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookOnly: () => (/* binding */ lookOnly)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_drill_served_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(33347);
/* harmony import */ var _failover_move_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30189);
/* harmony import */ var _failover_wanted_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(98559);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(10533);
/* harmony import */ var _topology_restrict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97121);
/* harmony import */ var _topology_with_role_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(33770);
/* harmony import */ var _deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40369);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55749);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13494);
/* harmony import */ var _probing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12740);
/* harmony import */ var _readiness_readiness_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31062);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70968);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51858);















/** Drills that move nothing: they take no lease and keep nobody out. */
async function lookOnly(kind, asked) {
    const { environment, settings, options, context } = asked;
    const startedAt = context.clock.now();
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__/* .createTargetWork */ .J2)(environment, { command: 'drill', lockWaitMs: 0, leases: false, makesBuckets: false }, context);
    const reachable = await (0,_deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .proveTargets */ .t)(works, options, context);
    const { targets } = (0,_topology_with_role_js__WEBPACK_IMPORTED_MODULE_11__/* .withRoles */ .o)(environment);
    const names = targets.map(({ name }) => name);
    const states = await (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_6__/* .visibleActiveStates */ .x)(environment, reachable, context);
    const state = (await states?.read()) ?? _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL_ACTIVE */ .Dk;
    const facts = await (0,_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .factsOf */ .xS)(asked, kind, { works, reachable });
    const to = options.to === undefined ? names : [(0,_failover_move_js__WEBPACK_IMPORTED_MODULE_1__/* .namedTarget */ .Jt)(options.to, targets, 'to')];
    const about = { startedAt, from: [], to, returns: [], moves: [] };
    if (kind === 'probe') {
        const active = [...(0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .activeTargets */ .BD)(state, names)];
        const { probes, why } = await probed(active, facts, options.hold ?? settings.drill.holdMs);
        return (0,_telling_js__WEBPACK_IMPORTED_MODULE_10__/* .endOf */ .p)({ ...about, to: active, ...ended(why), readiness: [], deviations: [], probes }, facts, options);
    }
    const chosen = { whole: environment, environment: (0,_topology_restrict_js__WEBPACK_IMPORTED_MODULE_3__/* .withTargets */ .d)(environment, (name) => to.includes(name)) };
    const found = await (0,_readiness_readiness_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAround */ .h)({ ...chosen, excluded: new Set() }, context);
    const open = openProblem(state);
    const readiness = found.targets.map(({ target, checks }) => ({
        target,
        problems: [...(open === undefined ? [] : [open]), ...said(checks, 'missing')],
    }));
    const deviations = found.targets.flatMap(({ target, checks }) => said(checks, 'unknown').map((text) => `${target}: ${text}`));
    const problems = readiness.flatMap((one) => one.problems);
    const why = problems.length === 0 ? undefined : problems.join('; ');
    // What could not be found out is neither good nor bad.
    const end = why === undefined && deviations.length > 0 ? { outcome: 'not-measured' } : ended(why);
    return (0,_telling_js__WEBPACK_IMPORTED_MODULE_10__/* .endOf */ .p)({ ...about, to: readiness.map(({ target }) => target), ...end, readiness, deviations }, facts, options);
}
function said(checks, verdict) {
    return checks.filter((check) => check.verdict === verdict).map(({ subject, text }) => `${subject}: ${text}`);
}
function ended(why) {
    return why === undefined ? { outcome: 'passed' } : { outcome: 'failed', why };
}
/** What keeps everybody from drilling. */
function openProblem(state) {
    const { failover } = state;
    const drill = (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_12__/* .openDrill */ .uR)(state);
    if (drill !== undefined)
        return `a drill of ${drill.who} since ${drill.at} has not ended`;
    return failover?.done === false ? `a failover of ${failover.who} since ${failover.at} has not ended` : undefined;
}
/** Asks what users ask for some time. */
async function probed(active, { plan, settings, context }, forMs) {
    if (plan.probe === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-no-probe', 'there is nothing to ask: no probe is configured', {
            fix: ['Add failover.probe with a URL under the public name, and deploy.'],
        });
    }
    const { clock, signal } = context;
    const probes = (0,_probing_js__WEBPACK_IMPORTED_MODULE_7__/* .startProbes */ .o)(plan.probe, context);
    const began = clock.now();
    await clock.sleep(Math.max(forMs, MINIMUM_MS), signal).finally(() => probes.stop(true));
    const wanted = (0,_failover_wanted_js__WEBPACK_IMPORTED_MODULE_13__/* .wantedOf */ .L)(active, plan.targets, probes.regionKnown);
    const { belowPercent } = settings.drill.abort;
    const windowMs = clock.now() - began;
    const rule = { share: belowPercent / 100, windowMs };
    return { probes, why: (0,_failover_drill_served_js__WEBPACK_IMPORTED_MODULE_14__/* .tooFewGood */ .yG)(probes.results, wanted, rule, began, clock.now()) };
}
/** Fewer probes would say nothing. */
const MINIMUM_MS = 3_000;


/***/ }),

/***/ 51858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_drill_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8012);
/* harmony import */ var _failover_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62858);
/* harmony import */ var _failover_wanted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98559);
/* harmony import */ var _records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);
/* harmony import */ var _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22675);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98634);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4493);
/* harmony import */ var _reporting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6868);









const ENDS = {
    passed: { status: 'succeeded', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.ok },
    rehearsed: { status: 'planned', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.ok },
    'not-measured': { status: 'inconclusive', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.inconclusive },
    failed: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    aborted: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    left: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
    overridden: { status: 'failed', exitCode: _report_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed },
};
/** Writes the report, remembers the drill in every region that answers, and makes the result of the run. */
async function endOf(told, facts, options) {
    const { environment, context, plan } = facts;
    const report = reportOf(told, facts);
    await writeDrill(report, told.probes?.results ?? [], options['report-folder'], facts);
    if (report.outcome !== 'rehearsed')
        await remember(report, facts);
    const { why, outcome, deviations } = report;
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .runResult */ .X)(environment, {
        command: 'drill',
        startedAt: told.startedAt,
        instances: [],
        release: plan.release,
        ...ENDS[outcome],
        drill: report,
        notes: deviations,
        ...(why !== undefined && outcome !== 'rehearsed' && { failure: why }),
    }, context);
}
function reportOf(told, { plan, kind, id, who, reason, incident, context }) {
    const { application, environment, mechanism, sha256, compiledAt, release } = plan;
    const { outcome, why, from, to, readiness, returns, moves, deviations, probes, startedAt, injectedAt } = told;
    const wanted = probes && (0,_failover_wanted_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedOf */ .L)([...from, ...to], plan.targets, probes.regionKnown);
    return {
        schema: 1,
        id,
        kind,
        outcome,
        ...(why !== undefined && { why }),
        application,
        environment,
        mechanism: mechanism.kind,
        from,
        to,
        who,
        reason,
        ...(incident !== undefined && { incident }),
        version: context.version,
        plan: { sha256, compiledAt, release: release.id },
        startedAt: new Date(startedAt).toISOString(),
        endedAt: new Date(context.clock.now()).toISOString(),
        ...(injectedAt !== undefined && { injectedAt: new Date(injectedAt).toISOString() }),
        readiness,
        returns,
        moves,
        probes: probes && wanted ? (0,_failover_report_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)({ ...probes, wanted }) : _failover_report_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_MEASURED */ .pJ,
        deviations,
    };
}
const DEFAULT_FOLDER = 'drill-report';
async function writeDrill(report, probes, folder, { context }) {
    const [{ drillMarkdown }, { drillHtml }, { drillJunit }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6730).then(__webpack_require__.bind(__webpack_require__, 96730)),
        __webpack_require__.e(/* import() */ 8338).then(__webpack_require__.bind(__webpack_require__, 58338)),
        __webpack_require__.e(/* import() */ 1875).then(__webpack_require__.bind(__webpack_require__, 81875)),
    ]);
    const markdown = drillMarkdown(report);
    await (0,_reporting_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFiles */ .hV)(folder ?? DEFAULT_FOLDER, {
        'drill-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
        'drill-report.md': markdown,
        'drill-report.html': drillHtml(report, probes, markdown),
        'drill-report.xml': drillJunit(report),
        ...(probes.length > 0 && { 'probes.csv': (0,_reporting_js__WEBPACK_IMPORTED_MODULE_5__/* .csvOf */ .Qc)(probes) }),
    }, context);
}
/** In the region of every target: who, when, how it ended, and the whole report beside it. */
async function remember(report, { environment, reachable, context }) {
    const { id, kind, outcome, startedAt, endedAt, who, reason, why } = report;
    if (outcome === 'rehearsed')
        return;
    const note = (0,_record_places_js__WEBPACK_IMPORTED_MODULE_3__/* .noteIn */ .Cr)(context);
    const seconds = (0,_failover_drill_report_js__WEBPACK_IMPORTED_MODULE_8__/* .recoverySeconds */ .B)(report);
    const past = {
        ...{ id, kind, outcome, at: startedAt, endedAt, who, reason },
        ...(seconds !== undefined && { rtoSeconds: seconds }),
        ...(why !== undefined && { why }),
    };
    try {
        const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_3__/* .visiblePlaces */ .fj)(environment, reachable, context);
        await Promise.all(places.map(async ({ storage, bucket, target }) => {
            try {
                await storage.putText(await bucket(), (0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .drillReportKey */ .by)(environment, id), JSON.stringify(report));
            }
            catch (error) {
                note(`the report of the drill could not be kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`, target);
            }
        }));
        await (0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .keepDrill */ .t)((0,_records_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .drillHistoryKey */ .Th)(environment), past, places, note);
    }
    catch (error) {
        const text = `the drill could not be remembered: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
    }
}


/***/ }),

/***/ 11172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ missingArtifacts),
/* harmony export */   h: () => (/* binding */ absentArtifacts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63677);


/**
 * Keys of recorded objects that are not there any more, or hold something else. Who can write to the bucket can
 * overwrite them, so their bytes are hashed: neither names nor metadata tell.
 */
async function missingArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key, sha256 }) => ((await hashOf(storage, bucket, key)) === sha256 ? [] : [key])));
    return found.flat();
}
/** Whether they are there at all, which is all that a forecast needs. One HEAD each. */
async function absentArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key }) => ((await storage.head(bucket, key)) === undefined ? [key] : [])));
    return found.flat();
}
async function hashOf(storage, bucket, key) {
    try {
        const { body } = await storage.get(bucket, key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of body)
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ recoverySeconds)
/* harmony export */ });
/** Measured recovery time of the move away; undefined: not measured. */
function recoverySeconds({ moves }) {
    const seconds = moves[0]?.rto.seconds;
    return typeof seconds === 'number' ? seconds : undefined;
}


/***/ }),

/***/ 33347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hj: () => (/* binding */ noticed),
/* harmony export */   p7: () => (/* binding */ servedBefore),
/* harmony export */   yG: () => (/* binding */ tooFewGood)
/* harmony export */ });
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4368);

/** Fewer probes than these say nothing about a share. */
const FEWEST = 3;
const POLL_MS = 250;
/** A sentence once too few of the probes of the last while were good; undefined as long as that is not so. */
function tooFewGood(probes, wanted, { share, windowMs }, from, now) {
    const since = now - windowMs;
    if (since < from)
        return undefined;
    const asked = probes.filter(({ at }) => at >= since && at <= now);
    const good = asked.filter((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(probe, wanted)).length;
    if (asked.length < FEWEST || good >= asked.length * share)
        return undefined;
    return `only ${good} of the ${asked.length} probes of the last ${windowMs / 1000} s were good`;
}
/** Waits until users are served as they should be before anything is touched. @returns whether they are */
async function servedBefore(wanted, began, { probes, clock, signal }) {
    for (;;) {
        if (probes === undefined || (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .recoveredAt */ .D)(probes.results, wanted, probes.stableMs) !== undefined)
            return true;
        // A drill is for good days: it does not wait for one.
        if (clock.now() - began >= probes.stableMs * 3)
            return false;
        await clock.sleep(POLL_MS, signal);
    }
}
/** So many answers one after the other from somewhere else: traffic has left by itself. */
const GONE = 5;
/**
 * Waits until a probe tells of the injected failure: it is bad, or nobody is served by the broken targets any more.
 * @param broken what an answer of theirs is
 * @returns whether one did
 */
async function noticed(broken, injected, patienceMs, { probes, clock, signal }) {
    const started = clock.now();
    for (;;) {
        if (probes === undefined)
            return true;
        const since = probes.results.filter(({ at }) => at >= injected);
        if (since.some(isBad))
            return true;
        if (broken.regionKnown && since.length >= GONE && !since.slice(-GONE).some((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(probe, broken)))
            return true;
        if (clock.now() - started >= patienceMs)
            return false;
        await clock.sleep(POLL_MS, signal);
    }
}
function isBad({ status }) {
    return status === undefined || status < 200 || status >= 300;
}


/***/ }),

/***/ 86202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/** Takes what the rollout knows; the rest is read where it is, once a round. */
function createOutputs(environment, known, session) {
    const read = new Map();
    return {
        async of(stack, named, target) {
            const places = environment.instances.filter((instance) => instance.stack.key === stack);
            const wanted = named ?? target.name;
            const place = places.find((instance) => instance.target.name === wanted) ?? (named === undefined ? places[0] : undefined);
            if (place === undefined)
                return undefined;
            const values = known[place.target.name]?.[stack];
            if (values !== undefined)
                return values;
            const found = read.get(place.id) ??
                session(place.target)
                    .cloudformation.describeStack(place.stack.stackName)
                    .then((description) => description?.outputs);
            read.set(place.id, found);
            return found;
        },
    };
}


/***/ }),

/***/ 91056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ resolveCheck)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21099);


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencesIn */ .ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveReferences */ .d)(text, (reference) => {
            const value = values.get(JSON.stringify(reference));
            return value !== undefined && inExpression ? literal(value) : value;
        });
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            missing.set(source, reference);
        return text;
    };
    const value = mapTexts(check, put);
    if (missing.size === 0)
        return { kind: 'known', value };
    const there = await Promise.all([...missing.values()].map(async (reference) => reference.kind !== 'output' || (await outputs.of(reference.stack, reference.target, target)) !== undefined));
    const deployed = there.includes(true);
    return { kind: 'missing', sources: [...missing.keys()], deployed };
}
/** Escapes what means something in a regular expression with the flag u. */
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Texts under these keys are regular expressions. */
const EXPRESSIONS = new Set(['bodyMatches', 'jsonMatches']);
function mapTexts(value, put, expression = false) {
    if (typeof value === 'string')
        return put(value, expression);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, put, expression));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, put, expression || EXPRESSIONS.has(key))]));
}
function* textsOf(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value))
            yield* textsOf(item);
}
async function valueFor(reference, target, outputs, options) {
    const { environment, release, session, isActive } = options;
    switch (reference.kind) {
        case 'output':
            return (await outputs.of(reference.stack, reference.target, target))?.[reference.output];
        case 'ssm':
            return parameter(reference.name, session(target));
        case 'release':
            return release.id;
        case 'commit':
            return release.commit ?? '';
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        case 'target':
            if (reference.property === 'account')
                return session(target).account();
            if (reference.property === 'active')
                return String((await isActive?.(target.name)) ?? true);
            return target[reference.property];
    }
}
async function parameter(name, session) {
    try {
        return await session.parameter(name);
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 58156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGateRunner)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21435);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86202);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91056);





const DEFAULT_INTERVAL_MS = 30_000;
/** Hundreds of targets are not asked all in one moment: connections, and CloudWatch's limits a second. */
const MOST_AT_ONCE = 64;
/**
 * Runs the gates of an environment. What a gate is configured to take an inconclusive answer for is applied here; what
 * stays inconclusive holds the rollout.
 */
function createGateRunner(options) {
    const { environment, clock } = options;
    const intervals = environment.phases.flatMap(({ gates }) => gates).filter(({ when }) => when.includes('bake'));
    /** Last verdicts of the bake: a gate with a longer interval than the round's is not asked every time. */
    const last = new Map();
    async function askOne(gate, target, request, signal) {
        const key = [request.phase, gate.name, target.name].join('\0');
        const known = last.get(key);
        if (known !== undefined && !isDue(gate, known, request, clock.now()))
            return known;
        const found = settled(gate, await look(gate, target, request, signal, options));
        const verdict = {
            gate: gate.name,
            ...(gate.scope === 'target' && { target: target.name }),
            moment: request.moment,
            ...found,
            at: new Date(clock.now()).toISOString(),
        };
        if (request.moment === 'bake')
            last.set(key, verdict);
        return verdict;
    }
    return {
        intervalMs: Math.min(...(intervals.length > 0 ? intervals.map(({ intervalMs }) => intervalMs) : [DEFAULT_INTERVAL_MS])),
        async ask(request, signal) {
            const phase = environment.phases.find(({ name }) => name === request.phase);
            const due = (phase?.gates ?? []).filter((gate) => isAsked(gate, request));
            const home = environment.targets.find(({ name }) => name === environment.home);
            const judged = environment.targets.filter(({ name }) => request.targets.includes(name));
            const outputs = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .createOutputs */ .l)(environment, request.outputs, options.session);
            const round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
            const asked = due.flatMap((gate) => (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
            const limit = pLimit(MOST_AT_ONCE);
            return Promise.all(asked.map(({ gate, target }) => limit(() => askOne(gate, target, round, signal))));
        },
    };
}
/** After a rollback only what asks a target's own endpoint: the rest judges the release that failed. */
function isAsked({ when, check, scope }, { moment }) {
    return moment === 'return' ? check.kind === 'http' && scope === 'target' : when.includes(moment);
}
/** Every gate at the end of the bake, and before that each one as often as it says. */
function isDue(gate, { at }, request, now) {
    if (request.moment !== 'bake' || now >= (request.bakeSince ?? 0) + request.bakeMs)
        return true;
    return Date.parse(at) + gate.intervalMs <= now;
}
/** One round of one gate; whatever goes wrong is a finding, a cancelled run too. */
async function look(gate, target, request, signal, options) {
    const limit = new AbortController();
    const stop = AbortSignal.any([signal, limit.signal]);
    let progress = '';
    const limited = options.clock.sleep(gate.timeoutMs, stop).then(() => {
        limit.abort();
        return timedOut(gate, progress);
    }, () => cancelled);
    try {
        const note = (text) => {
            progress = text;
        };
        return await Promise.race([judge(gate, target, { request, signal: stop, note }, options), limited]);
    }
    catch (error) {
        if (signal.aborted)
            return cancelled;
        return limit.signal.aborted ? timedOut(gate, progress) : unknown(error);
    }
    finally {
        limit.abort();
    }
}
async function judge(gate, target, { request, ...round }, options) {
    const release = request.release ?? options.release;
    const resolved = await (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveCheck */ .R)(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .loadCheck */ .V)(resolved.value);
    const { moment, since, bakeSince = since } = request;
    const { overrideAlarms, environment } = options;
    const about = {
        application: environment.application,
        environment: environment.name,
        release: release.id,
        stacks: environment.stacks.map(({ key }) => key),
    };
    return check({
        ...round,
        check: resolved.value,
        moment,
        target,
        from: bakeSince,
        since,
        outputs: request.outputs,
        targets: environment.targets,
        judged: gate.scope === 'target' ? request.targets.length : 1,
        about,
        ...(overrideAlarms !== undefined && { overrideAlarms }),
    }, options);
}
/** Before the first deployment there is nothing to ask; afterwards an output that is not there is a failure. */
function withoutValue({ sources, deployed }, { moment }) {
    const names = sources.join(', ');
    if (moment === 'before' && !deployed)
        return {
            verdict: 'pass',
            reason: `nothing is deployed there yet: ${names} has no value`,
            evidence: { deployed: false },
        };
    return { verdict: 'fail', reason: `${names} has no value`, evidence: { missing: names } };
}
function timedOut({ timeoutMs }, progress) {
    const reason = `no verdict within ${timeoutMs / 1000} s${progress && `; last: ${progress}`}`;
    return { verdict: 'inconclusive', reason, evidence: { timedOut: true } };
}
const cancelled = { verdict: 'inconclusive', reason: 'the run was cancelled', evidence: { cancelled: true } };
function unknown(error) {
    const code = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), evidence: { error: code } };
}
/** What the configuration takes an inconclusive answer for; the answer stays to be seen. */
function settled(gate, found) {
    if (found.verdict !== 'inconclusive' || gate.inconclusive === 'hold')
        return found;
    return {
        verdict: gate.inconclusive,
        reason: `${found.reason} (inconclusive, which counts as ${gate.inconclusive})`,
        evidence: { ...found.evidence, inconclusive: true },
    };
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ drillDue),
/* harmony export */   Th: () => (/* binding */ drillHistoryKey),
/* harmony export */   by: () => (/* binding */ drillReportKey),
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   k0: () => (/* binding */ countsAsDrill),
/* harmony export */   t: () => (/* binding */ keepDrill)
/* harmony export */ });
/* unused harmony export parseDrills */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10533);




/** Drills that are remembered; of more the oldest are forgotten. */
const KEPT = 20;
/** Somebody else writes a record of theirs at the same moment. */
const ATTEMPTS = 3;
const VERSION = 1;
/** Where the drills of an environment are remembered in the bucket of each of its targets. */
function drillHistoryKey(subject) {
    return `${folderOf(subject)}.json`;
}
/** Where the report of a drill lies. */
function drillReportKey(subject, id) {
    return `${folderOf(subject)}/${encodeURIComponent(id)}.json`;
}
function folderOf({ application, name }) {
    return `sam-multi-region/drills/${encodeURIComponent(application)}/${encodeURIComponent(name)}`;
}
/** Drills as any of these targets remembers them, oldest first. What cannot be read is noted. */
async function readDrills(key, places, note) {
    const found = await Promise.all(places.map(async ({ target, storage, bucket }) => {
        try {
            const stored = await storage.getText(await bucket(), key);
            return stored === undefined ? [] : parseDrills(stored.text);
        }
        catch (error) {
            note(`the drills that it remembers cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, target);
            return [];
        }
    }));
    return merged(found.flat());
}
/** Adds a drill in every one of these targets. What cannot be kept is noted: the others have it. */
async function keepDrill(key, drill, places, note) {
    const known = await readDrills(key, places, () => { });
    await Promise.all(places.map(async (place) => {
        try {
            await addTo(place, key, [...known, drill]);
        }
        catch (error) {
            note(`the drill could not be remembered: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
        }
    }));
}
async function addTo({ storage, bucket }, key, drills) {
    const name = await bucket();
    for (let attempt = 1;; attempt += 1) {
        const stored = await storage.getText(name, key);
        const all = merged([...(stored === undefined ? [] : parseDrills(stored.text)), ...drills]).slice(-KEPT);
        const condition = stored === undefined ? { ifAbsent: true } : { ifMatch: stored.etag };
        try {
            await storage.putText(name, key, JSON.stringify({ version: VERSION, drills: all }), condition);
            return;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict' || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** Nothing of a document that is damaged or of another version: a drill that is forgotten is due again. */
function parseDrills(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { drills } = value ?? {};
    return value?.['version'] === VERSION && Array.isArray(drills) ? drills.filter(isPastDrill) : [];
}
/** Each drill once, oldest first. */
function merged(drills) {
    const byId = new Map(drills.map((drill) => [drill.id, drill]));
    return [...byId.values()].sort((one, other) => Date.parse(one.endedAt) - Date.parse(other.endedAt));
}
function isPastDrill(value) {
    const { id, kind, outcome, at, endedAt, who, reason, rtoSeconds, why } = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value) ?? {};
    return ([id, at, endedAt, who, reason].every((text) => typeof text === 'string') &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isKind */ .VF)(kind) &&
        (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcome */ .L2)(outcome) &&
        (rtoSeconds === undefined || typeof rtoSeconds === 'number') &&
        (why === undefined || typeof why === 'string'));
}
/** Whether traffic was moved and came back, and users were served: what a due date counts from. */
function countsAsDrill({ kind, outcome }) {
    return (kind === 'switchover' || kind === 'outage') && (outcome === 'passed' || outcome === 'not-measured');
}
/** When the next drill that moves traffic is due, milliseconds since the epoch. Where none was ever done: now. */
function drillDue(drills, everyMs, now) {
    const last = drills.findLast(countsAsDrill);
    return last === undefined ? now : Date.parse(last.endedAt) + everyMs;
}


/***/ })

};
