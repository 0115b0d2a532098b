import type { RunContext } from '../../../context.ts';
import { errorText } from '../../../errors.ts';
import { patienceOf } from '../../../failover/patience.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { DrillRecord } from '../../../records/drill-record.ts';
import { cancelReturns, schedulesOf } from './cancel-returns.ts';

/** Less than a failover waits for. */
const PATIENCE_MS = 1_500;

/** What a drill had scheduled in regions that stay; a lost one is not asked. */
export async function endedReturns(
  { returns, injected }: DrillRecord,
  plan: StoredPlan,
  context: RunContext,
): Promise<readonly string[]> {
  const left = injected ? ['what the drill had injected may still be there: drill --end takes it back'] : [];
  try {
    const done = await patienceOf(
      context.clock,
      PATIENCE_MS,
    )(cancelReturns(returns, await schedulesOf(returns, plan, context)).then(() => true));
    return done ? left : [...left, 'what the drill had scheduled could not be deleted in time'];
  } catch (error) {
    return [...left, errorText(error)];
  }
}
