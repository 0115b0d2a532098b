import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildLocally, type LocalRelease } from '../../../src/release/local-release.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { environment } from '../../support/topology.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { session, temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const app = (uri = 'src/'): string =>
  `Resources:\n  F: { Type: AWS::Serverless::Function, Properties: { CodeUri: ${uri} } }\n`;
const parent = 'Resources:\n  C: { Type: AWS::Serverless::Application, Properties: { Location: child/t.yaml } }\n';

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), text);
  }
}

/** What is made of `template.yaml` without a build. */
async function make(): Promise<LocalRelease> {
  const template = join(folder.path, 'template.yaml');
  const sketch = environment([{ name: 'wave-1', targets: ['eu-west-1'] }]);
  const stacks = sketch.stacks.map((stack) => ({ ...stack, template }));
  const never = (what: string) => () => Promise.reject(new Error(`${what} was started`));
  return buildLocally(
    {
      environment: { ...sketch, stacks, directory: folder.path },
      sources: new Map([[template, parseTemplate(await readFile(template, 'utf8'), 'template.yaml')]]),
      session: session(createMemoryStorage()),
      sam: never('sam'),
      build: false,
      folder: folder.path,
      env: {},
      commit: 'abc',
    },
    {
      spawn: never('a program'),
      clock: createVirtualClock(),
      report: () => {},
      readFile: (path) => readFile(path, 'utf8'),
      writeFile,
    },
  );
}

test('names what is deployed by its content, and packages nothing', async () => {
  await write({ 'template.yaml': app(), 'src/index.js': 'one', 'src/lib/a.js': 'a' });
  const { release, builds } = await make();
  expect(release).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    application: 'orders',
    commit: 'abc',
    stacks: [{ stack: 'app', template: app(), artifacts: [] }],
  });
  expect([...builds.values()].map(({ path }) => path)).toEqual([join(folder.path, 'template.yaml')]);
});

test.each<[string, Readonly<Record<string, string>>, 'same' | 'another']>([
  ['the same files, written again', { 'src/index.js': 'one' }, 'same'],
  ['what SAM built beside it', { '.aws-sam/build.toml': 'x' }, 'same'],
  ['another file content', { 'src/lib/a.js': 'b' }, 'another'],
  ['one more file', { 'src/lib/b.js': '' }, 'another'],
  ['another template', { 'template.yaml': `${app()}# changed\n` }, 'another'],
])('%s with change %j: the id is %s', async (_, change, expected) => {
  await write({ 'template.yaml': app(), 'src/index.js': 'one', 'src/lib/a.js': 'a' });
  const { release: before } = await make();
  await write(change);
  expect((await make()).release.id === before.id ? 'same' : 'another').toBe(expected);
});

test('a file that only a nested template names counts too', async () => {
  await write({ 'template.yaml': parent, 'child/t.yaml': app('../src'), 'src/index.js': 'one' });
  const { release: before } = await make();
  await write({ 'src/index.js': 'two' });
  expect((await make()).release.id).not.toBe(before.id);
});
