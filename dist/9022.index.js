export const id = 9022;
export const ids = [9022];
export const modules = {

/***/ 9022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/compose.ts + 44 modules
var compose = __webpack_require__(4410);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/process/broken-output.ts
var broken_output = __webpack_require__(3612);
// EXTERNAL MODULE: ./src/report/style.ts
var style = __webpack_require__(1791);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
// EXTERNAL MODULE: ./src/report/render/event-lines.ts + 2 modules
var event_lines = __webpack_require__(5021);
// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(533);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/report/render/github-commands.ts


function workflowCommand(name, properties, message) {
    const list = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : `${key}=${escapeProperty(String(value))}`);
    return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(message.replaceAll('##[', '## ['))}`;
}
/** Tells the runner to hide a value from now on, line by line as it matches lines. */
function maskCommands(secret) {
    const lines = secret.split(/\r?\n/).filter((line) => line.trim().length > 0);
    return lines.map((line) => `::add-mask::${escapeData(line)}`);
}
/** Text that is not ours as lines of a log in which nothing can be read as a command. */
function logLines(text) {
    return cleanKeepingColor(text).split('\n').map(harmless);
}
/** Judged without colours, so that a line stays harmless wherever colours are taken out. */
function harmless(line) {
    const seen = (0,external_node_util_.stripVTControlCharacters)(line);
    const plain = seen.includes('##[') ? seen.replaceAll('##[', '## [') : line;
    return /^[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}]*:/u.test(seen) ? `| ${plain}` : plain;
}
const colors = new RegExp(`(${String.fromCharCode(27)}\\[[0-9;]{1,8}m)`);
/** Our own colours are the only escape sequences in lines that renderers made; everything else was cleaned before. */
function cleanKeepingColor(text) {
    return text
        .split(colors)
        .map((part, index) => (index % 2 === 1 ? part : (0,report_text/* cleanText */.X5)(part)))
        .join('');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData((0,report_text/* oneLine */.TN)(text).replaceAll('##[', '## [')).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./src/report/render/plan-model.ts
var plan_model = __webpack_require__(3172);
;// CONCATENATED MODULE: ./src/report/render/github-annotations.ts




/** GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word. */
const MOST = 10;
/** GitHub cuts messages at 4 KiB or so; the log has the full text. */
const MOST_CHARACTERS = 3_000;
/** Workflow commands for the annotations, at most ten of each level: the last one stands for all that do not fit. */
function annotationCommands(annotations, workspace) {
    return ['error', 'warning'].flatMap((level) => {
        const own = annotations.filter((annotation) => annotation.level === level);
        const shown = own.length <= MOST ? own : own.slice(0, MOST - 1);
        const left = own.length - shown.length;
        const rest = left === 0
            ? []
            : [
                {
                    level,
                    title: `${left} more ${level}s`,
                    message: own
                        .slice(shown.length, shown.length + 20)
                        .map((one) => `${one.title}: ${(0,report_text/* oneLine */.TN)(one.message).slice(0, 150)}`)
                        .join('\n'),
                },
            ];
        return [...shown, ...rest].map((annotation) => command(annotation, workspace));
    });
}
function command({ level, title, message, location }, workspace) {
    const file = location && relativeTo(workspace, location.file);
    const place = { file, line: location?.line, col: location?.line === undefined ? undefined : location.column };
    return workflowCommand(level, { ...place, title }, (0,report_text/* cleanText */.X5)(message).slice(0, MOST_CHARACTERS));
}
/** GitHub puts annotations on lines of files named from the root of the repository. */
function relativeTo(workspace, file) {
    const root = workspace?.replace(/\/+$/, '');
    return root && file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file.replace(/^\.\//, '');
}
/** One error for each root cause, however many targets it hit; for each failed stack that has no failed resource, its reason. */
function failureAnnotations(result) {
    const groups = new Map();
    const add = (key, target, annotation) => {
        const text = JSON.stringify(key);
        const group = groups.get(text) ?? { annotation, targets: [] };
        if (!group.targets.includes(target))
            group.targets.push(target);
        groups.set(text, group);
    };
    for (const { stack, target, state, reason, failures, fix } of result.instances) {
        if (!failedStates.has(state))
            continue;
        const causes = (0,failure_text/* rootCauseFirst */.cK)(failures).filter((failure, index) => failure.rootCause || index === 0);
        for (const { path, status, reason: why, location } of causes) {
            const message = [
                `${path} ${status}: ${(0,report_text/* oneLine */.TN)(why)}`,
                ...fix.map((sentence) => `What to do: ${(0,report_text/* oneLine */.TN)(sentence)}`),
            ].join('\n');
            add([stack, path, status, why, location], target, {
                level: 'error',
                title: stack,
                message,
                ...(location && { location }),
            });
        }
        if (causes.length === 0) {
            const message = [(0,report_text/* oneLine */.TN)(reason ?? state), ...fix.map((sentence) => `What to do: ${(0,report_text/* oneLine */.TN)(sentence)}`)].join('\n');
            add([stack, state, reason], target, { level: 'error', title: stack, message });
        }
    }
    return [...groups.values()].map(({ annotation, targets }) => ({
        ...annotation,
        title: `${annotation.title} failed in ${(0,report_text/* someOf */.yU)(targets, 3)}`,
    }));
}
const failedStates = new Set(['failed', 'stuck', 'timed-out', 'unreachable']);
/** An error for each gate that failed, a warning for each without a verdict, however many targets it speaks of. */
function gateAnnotations({ gates = [] }) {
    const open = gates.filter(({ verdict }) => verdict !== 'pass');
    return [...Map.groupBy(open, ({ gate, verdict }) => `${verdict} ${gate}`).values()].map((same) => ({
        level: same[0]?.verdict === 'fail' ? 'error' : 'warning',
        title: `gate ${same[0]?.gate} ${same[0]?.verdict === 'fail' ? 'failed' : 'inconclusive'}`,
        message: same
            .map(({ target, reason }) => `${target === undefined ? '' : `${target}: `}${(0,report_text/* oneLine */.TN)(reason)}`)
            .join('\n'),
    }));
}
function problemAnnotations(problems) {
    return problems.map(({ code, message, fix, location }) => ({
        level: 'error',
        title: code,
        message: [message, ...fix].join('\n'),
        ...(location && { location }),
    }));
}
/** A plan that loses data is worth a warning on the pull request, whatever else it says. */
function planAnnotations(plan) {
    return (0,plan_model/* planModel */.B)(plan).dataLoss.map(({ stack, path, resourceType, what, targets }) => ({
        level: 'warning',
        title: `data loss in ${(0,report_text/* count */.U9)(targets.length, 'target')}`,
        message: `${stack}: ${path} (${resourceType}) ${what} in ${(0,report_text/* someOf */.yU)(targets, 10)}`,
    }));
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/render/change-text.ts
var change_text = __webpack_require__(1407);
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
var gate_text = __webpack_require__(8674);
// EXTERNAL MODULE: ./src/report/render/location-text.ts
var location_text = __webpack_require__(8062);
// EXTERNAL MODULE: ./src/report/render/plan-signs.ts
var plan_signs = __webpack_require__(7455);
// EXTERNAL MODULE: ./src/report/render/summary-text.ts
var summary_text = __webpack_require__(4847);
;// CONCATENATED MODULE: ./src/report/render/plan-markdown.ts







const MOST_COLUMNS = 8;
const MOST_TARGETS = 60;
const MOST_ROWS = 600;
/** GitHub takes comments of 65,536 characters. */
const COMMENT_LIMIT = 60_000;
/** The plan as GitHub-flavoured Markdown, for job summaries and pull request comments. */
function planMarkdown(plan, { limit = COMMENT_LIMIT, level = 2 } = {}) {
    const model = (0,plan_model/* planModel */.B)(plan);
    const heading = '#'.repeat(level);
    const commit = plan.commit ? ` (commit ${(0,markdown/* code */.aY)((0,summary_text/* shortCommit */.Ax)(plan.commit))})` : '';
    const order = plan.phases.map((phase) => `**${(0,markdown/* escapeMarkdown */.FV)(phase.name)}**: ${names(phase.targets, 6)}`).join(' → ');
    const loss = lossSection(model);
    const sections = [
        { forms: [`${heading} Plan for ${(0,markdown/* escapeMarkdown */.FV)(plan.environment)}`], importance: 9 },
        { forms: [`Release ${(0,markdown/* code */.aY)(plan.release)}${commit}. ${order}`], importance: 8 },
        { forms: [loss], importance: 7 },
        ...model.stacks.flatMap((stack) => [
            { forms: [`${heading}# ${stackTitle(stack)}`], importance: 6 },
            { forms: [matrix(stack), shortMatrix(stack)], importance: 3 },
            { forms: [remarks(stack)], importance: 5 },
            { forms: [details(stack), ''], importance: 1 },
        ]),
        { forms: [legend(model), ''], importance: 2 },
    ];
    return (0,markdown/* fitSections */.WK)(sections, limit);
}
function stackTitle({ stack, stackNames }) {
    return stackNames.length === 1 ? `${(0,markdown/* escapeMarkdown */.FV)(stack)} (${(0,markdown/* code */.aY)(stackNames[0] ?? '')})` : (0,markdown/* escapeMarkdown */.FV)(stack);
}
function lossSection({ dataLoss }) {
    if (dataLoss.length === 0)
        return '';
    return [
        '> [!CAUTION]',
        `> **Data loss**: ${(0,report_text/* count */.U9)(dataLoss.length, 'stateful resource')} would lose what ${dataLoss.length === 1 ? 'it holds' : 'they hold'}.`,
        ...dataLoss.map(({ stack, path, resourceType, what, targets }) => `> - ${(0,markdown/* escapeMarkdown */.FV)(stack)}: ${(0,markdown/* code */.aY)(path)} (${(0,markdown/* escapeMarkdown */.FV)(resourceType)}) ${what} in ${names(targets)}`),
    ].join('\n');
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
        (0,markdown/* code */.aY)(row.path),
        (0,markdown/* escapeMarkdown */.FV)(row.resourceType),
        ...row.cells.slice(0, MOST_COLUMNS).map(cellMarkdown),
        ...(differs ? [row.differs ? '≠ differs' : ''] : []),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['resource', 'type', ...head, ...(differs ? [''] : [])], body);
}
function cellMarkdown({ kind, dataLoss }) {
    const sign = (0,plan_signs/* cellSign */.gj)(kind, true);
    return kind === 'none' ? sign : `<code>${sign}</code>${dataLoss ? ' ⚠ **data loss**' : ''}`;
}
/** What remains of a matrix that is too long: how many resources each group of targets changes. */
function shortMatrix({ columns }) {
    return columns
        .slice(0, 50)
        .map((column) => `- ${names(column.targets, 3)}: ${(0,report_text/* count */.U9)(column.changes.size, 'change')}`)
        .join('\n');
}
function remarks(plan) {
    const { columns } = plan;
    const groups = columns.length === 1 ? [] : columns.slice(0, MOST_COLUMNS).filter(({ targets }) => targets.length > 1);
    return [
        ...groups.map(({ targets }) => `- ${names(targets, 1)} are ${names(targets)}`),
        ...columns
            .slice(MOST_COLUMNS, 60)
            .map((column) => `- ${names(column.targets)}: ${(0,report_text/* count */.U9)(column.changes.size, 'change')}, unlike the others`),
        ...(columns.length > 60 ? [`- ${columns.length - 60} more groups of targets, each unlike the others`] : []),
        ...columns
            .filter((column) => column.resourceLess)
            .map((column) => `- only tags, outputs or parameters change in ${names(column.targets)}`),
        ...(plan.unchanged.length > 0 ? [`- no change in ${names(plan.unchanged)}`] : []),
        ...plan.predicted.map(({ text, targets }) => `- *predicted*${text === '' ? '' : `, known after ${(0,markdown/* escapeMarkdown */.FV)(text)}`}: ${names(targets)}`),
        ...plan.failed.flatMap(({ first, targets }) => [
            `- ❌ cannot be planned in ${names(targets)}: ${(0,markdown/* escapeMarkdown */.FV)(first.reason ?? 'no reason given')}`,
            ...(0,failure_text/* rootCauseFirst */.cK)(first.failures)
                .slice(0, 10)
                .map((failure) => {
                const place = failure.location ? ` (${(0,markdown/* code */.aY)((0,location_text/* locationText */.f)(failure.location))})` : '';
                return `  - ${(0,markdown/* code */.aY)(failure.path)} ${(0,markdown/* escapeMarkdown */.FV)(failure.status)}: ${(0,markdown/* escapeMarkdown */.FV)(failure.reason)}${place}`;
            }),
            ...first.fix.map((sentence) => `  - → ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`),
        ]),
        ...plan.switchesAtOnce.map(({ text, targets }) => `- ⚠ ${(0,markdown/* code */.aY)(text)}: events reach the new code at once, there is no alias in front (${names(targets, 3)})`),
        ...plan.notes.map(({ text, targets }) => `- ${(0,markdown/* escapeMarkdown */.FV)(text)} (${names(targets, 3)})`),
    ].join('\n');
}
function details({ details: all }) {
    const rows = all.flatMap(({ path, properties, only }) => properties.map(({ name, before, after, variants, replaces }) => [
        (0,markdown/* code */.aY)(path),
        (0,markdown/* code */.aY)(name),
        plan_markdown_short(before),
        plan_markdown_short(after),
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
    return (0,markdown/* folded */.TM)(`Properties (${rows.length})`, (0,markdown/* markdownTable */.Qj)(['resource', 'property', 'before', 'after', ''], rows));
}
function plan_markdown_short(value) {
    return value === undefined ? '' : (0,markdown/* code */.aY)(value.length > 120 ? `${value.slice(0, 119)}…` : value);
}
function names(targets, most = MOST_TARGETS) {
    return (0,markdown/* escapeMarkdown */.FV)((0,report_text/* someOf */.yU)(targets, most));
}
function legend(model) {
    const kinds = (0,plan_signs/* usedKinds */.Xm)(model);
    return kinds.length === 0
        ? ''
        : `<sub>${kinds.map((kind) => `${(0,plan_signs/* cellSign */.gj)(kind, true)} ${plan_signs/* cellMeaning */.Ci[kind]}`).join(', ')}</sub>`;
}

// EXTERNAL MODULE: ./src/report/render/rollout-text.ts
var rollout_text = __webpack_require__(6184);
// EXTERNAL MODULE: ./src/report/render/status-text.ts
var status_text = __webpack_require__(953);
// EXTERNAL MODULE: ./src/report/render/weight-text.ts
var weight_text = __webpack_require__(7763);
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
    const troubled = executed.filter((instance) => !calm.has(instance.state));
    return (0,markdown/* fitSections */.WK)([
        { forms: [heading(result)], importance: 9 },
        { forms: [failures(result.instances), failures(result.instances, 3)], importance: 8 },
        { forms: [(0,status_text/* statusMarkdown */.KZ)(result.stacks ?? []), ''], importance: 5 },
        {
            forms: [
                [result.failure && `❌ ${(0,markdown/* escapeMarkdown */.FV)(result.failure)}`, (0,rollout_text/* rolloutMarkdown */.K)(result.rollout)]
                    .filter(Boolean)
                    .join('\n\n'),
            ],
            importance: 9,
        },
        { forms: [result.weights === undefined ? '' : (0,weight_text/* weightMarkdown */.QL)(result.weights), ''], importance: 6 },
        { forms: [(0,gate_text/* gateMarkdown */.bo)(result.gates ?? []), (0,gate_text/* gateMarkdown */.bo)(openGates(result)), ''], importance: 7 },
        { forms: [table(executed), table(troubled), table(troubled.slice(0, 100)), ''], importance: 5 },
        { forms: [chart.length > CHART_LIMIT ? '' : chart && (0,markdown/* codeBlock */.DV)(chart, 'mermaid'), ''], importance: 4 },
        { forms: [plan(result, limit), plan(result, limit / 4), ''], importance: 3 },
        { forms: [outputs(result.instances), ''], importance: 2 },
        { forms: [result.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`).join('\n'), ''], importance: 6 },
        { forms: [calls(result), ''], importance: 1 },
    ], limit);
}
const openGates = ({ gates = [] }) => gates.filter(({ verdict }) => verdict !== 'pass');
/** The job summary of a run that was refused: what to put right. */
function refusalMarkdown({ command, problems }, limit = SUMMARY_LIMIT) {
    const told = problems.slice(0, 200).map(({ code: id, message, fix, location }) => {
        const place = location ? ` at ${(0,markdown/* code */.aY)((0,location_text/* locationText */.f)(location))}` : '';
        const [first = '', ...more] = message.split('\n');
        const rest = more.join('\n').trim() ? `\n\n${(0,markdown/* codeBlock */.DV)(more.join('\n'))}` : '';
        return `**${(0,markdown/* escapeMarkdown */.FV)(id)}**${place}: ${(0,markdown/* escapeMarkdown */.FV)(first)}${rest}${fix.map((sentence) => `\n\n→ ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`).join('')}`;
    });
    const heading = `## ❌ ${command ? `${(0,markdown/* escapeMarkdown */.FV)(command)} ` : ''}refused`;
    return (0,markdown/* fitSections */.WK)([
        { forms: [heading], importance: 9 },
        ...told.map((text, index) => ({ forms: [text, ''], importance: 8 - index / told.length })),
    ], limit);
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
    return `## ${mark} ${result.command} ${(0,markdown/* escapeMarkdown */.FV)(result.application)}${where}: ${(0,summary_text/* tally */.N4)(result)}${facts ? `\n\n${facts}` : ''}`;
}
function failures(instances, mostEach = 10) {
    const groups = (0,summary_text/* alike */.nO)(instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0));
    if (groups.length === 0)
        return '';
    const parts = groups.slice(0, MOST_FAILURES).map(({ first, targets }) => {
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
    const more = groups.length > MOST_FAILURES ? [`and ${groups.length - MOST_FAILURES} more kinds of failure, see the log`] : [];
    return [`### Failures`, ...parts, ...more].join('\n\n');
}
function table(instances) {
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
            (0,markdown/* escapeMarkdown */.FV)(clipped(instance.reason ?? '', 300)),
        ];
    });
    return (0,markdown/* markdownTable */.Qj)(['target', 'stack', 'state', 'changes', 'time', 'URLs', 'reason'], rows);
}
function plan(result, limit) {
    if (!result.plan)
        return '';
    const open = result.status === 'planned' || result.status === 'failed';
    const text = planMarkdown(result.plan, { limit: Math.max(1_000, Math.floor(limit / 2)), level: 3 });
    return open && result.status === 'planned' ? text : (0,markdown/* folded */.TM)('Plan', text);
}
function outputs(instances) {
    const rows = instances.flatMap(({ target, stack, outputs: own }) => Object.entries(own).map(([name, value]) => [
        (0,markdown/* escapeMarkdown */.FV)(target),
        (0,markdown/* escapeMarkdown */.FV)(stack),
        (0,markdown/* code */.aY)(name),
        (0,markdown/* linkOrCode */.tI)(clipped(value, 500)),
    ]));
    return rows.length === 0
        ? ''
        : (0,markdown/* folded */.TM)(`Outputs (${rows.length})`, (0,markdown/* markdownTable */.Qj)(['target', 'stack', 'output', 'value'], rows));
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
function clipped(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

;// CONCATENATED MODULE: ./src/report/render/github.ts








/** GitHub's log shows colours and has no width of its own. */
const github_style = (0,style.createStyle)({ color: true, unicode: true });
const width = 180;
/**
 * Prefixed lines while targets run side by side (groups cannot interleave), then a group for each target with all that
 * happened there, annotations, and the job summary.
 */
function createGitHubRenderer(options) {
    const { write, verbose = false } = options;
    const history = new Map();
    const annotations = [];
    const pending = [];
    let summaryError;
    const print = (lines) => {
        const safe = lines.flatMap(logLines);
        if (safe.length > 0)
            write(safe.map((line) => `${line}\n`).join(''));
    };
    const annotate = (more) => {
        for (const command of annotationCommands([...more, ...annotations.splice(0)], options.workspace))
            write(`${command}\n`);
    };
    const summarize = (markdown) => {
        try {
            pending.push(Promise.resolve(options.writeSummary(markdown())).catch(summaryFailed));
        }
        catch (error) {
            summaryFailed(error);
        }
    };
    const summaryFailed = (error) => {
        summaryError ??= error;
    };
    return {
        event(event) {
            if (event.type === 'run.finished') {
                printGroups(event.result, history, write);
                print((0,event_lines/* eventLines */.C)(event, { style: github_style, width }));
                annotate([...failureAnnotations(event.result), ...gateAnnotations(event.result)]);
                summarize(() => summaryMarkdown(event.result));
                return;
            }
            if (event.type === 'run.refused') {
                print((0,failure_text/* problemLines */.pb)(event.refusal.problems, github_style));
                annotate(problemAnnotations(event.refusal.problems));
                summarize(() => refusalMarkdown(event.refusal));
                return;
            }
            print((0,event_lines/* eventLines */.C)(event, { style: github_style, width, verbose }));
            remember(event, history);
            if (event.type === 'plan.ready')
                annotations.push(...planAnnotations(event.plan));
            if (event.type === 'note' && event.level === 'warning') {
                const title = event.target ? `warning for ${event.target}` : 'warning';
                annotations.push({
                    level: 'warning',
                    title,
                    message: event.text,
                    ...(event.location && { location: event.location }),
                });
            }
        },
        async close() {
            // A run that died without a result still says its warnings.
            if (annotations.length > 0)
                annotate([]);
            await Promise.all(pending);
            if (summaryError !== undefined)
                throw new Error(`the job summary could not be written: ${(0,errors/* errorText */.kc)(summaryError)}`);
        },
    };
}
/** Keeps what belongs to a target, with its time, for the group of that target. */
function remember(event, history) {
    const target = event.type === 'instance.finished'
        ? event.result.target
        : event.type === 'gate.verdict'
            ? event.verdict.target
            : 'target' in event
                ? event.target
                : undefined;
    if (target === undefined)
        return;
    const lines = (0,event_lines/* eventLines */.C)(event, { style: github_style, width, verbose: true }).map((line) => `${event.at.slice(11, 19)} ${line}`);
    const own = history.get(target);
    if (own)
        own.push(...lines);
    else
        history.set(target, lines.slice());
}
function printGroups(result, history, write) {
    const order = new Set([...result.instances.map((instance) => instance.target), ...history.keys()]);
    for (const target of order) {
        const lines = history.get(target) ?? [];
        if (lines.length === 0)
            continue;
        const state = result.targets[target]?.state;
        write(`${workflowCommand('group', {}, (0,report_text/* oneLine */.TN)(state ? `${target}: ${state}` : target))}\n`);
        write(lines
            .flatMap(logLines)
            .map((line) => `${line}\n`)
            .join(''));
        write('::endgroup::\n');
    }
    history.clear();
}

// EXTERNAL MODULE: ./src/run-command.ts + 1 modules
var run_command = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/signals.ts
var src_signals = __webpack_require__(970);
// EXTERNAL MODULE: ./src/options/values.ts + 1 modules
var values = __webpack_require__(7342);
;// CONCATENATED MODULE: ./src/action/inputs.ts

const naming = (name) => `input "${name}"`;
/**
 * The action's inputs as options. The runner hands over every key under `with:` as `INPUT_<NAME>` (upper case, hyphens
 * kept), unknown ones too and with no more than a warning, so that refusing them is up to us.
 */
function readInputs(env) {
    const raw = new Map();
    for (const [key, value] of Object.entries(env)) {
        if (!key.startsWith('INPUT_') || value === undefined)
            continue;
        raw.set(key.slice('INPUT_'.length).toLowerCase(), [value.trim()]);
    }
    const command = (0,values/* parseCommand */.R)(raw.get('command')?.[0] ?? '', 'input "command"');
    raw.delete('command');
    return { command, options: (0,values/* parseOptions */.A)(command, raw, 'action', naming) };
}

;// CONCATENATED MODULE: ./src/action/outputs.ts
/** Values of the action's outputs; `failed` for a run that came to no result. */
function outputsOf(result) {
    const outputs = Object.fromEntries(Object.entries(result?.targets ?? {}).map(([name, target]) => [name, target.outputs]));
    const changed = result?.instances.some(({ state }) => state !== 'no-change' && state !== 'skipped' && state !== 'cancelled') ||
        result?.plan?.instances.some(({ kind }) => kind !== 'no-change');
    return {
        status: result?.status ?? 'failed',
        release: result?.release?.id ?? '',
        result: result === undefined ? '' : JSON.stringify(result),
        outputs: JSON.stringify(outputs),
        'has-changes': String(changed ?? false),
    };
}

;// CONCATENATED MODULE: ./src/action/run.ts











/** The action: inputs in, step outputs and exit code out. */
async function runAction(env) {
    const warn = (0,broken_output/* warnOn */.c)(process.stderr);
    (0,broken_output/* surviveBrokenOutput */.F)(process, warn);
    // Outputs are there whatever happens: `if:` in later steps must not see an empty string for "failed".
    await setOutputs(outputsOf(undefined));
    const signals = (0,src_signals/* watchSignals */.R)(process);
    const input = tryRead(env);
    const composition = await composeAction(env, input.options, signals.signal);
    const { context } = composition;
    signals.onSignal((name) => context.report({ type: 'cancel.requested', signal: name }));
    const end = await runInput(input, composition);
    try {
        await setOutputs(outputsOf(end.result));
    }
    catch (error) {
        // What was deployed is deployed: the rollout's own end decides.
        warn(`the outputs of the step could not be written: ${(0,errors/* errorText */.kc)(error)}`);
    }
    await composition.close();
    signals.stop();
    return end.exitCode;
}
function tryRead(env) {
    try {
        return readInputs(env);
    }
    catch (error) {
        return { options: {}, error };
    }
}
async function runInput({ command, options, error }, { context }) {
    if (command === undefined || error !== undefined)
        return (0,run_command/* refuse */.T)('', error, context);
    if (command !== 'policy')
        return (0,run_command/* runCommand */.d)(command, options, context);
    const { policyText } = await Promise.all(/* import() */[__webpack_require__.e(3930), __webpack_require__.e(1228)]).then(__webpack_require__.bind(__webpack_require__, 1228));
    try {
        process.stdout.write(await policyText(options));
        return { exitCode: 0 };
    }
    catch (thrown) {
        return (0,run_command/* refuse */.T)(command, thrown, context);
    }
}
function composeAction(env, options, signal) {
    const summaryFile = env['GITHUB_STEP_SUMMARY'];
    return (0,compose/* compose */.Z)({
        env,
        cwd: (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.', options['working-directory'] ?? '.'),
        renderers: [
            createGitHubRenderer({
                write: (text) => void process.stdout.write(text),
                writeSummary: (markdown) => (summaryFile ? (0,promises_.appendFile)(summaryFile, markdown) : undefined),
                verbose: env['RUNNER_DEBUG'] === '1',
                ...(env['GITHUB_WORKSPACE'] && { workspace: env['GITHUB_WORKSPACE'] }),
            }),
        ],
        signal,
        warn: (0,broken_output/* warnOn */.c)(process.stderr),
        nameOption: (name) => `input "${name}"`,
        // Who may run the workflow, and the GitHub environment's protection rules, have answered already.
        confirm: async () => true,
        onSecret: (value) => void process.stdout.write(maskCommands(value)
            .map((line) => `${line}\n`)
            .join('')),
    });
}
async function setOutputs(outputs) {
    const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(4942), __webpack_require__.e(1659)]).then(__webpack_require__.bind(__webpack_require__, 1659));
    for (const [name, value] of Object.entries(outputs))
        setOutput(name, value);
}


/***/ })

};
