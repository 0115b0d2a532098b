import { describe, expect, test } from '@jest/globals';
import type { FailoverPlan } from '../../../src/failover/plan.ts';
import { parsePlan, writePlan } from '../../../src/failover/plan-document.ts';

const plan: FailoverPlan = {
  schema: 1,
  application: 'shop',
  environment: 'prod',
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'somebody',
  release: { id: 'r1' },
  targets: [],
  mechanism: { kind: 'command', run: ['move'] },
};

describe('a failover plan', () => {
  test('is read as it was written, and also when somebody formatted it', () => {
    const text = writePlan(plan);
    expect(parsePlan(text, 'dr-plan.json')).toMatchObject(plan);
    const { mechanism, ...rest } = JSON.parse(text) as FailoverPlan;
    expect(parsePlan(JSON.stringify({ mechanism, ...rest }), 'dr-plan.json')).toMatchObject(plan);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed by hand', (text: string) => text.replace('"move"', '"other"')],
    ['something else', () => '{"schema":1}'],
    ['no JSON', () => 'plan'],
  ])('is refused when it is %s', (_, damage) => {
    expect(() => parsePlan(damage(writePlan(plan)), 'dr-plan.json')).toThrow('it is damaged');
  });

  test('of a newer version is refused by name', () => {
    expect(() => parsePlan('{"schema":2}', 's3://b/k')).toThrow('s3://b/k was written by a newer version (schema 2)');
  });
});
