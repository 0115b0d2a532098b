export const id = 2835;
export const ids = [2835];
export const modules = {

/***/ 81407:
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

/***/ 30533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cK: () => (/* binding */ rootCauseFirst),
/* harmony export */   pb: () => (/* binding */ problemLines),
/* harmony export */   w7: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65655);
/* harmony import */ var _location_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88062);


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

/***/ 82835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   junitXml: () => (/* binding */ junitXml)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81407);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30533);
/* harmony import */ var _location_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88062);




/** The result as JUnit XML: a suite for each phase with a case for each stack in a target, and one of what gates said. */
function junitXml(result) {
    const { gates = [], instances } = result;
    const phases = [...Map.groupBy(instances, (instance) => instance.phase)].map(([phase, own]) => ({
        name: phase,
        cases: own.map(caseOf),
    }));
    const suites = gates.length === 0 ? phases : [...phases, { name: 'gates', cases: gates.map(gateCase) }];
    const name = `${result.command} ${result.application} ${result.environment}`.trim();
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="${attribute(name)}" ${totals(suites.flatMap(({ cases }) => cases))} time="${seconds((0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tookMs */ .g)(result))}">`,
        ...suites.map(suite),
        '</testsuites>',
        '',
    ].join('\n');
}
function suite({ name, cases }) {
    const time = cases.reduce((most, { ms }) => Math.max(most, ms ?? 0), 0);
    return [
        `  <testsuite name="${attribute(name)}" ${totals(cases)} time="${seconds(time)}">`,
        ...cases.map(testCase),
        '  </testsuite>',
    ].join('\n');
}
function caseOf(instance) {
    const { stack, target, state, reason = state } = instance;
    const common = { classname: stack, name: target, ms: (0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tookMs */ .g)(instance) };
    return { ...common, verdict: verdictOf(instance), type: state, message: reason, story: story(instance) };
}
const GATES = { pass: 'passed', fail: 'failure', inconclusive: 'error' };
/** One that cannot tell is an error: nobody knows whether the release is good. */
function gateCase({ gate, target, moment, verdict, reason, evidence }) {
    const name = target === undefined ? moment : `${target} (${moment})`;
    const found = Object.entries(evidence).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return {
        classname: gate,
        name,
        ms: undefined,
        verdict: GATES[verdict],
        type: verdict,
        message: reason,
        story: found.join('\n'),
    };
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
function testCase({ classname, name, ms, verdict, type, message, story: told }) {
    const open = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}" time="${seconds(ms)}"`;
    const said = attribute(message);
    if (verdict === 'passed')
        return `${open}/>`;
    if (verdict === 'skipped')
        return `${open}>\n      <skipped message="${said}"/>\n    </testcase>`;
    return `${open}>\n      <${verdict} type="${type}" message="${said}">${text(told)}</${verdict}>\n    </testcase>`;
}
function story({ failures, fix }) {
    const told = (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .rootCauseFirst */ .cK)(failures).map(({ path, status, reason, location }) => `${path} ${status}: ${reason}${location ? ` (${(0,_location_text_js__WEBPACK_IMPORTED_MODULE_3__/* .locationText */ .f)(location)})` : ''}`);
    return [...told, ...fix.map((sentence) => `What to do: ${sentence}`)].join('\n');
}
function totals(cases) {
    const amount = (wanted) => cases.filter(({ verdict }) => verdict === wanted).length;
    return `tests="${cases.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`;
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

/***/ 88062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ locationText)
/* harmony export */ });
/** `template.yaml:12:3`, as editors and terminals make it clickable. */
function locationText({ file, line, column }) {
    return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}


/***/ })

};
