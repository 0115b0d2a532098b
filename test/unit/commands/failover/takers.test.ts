import { describe, expect, test } from '@jest/globals';
import { createTakers } from '../../../../src/commands/failover/takers.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import { createVirtualClock, START } from '../../../support/virtual-clock.ts';

const plan: StoredPlan = {
  schema: 1,
  application: 'shop',
  environment: 'prod',
  compiledAt: '2026-01-01T00:00:00.000Z',
  compiledBy: 'me',
  release: { id: 'new' },
  mechanism: { kind: 'command', run: ['move'] },
  probe: { url: 'https://api.example.com', stableMs: 1, timeoutMs: 1, region: { from: 'json', name: 'region' } },
  sha256: '',
  targets: ['west', 'central', 'us'].map((name) => ({
    name,
    region: name,
    partition: 'aws',
    credentials: { source: 'ambient' },
    groups: [],
    ...(name !== 'us' && { release: name === 'west' ? 'new' : 'old', endpoint: `https://${name}.example.net` }),
  })),
};

/** Endpoints answer what is given for them, one after the other and then the last again. */
function takers(
  names: readonly string[],
  answers: Readonly<Record<string, readonly unknown[]>>,
  force = false,
  all = false,
) {
  const asked: string[] = [];
  const context = {
    clock: createVirtualClock(),
    signal: new AbortController().signal,
    http: async ({ url }: { readonly url: string }) => {
      const name = new URL(url).hostname.split('.')[0] ?? '';
      asked.push(name);
      const given = answers[name] ?? [];
      const answer = given[Math.min(asked.filter((item) => item === name).length, given.length) - 1];
      if (answer === 'silent') return new Promise(() => {});
      if (answer instanceof Error) throw answer;
      return { status: 200, headers: {}, truncated: false, address: '', body: JSON.stringify(answer) };
    },
  } as unknown as RunContext;
  const { ready, rest } = createTakers(plan, names, { force, all }, context);
  return { asked, clock: context.clock, rest, ready: () => ready({ active: names }) };
}

describe('a target that takes over', () => {
  test('is refused when it had no release, unless it is forced', async () => {
    await expect(takers(['us'], {}).ready()).rejects.toThrow('us had no release when the plan was compiled');
    expect(await takers(['us'], {}, true).ready()).toEqual(['us had no release when the plan was compiled']);
  });

  test('is refused when it does not serve at its own endpoint, and nobody else is asked', async () => {
    const refused = takers(['west'], { west: [new Error('ECONNREFUSED')] });
    await expect(refused.ready()).rejects.toMatchObject({ code: 'failover-not-ready' });
    expect(new Set(refused.asked)).toEqual(new Set(['west']));
    await expect(takers(['west'], { west: ['silent'] }).ready()).rejects.toThrow('no answer in 4 s');
    await expect(takers(['west'], { west: [{ region: 'us' }] }).ready()).rejects.toThrow('HTTP 200 from us');
  });

  test('is not refused for one bad answer', async () => {
    expect(await takers(['west'], { west: [new Error('reset'), { region: 'west' }] }).ready()).toEqual([]);
  });

  test('may have another release, which is said', async () => {
    const both = { west: [{ region: 'west' }], central: [{ region: 'central' }] };
    expect(await takers(['west', 'central'], both).ready()).toEqual(['central has the release old, not new']);
  });

  test('need not be fit where another is', async () => {
    const one = { west: [{ region: 'west' }], central: [new Error('gone')] };
    const { ready, rest } = takers(['west', 'central'], one);
    expect(await ready()).toEqual([]);
    expect(await rest()).toEqual(['central does not serve: gone', 'central has the release old, not new']);
  });

  test('is not waited for where another is fit, but where a person reads what is said', async () => {
    const one = { west: [{ region: 'west' }], central: ['silent'] };
    const { clock, ready } = takers(['west', 'central'], one);
    await ready();
    expect(clock.now()).toBe(START);
    const all = takers(['west', 'central'], one, false, true);
    expect(await all.ready()).toContain('central does not serve: no answer in 4 s');
    expect(await all.rest()).toEqual([]);
  });
});
