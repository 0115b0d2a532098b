import { callAsRoot, type Upstream } from './upstream.ts';

/** Which account owns a bucket, and where it lies. */
export interface BucketFacts {
  readonly account: string;
  readonly region: string;
}

export interface BucketOwners {
  /** Finds a bucket in any account; undefined when no account has it. */
  find(bucket: string): Promise<BucketFacts | undefined>;
  forget(bucket: string): void;
  clear(): void;
}

/** Buckets also go away with stacks, unseen; so what was found is believed for a short while only. */
const BELIEVED_MS = 5000;

export function createBucketOwners(upstream: Upstream, accounts: readonly string[]): BucketOwners {
  const found = new Map<string, { readonly facts: BucketFacts; readonly until: number }>();
  return {
    async find(bucket) {
      const known = found.get(bucket);
      if (known !== undefined && Date.now() < known.until) return known.facts;
      const facts = await lookUp(upstream, accounts, bucket);
      if (facts === undefined) found.delete(bucket);
      else found.set(bucket, { facts, until: Date.now() + BELIEVED_MS });
      return facts;
    },
    forget: (bucket) => void found.delete(bucket),
    clear: () => found.clear(),
  };
}

async function lookUp(
  upstream: Upstream,
  accounts: readonly string[],
  bucket: string,
): Promise<BucketFacts | undefined> {
  for (const account of accounts) {
    const { body } = await callAsRoot(upstream, {
      account,
      service: 's3',
      region: 'us-east-1',
      method: 'GET',
      path: `/?prefix=${encodeURIComponent(bucket)}`,
    });
    for (const [, entry = ''] of body.matchAll(/<Bucket>([\s\S]*?)<\/Bucket>/g)) {
      if (!entry.includes(`<Name>${bucket}</Name>`)) continue;
      return { account, region: /<BucketRegion>([^<]+)</.exec(entry)?.[1] ?? 'us-east-1' };
    }
  }
  return undefined;
}
