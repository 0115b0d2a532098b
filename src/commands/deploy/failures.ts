import { errorText } from '../../errors.ts';
import {
  type FailedPreparation,
  type Refusal,
  refusalOf,
  refusedOutcome,
  refusedPreparation,
} from '../../stack/failed.ts';
import type { StackOutcome } from '../../stack/model.ts';

/** What was thrown while working on one target, as that target's honest state: a defect too, so that the others go on. */
export function failedPreparation(error: unknown, signal: AbortSignal): FailedPreparation {
  return refusedPreparation(refusal(error, signal));
}

/** The same for an execution: what AWS is doing meanwhile is not known. */
export function failedOutcome(error: unknown, signal: AbortSignal): StackOutcome {
  return refusedOutcome(refusal(error, signal));
}

function refusal(error: unknown, signal: AbortSignal): Refusal {
  if (signal.aborted) return { state: 'cancelled', reason: 'cancelled while it was being worked on' };
  return refusalOf(error, signal) ?? { state: 'failed', reason: errorText(error) };
}
