import type { PlannedPhase } from '../report/plan-report.ts';
import type { InstanceResult } from '../report/run-result.ts';
import type { StackOutcome } from '../stack/model.ts';
import type { Environment, Phase, StackInstance } from '../topology/model.ts';
import { reachedPhases } from './open-rollout.ts';
import type { RolloutPorts } from './ports.ts';
import type { Progress } from './progress.ts';
import { instanceResult } from './results.ts';
import { leaveFirst, type Returned, type ReturnWork, releasesOfPlan, returnPhase } from './return-phase.ts';
import type { ReturningPhase } from './return-weights.ts';
import type { RollbackAim, RollbackPlan } from './rollback-ports.ts';
import { shownReturn } from './shown-return.ts';
import { createStillBad, type StillBad, type WaveToReturn } from './still-bad.ts';
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
  // Users first: their traffic leaves before anything is worked out.
  const left = new Map<string, boolean>();
  const stillBad = createStillBad(phases.map((phase) => ({ ...phase, ...waveOf(phase, recovery) })));
  for (const phase of phases.filter((each) => leavesFirst(each, recovery))) {
    left.set(phase.name, await leaveFirst(phase.targets, returnWork(recovery, aim, stillBad, new Map())));
  }
  const plan = await ports.rollback.planRollback(
    phases.flatMap((phase) => phase.instances),
    aim,
  );
  const { instances } = plan;
  const reason = failure?.reason ?? 'the rollout failed';
  const shown = shownPhases(phases, plan, left, recovery);
  ports.report({ type: 'rollback.started', scope: environment.onFailure, reason, instances, phases: shown });
  const work = returnWork(recovery, aim, stillBad, releasesOfPlan(instances));
  for (const phase of phases) {
    if (ports.signal.aborted) return;
    const stage = progress.of(phase.name)?.stage;
    const way = left.get(phase.name);
    const whole = await returnPhase(
      phase,
      { again: stage === 'returned', ...(way !== undefined && { left: way }) },
      work,
    );
    await keepReturned(phase, whole, work.owed, recovery);
    // What was owed to targets of earlier phases may have been given now.
    for (const earlier of phases.slice(0, phases.indexOf(phase)))
      await keepReturned(earlier, false, work.owed, recovery);
  }
  if (ports.signal.aborted || phases.some((phase) => isUnfinished(phase, recovery))) return;
  await progress.decide({ course: 'closed' });
}

/** Who goes on with it gives no traffic to what stays. */
async function keepReturned(
  phase: Phase,
  whole: boolean,
  owing: ReadonlySet<string>,
  recovery: Recovery,
): Promise<void> {
  const { progress } = recovery;
  const found = progress.of(phase.name);
  if (found === undefined) return;
  const { kept: before = [], owed: owedBefore = [], ...at } = found;
  const kept = keptOf(phase, before, recovery);
  const stage = whole ? 'returned' : at.stage;
  // A phase that is not back is gone through again, and gives each target its weight then.
  const owed = stage === 'returned' ? phase.targets.filter((name) => owing.has(name)) : [];
  if (stage === at.stage && kept.join() === before.join() && owed.join() === owedBefore.join()) return;
  await progress.mark(phase.name, {
    ...at,
    stage,
    ...(kept.length > 0 && { kept }),
    ...(owed.length > 0 && { owed }),
  });
}

/** What is about to happen, traffic included: what left already is not said again. */
function shownPhases(
  phases: readonly Phase[],
  { instances, traffic: seen }: RollbackPlan,
  left: ReadonlyMap<string, boolean>,
  recovery: Recovery,
): readonly PlannedPhase[] {
  const { progress, ports } = recovery;
  const { traffic } = ports;
  const steps = new Map(instances.map((step) => [step.instance, step]));
  const expected = phases.map((phase): ReturningPhase => {
    const own = (target: string) =>
      phase.instances.filter((instance) => instance.target.name === target).flatMap(({ id }) => steps.get(id) ?? []);
    const changing = new Set(phase.targets.filter((name) => own(name).some(({ kind }) => kind === 'returns')));
    const done = progress.of(phase.name)?.stage === 'returned' && changing.size === 0;
    const good = phase.targets.filter((name) => own(name).every(({ kind, there }) => kind === 'returns' || there));
    const way = left.get(phase.name);
    return {
      phase,
      wave: waveOf(phase, recovery),
      leaving: [],
      ...(way !== undefined && { left: way }),
      changing,
      back: new Set(done ? [] : good),
      there: new Set(done ? good : []),
    };
  });
  if (traffic === undefined || seen === undefined) return shownReturn(expected, undefined);
  const { settings, driver } = traffic;
  const { weightsBefore: before } = progress.current;
  return shownReturn(expected, {
    ...seen,
    settings,
    settleMs: driver.settleMs,
    ...(before !== undefined && { before }),
    owed: owedOf(progress),
  });
}

/** Lower weights that an earlier run could not give back. */
function owedOf({ current: { phases } }: Progress): readonly string[] {
  return Object.values(phases).flatMap(({ owed = [] }) => owed);
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

/** A phase that was judged good returns in place: nobody is harmed by its release meanwhile. */
function leavesFirst({ kind, name }: Phase, { progress }: Recovery): boolean {
  const stage = progress.of(name)?.stage;
  return kind === 'wave' && stage !== 'passed' && stage !== 'returned';
}

function waveOf({ name }: Phase, { progress }: Recovery): Pick<WaveToReturn, 'judged' | 'kept'> {
  const { stage = 'failed', kept = [] } = progress.of(name) ?? {};
  if (stage === 'returned') return { judged: stage, kept };
  return { judged: stage === 'passed' || stage === 'incomplete' ? 'good' : 'bad', kept };
}

/** Targets that stay on the release that is left: also those that stayed before and of which this run knows nothing better. */
function keptOf({ targets, instances }: Phase, before: readonly string[], { results }: Recovery): readonly string[] {
  return targets.filter((name) => {
    const own = instances.filter(({ target }) => target.name === name).map(({ id }) => endOf(results.get(id)));
    return own.includes('kept') || (before.includes(name) && own.includes('lost'));
  });
}

function returnWork(
  recovery: Recovery,
  aim: RollbackAim,
  stillBad: StillBad,
  releases: ReturnWork['releases'],
): ReturnWork {
  const { results, progress, verdicts, ports } = recovery;
  return {
    ports,
    verdicts,
    kept: progress,
    stillBad,
    owed: new Set(owedOf(progress)),
    releases,
    rollBack: async (instance, phase) => {
      await returnInstance(instance, phase, aim, recovery);
      return endOf(results.get(instance.id));
    },
    outputsOf: ({ id }) => results.get(id)?.outputs ?? {},
  };
}

function endOf(result: InstanceResult | undefined): Returned {
  switch (result?.rollback?.state) {
    case 'rolled-back':
      return 'returned';
    case 'no-change':
      return 'there';
    case 'kept':
      return 'kept';
    default:
      return 'lost';
  }
}

async function returnInstance(
  instance: StackInstance,
  phase: Phase,
  aim: RollbackAim,
  { results, ports }: Recovery,
): Promise<void> {
  const { id, target, stack } = instance;
  ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
  const first = await ports.rollback.rollBack(instance, aim);
  // Somebody else changed the stack meanwhile: it is worked out anew, once, as it is when it is deployed.
  const again = first.code !== undefined && !ports.signal.aborted;
  const outcome = again ? await ports.rollback.rollBack(instance, aim) : first;
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
