import { gatePermissions } from './gate-permissions.ts';
import { ssmParameters } from './policy/parameters.ts';
import { ownStacks } from './policy/stacks.ts';
import type { CommandPermissions } from './policy/statement.ts';

/** What `verify` needs: the outputs of the stacks, and what the gates read. */
export const verifyPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks'], subject),
  ...ssmParameters(subject),
  ...gatePermissions(subject),
];
