import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { type Choice, choose, type IsHealthy } from './choose.ts';

/** One record of an answer, as it goes over the wire. */
export interface AnswerRecord {
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  /** Address, host name without its last dot, or text. */
  readonly value: string;
  /** An alias to an AWS resource: Route 53 answers with its addresses, which only its name stands for here. */
  readonly resource?: true;
}

export interface DnsAnswer {
  readonly kind: 'answer' | 'no-data' | 'no-name';
  readonly records: readonly AnswerRecord[];
}

/** TTL of an alias to an AWS resource (Route 53 Developer Guide, "Choosing between alias and non-alias records"). */
const RESOURCE_TTL = 60;
/** A loop of aliases or CNAMEs ends here. */
const LONGEST_CHAIN = 8;

export const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/**
 * What Route 53's name servers answer from these record sets: the sets that the routing policy chooses, aliases followed
 * inside the zone with each name's own policy, CNAME chains as far as the zone goes.
 */
export function answer(
  sets: readonly ResourceRecordSet[],
  name: string,
  type: string,
  choice: Choice,
  depth = 0,
): DnsAnswer {
  const wanted = plain(name);
  const named = sets.filter((set) => plain(set.Name ?? '') === wanted);
  if (named.length === 0) return { kind: 'no-name', records: [] };
  const chosen = choose(answering(named, type), choice, healthOf(sets, choice));
  if (chosen.length === 0 || depth > LONGEST_CHAIN) return { kind: 'no-data', records: [] };
  const answers = chosen.map((set) => ofSet(sets, wanted, set, type, choice, depth));
  const [only] = answers;
  return answers.length === 1 && only !== undefined
    ? only
    : { kind: 'answer', records: answers.flatMap(({ records }) => records) };
}

const answering = (named: readonly ResourceRecordSet[], type: string): readonly ResourceRecordSet[] => {
  const direct = named.filter((set) => set.Type === type);
  return direct.length > 0 ? direct : named.filter((set) => set.Type === 'CNAME');
};

/**
 * A set is healthy when its health check is, and, as an alias with EvaluateTargetHealth, when any set that it leads to in
 * the zone is (Developer Guide, "How health checks work in complex Amazon Route 53 configurations"; both count where both
 * are given). Of AWS resources only load balancers and Elastic Beanstalk tell anything; API Gateway, S3 and CloudFront
 * do not (API Reference, AliasTarget, EvaluateTargetHealth), and only those are known here.
 */
function healthOf(sets: readonly ResourceRecordSet[], { healthy }: Choice): IsHealthy {
  const isHealthy = ({ HealthCheckId, AliasTarget, Type = 'A' }: ResourceRecordSet, depth: number): boolean => {
    if (HealthCheckId !== undefined && !healthy(HealthCheckId)) return false;
    if (AliasTarget?.EvaluateTargetHealth !== true || depth > LONGEST_CHAIN) return true;
    const target = plain(AliasTarget.DNSName ?? '');
    const inside = answering(
      sets.filter((set) => plain(set.Name ?? '') === target),
      Type,
    );
    return inside.length === 0 || inside.some((set) => isHealthy(set, depth + 1));
  };
  return (set) => isHealthy(set, 0);
}

function ofSet(
  sets: readonly ResourceRecordSet[],
  name: string,
  chosen: ResourceRecordSet,
  type: string,
  choice: Choice,
  depth: number,
): DnsAnswer {
  if (chosen.AliasTarget !== undefined) return ofAlias(sets, name, chosen, type, choice, depth);
  const records = (chosen.ResourceRecords ?? []).map(
    ({ Value = '' }): AnswerRecord => ({
      name,
      type: chosen.Type ?? '',
      ttl: chosen.TTL ?? 0,
      value: chosen.Type === 'CNAME' ? plain(Value) : Value,
    }),
  );
  const [cname] = records;
  if (chosen.Type !== 'CNAME' || type === 'CNAME' || cname === undefined) return { kind: 'answer', records };
  const rest = answer(sets, cname.value, type, choice, depth + 1);
  return { kind: 'answer', records: [...records, ...rest.records] };
}

function ofAlias(
  sets: readonly ResourceRecordSet[],
  name: string,
  { AliasTarget: alias }: ResourceRecordSet,
  type: string,
  choice: Choice,
  depth: number,
): DnsAnswer {
  const target = plain(alias?.DNSName ?? '');
  const inside = answer(sets, target, type, choice, depth + 1);
  if (inside.kind === 'no-name') {
    return { kind: 'answer', records: [{ name, type, ttl: RESOURCE_TTL, value: target, resource: true }] };
  }
  // An alias is answered under its own name, as if what it points at stood there.
  return {
    ...inside,
    records: inside.records.map((record) => (record.name === target ? { ...record, name } : record)),
  };
}
