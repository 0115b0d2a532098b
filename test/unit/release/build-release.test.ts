import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Spawn } from '../../../src/process/spawn.ts';
import { type BuildReleaseRequest, buildRelease } from '../../../src/release/build-release.ts';
import { findRelease } from '../../../src/release/manifest.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import type { Environment, StackInstance, StackSettings } from '../../../src/topology/model.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { file, ORIGIN, session, temporaryFolder } from './support.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const app = 'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ./src\n';
const queue = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n';

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

function option(args: readonly string[], name: string): string {
  return args[args.indexOf(name) + 1] ?? '';
}

/** Does what `sam` does, with one artifact for every local path. */
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

const noSam: Spawn = (_command, args) => Promise.reject(new Error(`sam ${args.join(' ')} was started`));

describe('buildRelease', () => {
  test('builds and packages into the first bucket, and keeps the release there', async () => {
    const { release, reused } = await build(await environmentOf({ 'template.yaml': app }), { commit: 'abc' });
    expect(runs).toEqual([
      '--version',
      'build --template-file /template.yaml --build-dir /.aws-sam/build --config-env default',
      `package --template-file /.aws-sam/build/template.yaml --output-template-file /work/0.packaged.yaml --s3-bucket ${ORIGIN} --region eu-west-1 --config-file /work/0.samconfig.toml --config-env default --no-progressbar`,
    ]);
    expect(reused).toBe(false);
    expect(release).toMatchObject({
      application: 'orders',
      commit: 'abc',
      origin: { bucket: ORIGIN, region: 'eu-west-1', account: '111111111111', target: 'eu-west-1' },
      stacks: [
        {
          stack: 'template-yaml',
          source: join(folder.path, 'template.yaml'),
          template: app.replace('./src', `s3://${ORIGIN}/${KEY}`),
          artifacts: [file(KEY, 'code')],
        },
      ],
    });
    const shelf = { storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(release);
    expect(events.at(-1)).toMatchObject({ type: 'release.ready', artifacts: 1, bytes: 4, reused: false });
  });

  test('of the same sources is the release that is there: nothing is downloaded', async () => {
    const environment = await environmentOf({ 'template.yaml': app });
    const first = await build(environment, { commit: 'abc' });
    storage.calls.length = 0;
    const second = await build(environment, { commit: 'def' });
    expect(second).toMatchObject({ reused: true, release: { id: first.release.id, commit: 'abc' } });
    expect(storage.calls.filter((call) => !call.startsWith('getText'))).toEqual([`head ${ORIGIN}/${KEY}`]);
  });

  test('with a file that was just uploaded is taken for new: one GET and one PUT', async () => {
    const { release } = await build(await environmentOf({ 'template.yaml': app }));
    expect(storage.calls).toEqual([
      `get ${ORIGIN}/${KEY}`,
      `putText ${ORIGIN}/sam-multi-region/releases/orders/${release.id}.json`,
    ]);
  });

  test('with a file that was uploaded again after its removal is the release that is there, with the new bytes', async () => {
    const environment = await environmentOf({ 'template.yaml': app });
    const { release } = await build(environment, { commit: 'abc' });
    storage.objects.delete(`${ORIGIN}/${KEY}`);
    const repacked: Spawn = async (command, args, options) => {
      const result = await fakeSam(command, args, options);
      storage.seed(ORIGIN, KEY, 'CODE');
      return result;
    };
    const again = await build(environment, { commit: 'def' }, repacked);
    expect(again).toMatchObject({
      reused: true,
      release: { id: release.id, commit: 'abc', stacks: [{ artifacts: [file(KEY, 'CODE')] }] },
    });
    const shelf = { storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(again.release);
  });

  test('takes up artifacts that had to be uploaded again with other bytes', async () => {
    const environment = await environmentOf({ 'template.yaml': app });
    const { release } = await build(environment);
    const repacked: Spawn = async (command, args, options) => {
      const result = await fakeSam(command, args, options);
      storage.seed(ORIGIN, KEY, 'CODE');
      return result;
    };
    const again = await build(environment, {}, repacked);
    expect(again.release).toMatchObject({
      id: release.id,
      stacks: [{ artifacts: [file(KEY, 'CODE')] }],
    });
    const shelf = { storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(again.release);
  });

  test('needs no SAM for a template that names no files, and names its resources as SAM would', async () => {
    const { release } = await build(await environmentOf({ 'template.yaml': queue }), {}, noSam);
    expect(parseTemplate(release.stacks[0]?.template ?? '', 't').data).toEqual({
      Resources: { Q: { Metadata: { SamResourceId: 'Q' }, Type: 'AWS::SQS::Queue' } },
    });
  });

  test('needs no SAM for a packaged template, and takes its artifacts over from another bucket', async () => {
    storage.seed('ci-artifacts', `app/${KEY}`, 'code');
    const packaged = app.replace('./src', `s3://ci-artifacts/app/${KEY}`);
    const { release } = await build(await environmentOf({ 'template.yaml': packaged }), {}, noSam);
    expect(release.stacks[0]?.template).toContain(`s3://${ORIGIN}/app/${KEY}`);
    expect(release.stacks[0]?.artifacts).toEqual([file(`app/${KEY}`, 'code')]);
    expect(storage.text(ORIGIN, `app/${KEY}`)).toBe('code');
  });

  test("leaves an object alone whose key is no content hash: it is somebody else's", async () => {
    const template = app.replace('./src', 's3://vendor/layer.zip');
    const { release } = await build(await environmentOf({ 'template.yaml': template }), {}, noSam);
    expect(release.stacks[0]).toMatchObject({ artifacts: [] });
    expect(release.stacks[0]?.template).toContain('s3://vendor/layer.zip');
  });

  test('packages stacks of the same template once', async () => {
    const environment = await environmentOf({ 'template.yaml': app });
    const [stack] = environment.stacks;
    if (!stack) throw new Error('no stack');
    const { release } = await build({ ...environment, stacks: [stack, { ...stack, key: 'second' }] });
    expect(runs.filter((run) => run.startsWith('package'))).toHaveLength(1);
    expect(release.stacks.map(({ stack: key }) => key)).toEqual(['template-yaml', 'second']);
  });

  test('gives two templates of one folder build folders of their own', async () => {
    await build(await environmentOf({ 'api.yaml': app, 'jobs.yaml': app }));
    expect(runs.filter((run) => run.startsWith('build'))).toEqual([
      'build --template-file /api.yaml --build-dir /.aws-sam/build-api --config-env default',
      'build --template-file /jobs.yaml --build-dir /.aws-sam/build-jobs --config-env default',
    ]);
  });

  test('without a build takes what was built before, when it is of this template', async () => {
    const environment = await environmentOf({
      'template.yaml': app,
      '.aws-sam/build/template.yaml': app.replace('./src', 'F'),
    });
    await build({ ...environment, stacks: environment.stacks.slice(0, 1) }, { build: false });
    expect(runs[1]).toContain('--template-file /.aws-sam/build/template.yaml');
    runs = [];
    await writeFile(join(folder.path, '.aws-sam/build/template.yaml'), app.replace('F:', 'Other:'));
    await build({ ...environment, stacks: environment.stacks.slice(0, 1) }, { build: false });
    expect(runs[1]).toContain('package --template-file /template.yaml');
  });

  test('does not build what is built', async () => {
    await build(await environmentOf({ '.aws-sam/build/template.yaml': app }));
    expect(runs.map((run) => run.split(' ')[0])).toEqual(['--version', 'package']);
  });

  test('hands samconfig and its environment to every SAM command', async () => {
    const environment = await environmentOf({ 'template.yaml': app });
    const path = join(folder.path, 'samconfig.toml');
    await writeFile(path, '[prod.package.parameters]\nkms_key_id = "key"\n');
    const stacks = environment.stacks.map((stack) => ({ ...stack, samConfig: { path, environment: 'prod' } }));
    await build({ ...environment, stacks });
    expect(runs[1]).toContain('--config-file /samconfig.toml --config-env prod');
    expect(runs[2]).toContain('--config-file /work/0.samconfig.toml --config-env prod');
    const given = await readFile(join(folder.path, 'work', '0.samconfig.toml'), 'utf8');
    expect(given).toContain('kms_key_id = "key"');
  });

  test('says that SAM passes over global code, where nothing was built', async () => {
    const global =
      'Globals: { Function: { CodeUri: ./src } }\nResources:\n  F: { Type: AWS::Serverless::Function, Properties: {} }\n';
    const passing: Spawn = async (command, args, options) => {
      const result = await fakeSam(command, args, options);
      if (args[0] === 'package') await writeFile(option(args, '--output-template-file'), global);
      return result;
    };
    const building = build(await environmentOf({ 'template.yaml': global }), { build: false }, passing);
    await expect(building).rejects.toMatchObject({
      code: 'artifact-not-packaged',
      fix: [expect.stringContaining('build: auto')],
      location: { line: 1 },
    });
  });

  test('puts artifacts under the prefix', async () => {
    const origin = { session: session(storage), bucket: ORIGIN, prefix: 'orders' };
    const { release } = await build(await environmentOf({ 'template.yaml': app }), { origin });
    expect(release).toMatchObject({
      origin: { prefix: 'orders' },
      stacks: [{ artifacts: [{ key: `orders/${KEY}` }] }],
    });
    expect([...storage.objects.keys()]).toContain(
      `${ORIGIN}/orders/sam-multi-region/releases/orders/${release.id}.json`,
    );
  });

  test('says which local path SAM left unpackaged, with its line', async () => {
    const lazy: Spawn = async (command, args, options) => {
      const result = await fakeSam(command, args, options);
      if (args[0] === 'package') await writeFile(option(args, '--output-template-file'), app);
      return result;
    };
    await expect(build(await environmentOf({ 'template.yaml': app }), {}, lazy)).rejects.toMatchObject({
      code: 'artifact-not-packaged',
      location: { line: 5 },
    });
  });

  test('leaves no downloads behind when it fails', async () => {
    storage.failNext('putText', 'denied');
    await expect(build(await environmentOf({ 'template.yaml': app }))).rejects.toMatchObject({ kind: 'denied' });
    await expect(access(join(folder.path, 'work', 'artifacts'))).rejects.toThrow();
  });
});

describe('loops over parameters', () => {
  const loop = (collection: string) =>
    [
      'Transform: AWS::LanguageExtensions',
      'Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b"}}',
      'Resources:',
      '  Fn::ForEach::Workers:',
      '    - Name',
      `    - ${collection}`,
      '    - F${Name}: {Type: AWS::Serverless::Function, Properties: {CodeUri: "./${Name}"}}',
      '',
    ].join('\n');

  /** As `sam package` does: a mapping for the values that it knows. */
  const expanding: Spawn = async (command, args, options) => {
    const result = await fakeSam(command, args, options);
    if (args[0] !== 'package') return result;
    expect(options.env['SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS']).toBe('1');
    const uri = `s3://${ORIGIN}/${KEY}`;
    const mapping = `Mappings: {SAMCodeUriWorkers: {a: {CodeUri: ${uri}}, b: {CodeUri: ${uri}}}}\n`;
    const text = await readFile(option(args, '--template-file'), 'utf8');
    const mapped = text.replace('"./${Name}"', '!FindInMap [SAMCodeUriWorkers, !Ref Name, CodeUri]');
    await writeFile(option(args, '--output-template-file'), mapping + mapped);
    return result;
  };

  test('are recorded with the values that were packaged', async () => {
    const environment = await environmentOf({ 'template.yaml': loop('!Ref Names') }, { Names: 'b' });
    const { release } = await build(environment, { build: false }, expanding);
    expect(release.stacks[0]).toMatchObject({
      artifacts: [{ key: KEY }],
      baked: [{ loop: 'Fn::ForEach::Workers', parameter: 'Names', mapping: 'SAMCodeUriWorkers', values: ['a', 'b'] }],
    });
  });

  test('refuse a value that was not packaged, with the reason and the line', async () => {
    const environment = await environmentOf({ 'template.yaml': loop('!Ref Names') }, { Names: 'b, c' });
    await expect(build(environment, { build: false }, expanding)).rejects.toMatchObject({
      code: 'parameters-baked-in',
      message: expect.stringMatching(/template-yaml@eu-west-1 sets Names to "b, c".*only for a, b.*no artifact for c/),
      location: { line: 4 },
    });
  });

  test('refuse a collection that only CloudFormation can compute', async () => {
    const environment = await environmentOf({ 'template.yaml': loop('!FindInMap [A, !Ref AWS::Region, B]') });
    await expect(build(environment, { build: false }, expanding)).rejects.toMatchObject({
      code: 'parameters-baked-in',
    });
  });

  test('inside of loops are told by their own part of the keys', async () => {
    const nested = loop('!Ref Names')
      .replace('    - F${Name}', "    - Fn::ForEach::Sizes: [Size, [s, l], {'F${Name}${Size}'")
      .replace(
        'Properties: {CodeUri: "./${Name}"}}',
        'Properties: {CodeUri: !FindInMap [SAMCodeUriX, !Join ["-", [!Ref Name, !Ref Size]], CodeUri]}}}]',
      );
    const mappings = 'Mappings: {SAMCodeUriX: {a-s: {CodeUri: "s3://v/1"}, a-l: {CodeUri: "s3://v/2"}}}\n';
    const templates = { 'template.yaml': mappings + nested };
    const { release } = await build(await environmentOf(templates, { Names: 'a' }), {}, noSam);
    expect(release.stacks[0]?.baked).toMatchObject([{ loop: 'Fn::ForEach::Workers', values: ['a-s', 'a-l'] }]);
    await expect(build(await environmentOf(templates, { Names: 'a,b' }), {}, noSam)).rejects.toMatchObject({
      code: 'parameters-baked-in',
      message: expect.stringContaining('no artifact for b'),
    });
  });

  test('over a literal list are no concern', async () => {
    const environment = await environmentOf({ 'template.yaml': loop('[a, b]') });
    const { release } = await build(environment, { build: false }, expanding);
    expect(release.stacks[0]?.baked).toEqual([]);
  });
});
