import { UserError } from '../errors.ts';
import type { CommandName } from '../options/definitions.ts';
import type { Options } from '../options/values.ts';

export function policyText(command: CommandName, _options: Options): string {
  throw new UserError('not-yet', `the policy of ${command} is not available in this version`);
}
