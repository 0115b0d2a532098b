import { describe, expect, test } from '@jest/globals';
import type { GateRequest } from '../../../src/gates/model.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { leaveFirst, type Returned, type ReturnWork, returnPhase } from '../../../src/rollout/return-phase.ts';
import { createStillBad } from '../../../src/rollout/still-bad.ts';
import { createVerdictLog } from '../../../src/rollout/verdict-log.ts';
import type { Phase } from '../../../src/topology/model.ts';
import type { Weights } from '../../../src/traffic/model.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const phaseOf = (...targets: readonly string[]): Phase =>
  ({
    name: targets.join('+'),
    kind: 'wave',
    targets,
    maxConcurrency: { kind: 'count', count: 10 },
    instances: targets.map((name) => ({ id: `api@${name}`, target: { name }, stack: { key: 'api' } })),
  }) as unknown as Phase;

interface Setting {
  readonly weights: Weights;
  readonly before?: Weights;
  /** What becomes of a stack; `returned` unless said. */
  readonly ends?: Readonly<Record<string, Returned>>;
  /** Targets whose endpoint does not answer with the release they returned to. */
  readonly silent?: readonly string[];
  /** Waves of the rollback in the order in which they return, the first one judged bad; one wave of all unless said. */
  readonly waves?: readonly Phase[];
}

/** What happens, in order: weights as `a/b/c`, stacks by their target. */
function room({ weights, before = weights, ends = {}, silent = [], waves = [] }: Setting) {
  const story: string[] = [];
  const asked: GateRequest[] = [];
  let now = weights;
  const names = Object.keys(weights);
  const report = (event: RunEvent): void => void (event.type === 'note' && story.push(event.text));
  const work: ReturnWork = {
    ports: {
      clock: createVirtualClock(),
      report,
      signal: new AbortController().signal,
      gates: {
        intervalMs: 1_000,
        ask: async (request) => {
          asked.push(request);
          const verdict = request.targets.some((name) => silent.includes(name)) ? 'fail' : 'pass';
          const { moment } = request;
          return [{ gate: 'health', moment, verdict, reason: 'another release', evidence: {}, at: '' }];
        },
      },
      traffic: {
        settings: { weights: before, steps: [100], floorPercent: 0 },
        leftOut: new Set(),
        active: async () => new Set(names),
        unfit: async () => new Set(),
        remember: async () => {},
        isUnfinished: () => false,
        settled: () => {},
        driver: {
          kind: 'route53',
          controlPlane: 'us-east-1',
          smallestShare: 0,
          settleMs: 0,
          read: async () => ({ weights: now, revision: undefined }),
          set: async (next) => {
            now = next;
            story.push(Object.values(next).join('/'));
            return { id: 'c', weights: next };
          },
          waitApplied: async () => {},
        },
      },
    },
    verdicts: createVerdictLog(() => {}),
    kept: { current: { weightsBefore: before }, decide: async () => {} },
    stillBad: createStillBad(waves.map((wave, index) => ({ ...wave, judged: index === 0 ? 'bad' : 'good' }))),
    owed: new Set(),
    releases: new Map(names.map((name) => [`api@${name}`, { id: 'r1' }])),
    rollBack: async ({ target }) => {
      story.push(target.name);
      return ends[target.name] ?? 'returned';
    },
    outputsOf: () => ({}),
  };
  return { story, asked, work };
}

async function back(phase: Phase, setting: Setting, again = false) {
  const { story, asked, work } = room(setting);
  const whole = await returnPhase(phase, { left: await leaveFirst(phase.targets, work), again }, work);
  return { story, asked, whole };
}

describe('a phase that returns', () => {
  test('has no traffic meanwhile where others can have it, and gets it back when it answers with its release', async () => {
    const { story, asked, whole } = await back(phaseOf('a'), { weights: { a: 10, b: 100 }, before: { a: 50, b: 100 } });
    expect([story, whole]).toEqual([['0/100', 'a', '50/100'], true]);
    expect(asked).toMatchObject([{ moment: 'return', targets: ['a'], release: { id: 'r1' } }]);
  });

  test('goes one target after the other where nobody else is there, each while those that are back serve', async () => {
    const { story, whole } = await back(phaseOf('a', 'b'), { weights: { a: 100, b: 100 } });
    expect(whole).toBe(true);
    expect(story).toEqual([
      expect.stringContaining('a keeps its traffic while the release before returns: '),
      'a',
      '100/0',
      'b',
      '100/100',
    ]);
  });

  test('gets no traffic while its endpoint answers with another release, and is left for another try', async () => {
    const { story, whole } = await back(phaseOf('a'), { weights: { a: 50, b: 50 }, silent: ['a'] });
    expect([story, whole]).toEqual([['0/50', 'a', 'a gets no traffic back: health: another release'], false]);
  });

  test('gives no traffic to a target that stays on the release that is left, nor to one that is lost', async () => {
    const weights = { a: 50, b: 50, c: 50 };
    const kept = await back(phaseOf('a', 'b'), { weights, ends: { a: 'kept' } });
    expect([kept.story, kept.whole]).toEqual([['0/0/50', 'a', 'b', '0/50/50'], true]);
    const lost = await back(phaseOf('a', 'b'), { weights, ends: { a: 'lost' } });
    expect([lost.story, lost.whole]).toEqual([['0/0/50', 'a', 'b', '0/50/50'], false]);
  });

  test('keeps a weight that is too high, and says so, while lowering it would move users to a target that stays behind', async () => {
    const weights = { a: 100, b: 25 };
    const { story, whole } = await back(phaseOf('a', 'b'), { weights, before: { a: 100, b: 12 }, ends: { a: 'kept' } });
    expect(whole).toBe(true);
    expect(story).toEqual([
      expect.stringContaining('a keeps its traffic while the release before returns: '),
      'a',
      expect.stringContaining('b keeps its traffic while the release before returns: '),
      'b',
      expect.stringContaining('where b had a lower weight before the rollout, it stays as it is now: '),
    ]);
  });

  test('lowers it in a later run that brings back who stayed behind', async () => {
    const { work, story } = room({ weights: { a: 100, b: 25 }, before: { a: 100, b: 12 }, ends: { b: 'there' } });
    expect(await returnPhase(phaseOf('a', 'b'), { again: true }, work)).toBe(true);
    expect(story).toEqual(['a', 'b', '100/12']);
  });

  test('gives no traffic to who stays on a bad release in a later wave, which returned before', async () => {
    const [rest, first] = [phaseOf('b'), phaseOf('a')];
    const weights = { a: 100, b: 25 };
    const { work, story } = room({ weights, before: { a: 50, b: 25 }, ends: { b: 'kept' }, waves: [rest, first] });
    expect(await returnPhase(rest, { again: false, left: false }, work)).toBe(true);
    expect(await returnPhase(first, { again: false }, work)).toBe(true);
    expect(story).toEqual([
      'b',
      'a',
      expect.stringContaining('where a had a lower weight before the rollout, it stays as it is now: '),
    ]);
  });

  test('lowers a weight when the wave is back beside which it had to stay, and leaves alone what is restored', async () => {
    const [rest, first] = [phaseOf('b', 'c'), phaseOf('a')];
    const weights = { a: 50, b: 50, c: 0 };
    const { work, story } = room({ weights, before: { a: 50, b: 20, c: 10 }, waves: [rest, first] });
    expect(await returnPhase(rest, { again: false }, work)).toBe(true);
    expect(await returnPhase(first, { again: false }, work)).toBe(true);
    // c got its own at once; b its lower one when a, which would have gained, was back as well. Nothing is said of that.
    expect(story).toEqual(['b', 'c', '50/50/10', 'a', '50/20/10']);
    expect(work.owed.size).toBe(0);
  });

  test('is not asked again when nothing of it came back now', async () => {
    const { work, asked } = room({ weights: { a: 50, b: 50 }, ends: { a: 'there' } });
    expect([await returnPhase(phaseOf('a'), { again: true }, work), asked]).toEqual([true, []]);
  });
});
