import type { ChangeSetRequest, Stack } from '../aws/ports.ts';
import type { StackRequest } from './model.ts';
import type { StackPorts } from './ports.ts';

/**
 * Whether template, parameters and tags are those the stack was deployed with. Needed for stacks with nested stacks:
 * CloudFormation never calls their change sets empty, and outputs of the stack itself show in no change set.
 */
export async function sameInputs(
  stack: Stack,
  request: Pick<StackRequest, 'template' | 'declaredParameters' | 'tags'>,
  parameters: ChangeSetRequest['parameters'],
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<boolean> {
  // Without tags of ours the stack keeps its own.
  if (Object.keys(request.tags).length > 0 && !sameRecord(stack.tags, request.tags)) return false;
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

function sameRecord(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
