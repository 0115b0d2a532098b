import type { TargetSession } from '../aws/ports.ts';
import type { Template } from '../template/model.ts';
import type { Environment } from '../topology/model.ts';
import { adoptPackaged } from './adopt.ts';
import { type ArtifactStore, createArtifactStore } from './artifact-store.ts';
import { bakedLoops, refuseBakedValues } from './baked-loops.ts';
import { collectArtifacts, hashFiles } from './collect-artifacts.ts';
import { isForecast } from './forecast.ts';
import { warnOfNothing, withInRegion } from './in-region.ts';
import { findRelease, type ReleaseShelf, storeRelease } from './manifest.ts';
import type { Artifact, PackagedStack, Release } from './model.ts';
import { addNestedPreferences } from './nested-in-region.ts';
import { type PackageParts, packageTemplate } from './package-stack.ts';
import { type ReferencingTemplate, referencingTemplate } from './references.ts';
import { refreshed } from './refresh.ts';
import { releaseId } from './release-id.ts';
import { type StackGroup, samFinder, stackGroups } from './stack-groups.ts';
import { createUploadLimits } from './upload-limits.ts';
import { watchUploads } from './upload-watch.ts';

export interface BuildReleaseRequest {
  readonly environment: Environment;
  /** The first target's bucket, where everything is packaged to. */
  readonly origin: { readonly session: TargetSession; readonly bucket: string; readonly prefix?: string };
  /** False: take what `sam build` made before, or the templates as they are. */
  readonly build: boolean;
  /** The source templates, read and found to be good enough to begin with, by path. */
  readonly sources: ReadonlyMap<string, Template>;
  /** Path or name of the SAM CLI; `sam` unless given. */
  readonly samPath?: string;
  readonly commit?: string;
  /** ISO 8601. */
  readonly commitTime?: string;
  readonly tag?: string;
  /** Empty folder of this run alone; exists. */
  readonly folder: string;
  /** Environment of this process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type BuildReleaseParts = Omit<PackageParts, 'sam'>;

export interface BuiltRelease {
  readonly release: Release;
  /** The same sources were released before. */
  readonly reused: boolean;
  /** Whether `sam` uploaded a file in this run: by what it said, so that no result may hang on it. */
  readonly isNew: (key: string) => boolean;
  /** Holds what was downloaded to be hashed; the caller disposes of it when the last target has its copies. */
  readonly store: ArtifactStore;
}

/**
 * Builds and packages every stack of the environment once, into the bucket of the first target, and stores the release
 * there under its id. Nothing but that bucket is written to.
 *
 * @throws UserError of templates, of `sam`, `parameters-baked-in`, `release-damaged` …; AwsError
 */
export async function buildRelease(request: BuildReleaseRequest, parts: BuildReleaseParts): Promise<BuiltRelease> {
  const { environment, origin, folder } = request;
  const { storage } = origin.session;
  const store = createArtifactStore({ storage, bucket: origin.bucket, folder: `${folder}/artifacts` });
  try {
    const uploads = watchUploads(parts.report);
    const drafts = await packageStacks(request, { ...parts, report: uploads.report });
    const id = releaseId(
      drafts.map(({ stack }) => stack),
      origin.bucket,
    );
    const shelf: ReleaseShelf = {
      storage,
      bucket: origin.bucket,
      application: environment.application,
      ...prefixOf(origin),
    };
    const make = (): Promise<Release> => newRelease(id, drafts, request, parts, store);
    const uploaded = new Set(
      drafts.flatMap(({ bySam, files }) => (bySam ? files.filter((key) => !uploads.isOld(key)) : [])),
    );
    const { release, reused } = await (uploaded.size > 0 ? storeNew(make, shelf, store) : keep(id, make, shelf, store));
    const artifacts = uniqueArtifacts(release);
    parts.report({
      type: 'release.ready',
      release: id,
      ...(request.commit !== undefined && { commit: request.commit }),
      artifacts: artifacts.length,
      bytes: artifacts.reduce((sum, { bytes }) => sum + bytes, 0),
      reused,
    });
    return { release, reused, isNew: (key) => uploaded.has(key), store };
  } catch (error) {
    await store.dispose();
    throw error;
  }
}

type Kept = Pick<BuiltRelease, 'release' | 'reused'>;

/** The release that is there, or one that is made now. */
async function keep(
  id: string,
  make: () => Promise<Release>,
  shelf: ReleaseShelf,
  store: ArtifactStore,
): Promise<Kept> {
  const known = await findRelease(shelf, id);
  const release = known ? await refreshed(known, shelf.storage, store) : await make();
  // That of a forecast is only there to spare the next one the hashing.
  const wanted = !isForecast(release) || uniqueArtifacts(release).length > 0;
  if (release !== known && wanted) await storeRelease(shelf, release, known !== undefined);
  return { release, reused: known !== undefined };
}

/**
 * A file was uploaded just now: most likely nobody has made this release before, so nobody is asked first. Where
 * somebody has, a lifecycle rule had removed its file in between.
 */
async function storeNew(make: () => Promise<Release>, shelf: ReleaseShelf, store: ArtifactStore): Promise<Kept> {
  const release = await make();
  if (await storeRelease(shelf, release)) return { release, reused: false };
  return keep(release.id, make, shelf, store);
}

/** A stack before its files are hashed. */
interface Draft {
  readonly stack: PackagedStack;
  readonly files: readonly string[];
  /** Packaged in this run. */
  readonly bySam: boolean;
}

async function packageStacks(request: BuildReleaseRequest, parts: BuildReleaseParts): Promise<readonly Draft[]> {
  const sam = samFinder(request, parts.spawn);
  // One after the other: each `sam` fills a processor, and two of them in one build folder would meet.
  const drafts: Draft[] = [];
  for (const group of await stackGroups(request.environment, request.sources, parts.readFile)) {
    drafts.push(...(await packageGroup(request, { ...parts, sam }, group)));
  }
  return drafts;
}

async function packageGroup(
  request: BuildReleaseRequest,
  parts: PackageParts,
  group: StackGroup,
): Promise<readonly Draft[]> {
  const { environment, origin, folder, build, env } = request;
  const { stacks, source, template } = group;
  const { packaged: asPackaged, bySam } = await packageTemplate(
    { ...group, ...origin, build, folder, env, directory: environment.directory },
    parts,
  );
  const { template: packaged, inRegion: inRoot } = withInRegion(asPackaged, group);
  const baked = bakedLoops(packaged);
  const keys = new Set(stacks.map(({ key }) => key));
  refuseBakedValues(
    baked,
    source,
    environment.instances.filter(({ stack }) => keys.has(stack.key)),
  );

  const adopting = { limits: createUploadLimits(), report: parts.report, folder: `${folder}/adopted` };
  const text = bySam ? packaged.text : await adoptPackaged(packaged, origin, adopting);
  const collect = (root: ReferencingTemplate) => collectArtifacts(root, origin.session.storage, origin.bucket);
  const asMade = referencingTemplate(text, packaged.file, origin.bucket);
  const made = await collect(asMade);
  const type = made.templates.length === 0 ? undefined : group.inRegion;
  const nested = type && (await addNestedPreferences(asMade, made.templates, type, origin));
  const functions = [...(inRoot?.functions ?? []), ...(nested?.functions ?? [])];
  const inRegion = group.inRegion && functions.length > 0 ? { type: group.inRegion, functions } : undefined;
  warnOfNothing(group, inRegion, parts.report);
  const root = nested === undefined ? asMade : referencingTemplate(nested.root, packaged.file, origin.bucket);
  const { templates, files } = root.template.text === text ? made : await collect(root);
  return stacks.map(({ key }) => ({
    stack: {
      ...{ stack: key, template: root.template.text, source: template, artifacts: templates, baked },
      ...(inRegion !== undefined && { inRegion }),
    },
    files,
    bySam,
  }));
}

async function newRelease(
  id: string,
  drafts: readonly Draft[],
  { environment, origin, commit, commitTime, tag }: BuildReleaseRequest,
  { clock }: BuildReleaseParts,
  store: ArtifactStore,
): Promise<Release> {
  const stacks = await Promise.all(
    drafts.map(async ({ stack, files }) => ({
      ...stack,
      artifacts: [...stack.artifacts, ...(await hashFiles(files, store))],
    })),
  );
  return {
    id,
    application: environment.application,
    ...(commit !== undefined && { commit }),
    ...(commitTime !== undefined && { commitTime }),
    ...(tag !== undefined && { tag }),
    createdAt: new Date(clock.now()).toISOString(),
    origin: {
      bucket: origin.bucket,
      region: origin.session.region,
      account: await origin.session.account(),
      target: origin.session.target,
      ...prefixOf(origin),
    },
    stacks,
  };
}

/** Artifacts of all stacks, each once. */
export function uniqueArtifacts(release: Pick<Release, 'stacks'>): readonly Artifact[] {
  return [...new Map(release.stacks.flatMap(({ artifacts }) => artifacts.map((item) => [item.key, item]))).values()];
}

function prefixOf({ prefix }: { readonly prefix?: string }): { readonly prefix?: string } {
  return prefix === undefined ? {} : { prefix };
}
