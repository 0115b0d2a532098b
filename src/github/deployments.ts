import { UserError } from '../errors.ts';
import { ask, type Patience } from './ask.ts';
import type {
  DeploymentRecord,
  DeploymentStatusRecord,
  DeploymentUpdate,
  DeploymentWish,
  Repository,
} from './model.ts';
import type { Octokit } from './octokit.ts';

const NEEDS = 'deployments: write';
/** "The maximum description length is 140 characters" (REST API, deployment statuses). */
const MOST_DESCRIPTION = 140;
const MOST_LISTED = 1_000;

/** Deployments of the repository. */
export function deploymentsOf(octokit: Octokit, { owner, name }: Repository, patience: Patience) {
  const place = { owner, repo: name };

  async function list(filter: {
    readonly environment?: string;
    readonly sha?: string;
    readonly most?: number;
  }): Promise<readonly DeploymentRecord[]> {
    const { most = MOST_LISTED, ...query } = filter;
    const found: DeploymentRecord[] = [];
    for (let page = 1; found.length < most; page += 1) {
      const { data } = await octokit.rest.repos.listDeployments({ ...place, ...query, per_page: 100, page });
      found.push(...data.map(recordOf));
      if (data.length < 100) break;
    }
    return found.slice(0, most);
  }

  const statuses = async (id: number): Promise<readonly DeploymentStatusRecord[]> => {
    const { data } = await octokit.rest.repos.listDeploymentStatuses({ ...place, deployment_id: id, per_page: 100 });
    return data.map(({ state, log_url: logUrl, environment_url: environmentUrl }) => ({
      state,
      ...(logUrl && { logUrl }),
      ...(environmentUrl && { environmentUrl }),
    }));
  };

  const setStatus = async (id: number, { state, description, environmentUrl, logUrl }: DeploymentUpdate) => {
    await octokit.rest.repos.createDeploymentStatus({
      ...place,
      deployment_id: id,
      state,
      ...(description !== undefined && { description: clipped(description) }),
      ...(environmentUrl !== undefined && isWebUrl(environmentUrl) && { environment_url: environmentUrl }),
      ...(logUrl !== undefined && { log_url: logUrl }),
    });
  };

  return {
    create: ({ ref, environment, key, description, transient, production }: DeploymentWish) =>
      ask(
        `a deployment to ${environment}`,
        NEEDS,
        async (): Promise<DeploymentRecord> => {
          const earlier = (await list({ environment, most: 100 })).find((record) => record.key === key);
          if (earlier !== undefined) return earlier;
          const { data } = await octokit.rest.repos.createDeployment({
            ...place,
            ref,
            environment,
            payload: { key },
            // The workflow has decided what is deployed; GitHub's own checks and merges would be a second opinion.
            auto_merge: false,
            required_contexts: [],
            ...(description !== undefined && { description: clipped(description) }),
            ...(transient !== undefined && { transient_environment: transient }),
            ...(production !== undefined && { production_environment: production }),
          });
          if (!('id' in data)) throw new UserError('github-refused', `GitHub made no deployment: ${data.message}`);
          return recordOf(data);
        },
        patience,
      ),
    setStatus: (id: number, update: DeploymentUpdate) =>
      ask(`the status of deployment ${id}`, NEEDS, () => setStatus(id, update), patience),
    list: (filter: Parameters<typeof list>[0]) =>
      ask('the deployments', 'deployments: read', () => list(filter), patience),
    statuses: (id: number) =>
      ask(`the statuses of deployment ${id}`, 'deployments: read', () => statuses(id), patience),
    deactivate: (environment: string, description?: string) =>
      ask(
        `the deployments to ${environment}`,
        NEEDS,
        async () => {
          let count = 0;
          for (const { id } of await list({ environment })) {
            const [latest] = await statuses(id);
            if (latest?.state === 'inactive') continue;
            await setStatus(id, { state: 'inactive', ...(description !== undefined && { description }) });
            count += 1;
          }
          return count;
        },
        patience,
      ),
  };
}

function recordOf(data: {
  readonly id: number;
  readonly environment: string;
  readonly sha: string;
  readonly ref: string;
  readonly created_at: string;
  readonly payload: unknown;
}): DeploymentRecord {
  const key = keyOf(data.payload);
  return {
    id: data.id,
    environment: data.environment,
    sha: data.sha,
    ref: data.ref,
    createdAt: data.created_at,
    ...(key !== undefined && { key }),
  };
}

/** GitHub gives payloads back as the object or as its text. */
function keyOf(payload: unknown): string | undefined {
  try {
    const value: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
    const key = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_DESCRIPTION ? text : `${characters.slice(0, MOST_DESCRIPTION - 1).join('')}…`;
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
