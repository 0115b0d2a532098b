/**
 * The operations of GitHub's REST API that the local GitHub API answers, and the permission of a job token that each
 * needs (docs.github.com, "Permissions required for GitHub Apps"; where two are listed, either is enough).
 */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly permissions: readonly string[];
}

const repo = '/repos/{owner}/{repo}';

export const operations = {
  getRepository: { method: 'get', path: repo, permissions: ['metadata:read'] },
  getPullRequest: {
    method: 'get',
    path: `${repo}/pulls/{pull_number}`,
    permissions: ['pull-requests:read', 'contents:read'],
  },
  listPullRequests: { method: 'get', path: `${repo}/pulls`, permissions: ['pull-requests:read'] },
  listPullRequestsAssociatedWithCommit: {
    method: 'get',
    path: `${repo}/commits/{commit_sha}/pulls`,
    permissions: ['pull-requests:read'],
  },
  listComments: {
    method: 'get',
    path: `${repo}/issues/{issue_number}/comments`,
    permissions: ['issues:read', 'pull-requests:read'],
  },
  createComment: {
    method: 'post',
    path: `${repo}/issues/{issue_number}/comments`,
    permissions: ['issues:write', 'pull-requests:write'],
  },
  getComment: {
    method: 'get',
    path: `${repo}/issues/comments/{comment_id}`,
    permissions: ['issues:read', 'pull-requests:read'],
  },
  updateComment: {
    method: 'patch',
    path: `${repo}/issues/comments/{comment_id}`,
    permissions: ['issues:write', 'pull-requests:write'],
  },
  deleteComment: {
    method: 'delete',
    path: `${repo}/issues/comments/{comment_id}`,
    permissions: ['issues:write', 'pull-requests:write'],
  },
  listDeployments: { method: 'get', path: `${repo}/deployments`, permissions: ['deployments:read'] },
  createDeployment: { method: 'post', path: `${repo}/deployments`, permissions: ['deployments:write'] },
  getDeployment: { method: 'get', path: `${repo}/deployments/{deployment_id}`, permissions: ['deployments:read'] },
  deleteDeployment: {
    method: 'delete',
    path: `${repo}/deployments/{deployment_id}`,
    permissions: ['deployments:write'],
  },
  listDeploymentStatuses: {
    method: 'get',
    path: `${repo}/deployments/{deployment_id}/statuses`,
    permissions: ['deployments:read'],
  },
  createDeploymentStatus: {
    method: 'post',
    path: `${repo}/deployments/{deployment_id}/statuses`,
    permissions: ['deployments:write'],
  },
  getReviewsForRun: { method: 'get', path: `${repo}/actions/runs/{run_id}/approvals`, permissions: ['actions:read'] },
  getEnvironment: { method: 'get', path: `${repo}/environments/{environment_name}`, permissions: ['actions:read'] },
  getRef: { method: 'get', path: `${repo}/git/ref/{ref}`, permissions: ['contents:read'] },
  listMatchingRefs: { method: 'get', path: `${repo}/git/matching-refs/{ref}`, permissions: ['contents:read'] },
  createRef: { method: 'post', path: `${repo}/git/refs`, permissions: ['contents:write'] },
  updateRef: { method: 'patch', path: `${repo}/git/refs/{ref}`, permissions: ['contents:write'] },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
