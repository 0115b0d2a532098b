import { planKey, type StoredPlan } from '../../../failover/plan.ts';

/** What gets the plan and the program out of the bucket of each target, and runs them: for the night without GitHub. */
export function restoreCommands(plan: StoredPlan | undefined): Readonly<Record<string, readonly string[]>> {
  if (plan === undefined) return {};
  const key = planKey({ application: plan.application, name: plan.environment });
  const entries = plan.targets.flatMap(({ name, region, bucket }) => {
    if (bucket === undefined) return [];
    const copy = (object: string, to: string) => `aws s3 cp s3://${bucket}/${object} ${to} --region ${region}`;
    const program = plan.bundle === undefined ? [] : [`${copy(plan.bundle.key, '-')} | tar xz`];
    // Who runs it is asked to type the name, and a failover without a reason is refused.
    const run = `node dist/index.js failover --plan dr-plan.json --to ${name} --reason "WHY"`;
    return [[name, [copy(key, 'dr-plan.json'), ...program, run]] as const];
  });
  return Object.fromEntries(entries);
}
