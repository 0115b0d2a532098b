import { expect, test } from '@jest/globals';
import { lineSplitter } from '../../../src/process/lines.ts';

function split(...chunks: string[]): string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

test('lines do not depend on where the chunks end', () => {
  const text = 'one\r\ntwo\nthree\rfour\n\nfive';
  const whole = split(text);
  expect(whole).toEqual(['one', 'two', 'three', 'four', '', 'five']);
  expect(split(...text)).toEqual(whole);
});

test('a last line without an end is given out once', () => {
  expect(split('a\nb')).toEqual(['a', 'b']);
  expect(split('a\n')).toEqual(['a']);
  expect(split('a\r')).toEqual(['a']);
});

test('a line of a megabyte is cut', () => {
  const [line] = split('x'.repeat(500_000), 'x'.repeat(500_000));
  expect(line?.length).toBe(16_385);
  expect(line?.endsWith('…')).toBe(true);
});
