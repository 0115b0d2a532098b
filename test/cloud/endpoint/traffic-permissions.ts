import type { AwsError } from './error-answer.ts';
import { missing } from './extra-permissions.ts';
import type { Principal } from './sessions.ts';
import type { Target } from './target.ts';
import type { Upstream } from './upstream.ts';

/** What a call names as its resource. */
export interface Named {
  readonly AcceleratorArn?: string;
  readonly ListenerArn?: string;
  readonly EndpointGroupArn?: string;
}

/**
 * Permissions on what shares traffic, which the emulator does not ask for. Service authorization reference, AWS Global
 * Accelerator: DescribeAccelerator has the resource type `accelerator*`, ListEndpointGroups `listener*`,
 * UpdateEndpointGroup `endpointgroup*`, named by their ARNs.
 */
export function missingForAccelerator(
  upstream: Upstream,
  { action, region }: Target,
  { EndpointGroupArn, ListenerArn, AcceleratorArn }: Named,
  caller: Principal | undefined,
): Promise<AwsError | undefined> {
  const resource = EndpointGroupArn ?? ListenerArn ?? AcceleratorArn ?? '*';
  return missing(upstream, region, caller, [{ action: `globalaccelerator:${action}`, resource }]);
}

/** Service authorization reference, Amazon CloudFront KeyValueStore: every action has the resource type `key-value-store*`. */
export function missingForStore(
  upstream: Upstream,
  { action }: Target,
  url: string,
  caller: Principal | undefined,
): Promise<AwsError | undefined> {
  const resource = decodeURIComponent(/^\/key-value-stores\/([^/?]+)/.exec(url)?.[1] ?? '*');
  // It is signed for all regions; a region has to be named to ask.
  return missing(upstream, 'us-east-1', caller, [{ action: `cloudfront-keyvaluestore:${action}`, resource }]);
}

/** What a call to a routing control or a Region switch plan names. */
interface ArcInput {
  readonly RoutingControlArn?: string;
  readonly UpdateRoutingControlStateEntries?: readonly { readonly RoutingControlArn: string }[];
  readonly planArn?: string;
}

/**
 * Service authorization reference, Route 53 Recovery Cluster: states have the resource type `routingcontrol*`; ARC Region switch:
 * executions have `plan*`. The emulator has neither service.
 */
export function missingForArc(
  upstream: Upstream,
  { service, action }: Target,
  { RoutingControlArn, UpdateRoutingControlStateEntries: entries = [], planArn }: ArcInput,
  caller: Principal | undefined,
): Promise<AwsError | undefined> {
  const named = [RoutingControlArn, planArn, ...entries.map((entry) => entry.RoutingControlArn)];
  const resources = named.filter((arn) => arn !== undefined);
  const needed = resources.map((resource) => ({ action: `${service}:${action}`, resource }));
  // Endpoints are in regions that need not be enabled: a region has to be named to ask.
  return missing(upstream, 'us-east-1', caller, needed);
}
