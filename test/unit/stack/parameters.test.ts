import { describe, expect, test } from '@jest/globals';
import type { ChangeSetRequest } from '../../../src/aws/cloudformation-port.ts';
import { changeSetParameters } from '../../../src/stack/parameters.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const PARAMETERS = {
  Stage: { Type: 'String' },
  Size: { Type: 'Number', Default: '1' },
  Secret: { Type: 'String', NoEcho: true },
};
const withParameters = { ...template('1'), Parameters: PARAMETERS };

function sent(changes: Parameters<typeof requestFor>[1], deployed: readonly string[]): ChangeSetRequest['parameters'] {
  return changeSetParameters(requestFor(withParameters, changes), new Set(deployed));
}

describe('parameters that nobody gave', () => {
  const parameters = { Stage: 'prod' };

  test('keep the deployed value by default, NoEcho ones too', () => {
    expect(sent({ parameters }, ['Stage', 'Size', 'Secret'])).toEqual([
      { name: 'Stage', value: 'prod' },
      { name: 'Size', usePrevious: true },
      { name: 'Secret', usePrevious: true },
    ]);
  });

  test('go back to the default of the template when that is asked, and keep the deployed value where there is none', () => {
    expect(sent({ parameters, missingParameters: 'template-default' }, ['Stage', 'Size', 'Secret'])).toEqual([
      { name: 'Stage', value: 'prod' },
      { name: 'Secret', usePrevious: true },
    ]);
  });

  test('take the default when they are new in the template', () => {
    expect(sent({ parameters }, ['Stage', 'Secret'])).not.toContainEqual(expect.objectContaining({ name: 'Size' }));
  });

  test('are an error that lists all of them when there is no default and no deployed value', async () => {
    const room = createStackRoom();
    expect(await room.prepare(requestFor(withParameters))).toMatchObject({
      kind: 'failed',
      state: 'failed',
      reason: expect.stringMatching(/Stage, Secret/),
    });
    expect(room.calls()).toEqual(['describeStack']);
  });
});

test('a value for a parameter that the template does not declare is refused with the nearest name, before any call', async () => {
  const room = createStackRoom();
  const request = requestFor(withParameters, { parameters: { Stagee: 'prod', Secret: 'x' } });
  expect(await room.prepare(request)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('Stagee'),
    fix: [expect.stringContaining('"Stage"')],
  });
  expect(room.calls()).toEqual([]);
});

test('changing one parameter leaves the others of the deployed stack as they are', async () => {
  const room = createStackRoom();
  const deployed = { Stage: 'prod', Size: '5', Secret: 'hidden' };
  const stack = room.cloudformation.seed('app', { template: withParameters, parameters: deployed });
  await room.deploy(requestFor(withParameters, { parameters: { Stage: 'blue' } }));
  expect(stack.parameters).toEqual({ ...deployed, Stage: 'blue' });
});
