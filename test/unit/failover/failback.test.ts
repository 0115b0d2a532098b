import { describe, expect, test } from '@jest/globals';
import { stepWeights } from '../../../src/commands/failover/failback-steps.ts';
import { UserError } from '../../../src/errors.ts';
import { type Answered, type FailbackPorts, isBack, runFailback } from '../../../src/failover/failback.ts';
import type { Move } from '../../../src/failover/move.ts';
import type { ProbeResult } from '../../../src/failover/probe.ts';
import type { Guard } from '../../../src/failover/still-ours.ts';
import { type ActiveState, ALL_ACTIVE } from '../../../src/records/active-state-document.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

const targets = [
  { name: 'west', region: 'eu-west-1' },
  { name: 'central', region: 'eu-central-1' },
];
const away: ActiveState = { ...ALL_ACTIVE, serial: 3, inactive: ['west'] };
const record = { id: 'r', from: [], to: ['west', 'central'], mechanism: 'weights', at: '', who: 'me', reason: 'over' };

/** Answers once a second, first of the one region and then of the other. */
function answers(first: number, regions: readonly [string, string], status = 200): readonly ProbeResult[] {
  return Array.from({ length: 120 }, (_, index) => ({
    at: START + index * 1000,
    durationMs: 1,
    status: index < first ? 200 : status,
    region: index < first ? regions[0] : regions[1],
  }));
}

function room(
  results: readonly ProbeResult[],
  steps = 1,
  before = away,
  takenDuring = 0,
  badAfter = 0,
  other?: ActiveState['failover'],
  carries: FailbackPorts['carries'] = true,
  itself?: Answered,
  drained?: () => Promise<string | undefined>,
) {
  const clock = createVirtualClock();
  const said: string[] = [];
  const notes: string[] = [];
  let taken = false;
  let state = before;
  const ports = {
    clock,
    report: (event: RunEvent) => void (event.type === 'note' && notes.push(event.text)),
    signal: new AbortController().signal,
    state: {
      look: async () => ({ heard: true, copies: [state] }),
      save: async (next: Pick<ActiveState, 'inactive' | 'failover'>) => {
        said.push(`save ${next.inactive.join(',') || 'nobody'} ${next.failover?.done}`);
        state = { ...state, ...next, serial: state.serial + 1 };
        return state;
      },
    },
    steps: Array.from({ length: steps }, (_, index) => ({
      text: `step ${index + 1}`,
      apply: async (_: AbortSignal, guard: Guard) => {
        await guard();
        said.push(`step ${index + 1}`);
        taken = takenDuring === index + 1;
        if (other !== undefined) state = { ...state, failover: other, serial: state.serial + 1 };
      },
    })),
    assertHeld: async () => {
      if (taken) throw new UserError('lease-lost', 'a failover took over');
    },
    carries,
    ask: async () => itself,
    undo: (guard: Guard) => guard().then(() => void said.push('undo')),
    judge: async () => (badAfter > 0 && said.includes(`step ${badAfter}`) ? 'the gate alarm does not pass' : undefined),
    probes: { results, regionKnown: true, stableMs: 5_000, timeoutMs: 30_000 },
    ...(drained !== undefined && { drained }),
  };
  const run = (more: Partial<FailbackPorts> = {}) =>
    runFailback({ returning: 'west', targets, before, record }, { ...ports, ...more });
  return { said, notes, run };
}

describe('a failback', () => {
  test('makes the target active before traffic comes, and takes the next step when users are served', async () => {
    const { run, said } = room(answers(3, ['eu-central-1', 'eu-west-1']), 2);
    expect((await run()).outcome).toBe('verified');
    expect(said).toEqual(['save nobody false', 'step 1', 'step 2', 'save nobody true']);
  });

  test.each([
    ['users are not served', answers(2, ['eu-central-1', 'eu-west-1'], 503)],
    ['nobody is served by it', answers(2, ['eu-central-1', 'eu-central-1'])],
  ])('puts traffic back to where it was good when %s', async (_, results) => {
    const { run, said } = room(results);
    const end = await run();
    expect([end.outcome, end.failure]).toEqual(['failed', expect.stringContaining('traffic went back')]);
    expect(said).toEqual(['save nobody false', 'step 1', 'undo', 'save west true']);
  });

  test.each([
    ['comes when what waited there is worked off', undefined, ['save nobody false', 'step 1', 'save nobody true']],
    ['does not come while something waits', 'the queue has 2', ['save nobody false', 'undo', 'save west true']],
  ] as const)('traffic %s', async (_, problem, order) => {
    const results = answers(3, ['eu-central-1', 'eu-west-1']);
    const { run, said } = room(results, 1, away, 0, 0, undefined, true, undefined, async () => problem);
    expect((await run()).failure).toBe(problem && `traffic went back to where it was: ${problem}`);
    expect(said).toEqual(order);
  });

  test('says why traffic should go back when it cannot be told so', async () => {
    const { run, notes } = room(answers(3, ['eu-central-1', 'eu-west-1']), 1, away, 0, 1);
    await expect(run({ undo: () => Promise.reject(new Error('no answer')) })).rejects.toThrow('no answer');
    expect(notes).toEqual([expect.stringMatching(/not told to go back .*: the gate alarm does not pass$/)]);
    const taken = room(answers(2, ['eu-central-1', 'eu-west-1'], 503), 1, away, 1);
    await expect(taken.run()).rejects.toMatchObject({ code: 'lease-lost' });
    expect(taken.notes).toEqual([]);
  });

  test('goes no further than the step after which a gate fails', async () => {
    const { run, said } = room(answers(3, ['eu-central-1', 'eu-west-1']), 3, away, 0, 2);
    expect([(await run()).failure]).toEqual(['traffic went back to where it was: the gate alarm does not pass']);
    expect(said).toEqual(['save nobody false', 'step 1', 'step 2', 'undo', 'save west true']);
  });

  test('that repeats one that was killed leaves the target inactive, too, when users are not served', async () => {
    const killed: ActiveState = { ...away, inactive: [], failover: { ...record, done: false } };
    const { run, said } = room(answers(2, ['eu-central-1', 'eu-west-1'], 503), 1, killed);
    expect((await run()).outcome).toBe('failed');
    expect(said.at(-1)).toBe('save west true');
  });

  test.each([
    ['the next step', answers(3, ['eu-central-1', 'eu-west-1'])],
    ['putting it back', answers(2, ['eu-central-1', 'eu-west-1'], 503)],
  ])('that a failover took over from moves no traffic any more: not by %s', async (_, results) => {
    const { run, said } = room(results, 2, away, 1);
    await expect(run()).rejects.toMatchObject({ code: 'lease-lost' });
    expect(said).toEqual(['save nobody false', 'step 1']);
  });

  test('brings back what a drill moved that died before its move was done', async () => {
    const at = new Date(START).toISOString();
    const failover = { ...record, id: 'other', drill: 'quarterly', from: ['west'], at, done: false };
    const { run, said } = room(answers(3, ['eu-central-1', 'eu-west-1']), 1, { ...away, failover });
    await run();
    expect(said.at(-1)).toBe('save nobody true');
  });

  test('goes on neither while a failover is under way nor after one has said what it means', async () => {
    const at = new Date(START).toISOString();
    const failover = { ...record, id: 'other', from: ['west'], at, done: false };
    const begun = room(answers(3, ['eu-central-1', 'eu-west-1']), 1, { ...away, failover });
    await expect(begun.run()).rejects.toMatchObject({ code: 'failover-under-way' });
    expect(begun.said).toEqual([]);
    const { run, said } = room(answers(3, ['eu-central-1', 'eu-west-1']), 2, away, 0, 0, failover);
    await expect(run()).rejects.toMatchObject({ code: 'active-state-taken' });
    expect(said).toEqual(['save nobody false', 'step 1']);
  });

  describe('where nobody is served by the target', () => {
    const others = answers(3, ['eu-central-1', 'eu-central-1']);
    const good = { good: true, text: 'HTTP 200 from eu-west-1' };
    const bad = { good: false, text: 'HTTP 503' };
    const end = (carries: FailbackPorts['carries'], itself?: Answered, probed = others) =>
      room(probed, 2, away, 0, 0, undefined, carries, itself).run();

    test('is over for one that carries nothing when users are served by the others and it answers by itself', async () => {
      expect(await end(false, good)).toMatchObject({ outcome: 'verified', deviations: [] });
    });

    test('says of one that carries nothing that nobody saw it answer', async () => {
      const { outcome, deviations } = await end(false);
      expect([outcome, deviations]).toEqual(['verified', [expect.stringContaining('nobody has seen it answer')]]);
    });

    test('goes back when it does not answer by itself, whatever it carries', async () => {
      for (const carries of [false, 'unknown'] as const)
        expect(await end(carries, bad)).toMatchObject({
          outcome: 'failed',
          failure: expect.stringContaining('HTTP 503'),
        });
    });

    test('believes the endpoint of the secondary of a pair, where nothing says that it is one, and says so', async () => {
      const { outcome, deviations } = await end('unknown', good);
      expect([outcome, deviations]).toEqual(['verified', [expect.stringContaining('secondary of a failover pair')]]);
    });

    test('does not take silence for it: without an endpoint, or where users are not served', async () => {
      expect((await end('unknown')).failure).toContain('failover.endpoint');
      const broken = answers(2, ['eu-central-1', 'eu-central-1'], 503);
      expect((await end('unknown', good, broken)).failure).toContain('users were not served');
    });

    test('asks nobody else for one that is seen under the public name', async () => {
      const seen = answers(3, ['eu-central-1', 'eu-west-1']);
      expect(await end('unknown', bad, seen)).toMatchObject({ outcome: 'verified', deviations: [] });
    });
  });

  test('is over for who is active, unless a run was killed; who is active alone or was moved to returns from nowhere', () => {
    const both: Move = { active: ['west', 'central'], inactive: [], leaving: [] };
    const alone: Move = { active: ['central'], inactive: ['west'], leaving: [] };
    const failover = { ...record, done: false };
    expect([
      isBack('west', { inactive: ['west'] }, both),
      isBack('west', { inactive: [] }, both),
      isBack('west', { inactive: [], failover }, both),
      isBack('central', { inactive: ['west'], failover }, alone),
      isBack('central', { inactive: [], failover: { ...failover, from: ['north'] } }, both),
    ]).toEqual([false, true, false, true, true]);
  });

  test('goes through parts of its own weight, and ends at what is configured for everybody', () => {
    const first = { west: 0, central: 200 };
    const configured = { west: 100, central: 50 };
    const move = { active: ['west', 'central'] };
    const at = (percent: number) => stepWeights(first, configured, 'west', percent, move);
    expect([at(10), at(100)]).toEqual([
      { west: 10, central: 200 },
      { west: 100, central: 50 },
    ]);
  });
});

describe('consumers and writes in a failback', () => {
  const names = targets.map(({ name }) => name);
  function consuming(
    before: ActiveState,
    change: { readonly fails?: string; readonly also?: string; readonly hook?: boolean } = {},
  ) {
    const said: string[] = [];
    const act = async (what: string): Promise<void> => {
      said.push(what);
      if (what === change.fails || what === change.also) throw new Error(`${what} failed`);
    };
    let state = before;
    const ports = {
      clock: createVirtualClock(),
      report: () => {},
      signal: new AbortController().signal,
      state: {
        look: async () => ({ heard: true, copies: [state] }),
        save: async (next: Pick<ActiveState, 'inactive' | 'failover' | 'quiesced'>) => {
          state = { ...state, ...next, serial: state.serial + 1 };
          return state;
        },
      },
      steps: [{ text: 'step', apply: () => act('step') }],
      assertHeld: async () => {},
      carries: true,
      ask: async () => undefined,
      undo: () => act('undo'),
      judge: async () => undefined,
      consumers: {
        where: 'one-active' as const,
        set: (name: string, on: boolean) => act(`${name} ${on ? 'on' : 'off'}`),
      },
      ...(change.hook !== false && { hooks: { resume: (name: string) => act(`resume ${name}`) } }),
    };
    return { said, state: () => state, run: () => runFailback({ returning: 'west', targets, before, record }, ports) };
  }

  test('stop on one side before they start on the other, and before traffic comes', async () => {
    const { said, run, state } = consuming({ ...away, quiesced: ['west'] });
    expect((await run()).marks.consuming).toBeGreaterThan(0);
    expect(said).toEqual(['resume west', 'central off', 'west on', 'step']);
    expect(state().quiesced).toEqual([]);
  });

  test.each(['resume west', 'central off', 'west on', 'step'])('go back with the traffic: %s', async (fails) => {
    const { said, run, state } = consuming({ ...away, quiesced: ['west'] }, { fails });
    expect((await run()).outcome).toBe('failed');
    expect(said.slice(said.indexOf('undo'))).toEqual(['undo', 'west off', 'central on']);
    expect(names.filter((name) => !state().inactive.includes(name))).toEqual(['central']);
  });

  test('start where they ran though those of who was to return do not stop, and it is said', async () => {
    const { said, run, state } = consuming(away, { fails: 'west off', also: 'step' });
    const end = await run();
    expect(said.slice(said.indexOf('undo'))).toEqual(['undo', 'west off', 'west off', 'west off', 'central on']);
    expect(end.deviations).toEqual(['consumers of west may still run: west off failed']);
    expect(state().failover?.done).toBe(true);
  });

  test('that do not start again leave a move that is not done: a failover to who is active starts them', async () => {
    const { run, state } = consuming(away, { fails: 'central on', also: 'step' });
    const { outcome, deviations } = await run();
    expect([outcome, deviations]).toEqual(['failed', [expect.stringContaining('run failover to it again')]]);
    expect(state()).toMatchObject({ inactive: ['west'], failover: { to: ['central'], done: false } });
  });

  test('are seen to again when a failback was killed in between', async () => {
    const { said, run } = consuming({ ...away, inactive: [] });
    await run();
    expect(said).toEqual(['central off', 'west on', 'step']);
  });

  test('do not return to a target whose writes nothing resumes', async () => {
    const { said, run } = consuming({ ...away, quiesced: ['west'] }, { hook: false });
    expect((await run()).failure).toContain('no hook resumes them');
    expect(said).not.toContain('step');
  });
});
