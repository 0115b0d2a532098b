import { describe, expect, test } from '@jest/globals';
import { fenceLeft, tellLeft } from '../../../../src/commands/failover/fence-left.ts';
import { openFences } from '../../../../src/commands/failover/fencing.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import type { FailoverEnd, FailoverRequest, Probes } from '../../../../src/failover/run.ts';
import { ALL_ACTIVE } from '../../../../src/records/active-state-document.ts';
import { createVirtualClock, START } from '../../../support/virtual-clock.ts';

const target = (name: string, region: string) => ({
  name,
  region,
  partition: 'aws',
  credentials: {},
  bucket: `b-${name}`,
});
const plan = {
  application: 'shop',
  environment: 'prod',
  targets: [target('west', 'eu-west-1'), target('central', 'eu-central-1')],
  fence: { functions: { west: ['api'] } },
} as unknown as StoredPlan;
const request = { targets: plan.targets, rehearse: false } as unknown as FailoverRequest;
const move = { active: ['central'], inactive: ['west'], leaving: ['west'] };
const end = (outcome: FailoverEnd['outcome'], leaving = move.leaving): FailoverEnd => ({
  outcome,
  move: { ...move, leaving },
  marks: {},
  deviations: [],
});

/** A region whose bucket and functions answer, and what was asked of it. */
function room(silent?: string) {
  const clock = createVirtualClock();
  const asked: string[] = [];
  const objects = new Map<string, string>();
  const reserved: Record<string, number | undefined> = { api: 9 };
  const session = ({ name }: { readonly name: string }) => ({
    storage: {
      getText: async (_bucket: string, key: string) => {
        if (name === silent) return new Promise<never>(() => {});
        const text = objects.get(`${name} ${key}`);
        return text === undefined ? undefined : { text, etag: 'e' };
      },
      putText: async (_bucket: string, key: string, text: string) => {
        asked.push(`put in ${name}`);
        objects.set(`${name} ${key}`, text);
        return { etag: 'e' };
      },
    },
    functions: {
      reserved: async (of: string) => reserved[of],
      reserve: async (of: string, calls: number | undefined) => {
        asked.push(`${of}=${calls} in ${name}`);
        reserved[of] = calls;
      },
    },
  });
  const rules: unknown[] = [];
  const apart = {
    session,
    restrictContacts: (rule: unknown) => rules.push(rule),
    close: () => asked.push('close'),
    ledger: { entries: [] },
  };
  const aws = { session, apart: () => apart };
  const context = { aws, clock, signal: new AbortController().signal, report: () => {} } as unknown as RunContext;
  const state = { read: async () => ({ ...ALL_ACTIVE, serial: 3, inactive: ['west'] }), save: async () => ALL_ACTIVE };
  const ports = (probes?: Probes) => ({
    clock,
    signal: context.signal,
    report: () => {},
    state,
    ...(probes && { probes }),
  });
  return { context, ports, asked, reserved, objects };
}

/** Answers of one region, one a second. */
const answers = (region: string): Probes => ({
  results: Array.from({ length: 30 }, (_, index) => ({ at: START + index * 1000, durationMs: 1, status: 200, region })),
  regionKnown: true,
  stableMs: 5_000,
  timeoutMs: 9_000,
});

describe('what a failover left is fenced', () => {
  test('once users were seen to be served: it learns its role, and its functions stop', async () => {
    const { context, ports, asked, objects } = room();
    const { fencing, deviations } = await fenceLeft(plan, end('verified'), request, ports(), context);
    expect(fencing?.steps.map(({ result }) => result)).toEqual(['done', 'done']);
    expect([deviations, asked.sort()]).toEqual([[], ['api=0 in west', 'close', 'put in west', 'put in west']]);
    expect([...objects.values()].some((text) => text.includes('"inactive":["west"]'))).toBe(true);
  });

  test.each(['not-verified', 'not-measured'] as const)('never when it is %s', async (outcome) => {
    const { context, ports, asked } = room();
    const { fencing, deviations } = await fenceLeft(plan, end(outcome), request, ports(), context);
    expect([fencing, asked]).toEqual([undefined, []]);
    expect(deviations).toEqual(['west was not fenced: users were not seen to be served']);
  });

  test('by a repetition, when users are served now', async () => {
    const { context, ports, asked } = room();
    const done = end('already-active', []);
    const served = await fenceLeft(plan, done, request, ports(answers('eu-central-1')), context);
    expect(served.fencing?.steps).toHaveLength(2);
    asked.length = 0;
    const other = await fenceLeft(plan, done, request, ports(answers('eu-west-1')), context);
    expect([other.fencing, asked]).toEqual([undefined, []]);
  });

  test('not in a rehearsal, and not when traffic was not moved', async () => {
    const { context, ports, asked } = room();
    expect(await fenceLeft(plan, end('failed'), request, ports(), context)).toEqual({ deviations: [] });
    expect(await fenceLeft(plan, end('verified'), { ...request, rehearse: true }, ports(), context)).toEqual({
      deviations: [],
    });
    expect(asked).toEqual([]);
  });
});

test('functions of a target that takes over again take calls again', async () => {
  const { context, ports, reserved } = room();
  await fenceLeft(plan, end('verified'), request, ports(), context);
  expect(reserved).toEqual({ api: 0 });
  const fences = openFences(plan, ['west'], context);
  expect(await fences.stopped('west')).toEqual(['api']);
  expect([await fences.lift(['west']), reserved]).toEqual([[], { api: 9 }]);
});

test('a target that falls silent does not hold up the failover that goes to it', async () => {
  const { context } = room();
  const silent = { storage: { getText: () => new Promise<never>(() => {}) }, functions: {} };
  const deaf = { ...context, aws: { session: () => silent } } as unknown as RunContext;
  const began = context.clock.now();
  expect(await openFences(plan, ['west'], deaf).lift(['west'])).toEqual([
    expect.stringContaining('was not known in 5 s'),
  ]);
  expect(context.clock.now() - began).toBe(5_000);
});

test('a target that does not serve may take over when that is because it is fenced', async () => {
  const { context, ports } = room();
  const refused = () => Promise.reject(new Error('west does not serve'));
  await expect(openFences(plan, ['west'], context).ready(refused, ['west'])).rejects.toThrow('does not serve');
  await fenceLeft(plan, end('verified'), request, ports(), context);
  const fences = openFences(plan, ['west', 'central'], context);
  expect(await fences.ready(refused, ['west'])).toEqual([expect.stringContaining('west does not serve. It is fenced')]);
  await expect(fences.ready(refused, ['central'])).rejects.toThrow('does not serve');
  expect(await fences.ready(async () => ['fine'], ['west'])).toEqual(['fine']);
});

describe('several that a failover left at once', () => {
  const several = {
    ...end('verified'),
    move: { active: ['central'], inactive: ['west', 'us'], leaving: ['west', 'us'] },
  };
  const three = { ...plan, targets: [...plan.targets, target('us', 'us-east-1')] } as unknown as StoredPlan;

  test('are told that they are not active, and nothing of them is stopped: one that is silent is said', async () => {
    const { context, ports, asked, objects } = room('west');
    const told = await tellLeft(three, several, request, ports(), context);
    expect(told.fencing?.steps).toMatchObject([
      { target: 'west', result: 'unknown', detail: 'no answer in 5 s' },
      { target: 'us', what: 'its region knows that it is not active', result: 'done' },
    ]);
    expect(told.deviations).toEqual([expect.stringContaining('telling west')]);
    expect(asked).toEqual(['put in us', 'close']);
    expect([...objects.keys()]).toEqual(['us sam-multi-region/active/shop/prod.json']);
  });

  test('are not asked before users are seen to be served, which is said', async () => {
    const { context, ports, asked } = room();
    const told = await tellLeft(three, { ...several, outcome: 'not-measured' }, request, ports(), context);
    expect(told.deviations).toEqual(['west, us was not told that it is not active: users were not seen to be served']);
    expect(asked).toEqual([]);
  });

  test('are all but one that was left alone: it is the lost one', async () => {
    const { context, ports, asked } = room();
    expect(await tellLeft(plan, end('verified'), request, ports(), context)).toEqual({ deviations: [] });
    const graceful = { ...request, graceful: true };
    expect(await tellLeft(three, several, graceful, ports(), context)).toEqual({ deviations: [] });
    expect(asked).toEqual([]);
  });
});
