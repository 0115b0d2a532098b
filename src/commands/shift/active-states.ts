import type { RunContext } from '../../context.ts';
import { type ActiveStates, createActiveStates } from '../../records/active-state.ts';
import { activeStateKey } from '../../records/active-state-document.ts';
import type { JournalPlace } from '../../records/rollout-journal.ts';
import type { Environment } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import { settingsOf } from '../deploy/target-settings.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { recordPlaces, visiblePlace } from '../record-places.ts';

/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
export function activeStatesOf(
  environment: Environment,
  works: readonly TargetWork[],
  context: Pick<RunContext, 'report'>,
): ActiveStates {
  return createActiveStates(activeStateKey(environment), recordPlaces(environment, works), noteIn(context));
}

/** The same to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
export async function visibleActiveStates(
  environment: Environment,
  works: readonly Pick<TargetWork, 'target' | 'session'>[],
  context: RunContext,
): Promise<Pick<ActiveStates, 'read'> | undefined> {
  const places = await Promise.all(
    works.map(async (work): Promise<readonly JournalPlace[]> => {
      const bucket = await bucketOf(work.session, settingsOf(environment, work.target.name), context);
      return bucket === undefined ? [] : [visiblePlace(work, bucket)];
    }),
  );
  return places.flat().length === 0
    ? undefined
    : createActiveStates(activeStateKey(environment), places.flat(), noteIn(context));
}

function noteIn(context: Pick<RunContext, 'report'>) {
  return (text: string, target: string): void => context.report({ type: 'note', level: 'warning', text, target });
}
