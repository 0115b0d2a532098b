import type { Claims } from '../../cloud/index.ts';

/** A workflow run, as its page on GitHub shows it. */
export interface ActRun {
  readonly exitCode: number;
  /** By id of the job; skipped ones are not there. */
  readonly jobs: Readonly<Record<string, JobRun>>;
  /** Everything that was printed. */
  readonly log: string;
  /** Claims of the ID tokens that the jobs asked for. */
  readonly tokens: readonly Claims[];
  /** What the run has kept so far, with the folder of each. */
  readonly artifacts: Readonly<Record<string, string>>;
}

export interface JobRun {
  readonly result: string;
  /** `id: result` of each step that ran, in order. */
  readonly steps: readonly string[];
  /** Job summary of all its steps. */
  readonly summary: string;
  /** Outputs by step, as `step.name`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

/** A line of act's `--json` log, as far as it is used. */
interface Line {
  readonly msg?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly stage?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** Reads what `act --json` printed. */
export function readLog(output: string, exitCode: number, tokens: readonly Claims[]): Omit<ActRun, 'artifacts'> {
  const jobs: Record<
    string,
    { result: string; steps: string[]; summary: string; outputs: Record<string, string>; log: string }
  > = {};
  let log = '';
  for (const text of output.split('\n')) {
    const line = parseLine(text);
    const message = line?.msg ?? text;
    log += message.endsWith('\n') ? message : `${message}\n`;
    if (line?.jobID === undefined) continue;
    jobs[line.jobID] ??= { result: '', steps: [], summary: '', outputs: {}, log: '' };
    const job = jobs[line.jobID] as (typeof jobs)[string];
    const step = line.stepID?.join('/') ?? '';
    job.log += message.endsWith('\n') ? message : `${message}\n`;
    if (line.jobResult !== undefined) job.result = line.jobResult;
    if (line.stepResult !== undefined && line.stage === 'Main') job.steps.push(`${step}: ${line.stepResult}`);
    if (line.command === 'summary') job.summary += line.content ?? '';
    if (line.command === 'set-output' && line.name !== undefined) job.outputs[`${step}.${line.name}`] = line.arg ?? '';
  }
  return { exitCode, jobs, log, tokens };
}

function parseLine(text: string): Line | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
