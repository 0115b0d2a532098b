/** What the local GitHub API keeps of one repository. Tests read and change it as they like. */
export interface World {
  readonly repository: {
    readonly owner: string;
    readonly name: string;
    readonly id: number;
    readonly private: boolean;
  };
  readonly tokens: Map<string, Account>;
  readonly pulls: Map<number, Pull>;
  /** Numbers that are issues, not pull requests. */
  readonly issues: Set<number>;
  readonly comments: Map<number, Comment>;
  readonly deployments: Map<number, Deployment>;
  /** Names in lower case: GitHub compares them without case. */
  readonly environments: Map<string, GitHubEnvironment>;
  /** Branches and tags with their commits, by name: `refs/tags/v1`. */
  readonly gitRefs: Map<string, string>;
  /** Approvals by the id of the workflow run. */
  readonly reviews: Map<number, readonly Review[]>;
  /** Branches, tags and commits that a deployment may name; absent: any. */
  refs?: ReadonlyMap<string, string>;
}

/** Whose token it is, and what it may do: `contents: read` as a workflow's `permissions` say it. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'Bot' | 'User';
  /** Absent: everything. */
  readonly permissions?: Readonly<Record<string, 'read' | 'write' | 'none'>>;
}

export interface Pull {
  readonly number: number;
  title: string;
  state: 'open' | 'closed';
  merged: boolean;
  readonly head: { readonly ref: string; sha: string; readonly repository: string };
  readonly author: string;
  /** Of a merged one: the commit that the merge made. */
  mergeCommit?: string;
  draft?: boolean;
  locked?: boolean;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Account;
  body: string;
  updated: number;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Account;
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
}

export interface GitHubEnvironment {
  readonly name: string;
  readonly reviewers?: readonly string[];
  /** Minutes. */
  readonly waitTimer?: number;
  readonly branchPolicy?: { readonly protected_branches: boolean; readonly custom_branch_policies: boolean };
}

export interface Review {
  readonly login: string;
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly comment: string;
  readonly environments: readonly string[];
}

/** Who a job's own token speaks for (docs.github.com, "GITHUB_TOKEN"). */
export const actionsBot: Account = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' };

export function newWorld(repository: Partial<World['repository']> = {}): World {
  return {
    repository: { owner: 'acme', name: 'orders', id: 4_711, private: false, ...repository },
    tokens: new Map([['ghs_local', actionsBot]]),
    pulls: new Map(),
    issues: new Set(),
    comments: new Map(),
    deployments: new Map(),
    environments: new Map(),
    gitRefs: new Map(),
    reviews: new Map(),
  };
}

/** As {@link newWorld} makes it; the repository stays. */
export function clearWorld(world: World): void {
  const { tokens, pulls, issues, comments, deployments, environments, gitRefs, reviews } = world;
  for (const each of [tokens, pulls, issues, comments, deployments, environments, gitRefs, reviews]) each.clear();
  tokens.set('ghs_local', actionsBot);
  delete world.refs;
}
