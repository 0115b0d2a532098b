import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { UserError } from '../../../src/errors.ts';
import { createRolloutJournal, type JournalPlace } from '../../../src/records/rollout-journal.ts';
import { type OpenRollout, openRollout } from '../../../src/rollout/open-rollout.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';

const KEY = 'sam-multi-region/rollouts/orders/prod.json';
const begun: OpenRollout = {
  ...openRollout({ id: 'r1', commit: 'abc' }, { run: '1', who: 'test' }, undefined, 0),
  phases: {
    'wave-1': {
      stage: 'deployed',
      startedAt: new Date(0).toISOString(),
      bakeSince: new Date(1).toISOString(),
      steps: 1,
    },
    'wave-2': { stage: 'incomplete', startedAt: new Date(0).toISOString(), missed: ['b'] },
  },
  weightsBefore: { a: 100 },
};

interface World {
  readonly storages: Readonly<Record<string, MemoryStorage>>;
  readonly notes: string[];
  readonly open: (held?: (target: string) => Promise<void>) => ReturnType<typeof createRolloutJournal>;
}

/** Three targets in two regions: a1 and a2 in one, b in the other. */
function world(): World {
  const storages = { a1: createMemoryStorage(), a2: createMemoryStorage(), b: createMemoryStorage() };
  const notes: string[] = [];
  const open: World['open'] = (held = async () => {}) =>
    createRolloutJournal(
      KEY,
      Object.entries(storages).map(
        ([target, storage]): JournalPlace => ({
          target,
          region: target.charAt(0),
          storage,
          bucket: async () => 'bucket',
          assertHeld: () => held(target),
        }),
      ),
      (text, target) => notes.push(`${target}: ${text}`),
    );
  return { storages, notes, open };
}

const copyIn = (storage: MemoryStorage | undefined): OpenRollout | undefined => {
  const text = storage?.text('bucket', KEY);
  return text === undefined ? undefined : JSON.parse(text);
};

/** The next write takes effect, and its answer is lost. */
function unheardNext(storage: MemoryStorage | undefined): void {
  if (storage === undefined) return;
  const { putText } = storage;
  storage.putText = async (...args) => {
    storage.putText = putText;
    await putText(...args);
    throw new AwsError({
      kind: 'unreachable',
      code: 'ETIMEDOUT',
      message: 'no answer',
      service: 'S3',
      action: 'PutObject',
      region: 'b',
    });
  };
}

describe('the journal of a rollout', () => {
  test('keeps decisions everywhere and steps in two regions', async () => {
    const { storages, open } = world();
    const journal = open();
    expect(await journal.readAll()).toBeUndefined();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    await journal.save({ ...begun, revision: 2 }, 'keepers');
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([2, 1, 2]);
    expect(await open().readAll()).toEqual({ ...begun, revision: 2 });
  });

  test('goes on when a region is lost, also the one that keeps every step', async () => {
    const { storages, notes, open } = world();
    const journal = open();
    await journal.readAll();
    storages['a1']?.failNext('putText', 'unreachable');
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    await journal.save({ ...begun, revision: 2 }, 'keepers');
    expect(copyIn(storages['a1'])).toBeUndefined();
    expect(copyIn(storages['b'])?.revision).toBe(2);
    expect(notes).toEqual([expect.stringMatching(/^a1: the rollout could not be kept in a1/)]);

    storages['a1']?.failNext('getText', 'unreachable');
    expect((await open().readAll())?.revision).toBe(2);
  });

  test('keeps every step in another region where a keeper is lost: a single copy would be lost with its region', async () => {
    const { storages, open } = world();
    const journal = open();
    await journal.readAll();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    storages['a1']?.failNext('putText', 'unreachable');
    await journal.save({ ...begun, revision: 2 }, 'keepers');
    expect(copyIn(storages['a2'])?.revision).toBe(2);
    expect(copyIn(storages['b'])?.revision).toBe(2);
    // The only other one is in the region of the copy that is there: it would be lost together with it.
    const second = open();
    await second.readAll();
    storages['b']?.failNext('putText', 'unreachable');
    await second.save({ ...begun, revision: 3 }, 'keepers');
    expect([copyIn(storages['a1'])?.revision, copyIn(storages['a2'])?.revision]).toEqual([3, 2]);
  });

  test('goes on without a region whose lease cannot be asked for, and never without a lease that somebody else holds', async () => {
    const { storages, notes, open } = world();
    const lost = new AwsError({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      message: 'no answer',
      service: 'S3',
      action: 'PutObject',
      region: 'b',
    });
    const journal = open(async (target) => {
      if (target === 'b') throw lost;
    });
    await journal.readAll();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([1, 1, undefined]);
    expect(notes).toEqual([expect.stringMatching(/^b: the rollout could not be kept in b: .*no answer/)]);

    const taken = open(async (target) => {
      if (target === 'a1') throw new UserError('lease-lost', 'taken');
    });
    await taken.readAll();
    // Nothing was written anywhere.
    await expect(taken.save({ ...begun, revision: 2 }, 'everywhere')).rejects.toMatchObject({ code: 'lease-lost' });
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([1, 1, undefined]);
  });

  test('reads what others wrote meanwhile only when it is told that they were at work', async () => {
    const { open } = world();
    const [one, other] = [open(), open()];
    await one.readAll();
    await other.readAll();
    await other.save({ ...begun, revision: 1 }, 'everywhere');
    expect(await one.readAll()).toBeUndefined();
    expect((await one.readAll('again'))?.revision).toBe(1);
    await one.save({ ...begun, revision: 2 }, 'everywhere');
  });

  test('says that nothing is known where nobody answers, and asks again who did not', async () => {
    const { storages, open } = world();
    const journal = open();
    for (const storage of Object.values(storages)) storage.failNext('getText', 'unreachable');
    expect(await journal.read()).toBeUndefined();
    expect(journal.answered()).toBe(false);
    for (const storage of Object.values(storages)) storage.failNext('getText', 'unreachable');
    await expect(journal.readAll()).rejects.toMatchObject({ code: 'rollout-unknown' });
    expect(await journal.readAll()).toBeUndefined();
    expect(journal.answered()).toBe(true);
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([1, 1, 1]);
  });

  test('asks home alone where that is enough, and everybody where home does not answer', async () => {
    const { storages, open } = world();
    const journal = open();
    await journal.readAll();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    for (const storage of Object.values(storages)) storage.calls.length = 0;
    expect((await open().read())?.revision).toBe(1);
    expect(Object.values(storages).map(({ calls }) => calls.length)).toEqual([1, 0, 0]);
    storages['a1']?.failNext('getText', 'unreachable');
    expect((await open().read())?.revision).toBe(1);
    expect(Object.values(storages).map(({ calls }) => calls.length)).toEqual([2, 1, 1]);
  });

  test('uses any other region when both keepers are lost, and refuses to go on when none is left', async () => {
    const { storages, open } = world();
    const lose = (...names: string[]): void => {
      for (const name of names) storages[name]?.failNext('getText', 'unreachable');
    };
    lose('a1', 'b');
    const journal = open();
    await journal.readAll();
    // Asked again before the first write, and after it where the other region is not reached.
    lose('a1', 'b');
    await journal.save({ ...begun, revision: 1 }, 'keepers');
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([undefined, 1, undefined]);
    storages['a2']?.failNext('putText', 'unreachable');
    lose('a2');
    await expect(journal.save({ ...begun, revision: 2 }, 'keepers')).rejects.toMatchObject({
      code: 'rollout-not-kept',
    });
  });

  test('asks a region again whose answer was not heard: every later step would lie in a single one', async () => {
    const { storages, notes, open } = world();
    const journal = open();
    await journal.readAll();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    // Neither its answer nor the question after it is heard: that step lies in one region.
    storages['b']?.failNext('putText', 'unreachable');
    storages['b']?.failNext('getText', 'unreachable');
    await journal.save({ ...begun, revision: 2 }, 'keepers');
    // It may be out, and that takes long to find out: it is asked again when something is decided.
    await journal.save({ ...begun, revision: 3 }, 'keepers');
    expect(copyIn(storages['b'])?.revision).toBe(1);
    await journal.save({ ...begun, revision: 4 }, 'everywhere');
    expect(copyIn(storages['b'])?.revision).toBe(4);
    // Its write took effect and nobody heard it.
    unheardNext(storages['b']);
    await journal.save({ ...begun, revision: 5 }, 'keepers');
    await journal.save({ ...begun, revision: 6 }, 'keepers');
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([6, 4, 6]);
    expect(notes).toHaveLength(2);
  });

  test('leaves a region alone that was silent while somebody else wrote there', async () => {
    const { storages, open } = world();
    const [ours, theirs] = [open(), open()];
    await ours.readAll();
    await ours.save({ ...begun, revision: 1 }, 'everywhere');
    storages['b']?.failNext('putText', 'unreachable');
    storages['b']?.failNext('getText', 'unreachable');
    await ours.save({ ...begun, revision: 2 }, 'keepers');
    for (const name of ['a1', 'a2']) {
      storages[name]?.failNext('getText', 'unreachable');
      storages[name]?.failNext('getText', 'unreachable');
      storages[name]?.failNext('getText', 'unreachable');
    }
    await theirs.readAll();
    await theirs.save({ ...begun, revision: 2, course: 'failed' }, 'keepers');
    await expect(ours.save({ ...begun, revision: 3 }, 'everywhere')).rejects.toMatchObject({ code: 'rollout-taken' });
    expect(copyIn(storages['b'])?.course).toBe('failed');
  });

  test('writes nothing when a region that was silent at the beginning turns out to know more', async () => {
    const { storages, open } = world();
    const before = open();
    await before.readAll();
    await before.save({ ...begun, revision: 1 }, 'everywhere');
    storages['b']?.seed('bucket', KEY, JSON.stringify({ ...begun, revision: 4, course: 'rolling-back' }));
    storages['b']?.failNext('getText', 'unreachable');
    const journal = open();
    expect((await journal.readAll())?.revision).toBe(1);
    await expect(journal.save({ ...begun, revision: 2 }, 'keepers')).rejects.toMatchObject({ code: 'rollout-taken' });
    expect(Object.values(storages).map((storage) => copyIn(storage)?.revision)).toEqual([1, 1, 4]);
  });

  test('stops when somebody else wrote meanwhile, or the target is not held any more', async () => {
    const { storages, open } = world();
    const [ours, theirs] = [open(), open()];
    await Promise.all([ours.readAll(), theirs.readAll()]);
    await theirs.save({ ...begun, revision: 1 }, 'everywhere');
    await expect(ours.save({ ...begun, revision: 1 }, 'everywhere')).rejects.toMatchObject({ code: 'rollout-taken' });

    const lost = open(async () => {
      throw new Error('lease-lost');
    });
    await lost.readAll();
    await expect(lost.save({ ...begun, revision: 2 }, 'everywhere')).rejects.toThrow('lease-lost');
    expect(copyIn(storages['b'])?.revision).toBe(1);
  });

  test('does not use what is damaged, and refuses what a newer version wrote', async () => {
    const { storages, notes, open } = world();
    const journal = open();
    await journal.readAll();
    await journal.save({ ...begun, revision: 1 }, 'everywhere');
    storages['a1']?.seed('bucket', KEY, '{"version":1,"release":{');
    storages['a2']?.seed('bucket', KEY, JSON.stringify({ ...begun, revision: '9' }));
    expect((await open().readAll())?.revision).toBe(1);
    expect(notes).toHaveLength(2);
    storages['b']?.seed('bucket', KEY, JSON.stringify({ ...begun, version: 2 }));
    await expect(open().readAll()).rejects.toMatchObject({ code: 'rollout-newer' });
  });

  test('goes on from what a region said before it fell silent', async () => {
    const { storages, open } = world();
    await open().save(begun, 'everywhere');
    const journal = open();
    const first = await journal.readAll();
    const writer = open();
    await writer.readAll();
    await writer.save({ ...begun, revision: 2 }, 'keepers');
    const later = open();
    expect((await later.readAll())?.revision).toBe(2);
    const silent = async () => {
      throw new AwsError({
        ...{ kind: 'unreachable', code: 'ETIMEDOUT', message: 'no answer' },
        ...{ service: 'S3', action: 'GetObject', region: 'a' },
      });
    };
    for (const keeper of ['a1', 'b']) Object.assign(storages[keeper] ?? {}, { getText: silent });
    expect((await later.readAll('again'))?.revision).toBe(2);
    // Who never heard of it cannot know.
    expect([first?.revision, (await journal.readAll('again'))?.revision]).toEqual([begun.revision, begun.revision]);
  });
});
