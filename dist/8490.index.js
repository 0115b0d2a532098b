export const id = 8490;
export const ids = [8490,3964,2693];
export const modules = {

/***/ 48490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  comment: () => (/* binding */ comment)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/github/commit-pull.ts
/**
 * The pull request that a commit on a branch is told in: the one whose merge made the commit; else a merged one that has
 * it (of a merge by rebase only the last commit is that of the merge); else an open one, as for a branch that is deployed
 * before it is merged. Of several the newest.
 */
function pullOfCommit(pulls, commit) {
    const merged = pulls.filter((pull) => pull.merged);
    const made = merged.filter(({ mergeCommit }) => mergeCommit === commit);
    const open = pulls.filter((pull) => pull.open);
    const [first = []] = [made, merged, open].filter((some) => some.length > 0);
    return first.length === 0 ? undefined : Math.max(...first.map(({ number }) => number));
}

// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(85015);
// EXTERNAL MODULE: ./src/github/number.ts
var github_number = __webpack_require__(75750);
// EXTERNAL MODULE: ./src/github/outcome.ts
var outcome = __webpack_require__(50623);
// EXTERNAL MODULE: ./src/github/reports.ts + 1 modules
var reports = __webpack_require__(22236);
// EXTERNAL MODULE: ./src/report/render/outcome-markdown.ts
var outcome_markdown = __webpack_require__(72693);
;// CONCATENATED MODULE: ./src/commands/comment.ts









/**
 * Tells the pull request that a commit came from what became of its deployment: one comment for each deployment, updated in
 * place. A good end makes no comment; it changes the one that an earlier attempt made. What goes wrong with GitHub is told
 * and is no failure: the run has said already how it ended.
 * @throws UserError `pull-request-invalid`
 */
async function comment(options, context) {
    const { report } = context;
    const given = pullRequestOption(options, context);
    try {
        const github = await context.gitHub(options['github-token'], { mostWaitMs: reports/* REPORT_WAIT_MS */.Yi });
        const run = (0,reports/* workflowRun */.tM)(context.env, context.readFile);
        const number = given ?? (await pullOf(run.sha, github, context));
        if (number === undefined) {
            const what = run.sha === undefined ? 'this run' : `commit ${run.sha.slice(0, 12)}`;
            return report({ type: 'note', level: 'info', text: `${what} belongs to no pull request: nothing is commented` });
        }
        const text = await write(number, options, github, context);
        report({ type: 'note', level: 'info', text });
    }
    catch (error) {
        const fix = error instanceof errors/* UserError */.yo ? error.fix : [];
        const text = [`the deployment was not commented: ${(0,errors/* errorText */.kc)(error)}.`, ...fix].join(' ');
        report({ type: 'note', level: 'warning', text });
    }
}
async function write(number, options, github, context) {
    const key = (0,outcome/* outcomeKey */._3)(options);
    const jobResult = (options['job-result'] ?? 'failure');
    const good = jobResult === 'success' || jobResult === 'skipped';
    if (good && !(await github.hasComment(number, key)))
        return `nothing is commented on pull request ${number}: it went well, and no earlier attempt said otherwise`;
    const run = (0,reports/* workflowRun */.tM)(context.env, context.readFile);
    const body = (0,outcome_markdown.deploymentComment)({
        environment: options.environment ?? '',
        jobResult,
        ...(0,outcome/* toldOf */.dc)(await readOutcomes(options.outcomes, context), key, run.attempt),
        ...(run.commit !== undefined && { commit: run.commit }),
        ...(run.runUrl !== undefined && { runUrl: run.runUrl }),
    });
    const { url, superseded } = await github.upsertComment(number, key, body, run.number);
    return superseded ? `a later run has commented already: ${url}` : `what became of the deployment is in ${url}`;
}
/** @throws UserError `pull-request-invalid` */
function pullRequestOption(options, { nameOption }) {
    const said = options['pull-request'];
    if (said === undefined)
        return undefined;
    const number = (0,github_number/* parseNumber */.$)(said.replace(/^#/, ''));
    if (number !== undefined)
        return number;
    const called = nameOption('pull-request');
    throw new errors/* UserError */.yo('pull-request-invalid', `${called} is "${said}", which is no number of a pull request`, {
        fix: [`Write the number, such as 7, or leave ${called} out for that of the commit.`],
    });
}
async function pullOf(commit, github, context) {
    const event = (0,github_event/* numberOfEvent */.Rj)((0,github_event/* readEvent */.j_)(context.env, context.readFile));
    if (event !== undefined || commit === undefined)
        return event;
    return pullOfCommit(await github.pullRequestsWith(commit), commit);
}
async function readOutcomes(folder, { cwd, readFile }) {
    if (folder === undefined)
        return [];
    const place = (0,external_node_path_.resolve)(cwd, folder);
    // Nothing was left where no job got that far.
    const names = await (0,promises_.readdir)(place, { recursive: true }).catch(() => []);
    return names.flatMap((name) => {
        if (!name.endsWith('.json'))
            return [];
        return (0,outcome/* readOutcome */.ns)(readFile((0,external_node_path_.resolve)(place, name)) ?? '') ?? [];
    });
}


/***/ }),

/***/ 50623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _3: () => (/* binding */ outcomeKey),
/* harmony export */   dc: () => (/* binding */ toldOf),
/* harmony export */   ns: () => (/* binding */ readOutcome)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);


/** Steps and jobs of one deployment have these in common. */
const SUBJECT = [
    'working-directory',
    'config',
    'environment',
    'regions',
    'stack-name',
    'template',
];
/** Key of the one comment on a deployment. */
function outcomeKey(options) {
    const asked = SUBJECT.map((name) => options[name] ?? null);
    return `deploy/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
}
/** What a file holds; undefined where it holds no outcome. */
function readOutcome(text) {
    let value;
    try {
        value = (0,_event_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(JSON.parse(text));
    }
    catch {
        return undefined;
    }
    const { schema, key, at, attempt, markdown } = value;
    const known = schema === 1 && typeof key === 'string' && typeof at === 'string' && typeof attempt === 'number';
    return known && typeof markdown === 'string' ? { schema, key, at, attempt, markdown } : undefined;
}
/**
 * What is told of one deployment. What an earlier attempt of the run left is still among its artifacts: it no longer counts
 * where a later one left something, and is marked where that died without a word.
 * @param attempt of the run that tells it, from 1 on
 */
function toldOf(all, key, attempt = 1) {
    const own = all.filter((outcome) => outcome.key === key);
    const last = Math.max(0, ...own.map((outcome) => outcome.attempt));
    const told = own.filter((outcome) => outcome.attempt === last).sort((a, b) => (a.at < b.at ? -1 : 1));
    return { parts: told.map(({ markdown }) => markdown), ...(0 < last && last < attempt && { earlierAttempt: last }) };
}


/***/ }),

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
