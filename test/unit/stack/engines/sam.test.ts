import { describe, expect, test } from '@jest/globals';
import type { Spawn, SpawnOptions } from '../../../../src/process/spawn.ts';
import { deployWithSam, type SamDeployment, type SamPorts } from '../../../../src/stack/engines/sam.ts';
import type { StackOutcome, StackRequest } from '../../../../src/stack/model.ts';
import { createStackRoom, type StackRoom } from '../../../support/stack-room.ts';
import { samRequest } from './sam-request.ts';

type Sam = (command: string, options: SpawnOptions, room: StackRoom) => Promise<number> | number;

interface Done {
  readonly outcome: StackOutcome;
  readonly room: StackRoom;
  readonly commands: readonly (readonly string[])[];
  readonly files: ReadonlyMap<string, string>;
}

const seeded = { template: { Resources: {} } };

/** Runs the engine with a program that does what `sam` is told to do here. */
async function run(
  sam: Sam,
  changes: Partial<StackRequest> = {},
  setUp: (room: StackRoom) => void = () => {},
  deployment: Partial<SamDeployment> = {},
): Promise<Done> {
  const room = createStackRoom();
  setUp(room);
  const commands: (readonly string[])[] = [];
  const files = new Map<string, string>();
  const spawn: Spawn = async (_program, args, options) => {
    commands.push(args);
    const exitCode = await sam(args[0] ?? '', options, room);
    return { exitCode, tail: ['progress', 'Error: it did not work'], aborted: options.signal?.aborted === true };
  };
  let asked = 0;
  const ports: SamPorts = {
    ...room.ports,
    spawn,
    session: { region: 'eu-west-1', partition: 'aws' },
    environment: async () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566/', AWS_ACCESS_KEY_ID: `key ${++asked}` }),
    writeFile: async (path, text) => void files.set(path, text),
    readFile: (path) => files.get(path) ?? 'TemplateURL: http://127.0.0.1:4566/bucket/key.template',
  };
  const outcome = await deployWithSam(
    { request: samRequest(changes), template: '/app/template.yaml', folder: '/work', sam: 'sam', ...deployment },
    ports,
  );
  return { outcome, room, commands, files };
}

test('sam deploy that leaves the stack as it was is no change', async () => {
  const { outcome, commands } = await run(
    () => 0,
    {},
    ({ cloudformation }) => void cloudformation.seed('app', seeded),
  );
  expect(commands.map(([command]) => command)).toEqual(['package', 'deploy']);
  expect(outcome.state).toBe('no-change');
});

test('a failing sam package is the end: nothing is deployed, and its own words are the reason', async () => {
  const { outcome, commands } = await run(() => 1);
  expect(commands).toHaveLength(1);
  expect(outcome).toMatchObject({
    state: 'failed',
    reason: 'sam package ended with exit code 1: Error: it did not work',
  });
});

test('each command gets an environment of its own: credentials may have been renewed since the one before', async () => {
  const seen: string[] = [];
  const { files } = await run((_command, { env }) => {
    seen.push(env['AWS_ACCESS_KEY_ID'] ?? '');
    return 0;
  });
  expect(new Set(seen).size).toBe(2);
  expect(files.get('/work/samconfig.toml')).toBe('version = 0.1\n');
});

test('SAM gets the configuration that it was given, by the table that counts', async () => {
  const configuration = { text: '[live.deploy.parameters]\non_failure = "DELETE"\n', environment: 'live' };
  const { commands, files } = await run(() => 0, {}, undefined, { configuration, sam: '/opt/sam/bin/sam' });
  expect(files.get('/work/samconfig.toml')).toBe(configuration.text);
  for (const args of commands) expect(args.join(' ')).toContain('--config-file /work/samconfig.toml --config-env live');
});

test('addresses of nested templates get the form that sam deploy takes, where an endpoint is set', async () => {
  const { files } = await run((command) => (command === 'package' ? 0 : 1));
  expect(files.get('/work/packaged.yaml')).toBe('TemplateURL: https://s3.eu-west-1.amazonaws.com/bucket/key.template');
});

describe('a stack that goes on while sam is ended', () => {
  const update: Sam = async (command, { signal }, room) => {
    if (command === 'package') return 0;
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 3_600_000, 'UPDATE_COMPLETE');
    if (command === 'deploy' && room.events.length > 1 && cancels) room.abort.abort();
    await new Promise((resolve) => (signal?.aborted ? resolve(0) : signal?.addEventListener('abort', resolve)));
    return 143;
  };
  let cancels = false;
  const seed = ({ cloudformation }: StackRoom) => void cloudformation.seed('app', seeded);

  test('by the time limit, is timed out', async () => {
    cancels = false;
    const { outcome } = await run(update, { timeoutMs: 60_000 }, seed);
    expect(outcome).toMatchObject({ state: 'timed-out', stackStatus: 'UPDATE_IN_PROGRESS' });
    expect(outcome.reason).toContain('not done after 60 s; CloudFormation goes on with app');
  });

  test('by a person, is cancelled', async () => {
    cancels = true;
    const { outcome } = await run(update, {}, seed);
    expect(outcome).toMatchObject({ state: 'cancelled', stackStatus: 'UPDATE_IN_PROGRESS' });
  });
});

test.each<[string, Partial<StackRequest>]>([
  [
    'rollback alarms',
    { rollbackTriggers: { alarms: ['arn:aws:cloudwatch:eu-west-1:1:alarm:a'], monitoringMinutes: 1 } },
  ],
  ['reverting drift', { revertDrift: true }],
  ['template-default', { missingParameters: 'template-default' }],
])('%s, for which sam deploy has no option, is refused before anything runs', async (words, changes) => {
  const { outcome, commands, room } = await run(() => 0, changes);
  expect(outcome.state).toBe('failed');
  expect(outcome.reason).toContain(words);
  expect(commands).toEqual([]);
  expect(room.calls()).toEqual([]);
});

test('settings around a stack that cannot be made are a warning after a good deployment, not its failure', async () => {
  const { outcome, room } = await run(
    () => 0,
    { terminationProtection: true, stackPolicy: '{"Statement":[]}' },
    ({ cloudformation }) => {
      cloudformation.seed('app', seeded);
      cloudformation.fault({ action: 'setTerminationProtection', kind: 'denied' });
      cloudformation.fault({ action: 'setStackPolicy', kind: 'denied' });
    },
  );
  expect(outcome.state).toBe('no-change');
  expect(room.events.filter((event) => event.type === 'note')).toMatchObject([
    { level: 'warning', text: expect.stringContaining('Termination protection could not be set') },
    { level: 'warning', text: expect.stringContaining('The stack policy could not be set') },
  ]);
});
