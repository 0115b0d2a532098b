export const id = 7271;
export const ids = [7271];
export const modules = {

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


/***/ })

};
