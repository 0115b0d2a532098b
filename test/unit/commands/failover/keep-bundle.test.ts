import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepBundle } from '../../../../src/commands/failover/keep-bundle.ts';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createMemoryStorage } from '../../../support/memory-storage.ts';

let folder: string;
let noted: RunEvent[];

beforeEach(() => {
  noted = [];
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(folder, 'dist'));
  for (const name of ['index.js', '12.index.js', 'package.json']) writeFileSync(join(folder, 'dist', name), name);
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = (storage: ReturnType<typeof createMemoryStorage>, program = join(folder, 'dist/index.js')) => {
  const places = ['west', 'central'].map((target) => ({ target, storage, bucket: `artifacts-${target}` }));
  return keepBundle(places, { program, version: '1.2.3', report: (event) => void noted.push(event) });
};

describe('the program beside the plan', () => {
  test('is an archive of the whole folder, under a key of its content, in every bucket', async () => {
    const storage = createMemoryStorage();
    const kept = await keep(storage);
    expect(kept).toEqual({
      version: '1.2.3',
      key: expect.stringMatching(/^sam-multi-region\/failover\/bundles\/1\.2\.3-[0-9a-f]{32}\.tar\.gz$/),
    });
    for (const bucket of ['artifacts-west', 'artifacts-central']) {
      const archive = gunzipSync(storage.objects.get(`${bucket}/${kept?.key}`)?.body ?? Buffer.alloc(0)).toString();
      for (const name of ['index.js', '12.index.js', 'package.json']) expect(archive).toContain(`dist/${name}`);
    }
  });

  test('is uploaded once: a bucket that has it is asked once and gets nothing', async () => {
    const storage = createMemoryStorage();
    const first = await keep(storage);
    storage.calls.length = 0;
    expect(await keep(storage)).toEqual(first);
    expect(storage.calls.map((call) => call.split(' ')[0])).toEqual(['head', 'head']);
    writeFileSync(join(folder, 'dist/12.index.js'), 'other');
    expect((await keep(storage))?.key).not.toBe(first?.key);
  });

  test('is found through the link that npx makes', async () => {
    symlinkSync(join(folder, 'dist/index.js'), join(folder, 'sam-multi-region'));
    expect(await keep(createMemoryStorage(), join(folder, 'sam-multi-region'))).toBeDefined();
  });

  test('is never made of sources', async () => {
    const storage = createMemoryStorage();
    writeFileSync(join(folder, 'main.ts'), '');
    expect(await keep(storage, join(folder, 'main.ts'))).toBeUndefined();
    expect(await keep(storage, join(folder, 'gone.js'))).toBeUndefined();
    expect(storage.calls).toEqual([]);
  });

  test('that cannot be kept is a warning, and somebody who was faster is none', async () => {
    const storage = createMemoryStorage();
    storage.failNext('put', 'denied');
    storage.failNext('put', 'conflict');
    expect(await keep(storage)).toBeDefined();
    expect(noted).toMatchObject([{ type: 'note', level: 'warning' }]);
  });
});
