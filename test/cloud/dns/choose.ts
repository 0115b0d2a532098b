import type { ResourceRecordSet } from '@aws-sdk/client-route-53';

/** Who asks, as far as the routing policies look at it. */
export interface Asker {
  /** The AWS region that is nearest to the resolver; for latency records. */
  readonly region?: string;
  /** ISO 3166-1 alpha-2, and the continent as Route 53 names it; for geolocation records. */
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

/**
 * The record set that answers, of all that have one name and type; undefined where the policy has none for who asks.
 * Route 53 Developer Guide, "Choosing a routing policy" and "How Amazon Route 53 chooses records when health checking
 * is configured".
 */
export function choose(sets: readonly ResourceRecordSet[], choice: Choice): ResourceRecordSet | undefined {
  const [first] = sets;
  if (first === undefined) return undefined;
  if (first.Weight !== undefined) return weighted(sets, choice);
  if (first.Region !== undefined) return nearest(alive(sets, choice), choice.asker);
  if (first.GeoLocation !== undefined) return located(alive(sets, choice), choice.asker);
  if (first.Failover !== undefined) return failover(sets, choice);
  if (first.MultiValueAnswer) return anyOf(alive(sets, choice), choice.random);
  return first;
}

/**
 * In proportion to the weights. All zero: each equally often. With health checks only healthy sets count; sets of
 * weight zero count when no healthy one has a weight ("If you add health checks to all the records in a group … Route
 * 53 initially considers only the nonzero weighted records, if any. If all the records that have a weight greater than
 * 0 are unhealthy, then Route 53 considers the zero-weighted records"); none healthy: all count as healthy.
 */
function weighted(sets: readonly ResourceRecordSet[], choice: Choice): ResourceRecordSet | undefined {
  const healthy = sets.filter((set) => isHealthy(set, choice));
  const candidates = healthy.length === 0 ? sets : healthy;
  const total = candidates.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
  if (total === 0) return anyOf(candidates, choice.random);
  let point = choice.random() * total;
  for (const set of candidates) {
    point -= set.Weight ?? 0;
    if (point < 0) return set;
  }
  return candidates.findLast(({ Weight = 0 }) => Weight > 0);
}

function nearest(sets: readonly ResourceRecordSet[], { region }: Asker): ResourceRecordSet | undefined {
  // Latencies between regions are AWS's own: the region itself is nearest, and then any.
  return sets.find((set) => set.Region === region) ?? sets[0];
}

/** The smallest place wins: country, continent, then the default location `*`. */
function located(sets: readonly ResourceRecordSet[], { country, continent }: Asker): ResourceRecordSet | undefined {
  return (
    sets.find(({ GeoLocation: geo }) => country !== undefined && geo?.CountryCode === country) ??
    sets.find(({ GeoLocation: geo }) => continent !== undefined && geo?.ContinentCode === continent) ??
    sets.find(({ GeoLocation: geo }) => geo?.CountryCode === '*')
  );
}

/** The primary while it is healthy, and when neither is ("responds with the primary regardless of its health"). */
function failover(sets: readonly ResourceRecordSet[], choice: Choice): ResourceRecordSet | undefined {
  const primary = sets.find(({ Failover }) => Failover === 'PRIMARY');
  const secondary = sets.find(({ Failover }) => Failover === 'SECONDARY');
  if (primary !== undefined && isHealthy(primary, choice)) return primary;
  return secondary !== undefined && isHealthy(secondary, choice) ? secondary : primary;
}

function alive(sets: readonly ResourceRecordSet[], choice: Choice): readonly ResourceRecordSet[] {
  const healthy = sets.filter((set) => isHealthy(set, choice));
  return healthy.length === 0 ? sets : healthy;
}

function isHealthy({ HealthCheckId }: ResourceRecordSet, { healthy }: Choice): boolean {
  return HealthCheckId === undefined || healthy(HealthCheckId);
}

function anyOf<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
