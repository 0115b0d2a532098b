import type { StackRequest } from '../../../../src/stack/model.ts';

export function samRequest(over: Partial<StackRequest> = {}): StackRequest {
  return {
    instance: 'app@eu-west-1',
    stackName: 'app',
    template: { body: '' },
    declaredParameters: [],
    parameters: {},
    missingParameters: 'keep',
    tags: {},
    capabilities: [],
    notificationArns: [],
    disableRollback: false,
    revertDrift: false,
    timeoutMs: 60_000,
    hasNestedStacks: false,
    runId: 'r1',
    ...over,
  };
}
