import type { RunContext } from '../../../context.ts';
import { errorText } from '../../../errors.ts';
import type { EndedDrill } from '../../../failover/overridden-drill.ts';
import { patienceOf } from '../../../failover/patience.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { DrillRecord } from '../../../records/drill-record.ts';
import { cancelReturns, schedulesOf } from './cancel-returns.ts';

/** Less than a failover waits for. */
const PATIENCE_MS = 1_500;

const LATER = 'drill --end takes it away, and tells traffic once more who is active';

/** What a drill had scheduled in regions that stay; a lost one is not asked. */
export async function endedReturns(
  { returns, injected }: DrillRecord,
  plan: StoredPlan,
  context: RunContext,
): Promise<EndedDrill> {
  const left = injected ? ['what the drill had injected may still be there: drill --end takes it back'] : [];
  try {
    const done = await patienceOf(
      context.clock,
      PATIENCE_MS,
    )(cancelReturns(returns, await schedulesOf(returns, plan, context), context.clock.now()).then(() => true));
    if (done) return { gone: true, said: left };
    return { gone: false, said: [...left, `what the drill had scheduled could not be deleted in time: ${LATER}`] };
  } catch (error) {
    return { gone: false, said: [...left, `${errorText(error)}. ${LATER}`] };
  }
}
