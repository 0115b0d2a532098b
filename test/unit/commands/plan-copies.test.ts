import { describe, expect, test } from '@jest/globals';
import { readiness } from '../../../src/commands/failover/plan-copies.ts';
import type { StoredPlan } from '../../../src/failover/plan.ts';

const plan: StoredPlan = {
  schema: 1,
  application: 'shop',
  environment: 'prod',
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'me',
  release: { id: 'new' },
  mechanism: { kind: 'command', run: ['move'] },
  sha256: '',
  targets: ['west', 'central', 'us'].map((name) => ({
    name,
    region: name,
    partition: 'aws',
    credentials: { source: 'ambient' },
    groups: [],
    ...(name !== 'us' && { release: name === 'west' ? 'new' : 'old' }),
  })),
};

describe('a target that takes over', () => {
  test('is refused when it had no release, unless it is forced', () => {
    expect(() => readiness(plan, ['us'], false)).toThrow('us had no release when the plan was compiled');
    expect(readiness(plan, ['us'], true)).toEqual(['us has the release that nobody knows, not new']);
  });

  test('may have another release, which is said', () => {
    expect(readiness(plan, ['west', 'central'], false)).toEqual(['central has the release old, not new']);
  });
});
