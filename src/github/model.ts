/** What this program knows of GitHub, as plain data. */

/** `owner/name` in its two parts. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly title: string;
  /** Login of its author; `dependabot[bot]` and the like for apps. */
  readonly author: string;
  readonly headRef: string;
  readonly headSha: string;
  /** `owner/name` of the repository that the branch is in; undefined when that is deleted. */
  readonly headRepository?: string;
  /** The branch is in another repository. */
  readonly fork: boolean;
}

/** A pull request that a commit belongs to. */
export interface CommitPull {
  readonly number: number;
  readonly open: boolean;
  readonly merged: boolean;
  /** Of a merged one: the commit that the merge made on the base branch. */
  readonly mergeCommit?: string;
}

/** A comment that was written. */
export interface WrittenComment {
  readonly url: string;
  /** False: an earlier one was updated. */
  readonly created: boolean;
  /** A later run has written it already: it stays as it is. */
  readonly superseded?: true;
}

export type DeploymentState = 'queued' | 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

export interface DeploymentWish {
  /** Branch, tag or commit, as the repository knows it. */
  readonly ref: string;
  /** Name of the GitHub environment; one that is missing is made by GitHub, without protection. */
  readonly environment: string;
  /** Tells one deployment from every other: asking twice makes one. */
  readonly key: string;
  readonly description?: string;
  /** It will no longer exist at some point, as that of a pull request. */
  readonly transient?: boolean;
  readonly production?: boolean;
}

export interface DeploymentRecord {
  readonly id: number;
  readonly environment: string;
  readonly sha: string;
  readonly ref: string;
  /** Of the wish that made it; undefined when somebody else did. */
  readonly key?: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface DeploymentUpdate {
  readonly state: DeploymentState;
  /** Cut to the 140 characters that GitHub takes. */
  readonly description?: string;
  /** Where what was deployed can be seen; left out unless it is an http(s) URL. */
  readonly environmentUrl?: string;
  /** Where its log is. */
  readonly logUrl?: string;
}

export interface DeploymentStatusRecord {
  readonly state: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
}

/** What keeps a job of an environment waiting. */
export interface EnvironmentProtection {
  readonly name: string;
  /** Logins and team slugs, one of whom has to approve. */
  readonly reviewers: readonly string[];
  /** Minutes. */
  readonly waitTimer: number;
  /** Only some branches or tags may deploy. */
  readonly branchPolicy: boolean;
  /** Rules of GitHub Apps. */
  readonly customRules: readonly string[];
}

/** What somebody said to a job that waited for an approval. */
export interface RunReview {
  readonly login: string;
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly comment: string;
  readonly environments: readonly string[];
}

/** GitHub as commands need it. Every call may throw `UserError`s of `errors.ts`. */
export interface GitHub {
  readonly repository: Repository;
  /** The id that stays when the repository is renamed. */
  repositoryId(): Promise<number>;
  /** Undefined when there is no such pull request (an issue of that number is none). */
  pullRequest(number: number): Promise<PullRequest | undefined>;
  /**
   * Writes the one comment of this key: updates our own earlier one wherever it stands among the others, else makes it.
   * @param key letters, digits, `-`, `.`, `/`; part of a hidden marker
   * @param body Markdown, at most {@link COMMENT_LIMIT} characters with its marker (about 100)
   * @param run number that grows from run to run (GITHUB_RUN_ID): what a later run has written is not written over
   */
  upsertComment(pullRequest: number, key: string, body: string, run?: number): Promise<WrittenComment>;
  /** Whether there is a comment of this key that we wrote. */
  hasComment(pullRequest: number, key: string): Promise<boolean>;
  /** Pull requests that have the commit, at most 100; open ones only while it is not on the default branch. */
  pullRequestsWith(commit: string): Promise<readonly CommitPull[]>;
  /** Deletes our own comment of this key; false when there is none. */
  deleteComment(pullRequest: number, key: string): Promise<boolean>;
  /** Makes a deployment without any status, or finds the one that was made of this wish before. */
  createDeployment(wish: DeploymentWish): Promise<DeploymentRecord>;
  setDeploymentStatus(id: number, update: DeploymentUpdate): Promise<void>;
  /** Newest first, at most `most` (default 1,000). */
  deployments(filter: {
    readonly environment?: string;
    readonly sha?: string;
    readonly most?: number;
  }): Promise<readonly DeploymentRecord[]>;
  /** Newest first. */
  deploymentStatuses(id: number): Promise<readonly DeploymentStatusRecord[]>;
  /** Every deployment of the environment that is not inactive yet becomes so; returns how many. */
  deactivateDeployments(environment: string, description?: string): Promise<number>;
  /** Undefined when there is no such environment. */
  environment(name: string): Promise<EnvironmentProtection | undefined>;
  /** Approvals of a workflow run so far. Needs `actions: read`. */
  reviews(run: number): Promise<readonly RunReview[]>;
}

/** GitHub refuses longer comments. */
export const COMMENT_LIMIT = 65_536;
