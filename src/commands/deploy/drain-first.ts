import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { weightOf } from '../../rollout/weights.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment } from '../../topology/model.ts';
import type { TrafficSettings } from '../../topology/traffic-model.ts';
import type { Weights } from '../../traffic/model.ts';
import { type FoundStack, findStacks } from '../shift/facts.ts';
import { ableTargets } from './able-targets.ts';
import type { TargetWork } from './target-work.ts';

/**
 * The settings of a run whose waves drain their targets first. Where no target has all of its stacks yet, nobody could take
 * over and nothing is drained: in the first deployment (the groups of an accelerator begin with the dial 100), and where
 * each target lacks one that others have; that some may serve all the same is said as a warning. Stacks that are new in
 * this release are not asked for. Where only some lack stacks and have a weight all the same, the others cannot be drained
 * onto them, and it is said what helps. What AWS does not tell changes nothing here, because the run may have a rollback to
 * finish: each wave asks again before it drains.
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
  const note = (level: 'info' | 'warning', text: string): void => report({ type: 'note', level, text });
  try {
    const found = await findStacks(environment, new Map(works.map((work) => [work.target.name, work])));
    const able = ableTargets(found);
    if (able.size === 0) {
      // Stacks that are being changed now may be done when it is their target's turn.
      if ([...found.values()].some((own) => own.length > 0 && own.every(isMade))) return settings;
      const serving = [...found].flatMap(([name, own]) => (own.some(isMade) ? [name] : []));
      if (serving.length === 0) note('info', 'nothing is drained: no target has all of its stacks yet');
      else note('warning', `nothing is drained: no target has all of its stacks, but ${serving.join(', ')} may serve`);
      return others;
    }
    const early = [...found.keys()].filter((name) => !able.has(name) && weightOf(weights, name) > 0);
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

/** It is there, good or not. Nobody drains onto a target that does not answer. */
function isMade({ stack }: FoundStack): boolean {
  return stack !== undefined && stack !== 'unknown' && statusMeaning(stack.status).made;
}
