import { UserError } from '../../errors.ts';

/** Refusals of credentials. They come with the first question, before anything is written. */
const ABOUT_CREDENTIALS: ReadonlySet<string> = new Set([
  'expired-token',
  'no-credentials',
  'invalid-credentials',
  'role-refused',
  'oidc-unavailable',
  'oidc-failed',
]);

/**
 * The same error with a way that needs neither GitHub nor Identity Center: at night the usual advice may be lost with the
 * region.
 * @param region that takes over, as far as it is known: STS is asked there
 */
export function withBreakGlass(error: unknown, region: string | undefined): unknown {
  if (!(error instanceof UserError) || !ABOUT_CREDENTIALS.has(error.code)) return error;
  const where = region ?? 'REGION';
  return new UserError(error.code, `nothing was moved: ${error.message}`, {
    fix: [
      ...error.fix,
      `Without GitHub and Identity Center, with the keys of the break-glass user: aws sts get-session-token --region ${where} --serial-number ARN_OF_MFA --token-code CODE. Then run the same command again.`,
    ],
    cause: error,
  });
}
