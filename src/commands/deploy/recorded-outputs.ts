import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { ReleaseRecord } from '../../records/release-record.ts';
import type { StackInstance } from '../../topology/model.ts';
import { readRecordedState } from '../rollback/recorded-state.ts';
import type { Recorder } from './recorder.ts';

/** Outputs of a stack that cannot be asked, as another stack took them when it was deployed last. */
export type RecordedOutputs = (
  taker: StackInstance,
  source: StackInstance,
) => Promise<Readonly<Record<string, string>> | undefined>;

/**
 * Reads them from the records of the stack that takes them, in its own region: those of the lost region are lost with it.
 * Only what that stack vouches for is used, because it goes into parameters.
 */
export function createRecordedOutputs(recorder: Recorder, context: RunContext): RecordedOutputs {
  const newest = new Map<string, Promise<ReleaseRecord | undefined>>();
  const read = async (taker: StackInstance): Promise<ReleaseRecord | undefined> => {
    const state = await readRecordedState(taker, recorder, context);
    return state === undefined || state.proof.kind === 'none' ? undefined : state.proof.records.at(-1);
  };
  return async (taker, source) => {
    const known = newest.get(taker.id) ?? read(taker);
    newest.set(taker.id, known);
    return (await known)?.asked.taken[source.id];
  };
}

/** Whether nobody answers there: the region is lost, or was left out by name. */
export function isLost(error: unknown): boolean {
  if (error instanceof AwsError) return error.kind === 'unreachable';
  return error instanceof UserError && error.code === 'left-out';
}
