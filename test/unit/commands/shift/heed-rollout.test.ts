import { describe, expect, test } from '@jest/globals';
import type { TargetWork } from '../../../../src/commands/deploy/target-work.ts';
import { targetsBehind } from '../../../../src/commands/shift/behind.ts';
import { heedRollout } from '../../../../src/commands/shift/heed-rollout.ts';
import { type OpenRollout, openRollout } from '../../../../src/rollout/open-rollout.ts';
import type { Environment, StackInstance } from '../../../../src/topology/model.ts';

const environment = {
  phases: [
    { name: 'canary', kind: 'wave', targets: ['a'] },
    { name: 'rest', kind: 'wave', targets: ['b', 'c'] },
  ],
} as unknown as Pick<Environment, 'phases'>;
const current = { a: 10, b: 100, c: 100 };

function rollout(more: Partial<OpenRollout>): OpenRollout {
  const startedAt = '2026-01-05T08:00:00.000Z';
  const stage = more.course === 'failed' ? 'failed' : 'deployed';
  const owner = { run: '1', who: 'somebody' };
  const phases = { canary: { stage, startedAt } } as const;
  return { ...openRollout({ id: 'r2' }, owner, undefined, 0), revision: 3, phases, ...more };
}

function heed(
  open: OpenRollout,
  next: Readonly<Record<string, number>>,
  behind: ReadonlySet<string> = new Set(),
  before: Readonly<Record<string, number>> = current,
): readonly string[] {
  const notes: string[] = [];
  heedRollout(
    open,
    { environment, current: before, next, behind },
    { report: (event) => void notes.push(JSON.stringify(event)) },
  );
  return notes;
}

describe('a change of weights by hand while a rollout is open', () => {
  test('gives nothing to a target whose release is being judged', () => {
    expect(() => heed(rollout({}), { ...current, a: 20 })).toThrow(
      /a would get more .* has not been judged good there/,
    );
    // Less for the others is more for it.
    expect(() => heed(rollout({}), { ...current, b: 50 })).toThrow(/a would get more/);
  });

  test('may take traffic from anybody else with it, and says what the rollout does later', () => {
    const [note] = heed(rollout({}), { a: 0, b: 50, c: 100 });
    expect(note).toContain('when it goes on, it takes the targets of each wave to their configured weights');
  });

  test('may move traffic where the wave was judged good and the rollout waits to be promoted', () => {
    const paused = rollout({ paused: { after: 'canary', at: '2026-01-05T09:00:00.000Z' } });
    expect(heed(paused, { ...current, a: 50 })[0]).toContain('waits after canary to be promoted');
  });

  test('says that the revert of a rollout that waits does nothing with other weights', () => {
    const at = '2026-01-05T11:00:00.000Z';
    const revert = { name: 'r', region: 'us-east-1', at, from: current, to: { ...current, a: 0 } };
    const paused = rollout({ paused: { after: 'canary', at: '2026-01-05T09:00:00.000Z' }, revert });
    expect(heed(paused, { ...current, a: 50 })[0]).toContain(`its revert of ${at} does nothing`);
    const struck = rollout({ paused: { after: 'canary', at }, revert: { ...revert, from: { ...current, a: 7 } } });
    expect(heed(struck, { ...current, a: 50 })[0]).not.toContain('revert of');
  });

  test('gives nothing to a target that was judged bad and never returned; a rollout that is over does not matter', () => {
    expect(() => heed(rollout({ course: 'failed' }), { ...current, a: 20 })).toThrow(/was judged bad there/);
    expect(heed(rollout({ course: 'failed' }), { ...current, a: 0 })).toEqual([]);
    expect(heed(rollout({ course: 'closed' }), { ...current, a: 20 })).toEqual([]);
  });

  test('gives nothing to a target that a rollout ended without, and takes from it what is asked', () => {
    const open = rollout({ course: 'failed', phases: {} });
    expect(() => heed(open, { ...current, b: 200 }, new Set(['b']))).toThrow(
      /b would get more .* has not got release r2/,
    );
    expect(heed(open, { ...current, b: 0 }, new Set(['b']))).toEqual([]);
  });

  test('gives it everything where the only other target is left altogether', () => {
    const open = rollout({ course: 'failed', phases: {} });
    expect(heed(open, { a: 0, b: 100 }, new Set(['b']))).toEqual([
      expect.stringContaining('b gets a larger part of the traffic, but has not got release r2'),
    ]);
    expect(() => heed(open, { a: 1, b: 200 }, new Set(['b']))).toThrow(/has not got release r2/);
    expect(() => heed(open, { a: 0, b: 200, c: 0 }, new Set(['b']))).toThrow(/has not got release r2/);
  });

  test('keeps nobody from lowering the weights of others: what is behind may get its part of that, with a warning', () => {
    const open = rollout({ course: 'closed', phases: {} });
    expect(heed(open, { ...current, c: 0 }, new Set(['b']))).toEqual([expect.stringContaining('b gets a larger part')]);
    expect(heed(open, { a: 20, b: 80, c: 0 }, new Set(['b']))).toEqual([expect.stringContaining('b gets a larger')]);
    expect(() => heed(open, { a: 10, b: 110, c: 0 }, new Set(['b']))).toThrow(/b would get more .* has not got/);
  });

  test('is given no more because somebody who had nothing is given some at the same time', () => {
    const open = rollout({ course: 'closed', phases: {} });
    const late = (before: Readonly<Record<string, number>>, next: Readonly<Record<string, number>>) => () =>
      heed(open, next, new Set(['b']), before);
    expect(late({ a: 100, b: 10, c: 0 }, { a: 100, b: 100, c: 100 })).toThrow(/b would get more .* has not got/);
    expect(late({ a: 90, b: 10, c: 0 }, { a: 0, b: 200, c: 1 })).toThrow(/b would get more .* has not got/);
    // It gets a larger part, and no weight.
    expect(late({ a: 90, b: 10, c: 0 }, { a: 0, b: 10, c: 10 })()).toEqual([
      expect.stringContaining('b gets a larger part'),
    ]);
  });
});

describe('a target is behind a rollout', () => {
  const startedAt = '2026-01-05T08:00:00.000Z';
  const instances = ['b', 'c'].map((name) => ({ target: { name }, stack: { stackName: 'app' } }));
  const whole = { phases: [{ name: 'rest', kind: 'wave', targets: ['b', 'c'], instances }] } as unknown as Environment;
  const behind = async (
    stack: { readonly status: string; readonly updatedAt?: string } | undefined,
    more: Partial<OpenRollout> = {},
  ) => {
    const open = rollout({ course: 'failed', phases: { rest: { stage: 'incomplete', startedAt } }, ...more });
    const asked: string[] = [];
    const works = new Map(
      ['b', 'c'].map((name) => {
        const describeStack = async () => {
          asked.push(name);
          return stack && { createdAt: '2026-01-01T00:00:00.000Z', ...stack };
        };
        return [name, { session: { cloudformation: { describeStack } } } as unknown as Pick<TargetWork, 'session'>];
      }),
    );
    return { found: [...(await targetsBehind(open, whole, ['b'], { works, recorded: async () => 'r1' }))], asked };
  };

  test.each([
    ['whose stack was not touched', { status: 'UPDATE_COMPLETE', updatedAt: '2026-01-05T07:00:00.000Z' }],
    ['whose stack was put back', { status: 'UPDATE_ROLLBACK_COMPLETE', updatedAt: '2026-01-05T08:01:00.000Z' }],
    ['whose stack is not there', undefined],
  ])('%s since its wave began', async (_, stack) => {
    expect(await behind(stack)).toEqual({ found: ['b'], asked: ['b'] });
  });

  test('no more when its stack was updated, or the rollout is over', async () => {
    const updated = { status: 'UPDATE_COMPLETE', updatedAt: '2026-01-05T08:01:00.000Z' };
    expect(await behind(updated)).toEqual({ found: [], asked: ['b'] });
    expect(await behind(undefined, { course: 'closed' })).toMatchObject({ found: [] });
  });

  const twoStacks = async (
    missed: readonly string[] | undefined,
    updated: readonly string[],
    recordedIn: readonly string[] = [],
  ) => {
    const progress = { stage: 'incomplete', startedAt, ...(missed !== undefined && { missed }) } as const;
    const open = rollout({ course: 'failed', phases: { rest: progress } });
    const both = ['b', 'c'].flatMap((name) =>
      ['app', 'db'].map((stackName) => ({ target: { name }, stack: { stackName } })),
    );
    const env = { phases: [{ name: 'rest', kind: 'wave', targets: ['b', 'c'], instances: both }] };
    const describeStack = async (name: string) => {
      const updatedAt = `2026-01-05T0${updated.includes(name) ? 9 : 7}:00:00.000Z`;
      return { status: 'UPDATE_COMPLETE', createdAt: '2026-01-01T00:00:00.000Z', updatedAt };
    };
    const work = { session: { cloudformation: { describeStack } } } as unknown as Pick<TargetWork, 'session'>;
    const works = new Map([
      ['b', work],
      ['c', work],
    ]);
    const recorded = async ({ stack }: StackInstance) => (recordedIn.includes(stack.stackName) ? 'r2' : 'r1');
    return [...(await targetsBehind(open, env as unknown as Environment, ['b', 'c'], { works, recorded }))];
  };

  test('only if it was missed: a stack without changes is never touched', async () => {
    expect(await twoStacks(['c'], [])).toEqual(['c']);
    expect(await twoStacks(['c'], ['app'])).toEqual(['c']);
    expect(await twoStacks(['c'], ['app', 'db'])).toEqual([]);
    // What had nothing to change has a record of the release.
    expect(await twoStacks(['c'], ['app'], ['db'])).toEqual([]);
    expect(await twoStacks(['c'], [], ['db'])).toEqual(['c']);
    // Where nobody kept who was missed, one stack that was updated is enough.
    expect(await twoStacks(undefined, ['app'])).toEqual([]);
    expect(await twoStacks(undefined, [])).toEqual(['b', 'c']);
  });
});

describe('a target that a rollout left out which ended well', () => {
  const openedAt = '2026-01-05T08:00:00.000Z';
  const names = ['a', 'b', 'c'];
  const instances = names.map((name) => ({ target: { name }, stack: { stackName: 'app' } }));
  const whole = { phases: [{ name: 'all', kind: 'wave', targets: names, instances }] } as unknown as Environment;
  type Target = { readonly has?: string; readonly touched?: string };

  /** `b` is to get more traffic. */
  const behind = async (targets: Readonly<Record<string, Target>>, more: Partial<OpenRollout> = {}) => {
    const phases = { all: { stage: 'passed', startedAt: openedAt } } as const;
    const closed = rollout({ course: 'closed', openedAt, phases, ...more });
    const works = new Map(
      Object.entries(targets).map(([name, { touched = '2026-01-01T00:00:00.000Z' }]) => {
        const describeStack = async () => ({ status: 'UPDATE_COMPLETE', createdAt: touched });
        return [name, { session: { cloudformation: { describeStack } } } as unknown as Pick<TargetWork, 'session'>];
      }),
    );
    const recorded = async ({ target }: StackInstance) => targets[target.name]?.has;
    return [...(await targetsBehind(closed, whole, ['b'], { works, recorded }))];
  };
  const [later, a] = ['2026-01-06T00:00:00.000Z', { has: 'r2' }];

  test('is behind while it has another release, and one of the others has this one', async () => {
    expect(await behind({ a, b: { has: 'r1' }, c: { has: 'r1' } })).toEqual(['b']);
    expect(await behind({ a, b: { has: 'r2' } })).toEqual([]);
    expect(await behind({ b: { has: 'r1' } })).toEqual([]);
    const incomplete = { all: { stage: 'incomplete', startedAt: openedAt, missed: ['c'] } } as const;
    const failed = { course: 'failed', phases: incomplete, failure: { phase: 'all', reason: '' } } as const;
    expect(await behind({ a, b: { has: 'r1' } }, failed)).toEqual(['b']);
  });

  test('is not where somebody worked on it since, or its release is not known', async () => {
    expect(await behind({ a, b: { has: 'r1', touched: later } })).toEqual([]);
    expect(await behind({ a, b: {} })).toEqual([]);
  });

  test('is not where the release was bad: who has it still is not to be followed', async () => {
    expect(await behind({ a, b: { has: 'r1' }, c: { has: 'r1', touched: later } })).toEqual([]);
    const returned = { all: { stage: 'returned', startedAt: openedAt } } as const;
    expect(await behind({ a, b: { has: 'r1' } }, { phases: returned })).toEqual([]);
    const failure = { phase: '', reason: 'given up' };
    expect(await behind({ a, b: { has: 'r1' } }, { course: 'failed', failure })).toEqual([]);
  });
});
