import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ListObjectVersionsCommandOutput, ObjectIdentifier, S3Client } from '@aws-sdk/client-s3';
import type { Leftovers } from './leftovers-port.ts';
import { AwsError } from './ports.ts';

export interface LeftoversOptions {
  readonly s3: () => Promise<S3Client>;
  readonly logs: () => Promise<CloudWatchLogsClient>;
  /** Account that must own every bucket: S3 refuses the call when another one does. */
  readonly owner: () => Promise<string>;
}

/** The Leftovers port on the SDK, whose packages load with the first question. */
export function createLeftovers({ s3, logs, owner }: LeftoversOptions): Leftovers {
  return {
    async emptyBucket(bucket, signal) {
      const [sdk, client, ExpectedBucketOwner] = await Promise.all([import('@aws-sdk/client-s3'), s3(), owner()]);
      const refused = new Set<string>();
      let deleted = 0;
      const common = { Bucket: bucket, ExpectedBucketOwner };
      try {
        // A page has at most 1,000 versions and markers, which is what one call deletes (API reference, DeleteObjects).
        let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
        while (from !== undefined) {
          signal.throwIfAborted();
          const page: ListObjectVersionsCommandOutput = await client.send(
            new sdk.ListObjectVersionsCommand({ ...common, ...from }),
          );
          from = nextOf(page);
          const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].flatMap(identify);
          if (Objects.length === 0) continue;
          const { Errors = [] } = await client.send(
            new sdk.DeleteObjectsCommand({ ...common, Delete: { Objects, Quiet: true } }),
          );
          deleted += Objects.length - Errors.length;
          for (const { Code = '', Message = '' } of Errors) refused.add([Code, Message].filter(Boolean).join(': '));
        }
      } catch (error) {
        if (!(error instanceof AwsError) || error.code !== 'NoSuchBucket') throw error;
      }
      return { deleted, refused: [...refused] };
    },

    async logGroups(prefix) {
      const [{ paginateDescribeLogGroups }, client] = await Promise.all([
        import('@aws-sdk/client-cloudwatch-logs'),
        logs(),
      ]);
      const names: string[] = [];
      for await (const page of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix }))
        names.push(...(page.logGroups ?? []).flatMap(({ logGroupName }) => logGroupName ?? []));
      return names;
    },

    async deleteLogGroup(logGroupName) {
      const [{ DeleteLogGroupCommand }, client] = await Promise.all([
        import('@aws-sdk/client-cloudwatch-logs'),
        logs(),
      ]);
      try {
        await client.send(new DeleteLogGroupCommand({ logGroupName }));
        return true;
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return false;
        throw error;
      }
    },
  };
}

function nextOf({ IsTruncated, NextKeyMarker, NextVersionIdMarker }: ListObjectVersionsCommandOutput) {
  if (!IsTruncated || NextKeyMarker === undefined) return undefined;
  return {
    KeyMarker: NextKeyMarker,
    ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }),
  };
}

function identify({
  Key,
  VersionId,
}: {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}): readonly ObjectIdentifier[] {
  return Key === undefined ? [] : [{ Key, ...(VersionId !== undefined && { VersionId }) }];
}
