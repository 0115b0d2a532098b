import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../src/aws/ports.ts';
import type { HostedZone, RecordChange, RecordSet, Route53 } from '../../src/aws/traffic-ports.ts';

export interface FakeRoute53 extends Route53 {
  readonly sets: readonly RecordSet[];
  /** Batches that were accepted. */
  readonly batches: readonly (readonly RecordChange[])[];
  /** What somebody else does between our calls. */
  replace(sets: readonly RecordSet[]): void;
  /** The next change is done, and its answer lost: a repetition of the call then finds its own work. */
  loseNextAnswer(): void;
}

export interface FakeRoute53Options {
  readonly zones?: readonly HostedZone[];
  readonly sets?: readonly RecordSet[];
  /** How often a change is told to be PENDING before it is INSYNC. */
  readonly pendings?: number;
}

export function weighted(setIdentifier: string, weight: number, more: Partial<RecordSet> = {}): RecordSet {
  return {
    name: 'api.example.com',
    type: 'CNAME',
    routing: 'weighted',
    setIdentifier,
    weight,
    ttl: 30,
    values: [`${setIdentifier}.example.net`],
    ...more,
  };
}

const ZONE: HostedZone = { id: 'Z1', name: 'example.com', private: false };

/** Route 53 in memory: exact deletes, all changes of a batch or none. */
export function createFakeRoute53({ zones = [ZONE], sets: first = [], pendings = 1 }: FakeRoute53Options): FakeRoute53 {
  let sets = [...first];
  let losing = false;
  const batches: (readonly RecordChange[])[] = [];
  const asked = new Map<string, number>();

  const sameKey = (one: RecordSet, other: RecordSet): boolean =>
    one.name === other.name && one.type === other.type && one.setIdentifier === other.setIdentifier;
  const apply = (changes: readonly RecordChange[], attempts: number): void => {
    let next = [...sets];
    for (const { action, set } of changes) {
      const there = next.find((other) => sameKey(other, set));
      if (action === 'DELETE' && there === undefined) throw conflict('but it was not found', attempts);
      if (action === 'DELETE' && !isDeepStrictEqual(there, set)) throw conflict('do not match', attempts);
      if (action === 'CREATE' && there !== undefined) throw conflict('but it already exists', attempts);
      next = action === 'DELETE' ? next.filter((other) => other !== there) : [...next, set];
    }
    sets = next;
    batches.push(changes);
  };

  return {
    get sets() {
      return sets;
    },
    batches,
    replace: (others) => {
      sets = [...others];
    },
    loseNextAnswer: () => {
      losing = true;
    },
    zone: async (id) => zones.find((zone) => zone.id === id),
    zonesByName: async (name) => zones.filter((zone) => zone.name === name.replace(/\.$/, '')),
    recordSets: async (_zone, name) => sets.filter((set) => set.name === name),
    async change(_zone, changes) {
      apply(changes, 1);
      if (losing) {
        losing = false;
        apply(changes, 2);
      }
      return { id: `C${batches.length}` };
    },
    async changeStatus(id) {
      const times = (asked.get(id) ?? 0) + 1;
      asked.set(id, times);
      return times > pendings ? 'INSYNC' : 'PENDING';
    },
  };
}

function conflict(message: string, attempts: number): AwsError {
  return new AwsError({
    kind: 'conflict',
    code: 'InvalidChangeBatch',
    message: `Tried to change a record set ${message}`,
    service: 'Route53',
    action: 'ChangeResourceRecordSets',
    region: 'us-east-1',
    attempts,
  });
}
