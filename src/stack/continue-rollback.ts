import type { Stack } from '../aws/cloudformation-port.ts';
import { diagnose } from './diagnose.ts';
import { StackRefusal, whileRunning } from './failed.ts';
import { createFeed } from './feed.ts';
import { follow } from './follow.ts';
import { clientToken } from './names.ts';
import { baselineOf, describeOperation } from './operation.ts';
import { operationPolls } from './polling.ts';
import type { StackPorts, StackSubject } from './ports.ts';
import { minutes } from './wait-out.ts';

/**
 * Repairs UPDATE_ROLLBACK_FAILED the way that loses nothing: the stack rollback is tried once more, and no resource is
 * skipped (a skipped one would be marked as restored while it is not).
 * @returns the stack as it is then; undefined when it was deleted meanwhile
 */
export async function continueRollback(
  stack: Stack,
  subject: StackSubject & { readonly serviceRole?: string },
  deadline: number,
  ports: StackPorts,
): Promise<Stack | undefined> {
  const { stackId, stackName } = stack;
  if (ports.repair === false) {
    throw new StackRefusal({
      state: 'stuck',
      reason: `stack ${stackName} is in ${stack.status}: a deployment would continue its stack rollback first`,
    });
  }
  const token = clientToken('continue', stackId, subject.runId);
  const since = baselineOf(stack).changedAt;
  await ports.beforeWrite();
  await ports.cloudformation.continueUpdateRollback({
    stack: stackId,
    clientRequestToken: token,
    ...(subject.serviceRole !== undefined && { roleArn: subject.serviceRole }),
  });
  const feed = createFeed(
    { instance: subject.instance, stackId, token, since, resources: 0, state: 'planning', rollbackFollows: false },
    ports,
  );
  const request = { stackId, baseline: baselineOf(stack), token, rollbackFollows: false, deadline, feed };
  const followed = await whileRunning(
    () => `the stack rollback of ${stackName} goes on in CloudFormation: ${feed.now() ?? `client token ${token}`}`,
    ports,
    () => follow({ ...request, plan: operationPolls(false) }, ports),
  );
  if (followed.kind === 'gone') return undefined;
  if (followed.kind === 'timed-out') {
    const status = followed.status ?? stack.status;
    throw new StackRefusal({
      state: 'timed-out',
      reason: `${describeOperation({ status, lastOperations: [] })} of stack ${stackName} was not over after ${minutes(subject.timeoutMs)}`,
      fix: ['Run the same command again: it waits for the stack rollback and goes on.'],
    });
  }
  if (followed.stack.status !== 'UPDATE_ROLLBACK_FAILED') return followed.stack;
  const failures = await diagnose({ stackId, operationIds: followed.operationIds, token, since }, ports);
  throw rollbackStuck(stackName, failures, followed.stack.statusReason);
}

export function rollbackStuck(
  stackName: string,
  failures: Awaited<ReturnType<typeof diagnose>>,
  statusReason?: string,
): StackRefusal {
  const names = failures.map((failure) => failure.path).join(' ');
  const cause = failures[0] ? `${failures[0].path}: ${failures[0].reason}` : (statusReason ?? 'no reason given');
  return new StackRefusal({
    state: 'stuck',
    reason: `the stack rollback of ${stackName} failed again: ${cause}`,
    failures,
    fix: rollbackFix(stackName, names),
  });
}

export function rollbackFix(stackName: string, names: string): readonly string[] {
  return [
    `Repair ${names === '' ? 'what failed' : names} by hand so that it can go back, and run the same command again.`,
    `Or leave ${names === '' ? 'it' : 'these'} as they are, knowing that CloudFormation then takes them for restored: aws cloudformation continue-update-rollback --stack-name ${stackName} --resources-to-skip ${names === '' ? 'LOGICAL_ID' : names}`,
  ];
}
