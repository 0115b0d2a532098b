export const id = 2549;
export const ids = [2549];
export const modules = {

/***/ 65021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ eventLines)
});

// EXTERNAL MODULE: ./src/report/style.ts
var report_style = __webpack_require__(61791);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/report/render/change-text.ts
var change_text = __webpack_require__(81407);
// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(30533);
// EXTERNAL MODULE: ./src/report/render/location-text.ts
var location_text = __webpack_require__(88062);
// EXTERNAL MODULE: ./src/report/render/plan-model.ts
var plan_model = __webpack_require__(43172);
// EXTERNAL MODULE: ./src/report/render/plan-signs.ts
var plan_signs = __webpack_require__(97455);
// EXTERNAL MODULE: ./src/report/render/summary-text.ts + 2 modules
var summary_text = __webpack_require__(61711);
// EXTERNAL MODULE: ./src/report/render/traffic-text.ts
var traffic_text = __webpack_require__(68424);
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
        ...(0,traffic_text/* trafficLines */.x)(plan, style),
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
        ...parameterLines(plan, style, width),
        ...(plan.unchanged.length > 0 ? [style.paint('dim', `  no change in ${names(plan.unchanged)}`)] : []),
        ...plan.predicted.map(({ text, targets }) => `  predicted${text === '' ? '' : `, known after ${(0,report_text/* oneLine */.TN)(text)}`}: ${names(targets)}`),
        ...plan.failed.flatMap(({ first, targets }) => [
            style.paint('bad', `  ${style.mark.bad} cannot be planned in ${names(targets)}: ${(0,report_text/* oneLine */.TN)(first.reason ?? 'no reason given')}`),
            ...(0,failure_text/* failureLines */.w7)(first, style).map((line) => `  ${line}`),
        ]),
        ...plan.switchesAtOnce.map((item) => `  ${style.mark.warn} ${(0,report_text/* oneLine */.TN)(item.text)}: events reach the new code at once, there is no alias in front${where(item, plan)}`),
        ...plan.inRegion.map((item) => `  in-region: CodeDeploy moves ${(0,report_text/* oneLine */.TN)(item.text)}, added to the template${where(item, plan)}`),
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
function parameterLines({ parameters }, style, width) {
    return parameters.map(({ only, ...parameter }) => {
        const place = only ? ` in ${(0,report_text/* oneLine */.TN)((0,report_text/* someOf */.yU)(only, 2))}` : '';
        const text = propertyText({ ...parameter, replaces: false }, style);
        return (0,report_text/* clip */.$Q)(`  parameter ${text}${place}`, width, style.mark.more);
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

// EXTERNAL MODULE: ./src/report/render/preview-text.ts
var preview_text = __webpack_require__(92199);
// EXTERNAL MODULE: ./src/report/render/readiness-text.ts
var readiness_text = __webpack_require__(20199);
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
    return [`${head}: ${(0,report_text/* oneLine */.TN)(reason)}`, ...lines, ...(0,traffic_text/* trafficLines */.x)(event, style)];
}

// EXTERNAL MODULE: ./src/report/render/rollout-text.ts
var rollout_text = __webpack_require__(96184);
// EXTERNAL MODULE: ./src/report/render/shift-text.ts
var shift_text = __webpack_require__(87275);
// EXTERNAL MODULE: ./src/report/render/status-text.ts
var status_text = __webpack_require__(70953);
// EXTERNAL MODULE: ./src/report/render/weight-text.ts
var weight_text = __webpack_require__(97763);
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
        case 'alias.shift': {
            const tone = event.status === 'failed' ? 'bad' : event.status === 'succeeded' ? 'good' : 'dim';
            const lifecycle = (0,shift_text/* lifecycleText */.m)(event);
            return [`${prefix(event)} CodeDeploy: ${style.paint(tone, (0,shift_text/* shiftText */.y)(event))}${lifecycle && `: ${lifecycle}`}`];
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
        case 'readiness.ready':
            return (0,readiness_text/* readinessLines */._x)(event.readiness, style);
        case 'previews.found':
            return (0,preview_text/* previewLines */.IE)(event.previews, style);
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

/***/ 87275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ lifecycleText),
/* harmony export */   y: () => (/* binding */ shiftText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65655);

/** "Orders:live 10 % on version 2 (Canary10Percent5Minutes, d-ABC123XYZ)". */
function shiftText({ path, alias, percent, version, config, deployment }) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${functionOf(path, alias)} ${percent} % on version ${version} (${config}, ${deployment})`);
}
/** "BeforeAllowTraffic Succeeded, AllowTraffic InProgress": what CodeDeploy has begun. */
function lifecycleText({ lifecycle }) {
    const begun = lifecycle.filter(({ status }) => status !== 'Pending');
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(begun.map(({ event, status }) => `${event} ${status}`).join(', '));
}
/** SAM names the alias `live` of `Orders` `OrdersAliaslive`. */
function functionOf(path, alias) {
    const suffix = `Alias${alias}`;
    return path.endsWith(suffix) && path.length > suffix.length ? `${path.slice(0, -suffix.length)}:${alias}` : path;
}


/***/ }),

/***/ 82549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTerminalRenderer: () => (/* binding */ createTerminalRenderer)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/report/duration-estimate.ts
/** Only the end of an operation is the end: CloudFormation still cleans up when all resources are done. */
const MOST = 0.99;
const NEWEST = 5;
/** Share of the bar for the usual time; the rest is for what takes longer than usual. */
const USUAL_SHARE = 0.9;
/** With this many resources their count says as much as the clock. */
const EVEN_WEIGHT = 4;
/** Estimates how far an operation is. Never falls while `elapsedMs` and `done` grow. */
function estimateProgress({ total, done, elapsedMs, earlierMs }) {
    const usual = median(earlierMs.slice(0, NEWEST).filter((ms) => ms > 0));
    const byCount = total > 0 ? Math.min(1, Math.max(0, done) / total) : undefined;
    const byTime = usual === undefined ? undefined : timeShare(elapsedMs, usual);
    const progress = combine(byCount, byTime, total);
    const remainingMs = remaining(elapsedMs, usual, byCount);
    return {
        ...(progress !== undefined && { progress: Math.min(MOST, progress) }),
        ...(remainingMs !== undefined && { remainingMs }),
    };
}
/** Runs straight to 90 % in the usual time and creeps on from there. */
function timeShare(elapsedMs, usual) {
    const elapsed = Math.max(0, elapsedMs);
    return elapsed <= usual ? (USUAL_SHARE * elapsed) / usual : USUAL_SHARE + (1 - USUAL_SHARE) * (1 - usual / elapsed);
}
function combine(byCount, byTime, total) {
    if (byCount === undefined || byTime === undefined)
        return byCount ?? byTime;
    const weight = total / (total + EVEN_WEIGHT);
    return weight * byCount + (1 - weight) * byTime;
}
function remaining(elapsedMs, usual, byCount) {
    if (usual !== undefined)
        return elapsedMs < usual ? usual - elapsedMs : undefined;
    // A single early resource says nothing of the others.
    if (byCount === undefined || byCount < 0.2 || byCount >= 1)
        return undefined;
    return (elapsedMs * (1 - byCount)) / byCount;
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
    return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

// EXTERNAL MODULE: ./src/report/render/shift-text.ts
var shift_text = __webpack_require__(87275);
;// CONCATENATED MODULE: ./src/report/run-view.ts


/** Folds events into what is going on right now. */
function createRunView() {
    const rows = new Map();
    const steps = new Map();
    /** How long stacks took in this run, by key, newest first: a wave foretells the next one. */
    const took = new Map();
    let [phase, startedAt] = ['', undefined];
    const rowOf = (instance, target, stack) => {
        const known = rows.get(instance);
        if (known)
            return known;
        const row = {
            target,
            stack,
            state: 'waiting',
            text: '',
            told: undefined,
            since: undefined,
            until: undefined,
            resource: '',
            earlierMs: [],
            planned: new Set(),
            done: new Set(),
        };
        rows.set(instance, row);
        return row;
    };
    return {
        apply(event) {
            const at = Date.parse(event.at);
            startedAt ??= at;
            switch (event.type) {
                case 'step.started':
                    steps.set(event.step, { text: event.text, since: at });
                    break;
                case 'step.finished':
                    steps.delete(event.step);
                    break;
                case 'phase.started':
                    phase = event.phase;
                    break;
                case 'plan.ready':
                    for (const instance of event.plan.instances)
                        takePlan(rowOf(instance.instance, instance.target, instance.stack), instance);
                    break;
                case 'instance.state': {
                    const row = rowOf(event.instance, event.target, event.stack);
                    if (row.state !== event.state)
                        begin(row, event.state, at);
                    row.text = event.text ?? '';
                    row.told = event.progress;
                    break;
                }
                case 'stack.event': {
                    const row = rows.get(event.instance);
                    if (!row)
                        break;
                    row.resource = `${event.path} ${event.status}`;
                    if (event.status.endsWith('_COMPLETE') && row.planned.has(event.path))
                        row.done.add(event.path);
                    break;
                }
                case 'alias.shift': {
                    const row = rows.get(event.instance);
                    if (row)
                        row.resource = (0,shift_text/* shiftText */.y)(event);
                    break;
                }
                case 'instance.finished': {
                    const { instance, target, stack, state, reason = '', startedAt: began, endedAt = event.at } = event.result;
                    const row = rowOf(instance, target, stack);
                    Object.assign(row, { state, text: reason, resource: '' });
                    row.since = began === undefined ? undefined : Date.parse(began);
                    row.until = Date.parse(endedAt);
                    if (state === 'succeeded' && row.since !== undefined)
                        took.set(stack, [row.until - row.since, ...(took.get(stack) ?? [])]);
                    break;
                }
            }
        },
        rows: (now) => [...rows].map(([instance, row]) => {
            const { target, stack, state, text, since, until, resource } = row;
            const { progress, remainingMs } = estimate(row, now, took.get(stack) ?? []);
            return { instance, target, stack, state, text, since, until, resource, progress, remainingMs };
        }),
        phase: () => phase,
        steps: () => [...steps.values()],
        startedAt: () => startedAt,
    };
}
function takePlan(row, { changes, kind, reason = '', earlierMs = [] }) {
    for (const change of changes)
        row.planned.add(change.path);
    row.earlierMs = earlierMs;
    if (kind === 'no-change')
        row.state = 'no-change';
    if (kind === 'failed')
        row.text = reason;
}
/** The clock of a row runs for its current work: planning, then waiting for its turn, then executing. */
function begin(row, state, at) {
    const working = state === 'planning' || state === 'executing';
    if (working)
        row.since = at;
    else if (state === 'waiting' || state === 'planned')
        row.since = undefined;
    row.until = working || state === 'rolling-back' ? undefined : at;
    row.state = state;
    row.resource = '';
}
function estimate(row, now, tookHere) {
    const { state, told, since, planned, done } = row;
    if (state !== 'executing')
        return told === undefined ? {} : { progress: told };
    const earlierMs = [...row.earlierMs, ...tookHere];
    if (told !== undefined && earlierMs.length === 0)
        return { progress: told };
    // The core sees nested stacks as well, so what it told may be ahead of the resources seen here.
    const total = told !== undefined && planned.size === 0 ? 1 : planned.size;
    return estimateProgress({
        total,
        done: Math.max(done.size, (told ?? 0) * total),
        elapsedMs: now - (since ?? now),
        earlierMs,
    });
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/report/render/event-lines.ts + 2 modules
var event_lines = __webpack_require__(65021);
// EXTERNAL MODULE: ./src/report/style.ts
var report_style = __webpack_require__(61791);
;// CONCATENATED MODULE: ./src/report/render/terminal-frame.ts


const BAR = 12;
const spinner = { unicode: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'], plain: ['|', '/', '-', '\\'] };
/** The live part of the screen at one moment: lines that fit, none wider than the terminal. `beat` turns the spinner. */
function terminalFrame(view, now, beat, size, style) {
    const width = Math.max(20, size.columns - 1);
    const all = view.rows(now);
    // One line each for the heading, for what is left out, and for the cursor; steps take theirs.
    const steps = view
        .steps()
        .map(({ text, since }) => (0,report_text/* clip */.$Q)(`${turn(beat, style)} ${(0,report_text/* oneLine */.TN)(text)} ${(0,report_text/* durationText */.S5)(now - since)}`, width, style.mark.more));
    const room = Math.max(1, size.rows - 3 - steps.length);
    const shown = all.length <= room ? all : mostTelling(all, room);
    const layout = widths(shown);
    return [
        ...steps,
        ...(all.length === 0 ? [] : [headLine(view, all, now, width, style)]),
        ...shown.map((row) => rowLine(row, layout, now, beat, width, style)),
        ...(shown.length < all.length
            ? [style.paint('dim', (0,report_text/* clip */.$Q)(leftOut(all, shown, style), width, style.mark.more))]
            : []),
    ];
}
function headLine(view, all, now, width, style) {
    const ended = all.filter((row) => endStates.has(row.state)).length;
    const began = view.startedAt();
    const parts = [
        (0,report_text/* oneLine */.TN)(view.phase()),
        `${ended} of ${all.length} done`,
        began === undefined ? '' : (0,report_text/* durationText */.S5)(now - began),
    ];
    return style.paint('strong', (0,report_text/* clip */.$Q)(parts.filter(Boolean).join('  '), width, style.mark.more));
}
function widths(rows) {
    const widest = (texts, most) => Math.min(most, texts.reduce((max, text) => Math.max(max, (0,report_text/* cells */.Yo)((0,report_text/* oneLine */.TN)(text))), 0));
    return {
        target: widest(rows.map((row) => row.target), 28),
        stack: widest(rows.map((row) => row.stack), 20),
    };
}
const STATE = 'rolling-back'.length;
function rowLine(row, layout, now, beat, width, style) {
    const tone = (0,report_style.toneOf)(row.state);
    const more = style.mark.more;
    const took = row.since === undefined ? '' : (0,report_text/* durationText */.S5)((row.until ?? now) - row.since);
    const name = `${(0,report_text/* pad */.eV)((0,report_text/* clip */.$Q)((0,report_text/* oneLine */.TN)(row.target), layout.target, more), layout.target)} ${(0,report_text/* pad */.eV)((0,report_text/* clip */.$Q)((0,report_text/* oneLine */.TN)(row.stack), layout.stack, more), layout.stack)}`;
    const fixed = [
        `${sign(row.state, beat, style)} ${name}`,
        (0,report_text/* pad */.eV)(row.state, STATE),
        (0,report_text/* pad */.eV)(barText(row, style), BAR + 5),
        took.padStart(7),
    ];
    const plain = fixed.join(' ');
    const room = width - (0,report_text/* cells */.Yo)(plain) - 1;
    if (room < 0)
        return style.paint(tone, (0,report_text/* clip */.$Q)(`${sign(row.state, beat, style)} ${name} ${row.state}`, width, more));
    const why = (0,report_text/* clip */.$Q)((0,report_text/* oneLine */.TN)(saying(row)), room, more);
    const [head = '', state = '', ...rest] = fixed;
    return `${style.paint(tone, head.slice(0, 1))}${head.slice(1)} ${style.paint(tone, state)} ${rest.join(' ')} ${tone === 'bad' ? why : style.paint('dim', why)}`.trimEnd();
}
/** While CloudFormation works, the resource at hand says more than the status of the stack. */
function saying({ state, text, resource, remainingMs }) {
    if (state !== 'executing' && state !== 'rolling-back')
        return text;
    const left = remainingMs === undefined
        ? ''
        : `about ${(0,report_text/* durationText */.S5)(Math.max(1000, Math.round(remainingMs / 1000) * 1000))} left`;
    return [left, resource || text].filter(Boolean).join(', ');
}
function barText({ progress, state }, style) {
    if (progress === undefined || endStates.has(state))
        return '';
    const full = Math.round(Math.min(1, Math.max(0, progress)) * BAR);
    const [on, off] = style.unicode ? ['█', '░'] : ['#', '.'];
    return `${on.repeat(full)}${off.repeat(BAR - full)} ${String(Math.floor(progress * 100)).padStart(3)}%`;
}
function sign(state, beat, style) {
    const tone = (0,report_style.toneOf)(state);
    if (tone === 'busy' || state === 'rolling-back')
        return turn(beat, style);
    if (tone === 'good')
        return style.mark.good;
    if (tone === 'bad')
        return style.mark.bad;
    return tone === 'warn' ? style.mark.warn : style.mark.dot;
}
function turn(beat, style) {
    const frames = style.unicode ? spinner.unicode : spinner.plain;
    return frames[beat % frames.length] ?? ' ';
}
const endStates = new Set([
    'succeeded',
    'no-change',
    'failed',
    'stuck',
    'timed-out',
    'cancelled',
    'skipped',
    'unreachable',
    'rolled-back',
]);
/** When not all rows fit: trouble and work under way, then what comes next, then what is done; each in its own order. */
function mostTelling(rows, room) {
    const rank = ({ state }) => {
        const tone = (0,report_style.toneOf)(state);
        if (tone === 'bad')
            return 0;
        if (tone === 'busy' || state === 'rolling-back')
            return 1;
        return endStates.has(state) ? 3 : 2;
    };
    const kept = new Set([...rows].sort((a, b) => rank(a) - rank(b)).slice(0, room));
    return rows.filter((row) => kept.has(row));
}
function leftOut(all, shown, style) {
    const kept = new Set(shown);
    const sums = new Map();
    for (const { state } of all.filter((row) => !kept.has(row)))
        sums.set(state, (sums.get(state) ?? 0) + 1);
    return `${style.mark.more} and ${all.length - shown.length} more: ${[...sums].map(([state, amount]) => `${amount} ${state}`).join(', ')}`;
}

;// CONCATENATED MODULE: ./src/report/render/terminal.ts





const REDRAW_MS = 100;
const esc = '\u001b[';
/** Terminals that know synchronized output (mode 2026) show a frame at once; the others ignore it. */
const [frameBegin, frameEnd] = [`${esc}?2026h`, `${esc}?2026l`];
/**
 * A table of all stacks that is redrawn in place, and above it, as scrollback, what stays worth reading: notes, tool
 * output, failures. Redraws are one write each and happen at most ten times a second however many events come.
 */
function createTerminalRenderer(options) {
    const { write, size, clock, ticker, style } = options;
    const view = createRunView();
    let drawn = [];
    let waiting = [];
    let beat = 0;
    let stop;
    let pauses = 0;
    /** Back to the first line of the frame. Lines may have wrapped since, when the terminal got narrower. */
    const rewind = () => {
        const { columns } = size();
        const height = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil((0,report_text/* cells */.Yo)((0,external_node_util_.stripVTControlCharacters)(line)) / Math.max(1, columns))), 0);
        return height === 0 ? '' : `${esc}${height}A\r`;
    };
    const draw = (frame) => {
        if (waiting.length === 0 && frame.length === drawn.length && frame.every((line, index) => line === drawn[index]))
            return;
        const text = [...waiting, ...frame].map((line) => `${line}${esc}K\n`).join('');
        write(`${frameBegin}${rewind()}${text}${esc}J${frameEnd}`);
        waiting = [];
        drawn = frame;
    };
    const tick = () => {
        if (pauses > 0)
            return;
        beat += 1;
        draw(terminalFrame(view, clock.now(), beat, size(), style));
    };
    const halt = () => {
        stop?.();
        stop = undefined;
    };
    return {
        event(event) {
            view.apply(event);
            if (isScrollback(event, options.verbose ?? false))
                waiting.push(...(0,event_lines/* eventLines */.C)(event, { style, width: size().columns - 1, verbose: options.verbose ?? false }));
            if (event.type === 'run.finished' || event.type === 'run.refused') {
                halt();
                draw([]);
            }
            else
                stop ??= ticker.every(REDRAW_MS, tick);
        },
        async close() {
            // A run that ends without a result leaves its last table on the screen.
            if (stop)
                tick();
            halt();
        },
        pause() {
            draw([]);
            pauses += 1;
            return () => {
                pauses -= 1;
            };
        },
    };
}
/** What is worth a line of its own above the table; the rest is in the table. */
function isScrollback(event, verbose) {
    switch (event.type) {
        case 'step.started':
        case 'instance.state':
        case 'phase.started':
        case 'artifact.copied':
            return false;
        case 'alias.shift':
            return verbose || event.status === 'failed';
        case 'stack.event':
            return verbose || event.status.endsWith('_FAILED');
        case 'phase.finished':
            return event.verdict !== 'passed';
        case 'instance.finished':
            return !['succeeded', 'no-change', 'skipped', 'cancelled'].includes(event.result.state);
        default:
            return true;
    }
}


/***/ })

};
