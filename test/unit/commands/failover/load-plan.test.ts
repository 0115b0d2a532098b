import { describe, expect, test } from '@jest/globals';
import { planOfEnvironment } from '../../../../src/commands/failover/load-plan.ts';
import type { RunContext } from '../../../../src/context.ts';
import { planKey } from '../../../../src/failover/plan.ts';
import { writePlan } from '../../../../src/failover/plan-document.ts';
import type { RunEvent } from '../../../../src/report/events.ts';
import type { Environment } from '../../../../src/topology/model.ts';
import { createMemoryStorage } from '../../../support/memory-storage.ts';
import { environment } from '../../../support/topology.ts';
import { session } from '../../release/support.ts';

const [WEST, CENTRAL] = ['eu-west-1', 'eu-central-1'];
const sketch = environment([{ name: 'all', targets: [WEST, CENTRAL] }]);
const whole: Environment = {
  ...sketch,
  instances: sketch.instances.map((instance) => ({
    ...instance,
    settings: { ...instance.settings, artifactBucket: 'artifacts-${region}' },
  })),
};
const good = writePlan({
  schema: 1,
  application: 'orders',
  environment: 'prod',
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'me',
  release: { id: 'r1' },
  mechanism: { kind: 'command', run: ['move'] },
  targets: [],
});

/** Two surviving regions with these copies of the plan. */
function room(copies: Readonly<Record<string, string>>) {
  const buckets = Object.fromEntries([WEST, CENTRAL].map((region) => [`artifacts-${region}`, { region }]));
  const storages = Object.fromEntries([WEST, CENTRAL].map((region) => [region, createMemoryStorage(buckets)]));
  for (const [region, text] of Object.entries(copies)) {
    storages[region]?.seed(`artifacts-${region}`, planKey(whole), text);
  }
  const noted: RunEvent[] = [];
  const context = {
    aws: {
      session: ({ name }: { readonly name: string }) => {
        const storage = storages[name];
        return storage && session(storage, { target: name, region: name });
      },
    },
    report: (event: RunEvent) => void noted.push(event),
  } as unknown as RunContext;
  return { storages, noted, load: () => planOfEnvironment(whole, [WEST, CENTRAL], context) };
}

describe('the copy of the plan', () => {
  test('is that of another survivor where one is damaged, which is noted', async () => {
    const { load, noted } = room({ [WEST]: '{', [CENTRAL]: good });
    expect((await load()).release.id).toBe('r1');
    expect(noted).toMatchObject([{ type: 'note', level: 'warning', target: WEST }]);
  });

  test.each(['unreachable', 'denied'] as const)('is that of another survivor where one is %s', async (kind) => {
    const { load, storages } = room({ [WEST]: good, [CENTRAL]: good });
    storages[WEST]?.failNext('getText', kind);
    expect((await load()).release.id).toBe('r1');
    expect(storages[CENTRAL]?.calls).toContain(`getText artifacts-${CENTRAL}/${planKey(whole)}`);
  });

  test('is refused by the first problem when nobody has a good one', async () => {
    const { load, storages } = room({ [WEST]: good });
    storages[WEST]?.failNext('getText', 'unreachable');
    await expect(load()).rejects.toThrow('getText: unreachable');
    await expect(room({}).load()).rejects.toMatchObject({ code: 'failover-plan-missing' });
  });

  test('is not an older one where another survivor has one of a newer version', async () => {
    const { load } = room({ [WEST]: '{"schema":99}', [CENTRAL]: good });
    await expect(load()).rejects.toMatchObject({ code: 'failover-plan-newer' });
  });
});
