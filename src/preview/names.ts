import { createHash } from 'node:crypto';
import type { Repository } from './repository.ts';

/** CloudFormation API Reference, CreateStack, StackName. */
const LONGEST = 128;

/**
 * The name of a stack in the preview of a pull request: `orders-api-pr-12-1a2b3c4d`. The digits at its end are made of
 * everything that tells two previews apart, also of what had to be cut off: two repositories, applications, stacks or
 * pull requests never come to the same name.
 * @param base the name that the stack would have otherwise
 */
export function previewStackName(
  base: string,
  preview: { readonly application: string; readonly repository: Repository; readonly number: number },
): string {
  const { application, repository, number } = preview;
  const identity = JSON.stringify([repository.name.toLowerCase(), application, base, number]);
  const end = `-pr-${number}-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`;
  return `${base.slice(0, LONGEST - end.length)}${end}`;
}

/** All names that the previews of a stack can have, for policies. */
export function previewStackPattern(base: string): string {
  // The number has at most ten digits: what may be cut off at the end of a long name stands for anything.
  return base.length <= LONGEST - '-pr-1234567890-12345678'.length ? `${base}-pr-*` : `${base.slice(0, 100)}*`;
}
