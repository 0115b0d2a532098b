import type { PolicySubject } from '../commands/policy/subject.ts';
import { type PolicyFiles, subjectOf } from '../commands/policy/subject.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../topology/model.ts';
import type { BootstrapEnvironment, BootstrapSubject, RepositoryIdentity } from './model.ts';

export interface BootstrapRequest {
  /** The configuration, from the folder of `files`. */
  readonly config: string;
  /** Environments of it whose jobs get the roles. */
  readonly environments: readonly string[];
  readonly repository: RepositoryIdentity;
  readonly branch: string;
}

/**
 * What the bootstrap template of a configuration is made for: its stacks, buckets, parameters and traffic by name.
 * @throws UserError what is wrong with the configuration
 */
export async function bootstrapSubject(request: BootstrapRequest, files: PolicyFiles): Promise<BootstrapSubject> {
  const { config, repository, branch } = request;
  const subjects = await Promise.all(
    request.environments.map((environment) => subjectOf({ config, environment }, files)),
  );
  const preview = await previewOf(config, files);
  const application = subjects.find(({ environment }) => environment !== undefined)?.environment?.application;
  const previewAccounts = accountsOf(preview?.environment);
  return {
    ...(application !== undefined && { application }),
    repository,
    environments: subjects.flatMap(environmentOf),
    branch,
    previewPolicies: (preview === undefined ? subjects : [preview]).map(anyPartition),
    previews: preview !== undefined,
    ...(previewAccounts !== undefined && { previewAccounts }),
  };
}

function environmentOf(subject: PolicySubject): readonly BootstrapEnvironment[] {
  const { environment } = subject;
  if (environment === undefined) return [];
  const accounts = accountsOf(environment);
  return [
    {
      name: environment.name,
      gitHubEnvironments: gitHubEnvironments(environment),
      ...(accounts !== undefined && { accounts }),
      policy: anyPartition(subject),
    },
  ];
}

/** Undefined where that of a target is not known. */
function accountsOf(environment: Environment | undefined): readonly string[] | undefined {
  const accounts = environment?.targets.map(({ account }) => account);
  return accounts?.every((account) => account !== undefined) ? [...new Set(accounts)] : undefined;
}

const anyPartition = (subject: PolicySubject): PolicySubject => ({ ...subject, partition: '${AWS::Partition}' });

/** Undefined where the configuration has no previews. */
async function previewOf(config: string, files: PolicyFiles): Promise<PolicySubject | undefined> {
  try {
    return await subjectOf({ config, for: 'preview' }, files);
  } catch (error) {
    if (error instanceof UserError && error.code === 'no-preview') return undefined;
    throw error;
  }
}

/** The GitHub environments that jobs of a rollout run in: its own, and those of waves. */
function gitHubEnvironments({ name, waves }: Environment): readonly string[] {
  return [...new Set([name, ...waves.flatMap(({ githubEnvironment }) => githubEnvironment ?? [])])];
}
