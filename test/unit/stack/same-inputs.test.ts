import { expect, test } from '@jest/globals';
import { changeSetParameters } from '../../../src/stack/parameters.ts';
import { sameInputs } from '../../../src/stack/same-inputs.ts';
import type { FakeTemplate } from '../../support/fake-cloudformation.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const deployed = {
  ...template('1'),
  Parameters: {
    Stage: { Type: 'String' },
    Word: { Type: 'String', NoEcho: true },
    Size: { Type: 'Number', Default: '1' },
  },
};
const parameters = { Stage: 'prod', Word: 'hidden', Size: '5' };

async function same(changes: Parameters<typeof requestFor>[1], next: FakeTemplate = deployed): Promise<boolean> {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: deployed, parameters, tags: { team: 'a' } });
  const stack = await room.cloudformation.describeStack('app');
  if (stack === undefined) throw new Error('no stack');
  const request = requestFor(next, { tags: { team: 'a' }, ...changes });
  return sameInputs(stack, request, changeSetParameters(request, new Set(Object.keys(stack.parameters))), room.ports);
}

test('the same template, tags and kept parameters are the same', async () => {
  expect(await same({})).toBe(true);
  expect(await same({ parameters: { Stage: 'prod' } })).toBe(true);
  // An adopted stack keeps its own tags, as nothing is sent for them.
  expect(await same({ tags: {} })).toBe(true);
});

test.each([
  ['another tag value', { tags: { team: 'b' } }],
  ['one more tag', { tags: { team: 'a', cost: '1' } }],
  ['another parameter value', { parameters: { Stage: 'blue' } }],
  ['a NoEcho value, which cannot be compared', { parameters: { Word: 'hidden' } }],
  ["the template's default, which is not known here", { missingParameters: 'template-default' as const }],
])('%s is not', async (_, changes) => {
  expect(await same(changes)).toBe(false);
});

test('another template is not, even if only its outputs differ', async () => {
  expect(await same({}, { ...deployed, Outputs: { Url: { Value: 'other' } } })).toBe(false);
});

test('a parameter that is new or gone is not', async () => {
  const { Stage, Word } = deployed.Parameters;
  expect(await same({}, { ...deployed, Parameters: { Stage, Word, Size: { Type: 'Number', Default: '1' } } })).toBe(
    true,
  );
  const fewer = { ...deployed, Parameters: { Stage, Word } };
  expect(await same({}, fewer)).toBe(false);
});
