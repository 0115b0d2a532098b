import type { Amount } from './model.ts';

/** `2` or `25%`; undefined when it is neither, or a percentage over 100. */
export function parseAmount(text: string): Amount | undefined {
  const match = /^(\d{1,6})(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const number = Number(match[1]);
  if (match[2] !== '%') return { count: number };
  return number <= 100 ? { percent: number } : undefined;
}

export function formatAmount(amount: Amount): string {
  return 'count' in amount ? String(amount.count) : `${amount.percent}%`;
}

/**
 * How many of `targets` may be under way at once. A percentage rounds down, but to at least one.
 * Source: AWS CloudFormation API Reference, StackSetOperationPreferences, MaxConcurrentPercentage ("rounds down to the
 * next whole number … except in cases where rounding down would result is zero").
 */
export function concurrencyOf(amount: Amount, targets: number): number {
  const count = 'count' in amount ? amount.count : Math.floor((targets * amount.percent) / 100);
  return Math.max(1, count);
}

/**
 * How many of `targets` may fail before the wave stops. A percentage rounds down, so 10% of 5 tolerates none.
 * Source: AWS CloudFormation API Reference, StackSetOperationPreferences, FailureTolerancePercentage.
 */
export function toleranceOf(amount: Amount, targets: number): number {
  return 'count' in amount ? amount.count : Math.floor((targets * amount.percent) / 100);
}
