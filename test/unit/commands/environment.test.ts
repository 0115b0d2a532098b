import { expect, test } from '@jest/globals';
import { outputsOf } from '../../../src/action/outputs.ts';
import { restrict } from '../../../src/commands/environment.ts';
import { environment } from '../../support/topology.ts';

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
    release: '',
    result: '',
    outputs: '{}',
    'has-changes': 'false',
  });
});
