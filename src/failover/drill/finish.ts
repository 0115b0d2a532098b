import { errorText, UserError } from '../../errors.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { DrillOutcome, DrillRecord } from '../../records/drill-record.ts';
import { sameNames } from '../../same-names.ts';
import { isTakenOver } from '../still-ours.ts';
import type { DrillEnd, DrillPorts, DrillRequest } from './ports.ts';

const POLL_MS = 5_000;

/** What is known of a drill when it ends. */
export interface DrillSoFar {
  readonly record: DrillRecord;
  /** Whether traffic may be away: a move was begun. */
  readonly moved: boolean;
  /** Why it ends early, or was found open. */
  readonly early?: string;
  /** What did not go as it should, besides. */
  readonly missed: readonly string[];
  readonly measured: boolean;
  readonly deviations: string[];
  readonly marks: DrillEnd['marks'];
}

/**
 * The end of every drill, by its own process or by one that found it open: what was broken is mended, and traffic goes
 * back when the targets that it came from are fit; where they are not, it stays where it is good, and no schedule moves
 * it later. Can be repeated from any point.
 * @throws UserError when another run took over
 */
export async function finishDrill(
  request: DrillRequest,
  so: DrillSoFar,
  ports: DrillPorts,
  patienceMs = request.patienceMs,
): Promise<DrillEnd> {
  const { deviations } = so;
  const mended = await mend(so, ports);
  let end: { readonly outcome: DrillOutcome; readonly why?: string; readonly gone?: boolean };
  const marks = { ...so.marks, ...(so.moved && { returning: ports.clock.now() }) };
  if (!so.moved) {
    end = { outcome: 'aborted', why: so.early ?? 'nothing was moved' };
  } else {
    const unfit = await waitUntilFit(so.record.from, patienceMs, ports);
    end = unfit === undefined ? await bringBack(so, ports) : await remain(unfit, so, ports);
  }
  const { outcome, why, gone = await cancelled(so, ports) } = end;
  const at = new Date(ports.clock.now()).toISOString();
  const ended = { at, outcome, ...(why !== undefined && { why }) };
  const returns = gone ? [] : so.record.returns;
  await ports.keep({ ...so.record, injected: so.record.injected && !mended, returns, ended });
  return { outcome, ...(why !== undefined && { why }), deviations, marks };
}

/** True: nothing of what was injected is left. */
async function mend({ record, deviations }: DrillSoFar, { fault }: DrillPorts): Promise<boolean> {
  if (!record.injected) return true;
  if (fault === undefined) {
    deviations.push('what was injected was not taken back: the configuration no longer says how');
    return false;
  }
  try {
    await fault.mend();
    return true;
  } catch (error) {
    deviations.push(`what was injected could not be taken back: ${errorText(error)}`);
    return false;
  }
}

/** Undefined: they are fit. */
async function waitUntilFit(
  targets: readonly string[],
  patienceMs: number,
  { clock, problems, assertHeld }: DrillPorts,
): Promise<string | undefined> {
  const began = clock.now();
  for (;;) {
    const [problem] = await problems(targets);
    if (problem === undefined) return undefined;
    if (clock.now() - began >= patienceMs) return problem;
    await assertHeld();
    await clock.sleep(POLL_MS);
  }
}

async function bringBack(so: DrillSoFar, ports: DrillPorts) {
  await ports.assertHeld();
  const { end, missed } = await ports.back();
  so.deviations.push(...end.deviations);
  if (end.outcome === 'failed' || end.outcome === 'not-verified') return remain(end.failure ?? end.outcome, so, ports);
  const problems = [...so.missed, ...missed];
  if (so.early !== undefined) return { outcome: 'aborted', why: so.early } as const;
  if (problems.length > 0) return { outcome: 'failed', why: problems.join('; ') } as const;
  return { outcome: so.measured && end.outcome !== 'not-measured' ? 'passed' : 'not-measured' } as const;
}

async function remain(why: string, so: DrillSoFar, ports: DrillPorts) {
  await ports.assertHeld();
  // First: one that strikes after traffic was told to stay would have the last word.
  const gone = await cancelled(so, ports);
  try {
    await ports.stay();
  } catch (error) {
    if (isTakenOver(error)) throw error;
    so.deviations.push(`traffic could not be told once more to stay: ${errorText(error)}`);
  }
  const { from, to } = so.record;
  const early = so.early === undefined ? '' : `${so.early}; `;
  return {
    gone,
    outcome: 'left',
    why: `${early}traffic stays at ${to.join(', ')}, because ${from.join(', ')} is not fit: ${why}`,
  } as const;
}

/**
 * A schedule that cannot be taken away is said and remembered, and refuses by itself what has changed. True: none is left.
 */
async function cancelled({ deviations }: DrillSoFar, { returns }: DrillPorts): Promise<boolean> {
  try {
    await returns.cancel();
    return true;
  } catch (error) {
    deviations.push(errorText(error));
    return false;
  }
}

/**
 * Of a drill that has ended and left something: what is broken is taken back, and schedules are taken away. They may have
 * struck already, so that traffic is told once more who is active.
 * @throws what keeps a schedule from being taken away: it is still left then
 */
export async function mendEnded(record: DrillRecord, { fault, keep, returns, settle }: DrillPorts): Promise<void> {
  if (record.injected) await fault?.mend();
  if (record.returns.length > 0) {
    await returns.cancel();
    await settle();
  }
  await keep({ ...record, injected: record.injected && fault === undefined, returns: [] });
}

/** What is meant is kept before traffic is moved: where it is not kept, nothing was moved. */
export function hasMoved(
  { id, inactiveBefore }: DrillRecord,
  { inactive, failover }: Pick<ActiveState, 'inactive' | 'failover'>,
): boolean {
  return !sameNames(inactive, inactiveBefore) || (failover?.drill === id && !failover.done);
}

/**
 * As in an outage, what a drill of one means is kept only where traffic goes: where nobody of them answers, nobody knows
 * whether traffic was moved.
 * @param heard targets that told what they remember
 * @throws UserError `drill-unknown`
 */
export function refuseUnknown({ kind, from, to, at }: DrillRecord, heard: ReadonlySet<string>): void {
  if (kind !== 'outage' || [...heard].some((name) => !from.includes(name))) return;
  throw new UserError(
    'drill-unknown',
    `${to.join(', ')} does not answer, and nobody else knows whether the drill of ${at} moved traffic there`,
    {
      fix: [
        'Run it again when the region answers.',
        `If the region is lost, leave it: failover --to ${from[0] ?? ''}. That ends the drill too.`,
      ],
    },
  );
}
