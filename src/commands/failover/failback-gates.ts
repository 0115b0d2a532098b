import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { GateVerdict } from '../../gates/model.ts';
import { createGateRunner } from '../../gates/runner.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { gatePorts } from '../gate-ports.ts';
import { goodTargets } from '../shift/facts.ts';

/** Alarms and metrics are looked back over so long where no bake time says. */
const LOOK_BACK_MS = 300_000;

/**
 * Nothing returns before it is fit: it has the release of who serves, its stacks are good, and every gate passes there.
 * @throws UserErrors `failback-not-ready` with everything that is missing
 */
export async function assertReady(
  returning: string,
  plan: StoredPlan,
  state: ActiveState,
  environment: Environment,
  works: ReadonlyMap<string, TargetWork>,
  context: RunContext,
): Promise<readonly GateVerdict[]> {
  const problems = releaseProblems(returning, plan, state);
  const good = await goodTargets(environment, works);
  if (!good.has(returning)) {
    problems.push(
      new UserError('failback-stacks', `the stacks of ${returning} are not all there and good`, {
        fix: [`Deploy to ${returning}, until status shows its stacks as good.`],
      }),
    );
  }
  const verdicts = await gatesOf(returning, plan, environment, context);
  for (const { gate, verdict, reason } of verdicts) {
    if (verdict === 'pass') continue;
    problems.push(new UserError('failback-gate', `the gate ${gate} does not pass in ${returning}: ${reason}`));
  }
  if (problems.length === 0) return verdicts;
  throw new UserErrors('failback-not-ready', `${returning} is not ready to return; nothing was moved`, problems);
}

/** As the latest deployments left them: the plan is compiled at each. */
function releaseProblems(returning: string, { targets }: StoredPlan, { inactive }: ActiveState): UserError[] {
  const releaseOf = (name: string): string | undefined => targets.find((target) => target.name === name)?.release;
  const own = releaseOf(returning);
  const other = targets.find(
    ({ name, release }) => name !== returning && !inactive.includes(name) && (own === undefined || release !== own),
  );
  if (other === undefined) return [];
  const message = `${returning} has the release ${own ?? 'that nobody knows'}, ${other.name} has ${other.release ?? 'one that nobody knows'}`;
  const fix = [`Deploy the release of ${other.name} to ${returning}: deploy --release ${other.release ?? 'ID'}.`];
  return [new UserError('failback-release', message, { fix })];
}

async function gatesOf(
  returning: string,
  { release }: StoredPlan,
  environment: Environment,
  context: RunContext,
): Promise<readonly GateVerdict[]> {
  const runner = createGateRunner({ ...gatePorts(context), environment, release });
  const now = context.clock.now();
  const asked = environment.phases
    .filter(({ targets }) => targets.includes(returning))
    .map(({ name: phase, bakeMs }) => {
      const since = now - (bakeMs || LOOK_BACK_MS);
      const request = { moment: 'after', phase, targets: [returning], outputs: {}, since, bakeSince: since } as const;
      return runner.ask(request, context.signal);
    });
  const verdicts = (await Promise.all(asked)).flat();
  for (const verdict of verdicts) context.report({ type: 'gate.verdict', verdict });
  return verdicts;
}
