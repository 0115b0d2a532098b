import { describe, expect, test } from '@jest/globals';
import { parseParameterOverrides, parseTags } from '../../../src/topology/sam-values.ts';

/** Expected values are those of `sam deploy` itself (aws-sam-cli, tests/unit/cli/test_types.py has the like). */
describe('parameter overrides', () => {
  test.each<[string, Record<string, string> | undefined]>([
    ['Key=Value', { Key: 'Value' }],
    ['  A=1   B=2 ', { A: '1', B: '2' }],
    ['A="two words" B=c', { A: 'two words', B: 'c' }],
    ["A='two words' B=c", { A: 'two words', B: 'c' }],
    ['A="say \\"hi\\""', { A: 'say "hi"' }],
    ['A=two\\ words', { A: 'two words' }],
    ['A=https://x/?a=b&c=d', { A: 'https://x/?a=b&c=d' }],
    ['A=x,y,z B=1', { A: 'x,y,z', B: '1' }],
    ['A=""', { A: '' }],
    ['ParameterKey=A,ParameterValue=1', { A: '1' }],
    ['ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue="x y"', { A: '1', B: 'x y' }],
    ['ParameterKey="A",ParameterValue="1,2"', { A: '1,2' }],
    ['A=1 A=2', { A: '2' }],
    ['nonsense', undefined],
  ])('%s', (text, expected) => {
    expect(parseParameterOverrides(text)).toEqual(expected);
  });
});

describe('tags', () => {
  test.each<[string, Record<string, string> | undefined]>([
    ['a=b', { a: 'b' }],
    ['a=b c=d', { a: 'b', c: 'd' }],
    ['cost:center=x/y@z', { 'cost:center': 'x/y@z' }],
    ['a="two words" c=d', { a: 'two words', c: 'd' }],
    ['"a b"="c d"', { 'a b': 'c d' }],
    ['a=', { a: '' }],
    ['nonsense', undefined],
  ])('%s', (text, expected) => {
    expect(parseTags(text)).toEqual(expected);
  });
});
