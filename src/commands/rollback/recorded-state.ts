import type { Stack } from '../../aws/cloudformation-port.ts';
import type { TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import type { StoredHistory } from '../../records/history.ts';
import { type Proof, proveRecords } from '../../records/proof.ts';
import type { StackInstance } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import { lastChangeSet, type Recorder } from '../deploy/recorder.ts';

/** A deployed stack with what is recorded of it and what of that it vouches for. */
export interface RecordedState {
  readonly stack: Stack;
  readonly session: TargetSession;
  readonly bucket: string;
  readonly history: StoredHistory;
  readonly proof: Proof;
}

/**
 * Reads a stack and its records; undefined where there is no stack, or no bucket that could hold records. Creates
 * nothing.
 * @throws UserError `record-newer`, and those of credentials and buckets; AwsError
 */
export async function readRecordedState(
  instance: StackInstance,
  recorder: Recorder,
  context: RunContext,
): Promise<RecordedState | undefined> {
  const session = context.aws.session(instance.target);
  await session.account();
  const [stack, bucket] = await Promise.all([
    session.cloudformation.describeStack(instance.stack.stackName),
    bucketOf(session, instance.settings, context),
  ]);
  if (stack === undefined || bucket === undefined) return undefined;
  const [history, changeSet] = await Promise.all([
    recorder.read({ instance: instance.id, session, bucket }),
    lastChangeSet(stack, { session }),
  ]);
  const { records, pending } = history.document;
  return { stack, session, bucket, history, proof: proveRecords(stack, changeSet, records, pending) };
}
