import type { RunContext } from '../../context.ts';
import { createPausedConsumers } from '../../records/paused-consumers.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { ConsumerRoles } from '../consumer-roles.ts';
import { type ConsumerPause, createConsumerPause } from './pause-consumers.ts';
import type { TargetWork } from './target-work.ts';

/** Whose stacks they are, and which of their consumers run only where it is active. */
export interface PausedPlace {
  readonly environment: Pick<Environment, 'application' | 'name'>;
  readonly roles?: ConsumerRoles | undefined;
}

/** Event source mappings of one stack, and what its bucket says of them; undefined where there is no bucket yet. */
export async function consumersOf(
  instance: StackInstance,
  { session, findBucket, lease }: Pick<TargetWork, 'session' | 'findBucket' | 'lease'>,
  { environment, roles }: PausedPlace,
  { clock, report }: Pick<RunContext, 'clock' | 'report'>,
): Promise<ConsumerPause | undefined> {
  const bucket = await findBucket(instance.settings);
  if (bucket === undefined) return undefined;
  const { cloudformation, mappings, storage } = session;
  const kept = createPausedConsumers(environment, instance.id, { storage, bucket });
  const beforeWrite = async (): Promise<void> => (await lease()).assertHeld();
  const idle = async (): Promise<ReadonlySet<string>> => (await roles?.idleMappings(instance)) ?? new Set();
  const named = { instance: instance.id, target: instance.target.name };
  return createConsumerPause({ ...named, cloudformation, mappings, kept, clock, report, beforeWrite, idle });
}
