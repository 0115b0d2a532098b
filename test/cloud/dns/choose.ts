import type { ResourceRecordSet } from '@aws-sdk/client-route-53';

/** Who asks, as far as the routing policies look at it. */
export interface Asker {
  /** The AWS region that is nearest to the resolver; for latency records. */
  readonly region?: string;
  /** ISO 3166-1 alpha-2, its part, and the continent as Route 53 names it; for geolocation records. */
  readonly subdivision?: string;
  readonly country?: string;
  readonly continent?: string;
}

export interface Choice {
  readonly asker: Asker;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** State of a health check; a record set without one is always healthy. */
  readonly healthy: (healthCheckId: string) => boolean;
}

/** Whether a record set may answer: its health check, and what it is an alias of. */
export type IsHealthy = (set: ResourceRecordSet) => boolean;

/** "Route 53 responds to DNS queries with up to eight healthy records" (Developer Guide, "Multivalue answer routing"). */
const MOST_VALUES = 8;

/**
 * The record sets that answer, of all that have one name and type: one, or several of a multivalue answer; none where the
 * policy has none for who asks. Route 53 Developer Guide, "Choosing a routing policy" and "How Amazon Route 53 chooses
 * records when health checking is configured".
 */
export function choose(
  sets: readonly ResourceRecordSet[],
  { asker, random }: Pick<Choice, 'asker' | 'random'>,
  healthy: IsHealthy,
): readonly ResourceRecordSet[] {
  const [first] = sets;
  if (first === undefined) return [];
  if (first.MultiValueAnswer) return anyOf(alive(sets, healthy), MOST_VALUES, random);
  const one = (): ResourceRecordSet | undefined => {
    if (first.Weight !== undefined) return weighted(alive(sets, healthy), random);
    if (first.Region !== undefined) return nearest(alive(sets, healthy), asker);
    if (first.GeoLocation !== undefined) return located(sets, asker, healthy);
    if (first.Failover !== undefined) return failover(sets, healthy);
    return first;
  };
  const chosen = one();
  return chosen === undefined ? [] : [chosen];
}

/** "If none of the records is healthy, all are considered healthy": answering something is better than nothing. */
function alive(sets: readonly ResourceRecordSet[], healthy: IsHealthy): readonly ResourceRecordSet[] {
  const good = sets.filter(healthy);
  return good.length === 0 ? sets : good;
}

/**
 * In proportion to the weights. All zero: each equally often. With health checks only healthy sets count; sets of
 * weight zero count when no healthy one has a weight ("If you add health checks to all the records in a group … Route
 * 53 initially considers only the nonzero weighted records, if any. If all the records that have a weight greater than
 * 0 are unhealthy, then Route 53 considers the zero-weighted records"); none healthy: all count as healthy.
 */
function weighted(sets: readonly ResourceRecordSet[], random: () => number): ResourceRecordSet | undefined {
  const total = sets.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
  if (total === 0) return anyOf(sets, 1, random)[0];
  let point = random() * total;
  for (const set of sets) {
    point -= set.Weight ?? 0;
    if (point < 0) return set;
  }
  return sets.findLast(({ Weight = 0 }) => Weight > 0);
}

function nearest(sets: readonly ResourceRecordSet[], { region }: Asker): ResourceRecordSet | undefined {
  // Latencies between regions are AWS's own: the region itself is nearest, and then any.
  return sets.find((set) => set.Region === region) ?? sets[0];
}

/**
 * The smallest place that is healthy: part of a country, country, continent, then the default location `*` (API
 * Reference, ResourceRecordSet, HealthCheckId: "Route 53 checks for healthy record sets in the following order"). None of
 * them healthy: the smallest, as if all were.
 */
function located(
  sets: readonly ResourceRecordSet[],
  { subdivision, country, continent }: Asker,
  healthy: IsHealthy,
): ResourceRecordSet | undefined {
  const find = (match: (geo: NonNullable<ResourceRecordSet['GeoLocation']>) => boolean) =>
    sets.filter(({ GeoLocation }) => GeoLocation !== undefined && match(GeoLocation));
  const inside = [
    ...find(
      (geo) => country !== undefined && geo.CountryCode === country && geo.SubdivisionCode === (subdivision ?? ''),
    ),
    ...find((geo) => country !== undefined && geo.CountryCode === country && geo.SubdivisionCode === undefined),
    ...find((geo) => continent !== undefined && geo.ContinentCode === continent),
    ...find((geo) => geo.CountryCode === '*'),
  ];
  return inside.find(healthy) ?? inside[0];
}

/** The primary while it is healthy, and when neither is ("responds with the primary regardless of its health"). */
function failover(sets: readonly ResourceRecordSet[], healthy: IsHealthy): ResourceRecordSet | undefined {
  const primary = sets.find(({ Failover }) => Failover === 'PRIMARY');
  const secondary = sets.find(({ Failover }) => Failover === 'SECONDARY');
  if (primary !== undefined && healthy(primary)) return primary;
  return secondary !== undefined && healthy(secondary) ? secondary : primary;
}

/** So many of them at random, each equally likely. */
function anyOf<T>(items: readonly T[], most: number, random: () => number): readonly T[] {
  const left = [...items];
  const found: T[] = [];
  while (left.length > 0 && found.length < most) found.push(...left.splice(Math.floor(random() * left.length), 1));
  return found;
}
