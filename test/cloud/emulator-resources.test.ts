import { DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { useEmulator } from './emulator/room.ts';
import { putObject, Stacks } from './emulator/testing.ts';

const { emulator } = useEmulator();

const SAM = 'AWS::Serverless-2016-10-31';

async function failure(stacks: Stacks, stack: string): Promise<string> {
  const events = await stacks.events(stack);
  return events.find((event) => event.ResourceStatus === 'CREATE_FAILED')?.ResourceStatusReason ?? '';
}

describe('HTTP APIs of SAM', () => {
  const template = (version: string, path = '/hello') => ({
    Transform: SAM,
    Resources: {
      Function: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          InlineCode: `exports.handler = async (event) => ({
            statusCode: 200,
            body: JSON.stringify({ version: '${version}', region: process.env.AWS_REGION, route: event.routeKey }),
          });`,
          Events: {
            Get: { Type: 'HttpApi', Properties: { Path: path, Method: 'GET' } },
            Any: { Type: 'HttpApi', Properties: { Path: '/items/{id}', Method: 'ANY' } },
          },
        },
      },
    },
    Outputs: { Api: { Value: { Ref: 'ServerlessHttpApi' } } },
  });
  const call = (api: string | undefined, path: string, init?: RequestInit) =>
    fetch(`${emulator.url}/_aws/execute-api/${api}/$default${path}`, init);

  test('answer unsigned calls in every region and account, and follow updates', async () => {
    const west = new Stacks(emulator.url, 'eu-west-1');
    const east = new Stacks(emulator.url, 'us-east-1', '222222222222');
    const [westApi, eastApi] = await Promise.all(
      [west, east].map(async (stacks) => (await stacks.deploy('api', template('1'))).Outputs?.[0]?.OutputValue),
    );
    const hello = { version: '1', route: 'GET /hello' };
    expect(await (await call(westApi, '/hello')).json()).toEqual({ ...hello, region: 'eu-west-1' });
    expect(await (await call(eastApi, '/hello')).json()).toEqual({ ...hello, region: 'us-east-1' });
    expect(await (await call(eastApi, '/items/7', { method: 'PUT' })).json()).toMatchObject({
      route: 'ANY /items/{id}',
    });
    expect((await call(westApi, '/nothing')).status).toBe(404);

    await west.deploy('api', template('2', '/bye'));
    expect(await (await call(westApi, '/bye')).json()).toMatchObject({ version: '2', route: 'GET /bye' });
    expect((await call(westApi, '/hello')).status).toBe(404);
    expect(await (await call(eastApi, '/hello')).json()).toMatchObject({ version: '1' });
  });
});

describe('roles', () => {
  const role = (properties: object = {}) => ({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] }, ...properties } },
    },
  });

  test('of one stack in two regions have different names, which updates keep', async () => {
    const names = new Set<string | undefined>();
    for (const region of ['eu-west-1', 'us-east-1']) {
      const stacks = new Stacks(emulator.url, region);
      for (const Description of ['a', 'b']) {
        await stacks.deploy('roles', role({ Description }));
        const found = await stacks.client.send(new DescribeStackResourcesCommand({ StackName: 'roles' }));
        names.add(found.StackResources?.[0]?.PhysicalResourceId);
      }
    }
    expect(names.size).toBe(2);
  });

  test('with a name of their own exist once in an account', async () => {
    const named = role({ RoleName: 'fixed' });
    await new Stacks(emulator.url, 'eu-west-1').deploy('named', named);
    const second = new Stacks(emulator.url, 'us-east-1');
    const early = await second.createChangeSet('named', named, { ChangeSetType: 'CREATE' });
    expect((await second.describeChangeSet(early)).StatusReason).toContain('ResourceExistenceCheck');
    const unchecked = await second.deploy('named', named, { DisableValidation: true });
    expect(unchecked.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await failure(second, 'named')).toContain('Role with name fixed already exists.');
    const other = new Stacks(emulator.url, 'us-east-1', '222222222222');
    expect((await other.deploy('named', named)).StackStatus).toBe('CREATE_COMPLETE');
  });
});

describe('code', () => {
  const stack = (bucket: string, key: string) => ({
    Resources: {
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: { Handler: 'i.h', Runtime: 'nodejs22.x', Role: 'r', Code: { S3Bucket: bucket, S3Key: key } },
      },
    },
  });
  const deployed = async (name: string, region: string, bucket: string, key: string) => {
    const stacks = new Stacks(emulator.url, region);
    const { StackStatus } = await stacks.deploy(name, stack(bucket, key));
    return StackStatus === 'CREATE_COMPLETE' ? 'deployed' : failure(stacks, name);
  };

  beforeAll(() => putObject(emulator.url, 'code-west', 'code.zip', 'zip'));

  test('must be there, in a bucket of the region', async () => {
    expect(await deployed('fine', 'eu-west-1', 'code-west', 'code.zip')).toBe('deployed');
    expect(await deployed('no-key', 'eu-west-1', 'code-west', 'other.zip')).toContain('S3 Error Code: NoSuchKey');
    expect(await deployed('no-bucket', 'eu-west-1', 'code-none', 'x')).toContain('S3 Error Code: NoSuchBucket');
    expect(await deployed('far', 'us-east-1', 'code-west', 'code.zip')).toContain('S3 Error Code: PermanentRedirect');
  });

  test('of a layer must be there as well', async () => {
    const stacks = new Stacks(emulator.url);
    const Content = { S3Bucket: 'code-west', S3Key: 'layer.zip' };
    const layer = { Resources: { Layer: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content } } } };
    expect((await stacks.deploy('layer', layer)).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await failure(stacks, 'layer')).toContain('S3 Error Code: NoSuchKey');
  });

  test('of another account is not read', async () => {
    const stacks = new Stacks(emulator.url, 'eu-west-1', '222222222222');
    expect((await stacks.deploy('foreign', stack('code-west', 'code.zip'))).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await failure(stacks, 'foreign')).toContain('S3 Error Code: AccessDenied');
  });
});
