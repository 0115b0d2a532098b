import type { RunContext } from '../../context.ts';
import { readHistory } from '../../records/history.ts';
import { releasesOf } from '../../records/release-record.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import { isRefusal } from '../stack-report.ts';

/** The release that was recorded last of a stack; undefined: none is, or its target does not tell. */
export type RecordedRelease = (instance: StackInstance) => Promise<string | undefined>;

/**
 * What the records in the bucket of each target say. Whether the stack vouches for them is not asked: nothing is deployed
 * because of it, and a stack that somebody changed since tells that by its own time.
 */
export function recordedReleaseOf(
  { application, name }: Pick<Environment, 'application' | 'name'>,
  context: RunContext,
): RecordedRelease {
  return async ({ id, target, settings }) => {
    const session = context.aws.session(target);
    try {
      const bucket = await bucketOf(session, settings, context);
      if (bucket === undefined) return undefined;
      const place = { storage: session.storage, bucket, application, environment: name, instance: id };
      const newest = (await readHistory(place)).document.records.at(-1);
      return newest && releasesOf(newest).at(-1);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return undefined;
    }
  };
}
