import { InternalError } from '../errors.ts';
import type { PackagedStack } from './model.ts';
import { type Destination, type ReferencingTemplate, referencingTemplate, rewrite } from './references.ts';

/** A packaged stack, parsed: its root template and every nested one, by key in the first bucket. */
export interface ParsedStack {
  readonly root: ReferencingTemplate;
  readonly nested: ReadonlyMap<string, ReferencingTemplate>;
}

export function parseStack(stack: PackagedStack, bucket: string): ParsedStack {
  const nested = new Map<string, ReferencingTemplate>();
  for (const { kind, key, text } of stack.artifacts) {
    if (kind === 'template' && text !== undefined) nested.set(key, referencingTemplate(text, key, bucket));
  }
  return { root: referencingTemplate(stack.template, stack.source, bucket), nested };
}

/** What a rewritten stack consists of: its root and the nested templates that must lie beside it. */
export interface RewrittenStack {
  readonly root: string;
  readonly nested: readonly RewrittenTemplate[];
}

export interface RewrittenTemplate {
  /** Its key before. */
  readonly from: string;
  readonly key: string;
  readonly text: string;
  /** False: it refers to nothing that moves. */
  readonly changed: boolean;
}

/**
 * Rewrites nested templates first, because their new keys are hashes of their new texts, then what refers to them.
 *
 * @param name new key of a nested template, from its old key, its new text, and whether that is another one than before
 * @param edit what else becomes of the text of a nested template, whose references are rewritten
 */
export function rewriteStack(
  { root, nested }: ParsedStack,
  destination: Omit<Destination, 'templateKey'>,
  name: (key: string, text: string, changed: boolean) => string,
  edit: (key: string, text: string) => string = (_key, text) => text,
): RewrittenStack {
  const done = new Map<string, RewrittenTemplate>();
  const to: Destination = { ...destination, templateKey: (key) => child(key).key };

  function child(key: string): RewrittenTemplate {
    const known = done.get(key);
    if (known) return known;
    const template = nested.get(key);
    if (!template) throw new InternalError(`the nested template ${key} is not part of the release`);
    const text = edit(key, rewrite(template, to));
    const changed = text !== template.template.text;
    const result = { from: key, key: name(key, text, changed), text, changed };
    done.set(key, result);
    return result;
  }

  const text = rewrite(root, to);
  return { root: text, nested: [...done.values()] };
}

/**
 * What was found in nested templates, by key, with the logical ids of the nested stacks down to it: `Child.Orders`. A template
 * that several nested stacks have is told for each.
 */
export function placedNames(
  { root, nested }: ParsedStack,
  found: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const namesIn = ({ references }: ReferencingTemplate, path: string): readonly string[] =>
    references.flatMap(({ kind, logicalId = '', value }) => {
      const { key } = value.location;
      const inside = kind === 'template' ? nested.get(key) : undefined;
      if (inside === undefined) return [];
      const here = `${path}${logicalId}.`;
      return [...(found.get(key) ?? []).map((name) => `${here}${name}`), ...namesIn(inside, here)];
    });
  return namesIn(root, '');
}
