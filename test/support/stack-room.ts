import type { RunEvent } from '../../src/report/events.ts';
import { executeStack, prepareStack, type StackPorts } from '../../src/stack/index.ts';
import type { Preparation, StackOutcome, StackRequest } from '../../src/stack/model.ts';
import type { FakeOptions } from './fake-cloudformation/world.ts';
import { createFakeCloudFormation, type FakeCloudFormation, type FakeTemplate } from './fake-cloudformation.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** Everything a test of one stack needs. */
export interface StackRoom {
  readonly clock: VirtualClock;
  readonly cloudformation: FakeCloudFormation;
  readonly events: readonly RunEvent[];
  readonly abort: AbortController;
  readonly ports: StackPorts;
  /** Names of the calls so far, in order. */
  calls(): readonly string[];
  prepare(request: StackRequest): Promise<Preparation>;
  /** Prepares and, when there is a change set, executes. */
  deploy(request: StackRequest): Promise<StackOutcome | Preparation>;
}

export function createStackRoom(options: FakeOptions = {}, ports: Partial<StackPorts> = {}): StackRoom {
  const clock = createVirtualClock();
  const cloudformation = createFakeCloudFormation(clock, options);
  const events: RunEvent[] = [];
  const abort = new AbortController();
  const all: StackPorts = {
    cloudformation,
    clock,
    report: (event) => events.push(event),
    signal: abort.signal,
    beforeWrite: async () => {},
    target: 'eu-west-1',
    isStateful: (type) => ['AWS::DynamoDB::Table', 'AWS::S3::Bucket'].includes(type),
    ...ports,
  };
  const prepare = (request: StackRequest): Promise<Preparation> => prepareStack(request, all);
  return {
    clock,
    cloudformation,
    events,
    abort,
    ports: all,
    calls: () => cloudformation.calls.map(({ action }) => action),
    prepare,
    async deploy(request) {
      const preparation = await prepare(request);
      return preparation.kind === 'change-set' ? executeStack(request, preparation, all) : preparation;
    },
  };
}

/** A request for stack `app` with this template; the parameters it declares are those of the template. */
export function requestFor(template: FakeTemplate, changes: Partial<StackRequest> = {}): StackRequest {
  return {
    instance: 'app@eu-west-1',
    stackName: 'app',
    template: { body: JSON.stringify(template) },
    declaredParameters: Object.entries(template.Parameters ?? {}).map(([name, { Type, Default, NoEcho }]) => ({
      name,
      type: Type,
      hasDefault: Default !== undefined,
      noEcho: NoEcho ?? false,
    })),
    parameters: {},
    missingParameters: 'keep',
    tags: {},
    capabilities: ['CAPABILITY_IAM'],
    notificationArns: [],
    disableRollback: false,
    revertDrift: false,
    timeoutMs: 1_800_000,
    hasNestedStacks: Object.values(template.Resources).some(({ Type }) => Type === 'AWS::CloudFormation::Stack'),
    runId: 'run-1',
    ...changes,
  };
}

/** One function, whose code is what changes between versions. */
export function template(version: string, more: FakeTemplate['Resources'] = {}): FakeTemplate {
  return {
    Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: version } }, ...more },
    Outputs: { Url: { Value: `https://${version}.example.com` } },
  };
}
