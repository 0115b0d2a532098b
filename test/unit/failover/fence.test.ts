import { describe, expect, test } from '@jest/globals';
import { AwsError, type AwsErrorKind } from '../../../src/aws/ports.ts';
import { UserError } from '../../../src/errors.ts';
import { CALL_MS, FENCE_MS, type FenceStep, runFence } from '../../../src/failover/fence.ts';
import { type FencedTarget, functionSteps, liftFence } from '../../../src/failover/fence-functions.ts';
import { parseFence } from '../../../src/failover/fence-record.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const signal = new AbortController().signal;
const failing = (kind: AwsErrorKind) =>
  new AwsError({ kind, code: 'X', message: `it is ${kind}`, service: 'Lambda', action: 'A', region: 'eu-west-1' });
const step = (what: string, work: () => Promise<void>): FenceStep => ({
  target: 'west',
  what,
  apply: (call) => call(work),
});
const silent = () => new Promise<never>(() => {});

describe('fencing what was left', () => {
  test('tells what was done, what was refused, and what nobody knows', async () => {
    const clock = createVirtualClock();
    const { steps, startedAt, endedAt } = await runFence(
      [
        step('answers', async () => {}),
        step('is silent', silent),
        step('is denied', () => Promise.reject(failing('denied'))),
        step('breaks', () => Promise.reject(failing('unreachable'))),
        step('is throttled', () => Promise.reject(failing('throttled'))),
        step('has no role', () => Promise.reject(new UserError('role-refused', 'no'))),
        step('has no way to its role', () =>
          Promise.reject(new UserError('role-refused', 'no', { cause: failing('server') })),
        ),
      ],
      { clock, signal },
    );
    expect(steps.map(({ what, result, detail }) => [what, result, detail])).toEqual([
      ['answers', 'done', undefined],
      ['is silent', 'unknown', 'no answer in 5 s'],
      ['is denied', 'refused', 'it is denied'],
      ['breaks', 'unknown', 'it is unreachable'],
      ['is throttled', 'unknown', 'it is throttled'],
      ['has no role', 'refused', 'no'],
      ['has no way to its role', 'unknown', 'no'],
    ]);
    expect(endedAt - startedAt).toBe(CALL_MS);
  });

  test('waits 5 s for a call and 30 s in all, however much there is to do', async () => {
    const clock = createVirtualClock();
    const steps = Array.from({ length: 100 }, (_, index) => step(`step ${index}`, silent));
    const fenced = await runFence(steps, { clock, signal });
    expect(fenced.endedAt - fenced.startedAt).toBe(FENCE_MS);
    expect(fenced.steps.map(({ result }) => result)).toEqual(Array(100).fill('unknown'));
    expect(fenced.steps.at(-1)?.detail).toBe('not tried: 30 s were over');
  });
});

/** A target whose functions have these reserved concurrencies. */
function target(reserved: Record<string, number | undefined>, change: Partial<FencedTarget['functions']> = {}) {
  let text: string | undefined;
  const writes: string[] = [];
  const functions: FencedTarget['functions'] = {
    reserved: async (name) => {
      if (!(name in reserved)) throw failing('not-found');
      return reserved[name];
    },
    reserve: async (name, calls) => {
      writes.push(`${name}=${calls}`);
      reserved[name] = calls;
    },
    ...change,
  };
  const storage: FencedTarget['storage'] = {
    getText: async () => (text === undefined ? undefined : { text, etag: 'e' }),
    putText: async (_bucket, _key, next) => {
      writes.push('note');
      text = next;
      return { etag: 'e' };
    },
  };
  const fenced: FencedTarget = { target: 'west', functions, storage, bucket: 'b', key: 'k' };
  return { fenced, reserved, writes, text: () => text, record: () => parseFence(text ?? '')?.functions };
}

const fenceAll = async (names: readonly string[], fenced: FencedTarget) =>
  (await runFence(functionSteps(names, fenced), { clock: createVirtualClock(), signal })).steps;

describe('functions that are fenced', () => {
  test('take no calls; what they had is written down before the first is stopped, and given back', async () => {
    const world = target({ a: 50, b: undefined });
    const steps = await fenceAll(['a', 'b', 'c'], world.fenced);
    expect(steps.map(({ result }) => result)).toEqual(['done', 'done', 'refused']);
    expect(world.writes).toEqual(['note', 'a=0', 'b=0']);
    expect(world.record()).toEqual({ a: 50, b: null });
    expect(await liftFence(world.fenced, world.text())).toEqual([]);
    expect([world.reserved, world.record()]).toEqual([{ a: 50, b: undefined }, {}]);
  });

  test('twice is once: what they had before the first time is what they get back', async () => {
    const world = target({ a: 50 });
    await fenceAll(['a'], world.fenced);
    await fenceAll(['a'], world.fenced);
    expect(world.record()).toEqual({ a: 50 });
    await liftFence(world.fenced, world.text());
    await liftFence(world.fenced, world.text());
    expect(world.reserved).toEqual({ a: 50 });
  });

  test('keep what somebody else gave them meanwhile, and a stop that is not ours', async () => {
    const world = target({ a: 50, own: 0 });
    await fenceAll(['a', 'own'], world.fenced);
    world.reserved['a'] = 7;
    await liftFence(world.fenced, world.text());
    expect(world.reserved).toEqual({ a: 7, own: 0 });
  });

  test('are not stopped where what they had cannot be written down', async () => {
    const world = target({ a: 50 });
    const deaf = { ...world.fenced, storage: { ...world.fenced.storage, putText: silent } };
    expect(await fenceAll(['a'], deaf)).toMatchObject([{ result: 'unknown', detail: 'no answer in 5 s' }]);
    expect(world.reserved).toEqual({ a: 50 });
  });

  test('may be stopped though the answer was lost, and are given back all the same', async () => {
    const world = target({ a: 50 });
    const half = target(world.reserved, {
      reserve: async (name, calls) => {
        world.reserved[name] = calls;
        throw failing('unreachable');
      },
    });
    expect(await fenceAll(['a'], half.fenced)).toMatchObject([{ result: 'unknown', detail: 'it is unreachable' }]);
    expect(await liftFence({ ...world.fenced, storage: half.fenced.storage }, half.text())).toEqual([]);
    expect(world.reserved).toEqual({ a: 50 });
  });

  test('that cannot be given back stay noted and are told', async () => {
    const world = target({ a: 50 });
    await fenceAll(['a'], world.fenced);
    const refusing = { ...world.fenced.functions, reserve: () => Promise.reject(failing('denied')) };
    const told = await liftFence({ ...world.fenced, functions: refusing }, world.text());
    expect([told, world.record()]).toEqual([['the function a in west may take no calls: it is denied'], { a: 50 }]);
  });

  test('are not guessed from a note that is damaged', async () => {
    await expect(liftFence(target({ a: 0 }).fenced, '{')).rejects.toThrow('does not tell what was fenced in west');
  });
});
