import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { UserError } from '../../../src/errors.ts';
import { isEmptyReason } from '../../../src/stack/empty.ts';
import { prepareStack } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

describe('an empty change set', () => {
  test.each([
    "The submitted information didn't contain changes. Submit different information to create a change set.",
    'No updates are to be performed.',
  ])('is known by its text: %s', (reason) => {
    expect(isEmptyReason(reason)).toBe(true);
  });

  test.each([
    undefined,
    '',
    'Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document.',
    'Requires capabilities : [CAPABILITY_AUTO_EXPAND]',
    "Validation failed. Details: The submitted information didn't contain changes",
  ])('is not assumed for any other text: %s', (reason) => {
    expect(isEmptyReason(reason)).toBe(false);
  });
});

describe('a change set that fails', () => {
  const invalid = template('2', {
    Queue: {
      Type: 'AWS::SQS::Queue',
      $invalid: [
        { path: '/Properties/Delay', reason: 'is not a number' },
        { path: '/Properties/Name', reason: 'is too long' },
      ],
    },
    Topic: { Type: 'AWS::SNS::Topic', $invalid: [{ path: '/Properties/Nam', reason: 'is unknown' }] },
  });

  test('names every finding of the early validation, with its place in the template', async () => {
    const room = createStackRoom({}, { locate: (path) => ({ file: 'template.yaml', line: path.length }) });
    room.cloudformation.seed('app', { template: template('1') });
    expect(await room.prepare(requestFor(invalid))).toMatchObject({
      kind: 'failed',
      state: 'failed',
      failures: [
        { path: 'Queue', reason: '/Properties/Delay: is not a number', location: { file: 'template.yaml', line: 5 } },
        { path: 'Queue', reason: '/Properties/Name: is too long' },
        { path: 'Topic', reason: '/Properties/Nam: is unknown', rootCause: true },
      ],
    });
  });

  test('names those inside nested stacks by their path', async () => {
    const room = createStackRoom();
    const outer = template('2', { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { Template: invalid } } });
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.stack('app');
    const preparation = await room.prepare(
      requestFor({
        ...outer,
        Resources: {
          ...outer.Resources,
          Fn: { Type: 'AWS::Lambda::Function', $invalid: [{ path: '/', reason: 'bad' }] },
        },
      }),
    );
    expect(preparation).toMatchObject({
      kind: 'failed',
      failures: expect.arrayContaining([expect.objectContaining({ path: 'Child.Topic' })]),
    });
  });

  test('leaves neither the change set nor an empty stack behind', async () => {
    const room = createStackRoom();
    expect(await room.prepare(requestFor(invalid))).toMatchObject({ kind: 'failed' });
    expect(room.cloudformation.stack('app')).toBeUndefined();
  });

  test('still fails with its reason when it cannot be tidied up', async () => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'deleteChangeSet', kind: 'denied' });
    expect(await room.prepare(requestFor(invalid))).toMatchObject({
      kind: 'failed',
      failures: [{ path: 'Queue' }, { path: 'Queue' }, { path: 'Topic' }],
    });
  });
});

describe('what AWS refuses', () => {
  test.each([
    ['denied', 'failed', 'cloudformation:createChangeSet'],
    ['unreachable', 'unreachable', '--without eu-west-1'],
    ['throttled', 'failed', 'continues where this one stopped'],
  ] as const)('%s ends as %s and says what to do', async (kind, state, fix) => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'createChangeSet', kind, message: 'AWS says so' });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      kind: 'failed',
      state,
      reason: expect.stringContaining('AWS says so'),
      fix: [expect.stringContaining(fix)],
    });
  });

  test('a template that needs a capability says which', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const message = 'Requires capabilities : [CAPABILITY_NAMED_IAM]';
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', message });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      reason: expect.stringContaining(message),
      fix: [expect.stringContaining('Add CAPABILITY_NAMED_IAM')],
    });
  });
});

describe('a change set that takes its time', () => {
  test('is waited for', async () => {
    const room = createStackRoom({ changeSetMs: 45_000 });
    expect(await room.deploy(requestFor(template('1')))).toMatchObject({ state: 'succeeded' });
  });

  test('is a timeout when it takes longer than allowed, and is deleted', async () => {
    const room = createStackRoom({ changeSetMs: 3_600_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    expect(await room.prepare(requestFor(template('2'), { timeoutMs: 600_000 }))).toMatchObject({
      kind: 'failed',
      state: 'timed-out',
    });
    expect(stack.changeSets.size).toBe(0);
  });

  test('may not be found for a moment', async () => {
    const room = createStackRoom();
    const read = room.cloudformation.describeChangeSet;
    const answers = [undefined, undefined];
    const describeChangeSet: typeof read = async (id) => (answers.length > 0 ? answers.pop() : read(id));
    const ports = { ...room.ports, cloudformation: { ...room.cloudformation, describeChangeSet } };
    expect(await prepareStack(requestFor(template('1')), ports)).toMatchObject({ kind: 'change-set' });
  });
});

test('a change set whose first creation got through without an answer is taken, not made twice', async () => {
  const room = createStackRoom();
  const stack = room.cloudformation.seed('app', { template: template('1') });
  const create = room.cloudformation.createChangeSet;
  const cloudformation = {
    ...room.cloudformation,
    createChangeSet: async (request: Parameters<typeof create>[0]) => {
      await create(request);
      throw new AwsError({
        kind: 'already-exists',
        code: 'AlreadyExistsException',
        message: 'exists',
        service: 'CloudFormation',
        action: 'CreateChangeSet',
        region: 'eu-west-1',
      });
    },
  };
  expect(await prepareStack(requestFor(template('2')), { ...room.ports, cloudformation })).toMatchObject({
    kind: 'change-set',
  });
  expect(stack.changeSets.size).toBe(1);
});

test('no write is made once this run may not write any more', async () => {
  const lost = new UserError('lease-lost', 'run 7 holds the lease of eu-west-1', { fix: ['Wait for run 7.'] });
  const room = createStackRoom({}, { beforeWrite: async () => Promise.reject(lost) });
  room.cloudformation.seed('app', { template: template('1') });
  expect(await room.prepare(requestFor(template('2')))).toMatchObject({
    kind: 'failed',
    reason: lost.message,
    fix: ['Wait for run 7.'],
  });
  expect(room.calls()).toEqual(['describeStack']);
});

test('the limit of change sets makes room by deleting those that earlier runs of this program left', async () => {
  const room = createStackRoom();
  const stack = room.cloudformation.seed('app', { template: template('1') });
  room.cloudformation.leaveChangeSet('app', 'smr-old-123', room.clock.now() - 1_000);
  room.cloudformation.leaveChangeSet('app', 'by-hand', room.clock.now() - 1_000);
  room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', code: 'LimitExceededException' });
  expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'change-set' });
  expect([...stack.changeSets.values()].map(({ name }) => name)).toEqual([
    'by-hand',
    expect.stringMatching(/^smr-run-1-/),
  ]);
});

describe('a change set that nobody will execute', () => {
  test.each([true, false])(
    'is deleted when nested change sets cannot be read, with the stack that it made (asked for: %s)',
    async (hasNestedStacks) => {
      const room = createStackRoom();
      const outer = template('1', {
        Child: { Type: 'AWS::CloudFormation::Stack', Properties: { Template: template('1') } },
      });
      const read = room.cloudformation.describeChangeSet;
      const describeChangeSet: typeof read = async (id, options) => {
        if (id === 'nested') throw denied('DescribeChangeSet');
        const changeSet = await read(id, options);
        const changes = changeSet?.changes.map((change) => ({ ...change, nestedChangeSetId: 'nested' }));
        return changeSet && changes && { ...changeSet, changes };
      };
      const ports = { ...room.ports, cloudformation: { ...room.cloudformation, describeChangeSet } };
      const request = requestFor(outer, { hasNestedStacks });
      expect(await prepareStack(request, ports)).toMatchObject({ kind: 'failed', state: 'failed' });
      expect(room.cloudformation.stack('app')).toBeUndefined();
    },
  );

  test.each(['unreachable', 'server', 'throttled'] as const)(
    'is taken when it was made although the answer was lost (%s)',
    async (kind) => {
      const room = createStackRoom();
      const stack = room.cloudformation.seed('app', { template: template('1') });
      room.cloudformation.fault({ action: 'createChangeSet', kind, answerLost: true });
      expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'change-set' });
      expect(stack.changeSets.size).toBe(1);
    },
  );
});

function denied(action: string): AwsError {
  return new AwsError({
    kind: 'denied',
    code: 'AccessDenied',
    message: 'not allowed',
    service: 'CloudFormation',
    action,
    region: 'eu-west-1',
  });
}
