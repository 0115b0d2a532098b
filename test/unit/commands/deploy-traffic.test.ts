import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { trafficPortsOf } from '../../../src/commands/deploy/traffic.ts';
import type { RunContext } from '../../../src/context.ts';
import type { TrafficSettings } from '../../../src/topology/traffic-model.ts';
import { environment, target } from '../../support/topology.ts';

const WEST = 'eu-west-1';
const traffic = {
  weights: { [WEST]: 100 },
  steps: [100],
  drainPercent: 0,
  access: target(WEST),
  driver: { driver: 'cloudfront-kvs', store: 'arn:aws:cloudfront::111111111111:key-value-store/x', key: 'weights' },
} as unknown as TrafficSettings;

/** The store does not answer. */
async function begun(returns: (() => Promise<boolean>) | undefined) {
  const said: string[] = [];
  const get = async () => {
    const facts = { code: 'TimeoutError', service: 'CloudFront', action: 'GetKey', region: 'us-east-1' };
    throw new AwsError({ ...facts, kind: 'unreachable', message: 'CloudFront cannot be reached' });
  };
  const keyValueStore = { get, etag: get, put: get };
  const context = {
    aws: { session: () => ({ traffic: { keyValueStore } }) },
    origin: { who: 'me' },
    clock: { now: () => 0 },
    signal: new AbortController().signal,
    report: (event: { readonly text?: string }) => void said.push(event.text ?? ''),
  } as unknown as RunContext;
  const whole = { ...environment([{ name: 'all', targets: [WEST] }]), traffic };
  const work = { works: [], command: 'deploy', ...(returns !== undefined && { returns }) };
  return { found: await trafficPortsOf(whole, work, context), said };
}

test('weights that cannot be read end a run before anything is changed', async () => {
  await expect(begun(undefined)).rejects.toMatchObject({ code: 'traffic-unreachable' });
  await expect(begun(async () => false)).rejects.toMatchObject({ code: 'traffic-unreachable' });
});

test('but not one that goes on with a rollback: its stacks return, and weights are read again before each change', async () => {
  const { found, said } = await begun(async () => true);
  expect(said).toEqual([
    expect.stringContaining('stacks return in place: the weights of cloudfront-kvs cannot be read'),
  ]);
  expect(found?.problem).toMatchObject({ code: 'traffic-unreachable' });
  await expect(found?.ports.driver.read(new AbortController().signal)).rejects.toBeInstanceOf(AwsError);
});
