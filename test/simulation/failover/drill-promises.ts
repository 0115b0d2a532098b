import { type DrillRecord, openDrill } from '../../../src/records/drill-record.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { Ended } from './process.ts';
import type { Intention } from './scenario.ts';
import type { FailoverWorld } from './world.ts';

type Drilled = Extract<Ended, { readonly kind: 'drilled' }>;

/** What must hold when a drill has ended by itself. */
export function checkDrilled(world: FailoverWorld, ended: Ended | undefined): void {
  if (ended?.kind !== 'drilled') return;
  const { end, record } = ended;
  const state = world.newest();
  // A failover, or another run, has taken over: the rest is theirs.
  if (end.outcome === 'overridden' || state.drill?.id !== record.id) return;
  const kept = state.drill.ended?.outcome ?? 'open';
  const found = isEndedAgain(world, ended)
    ? leftBehind(world, ended)
    : kept === end.outcome
      ? [...leftBehind(world, ended), ...misplaced(world, ended), ...stayedTooLong(world, ended)]
      : [`is kept as ${kept}`];
  if (world.later.names().length > 0) world.mayStrike.add(record.id);
  for (const text of found) world.violate(`the drill ${record.id} ended as ${end.outcome}, and ${text}`);
}

/**
 * A region that could not be told of its end takes it for open: a failover that asks nobody else ends it once more. Where
 * traffic is then is that failover's.
 */
function isEndedAgain(world: FailoverWorld, { record }: Drilled): boolean {
  const { unheard, outages } = world.scenario;
  const { drill, failover } = world.newest();
  const other = failover !== undefined && failover.drill !== record.id;
  return drill?.ended?.outcome === 'overridden' && other && (unheard > 0 || outages.length > 0);
}

/** Nothing of it is left but what it says. */
function leftBehind(world: FailoverWorld, { end }: Drilled): readonly string[] {
  const said = end.deviations.join('; ');
  const scheduled = world.later.names().length > 0 && !said.includes('could not be deleted');
  const broken = world.faults.size > 0 && world.newest().drill?.injected !== true;
  return [
    ...(scheduled ? ['what it had scheduled is still there'] : []),
    ...(broken ? ['what it broke is forgotten'] : []),
  ];
}

/** Traffic is where it was, and that is good; or it stayed where it was moved to. */
function misplaced(world: FailoverWorld, { end, record }: Drilled): readonly string[] {
  const { targets, mechanism } = world.scenario;
  const names = targets.map(({ name }) => name);
  const { inactive, failover } = world.newest();
  // A failover that could keep nothing anywhere moves traffic all the same, and says so when it ends.
  if (world.unkept) return [];
  if (failover !== undefined && failover.drill !== record.id) return [];
  const stays = end.outcome === 'left';
  const wanted = stays ? names.filter((name) => !record.to.includes(name)) : record.inactiveBefore;
  if (!sameNames(inactive, wanted)) return [`${inactive.join(', ') || 'nobody'} is not active`];
  // A stop signal in a region that is lost cannot be written or removed: that is said.
  if (mechanism === 'stop-switch' && end.deviations.some((text) => text.includes('the stop signal of'))) return [];
  // A control plane that does not answer could not be told: that is said too.
  if (end.deviations.some((text) => text.includes('could not be told once more to stay'))) {
    world.unkept = true;
    return [];
  }
  const astray = [...world.decided()].filter((name) => wanted.includes(name));
  if (astray.length > 0) return [`${astray.join(', ')} gets traffic and is not active`];
  const { returning } = end.marks;
  if (stays || returning === undefined) return [];
  const left = targets.filter(({ name }) => record.from.includes(name));
  const lost = left.filter(({ region }) => wasLost(world, region, returning)).map(({ name }) => name);
  return lost.length === 0 ? [] : [`traffic went back to ${lost.join(', ')}, which is lost`];
}

/** What a region that is silent is asked for, twice, with its repetitions; where probes tell, only once. */
const SOON_MS = { asked: 240_000, probed: 180_000 };
/** So long it takes from a look to what follows from it. */
const LOOKED_MS = 30_000;

/** The lease of a region that has fallen silent is asked for so long between the look and the move. */
const SILENT_MS = 90_000;

/**
 * Nobody is sent to who has been lost for a while, only to try it out.
 * @param tries it begins to move, and gives up where it cannot keep what it means; absent: traffic is told
 */
export function checkThere(world: FailoverWorld, { id, to }: DrillRecord, tries = false): void {
  const { targets, outages } = world.scenario;
  const elapsed = world.clock.now() - world.start;
  const lost = targets.filter(({ name, region }) =>
    outages.some(
      (outage) =>
        to.includes(name) &&
        outage.region === region &&
        outage.from < elapsed - LOOKED_MS - (tries && outage.silent ? SILENT_MS : 0) &&
        elapsed < outage.until,
    ),
  );
  if (lost.length > 0)
    world.violate(`the drill ${id} moves traffic to ${lost.map(({ name }) => name).join()}, which is lost`);
}

/** Where traffic is not served, or gates do not pass, a drill does not stay until its time is over. */
function stayedTooLong(world: FailoverWorld, { end, record }: Drilled): readonly string[] {
  const { away, returning } = end.marks;
  if (away === undefined || returning === undefined) return [];
  const { targets, outages, spoiled, unserved, probed } = world.scenario;
  const [from, until] = [away - world.start, returning - world.start];
  const bad = targets.flatMap(({ name, region }) => {
    if (!record.to.includes(name)) return [];
    const lost = outages.find((outage) => outage.region === region && outage.from < until && outage.until > until);
    const ringing = spoiled?.target === name && spoiled.from < until && spoiled.until > until ? spoiled : undefined;
    // Only probes see that.
    const seen = probed && record.to.length === 1 && unserved?.target === name ? unserved : undefined;
    const silence = seen !== undefined && seen.from < until && seen.until > until ? seen : undefined;
    // Leases and copies of several are asked one after the other.
    const silent = Math.max(1, outages.filter((outage) => outage.silent).length);
    const allLost = (probed && record.to.length === 1 ? SOON_MS.probed : SOON_MS.asked) * silent;
    return [
      ...(lost === undefined ? [] : [Math.max(lost.from, from) + allLost]),
      ...(silence === undefined ? [] : [Math.max(silence.from, from) + SOON_MS.probed]),
      ...(ringing === undefined ? [] : [Math.max(ringing.from, from) + SOON_MS.asked * silent]),
    ];
  });
  return Math.min(...bad) < until ? ['it stayed long where not all was well'] : [];
}

/** A drill that died with traffic away has arranged what brings it back. */
export function checkDied(world: FailoverWorld): void {
  const { drill, ...state } = world.newest();
  if (drill === undefined || drill.ended !== undefined || drill.returns.length === 0) return;
  const away = state.failover?.drill === drill.id && state.failover.from.length > 0;
  if (away && !world.later.made(drill.id)) world.violate(`the drill ${drill.id} died, and nothing ends it`);
}

/** Lost from that time until now. */
function wasLost(world: FailoverWorld, region: string, since: number): boolean {
  const outage = world.isLost(region, since);
  return outage !== undefined && outage === world.isLost(region);
}

/** What must hold of a drill in a world where nothing goes wrong. */
export function checkCalmDrill(
  world: FailoverWorld,
  { drill }: Extract<Intention, { readonly kind: 'drill' }>,
  ended: Ended | undefined,
): void {
  if (ended?.kind === 'looked' && !ended.good) world.violate(`a drill (${drill}) finds fault where all is well`);
  if (ended?.kind !== 'drilled') return;
  const { outcome, why } = ended.end;
  if (outcome !== 'passed' && outcome !== 'not-measured') world.violate(`a drill ends as ${outcome}: ${why}`);
  if (openDrill(world.newest()) !== undefined) world.violate('a drill that ended is open');
}
