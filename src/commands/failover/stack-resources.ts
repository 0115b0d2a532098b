import type { CloudFormation } from '../../aws/cloudformation-port.ts';
import { isNestedStack } from '../../template/locate-nested.ts';
import { resourcesOf } from './find-consumers.ts';

/** One resource that is there. */
export interface StackResource {
  readonly type: string;
  readonly physicalId: string;
}

/** Resources of a stack and of those that it nests; none where there is no such stack. @throws AwsError */
export async function allResources(
  stack: string,
  cloudformation: Pick<CloudFormation, 'listStackResources'>,
): Promise<readonly StackResource[]> {
  const own = (await resourcesOf(stack, cloudformation)).flatMap(({ type, physicalId }) =>
    physicalId === undefined ? [] : [{ type, physicalId }],
  );
  const nested = own.filter(({ type }) => isNestedStack(type));
  const inner = await Promise.all(nested.map(({ physicalId }) => allResources(physicalId, cloudformation)));
  return [...own, ...inner.flat()];
}
