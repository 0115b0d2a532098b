import { AwsError, type Storage } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { artifactBucket } from '../../release/bucket.ts';
import { findRelease } from '../../release/manifest.ts';
import type { Release } from '../../release/model.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { settingsOf } from './target-settings.ts';

/** A release that was made earlier, and the storage of the account and region that it was packaged into. */
export interface LoadedRelease {
  readonly release: Release;
  readonly storage: Storage;
}

/**
 * Finds a release by its id in the buckets of the environment's targets, those of this run first: it lies in the one
 * that was first when it was made. Targets that cannot be asked are passed over.
 * @throws UserError `release-unknown`, `release-newer`, `release-damaged`
 */
export async function loadRelease(
  id: string,
  whole: Environment,
  preferred: readonly Target[],
  context: RunContext,
): Promise<LoadedRelease> {
  const targets = [...new Map([...preferred, ...whole.targets].map((target) => [target.name, target])).values()];
  for (const target of targets) {
    const release = await findIn(target, id, whole, context);
    if (release === undefined) continue;
    const origin = whole.targets.find(({ name }) => name === release.origin.target) ?? target;
    return { release, storage: context.aws.session(origin).storage };
  }
  throw new UserError(
    'release-unknown',
    `there is no release ${id} of ${whole.application} in the buckets of ${targets.map(({ name }) => name).join(', ')}`,
    {
      fix: ['Take the id from the output "release" of the run that made it, or deploy from sources: that makes one.'],
    },
  );
}

async function findIn(
  target: Target,
  id: string,
  whole: Environment,
  context: RunContext,
): Promise<Release | undefined> {
  const session = context.aws.session(target);
  const { artifactBucket: pattern, artifactPrefix: prefix } = settingsOf(whole, target.name);
  try {
    const bucket = await artifactBucket(
      session,
      { create: false, ...(pattern !== undefined && { artifactBucket: pattern }) },
      context,
    );
    if (bucket === undefined) return undefined;
    return await findRelease(
      { storage: session.storage, bucket, application: whole.application, ...(prefix !== undefined && { prefix }) },
      id,
    );
  } catch (error) {
    if (error instanceof UserError && error.code.startsWith('release-')) throw error;
    if (!(error instanceof AwsError || error instanceof UserError)) throw error;
    context.report({
      type: 'note',
      level: 'warning',
      text: `${target.name} could not be asked for release ${id}: ${error.message}`,
      target: target.name,
    });
    return undefined;
  }
}
