import type { CloudFormation } from '../aws/cloudformation-port.ts';
import { NESTED_STACK } from './changes.ts';

type Resource = Awaited<ReturnType<CloudFormation['listStackResources']>>[number];

/** One stack of a tree of nested stacks. */
export interface StackContents {
  readonly stackId: string;
  /** Logical ids of the nested stacks down to this one; empty for the root. */
  readonly path: readonly string[];
  /** What exists in it, or may exist. Undefined: the tree is larger than is looked through. */
  readonly resources: readonly Resource[] | undefined;
}

const MOST_STACKS = 50;

/** A stack and all stacks nested in it, as far as the reader wants to go: deleting it takes them all along. */
export async function* stackTree(
  root: string,
  { listStackResources }: Pick<CloudFormation, 'listStackResources'>,
): AsyncGenerator<StackContents> {
  const pending: Pick<StackContents, 'stackId' | 'path'>[] = [{ stackId: root, path: [] }];
  for (let looked = 0; ; looked += 1) {
    const next = pending.shift();
    if (next === undefined) return;
    if (looked >= MOST_STACKS) {
      yield { ...next, resources: undefined };
      return;
    }
    const listed = await listStackResources(next.stackId);
    const resources = listed
      .filter(({ status }) => status !== 'DELETE_COMPLETE')
      // What never came to be has no physical id.
      .filter(({ status, physicalId }) => status !== 'CREATE_FAILED' || physicalId !== undefined);
    yield { ...next, resources };
    for (const { type, logicalId, physicalId } of resources) {
      if (type === NESTED_STACK && physicalId !== undefined) {
        pending.push({ stackId: physicalId, path: [...next.path, logicalId] });
      }
    }
  }
}
