import { referencesIn } from '../topology/references.ts';

/** A stack in one target: what is configured for its parameters, and what they are. */
export interface StackParameters {
  /** Texts of the configuration, with their references. */
  readonly configured: Readonly<Record<string, { readonly text: string }>>;
  readonly actual: Readonly<Record<string, string>>;
}

/** What stands for something else in each target. */
const OF_A_TARGET: ReadonlySet<string> = new Set(['target', 'ssm', 'output']);

/**
 * Names of parameters that differ between two targets although nobody says that they should: the configuration has the
 * same text for both, or none. Values that CloudFormation hides look alike and are not told apart.
 */
export function parametersOutOfStep(one: StackParameters, other: StackParameters): readonly string[] {
  const names = [...new Set([...Object.keys(one.actual), ...Object.keys(other.actual)])];
  return names.filter((name) => one.actual[name] !== other.actual[name] && !isMeant(name, one, other)).sort();
}

function isMeant(name: string, one: StackParameters, other: StackParameters): boolean {
  const [own, others] = [one.configured[name]?.text, other.configured[name]?.text];
  if (own !== others) return true;
  return own !== undefined && referencesIn(own).some(({ kind }) => OF_A_TARGET.has(kind));
}
