import { createHash } from 'node:crypto';
import type { Options } from '../options/values.ts';
import { asRecord } from './event.ts';

/** What a step of a job leaves for the comment on a deployment. */
export interface Outcome {
  readonly schema: 1;
  /** Of the deployment: see {@link outcomeKey}. */
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  /** Of the workflow run. */
  readonly attempt: number;
  /** A part of the comment. */
  readonly markdown: string;
}

/** Steps and jobs of one deployment have these in common. */
const SUBJECT = [
  'working-directory',
  'config',
  'environment',
  'regions',
  'stack-name',
  'template',
] as const satisfies readonly (keyof Options)[];

/** Key of the one comment on a deployment. */
export function outcomeKey(options: Options): string {
  const asked = SUBJECT.map((name) => options[name] ?? null);
  return `deploy/${createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
}

/** What a file holds; undefined where it holds no outcome. */
export function readOutcome(text: string): Outcome | undefined {
  let value: ReturnType<typeof asRecord>;
  try {
    value = asRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
  const { schema, key, at, attempt, markdown } = value;
  const known = schema === 1 && typeof key === 'string' && typeof at === 'string' && typeof attempt === 'number';
  return known && typeof markdown === 'string' ? { schema, key, at, attempt, markdown } : undefined;
}

/** What the last attempt that left anything said of one deployment, in the order in which it happened. */
export interface Told {
  readonly parts: readonly string[];
  /** Attempt that the parts are of, where a later one of the run left nothing. */
  readonly earlierAttempt?: number;
}

/**
 * What is told of one deployment. What an earlier attempt of the run left is still among its artifacts: it no longer counts
 * where a later one left something, and is marked where that died without a word.
 * @param attempt of the run that tells it, from 1 on
 */
export function toldOf(all: readonly Outcome[], key: string, attempt = 1): Told {
  const own = all.filter((outcome) => outcome.key === key);
  const last = Math.max(0, ...own.map((outcome) => outcome.attempt));
  const told = own.filter((outcome) => outcome.attempt === last).sort((a, b) => (a.at < b.at ? -1 : 1));
  return { parts: told.map(({ markdown }) => markdown), ...(0 < last && last < attempt && { earlierAttempt: last }) };
}
