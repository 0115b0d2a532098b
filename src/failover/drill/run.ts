import { errorText, UserError, UserErrors } from '../../errors.ts';
import type { DrillRecord } from '../../records/drill-record.ts';
import { isTakenOver } from '../still-ours.ts';
import { wantedOf } from '../wanted.ts';
import { type DrillSoFar, finishDrill } from './finish.ts';
import { hold } from './hold.ts';
import type { DrillEnd, DrillPorts, DrillRequest } from './ports.ts';
import { noticed, servedBefore } from './served.ts';

/** An injected failure that no probe has seen by then was none. */
const NOTICE_MS = 60_000;

/**
 * Moves traffic away and back, and measures. The way back is arranged before anything is broken or moved, so that it is
 * there when this process dies; nothing begins on a day that is bad already; and whatever happens on the way, the end is
 * that of {@link finishDrill}.
 * @throws UserErrors `drill-not-ready` with everything that is missing; nothing was changed
 */
export async function runDrill(request: DrillRequest, ports: DrillPorts): Promise<DrillEnd> {
  await assertGoodDay(request, ports);
  const deviations: string[] = [];
  const so = { record: request.record, moved: false, missed: [], measured: false, deviations, marks: {} };
  let now: DrillSoFar = so;
  const learn = (more: Partial<DrillSoFar>): void => {
    now = { ...now, ...more };
  };
  try {
    await ports.keep(request.record);
    try {
      await act(request, ports, learn, () => now);
    } catch (error) {
      if (isTakenOver(error)) throw error;
      learn({ early: ports.signal.aborted ? 'it was cancelled' : errorText(error) });
    }
    // Who cancels does not wait; what is not fit by then stays away.
    return await finishDrill(request, now, ports, ports.signal.aborted ? 0 : request.patienceMs);
  } catch (error) {
    if (!isTakenOver(error)) throw error;
    const why = errorText(error);
    return { outcome: 'overridden', why, deviations: await clearAway(now, ports), marks: now.marks };
  }
}

/** What a run found open, or the record of one that a failover took over from and that broke something: ends it. */
export async function endDrill(
  request: DrillRequest,
  moved: boolean,
  early: string,
  ports: DrillPorts,
): Promise<DrillEnd> {
  const so = { record: request.record, moved, early, missed: [], measured: false, deviations: [], marks: {} };
  return finishDrill(request, so, ports);
}

async function act(
  request: DrillRequest,
  ports: DrillPorts,
  learn: (more: Partial<DrillSoFar>) => void,
  now: () => DrillSoFar,
): Promise<void> {
  const { record, targets } = request;
  const { clock, signal, fault, probes } = ports;
  await ports.returns.arrange();
  if (fault !== undefined) {
    signal.throwIfAborted();
    const broken: DrillRecord = { ...record, injected: true };
    await ports.assertHeld();
    await ports.keep(broken);
    learn({ record: broken });
    const injected = clock.now();
    learn({ marks: { injected } });
    await fault.inject();
    const wanted = wantedOf(record.from, targets, probes?.regionKnown ?? false);
    const seen = await noticed(wanted, injected, NOTICE_MS, ports);
    if (!seen) now().deviations.push(`no probe noticed what was injected within ${NOTICE_MS / 1000} s`);
  }
  // In this order: a region that has fallen silent holds up the look at its lease, and is found not fit afterwards.
  await ports.assertHeld();
  // The day may have turned bad since it was looked at: nobody is sent to who cannot serve, only to try it out.
  const [unfit] = await ports.problems(record.to);
  if (unfit !== undefined) return learn({ early: unfit });
  signal.throwIfAborted();
  learn({ moved: true });
  const { end, missed } = await ports.away();
  now().deviations.push(...end.deviations);
  learn({ missed, measured: end.outcome === 'verified', marks: { ...now().marks, away: clock.now() } });
  if (end.outcome === 'failed' || end.outcome === 'not-verified') {
    learn({ early: end.failure ?? 'users were not seen to be served' });
    return;
  }
  const early = await hold(request, ports);
  if (early !== undefined) learn({ early });
}

/**
 * A failover is at work now, and leaves what was broken, and a schedule that it cannot delete: taking these back moves no
 * traffic. As long as nobody has ended the drill, its schedule is what brings traffic back.
 */
async function clearAway(so: DrillSoFar, ports: DrillPorts): Promise<readonly string[]> {
  const [mended, ended] = await Promise.all([mendAfter(so, ports), ports.isEnded()]);
  if (!ended) return mended;
  try {
    await ports.returns.cancel();
    return mended;
  } catch (error) {
    return [...mended, errorText(error)];
  }
}

async function mendAfter({ record, deviations }: DrillSoFar, { fault }: DrillPorts): Promise<readonly string[]> {
  if (!record.injected) return deviations;
  const text = 'what was injected is taken back where it can be; drill --end makes sure of it';
  try {
    await fault?.mend();
    return [...deviations, text];
  } catch (error) {
    return [...deviations, text, errorText(error)];
  }
}

async function assertGoodDay({ record, targets }: DrillRequest, ports: DrillPorts): Promise<void> {
  const began = ports.clock.now();
  const problems = [...new Set(await ports.problems([...record.from, ...record.to]))];
  const active = targets.map(({ name }) => name).filter((name) => !record.inactiveBefore.includes(name));
  const wanted = wantedOf(active, targets, ports.probes?.regionKnown ?? false);
  if (!(await servedBefore(wanted, began, ports))) problems.push('users are not served as they should be already now');
  if (problems.length === 0) return;
  throw new UserErrors(
    'drill-not-ready',
    'nothing was moved: a drill begins only where all is well',
    problems.map((text) => new UserError('drill-not-ready', text)),
  );
}
