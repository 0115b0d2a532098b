import { nearest } from './nearest.ts';
import { PARTITIONS } from './regions-data.ts';

export interface Partition {
  /** As in ARNs: `aws`, `aws-us-gov`, `aws-cn`. */
  readonly id: string;
  readonly dnsSuffix: string;
  /** Where the partition's global services have their control plane; `edge` stacks go there. */
  readonly edgeRegion: string;
  /** Regular expression that every region of the partition matches, also those this version does not know. */
  readonly pattern: string;
  readonly regions: Readonly<Record<string, Region>>;
}

export interface Region {
  readonly name: string;
  /** The account has to enable it first. */
  readonly optIn: boolean;
}

export type RegionFinding =
  | { readonly kind: 'known'; readonly partition: Partition; readonly region: Region }
  /** Well-formed, but newer than this version's list. */
  | { readonly kind: 'unlisted'; readonly partition: Partition; readonly nearest: string | undefined }
  | { readonly kind: 'malformed'; readonly nearest: string | undefined };

/** The SDK's patterns take any word in the middle; AWS has only used these, so `eu-wset-1` is a typo. */
const COMPASS = /-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d+$/;

export const KNOWN_REGIONS: readonly string[] = PARTITIONS.flatMap((partition) => Object.keys(partition.regions));

export function findRegion(name: string): RegionFinding {
  for (const partition of PARTITIONS) {
    const region = Object.hasOwn(partition.regions, name) ? partition.regions[name] : undefined;
    if (region) return { kind: 'known', partition, region };
  }
  const near = nearest(name, KNOWN_REGIONS);
  const partition = PARTITIONS.find(({ pattern }) => new RegExp(pattern).test(name));
  return partition && COMPASS.test(name)
    ? { kind: 'unlisted', partition, nearest: near }
    : { kind: 'malformed', nearest: near };
}

/** The partition with this id, as it stands in ARNs. */
export function findPartition(id: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}
