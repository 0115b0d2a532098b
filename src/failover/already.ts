import { UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
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

/** What is told to traffic although it should be so already. */
export interface Repeated {
  readonly move: Move;
  /** Why nobody else can be left: it counts where a region knows that somebody else is active by now. */
  readonly otherwise?: UserError;
}

/**
 * Whoever else may be active by now is left, because nobody could tell of a later move. Where the mechanism cannot do
 * that, those are left that were left before: who rests is asked then, and knows of a later move.
 */
export function repeatedMove(
  wanted: Move,
  { failover }: Pick<ActiveState, 'failover'>,
  { check }: Pick<FailoverPorts['mechanism'], 'check'>,
): Repeated {
  const move = { ...wanted, leaving: wanted.inactive };
  try {
    check(move);
    return { move };
  } catch (otherwise) {
    if (!(otherwise instanceof UserError)) throw otherwise;
    const leaving = wanted.inactive.filter((name) => failover?.from.includes(name));
    return { move: { ...wanted, leaving }, otherwise };
  }
}
