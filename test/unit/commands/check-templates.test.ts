import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkTemplates } from '../../../src/commands/deploy/check-templates.ts';
import { UserErrors } from '../../../src/errors.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
}

const readFile = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

function check(built = false) {
  const stack = { key: 'app', stackName: 'app', scope: 'regional', needs: [] } as const;
  return checkTemplates([{ ...stack, template: join(cwd, 'template.yaml') }], built, { cwd, readFile });
}

const fn = (uri: string, id = 'F'): string => `  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: ${uri}
`;

test('templates are read once, and named from the working directory', async () => {
  write({ 'template.yaml': `Resources:\n${fn('src/')}`, 'src/index.js': '' });
  const sources = await check();
  expect([...sources.keys()]).toEqual([join(cwd, 'template.yaml')]);
  expect(sources.get(join(cwd, 'template.yaml'))?.file).toBe('template.yaml');
});

test('an artifact that is missing is named as it was written, with its line', async () => {
  write({ 'template.yaml': `Resources:\n${fn('./scr/')}`, 'src/index.js': '' });
  await expect(check()).rejects.toMatchObject({
    code: 'artifact-missing',
    message: 'template.yaml: CodeUri of F is ./scr/, which does not exist.',
    location: { file: 'template.yaml', line: 5 },
  });
});

test('all that are missing are named, those of nested templates too', async () => {
  write({
    'template.yaml': `Resources:\n${fn('gone/')}  Child:\n    Type: AWS::Serverless::Application\n    Properties: { Location: child/template.yaml }\n`,
    'child/template.yaml': `Resources:\n${fn('../src', 'There')}${fn('./src', 'Inner')}`,
    'src/index.js': '',
  });
  const error = await check().catch((thrown: unknown) => thrown);
  if (!(error instanceof UserErrors)) throw error;
  expect(error.errors.map(({ message, location }) => [message, location?.line])).toEqual([
    ['template.yaml: CodeUri of F is gone/, which does not exist.', 5],
    ['child/template.yaml: CodeUri of Inner is ./src, which does not exist.', 9],
  ]);
});

test.each([
  ['a bucket', fn('s3://bucket/key')],
  [
    "a loop's variable",
    `  Fn::ForEach::Fs:\n    - Name\n    - [a]\n    - F\${Name}:\n        Type: AWS::Serverless::Function\n        Properties: { CodeUri: "./\${Name}" }\n`,
  ],
  ['what a function computes', fn('!Sub "${AWS::Region}/x"')],
])('%s is no path that could be missing', async (_, resource) => {
  write({ 'template.yaml': `Resources:\n${resource}` });
  await expect(check()).resolves.toBeDefined();
});

test('a global CodeUri counts where a function has none of its own', async () => {
  const globals = 'Globals:\n  Function:\n    CodeUri: gone/\n';
  write({ 'template.yaml': `${globals}Resources:\n${fn('src')}`, 'src/index.js': '' });
  await expect(check()).resolves.toBeDefined();
  write({ 'template.yaml': `${globals}Resources:\n  F:\n    Type: AWS::Serverless::Function\n` });
  await expect(check()).rejects.toMatchObject({ code: 'artifact-missing', location: { line: 3 } });
});

test('where an earlier build is deployed, its files count and not those of the source', async () => {
  write({
    'template.yaml': `Resources:\n${fn('src/')}`,
    '.aws-sam/build/template.yaml': `Resources:\n${fn('F')}`,
    '.aws-sam/build/F/index.js': '',
  });
  await expect(check(true)).resolves.toBeDefined();
  await expect(check(false)).rejects.toMatchObject({ code: 'artifact-missing' });
});

test('image functions are refused', async () => {
  write({ 'template.yaml': 'Resources: {F: {Type: AWS::Serverless::Function, Properties: {PackageType: Image}}}' });
  await expect(check()).rejects.toMatchObject({ code: 'image-function' });
});
