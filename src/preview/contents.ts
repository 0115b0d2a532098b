import type { Stack } from '../aws/cloudformation-port.ts';
import type { StackPorts } from '../stack/index.ts';
import { retainedResources } from '../stack/retained.ts';
import { stackTree } from '../stack/stack-tree.ts';

/** What a stack holds that its deletion stumbles over or leaves behind. */
export interface StackContents {
  /** Names of its buckets, without those that its template keeps. */
  readonly buckets: readonly string[];
  /** Log groups that Lambda made for its functions: nobody deletes them with the stack. */
  readonly logGroups: readonly string[];
  /** What its template keeps, as `Path (type) name`. */
  readonly kept: readonly string[];
  /** The stack nests more stacks than are looked through. */
  readonly incomplete: boolean;
}

/** Looks through a stack and those nested in it. */
export async function contentsOf(
  stack: Pick<Stack, 'stackId'>,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<StackContents> {
  const [buckets, functions, ownLogGroups, kept]: [string[], string[], string[], string[]] = [[], [], [], []];
  let incomplete = false;
  for await (const { stackId, path, resources } of stackTree(stack.stackId, cloudformation)) {
    if (resources === undefined) incomplete = true;
    if (resources === undefined || resources.length === 0) continue;
    const retained = await retainedResources(stackId, cloudformation);
    for (const { logicalId, type, physicalId, status } of resources) {
      if (physicalId === undefined) continue;
      if (type === 'AWS::Lambda::Function') functions.push(physicalId);
      // A log group of the template is its own affair: it goes with the stack, or is kept.
      if (type === 'AWS::Logs::LogGroup') ownLogGroups.push(physicalId);
      if (status === 'DELETE_SKIPPED' || retained.has(logicalId))
        kept.push(`${[...path, logicalId].join('.')} (${type}) ${physicalId}`);
      else if (type === 'AWS::S3::Bucket') buckets.push(physicalId);
    }
  }
  const logGroups = functions.map((name) => `/aws/lambda/${name}`).filter((name) => !ownLogGroups.includes(name));
  return { buckets, logGroups, kept, incomplete };
}
