import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { plainTemplate } from '../support/plain-app.ts';
import { configuration, regions, useWorkflows } from './support/room.ts';

const room = useWorkflows();

const job = (application: string) => `  ${application}:
    name: Deploy ${application}
    uses: sam-multi-region/sam-multi-region/.github/workflows/deploy.yml@v1
    permissions: { contents: read, id-token: write, actions: read }
    with: { environment: prod, working-directory: services/${application} }
`;
const caller = `name: Deploy
on: { push: { branches: [main] } }
permissions: {}
jobs:
${job('api')}${job('web')}`;

beforeAll(() => {
  const { repository } = room;
  for (const application of ['api', 'web']) {
    const failover = application === 'web' ? '    failover: { mechanism: command, command: [touch, moved] }\n' : '';
    repository.write(`services/${application}/template.yaml`, plainTemplate);
    repository.write(
      `services/${application}/multi-region.yml`,
      `${configuration.replace('application: orders', `application: ${application}`)}${failover}`,
    );
  }
  repository.write('.github/workflows/deploy.yml', caller);
  repository.commit('first');
});

test('two applications with the same sources, deployed by one run, each execute their own plan', async () => {
  const run = await room.run('deploy.yml');
  expect({ exitCode: run.exitCode, log: run.exitCode === 0 ? '' : run.log }).toEqual({ exitCode: 0, log: '' });
  expect(Object.keys(run.artifacts).sort()).toEqual(['dr-plan web prod', 'plan api prod', 'plan web prod']);
  const releases = ['api', 'web'].map((name) => artifact(run.artifacts[`plan ${name} prod`], 'multi-region-plan.json'));
  expect(releases.map(({ application }) => application)).toEqual(['api', 'web']);
  expect(releases[0]?.['release']).toBe(releases[1]?.['release']);
  // Twice each, and the artifact bucket of each region once: both jobs may try that one, the later is refused.
  const done = room.cloud.calls.filter(({ action, status }) => action === 'ExecuteChangeSet' && status < 400);
  expect(done.map(({ region }) => region).sort()).toEqual([...regions, ...regions, ...regions].sort());
  // The second group's, which knows that both regions have the release.
  const plan = artifact(run.artifacts['dr-plan web prod'], 'dr-plan.json');
  expect(plan['targets']).toEqual(
    regions.map((name) => expect.objectContaining({ name, release: releases[1]?.['release'] })),
  );
});

function artifact(folder: string | undefined, file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'));
}
