import type { FailoverWorld } from './world.ts';

/** A write of a deployment to a stack. */
export interface DeployedWrite {
  readonly run: string;
  readonly target: string;
  /** When the deployment began, and when this write did: milliseconds since the epoch. */
  readonly since: number;
  readonly at: number;
}

/** A failover that moved traffic, and what it made active. */
export interface Moved {
  readonly run: string;
  readonly active: readonly string[];
  readonly decided: number;
  readonly accepted: number;
}

/** Remembers who deployed and who moved traffic, and looks whether one has stopped for the other. */
export function createOvertaken(worldOf: () => FailoverWorld) {
  const writes: DeployedWrite[] = [];
  const moves: Moved[] = [];
  return {
    deployed(write: DeployedWrite): void {
      writes.push(write);
      for (const moved of moves) check(worldOf(), write, moved);
    },
    moved(moved: Moved): void {
      moves.push(moved);
      for (const write of writes) check(worldOf(), write, moved);
    },
  };
}

/** Leases are taken a second after traffic was told to move, by some calls, and looked at every five seconds. */
const SEEN_MS = 20_000;

/** A deployment that was under way when traffic moved writes no more where users are now. */
function check(world: FailoverWorld, { run, target, since, at }: DeployedWrite, moved: Moved): void {
  if (since >= moved.decided || at <= moved.accepted + SEEN_MS || !moved.active.includes(target)) return;
  // Leases that could not be taken or looked at are said to be.
  const { unheard, outages } = world.scenario;
  if (unheard > 0 || outages.length > 0) return;
  world.violate(`${run} deploys to ${target} though ${moved.run} moved traffic there`);
}
