import { createHash } from 'node:crypto';
import type { Repository } from './repository.ts';

/** CloudFormation API Reference, CreateStack, StackName. */
const LONGEST = 128;
/** Names of applications have no more; a stack name that stands for one may. */
const LONGEST_APPLICATION = 100;

/**
 * The name of a stack in the preview of a pull request: `orders-pr-12-api-1a2b3c4d`. The digits at its end are made of
 * everything that tells two previews apart, also of what had to be cut off: two repositories, applications, stacks or
 * pull requests never come to the same name.
 * @param key of the stack in the configuration
 */
export function previewStackName(
  key: string,
  preview: { readonly application: string; readonly repository: Repository; readonly number: number },
): string {
  const { application, repository, number } = preview;
  const identity = JSON.stringify([repository.name.toLowerCase(), application, key, number]);
  const end = `-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`;
  return `${start(application)}${number}-${key}`.slice(0, LONGEST - end.length) + end;
}

/** What the names of all previews of an application begin with, for policies. */
export function previewStackPattern(application: string): string {
  return `${start(application)}*`;
}

function start(application: string): string {
  return `${application.slice(0, LONGEST_APPLICATION)}-pr-`;
}
