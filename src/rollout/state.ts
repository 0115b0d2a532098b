import type { EndState } from '../stack/model.ts';

/** Worst first. A target is as bad as its worst stack. */
const severity: readonly EndState[] = [
  'stuck',
  'timed-out',
  'failed',
  'unreachable',
  'cancelled',
  'skipped',
  'rolled-back',
  'succeeded',
  'no-change',
];

/** The state that speaks for several: the worst of them; `no-change` for none. */
export function worstState(states: readonly EndState[]): EndState {
  return severity.find((state) => states.includes(state)) ?? 'no-change';
}

/** Whether the stack is what the release says it should be. */
export function isGood(state: EndState): boolean {
  return state === 'succeeded' || state === 'no-change';
}

/** Whether it counts against the failure tolerance of its wave: skipped and cancelled ones were never tried. */
export function isFailure(state: EndState): boolean {
  return state === 'failed' || state === 'stuck' || state === 'timed-out' || state === 'unreachable';
}
