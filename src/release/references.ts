import { UserError } from '../errors.ts';
import { type ArtifactReference, artifactReferences } from '../template/artifact-references.ts';
import { replaceScalars, type ScalarEdit } from '../template/edit.ts';
import type { Template } from '../template/model.ts';
import { parseTemplate } from '../template/parse.ts';

/** A packaged template with the references that lie in the first bucket. */
export interface ReferencingTemplate {
  readonly template: Template;
  readonly references: readonly OriginReference[];
}

type OriginReference = ArtifactReference & {
  readonly value: Exclude<ArtifactReference['value'], { readonly form: 'local' }>;
};

/** Where references go instead of the first bucket. */
export interface Destination {
  readonly bucket: string;
  fileKey(key: string): string;
  /** The key of a nested template once it is rewritten itself. */
  templateKey(key: string): string;
  /** For references that are URLs: `TemplateURL` takes nothing else. */
  url(key: string): string;
}

export function referencingTemplate(text: string, file: string, bucket: string): ReferencingTemplate {
  const template = parseTemplate(text, file);
  // Most templates that name no artifact of ours are told by one search.
  const references = text.includes(bucket) ? artifactReferences(template).filter(within(bucket)) : [];
  return { template, references };
}

function within(bucket: string): (reference: ArtifactReference) => reference is OriginReference {
  return (reference): reference is OriginReference =>
    reference.value.form !== 'local' && reference.value.location.bucket === bucket;
}

/** The template's text with its references pointing to the destination; everything else stays as it is. */
export function rewrite({ template, references }: ReferencingTemplate, to: Destination): string {
  const edits = references.flatMap(({ kind, path, value }): readonly ScalarEdit[] => {
    const key = kind === 'template' ? to.templateKey(value.location.key) : to.fileKey(value.location.key);
    if (value.form === 'pair') {
      const bucket = { path: [...path, value.bucketKey], value: to.bucket };
      return key === value.location.key ? [bucket] : [bucket, { path: [...path, value.objectKey], value: key }];
    }
    const text = value.text.startsWith('s3://') ? `s3://${to.bucket}/${key}` : to.url(key);
    return text === value.text ? [] : [{ path, value: text }];
  });
  return edits.length === 0 ? template.text : replaceScalars(template, edits);
}

/**
 * Object versions exist in one bucket only.
 *
 * @throws UserError `artifact-has-version`
 */
export function refuseVersions({ template, references }: ReferencingTemplate): void {
  const versioned = references.find(({ value }) => value.location.version !== undefined);
  if (!versioned) return;
  const location = template.locate(versioned.path.join('.'));
  throw new UserError(
    'artifact-has-version',
    `${template.file}: ${versioned.path.join('.')} names version ${versioned.value.location.version} of ${versioned.value.location.key}; a copy in another bucket has another version id.`,
    {
      fix: ['Leave the version out: the key already holds the hash of the content.'],
      ...(location && { location }),
    },
  );
}
