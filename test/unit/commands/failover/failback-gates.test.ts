import { describe, expect, test } from '@jest/globals';
import { failingSince, gatesOf } from '../../../../src/commands/failover/failback-gates.ts';
import { gatesCheck } from '../../../../src/commands/failover/readiness/services.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import type { HttpRequest } from '../../../../src/gates/http-port.ts';
import type { RunEvent } from '../../../../src/report/events.ts';
import type { GateDefinition } from '../../../../src/topology/gate-model.ts';
import { environment } from '../../../support/topology.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const plan = { release: { id: 'r1' } } as StoredPlan;
const common = { scope: 'target', inconclusive: 'hold', intervalMs: 30_000, timeoutMs: 30_000 } as const;

function http(name: string, when: GateDefinition['when'], url = `https://example.com/${name}`): GateDefinition {
  const expected = { statuses: ['200'], headers: {}, json: {}, jsonMatches: {} };
  const check = { kind: 'http', url, method: 'GET', headers: {}, redirects: 0, successes: 1, failures: 1 } as const;
  return { name, when, ...common, check: { ...check, pauseMs: 1_000, requestTimeoutMs: 5_000, expect: expected } };
}

/** As it is configured without a `when`. */
const alarms: GateDefinition = {
  name: 'alarms',
  when: ['before', 'bake'],
  ...common,
  check: {
    kind: 'alarm',
    names: ['errors'],
    prefixes: [],
    tags: {},
    insufficientData: 'inconclusive',
    stale: 'inconclusive',
  },
};

interface World {
  readonly gates: readonly GateDefinition[];
  readonly status?: number;
  readonly alarm?: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
}

function world({ gates, status = 200, alarm = 'OK' }: World) {
  const asked: string[] = [];
  const events: RunEvent[] = [];
  const clock = createVirtualClock();
  const state = { name: 'errors', arn: 'arn:errors', kind: 'composite', state: alarm, stateSince: 0, queries: [] };
  const session = ({ name }: { readonly name: string }) => ({
    account: async () => '111111111111',
    monitoring: {
      alarms: async () => {
        asked.push(`alarms in ${name}`);
        return [state];
      },
      alarmChanges: async () => [],
    },
  });
  const context = {
    clock,
    env: {},
    signal: new AbortController().signal,
    report: (event: RunEvent) => void events.push(event),
    aws: { session },
    http: async ({ url }: HttpRequest) => {
      asked.push(url);
      return { status, headers: {}, body: '', truncated: false, address: '192.0.2.1' };
    },
  } as unknown as RunContext;
  const whole = environment([
    { name: 'wave-1', targets: ['eu-west-1'], gates },
    { name: 'wave-2', targets: ['eu-central-1'], gates },
  ]);
  return { asked, events, look: () => gatesOf('eu-west-1', plan, whole, context), whole, context };
}

describe('what gates say of one target outside of a rollout', () => {
  test('is asked whatever their `when` says, and of this target alone', async () => {
    const { asked, look } = world({ gates: [http('health', ['bake']), http('smoke', ['after']), alarms] });
    const { verdicts, against } = await look();
    expect(asked.sort()).toEqual(['alarms in eu-west-1', 'https://example.com/health', 'https://example.com/smoke']);
    expect([verdicts.map(({ verdict }) => verdict), against]).toEqual([['pass', 'pass', 'pass'], []]);
  });

  test.each([
    ['an alarm that rings', alarms],
    ['an endpoint that answers badly', http('health', ['bake'])],
    ['what is asked before a wave', http('health', ['before'])],
  ])('stands against it when it fails: %s', async (_, gate) => {
    const { look, whole, context, events } = world({ gates: [gate], status: 500, alarm: 'ALARM' });
    const gates = await look();
    expect(gates.against.map(({ gate: name, verdict }) => [name, verdict])).toEqual([[gate.name, 'fail']]);
    expect(gatesCheck(gates)).toMatchObject({ verdict: 'missing' });
    expect(await failingSince(0, 'eu-west-1', plan, whole, context)).toMatch(
      `the gate ${gate.name} does not pass in eu-west-1: `,
    );
    expect(events).toEqual([{ type: 'gate.verdict', verdict: expect.objectContaining({ verdict: 'fail' }) }]);
  });

  test('an alarm without data does not, as nobody is served there yet, unless it is a gate of `after`', async () => {
    const { against, verdicts } = await world({ gates: [alarms], alarm: 'INSUFFICIENT_DATA' }).look();
    expect([against, verdicts.map(({ verdict }) => verdict)]).toEqual([[], ['inconclusive']]);
    expect(gatesCheck({ against, verdicts })).toMatchObject({
      verdict: 'ready',
      text: expect.stringMatching(/^0 of 1 pass; no verdict yet: alarms: /),
    });
    const owed = await world({ gates: [{ ...alarms, when: ['after'] }], alarm: 'INSUFFICIENT_DATA' }).look();
    expect(owed.against.map(({ verdict }) => verdict)).toEqual(['inconclusive']);
    expect(gatesCheck(owed)).toMatchObject({ verdict: 'unknown' });
  });

  test('does not depend on where traffic is: what has to come to a verdict is told that the target is active', async () => {
    const { asked, look } = world({ gates: [http('active', ['bake'], 'https://example.com/${target.active}')] });
    expect([await look(), asked]).toEqual([{ verdicts: [], against: [] }, []]);
    const owed = world({ gates: [http('active', ['after'], 'https://example.com/${target.active}')] });
    await owed.look();
    expect(owed.asked).toEqual(['https://example.com/true']);
  });
});
