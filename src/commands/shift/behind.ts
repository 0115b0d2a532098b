import type { Stack } from '../../aws/cloudformation-port.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import type { RecordedRelease } from './recorded-release.ts';

/** What is looked at to know which release a target has. */
export interface ReleaseFacts {
  /** Targets that answer, by name. */
  readonly works: ReadonlyMap<string, Pick<TargetWork, 'session'>>;
  readonly recorded: RecordedRelease;
}

/**
 * Targets that have not got the release of the last rollout, which ended well without them: because their failure was
 * tolerated, or because they were left out. A release that was judged bad, or given up, is owed to nobody.
 * @param gaining targets that would get more traffic: nobody else can be behind
 * @throws AwsError
 */
export async function targetsBehind(
  rollout: OpenRollout,
  environment: Pick<Environment, 'phases'>,
  gaining: readonly string[],
  facts: ReleaseFacts,
): Promise<ReadonlySet<string>> {
  const [missed, leftOut] = await Promise.all([
    missedTargets(rollout, environment, gaining, facts),
    leftOutTargets(rollout, environment, gaining, facts),
  ]);
  return new Set([...missed, ...leftOut]);
}

/**
 * Those whose failure was tolerated: a stack of theirs is not there, was put back, or was neither touched since the wave
 * began nor has a record of the release, as one has that had nothing to change. Where the rollout did not keep whom it
 * missed, a target is let go as soon as one stack of its was updated.
 */
async function missedTargets(
  { phases: stages, course, release }: OpenRollout,
  { phases }: Pick<Environment, 'phases'>,
  gaining: readonly string[],
  { works, recorded }: ReleaseFacts,
): Promise<readonly string[]> {
  if (course === 'closed') return [];
  const found = phases.flatMap(({ kind, name, targets, instances }) => {
    const progress = stages[name];
    if (kind !== 'wave' || progress?.stage !== 'incomplete') return [];
    const { startedAt, missed } = progress;
    return (missed ?? targets)
      .filter((target) => targets.includes(target) && gaining.includes(target))
      .map(async (target) => {
        const own = instances.filter((instance) => instance.target.name === target);
        const ends = await Promise.all(
          own.map(async (instance) => {
            const stack = await works.get(target)?.session.cloudformation.describeStack(instance.stack.stackName);
            if (stack === undefined || !statusMeaning(stack.status).success) return 'bad';
            if (isTouched(stack, startedAt)) return 'has';
            return (await recorded(instance)) === release.id ? 'has' : 'old';
          }),
        );
        const enough = missed === undefined ? ends.includes('has') : !ends.includes('old');
        return ends.includes('bad') || !enough ? [target] : [];
      });
  });
  return (await Promise.all(found)).flat();
}

/**
 * Those that a rollout left out which ended well: nothing of theirs was touched since it was opened, what is recorded there
 * is another release, and another target has the one of the rollout. Where one has returned meanwhile, or no record tells,
 * nobody is behind.
 */
async function leftOutTargets(
  { phases: stages, course, failure, release, openedAt }: OpenRollout,
  { phases }: Pick<Environment, 'phases'>,
  gaining: readonly string[],
  { works, recorded }: ReleaseFacts,
): Promise<readonly string[]> {
  const endedWell =
    course === 'closed' || (course === 'failed' && stages[failure?.phase ?? '']?.stage === 'incomplete');
  const wasBad = Object.values(stages).some(({ stage }) => stage === 'failed' || stage === 'returned');
  if (!endedWell || wasBad || gaining.length === 0) return [];
  const regional = phases.filter(({ kind }) => kind === 'wave').flatMap(({ instances }) => instances);
  const standing = async (target: string): Promise<'has' | 'lacks' | 'moved' | 'unknown'> => {
    const own = regional.filter((instance) => instance.target.name === target);
    const ids = (await Promise.all(own.map(recorded))).flatMap((id) => id ?? []);
    if (ids.length === 0) return 'unknown';
    if (ids.every((id) => id === release.id)) return 'has';
    return (await isAnyTouched(target, own, openedAt, works)) ? 'moved' : 'lacks';
  };
  const stands = new Map(
    await Promise.all([...works.keys()].map(async (name) => [name, await standing(name)] as const)),
  );
  const all = new Set(stands.values());
  return all.has('has') && !all.has('moved') ? gaining.filter((name) => stands.get(name) === 'lacks') : [];
}

async function isAnyTouched(
  target: string,
  own: readonly StackInstance[],
  since: string,
  works: ReleaseFacts['works'],
): Promise<boolean> {
  const cloudformation = works.get(target)?.session.cloudformation;
  const stacks = await Promise.all(own.map(({ stack }) => cloudformation?.describeStack(stack.stackName)));
  return stacks.some((stack) => stack !== undefined && isTouched(stack, since));
}

function isTouched({ createdAt, updatedAt }: Pick<Stack, 'createdAt' | 'updatedAt'>, since: string): boolean {
  return Date.parse(updatedAt ?? createdAt) >= Date.parse(since);
}
