import type { RunContext } from '../../../context.ts';
import { errorText } from '../../../errors.ts';
import { compilePlan } from '../../../failover/compile.ts';
import { type FailoverPlan, planKey, type StoredPlan } from '../../../failover/plan.ts';
import { contentHash, parsePlan } from '../../../failover/plan-document.ts';
import { missing, notLookedAt, type ReadinessCheck, ready } from '../../../failover/readiness/model.ts';
import type { FailoverSettings } from '../../../topology/failover-model.ts';
import type { Environment } from '../../../topology/model.ts';
import { withRoles } from '../../../topology/with-role.ts';
import { isRefusal } from '../../stack-report.ts';
import { planValues } from '../plan-values.ts';
import type { TargetFacts } from './facts.ts';

/** The plan as one target keeps it. */
export interface Copy {
  readonly target: string;
  readonly plan?: StoredPlan;
  /** Why there is none that can be used. */
  readonly problem?: string;
}

/** The copies of all targets that have a bucket. */
export async function readCopies(whole: Environment, facts: readonly TargetFacts[]): Promise<readonly Copy[]> {
  const key = planKey(whole);
  return Promise.all(
    facts.map(async ({ target: { name: target }, session, bucket, error }): Promise<Copy> => {
      if (error !== undefined) return { target, problem: errorText(error) };
      if (bucket === undefined) return { target, problem: 'it has no bucket yet' };
      try {
        const stored = await session.storage.getText(bucket, key);
        if (stored === undefined) return { target, problem: `there is no s3://${bucket}/${key}` };
        return { target, plan: parsePlan(stored.text, `s3://${bucket}/${key}`) };
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        return { target, problem: errorText(failure) };
      }
    }),
  );
}

/** The plan that was compiled last. */
export function newestPlan(copies: readonly Copy[]): StoredPlan | undefined {
  return copies
    .flatMap(({ plan }) => plan ?? [])
    .toSorted((a, b) => Date.parse(b.compiledAt) - Date.parse(a.compiledAt))[0];
}

const DEPLOY = 'Deploy: the plan is compiled and kept at each deployment.';

/** @param current whether the newest plan says what the configuration says now; undefined: that is not known */
export function planCheck(copy: Copy, newest: StoredPlan | undefined, current: boolean | undefined): ReadinessCheck {
  if (copy.plan === undefined || newest === undefined) {
    return missing('plan', `no plan that can be used: ${copy.problem ?? 'none is kept'}`, DEPLOY);
  }
  if (copy.plan.sha256 !== newest.sha256) {
    const text = `the copy is of ${copy.plan.compiledAt}, another region has one of ${newest.compiledAt}`;
    return missing('plan', text, DEPLOY);
  }
  if (current === false) {
    return missing('plan', `the configuration was changed since the plan of ${newest.compiledAt}`, DEPLOY);
  }
  return ready('plan', `compiled ${newest.compiledAt} for the release ${newest.release.id}`);
}

/** Whether the plan that the configuration gives now differs from this one in what a failover does or measures. */
export async function isCurrent(
  plan: StoredPlan,
  whole: Environment,
  settings: FailoverSettings,
  context: RunContext,
): Promise<boolean | undefined> {
  const ofTarget = (name: string) => plan.targets.find((target) => target.name === name);
  const compiled = compilePlan(withRoles(whole), settings, {
    release: plan.release,
    compiledAt: plan.compiledAt,
    compiledBy: plan.compiledBy,
    buckets: Object.fromEntries(whole.targets.map(({ name }) => [name, ofTarget(name)?.bucket])),
    releases: Object.fromEntries(whole.targets.map(({ name }) => [name, ofTarget(name)?.release])),
    resolve: await planValues(whole, settings, [], context),
  });
  return compiled.kind === 'unknown' ? undefined : essence(compiled.plan) === essence(plan);
}

/** Roles are not in it: whoever looks has another one than who deploys. */
function essence({ mechanism, probe, targets, rtoMs, rpoMs }: FailoverPlan): string {
  const places = targets.map(({ name, region, account, endpoint }) => ({ name, region, account, endpoint }));
  const moves =
    mechanism.kind === 'weights' ? { ...mechanism, traffic: { ...mechanism.traffic, access: undefined } } : mechanism;
  return contentHash({ mechanism: moves, probe, places, rtoMs, rpoMs });
}

/** Whether the program lies beside the copy of the plan. */
export async function programCheck(
  plan: StoredPlan | undefined,
  { session, bucket }: TargetFacts,
): Promise<ReadinessCheck> {
  if (plan?.bundle === undefined || bucket === undefined) {
    return notLookedAt('program', 'the plan names none: what deployed last ran from its sources, or is older');
  }
  const { key, version } = plan.bundle;
  if ((await session.storage.head(bucket, key)) !== undefined)
    return ready('program', `version ${version} lies beside the plan`);
  return missing('program', `s3://${bucket}/${key} is not there`, 'Deploy: it is kept at each deployment.');
}
