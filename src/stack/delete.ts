import type { Stack } from '../aws/cloudformation-port.ts';
import { isWithoutExpress } from './express.ts';
import { whileRunning } from './failed.ts';
import { createFeed } from './feed.ts';
import { type Followed, follow } from './follow.ts';
import { clientToken } from './names.ts';
import { baselineOf } from './operation.ts';
import { operationPolls } from './polling.ts';
import type { StackPorts, StackSubject } from './ports.ts';

export interface DeleteOptions {
  readonly serviceRole?: string;
  /** Only for a stack in DELETE_FAILED: CloudFormation's rule for `RetainResources`. */
  readonly retainResources?: readonly string[];
  /** Express mode, where it is to be had. */
  readonly express?: boolean;
  /** Tidying up that is not worth a word. */
  readonly quiet?: boolean;
}

/** Deletes a stack and follows that to its end. */
export async function deleteAndFollow(
  stack: Stack,
  subject: StackSubject,
  deadline: number,
  ports: StackPorts,
  options: DeleteOptions = {},
): Promise<{ readonly followed: Followed; readonly token: string }> {
  const { stackId, stackName } = stack;
  const retain = options.retainResources ?? [];
  // The status is part of it: a second delete, after one that failed, is a new operation and not a retry.
  const token = clientToken('delete', stackId, subject.runId, stack.status, ...retain);
  await ports.beforeWrite();
  const request = {
    stack: stackId,
    clientRequestToken: token,
    ...(options.serviceRole !== undefined && { roleArn: options.serviceRole }),
    ...(retain.length > 0 && { retainResources: retain }),
  };
  await ports.cloudformation.deleteStack({ ...request, ...(options.express && { express: true }) }).catch((error) => {
    if (options.express && isWithoutExpress(error)) return ports.cloudformation.deleteStack(request);
    throw error;
  });
  const baseline = baselineOf(stack);
  const { instance } = subject;
  const common = { stackId, token, rollbackFollows: false };
  const feed = createFeed({ ...common, instance, since: baseline.changedAt, resources: 0, state: 'executing' }, ports);
  const plan = operationPolls(false);
  const followed = await whileRunning(
    () => `the deletion of stack ${stackName} goes on in CloudFormation`,
    ports,
    () => follow({ ...common, baseline, deadline, plan, ...(options.quiet !== true && { feed }) }, ports),
  );
  return { followed, token };
}
