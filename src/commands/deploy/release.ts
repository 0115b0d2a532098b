import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { createArtifactStore } from '../../release/artifact-store.ts';
import { buildRelease, uniqueArtifacts } from '../../release/build-release.ts';
import { createDelivery, type Delivery } from '../../release/delivery.ts';
import { loadRelease } from '../../release/manifest.ts';
import type { Release } from '../../release/model.ts';
import type { Environment } from '../../topology/model.ts';
import { readPlanRelease } from './plan-file.ts';
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

/** Builds the release in the bucket of the first target, or loads the one that is named by `release` or the plan file. */
export async function obtainRelease(
  command: 'deploy' | 'plan',
  environment: Environment,
  targets: readonly TargetWork[],
  options: Options,
  context: RunContext,
): Promise<ReadyRelease> {
  const [first] = targets;
  if (first === undefined) throw new InternalError('a run without targets');
  const settings = environment.instances[0]?.settings;
  const bucket = await first.bucket(settings ?? {});
  const prefix = settings?.artifactPrefix;
  const planFile = command === 'deploy' ? options['plan-file'] : undefined;
  const wanted =
    options.release ?? (planFile === undefined ? undefined : readPlanRelease(join(context.cwd, planFile), context));
  const folder = await mkdtemp(join(tmpdir(), 'sam-multi-region-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { release, store } =
      wanted === undefined
        ? await build(
            environment,
            { session: first.session, bucket, ...(prefix !== undefined && { prefix }) },
            folder,
            options,
            context,
          )
        : await load(environment, first, bucket, prefix, wanted, folder, context);
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

type Origin = Parameters<typeof buildRelease>[0]['origin'];

function build(environment: Environment, origin: Origin, folder: string, options: Options, context: RunContext) {
  return buildRelease(
    {
      environment,
      origin,
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
  environment: Environment,
  { session }: TargetWork,
  bucket: string,
  prefix: string | undefined,
  id: string,
  folder: string,
  context: RunContext,
) {
  const shelf = {
    storage: session.storage,
    bucket,
    application: environment.application,
    ...(prefix !== undefined && { prefix }),
  };
  const release = await loadRelease(shelf, id);
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
    store: createArtifactStore({
      storage: session.storage,
      bucket: release.origin.bucket,
      folder: `${folder}/artifacts`,
    }),
  };
}
