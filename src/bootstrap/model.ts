import type { PolicySubject } from '../commands/policy/subject.ts';

/** What a bootstrap template is made for. Texts may hold `${Parameter}` of the template. */
export interface BootstrapSubject {
  /** Default of the parameter `Application`, which begins the names of all roles; absent: it has to be given. */
  readonly application?: string;
  /** Default of the parameters that name the repository on GitHub. */
  readonly repository?: RepositoryIdentity;
  /** Each gets a deploy role of its own. */
  readonly environments: readonly BootstrapEnvironment[];
  /** Branch that is deployed: its jobs may plan and clean up without an environment. */
  readonly branch: string;
  /** What previews are made of, as deploying is of an environment. */
  readonly previewPolicies: readonly PolicySubject[];
  /** Default of the parameter `Previews`. */
  readonly previews: boolean;
  /** Accounts that previews go to; absent: any. */
  readonly previewAccounts?: readonly string[];
}

/** One environment of a configuration, as far as roles are concerned. */
export interface BootstrapEnvironment {
  readonly name: string;
  /** GitHub environments whose jobs deploy it. */
  readonly gitHubEnvironments: readonly string[];
  /** Accounts of its targets; absent: any. */
  readonly accounts?: readonly string[];
  /** What deploying it is asked for. */
  readonly policy: PolicySubject;
}

/** A repository as tokens of its jobs name it: by names, and by ids that outlive renaming. */
export interface RepositoryIdentity {
  readonly owner: string;
  readonly name: string;
  /** Numeric ids, as text. */
  readonly ownerId?: string;
  readonly id?: string;
}

/**
 * The roles of a pipeline: `deploy` once for each environment; `package` makes what they deploy; `plan` is what pull
 * requests get.
 */
export type PipelineRole = 'deploy' | 'package' | 'plan' | 'preview';
