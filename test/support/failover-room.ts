import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type FailoverPlan, planKey } from '../../src/failover/plan.ts';
import { parsePlan, writePlan } from '../../src/failover/plan-document.ts';
import type { FailoverReport } from '../../src/failover/report.ts';
import { type DnsDataPlane, startDataPlane } from '../cloud/dns/data-plane.ts';
import { startFront } from '../cloud/dns/front.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { createHealthCheck, failoverRecord, failoverTemplate, NAME, stopSwitchChecks } from './failover-app.ts';
import { type HeartbeatTable, makeHeartbeats } from './heartbeats.ts';
import { type PlainApp, plainApp } from './plain-app.ts';
import { type RunOptions, runJson } from './run-product.ts';
import { createZone } from './traffic-app.ts';

/** Its loss takes the control planes of Route 53, IAM and CloudFront along. */
export const PRIMARY = 'us-east-1';
export const STANDBY = 'eu-central-1';
/** The same API under records that follow routing controls. */
export const ARC_NAME = 'arc.example.com';
const ACCOUNT = '111111111111';
const PANEL = `arn:aws:route53-recovery-control::${ACCOUNT}:controlpanel/p/routingcontrol`;
export const CONTROLS = { [PRIMARY]: `${PANEL}/primary`, [STANDBY]: `${PANEL}/standby` };
/** And under the health checks of a Region switch plan. */
const SWITCH_NAME = 'switch.example.com';
export const SWITCH_PLAN = `arn:aws:arc-region-switch::${ACCOUNT}:plan/shop:abc123`;
/** Where the endpoints of a cluster of routing controls are. */
export const CLUSTER_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1', 'ap-southeast-2'];

/** An application in two regions behind a failover pair, with DNS that answers and health checks that run. */
export interface FailoverRoom extends AsyncDisposable {
  readonly cloud: Cloud;
  readonly app: PlainApp;
  readonly dns: DnsDataPlane;
  /** Nobody writes them but the test. */
  readonly heartbeats: HeartbeatTable;
  readonly release: string;
  /** As the deployment compiled it. */
  readonly plan: FailoverPlan;
  readonly options: RunOptions;
  /** Of the stack in a region. */
  output(region: string, name: string): string;
  /** Writes another plan than the one that was compiled, without some of it; returns its path. */
  writePlan(name: string, change: Partial<FailoverPlan>, without?: readonly (keyof FailoverPlan)[]): string;
  /** The plan of the same application under routing controls. */
  arcPlan(): Partial<FailoverPlan>;
  /** The same under a Region switch plan. */
  switchPlan(): Partial<FailoverPlan>;
  failover(...args: readonly string[]): ReturnType<typeof runJson>;
  /** With heartbeats meanwhile. */
  failback(to: string): ReturnType<typeof runJson>;
  /** The environment fails over by routing controls from now on; the plan file too. */
  toRoutingControls(): Promise<void>;
  /** @param folder of the report, from that of the application */
  report(folder?: string): FailoverReport;
  /** Every file of a report is as its list of hashes says. @throws what `sha256sum` says */
  checkHashes(folder: string): void;
  /** The copy of the plan that a target keeps, and a client to change it. */
  copyOf(region: string): Promise<{
    readonly client: S3Client;
    readonly bucket: string;
    readonly copy: { readonly key: string; readonly text: string };
  }>;
  /** Region whose address the name servers give for the public name. */
  servedBy(): Promise<string | undefined>;
  /** Calls of a region that somebody signed, other than applications: those of health checkers and users are not. */
  signedIn(region: string, before?: number): readonly string[];
}

/** Of every function in the region that the program is called for; 0 stops them all, nothing lifts it again. */
export const CONCURRENCY = `
import { LambdaClient, ListFunctionsCommand, PutFunctionConcurrencyCommand, DeleteFunctionConcurrencyCommand } from '${import.meta.resolve('@aws-sdk/client-lambda')}';
const client = new LambdaClient({ region: process.env.AWS_REGION });
const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
for (const { FunctionName } of Functions)
  await client.send(process.argv[2] === 'stop'
    ? new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 })
    : new DeleteFunctionConcurrencyCommand({ FunctionName }));
`;

const STOP_SWITCH = `
      mechanism: stop-switch
      signals:
        ${PRIMARY}: { in: ${STANDBY}, bucket: "\${stacks.api.targets.${STANDBY}.outputs.Signals}", key: stop/${PRIMARY} }`;

const configOf = (
  more: string,
  endpointOf?: (region: string) => string,
  mechanism = STOP_SWITCH,
): string => `application: shop
stacks: { api: { template: template.yaml, parameters: { Release: "\${release}" } } }
environments:
  prod:
    targets:
      ${PRIMARY}: ${endpointOf ? `{ parameters: { Endpoint: "${endpointOf(PRIMARY)}" } }` : ''}
      ${STANDBY}: ${endpointOf ? `{ parameters: { Endpoint: "${endpointOf(STANDBY)}" } }` : ''}
    failover:
      rto: 1h${mechanism}
      ${endpointOf ? 'endpoint: "${stacks.api.outputs.Endpoint}"' : ''}
      drill:
        every: 90d
        hold: 0s${mechanism === STOP_SWITCH ? '\n        revert-role: drill-reverter' : ''}
        inject: { command: [node, concurrency.mjs, stop], revert: [node, concurrency.mjs, lift] }
      ${more}
`;

/** @param more regions that are enabled besides those of the targets */
export async function openFailoverRoom(more: readonly string[] = []): Promise<FailoverRoom> {
  // A local AWS that outlives a failed start would keep the test runner from ending.
  await using opened = new AsyncDisposableStack();
  const cloud = opened.use(await startCloud({ regions: [PRIMARY, STANDBY, ...more] }));
  const app = opened.use(plainApp(failoverTemplate));
  const options: RunOptions = { cwd: app.folder, env: cloud.env(ACCOUNT), withSam: false };
  app.write('concurrency.mjs', CONCURRENCY);
  app.write('multi-region.yml', configOf(''));
  const first = await deploy(options);
  const output = (region: string, name: string) => first.result.targets[region]?.outputs['api']?.[name] ?? '';
  const hosts = new Map([PRIMARY, STANDBY].map((region) => [region, new URL(output(region, 'Url')).host]));
  const front = await startFront(cloud, { [PRIMARY]: output(PRIMARY, 'Url'), [STANDBY]: output(STANDBY, 'Url') });
  opened.defer(() => front.close());
  await makeRecords(cloud, hosts, `${output(STANDBY, 'Signals')}.s3.${STANDBY}.amazonaws.com`);
  const regionOf = (host: string): string => [...hosts].find(([, known]) => known === host)?.[0] ?? '';
  const dns = await startDataPlane({ cloud, addressOf: (host) => front.addressOf(regionOf(host)), intervalMs: 300 });
  opened.defer(() => dns.close());
  const probe = {
    url: `http://${NAME}:${front.port}/status`,
    stableMs: 2_000,
    timeoutMs: 300_000,
    region: { from: 'json', name: 'region' },
    release: { from: 'json', name: 'release' },
    resolver: { host: dns.server.host, port: dns.server.port },
  } as const;
  const endpointOf = (region: string): string => `http://${front.addressOf(region)}:${front.port}/status`;
  const heartbeats = await makeHeartbeats(cloud, [PRIMARY, STANDBY]);
  opened.defer(() => heartbeats.close());
  const replication = `rpo: 30m\n      replication: { heartbeat: ${heartbeats.name}, max-lag: 10m }`;
  const measured = (url: string): string => `${probeText(url, dns.server.port)}\n      ${replication}`;
  app.write('multi-region.yml', configOf(measured(probe.url), endpointOf));
  await deploy(options, '--dr-plan-file', 'dr-plan.json');
  const read = (name: string): string => readFileSync(join(app.folder, name), 'utf8');
  const plan = parsePlan(read('dr-plan.json'), 'dr-plan.json');
  const parts = opened.move();
  const room: FailoverRoom = {
    cloud,
    app,
    dns,
    heartbeats,
    release: first.result.release?.id ?? '',
    plan,
    options,
    output,
    writePlan(name, change, without = []) {
      const { sha256: _, ...rest } = plan;
      const kept = Object.entries({ ...rest, ...change }).filter(([key]) => !without.some((left) => left === key));
      app.write(name, writePlan(Object.fromEntries(kept) as unknown as FailoverPlan));
      return name;
    },
    arcPlan: () => ({
      mechanism: {
        kind: 'arc-routing-control',
        controls: CONTROLS,
        endpoints: CLUSTER_REGIONS.map((region) => ({
          region,
          url: endpointUrl(region),
        })),
      },
      probe: { ...probe, url: probe.url.replace(NAME, ARC_NAME) },
      authority: { name: ARC_NAME, servers: [{ host: dns.server.host, port: dns.server.port }] },
    }),
    switchPlan: () => ({
      mechanism: { kind: 'region-switch', plan: SWITCH_PLAN, approach: 'active-passive' },
      probe: { ...probe, url: probe.url.replace(NAME, SWITCH_NAME) },
    }),
    async toRoutingControls() {
      const { url } = room.arcPlan().probe ?? probe;
      app.write('multi-region.yml', configOf(measured(url), endpointOf, routingControls()));
      await deploy(options, '--dr-plan-file', 'dr-plan.json');
    },
    async failback(to) {
      const beating = setInterval(() => {
        // One that does not get through is older than it could be.
        for (const region of [PRIMARY, STANDBY]) heartbeats.beat(region).catch(() => undefined);
      }, 1_000);
      try {
        return await runJson(['failback', '--reason', 'next', '--confirm', to, '--to', to], options);
      } finally {
        clearInterval(beating);
      }
    },
    failover: (...args) => runJson(['failover', '--reason', 'a test', ...args], options),
    checkHashes(folder) {
      const cwd = join(app.folder, folder);
      execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd });
      const listed = readFileSync(join(cwd, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
      const there = readdirSync(cwd).filter((name) => name !== 'SHA256SUMS');
      assert.equal(listed.map((line) => line.slice(66)).join(), there.sort().join());
    },
    report: (folder = 'failover-report') => JSON.parse(read(`${folder}/failover-report.json`)) as FailoverReport,
    async copyOf(region) {
      const client = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
      const bucket = plan.targets.find((target) => target.region === region)?.bucket ?? '';
      const key = planKey({ application: plan.application, name: plan.environment });
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return { client, bucket, copy: { key, text: (await Body?.transformToString()) ?? '' } };
    },
    async servedBy() {
      const resolver = new Resolver({ timeout: 10_000, tries: 3 });
      resolver.setServers([`${dns.server.host}:${dns.server.port}`]);
      const [address] = await resolver.resolve4(NAME);
      return [PRIMARY, STANDBY].find((region) => front.addressOf(region) === address);
    },
    signedIn: (region, before = Number.POSITIVE_INFINITY) =>
      cloud.calls
        .filter(({ time }) => time < before)
        .filter(({ account, action, ...call }) => call.region === region && account !== '' && action !== 'PutItem')
        .map(({ action }) => action),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
  return room;
}

function routingControls(): string {
  const endpoints = CLUSTER_REGIONS.map((region) => `${region}: ${endpointUrl(region)}`);
  const controls = Object.entries(CONTROLS).map(([region, arn]) => `${region}: "${arn}"`);
  return `
      mechanism: arc-routing-control
      routing-controls: { ${controls.join(', ')} }
      cluster-endpoints: { ${endpoints.join(', ')} }`;
}

const endpointUrl = (region: string): string => `https://1a2b3c4d.route53-recovery-cluster.${region}.amazonaws.com/v1`;

async function deploy(options: RunOptions, ...args: readonly string[]) {
  const ended = await runJson(['deploy', '--yes', ...args], options);
  if (ended.exitCode !== 0) throw new Error(`the deployment ended with ${ended.exitCode}: ${ended.stderr}`);
  return ended;
}

function probeText(url: string, port: number): string {
  return `probe: { url: "${url}", region: "json:region", release: "json:release", resolver: "127.0.0.1:${port}", name-servers: ["127.0.0.1:${port}"], stable: 2s, timeout: 5m }`;
}

/** A pair that follows the stop switch, and one that follows routing controls. */
async function makeRecords(cloud: Cloud, hosts: ReadonlyMap<string, string>, signalHost: string): Promise<void> {
  const zone = await createZone(cloud);
  const [primary = '', standby = ''] = [hosts.get(PRIMARY), hosts.get(STANDBY)];
  const checks = await stopSwitchChecks(cloud, { endpoint: primary, signalHost, key: `stop/${PRIMARY}` });
  for (const arn of Object.values(CONTROLS)) cloud.routingControls.create(arn);
  cloud.routingControls.call('UpdateRoutingControlStates', {
    UpdateRoutingControlStateEntries: [{ RoutingControlArn: CONTROLS[PRIMARY], RoutingControlState: 'On' }],
  });
  const [on, off] = await Promise.all(
    Object.values(CONTROLS).map((RoutingControlArn) =>
      createHealthCheck(cloud, { Type: 'RECOVERY_CONTROL', RoutingControlArn }),
    ),
  );
  const regions = [PRIMARY, STANDBY] as const;
  cloud.regionSwitch.create({ arn: SWITCH_PLAN, regions, approach: 'activePassive', steps: ['scale', 'dns'] });
  const [here, there] = await Promise.all(
    regions.map((region) =>
      createHealthCheck(cloud, { Type: 'RECOVERY_CONTROL', RoutingControlArn: `${SWITCH_PLAN}#${region}` }),
    ),
  );
  await zone.change(
    'CREATE',
    failoverRecord(PRIMARY, 'PRIMARY', primary, checks.primary),
    failoverRecord(STANDBY, 'SECONDARY', standby),
    { ...failoverRecord(PRIMARY, 'PRIMARY', primary, on), Name: ARC_NAME },
    { ...failoverRecord(STANDBY, 'SECONDARY', standby, off), Name: ARC_NAME },
    { ...failoverRecord(PRIMARY, 'PRIMARY', primary, here), Name: SWITCH_NAME },
    { ...failoverRecord(STANDBY, 'SECONDARY', standby, there), Name: SWITCH_NAME },
  );
  zone.close();
}
