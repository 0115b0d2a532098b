import { AwsError } from '../../aws/ports.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/**
 * Nobody has taken over any of these targets. One that does not answer has no say: its region may be lost, and traffic
 * must still be able to leave it.
 * @throws UserError `lease-lost`
 */
export async function assertStillHeld(works: readonly Pick<TargetWork, 'lease'>[]): Promise<void> {
  // Who says that it is lost counts at once, whoever else is silent.
  await Promise.all(
    works.map(async (work) => {
      try {
        await (await work.lease()).assertHeld();
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
      }
    }),
  );
}
