import type { RunContext } from '../../context.ts';
import type { Consumers } from '../../failover/consumers.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import { settleAll } from '../../settle-all.ts';
import { switchConsumer } from '../switch-consumer.ts';
import { plannedTarget, targetOf } from './survivors.ts';

/** Lambda and Scheduler take a few changes a second in an account and region. */
const MOST_AT_ONCE = 8;

/** The marked consumers of the plan on real AWS; undefined where none are marked. Nothing is listed. */
export function consumersOfPlan(
  plan: StoredPlan,
  { aws, clock }: Pick<RunContext, 'aws' | 'clock'>,
): Consumers | undefined {
  const { consumers } = plan;
  if (consumers === undefined) return undefined;
  return {
    where: consumers.where,
    async set(target, running, signal) {
      const own = consumers.targets[target] ?? [];
      if (own.length === 0) return;
      const session = aws.session(targetOf(plannedTarget(plan, target)));
      const { default: pLimit } = await import('p-limit');
      const limit = pLimit(MOST_AT_ONCE);
      await settleAll(
        own.map((consumer) => limit(() => switchConsumer(consumer, running, session, { clock, signal }))),
      );
    },
  };
}
