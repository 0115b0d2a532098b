import { describe, expect, test } from '@jest/globals';
import { readProfiles } from '../../../../src/commands/bootstrap/profiles.ts';
import type { Target } from '../../../../src/topology/model.ts';

const ACCOUNTS = ['111111111111', '222222222222'];
const target = (account: string, profile?: string): Target => ({
  name: account,
  region: 'eu-west-1',
  partition: 'aws',
  groups: [],
  account,
  credentials: profile === undefined ? { source: 'auto' } : { source: 'profile', profile },
});
const [first, second] = [target('111111111111'), target('222222222222', 'configured')];

test.each<readonly [string, string | undefined, readonly (string | undefined)[], boolean]>([
  ['without the option that of the configuration counts', undefined, [undefined, 'configured'], true],
  ['one profile is for all accounts, and each may turn out to be another one', 'work', ['work', 'work'], false],
  ['each account may have its own', '111111111111=work, 222222222222=prod', ['work', 'prod'], true],
  ['an account that is not named keeps that of the configuration', '111111111111=work', ['work', 'configured'], true],
])('%s', (_, text, names, forThisAccount) => {
  const profileOf = readProfiles(text, ACCOUNTS);
  expect([first, second].map(profileOf)).toEqual(
    names.map((name) => (name === undefined ? undefined : { name, forThisAccount })),
  );
});

describe('is refused', () => {
  test.each([
    ['an account of eleven digits', '11111111111=work', 'profile-malformed'],
    ['an account without a profile', '111111111111=', 'profile-malformed'],
    ['a profile without its account', '111111111111=work,prod', 'profile-malformed'],
    ['an account that is named twice', '111111111111=work,111111111111=prod', 'profile-twice'],
    ['an account of nobody', '333333333333=work', 'unknown-account'],
  ])('%s', (_, text, code) => {
    expect(() => readProfiles(text, ACCOUNTS)).toThrow(expect.objectContaining({ code }));
  });
});
