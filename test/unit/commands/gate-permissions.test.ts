import { expect, test } from '@jest/globals';
import { gatePermissions, laterGatePermissions, returnParameters } from '../../../src/commands/gate-permissions.ts';
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

test('a rollback may read the parameters in the gates that it asks, and no others', async () => {
  const environment = await load(`application: orders
environments:
  prod:
    targets: [eu-west-1]
    gates:
      - http: { url: "https://example.com/", headers: { token: "\${ssm:/orders/token}" } }
      - lambda: { function: f, payload: { secret: "\${ssm:/orders/later}" } }
        when: [after]
      - lambda: { function: f, payload: { secret: "\${ssm:/orders/before}" } }
        when: [before]
`);
  const statements = returnParameters({
    ...subject,
    environment,
    ssmParameters: ['/orders/token', '/orders/later', '/orders/before'],
  });
  expect(statements.flatMap(({ Resource }) => Resource)).toEqual(
    ['token', 'later'].map((name) => `arn:aws:ssm:*:*:parameter/orders/${name}`),
  );
  expect(returnParameters({ ...subject, ssmParameters: ['*'] })).toHaveLength(1);
});

test('a rollback may read what the gates read that it asks afterwards, and nothing for those that it leaves out', async () => {
  const allowed = async (gates: string) => {
    const environment = await load(
      `application: orders\nenvironments:\n  prod:\n    targets: [eu-west-1]\n    gates: ${gates}\n`,
    );
    return laterGatePermissions({ ...subject, environment }).flatMap(({ Action }) => Action);
  };
  expect(await allowed('[{ lambda: f, when: [after] }]')).toEqual(['lambda:InvokeFunction']);
  const metric = 'metric: { metrics: { e: { namespace: Shop, metric: Errors } }, window: 1h, below: 5 }';
  expect(await allowed(`[{ ${metric}, when: [bake] }]`)).toEqual(['cloudwatch:GetMetricData']);
  expect(await allowed('[{ lambda: f, when: [before] }]')).toEqual([]);
  expect(await allowed('[{ lambda: "f-${release}", when: [after] }]')).toEqual([]);
  expect(await allowed('[{ lambda: "f-${target.active}", when: [after] }]')).toEqual([]);
  expect(await allowed('[{ lambda: "f-${target.region}", when: [after] }]')).toEqual(['lambda:InvokeFunction']);
  expect(await allowed('[{ compare: { function: f } }]')).toEqual([]);
  const any = laterGatePermissions(subject).flatMap(({ Action }) => Action);
  expect(any).toContain('cloudwatch:DescribeAlarms');
  expect(any).not.toContain('lambda:GetAlias');
});
