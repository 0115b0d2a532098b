import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/report/events.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { rolloutStory as story } from '../support/rollout-story.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';
import { createZone, HOST_RECORDS, NAME, rememberedTraffic } from '../support/traffic-app.ts';

const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const template = (mark: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } }
Outputs:
  Host: { Value: !Sub "\${AWS::Region}.example.net" }
`;
const config = (traffic: string) => `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
${HOST_RECORDS}${traffic}`;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
  app = plainApp(template('one'));
  (await createZone(cloud)).close();
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

const deploy = (): Promise<ProductRun> => run('deploy');

async function run(...args: readonly string[]): Promise<ProductRun> {
  return runCli([...args, '--yes', '--output', 'jsonl'], {
    cwd: app.folder,
    env: cloud.env('111111111111'),
    withSam: false,
  });
}

/** Weights that the plan shows, wave by wave. */
function planned({ stdout }: ProductRun): readonly string[] {
  const line = stdout.split('\n').find((text) => text.includes('"plan.ready"')) ?? '{}';
  const { plan } = JSON.parse(line) as Extract<RunEvent, { type: 'plan.ready' }>;
  const moves = plan.phases.flatMap(({ traffic }) => traffic?.moves ?? []);
  return moves.map(({ after }) => `${after['eu-west-1']}/${after['eu-central-1']}`);
}

test('a rollout drains its targets, ramps them in steps, and ends at the weights of the configuration', async () => {
  app.write('multi-region.yml', config('      steps: [100]\n'));
  const first = await deploy();
  expect({ exitCode: first.exitCode, stderr: first.stderr.slice(-2000) }).toMatchObject({ exitCode: 0 });
  // Who joins gets its record set with its first traffic, after its stack is there.
  expect(story(first)).toEqual(['eu-west-1 succeeded', '100/-', 'eu-central-1 succeeded', '100/50']);

  app.write('template.yaml', template('two'));
  app.write('multi-region.yml', config('      steps: [10, 100]\n      drain: 0\n'));
  const second = await deploy();
  expect(second.exitCode).toBe(0);
  expect(story(second)).toEqual([
    '0/50',
    'eu-west-1 succeeded',
    '10/50',
    '100/50',
    '100/0',
    'eu-central-1 succeeded',
    '100/5',
    '100/50',
  ]);
  // The plan has said so.
  expect(planned(second)).toEqual(story(second).filter((line) => line.includes('/')));

  const again = await deploy();
  expect([again.exitCode, story(again).filter((line) => line.includes('/'))]).toEqual([0, []]);
  // Nobody waits for the last change again.
  expect(await rememberedTraffic(cloud, 'eu-west-1')).toMatchObject({ lastChange: { command: 'deploy', done: true } });
});

test('a rollback by hand takes traffic from each wave before it returns, and gives it back', async () => {
  const back = await run('rollback', '--to', 'previous');
  expect([back.exitCode, story(back)]).toEqual([
    0,
    ['100/0', 'eu-central-1 rolled-back', '100/50', '0/50', 'eu-west-1 rolled-back', '100/50'],
  ]);
  // The plan has said so.
  expect(planned(back)).toEqual(story(back).filter((line) => line.includes('/')));
  expect(await rememberedTraffic(cloud, 'eu-west-1')).toMatchObject({
    lastChange: { command: 'rollback', done: true },
  });
});

test('a stack that is new in the release keeps nobody from taking over: they serve without it', async () => {
  const drained = config('      steps: [100]\n      drain: 0\n');
  app.write('multi-region.yml', drained.replace('stacks: { ', 'stacks: { jobs: { template: jobs.yaml }, '));
  app.write('jobs.yaml', 'Resources: { Jobs: { Type: AWS::SNS::Topic } }\n');
  app.write('template.yaml', template('with jobs'));
  const added = await deploy();
  const [west, central] = REGIONS.map((name) => [`${name} succeeded`, `${name} succeeded`]);
  expect([added.exitCode, story(added)]).toEqual([
    0,
    ['0/50', ...(west ?? []), '100/50', '100/0', ...(central ?? []), '100/50'],
  ]);
});

test('a driver whose zone is not there is refused before anything is changed', async () => {
  app.write(
    'multi-region.yml',
    config('').replaceAll('example.com\n', 'example.org\n').replace(NAME, 'api.example.org'),
  );
  app.write('template.yaml', template('three'));
  cloud.clearCalls();
  const refused = await deploy();
  expect([refused.exitCode, refused.stdout]).toEqual([2, expect.stringContaining('traffic-zone-missing')]);
  expect(cloud.calls.filter(({ action }) => action === 'ExecuteChangeSet')).toEqual([]);
});
