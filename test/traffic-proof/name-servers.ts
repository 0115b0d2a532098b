import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { deployedRecords } from '../cloud/dns/resolver.ts';
import type { Cloud } from '../cloud/index.ts';

/** What the name servers answered from at one moment. */
export interface Snapshot {
  readonly sets: readonly ResourceRecordSet[];
  /** Milliseconds since the epoch: when Route 53 was asked, and when it had answered. */
  readonly askedAt: number;
  readonly readAt: number;
}

export interface NameServers {
  /** The record sets that are deployed, read at most this long ago. */
  now(): Promise<Snapshot>;
}

/** Thousands of resolvers ask; the records behind the answers are read so often. Milliseconds. */
const MOST_AGE_MS = 200;

/** Name servers that answer from the record sets that are deployed in the local AWS. */
export function createNameServers(cloud: Pick<Cloud, 'url'>): NameServers {
  let latest: Promise<Snapshot> | undefined;
  let askedAt = 0;
  const read = async (at: number): Promise<Snapshot> => {
    const sets = await deployedRecords(cloud);
    return { sets, askedAt: at, readAt: Date.now() };
  };
  return {
    now() {
      if (latest === undefined || Date.now() - askedAt > MOST_AGE_MS) {
        askedAt = Date.now();
        latest = read(askedAt);
      }
      return latest;
    },
  };
}
