import { errorText } from '../errors.ts';
import { settleAll } from '../settle-all.ts';
import { runningTargets, switchConsumers } from './consumers.ts';
import type { FailbackPorts } from './failback.ts';
import { patienceOf } from './patience.ts';
import { isTakenOver } from './still-ours.ts';

/**
 * Every region is there: whoever must not run is stopped, whatever ran before, and then the others start.
 * @returns when they ran, milliseconds since the epoch; undefined where none are marked
 */
export async function consumersFor(
  inactive: readonly string[],
  names: readonly string[],
  { consumers, report, clock }: FailbackPorts,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (consumers === undefined) return undefined;
  const on = runningTargets(consumers.where, names, { inactive });
  const began = clock.now();
  const text = `consumers run in ${on.join(', ')}`;
  report({ type: 'step.started', step: 'failback-consumers', text });
  await switchConsumers({ on, off: names.filter((name) => !on.includes(name)) }, consumers, signal);
  report({ type: 'step.finished', step: 'failback-consumers', text, durationMs: clock.now() - began });
  return clock.now();
}

/** Who gets them back must not be without any because who had them for a while does not answer. */
const STOP_TRIES = 3;
const STOP_MS = 10_000;
const TRY_AGAIN_MS = 5_000;

/** After a failback that failed. @returns whether they run where they ran @throws UserError when another run took over */
export async function consumersBack(
  inactive: readonly string[],
  names: readonly string[],
  { consumers, clock }: FailbackPorts,
  deviate: (text: string) => void,
): Promise<boolean> {
  if (consumers === undefined) return true;
  const { where, set } = consumers;
  const on = runningTargets(where, names, { inactive });
  const { signal } = new AbortController();
  const stop = async (name: string): Promise<void> => {
    for (let left = STOP_TRIES - 1; ; left -= 1) {
      try {
        const stopped = await patienceOf(clock, STOP_MS)(set(name, false, signal).then(() => true));
        if (stopped) return;
        throw new Error(`no answer in ${STOP_MS / 1000} s`);
      } catch (error) {
        if (isTakenOver(error)) throw error;
        if (left === 0) return deviate(`consumers of ${name} may still run: ${errorText(error)}`);
        await clock.sleep(TRY_AGAIN_MS);
      }
    }
  };
  await settleAll(names.filter((name) => !on.includes(name)).map(stop));
  try {
    await switchConsumers({ on, off: [] }, consumers, signal);
    return true;
  } catch (error) {
    if (isTakenOver(error)) throw error;
    deviate(`consumers of ${on.join(', ')} may not all run, run failover to it again: ${errorText(error)}`);
    return false;
  }
}
