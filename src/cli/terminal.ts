import { createInterface } from 'node:readline/promises';
import { canRedraw, looksOf } from '../report/looks.ts';
import type { Looks } from '../report/style.ts';

/** The streams that a person or a pipe reads. */
export interface Terminal extends Looks {
  /** Standard output: results. */
  out(text: string): void;
  /** Standard error: how it is going. */
  err(text: string): void;
  /** A person can be asked. */
  readonly interactive: boolean;
  /** Standard output can be redrawn. */
  readonly live: boolean;
  size(): { readonly columns: number; readonly rows: number };
  ask(question: string): Promise<boolean>;
}

/** The terminal of a process. `NO_COLOR`, `FORCE_COLOR` and the locale are honoured. */
export function terminalOf(process: NodeJS.Process, env: Readonly<Record<string, string | undefined>>): Terminal {
  const { stdin, stdout, stderr } = process;
  const seen = { env, isTerminal: stdout.isTTY === true, platform: process.platform };
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    live: canRedraw(seen),
    ...looksOf(seen),
    size: () => ({ columns: stdout.columns ?? 120, rows: stdout.rows ?? 40 }),
    ask: async (question) => {
      const readline = createInterface({ input: stdin, output: stderr });
      try {
        return /^y(es)?$/i.test((await readline.question(`${question} [y/N] `)).trim());
      } finally {
        readline.close();
      }
    },
  };
}
