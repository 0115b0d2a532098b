import type { Preparation, StackRequest } from './model.ts';
import type { StackPorts } from './ports.ts';
import { setStackPolicy, setTerminationProtection, warnOnFailure } from './settings.ts';

export { discardPreparation } from './discard.ts';
export { executeStack } from './execute.ts';
export { createPaces, type Pace } from './pace.ts';
export type { StackPorts, StackSubject } from './ports.ts';
export { prepareStack } from './prepare.ts';
export { type RemoveRequest, removeStack } from './remove.ts';
export { STACK_STATUSES, type StatusMeaning, statusMeaning } from './status.ts';
export type { ChangeSetPreparation } from './take-over.ts';

/**
 * Stack policy and termination protection of a stack that has no other change. They are in no change set, so a
 * deployment calls this when a preparation is `no-change`; a plan does not. What AWS refuses becomes a warning.
 */
export async function alignSettings(
  request: StackRequest,
  preparation: Extract<Preparation, { kind: 'no-change' }>,
  ports: StackPorts,
): Promise<void> {
  const { stackId, terminationProtection } = preparation;
  await warnOnFailure('The stack policy', ports, () => setStackPolicy(stackId, request, ports));
  if (terminationProtection === undefined) return;
  const stack = { stackId, stackName: request.stackName, terminationProtection };
  await warnOnFailure('Termination protection', ports, () => setTerminationProtection(stack, request, ports));
}
