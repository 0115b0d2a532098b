import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import type { JournalPlace } from '../records/rollout-journal.ts';
import type { Environment } from '../topology/model.ts';
import { bucketOf } from './bucket-of.ts';
import { settingsOf } from './deploy/target-settings.ts';
import type { TargetWork } from './deploy/target-work.ts';
import { isRefusal } from './stack-report.ts';

type Seen = Pick<TargetWork, 'target' | 'session'>;

/** The buckets of these targets, to be written under their leases. */
export function recordPlaces(environment: Environment, works: readonly TargetWork[]): readonly JournalPlace[] {
  return works.map((work) => ({
    ...placeOf(work),
    bucket: () => work.bucket(settingsOf(environment, work.target.name)),
    assertHeld: async () => (await work.lease()).assertHeld(),
  }));
}

/**
 * The buckets of these targets that are there, to look at only: makes none and takes no lease. One that may not be looked
 * at is left out, because the others have their copies.
 * @throws UserError when that is so of all of them: that nothing is kept would be a guess
 */
export async function visiblePlaces(
  environment: Environment,
  works: readonly Seen[],
  context: RunContext,
): Promise<readonly JournalPlace[]> {
  const refused: unknown[] = [];
  const found = await Promise.all(
    works.map(async (work): Promise<readonly JournalPlace[]> => {
      try {
        const bucket = await bucketOf(work.session, settingsOf(environment, work.target.name), context);
        return bucket === undefined ? [] : [visiblePlace(work, bucket)];
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refused.push(error);
        return [];
      }
    }),
  );
  const [first] = refused;
  if (first instanceof UserError && refused.length === works.length) throw first;
  return found.flat();
}

function visiblePlace(work: Seen, bucket: string): JournalPlace {
  return {
    ...placeOf(work),
    bucket: async () => bucket,
    assertHeld: () => Promise.reject(new Error('read only')),
  };
}

function placeOf({ target, session }: Seen): Pick<JournalPlace, 'target' | 'region' | 'storage'> {
  return { target: target.name, region: target.region, storage: session.storage };
}

/** Tells what is wrong with one copy, in its target. */
export function noteIn(context: Pick<RunContext, 'report'>) {
  return (text: string, target: string): void => context.report({ type: 'note', level: 'warning', text, target });
}
