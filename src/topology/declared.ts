import { UserError } from '../errors.ts';
import type { Context } from './context.ts';
import type { ParameterText, StackInstance } from './model.ts';
import { didYouMean } from './nearest.ts';

type Declared = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Drops from each instance the parameters that were said for all stacks and that its template does not declare. One that
 * no template declares is a finding. Where a template cannot be read they stay, marked as `shared`.
 */
export async function dropUndeclared(
  instances: readonly StackInstance[],
  context: Context,
): Promise<readonly StackInstance[]> {
  const isShared = ([, { shared }]: readonly [string, ParameterText]) => shared === true;
  if (!instances.some(({ settings }) => Object.entries(settings.parameters).some(isShared))) return instances;
  const declared = await readDeclared(instances, context);
  checkUsed(instances, declared, context);
  return instances.map((instance) => {
    const names = declared.get(instance.stack.key);
    if (names === undefined) return instance;
    const kept = Object.entries(instance.settings.parameters)
      .filter((entry) => !isShared(entry) || names.has(entry[0]))
      .map(([name, { shared: _shared, ...value }]) => [name, value] as const);
    return { ...instance, settings: { ...instance.settings, parameters: Object.fromEntries(kept) } };
  });
}

/** Names of the declared parameters by stack key. A template that is missing or broken is reported by whoever needs all of it. */
async function readDeclared(instances: readonly StackInstance[], context: Context): Promise<Declared> {
  const { parseTemplate } = await import('../template/parse.ts');
  const declared = new Map<string, ReadonlySet<string>>();
  for (const { stack } of new Map(instances.map((instance) => [instance.stack.key, instance] as const)).values()) {
    const text = context.readFile(stack.template);
    if (text === undefined) continue;
    try {
      const { parameters } = parseTemplate(text, stack.template);
      declared.set(stack.key, new Set(parameters.map(({ name }) => name)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return declared;
}

function checkUsed(instances: readonly StackInstance[], declared: Declared, context: Context): void {
  if (instances.some(({ stack }) => !declared.has(stack.key))) return;
  const known = new Set([...declared.values()].flatMap((names) => [...names]));
  for (const { settings } of instances) {
    for (const [name, { shared, location, source }] of Object.entries(settings.parameters)) {
      if (!shared || known.has(name)) continue;
      const message = `no template declares the parameter ${name} (${source})`;
      context.findings.add('undeclared-parameter', message, location, didYouMean(name, [...known]));
    }
  }
}
