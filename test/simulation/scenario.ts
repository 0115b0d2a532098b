import type { TrafficPorts } from '../../src/rollout/traffic-ports.ts';
import type { GateDefinition } from '../../src/topology/gate-model.ts';
import type { Environment } from '../../src/topology/model.ts';
import { environment, type PhaseSketch } from '../support/topology.ts';
import { drawPause, type Pause } from './pause.ts';
import { createRandom, type Random } from './random.ts';
import { drawRepeats, drawSilence, drawTrouble, NO_TROUBLE, type Outage, type Trouble } from './trouble.ts';

export interface StackFault {
  /** How its first operation ends. */
  readonly end: 'failed' | 'stuck' | 'timed-out';
}

/** Everything that happens in one simulated world, drawn from its seed. */
export interface Scenario {
  readonly seed: number;
  readonly environment: Environment;
  /** Targets with the bad release answer badly. */
  readonly bad: boolean;
  /** A gate that says the opposite of what it sees. */
  readonly lyingGate: boolean;
  /** How often a gate cannot tell, 0 to 1. */
  readonly unclear: number;
  readonly stackFaults: ReadonlyMap<string, StackFault>;
  /** Instances that cannot return: their rollback ends like that the first time. */
  readonly returnFaults: ReadonlyMap<string, 'failed' | 'unreachable' | 'skipped'>;
  readonly outages: readonly Outage[];
  readonly inactive: ReadonlySet<string>;
  readonly traffic?: TrafficPorts['settings'];
  /** Weights when the rollout begins; new targets are absent. */
  readonly weights: Readonly<Record<string, number>>;
  /** Times at which somebody else changes a weight. */
  readonly meddling: readonly number[];
  /** The first run stops after this phase, to be promoted by the next. */
  readonly until?: string;
  /** Instances that are at the new release already. */
  readonly upToDate: ReadonlySet<string>;
  readonly trouble: Trouble;
  /** The pause ends with a scheduled revert unless somebody is back before; absent: it is left. */
  readonly pause?: Pause;
}

/** One in so many scenarios has hundreds of targets. */
const HUGE = 100;

export function drawScenario(seed: number): Scenario {
  const plain = drawPlainScenario(seed);
  const trouble = { ...drawTrouble(seed, plain.environment), ...drawRepeats(seed, plain.environment) };
  const reverts = plain.until !== undefined && plain.traffic !== undefined;
  const outages = [...plain.outages, ...drawSilence(seed, trouble, plain.environment)];
  return { ...plain, outages, trouble, ...(reverts && { pause: drawPause(seed) }) };
}

/** The story of a seed that broke a promise once, in a world that did not yet throttle calls or deliver them twice. */
export function unrepeated(scenario: Scenario): Scenario {
  return { ...scenario, trouble: { ...scenario.trouble, throttled: 0, repeated: 0 } };
}

/** The same, and every rollout that can pauses, with a revert. */
export function drawPausedScenario(seed: number): Scenario {
  const scenario = drawScenario(seed);
  const random = createRandom(seed ^ 0x9a0532);
  const { environment: chosen, inactive } = scenario;
  const names = chosen.targets.map(({ name }) => name);
  const traffic = scenario.traffic ?? drawTraffic(names, random);
  const weights =
    scenario.traffic === undefined ? drawWeights(names, inactive, traffic.weights, random) : scenario.weights;
  const pausable = chosen.phases.slice(0, -1);
  if (pausable.length === 0) return scenario;
  const until = random.pick(pausable).name;
  // A bad release is seldom seen by the gates of the pause, or nothing would wait.
  const bad = scenario.bad && random.chance(0.3);
  return { ...scenario, bad, traffic, weights, until, pause: drawPause(seed) };
}

/** The same without trouble between us and AWS. */
export function drawPlainScenario(seed: number): Scenario {
  const random = createRandom(seed);
  const count = seed % HUGE === HUGE - 1 ? 500 : random.pick([1, 2, 3, 4, 5, 6, 6, 7, 8, 10, 14]);
  const targets = Array.from({ length: count }, (_, index) => `t${index + 1}`);
  const built = environment(drawPhases(targets, random));
  const chosen: Environment = {
    ...built,
    onFailure: random.pick(['rollback-all', 'rollback-all', 'rollback-wave', 'stop']),
  };
  const ids = chosen.instances.map(({ id }) => id);
  const rate = count > 20 ? 0.01 : 0.08;
  const some = <T>(probability: number, value: () => T): Map<string, T> =>
    new Map(ids.filter(() => random.chance(probability)).map((id) => [id, value()]));
  // A standby: its weight is zero, whatever the configuration says of it.
  const inactive = new Set(targets.slice(1).filter(() => random.chance(0.1)));
  const traffic = random.chance(0.6) ? drawTraffic(targets, random) : undefined;
  return {
    seed,
    environment: chosen,
    bad: random.chance(0.4),
    lyingGate: random.chance(0.1),
    unclear: random.pick([0, 0, 0, 0.05, 0.3]),
    stackFaults: some(rate, () => ({ end: random.pick(['failed', 'failed', 'stuck', 'timed-out'] as const) })),
    returnFaults: some(rate, () => random.pick(['failed', 'unreachable', 'skipped'] as const)),
    outages: targets
      .filter(() => random.chance(rate / 2))
      .map((target) => {
        const from = random.whole(0, 300_000);
        return { target, from, until: from + random.whole(1_000, 600_000) };
      }),
    inactive,
    ...(traffic !== undefined && { traffic }),
    weights: traffic === undefined ? {} : drawWeights(targets, inactive, traffic.weights, random),
    meddling: random.chance(0.15) ? [random.whole(1, 400_000)] : [],
    ...(random.chance(0.15) && { until: random.pick(chosen.phases).name }),
    upToDate: new Set(ids.filter(() => random.chance(0.08))),
    trouble: NO_TROUBLE,
  };
}

function drawPhases(targets: readonly string[], random: Random): readonly PhaseSketch[] {
  const stacks = random.chance(0.25) ? ['data', 'app'] : ['app'];
  const phases: PhaseSketch[] = [];
  for (let from = 0; from < targets.length; ) {
    const size =
      phases.length === 0 ? random.pick([1, 1, 2]) : random.whole(1, Math.max(1, Math.ceil(targets.length / 2)));
    const gates = random.chance(0.7) ? [GATE] : [];
    phases.push({
      name: `wave-${phases.length + 1}`,
      targets: targets.slice(from, from + size),
      stacks,
      gates,
      bakeMs: random.pick([0, 0, 20_000, 300_000]),
      maxConcurrency: random.pick([{ percent: 100 }, { count: 1 }, { count: 2 }, { percent: 50 }]),
      failureTolerance: random.pick([{ count: 0 }, { count: 0 }, { count: 1 }, { percent: 25 }]),
    });
    from += size;
  }
  return phases;
}

/** The simulated gates are asked by the phase; what the definition says is not looked at. */
const GATE: GateDefinition = {
  name: 'health',
  when: ['before', 'bake', 'after'],
  scope: 'target',
  inconclusive: 'hold',
  intervalMs: 10_000,
  timeoutMs: 10_000,
  check: undefined as never,
};

function drawTraffic(targets: readonly string[], random: Random): TrafficPorts['settings'] {
  const weights = Object.fromEntries(targets.map((name) => [name, random.pick([100, 100, 50, 10, 0])]));
  if (Object.values(weights).every((weight) => weight === 0)) weights[targets[0] ?? ''] = 100;
  return {
    weights,
    steps: random.pick([[100], [10, 100], [5, 25, 100]]),
    ...(random.chance(0.6) && { drainPercent: random.pick([0, 5, 10]) }),
    floorPercent: random.pick([0, 0, 30, 60]),
  };
}

function drawWeights(
  targets: readonly string[],
  inactive: ReadonlySet<string>,
  configured: Readonly<Record<string, number>>,
  random: Random,
): Readonly<Record<string, number>> {
  const weights = Object.fromEntries(
    targets
      .filter((_, index) => index === 0 || random.chance(0.9))
      .map((name) => [name, inactive.has(name) ? 0 : (configured[name] ?? 0)]),
  );
  // What somebody left there by hand.
  const touched = random.pick(Object.keys(weights));
  if (random.chance(0.1) && !inactive.has(touched)) weights[touched] = random.whole(1, 255);
  if (Object.values(weights).every((weight) => weight === 0)) weights[Object.keys(weights)[0] ?? ''] = 1;
  return weights;
}
