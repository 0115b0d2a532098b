import type { Environment, StackInstance } from '../../topology/model.ts';
import { type Reference, referencesIn } from '../../topology/references.ts';

type OutputReference = Extract<Reference, { kind: 'output' }>;

/** The instance that an output reference means: of the named target, else of the same target, else the only one. */
export function referencedInstance(
  environment: Pick<Environment, 'instances'>,
  from: StackInstance,
  reference: Pick<OutputReference, 'stack' | 'target'>,
): StackInstance | undefined {
  const candidates = environment.instances.filter(({ stack }) => stack.key === reference.stack);
  const wanted = reference.target ?? from.target.name;
  return (
    candidates.find(({ target }) => target.name === wanted) ??
    (reference.target === undefined && candidates.length === 1 ? candidates[0] : undefined)
  );
}

/** Every text of an instance that may hold references. */
export function referencingTexts({ settings }: StackInstance): readonly string[] {
  return [...Object.values(settings.parameters).map(({ text }) => text), ...Object.values(settings.tags)];
}

/** Ids of the instances that must be done before this one: those whose outputs it takes, and its `needs`. */
export function dependencyIds(environment: Environment, instance: StackInstance): readonly string[] {
  const references = referencingTexts(instance)
    .flatMap(referencesIn)
    .filter((reference) => reference.kind === 'output');
  const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
  return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
}
