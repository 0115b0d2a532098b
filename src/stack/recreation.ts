import type { Stack } from '../aws/cloudformation-port.ts';
import { parseTemplate } from '../template/parse.ts';
import type { Preparation, ResourceChange, StackRequest } from './model.ts';
import { identityOf } from './operation.ts';

/**
 * What a plan shows of a failed first create that a deployment would delete and create anew: CloudFormation takes no
 * change set for such a stack, so the resources are those that the template declares.
 */
export function recreation(
  { template, stackName }: Pick<StackRequest, 'template' | 'stackName'>,
  stack: Stack,
): Extract<Preparation, { kind: 'recreate' }> {
  const changes = parseTemplate(template.body, stackName).resources.map(
    ({ logicalId, type }): ResourceChange => ({
      logicalId,
      path: logicalId,
      resourceType: type,
      action: 'Add',
      scope: [],
      properties: [],
      dataLoss: false,
    }),
  );
  return {
    kind: 'recreate',
    stackId: stack.stackId,
    before: identityOf(stack),
    changes,
    notes: [
      `Stack ${stackName} is in ${stack.status} and nothing in it is kept or protected: a deployment deletes it and creates it anew`,
      `CloudFormation makes no change set for a stack in ${stack.status}: these are the resources as the template declares them, before transforms and conditions`,
    ],
  };
}
