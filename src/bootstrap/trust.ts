import { scalar } from './render-statements.ts';

/** Where a job says it runs, as the last part of the `sub` of its token has it. */
export type JobPlace =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'pull-request' };

/** The jobs that get a role. */
export interface Trust {
  readonly places: readonly JobPlace[];
  /** Only in workflow runs of this branch: an environment without rules can be named by a job of any. */
  readonly branch?: string;
}

/**
 * The trust in jobs that run in one of `places`, as lines of YAML. `sub` is compared in both of its forms:
 * repositories made, renamed or transferred since 2026-07-15 carry numeric ids in it
 * (https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
 * IAM refuses a trust policy for GitHub without a condition on `sub` (IAM user guide, "Identity-provider controls for
 * shared OIDC providers").
 */
export function trustStatements({ places, branch }: Trust, indent: number): string {
  const host = 'token.actions.githubusercontent.com';
  const lines = [
    '- Effect: Allow',
    '  Principal:',
    '    Federated: !If [MakeProvider, !Ref Provider, !Ref OidcProviderArn]',
    '  Action: sts:AssumeRoleWithWebIdentity',
    '  Condition:',
    '    StringEquals:',
    `      ${host}:aud: !If [InChina, sts.amazonaws.com.cn, sts.amazonaws.com]`,
    // A subject that a repository made up for itself may look like one of another: its name is compared on its own.
    `      ${host}:repository: !Sub "\${GitHubOwner}/\${GitHubRepository}"`,
    `      ${host}:repository_id: !If [KnowsRepositoryId, !Ref GitHubRepositoryId, !Ref AWS::NoValue]`,
    ...(branch === undefined ? [] : [`      ${host}:ref: ${scalar(`refs/heads/${branch}`)}`]),
    '    StringLike:',
    `      ${host}:sub:`,
    ...places.flatMap((place) => subjects(place).map((subject) => `      - ${trusted(place, scalar(subject))}`)),
    `      ${host}:job_workflow_ref: !If [PinsWorkflow, !Ref JobWorkflowRef, !Ref AWS::NoValue]`,
    // A job of a pull request that names an environment has a subject like any other job there.
    '    StringNotLike: !If',
    '      - TrustsPullRequests',
    '      - !Ref AWS::NoValue',
    `      - ${host}:ref: refs/pull/*`,
  ];
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}

function trusted({ kind }: JobPlace, subject: string): string {
  return kind === 'pull-request' ? `!If [TrustsPullRequests, ${subject}, !Ref AWS::NoValue]` : subject;
}

/** The `sub` of such a job, with names alone and with ids. */
function subjects(place: JobPlace): readonly string[] {
  const end = endOf(place);
  return [
    `repo:\${GitHubOwner}/\${GitHubRepository}:${end}`,
    `repo:\${GitHubOwner}@\${GitHubOwnerId}/\${GitHubRepository}@\${GitHubRepositoryId}:${end}`,
  ];
}

function endOf(place: JobPlace): string {
  switch (place.kind) {
    case 'environment':
      return `environment:${place.name}`;
    case 'branch':
      return `ref:refs/heads/${place.name}`;
    case 'pull-request':
      return 'pull_request';
  }
}
