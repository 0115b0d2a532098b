export const id = 7419;
export const ids = [7419,7271,6730];
export const modules = {

/***/ 96730:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillMarkdown: () => (/* binding */ drillMarkdown)
/* harmony export */ });
/* harmony import */ var _failover_drill_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8012);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _failover_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17271);



const TITLE = {
    passed: 'passed',
    rehearsed: 'rehearsal: NOTHING WAS MOVED',
    'not-measured': 'went there and back, NOT MEASURED',
    failed: 'FAILED; traffic is where it was',
    aborted: 'ABORTED; traffic is where it was',
    left: 'traffic DID NOT RETURN',
    overridden: 'a failover took over',
};
/** The report of a drill for people: what was done, what was found, and each move as a failover is told. */
function drillMarkdown(report) {
    const { kind, outcome, plan, readiness, returns, moves, probes } = report;
    const seconds = (0,_failover_drill_report_js__WEBPACK_IMPORTED_MODULE_2__/* .recoverySeconds */ .B)(report);
    const rows = [
        ['application', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(`${report.application}, ${report.environment}`)],
        ['mechanism', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(report.mechanism)],
        ['from', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.from.join(', ') || 'nobody')],
        ['to', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.to.join(', '))],
        ['reason', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.reason)],
        ...(report.incident === undefined ? [] : [['incident', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.incident)]]),
        ['by', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.who)],
        ['from when to when', `${report.startedAt} to ${report.endedAt}`],
        ...(report.injectedAt === undefined ? [] : [['failure injected', report.injectedAt]]),
        ['recovery time of the move away', seconds === undefined ? 'not measured' : `${seconds.toFixed(1)} s`],
        ['plan', `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.sha256.slice(0, 12))} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(plan.compiledAt)}, release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.release)}`],
    ];
    return [
        `# Drill (${kind}): ${TITLE[outcome]}`,
        '',
        ...(report.why === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.why), '']),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['', ''], rows),
        ...section('Readiness', readiness.flatMap(({ target, problems }) => problems.length === 0 ? [`${target}: ready`] : problems.map((text) => `${target}: NOT READY: ${text}`))),
        ...section('What would have brought traffic back without this process', returns.map(({ name, region, at }) => `the schedule ${name} in ${region}, at ${at}`)),
        ...section('Deviations', report.deviations),
        '',
        '## Probes',
        '',
        typeof probes === 'string'
            ? 'not measured: no probe is configured'
            : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(probes.url)} through ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(probes.resolver)}: ${probes.asked} asked, ${probes.good} good`,
        ...moves.flatMap((move) => ['', (0,_failover_markdown_js__WEBPACK_IMPORTED_MODULE_1__.failoverMarkdown)(move).replaceAll(/^#/gm, '##')]),
        '',
    ].join('\n');
}
function section(title, items) {
    return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(item)}`)];
}


/***/ }),

/***/ 17271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failoverMarkdown: () => (/* binding */ failoverMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);

const MEANING = {
    T0: 'declared: the command began',
    T1: 'first failed probe',
    T2: 'decided',
    T3: 'first call that moves traffic',
    T4: 'first good probe by the public name',
    T5: '99% of the probes are good',
    T6: 'last probe answered by what was left',
    T7: 'consumers enabled',
    T8: 'declared over',
};
const TITLE = {
    'already-active': 'Nothing to do: it is active already',
    rehearsed: 'Rehearsal: NOTHING WAS MOVED',
    verified: 'Failover verified',
    'not-verified': 'Failover NOT VERIFIED: users were not seen to be served',
    'not-measured': 'Failover done, not measured',
    failed: 'Failover FAILED',
};
/** Users may be served although something else does not run yet. */
function titleOf({ outcome, failure }) {
    return outcome === 'not-verified' && failure !== undefined ? 'Failover NOT FINISHED: run it again' : TITLE[outcome];
}
/** The report for people. */
function failoverMarkdown(report) {
    const { plan, rto, rpo, probes, timeline } = report;
    return [
        `# ${titleOf(report)}`,
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['', ''], [
            ['application', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(`${report.application}, ${report.environment}`)],
            ['from', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.from.join(', ') || 'nobody')],
            ['to', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.to.join(', '))],
            ['mechanism', `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(report.mechanism)}${report.graceful ? ', graceful' : ''}`],
            ...(report.failure === undefined ? [] : [['why', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.failure)]]),
            ['reason', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.reason)],
            ...(report.incident === undefined ? [] : [['incident', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.incident)]]),
            ['by', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.who)],
            ['confirmed by', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.approvals.confirmedBy)],
            ['approved by', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(reviewers(report.approvals.reviews))],
            [
                'plan',
                `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.sha256.slice(0, 12))} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(plan.compiledAt)}, release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.release)}`,
            ],
            ['recovery time (T0 to T5)', withObjective(seconds(rto.seconds), rto)],
            ['execution (T2 to T5)', seconds(rto.executionSeconds)],
            ['recovery point, at most', withObjective(seconds(rpo.boundSeconds), rpo)],
            ['how the recovery point was measured', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(rpo.method)],
            ...(rpo.heartbeats ?? []).map(({ from, to, at }) => [`newest heartbeat of ${from} in ${to}`, at]),
            ['tail of old answers', seconds(report.ttlTailSeconds)],
        ]),
        '',
        '## Timeline',
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['mark', 'time (UTC)', 'meaning'], Object.keys(MEANING).map((mark) => [mark, timeline[mark], MEANING[mark]])),
        '',
        '## Probes',
        '',
        ...(typeof probes === 'string'
            ? ['not measured: no probe is configured']
            : [
                `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(probes.url)} through ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(probes.resolver)}: ${probes.asked} asked, ${probes.good} good`,
                '',
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['answered by', 'probes'], Object.entries(probes.byRegion).map(([region, amount]) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(region), String(amount)])),
            ]),
        ...sourceText(report.source),
        '',
        '## What was contacted until users were served',
        '',
        contacts(report.ledger),
        ...(report.afterwards.length === 0
            ? []
            : ['', '## What was contacted after that', '', contacts(report.afterwards)]),
        ...list('Refused before they were sent', report.refused.map(({ service, action, region, reason }) => `${service} ${action} in ${region}: ${reason}`)),
        ...fenced(report.fencing),
        ...list('Deviations', report.deviations),
        '',
    ].join('\n');
}
function reviewers(reviews) {
    if (typeof reviews === 'string')
        return reviews;
    const said = reviews.map(({ by, state, comment, environments }) => `${by} (${state}, ${environments.join(', ')}${comment === '' ? '' : `: ${comment}`})`);
    return said.join('; ') || 'nobody was asked';
}
function contacts(lines) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['service', 'action', 'region', 'endpoint', 'calls', 'errors'], lines.map((line) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.service),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.action),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.region),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.endpoint),
        String(line.calls),
        String(line.errors),
    ]));
}
function fenced(fencing) {
    if (fencing === undefined)
        return [];
    const { steps, ledger } = fencing;
    return [
        '',
        `## Done to what was left, in ${seconds(fencing.seconds)}, once users were served`,
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'what', 'result', ''], steps.map(({ target, what, result, detail = '' }) => [target, what, result, detail].map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV))),
        '',
        contacts(ledger),
    ];
}
function sourceText(source) {
    if (typeof source === 'string')
        return [];
    const { name, servers, asked, answered, settledSeconds } = source;
    const settled = typeof settledSeconds === 'number'
        ? `from ${settledSeconds.toFixed(1)} s after T3 on they gave only what they gave at the end`
        : 'they were not seen to change';
    return ['', `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name)} at its ${servers} name servers: ${answered} of ${asked} questions answered; ${settled}`];
}
function seconds(value) {
    return typeof value === 'number' ? `${value.toFixed(1)} s` : value;
}
function withObjective(text, { objectiveSeconds, met }) {
    if (objectiveSeconds === undefined)
        return text;
    const said = typeof met === 'boolean' ? (met ? ': met' : ': NOT MET') : '';
    return `${text} (objective ${objectiveSeconds} s${said})`;
}
function list(title, items) {
    return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(item)}`)];
}


/***/ }),

/***/ 57419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R_: () => (/* binding */ heading),
  at: () => (/* binding */ instanceTable),
  gl: () => (/* binding */ problemSections),
  Kl: () => (/* binding */ refusalMarkdown),
  kX: () => (/* binding */ summaryFailures),
  eH: () => (/* binding */ summaryMarkdown)
});

// UNUSED EXPORTS: SUMMARY_LIMIT

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(54285);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/report/render/activity-text.ts
var activity_text = __webpack_require__(94704);
// EXTERNAL MODULE: ./src/report/render/change-text.ts
var change_text = __webpack_require__(81407);
// EXTERNAL MODULE: ./src/report/render/drill-markdown.ts
var drill_markdown = __webpack_require__(96730);
// EXTERNAL MODULE: ./src/report/render/failover-markdown.ts
var failover_markdown = __webpack_require__(17271);
// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(30533);
;// CONCATENATED MODULE: ./src/report/render/gantt.ts


/** Bars that a person can still tell apart; more are drawn as one bar for each phase. */
const MOST_BARS = 80;
const MOST_FAILED_BARS = 30;
/** The rollout as a Mermaid Gantt chart, without its code fence; empty when nothing was started. */
function ganttChart(instances) {
    const bars = instances.flatMap(barOf);
    if (bars.length === 0)
        return '';
    const shown = bars.length <= MOST_BARS ? bars : foldedBars(bars);
    const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
    for (const [phase, own] of Map.groupBy(shown, (bar) => bar.phase)) {
        lines.push(`  section ${(0,markdown/* mermaidText */.Hg)(phase)}`);
        for (const bar of own)
            lines.push(`  ${signs[bar.state]} ${(0,markdown/* mermaidText */.Hg)(bar.label)} :${classes[bar.state]}, ${bar.from}, ${bar.to}`);
    }
    return lines.join('\n');
}
function barOf({ phase, target, stack, state, startedAt, endedAt }) {
    const [from, to] = [Date.parse(startedAt ?? ''), Date.parse(endedAt ?? '')];
    if (!Number.isFinite(from) || !Number.isFinite(to))
        return [];
    const end = Math.max(to, from + 1);
    return [{ phase, label: `${target} ${stack} (${(0,report_text/* durationText */.S5)(to - from)})`, state, from, to: end }];
}
/** One bar for each phase and state; failed stacks keep bars of their own. */
function foldedBars(bars) {
    const failed = bars.filter((bar) => classes[bar.state] === 'crit').slice(0, MOST_FAILED_BARS);
    const rest = bars.filter((bar) => !failed.includes(bar));
    const groups = [...Map.groupBy(rest, (bar) => JSON.stringify([bar.phase, bar.state])).values()];
    const folded = groups.flatMap((same) => {
        const [first] = same;
        if (!first)
            return [];
        const from = same.reduce((least, bar) => Math.min(least, bar.from), first.from);
        const to = same.reduce((most, bar) => Math.max(most, bar.to), first.to);
        return { ...first, from, to, label: `${(0,report_text/* count */.U9)(same.length, 'stack')} ${first.state} (${(0,report_text/* durationText */.S5)(to - from)})` };
    });
    const phases = [...new Set(bars.map((bar) => bar.phase))];
    return phases.flatMap((phase) => [...folded, ...failed].filter((bar) => bar.phase === phase));
}
const classes = {
    succeeded: 'done',
    'no-change': 'done',
    failed: 'crit',
    stuck: 'crit',
    'timed-out': 'crit',
    unreachable: 'crit',
    cancelled: 'active',
    skipped: 'active',
    'rolled-back': 'active',
};
/** In front of every label: no keyword of Mermaid starts with one of these, and colour alone says too little. */
const signs = {
    succeeded: '✔',
    'no-change': '▫',
    failed: '✖',
    stuck: '✖',
    'timed-out': '✖',
    unreachable: '✖',
    cancelled: '◼',
    skipped: '◼',
    'rolled-back': '↩',
};

// EXTERNAL MODULE: ./src/report/render/gate-text.ts
var gate_text = __webpack_require__(28674);
// EXTERNAL MODULE: ./src/report/render/location-text.ts
var location_text = __webpack_require__(88062);
// EXTERNAL MODULE: ./src/report/render/plan-markdown.ts
var plan_markdown = __webpack_require__(23432);
// EXTERNAL MODULE: ./src/report/render/preview-text.ts
var preview_text = __webpack_require__(92199);
// EXTERNAL MODULE: ./src/report/render/readiness-text.ts
var readiness_text = __webpack_require__(20199);
// EXTERNAL MODULE: ./src/report/render/rollout-text.ts
var rollout_text = __webpack_require__(96184);
// EXTERNAL MODULE: ./src/report/render/status-text.ts
var status_text = __webpack_require__(70953);
// EXTERNAL MODULE: ./src/report/render/summary-text.ts + 2 modules
var summary_text = __webpack_require__(61711);
// EXTERNAL MODULE: ./src/report/render/weight-text.ts
var weight_text = __webpack_require__(97763);
;// CONCATENATED MODULE: ./src/report/render/github-summary.ts

















/** A step's summary may have 1 MiB; what is over fails the whole upload, so a margin is kept for other writers. */
const SUMMARY_LIMIT = 1_000_000;
/** Mermaid refuses longer charts (`maxTextSize`). */
const CHART_LIMIT = 45_000;
const MOST_FAILURES = 20;
/** The job summary: verdict, failures, table, chart, plan, outputs, calls; shortened from the back of this list. */
function summaryMarkdown(result, limit = SUMMARY_LIMIT) {
    const executed = (0,summary_text/* isForecast */.kP)(result) ? [] : result.instances;
    const chart = ganttChart(executed);
    const { stacks = [] } = result;
    const open = stacks.filter(({ good }) => !good);
    const troubled = executed.filter((instance) => !calm.has(instance.state));
    return (0,markdown/* fitSections */.WK)([
        { forms: [heading(result)], importance: 9 },
        { forms: [summaryFailures(result.instances), summaryFailures(result.instances, 3)], importance: 8 },
        { forms: [(0,status_text/* statusMarkdown */.KZ)(stacks), (0,status_text/* statusMarkdown */.KZ)(open), (0,status_text/* statusMarkdown */.KZ)(open.slice(0, 100)), ''], importance: 5 },
        { forms: [(0,preview_text/* previewMarkdown */.ib)(result.previews), (0,preview_text/* previewMarkdown */.ib)(leaving(result)), ''], importance: 6 },
        {
            forms: [
                [result.failure && `❌ ${(0,markdown/* escapeMarkdown */.FV)(result.failure)}`, (0,rollout_text/* rolloutMarkdown */.K)(result.rollout)]
                    .filter(Boolean)
                    .join('\n\n'),
            ],
            importance: 9,
        },
        {
            forms: [result.failover === undefined ? '' : (0,failover_markdown.failoverMarkdown)(result.failover).replaceAll(/^#/gm, '##'), ''],
            importance: 8,
        },
        { forms: [(0,readiness_text/* readinessMarkdown */.Ak)(result.readiness), ''], importance: 8 },
        {
            forms: [result.drill === undefined ? '' : (0,drill_markdown.drillMarkdown)(result.drill).replaceAll(/^#/gm, '##'), ''],
            importance: 8,
        },
        { forms: [(0,activity_text/* activityMarkdown */.P)(result.activity), ''], importance: 7 },
        { forms: [result.weights === undefined ? '' : (0,weight_text/* weightMarkdown */.QL)(result.weights), ''], importance: 6 },
        { forms: [(0,gate_text/* gateMarkdown */.bo)(result.gates ?? []), (0,gate_text/* gateMarkdown */.bo)(openGates(result)), ''], importance: 7 },
        {
            forms: [
                instanceTable(executed),
                instanceTable(troubled),
                instanceTable(troubled, 50),
                instanceTable(troubled.slice(0, 100)),
                '',
            ],
            importance: 5,
        },
        { forms: [chart.length > CHART_LIMIT ? '' : chart && (0,markdown/* codeBlock */.DV)(chart, 'mermaid'), ''], importance: 4 },
        { forms: [plan(result, limit), plan(result, limit / 4), ''], importance: 3 },
        { forms: [outputs(result.instances), leftOut(result.instances), ''], importance: 2 },
        { forms: [result.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`).join('\n'), ''], importance: 6 },
        { forms: [calls(result), ''], importance: 1 },
    ], limit);
}
const leaving = ({ previews }) => previews?.filter(({ decision }) => decision === 'delete');
const openGates = ({ gates = [] }) => gates.filter(({ verdict }) => verdict !== 'pass');
/** The job summary of a run that was refused: what to put right. */
function refusalMarkdown({ command, problems }, limit = SUMMARY_LIMIT) {
    const heading = `## ❌ ${command ? `${(0,markdown/* escapeMarkdown */.FV)(command)} ` : ''}refused`;
    return (0,markdown/* fitSections */.WK)([{ forms: [heading], importance: 9 }, ...problemSections(problems)], limit);
}
/** Each problem as a part of a document; the last ones give way first. */
function problemSections(problems) {
    const told = problems.slice(0, 200).map(({ code: id, message, fix, location }) => {
        const place = location ? ` at ${(0,markdown/* code */.aY)((0,location_text/* locationText */.f)(location))}` : '';
        const [first = '', ...more] = message.split('\n');
        const rest = more.join('\n').trim() ? `\n\n${(0,markdown/* codeBlock */.DV)(more.join('\n'))}` : '';
        return `**${(0,markdown/* escapeMarkdown */.FV)(id)}**${place}: ${(0,markdown/* escapeMarkdown */.FV)(first)}${rest}${fix.map((sentence) => `\n\n→ ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`).join('')}`;
    });
    return told.map((text, index) => ({ forms: [text, ''], importance: 8 - index / told.length }));
}
const calm = new Set(['succeeded', 'no-change']);
const marks = {
    succeeded: '✅',
    'no-change': '▫️',
    failed: '❌',
    stuck: '🛑',
    'timed-out': '⌛',
    cancelled: '🚫',
    skipped: '⏭️',
    unreachable: '🔌',
    'rolled-back': '↩️',
};
/** Verdict, counts, release and time. */
function heading(result) {
    const mark = result.stacks
        ? result.exitCode === 0
            ? '✅'
            : '❌'
        : result.status === 'planned'
            ? '📋'
            : result.status === 'inconclusive' || result.status === 'paused'
                ? '⚠️'
                : marks[result.status];
    const took = (0,change_text/* tookMs */.g)(result);
    const release = result.release &&
        `release ${(0,markdown/* code */.aY)(result.release.id)}${result.release.commit ? ` (commit ${(0,markdown/* code */.aY)((0,summary_text/* shortCommit */.Ax)(result.release.commit))})` : ''}`;
    const facts = [release, took !== undefined && `took ${(0,report_text/* durationText */.S5)(took)}`].filter(Boolean).join(', ');
    const where = result.environment ? ` ${(0,summary_text/* into */.dj)(result.command)} ${(0,markdown/* escapeMarkdown */.FV)(result.environment)}` : '';
    return `## ${mark} ${(0,markdown/* escapeMarkdown */.FV)(result.command)} ${(0,markdown/* escapeMarkdown */.FV)(result.application)}${where}: ${(0,summary_text/* tally */.N4)(result)}${facts ? `\n\n${facts}` : ''}`;
}
/** What failed, alike failures once, each with what to do. */
function summaryFailures(instances, mostEach = 10, mostKinds = MOST_FAILURES) {
    const groups = (0,summary_text/* alike */.nO)(instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0));
    if (groups.length === 0)
        return '';
    const parts = groups.slice(0, mostKinds).map(({ first, targets }) => {
        const shown = (0,failure_text/* rootCauseFirst */.cK)(first.failures).slice(0, mostEach);
        const left = first.failures.length - shown.length;
        return [
            `${marks[first.state]} **${(0,markdown/* escapeMarkdown */.FV)(first.stack)} in ${(0,markdown/* escapeMarkdown */.FV)((0,report_text/* someOf */.yU)(targets, 12))}**: ${(0,markdown/* escapeMarkdown */.FV)(first.reason ?? first.state)}`,
            '',
            ...shown.map((failure) => {
                const place = failure.location ? ` at ${(0,markdown/* code */.aY)((0,location_text/* locationText */.f)(failure.location))}` : '';
                const with_ = failure.cancelled.length > 0 ? `; cancelled with it: ${(0,markdown/* escapeMarkdown */.FV)((0,report_text/* someOf */.yU)(failure.cancelled, 5))}` : '';
                return `- ${(0,markdown/* code */.aY)(failure.path)} ${(0,markdown/* escapeMarkdown */.FV)(failure.status)}${place}: ${(0,markdown/* escapeMarkdown */.FV)(failure.reason)}${with_}`;
            }),
            ...(left > 0 ? [`- and ${left} more`] : []),
            ...first.fix.map((sentence) => `- → ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`),
        ].join('\n');
    });
    const more = groups.length > mostKinds ? [`and ${groups.length - mostKinds} more kinds of failure, see the log`] : [];
    return [`### Failures`, ...parts, ...more].join('\n\n');
}
/** Stacks as rows: how each ended. */
function instanceTable(instances, mostOfReason = 300) {
    if (instances.length === 0)
        return '';
    const rows = instances.map((instance) => {
        const took = (0,change_text/* tookMs */.g)(instance);
        const urls = Object.entries(instance.outputs).filter(([, value]) => /^https?:\/\//i.test(value));
        return [
            (0,markdown/* escapeMarkdown */.FV)(instance.target),
            (0,markdown/* escapeMarkdown */.FV)(instance.stack),
            `${marks[instance.state]} ${instance.state}`,
            (0,markdown/* escapeMarkdown */.FV)((0,change_text/* changeCounts */.Z)(instance.changes)),
            took === undefined ? '' : (0,report_text/* durationText */.S5)(took),
            urls
                .slice(0, 5)
                .map(([name, value]) => (0,markdown/* linkOrCode */.tI)(value, name))
                .join(' '),
            (0,markdown/* escapeMarkdown */.FV)((0,report_text/* clipped */.cz)(instance.reason ?? '', mostOfReason)),
        ];
    });
    return (0,markdown/* markdownTable */.Qj)(['target', 'stack', 'state', 'changes', 'time', 'URLs', 'reason'], rows);
}
function plan(result, limit) {
    if (!result.plan)
        return '';
    const open = result.status === 'planned' || result.status === 'failed';
    const text = (0,plan_markdown/* planMarkdown */.X)(result.plan, { limit: Math.max(1_000, Math.floor(limit / 2)), level: 3 });
    return open && result.status === 'planned' ? text : (0,markdown/* folded */.TM)('Plan', text);
}
function outputs(instances) {
    const rows = instances.flatMap(({ target, stack, outputs: own }) => Object.entries(own).map(([name, value]) => [
        (0,markdown/* escapeMarkdown */.FV)(target),
        (0,markdown/* escapeMarkdown */.FV)(stack),
        (0,markdown/* code */.aY)(name),
        (0,markdown/* linkOrCode */.tI)((0,report_text/* clipped */.cz)(value, 500)),
    ]));
    return rows.length === 0
        ? ''
        : (0,markdown/* folded */.TM)(`Outputs (${rows.length})`, (0,markdown/* markdownTable */.Qj)(['target', 'stack', 'output', 'value'], rows));
}
/** The web addresses are in the table above. */
function leftOut(instances) {
    const amount = instances.reduce((sum, { outputs: own }) => sum + Object.keys(own).length, 0);
    return amount === 0
        ? ''
        : `${(0,report_text/* count */.U9)(amount, 'output')} of the stacks are in the output "outputs" of the step: too many for this page.`;
}
function calls({ calls: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ service, region, endpoint, calls: made, errors, retries }) => [
        (0,markdown/* escapeMarkdown */.FV)(service),
        (0,markdown/* escapeMarkdown */.FV)(region),
        (0,markdown/* code */.aY)(endpoint),
        `${made}`,
        `${errors}`,
        `${retries}`,
    ]);
    return (0,markdown/* folded */.TM)('Calls to AWS', (0,markdown/* markdownTable */.Qj)(['service', 'region', 'endpoint', 'calls', 'errors', 'retries'], rows));
}


/***/ }),

/***/ 23432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30533);
/* harmony import */ var _location_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88062);
/* harmony import */ var _plan_model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43172);
/* harmony import */ var _plan_signs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97455);
/* harmony import */ var _summary_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61711);
/* harmony import */ var _traffic_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68424);








const MOST_COLUMNS = 8;
const MOST_TARGETS = 60;
const MOST_ROWS = 600;
/** GitHub takes comments of 65,536 characters. */
const COMMENT_LIMIT = 60_000;
/** The plan as GitHub-flavoured Markdown, for job summaries and pull request comments. */
function planMarkdown(plan, options = {}) {
    const { limit = COMMENT_LIMIT, level = 2, title = `Plan for ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(plan.environment)}`, tally = '', } = options;
    const model = (0,_plan_model_js__WEBPACK_IMPORTED_MODULE_6__/* .planModel */ .B)(plan);
    const heading = '#'.repeat(level);
    const commit = plan.commit ? ` (commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_summary_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortCommit */ .Ax)(plan.commit))})` : '';
    const order = plan.phases.map((phase) => `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(phase.name)}**: ${names(phase.targets, 6)}`).join(' → ');
    const sections = [
        { forms: [`${heading} ${title}`], importance: 9 },
        { forms: [tally], importance: 9 },
        { forms: [`Release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.release)}${commit}. ${order}`], importance: 8 },
        { forms: [lossSection(model), lossSection(model, 50, 3), lossSection(model, 10, 1)], importance: 7 },
        { forms: [replaced(model), replaced(model, 20, 1), replaced(model, 0, 0)], importance: 4 },
        { forms: [(0,_traffic_text_js__WEBPACK_IMPORTED_MODULE_5__/* .trafficMarkdown */ .z)(plan), ''], importance: 4 },
        ...model.stacks.flatMap((stack) => [
            { forms: [`${heading}# ${stackTitle(stack)}`], importance: 6 },
            { forms: [matrix(stack), shortMatrix(stack)], importance: 3 },
            { forms: [remarks(stack)], importance: 5 },
            { forms: [parameters(stack), ''], importance: 2 },
            { forms: [details(stack), ''], importance: 1 },
        ]),
        { forms: [legend(model), ''], importance: 2 },
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)(sections, limit);
}
function stackTitle({ stack, stackNames }) {
    return stackNames.length === 1 ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(stack)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(stackNames[0] ?? '')})` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(stack);
}
/** @param most resources; of each at most `mostTargets` targets are named */
function lossSection({ dataLoss }, most = 200, mostTargets = MOST_TARGETS) {
    if (dataLoss.length === 0)
        return '';
    return [
        '> [!CAUTION]',
        `> **Data loss**: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(dataLoss.length, 'stateful resource')} would lose what ${dataLoss.length === 1 ? 'it holds' : 'they hold'}.`,
        ...resourceLines(dataLoss, most, mostTargets),
    ].join('\n');
}
/** Resources that hold no data, but get a new name, address or ARN. */
function replaced({ replacements }, most = 100, mostTargets = 12) {
    if (replacements.length === 0)
        return '';
    return [
        '> [!WARNING]',
        `> **Replacement**: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(replacements.length, 'resource')} would be made anew.`,
        ...resourceLines(replacements, most, mostTargets),
    ].join('\n');
}
function resourceLines(all, most, mostTargets) {
    return [
        ...all
            .slice(0, most)
            .map(({ stack, path, resourceType, what, targets }) => `> - ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(stack)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(resourceType)}) ${what} in ${names(targets, mostTargets)}`),
        ...(all.length > most && most > 0 ? [`> - and ${all.length - most} more`] : []),
    ];
}
function matrix({ columns, rows }) {
    if (rows.length === 0)
        return '';
    const shown = columns.slice(0, MOST_COLUMNS);
    const head = shown.map(({ targets, kind }) => `${names(targets, columns.length === 1 ? 3 : 1)}${kind === 'create' ? ' (new)' : ''}`);
    const differs = rows.some((row) => row.differs);
    const body = rows
        .filter((row) => row.cells.slice(0, MOST_COLUMNS).some((cell) => cell.kind !== 'none'))
        .slice(0, MOST_ROWS)
        .map((row) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(row.path),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(row.resourceType),
        ...row.cells.slice(0, MOST_COLUMNS).map(cellMarkdown),
        ...(differs ? [row.differs ? '≠ differs' : ''] : []),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['resource', 'type', ...head, ...(differs ? [''] : [])], body);
}
function cellMarkdown({ kind, dataLoss }) {
    const sign = (0,_plan_signs_js__WEBPACK_IMPORTED_MODULE_3__/* .cellSign */ .gj)(kind, true);
    return kind === 'none' ? sign : `<code>${sign}</code>${dataLoss ? ' ⚠ **data loss**' : ''}`;
}
/** What remains of a matrix that is too long: how many resources each group of targets changes. */
function shortMatrix({ columns }) {
    return columns
        .slice(0, 50)
        .map((column) => `- ${names(column.targets, 3)}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(column.changes.size, 'change')}`)
        .join('\n');
}
function remarks(plan) {
    const { columns } = plan;
    const groups = columns.length === 1 ? [] : columns.slice(0, MOST_COLUMNS).filter(({ targets }) => targets.length > 1);
    return [
        ...groups.map(({ targets }) => `- ${names(targets, 1)} are ${names(targets)}`),
        ...columns
            .slice(MOST_COLUMNS, 60)
            .map((column) => `- ${names(column.targets)}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(column.changes.size, 'change')}, unlike the others`),
        ...(columns.length > 60 ? [`- ${columns.length - 60} more groups of targets, each unlike the others`] : []),
        ...columns
            .filter((column) => column.resourceLess)
            .map((column) => `- only tags, outputs or parameters change in ${names(column.targets)}`),
        ...(plan.unchanged.length > 0 ? [`- no change in ${names(plan.unchanged)}`] : []),
        ...plan.predicted.map(({ text, targets }) => `- *predicted*${text === '' ? '' : `, known after ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text)}`}: ${names(targets)}`),
        ...plan.failed.flatMap(({ first, targets }) => [
            `- ❌ cannot be planned in ${names(targets)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(first.reason ?? 'no reason given')}`,
            ...(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_2__/* .rootCauseFirst */ .cK)(first.failures)
                .slice(0, 10)
                .map((failure) => {
                const place = failure.location ? ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_location_text_js__WEBPACK_IMPORTED_MODULE_7__/* .locationText */ .f)(failure.location))})` : '';
                return `  - ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(failure.path)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(failure.status)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(failure.reason)}${place}`;
            }),
            ...first.fix.map((sentence) => `  - → ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(sentence)}`),
        ]),
        ...plan.switchesAtOnce.map(({ text, targets }) => `- ⚠ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(text)}: events reach the new code at once, there is no alias in front (${names(targets, 3)})`),
        ...plan.inRegion.map(({ text, targets }) => `- in-region: CodeDeploy moves ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(text)}, added to the template (${names(targets, 3)})`),
        ...plan.notes.map(({ text, targets }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text)} (${names(targets, 3)})`),
    ].join('\n');
}
function details({ details: all }) {
    const rows = all.flatMap(({ path, properties, only }) => properties.map(({ name, before, after, variants, replaces }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name),
        short(before),
        short(after),
        [
            replaces && 'requires replacement',
            variants > 1 && `${variants} different values over the targets`,
            only && `in ${names(only, 2)}`,
        ]
            .filter(Boolean)
            .join('; '),
    ]));
    if (rows.length === 0)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`Properties (${rows.length})`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['resource', 'property', 'before', 'after', ''], rows));
}
function parameters({ parameters: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ name, before, after, variants, only }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name),
        short(before),
        after === undefined ? 'default of the template, or none' : short(after),
        [variants > 1 && `${variants} different values over the targets`, only && `in ${names(only, 3)}`]
            .filter(Boolean)
            .join('; '),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['parameter', 'before', 'after', ''], rows);
}
function short(value) {
    return value === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(value.length > 120 ? `${value.slice(0, 119)}…` : value);
}
function names(targets, most = MOST_TARGETS) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .someOf */ .yU)(targets, most));
}
function legend(model) {
    const kinds = (0,_plan_signs_js__WEBPACK_IMPORTED_MODULE_3__/* .usedKinds */ .Xm)(model);
    return kinds.length === 0
        ? ''
        : `<sub>${kinds.map((kind) => `${(0,_plan_signs_js__WEBPACK_IMPORTED_MODULE_3__/* .cellSign */ .gj)(kind, true)} ${_plan_signs_js__WEBPACK_IMPORTED_MODULE_3__/* .cellMeaning */ .Ci[kind]}`).join(', ')}</sub>`;
}


/***/ })

};
