import { findPartition, findRegion } from '../topology/regions.ts';

/**
 * The partition that a failover acts in: that of the regions where these targets are, by our table of regions. What a plan file
 * calls a partition has no say in it. Undefined: no partition that is known has such regions.
 * @param names targets that stay; those of other partitions than the first are refused then
 */
export function partitionOf(
  names: readonly string[],
  targets: readonly { readonly name: string; readonly region: string }[],
): string | undefined {
  return targets
    .filter(({ name }) => names.includes(name))
    .map(({ region }) => partitionOfRegion(region))
    .find((id) => id !== undefined);
}

/** Id of the partition that a region is in, or would be in by its name; undefined: no partition that is known has such a region. */
function partitionOfRegion(region: string): string | undefined {
  const found = findRegion(region);
  return found.kind === 'malformed' ? undefined : found.partition.id;
}

/**
 * Partitions that have a service, where not all have it. By name of the service as the ledger has it.
 *
 * - Routing control: in neither (General Reference, "Amazon Application Recovery Controller endpoints and quotas").
 * - Region switch: all commercial regions and GovCloud (ARC Developer Guide, "AWS Regions", of Region switch); not in China
 *   (General Reference, as above).
 * - Global Accelerator: regions of `aws` alone (its Developer Guide, "AWS Region availability").
 * - CloudFront KeyValueStore: the endpoint rules of its service model refuse any other partition than `aws`.
 */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  Route53RecoveryCluster: ['aws'],
  ARCRegionSwitch: ['aws', 'aws-us-gov'],
  GlobalAccelerator: ['aws'],
  CloudFrontKeyValueStore: ['aws'],
};

/**
 * Region of the control plane of a service that has one for a whole partition, in whatever region it is called.
 *
 * - Route 53: signed for in the region that its service model's endpoint rules name for each partition; those are the
 *   regions of the partitions' global services in our table. GovCloud: "The control plane for Route 53" is in US-West (GovCloud
 *   User Guide, "Amazon Route 53"). `aws`: whitepaper "AWS Fault Isolation Boundaries", appendix B.
 * - IAM: the same, but in China it is in Beijing ("Getting Started with Amazon Web Services in China", IAM).
 * - Global Accelerator: us-west-2 (General Reference, "AWS Global Accelerator endpoints and quotas").
 */
function homeOf(service: string, partition: string): string | undefined {
  if (service === 'GlobalAccelerator') return 'us-west-2';
  if (service === 'IAM' && partition === 'aws-cn') return 'cn-north-1';
  return service === 'Route53' || service === 'IAM' ? findPartition(partition)?.edgeRegion : undefined;
}

/**
 * Why a call cannot be meant, or cannot be relied on, in a partition; undefined: nothing is known against it.
 * @param partition of the environment; undefined: its regions are of none that is known, so that only a call to one that is is refused
 * @param lost regions that traffic leaves: a control plane that is at home there is not relied on, whatever region the call names
 */
export function partitionRefusal(
  { service, region }: { readonly service: string; readonly region: string },
  partition: string | undefined,
  lost: ReadonlySet<string>,
): string | undefined {
  const other = partitionOfRegion(region);
  if (other !== undefined && other !== partition) {
    const own = partition === undefined ? 'that no known partition has' : `of ${partition}`;
    return `${region} is of the partition ${other}, and the environment is in regions ${own}`;
  }
  if (partition === undefined) return undefined;
  if (ONLY_IN[service]?.includes(partition) === false) return `the partition ${partition} does not have ${service}`;
  const home = homeOf(service, partition);
  return home !== undefined && lost.has(home)
    ? `the control plane of ${service} is in ${home}, which is being left`
    : undefined;
}
