import { gateParameters, gatePermissions } from '../../gate-permissions.ts';
import { findManagedBucket, readArtifacts, seeBuckets } from '../../policy/buckets.ts';
import { NO_SERVICES } from '../../policy/services-used.ts';
import { nestedStacks, ownStacks } from '../../policy/stacks.ts';
import { allow, bucketArns, type CommandPermissions, type Statement } from '../../policy/statement.ts';
import type { PolicySubject } from '../../policy/subject.ts';
import { readTraffic } from '../../policy/traffic.ts';

/** What `plan --failover` needs: it only reads. */
export const readinessPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks', 'DescribeChangeSet'], subject),
  ...stackResources(subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  readArtifacts(subject),
  ...withMetrics(gatePermissions(subject)),
  ...gateParameters(subject),
  ...quotas(subject),
  ...certificate(subject),
  ...mechanism(subject),
];

/** How much Lambda was used is a metric of the account. Service Authorization Reference, CloudWatch: it knows no resource. */
function withMetrics(gates: readonly Statement[]): readonly Statement[] {
  const known = gates.some(({ Action }) => Action.includes('cloudwatch:GetMetricData'));
  return known ? gates : [...gates, allow('Use', ['cloudwatch:GetMetricData'], ['*'])];
}

/** What the stacks have tells which quotas and certificates are looked at. */
function stackResources(subject: PolicySubject): readonly Statement[] {
  if (subject.services === undefined) return [];
  const actions = ['ListStackResources'];
  const own = { ...ownStacks(actions, subject), Sid: 'StackResources' };
  return [own, ...(subject.services.nests ? nestedStacks(actions, subject) : [])];
}

/** Service Authorization Reference, Lambda and DynamoDB: quotas know no resource; API Gateway Management: /account. */
function quotas({ services = NO_SERVICES, partition }: PolicySubject): readonly Statement[] {
  const limits = ['lambda:GetAccountSettings', ...(services.tables ? ['dynamodb:DescribeLimits'] : [])];
  const account = `arn:${partition}:apigateway:*::/account`;
  return [allow('Quotas', limits, ['*']), ...(services.apis ? [allow('ApiQuota', ['apigateway:GET'], [account])] : [])];
}

/** Service Authorization Reference, API Gateway Management V2, ACM, Elastic Load Balancing V2 (lists know no resource) and CloudFront. */
function certificate({ environment, partition, services = NO_SERVICES }: PolicySubject): readonly Statement[] {
  const url = environment?.failover?.probe?.url;
  if (environment !== undefined && url === undefined) return [];
  const known = url !== undefined && !url.includes('${');
  const name = known ? new URL(url).hostname : '*';
  return [
    allow('CustomDomain', ['apigateway:GET'], [`arn:${partition}:apigateway:*::/domainnames/${name}`]),
    allow('Certificate', ['acm:DescribeCertificate'], [`arn:${partition}:acm:*:*:certificate/*`]),
    ...(services.listeners ? [allow('Listeners', ['elasticloadbalancing:DescribeListenerCertificates'], ['*'])] : []),
    ...(services.distributions
      ? [
          allow(
            'Distributions',
            ['cloudfront:GetDistributionConfig'],
            [`arn:${partition}:cloudfront::*:distribution/*`],
          ),
        ]
      : []),
  ];
}

function mechanism(subject: PolicySubject): readonly Statement[] {
  const settings = subject.environment?.failover?.mechanism;
  switch (settings?.kind) {
    case 'stop-switch': {
      const signals = Object.values(settings.signals).map(({ bucket, key }) => {
        // The name of a bucket that is an output is known only where it is deployed.
        const arns = bucketArns([bucket.includes('${') ? '*' : bucket], subject);
        return { arns, objects: arns.map((arn) => `${arn}/${key}`) };
      });
      return [
        allow('StopSignals', ['s3:GetObject'], unique(signals.flatMap(({ objects }) => objects))),
        allow('SignalBuckets', ['s3:ListBucket'], unique(signals.flatMap(({ arns }) => arns))),
        ...recordSets(subject),
      ];
    }
    case 'arc-routing-control': {
      const action = 'route53-recovery-cluster:GetRoutingControlState';
      return [allow('RoutingControls', [action], Object.values(settings.controls)), ...recordSets(subject)];
    }
    case 'region-switch':
      return [allow('RegionSwitch', ['arc-region-switch:ListPlanExecutions'], [settings.plan])];
    case 'weights':
      return readTraffic(subject);
    default:
      return settings === undefined ? recordSets(subject) : [];
  }
}

/** Service Authorization Reference, Amazon Route 53: lists know no resource. */
function recordSets({ partition }: PolicySubject): readonly Statement[] {
  return [
    allow('HealthChecks', ['route53:ListHealthChecks', 'route53:ListHostedZonesByName'], ['*']),
    allow('RecordSets', ['route53:ListResourceRecordSets'], [`arn:${partition}:route53:::hostedzone/*`]),
  ];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
