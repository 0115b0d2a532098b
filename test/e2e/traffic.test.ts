import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom, createResolver, deployedRecords, type Resolver } from '../cloud/dns/resolver.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';
import { createZone, HOST_RECORDS, NAME } from '../support/traffic-app.ts';

const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const CONFIG = `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 0 } }
${HOST_RECORDS}`;
const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Where:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: "exports.handler = async () => ({ statusCode: 200, body: process.env.AWS_REGION })"
      Events: { Get: { Type: HttpApi, Properties: { Path: /where, Method: get } } }
Outputs:
  Host: { Value: !Sub "\${ServerlessHttpApi}.execute-api.\${AWS::Region}.amazonaws.com" }
`;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
  app = plainApp(TEMPLATE);
  app.write('multi-region.yml', CONFIG);
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

const options = () => ({ cwd: app.folder, env: cloud.env('111111111111'), withSam: false });

/** Users behind resolvers of their own, each with a cache; time passes when the test says so. */
function createUsers(count: number, now: () => number): readonly Resolver[] {
  return Array.from({ length: count }, (_, seed) =>
    createResolver({ records: () => deployedRecords(cloud), seed, now }),
  );
}

/** Sends one request of a user: resolves the public name, and calls what it leads to. */
async function ask(resolver: Resolver): Promise<string> {
  const host = await resolver.host(NAME, 'A');
  const answer = await cloud.fetch(`https://${host}/where`);
  if (answer.status !== 200) throw new Error(`${host} answered ${answer.status}`);
  return answer.text();
}

async function askAll(users: readonly Resolver[], each: number): Promise<Readonly<Record<string, number>>> {
  const random = createRandom(11);
  const counts: Record<string, number> = {};
  for (let index = 0; index < users.length * each; index += 1) {
    const user = users[Math.floor(random() * users.length)];
    if (user === undefined) continue;
    const region = await ask(user);
    counts[region] = (counts[region] ?? 0) + 1;
  }
  return counts;
}

test('requests follow the weights that shift sets, region by region, and none is lost', async () => {
  (await createZone(cloud)).close();
  const deployed = await runJson(['deploy', '--yes'], options());
  expect(deployed.exitCode).toBe(0);
  let now = 0;
  const users = createUsers(40, () => now);

  expect(await askAll(users, 2)).toEqual({ 'eu-west-1': 80 });

  const shifted = await runJson(['shift', '--yes', '--to', 'eu-central-1', '--percent', '25'], options());
  expect(shifted.exitCode).toBe(0);
  // Caches still hold: nobody has seen the change before the TTL is over.
  expect(Object.keys(await askAll(users, 2))).toEqual(['eu-west-1']);
  now += 1_000;
  const counts: Record<string, number> = {};
  for (let round = 0; round < 5; round += 1, now += 1_000) {
    for (const [region, count] of Object.entries(await askAll(users, 2))) {
      counts[region] = (counts[region] ?? 0) + count;
    }
  }
  const share = (counts['eu-central-1'] ?? 0) / 400;
  // 25 % of about 175 answers of resolvers, each with a cache: four standard deviations.
  expect(share).toBeGreaterThan(0.12);
  expect(share).toBeLessThan(0.38);

  const drained = await runJson(['shift', '--yes', '--weights', 'configured'], options());
  expect(drained.exitCode).toBe(0);
  now += 1_000;
  expect(await askAll(users, 2)).toEqual({ 'eu-west-1': 80 });
});
