import { Resolver } from 'node:dns/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { createHealthCheck, failoverTemplate } from '../support/failover-app.ts';
import { lint } from '../support/lint-tools.ts';
import { createZone, type Zone } from '../support/traffic-app.ts';
import { type DnsDataPlane, startDataPlane } from './dns/data-plane.ts';
import { deployedHealthChecks } from './dns/health-checks.ts';
import { until } from './emulator/testing.ts';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions } from './test-clients.ts';

// Stacks with functions, on a shared machine.
const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));
const [PRIMARY, STANDBY] = ['eu-west-1', 'eu-central-1'] as const;
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const body = (name: string): string => readFileSync(FOLDER + name, 'utf8');

/** Short forms of intrinsic functions are of no interest here. */
const parsed = (name: string) =>
  parse(body(name), { logLevel: 'silent' }) as {
    readonly Resources: Readonly<
      Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
    >;
  };

describe('the templates', () => {
  test('are what cfn-lint takes', async () => {
    expect(await lint('cfn-lint', files, FOLDER)).toBe('');
  });

  const sets = files.flatMap((file) =>
    Object.values(parsed(file).Resources)
      .filter(({ Type }) => Type === 'AWS::Route53::RecordSetGroup')
      .flatMap(({ Properties }) =>
        (Properties['RecordSets'] as ResourceRecordSet[]).map((set) => [file, set] as const),
      ),
  );

  test('own pairs of records that are correct where common guides are wrong, and no weights', () => {
    expect(new Set(sets.map(([file]) => file))).toEqual(
      new Set(['stop-switch/global.yaml', 'routing-controls/global.yaml', 'region-switch/global.yaml']),
    );
    for (const [file, set] of sets) {
      const { SetIdentifier, AliasTarget, TTL, Weight, Failover, HealthCheckId } = set;
      const named = [file, SetIdentifier !== undefined, AliasTarget?.EvaluateTargetHealth];
      expect(named).toEqual([file, true, true]);
      expect([file, TTL, Weight]).toEqual([file, undefined, undefined]);
      if (Failover === 'PRIMARY') expect([file, HealthCheckId !== undefined]).toEqual([file, true]);
    }
  });
});

describe('on the local AWS', () => {
  let cloud: Cloud;
  let dns: DnsDataPlane;
  let zone: Zone;
  /** Of an API that answers in the region of the primary. */
  let url = '';
  const clients: { destroy(): void }[] = [];

  beforeAll(async () => {
    cloud = await startCloud({ regions: [PRIMARY, STANDBY] });
    zone = await createZone(cloud);
    url = (await make(failoverTemplate, PRIMARY, 'api', {}))['Url'] ?? '';
    dns = await startDataPlane({
      cloud,
      // Rounds are asked for one by one: functions behind the checks are slow to start.
      intervalMs: 3_600_000,
      addressOf: (host) => (host === HOSTS[PRIMARY] ? '192.0.2.1' : '192.0.2.2'),
    });
  });
  afterAll(async () => {
    await dns?.close();
    zone?.close();
    for (const client of clients) client.destroy();
    await cloud.stop();
  });

  /** Makes a stack of one of the templates; returns its outputs. */
  async function make(file: string, region: string, StackName: string, parameters: Record<string, string>) {
    const client = new CloudFormationClient(clientOptions(cloud, region));
    clients.push(client);
    const Parameters = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    }));
    const Capabilities = ['CAPABILITY_IAM' as const];
    await client.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: file.endsWith('.yaml') ? body(file) : file,
        Parameters,
        Capabilities,
      }),
    );
    await waitUntilStackCreateComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { StackName });
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return Object.fromEntries(
      (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    );
  }

  const HOSTS = {
    [PRIMARY]: 'd-1.execute-api.eu-west-1.amazonaws.com',
    [STANDBY]: 'd-2.execute-api.eu-central-1.amazonaws.com',
  };
  const common = (Name: string) => ({
    HostedZoneId: zone.id,
    Name,
    PrimaryRegion: PRIMARY,
    StandbyRegion: STANDBY,
    PrimaryDomain: HOSTS[PRIMARY],
    PrimaryDomainZone: 'Z1',
    StandbyDomain: HOSTS[STANDBY],
    StandbyDomainZone: 'Z2',
  });

  /** The region whose address the name servers answer with. */
  async function answered(name: string, { server } = dns): Promise<string> {
    const resolver = new Resolver({ timeout: 5_000 });
    resolver.setServers([`${server.host}:${server.port}`]);
    const [address] = await resolver.resolve4(name);
    return address === '192.0.2.1' ? PRIMARY : STANDBY;
  }
  const becomes = (name: string, region: string) =>
    until(
      async () => {
        await dns.checks.round();
        return answered(name);
      },
      (found) => found === region,
    );

  /** Puts the stop signal into a bucket of the standby, or takes it away. @returns its ETag */
  async function signal(bucket: string, there: boolean): Promise<string> {
    const s3 = new S3Client({ ...clientOptions(cloud, STANDBY), forcePathStyle: true });
    clients.push(s3);
    const place = { Bucket: bucket, Key: 'stop/primary' };
    if (there) return (await s3.send(new PutObjectCommand({ ...place, Body: 'stopped' }))).ETag ?? '';
    await s3.send(new DeleteObjectCommand(place));
    return '';
  }

  /** What becomes of a deletion that AWS makes later with the role of the template, as a drill arranges it. */
  async function deletedLater(RoleArn: string, input: Record<string, string>): Promise<string | undefined> {
    const client = new SchedulerClient(clientOptions(cloud, STANDBY));
    clients.push(client);
    await client.send(
      new CreateScheduleCommand({
        Name: 'drill',
        ScheduleExpression: 'at(2026-01-01T00:00:00)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: 'arn:aws:scheduler:::aws-sdk:s3:deleteObject', RoleArn, Input: JSON.stringify(input) },
      }),
    );
    return (await cloud.passTime(0))['drill'];
  }

  test.each([
    ['an object that everybody can read', 'signals.yaml', 'object'],
    ['an API in front of a private bucket', 'signals-api.yaml', 'api'],
  ])('the stop switch follows %s: endpoint AND NOT stop', async (_, template, kind) => {
    const name = `${kind}.example.com`;
    const signals = await make(`stop-switch/${template}`, STANDBY, `signals-${kind}`, {});
    const more = { SignalHost: signals['Host'] ?? '', SignalKey: 'stop/primary' };
    const own = { ...common(name), PrimaryHost: new URL(url).host, HealthPath: '/status', ...more };
    const outputs = await make('stop-switch/global.yaml', PRIMARY, `global-${kind}`, own);
    const checks = await deployedHealthChecks(cloud);
    const primary = checks.get(outputs['PrimaryHealthCheck'] ?? '');
    const children = (primary?.ChildHealthChecks ?? []).map((id) => checks.get(id));
    expect([primary?.Type, primary?.HealthThreshold]).toEqual(['CALCULATED', 2]);
    expect(children.map((child) => [child?.ResourcePath, child?.Inverted ?? false, child?.EnableSNI])).toEqual([
      ['/status', false, true],
      ['/stop/primary', true, true],
    ]);
    await dns.refresh();
    await dns.checks.round();
    expect(await answered(name)).toBe(PRIMARY);
    const Bucket = signals['Bucket'] ?? '';
    const IfMatch = await signal(Bucket, true);
    await becomes(name, STANDBY);
    // The role of the drill takes away the signal that it names by its ETag, and nothing else.
    const later = (change: Record<string, string>) =>
      deletedLater(signals['RevertRole'] ?? '', { Bucket, Key: 'stop/primary', ...change });
    expect(await later({})).toContain('AccessDenied');
    expect(await later({ Key: 'other', IfMatch })).toContain('AccessDenied');
    expect(await later({ IfMatch: '"00000000000000000000000000000000"' })).toContain('Precondition');
    expect(await later({ IfMatch })).toBe('done');
    await becomes(name, PRIMARY);
  });

  test('the stop switch follows a metric: healthy without data, deaf to the state of the alarm, turned by the signal', async () => {
    const name = 'metric.example.com';
    const signals = await make('stop-switch/signals-metric.yaml', STANDBY, 'signals-metric', {});
    const own = {
      ...common(name),
      PrimaryHost: new URL(url).host,
      HealthPath: '/status',
      SignalAlarm: signals['Alarm'] ?? '',
    };
    await make('stop-switch/global.yaml', PRIMARY, 'global-metric', own);
    await dns.refresh();
    await dns.checks.round();
    expect(await answered(name)).toBe(PRIMARY);
    const cloudwatch = new CloudWatchClient(clientOptions(cloud, STANDBY));
    clients.push(cloudwatch);
    const state = { AlarmName: signals['Alarm'], StateValue: 'ALARM', StateReason: 'by hand' } as const;
    await cloudwatch.send(new SetAlarmStateCommand(state));
    await dns.checks.round();
    expect(await answered(name)).toBe(PRIMARY);
    const Bucket = signals['Bucket'] ?? '';
    const IfMatch = await signal(Bucket, true);
    await becomes(name, STANDBY);
    // The region of the signal is lost: what was known last holds.
    cloud.blackout(STANDBY, 'refuse');
    await dns.checks.round();
    expect(await answered(name)).toBe(STANDBY);
    cloud.restore(STANDBY);
    // The maximum of a minute counts: the primary serves again later.
    const drilled = { Bucket, Key: 'stop/primary', IfMatch };
    expect(await deletedLater(signals['RevertRole'] ?? '', drilled)).toBe('done');
  });

  test('a pair follows routing controls', async () => {
    const name = 'arc.example.com';
    const panel = 'arn:aws:route53-recovery-control::111111111111:controlpanel/p/routingcontrol';
    const [PrimaryControl, StandbyControl] = [`${panel}/primary`, `${panel}/standby`];
    const turn = (one: string, other: string): void => {
      cloud.routingControls.call('UpdateRoutingControlStates', {
        UpdateRoutingControlStateEntries: [
          { RoutingControlArn: PrimaryControl, RoutingControlState: one },
          { RoutingControlArn: StandbyControl, RoutingControlState: other },
        ],
      });
    };
    for (const arn of [PrimaryControl, StandbyControl]) cloud.routingControls.create(arn);
    turn('On', 'Off');
    await make('routing-controls/global.yaml', PRIMARY, 'global-arc', {
      ...common(name),
      PrimaryControl,
      StandbyControl,
    });
    await dns.refresh();
    expect(await answered(name)).toBe(PRIMARY);
    turn('Off', 'On');
    expect(await answered(name)).toBe(STANDBY);
  });

  test('a pair follows the health checks of a Region switch plan', async () => {
    const name = 'switch.example.com';
    const arn = 'arn:aws:arc-region-switch::111111111111:plan/shop:abc123';
    cloud.regionSwitch.create({ arn, regions: [PRIMARY, STANDBY], approach: 'activePassive', steps: ['dns'] });
    const [PrimaryHealthCheck = '', StandbyHealthCheck = ''] = await Promise.all(
      [PRIMARY, STANDBY].map((region) =>
        createHealthCheck(cloud, { Type: 'RECOVERY_CONTROL', RoutingControlArn: `${arn}#${region}` }),
      ),
    );
    const own = { ...common(name), PrimaryHealthCheck, StandbyHealthCheck };
    await make('region-switch/global.yaml', PRIMARY, 'global-switch', own);
    await dns.refresh();
    expect(await answered(name)).toBe(PRIMARY);
    cloud.regionSwitch.call('StartPlanExecution', { planArn: arn, action: 'activate', targetRegion: STANDBY }, STANDBY);
    expect(await answered(name)).toBe(STANDBY);
  });

  test('a change is answered when it has propagated, and still when the control plane is gone', async () => {
    const name = 'slow.example.com';
    const addressOf = () => '192.0.2.1';
    const answers = (plane: DnsDataPlane) => answered(name, plane).catch(({ code }) => code);
    await using never = await startDataPlane({ cloud, addressOf, intervalMs: 3_600_000, propagationMs: 3_600_000 });
    await using soon = await startDataPlane({ cloud, addressOf, intervalMs: 3_600_000, propagationMs: 10 });
    await zone.change('CREATE', { Name: name, Type: 'CNAME', TTL: 1, ResourceRecords: [{ Value: HOSTS[PRIMARY] }] });
    await Promise.all([never.refresh(), soon.refresh()]);
    await until(
      () => answers(soon),
      (found) => found === PRIMARY,
    );
    expect(await answers(never)).toBe('ENOTFOUND');
    cloud.blackout('us-east-1', 'refuse');
    await expect(soon.refresh()).rejects.toThrow();
    expect(await answers(soon)).toBe(PRIMARY);
    cloud.restore('us-east-1');
  });
});
