import { ask, type Patience, statusOf } from './ask.ts';
import { commentsOf } from './comments.ts';
import { deploymentsOf } from './deployments.ts';
import type { CommitPull, EnvironmentProtection, GitHub, PullRequest, RunReview } from './model.ts';
import { createOctokit, type Octokit } from './octokit.ts';
import type { GitHubSettings } from './settings.ts';

/** GitHub over its REST API. */
export async function createGitHub(settings: GitHubSettings, userAgent: string, patience: Patience): Promise<GitHub> {
  const octokit = await createOctokit(settings, userAgent);
  const { repository } = settings;
  const place = { owner: repository.owner, repo: repository.name };
  const comments = commentsOf(octokit, repository, patience);
  const deployments = deploymentsOf(octokit, repository, patience);
  const orUndefined = <T>(what: string, needs: string, get: () => Promise<T>) =>
    ask(
      what,
      needs,
      () =>
        get().catch((error: unknown) => {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }),
      patience,
    );
  return {
    repository,
    repositoryId: () =>
      ask('the repository', 'contents: read', async () => (await octokit.rest.repos.get(place)).data.id, patience),
    pullRequest: (number) =>
      orUndefined(`pull request ${number}`, 'pull-requests: read', async () =>
        pullRequestOf((await octokit.rest.pulls.get({ ...place, pull_number: number })).data),
      ),
    pullRequestsWith: (commit) =>
      ask(
        `the pull requests of commit ${commit.slice(0, 12)}`,
        'pull-requests: read',
        async () => {
          const asked = { ...place, commit_sha: commit, per_page: 100 };
          const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked);
          return data.map(commitPullOf);
        },
        patience,
      ),
    upsertComment: comments.upsert,
    hasComment: comments.has,
    deleteComment: comments.remove,
    createDeployment: deployments.create,
    setDeploymentStatus: deployments.setStatus,
    deployments: deployments.list,
    deploymentStatuses: deployments.statuses,
    deactivateDeployments: deployments.deactivate,
    environment: (name) =>
      orUndefined(`environment ${name}`, 'actions: read', async () =>
        protectionOf((await octokit.rest.repos.getEnvironment({ ...place, environment_name: name })).data),
      ),
    reviews: (run) =>
      ask(
        `the approvals of run ${run}`,
        'actions: read',
        async () => (await octokit.rest.actions.getReviewsForRun({ ...place, run_id: run })).data.map(reviewOf),
        patience,
      ),
  };
}

type Data<F extends (...args: never[]) => Promise<{ readonly data: unknown }>> = Awaited<ReturnType<F>>['data'];

function pullRequestOf(data: Data<Octokit['rest']['pulls']['get']>): PullRequest {
  const { number, state, merged, title, user, head, base } = data;
  // Octokit's types forget that the repository of a fork may be deleted.
  const from = head.repo as typeof head.repo | null;
  return {
    number,
    state,
    merged,
    title,
    author: user.login,
    headRef: head.ref,
    headSha: head.sha,
    ...(from !== null && { headRepository: from.full_name }),
    fork: from?.full_name !== base.repo.full_name,
  };
}

function commitPullOf({
  number,
  state,
  merged_at: mergedAt,
  merge_commit_sha: mergeCommit,
}: Data<Octokit['rest']['repos']['listPullRequestsAssociatedWithCommit']>[number]): CommitPull {
  const merged = mergedAt !== null;
  // Of an open one it is the merge that GitHub tries out.
  return { number, open: state === 'open', merged, ...(merged && mergeCommit !== null && { mergeCommit }) };
}

function reviewOf({
  user,
  state,
  comment,
  environments,
}: Data<Octokit['rest']['actions']['getReviewsForRun']>[number]): RunReview {
  return { login: user.login, state, comment, environments: environments.flatMap(({ name }) => name ?? []) };
}

function protectionOf(data: Data<Octokit['rest']['repos']['getEnvironment']>): EnvironmentProtection {
  const rules = data.protection_rules ?? [];
  const reviewers = rules.flatMap((rule) => ('reviewers' in rule ? (rule.reviewers ?? []) : []));
  return {
    name: data.name,
    reviewers: reviewers.flatMap(({ reviewer }) =>
      reviewer === undefined ? [] : 'login' in reviewer ? reviewer.login : reviewer.slug,
    ),
    waitTimer: Math.max(0, ...rules.map((rule) => ('wait_timer' in rule ? (rule.wait_timer ?? 0) : 0))),
    branchPolicy: data.deployment_branch_policy !== null && data.deployment_branch_policy !== undefined,
    customRules: rules.map(({ type }) => type).filter((type) => !KNOWN_RULES.has(type)),
  };
}

const KNOWN_RULES: ReadonlySet<string> = new Set(['wait_timer', 'required_reviewers', 'branch_policy']);
