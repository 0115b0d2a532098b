import { describe, expect, test } from '@jest/globals';
import {
  countsAsDrill,
  drillDue,
  keepDrill,
  type PastDrill,
  parseDrills,
  readDrills,
} from '../../../src/records/drill-history.ts';
import { openDrill, parseDrill } from '../../../src/records/drill-record.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { record } from '../failover/drill-world.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const past = (id: string, days: number, change: Partial<PastDrill> = {}): PastDrill => {
  const at = new Date(NOW - days * DAY).toISOString();
  return { id, kind: 'switchover', outcome: 'passed', at, endedAt: at, who: 'me', reason: 'r', ...change };
};

describe('what is remembered of drills', () => {
  test('lies in every region, each drill once; a region that lacks some gets them with the next', async () => {
    const [west, central] = [createMemoryStorage(), createMemoryStorage()];
    const placeOf = (target: string, storage: typeof west) => ({ target, storage, bucket: async () => 'b' });
    const both = [placeOf('west', west), placeOf('central', central)];
    const said: string[] = [];
    const note = (text: string) => void said.push(text);
    await keepDrill('k', past('one', 3), [placeOf('west', west)], note);
    await keepDrill('k', past('two', 2), both, note);
    await keepDrill('k', past('two', 2), both, note);
    const alone = await readDrills('k', [placeOf('central', central)], note);
    expect([alone.map(({ id }) => id), said]).toEqual([['one', 'two'], []]);
  });

  test('is nothing where it is damaged', () => {
    expect(parseDrills('{')).toEqual([]);
    expect(parseDrills(JSON.stringify({ version: 1, drills: [past('one', 1), { id: 2 }] }))).toHaveLength(1);
  });

  test('a drill is due so long after the last that moved traffic and came back, and at once where there was none', () => {
    const drills = [past('moved', 100), past('looked', 2, { kind: 'readiness' }), past('bad', 1, { outcome: 'left' })];
    expect(drills.map(countsAsDrill)).toEqual([true, false, false]);
    expect(drillDue(drills, 90 * DAY, NOW)).toBe(NOW - 10 * DAY);
    expect(drillDue([], 90 * DAY, NOW)).toBe(NOW);
  });
});

describe('the record of a drill', () => {
  test('is read as it was written, and is open until it has an end', () => {
    const ended = { ...record, ended: { at: record.at, outcome: 'left', why: 'x' } } as const;
    expect(parseDrill(JSON.parse(JSON.stringify(ended)))).toEqual(ended);
    expect([openDrill({ drill: ended }), openDrill({ drill: record })]).toEqual([undefined, record]);
  });

  test.each([
    ['its kind', { kind: 'other' }],
    ['its targets', { from: 'west' }],
    ['its end', { ended: { at: record.at } }],
    ['its schedules', { returns: [{ name: 's' }] }],
  ])('is none when %s is damaged', (_, change) => {
    expect(parseDrill({ ...record, ...change })).toBeUndefined();
  });
});
