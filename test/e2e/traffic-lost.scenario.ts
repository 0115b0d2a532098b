import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { executed, type PlainApp, plainApp } from '../support/plain-app.ts';
import { rolloutStory } from '../support/rollout-story.ts';
import { type ProductRun, type RunOptions, runCli, runJson } from '../support/run-product.ts';
import { createZone, NAME } from '../support/traffic-app.ts';

// Many runs, each a process of its own: `npm run test:scenarios`.
const account = '111111111111';
const template = (mark: string, broken = '') => `Conditions: { Central: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } }
${broken}
Outputs:
  Host: { Value: !Sub "\${AWS::Region}.example.net" }
  Mark: { Value: ${mark} }
`;
/** In eu-central-1 it cannot be made: the function of the custom resource is not there. */
const BROKEN = `  Extra:
    Type: AWS::CloudFormation::CustomResource
    Condition: Central
    Properties: { ServiceToken: "arn:aws:lambda:eu-central-1:${account}:function:not-there" }`;
const config = (settle: string) => `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    on-failure: rollback-all
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
    traffic:
      driver: route53
      zone: example.com
      name: ${NAME}
      types: [CNAME]
      record: { value: "\${stacks.api.outputs.Host}", ttl: 1s }
      settle: ${settle}
`;

let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  (await createZone(cloud)).close();
  app = plainApp(template('one'));
  app.write('multi-region.yml', config('0s'));
  options = { cwd: app.folder, env: cloud.env(account), withSam: false };
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

const run = (args: readonly string[], more: Partial<RunOptions> = {}): Promise<ProductRun> =>
  runCli([...args, '--yes', '--output', 'jsonl'], { ...options, ...more });
const marks = async () => (await runJson(['status'], options)).result.stacks?.map(({ outputs }) => outputs['Mark']);
const course = async () => (await runJson(['status'], options)).result.rollout?.course;

test('a control plane of traffic that is lost keeps no stack from returning when a rollback is resumed', async () => {
  expect((await run(['deploy'])).exitCode).toBe(0);
  app.write('template.yaml', template('two', BROKEN));
  app.write('multi-region.yml', config('10m'));
  // Killed while the traffic of the failed target leaves.
  const killed = await run(['deploy'], {
    onStart: ({ kill, onOutput }) => onOutput((text) => void (text.includes('"weight.changed"') && kill('SIGKILL'))),
  });
  expect([killed.exitCode, await marks(), await course()]).toEqual([137, ['two', 'one'], 'rolling-back']);

  app.write('multi-region.yml', config('0s'));
  const restore = cloud.fault({ service: 'route53', kind: 'reset' });
  const lost = await run(['deploy']);
  expect([lost.exitCode, rolloutStory(lost)]).toEqual([1, ['eu-central-1 rolled-back', 'eu-west-1 rolled-back']]);
  expect(lost.stdout).toContain('where traffic cannot be moved, stacks return in place');
  expect([await marks(), await course()]).toEqual([['one', 'one'], 'rolling-back']);

  // Nothing else goes on without knowing the weights.
  app.write('template.yaml', template('three'));
  cloud.clearCalls();
  const other = await run(['deploy', '--supersede']);
  expect([other.exitCode, other.stdout]).toEqual([2, expect.stringContaining('traffic-unreachable')]);
  expect(executed(cloud)).toEqual([]);
  restore();

  app.write('template.yaml', template('two', BROKEN));
  const again = await run(['deploy']);
  expect(rolloutStory(again)).toContain('100/50');
  expect(await course()).toBe('closed');
});
