import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, GetObjectCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FailoverPlan, PlannedMechanism } from '../../src/failover/plan.ts';
import { writePlan } from '../../src/failover/plan-document.ts';
import { answerOf } from '../../src/process/names.ts';
import { activeStateKey } from '../../src/records/active-state-document.ts';
import { type DnsDataPlane, startDataPlane } from '../cloud/dns/data-plane.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { createHealthCheck } from '../support/failover-app.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';
import { createZone, NAME, weightedRecord, type Zone } from '../support/traffic-app.ts';

const [WEST, CENTRAL, EAST] = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const REGIONS = [WEST, CENTRAL, EAST] as const;
/** The stop signal of each lies in the next: none is lost with who it stops. */
const NEXT = { [WEST]: CENTRAL, [CENTRAL]: EAST, [EAST]: WEST };
const SAME = Object.fromEntries(REGIONS.map((region) => [region, region]));
const STOPPED = 'stopped.example.com';
const bucketOf = (region: string): string => `artifacts-${region}`;
const addressOf = (region: string): string => `127.0.0.${Object.keys(NEXT).indexOf(region) + 1}`;

let cloud: Cloud;
let app: PlainApp;
let zone: Zone;
let dns: DnsDataPlane;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...REGIONS] });
  app = plainApp();
  zone = await createZone(cloud);
  for (const region of REGIONS) {
    await makeBucket(region);
    await zone.change('CREATE', weightedRecord(region, 100, `${region}.example.net`));
    const next = NEXT[region] ?? '';
    const check = await createHealthCheck(cloud, {
      ...{ Type: 'HTTPS', Port: 443, FailureThreshold: 2, RequestInterval: 10, EnableSNI: true, Inverted: true },
      FullyQualifiedDomainName: `${bucketOf(next)}.s3.${next}.amazonaws.com`,
      ResourcePath: `/stop/${region}`,
    });
    const record = weightedRecord(region, 100, `${region}.example.net`);
    await zone.change('CREATE', { ...record, Name: STOPPED, HealthCheckId: check });
  }
  dns = await startDataPlane({ cloud, addressOf: (host) => addressOf(host.split('.')[0] ?? ''), intervalMs: 200 });
});
afterAll(async () => {
  await dns.close();
  zone.close();
  app[Symbol.dispose]();
  await cloud.stop();
});
afterEach(() => {
  for (const region of REGIONS) cloud.restore(region);
});

async function makeBucket(region: string): Promise<void> {
  const s3 = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
  const Bucket = bucketOf(region);
  const place =
    region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' } };
  await s3.send(new CreateBucketCommand({ Bucket, ...place }));
  const Statement = [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/stop/*` },
  ];
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }));
  s3.destroy();
}

/** Three targets that all serve, and nobody who probes: who answers is asked of the name server. */
function writePlanOf(environment: string, mechanism: PlannedMechanism, probe?: FailoverPlan['probe']): string {
  const plan: FailoverPlan = {
    schema: 1,
    application: 'shop',
    environment,
    compiledAt: new Date(0).toISOString(),
    compiledBy: 'a test',
    release: { id: 'r1' },
    targets: REGIONS.map((region) => ({
      name: region,
      region,
      partition: 'aws',
      credentials: { source: 'ambient' },
      groups: [],
      bucket: bucketOf(region),
      release: 'r1',
    })),
    mechanism,
    ...(probe && { probe }),
  };
  app.write(`${environment}.json`, writePlan(plan));
  return `${environment}.json`;
}

const failover = (...args: readonly string[]) =>
  runJson(['failover', ...args], { cwd: app.folder, env: cloud.env('111111111111'), withSam: false });
const evacuate = (plan: string, from: string) =>
  failover('--plan', plan, '--from', from, '--confirm', from, '--reason', 'a test');

/** Regions that the name leads to, over many answers: DNS chooses one at a time. */
async function answers(name: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let asked = 0; asked < 60; asked += 1) for (const one of await answerOf(name, dns.server)) found.add(one);
  return REGIONS.filter((region) => found.has(addressOf(region)));
}

async function eventually(name: string, wanted: readonly string[]): Promise<void> {
  const began = performance.now();
  let seen: readonly string[] = [];
  // An answer that this machine was too busy for is asked for once more.
  do seen = await answers(name).catch(() => []);
  while (seen.join() !== wanted.join() && performance.now() - began < 120_000);
  expect(seen).toEqual(wanted);
}

const ownCalls = (region: string) => cloud.calls.filter((call) => call.region === region && call.account !== '');

describe('one of three regions that all serve', () => {
  test('is left by its weight, and the others keep theirs', async () => {
    const plan = writePlanOf('weighted', {
      kind: 'weights',
      traffic: {
        driver: { driver: 'route53', zone: zone.id, name: NAME, types: ['CNAME'], setIdentifiers: SAME, regions: SAME },
        access: { name: WEST, region: WEST, partition: 'aws', credentials: { source: 'ambient' }, groups: [] },
        weights: { [WEST]: 100, [CENTRAL]: 100, [EAST]: 100 },
        steps: [100],
        floorPercent: 0,
      },
    });
    await eventually(NAME, [WEST, CENTRAL, EAST]);
    cloud.clearCalls();
    cloud.blackout(WEST, 'hang');
    const left = await evacuate(plan, WEST);
    expect([left.exitCode, left.result.failover]).toMatchObject([
      4,
      { outcome: 'not-measured', from: [WEST], to: [CENTRAL, EAST] },
    ]);
    expect(ownCalls(WEST)).toEqual([]);
    await dns.refresh();
    await eventually(NAME, [CENTRAL, EAST]);
  });

  test('is left through its stop signal, and so is the next one', async () => {
    const signals = REGIONS.map((region) => [
      region,
      { in: NEXT[region] ?? '', bucket: bucketOf(NEXT[region] ?? ''), key: `stop/${region}` },
    ]);
    const plan = writePlanOf('stopped', { kind: 'stop-switch', signals: Object.fromEntries(signals) });
    await eventually(STOPPED, [WEST, CENTRAL, EAST]);
    cloud.clearCalls();
    cloud.blackout(WEST, 'hang');
    expect((await evacuate(plan, WEST)).result.failover).toMatchObject({ from: [WEST], to: [CENTRAL, EAST] });
    await eventually(STOPPED, [CENTRAL, EAST]);
    expect(ownCalls(WEST)).toEqual([]);

    cloud.blackout(WEST, 'refuse');
    const second = await evacuate(plan, CENTRAL);
    expect(second.result.failover).toMatchObject({ from: [CENTRAL], to: [EAST] });
    // The signal of the first lies in the second, which is asked for nothing.
    expect(second.result.failover?.deviations.join()).toContain(`the stop signal of ${WEST}`);
    await eventually(STOPPED, [EAST]);
  });

  test('takes over from two others, of which one is lost: the one that is there is told once users are served', async () => {
    const users = createServer((_, response) => response.end('served')).listen(0, '127.0.0.1');
    try {
      await once(users, 'listening');
      const { port } = users.address() as AddressInfo;
      const probe = { url: `http://127.0.0.1:${port}/`, stableMs: 1_000, timeoutMs: 60_000 };
      const plan = writePlanOf('narrowed', { kind: 'command', run: ['true'] }, probe);
      cloud.clearCalls();
      cloud.blackout(WEST, 'hang');
      const args = ['--plan', plan, '--to', CENTRAL, '--confirm', CENTRAL, '--reason', 'a test'];
      const { result, exitCode } = await failover(...args);
      expect([exitCode, result.failover?.from]).toEqual([0, [WEST, EAST]]);
      expect(result.failover?.fencing?.steps).toMatchObject([
        { target: WEST, result: 'unknown' },
        { target: EAST, result: 'done' },
      ]);
      // Until users were seen to be served nobody who was left was asked.
      expect(result.failover?.ledger.map(({ region }) => region)).not.toContain(EAST);
      const [here, there] = await Promise.all([keptIn(CENTRAL, 'narrowed'), keptIn(EAST, 'narrowed')]);
      expect(here).toMatchObject({ inactive: [WEST, EAST], failover: { done: true } });
      expect(there).toEqual(here);
    } finally {
      users.close();
    }
  });
});

async function keptIn(region: string, environment: string): Promise<unknown> {
  const s3 = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
  const Key = activeStateKey({ application: 'shop', name: environment });
  const stored = await s3.send(new GetObjectCommand({ Bucket: bucketOf(region), Key }));
  s3.destroy();
  return JSON.parse((await stored.Body?.transformToString()) ?? '');
}
