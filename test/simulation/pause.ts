import { SCHEDULE_RETRIES_MS } from '../../src/aws/traffic-ports.ts';
import { sameWeights } from '../../src/rollout/weights.ts';
import type { LaterWeights, Weights } from '../../src/traffic/model.ts';
import type { Calls } from './calls.ts';
import { checkRevert } from './promises.ts';
import { createRandom } from './random.ts';
import { awsError, type World } from './world.ts';

/** What becomes of a rollout that waits. Milliseconds. */
export interface Pause {
  readonly revertAfterMs: number;
  /** Somebody comes back so long after the pause began: before the revert, while it happens, or long after. */
  readonly backAfterMs: number;
  /** That one pauses once more. */
  readonly again: boolean;
  /** The schedule calls so much after its time. */
  readonly lateMs: number;
  /** Its call takes effect so much later, also when the schedule is deleted meanwhile. */
  readonly inFlightMs: number;
  /** It calls once more, so long after the first time. */
  readonly twiceAfterMs?: number;
  /** EventBridge Scheduler does not answer; after the start. */
  readonly lost?: { readonly from: number; readonly until: number };
}

/** Weights that are set at a later time. */
export interface Schedule {
  readonly from: Weights;
  readonly to: Weights;
}

const MINUTE_MS = 60_000;
/** Of one call to Route 53. */
const CALL_MS = 10_000;

export function drawPause(seed: number): Pause {
  const random = createRandom(seed ^ 0x4e7e47);
  const revertAfterMs = random.whole(1, 60) * MINUTE_MS;
  // Within the minute, and, where Route 53 did not answer at first, in one of the repetitions.
  const lateMs = random.whole(0, MINUTE_MS) + (random.chance(0.3) ? random.whole(0, SCHEDULE_RETRIES_MS - CALL_MS) : 0);
  const inFlightMs = random.whole(0, CALL_MS);
  const called = lateMs + inFlightMs;
  const from = random.whole(0, 2 * revertAfterMs);
  return {
    revertAfterMs,
    backAfterMs: random.pick([
      random.whole(0, revertAfterMs),
      revertAfterMs + random.whole(-2 * MINUTE_MS, 8 * MINUTE_MS),
      revertAfterMs + random.whole(0, 10 * revertAfterMs),
    ]),
    again: random.chance(0.2),
    lateMs,
    inFlightMs,
    ...(random.chance(0.3) && { twiceAfterMs: random.whole(0, MINUTE_MS + SCHEDULE_RETRIES_MS - 1 - called) }),
    ...(random.chance(0.2) && { lost: { from, until: from + random.whole(MINUTE_MS, 30 * MINUTE_MS) } }),
  };
}

/** From now on nothing more goes wrong; what is scheduled stays as it is. */
export function calmPause({ lost: _, ...pause }: Pause): Pause {
  return { ...pause, again: false };
}

/**
 * EventBridge Scheduler with a batch for Route 53, as one process sees it. The batch deletes record sets exactly as they were:
 * what counts are their values, not how often they were changed.
 */
export function laterWeights(world: World, active: ReadonlySet<string>, { call }: Pick<Calls, 'call'>): LaterWeights {
  const { clock } = world;
  const reach = (): void => {
    const { lost } = world.scenario.pause ?? {};
    const elapsed = clock.now() - world.start;
    if (lost !== undefined && lost.from <= elapsed && elapsed < lost.until) throw awsError('unreachable');
  };
  const strike = ({ from, to }: Schedule): void => {
    if (!sameWeights(world.weights, from)) return;
    world.log.push('revert');
    checkRevert(world, to, active);
    world.weights = { ...to };
    world.revision += 1;
  };
  return {
    region: 'us-east-1',
    nameOf: (sequence) => `revert.${sequence}`,
    unguarded: () => [],
    schedule: (name, at, to, { weights: from }) =>
      call('schedule revert', () => {
        reach();
        const schedule = { from, to };
        world.schedules.set(name, schedule);
        const { lateMs = 0, inFlightMs = 0, twiceAfterMs } = world.scenario.pause ?? {};
        const due = at + lateMs;
        world.quietAt = Math.max(world.quietAt, at + MINUTE_MS + SCHEDULE_RETRIES_MS);
        clock.at(due, () => {
          if (world.schedules.get(name) !== schedule) return;
          clock.at(due + inFlightMs, () => {
            strike(schedule);
            // Shortly after it was called.
            if (world.schedules.get(name) === schedule) world.schedules.delete(name);
          });
          if (twiceAfterMs !== undefined) clock.at(due + inFlightMs + twiceAfterMs, () => strike(schedule));
        });
      }),
    cancel: (name) =>
      call('cancel revert', () => {
        reach();
        return world.schedules.delete(name);
      }),
  };
}
