import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import type { Spawn } from '../../../src/process/spawn.ts';
import { type BuildReleaseRequest, buildRelease } from '../../../src/release/build-release.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import type { Environment, StackInstance, StackSettings } from '../../../src/topology/model.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { ORIGIN, session, temporaryFolder } from './support.ts';

/** Key of every artifact that {@link useBuilds} packages. */
export const KEY = '0123456789abcdef0123456789abcdef';

export function option(args: readonly string[], name: string): string {
  return args[args.indexOf(name) + 1] ?? '';
}

export const noSam: Spawn = (_command, args) => Promise.reject(new Error(`sam ${args.join(' ')} was started`));

const settings: StackSettings = {
  parameters: {},
  tags: {},
  capabilities: [],
  missingParameters: 'keep',
  notificationArns: [],
  disableRollback: false,
  revertDrift: false,
  timeoutMs: 1,
};

/** A folder and a storage for each test of a file, and a `sam` that makes one artifact for every local path. */
export function useBuilds() {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let storage: MemoryStorage;
  let events: RunEvent[];
  /** Command lines of `sam`, paths shortened. */
  let runs: string[];

  beforeEach(async () => {
    folder = await temporaryFolder();
    storage = createMemoryStorage();
    events = [];
    runs = [];
    await mkdir(join(folder.path, 'bin'));
    await mkdir(join(folder.path, 'work'));
    await writeFile(join(folder.path, 'bin', 'sam'), '#!/bin/sh\n', { mode: 0o755 });
  });

  afterEach(async () => {
    await folder[Symbol.asyncDispose]();
  });

  /** Does what `sam` does. */
  const fakeSam: Spawn = async (_command, args, options) => {
    runs.push(args.join(' ').replaceAll(folder.path, ''));
    if (args[0] === '--version') return { exitCode: 0, tail: ['SAM CLI, version 1.170.0'], aborted: false };
    const source = option(args, '--template-file');
    const text = await readFile(source, 'utf8');
    if (args[0] === 'build') {
      await mkdir(option(args, '--build-dir'), { recursive: true });
      await writeFile(join(option(args, '--build-dir'), 'template.yaml'), text.replace('./src', 'F'));
    }
    if (args[0] === 'package') {
      const prefix = args.includes('--s3-prefix') ? `${option(args, '--s3-prefix')}/` : '';
      const bucket = option(args, '--s3-bucket');
      const old = storage.objects.has(`${bucket}/${prefix}${KEY}`);
      if (old) options?.onLine?.(`\tFile with same data already exists at ${prefix}${KEY}, skipping upload`, 'stderr');
      else storage.seed(bucket, prefix + KEY, 'code');
      const packaged = text.replace(/CodeUri: \S+/, `CodeUri: s3://${bucket}/${prefix}${KEY}`);
      await writeFile(option(args, '--output-template-file'), packaged);
    }
    return { exitCode: 0, tail: [], aborted: false };
  };

  async function environmentOf(
    templates: Readonly<Record<string, string>>,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<Environment> {
    for (const [name, text] of Object.entries(templates)) {
      await mkdir(join(folder.path, name, '..'), { recursive: true });
      await writeFile(join(folder.path, name), text);
    }
    const stacks = Object.keys(templates).map((name) => ({
      key: name.replace(/\W/g, '-'),
      template: join(folder.path, name),
      stackName: name,
      scope: 'regional' as const,
      needs: [],
    }));
    const target = {
      name: 'eu-west-1',
      region: 'eu-west-1',
      partition: 'aws',
      credentials: { source: 'ambient' as const },
      groups: [],
    };
    const given = Object.entries(parameters).map(([name, text]) => [name, { text, source: 'test' }]);
    const instances = stacks.map(
      (stack): StackInstance => ({
        id: `${stack.key}@eu-west-1`,
        stack,
        target,
        settings: { ...settings, parameters: Object.fromEntries(given) },
      }),
    );
    return {
      application: 'orders',
      name: 'prod',
      home: 'eu-west-1',
      targets: [target],
      waves: [],
      stacks,
      instances,
      phases: [],
      engine: 'changeset',
      onFailure: 'stop',
      notes: [],
      directory: folder.path,
    };
  }

  async function build(environment: Environment, overrides: Partial<BuildReleaseRequest> = {}, spawn = fakeSam) {
    const request: BuildReleaseRequest = {
      environment,
      origin: { session: session(storage), bucket: ORIGIN },
      build: true,
      sources: new Map(
        await Promise.all(
          environment.stacks.map(async ({ template }) => {
            const text = await readFile(template, 'utf8');
            return [template, parseTemplate(text, template)] as const;
          }),
        ),
      ),
      folder: join(folder.path, 'work'),
      env: { PATH: join(folder.path, 'bin') },
      ...overrides,
    };
    const built = await buildRelease(request, {
      spawn,
      clock: createVirtualClock(),
      report: (event) => events.push(event),
      readFile: (path) => readFile(path, 'utf8'),
      writeFile,
    });
    await built.store.dispose();
    return built;
  }

  return {
    get folder() {
      return folder;
    },
    get storage() {
      return storage;
    },
    get events() {
      return events;
    },
    get runs() {
      return runs;
    },
    fakeSam,
    environmentOf,
    build,
  };
}
