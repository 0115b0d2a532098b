import { gatePermissions } from '../gate-permissions.ts';
import { findManagedBucket, giveLeasesBack, records, seeBuckets } from '../policy/buckets.ts';
import { ownStacks } from '../policy/stacks.ts';
import { allow, bucketArns, type CommandPermissions, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';
import { trafficDriver } from '../policy/traffic.ts';

/** What `failover` needs: what is kept in the buckets, and what its mechanism moves. */
export const failoverPermissions: CommandPermissions = (subject) => [
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...mechanism(subject),
];

/** What `failback` needs besides: it looks at stacks, finds buckets, and asks the gates. */
export const failbackPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks'], subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  ...gatePermissions(subject),
  ...failoverPermissions(subject),
];

function mechanism(subject: PolicySubject): readonly Statement[] {
  const settings = subject.environment?.failover?.mechanism;
  switch (settings?.kind) {
    case 'stop-switch': {
      // The name of a bucket that is an output is known only where it is deployed.
      const objects = Object.values(settings.signals).map(({ bucket, key }) =>
        bucketArns([bucket.includes('${') ? '*' : bucket], subject).map((arn) => `${arn}/${key}`),
      );
      return [allow('StopSignals', ['s3:PutObject', 's3:DeleteObject'], objects.flat())];
    }
    case 'arc-routing-control': {
      const action = 'route53-recovery-cluster:UpdateRoutingControlStates';
      return [allow('RoutingControls', [action], Object.values(settings.controls))];
    }
    case 'command':
      return [];
    default:
      return trafficDriver(subject);
  }
}
