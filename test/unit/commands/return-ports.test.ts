import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { rollbackTraffic } from '../../../src/commands/rollback/return-ports.ts';
import type { RunContext } from '../../../src/context.ts';
import type { TrafficSettings } from '../../../src/topology/traffic-model.ts';
import { environment, target } from '../../support/topology.ts';

const WEST = 'eu-west-1';
const traffic = {
  weights: { [WEST]: 100 },
  steps: [100],
  access: target(WEST),
  driver: { driver: 'cloudfront-kvs', store: 'arn:aws:cloudfront::111111111111:key-value-store/x', key: 'weights' },
} as unknown as TrafficSettings;

test('weights that cannot be read block no way back, and it is said who sets them afterwards', async () => {
  const said: string[] = [];
  const get = async () => {
    const facts = { code: 'TimeoutError', service: 'CloudFront', action: 'GetKey', region: 'us-east-1' };
    throw new AwsError({ ...facts, kind: 'unreachable', message: 'CloudFront cannot be reached' });
  };
  const context = {
    aws: { session: () => ({ traffic: { keyValueStore: { get, etag: get, put: get } } }) },
    origin: { who: 'me' },
    clock: { now: () => 0 },
    signal: new AbortController().signal,
    report: (event: { readonly text?: string }) => void said.push(event.text ?? ''),
  } as unknown as RunContext;
  const whole = { ...environment([{ name: 'all', targets: [WEST] }]), traffic };
  const request = { environment: whole, reachable: [], release: undefined, rollout: undefined };
  expect(await rollbackTraffic(request, context)).toMatchObject({ ports: undefined, resumes: false });
  expect(said).toEqual([expect.stringMatching(/no weight is restored, .* set them with shift\): .* cannot be read/)]);
});
