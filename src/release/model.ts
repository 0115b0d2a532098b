/** One object that `sam package` uploaded. Its key holds SAM's content hash. */
export interface Artifact {
  readonly key: string;
  readonly bytes: number;
  /** Hex SHA-256 of the bytes in the first bucket; copied everywhere unchanged. */
  readonly sha256: string;
  /** A nested template holds references itself: it is retargeted and keyed again per bucket. */
  readonly kind: 'file' | 'template';
  /** ETag in the first bucket: tells without a download whether the object is still the one that was hashed. */
  readonly etag: string;
  /** The text of a nested template: retargeting reads nothing from the first bucket. */
  readonly text?: string;
}

/** One packaged template of the release. References are `s3://{first bucket}/key` and the like, as SAM wrote them. */
export interface PackagedStack {
  readonly stack: string;
  /** Packaged root template, YAML or JSON text. */
  readonly template: string;
  /** Path of the source template, for line numbers. */
  readonly source: string;
  readonly artifacts: readonly Artifact[];
  /** Loops whose artifacts were packaged for the parameter values of the packaging run. */
  readonly baked: readonly BakedLoop[];
  /** What was added to the template for the sake of `in-region`; absent: nothing. */
  readonly inRegion?: InRegionShift;
}

/** Functions that CodeDeploy moves because the configuration says so, not the template. */
export interface InRegionShift {
  readonly type: string;
  /** Logical ids. */
  readonly functions: readonly string[];
}

/**
 * A `Fn::ForEach` over a parameter that `sam package` evaluated: it wrote a mapping with one artifact for each value it
 * knew. Another value at deployment has no entry there.
 */
export interface BakedLoop {
  /** `Fn::ForEach::Functions`. */
  readonly loop: string;
  /** Undefined: the collection is computed in another way, and no values but the packaged ones are possible. */
  readonly parameter?: string;
  readonly mapping: string;
  readonly values: readonly string[];
}

/** What `sam build` + `sam package` made, once; immutable. */
export interface Release {
  /** 16 hex digits: hash of the packaged templates (bucket name neutralised) and the content keys. */
  readonly id: string;
  readonly application: string;
  readonly commit?: string;
  readonly commitTime?: string;
  readonly tag?: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Where `sam package` put the artifacts. */
  readonly origin: {
    readonly bucket: string;
    readonly region: string;
    readonly account: string;
    readonly target: string;
    /** Key prefix of the artifacts, without a slash at the end; copies keep it. */
    readonly prefix?: string;
  };
  readonly stacks: readonly PackagedStack[];
}

/** The release made ready for one target: artifacts are in its bucket and the template points there. */
export interface TargetedTemplate {
  readonly body: string;
  /** Present when the body is over 51,200 bytes: where the copy in the target's bucket is. */
  readonly url?: string;
  readonly bucket: string;
  /** Nested templates in that bucket. */
  readonly nested: readonly { readonly key: string; readonly sha256: string }[];
  /** "kept: same content, other bytes" and the like. */
  readonly notes: readonly string[];
}
