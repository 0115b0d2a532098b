import { AwsError } from '../aws/ports.ts';
import type { ObjectHead, Storage } from '../aws/storage-port.ts';
import { UserError, UserErrors } from '../errors.ts';
import type { Report } from '../report/events.ts';
import { type ArtifactStore, download } from './artifact-store.ts';
import type { Artifact } from './model.ts';
import type { UploadLimits } from './upload-limits.ts';
import { zipContent } from './zip-content.ts';

/** The bucket that artifacts are copied to, reached with the target's own credentials. */
export interface ReplicationTarget {
  readonly target: string;
  readonly storage: Storage;
  readonly bucket: string;
}

export interface ReplicationParts {
  readonly store: ArtifactStore;
  readonly limits: UploadLimits;
  readonly report: Report;
  /** Whether the file was uploaded to the first bucket just now: then it is most likely in no other yet. */
  readonly isNew?: (key: string) => boolean;
  /** For downloads of what lies in a target under the same key with other bytes. */
  readonly folder: string;
}

export interface Replicated {
  readonly copied: number;
  /** Objects that were there already. */
  readonly present: number;
  readonly notes: readonly string[];
}

/** Metadata of a copy: which bytes it is made of, without reading them. */
const SHA256 = 'sha256';

/** Larger files are asked for before they are sent. Bytes, within one part of an upload. */
const SENT_UNASKED = 2 ** 20;

/**
 * Copies artifacts under their own keys. What is there is left alone: one HEAD each. Missing ones are a HEAD and a PUT;
 * small new ones a PUT that overwrites nothing.
 * The same key with other bytes is kept when it unpacks to the same content, as SAM's keys promise, and refused
 * otherwise.
 *
 * @throws UserErrors `artifact-differs`; UserError `artifact-missing`; AwsError
 */
export async function replicate(
  artifacts: readonly Artifact[],
  to: ReplicationTarget,
  parts: ReplicationParts,
): Promise<Replicated> {
  const results = await Promise.all(artifacts.map((artifact) => replicateOne(artifact, to, parts)));
  const refused = results.flatMap((result) => (result.kind === 'refused' ? [result.error] : []));
  if (refused.length > 0) {
    throw new UserErrors(
      'artifact-differs',
      `${refused.length} of ${artifacts.length} artifacts differ in the bucket ${to.bucket} of ${to.target}; nothing was overwritten.`,
      refused,
    );
  }
  const copied = results.filter(({ kind }) => kind === 'copied').length;
  const notes = results.flatMap((result) => (result.kind === 'kept' ? [result.note] : []));
  return { copied, present: results.length - copied, notes };
}

type Result =
  | { readonly kind: 'copied' | 'present' }
  | { readonly kind: 'kept'; readonly note: string }
  | { readonly kind: 'refused'; readonly error: UserError };

async function replicateOne(artifact: Artifact, to: ReplicationTarget, parts: ReplicationParts): Promise<Result> {
  const result = (await copyUnasked(artifact, to, parts)) ?? (await copyWhereMissing(artifact, to, parts));
  if (result.kind !== 'refused') {
    parts.report({
      type: 'artifact.copied',
      target: to.target,
      key: artifact.key,
      bytes: artifact.bytes,
      skipped: result.kind !== 'copied',
    });
  }
  return result;
}

async function copyWhereMissing(artifact: Artifact, to: ReplicationTarget, parts: ReplicationParts): Promise<Result> {
  const head = await to.storage.head(to.bucket, artifact.key);
  return head ? compare(artifact, head, to, parts) : copy(artifact, to, parts);
}

/** Undefined: it is there after all, or is to be asked for first. */
async function copyUnasked(
  artifact: Artifact,
  to: ReplicationTarget,
  parts: ReplicationParts,
): Promise<Result | undefined> {
  if (artifact.bytes > SENT_UNASKED || !parts.isNew?.(artifact.key)) return undefined;
  try {
    return await copy(artifact, to, parts, true);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
    return undefined;
  }
}

async function copy(
  artifact: Artifact,
  to: ReplicationTarget,
  { store, limits }: ReplicationParts,
  ifAbsent = false,
): Promise<Result> {
  const stored = await store.fetch(artifact.key);
  if (stored.sha256 !== artifact.sha256) return { kind: 'refused', error: changedAtOrigin(artifact, stored.sha256) };
  const { createReadStream } = await import('node:fs');
  await limits.run(artifact.bytes, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await to.storage.putStream(to.bucket, artifact.key, createReadStream(stored.path), {
          size: stored.bytes,
          sha256: stored.sha256,
          metadata: { [SHA256]: stored.sha256 },
          ...(ifAbsent && { ifAbsent }),
        });
      } catch (error) {
        // The SDK cannot send a stream twice; a new one can be.
        if (attempt === ATTEMPTS || !(error instanceof AwsError) || !PASSING.has(error.kind)) throw error;
      }
    }
  });
  return { kind: 'copied' };
}

const ATTEMPTS = 3;
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'throttled', 'server']);

async function compare(
  artifact: Artifact,
  head: ObjectHead,
  to: ReplicationTarget,
  { store, folder }: ReplicationParts,
): Promise<Result> {
  if (head.size === artifact.bytes && (head.metadata[SHA256] === artifact.sha256 || head.etag === artifact.etag)) {
    return { kind: 'present' };
  }
  const path = `${folder}/${encodeURIComponent(to.target)}-${artifact.sha256}`;
  try {
    const there = await download(to.storage, to.bucket, artifact.key, path);
    if (there.sha256 === artifact.sha256) return { kind: 'present' };
    const ours = await store.fetch(artifact.key);
    if (ours.sha256 !== artifact.sha256) return { kind: 'refused', error: changedAtOrigin(artifact, ours.sha256) };
    const [theirs, expected] = await Promise.all([zipContent(path), zipContent(ours.path)]);
    if (theirs !== undefined && theirs === expected) {
      return { kind: 'kept', note: `kept ${artifact.key} in ${to.bucket}: other bytes, same unpacked content` };
    }
    return { kind: 'refused', error: differs(artifact, there.sha256, to) };
  } finally {
    const { rm } = await import('node:fs/promises');
    await rm(path, { force: true });
  }
}

function differs(artifact: Artifact, found: string, { bucket, target }: ReplicationTarget): UserError {
  return new UserError(
    'artifact-differs',
    `${artifact.key} in the bucket ${bucket} (${target}) has other content than the release: SHA-256 ${found}, expected ${artifact.sha256}.`,
    {
      fix: [
        `Find out who wrote s3://${bucket}/${artifact.key}: its key is the hash of another content.`,
        'Delete that object and run again, or use another artifact bucket or prefix.',
      ],
    },
  );
}

function changedAtOrigin(artifact: Artifact, found: string): UserError {
  return new UserError(
    'artifact-differs',
    `${artifact.key} was changed in the first bucket after the release was made: SHA-256 ${found}, expected ${artifact.sha256}.`,
    { fix: ['Deploy from the sources of the commit again, and find out who writes to the artifact bucket.'] },
  );
}
