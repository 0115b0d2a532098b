/**
 * p-values that may be compared with the level as if only one test had been made (S. Holm, Scand. J. Statist. 6, 1979).
 * @param family how many tests there are in all, where others are made elsewhere
 */
export function holm(values: readonly number[], family = values.length): readonly number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const adjusted = new Array<number>(values.length).fill(1);
  let most = 0;
  for (const [rank, index] of order.entries()) {
    most = Math.max(most, Math.min(1, (values[index] ?? 1) * (family - rank)));
    adjusted[index] = most;
  }
  return adjusted;
}
