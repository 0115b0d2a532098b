import { artifactReferences } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';
import { parseTemplate } from '../template/parse.ts';
import type { PackagedStack } from './model.ts';

/** One template of a stack. */
export interface PlacedTemplate {
  /** Logical ids of the nested stacks down to it; empty for the root. */
  readonly path: readonly string[];
  readonly template: Template;
}

/** As deep as CloudFormation is likely to follow; a template that names itself ends there. */
const DEEPEST = 5;

/** The packaged templates of a stack, root first, as far as they are part of the release. Each is parsed once. */
export function templatesOf({ template, source, artifacts }: PackagedStack): readonly PlacedTemplate[] {
  const texts = new Map(artifacts.flatMap(({ key, text }) => (text === undefined ? [] : [[key, text]])));
  const parsed = new Map<string, Template>();
  const visit = (here: PlacedTemplate): readonly PlacedTemplate[] => {
    if (texts.size === 0 || here.path.length >= DEEPEST) return [here];
    const inside = artifactReferences(here.template).flatMap(({ kind, logicalId, value }) => {
      const key = kind === 'template' && value.form !== 'local' ? value.location.key : undefined;
      const text = key === undefined ? undefined : texts.get(key);
      if (key === undefined || text === undefined || logicalId === undefined) return [];
      const child = parsed.get(key) ?? parseTemplate(text, key);
      parsed.set(key, child);
      return visit({ path: [...here.path, logicalId], template: child });
    });
    return [here, ...inside];
  };
  return visit({ path: [], template: parseTemplate(template, source) });
}
