import type { TargetSession } from '../aws/ports.ts';
import { AwsError } from '../aws/ports.ts';
import { UserError } from '../errors.ts';
import { createManagedBucket, findManagedBucket, type ManagedBucketParts } from './managed-bucket.ts';

export interface BucketRequest {
  /** Name pattern with `${region}`, `${account}`, `${partition}`; absent: SAM's managed bucket. */
  readonly artifactBucket?: string | undefined;
  /** Whether SAM's managed bucket is made when it is not there (false for a dry run). */
  readonly create: boolean;
}

/**
 * The bucket for artifacts in one target. A managed one belongs to the account by being an output of its stack; a
 * named one is asked for its owner and region. Undefined: SAM's managed bucket is not there and is not to be made.
 *
 * @throws UserError `bucket-missing`, `bucket-owned-by-other`, `bucket-in-other-region`, and those of the managed one
 */
export async function artifactBucket(
  session: TargetSession,
  request: BucketRequest,
  parts: ManagedBucketParts,
): Promise<string | undefined> {
  if (request.artifactBucket !== undefined) return namedBucket(session, request.artifactBucket);
  const found = await findManagedBucket(session, parts);
  return found ?? (request.create ? createManagedBucket(session, parts) : undefined);
}

async function namedBucket(session: TargetSession, pattern: string): Promise<string> {
  const name = await expand(pattern, session);
  const found = await headBucket(session, name);
  if (!found) {
    throw new UserError('bucket-missing', `There is no bucket ${name} for artifacts in ${session.target}.`, {
      fix: [
        `Create it in ${session.region}, with versioning and encryption.`,
        "Or leave artifact-bucket out: SAM's managed bucket is made where it is missing.",
      ],
    });
  }
  if (found.region !== session.region) {
    throw new UserError(
      'bucket-in-other-region',
      `The artifact bucket ${name} of ${session.target} is in ${found.region}; Lambda takes code from buckets in ${session.region} only.`,
      { fix: ['Use a bucket for each region: artifact-bucket: my-artifacts-${region}.'] },
    );
  }
  return name;
}

async function headBucket(session: TargetSession, name: string): Promise<{ readonly region: string } | undefined> {
  try {
    return await session.storage.headBucket(name);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'denied') throw error;
    const account = await session.account();
    throw new UserError(
      'bucket-owned-by-other',
      `The artifact bucket ${name} does not belong to account ${account} of ${session.target}, or its role may not use it.`,
      {
        fix: [
          'Check the name: bucket names are shared by all accounts, and this one may be taken by somebody else.',
          `If it is yours, allow s3:ListBucket, s3:GetObject and s3:PutObject on it to the role of ${session.target}.`,
        ],
        cause: error,
      },
    );
  }
}

async function expand(pattern: string, session: TargetSession): Promise<string> {
  const account = pattern.includes('${account}') ? await session.account() : '';
  const name = pattern
    .replaceAll('${region}', session.region)
    .replaceAll('${partition}', session.partition)
    .replaceAll('${account}', account);
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return name;
  throw new UserError('bucket-name-invalid', `"${name}" is no bucket name (from artifact-bucket: ${pattern}).`, {
    fix: [
      'Use 3 to 63 lower-case letters, digits, dots and hyphens; ${region}, ${account} and ${partition} are filled in.',
    ],
  });
}
