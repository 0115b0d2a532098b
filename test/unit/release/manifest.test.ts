import { beforeEach, describe, expect, test } from '@jest/globals';
import { findRelease, releaseKey, storeRelease } from '../../../src/release/manifest.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { file, nestedTemplate, ORIGIN, packagedStack, releaseOf } from './support.ts';

const release = {
  ...releaseOf(packagedStack('Resources: {}', [file('k', 'x'), nestedTemplate('n.template', 'Resources: {}')])),
  commit: 'abc',
};

describe('a stored release', () => {
  let storage: MemoryStorage;
  const shelf = () => ({ storage, bucket: ORIGIN, application: 'orders', prefix: 'artifacts' });
  const key = releaseKey({ prefix: 'artifacts', application: 'orders' }, release.id);

  beforeEach(() => {
    storage = createMemoryStorage();
  });

  test('is loaded by its id as it was', async () => {
    await storeRelease(shelf(), release);
    expect(key).toBe('artifacts/sam-multi-region/releases/orders/0123456789abcdef.json');
    await expect(findRelease(shelf(), release.id)).resolves.toEqual(release);
  });

  test('stays as it is when it is stored again', async () => {
    await storeRelease(shelf(), release);
    await storeRelease(shelf(), { ...release, commit: 'other' });
    await expect(findRelease(shelf(), release.id)).resolves.toMatchObject({ commit: 'abc' });
  });

  test('is replaced when that is asked for', async () => {
    await storeRelease(shelf(), release);
    await storeRelease(shelf(), { ...release, commit: 'other' }, true);
    await expect(findRelease(shelf(), release.id)).resolves.toMatchObject({ commit: 'other' });
  });

  test('that is unknown, or no id at all, is not found', async () => {
    await storeRelease(shelf(), release);
    await expect(findRelease(shelf(), 'ffffffffffffffff')).resolves.toBeUndefined();
    await expect(findRelease(shelf(), '../secrets')).resolves.toBeUndefined();
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace('orders', 'others')],
    ['emptied', () => ''],
    ['without stacks', (text: string) => text.replace('"stacks"', '"stocks"')],
    ['another release', (text: string) => text.replaceAll('0123456789abcdef', 'ffffffffffffffff')],
  ])('that was %s is refused', async (_how, damage) => {
    await storeRelease(shelf(), release);
    storage.seed(ORIGIN, key, damage(storage.text(ORIGIN, key) ?? ''));
    await expect(findRelease(shelf(), release.id)).rejects.toMatchObject({ code: 'release-damaged' });
  });

  test('of a newer version of this tool is refused as such', async () => {
    storage.seed(ORIGIN, key, JSON.stringify({ schema: 2, anything: true }));
    await expect(findRelease(shelf(), release.id)).rejects.toMatchObject({ code: 'release-newer' });
  });

  test('of an application with any name has a key of its own', () => {
    expect(releaseKey({ application: 'Bestellungen für/é' }, 'x')).toBe(
      'sam-multi-region/releases/Bestellungen%20f%C3%BCr%2F%C3%A9/x.json',
    );
  });
});
