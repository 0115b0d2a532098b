import { UserError } from '../errors.ts';
import type { Command } from './command.ts';

export const remove: Command = async () => {
  throw new UserError('not-yet', 'remove is not available in this version');
};
