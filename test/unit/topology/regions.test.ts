import { partition } from '@aws-sdk/core/client';
import { expect, test } from '@jest/globals';
import { findPartition, findRegion, KNOWN_REGIONS } from '../../../src/topology/regions.ts';

test('every listed region is in the partition that the SDK says', () => {
  expect(KNOWN_REGIONS.length).toBeGreaterThan(35);
  for (const name of KNOWN_REGIONS) {
    const found = findRegion(name);
    expect([name, found.kind, found.kind !== 'malformed' && found.partition.id]).toEqual([
      name,
      'known',
      partition(name).name,
    ]);
  }
});

test.each([
  ['us-east-1', false],
  ['ap-northeast-3', false],
  ['me-south-1', true],
  ['eu-south-2', true],
  ['ca-west-1', true],
  ['us-gov-east-1', false],
  ['cn-north-1', false],
])('%s has to be enabled by the account: %s', (name, optIn) => {
  expect(findRegion(name)).toMatchObject({ kind: 'known', region: { optIn } });
});

test.each([
  ['eu-west-7', 'aws'],
  ['us-gov-central-1', 'aws-us-gov'],
  ['cn-south-1', 'aws-cn'],
])('%s is well-formed and of the partition %s, but not listed', (name, id) => {
  expect(findRegion(name)).toMatchObject({ kind: 'unlisted', partition: { id } });
});

test.each([
  ['eu-wset-1', 'eu-west-1'],
  ['EU-WEST-1', 'eu-west-1'],
  ['us-eats-1', 'us-east-1'],
  ['ireland', undefined],
  ['', undefined],
  ['constructor', undefined],
  ['us-east-1a', 'us-east-1'],
  ['aws-global', undefined],
])('%s is no region; the nearest is %s', (name, nearest) => {
  expect(findRegion(name)).toEqual({ kind: 'malformed', nearest });
});

test('a partition knows where its global services are', () => {
  const edges = ['aws', 'aws-us-gov', 'aws-cn', 'aws-iso'].map((id) => findPartition(id)?.edgeRegion);
  expect(edges).toEqual(['us-east-1', 'us-gov-west-1', 'cn-northwest-1', undefined]);
});
