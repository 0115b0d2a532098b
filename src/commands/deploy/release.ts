import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { type ArtifactStore, createArtifactStore } from '../../release/artifact-store.ts';
import { buildRelease, uniqueArtifacts } from '../../release/build-release.ts';
import { createDelivery, type Delivery } from '../../release/delivery.ts';
import type { Release } from '../../release/model.ts';
import type { Environment } from '../../topology/model.ts';
import { loadRelease } from './load-release.ts';
import { readPlanRelease } from './plan-file.ts';
import { settingsOf } from './target-settings.ts';
import type { TargetWork } from './target-work.ts';

/** A release that is ready to be brought to targets. */
export interface ReadyRelease {
  readonly release: Release;
  readonly delivery: Delivery;
  /** Of this run alone, for temporary files. */
  readonly folder: string;
  /** Deletes temporary files. */
  dispose(): Promise<void>;
}

export interface ReleaseRequest {
  readonly command: 'deploy' | 'plan';
  readonly environment: Environment;
  readonly whole: Environment;
  /** Reachable targets, in order: the first one's bucket is packaged into. */
  readonly targets: readonly TargetWork[];
}

/** Builds the release, or loads the one that is named by `release` or by the plan file. */
export async function obtainRelease(
  request: ReleaseRequest,
  options: Options,
  context: RunContext,
): Promise<ReadyRelease> {
  const wanted = options.release ?? plannedRelease(request, options, context);
  const folder = await mkdtemp(join(tmpdir(), 'sam-multi-region-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { release, store } = await (wanted === undefined
      ? build(request, folder, options, context)
      : load(request, wanted, folder, context));
    const delivery = createDelivery({
      release,
      store,
      report: context.report,
      folder: `${folder}/delivery`,
      fresh: wanted === undefined,
    });
    return {
      release,
      delivery,
      folder,
      dispose: async () => {
        await store.dispose();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function plannedRelease({ command }: ReleaseRequest, options: Options, context: RunContext): string | undefined {
  const file = command === 'deploy' ? options['plan-file'] : undefined;
  return file === undefined ? undefined : readPlanRelease(join(context.cwd, file), context);
}

interface Obtained {
  readonly release: Release;
  readonly store: ArtifactStore;
}

async function build(
  { environment, targets }: ReleaseRequest,
  folder: string,
  options: Options,
  context: RunContext,
): Promise<Obtained> {
  const [first] = targets;
  if (first === undefined) throw new InternalError('a run without targets');
  const settings = settingsOf(environment, first.target.name);
  const { artifactPrefix: prefix } = settings;
  return buildRelease(
    {
      environment,
      origin: { session: first.session, bucket: await first.bucket(settings), ...(prefix !== undefined && { prefix }) },
      folder,
      build: options.build !== 'never',
      validate: false,
      env: context.env,
      ...(options['config-env'] !== undefined && { samConfigEnvironment: options['config-env'] }),
      ...(context.origin.commit !== undefined && { commit: context.origin.commit }),
      ...(context.origin.tag !== undefined && { tag: context.origin.tag }),
    },
    { ...context, readFile: (path) => readFile(path, 'utf8') },
  );
}

async function load(
  { whole, targets }: ReleaseRequest,
  id: string,
  folder: string,
  context: RunContext,
): Promise<Obtained> {
  const preferred = targets.map(({ target }) => target);
  const { release, storage } = await loadRelease(id, whole, preferred, context);
  const artifacts = uniqueArtifacts(release);
  context.report({
    type: 'release.ready',
    release: id,
    ...(release.commit !== undefined && { commit: release.commit }),
    artifacts: artifacts.length,
    bytes: artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0),
    reused: true,
  });
  return {
    release,
    store: createArtifactStore({ storage, bucket: release.origin.bucket, folder: `${folder}/artifacts` }),
  };
}
