import { join, relative } from 'node:path';
import type { RunContext } from '../../context.ts';
import type { Options } from '../../options/values.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { Plan } from '../../report/plan-report.ts';
import type { RunResult } from '../../report/run-result.ts';
import { discardPlans } from '../../rollout/discard.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import { isFailure } from '../../rollout/state.ts';
import { runResult } from '../result.ts';
import { storePlan } from './kept-plan.ts';
import { plannedInstances, writePlan } from './plan-file.ts';
import { plannedResults } from './planned-results.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What the result says of a run, however it ends. */
export type Details = {
  readonly command: string;
  readonly startedAt: number;
  readonly release: { readonly id: string; readonly commit?: string };
};

/** Ends a run that only plans, or was cancelled: what was made is kept where that was asked for, and deleted otherwise. */
export async function endPlan(
  plans: ReadonlyMap<string, InstancePlan>,
  shown: Plan,
  details: Details,
  prepared: PreparedRun,
  options: Options,
  context: RunContext,
): Promise<RunResult> {
  const { environment, ports } = prepared;
  const { command } = details;
  const file = options['plan-file'];
  const instances = plannedResults(environment, plans, context.signal.aborted);
  const failed = instances.some(({ state }) => isFailure(state));
  const kept = command === 'plan' && !failed && !context.signal.aborted;
  const byId = kept && options['keep-plan'] === true;
  const notes: string[] = [];
  if (kept && file !== undefined) await keepPlan(join(context.cwd, file), plans, prepared, context);
  if (byId) notes.push(await keepById(plans, prepared, context));
  if (!byId && !(kept && file !== undefined)) await discardPlans(plans.values(), ports);
  const changes = shown.instances.some(({ kind }) => kind !== 'no-change');
  return runResult(
    environment,
    {
      ...details,
      instances,
      plan: shown,
      planned: true,
      notes,
      ...(options['fail-on-changes'] && changes && { exitCode: exitCodes.failed }),
    },
    context,
  );
}

async function keepPlan(
  path: string,
  plans: ReadonlyMap<string, InstancePlan>,
  { environment, release }: PreparedRun,
  context: RunContext,
): Promise<void> {
  await context.writeFile(path, planText(plans, { environment, release }));
  context.report({
    type: 'note',
    level: 'info',
    text: `the plan is in ${relative(context.cwd, path)}; its change sets wait for deploy --plan-file`,
  });
}

/** What nobody could find again is not left behind. */
async function keepById(
  plans: ReadonlyMap<string, InstancePlan>,
  { environment, release, ports }: PreparedRun,
  context: RunContext,
): Promise<string> {
  try {
    const id = await storePlan(planText(plans, { environment, release }), environment, context);
    return `the plan is ${id}; its change sets wait for deploy --plan ${id}`;
  } catch (error) {
    await discardPlans(plans.values(), ports);
    throw error;
  }
}

function planText(
  plans: ReadonlyMap<string, InstancePlan>,
  { environment, release }: Pick<PreparedRun, 'environment' | 'release'>,
): string {
  return writePlan({
    schema: 1,
    application: environment.application,
    environment: environment.name,
    release: release.id,
    instances: plannedInstances(plans),
  });
}
