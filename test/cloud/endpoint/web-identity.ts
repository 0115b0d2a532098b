import type { JsonWebKey } from 'node:crypto';
import type { ContextKeys } from './conditions.ts';
import type { AwsError } from './error-answer.ts';
import { claimTexts, type ParsedToken, parseToken, signedBy } from './jwt-verify.ts';
import { parseRoleArn, readProvider, readRole } from './roles-reader.ts';
import { sessionDuration } from './session-duration.ts';
import { stsErrors } from './sts-errors.ts';
import { trusts } from './trust-policy.ts';
import type { Upstream } from './upstream.ts';

/** A token that was accepted for a role. */
export interface AcceptedIdentity {
  readonly subject: string;
  readonly audience: string;
  readonly providerArn: string;
  readonly seconds: number;
}

export interface IdentityWorld {
  readonly upstream: Upstream;
  /** The keys an issuer publishes now. @throws when it cannot be reached. */
  readonly keysOf: (issuer: string) => Promise<readonly JsonWebKey[]>;
}

const GITHUB_HOST = 'token.actions.githubusercontent.com';
const COMMON_CLAIMS = ['aud', 'sub', 'amr'];
/** What STS takes from GitHub's tokens besides, since January 2026 (IAM reference, keys for AWS web identity federation). */
const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
];

/** Checks a call of AssumeRoleWithWebIdentity: the token itself, then the role's trust in it, then the duration. */
export async function acceptIdentity(
  world: IdentityWorld,
  parameters: URLSearchParams,
): Promise<AcceptedIdentity | AwsError> {
  const arn = parameters.get('RoleArn') ?? '';
  const role = parseRoleArn(arn);
  if (role === undefined) return stsErrors.badArn(arn);
  const token = parseToken(parameters.get('WebIdentityToken') ?? '');
  if (token === undefined) return stsErrors.notAJwt();
  const host = token.issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const providerTail = `iam::${role.account}:oidc-provider/${host}`;
  const clients = await readProvider(world.upstream, `arn:aws:${providerTail}`);
  if (clients === undefined) return stsErrors.noProvider(token.issuer);
  const audience = claimTexts(token.claims['aud']).find((aud) => clients.includes(aud));
  if (audience === undefined) return stsErrors.wrongAudience();
  const broken = await tokenProblem(world, token);
  if (broken !== undefined) return broken;
  const facts = await readRole(world.upstream, role);
  const providerArn = `arn:${role.partition}:${providerTail}`;
  const asker = { kind: 'federated', provider: providerArn } as const;
  const action = 'sts:AssumeRoleWithWebIdentity';
  if (facts === undefined || !trusts(facts.trust, action, asker, contextOf(token, host, parameters))) {
    return stsErrors.webIdentityDenied();
  }
  const seconds = sessionDuration(parameters.get('DurationSeconds'), facts, false);
  if (typeof seconds !== 'number') return seconds;
  return { subject: String(token.claims['sub'] ?? ''), audience, providerArn, seconds };
}

async function tokenProblem(world: IdentityWorld, token: ParsedToken): Promise<AwsError | undefined> {
  const keys = await world.keysOf(token.issuer).catch(() => undefined);
  if (keys === undefined) return stsErrors.issuerUnreachable();
  if (!signedBy(token, keys)) return stsErrors.badSignature();
  const now = Math.floor(Date.now() / 1000);
  const expiry = Number(token.claims['exp'] ?? 0);
  if (now >= expiry) return stsErrors.tokenExpired(now, expiry);
  return now < Number(token.claims['nbf'] ?? 0) ? stsErrors.notYetValid() : undefined;
}

function contextOf(token: ParsedToken, host: string, parameters: URLSearchParams): ContextKeys {
  const names = host === GITHUB_HOST ? [...COMMON_CLAIMS, ...GITHUB_CLAIMS] : COMMON_CLAIMS;
  const keys = new Map<string, readonly string[]>();
  for (const name of names) keys.set(`${host}:${name}`.toLowerCase(), claimTexts(token.claims[name]));
  keys.set('sts:rolesessionname', claimTexts(parameters.get('RoleSessionName')));
  return keys;
}
