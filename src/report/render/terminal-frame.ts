import type { LiveState } from '../events.ts';
import type { RowView, RunView } from '../run-view.ts';
import { type Style, toneOf } from '../style.ts';
import { cells, clip, durationText, oneLine, pad } from '../text.ts';

export interface FrameSize {
  readonly columns: number;
  readonly rows: number;
}

const BAR = 12;
const spinner = { unicode: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'], plain: ['|', '/', '-', '\\'] } as const;

/** The live part of the screen at one moment: lines that fit, none wider than the terminal. `beat` turns the spinner. */
export function terminalFrame(
  view: RunView,
  now: number,
  beat: number,
  size: FrameSize,
  style: Style,
): readonly string[] {
  const width = Math.max(20, size.columns - 1);
  const all = view.rows(now);
  // One line each for the heading, for what is left out, and for the cursor; steps take theirs.
  const steps = view
    .steps()
    .map(({ text, since }) =>
      clip(`${turn(beat, style)} ${oneLine(text)} ${durationText(now - since)}`, width, style.mark.more),
    );
  const room = Math.max(1, size.rows - 3 - steps.length);
  const shown = all.length <= room ? all : mostTelling(all, room);
  const layout = widths(shown);
  return [
    ...steps,
    ...(all.length === 0 ? [] : [headLine(view, all, now, width, style)]),
    ...shown.map((row) => rowLine(row, layout, now, beat, width, style)),
    ...(shown.length < all.length
      ? [style.paint('dim', clip(leftOut(all, shown, style), width, style.mark.more))]
      : []),
  ];
}

function headLine(view: RunView, all: readonly RowView[], now: number, width: number, style: Style): string {
  const ended = all.filter((row) => endStates.has(row.state)).length;
  const began = view.startedAt();
  const parts = [
    oneLine(view.phase()),
    `${ended} of ${all.length} done`,
    began === undefined ? '' : durationText(now - began),
  ];
  return style.paint('strong', clip(parts.filter(Boolean).join('  '), width, style.mark.more));
}

interface Layout {
  readonly target: number;
  readonly stack: number;
}

function widths(rows: readonly RowView[]): Layout {
  const widest = (texts: readonly string[], most: number) =>
    Math.min(
      most,
      texts.reduce((max, text) => Math.max(max, cells(oneLine(text))), 0),
    );
  return {
    target: widest(
      rows.map((row) => row.target),
      28,
    ),
    stack: widest(
      rows.map((row) => row.stack),
      20,
    ),
  };
}

const STATE = 'rolling-back'.length;

function rowLine(row: RowView, layout: Layout, now: number, beat: number, width: number, style: Style): string {
  const tone = toneOf(row.state);
  const more = style.mark.more;
  const took = row.since === undefined ? '' : durationText((row.until ?? now) - row.since);
  const name = `${pad(clip(oneLine(row.target), layout.target, more), layout.target)} ${pad(clip(oneLine(row.stack), layout.stack, more), layout.stack)}`;
  const fixed = [
    `${sign(row.state, beat, style)} ${name}`,
    pad(row.state, STATE),
    pad(barText(row, style), BAR + 5),
    took.padStart(7),
  ];
  const plain = fixed.join(' ');
  const room = width - cells(plain) - 1;
  if (room < 0) return style.paint(tone, clip(`${sign(row.state, beat, style)} ${name} ${row.state}`, width, more));
  const why = clip(oneLine(saying(row)), room, more);
  const [head = '', state = '', ...rest] = fixed;
  return `${style.paint(tone, head.slice(0, 1))}${head.slice(1)} ${style.paint(tone, state)} ${rest.join(' ')} ${tone === 'bad' ? why : style.paint('dim', why)}`.trimEnd();
}

/** While CloudFormation works, the resource at hand says more than the status of the stack. */
function saying({ state, text, resource, remainingMs }: RowView): string {
  if (state !== 'executing' && state !== 'rolling-back') return text;
  const left =
    remainingMs === undefined
      ? ''
      : `about ${durationText(Math.max(1000, Math.round(remainingMs / 1000) * 1000))} left`;
  return [left, resource || text].filter(Boolean).join(', ');
}

function barText({ progress, state }: RowView, style: Style): string {
  if (progress === undefined || endStates.has(state)) return '';
  const full = Math.round(Math.min(1, Math.max(0, progress)) * BAR);
  const [on, off] = style.unicode ? ['█', '░'] : ['#', '.'];
  return `${on.repeat(full)}${off.repeat(BAR - full)} ${String(Math.floor(progress * 100)).padStart(3)}%`;
}

function sign(state: LiveState, beat: number, style: Style): string {
  const tone = toneOf(state);
  if (tone === 'busy' || state === 'rolling-back') return turn(beat, style);
  if (tone === 'good') return style.mark.good;
  if (tone === 'bad') return style.mark.bad;
  return tone === 'warn' ? style.mark.warn : style.mark.dot;
}

function turn(beat: number, style: Style): string {
  const frames = style.unicode ? spinner.unicode : spinner.plain;
  return frames[beat % frames.length] ?? ' ';
}

const endStates: ReadonlySet<LiveState> = new Set([
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
function mostTelling(rows: readonly RowView[], room: number): readonly RowView[] {
  const rank = ({ state }: RowView) => {
    const tone = toneOf(state);
    if (tone === 'bad') return 0;
    if (tone === 'busy' || state === 'rolling-back') return 1;
    return endStates.has(state) ? 3 : 2;
  };
  const kept = new Set([...rows].sort((a, b) => rank(a) - rank(b)).slice(0, room));
  return rows.filter((row) => kept.has(row));
}

function leftOut(all: readonly RowView[], shown: readonly RowView[], style: Style): string {
  const kept = new Set(shown);
  const sums = new Map<string, number>();
  for (const { state } of all.filter((row) => !kept.has(row))) sums.set(state, (sums.get(state) ?? 0) + 1);
  return `${style.mark.more} and ${all.length - shown.length} more: ${[...sums].map(([state, amount]) => `${amount} ${state}`).join(', ')}`;
}
