import type { OpenRollout } from '../../rollout/open-rollout.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/**
 * Targets that did not get the release of a rollout that ended without them, because their failure was tolerated: a stack of
 * theirs is not there, was put back, or was not touched since the wave began. One that had nothing to change looks the same, and is
 * let go by the deployment that ends the rollout.
 * @param gaining targets that would get more traffic: nobody else is asked
 * @throws AwsError
 */
export async function targetsBehind(
  { phases: stages, course }: OpenRollout,
  { phases }: Pick<Environment, 'phases'>,
  gaining: readonly string[],
  works: ReadonlyMap<string, Pick<TargetWork, 'session'>>,
): Promise<ReadonlySet<string>> {
  if (course === 'closed') return new Set();
  const found = phases.flatMap(({ kind, name, instances }) => {
    const progress = stages[name];
    if (kind !== 'wave' || progress?.stage !== 'incomplete') return [];
    const since = Date.parse(progress.startedAt);
    return instances
      .filter(({ target }) => gaining.includes(target.name))
      .map(async ({ target, stack }) => {
        const deployed = await works.get(target.name)?.session.cloudformation.describeStack(stack.stackName);
        if (deployed === undefined || !statusMeaning(deployed.status).success) return [target.name];
        return Date.parse(deployed.updatedAt ?? deployed.createdAt) < since ? [target.name] : [];
      });
  });
  return new Set((await Promise.all(found)).flat());
}
