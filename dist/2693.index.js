export const id = 2693;
export const ids = [2693,3964];
export const modules = {

/***/ 72693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploymentComment: () => (/* binding */ deploymentComment),
/* harmony export */   outcomeMarkdown: () => (/* binding */ outcomeMarkdown),
/* harmony export */   refusedOutcome: () => (/* binding */ refusedOutcome)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _gate_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28674);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57419);
/* harmony import */ var _plan_comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73964);
/* harmony import */ var _rollout_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96184);
/* harmony import */ var _summary_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61711);






/** A comment has up to four of them: deploy, verify and rollback of a group, and what a later job was refused for. */
const PART_LIMIT = 15_000;
/** How one step of a deployment ended, and why: a part of the comment. */
function outcomeMarkdown(result, limit = PART_LIMIT) {
    const gates = (result.gates ?? []).filter(({ verdict }) => verdict !== 'pass');
    const troubled = result.instances.filter(({ state }) => state !== 'succeeded' && state !== 'no-change');
    const deeper = (text) => text.replaceAll(/^##/gm, '###');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
        { forms: [deeper((0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)(result))], importance: 9 },
        { forms: [result.failure === undefined ? '' : `❌ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(result.failure)}`], importance: 9 },
        { forms: [(0,_rollout_text_js__WEBPACK_IMPORTED_MODULE_4__/* .rolloutMarkdown */ .K)(result.rollout)], importance: 9 },
        { forms: [deeper((0,_gate_text_js__WEBPACK_IMPORTED_MODULE_1__/* .gateMarkdown */ .bo)(gates)), deeper((0,_gate_text_js__WEBPACK_IMPORTED_MODULE_1__/* .gateMarkdown */ .bo)(gates.slice(0, 10))), ''], importance: 8 },
        {
            forms: [
                deeper((0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryFailures */ .kX)(result.instances, 5)),
                deeper((0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryFailures */ .kX)(result.instances, 1)),
                deeper((0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryFailures */ .kX)(result.instances, 1, 3)),
                '',
            ],
            importance: 7,
        },
        { forms: [(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceTable */ .at)(troubled), (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceTable */ .at)(troubled.slice(0, 20)), ''], importance: 5 },
    ], limit);
}
/** A step that was refused before it did anything: a part of the comment. */
function refusedOutcome({ command, problems }, limit = PART_LIMIT) {
    const title = `### ❌ ${command === '' ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(command)} `}refused`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([{ forms: [title], importance: 9 }, ...(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .problemSections */ .gl)(problems)], limit);
}
/** The comment on a deployment: what became of it and why, at most `limit` bytes. */
function deploymentComment(comment, limit = _plan_comment_js__WEBPACK_IMPORTED_MODULE_3__.PLAN_COMMENT_LIMIT) {
    const { environment, jobResult, parts, earlierAttempt, commit, runUrl } = comment;
    const failed = jobResult === 'failure' || jobResult === 'cancelled';
    const what = `The deployment${environment === '' ? '' : ` to ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(environment)}`}`;
    const silent = parts.length === 0 || earlierAttempt !== undefined;
    const marked = earlierAttempt === undefined ? '' : `\n\nFrom attempt ${earlierAttempt}:`;
    const facts = [
        commit !== undefined && `Commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_summary_text_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .Ax)(commit))}`,
        runUrl !== undefined && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOrCode */ .tI)(runUrl, 'summary and log'),
    ].filter(Boolean);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
        { forms: [`## ${TITLES[jobResult].mark} ${what} ${TITLES[jobResult].text}`], importance: 9 },
        ...(failed && silent ? [{ forms: [`${SILENT}${marked}`], importance: 9 }] : []),
        // The last one says how it is now.
        ...(failed ? parts.map((text, index) => ({ forms: [text, ''], importance: index / parts.length })) : []),
        { forms: [facts.length === 0 ? '' : `<sub>${facts.join(' · ')}</sub>`], importance: 9 },
    ], limit);
}
const SILENT = 'The job ended before it could say why: the summary and the log of the run have what is known.';
const TITLES = {
    success: { mark: '✅', text: 'succeeded in a later attempt' },
    failure: { mark: '❌', text: 'failed' },
    cancelled: { mark: '🚫', text: 'was cancelled' },
    skipped: { mark: '⏭️', text: 'was skipped' },
};


/***/ }),

/***/ 73964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PLAN_COMMENT_LIMIT: () => (/* binding */ PLAN_COMMENT_LIMIT),
/* harmony export */   planComment: () => (/* binding */ planComment),
/* harmony export */   refusedPlanComment: () => (/* binding */ refusedPlanComment)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57419);
/* harmony import */ var _plan_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23432);
/* harmony import */ var _readiness_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20199);
/* harmony import */ var _summary_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61711);






/** GitHub takes 65,536 characters; a margin is kept for the hidden marker. */
const PLAN_COMMENT_LIMIT = 64_000;
/** The plan of a pull request as its comment: what would be lost first, a forecast and no promise. */
function planComment(result, options = {}) {
    const { limit = PLAN_COMMENT_LIMIT } = options;
    const foot = footer(options, 'A forecast: nothing was executed, and its change sets are deleted. A deployment plans again.');
    const failed = result.status === 'failed';
    const failures = failed ? (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryFailures */ .kX)(result.instances, 5) : '';
    const { plan } = result;
    const title = `${failed ? '❌ ' : ''}Plan of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(result.application)} for ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(result.environment)}`;
    if (result.readiness !== undefined)
        return readinessComment(result, result.readiness, options, limit);
    if (plan === undefined) {
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
            { forms: [`## ${title}`], importance: 9 },
            { forms: [failures], importance: 8 },
            { forms: [foot], importance: 9 },
        ], limit);
    }
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
        { forms: [(0,_plan_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .planMarkdown */ .X)(plan, { limit: limit - 6_000, title, tally: tally(result) })], importance: 9 },
        { forms: [failures, (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryFailures */ .kX)(failed ? result.instances : [], 1), ''], importance: 5 },
        { forms: [foot], importance: 9 },
    ], limit);
}
function readinessComment({ application, environment }, readiness, options, limit) {
    const title = `Failover of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(application)} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(environment)}: ${(0,_readiness_text_js__WEBPACK_IMPORTED_MODULE_4__/* .readinessTally */ .d5)(readiness)}`;
    const foot = footer(options, 'Nothing was moved: this is how it was found.');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
        { forms: [`## ${title}`], importance: 9 },
        { forms: [(0,_readiness_text_js__WEBPACK_IMPORTED_MODULE_4__/* .readinessMarkdown */ .Ak)(readiness), ''], importance: 8 },
        { forms: [foot], importance: 9 },
    ], limit);
}
/** The comment of a plan that could not be made: what to put right. */
function refusedPlanComment({ problems }, environment, options = {}) {
    const { limit = PLAN_COMMENT_LIMIT } = options;
    const where = environment === '' ? '' : ` for ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(environment)}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitSections */ .WK)([
        { forms: [`## ❌ No plan${where}`], importance: 9 },
        ...(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .problemSections */ .gl)(problems),
        { forms: [footer(options, 'Nothing was changed.')], importance: 9 },
    ], limit);
}
/** "1000 stacks in 500 targets: 2 to create, 997 to update, **1 cannot be planned**." */
function tally({ plan }) {
    const all = plan?.instances ?? [];
    const targets = new Set(all.map(({ target }) => target)).size;
    const said = kinds.flatMap(([kind, text]) => {
        const amount = all.filter((instance) => instance.kind === kind).length;
        if (amount === 0)
            return [];
        return kind === 'failed' ? `**${amount} ${text}**` : `${amount} ${text}`;
    });
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all.length, 'stack')} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(targets, 'target')}: ${said.join(', ') || 'nothing to do'}.`;
}
const kinds = [
    ['failed', 'cannot be planned'],
    ['create', 'to create'],
    ['update', 'to update'],
    ['predicted', 'known later'],
    ['no-change', 'unchanged'],
];
function footer({ commit, runUrl }, sentence) {
    const facts = [
        commit !== undefined && `Commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_summary_text_js__WEBPACK_IMPORTED_MODULE_5__/* .shortCommit */ .Ax)(commit))}`,
        runUrl !== undefined && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOrCode */ .tI)(runUrl, 'summary and log'),
    ].filter(Boolean);
    return `<sub>${[...facts, sentence].join(' · ')}</sub>`;
}


/***/ })

};
