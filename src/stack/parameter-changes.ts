import type { ChangeSetRequest, Stack } from '../aws/cloudformation-port.ts';
import type { StackRequest } from './model.ts';
import { createMask } from './secrets.ts';

/** One parameter of a deployed stack that gets another value. */
export interface ParameterChange {
  readonly name: string;
  /** Absent: the parameter is new. Secrets are masked. */
  readonly before?: string;
  /** Absent: it goes back to the template's default, or is no longer there. */
  readonly after?: string;
}

/**
 * What an update would change in the parameters of a stack, by name. NoEcho values cannot be read, so that nobody can say
 * whether they change: they are left out.
 */
export function parameterChanges(
  stack: Stack | undefined,
  request: Pick<StackRequest, 'declaredParameters' | 'parameters'>,
  sent: ChangeSetRequest['parameters'],
): readonly ParameterChange[] {
  if (stack === undefined) return [];
  const mask = createMask(request);
  const hidden = new Set(request.declaredParameters.filter(({ noEcho }) => noEcho).map(({ name }) => name));
  const kept = new Set(sent.filter((parameter) => 'usePrevious' in parameter).map(({ name }) => name));
  const values = new Map(
    sent.flatMap((parameter) => ('value' in parameter ? [[parameter.name, parameter.value] as const] : [])),
  );
  const names = new Set([...Object.keys(stack.parameters), ...values.keys()]);
  return [...names].sort().flatMap((name) => {
    const [before, after] = [stack.parameters[name], values.get(name)];
    if (hidden.has(name) || kept.has(name) || before === after) return [];
    const shownBefore = mask(name, before);
    const shownAfter = mask(name, after);
    return {
      name,
      ...(shownBefore !== undefined && { before: shownBefore }),
      ...(shownAfter !== undefined && { after: shownAfter }),
    };
  });
}
