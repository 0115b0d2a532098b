import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { GateVerdict } from '../../gates/model.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { GateDefinition } from '../../topology/gate-model.ts';
import { namesActive } from '../../topology/gate-references.ts';
import type { Environment } from '../../topology/model.ts';
import { askOnce, lookBackOf } from '../ask-once.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { goodTargets } from '../shift/facts.ts';
import { stepProblems } from './in-step.ts';
import { replicationProblems } from './replication-gate.ts';

/**
 * Nothing returns before it is fit: it has the release and the parameters of who serves, its stacks are good,
 * replication has caught up both ways, and every gate passes there for as long as a bake takes.
 * @param from where gates begin to judge; by default as long ago as a bake takes
 * @throws UserErrors `failback-not-ready` with everything that is missing
 */
export async function assertReady(
  returning: string,
  plan: StoredPlan,
  state: ActiveState,
  environment: Environment,
  works: ReadonlyMap<string, TargetWork>,
  context: RunContext,
  from?: number,
): Promise<readonly GateVerdict[]> {
  const serving = plan.targets
    .map(({ name }) => name)
    .filter((name) => name !== returning && !state.inactive.includes(name));
  const problems = [...(await stepProblems(returning, serving, environment, context))];
  const good = await goodTargets(environment, works);
  if (!good.has(returning)) {
    problems.push(
      new UserError('failback-stacks', `the stacks of ${returning} are not all there and good`, {
        fix: [`Deploy to ${returning}, until status shows its stacks as good.`],
      }),
    );
  }
  problems.push(...(await replicationProblems(returning, serving, plan, context)));
  const { verdicts, against } = await gatesOf(returning, plan, environment, context, from);
  for (const verdict of verdicts) context.report({ type: 'gate.verdict', verdict });
  for (const { gate, reason } of against) {
    problems.push(new UserError('failback-gate', `the gate ${gate} does not pass in ${returning}: ${reason}`));
  }
  refuseUnready(returning, problems);
  return verdicts;
}

/** @throws UserErrors `failback-not-ready` when something stands against it */
export function refuseUnready(returning: string, problems: readonly UserError[]): void {
  if (problems.length === 0) return;
  throw new UserErrors('failback-not-ready', `${returning} is not ready to return; nothing was moved`, problems);
}

/**
 * What fails in the target that is returning since it got traffic. What cannot be told yet does not fail: a metric is later
 * than a step.
 * @returns a sentence; undefined: nothing fails
 */
export async function failingSince(
  since: number,
  returning: string,
  plan: StoredPlan,
  environment: Environment,
  context: RunContext,
): Promise<string | undefined> {
  const { verdicts } = await gatesOf(returning, plan, environment, context, since);
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  for (const verdict of failed) context.report({ type: 'gate.verdict', verdict });
  const [first] = failed;
  return first && `the gate ${first.gate} does not pass in ${returning}: ${first.reason}`;
}

export interface TargetGates {
  readonly verdicts: readonly GateVerdict[];
  /** Those that a target must not get traffic with. */
  readonly against: readonly GateVerdict[];
}

/**
 * What every gate of the phases of a target says now, whatever its `when`: alarms are asked before and during a bake only. A
 * gate that comes to no verdict stands against the target when it is one of `after`: where nobody is served yet, alarms and
 * metrics have no data. What names `target.active` is left out, as it depends on where traffic is, unless it is one of
 * `after`: that one is told `true`, which the target is about to be.
 * @param from where the judgement begins; by default as long ago as a bake takes
 */
export async function gatesOf(
  returning: string,
  { release }: Pick<StoredPlan, 'release'>,
  environment: Environment,
  context: RunContext,
  from?: number,
): Promise<TargetGates> {
  const now = context.clock.now();
  const phases = environment.phases
    .filter(({ targets }) => targets.includes(returning))
    .map((phase) => ({ ...phase, gates: phase.gates.filter((gate) => isOwed(gate) || !namesActive(gate.check)) }));
  const asked = phases.map((phase) => ({
    phase: phase.name,
    targets: [returning],
    since: from ?? now - lookBackOf(phase),
  }));
  const verdicts = await askOnce({ environment: { ...environment, phases }, release }, asked, context);
  const owed = new Set(phases.flatMap(({ gates }) => gates.filter(isOwed)).map(({ name }) => name));
  const against = verdicts.filter(({ gate, verdict }) => verdict === 'fail' || (verdict !== 'pass' && owed.has(gate)));
  return { verdicts, against };
}

/** It has to come to a verdict. */
function isOwed({ when }: Pick<GateDefinition, 'when'>): boolean {
  return when.includes('after');
}
