import { missing, type ReadinessCheck, ready, unknown } from './model.ts';

/** How many functions of an account may run at once in a region, and how many did. */
export interface Concurrency {
  readonly target: string;
  readonly region: string;
  /** Quota of the account in the region. */
  readonly limit: number;
  /** Set aside for single functions. */
  readonly reserved: number;
  /** Most at once in the time that was looked back; undefined: no metric tells. */
  readonly used?: number;
  /** The same of functions without a reservation. */
  readonly usedUnreserved?: number;
}

/** Days that the use of Lambda is looked back over: one week of the calendar may be quiet. */
export const LOOK_BACK_DAYS = 14;

/**
 * Whether a target may run what all of them run together now: Lambda's quota is one of each account and region (Lambda
 * Developer Guide, "Lambda quotas"), and one that was raised at home is not raised elsewhere. What single functions
 * have reserved or provisioned here is taken from what is left for the others.
 */
export function concurrencyCheck(own: Concurrency, others: readonly Concurrency[]): ReadinessCheck {
  const reserved = Math.max(0, ...others.map((other) => other.reserved));
  const all = [own, ...others];
  const known = all.every(({ used }) => used !== undefined);
  const used = all.reduce((sum, one) => sum + (one.used ?? 0), 0);
  const needed = Math.max(used, reserved);
  const found = `Lambda may run ${own.limit} at once; ${known ? `all targets together ran at most ${used} at once in ${LOOK_BACK_DAYS} days` : 'how many ran is not known'}, and ${reserved} are reserved elsewhere`;
  if (own.limit < needed) return missing('quotas', found, raise(own, needed));
  const shared = all.reduce((sum, one) => sum + (one.usedUnreserved ?? 0), 0);
  const left = own.limit - own.reserved;
  if (left < shared) {
    const text = `${found}. Here ${own.reserved} are reserved for single functions, which leaves ${left} for the others, and those ran ${shared} at once`;
    return missing('quotas', text, raise(own, own.reserved + shared));
  }
  const largest = Math.max(0, ...others.map(({ limit }) => limit));
  if (!known && own.limit < largest)
    return unknown('quotas', `${found}; elsewhere ${largest} may`, raise(own, largest));
  return ready('quotas', found);
}

/** Service Quotas calls it "Concurrent executions". */
function raise({ region }: Concurrency, value: number): string {
  return `Ask for a higher quota: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --region ${region} --desired-value ${value}`;
}
