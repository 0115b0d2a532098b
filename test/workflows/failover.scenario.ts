import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { portOf } from '../cloud/endpoint/server.ts';
import { starter } from './support/repository.ts';
import { configuration, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();
const STANDBY = 'eu-central-1';

let users: Server;
afterAll(() => {
  users.close();
  users.closeAllConnections();
});
beforeAll(async () => {
  const { repository } = room;
  const traffic = join(room.folder, 'traffic');
  writeFileSync(traffic, 'eu-west-1');
  users = createServer((_, response) => {
    const [region] = readFileSync(traffic, 'utf8').trim().split(',');
    response.end(JSON.stringify({ region }));
  });
  await new Promise<void>((resolve) => users.listen(0, '127.0.0.1', resolve));
  repository.write(
    'multi-region.yml',
    `${configuration}    failover:
      mechanism: command
      command: [sh, -c, 'echo "$SMR_FAILOVER_TO" > ${traffic}']
      probe: { url: 'http://127.0.0.1:${portOf(users)}/', region: json:region, stable: 2s }
`,
  );
  for (const name of ['deploy', 'failover', 'failback'])
    repository.write(`.github/workflows/${name}.yml`, starter(`${name}.yml`));
  repository.commit('first');
  const run = await room.run('deploy.yml');
  expect([results(run), Object.keys(run.artifacts)]).toEqual([{ deploy: 'success' }, ['dr-plan prod']]);
});

const dispatch = (inputs: Readonly<Record<string, string>>) => ({
  event: 'workflow_dispatch' as const,
  payload: { inputs: { to: STANDBY, reason: 'a test', ...inputs } },
});
const writes = () => room.cloud.calls.filter(({ action }) => /^(Put|Delete)/.test(action));

describe('a failover started by hand', () => {
  test('moves nothing unless it is told to execute', async () => {
    const run = await room.run('failover.yml', dispatch({ mode: 'rehearse' }));
    expect([results(run), writes()]).toEqual([{ failover: 'success' }, []]);
    expect(Object.keys(run.artifacts)).toEqual(['failover-report orders prod 1']);
  });

  test('moves nothing without the name of the target', async () => {
    const run = await room.run('failover.yml', dispatch({ mode: 'execute' }));
    expect([results(run), writes()]).toEqual([{ failover: 'failure' }, []]);
    expect(run.log).toContain('nobody confirmed it');
  });

  test('moves when it is told to, and keeps the report', async () => {
    const run = await room.run('failover.yml', dispatch({ mode: 'execute', confirm: STANDBY }));
    expect(results(run)).toEqual({ failover: 'success' });
    expect(writes()).not.toEqual([]);
    const [name = '', folder = ''] = Object.entries(run.artifacts)[0] ?? [];
    expect(name).toBe('failover-report orders prod 1');
    expect(readFileSync(join(folder, 'failover-report.md'), 'utf8')).toContain(STANDBY);
    // Tokens are asked for the environment that may ask for approval, and for no other.
    expect(new Set(run.tokens.map(({ environment }) => environment))).toEqual(new Set(['prod']));
  });
});

describe('a failback started by hand', () => {
  const back = { to: 'eu-west-1', confirm: 'eu-west-1' };

  test('only asks whether the region may return when it is told so', async () => {
    const run = await room.run('failback.yml', dispatch({ ...back, 'dry-run': 'true' }));
    expect([results(run), writes()]).toEqual([{ failback: 'success' }, []]);
  });

  test('brings it back', async () => {
    const run = await room.run('failback.yml', dispatch({ ...back, 'dry-run': 'false' }));
    expect(results(run)).toEqual({ failback: 'success' });
    expect(Object.keys(run.artifacts)).toEqual(['failback-report orders prod 1']);
  });
});
