import { covers } from './covers.ts';
import { scalar } from './render-statements.ts';

/** What CloudFormation does with the roles of functions, which PowerUserAccess leaves out. */
const ROLE_ACTIONS = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:ListRoleTags',
  'iam:PassRole',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];
/** What would give a role more than the boundary; allowed only with it (IAM user guide, "Permissions boundaries"). */
const BOUND = new Set(['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:PutRolePolicy']);

/**
 * The inline policy of the service role for IAM roles in stacks of these names, as lines of YAML. Roles without a name
 * of their own are called after their stack.
 */
export function serviceRoleStatements(stackNames: readonly string[], indent: number): string {
  const prefixes = [...new Set(stackNames.map(rolePrefix))];
  const wide = prefixes.filter((one) => !prefixes.some((other) => other !== one && covers(other, one)));
  const resources = wide.map(
    (prefix) => `    - ${scalar(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${prefix}`)}`,
  );
  const lines = [
    '- Sid: FunctionRoles',
    '  Effect: Allow',
    '  Action:',
    ...ROLE_ACTIONS.filter((action) => !BOUND.has(action)).map((action) => `    - ${action}`),
    '  Resource:',
    ...resources,
    '- Sid: BoundFunctionRoles',
    '  Effect: Allow',
    '  Action:',
    ...[...BOUND].map((action) => `    - ${action}`),
    '  Resource:',
    ...resources,
    '  Condition: !If',
    '    - HasBoundary',
    '    - StringEquals:',
    '        iam:PermissionsBoundary: !Ref PermissionsBoundary',
    '    - !Ref AWS::NoValue',
  ];
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}

/** CloudFormation shortens long names of stacks in the names it makes: only their beginning is certain to be there. */
function rolePrefix(stackName: string): string {
  return stackName.length <= CERTAIN || stackName.includes('$') ? `${stackName}-*` : `${stackName.slice(0, CERTAIN)}*`;
}
const CERTAIN = 24;
