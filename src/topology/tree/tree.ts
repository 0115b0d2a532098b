import type { SourceLocation } from '../../errors.ts';

/** A parsed configuration, whatever its syntax was, in which every value and key knows where it was written. */
export type Tree = ScalarTree | ListTree | MapTree;

interface Placed {
  readonly location?: SourceLocation;
  /** What to call the value in a message instead of its path: `input "regions"`. */
  readonly place?: string;
}

export interface ScalarTree extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as it was written, without quotes: keeps leading zeros and long digits of account ids. */
  readonly source: string;
}

export interface ListTree extends Placed {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface MapTree extends Placed {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyLocation?: SourceLocation;
  readonly value: Tree;
}

export function child(tree: Tree | undefined, key: string): MapEntry | undefined {
  return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key) : undefined;
}

/** Where the value at a path (keys and list indexes) was written; of its nearest ancestor when there is none. */
export function locate(tree: Tree, path: readonly (string | number)[]): SourceLocation | undefined {
  let current: Tree = tree;
  let location = tree.location;
  for (const step of path) {
    const next: Tree | undefined =
      typeof step === 'number'
        ? current.kind === 'list'
          ? current.items[step]
          : undefined
        : child(current, step)?.value;
    if (next === undefined) return location;
    current = next;
    location = next.location ?? location;
  }
  return location;
}

/** Where a key was written (not its value); as `locate` when it is not there. */
export function locateKey(tree: Tree, path: readonly string[]): SourceLocation | undefined {
  const parent = path.slice(0, -1).reduce<Tree | undefined>((at, key) => child(at, key)?.value, tree);
  return child(parent, path.at(-1) ?? '')?.keyLocation ?? locate(tree, path);
}
