import type { Statement } from '../commands/policy/statement.ts';
import type { BootstrapSubject } from './model.ts';
import { renderStatements } from './render-statements.ts';
import { roleStatements } from './role-commands.ts';
import { serviceRoleStatements } from './service-role.ts';
import { type JobPlace, trustStatements } from './trust.ts';

/**
 * The CloudFormation template of what GitHub's jobs need in an account: an OIDC provider (or the one that is there),
 * the roles of the pipeline and the service role of CloudFormation. The policies are those that `policy` prints.
 */
export async function bootstrapTemplate(subject: BootstrapSubject): Promise<string> {
  const { application, repository, previews, policies, previewPolicies } = subject;
  const environments = subject.environments.map((name): JobPlace => ({ kind: 'environment', name }));
  // Jobs that only plan run in an environment of their own, which asks nobody.
  const planning = subject.environments.map((name): JobPlace => ({ kind: 'environment', name: `${name}-plan` }));
  const branch: JobPlace = { kind: 'branch', name: subject.branch };
  const pullRequest: JobPlace = { kind: 'pull-request' };
  const preview: JobPlace = { kind: 'environment', name: 'preview' };
  const [deploys, looks, previewing] = await Promise.all([
    roleStatements('deploy', policies, application),
    roleStatements('plan', policies, application),
    roleStatements('preview', previewPolicies, application),
  ]);
  const isDeletion = (action: string): boolean => action === 'cloudformation:DeleteStack';
  const plans = narrowed(looks, (action) => !isDeletion(action));
  const deletions = narrowed(looks, isDeletion);
  return `AWSTemplateFormatVersion: "2010-09-09"
Description: >-
  Roles with which GitHub Actions jobs of one repository deploy with sam-multi-region. IAM is global: one stack of this
  in an account is enough, in any region.

Parameters:
  Application:
    Type: String
    Description: Begins the names of the roles, as in orders-deploy.
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

Conditions:
  InChina: !Equals [!Ref AWS::Partition, aws-cn]
  MakeProvider: !Equals [!Ref OidcProviderArn, ""]
  KnowsRepositoryId: !Not [!Equals [!Ref GitHubRepositoryId, "*"]]
  PinsWorkflow: !Not [!Equals [!Ref JobWorkflowRef, ""]]
  TrustsPullRequests: !Equals [!Ref PullRequests, "true"]
  PlanDeletes: !Equals [!Ref PlanDeletesStacks, "true"]
  WithPreviews: !Equals [!Ref Previews, "true"]
  HasBoundary: !Not [!Equals [!Ref PermissionsBoundary, ""]]
  NamesPolicies: !Not [!Equals [!Join ["", !Ref ServiceRolePolicyArns], ""]]

Resources:
  # An account has one provider for an issuer. It stays when this stack goes: other roles may trust it by then.
  Provider:
    Type: AWS::IAM::OIDCProvider
    Condition: MakeProvider
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Url: https://token.actions.githubusercontent.com
      ClientIdList:
        - !If [InChina, sts.amazonaws.com.cn, sts.amazonaws.com]

  # Deploys, rolls back, moves traffic. Only jobs in the GitHub environments of the application, whose protection rules
  # decide who gets there.
  DeployRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub \${Application}-deploy
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${trustStatements(environments, 10)}
      Policies:
        - PolicyName: sam-multi-region
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${renderStatements(deploys, 14)}

  # Plans, and executes nothing. Pull requests from branches of the repository get it. Those of forks get no token,
  # unless the repository sends write tokens to their workflows.
  PlanRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub \${Application}-plan
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${trustStatements([...environments, ...planning, branch, pullRequest], 10)}
      Policies:
        - PolicyName: sam-multi-region
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${renderStatements(plans, 14)}
${denyWrites(PLAN_NEVER_WRITES, 14)}
        - !If
          - PlanDeletes
          - PolicyName: delete-empty-stacks
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
${renderStatements(deletions, 16)}
          - !Ref AWS::NoValue

  # Makes and deletes the stacks of pull requests, and no others.
  PreviewRole:
    Type: AWS::IAM::Role
    Condition: WithPreviews
    Properties:
      RoleName: !Sub \${Application}-preview
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${trustStatements([preview, branch, pullRequest], 10)}
      Policies:
        - PolicyName: sam-multi-region
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${renderStatements(previewing, 14)}
${denyWrites(['failover'], 14)}

  # What CloudFormation makes the resources of your stacks with.
  CloudFormationRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub \${Application}-cloudformation
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: cloudformation.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns: !If
        - NamesPolicies
        - !Ref ServiceRolePolicyArns
        - [!Sub "arn:\${AWS::Partition}:iam::aws:policy/PowerUserAccess"]
      Policies:
        - PolicyName: function-roles
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${serviceRoleStatements(['${Application}', ...policies.flatMap(({ stackNames }) => stackNames)], 14)}
              # A template must not be able to widen the roles that deploy it.
              - Sid: NotTheseRoles
                Effect: Deny
                Action: iam:*
                Resource:
                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-deploy
                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-plan
                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-preview
                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-cloudformation

Outputs:
  DeployRole:
    Value: !GetAtt DeployRole.Arn
  PlanRole:
    Value: !GetAtt PlanRole.Arn
  PreviewRole:
    Condition: WithPreviews
    Value: !GetAtt PreviewRole.Arn
  CloudFormationRole:
    Value: !GetAtt CloudFormationRole.Arn
  OidcProvider:
    Value: !If [MakeProvider, !Ref Provider, !Ref OidcProviderArn]
`;
}

/** Folders of what runs act on that change something: a role of pull requests that wrote there could steer them. */
const PLAN_NEVER_WRITES = ['failover', 'records', 'rollouts', 'inventory', 'active', 'leases', 'paused'];

function denyWrites(folders: readonly string[], indent: number): string {
  const lines = [
    '- Sid: NotWhatOthersActOn',
    '  Effect: Deny',
    '  Action: [s3:PutObject, s3:DeleteObject]',
    '  Resource:',
    ...folders.map((folder) => `    - !Sub "arn:\${AWS::Partition}:s3:::*/sam-multi-region/${folder}/*"`),
  ];
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}

/** The statements with those of their actions that count, and without those that have none left. */
function narrowed(statements: readonly Statement[], counts: (action: string) => boolean): readonly Statement[] {
  return statements.flatMap((statement) => {
    const Action = statement.Action.filter(counts);
    return Action.length === 0 ? [] : [{ ...statement, Action }];
  });
}

function byDefault(value: string | undefined): string {
  return value === undefined ? '' : `    Default: ${JSON.stringify(value)}\n`;
}
