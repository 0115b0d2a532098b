import { errorText } from '../errors.ts';
import type { GateVerdict } from '../gates/model.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { toleranceOf } from '../topology/amount.ts';
import type { Environment, Phase } from '../topology/model.ts';
import { deployPhase, settleUntried } from './deploy-phase.ts';
import { discardPlans } from './discard.ts';
import { judgeBefore } from './judge.ts';
import type { OpenRollout, PhaseProgress } from './open-rollout.ts';
import type { InstancePlan } from './plan.ts';
import type { RolloutPorts } from './ports.ts';
import { createProgress, type Progress } from './progress.ts';
import { drain, isJudged, judged, type Promotion, promote } from './promote.ts';
import { recover } from './recover.ts';
import { cancelRevert, scheduleRevert } from './revert.ts';
import { isFailure } from './state.ts';
import { cancelled, type Stop } from './stop.ts';
import { createVerdictLog, type VerdictLog } from './verdict-log.ts';

/** How a rollout ended, or how far it came in this process. */
export interface RolloutEnd {
  readonly instances: readonly InstanceResult[];
  /** The last word of each gate. */
  readonly verdicts: readonly GateVerdict[];
  /** Why it did not get to its end; absent when it did, or was cancelled. */
  readonly failure?: string;
  /** It waits to be promoted, after this phase. */
  readonly paused?: string;
  /** As it is kept; absent when there was nothing to keep. */
  readonly rollout?: OpenRollout;
}

/** Where a rollout stops to be promoted. */
export interface PauseRequest {
  /** Name of the phase. */
  readonly after: string;
  /** After so many milliseconds AWS takes the traffic from what has the release; absent: it is left. */
  readonly revertAfterMs?: number;
}

/** One rollout while this process works on it. */
interface Run {
  readonly environment: Environment;
  readonly plans: ReadonlyMap<string, InstancePlan>;
  readonly results: Map<string, InstanceResult>;
  readonly progress: Progress;
  readonly verdicts: VerdictLog;
  readonly ports: RolloutPorts;
  readonly pause?: PauseRequest;
}

/**
 * Takes a release through the phases of an environment. A phase starts when the one before it was judged good: its
 * stacks by CloudFormation, then its gates, all through its bake. When one fails, what was reached returns to the release
 * it had, as `on-failure` says. How far it is, is kept in AWS, so that a run that was killed is continued by the next one
 * (`rollout.revision` above 0). Every instance ends with exactly one result.
 */
export async function runRollout(
  environment: Environment,
  plans: ReadonlyMap<string, InstancePlan>,
  rollout: OpenRollout,
  ports: RolloutPorts,
  pause?: PauseRequest,
): Promise<RolloutEnd> {
  const inThisRun = new Set(environment.instances.map(({ id }) => id));
  const selected: RolloutPorts = {
    ...ports,
    // What is deployed already and not part of this run needs no result: its outputs are read where it is.
    dependencies: (instance) => ports.dependencies(instance).filter((id) => inThisRun.has(id)),
  };
  const run: Run = {
    environment,
    plans,
    results: new Map(),
    progress: createProgress(rollout, ports.journal),
    verdicts: createVerdictLog(ports.report),
    ports: selected,
    // After the last phase there is nothing to wait for.
    ...(pause !== undefined && pause.after !== environment.phases.at(-1)?.name && { pause }),
  };
  const stop = blockedByPlan(environment, plans) ?? (await goOn(run));
  if (stop?.state === 'cancelled') await leaveOff(run);
  if (stop !== undefined) {
    for (const phase of environment.phases) settleUntried(phase, plans, run.results, stop, ports);
  }
  const untried = [...plans.values()].filter(({ instance }) => run.results.get(instance.id)?.startedAt === undefined);
  await discardPlans(untried, ports);
  const { current } = run.progress;
  return {
    instances: environment.instances.flatMap(({ id }) => run.results.get(id) ?? []),
    verdicts: run.verdicts.last(),
    ...(stop?.state === 'skipped' && !stop.paused && { failure: stop.reason }),
    ...(stop?.paused && pause !== undefined && { paused: pause.after }),
    ...(current.revision > 0 && { rollout: current }),
  };
}

/** Failures that are known before the start stop the whole rollout while nothing has changed anywhere. */
function blockedByPlan(environment: Environment, plans: ReadonlyMap<string, InstancePlan>): Stop | undefined {
  for (const phase of environment.phases) {
    const failed = phase.targets.filter((target) =>
      phase.instances.some(
        (instance) => instance.target.name === target && plans.get(instance.id)?.preparation?.kind === 'failed',
      ),
    );
    if (failed.length > toleranceOf(phase.failureTolerance, phase.targets.length)) {
      return { state: 'skipped', reason: `nothing was executed: the plan of ${failed.join(', ')} failed` };
    }
  }
  return undefined;
}

/** From where the rollout is to its end, or to why it cannot go on. */
async function goOn(run: Run): Promise<Stop | undefined> {
  const { environment, progress, ports } = run;
  try {
    const threatened = await cancelRevert(run);
    if (threatened !== undefined) return threatened;
    if (progress.current.course === 'rolling-back') return await finishRollback(run);
    for (const phase of environment.phases) {
      if (ports.signal.aborted) return cancelled();
      const stop = await runPhase(phase, run);
      const end = stop ?? (phase.name === run.pause?.after ? await wait(phase, run) : undefined);
      if (end === undefined) continue;
      if (end.state === 'skipped' && !end.paused) await giveUp(phase, end, run);
      return end;
    }
    if (progress.current.revision > 0) await endWell(run);
    return undefined;
  } catch (error) {
    // Without knowing that the next step is kept, nothing further may be written.
    const reason = `the rollout could not go on: ${errorText(error)}`;
    ports.report({ type: 'note', level: 'warning', text: reason });
    return { state: 'skipped', reason };
  }
}

/** Targets whose failure was tolerated have not got the release: another run of the same release gets it there. */
async function endWell({ environment, progress }: Run): Promise<void> {
  const incomplete = environment.phases.find(({ name }) => progress.of(name)?.stage === 'incomplete');
  if (incomplete === undefined) return progress.decide({ course: 'closed' });
  const failure = { phase: incomplete.name, reason: `not every target of ${incomplete.name} got the release` };
  await progress.decide({ course: 'failed', failure });
}

async function runPhase(phase: Phase, run: Run): Promise<Stop | undefined> {
  const { plans, results, progress, verdicts, ports } = run;
  const kept = progress.of(phase.name);
  const earlier = kept?.stage === 'pending' ? undefined : kept;
  const idle = phase.instances.every(({ id }) => plans.get(id)?.preparation?.kind === 'no-change');
  if (idle && (kept === undefined || kept.stage === 'passed')) return deployPhase(phase, plans, results, ports);

  const started = earlier?.startedAt ?? new Date(ports.clock.now()).toISOString();
  if (earlier === undefined) {
    const judgement = await judgeBefore(judged(phase, started, run), ports, verdicts);
    if (judgement.kind !== 'passed') return stopFor(judgement, phase, 'before');
  }
  // What was deployed by an earlier process goes on baking; what changes now begins anew.
  const baking = idle && earlier?.stage === 'deployed' ? earlier : undefined;
  if (baking === undefined) {
    await progress.mark(phase.name, { stage: 'started', startedAt: started });
    const drained = idle ? undefined : await drain(phase, run);
    if (drained !== undefined && drained.kind !== 'passed') return stopFor(drained, phase, 'before');
  }
  const stop = await deployPhase(phase, plans, results, ports);
  if (stop !== undefined) return stop;
  const late = phase.instances.filter(({ id }) => isFailure(results.get(id)?.state ?? 'skipped'));
  const missed = [...new Set(late.map(({ target }) => target.name))];
  const over: PhaseProgress =
    missed.length > 0 ? { stage: 'incomplete', startedAt: started, missed } : { stage: 'passed', startedAt: started };
  if (!isJudged(phase, ports)) {
    progress.note(phase.name, over);
    return undefined;
  }
  const promotion = await promote(phase, baking ?? { stage: 'started', startedAt: started }, run);
  if (promotion.kind !== 'passed') return stopFor(promotion, phase, 'after');
  // A phase that is waited after is judged once more, over the whole pause, when the rollout is promoted.
  if (phase.name === run.pause?.after) return undefined;
  // The last one is kept with the end of the rollout.
  if (phase === run.environment.phases.at(-1)) progress.note(phase.name, over);
  else await progress.mark(phase.name, over);
  return undefined;
}

/** Nobody works on it until it is promoted; the rollout stays open, in the region of every target. */
async function wait(phase: Phase, run: Run): Promise<Stop> {
  const { progress, ports } = run;
  // Nothing of this release was needed so far: there is nothing to judge, and nothing to keep open.
  if (progress.current.revision === 0)
    return { state: 'skipped', reason: `left for promote, after ${phase.name}`, paused: true };
  const { revertAfterMs } = run.pause ?? {};
  const unsafe = revertAfterMs === undefined ? undefined : await scheduleRevert(revertAfterMs, run);
  if (unsafe !== undefined) return unsafe;
  await progress.decide({ paused: { after: phase.name, at: new Date(ports.clock.now()).toISOString() } });
  return { state: 'skipped', reason: `waits to be promoted, after ${phase.name}`, paused: true };
}

function stopFor(judgement: Promotion, phase: Phase, when: 'before' | 'after'): Stop {
  if (judgement.kind === 'held-up') return { state: 'skipped', reason: judgement.reason, keeps: true };
  if (judgement.kind !== 'failed') return cancelled();
  const what = when === 'before' ? `${phase.name} may not start` : `${phase.name} was judged bad`;
  return { state: 'skipped', reason: `${what}: ${judgement.reason}` };
}

/** After a cancel there is little time. Milliseconds. */
const LEAVE_OFF_MS = 2_000;

/**
 * A run that is cancelled says so, that a newer release may take its place; the same one goes on where this one was.
 * One that cannot say it in time leaves the rollout open, as if it had been killed.
 */
async function leaveOff({ progress, ports }: Run): Promise<void> {
  if (progress.current.revision === 0 || progress.current.course !== 'forward') return;
  const failure = { phase: '', reason: 'it was cancelled' };
  const done = new AbortController();
  const budget = ports.clock.sleep(LEAVE_OFF_MS, done.signal).catch(() => undefined);
  const said = progress.batch((rollout) => ({ ...rollout, course: 'failed', failure }), 'keepers');
  await Promise.race([said.catch(() => undefined), budget]);
  done.abort();
}

/** A phase failed: what it and those before it reached returns, or the rollout ends where it is. */
async function giveUp(phase: Phase, { reason, keeps }: Stop, run: Run): Promise<void> {
  const { environment, progress } = run;
  if (progress.current.revision === 0) return;
  const failure = { phase: phase.name, reason };
  const reached = progress.of(phase.name);
  const phases =
    reached === undefined || reached.stage === 'pending'
      ? {}
      : { [phase.name]: { ...reached, stage: 'failed' as const } };
  const course = keeps || environment.onFailure === 'stop' ? 'failed' : 'rolling-back';
  await progress.batch(
    (rollout) => ({ ...rollout, course, failure, phases: { ...rollout.phases, ...phases } }),
    'everywhere',
  );
  if (course === 'rolling-back') await recover(run);
}

/** Somebody else began to roll back and died: that goes on, whatever was asked for now. */
async function finishRollback(run: Run): Promise<Stop> {
  await recover(run);
  const { failure } = run.progress.current;
  return { state: 'skipped', reason: `this release is being rolled back: ${failure?.reason ?? 'it failed'}` };
}
