import { describe, expect, test } from '@jest/globals';
import { sourceReport } from '../../../src/failover/source.ts';

const authority = { name: 'api.example.com', servers: [{ host: '192.0.2.1', port: 53 }] };
/** One answer a second; `-`: none. */
const answers = (text: string) =>
  [...text].map((letter, second) => ({ at: second * 1000, ...(letter !== '-' && { answer: [letter] }) }));
const report = (text: string, actuated: number | undefined = 2_000) =>
  sourceReport(authority, answers(text), actuated, 3_000);

describe('the public name at its source', () => {
  test('has changed when only new answers come', () => {
    expect(report('oooo-nnnnn')).toEqual({
      name: 'api.example.com',
      servers: 1,
      asked: 10,
      answered: 9,
      settledSeconds: 3,
      before: ['o'],
      after: ['n'],
    });
  });

  test('may give several answers in turn before and after', () => {
    expect(report('onononnnnn').settledSeconds).toBe(3);
    expect(report('oooababababa')).toMatchObject({ settledSeconds: 1, after: ['a', 'b'] });
  });

  test.each([
    ['nothing was moved', 'oonnnnn', undefined],
    ['it never gave anything else', 'nnnnnnn', 2_000],
    ['nobody answered since', 'oo-----', 2_000],
    ['it still gave old answers at the end', 'oooooooo', 2_000],
  ])('is not measured where %s', (_, text, actuated) => {
    const { settledSeconds } = sourceReport(authority, answers(text), actuated, 3_000);
    expect(settledSeconds).toBe('not measured');
  });
});
