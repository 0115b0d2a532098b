import { isAbsolute, join } from 'node:path';
import type { SourceLocation } from '../errors.ts';
import type { Findings } from './findings.ts';
import { locate, locateKey, type Tree } from './tree/tree.ts';

/** Content of a text file (UTF-8 decoded), undefined when there is none. The path is absolute. */
export type ReadFile = (path: string) => string | undefined;

/** What the steps from the configuration to the environment share. */
export interface Context {
  /** How messages call the configuration: the file as the user named it, or "the inputs". */
  readonly subject: string;
  /** Folder that relative paths are resolved against; absolute. */
  readonly directory: string;
  readonly readFile: ReadFile;
  readonly findings: Findings;
  /** Collects the notes of the environment. */
  readonly note: (text: string) => void;
  readonly at: (...path: readonly (string | number)[]) => SourceLocation | undefined;
  readonly atKey: (...path: readonly string[]) => SourceLocation | undefined;
}

export function createContext(
  base: Pick<Context, 'subject' | 'directory' | 'readFile' | 'findings' | 'note'>,
  tree: Tree,
): Context {
  return { ...base, at: (...path) => locate(tree, path), atKey: (...path) => locateKey(tree, path) };
}

export const absolute = (directory: string, path: string): string => (isAbsolute(path) ? path : join(directory, path));

/** A member of a mapping with names from a file: `constructor` is not one unless it was written. */
export function member<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Object without its undefined members, for optional properties. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  // Undefined members are gone, which is what the type says.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
