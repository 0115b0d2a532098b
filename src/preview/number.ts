import { UserError } from '../errors.ts';

/** The number of a pull request; undefined when the text is none. */
export function parseNumber(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

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
