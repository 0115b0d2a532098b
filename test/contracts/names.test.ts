import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { OURS, root } from './github-parser.ts';

/** Files that people copy from, or follow: paths from the root. */
const read = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'package.json', 'action.yml', 'run/action.yml'],
  ...['docs', 'docs/reference', 'workflows-templates', '.github/workflows', 'examples'].flatMap(filesOf),
];

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && /\.(md|ya?ml|json)$/.test(entry.name) ? [`${folder}/${entry.name}`] : [],
  );
}

const texts = read.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

/** The actions of others that a text uses, `owner/name` with what stands behind `@`. */
function used(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/uses: ([\w.-]+\/[\w./-]+)@(.+)$/gm)].map(([, name = '', pin = '']) => [name, pin]);
}

test('this project has one owner and one name wherever it is named', () => {
  for (const [path, text] of texts) {
    const named = [...text.matchAll(/(?:github\.com\/|githubusercontent\.com\/|uses: )([\w.-]+)\/sam-multi-region\b/g)];
    const others = named.flatMap(([, owner = '']) => (`${owner}/sam-multi-region` === OURS ? [] : [owner]));
    expect([path, others]).toEqual([path, []]);
  }
});

test('one version of this project is named in all that is copied', () => {
  const versions = texts.flatMap(([path, text]) =>
    used(text).flatMap(([name, pin]) => (name.startsWith(OURS) ? [[path, pin.split(' ')[0]]] : [])),
  );
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter(([, version]) => version !== 'v1')).toEqual([]);
});

test('each action of others has one pin, in workflows, starters, README and docs alike', () => {
  const pins = Map.groupBy(
    texts.flatMap(([, text]) => used(text)).filter(([name]) => !name.startsWith(OURS)),
    ([name]) => name,
  );
  expect(pins.size).toBeGreaterThan(5);
  for (const [name, all] of pins) expect([name, new Set(all.map(([, pin]) => pin)).size]).toEqual([name, 1]);
});
