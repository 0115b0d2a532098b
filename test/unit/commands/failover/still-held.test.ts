import { expect, test } from '@jest/globals';
import { AwsError } from '../../../../src/aws/ports.ts';
import { assertStillHeld } from '../../../../src/commands/failover/still-held.ts';
import { UserError } from '../../../../src/errors.ts';

function work(error?: Error) {
  const assertHeld = async (): Promise<void> => {
    if (error !== undefined) throw error;
  };
  return { lease: async () => ({ deadRuns: [], assertHeld, stillHeld: assertHeld, release: async () => {} }) };
}

test('a target that was taken over counts, one that does not answer does not', async () => {
  const where = { service: 'S3', action: 'HeadObject', region: 'a' };
  const lost = work(new AwsError({ kind: 'unreachable', code: 'ECONNREFUSED', message: 'no answer', ...where }));
  await assertStillHeld([lost, work()]);
  const taken = work(new UserError('lease-lost', 'taken'));
  await expect(assertStillHeld([lost, work(), taken])).rejects.toMatchObject({ code: 'lease-lost' });
});
