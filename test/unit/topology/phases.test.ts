import { describe, expect, test } from '@jest/globals';
import { load } from './helpers.ts';

const simple = (body: string) =>
  `application: a\n${body}\nenvironments: { prod: { targets: [eu-west-1, eu-central-1, us-west-2] } }\n`;

describe('waves', () => {
  test('without any, the first target goes alone and then the others together', async () => {
    const { waves } = await load(simple(''));
    expect(waves.map(({ name, targets }) => [name, targets])).toEqual([
      ['wave-1', ['eu-west-1']],
      ['wave-2', ['eu-central-1', 'us-west-2']],
    ]);
  });

  test('of a single target there is one', async () => {
    const { waves } = await load('application: a\nenvironments: { prod: { targets: [eu-west-1] } }');
    expect(waves.map(({ targets }) => targets)).toEqual([['eu-west-1']]);
  });

  test('sequential is one target after the other, with the limits of the environment', async () => {
    const config =
      'application: a\nenvironments: { prod: { targets: [eu-west-1, us-west-2], waves: sequential, failure-tolerance: 1 } }';
    const { waves } = await load(config);
    expect(waves.map(({ targets, failureTolerance }) => [targets, failureTolerance])).toEqual([
      [['eu-west-1'], { count: 1 }],
      [['us-west-2'], { count: 1 }],
    ]);
  });
});

describe('stacks that exist once', () => {
  const phasesOf = async (stacks: string) =>
    (await load(simple(`stacks:\n${stacks}`))).phases.map(({ name, instances }) => [
      name,
      instances.map(({ id }) => id),
    ]);

  test('go after the waves when they need a regional stack, directly or not', async () => {
    const stacks = `  api: {}
  dns: { template: data.yaml, scope: home, parameters: { U: "\${stacks.api.targets.eu-west-1.outputs.Url}" } }
  cdn: { template: edge.yaml, scope: global, needs: [dns] }
  data: { template: data.yaml, scope: home }`;
    expect(await phasesOf(stacks)).toEqual([
      ['before', ['data@eu-west-1']],
      ['wave-1', ['api@eu-west-1']],
      ['wave-2', ['api@eu-central-1', 'api@us-west-2']],
      ['after', ['dns@eu-west-1']],
      ['after-2', ['cdn@eu-west-1']],
    ]);
  });

  test('come in the order of their needs, and regional ones too', async () => {
    const stacks = `  web: { needs: [api] }
  api: { template: data.yaml }
  late: { template: edge.yaml, scope: home, needs: [data] }
  data: { template: data.yaml, scope: home }`;
    const [before, second, first] = await phasesOf(stacks);
    expect(before).toEqual(['before', ['data@eu-west-1']]);
    expect(second).toEqual(['before-2', ['late@eu-west-1']]);
    expect(first).toEqual(['wave-1', ['api@eu-west-1', 'web@eu-west-1']]);
  });

  test('of the scope edge get a target with the account of home when there is none in us-east-1', async () => {
    const config = `application: a
stacks: { api: {}, cdn: { template: edge.yaml, scope: edge } }
environments: { prod: { role-to-assume: r, targets: { eu-west-1: { account: "111111111111" } } } }`;
    const { targets, phases, waves } = await load(config);
    expect(targets.map(({ location, ...target }) => target).at(-1)).toEqual({
      name: 'edge',
      region: 'us-east-1',
      partition: 'aws',
      account: '111111111111',
      credentials: { source: 'auto', role: 'r' },
      groups: [],
    });
    expect(waves.flatMap((wave) => wave.targets)).toEqual(['eu-west-1']);
    expect(phases[0]?.instances.map(({ id }) => id)).toEqual(['cdn@edge']);
  });

  test('of the scope edge go to the target that is there', async () => {
    const config = `application: a
stacks: { cdn: { template: edge.yaml, scope: edge } }
environments: { prod: { targets: [eu-west-1, us-east-1] } }`;
    const { targets, instances } = await load(config);
    expect(targets).toHaveLength(2);
    expect(instances.map(({ id }) => id)).toEqual(['cdn@us-east-1']);
  });

  test('of the scope edge never go to another account just because it has a target there', async () => {
    const config = `application: a
stacks: { cdn: { template: edge.yaml, scope: edge } }
environments: { prod: { targets: { eu-west-1: { account: "111111111111" }, us-east-1: { account: "222222222222" } } } }`;
    const { instances } = await load(config);
    expect(instances.map(({ id, target }) => [id, target.account])).toEqual([['cdn@edge', '111111111111']]);
  });

  test('of the scope edge may have an account and a role of their own', async () => {
    const config = `application: a
stacks: { cdn: { template: edge.yaml, scope: edge } }
environments:
  prod:
    credentials: { external-id: x1 }
    edge: { account: "333333333333", role-to-assume: edge }
    targets: { eu-west-1: { account: "111111111111", role-to-assume: home } }`;
    const { instances } = await load(config);
    expect(instances.map(({ target }) => [target.name, target.region, target.account, target.credentials])).toEqual([
      ['edge', 'us-east-1', '333333333333', { source: 'auto', role: 'edge', externalId: 'x1' }],
    ]);
  });

  test.each([
    ['us-gov-east-1', 'us-gov-west-1'],
    ['cn-north-1', 'cn-northwest-1'],
  ])('of the scope edge with a home in %s go to %s', async (home, edge) => {
    const config = `application: a\nstacks: { cdn: { template: edge.yaml, scope: edge } }\nenvironments: { prod: { targets: [${home}] } }`;
    const { instances } = await load(config);
    expect(instances.map(({ target }) => target.region)).toEqual([edge]);
  });
});
