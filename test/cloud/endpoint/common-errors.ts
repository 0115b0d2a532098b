import type { IncomingMessage } from 'node:http';
import type { AwsError } from './error-answer.ts';
import type { FaultKind } from './types.ts';

const TOKEN_EXPIRED = 'The security token included in the request is expired';
const TOKEN_INVALID = 'The security token included in the request is invalid';

/** How a service says an error depends on its protocol: JSON services add `Exception`, S3 has its own words. */
type Family = 's3' | 'json' | 'rest-json' | 'query' | 'ec2';

function family(req: IncomingMessage, service: string): Family {
  if (service === 's3' || service === 'ec2') return service;
  if (req.headers['smithy-protocol'] !== undefined) return 'json';
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('application/x-amz-json')) return 'json';
  const query = new Set(['', 'sts', 'iam', 'cloudformation', 'sns', 'route53', 'cloudfront', 'monitoring']);
  return query.has(service) || type.startsWith('application/x-www-form-urlencoded') ? 'query' : 'rest-json';
}

/** Credentials that were good once. S3 answers 400, the others 403 (Common Errors of each API reference). */
export function expiredToken(req: IncomingMessage, service: string): AwsError {
  const kind = family(req, service);
  if (kind === 's3') return { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' };
  if (kind === 'ec2') return { status: 400, code: 'RequestExpired', message: 'Request has expired.' };
  const code = kind === 'query' ? 'ExpiredToken' : 'ExpiredTokenException';
  return { status: kind === 'json' ? 400 : 403, code, message: TOKEN_EXPIRED };
}

/** A key AWS does not know, and any key in a region that is not enabled in the account. */
export function unknownCredentials(req: IncomingMessage, service: string, temporary: boolean): AwsError {
  const kind = family(req, service);
  if (kind === 's3') {
    return temporary
      ? { status: 400, code: 'InvalidToken', message: 'The provided token is malformed or otherwise invalid.' }
      : {
          status: 403,
          code: 'InvalidAccessKeyId',
          message: 'The AWS Access Key Id you provided does not exist in our records.',
        };
  }
  if (kind === 'ec2') {
    return {
      status: 401,
      code: 'AuthFailure',
      message: 'AWS was not able to validate the provided access credentials',
    };
  }
  if (kind === 'query') return { status: 403, code: 'InvalidClientTokenId', message: `${TOKEN_INVALID}.` };
  return { status: kind === 'json' ? 400 : 403, code: 'UnrecognizedClientException', message: `${TOKEN_INVALID}.` };
}

/** A role session asked for in a region where STS is not active for the account (STS API reference). */
export function regionDisabled(): AwsError {
  return {
    status: 403,
    code: 'RegionDisabledException',
    message:
      'STS is not activated in this region for account. Your account administrator can activate STS in this region using the IAM Console.',
  };
}

/** The error an injected fault answers with; undefined for faults that have no answer. */
export function faultError(
  kind: FaultKind,
  req: IncomingMessage,
  service: string,
  action: string,
): AwsError | undefined {
  switch (kind) {
    case 'throttle':
      return throttled(family(req, service), service);
    case '500':
      return service === 's3'
        ? { status: 500, code: 'InternalError', message: 'We encountered an internal error. Please try again.' }
        : {
            status: 500,
            code: 'InternalFailure',
            message: 'The request processing has failed because of an unknown error.',
          };
    case '503':
      return service === 's3'
        ? { status: 503, code: 'ServiceUnavailable', message: 'Service is unable to handle request.' }
        : {
            status: 503,
            code: 'ServiceUnavailable',
            message: 'The request has failed due to a temporary failure of the server.',
          };
    case 'expired':
      return expiredToken(req, service);
    case 'access-denied':
      return accessDenied(family(req, service), `${service}:${action}`);
    case 'unknown-operation':
      return unknownOperation(family(req, service), action);
    case 'reset':
    case 'delay':
      return undefined;
  }
}

/** `InvalidAction` of query services, `UnknownOperationException` of JSON ones (Common Errors of each API reference). */
function unknownOperation(kind: Family, action: string): AwsError {
  if (kind !== 'query') return { status: 400, code: 'UnknownOperationException', message: '' };
  return { status: 400, code: 'InvalidAction', message: `Could not find operation ${action}` };
}

function throttled(kind: Family, service: string): AwsError {
  if (kind === 's3') return { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' };
  if (kind === 'ec2') return { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
  if (kind === 'query') return { status: 400, code: 'Throttling', message: 'Rate exceeded' };
  if (kind === 'json') return { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };
  const code = service === 'lambda' ? 'TooManyRequestsException' : 'ThrottlingException';
  return { status: 429, code, message: 'Rate exceeded' };
}

function accessDenied(kind: Family, permission: string): AwsError {
  if (kind === 's3') return { status: 403, code: 'AccessDenied', message: 'Access Denied' };
  if (kind === 'ec2')
    return { status: 403, code: 'UnauthorizedOperation', message: 'You are not authorized to perform this operation.' };
  const message = `User is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`;
  const code = kind === 'query' ? 'AccessDenied' : 'AccessDeniedException';
  return { status: kind === 'json' ? 400 : 403, code, message };
}
