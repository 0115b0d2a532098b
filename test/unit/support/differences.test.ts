import { expect, test } from '@jest/globals';
import { differences } from '../../support/differences.ts';

test('equal values have no differences, whatever the order of their names', () => {
  expect(differences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
});

test('each difference is named by its path, with both sides', () => {
  const left = { a: { b: [1, 2] }, only: 'here' };
  const right = { a: { b: [1, 3, 4] } };
  expect(differences(left, right)).toEqual(['a.b.1: 2 | 3', 'a.b.2: (absent) | 4', 'only: "here" | (absent)']);
});

test('an array is not an object with the same names', () => {
  expect(differences(['x'], { 0: 'x' })).toHaveLength(1);
});
