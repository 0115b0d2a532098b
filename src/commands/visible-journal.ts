import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import { rolloutKey } from '../records/rollout-document.ts';
import { createRolloutJournal, type JournalPlace, type RolloutJournal } from '../records/rollout-journal.ts';
import type { Environment } from '../topology/model.ts';
import { bucketOf } from './bucket-of.ts';
import { settingsOf } from './deploy/target-settings.ts';
import { visiblePlace } from './record-places.ts';
import { isRefusal } from './stack-report.ts';

/** The kept rollout to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
export async function visibleJournal(
  environment: Environment,
  context: RunContext,
): Promise<Pick<RolloutJournal, 'readAll'> | undefined> {
  const refused: unknown[] = [];
  const found = await Promise.all(
    environment.targets.map(async (target): Promise<readonly JournalPlace[]> => {
      const session = context.aws.session(target);
      try {
        const bucket = await bucketOf(session, settingsOf(environment, target.name), context);
        if (bucket === undefined) return [];
        return [visiblePlace({ target, session }, bucket)];
      } catch (error) {
        // The other regions have their copies; what is wrong with this one is said where its stacks are.
        if (!isRefusal(error)) throw error;
        refused.push(error);
        return [];
      }
    }),
  );
  const places = found.flat();
  // Where nobody may look, that there is no rollout would be a guess.
  const [first] = refused;
  if (first instanceof UserError && refused.length === environment.targets.length) throw first;
  if (places.length === 0) return undefined;
  return createRolloutJournal(rolloutKey(environment), places, (text, target) =>
    context.report({ type: 'note', level: 'warning', text, target }),
  );
}
