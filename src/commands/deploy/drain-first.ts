import type { RunContext } from '../../context.ts';
import { weightOf } from '../../rollout/weights.ts';
import type { Environment } from '../../topology/model.ts';
import type { TrafficSettings } from '../../topology/traffic-model.ts';
import type { Weights } from '../../traffic/model.ts';
import { goodTargets } from '../shift/facts.ts';
import type { TargetWork } from './target-work.ts';

/**
 * The settings of a run whose waves drain their targets first. Where no target has all of its stacks yet (the first
 * deployment) nobody serves and nobody could take over, so nothing is drained: the groups of an accelerator begin with the
 * dial 100. Where only some lack stacks and have a weight all the same, the others cannot be drained onto them, and it is
 * said what helps.
 */
export async function drainSettings(
  settings: TrafficSettings,
  weights: Weights,
  environment: Environment,
  works: readonly Pick<TargetWork, 'target' | 'session'>[],
  { report }: Pick<RunContext, 'report'>,
): Promise<TrafficSettings> {
  const { drainPercent, ...others } = settings;
  if (drainPercent === undefined) return settings;
  const good = await goodTargets(environment, new Map(works.map((work) => [work.target.name, work])));
  if (good.size === 0) {
    const text = 'nothing is drained: no target has all of its stacks yet';
    report({ type: 'note', level: 'info', text });
    return others;
  }
  const known = works.map(({ target }) => target.name);
  const early = known.filter((name) => !good.has(name) && weightOf(weights, name) > 0);
  if (early.length > 0) {
    const zero = early.map((name) => `${name}=0`).join(',');
    const text = `${early.join(', ')} has a weight and no good stacks: others cannot be drained onto it. A new target begins at weight 0: shift --weights ${zero}`;
    report({ type: 'note', level: 'warning', text });
  }
  return settings;
}
