import { describe, expect, test } from '@jest/globals';
import { outputsOf } from '../../../src/action/outputs.ts';
import { restrict } from '../../../src/commands/environment.ts';
import type { Environment } from '../../../src/topology/model.ts';
import { environment } from '../../support/topology.ts';
import { load, loadInline } from '../topology/helpers.ts';

const whole = environment([
  { name: 'wave-1', targets: ['eu-west-1'] },
  { name: 'wave-2', targets: ['eu-central-1', 'us-west-2'] },
]);

test('only named targets stay, and waves without any go', () => {
  const part = restrict(whole, { targets: ['us-west-2'] });
  expect(part.phases.map(({ name, targets }) => [name, targets])).toEqual([['wave-2', ['us-west-2']]]);
  expect(part.instances.map(({ id }) => id)).toEqual(['app@us-west-2']);
});

test('a target that is left out is in no wave', () => {
  const part = restrict(whole, { without: ['eu-west-1'] });
  expect(part.phases.map(({ targets }) => targets)).toEqual([['eu-central-1', 'us-west-2']]);
});

describe('waves that nobody wrote', () => {
  const regions = ['eu-west-1', 'eu-central-1', 'us-west-2'];
  const wavesOf = ({ waves, phases }: Environment) => [
    waves.map(({ targets }) => targets),
    phases.map(({ name, targets, instances }) => [name, targets, instances.map(({ target }) => target.name)]),
  ];

  test('are made anew without the first target: the next one goes alone', async () => {
    const part = restrict(await loadInline({ regions, stackName: 'shop' }), { without: ['eu-west-1'] });
    expect(wavesOf(part)).toEqual([
      [['eu-central-1'], ['us-west-2']],
      [
        ['wave-1', ['eu-central-1'], ['eu-central-1']],
        ['wave-2', ['us-west-2'], ['us-west-2']],
      ],
    ]);
  });

  test('keep their limits, and what goes before and after them', async () => {
    const config = `application: shop
stacks:
  data: { template: data.yaml, scope: home }
  api: { template: template.yaml, needs: [data] }
  edge: { template: edge.yaml, scope: global, needs: [api] }
environments: { prod: { home: us-west-2, targets: [${regions.join(', ')}], failure-tolerance: 1 } }`;
    const part = restrict(await load(config), { targets: ['eu-central-1', 'us-west-2'] });
    expect(part.phases.map(({ name, targets }) => [name, targets])).toEqual([
      ['before', ['us-west-2']],
      ['wave-1', ['eu-central-1']],
      ['wave-2', ['us-west-2']],
      ['after', ['us-west-2']],
    ]);
    expect(part.waves.map(({ failureTolerance }) => failureTolerance)).toEqual([{ count: 1 }, { count: 1 }]);
  });

  test('written ones stay as they are, also "sequential"', async () => {
    const written = `application: shop
environments: { prod: { targets: [${regions.join(', ')}], waves: [{ targets: [eu-west-1] }, { targets: [eu-central-1, us-west-2] }] } }`;
    const part = restrict(await load(written), { without: ['eu-west-1'] });
    expect(wavesOf(part)[0]).toEqual([['eu-central-1', 'us-west-2']]);
    const sequential = await loadInline({ regions, stackName: 'shop', waves: 'sequential' });
    expect(wavesOf(restrict(sequential, { without: ['eu-west-1'] }))[0]).toEqual([['eu-central-1'], ['us-west-2']]);
  });
});

test('an unknown target is refused with the nearest, and leaving out all of them too', () => {
  expect(() => restrict(whole, { without: ['eu-wst-1'] })).toThrow(
    expect.objectContaining({ code: 'unknown-target', fix: ['Did you mean "eu-west-1"?'] }),
  );
  expect(() => restrict(whole, { targets: ['us-west-2'], without: ['us-west-2'] })).toThrow(
    expect.objectContaining({ code: 'no-targets' }),
  );
});

test('the outputs of a run that came to no result say failed', () => {
  expect(outputsOf(undefined)).toEqual({
    status: 'failed',
    application: '',
    release: '',
    result: '',
    outputs: '{}',
    'preview-url': '',
    'preview-urls': '{}',
    'has-changes': 'false',
  });
});
