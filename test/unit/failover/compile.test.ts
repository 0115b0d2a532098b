import { describe, expect, test } from '@jest/globals';
import { compilePlan } from '../../../src/failover/compile.ts';
import { environment, target } from '../../support/topology.ts';

const [WEST, CENTRAL] = ['eu-west-1', 'eu-central-1'];
const settings = {
  mechanism: { kind: 'command', run: ['move'] },
  endpoint: '${stacks.api.outputs.Url}',
  rtoMs: 300_000,
} as const;
const facts = {
  // Whoever calls knows more of a release than the plan is to say.
  release: { id: 'r2', commit: 'c', application: 'shop' },
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'me',
  buckets: { [WEST]: 'west' },
  releases: { [WEST]: 'r2' },
};

test('a plan has the endpoint of each target, and goes without that of one that is not deployed yet', () => {
  const compiled = compilePlan(environment([{ name: 'all', targets: [WEST, CENTRAL] }]), settings, {
    ...facts,
    authority: { name: 'api.example.com', servers: [] },
    bundle: { key: 'k', version: '1' },
    resolve: (_, target) => (target === WEST ? 'https://west' : undefined),
  });
  expect(compiled).toMatchObject({
    kind: 'plan',
    plan: {
      rtoMs: 300_000,
      release: { id: 'r2', commit: 'c' },
      authority: { name: 'api.example.com' },
      bundle: { key: 'k' },
      targets: [{ name: WEST, bucket: 'west', release: 'r2', endpoint: 'https://west' }, { name: CENTRAL }],
    },
  });
  const text = JSON.stringify(compiled);
  expect([text.match(/endpoint/g)?.length, text.includes('shop')]).toEqual([1, false]);
});

test('there is no plan without what its mechanism or its probe need', () => {
  const probe = { url: 'https://${stacks.api.outputs.Host}', stableMs: 1, timeoutMs: 1 };
  const whole = environment([{ name: 'all', targets: [WEST, CENTRAL] }]);
  const compiled = compilePlan(whole, { ...settings, probe }, { ...facts, resolve: () => undefined });
  expect(compiled).toEqual({ kind: 'unknown', texts: [probe.url] });
});

describe('the traffic of an environment is in the plan', () => {
  const route53 = { driver: 'route53', zone: 'Z1', name: 'api.example.com', setIdentifiers: {}, regions: {} } as const;
  const trafficOf = (revertRole: string | undefined, mechanism: 'command' | 'weights') => {
    const traffic = {
      driver: { ...route53, ...(revertRole !== undefined && { revertRole }) },
      access: target(WEST),
      weights: { [WEST]: 100 },
      steps: [100],
      floorPercent: 0,
    };
    const how = mechanism === 'command' ? settings.mechanism : ({ kind: 'weights' } as const);
    const whole = { ...environment([{ name: 'all', targets: [WEST] }]), traffic };
    const compiled = compilePlan(whole, { ...settings, mechanism: how }, { ...facts, resolve: () => 'https://x' });
    return compiled.kind === 'plan' ? compiled.plan.traffic : compiled.kind;
  };

  test('where AWS may change its weights later, and the failover does not', () => {
    expect(trafficOf('reverter', 'command')).toMatchObject({ driver: { revertRole: 'reverter' } });
    expect([trafficOf(undefined, 'command'), trafficOf('reverter', 'weights')]).toEqual([undefined, undefined]);
  });
});
