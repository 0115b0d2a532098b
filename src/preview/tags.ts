import { parseNumber } from '../github/number.ts';
import type { Repository } from './repository.ts';

/** Whose a preview is, of which pull request, and how long it stays. Every stack of a preview carries these tags. */
export interface PreviewTags {
  readonly repository: Repository;
  readonly application: string;
  readonly number: number;
  /** Last commit of the pull request. */
  readonly commit?: string;
  /** Branch of the pull request: for people. */
  readonly branch?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const PREFIX = 'sam-multi-region:';
const KEYS = {
  repository: `${PREFIX}repository`,
  repositoryId: `${PREFIX}repository-id`,
  application: `${PREFIX}application`,
  number: `${PREFIX}pull-request`,
  commit: `${PREFIX}commit`,
  branch: `${PREFIX}branch`,
  expires: `${PREFIX}expires`,
} as const;

const LONGEST_VALUE = 256;
const DAY_MS = 86_400_000;

/** The tags of a stack. Values are of the characters that every service takes as tags. */
export function toTags(tags: PreviewTags): Readonly<Record<string, string>> {
  const { repository, application, number, commit, branch, expiresAt } = tags;
  return {
    [KEYS.repository]: repository.name,
    ...(repository.id !== undefined && { [KEYS.repositoryId]: repository.id }),
    [KEYS.application]: application,
    [KEYS.number]: String(number),
    ...(commit !== undefined && { [KEYS.commit]: tagValue(commit) }),
    ...(branch !== undefined && { [KEYS.branch]: tagValue(branch) }),
    [KEYS.expires]: new Date(expiresAt).toISOString(),
  };
}

/** When a preview that is deployed now expires: at the end of a day, so that a second run of that day changes nothing. */
export function expiryOf(now: number, expiresAfterMs: number): number {
  return Math.ceil((now + expiresAfterMs) / DAY_MS) * DAY_MS;
}

/**
 * Any text as the value of a tag: letters, digits, blanks and `_.:/=+-@`, at most 256 (AWS General Reference, "Tagging
 * your AWS resources"). What is no such character becomes `-`: a branch may be called whatever git takes.
 */
export function tagValue(text: string): string {
  const clean = text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '-').replace(/^aws:/i, 'aws-');
  return [...clean].slice(0, LONGEST_VALUE).join('').trim();
}

/** What the tags of a stack say of it. */
export type Ownership =
  /** No preview, or that of another repository. */
  | { readonly kind: 'foreign'; readonly owner?: string }
  /** A preview of this repository whose other tags do not say of what. */
  | { readonly kind: 'unclear'; readonly reason: string }
  | {
      readonly kind: 'own';
      readonly number: number;
      readonly application: string;
      /** Milliseconds since the epoch; absent: the tag is missing or is no date. */
      readonly expiresAt?: number;
    };

/**
 * Whose preview a stack is. Where both ids of the repository are known they decide: a repository may get a new name, and
 * its old name another repository.
 */
export function ownershipOf(tags: Readonly<Record<string, string>>, repository: Repository): Ownership {
  const owner = tags[KEYS.repository];
  const id = tags[KEYS.repositoryId];
  if (owner === undefined) return { kind: 'foreign' };
  const same =
    id !== undefined && repository.id !== undefined
      ? id === repository.id
      : owner.toLowerCase() === repository.name.toLowerCase();
  if (!same) return { kind: 'foreign', owner };
  const number = parseNumber(tags[KEYS.number] ?? '');
  if (number === undefined)
    return { kind: 'unclear', reason: `its tag ${KEYS.number} is not the number of a pull request` };
  const application = tags[KEYS.application];
  if (application === undefined || application === '')
    return { kind: 'unclear', reason: `it has no tag ${KEYS.application}` };
  const expiresAt = parseTime(tags[KEYS.expires]);
  return { kind: 'own', number, application, ...(expiresAt !== undefined && { expiresAt }) };
}

/** As `toTags` writes it; anything else is no date that somebody would delete something for. */
function parseTime(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
