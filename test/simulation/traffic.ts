import type { TrafficPorts } from '../../src/rollout/traffic-ports.ts';
import type { Calls } from './calls.ts';
import { laterWeights } from './pause.ts';
import { checkWeights } from './promises.ts';
import { awsError, type World } from './world.ts';

/** Weights of the world as a driver shows them to one process. */
export function trafficPorts(
  settings: TrafficPorts['settings'],
  world: World,
  run: string,
  { call }: Pick<Calls, 'call'>,
  assertAll: () => Promise<void>,
): TrafficPorts {
  const { scenario } = world;
  const active = activeIn(world);
  return {
    settings,
    leftOut: new Set(),
    active: async () => active,
    unfit: () => call('look at stacks', () => stuckIn(world)),
    // What is remembered is kept under the leases.
    remember: assertAll,
    isUnfinished: () => false,
    settled: () => {},
    driver: {
      kind: 'route53',
      controlPlane: 'us-east-1',
      smallestShare: 0.01,
      settleMs: 60_000,
      ...(scenario.pause !== undefined && { later: laterWeights(world, active, { call }) }),
      read: () => call('read weights', () => ({ weights: { ...world.weights }, revision: world.revision })),
      set: (weights, against) =>
        call(
          'set weights',
          () => {
            if (against.revision !== world.revision) throw awsError('conflict');
            checkWeights(world, weights, active, run);
            world.wrote(run, 'set weights');
            world.weights = { ...weights };
            world.moved.push(world.weights);
            world.revision += 1;
            return { id: String(world.revision), weights };
          },
          () => {
            // The second one is refused, whoever was there first: src/traffic/route53.ts looks whether they are ours.
            if (Object.entries(weights).some(([name, weight]) => world.weights[name] !== weight))
              throw awsError('conflict');
            return { id: 'unknown', weights };
          },
        ),
      waitApplied: () => call('weights applied', () => undefined),
    },
  };
}

export function activeIn({ scenario }: World): ReadonlySet<string> {
  const names = scenario.environment.targets.map(({ name }) => name);
  return new Set(names.filter((name) => !scenario.inactive.has(name)));
}

/** Targets with a stack that needs repair. */
export function stuckIn(world: World): ReadonlySet<string> {
  const stuck = [...world.stacks.keys()].map((id) => world.stack(id)).filter(({ status }) => status === 'stuck');
  return new Set(stuck.map(({ instance }) => instance.target.name));
}
