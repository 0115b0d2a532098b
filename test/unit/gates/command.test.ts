import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { CheckRequest, GatePorts } from '../../../src/gates/check.ts';
import { command } from '../../../src/gates/command.ts';
import { readOnlySession } from '../../../src/gates/read-only.ts';
import { spawnProcess } from '../../../src/process/spawn.ts';
import type { CommandCheck } from '../../../src/topology/gate-model.ts';
import type { Target } from '../../../src/topology/model.ts';
import { target as plainTarget } from '../../support/topology.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const target: Target = { ...plainTarget('eu-west-1'), credentials: { source: 'ambient', role: 'deploy' } };

async function run(
  line: string | readonly string[],
  more: Partial<CommandCheck> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const sessions: Target[] = [];
  const ports = {
    clock: createVirtualClock(),
    spawn: spawnProcess,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    session: (one: Target) => {
      sessions.push(one);
      const fake: Partial<TargetSession> = {
        environment: async () => ({ AWS_ACCESS_KEY_ID: 'key-of-the-target', AWS_REGION: one.region }),
      };
      return fake as TargetSession;
    },
  };
  const check: CommandCheck = {
    kind: 'command',
    run: typeof line === 'string' ? ['sh', '-c', line] : line,
    directory: folder,
    environment: {},
    credentials: 'none',
    ...more,
  };
  const outputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    api: { FunctionName: 'f', Url: 'https://a/' },
  };
  const request: CheckRequest<CommandCheck> = {
    check,
    moment: 'after',
    target,
    from: 0,
    since: 0,
    targets: [],
    judged: 1,
    signal: new AbortController().signal,
    note: () => {},
    outputs: { of: async (stack) => outputs[stack] },
    about: { application: 'orders', environment: 'prod', release: 'r1', stacks: ['api', 'data'] },
  };
  return { found: await command(request, ports as Partial<GatePorts> as GatePorts), sessions };
}

describe('a command', () => {
  test.each([
    ['exit 0', 'pass', 'the command ended with 0'],
    ['echo first; echo fine; exit 0', 'pass', 'the command ended with 0: fine'],
    ['echo not sure >&2; exit 75', 'inconclusive', 'the command ended with 75: not sure'],
    ['echo no; exit 1', 'fail', 'the command ended with 1: no'],
    ['kill -9 $$', 'fail', 'the command ended with 137'],
  ] as const)('%s is a %s', async (line, verdict, reason) => {
    expect((await run(line)).found).toMatchObject({ verdict, reason });
  });

  test('that is not there fails', async () => {
    expect((await run(['no-such-program-here'])).found).toMatchObject({
      verdict: 'fail',
      evidence: { error: 'command-not-found' },
    });
  });

  test('runs in its directory and gets arguments as they are', async () => {
    expect((await run(['sh', '-c', 'echo "$(pwd) $1"', 'sh', '$HOME; exit 1'])).found.reason).toBe(
      `the command ended with 0: ${folder} $HOME; exit 1`,
    );
  });

  test('gets the outputs and what it is about, and nothing of the environment of this process', async () => {
    const secret = {
      GITHUB_TOKEN: 'secret',
      AWS_SECRET_ACCESS_KEY: 'ambient',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
      HOME: '/home/me',
    };
    await run('env > seen', { environment: { OWN: 'x' } }, secret);
    const own = /^(PATH|PWD|OLDPWD|SHLVL|_)=/;
    const seen = readFileSync(join(folder, 'seen'), 'utf8')
      .trim()
      .split('\n')
      .filter((line) => !own.test(line));
    expect(seen.toSorted()).toEqual([
      'AWS_CONFIG_FILE=/dev/null',
      'AWS_DEFAULT_REGION=eu-west-1',
      'AWS_EC2_METADATA_DISABLED=true',
      'AWS_REGION=eu-west-1',
      'AWS_SHARED_CREDENTIALS_FILE=/dev/null',
      'HOME=/home/me',
      'OWN=x',
      'SMR_APPLICATION=orders',
      'SMR_ENVIRONMENT=prod',
      'SMR_MOMENT=after',
      'SMR_OUTPUTS={"api":{"FunctionName":"f","Url":"https://a/"}}',
      'SMR_OUTPUT_API_FUNCTION_NAME=f',
      'SMR_OUTPUT_API_URL=https://a/',
      'SMR_REGION=eu-west-1',
      'SMR_RELEASE=r1',
      'SMR_TARGET=eu-west-1',
    ]);
  });
});

describe('credentials of a command', () => {
  test('are those of the target only if it is told so, and none at all if it is told that', async () => {
    const show = 'echo "$AWS_ACCESS_KEY_ID"';
    const none = await run(show);
    expect([none.found.reason, none.sessions]).toEqual(['the command ended with 0', []]);
    const full = await run(show, { credentials: 'full' });
    expect([full.found.reason, full.sessions]).toEqual(['the command ended with 0: key-of-the-target', [target]]);
  });

  test('are narrowed to reading otherwise', async () => {
    const { sessions } = await run('exit 0', { credentials: 'read-only' });
    expect(sessions).toHaveLength(1);
    const policy = sessions[0]?.credentials.sessionPolicy ?? '';
    expect(policy.length).toBeLessThanOrEqual(2_048);
    const [statement, ...others] = (JSON.parse(policy) as { Statement: { Effect: string; Action: string[] }[] })
      .Statement;
    expect(others).toEqual([]);
    expect(statement?.Effect).toBe('Allow');
    const actions = statement?.Action ?? [];
    const verbs = /^[a-z0-9]+:(Describe|Get|List|BatchGet|Query|Scan|Filter|StartQuery|GET)/;
    expect(actions.filter((action) => !verbs.test(action))).toEqual([]);
    expect(actions.filter((action) => /secret|kms|iam|sts:(?!GetCallerIdentity)/i.test(action))).toEqual([]);
  });

  test('stay within a session policy that the target has already', () => {
    const own = { Effect: 'Allow', Action: ['s3:*'], Resource: '*' };
    const sessionPolicy = JSON.stringify({ Version: '2012-10-17', Statement: own });
    const narrowed = readOnlySession({ ...target, credentials: { ...target.credentials, sessionPolicy } });
    expect(JSON.parse(narrowed.credentials.sessionPolicy ?? '')).toMatchObject({
      Statement: [own, { Effect: 'Deny', NotAction: expect.arrayContaining(['s3:Get*']), Resource: '*' }],
    });
  });

  test('cannot be narrowed without a role', () => {
    expect(() => readOnlySession(plainTarget('eu-west-1'))).toThrow('has no role whose session could be narrowed');
  });
});
