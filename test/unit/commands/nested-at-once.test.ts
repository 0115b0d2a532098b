import { describe, expect, test } from '@jest/globals';
import { nestedAtOnce } from '../../../src/commands/rollback/nested-at-once.ts';
import { sha256 } from '../../../src/release/hash.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

const bucket = 'artifacts';
const urlOf = (key: string): string => `https://s3.eu-west-1.amazonaws.com/${bucket}/${key}`;
const nesting = (name: string, key: string): string =>
  JSON.stringify({
    Resources: { [name]: { Type: 'AWS::Serverless::Application', Properties: { Location: urlOf(key) } } },
  });
const canary = JSON.stringify({
  Resources: {
    Orders: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        AutoPublishAlias: 'live',
        DeploymentPreference: {
          Type: 'Canary10Percent5Minutes',
          Alarms: [{ Ref: 'Errors' }],
          Hooks: { PreTraffic: 'h' },
        },
      },
    },
  },
});
const plain = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });

/** A bucket with these templates, all of them recorded but those that are changed afterwards. */
function room(templates: Readonly<Record<string, string>>, changed: Readonly<Record<string, string>> = {}) {
  const storage = createMemoryStorage();
  for (const [key, text] of Object.entries({ ...templates, ...changed })) storage.seed(bucket, key, text);
  const artifacts = Object.entries(templates).map(([key, text]) => ({ key, sha256: sha256(text) }));
  const place = { storage, bucket, region: 'eu-west-1', partition: 'aws' };
  return { storage, run: (root: string) => nestedAtOnce(root, artifacts, place) };
}

describe('the nested templates of a rollback', () => {
  test('shift at once, however deep they are, and what names them names the copies', async () => {
    const { run, storage } = room({ 'a.template': nesting('Inner', 'b.template'), 'b.template': canary });
    const { root, nested, changed } = await run(nesting('Child', 'a.template'));
    expect(changed).toEqual(['Child.Inner.Orders']);
    const texts = new Map(nested.map(({ key, text }) => [key, text]));
    const nameIn = (text: string): string => /records\/templates\/[0-9a-f]{64}\.template/.exec(text)?.[0] ?? '';
    const child = texts.get(`sam-multi-region/${nameIn(root)}`) ?? '';
    const inner = texts.get(`sam-multi-region/${nameIn(child)}`) ?? '';
    expect(JSON.parse(inner).Resources.Orders.Properties.DeploymentPreference).toEqual({
      Type: 'AllAtOnce',
      Alarms: [{ Ref: 'AWS::NoValue' }],
    });
    expect(texts.size).toBe(2);
    // Planning changes nothing.
    expect(storage.calls.filter((call) => call.startsWith('put'))).toEqual([]);
  });

  test('stay as they are where CodeDeploy has nothing to do', async () => {
    const root = nesting('Child', 'a.template');
    expect(await room({ 'a.template': plain }).run(root)).toEqual({ root, nested: [], changed: [] });
  });

  test('are not read where the record does not vouch for them, or somebody changed them', async () => {
    const root = nesting('Child', 'a.template');
    const unchanged = { root, nested: [], changed: [] };
    expect(await room({}, { 'a.template': canary }).run(root)).toEqual(unchanged);
    expect(await room({ 'a.template': plain }, { 'a.template': canary }).run(root)).toEqual(unchanged);
  });
});
