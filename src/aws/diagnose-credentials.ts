import { errorText, UserError } from '../errors.ts';
import type { RoleArn } from './credentials/role-arn.ts';
import { needsOptIn } from './default-regions.ts';
import type { Env } from './endpoint.ts';
import { isExpired } from './error-kinds.ts';
import { AwsError } from './ports.ts';
import { isImmutableSubject, readClaims, type TokenClaims } from './token-claims.ts';

/** Errors that say nothing about the credentials: the region, the network or the service has a problem. */
const NOT_ABOUT_CREDENTIALS = new Set(['unreachable', 'throttled', 'server']);
const UNKNOWN_KEYS = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidToken',
  'AuthFailure',
]);

/** Where a call was made, for sentences. */
export interface Place {
  readonly region: string;
  readonly partition: string;
}

function noCredentials(target: string, env: Env, cause?: unknown): UserError {
  const onGitHub = env['GITHUB_ACTIONS'] === 'true';
  return new UserError('no-credentials', `No AWS credentials were found for ${target}.`, {
    fix: onGitHub
      ? [
          'Give role-to-assume and grant the job `permissions: id-token: write` (with `contents: read`), so that GitHub OIDC can be used.',
          'Or run aws-actions/configure-aws-credentials in an earlier step of this job.',
        ]
      : [
          'Log in (`aws sso login`, `aws login`) or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
          'Check with `aws sts get-caller-identity`.',
        ],
    ...(cause === undefined ? {} : { cause }),
  });
}

export function oidcUnavailable(target: string): UserError {
  return new UserError('oidc-unavailable', `GitHub offers this job no OIDC token, which ${target} needs.`, {
    fix: [
      'Add `permissions: id-token: write` to the job (and `contents: read`, because naming one permission takes the others away).',
      'A job of a reusable workflow gets no more than its caller grants; pull requests from forks get none.',
    ],
  });
}

/** The token service failed although the job may ask it. */
export function oidcFailed(target: string, cause: unknown): Error {
  if (cause instanceof UserError) return cause;
  return new UserError('oidc-failed', `GitHub gave no OIDC token for ${target}: ${errorText(cause)}`, {
    fix: ['Run the job again; https://www.githubstatus.com tells of trouble with Actions.'],
    cause,
  });
}

export function wrongAccount(target: string, expected: string, actual: string, how: string): UserError {
  return new UserError(
    'wrong-account',
    `${target} is configured for account ${expected}, but ${how} account ${actual}. Nothing was changed.`,
    { fix: [`Correct the account of ${target}, or give the role or the credentials of account ${expected}.`] },
  );
}

function regionNotEnabled({ region }: Place, cause: unknown): UserError {
  return new UserError('region-not-enabled', `The region ${region} is not enabled in this account.`, {
    fix: [
      `Enable it: \`aws account enable-region --region-name ${region}\` (it takes minutes to hours), or take ${region} out of the targets.`,
    ],
    cause,
  });
}

function expiredToken(cause: unknown): UserError {
  return new UserError('expired-token', 'The AWS credentials that this run was given have expired.', {
    fix: [
      'Get new ones (`aws sso login`, or run the step that configures them again) and start again.',
      'With role-to-assume and GitHub OIDC credentials are renewed while the run lasts.',
    ],
    cause,
  });
}

function unknownKeys(cause: AwsError, region: string): UserError {
  return new UserError('invalid-credentials', `AWS does not know these credentials in ${region}: ${cause.message}`, {
    fix: [
      'Check that the keys exist, belong to this partition, and that AWS_SESSION_TOKEN belongs to them (`aws sts get-caller-identity`).',
      `If they work elsewhere, ${region} is not enabled in the account.`,
    ],
    cause,
  });
}

/**
 * An error of any call, when it is really about the credentials or the region; else the error as it was.
 * `proven`: AWS has accepted these credentials before, so what is refused here is the region.
 */
export function explainCallError(error: AwsError, place: Place, proven = false): Error {
  if (error.code === 'RegionDisabledException') return regionNotEnabled(place, error);
  if (!UNKNOWN_KEYS.has(error.code)) return error;
  return proven || needsOptIn(place.region, place.partition)
    ? regionNotEnabled(place, error)
    : unknownKeys(error, place.region);
}

/** Why GetCallerIdentity, which needs no permission, was refused. */
export function explainIdentityError(error: AwsError, place: Place): Error {
  return isExpired(error) ? expiredToken(error) : explainCallError(error, place);
}

/** Errors of looking for credentials on the machine. */
export function explainLookup(error: unknown, target: string, env: Env, profile: string | undefined): Error {
  if (error instanceof UserError || error instanceof AwsError) return error;
  const text = errorText(error);
  if (profile !== undefined) {
    return new UserError('no-credentials', `The profile "${profile}" gives no credentials for ${target}: ${text}`, {
      fix: [
        `Check \`aws sts get-caller-identity --profile ${profile}\`; a profile with SSO may need \`aws sso login\`.`,
      ],
      cause: error,
    });
  }
  if (/expired/i.test(text)) return expiredToken(error);
  return noCredentials(target, env, error);
}

export interface Refusal extends Place {
  readonly role: RoleArn;
  /** Web identity token that was refused; absent for AssumeRole. */
  readonly token?: string;
}

/** A refusal of STS as a sentence with what the trust policy saw and what is known to go wrong. */
export function explainRefusal(error: AwsError, refusal: Refusal): Error {
  if (NOT_ABOUT_CREDENTIALS.has(error.kind)) return error;
  if (refusal.token === undefined && isExpired(error)) return expiredToken(error);
  const explained = explainCallError(error, refusal);
  if (explained !== error) return explained;
  const { role, token } = refusal;
  const claims = token === undefined ? undefined : readClaims(token);
  const shown = Object.entries(claims ?? {}).map(([name, value]) => `${name}: ${value}`);
  const lines = [`The role ${role.arn} was refused: ${error.message}`];
  if (claims) lines.push(`The token said ${shown.length > 0 ? shown.join(' | ') : 'nothing that could be read'}`);
  return new UserError('role-refused', lines.join('\n'), {
    fix: claims ? webIdentityCauses(error, role, claims) : assumeRoleCauses(error, role),
    cause: error,
  });
}

function webIdentityCauses(error: AwsError, role: RoleArn, claims: TokenClaims): readonly string[] {
  const special = settingsCause(error);
  if (special) return [special];
  const { sub = '', aud = 'sts.amazonaws.com', environment } = claims;
  const causes = [
    `The trust policy of the role must let in exactly this token: compare its conditions with the sub and aud above (sub: "${sub}").`,
    isImmutableSubject(sub)
      ? 'This sub carries the numeric ids of owner and repository (repo:OWNER@ID/NAME@ID:…), as GitHub gives it to newer repositories; a condition with names only does not match it.'
      : 'A repository created, renamed or transferred since July 2026 has a sub with numeric ids (repo:OWNER@ID/NAME@ID:…); a condition that expects it does not match this one.',
    `The audience "${aud}" must be in the client ID list of the identity provider, and in the condition on aud.`,
    environment === undefined
      ? 'A condition on `environment:NAME` in sub matches only jobs that name a GitHub environment; this job names none.'
      : `The job names the environment "${environment}", so sub ends in environment:${environment} and not in a branch or tag.`,
    `Account ${role.account} must have the identity provider ${claims.iss ?? 'https://token.actions.githubusercontent.com'}, and the trust policy its ARN there.`,
  ];
  return role.name === 'GitHubActions'
    ? [...causes, 'Roles named GitHubActions have been reported not to work: give it another name.']
    : causes;
}

function assumeRoleCauses(error: AwsError, role: RoleArn): readonly string[] {
  const special = settingsCause(error);
  if (special) return [special];
  return [
    `The role must exist in account ${role.account} and its trust policy must name the identity in the message above.`,
    'That identity needs the permission sts:AssumeRole for this role (sts:TagSession too, when session-tags are given).',
    'When the trust policy asks for an external id, give external-id.',
  ];
}

/** Refusals that name what is wrong with a setting of ours. */
function settingsCause({ code, message }: AwsError): string | undefined {
  if (/DurationSeconds|MaxSessionDuration/i.test(message)) {
    return 'Lower the session duration, or raise the maximum session duration of the role (chained roles: one hour at most).';
  }
  if (code === 'PackedPolicyTooLarge' || code === 'PackedPolicyTooLargeException') {
    return 'Session policy and session tags together are too large: shorten them.';
  }
  return code.startsWith('MalformedPolicyDocument')
    ? 'Correct the session policy: it must be an IAM policy in JSON.'
    : undefined;
}
