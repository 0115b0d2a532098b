import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { runCli } from '../support/run-product.ts';

// Each run is a process of its own, on a shared machine.
jest.setTimeout(180_000);

const account = '111111111111';
const PLACES = ['eu-west-1', 'eu-central-1'].map((region) => ({ account, region }));
const config = `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    failover:
      mechanism: stop-switch
      signals: { eu-west-1: { in: eu-central-1, bucket: shop-signals, key: stop/eu-west-1 } }
      drill: { hold: 0s, revert-role: drill-reverter, inject: { command: "true", revert: "true" } }
`;

let room: PolicyRoom<'drill'>;

beforeAll(async () => {
  room = await openPolicyRoom(plainApp(), PLACES, { drill: { command: 'drill', config } });
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  await room.cloud.createRole(account, 'drill-reverter', { trust });
  const s3 = new S3Client(clientOptions(room.cloud, 'eu-central-1', rootKeys(account)));
  await s3.send(
    new CreateBucketCommand({
      Bucket: 'shop-signals',
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    }),
  );
  s3.destroy();
  const deployed = await runCli(['deploy', '--yes'], {
    cwd: room.app.folder,
    env: room.cloud.env(account),
    withSam: false,
  });
  if (deployed.exitCode !== 0) throw new Error(deployed.stderr);
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

test('the policy of drill is enough to look, and to move traffic there and back, and all of it is needed', async () => {
  await room.scenario('drill', ['--kind', 'readiness']);
  const moving = ['--kind', 'outage', '--to', 'eu-central-1', '--confirm', 'eu-central-1'];
  // Nothing is probed here.
  await room.scenario('drill', moving, { exitCode: 4, shows: /not measured/ });
  expect(room.called()).toEqual(expect.arrayContaining(['CreateSchedule', 'DeleteSchedule', 'DeleteObject']));
  expect(await room.unneeded('drill')).toEqual([]);
});
