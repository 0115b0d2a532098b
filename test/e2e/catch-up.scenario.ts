import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { rolloutStory } from '../support/rollout-story.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';
import { createZone, NAME } from '../support/traffic-app.ts';

// Many runs, each a process of its own: `npm run test:scenarios`.
const template = (mark: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } }
Outputs:
  Host: { Value: !Sub "\${AWS::Region}.example.net" }
`;
const config = `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
    waves:
      - { name: first, targets: [eu-west-1] }
      - { name: rest, targets: [eu-central-1], failure-tolerance: 1 }
    traffic:
      driver: route53
      zone: example.com
      name: ${NAME}
      types: [CNAME]
      record: { value: "\${stacks.api.outputs.Host}", ttl: 1s }
      settle: 0s
      steps: [10, 100]
`;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  (await createZone(cloud)).close();
  app = plainApp(template('one'));
  app.write('multi-region.yml', config);
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

async function run(...args: readonly string[]): Promise<ProductRun> {
  const options = { cwd: app.folder, env: cloud.env('111111111111'), withSam: false };
  return runCli([...args, '--yes', '--output', 'jsonl'], options);
}

test('a region that was lost in a rollout gets the release, judged step by step, before it gets traffic', async () => {
  expect((await run('deploy')).exitCode).toBe(0);
  app.write('template.yaml', template('two'));
  const restore = cloud.fault({
    service: 'cloudformation',
    action: 'ExecuteChangeSet',
    region: 'eu-central-1',
    kind: 'reset',
  });
  const lost = await run('deploy');
  restore();
  expect([lost.exitCode, rolloutStory(lost)]).toEqual([1, ['eu-west-1 succeeded', 'eu-central-1 unreachable']]);

  // Somebody takes its traffic away, and may not give it back before it has caught up.
  expect((await run('shift', '--weights', 'eu-central-1=0')).exitCode).toBe(0);
  const early = await run('shift', '--weights', 'eu-central-1=50');
  expect([early.exitCode, early.stdout]).toEqual([2, expect.stringContaining('target-behind')]);

  const again = await run('deploy');
  expect([again.exitCode, rolloutStory(again)]).toEqual([
    0,
    ['eu-west-1 no-change', 'eu-central-1 succeeded', '100/5', '100/50'],
  ]);
});

test('so does one that was left out: the rollout is over, and what is recorded tells who lacks its release', async () => {
  app.write('template.yaml', template('three'));
  const without = await run('deploy', '--without', 'eu-central-1');
  expect([without.exitCode, rolloutStory(without)]).toEqual([0, ['eu-west-1 succeeded']]);
  expect((await run('shift', '--weights', 'eu-central-1=0')).exitCode).toBe(0);
  const early = await run('shift', '--weights', 'configured');
  expect([early.exitCode, early.stdout]).toEqual([2, expect.stringContaining('target-behind')]);
  // Where everything else is left, an older release serves better than none.
  const away = await run('shift', '--weights', 'eu-west-1=0,eu-central-1=50', '--dry-run');
  expect([away.exitCode, away.stdout]).toEqual([0, expect.stringContaining('gets a larger part of the traffic, but')]);

  const again = await run('deploy');
  expect([again.exitCode, rolloutStory(again)]).toEqual([
    0,
    ['eu-west-1 no-change', 'eu-central-1 succeeded', '100/5', '100/50'],
  ]);
  expect((await run('shift', '--weights', 'eu-west-1=50')).exitCode).toBe(0);
  expect((await run('shift', '--weights', 'configured')).exitCode).toBe(0);
});
