import { describe, expect, test } from '@jest/globals';
import type { RegionSwitch } from '../../../src/aws/region-switch-port.ts';
import { UserError } from '../../../src/errors.ts';
import type { Hooks } from '../../../src/failover/hooks.ts';
import { createRegionSwitchMechanism } from '../../../src/failover/mechanisms/region-switch.ts';
import { type FailoverPorts, runFailover } from '../../../src/failover/run.ts';
import { type ActiveState, ALL_ACTIVE } from '../../../src/records/active-state-document.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';
import { AFTER, BEFORE, request, STANDBY, world } from './graceful-world.ts';

const ENDED = { gone: true, said: [] };

describe('a graceful move', () => {
  test('stops writes, waits for them, stops consumers, changes roles, starts consumers, moves traffic, in this order', async () => {
    const { ports, log, seen, everBoth } = world();
    const end = await runFailover(request, ports());
    expect([end.outcome, end.failure, seen(), everBoth()]).toEqual(['not-measured', undefined, AFTER, false]);
    expect(log).toEqual([
      'save central false quiesced west',
      'quiesce west',
      'look west',
      'west off',
      'save west false quiesced west',
      'central on',
      'save west shifting quiesced west',
      'traffic to central',
      'central on',
      'save west true',
    ]);
    expect(end.marks.consuming).toBeGreaterThan(0);
  });

  test('twice is once', async () => {
    const { ports, log } = world();
    await runFailover(request, ports());
    log.length = 0;
    expect((await runFailover(request, ports())).outcome).toBe('already-active');
    expect(log).toEqual([]);
  });

  test.each([
    'quiesce west',
    'look west',
    'west off',
    'save west false quiesced west',
    'central on',
    'save west shifting quiesced west',
    'traffic to central',
  ])('is undone when it fails before traffic moved: %s', async (fails) => {
    const { ports, seen, state, everBoth } = world();
    const end = await runFailover(request, ports({ fails }));
    expect([end.outcome, seen(), everBoth()]).toEqual(['failed', BEFORE, false]);
    expect(end.failure).toContain('nothing was moved, everything is as it was');
    expect(state()).toMatchObject({ quiesced: [], failover: { done: true, to: ['west'], from: [] } });
    // And can be done again.
    await runFailover(request, ports());
    expect(seen()).toEqual(AFTER);
  });

  test('tells traffic to go back where it may have moved', async () => {
    const { ports, log } = world();
    await runFailover(request, ports({ fails: 'traffic to central' }));
    expect(log.slice(log.indexOf('traffic to central fails'))).toEqual([
      'traffic to central fails',
      'save west shifting quiesced west',
      'traffic to west',
      'central off',
      'save central false quiesced west',
      'west on',
      'resume west',
      'save central true',
    ]);
  });

  test('by Region switch is undone too where both were active: the region that was taken out is activated again', async () => {
    const room = world({ ...ALL_ACTIVE, serial: 1 });
    const started: unknown[] = [];
    const service: RegionSwitch = {
      async start({ action, region }) {
        started.push([action, region]);
        return String(started.length);
      },
      execution: async (_, id) => ({
        ...{ id, state: id === '1' ? 'failed' : 'completed', action: 'activate', region: '', steps: [] },
      }),
      executions: async () => [],
    };
    const mechanism = createRegionSwitchMechanism({
      ...{ plan: 'arn', approach: 'active-active', reason: 'planned', run: 'run-1', mode: 'graceful' },
      regionOf: (name) => request.targets.find((target) => target.name === name)?.region ?? `no region of ${name}`,
      switchOf: () => service,
      note: () => {},
      clock: createVirtualClock(),
    });
    const end = await runFailover(request, room.ports({}, { mechanism }));
    expect(end.failure).toMatch(/^nothing was moved, everything is as it was: /);
    expect(started).toEqual([
      ['deactivate', 'eu-west-1'],
      ['activate', 'eu-west-1'],
    ]);
  });

  test('that ends a drill whose schedule may have moved traffic tells it to go back too when it is undone', async () => {
    const drill: DrillRecord = {
      ...{ id: 'd-1', kind: 'switchover', from: ['central'], to: ['west'], inactiveBefore: [], injected: false },
      ...{ at: '2026-01-05T00:00:00.000Z', who: 'me', reason: 'a test' },
      returns: [{ name: 's', region: 'eu-west-1', by: 'west', at: '2026-01-05T00:30:00.000Z' }],
    };
    const told = async (open: ActiveState): Promise<readonly string[]> => {
      const { ports, log, seen } = world(open);
      const end = await runFailover(request, ports({ fails: 'look west' }, { endDrill: async () => ENDED }));
      expect([end.outcome, seen()]).toEqual(['failed', BEFORE]);
      return log.filter((line) => line.startsWith('traffic'));
    };
    expect(await told({ ...STANDBY, drill })).toEqual(['traffic to west']);
    expect(await told({ ...STANDBY, drill: { ...drill, returns: [] } })).toEqual([]);
  });

  test.each(['central off', 'west on', 'resume west'])(
    'that cannot be undone says so, and is finished by its repetition: %s',
    async (fails) => {
      const { ports, seen, everBoth } = world();
      const twice = ports({ fails: 'traffic to central' });
      const also = ports({ fails, times: 1 });
      const mixed = { ...twice, consumers: also.consumers, hooks: { ...also.hooks } } as FailoverPorts;
      const end = await runFailover(request, mixed);
      expect(end.failure).toMatch(/It could not be undone: .* Run the same command again/);
      await runFailover(request, ports());
      expect([seen(), everBoth()]).toEqual([AFTER, false]);
    },
  );

  test('waits for replication, and is undone when it does not catch up', async () => {
    const { ports, clock, seen } = world();
    const asked: number[] = [];
    const began = clock.now();
    const hooks: Hooks = {
      ...ports().hooks,
      caughtUp: {
        timeoutMs: 12_000,
        intervalMs: 5_000,
        async ask() {
          asked.push(clock.now() - began);
          return { passed: false, reason: '9 s behind' };
        },
      },
    };
    const end = await runFailover(request, ports({}, { hooks }));
    expect(asked).toEqual([0, 5_000, 10_000, 12_000]);
    expect([end.failure, seen()]).toEqual([expect.stringContaining('has not arrived after 12 s: 9 s behind'), BEFORE]);
  });

  test('says what it could not see to: writes and replication', async () => {
    const { ports, seen } = world();
    const { hooks: _, ...without } = ports();
    const end = await runFailover(request, without);
    expect(end.deviations).toEqual([
      expect.stringContaining('no hook stops writes'),
      expect.stringContaining('it was not waited for'),
    ]);
    expect(seen()).toMatchObject({ serving: 'central', running: ['central'] });
  });

  test('leaves everything to another failover that took over', async () => {
    const { ports, log } = world();
    const { state, ...others } = ports();
    let saves = 0;
    const taken = {
      read: state.read,
      save: (next: Parameters<typeof state.save>[0]) =>
        saves++ === 0 ? state.save(next) : Promise.reject(new UserError('active-state-taken', 'somebody else')),
    };
    await expect(runFailover(request, { ...others, state: taken })).rejects.toThrow('somebody else');
    expect(log.slice(-2)).toEqual(['look west', 'west off']);
  });

  test('is undone when it is cancelled, though its own signal is aborted then', async () => {
    const { ports, seen } = world();
    const cancel = new AbortController();
    const { caughtUp: _, ...hooks } = ports().hooks ?? {};
    const look = {
      timeoutMs: 60_000,
      intervalMs: 5_000,
      async ask() {
        cancel.abort(new Error('cancelled'));
        return { passed: false, reason: 'not yet' };
      },
    };
    const change = { signal: cancel.signal, hooks: { ...hooks, caughtUp: look } };
    const end = await runFailover(request, ports({}, change));
    expect([end.outcome, end.failure, seen()]).toEqual(['failed', expect.stringContaining('cancelled'), BEFORE]);
  });

  test('is refused when nobody knows who is active', async () => {
    const { ports, log } = world();
    const read = () => Promise.reject(new UserError('active-state-unknown', 'no target answers'));
    const state = { ...ports().state, read };
    await expect(runFailover(request, ports({}, { state }))).rejects.toMatchObject({ code: 'failover-not-graceful' });
    expect(log).toEqual([]);
  });

  test('resumes writes where an earlier one had stopped them, before traffic comes', async () => {
    const { ports, log, seen } = world({ ...STANDBY, quiesced: ['central'] });
    await runFailover(request, ports());
    expect(log.indexOf('resume central')).toBeLessThan(log.indexOf('traffic to central'));
    expect(seen()).toEqual(AFTER);
  });
});

describe('a graceful move that is killed and run again', () => {
  const steps = [
    'save central false quiesced west',
    'quiesce west',
    'look west',
    'west off',
    'save west false quiesced west',
    'central on',
    'save west shifting quiesced west',
    'traffic to central',
    'save west true',
  ];
  test.each(steps.flatMap((step) => [['before', step] as const, ['after', step] as const]))(
    'comes to the same end, and consumers never run on both sides: %s %s',
    async (when, step) => {
      const { ports, seen, everBoth } = world();
      await runFailover(request, ports({ [when === 'before' ? 'killedBefore' : 'killedAfter']: step })).catch(() => {});
      await runFailover(request, ports());
      expect([seen(), everBoth()]).toEqual([AFTER, false]);
    },
  );

  test('to the other side is graceful too after one that was not seen to end', async () => {
    const record = {
      id: 'other',
      from: ['west'],
      to: ['central'],
      mechanism: 'command',
      at: new Date(START - 3_600_000).toISOString(),
      who: 'somebody',
      reason: 'planned',
      done: false,
      graceful: { inactiveBefore: ['central'], shifting: true },
    };
    const there = world({ ...ALL_ACTIVE, serial: 1, inactive: ['west'], failover: record });
    await runFailover({ ...request, request: { to: 'west' } }, there.ports());
    const done = there.log.filter((what) => !what.startsWith('save'));
    expect(done.slice(0, 4)).toEqual(['quiesce central', 'look central', 'central off', 'west on']);
  });

  test('that is undone leaves one that was not seen to end to be repeated', async () => {
    const record = {
      ...{ id: 'other', from: ['west'], to: ['central'], mechanism: 'command', who: 'somebody', reason: 'lost' },
      ...{ at: new Date(START - 3_600_000).toISOString(), done: false },
    };
    const there = world({ ...ALL_ACTIVE, serial: 1, inactive: ['west'], failover: record });
    const end = await runFailover(request, there.ports({ fails: 'look west' }));
    expect(end.failure).toContain('nothing was moved');
    expect(there.state()).toMatchObject({ inactive: ['west'], failover: { ...record, id: 'run-1' } });
    expect((await runFailover(request, there.ports())).outcome).toBe('not-measured');
    expect(there.seen()).toEqual(AFTER);
  });

  test('that is undone starts nobody while another runs that a failover left and could not stop', async () => {
    const record = {
      ...{ id: 'other', from: ['west'], to: ['central'], mechanism: 'command', who: 'somebody', reason: 'lost' },
      ...{ at: new Date(START - 3_600_000).toISOString(), done: false },
    };
    const there = world({ ...ALL_ACTIVE, serial: 1, inactive: ['west'], failover: record }, ['west']);
    await runFailover(request, there.ports({ fails: 'look west' }));
    const consumers = there.log.filter((what) => what.endsWith(' on') || what.endsWith(' off'));
    expect([consumers, there.seen().running]).toEqual([['west off', 'central on'], ['central']]);
  });

  test('is not undone once traffic was told to move: the other side has written since', async () => {
    const { ports, log, seen } = world();
    await runFailover(request, ports({ killedAfter: 'traffic to central' })).catch(() => {});
    log.length = 0;
    await runFailover(request, ports({ fails: 'look west' }));
    expect(log).toEqual(['save west false', 'traffic to central', 'central on', 'save west true']);
    expect(seen()).toEqual(AFTER);
  });
});

describe('a graceful move with trouble at any two of its actions, and then none', () => {
  /** Further than any run comes. */
  const most = 24;
  const actions = Array.from({ length: most }, (_, index) => index + 1);

  test.each(['failsAt', 'killedAt'] as const)(
    'comes to its end, and consumers never run on both sides: %s',
    async (kind) => {
      for (const first of actions) {
        for (const second of actions) {
          const { ports, seen, everBoth, log } = world();
          await runFailover(request, ports({ [kind]: first })).catch(() => {});
          const end = await runFailover(request, ports({ failsAt: second })).catch(() => undefined);
          if (end?.failure?.startsWith('nothing was moved')) expect({ first, second, ...seen() }).toMatchObject(BEFORE);
          await runFailover(request, ports());
          await runFailover(request, ports());
          expect({ first, second, log, both: everBoth(), ...seen() }).toMatchObject({ both: false, ...AFTER });
        }
      }
    },
  );

  test('and both in one run: what undoes it may fail too', async () => {
    for (const first of actions) {
      for (const killedAt of actions.filter((action) => action > first)) {
        const { ports, seen, everBoth, log } = world();
        await runFailover(request, ports({ failsAt: first, killedAt })).catch(() => {});
        await runFailover(request, ports());
        await runFailover(request, ports());
        expect({ first, killedAt, log, both: everBoth(), ...seen() }).toMatchObject({ both: false, ...AFTER });
      }
    }
  });
});

describe('a failover from a region that is lost', () => {
  const lost = { ...request, graceful: false };

  test('moves traffic first, then starts consumers, and asks nothing of what is left', async () => {
    const { ports, log } = world();
    const end = await runFailover(lost, ports());
    expect(log).toEqual(['save west false', 'traffic to central', 'central on', 'save west true']);
    expect(end.marks.consuming).toBe(end.marks.accepted);
  });

  test('is not done while consumers do not run, and its repetition starts them', async () => {
    const { ports, seen, state } = world();
    const end = await runFailover(lost, ports({ fails: 'central on' }));
    expect([end.outcome, end.failure, state().failover?.done]).toEqual([
      'not-verified',
      expect.stringContaining('consumers of central may not all run'),
      false,
    ]);
    expect((await runFailover(lost, ports())).outcome).toBe('not-measured');
    expect(seen().running).toContain('central');
  });

  test('lets a target write again that a graceful move had stopped', async () => {
    const { ports, state, log } = world({ ...STANDBY, quiesced: ['central', 'west'] });
    await runFailover(lost, ports());
    expect([log.includes('resume central'), log.includes('resume west'), state().quiesced]).toEqual([
      true,
      false,
      ['west'],
    ]);
  });
});
