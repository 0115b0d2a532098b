import { isAbsolute, join } from 'node:path';
import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import { namedTarget, type Request, survivors } from '../../failover/move.ts';
import { planKey, type StoredPlan } from '../../failover/plan.ts';
import { parsePlan } from '../../failover/plan-document.ts';
import type { Options } from '../../options/values.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { withRoles } from '../../topology/with-role.ts';
import { bucketOf } from '../bucket-of.ts';
import { settingsOf } from '../deploy/target-settings.ts';
import { environmentOf } from '../environment.ts';

type PlanOptions = Options & Pick<Options, 'plan' | 'to' | 'from'>;

/**
 * The plan that the options name, or the copy that a surviving region keeps, which the configuration leads to.
 * @throws UserError `failover-plan-missing`, `failover-plan-damaged`, `failover-plan-newer`, `failover-plan-other`
 */
export async function loadPlan(options: PlanOptions, context: RunContext): Promise<StoredPlan> {
  const { plan: file } = options;
  if (file === undefined) {
    const { whole } = await environmentOf(options, context, { templates: false });
    // Nobody else is asked: the region that is left may be lost.
    const { targets } = withRoles(whole);
    return planOfEnvironment(whole, survivors(requestOf(options, targets), targets), context);
  }
  const path = isAbsolute(file) ? file : join(context.cwd, file);
  const text = context.readFile(path);
  if (text === undefined) {
    throw new UserError('failover-plan-missing', `there is no ${file}`, {
      fix: [
        'Take the copy of a region that is there: sam-multi-region/failover/APPLICATION/ENVIRONMENT/dr-plan.json in the bucket of its artifacts.',
        'Each deployment keeps one, and writes one to the path of its option dr-plan-file.',
      ],
    });
  }
  const plan = await readPlan(text, file, options, context);
  await checkOrigin(plan, file, options, context);
  return plan;
}

/** @throws UserError as `parsePlan`, which names the copy or the program that is good where one can be found */
async function readPlan(text: string, file: string, { to }: PlanOptions, context: RunContext): Promise<StoredPlan> {
  try {
    return parsePlan(text, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { goodCopy, programOf } = await import('./plan-copies.ts');
    const newer = error.code === 'failover-plan-newer';
    const fix = newer ? programOf(text, to) : await goodCopy(text, to, context);
    throw fix === undefined ? error : new UserError(error.code, error.message, { fix: [fix], cause: error });
  }
}

/**
 * The copy that the first of these targets keeps that has a good one; those that do not answer or whose copy is damaged
 * are noted.
 * @throws UserError `failover-plan-newer`; `failover-plan-missing`, or the first problem, when no target has a good one
 */
export async function planOfEnvironment(
  whole: Environment,
  names: readonly string[],
  context: RunContext,
): Promise<StoredPlan> {
  const problems: (AwsError | UserError)[] = [];
  for (const target of whole.targets.filter(({ name }) => names.includes(name))) {
    try {
      const plan = await keptBy(target, whole, context);
      if (plan !== undefined) return plan;
    } catch (error) {
      // A newer plan may mean something that an older copy elsewhere would undo.
      if (error instanceof UserError && error.code === 'failover-plan-newer') throw error;
      if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
      problems.push(error);
      const text = `its copy of the failover plan cannot be used: ${errorText(error)}`;
      context.report({ type: 'note', level: 'warning', text, target: target.name });
    }
  }
  const [first] = problems;
  if (first !== undefined) throw first;
  throw new UserError('failover-plan-missing', `no region that survives keeps a failover plan of ${whole.name}`, {
    fix: ['Add "failover" to the environment and deploy: the plan is compiled at each deployment.'],
  });
}

async function keptBy(target: Target, whole: Environment, context: RunContext): Promise<StoredPlan | undefined> {
  const session = context.aws.session(target);
  const bucket = await bucketOf(session, settingsOf(whole, target.name), context);
  const key = planKey(whole);
  const stored = bucket === undefined ? undefined : await session.storage.getText(bucket, key);
  return stored === undefined ? undefined : parsePlan(stored.text, `s3://${bucket}/${key}`);
}

/**
 * A plan of somewhere else would move somewhere else's traffic. What is meant is told by the option and by the
 * configuration, where there is one: the plan alone is enough.
 */
async function checkOrigin(plan: StoredPlan, file: string, options: PlanOptions, context: RunContext): Promise<void> {
  const { applicationOf } = await import('./application.ts');
  const application = (await applicationOf(options, context)) ?? plan.application;
  const environment = options.environment ?? plan.environment;
  if (application === plan.application && environment === plan.environment) return;
  const key = planKey({ application, name: environment });
  const bucket = plan.targets.find(({ name, region }) => name === options.to || region === options.to)?.bucket;
  throw new UserError(
    'failover-plan-other',
    `${file} is of ${plan.application}, ${plan.environment}, not of ${application}, ${environment}`,
    {
      fix: [
        `Take the plan that is meant: aws s3 cp s3://${bucket ?? 'BUCKET'}/${key} . (the bucket of the artifacts in a region that is there).`,
        'If this plan is meant, run it in a folder without that configuration and name its environment.',
      ],
    },
  );
}

/** @throws UserError `failover-where`, `unknown-target` */
export function requestOf({ to, from }: Pick<PlanOptions, 'to' | 'from'>, targets: readonly Target[]): Request {
  if (to !== undefined && from === undefined) return { to: namedTarget(to, targets, 'to') };
  if (from !== undefined && to === undefined) return { from: namedTarget(from, targets, 'from') };
  throw new UserError('failover-where', 'a failover needs to be told where, in one way', {
    fix: ['Give to, the region that takes over; or from, the region to leave where several others serve.'],
  });
}
