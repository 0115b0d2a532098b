import type { InstanceResult } from '../report/events.ts';
import type { StackOutcome } from '../stack/model.ts';
import { concurrencyOf } from '../topology/amount.ts';
import type { Environment, Phase, StackInstance } from '../topology/model.ts';
import { judgeReturn } from './judge.ts';
import { reachedPhases } from './open-rollout.ts';
import { runPool } from './pool.ts';
import type { RolloutPorts } from './ports.ts';
import type { Progress } from './progress.ts';
import { instanceResult } from './results.ts';
import { leaveTargets, restoreWeights } from './return-traffic.ts';
import type { RecordedRelease, RollbackAim } from './rollback-ports.ts';
import type { VerdictLog } from './verdict-log.ts';

export interface Recovery {
  readonly environment: Environment;
  readonly results: Map<string, InstanceResult>;
  readonly progress: Progress;
  readonly verdicts: VerdictLog;
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
  const releases = new Map(
    instances.flatMap(({ instance, to }) => (to === undefined ? [] : [[instance, to] as const])),
  );
  for (const phase of phases) await returnPhase(phase, aim, releases, recovery);
  if (ports.signal.aborted || phases.some((phase) => isUnfinished(phase, recovery))) return;
  await progress.decide({ course: 'closed' });
}

/** A lost region, a stack that did not come back, traffic that was not restored: the next run goes on with it. */
function isUnfinished(phase: Phase, { results, progress }: Recovery): boolean {
  if (progress.of(phase.name)?.stage !== 'returned') return true;
  return phase.instances.some(({ id }) => {
    const state = results.get(id)?.rollback?.state;
    return state !== undefined && !['rolled-back', 'no-change', 'kept'].includes(state);
  });
}

function phasesToReturn({ phases, onFailure }: Environment, { current }: Progress): readonly Phase[] {
  const names = phases.map(({ name }) => name);
  const reached = reachedPhases(current, names);
  const wanted = onFailure === 'rollback-wave' ? reached.filter((name) => name === current.failure?.phase) : reached;
  return phases.filter(({ name }) => wanted.includes(name)).toReversed();
}

async function returnPhase(
  phase: Phase,
  aim: RollbackAim,
  releases: ReadonlyMap<string, RecordedRelease>,
  recovery: Recovery,
): Promise<void> {
  const { progress, ports } = recovery;
  if (ports.signal.aborted) return;
  // A phase that was judged good returns in place: nobody is harmed by its release meanwhile.
  const stage = progress.of(phase.name)?.stage;
  const bad = phase.kind === 'wave' && stage !== 'passed' && stage !== 'returned';
  const left = bad && (await leaveTargets(phase.targets, progress, ports));
  // Where nobody else can take the traffic, one target after the other, so that the rest serves meanwhile.
  const inPlace = bad && !left && ports.traffic !== undefined;
  const atOnce = inPlace ? 1 : concurrencyOf(phase.maxConcurrency, phase.targets.length);
  const mayStart = (): boolean => !ports.signal.aborted;
  await runPool(phase.targets, atOnce, mayStart, async (target) => {
    // What takes outputs of another stack returns before that one.
    const own = phase.instances.filter((instance) => instance.target.name === target).toReversed();
    for (const instance of own) {
      if (mayStart()) await returnInstance(instance, phase, aim, recovery);
    }
  });
  // What was kept before and came back only now has not got its weight yet.
  const cameBack = phase.instances.some(({ id }) => recovery.results.get(id)?.rollback?.state === 'rolled-back');
  if (!mayStart() || (stage === 'returned' && !cameBack)) return;
  const restored = phase.kind !== 'wave' || (await giveTrafficBack(phase, releases, recovery));
  const at = progress.of(phase.name);
  if (restored && at !== undefined) await progress.mark(phase.name, { ...at, stage: 'returned' });
}

/** A target gets its weight back only when its own endpoint answers with the release it returned to. */
async function giveTrafficBack(
  phase: Phase,
  releases: ReadonlyMap<string, RecordedRelease>,
  { results, progress, verdicts, ports }: Recovery,
): Promise<boolean> {
  const ready = new Set<string>();
  let expected = 0;
  for (const target of phase.targets) {
    const own = phase.instances.filter((instance) => instance.target.name === target);
    // What stays on the release that was judged bad gets no traffic back; what did not come back is tried again.
    if (own.some(({ id }) => results.get(id)?.rollback?.state === 'kept')) continue;
    expected += 1;
    if (!own.every(({ id }) => isBack(results.get(id)))) continue;
    const release = own.map(({ id }) => releases.get(id)).find((known) => known !== undefined);
    if (await answers(phase, target, release, { results, verdicts, ports })) ready.add(target);
  }
  const bad = new Set(phase.targets.filter((target) => !ready.has(target)));
  const restored = await restoreWeights(ready, bad, progress, ports);
  return restored && ready.size === expected;
}

function isBack(result: InstanceResult | undefined): boolean {
  return result?.rollback?.state === 'rolled-back' || result?.rollback?.state === 'no-change';
}

async function answers(
  phase: Phase,
  target: string,
  release: RecordedRelease | undefined,
  { results, verdicts, ports }: Pick<Recovery, 'results' | 'verdicts' | 'ports'>,
): Promise<boolean> {
  const outputs = phase.instances
    .filter((instance) => instance.target.name === target)
    .map(({ id, stack }) => [stack.key, results.get(id)?.outputs ?? {}] as const);
  const subject = {
    phase: phase.name,
    targets: [target],
    outputs: { [target]: Object.fromEntries(outputs) },
    since: ports.clock.now(),
    bakeMs: 0,
    ...(release !== undefined && { release }),
  };
  const judgement = await judgeReturn(subject, ports, verdicts);
  if (judgement.kind === 'failed') {
    const text = `${target} gets no traffic back: ${judgement.reason}`;
    ports.report({ type: 'note', level: 'warning', text, target });
  }
  return judgement.kind === 'passed';
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
      return deployed === undefined
        ? { ...fresh, state: 'rolled-back', rollback: { state } }
        : { ...base, rollback: { state } };
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
