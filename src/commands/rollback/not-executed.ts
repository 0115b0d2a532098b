import type { InstanceResult } from '../../report/run-result.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import type { StackOutcome } from '../../stack/model.ts';
import type { Environment } from '../../topology/model.ts';
import type { PreparedRollback } from './rollback-work.ts';

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
