import { describe, expect, test } from '@jest/globals';
import { config, FILES, gatesOf, loaded, refusals } from './gate-config.ts';
import { load } from './helpers.ts';

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
