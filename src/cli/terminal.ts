import { createInterface } from 'node:readline/promises';

/** The streams that a person or a pipe reads. */
export interface Terminal {
  /** Standard output: results. */
  out(text: string): void;
  /** Standard error: how it is going. */
  err(text: string): void;
  /** A person can be asked. */
  readonly interactive: boolean;
  /** Standard error can be redrawn. */
  readonly live: boolean;
  readonly color: boolean;
  readonly unicode: boolean;
  columns(): number;
  rows(): number;
  ask(question: string): Promise<boolean>;
}

/** The terminal of a process. `NO_COLOR`, `FORCE_COLOR` and the locale are honoured. */
export function terminalOf(process: NodeJS.Process, env: Readonly<Record<string, string | undefined>>): Terminal {
  const { stdin, stdout, stderr } = process;
  const live = stdout.isTTY === true && stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || 'C.UTF-8';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    live,
    color: env['NO_COLOR'] ? false : (env['FORCE_COLOR'] ?? '0') !== '0' || stdout.isTTY === true,
    unicode: /utf-?8/i.test(locale),
    columns: () => stderr.columns ?? 120,
    rows: () => stderr.rows ?? 40,
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
