import { UserError } from '../errors.ts';
import type { Target } from '../topology/model.ts';

/**
 * What a check may do with AWS: look. Values of secrets are not in it, and decryption is not. A session policy may have
 * 2,048 characters (STS API Reference, AssumeRole), so this is the services of serverless applications, not all.
 */
const READS = [
  'apigateway:GET',
  'cloudformation:Describe*',
  'cloudformation:Get*',
  'cloudformation:List*',
  'cloudfront:Get*',
  'cloudfront:List*',
  'cloudwatch:Describe*',
  'cloudwatch:Get*',
  'cloudwatch:List*',
  'dynamodb:BatchGet*',
  'dynamodb:Describe*',
  'dynamodb:Get*',
  'dynamodb:List*',
  'dynamodb:Query',
  'dynamodb:Scan',
  'events:Describe*',
  'events:List*',
  'kinesis:Describe*',
  'kinesis:List*',
  'lambda:Get*',
  'lambda:List*',
  'logs:Describe*',
  'logs:Filter*',
  'logs:Get*',
  'logs:StartQuery',
  'route53:Get*',
  'route53:List*',
  's3:Get*',
  's3:List*',
  'sns:Get*',
  'sns:List*',
  'sqs:Get*',
  'sqs:List*',
  'ssm:GetParameter*',
  'states:Describe*',
  'states:Get*',
  'states:List*',
  'sts:GetCallerIdentity',
  'synthetics:Describe*',
  'synthetics:Get*',
  'tag:Get*',
  'xray:Get*',
];

/**
 * The target with its role narrowed to reading. A session policy of its own stays in force: what is refused here is
 * refused on top of it.
 * @throws UserError `no-role`: only the session of an assumed role can be narrowed
 */
export function readOnlySession(target: Target): Target {
  const { role, sessionPolicy } = target.credentials;
  if (role === undefined)
    throw new UserError('no-role', `${target.name} has no role whose session could be narrowed to reading`, {
      fix: ['Give it a role-to-assume, or say `credentials: full` or `credentials: none` in the gate.'],
    });
  const own = sessionPolicy === undefined ? allowed : statementsOf(sessionPolicy);
  const policy = { Version: '2012-10-17', Statement: own };
  return { ...target, credentials: { ...target.credentials, sessionPolicy: JSON.stringify(policy) } };
}

const allowed: readonly unknown[] = [{ Effect: 'Allow', Action: READS, Resource: '*' }];

function statementsOf(policy: string): readonly unknown[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement?: unknown };
  return [...[Statement ?? []].flat(), { Effect: 'Deny', NotAction: READS, Resource: '*' }];
}
