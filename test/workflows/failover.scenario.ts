import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { starter } from './support/repository.ts';
import { results, useWorkflows } from './support/room.ts';
import { startUsers, type Users } from './support/users.ts';

const room = useWorkflows();
const STANDBY = 'eu-central-1';

let users: Users;
afterAll(async () => {
  await users[Symbol.asyncDispose]();
});
beforeAll(async () => {
  const { repository } = room;
  users = await startUsers(room.folder, 'eu-west-1');
  repository.write('multi-region.yml', users.configuration);
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
    expect([writes().length > 0, users.region()]).toEqual([true, STANDBY]);
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
    expect([results(run), users.region()]).toEqual([{ failback: 'success' }, 'eu-west-1']);
    expect(Object.keys(run.artifacts)).toEqual(['failback-report orders prod 1']);
  });
});
