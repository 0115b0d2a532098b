import { gunzipSync, gzipSync } from 'node:zlib';
import { parseJson } from '../json.ts';
import type { AskedRelease, ReleaseRecord } from './release-record.ts';

/** All that one target remembers of one stack, as it lies in the bucket. */
export interface HistoryDocument {
  readonly version: 1;
  readonly instance: string;
  /** Oldest first. */
  readonly records: readonly ReleaseRecord[];
  /** Delivered templates by SHA-256, compressed; those that lie in the bucket on their own are not here. */
  readonly templates: Readonly<Record<string, string>>;
  /** What was about to be executed: where that run was lost before it wrote its record, the stack tells whether it was. */
  readonly pending?: AskedRelease;
}

const VERSION = 1;
/** Records kept of each stack. */
export const RECORDS_KEPT = 10;
/** Releases without a change that are kept of one record; of more the oldest are forgotten. */
const SAME_KEPT = 50;

export function emptyHistory(instance: string): HistoryDocument {
  return { version: VERSION, instance, records: [], templates: {} };
}

/** `newer`: written by a version that knows more than this one, and not to be touched. */
export type ParsedHistory =
  | { readonly kind: 'history'; readonly document: HistoryDocument }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

export function parseHistory(text: string): ParsedHistory {
  const value = parseJson(text);
  if (!isMap(value) || typeof value['version'] !== 'number') return { kind: 'damaged' };
  if (value['version'] > VERSION) return { kind: 'newer', version: value['version'] };
  const { instance, records, templates } = value;
  const intact =
    typeof instance === 'string' && Array.isArray(records) && records.every(isRecord) && isTexts(templates);
  if (!intact) return { kind: 'damaged' };
  const { pending, ...rest } = value;
  const known = isMap(pending) && isAsked(pending) ? { pending } : {};
  // Every member that is used was looked at.
  return { kind: 'history', document: { ...rest, ...known } as unknown as HistoryDocument };
}

/** The history with one more record. What is beyond the number kept is forgotten, and templates that nobody names. */
export function withRecord(
  { pending: _, ...history }: HistoryDocument,
  record: ReleaseRecord,
  template: string | undefined,
): HistoryDocument {
  const records = [...history.records, record].slice(-RECORDS_KEPT);
  const asked = records.map((one) => one.asked);
  return { ...history, records, templates: templatesOf(history, asked, record.asked, template) };
}

/** The history in which it stands what is about to be executed, with its template. */
export function withPending(
  history: HistoryDocument,
  pending: AskedRelease,
  template: string | undefined,
): HistoryDocument {
  const asked = [...history.records.map((one) => one.asked), pending];
  return { ...history, pending, templates: templatesOf(history, asked, pending, template) };
}

/** Templates that somebody names, and this one. */
function templatesOf(
  { templates }: HistoryDocument,
  asked: readonly AskedRelease[],
  newest: AskedRelease,
  template: string | undefined,
): HistoryDocument['templates'] {
  const all = template === undefined ? templates : { ...templates, [newest.template.sha256]: packed(template) };
  const named = new Set(asked.map((one) => one.template.sha256));
  return Object.fromEntries(Object.entries(all).filter(([hash]) => named.has(hash)));
}

/** The history in which the newest record also stands for a release that changed nothing. */
export function withSameRelease(history: HistoryDocument, same: ReleaseRecord['also'][number]): HistoryDocument {
  const newest = history.records.at(-1);
  if (newest === undefined) return history;
  const also = [...newest.also, same].slice(-SAME_KEPT);
  return { ...history, records: [...history.records.slice(0, -1), { ...newest, also }] };
}

/** The text of a template that is kept beside its record; undefined when it is not there or cannot be read. */
export function keptTemplate({ templates }: HistoryDocument, sha256: string): string | undefined {
  const text = templates[sha256];
  if (text === undefined) return undefined;
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST_TEMPLATE }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** CloudFormation's limit, in bytes: nothing larger was ever delivered. */
const LARGEST_TEMPLATE = 1_000_000;

function packed(template: string): string {
  return gzipSync(Buffer.from(template, 'utf8')).toString('base64');
}

function isRecord(value: unknown): value is ReleaseRecord {
  if (!isMap(value)) return false;
  const { asked, ended, also } = value;
  return isMap(asked) && isAsked(asked) && isMap(ended) && isEnded(ended) && isListOf(also, isSame);
}

function isAsked(asked: Fields): asked is Fields & AskedRelease {
  const { template, parameters, tags, capabilities, notificationArns, artifacts, taken } = asked;
  return (
    isText(asked['release']) &&
    optional(asked, ['commit', 'serviceRole', 'before', 'restores']) &&
    isMap(template) &&
    isText(template['sha256']) &&
    optional(template, ['url']) &&
    isMap(parameters) &&
    Object.values(parameters).every(isValue) &&
    isTexts(tags) &&
    (asked['hiddenTags'] === undefined || isListOf(asked['hiddenTags'], isText)) &&
    isListOf(capabilities, isText) &&
    isListOf(notificationArns, isText) &&
    isListOf(artifacts, (item) => isMap(item) && isText(item['key']) && isText(item['sha256'])) &&
    isMap(taken) &&
    Object.values(taken).every(isTexts) &&
    (asked['created'] === undefined || asked['created'] === true)
  );
}

function isValue(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { secret } = value;
  return isText(value['value']) || (isMap(secret) && isText(secret['since']) && optional(secret, ['check', 'key']));
}

function isEnded(ended: Fields): boolean {
  const { state } = ended;
  return (
    (state === 'succeeded' || state === 'rolled-back') &&
    isText(ended['at']) &&
    isText(ended['run']) &&
    optional(ended, ['changedAt']) &&
    isTexts(ended['outputs'])
  );
}

function isSame(value: unknown): boolean {
  return isMap(value) && isText(value['release']) && isText(value['at']) && optional(value, ['commit']);
}

type Fields = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return isMap(value) && Object.values(value).every(isText);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function optional(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => fields[name] === undefined || isText(fields[name]));
}
