import { createHash } from 'node:crypto';
import type { TargetSession } from '../aws/ports.ts';
import { addPreference } from '../template/add-preference.ts';
import { parseTemplate } from '../template/parse.ts';
import type { ShiftType } from '../template/shift-types.ts';
import type { Artifact } from './model.ts';
import { placedNames, rewriteStack } from './nested.ts';
import { objectUrl } from './object-url.ts';
import { putOnce } from './put-once.ts';
import { type ReferencingTemplate, referencingTemplate } from './references.ts';

/** A root template that names nested ones in which functions got a `DeploymentPreference`. */
export interface NestedPreferences {
  readonly root: string;
  /** With the logical ids of their nested stacks: `Child.Orders`. */
  readonly functions: readonly string[];
}

/**
 * Adds to the nested templates of a packaged stack what `in-region` adds to its root. Templates that are changed are put beside
 * those of `sam package` under keys such as it makes: the MD5 of their content.
 * @param templates every nested template, with its text
 */
export async function addNestedPreferences(
  root: ReferencingTemplate,
  templates: readonly Artifact[],
  type: ShiftType,
  {
    session,
    bucket,
  }: { readonly session: Pick<TargetSession, 'storage' | 'region' | 'partition'>; readonly bucket: string },
): Promise<NestedPreferences> {
  const nested = new Map(templates.map(({ key, text = '' }) => [key, referencingTemplate(text, key, bucket)]));
  const added = new Map<string, readonly string[]>();
  const rewritten = rewriteStack(
    { root, nested },
    { bucket, fileKey: (key) => key, url: (key) => objectUrl(session, bucket, key) },
    (key, text, changed) => (changed ? `${key.slice(0, key.lastIndexOf('/') + 1)}${md5(text)}.template` : key),
    (key, text) => {
      const { text: shifted, functions } = addPreference(parseTemplate(text, key), type);
      added.set(key, functions);
      return shifted;
    },
  );
  const functions = placedNames({ root, nested }, added);
  if (functions.length === 0) return { root: root.template.text, functions };
  const changed = rewritten.nested.filter((template) => template.changed);
  await Promise.all(changed.map(({ key, text }) => putOnce({ storage: session.storage, bucket }, key, text)));
  return { root: rewritten.root, functions };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
