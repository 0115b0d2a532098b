import type { RunContext } from '../../context.ts';
import { type ActiveStates, createActiveStates } from '../../records/active-state.ts';
import { activeStateKey } from '../../records/active-state-document.ts';
import type { JournalPlace } from '../../records/rollout-journal.ts';
import type { Environment } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import { settingsOf } from '../deploy/target-settings.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/** The state of the environment's traffic as it is kept in the buckets of these targets, with their leases. */
export function activeStatesOf(
  environment: Environment,
  works: readonly TargetWork[],
  context: Pick<RunContext, 'report'>,
): ActiveStates {
  const places = works.map((work) => ({
    ...placeOf(work),
    bucket: () => work.bucket(settingsOf(environment, work.target.name)),
    assertHeld: async () => (await work.lease()).assertHeld(),
  }));
  return createActiveStates(activeStateKey(environment), places, noteIn(context));
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
      return bucket === undefined
        ? []
        : [{ ...placeOf(work), bucket: async () => bucket, assertHeld: () => Promise.reject(new Error('read only')) }];
    }),
  );
  return places.flat().length === 0
    ? undefined
    : createActiveStates(activeStateKey(environment), places.flat(), noteIn(context));
}

function placeOf({
  target,
  session,
}: Pick<TargetWork, 'target' | 'session'>): Pick<JournalPlace, 'target' | 'region' | 'storage'> {
  return { target: target.name, region: target.region, storage: session.storage };
}

function noteIn(context: Pick<RunContext, 'report'>) {
  return (text: string, target: string): void => context.report({ type: 'note', level: 'warning', text, target });
}
