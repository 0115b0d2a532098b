import type { RecordChange, RecordSet } from '../aws/traffic-ports.ts';
import { UserError } from '../errors.ts';
import type { Route53Settings } from '../topology/traffic-model.ts';
import type { Weights } from './model.ts';

/** The weighted record sets of a name, and whose they are. */
export interface OwnSets {
  readonly sets: readonly RecordSet[];
  readonly weights: Weights;
}

/**
 * The sets of the configured types under the name, checked: weighted, each of one of our targets, and of the same
 * weight in every type, since a client that asks for A and AAAA must find the same target equally often.
 *
 * @param targets `some`: one branch of a tree has the sets of some targets only
 * @throws UserError `traffic-record-missing`, `traffic-record-foreign`, `traffic-record-policy`, `traffic-weights-differ`
 */
export function ownSets(
  found: readonly RecordSet[],
  settings: Route53Settings,
  targets: 'all' | 'some' = 'all',
): OwnSets {
  const { name } = settings;
  const types = settings.types ?? typesOf(found);
  const sets = found.filter(({ type }) => types.includes(type));
  if (sets.length === 0 && settings.record === undefined) {
    const what = settings.types === undefined ? 'no weighted record sets' : `no ${types.join(' or ')} record sets`;
    throw new UserError('traffic-record-missing', `there are ${what} under ${name}`, {
      fix: [
        'Make one weighted record set for each target, with the name of the target as its set identifier.',
        'Or give traffic.record: what is not there is then made.',
      ],
    });
  }
  for (const set of sets) checkSet(set, settings);
  const targetOf = new Map(Object.entries(settings.setIdentifiers).map(([target, id]) => [id, target]));
  const weights: Record<string, number> = {};
  for (const { setIdentifier = '', type, weight = 0 } of sets) {
    const target = targetOf.get(setIdentifier);
    if (target === undefined) throw foreign(setIdentifier, type, settings);
    const other = weights[target];
    if (other !== undefined && other !== weight) throw differ(target, other, weight, name);
    weights[target] = weight;
  }
  if (settings.record === undefined && targets === 'all') checkComplete(sets, types, settings);
  return { sets, weights };
}

/** Without a configured list: every type that has weighted sets, so that a TXT record beside them is left alone. */
function typesOf(found: readonly RecordSet[]): readonly string[] {
  const weighted = found.filter(({ routing }) => routing === 'weighted');
  return [...new Set(weighted.map(({ type }) => type))];
}

function checkSet({ routing, type, setIdentifier, trafficPolicyInstanceId }: RecordSet, { name }: Route53Settings) {
  if (routing !== 'weighted') {
    throw new UserError('traffic-record-policy', `the ${type} record of ${name} is ${routing}, not weighted`, {
      fix: [
        'Route 53 takes no other routing policy beside weighted records of one name and type.',
        'Put the weighted record sets under a name of their own, and let that record be an alias to it.',
      ],
    });
  }
  if (trafficPolicyInstanceId !== undefined) {
    throw new UserError(
      'traffic-record-policy',
      `the ${type} record set ${setIdentifier} of ${name} is made by a traffic policy`,
      { fix: ['Use record sets of their own: Route 53 lets nobody else change those of a traffic policy.'] },
    );
  }
}

function foreign(setIdentifier: string, type: string, { name, setIdentifiers }: Route53Settings): UserError {
  return new UserError(
    'traffic-record-foreign',
    `${name} has a ${type} record set ${setIdentifier}, which is of no target: its share of the traffic is not ours to change`,
    {
      fix: [
        `Delete it, or name its target under traffic.set-identifiers (known: ${Object.values(setIdentifiers).join(', ')}).`,
      ],
    },
  );
}

function differ(target: string, one: number, other: number, name: string): UserError {
  return new UserError(
    'traffic-weights-differ',
    `the record sets of ${target} under ${name} have different weights by type: ${one} and ${other}`,
    { fix: ['Give the A and AAAA record sets of a target the same weight.'] },
  );
}

function checkComplete(sets: readonly RecordSet[], types: readonly string[], settings: Route53Settings): void {
  const missing = Object.entries(settings.setIdentifiers).flatMap(([target, id]) =>
    types
      .filter((type) => !sets.some((set) => set.type === type && set.setIdentifier === id))
      .map((type) => `${type} ${id} (${target})`),
  );
  if (missing.length === 0) return;
  throw new UserError('traffic-record-missing', `${settings.name} has no record set ${missing.join(', ')}`, {
    fix: [
      'Make it with the weight 0, or give the set identifier that it has under traffic.set-identifiers.',
      'Or give traffic.record: what is not there is then made with the weight 0.',
    ],
  });
}

/**
 * The batch that gives every target its weight. All sets are in it, those that keep their weight as well: Route 53
 * refuses the batch when one of them is no longer as it was read, and so nobody's change is overwritten or combined
 * with ours into something that nobody wanted.
 */
export function changesFor(weights: Weights, sets: readonly RecordSet[], settings: Route53Settings): RecordChange[] {
  const targetOf = new Map(Object.entries(settings.setIdentifiers).map(([target, id]) => [id, target]));
  return sets.flatMap((set): RecordChange[] => {
    const target = targetOf.get(set.setIdentifier ?? '') ?? '';
    return [
      { action: 'DELETE', set },
      { action: 'CREATE', set: { ...set, weight: weights[target] ?? set.weight ?? 0 } },
    ];
  });
}

/** What the record set of a target is to say, with every reference resolved. */
export type RecordContent =
  | { readonly kind: 'alias'; readonly name: string; readonly zone: string }
  | { readonly kind: 'value'; readonly type: string; readonly value: string; readonly ttlSeconds: number };

/** The sets that targets with a weight lack: of every type that the others have, or that is configured. */
export function missingSets(
  weights: Weights,
  sets: readonly RecordSet[],
  settings: Route53Settings,
): readonly { readonly target: string; readonly type: string }[] {
  const { record } = settings;
  if (record === undefined) return [];
  const there = [...new Set(sets.map(({ type }) => type))];
  const types = record.kind === 'value' ? [record.type] : (settings.types ?? (there.length > 0 ? there : ['A']));
  return Object.keys(weights).flatMap((target) =>
    types
      .filter((type) => !sets.some((set) => set.type === type && set.setIdentifier === settings.setIdentifiers[target]))
      .map((type) => ({ target, type })),
  );
}

/** A new weighted set of a target. */
export function newSet(
  target: string,
  type: string,
  weight: number,
  content: RecordContent,
  { name, setIdentifiers }: Route53Settings,
): RecordSet {
  const base = { name, type, routing: 'weighted', setIdentifier: setIdentifiers[target] ?? target, weight } as const;
  if (content.kind === 'value') return { ...base, ttl: content.ttlSeconds, values: [content.value] };
  // "If … the alias target is an API Gateway API … provides no operational benefit": its health is not asked for.
  return { ...base, alias: { zoneId: content.zone, name: content.name, evaluateTargetHealth: false } };
}

/** TTL of aliases to AWS resources, which answer with that of their target: 60 s for load balancers and API Gateway. */
const ALIAS_TTL_SECONDS = 60;

/** The longest that a resolver may keep an answer, seconds. */
export function longestTtl(sets: readonly RecordSet[]): number {
  return Math.max(0, ...sets.map(({ ttl, alias }) => ttl ?? (alias === undefined ? 0 : ALIAS_TTL_SECONDS)));
}
