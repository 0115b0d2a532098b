import { runningTargets } from '../../../src/failover/consumers.ts';
import { keptTargets, type Move } from '../../../src/failover/move.ts';
import { activeTargets } from '../../../src/records/active-state-document.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { Ended } from './process.ts';
import type { Intention } from './scenario.ts';
import type { FailoverWorld } from './world.ts';

/** What must hold when a process has ended by itself. */
export function checkEnded(
  world: FailoverWorld,
  run: string,
  what: Intention,
  ended: Ended | undefined,
  began: number,
): void {
  if (ended?.kind !== 'ended') return;
  const { move, deviations, outcome, marks } = ended.end;
  const done = outcome === 'verified' || outcome === 'not-measured';
  if (deviations.some((text) => text.includes('could not be kept'))) {
    world.unkept = true;
    world.unkeptAt = world.clock.now();
  } else if (done && (marks.decided ?? 0) > world.unkeptAt) world.unkept = false;
  if (move.active.length === 0) world.violate('nobody is active');
  if (outcome === 'verified' && marks.verified === undefined)
    world.violate(`${run} says that users are served, and has not seen it`);
  if (what.kind === 'failover') {
    if ('to' in what.request && !sameNames(move.active, [what.request.to]))
      world.violate(`a failover to ${what.request.to} makes ${move.active.join(', ')} active`);
    const { decided, accepted } = marks;
    if (done && decided !== undefined && accepted !== undefined) {
      world.moved({ run, active: move.active, decided, accepted });
      checkKept(world, run, move, { began, decided });
      if (marks.verified !== undefined) checkRemembered(world, run, decided, marks.verified);
    }
  }
  if (what.kind === 'failback' && outcome === 'failed') checkNotBack(world, run, what.to);
}

/** Milliseconds that a region which is there again may still seem lost to who has asked it before. */
const SEEMS_LOST_MS = { silent: 100_000, refused: 5_000 };

/** Where every region is there when users are seen to be served, somebody remembers what was done. */
function checkRemembered(world: FailoverWorld, run: string, since: number, verified: number): void {
  const { unheard, outages, targets } = world.scenario;
  const lost = outages.some(({ until, silent }) => {
    return until + (silent ? SEEMS_LOST_MS.silent : SEEMS_LOST_MS.refused) > verified - world.start;
  });
  if (unheard > 0 || lost) return;
  const known = targets.some(({ name }) => {
    const { failover } = world.newest([name]);
    return failover !== undefined && (failover.id === run ? failover.done : Date.parse(failover.at) >= since);
  });
  if (!known) world.violate(`${run} is done, and nobody remembers it`);
}

interface Times {
  readonly began: number;
  readonly decided: number;
}

/**
 * Whoever says that it is done has remembered it wherever somebody could: in every region that it does not leave. One
 * that was silent when it was asked what it remembers is not written unread: the next write makes it equal.
 */
function checkKept(world: FailoverWorld, run: string, move: Move, { began, decided: since }: Times): void {
  const { unheard, outages, targets } = world.scenario;
  const begun = began - world.start;
  const kept = keptTargets(move, targets);
  const lost = outages.some(
    ({ region, until }) => until > begun && targets.some((one) => one.region === region && kept.includes(one.name)),
  );
  if (unheard > 0 || lost) return;
  for (const name of kept) {
    const { failover } = world.newest([name]);
    // Somebody else may have begun since.
    if (failover?.id === run && !failover.done) world.violate(`${run} is done, and ${name} does not know`);
    if (failover?.id !== run && !(Date.parse(failover?.at ?? '') >= since))
      world.violate(`${run} is not remembered in ${name}`);
  }
}

/** A failback that failed leaves its target without a role. */
function checkNotBack(world: FailoverWorld, run: string, returning: string): void {
  const { failover, inactive } = world.newest();
  if (failover?.id !== run || !failover.done) return;
  if (!inactive.includes(returning)) world.violate(`${run} failed, and ${returning} is active`);
  if (world.decided().has(returning)) world.violate(`${run} failed, and ${returning} gets traffic`);
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
  if (what?.kind === 'failover' && 'to' in what.request && !sameNames([...active], [what.request.to]))
    world.violate(`what is remembered last is that ${[...active].join(', ')} is active, not ${what.request.to}`);
  // What was begun and not repeated is between two places, and says so.
  if (state.failover?.done === false) return;
  checkConsumers(world, [...active], what);
  // A stop signal in a region that was left cannot be removed by who leaves it: that is said, and a failback removes it.
  if (world.scenario.mechanism === 'stop-switch' && [...active].some((name) => !served.has(name))) return;
  const astray = [...served].filter((name) => !active.has(name));
  if (astray.length > 0)
    world.violate(`${astray.join(', ')} gets traffic and is not active (${[...active].join(', ')} is)`);
  if (what?.kind === 'failover' && 'to' in what.request && !served.has(what.request.to))
    world.violate(`traffic is not where it was moved to: ${[...served].join(', ')}`);
}

/** Consumers run where the role is. Those of who was left without being asked are fenced, or stop with a failback. */
function checkConsumers(world: FailoverWorld, active: readonly string[], what: Intention | undefined): void {
  const { consumers, targets } = world.scenario;
  if (consumers === undefined || what === undefined || what.kind === 'deploy' || what.kind === 'drill') return;
  const names = targets.map(({ name }) => name);
  const inactive = names.filter((name) => !active.includes(name));
  const wanted = runningTargets(consumers, names, { inactive });
  const missing = wanted.filter((name) => !world.consuming.has(name));
  if (missing.length > 0) world.violate(`consumers of ${missing.join(', ')} do not run, and it is active`);
}
