import { isGood, type ProbeResult, recoveredAt, type Wanted } from '../probe.ts';
import type { AbortRule, DrillPorts } from './ports.ts';

/** Fewer probes than these say nothing about a share. */
const FEWEST = 3;
const POLL_MS = 250;

/** A sentence once too few of the probes of the last while were good; undefined as long as that is not so. */
export function tooFewGood(
  probes: readonly ProbeResult[],
  wanted: Wanted,
  { share, windowMs }: AbortRule,
  from: number,
  now: number,
): string | undefined {
  const since = now - windowMs;
  if (since < from) return undefined;
  const asked = probes.filter(({ at }) => at >= since && at <= now);
  const good = asked.filter((probe) => isGood(probe, wanted)).length;
  if (asked.length < FEWEST || good >= asked.length * share) return undefined;
  return `only ${good} of the ${asked.length} probes of the last ${windowMs / 1000} s were good`;
}

/** Waits until users are served as they should be before anything is touched. @returns whether they are */
export async function servedBefore(
  wanted: Wanted,
  began: number,
  { probes, clock, signal }: Pick<DrillPorts, 'probes' | 'clock' | 'signal'>,
): Promise<boolean> {
  for (;;) {
    if (probes === undefined || recoveredAt(probes.results, wanted, probes.stableMs) !== undefined) return true;
    // A drill is for good days: it does not wait for one.
    if (clock.now() - began >= probes.stableMs * 3) return false;
    await clock.sleep(POLL_MS, signal);
  }
}

/** So many answers one after the other from somewhere else: traffic has left by itself. */
const GONE = 5;

/**
 * Waits until a probe tells of the injected failure: it is bad, or nobody is served by the broken targets any more.
 * @param broken what an answer of theirs is
 * @returns whether one did
 */
export async function noticed(
  broken: Wanted,
  injected: number,
  patienceMs: number,
  { probes, clock, signal }: Pick<DrillPorts, 'probes' | 'clock' | 'signal'>,
): Promise<boolean> {
  const started = clock.now();
  for (;;) {
    if (probes === undefined) return true;
    const since = probes.results.filter(({ at }) => at >= injected);
    if (since.some(isBad)) return true;
    if (broken.regionKnown && since.length >= GONE && !since.slice(-GONE).some((probe) => isGood(probe, broken)))
      return true;
    if (clock.now() - started >= patienceMs) return false;
    await clock.sleep(POLL_MS, signal);
  }
}

function isBad({ status }: ProbeResult): boolean {
  return status === undefined || status < 200 || status >= 300;
}
