import { describe, expect, test } from '@jest/globals';
import { canRedraw, looksOf } from '../../../src/report/looks.ts';

const linux = { isTerminal: true, platform: 'linux' };

describe('looksOf', () => {
  test.each([
    ['a terminal', { env: { LANG: 'en_US.UTF-8' }, ...linux }, { color: true, unicode: true }],
    ['a pipe', { env: {}, ...linux, isTerminal: false }, { color: false, unicode: true }],
    ['NO_COLOR, which wins', { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, ...linux }, { color: false, unicode: true }],
    ['an empty NO_COLOR', { env: { NO_COLOR: '' }, ...linux }, { color: true, unicode: true }],
    [
      'FORCE_COLOR in a pipe',
      { env: { FORCE_COLOR: '1' }, ...linux, isTerminal: false },
      { color: true, unicode: true },
    ],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' }, ...linux }, { color: false, unicode: true }],
    ['a dumb terminal', { env: { TERM: 'dumb' }, ...linux }, { color: false, unicode: false }],
    [
      'a Latin-1 locale',
      { env: { LC_ALL: 'de_DE.ISO-8859-1', LANG: 'de_DE.UTF-8' }, ...linux },
      { color: true, unicode: false },
    ],
    ['the C locale', { env: { LANG: 'C' }, ...linux }, { color: true, unicode: false }],
    ['the old Windows console', { env: {}, ...linux, platform: 'win32' }, { color: true, unicode: false }],
    ['Windows Terminal', { env: { WT_SESSION: 'x' }, ...linux, platform: 'win32' }, { color: true, unicode: true }],
  ])('knows %s', (_, input, looks) => {
    expect(looksOf(input)).toEqual(looks);
  });

  test('redraws only on a real terminal outside of CI', () => {
    expect([{}, { CI: 'true' }, { TERM: 'dumb' }].map((env) => canRedraw({ env, ...linux }))).toEqual([
      true,
      false,
      false,
    ]);
    expect(canRedraw({ env: {}, ...linux, isTerminal: false })).toBe(false);
  });
});
