import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UserErrors } from '../../../src/errors.ts';
import { createArtifactStore } from '../../../src/release/artifact-store.ts';
import type { Artifact } from '../../../src/release/model.ts';
import { replicate } from '../../../src/release/replicate.ts';
import { createUploadLimits } from '../../../src/release/upload-limits.ts';
import { verifyOrigin } from '../../../src/release/verify-origin.ts';
import { zipContent } from '../../../src/release/zip-content.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { zip } from '../../support/zip.ts';
import { file, ORIGIN, temporaryFolder } from './support.ts';

const TARGET = 'artifacts-eu-central-1';
const code = zip([{ name: 'app.py', content: 'print(1)' }]);
const artifact = file('p/code', code);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let origin: MemoryStorage;
let target: MemoryStorage;
let events: RunEvent[];

beforeEach(async () => {
  folder = await temporaryFolder();
  origin = createMemoryStorage();
  target = createMemoryStorage();
  events = [];
  origin.seed(ORIGIN, artifact.key, code);
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

function newStore() {
  return createArtifactStore({ storage: origin, bucket: ORIGIN, folder: `${folder.path}/artifacts` });
}

function run(artifacts: readonly Artifact[] = [artifact], store = newStore(), isNew = (_key: string) => false) {
  const parts = { store, limits: createUploadLimits(), isNew, folder: `${folder.path}/there` };
  return replicate(
    artifacts,
    { target: 'eu-central-1', storage: target, bucket: TARGET },
    { ...parts, report: (event) => events.push(event) },
  );
}

describe('replicate', () => {
  test('copies what is missing, under its key, with the hash of its bytes', async () => {
    await expect(run()).resolves.toEqual({ copied: 1, present: 0, notes: [] });
    expect(target.objects.get(`${TARGET}/p/code`)).toEqual({ body: code, metadata: { sha256: artifact.sha256 } });
    expect(target.calls).toEqual([`head ${TARGET}/p/code`, `put ${TARGET}/p/code`]);
    expect(events).toEqual([
      { type: 'artifact.copied', target: 'eu-central-1', key: 'p/code', bytes: code.length, skipped: false },
    ]);
  });

  test('asks once for what is there, and does not contact the first bucket', async () => {
    await run();
    target.calls.length = 0;
    origin.calls.length = 0;
    await expect(run()).resolves.toEqual({ copied: 0, present: 1, notes: [] });
    expect(target.calls).toEqual([`head ${TARGET}/p/code`]);
    expect(origin.calls).toEqual([]);
  });

  test('sends a small file that is new without asking for it first', async () => {
    await expect(run([artifact], newStore(), () => true)).resolves.toEqual({ copied: 1, present: 0, notes: [] });
    expect(target.calls).toEqual([`put ${TARGET}/p/code`]);
    expect(target.objects.get(`${TARGET}/p/code`)).toEqual({ body: code, metadata: { sha256: artifact.sha256 } });
  });

  test('overwrites nothing with a file that is new: what is there is compared', async () => {
    target.seed(TARGET, 'p/code', code);
    await expect(run([artifact], newStore(), () => true)).resolves.toMatchObject({ copied: 0, present: 1 });
    target.seed(TARGET, 'p/code', zip([{ name: 'app.py', content: 'print(2)' }]));
    await expect(run([artifact], newStore(), () => true)).rejects.toMatchObject({ code: 'artifact-differs' });
    expect(target.objects.get(`${TARGET}/p/code`)?.body).not.toEqual(code);
  });

  test('asks before it sends a large file, new or not', async () => {
    const large = Buffer.alloc(2 ** 20 + 1, 7);
    origin.seed(ORIGIN, 'p/large', large);
    await run([file('p/large', large)], newStore(), () => true);
    expect(target.calls).toEqual([`head ${TARGET}/p/large`, `put ${TARGET}/p/large`]);
  });

  test('takes the same bytes that somebody else put there as they are', async () => {
    target.seed(TARGET, 'p/code', code);
    await expect(run()).resolves.toMatchObject({ present: 1 });
    expect(target.calls).toEqual([`head ${TARGET}/p/code`]);
  });

  test('downloads an artifact once for all targets', async () => {
    const store = newStore();
    await Promise.all([run([artifact], store), run([artifact], store)]);
    expect(origin.calls).toEqual([`get ${ORIGIN}/p/code`]);
  });

  test('keeps other bytes of the same content, and says so', async () => {
    const other = zip([{ name: 'app.py', content: 'print(1)' }], { time: 7, compress: true });
    target.seed(TARGET, 'p/code', other);
    const { copied, notes } = await run();
    expect(copied).toBe(0);
    expect(notes).toEqual([`kept p/code in ${TARGET}: other bytes, same unpacked content`]);
    expect(target.objects.get(`${TARGET}/p/code`)?.body).toEqual(other);
  });

  test.each([
    ['other content', zip([{ name: 'app.py', content: 'print(2)' }])],
    ['another name', zip([{ name: 'main.py', content: 'print(1)' }])],
    [
      'one more file',
      zip([
        { name: 'app.py', content: 'print(1)' },
        { name: 'x', content: '' },
      ]),
    ],
    ['what is executable', zip([{ name: 'app.py', content: 'print(1)', mode: 0o755 }])],
    ['no archive', Buffer.from('something else')],
  ])('refuses the same key with %s, and overwrites nothing', async (_what, there) => {
    target.seed(TARGET, 'p/code', there);
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserErrors);
    expect(error).toMatchObject({ code: 'artifact-differs', errors: [{ code: 'artifact-differs' }] });
    expect(target.objects.get(`${TARGET}/p/code`)?.body).toEqual(there);
    expect(target.calls.some((call) => call.startsWith('put'))).toBe(false);
  });

  test('names every artifact that differs', async () => {
    const second = file('p/second', 'two');
    target.seed(TARGET, 'p/code', 'x');
    target.seed(TARGET, 'p/second', 'y');
    origin.seed(ORIGIN, 'p/second', 'two');
    await expect(run([artifact, second])).rejects.toMatchObject({ errors: [{}, {}] });
  });

  test('does not spread bytes that were changed in the first bucket', async () => {
    origin.seed(ORIGIN, 'p/code', 'tampered');
    await expect(run()).rejects.toMatchObject({ code: 'artifact-differs' });
    expect(target.objects.size).toBe(0);
  });

  test('names an artifact that the first bucket has lost', async () => {
    origin.objects.clear();
    await expect(run()).rejects.toMatchObject({
      code: 'artifact-missing',
      message: `The artifact p/code is not in the bucket ${ORIGIN}.`,
    });
  });

  test('starts a download again that broke in the middle', async () => {
    origin.breakNextBody(5);
    await expect(run()).resolves.toMatchObject({ copied: 1 });
    expect(target.objects.get(`${TARGET}/p/code`)?.body).toEqual(code);
  });

  test('sends an upload again that failed on the way', async () => {
    target.failNext('put', 'unreachable');
    target.failNext('put', 'server');
    await expect(run()).resolves.toMatchObject({ copied: 1 });
  });

  test('gives up on what does not pass', async () => {
    target.failNext('put', 'denied');
    await expect(run()).rejects.toMatchObject({ kind: 'denied' });
    for (let n = 0; n < 3; n += 1) target.failNext('put', 'server');
    await expect(run()).rejects.toMatchObject({ kind: 'server' });
  });
});

describe('verifyOrigin', () => {
  test('passes while every artifact is there as it was', async () => {
    await expect(verifyOrigin([artifact], origin, ORIGIN)).resolves.toBeUndefined();
  });

  test.each([
    ['is gone', () => origin.objects.clear(), 'artifact-missing'],
    ['is another', () => origin.seed(ORIGIN, artifact.key, 'else'), 'artifact-differs'],
  ])('refuses when one %s', async (_what, change, expected) => {
    change();
    await expect(verifyOrigin([artifact], origin, ORIGIN)).rejects.toMatchObject({ code: expected });
  });
});

describe('zipContent', () => {
  async function contentOf(bytes: Buffer): Promise<string | undefined> {
    await writeFile(`${folder.path}/file`, bytes);
    return zipContent(`${folder.path}/file`);
  }

  test('does not depend on the order of entries, times and compression', async () => {
    const entries = [
      { name: 'a', content: 'one' },
      { name: 'ä/ü', content: 'two' },
    ];
    const first = await contentOf(zip(entries));
    expect(first).toContain('ä/ü');
    expect(await contentOf(zip(entries.toReversed(), { time: 99, compress: true }))).toBe(first);
  });

  test('is undefined for what is no zip file', async () => {
    expect(await contentOf(Buffer.from('text'))).toBeUndefined();
  });
});
