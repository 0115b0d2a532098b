import type { TargetSession } from '../aws/ports.ts';
import { artifactReferences, packagesOwnFolder } from '../template/artifact-references.ts';
import { isNestedStack } from '../template/locate-nested.ts';
import type { Template } from '../template/model.ts';
import { readTemplate } from '../template/read.ts';
import type { BuildReleaseParts, BuildReleaseRequest } from './build-release.ts';
import { type BuiltTemplate, builtTemplate } from './build-template.ts';
import { contentHash } from './content-hash.ts';
import { sha256 } from './hash.ts';
import { warnOfNothing, withInRegion } from './in-region.ts';
import { localArtifacts } from './local-artifacts.ts';
import type { PackagedStack, Release } from './model.ts';
import { samRunner } from './package-stack.ts';
import type { SamCli } from './sam-cli.ts';
import { type StackGroup, stackGroups } from './stack-groups.ts';

/** What was built of one template, with what SAM must know to package it. */
export interface LocalBuild extends BuiltTemplate {
  readonly group: StackGroup;
}

export interface LocalRelease {
  /** Lies in no bucket: nothing can be deployed by its id. Templates name local files. */
  readonly release: Omit<Release, 'origin'>;
  /** By path of the source template: what the sam engine packages, to which nothing is added. */
  readonly builds: ReadonlyMap<string, LocalBuild>;
}

export type LocalReleaseRequest = Omit<BuildReleaseRequest, 'origin'> & {
  readonly session: TargetSession;
  readonly sam: () => Promise<SamCli>;
};

/**
 * Builds every stack of the environment and packages none: for an engine that packages by itself in every target, and
 * for a plan that finds no bucket to package into. Nothing is written but the build folders.
 *
 * @throws UserError of templates and of `sam build`
 */
export async function buildLocally(request: LocalReleaseRequest, parts: BuildReleaseParts): Promise<LocalRelease> {
  const { environment, build, session, env, folder, commit, commitTime, tag } = request;
  const { directory } = environment;
  const builds: (LocalBuild & Pick<PackagedStack, 'inRegion'>)[] = [];
  // One after the other: each `sam` fills a processor, and two of them in one build folder would meet.
  for (const group of await stackGroups(environment, request.sources, parts.readFile)) {
    const { template, source, loops } = group;
    const local = localArtifacts(source);
    const run = samRunner({ env, session, folder, directory, template, loops }, { ...parts, sam: request.sam });
    const built = await builtTemplate({ ...group, build, directory, local, run }, parts);
    const shifted = withInRegion(built.template, group);
    // What nested templates get is not known before they are packaged.
    const nested = built.template.resources.some(({ type }) => isNestedStack(type));
    if (!nested) warnOfNothing(group, shifted.inRegion, parts.report);
    builds.push({ ...built, group, ...shifted });
  }
  const hashed = await Promise.all(
    builds.map(async ({ path, template, group, inRegion }) => {
      const hash = await templateHash(template, path, parts.readFile);
      const shifted = inRegion === undefined ? {} : { inRegion };
      return group.stacks.map(({ key }) => ({ key, hash, text: template.text, source: group.template, shifted }));
    }),
  );
  const stacks = hashed.flat().sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    builds: new Map(builds.map((build) => [build.group.template, build])),
    release: {
      id: sha256(JSON.stringify(stacks.map(({ key, hash }) => [key, hash]))).slice(0, 16),
      application: environment.application,
      ...(commit !== undefined && { commit }),
      ...(commitTime !== undefined && { commitTime }),
      ...(tag !== undefined && { tag }),
      createdAt: new Date(parts.clock.now()).toISOString(),
      stacks: stacks.map(({ key, text, source, shifted }) => ({
        ...{ stack: key, template: text, source, artifacts: [], baked: [] },
        ...shifted,
      })),
    },
  };
}

/** Of a template and all that it names locally, nested templates included. */
async function templateHash(
  template: Template,
  path: string,
  readFile: BuildReleaseParts['readFile'],
): Promise<string> {
  const { dirname, resolve } = await import('node:path');
  const folder = dirname(path);
  const local = artifactReferences(template).flatMap(({ kind, value }) =>
    value.form === 'local' ? [{ kind, text: value.text }] : [],
  );
  const looped = local.some(({ text }) => text.includes('${'));
  const hashes = await Promise.all(
    local.map(async ({ kind, text }) => {
      const file = resolve(folder, text);
      const hash =
        kind === 'template'
          ? await templateHash(await readTemplate(file, readFile), file, readFile)
          : await contentHash(file);
      return [text, hash];
    }),
  );
  // Of a path with a loop's variable, any part of the folder may be meant.
  const own = looped || packagesOwnFolder(template) ? await contentHash(folder) : '';
  return sha256(JSON.stringify([template.text, hashes, own]));
}
