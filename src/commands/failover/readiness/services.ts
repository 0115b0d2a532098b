import { covers } from '../../../aws/other-certificates.ts';
import type { RunContext } from '../../../context.ts';
import type { PlannedTarget, StoredPlan } from '../../../failover/plan.ts';
import { certificateChecks } from '../../../failover/readiness/certificate.ts';
import { missing, notLookedAt, type ReadinessCheck, ready, unknown } from '../../../failover/readiness/model.ts';
import type { GateVerdict } from '../../../gates/model.ts';
import { askEndpoint } from '../endpoint.ts';
import type { TargetGates } from '../failback-gates.ts';
import type { Distribution, TargetFacts } from './facts.ts';

/**
 * Certificates with which the public name is proven here: of the regional custom domain, of listeners of its stacks,
 * and of distributions.
 * @param shared distributions of the environment: they serve all regions
 * @throws AwsError
 */
export async function lookAtCertificates(
  name: string | undefined,
  { session: { readiness }, stacks }: TargetFacts,
  shared: readonly Distribution[],
  { clock }: Pick<RunContext, 'clock'>,
): Promise<readonly ReadinessCheck[]> {
  if (name === undefined) return [notLookedAt('certificate', 'no public name is configured: failover.probe has it')];
  const listening = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === 'AWS::ElasticLoadBalancingV2::Listener');
  const [domain, listeners, distributions] = await Promise.all([
    readiness.certificate(name),
    Promise.all(
      listening.map(async ({ physicalId: arn }) =>
        (await readiness.listenerCertificates(arn))
          .filter(({ names }) => names.some((pattern) => covers(pattern, name)))
          .map((certificate) => ({ by: `the listener ${arn.split('/').slice(-3).join('/')}`, certificate })),
      ),
    ),
    Promise.all(
      shared.map(async ({ id, session }) => {
        const certificate = await session.readiness.distributionCertificate(id, name);
        return certificate === undefined ? [] : [{ by: `the distribution ${id}`, certificate }];
      }),
    ),
  ]);
  const own = domain === undefined ? [] : [{ by: 'API Gateway', certificate: domain }];
  return certificateChecks(name, [...own, ...listeners.flat(), ...distributions.flat()], clock.now());
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
export function gatesCheck({ verdicts, against }: TargetGates): ReadinessCheck {
  if (verdicts.length === 0) return notLookedAt('gates', 'the environment has none: alarms are not looked at');
  const told = (which: readonly GateVerdict[]) => which.map(({ gate, reason }) => `${gate}: ${reason}`).join('; ');
  const failed = against.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) return missing('gates', told(failed), 'Mend what they look at, or the gates.');
  if (against.length > 0) return unknown('gates', told(against));
  const open = verdicts.filter(({ verdict }) => verdict !== 'pass');
  const passed = `${verdicts.length - open.length} of ${verdicts.length} pass`;
  return ready('gates', open.length === 0 ? passed : `${passed}; no verdict yet: ${told(open)}`);
}
