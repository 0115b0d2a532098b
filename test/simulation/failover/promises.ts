import { activeTargets } from '../../../src/records/active-state-document.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { Ended } from './process.ts';
import type { Intention } from './scenario.ts';
import type { FailoverWorld } from './world.ts';

/** What must hold when a process has ended by itself. */
export function checkEnded(world: FailoverWorld, what: Intention, ended: Ended | undefined): void {
  if (ended?.kind !== 'ended') return;
  const { move, deviations, outcome } = ended.end;
  if (deviations.some((text) => text.includes('could not be kept'))) world.unkept = true;
  else if (outcome === 'verified' || outcome === 'not-measured') world.unkept = false;
  if (what.kind === 'failover' && 'to' in what.request && !sameNames(move.active, [what.request.to]))
    world.violate(`a failover to ${what.request.to} makes ${move.active.join(', ')} active`);
  if (move.active.length === 0) world.violate('nobody is active');
}

/** What must hold when nothing goes wrong any more and the last that somebody wants was done, or cannot be. */
export function checkRest(world: FailoverWorld, what: Intention | undefined): void {
  const { targets } = world.scenario;
  const names = targets.map(({ name }) => name);
  const state = world.newest();
  const active = activeTargets(state, names);
  if (active.size === 0) world.violate('nobody is active');
  const served = world.decided();
  if (world.unkept) return;
  // What was begun and not repeated is between two places, and says so.
  if (state.failover?.done === false) return;
  // A stop signal in a region that was left cannot be removed by who leaves it: that is said, and a failback removes it.
  if (world.scenario.mechanism === 'stop-switch' && [...active].some((name) => !served.has(name))) return;
  const astray = [...served].filter((name) => !active.has(name));
  if (astray.length > 0)
    world.violate(`${astray.join(', ')} gets traffic and is not active (${[...active].join(', ')} is)`);
  if (what?.kind === 'failover' && 'to' in what.request && !served.has(what.request.to))
    world.violate(`traffic is not where it was moved to: ${[...served].join(', ')}`);
}
