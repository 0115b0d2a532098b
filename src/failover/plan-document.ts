import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { FailoverPlan, StoredPlan } from './plan.ts';

const SCHEMA = 1;
const MECHANISMS: readonly unknown[] = [
  'stop-switch',
  'arc-routing-control',
  'region-switch',
  'weights',
  'command',
] satisfies readonly FailoverPlan['mechanism']['kind'][];

/** The plan as text, with the hash that tells a damaged copy. */
export function writePlan(plan: FailoverPlan): string {
  return `${JSON.stringify({ ...plan, sha256: contentHash(plan) } satisfies StoredPlan, undefined, 2)}\n`;
}

/**
 * Reads a plan. Its hash proves that it is whole, not who wrote it: what may be contacted is decided by rules in code.
 * @param place how messages call it: a path, or `s3://bucket/key`
 * @throws UserError `failover-plan-newer`, `failover-plan-damaged`
 */
export function parsePlan(text: string, place: string): StoredPlan {
  const value = jsonObject(parseJson(text));
  const schema = value?.['schema'];
  if (typeof schema === 'number' && schema > SCHEMA) {
    throw new UserError('failover-plan-newer', `${place} was written by a newer version (schema ${schema})`, {
      fix: ['Use the version that deployed last: its bundle lies beside the plan.'],
    });
  }
  const { sha256, ...rest } = value ?? {};
  if (schema !== SCHEMA || sha256 !== contentHash(rest) || !isPlan(rest)) throw damaged(place);
  return { ...rest, sha256: String(sha256) };
}

function damaged(place: string): UserError {
  return new UserError('failover-plan-damaged', `${place} is no failover plan, or it is damaged`, {
    fix: ['Take the copy of another region: each target keeps one in the bucket of its artifacts.'],
  });
}

/** What a whole plan of this schema says was written by this program: only what decides where to go is looked at. */
function isPlan(value: object): value is FailoverPlan {
  const { application, environment, targets, mechanism } = value as Readonly<Record<string, unknown>>;
  return (
    typeof application === 'string' &&
    typeof environment === 'string' &&
    Array.isArray(targets) &&
    targets.every((target) => typeof jsonObject(target)?.['region'] === 'string') &&
    MECHANISMS.includes(jsonObject(mechanism)?.['kind'])
  );
}

/** Independent of the order of keys: a copy that somebody formatted is still whole. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
