import type { RunContext } from '../../context.ts';
import { createPausedConsumers } from '../../records/paused-consumers.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { type ConsumerPause, createConsumerPause } from './pause-consumers.ts';
import type { TargetWork } from './target-work.ts';

/** Event source mappings of one stack, and what its bucket says of them; undefined where there is no bucket yet. */
export async function consumersOf(
  instance: StackInstance,
  { session, findBucket, lease }: Pick<TargetWork, 'session' | 'findBucket' | 'lease'>,
  environment: Pick<Environment, 'application' | 'name'>,
  { clock, report }: Pick<RunContext, 'clock' | 'report'>,
): Promise<ConsumerPause | undefined> {
  const bucket = await findBucket(instance.settings);
  if (bucket === undefined) return undefined;
  const { cloudformation, mappings, storage } = session;
  const kept = createPausedConsumers(environment, instance.id, { storage, bucket });
  const beforeWrite = async (): Promise<void> => (await lease()).assertHeld();
  const named = { instance: instance.id, target: instance.target.name };
  return createConsumerPause({ ...named, cloudformation, mappings, kept, clock, report, beforeWrite });
}
