import { formatDuration } from '../../topology/index.ts';
import type { Environment } from '../../topology/model.ts';

/**
 * GitHub ends a job on a runner of its own after six hours, whatever `timeout-minutes` says ("Actions limits", job
 * execution time).
 */
const HOSTED_JOB_MS = 6 * 3_600_000;

/** A sentence for bakes that a job of a hosted runner cannot see the end of; undefined where they fit. */
export function longBake(
  { phases, traffic }: Environment,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (env['GITHUB_ACTIONS'] !== 'true' || env['RUNNER_ENVIRONMENT'] !== 'github-hosted') return undefined;
  const steps = traffic?.steps.length ?? 1;
  const bakes = phases.map(({ kind, bakeMs }) => bakeMs * (kind === 'wave' ? steps : 1));
  const total = bakes.reduce((sum, ms) => sum + ms, 0);
  if (total < HOSTED_JOB_MS) return undefined;
  return `the bakes alone take ${formatDuration(total)}, and GitHub ends a job of its own runners after ${formatDuration(HOSTED_JOB_MS)}: let the rollout wait with until, and promote it in another job`;
}
