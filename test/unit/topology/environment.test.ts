import { describe, expect, test } from '@jest/globals';
import { instance, load, parametersOf } from './helpers.ts';

const FULL = `
application: orders
parameters: { Level: top, Top: x }
tags: { owner: team, level: top }
region-groups:
  eu: { regions: [eu-west-1, eu-central-1], parameters: { Level: group }, tags: { level: group }, timeout: 20m }
stacks:
  data: { template: data.yaml, scope: home }
  api:
    template: template.yaml
    parameters: { Level: stack, Table: "\${stacks.data.outputs.TableName}" }
    tags: { level: stack }
environments:
  prod:
    home: eu-west-1
    role-to-assume: sam-deploy
    parameters: { Level: environment }
    timeout: 10m
    stacks:
      api: { stack-name: orders-live, parameters: { Level: environment-stack, Live: true } }
    targets:
      us-east-1: { account: 012345678901, weight: 0 }
      eu-west-1:
        account: "111111111111"
        weight: 100
        parameters: { Level: target }
        stacks: { api: { parameters: { Level: target-stack }, capabilities: [] } }
      eu-central-1: { account: 222222222222, weight: 0, credentials: { via: [hub], external-id: secret-id } }
    waves:
      - { name: canary, targets: [us-east-1], environment: prod-canary }
      - { targets: [eu], max-concurrency: 1, failure-tolerance: 50% }
    traffic: { driver: route53, zone: example.com, name: api.example.com }
`;

describe('an environment', () => {
  test('has its targets with accounts as text, groups, weights and credentials', async () => {
    const { targets, home, application, name } = await load(FULL);
    expect({ application, name, home }).toEqual({ application: 'orders', name: 'prod', home: 'eu-west-1' });
    expect(targets.map(({ location, ...target }) => target)).toEqual([
      {
        name: 'us-east-1',
        region: 'us-east-1',
        partition: 'aws',
        account: '012345678901',
        credentials: { source: 'auto', role: 'sam-deploy' },
        groups: [],
        weight: 0,
      },
      {
        name: 'eu-west-1',
        region: 'eu-west-1',
        partition: 'aws',
        account: '111111111111',
        credentials: { source: 'auto', role: 'sam-deploy' },
        groups: ['eu'],
        weight: 100,
      },
      {
        name: 'eu-central-1',
        region: 'eu-central-1',
        partition: 'aws',
        account: '222222222222',
        credentials: { source: 'auto', role: 'sam-deploy', via: ['hub'], externalId: 'secret-id' },
        groups: ['eu'],
        weight: 0,
      },
    ]);
    expect(targets[1]?.location).toEqual({ file: 'multi-region.yml', line: 24, column: 9 });
  });

  test('merges parameters from the top of the file to the stack in a target, the later level winning', async () => {
    const environment = await load(FULL);
    const table = '${stacks.data.outputs.TableName}';
    expect(parametersOf(environment, 'data@eu-west-1')).toEqual({ Level: 'target', Top: 'x' });
    expect(parametersOf(environment, 'api@us-east-1')).toEqual({
      Level: 'environment-stack',
      Top: 'x',
      Table: table,
      Live: 'true',
    });
    expect(parametersOf(environment, 'api@eu-central-1')).toEqual({
      Level: 'group',
      Top: 'x',
      Table: table,
      Live: 'true',
    });
    expect(parametersOf(environment, 'api@eu-west-1')).toEqual({
      Level: 'target-stack',
      Top: 'x',
      Table: table,
      Live: 'true',
    });
  });

  test('says of each parameter what wrote it, and whether it was said for all stacks', async () => {
    const { parameters } = instance(await load(FULL), 'api@eu-west-1').settings;
    expect(parameters['Level']).toEqual({
      text: 'target-stack',
      source: 'multi-region.yml environments.prod.targets.eu-west-1.stacks.api',
      location: { file: 'multi-region.yml', line: 27, column: 47 },
    });
    expect(parameters['Top']).toMatchObject({ source: 'multi-region.yml', shared: true });
  });

  test('merges tags key by key and everything else as a whole', async () => {
    const environment = await load(FULL);
    const { tags, capabilities, timeoutMs } = instance(environment, 'api@eu-west-1').settings;
    expect(tags).toEqual({ owner: 'team', level: 'group' });
    expect({ capabilities, timeoutMs }).toEqual({ capabilities: [], timeoutMs: 1_200_000 });
    expect(instance(environment, 'api@us-east-1').settings).toMatchObject({
      tags: { owner: 'team', level: 'stack' },
      capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
      timeoutMs: 600_000,
    });
  });

  test('names stacks after application and key unless told otherwise', async () => {
    const { stacks } = await load(FULL);
    expect(stacks.map(({ key, stackName, template, needs }) => [key, stackName, template, needs])).toEqual([
      ['data', 'orders-data', '/app/data.yaml', []],
      ['api', 'orders-live', '/app/template.yaml', ['data']],
    ]);
  });

  test('has the waves as written, groups expanded', async () => {
    const { waves } = await load(FULL);
    expect(waves).toEqual([
      {
        name: 'canary',
        targets: ['us-east-1'],
        maxConcurrency: { percent: 100 },
        failureTolerance: { count: 0 },
        githubEnvironment: 'prod-canary',
      },
      {
        name: 'wave-2',
        targets: ['eu-west-1', 'eu-central-1'],
        maxConcurrency: { count: 1 },
        failureTolerance: { percent: 50 },
      },
    ]);
  });

  test('puts the stacks that exist once before the waves', async () => {
    const { phases } = await load(FULL);
    expect(phases.map(({ name, kind, instances }) => [name, kind, instances.map(({ id }) => id)])).toEqual([
      ['before', 'before', ['data@eu-west-1']],
      ['canary', 'wave', ['api@us-east-1']],
      ['wave-2', 'wave', ['api@eu-west-1', 'api@eu-central-1']],
    ]);
  });
});

test('ARNs are completed with what is known of the target', async () => {
  const config = `application: a
service-role: cfn
notification-arns: ["arn:aws:sns:\${target.region}:\${target.account}:events-\${environment}"]
rollback-alarms: { alarms: ["arn:aws:cloudwatch:\${target.region}:\${target.account}:alarm:\${application}"], monitoring-minutes: 5 }
environments: { prod: { targets: { eu-west-1: { account: "111111111111" } } } }`;
  expect(instance(await load(config), 'app@eu-west-1').settings).toMatchObject({
    serviceRole: 'arn:aws:iam::111111111111:role/cfn',
    notificationArns: ['arn:aws:sns:eu-west-1:111111111111:events-prod'],
    rollbackTriggers: { alarms: ['arn:aws:cloudwatch:eu-west-1:111111111111:alarm:a'], monitoringMinutes: 5 },
  });
});

test('all remaining settings reach the stack', async () => {
  const config = `application: a
missing-parameters: template-default
termination-protection: true
stack-policy: { Statement: [{ Effect: Deny }] }
disable-rollback: true
drift: revert
artifact-bucket: code-\${region}
artifact-prefix: shop
credentials: { session-policy: file:narrow.yaml, session-tags: { team: x }, duration: 30m, audience: me }
environments: { prod: { engine: sam, targets: [eu-west-1] } }`;
  const environment = await load(config, {}, { 'narrow.yaml': 'Version: "2012-10-17"' });
  expect(environment.engine).toBe('sam');
  expect(instance(environment, 'app@eu-west-1').settings).toMatchObject({
    missingParameters: 'template-default',
    terminationProtection: true,
    stackPolicy: '{"Statement":[{"Effect":"Deny"}]}',
    disableRollback: true,
    revertDrift: true,
    artifactBucket: 'code-${region}',
    artifactPrefix: 'shop',
  });
  expect(environment.targets[0]?.credentials).toEqual({
    source: 'auto',
    sessionPolicy: '{"Version":"2012-10-17"}',
    sessionTags: { team: 'x' },
    durationSeconds: 1800,
    audience: 'me',
  });
});

test('two environments may have the same stack name in different accounts', async () => {
  const config = `application: a
environments:
  prod: { targets: { eu-west-1: { account: "111111111111" } } }
  test: { targets: { eu-west-1: { account: "222222222222" } } }`;
  expect((await load(config, { environment: 'test' })).targets[0]?.account).toBe('222222222222');
});

test('relative paths are taken from the folder of the file', async () => {
  const files = {
    'conf/shop.yml': 'application: a\nparameters: file:p.yaml\nenvironments: { prod: { targets: [eu-west-1] } }',
    'conf/p.yaml': 'A: 1',
    'conf/template.yml': '',
  };
  const environment = await load('', { file: 'conf/shop.yml' }, files);
  expect(environment.directory).toBe('/app/conf');
  expect(environment.stacks[0]?.template).toBe('/app/conf/template.yml');
  expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ A: '1' });
});
