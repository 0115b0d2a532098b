import type { Call } from '../../failover/fence.ts';
import type { PlannedConsumer } from '../../failover/plan.ts';
import { type ConsumerPorts, type SwitchPatience, switchConsumer } from '../switch-consumer.ts';

/** Stops one consumer of a target that was left, each call on its own: what is not answered ends it. */
export async function stopConsumer(
  consumer: PlannedConsumer,
  { mappings, rules, schedules }: ConsumerPorts,
  call: Call,
  patience: SwitchPatience,
): Promise<void> {
  const asked: ConsumerPorts = {
    mappings: {
      state: (id) => call(() => mappings.state(id)),
      enable: (id, enabled) => call(() => mappings.enable(id, enabled)),
    },
    rules: { enable: (rule, enabled) => call(() => rules.enable(rule, enabled)) },
    schedules: { enable: (schedule, enabled) => call(() => schedules.enable(schedule, enabled)) },
  };
  await switchConsumer(consumer, false, asked, patience);
}
