import { cloudformation, type Statement, stackArns } from '../commands/policy/statement.ts';
import { covers } from './covers.ts';
import type { BootstrapEnvironment } from './model.ts';
import type { RoleStatement } from './render-statements.ts';

/** What changes a stack. */
const CHANGES = cloudformation([
  'CreateChangeSet',
  'ExecuteChangeSet',
  'DeleteChangeSet',
  'DeleteStack',
  'ContinueUpdateRollback',
  'SetStackPolicy',
  'UpdateTerminationProtection',
]);

/**
 * What the role of one environment is denied so that its jobs cannot act for the others: their stacks, as far as what it
 * is allowed reaches them (names may begin alike), and what runs remember of them and act on.
 * @param own names of stacks of the role's own environment
 */
export function keptFrom(
  others: readonly BootstrapEnvironment[],
  { own, allowed, application }: KeptFrom,
): readonly RoleStatement[] {
  if (others.length === 0) return [];
  const patterns = allowed.flatMap(({ Resource }) => Resource).filter((arn) => arn.includes(':stack/'));
  const reached = others
    .flatMap(({ policy }) =>
      stackArns(
        policy.stackNames.flatMap((name) => reachable(name, own)),
        policy,
      ),
    )
    .filter((arn) => patterns.some((pattern) => covers(pattern, arn)));
  const state = others.flatMap(({ name }) =>
    ['.json', '/*'].map(
      (end) => `arn:\${AWS::Partition}:s3:::*/sam-multi-region/*/${application ?? '${Application}'}/${name}${end}`,
    ),
  );
  return [
    ...deny('StacksOfOthers', CHANGES, reached),
    ...deny('StateOfOthers', ['s3:PutObject', 's3:DeleteObject'], state),
  ];
}

interface KeptFrom {
  readonly own: readonly string[];
  readonly allowed: readonly Statement[];
  readonly application: string | undefined;
}

/** A stack of another environment and what it nests, but for names that are ours too: then the account is another one. */
function reachable(name: string, own: readonly string[]): readonly string[] {
  if (own.includes(name)) return [];
  return own.some((ours) => ours.startsWith(`${name}-`)) ? [name] : [name, `${name}-*`];
}

export function deny(Sid: string, Action: readonly string[], Resource: readonly string[]): readonly RoleStatement[] {
  return Resource.length === 0 ? [] : [{ Sid, Effect: 'Deny', Action, Resource: [...new Set(Resource)] }];
}
