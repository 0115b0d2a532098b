import { afterEach, describe, expect, test } from '@jest/globals';
import type { ChangeSetRequest, CloudFormation } from '../../../src/aws/cloudformation-port.ts';
import { failure, identity, result, stack } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { testClock } from './support/clock.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function cloudformation(answer: (request: Request, count: number) => Answer): Promise<CloudFormation> {
  let count = 0;
  server = await serve((request) => {
    if (request.action === 'GetCallerIdentity') return identity('111111111111');
    count += 1;
    return answer(request, count);
  });
  return awsAt(server.url).aws.session(target()).cloudformation;
}

/** Query parameters of call number `index` after GetCallerIdentity. */
const sent = (index: number) => Object.fromEntries(new URLSearchParams(server?.requests[index + 1]?.body));
const actions = () => server?.actions().slice(1);

const REQUEST: ChangeSetRequest = {
  stackName: 'orders',
  name: 'run-1',
  type: 'UPDATE',
  template: { body: '{}' },
  parameters: [
    { name: 'Stage', value: 'prod' },
    { name: 'Kept', usePrevious: true },
  ],
  tags: { app: 'orders' },
  capabilities: ['CAPABILITY_IAM'],
  notificationArns: [],
  rollbackTriggers: {
    alarms: [
      { arn: 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:a', kind: 'metric' },
      { arn: 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:all', kind: 'composite' },
    ],
    monitoringMinutes: 5,
  },
  includeNestedStacks: true,
  clientToken: 'token-1',
  description: 'release 1',
};
const CREATED = result('CreateChangeSet', '<Id>arn:cs/1</Id><StackId>arn:stack/1</StackId>');
const EVENT = (id: string, more = '') =>
  `<member><EventId>${id}</EventId><StackId>s</StackId><Timestamp>2026-01-02T03:04:05.678Z</Timestamp>${more}</member>`;

describe('stacks', () => {
  test('are plain data with ISO dates', async () => {
    const port = await cloudformation(() => stack('orders'));
    expect(await port.describeStack('orders')).toEqual({
      stackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/orders/1',
      stackName: 'orders',
      status: 'CREATE_COMPLETE',
      createdAt: '2026-01-02T03:04:05.000Z',
      parameters: {},
      outputs: { Url: 'https://x/' },
      tags: { app: 'orders' },
      capabilities: [],
      terminationProtection: false,
      notificationArns: [],
      disableRollback: false,
      lastOperations: [],
    });
  });

  test('that are absent are undefined, other validation errors are errors, and neither is repeated', async () => {
    const port = await cloudformation(({ body }) =>
      failure(
        400,
        'ValidationError',
        body.includes('gone') ? 'Stack with id gone does not exist' : "1 validation error: Value 'x y'",
      ),
    );
    expect(await port.describeStack('gone')).toBeUndefined();
    await expect(port.describeStack('x y')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'ValidationError',
      httpStatus: 400,
    });
    expect(actions()).toHaveLength(2);
  });

  test.each([
    ['Stack:arn:x is in ROLLBACK_COMPLETE state and can not be updated.', 'conflict'],
    ['Stack [orders] is in UPDATE_IN_PROGRESS state and can not be deleted', 'conflict'],
    ['Stack [orders] does not exist', 'not-found'],
    ['Parameters: [Stage] must have values', 'invalid'],
    ['Parameters: [Foo] do not exist in the template', 'invalid'],
  ])('a validation error "%s" is %s', async (message, kind) => {
    const port = await cloudformation(() => failure(400, 'ValidationError', message));
    await expect(port.deleteStack({ stack: 'orders', clientRequestToken: 't' })).rejects.toMatchObject({
      kind,
      message,
    });
  });
});

describe('change sets', () => {
  test('carry everything that was asked for', async () => {
    const port = await cloudformation(() => CREATED);
    expect(await port.createChangeSet(REQUEST)).toEqual({ id: 'arn:cs/1', stackId: 'arn:stack/1' });
    expect(sent(0)).toMatchObject({
      StackName: 'orders',
      ChangeSetName: 'run-1',
      ChangeSetType: 'UPDATE',
      TemplateBody: '{}',
      'Parameters.member.1.ParameterKey': 'Stage',
      'Parameters.member.1.ParameterValue': 'prod',
      'Parameters.member.2.UsePreviousValue': 'true',
      'Tags.member.1.Key': 'app',
      'Capabilities.member.1': 'CAPABILITY_IAM',
      'RollbackConfiguration.RollbackTriggers.member.1.Arn': 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:a',
      'RollbackConfiguration.MonitoringTimeInMinutes': '5',
      IncludeNestedStacks: 'true',
      ClientToken: 'token-1',
      Description: 'release 1',
    });
  });

  test('whose creation was answered into the void are found by their name', async () => {
    const port = await cloudformation(({ action }, count) => {
      if (count === 1) return { reset: 'before' };
      if (action === 'CreateChangeSet') return failure(400, 'AlreadyExistsException', 'ChangeSet run-1 already exists');
      return result('DescribeChangeSet', '<ChangeSetId>arn:cs/1</ChangeSetId><StackId>arn:stack/1</StackId>');
    });
    expect(await port.createChangeSet(REQUEST)).toEqual({ id: 'arn:cs/1', stackId: 'arn:stack/1' });
  });

  test('of somebody else with the same name are an error', async () => {
    const port = await cloudformation(() => failure(400, 'AlreadyExistsException', 'ChangeSet run-1 already exists'));
    await expect(port.createChangeSet(REQUEST)).rejects.toMatchObject({ kind: 'already-exists' });
    expect(actions()).toHaveLength(1);
  });

  test('are described over all pages, with values when asked for', async () => {
    const change = (id: string) =>
      `<member><ResourceChange><LogicalResourceId>${id}</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType><Action>Modify</Action>` +
      '<Replacement>True</Replacement><PolicyAction>ReplaceAndDelete</PolicyAction><Scope><member>Properties</member></Scope>' +
      '<Details><member><Target><Attribute>Properties</Attribute><Name>BucketName</Name><Path>/Properties/BucketName</Path><BeforeValue>a</BeforeValue><AfterValue>b</AfterValue><RequiresRecreation>Always</RequiresRecreation></Target></member></Details></ResourceChange></member>';
    const port = await cloudformation((_request, count) =>
      result(
        'DescribeChangeSet',
        `<ChangeSetId>arn:cs/1</ChangeSetId><ChangeSetName>run-1</ChangeSetName><StackId>s</StackId><Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes>${change(`R${count}`)}</Changes>${count === 1 ? '<NextToken>n</NextToken>' : ''}`,
      ),
    );
    const found = await port.describeChangeSet('arn:cs/1', { properties: true });
    expect(found).toMatchObject({ status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE', name: 'run-1' });
    expect(found?.changes.map(({ logicalId }) => logicalId)).toEqual(['R1', 'R2']);
    expect(found?.changes[0]).toEqual({
      logicalId: 'R1',
      resourceType: 'AWS::S3::Bucket',
      action: 'Modify',
      replacement: 'True',
      policyAction: 'ReplaceAndDelete',
      scope: ['Properties'],
      details: [
        {
          attribute: 'Properties',
          name: 'BucketName',
          path: '/Properties/BucketName',
          before: 'a',
          after: 'b',
          requiresRecreation: 'Always',
        },
      ],
    });
    expect(sent(0)['IncludePropertyValues']).toBe('true');
  });

  test('that are gone are undefined, and deleting them is done', async () => {
    const port = await cloudformation(() => failure(404, 'ChangeSetNotFound', 'ChangeSet [x] does not exist'));
    expect(await port.describeChangeSet('x')).toBeUndefined();
    await expect(port.deleteChangeSet('x')).resolves.toBeUndefined();
  });

  test('whose execution was answered into the void count as executed when they are', async () => {
    const port = await cloudformation(({ action }, count) => {
      if (count === 1) return { reset: 'before' };
      if (action === 'ExecuteChangeSet') return failure(400, 'InvalidChangeSetStatus', 'cannot be executed');
      return result('DescribeChangeSet', '<ExecutionStatus>EXECUTE_IN_PROGRESS</ExecutionStatus>');
    });
    await port.executeChangeSet({ id: 'arn:cs/1', clientRequestToken: 't', disableRollback: true });
    expect(sent(0)).toMatchObject({ ClientRequestToken: 't', DisableRollback: 'true' });
    expect(actions()).toEqual(['ExecuteChangeSet', 'ExecuteChangeSet', 'DescribeChangeSet']);
  });

  test('that cannot be executed are an error the first time, and also after a lost answer when they were not', async () => {
    const port = await cloudformation(() => failure(400, 'InvalidChangeSetStatus', 'cannot be executed'));
    const execute = { id: 'arn:cs/1', clientRequestToken: 't', disableRollback: false };
    await expect(port.executeChangeSet(execute)).rejects.toMatchObject({ kind: 'conflict' });
    expect(actions()).toEqual(['ExecuteChangeSet']);
    await server?.close();
    const other = await cloudformation(({ action }, count) => {
      if (count === 1) return { reset: 'before' };
      if (action === 'ExecuteChangeSet') return failure(400, 'InvalidChangeSetStatus', 'cannot be executed');
      return result('DescribeChangeSet', '<ExecutionStatus>OBSOLETE</ExecutionStatus>');
    });
    await expect(other.executeChangeSet(execute)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('events', () => {
  test('are read back to the last one known and no further', async () => {
    const port = await cloudformation((_request, count) =>
      result(
        'DescribeEvents',
        `<OperationEvents>${EVENT(`e${9 - count}a`)}${EVENT(`e${9 - count}b`)}</OperationEvents><NextToken>n${count}</NextToken>`,
      ),
    );
    const found = await port.describeEvents({ stack: 'orders', operationId: 'op', untilEventId: 'e7b' });
    expect(found.map(({ id }) => id)).toEqual(['e8a', 'e8b', 'e7a']);
    expect(actions()).toHaveLength(2);
    expect(sent(0)).toMatchObject({ StackName: 'orders', OperationId: 'op' });
  });

  test('are read back to a point in time and no further', async () => {
    const at = (id: string, time: string) => EVENT(id).replace('03:04:05.678', time);
    const port = await cloudformation((_request, count) =>
      result(
        'DescribeEvents',
        `<OperationEvents>${at(`e${count}a`, `03:0${9 - count}:30.000`)}${at(`e${count}b`, `03:0${9 - count}:00.000`)}</OperationEvents>${count < 6 ? `<NextToken>n${count}</NextToken>` : ''}`,
      ),
    );
    const found = await port.describeEvents({ stack: 'orders', notBefore: '2026-01-02T03:07:30.000Z' });
    expect(found.map(({ id }) => id)).toEqual(['e1a', 'e1b', 'e2a']);
    expect(actions()).toHaveLength(2);
  });

  test('hold validations and hooks', async () => {
    const port = await cloudformation(() =>
      result(
        'DescribeEvents',
        `<OperationEvents>${EVENT('e1', '<EventType>VALIDATION_ERROR</EventType><ValidationName>NAME_CONFLICT</ValidationName><ValidationStatus>FAILED</ValidationStatus><ValidationPath>/Resources/A</ValidationPath><ValidationStatusReason>taken</ValidationStatusReason>')}${EVENT('e2', '<HookType>My::Hook</HookType><HookStatus>HOOK_COMPLETE_FAILED</HookStatus><HookStatusReason>no</HookStatusReason><HookFailureMode>FAIL</HookFailureMode>')}</OperationEvents>`,
      ),
    );
    const [validation, hook] = await port.describeEvents({ changeSet: 'arn:cs/1', failedOnly: true });
    expect(validation).toMatchObject({
      at: '2026-01-02T03:04:05.678Z',
      type: 'VALIDATION_ERROR',
      validation: { name: 'NAME_CONFLICT', status: 'FAILED', path: '/Resources/A', reason: 'taken' },
    });
    expect(hook?.hook).toEqual({ type: 'My::Hook', status: 'HOOK_COMPLETE_FAILED', reason: 'no', failureMode: 'FAIL' });
    expect(sent(0)).toMatchObject({ ChangeSetName: 'arn:cs/1', 'Filters.FailedEvents': 'true' });
  });

  test.each([
    ['AccessDenied', 403],
    ['InvalidAction', 400],
  ])('come from DescribeStackEvents for good after %s', async (code, status) => {
    const port = await cloudformation(({ action }) =>
      action === 'DescribeEvents'
        ? failure(status, code)
        : result(
            'DescribeStackEvents',
            `<StackEvents>${EVENT('e2', '<OperationId>op</OperationId><ResourceStatus>CREATE_FAILED</ResourceStatus>')}${EVENT('e1', '<OperationId>old</OperationId><ResourceStatus>CREATE_COMPLETE</ResourceStatus>')}</StackEvents>`,
          ),
    );
    const found = await port.describeEvents({ stack: 'orders', operationId: 'op' });
    expect(found).toEqual([expect.objectContaining({ id: 'e2', status: 'CREATE_FAILED', operationId: 'op' })]);
    expect(await port.describeEvents({ changeSet: 'arn:cs/1' })).toEqual([]);
    expect(await port.describeEvents({ stack: 'orders', failedOnly: true })).toHaveLength(1);
    expect(actions()).toEqual(['DescribeEvents', 'DescribeStackEvents', 'DescribeStackEvents']);
  });
});

test('a poll that is throttled makes the next ones wait, though it succeeds in the end', async () => {
  const clock = testClock();
  let throttled = false;
  server = await serve(({ action }) => {
    if (action === 'GetCallerIdentity') return identity('111111111111');
    if (throttled) return stack('orders');
    throttled = true;
    return failure(400, 'Throttling', 'Rate exceeded');
  });
  const port = awsAt(server.url, { clock }).aws.session(target()).cloudformation;
  await port.describeStack('orders');
  const backOff = clock.sleeps.length;
  for (let poll = 0; poll < 3; poll += 1) await port.describeStack('orders');
  expect(backOff).toBe(1);
  expect(clock.sleeps.length).toBeGreaterThan(backOff);
});

describe('the other calls', () => {
  test('send what they are given', async () => {
    const port = await cloudformation(({ action }) =>
      action === 'GetTemplate' ? result(action, '<TemplateBody>Resources: {}</TemplateBody>') : result(action),
    );
    await port.deleteStack({ stack: 's', clientRequestToken: 't1', retainResources: ['A'], roleArn: 'r' });
    await port.continueUpdateRollback({ stack: 's', clientRequestToken: 't2', resourcesToSkip: ['N.A'] });
    await port.setTerminationProtection('s', true);
    await port.setStackPolicy('s', '{}');
    expect(await port.getTemplate('s', 'Original')).toBe('Resources: {}');
    expect(sent(0)).toMatchObject({
      StackName: 's',
      ClientRequestToken: 't1',
      'RetainResources.member.1': 'A',
      RoleARN: 'r',
    });
    expect(sent(1)).toMatchObject({ ClientRequestToken: 't2', 'ResourcesToSkip.member.1': 'N.A' });
    expect(sent(2)).toMatchObject({ EnableTerminationProtection: 'true' });
    expect(sent(3)).toMatchObject({ StackPolicyBody: '{}' });
    expect(sent(4)).toMatchObject({ TemplateStage: 'Original' });
  });

  test('list resources and change sets over all pages', async () => {
    const port = await cloudformation(({ action }, count) => {
      const next = count % 2 === 1 ? '<NextToken>n</NextToken>' : '';
      return action === 'ListChangeSets'
        ? result(
            action,
            `<Summaries><member><ChangeSetId>c${count}</ChangeSetId><ChangeSetName>n</ChangeSetName><Status>FAILED</Status><CreationTime>2026-01-02T03:04:05Z</CreationTime></member><member><ChangeSetId>done</ChangeSetId><ChangeSetName>n</ChangeSetName><Status>CREATE_COMPLETE</Status><ExecutionStatus>EXECUTE_COMPLETE</ExecutionStatus></member></Summaries>${next}`,
          )
        : result(
            action,
            `<StackResourceSummaries><member><LogicalResourceId>R${count}</LogicalResourceId><ResourceType>T</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member></StackResourceSummaries>${next}`,
          );
    });
    expect(await port.listChangeSets('orders')).toEqual([
      { id: 'c1', name: 'n', status: 'FAILED', createdAt: '2026-01-02T03:04:05.000Z' },
      { id: 'c2', name: 'n', status: 'FAILED', createdAt: '2026-01-02T03:04:05.000Z' },
    ]);
    expect((await port.listStackResources('orders')).map(({ logicalId }) => logicalId)).toEqual(['R3', 'R4']);
  });
});
