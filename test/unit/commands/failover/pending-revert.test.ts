import { describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../../src/aws/ports.ts';
import { pendingRevert } from '../../../../src/commands/failover/pending-revert.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import { rolloutKey } from '../../../../src/records/rollout-document.ts';
import type { OpenRollout } from '../../../../src/rollout/open-rollout.ts';
import type { TrafficSettings } from '../../../../src/topology/traffic-model.ts';
import { createMemoryStorage, type MemoryStorage } from '../../../support/memory-storage.ts';
import { target } from '../../../support/topology.ts';
import { createVirtualClock, START } from '../../../support/virtual-clock.ts';

const NAMES = ['eu-west-1', 'eu-central-1', 'eu-north-1'];
const [WEST = '', CENTRAL = '', NORTH = ''] = NAMES;
const KEY = rolloutKey({ application: 'shop', name: 'prod' });
const REVERT = {
  name: 'sam-multi-region.shop-prod.1',
  region: 'us-east-1',
  at: new Date(START + 3_600_000).toISOString(),
  from: { [WEST]: 10, [CENTRAL]: 90 },
  to: { [WEST]: 0, [CENTRAL]: 90 },
};
const ROLLOUT: OpenRollout = {
  version: 1,
  release: { id: 'r2' },
  owner: { run: 'run-1', who: 'me' },
  openedAt: new Date(START).toISOString(),
  sequence: 1,
  revision: 3,
  course: 'forward',
  phases: {},
  paused: { after: 'canary', at: new Date(START).toISOString() },
  revert: REVERT,
};
const traffic = {
  driver: {
    driver: 'route53',
    zone: 'Z1',
    name: 'api.example.com',
    setIdentifiers: {},
    regions: {},
    revertRole: 'reverter',
  },
  access: target(CENTRAL),
  weights: { [WEST]: 10, [CENTRAL]: 90 },
  steps: [100],
  floorPercent: 0,
} as TrafficSettings;

/** The primary waits with a tenth of the traffic on a new release; `silent` targets never answer. */
function room(
  given: {
    readonly rollout?: Partial<OpenRollout>;
    readonly traffic?: false;
    readonly silent?: readonly string[];
  } = {},
) {
  const storages = new Map<string, MemoryStorage>();
  const deleted: string[] = [];
  const refuse: { error?: Error; gone?: boolean } = {};
  for (const name of NAMES) {
    const storage = createMemoryStorage({ b: { region: name } });
    storage.seed('b', KEY, JSON.stringify({ ...ROLLOUT, ...given.rollout }));
    storages.set(name, storage);
  }
  const asked: string[] = [];
  const session = ({ name, region }: { name: string; region: string }) =>
    ({
      storage: {
        ...storages.get(region),
        getText: (...args: Parameters<MemoryStorage['getText']>) => {
          asked.push(name);
          return given.silent?.includes(name) ? new Promise(() => {}) : storages.get(region)?.getText(...args);
        },
      },
      traffic: {
        schedules: {
          region: 'us-east-1',
          delete: async (schedule: string) => {
            if (refuse.error !== undefined) throw refuse.error;
            deleted.push(schedule);
            return refuse.gone !== true;
          },
        },
      },
    }) as unknown as TargetSession;
  const context = {
    aws: { session },
    clock: createVirtualClock(),
    origin: { who: 'me', runId: 'run-2' },
    http: () => Promise.reject(new Error('nothing is asked')),
  } as unknown as RunContext;
  const plan = {
    application: 'shop',
    environment: 'prod',
    targets: NAMES.map((name) => ({ ...target(name), bucket: 'b' })),
    ...(given.traffic !== false && { traffic }),
  } as unknown as StoredPlan;
  const end = (active: readonly string[], outcome: 'verified' | 'failed' | 'rehearsed' = 'verified') => {
    const inactive = NAMES.filter((name) => !active.includes(name));
    const pending = pendingRevert(plan, active, context);
    return pending.end({ outcome, move: { active, inactive, leaving: inactive } });
  };
  const begin = (active: readonly string[]) => {
    const pending = pendingRevert(plan, active, context);
    pending.moved(active);
    return pending;
  };
  return { end, begin, deleted, refuse, asked };
}

describe('the revert of a rollout that waits, after a failover that moves no weights', () => {
  test('is taken away where it would leave no active target a weight', async () => {
    const { end, deleted } = room();
    expect(await end([WEST])).toEqual([expect.stringContaining(`would have left ${WEST} no weight`)]);
    expect(deleted).toEqual([REVERT.name]);
  });

  test('stays where users are served after it: nobody else takes a bad release away', async () => {
    const { end, deleted } = room();
    expect(await end([WEST, CENTRAL])).toEqual([]);
    expect(await end([CENTRAL])).toEqual([]);
    expect(deleted).toEqual([]);
  });

  test('is found although a region does not answer, and that region alone is not waited for long', async () => {
    const { end, deleted } = room({ silent: [NORTH] });
    await end([WEST, NORTH]);
    expect(deleted).toEqual([REVERT.name]);
  });

  test('that cannot be taken away is told, with what to do by hand', async () => {
    const { end, refuse } = room();
    refuse.error = new Error('us-east-1 is being left');
    expect(await end([WEST])).toEqual([
      expect.stringMatching(/could not be taken away: delete the schedule .*\.1 in us-east-1.*us-east-1 is being left/),
    ]);
  });

  test('is taken away as soon as traffic moved, before anybody sees whether users are served', async () => {
    const { begin, deleted } = room();
    const pending = begin([WEST]);
    for (let turn = 0; turn < 100 && deleted.length === 0; turn += 1) await new Promise(setImmediate);
    expect(deleted).toEqual([REVERT.name]);
    const end = { outcome: 'not-verified', move: { active: [WEST], inactive: [], leaving: [] } } as const;
    expect(await pending.end(end)).toEqual([expect.stringContaining('was taken away')]);
    expect(deleted).toHaveLength(1);
  });

  test('that may have struck is not said to be taken away', async () => {
    const near = room({ rollout: { revert: { ...REVERT, at: new Date(START + 1_000).toISOString() } } });
    expect(await near.end([WEST])).toEqual([expect.stringMatching(/may have left .* no weight, or does so until/)]);
    const gone = room();
    gone.refuse.gone = true;
    expect(await gone.end([WEST])).toEqual([expect.stringContaining('is not scheduled any more')]);
  });

  test.each(['rehearsed', 'failed'] as const)('is left where the failover %s', async (outcome) => {
    const { end, deleted } = room();
    expect(await end([WEST], outcome)).toHaveLength(outcome === 'rehearsed' ? 1 : 0);
    expect(deleted).toEqual([]);
  });

  test('of a rollout that is over is nobody’s', async () => {
    const { end, deleted } = room({ rollout: { course: 'closed' } });
    expect([await end([WEST]), deleted]).toEqual([[], []]);
  });

  test('costs no call where nothing can be scheduled', async () => {
    const { end, asked } = room({ traffic: false });
    expect([await end([WEST]), asked]).toEqual([[], []]);
  });
});
