import { jsonObject, parseJson } from '../json.ts';

/**
 * What the functions of a target that is fenced had before, so that it can be undone: reserved concurrency by function,
 * null for one that had none. It lies in the bucket of the target itself, because whoever undoes it needs that region anyway.
 */
export interface FenceRecord {
  readonly version: 1;
  readonly functions: Readonly<Record<string, number | null>>;
}

export const NO_FENCE: FenceRecord = { version: 1, functions: {} };

/** Where it lies. */
export function fenceKey({ application, name }: { readonly application: string; readonly name: string }): string {
  return `sam-multi-region/fence/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}

/** Undefined for what is damaged or of a later version. */
export function parseFence(text: string): FenceRecord | undefined {
  const value = jsonObject(parseJson(text));
  const functions = jsonObject(value?.['functions']);
  if (value?.['version'] !== 1 || functions === undefined) return undefined;
  if (!Object.values(functions).every((before) => before === null || isCount(before))) return undefined;
  return { version: 1, functions: functions as FenceRecord['functions'] };
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
