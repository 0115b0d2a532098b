import { join } from 'node:path';
import { loadCommand } from './commands/index.ts';
import type { RunContext } from './context.ts';
import { errorText, UserError } from './errors.ts';
import type { RunCommand } from './options/model.ts';
import type { Options } from './options/values.ts';
import { exitCodes } from './report/exit-codes.ts';
import { problemsOf } from './report/problems.ts';
import type { RunResult } from './report/run-result.ts';

/** How a run ended: with a result, or refused before anything was changed. */
export interface RunEnd {
  readonly exitCode: number;
  readonly result?: RunResult;
}

/** Runs a command and reports its end, whatever that is; `comment` has no result. Never throws. */
export async function runCommand(
  command: RunCommand | 'comment',
  options: Options,
  context: RunContext,
): Promise<RunEnd> {
  try {
    if (command === 'comment') {
      const { comment } = await import('./commands/comment.ts');
      await comment(options, context);
      return { exitCode: 0 };
    }
    const run = await loadCommand(command);
    const result = await run(options, context);
    await writeJunit(options['junit-file'], result, context);
    context.report({ type: 'run.finished', result });
    return { exitCode: result.exitCode, result };
  } catch (error) {
    return refuse(command, error, context);
  }
}

/** Reports what was thrown as a refusal: the user's to change, or a defect of ours. */
export function refuse(command: string, error: unknown, context: Pick<RunContext, 'report' | 'signal'>): RunEnd {
  const exitCode = exitCodeOf(error, context.signal);
  context.report({
    type: 'run.refused',
    refusal: { schema: 1, command, status: 'refused', problems: problemsOf(error), exitCode },
  });
  return { exitCode };
}

function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return exitCodes.cancelled;
  if (!(error instanceof UserError)) return exitCodes.failed;
  return error.code.startsWith('plan-') ? exitCodes.planRefused : exitCodes.refused;
}

async function writeJunit(file: string | undefined, result: RunResult, context: RunContext): Promise<void> {
  if (file === undefined) return;
  const { junitXml } = await import('./report/render/junit.ts');
  try {
    await context.writeFile(join(context.cwd, file), junitXml(result));
  } catch (error) {
    // What was done is done: its result must reach the user.
    context.report({ type: 'note', level: 'warning', text: `${file} could not be written: ${errorText(error)}` });
  }
}
