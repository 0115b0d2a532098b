import type { DrillKind } from '../../../src/records/drill-record.ts';
import { createRandom, type Random } from '../random.ts';

export type MechanismName = 'stop-switch' | 'arc-routing-control' | 'weights';

/** What somebody wants at a time. Who does not get it asks again. */
export type Intention =
  | {
      readonly kind: 'failover';
      readonly request: { readonly to: string } | { readonly from: string };
      readonly graceful?: boolean;
    }
  | { readonly kind: 'failback'; readonly to: string }
  | { readonly kind: 'deploy' }
  | {
      readonly kind: 'drill';
      /** `end`: of one that is left over. */
      readonly drill: DrillKind | 'end';
      readonly request: { readonly to: string } | { readonly from: string };
      readonly holdMs: number;
      /** Nothing brings traffic back unless somebody ends it. */
      readonly leave: boolean;
      /** Milliseconds after its start at which somebody cancels it. */
      readonly cancelled?: number | undefined;
    };

export interface Outage {
  readonly region: string;
  /** Milliseconds after the start. */
  readonly from: number;
  readonly until: number;
  /** Calls are not refused, they are never answered. */
  readonly silent: boolean;
}

/** Everything that happens in one simulated world, drawn from its seed. */
export interface FailoverScenario {
  readonly seed: number;
  /** One a region, named alike: `t1` is in `r1`. */
  readonly targets: readonly { readonly name: string; readonly region: string }[];
  readonly mechanism: MechanismName;
  /** Region of the control plane of weights. */
  readonly controlPlane: string;
  /** Regions of the endpoints of routing controls. */
  readonly endpoints: readonly string[];
  /** Weights as configured, and at the start. */
  readonly weights: Readonly<Record<string, number>>;
  readonly steps: readonly number[];
  readonly outages: readonly Outage[];
  /** In the order of their times, milliseconds after the start; several may be under way at once. */
  readonly intentions: readonly { readonly at: number; readonly what: Intention }[];
  readonly probed: boolean;
  /** How many calls take effect without their answer being heard, 0 to 1. */
  readonly unheard: number;
  /** Milliseconds that a deployment takes in a target; 0: it changes no stack. */
  readonly stackMs: number;
  /** Where marked consumers run; absent: none are. */
  readonly consumers?: 'every-active' | 'one-active';
  /** Whether the application stops and resumes writes. */
  readonly hooks: boolean;
  /** Whether what a failback asks of its target passes. */
  readonly fit: boolean;
  /** A target whose gates fail for a time, milliseconds after the start, though it answers. */
  readonly spoiled?: { readonly target: string; readonly from: number; readonly until: number } | undefined;
  /** A target that serves nobody for a time though its gates pass. */
  readonly unserved?: { readonly target: string; readonly from: number; readonly until: number } | undefined;
}

export function drawFailover(seed: number): FailoverScenario {
  const random = createRandom(seed ^ 0xfa11);
  const mechanism = random.pick(['stop-switch', 'arc-routing-control', 'weights'] as const);
  const count = random.pick([2, 2, 2, 3, 4, 7]);
  const targets = Array.from({ length: count }, (_, index) => ({ name: `t${index + 1}`, region: `r${index + 1}` }));
  const names = targets.map(({ name }) => name);
  const weights = Object.fromEntries(names.map((name) => [name, random.pick([100, 100, 50, 0])]));
  if (Object.values(weights).every((weight) => weight === 0)) weights['t1'] = 100;
  const drawn = drawIntentions(names, random);
  const consumers = random.pick(['every-active', 'one-active', 'one-active', undefined] as const);
  const other = createRandom(seed ^ 0xd1_11);
  const drills = other.chance(0.4) ? drawDrills(names, other) : [];
  return {
    seed,
    targets,
    mechanism,
    // A control plane in the region that is left cannot be asked: weights are for planned moves.
    controlPlane: 'r9',
    endpoints: random.pick([
      ['r1', 'r2', 'r3', 'r8', 'r9'],
      ['r1', 'r6', 'r7', 'r8', 'r9'],
    ]),
    weights,
    steps: random.pick([[100], [10, 100], [5, 50, 100]]),
    outages: drawOutages(random),
    intentions: [...drills, ...drawn],
    probed: random.chance(0.7),
    unheard: random.pick([0, 0, 0.03]),
    ...(consumers !== undefined && { consumers }),
    hooks: random.chance(0.5),
    fit: random.chance(0.8),
    stackMs: other.pick([0, 0, 20_000, 60_000]),
    spoiled: drills.length > 0 && other.chance(0.2) ? drawSpoiled(names, other) : undefined,
  };
}

function drawIntentions(names: readonly string[], random: Random): FailoverScenario['intentions'] {
  const intention = (): Intention => {
    const name = random.pick(names);
    const kind = random.pick(['to', 'to', 'from', 'failback', 'failback', 'deploy', 'deploy'] as const);
    const graceful = random.chance(0.35) ? { graceful: true } : {};
    if (kind === 'to') return { kind: 'failover', request: { to: name }, ...graceful };
    if (kind === 'from') return { kind: 'failover', request: { from: name }, ...graceful };
    return kind === 'failback' ? { kind, to: name } : { kind };
  };
  let at = 0;
  return Array.from({ length: random.whole(1, 5) }, () => {
    // Close enough that some meet.
    at += random.pick([random.whole(0, 5_000), random.whole(0, 60_000), random.whole(60_000, 3_600_000)]);
    return { at, what: intention() };
  });
}

/** One drill before everything else, and sometimes a second one. */
function drawDrills(names: readonly string[], random: Random): FailoverScenario['intentions'] {
  const drill = (): Intention => {
    const name = random.pick(names);
    const kinds = ['switchover', 'switchover', 'outage', 'outage', 'outage', 'readiness', 'probe'] as const;
    return {
      kind: 'drill',
      drill: random.pick(kinds),
      request: random.chance(0.7) ? { to: name } : { from: name },
      holdMs: random.pick([0, 30_000, 120_000, 300_000]),
      leave: random.chance(0.3),
      ...(random.chance(0.15) && { cancelled: random.whole(1_000, 240_000) }),
    };
  };
  const first = { at: random.whole(0, 5_000), what: drill() };
  if (!random.chance(0.3)) return [first];
  return [first, { at: random.pick([random.whole(0, 60_000), random.whole(60_000, 3_600_000)]), what: drill() }];
}

function drawSpoiled(names: readonly string[], random: Random): FailoverScenario['spoiled'] {
  const from = random.whole(0, 300_000);
  return { target: random.pick(names), from, until: from + random.whole(10_000, 900_000) };
}

function drawOutages(random: Random): readonly Outage[] {
  return ['r1', 'r2', 'r3', 'r9'].flatMap((region): Outage[] => {
    if (!random.chance(region === 'r1' ? 0.5 : 0.15)) return [];
    const from = random.whole(0, 300_000);
    const lasts = random.pick([random.whole(1_000, 60_000), random.whole(60_000, 3_600_000)]);
    return [{ region, from, until: from + lasts, silent: random.chance(0.5) }];
  });
}
