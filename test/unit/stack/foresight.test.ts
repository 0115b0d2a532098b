import { describe, expect, test } from '@jest/globals';
import { isUnforeseen } from '../../../src/stack/foresight.ts';
import type { FakeTemplate } from '../../support/fake-cloudformation.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const IMPORT = 'Usage of {{IntrinsicFunction:app//Fn::ImportValue}} is not allowed.';
const nested = (child: Partial<FakeTemplate>) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { Template: { ...template('1'), ...child } },
});

describe('a reason that only a preview has', () => {
  test.each([
    IMPORT,
    'Usage of {{IntrinsicFunction:app/Other//Fn::GetAtt}} is not allowed.',
    'Template error: Fn::Select cannot select nonexistent value at index 1',
    "Each value of parameter 'PolicyArns' must match pattern arn:.+",
    'Parameter TableName failed to satisfy constraint: must not be empty',
    'duplicate Export names: {{IntrinsicFunction://Fn::Join}}',
    'Parameter validation failed: parameter value x for parameter name VpcId does not exist',
  ])('%s', (reason) => expect(isUnforeseen(reason)).toBe(true));

  test.each([
    'Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template',
    'Parameters: [TableName] must have values',
    'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation].',
    'S3 error: Access Denied',
    'Requires capabilities : [CAPABILITY_AUTO_EXPAND]',
  ])('is not: %s', (reason) => expect(isUnforeseen(reason)).toBe(false));
});

describe('change sets of nested stacks that cannot be worked out beforehand', () => {
  test('are done without, and the plan says so, shows the nested stack as a whole and deploys', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2', { Child: nested({ $unforeseen: IMPORT }) }));
    const preparation = await room.prepare(request);
    expect(preparation).toMatchObject({
      kind: 'change-set',
      changes: [{ path: 'Fn' }, { path: 'Child', action: 'Add' }],
      notes: [
        `CloudFormation cannot tell beforehand what changes inside nested stacks, so they are shown as a whole (Child: ${IMPORT})`,
      ],
    });
    expect(room.cloudformation.stacks.filter(({ status }) => status === 'REVIEW_IN_PROGRESS')).toEqual([]);
    expect(room.cloudformation.stack('app')?.changeSets.size).toBe(1);
    expect(await room.deploy(request)).toMatchObject({ state: 'succeeded' });
  });

  test('hide what happens in a nested stack that is there: it counts as unseen', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(template('1', { Child: nested({}) })));
    const request = requestFor(template('2', { Child: nested({ $unforeseen: IMPORT }) }), { runId: 'run-2' });
    expect(await room.prepare(request)).toMatchObject({
      changes: [{ path: 'Fn' }, { path: 'Child', unseen: true }],
      notes: [
        expect.stringContaining('cannot tell beforehand'),
        expect.stringContaining('inside nested stack Child are not shown'),
      ],
    });
  });

  test('leave a new stack under review for the plan that is made instead', async () => {
    const room = createStackRoom();
    const request = requestFor(template('1', { Child: nested({ $unforeseen: IMPORT }) }));
    expect(await room.deploy(request)).toMatchObject({ state: 'succeeded' });
    expect(room.cloudformation.stacks.filter(({ stackName }) => stackName === 'app')).toHaveLength(1);
  });

  test('leave no stack behind when the plan cannot be made without them either', async () => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'denied', after: 1 });
    const request = requestFor(template('1', { Child: nested({ $unforeseen: IMPORT }) }));
    expect(await room.prepare(request)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('denied') });
    expect(room.cloudformation.stacks.filter(({ deletedAt }) => deletedAt === undefined)).toEqual([]);
  });

  test('leave nothing behind when their reasons cannot be read', async () => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'describeChangeSet', kind: 'denied', after: 1 });
    const request = requestFor(template('1', { Child: nested({ $unforeseen: IMPORT }) }));
    expect(await room.prepare(request)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('denied') });
    expect(room.cloudformation.stacks.filter(({ deletedAt }) => deletedAt === undefined)).toEqual([]);
  });

  test('are done without as well where CreateChangeSet itself refuses', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const message = "Each value of parameter 'PolicyArns' must match pattern arn:.+";
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', message });
    expect(await room.prepare(requestFor(template('2', { Child: nested({}) })))).toMatchObject({
      kind: 'change-set',
      notes: [expect.stringContaining(message)],
    });
  });

  test('that fail for another reason fail the plan with that reason', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const children = { A: nested({ $unforeseen: IMPORT }), B: nested({ $unforeseen: 'S3 error: Access Denied' }) };
    expect(await room.prepare(requestFor(template('2', children)))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('Access Denied'),
    });
    expect(room.calls().filter((name) => name === 'createChangeSet')).toHaveLength(1);
  });

  test('are not tried a second time for a stack without nested ones', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const message = "Parameter 'Stage' must be one of AllowedValues";
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', message });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'failed' });
    expect(room.calls().filter((name) => name === 'createChangeSet')).toHaveLength(1);
  });
});

test('a parameter value that does not exist is not taken for a stack that is gone', async () => {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: template('1') });
  const message = 'Parameter validation failed: parameter value vpc-1 for parameter name Vpc does not exist';
  room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', message });
  expect(await room.prepare(requestFor(template('2')))).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('parameter name Vpc does not exist'),
  });
});
