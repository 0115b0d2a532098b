import { gatePermissions } from './gate-permissions.ts';
import { ownStacks } from './policy/stacks.ts';
import { allow, type CommandPermissions } from './policy/statement.ts';

/** What `verify` needs: the outputs of the stacks, and what the gates read. */
export const verifyPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks'], subject),
  allow('Parameters', ['ssm:GetParameter'], [`arn:${subject.partition}:ssm:*:*:parameter/*`]),
  ...gatePermissions(subject),
];
