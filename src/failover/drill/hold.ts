import { errorText } from '../../errors.ts';
import { wantedOf } from '../wanted.ts';
import type { DrillPorts, DrillRequest } from './ports.ts';
import { tooFewGood } from './served.ts';

const LOOK_MS = 1_000;
/** Between two rounds of gates. */
const GATES_MS = 15_000;

/**
 * Leaves traffic away for the time of the drill, and watches.
 * @returns why the drill ends early; undefined when the time is over
 * @throws UserError `lease-lost`
 */
export async function hold(
  { record, targets, holdMs, abort }: DrillRequest,
  ports: DrillPorts,
): Promise<string | undefined> {
  const { clock, signal, probes } = ports;
  const began = clock.now();
  const wanted = wantedOf(record.to, targets, probes?.regionKnown ?? false);
  let gatesAt = began;
  // A region that is silent is asked for minutes: what probes see meanwhile counts at once.
  let asking = false;
  let problem: string | undefined;
  const ask = async (): Promise<void> => {
    asking = true;
    try {
      [problem] = await ports.problems(record.to);
    } catch (error) {
      problem = errorText(error);
    } finally {
      asking = false;
    }
  };
  // A region that is silent is asked for its lease as long: what is known by then counts at once.
  let looking: Promise<void> | undefined;
  let lost: { readonly error: unknown } | undefined;
  const look = async (): Promise<void> => {
    try {
      await ports.assertHeld();
    } catch (error) {
      lost = { error };
    } finally {
      looking = undefined;
    }
  };
  const assertNotLost = (): void => {
    if (lost !== undefined) throw lost.error;
  };
  for (;;) {
    if (signal.aborted) return 'it was cancelled';
    assertNotLost();
    looking ??= look();
    const now = clock.now();
    const few = probes && tooFewGood(probes.results, wanted, abort, began, now);
    if (few !== undefined) return few;
    if (problem !== undefined) return problem;
    if (!asking && now >= gatesAt) {
      gatesAt = now + GATES_MS;
      // Never throws.
      ask();
    }
    if (now - began >= holdMs && !asking) {
      await looking;
      assertNotLost();
      return undefined;
    }
    await clock.sleep(LOOK_MS, signal).catch(() => undefined);
  }
}
