import { describe, expect, test } from '@jest/globals';
import { type Outcome, outcomeKey, readOutcome, toldOf } from '../../../src/github/outcome.ts';

const outcome = (markdown: string, more: Partial<Outcome> = {}): Outcome => ({
  schema: 1,
  key: 'deploy/a',
  at: '2026-01-01T00:00:00.000Z',
  attempt: 1,
  markdown,
  ...more,
});

test('steps that deploy, verify and roll back the same have one key; another environment has another', () => {
  const subject = { config: 'multi-region.yml', environment: 'prod', 'working-directory': '.' };
  const deploy = outcomeKey({ ...subject, 'plan-file': 'plan.json' });
  expect(outcomeKey({ ...subject, to: 'previous' })).toBe(deploy);
  expect(outcomeKey({ ...subject, environment: 'staging' })).not.toBe(deploy);
});

test('what is told is in order, of one deployment and of the last attempt that left anything, which is named where it is an earlier one', () => {
  const all = [
    outcome('rollback', { at: '2026-01-01T00:00:03.000Z', attempt: 2 }),
    outcome('other', { key: 'deploy/b' }),
    outcome('verify', { at: '2026-01-01T00:00:02.000Z', attempt: 2 }),
    outcome('before'),
  ];
  expect(toldOf(all, 'deploy/a', 2)).toEqual({ parts: ['verify', 'rollback'] });
  expect(toldOf([], 'deploy/a', 2)).toEqual({ parts: [] });
  expect(toldOf(all, 'deploy/a', 4)).toEqual({ parts: ['verify', 'rollback'], earlierAttempt: 2 });
});

describe('a file', () => {
  test('is read as it was written', () => {
    expect(readOutcome(JSON.stringify(outcome('x')))).toEqual(outcome('x'));
  });

  test.each([
    ['no JSON', 'hello'],
    ['another version', JSON.stringify({ ...outcome('x'), schema: 2 })],
    ['no text', JSON.stringify({ ...outcome('x'), markdown: 7 })],
    ['a list', '[]'],
    ['null', 'null'],
  ])('with %s is none', (_, text) => expect(readOutcome(text)).toBeUndefined());
});
