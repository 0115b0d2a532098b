export const id = 8881;
export const ids = [8881];
export const modules = {

/***/ 58881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

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
// EXTERNAL MODULE: ./src/real-clock.ts
var real_clock = __webpack_require__(43676);
// EXTERNAL MODULE: ./src/report/reporter.ts
var report_reporter = __webpack_require__(4969);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/run-command.ts + 1 modules
var run_command = __webpack_require__(34636);
// EXTERNAL MODULE: ./src/signals.ts
var src_signals = __webpack_require__(50970);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/options/definitions.ts + 12 modules
var definitions = __webpack_require__(36040);
// EXTERNAL MODULE: ./src/options/values.ts + 1 modules
var values = __webpack_require__(57342);
;// CONCATENATED MODULE: ./src/cli/arguments.ts




const naming = (name) => `--${name}`;
/** The command line as a command and its options. `policy deploy` is short for `policy --for deploy`. */
function parseCommandLine(args) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        strict: false,
        tokens: true,
        allowPositionals: true,
        options: flags(),
    });
    const raw = new Map();
    const words = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            words.push(token.value);
        if (token.kind !== 'option')
            continue;
        if (token.name === 'help' || token.name === 'h')
            return help(words);
        if (token.name === 'version')
            return { kind: 'version' };
        if (isBoolean(token.name) && token.value !== undefined)
            raw.set(token.name, [token.value]);
        else if (isBoolean(token.name))
            raw.set(token.name, ['true']);
        else
            raw.set(token.name, [...(raw.get(token.name) ?? []), requireValue(token.name, token.value)]);
    }
    const [first, ...rest] = words;
    if (first === undefined || first === 'help')
        return help(rest);
    const command = (0,values/* parseCommand */.R)(first, 'command');
    const subject = command === 'policy' ? rest.shift() : undefined;
    if (subject !== undefined)
        raw.set('for', [...(raw.get('for') ?? []), (0,values/* parseCommand */.R)(subject, 'command')]);
    // Options first: an unknown flag leaves its value behind as a word, and the flag is what is wrong.
    const options = (0,values/* parseOptions */.A)(command, raw, 'cli', naming);
    if (rest.length > 0) {
        throw new errors/* UserError */.yo('unexpected-word', `"${rest[0]}" is one word too many`, {
            fix: [`See sam-multi-region ${command} --help.`],
        });
    }
    return { kind: 'run', command, options };
}
function help(words) {
    const [first] = words;
    return first === undefined ? { kind: 'help' } : { kind: 'help', command: (0,values/* parseCommand */.R)(first, 'command') };
}
function isBoolean(name) {
    const all = definitions/* definitions */.B;
    return all[name]?.kind.type === 'boolean';
}
function requireValue(name, value) {
    if (value !== undefined)
        return value;
    const known = definitions/* definitions */.B;
    // An unknown flag is reported as such by `parseOptions`, with the nearest name.
    if (known[name] === undefined)
        return 'true';
    throw new errors/* UserError */.yo('flag-without-value', `--${name} needs a value`, { fix: [`Write --${name}=VALUE.`] });
}
function flags() {
    const entries = Object.entries(definitions/* definitions */.B).map(([name, { kind }]) => kind.type === 'boolean'
        ? [name, { type: 'boolean' }]
        : [name, { type: 'string', multiple: true }]);
    return { ...Object.fromEntries(entries), help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } };
}

// EXTERNAL MODULE: ./src/options/model.ts
var model = __webpack_require__(54903);
;// CONCATENATED MODULE: ./src/cli/help.ts


/** One sentence for each command, used in `--help`, `action.yml` and the reference page. */
const summaries = {
    deploy: 'Build once and deploy to every target, wave by wave.',
    plan: 'Show what a deployment would change in every target; nothing is executed.',
    status: 'Show every target: its stacks, their state and release, and orphans.',
    verify: 'Ask the gates of every target once; nothing is changed.',
    shift: 'Move traffic between the targets by hand, and say which of them are active.',
    rollback: 'Return every target to a release that is recorded there.',
    failover: 'Leave a region that is lost: move traffic and who is active, and see that users are served.',
    failback: 'Bring a region back that a failover left, through gates and in steps.',
    drill: 'Try a failover out: look, measure, or move traffic there and back, with a report.',
    promote: 'Take a rollout further that waits after a wave, after judging it over the whole pause.',
    abort: 'Give up the open rollout; stacks and weights stay as they are.',
    remove: 'Take targets out of an environment; their stacks are kept unless asked.',
    init: 'Write the configuration, the workflows and the template of the roles; files that are there are kept.',
    preview: 'Deploy the preview of a pull request, or delete it when the pull request is closed.',
    cleanup: 'Find previews whose pull request is closed or which have expired, and delete them when told to.',
    bootstrap: 'Put the template of the roles into every account of the configuration, or print the commands.',
    comment: 'Tell the pull request that a commit came from what became of its deployment.',
    policy: 'Print the least-privilege IAM policy that a command needs.',
};
/** Text of `--help`, for all commands or for one. */
function helpText(command) {
    if (command === undefined) {
        const longest = Math.max(...model/* commands */.P.map((name) => name.length));
        return [
            'Deploy an AWS SAM application to many regions and accounts.',
            '',
            'Usage: sam-multi-region COMMAND [OPTIONS]',
            '',
            ...model/* commands */.P.map((name) => `  ${name.padEnd(longest)} ${summaries[name]}`),
            '',
            'sam-multi-region COMMAND --help lists the options of a command.',
            '',
        ].join('\n');
    }
    const entries = Object.entries(definitions/* definitions */.B);
    const usable = entries.filter(([, definition]) => definition.commands.includes(command) && definition.only !== 'action');
    return [
        summaries[command],
        '',
        `Usage: sam-multi-region ${command}${command === 'policy' ? ' COMMAND' : ''} [OPTIONS]`,
        '',
        ...usable.flatMap(([name, definition]) => [`  --${name}${placeholder(definition)}`, `      ${plain(definition)}`]),
        '',
    ].join('\n');
}
function placeholder({ kind }) {
    switch (kind.type) {
        case 'boolean':
            return '';
        case 'choice':
            return ` ${kind.choices.join('|')}`;
        case 'pairs':
            return ' KEY=VALUE (repeatable)';
        case 'list':
            return ' A,B,…';
        default:
            return ` ${kind.type === 'duration' ? 'DURATION' : 'TEXT'}`;
    }
}
function plain(definition) {
    const text = definition.default === undefined
        ? definition.description
        : `${definition.description} Default: ${definition.default}.`;
    return text.replaceAll('`', '');
}

;// CONCATENATED MODULE: ./src/cli/renderers.ts

const nothingToPause = () => () => undefined;
/** JSON on standard output, a live table on a terminal, else prefixed lines. */
async function chooseView(options, terminal) {
    const [{ createStyle }, { createLinesRenderer }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1791).then(__webpack_require__.bind(__webpack_require__, 61791)),
        Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 89476)),
    ]);
    const style = createStyle(terminal);
    if (options.output === 'json' || options.output === 'jsonl') {
        const { createJsonRenderer, createJsonLinesRenderer } = await __webpack_require__.e(/* import() */ 2705).then(__webpack_require__.bind(__webpack_require__, 2705));
        const create = options.output === 'json' ? createJsonRenderer : createJsonLinesRenderer;
        // How it goes is for people, on standard error; standard output holds the document alone.
        const lines = createLinesRenderer({ write: terminal.err, style });
        return { renderers: [create({ write: terminal.out }), lines], pause: nothingToPause };
    }
    if (!terminal.live)
        return { renderers: [createLinesRenderer({ write: terminal.out, style })], pause: nothingToPause };
    const [{ createTerminalRenderer }, { intervalTicker }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(5697), __webpack_require__.e(2549)]).then(__webpack_require__.bind(__webpack_require__, 82549)),
        __webpack_require__.e(/* import() */ 6533).then(__webpack_require__.bind(__webpack_require__, 66533)),
    ]);
    const table = createTerminalRenderer({
        write: terminal.out,
        size: terminal.size,
        clock: real_clock/* realClock */.d,
        ticker: intervalTicker,
        style,
    });
    return { renderers: [table], pause: () => table.pause() };
}

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./src/report/looks.ts
/**
 * What an output can show. NO_COLOR (no-color.org: any value but the empty one) wins over FORCE_COLOR; a locale that
 * is set and not UTF-8 gets ASCII signs, as does the Linux console.
 */
function looksOf({ env, isTerminal, platform }) {
    return { color: canColor(env, isTerminal), unicode: isUnicode(env, platform) };
}
function canColor(env, isTerminal) {
    if (env['NO_COLOR'])
        return false;
    const force = env['FORCE_COLOR'];
    if (force !== undefined)
        return force !== '0' && force !== 'false';
    return isTerminal && env['TERM'] !== 'dumb';
}
function isUnicode(env, platform) {
    if (env['TERM'] === 'linux' || env['TERM'] === 'dumb')
        return false;
    // Windows Terminal and editors' terminals; the old console has no such variable.
    if (platform === 'win32')
        return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
    const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
    return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}
/** Whether lines can be redrawn in place: a real terminal, and no CI log that pretends to be one. */
function canRedraw({ env, isTerminal }) {
    return isTerminal && env['TERM'] !== 'dumb' && !env['CI'];
}

;// CONCATENATED MODULE: ./src/cli/terminal.ts


/** The terminal of a process. `NO_COLOR`, `FORCE_COLOR` and the locale are honoured. */
function terminalOf(process, env) {
    const { stdin, stdout, stderr } = process;
    const seen = { env, isTerminal: stdout.isTTY === true, platform: process.platform };
    return {
        out: (text) => void stdout.write(text),
        err: (text) => void stderr.write(text),
        interactive: stdin.isTTY === true && stderr.isTTY === true,
        live: canRedraw(seen),
        ...looksOf(seen),
        size: () => ({ columns: stdout.columns ?? 120, rows: stdout.rows ?? 40 }),
        ask: async (question) => /^y(es)?$/i.test(await questioned(process, `${question} [y/N] `)),
        read: async (question, standard) => (await questioned(process, `${question}${standard === '' ? '' : ` [${standard}]`}: `)) || standard,
    };
}
/** The answer, without blanks around it. Questions go to standard error: standard output is for results. */
async function questioned({ stdin, stderr }, question) {
    const readline = (0,promises_.createInterface)({ input: stdin, output: stderr });
    try {
        return (await readline.question(question)).trim();
    }
    finally {
        readline.close();
    }
}

;// CONCATENATED MODULE: ./src/cli/run.ts
















/** The command line: arguments in, exit code out. */
async function runCli(args, env) {
    const terminal = terminalOf(process, env);
    (0,broken_output/* surviveBrokenOutput */.F)(process, (0,broken_output/* warnOn */.c)(process.stderr));
    let invocation;
    try {
        invocation = parseCommandLine(args);
    }
    catch (error) {
        return refuseEarly(error, terminal);
    }
    switch (invocation.kind) {
        case 'help':
            terminal.out(helpText(invocation.command));
            return 0;
        case 'version':
            terminal.out(`${version/* version */.r}\n`);
            return 0;
        case 'run':
            return run(invocation, terminal, env);
    }
}
async function run({ command, options }, terminal, env) {
    if (command === 'policy') {
        const { policyText } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(4301), __webpack_require__.e(5950)]).then(__webpack_require__.bind(__webpack_require__, 85950));
        try {
            terminal.out(await policyText(options));
            return 0;
        }
        catch (error) {
            return refuseEarly(error, terminal);
        }
    }
    if (command === 'init') {
        const { runInit } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6981), __webpack_require__.e(4301), __webpack_require__.e(6226)]).then(__webpack_require__.bind(__webpack_require__, 86226));
        try {
            return await runInit(options, terminal, env);
        }
        catch (error) {
            return refuseEarly(error, terminal);
        }
    }
    const nameFlag = (name) => `--${name}`;
    let reports;
    try {
        reports = (0,github_reports/* chosenReports */.oW)(options, env, read_if_there/* readIfThere */.q, nameFlag);
    }
    catch (error) {
        return refuseEarly(error, terminal, options);
    }
    const signals = (0,src_signals/* watchSignals */.R)(process);
    const view = await chooseView(options, terminal);
    const { context, close } = await (0,compose/* compose */.Z)({
        env,
        cwd: (0,external_node_path_.resolve)(options['working-directory'] ?? '.'),
        renderers: view.renderers,
        reports: (ports) => (0,github_reports/* createReports */.Yn)(command, reports, options, {
            ...ports,
            say: (text) => terminal.err(`${(0,report_text/* oneLine */.TN)(text)}\n`),
            warn: (0,broken_output/* warnOn */.c)(process.stderr),
            run: (0,github_reports/* workflowRun */.tM)(env, read_if_there/* readIfThere */.q),
        }),
        signal: signals.signal,
        warn: (0,broken_output/* warnOn */.c)(process.stderr),
        nameOption: nameFlag,
        confirm: (question) => run_confirm(question, options, terminal, view),
        prompt: (question) => run_prompt(question, terminal, view),
    });
    signals.onSignal((name) => context.report({ type: 'cancel.requested', signal: name }));
    const { exitCode } = await (0,run_command/* runCommand */.d)(command, options, context);
    await close();
    signals.stop();
    return exitCode;
}
/** Asks on a terminal; `--yes` answers. Without a terminal there is nobody to ask, and nothing is done. */
async function run_confirm(question, options, terminal, view) {
    if (options.yes)
        return true;
    if (!terminal.interactive) {
        throw new errors/* UserError */.yo('not-confirmed', 'there is no terminal to ask on', {
            fix: ['Add --yes to go on without being asked.'],
        });
    }
    const resume = view.pause();
    try {
        return await terminal.ask(question);
    }
    finally {
        resume();
    }
}
/** What is typed on a terminal; `--yes` is no answer to it. */
async function run_prompt(question, terminal, view) {
    if (!terminal.interactive)
        return undefined;
    const resume = view.pause();
    try {
        return await terminal.read(question, '');
    }
    finally {
        resume();
    }
}
async function refuseEarly(error, terminal, options = {}) {
    const reporter = (0,report_reporter/* createReporter */.A)({ clock: real_clock/* realClock */.d, ...(await chooseView(options, terminal)) });
    const { exitCode } = (0,run_command/* refuse */.T)('', error, { report: reporter.report, signal: new AbortController().signal });
    await reporter.close();
    return exitCode;
}


/***/ })

};
