import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { StackOutcome } from '../../stack/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import { consumersOf, type PausedPlace } from '../deploy/consumers-of.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/**
 * Enables the event source mappings that a deployment disabled and did not come to enable, unless CloudFormation is still
 * at work. Never throws: the stack has returned, or did not have to.
 */
export async function resumeConsumers(
  instance: StackInstance,
  { state }: Pick<StackOutcome, 'state'>,
  work: TargetWork,
  place: PausedPlace,
  context: RunContext,
): Promise<void> {
  // A lost region is not asked once more.
  if (state === 'unreachable') return;
  try {
    const consumers = await consumersOf(instance, work, place, context);
    if (consumers === undefined || !(await consumers.arePaused())) return;
    // Whoever paused them may be at work: a stack that is there already was looked at without the lease.
    await (await work.lease()).assertHeld();
    const busy = state === 'no-change' && (await isBusy(instance, work));
    await consumers.after({ state: busy ? 'timed-out' : state });
  } catch (error) {
    const text = `${instance.id}: whether event source mappings are still paused could not be seen to: ${errorText(error)}. The next deployment tries again`;
    context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
  }
}

async function isBusy({ stack }: StackInstance, { session }: TargetWork): Promise<boolean> {
  const found = await session.cloudformation.describeStack(stack.stackName);
  const { inProgress, success } = statusMeaning(found?.status ?? 'DELETE_COMPLETE');
  // What was replaced is being deleted: the stack itself is done.
  return inProgress && !success;
}
