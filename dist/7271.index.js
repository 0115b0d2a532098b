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
/** The report for people. */
function failoverMarkdown(report) {
    const { plan, rto, rpo, probes, timeline } = report;
    return [
        `# ${TITLE[report.outcome]}`,
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['', ''], [
            ['application', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(`${report.application}, ${report.environment}`)],
            ['from', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.from.join(', ') || 'nobody')],
            ['to', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.to.join(', '))],
            ['mechanism', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(report.mechanism)],
            ['reason', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.reason)],
            ...(report.incident === undefined ? [] : [['incident', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.incident)]]),
            ['by', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.who)],
            [
                'plan',
                `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.sha256.slice(0, 12))} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(plan.compiledAt)}, release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plan.release)}`,
            ],
            ['recovery time (T0 to T5)', withObjective(seconds(rto.seconds), rto.objectiveSeconds)],
            ['execution (T2 to T5)', seconds(rto.executionSeconds)],
            ['recovery point', withObjective(seconds(rpo.boundSeconds), rpo.objectiveSeconds)],
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
        '',
        '## What was contacted',
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['service', 'action', 'region', 'endpoint', 'calls', 'errors'], report.ledger.map((line) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.service),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.action),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.region),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.endpoint),
            String(line.calls),
            String(line.errors),
        ])),
        ...list('Refused before they were sent', report.refused.map(({ service, action, region, reason }) => `${service} ${action} in ${region}: ${reason}`)),
        ...list('Deviations', report.deviations),
        '',
    ].join('\n');
}
function seconds(value) {
    return typeof value === 'number' ? `${value.toFixed(1)} s` : value;
}
function withObjective(text, objective) {
    return objective === undefined ? text : `${text} (objective ${objective} s)`;
}
function list(title, items) {
    return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(item)}`)];
}


/***/ })

};
