import type { RunContext } from '../../context.ts';
import { rolloutKey } from '../../records/rollout-document.ts';
import { createRolloutJournal, type RolloutJournal } from '../../records/rollout-journal.ts';
import type { Environment } from '../../topology/model.ts';
import { noteIn, recordPlaces } from '../record-places.ts';
import type { TargetWork } from './target-work.ts';

/** The rollout of an environment as it is kept in the buckets of these targets, home first. */
export function journalOf(
  environment: Environment,
  targets: readonly TargetWork[],
  context: Pick<RunContext, 'report'>,
): RolloutJournal {
  const homeFirst = [...targets].sort((a, b) => rank(a, environment) - rank(b, environment));
  return createRolloutJournal(rolloutKey(environment), recordPlaces(environment, homeFirst), noteIn(context));
}

function rank({ target }: TargetWork, { home }: Environment): number {
  return target.name === home ? 0 : 1;
}
