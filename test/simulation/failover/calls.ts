import type { Storage } from '../../../src/aws/storage-port.ts';
import type { Clock } from '../../../src/clock.ts';
import { UserError } from '../../../src/errors.ts';
import type { ContactRule } from '../../../src/failover/contact-rules.ts';
import type { CrashPoint } from '../calls.ts';
import type { Random } from '../random.ts';
import { awsError, type FailoverWorld, STATE } from './world.ts';

export interface Where {
  readonly service: string;
  readonly region: string;
  readonly action: string;
  /** For the log. */
  readonly what?: string;
}

/** How one process talks to the world, until it dies. */
export interface FailoverCalls {
  /** One call to AWS: it takes time, may be refused or stay unheard, and the process may die before or after its effect. */
  call<T>(where: Where, effect: () => T | Promise<T>): Promise<T>;
  storage(target: string): Storage;
  /** Regions that a run before this one began to leave: whatever the product's own rule says, nothing there may be asked. */
  forbid(isLeft: (region: string) => boolean): void;
  /** What may be called from now on. */
  restrict(rule: ContactRule | undefined): void;
  made(): number;
  /** The process has ended: what it has not waited for ends with it. */
  end(): void;
  readonly death: Promise<void>;
  readonly clock: Clock;
}

const never = new Promise<never>(() => {});
/** Nobody of ours waits longer for an answer: the transport's limits with its repetitions. */
const SILENT_MS = 90_000;

export function createFailoverCalls(
  world: FailoverWorld,
  random: Random,
  name: string,
  crash: CrashPoint | undefined,
): FailoverCalls {
  const { clock } = world;
  /** What this process knows of each object: the ETag that it read or wrote last. */
  const read = new Map<string, string | undefined>();
  let made = 0;
  let alive = true;
  let rule: ContactRule | undefined;
  let isLeft = (_: string): boolean => false;
  let die: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const kill = (): Promise<never> => {
    alive = false;
    world.log.push(`${name} dies`);
    die();
    return never;
  };
  const calls: FailoverCalls = {
    death,
    made: () => made,
    end() {
      alive = false;
    },
    forbid(next) {
      isLeft = next;
    },
    restrict(next) {
      rule = next;
    },
    clock: {
      ...clock,
      now: () => clock.now(),
      async sleep(ms, signal) {
        await clock.sleep(ms, signal);
        if (!alive) await never;
      },
    },
    async call(where, effect) {
      if (!alive) return never;
      const refusal = rule?.(where);
      if (isLeft(where.region)) world.violate(`${name} asks ${where.region}, which an unfinished failover leaves`);
      if (refusal !== undefined) {
        world.violate(`${name} asks for ${where.service} ${where.action} in ${where.region}: ${refusal}`);
        throw new UserError('contact-refused', refusal);
      }
      made += 1;
      const mine = made;
      if (crash?.call === mine && crash.when === 'before') return kill();
      await clock.sleep(random.whole(10, 1_000));
      if (!alive) return never;
      const outage = world.isLost(where.region);
      if (outage !== undefined) {
        if (outage.silent) await clock.sleep(SILENT_MS);
        if (!alive) return never;
        throw awsError('unreachable');
      }
      world.log.push(
        `${((clock.now() - world.start) / 1000).toFixed(1)} ${name}: ${where.action} ${where.what ?? ''} in ${where.region}`,
      );
      try {
        const result = await effect();
        if (crash?.call === mine) return kill();
        if (random.chance(world.scenario.unheard)) throw awsError('unreachable');
        return result;
      } catch (error) {
        if (crash?.call === mine) return kill();
        throw error;
      }
    },
    storage(target) {
      const own = world.storageOf(target);
      const region = world.scenario.targets.find((one) => one.name === target)?.region ?? '';
      const at = (action: string, what: string) => ({ service: 'S3', region, action, what });
      return {
        ...own,
        head: (bucket, key) => calls.call(at('HeadObject', key), () => own.head(bucket, key)),
        getText: (bucket, key) =>
          calls.call(at('GetObject', key), async () => {
            const stored = await own.getText(bucket, key);
            read.set(`${target} ${key}`, stored?.etag);
            return stored;
          }),
        putText: (bucket, key, text, condition) =>
          calls.call(at('PutObject', key), async () => {
            const before = await own.getText(bucket, key);
            const written = await own.putText(bucket, key, text, condition);
            if (key === STATE && before?.etag !== read.get(`${target} ${key}`))
              world.violate(`${name} writes over what it has not read in ${target}`);
            read.set(`${target} ${key}`, written.etag);
            return written;
          }),
        delete: (bucket, key, ifMatch) => calls.call(at('DeleteObject', key), () => own.delete(bucket, key, ifMatch)),
      };
    },
  };
  return calls;
}
