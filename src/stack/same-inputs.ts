import type { ChangeSetRequest, Stack } from '../aws/cloudformation-port.ts';
import type { StackRequest } from './model.ts';
import type { StackPorts } from './ports.ts';

type Compared = Pick<StackRequest, 'template' | 'tags' | 'serviceRole' | 'notificationArns' | 'rollbackTriggers'>;

/**
 * Whether template, parameters and what the stack keeps beside them are those it was deployed with. Needed for stacks
 * with nested stacks: CloudFormation never calls their change sets empty, and outputs, service role, topics and alarms
 * of the stack itself show in no change set.
 *
 * Capabilities are not compared: they are the consent to one operation, and alone never make one (CreateChangeSet of a
 * stack without nested stacks then finds no changes).
 */
export async function sameInputs(
  stack: Stack,
  request: Compared,
  parameters: ChangeSetRequest['parameters'],
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<boolean> {
  // Without tags of ours the stack keeps its own.
  if (Object.keys(request.tags).length > 0 && !sameRecord(stack.tags, request.tags)) return false;
  if (!sameSettings(stack, request)) return false;
  const sent = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const same = Object.entries(stack.parameters).every(([name, deployed]) => {
    const parameter = sent.get(name);
    // Not sent: the template's default, which is not known here.
    if (parameter === undefined) return false;
    return 'usePrevious' in parameter || parameter.value === deployed;
  });
  if (!same || sent.size !== Object.keys(stack.parameters).length) return false;
  const template = await cloudformation.getTemplate(stack.stackId, 'Original');
  return template.trim() === request.template.body.trim();
}

/** What is not given is not sent either, and the stack keeps its own (CloudFormation API reference, CreateChangeSet). */
function sameSettings(stack: Stack, { serviceRole, notificationArns, rollbackTriggers }: Compared): boolean {
  if (serviceRole !== undefined && serviceRole !== stack.roleArn) return false;
  if (notificationArns.length > 0 && !sameSet(stack.notificationArns, notificationArns)) return false;
  if (rollbackTriggers === undefined) return true;
  const { alarms = [], monitoringMinutes = 0 } = stack.rollbackTriggers ?? {};
  return monitoringMinutes === rollbackTriggers.monitoringMinutes && sameSet(alarms, rollbackTriggers.alarms);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one);
  return set.size === new Set(other).size && other.every((item) => set.has(item));
}

function sameRecord(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
