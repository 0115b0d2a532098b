import type { RunContext } from '../../context.ts';
import type { Consumers } from '../../failover/consumers.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import { type Guard, UNGUARDED } from '../../failover/still-ours.ts';
import { settleAll } from '../../settle-all.ts';
import { type ConsumerPorts, switchConsumer } from '../switch-consumer.ts';
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
    async set(target, running, signal, guard = UNGUARDED) {
      const own = consumers.targets[target] ?? [];
      if (own.length === 0) return;
      const session = aws.session(targetOf(plannedTarget(plan, target)));
      const { default: pLimit } = await import('p-limit');
      const limit = pLimit(MOST_AT_ONCE);
      await settleAll(
        own.map((consumer) =>
          limit(() => switchConsumer(consumer, running, guardedConsumers(session, guard), { clock, signal })),
        ),
      );
    },
  };
}

/** A mapping may be waited for two minutes before it can be written: the guard is asked right before each write. */
function guardedConsumers({ mappings, rules, schedules }: ConsumerPorts, guard: Guard): ConsumerPorts {
  const first =
    <A extends readonly unknown[], R>(enable: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await guard();
      return enable(...args);
    };
  return {
    mappings: { ...mappings, enable: first(mappings.enable) },
    rules: { enable: first(rules.enable) },
    schedules: { enable: first(schedules.enable) },
  };
}
