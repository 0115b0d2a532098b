import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { Plan } from '../../report/plan-report.ts';
import type { RunResult } from '../../report/run-result.ts';
import { discardPlans } from '../../rollout/discard.ts';
import { type InstancePlan, planInstances } from '../../rollout/plan.ts';
import type { RolloutPorts } from '../../rollout/ports.ts';
import { runRollout } from '../../rollout/rollout.ts';
import type { Command } from '../command.ts';
import { type ChosenEnvironment, environmentOf } from '../environment.ts';
import { runResult } from '../result.ts';
import { tellLaterGates } from '../tell-later-gates.ts';
import { admittedRollout, latestRollout } from './admitted-rollout.ts';
import { adoptPlan } from './adopt-plan.ts';
import { checkOnly } from './check-only.ts';
import { describePlans } from './describe-plans.ts';
import { endPlan } from './end-plan.ts';
import { withKeptPlan } from './kept-plan.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { refuseUnprotected } from './protected-environments.ts';
import { recordInventory } from './record-inventory.ts';
import { refuseForSam, refuseUntil } from './refusals.ts';
import { refuseInvalidTemplates } from './refuse-invalid.ts';
import { waitingRelease } from './waiting-release.ts';

/** Builds once and deploys to every target, wave by wave. */
export const deploy: Command = (options, context) => run('deploy', options, context);

/** Shows what `deploy` would do; what it made is deleted unless `plan-file` keeps it. With `failover`, whether one could be. */
export const plan: Command = async (options, context) => {
  if (options.failover !== true) return run('plan', options, context);
  const { planFailover } = await import('../failover/readiness/readiness.ts');
  return planFailover(options, context);
};

/** Takes the rollout that waits further, after it was judged over the whole pause. */
export const promote: Command = async (options, context) => {
  const chosen = await environmentOf({ ...options, release: PENDING }, context);
  const { id } = await waitingRelease(chosen, context);
  return run('deploy', { ...options, release: id }, context, 'promote');
};

/** Stands for the release that the kept rollout names, while only the environment is read. */
const PENDING = 'pending';

async function run(
  command: 'deploy' | 'plan',
  options: Options,
  context: RunContext,
  verb: 'deploy' | 'plan' | 'promote' = command,
): Promise<RunResult> {
  const startedAt = context.clock.now();
  // A plan names its release: sources are not needed.
  const sources = options.plan === undefined ? options : { ...options, release: PENDING };
  const chosen = await environmentOf(sources, context);
  const known = await withKeptPlan(chosen, options, context);
  return deployEnvironment(command, verb, chosen, startedAt, known.options, known.context);
}

/**
 * Deploys to (or plans) an environment that is chosen already.
 * @param verb how the run calls itself
 * @param startedAt milliseconds since the epoch
 */
export async function deployEnvironment(
  command: 'deploy' | 'plan',
  verb: string,
  chosen: ChosenEnvironment,
  startedAt: number,
  options: Options,
  context: RunContext,
): Promise<RunResult> {
  const { environment } = chosen;
  refuseUntil(environment, options, context);
  refuseForSam(environment, options, context);
  await refuseUnprotected(options, context);
  const dryRun = command === 'plan' || options['dry-run'] === true;
  context.report({
    type: 'run.started',
    command: verb,
    version: context.version,
    application: environment.application,
    environment: environment.name,
    targets: environment.targets.map(({ name }) => name),
    dryRun,
  });
  if (options['check-only']) return checkOnly(environment, startedAt, context);
  const prepared = await prepareRun(command, chosen, options, context);
  try {
    const details = { command: verb, startedAt, release: prepared.release };
    const seen = await admittedRollout(prepared, options, context);
    // A rollback that somebody began is finished first: there is nothing to plan.
    let plans = seen.course === 'rolling-back' ? noPlans : await makePlans(command, prepared, options, context);
    const shown = await describePlans(environment, plans, prepared);
    context.report({ type: 'plan.ready', plan: shown });
    if (dryRun || context.signal.aborted) return await endPlan(plans, shown, details, prepared, options, context);
    await confirmPlan(plans, shown, prepared.ports, context);
    const rollout = await latestRollout(seen, plans, prepared, options, context).catch(async (error: unknown) => {
      await discardPlans(plans.values(), prepared.ports);
      throw error;
    });
    if (rollout.course === 'rolling-back') {
      await discardPlans(plans.values(), prepared.ports);
      plans = noPlans;
    }
    const { until, 'revert-after': revertAfterMs } = options;
    const pause =
      until === undefined ? undefined : { after: until, ...(revertAfterMs !== undefined && { revertAfterMs }) };
    const end = await runRollout(environment, plans, rollout, prepared.ports, pause);
    const { instances, verdicts, failure } = end;
    // Nothing more is written to the targets: leases go back while the inventory is written.
    const file = options['dr-plan-file'];
    const deployed = { release: prepared.release, results: instances, ...(file !== undefined && { file }) };
    await Promise.all([
      recordInventory(chosen, instances, prepared.inventory, context),
      chosen.whole.failover && (await import('../failover/keep-plan.ts')).keepFailoverPlan(chosen, deployed, context),
      prepared.close(),
      tellLaterGates(environment, instances, context),
    ]);
    return runResult(
      environment,
      {
        ...details,
        instances,
        gates: verdicts,
        plan: shown,
        ...(failure !== undefined && { failure }),
        ...(end.rollout !== undefined && { rollout: end.rollout }),
        ...(end.paused !== undefined && { status: 'paused' }),
      },
      context,
    );
  } finally {
    await prepared.close();
  }
}

const noPlans: ReadonlyMap<string, InstancePlan> = new Map();

async function makePlans(
  command: 'deploy' | 'plan',
  prepared: PreparedRun,
  options: Options,
  context: RunContext,
): Promise<ReadonlyMap<string, InstancePlan>> {
  const file = options['plan-file'];
  if (command === 'deploy' && file !== undefined) return adoptPlan(join(context.cwd, file), prepared, context);
  const plans = await planInstances(prepared.environment, prepared.ports);
  await refuseInvalidTemplates(plans, prepared.ports);
  return plans;
}

async function confirmPlan(
  plans: ReadonlyMap<string, InstancePlan>,
  shown: Plan,
  ports: RolloutPorts,
  context: RunContext,
): Promise<void> {
  const changing = shown.instances.filter(({ kind }) => kind !== 'no-change' && kind !== 'failed');
  if (changing.length === 0) return;
  const losses = changing.flatMap(({ changes }) => changes.filter(({ dataLoss }) => dataLoss)).length;
  const warning = losses > 0 ? ` ${losses} of the changes would lose data.` : '';
  try {
    if (await context.confirm(`Deploy ${changing.length} stacks of ${shown.environment}?${warning}`)) return;
    throw new UserError('declined', 'nothing was deployed', { fix: ['Answer y, or add --yes.'] });
  } catch (error) {
    await discardPlans(plans.values(), ports);
    throw error;
  }
}
