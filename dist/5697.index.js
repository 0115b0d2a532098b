export const id = 5697;
export const ids = [5697,1791];
export const modules = {

/***/ 8012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ recoverySeconds)
/* harmony export */ });
/** Measured recovery time of the move away; undefined: not measured. */
function recoverySeconds({ moves }) {
    const seconds = moves[0]?.rto.seconds;
    return typeof seconds === 'number' ? seconds : undefined;
}


/***/ }),

/***/ 94704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ activityMarkdown),
/* harmony export */   h: () => (/* binding */ activityLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


/** Who serves since when, an unfinished failover or drill, and when the next drill is due. */
function activityLines(activity, style) {
    return sentences(activity).map(([tone, text]) => {
        const mark = tone === 'bad' ? style.mark.bad : tone === 'warn' ? style.mark.warn : style.mark.dot;
        return style.paint(tone, `${mark} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text)}`);
    });
}
function activityMarkdown(activity) {
    const signs = { good: '', dim: '', warn: '⚠️ ', bad: '❌ ' };
    return sentences(activity)
        .map(([tone, text]) => `- ${signs[tone]}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text))}`)
        .join('\n');
}
function sentences(activity) {
    if (activity === undefined)
        return [];
    return [...failoverSentences(activity), ...drillSentences(activity)];
}
function failoverSentences({ active, inactive, failover }) {
    const who = [
        inactive.length === 0 ? 'dim' : 'warn',
        `active: ${active.join(', ') || 'nobody'}${inactive.length === 0 ? '' : `; not active: ${inactive.join(', ')}`}`,
    ];
    if (failover === undefined)
        return [who];
    const { from, to, at, who: by, reason, done, incident, mechanism } = failover;
    const what = from.length === 0 ? `the return to ${to.join(', ')}` : `the failover from ${from.join(', ')} to ${to.join(', ')}`;
    const why = `${reason}${incident === undefined ? '' : `, incident ${incident}`}`;
    const told = `${at}, by ${by}, by ${mechanism}: ${why}`;
    return [who, done ? ['dim', `${what} of ${told}`] : ['bad', `${what} since ${told}. It is NOT FINISHED: repeat it`]];
}
function drillSentences(activity) {
    const { openDrill, injected, scheduled, lastDrill, nextDrill } = activity;
    const said = [];
    if (openDrill !== undefined) {
        const { kind, from, to, at, who, returns } = openDrill;
        const [first] = returns;
        const then = first === undefined ? '' : `; AWS lets traffic back at ${first.at}`;
        said.push([
            'warn',
            `a drill (${kind}) from ${from.join(', ')} to ${to.join(', ')} is open since ${at}, by ${who}${then}. If that run is dead, drill --end ends it`,
        ]);
    }
    if (injected)
        said.push(['bad', 'what a drill injected may still be there: drill --end takes it back']);
    if (scheduled !== undefined) {
        const what = `a schedule of a drill that has ended may move traffic at ${scheduled}, or has`;
        said.push(['bad', `${what}: drill --end takes it away, and tells traffic once more who is active`]);
    }
    if (lastDrill !== undefined) {
        const { kind, outcome, endedAt, who, rtoSeconds } = lastDrill;
        const rto = rtoSeconds === undefined ? '' : `, recovery ${rtoSeconds.toFixed(1)} s`;
        said.push(['dim', `the last drill (${kind}) ${outcome} at ${endedAt}, by ${who}${rto}`]);
    }
    if (nextDrill !== undefined) {
        const { due, overdue, last } = nextDrill;
        const since = last === undefined ? 'traffic was never moved in a drill' : `the last one that moved traffic was of ${last}`;
        said.push(overdue ? ['bad', `a drill is OVERDUE since ${due}: ${since}`] : ['dim', `the next drill is due ${due}`]);
    }
    return said;
}


/***/ }),

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

/***/ 28674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ gateLines),
/* harmony export */   bo: () => (/* binding */ gateMarkdown),
/* harmony export */   cD: () => (/* binding */ gateTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(moment),
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

/***/ 88062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ locationText)
/* harmony export */ });
/** `template.yaml:12:3`, as editors and terminals make it clickable. */
function locationText({ file, line, column }) {
    return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}


/***/ }),

/***/ 43172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ planModel)
/* harmony export */ });
/** Folds a plan of any number of targets into what a person can read: targets that are alike become one column. */
function planModel(plan) {
    const byStack = Map.groupBy(plan.instances, (instance) => instance.stack);
    return {
        dataLoss: grouped(plan.instances, (change) => change.dataLoss),
        replacements: grouped(plan.instances, (change) => !change.dataLoss && isReplaced(change)),
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
        parameters: parametersOf(instances),
        unchanged: targetsOf('no-change').map((instance) => instance.target),
        predicted: told(targetsOf('predicted').map(({ target, waitsFor = [] }) => [waitsFor.join(', '), target])),
        failed: failedOf(targetsOf('failed')),
        switchesAtOnce: told(instances.filter((i) => i.switchesAtOnce.length > 0).map((i) => [i.switchesAtOnce.join(', '), i.target])),
        inRegion: told(instances.flatMap(({ inRegion, target }) => inRegion === undefined ? [] : [[`${inRegion.functions.join(', ')} by ${inRegion.type}`, target]])),
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
function parametersOf(instances) {
    const updated = instances.filter(({ kind }) => kind === 'update');
    const changed = updated.flatMap(({ target, parameters = [] }) => parameters.map((each) => ({ target, ...each })));
    return [...Map.groupBy(changed, ({ name }) => name)].map(([name, same]) => {
        const { before, after } = same[0] ?? {};
        return {
            name,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
            variants: new Set(same.map((each) => JSON.stringify([each.before, each.after]))).size,
            ...(same.length < updated.length && { only: same.map(({ target }) => target) }),
        };
    });
}
function isReplaced({ action, replacement }) {
    return action === 'Modify' && (replacement === 'True' || replacement === 'Conditional');
}
/** Changes of a kind, alike ones of several targets once. */
function grouped(instances, isMeant) {
    const lost = instances.flatMap(({ stack, target, changes }) => changes.filter(isMeant).map((change) => ({ stack, target, change, what: lossOf(change) })));
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

/***/ 97455:
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

/***/ 92199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ previewLines),
/* harmony export */   ib: () => (/* binding */ previewMarkdown),
/* harmony export */   vA: () => (/* binding */ previewTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


const HEAD = ['TARGET', 'STACK', 'STATUS', 'PULL REQUEST', 'EXPIRES', 'DECISION', 'REASON'];
/** What `cleanup` found, one line a stack. */
function previewLines(previews, style) {
    if (previews.length === 0)
        return ['no previews'];
    const rows = previews.map((preview) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(preview.target),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(preview.stackName),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(preview.status),
        pullText(preview),
        dayOf(preview.expiresAt),
        style.paint(preview.decision === 'delete' ? 'warn' : 'dim', preview.decision),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(preview.reason),
    ]);
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([HEAD.map((name) => style.paint('dim', name)), ...rows], style.measure), ''];
}
/** The same as a table. */
function previewMarkdown(previews) {
    if (previews === undefined || previews.length === 0)
        return '';
    const rows = previews.map((preview) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(preview.target),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(preview.stackName),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(preview.status),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(pullText(preview)),
        dayOf(preview.expiresAt),
        preview.decision === 'delete' ? '🧹 delete' : '▫️ keep',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(preview.reason),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'stack', 'status', 'pull request', 'expires', 'decision', 'reason'], rows);
}
/** "2 of 5 previews can go". */
function previewTally(previews) {
    if (previews.length === 0)
        return 'no previews';
    return `${previews.filter(({ decision }) => decision === 'delete').length} of ${previews.length} preview stacks can go`;
}
function pullText({ pullRequest, pullRequestState }) {
    return pullRequest === undefined ? '' : `${pullRequest} (${pullRequestState})`;
}
function dayOf(iso) {
    return iso?.slice(0, 10) ?? '';
}


/***/ }),

/***/ 20199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ readinessMarkdown),
/* harmony export */   _x: () => (/* binding */ readinessLines),
/* harmony export */   d5: () => (/* binding */ readinessTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


const SAID = {
    ready: 'ready to take over',
    'not-ready': 'NOT READY to take over',
    unknown: 'may be ready: not everything could be found out',
};
const TONE = {
    ready: 'good',
    'not-ready': 'bad',
    missing: 'bad',
    unknown: 'warn',
    'not-looked-at': 'dim',
};
const MARKS = { good: '✅', bad: '❌', warn: '⚠️', dim: '▫️' };
/** Who could take over and what is missing, with what to do below each line. */
function readinessLines({ targets }, style) {
    if (targets.length === 0)
        return ['no target can take over from another by this mechanism'];
    return targets.flatMap(({ target, active, verdict, checks }) => [
        `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(target)}${active ? '' : ' (not active)'}: ${style.paint(TONE[verdict], SAID[verdict])}`,
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(checks.map((check) => [
            `  ${check.subject}`,
            style.paint(TONE[check.verdict], check.verdict),
            (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)([check.text, ...check.fix.map((sentence) => `→ ${sentence}`)].join(' ')),
        ]), style.measure),
        '',
    ]);
}
/** "2 of 2 targets ready to take over". */
function readinessTally({ targets }) {
    const ready = targets.filter(({ verdict }) => verdict === 'ready').length;
    return `${ready} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'} ready to take over`;
}
/** The same for a job summary or a comment. */
function readinessMarkdown(readiness) {
    if (readiness === undefined)
        return '';
    const { targets, plan, mechanism, commands } = readiness;
    const compiled = plan === undefined ? 'no plan is kept' : `plan of ${plan.compiledAt}, release ${plan.release}`;
    const sections = targets.map(({ target, active, verdict, checks }) => [
        `### ${MARKS[TONE[verdict]]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(target)}${active ? '' : ' (not active)'}: ${SAID[verdict]}`,
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['', 'looked at', 'found', 'what to do'], checks.map((check) => [
            MARKS[TONE[check.verdict]] ?? '',
            check.subject,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(check.text),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(check.fix.join(' ')),
        ])),
    ].join('\n'));
    const restored = Object.entries(commands).map(([target, lines]) => `Without GitHub, from ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(target)}:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(lines.join('\n'), 'sh')}`);
    return [`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(mechanism)}; ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(compiled)}`, ...sections, ...restored].join('\n\n');
}


/***/ }),

/***/ 96184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rolloutMarkdown),
/* harmony export */   r: () => (/* binding */ rolloutLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


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
    const { release, course, openedAt, who, paused, reason, revert } = rollout;
    const commit = release.commit === undefined ? '' : ` (commit ${release.commit.slice(0, 12)})`;
    const since = `since ${openedAt}, by ${who}`;
    const why = reason === undefined ? '' : `: ${reason}`;
    const leaves = revert === undefined ? '' : `traffic leaves ${revert.targets.join(', ')} at ${revert.at}`;
    switch (course) {
        case 'forward':
            return paused === undefined
                ? `the rollout of release ${release.id}${commit} is open ${since}`
                : `the rollout of release ${release.id}${commit} waits after ${paused.after} since ${paused.at}, by ${who}: promote it, or give it up with abort${leaves && `; else ${leaves}`}`;
        case 'rolling-back':
            return `the rollout of release ${release.id}${commit} is being rolled back, ${since}${why}. The next deploy of it goes on with that`;
        case 'failed':
            return `the rollout of release ${release.id}${commit} did not get to its end${why}${leaves && `. Unless it is deployed again or given up with abort, ${leaves}`}`;
    }
}


/***/ }),

/***/ 70953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ statusLines),
/* harmony export */   KZ: () => (/* binding */ statusMarkdown),
/* harmony export */   X8: () => (/* binding */ statusTally)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


/** What `status` found, one line a stack, with its URLs. */
function statusLines(stacks, style) {
    if (stacks.length === 0)
        return ['no stacks'];
    const head = ['TARGET', 'STACK', 'REGION', 'ACCOUNT', 'STATUS', 'RELEASE', 'CHANGED', 'NOTE'].map((name) => style.paint('dim', name));
    const rows = stacks.map((stack) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.target),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.stackName),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.region),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(stack.account ?? ''),
        style.paint(toneOfReport(stack), (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(statusOf(stack))),
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(releaseText(stack)),
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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(releaseText(stack)),
        timeText(stack.changedAt),
        urlsOf(stack)
            .slice(0, 5)
            .map(([name, value]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .linkOrCode */ .tI)(value, name))
            .join(' '),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(remarkOf(stack)),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['target', 'stack', 'status', 'release', 'changed', 'URLs', ''], rows);
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
/** "41ba127b62f83fd9 (4f2d9c1a0b3c)": always with its commit, where that is known. */
function releaseText({ release }) {
    if (release === undefined)
        return '';
    return release.commit === undefined ? release.id : `${release.id} (${release.commit.slice(0, 12)})`;
}
function remarkOf({ kind, heldBy, difference, reason, fix = [] }) {
    const orphan = kind === 'orphan' && 'no longer configured (remove --targets takes it out)';
    const next = fix.length > 0 && `→ ${fix.join(' ')}`;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)([orphan, heldBy && `held by ${heldBy}`, difference, reason, next].filter(Boolean).join('; '));
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

/***/ 61711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nO: () => (/* binding */ alike),
  dj: () => (/* binding */ into),
  kP: () => (/* binding */ isForecast),
  Ax: () => (/* binding */ shortCommit),
  k: () => (/* binding */ summaryLines),
  N4: () => (/* binding */ tally)
});

// EXTERNAL MODULE: ./src/report/style.ts
var report_style = __webpack_require__(61791);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/report/render/activity-text.ts
var activity_text = __webpack_require__(94704);
// EXTERNAL MODULE: ./src/report/render/change-text.ts
var change_text = __webpack_require__(81407);
// EXTERNAL MODULE: ./src/failover/drill/report.ts
var drill_report = __webpack_require__(8012);
;// CONCATENATED MODULE: ./src/report/render/drill-text.ts


const SAID = {
    passed: 'passed',
    rehearsed: 'a rehearsal: NOTHING WAS MOVED',
    'not-measured': 'traffic went there and back; what users saw was not measured',
    failed: 'it failed',
    aborted: 'it ended early; traffic is where it was',
    left: 'traffic DID NOT return',
    overridden: 'a failover took over',
};
/** The end of a drill for the person at the terminal. */
function drillLines(report, style) {
    if (report === undefined)
        return [];
    const { kind, outcome, from, to, readiness, probes, moves } = report;
    const tone = outcome === 'passed' ? 'good' : outcome === 'rehearsed' || outcome === 'not-measured' ? 'warn' : 'bad';
    const arrow = style.unicode ? '→' : '->';
    const places = from.length === 0 ? to.join(', ') : `${from.join(', ')} ${arrow} ${to.join(', ')}`;
    const seconds = (0,drill_report/* recoverySeconds */.B)(report);
    return [
        `${kind}, ${(0,report_text/* oneLine */.TN)(places)}: ${style.paint(tone, SAID[outcome])}`,
        ...readiness.flatMap(({ target, problems }) => problems.length === 0
            ? [`${style.paint('good', style.mark.good)} ${(0,report_text/* oneLine */.TN)(target)} is ready`]
            : problems.map((text) => `${style.paint('bad', style.mark.bad)} ${(0,report_text/* oneLine */.TN)(target)}: ${(0,report_text/* oneLine */.TN)(text)}`)),
        ...(typeof probes === 'string' ? [] : [`probes ${probes.good} good of ${probes.asked}`]),
        ...(moves.length === 0
            ? []
            : [`recovery ${seconds === undefined ? 'not measured' : `${seconds.toFixed(1)} s`}, ${moves.length} moves`]),
    ];
}

;// CONCATENATED MODULE: ./src/report/render/failover-text.ts

const failover_text_SAID = {
    'already-active': 'nothing to do: it is so already',
    rehearsed: 'a rehearsal: NOTHING WAS MOVED',
    verified: 'users were seen to be served',
    'not-verified': 'traffic was told to move, and users were NOT seen to be served',
    'not-measured': 'traffic was told to move; what users see was not measured',
    failed: 'it did not get there',
};
/** The end of a failover or failback in three lines, for the person at the terminal. */
function failoverLines(report, style) {
    if (report === undefined)
        return [];
    const { outcome, from, to, rto, rpo, ttlTailSeconds, probes, ledger, afterwards, failure } = report;
    const bad = outcome === 'failed' || outcome === 'not-verified';
    const tone = bad ? 'bad' : outcome === 'verified' || outcome === 'already-active' ? 'good' : 'warn';
    const moved = `${from.length === 0 ? '' : `${from.join(', ')} ${style.unicode ? '→' : '->'} `}${to.join(', ')}`;
    const regions = [...new Set([...ledger, ...afterwards].map(({ region }) => region))].filter((region) => region !== '');
    const unfinished = outcome === 'not-verified' && failure !== undefined;
    const said = unfinished ? 'traffic was told to move, and something does NOT run yet: run it again' : failover_text_SAID[outcome];
    return [
        `${(0,report_text/* oneLine */.TN)(moved)}: ${style.paint(tone, said)}`,
        `recovery ${told(rto.seconds)}${missed(rto)}, recovery point ${told(rpo.boundSeconds)}${missed(rpo)}, tail of old answers ${told(ttlTailSeconds)}, probes ${typeof probes === 'string' ? probes : `${probes.good} good of ${probes.asked}`}`,
        `contacted: ${(0,report_text/* oneLine */.TN)(regions.join(', ') || 'nobody')}`,
    ];
}
/** The same word in every report: the objective was measured and is not met. */
function missed({ met, objectiveSeconds }) {
    return met === false ? ` (objective ${objectiveSeconds} s NOT MET)` : '';
}
function told(seconds) {
    return typeof seconds === 'number' ? `${seconds.toFixed(1)} s` : seconds;
}

// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(30533);
// EXTERNAL MODULE: ./src/report/render/gate-text.ts
var gate_text = __webpack_require__(28674);
// EXTERNAL MODULE: ./src/report/render/preview-text.ts
var preview_text = __webpack_require__(92199);
// EXTERNAL MODULE: ./src/report/render/readiness-text.ts
var readiness_text = __webpack_require__(20199);
// EXTERNAL MODULE: ./src/report/render/rollout-text.ts
var rollout_text = __webpack_require__(96184);
// EXTERNAL MODULE: ./src/report/render/status-text.ts
var status_text = __webpack_require__(70953);
;// CONCATENATED MODULE: ./src/report/render/summary-text.ts












/** The end of every run for people: a table, failures with what to do, outputs, and one sentence last. */
function summaryLines(result, { style, width = 160 }) {
    return [
        ...resultTable(result, style, width),
        ...failoverLines(result.failover, style),
        ...drillLines(result.drill, style),
        ...(0,activity_text/* activityLines */.h)(result.activity, style),
        ...(0,gate_text/* gateLines */.HN)(result.gates ?? [], style),
        ...(result.failure === undefined ? [] : [style.paint('bad', `${style.mark.bad} ${(0,report_text/* oneLine */.TN)(result.failure)}`)]),
        ...(0,rollout_text/* rolloutLines */.r)(result.rollout, style),
        ...failures(result, style),
        ...outputs(result, style),
        ...result.notes.map((note) => `note: ${(0,report_text/* oneLine */.TN)(note)}`),
        verdict(result, style),
    ];
}
function resultTable(result, style, width) {
    if (result.instances.length === 0 || isForecast(result))
        return [];
    const head = ['TARGET', 'STACK', 'STATE', 'CHANGES', 'TIME', 'REASON'].map((name) => style.paint('dim', name));
    const rows = result.instances.map((instance) => {
        const took = (0,change_text/* tookMs */.g)(instance);
        return [
            (0,report_text/* oneLine */.TN)(instance.target),
            (0,report_text/* oneLine */.TN)(instance.stack),
            style.paint((0,report_style.toneOf)(instance.state), instance.state),
            (0,change_text/* changeCounts */.Z)(instance.changes, style.unicode),
            took === undefined ? '' : (0,report_text/* durationText */.S5)(took),
            (0,report_text/* oneLine */.TN)(instance.reason ?? ''),
        ];
    });
    const withoutReason = (0,report_text/* columns */.YB)([head, ...rows].map((row) => [...row.slice(0, -1), '|']), style.measure);
    const room = Math.max(20, width - Math.max(...withoutReason.map(style.measure)) + 1);
    const table = rows.map((row) => [...row.slice(0, -1), (0,report_text/* clip */.$Q)(row.at(-1) ?? '', room, style.mark.more)]);
    return [...(0,report_text/* columns */.YB)([head, ...table], style.measure), ''];
}
function failures(result, style) {
    const failed = result.instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0);
    return alike(failed).flatMap(({ first, targets }) => [
        `${style.paint('bad', first.state)}: ${style.paint('strong', (0,report_text/* oneLine */.TN)(first.stack))} in ${(0,report_text/* oneLine */.TN)(targets.join(', '))}${first.reason ? `: ${(0,report_text/* oneLine */.TN)(first.reason)}` : ''}`,
        ...(0,failure_text/* failureLines */.w7)(first, style),
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
        (0,report_text/* oneLine */.TN)(instance.target),
        (0,report_text/* oneLine */.TN)(instance.stack),
        (0,report_text/* oneLine */.TN)(name),
        (0,report_text/* oneLine */.TN)(value),
    ]));
    if (rows.length === 0)
        return [];
    const head = ['TARGET', 'STACK', 'OUTPUT', 'VALUE'].map((name) => style.paint('dim', name));
    return [...(0,report_text/* columns */.YB)([head, ...rows], style.measure), ''];
}
/** "deploy of orders to prod: 1 of 2 stacks failed in 1m 03s, release 0123 (commit abc)". */
function verdict(result, style) {
    const took = (0,change_text/* tookMs */.g)(result);
    const release = result.release
        ? `, release ${result.release.id}${result.release.commit ? ` (commit ${shortCommit(result.release.commit)})` : ''}`
        : '';
    const time = took === undefined ? '' : ` in ${(0,report_text/* durationText */.S5)(took)}`;
    const subject = `${result.command} of ${(0,report_text/* oneLine */.TN)(result.application)} ${result.environment ? `${into(result.command)} ${(0,report_text/* oneLine */.TN)(result.environment)}` : ''}`.trim();
    const state = result.stacks && result.exitCode !== 0 ? 'failed' : result.status;
    const tone = state === 'inconclusive' || state === 'paused' ? 'warn' : (0,report_style.toneOf)(state);
    const mark = tone === 'good' ? style.mark.good : tone === 'bad' ? style.mark.bad : style.mark.dot;
    return `${style.paint(tone, `${mark} ${subject}: ${tally(result)}`)}${time}${(0,report_text/* oneLine */.TN)(release) && release}`;
}
/** "deploy of orders to prod", "status of orders in prod". */
function into(command) {
    return command === 'deploy' || command === 'plan' ? 'to' : 'in';
}
function shortCommit(commit) {
    return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : (0,report_text/* oneLine */.TN)(commit);
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
function tally({ instances, status, stacks, gates, previews, readiness, }) {
    if (readiness !== undefined)
        return (0,readiness_text/* readinessTally */.d5)(readiness);
    if (stacks !== undefined)
        return (0,status_text/* statusTally */.X8)(stacks);
    if (previews !== undefined && (status === 'planned' || instances.length === 0))
        return (0,preview_text/* previewTally */.vA)(previews);
    if (gates !== undefined && instances.length === 0)
        return (0,gate_text/* gateTally */.cD)(gates);
    if (status === 'planned')
        return 'planned';
    if (instances.length === 0)
        return status;
    const states = reading.filter((state) => instances.some((instance) => instance.state === state));
    if (states.length === 1)
        return `${(0,report_text/* count */.U9)(instances.length, 'stack')} ${states[0]}`;
    return states
        .map((state) => `${instances.filter((instance) => instance.state === state).length} ${state}`)
        .join(', ');
}


/***/ }),

/***/ 68424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ trafficLines),
/* harmony export */   z: () => (/* binding */ trafficMarkdown)
/* harmony export */ });
/* harmony import */ var _topology_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76393);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);
/* harmony import */ var _weight_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97763);




/** What happens in a phase with traffic, or a bake, step after step: `eu-west-1 57 -> 0 (0%)`, `deploy` … */
function stepsOf({ bakeMs, traffic }, arrow) {
    if (traffic?.keeping !== undefined)
        return returnSteps(traffic.moves, traffic.keeping, arrow);
    const moves = traffic?.moves ?? [];
    const bake = bakeMs === undefined ? [] : [`bake ${(0,_topology_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(bakeMs)}`];
    const drains = moves.filter(({ kind }) => kind === 'drain').map((move) => moveText(move, arrow));
    const raises = moves.filter(({ kind }) => kind !== 'drain').flatMap((move) => [moveText(move, arrow), ...bake]);
    return [...drains, 'deploy', ...(raises.length === 0 ? bake : raises)];
}
/** Of a rollback: what leaves, then the stacks, then who gets its weight back; once more for each that returns on its own. */
function returnSteps(moves, keeping, arrow) {
    const names = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .someOf */ .yU)(keeping.map(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN), MOST_TARGETS);
    const inPlace = keeping.length === 0 ? 'roll back' : `roll back while ${names} ${keeping.length === 1 ? 'serves' : 'serve'}`;
    const steps = moves.flatMap((move) => [moveText(move, arrow), ...(move.kind === 'leave' ? ['roll back'] : [])]);
    return keeping.length > 0 || moves[0]?.kind !== 'leave' ? [inPlace, ...steps] : steps;
}
/** Most targets of one move that are named. */
const MOST_TARGETS = 6;
/** "eu-west-1 57 -> 9 (5%)": what changes, and the share of all traffic that it comes to. */
function moveText({ kind, before, after }, arrow) {
    const total = Object.values(after).reduce((sum, weight) => sum + weight, 0);
    const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
    const texts = changed.map((name) => {
        const weight = after[name] ?? 0;
        const share = total === 0 ? '' : ` (${(0,_weight_text_js__WEBPACK_IMPORTED_MODULE_2__/* .percentText */ .fL)(weight / total)})`;
        return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name)} ${before[name] ?? 0} ${arrow} ${weight}${share}`;
    });
    return `${kind === 'drain' ? 'drain ' : ''}${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .someOf */ .yU)(texts, MOST_TARGETS)}`;
}
/** Phases in which more happens than a deployment. */
function told({ phases }) {
    const moves = (traffic) => (traffic?.moves.length ?? 0) + (traffic?.keeping?.length ?? 0);
    return phases.filter(({ bakeMs, traffic }) => bakeMs !== undefined || moves(traffic) > 0);
}
function settling({ phases }) {
    return phases.find(({ traffic }) => (traffic?.moves.length ?? 0) > 0)?.traffic?.settleMs;
}
/** How each phase of a plan is watched, and how its traffic moves. */
function trafficLines(plan, style) {
    const settleMs = settling(plan);
    const arrow = style.unicode ? '→' : '->';
    return [
        ...told(plan).map((phase) => `  ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(phase.name)}: ${stepsOf(phase, arrow).join(', ')}`),
        ...(settleMs === undefined
            ? []
            : [style.paint('dim', `  clients have ${(0,_topology_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(settleMs)} to follow each change of weights`)]),
    ];
}
function trafficMarkdown(plan) {
    const rows = told(plan).map((phase) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(phase.name),
        stepsOf(phase, '→').map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV).join('<br>'),
    ]);
    if (rows.length === 0)
        return '';
    const settleMs = settling(plan);
    const note = settleMs === undefined
        ? ''
        : `\n\n<sub>Clients have ${(0,_topology_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(settleMs)} to follow each change of weights.</sub>`;
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['wave', 'steps'], rows)}${note}`;
}


/***/ }),

/***/ 97763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ weightLines),
/* harmony export */   QL: () => (/* binding */ weightMarkdown),
/* harmony export */   fL: () => (/* binding */ percentText),
/* harmony export */   rj: () => (/* binding */ weightsText)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


/** A change of weights as a table: what each target has and gets, of 100 %. */
function weightLines({ driver, of, targets }, style) {
    const head = ['TARGET', 'WEIGHT', 'SHARE', 'CONFIGURED', 'NOTE'].map((name) => style.paint('dim', name));
    const arrow = style.unicode ? '→' : '->';
    const rows = targets.map((row) => [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(row.target),
        changed(row.weightBefore, row.weightAfter, arrow),
        changed(percentText(row.shareBefore), percentText(row.shareAfter), arrow),
        String(row.configured),
        row.active ? '' : 'not active',
    ]);
    return [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(driver)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(of)}:`, ...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)([head, ...rows], style.measure)];
}
function weightMarkdown({ driver, of, targets }) {
    const rows = targets.map((row) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(row.target),
        changed(row.weightBefore, row.weightAfter, '→'),
        changed(percentText(row.shareBefore), percentText(row.shareAfter), '→'),
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
function percentText(share) {
    return `${Number((share * 100).toPrecision(share >= 0.01 ? 3 : 1))}%`;
}


/***/ }),

/***/ 61791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createStyle: () => (/* binding */ createStyle),
/* harmony export */   plainStyle: () => (/* binding */ plainStyle),
/* harmony export */   toneOf: () => (/* binding */ toneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


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


/***/ })

};
