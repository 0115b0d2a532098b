import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { findings, root } from './github-parser.ts';

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

interface Snippet {
  readonly at: string;
  readonly text: string;
}

/** Every YAML block of the pages that uses an action or a workflow. */
const snippets: readonly Snippet[] = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(({ 1: block = '', index }) =>
    /^\s*(- )?uses: /m.test(block) ? [{ at: `${page}:${text.slice(0, index).split('\n').length}`, text: block }] : [],
  );
});

test('the page counts the runners that start as the workflows have jobs', () => {
  const count = (file: string) => Object.keys(parse(readFileSync(join(root, file), 'utf8')).jobs).length;
  const [, one = '', chain = '', names = ''] =
    /^\| runners that start +\| (\d+) +\| (\d+): ([\w, ]+?) +\|$/m.exec(
      readFileSync(join(root, 'docs/github-workflows.md'), 'utf8'),
    ) ?? [];
  expect([Number(one), Number(chain)]).toEqual([
    count('workflows-templates/deploy.yml'),
    count('.github/workflows/deploy.yml'),
  ]);
  expect(names.split(', ')).toEqual(
    Object.keys(parse(readFileSync(join(root, '.github/workflows/deploy.yml'), 'utf8')).jobs),
  );
});

test('there are examples to check', () => expect(snippets.length).toBeGreaterThan(1));

test.each(snippets.map(({ at, text }) => [at, text] as const))('%s is what GitHub reads', async (at, text) => {
  expect(await findings(at.replace(/\W/g, '-'), wholeWorkflow(text))).toEqual([]);
});

test.each(snippets.map(({ at, text }) => [at, text] as const))('%s pins what others wrote', (_, text) => {
  for (const [, uses = '', rest = ''] of text.matchAll(/uses: (\S+)(.*)$/gm)) {
    if (!uses.startsWith('sam-multi-region/')) expect(uses + rest).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

/** An example as it would stand in a workflow: whole, a job or two, the body of a job, or steps. */
function wholeWorkflow(text: string): string {
  const value = parse(text) as Readonly<Record<string, unknown>> | readonly unknown[];
  const around = (jobs: unknown) => stringify({ on: { push: {} }, jobs });
  const job = (body: object) => around({ example: { 'runs-on': 'ubuntu-24.04', ...body } });
  if (Array.isArray(value)) return job({ steps: value });
  const map = value as Readonly<Record<string, unknown>>;
  if ('on' in map) return text;
  if ('jobs' in map) return stringify({ on: { push: {} }, ...map });
  if ('steps' in map) return job(map);
  if ('uses' in map) return around({ example: map });
  return around(map);
}
