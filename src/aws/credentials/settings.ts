import { UserError } from '../../errors.ts';
import type { CredentialSettings, Target } from '../../topology/model.ts';
import { oidcUnavailable, wrongAccount } from '../diagnose-credentials.ts';
import type { Env } from '../endpoint.ts';
import { parseRoleArn } from './role-arn.ts';

/** Sessions of chained roles last an hour at most (IAM user guide, "Role chaining"). */
const CHAINED_MAX_SECONDS = 3600;

/** True when the job can get OIDC tokens: GitHub sets both variables with `permissions: id-token: write`. */
function oidcOffered(env: Env): boolean {
  return Boolean(env['ACTIONS_ID_TOKEN_REQUEST_URL'] && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}

/** Where the base credentials of these settings come from. */
export function sourceOf(
  settings: CredentialSettings,
  env: Env,
  canGetTokens: boolean,
): Exclude<CredentialSettings['source'], 'auto'> {
  if (settings.source !== 'auto') return settings.source;
  if (settings.profile !== undefined) return 'profile';
  const wantsRole = settings.role !== undefined || (settings.via ?? []).length > 0;
  return wantsRole && canGetTokens && oidcOffered(env) ? 'oidc' : 'ambient';
}

/** Refuses, before any call, what STS is certain to refuse. */
export function checkSettings(target: Target, env: Env, canGetTokens: boolean): void {
  const { credentials, name, account } = target;
  const via = credentials.via ?? [];
  const web = sourceOf(credentials, env, canGetTokens) === 'oidc';
  if (web && credentials.role === undefined && via.length === 0) {
    throw new UserError('role-missing', `${name} takes its credentials from OIDC but names no role.`, {
      fix: ['Give role-to-assume.'],
    });
  }
  if (web && (!canGetTokens || !oidcOffered(env))) throw oidcUnavailable(name);
  if (web && via.length === 0 && Object.keys(credentials.sessionTags ?? {}).length > 0) {
    throw new UserError(
      'session-tags-with-oidc',
      `${name} has session tags, which STS does not take with an OIDC token.`,
      {
        fix: ['Leave out session-tags, or reach the role through another one (via), where tags can be given.'],
      },
    );
  }
  if (via.length > 0 && (credentials.durationSeconds ?? 0) > CHAINED_MAX_SECONDS) {
    throw new UserError(
      'duration-too-long',
      `${name} asks for a session of ${credentials.durationSeconds} s, but its role is assumed through another one: AWS allows ${CHAINED_MAX_SECONDS} s then.`,
      { fix: ['Leave out the duration: sessions are renewed before they end.'] },
    );
  }
  const arn = parseRoleArn(credentials.role ?? '');
  if (account !== undefined && arn && arn.account !== account) {
    throw wrongAccount(name, account, arn.account, `its role ${arn.arn} is in`);
  }
}
