import { describe, expect, test } from '@jest/globals';
import type { Switched } from '../../../src/aws/consumer-ports.ts';
import type { MappingState } from '../../../src/aws/event-source-mappings-port.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import { type ConsumerPorts, switchConsumer } from '../../../src/commands/switch-consumer.ts';
import type { PlannedConsumer } from '../../../src/failover/plan.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const mapping: PlannedConsumer = { kind: 'mapping', id: 'm', resource: 'api/Queue' };
const rule: PlannedConsumer = { kind: 'rule', id: 'r', group: 'bus', resource: 'api/Rule' };
const schedule: PlannedConsumer = { kind: 'schedule', id: 's', resource: 'api/Nightly' };

function room(states: readonly MappingState[], answers: readonly (Switched | Error)[] = []) {
  const log: string[] = [];
  const seen = [...states];
  const given = [...answers];
  const answer = async (what: string): Promise<Switched> => {
    log.push(what);
    const next = given.shift() ?? 'changed';
    if (next instanceof Error) throw next;
    return next;
  };
  const ports: ConsumerPorts = {
    mappings: {
      state: async () => (seen.length > 1 ? seen.shift() : seen[0]),
      enable: async (id, on) => {
        const said = await answer(`${id} ${on}`);
        return said === 'gone' ? undefined : said === 'busy' ? 'busy' : 'accepted';
      },
    },
    rules: { enable: ({ name, bus }, on) => answer(`${name} of ${bus} ${on}`) },
    schedules: { enable: ({ name, group }, on) => answer(`${name} of ${group} ${on}`) },
  };
  return { ports, log, clock: createVirtualClock() };
}

describe('a consumer', () => {
  test('is left alone where it is so already', async () => {
    const { ports, log, clock } = room(['enabled']);
    expect(await switchConsumer(mapping, true, ports, { clock })).toBe(false);
    expect(log).toEqual([]);
  });

  test('is waited for until AWS says that it is so', async () => {
    const { ports, clock } = room(['disabled', 'disabled', 'changing', 'enabled']);
    const began = clock.now();
    expect(await switchConsumer(mapping, true, ports, { clock })).toBe(true);
    expect(clock.now() - began).toBe(4_000);
  });

  test('is asked again while somebody else changes it, or AWS does not answer', async () => {
    const where = { service: 'Events', action: 'EnableRule', region: 'eu-west-1' };
    const silent = new AwsError({ ...where, kind: 'unreachable', code: 'ETIMEDOUT', message: 'no answer' });
    const { ports, log, clock } = room(['enabled'], ['busy', silent, 'changed']);
    expect(await switchConsumer(rule, false, ports, { clock })).toBe(true);
    expect(log).toEqual(['r of bus false', 'r of bus false', 'r of bus false']);
  });

  test('that does not change is named', async () => {
    const { ports, clock } = room(['enabled']);
    await expect(switchConsumer(mapping, false, ports, { clock })).rejects.toMatchObject({
      code: 'consumer-not-switched',
      message: 'api/Queue (m) does not stop',
    });
    const busy = room(
      ['enabled'],
      Array.from({ length: 100 }, () => 'busy' as const),
    );
    await expect(switchConsumer(schedule, true, busy.ports, { clock })).rejects.toThrow(
      'api/Nightly (s) does not start',
    );
  });

  test('that is gone is no success: what stands in for it may run', async () => {
    const { ports, clock } = room(['disabled'], ['gone']);
    await expect(switchConsumer(schedule, false, ports, { clock })).rejects.toMatchObject({ code: 'consumer-gone' });
  });
});
