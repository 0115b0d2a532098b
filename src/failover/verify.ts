import type { Move } from './move.ts';
import { recoveredAt } from './probe.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';
import { wantedOf } from './wanted.ts';

const POLL_MS = 250;

/** When users were seen to be served by these targets, from now on; undefined: not in the time that the plan gives. */
export async function verify(
  { active }: Pick<Move, 'active'>,
  { targets }: Pick<FailoverRequest, 'targets'>,
  { clock, probes, signal, report }: Pick<FailoverPorts, 'clock' | 'probes' | 'signal' | 'report'>,
): Promise<number | 'not-measured' | undefined> {
  if (probes === undefined) return 'not-measured';
  const began = clock.now();
  report({ type: 'step.started', step: 'failover-verified', text: 'waiting until users are served' });
  const wanted = wantedOf(active, targets, probes.regionKnown);
  for (;;) {
    // Only what was asked since traffic was moved tells: the region that is left may have been good until then.
    const since = probes.results.filter(({ at }) => at >= began);
    const found = recoveredAt(since, wanted, probes.stableMs);
    if (found !== undefined) {
      const text = `99% of the probes are good, for ${probes.stableMs / 1000} s`;
      report({ type: 'step.finished', step: 'failover-verified', text, durationMs: clock.now() - began });
      return clock.now();
    }
    if (clock.now() - began >= probes.timeoutMs) return undefined;
    await clock.sleep(POLL_MS, signal);
  }
}
