import { deploymentAnswer, type Ground, statusAnswer } from '../answers.ts';
import { type Answer, type Call, type Handler, invalid, notFound, paged, refusal } from '../handling.ts';
import { isObject } from '../json-schema.ts';
import type { Deployment, DeploymentStatus } from '../world.ts';

/** "The maximum description length is 140 characters" (REST API, deployment statuses). */
const MOST_DESCRIPTION = 140;

export const deploymentHandlers = {
  listDeployments: (call): Answer => {
    const wanted = (name: string, value: string) => {
      const asked = call.query.get(name);
      return asked === null || asked === 'none' || asked === value;
    };
    const found = [...call.world.deployments.values()]
      .filter(({ sha, ref, task, environment }) => {
        return wanted('sha', sha) && wanted('ref', ref) && wanted('task', task) && wanted('environment', environment);
      })
      .reverse();
    const { owner, name } = call.world.repository;
    return paged(found, call, `/repos/${owner}/${name}/deployments`, (item) => deploymentAnswer(oneOf(call), item));
  },
  createDeployment: (call): Answer => {
    const { body, world } = call;
    const ref = String(body['ref']);
    const sha = world.refs === undefined ? shaOf(ref) : world.refs.get(ref);
    if (sha === undefined) return invalid('Deployment', 'ref', `No ref found for: ${ref}`);
    const { required_contexts: contexts } = body;
    if (!Array.isArray(contexts) || contexts.length > 0) {
      return refusal(409, 'Conflict: Commit status checks failed for the ref.');
    }
    const deployment: Deployment = {
      id: call.nextId(),
      sha,
      ref,
      task: text(body['task'], 'deploy'),
      environment: text(body['environment'], 'production'),
      description: typeof body['description'] === 'string' ? body['description'] : null,
      payload: body['payload'] ?? {},
      transient: body['transient_environment'] === true,
      production: body['production_environment'] === true,
      creator: call.account,
      statuses: [],
    };
    world.deployments.set(deployment.id, deployment);
    // "If an environment does not exist, it is made" (docs.github.com, "Managing environments for deployment").
    const key = deployment.environment.toLowerCase();
    if (!world.environments.has(key)) world.environments.set(key, { name: deployment.environment });
    return { status: 201, body: deploymentAnswer(call, deployment) };
  },
  getDeployment: (call): Answer =>
    withDeployment(call, (deployment) => ({ status: 200, body: deploymentAnswer(call, deployment) })),
  deleteDeployment: (call): Answer =>
    withDeployment(call, (deployment) => {
      const last = deployment.statuses.at(-1)?.state;
      // "If the repository has more than one deployment, you can only delete inactive deployments."
      if (call.world.deployments.size > 1 && last !== 'inactive' && last !== 'failure' && last !== 'error')
        return refusal(
          422,
          'We cannot delete an active deployment unless it is the only deployment in a given environment.',
        );
      call.world.deployments.delete(deployment.id);
      return { status: 204 };
    }),
  listDeploymentStatuses: (call): Answer =>
    withDeployment(call, (deployment) => {
      const { owner, name } = call.world.repository;
      const path = `/repos/${owner}/${name}/deployments/${deployment.id}/statuses`;
      return paged([...deployment.statuses].reverse(), call, path, (item) =>
        statusAnswer(oneOf(call), deployment, item),
      );
    }),
  createDeploymentStatus: (call): Answer =>
    withDeployment(call, (deployment) => {
      const description = text(call.body['description'], '');
      if ([...description].length > MOST_DESCRIPTION)
        return invalid(
          'DeploymentStatus',
          'description',
          `description is too long (maximum is ${MOST_DESCRIPTION} characters)`,
        );
      const url = text(call.body['environment_url'], '');
      if (url !== '' && !/^https?:\/\//.test(url))
        return invalid('DeploymentStatus', 'environment_url', 'environment_url must use http(s) scheme');
      const status: DeploymentStatus = {
        id: call.nextId(),
        state: String(call.body['state']),
        description,
        environmentUrl: url,
        logUrl: text(call.body['log_url'], ''),
      };
      deployment.statuses.push(status);
      if (status.state === 'success' && call.body['auto_inactive'] !== false) inactivateEarlier(call, deployment);
      const body = statusAnswer(call, deployment, status);
      return { status: 201, body, headers: { location: String(body['url']) } };
    }),
} as const satisfies Partial<Record<string, Handler>>;

/**
 * "Adds a new inactive status to all prior non-transient, non-production environment deployments with the same
 * repository and environment name" (REST API, `auto_inactive`).
 */
function inactivateEarlier(call: Call, { id, environment }: Deployment): void {
  for (const earlier of call.world.deployments.values()) {
    if (earlier.id >= id || earlier.environment !== environment || earlier.transient || earlier.production) continue;
    if (earlier.statuses.at(-1)?.state !== 'success') continue;
    earlier.statuses.push({ id: call.nextId(), state: 'inactive', description: '', environmentUrl: '', logUrl: '' });
  }
}

function oneOf(call: Call): Ground {
  const [first] = Array.isArray(call.example) ? (call.example as readonly unknown[]) : [];
  return { ...call, example: isObject(first) ? first : {} };
}

function withDeployment(call: Call, then: (deployment: Deployment) => Answer): Answer {
  const deployment = call.world.deployments.get(Number(call.params['deployment_id']));
  return deployment === undefined ? notFound : then(deployment);
}

function shaOf(ref: string): string {
  return /^[0-9a-f]{40}$/.test(ref) ? ref : Buffer.from(ref).toString('hex').padEnd(40, '0').slice(0, 40);
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
