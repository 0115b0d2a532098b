import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Refusal, RunResult } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { deployArgs, type PlainApp, plainApp, plainTemplate, stackWrites, writes } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';

const home = '111111111111';
const region = 'eu-west-1';
const role = `arn:aws:iam::${home}:role/sam-deploy`;
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ regions: [region, 'us-east-1'] });
  await cloud.createRole(home, 'sam-deploy');
  // SAM's managed bucket is made here, so that what the rows below must not write is not hidden behind it.
  using app = plainApp();
  const run = await runCli(deployArgs([region], 'there'), { cwd: app.folder, env: cloud.env(home), withSam: false });
  expect([run.exitCode, run.stdout]).toEqual([0, expect.anything()]);
});

afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => cloud.clearCalls());

interface Bad {
  readonly exitCode?: number;
  readonly code: string;
  readonly says: string | RegExp;
  readonly template?: string;
  readonly args?: readonly string[];
  readonly env?: () => Record<string, string>;
  readonly prepare?: (app: PlainApp) => void;
  readonly withSam?: boolean;
  /** The folder of the application holds a `sam` of its own. */
  readonly samInFolder?: boolean;
}

const config = (targets: string, more = ''): string => `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop }
environments:
  prod:
    targets: ${targets}
${more}`;
const configured = ['deploy', '--yes'];
const withConfig = (text: string): Pick<Bad, 'args' | 'prepare'> => ({
  args: configured,
  prepare: (app) => app.write('multi-region.yml', text),
});
const asRole = deployArgs([region], 'fresh', '--role-to-assume', role);

const resource = `AWSTemplateFormatVersion: '2010-09-09'\nResources: { T: { Type: 'AWS::SNS::Topic' } }\n`;
const samFunction = (uri: string, more = ''): string => `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, CodeUri: ${uri}${more} }
`;
const invalidTemplate = samFunction('.', ',\n      Events: { Tick: { Type: Nope } }');
/** Known before the first write of any kind. */
const untouched: Readonly<Record<string, Bad>> = {
  'no credentials': {
    code: 'no-credentials',
    says: /credentials/,
    env: () => {
      const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, AWS_SESSION_TOKEN: ___, ...rest } = cloud.env(home);
      return { ...rest, AWS_EC2_METADATA_DISABLED: 'true' };
    },
  },
  'the wrong account': {
    code: 'wrong-account',
    says: '999999999999',
    ...withConfig(config(`{ ${region}: { account: "999999999999" } }`)),
  },
  'an expired OIDC token': {
    code: 'role-refused',
    says: /expired/i,
    args: asRole,
    env: () => cloud.githubEnv({ exp: 1 }),
  },
  'a session that STS does not know': {
    code: 'invalid-credentials',
    says: 'is invalid',
    env: () => ({ ...cloud.env(home), AWS_ACCESS_KEY_ID: 'ASIAEXPIREDEXPIRED00', AWS_SESSION_TOKEN: 'gone' }),
  },
  'a role that refuses': {
    code: 'role-refused',
    says: 'other-role',
    args: deployArgs([region], 'fresh', '--role-to-assume', `arn:aws:iam::${home}:role/other-role`),
    env: () => cloud.githubEnv(),
  },
  'an unknown region': { code: 'unknown-region', says: 'eu-wst-1', args: deployArgs(['eu-wst-1'], 'fresh') },
  'a region that is not enabled': {
    code: 'region-not-enabled',
    says: 'ap-east-1',
    args: deployArgs(['ap-east-1'], 'fresh'),
  },
  'a duplicate target': { code: 'duplicate-target', says: region, args: deployArgs([region, region], 'fresh') },
  'an unknown key': {
    code: 'unknown-key',
    says: /tragets.*[\s\S]*Did you mean \\"targets\\"[\s\S]*"line": 6/,
    ...withConfig(config(`{ ${region}: {} }`).replace('targets:', 'tragets:')),
  },
  'a wave that names no target': {
    code: 'unknown-target',
    says: 'nowhere',
    ...withConfig(
      config(`{ ${region}: {} }`, `    waves: [{ name: a, targets: [${region}] }, { name: b, targets: [nowhere] }]\n`),
    ),
  },
  'a target in no wave': {
    code: 'target-without-wave',
    says: 'us-east-1',
    ...withConfig(config(`{ ${region}: {}, us-east-1: {} }`, `    waves: [{ name: a, targets: [${region}] }]\n`)),
  },
  'a template that is missing': {
    code: 'template-missing',
    says: 'gone.yaml',
    args: deployArgs([region], 'fresh', '--template', 'gone.yaml'),
  },
  'a template that is not YAML': {
    code: 'template-not-yaml',
    says: /"file": "template\.yaml",\s+"line": \d+/,
    template: 'Resources: {[',
  },
  'a template that is no CloudFormation template': {
    code: 'template-not-cloudformation',
    says: 'template.yaml',
    template: 'name: a workflow\non: push\n',
  },
  'an artifact that is missing': {
    code: 'artifact-missing',
    says: /CodeUri of F is nowhere\/, which does not exist[\s\S]*"line": 6/,
    template: samFunction('nowhere/'),
  },
  'a stack name that is too long': { code: 'bad-value', says: '128', args: deployArgs([region], 'n'.repeat(129)) },
  'a stack name with other letters': {
    code: 'bad-value',
    says: 'bestellung-ü',
    args: deployArgs([region], 'bestellung-ü'),
  },
  'a configuration of 1 MB': {
    code: 'file-too-large',
    says: 'multi-region.yml',
    ...withConfig(`${config(`{ ${region}: {} }`)}#${'x'.repeat(1_048_576)}\n`),
  },
  'an unknown flag': {
    code: '',
    says: 'Did you mean "stack-name"',
    args: ['deploy', '--stak-name', 'x'],
  },
  'a flag that the command does not use': { code: '', says: 'delete-stacks', args: ['deploy', '--delete-stacks'] },
};

/** Known once the targets were asked or the release was begun: leases and objects may have been written, no stack. */
const noStack: Readonly<Record<string, Bad>> = {
  'sam that is absent': {
    code: 'sam-missing',
    says: 'sam',
    template: samFunction('src/'),
    prepare: (app) => {
      mkdirSync(join(app.folder, 'src'));
    },
  },
  'sam that is too old': {
    code: 'sam-too-old',
    says: '1.50.0',
    template: samFunction('src/'),
    prepare: (app) => {
      mkdirSync(join(app.folder, 'src'));
      app.write('sam', '#!/bin/sh\necho "SAM CLI, version 1.50.0"\n');
      chmodSync(join(app.folder, 'sam'), 0o755);
    },
    samInFolder: true,
  },
  'a template that SAM refuses, with the sam engine': {
    code: 'template-invalid',
    says: /F: Event with id \[Tick\] is invalid[\s\S]*"line": 7/,
    template: invalidTemplate,
    args: deployArgs([region], 'fresh', '--engine', 'sam'),
    prepare: (app) => app.write('index.js', ''),
    withSam: true,
  },
  'a bucket that is not there': {
    code: 'bucket-missing',
    says: 'missing-bucket',
    args: deployArgs([region], 'fresh', '--artifact-bucket', 'missing-bucket'),
  },
  'a parameter without a value': {
    exitCode: 1,
    code: 'failed',
    says: 'Needed',
    template: resource.replace('Resources:', 'Parameters: { Needed: { Type: String } }\nResources:'),
  },
  'a parameter that the template does not declare': {
    exitCode: 1,
    code: 'failed',
    says: 'Mrak',
    args: deployArgs([region], 'fresh', '--parameters', 'Mrak=1'),
  },
};

async function refused(bad: Bad): Promise<{ exitCode: number; code: string; text: string }> {
  using app = plainApp(bad.template ?? plainTemplate);
  bad.prepare?.(app);
  const { exitCode, stdout, stderr } = await runCli(
    [...(bad.args ?? deployArgs([region], 'fresh')), '--output', 'json'],
    {
      cwd: app.folder,
      env: { ...(bad.env?.() ?? cloud.env(home)) },
      withSam: bad.withSam ?? false,
      ...(bad.samInFolder && { pathFirst: app.folder }),
    },
  );
  // A command line that cannot be read has no --output yet: it is answered in words.
  if (!stdout.startsWith('{')) return { exitCode, code: '', text: stdout + stderr };
  const document = JSON.parse(stdout) as Partial<Refusal> & Partial<RunResult>;
  return { exitCode, code: document.problems?.[0]?.code ?? document.instances?.[0]?.state ?? '', text: stdout };
}

describe('is refused before anything is written:', () => {
  test.each(Object.entries(untouched))('%s', async (_, bad) => {
    const { exitCode, code, text } = await refused(bad);
    expect(writes(cloud)).toEqual([]);
    expect(text).toMatch(bad.says);
    expect({ exitCode, code }).toEqual({ exitCode: bad.exitCode ?? 2, code: bad.code });
  });
});

describe('is refused before any stack is touched:', () => {
  test.each(Object.entries(noStack))('%s', async (_, bad) => {
    const { exitCode, code, text } = await refused(bad);
    expect(stackWrites(cloud)).toEqual([]);
    expect(text).toMatch(bad.says);
    expect({ exitCode, code }).toEqual({ exitCode: bad.exitCode ?? 2, code: bad.code });
  });
});

test('a template that SAM refuses is refused by the transform of its change sets: no change set and no stack is left', async () => {
  const { exitCode, code, text } = await refused({
    code: '',
    says: '',
    template: invalidTemplate,
    prepare: (app) => app.write('index.js', ''),
    args: deployArgs([region], 'refused', '--build', 'never'),
    withSam: true,
  });
  expect({ exitCode, code }).toEqual({ exitCode: 2, code: 'template-invalid' });
  expect(text).toMatch(/F: Event with id \[Tick\] is invalid[\s\S]*"line": 7/);
  expect(stackWrites(cloud).filter((call) => call.includes('Execute'))).toEqual([]);
  using app = plainApp();
  const { result } = await runJson(['status', '--regions', region, '--stack-name', 'refused'], {
    cwd: app.folder,
    env: cloud.env(home),
    withSam: false,
  });
  expect(result.stacks?.map(({ kind }) => kind)).toEqual(['absent']);
});
