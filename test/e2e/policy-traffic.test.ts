import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { createZone, NAME, weightedRecord, type Zone } from '../support/traffic-app.ts';

const PLACES = [
  { account: '111111111111', region: 'eu-west-1' },
  { account: '111111111111', region: 'eu-central-1' },
];
const config = `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets:
      eu-west-1: { account: "111111111111", weight: 100 }
      eu-central-1: { account: "111111111111", weight: 100 }
    traffic: { driver: route53, zone: example.com, name: ${NAME}, settle: 0s }
`;
const TEMPLATE = `Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Topic: { Value: !GetAtt Topic.TopicName } }
`;

let room: PolicyRoom<'shift'>;
let zone: Zone;

beforeAll(async () => {
  room = await openPolicyRoom(plainApp(TEMPLATE), PLACES, {
    shift: { command: 'shift', config },
  });
  // Stacks that somebody else made: there is no bucket of SAM yet.
  for (const { account, region } of PLACES) {
    const client = new CloudFormationClient(clientOptions(room.cloud, region, rootKeys(account)));
    await client.send(new CreateStackCommand({ StackName: 'shop', TemplateBody: TEMPLATE }));
    client.destroy();
  }
  zone = await createZone(room.cloud);
  await zone.change(
    'CREATE',
    weightedRecord('eu-west-1', 100, 'west.example.net'),
    weightedRecord('eu-central-1', 100, 'central.example.net'),
  );
});
afterAll(async () => {
  zone.close();
  await room[Symbol.asyncDispose]();
});

test('the policy of shift is enough to move weights by hand, and all of it is needed', async () => {
  const move = ['--yes', '--to', 'eu-central-1', '--percent', '90'];
  await room.scenario('shift', move);
  expect(room.called()).toEqual(expect.arrayContaining(['ExecuteChangeSet', 'ChangeResourceRecordSets', 'GetChange']));
  await room.scenario('shift', move);
  expect(room.called()).not.toContain('ChangeResourceRecordSets');
  expect(await room.unneeded('shift')).toEqual([]);
});
