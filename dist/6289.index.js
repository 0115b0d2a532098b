export const id = 6289;
export const ids = [6289];
export const modules = {

/***/ 36289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/compose.ts + 52 modules
var compose = __webpack_require__(33312);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/reports.ts + 1 modules
var github_reports = __webpack_require__(22236);
// EXTERNAL MODULE: ./src/process/broken-output.ts
var broken_output = __webpack_require__(43612);
// EXTERNAL MODULE: ./src/read-if-there.ts
var read_if_there = __webpack_require__(20112);
// EXTERNAL MODULE: ./src/report/style.ts
var style = __webpack_require__(61791);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/report/render/event-lines.ts + 2 modules
var event_lines = __webpack_require__(65021);
// EXTERNAL MODULE: ./src/report/render/failure-text.ts
var failure_text = __webpack_require__(30533);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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
var plan_model = __webpack_require__(43172);
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

// EXTERNAL MODULE: ./src/report/render/github-summary.ts + 1 modules
var github_summary = __webpack_require__(57419);
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
                summarize(() => (0,github_summary/* summaryMarkdown */.eH)(event.result));
                return;
            }
            if (event.type === 'run.refused') {
                print((0,failure_text/* problemLines */.pb)(event.refusal.problems, github_style));
                annotate(problemAnnotations(event.refusal.problems));
                summarize(() => (0,github_summary/* refusalMarkdown */.Kl)(event.refusal));
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
var run_command = __webpack_require__(34636);
// EXTERNAL MODULE: ./src/signals.ts
var src_signals = __webpack_require__(50970);
// EXTERNAL MODULE: ./src/options/values.ts + 1 modules
var values = __webpack_require__(57342);
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
    const urls = result?.preview?.urls ?? {};
    return {
        status: result?.status ?? 'failed',
        application: result?.application ?? '',
        release: result?.release?.id ?? '',
        result: result === undefined ? '' : JSON.stringify(result),
        outputs: JSON.stringify(outputs),
        'preview-url': Object.values(urls).flat()[0] ?? '',
        'preview-urls': JSON.stringify(urls),
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
    const composition = await composeAction(env, input, signals.signal);
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
        const input = readInputs(env);
        return { ...input, reports: (0,github_reports/* chosenReports */.oW)(input.options, env, read_if_there/* readIfThere */.q, nameInput) };
    }
    catch (error) {
        return { options: {}, error };
    }
}
async function runInput({ command, options, error }, { context }) {
    if (command === undefined || error !== undefined)
        return (0,run_command/* refuse */.T)('', error, context);
    if (command === 'init') {
        const fix = ['Run it in your clone: npx sam-multi-region init.'];
        return (0,run_command/* refuse */.T)(command, new errors/* UserError */.yo('command-line-only', 'init writes files into a repository', { fix }), context);
    }
    if (command !== 'policy')
        return (0,run_command/* runCommand */.d)(command, options, context);
    const { policyText } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(4301), __webpack_require__.e(5950)]).then(__webpack_require__.bind(__webpack_require__, 85950));
    try {
        process.stdout.write(await policyText(options));
        return { exitCode: 0 };
    }
    catch (thrown) {
        return (0,run_command/* refuse */.T)(command, thrown, context);
    }
}
const nameInput = (name) => `input "${name}"`;
function composeAction(env, { command, options, reports }, signal) {
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
        ...(reports !== undefined && {
            reports: (ports) => (0,github_reports/* createReports */.Yn)(command, reports, options, {
                ...ports,
                say: (text) => print(logLines(text)),
                warn: (text) => print([workflowCommand('warning', { title: 'GitHub' }, text)]),
                run: (0,github_reports/* workflowRun */.tM)(env, read_if_there/* readIfThere */.q),
            }),
        }),
        signal,
        warn: (0,broken_output/* warnOn */.c)(process.stderr),
        nameOption: nameInput,
        // Who may run the workflow, and the GitHub environment's protection rules, have answered already.
        confirm: async () => true,
        prompt: async () => undefined,
        onSecret: (value) => print(maskCommands(value)),
    });
}
function print(lines) {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
async function setOutputs(outputs) {
    const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942), __webpack_require__.e(1659)]).then(__webpack_require__.bind(__webpack_require__, 91659));
    for (const [name, value] of Object.entries(outputs))
        setOutput(name, value);
}


/***/ }),

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


/***/ })

};
