import type { InstanceResult, RunEvent } from '../../src/report/events.ts';
import { planInstances } from '../../src/rollout/plan.ts';
import type { RolloutPorts } from '../../src/rollout/ports.ts';
import { runRollout } from '../../src/rollout/rollout.ts';
import type { EndState, Preparation, ResourceChange } from '../../src/stack/model.ts';
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
  /** "prepare app@eu-west-1", "execute …", "discard …", in order of their start. */
  readonly log: readonly string[];
  readonly mostAtOnce: number;
  /** Change sets made and neither executed nor discarded. */
  readonly leftBehind: readonly string[];
}

/** Runs a rollout in a world of promises: every port call yields, so that targets really interleave. */
export async function simulate(
  environment: Environment,
  behaviours: Readonly<Record<string, Behaviour>> = {},
  abortAfter?: string,
): Promise<World> {
  const log: string[] = [];
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
  const note = async (text: string): Promise<void> => {
    log.push(text);
    now += 1_000;
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    if (text === abortAfter) abort.abort('SIGINT');
  };
  const of = (id: string): Behaviour => behaviours[id] ?? {};
  const ports: RolloutPorts = {
    clock: { now: () => now, sleep: never, random: () => 0.5 },
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
      const changeSetId = `${id}#${log.length}`;
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
      const tries = log.filter((line) => line === `execute ${id}`).length;
      if (tries <= movedTimes) return { state: 'failed', code: 'moved', failures: [], fix: [], outputs: {} };
      if (throws !== undefined) throw new Error(throws);
      return { state: end, failures: [], fix: [], outputs: end === 'succeeded' ? { Out: of(id).output ?? 'new' } : {} };
    },
    discard: async ({ id }, preparation) => {
      await note(`discard ${id}`);
      if (preparation.kind === 'change-set') open.delete(preparation.changeSetId);
    },
    align: async () => {},
    remember: ({ id }, values) => outputs.set(id, values['Out'] ?? ''),
  };
  const plans = await planInstances(environment, ports);
  const results = await runRollout(environment, plans, ports);
  return { results, events, log, mostAtOnce, leftBehind: [...open] };
}

/** Nobody waits for time in this world: a sleep only ends when it is called off. */
function never(_ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

/** `{ 'app@eu-west-1': 'succeeded' }`. */
export function statesOf(world: World): Readonly<Record<string, EndState>> {
  return Object.fromEntries(world.results.map(({ instance, state }) => [instance, state]));
}
