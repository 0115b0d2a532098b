import { UserError } from '../errors.ts';
import { parseNumber } from '../github/number.ts';

/** @throws UserError `pull-request-number` */
export function requireNumber(text: string, called: string): number {
  const number = parseNumber(text.trim());
  if (number !== undefined) return number;
  throw new UserError(
    'pull-request-number',
    `${called} is "${text.slice(0, 40)}", which is not the number of a pull request`,
    {
      fix: ['Write the number alone, such as 12.'],
    },
  );
}
