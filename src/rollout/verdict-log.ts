import type { GateVerdict } from '../gates/model.ts';
import type { Report } from '../report/events.ts';

/** What the gates of a rollout said: a bake of hours asks thousands of times and mostly hears the same. */
export interface VerdictLog {
  add(verdicts: readonly GateVerdict[]): void;
  /** The last word of each gate on each target at each moment, in the order they first spoke. */
  last(): readonly GateVerdict[];
}

/** Reports each verdict that differs from what the same gate said before. */
export function createVerdictLog(report: Report): VerdictLog {
  const known = new Map<string, GateVerdict>();
  return {
    add(verdicts) {
      for (const verdict of verdicts) {
        const key = JSON.stringify([verdict.gate, verdict.target, verdict.moment]);
        if (known.get(key)?.verdict !== verdict.verdict) report({ type: 'gate.verdict', verdict });
        known.set(key, verdict);
      }
    },
    last: () => [...known.values()],
  };
}
