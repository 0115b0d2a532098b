import type { Artifact, BakedLoop, InRegionShift, PackagedStack, Release } from './model.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A stored release, when it has the shape of one. */
export function readRelease(value: unknown): { readonly sha256: string; readonly release: Release } | undefined {
  if (!isFields(value) || typeof value['sha256'] !== 'string') return undefined;
  return isRelease(value['release']) ? { sha256: value['sha256'], release: value['release'] } : undefined;
}

function isRelease(value: unknown): value is Release {
  return (
    isFields(value) &&
    texts(value, ['id', 'application', 'createdAt']) &&
    optionalTexts(value, ['commit', 'commitTime', 'tag']) &&
    isFields(value['origin']) &&
    texts(value['origin'], ['bucket', 'region', 'account', 'target']) &&
    optionalTexts(value['origin'], ['prefix']) &&
    isListOf(value['stacks'], isStack)
  );
}

function isStack(value: unknown): value is PackagedStack {
  return (
    isFields(value) &&
    texts(value, ['stack', 'template', 'source']) &&
    isListOf(value['artifacts'], isArtifact) &&
    isListOf(value['baked'], isBaked) &&
    (value['inRegion'] === undefined || isShift(value['inRegion']))
  );
}

function isShift(value: unknown): value is InRegionShift {
  return isFields(value) && texts(value, ['type']) && isListOf(value['functions'], isText);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isArtifact(value: unknown): value is Artifact {
  return (
    isFields(value) &&
    texts(value, ['key', 'sha256', 'etag']) &&
    optionalTexts(value, ['text']) &&
    typeof value['bytes'] === 'number' &&
    (value['kind'] === 'file' || value['kind'] === 'template')
  );
}

function isBaked(value: unknown): value is BakedLoop {
  return (
    isFields(value) &&
    texts(value, ['loop', 'mapping']) &&
    optionalTexts(value, ['parameter']) &&
    isListOf(value['values'], isText)
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function texts(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => typeof fields[name] === 'string');
}

function optionalTexts(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => fields[name] === undefined || typeof fields[name] === 'string');
}
