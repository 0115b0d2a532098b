import type { RunContext } from '../../context.ts';
import type { PlannedConsumer } from '../../failover/plan.ts';
import { createPausedConsumers } from '../../records/paused-consumers.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { ConsumerRoles } from '../consumer-roles.ts';
import { consumersOfFunctions } from '../failover/find-consumers.ts';
import { type ConsumerPause, createConsumerPause } from './pause-consumers.ts';
import type { TargetWork } from './target-work.ts';

/** Whose stacks they are, and which of their consumers run only where it is active. */
export interface PausedPlace {
  readonly environment: Pick<Environment, 'application' | 'name'>;
  readonly roles?: ConsumerRoles | undefined;
}

/** Consumers of one stack, and what its bucket says of them; undefined where there is no bucket yet. */
export async function consumersOf(
  instance: StackInstance,
  { session, findBucket, lease }: Pick<TargetWork, 'session' | 'findBucket' | 'lease'>,
  { environment, roles }: PausedPlace,
  { clock, report }: Pick<RunContext, 'clock' | 'report'>,
): Promise<ConsumerPause | undefined> {
  const bucket = await findBucket(instance.settings);
  if (bucket === undefined) return undefined;
  const { cloudformation, mappings, rules, schedules, storage } = session;
  const kept = createPausedConsumers(environment, instance.id, { storage, bucket });
  const beforeWrite = async (): Promise<void> => (await lease()).assertHeld();
  const idle = async (): Promise<ReadonlySet<string>> => (await roles?.idle(instance)) ?? new Set();
  const find = async (stackName: string): Promise<readonly PlannedConsumer[]> => {
    const { consumers, problems } = await consumersOfFunctions({ key: instance.stack.key, stackName }, cloudformation);
    for (const text of problems) report({ type: 'note', level: 'warning', text, target: instance.target.name });
    return consumers;
  };
  const named = { instance: instance.id, target: instance.target.name };
  const ports = { mappings, rules, schedules };
  return createConsumerPause({ ...named, find, ports, kept, clock, report, beforeWrite, idle });
}
