import type { StackPorts } from './ports.ts';

/**
 * Policies under which a deletion of the stack leaves something behind. RetainExceptOnCreate is one: it lets go of a
 * resource only in the rollback of the operation that created it (CloudFormation user guide, DeletionPolicy).
 */
const KEEPING: readonly string[] = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];

/** Logical ids of the resources of a stack that its deletion leaves behind, as its template says. */
export async function retainedResources(
  stackId: string,
  cloudformation: StackPorts['cloudformation'],
): Promise<ReadonlySet<string>> {
  const text = await cloudformation.getTemplate(stackId, 'Processed');
  const { parse } = await import('yaml');
  const template: unknown = parse(text, { logLevel: 'silent' });
  return new Set(
    entries(property(template, 'Resources'))
      .filter(([, resource]) => KEEPING.includes(String(property(resource, 'DeletionPolicy'))))
      .map(([logicalId]) => logicalId),
  );
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function property(value: unknown, name: string): unknown {
  return entries(value).find(([key]) => key === name)?.[1];
}
