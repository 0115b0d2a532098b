import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { spawnProcess } from '../../src/process/spawn.ts';
import type { Cloud } from '../cloud/index.ts';

export type EngineName = 'changeset' | 'sam';

export interface EngineRun {
  /** Application: a folder with a template, copied before anything is built in it. */
  readonly source: string;
  /** Path of the template inside the folder. */
  readonly template: string;
  readonly stackName: string;
  readonly regions: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly engine: EngineName;
  /** False: the sources are deployed as they are. */
  readonly build: boolean;
  readonly account: string;
  /** Temporary folder of this run. */
  readonly folder: string;
  /** PATH with `sam` on it. */
  readonly path: string;
}

export interface Deployed {
  readonly exitCode: number;
  /** The last lines of the output. */
  readonly output: string;
}

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** Deploys an application with the program itself, from its source, as the command line does. */
export async function deployWith(run: EngineRun, cloud: Pick<Cloud, 'env'>): Promise<Deployed> {
  const folder = join(run.folder, run.engine, basename(run.source));
  await mkdir(folder, { recursive: true });
  await cp(run.source, folder, { recursive: true, filter: (path) => !path.split('/').includes('.aws-sam') });
  const pairs = (option: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.keys(values).length === 0
      ? []
      : [
          option,
          Object.entries(values)
            .map(([name, value]) => `${name}=${value}`)
            .join('\n'),
        ];
  return mainWith(
    [
      'deploy',
      ...['--regions', run.regions.join(',')],
      ...['--stack-name', run.stackName],
      ...['--template', run.template],
      ...['--engine', run.engine],
      ...pairs('--parameters', run.parameters),
      ...pairs('--tags', run.tags ?? {}),
      ...['--build', run.build ? 'auto' : 'never'],
      '--yes',
    ],
    { cwd: folder, env: { ...cloud.env(run.account), PATH: run.path, SAM_CLI_POLL_DELAY: '0.2' } },
  );
}

/** Runs the program from its source. */
export async function mainWith(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly limitMs?: number },
): Promise<Deployed> {
  const { exitCode, tail } = await spawnProcess(process.execPath, ['--no-warnings', MAIN, ...args], {
    cwd: options.cwd,
    env: options.env,
    signal: AbortSignal.timeout(options.limitMs ?? 900_000),
    tailLines: 150,
  });
  return { exitCode, output: tail.join('\n') };
}
