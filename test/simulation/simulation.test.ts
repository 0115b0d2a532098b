import { describe, expect, test } from '@jest/globals';
import { environment } from '../support/topology.ts';
import { checkRest } from './promises.ts';
import { type Run, simulate } from './run.ts';
import { drawPausedScenario, drawPlainScenario, drawScenario, type Scenario, unrepeated } from './scenario.ts';
import { NO_TROUBLE } from './trouble.ts';

/** Few enough for every run of the tests; `npm run test:simulation` takes any number. */
const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

/** Seeds that broke a promise once keep the world they broke it in. */
function asItWas(seed: number): Promise<Run> {
  return simulate(seed, undefined, unrepeated(drawScenario(seed)));
}

describe('rollouts in simulated worlds', () => {
  test('keep every promise, whatever fails', async () => {
    const broken: string[] = [];
    let rolledBack = 0;
    let moved = 0;
    for (const seed of SEEDS) {
      const run = await simulate(seed);
      broken.push(...run.broken.map((text) => `seed ${seed}: ${text}`));
      if (run.world.log.some((line) => line.startsWith('return '))) rolledBack += 1;
      if (run.world.log.includes('set weights')) moved += 1;
    }
    expect(broken).toEqual([]);
    // The scenarios are worth something only if these happen.
    expect(rolledBack).toBeGreaterThan(30);
    expect(moved).toBeGreaterThan(60);
  });

  test.each([1, 4, 31])('end well after a crash before and after every call (seed %i)', async (seed) => {
    const { calls } = await simulate(seed);
    const broken: string[] = [];
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const run = await simulate(seed, { call, when });
        broken.push(...run.broken.map((text) => `${seed}:${call}:${when} ${text}`));
      }
    }
    expect(calls).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test('give a stack that comes back only in a later run its weight back', async () => {
    // The scenario of this seed did not, once.
    const { broken, world } = await simulate(155_275, undefined, drawPlainScenario(155_275));
    expect(broken).toEqual([]);
    expect(world.log.filter((line) => line === 'plan rollback').length).toBeGreaterThan(1);
  });

  test('finish a rollback although a stuck stack of an earlier wave may not gain from it', async () => {
    // A target that joined would fall to no weight again, and one with a stuck, tolerated stack would get its share.
    const { broken, world } = await simulate(128_900, undefined, drawPlainScenario(128_900));
    expect(broken).toEqual([]);
    expect(world.newest()?.course).toBe('closed');
    expect(world.weights).toMatchObject({ t1: 100, t2: 10, t3: 100 });
  });

  test('give targets that return one by one exactly the weights they had', async () => {
    // A lower weight than now was refused while a neighbour was still bad, and not tried again.
    const { broken, world } = await asItWas(3_025_237);
    expect(broken).toEqual([]);
    expect(world.newest()?.course).toBe('closed');
  });

  test('know what an earlier rollback said it leaves on the release from what a later one has forgotten', async () => {
    // The same release was tried again and failed in an earlier wave: what is left had that release before.
    for (const seed of [10_033_114, 10_037_849]) {
      const { broken, ends, world } = await asItWas(seed);
      expect([seed, ...broken]).toEqual([seed]);
      const [id = ''] = world.toldKept.keys();
      expect(world.stack(id).release).toBe('release-2');
      // Nobody has said so: then it is a promise that was broken.
      world.toldKept.clear();
      const end = ends.at(-1);
      if (end !== undefined) checkRest(world, end);
      expect(world.broken).toEqual([`${id} was rolled back and has release-2`]);
    }
  });

  test('return a stack that somebody else changes in the very moment it returns', async () => {
    for (const seed of [20_068_236, 20_052_854]) {
      const { broken, world } = await asItWas(seed);
      expect([seed, ...broken]).toEqual([seed]);
      expect(world.newest()?.course).toBe('closed');
    }
  });

  test('lower no weight beside a target that has to stay on a bad release with its traffic', async () => {
    // t5 would fall from 25 to 12, and t4 would get the users: too many for anybody else, and its stack cannot return.
    const { broken, world } = await asItWas(10_060_047);
    expect(broken).toEqual([]);
    expect(world.newest()?.course).toBe('closed');
    expect(world.weights).toMatchObject({ t4: 100, t5: 25 });
  });

  test('start no wave on an earlier copy, when the regions that told of a later one fall silent', async () => {
    expect((await asItWas(210_010_134)).broken).toEqual([]);
  });

  test('remember what stays on a bad release, also when it does not answer', async () => {
    expect((await asItWas(210_004_527)).broken).toEqual([]);
  });

  test('give back a lower weight that an earlier run could not', async () => {
    // Once, only the run that brought a target back knew that its weight was still too high.
    expect((await asItWas(100_050_506)).broken).toEqual([]);
    // A wave that is not back yet is gone through again: nothing is owed to it before.
    expect((await asItWas(220_019_310)).broken).toEqual([]);
  });

  test('give no traffic to who has to stay on a bad release in another wave, nor does who goes on with the rollback', async () => {
    // Once, only the wave that returned was looked at; and the next run did not know what the one before could not take back.
    for (const seed of [60_005_099, 70_017_546]) {
      const { broken, world } = await asItWas(seed);
      expect([seed, ...broken]).toEqual([seed]);
      const kept = Object.values(world.newest()?.phases ?? {}).flatMap((phase) => phase.kept ?? []);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.every((name) => world.stacksOf(name).some(({ release }) => release === 'release-2'))).toBe(true);
    }
  });

  test('never interleave: who waited goes on from what the other left, and nothing is written after the end', async () => {
    // Once, a rollback went on that was over meanwhile; writes of a run were heard after its end; and a run that slept went
    // on in the one region that the other could not reach.
    // And one slept eight minutes, woke when its only region did not answer, and set weights although another one had taken over.
    for (const seed of [184, 369, 1_003_646, 10_076_735]) {
      const { broken, ends, world } = await asItWas(seed);
      expect([seed, ...broken]).toEqual([seed]);
      expect(world.scenario.environment.targets.length).toBeLessThan(9);
      expect(ends.length).toBeGreaterThan(1);
    }
  });

  test('change nothing where a rollback is closed by a word that was on its way when another run took over', async () => {
    const { broken, world, ends } = await asItWas(220_003_576);
    expect(broken).toEqual([]);
    expect(ends.length).toBeGreaterThan(1);
    // The second run asked again for what was back already.
    expect(world.log.filter((line) => line === 'return app@t1').length).toBeGreaterThan(1);
  });

  test('wait with a revert that nobody stops, or that comes late, twice or while they go on, and keep every promise', async () => {
    const broken: string[] = [];
    const seen = { reverted: 0, waited: 0 };
    for (const seed of SEEDS) {
      const scenario = drawPausedScenario(seed);
      if (scenario.environment.targets.length > 20) continue;
      const run = await simulate(seed, undefined, scenario);
      broken.push(...run.broken.map((text) => `seed ${seed}: ${text}`));
      if (run.world.log.includes('revert')) seen.reverted += 1;
      if (run.ends.some((end) => end?.paused !== undefined)) seen.waited += 1;
    }
    expect(broken).toEqual([]);
    // The scenarios are worth something only if these happen.
    expect(seen.waited).toBeGreaterThan(60);
    expect(seen.reverted).toBeGreaterThan(30);
  });

  test('judge a wave that another run began, also where one region that keeps the steps was lost and the other went unheard', async () => {
    // The stacks had the release, nobody knew who had brought it there, and the next wave began.
    const { broken, ends } = await simulate(17_865, undefined, unrepeated(drawPausedScenario(17_865)));
    expect(broken).toEqual([]);
    expect(ends.length).toBeGreaterThan(1);
  });

  test('move weights in a rollback as its plan has shown', async () => {
    let compared = 0;
    for (const seed of SEEDS) {
      const plain = drawPlainScenario(seed);
      if (plain.traffic === undefined || plain.environment.targets.length > 20) continue;
      const { until: _, ...rest } = plain;
      const environment = { ...plain.environment, onFailure: 'rollback-all' as const };
      // A bad release is seen, and nothing else goes wrong on the way back.
      const calm = { lyingGate: false, unclear: 0, stackFaults: new Map(), returnFaults: new Map(), outages: [] };
      const scenario = { ...rest, environment, bad: true, ...calm, meddling: [] };
      const { world } = await simulate(seed, undefined, scenario);
      if (!world.log.includes('plan rollback')) continue;
      expect([seed, world.moved]).toEqual([seed, world.shown]);
      if (world.shown.length > 0) compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('a seed replays exactly', async () => {
    const [once, again] = [await simulate(28), await simulate(28)];
    expect(again.world.log).toEqual(once.world.log);
    expect(again.world.weights).toEqual(once.world.weights);
  });
});

test('a region that was down gets the release before it gets any traffic', async () => {
  const shape = { stacks: ['app'], failureTolerance: { count: 1 } } as const;
  const plain = drawPlainScenario(1);
  const { traffic: _, until: __, ...rest } = plain;
  const scenario: Scenario = {
    ...rest,
    environment: { ...environment([{ name: 'all', targets: ['t1', 't2'], ...shape }]), onFailure: 'stop' },
    bad: false,
    lyingGate: false,
    unclear: 0,
    stackFaults: new Map(),
    returnFaults: new Map(),
    inactive: new Set(),
    upToDate: new Set(),
    meddling: [],
    // Somebody took its traffic away when it went down, while the release went on elsewhere.
    outages: [{ target: 't2', from: 0, until: 200_000 }],
    weights: { t1: 100, t2: 0 },
    traffic: { weights: { t1: 100, t2: 100 }, steps: [10, 100], floorPercent: 0 },
    // The same release is deployed once more when the region is back.
    trouble: { ...NO_TROUBLE, rivalAt: 400_000 },
  };
  const { broken, world, ends } = await simulate(1, undefined, scenario);
  expect(broken).toEqual([]);
  expect(ends.length).toBeGreaterThan(1);
  expect(world.weights).toEqual({ t1: 100, t2: 100 });
  const caughtUp = world.log.indexOf('see app@t2');
  expect(caughtUp).toBeGreaterThan(-1);
  expect(world.log.slice(0, caughtUp)).not.toContain('set weights');
  expect(world.log.slice(caughtUp).filter((line) => line === 'set weights').length).toBe(2);
});
