import { describe, expect, test } from '@jest/globals';
import type { Stack } from '../../../src/aws/cloudformation-port.ts';
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

async function same(
  changes: Parameters<typeof requestFor>[1],
  next: FakeTemplate = deployed,
  kept: Partial<Stack> = {},
): Promise<boolean> {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: deployed, parameters, tags: { team: 'a' } });
  const found = await room.cloudformation.describeStack('app');
  if (found === undefined) throw new Error('no stack');
  const stack = { ...found, ...kept };
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

describe('what a stack keeps beside its template', () => {
  const role = (name: string): string => `arn:aws:iam::111111111111:role/${name}`;
  const topic = (name: string): string => `arn:aws:sns:eu-west-1:111111111111:${name}`;
  const alarm = (name: string): string => `arn:aws:cloudwatch:eu-west-1:111111111111:alarm:${name}`;
  const kept: Partial<Stack> = {
    roleArn: role('cfn'),
    notificationArns: [topic('a'), topic('b')],
    rollbackTriggers: { alarms: [alarm('errors')], monitoringMinutes: 5 },
    capabilities: ['CAPABILITY_IAM'],
  };

  test('is the same when it is given again, in any order, or not at all', async () => {
    const { roleArn = '', rollbackTriggers } = kept;
    if (rollbackTriggers === undefined) throw new Error('no triggers');
    const given = { serviceRole: roleArn, notificationArns: [topic('b'), topic('a')], rollbackTriggers };
    expect(await same(given, deployed, kept)).toBe(true);
    expect(await same({}, deployed, kept)).toBe(true);
  });

  test.each([
    ['another service role', { serviceRole: role('other') }],
    ['one topic fewer', { notificationArns: [topic('a')] }],
    ['another alarm', { rollbackTriggers: { alarms: [alarm('latency')], monitoringMinutes: 5 } }],
    ['another monitoring time', { rollbackTriggers: { alarms: [alarm('errors')], monitoringMinutes: 6 } }],
  ])('%s is a change', async (_, changes) => {
    expect(await same(changes, deployed, kept)).toBe(false);
  });

  test('capabilities are no part of a stack: more of them alone change nothing', async () => {
    expect(await same({ capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'] }, deployed, kept)).toBe(true);
  });
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
