import type { RunContext } from '../context.ts';
import { InternalError } from '../errors.ts';
import type { InventoryPlace } from '../records/inventory.ts';
import type { Environment, Target } from '../topology/model.ts';
import { bucketOf } from './bucket-of.ts';
import { settingsOf } from './deploy/target-settings.ts';

/** The home target; the environment was checked to have it. */
export function homeOf(environment: Environment): Target {
  const home = environment.targets.find(({ name }) => name === environment.home) ?? environment.targets[0];
  if (home === undefined) throw new InternalError(`${environment.name} has no target`);
  return home;
}

/** Where the inventory of an environment lies; undefined before the first deployment made a bucket. */
export async function inventoryPlace(whole: Environment, context: RunContext): Promise<InventoryPlace | undefined> {
  const home = homeOf(whole);
  const session = context.aws.session(home);
  const bucket = await bucketOf(session, settingsOf(whole, home.name), context);
  return bucket === undefined
    ? undefined
    : { storage: session.storage, bucket, application: whole.application, environment: whole.name };
}
