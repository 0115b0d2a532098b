import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { weightOf } from '../../rollout/weights.ts';
import type { Environment } from '../../topology/model.ts';
import type { TrafficSettings } from '../../topology/traffic-model.ts';
import type { Weights } from '../../traffic/model.ts';
import { goodTargets } from '../shift/facts.ts';
import type { TargetWork } from './target-work.ts';

type Work = Pick<TargetWork, 'target' | 'session'>;

/**
 * The settings of a run whose waves drain their targets first. Where no target has all of its stacks yet, nobody could take
 * over and nothing is drained: in the first deployment (the groups of an accelerator begin with the dial 100), and where
 * each target lacks a stack, as a new one; that some serve all the same is said as a warning. Where only some lack stacks
 * and have a weight all the same, the others cannot be drained onto them, and it is said what helps. What AWS does not
 * tell changes nothing here, because the run may have a rollback to finish: each wave asks again before it drains.
 */
export async function drainSettings(
  settings: TrafficSettings,
  weights: Weights,
  environment: Environment,
  works: readonly Work[],
  { report }: Pick<RunContext, 'report'>,
): Promise<TrafficSettings> {
  const { drainPercent, ...others } = settings;
  if (drainPercent === undefined) return settings;
  const note = (level: 'info' | 'warning', text: string): void => report({ type: 'note', level, text });
  try {
    const good = await goodTargets(environment, new Map(works.map((work) => [work.target.name, work])));
    if (good.size === 0) {
      const deployed = await deployedStacks(environment, works);
      if (deployed.some(({ all }) => all)) return settings;
      const serving = deployed.flatMap(({ name, any }) => (any ? [name] : []));
      if (serving.length === 0) note('info', 'nothing is drained: no target has all of its stacks yet');
      else note('warning', `nothing is drained: no target has all of its stacks, but ${serving.join(', ')} may serve`);
      return others;
    }
    const known = works.map(({ target }) => target.name);
    const early = known.filter((name) => !good.has(name) && weightOf(weights, name) > 0);
    if (early.length > 0) {
      const zero = early.map((name) => `${name}=0`).join(',');
      note(
        'warning',
        `${early.join(', ')} has a weight and no good stacks: others cannot be drained onto it. A new target begins at weight 0: shift --weights ${zero}`,
      );
    }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    note('warning', `which targets can be drained is not known before their waves: ${error.message}`);
  }
  return settings;
}

/** Which targets have all of their stacks, or any, good or not. */
async function deployedStacks(environment: Environment, works: readonly Work[]) {
  return Promise.all(
    works.map(async ({ target: { name }, session }) => {
      const own = environment.instances.filter(({ target }) => target.name === name);
      const stacks = await Promise.all(
        own.map(({ stack }) => session.cloudformation.describeStack(stack.stackName).catch(unreachableAsNone)),
      );
      const deployed = stacks.filter((stack) => stack !== undefined && !NEVER_DEPLOYED.has(stack.status));
      return { name, all: own.length > 0 && deployed.length === own.length, any: deployed.length > 0 };
    }),
  );
}

/** Nobody drains onto a target that does not answer. */
function unreachableAsNone(error: unknown): undefined {
  if (!(error instanceof AwsError) || error.kind !== 'unreachable') throw error;
}

/** Statuses of a stack that was never there, or is no more: its first creation did not end well, or has not ended. */
const NEVER_DEPLOYED: ReadonlySet<string> = new Set([
  'REVIEW_IN_PROGRESS',
  'CREATE_IN_PROGRESS',
  'CREATE_FAILED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'DELETE_IN_PROGRESS',
  'DELETE_COMPLETE',
  'DELETE_FAILED',
]);
