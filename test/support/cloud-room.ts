import { CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { expect } from '@jest/globals';
import { createAws } from '../../src/aws/index.ts';
import type { TargetSession } from '../../src/aws/ports.ts';
import { realClock } from '../../src/real-clock.ts';
import type { RunEvent } from '../../src/report/events.ts';
import { executeStack, prepareStack, type StackPorts } from '../../src/stack/index.ts';
import type { Preparation, StackOutcome, StackRequest } from '../../src/stack/model.ts';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { target } from './topology.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT = '111111111111';

/** The work on one stack, on the local AWS. */
export interface CloudRoom {
  readonly session: TargetSession;
  readonly ports: StackPorts;
  readonly events: readonly RunEvent[];
}

export function openRoom(cloud: Cloud, signal = new AbortController().signal): CloudRoom {
  const events: RunEvent[] = [];
  const report = (event: RunEvent): void => void events.push(event);
  const aws = createAws({
    env: cloud.env(ACCOUNT, REGION),
    clock: realClock,
    report,
    maskSecret: () => {},
    userAgent: 'test',
    sessionName: 'test',
  });
  const session = aws.session({ ...target(REGION), account: ACCOUNT });
  return {
    session,
    events,
    ports: {
      cloudformation: session.cloudformation,
      alarmKinds: (arns) => session.alarmKinds(arns),
      clock: realClock,
      report,
      signal,
      beforeWrite: async () => {},
      target: REGION,
      isStateful: (type) => type === 'AWS::DynamoDB::Table',
    },
  };
}

/** What is told when the work waits for somebody else's. */
export const waited = expect.objectContaining({ type: 'instance.state', state: 'waiting' });

/** The ports of a room whose stacks are held: they are let go when the work waits for them. */
export function releasing(cloud: Pick<Cloud, 'configure'>, { ports }: Pick<CloudRoom, 'ports'>): StackPorts {
  return {
    ...ports,
    report(event) {
      ports.report(event);
      if (event.type === 'instance.state' && event.state === 'waiting') void cloud.configure({ stackSeconds: 0 });
    },
  };
}

/** Every stack of the account and region, by name. */
export async function allStacks(
  cloud: Cloud,
): Promise<readonly { readonly stackName: string; readonly status: string }[]> {
  const client = new CloudFormationClient(clientOptions(cloud, REGION));
  try {
    const found: { stackName: string; status: string }[] = [];
    for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}))
      for (const { StackName = '', StackStatus = '' } of Stacks)
        found.push({ stackName: StackName, status: StackStatus });
    return found;
  } finally {
    client.destroy();
  }
}

let runs = 0;

/** A request of its own run. */
export function requestFor(stackName: string, resources: object, changes: Partial<StackRequest> = {}): StackRequest {
  runs += 1;
  return {
    instance: `app@${REGION}`,
    stackName,
    template: { body: JSON.stringify({ Resources: resources, Outputs: { Name: { Value: stackName } } }) },
    declaredParameters: [],
    parameters: {},
    missingParameters: 'keep',
    tags: { team: 'orders' },
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
    notificationArns: [],
    disableRollback: false,
    revertDrift: false,
    timeoutMs: 600_000,
    hasNestedStacks: JSON.stringify(resources).includes('AWS::CloudFormation::Stack'),
    runId: `run-${runs}`,
    ...changes,
  };
}

export async function planned(
  request: StackRequest,
  ports: StackPorts,
): Promise<Extract<Preparation, { kind: 'change-set' }>> {
  const preparation = await prepareStack(request, ports);
  if (preparation.kind !== 'change-set') throw new Error(`expected a change set: ${JSON.stringify(preparation)}`);
  return preparation;
}

export async function deployTo({ ports }: Pick<CloudRoom, 'ports'>, request: StackRequest): Promise<StackOutcome> {
  return executeStack(request, await planned(request, ports), ports);
}

/** An SQS queue that is changed in place. */
export function queue(seconds: number): object {
  return { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: seconds } };
}

/** A nested stack whose template is this object in a bucket of the local AWS. */
export function nestedStack(key: string): object {
  return {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: `https://templates.s3.${REGION}.amazonaws.com/${key}` },
  };
}
