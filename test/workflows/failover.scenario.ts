import { beforeAll, describe, expect, test } from '@jest/globals';
import { starter } from './support/repository.ts';
import { configuration, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();
const STANDBY = 'eu-central-1';

beforeAll(async () => {
  const { repository } = room;
  repository.write(
    'multi-region.yml',
    `${configuration}    failover: { mechanism: command, command: [touch, moved] }\n`,
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
});
