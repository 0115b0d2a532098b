import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import { MAX_WEIGHT, totalWeight, weightOf } from '../../rollout/weights.ts';
import { didYouMean } from '../../topology/nearest.ts';
import type { Weights } from '../../traffic/model.ts';

/** What weights are worked out from. */
export interface WeightSources {
  readonly current: Weights;
  readonly configured: Weights;
  readonly state: ActiveState;
}

type ShiftOptions = Pick<Options, 'weights' | 'to' | 'percent' | 'activate' | 'deactivate'>;

/**
 * The weights that the options ask for: `weights` as they are written, `configured` or `previous`; or `to` with
 * `percent`; or those there are, when only who is active is to change.
 *
 * @throws UserError `shift-what`, `not-a-weight`, `not-a-percentage`, `unknown-target`, `no-previous-weights`
 */
export function wantedWeights(options: ShiftOptions, sources: WeightSources): Weights {
  const { weights, to, percent } = options;
  if (weights !== undefined && to === undefined && percent === undefined) return written(weights, sources);
  if (to !== undefined && weights === undefined) return towards(to, percentOf(percent ?? '100'), sources.current);
  const onlyActive = options.activate !== undefined || options.deactivate !== undefined;
  if (onlyActive && weights === undefined && percent === undefined) return sources.current;
  throw new UserError('shift-what', 'shift needs to be told the weights, in one way', {
    fix: [
      'Give weights (TARGET=WEIGHT for those that change, or "configured", or "previous"), or give to and percent.',
    ],
  });
}

function written(items: readonly string[], { current, configured, state }: WeightSources): Weights {
  const [word] = items;
  if (items.length === 1 && word === 'configured') return only(configured, current);
  if (items.length === 1 && word === 'previous') {
    if (state.lastChange !== undefined) return { ...current, ...only(state.lastChange.before, current) };
    throw new UserError('no-previous-weights', 'no earlier weights are remembered', {
      fix: ['Give the weights themselves, or "configured".'],
    });
  }
  const changes = items.map((item): readonly [string, number] => {
    const [name = '', text = ''] = item.split('=').map((part) => part.trim());
    checkTarget(name, current);
    const weight = Number(text);
    if (/^\d{1,3}$/.test(text) && weight <= MAX_WEIGHT) return [name, weight];
    throw new UserError('not-a-weight', `"${item}" is not TARGET=WEIGHT`, {
      fix: [`Write a whole number from 0 to ${MAX_WEIGHT} behind the name of the target.`],
    });
  });
  return { ...current, ...Object.fromEntries(changes) };
}

/** A target that the configuration has and the driver has not yet cannot be given a weight by hand. */
function only(weights: Weights, current: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([name]) => current[name] !== undefined));
}

function checkTarget(name: string, current: Weights): void {
  if (current[name] !== undefined) return;
  throw new UserError('unknown-target', `${name || 'nothing'} is no target that has a weight`, {
    fix: [didYouMean(name, Object.keys(current))],
  });
}

function percentOf(text: string): number {
  const percent = Number(text.trim().replace(/%$/, ''));
  if (/^\s*\d{1,3}%?\s*$/.test(text) && percent <= 100) return percent;
  throw new UserError('not-a-percentage', `percent is "${text}"`, { fix: ['Give a whole number from 0 to 100.'] });
}

/**
 * Weights that give a target this percentage of all traffic and the others the rest in the proportions that they have;
 * equal parts where they have none. The whole numbers are chosen so that the shares come closest.
 */
export function towards(target: string, percent: number, current: Weights): Weights {
  checkTarget(target, current);
  const others = Object.keys(current).filter((name) => name !== target);
  const rest = Object.fromEntries(others.map((name) => [name, weightOf(current, name)]));
  const sum = totalWeight(rest);
  const shares = new Map<string, number>([[target, percent / 100]]);
  for (const name of others) {
    const part = sum === 0 ? 1 / others.length : weightOf(rest, name) / sum;
    shares.set(name, (1 - percent / 100) * part);
  }
  return closest(shares);
}

/** The first total from 100 on for which no share is off by more than with any other total that fits. */
function closest(shares: ReadonlyMap<string, number>): Weights {
  const largest = Math.max(...shares.values());
  let best: { readonly weights: Weights; readonly error: number } | undefined;
  for (let total = 100; total * largest <= MAX_WEIGHT + 0.5; total += 1) {
    const weights = Object.fromEntries([...shares].map(([name, share]) => [name, rounded(share * total)]));
    const all = totalWeight(weights);
    const error = Math.max(...[...shares].map(([name, share]) => Math.abs(weightOf(weights, name) / all - share)));
    if (best === undefined || error < best.error - 1e-9) best = { weights, error };
  }
  return best?.weights ?? {};
}

/** A share is never rounded away, and never above what a weight can be. */
function rounded(value: number): number {
  return value === 0 ? 0 : Math.min(MAX_WEIGHT, Math.max(1, Math.round(value)));
}
