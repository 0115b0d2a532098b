import type { TargetSession } from '../aws/ports.ts';
import { artifactBucket } from '../release/bucket.ts';
import type { ManagedBucketParts } from '../release/managed-bucket.ts';
import type { StackSettings } from '../topology/model.ts';

/** The bucket for artifacts and records that these settings mean; undefined where SAM's managed one was not made yet. */
export function bucketOf(
  session: TargetSession,
  { artifactBucket: pattern }: Pick<StackSettings, 'artifactBucket'>,
  parts: ManagedBucketParts,
): Promise<string | undefined> {
  return artifactBucket(session, { create: false, artifactBucket: pattern }, parts);
}
