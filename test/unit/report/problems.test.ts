import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { InternalError, UserError, UserErrors } from '../../../src/errors.ts';
import { problemsOf } from '../../../src/report/problems.ts';

describe('problemsOf', () => {
  test('takes code, place and fix from what the user has to change', () => {
    const error = new UserError('unknown-key', 'unknown key "x"', {
      fix: ['Remove it.'],
      location: { file: 'a.yml', line: 2 },
    });
    expect(problemsOf(error)).toEqual([
      { code: 'unknown-key', message: 'unknown key "x"', fix: ['Remove it.'], location: { file: 'a.yml', line: 2 } },
    ]);
  });

  test('lists every finding of several', () => {
    const several = new UserErrors('invalid', '2 errors', [
      new UserError('a', 'A'),
      new UserErrors('b', 'B', [new UserError('c', 'C')]),
    ]);
    expect(problemsOf(several).map(({ code }) => code)).toEqual(['a', 'c']);
  });

  test('says which call AWS refused and what helps', () => {
    const error = new AwsError({
      kind: 'denied',
      code: 'AccessDenied',
      message: 'not authorized',
      service: 'S3',
      action: 'HeadBucket',
      region: 'eu-west-1',
      requestId: 'R1',
    });
    expect(problemsOf(error)).toEqual([
      {
        code: 'aws-denied',
        message: 'S3 HeadBucket in eu-west-1: AccessDenied: not authorized (request R1)',
        fix: ['Add the action to the role; `sam-multi-region policy` prints all that a command needs.'],
      },
    ]);
  });

  test('a cancelled run is no defect', () => {
    expect(problemsOf(AbortSignal.abort().reason)[0]?.code).toBe('cancelled');
  });

  test.each([
    [new InternalError('broken'), 'internal'],
    [new TypeError('broken'), 'unexpected'],
  ])('a defect is called one, with its trace: %s', (error, code) => {
    const [problem] = problemsOf(error);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(/^This is a defect of sam-multi-region: broken\n[\s\S]*problems\.test/);
  });

  test('anything may be thrown', () => {
    expect(problemsOf('text')[0]?.message).toBe('This is a defect of sam-multi-region: text');
  });
});
