import { AwsError } from '../../aws/ports.ts';
import type { Storage } from '../../aws/storage-port.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findRelease } from '../../release/manifest.ts';
import type { Release } from '../../release/model.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import { settingsOf } from './target-settings.ts';

/** A release that was made earlier, and a place that has its artifacts. */
export interface LoadedRelease {
  readonly release: Release;
  readonly storage: Storage;
  readonly bucket: string;
}

export interface ReleaseSearch {
  readonly whole: Environment;
  /** Targets of this run that answer: they are asked first. */
  readonly reachable: readonly Target[];
  /** Names of targets that are not asked: left out, or found not to answer. */
  readonly silent: ReadonlySet<string>;
}

/**
 * Finds a release by its id in the buckets of the environment's targets. Its artifacts are taken from where it was
 * packaged, or, where that may not be called, from where it was found: they were brought there when it was deployed.
 * Targets that cannot be asked are passed over, and those that may not be called are not asked.
 * @throws UserError `release-unknown`, `release-newer`, `release-damaged`
 */
export async function loadRelease(id: string, search: ReleaseSearch, context: RunContext): Promise<LoadedRelease> {
  const { whole, reachable, silent } = search;
  const all = new Map([...reachable, ...whole.targets].map((target) => [target.name, target]));
  const targets = [...all.values()].filter(({ name }) => !silent.has(name));
  for (const target of targets) {
    const found = await findIn(target, id, whole, context);
    if (found === undefined) continue;
    const { release } = found;
    const origin = whole.targets.find(({ name }) => name === release.origin.target && !silent.has(name));
    if (origin === undefined) return { ...found, storage: context.aws.session(target).storage };
    return { release, storage: context.aws.session(origin).storage, bucket: release.origin.bucket };
  }
  const unasked = [...silent].sort().join(', ');
  throw new UserError(
    'release-unknown',
    `there is no release ${id} of ${whole.application} in the buckets of ${targets.map(({ name }) => name).join(', ')}${unasked === '' ? '' : `; ${unasked} could not be asked`}`,
    {
      fix: [
        'Take the id from the output "release" of the run that made it, or deploy from sources: that makes one.',
        'A plan makes one that can be deployed only when it is kept (plan-file, keep-plan).',
      ],
    },
  );
}

async function findIn(
  target: Target,
  id: string,
  whole: Environment,
  context: RunContext,
): Promise<{ readonly release: Release; readonly bucket: string } | undefined> {
  const session = context.aws.session(target);
  const settings = settingsOf(whole, target.name);
  const { artifactPrefix: prefix } = settings;
  try {
    const bucket = await bucketOf(session, settings, context);
    if (bucket === undefined) return undefined;
    const shelf = { storage: session.storage, bucket, application: whole.application };
    const release = await findRelease({ ...shelf, ...(prefix !== undefined && { prefix }) }, id);
    return release && { release, bucket };
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
