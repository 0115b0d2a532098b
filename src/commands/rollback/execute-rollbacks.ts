import type { RunContext } from '../../context.ts';
import type { InstanceResult, RunResult } from '../../report/events.ts';
import { runPool } from '../../rollout/pool.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import { isFailure } from '../../rollout/state.ts';
import type { StackOutcome } from '../../stack/model.ts';
import { concurrencyOf } from '../../topology/amount.ts';
import type { Environment, Phase } from '../../topology/model.ts';
import type { PreparedRollback, RollbackWork } from './rollback-work.ts';

/**
 * Executes rollbacks phase by phase in reverse order, what was deployed last first. One that fails, or is lost, does not
 * stop the others: each of them is better off on the release it returns to.
 */
export async function executeRollbacks(
  { phases }: Environment,
  prepared: readonly PreparedRollback[],
  work: RollbackWork,
  context: RunContext,
): Promise<{ readonly instances: readonly InstanceResult[]; readonly status: RunResult['status'] }> {
  const results = new Map<string, InstanceResult>();
  for (const phase of phases.toReversed()) {
    context.report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
    const mayStart = (): boolean => !context.signal.aborted;
    const atOnce = concurrencyOf(phase.maxConcurrency, phase.targets.length);
    await runPool(phase.targets, atOnce, mayStart, async (target) => {
      // What takes outputs of another stack returns before that one.
      const own = prepared.filter(
        ({ instance }) => instance.target.name === target && phase.instances.includes(instance),
      );
      for (const item of own.toReversed()) results.set(item.instance.id, await returnOne(item, phase, work, context));
    });
    const bad = phase.instances.filter(({ id }) => isFailure(results.get(id)?.state ?? 'cancelled'));
    const verdict = context.signal.aborted ? 'cancelled' : bad.length > 0 ? 'failed' : 'passed';
    context.report({ type: 'phase.finished', phase: phase.name, verdict });
  }
  const instances = phases.flatMap((phase) =>
    phase.instances.map(
      (instance) =>
        results.get(instance.id) ??
        instanceResult(instance, phase, notTried('cancelled', 'cancelled before it returned')),
    ),
  );
  return { instances, status: statusOf(instances) };
}

async function returnOne(
  item: PreparedRollback,
  phase: Phase,
  work: RollbackWork,
  { clock, report }: RunContext,
): Promise<InstanceResult> {
  const { instance, ready } = item;
  const { id, target, stack } = instance;
  const startedAt = new Date(clock.now()).toISOString();
  const preparation = ready?.preparation;
  const returns = preparation?.kind === 'change-set';
  if (returns)
    report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
  const outcome = await work.execute(item);
  const result = instanceResult(instance, phase, outcome, {
    ...(preparation !== undefined && { preparation }),
    ...(returns && { startedAt, endedAt: new Date(clock.now()).toISOString() }),
  });
  report({ type: 'instance.finished', result });
  return result;
}

/** Results where nothing is executed. */
export function notExecuted(
  { phases }: Environment,
  prepared: readonly PreparedRollback[],
  why: string,
  cancelled: boolean,
): readonly InstanceResult[] {
  const items = new Map(prepared.map((item) => [item.instance.id, item]));
  return phases.flatMap((phase) =>
    phase.instances.flatMap((instance) => {
      const item = items.get(instance.id);
      return item === undefined ? [] : [instanceResult(instance, phase, outcomeOf(item, why, cancelled))];
    }),
  );
}

function outcomeOf({ step, ready, failed }: PreparedRollback, why: string, cancelled: boolean): StackOutcome {
  const broken = failed ?? (ready?.preparation.kind === 'failed' ? ready.preparation : undefined);
  if (broken !== undefined) return { ...broken, outputs: {} };
  if (step.kind === 'refused') return { ...notTried('skipped', step.reason ?? 'it cannot return'), state: 'failed' };
  if (step.kind === 'stays')
    return { ...notTried('skipped', step.reason ?? ''), state: step.there ? 'no-change' : 'skipped' };
  return notTried(cancelled ? 'cancelled' : 'skipped', why);
}

/** A stack that is to stay is no failure: the plan said so. */
function statusOf(instances: readonly InstanceResult[]): RunResult['status'] {
  if (instances.some(({ state }) => isFailure(state))) return 'failed';
  if (instances.some(({ state }) => state === 'cancelled')) return 'cancelled';
  return instances.some(({ state }) => state === 'rolled-back') ? 'succeeded' : 'no-change';
}
