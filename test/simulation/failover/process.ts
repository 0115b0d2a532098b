import { AwsError } from '../../../src/aws/ports.ts';
import { UserError } from '../../../src/errors.ts';
import type { DrillEnd } from '../../../src/failover/drill/ports.ts';
import type { FailoverEnd } from '../../../src/failover/run.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import type { CrashPoint } from '../calls.ts';
import type { Random } from '../random.ts';
import { createFailoverCalls, type FailoverCalls } from './calls.ts';
import { deploy } from './deploy-process.ts';
import { drill } from './drill-process.ts';
import { failback } from './failback-process.ts';
import { failover } from './failover-process.ts';
import type { Intention } from './scenario.ts';
import type { FailoverWorld } from './world.ts';

/** How a process ended; undefined: it died. */
export type Ended =
  | { readonly kind: 'ended'; readonly end: FailoverEnd }
  /** It said no, and what: `lease-lost`, `failover-under-way` … */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'done' }
  /** A drill that only looks. */
  | { readonly kind: 'looked'; readonly good: boolean }
  | {
      readonly kind: 'drilled';
      readonly end: DrillEnd;
      readonly record: DrillRecord;
      /** It was begun by a process before this one. */
      readonly leftOver: boolean;
    };

export interface FailoverProcess {
  readonly calls: FailoverCalls;
  readonly ended: Promise<Ended | undefined>;
}

export function startFailoverProcess(
  world: FailoverWorld,
  random: Random,
  name: string,
  what: Intention,
  crash?: CrashPoint,
): FailoverProcess {
  const calls = createFailoverCalls(world, random, name, crash);
  world.log.push(`${((world.clock.now() - world.start) / 1000).toFixed(1)} ${name} starts: ${JSON.stringify(what)}`);
  const work = act(world, random, name, what, calls);
  const refused = (error: unknown): Ended => {
    if (error instanceof UserError) return { kind: 'refused', code: error.code };
    if (error instanceof AwsError) return { kind: 'refused', code: error.kind };
    throw error;
  };
  const ended = Promise.race([work.catch(refused), calls.death.then(() => undefined)]).then((end) => {
    calls.end();
    world.log.push(`${name} ends: ${end === undefined ? 'died' : JSON.stringify(end)}`);
    return end;
  });
  return { calls, ended };
}

function act(
  world: FailoverWorld,
  random: Random,
  name: string,
  what: Intention,
  calls: FailoverCalls,
): Promise<Ended> {
  switch (what.kind) {
    case 'failover':
      return failover(world, random, name, what, calls);
    case 'failback':
      return failback(world, random, name, what.to, calls);
    case 'drill':
      return drill(world, random, name, what, calls);
    case 'deploy':
      return deploy(world, name, calls);
  }
}
