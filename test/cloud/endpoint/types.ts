/** What the local AWS offers to tests, the demo and the bench. */
export interface CloudOptions {
  /** Enabled regions; every other region answers as AWS does for a region that is not enabled in the account. */
  readonly regions: readonly string[];
  /** Account ids. Default: `111111111111` and `222222222222`. The access key of an account's root is its id. */
  readonly accounts?: readonly string[];
  /** True: real signatures, trust policies and permissions. Default false. */
  readonly auth?: boolean;
  /** Milliseconds added to every call. */
  readonly latencyMs?: number;
  /** Change sets stay CREATE_IN_PROGRESS for this many seconds. */
  readonly changeSetSeconds?: number;
  /** Every stack operation with changes takes this many seconds. */
  readonly stackSeconds?: number;
  /** How many seconds a minute of a CodeDeploy deployment takes. Default 60. */
  readonly shiftMinuteSeconds?: number;
  /** Real lifetime of role sessions in seconds, however long the caller asked for; `Expiration` tells the truth. */
  readonly sessionSeconds?: number;
  /** Seed of the faults' probabilities. Default 1. */
  readonly seed?: number;
}

/** What may be changed while the local AWS runs. */
export type CloudSettings = Pick<
  CloudOptions,
  'latencyMs' | 'changeSetSeconds' | 'stackSeconds' | 'shiftMinuteSeconds' | 'sessionSeconds'
>;

export type BlackoutMode = 'refuse' | 'hang' | 'slow';

/** `unknown-operation`: as in a region where the service does not know the operation yet. */
export type FaultKind =
  | 'throttle'
  | '500'
  | '503'
  | 'reset'
  | 'delay'
  | 'expired'
  | 'access-denied'
  | 'unknown-operation';

/** Which calls go wrong, how, and how often. Absent matchers match everything. */
export interface FaultRule {
  /** Service as in the signature: `cloudformation`, `s3`, `sts`, `execute-api` … */
  readonly service?: string;
  readonly region?: string;
  readonly action?: string;
  readonly account?: string;
  /** 0..1, default 1; drawn from a seeded generator. */
  readonly probability?: number;
  /** The rule stops after this many hits. */
  readonly times?: number;
  readonly kind: FaultKind;
  /** Milliseconds, for `delay` (default 1000). */
  readonly delayMs?: number;
  /** `after`: AWS did it and the answer is lost or replaced. Default `before`. */
  readonly when?: 'before' | 'after';
}

/** One request that reached the endpoint. */
export interface CallRecord {
  /** Start, milliseconds since the epoch. */
  readonly time: number;
  /** Service as in the signature; of unsigned calls as told by body or host. */
  readonly service: string;
  /** Empty where the request does not tell (an unsigned STS call to a plain endpoint). */
  readonly region: string;
  readonly account: string;
  readonly action: string;
  /** HTTP status; 0 while unanswered and when the connection was cut. */
  readonly status: number;
  /** Error code of the answer, for a status of 400 and more. */
  readonly errorCode?: string;
  /** Error message of the answer, for a status of 400 and more. */
  readonly errorMessage?: string;
  /** Milliseconds until the answer was written. */
  readonly durationMs: number;
  /** The fault that hit this call. */
  readonly fault?: FaultKind;
  readonly method: string;
  readonly path: string;
}
