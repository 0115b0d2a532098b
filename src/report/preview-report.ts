/** One stack as `cleanup` finds it. */
export interface PreviewReport {
  readonly target: string;
  readonly region: string;
  readonly account?: string;
  readonly stackName: string;
  /** CloudFormation's status. */
  readonly status: string;
  /** Absent: its tags do not say. */
  readonly pullRequest?: number;
  /** `unknown`: GitHub did not say. */
  readonly pullRequestState: 'open' | 'closed' | 'unknown';
  /** ISO 8601; absent: its tags do not say. */
  readonly expiresAt?: string;
  readonly decision: 'delete' | 'keep';
  readonly reason: string;
}

/** Where a preview can be seen. */
export interface PreviewUrls {
  readonly pullRequest: number;
  /** Web addresses among the outputs by target, the application's own first. */
  readonly urls: Readonly<Record<string, readonly string[]>>;
}
