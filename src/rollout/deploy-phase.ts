import type { InstanceResult } from '../report/run-result.ts';
import { concurrencyOf, toleranceOf } from '../topology/amount.ts';
import type { Phase, StackInstance } from '../topology/model.ts';
import { runInstance } from './instance.ts';
import type { InstancePlan } from './plan.ts';
import { runPool } from './pool.ts';
import type { RolloutPorts } from './ports.ts';
import { instanceResult, notTried } from './results.ts';
import { isFailure, isGood, worstState } from './state.ts';
import { cancelled, type Stop } from './stop.ts';

/**
 * Deploys the targets of one phase side by side, up to `max-concurrency`. No further target starts once more than
 * `failure-tolerance` of them failed (StackSets' soft tolerance: concurrency does not shrink). Every instance of the phase
 * has its result afterwards.
 * @returns why nothing further may start, if so
 */
export async function deployPhase(
  phase: Phase,
  plans: ReadonlyMap<string, InstancePlan>,
  results: Map<string, InstanceResult>,
  ports: RolloutPorts,
): Promise<Stop | undefined> {
  ports.report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
  const tolerated = toleranceOf(phase.failureTolerance, phase.targets.length);
  const failed = new Set<string>();
  const mayStart = (): boolean => !ports.signal.aborted && failed.size <= tolerated;
  await runPool(phase.targets, concurrencyOf(phase.maxConcurrency, phase.targets.length), mayStart, async (target) => {
    const instances = phase.instances.filter((instance) => instance.target.name === target);
    const states = await runTarget(instances, phase, plans, results, ports);
    if (isFailure(worstState(states))) failed.add(target);
  });
  const stop = judge(phase, failed, tolerated, results, ports);
  settleUntried(phase, plans, results, stop ?? cancelled(), ports);
  return stop;
}

function judge(
  phase: Phase,
  failed: ReadonlySet<string>,
  tolerated: number,
  results: ReadonlyMap<string, InstanceResult>,
  ports: RolloutPorts,
): Stop | undefined {
  const finished = { type: 'phase.finished', phase: phase.name } as const;
  if (failed.size > tolerated) {
    const reason = `${[...failed].join(', ')} did not succeed in ${phase.name}${tolerated > 0 ? ` (${tolerated} tolerated)` : ''}`;
    ports.report({ ...finished, verdict: 'failed', reason });
    return { state: 'skipped', reason };
  }
  if (
    ports.signal.aborted &&
    phase.instances.some((instance) => !isGood(results.get(instance.id)?.state ?? 'cancelled'))
  ) {
    ports.report({ ...finished, verdict: 'cancelled' });
    return cancelled();
  }
  ports.report({ ...finished, verdict: 'passed' });
  return undefined;
}

/** The stacks of one target: each starts when those it takes outputs from are done. */
async function runTarget(
  instances: readonly StackInstance[],
  phase: Phase,
  plans: ReadonlyMap<string, InstancePlan>,
  results: Map<string, InstanceResult>,
  ports: RolloutPorts,
): Promise<InstanceResult['state'][]> {
  const running = new Map<string, Promise<InstanceResult['state']>>();
  const run = async (instance: StackInstance): Promise<InstanceResult['state']> => {
    const needed = ports.dependencies(instance);
    await Promise.all(needed.flatMap((id) => running.get(id) ?? []));
    const broken = needed.find((id) => !isGood(results.get(id)?.state ?? 'skipped'));
    const result =
      broken === undefined
        ? await runInstance(instance, phase, plans.get(instance.id), ports)
        : instanceResult(instance, phase, notTried('skipped', `needs ${broken}, which did not succeed`));
    settle(result, results, ports);
    return result.state;
  };
  for (const instance of instances) running.set(instance.id, run(instance));
  return Promise.all(running.values());
}

function settle(result: InstanceResult, results: Map<string, InstanceResult>, ports: RolloutPorts): void {
  results.set(result.instance, result);
  ports.report({ type: 'instance.finished', result });
}

/** Gives every instance of the phase that has no result yet its honest one. */
export function settleUntried(
  phase: Phase,
  plans: ReadonlyMap<string, InstancePlan>,
  results: Map<string, InstanceResult>,
  stop: Stop,
  ports: RolloutPorts,
): void {
  for (const instance of phase.instances) {
    if (results.has(instance.id)) continue;
    const preparation = plans.get(instance.id)?.preparation;
    const outcome =
      preparation?.kind === 'failed' ? { ...preparation, outputs: {} } : notTried(stop.state, stop.reason);
    settle(instanceResult(instance, phase, outcome, preparation === undefined ? {} : { preparation }), results, ports);
  }
}
