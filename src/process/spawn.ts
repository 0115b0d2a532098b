import { UserError } from '../errors.ts';
import { lineSplitter } from './lines.ts';

export interface SpawnOptions {
  /** Working directory, absolute. */
  readonly cwd: string;
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Aborting ends the child and everything it started: SIGTERM, then SIGKILL after {@link killAfterMs}. */
  readonly signal?: AbortSignal;
  /** Every line of standard output and standard error, in the order in which they arrive; without line ends. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Milliseconds between SIGTERM and SIGKILL; 5000 unless given. */
  readonly killAfterMs?: number;
  /** How many of the last lines {@link SpawnResult.tail} keeps; 200 unless given. */
  readonly tailLines?: number;
}

export interface SpawnResult {
  /** As a shell gives it: 128 + number when a signal ended the child. */
  readonly exitCode: number;
  /** The last lines of both streams. */
  readonly tail: readonly string[];
  /** The signal was aborted before the child ended by itself. */
  readonly aborted: boolean;
}

/**
 * Runs one program to its end, without a shell: arguments arrive as they are given.
 * A failing exit code is a result; rejects only with UserError `command-not-found` or `command-not-started`.
 */
export type Spawn = (command: string, args: readonly string[], options: SpawnOptions) => Promise<SpawnResult>;

/** {@link Spawn} with real processes. */
export const spawnProcess: Spawn = async (command, args, options) => {
  const [{ spawn }, { constants }] = await Promise.all([import('node:child_process'), import('node:os')]);
  if (options.signal?.aborted) return { exitCode: 128 + constants.signals.SIGTERM, tail: [], aborted: true };

  const tail: string[] = [];
  const keep = options.tailLines ?? 200;
  const take = (stream: 'stdout' | 'stderr') =>
    lineSplitter((line) => {
      if (tail.push(line) > keep) tail.shift();
      options.onLine?.(line, stream);
    });

  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: false,
    windowsHide: true,
    // A group of its own: `sam build` starts npm and pip, which must end with it.
    detached: ownGroup,
  });

  const end = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      if (ownGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // Already gone.
    }
  };
  let aborted = false;
  let killTimer: NodeJS.Timeout | undefined;
  const abort = () => {
    aborted = true;
    end('SIGTERM');
    killTimer = setTimeout(() => end('SIGKILL'), options.killAfterMs ?? 5000);
  };
  options.signal?.addEventListener('abort', abort, { once: true });

  const streams = (['stdout', 'stderr'] as const).map((name) => {
    const lines = take(name);
    child[name].setEncoding('utf8').on('data', (text: string) => lines.push(text));
    return lines;
  });

  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => reject(notStarted(command, options.cwd, error)));
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    for (const lines of streams) lines.end();
    return { exitCode, tail, aborted };
  } finally {
    clearTimeout(killTimer);
    options.signal?.removeEventListener('abort', abort);
  }
};

function notStarted(command: string, cwd: string, error: NodeJS.ErrnoException): UserError {
  if (error.code === 'ENOENT') {
    return new UserError('command-not-found', `The program "${command}" was not found (started in ${cwd}).`, {
      fix: [`Install "${command}", or put it on the PATH of this process.`],
      cause: error,
    });
  }
  return new UserError('command-not-started', `The program "${command}" could not be started: ${error.message}.`, {
    fix: ['Check that the file may be executed and that the working directory exists.'],
    cause: error,
  });
}
