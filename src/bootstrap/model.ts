import type { PolicySubject } from '../commands/policy/subject.ts';

/** What a bootstrap template is made for. Texts may hold `${Parameter}` of the template. */
export interface BootstrapSubject {
  /** Default of the parameter `Application`, which begins the names of all roles; absent: it has to be given. */
  readonly application?: string;
  /** Default of the parameters that name the repository on GitHub. */
  readonly repository?: RepositoryIdentity;
  /** GitHub environments whose jobs deploy. */
  readonly environments: readonly string[];
  /** Branch whose jobs may plan and clean up without an environment. */
  readonly branch: string;
  /** What deploying, planning and so on is asked for; one for each environment. */
  readonly policies: readonly PolicySubject[];
  /** The same for stacks of pull requests. */
  readonly previewPolicies: readonly PolicySubject[];
  /** Default of the parameter `Previews`. */
  readonly previews: boolean;
}

/** A repository as tokens of its jobs name it: by names, and by ids that outlive renaming. */
export interface RepositoryIdentity {
  readonly owner: string;
  readonly name: string;
  /** Numeric ids, as text. */
  readonly ownerId?: string;
  readonly id?: string;
}

/** The roles of a pipeline; the name of each is `APPLICATION-KEY`. */
export type PipelineRole = 'deploy' | 'plan' | 'preview';
