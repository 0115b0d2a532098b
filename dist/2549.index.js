export const id = 2549;
export const ids = [2549];
export const modules = {

/***/ 2549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTerminalRenderer: () => (/* binding */ createTerminalRenderer)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
var report_text = __webpack_require__(5655);
// EXTERNAL MODULE: ./src/report/render/event-lines.ts + 2 modules
var event_lines = __webpack_require__(5021);
// EXTERNAL MODULE: ./src/report/style.ts
var report_style = __webpack_require__(1791);
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
