import type { GateRequest, GateVerdict } from '../../src/gates/model.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { InstanceResult } from '../../src/report/run-result.ts';
import { type OpenRollout, openRollout } from '../../src/rollout/open-rollout.ts';
import { planInstances } from '../../src/rollout/plan.ts';
import type { RolloutPorts } from '../../src/rollout/ports.ts';
import { runRollout } from '../../src/rollout/rollout.ts';
import type { EndState, Preparation, ResourceChange, StackOutcome } from '../../src/stack/model.ts';
import type { Environment } from '../../src/topology/model.ts';

/** How a simulated stack behaves. Unnamed instances change and succeed. */
export interface Behaviour {
  readonly plan?: 'change' | 'no-change' | 'failed';
  readonly end?: Extract<EndState, 'succeeded' | 'failed' | 'stuck' | 'timed-out'>;
  /** Ids of instances whose outputs it takes. */
  readonly takes?: readonly string[];
  /** Outputs before this run; absent: there are none yet. */
  readonly deployed?: string;
  readonly output?: string;
  readonly changes?: readonly ResourceChange[];
  readonly throws?: string;
  /** Its inputs cannot be resolved: the region is lost. */
  readonly inputsFail?: boolean;
  /** AWS never answers. */
  readonly hangs?: boolean;
  /** The stack turns out to have moved, so many times. */
  readonly movedTimes?: number;
}

export interface World {
  readonly results: readonly InstanceResult[];
  readonly events: readonly RunEvent[];
  /** What was done to stacks, in order of its start: "prepare app@eu-west-1", "execute …", "discard …", "return …". */
  readonly log: readonly string[];
  /** The same, with what was asked of gates, waited for and kept between. */
  readonly steps: readonly string[];
  readonly mostAtOnce: number;
  /** Change sets made and neither executed nor discarded. */
  readonly leftBehind: readonly string[];
  /** Why the rollout failed as a whole. */
  readonly failure?: string;
  /** Every state that was kept, in order, with where. */
  readonly kept: readonly { readonly rollout: OpenRollout; readonly where: string }[];
}

/** What differs from a plain rollout from its beginning. */
export interface Surroundings {
  /** Goes on from here. */
  readonly rollout?: OpenRollout;
  /** What the gates say, by the how many-th round it is. */
  readonly verdicts?: (request: GateRequest, round: number) => readonly GateVerdict[];
  /** How the return of an instance ends; `rolled-back` unless said. */
  readonly returns?: Readonly<Record<string, StackOutcome['state']>>;
  /** Somebody else changes these stacks while they return, so many times. */
  readonly movedReturns?: Readonly<Record<string, number>>;
  readonly journalFails?: (rollout: OpenRollout) => boolean;
}

/** Runs a rollout in a world of promises: every port call yields, so that targets really interleave. */
export async function simulate(
  environment: Environment,
  behaviours: Readonly<Record<string, Behaviour>> = {},
  abortAfter?: string,
  surroundings: Surroundings = {},
): Promise<World> {
  const steps: string[] = [];
  const events: RunEvent[] = [];
  const abort = new AbortController();
  const outputs = new Map(
    Object.entries(behaviours).flatMap(([id, { deployed }]) =>
      deployed === undefined ? [] : [[id, deployed] as const],
    ),
  );
  const open = new Set<string>();
  const executing = new Set<string>();
  let mostAtOnce = 0;
  let now = Date.UTC(2026, 0, 1);
  const kept: { rollout: OpenRollout; where: string }[] = [];
  let rounds = 0;
  const note = async (text: string): Promise<void> => {
    steps.push(text);
    now += 1_000;
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    if (text === abortAfter) abort.abort('SIGINT');
  };
  /** Only the waits of a bake end by themselves here; others end when they are called off. */
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal !== abort.signal) return never(ms, signal);
    await note(`wait ${ms / 1_000} s`);
    now += ms;
    signal.throwIfAborted();
  };
  const of = (id: string): Behaviour => behaviours[id] ?? {};
  const ports: RolloutPorts = {
    clock: { now: () => now, sleep, random: () => 0.5 },
    report: (event) => events.push(event),
    signal: abort.signal,
    dependencies: ({ id }) => of(id).takes ?? [],
    inputs: async ({ id }) => {
      if (of(id).inputsFail)
        return {
          kind: 'failed',
          preparation: { kind: 'failed', state: 'unreachable', reason: 'lost', failures: [], fix: [] },
        };
      const missing = (of(id).takes ?? []).filter((taken) => !outputs.has(taken));
      if (missing.length > 0) return { kind: 'waiting', for: missing };
      return { kind: 'known', fingerprint: (of(id).takes ?? []).map((taken) => outputs.get(taken)).join() };
    },
    prepare: async ({ id }): Promise<Preparation> => {
      await note(`prepare ${id}`);
      if (of(id).plan === 'failed')
        return { kind: 'failed', state: 'failed', reason: 'invalid', failures: [], fix: [] };
      const before = { stackId: id, status: 'CREATE_COMPLETE', changedAt: '' };
      if (of(id).plan === 'no-change')
        return { kind: 'no-change', stackId: id, before, outputs: { Out: of(id).deployed ?? '' }, notes: [] };
      const changeSetId = `${id}#${steps.length}`;
      open.add(changeSetId);
      const changes = of(id).changes ?? [];
      return {
        kind: 'change-set',
        changeSetId,
        changeSetName: 'x',
        type: 'UPDATE',
        stackId: id,
        before,
        changes,
        resourceLess: false,
        notes: [],
      };
    },
    execute: async ({ id }, preparation) => {
      executing.add(id);
      mostAtOnce = Math.max(mostAtOnce, executing.size);
      await note(`execute ${id}`);
      if (of(id).hangs) await new Promise(() => undefined);
      executing.delete(id);
      if (preparation.kind === 'change-set') open.delete(preparation.changeSetId);
      const { throws, end = 'succeeded', movedTimes = 0 } = of(id);
      const tries = steps.filter((line) => line === `execute ${id}`).length;
      if (tries <= movedTimes) return { state: 'failed', code: 'moved', failures: [], fix: [], outputs: {} };
      if (throws !== undefined) throw new Error(throws);
      return { state: end, failures: [], fix: [], outputs: end === 'succeeded' ? { Out: of(id).output ?? 'new' } : {} };
    },
    discard: async ({ id }, preparation) => {
      await note(`discard ${id}`);
      if (preparation.kind === 'change-set') open.delete(preparation.changeSetId);
    },
    align: async () => {},
    gates: {
      intervalMs: 10_000,
      ask: async (request) => {
        await note(`ask ${request.moment} of ${request.phase}`);
        rounds += 1;
        return surroundings.verdicts?.(request, rounds) ?? [];
      },
    },
    journal: {
      save: async (rollout, where) => {
        await note(`keep ${rollout.course} ${where}`);
        if (surroundings.journalFails?.(rollout)) throw new Error('no region answers');
        kept.push({ rollout, where });
      },
    },
    rollback: {
      planRollback: async (instances) => ({
        instances: instances.map(({ id }) => ({ instance: id, kind: 'returns', to: { id: 'before' }, notes: [] })),
      }),
      rollBack: async ({ id }) => {
        await note(`return ${id}`);
        const tries = steps.filter((line) => line === `return ${id}`).length;
        if (tries <= (surroundings.movedReturns?.[id] ?? 0))
          return { state: 'failed', code: 'moved', failures: [], fix: [], outputs: {} };
        const state = surroundings.returns?.[id] ?? 'rolled-back';
        return {
          state,
          failures: [],
          fix: [],
          outputs: { Out: 'before' },
          ...(state !== 'rolled-back' && { reason: 'because' }),
        };
      },
    },
    remember: ({ id }, values) => outputs.set(id, values['Out'] ?? ''),
  };
  const plans = await planInstances(environment, ports);
  const rollout = surroundings.rollout ?? openRollout({ id: 'release-2' }, { run: '1', who: 'test' }, undefined, now);
  const log = () => steps.filter((step) => /^(prepare|execute|discard|return) /.test(step));
  const { instances: results, failure } = await runRollout(environment, plans, rollout, ports);
  return {
    kept,
    ...(failure !== undefined && { failure }),
    results,
    events,
    steps,
    log: log(),
    mostAtOnce,
    leftBehind: [...open],
  };
}

/** Nobody waits for time in this world: a sleep only ends when it is called off. */
function never(_ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

/** `{ 'app@eu-west-1': 'succeeded' }`. */
export function statesOf(world: World): Readonly<Record<string, EndState>> {
  return Object.fromEntries(world.results.map(({ instance, state }) => [instance, state]));
}
