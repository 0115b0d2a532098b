import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandOutput,
  paginateListHostedZones,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { Cloud } from '../index.ts';
import { clientOptions, rootKeys } from '../test-clients.ts';
import { type AnswerRecord, answer, type DnsAnswer } from './answer.ts';
import type { Asker } from './choose.ts';

/** All record sets of an account, as Route 53 has them now. */
export async function deployedRecords(
  cloud: Pick<Cloud, 'url'>,
  account = '111111111111',
): Promise<readonly ResourceRecordSet[]> {
  const client = new Route53Client(clientOptions(cloud, 'us-east-1', rootKeys(account)));
  const sets: ResourceRecordSet[] = [];
  try {
    for await (const { HostedZones = [] } of paginateListHostedZones({ client }, {})) {
      for (const { Id } of HostedZones) {
        sets.push(...(await setsOf(client, Id ?? '')));
      }
    }
    return sets;
  } finally {
    client.destroy();
  }
}

async function setsOf(client: Route53Client, HostedZoneId: string): Promise<readonly ResourceRecordSet[]> {
  const sets: ResourceRecordSet[] = [];
  let page: ListResourceRecordSetsCommandOutput | undefined;
  do {
    page = await client.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId,
        StartRecordName: page?.NextRecordName,
        StartRecordType: page?.NextRecordType,
        StartRecordIdentifier: page?.NextRecordIdentifier,
      }),
    );
    sets.push(...(page.ResourceRecordSets ?? []));
  } while (page.IsTruncated);
  return sets;
}

export interface Resolver {
  /** The answer, from the cache while its TTL lasts. */
  query(name: string, type: string): Promise<DnsAnswer>;
  /** The host that a name leads to at last: the last value of the chain. @throws when there is none */
  host(name: string, type: string): Promise<string>;
  /** How often the name servers were asked. */
  readonly asked: number;
}

export interface ResolverOptions {
  /** What the name servers answer from, asked for anew each time. */
  readonly records: () => Promise<readonly ResourceRecordSet[]>;
  readonly seed: number;
  /** Milliseconds; the TTL is counted by it. */
  readonly now: () => number;
  readonly asker?: Asker;
  readonly healthy?: (healthCheckId: string) => boolean;
}

/**
 * A caching resolver whose chance follows from its seed: the same records, seed and times give the same answers. A DNS
 * server for other programs needs no more than to put {@link DnsAnswer} into packets.
 */
export function createResolver({ records, seed, now, asker = {}, healthy = () => true }: ResolverOptions): Resolver {
  const random = createRandom(seed);
  const cache = new Map<string, { readonly until: number; readonly found: DnsAnswer }>();
  let asked = 0;
  const query = async (name: string, type: string): Promise<DnsAnswer> => {
    const key = `${type} ${name}`;
    const known = cache.get(key);
    if (known !== undefined && now() < known.until) return known.found;
    asked += 1;
    const found = answer(await records(), name, type, { asker, random, healthy });
    const ttl = Math.min(...found.records.map((record) => record.ttl), found.records.length === 0 ? 0 : Infinity);
    cache.set(key, { until: now() + ttl * 1000, found });
    return found;
  };
  return {
    query,
    async host(name, type) {
      const last: AnswerRecord | undefined = (await query(name, type)).records.at(-1);
      if (last === undefined) throw new Error(`${name} has no ${type} record`);
      return last.value;
    },
    get asked() {
      return asked;
    },
  };
}

/** Mulberry32: small, fast, and good enough to share requests. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
