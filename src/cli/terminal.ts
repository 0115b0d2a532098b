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
  /** Asks for a text; an empty answer is `standard`. */
  read(question: string, standard: string): Promise<string>;
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
    ask: async (question) => /^y(es)?$/i.test(await questioned(process, `${question} [y/N] `)),
    read: async (question, standard) =>
      (await questioned(process, `${question}${standard === '' ? '' : ` [${standard}]`}: `)) || standard,
  };
}

/** The answer, without blanks around it. Questions go to standard error: standard output is for results. */
async function questioned({ stdin, stderr }: NodeJS.Process, question: string): Promise<string> {
  const readline = createInterface({ input: stdin, output: stderr });
  try {
    return (await readline.question(question)).trim();
  } finally {
    readline.close();
  }
}
