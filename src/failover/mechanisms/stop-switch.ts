import type { Storage } from '../../aws/storage-port.ts';
import type { Clock } from '../../clock.ts';
import { errorText, UserError } from '../../errors.ts';
import type { Move } from '../move.ts';
import { patienceOf } from '../patience.ts';
import type { PlannedMechanism } from '../plan.ts';
import type { Mechanism } from '../run.ts';
import { UNGUARDED } from '../still-ours.ts';

export interface StopSwitchPorts {
  readonly signals: Extract<PlannedMechanism, { readonly kind: 'stop-switch' }>['signals'];
  /** Object storage in the region of a target, with its credentials. */
  storage(target: string): Pick<Storage, 'putText' | 'delete'>;
  /** Whether a target is in a region that may be asked. */
  mayAsk(target: string, move: Move): boolean;
  readonly clock: Clock;
  /** What the signal says of when, milliseconds since the epoch; absent: when it is written. */
  readonly since?: number;
}

/** What lies there. Anybody can read it: it says nothing but what DNS shows anyway. */
export function stopText(target: string, since: number): string {
  return `${target} is stopped since ${new Date(since).toISOString()}\n`;
}

/** Milliseconds that a region has for what does not move traffic away. */
const PATIENCE_MS = 5_000;

/**
 * A target is stopped while an object lies in the bucket of another region: a health check of Route 53 looks for it,
 * and that check, inverted, is a part of the target's own. The object stays until a failback takes it away, so traffic
 * never returns by itself.
 */
export function createStopSwitch({ signals, storage, mayAsk, clock, since }: StopSwitchPorts): Mechanism {
  const patience = patienceOf(clock, PATIENCE_MS);
  const stop = async (target: string): Promise<void> => {
    const signal = signals[target];
    if (signal === undefined) return;
    await storage(signal.in).putText(signal.bucket, signal.key, stopText(target, since ?? clock.now()));
  };
  /** Whether it is done in time; what is late goes on. A region that is silent must not keep anybody from measuring. */
  const inTime = async (work: Promise<void>): Promise<boolean> => (await patience(work.then(() => true))) === true;
  /** One that was stopped before: what traffic moves away from now must not wait for it. */
  const stopAgain = async (target: string, move: Move): Promise<readonly string[]> => {
    const signal = signals[target];
    if (signal === undefined) return [];
    const lies = `the stop signal of ${target}, which is not active, lies in ${signal.in}`;
    // An object that cannot be read stops nobody.
    if (!mayAsk(signal.in, move))
      return [`${lies}, which is being left: ${target} is stopped only as long as Route 53 can read it there`];
    try {
      return (await inTime(stop(target))) ? [] : [`${lies} and is written again without an answer so far`];
    } catch (error) {
      return [`${lies} and could not be written again: ${errorText(error)}`];
    }
  };
  const release = async (target: string, move: Move): Promise<readonly string[]> => {
    const signal = signals[target];
    if (signal === undefined) return [];
    const lies = `the stop signal of ${target} lies in ${signal.in}`;
    if (!mayAsk(signal.in, move))
      return [`${lies}, which is being left and is not called: it holds as long as Route 53 can read it there`];
    try {
      const removed = await inTime(storage(signal.in).delete(signal.bucket, signal.key));
      return removed ? [] : [`${lies} and is removed without an answer so far`];
    } catch (error) {
      return [`${lies} and could not be removed: ${errorText(error)}`];
    }
  };
  return {
    kind: 'stop-switch',
    check(move) {
      const without = move.leaving.filter((target) => signals[target] === undefined);
      if (without.length > 0 && !isBackToPrimary(move, signals)) {
        throw new UserError('no-stop-signal', `${without.join(', ')} cannot be stopped: it has no stop signal`, {
          fix: ['Add it to failover.signals and deploy; until then, use its health check or another mechanism.'],
        });
      }
      const unreachable = move.leaving.filter((target) => {
        const signal = signals[target];
        return signal !== undefined && !mayAsk(signal.in, move);
      });
      if (unreachable.length === 0) return;
      throw new UserError(
        'stop-signal-lost',
        `the stop signal of ${unreachable.join(', ')} lies in a region that is being left too`,
        { fix: ['Keep it in a region that traffic can move to, and deploy.'] },
      );
    },
    async apply(move, _, guard = UNGUARDED) {
      await guard();
      const resting = move.inactive.filter((target) => !move.leaving.includes(target));
      const again = Promise.all(resting.map((target) => stopAgain(target, move)));
      await Promise.all(move.leaving.map(stop));
      await guard();
      const released = await Promise.all(move.active.map((target) => release(target, move)));
      const unstopped = move.leaving
        .filter((target) => signals[target] === undefined)
        .map(
          (target) =>
            `${target} has no stop signal: traffic leaves it because ${move.active.join(', ')} is let in again`,
        );
      return [...(await again), ...released, ...unstopped].flat();
    },
    whyUnserved(move) {
      const held = move.active.flatMap((target) => {
        const signal = signals[target];
        return signal === undefined || mayAsk(signal.in, move) ? [] : [{ target, signal }];
      });
      const loose = move.inactive.flatMap((target) => {
        const signal = signals[target];
        return signal === undefined || move.leaving.includes(target) || mayAsk(signal.in, move)
          ? []
          : [{ target, signal }];
      });
      if (held.length + loose.length === 0) return undefined;
      const said = [
        ...held.map(
          ({ target, signal }) =>
            `the stop signal of ${target} lies in ${signal.in}, at s3://${signal.bucket}/${signal.key}: if Route 53 can still read it there, users are kept away from ${target}`,
        ),
        ...loose.map(
          ({ target, signal }) =>
            `the stop signal of ${target}, which is not active, lies in ${signal.in}, at s3://${signal.bucket}/${signal.key}: if it is not there, or Route 53 cannot read it, users are sent to ${target}`,
        ),
      ];
      const names = [...new Set([...held, ...loose].map(({ signal }) => signal.in))].join(', ');
      return `${said.join('; ')}. A failover calls nothing in a region that it leaves. If ${names} is there, run the same with graceful, which takes signals away and writes them again`;
    },
  };
}

/** The secondary of a failover pair needs no signal of its own: Route 53 prefers the primary once that is not stopped. */
function isBackToPrimary({ active, inactive }: Move, signals: StopSwitchPorts['signals']): boolean {
  const [primary = '', ...others] = active;
  return others.length === 0 && inactive.length === 1 && signals[primary] !== undefined;
}
