import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { rememberAgain } from '../../../src/failover/kept-state.ts';
import type { ProbeResult } from '../../../src/failover/probe.ts';
import { type FailoverPorts, type FailoverRequest, type Mechanism, runFailover } from '../../../src/failover/run.ts';
import { type ActiveState, ALL_ACTIVE, type FailoverRecord } from '../../../src/records/active-state-document.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

const targets = [
  { name: 'west', region: 'eu-west-1' },
  { name: 'central', region: 'eu-central-1' },
  { name: 'us', region: 'us-east-1' },
];
const request: FailoverRequest = {
  request: { to: 'central' },
  targets,
  id: 'run-1',
  who: 'me',
  reason: 'lost',
  force: false,
  rehearse: false,
};
const record: FailoverRecord = {
  id: 'other',
  from: ['west'],
  to: ['us'],
  mechanism: 'command',
  at: new Date(START).toISOString(),
  who: 'somebody',
  reason: 'x',
  done: false,
};

/** A world in which traffic is where the last `apply` said. */
function room(first: ActiveState = ALL_ACTIVE, change: Partial<FailoverPorts> = {}) {
  const clock = createVirtualClock();
  const said: string[] = [];
  let state = first;
  const mechanism: Mechanism = {
    kind: 'command',
    check: () => void said.push('check'),
    apply: async ({ active }) => {
      said.push(`apply ${active.join(',')}`);
      return [];
    },
  };
  const ports: FailoverPorts = {
    clock,
    report: () => {},
    signal: new AbortController().signal,
    state: {
      read: async () => state,
      save: async (next) => {
        said.push(`save ${next.failover?.done}`);
        state = { ...state, ...next, serial: state.serial + 1 };
        return state;
      },
    },
    mechanism,
    stopDeployments: async () => void said.push('stop'),
    confirm: async () => void said.push('confirm'),
    narrow: async () => void said.push('narrow'),
    ...change,
  };
  return { ports, said, clock, state: () => state };
}

/** Answers of one region, one a second. */
function probes(region: string, count: number): readonly ProbeResult[] {
  return Array.from({ length: count }, (_, index) => ({
    at: START + index * 1000,
    durationMs: 1,
    status: 200,
    region,
  }));
}

describe('a failover', () => {
  test('remembers what it means before it moves traffic, and that it is done after users were seen to be served', async () => {
    const measured = { results: probes('eu-central-1', 20), regionKnown: true, stableMs: 5000, timeoutMs: 9000 };
    const { ports, said, state } = room(ALL_ACTIVE, { probes: measured });
    const end = await runFailover(request, ports);
    expect(end.outcome).toBe('verified');
    expect(said).toEqual(['check', 'confirm', 'narrow', 'save false', 'apply central', 'stop', 'save true']);
    expect(state()).toMatchObject({ inactive: ['west', 'us'], failover: { from: ['west', 'us'], done: true } });
  });

  test('that leaves one of several reads again who is active, and moves nothing where nobody knows', async () => {
    const unknown = new UserError('active-state-unknown', 'nobody answers');
    let reads = 0;
    const { ports, said } = room();
    const read = async () => {
      reads += 1;
      if (reads < 3) throw unknown;
      return { ...ALL_ACTIVE, inactive: ['us'] };
    };
    const from = { ...request, request: { from: 'west' } };
    const end = await runFailover(from, { ...ports, state: { ...ports.state, read } });
    expect(end.move).toMatchObject({ active: ['central'], leaving: ['west'] });
    said.length = 0;
    const never = { ...ports.state, read: () => Promise.reject(unknown) };
    await expect(runFailover(from, { ...ports, state: never })).rejects.toThrow('nobody knows who is active');
    expect(said).toEqual([]);
  });

  test('twice is once where users are seen to be served, and what is so is remembered as the latest', async () => {
    const measured = { results: probes('eu-central-1', 20), regionKnown: true, stableMs: 5000, timeoutMs: 9000 };
    const { ports, said } = room(ALL_ACTIVE, { probes: measured });
    await runFailover(request, ports);
    said.length = 0;
    expect((await runFailover(request, ports)).outcome).toBe('already-active');
    expect(said).toEqual(['save undefined']);
  });

  test.each([
    ['users are served elsewhere', { results: probes('eu-west-1', 60), regionKnown: true }, 'not-verified'],
    ['nobody knows who serves them', undefined, 'not-measured'],
  ])(
    'does not believe its own region alone, which nobody could tell of a later move, when %s',
    async (_, seen, outcome) => {
      const done: ActiveState = {
        ...ALL_ACTIVE,
        serial: 1,
        inactive: ['west', 'us'],
        failover: { ...record, done: true },
      };
      const measured = seen && { probes: { ...seen, stableMs: 5000, timeoutMs: 9000 } };
      const { ports, said } = room(done, measured ?? {});
      const end = await runFailover(request, ports);
      expect([end.outcome, end.move.leaving]).toEqual([outcome, ['west', 'us']]);
      expect(said).toContain('apply central');
      expect(end.deviations.join()).toContain('traffic is told so again');
    },
  );

  test('is done as of when traffic moved, and was so already as of a minute ago: who moved it since counts', async () => {
    const asOf: (number | undefined)[] = [];
    const world = room();
    const save: typeof world.ports.state.save = (next, since) => {
      asOf.push(since);
      return world.ports.state.save(next);
    };
    const apply: Mechanism['apply'] = async () => {
      await world.clock.sleep(5_000);
      return [];
    };
    const slow = { ...world.ports, state: { ...world.ports.state, save } };
    await runFailover(request, {
      ...slow,
      mechanism: { ...world.ports.mechanism, apply },
      stopDeployments: () => world.clock.sleep(9_000),
    });
    await rememberAgain(world.state(), () => {}, slow);
    expect(asOf).toEqual([undefined, START + 5_000, world.clock.now() - 60_000]);
  });

  test('reads again at the end what it could not read, and keeps what it did', async () => {
    let reads = 0;
    let saves = 0;
    const world = room(ALL_ACTIVE, {
      state: {
        read: async () => {
          reads += 1;
          if (reads === 1) throw new UserError('active-state-unknown', 'no target answers');
          return ALL_ACTIVE;
        },
        save: async (next) => {
          if (reads === 1) throw new UserError('active-state-not-kept', 'nobody kept it');
          saves += 1;
          return { ...ALL_ACTIVE, ...next };
        },
      },
    });
    expect((await runFailover(request, world.ports)).outcome).toBe('not-measured');
    expect([reads, saves]).toEqual([2, 1]);
  });

  test('goes on where one that wants the same was interrupted, and is not done before users are served', async () => {
    const half = { ...ALL_ACTIVE, serial: 1, inactive: ['west', 'us'], failover: { ...record, to: ['central'] } };
    const measured = { results: probes('eu-west-1', 60), regionKnown: true, stableMs: 5000, timeoutMs: 9000 };
    const { ports, state } = room(half, { probes: measured });
    const end = await runFailover(request, ports);
    expect([end.outcome, state().failover]).toMatchObject([
      'not-verified',
      { done: false, from: ['west'], at: record.at },
    ]);
  });

  test('to somewhere else is kept out by one that is under way, unless it is forced or that one is dead', async () => {
    const other = { ...ALL_ACTIVE, serial: 1, failover: record };
    const first = room(other);
    await expect(runFailover(request, first.ports)).rejects.toThrow('somebody is moving traffic to us');
    expect(first.said).toEqual([]);
    expect((await runFailover({ ...request, force: true }, room(other).ports)).outcome).toBe('not-measured');
    const later = room(other);
    await later.clock.sleep(16 * 60_000);
    expect((await runFailover(request, later.ports)).outcome).toBe('not-measured');
  });

  test('goes on when nobody knows who is active, and when that cannot be kept', async () => {
    const unknown = new UserError('active-state-unknown', 'no target answers');
    const { ports, said } = room(ALL_ACTIVE, {
      state: {
        read: () => Promise.reject(unknown),
        save: () => Promise.reject(new UserError('active-state-not-kept', 'no')),
      },
    });
    const end = await runFailover(request, ports);
    expect([end.outcome, said.includes('apply central'), end.deviations.length]).toEqual(['not-measured', true, 3]);
  });

  test('moves traffic after seconds though the region that keeps the state is silent', async () => {
    const silent = () => new Promise<never>(() => {});
    let saves = 0;
    const late = () => world.clock.sleep(60_000).then(() => ALL_ACTIVE);
    const world = room(ALL_ACTIVE, {
      // The last write, when all is done, is the only one that is waited for.
      state: { read: silent, save: () => (saves++ === 0 ? late() : Promise.resolve(ALL_ACTIVE)) },
    });
    const { ports, said, clock } = world;
    const began = clock.now();
    const end = await runFailover(request, ports);
    expect([end.outcome, said.includes('apply central')]).toEqual(['not-measured', true]);
    expect((end.marks.actuated ?? 0) - began).toBe(4_000);
  });

  test('does not begin its last write before the first one has ended, and is done though that was late', async () => {
    const writes: string[] = [];
    const world = room(ALL_ACTIVE, {
      state: {
        read: async () => ALL_ACTIVE,
        save: async (next) => {
          const name = String(next.failover?.done);
          writes.push(`${name} begins`);
          if (name === 'false') await world.clock.sleep(30_000);
          writes.push(`${name} ends`);
          return ALL_ACTIVE;
        },
      },
    });
    expect((await runFailover(request, world.ports)).outcome).toBe('not-measured');
    expect(writes).toEqual(['false begins', 'false ends', 'true begins', 'true ends']);
  });

  test('says that traffic was not moved when the mechanism fails', async () => {
    const broken: Mechanism = {
      kind: 'command',
      check: () => {},
      apply: () => Promise.reject(new UserError('failover-command', 'the command ended with 3')),
    };
    const { ports, state } = room(ALL_ACTIVE, { mechanism: broken });
    const end = await runFailover(request, ports);
    expect([end.outcome, end.failure]).toEqual(['failed', 'traffic was not moved: the command ended with 3']);
    expect(state().failover?.done).toBe(false);
  });

  test('is told again to whoever rests where it cannot leave them, unless a region knows that they are active', async () => {
    // The signal of us lies in west, that of west in central.
    const lost = new UserError('stop-signal-lost', 'the stop signal of us lies in a region that is being left too');
    const left: (readonly string[])[] = [];
    const mechanism: Mechanism = {
      kind: 'stop-switch',
      check({ leaving }) {
        if (leaving.includes('us') && leaving.includes('west')) throw lost;
      },
      apply: async ({ leaving }) => {
        left.push(leaving);
        return [];
      },
    };
    const resting: ActiveState = { ...ALL_ACTIVE, serial: 1, inactive: ['us'] };
    const first = room(resting, { mechanism });
    expect((await runFailover(request, first.ports)).outcome).toBe('not-measured');
    const again = room(first.state(), { mechanism, narrow: async () => first.state() });
    expect((await runFailover(request, again.ports)).outcome).toBe('not-measured');
    expect(left).toEqual([['west'], ['west']]);
    expect(again.state().failover).toMatchObject({ from: ['west'], done: true });
    const later: ActiveState = { ...ALL_ACTIVE, serial: 9, inactive: ['west', 'central'] };
    const taken = room(first.state(), { mechanism, narrow: async () => later });
    await expect(runFailover(request, taken.ports)).rejects.toBe(lost);
    expect([left.length, taken.said]).toEqual([2, ['confirm']]);
  });

  test('writes nothing in a rehearsal, and nothing when it is not confirmed', async () => {
    const { ports, said } = room();
    expect((await runFailover({ ...request, rehearse: true }, ports)).outcome).toBe('rehearsed');
    expect(said).toEqual(['check']);
    const refused = room(ALL_ACTIVE, {
      confirm: () => Promise.reject(new UserError('not-confirmed', 'nothing was moved')),
    });
    await expect(runFailover(request, refused.ports)).rejects.toThrow('nothing was moved');
    expect(refused.said).toEqual(['check']);
  });

  test('leaves one of several, and never the last', async () => {
    const { ports, state } = room();
    await runFailover({ ...request, request: { from: 'us' } }, ports);
    expect(state().inactive).toEqual(['us']);
    const last = room({ ...ALL_ACTIVE, serial: 1, inactive: ['us', 'west'] });
    await expect(runFailover({ ...request, request: { from: 'central' } }, last.ports)).rejects.toThrow(
      'nobody would be',
    );
  });
});

const DRILL: DrillRecord = {
  id: 'd-1',
  kind: 'switchover',
  from: ['west', 'us'],
  to: ['central'],
  inactiveBefore: [],
  at: new Date(START).toISOString(),
  who: 'somebody',
  reason: 'quarterly',
  returns: [{ name: 's', region: 'eu-central-1', by: 'central', at: new Date(START).toISOString() }],
  injected: false,
};

describe('a failover in the middle of a drill', () => {
  const drill = DRILL;
  const moved: ActiveState = {
    ...ALL_ACTIVE,
    serial: 1,
    inactive: ['west', 'us'],
    failover: { ...record, from: ['west', 'us'], to: ['central'], drill: 'd-1', done: true },
    drill,
  };

  test('makes traffic stay where the drill moved it: it is moved once more, and the drill is over', async () => {
    const ended: DrillRecord[] = [];
    const { ports, said, state } = room(moved, {
      endDrill: async (one) => {
        ended.push(one);
        return { gone: false, said: ['a schedule could not be deleted'] };
      },
    });
    const end = await runFailover(request, ports);
    expect([end.outcome, said.includes('apply central')]).toEqual(['not-measured', true]);
    expect(state()).toMatchObject({
      inactive: ['west', 'us'],
      failover: { done: true, id: 'run-1' },
      drill: { id: 'd-1', ended: { outcome: 'overridden' }, returns: drill.returns },
    });
    expect(state().failover?.drill).toBeUndefined();
    expect(ended).toHaveLength(1);
    expect(end.deviations).toEqual([expect.stringContaining('it ends here'), 'a schedule could not be deleted']);
  });

  test('forgets what the drill had scheduled only once it is gone', async () => {
    const { ports, state } = room(moved, { endDrill: async () => ({ gone: true, said: [] }) });
    await runFailover(request, ports);
    expect(state().drill).toMatchObject({ ended: { outcome: 'overridden' }, returns: [] });
  });

  test('says what the drill has left also where traffic was not moved', async () => {
    const { ports } = room(moved, { endDrill: async () => ({ gone: false, said: ['a schedule is left'] }) });
    const mechanism = { ...ports.mechanism, apply: () => Promise.reject(new UserError('no', 'no')) };
    const end = await runFailover(request, { ...ports, mechanism });
    expect([end.outcome, end.deviations]).toEqual(['failed', [expect.anything(), 'a schedule is left']]);
  });

  test('takes away what one before it could not, or was killed before it did, and says nothing of a drill that is over', async () => {
    const ended = { at: drill.at, outcome: 'overridden' } as const;
    const { ports, state } = room(
      { ...moved, drill: { ...drill, ended } },
      { endDrill: async () => ({ gone: true, said: [] }) },
    );
    const end = await runFailover({ ...request, request: { to: 'us' } }, ports);
    expect([end.deviations, state().drill]).toEqual([[], { ...drill, ended, returns: [] }]);
  });

  test('to somewhere else needs no force, whatever the drill was at', async () => {
    const half = { ...moved, failover: { ...record, drill: 'd-1', to: ['central'], done: false } };
    const { ports, state } = room(half);
    await runFailover({ ...request, request: { to: 'us' } }, ports);
    expect(state()).toMatchObject({ inactive: ['west', 'central'], drill: { ended: { outcome: 'overridden' } } });
  });

  test('ends it with the first that it keeps, also a graceful one that is not seen to end', async () => {
    const kept: unknown[] = [];
    const { ports } = room(moved);
    const save: typeof ports.state.save = (next) => {
      kept.push(next.drill?.ended?.outcome);
      return ports.state.save(next);
    };
    await runFailover(
      { ...request, request: { to: 'us' }, graceful: true },
      { ...ports, state: { ...ports.state, save } },
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(new Set(kept)).toEqual(new Set(['overridden']));
  });

  test('moves nothing that it could not keep where it is a move of the drill: its end knows what was moved', async () => {
    const { ports, said } = room();
    const unkept = new UserError('active-state-not-kept', 'nobody kept it');
    const state = { ...ports.state, save: () => Promise.reject(unkept) };
    await expect(runFailover({ ...request, drill: 'd-1' }, { ...ports, state })).rejects.toThrow('nobody kept it');
    expect(said).not.toContain('apply central');
  });

  test('that is a move of the drill itself leaves it open', async () => {
    const { ports, state } = room({ ...ALL_ACTIVE, serial: 1, drill });
    await runFailover({ ...request, drill: 'd-1' }, ports);
    expect([state().drill?.ended, state().failover?.drill]).toEqual([undefined, 'd-1']);
  });
});

describe('a failover that asked few before it moved traffic', () => {
  const from: FailoverRequest = { ...request, request: { from: 'west' } };
  /** A region that was not asked before shows this afterwards. */
  function found(later: ActiveState | undefined, change: Partial<FailoverPorts> = {}) {
    const world = room(ALL_ACTIVE, change);
    const spread = async () => {
      world.said.push('spread');
      return later;
    };
    return { ...world, ports: { ...world.ports, state: { ...world.ports.state, spread } } };
  }
  const known = (change: Partial<FailoverRecord>, inactive: readonly string[] = []): ActiveState => ({
    ...ALL_ACTIVE,
    serial: 9,
    inactive,
    failover: { ...record, ...change },
  });

  test('tells the others once traffic was told to move', async () => {
    const { said, ports } = found(undefined);
    expect((await runFailover(from, ports)).outcome).toBe('not-measured');
    expect(said.slice(-5)).toEqual(['save false', 'apply central,us', 'spread', 'stop', 'save true']);
  });

  test('has to be repeated where one of them knew that a target which stays was left', async () => {
    const { state, ports } = found(known({ done: true }, ['us']));
    const end = await runFailover(from, ports);
    expect(end.outcome).toBe('not-verified');
    expect(end.failure).toContain('us was left before');
    expect(state()).toMatchObject({ inactive: ['west', 'us'], failover: { to: ['central'], done: false } });
    // Where nobody else is active, traffic is where it was sent, and the same command can be run again.
    const nobody = found(known({ done: true, to: ['west'] }, ['central', 'us']));
    expect((await runFailover(from, nobody.ports)).failure).toContain('name who takes over with failover --to');
    expect(nobody.state()).toMatchObject({ inactive: ['west'], failover: { to: ['central', 'us'], done: false } });
    expect((await runFailover(from, room(nobody.state()).ports)).outcome).toBe('not-measured');
    // Who is named takes over, whatever was remembered of it.
    const named = found(known({ done: true }, ['central']));
    expect((await runFailover(request, named.ports)).outcome).toBe('not-measured');
    expect(named.state().inactive).toEqual(['west', 'us']);
  });

  test('ends a drill that only such a region tells of, and what it had scheduled', async () => {
    const ended: string[] = [];
    const endDrill: FailoverPorts['endDrill'] = async ({ id }) => {
      ended.push(id);
      return { gone: true, said: [] };
    };
    const { ports, state } = found({ ...known({ done: true, drill: 'd-1' }), drill: DRILL }, { endDrill });
    const end = await runFailover(request, ports);
    expect([end.outcome, ended]).toEqual(['not-measured', ['d-1']]);
    expect(end.deviations).toEqual([expect.stringContaining('a drill was under way')]);
    expect(state().drill).toMatchObject({ id: 'd-1', ended: { outcome: 'overridden' }, returns: [] });
    // A move of the drill itself leaves it open.
    const own = found({ ...known({ done: true, drill: 'd-1' }), drill: DRILL }, { endDrill });
    await runFailover({ ...request, drill: 'd-1' }, own.ports);
    expect([ended.length, own.state().drill?.ended]).toEqual([1, undefined]);
  });

  test('writes over nobody who is at work elsewhere, unless it is forced', async () => {
    const { said, ports } = found(known({ from: ['central'], to: ['west'] }));
    const end = await runFailover(from, ports);
    expect([end.outcome, end.failure]).toEqual(['not-verified', expect.stringContaining('somebody is moving traffic')]);
    expect(said.filter((text) => text.startsWith('save'))).toEqual(['save false']);
    const forced = await runFailover({ ...from, force: true }, found(known({ to: ['west'] })).ports);
    expect(forced.outcome).toBe('not-measured');
    const dead = known({ to: ['west'], at: new Date(START - 16 * 60_000).toISOString() });
    expect((await runFailover(from, found(dead).ports)).outcome).toBe('not-measured');
  });

  test('gives way to a move that began later, also when that is done', async () => {
    const later = known({ to: ['west'], done: true, at: new Date(START + 60_000).toISOString() });
    expect((await runFailover({ ...from, force: true }, found(later).ports)).outcome).toBe('not-verified');
  });

  test('has to be repeated where writes of who takes over were stopped, and the repetition takes them up', async () => {
    const { state, ports } = found({ ...ALL_ACTIVE, serial: 9, quiesced: ['central'] });
    const end = await runFailover(from, ports);
    expect([end.outcome, end.failure]).toEqual([
      'not-verified',
      expect.stringContaining('writes of central may still be'),
    ]);
    const measured = { results: probes('eu-central-1', 20), regionKnown: true, stableMs: 5000, timeoutMs: 9000 };
    const done = { ...state(), inactive: ['west', 'us'], quiesced: ['central'], failover: { ...record, done: true } };
    const again = room(done, { probes: measured });
    await runFailover(request, again.ports);
    expect(again.said).toContain('apply central');
  });

  test('is told, with its report, when somebody else writes after traffic moved', async () => {
    const taken = new UserError('active-state-taken', 'somebody else changed which targets are active');
    const world = room();
    const spread = () => Promise.reject(taken);
    const spoilt = await runFailover(from, { ...world.ports, state: { ...world.ports.state, spread } });
    expect([spoilt.outcome, spoilt.failure]).toEqual([
      'not-verified',
      expect.stringMatching(/^traffic was moved, and then/),
    ]);
    const other = room();
    const { save } = other.ports.state;
    const late: FailoverPorts['state']['save'] = async (next) => {
      if (next.failover?.done) throw taken;
      return save(next);
    };
    const end = await runFailover(request, { ...other.ports, state: { ...other.ports.state, save: late } });
    expect([end.outcome, end.marks.accepted]).toEqual(['not-verified', expect.any(Number)]);
    // Before it nothing has moved, and nothing does.
    const fresh = room();
    const first = { ...fresh.ports.state, save: () => Promise.reject(taken) };
    await expect(runFailover(request, { ...fresh.ports, state: first })).rejects.toBe(taken);
  });

  test('goes on where they cannot be told, which is said', async () => {
    const world = room();
    const spread = () => Promise.reject(new UserError('active-state-not-kept', 'no target could keep it'));
    const end = await runFailover(from, { ...world.ports, state: { ...world.ports.state, spread } });
    expect(end.outcome).toBe('not-measured');
    expect(end.deviations).toContainEqual(expect.stringContaining('could not be kept everywhere'));
  });
});

test('deployments that write the same weights are stopped before, others when traffic was told to move, or soon', async () => {
  const said: string[] = [];
  const world = room(ALL_ACTIVE, { stopDeployments: async () => void said.push('stop') });
  const slow = (kind: string): Mechanism => ({
    ...world.ports.mechanism,
    kind,
    async apply() {
      said.push('begins');
      await world.clock.sleep(60_000);
      said.push('accepted');
      return [];
    },
  });
  await runFailover(request, { ...world.ports, mechanism: slow('weights') });
  await runFailover({ ...request, request: { to: 'us' } }, { ...world.ports, mechanism: slow('command') });
  expect(said).toEqual(['stop', 'begins', 'accepted', 'begins', 'stop', 'accepted']);
});
