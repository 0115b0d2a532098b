import { expect, test } from '@jest/globals';
import { gatePermissions, returnGateParameters } from '../../../src/commands/gate-permissions.ts';
import type { PolicySubject } from '../../../src/commands/policy/subject.ts';
import { load } from '../topology/helpers.ts';

const subject: PolicySubject = {
  partition: 'aws',
  stackNames: ['orders'],
  buckets: [],
  managedBucket: true,
  serviceRoles: [],
  ssmParameters: [],
  stackPolicy: false,
  terminationProtection: false,
  rollbackAlarms: false,
  samEngine: false,
  codeDeploy: false,
};

async function actionsFor(gates: string): Promise<readonly string[]> {
  const environment = await load(
    `application: orders\nenvironments:\n  prod:\n    targets: [eu-west-1]\n    gates: ${gates}\n`,
  );
  return gatePermissions({ ...subject, environment }).flatMap(({ Action }) => Action);
}

test('the policy holds what the gates of the configuration read, and nothing without gates', async () => {
  expect(await actionsFor('[]')).toEqual([]);
  expect(await actionsFor('[{ http: "https://example.com/" }]')).toEqual([]);
  expect(await actionsFor('[{ alarm: a }]')).toEqual([
    'cloudwatch:DescribeAlarms',
    'cloudwatch:DescribeAlarmHistory',
    'cloudwatch:ListTagsForResource',
    'cloudwatch:GetMetricData',
  ]);
  expect(await actionsFor('[{ lambda: f }, { compare: { function: f } }]')).toEqual([
    'lambda:InvokeFunction',
    'cloudwatch:GetMetricData',
    'lambda:GetAlias',
  ]);
});

test('without a configuration it holds what any gate might read', () => {
  const actions = gatePermissions(subject).flatMap(({ Action }) => Action);
  expect(actions).toEqual(
    expect.arrayContaining(['cloudwatch:DescribeAlarms', 'lambda:InvokeFunction', 'lambda:GetAlias']),
  );
});

test('a rollback may read the parameters in the endpoints that it asks before traffic comes back, and no others', async () => {
  const environment = await load(`application: orders
environments:
  prod:
    targets: [eu-west-1]
    gates:
      - http: { url: "https://example.com/", headers: { token: "\${ssm:/orders/token}" } }
      - lambda: { function: f, payload: { secret: "\${ssm:/orders/other}" } }
`);
  const statements = returnGateParameters({
    ...subject,
    environment,
    ssmParameters: ['/orders/token', '/orders/other'],
  });
  expect(statements.flatMap(({ Resource }) => Resource)).toEqual(['arn:aws:ssm:*:*:parameter/orders/token']);
  expect(returnGateParameters({ ...subject, ssmParameters: ['*'] })).toHaveLength(1);
});
