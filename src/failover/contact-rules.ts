import { partitionRefusal } from './partitions.ts';
import type { FailoverPlan } from './plan.ts';

/** One call that is about to be made. */
export interface Contact {
  /** Name of the service as the ledger has it: `S3`, `STS`, `Route53` … */
  readonly service: string;
  /** Region that it is sent to; empty for a service that is in none. */
  readonly region: string;
  readonly action: string;
}

/** Why a call may not be made; undefined: it may. */
export type ContactRule = (contact: Contact) => string | undefined;

export type MechanismKind = FailoverPlan['mechanism']['kind'];

/**
 * What a failover may call before it is verified, by mechanism: an allow-list, so that a service nobody thought of is
 * refused; what the partition refuses besides is in partitions.ts. Homes of control planes: AWS whitepaper "AWS Fault Isolation Boundaries", appendices A and B. The plan file
 * has no say in it.
 */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  // Regional endpoints; objects only: creating and configuring buckets depends on us-east-1.
  STS: ['GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
  S3: ['GetObject', 'PutObject', 'DeleteObject', 'HeadObject'],
  // Consumers, in the regions that stay: what is there already is enabled, nothing is created. A hook may resume writes. Functions
  // that an earlier failover fenced take calls again where the region takes over.
  Lambda: [
    'GetEventSourceMapping',
    'UpdateEventSourceMapping',
    'Invoke',
    'GetFunctionConcurrency',
    'PutFunctionConcurrency',
    'DeleteFunctionConcurrency',
  ],
  EventBridge: ['DescribeRule', 'EnableRule', 'DisableRule'],
  // Also what a drill had scheduled; nothing depends on that.
  Scheduler: ['GetSchedule', 'UpdateSchedule', 'DeleteSchedule'],
  // One item of the table of heartbeats, once users are served.
  DynamoDB: ['GetItem'],
};

/** Of a graceful move besides: how it sees that replication has caught up. */
const GRACEFUL: Readonly<Record<string, readonly string[]>> = { CloudWatch: ['GetMetricData'] };

/** Drivers of weights have their control plane in one region: a planned move accepts that by its choice of mechanism. */
const BY_MECHANISM: Readonly<Record<MechanismKind, Readonly<Record<string, readonly string[]>>>> = {
  'stop-switch': {},
  // Five endpoints in five regions, us-east-1 among them: the quorum of ARC is in none of them.
  'arc-routing-control': { Route53RecoveryCluster: ['UpdateRoutingControlStates'] },
  // Region switch has a data plane in each region: that of the region which takes over is asked.
  'region-switch': { ARCRegionSwitch: ['StartPlanExecution', 'GetPlanExecution', 'ListPlanExecutions'] },
  command: {},
  weights: {
    Route53: [
      'GetHostedZone',
      'ListHostedZonesByName',
      'ListResourceRecordSets',
      'ChangeResourceRecordSets',
      'GetChange',
    ],
    CloudFrontKeyValueStore: ['DescribeKeyValueStore', 'GetKey', 'PutKey'],
    GlobalAccelerator: ['DescribeAccelerator', 'ListEndpointGroups', 'UpdateEndpointGroup'],
  },
};

/**
 * The rule for one failover until it is verified.
 * @param partition of the regions that stay ({@link partitionOf}): nothing of another one is called, nor what it does not have
 * @param lost regions that traffic leaves: nothing there is called, whoever asks; none for a graceful move
 */
export function contactRule(
  mechanism: MechanismKind,
  partition: string | undefined,
  lost: ReadonlySet<string>,
  graceful = false,
): ContactRule {
  return (contact) => {
    const { service, region, action } = contact;
    if (lost.has(region)) return `${region} is being left`;
    const refusal = partitionRefusal(contact, partition, lost);
    if (refusal !== undefined) return refusal;
    // What the SDK's credential chain asks: an address of the machine, Identity Center, STS.
    if (action === 'credentials')
      return service === 'STS' && region === '' ? 'the global endpoint of STS is in us-east-1' : undefined;
    const allowed = [ALWAYS[service], BY_MECHANISM[mechanism][service], graceful ? GRACEFUL[service] : undefined]
      .filter((actions) => actions !== undefined)
      .flat();
    if (allowed.length === 0) return `the mechanism ${mechanism} does not need ${service}`;
    return allowed.includes(action) ? undefined : `the mechanism ${mechanism} does not need ${service} ${action}`;
  };
}

/** What keeping a lease takes: writing it, looking at it, and reading whose it is. Looking whether somebody else counts takes no more. */
const OF_LEASES: readonly string[] = ['PutObject', 'HeadObject', 'GetObject'];

/**
 * The rule of a drill that acts as if regions were lost: it keeps its own leases there all the same, and looks there before
 * each write whether a failover has begun.
 */
export function drillRule(
  mechanism: MechanismKind,
  partition: string | undefined,
  lost: ReadonlySet<string>,
): ContactRule {
  const rule = contactRule(mechanism, partition, lost);
  return (contact) => {
    const { service, region, action } = contact;
    const lease = service === 'S3' && OF_LEASES.includes(action);
    return lease && lost.has(region) ? undefined : rule(contact);
  };
}

/**
 * The rule for what is measured once users were seen to be served: of the regions that were left nothing but a metric is
 * asked, which only they have.
 */
export function measuringRule(
  mechanism: MechanismKind,
  partition: string | undefined,
  left: ReadonlySet<string>,
): ContactRule {
  const rule = contactRule(mechanism, partition, new Set());
  return (contact) => {
    const { service, region, action } = contact;
    if (!left.has(region)) return rule(contact);
    if (service === 'CloudWatch') return action === 'GetMetricData' ? undefined : `${region} was left`;
    return service === 'STS' || action === 'credentials' ? rule(contact) : `${region} was left`;
  };
}

/** What fencing does in a region that was left. */
const FENCING: Readonly<Record<string, readonly string[]>> = {
  STS: ['GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
  S3: ['GetObject', 'PutObject'],
  Lambda: ['GetFunctionConcurrency', 'PutFunctionConcurrency', 'GetEventSourceMapping', 'UpdateEventSourceMapping'],
  EventBridge: ['DescribeRule', 'DisableRule'],
  Scheduler: ['GetSchedule', 'UpdateSchedule'],
};

/** The rule for fencing, after a failover is verified: these calls in the regions that were left, and nowhere else. */
export function fenceRule(left: ReadonlySet<string>): ContactRule {
  return ({ service, region, action }) => {
    if (action === 'credentials')
      return service === 'STS' && region === '' ? 'the global endpoint of STS is in us-east-1' : undefined;
    if (!left.has(region)) return `${region} is not being fenced`;
    return FENCING[service]?.includes(action) === true ? undefined : `fencing does not need ${service} ${action}`;
  };
}
