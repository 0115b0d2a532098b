import type { Context } from './context.ts';
import { readPolicy } from './files.ts';
import type { CredentialSettings } from './model.ts';
import type { Partition } from './regions.ts';
import type { ConfigAccess } from './schema/file.ts';

/** Where one level's account, role and credentials stand. */
export interface AccessLevel {
  readonly path: readonly string[];
  readonly access: ConfigAccess;
}

export interface TargetAccess {
  readonly account?: string;
  readonly credentials: CredentialSettings;
}

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/.+$/;
const CHAINED_LIMIT_MS = 3_600_000;

/** Account and credentials of a target from the levels that speak of it; later levels win, key by key. */
export async function readAccess(
  target: string,
  partition: Partition,
  levels: readonly AccessLevel[],
  context: Context,
): Promise<TargetAccess> {
  const accountLevel = levels.findLast(({ access }) => access.account !== undefined);
  const roleLevel = levels.findLast(({ access }) => access['role-to-assume'] !== undefined);
  let credentials: NonNullable<ConfigAccess['credentials']> = {};
  for (const { access } of levels) credentials = { ...credentials, ...access.credentials };
  const role = roleLevel?.access['role-to-assume'];
  const roleAt = roleLevel && context.at(...roleLevel.path, 'role-to-assume');
  const at = (key: string) => {
    const level = levels.findLast(({ access }) => access.credentials && key in access.credentials);
    return level && context.at(...level.path, 'credentials', key);
  };
  const { findings } = context;

  const arn = ROLE_ARN.exec(role ?? '');
  const account = accountLevel?.access.account ?? arn?.[2];
  if (arn && arn[1] !== partition.id) {
    const message = `the role ${role} is of the partition ${arn[1]}, but the target ${target} is in ${partition.id}`;
    findings.add('role-partition', message, roleAt, `Give ${target} a role-to-assume of its own.`);
  }
  if (arn && account !== arn[2]) {
    const message = `the role ${role} is of the account ${arn[2]}, but the target ${target} is in ${account}`;
    findings.add(
      'role-account',
      message,
      roleAt,
      'Give the name of the role instead of its ARN: it is completed with the account.',
    );
  }
  for (const name of [role, ...(credentials.via ?? [])]) {
    if (name === undefined || ROLE_ARN.test(name) || account !== undefined) continue;
    const message = `the role ${name} has no account: the target ${target} has none`;
    findings.add(
      'role-account',
      message,
      name === role ? roleAt : at('via'),
      `Give ${target} an account, or write the ARN of the role.`,
    );
  }
  const source = credentials.source ?? (credentials.profile === undefined ? 'auto' : 'profile');
  if (source === 'profile' && credentials.profile === undefined)
    findings.add('credentials', `credentials of ${target}: the source "profile" needs the key "profile"`, at('source'));
  if (source !== 'profile' && credentials.profile !== undefined)
    findings.add(
      'credentials',
      `credentials of ${target}: a profile is not used with the source "${source}"`,
      at('profile'),
    );
  if (source === 'oidc' && role === undefined)
    findings.add('credentials', `credentials of ${target}: the source "oidc" needs a role-to-assume`, at('source'));
  if (role === undefined && credentials.via !== undefined)
    findings.add(
      'credentials',
      `credentials of ${target}: "via" leads to a role-to-assume, and there is none`,
      at('via'),
    );
  if (source === 'oidc' && credentials['session-tags'] !== undefined && credentials.via === undefined) {
    const fix = 'Set the tags in the trust policy from claims of the token, or go via another role.';
    findings.add(
      'credentials',
      `credentials of ${target}: STS takes no session tags with an OIDC token`,
      at('session-tags'),
      fix,
    );
  }
  if (credentials.via !== undefined && (credentials.duration ?? 0) > CHAINED_LIMIT_MS)
    findings.add(
      'credentials',
      `credentials of ${target}: AWS limits chained roles to one hour`,
      at('duration'),
      'Remove "duration": sessions are renewed.',
    );

  const policy = credentials['session-policy'];
  const policyText = policy === undefined ? undefined : await readPolicy(policy, at('session-policy'), context);
  return {
    ...(account !== undefined && { account }),
    credentials: {
      source,
      ...(role !== undefined && { role }),
      ...(credentials.via && { via: credentials.via }),
      ...(credentials['external-id'] !== undefined && { externalId: credentials['external-id'] }),
      ...(credentials['session-tags'] && { sessionTags: credentials['session-tags'] }),
      ...(policyText !== undefined && { sessionPolicy: policyText }),
      ...(credentials.duration !== undefined && { durationSeconds: Math.floor(credentials.duration / 1000) }),
      ...(credentials.profile !== undefined && { profile: credentials.profile }),
      ...(credentials.audience !== undefined && { audience: credentials.audience }),
    },
  };
}
