import { describe, expect, test } from '@jest/globals';
import { parametersCheck, type StackParameters } from '../../../../src/failover/readiness/parameters.ts';

const stack = (
  target: string,
  deployed: Readonly<Record<string, string>>,
  configured: Readonly<Record<string, string>> = {},
): StackParameters => ({ target, stack: 'api', deployed, configured });

describe('parameters', () => {
  test('are in step when they are equal, whoever gave them', () => {
    const check = parametersCheck(
      [stack('central', { A: '1', Secret: '****' })],
      [stack('west', { A: '1', Secret: '****' })],
    );
    expect(check).toMatchObject({ verdict: 'ready' });
  });

  test('are not when one differs that is configured alike, or is in one only', () => {
    const own = stack('central', { A: '1', B: 'same', New: 'x' }, { A: '${release}' });
    const check = parametersCheck([own], [stack('west', { A: '2', B: 'same' }, { A: '${release}' })]);
    expect(check).toMatchObject({
      verdict: 'missing',
      text: 'not in step: A of api (not as in west), New of api (not as in west)',
    });
    // A value may be secret: it is never shown.
    expect(check.text).not.toContain('x,');
  });

  test.each([
    ['each target has its own text', 'one', 'two'],
    ['it names the target', '${target.region}', '${target.region}'],
    ['it is an output of the same target', '${stacks.data.outputs.Name}', '${stacks.data.outputs.Name}'],
    ['it is a parameter of SSM', '${ssm:/name}', '${ssm:/name}'],
  ])('may differ where %s', (_, one, other) => {
    const check = parametersCheck(
      [stack('central', { A: '1' }, { A: one })],
      [stack('west', { A: '2' }, { A: other })],
    );
    expect(check.verdict).toBe('ready');
  });

  test('may not where the output is of one named target', () => {
    const A = '${stacks.data.targets.west.outputs.Name}';
    const check = parametersCheck([stack('central', { A: '1' }, { A })], [stack('west', { A: '2' }, { A })]);
    expect(check.verdict).toBe('missing');
  });

  test('are compared with the same stack only', () => {
    const check = parametersCheck([stack('central', { A: '1' })], [{ ...stack('west', { A: '2' }), stack: 'data' }]);
    expect(check.verdict).toBe('not-looked-at');
  });
});
