import { describe, expect, test } from '@jest/globals';
import { errorsOf, instance, load, loadInline, parametersOf } from './helpers.ts';

describe('the small case, without a file', () => {
  test('needs regions and a stack name, and takes the template of the folder', async () => {
    const environment = await loadInline({ regions: ['eu-west-1', 'us-east-1'], stackName: 'orders' });
    expect(environment).toMatchObject({
      application: 'orders',
      name: 'default',
      home: 'eu-west-1',
      engine: 'changeset',
      directory: '/app',
    });
    expect(environment.stacks).toEqual([
      { key: 'app', template: '/app/template.yaml', stackName: 'orders', scope: 'regional', needs: [] },
    ]);
    expect(environment.waves.map(({ targets }) => targets)).toEqual([['eu-west-1'], ['us-east-1']]);
    expect(environment.notes).toEqual([]);
  });

  test('takes all settings as texts', async () => {
    const environment = await loadInline(
      {
        regions: ['eu-west-1', 'us-east-1'],
        stackName: 'orders',
        template: 'data.yaml',
        account: '111111111111',
        roleToAssume: 'deploy',
        credentials: { externalId: 'x1', duration: '15m', via: ['hub'] },
        waves: 'sequential',
        maxConcurrency: '1',
        failureTolerance: '10%',
        parameters: { Stage: '${environment}' },
        parameterFiles: ['p.json'],
        tags: { team: 'a' },
        capabilities: ['CAPABILITY_NAMED_IAM'],
        missingParameters: 'template-default',
        serviceRole: 'cfn',
        stackPolicy: '{"Statement":[]}',
        rollbackAlarms: ['arn:a'],
        monitoringMinutes: 3,
        timeout: '5m',
        drift: 'revert',
        engine: 'sam',
      },
      { environment: 'prod' },
      { 'p.json': '[{"ParameterKey":"Stage","ParameterValue":"dev"},{"ParameterKey":"Size","ParameterValue":"3"}]' },
    );
    expect(environment.name).toBe('prod');
    expect(environment.engine).toBe('sam');
    expect(environment.targets[1]).toEqual({
      name: 'us-east-1',
      region: 'us-east-1',
      partition: 'aws',
      account: '111111111111',
      credentials: { source: 'auto', role: 'deploy', externalId: 'x1', durationSeconds: 900, via: ['hub'] },
      groups: [],
    });
    expect(environment.waves[0]).toMatchObject({
      targets: ['eu-west-1'],
      maxConcurrency: { count: 1 },
      failureTolerance: { percent: 10 },
    });
    expect(parametersOf(environment, 'app@us-east-1')).toEqual({ Stage: '${environment}', Size: '3' });
    expect(instance(environment, 'app@us-east-1').settings).toMatchObject({
      tags: { team: 'a' },
      capabilities: ['CAPABILITY_NAMED_IAM'],
      missingParameters: 'template-default',
      serviceRole: 'arn:aws:iam::111111111111:role/cfn',
      stackPolicy: '{"Statement":[]}',
      rollbackTriggers: { alarms: ['arn:a'], monitoringMinutes: 3 },
      timeoutMs: 300_000,
      revertDrift: true,
    });
  });

  test.each([
    ['no region', {}, 'regions-missing', 'no region to deploy to'],
    ['no stack name', { regions: ['eu-west-1'] }, 'stack-name-missing', 'the stack has no name'],
    [
      'a region twice',
      { regions: ['eu-west-1', 'eu-west-1'], stackName: 'a' },
      'duplicate-target',
      'eu-west-1 is named twice',
    ],
    ['a misspelt region', { regions: ['eu-wst-1'], stackName: 'a' }, 'unknown-region', 'there is no region "eu-wst-1"'],
    [
      'a non-ASCII stack name',
      { regions: ['eu-west-1'], stackName: 'bücher' },
      'bad-value',
      'input "stack-name" must be a CloudFormation stack name',
    ],
    [
      'a stack name of 129 characters',
      { regions: ['eu-west-1'], stackName: 'a'.repeat(129) },
      'bad-value',
      'input "stack-name" must be at most 128 characters long',
    ],
    [
      'a missing template',
      { regions: ['eu-west-1'], stackName: 'a', template: 'x.yaml' },
      'template-missing',
      'there is no x.yaml',
    ],
    [
      'a role without an account',
      { regions: ['eu-west-1'], stackName: 'a', roleToAssume: 'r' },
      'role-account',
      'the role r has no account',
    ],
    [
      'a bad duration of the role',
      { regions: ['eu-west-1'], stackName: 'a', credentials: { duration: '1' } },
      'bad-value',
      'input "role-duration" must be a duration',
    ],
    [
      'a bad timeout',
      { regions: ['eu-west-1'], stackName: 'a', timeout: 'soon' },
      'bad-value',
      'input "timeout" must be a duration',
    ],
    [
      'an unknown engine',
      { regions: ['eu-west-1'], stackName: 'a', engine: 'samm' },
      'bad-value',
      'input "engine" must be changeset or sam',
    ],
    [
      'an unknown reference',
      { regions: ['eu-west-1'], stackName: 'a', parameters: { A: '${x}' } },
      'reference',
      'unknown reference ${x}',
    ],
  ])('refuses %s', async (_, inline, code, message) => {
    const errors = await errorsOf(loadInline(inline));
    expect(errors.map((error) => [error.code, error.message])).toContainEqual([code, expect.stringContaining(message)]);
  });

  test('watches alarms for no time unless told otherwise', async () => {
    const environment = await loadInline({ regions: ['eu-west-1'], stackName: 'a', rollbackAlarms: ['arn:a'] });
    const { rollbackTriggers } = instance(environment, 'app@eu-west-1').settings;
    expect(rollbackTriggers).toEqual({ alarms: ['arn:a'], monitoringMinutes: 0 });
  });

  test('calls inputs as the caller does', async () => {
    const nameInput = (key: string) => `--${key}`;
    const [error] = await errorsOf(loadInline({ regions: ['eu-west-1'], stackName: 'a', timeout: 'x' }, { nameInput }));
    expect(error?.message).toContain('--timeout must be');
  });

  test('needs no template when a release is taken by its id', async () => {
    const environment = await loadInline(
      { regions: ['eu-west-1'], stackName: 'a', template: 'gone.yaml' },
      { requireTemplates: false },
    );
    expect(environment.stacks[0]?.template).toBe('/app/gone.yaml');
  });
});

describe('inputs together with a file', () => {
  const ONE = 'application: a\nparameters: { A: file-a, B: file-b }\nenvironments: { prod: { targets: [eu-west-1] } }';
  const TWO =
    'application: a\nstacks: { api: {}, data: { template: data.yaml } }\nenvironments: { prod: { targets: [eu-west-1] } }';

  test('win over it', async () => {
    const environment = await load(ONE, { inline: { parameters: { B: 'input' }, tags: { t: '1' }, timeout: '2m' } });
    expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ A: 'file-a', B: 'input' });
    expect(instance(environment, 'app@eu-west-1').settings).toMatchObject({ tags: { t: '1' }, timeoutMs: 120_000 });
  });

  test('name the stack of a parameter where there are several', async () => {
    const environment = await load(TWO, { inline: { parameters: { 'api.A': '1' } } });
    expect(parametersOf(environment, 'api@eu-west-1')).toEqual({ A: '1' });
    expect(parametersOf(environment, 'data@eu-west-1')).toEqual({});
  });

  test('speak to all stacks that declare them when they come from a file', async () => {
    const inline = { parameterFiles: ['p.yaml'], parameters: { 'api.A': '1' } };
    const environment = await load(TWO, { inline }, { 'p.yaml': 'A: 0\nB: 2' });
    expect(parametersOf(environment, 'data@eu-west-1')).toEqual({ A: '0', B: '2' });
    const { A, B } = instance(environment, 'api@eu-west-1').settings.parameters;
    expect([A?.text, A?.shared, B?.text, B?.shared]).toEqual(['1', undefined, '2', true]);
  });

  test.each([
    [
      'a parameter without its stack',
      TWO,
      { parameters: { A: '1' } },
      'input-parameter',
      'A does not say of which stack',
    ],
    [
      'a parameter of an unknown stack',
      TWO,
      { parameters: { 'apj.A': '1' } },
      'unknown-stack',
      'there is no stack "apj"',
    ],
    [
      'regions',
      ONE,
      { regions: ['eu-west-1'] },
      'input-with-config',
      'input "regions" is given together with multi-region.yml',
    ],
    [
      'a role',
      ONE,
      { roleToAssume: 'x' },
      'input-with-config',
      'input "role-to-assume" is given together with multi-region.yml',
    ],
  ])('are refused when they are %s', async (_, config, inline, code, message) => {
    const [error] = await errorsOf(load(config, { inline }));
    expect([error?.code, error?.message]).toEqual([code, expect.stringContaining(message)]);
  });
});
