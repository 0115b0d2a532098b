/** Keys held in memory. Never printed, never stored. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since the epoch; absent: they do not expire, or nobody knows when. */
  readonly expiresAt?: number;
  /** Account that STS named when it issued them. */
  readonly account?: string;
}

/** Where credentials come from. */
export interface CredentialSource {
  /**
   * Valid for some minutes yet, or for `validForMs` where their source can give that; concurrent callers share one
   * request.
   */
  get(validForMs?: number): Promise<Credentials>;
  /** AWS refused `used` as expired. True when the next `get` brings others. */
  invalidate(used: Credentials): boolean;
}
