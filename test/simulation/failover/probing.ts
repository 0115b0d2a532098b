import type { ProbeResult } from '../../../src/failover/probe.ts';
import type { Probes } from '../../../src/failover/run.ts';
import type { Random } from '../random.ts';
import type { FailoverCalls } from './calls.ts';
import type { FailoverWorld } from './world.ts';

/** Asks once a second what users get. */
export function startProbing(world: FailoverWorld, random: Random, { clock }: FailoverCalls) {
  if (!world.scenario.probed) return undefined;
  const results: ProbeResult[] = [];
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const found = world.answering(random.next());
      const region = found && `r${found.slice(1)}`;
      results.push({ at: clock.now(), durationMs: 1, ...(region !== undefined && { status: 200, region }) });
      await clock.sleep(1_000, stopping.signal);
    }
  };
  loop().catch(() => undefined);
  const probes: Probes = { results, regionKnown: true, stableMs: 10_000, timeoutMs: 300_000 };
  return { probes, stop: () => stopping.abort() };
}
