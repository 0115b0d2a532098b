import { expect, test } from '@jest/globals';
import { AwsError, type TargetSession } from '../../../src/aws/ports.ts';
import { drainSettings } from '../../../src/commands/deploy/drain-first.ts';
import type { TrafficSettings } from '../../../src/topology/traffic-model.ts';
import { environment, target } from '../../support/topology.ts';

const [WEST, CENTRAL] = ['eu-west-1', 'eu-central-1'];
const SETTINGS = {
  weights: { [WEST]: 100, [CENTRAL]: 50 },
  steps: [100],
  drainPercent: 0,
} as unknown as TrafficSettings;

/** Two targets, of which these have their stack. */
function drained(deployed: readonly string[], weights = SETTINGS.weights, settings = SETTINGS) {
  return drainedWith((name) => (deployed.includes(name) ? 'UPDATE_COMPLETE' : undefined), { weights, settings });
}

/** Two targets, with stacks of these statuses. */
async function drainedWith(
  statusOf: (target: string, stack: string) => string | undefined,
  { weights = SETTINGS.weights, settings = SETTINGS, stacks = ['app'] } = {},
) {
  const said: string[] = [];
  let asked = 0;
  const works = [WEST, CENTRAL].map((name) => {
    const describeStack = async (stack: string) => {
      asked += 1;
      const status = statusOf(name, stack);
      return status === undefined ? undefined : { status, createdAt: '2026-01-05T08:00:00.000Z' };
    };
    return { target: target(name), session: { cloudformation: { describeStack } } as unknown as TargetSession };
  });
  const whole = environment([{ name: 'all', targets: [WEST, CENTRAL], stacks }]);
  const report = (event: { readonly type: string }) => void said.push('text' in event ? String(event.text) : '');
  const { drainPercent } = await drainSettings(settings, weights, whole, works, { report });
  return { drainPercent, said, asked };
}

test('the first deployment of all drains nothing: nobody serves yet, and nobody could take over', async () => {
  expect(await drained([])).toMatchObject({
    drainPercent: undefined,
    said: [expect.stringContaining('nothing is drained')],
  });
});

test('targets that serve are drained', async () => {
  expect(await drained([WEST, CENTRAL])).toMatchObject({ drainPercent: 0, said: [] });
});

test('a new target that has a weight already is told, with what helps; one at zero is as it should be', async () => {
  const { drainPercent, said } = await drained([WEST]);
  expect([drainPercent, said]).toEqual([0, [expect.stringContaining(`shift --weights ${CENTRAL}=0`)]]);
  expect((await drained([WEST], { [WEST]: 100, [CENTRAL]: 0 })).said).toEqual([]);
});

test('nobody is asked where nothing is to be drained', async () => {
  const { drainPercent: _, ...others } = SETTINGS;
  expect(await drained([], SETTINGS.weights, others)).toMatchObject({ asked: 0, said: [] });
});

test.each(['UPDATE_IN_PROGRESS', 'UPDATE_ROLLBACK_IN_PROGRESS'])(
  'stacks in %s everywhere are drained in their turn',
  async (status) => {
    expect(await drainedWith(() => status)).toMatchObject({ drainPercent: 0, said: [] });
  },
);

test('a first deployment that failed, or whose stacks are only reviewed, has nobody who serves', async () => {
  for (const status of ['ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS']) {
    expect(await drainedWith(() => status)).toMatchObject({ drainPercent: undefined });
  }
});

test('a new stack that no target has yet keeps nobody from draining: they serve without it', async () => {
  const isOld = (_: string, stack: string) => (stack === 'orders-app' ? 'UPDATE_COMPLETE' : undefined);
  expect(await drainedWith(isOld, { stacks: ['app', 'new'] })).toMatchObject({ drainPercent: 0, said: [] });
});

test('where each target lacks a stack that another has, nothing is drained, with a warning of who may serve', async () => {
  const half = (name: string, stack: string) =>
    (name === WEST) === (stack === 'orders-app') ? 'UPDATE_COMPLETE' : undefined;
  expect(await drainedWith(half, { stacks: ['app', 'data'] })).toMatchObject({
    drainPercent: undefined,
    said: [`nothing is drained: no target has all of its stacks, but ${WEST}, ${CENTRAL} may serve`],
  });
});

test('each stack is asked for once', async () => {
  expect(await drainedWith(() => 'UPDATE_IN_PROGRESS')).toMatchObject({ asked: 2 });
});

test('what AWS refuses to tell ends no run: the waves ask again', async () => {
  const refuse = () => {
    const facts = { code: 'AccessDenied', service: 'CloudFormation', action: 'DescribeStacks', region: WEST };
    throw new AwsError({ ...facts, kind: 'denied' as AwsError['kind'], message: 'not allowed' });
  };
  expect(await drainedWith(refuse)).toMatchObject({ drainPercent: 0, said: [expect.stringContaining('not allowed')] });
});
