import type { JournalPlace } from '../records/rollout-journal.ts';
import type { Environment } from '../topology/model.ts';
import { settingsOf } from './deploy/target-settings.ts';
import type { TargetWork } from './deploy/target-work.ts';

/** The buckets of these targets, to be written under their leases. */
export function recordPlaces(environment: Environment, works: readonly TargetWork[]): readonly JournalPlace[] {
  return works.map((work) => ({
    ...placeOf(work),
    bucket: () => work.bucket(settingsOf(environment, work.target.name)),
    assertHeld: async () => (await work.lease()).assertHeld(),
  }));
}

/** A bucket that is there, to look at only. */
export function visiblePlace(work: Pick<TargetWork, 'target' | 'session'>, bucket: string): JournalPlace {
  return {
    ...placeOf(work),
    bucket: async () => bucket,
    assertHeld: () => Promise.reject(new Error('read only')),
  };
}

function placeOf({
  target,
  session,
}: Pick<TargetWork, 'target' | 'session'>): Pick<JournalPlace, 'target' | 'region' | 'storage'> {
  return { target: target.name, region: target.region, storage: session.storage };
}
