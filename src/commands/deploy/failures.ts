import { AwsError } from '../../aws/ports.ts';
import { errorText, UserError } from '../../errors.ts';
import type { Preparation, StackOutcome } from '../../stack/model.ts';

type Failed = Extract<Preparation, { kind: 'failed' }>;

/** What was thrown while working on one target, as that target's honest state. */
export function failedPreparation(error: unknown, signal: AbortSignal): Failed {
  const failed = { kind: 'failed', failures: [] } as const;
  if (signal.aborted) return { ...failed, state: 'cancelled', reason: 'cancelled while it was being planned', fix: [] };
  if (error instanceof AwsError && error.kind === 'unreachable') {
    return {
      ...failed,
      state: 'unreachable',
      reason: `${error.service} in ${error.region} cannot be reached: ${error.message}`,
      fix: [`Leave it out with --without ${error.region} (input "without"), and deploy to it when it is back.`],
    };
  }
  if (error instanceof UserError)
    return { ...failed, state: 'failed', reason: `${error.message} (${error.code})`, fix: error.fix };
  if (error instanceof AwsError) {
    return {
      ...failed,
      state: 'failed',
      reason: `${error.service} ${error.action}: ${error.message} (${error.code})`,
      fix: [],
    };
  }
  return { ...failed, state: 'failed', reason: errorText(error), fix: [] };
}

/** The same for an execution: what AWS is doing meanwhile is not known. */
export function failedOutcome(error: unknown, signal: AbortSignal): StackOutcome {
  const { state, reason, fix } = failedPreparation(error, signal);
  return { state, reason, failures: [], fix, outputs: {} };
}
