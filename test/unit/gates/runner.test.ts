import { describe, expect, test } from '@jest/globals';
import { AwsError, type TargetSession } from '../../../src/aws/ports.ts';
import type { GatePorts } from '../../../src/gates/check.ts';
import type { HttpAnswer, HttpRequest } from '../../../src/gates/http-port.ts';
import type { GateMoment, GateRequest } from '../../../src/gates/model.ts';
import { createGateRunner } from '../../../src/gates/runner.ts';
import type { GateDefinition, HttpCheck } from '../../../src/topology/gate-model.ts';
import { environment } from '../../support/topology.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function gate(more: Partial<GateDefinition> = {}, check: Partial<HttpCheck> = {}): GateDefinition {
  return {
    name: 'health',
    when: ['bake'],
    scope: 'target',
    inconclusive: 'hold',
    intervalMs: 30_000,
    timeoutMs: 30_000,
    check: {
      kind: 'http',
      url: '${stacks.app.outputs.Url}health',
      method: 'GET',
      headers: {},
      redirects: 0,
      successes: 1,
      failures: 1,
      pauseMs: 1_000,
      requestTimeoutMs: 5_000,
      expect: { statuses: ['200'], headers: {}, json: {}, jsonMatches: {} },
      ...check,
    },
    ...more,
  };
}

interface World {
  readonly gates: readonly GateDefinition[];
  readonly answer?: (request: HttpRequest) => Promise<Partial<HttpAnswer>>;
  readonly parameter?: (name: string) => Promise<string>;
  /** Outputs of the deployed stack in a target; absent: it is not deployed. */
  readonly deployed?: (target: string) => Promise<Readonly<Record<string, string>> | undefined>;
  readonly bakeMs?: number;
}

const outputs = {
  'eu-west-1': { app: { Url: 'https://one.example.com/' } },
  'eu-central-1': { app: { Url: 'https://two.example.com/' } },
};

function world({
  gates,
  answer = async () => ({}),
  parameter,
  deployed = async () => undefined,
  bakeMs = 60_000,
}: World) {
  const clock = createVirtualClock();
  const asked: string[] = [];
  const described: string[] = [];
  const session = (name: string) => {
    const describeStack = async (stack: string) => {
      described.push(`${stack} in ${name}`);
      const found = await deployed(name);
      return found && { outputs: found };
    };
    const fake: unknown = {
      account: async () => '111111111111',
      cloudformation: { describeStack },
      ...(parameter && { parameter }),
    };
    return fake as TargetSession;
  };
  const ports = {
    clock,
    env: {},
    spawn: async () => ({ exitCode: 0, tail: [], aborted: false }),
    http: async (request: HttpRequest) => {
      asked.push(request.url);
      return { status: 200, headers: {}, body: '', truncated: false, address: '192.0.2.1', ...(await answer(request)) };
    },
    session: ({ name }) => session(name),
  } satisfies GatePorts;
  const runner = createGateRunner({
    ...ports,
    environment: environment([{ name: 'wave-1', targets: ['eu-west-1', 'eu-central-1'], gates, bakeMs }]),
    release: { id: 'r1', commit: 'abc' },
  });
  const start = clock.now();
  const ask = (moment: GateMoment, more: Partial<GateRequest> = {}, signal = new AbortController().signal) =>
    runner.ask(
      {
        moment,
        phase: 'wave-1',
        targets: ['eu-west-1', 'eu-central-1'],
        outputs,
        since: start,
        bakeSince: start,
        ...more,
      },
      signal,
    );
  return { runner, ask, asked, described, clock };
}

describe('one round', () => {
  test('asks every gate of the moment in every target, with the references of that target', async () => {
    const { ask, asked } = world({ gates: [gate(), gate({ name: 'later', when: ['after'] })] });
    const verdicts = await ask('bake');
    expect(asked.sort()).toEqual(['https://one.example.com/health', 'https://two.example.com/health']);
    expect(verdicts.map(({ gate: name, target, moment, verdict }) => [name, target, moment, verdict])).toEqual([
      ['health', 'eu-west-1', 'bake', 'pass'],
      ['health', 'eu-central-1', 'bake', 'pass'],
    ]);
    expect(verdicts[0]).toMatchObject({ at: '2026-01-05T08:00:00.000Z', evidence: { status: 200 } });
  });

  test('asks only for the targets that are judged', async () => {
    const { ask, asked } = world({ gates: [gate()] });
    expect(await ask('bake', { targets: ['eu-central-1'] })).toHaveLength(1);
    expect(asked).toEqual(['https://two.example.com/health']);
  });

  test('asks a gate of the whole rollout once, for no target', async () => {
    const url = '${stacks.app.targets.eu-central-1.outputs.Url}';
    const { ask, asked } = world({ gates: [gate({ scope: 'rollout' }, { url })] });
    const verdicts = await ask('bake');
    expect(asked).toEqual(['https://two.example.com/']);
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).not.toHaveProperty('target');
  });

  test('puts references in everywhere, into regular expressions as literal text', async () => {
    const bodies: (string | undefined)[] = [];
    const answer = async ({ headers, body, url }: HttpRequest) => {
      bodies.push(headers['x-token'], body, url);
      return { body: 'r1 of eu-west-1 https://one.example.com/' };
    };
    const check = {
      url: 'https://${target.region}.example.com/${environment}/${application}/${target.account}',
      headers: { 'x-token': '${ssm:/token}' },
      body: '${release.commit}',
      expect: {
        statuses: ['200'],
        headers: {},
        json: {},
        jsonMatches: {},
        bodyMatches: '^${release} of ${target.name} ${stacks.app.outputs.Url}$',
      },
    };
    const round = (url: string) =>
      world({ gates: [gate({}, check)], answer, parameter: async (name) => `value of ${name}` }).ask('bake', {
        targets: ['eu-west-1'],
        outputs: { 'eu-west-1': { app: { Url: url } } },
      });
    expect(await round('https://one.example.com/')).toMatchObject([{ verdict: 'pass' }]);
    expect(bodies).toEqual(['value of /token', 'abc', 'https://eu-west-1.example.com/prod/orders/111111111111']);
    expect(await round('https://one.example.com.')).toMatchObject([{ verdict: 'fail' }]);
  });
});

test('a round of many gates is asked side by side, but not all in one moment', async () => {
  const gates = Array.from({ length: 100 }, (_, index) => gate({ name: `gate-${index}` }));
  let [now, most] = [0, 0];
  const answer = async () => {
    now += 1;
    most = Math.max(most, now);
    // Long enough for all to begin that may; the virtual clock would jump to the time limit if anything really waited.
    for (let turn = 0; turn < 2_000; turn += 1) await undefined;
    now -= 1;
    return {};
  };
  expect(await world({ gates, answer }).ask('bake')).toHaveLength(200);
  expect(most).toBe(64);
});

describe('after a rollback', () => {
  test('only the endpoints of targets are asked, whatever their moment, for the release that is back', async () => {
    const expecting = {
      expect: { statuses: ['200'], headers: {}, json: {}, jsonMatches: {}, bodyContains: '${release}' },
    };
    const gates = [gate({ when: ['after'] }, expecting), gate({ name: 'all', scope: 'rollout' }, expecting)];
    const { ask } = world({ gates, answer: async () => ({ body: 'r0' }) });
    const verdicts = await ask('return', { release: { id: 'r0' }, targets: ['eu-west-1'] });
    expect(verdicts.map(({ gate: name, verdict, moment }) => [name, verdict, moment])).toEqual([
      ['health', 'pass', 'return'],
    ]);
    expect(await ask('return', { targets: ['eu-west-1'] })).toMatchObject([{ verdict: 'fail' }]);
  });
});

describe('an output that is not there', () => {
  test('is a failure once the stack is deployed', async () => {
    const { ask, asked } = world({ gates: [gate()] });
    const [verdict] = await ask('bake', { outputs: { 'eu-west-1': { app: {} } }, targets: ['eu-west-1'] });
    expect(verdict).toMatchObject({ verdict: 'fail', reason: '${stacks.app.outputs.Url} has no value' });
    expect(asked).toEqual([]);
    expect(await ask('bake', { outputs: {}, targets: ['eu-central-1'] })).toMatchObject([{ verdict: 'fail' }]);
  });

  test('lets a first deployment begin', async () => {
    const { ask } = world({ gates: [gate({ when: ['before'] })] });
    const [verdict] = await ask('before', { outputs: {}, targets: ['eu-west-1'] });
    expect(verdict).toMatchObject({ verdict: 'pass', evidence: { deployed: false } });
    const [known] = await ask('before', { outputs: { 'eu-west-1': { app: {} } }, targets: ['eu-west-1'] });
    expect(known).toMatchObject({ verdict: 'fail' });
  });

  test('is read where it is deployed when the rollout does not know it, once a round', async () => {
    const gates = [
      gate({ when: ['before'] }),
      gate({ name: 'two', when: ['before'] }, { body: '${stacks.app.outputs.Other}' }),
    ];
    const { ask, asked, described } = world({
      gates,
      deployed: async (name) => ({ Url: `https://${name}.example.com/` }),
    });
    const verdicts = await ask('before', { outputs: {}, targets: ['eu-west-1'] });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
    expect(asked).toEqual(['https://eu-west-1.example.com/health']);
    expect(described).toEqual(['orders-app in eu-west-1']);
  });

  test('and so is an SSM parameter that is not there', async () => {
    const missing = new AwsError({
      kind: 'not-found',
      code: 'ParameterNotFound',
      message: 'no',
      service: 'SSM',
      action: 'GetParameter',
      region: 'eu-west-1',
    });
    const { ask } = world({
      gates: [gate({ when: ['before'] }, { url: '${ssm:/url}' })],
      parameter: () => Promise.reject(missing),
    });
    expect(await ask('before', { outputs: {} })).toMatchObject([{ verdict: 'fail' }, { verdict: 'fail' }]);
  });
});

describe('an inconclusive gate', () => {
  const denied = new AwsError({
    kind: 'denied',
    code: 'AccessDenied',
    message: 'not yours',
    service: 'SSM',
    action: 'GetParameter',
    region: 'eu-west-1',
  });
  const refused = { parameter: () => Promise.reject(denied) };
  const asking = (inconclusive: GateDefinition['inconclusive']) =>
    world({ gates: [gate({ inconclusive }, { url: '${ssm:/url}' })], ...refused }).ask('bake', {
      targets: ['eu-west-1'],
    });

  test('is one that AWS refuses, and holds', async () => {
    expect(await asking('hold')).toMatchObject([
      { verdict: 'inconclusive', reason: 'not yours', evidence: { error: 'AccessDenied' } },
    ]);
  });

  test('counts as what it is configured to, and can still be told from that', async () => {
    expect(await asking('pass')).toMatchObject([
      { verdict: 'pass', reason: 'not yours (inconclusive, which counts as pass)', evidence: { inconclusive: true } },
    ]);
    expect(await asking('fail')).toMatchObject([{ verdict: 'fail', evidence: { inconclusive: true } }]);
  });

  test('is one that comes to no verdict in its time, with what it saw last', async () => {
    const { ask, clock } = world({
      gates: [gate({ timeoutMs: 10_000 }, { failures: 100 })],
      answer: async () => ({ status: 500 }),
    });
    const start = clock.now();
    const [verdict] = await ask('bake', { targets: ['eu-west-1'] });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', evidence: { timedOut: true } });
    expect(verdict?.reason).toMatch(
      /^no verdict within 10 s; last: GET https:\/\/one.example.com\/health: the status: expected 200, found 500$/,
    );
    expect(clock.now() - start).toBe(10_000);
  });

  test('is one that never answers and does not hear that its time is over', async () => {
    const { ask } = world({ gates: [gate()], answer: () => new Promise(() => {}) });
    expect(await ask('bake', { targets: ['eu-west-1'] })).toMatchObject([
      { verdict: 'inconclusive', reason: 'no verdict within 30 s' },
    ]);
  });

  test('is one whose run is cancelled', async () => {
    const controller = new AbortController();
    const answer = () => {
      controller.abort(new Error('stop'));
      return new Promise<never>(() => {});
    };
    const { ask } = world({ gates: [gate()], answer });
    const [verdict] = await ask('bake', { targets: ['eu-west-1'] }, controller.signal);
    expect(verdict).toMatchObject({ verdict: 'inconclusive', evidence: { cancelled: true } });
  });
});

describe('the rounds of a bake', () => {
  test('come as often as the most frequent gate wants', () => {
    const often = gate({ name: 'often', intervalMs: 5_000 });
    expect(
      world({ gates: [gate(), often, gate({ name: 'x', intervalMs: 1_000, when: ['after'] })] }).runner.intervalMs,
    ).toBe(5_000);
    expect(world({ gates: [] }).runner.intervalMs).toBe(30_000);
  });

  test('ask each gate only as often as it says, and all of them at the end of the bake', async () => {
    const { ask, asked, clock } = world({ gates: [gate({ intervalMs: 50_000 })], bakeMs: 60_000 });
    const start = clock.now();
    const times: number[] = [];
    for (let round = 0; round <= 6; round += 1) {
      const before = asked.length;
      const verdicts = await ask('bake', { targets: ['eu-west-1'], bakeSince: start });
      expect(verdicts).toMatchObject([{ verdict: 'pass' }]);
      if (asked.length > before) times.push(clock.now() - start);
      await clock.sleep(10_000);
    }
    expect(times).toEqual([0, 50_000, 60_000]);
  });
});
