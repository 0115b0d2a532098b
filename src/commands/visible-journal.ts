import type { RunContext } from '../context.ts';
import { rolloutKey } from '../records/rollout-document.ts';
import { createRolloutJournal, type RolloutJournal } from '../records/rollout-journal.ts';
import type { Environment } from '../topology/model.ts';
import { noteIn, visiblePlaces } from './record-places.ts';

/** The kept rollout to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
export async function visibleJournal(
  environment: Environment,
  context: RunContext,
): Promise<Pick<RolloutJournal, 'readAll'> | undefined> {
  const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
  const places = await visiblePlaces(environment, works, context);
  return places.length === 0 ? undefined : createRolloutJournal(rolloutKey(environment), places, noteIn(context));
}
