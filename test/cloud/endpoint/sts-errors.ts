import type { AwsError } from './error-answer.ts';

/** Errors of STS as its API reference and its answers word them. */
export const stsErrors = {
  notAJwt: (): AwsError =>
    invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'),
  noProvider: (issuer: string): AwsError => invalid(`No OpenIDConnect provider found in your account for ${issuer}`),
  wrongAudience: (): AwsError => invalid('Incorrect token audience'),
  badSignature: (): AwsError =>
    invalid(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    ),
  notYetValid: (): AwsError => invalid('Token is not yet valid'),
  tokenExpired: (now: number, expiry: number): AwsError => ({
    status: 400,
    code: 'ExpiredTokenException',
    message: `Token expired: current date/time ${now} must be before the expiration date/time ${expiry}`,
  }),
  issuerUnreachable: (): AwsError => ({
    status: 400,
    code: 'IDPCommunicationError',
    message:
      'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.',
  }),
  webIdentityDenied: (): AwsError => ({
    status: 403,
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  }),
  denied: (caller: string, action: string, role: string): AwsError => ({
    status: 403,
    code: 'AccessDenied',
    message: `User: ${caller} is not authorized to perform: ${action} on resource: ${role}`,
  }),
  badArn: (arn: string): AwsError => validation(`${arn} is invalid`),
  tooLongForRole: (): AwsError =>
    validation('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  tooLongForChain: (): AwsError =>
    validation('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'),
  outOfRange: (value: string): AwsError =>
    validation(
      `1 validation error detected: Value '${value}' at 'durationSeconds' failed to satisfy constraint: ` +
        (Number(value) < 900
          ? 'Member must have value greater than or equal to 900'
          : 'Member must have value less than or equal to 43200'),
    ),
} as const;

function invalid(message: string): AwsError {
  return { status: 400, code: 'InvalidIdentityToken', message };
}

function validation(message: string): AwsError {
  return { status: 400, code: 'ValidationError', message };
}
