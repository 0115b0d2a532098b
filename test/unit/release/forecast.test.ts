import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createForecast, FORECASTS, forecastPrefix, isForecast } from '../../../src/release/forecast.ts';
import type { Artifact } from '../../../src/release/model.ts';
import { createRetargeter } from '../../../src/release/retarget.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { file, nestedTemplate, ORIGIN, packagedStack, releaseOf } from './support.ts';

const AWAY = 'artifacts-eu-central-1';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const uri = (bucket: string, key: string): string => `s3://${bucket}/${key}`;
const url = (region: string, bucket: string, key: string): string =>
  `https://s3.${region}.amazonaws.com/${bucket}/${key}`;

/** A stack of one function and one nested stack with a function, as `sam package` writes it below a prefix. */
function packaged(prefix: string, inner: string): { readonly root: string; readonly artifacts: readonly Artifact[] } {
  const nested = `Resources: {G: {Type: AWS::Serverless::Function, Properties: {CodeUri: '${uri(ORIGIN, `${prefix}${inner}`)}'}}}\n`;
  const key = `${prefix}${md5(nested)}.template`;
  return {
    root: `Resources:
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: '${uri(ORIGIN, `${prefix}code`)}'}}
  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: '${url('eu-west-1', ORIGIN, key)}'}}
`,
    artifacts: [nestedTemplate(key, nested), file(`${prefix}code`, 'code'), file(`${prefix}${inner}`, inner)],
  };
}

const PREFIX = `${FORECASTS}/`;

async function target(
  { root, artifacts }: ReturnType<typeof packaged>,
  storage: MemoryStorage,
  place: { readonly bucket: string; readonly region: string },
  forecast: boolean,
): Promise<string> {
  const made = releaseOf(packagedStack(root, artifacts));
  const release = forecast ? { ...made, origin: { ...made.origin, prefix: forecastPrefix(undefined) } } : made;
  const retargeter = createRetargeter(release, forecast ? createForecast() : undefined);
  return (await retargeter.targetTemplate('app', { ...place, partition: 'aws', storage })).body;
}

/** What deployments left in a bucket. */
async function deployed(inner: string, place: { readonly bucket: string; readonly region: string }) {
  const storage = createMemoryStorage();
  const { root, artifacts } = packaged('', inner);
  const body = await target({ root, artifacts }, storage, place, false);
  for (const { key, text } of artifacts)
    if (place.bucket === ORIGIN || text === undefined) await storage.putText(place.bucket, key, text ?? key);
  return { storage, body };
}

const PLACES = [
  { bucket: ORIGIN, region: 'eu-west-1' },
  { bucket: AWAY, region: 'eu-central-1' },
];

test.each(PLACES)('what is deployed in $region already is no change, nested templates included', async (place) => {
  const { storage, body } = await deployed('inner', place);
  const before = storage.objects.size;
  expect(await target(packaged(PREFIX, 'inner'), storage, place, true)).toBe(body);
  expect(storage.objects.size).toBe(before);
});

test.each(PLACES)('what is new in $region lies where no deployment looks, and the rest stays', async (place) => {
  const { storage, body } = await deployed('inner', place);
  const before = new Set(storage.objects.keys());
  const forecast = await target(packaged(PREFIX, 'other'), storage, place, true);
  expect(forecast).not.toBe(body);
  expect(forecast).toContain(`'${uri(place.bucket, 'code')}'`);
  expect(forecast).toContain(`${place.bucket}/${FORECASTS}/`);
  const written = [...storage.objects.keys()].filter((key) => !before.has(key));
  expect(written.filter((key) => !key.startsWith(`${place.bucket}/${FORECASTS}/`))).toEqual([]);
});

test('only files that no deployment brought to a bucket are copied there', async () => {
  const storage = createMemoryStorage();
  await storage.putText(AWAY, 'team/code', 'code');
  const files = [file(`${PREFIX}team/code`, 'code'), file(`${PREFIX}team/new`, 'new')];
  const missing = await createForecast().missing(files, { storage, bucket: AWAY });
  expect(missing.map(({ key }) => key)).toEqual([`${PREFIX}team/new`]);
});

test('a prefix of artifacts is kept below that of forecasts, and tells one from a release', () => {
  const at = (prefix?: string) => isForecast({ origin: prefix === undefined ? {} : { prefix } });
  expect(forecastPrefix('team/a')).toBe(`${FORECASTS}/team/a`);
  expect([at(), at('team/a'), at(forecastPrefix('team/a')), at(FORECASTS)]).toEqual([false, false, true, true]);
});
