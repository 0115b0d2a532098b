import type { RunContext } from '../../context.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { FailoverReport } from '../../failover/report.ts';
import { workflowRun } from '../../github/reports.ts';

/** GitHub may be gone too: it is not waited for. */
const WAIT_MS = 5_000;

/**
 * Who let the job of this workflow run go on. Undefined outside of GitHub, and where GitHub does not say so in time: then it
 * is not known. Asked at the end: what was approved was approved before the job began.
 */
export async function reviewsOf(
  context: Pick<RunContext, 'clock' | 'env' | 'gitHub' | 'readFile'>,
): Promise<Exclude<FailoverReport['approvals']['reviews'], string> | undefined> {
  const { number } = workflowRun(context.env, context.readFile);
  if (number === undefined) return undefined;
  try {
    const asked = context.gitHub(undefined, { mostWaitMs: WAIT_MS }).then((gitHub) => gitHub.reviews(number));
    const reviews = await patienceOf(context.clock, WAIT_MS)(asked);
    return reviews?.map(({ login, state, comment, environments }) => ({ by: login, state, comment, environments }));
  } catch {
    // No token, or one that may not ask: nobody knows.
    return undefined;
  }
}
