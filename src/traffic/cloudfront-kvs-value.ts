import { UserError } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { KeyValueStoreSettings } from '../topology/traffic-model.ts';
import type { Weights } from './model.ts';

/** CloudFront Developer Guide, "Quotas on key value stores": the size of a value. */
const LONGEST_VALUE = 1024;

/**
 * The value that the CloudFront Function reads: a JSON object with the weight of each target, whose name is the id of
 * its origin. Always in the same order, so that equal weights are equal texts.
 * @throws UserError `traffic-value-too-long`
 */
export function storedWeights(weights: Weights): string {
  const text = JSON.stringify(Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))));
  if (Buffer.byteLength(text) <= LONGEST_VALUE) return text;
  throw new UserError(
    'traffic-value-too-long',
    `the weights of ${Object.keys(weights).length} targets are longer than the ${LONGEST_VALUE} bytes of a value`,
    { fix: ['Use fewer targets, or shorter names.'] },
  );
}

/** @throws UserError `traffic-store-damaged`, `traffic-record-foreign` */
export function parseStoredWeights(text: string, { store, key, targets }: KeyValueStoreSettings): Weights {
  const value = parse(text);
  if (value === undefined) {
    throw new UserError('traffic-store-damaged', `the key ${key} of ${store} does not hold weights by target`, {
      fix: ['It must be a JSON object such as {"eu-west-1":100,"eu-central-1":0}. Correct it, or delete the key.'],
    });
  }
  const other = Object.keys(value).find((name) => !targets.includes(name));
  if (other === undefined) return value;
  throw new UserError(
    'traffic-record-foreign',
    `the key ${key} of ${store} gives a weight to ${other}, which is no target: its share of the traffic is not ours to change`,
    { fix: [`Take it out of the value, or use another key (known: ${targets.join(', ')}).`] },
  );
}

function parse(text: string): Weights | undefined {
  const value = jsonObject(parseJson(text));
  if (value === undefined) return undefined;
  const entries = Object.entries(value);
  const good = entries.every(([, weight]) => Number.isInteger(weight) && Number(weight) >= 0 && Number(weight) <= 255);
  return good ? (Object.fromEntries(entries) as Weights) : undefined;
}
