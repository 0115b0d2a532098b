import { AwsError } from '../../aws/ports.ts';
import { settleAll } from '../../settle-all.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/**
 * Nobody has taken over any of these targets. One that does not answer has no say: its region may be lost, and traffic
 * must still be able to leave it.
 * @throws UserError `lease-lost`
 */
export async function assertStillHeld(works: readonly Pick<TargetWork, 'lease'>[]): Promise<void> {
  await settleAll(
    works.map(async (work) => {
      try {
        await (await work.lease()).assertHeld();
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
      }
    }),
  );
}
