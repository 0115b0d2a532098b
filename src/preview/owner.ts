import type { Stack } from '../aws/cloudformation-port.ts';
import type { Repository } from './repository.ts';
import { ownershipOf } from './tags.ts';

/** A preview: of which pull request of which application and repository. */
export interface PreviewOwner {
  readonly repository: Repository;
  readonly application: string;
  readonly number: number;
}

/**
 * Why a stack is not one of this preview, in a sentence; undefined: it is. One that never had a resource has no tags yet:
 * its name says whose it is.
 */
export function whyNotOf(stack: Pick<Stack, 'stackName' | 'status' | 'tags'>, owner: PreviewOwner): string | undefined {
  const { stackName, status, tags } = stack;
  if (status === 'REVIEW_IN_PROGRESS' && Object.keys(tags).length === 0) return undefined;
  const whose = `pull request ${owner.number} of ${owner.application} in ${owner.repository.name}`;
  const found = ownershipOf(tags, owner.repository);
  switch (found.kind) {
    case 'foreign': {
      const says = found.owner === undefined ? 'has no tags that say so' : `belongs to ${found.owner}`;
      return `stack ${stackName} is not a preview of ${whose}: it ${says}`;
    }
    case 'unclear':
      return `stack ${stackName} is left alone: ${found.reason}`;
    case 'own':
      if (found.number === owner.number && found.application === owner.application) return undefined;
      return `stack ${stackName} is not a preview of ${whose}, but of pull request ${found.number} of ${found.application}`;
  }
}
