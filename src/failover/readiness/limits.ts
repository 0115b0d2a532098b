import { type ReadinessCheck, ready, unknown } from './model.ts';

/** Quotas of an account in a region, by what they count. */
export type Limits = Readonly<Record<string, number>>;

/** Quotas of one service. */
export interface LimitedService {
  readonly name: string;
  /** How a higher quota is asked for in a region. */
  readonly raise: (region: string, value: number) => string;
}

export const API_GATEWAY: LimitedService = {
  name: 'API Gateway',
  raise: (region, value) =>
    `Ask for a higher quota: aws service-quotas request-service-quota-increase --service-code apigateway --quota-code L-8A5B8E43 --region ${region} --desired-value ${value}`,
};

export const DYNAMODB: LimitedService = {
  name: 'DynamoDB',
  raise: (region, value) =>
    `If its tables have provisioned capacity, ask for ${value} as account-level throughput in ${region}: Service Quotas, Amazon DynamoDB.`,
};

/**
 * Whether a target has quotas as high as those that it would take over from. How much of them is used is not looked at, so a lower one
 * may be enough.
 * @param others by target
 */
export function limitsCheck(
  { name, raise }: LimitedService,
  own: Limits,
  { region, others }: { readonly region: string; readonly others: readonly (readonly [string, Limits])[] },
): ReadinessCheck {
  for (const [what, value] of Object.entries(own)) {
    const [most] = others
      .map(([target, limits]) => ({ target, value: limits[what] ?? 0 }))
      .toSorted((a, b) => b.value - a.value);
    if (most === undefined || most.value <= value) continue;
    const text = `${name} has a quota of ${value} ${what} here and of ${most.value} in ${most.target}; how much is used is not looked at`;
    return unknown('quotas', text, raise(region, most.value));
  }
  const told = Object.entries(own).map(([what, value]) => `${value} ${what}`);
  return ready('quotas', `${name} has a quota of ${told.join(' and ')}, no less than elsewhere`);
}
