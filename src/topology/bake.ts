import type { Context } from './context.ts';
import { formatDuration } from './duration.ts';
import type { Phase } from './model.ts';

/** GitHub Actions limits, "Job execution time": a job on a hosted runner ends after six hours. */
const HOSTED_JOB_MS = 21_600_000;

/**
 * Warns of bakes that a job cannot see the end of, with the numbers.
 * @param steps of the traffic of a wave, each of which bakes
 */
export function checkBake(phases: readonly Phase[], steps: number, context: Context): void {
  const total = phases.reduce((sum, { kind, bakeMs }) => sum + bakeMs * (kind === 'wave' ? steps : 1), 0);
  if (total < HOSTED_JOB_MS) return;
  const all = formatDuration(total);
  const limit = formatDuration(HOSTED_JOB_MS);
  const often = steps > 1 ? `, after each of ${steps} steps` : '';
  context.note(
    `warning: the waves bake ${all} together${often}, and a job on a hosted runner of GitHub ends after ${limit}: ` +
      'deploy with --until and go on with promote',
  );
}
