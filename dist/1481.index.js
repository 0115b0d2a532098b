export const id = 1481;
export const ids = [1481];
export const modules = {

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
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16357);
/* harmony import */ var _topology_with_role_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33770);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71349);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15742);










/**
 * The plan that the options name, or the copy that a surviving region keeps, which the configuration leads to.
 * @throws UserError `failover-plan-missing`, `failover-plan-damaged`, `failover-plan-newer`, `failover-plan-other`
 */
async function loadPlan(options, context) {
    const { plan: file } = options;
    if (file === undefined) {
        const { whole } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentOf */ .p)(options, context, { templates: false });
        // Nobody else is asked: the region that is left may be lost.
        const { targets } = (0,_topology_with_role_js__WEBPACK_IMPORTED_MODULE_7__/* .withRoles */ .o)(whole);
        return planOfEnvironment(whole, (0,_failover_move_js__WEBPACK_IMPORTED_MODULE_3__/* .survivors */ .Ql)(requestOf(options, targets), targets), context);
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
    await checkOrigin(plan, file, options, context);
    return plan;
}
/** @throws UserError as `parsePlan`, which names the copy or the program that is good where one can be found */
async function readPlan(text, file, { to }, context) {
    try {
        return (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)(text, file);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        const { goodCopy, programOf } = await __webpack_require__.e(/* import() */ 1782).then(__webpack_require__.bind(__webpack_require__, 61782));
        const newer = error.code === 'failover-plan-newer';
        const fix = newer ? programOf(text, to) : await goodCopy(text, to, context);
        throw fix === undefined ? error : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(error.code, error.message, { fix: [fix], cause: error });
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
    const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_5__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .settingsOf */ .f)(whole, target.name), context);
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planKey */ .v)(whole);
    const stored = bucket === undefined ? undefined : await session.storage.getText(bucket, key);
    return stored === undefined ? undefined : (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)(stored.text, `s3://${bucket}/${key}`);
}
/**
 * A plan of somewhere else would move somewhere else's traffic. What is meant is told by the option and by the
 * configuration, where there is one: the plan alone is enough.
 */
async function checkOrigin(plan, file, options, context) {
    const { applicationOf } = await __webpack_require__.e(/* import() */ 6887).then(__webpack_require__.bind(__webpack_require__, 26887));
    const application = (await applicationOf(options, context)) ?? plan.application;
    const environment = options.environment ?? plan.environment;
    if (application === plan.application && environment === plan.environment)
        return;
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planKey */ .v)({ application, name: environment });
    const bucket = plan.targets.find(({ name, region }) => name === options.to || region === options.to)?.bucket;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('failover-plan-other', `${file} is of ${plan.application}, ${plan.environment}, not of ${application}, ${environment}`, {
        fix: [
            `Take the plan that is meant: aws s3 cp s3://${bucket ?? 'BUCKET'}/${key} . (the bucket of the artifacts in a region that is there).`,
            'If this plan is meant, run it in a folder without that configuration and name its environment.',
        ],
    });
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

/***/ 6868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qc: () => (/* binding */ csvOf),
  EI: () => (/* binding */ reportOf),
  hV: () => (/* binding */ writeFiles),
  u5: () => (/* binding */ writeReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/failover/report.ts
var report = __webpack_require__(62858);
;// CONCATENATED MODULE: ./src/failover/source.ts
/**
 * @param actuated T3, milliseconds since the epoch; undefined: nothing was moved
 * @param endMs so long at the end answers count as those of the end: a weighted name gives several in turn
 */
function sourceReport({ name, servers }, answers, actuated, endMs) {
    const given = answers.flatMap(({ at, answer }) => (answer === undefined ? [] : [{ at, text: answer.join(' ') }]));
    const before = given.filter(({ at }) => actuated === undefined || at < actuated);
    const since = given.filter(({ at }) => actuated !== undefined && at >= actuated);
    const end = since.at(-1)?.at ?? 0;
    const final = new Set(since.filter(({ at }) => at > end - endMs).map(({ text }) => text));
    return {
        name,
        servers: servers.length,
        asked: answers.length,
        answered: given.length,
        settledSeconds: settled(before, since, final, actuated),
        before: distinct(before),
        after: [...final].sort(),
    };
}
function settled(before, since, final, actuated) {
    const other = [...before, ...since].some(({ text }) => !final.has(text));
    if (actuated === undefined || !other)
        return 'not measured';
    const last = since.findLastIndex(({ text }) => !final.has(text));
    const first = since[last + 1];
    return first === undefined ? 'not measured' : (first.at - actuated) / 1000;
}
function distinct(given) {
    return [...new Set(given.map(({ text }) => text))].sort();
}

// EXTERNAL MODULE: ./src/failover/wanted.ts
var wanted = __webpack_require__(98559);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/report/checksums.ts

/** Name of the list, as release pages use it. */
const CHECKSUMS = 'SHA256SUMS';
/**
 * SHA-256 of each file, in the format that `sha256sum -c SHA256SUMS` reads (GNU coreutils manual, "cksum output modes"): the hash,
 * two spaces, the name.
 * @param files text by name; names without backslash or line break, which the format would escape
 */
function checksumsOf(files) {
    const lines = Object.entries(files).map(([name, text]) => `${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex')}  ${name}\n`);
    return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('');
}

// EXTERNAL MODULE: ./src/failover/patience.ts
var patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/github/reports.ts + 1 modules
var reports = __webpack_require__(22236);
;// CONCATENATED MODULE: ./src/commands/failover/approvals.ts


/** GitHub may be gone too: it is not waited for. */
const WAIT_MS = 5_000;
/**
 * Who let the job of this workflow run go on. Undefined outside of GitHub, and where GitHub does not say so in time: then it
 * is not known. Asked at the end: what was approved was approved before the job began.
 */
async function reviewsOf(context) {
    const { number } = (0,reports/* workflowRun */.tM)(context.env, context.readFile);
    if (number === undefined)
        return undefined;
    try {
        const asked = context.gitHub(undefined, { mostWaitMs: WAIT_MS }).then((gitHub) => gitHub.reviews(number));
        const reviews = await (0,patience/* patienceOf */.H)(context.clock, WAIT_MS)(asked);
        return reviews?.map(({ login, state, comment, environments }) => ({ by: login, state, comment, environments }));
    }
    catch {
        // No token, or one that may not ask: nobody knows.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/failover/ledger-lines.ts
/** Calls of AWS and other contacts, counted by what was asked of whom. */
function ledgerLines(contacts) {
    const groups = Map.groupBy(contacts, ({ service, action, region, endpoint }) => [service, action, region, endpoint].join(' '));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { service, action, region, endpoint } = first;
        const errors = group.filter(({ error }) => error !== undefined).length;
        return [{ service, action, region, endpoint, calls: group.length, errors }];
    });
}

;// CONCATENATED MODULE: ./src/commands/failover/reporting.ts








/** The report of a run, with everything that it contacted. */
async function reportOf(run, context) {
    const { plan, asked, end, startedAt, probes, source, recoveryPoint, fencing } = run;
    const { application, environment, mechanism, sha256, compiledAt, release, rtoMs, rpoMs } = plan;
    const { id, who, reason, incident, graceful = false } = asked;
    const { ledger } = context.aws;
    const contacts = [...ledger.entries, ...context.contacted];
    const { verified, decided } = end.marks;
    const isAfter = ({ at }) => verified !== undefined && at > verified;
    return (0,report/* failoverReport */.Lj)({
        end,
        startedAt,
        endedAt: context.clock.now(),
        id,
        application,
        environment,
        mechanism: mechanism.kind,
        graceful,
        who,
        reason,
        ...(incident !== undefined && { incident }),
        approvals: {
            // Nothing is decided before somebody has confirmed it.
            confirmedBy: decided === undefined ? report/* NOT_MEASURED */.pJ : who,
            reviews: (await reviewsOf(context)) ?? report/* NOT_MEASURED */.pJ,
        },
        version: context.version,
        plan: { sha256, compiledAt, release: release.id },
        ledger: ledgerLines(contacts.filter((contact) => !isAfter(contact))),
        afterwards: ledgerLines(contacts.filter(isAfter)),
        refused: ledger.refused.map(({ at: _at, ...refused }) => refused),
        ...(fencing !== undefined && {
            fencing: {
                seconds: (fencing.endedAt - fencing.startedAt) / 1000,
                steps: fencing.steps,
                ledger: ledgerLines(fencing.ledger.entries),
            },
        }),
        ...(rtoMs !== undefined && { rtoMs }),
        ...(rpoMs !== undefined && { rpoMs }),
        ...(recoveryPoint !== undefined && { recoveryPoint }),
        ...(source !== undefined && {
            source: sourceReport(source.authority, source.answers, end.marks.actuated, probes?.stableMs ?? 0),
        }),
        ...(probes !== undefined && {
            probing: {
                url: probes.url,
                resolver: probes.resolver,
                results: probes.results,
                stableMs: probes.stableMs,
                wanted: (0,wanted/* wantedOf */.L)(end.move.active, plan.targets, probes.regionKnown),
            },
        }),
    });
}
const DEFAULT_FOLDER = 'failover-report';
/** Writes the report as JSON, Markdown, HTML and JUnit XML, and every probe as CSV. */
async function writeReport(report, probes, folder, context) {
    const [{ failoverMarkdown }, { failoverHtml }, { failoverJunit }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7271).then(__webpack_require__.bind(__webpack_require__, 17271)),
        __webpack_require__.e(/* import() */ 3703).then(__webpack_require__.bind(__webpack_require__, 33703)),
        __webpack_require__.e(/* import() */ 6760).then(__webpack_require__.bind(__webpack_require__, 16760)),
    ]);
    const markdown = failoverMarkdown(report);
    const files = {
        'failover-report.json': `${JSON.stringify(report, undefined, 2)}\n`,
        'failover-report.md': markdown,
        'failover-report.html': failoverHtml(report, probes, markdown),
        'failover-report.xml': failoverJunit(report),
        ...(probes.length > 0 && { 'probes.csv': csvOf(probes) }),
    };
    await writeFiles(folder ?? DEFAULT_FOLDER, files, context);
}
/**
 * Writes the files of a report into a folder, and last the list of their hashes: who keeps the list elsewhere can tell later that
 * nobody changed them. What was done is done: a full disk is a warning.
 */
async function writeFiles(folder, files, context) {
    const path = (0,external_node_path_.join)(context.cwd, folder);
    try {
        const all = { ...files, [CHECKSUMS]: checksumsOf(files) };
        for (const [name, text] of Object.entries(all))
            await context.writeFile((0,external_node_path_.join)(path, name), text);
        context.report({ type: 'note', level: 'info', text: `the report is in ${folder}` });
    }
    catch (error) {
        context.report({ type: 'note', level: 'warning', text: `the report could not be written: ${(0,errors/* errorText */.kc)(error)}` });
    }
}
/** A line for each probe. */
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

/***/ 54246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ gatePorts)
/* harmony export */ });
/** What gates may use of the outside world. */
function gatePorts({ aws, clock, env, http, spawn }) {
    return { clock, env, http, spawn, session: (target) => aws.session(target) };
}


/***/ }),

/***/ 30189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   Jt: () => (/* binding */ namedTarget),
/* harmony export */   Ql: () => (/* binding */ survivors),
/* harmony export */   S2: () => (/* binding */ lostRegions),
/* harmony export */   fd: () => (/* binding */ keptTargets),
/* harmony export */   qW: () => (/* binding */ decideMove)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10533);
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
/** Targets whose regions are not left: what is decided is kept there, by whoever was active before or not. */
function keptTargets({ leaving, active }, targets) {
    const lost = lostRegions(leaving, active, targets);
    return targets.filter(({ region }) => !lost.has(region)).map(({ name }) => name);
}
/** Targets that are there for certain: the one to move to, or all but the one to leave. */
function survivors(request, targets) {
    const names = targets.map(({ name }) => name);
    return 'to' in request ? [request.to] : names.filter((name) => name !== request.from);
}
/** Whether the state says that nothing is left to do. What a drill moved goes back by itself: a failover makes it stay. */
function isDone({ active, inactive }, state) {
    const same = inactive.every((name) => state.inactive.includes(name)) && active.every((name) => !state.inactive.includes(name));
    // Writes that a graceful move stopped may not be taken up again yet.
    const stopped = active.some((name) => state.quiesced?.includes(name));
    return same && !stopped && state.failover?.done !== false && (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .openDrill */ .uR)(state) === undefined;
}


/***/ }),

/***/ 62858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ failoverReport),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pJ: () => (/* binding */ NOT_MEASURED)
/* harmony export */ });
/* harmony import */ var _map_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35088);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4368);


/** What was not measured is said so, never shown as zero. */
const NOT_MEASURED = 'not measured';
/** The report of what was done, from what was measured. */
function failoverReport(facts) {
    const { end, startedAt, endedAt, probing, rtoMs, incident, fencing } = facts;
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
        T7: marks.consuming,
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
        graceful: facts.graceful === true,
        from: move.leaving,
        to: move.active,
        who: facts.who,
        reason: facts.reason,
        ...(incident !== undefined && { incident }),
        approvals: facts.approvals,
        version: facts.version,
        plan: facts.plan,
        timeline: (0,_map_values_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .L)(at, (time) => (time === undefined ? NOT_MEASURED : new Date(time).toISOString())),
        rto: {
            ...objectiveOf(rtoMs, between(at.T0, at.T5)),
            seconds: between(at.T0, at.T5),
            executionSeconds: between(at.T2, at.T5),
        },
        rpo: rpoOf(facts),
        ttlTailSeconds: seen.firstGood === undefined ? NOT_MEASURED : between(seen.firstGood, seen.lastStale ?? seen.firstGood),
        probes: probing === undefined ? NOT_MEASURED : counted(probing),
        source: facts.source ?? NOT_MEASURED,
        ledger: facts.ledger,
        afterwards: facts.afterwards,
        refused: facts.refused,
        ...(fencing !== undefined && { fencing }),
        deviations: end.deviations,
        ...(end.failure !== undefined && { failure: end.failure }),
    };
}
/** Whether it was met can only be said of what was measured. */
function objectiveOf(objectiveMs, seconds) {
    if (objectiveMs === undefined)
        return {};
    const objectiveSeconds = objectiveMs / 1000;
    return { objectiveSeconds, met: seconds === NOT_MEASURED ? NOT_MEASURED : seconds <= objectiveSeconds };
}
function rpoOf({ recoveryPoint: point, rpoMs }) {
    const boundSeconds = point?.boundMs === undefined ? NOT_MEASURED : point.boundMs / 1000;
    return {
        ...objectiveOf(rpoMs, boundSeconds),
        boundSeconds,
        method: point?.method ?? NOT_MEASURED,
        ...(point !== undefined && point.heartbeats.length > 0 && { heartbeats: point.heartbeats }),
        ...(point?.skewMs !== undefined && { clockSkewSeconds: point.skewMs / 1000 }),
    };
}
function probeMarks({ results, wanted, stableMs }, actuated) {
    const since = results.filter(({ at }) => actuated !== undefined && at >= actuated);
    const firstBad = results.find(({ status }) => status === undefined || status >= 500)?.at;
    const firstGood = since.find((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(probe, wanted))?.at;
    const lastStale = since.findLast((probe) => !(0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(probe, wanted))?.at;
    return { firstBad, firstGood, lastStale, recovered: (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .recoveredAt */ .D)(since, wanted, stableMs) };
}
/** How many were good, and who answered. */
function counted({ url, resolver, results, wanted, }) {
    const byRegion = {};
    for (const { status, region } of results) {
        const name = status === undefined ? 'no answer' : (region ?? 'none');
        byRegion[name] = (byRegion[name] ?? 0) + 1;
    }
    return {
        url,
        resolver,
        asked: results.length,
        good: results.filter((probe) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(probe, wanted)).length,
        byRegion,
    };
}
function between(from, to) {
    return from === undefined || to === undefined ? NOT_MEASURED : Math.max(0, to - from) / 1000;
}


/***/ }),

/***/ 98559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wantedOf)
/* harmony export */ });
/** What a probe must be once these targets alone are active. */
function wantedOf(active, targets, regionKnown) {
    const regions = new Set(targets.filter(({ name }) => active.includes(name)).map(({ region }) => region));
    return { regions, regionKnown };
}


/***/ }),

/***/ 21435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ loadCheck)
/* harmony export */ });
/** The check of a kind, loaded when a gate of that kind is first asked. */
async function loadCheck({ kind }) {
    // Each check gets the request of its own kind: the kind of the definition chose it.
    switch (kind) {
        case 'http':
            return (await __webpack_require__.e(/* import() */ 8681).then(__webpack_require__.bind(__webpack_require__, 71062))).http;
        case 'alarm':
            return (await __webpack_require__.e(/* import() */ 6863).then(__webpack_require__.bind(__webpack_require__, 96863))).alarm;
        case 'metric':
            return (await __webpack_require__.e(/* import() */ 1498).then(__webpack_require__.bind(__webpack_require__, 71498))).metric;
        case 'command':
            return (await __webpack_require__.e(/* import() */ 3901).then(__webpack_require__.bind(__webpack_require__, 53901))).command;
        case 'lambda':
            return (await __webpack_require__.e(/* import() */ 6137).then(__webpack_require__.bind(__webpack_require__, 16137))).lambda;
        case 'compare':
            return (await __webpack_require__.e(/* import() */ 5615).then(__webpack_require__.bind(__webpack_require__, 95615))).compare;
    }
}


/***/ })

};
