import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAws } from '../../src/aws/index.ts';
import { spawnProcess } from '../../src/process/spawn.ts';
import { realClock } from '../../src/real-clock.ts';
import type { RunEvent } from '../../src/report/events.ts';
import { deployWithSam } from '../../src/stack/engines/sam.ts';
import type { StackOutcome, StackRequest } from '../../src/stack/model.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { capabilities, type Fixture, fixtures } from '../fixtures/index.ts';
import { mainWith } from '../support/deploy-fixture.ts';
import { provisionedSam, temporaryFolder } from '../support/sam-cli.ts';
import { snapshotStack } from '../support/stack-snapshot.ts';
import { target } from '../support/topology.ts';
import { samRequest } from '../unit/stack/engines/sam-request.ts';

const account = '111111111111';
const region = 'eu-west-1';
let cloud: Cloud;
let sam: string;

beforeAll(async () => {
  [cloud, { sam }] = await Promise.all([startCloud({ regions: [region] }), provisionedSam()]);
});
afterAll(() => cloud?.stop());

async function deploy(
  template: string,
  over: Partial<StackRequest>,
  { signal = new AbortController().signal, report = (_event: RunEvent) => {} } = {},
): Promise<StackOutcome> {
  await using folder = await temporaryFolder();
  const env = cloud.env(account, region);
  const aws = createAws({
    env,
    clock: realClock,
    report,
    maskSecret: () => {},
    userAgent: 'test',
    sessionName: 'test',
  });
  const session = aws.session({ ...target(region), account });
  try {
    return await deployWithSam(
      { request: samRequest({ capabilities, ...over }), template, folder: folder.path, sam },
      {
        cloudformation: session.cloudformation,
        clock: realClock,
        report,
        signal,
        beforeWrite: async () => {},
        target: region,
        isStateful: () => false,
        spawn: spawnProcess,
        session,
        environment: async () => ({
          ...definedOnly(process.env, ['PATH', 'HOME']),
          ...env,
          ...(await session.environment()),
          SAM_CLI_TELEMETRY: '0',
          SAM_CLI_POLL_DELAY: '0.2',
        }),
        writeFile,
        readFile: (path) => readFileSync(path, 'utf8'),
      },
    );
  } finally {
    aws.close();
  }
}

function definedOnly(
  from: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}

const templateOf = (fixture: Fixture): string => fixture.stacks[0]?.template ?? '';
const where = () => ({ endpoint: cloud.url, account, region });

test('any parameter value and tag arrives as it was given', async () => {
  await using folder = await temporaryFolder();
  const values: Record<string, string> = {
    Plain: 'one',
    Spaces: ' two  words ',
    Quotes: `"double" and 'single'`,
    Json: JSON.stringify({ text: 'a "quoted" word', path: 'C:\\new' }),
    Twice: JSON.stringify(JSON.stringify({ a: 'b c' })),
    Equals: 'a=b,c=d ParameterKey=X,ParameterValue=y',
    Lines: 'first\nsecond\n',
    Backslash: 'ends with \\',
    Words: 'Grüße 😀',
    Empty: '',
  };
  const template = `${folder.path}/template.json`;
  const parameters = Object.fromEntries(Object.keys(values).map((name) => [name, { Type: 'String' }]));
  await writeFile(
    template,
    JSON.stringify({
      Parameters: parameters,
      Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
    }),
  );
  const tags = { owner: 'Jane Doe', filter: 'a=b', expression: 'x = 1', plain: 'shop' };

  const outcome = await deploy(template, { stackName: 'odd', parameters: values, tags });

  expect(outcome).toMatchObject({ state: 'succeeded', failures: [] });
  const stack = await snapshotStack('odd', where());
  expect(stack.parameters).toEqual(values);
  expect(stack.tags).toEqual(tags);
});

describe('one stack, deployed again', () => {
  const http = templateOf(fixtures.httpApi);

  test('is created, then unchanged, then changed; outputs are those of the stack', async () => {
    const first = await deploy(http, { stackName: 'again', parameters: { Marker: 'one' } });
    expect(first).toMatchObject({ state: 'succeeded', stackStatus: 'CREATE_COMPLETE' });
    expect(Object.keys(first.outputs)).toEqual(expect.arrayContaining(['Url', 'Alias']));

    const second = await deploy(http, { stackName: 'again', parameters: { Marker: 'one' } });
    expect(second).toMatchObject({ state: 'no-change', stackId: first.stackId });

    const third = await deploy(http, {
      stackName: 'again',
      parameters: { Marker: 'two' },
      terminationProtection: true,
    });
    expect(third).toMatchObject({ state: 'succeeded', stackStatus: 'UPDATE_COMPLETE' });
    expect(await snapshotStack('again', where())).toMatchObject({
      parameters: { Marker: 'two' },
      terminationProtection: true,
    });
  });
});

test('a resource that fails is named with its reason, and the state is that of the stack', async () => {
  const outcome = await deploy(templateOf(fixtures.failing), { stackName: 'fails', parameters: { Fail: 'always' } });
  expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'ROLLBACK_COMPLETE' });
  expect(outcome.failures[0]).toMatchObject({ path: 'Fragile', rootCause: true });
  expect(outcome.failures[0]?.reason).toContain('The part is broken: Fail is always');
});

describe('the product with the sam engine', () => {
  const source = 'exports.handler = async () => 1;\n';
  const text = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String }, Mark: { Type: String, Default: none } }
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src/, Handler: index.handler, Runtime: nodejs22.x }
Outputs: { Stage: { Value: !Ref Stage }, Mark: { Value: !Ref Mark } }
`;
  const samconfig = `version = 0.1
[live.global.parameters]
use_json = true
profile = "somebody-elses"
[live.package.parameters]
metadata = '{"team": "shop"}'
resolve_s3 = true
[live.deploy.parameters]
stack_name = "from-samconfig"
parameter_overrides = "Stage=live Mark=samconfig"
tags = "team=shop"
capabilities = "CAPABILITY_IAM"
no_execute_changeset = true
guided = true
region = "us-west-2"
`;

  test('hands samconfig over, states what it knows better, and packages once for each target', async () => {
    await using folder = await temporaryFolder();
    await mkdir(`${folder.path}/src`);
    await writeFile(`${folder.path}/src/index.js`, source);
    await writeFile(`${folder.path}/template.yaml`, text);
    await writeFile(`${folder.path}/samconfig.toml`, samconfig);
    cloud.clearCalls();
    const { path } = await provisionedSam();
    const { exitCode, output } = await mainWith(
      [
        'deploy',
        ...['--regions', region, '--config-env', 'live', '--engine', 'sam', '--build', 'never'],
        ...['--parameters', 'Mark=ours', '--yes'],
      ],
      { cwd: folder.path, env: { ...cloud.env(account, region), PATH: path, SAM_CLI_POLL_DELAY: '0.2' } },
    );
    expect([exitCode, output]).toEqual([0, expect.stringContaining('get every other option of samconfig.toml [live]')]);
    const stack = await snapshotStack('from-samconfig', where());
    expect(stack).toMatchObject({
      status: 'CREATE_COMPLETE',
      parameters: { Stage: 'live', Mark: 'ours' },
      tags: { team: 'shop' },
    });
    const client = new CloudFormationClient({
      region,
      endpoint: cloud.url,
      credentials: { accessKeyId: account, secretAccessKey: 'local' },
    });
    const original = await client.send(
      new GetTemplateCommand({ StackName: 'from-samconfig', TemplateStage: 'Original' }),
    );
    client.destroy();
    // `use_json`: an option that only SAM knows.
    expect(original.TemplateBody).toMatch(/^\s*\{/);
    const uploads = cloud.calls.filter(({ action }) => action === 'PutObject').map((call) => call.path);
    // The artifact, and the template that `sam deploy` uploads; no release that nobody would use.
    expect(uploads.filter((uploaded) => !uploaded.includes('sam-multi-region/'))).toHaveLength(2);
    expect(uploads.filter((uploaded) => uploaded.includes('/releases/'))).toEqual([]);
  });
});

test('what sam cannot package is a failure with the words of sam, and no stack', async () => {
  await using folder = await temporaryFolder();
  const template = `${folder.path}/template.yaml`;
  await writeFile(
    template,
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: nowhere/, Handler: a.b, Runtime: nodejs22.x }\n',
  );
  const outcome = await deploy(template, { stackName: 'absent' });
  expect(outcome.state).toBe('failed');
  expect(outcome.reason).toMatch(/^sam package ended with exit code 1: .*nowhere/);
  expect(outcome.stackId).toBeUndefined();
});

test('a cancelled run ends sam and says what CloudFormation still does', async () => {
  const stop = new AbortController();
  const outcome = await deploy(
    templateOf(fixtures.slow),
    { stackName: 'slow', parameters: { Seconds: '5' } },
    {
      signal: stop.signal,
      report: (event) => {
        if (event.type === 'tool.output' && event.line.includes('CREATE_IN_PROGRESS')) stop.abort();
      },
    },
  );
  expect(outcome).toMatchObject({ state: 'cancelled', stackStatus: 'CREATE_IN_PROGRESS' });
  expect(outcome.reason).toContain('CloudFormation goes on with slow');
});
