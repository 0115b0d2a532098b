import { expect, test } from '@jest/globals';
import type { MappingState } from '../../../../src/aws/event-source-mappings-port.ts';
import { consumersOfPlan } from '../../../../src/commands/failover/consumers.ts';
import type { RunContext } from '../../../../src/context.ts';
import { UserError } from '../../../../src/errors.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import { guardedPorts } from '../../../../src/failover/still-ours.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const planned = [
  { kind: 'mapping', id: 'm', resource: 'api/Orders' },
  { kind: 'rule', id: 'r', resource: 'api/Nightly' },
  { kind: 'schedule', id: 's', resource: 'api/Hourly' },
];

/** A target whose mapping can be written only after a while. */
function target() {
  const clock = createVirtualClock();
  const written: string[] = [];
  const began = clock.now();
  const write = (id: string) => async () => {
    written.push(`${id} after ${(clock.now() - began) / 1000} s`);
    return 'changed';
  };
  const state = async (): Promise<MappingState> => {
    if (clock.now() - began < 60_000) return 'changing';
    return written.some((text) => text.startsWith('m ')) ? 'enabled' : 'disabled';
  };
  const enable = async () => {
    await write('m')();
    return 'accepted';
  };
  const session = { mappings: { state, enable }, rules: { enable: write('r') }, schedules: { enable: write('s') } };
  const plan = { targets: [{ name: 'west' }], consumers: { where: 'every-active', targets: { west: planned } } };
  const context = { clock, aws: { session: () => session } };
  const consumers = consumersOfPlan(plan as unknown as StoredPlan, context as unknown as RunContext);
  if (consumers === undefined) throw new Error('none are marked');
  return { consumers, written, seconds: () => (clock.now() - began) / 1000 };
}

const signal = new AbortController().signal;

test('each consumer is written only while nobody else counts, however long it had to be waited for', async () => {
  const { consumers, written, seconds } = target();
  const guard = async (): Promise<void> => {
    if (seconds() >= 30) throw new UserError('active-state-taken', 'somebody else moves traffic');
  };
  const { consumers: guarded } = guardedPorts({ consumers }, guard);
  await expect(guarded.set('west', true, signal)).rejects.toMatchObject({ code: 'active-state-taken' });
  expect(written).toEqual(['r after 0 s', 's after 0 s']);
});

test('a failover waits for nobody', async () => {
  const { consumers, written } = target();
  await consumers.set('west', true, signal);
  expect(written).toEqual(['r after 0 s', 's after 0 s', 'm after 60 s']);
});
