/** One object that `sam package` uploaded. Its key holds SAM's content hash. */
export interface Artifact {
  readonly key: string;
  readonly bytes: number;
  /** Hex SHA-256 of the bytes in the first bucket; copied everywhere unchanged. */
  readonly sha256: string;
  /** A nested template holds references itself: it is retargeted and keyed again per bucket. */
  readonly kind: 'file' | 'template';
}

/** One packaged template of the release. References are `s3://{first bucket}/key` and the like, as SAM wrote them. */
export interface PackagedStack {
  readonly stack: string;
  /** Packaged root template, YAML or JSON text. */
  readonly template: string;
  /** Path of the source template, for line numbers. */
  readonly source: string;
  readonly artifacts: readonly Artifact[];
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
  };
  readonly stacks: readonly PackagedStack[];
}

/** The release made ready for one target: artifacts are in its bucket and the template points there. */
export interface TargetedTemplate {
  readonly body: string;
  /** Present when the body is over 51,200 bytes: where the copy in the target's bucket is. */
  readonly url?: string;
  readonly bucket: string;
  /** "kept: same content, other bytes" and the like. */
  readonly notes: readonly string[];
}
