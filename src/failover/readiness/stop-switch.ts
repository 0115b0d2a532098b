import type { HealthCheck } from '../../aws/readiness-ports.ts';
import { type HeardSignal, indirectChecks } from './heard-signal.ts';
import { missing, notLookedAt, type ReadinessCheck, ready, unknown } from './model.ts';
import { followersOf } from './record-sets.ts';

/** What was found of the stop switch of one target that would be left. */
export interface StopSwitchFacts {
  /** Target that the signal stops. */
  readonly stops: string;
  /** Target whose region the bucket is in. */
  readonly place: string;
  readonly bucket: string;
  readonly key: string;
  readonly bucketThere: boolean;
  /** Whether the object lies there. */
  readonly stopped: boolean;
  /** Whether the target that it stops is active. */
  readonly active: boolean;
  /** All of the account. */
  readonly checks: readonly HealthCheck[];
  /** Ids of the health checks of the record sets of the public name, one an entry; undefined: its zone was not found. */
  readonly followed: readonly (string | undefined)[] | undefined;
  /** What APIs and metrics between the signal and Route 53 say now. */
  readonly heard?: readonly HeardSignal[];
  /** Public name; undefined: nothing is probed, so it is not known. */
  readonly name: string | undefined;
}

const HEARD =
  'See what reads the signal: templates/stop-switch/signals-api.yaml or signals-metric.yaml, in the region of the signal.';
const TEMPLATE = 'Deploy templates/stop-switch/global.yaml, which has the checks and the failover pair.';

/**
 * Whether the object itself is what Route 53 looks at. A health check of it that no record set follows, left from before an API or a
 * metric came between, does not count where one of those is followed.
 */
export function isDirect({ checks, followed }: Followed, bucket: string, key: string): boolean {
  const looking = lookingAt({ checks, followed }, bucket, key);
  if (looking.some((check) => isFollowed(check, { checks, followed }))) return true;
  return looking.length > 0 && indirectChecks(checks, followed).length === 0;
}

type Followed = Pick<StopSwitchFacts, 'checks' | 'followed'>;

/** Health checks that look at the object: those that a record set follows, or all where none is followed. */
function lookingAt({ checks, followed }: Followed, bucket: string, key: string): readonly HealthCheck[] {
  const looking = checks.filter((check) => looksAt(check, bucket, key));
  const inUse = looking.filter((check) => isFollowed(check, { checks, followed }));
  return inUse.length > 0 ? inUse : looking;
}

function isFollowed({ id }: HealthCheck, { checks, followed = [] }: Followed): boolean {
  const following = followersOf(id, checks);
  return followed.some((one) => one !== undefined && following.has(one));
}

/** Whether writing the signal would make traffic leave: bucket, health check and record sets are as it needs them. */
export function stopSwitchCheck(facts: StopSwitchFacts): ReadinessCheck {
  const { stops, place, bucket, key, name } = facts;
  const where = `s3://${bucket}/${key}`;
  if (!facts.bucketThere) {
    const fix = 'Deploy templates/stop-switch/signals.yaml there, and then deploy.';
    return missing('mechanism', `the bucket ${bucket} of the stop signal of ${stops} is not in ${place}`, fix);
  }
  if (facts.stopped && facts.active) {
    const fix = `If ${stops} is meant to serve, take it away: aws s3 rm ${where}`;
    return missing('mechanism', `the stop signal of ${stops} lies at ${where} although ${stops} is active`, fix);
  }
  if (!isDirect(facts, bucket, key)) return notDirectly(where, facts);
  const looking = lookingAt(facts, bucket, key);
  const [check] = looking.filter(({ inverted, disabled }) => inverted && !disabled);
  if (check === undefined) {
    const [wrong] = looking;
    const what = wrong?.disabled ? 'disabled, which counts as healthy' : 'not inverted';
    return missing('mechanism', `the health check ${wrong?.id}, which looks at ${where}, is ${what}`, TEMPLATE);
  }
  if (name === undefined || facts.followed === undefined) {
    const why = name === undefined ? 'no public name is configured' : `the zone of ${name} is not in this account`;
    return unknown('mechanism', `${where} has its health check; ${why}, so its record sets were not looked at`);
  }
  if (!isFollowed(check, facts)) {
    return missing('mechanism', `no record set of ${name} follows the health check of ${where}`, TEMPLATE);
  }
  if (facts.followed.length < 2) {
    return missing('mechanism', `${name} has one record set: there is nowhere for traffic to go`, TEMPLATE);
  }
  return ready('mechanism', `${where} can be written, and a record set of ${name} follows it`);
}

/**
 * An API or a metric may stand between the signal and its check: then it must say what is so. That it changes with the signal is
 * seen by nothing but a drill.
 */
function notDirectly(where: string, facts: StopSwitchFacts): ReadinessCheck {
  const { checks, followed = [], name, heard = [], stopped } = facts;
  const [old] = lookingAt(facts, facts.bucket, facts.key);
  const unused = old === undefined ? '' : `; the health check ${old.id} of it is followed by no record set`;
  const others = indirectChecks(checks, followed);
  if (others.length === 0) return missing('mechanism', `no health check of Route 53 looks at ${where}`, TEMPLATE);
  const expected = stopped ? 'stopped' : 'not stopped';
  const [good] = heard.filter(({ says, trap }) => says === expected && trap === undefined);
  if (good !== undefined) {
    if (followed.length < 2)
      return missing('mechanism', `${name} has one record set: there is nowhere for traffic to go`, TEMPLATE);
    const text = `${where} can be written; ${good.source}, which ${name} follows by ${good.id}, ${good.found} (${expected}), as is so. That it changes with the signal is seen by a drill${unused}`;
    return ready('mechanism', text);
  }
  const [bad] = heard;
  if (bad !== undefined) {
    const said =
      bad.trap ?? (bad.says === 'nothing' ? 'so it may not hear the signal' : `and the signal is ${expected}`);
    return missing('mechanism', `${bad.source}, which ${name} follows by ${bad.id}, ${bad.found}: ${said}`, HEARD);
  }
  const ids = others.map(({ id }) => id).join(', ');
  return notLookedAt(
    'mechanism',
    `no health check looks at ${where} itself; whether ${ids}, which ${name} follows, hears of it is not looked at${unused}`,
  );
}

/** Virtual-hosted and path style, with the endpoint of any region (S3 User Guide, "Virtual hosting of buckets"). */
function looksAt({ type, host = '', path = '' }: HealthCheck, bucket: string, key: string): boolean {
  if (!type.startsWith('HTTP')) return false;
  const object = path.replace(/^\//, '');
  return host.startsWith(`${bucket.toLowerCase()}.s3`)
    ? object === key
    : host.startsWith('s3') && object === `${bucket}/${key}`;
}
