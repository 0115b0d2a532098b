import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { type RunOptions, runJson } from '../support/run-product.ts';

const TEMPLATE = `Parameters:
  Broken: { Type: String, Default: "no" }
Conditions:
  IsBroken: !Equals [!Ref Broken, "yes"]
Resources:
  Topic: { Type: AWS::SNS::Topic }
  Function:
    Type: AWS::Lambda::Function
    Condition: IsBroken
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Role: arn:aws:iam::111111111111:role/r
      Code: { S3Bucket: nowhere, S3Key: nothing }
`;
const chosen = ['--regions', 'eu-west-1', '--stack-name', 'again'];
let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1'] });
  app = plainApp(TEMPLATE);
  options = { cwd: app.folder, env: cloud.env('111111111111'), withSam: false };
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

test('after a first create that failed a plan shows a create and ends with 0, and its file is carried out', async () => {
  const failed = await runJson(['deploy', '--yes', ...chosen, '--parameters', 'Broken=yes'], options);
  expect([failed.exitCode, failed.result.instances[0]?.state]).toEqual([1, 'failed']);
  cloud.clearCalls();

  const planned = await runJson(['plan', ...chosen, '--plan-file', 'plan.json'], options);
  expect([planned.exitCode, planned.result.status]).toEqual([0, 'planned']);
  expect(planned.result.plan?.instances).toMatchObject([
    {
      kind: 'create',
      changes: [
        { path: 'Topic', action: 'Add' },
        { path: 'Function', action: 'Add' },
      ],
      notes: [expect.stringContaining('deletes it and creates it anew'), expect.stringContaining('conditions')],
    },
  ]);
  expect(cloud.calls.map(({ action }) => action)).not.toContain('DeleteStack');

  const done = await runJson(['deploy', '--yes', ...chosen, '--plan-file', 'plan.json'], options);
  expect([done.exitCode, done.result.instances[0]?.state]).toEqual([0, 'succeeded']);
  expect(cloud.calls.map(({ action }) => action)).toContain('DeleteStack');
});
