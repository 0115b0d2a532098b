import type { RunContext } from '../../context.ts';
import type { InstanceResult, RunResult } from '../../report/run-result.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import { leaveFirst, type Returned, type ReturnWork, releasesOfPlan, returnPhase } from '../../rollout/return-phase.ts';
import type { RollbackAim } from '../../rollout/rollback-ports.ts';
import { isFailure } from '../../rollout/state.ts';
import { createStillBad } from '../../rollout/still-bad.ts';
import { createVerdictLog } from '../../rollout/verdict-log.ts';
import type { Environment, Phase } from '../../topology/model.ts';
import { returnOnce } from './return-again.ts';
import type { RollbackTraffic } from './return-ports.ts';
import type { PreparedRollback, RollbackWork } from './rollback-work.ts';
import { releaseOf } from './shown-plan.ts';

/** What came of executing a rollback. */
export interface RollbackEnd {
  readonly instances: readonly InstanceResult[];
  readonly status: RunResult['status'];
  readonly gates: NonNullable<RunResult['gates']>;
  /** Absent unless stacks are back and their traffic is not. */
  readonly failure?: string;
}

/**
 * Executes rollbacks phase by phase in reverse order, what was deployed last first, on the same path as a rollout that
 * failed. One that fails, or is lost, does not stop the others: each of them is better off on the release it returns to.
 */
export async function executeRollbacks(
  { phases }: Environment,
  prepared: readonly PreparedRollback[],
  work: RollbackWork,
  { traffic, aim }: { readonly traffic: RollbackTraffic; readonly aim: RollbackAim },
  context: RunContext,
): Promise<RollbackEnd> {
  const { clock, report, signal } = context;
  const items = new Map(prepared.map((item) => [item.instance.id, item]));
  const results = new Map<string, InstanceResult>();
  const verdicts = createVerdictLog(report);
  const returning: ReturnWork = {
    ports: { clock, report, signal, gates: traffic.gates, ...(traffic.ports && { traffic: traffic.ports }) },
    verdicts,
    kept: traffic.kept,
    // Nobody says that what is left is bad: a person wants the other release.
    stillBad: createStillBad(phases.map((phase) => ({ ...phase, judged: 'good' }))),
    owed: new Set(),
    releases: releasesOfPlan(prepared.map(({ step }) => step)),
    rollBack: async (instance, phase) => {
      const item = items.get(instance.id);
      if (item === undefined) return 'there';
      const result = await returnOne(item, phase, { work, aim }, context);
      results.set(instance.id, result);
      return endOf(result);
    },
    outputsOf: ({ id }) => results.get(id)?.outputs ?? {},
  };
  let whole = true;
  for (const phase of phases.toReversed()) {
    report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
    const left = await leave(phase, items, returning);
    const way = { again: !traffic.resumes, ...(left !== undefined && { left }) };
    whole = (await returnPhase(phase, way, returning)) && whole;
    const bad = phase.instances.filter(({ id }) => isFailure(results.get(id)?.state ?? 'cancelled'));
    const verdict = signal.aborted ? 'cancelled' : bad.length > 0 ? 'failed' : 'passed';
    report({ type: 'phase.finished', phase: phase.name, verdict });
  }
  // What is not whole is restored by whoever runs it again.
  if (whole) await traffic.close();
  const instances = phases.flatMap((phase) =>
    phase.instances.map(
      (instance) =>
        results.get(instance.id) ??
        instanceResult(instance, phase, notTried('cancelled', 'cancelled before it returned')),
    ),
  );
  const status = statusOf(instances);
  const waits = !whole && (status === 'succeeded' || status === 'no-change');
  // With all stacks back, `previous` would be one release more.
  const release = 'to' in aim ? aim.to : releaseOf(prepared)?.id;
  const again = release === undefined ? 'it again, by the ids of the releases,' : `rollback --to ${release}`;
  return {
    instances,
    gates: verdicts.last(),
    ...(waits
      ? { status: 'failed', failure: `not every target has its traffic back: run ${again} when it answers` }
      : { status }),
  };
}

/** Traffic leaves the targets of a wave in which a stack is about to change. */
async function leave(
  { kind, instances }: Phase,
  items: ReadonlyMap<string, PreparedRollback>,
  work: ReturnWork,
): Promise<boolean | undefined> {
  if (kind !== 'wave' || work.ports.signal.aborted) return undefined;
  const changing = instances.filter(({ id }) => items.get(id)?.ready?.preparation.kind === 'change-set');
  if (changing.length === 0) return undefined;
  return leaveFirst([...new Set(changing.map(({ target }) => target.name))], work);
}

/** What is to stay as it is was seen in the plan, and may have its traffic. */
function endOf({ state }: InstanceResult): Returned {
  if (state === 'rolled-back') return 'returned';
  return state === 'no-change' || state === 'skipped' ? 'there' : 'lost';
}

async function returnOne(
  item: PreparedRollback,
  phase: Phase,
  { work, aim }: { readonly work: RollbackWork; readonly aim: RollbackAim },
  context: RunContext,
): Promise<InstanceResult> {
  const { clock, report } = context;
  const { instance, ready } = item;
  const { id, target, stack } = instance;
  const startedAt = new Date(clock.now()).toISOString();
  const returns = ready?.preparation.kind === 'change-set';
  if (returns)
    report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
  const { outcome, tried } = await returnOnce(item, aim, work, context);
  const preparation = tried.ready?.preparation;
  const result = instanceResult(instance, phase, outcome, {
    ...(preparation !== undefined && { preparation }),
    ...(returns && { startedAt, endedAt: new Date(clock.now()).toISOString() }),
  });
  report({ type: 'instance.finished', result });
  return result;
}

/** A stack that is to stay is no failure: the plan said so. */
function statusOf(instances: readonly InstanceResult[]): RunResult['status'] {
  if (instances.some(({ state }) => isFailure(state))) return 'failed';
  if (instances.some(({ state }) => state === 'cancelled')) return 'cancelled';
  return instances.some(({ state }) => state === 'rolled-back') ? 'succeeded' : 'no-change';
}
