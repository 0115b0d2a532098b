import type { RunContext } from '../../context.ts';
import type { FailoverPlan } from '../../failover/plan.ts';
import type { FailoverSettings } from '../../topology/failover-model.ts';
import type { Environment } from '../../topology/model.ts';
import { referencesIn, resolveReferences } from '../../topology/references.ts';
import { referenceValue } from '../record-content.ts';

/**
 * What the functions that are fenced are called in each target; those of a target that does not answer as they were
 * known before. Undefined: nothing is fenced.
 */
export async function fenceOf(
  environment: Pick<Environment, 'application' | 'name' | 'targets' | 'instances'>,
  { fence }: FailoverSettings,
  before: FailoverPlan['fence'],
  warn: (text: string) => void,
  { aws }: Pick<RunContext, 'aws'>,
): Promise<FailoverPlan['fence']> {
  if (fence === undefined) return undefined;
  const entries = await Promise.all(
    environment.targets.map(async ({ name }) => {
      const found = await Promise.all(fence.functions.map((text) => nameIn(name, text, environment, aws)));
      const known = found.filter((text) => text !== undefined);
      if (known.length === found.length) return [name, known] as const;
      const earlier = before?.functions[name];
      if (earlier === undefined) warn(`what failover.fence names is not known in ${name}: nothing is stopped there`);
      return [name, earlier ?? []] as const;
    }),
  );
  return { functions: Object.fromEntries(entries) };
}

async function nameIn(
  target: string,
  text: string,
  environment: Pick<Environment, 'application' | 'name' | 'instances'>,
  aws: RunContext['aws'],
): Promise<string | undefined> {
  const from = environment.instances.find((instance) => instance.target.name === target);
  if (from === undefined) return undefined;
  const values = new Map<string, string | undefined>();
  for (const reference of referencesIn(text)) {
    const value = await referenceValue(reference, from, environment, aws).catch(() => undefined);
    values.set(JSON.stringify(reference), value);
  }
  const resolution = resolveReferences(text, (reference) => values.get(JSON.stringify(reference)));
  return resolution.kind === 'resolved' ? resolution.text : undefined;
}
