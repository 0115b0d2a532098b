import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { type ArtifactStore, createArtifactStore } from '../../release/artifact-store.ts';
import { type BuildReleaseRequest, buildRelease, uniqueArtifacts } from '../../release/build-release.ts';
import { createDelivery, type Delivery } from '../../release/delivery.ts';
import { forecastPrefix } from '../../release/forecast.ts';
import { buildLocally, type LocalBuild } from '../../release/local-release.ts';
import { usesLoops } from '../../release/loops.ts';
import type { Release } from '../../release/model.ts';
import { OLDEST_SAM_FOR_ENGINE, type SamCli } from '../../release/sam-cli.ts';
import { samEnvironment } from '../../release/sam-work.ts';
import { samFinder } from '../../release/stack-groups.ts';
import { validateTemplate } from '../../release/validate-template.ts';
import type { Template } from '../../template/model.ts';
import type { Environment } from '../../topology/model.ts';
import { loadRelease } from './load-release.ts';
import { readPlanRelease } from './plan-file.ts';
import { settingsOf } from './target-settings.ts';
import type { TargetWork } from './target-work.ts';

/** A release that is ready to be brought to targets. */
export interface ReadyRelease {
  readonly release: Omit<Release, 'origin'>;
  readonly artifacts: ReadyArtifacts;
  /** Of this run alone, for temporary files. */
  readonly folder: string;
  /** Deletes temporary files. */
  dispose(): Promise<void>;
}

export type ReadyArtifacts =
  /** Packaged once; `delivery` copies them to every target. Absent in a plan that found no bucket to package into. */
  | { readonly kind: 'packaged'; readonly delivery?: Delivery }
  /** Built only: the sam engine packages them in every target. */
  | {
      readonly kind: 'built';
      /** By path of the source template. */
      readonly builds: ReadonlyMap<string, LocalBuild>;
      readonly sam: () => Promise<SamCli>;
    };

export interface ReleaseRequest {
  /** Nobody deploys it: what is packaged goes where no deployment looks. */
  readonly forecast: boolean;
  readonly command: 'deploy' | 'plan';
  readonly environment: Environment;
  readonly whole: Environment;
  /** Reachable targets, in order: the first one's bucket is packaged into. */
  readonly targets: readonly TargetWork[];
  /** Names of targets that are not asked for an earlier release: left out, or found not to answer. */
  readonly silent: ReadonlySet<string>;
  /** The source templates by path; none for a release that was made earlier. */
  readonly sources: ReadonlyMap<string, Template>;
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
    if (request.environment.engine === 'sam') {
      return { ...(await buildForSam(request, folder, options, context)), folder, dispose: remove };
    }
    const obtained = await (wanted === undefined
      ? build(request, folder, options, context)
      : load(request, wanted, folder, context));
    if (obtained.store === undefined) {
      return { release: obtained.release, artifacts: { kind: 'packaged' }, folder, dispose: remove };
    }
    const { release, store } = obtained;
    const delivery = createDelivery({
      release,
      store,
      report: context.report,
      folder: `${folder}/delivery`,
      fresh: wanted === undefined,
      ...(obtained.isNew && { isNew: obtained.isNew }),
    });
    return {
      release,
      artifacts: { kind: 'packaged', delivery },
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
  readonly isNew?: (key: string) => boolean;
}

interface Unpackaged {
  readonly release: ReadyRelease['release'];
  readonly store?: never;
}

async function build(
  { environment, targets, sources, forecast }: ReleaseRequest,
  folder: string,
  options: Options,
  context: RunContext,
): Promise<Obtained | Unpackaged> {
  const request = buildRequest({ environment, sources }, folder, options, context);
  const parts = { ...context, readFile: (path: string) => readFile(path, 'utf8') };
  const first = await firstBucket(environment, targets);
  if (first !== undefined) {
    const origin = forecast ? { ...first, prefix: forecastPrefix(first.prefix) } : first;
    return buildRelease({ ...request, origin }, parts);
  }
  const text = 'no target has a bucket for artifacts yet: nothing is packaged, and the release will get another id';
  context.report({ type: 'note', level: 'info', text });
  const sam = samFinder(request, context.spawn);
  return { release: (await buildLocally({ ...request, session: firstOf(targets).session, sam }, parts)).release };
}

/** Where everything is packaged to: in a plan that makes no bucket, the first target that has one. */
async function firstBucket(
  environment: Environment,
  targets: readonly TargetWork[],
): Promise<BuildReleaseRequest['origin'] | undefined> {
  for (const { session, target, findBucket } of targets) {
    const settings = settingsOf(environment, target.name);
    const bucket = await findBucket(settings);
    const { artifactPrefix: prefix } = settings;
    if (bucket !== undefined) return { session, bucket, ...(prefix !== undefined && { prefix }) };
  }
  return undefined;
}

/** Nothing is packaged before: SAM does so in every target, and would not take what was made here. */
async function buildForSam(
  { environment, targets, sources }: ReleaseRequest,
  folder: string,
  options: Options,
  context: RunContext,
): Promise<Pick<ReadyRelease, 'release' | 'artifacts'>> {
  const needs = {
    version: OLDEST_SAM_FOR_ENGINE,
    what: 'the sam engine',
    fix: 'Or use the changeset engine, which takes older versions.',
  };
  const sam = samFinder({ environment, env: context.env, needs }, context.spawn);
  const { session } = firstOf(targets);
  const request = buildRequest({ environment, sources }, folder, options, context);
  // Its change set comes when the first target is deployed: too late to learn that the template is wrong.
  for (const [template, source] of sources) {
    const languageExtensions = await usesLoops(source, template, (path) => readFile(path, 'utf8'));
    const env = await samEnvironment(context.env, session, folder, context.clock, { languageExtensions });
    const { command } = await sam();
    const cwd = environment.directory;
    await validateTemplate({ template, source, sam: command, region: session.region, cwd, env }, context);
  }
  const { release, builds } = await buildLocally(
    { ...request, session, sam },
    { ...context, readFile: (path) => readFile(path, 'utf8') },
  );
  return { release, artifacts: { kind: 'built', builds, sam } };
}

function firstOf([first]: readonly TargetWork[]): TargetWork {
  if (first === undefined) throw new InternalError('a run without targets');
  return first;
}

function buildRequest(
  { environment, sources }: Pick<ReleaseRequest, 'environment' | 'sources'>,
  folder: string,
  options: Options,
  { env, origin }: RunContext,
): Omit<BuildReleaseRequest, 'origin'> {
  return {
    environment,
    sources,
    folder,
    build: options.build !== 'never',
    env,
    ...(origin.commit !== undefined && { commit: origin.commit }),
    ...(origin.tag !== undefined && { tag: origin.tag }),
  };
}

async function load(
  { whole, targets, silent }: ReleaseRequest,
  id: string,
  folder: string,
  context: RunContext,
): Promise<Obtained> {
  const reachable = targets.map(({ target }) => target);
  const { release, storage, bucket } = await loadRelease(id, { whole, reachable, silent }, context);
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
    store: createArtifactStore({ storage, bucket, folder: `${folder}/artifacts` }),
  };
}
