import type { Move } from './move.ts';
import { isGood } from './probe.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';
import { wantedOf } from './wanted.ts';

/** Answers in a row that say that users are served where they should be. */
const ANSWERS = 3;
/** They are asked once a second. */
const PATIENCE_MS = 6_000;
const POLL_MS = 250;

/**
 * Whether users are served by who should be active. What a region remembers of itself may be older than a move away from
 * it, which nobody could tell it: it is not believed alone. Without probes, or where answers do not name their region,
 * nobody knows.
 */
async function servedAlready(
  { active }: Move,
  { targets }: Pick<FailoverRequest, 'targets'>,
  { clock, probes, signal }: Pick<FailoverPorts, 'clock' | 'probes' | 'signal'>,
): Promise<boolean> {
  if (probes?.regionKnown !== true) return false;
  const wanted = wantedOf(active, targets, true);
  const began = clock.now();
  for (;;) {
    const answers = probes.results;
    if (answers.some((probe) => !isGood(probe, wanted))) return false;
    if (answers.length >= ANSWERS) return true;
    if (clock.now() - began >= PATIENCE_MS) return false;
    await clock.sleep(POLL_MS, signal);
  }
}

/** Whether nothing is left to do. A graceful move has asked every region, and a rehearsal moves nothing. */
export async function isBelieved(move: Move, request: FailoverRequest, ports: FailoverPorts): Promise<boolean> {
  return request.rehearse || request.graceful === true || servedAlready(move, request, ports);
}
