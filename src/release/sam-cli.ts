import { UserError } from '../errors.ts';
import type { Spawn } from '../process/spawn.ts';
import type { Report } from '../report/events.ts';

/** The `sam` program of this machine. */
export interface SamCli {
  /** Absolute path, or the name to be found on the PATH. */
  readonly command: string;
  readonly version: string;
}

/**
 * First version whose boto3 takes `AWS_ENDPOINT_URL` and whose `--config-file` may lie anywhere; older ones are not
 * tried out.
 */
export const OLDEST_SAM = '1.100.0';

/**
 * First version that takes parameters from a file (`--parameter-overrides file://…`, aws/aws-sam-cli pull request #7876
 * of 2025-12-17: not in v1.151.0, in v1.152.0). The sam engine hands them over in no other way: on the command line some
 * values do not arrive as they are, and everybody on the machine can read them.
 */
export const OLDEST_SAM_FOR_ENGINE = '1.152.0';

/** What SAM suggests to type next: it would only mislead, as this program does the next step. */
const HINT = /^\s*(Commands you can use next|=+\s*$|\[\*\] |Execute the following command|sam deploy --template-file )/;

export interface SamParts {
  readonly spawn: Spawn;
  readonly report: Report;
  readonly signal?: AbortSignal;
}

export interface SamRun {
  readonly sam: SamCli;
  /** `build` or `package` and their arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** For the error: what was being built or packaged. */
  readonly template: string;
}

/**
 * Runs `sam`, every line of it an event.
 *
 * @throws UserError `sam-failed` with its last lines, `sam-cancelled`
 */
export async function runSam(run: SamRun, parts: SamParts): Promise<void> {
  const { exitCode, tail, aborted } = await parts.spawn(run.sam.command, run.args, {
    cwd: run.cwd,
    env: run.env,
    tailLines: 40,
    onLine: (line) => {
      if (line.trim() !== '' && !HINT.test(line)) parts.report({ type: 'tool.output', tool: 'sam', line });
    },
    ...(parts.signal && { signal: parts.signal }),
  });
  if (aborted) throw new UserError('sam-cancelled', `"sam ${run.args[0]}" was cancelled.`);
  if (exitCode === 0) return;
  throw new UserError(
    'sam-failed',
    [`"sam ${run.args[0]}" of ${run.template} failed with exit code ${exitCode}:`, ...lastLines(tail)].join('\n'),
    {
      location: { file: run.template },
      fix: [`Run "sam ${run.args[0]} --template ${run.template}" by hand: it fails in the same way.`],
    },
  );
}

function lastLines(tail: readonly string[]): readonly string[] {
  const lines = tail.map((line) => line.trimEnd()).filter((line) => line !== '');
  // sam ends with the reason; what comes before is progress.
  const error = lines.findLastIndex((line) => /^(?:Error|Build Failed|Usage)\b/.test(line));
  return lines.slice(error >= 0 ? error : -15).slice(0, 30);
}
