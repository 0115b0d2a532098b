import { describe, expect, test } from '@jest/globals';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const hook = { type: 'Acme::S3::Private', failureMode: 'FAIL', reason: 'no public buckets' } as const;
const bucket = { Bucket: { Type: 'AWS::S3::Bucket', $hook: hook, $ms: 5 } };
const said = 'hook Acme::S3::Private (failure mode FAIL): no public buckets';

describe('a hook that stops a resource', () => {
  test.each([true, false])('is the root cause, with type, failure mode and reason (operation ids: %s)', async (ids) => {
    const room = createStackRoom({ operationIds: ids });
    room.cloudformation.seed('app', { template: template('1') });
    const slow = { Slow: { Type: 'AWS::SQS::Queue', $ms: 60_000 } };
    expect(await room.deploy(requestFor(template('2', { ...slow, ...bucket })))).toMatchObject({
      state: 'failed',
      reason: `Bucket: ${said} (UPDATE_ROLLBACK_COMPLETE)`,
      failures: [{ path: 'Bucket', resourceType: 'AWS::S3::Bucket', reason: said, rootCause: true }],
      fix: [expect.stringContaining('as hook Acme::S3::Private asks')],
    });
  });

  test('in mode WARN lets the deployment succeed and is told', async () => {
    const room = createStackRoom({ resourceMs: 60_000 });
    room.cloudformation.seed('app', { template: template('1') });
    const warns = { Bucket: { Type: 'AWS::S3::Bucket', $hook: { ...hook, failureMode: 'WARN' as const } } };
    expect(await room.deploy(requestFor(template('2', warns)))).toMatchObject({ state: 'succeeded' });
    const notes = room.events.filter((event) => event.type === 'note');
    expect(notes).toMatchObject([
      {
        level: 'warning',
        text: 'app@eu-west-1: Bucket: hook Acme::S3::Private (failure mode WARN): no public buckets',
      },
    ]);
  });
});

describe('hooks that stop a change set', () => {
  const result = {
    type: 'Acme::Change::Review',
    status: 'HOOK_COMPLETE_FAILED',
    failureMode: 'FAIL',
    reason: 'Template failed validation',
    findings: [{ name: 'S3_PUBLIC', message: 'Bucket is public', remedy: 'Block public access.', link: 'https://x' }],
  };
  const refused = { ...template('2'), $hooks: [result, { ...result, type: 'Acme::Soft', failureMode: 'WARN' }] };

  test('say what they found, where the events of the change set do not', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    expect(await room.prepare(requestFor(refused))).toMatchObject({
      kind: 'failed',
      failures: [
        {
          path: 'the stack',
          status: 'HOOK_COMPLETE_FAILED',
          reason:
            'hook Acme::Change::Review (failure mode FAIL): Template failed validation; S3_PUBLIC: Bucket is public Block public access. https://x',
          rootCause: true,
        },
      ],
    });
  });

  test('are named by CloudFormation at least where their results may not be read, and what to allow is said', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'failedHooks', kind: 'denied', message: 'not authorized' });
    expect(await room.prepare(requestFor(refused))).toMatchObject({
      reason: 'the change set failed: The following hook(s) failed: [Acme::Change::Review]',
      fix: [expect.stringContaining('allow cloudformation:ListHookResults and cloudformation:GetHookResult')],
    });
  });

  test('are not asked about when something else failed', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const invalid = { Queue: { Type: 'AWS::SQS::Queue', $invalid: [{ path: '/Properties/Delay', reason: 'no' }] } };
    await room.prepare(requestFor(template('2', invalid)));
    expect(room.calls()).not.toContain('failedHooks');
  });
});
