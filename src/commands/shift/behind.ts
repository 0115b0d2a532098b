import type { Stack } from '../../aws/cloudformation-port.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/**
 * Targets that did not get the release of a rollout that ended without them, because their failure was tolerated: a stack of
 * theirs is not there, was put back, or was not touched since the wave began. A stack that had nothing to change is never
 * touched: where the rollout did not keep whom it missed, a target is let go as soon as one stack of its was updated.
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
  const found = phases.flatMap(({ kind, name, targets, instances }) => {
    const progress = stages[name];
    if (kind !== 'wave' || progress?.stage !== 'incomplete') return [];
    const { startedAt, missed } = progress;
    return (missed ?? targets)
      .filter((target) => targets.includes(target) && gaining.includes(target))
      .map(async (target) => {
        const own = instances.filter((instance) => instance.target.name === target);
        const cloudformation = works.get(target)?.session.cloudformation;
        const stacks = await Promise.all(own.map(({ stack }) => cloudformation?.describeStack(stack.stackName)));
        const good = stacks.filter((stack) => stack !== undefined && statusMeaning(stack.status).success);
        const updated = stacks.filter((stack) => stack !== undefined && touched(stack) >= Date.parse(startedAt));
        const enough = missed === undefined ? Math.min(1, own.length) : own.length;
        return good.length < own.length || updated.length < enough ? [target] : [];
      });
  });
  return new Set((await Promise.all(found)).flat());
}

function touched({ createdAt, updatedAt }: Pick<Stack, 'createdAt' | 'updatedAt'>): number {
  return Date.parse(updatedAt ?? createdAt);
}
