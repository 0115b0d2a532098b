import { describe, expect, test } from '@jest/globals';
import { gatesOf, loaded, refusals } from './gate-config.ts';

describe('a gate of alarms', () => {
  test('takes names, beginnings of names and tags, one or several', async () => {
    const [first, second, third] = gatesOf(
      await loaded(
        '- { alarm: [a, b], insufficient-data: pass, stale: fail }\n- { alarm-prefix: "${application}-" }\n- { alarm-tag: { team: x } }',
      ),
    );
    expect(first).toMatchObject({
      name: 'alarm',
      when: ['before', 'bake'],
      check: { kind: 'alarm', names: ['a', 'b'], prefixes: [], tags: {}, insufficientData: 'pass', stale: 'fail' },
    });
    expect(second).toMatchObject({
      name: 'alarm-2',
      check: { prefixes: ['${application}-'], insufficientData: 'inconclusive', stale: 'pass' },
    });
    expect(third).toMatchObject({ check: { tags: { team: 'x' } } });
  });

  test('is no http gate', async () => {
    expect(await refusals('- { alarm: a, http: "https://example.com/" }')).toEqual([
      'gate 9:9 a gate is both http and alarm: it has exactly one kind',
    ]);
    expect(await refusals('- { alarm: a, expect: { status: 200 } }')).toEqual([
      'gate 9:29 "expect" has no meaning for a gate of the kind alarm',
    ]);
    expect(await refusals('- { http: "https://example.com/", stale: fail }')).toEqual([
      'gate 9:48 "stale" has no meaning for a gate of the kind http',
    ]);
  });
});

describe('a gate of metrics', () => {
  const errors =
    'errors: { namespace: AWS/Lambda, metric: Errors, dimensions: { FunctionName: "${stacks.api.outputs.FunctionName}" } }';
  const requests = 'requests: { namespace: AWS/Lambda, metric: Invocations, statistic: p99.9 }';
  const gate = (body: string) =>
    `- metric:\n    metrics:\n      ${errors}\n      ${requests}\n${body.replaceAll(/^/gm, '    ')}`;

  test('has metrics, an expression and a threshold', async () => {
    const [found] = gatesOf(
      await loaded(gate('expression: "100 * errors / requests"\nbelow: 0.5\nmin-samples: 100\nsamples: requests')),
    );
    expect(found?.check).toEqual({
      kind: 'metric',
      metrics: [
        {
          id: 'errors',
          namespace: 'AWS/Lambda',
          metric: 'Errors',
          dimensions: { FunctionName: '${stacks.api.outputs.FunctionName}' },
          statistic: 'Sum',
        },
        { id: 'requests', namespace: 'AWS/Lambda', metric: 'Invocations', dimensions: {}, statistic: 'p99.9' },
      ],
      expression: '100 * errors / requests',
      comparison: 'below',
      threshold: 0.5,
      periodMs: 60_000,
      datapointsToFail: 1,
      minDatapoints: 1,
      minSamples: 100,
      samplesOf: 'requests',
      missingData: 'inconclusive',
    });
  });

  test.each([
    ['no threshold', 'expression: errors', 'gate 10:11 a metric gate says no threshold'],
    ['two thresholds', 'expression: errors\nbelow: 1\nabove: 2', 'gate 15:18 a metric gate says both below and above'],
    ['several metrics and no expression', 'below: 1', 'gate 10:11 a gate of several metrics needs an expression'],
    [
      'an expression of something else',
      'expression: errors / request\nbelow: 1',
      'gate 13:23 the expression names "request", which is no metric',
    ],
    [
      'samples of something else',
      'expression: errors\nbelow: 1\nsamples: invocations',
      'gate 15:20 "invocations" is no metric',
    ],
    [
      'a period of half a minute more',
      'expression: errors\nbelow: 1\nperiod: 90s',
      'gate 15:19 the period of a metric gate must be whole minutes',
    ],
    ['a threshold that is no number', 'expression: errors\nbelow: 5%', 'bad-value 14:18'],
    [
      'a statistic that is none',
      'expression: SUM(METRICS("e")) + IF(errors > 1, errors, 0)\nbelow: 1\nmetrics2: 1',
      'unknown-key 15:11',
    ],
  ])('is refused with %s', async (_name, body, start) => {
    expect(await refusals(gate(body))).toEqual([expect.stringContaining(start)]);
  });
});

describe('a gate that runs something', () => {
  const role = '    role-to-assume: arn:aws:iam::111111111111:role/deploy\n';

  test('takes a line for the shell, or a program with its arguments', async () => {
    const environment = await loaded(
      '- { command: ./check.sh "$SMR_RELEASE" }\n- { command: [node, check.mjs, "${stacks.api.outputs.Url}"] }\n- command: { run: [true], directory: checks, environment: { A: 1 }, credentials: none }',
      role,
    );
    expect(gatesOf(environment).map(({ name, when, timeoutMs, check }) => [name, when, timeoutMs, check])).toEqual([
      [
        'command',
        ['after'],
        300_000,
        {
          kind: 'command',
          run: ['sh', '-c', './check.sh "$SMR_RELEASE"'],
          directory: '/app',
          environment: {},
          credentials: 'read-only',
        },
      ],
      [
        'command-2',
        ['after'],
        300_000,
        {
          kind: 'command',
          run: ['node', 'check.mjs', '${stacks.api.outputs.Url}'],
          directory: '/app',
          environment: {},
          credentials: 'read-only',
        },
      ],
      [
        'command-3',
        ['after'],
        300_000,
        { kind: 'command', run: ['true'], directory: '/app/checks', environment: { A: '1' }, credentials: 'none' },
      ],
    ]);
  });

  test('puts no reference into a line for the shell', async () => {
    expect(await refusals('- { command: "curl ${stacks.api.outputs.Url}" }', role)).toEqual([
      'gate 9:20 references cannot stand in a line for the shell',
    ]);
    expect(gatesOf(await loaded('- { command: "echo $${HOME}" }', role))).toHaveLength(1);
  });

  test('needs a role to be narrowed to reading', async () => {
    expect(await refusals('- { command: [true] }')).toEqual([
      'gate 9:20 the command of the gate command may only read, but eu-west-1 has no role whose session could be narrowed to that',
    ]);
    expect(gatesOf(await loaded('- { command: { run: [true], credentials: full } }'))).toHaveLength(1);
  });

  test('may be a function, whose answer has no status', async () => {
    const gates =
      '- lambda: { function: "${stacks.api.outputs.FunctionName}", qualifier: live, payload: { release: "${release}", n: 1 } }\n  expect: { json: { ok: true } }';
    expect(gatesOf(await loaded(gates))[0]?.check).toEqual({
      kind: 'lambda',
      function: '${stacks.api.outputs.FunctionName}',
      qualifier: 'live',
      payload: { release: '${release}', n: 1 },
      expect: { statuses: [], headers: {}, json: { "$['ok']": true }, jsonMatches: {} },
    });
    expect(await refusals('- { lambda: f, expect: { status: 200 } }')).toEqual([
      'gate 9:40 the answer of a function has no status',
    ]);
  });
});

describe('a gate that compares', () => {
  test('has sensible settings when only its function is said, and is asked once', async () => {
    const [gate] = gatesOf(await loaded('- { compare: { function: "${stacks.api.outputs.FunctionName}" } }'));
    expect(gate).toMatchObject({ name: 'compare', when: ['after'] });
    expect(gate?.check).toEqual({
      kind: 'compare',
      function: '${stacks.api.outputs.FunctionName}',
      alias: 'live',
      significance: 0.05,
      errorIncrease: 0.005,
      latencyIncrease: 0.1,
      latencyStatistic: 'p95',
      minSamples: 100,
      minMinutes: 8,
    });
  });

  test.each([
    [
      'one version of two',
      '- { compare: { function: f, canary: "2" } }',
      'gate 9:43 a comparison names one version of two',
    ],
    [
      'versions and a target',
      '- { compare: { function: f, canary: "2", baseline: "1", baseline-target: eu-west-1 } }\n- { alarm: a }',
      'gate 9:80 a comparison is between versions or between targets',
    ],
    [
      'a function of no target',
      '- { compare: { function: f, baseline-function: g } }',
      'gate 9:54 "baseline-function" is of another target',
    ],
    [
      'a target that is none',
      '- { compare: { function: f, baseline-target: eu-west-9 } }\n- { alarm: a }',
      'gate 9:7 a comparison names the target "eu-west-9", which is none',
    ],
    [
      'no other gate beside one between regions',
      '- { compare: { function: f, baseline-target: eu-west-1 } }',
      'gate 9:7 a comparison between regions cannot be the only gate',
    ],
    [
      'an impossible significance',
      '- { compare: { function: f, significance: 1 } }',
      'gate 9:49 the significance of a comparison must be above 0 and below 0.5',
    ],
    ['an increase that is no percentage', '- { compare: { function: f, error-increase: 0.5 } }', 'bad-value 9:51'],
  ])('is refused with %s', async (_name, gates, start) => {
    expect(await refusals(gates)).toEqual([expect.stringContaining(start)]);
  });
});
