import { describe, expect, test } from '@jest/globals';
import type { StackOutcome } from '../../../src/stack/model.ts';
import type { FakeTemplate } from '../../support/fake-cloudformation.ts';
import { createStackRoom, requestFor, type StackRoom, template } from '../../support/stack-room.ts';

const QUEUE = 'AWS::SQS::Queue';

async function fail(resources: FakeTemplate['Resources'], room: StackRoom = createStackRoom()): Promise<StackOutcome> {
  room.cloudformation.seed('app', { template: template('1') });
  const outcome = await room.deploy(requestFor(template('2', resources)));
  if ('kind' in outcome) throw new Error(`nothing was executed: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe.each([
  ['by operation ids', true],
  ['by events, where CloudFormation names no operations', false],
])('the diagnosis %s', (_, operationIds) => {
  const room = (locate?: (path: string) => { file: string; line: number }) =>
    createStackRoom({ operationIds }, locate === undefined ? {} : { locate });

  test('names every cause with the reason of AWS, in the order they happened, and folds cancelled siblings', async () => {
    const outcome = await fail(
      {
        Slow: { Type: QUEUE, $ms: 60_000 },
        Slower: { Type: QUEUE, $ms: 90_000 },
        Bad: { Type: QUEUE, $fail: 'Invalid value for Delay (Service: Sqs, Status Code: 400)', $ms: 5_000 },
        Worse: { Type: QUEUE, $fail: 'Also bad', $ms: 5_000 },
      },
      room(),
    );
    expect(outcome.failures).toMatchObject([
      {
        path: 'Bad',
        resourceType: QUEUE,
        status: 'CREATE_FAILED',
        reason: 'Invalid value for Delay (Service: Sqs, Status Code: 400)',
        rootCause: true,
        cancelled: ['Slow', 'Slower'],
      },
      { path: 'Worse', reason: 'Also bad', rootCause: true, cancelled: [] },
    ]);
    expect(outcome.reason).toContain('Bad: Invalid value for Delay');
  });

  test('follows nested stacks to the resource that failed, and names its place in the template', async () => {
    const inner: FakeTemplate = {
      Resources: { Topic: { Type: 'AWS::SNS::Topic', $fail: 'no topics today', $ms: 3_000 } },
    };
    const middle: FakeTemplate = {
      Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { Template: inner } } },
    };
    const outcome = await fail(
      { Middle: { Type: 'AWS::CloudFormation::Stack', Properties: { Template: middle } } },
      room((path) => ({ file: 'template.yaml', line: path.split('.').length })),
    );
    expect(outcome.failures).toMatchObject([
      {
        path: 'Middle.Inner.Topic',
        reason: 'no topics today',
        rootCause: true,
        location: { file: 'template.yaml', line: 3 },
      },
    ]);
  });

  test('tells causes from what failed in the stack rollback', async () => {
    const outcome = await fail({ Bad: { Type: QUEUE, $fail: 'first', $failUndo: 'later', $ms: 2_000 } }, room());
    expect(outcome.failures).toMatchObject([
      { path: 'Bad', reason: 'first', rootCause: true },
      { path: 'Bad', reason: 'later', rootCause: false },
    ]);
  });

  test('leaves out failures of earlier operations', async () => {
    const again = room();
    await fail({ Old: { Type: QUEUE, $fail: 'old failure' } }, again);
    await again.clock.sleep(60_000);
    const outcome = await again.deploy(
      requestFor(template('3', { New: { Type: QUEUE, $fail: 'new failure' } }), { runId: 'run-2' }),
    );
    expect(outcome).toMatchObject({ failures: [{ path: 'New', reason: 'new failure' }] });
  });
});

test.each([true, false])('a stack that fails as a whole says why (operation ids: %s)', async (operationIds) => {
  const room = createStackRoom({ operationIds });
  room.cloudformation.seed('app', { template: template('1') });
  const reason = 'Alarm arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors went into ALARM state';
  expect(await room.deploy(requestFor({ ...template('2'), $stackFails: reason }))).toMatchObject({
    state: 'failed',
    reason: `app: ${reason} (UPDATE_ROLLBACK_COMPLETE)`,
    failures: [{ path: 'app', reason, rootCause: true }],
    fix: [expect.stringContaining('An alarm of the rollback triggers went off')],
  });
});

test('a stack whose events may not be read still ends in its honest state', async () => {
  const room = createStackRoom();
  room.cloudformation.fault({ action: 'describeEvents', kind: 'denied', times: 100 });
  const outcome = await fail({ Bad: { Type: QUEUE, $fail: 'no' } }, room);
  expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE', failures: [] });
});

describe('what to do about reasons that are known', () => {
  test.each([
    ['AWS::IAM::Role', 'app-role already exists (Service: Iam, Status Code: 409)', 'IAM is global'],
    [QUEUE, 'Resource of type AWS::SQS::Queue with identifier x already exists.', 'put ${AWS::Region} in it'],
    ['AWS::S3::Bucket', 'BucketAlreadyExists: The requested bucket name is not available', 'one namespace'],
    [
      QUEUE,
      'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: sqs:CreateQueue on resource: x',
      'Allow sqs:CreateQueue',
    ],
    [
      'AWS::Lambda::Function',
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
      'deploy the release again',
    ],
    [
      'AWS::Lambda::Function',
      'Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in this region: us-east-1.',
      'another region',
    ],
    [QUEUE, 'Export orders-url cannot be deleted as it is in use by stack-a and stack-b', 'stack-a and stack-b'],
    [QUEUE, 'No export named orders-url found. Rollback requested by user.', 'exports orders-url in this region first'],
    ['AWS::EC2::VPC', 'The maximum number of VPCs has been reached. VpcLimitExceeded', 'Service Quotas'],
    ['AWS::New::Thing', 'Unrecognized resource types: [AWS::New::Thing]', 'not offered in this region'],
  ])('%s: %s', async (Type, reason, fix) => {
    const outcome = await fail({ Res: { Type, $fail: reason } });
    expect(outcome.fix).toEqual([expect.stringContaining(fix)]);
  });

  test('is not made up for a reason that is not known', async () => {
    expect((await fail({ Res: { Type: QUEUE, $fail: 'The moon is in the wrong house' } })).fix).toEqual([]);
  });
});
