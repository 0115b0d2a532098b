import { errorText, UserError } from '../errors.ts';
import { runningTargets } from './consumers.ts';
import type { Move } from './move.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';

export interface TakenOver {
  /** What does not run yet: the failover has to be repeated. */
  readonly failure?: string;
  /** Milliseconds since the epoch at which consumers were seen to run; absent: there are none. */
  readonly consuming?: number;
  /** Targets whose writes are still stopped, where that changed. */
  readonly quiesced?: readonly string[];
}

/**
 * What follows once traffic was told to move: writes go on where a graceful move had stopped them, and consumers start
 * in who is active. What is left is not asked. Never throws: traffic has moved, and the repetition does what is missing.
 */
export async function takeOver(
  move: Move,
  targets: FailoverRequest['targets'],
  quiesced: readonly string[],
  deviate: (text: string) => void,
  { clock, consumers, hooks, signal }: Pick<FailoverPorts, 'clock' | 'consumers' | 'hooks' | 'signal'>,
): Promise<TakenOver> {
  const missing: string[] = [];
  const attempt = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      missing.push(what);
      deviate(`${what}: ${errorText(error)}`);
      return false;
    }
  };
  const resume = async (target: string): Promise<void> => {
    if (hooks?.resume === undefined) throw new UserError('no-resume-hook', 'no hook resumes them');
    await hooks.resume(target, signal);
  };
  const again = quiesced.filter((name) => move.active.includes(name));
  const names = targets.map(({ name }) => name);
  const on = consumers === undefined ? [] : runningTargets(consumers.where, names, move);
  const [resumed] = await Promise.all([
    Promise.all(again.map((target) => attempt(`writes of ${target} may still be stopped`, () => resume(target)))),
    Promise.all(
      on.map((target) =>
        attempt(`consumers of ${target} may not all run`, async () => consumers?.set(target, true, signal)),
      ),
    ),
  ]);
  const left = quiesced.filter((name) => !again.includes(name) || resumed[again.indexOf(name)] === false);
  return {
    ...(missing.length > 0 && { failure: `${missing.join('; ')}. Run the same command again` }),
    ...(consumers !== undefined && missing.length === 0 && { consuming: clock.now() }),
    ...(again.length > 0 && { quiesced: left }),
  };
}
