/** A value that CloudFormation looks up when it changes the resource that names it. */
export interface DynamicReference {
  /** As written: `{{resolve:ssm:/db/host}}`. */
  readonly text: string;
  /** It names a version: the same value whenever it is looked up. */
  readonly pinned: boolean;
}

/**
 * The dynamic references in a text (CloudFormation user guide, "Get values stored in other services"). A secret is
 * pinned by a version id, a parameter by a version number.
 */
export function dynamicReferences(text: string): readonly DynamicReference[] {
  return [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g)].map(
    ([whole, service, name]) => ({
      text: whole,
      pinned: service === 'secretsmanager' ? hasVersionId(name ?? '') : /:\d+$/.test(name ?? ''),
    }),
  );
}

/** `secret-id:SecretString:json-key:version-stage:version-id`; the id may be an ARN, with colons of its own. */
function hasVersionId(name: string): boolean {
  const [, , , versionId] = name.split(':SecretString')[1]?.split(':') ?? [];
  return versionId !== undefined && versionId !== '';
}
