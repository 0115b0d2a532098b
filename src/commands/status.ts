import { UserError } from '../errors.ts';
import type { Command } from './command.ts';

export const status: Command = async () => {
  throw new UserError('not-yet', 'status is not available in this version');
};
