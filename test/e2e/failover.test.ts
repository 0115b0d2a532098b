import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { FailoverReport } from '../../src/failover/report.ts';
import { type DnsDataPlane, startDataPlane } from '../cloud/dns/data-plane.ts';
import { type Front, startFront } from '../cloud/dns/front.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { failoverRecord, failoverTemplate, NAME, stopSwitchChecks } from '../support/failover-app.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';
import { createZone } from '../support/traffic-app.ts';

// Each run is a process of its own, on a shared machine.
jest.setTimeout(300_000);

const ACCOUNT = '111111111111';
const PRIMARY = 'eu-west-1';
const STANDBY = 'eu-central-1';

const configOf = (probe: string): string => `application: shop
stacks: { api: { template: template.yaml, parameters: { Release: "\${release}" } } }
environments:
  prod:
    targets: [${PRIMARY}, ${STANDBY}]
    failover:
      mechanism: stop-switch
      rto: 5m
      signals:
        ${PRIMARY}: { in: ${STANDBY}, bucket: "\${stacks.api.targets.${STANDBY}.outputs.Signals}", key: stop/${PRIMARY} }
      ${probe}
`;

let cloud: Cloud;
let app: PlainApp;
let front: Front;
let dns: DnsDataPlane;
let release: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: [PRIMARY, STANDBY, 'us-east-1'] });
  app = plainApp(failoverTemplate);
  app.write('multi-region.yml', configOf(''));
  const first = await deploy();
  release = first.result.release?.id ?? '';
  const output = (region: string, name: string) => first.result.targets[region]?.outputs['api']?.[name] ?? '';
  const hosts: Readonly<Record<string, string>> = {
    [PRIMARY]: new URL(output(PRIMARY, 'Url')).host,
    [STANDBY]: new URL(output(STANDBY, 'Url')).host,
  };
  front = await startFront(cloud, { [PRIMARY]: output(PRIMARY, 'Url'), [STANDBY]: output(STANDBY, 'Url') });
  const zone = await createZone(cloud);
  const { primary } = await stopSwitchChecks(cloud, {
    endpoint: hosts[PRIMARY] ?? '',
    signalHost: `${output(STANDBY, 'Signals')}.s3.${STANDBY}.amazonaws.com`,
    key: `stop/${PRIMARY}`,
  });
  await zone.change(
    'CREATE',
    failoverRecord(PRIMARY, 'PRIMARY', hosts[PRIMARY] ?? '', primary),
    failoverRecord(STANDBY, 'SECONDARY', hosts[STANDBY] ?? ''),
  );
  zone.close();
  const regionOf = (host: string): string => Object.keys(hosts).find((region) => hosts[region] === host) ?? '';
  dns = await startDataPlane({ cloud, addressOf: (host) => front.addressOf(regionOf(host)), intervalMs: 300 });
  app.write('multi-region.yml', configOf(probeText()));
  await deploy('--dr-plan-file', 'dr-plan.json');
});

afterAll(async () => {
  await dns?.close();
  await front?.close();
  app[Symbol.dispose]();
  await cloud.stop();
});

const options = () => ({ cwd: app.folder, env: cloud.env(ACCOUNT), withSam: false });
const probeText = () =>
  `probe: { url: "http://${NAME}:${front.port}/status", region: "json:region", release: "json:release", resolver: "127.0.0.1:${dns.server.port}", stable: 2s, timeout: 20s }`;

async function deploy(...args: readonly string[]) {
  const ended = await runJson(['deploy', '--yes', ...args], options());
  expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: expect.anything() });
  return ended;
}

const failover = (...args: readonly string[]) =>
  runJson(['failover', '--reason', 'a drill of the test', ...args], options());
const reportOf = (): FailoverReport =>
  JSON.parse(readFileSync(join(app.folder, 'failover-report/failover-report.json'), 'utf8')) as FailoverReport;
/** Calls that somebody signed: those of health checkers and users are not. */
const signedIn = (region: string) => cloud.calls.filter((call) => call.region === region && call.account !== '');

describe('a primary that is lost', () => {
  test('is left in one command from the plan alone; nothing there and no home of a control plane is asked', async () => {
    const plan = JSON.parse(readFileSync(join(app.folder, 'dr-plan.json'), 'utf8'));
    expect(plan).toMatchObject({
      schema: 1,
      application: 'shop',
      mechanism: { kind: 'stop-switch' },
      release: { id: release },
    });

    cloud.blackout(PRIMARY, 'hang');
    cloud.blackout('us-east-1', 'hang');
    cloud.clearCalls();
    const moved = await failover('--plan', 'dr-plan.json', '--to', STANDBY, '--confirm', STANDBY);
    expect([moved.exitCode, moved.result.status, moved.result.failover?.outcome]).toEqual([0, 'succeeded', 'verified']);
    const report = reportOf();
    expect(report).toMatchObject({ from: [PRIMARY], to: [STANDBY], reason: 'a drill of the test', refused: [] });
    expect(new Set(report.ledger.map(({ region }) => region))).toEqual(new Set([STANDBY]));
    expect([signedIn(PRIMARY), signedIn('us-east-1')]).toEqual([[], []]);
    expect(report.rto.seconds).toEqual(expect.any(Number));
    expect(report.rpo.boundSeconds).toBe('not measured');
  });
});
