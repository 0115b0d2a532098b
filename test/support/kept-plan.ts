import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FailoverPlan } from '../../src/failover/plan.ts';
import { writePlan } from '../../src/failover/plan-document.ts';
import type { Target } from '../../src/topology/model.ts';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';

/** The plan has the role of who deployed: here it gets another one, in the bucket of every target, so that its policy is proven. */
export async function keepPlanAs(role: string, plan: FailoverPlan, cloud: Pick<Cloud, 'url'>): Promise<void> {
  const as = <T extends Target>(target: T): T => ({ ...target, credentials: { ...target.credentials, role } });
  const { sha256: _, ...rest } = plan as FailoverPlan & { readonly sha256?: string };
  const { mechanism } = rest;
  const Body = writePlan({
    ...rest,
    targets: plan.targets.map(as),
    // Its control plane is called with credentials of its own.
    mechanism:
      mechanism.kind === 'weights'
        ? { ...mechanism, traffic: { ...mechanism.traffic, access: as(mechanism.traffic.access) } }
        : mechanism,
  });
  const Key = `sam-multi-region/failover/${plan.application}/${plan.environment}/dr-plan.json`;
  for (const { region, bucket: Bucket = '' } of plan.targets) {
    const s3 = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    s3.destroy();
  }
}
