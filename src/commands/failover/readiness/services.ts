import { AwsError } from '../../../aws/ports.ts';
import type { RunContext } from '../../../context.ts';
import type { PlannedTarget, StoredPlan } from '../../../failover/plan.ts';
import { certificateCheck } from '../../../failover/readiness/certificate.ts';
import { type Concurrency, concurrencyCheck, LOOK_BACK_DAYS } from '../../../failover/readiness/concurrency.ts';
import { missing, notLookedAt, type ReadinessCheck, ready, unknown } from '../../../failover/readiness/model.ts';
import type { GateVerdict } from '../../../gates/model.ts';
import { askEndpoint } from '../endpoint.ts';
import { fixOf, type TargetFacts } from './facts.ts';

const HOUR_SECONDS = 3_600;
const DAY_MS = 86_400_000;

/** Lambda's quota and use in the account and region of each target; one that cannot be read has none. */
export async function readConcurrency(
  facts: readonly TargetFacts[],
  { clock }: Pick<RunContext, 'clock'>,
): Promise<ReadonlyMap<string, Concurrency | AwsError>> {
  const now = clock.now();
  const found = await Promise.all(
    facts.map(async ({ target, session, error }): Promise<readonly (readonly [string, Concurrency | AwsError])[]> => {
      if (error !== undefined) return [];
      try {
        const { limit, unreserved } = await session.readiness.concurrency();
        const [series] = await session.monitoring.metricData(
          [
            {
              id: 'used',
              // Without a dimension it is that of the whole account and region (Lambda Developer Guide, "Types of metrics").
              source: { namespace: 'AWS/Lambda', metric: 'ConcurrentExecutions', dimensions: {}, statistic: 'Maximum' },
              periodSeconds: HOUR_SECONDS,
              returned: true,
            },
          ],
          now - LOOK_BACK_DAYS * DAY_MS,
          now,
        );
        const values = (series?.points ?? []).map(({ value }) => value);
        const used = values.length === 0 ? {} : { used: Math.max(...values) };
        const { name, region } = target;
        return [[name, { target: name, region, limit, reserved: limit - unreserved, ...used }]];
      } catch (failure) {
        if (!(failure instanceof AwsError)) throw failure;
        return [[target.name, failure]];
      }
    }),
  );
  return new Map(found.flat());
}

/** @param others the accounts and regions that would be left */
export function quotasCheck(
  own: Concurrency | AwsError | undefined,
  others: readonly (Concurrency | AwsError | undefined)[],
): ReadinessCheck {
  const failed = [own, ...others].find((one) => one instanceof AwsError);
  if (own === undefined || own instanceof AwsError || failed !== undefined) {
    const why = failed?.message ?? 'the target cannot be read';
    return unknown('quotas', `Lambda's quota is not known: ${why}`, ...(failed === undefined ? [] : fixOf(failed)));
  }
  return concurrencyCheck(
    own,
    others.flatMap((one) => (one === undefined || one instanceof AwsError ? [] : [one])),
  );
}

/** Certificate of the regional custom domain with the public name. */
export async function lookAtCertificate(
  name: string | undefined,
  { session }: TargetFacts,
  { clock }: Pick<RunContext, 'clock'>,
): Promise<ReadinessCheck> {
  if (name === undefined) return notLookedAt('certificate', 'no public name is configured: failover.probe has it');
  return certificateCheck(name, await session.readiness.certificate(name), clock.now());
}

/** Whether it answers at its own endpoint. */
export async function lookAtEndpoint(
  planned: PlannedTarget | undefined,
  plan: Pick<StoredPlan, 'probe'> | undefined,
  context: RunContext,
): Promise<ReadinessCheck> {
  if (planned?.endpoint === undefined) {
    return notLookedAt('endpoint', 'the plan has none for it: failover.endpoint names it');
  }
  const { endpoint, region, release } = planned;
  const answer = await askEndpoint({ endpoint, region }, plan?.probe, context);
  if (!answer.good) {
    return missing('endpoint', `${endpoint} does not serve: ${answer.text}`, 'See why, or deploy to it again.');
  }
  if (answer.release !== undefined && release !== undefined && answer.release !== release) {
    const text = `${endpoint} answers with the release ${answer.release}, not ${release}`;
    return missing('endpoint', text, 'Deploy to it again.');
  }
  return ready('endpoint', `${endpoint} answers: ${answer.text}`);
}

/** What its gates say. */
export function gatesCheck(verdicts: readonly GateVerdict[]): ReadinessCheck {
  if (verdicts.length === 0) return notLookedAt('gates', 'the environment has none: alarms are not looked at');
  const told = (which: readonly GateVerdict[]) => which.map(({ gate, reason }) => `${gate}: ${reason}`).join('; ');
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) return missing('gates', told(failed), 'Mend what they look at, or the gates.');
  const open = verdicts.filter(({ verdict }) => verdict !== 'pass');
  return open.length > 0
    ? unknown('gates', told(open))
    : ready('gates', `${verdicts.length} of ${verdicts.length} pass`);
}
