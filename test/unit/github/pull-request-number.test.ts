import { expect, test } from '@jest/globals';
import { pullRequestNumber } from '../../../src/github/pull-request-number.ts';

const number = (value: string, env: Record<string, string> = {}, event?: unknown) =>
  pullRequestNumber(value, env, () => (event === undefined ? undefined : JSON.stringify(event)), '--comment');
const withEvent = { GITHUB_EVENT_PATH: '/event.json' };

test.each([
  ['7', {}, undefined, 7],
  ['#7', {}, undefined, 7],
  ['false', { GITHUB_REF: 'refs/pull/7/merge' }, undefined, undefined],
  ['true', withEvent, { pull_request: { number: 8 } }, 8],
  ['true', withEvent, { issue: { number: 9, pull_request: {} } }, 9],
  ['true', withEvent, { issue: { number: 9 } }, undefined],
  ['true', withEvent, { pull_request: { number: '8; rm -rf /' } }, undefined],
  ['true', { GITHUB_REF: 'refs/pull/10/merge' }, undefined, 10],
  ['true', { GITHUB_REF: 'refs/heads/main' }, undefined, undefined],
  ['true', withEvent, 'nonsense', undefined],
] as const)('%s with %j and %j is %s', (value, env, event, expected) => {
  expect(number(value, env, event)).toBe(expected);
});

test.each(['yes', '0', '-1', '7.5', '1e3', '７', '99999999999', '7\n8', 'main', '${{ 7 }}'])(
  '%j is refused',
  (value) => {
    expect(() => number(value)).toThrow(expect.objectContaining({ code: 'pull-request-invalid' }));
  },
);
