import { expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
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
async function drained(deployed: readonly string[], weights = SETTINGS.weights, settings = SETTINGS) {
  const said: string[] = [];
  let asked = 0;
  const works = [WEST, CENTRAL].map((name) => {
    const describeStack = async () => {
      asked += 1;
      return deployed.includes(name) ? { status: 'UPDATE_COMPLETE' } : undefined;
    };
    return { target: target(name), session: { cloudformation: { describeStack } } as unknown as TargetSession };
  });
  const whole = environment([{ name: 'all', targets: [WEST, CENTRAL] }]);
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
