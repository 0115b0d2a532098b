import { errorText } from '../errors.ts';
import type { GateRequest } from '../gates/model.ts';
import type { InstanceResult } from '../report/run-result.ts';
import type { Environment, Phase } from '../topology/model.ts';
import { type JudgedPhase, type Judgement, judgeBake } from './judge.ts';
import { moveWeights } from './move-weights.ts';
import type { PhaseProgress } from './open-rollout.ts';
import type { RolloutPorts } from './ports.ts';
import type { Progress } from './progress.ts';
import { isFailure, isGood } from './state.ts';
import type { TrafficPorts } from './traffic-ports.ts';
import type { VerdictLog } from './verdict-log.ts';
import { drainedWave, raisedWave } from './wave-weights.ts';

/** What the phases of one rollout share while this process works on them. */
export interface PhaseWork {
  readonly environment: Environment;
  readonly results: ReadonlyMap<string, InstanceResult>;
  readonly progress: Progress;
  readonly verdicts: VerdictLog;
  readonly ports: RolloutPorts;
}

/** A judgement, or why traffic could not be moved: that is not the fault of the release. */
export type Promotion = Judgement | { readonly kind: 'held-up'; readonly reason: string };

/** Whether anything of the phase is judged or moved once its stacks are deployed. */
export function isJudged(phase: Phase, { traffic }: RolloutPorts): boolean {
  return phase.gates.length > 0 || phase.bakeMs > 0 || trafficOf(phase, traffic) !== undefined;
}

/** Lowers the phase's targets to their share before they are deployed, where the configuration asks for it. */
export async function drain(phase: Phase, work: PhaseWork): Promise<Promotion> {
  const traffic = trafficOf(phase, work.ports.traffic);
  const percent = traffic?.settings.drainPercent;
  if (traffic === undefined || percent === undefined) return { kind: 'passed' };
  return move(work, traffic, (current, active) => drainedWave(current, active, phase, traffic.settings, percent));
}

/**
 * Takes a deployed phase to its configured weight step by step, each step judged all through its bake. Where no traffic is
 * moved it bakes once. How many steps passed and since when it bakes are kept, so that another process goes on there.
 */
export async function promote(phase: Phase, at: PhaseProgress, work: PhaseWork): Promise<Promotion> {
  const traffic = trafficOf(phase, work.ports.traffic);
  const steps = traffic?.settings.steps ?? [100];
  let state = at;
  for (let index = at.steps ?? 0; index < steps.length; index += 1) {
    const percent = steps[index] ?? 100;
    let moved = false;
    if (traffic !== undefined) {
      const raised = await raise(phase, percent, traffic, work);
      if (raised.kind !== 'passed') return raised;
      moved = raised.moved;
    }
    const isLast = index === steps.length - 1;
    // A step that gives nobody more traffic is no step, as long as another one judges.
    if (!moved && !isLast && state.bakeSince === undefined) continue;
    const judgement = await bake(phase, moved ? withoutBake(state) : state, work);
    if (judgement.kind !== 'passed') return judgement;
    state = { ...withoutBake(state), stage: 'deployed', steps: index + 1 };
    if (!isLast) await work.progress.mark(phase.name, state);
  }
  return { kind: 'passed' };
}

async function raise(
  phase: Phase,
  percent: number,
  traffic: TrafficPorts,
  work: PhaseWork,
): Promise<{ readonly kind: 'passed'; readonly moved: boolean } | Exclude<Promotion, { kind: 'passed' }>> {
  let moved = false;
  const result = await move(
    work,
    traffic,
    (current, active) => {
      const targets = phase.targets.filter((name) => active.has(name) && isDeployed(name, work));
      return raisedWave(current, targets, traffic.settings, percent);
    },
    (changed) => {
      moved = changed;
    },
  );
  return result.kind === 'passed' ? { kind: 'passed', moved } : result;
}

async function move(
  { progress, results, ports }: PhaseWork,
  traffic: TrafficPorts,
  wanted: Parameters<typeof moveWeights>[0],
  onEnd: (changed: boolean) => void = () => {},
): Promise<Promotion> {
  const bad = new Set([...results.values()].filter(({ state }) => isFailure(state)).map(({ target }) => target));
  try {
    onEnd(await moveWeights(wanted, bad, traffic, progress, ports));
    return { kind: 'passed' };
  } catch (error) {
    if (ports.signal.aborted) return { kind: 'cancelled' };
    return { kind: 'held-up', reason: `traffic could not be moved: ${errorText(error)}` };
  }
}

function isDeployed(target: string, { environment, results }: PhaseWork): boolean {
  return environment.instances
    .filter((instance) => instance.target.name === target)
    .every(({ id }) => isGood(results.get(id)?.state ?? 'skipped'));
}

/** Only waves have traffic: what comes before and after them exists once. */
function trafficOf(phase: Phase, traffic: TrafficPorts | undefined): TrafficPorts | undefined {
  return phase.kind === 'wave' ? traffic : undefined;
}

function withoutBake({ bakeSince: _, ...rest }: PhaseProgress): PhaseProgress {
  return rest;
}

async function bake(phase: Phase, at: PhaseProgress, work: PhaseWork): Promise<Judgement> {
  const { progress, verdicts, ports } = work;
  const since = at.bakeSince ?? new Date(ports.clock.now()).toISOString();
  const begun: PhaseProgress = { ...at, stage: 'deployed', bakeSince: since };
  // Where no time passes and no weight was moved, another process simply asks once more.
  if (phase.bakeMs === 0 && trafficOf(phase, ports.traffic) === undefined) progress.note(phase.name, begun);
  else if (at.bakeSince === undefined) await progress.mark(phase.name, begun);
  ports.report({ type: 'bake.started', phase: phase.name, since, bakeMs: phase.bakeMs });
  return judgeBake(judged(phase, at.startedAt, work), Date.parse(since), ports, verdicts);
}

/** The phase as its gates see it. */
export function judged(phase: Phase, startedAt: string, { environment, results }: PhaseWork): JudgedPhase {
  const outputs: Record<string, Record<string, Readonly<Record<string, string>>>> = {};
  for (const { id, target, stack } of environment.instances) {
    const result = results.get(id);
    if (result === undefined) continue;
    outputs[target.name] = { ...outputs[target.name], [stack.key]: result.outputs };
  }
  const known: GateRequest['outputs'] = outputs;
  return {
    phase: phase.name,
    targets: phase.targets,
    outputs: known,
    since: Date.parse(startedAt),
    bakeMs: phase.bakeMs,
  };
}
