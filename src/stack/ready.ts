import type { Stack } from '../aws/cloudformation-port.ts';
import { continueRollback } from './continue-rollback.ts';
import { StackRefusal } from './failed.ts';
import type { StackRequest } from './model.ts';
import { changeSetParameters } from './parameters.ts';
import type { StackPorts } from './ports.ts';
import { deleteFailedCreate, refuseToLose } from './recreate.ts';
import { statusMeaning } from './status.ts';
import { waitOut } from './wait-out.ts';

/** A stack that takes a change set. Without `stack` there is none yet. */
export type Ready =
  | { readonly type: 'CREATE'; readonly stack?: Stack }
  | { readonly type: 'UPDATE'; readonly stack: Stack };

/** A stack that somebody is at work in, where that is not waited for. */
export interface Busy {
  readonly type: 'BUSY';
  readonly stack: Stack;
}

/** A failed first create that a plan leaves alone, and a deployment deletes and creates anew. */
export interface Recreatable {
  readonly type: 'RECREATE';
  readonly stack: Stack;
}

/** Each round ends one operation or repairs one thing; a stack that needs more is somebody else's battlefield. */
const MOST_ROUNDS = 10;

/** Reads the stack and brings it to where a change set can be made: waits, recreates, continues a stack rollback. */
export async function readyStack(
  request: StackRequest,
  deadline: number,
  ports: StackPorts,
): Promise<Ready | Recreatable | Busy> {
  let stack = await ports.cloudformation.describeStack(request.stackName);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (stack === undefined) return { type: 'CREATE' };
    switch (statusMeaning(stack.status).next) {
      case 'create':
        return stack.status === 'DELETE_COMPLETE' ? { type: 'CREATE' } : { type: 'CREATE', stack };
      case 'update':
        return { type: 'UPDATE', stack };
      case 'wait':
        if (ports.waits === false) return { type: 'BUSY', stack };
        stack = await waitOut(stack, request, deadline, ports);
        break;
      case 'recreate':
        // What a new stack would be refused for anyway must not cost the old one.
        changeSetParameters(request, new Set());
        await refuseToLose(stack, ports);
        if (ports.repair === false) return { type: 'RECREATE', stack };
        await deleteFailedCreate(stack, request, deadline, ports);
        return { type: 'CREATE' };
      case 'continue-rollback':
        stack = await continueRollback(stack, request, deadline, ports);
        break;
      case 'stuck':
        throw stuck(stack);
    }
  }
  throw new StackRefusal({
    state: 'failed',
    reason: `stack ${request.stackName} does not come to rest: others keep changing it`,
    fix: ['Find out who else deploys this stack, then run the same command again.'],
  });
}

function stuck({ stackName, status, statusReason }: Stack): StackRefusal {
  const because = statusReason ? `: ${statusReason}` : '';
  return new StackRefusal({
    state: 'stuck',
    reason: `stack ${stackName} is in ${status}${because}`,
    fix: [stuckFix(stackName, status)],
  });
}

function stuckFix(stackName: string, status: string): string {
  switch (status) {
    case 'DELETE_FAILED':
      return `Finish its deletion (aws cloudformation delete-stack --stack-name ${stackName}, with --retain-resources for what refuses), then run the same command again to create it anew.`;
    case 'IMPORT_ROLLBACK_FAILED':
      return `Repair the resources that the import touched and finish its rollback in the CloudFormation console, then run the same command again.`;
    default:
      return `Bring stack ${stackName} out of ${status}, then run the same command again.`;
  }
}
