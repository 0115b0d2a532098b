import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { FailoverPlan } from '../../../src/failover/plan.ts';
import { writePlan } from '../../../src/failover/plan-document.ts';

const root = join(import.meta.dirname, '../../..');
const compile = (name: string) =>
  new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, name), 'utf8')),
  );

const plan: FailoverPlan = {
  schema: 1,
  application: 'shop',
  environment: 'prod',
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'somebody',
  release: { id: 'r1' },
  targets: [
    {
      name: 'west',
      region: 'eu-west-1',
      partition: 'aws',
      credentials: { source: 'ambient' },
      groups: [],
      bucket: 'b',
      release: 'r1',
      endpoint: 'https://west.example.net',
    },
  ],
  mechanism: { kind: 'stop-switch', signals: { west: { in: 'central', bucket: 'b', key: 'k' } } },
  probe: { url: 'https://api.example.com', stableMs: 1, timeoutMs: 1, region: { from: 'json', name: 'region' } },
  authority: { name: 'api.example.com', zone: 'example.com', servers: [{ host: '192.0.2.1', port: 53 }] },
  bundle: { key: 'k', version: '1' },
  rtoMs: 300_000,
};

describe('the published schema of dr-plan.json', () => {
  const validate = compile('dr-plan.schema.json');
  const stored = JSON.parse(writePlan(plan)) as Record<string, unknown>;

  test('takes what is written', () => {
    expect([validate(stored), validate.errors]).toEqual([true, null]);
  });

  test.each([
    ['an unknown mechanism', { mechanism: { kind: 'toggle' } }, '/mechanism'],
    ['another version', { schema: 2 }, '/schema'],
    ['no hash', { sha256: undefined }, ''],
    ['an unknown key', { extra: 1 }, ''],
    ['a target without a region', { targets: [{ name: 'west' }] }, '/targets/0'],
  ])('refuses %s', (_, change, path) => {
    expect(validate(JSON.parse(JSON.stringify({ ...stored, ...change })))).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(path);
  });
});
