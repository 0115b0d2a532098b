import { describe, expect, test } from '@jest/globals';
import { hasMoved, mendEnded } from '../../../src/failover/drill/finish.ts';
import { endDrill, runDrill } from '../../../src/failover/drill/run.ts';
import { drillWorld, record, request } from './drill-world.ts';

describe('a drill', () => {
  test('arranges the way back before it breaks anything, mends before it returns, and is over when nothing is left', async () => {
    const { ports, said, world, served } = drillWorld();
    const end = await runDrill(request, ports);
    expect(end.outcome).toBe('passed');
    expect(said).toEqual([
      'keep open',
      'arrange',
      'keep open injected',
      'inject',
      'away: state',
      'away: traffic',
      'away: done',
      'mend',
      'back: state',
      'back: traffic',
      'back: done',
      'cancel',
      'keep passed',
    ]);
    expect([world.inactive, world.drill?.injected, served()]).toEqual([[], false, 'west']);
  });

  test('stays away as long as it was told to', async () => {
    const { ports, clock } = drillWorld();
    const began = clock.now();
    await runDrill({ ...request, holdMs: 600_000 }, ports);
    expect(clock.now() - began).toBeGreaterThanOrEqual(600_000);
  });

  test.each(['west', 'central'])(
    'does not begin while %s is not fit, and says everything that is missing',
    async (name) => {
      const { ports, said, world } = drillWorld();
      world.lost.add(name);
      await expect(runDrill(request, ports)).rejects.toMatchObject({
        code: 'drill-not-ready',
        errors: [{ message: `${name} is not fit` }],
      });
      expect(said).toEqual([]);
    },
  );

  test('does not begin when users are not served already now', async () => {
    const { ports, said } = drillWorld();
    const probes = { results: [], regionKnown: true, stableMs: 5_000, timeoutMs: 30_000 };
    await expect(runDrill(request, { ...ports, probes })).rejects.toMatchObject({ code: 'drill-not-ready' });
    expect(said).toEqual([]);
  });

  test('leaves traffic where it is good when the region that it came from is lost meanwhile, and nothing moves it later', async () => {
    const { ports, world, served, clock, said, fire } = drillWorld();
    clock.at(clock.now() + 20_000, () => world.lost.add('west'));
    const end = await runDrill(request, ports);
    expect([end.outcome, end.why]).toEqual(['left', expect.stringContaining('west is not fit')]);
    expect([said.includes('back: traffic'), said.at(-3), said.at(-2)]).toEqual([false, 'cancel', 'stay']);
    fire();
    expect([served(), world.inactive, world.signal]).toEqual(['central', ['west'], 'other']);
  });

  test('waits until what was broken is fit again', async () => {
    const { ports, world, clock, served } = drillWorld();
    clock.at(clock.now() + 55_000, () => world.lost.add('west'));
    clock.at(clock.now() + 80_000, () => world.lost.delete('west'));
    expect((await runDrill(request, ports)).outcome).toBe('passed');
    expect(served()).toBe('west');
  });

  test('ends early and returns when too few probes are good', async () => {
    const { ports, world, clock, served, probing } = drillWorld();
    const began = clock.now();
    clock.at(began + 30_000, () => world.lost.add('central'));
    // Gates are asked less often than users are.
    const problems = async (names: readonly string[]) => (names.includes('central') ? [] : ports.problems(names));
    const end = await runDrill({ ...request, holdMs: 3_600_000 }, { ...ports, problems, probes: probing() });
    expect([end.outcome, end.why]).toEqual(['aborted', expect.stringMatching(/only \d+ of the \d+ probes/)]);
    expect([served(), world.drill?.ended?.outcome]).toEqual(['west', 'aborted']);
    expect(clock.now() - began).toBeLessThan(120_000);
  });

  test('ends early by what probes see, though a gate where traffic is does not answer for minutes', async () => {
    const { ports, clock, world, probing } = drillWorld();
    clock.at(clock.now() + 70_000, () => world.lost.add('central'));
    const problems: typeof ports.problems = async (names) => {
      const silent = names.includes('central') && world.lost.has('central');
      if (silent) await clock.sleep(180_000);
      return silent ? ['central does not answer'] : [];
    };
    const began = clock.now();
    const end = await runDrill({ ...request, holdMs: 240_000 }, { ...ports, problems, probes: probing() });
    expect(end.why).toContain('probes of the last 10 s were good');
    expect((end.marks.returning ?? 0) - began).toBeLessThan(120_000);
  });

  test('ends early by a gate, though a lease does not answer for minutes, and by a lease that is lost', async () => {
    const { ports, clock, world } = drillWorld();
    clock.at(clock.now() + 30_000, () => world.lost.add('central'));
    const assertHeld = async () => {
      if (world.lost.has('central')) await clock.sleep(180_000);
    };
    const began = clock.now();
    const end = await runDrill({ ...request, holdMs: 100_000 }, { ...ports, assertHeld });
    expect(end.why).toBe('central is not fit');
    expect((end.marks.returning ?? 0) - began).toBeLessThan(60_000);
    const taken = drillWorld();
    taken.clock.at(taken.clock.now() + 30_000, () => {
      taken.world.takenOver = true;
    });
    expect((await runDrill(request, taken.ports)).outcome).toBe('overridden');
  });

  test('ends early when a gate does not pass where traffic is, and when it is cancelled', async () => {
    const gate = drillWorld();
    gate.clock.at(gate.clock.now() + 30_000, () => gate.world.lost.add('central'));
    expect(await runDrill(request, gate.ports)).toMatchObject({ outcome: 'aborted', why: 'central is not fit' });
    const cancelled = drillWorld();
    cancelled.clock.at(cancelled.clock.now() + 30_000, cancelled.cancel);
    expect(await runDrill(request, cancelled.ports)).toMatchObject({ outcome: 'aborted', why: 'it was cancelled' });
    expect([gate.served(), cancelled.served()]).toEqual(['west', 'west']);
  });

  test('moves nothing when the way back cannot be arranged, and mends what was broken by half', async () => {
    const first = drillWorld();
    const arrange = () => Promise.reject(new Error('denied'));
    const end = await runDrill(request, { ...first.ports, returns: { ...first.ports.returns, arrange } });
    expect([end.outcome, end.why]).toEqual(['aborted', 'denied']);
    expect(first.said).toEqual(['keep open', 'cancel', 'keep aborted']);
    const second = drillWorld();
    const fault = { inject: () => Promise.reject(new Error('half')), mend: second.ports.fault?.mend ?? arrange };
    expect((await runDrill(request, { ...second.ports, fault })).outcome).toBe('aborted');
    expect(second.said).toContain('mend');
    expect(second.said).not.toContain('away: state');
  });

  test('moves nothing to a target that is lost once something was injected', async () => {
    const { ports, said, world, served } = drillWorld();
    const { fault } = ports;
    const inject = async (): Promise<void> => {
      await fault?.inject();
      world.lost.add('central');
    };
    const end = await runDrill(request, { ...ports, ...(fault && { fault: { ...fault, inject } }) });
    expect([end.outcome, end.why]).toEqual(['aborted', 'central is not fit']);
    expect(said.filter((text) => text.startsWith('away'))).toEqual([]);
    expect([world.broken, served()]).toEqual([false, 'west']);
  });

  test('moves nothing to a target whose region falls silent while its lease is looked at', async () => {
    const { ports, clock, said, world } = drillWorld();
    const assertHeld = async (): Promise<void> => {
      if (!world.broken) return;
      await clock.sleep(90_000);
      world.lost.add('central');
    };
    const end = await runDrill(request, { ...ports, assertHeld });
    expect([end.outcome, end.why]).toEqual(['aborted', 'central is not fit']);
    expect(said.filter((text) => text.startsWith('away'))).toEqual([]);
  });

  test('says so when no probe notices what was injected', async () => {
    const { ports, probing } = drillWorld();
    const fault = { inject: async () => {}, mend: async () => {} };
    const end = await runDrill(request, { ...ports, fault, probes: probing() });
    expect(end.deviations.join()).toContain('no probe noticed');
  });

  test('moves no traffic any more once a failover took over, and takes back what it broke', async () => {
    const { ports, said, world, clock } = drillWorld();
    clock.at(clock.now() + 20_000, () => {
      world.takenOver = true;
    });
    const end = await runDrill(request, ports);
    expect(end.outcome).toBe('overridden');
    expect(said.slice(said.indexOf('away: done'))).toEqual(['away: done', 'mend']);
  });

  test.each([
    ['takes its schedule away when somebody has ended it', true],
    ['leaves its schedule while nobody has: it only lost its lease', false],
  ])('%s', async (_, ended) => {
    const { ports, world, said } = drillWorld();
    const taken = {
      ...ports,
      async away() {
        const moved = await ports.away();
        world.takenOver = true;
        return moved;
      },
      isEnded: async () => ended,
    };
    expect((await runDrill(request, taken)).outcome).toBe('overridden');
    expect([world.scheduled, said.includes('cancel')]).toEqual([!ended, ended]);
  });

  test('that an objective was missed is a failure, though traffic is back', async () => {
    const { ports, served } = drillWorld();
    const away = async () => ({ ...(await ports.away()), missed: ['recovery took 900 s, and the objective is 300 s'] });
    expect(await runDrill(request, { ...ports, away })).toMatchObject({ outcome: 'failed', why: /900 s/ });
    expect(served()).toBe('west');
  });
});

describe('a drill whose process is killed', () => {
  /** Kills a drill at one call after the other. */
  async function killed(at: number, meanwhile: (room: ReturnType<typeof drillWorld>) => void) {
    const room = drillWorld();
    room.world.killAt = at;
    await Promise.race([runDrill(request, room.ports), room.death]);
    meanwhile(room);
    room.revive();
    const { drill } = room.world;
    if (drill !== undefined && drill.ended === undefined) {
      await endDrill({ ...request, record: drill }, hasMoved(drill, room.world), 'left over', room.ports);
    }
    return room;
  }
  const steps = Array.from({ length: 13 }, (_, index) => index + 1);

  test.each(steps)('at its call %d is ended by the next, with traffic where it was', async (at) => {
    const { world, served, fire } = await killed(at, () => {});
    expect([served(), world.inactive, world.broken, world.drill?.ended === undefined]).toEqual([
      'west',
      [],
      false,
      at === 1,
    ]);
    fire();
    expect(served()).toBe('west');
  });

  test.each(steps)(
    'at its call %d lets traffic return by the schedule alone, once what it broke is mended',
    async (at) => {
      const { served } = await killed(at, (room) => {
        room.fire();
        // Nobody is sent to what is still broken.
        expect(room.served()).toBe(room.world.broken ? 'central' : 'west');
        room.world.broken = false;
        expect(room.served()).toBe('west');
      });
      expect(served()).toBe('west');
    },
  );

  test.each(steps)('at its call %d leaves traffic where it is good when the region is lost for real', async (at) => {
    const { world, served, fire } = await killed(at, (room) => {
      room.world.lost.add('west');
      room.fire();
      expect(room.served()).toBe('central');
    });
    expect([served(), world.drill?.ended === undefined]).toEqual(['central', at === 1]);
    fire();
    expect(served()).toBe('central');
  });

  test('leaves its schedule to be taken away when a failover could not, and traffic is told what it had changed', async () => {
    const { ports, world, said, fire } = drillWorld();
    const ended = { at: record.at, outcome: 'overridden' } as const;
    Object.assign(world, { inactive: ['west'], signal: 'drill', scheduled: true });
    const kept = { ...ports.returns, cancel: () => Promise.reject(new Error('no answer')) };
    await expect(mendEnded({ ...record, ended }, { ...ports, returns: kept })).rejects.toThrow('no answer');
    expect(said).toEqual([]);
    fire();
    await mendEnded({ ...record, ended }, ports);
    expect(said).toEqual(['cancel', 'settle', 'keep overridden']);
    expect([world.signal, world.drill]).toMatchObject(['other', { injected: false, returns: [], ended }]);
  });

  test('says of its own end whether a schedule is left', async () => {
    const { ports, world } = drillWorld();
    const kept = { ...ports.returns, cancel: () => Promise.reject(new Error('no answer')) };
    await runDrill({ ...request, holdMs: 0 }, { ...ports, returns: kept });
    expect(world.drill).toMatchObject({ ended: {}, returns: record.returns });
    await runDrill({ ...request, holdMs: 0 }, ports);
    expect(world.drill).toMatchObject({ ended: {}, returns: [] });
  });

  test('leaves what it broke to be mended when a failover has ended it', async () => {
    const { ports, world } = drillWorld();
    world.broken = true;
    const ended = { at: record.at, outcome: 'overridden' } as const;
    await mendEnded({ ...record, injected: true, ended }, ports);
    expect([world.broken, world.drill]).toMatchObject([false, { injected: false, ended }]);
  });
});
