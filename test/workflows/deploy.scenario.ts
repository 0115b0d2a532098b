import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { executed, plainTemplate } from '../support/plain-app.ts';
import type { ActRun } from './support/log.ts';
import { makeRepository, type Repository } from './support/repository.ts';
import { runAct } from './support/run-act.ts';

const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let repository: Repository;

const caller = `name: Deploy
on: { push: { branches: [main] } }
permissions: {}
jobs:
  deploy:
    name: Deploy
    uses: sam-multi-region/sam-multi-region/.github/workflows/deploy.yml@v1
    permissions: { contents: read, id-token: write }
    with: { environment: prod }
`;

const configuration = `application: orders
stacks:
  app: { template: template.yaml }
environments:
  prod:
    role-to-assume: arn:aws:iam::111111111111:role/deploy
    targets: [${regions.join(', ')}]
`;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  await cloud.createRole('111111111111', 'deploy');
  repository = makeRepository();
  repository.write('.github/workflows/deploy.yml', caller);
  repository.write('multi-region.yml', configuration);
  repository.write('template.yaml', plainTemplate);
  repository.commit('first');
});

afterAll(async () => {
  repository[Symbol.dispose]();
  await cloud[Symbol.asyncDispose]();
});

function results(run: ActRun): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(run.jobs).flatMap(([id, { result }]) => (result === '' ? [] : [[id, result]])),
  );
}

describe('the chain of jobs', () => {
  test('deploys the primary, then the others, from one plan', async () => {
    const run = await runAct({ cloud, repository, workflow: 'deploy.yml', event: 'push', runId: 1001 });
    if (run.exitCode !== 0) console.log(run.log);
    expect(run.exitCode).toBe(0);
    expect(results(run)).toEqual({ plan: 'success', primary: 'success', secondary: 'success', summary: 'success' });
    // The first two are those of the artifact buckets.
    expect(executed(cloud)).toEqual([...regions, ...regions]);
    expect(JSON.parse(run.jobs['secondary']?.outputs['deploy.outputs'] ?? '')).toMatchObject({
      'eu-west-1': { app: { Topic: expect.stringContaining('eu-west-1') } },
      'eu-central-1': { app: { Topic: expect.stringContaining('eu-central-1') } },
    });
    // Every job asks with its own environment, and none of those that only look has the one that is protected.
    expect(new Set(run.tokens.map(({ environment }) => environment))).toEqual(new Set(['prod-plan', 'prod']));
  });
});
