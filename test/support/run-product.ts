import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provision } from '../../scripts/provision.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { bundle } from './bundle.ts';

/** How the product ended, as a user or a workflow sees it. */
export interface ProductRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Step outputs, when run as the action. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Job summary, when run as the action. */
  readonly summary: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** From `cloud.env()` or `cloud.githubEnv()`. PATH gets `sam` in front. */
  readonly env: Readonly<Record<string, string>>;
  /** Called with the child, to send it signals. */
  readonly onStart?: (child: {
    readonly pid: number;
    readonly kill: (signal: NodeJS.Signals) => void;
    /** The listener gets whole lines, of both streams. */
    readonly onOutput: (listener: (text: string) => void) => void;
  }) => void;
  /** A folder that comes first on the PATH. */
  readonly pathFirst?: string;
  /** False: `sam` is not on the PATH. */
  readonly withSam?: boolean;
}

/** Runs the bundle as the command line. */
export async function runCli(args: readonly string[], options: RunOptions): Promise<ProductRun> {
  return { ...(await run(args, options)), outputs: {}, summary: '' };
}

/** Runs the bundle as the action, with inputs as the runner hands them over. */
export async function runAction(inputs: Readonly<Record<string, string>>, options: RunOptions): Promise<ProductRun> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  try {
    const env = { ...options.env, ...files, ...given, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: options.cwd };
    const ended = await run([], { ...options, env });
    return {
      ...ended,
      outputs: readOutputs(files.GITHUB_OUTPUT),
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 20 });
  }
}

/** Runs a command with `--output json` and returns its result document beside how it ended. */
export async function runJson(
  args: readonly string[],
  options: RunOptions,
): Promise<ProductRun & { readonly result: RunResult }> {
  const ended = await runCli([...args, '--output', 'json'], options);
  try {
    return { ...ended, result: JSON.parse(ended.stdout) as RunResult };
  } catch {
    throw new Error(`no JSON on standard output (exit ${ended.exitCode}):\n${ended.stdout}\n${ended.stderr}`);
  }
}

async function run(
  args: readonly string[],
  { cwd, env, onStart, withSam = true, pathFirst }: RunOptions,
): Promise<Omit<ProductRun, 'outputs' | 'summary'>> {
  const [file, sam] = await Promise.all([bundle(), withSam ? provision('sam') : undefined]);
  const path = [
    ...(pathFirst === undefined ? [] : [pathFirst]),
    ...(sam === undefined ? [] : [sam.bin]),
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
  ].join(':');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    const listeners: ((text: string) => void)[] = [];
    const tell = (text: string): void => {
      for (const listener of listeners) listener(text);
    };
    // Decoded by the stream, and told in whole lines: a pipe cuts where it likes, also in the middle of a letter.
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        if (stream === child.stdout) stdout += text;
        else stderr += text;
        const end = (rest + text).lastIndexOf('\n') + 1;
        const lines = (rest + text).slice(0, end);
        rest = (rest + text).slice(end);
        if (lines !== '') tell(lines);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ exitCode: code ?? (signal === 'SIGKILL' ? 137 : 143), stdout, stderr }),
    );
    onStart?.({
      pid: child.pid ?? 0,
      kill: (signal) => child.kill(signal),
      onOutput: (listener) => void listeners.push(listener),
    });
  });
}

/** The file that `core.setOutput` appends to: `name<<delimiter`, lines, `delimiter`; the last one of a name counts. */
function readOutputs(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  while (lines.length > 0) {
    const [name, delimiter] = (lines.shift() ?? '').split('<<');
    if (!name || !delimiter) continue;
    const end = lines.indexOf(delimiter);
    outputs[name] = lines.splice(0, end).join('\n');
    lines.shift();
  }
  return outputs;
}
