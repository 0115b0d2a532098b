import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { permissionsApp } from '../support/permissions-app.ts';
import { LOST_UPLOAD, OLDER_REGION, openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';

// The SAM CLI takes seconds to start, and every run here starts it several times.
const config = `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop, parameters: { Mark: "\${ssm:/shop/mark}" } }
environments:
  prod:
    engine: sam
    targets:
      eu-west-1: { account: "111111111111" }
    service-role: cfn
    stack-policy: { Statement: [{ Effect: Allow, Action: "Update:*", Principal: "*", Resource: "*" }] }
    termination-protection: true
`;

let room: PolicyRoom<'deploy'>;

beforeAll(async () => {
  // The SAM CLI uploads in parts from 8 MiB on.
  const app = permissionsApp(9);
  room = await openPolicyRoom(app, [{ account: '111111111111', region: 'eu-west-1' }], {
    deploy: { command: 'deploy', config },
  });
  await room.setParameter('/shop/mark', 'first');
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

test('the policy printed for the sam engine is enough for the SAM CLI and for us, and all of it is needed', async () => {
  const args = ['--build', 'never', '--yes'];
  const failing = [...args, '--parameters', 'InnerFail=always'];
  const withSam = true;
  await room.scenario('deploy', args, { withSam, fault: LOST_UPLOAD, exitCode: 1 });
  expect(room.called()).toContain('AbortMultipartUpload');
  await room.scenario('deploy', args, { withSam });
  const shows = /Child\.Inner.*The part is broken/s;
  await room.scenario('deploy', failing, { withSam, exitCode: 1, shows });
  await room.scenario('deploy', failing, { withSam, exitCode: 1, shows, fault: OLDER_REGION });
  expect(await room.unneeded('deploy')).toEqual([]);
});
