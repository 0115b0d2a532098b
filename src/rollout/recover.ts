import type { InstanceResult } from '../report/events.ts';
import type { StackOutcome } from '../stack/model.ts';
import { concurrencyOf } from '../topology/amount.ts';
import type { Environment, Phase, StackInstance } from '../topology/model.ts';
import { reachedPhases } from './open-rollout.ts';
import { runPool } from './pool.ts';
import type { RolloutPorts } from './ports.ts';
import type { Progress } from './progress.ts';
import { instanceResult } from './results.ts';
import type { RollbackAim } from './rollback-ports.ts';

export interface Recovery {
  readonly environment: Environment;
  readonly results: Map<string, InstanceResult>;
  readonly progress: Progress;
  readonly ports: RolloutPorts;
}

/**
 * Returns what a failed rollout reached to the release it had: planned first, then phase by phase, newest first, no more
 * targets at once than when it was deployed. A target that cannot return, or cannot be reached, does not stop the others.
 * It closes the rollout only when nothing is left that another try could bring back.
 */
export async function recover(recovery: Recovery): Promise<void> {
  const { environment, progress, ports } = recovery;
  const { failure, release, openedAt } = progress.current;
  const aim: RollbackAim = { leave: { release: release.id, openedAt } };
  const phases = phasesToReturn(environment, progress);
  const { instances } = await ports.rollback.planRollback(
    phases.flatMap((phase) => phase.instances),
    aim,
  );
  const reason = failure?.reason ?? 'the rollout failed';
  ports.report({ type: 'rollback.started', scope: environment.onFailure, reason, instances });
  for (const phase of phases) await returnPhase(phase, aim, recovery);
  if (ports.signal.aborted || phases.some((phase) => phase.instances.some(({ id }) => isUnfinished(recovery, id))))
    return;
  await progress.decide({ course: 'closed' });
}

/** A lost region, or a stack that did not come back: the rollout stays open, and the next run goes on. */
function isUnfinished({ results }: Recovery, id: string): boolean {
  const state = results.get(id)?.rollback?.state;
  return state !== undefined && state !== 'rolled-back' && state !== 'kept';
}

function phasesToReturn({ phases, onFailure }: Environment, { current }: Progress): readonly Phase[] {
  const names = phases.map(({ name }) => name);
  const reached = reachedPhases(current, names);
  const wanted = onFailure === 'rollback-wave' ? reached.filter((name) => name === current.failure?.phase) : reached;
  return phases.filter(({ name }) => wanted.includes(name)).toReversed();
}

async function returnPhase(phase: Phase, aim: RollbackAim, recovery: Recovery): Promise<void> {
  const { ports } = recovery;
  const atOnce = concurrencyOf(phase.maxConcurrency, phase.targets.length);
  const mayStart = (): boolean => !ports.signal.aborted;
  await runPool(phase.targets, atOnce, mayStart, async (target) => {
    // What takes outputs of another stack returns before that one.
    const own = phase.instances.filter((instance) => instance.target.name === target).toReversed();
    for (const instance of own) {
      if (mayStart()) await returnInstance(instance, phase, aim, recovery);
    }
  });
}

async function returnInstance(
  instance: StackInstance,
  phase: Phase,
  aim: RollbackAim,
  { results, ports }: Recovery,
): Promise<void> {
  const { id, target, stack } = instance;
  ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
  const outcome = await ports.rollback.rollBack(instance, aim);
  const result = returned(results.get(id), instanceResult(instance, phase, outcome), outcome);
  results.set(id, result);
  ports.report({ type: 'instance.finished', result });
}

/** One honest state of what its deployment and its return came to. */
function returned(deployed: InstanceResult | undefined, fresh: InstanceResult, outcome: StackOutcome): InstanceResult {
  const { state, reason } = outcome;
  const because = reason === undefined ? {} : { reason };
  const base = deployed ?? fresh;
  switch (state) {
    case 'rolled-back':
      return { ...base, state, outputs: outcome.outputs, rollback: { state, ...because } };
    case 'no-change':
      // It never had the release, or CloudFormation or an earlier process brought it back.
      return deployed === undefined ? { ...fresh, state: 'rolled-back', rollback: { state: 'rolled-back' } } : base;
    case 'skipped':
      return { ...base, rollback: { state: 'kept', ...because } };
    default: {
      const text = `rollback: ${reason ?? state}`;
      return {
        ...base,
        state,
        reason: text,
        failures: outcome.failures,
        fix: outcome.fix,
        rollback: { state, ...because },
      };
    }
  }
}
