import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/failover/plan-document.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { executed } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';

const account = '111111111111';
let cloud: Cloud;
let folder: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1', 'us-east-1'] });
  folder = mkdtempSync(join(tmpdir(), 'on-failure-'));
  write('multi-region.yml', configuration);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cloud[Symbol.asyncDispose]();
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** In eu-central-1 the resource that `broken` adds cannot be made: the topic of its subscription is not there. */
const template = (
  version: string,
  broken = '',
): string => `Conditions: { Central: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${version} } }
${broken}
Outputs: { Version: { Value: ${version} } }
`;
const broken = `  Policy:
    Type: AWS::CloudFormation::CustomResource
    Condition: Central
    Properties: { ServiceToken: "arn:aws:lambda:eu-central-1:111111111111:function:not-there" }`;

const configuration = `application: orders
stacks:
  api: { template: template.yaml }
environments:
  prod:
    on-failure: rollback-all
    targets: { eu-west-1: {}, eu-central-1: {} }
    failover: { mechanism: command, command: [move] }
`;

const run = (...args: readonly string[]) => runJson(args, { cwd: folder, env: cloud.env(account) });

describe('a release that fails in the second region', () => {
  test('is taken back in the first one too', async () => {
    write('template.yaml', template('v1'));
    const deploy = () => run('deploy', '--yes', '--dr-plan-file', 'dr-plan.json');
    const { exitCode: good, result: before } = await deploy();
    expect(good).toBe(0);
    write('template.yaml', template('v2', broken));
    cloud.clearCalls();
    const { exitCode, result } = await deploy();
    expect({ exitCode, status: result.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(executed(cloud)).toEqual(['eu-west-1', 'eu-central-1', 'eu-west-1']);
    expect(result.instances.find(({ region }) => region === 'eu-west-1')).toMatchObject({ state: 'rolled-back' });
    const { release, targets } = parsePlan(readFileSync(join(folder, 'dr-plan.json'), 'utf8'), 'dr-plan.json');
    expect([release.id, ...targets.map((target) => target.release)]).toEqual(Array(3).fill(before.release?.id));
    const { result: after } = await run('status');
    expect(after.stacks?.map(({ outputs }) => outputs['Version'])).toEqual(['v1', 'v1']);
  });

  test('is taken back too when it waited to be promoted, and the failover plan does not go on expecting it', async () => {
    const planned = () => {
      const { release, targets } = parsePlan(readFileSync(join(folder, 'dr-plan.json'), 'utf8'), 'dr-plan.json');
      return [release.id, ...targets.map((target) => target.release)];
    };
    const before = planned();
    write('template.yaml', template('v2', broken));
    const file = ['--dr-plan-file', 'dr-plan.json'];
    const paused = await run('deploy', '--yes', '--until', 'wave-1', '--leave', ...file);
    expect([paused.result.status, planned()]).toEqual(['paused', [planned()[0], planned()[0], before[2]]]);
    expect(planned()).not.toEqual(before);
    expect((await run('promote', '--yes', ...file)).result.status).toBe('failed');
    expect(planned()).toEqual(before);
  });

  test('shows before it starts which stacks could not return', async () => {
    const table = `  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]`;
    write('template.yaml', template('v3', table));
    const { result } = await run('plan');
    for (const instance of result.plan?.instances ?? []) {
      expect(instance.notes.join()).toContain('could not be rolled back: returning would delete or replace Table');
    }
    expect(result.plan?.instances).toHaveLength(2);
  });

  test('asks the later gates once more when all is back, and lets them decide nothing', async () => {
    const never =
      'metric: { metrics: { sold: { namespace: Shop, metric: Sold } }, expression: sold, window: 1m, above: 0 }';
    const gates = `    gates:
      - { name: sold, when: [after], ${never}, inconclusive: fail }
      - { name: told, when: [after], command: { run: 'test -n "$SMR_RELEASE"', credentials: none } }
      - { name: early, when: [before], command: { run: [test, "\${release}", "!=", ""], credentials: none } }
`;
    write('multi-region.yml', `${configuration}${gates}`);
    write('template.yaml', template('v4'));
    const { exitCode, result, stderr } = await run('deploy', '--yes');
    expect({ exitCode, states: result.instances.map(({ state }) => state) }).toEqual({
      exitCode: 1,
      states: ['rolled-back', 'skipped'],
    });
    expect(result.gates?.find(({ gate, moment }) => gate === 'sold' && moment === 'after')?.verdict).toBe('fail');
    expect(stderr.match(/after the rollback .*/g)).toEqual([
      expect.stringMatching(/^after the rollback sold in eu-west-1: /),
    ]);
    expect((await run('status')).result.stacks?.map(({ outputs }) => outputs['Version'])).toEqual(['v1', 'v1']);
  });
});
