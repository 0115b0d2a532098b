import { expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import { awsAt, target } from './support/aws.ts';

const asks: Readonly<Record<string, (session: TargetSession) => Promise<unknown>>> = {
  account: (session) => session.account(),
  stacks: (session) => session.cloudformation.describeStack('app'),
  objects: (session) => session.storage.getText('bucket', 'key'),
  parameters: (session) => session.parameter('/p'),
  alarms: (session) => session.alarmKinds(['arn']),
  credentials: (session) => session.environment(),
};

test.each(Object.entries(asks))('%s of a target that was left out are refused without a call', async (_, ask) => {
  const { aws } = awsAt('http://127.0.0.1:9');
  aws.leaveOut({ targets: new Set(['blue']), regions: new Set() });
  await expect(ask(aws.session(target({}, { name: 'blue' })))).rejects.toMatchObject({
    code: 'left-out',
    message: expect.stringContaining('blue was left out'),
  });
  expect(aws.ledger.entries).toEqual([]);
});

test('a region that was left out is not called for a target of another name', async () => {
  const { aws } = awsAt('http://127.0.0.1:9');
  aws.leaveOut({ targets: new Set(), regions: new Set(['eu-west-1']) });
  const orphan = aws.session(target({}, { name: 'forgotten', region: 'eu-west-1' }));
  await expect(orphan.account()).rejects.toMatchObject({ code: 'left-out' });
  expect(orphan).toMatchObject({ target: 'forgotten', region: 'eu-west-1' });
});

test('a session can be waited for like any other value', async () => {
  const { aws } = awsAt('http://127.0.0.1:9');
  aws.leaveOut({ targets: new Set(['eu-west-1']), regions: new Set() });
  const { cloudformation } = await Promise.resolve(aws.session(target()));
  expect(await Promise.resolve(cloudformation)).toBe(cloudformation);
});
