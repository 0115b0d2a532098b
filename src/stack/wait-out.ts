import type { Stack } from '../aws/cloudformation-port.ts';
import { StackRefusal, whileRunning } from './failed.ts';
import { stackKey } from './feed.ts';
import { describeOperation } from './operation.ts';
import { createPatience } from './patience.ts';
import { createPoller, operationPolls } from './polling.ts';
import type { StackPorts, StackSubject } from './ports.ts';
import { statusMeaning } from './status.ts';

/**
 * Waits until an operation that somebody else (or an earlier run of ours) started is over.
 * @returns the stack as it is then; undefined when it was deleted
 */
export async function waitOut(
  stack: Stack,
  subject: StackSubject,
  deadline: number,
  ports: StackPorts,
): Promise<Stack | undefined> {
  let current = stack;
  const running = (): string => `${describeOperation(current)} of stack ${subject.stackName} goes on in CloudFormation`;
  return whileRunning(running, ports, async () => {
    const { cloudformation, clock, signal } = ports;
    const poller = createPoller(clock, signal, operationPolls(true), deadline);
    const patience = createPatience(clock);
    let told = '';
    while (statusMeaning(current.status).inProgress) {
      if (told !== current.status) tellWaiting(current, subject, ports);
      told = current.status;
      if (!(await poller.next())) throw notOver(current, subject);
      const read = await patience.read(() => cloudformation.describeStack(stack.stackId));
      if (read === undefined) continue;
      const next = read.answer;
      if (next === undefined || next.status === 'DELETE_COMPLETE') return undefined;
      current = next;
    }
    return current;
  });
}

function tellWaiting(stack: Stack, { instance }: StackSubject, { report, target }: StackPorts): void {
  report({
    type: 'instance.state',
    instance,
    target,
    stack: stackKey(instance),
    state: 'waiting',
    text: `waits until ${describeOperation(stack)} of somebody else is over`,
  });
}

function notOver(stack: Stack, { stackName, timeoutMs }: StackSubject): StackRefusal {
  return new StackRefusal({
    state: 'timed-out',
    reason: `${describeOperation(stack)} on stack ${stackName} was not over after ${minutes(timeoutMs)}`,
    fix: ['Wait until it is over, then run the same command again; or raise `timeout`.'],
  });
}

export function minutes(ms: number): string {
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
