import { AwsError } from '../../src/aws/ports.ts';
import { UserError } from '../../src/errors.ts';
import { createRolloutJournal } from '../../src/records/rollout-journal.ts';
import type { Journal, RolloutPorts } from '../../src/rollout/ports.ts';
import type { Preparation, StackOutcome } from '../../src/stack/model.ts';
import type { StackInstance } from '../../src/topology/model.ts';
import { type Calls, type CrashPoint, createCalls } from './calls.ts';
import { answer, noAnswer } from './gates.ts';
import { NO_LEASES, type SimLeases, takeLeases } from './leases.ts';
import { checkExecute, checkReturn, checkReturnAsked } from './promises.ts';
import type { Random } from './random.ts';
import { activeIn, stuckIn, trafficPorts } from './traffic.ts';
import { KEY, NEW, OLD, type SimStack, type World } from './world.ts';

export type { CrashPoint } from './calls.ts';

/** One process that works on the world, and may die at any call. */
export interface SimProcess {
  readonly run: string;
  readonly ports: RolloutPorts;
  /** Calls made so far. */
  calls(): number;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  readonly journal: ReturnType<typeof createRolloutJournal>;
  readonly leases: SimLeases;
}

/** @param number counts from 1 */
export function startProcess(
  world: World,
  random: Random,
  number: number,
  crash: CrashPoint | undefined,
  hasRival: boolean,
): SimProcess {
  const { scenario } = world;
  const run = `run-${number}`;
  const calls = createCalls(world, random, crash, number === 1);
  const { call, clock } = calls;
  const leases = hasRival ? takeLeases(world, run, calls) : NO_LEASES;
  const journal = journalOf(world, run, calls, leases.assertHeld);
  const assertAll = async (): Promise<void> => {
    // A lost region has no say.
    const refused = (error: unknown): void => {
      if (!(error instanceof AwsError)) throw error;
    };
    await Promise.all(scenario.environment.targets.map(({ name }) => leases.assertHeld(name).catch(refused)));
  };

  const ports: RolloutPorts = {
    clock,
    report: (event) => {
      if (event.type === 'instance.finished' && event.result.rollback?.state === 'kept') {
        const { instance } = event.result;
        const operations = world.stack(instance).history.length;
        world.toldKept.set(instance, { run, sequence: world.newest()?.sequence ?? 0, operations });
      }
      if (event.type !== 'rollback.started') return;
      const moves = event.phases.flatMap(({ traffic }) => traffic?.moves ?? []);
      world.shown.splice(0, Infinity, ...moves.map(({ after }) => after));
      world.moved.length = 0;
    },
    signal: new AbortController().signal,
    dependencies: ({ id, target }) =>
      id.startsWith('app@') && world.stacks.has(`data@${target.name}`) ? [`data@${target.name}`] : [],
    inputs: async () => ({ kind: 'known', fingerprint: 'same' }),
    prepare: async (instance) => {
      try {
        await leases.assertHeld(instance.target.name);
        const stack = await settled(instance);
        if (stack === 'lost') return refused('unreachable');
        return await call(`prepare ${instance.id}`, () => prepared(world, stack, run, hasRival));
      } catch (error) {
        return refused(stateOf(error, 'failed'));
      }
    },
    execute: async (instance, preparation) => {
      try {
        const stack = await settled(instance);
        if (stack === 'lost') return outcome('unreachable');
        await leases.assertHeld(instance.target.name);
        await calls.thaw();
        const began = await call(`execute ${instance.id}`, () => {
          if (world.isLost(instance.target.name)) return 'lost' as const;
          if (preparation.kind === 'change-set' && !stack.changeSets.delete(preparation.changeSetId)) return 'gone';
          if (stack.operation !== undefined) return 'gone';
          // What was made of the stack as it was is of no use any more.
          stack.changeSets.clear();
          checkExecute(world, instance);
          world.wrote(run, `execute ${instance.id}`);
          return begin(world, stack, NEW, random);
        });
        if (began === 'lost') return outcome('unreachable');
        if (began === 'gone') return { ...outcome('failed'), code: 'moved' };
        if (began === 'timed-out') return outcome('timed-out');
        return await finish(instance, 'succeeded');
      } catch (error) {
        return failedOutcome(error, instance);
      }
    },
    discard: async ({ id }, preparation) => {
      await call(`discard ${id}`, () => {
        if (preparation.kind === 'change-set') world.stack(id).changeSets.delete(preparation.changeSetId);
      }).catch(() => undefined);
    },
    align: async () => {},
    gates: {
      intervalMs: 10_000,
      ask: (request) =>
        call(`ask ${request.moment} of ${request.phase}`, () => answer(world, request, random)).catch(() =>
          noAnswer(world, request),
        ),
    },
    journal,
    rollback: {
      planRollback: async (instances) => {
        const traffic = { weights: world.weights, active: activeIn(world), unfit: stuckIn(world) };
        const plan = (kind: 'returns' | 'refused') => ({
          instances: instances.map(({ id }) => ({ instance: id, kind, to: { id: OLD }, notes: [] })),
          ...(scenario.traffic !== undefined && { traffic }),
        });
        return call('plan rollback', () => plan('returns')).catch(() => plan('refused'));
      },
      rollBack: async (instance) => {
        try {
          return await rollBack(instance);
        } catch (error) {
          return failedOutcome(error, instance);
        }
      },
    },
    ...(scenario.traffic !== undefined && { traffic: trafficPorts(scenario.traffic, world, run, calls, assertAll) }),
    remember: () => {},
  };

  async function rollBack(instance: StackInstance): Promise<StackOutcome> {
    const stack = await settled(instance);
    if (stack === 'lost') return outcome('unreachable');
    const fault = scenario.returnFaults.get(instance.id);
    await leases.assertHeld(instance.target.name);
    const began = await call(`return ${instance.id}`, () => {
      if (world.isLost(instance.target.name)) return 'unreachable' as const;
      if (stack.operation !== undefined) return 'moved' as const;
      checkReturnAsked(world, instance);
      const unchanged = stack.release === OLD || scenario.upToDate.has(instance.id);
      if (unchanged && stack.status === 'good') return 'no-change' as const;
      if (fault === 'skipped') return 'skipped' as const;
      if (fault !== undefined && !world.spent.has(`return ${instance.id}`)) {
        world.spent.add(`return ${instance.id}`);
        return fault;
      }
      checkReturn(world, instance);
      world.wrote(run, `return ${instance.id}`);
      stack.status = 'good';
      stack.operation = { to: OLD, endsAt: world.clock.now() + random.whole(1_000, 60_000), end: 'succeeded' };
      return 'began' as const;
    });
    if (began === 'moved') return { ...outcome('failed'), code: 'moved' };
    return began === 'began' ? finish(instance, 'rolled-back') : outcome(began);
  }

  /** Waits for an operation that is under way, whoever began it. */
  async function settled(instance: StackInstance): Promise<SimStack | 'lost'> {
    const stack = world.stack(instance.id);
    if (stack.operation !== undefined) await clock.sleep(stack.operation.endsAt - clock.now());
    return world.isLost(instance.target.name) ? 'lost' : world.stack(instance.id);
  }

  async function finish(instance: StackInstance, good: 'succeeded' | 'rolled-back'): Promise<StackOutcome> {
    const { operation } = world.stack(instance.id);
    if (operation === undefined) return outcome('failed');
    await clock.sleep(operation.endsAt - clock.now());
    const seen = await call(`see ${instance.id}`, () => (world.isLost(instance.target.name) ? 'unreachable' : 'seen'));
    if (seen === 'unreachable') return outcome('unreachable');
    world.stack(instance.id);
    if (operation.end === 'succeeded') return { ...outcome(good), outputs: { Release: operation.to } };
    return outcome(operation.end);
  }

  /** Whatever CloudFormation does there goes on without us. */
  function failedOutcome(error: unknown, { id }: StackInstance): StackOutcome {
    const running = world.stack(id).operation !== undefined;
    if (running) world.overdue.add(id);
    return outcome(stateOf(error, running || world.stack(id).release === NEW ? 'timed-out' : 'failed'));
  }

  return { run, ports, calls: calls.made, death: calls.death, journal, leases };
}

function journalOf(
  world: World,
  run: string,
  { call, thaw }: Calls,
  assertHeld: (target: string) => Promise<void>,
): ReturnType<typeof createRolloutJournal> & Journal {
  return createRolloutJournal(
    KEY,
    world.scenario.environment.targets.map(({ name, region }) => {
      const storage = world.storageOf(name);
      return {
        target: name,
        region,
        storage: {
          ...storage,
          getText: (bucket: string, key: string) => call(`read ${name}`, () => storage.getText(bucket, key)),
          putText: async (bucket: string, key: string, text: string, condition?: never) => {
            await thaw();
            const put = async () => {
              const before = world.newest();
              const kept = await storage.putText(bucket, key, text, condition);
              // A copy of what everybody knows already, or that nobody believes, is nobody's step.
              if (world.newest() !== before) world.wrote(run, `keep ${name}`);
              return kept;
            };
            // The second one finds what the first one did: src/aws/storage.ts reads it back.
            const putAgain = async () => {
              try {
                return await put();
              } catch (error) {
                if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
                const stored = await storage.getText(bucket, key);
                if (stored?.text !== text) throw error;
                return { etag: stored.etag };
              }
            };
            return call(`keep ${name}`, put, putAgain);
          },
        },
        bucket: async () => 'bucket',
        assertHeld: () => assertHeld(name),
      };
    }),
    () => {},
  );
}

function prepared(world: World, stack: SimStack, run: string, hasRival: boolean): Preparation {
  const { id } = stack.instance;
  const before = { stackId: id, status: 'UPDATE_COMPLETE', changedAt: '' };
  if (stack.status === 'stuck') {
    // Repaired by whoever comes next, as CloudFormation lets us.
    stack.status = 'good';
  }
  // What a run left behind whose lease was taken is deleted.
  if (hasRival) stack.changeSets.clear();
  if (stack.release === NEW) return { kind: 'no-change', stackId: id, before, outputs: { Release: NEW }, notes: [] };
  const changeSetId = `${id}#${run}#${world.log.length}`;
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

/** What the product calls a stack when AWS, or the lease, said no. Anything else is a defect, and thrown on. */
function stateOf(error: unknown, otherwise: 'failed' | 'timed-out'): 'failed' | 'timed-out' | 'unreachable' {
  if (error instanceof UserError) return otherwise;
  if (!(error instanceof AwsError)) throw error;
  return error.kind === 'unreachable' ? 'unreachable' : otherwise;
}

function refused(state: 'failed' | 'timed-out' | 'unreachable'): Preparation {
  return { kind: 'failed', state, reason: state, failures: [], fix: [] };
}

function outcome(state: StackOutcome['state']): StackOutcome {
  return { state, failures: [], fix: [], outputs: {} };
}
