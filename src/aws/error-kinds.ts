import { AwsError, type AwsErrorKind } from './ports.ts';

/** What is known of a thrown SDK error without trusting its class. */
interface ErrorFacts {
  readonly name?: string;
  readonly code?: string;
  readonly Code?: string;
  readonly message?: string;
  readonly messages?: readonly string[];
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
}

const KIND_BY_CODE: Readonly<Record<string, AwsErrorKind>> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  Forbidden: 'denied',
  UnauthorizedOperation: 'denied',
  ExpiredToken: 'credentials',
  ExpiredTokenException: 'credentials',
  TokenRefreshRequired: 'credentials',
  RequestExpired: 'credentials',
  InvalidClientTokenId: 'credentials',
  UnrecognizedClientException: 'credentials',
  InvalidAccessKeyId: 'credentials',
  InvalidToken: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  InvalidSignatureException: 'credentials',
  IncompleteSignature: 'credentials',
  MissingAuthenticationToken: 'credentials',
  AuthFailure: 'credentials',
  RegionDisabledException: 'credentials',
  CredentialsProviderError: 'credentials',
  NoSuchKey: 'not-found',
  NoSuchBucket: 'not-found',
  NoSuchUpload: 'not-found',
  NotFound: 'not-found',
  ResourceNotFoundException: 'not-found',
  ListenerNotFoundException: 'not-found',
  AcceleratorNotFoundException: 'not-found',
  EndpointGroupNotFoundException: 'not-found',
  DeploymentDoesNotExistException: 'not-found',
  ParameterNotFound: 'not-found',
  ParameterVersionNotFound: 'not-found',
  ChangeSetNotFound: 'not-found',
  ChangeSetNotFoundException: 'not-found',
  AlreadyExistsException: 'already-exists',
  BucketAlreadyExists: 'already-exists',
  BucketAlreadyOwnedByYou: 'already-exists',
  PreconditionFailed: 'conflict',
  ConditionalRequestConflict: 'conflict',
  OperationInProgressException: 'conflict',
  InvalidChangeSetStatus: 'conflict',
  InvalidChangeSetStatusException: 'conflict',
  ConflictException: 'conflict',
  TokenAlreadyExistsException: 'conflict',
  LimitExceededException: 'invalid',
};

const THROTTLE_CODES = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'SlowDown',
  'BandwidthLimitExceeded',
  'PriorRequestNotComplete',
]);

const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired']);

/** CloudFormation says almost everything with one code; these are the sentences that mean something of their own. */
const VALIDATION_KINDS: readonly (readonly [RegExp, AwsErrorKind])[] = [
  [/^Stack (?:with id |\[|')?.*\bdoes not exist\b|^ChangeSet \[.*\] does not exist|^Stack not found/i, 'not-found'],
  [/is in [A-Z_]+ (?:state|status) and can ?not be|cannot be (?:deleted|updated) while in status/i, 'conflict'],
];

/** Codes for answers to HEAD, which have no body to say theirs. */
const BODILESS: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  412: 'PreconditionFailed',
};

/**
 * Route 53 says everything that is wrong with a batch of changes with one code; these sentences mean that a record set
 * is not what the caller believed it to be.
 */
const CHANGED_MEANWHILE = /but it was not found|do not match the current values|but it already exists/i;

const NODE_TIMEOUTS = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ECONNABORTED']);

/** True for a call that got no answer in time, as opposed to no connection. */
export function isTimeout(error: unknown): boolean {
  const { name, code } = facts(error);
  return name === 'TimeoutError' && (code === undefined || NODE_TIMEOUTS.has(code));
}

/** S3 answers HEAD without a body, so its 400 may mean expired credentials as much as anything else. */
export function isExpired(error: unknown): boolean {
  const code = codeOf(error);
  return EXPIRED.has(code) || (code === 'BadRequest' && facts(error).$metadata?.httpStatusCode === 400);
}

/** AWS's code of an error, or Node's, or the class name. */
export function codeOf(error: unknown): string {
  const { name, code, Code, $metadata } = facts(error);
  const status = $metadata?.httpStatusCode;
  if (status === undefined && code) return code;
  const found = Code || (name && name !== 'Error' ? name : code) || 'UnknownError';
  return (found.startsWith('Unknown') && BODILESS[status ?? 0]) || found;
}

export interface CallFacts {
  readonly service: string;
  readonly action: string;
  readonly region: string;
}

/** Any error of an SDK call as the one error that leaves `src/aws/`. */
export function toAwsError(error: unknown, call: CallFacts): AwsError {
  if (error instanceof AwsError) return error;
  const { $metadata } = facts(error);
  const code = codeOf(error);
  const kind = kindOf(error);
  return new AwsError({
    ...call,
    kind,
    code,
    message: sentence(error, kind, code, call),
    requestId: $metadata?.requestId,
    httpStatus: $metadata?.httpStatusCode,
    attempts: $metadata?.attempts,
    cause: error,
  });
}

/** What an error of an SDK call means for whoever made it. */
export function kindOf(error: unknown): AwsErrorKind {
  const code = codeOf(error);
  const { message = '', $metadata } = facts(error);
  const status = $metadata?.httpStatusCode;
  if (THROTTLE_CODES.has(code) || status === 429) return 'throttled';
  const known = KIND_BY_CODE[code];
  if (known) return known;
  if (code === 'ValidationError' || code === 'ValidationException') {
    return VALIDATION_KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'invalid';
  }
  if (code === 'InvalidChangeBatch') return CHANGED_MEANWHILE.test(textOf(error)) ? 'conflict' : 'invalid';
  if (status === undefined) return isConnectionTrouble(error) ? 'unreachable' : 'other';
  if (status >= 500) return 'server';
  if (status === 404) return 'not-found';
  if (status === 403) return 'denied';
  if (status === 412) return 'conflict';
  return status === 400 ? 'invalid' : 'other';
}

/** Errors of sockets, DNS and TLS carry a system code or are the handler's own time limits. */
function isConnectionTrouble(error: unknown): boolean {
  const { name, code = '' } = facts(error);
  if (name === 'TimeoutError') return true;
  if (/^(E[A-Z]+|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|UNABLE_TO_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|HPE_.*)$/.test(code))
    return true;
  return error instanceof Error && error.cause !== undefined && isConnectionTrouble(error.cause);
}

function sentence(error: unknown, kind: AwsErrorKind, code: string, call: CallFacts): string {
  const { $metadata } = facts(error);
  const text = textOf(error) || code;
  if (kind === 'unreachable') {
    const attempts = $metadata?.attempts ?? 1;
    return `${call.service} in ${call.region} cannot be reached (${call.action}, ${attempts} attempts): ${text}`;
  }
  const status = $metadata?.httpStatusCode;
  return text === code && status !== undefined ? `${call.service} ${call.action}: ${code} (HTTP ${status})` : text;
}

/** The message of an error; that of Route 53's refusal of a batch may come as a list. */
function textOf(error: unknown): string {
  const { message = '', messages } = facts(error);
  const known = message === 'UnknownError' ? '' : message;
  return messages !== undefined && messages.length > 0 ? messages.join('; ') : known;
}

function facts(error: unknown): ErrorFacts {
  return typeof error === 'object' && error !== null ? error : {};
}
