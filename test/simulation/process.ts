import { createRolloutJournal } from '../../src/records/rollout-journal.ts';
import type { RolloutPorts } from '../../src/rollout/ports.ts';
import type { TrafficPorts } from '../../src/rollout/traffic-ports.ts';
import type { Preparation, StackOutcome } from '../../src/stack/model.ts';
import type { StackInstance } from '../../src/topology/model.ts';
import { answer } from './gates.ts';
import { checkExecute, checkReturn, checkWeights } from './promises.ts';
import type { Random } from './random.ts';
import { awsError, KEY, NEW, OLD, type SimStack, type World } from './world.ts';

/** One process that works on the world, and may die at any call. */
export interface SimProcess {
  readonly ports: RolloutPorts;
  /** Calls made so far. */
  calls(): number;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  readonly journal: ReturnType<typeof createRolloutJournal>;
}

export interface CrashPoint {
  /** The how many-th call it dies at. */
  readonly call: number;
  /** Before the call takes effect, or after, when nobody hears its answer any more. */
  readonly when: 'before' | 'after';
}

const never = new Promise<never>(() => {});

export function startProcess(world: World, random: Random, crash: CrashPoint | undefined): SimProcess {
  const { scenario, clock } = world;
  let calls = 0;
  let alive = true;
  let die: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const kill = (): Promise<never> => {
    alive = false;
    die();
    return never;
  };

  /** One call to AWS: it takes time, and the process may die before or after it takes effect. */
  const call = async <T>(name: string, effect: () => T | Promise<T>): Promise<T> => {
    if (!alive) return never;
    calls += 1;
    world.calls += 1;
    const mine = calls;
    if (crash?.call === mine && crash.when === 'before') return kill();
    await clock.sleep(random.whole(10, 2_000));
    if (!alive) return never;
    world.log.push(name);
    let result: T;
    try {
      result = await effect();
    } catch (error) {
      if (crash?.call === mine) return kill();
      throw error;
    }
    if (crash?.call === mine) return kill();
    return result;
  };
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await clock.sleep(ms, signal);
    if (!alive) await never;
  };
  const ownClock = { ...clock, now: () => clock.now(), sleep };

  const journal = createRolloutJournal(
    KEY,
    scenario.environment.targets.map(({ name, region }) => {
      const storage = world.storageOf(name);
      return {
        target: name,
        region,
        storage: {
          ...storage,
          getText: (bucket: string, key: string) => call(`read ${name}`, () => storage.getText(bucket, key)),
          putText: (bucket: string, key: string, text: string, condition?: never) =>
            call(`keep ${name}`, () => storage.putText(bucket, key, text, condition)),
        },
        bucket: async () => 'bucket',
        assertHeld: async () => {},
      };
    }),
    () => {},
  );

  const ports: RolloutPorts = {
    clock: ownClock,
    report: () => {},
    signal: new AbortController().signal,
    dependencies: ({ id, target }) =>
      id.startsWith('app@') && world.stacks.has(`data@${target.name}`) ? [`data@${target.name}`] : [],
    inputs: async () => ({ kind: 'known', fingerprint: 'same' }),
    prepare: async (instance) => {
      const stack = await settled(instance);
      if (stack === 'lost') return lost();
      return call(`prepare ${instance.id}`, () => prepared(world, stack));
    },
    execute: async (instance, preparation) => {
      const stack = await settled(instance);
      if (stack === 'lost') return outcome('unreachable');
      const began = await call(`execute ${instance.id}`, () => {
        if (world.isLost(instance.target.name)) return 'lost' as const;
        if (preparation.kind === 'change-set') stack.changeSets.delete(preparation.changeSetId);
        checkExecute(world, instance);
        return begin(world, stack, NEW, random);
      });
      if (began === 'lost') return outcome('unreachable');
      if (began === 'timed-out') return outcome('timed-out');
      return finish(instance, 'succeeded');
    },
    discard: async ({ id }, preparation) => {
      await call(`discard ${id}`, () => {
        if (preparation.kind === 'change-set') world.stack(id).changeSets.delete(preparation.changeSetId);
      });
    },
    align: async () => {},
    gates: {
      intervalMs: 10_000,
      ask: (request) => call(`ask ${request.moment} of ${request.phase}`, () => answer(world, request, random)),
    },
    journal,
    rollback: {
      planRollback: (instances) =>
        call('plan rollback', () => ({
          instances: instances.map(({ id }) => ({ instance: id, kind: 'returns', to: { id: OLD }, notes: [] })),
        })),
      rollBack: async (instance) => {
        const stack = await settled(instance);
        if (stack === 'lost') return outcome('unreachable');
        const fault = scenario.returnFaults.get(instance.id);
        const began = await call(`return ${instance.id}`, () => {
          if (world.isLost(instance.target.name)) return 'unreachable' as const;
          checkReturn(world, instance);
          const unchanged = stack.release === OLD || scenario.upToDate.has(instance.id);
          if (unchanged && stack.status === 'good') return 'no-change' as const;
          if (fault === 'skipped') return 'skipped' as const;
          if (fault !== undefined && !world.spent.has(`return ${instance.id}`)) {
            world.spent.add(`return ${instance.id}`);
            return fault;
          }
          stack.status = 'good';
          stack.operation = { to: OLD, endsAt: clock.now() + random.whole(1_000, 60_000), end: 'succeeded' };
          return 'began' as const;
        });
        return began === 'began' ? finish(instance, 'rolled-back') : outcome(began);
      },
    },
    ...(scenario.traffic !== undefined && { traffic: trafficPorts(scenario.traffic) }),
    remember: () => {},
  };

  /** Waits for an operation that is under way, whoever began it. */
  async function settled(instance: StackInstance): Promise<SimStack | 'lost'> {
    const stack = world.stack(instance.id);
    if (stack.operation !== undefined) await sleep(stack.operation.endsAt - clock.now());
    return world.isLost(instance.target.name) ? 'lost' : world.stack(instance.id);
  }

  async function finish(instance: StackInstance, good: 'succeeded' | 'rolled-back'): Promise<StackOutcome> {
    const { operation } = world.stack(instance.id);
    if (operation === undefined) return outcome('failed');
    await sleep(operation.endsAt - clock.now());
    const seen = await call(`see ${instance.id}`, () => (world.isLost(instance.target.name) ? 'unreachable' : 'seen'));
    if (seen === 'unreachable') return outcome('unreachable');
    world.stack(instance.id);
    if (operation.end === 'succeeded') return { ...outcome(good), outputs: { Release: operation.to } };
    return outcome(operation.end);
  }

  function trafficPorts(settings: TrafficPorts['settings']): TrafficPorts {
    const active = new Set(
      scenario.environment.targets.map(({ name }) => name).filter((name) => !scenario.inactive.has(name)),
    );
    return {
      settings,
      leftOut: new Set(),
      active: async () => active,
      unfit: () =>
        call('look at stacks', () => {
          const unfit = [...world.stacks.keys()]
            .map((id) => world.stack(id))
            .filter(({ status }) => status === 'stuck');
          return new Set(unfit.map(({ instance }) => instance.target.name));
        }),
      remember: async () => {},
      driver: {
        kind: 'route53',
        controlPlane: 'us-east-1',
        smallestShare: 0.01,
        settleMs: 60_000,
        read: () => call('read weights', () => ({ weights: { ...world.weights }, revision: world.revision })),
        set: (weights, against) =>
          call('set weights', () => {
            if (against.revision !== world.revision) throw awsError('conflict');
            checkWeights(world, weights, active);
            world.weights = { ...weights };
            world.revision += 1;
            return { id: String(world.revision), weights };
          }),
        waitApplied: () => call('weights applied', () => undefined),
      },
    };
  }

  return { ports, calls: () => calls, death, journal };
}

function prepared(world: World, stack: SimStack): Preparation {
  const { id } = stack.instance;
  const before = { stackId: id, status: 'UPDATE_COMPLETE', changedAt: '' };
  if (stack.status === 'stuck') {
    // Repaired by whoever comes next, as CloudFormation lets us.
    stack.status = 'good';
  }
  if (stack.release === NEW) return { kind: 'no-change', stackId: id, before, outputs: { Release: NEW }, notes: [] };
  const changeSetId = `${id}#${world.log.length}`;
  stack.changeSets.add(changeSetId);
  return {
    kind: 'change-set',
    changeSetId,
    changeSetName: 'x',
    type: 'UPDATE',
    stackId: id,
    before,
    changes: [],
    resourceLess: false,
    notes: [],
  };
}

function begin(world: World, stack: SimStack, to: string, random: Random): 'began' | 'timed-out' {
  const { id } = stack.instance;
  const fault = world.spent.has(id) ? undefined : world.scenario.stackFaults.get(id);
  if (fault !== undefined) world.spent.add(id);
  if (fault?.end === 'timed-out') world.overdue.add(id);
  const end = fault === undefined || fault.end === 'timed-out' ? 'succeeded' : fault.end;
  stack.operation = { to, endsAt: world.clock.now() + random.whole(1_000, 90_000), end };
  return fault?.end === 'timed-out' ? 'timed-out' : 'began';
}

function lost(): Preparation {
  return { kind: 'failed', state: 'unreachable', reason: 'lost', failures: [], fix: [] };
}

function outcome(state: StackOutcome['state']): StackOutcome {
  return { state, failures: [], fix: [], outputs: {} };
}
