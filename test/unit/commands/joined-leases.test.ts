import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { joined } from '../../../src/commands/deploy/target-work.ts';
import { UserError } from '../../../src/errors.ts';
import type { Lease } from '../../../src/records/lease.ts';

const lease = (still: () => Promise<void> = async () => {}): Lease => ({
  deadRuns: [],
  assertHeld: async () => {},
  stillHeld: still,
  release: async () => {},
});

test('a run that was overtaken in one target writes in no other one, but a lost region has no say', async () => {
  const held = new Set<Lease>();
  let answer: Error | undefined;
  const own = joined(lease(), held);
  const other = joined(
    lease(async () => {
      if (answer !== undefined) throw answer;
    }),
    held,
  );
  await own.assertHeld();
  const where = { service: 'S3', action: 'PutObject', region: 'b' };
  answer = new AwsError({ kind: 'unreachable', code: 'ECONNREFUSED', message: 'no answer', ...where });
  await own.assertHeld();
  answer = new UserError('lease-lost', 'taken');
  await expect(own.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
  await other.release();
  await own.assertHeld();
});
