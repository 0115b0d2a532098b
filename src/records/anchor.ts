import { randomBytes } from 'node:crypto';

/**
 * What the description of an executed change set says of the records. Only who may make and execute change sets can
 * write it, so it tells which records in the bucket are genuine (docs/decisions/0009-records-bound-to-the-stack.md).
 */
export interface Anchor {
  /** Id of the record of what this change set makes. */
  readonly record: string;
  /** Link to the record of what the stack had before. */
  readonly after?: string;
  /** Key of the checks of secret values, hexadecimal. */
  readonly key: string;
  /** Id of the release, as the description begins with it. */
  readonly release?: string;
}

const PATTERN = /\brecord=([0-9a-f]{64}) after=([0-9a-f]{64}|none) key=([0-9a-f]{32})\b/;

/** Both in `stack-request.ts` and in that of a rollback. */
const RELEASE = /\brelease ([^\s;]+)/;

/** The anchor as a part of a change set's description (1,024 characters at most). */
export function anchorText({ record, after, key }: Omit<Anchor, 'release'>): string {
  return `record=${record} after=${after ?? 'none'} key=${key}`;
}

/** The anchor in a description; undefined where there is none. */
export function readAnchor(description: string | undefined): Anchor | undefined {
  const [, record, after, key] = PATTERN.exec(description ?? '') ?? [];
  if (record === undefined || after === undefined || key === undefined) return undefined;
  const [, release] = RELEASE.exec(description ?? '') ?? [];
  return { record, key, ...(after !== 'none' && { after }), ...(release !== undefined && { release }) };
}

/** A key for the checks of a stack that has none yet. */
export function newKey(): string {
  return randomBytes(16).toString('hex');
}
