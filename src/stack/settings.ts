import type { Stack } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import { errorText, UserError } from '../errors.ts';
import type { StackRequest } from './model.ts';
import type { StackPorts } from './ports.ts';

type Settings = Pick<StackRequest, 'instance' | 'stackName' | 'terminationProtection' | 'stackPolicy'>;

/** Sets the stack policy, where one is given: before an update, so that it guards that update already. */
export async function setStackPolicy(stackId: string, { stackPolicy }: Settings, ports: StackPorts): Promise<void> {
  if (stackPolicy === undefined) return;
  await ports.beforeWrite();
  await ports.cloudformation.setStackPolicy(stackId, stackPolicy);
}

/** Turns termination protection to what is asked, where that differs. */
export async function setTerminationProtection(
  stack: Pick<Stack, 'stackId' | 'stackName' | 'terminationProtection'>,
  { terminationProtection }: Settings,
  ports: StackPorts,
): Promise<void> {
  if (terminationProtection === undefined || terminationProtection === stack.terminationProtection) return;
  await ports.beforeWrite();
  await ports.cloudformation.setTerminationProtection(stack.stackName, terminationProtection);
}

/** The stack is as it should be, only a setting around it could not be made: worth a warning, not a failure. */
export async function warnOnFailure(what: string, ports: StackPorts, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AwsError || error instanceof UserError)) throw error;
    ports.report({
      type: 'note',
      level: 'warning',
      target: ports.target,
      text: `${what} could not be set: ${errorText(error)}`,
    });
  }
}
