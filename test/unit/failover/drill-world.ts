import { UserError } from '../../../src/errors.ts';
import type { DrillMove, DrillPorts, DrillRequest } from '../../../src/failover/drill/ports.ts';
import type { ProbeResult } from '../../../src/failover/probe.ts';
import type { FailoverEnd } from '../../../src/failover/run.ts';
import type { FailoverRecord } from '../../../src/records/active-state-document.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

export const targets = [
  { name: 'west', region: 'eu-west-1' },
  { name: 'central', region: 'eu-central-1' },
];

export const record: DrillRecord = {
  id: 'd-1',
  kind: 'outage',
  from: ['west'],
  to: ['central'],
  inactiveBefore: [],
  at: new Date(START).toISOString(),
  who: 'me',
  reason: 'a test',
  returns: [{ name: 's', region: 'eu-central-1', by: 'central', at: new Date(START + 1_800_000).toISOString() }],
  injected: false,
};

/** The latest move of the drill, or one before it. */
const before: FailoverRecord = {
  ...{ id: 'f', from: [], to: ['west', 'central'], mechanism: 'stop-switch', at: record.at, who: 'me', reason: 'r' },
  ...{ done: true, drill: 'd-1' },
};

export const request: DrillRequest = {
  record,
  targets,
  holdMs: 60_000,
  patienceMs: 30_000,
  abort: { share: 0.9, windowMs: 10_000 },
};

/** Nobody asks for longer than that: a clock that jumps would never stop. */
const LONGEST_MS = 300_000;

/**
 * Two regions. A signal in `central` stops `west`; health checks send users to `west` only while nothing stops it and it
 * answers. A schedule takes the signal away, if it is still the one of the drill.
 */
export function drillWorld() {
  const clock = createVirtualClock();
  const said: string[] = [];
  const cancelling = new AbortController();
  const world = {
    inactive: [] as readonly string[],
    failover: before,
    drill: undefined as DrillRecord | undefined,
    signal: undefined as 'drill' | 'other' | undefined,
    scheduled: false,
    broken: false,
    /** Lost for real. */
    lost: new Set<string>(),
    takenOver: false,
    /** What ports do when they are called for the n-th time. */
    killAt: Number.POSITIVE_INFINITY,
  };
  let calls = 0;
  let died = (): void => {};
  const death = new Promise<'killed'>((resolve) => {
    died = () => resolve('killed');
  });
  /** Once the process is killed nothing comes back to it, and nothing of what it does later happens. */
  const step = async (name: string, act: () => void = () => {}): Promise<void> => {
    calls += 1;
    if (calls >= world.killAt) {
      died();
      await new Promise<never>(() => {});
    }
    said.push(name);
    act();
  };
  const held = (): void => {
    if (world.takenOver) throw new UserError('lease-lost', 'a failover took over');
  };
  const answers = (name: string): boolean => !world.lost.has(name) && !(name === 'west' && world.broken);
  const served = (): string | undefined => {
    if (world.signal === undefined && answers('west')) return 'west';
    return answers('central') ? 'central' : undefined;
  };
  const ended = (outcome: FailoverEnd['outcome'], active: readonly string[]): DrillMove => ({
    end: { outcome, move: { active, inactive: [], leaving: [] }, marks: {}, deviations: [] },
    missed: [],
  });
  const ports: DrillPorts = {
    clock,
    report: () => {},
    signal: cancelling.signal,
    keep: (drill) =>
      step(`keep ${drill.ended?.outcome ?? 'open'}${drill.injected ? ' injected' : ''}`, () => {
        held();
        world.drill = drill;
      }),
    isEnded: async () => world.drill?.ended !== undefined,
    assertHeld: async () => held(),
    problems: async (names) => names.filter((name) => !answers(name)).map((name) => `${name} is not fit`),
    returns: {
      arrange: () =>
        step('arrange', () => {
          world.scheduled = true;
        }),
      cancel: () =>
        step('cancel', () => {
          world.scheduled = false;
        }),
    },
    fault: {
      inject: () =>
        step('inject', () => {
          world.broken = true;
        }),
      mend: () =>
        step('mend', () => {
          world.broken = false;
        }),
    },
    async away() {
      await step('away: state', () => {
        world.inactive = ['west'];
        world.failover = { ...before, done: false };
      });
      await step('away: traffic', () => {
        world.signal = 'drill';
      });
      await step('away: done', () => {
        world.failover = { ...before, done: true };
      });
      return ended(served() === 'central' ? 'verified' : 'not-verified', ['central']);
    },
    async back() {
      await step('back: state', () => {
        world.inactive = [];
        world.failover = { ...before, done: false };
      });
      await step('back: traffic', () => {
        world.signal = undefined;
      });
      if (served() !== 'west') {
        await step('back: undone', () => {
          world.signal = 'other';
          world.inactive = ['west'];
        });
        return ended('failed', ['central']);
      }
      await step('back: done', () => {
        world.failover = { ...before, done: true };
      });
      return ended('verified', ['west', 'central']);
    },
    stay: () =>
      step('stay', () => {
        world.inactive = ['west'];
        world.signal = 'other';
      }),
    settle: () =>
      step('settle', () => {
        world.signal = world.inactive.includes('west') ? 'other' : undefined;
      }),
  };
  const fire = (): void => {
    if (world.scheduled && world.signal === 'drill') world.signal = undefined;
    world.scheduled = false;
  };
  return {
    world,
    ports,
    said,
    clock,
    served,
    /** The time of the schedule comes. */
    fire,
    cancel: () => cancelling.abort(),
    calls: () => calls,
    death,
    /** Another process, which nothing kills. */
    revive: () => {
      world.killAt = Number.POSITIVE_INFINITY;
    },
    /** Answers to somebody who asks once a second, as the world is then. */
    probing() {
      const results: ProbeResult[] = [];
      const ask = (): void => {
        const name = served();
        const region = targets.find((target) => target.name === name)?.region;
        const at = clock.now();
        results.push({ at, durationMs: 1, ...(region === undefined ? { error: 'none' } : { status: 200, region }) });
        if (at < START + LONGEST_MS) clock.at(at + 1_000, ask);
      };
      for (let second = 0; second < 20; second += 1) {
        results.push({ at: START - 20_000 + second * 1_000, durationMs: 1, status: 200, region: 'eu-west-1' });
      }
      ask();
      return { results, regionKnown: true, stableMs: 5_000, timeoutMs: 30_000 };
    },
  };
}
