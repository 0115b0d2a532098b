import type { Stack } from '../../../src/aws/cloudformation-port.ts';
import type { FakeStack } from './model.ts';

/** What DescribeStacks shows of a stack: NoEcho values masked, and lagging behind where reads are stale. */
export function view(stack: FakeStack | undefined): Stack | undefined {
  if (stack === undefined) return undefined;
  const isStale = stack.stale !== undefined && stack.staleReads > 0;
  if (isStale) stack.staleReads -= 1;
  const shown = isStale && stack.stale !== undefined ? stack.stale : stack;
  return {
    stackId: stack.stackId,
    stackName: stack.stackName,
    status: shown.status,
    ...(shown.statusReason !== undefined && { statusReason: shown.statusReason }),
    ...(stack.changeSetId !== undefined && { changeSetId: stack.changeSetId }),
    createdAt: new Date(stack.createdAt).toISOString(),
    ...(shown.updatedAt !== undefined && { updatedAt: new Date(shown.updatedAt).toISOString() }),
    parameters: masked(stack),
    outputs: shown.outputs,
    tags: stack.tags,
    capabilities: stack.capabilities,
    terminationProtection: stack.terminationProtection,
    notificationArns: [],
    disableRollback: false,
    lastOperations: [...shown.operations],
  };
}

function masked(stack: FakeStack): Readonly<Record<string, string>> {
  const declared = stack.template.Parameters ?? {};
  return Object.fromEntries(
    Object.entries(stack.parameters).map(([name, value]) => [name, declared[name]?.NoEcho ? '****' : value]),
  );
}
