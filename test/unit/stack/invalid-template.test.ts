import { expect, test } from '@jest/globals';
import type { ChangeSet } from '../../../src/aws/cloudformation-port.ts';
import { failedChangeSet } from '../../../src/stack/validation.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { createStackRoom } from '../../support/stack-room.ts';

const source = parseTemplate(
  `Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Tick: { Type: Nope }
  Api:
    Type: AWS::Serverless::Api
`,
  'template.yaml',
);

function failing(statusReason: string): ChangeSet {
  const id = 'arn:aws:cloudformation:eu-west-1:111111111111:changeSet/smr-1/1';
  const stackId = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app/1';
  return { id, name: 'smr-1', stackId, status: 'FAILED', executionStatus: 'UNAVAILABLE', statusReason, changes: [] };
}

const diagnosed = (statusReason: string) => {
  const { cloudformation } = createStackRoom();
  return failedChangeSet(failing(statusReason), { cloudformation, locate: source.locate });
};

test('what the transform refuses is named by resource, with its line', async () => {
  const refusal = await diagnosed(
    "Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document. Number of errors found: 3. Resource with id [Work] is invalid. Event with id [Tick] is invalid. Resource dict has missing or invalid value for key Type. Resource with id [Api] is invalid. 'StageName' is required. Resource with id [WorkTick] is invalid. Missing required property 'Path'.",
  );
  expect(refusal).toMatchObject({ state: 'failed', cause: 'template-invalid' });
  expect(refusal.failures?.map(({ path, location }) => [path, location?.line])).toEqual([
    ['Work', 6],
    ['Api', 7],
    ['WorkTick', 2],
  ]);
  expect(refusal.reason).toContain("Api: 'StageName' is required.");
});

test('any other reason of a transform is no fault of the template', async () => {
  const refusal = await diagnosed('Transform AWS::Serverless-2016-10-31 failed with: Rate exceeded');
  expect(refusal.cause).toBeUndefined();
  expect(refusal.reason).toContain('Rate exceeded');
});
