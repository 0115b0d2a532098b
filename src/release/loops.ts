import { artifactReferences } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';
import { readTemplate } from '../template/read.ts';
import { forEachLoops } from '../template/sections.ts';

/**
 * Whether a template, or one that it nests locally, has an `Fn::ForEach`: SAM must be told to expand loops, or it ends with
 * "'list' object has no attribute 'get'" even where no loop holds an artifact. Where there are none it is not told: it
 * would evaluate functions for which it has no values.
 *
 * @param path where the template lies, absolute
 */
export async function usesLoops(
  template: Template,
  path: string,
  readFile: (file: string) => Promise<string>,
  seen: Set<string> = new Set([path]),
): Promise<boolean> {
  if (forEachLoops(template.data).length > 0) return true;
  const { dirname, resolve } = await import('node:path');
  for (const { kind, value } of artifactReferences(template)) {
    if (kind !== 'template' || value.form !== 'local') continue;
    const file = resolve(dirname(path), value.text);
    if (seen.has(file)) continue;
    seen.add(file);
    if (await usesLoops(await readTemplate(file, readFile), file, readFile, seen)) return true;
  }
  return false;
}
