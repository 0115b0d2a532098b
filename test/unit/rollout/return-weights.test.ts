import { describe, expect, test } from '@jest/globals';
import { plannedReturn, type ReturnFacts, type ReturningPhase } from '../../../src/rollout/return-weights.ts';
import type { Weights } from '../../../src/traffic/model.ts';

/** A wave that was judged good, whose stacks all change and come back. */
const wave = (name: string, ...targets: readonly string[]): ReturningPhase => ({
  phase: { name, kind: 'wave', targets },
  wave: { judged: 'good' },
  leaving: targets,
  changing: new Set(targets),
  back: new Set(targets),
  there: new Set(),
});

const factsOf = (weights: Weights, more: Partial<ReturnFacts> = {}): ReturnFacts => ({
  weights,
  active: new Set(Object.keys(weights)),
  unfit: new Set(),
  settings: { weights, floorPercent: 0 },
  ...more,
});

/** `rest leave 100/0`, and who serves meanwhile. */
function story(phases: readonly ReturningPhase[], facts: ReturnFacts): readonly string[] {
  return [...plannedReturn(phases, facts)].flatMap(([name, { moves, keeping }]) => [
    ...moves.map(({ kind, after }) => `${name} ${kind} ${Object.values(after).join('/')}`),
    ...keeping.map((target) => `${name} keeps ${target}`),
  ]);
}

describe('the planned changes of weights of a rollback', () => {
  test('leave each wave before its stacks return, and give it what it had before', () => {
    const facts = factsOf({ a: 10, b: 100 }, { before: { a: 50, b: 100 } });
    expect(story([wave('rest', 'b'), wave('first', 'a')], facts)).toEqual([
      'rest leave 10/0',
      'rest return 10/100',
      'first leave 0/100',
      'first return 50/100',
    ]);
  });

  test('are none for who serves alone, who is told to serve meanwhile', () => {
    expect(story([wave('first', 'a')], factsOf({ a: 100 }))).toEqual(['first keeps a']);
    expect(story([wave('first', 'a')], factsOf({ a: 100, b: 0 }, { active: new Set(['a']) }))).toEqual([
      'first keeps a',
    ]);
  });

  test('go target by target where the wave holds everybody', () => {
    expect(story([wave('all', 'a', 'b')], factsOf({ a: 100, b: 100 }))).toEqual([
      'all leave 100/0',
      'all return 100/100',
      'all keeps a',
    ]);
  });

  test('never go to a target that is unfit, until it has returned itself', () => {
    const facts = factsOf({ a: 50, b: 50 }, { unfit: new Set(['b']) });
    expect(story([wave('rest', 'b'), wave('first', 'a')], facts)).toEqual([
      'rest leave 50/0',
      'rest return 50/50',
      'first leave 0/50',
      'first return 50/50',
    ]);
    expect(story([wave('first', 'a')], facts)).toEqual(['first keeps a']);
  });

  test('heed the capacity floor on the way out, and not on the way back', () => {
    const strict = { settings: { weights: { a: 50, b: 50 }, floorPercent: 60 } };
    expect(story([wave('first', 'a')], factsOf({ a: 50, b: 50 }, strict))).toEqual(['first keeps a']);
    const gone = { ...wave('first', 'a'), leaving: [], left: true };
    const facts = factsOf({ a: 0, b: 50 }, { ...strict, before: { a: 200, b: 50 } });
    expect(story([gone], facts)).toEqual(['first return 200/50']);
  });

  test('restore nobody who does not come back, is not active or is no wave', () => {
    const facts = factsOf({ a: 0, b: 100 }, { before: { a: 50, b: 100 } });
    const gone = { ...wave('first', 'a'), leaving: [], left: true };
    expect(story([{ ...gone, back: new Set() }], facts)).toEqual([]);
    expect(story([gone], { ...facts, active: new Set(['b']) })).toEqual([]);
    expect(story([{ ...gone, phase: { ...gone.phase, kind: 'before' } }], facts)).toEqual([]);
  });

  test('leave a weight that is too high where lowering it would give traffic to who may have none', () => {
    const inPlace = { ...wave('first', 'a'), leaving: [] };
    const facts = factsOf({ a: 100, b: 100 }, { before: { a: 0, b: 100 }, unfit: new Set(['b']) });
    expect(story([inPlace], facts)).toEqual(['first keeps a']);
    expect(story([inPlace], { ...facts, unfit: new Set() })).toEqual(['first return 0/100', 'first keeps a']);
  });

  test('never go to who stays behind in another wave, also when an earlier one leaves or comes back', () => {
    const stays = {
      ...wave('rest', 'b'),
      wave: { judged: 'bad' as const },
      left: false,
      leaving: [],
      back: new Set<string>(),
    };
    const facts = factsOf({ a: 50, b: 50 }, { before: { a: 10, b: 50 } });
    expect(story([stays, wave('first', 'a')], facts)).toEqual(['rest keeps b', 'first keeps a']);
    // It has come back in an earlier run.
    const there = {
      ...stays,
      wave: { judged: 'returned' as const },
      changing: new Set<string>(),
      there: new Set(['b']),
    };
    expect(story([there, wave('first', 'a')], facts)).toEqual(['first leave 0/50', 'first return 10/50']);
  });

  test('lower a weight when the last one is back beside whom it had to stay', () => {
    const rest = { ...wave('rest', 'b'), wave: { judged: 'bad' as const }, left: false, leaving: [] };
    const first = { ...wave('first', 'a'), leaving: [] };
    const facts = factsOf({ a: 50, b: 50 }, { before: { a: 50, b: 20 } });
    expect(story([rest, first], facts)).toEqual(['rest keeps b', 'first return 50/20', 'first keeps a']);
  });

  test('lower a weight that an earlier run had to leave, though its target is back already', () => {
    const back = { ...wave('first', 'a'), leaving: [], changing: new Set<string>(), back: new Set<string>() };
    const there = { ...back, wave: { judged: 'returned' as const }, there: new Set(['a']) };
    const facts = factsOf({ a: 10, b: 100 }, { before: { a: 5, b: 100 } });
    expect(story([there], facts)).toEqual([]);
    expect(story([there], { ...facts, owed: ['a'] })).toEqual(['first return 5/100']);
  });

  test('may go to an earlier wave that was judged good, as long as that has not had its turn', () => {
    const rest = { ...wave('rest', 'b'), wave: { judged: 'bad' as const } };
    const first = { ...wave('first', 'a'), leaving: [], back: new Set<string>() };
    expect(story([rest, first], factsOf({ a: 50, b: 50 }))).toEqual([
      'rest leave 50/0',
      'rest return 50/50',
      'first keeps a',
    ]);
    const failed = { ...first, wave: { judged: 'bad' as const } };
    expect(story([rest, failed], factsOf({ a: 50, b: 50 }))).toEqual(['rest keeps b', 'first keeps a']);
  });
});
