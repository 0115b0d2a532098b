import type { AwsError } from './error-answer.ts';
import { parseRoleArn, readRole } from './roles-reader.ts';
import { sessionDuration } from './session-duration.ts';
import type { Principal } from './sessions.ts';
import { stsErrors } from './sts-errors.ts';
import { trusts } from './trust-policy.ts';
import type { Upstream } from './upstream.ts';

/**
 * Checks a call of AssumeRole that the emulator would let through: trust (external id, session tags, caller), the
 * role's longest session, and the hour of chained roles.
 * @returns the session's seconds, or STS's refusal.
 */
export async function acceptAssumption(
  upstream: Upstream,
  caller: Principal,
  parameters: URLSearchParams,
): Promise<number | AwsError> {
  const arn = parameters.get('RoleArn') ?? '';
  const role = parseRoleArn(arn);
  if (role === undefined) return stsErrors.badArn(arn);
  const facts = await readRole(upstream, role);
  const asker = { kind: 'aws', arn: caller.arn, account: caller.account } as const;
  const keys = contextOf(caller, parameters);
  if (facts === undefined || !trusts(facts.trust, 'sts:AssumeRole', asker, keys)) {
    return stsErrors.denied(caller.arn, 'sts:AssumeRole', arn);
  }
  if (keys.has('aws:tagkeys') && !trusts(facts.trust, 'sts:TagSession', asker, keys)) {
    return stsErrors.denied(caller.arn, 'sts:TagSession', arn);
  }
  return sessionDuration(parameters.get('DurationSeconds'), facts, caller.kind === 'role-session');
}

function contextOf(caller: Principal, parameters: URLSearchParams): Map<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>([
    ['aws:principalarn', [caller.arn]],
    ['aws:principalaccount', [caller.account]],
  ]);
  for (const [key, name] of [
    ['sts:externalid', 'ExternalId'],
    ['sts:rolesessionname', 'RoleSessionName'],
    ['sts:sourceidentity', 'SourceIdentity'],
  ] as const) {
    const value = parameters.get(name);
    if (value !== null) keys.set(key, [value]);
  }
  const tags = sessionTags(parameters);
  for (const [name, value] of Object.entries(tags)) keys.set(`aws:requesttag/${name.toLowerCase()}`, [value]);
  if (Object.keys(tags).length > 0) keys.set('aws:tagkeys', Object.keys(tags));
  return keys;
}

/** The session tags of a call, by name. */
export function sessionTags(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (let index = 1; index <= 50; index += 1) {
    const key = parameters.get(`Tags.member.${index}.Key`);
    if (key === null) break;
    tags[key] = parameters.get(`Tags.member.${index}.Value`) ?? '';
  }
  return tags;
}
