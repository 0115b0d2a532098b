import { referencesIn } from '../../topology/references.ts';
import { missing, notLookedAt, type ReadinessCheck, ready } from './model.ts';

/** Parameters of one stack in one target. */
export interface StackParameters {
  readonly target: string;
  /** Key of the stack in the configuration. */
  readonly stack: string;
  /** As they are deployed. */
  readonly deployed: Readonly<Record<string, string>>;
  /** As they are written, with their references. */
  readonly configured: Readonly<Record<string, string>>;
}

/** Whether the stacks of a target have the parameters of the same stacks elsewhere, apart from what is meant to differ. */
export function parametersCheck(own: readonly StackParameters[], others: readonly StackParameters[]): ReadinessCheck {
  const pairs = own.flatMap((one) =>
    others.filter(({ stack }) => stack === one.stack).map((other) => [one, other] as const),
  );
  if (pairs.length === 0) return notLookedAt('parameters', 'no other target has the same stacks');
  const different = pairs.flatMap(([one, other]) =>
    outOfStep(one, other).map((name) => `${name} of ${one.stack} (not as in ${other.target})`),
  );
  if (different.length === 0) return ready('parameters', 'in step, apart from what is configured to differ');
  return missing(
    'parameters',
    `not in step: ${[...new Set(different)].join(', ')}`,
    'Deploy, or say in the configuration of the target that it is meant to differ.',
  );
}

/** Names whose values differ although they are configured alike. Values themselves are not shown. */
function outOfStep(one: StackParameters, other: StackParameters): readonly string[] {
  const names = new Set([...Object.keys(one.deployed), ...Object.keys(other.deployed)]);
  return [...names]
    .filter((name) => one.deployed[name] !== other.deployed[name] && !meantToDiffer(one, other, name))
    .sort();
}

function meantToDiffer(one: StackParameters, other: StackParameters, name: string): boolean {
  const text = one.configured[name];
  if (text !== other.configured[name]) return true;
  return referencesIn(text ?? '').some(
    (reference) =>
      reference.kind === 'target' ||
      reference.kind === 'ssm' ||
      (reference.kind === 'output' && reference.target === undefined),
  );
}
