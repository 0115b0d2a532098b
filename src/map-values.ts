/** The record with every value replaced by what `map` makes of it. */
export function mapValues<K extends string, T, R>(
  record: Readonly<Record<K, T>>,
  map: (value: T) => R,
): Readonly<Record<K, R>> {
  // The keys are those of the record, which is what the type says.
  return Object.fromEntries(Object.entries<T>(record).map(([key, value]) => [key, map(value)])) as Record<K, R>;
}
