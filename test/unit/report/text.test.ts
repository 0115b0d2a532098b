import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesText, cells, cleanText, clip, columns, durationText, oneLine, someOf } from '../../../src/report/text.ts';

describe('text', () => {
  test('cleanText takes out escape sequences, control and invisible characters and keeps lines', () => {
    expect(cleanText('a\u001b[31mb\u001b]0;title\u0007c\r\nd\te\u0000\u202ef\u200b\u034f\u3164\ufe0f\ud800')).toBe(
      'abc\nd  ef\ufffd',
    );
    expect(oneLine(' a\n  b\u2028c ')).toBe('a b c');
  });

  test.each([
    [400, '0.4s'],
    [9_949, '9.9s'],
    [9_960, '10s'],
    [59_400, '59s'],
    [59_600, '1m 00s'],
    [185_000, '3m 05s'],
    [3_725_000, '1h 02m'],
    [-5, '0.0s'],
  ])('%i ms is %s', (ms, shown) => {
    expect(durationText(ms)).toBe(shown);
  });

  test.each([
    [512, '512 B'],
    [1_234_567, '1.2 MB'],
    [2e15, '2000.0 TB'],
  ])('%i bytes is %s', (bytes, shown) => {
    expect(bytesText(bytes)).toBe(shown);
  });

  test('cells counts wide and combining characters as terminals do', () => {
    expect([cells('abc'), cells('東京'), cells('e\u0301'), cells('✔')]).toEqual([3, 4, 1, 1]);
  });

  test('clip never passes its limit and leaves short text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, limit) => {
        expect(cells(clip(text, limit))).toBeLessThanOrEqual(limit);
        if (cells(text) <= limit) expect(clip(text, limit)).toBe(text);
      }),
    );
    expect(clip('東京都', 4)).toBe('東…');
  });

  test('columns are aligned by cells and never end in blanks', () => {
    expect(
      columns([
        ['a', '東京', 'x'],
        ['bbb', 'c', ''],
      ]),
    ).toEqual(['a    東京  x', 'bbb  c']);
  });

  test('someOf says how many it left out', () => {
    expect([someOf(['a', 'b'], 2), someOf(['a', 'b', 'c'], 2), someOf([], 2)]).toEqual(['a, b', 'a, b (+1)', '']);
  });
});
