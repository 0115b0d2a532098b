import { expect, test } from '@jest/globals';
import { sha256 } from '../../../src/release/hash.ts';
import type { Artifact } from '../../../src/release/model.ts';
import { addNestedPreferences } from '../../../src/release/nested-in-region.ts';
import { templatesOf } from '../../../src/release/nested-templates.ts';
import { referencingTemplate } from '../../../src/release/references.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

const bucket = 'artifacts';
const urlOf = (key: string): string => `https://s3.eu-west-1.amazonaws.com/${bucket}/${key}`;
const nesting = (...names: readonly string[]): string =>
  JSON.stringify({
    Resources: Object.fromEntries(
      names.map((name) => [
        name,
        { Type: 'AWS::Serverless::Application', Properties: { Location: urlOf('shop/a.template') } },
      ]),
    ),
  });
const aliased = JSON.stringify({
  Resources: { Orders: { Type: 'AWS::Serverless::Function', Properties: { AutoPublishAlias: 'live' } } },
});
const plain = JSON.stringify({
  Resources: { Orders: { Type: 'AWS::Serverless::Function', Properties: { Handler: 'x' } } },
});

const artifact = (key: string, text: string): Artifact => ({
  ...{ key, text, kind: 'template', bytes: text.length, sha256: sha256(text), etag: 'e' },
});

async function added(root: string, child: string) {
  const storage = createMemoryStorage();
  const session = { storage, region: 'eu-west-1', partition: 'aws' };
  const templates = [artifact('shop/a.template', child)];
  const given = referencingTemplate(root, 'template.yaml', bucket);
  return { storage, ...(await addNestedPreferences(given, templates, 'Canary10Percent5Minutes', { session, bucket })) };
}

test('functions of nested templates get the preference, in a copy beside the template that SAM packaged', async () => {
  const { storage, root, functions } = await added(nesting('One', 'Two'), aliased);
  expect(functions).toEqual(['One.Orders', 'Two.Orders']);
  const [key = ''] = [...storage.objects.keys()];
  expect(key).toMatch(/^artifacts\/shop\/[0-9a-f]{32}\.template$/);
  expect(root.split(key)).toHaveLength(3);
  const text = storage.text(bucket, key.slice(bucket.length + 1)) ?? '';
  expect(JSON.parse(text).Resources.Orders.Properties.DeploymentPreference).toEqual({
    Type: 'Canary10Percent5Minutes',
  });
});

test('nothing is stored, and the root stays as it is, where nested templates have nothing to add to', async () => {
  const { storage, root, functions } = await added(nesting('One'), plain);
  expect([root, functions, [...storage.objects.keys()]]).toEqual([nesting('One'), [], []]);
});

test('the templates of a stack are known by the logical ids down to them, those outside the release are not', () => {
  const artifacts = [artifact('shop/a.template', plain)];
  const stack = { stack: 'api', source: 'template.yaml', artifacts, baked: [] };
  const paths = (template: string) => templatesOf({ ...stack, template }).map(({ path }) => path.join('.'));
  expect(paths(nesting('One', 'Two'))).toEqual(['', 'One', 'Two']);
  expect(paths(nesting('One').replace('a.template', 'other.template'))).toEqual(['']);
});
