import type { InstanceResult } from '../report/run-result.ts';
import type { Preparation, ResourceChange, StackOutcome } from '../stack/model.ts';
import type { Phase, StackInstance } from '../topology/model.ts';
import { describeInstance } from './describe-instance.ts';

/** Counts for tables: a replacement is counted there and not as a modification. */
export function countChanges(changes: readonly ResourceChange[]): InstanceResult['changes'] {
  let [add, modify, remove, replace] = [0, 0, 0, 0];
  for (const change of changes) {
    if (change.action === 'Add' || change.action === 'Import') add += 1;
    else if (change.action === 'Remove') remove += 1;
    else if (change.replacement === 'True' || change.replacement === 'Conditional') replace += 1;
    else modify += 1;
  }
  return { add, modify, remove, replace };
}

/** The result of one instance from what is known of it. Times are ISO 8601. */
export function instanceResult(
  instance: StackInstance,
  phase: Pick<Phase, 'name'>,
  outcome: StackOutcome,
  details: {
    readonly preparation?: Preparation;
    readonly account?: string;
    readonly startedAt?: string;
    readonly endedAt?: string;
  } = {},
): InstanceResult {
  const { preparation } = details;
  return {
    ...describeInstance(instance, phase.name, details.account),
    state: outcome.state,
    ...(outcome.reason !== undefined && { reason: outcome.reason }),
    failures: outcome.failures,
    fix: outcome.fix,
    outputs: outcome.outputs,
    changes: countChanges(preparation !== undefined && 'changes' in preparation ? preparation.changes : []),
    ...(details.startedAt !== undefined && { startedAt: details.startedAt }),
    ...(details.endedAt !== undefined && { endedAt: details.endedAt }),
    ...(outcome.stackId !== undefined && { stackId: outcome.stackId }),
  };
}

/** An outcome for an instance that never reached AWS, with the sentence that says why. */
export function notTried(state: 'skipped' | 'cancelled', reason: string): StackOutcome {
  return { state, reason, failures: [], fix: [], outputs: {} };
}
