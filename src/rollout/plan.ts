import type { PlannedInstance } from '../report/plan-report.ts';
import type { Preparation } from '../stack/model.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { describeInstance } from './describe-instance.ts';
import { discardPlans } from './discard.ts';
import { runPool } from './pool.ts';
import type { Inputs, RolloutPorts } from './ports.ts';

/** What is known of one instance before anything is executed. */
export interface InstancePlan {
  readonly instance: StackInstance;
  readonly phase: string;
  readonly inputs: Inputs;
  /** Somebody approved exactly this: it is never made again when the stack has moved. */
  readonly explicit?: boolean;
  /** Absent when it waits for an output: shown as predicted. */
  readonly preparation?: Preparation;
}

/** How many stacks are prepared side by side over all targets; each target's calls are limited on their own. */
const PREPARE_CONCURRENCY = 64;

/**
 * Makes and validates every change set whose inputs are known, all targets side by side. An instance that takes
 * outputs of another is prepared after it, with today's outputs when they are all there, else it is predicted.
 */
export async function planInstances(
  environment: Environment,
  ports: RolloutPorts,
): Promise<ReadonlyMap<string, InstancePlan>> {
  const plans = new Map<string, InstancePlan>();
  try {
    await planLayers(environment, plans, ports);
    return plans;
  } catch (error) {
    await discardPlans(plans.values(), ports);
    throw error;
  }
}

async function planLayers(
  environment: Environment,
  plans: Map<string, InstancePlan>,
  ports: RolloutPorts,
): Promise<void> {
  for (const layer of dependencyLayers(environment, ports)) {
    await runPool(
      layer,
      PREPARE_CONCURRENCY,
      () => !ports.signal.aborted,
      async ({ instance, phase }) => {
        plans.set(instance.id, await planOne(instance, phase, ports));
      },
    );
  }
}

async function planOne(instance: StackInstance, phase: string, ports: RolloutPorts): Promise<InstancePlan> {
  const { id, target, stack } = instance;
  const state = { type: 'instance.state', instance: id, target: target.name, stack: stack.key } as const;
  ports.report({ ...state, state: 'planning' });
  const inputs = await ports.inputs(instance);
  if (inputs.kind === 'failed') {
    const { preparation } = inputs;
    ports.report({ ...state, state: preparation.state, text: preparation.reason });
    return { instance, phase, inputs: { kind: 'waiting', for: [] }, preparation };
  }
  if (inputs.kind === 'waiting') {
    ports.report({ ...state, state: 'waiting', text: `known after ${inputs.for.join(', ')}` });
    return { instance, phase, inputs };
  }
  const preparation = await ports.prepare(instance);
  if (preparation.kind === 'no-change') ports.remember(instance, preparation.outputs);
  ports.report(
    preparation.kind === 'failed'
      ? { ...state, state: preparation.state, text: preparation.reason }
      : { ...state, state: 'planned' },
  );
  return { instance, phase, inputs, preparation };
}

/** Instances grouped so that each group only takes outputs of earlier groups. Cycles were refused by the topology. */
function dependencyLayers(
  environment: Environment,
  ports: RolloutPorts,
): readonly (readonly { readonly instance: StackInstance; readonly phase: string }[])[] {
  const depths = new Map<string, number>();
  const byId = new Map(environment.instances.map((instance) => [instance.id, instance]));
  const depthOf = (instance: StackInstance): number => {
    const known = depths.get(instance.id);
    if (known !== undefined) return known;
    const below = ports.dependencies(instance).flatMap((id) => byId.get(id) ?? []);
    const depth = below.length === 0 ? 0 : 1 + Math.max(...below.map(depthOf));
    depths.set(instance.id, depth);
    return depth;
  };
  const layers: { instance: StackInstance; phase: string }[][] = [];
  for (const phase of environment.phases) {
    for (const instance of phase.instances) {
      const depth = depthOf(instance);
      layers[depth] ??= [];
      layers[depth].push({ instance, phase: phase.name });
    }
  }
  return layers.filter(Boolean);
}

/** The plan of one instance as it is shown and written to a plan file. */
export function describePlan(
  plan: InstancePlan,
  details: Pick<PlannedInstance, 'switchesAtOnce' | 'inRegion' | 'earlierMs'> & { readonly account?: string },
): PlannedInstance {
  const { instance, preparation, inputs } = plan;
  const base = {
    ...describeInstance(instance, plan.phase, details.account),
    switchesAtOnce: details.switchesAtOnce,
    ...(details.inRegion !== undefined && { inRegion: details.inRegion }),
    ...(details.earlierMs !== undefined && { earlierMs: details.earlierMs }),
    changes: [],
    failures: [],
    fix: [],
    notes: [],
  };
  const ofInputs = inputs.kind === 'known' ? (inputs.notes ?? []) : [];
  if (preparation === undefined) {
    return { ...base, kind: 'predicted', waitsFor: inputs.kind === 'waiting' ? inputs.for : [] };
  }
  switch (preparation.kind) {
    case 'failed':
      return {
        ...base,
        kind: 'failed',
        reason: preparation.reason,
        failures: preparation.failures,
        fix: preparation.fix,
      };
    case 'unreviewed':
      return { ...base, kind: 'predicted', waitsFor: [], notes: [...ofInputs, ...preparation.notes] };
    case 'no-change':
      return { ...base, kind: 'no-change', notes: [...ofInputs, ...preparation.notes] };
    case 'recreate':
      return { ...base, kind: 'create', changes: preparation.changes, notes: preparation.notes };
    case 'change-set':
      return {
        ...base,
        kind: preparation.type === 'CREATE' ? 'create' : 'update',
        changes: preparation.changes,
        ...(preparation.parameters !== undefined && { parameters: preparation.parameters }),
        changeSetId: preparation.changeSetId,
        notes: [...ofInputs, ...preparation.notes],
      };
  }
}
