import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { openDrill } from '../records/drill-record.ts';
import type { Looked } from '../records/look.ts';
import type { Consumers } from './consumers.ts';
import type { Hooks } from './hooks.ts';
import { patienceOf } from './patience.ts';
import type { FailoverRequest } from './run.ts';

/**
 * Asked right before each write to traffic, consumers and hooks by everything that may wait: graceful moves, failbacks and
 * drills. A failover says what it means before it moves traffic; what is decided on what was read earlier gives way to it.
 * Regions that do not answer at once say nothing.
 * @throws UserError `active-state-taken` when somebody else counts, `active-state-unknown` when nobody answers,
 * `lease-lost`: then nothing more is written
 */
export type Guard = () => Promise<void>;

/** Of a failover that waits for nobody. */
export const UNGUARDED: Guard = async () => {};

export interface GuardPorts {
  readonly clock: Clock;
  /** What every copy says now. */
  look(): Promise<Looked>;
  /** @throws UserError `lease-lost` */
  assertHeld?(): Promise<void>;
}

/** Milliseconds; a lease is in a region that may be silent. */
const LEASE_MS = 2_000;

/**
 * @param base serial of the newest copy that was decided on: what is newer and not ours is somebody else's
 * @param isOurs whether a copy was written by this run
 */
export function createGuard(
  base: number,
  isOurs: (copy: ActiveState) => boolean,
  { clock, look, assertHeld = async () => {} }: GuardPorts,
): Guard {
  const patience = patienceOf(clock, LEASE_MS);
  let looking: Promise<void> | undefined;
  const assertOurs = async (): Promise<void> => {
    const [{ heard, copies }] = await Promise.all([look(), patience(assertHeld())]);
    if (!heard) {
      throw new UserError(
        'active-state-unknown',
        'no target answers, so nobody knows whether somebody else moves traffic',
        {
          fix: ['Run the same command again when the regions answer.'],
        },
      );
    }
    const other = copies.find((copy) => copy.serial > base && !isOurs(copy));
    if (other !== undefined) throw taken(other);
  };
  return () => {
    // Several writes that begin together need one look.
    looking ??= assertOurs().finally(() => {
      looking = undefined;
    });
    return looking;
  };
}

function taken({ failover, drill }: ActiveState): UserError {
  const { ended } = drill ?? {};
  const what =
    failover === undefined
      ? 'somebody else changed which targets are active'
      : `${failover.who} moves traffic to ${failover.to.join(', ')}`;
  const more = ended?.outcome === 'overridden' ? `, and the drill was ended ${ended.why ?? ''}`.trimEnd() : '';
  return new UserError('active-state-taken', `${what}${more}: nothing more is moved by this run`, {
    fix: ['Look at status, then run the same command again.'],
  });
}

/** How a move looks; absent: it cannot. */
export interface LookPorts {
  readonly clock: Clock;
  readonly state: { look?(): Promise<Looked> };
}

/** Of one move; a failover from a region that is lost waits for nobody. */
export function moveGuard(
  { id, drill, graceful }: Pick<FailoverRequest, 'id' | 'drill' | 'graceful'>,
  decidedOn: Pick<ActiveState, 'serial'> | undefined,
  { clock, state: { look } }: LookPorts,
): Guard {
  if (look === undefined || (drill === undefined && graceful !== true)) return UNGUARDED;
  const isOurs = (copy: ActiveState): boolean =>
    copy.failover?.id === id || (drill !== undefined && isOpen(copy, drill));
  return createGuard(decidedOn?.serial ?? 0, isOurs, { clock, look });
}

/** A copy of this drill that nobody has ended. */
export function isOpen(copy: Pick<ActiveState, 'drill'>, drill: string): boolean {
  return openDrill(copy)?.id === drill;
}

/** Nothing more may be done here: a failover, or another run, decides from now on. */
export function isTakenOver(error: unknown): boolean {
  return error instanceof UserError && (error.code === 'lease-lost' || error.code === 'active-state-taken');
}

interface Effects {
  readonly consumers?: Consumers;
  readonly hooks?: Hooks;
}

/** Consumers are switched, and writes stopped and resumed, only while nobody else counts. */
export function guardedPorts<T extends Effects>(ports: T, guard: Guard): T {
  const { consumers, hooks } = ports;
  const first =
    <A extends readonly unknown[]>(act: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      await guard();
      await act(...args);
    };
  return {
    ...ports,
    ...(consumers && {
      consumers: { ...consumers, set: first((target, on, signal) => consumers.set(target, on, signal, guard)) },
    }),
    ...(hooks && {
      hooks: {
        ...hooks,
        ...(hooks.quiesce && { quiesce: first(hooks.quiesce) }),
        ...(hooks.resume && { resume: first(hooks.resume) }),
      },
    }),
  };
}
