import { AwsError } from '../aws/ports.ts';
import type { KeyValueStore } from '../aws/traffic-ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { KeyValueStoreSettings } from '../topology/traffic-model.ts';
import { parseStoredWeights, storedWeights } from './cloudfront-kvs-value.ts';
import type { TrafficChange, TrafficDriver, TrafficState, Weights } from './model.ts';

/** Asks the edge which weights it has: the text of the answer, undefined when there is none. */
export type Probe = (url: string, signal: AbortSignal) => Promise<string | undefined>;

export interface KeyValueStoreDriverOptions {
  readonly settings: KeyValueStoreSettings;
  /** Milliseconds; absent: none, because nothing is cached. */
  readonly settleMs?: number;
  readonly store: KeyValueStore;
  readonly probe: Probe;
  readonly clock: Clock;
}

/**
 * "Changes to a key value store are propagated to the edge locations within a few seconds" (CloudFront Developer Guide,
 * "Work with key value data"): without a probe nobody sees it, so ten times that is waited for.
 */
const PROPAGATION_MS = 30_000;
const POLL_MS = 1_000;
/** Answers in a row with the new weights: an edge location has many servers. */
const SEEN = 5;
const PATIENCE_MS = 300_000;

/** Weights under one key of a CloudFront KeyValueStore, which the CloudFront Function in `templates/` shares traffic by. */
export function createKeyValueStoreDriver(options: KeyValueStoreDriverOptions): TrafficDriver {
  const { settings, store } = options;
  const { store: arn, key } = settings;

  const read = async (): Promise<TrafficState> => {
    // The ETag first: what is written between the two reads makes the change be refused.
    const etag = await etagOf(arn, store);
    const text = await store.get(arn, key);
    return { weights: text === undefined ? {} : parseStoredWeights(text, settings), revision: etag };
  };

  return {
    kind: 'cloudfront-kvs',
    controlPlane: 'global',
    smallestShare: 1 / 256,
    settleMs: options.settleMs ?? 0,
    joins: true,
    read,
    async set(weights, against) {
      try {
        const { etag } = await store.put(arn, key, storedWeights(weights), String(against.revision));
        return { id: etag, weights };
      } catch (error) {
        if (!(error instanceof AwsError) || error.kind !== 'conflict' || (error.attempts ?? 1) === 1) throw error;
        // The store may be at another ETag because our own first attempt was done and only its answer lost.
        const now = await read();
        if (storedWeights(now.weights) !== storedWeights(weights)) throw error;
        return { id: String(now.revision), weights };
      }
    },
    waitApplied: (change, signal) => waitSeen(change, options, signal),
  };
}

async function etagOf(arn: string, store: KeyValueStore): Promise<string> {
  try {
    return await store.etag(arn);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'not-found') throw error;
    throw new UserError('traffic-store-missing', `there is no key-value store ${arn}`, {
      fix: ['Check traffic.store; it is an output of the stack that makes the distribution.'],
      cause: error,
    });
  }
}

async function waitSeen(
  { weights }: TrafficChange,
  { settings, probe, clock }: KeyValueStoreDriverOptions,
  signal: AbortSignal,
): Promise<void> {
  const { probe: url } = settings;
  if (url === undefined) return clock.sleep(PROPAGATION_MS, signal);
  const deadline = clock.now() + PATIENCE_MS;
  for (let seen = 0; seen < SEEN; ) {
    seen = isSame(await probe(url, signal), weights, settings) ? seen + 1 : 0;
    if (seen === SEEN) return;
    if (clock.now() >= deadline) {
      throw new UserError(
        'traffic-not-applied',
        `${url} does not show the new weights after ${PATIENCE_MS / 60_000} minutes`,
        {
          fix: [
            'Check that the CloudFront Function is associated with the behavior of that path, and with this store.',
            'Then run the same command again: it goes on from what is there.',
          ],
        },
      );
    }
    await clock.sleep(POLL_MS, signal);
  }
}

function isSame(text: string | undefined, weights: Weights, settings: KeyValueStoreSettings): boolean {
  if (text === undefined) return false;
  try {
    return storedWeights(parseStoredWeights(text, settings)) === storedWeights(weights);
  } catch {
    return false;
  }
}
