import { describe, expect, test } from '@jest/globals';
import { load } from './helpers.ts';

const config = (traffic: string, targets = 'targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 0 } }') =>
  `application: shop\nenvironments:\n  prod:\n    ${targets}\n    traffic: { ${traffic} }\n`;
const ROUTE53 = 'driver: route53, zone: example.com, name: API.example.com.';

describe('the traffic settings of an environment', () => {
  test('are absent without a driver', async () => {
    const { traffic } = await load('application: shop\nenvironments: { prod: { targets: [eu-west-1] } }');
    expect(traffic).toBeUndefined();
  });

  test('have defaults: the names of the targets as set identifiers, one step, no floor, the access of home', async () => {
    const { traffic, targets } = await load(config(ROUTE53));
    expect(traffic).toEqual({
      driver: {
        driver: 'route53',
        zone: 'example.com',
        name: 'api.example.com',
        setIdentifiers: { 'eu-west-1': 'eu-west-1', 'eu-central-1': 'eu-central-1' },
        regions: { 'eu-west-1': 'eu-west-1', 'eu-central-1': 'eu-central-1' },
      },
      access: targets[0],
      weights: { 'eu-west-1': 100, 'eu-central-1': 0 },
      steps: [100],
      floorPercent: 0,
    });
  });

  test('take everything that is written', async () => {
    const { traffic } = await load(
      config(
        `${ROUTE53}, types: [CNAME], set-identifiers: { eu-west-1: ireland }, steps: [10, 100], settle: 3m, drain: 5, floor: 40, record: { value: "\${stacks.app.outputs.Host}", ttl: 30s }`,
      ),
    );
    expect(traffic).toMatchObject({
      driver: {
        types: ['CNAME'],
        setIdentifiers: { 'eu-west-1': 'ireland', 'eu-central-1': 'eu-central-1' },
        record: { kind: 'value', type: 'CNAME', value: '${stacks.app.outputs.Host}', ttlSeconds: 30 },
      },
      steps: [10, 100],
      settleMs: 180_000,
      drainPercent: 5,
      floorPercent: 40,
    });
  });

  test('may have an account and a role of their own for the zone', async () => {
    const targets = 'targets: { eu-west-1: { account: "111111111111", role-to-assume: deploy, weight: 1 } }';
    const own = await load(config(`${ROUTE53}, account: "222222222222", role-to-assume: dns`, targets));
    expect(own.traffic?.access).toMatchObject({
      name: 'traffic',
      region: 'eu-west-1',
      account: '222222222222',
      credentials: { role: 'dns' },
    });
  });

  test('warn of a step that whole weights cannot express', async () => {
    const targets = 'targets: { eu-west-1: { weight: 3 }, eu-central-1: { weight: 1 } }';
    const { notes } = await load(config(`${ROUTE53}, steps: [10, 100]`, targets));
    expect(notes.filter((note) => note.startsWith('warning'))).toEqual([
      'warning: the first step of eu-west-1 is 33% of its weight, not 10%: a weight of 3 has no smaller part. Multiply all weights by the same number',
      'warning: the first step of eu-central-1 is 100% of its weight, not 10%: a weight of 1 has no smaller part. Multiply all weights by the same number',
    ]);
  });

  test('of the other drivers have what these need', async () => {
    const store = 'arn:aws:cloudfront::111111111111:key-value-store/abc';
    expect((await load(config(`driver: cloudfront-kvs, store: "${store}"`))).traffic?.driver).toEqual({
      driver: 'cloudfront-kvs',
      store,
      key: 'weights',
      targets: ['eu-west-1', 'eu-central-1'],
    });
    const listener = 'arn:aws:globalaccelerator::111111111111:accelerator/a-b/listener/c';
    expect((await load(config(`driver: global-accelerator, listener: "${listener}"`))).traffic?.driver).toEqual({
      driver: 'global-accelerator',
      listener,
      endpoints: {},
      regions: { 'eu-west-1': 'eu-west-1', 'eu-central-1': 'eu-central-1' },
    });
  });
});
