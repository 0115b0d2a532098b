import type { CheckedMetric, HealthCheck } from '../../aws/readiness-ports.ts';
import { followersOf } from './record-sets.ts';

/** What stands between a stop signal and Route 53, an API or a metric, says of it now. */
export interface HeardSignal {
  /** Of the health check. */
  readonly id: string;
  /** "the metric SamMultiRegion Stopped", "https://…/". */
  readonly source: string;
  /** `nothing`: it does not tell. */
  readonly says: 'stopped' | 'not stopped' | 'nothing';
  /** What was found, behind the source: "is 0", "answers 404". */
  readonly found: string;
  /** Why it could not be trusted whatever it says. */
  readonly trap?: string;
}

/** Health checks that a record set follows and that may hear of the signal by an API or a metric. */
export function indirectChecks(
  checks: readonly HealthCheck[],
  followed: readonly (string | undefined)[] = [],
): readonly HealthCheck[] {
  return checks.filter(
    (check) => mayHear(check) && [...followersOf(check.id, checks)].some((id) => followed.includes(id)),
  );
}

/** An object that is looked at itself, virtual-hosted or path style, is heard by nothing else. */
const OF_S3 = /(^|\.)s3[.-]/;

function mayHear({ type, inverted, disabled, host = '' }: HealthCheck): boolean {
  if (disabled) return false;
  return type === 'CLOUDWATCH_METRIC' || (type.startsWith('HTTP') && inverted && !OF_S3.test(host));
}

/**
 * What Route 53 makes of the newest value of a metric; it reads the metric itself, not the state of the alarm (Developer Guide,
 * "How Route 53 determines the status of health checks that monitor CloudWatch alarms").
 * @param value undefined: there is none of late
 * @param stopped region that the signal stops
 */
export function heardByMetric(
  { id, inverted }: Pick<HealthCheck, 'id' | 'inverted'>,
  metric: CheckedMetric,
  value: number | undefined,
  stopped: string,
): HeardSignal {
  const source = `the metric ${metric.namespace} ${metric.metric}`;
  const trap = trapOf(metric, stopped);
  const about = { id, source, ...(trap !== undefined && { trap }) };
  if (value === undefined) return { ...about, says: 'nothing', found: 'has no data of late' };
  const healthy = breaches(value, metric) === inverted;
  return { ...about, says: healthy ? 'not stopped' : 'stopped', found: `is ${value}` };
}

function trapOf({ region, withoutData }: CheckedMetric, stopped: string): string | undefined {
  if (region === stopped) return `it is in ${region}, which is lost when it is needed`;
  if (withoutData === 'LastKnownStatus') return undefined;
  return `without data it counts as ${withoutData}, and not as what was known last (InsufficientDataHealthStatus)`;
}

function breaches(value: number, { operator, threshold }: CheckedMetric): boolean {
  switch (operator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'LessThanThreshold':
      return value < threshold;
    default:
      return value <= threshold;
  }
}

/**
 * What an inverted health check makes of an answer: 2xx and 3xx are what stops (Route 53 Developer Guide, "How Route 53 determines
 * the status of health checks that monitor an endpoint"). A failure of the API itself looks like "not stopped" and tells nothing.
 * @param answer status, or why there is none
 */
export function heardByApi({ id }: Pick<HealthCheck, 'id'>, source: string, answer: number | string): HeardSignal {
  if (typeof answer === 'string') return { id, source, says: 'nothing', found: `does not answer: ${answer}` };
  const found = `answers ${answer}`;
  if (answer >= 200 && answer < 400) return { id, source, says: 'stopped', found };
  // What may not be asked, or fails, does not see the signal.
  const blind = answer >= 500 || answer === 401 || answer === 403 || answer === 429;
  return { id, source, says: blind ? 'nothing' : 'not stopped', found };
}
