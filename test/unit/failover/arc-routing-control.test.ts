import { describe, expect, test } from '@jest/globals';
import { AwsError, type AwsErrorKind } from '../../../src/aws/ports.ts';
import { createRoutingControl } from '../../../src/failover/mechanisms/arc-routing-control.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1', 'ap-southeast-2'];
const move = { active: ['central'], inactive: ['west'], leaving: ['west'] };

/** Endpoints that hang, fail or answer, by region; those not named answer. */
function room(behaviour: Readonly<Record<string, 'hang' | AwsErrorKind>>, lost: readonly string[] = []) {
  const clock = createVirtualClock();
  const asked: string[] = [];
  const set: Record<string, string>[] = [];
  const mechanism = createRoutingControl({
    endpoints: REGIONS.map((region) => ({ region, url: `https://${region}` })),
    controls: { west: 'arn:west', central: 'arn:central' },
    override: [],
    clock: { ...clock, random: () => 0 },
    mayAsk: (region) => !lost.includes(region),
    controlsOf: () => ({
      update: async ({ region }, states, _override, signal) => {
        asked.push(region);
        const how = behaviour[region];
        if (how === 'hang')
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('late'))));
        else if (how !== undefined) throw failure(how, region);
        set.push(states);
      },
    }),
  });
  return { asked, set, apply: () => mechanism.apply(move, new AbortController().signal), mechanism, clock };
}

function failure(kind: AwsErrorKind, region: string): AwsError {
  return new AwsError({ kind, code: kind, message: kind, service: 'ARC', action: 'Update', region });
}

describe('routing controls', () => {
  test('are all set in one call, On for who is active and Off for the others', async () => {
    const { apply, set, asked } = room({});
    expect(await apply()).toEqual([]);
    expect([set, asked]).toEqual([[{ 'arn:central': 'On', 'arn:west': 'Off' }], ['us-east-1']]);
  });

  test('are set through the third endpoint when two are silent, in the time of two waits', async () => {
    const { apply, asked, clock } = room({ 'us-east-1': 'hang', 'us-west-2': 'unreachable', 'eu-west-1': 'hang' });
    const began = clock.now();
    expect((await apply()).length).toBe(3);
    expect([asked.at(-1), clock.now() - began]).toEqual(['ap-northeast-1', 3_000]);
  });

  test('are never set through an endpoint in the region that is left', async () => {
    const { apply, asked } = room({ 'us-west-2': 'server' }, ['us-east-1']);
    await apply();
    expect(asked).toEqual(['us-west-2', 'eu-west-1']);
  });

  test('stay as they are when a safety rule stands against it: no other endpoint is asked', async () => {
    const { apply, asked, set } = room({ 'us-east-1': 'conflict' });
    await expect(apply()).rejects.toThrow('a safety rule stands against it');
    expect([asked, set]).toEqual([['us-east-1'], []]);
  });

  test('are given up when no endpoint answers in two rounds', async () => {
    const { apply, asked } = room(Object.fromEntries(REGIONS.map((region) => [region, 'unreachable'] as const)));
    await expect(apply()).rejects.toThrow('no endpoint of the cluster answered');
    expect(asked).toHaveLength(10);
  });

  test('must be there for every target', () => {
    const { mechanism } = room({});
    expect(() => mechanism.check({ ...move, inactive: ['west', 'us'] })).toThrow('us has no routing control');
  });
});
