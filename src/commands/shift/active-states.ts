import type { RunContext } from '../../context.ts';
import { type ActiveStates, createActiveStates, type KnownStates } from '../../records/active-state.ts';
import { activeStateKey } from '../../records/active-state-document.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { noteIn, recordPlaces, visiblePlaces } from '../record-places.ts';

/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
export function activeStatesOf(
  environment: Environment,
  works: readonly TargetWork[],
  context: Pick<RunContext, 'clock' | 'report'>,
): KnownStates {
  return createActiveStates(
    activeStateKey(environment),
    recordPlaces(environment, works),
    noteIn(context),
    context.clock,
  );
}

/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
export async function visibleActiveStates(
  environment: Environment,
  works: readonly Pick<TargetWork, 'target' | 'session'>[],
  context: RunContext,
): Promise<Pick<ActiveStates, 'read'> | undefined> {
  const places = await visiblePlaces(environment, works, context);
  return places.length === 0
    ? undefined
    : createActiveStates(activeStateKey(environment), places, noteIn(context), context.clock);
}
