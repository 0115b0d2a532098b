import { expect, test } from '@jest/globals';
import { enoughAnswers } from '../../src/enough-answers.ts';
import { createVirtualClock, START } from '../support/virtual-clock.ts';

/** Five who answer with their name, but for those of whom something else is said. */
function five(otherwise: Readonly<Record<string, () => Promise<string | undefined>>> = {}) {
  const asked: string[] = [];
  const asks = ['a', 'b', 'c', 'd', 'e'].map((name) => () => {
    asked.push(name);
    return otherwise[name]?.() ?? Promise.resolve(name);
  });
  const clock = createVirtualClock();
  return { asked, clock, ask: (enough: number) => enoughAnswers(asks, { enough, silentMs: 500, clock }) };
}

test('nobody is asked beyond those that are needed', async () => {
  const { asked, ask } = five();
  expect(await ask(2)).toEqual(['a', 'b']);
  expect(asked).toEqual(['a', 'b']);
});

test('the next is asked at once in place of one that fails, and after a time in place of one that is silent', async () => {
  const failing = five({ a: async () => undefined });
  expect(await failing.ask(2)).toEqual(['b', 'c']);
  expect(failing.clock.now()).toBe(START);
  const silent = five({ a: () => new Promise(() => {}) });
  expect(await silent.ask(2)).toEqual(['b', 'c']);
  expect(silent.clock.now() - START).toBe(500);
});

test('one that was silent still counts when it answers', async () => {
  const clock = createVirtualClock();
  const late = async (): Promise<string> => {
    await clock.sleep(700);
    return 'late';
  };
  const asks = [late, () => new Promise<string>(() => {})];
  expect(await enoughAnswers(asks, { enough: 1, silentMs: 500, clock })).toEqual(['late']);
});

test('it ends when everybody was asked, with what there is', async () => {
  const none = async () => undefined;
  const { asked, ask } = five({ a: none, b: none, d: none, e: none });
  expect(await ask(2)).toEqual(['c']);
  expect(asked).toHaveLength(5);
  expect(await enoughAnswers([], { enough: 2, silentMs: 500, clock: createVirtualClock() })).toEqual([]);
});

test('what one of them throws is thrown', async () => {
  const { ask } = five({ b: () => Promise.reject(new Error('written by a newer version')) });
  await expect(ask(2)).rejects.toThrow('newer version');
});
