import { describe, expect, test } from '@jest/globals';
import { AwsError, type TargetSession } from '../../../src/aws/ports.ts';
import { dependencyIds } from '../../../src/commands/deploy/dependencies.ts';
import { type InputPorts, resolveInputs } from '../../../src/commands/deploy/inputs.ts';
import { UserError } from '../../../src/errors.ts';
import type { Environment, StackInstance } from '../../../src/topology/model.ts';
import { environment as environmentOf, instance } from '../../support/topology.ts';

function withParameters(key: string, target: string, parameters: Readonly<Record<string, string>>): StackInstance {
  const plain = instance(key, target);
  const texts = Object.entries(parameters).map(([name, text]) => [name, { text, source: 'test' }]);
  return { ...plain, settings: { ...plain.settings, parameters: Object.fromEntries(texts) } };
}

function environmentWith(instances: readonly StackInstance[]): Environment {
  return { ...environmentOf([]), instances };
}

/** A session in which stacks have outputs and SSM has parameters. */
function session(
  deployed: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ssm: Readonly<Record<string, string>>,
): TargetSession {
  const refuse = (action: string) =>
    new AwsError({
      kind: 'not-found',
      code: 'ParameterNotFound',
      message: action,
      service: 'ssm',
      action,
      region: 'eu-west-1',
    });
  return {
    account: async () => '111111111111',
    parameter: async (name: string) => {
      const value = ssm[name];
      if (value === undefined) throw refuse('GetParameter');
      return value;
    },
    cloudformation: {
      describeStack: async (name: string) => (deployed[name] === undefined ? undefined : { outputs: deployed[name] }),
    },
  } as unknown as TargetSession;
}

const nothingRecorded = async (): Promise<undefined> => undefined;

describe('parameters of an instance', () => {
  const data = withParameters('data', 'eu-west-1', {});
  const deployed = { 'orders-data': { TableName: 'orders-1' } };

  test('references become outputs, SSM parameters, the release and the target itself', async () => {
    const api = withParameters('api', 'eu-central-1', {
      Table: '${stacks.data.outputs.TableName}',
      Key: '${ssm:/orders/key}-x',
      Release: '${release}',
      Where: '${target.region}/${target.account}/${environment}/${application}',
      Active: '${target.active}',
    });
    const inputs = await resolveInputs(api, {
      environment: environmentWith([data, api]),
      release: { id: '0123456789abcdef' },
      session: () => session(deployed, { '/orders/key': 'k' }),
      outputs: new Map(),
      recorded: nothingRecorded,
      isActive: async (name) => name !== 'eu-central-1',
    });
    expect(inputs).toMatchObject({
      kind: 'known',
      resolved: {
        parameters: {
          Table: 'orders-1',
          Key: 'k-x',
          Release: '0123456789abcdef',
          Where: 'eu-central-1/111111111111/prod/orders',
          Active: 'false',
        },
      },
    });
  });

  test('an output that nobody has yet is waited for, by the name of its stack', async () => {
    const api = withParameters('api', 'eu-central-1', { Table: '${stacks.data.outputs.TableName}' });
    const ports = {
      environment: environmentWith([data, api]),
      release: { id: 'r' },
      session: () => session({}, {}),
      outputs: new Map(),
      recorded: nothingRecorded,
      isActive: async () => true,
    };
    expect(await resolveInputs(api, ports)).toEqual({ kind: 'waiting', for: ['data@eu-west-1'] });
  });

  test('outputs of this run win over what is deployed, and change the fingerprint', async () => {
    const api = withParameters('api', 'eu-west-1', { Table: '${stacks.data.outputs.TableName}' });
    const ports = {
      environment: environmentWith([data, api]),
      release: { id: 'r' },
      session: () => session(deployed, {}),
      outputs: new Map(),
      recorded: nothingRecorded,
      isActive: async () => true,
    };
    const before = await resolveInputs(api, ports);
    const after = await resolveInputs(api, {
      ...ports,
      outputs: new Map([['data@eu-west-1', { TableName: 'orders-2' }]]),
    });
    expect(after).toMatchObject({ resolved: { parameters: { Table: 'orders-2' } } });
    expect(before.kind === 'known' && after.kind === 'known' && before.fingerprint !== after.fingerprint).toBe(true);
  });

  test('a missing SSM parameter names the parameter and the region', async () => {
    const api = withParameters('api', 'eu-central-1', { Key: '${ssm:/orders/key}' });
    const ports = {
      environment: environmentWith([api]),
      release: { id: 'r' },
      session: () => session({}, {}),
      outputs: new Map(),
      recorded: nothingRecorded,
      isActive: async () => true,
    };
    await expect(resolveInputs(api, ports)).rejects.toMatchObject({
      code: 'ssm-parameter-missing',
      message: expect.stringContaining('/orders/key, which is not in eu-central-1'),
    });
  });
});

describe('dependencies', () => {
  const data = [withParameters('data', 'eu-west-1', {}), withParameters('data', 'eu-central-1', {})];

  test('a reference means the same target where the stack is there, and the named one where a target is named', () => {
    const api = withParameters('api', 'eu-central-1', {
      Own: '${stacks.data.outputs.TableName}',
      Other: '${stacks.data.targets.eu-west-1.outputs.TableName}',
    });
    expect(dependencyIds(environmentWith([...data, api]), api)).toEqual(['data@eu-central-1', 'data@eu-west-1']);
  });

  test('needs counts without any reference', () => {
    const plain = withParameters('api', 'eu-central-1', {});
    const api = { ...plain, stack: { ...plain.stack, needs: ['data'] } };
    expect(dependencyIds(environmentWith([...data, api]), api)).toEqual(['data@eu-central-1']);
  });
});

describe('outputs of a stack in a region that is lost', () => {
  const data = withParameters('data', 'eu-west-1', {});
  const api = withParameters('api', 'eu-central-1', { Table: '${stacks.data.outputs.TableName}' });
  const lost = new AwsError({
    kind: 'unreachable',
    code: 'ECONNREFUSED',
    message: 'no answer',
    service: 'cloudformation',
    action: 'DescribeStacks',
    region: 'eu-west-1',
  });
  const ports = (error: Error, recorded: InputPorts['recorded']): InputPorts => ({
    environment: environmentWith([data, api]),
    release: { id: '0123456789abcdef' },
    session: () => ({ cloudformation: { describeStack: () => Promise.reject(error) } }) as unknown as TargetSession,
    outputs: new Map(),
    recorded,
    isActive: async () => true,
  });

  test.each([
    ['does not answer', lost],
    ['was left out', new UserError('left-out', 'eu-west-1 was left out')],
  ])('are taken as they are recorded, with a notice, where it %s', async (_why, error) => {
    const inputs = await resolveInputs(
      api,
      ports(error, async () => ({ TableName: 'orders-1' })),
    );
    expect(inputs).toMatchObject({
      kind: 'known',
      resolved: { parameters: { Table: 'orders-1' }, taken: { 'data@eu-west-1': { TableName: 'orders-1' } } },
      notes: ['TableName of data@eu-west-1 is taken as it was recorded here: eu-west-1 is not asked or is lost'],
    });
  });

  test('are not made up where nothing is recorded', async () => {
    await expect(resolveInputs(api, ports(lost, nothingRecorded))).rejects.toBe(lost);
  });

  test('are not replaced where it answers with a refusal', async () => {
    const denied = new AwsError({ ...lost, kind: 'denied', message: 'no' });
    await expect(
      resolveInputs(
        api,
        ports(denied, async () => ({ TableName: 'x' })),
      ),
    ).rejects.toBe(denied);
  });
});
