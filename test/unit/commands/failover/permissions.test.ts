import { expect, test } from '@jest/globals';
import { failbackPermissions, failoverPermissions } from '../../../../src/commands/failover/permissions.ts';
import type { PolicySubject } from '../../../../src/commands/policy/subject.ts';
import { load } from '../../topology/helpers.ts';

const PLAN = 'arn:aws:arc-region-switch::111111111111:plan/shop:abc123';
const config = (more: string) => `application: shop
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    failover: { mechanism: region-switch, region-switch: { plan: "${PLAN}" }${more} }
`;

async function statements(text: string) {
  const environment = await load(text);
  const subject = { partition: 'aws', buckets: ['b'], managedBucket: false, environment } as unknown as PolicySubject;
  return Object.fromEntries(failoverPermissions(subject).map(({ Sid, Action, Resource }) => [Sid, [Action, Resource]]));
}

test('a failover may execute its Region switch plan, and no other', async () => {
  const actions = ['StartPlanExecution', 'GetPlanExecution', 'ListPlanExecutions'];
  const { RegionSwitch, FencedFunctions } = await statements(config(''));
  expect(RegionSwitch).toEqual([actions.map((action) => `arc-region-switch:${action}`), [PLAN]]);
  expect(FencedFunctions).toBeUndefined();
});

test('a failover that moves no weights may take away what AWS would do to them later', async () => {
  const { Reverts, RecordSets } = await statements(
    `${config('').replace('[eu-west-1, eu-central-1]', '{ eu-west-1: { weight: 1 }, eu-central-1: { weight: 1 } }')}    traffic: { driver: route53, zone: Z1, name: api.example.com, revert-role: reverter }\n`,
  );
  expect(Reverts).toEqual([
    ['scheduler:DeleteSchedule'],
    ['arn:aws:scheduler:*:*:schedule/default/sam-multi-region.*'],
  ]);
  expect(RecordSets).toBeUndefined();
  expect((await statements(config('')))['Reverts']).toBeUndefined();
});

test('a failover by weights may change them and asks users whether that is in force; a failback asks Route 53', async () => {
  const environment = await load(`application: shop
environments:
  prod:
    targets: { eu-west-1: { weight: 1 }, eu-central-1: { weight: 1 } }
    traffic: { driver: route53, zone: Z1, name: api.example.com }
    failover: { mechanism: weights }
`);
  const subject = {
    partition: 'aws',
    buckets: ['b'],
    stackNames: ['shop'],
    managedBucket: false,
    environment,
  } as unknown as PolicySubject;
  const own = ['RecordSets', 'RecordChanges'];
  const of = (permissions: typeof failoverPermissions) =>
    permissions(subject).flatMap(({ Sid }) => (own.includes(Sid) ? [Sid] : []));
  expect([of(failoverPermissions), of(failbackPermissions)]).toEqual([['RecordSets'], own]);
});

test('a failover that fences may stop the functions that are named, and those that outputs name', async () => {
  const named = await statements(
    config(', fence: { functions: [api, "arn:aws:lambda:eu-west-1:111111111111:function:x"] }'),
  );
  expect(named['FencedFunctions']?.[1]).toEqual([
    'arn:aws:lambda:*:*:function:api',
    'arn:aws:lambda:eu-west-1:111111111111:function:x',
  ]);
  const found = await statements(
    config(', fence: { functions: ["${stacks.app.outputs.Function}"] }').replace(
      'environments:',
      'stacks: { app: { template: template.yaml } }\nenvironments:',
    ),
  );
  expect(found['FencedFunctions']?.[1]).toEqual(['arn:aws:lambda:*:*:function:*']);
});
