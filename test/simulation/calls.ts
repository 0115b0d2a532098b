import type { Clock } from '../../src/clock.ts';
import type { Random } from './random.ts';
import { awsError, type World } from './world.ts';

export interface CrashPoint {
  /** The how many-th call it dies at. */
  readonly call: number;
  /** Before the call takes effect, or after, when nobody hears its answer any more. */
  readonly when: 'before' | 'after';
}

/** How one process talks to the world, until it dies. */
export interface Calls {
  /**
   * One call to AWS: it takes time, may be refused or stay unheard, and the process may die before or after its effect.
   * @param again what comes of the same request when it arrives a second time, as the adapter of the service reads it
   */
  call<T>(name: string, effect: () => T | Promise<T>, again?: () => T | Promise<T>): Promise<T>;
  /** Waits while the process is frozen. */
  thaw(): Promise<void>;
  /** Calls made so far. */
  made(): number;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  /** The world's clock as long as the process lives. */
  readonly clock: Clock;
}

const never = new Promise<never>(() => {});

/** @param first only the first process meets what happens to one process: a crash, credentials that end, a freeze */
export function createCalls(world: World, random: Random, crash: CrashPoint | undefined, first: boolean): Calls {
  const { clock } = world;
  let made = 0;
  let alive = true;
  let die: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const kill = (): Promise<never> => {
    alive = false;
    die();
    return never;
  };
  const freeze = first ? world.scenario.trouble.freeze : undefined;
  const thaw = async (): Promise<void> => {
    const elapsed = clock.now() - world.start;
    if (freeze !== undefined && freeze.from <= elapsed && elapsed < freeze.until) {
      await clock.sleep(freeze.until - elapsed);
    }
    if (!alive) await never;
  };
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await clock.sleep(ms, signal);
    if (!alive) await never;
    if (freeze !== undefined) await thaw();
  };

  return {
    death,
    thaw,
    made: () => made,
    clock: { ...clock, now: () => clock.now(), sleep },
    async call(name, effect, again) {
      if (!alive) return never;
      made += 1;
      world.calls += 1;
      const mine = made;
      if (crash?.call === mine && crash.when === 'before') return kill();
      const { trouble } = world.scenario;
      const late = trouble.late > 0 && random.chance(trouble.late);
      await clock.sleep(late ? random.whole(2_000, LATEST_MS) : random.whole(10, 2_000));
      if (!alive) return never;
      const expired = first && trouble.expiresAt !== undefined && clock.now() - world.start >= trouble.expiresAt;
      world.log.push(expired ? `${name}: expired credentials` : name);
      try {
        if (expired) throw awsError('credentials');
        if (happens(trouble.throttled, random)) {
          // What is throttled is tried again for a while.
          await clock.sleep(random.whole(2_000, LATEST_MS));
          throw awsError('throttled');
        }
        let result = await effect();
        if (again !== undefined && happens(trouble.repeated, random)) {
          await clock.sleep(random.whole(10, LATEST_MS));
          result = await again();
        }
        if (crash?.call === mine) return kill();
        if (trouble.unheard > 0 && random.chance(trouble.unheard)) throw awsError('unreachable');
        return result;
      } catch (error) {
        if (crash?.call === mine) return kill();
        throw error;
      }
    },
  };
}

/** Draws only where it can happen: older seeds keep their stories. */
function happens(rate: number | undefined, random: Random): boolean {
  return rate !== undefined && rate > 0 && random.chance(rate);
}

/** Requests are given up after this; a lease is safe that long after it was asked for. Milliseconds. */
const LATEST_MS = 10_000;
