export const id = 2835;
export const ids = [2835];
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

/***/ 2835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   junitXml: () => (/* binding */ junitXml)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1407);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(533);
/* harmony import */ var _location_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8062);




/** The result as JUnit XML: a suite for each phase, a test case for each stack in a target. */
function junitXml(result) {
    const suites = [...Map.groupBy(result.instances, (instance) => instance.phase)].map(([phase, instances]) => suite(phase, instances));
    const name = `${result.command} ${result.application} ${result.environment}`.trim();
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="${attribute(name)}" ${totals(result.instances)} time="${seconds((0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tookMs */ .g)(result))}">`,
        ...suites,
        '</testsuites>',
        '',
    ].join('\n');
}
function suite(phase, instances) {
    const time = instances.reduce((most, instance) => Math.max(most, (0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tookMs */ .g)(instance) ?? 0), 0);
    return [
        `  <testsuite name="${attribute(phase)}" ${totals(instances)} time="${seconds(time)}">`,
        ...instances.map(testCase),
        '  </testsuite>',
    ].join('\n');
}
/** What the stack did is a failure; what kept us from knowing is an error. */
function verdictOf({ state }) {
    switch (state) {
        case 'succeeded':
        case 'no-change':
            return 'passed';
        case 'failed':
        case 'stuck':
        case 'rolled-back':
            return 'failure';
        case 'timed-out':
        case 'unreachable':
            return 'error';
        case 'cancelled':
        case 'skipped':
            return 'skipped';
    }
}
function testCase(instance) {
    const open = `    <testcase classname="${attribute(instance.stack)}" name="${attribute(instance.target)}" time="${seconds((0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tookMs */ .g)(instance))}"`;
    const verdict = verdictOf(instance);
    const message = attribute(instance.reason ?? instance.state);
    if (verdict === 'passed')
        return `${open}/>`;
    if (verdict === 'skipped')
        return `${open}>\n      <skipped message="${message}"/>\n    </testcase>`;
    return `${open}>\n      <${verdict} type="${instance.state}" message="${message}">${text(story(instance))}</${verdict}>\n    </testcase>`;
}
function story({ failures, fix }) {
    const told = (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .rootCauseFirst */ .cK)(failures).map(({ path, status, reason, location }) => `${path} ${status}: ${reason}${location ? ` (${(0,_location_text_js__WEBPACK_IMPORTED_MODULE_3__/* .locationText */ .f)(location)})` : ''}`);
    return [...told, ...fix.map((sentence) => `What to do: ${sentence}`)].join('\n');
}
function totals(instances) {
    const amount = (verdict) => instances.filter((instance) => verdictOf(instance) === verdict).length;
    return `tests="${instances.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`;
}
function seconds(ms) {
    return ((ms ?? 0) / 1000).toFixed(3);
}
/** XML 1.0 also forbids these two, even escaped. */
function text(value) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(value).replace(/[\ufffe\uffff]/g, '');
}
function attribute(value) {
    return text(value).replaceAll('\n', '&#10;');
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
