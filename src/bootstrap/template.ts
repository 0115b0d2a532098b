import type { BootstrapSubject } from './model.ts';
import { parameterLines } from './parameters.ts';
import { type PipelineRoleParts, renderRole, renderShared } from './render-role.ts';
import { pipelineRoles } from './roles.ts';
import { serviceRoleStatements } from './service-role.ts';

/**
 * The CloudFormation template of what GitHub's jobs need in an account: an OIDC provider (or the one that is there),
 * the roles of the pipeline and the service role of CloudFormation. The policies are those that `policy` prints.
 */
export async function bootstrapTemplate(subject: BootstrapSubject): Promise<string> {
  const roles = await pipelineRoles(subject);
  const shared = [...new Set(roles.flatMap((role) => role.shared ?? []))];
  const stackNames = subject.environments.flatMap(({ policy }) => policy.stackNames);
  return `AWSTemplateFormatVersion: "2010-09-09"
Description: >-
  Roles with which GitHub Actions jobs of one repository deploy with sam-multi-region. IAM is global: one stack of this
  in an account is enough, in any region.

${parameterLines(subject)}
Conditions:
  InChina: !Equals [!Ref AWS::Partition, aws-cn]
  MakeProvider: !Equals [!Ref OidcProviderArn, ""]
  KnowsRepositoryId: !Not [!Equals [!Ref GitHubRepositoryId, "*"]]
  PinsWorkflow: !Not [!Equals [!Ref JobWorkflowRef, ""]]
  TrustsPullRequests: !Equals [!Ref PullRequests, "true"]
  PlanDeletes: !Equals [!Ref PlanDeletesStacks, "true"]
  HasBoundary: !Not [!Equals [!Ref PermissionsBoundary, ""]]
  NamesPolicies: !Not [!Equals [!Join ["", !Ref ServiceRolePolicyArns], ""]]
${roles.map(conditionLine).join('')}
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

${shared.map(renderShared).join('')}${roles.map(renderRole).join('\n')}
  # What CloudFormation makes the resources of your stacks with.
  CloudFormationRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub \${Application}-${SERVICE}
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
${serviceRoleStatements([subject.application ?? '${Application}', ...stackNames], 14)}
              # A template must not be able to widen the roles that deploy it.
              - Sid: NotTheseRoles
                Effect: Deny
                Action: iam:*
                Resource:
${[...roles.map(({ end }) => end), SERVICE].map(roleArnLine).join('')}
Outputs:
${roles.map(outputLines).join('')}  CloudFormationRole:
    Value: !GetAtt CloudFormationRole.Arn
  OidcProvider:
    Value: !If [MakeProvider, !Ref Provider, !Ref OidcProviderArn]
`;
}

/** What follows the application in the name of the service role. */
const SERVICE = 'cloudformation';

function conditionLine({ condition }: PipelineRoleParts): string {
  return condition === undefined ? '' : `  ${condition.name}: ${condition.when}\n`;
}

function roleArnLine(end: string): string {
  return `                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-${end}\n`;
}

function outputLines({ logicalId, condition }: PipelineRoleParts): string {
  const only = condition === undefined ? '' : `    Condition: ${condition.name}\n`;
  return `  ${logicalId}:\n${only}    Value: !GetAtt ${logicalId}.Arn\n`;
}
