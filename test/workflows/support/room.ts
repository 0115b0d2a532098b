import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type Cloud, startCloud } from '../../cloud/index.ts';
import { type LocalGitHub, startGitHub } from '../../github/index.ts';
import { plainTemplate } from '../../support/plain-app.ts';
import type { ActRun } from './log.ts';
import { makeRepository, type Repository } from './repository.ts';
import { type ActRequest, runAct } from './run-act.ts';

export const regions = ['eu-west-1', 'eu-central-1'] as const;

/** Two regions, one after the other, behind one role; `gates` and more of the environment may follow. */
export const configuration = `application: orders
stacks:
  app: { template: template.yaml }
environments:
  prod:
    role-to-assume: arn:aws:iam::111111111111:role/deploy
    targets: [${regions.join(', ')}]
`;

export interface WorkflowRoom {
  readonly cloud: Cloud;
  readonly gitHub: LocalGitHub;
  readonly repository: Repository;
  /** For what lies outside of the repository. */
  readonly folder: string;
  /** Runs a workflow; each run has a higher id than the one before. */
  run(workflow: string, request?: Partial<ActRequest>): Promise<ActRun>;
}

/** One local AWS and one local GitHub for the runs of a file, and a repository with an application of one topic. */
export function useWorkflows(): WorkflowRoom {
  let parts: Omit<WorkflowRoom, 'run'> | undefined;
  let runId = 1000;
  beforeAll(async () => {
    const [cloud, gitHub] = await Promise.all([
      startCloud({ regions: [...regions, 'us-east-1'] }),
      startGitHub({ repository: { owner: 'octo', name: 'orders' } }),
    ]);
    await cloud.createRole('111111111111', 'deploy');
    gitHub.world.environments.set('prod', { name: 'prod', reviewers: ['mona'] });
    const repository = makeRepository();
    repository.write('multi-region.yml', configuration);
    repository.write('template.yaml', plainTemplate);
    parts = { cloud, gitHub, repository, folder: mkdtempSync(join(tmpdir(), 'outside-')) };
  });
  afterEach(() => expect(parts?.gitHub.problems).toEqual([]));
  afterAll(async () => {
    if (parts === undefined) return;
    parts.repository[Symbol.dispose]();
    rmSync(parts.folder, { recursive: true });
    await Promise.all([parts.cloud.stop(), parts.gitHub.close()]);
  });
  const here = () => {
    if (parts === undefined) throw new Error('the room is not there yet');
    return parts;
  };
  return {
    get cloud() {
      return here().cloud;
    },
    get gitHub() {
      return here().gitHub;
    },
    get repository() {
      return here().repository;
    },
    get folder() {
      return here().folder;
    },
    run(workflow, request = {}) {
      runId += 1;
      const { cloud, gitHub, repository, folder } = here();
      cloud.clearCalls();
      const artifacts = join(folder, 'artifacts', String(request.runId ?? runId));
      return runAct({ cloud, gitHub, repository, workflow, event: 'push', runId, artifacts, ...request });
    },
  };
}

/** How each job ended; skipped ones are not there. */
export function results(run: ActRun): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(run.jobs).flatMap(([id, { result }]) => (result === '' ? [] : [[id, result]])),
  );
}
