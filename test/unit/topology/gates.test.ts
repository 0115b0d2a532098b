import { describe, expect, test } from '@jest/globals';
import type { GateDefinition, HttpCheck } from '../../../src/topology/gate-model.ts';
import type { Environment } from '../../../src/topology/model.ts';
import { errorsOf, load } from './helpers.ts';

const TEMPLATE =
  'Outputs:\n  Url: { Value: x }\n  FunctionName: { Value: y }\nResources: { Topic: { Type: AWS::SNS::Topic } }\n';
const FILES = {
  'template.yaml': TEMPLATE,
  'data.yaml': 'Outputs: { Table: { Value: x } }\nResources: { Topic: { Type: AWS::SNS::Topic } }\n',
};

function config(gates: string, more = ''): string {
  return `application: orders
stacks:
  data: { template: data.yaml, scope: home }
  api: { template: template.yaml }
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    gates:
${gates.replaceAll(/^/gm, '      ')}
${more}`;
}

const loaded = (gates: string, more = '') => load(config(gates, more), {}, FILES);

/** "code line:column message" of everything that is wrong. */
async function refusals(gates: string, more = ''): Promise<readonly string[]> {
  const errors = await errorsOf(loaded(gates, more));
  return errors.map(({ code, location, message }) => `${code} ${location?.line}:${location?.column} ${message}`);
}

function gatesOf(environment: Environment, phase = 'wave-1'): readonly GateDefinition[] {
  return environment.phases.find(({ name }) => name === phase)?.gates ?? [];
}

function httpOf(environment: Environment): HttpCheck {
  const [gate] = gatesOf(environment);
  if (gate?.check.kind !== 'http') throw new Error('no http gate');
  return gate.check;
}

describe('an http gate', () => {
  test('has sensible settings when only its URL is said', async () => {
    const [gate] = gatesOf(await loaded('- { http: "${stacks.api.outputs.Url}health" }'));
    expect(gate).toMatchObject({
      name: 'http',
      when: ['bake'],
      scope: 'target',
      inconclusive: 'hold',
      intervalMs: 30_000,
      timeoutMs: 30_000,
      check: {
        kind: 'http',
        url: '${stacks.api.outputs.Url}health',
        method: 'GET',
        redirects: 0,
        successes: 1,
        failures: 3,
        pauseMs: 1_000,
        requestTimeoutMs: 5_000,
        expect: { statuses: ['2xx'], headers: {}, json: {}, jsonMatches: {} },
      },
      location: { file: 'multi-region.yml', line: 9, column: 9 },
    });
  });

  test('takes paths of names joined by dots, and JSONPaths, with values of any type', async () => {
    const { expect: wanted } = httpOf(
      await loaded(
        '- http: https://example.com/\n  expect:\n    status: [200, 3xx]\n    json: { release: "${release}", checks.data-base: true, "$.items[*].count": 3 }\n    json-matches: { version: "^v[0-9]+$" }',
      ),
    );
    expect(wanted).toMatchObject({
      statuses: ['200', '3xx'],
      json: { "$['release']": '${release}', "$['checks']['data-base']": true, '$.items[*].count': 3 },
      jsonMatches: { "$['version']": '^v[0-9]+$' },
    });
  });

  test.each([
    [
      'a URL that is none',
      '- { http: example.com/health }',
      'gate 9:17 the gate must ask a URL with http or https, but has "example.com/health"',
    ],
    [
      'a URL with a password',
      '- { http: "https://me:secret@example.com/" }',
      'gate 9:17 the URL of the gate holds a user or password',
    ],
    [
      'an address that is none',
      '- { http: { url: "https://example.com/", address: example.net } }',
      'gate 9:57 address must be an address such as 192.0.2.1 or [2001:db8::1]:8443, but is "example.net"',
    ],
    [
      'a port that is none',
      '- { http: { url: "https://example.com/", resolver: "192.0.2.1:99999" } }',
      'gate 9:58 resolver must be an address',
    ],
    [
      'a regular expression that does not compile',
      '- { http: "https://example.com/", expect: { body-matches: "(" } }',
      'gate-expression 9:65 the regular expression does not compile',
    ],
    [
      'a regular expression in JSON that does not compile',
      '- { http: "https://example.com/", expect: { json-matches: { a: "[" } } }',
      'gate-expression 9:70 the regular expression does not compile',
    ],
    [
      'a path that is none',
      '- { http: "https://example.com/", expect: { json: { "$[": 1 } } }',
      'gate-path 9:65 "$[" is no JSONPath',
    ],
    [
      'an unknown expectation',
      '- { http: "https://example.com/", expect: { json-match: { a: b } } }',
      'unknown-key 9:51 unknown key "json-match"',
    ],
    ['a status that is none', '- { http: "https://example.com/", expect: { status: 600 } }', 'bad-value 9:59'],
  ])('is refused with %s, at its place', async (_name, gates, start) => {
    expect(await refusals(gates)).toEqual([expect.stringContaining(start)]);
  });
});

describe('references of a gate', () => {
  test.each([
    ['a stack that is none', '${stacks.apo.outputs.Url}', 'names the stack "apo", which is none'],
    [
      'an output that the template does not declare',
      '${stacks.api.outputs.Uri}',
      '${stacks.api.outputs.Uri} is no output of api',
    ],
    [
      'a target that is none',
      '${stacks.api.targets.eu-west-9.outputs.Url}',
      'names the target "eu-west-9", which is none',
    ],
    [
      'the target of a stack that exists once',
      '${stacks.data.targets.eu-west-1.outputs.Table}',
      'names a target, but data has the scope home',
    ],
    ['something unknown', '${stack.api.Url}', 'unknown reference ${stack.api.Url}'],
  ])('to %s are refused with the line of the text', async (_name, url, message) => {
    expect(await refusals(`- { name: health, http: "${url}" }`)).toEqual([
      expect.stringMatching(/^reference 9:31 the gate health: /),
    ]);
    expect((await refusals(`- { name: health, http: "${url}" }`)).join()).toContain(message);
  });

  test('are found in headers and expectations too', async () => {
    const gates =
      '- http: { url: "https://example.com/", headers: { x-a: "${stacks.api.outputs.No}" } }\n  expect: { json: { a: [{ b: "${stacks.api.outputs.Nor}" }] } }';
    expect((await refusals(gates)).map((text) => text.slice(0, 16))).toEqual(['reference 9:62 t', 'reference 10:36 ']);
  });

  test('of a gate that is asked once must say of which target', async () => {
    expect(await refusals('- { http: "${stacks.api.outputs.Url}", scope: rollout }')).toEqual([
      expect.stringContaining('does not say of which target'),
    ]);
    expect(await refusals('- { http: "https://${target.region}.example.com/", scope: rollout }')).toEqual([
      expect.stringContaining('cannot stand in a gate with scope: rollout'),
    ]);
    const fine = await loaded('- { http: "${stacks.api.targets.eu-west-1.outputs.Url}", scope: rollout }');
    expect(gatesOf(fine)).toHaveLength(1);
  });
});

describe('gates of an environment', () => {
  const url = 'http: "https://example.com/"';

  test('stand in every wave with its bake time, and not before or after the waves', async () => {
    const environment = await loaded(`- { ${url} }`, '    bake: 5m\n');
    expect(environment.phases.map(({ name, gates, bakeMs }) => [name, gates.length, bakeMs])).toEqual([
      ['before', 0, 0],
      ['wave-1', 1, 300_000],
      ['wave-2', 1, 300_000],
    ]);
  });

  test('are replaced by those of a wave, and so is the bake time', async () => {
    const waves = `    bake: 5m
    waves:
      - { targets: [eu-west-1], bake: 1h, gates: [{ name: own, ${url} }, { name: second, ${url} }] }
      - { targets: [eu-central-1], gates: [] }
`;
    const { phases } = await loaded(`- { ${url} }`, waves);
    expect(phases.slice(1).map(({ gates, bakeMs }) => [gates.map(({ name }) => name), bakeMs])).toEqual([
      [['own', 'second'], 3_600_000],
      [[], 300_000],
    ]);
  });

  test('a mistake in a gate of a wave is reported at its line', async () => {
    const waves = `    waves:
      - targets: [eu-west-1, eu-central-1]
        gates:
          - { http: nonsense }
`;
    expect(await refusals(`- { ${url} }`, waves)).toEqual([expect.stringMatching(/^gate 13:21 /)]);
  });

  test('stand in the last phase where no stack is in a wave', async () => {
    const text = `application: orders
stacks: { data: { template: data.yaml, scope: home } }
environments:
  prod: { targets: [eu-west-1], bake: 1m, gates: [{ ${url} }] }
`;
    const { phases } = await load(text, {}, FILES);
    expect(phases.map(({ name, gates, bakeMs }) => [name, gates.length, bakeMs])).toEqual([['before', 1, 60_000]]);
  });

  test('warn of bakes that together are longer than a job may run, with the numbers', async () => {
    const notes = async (bake: string) => (await loaded(`- { ${url} }`, `    bake: ${bake}\n`)).notes;
    expect(await notes('2h59m')).toEqual([]);
    expect(await notes('3h')).toEqual([
      'warning: the waves bake 6h together, and a job on a hosted runner of GitHub ends after 6h: deploy with --until and go on with promote',
    ]);
  });

  test('warn of bakes after each step of the traffic that leaves who is drained', async () => {
    const weights = `    targets: { eu-west-1: { weight: 1 }, eu-central-1: { weight: 1 } }`;
    const traffic = 'traffic: { driver: route53, zone: example.com, name: a.example.com, steps: [10, 50, 100]';
    const text = config(`- { ${url} }`, '    bake: 1h\n').replace(/^ {4}targets:.*$/m, weights);
    const notes = async (drain: string) => (await load(`${text}    ${traffic}${drain} }\n`, {}, FILES)).notes;
    const long = (all: string, steps: number) =>
      expect.stringContaining(`the waves bake ${all} together, after each of ${steps} steps, and a job`);
    expect(await notes(', drain: 0')).toContainEqual(long('6h', 3));
    expect((await notes(', drain: 10')).filter((note) => note.includes('bake'))).toEqual([]);
    expect((await notes('')).filter((note) => note.includes('bake'))).toEqual([]);
  });

  test('get names by their kind, and names of their own must differ', async () => {
    const names = (text: string) => loaded(text).then((environment) => gatesOf(environment).map(({ name }) => name));
    expect(await names(`- { ${url} }\n- { name: health, ${url} }\n- { ${url} }`)).toEqual(['http', 'health', 'http-2']);
    expect(await refusals(`- { name: a, ${url} }\n- { name: a, ${url} }`)).toEqual([
      'gate 10:17 two gates have the name a',
    ]);
  });

  test('need exactly one kind', async () => {
    expect(await refusals('- { name: nothing }')).toEqual(['gate 9:9 a gate says no kind of check']);
  });

  test('take one moment or several', async () => {
    const when = (text: string) => loaded(`- { ${url}, when: ${text} }`).then((e) => gatesOf(e)[0]?.when);
    expect(await when('before')).toEqual(['before']);
    expect(await when('[after, before, after]')).toEqual(['after', 'before']);
    expect(await refusals(`- { ${url}, when: later }`)).toEqual([expect.stringMatching(/^bad-value 9:47/)]);
  });
});

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
