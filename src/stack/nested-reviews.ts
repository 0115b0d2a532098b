import type { ChangeSet } from '../aws/cloudformation-port.ts';
import { NESTED_STACK } from './changes.ts';
import type { StackPorts } from './ports.ts';

const DEEPEST = 5;

/**
 * Nested stacks that would come to be by a change set, deepest first. With their change sets they lie in
 * REVIEW_IN_PROGRESS, and stay so when the root's change set is deleted: that deletes the change sets of the hierarchy
 * and not the stacks (API reference, DeleteChangeSet; awslabs/amazon-s3-find-and-forget issue 224).
 */
export async function nestedReviews(
  changeSetId: string,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<readonly string[]> {
  const below = async (changeSet: ChangeSet | undefined, depth: number): Promise<readonly string[]> => {
    const stacks: string[] = [];
    for (const { resourceType, action, nestedChangeSetId } of changeSet?.changes ?? []) {
      if (resourceType !== NESTED_STACK || nestedChangeSetId === undefined || depth >= DEEPEST) continue;
      const child = await cloudformation.describeChangeSet(nestedChangeSetId);
      stacks.push(...(await below(child, depth + 1)));
      if (action === 'Add' && child !== undefined) stacks.push(child.stackId);
    }
    return stacks;
  };
  return below(await cloudformation.describeChangeSet(changeSetId), 0);
}
