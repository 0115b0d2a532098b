import { InternalError } from '../errors.ts';
import type { Spawn } from '../process/spawn.ts';
import type { Template } from '../template/model.ts';
import type { ShiftType } from '../template/shift-types.ts';
import type { Environment, StackDefinition } from '../topology/model.ts';
import { sharesFolder } from './build-template.ts';
import { type FindSamRequest, findSam } from './find-sam.ts';
import { usesLoops } from './loops.ts';
import type { SamCli } from './sam-cli.ts';
import type { SamConfigText } from './sam-settings.ts';

/** Stacks of the same template, with the same added to it: built and packaged once. */
export interface StackGroup {
  /** Absolute path of the source template. */
  readonly template: string;
  readonly source: Template;
  readonly inRegion?: ShiftType;
  /** Of the first of the stacks that has one. */
  readonly samConfig?: SamConfigText;
  readonly sharesFolder: boolean;
  /** SAM must be told to expand `Fn::ForEach`. */
  readonly loops: boolean;
  readonly stacks: readonly StackDefinition[];
  /** Unique among the groups of a run; part of file names. */
  readonly name: string;
}

/** @param sources the templates, read already, by path */
export function stackGroups(
  { stacks }: Pick<Environment, 'stacks'>,
  sources: ReadonlyMap<string, Template>,
  readFile: (file: string) => Promise<string>,
): Promise<readonly StackGroup[]> {
  const groups = Map.groupBy(stacks, ({ template, inRegion = '' }) => `${inRegion}\0${template}`);
  const templates = [...new Set(stacks.map(({ template }) => template))];
  return Promise.all(
    [...groups.values()].map(async (members, index) => {
      const { template = '', inRegion } = members[0] ?? {};
      const source = sources.get(template);
      if (source === undefined) throw new InternalError(`${template} was not read`);
      const file = members.find(({ samConfig }) => samConfig !== undefined)?.samConfig;
      return {
        template,
        source,
        ...(inRegion !== undefined && { inRegion }),
        ...(file && { samConfig: { ...file, text: await readFile(file.path) } }),
        sharesFolder: sharesFolder(template, templates),
        loops: await usesLoops(source, template, readFile),
        stacks: members,
        name: String(index),
      };
    }),
  );
}

export interface SamFinder extends Pick<FindSamRequest, 'needs'> {
  /** Path or name of the SAM CLI; `sam` unless given. */
  readonly samPath?: string;
  readonly environment: Pick<Environment, 'directory'>;
  /** Environment of this process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Finds `sam` once a run, and only when it is needed. */
export function samFinder({ samPath, environment, env, needs }: SamFinder, spawn: Spawn): () => Promise<SamCli> {
  let sam: Promise<SamCli> | undefined;
  return () => {
    sam ??= findSam(
      {
        ...(samPath !== undefined && { samPath }),
        ...(needs && { needs }),
        cwd: environment.directory,
        env: texts(env),
      },
      spawn,
    );
    return sam;
  };
}

function texts(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
