import type { GitHub } from './model.ts';
import type { WorkflowRun } from './reports.ts';

/** Deployments of a commit to one environment that are looked at. */
const MOST = 10;

/**
 * Whether GitHub itself made a deployment to this environment for a job of this run: `environment:` does, unless it says
 * `deployment: false`. No variable tells a job its environment, but the statuses that GitHub writes lead to the run.
 */
export async function isMadeByJob(
  github: GitHub,
  environment: string,
  { number, sha }: Pick<WorkflowRun, 'number' | 'sha'>,
): Promise<boolean> {
  if (number === undefined || sha === undefined) return false;
  const listed = await github.deployments({ environment, sha, most: MOST });
  const others = listed.filter(({ key }) => key === undefined);
  const statuses = await Promise.all(others.map(({ id }) => github.deploymentStatuses(id)));
  const ofRun = new RegExp(`/runs/${number}(/|$)`);
  return statuses.flat().some(({ logUrl }) => logUrl !== undefined && ofRun.test(logUrl));
}
