import { expect, test } from '@jest/globals';
import { withBreakGlass } from '../../../../src/commands/failover/break-glass.ts';
import { UserError } from '../../../../src/errors.ts';

test('credentials that are refused come with a way that needs neither GitHub nor Identity Center', () => {
  const told = withBreakGlass(new UserError('expired-token', 'expired', { fix: ['Log in.'] }), 'eu-central-1');
  expect(told).toMatchObject({ code: 'expired-token', message: 'nothing was moved: expired' });
  expect((told as UserError).fix).toEqual(['Log in.', expect.stringContaining('--region eu-central-1')]);
});

test('every other error stays as it is', () => {
  for (const error of [new UserError('not-confirmed', 'no'), new Error('broken')]) {
    expect(withBreakGlass(error, undefined)).toBe(error);
  }
});
