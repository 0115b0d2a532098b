import { describe, expect, test } from '@jest/globals';
import { refuseStillNeeded, removeInOrder } from '../../../src/commands/removal-order.ts';
import { instanceResult, notTried } from '../../../src/rollout/results.ts';
import type { EndState } from '../../../src/stack/model.ts';
import type { Environment, StackInstance } from '../../../src/topology/model.ts';
import { environment, instance } from '../../support/topology.ts';

/** `api` takes an output of the one `data`. */
const data = instance('data', 'eu-west-1');
const apiOf = (region: string): StackInstance => {
  const api = instance('api', region);
  const Table = { text: '${stacks.data.outputs.Table}', source: 'test' };
  return { ...api, settings: { ...api.settings, parameters: { Table } } };
};
const home = apiOf('eu-west-1');
const away = apiOf('eu-central-1');
const whole: Environment = { ...environment([]), instances: [data, home, away] };

describe('deleting stacks that others need', () => {
  test('is refused, naming who would be left without', () => {
    expect(() => refuseStillNeeded([home, data], whole)).toThrow('api@eu-central-1 needs data@eu-west-1');
    try {
      refuseStillNeeded([home, data], whole);
    } catch (error) {
      expect(error).toMatchObject({ code: 'still-needed', fix: [expect.stringContaining('eu-central-1')] });
    }
  });

  test('is done together with all who need them, or by those who only need others', () => {
    expect(() => refuseStillNeeded([away, home, data], whole)).not.toThrow();
    expect(() => refuseStillNeeded([away], whole)).not.toThrow();
  });
});

async function removeAll(ends: Readonly<Record<string, EndState>> = {}) {
  const log: string[] = [];
  const results = await removeInOrder(
    [away, home, data],
    whole,
    async (item) => {
      log.push(`begin ${item.id}`);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      log.push(`end ${item.id}`);
      const state = ends[item.id] ?? 'succeeded';
      return instanceResult(item, { name: 'remove' }, { state, failures: [], fix: [], outputs: {} });
    },
    (item, reason) => instanceResult(item, { name: 'remove' }, notTried('skipped', reason)),
  );
  return { log, results };
}

describe('the order of removal', () => {
  test('is those who need others first, in other targets too, and else side by side', async () => {
    const { log } = await removeAll();
    expect(log.slice(0, 2).sort()).toEqual(['begin api@eu-central-1', 'begin api@eu-west-1']);
    expect(log.slice(-2)).toEqual(['begin data@eu-west-1', 'end data@eu-west-1']);
  });

  test('leaves a stack that somebody still needs who could not be removed', async () => {
    const { log, results } = await removeAll({ 'api@eu-central-1': 'stuck' });
    expect(log).not.toContain('begin data@eu-west-1');
    expect(results.map(({ instance, state, reason }) => [instance, state, reason])).toEqual([
      ['api@eu-central-1', 'stuck', undefined],
      ['api@eu-west-1', 'succeeded', undefined],
      ['data@eu-west-1', 'skipped', 'api@eu-central-1 still needs it and was not removed'],
    ]);
  });
});
