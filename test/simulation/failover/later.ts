import { SCHEDULE_RETRIES_MS } from '../../../src/aws/traffic-ports.ts';
import type { FailoverWorld } from './world.ts';

/** A call that EventBridge Scheduler makes by itself at a time, once. */
export interface LaterCall {
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the drill that it brings traffic back of, and the targets that get some again. */
  readonly drill: string;
  readonly targets: readonly string[];
  /** Whether AWS takes the call: what it is about is as it was meant. */
  fits(): boolean;
  act(): void;
}

/** Schedules of the world: they go on when whoever made them is dead. */
export interface LaterCalls {
  create(name: string, call: LaterCall): void;
  delete(name: string): void;
  names(): readonly string[];
  /** Whether anything was ever scheduled for this drill. */
  made(drill: string): boolean;
}

export function createLaterCalls(worldOf: () => FailoverWorld): LaterCalls {
  const calls = new Map<string, LaterCall>();
  const drills = new Set<string>();
  const strike = (name: string, call: LaterCall): void => {
    if (calls.get(name) !== call) return;
    const world = worldOf();
    const outage = world.isLost(call.region);
    if (outage !== undefined && world.start + outage.until <= call.at + SCHEDULE_RETRIES_MS) {
      world.clock.at(world.start + outage.until, () => strike(name, call));
      return;
    }
    calls.delete(name);
    if (outage !== undefined) {
      world.log.push(`the schedule ${name} is given up: ${call.region} is lost`);
      return;
    }
    const fits = call.fits();
    world.log.push(
      `the schedule ${name} strikes, and ${fits ? `brings ${call.targets.join(', ')} back` : 'does nothing'}`,
    );
    checkStrike(world, call, fits);
    if (fits) call.act();
  };
  return {
    create(name, call) {
      calls.set(name, call);
      drills.add(call.drill);
      worldOf().clock.at(call.at, () => strike(name, call));
    },
    delete: (name) => void calls.delete(name),
    names: () => [...calls.keys()],
    made: (drill) => drills.has(drill),
  };
}

/** It moves traffic of a drill that died and that nobody has ended, and of no other. */
function checkStrike(world: FailoverWorld, { drill, targets }: LaterCall, fits: boolean): void {
  if (world.unkept) return;
  const { drill: kept, failover } = world.newest();
  const open = kept?.id === drill && kept.ended === undefined;
  if (fits && !open && !world.mayStrike.has(drill))
    world.violate(`a schedule of ${drill} moves traffic, and that drill has ended`);
  // Only its move away was made: nobody has tried to bring traffic back.
  const away = failover?.drill === drill && failover.from.length > 0;
  const missing = targets.filter((target) => !world.decided().has(target));
  if (!fits && open && away && missing.length > 0)
    world.violate(`the schedule of ${drill}, which died, does not bring ${missing.join(', ')} back`);
}
