import type { CloudFormation, Stack } from '../../aws/cloudformation-port.ts';
import { diagnose } from '../diagnose.ts';
import { knownFixes } from '../fixes.ts';
import type { StackOutcome, StackRequest } from '../model.ts';
import { type Baseline, baselineOf, newOperations, showsOperation } from '../operation.ts';
import { statusMeaning } from '../status.ts';
import type { SamPorts, SamRun } from './sam.ts';

/** What was there before `sam deploy`: only the difference says what it did. */
export interface StackBefore {
  readonly stack?: Stack;
  readonly baseline?: Baseline;
  /** Time of the newest event, ISO 8601, CloudFormation's clock. */
  readonly lastEventAt?: string;
}

export async function stackBefore(name: string, cloudformation: CloudFormation): Promise<StackBefore> {
  const stack = await cloudformation.describeStack(name);
  if (stack === undefined) return {};
  const baseline = baselineOf(stack);
  // Where operations have ids, theirs tell our events from older ones.
  if (baseline.operations.size > 0) return { stack, baseline };
  const [newest] = await cloudformation.describeEvents({ stack: stack.stackId, notBefore: baseline.changedAt });
  return { stack, baseline, ...(newest !== undefined && { lastEventAt: newest.at }) };
}

const NO_STACK: Baseline = { status: '', changedAt: '', operations: new Set() };

interface Ended {
  readonly request: StackRequest;
  readonly before: StackBefore;
  readonly after: Stack | undefined;
  readonly run: SamRun;
}

/** The honest end, from SAM's exit code and the stack as it is now. */
export async function samOutcome({ request, before, after, run }: Ended, ports: SamPorts): Promise<StackOutcome> {
  const nothing = { failures: [], fix: [], outputs: after?.outputs ?? {} };
  const known = after === undefined ? {} : { stackId: after.stackId, stackStatus: after.status };
  const running = after !== undefined && statusMeaning(after.status).inProgress;
  if (run.stopped !== undefined) {
    const left = running
      ? `CloudFormation goes on with ${request.stackName} (${after.status})`
      : 'nothing is running in AWS';
    const why = run.stopped === 'cancelled' ? 'cancelled' : `not done after ${Math.round(request.timeoutMs / 1000)} s`;
    return { ...nothing, ...known, state: run.stopped, reason: `${run.command}: ${why}; ${left}` };
  }

  const touched = after !== undefined && (before.baseline === undefined || showsOperation(after, before.baseline));
  if (run.exitCode === 0) {
    if (after === undefined || !statusMeaning(after.status).success) {
      const status = after?.status ?? 'absent';
      return { ...nothing, ...known, state: 'failed', reason: `sam deploy succeeded, but the stack is ${status}` };
    }
    return { ...nothing, ...known, state: touched ? 'succeeded' : 'no-change' };
  }

  const reason = `${run.command} ended with exit code ${run.exitCode}: ${errorLines(run.tail)}`;
  if (!touched || run.command === 'sam package') return { ...nothing, ...known, state: 'failed', reason };
  const operationIds = newOperations(after, before.baseline ?? NO_STACK).map(({ id }) => id);
  const since = before.lastEventAt;
  const failures = await diagnose(
    { stackId: after.stackId, operationIds, ...(since !== undefined && { since }) },
    ports,
  );
  const state = statusMeaning(after.status).end === 'stuck' ? 'stuck' : 'failed';
  return { ...nothing, ...known, state, reason, failures, fix: knownFixes(failures) };
}

/** What SAM says went wrong; its last line when it does not say "Error". */
function errorLines(tail: readonly string[]): string {
  const lines = tail.map((line) => line.trim()).filter((line) => line !== '');
  const first = lines.findLastIndex((line) => line.startsWith('Error:'));
  return (first === -1 ? lines.slice(-1) : lines.slice(first)).join(' ').slice(0, 2000);
}
