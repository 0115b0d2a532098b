import { AwsError } from '../../../src/aws/ports.ts';
import type { Storage } from '../../../src/aws/storage-port.ts';
import { runningTargets } from '../../../src/failover/consumers.ts';
import { type ActiveState, newestState, parseActiveState } from '../../../src/records/active-state-document.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { createLaterCalls, type LaterCalls } from './later.ts';
import { createOvertaken, type DeployedWrite, type Moved } from './overtaken.ts';
import type { FailoverScenario, Outage } from './scenario.ts';

export const STATE = 'active.json';
export const LEASE = 'lease.json';

/** What moves traffic, as it is at one time. */
interface Switches {
  readonly at: number;
  /** Targets whose stop signal is there, and what it says. */
  readonly stopped: ReadonlyMap<string, string>;
  readonly weights: Readonly<Record<string, number>>;
  readonly on: ReadonlySet<string>;
}

/** What survives the death of a process. */
export interface FailoverWorld {
  scenario: FailoverScenario;
  readonly clock: VirtualClock;
  readonly start: number;
  readonly log: string[];
  /** What broke a promise, in order. */
  readonly broken: string[];
  /** Targets whose marked consumers run. */
  readonly consuming: Set<string>;
  /** Targets whose writes the application has stopped. */
  readonly still: Set<string>;
  /** What the last move meant could be kept nowhere, or traffic could not be told, and it said so. */
  unkept: boolean;
  /** When: only a move that begins later makes it good. */
  unkeptAt: number;
  /** Failovers at work that could not read or keep which targets are active: nobody can know of them, nor they of others. */
  readonly blind: Set<string>;
  /** A deployment writes to a stack. */
  deployed(write: DeployedWrite): void;
  /** A failover has moved traffic. */
  moved(moved: Moved): void;
  /** What drills had AWS do later. */
  readonly later: LaterCalls;
  /** Drills of which a schedule was said to be left over: it may move traffic. */
  readonly mayStrike: Set<string>;
  /** Targets that a drill broke, and since when. */
  readonly faults: Map<string, number>;
  /** Why the gates of a target do not pass now; undefined: they do. */
  problem(target: string): string | undefined;
  /** Grows with each change of weights. */
  revision: number;
  isLost(region: string, at?: number): Outage | undefined;
  /** Storage of a target, without the way to it. */
  storageOf(target: string): Storage;
  switches(): Switches;
  /** Changes what moves traffic. */
  flip(change: (now: Switches) => Partial<Switches>): void;
  /** Targets that get traffic as far as we decide: not stopped, On, with a weight. */
  decided(): ReadonlySet<string>;
  /** Who answers a user that asks now; undefined: nobody. */
  answering(pick: number): string | undefined;
  /** The newest copy of which targets are active, of these targets or of all. */
  newest(of?: readonly string[]): ActiveState;
  violate(text: string): void;
}

/** Until name servers, their caches and health checks have followed. */
const BEHIND_MS = 30_000;

export function createFailoverWorld(scenario: FailoverScenario, clock: VirtualClock): FailoverWorld {
  const start = clock.now();
  const objects = new Map<string, { readonly text: string; readonly etag: string }>();
  const names = scenario.targets.map(({ name }) => name);
  const history: Switches[] = [{ at: start, stopped: new Map(), weights: scenario.weights, on: new Set(names) }];
  const broken: string[] = [];
  let writes = 0;

  const latest = (): Switches => history.at(-1) as Switches;
  const servedBy = (now: Switches, { mechanism }: FailoverScenario): ReadonlySet<string> =>
    new Set(
      names.filter((name) => {
        if (mechanism === 'stop-switch') return !now.stopped.has(name);
        return mechanism === 'weights' ? (now.weights[name] ?? 0) > 0 : now.on.has(name);
      }),
    );

  const isIn = (time: FailoverScenario['spoiled'], target: string): boolean => {
    const elapsed = clock.now() - start;
    return time?.target === target && time.from <= elapsed && elapsed < time.until;
  };

  const world: FailoverWorld = {
    scenario,
    clock,
    start,
    log: [],
    broken,
    consuming: new Set(),
    still: new Set(),
    unkept: false,
    unkeptAt: 0,
    blind: new Set(),
    ...createOvertaken(() => world),
    later: createLaterCalls(() => world),
    mayStrike: new Set(),
    faults: new Map(),
    problem(target) {
      const { fit, spoiled } = world.scenario;
      if (!fit || world.faults.has(target)) return `a gate fails in ${target}`;
      return isIn(spoiled, target) ? `an alarm rings in ${target}` : undefined;
    },
    revision: 0,
    isLost(region, at = clock.now()) {
      const elapsed = at - start;
      return world.scenario.outages.find(
        (outage) => outage.region === region && outage.from <= elapsed && elapsed < outage.until,
      );
    },
    storageOf(target) {
      const place = (key: string): string => `${target} ${key}`;
      const storage: Partial<Storage> = {
        head: async (_, key) => {
          const stored = objects.get(place(key));
          return stored && { size: 0, etag: stored.etag, metadata: {}, serverTime: clock.now() };
        },
        getText: async (_, key) => objects.get(place(key)),
        putText: async (_, key, text, condition) => {
          const stored = objects.get(place(key));
          const wanted = (condition as { ifMatch?: string } | undefined)?.ifMatch;
          if (condition !== undefined && stored?.etag !== wanted) throw awsError('conflict');
          if (key === STATE && stored !== undefined) checkTakeOver(world, stored.text, text);
          writes += 1;
          const etag = String(writes);
          objects.set(place(key), { text, etag });
          return { etag, serverTime: clock.now() };
        },
        delete: async (_, key, ifMatch) => {
          if (ifMatch !== undefined && objects.get(place(key))?.etag !== ifMatch) throw awsError('conflict');
          objects.delete(place(key));
        },
      };
      return storage as Storage;
    },
    switches: latest,
    flip(change) {
      history.push({ ...latest(), ...change(latest()), at: clock.now() });
      // Where every stop signal lies, Route 53 takes all for healthy.
      if (world.scenario.mechanism !== 'stop-switch' && world.decided().size === 0)
        world.violate('nobody gets any traffic');
    },
    decided: () => servedBy(latest(), world.scenario),
    answering(pick) {
      const at = clock.now() - BEHIND_MS;
      const seen = history.findLast((entry) => entry.at <= at) ?? (history[0] as Switches);
      const told = [...servedBy(seen, world.scenario)];
      const regionOf = (name: string): string => `r${name.slice(1)}`;
      // Records follow health checks, but for routing controls: those are the only checks of theirs.
      const well =
        world.scenario.mechanism === 'arc-routing-control'
          ? told
          : told.filter((name) => !world.isLost(regionOf(name), at) && !((world.faults.get(name) ?? at + 1) <= at));
      const answers = well.length > 0 ? well : told;
      const chosen = answers[Math.floor(pick * answers.length)];
      if (chosen === undefined || world.faults.has(chosen) || isIn(world.scenario.unserved, chosen)) return undefined;
      return world.isLost(regionOf(chosen)) ? undefined : chosen;
    },
    newest(of = names) {
      const copies = of.map((name) => objects.get(`${name} ${STATE}`));
      return newestState(copies.map((copy) => copy && parseActiveState(copy.text, 'somewhere')));
    },
    violate(text) {
      world.log.push(`BROKEN: ${text}`);
      broken.push(text);
    },
  };
  const { consumers } = scenario;
  if (consumers !== undefined)
    for (const name of runningTargets(consumers, names, { inactive: [] })) world.consuming.add(name);
  return world;
}

/** Nobody moves traffic elsewhere while somebody else is at it. */
function checkTakeOver(world: FailoverWorld, before: string, after: string): void {
  const [was, is] = [before, after].map((text) => parseActiveState(text, 'somewhere')?.failover);
  if (was === undefined || is === undefined || was.done || was.from.length === 0 || was.id === is.id) return;
  if (world.clock.now() - Date.parse(was.at) > UNDER_WAY_MS || sameNames(was.to, is.to)) return;
  // What a drill moves gives way to everybody, and who could not read what others do cannot give way.
  if (was.drill !== undefined || world.blind.has(is.id)) return;
  // A copy that another region has a later one of tells nothing.
  if (world.newest().failover?.id !== was.id || world.newest().failover?.done) return;
  world.violate(`${is.id} writes over ${was.id}, which is under way to ${was.to.join(', ')}`);
}

/** As long as a failover counts as alive. */
const UNDER_WAY_MS = 15 * 60_000;

export function awsError(kind: 'unreachable' | 'conflict'): AwsError {
  return new AwsError({ kind, code: kind, message: kind, service: 's3', action: 'any', region: 'here' });
}

/** From now on nothing more goes wrong. */
export function calm(scenario: FailoverScenario): FailoverScenario {
  return { ...scenario, outages: [], unheard: 0, fit: true, spoiled: undefined, unserved: undefined };
}
