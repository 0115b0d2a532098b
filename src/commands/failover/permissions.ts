import type { GateCheck } from '../../topology/gate-model.ts';
import { gateParameters, gatePermissions } from '../gate-permissions.ts';
import { findManagedBucket, giveLeasesBack, records, seeBuckets } from '../policy/buckets.ts';
import { switchedConsumers } from '../policy/consumers.ts';
import { ownStacks } from '../policy/stacks.ts';
import { allow, bucketArns, type CommandPermissions, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';
import { changeTraffic, revertSchedules, schedules, trafficDriver } from '../policy/traffic.ts';
import { backlogPermissions } from './backlog-permissions.ts';
import { replicationPermissions } from './replication-permissions.ts';

/** What `failover` needs: what is kept in the buckets, and what its mechanism moves. It asks users whether it is in force, not AWS. */
export const failoverPermissions: CommandPermissions = (subject) => moving(subject, changeTraffic(subject));

/** @param weights what the mechanism needs where it is the traffic driver */
const moving = (subject: PolicySubject, weights: readonly Statement[]): readonly Statement[] => [
  // Without a plan file: the copy that a region keeps.
  ...findManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...switchedConsumers(subject),
  ...hooks(subject),
  ...replicationPermissions(subject),
  ...mechanism(subject, weights),
  ...fencedFunctions(subject),
  // What a drill that it takes over from had AWS do later.
  ...laterReturns(['DeleteSchedule'], subject),
];

/** What `failback` needs besides: it looks at stacks, asks the gates, and sees whether queues and streams are worked off. */
export const failbackPermissions: CommandPermissions = (subject) => {
  const returning = returnPermissions(subject);
  return [...returning, ...backlogPermissions(subject, returning)];
};

/** What bringing traffic back needs, also after a drill. */
export const returnPermissions: CommandPermissions = (subject) => [
  // The last change set of a stack vouches for its records.
  ownStacks(['DescribeStacks', 'DescribeChangeSet'], subject),
  ...gatePermissions(subject),
  ...gateParameters(subject),
  ...moving(subject, trafficDriver(subject)),
];

/** Of a graceful move: commands need what they call, which only who wrote them knows. */
function hooks({ environment, partition }: PolicySubject): readonly Statement[] {
  const { quiesce, resume, caughtUp } = environment?.failover?.graceful ?? {};
  const checks = [quiesce, resume, caughtUp].flatMap((hook) => hook?.check ?? []);
  const functions = checks.flatMap((check) => (check.kind === 'lambda' ? [check] : []));
  return [
    ...(functions.length > 0 ? [allow('Hooks', ['lambda:InvokeFunction'], functions.flatMap(functionArns))] : []),
    ...(checks.some(({ kind }) => kind === 'metric') ? [allow('CaughtUp', ['cloudwatch:GetMetricData'], ['*'])] : []),
  ];

  function functionArns({
    function: name,
    qualifier,
  }: Extract<GateCheck, { readonly kind: 'lambda' }>): readonly string[] {
    const text = name.replaceAll(/\$\{[^}]*\}/g, '*');
    const arn = text.startsWith('arn:')
      ? text
      : `arn:${partition}:lambda:*:*:function:${text.split('function:').at(-1) ?? text}`;
    return [qualifier === undefined ? arn : `${arn}:${qualifier}`];
  }
}

function mechanism(subject: PolicySubject, weights: readonly Statement[]): readonly Statement[] {
  const settings = subject.environment?.failover?.mechanism;
  switch (settings?.kind) {
    case 'stop-switch':
      return [allow('StopSignals', ['s3:PutObject', 's3:DeleteObject'], signalObjects(subject))];
    case 'arc-routing-control': {
      const action = 'route53-recovery-cluster:UpdateRoutingControlStates';
      return [allow('RoutingControls', [action], Object.values(settings.controls))];
    }
    case 'region-switch': {
      const actions = ['StartPlanExecution', 'GetPlanExecution', 'ListPlanExecutions'];
      const prefixed = actions.map((action) => `arc-region-switch:${action}`);
      return [allow('RegionSwitch', prefixed, [settings.plan])];
    }
    case 'command':
      return [];
    default:
      return weights;
  }
}

/** Functions are stopped where traffic left, and given back where it comes. */
function fencedFunctions({ environment, partition }: PolicySubject): readonly Statement[] {
  const { functions = [] } = environment?.failover?.fence ?? {};
  if (functions.length === 0) return [];
  const actions = ['GetFunctionConcurrency', 'PutFunctionConcurrency', 'DeleteFunctionConcurrency'];
  // The name of a function that is an output is known only where it is deployed.
  const named = functions.map((text) => (text.includes('${') ? '*' : text));
  const arns = named.map((name) => (name.startsWith('arn:') ? name : `arn:${partition}:lambda:*:*:function:${name}`));
  const prefixed = actions.map((action) => `lambda:${action}`);
  return [allow('FencedFunctions', prefixed, [...new Set(arns)])];
}

/** ARNs of the stop signals. The name of a bucket that is an output is known only where it is deployed. */
function signalObjects(subject: PolicySubject): readonly string[] {
  const settings = subject.environment?.failover?.mechanism;
  if (settings?.kind !== 'stop-switch') return [];
  return Object.values(settings.signals).flatMap(({ bucket, key }) =>
    bucketArns([bucket.includes('${') ? '*' : bucket], subject).map((arn) => `${arn}/${key}`),
  );
}

/** Schedules that bring traffic back when a drill has died. */
export function laterReturns(
  actions: readonly ('CreateSchedule' | 'DeleteSchedule')[],
  subject: PolicySubject,
): readonly Statement[] {
  const { mechanism: kind, drill } = subject.environment?.failover ?? {};
  if (kind?.kind === 'weights') return revertSchedules(actions, subject);
  const role = drill?.revertRole;
  // What a rollout that waits had AWS do later is taken away where it would strike against a failover.
  return role === undefined
    ? revertSchedules(['DeleteSchedule'], subject)
    : schedules(role, actions, subject.partition);
}
