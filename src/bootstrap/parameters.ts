import type { BootstrapSubject } from './model.ts';

/** The section `Parameters` of the bootstrap template. */
export function parameterLines({
  application,
  repository,
  previews,
}: Pick<BootstrapSubject, 'application' | 'repository' | 'previews'>): string {
  return `Parameters:
  Application:
    Type: String
    Description: Begins the names of the roles, as in orders-plan.
    AllowedPattern: "[A-Za-z][A-Za-z0-9-]{0,39}"
${byDefault(application)}  GitHubOwner:
    Type: String
    Description: User or organisation that the repository belongs to.
    AllowedPattern: "[A-Za-z0-9-]+"
${byDefault(repository?.owner)}  GitHubRepository:
    Type: String
    Description: Name of the repository, without its owner.
    AllowedPattern: "[A-Za-z0-9._-]+"
${byDefault(repository?.name)}  GitHubOwnerId:
    Type: String
    Description: Numeric id of the owner, as in gh api repos/OWNER/NAME --jq .owner.id; * takes any.
    AllowedPattern: "[0-9]+|\\\\*"
${byDefault(repository?.ownerId ?? '*')}  GitHubRepositoryId:
    Type: String
    Description: >-
      Numeric id of the repository, as in gh api repos/OWNER/NAME --jq .id. With it nobody who gets the name of a
      repository that was renamed or deleted gets its roles; * takes any.
    AllowedPattern: "[0-9]+|\\\\*"
${byDefault(repository?.id ?? '*')}  OidcProviderArn:
    Type: String
    Description: ARN of the account's provider for GitHub, where it has one already. Empty - it is made.
    Default: ""
  JobWorkflowRef:
    Type: String
    Description: >-
      Only jobs of this reusable workflow, such as OWNER/REPO/.github/workflows/deploy.yml@*. It holds the commit that
      the caller pins after the @, so that anything but * there breaks with each upgrade. Empty - any job.
    Default: ""
  PullRequests:
    Type: String
    Description: >-
      Whether jobs of pull requests get the plan role, and the preview role where there is one. Say false where the
      repository sends write tokens to workflows of forks - their jobs cannot be told from its own.
    AllowedValues: ["true", "false"]
    Default: "true"
  PlanDeletesStacks:
    Type: String
    Description: >-
      Whether a plan of a stack that does not exist yet may delete the empty one that it makes. IAM cannot tell an empty
      stack from a full one - with it, whoever may open a pull request can delete the stacks of the application. Without
      it the empty stack stays until it is deployed.
    AllowedValues: ["true", "false"]
    Default: "false"
  Previews:
    Type: String
    Description: >-
      Whether there is a role for previews of pull requests. Whoever may open a pull request from a branch of the
      repository can use it with a template of their own - keep it out of accounts that hold what matters.
    AllowedValues: ["true", "false"]
    Default: "${previews}"
  ServiceRolePolicyArns:
    Type: CommaDelimitedList
    Description: Managed policies of the role that CloudFormation uses for the resources of your stacks. Empty - PowerUserAccess.
    Default: ""
  PermissionsBoundary:
    Type: String
    Description: ARN of a policy that every IAM role in your stacks must have as its permissions boundary. Empty - none.
    Default: ""
`;
}

function byDefault(value: string | undefined): string {
  return value === undefined ? '' : `    Default: ${JSON.stringify(value)}\n`;
}
