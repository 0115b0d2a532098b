import { AwsError } from '../../aws/ports.ts';
import { UserError } from '../../errors.ts';
import { sameWeights, totalWeight, weightOf } from '../../rollout/weights.ts';
import type { TrafficDriver, Weights } from '../../traffic/model.ts';
import type { Move } from '../move.ts';
import type { Mechanism } from '../run.ts';
import { UNGUARDED } from '../still-ours.ts';

/** Weights of who stays; where nobody of them has one, they share what the others lose. */
export function failoverWeights(move: Move, current: Weights, configured: Weights): Weights {
  const none = Object.fromEntries(Object.keys(current).map((name) => [name, 0]));
  const staying = move.active.filter((name) => current[name] !== undefined);
  const kept = Object.fromEntries(staying.map((name) => [name, weightOf(current, name)]));
  if (totalWeight(kept) > 0) return { ...none, ...kept };
  const own = Object.fromEntries(staying.map((name) => [name, weightOf(configured, name)]));
  if (totalWeight(own) > 0) return { ...none, ...own };
  return { ...none, ...Object.fromEntries(staying.map((name) => [name, FULL_WEIGHT])) };
}

/** Of a target that is configured to carry nothing, once it carries everything. */
const FULL_WEIGHT = 100;

/** Through the traffic driver, whose control plane is in one region: for planned moves. */
export function createWeights(driver: () => Promise<TrafficDriver>, configured: Weights): Mechanism {
  return {
    kind: 'weights',
    check() {},
    async apply(move, signal, guard = UNGUARDED) {
      const traffic = await driver();
      const read = await traffic.read(signal);
      const next = failoverWeights(move, read.weights, configured);
      if (totalWeight(next) === 0) {
        throw new UserError('failover-no-weight', `${traffic.kind} knows no weight of ${move.active.join(', ')}`, {
          fix: ['Deploy to it first: a target gets its records when it is deployed.'],
        });
      }
      if (sameWeights(next, read.weights)) return [];
      try {
        // In this order: who changes weights after this look, changes what was read.
        await guard();
        await traffic.set(next, read, signal);
      } catch (error) {
        if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
        const now = await traffic.read(signal);
        await guard();
        await traffic.set(failoverWeights(move, now.weights, configured), now, signal);
      }
      return [];
    },
  };
}
