import { describe, expect, test } from '@jest/globals';
import type { Artifact } from '../../../src/release/model.ts';
import { createRetargeter, type RetargetPlace } from '../../../src/release/retarget.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { nestedTemplate, ORIGIN, packagedStack, releaseOf } from './support.ts';

const TARGET = 'artifacts-eu-central-1';

function place(storage: MemoryStorage, overrides: Partial<RetargetPlace> = {}): RetargetPlace {
  return { region: 'eu-central-1', partition: 'aws', storage, bucket: TARGET, ...overrides };
}

async function retarget(template: string, artifacts: readonly Artifact[] = [], overrides: Partial<RetargetPlace> = {}) {
  const storage = createMemoryStorage();
  const { targetTemplate } = createRetargeter(releaseOf(packagedStack(template, artifacts)));
  return { ...(await targetTemplate('app', place(storage, overrides))), storage };
}

describe('a retargeted template', () => {
  test('points to the bucket of the target and is otherwise the same to the byte', async () => {
    const template = [
      '# made by sam',
      'Resources:',
      '  F:   {Type: AWS::Serverless::Function, Properties: {CodeUri: s3://BUCKET/p/k1}}  # code',
      '  L:',
      '    Type: AWS::Lambda::LayerVersion',
      '    Properties:',
      '      Content:',
      '        S3Bucket: BUCKET',
      "        S3Key: 'p/k2'",
      '',
    ].join('\n');
    const { body, url, storage } = await retarget(template.replaceAll('BUCKET', ORIGIN));
    expect(body).toBe(template.replaceAll('BUCKET', TARGET));
    expect(url).toBeUndefined();
    expect(storage.calls).toEqual([]);
  });

  test('leaves what lies in other buckets, and texts that only mention the bucket', async () => {
    const template = [
      'Resources:',
      '  F:',
      '    Type: AWS::Serverless::Function',
      '    Properties:',
      '      CodeUri: s3://somebody-else/k',
      `      Description: reads s3://${ORIGIN}/data`,
      `      Environment: {Variables: {BUCKET: ${ORIGIN}, URI: 's3://${ORIGIN}/x'}}`,
      '',
    ].join('\n');
    expect((await retarget(template)).body).toBe(template);
  });

  test('is the packaged one where it was packaged', async () => {
    const template = `Resources: {F: {Type: AWS::Serverless::Function, Properties: {CodeUri: 's3://${ORIGIN}/k'}}}\n`;
    const { body, storage } = await retarget(template, [], { bucket: ORIGIN, region: 'eu-west-1' });
    expect(body).toBe(template);
    expect(storage.calls).toEqual([]);
  });

  test('over 51,200 bytes is put into the bucket under its hash, once', async () => {
    const filler = `Resources: {F: {Type: T, Properties: {A: '${'é'.repeat(26_000)}'}}}`;
    const { url, body, storage } = await retarget(filler);
    expect(body.length).toBeLessThan(51_200);
    const [id = ''] = storage.objects.keys();
    expect(url).toBe(`https://s3.eu-central-1.amazonaws.com/${id}`);
    expect(id).toMatch(/^artifacts-eu-central-1\/[0-9a-f]{32}\.template$/);
    const { targetTemplate } = createRetargeter(releaseOf(packagedStack(filler)));
    await expect(targetTemplate('app', place(storage))).resolves.toMatchObject({ url });
    expect(storage.objects.size).toBe(1);
  });

  test('over 1,000,000 bytes is refused with its size', async () => {
    const filler = `Resources: {F: {Type: T, Properties: {A: '${'a'.repeat(1_000_000)}'}}}`;
    await expect(retarget(filler)).rejects.toMatchObject({
      code: 'template-too-large',
      message: expect.stringContaining(String(filler.length)),
    });
  });

  test('with the version of an object is refused, with the line', async () => {
    const template = `Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: {S3Bucket: ${ORIGIN}, S3Key: k, S3ObjectVersion: v1}\n`;
    await expect(retarget(template)).rejects.toMatchObject({
      code: 'artifact-has-version',
      location: { file: '/app/template.yaml', line: 5 },
    });
    await expect(retarget(template, [], { bucket: ORIGIN })).resolves.toMatchObject({ body: template });
  });
});

describe('nested templates', () => {
  const url = (key: string) => `https://s3.eu-west-1.amazonaws.com/${ORIGIN}/${key}`;
  const grandchild = `Resources:\n  G:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: 's3://${ORIGIN}/p/code'}\n`;
  const child = `Resources:\n  C:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: '${url('p/grand.template')}'}\n`;
  const plain = 'Resources:\n  Q: {Type: AWS::SQS::Queue}\n';
  const root = [
    'Resources:',
    `  A: {Type: AWS::Serverless::Application, Properties: {Location: '${url('p/child.template')}'}}`,
    `  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: '${url('p/plain.template')}'}}`,
  ].join('\n');
  const artifacts = [
    nestedTemplate('p/child.template', child),
    nestedTemplate('p/grand.template', grandchild),
    nestedTemplate('p/plain.template', plain),
  ];

  test('are rewritten from the innermost outwards and lie in the target under new hashes', async () => {
    const { body, storage } = await retarget(root, artifacts);
    const properties = parseTemplate(body, 't').resources.map((resource) => resource.properties);
    const childUrl = String(properties[0]?.['Location']);
    expect(childUrl).toMatch(
      /^https:\/\/s3\.eu-central-1\.amazonaws\.com\/artifacts-eu-central-1\/p\/[0-9a-f]{32}\.template$/,
    );
    const stored = (address: string) =>
      storage.text(TARGET, address.slice(address.indexOf(`${TARGET}/`) + TARGET.length + 1)) ?? '';
    const childText = stored(childUrl);
    const grandUrl = String(parseTemplate(childText, 'c').resources[0]?.properties['TemplateURL']);
    expect(childText).toBe(child.replace(url('p/grand.template'), grandUrl));
    expect(stored(grandUrl)).toBe(grandchild.replace(ORIGIN, TARGET));
  });

  test('that refer to nothing keep their key', async () => {
    const { body, storage } = await retarget(root, artifacts);
    expect(body).toContain('https://s3.eu-central-1.amazonaws.com/artifacts-eu-central-1/p/plain.template');
    expect(storage.text(TARGET, 'p/plain.template')).toBe(plain);
  });

  test('are put once: the second run finds them', async () => {
    const { storage } = await retarget(root, artifacts);
    const before = storage.objects.size;
    await createRetargeter(releaseOf(packagedStack(root, artifacts))).targetTemplate('app', place(storage));
    expect(storage.objects.size).toBe(before);
  });

  test('of a partition with a DNS suffix of its own get it', async () => {
    const { body } = await retarget(root, artifacts, { region: 'cn-north-1', partition: 'aws-cn' });
    expect(body).toContain('https://s3.cn-north-1.amazonaws.com.cn/artifacts-eu-central-1/p/plain.template');
  });

  test("with the host of an endpoint of one's own get AWS's, also where they were packaged", async () => {
    const own = (text: string) => text.replaceAll('https://s3.eu-west-1.amazonaws.com', 'http://127.0.0.1:4566');
    const packaged = artifacts.map((artifact) => nestedTemplate(artifact.key, own(artifact.text ?? '')));
    const { body, storage } = await retarget(own(root), packaged, { bucket: ORIGIN, region: 'eu-west-1' });
    expect(body).not.toContain('127.0.0.1');
    expect(body).toContain(url('p/plain.template'));
    const rewritten = [...storage.objects.values()].map(({ body: bytes }) => bytes.toString());
    expect(rewritten).toEqual([child]);
  });

  test('any other failure of the bucket is passed on', async () => {
    const storage = createMemoryStorage();
    storage.failNext('putText', 'denied');
    const { targetTemplate } = createRetargeter(releaseOf(packagedStack(root, artifacts)));
    await expect(targetTemplate('app', place(storage))).rejects.toMatchObject({ kind: 'denied' });
  });
});
