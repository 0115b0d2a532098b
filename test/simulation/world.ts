import { AwsError } from '../../src/aws/ports.ts';
import type { Storage } from '../../src/aws/storage-port.ts';
import { newestCopy, type OpenRollout } from '../../src/rollout/open-rollout.ts';
import type { StackInstance } from '../../src/topology/model.ts';
import type { Weights } from '../../src/traffic/model.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { calmPause, type Schedule } from './pause.ts';
import type { Scenario } from './scenario.ts';
import { NO_TROUBLE } from './trouble.ts';

export const NEW = 'release-2';
export const OLD = 'release-1';
export const KEY = 'rollout.json';

/** A stack as AWS has it. */
export interface SimStack {
  readonly instance: StackInstance;
  release: string;
  status: 'good' | 'stuck';
  operation?: {
    readonly to: string;
    readonly endsAt: number;
    readonly end: 'succeeded' | 'failed' | 'stuck';
    readonly foreign?: true;
  };
  changeSets: Set<string>;
  /** Operations that brought it to a release, in order. */
  readonly history: string[];
}

/** What a process said of a stack that it leaves on the release. */
export interface ToldKept {
  readonly run: string;
  readonly sequence: number;
  readonly operations: number;
}

/** What survives the death of a process. */
export interface World {
  scenario: Scenario;
  readonly clock: VirtualClock;
  readonly start: number;
  readonly stacks: ReadonlyMap<string, SimStack>;
  weights: Record<string, number>;
  /** Grows with each change of weights, also by somebody else. */
  revision: number;
  /** Phases whose gates all passed after their last operation. */
  readonly judged: Set<string>;
  /** Phases of which a stack was changed. */
  readonly changed: Set<string>;
  /** Stacks whose operation outlasted our patience: it goes on, and counts for nobody's concurrency. */
  readonly overdue: Set<string>;
  /** Faults that struck already: they do not come again. */
  readonly spent: Set<string>;
  /** What broke a promise, in order. */
  readonly broken: string[];
  readonly log: string[];
  /** Change sets that nobody will execute. */
  readonly leftChangeSets: Set<string>;
  /** Stacks that a rollback said it leaves on the release: of which rollout, and how long their history was then. */
  readonly toldKept: Map<string, ToldKept>;
  /** Processes that came to their end and kept it. */
  readonly ended: Set<string>;
  /** Processes whose work another one took over. */
  readonly retired: Set<string>;
  /** Calls of all processes. */
  calls: number;
  /** Somebody else changed weights. */
  meddled: boolean;
  /** Weights that EventBridge Scheduler sets later, by name. */
  readonly schedules: Map<string, Schedule>;
  /** No schedule can change anything after this time. */
  quietAt: number;
  /** Changes of weights that the plan of the last rollback showed, and those made since. */
  readonly shown: Weights[];
  readonly moved: Weights[];
  isLost(target: string): boolean;
  storageOf(target: string): Storage;
  /** Of one target. */
  stacksOf(target: string): readonly SimStack[];
  newest(): OpenRollout | undefined;
  /** The stack with every operation ended that is due. */
  stack(id: string): SimStack;
  /** A process changes something that others see. */
  wrote(run: string, what: string): void;
  violate(text: string): void;
}

export function createWorld(scenario: Scenario, clock: VirtualClock): World {
  const start = clock.now();
  const stacks = new Map(
    scenario.environment.instances.map((instance): [string, SimStack] => [
      instance.id,
      {
        instance,
        release: scenario.upToDate.has(instance.id) ? NEW : OLD,
        status: 'good',
        changeSets: new Set(),
        history: [],
      },
    ]),
  );
  const objects = new Map<string, { readonly text: string; readonly etag: string }>();
  let writes = 0;
  const stacksOf = Map.groupBy(stacks.values(), ({ instance }) => instance.target.name);
  let newest: OpenRollout | undefined;
  const broken: string[] = [];
  const log: string[] = [];

  const isLost = (target: string): boolean => {
    const elapsed = clock.now() - start;
    return world.scenario.outages.some(
      (outage) => outage.target === target && outage.from <= elapsed && elapsed < outage.until,
    );
  };
  const reach = (target: string): void => {
    if (isLost(target)) throw awsError('unreachable');
  };
  const storageOf = (target: string): Storage => {
    const place = (key: string): string => `${target} ${key}`;
    return {
      head: async (_bucket: string, key: string) => {
        reach(target);
        return objects.has(place(key)) ? { size: 0, serverTime: clock.now() } : undefined;
      },
      getText: async (_bucket: string, key: string) => {
        reach(target);
        return objects.get(place(key));
      },
      putText: async (_bucket: string, key: string, text: string, condition?: object) => {
        reach(target);
        const stored = objects.get(place(key));
        const wanted = (condition as { ifMatch?: string } | undefined)?.ifMatch;
        if (condition !== undefined && stored?.etag !== wanted) throw awsError('conflict');
        writes += 1;
        const etag = String(writes);
        objects.set(place(key), { text, etag });
        if (key === KEY) newest = newestCopy([newest, rolloutOf(text)]);
        return { etag, serverTime: clock.now() };
      },
      delete: async (_bucket: string, key: string, ifMatch?: string) => {
        reach(target);
        if (ifMatch !== undefined && objects.get(place(key))?.etag !== ifMatch) throw awsError('conflict');
        objects.delete(place(key));
      },
    } as unknown as Storage;
  };
  let writer: string | undefined;

  const world: World = {
    scenario,
    clock,
    start,
    stacks,
    weights: { ...scenario.weights },
    revision: 0,
    judged: new Set(),
    changed: new Set(),
    overdue: new Set(),
    spent: new Set(),
    broken,
    log,
    leftChangeSets: new Set(),
    toldKept: new Map(),
    ended: new Set(),
    retired: new Set(),
    calls: 0,
    meddled: false,
    schedules: new Map(),
    quietAt: start,
    shown: [],
    moved: [],
    isLost,
    storageOf,
    stacksOf: (target) => stacksOf.get(target) ?? [],
    newest: () => newest,
    stack(id) {
      const stack = stacks.get(id);
      if (stack === undefined) throw new Error(`there is no stack ${id}`);
      const { operation } = stack;
      if (operation !== undefined && operation.endsAt <= clock.now()) {
        delete stack.operation;
        stack.status = operation.end === 'stuck' ? 'stuck' : 'good';
        if (operation.end === 'succeeded') {
          stack.release = operation.to;
          stack.history.push(operation.to);
        }
      }
      return stack;
    },
    wrote(run, what) {
      if (world.retired.has(run))
        world.violate(`${run} goes on (${what}) although ${writer} took over: runs interleave`);
      if (writer !== undefined && writer !== run) world.retired.add(writer);
      writer = run;
    },
    violate(text) {
      broken.push(text);
    },
  };
  return world;
}

export function awsError(kind: 'unreachable' | 'conflict' | 'credentials' | 'throttled'): AwsError {
  return new AwsError({ kind, code: kind, message: kind, service: 's3', action: 'any', region: 'here' });
}

/** From now on nothing more goes wrong. */
export function calm(scenario: Scenario): Scenario {
  return {
    ...scenario,
    lyingGate: false,
    unclear: 0,
    stackFaults: new Map(),
    returnFaults: new Map(),
    outages: [],
    meddling: [],
    trouble: NO_TROUBLE,
    ...(scenario.pause !== undefined && { pause: calmPause(scenario.pause) }),
  };
}

let last: { readonly text: string; readonly rollout: OpenRollout } | undefined;

/** Every target gets the same text: it is read once. */
function rolloutOf(text: string): OpenRollout {
  if (last?.text !== text) last = { text, rollout: JSON.parse(text) as OpenRollout };
  return last.rollout;
}
