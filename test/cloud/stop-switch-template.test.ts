import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { expect, test } from '@jest/globals';
import { createZone } from '../support/traffic-app.ts';
import { answer } from './dns/answer.ts';
import { deployedHealthChecks } from './dns/health-checks.ts';
import { deployedRecords } from './dns/resolver.ts';
import { startCloud } from './index.ts';
import { clientOptions } from './test-clients.ts';

const body = (name: string): string =>
  readFileSync(new URL(`../../templates/stop-switch/${name}`, import.meta.url), 'utf8');

/** Makes a stack of one of the templates; returns its outputs. */
async function make(client: CloudFormationClient, name: string, parameters: Record<string, string> = {}) {
  const StackName = name.replace('.yaml', '');
  const Parameters = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  await client.send(new CreateStackCommand({ StackName, TemplateBody: body(name), Parameters }));
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

test('the templates of the stop switch make a pair whose primary answers while it is healthy and not stopped', async () => {
  await using cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  const standby = new CloudFormationClient(clientOptions(cloud, 'eu-central-1'));
  const home = new CloudFormationClient(clientOptions(cloud, 'eu-west-1'));
  const zone = await createZone(cloud);
  zone.close();
  const signals = await make(standby, 'signals.yaml');
  expect(signals['Host']).toBe(`${signals['Bucket']}.s3.eu-central-1.amazonaws.com`);
  const outputs = await make(home, 'global.yaml', {
    HostedZoneId: zone.id,
    Name: 'api.example.com',
    PrimaryRegion: 'eu-west-1',
    StandbyRegion: 'eu-central-1',
    PrimaryHost: 'a1.execute-api.eu-west-1.amazonaws.com',
    PrimaryDomain: 'd-1.execute-api.eu-west-1.amazonaws.com',
    PrimaryDomainZone: 'Z1',
    StandbyDomain: 'd-2.execute-api.eu-central-1.amazonaws.com',
    StandbyDomainZone: 'Z2',
    SignalHost: signals['Host'] ?? '',
    SignalKey: 'stop/eu-west-1',
  });
  const checks = await deployedHealthChecks(cloud);
  const primary = checks.get(outputs['PrimaryHealthCheck'] ?? '');
  const children = (primary?.ChildHealthChecks ?? []).map((id) => checks.get(id));
  expect([primary?.Type, primary?.HealthThreshold]).toEqual(['CALCULATED', 2]);
  expect(children.map((child) => [child?.ResourcePath, child?.Inverted ?? false, child?.EnableSNI])).toEqual([
    ['/health', false, true],
    ['/stop/eu-west-1', true, true],
  ]);
  const sets = await deployedRecords(cloud);
  const answered = (healthy: boolean): string | undefined => {
    const choice = { asker: {}, random: () => 0, healthy: () => healthy };
    return answer(sets, 'api.example.com', 'A', choice).records[0]?.value;
  };
  expect([answered(true), answered(false)]).toEqual([
    'd-1.execute-api.eu-west-1.amazonaws.com',
    'd-2.execute-api.eu-central-1.amazonaws.com',
  ]);
  await home.send(new DeleteStackCommand({ StackName: 'global' }));
  standby.destroy();
  home.destroy();
});
