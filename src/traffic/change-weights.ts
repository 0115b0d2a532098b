import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { Report } from '../report/events.ts';
import { assertWeights, type WeightFacts } from '../rollout/weight-guard.ts';
import { sameWeights } from '../rollout/weights.ts';
import { type TrafficChange, type TrafficDriver, type TrafficState, UNKNOWN_CHANGE, type Weights } from './model.ts';

export interface ChangePorts {
  readonly driver: TrafficDriver;
  readonly clock: Clock;
  readonly report: Report;
  readonly signal: AbortSignal;
  /** Keeps the old weights where a crash cannot lose them: called before the change is made. */
  readonly remember: (before: Weights, after: Weights) => Promise<void>;
}

/**
 * One guarded change of weights, from what was read until clients have followed. Nothing is changed when the weights
 * are so already: twice is once.
 *
 * @returns whether anything was changed
 * @throws UserError `weights-refused`; `weights-changed` when somebody else changed them since they were read
 */
export async function changeWeights(
  next: Weights,
  state: TrafficState,
  facts: WeightFacts,
  ports: ChangePorts,
): Promise<boolean> {
  const { driver, report, signal } = ports;
  if (sameWeights(next, state.weights)) return false;
  assertWeights(next, state.weights, facts);
  await ports.remember(state.weights, next);
  signal.throwIfAborted();
  const change = await set(next, state, driver, signal);
  report({ type: 'weight.changed', driver: driver.kind, before: state.weights, after: next });
  await finish(change, ports);
  return true;
}

/** Waits for a change that an earlier run made and did not see the end of. */
export function finishChange(weights: Weights, ports: Omit<ChangePorts, 'remember'>): Promise<void> {
  return finish({ id: UNKNOWN_CHANGE, weights }, ports);
}

async function finish(change: TrafficChange, ports: Omit<ChangePorts, 'remember'>): Promise<void> {
  const { driver, clock, signal } = ports;
  await step('traffic-applied', `waiting until ${driver.kind} answers with the new weights`, ports, () =>
    driver.waitApplied(change, signal),
  );
  const seconds = Math.ceil(driver.settleMs / 1000);
  if (seconds === 0) return;
  await step('traffic-settled', `waiting ${seconds} s until clients have followed`, ports, () =>
    clock.sleep(driver.settleMs, signal),
  );
}

async function set(next: Weights, state: TrafficState, driver: TrafficDriver, signal: AbortSignal) {
  try {
    return await driver.set(next, state, signal);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
    throw new UserError('weights-changed', `somebody else changed the weights meanwhile: ${error.message}`, {
      fix: ['Nothing was changed by this run. See who did it, then run the same command again.'],
      cause: error,
    });
  }
}

async function step(
  name: string,
  text: string,
  { clock, report }: Pick<ChangePorts, 'clock' | 'report'>,
  work: () => Promise<void>,
) {
  const began = clock.now();
  report({ type: 'step.started', step: name, text });
  await work();
  report({ type: 'step.finished', step: name, text, durationMs: clock.now() - began });
}
