import { type RoleStatement, renderStatements } from './render-statements.ts';
import { type Trust, trustStatements } from './trust.ts';

/** A policy that several roles have, as one resource. */
export interface SharedPolicy {
  readonly logicalId: string;
  readonly statements: readonly RoleStatement[];
}

/** A role of the pipeline that jobs on GitHub assume. */
export interface PipelineRoleParts {
  readonly logicalId: string;
  /** What follows the application in its name. */
  readonly end: string;
  /** A line above it. */
  readonly comment: string;
  /** A condition of the template under which there is the role: its name, and when it holds, in YAML. */
  readonly condition?: { readonly name: string; readonly when: string };
  readonly trust: Trust;
  readonly statements: readonly RoleStatement[];
  /** A policy of the template that it has with other roles. */
  readonly shared?: SharedPolicy;
  /** A policy that it has where a condition of the template holds. */
  readonly option?: {
    readonly condition: string;
    readonly name: string;
    readonly statements: readonly RoleStatement[];
  };
}

/** The role as a resource of the template, in YAML. */
export function renderRole({
  logicalId,
  end,
  comment,
  condition,
  trust,
  statements,
  shared,
  option,
}: PipelineRoleParts): string {
  return `  # ${comment}
  ${logicalId}:
    Type: AWS::IAM::Role
${condition === undefined ? '' : `    Condition: ${condition.name}\n`}    Properties:
      RoleName: !Sub \${Application}-${end}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${trustStatements(trust, 10)}
${shared === undefined ? '' : `      ManagedPolicyArns: [!Ref ${shared.logicalId}]\n`}      Policies:
        - PolicyName: sam-multi-region
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${renderStatements(statements, 14)}
${option === undefined ? '' : renderOption(option)}`;
}

function renderOption({ condition, name, statements }: NonNullable<PipelineRoleParts['option']>): string {
  return `        - !If
          - ${condition}
          - PolicyName: ${name}
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
${renderStatements(statements, 16)}
          - !Ref AWS::NoValue
`;
}

/** The policy as a resource of the template, in YAML. */
export function renderShared({ logicalId, statements }: SharedPolicy): string {
  return `  # What several of the roles below have in common.
  ${logicalId}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${renderStatements(statements, 10)}

`;
}
