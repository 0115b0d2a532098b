export const id = 9476;
export const ids = [9476];
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

/***/ 89476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLinesRenderer: () => (/* binding */ createLinesRenderer)
/* harmony export */ });
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61791);
/* harmony import */ var _event_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65021);


/** Prefixed lines for logs: `[eu-west-1 api] CREATE_COMPLETE Table (AWS::DynamoDB::Table)`. A line is never said twice in a row for one stack. */
function createLinesRenderer({ write, style = _style_js__WEBPACK_IMPORTED_MODULE_0__.plainStyle, ...options }) {
    const said = new Map();
    return {
        event(event) {
            const lines = (0,_event_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .eventLines */ .C)(event, { style, ...options });
            if (lines.length === 0)
                return;
            const text = lines.map((line) => `${line}\n`).join('');
            if (event.type === 'instance.state') {
                if (said.get(event.instance) === text)
                    return;
                said.set(event.instance, text);
            }
            write(text);
        },
    };
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


/***/ })

};
