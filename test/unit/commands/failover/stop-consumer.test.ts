import { expect, test } from '@jest/globals';
import type { MappingState } from '../../../../src/aws/event-source-mappings-port.ts';
import { stopConsumer } from '../../../../src/commands/failover/stop-consumer.ts';
import type { ConsumerPorts } from '../../../../src/commands/switch-consumer.ts';
import { type FenceStep, runFence } from '../../../../src/failover/fence.ts';
import type { PlannedConsumer } from '../../../../src/failover/plan.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const signal = new AbortController().signal;
const silent = () => new Promise<never>(() => {});
const mapping: PlannedConsumer = { kind: 'mapping', id: 'm', resource: 'api/Orders' };

/** Fences one consumer whose region answers as these ports do. */
async function fenced(consumer: PlannedConsumer, change: Partial<ConsumerPorts>) {
  const clock = createVirtualClock();
  const ports: ConsumerPorts = {
    mappings: { state: silent, enable: silent },
    rules: { enable: silent },
    schedules: { enable: silent },
    ...change,
  };
  const step: FenceStep = {
    target: 'west',
    what: 'x',
    apply: (call) => stopConsumer(consumer, ports, call, { clock, signal }),
  };
  const { steps, startedAt, endedAt } = await runFence([step], { clock, signal });
  return [steps[0]?.result, steps[0]?.detail, endedAt - startedAt];
}

/** A mapping that takes so long to stop, milliseconds; counted in looks of two seconds. */
function slow(looks: number): ConsumerPorts['mappings'] {
  let left = looks;
  let asked = false;
  const state = async (): Promise<MappingState> => {
    if (!asked) return 'enabled';
    left -= 1;
    return left > 0 ? 'changing' : 'disabled';
  };
  return {
    state,
    enable: async () => {
      asked = true;
      return 'accepted';
    },
  };
}

test('a consumer of a region that was left is stopped where that answers', async () => {
  expect((await fenced(mapping, { mappings: slow(3) }))[0]).toBe('done');
  expect((await fenced({ ...mapping, kind: 'rule' }, { rules: { enable: async () => 'changed' } }))[0]).toBe('done');
  expect((await fenced({ ...mapping, kind: 'schedule' }, { schedules: { enable: async () => 'gone' } }))[0]).toBe(
    'refused',
  );
});

test('it is unknown where there is no answer, or where it does not stop in the time of all', async () => {
  expect(await fenced(mapping, {})).toEqual(['unknown', 'no answer in 5 s', 5_000]);
  expect(await fenced(mapping, { mappings: { ...slow(1), enable: silent } })).toEqual([
    'unknown',
    'no answer in 5 s',
    5_000,
  ]);
  expect(await fenced(mapping, { mappings: slow(1_000) })).toEqual(['unknown', 'not done in 30 s', 30_000]);
});
