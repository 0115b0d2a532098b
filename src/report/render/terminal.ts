import { stripVTControlCharacters } from 'node:util';
import type { TimedEvent } from '../events.ts';
import type { Renderer } from '../reporter.ts';
import { createRunView } from '../run-view.ts';
import type { Style } from '../style.ts';
import { cells } from '../text.ts';
import { eventLines } from './event-lines.ts';
import { type FrameSize, terminalFrame } from './terminal-frame.ts';

/** Calls back every so often until told to stop: `setInterval` in a program, a hand-turned one in tests. */
export interface Ticker {
  every(ms: number, tick: () => void): () => void;
}

export interface TerminalOptions {
  readonly write: (text: string) => void;
  /** Asked at every redraw: people resize. */
  readonly size: () => FrameSize;
  readonly clock: { now(): number };
  readonly ticker: Ticker;
  readonly style: Style;
  readonly verbose?: boolean;
}

export interface TerminalRenderer extends Renderer {
  /** Takes the table off the screen, to ask a question there; the returned function puts it back. */
  pause(): () => void;
}

const REDRAW_MS = 100;
const esc = '\u001b[';
/** Terminals that know synchronized output (mode 2026) show a frame at once; the others ignore it. */
const [frameBegin, frameEnd] = [`${esc}?2026h`, `${esc}?2026l`];

/**
 * A table of all stacks that is redrawn in place, and above it, as scrollback, what stays worth reading: notes, tool
 * output, failures. Redraws are one write each and happen at most ten times a second however many events come.
 */
export function createTerminalRenderer(options: TerminalOptions): TerminalRenderer {
  const { write, size, clock, ticker, style } = options;
  const view = createRunView();
  let drawn: readonly string[] = [];
  let waiting: string[] = [];
  let beat = 0;
  let stop: (() => void) | undefined;
  let pauses = 0;

  /** Back to the first line of the frame. Lines may have wrapped since, when the terminal got narrower. */
  const rewind = () => {
    const { columns } = size();
    const height = drawn.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(cells(stripVTControlCharacters(line)) / Math.max(1, columns))),
      0,
    );
    return height === 0 ? '' : `${esc}${height}A\r`;
  };
  const draw = (frame: readonly string[]) => {
    if (waiting.length === 0 && frame.length === drawn.length && frame.every((line, index) => line === drawn[index]))
      return;
    const text = [...waiting, ...frame].map((line) => `${line}${esc}K\n`).join('');
    write(`${frameBegin}${rewind()}${text}${esc}J${frameEnd}`);
    waiting = [];
    drawn = frame;
  };
  const tick = () => {
    if (pauses > 0) return;
    beat += 1;
    draw(terminalFrame(view, clock.now(), beat, size(), style));
  };
  const halt = () => {
    stop?.();
    stop = undefined;
  };

  return {
    event(event: TimedEvent) {
      view.apply(event);
      if (isScrollback(event, options.verbose ?? false))
        waiting.push(...eventLines(event, { style, width: size().columns - 1, verbose: options.verbose ?? false }));
      if (event.type === 'run.finished' || event.type === 'run.refused') {
        halt();
        draw([]);
      } else stop ??= ticker.every(REDRAW_MS, tick);
    },
    async close() {
      // A run that ends without a result leaves its last table on the screen.
      if (stop) tick();
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
function isScrollback(event: TimedEvent, verbose: boolean): boolean {
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
