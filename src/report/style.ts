import { stripVTControlCharacters, styleText } from 'node:util';
import type { LiveState } from './events.ts';
import { cells } from './text.ts';

/** What the place that is written to can show. */
export interface Looks {
  readonly color: boolean;
  readonly unicode: boolean;
}

export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'dim' | 'strong';

/** Marks and colours, chosen once for a terminal, a log or a file. */
export interface Style extends Looks {
  paint(tone: Tone, text: string): string;
  /** Width of painted text. */
  measure(text: string): number;
  readonly mark: {
    readonly good: string;
    readonly bad: string;
    readonly warn: string;
    readonly fix: string;
    readonly change: string;
    readonly dot: string;
    readonly more: string;
    readonly loss: string;
  };
}

const formats = { good: 'green', bad: 'red', warn: 'yellow', busy: 'cyan', dim: 'dim', strong: 'bold' } as const;

export function createStyle({ color, unicode }: Looks): Style {
  return {
    color,
    unicode,
    // validateStream would ask process.stdout; whether to colour was decided by the caller.
    paint: (tone, text) => (color && text ? styleText(formats[tone], text, { validateStream: false }) : text),
    measure: (text) => cells(color ? stripVTControlCharacters(text) : text),
    mark: unicode
      ? { good: '✔', bad: '✖', warn: '⚠', fix: '→', change: '→', dot: '·', more: '…', loss: '⚠' }
      : { good: '+', bad: 'x', warn: '!', fix: '->', change: '->', dot: '.', more: '...', loss: '!' },
  };
}

export const plainStyle: Style = createStyle({ color: false, unicode: true });

export function toneOf(state: LiveState): Tone {
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
