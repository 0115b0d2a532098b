import { Resolver } from 'node:dns/promises';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { type DnsDataPlane, startDataPlane } from '../cloud/dns/data-plane.ts';
import { startFront } from '../cloud/dns/front.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { makeReverter } from './drill-reverter.ts';
import { failoverTemplate, stopSwitchChecks } from './failover-app.ts';
import { CONCURRENCY } from './failover-room.ts';
import { plainApp } from './plain-app.ts';
import { type RunOptions, runJson } from './run-product.ts';
import { createZone, weightedRecord, ZONE } from './traffic-app.ts';

export const [WEST, CENTRAL, EAST] = ['eu-west-1', 'eu-central-1', 'us-east-1'] as const;
export const REGIONS = [WEST, CENTRAL, EAST] as const;
/** Weights under the name of the mechanism `weights`; under the other name all have the same, which nobody changes. */
export const WEIGHTS = { [WEST]: 100, [CENTRAL]: 50, [EAST]: 50 };
/** The stop signal of each lies in another region: going to the one in the middle alone loses none of the others'. */
const SIGNAL_IN = { [WEST]: CENTRAL, [EAST]: CENTRAL, [CENTRAL]: EAST };
const NAMES = { weights: `weighted.${ZONE}`, 'stop-switch': `stopped.${ZONE}` };
export type ThreeMechanism = keyof typeof NAMES;

/** An application in three regions that all serve, under a name whose weights move and under one that follows stop signals. */
export interface ThreeRoom extends AsyncDisposable {
  readonly cloud: Cloud;
  readonly dns: DnsDataPlane;
  readonly options: RunOptions;
  /** From now on the environment fails over by that; the plan of it lies in every region. */
  use(mechanism: ThreeMechanism): Promise<void>;
  /** URL that users ask for. */
  urlOf(mechanism: ThreeMechanism): string;
  weights(): Promise<Readonly<Record<string, number>>>;
  /** Regions that the name leads to, over many answers: DNS chooses one at a time. */
  servedBy(mechanism: ThreeMechanism): Promise<readonly string[]>;
}

export async function openThreeRoom(): Promise<ThreeRoom> {
  await using opened = new AsyncDisposableStack();
  const cloud = opened.use(await startCloud({ regions: [...REGIONS] }));
  const app = opened.use(plainApp(failoverTemplate));
  const options: RunOptions = { cwd: app.folder, env: cloud.env('111111111111'), withSam: false };
  app.write('concurrency.mjs', CONCURRENCY);
  app.write('multi-region.yml', configOf('', ''));
  const { result } = await deploy(options);
  const output = (region: string, name: string): string => result.targets[region]?.outputs['api']?.[name] ?? '';
  const urls = Object.fromEntries(REGIONS.map((region) => [region, output(region, 'Url')]));
  const hosts = new Map(REGIONS.map((region) => [new URL(urls[region] ?? '').host, region] as const));
  const front = await startFront(cloud, urls);
  opened.defer(() => front.close());
  const zone = await createZone(cloud);
  opened.defer(() => zone.close());
  for (const [host, region] of hosts) {
    const place = SIGNAL_IN[region];
    const signalHost = `${output(place, 'Signals')}.s3.${place}.amazonaws.com`;
    const { health, primary } = await stopSwitchChecks(cloud, { endpoint: host, signalHost, key: `stop/${region}` });
    const record = (name: string, weight: number, HealthCheckId: string) =>
      ({ ...weightedRecord(region, weight, host), Name: name, HealthCheckId }) as const;
    await zone.change(
      'CREATE',
      record(NAMES.weights, WEIGHTS[region], health),
      record(NAMES['stop-switch'], 100, primary),
    );
  }
  await makeReverter(cloud);
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  const Resource = `arn:aws:route53:::hostedzone/${zone.id}`;
  const policies = [{ Statement: [{ Effect: 'Allow', Action: 'route53:ChangeResourceRecordSets', Resource }] }];
  await cloud.createRole('111111111111', 'weights-reverter', { trust, policies });
  const addressOf = (host: string) => front.addressOf(hosts.get(host) ?? '');
  const dns = await startDataPlane({ cloud, addressOf, intervalMs: 1_000 });
  opened.defer(() => dns.close());
  // What a scheduled call or a driver changes is in force soon, as on AWS.
  const following = setInterval(() => void dns.refresh().catch(() => undefined), 1_000);
  opened.defer(() => clearInterval(following));
  const route53 = new Route53Client(clientOptions(cloud, 'us-east-1'));
  opened.defer(() => route53.destroy());
  const urlOf = (mechanism: ThreeMechanism): string => `http://${NAMES[mechanism]}:${front.port}/status`;
  const parts = opened.move();
  return {
    cloud,
    dns,
    options,
    urlOf,
    async use(mechanism) {
      const traffic = `
    traffic: { driver: route53, zone: ${ZONE}, name: ${NAMES.weights}, types: [CNAME], settle: 0s, steps: [50, 100], revert-role: weights-reverter }`;
      const signals = REGIONS.map((region) => {
        const place = SIGNAL_IN[region];
        return `
        ${region}: { in: ${place}, bucket: "\${stacks.api.targets.${place}.outputs.Signals}", key: stop/${region} }`;
      });
      const weighted = mechanism === 'weights';
      const own = weighted ? '' : `\n      signals: ${signals.join('')}`;
      const resolver = `127.0.0.1:${dns.server.port}`;
      const failover = `
    failover:
      mechanism: ${mechanism}
      rto: 1h${own}
      probe: { url: "${urlOf(mechanism)}", region: "json:region", release: "json:release", resolver: "${resolver}", name-servers: ["${resolver}"], stable: 2s, timeout: 1m }
      drill:
        every: 90d
        hold: 2s${weighted ? '' : '\n        revert-role: drill-reverter'}
        inject: { command: [node, concurrency.mjs, stop], revert: [node, concurrency.mjs, lift] }`;
      app.write('multi-region.yml', configOf(weighted ? traffic : '', failover));
      await deploy(options);
    },
    async weights() {
      const id = { HostedZoneId: zone.id };
      const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand(id));
      const sets = ResourceRecordSets.filter(({ Name }) => Name === `${NAMES.weights}.`);
      return Object.fromEntries(sets.map(({ SetIdentifier = '', Weight = 0 }) => [SetIdentifier, Weight]));
    },
    async servedBy(mechanism) {
      const resolver = new Resolver({ timeout: 2_000, tries: 2 });
      resolver.setServers([`${dns.server.host}:${dns.server.port}`]);
      const found = new Set<string>();
      for (let asked = 0; asked < 60; asked += 1)
        for (const address of await resolver.resolve4(NAMES[mechanism])) found.add(address);
      return REGIONS.filter((region) => found.has(front.addressOf(region) ?? ''));
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function configOf(traffic: string, failover: string): string {
  return `application: shop
stacks: { api: { template: template.yaml, parameters: { Release: "\${release}" } } }
environments:
  prod:
    targets: {${REGIONS.map((region) => ` ${region}: ${traffic === '' ? '' : `{ weight: ${WEIGHTS[region]} }`}`).join(',')} }${traffic}${failover}
`;
}

async function deploy(options: RunOptions) {
  const ended = await runJson(['deploy', '--yes'], options);
  if (ended.exitCode !== 0) throw new Error(`the deployment ended with ${ended.exitCode}: ${ended.stderr}`);
  return ended;
}
