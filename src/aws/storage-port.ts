/** Object storage in one account and region. Bodies are streams: memory does not grow with their size. */
export interface Storage {
  /** Undefined when absent. */
  head(bucket: string, key: string): Promise<ObjectHead | undefined>;
  get(bucket: string, key: string): Promise<{ readonly head: ObjectHead; readonly body: NodeJS.ReadableStream }>;
  getText(bucket: string, key: string): Promise<{ readonly text: string; readonly etag: string } | undefined>;
  /**
   * Multipart when `size` is large. `ifAbsent`: only where nothing is (AwsError kind `conflict` otherwise); for objects of
   * one part, 5 MiB.
   */
  putStream(
    bucket: string,
    key: string,
    body: NodeJS.ReadableStream,
    options: {
      readonly size: number;
      readonly sha256?: string;
      readonly contentType?: string;
      readonly metadata?: Readonly<Record<string, string>>;
      readonly ifAbsent?: boolean;
    },
  ): Promise<void>;
  /** `condition`: write only if absent, or only if the stored ETag is this one (AwsError kind `conflict` otherwise). */
  putText(
    bucket: string,
    key: string,
    text: string,
    condition?: { readonly ifAbsent: true } | { readonly ifMatch: string },
  ): Promise<{ readonly etag: string; readonly serverTime?: number }>;
  delete(bucket: string, key: string, ifMatch?: string): Promise<void>;
  list(bucket: string, prefix: string): Promise<readonly string[]>;
  /** Undefined when there is no such bucket; owner mismatch throws kind `denied`. */
  headBucket(bucket: string): Promise<{ readonly region: string } | undefined>;
}

export interface ObjectHead {
  readonly size: number;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Server's Date header of the answer, milliseconds: the storage's own clock. */
  readonly serverTime?: number;
}
