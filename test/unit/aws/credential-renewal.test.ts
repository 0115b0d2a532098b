import { describe, expect, test } from '@jest/globals';
import { HOUR, useAccount } from './support/account.ts';
import { failure, session } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { testClock } from './support/clock.ts';

const room = useAccount();
const { world, bodies } = room;

describe('renewal', () => {
  /** Runs `after` milliseconds past the first call and says how often the role was assumed then. */
  async function assumptions(lifetimeMs: number, after: number): Promise<number> {
    const clock = testClock();
    const { url } = await world(({ action }, count) =>
      action === 'AssumeRole' ? session(action, `ASIA${count}`, clock.now() + lifetimeMs) : undefined,
    );
    const { aws } = awsAt(url, { clock });
    const { cloudformation } = aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
    await cloudformation.describeStack('orders');
    clock.advance(after);
    await Promise.all([cloudformation.describeStack('orders'), cloudformation.describeStack('orders')]);
    const count = bodies('AssumeRole').length;
    await room.server.close();
    return count;
  }

  test('happens five minutes before an hour ends, once for concurrent calls, and not before', async () => {
    expect(await assumptions(HOUR, 54 * 60_000)).toBe(1);
    expect(await assumptions(HOUR, 55.1 * 60_000)).toBe(2);
  });

  test('of short sessions happens in their last tenth', async () => {
    expect(await assumptions(900_000, 800_000)).toBe(1);
    expect(await assumptions(900_000, 811_000)).toBe(2);
  });

  test('that fails does no harm while the old credentials last', async () => {
    const clock = testClock();
    let allowed = true;
    const { url } = await world(({ action }, count) => {
      if (action !== 'AssumeRole') return undefined;
      return allowed ? session(action, `ASIA${count}`, clock.now() + HOUR) : failure(403, 'AccessDenied');
    });
    const { cloudformation } = awsAt(url, { clock }).aws.session(
      target({ role: 'deploy' }, { account: '111111111111' }),
    );
    await cloudformation.describeStack('orders');
    allowed = false;
    clock.advance(57 * 60_000);
    expect((await cloudformation.describeStack('orders'))?.stackName).toBe('orders');
    clock.advance(4 * 60_000);
    await expect(cloudformation.describeStack('orders')).rejects.toMatchObject({ code: 'role-refused' });
  });

  test('happens at once when AWS calls a session expired, and the call is repeated', async () => {
    let expired = false;
    const { url } = await world(({ action, accessKeyId }) =>
      action === 'DescribeStacks' && expired && accessKeyId === 'ASIA1'
        ? failure(403, 'ExpiredToken', 'The security token included in the request is expired')
        : undefined,
    );
    const { cloudformation } = awsAt(url).aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
    await cloudformation.describeStack('orders');
    expired = true;
    expect((await cloudformation.describeStack('orders'))?.status).toBe('CREATE_COMPLETE');
    expect(room.server.actions()).toEqual([
      'AssumeRole',
      'DescribeStacks',
      'DescribeStacks',
      'AssumeRole',
      'DescribeStacks',
    ]);
  });

  test('cannot help keys of the environment: the call fails as expired after one attempt', async () => {
    const { url } = await world(({ action }) =>
      action === 'DescribeStacks' ? failure(403, 'ExpiredToken') : undefined,
    );
    const { cloudformation } = awsAt(url).aws.session(target());
    await expect(cloudformation.describeStack('orders')).rejects.toMatchObject({
      kind: 'credentials',
      code: 'ExpiredToken',
    });
    expect(room.server.actions()).toEqual(['GetCallerIdentity', 'DescribeStacks']);
  });
});

test('a child process gets credentials that last, as far as their source gives such', async () => {
  const clock = testClock();
  let lifetime = HOUR;
  const { url } = await world(({ action }, count) =>
    action === 'AssumeRole' ? session(action, `ASIA${count}`, clock.now() + lifetime) : undefined,
  );
  const { environment } = awsAt(url, { clock }).aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA1');
  clock.advance(5 * 60_000);
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA1');
  clock.advance(10 * 60_000);
  lifetime = 900_000;
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA2');
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA2');
});
