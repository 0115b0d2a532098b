/** A place in a file the user wrote. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ErrorDetails {
  /** What the user can do next, one sentence each. */
  readonly fix?: readonly string[];
  readonly location?: SourceLocation;
  readonly cause?: unknown;
}

/**
 * Something the user or their AWS account has to change. Printed without a stack trace; nothing was changed
 * when it is thrown before the first write.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable kebab-case code: tests and scripts may rely on it, texts may change. */
  readonly code: string;
  readonly fix: readonly string[];
  readonly location: SourceLocation | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.fix = details.fix ?? [];
    this.location = details.location;
  }
}

/** Several findings of one check (all errors of a configuration file, all refused artifacts). */
export class UserErrors extends UserError {
  readonly errors: readonly UserError[];

  constructor(code: string, message: string, errors: readonly UserError[]) {
    super(code, message);
    this.errors = errors;
  }
}

/** A defect of this program: printed with its stack and a request to report it. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** Any thrown value as text that can stand in a sentence; SDK errors without a message give name, status and request id. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message) return error.message;
  const metadata = (error as { $metadata?: { httpStatusCode?: number; requestId?: string } }).$metadata;
  return [
    error.name,
    metadata?.httpStatusCode && `HTTP ${metadata.httpStatusCode}`,
    metadata?.requestId && `request ${metadata.requestId}`,
  ]
    .filter(Boolean)
    .join(', ');
}
