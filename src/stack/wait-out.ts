import type { Stack } from '../aws/ports.ts';
import { StackRefusal } from './failed.ts';
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
  const { cloudformation, clock, signal, report, target } = ports;
  const poller = createPoller(clock, signal, operationPolls(true), deadline);
  const patience = createPatience(clock);
  let current = stack;
  let told = '';
  while (statusMeaning(current.status).inProgress) {
    if (told !== current.status) {
      told = current.status;
      const text = `waits until ${describeOperation(current)} of somebody else is over`;
      report({
        type: 'instance.state',
        instance: subject.instance,
        target,
        stack: stackKey(subject.instance),
        state: 'waiting',
        text,
      });
    }
    if (!(await poller.next())) {
      throw new StackRefusal({
        state: 'timed-out',
        reason: `${describeOperation(current)} on stack ${subject.stackName} was not over after ${minutes(subject.timeoutMs)}`,
        fix: ['Wait until it is over, then run the same command again; or raise `timeout`.'],
      });
    }
    const read = await patience.read(() => cloudformation.describeStack(stack.stackId));
    if (read === undefined) continue;
    const next = read.answer;
    if (next === undefined || next.status === 'DELETE_COMPLETE') return undefined;
    current = next;
  }
  return current;
}

export function minutes(ms: number): string {
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
