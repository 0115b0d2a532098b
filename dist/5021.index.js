export const id = 5021;
export const ids = [5021,1791];
export const modules = {

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   WK: () => (/* binding */ fitSections),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tI: () => (/* binding */ linkOrCode)
/* harmony export */ });
/* unused harmony exports byteLength, truncateBytes */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5655);

const encoder = new TextEncoder();
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
    '*': '&#42;',
    _: '&#95;',
    '[': '&#91;',
    ']': '&#93;',
    '|': '&#124;',
    '~': '&#126;',
    '\\': '&#92;',
    $: '&#36;',
};
/**
 * Any text as one line that Markdown shows as it is, in paragraphs and table cells: character references never form
 * structure (CommonMark, "Entity and numeric character references"). A mention of a user does not ring.
 */
function escapeMarkdown(text) {
    return ((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .replace(/[&<>"'`*[\]|~\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (character) => entities[character] ?? character)
        // No automatic links: they would take references for a part of the address.
        .replaceAll('://', ':&#47;/')
        .replace(/www\./gi, (text) => `${text.slice(0, 3)}&#46;`)
        .replaceAll('@', '@&#8203;'));
}
/** Any text as inline code; usable in table cells, where backticks and pipes would need each other's escapes. */
function code(text) {
    return text.trim() ? `<code>${escapeMarkdown(text).replaceAll('@&#8203;', '@')}</code>` : '';
}
function escapeHtml(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
/** Any text as a code block: the fence is longer than any run of backticks in it. */
function codeBlock(text, language = '') {
    const body = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** A link when the value is an http(s) URL, else the value as code. */
function linkOrCode(value, label = value) {
    const url = /^https?:\/\/[^\s<>"'`\\|]+$/i.test(value) && URL.canParse(value) ? new URL(value).href : undefined;
    return url === undefined
        ? code(label)
        : `[${escapeMarkdown(label)}](<${url.replace(/[()[\]*_~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}>)`;
}
/** A GitHub-flavoured table of cells that are Markdown already. */
function markdownTable(head, rows) {
    const line = (row) => `| ${row.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A part that is folded away until somebody wants it. `summary` is Markdown already. */
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/**
 * Text for Mermaid, which has no quoting in Gantt charts: what its lexer could take for syntax becomes `_`. Callers
 * put a sign of their own in front, since words such as `section` or a date at the start would be read as keywords
 * (mermaid-js/mermaid#2886).
 */
function mermaidText(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[^\p{L}\p{M}\p{N} @./()+-]/gu, '_');
}
function byteLength(text) {
    return encoder.encode(text).length;
}
/** Cuts to at most `limit` bytes of UTF-8, never inside a character, with `mark` at the end of what was cut. */
function truncateBytes(text, limit, mark = '…') {
    if (byteLength(text) <= limit)
        return text;
    const room = limit - byteLength(mark);
    if (room <= 0)
        return '';
    const bytes = encoder.encode(text).subarray(0, room + 1);
    let end = room;
    // 10xxxxxx continues a character.
    while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80)
        end -= 1;
    return new TextDecoder().decode(bytes.subarray(0, end)) + mark;
}
/** The sections that have text, in order, shortened until they fit: a long plan must not cost the list of failures. */
function fitSections(sections, limit) {
    const chosen = sections.map((section) => section.forms[0]);
    const document = () => `${chosen.filter(Boolean).join('\n\n')}\n`;
    const order = [...sections.keys()].sort((a, b) => (sections[a]?.importance ?? 0) - (sections[b]?.importance ?? 0));
    for (const index of order) {
        for (const form of sections[index]?.forms ?? []) {
            chosen[index] = form;
            if (byteLength(document()) <= limit)
                return document();
        }
    }
    return truncateBytes(document(), limit, '\n\n… cut: too long\n');
}


/***/ }),

/***/ 1407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ changeCounts),
/* harmony export */   g: () => (/* binding */ tookMs)
/* harmony export */ });
/** "+3 ~1 ±1 -2"; empty without changes. */
function changeCounts(changes, unicode = true) {
    return [
        changes.add && `+${changes.add}`,
        changes.modify && `~${changes.modify}`,
        changes.replace && `${unicode ? '±' : '+/-'}${changes.replace}`,
        changes.remove && `-${changes.remove}`,
    ]
        .filter(Boolean)
        .join(' ');
}
/** Milliseconds from start to end; undefined when it never started or has not ended. */
function tookMs({ startedAt, endedAt }) {
    if (startedAt === undefined || endedAt === undefined)
        return undefined;
    const ms = Date.parse(endedAt) - Date.parse(startedAt);
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ eventLines)
});

// UNUSED EXPORTS: finishedText

// EXTERNAL MODULE: ./src/report/style.ts
var report_style = __webpack_require__(1791);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
// EXTERNAL MODULE: ./src/report/render/change-text.ts
var change_text = __webpack_require__(1407);
// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(533);
// EXTERNAL MODULE: ./src/report/render/location-text.ts
var location_text = __webpack_require__(8062);
// EXTERNAL MODULE: ./src/report/render/plan-model.ts
var plan_model = __webpack_require__(3172);
// EXTERNAL MODULE: ./src/report/render/plan-signs.ts
var plan_signs = __webpack_require__(7455);
// EXTERNAL MODULE: ./src/report/render/summary-text.ts
var summary_text = __webpack_require__(4847);
;// CONCATENATED MODULE: ./src/report/render/plan-text.ts





/** Columns that a line can hold and an eye can compare. */
const MOST_COLUMNS = 6;
const MOST_TARGETS = 40;
const MOST_PROPERTIES = 8;
/** The plan for people: what would be lost first, then a matrix of resources and targets for each stack. */
function planText(plan, options) {
    const { style } = options;
    const model = (0,plan_model/* planModel */.B)(plan);
    const commit = plan.commit ? ` (commit ${(0,summary_text/* shortCommit */.Ax)(plan.commit)})` : '';
    return [
        style.paint('strong', `Plan for ${(0,report_text/* oneLine */.TN)(plan.environment)}, release ${(0,report_text/* oneLine */.TN)(plan.release)}${commit}`),
        `order: ${plan.phases.map((phase) => `${(0,report_text/* oneLine */.TN)(phase.name)} (${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(phase.targets, 3))})`).join(` ${style.mark.change} `)}`,
        '',
        ...lossLines(model, style),
        ...model.stacks.flatMap((stack) => stackLines(stack, options)),
        ...legend(model, style),
    ];
}
function lossLines({ dataLoss }, style) {
    if (dataLoss.length === 0)
        return [];
    return [
        style.paint('bad', `${style.mark.loss} DATA LOSS: ${(0,report_text/* count */.U9)(dataLoss.length, 'stateful resource')} would lose what ${dataLoss.length === 1 ? 'it holds' : 'they hold'}`),
        ...dataLoss.map(({ stack, path, resourceType, what, targets }) => `  ${(0,report_text/* oneLine */.TN)(stack)}: ${style.paint('strong', (0,report_text/* oneLine */.TN)(path))} (${(0,report_text/* oneLine */.TN)(resourceType)}) ${what} in ${names(targets)}`),
        '',
    ];
}
function stackLines(plan, { style, width = 160, details = true }) {
    const title = plan.stackNames.length === 1
        ? `${(0,report_text/* oneLine */.TN)(plan.stack)} (${(0,report_text/* oneLine */.TN)(plan.stackNames[0] ?? '')})`
        : (0,report_text/* oneLine */.TN)(plan.stack);
    return [
        style.paint('strong', title),
        ...matrixLines(plan, style),
        ...(details ? detailLines(plan, style, width) : []),
        ...(plan.unchanged.length > 0 ? [style.paint('dim', `  no change in ${names(plan.unchanged)}`)] : []),
        ...plan.predicted.map(({ text, targets }) => `  predicted${text === '' ? '' : `, known after ${(0,report_text/* oneLine */.TN)(text)}`}: ${names(targets)}`),
        ...plan.failed.flatMap(({ first, targets }) => [
            style.paint('bad', `  ${style.mark.bad} cannot be planned in ${names(targets)}: ${(0,report_text/* oneLine */.TN)(first.reason ?? 'no reason given')}`),
            ...(0,failure_text/* failureLines */.w7)(first, style).map((line) => `  ${line}`),
        ]),
        ...plan.switchesAtOnce.map((item) => `  ${style.mark.warn} ${(0,report_text/* oneLine */.TN)(item.text)}: events reach the new code at once, there is no alias in front${where(item, plan)}`),
        ...plan.notes.map((item) => `  note: ${(0,report_text/* oneLine */.TN)(item.text)}${where(item, plan)}`),
        '',
    ];
}
function matrixLines({ columns, rows }, style) {
    if (columns.length === 0)
        return [];
    const shown = columns.slice(0, MOST_COLUMNS);
    const head = [
        '',
        '',
        ...shown.map(({ targets, kind }) => `${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(targets, columns.length === 1 ? 3 : 1))}${kind === 'create' ? ' (new)' : ''}`),
    ];
    const body = rows
        .filter((row) => row.cells.slice(0, MOST_COLUMNS).some((cell) => cell.kind !== 'none'))
        .map((row) => [
        `  ${(0,report_text/* oneLine */.TN)(row.path)}`,
        style.paint('dim', (0,report_text/* oneLine */.TN)(row.resourceType)),
        ...row.cells.slice(0, MOST_COLUMNS).map((cell) => cellText(cell, style)),
        row.differs ? style.paint('warn', 'differs') : '',
    ]);
    const resourceLess = columns.filter((column) => column.resourceLess);
    return [
        ...(0,report_text/* columns */.YB)([head, ...body], style.measure),
        ...resourceLess.map((column) => `  only tags, outputs or parameters change in ${names(column.targets)}`),
        ...(columns.length === 1
            ? []
            : shown
                .filter(({ targets }) => targets.length > 1)
                .map(({ targets }) => style.paint('dim', `  ${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(targets, 1))}: ${names(targets)}`))),
        ...columns
            .slice(MOST_COLUMNS)
            .map((column) => `  ${names(column.targets)}: ${(0,report_text/* count */.U9)(column.changes.size, 'change')}, unlike the others`),
    ];
}
function detailLines({ details }, style, width) {
    return details.flatMap(({ path, properties, only }) => {
        const place = only ? ` in ${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(only, 2))}` : '';
        const told = properties
            .slice(0, MOST_PROPERTIES)
            .map((property) => `  ${(0,report_text/* oneLine */.TN)(path)}.${propertyText(property, style)}${place}`);
        const more = properties.length - MOST_PROPERTIES;
        return [
            ...told.map((line) => (0,report_text/* clip */.$Q)(line, width, style.mark.more)),
            ...(more > 0 ? [`  ${(0,report_text/* oneLine */.TN)(path)}: ${(0,report_text/* count */.U9)(more, 'more property', 'more properties')}`] : []),
        ];
    });
}
function propertyText({ name, before, after, variants, replaces }, style) {
    const value = (text) => text === undefined ? '(none)' : (0,report_text/* clip */.$Q)((0,report_text/* oneLine */.TN)(text), 60, style.mark.more);
    const values = before === undefined && after === undefined ? '' : `: ${value(before)} ${style.mark.change} ${value(after)}`;
    const notes = [
        replaces && 'requires replacement',
        variants > 1 && `${variants} different values over the targets`,
    ].filter(Boolean);
    return `${(0,report_text/* oneLine */.TN)(name)}${values}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}
/** Where a note holds; nothing when it holds in every target of the stack. */
function where({ targets }, plan) {
    const all = plan.columns.reduce((sum, column) => sum + column.targets.length, 0) + plan.unchanged.length;
    const others = plan.predicted.length + plan.failed.length;
    return others === 0 && targets.length === all ? '' : ` (${names(targets)})`;
}
function names(targets) {
    return (0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(targets, MOST_TARGETS));
}
const toneOfCell = {
    add: 'good',
    modify: 'busy',
    replace: 'bad',
    'may-replace': 'warn',
    remove: 'bad',
    import: 'good',
    sync: 'busy',
    dynamic: 'warn',
    none: 'dim',
};
function cellText({ kind, dataLoss }, style) {
    return style.paint(toneOfCell[kind], `${(0,plan_signs/* cellSign */.gj)(kind, style.unicode)}${dataLoss ? style.mark.loss : ''}`);
}
function legend(model, style) {
    const parts = (0,plan_signs/* usedKinds */.Xm)(model).map((kind) => `${(0,plan_signs/* cellSign */.gj)(kind, style.unicode)} ${plan_signs/* cellMeaning */.Ci[kind]}`);
    if (model.dataLoss.length > 0)
        parts.push(`${style.mark.loss} data loss`);
    return parts.length === 0 ? [] : [style.paint('dim', parts.join('   '))];
}

;// CONCATENATED MODULE: ./src/report/render/rollback-text.ts

/** What a rollback is about to do, stack by stack. */
function rollbackLines(event, style) {
    const { instances, reason } = event;
    const returning = instances.filter(({ kind }) => kind === 'returns').length;
    const head = style.paint('warn', `${style.mark.warn} rolling back ${returning} of ${instances.length} stacks`);
    const lines = instances.flatMap(({ instance, kind, to, reason: why, notes }) => {
        const what = kind === 'returns'
            ? `returns to ${(0,report_text/* oneLine */.TN)(to?.id ?? 'its release')}`
            : `${kind === 'refused' ? 'cannot return' : 'stays'}`;
        return [
            `  ${(0,report_text/* oneLine */.TN)(instance)} ${what}${why ? `: ${(0,report_text/* oneLine */.TN)(why)}` : ''}`,
            ...notes.map((note) => `    ${(0,report_text/* oneLine */.TN)(note)}`),
        ];
    });
    return [`${head}: ${(0,report_text/* oneLine */.TN)(reason)}`, ...lines];
}

// EXTERNAL MODULE: ./src/report/render/rollout-text.ts
var rollout_text = __webpack_require__(6184);
// EXTERNAL MODULE: ./src/report/render/status-text.ts
var status_text = __webpack_require__(953);
// EXTERNAL MODULE: ./src/report/render/weight-text.ts
var weight_text = __webpack_require__(7763);
;// CONCATENATED MODULE: ./src/report/render/event-lines.ts











/** What a log says of one event: no lines for what only a live table needs. */
function eventLines(event, options) {
    const { style, verbose = false } = options;
    switch (event.type) {
        case 'run.started': {
            const where = event.environment ? ` ${(0,summary_text/* into */.dj)(event.command)} ${(0,report_text/* oneLine */.TN)(event.environment)}` : '';
            const targets = `${(0,report_text/* count */.U9)(event.targets.length, 'target')}: ${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(event.targets, 8))}`;
            const dry = event.dryRun ? ' (dry run: nothing is executed)' : '';
            return [style.paint('strong', `${event.command} ${(0,report_text/* oneLine */.TN)(event.application)}${where}${dry}, ${targets}`)];
        }
        case 'note': {
            const place = event.location ? ` (${(0,report_text/* oneLine */.TN)((0,location_text/* locationText */.f)(event.location))})` : '';
            const label = event.level === 'warning' ? style.paint('warn', `${style.mark.warn} warning:`) : 'note:';
            return [`${event.target ? `[${(0,report_text/* oneLine */.TN)(event.target)}] ` : ''}${label} ${(0,report_text/* oneLine */.TN)(event.text)}${place}`];
        }
        case 'step.started':
            return [`${(0,report_text/* oneLine */.TN)(event.text)} ${style.mark.more}`];
        case 'step.finished':
            return [`${(0,report_text/* oneLine */.TN)(event.text)} (${(0,report_text/* durationText */.S5)(event.durationMs)})`];
        case 'tool.output':
            return (0,report_text/* cleanText */.X5)(event.line)
                .split('\n')
                .map((line) => style.paint('dim', `[${(0,report_text/* oneLine */.TN)(event.tool)}] ${line.trimEnd()}`.trimEnd()));
        case 'release.ready': {
            const commit = event.commit ? ` (commit ${(0,summary_text/* shortCommit */.Ax)(event.commit)})` : '';
            const size = `${(0,report_text/* count */.U9)(event.artifacts, 'artifact')}, ${(0,report_text/* bytesText */.pV)(event.bytes)}`;
            return [`release ${(0,report_text/* oneLine */.TN)(event.release)}${commit}: ${size}${event.reused ? ', built before' : ''}`];
        }
        case 'artifact.copied':
            if (!verbose)
                return [];
            return [
                `[${(0,report_text/* oneLine */.TN)(event.target)}] artifact ${(0,report_text/* oneLine */.TN)(event.key)} ${event.skipped ? 'is there' : `copied (${(0,report_text/* bytesText */.pV)(event.bytes)})`}`,
            ];
        case 'plan.ready':
            return planText(event.plan, options);
        case 'phase.started':
            return [style.paint('strong', `${(0,report_text/* oneLine */.TN)(event.phase)}: ${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(event.targets, 8))}`)];
        case 'phase.finished': {
            const tone = event.verdict === 'passed' ? 'good' : event.verdict === 'failed' ? 'bad' : 'warn';
            return [
                `${(0,report_text/* oneLine */.TN)(event.phase)} ${style.paint(tone, event.verdict)}${event.reason ? `: ${(0,report_text/* oneLine */.TN)(event.reason)}` : ''}`,
            ];
        }
        case 'gate.verdict': {
            const { gate, target, verdict, reason } = event.verdict;
            const tone = verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'warn';
            const name = `gate ${(0,report_text/* oneLine */.TN)(gate)}`;
            return [
                `${target ? `[${(0,report_text/* oneLine */.TN)(target)}] ` : ''}${name} ${style.paint(tone, verdict)}${reason ? `: ${(0,report_text/* oneLine */.TN)(reason)}` : ''}`,
            ];
        }
        case 'bake.started':
            return [
                `${(0,report_text/* oneLine */.TN)(event.phase)} is deployed: its gates decide${event.bakeMs > 0 ? `, for ${(0,report_text/* durationText */.S5)(event.bakeMs)}` : ''}`,
            ];
        case 'rollback.started':
            return rollbackLines(event, style);
        case 'instance.state': {
            const silent = event.text === undefined && event.state !== 'executing' && event.state !== 'rolling-back';
            if (silent && !verbose)
                return [];
            return [
                `${prefix(event)} ${style.paint((0,report_style.toneOf)(event.state), event.state)}${event.text ? `: ${(0,report_text/* oneLine */.TN)(event.text)}` : ''}`,
            ];
        }
        case 'stack.event': {
            const failed = event.status.endsWith('_FAILED');
            if (!verbose && !failed && !event.status.endsWith('_COMPLETE'))
                return [];
            const status = style.paint(failed ? 'bad' : event.status.endsWith('_COMPLETE') ? 'good' : 'dim', (0,report_text/* oneLine */.TN)(event.status));
            const type = event.resourceType ? ` (${(0,report_text/* oneLine */.TN)(event.resourceType)})` : '';
            return [
                `${prefix(event)} ${status} ${(0,report_text/* oneLine */.TN)(event.path)}${type}${event.reason ? `: ${(0,report_text/* oneLine */.TN)(event.reason)}` : ''}`,
            ];
        }
        case 'instance.finished':
            return [`${prefix(event.result)} ${finishedText(event.result, style)}`];
        case 'weight.planned':
            return (0,weight_text/* weightLines */.ID)(event.weights, style);
        case 'weight.changed':
            return [
                `weights changed: ${(0,weight_text/* weightsText */.rj)(event.before)} ${style.unicode ? '→' : '->'} ${(0,weight_text/* weightsText */.rj)(event.after)}`,
            ];
        case 'status.ready':
            return [
                ...(0,status_text/* statusLines */.Cd)(event.stacks, style),
                ...(event.weights === undefined ? [] : [...(0,weight_text/* weightLines */.ID)(event.weights, style), '']),
                ...(0,rollout_text/* rolloutLines */.r)(event.rollout, style),
            ];
        case 'cancel.requested':
            return [
                style.paint('warn', `${style.mark.warn} ${(0,report_text/* oneLine */.TN)(event.signal)}: nothing new is started; what is in progress in AWS goes on there`),
            ];
        case 'run.refused':
            return (0,failure_text/* problemLines */.pb)(event.refusal.problems, style);
        case 'run.finished':
            return ['', ...(0,summary_text/* summaryLines */.k)(event.result, options)];
    }
}
function prefix({ target, stack, instance, }) {
    // Instance ids are `stack@target`; stack events carry no key of their own.
    const name = stack ?? (instance.endsWith(`@${target}`) ? instance.slice(0, -target.length - 1) : instance);
    return `[${(0,report_text/* oneLine */.TN)(target)} ${(0,report_text/* oneLine */.TN)(name)}]`;
}
/** "succeeded in 41s (+3 ~1)", "failed in 1m 03s: reason". */
function finishedText(result, style) {
    const took = (0,change_text/* tookMs */.g)(result);
    const changes = (0,change_text/* changeCounts */.Z)(result.changes, style.unicode);
    return [
        style.paint((0,report_style.toneOf)(result.state), result.state),
        took === undefined ? '' : ` in ${(0,report_text/* durationText */.S5)(took)}`,
        changes && ` (${changes})`,
        result.reason ? `: ${(0,report_text/* oneLine */.TN)(result.reason)}` : '',
    ].join('');
}


/***/ }),

/***/ 533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cK: () => (/* binding */ rootCauseFirst),
/* harmony export */   pb: () => (/* binding */ problemLines),
/* harmony export */   w7: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5655);
/* harmony import */ var _location_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8062);


/** Most resources named for one stack; CloudFormation can fail hundreds at once. */
const MOST = 10;
/** Root causes first, then the rest as AWS told them. */
function rootCauseFirst(failures) {
    return [...failures.filter((failure) => failure.rootCause), ...failures.filter((failure) => !failure.rootCause)];
}
/** Failed resources of one stack and what to do, indented two cells. */
function failureLines({ failures, fix }, style) {
    const lines = [];
    for (const failure of rootCauseFirst(failures).slice(0, MOST)) {
        const type = failure.resourceType ? ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failure.resourceType)})` : '';
        const name = style.paint('strong', (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failure.path));
        lines.push(`  ${style.paint('bad', style.mark.bad)} ${name}${type} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failure.status)}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failure.reason)}`);
        if (failure.location)
            lines.push(`    at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_location_text_js__WEBPACK_IMPORTED_MODULE_1__/* .locationText */ .f)(failure.location))}`);
        if (failure.cancelled.length > 0)
            lines.push(style.paint('dim', `    cancelled with it: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .someOf */ .yU)(failure.cancelled, 5))}`));
    }
    if (failures.length > MOST)
        lines.push(`  and ${failures.length - MOST} more`);
    for (const sentence of fix)
        lines.push(`  ${style.mark.fix} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(sentence)}`);
    return lines;
}
/** What a refused run says. */
function problemLines(problems, style) {
    return problems.flatMap((problem) => {
        const place = problem.location ? `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_location_text_js__WEBPACK_IMPORTED_MODULE_1__/* .locationText */ .f)(problem.location))}: ` : '';
        const [first = '', ...more] = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(problem.message).split('\n');
        return [
            `${style.paint('bad', 'error:')} ${place}${first} ${style.paint('dim', `[${problem.code}]`)}`,
            ...more.map((line) => `  ${line}`),
            ...problem.fix.map((sentence) => `  ${style.mark.fix} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(sentence)}`),
        ];
    });
}


/***/ }),

/***/ 8674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ gateLines),
/* harmony export */   bo: () => (/* binding */ gateMarkdown),
/* harmony export */   cD: () => (/* binding */ gateTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


const TONES = { pass: 'good', fail: 'bad', inconclusive: 'warn' };
const MARKS = { pass: '✅', fail: '❌', inconclusive: '⚠️' };
/** What has to be looked at comes first. */
const READING = ['fail', 'inconclusive', 'pass'];
/** Verdicts as a table for people. */
function gateLines(verdicts, style) {
    if (verdicts.length === 0)
        return [];
    const head = ['TARGET', 'GATE', 'WHEN', 'VERDICT', 'REASON'].map((name) => style.paint('dim', name));
    const rows = inOrder(verdicts).map(({ gate, target, moment, verdict, reason }) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(target ?? 'all'),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(gate),
        moment,
        style.paint(TONES[verdict], verdict),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(reason),
    ]);
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows], style.measure), ''];
}
function gateMarkdown(verdicts) {
    if (verdicts.length === 0)
        return '';
    const rows = inOrder(verdicts).map(({ gate, target, moment, verdict, reason }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(target ?? 'all'),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(gate),
        moment,
        `${MARKS[verdict]} ${verdict}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(reason)),
    ]);
    return `### Gates\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'gate', 'when', 'verdict', 'reason'], rows)}`;
}
/** "1 fail, 3 pass". */
function gateTally(verdicts) {
    const sums = READING.map((verdict) => [verdicts.filter((one) => one.verdict === verdict).length, verdict]);
    return sums.flatMap(([amount, verdict]) => (amount > 0 ? [`${amount} ${verdict}`] : [])).join(', ') || 'no gates';
}
function inOrder(verdicts) {
    return verdicts.toSorted((a, b) => READING.indexOf(a.verdict) - READING.indexOf(b.verdict));
}


/***/ }),

/***/ 8062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ locationText)
/* harmony export */ });
/** `template.yaml:12:3`, as editors and terminals make it clickable. */
function locationText({ file, line, column }) {
    return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}


/***/ }),

/***/ 3172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ planModel)
/* harmony export */ });
/* unused harmony export cellOf */
/** Folds a plan of any number of targets into what a person can read: targets that are alike become one column. */
function planModel(plan) {
    const byStack = Map.groupBy(plan.instances, (instance) => instance.stack);
    return {
        dataLoss: dataLoss(plan.instances),
        stacks: [...byStack].map(([stack, instances]) => stackPlan(stack, instances)),
    };
}
function stackPlan(stack, instances) {
    const columns = columnsOf(instances);
    const targetsOf = (kind) => instances.filter((instance) => instance.kind === kind);
    return {
        stack,
        stackNames: [...new Set(instances.map((instance) => instance.stackName))],
        columns,
        rows: rowsOf(columns),
        details: detailsOf(instances),
        unchanged: targetsOf('no-change').map((instance) => instance.target),
        predicted: told(targetsOf('predicted').map(({ target, waitsFor = [] }) => [waitsFor.join(', '), target])),
        failed: failedOf(targetsOf('failed')),
        switchesAtOnce: told(instances.filter((i) => i.switchesAtOnce.length > 0).map((i) => [i.switchesAtOnce.join(', '), i.target])),
        notes: told(instances.flatMap(({ notes, target }) => notes.map((note) => [note, target]))),
    };
}
/** Values of properties hold names of regions and buckets, so only what changes how decides whether targets are alike. */
function signature({ kind, changes }) {
    const lines = changes.map((change) => [
        change.path,
        change.resourceType,
        cellOf(change).kind,
        change.dataLoss,
        ...change.properties.map((property) => property.name),
    ]);
    return JSON.stringify([kind, lines.map((line) => JSON.stringify(line)).sort()]);
}
function columnsOf(instances) {
    const changing = instances.filter((instance) => instance.kind === 'create' || instance.kind === 'update');
    return [...Map.groupBy(changing, signature).values()].flatMap((alike) => {
        const [first] = alike;
        if (!first)
            return [];
        return {
            kind: first.kind === 'create' ? 'create' : 'update',
            targets: alike.map((instance) => instance.target),
            changes: new Map(first.changes.map((change) => [change.path, change])),
            resourceLess: first.changes.length === 0,
        };
    });
}
function rowsOf(columns) {
    const paths = new Map(columns.flatMap((column) => [...column.changes.values()].map((change) => [change.path, change])));
    return [...paths.values()].map(({ path, resourceType }) => {
        const cells = columns.map((column) => cellOf(column.changes.get(path)));
        const updates = cells.filter((_, index) => columns[index]?.kind === 'update');
        const differs = new Set(updates.map((cell) => cell.kind)).size > 1;
        return { path, resourceType, cells, differs };
    });
}
function cellOf(change) {
    if (!change)
        return { kind: 'none', dataLoss: false };
    return { kind: cellKind(change), dataLoss: change.dataLoss };
}
function cellKind({ action, replacement }) {
    switch (action) {
        case 'Add':
            return 'add';
        case 'Remove':
            return 'remove';
        case 'Import':
            return 'import';
        case 'SyncWithActual':
            return 'sync';
        case 'Dynamic':
            return 'dynamic';
        case 'Modify':
            return replacement === 'True' ? 'replace' : replacement === 'Conditional' ? 'may-replace' : 'modify';
    }
}
function detailsOf(instances) {
    const changing = instances.filter((instance) => instance.changes.length > 0);
    const modified = changing.flatMap(({ target, changes }) => changes.filter((change) => change.action === 'Modify').map((change) => ({ target, change })));
    return [...Map.groupBy(modified, ({ change }) => change.path)]
        .map(([path, same]) => ({
        path,
        properties: propertiesOf(same.map(({ change }) => change)),
        ...(same.length < changing.length && { only: same.map(({ target }) => target) }),
    }))
        .filter(({ properties }) => properties.length > 0);
}
function propertiesOf(changes) {
    const byName = Map.groupBy(changes.flatMap((change) => change.properties), (property) => property.name);
    return [...byName].map(([name, same]) => {
        const { before, after } = same[0] ?? {};
        return {
            name,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
            variants: new Set(same.map((property) => JSON.stringify([property.before, property.after]))).size,
            replaces: same.some((property) => property.requiresRecreation === 'Always'),
        };
    });
}
function dataLoss(instances) {
    const lost = instances.flatMap(({ stack, target, changes }) => changes.filter((change) => change.dataLoss).map((change) => ({ stack, target, change, what: lossOf(change) })));
    const groups = Map.groupBy(lost, ({ stack, change, what }) => JSON.stringify([stack, change.path, what]));
    return [...groups.values()].flatMap((same) => {
        const [first] = same;
        if (!first)
            return [];
        const { stack, what, change } = first;
        return {
            stack,
            path: change.path,
            resourceType: change.resourceType,
            what,
            targets: same.map(({ target }) => target),
        };
    });
}
function lossOf(change) {
    if (change.action === 'Remove')
        return 'removed';
    return change.replacement === 'Conditional' ? 'may be replaced' : 'replaced';
}
function failedOf(instances) {
    const key = ({ reason, fix, failures }) => JSON.stringify([reason, fix, failures.map((failure) => [failure.path, failure.status, failure.reason])]);
    return [...Map.groupBy(instances, key).values()].flatMap((same) => {
        const [first] = same;
        return first ? { first, targets: same.map((instance) => instance.target) } : [];
    });
}
/** Equal texts of several targets, told once. */
function told(pairs) {
    return [...Map.groupBy(pairs, ([text]) => text)].map(([text, same]) => ({
        text,
        targets: same.map(([, target]) => target),
    }));
}


/***/ }),

/***/ 7455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ cellMeaning),
/* harmony export */   Xm: () => (/* binding */ usedKinds),
/* harmony export */   gj: () => (/* binding */ cellSign)
/* harmony export */ });
/** The sign of a kind of change in a matrix. */
function cellSign(kind, unicode) {
    switch (kind) {
        case 'add':
            return '+';
        case 'modify':
            return '~';
        case 'replace':
            return unicode ? '±' : '+/-';
        case 'may-replace':
            return unicode ? '±?' : '+/-?';
        case 'remove':
            return '-';
        case 'import':
            return unicode ? '→' : '->';
        case 'sync':
            return '=';
        case 'dynamic':
            return '?';
        case 'none':
            return unicode ? '·' : '.';
    }
}
const cellMeaning = {
    add: 'add',
    modify: 'modify',
    replace: 'replace',
    'may-replace': 'conditional replacement',
    remove: 'remove',
    import: 'import',
    sync: 'take over as it is',
    dynamic: 'known only during the update',
    none: 'no change',
};
/** The kinds that a plan uses, in reading order. */
function usedKinds(model) {
    const used = new Set(model.stacks.flatMap((stack) => stack.rows.flatMap((row) => row.cells.map((cell) => cell.kind))));
    const order = [
        'add',
        'modify',
        'replace',
        'may-replace',
        'remove',
        'import',
        'sync',
        'dynamic',
        'none',
    ];
    return order.filter((kind) => used.has(kind));
}


/***/ }),

/***/ 6184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rolloutMarkdown),
/* harmony export */   r: () => (/* binding */ rolloutLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


/** The rollout that an environment has open, or why its last one failed; nothing where it ended well. */
function rolloutLines(rollout, style) {
    const sentence = rolloutSentence(rollout);
    return sentence === undefined ? [] : [`${style.paint('warn', style.mark.warn)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(sentence)}`];
}
function rolloutMarkdown(rollout) {
    const sentence = rolloutSentence(rollout);
    return sentence === undefined ? '' : `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(sentence))}`;
}
function rolloutSentence(rollout) {
    if (rollout === undefined || rollout.course === 'closed')
        return undefined;
    const { release, course, openedAt, who, paused, reason } = rollout;
    const commit = release.commit === undefined ? '' : ` (commit ${release.commit.slice(0, 12)})`;
    const since = `since ${openedAt}, by ${who}`;
    const why = reason === undefined ? '' : `: ${reason}`;
    switch (course) {
        case 'forward':
            return paused === undefined
                ? `the rollout of release ${release.id}${commit} is open ${since}`
                : `the rollout of release ${release.id}${commit} waits after ${paused.after} since ${paused.at}, by ${who}: promote it, or give it up with abort`;
        case 'rolling-back':
            return `the rollout of release ${release.id}${commit} is being rolled back, ${since}${why}. The next deploy of it goes on with that`;
        case 'failed':
            return `the rollout of release ${release.id}${commit} did not get to its end${why}`;
    }
}


/***/ }),

/***/ 953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ statusLines),
/* harmony export */   KZ: () => (/* binding */ statusMarkdown),
/* harmony export */   X8: () => (/* binding */ statusTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


/** What `status` found, one line a stack, with its URLs. */
function statusLines(stacks, style) {
    if (stacks.length === 0)
        return ['no stacks'];
    const head = ['TARGET', 'STACK', 'REGION', 'ACCOUNT', 'STATUS', 'CHANGED', 'NOTE'].map((name) => style.paint('dim', name));
    const rows = stacks.map((stack) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.target),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.stackName),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.region),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.account ?? ''),
        style.paint(toneOfReport(stack), (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(statusOf(stack))),
        timeText(stack.changedAt),
        remarkOf(stack),
    ]);
    const urls = stacks.flatMap((stack) => urlsOf(stack).map(([name, value]) => [(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.target), (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name), (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value)]));
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows], style.measure), '', ...(urls.length > 0 ? [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(urls), ''] : [])];
}
function statusMarkdown(stacks) {
    if (stacks.length === 0)
        return '';
    const rows = stacks.map((stack) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(stack.target),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(stack.stackName),
        `${marks[toneOfReport(stack)]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(statusOf(stack))}`,
        timeText(stack.changedAt),
        urlsOf(stack)
            .slice(0, 5)
            .map(([name, value]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOrCode */ .tI)(value, name))
            .join(' '),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(remarkOf(stack)),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'stack', 'status', 'changed', 'URLs', ''], rows);
}
const marks = { good: '✅', bad: '❌', warn: '⚠️', dim: '▫️' };
/** "3 deployed, 1 orphan". */
function statusTally(stacks) {
    const kinds = ['unreachable', 'refused', 'orphan', 'absent', 'deployed'];
    const sums = kinds.map((kind) => [stacks.filter((stack) => stack.kind === kind).length, kind]);
    return sums.flatMap(([amount, kind]) => (amount > 0 ? [`${amount} ${kind}`] : [])).join(', ') || 'no stacks';
}
function statusOf({ kind, status }) {
    if (kind === 'deployed')
        return status ?? kind;
    return kind === 'orphan' && status !== undefined ? `orphan, ${status}` : kind;
}
function toneOfReport({ kind, good }) {
    switch (kind) {
        case 'deployed':
            return good ? 'good' : 'bad';
        case 'unreachable':
        case 'refused':
            return 'bad';
        case 'orphan':
            return 'warn';
        case 'absent':
            return 'dim';
    }
}
function remarkOf({ kind, heldBy, reason, fix = [] }) {
    const orphan = kind === 'orphan' && 'no longer configured (remove --targets takes it out)';
    const next = fix.length > 0 && `→ ${fix.join(' ')}`;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)([orphan, heldBy && `held by ${heldBy}`, reason, next].filter(Boolean).join('; '));
}
function urlsOf({ outputs }) {
    return Object.entries(outputs).filter(([, value]) => /^https?:\/\//i.test(value));
}
/** "2026-11-24 10:00 UTC". */
function timeText(iso) {
    const time = Date.parse(iso ?? '');
    return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
}


/***/ }),

/***/ 4847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   dj: () => (/* binding */ into),
/* harmony export */   k: () => (/* binding */ summaryLines),
/* harmony export */   kP: () => (/* binding */ isForecast),
/* harmony export */   nO: () => (/* binding */ alike)
/* harmony export */ });
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1407);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(533);
/* harmony import */ var _gate_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8674);
/* harmony import */ var _rollout_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6184);
/* harmony import */ var _status_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(953);







/** The end of every run for people: a table, failures with what to do, outputs, and one sentence last. */
function summaryLines(result, { style, width = 160 }) {
    return [
        ...resultTable(result, style, width),
        ...(0,_gate_text_js__WEBPACK_IMPORTED_MODULE_3__/* .gateLines */ .HN)(result.gates ?? [], style),
        ...(result.failure === undefined ? [] : [style.paint('bad', `${style.mark.bad} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(result.failure)}`)]),
        ...(0,_rollout_text_js__WEBPACK_IMPORTED_MODULE_4__/* .rolloutLines */ .r)(result.rollout, style),
        ...failures(result, style),
        ...outputs(result, style),
        ...result.notes.map((note) => `note: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(note)}`),
        verdict(result, style),
    ];
}
function resultTable(result, style, width) {
    if (result.instances.length === 0 || isForecast(result))
        return [];
    const head = ['TARGET', 'STACK', 'STATE', 'CHANGES', 'TIME', 'REASON'].map((name) => style.paint('dim', name));
    const rows = result.instances.map((instance) => {
        const took = (0,_change_text_js__WEBPACK_IMPORTED_MODULE_6__/* .tookMs */ .g)(instance);
        return [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(instance.target),
            (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(instance.stack),
            style.paint((0,_style_js__WEBPACK_IMPORTED_MODULE_0__.toneOf)(instance.state), instance.state),
            (0,_change_text_js__WEBPACK_IMPORTED_MODULE_6__/* .changeCounts */ .Z)(instance.changes, style.unicode),
            took === undefined ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .durationText */ .S5)(took),
            (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(instance.reason ?? ''),
        ];
    });
    const withoutReason = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows].map((row) => [...row.slice(0, -1), '|']), style.measure);
    const room = Math.max(20, width - Math.max(...withoutReason.map(style.measure)) + 1);
    const table = rows.map((row) => [...row.slice(0, -1), (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(row.at(-1) ?? '', room, style.mark.more)]);
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...table], style.measure), ''];
}
function failures(result, style) {
    const failed = result.instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0);
    return alike(failed).flatMap(({ first, targets }) => [
        `${style.paint('bad', first.state)}: ${style.paint('strong', (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(first.stack))} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(targets.join(', '))}${first.reason ? `: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(first.reason)}` : ''}`,
        ...(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_2__/* .failureLines */ .w7)(first, style),
        '',
    ]);
}
/** Stacks that failed for the same reasons everywhere are told once: 200 regions fail alike more often than not. */
function alike(instances) {
    const groups = new Map();
    for (const instance of instances) {
        const told = instance.failures.map(({ path, status, reason }) => [path, status, reason]);
        const key = JSON.stringify([instance.stack, instance.state, instance.reason, told, instance.fix]);
        const group = groups.get(key);
        if (group)
            group.targets.push(instance.target);
        else
            groups.set(key, { first: instance, targets: [instance.target] });
    }
    return [...groups.values()];
}
function outputs(result, style) {
    const rows = result.instances.flatMap((instance) => Object.entries(instance.outputs).map(([name, value]) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(instance.target),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(instance.stack),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value),
    ]));
    if (rows.length === 0)
        return [];
    const head = ['TARGET', 'STACK', 'OUTPUT', 'VALUE'].map((name) => style.paint('dim', name));
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows], style.measure), ''];
}
/** "deploy of orders to prod: 1 of 2 stacks failed in 1m 03s, release 0123 (commit abc)". */
function verdict(result, style) {
    const took = (0,_change_text_js__WEBPACK_IMPORTED_MODULE_6__/* .tookMs */ .g)(result);
    const release = result.release
        ? `, release ${result.release.id}${result.release.commit ? ` (commit ${shortCommit(result.release.commit)})` : ''}`
        : '';
    const time = took === undefined ? '' : ` in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .durationText */ .S5)(took)}`;
    const subject = `${result.command} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(result.application)} ${result.environment ? `${into(result.command)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(result.environment)}` : ''}`.trim();
    const state = result.stacks && result.exitCode !== 0 ? 'failed' : result.status;
    const tone = state === 'inconclusive' || state === 'paused' ? 'warn' : (0,_style_js__WEBPACK_IMPORTED_MODULE_0__.toneOf)(state);
    const mark = tone === 'good' ? style.mark.good : tone === 'bad' ? style.mark.bad : style.mark.dot;
    return `${style.paint(tone, `${mark} ${subject}: ${tally(result)}`)}${time}${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(release) && release}`;
}
/** "deploy of orders to prod", "status of orders in prod". */
function into(command) {
    return command === 'deploy' || command === 'plan' ? 'to' : 'in';
}
function shortCommit(commit) {
    return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(commit);
}
/** A plan executes nothing: its matrix says all there is to say. */
function isForecast({ status, plan }) {
    return status === 'planned' && plan !== undefined;
}
/** Good news last: what needs somebody comes first. */
const reading = [
    'stuck',
    'failed',
    'timed-out',
    'unreachable',
    'cancelled',
    'skipped',
    'rolled-back',
    'succeeded',
    'no-change',
];
/** "1 failed, 3 succeeded" over stacks; "3 stacks succeeded" when all are alike. */
function tally({ instances, status, stacks, gates, }) {
    if (stacks !== undefined)
        return (0,_status_text_js__WEBPACK_IMPORTED_MODULE_5__/* .statusTally */ .X8)(stacks);
    if (gates !== undefined && instances.length === 0)
        return (0,_gate_text_js__WEBPACK_IMPORTED_MODULE_3__/* .gateTally */ .cD)(gates);
    if (status === 'planned')
        return 'planned';
    if (instances.length === 0)
        return status;
    const states = reading.filter((state) => instances.some((instance) => instance.state === state));
    if (states.length === 1)
        return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances.length, 'stack')} ${states[0]}`;
    return states
        .map((state) => `${instances.filter((instance) => instance.state === state).length} ${state}`)
        .join(', ');
}


/***/ }),

/***/ 7763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ weightLines),
/* harmony export */   QL: () => (/* binding */ weightMarkdown),
/* harmony export */   rj: () => (/* binding */ weightsText)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


/** A change of weights as a table: what each target has and gets, of 100 %. */
function weightLines({ driver, of, targets }, style) {
    const head = ['TARGET', 'WEIGHT', 'SHARE', 'CONFIGURED', 'NOTE'].map((name) => style.paint('dim', name));
    const arrow = style.unicode ? '→' : '->';
    const rows = targets.map((row) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(row.target),
        changed(row.weightBefore, row.weightAfter, arrow),
        changed(percent(row.shareBefore), percent(row.shareAfter), arrow),
        String(row.configured),
        row.active ? '' : 'not active',
    ]);
    return [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(driver)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(of)}:`, ...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows], style.measure)];
}
function weightMarkdown({ driver, of, targets }) {
    const rows = targets.map((row) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(row.target),
        changed(row.weightBefore, row.weightAfter, '→'),
        changed(percent(row.shareBefore), percent(row.shareAfter), '→'),
        String(row.configured),
        row.active ? '' : 'not active',
    ]);
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(driver)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(of)}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'weight', 'share', 'configured', ''], rows)}`;
}
/** "eu-west-1 100, eu-central-1 0". */
function weightsText(weights) {
    return Object.entries(weights)
        .map(([target, weight]) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(target)} ${weight}`)
        .join(', ');
}
function changed(before, after, arrow) {
    return before === after ? String(after) : `${before} ${arrow} ${after}`;
}
/** "5%", "0.4%": a small share is never shown as none. */
function percent(share) {
    return `${Number((share * 100).toPrecision(share >= 0.01 ? 3 : 1))}%`;
}


/***/ }),

/***/ 1791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createStyle: () => (/* binding */ createStyle),
/* harmony export */   plainStyle: () => (/* binding */ plainStyle),
/* harmony export */   toneOf: () => (/* binding */ toneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


const formats = { good: 'green', bad: 'red', warn: 'yellow', busy: 'cyan', dim: 'dim', strong: 'bold' };
function createStyle({ color, unicode }) {
    return {
        color,
        unicode,
        // validateStream would ask process.stdout; whether to colour was decided by the caller.
        paint: (tone, text) => (color && text ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(formats[tone], text, { validateStream: false }) : text),
        measure: (text) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cells */ .Yo)(color ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text) : text),
        mark: unicode
            ? { good: '✔', bad: '✖', warn: '⚠', fix: '→', change: '→', dot: '·', more: '…', loss: '⚠' }
            : { good: '+', bad: 'x', warn: '!', fix: '->', change: '->', dot: '.', more: '...', loss: '!' },
    };
}
const plainStyle = createStyle({ color: false, unicode: true });
function toneOf(state) {
    switch (state) {
        case 'succeeded':
            return 'good';
        case 'failed':
        case 'stuck':
        case 'timed-out':
        case 'unreachable':
            return 'bad';
        case 'cancelled':
        case 'skipped':
        case 'rolled-back':
        case 'rolling-back':
            return 'warn';
        case 'planning':
        case 'executing':
            return 'busy';
        case 'waiting':
        case 'planned':
        case 'no-change':
            return 'dim';
    }
}


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   X5: () => (/* binding */ cleanText),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   pV: () => (/* binding */ bytesText),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Text from elsewhere (AWS reasons, tool output, names) made safe to show: no terminal escape sequences, no control
 * or invisible format characters (bidirectional overrides could make a line read as something else), line ends as `\n`.
 */
function cleanText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
        .replace(/\t/g, '  ')
        .replace(/[^\P{Cc}\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '');
}
/** {@link cleanText} on one line. */
function oneLine(text) {
    return cleanText(text).replace(/\s+/g, ' ').trim();
}
const zeroWidth = /^[\p{M}\p{Cf}]$/u;
const wide = /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;
/** Terminal cells that text without escape sequences takes; combining marks take none, East Asian wide characters two. */
function cells(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let sum = 0;
    for (const character of text)
        sum += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return sum;
}
/** Cuts to at most `limit` cells, with `mark` at the end of what was cut. */
function clip(text, limit, mark = '…') {
    if (cells(text) <= limit)
        return text;
    const room = limit - cells(mark);
    if (room <= 0)
        return limit <= 0 ? '' : mark.slice(0, limit);
    let [kept, used] = ['', 0];
    for (const character of text) {
        used += cells(character);
        if (used > room)
            break;
        kept += character;
    }
    return kept + mark;
}
function pad(text, width) {
    return text + ' '.repeat(Math.max(0, width - cells(text)));
}
/** "0.4s", "12s", "3m 05s", "1h 02m". */
function durationText(ms) {
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
    const two = (value) => String(value).padStart(2, '0');
    return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(whole % 60)}s`;
}
/** "512 B", "1.2 MB" (powers of 1000, as AWS consoles show). */
function bytesText(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
/** "1 target", "3 targets". */
function count(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
/** The first `limit` names and how many more: "eu-west-1, eu-central-1 (+6)". */
function someOf(names, limit) {
    const shown = names.slice(0, limit).join(', ');
    return names.length > limit ? `${shown} (+${names.length - limit})` : shown;
}
/** Rows as left-aligned columns two spaces apart; the last column is not padded. `measure` ignores styling. */
function columns(rows, measure = cells) {
    const widths = [];
    for (const row of rows) {
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, measure(cell));
    }
    return rows.map((row) => row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - measure(cell)))
        .join('  ')
        .trimEnd());
}


/***/ })

};
