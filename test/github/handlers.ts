import { commentHandlers } from './handlers/comments.ts';
import { deploymentHandlers } from './handlers/deployments.ts';
import { gitRefHandlers } from './handlers/git-refs.ts';
import { repositoryHandlers } from './handlers/repository.ts';
import type { Handler } from './handling.ts';
import type { OperationName } from './operations.ts';

export const handlers: Readonly<Record<OperationName, Handler>> = {
  ...repositoryHandlers,
  ...commentHandlers,
  ...deploymentHandlers,
  ...gitRefHandlers,
};
