import { createHash } from 'node:crypto';
import type { SecretMarker } from './secret-marker.ts';

/** One parameter as it was sent. What nobody may read back is not here, only whether it changed. */
export type RecordedValue = { readonly value: string } | { readonly secret: SecretMarker };

/**
 * What CloudFormation was asked to make of a stack. It depends on nothing but what was deployed and on the record
 * before it, so that a run after a crash works out the same, and its hash, again.
 */
export interface AskedRelease {
  readonly release: string;
  readonly commit?: string;
  /** SHA-256 of the delivered template; where it lies when it is too large to be kept beside the record. */
  readonly template: { readonly sha256: string; readonly url?: string };
  readonly parameters: Readonly<Record<string, RecordedValue>>;
  /** All tags of the stack but those of `hiddenTags`. */
  readonly tags: Readonly<Record<string, string>>;
  /** Names of tags whose values may be secret. */
  readonly hiddenTags?: readonly string[];
  readonly capabilities: readonly string[];
  readonly serviceRole?: string;
  readonly notificationArns: readonly string[];
  /** Objects in the target's own bucket that the template names. */
  readonly artifacts: readonly { readonly key: string; readonly sha256: string }[];
  /** Outputs of other stacks that went into parameters and tags, by instance and name. */
  readonly taken: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The stack was made by this. */
  readonly created?: true;
  /** Link to the record of what the stack had before; absent: there is none, or it could not be trusted. */
  readonly before?: string;
  /** Id of the record that a rollback went back to. */
  readonly restores?: string;
}

/** A release that changed nothing in this stack. */
export interface SameRelease {
  readonly release: string;
  readonly commit?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What a target remembers of one release of one stack. */
export interface ReleaseRecord {
  readonly asked: AskedRelease;
  readonly ended: {
    readonly state: 'succeeded' | 'rolled-back';
    /** ISO 8601. */
    readonly at: string;
    /** URL of the workflow run, or who ran it. */
    readonly run: string;
    /** LastUpdatedTime or CreationTime of the stack afterwards: a later one is somebody else's change. */
    readonly changedAt?: string;
    readonly outputs: Readonly<Record<string, string>>;
  };
  /** Later releases that were the same here, oldest first. */
  readonly also: readonly SameRelease[];
}

/** Id of a record: the hash of what was asked. Execution commits to it, see `anchor.ts`. */
export function recordId(asked: AskedRelease): string {
  return hash(asked);
}

/** How the next record names this one: with the releases that were the same, so that none can be added afterwards. */
export function linkOf({ asked, also }: Pick<ReleaseRecord, 'asked' | 'also'>): string {
  return hash([asked, also]);
}

/** Every release that this record stands for, the newest last. */
export function releasesOf({ asked, also }: Pick<ReleaseRecord, 'asked' | 'also'>): readonly string[] {
  return [asked.release, ...also.map(({ release }) => release)];
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
