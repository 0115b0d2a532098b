import { isObject, type Json } from './json-schema.ts';
import type {
  Account,
  Comment,
  Deployment,
  DeploymentStatus,
  GitHubEnvironment,
  Pull,
  Review,
  World,
} from './world.ts';

/** Everything an answer needs besides what it is about. */
export interface Ground {
  readonly world: World;
  /** Where this API is: links in answers lead here. */
  readonly origin: string;
  /** GitHub's own example of the answer, from which comes what the world does not know. */
  readonly example: Json;
}

const DAY_ONE = Date.UTC(2026, 0, 1);

/** ISO 8601 without milliseconds, as GitHub writes it; made of the id, so that later things are later. */
function at(id: number): string {
  return new Date(DAY_ONE + id * 1000).toISOString().replace('.000Z', 'Z');
}

function user({ example }: Ground, { login, id, type }: Account, key = 'user'): Json {
  return { ...(isObject(example[key]) ? example[key] : {}), login, id, type };
}

function repositoryUrl({ origin, world: { repository } }: Ground): string {
  return `${origin}/repos/${repository.owner}/${repository.name}`;
}

export function repositoryAnswer(ground: Ground): Json {
  const { id, owner, name, private: hidden } = ground.world.repository;
  const { source: _source, parent: _parent, organization: _organization, ...example } = ground.example;
  return {
    ...example,
    id,
    name,
    full_name: `${owner}/${name}`,
    private: hidden,
    owner: { ...(isObject(example['owner']) ? example['owner'] : {}), login: owner },
    url: repositoryUrl(ground),
    default_branch: 'main',
    language: null,
  };
}

export function commentAnswer(ground: Ground, { id, issue, author, body, updated }: Comment): Json {
  const { owner, name } = ground.world.repository;
  return {
    ...ground.example,
    id,
    body,
    user: user(ground, author),
    url: `${repositoryUrl(ground)}/issues/comments/${id}`,
    html_url: `https://github.com/${owner}/${name}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${repositoryUrl(ground)}/issues/${issue}`,
    created_at: at(id),
    updated_at: at(id + updated),
  };
}

export function pullAnswer(ground: Ground, pull: Pull): Json {
  const { repository } = ground.world;
  const { example } = ground;
  const own = `${repository.owner}/${repository.name}`;
  const part = (key: 'head' | 'base'): Json => (isObject(example[key]) ? example[key] : {});
  const side = (key: 'head' | 'base', ref: string, sha: string, fullName: string): Json => {
    const repo = part(key)['repo'];
    return {
      ...part(key),
      ref,
      sha,
      label: `${fullName.split('/')[0]}:${ref}`,
      repo: {
        ...(isObject(repo) ? repo : {}),
        full_name: fullName,
        fork: fullName !== own,
        ...(fullName === own && { id: repository.id }),
      },
    };
  };
  return {
    ...example,
    number: pull.number,
    title: pull.title,
    state: pull.state,
    merged: pull.merged,
    merged_at: pull.merged ? at(pull.number) : null,
    closed_at: pull.state === 'closed' ? at(pull.number) : null,
    merge_commit_sha: pull.mergeCommit ?? null,
    draft: pull.draft ?? false,
    locked: pull.locked ?? false,
    user: user(ground, { login: pull.author, id: 1, type: pull.author.endsWith('[bot]') ? 'Bot' : 'User' }),
    head: side('head', pull.head.ref, pull.head.sha, pull.head.repository),
    base: side('base', 'main', 'b'.repeat(40), own),
    requested_teams: [],
    html_url: `https://github.com/${own}/pull/${pull.number}`,
    url: `${repositoryUrl(ground)}/pulls/${pull.number}`,
  };
}

export function deploymentAnswer(ground: Ground, deployment: Deployment): Json {
  const { id, sha, ref, task, environment, description, payload, transient, production, creator, statuses } =
    deployment;
  const url = `${repositoryUrl(ground)}/deployments/${id}`;
  return {
    ...ground.example,
    id,
    sha,
    ref,
    task,
    environment,
    original_environment: environment,
    description,
    payload,
    transient_environment: transient,
    production_environment: production,
    creator: user(ground, creator, 'creator'),
    created_at: at(id),
    updated_at: at(id + statuses.length),
    url,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(ground),
  };
}

export function statusAnswer(
  ground: Ground,
  { id: deployment, environment, creator }: Deployment,
  status: DeploymentStatus,
): Json {
  const url = `${repositoryUrl(ground)}/deployments/${deployment}`;
  return {
    ...ground.example,
    id: status.id,
    state: status.state,
    description: status.description,
    environment,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    target_url: status.logUrl,
    creator: user(ground, creator, 'creator'),
    created_at: at(status.id),
    updated_at: at(status.id),
    url: `${url}/statuses/${status.id}`,
    deployment_url: url,
    repository_url: repositoryUrl(ground),
  };
}

export function environmentAnswer(
  ground: Ground,
  { name, reviewers = [], waitTimer, branchPolicy }: GitHubEnvironment,
): Json {
  const rule = (id: number, type: string, more: Json = {}): Json => ({ id, node_id: `GA_${id}`, type, ...more });
  return {
    ...ground.example,
    name,
    url: `${repositoryUrl(ground)}/environments/${encodeURIComponent(name)}`,
    protection_rules: [
      ...(waitTimer === undefined ? [] : [rule(1, 'wait_timer', { wait_timer: waitTimer })]),
      ...(reviewers.length === 0
        ? []
        : [
            rule(2, 'required_reviewers', {
              prevent_self_review: false,
              reviewers: reviewers.map((login, index) => ({
                type: 'User',
                reviewer: { ...reviewerExample(ground.example), login, id: 100 + index },
              })),
            }),
          ]),
      ...(branchPolicy === undefined ? [] : [rule(3, 'branch_policy')]),
    ],
    deployment_branch_policy: branchPolicy ?? null,
  };
}

function reviewerExample({ protection_rules: rules }: Json): Json {
  const found = (Array.isArray(rules) ? rules : []).flatMap((rule: unknown) =>
    isObject(rule) && Array.isArray(rule['reviewers']) ? rule['reviewers'] : [],
  );
  const one: unknown = found.find((each: unknown) => isObject(each) && each['type'] === 'User');
  return isObject(one) && isObject(one['reviewer']) ? one['reviewer'] : {};
}

export function reviewAnswer(ground: Ground, { login, state, comment, environments }: Review): Json {
  const [example] = Array.isArray(ground.example) ? (ground.example as readonly unknown[]) : [];
  const first = isObject(example) ? example : {};
  const [environment] = Array.isArray(first['environments']) ? (first['environments'] as readonly unknown[]) : [];
  return {
    state,
    comment,
    user: user({ ...ground, example: first }, { login, id: 1, type: 'User' }),
    environments: environments.map((name) => ({ ...(isObject(environment) ? environment : {}), name })),
  };
}
