import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Spawn } from '../../../src/process/spawn.ts';
import { findRelease } from '../../../src/release/manifest.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { KEY, noSam, option, useBuilds } from './build-room.ts';
import { file, ORIGIN, session } from './support.ts';

const app = 'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ./src\n';
const queue = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n';
const room = useBuilds();

describe('buildRelease', () => {
  test('builds and packages into the first bucket, and keeps the release there', async () => {
    const { release, reused } = await room.build(await room.environmentOf({ 'template.yaml': app }), { commit: 'abc' });
    expect(room.runs).toEqual([
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
          source: join(room.folder.path, 'template.yaml'),
          template: app.replace('./src', `s3://${ORIGIN}/${KEY}`),
          artifacts: [file(KEY, 'code')],
        },
      ],
    });
    const shelf = { storage: room.storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(release);
    expect(room.events.at(-1)).toMatchObject({ type: 'release.ready', artifacts: 1, bytes: 4, reused: false });
  });

  test('of the same sources is the release that is there: nothing is downloaded', async () => {
    const environment = await room.environmentOf({ 'template.yaml': app });
    const first = await room.build(environment, { commit: 'abc' });
    room.storage.calls.length = 0;
    const second = await room.build(environment, { commit: 'def' });
    expect(second).toMatchObject({ reused: true, release: { id: first.release.id, commit: 'abc' } });
    expect(room.storage.calls.filter((call) => !call.startsWith('getText'))).toEqual([`head ${ORIGIN}/${KEY}`]);
  });

  test('with a file that was just uploaded is taken for new: one GET and one PUT', async () => {
    const { release } = await room.build(await room.environmentOf({ 'template.yaml': app }));
    expect(room.storage.calls).toEqual([
      `get ${ORIGIN}/${KEY}`,
      `putText ${ORIGIN}/sam-multi-region/releases/orders/${release.id}.json`,
    ]);
  });

  test('with a file that was uploaded again after its removal is the release that is there, with the new bytes', async () => {
    const environment = await room.environmentOf({ 'template.yaml': app });
    const { release } = await room.build(environment, { commit: 'abc' });
    room.storage.objects.delete(`${ORIGIN}/${KEY}`);
    const repacked: Spawn = async (command, args, options) => {
      const result = await room.fakeSam(command, args, options);
      room.storage.seed(ORIGIN, KEY, 'CODE');
      return result;
    };
    const again = await room.build(environment, { commit: 'def' }, repacked);
    expect(again).toMatchObject({
      reused: true,
      release: { id: release.id, commit: 'abc', stacks: [{ artifacts: [file(KEY, 'CODE')] }] },
    });
    const shelf = { storage: room.storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(again.release);
  });

  test('takes up artifacts that had to be uploaded again with other bytes', async () => {
    const environment = await room.environmentOf({ 'template.yaml': app });
    const { release } = await room.build(environment);
    const repacked: Spawn = async (command, args, options) => {
      const result = await room.fakeSam(command, args, options);
      room.storage.seed(ORIGIN, KEY, 'CODE');
      return result;
    };
    const again = await room.build(environment, {}, repacked);
    expect(again.release).toMatchObject({
      id: release.id,
      stacks: [{ artifacts: [file(KEY, 'CODE')] }],
    });
    const shelf = { storage: room.storage, bucket: ORIGIN, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(again.release);
  });

  test('needs no SAM for a template that names no files, and names its resources as SAM would', async () => {
    const { release } = await room.build(await room.environmentOf({ 'template.yaml': queue }), {}, noSam);
    expect(parseTemplate(release.stacks[0]?.template ?? '', 't').data).toEqual({
      Resources: { Q: { Metadata: { SamResourceId: 'Q' }, Type: 'AWS::SQS::Queue' } },
    });
  });

  test('needs no SAM for a packaged template, and takes its artifacts over from another bucket', async () => {
    room.storage.seed('ci-artifacts', `app/${KEY}`, 'code');
    const packaged = app.replace('./src', `s3://ci-artifacts/app/${KEY}`);
    const { release } = await room.build(await room.environmentOf({ 'template.yaml': packaged }), {}, noSam);
    expect(release.stacks[0]?.template).toContain(`s3://${ORIGIN}/app/${KEY}`);
    expect(release.stacks[0]?.artifacts).toEqual([file(`app/${KEY}`, 'code')]);
    expect(room.storage.text(ORIGIN, `app/${KEY}`)).toBe('code');
  });

  test("leaves an object alone whose key is no content hash: it is somebody else's", async () => {
    const template = app.replace('./src', 's3://vendor/layer.zip');
    const { release } = await room.build(await room.environmentOf({ 'template.yaml': template }), {}, noSam);
    expect(release.stacks[0]).toMatchObject({ artifacts: [] });
    expect(release.stacks[0]?.template).toContain('s3://vendor/layer.zip');
  });

  test('packages stacks of the same template once', async () => {
    const environment = await room.environmentOf({ 'template.yaml': app });
    const [stack] = environment.stacks;
    if (!stack) throw new Error('no stack');
    const { release } = await room.build({ ...environment, stacks: [stack, { ...stack, key: 'second' }] });
    expect(room.runs.filter((run) => run.startsWith('package'))).toHaveLength(1);
    expect(release.stacks.map(({ stack: key }) => key)).toEqual(['template-yaml', 'second']);
  });

  test('gives two templates of one folder build folders of their own', async () => {
    await room.build(await room.environmentOf({ 'api.yaml': app, 'jobs.yaml': app }));
    expect(room.runs.filter((run) => run.startsWith('build'))).toEqual([
      'build --template-file /api.yaml --build-dir /.aws-sam/build-api --config-env default',
      'build --template-file /jobs.yaml --build-dir /.aws-sam/build-jobs --config-env default',
    ]);
  });

  test('without a build takes what was built before, when it is of this template', async () => {
    const environment = await room.environmentOf({
      'template.yaml': app,
      '.aws-sam/build/template.yaml': app.replace('./src', 'F'),
    });
    await room.build({ ...environment, stacks: environment.stacks.slice(0, 1) }, { build: false });
    expect(room.runs[1]).toContain('--template-file /.aws-sam/build/template.yaml');
    room.runs.length = 0;
    await writeFile(join(room.folder.path, '.aws-sam/build/template.yaml'), app.replace('F:', 'Other:'));
    await room.build({ ...environment, stacks: environment.stacks.slice(0, 1) }, { build: false });
    expect(room.runs[1]).toContain('package --template-file /template.yaml');
  });

  test('does not build what is built', async () => {
    await room.build(await room.environmentOf({ '.aws-sam/build/template.yaml': app }));
    expect(room.runs.map((run) => run.split(' ')[0])).toEqual(['--version', 'package']);
  });

  test('hands samconfig and its environment to every SAM command', async () => {
    const environment = await room.environmentOf({ 'template.yaml': app });
    const path = join(room.folder.path, 'samconfig.toml');
    await writeFile(path, '[prod.package.parameters]\nkms_key_id = "key"\n');
    const stacks = environment.stacks.map((stack) => ({ ...stack, samConfig: { path, environment: 'prod' } }));
    await room.build({ ...environment, stacks });
    expect(room.runs[1]).toContain('--config-file /samconfig.toml --config-env prod');
    expect(room.runs[2]).toContain('--config-file /work/0.samconfig.toml --config-env prod');
    const given = await readFile(join(room.folder.path, 'work', '0.samconfig.toml'), 'utf8');
    expect(given).toContain('kms_key_id = "key"');
  });

  test('says that SAM passes over global code, where nothing was built', async () => {
    const global =
      'Globals: { Function: { CodeUri: ./src } }\nResources:\n  F: { Type: AWS::Serverless::Function, Properties: {} }\n';
    const passing: Spawn = async (command, args, options) => {
      const result = await room.fakeSam(command, args, options);
      if (args[0] === 'package') await writeFile(option(args, '--output-template-file'), global);
      return result;
    };
    const building = room.build(await room.environmentOf({ 'template.yaml': global }), { build: false }, passing);
    await expect(building).rejects.toMatchObject({
      code: 'artifact-not-packaged',
      fix: [expect.stringContaining('build: auto')],
      location: { line: 1 },
    });
  });

  test('puts artifacts under the prefix', async () => {
    const origin = { session: session(room.storage), bucket: ORIGIN, prefix: 'orders' };
    const { release } = await room.build(await room.environmentOf({ 'template.yaml': app }), { origin });
    expect(release).toMatchObject({
      origin: { prefix: 'orders' },
      stacks: [{ artifacts: [{ key: `orders/${KEY}` }] }],
    });
    expect([...room.storage.objects.keys()]).toContain(
      `${ORIGIN}/orders/sam-multi-region/releases/orders/${release.id}.json`,
    );
  });

  test('says which local path SAM left unpackaged, with its line', async () => {
    const lazy: Spawn = async (command, args, options) => {
      const result = await room.fakeSam(command, args, options);
      if (args[0] === 'package') await writeFile(option(args, '--output-template-file'), app);
      return result;
    };
    await expect(room.build(await room.environmentOf({ 'template.yaml': app }), {}, lazy)).rejects.toMatchObject({
      code: 'artifact-not-packaged',
      location: { line: 5 },
    });
  });

  test('leaves no downloads behind when it fails', async () => {
    room.storage.failNext('putText', 'denied');
    await expect(room.build(await room.environmentOf({ 'template.yaml': app }))).rejects.toMatchObject({
      kind: 'denied',
    });
    await expect(access(join(room.folder.path, 'work', 'artifacts'))).rejects.toThrow();
  });
});
