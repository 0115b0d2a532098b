import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { FailoverEnd } from '../../failover/run.ts';
import { rolloutKey } from '../../records/rollout-document.ts';
import { createRolloutJournal } from '../../records/rollout-journal.ts';
import { newestCopy } from '../../rollout/open-rollout.ts';
import { removeRevert, type ScheduledRevert } from '../../rollout/revert.ts';
import { weightOf } from '../../rollout/weights.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { placesOf, targetOf } from './survivors.ts';

/** What a region that stays has to say, and what takes a schedule away: users are served already. */
const PATIENCE_MS = 5_000;

/**
 * The revert of a rollout that waits would leave no active target a weight: it was made for who was active then, and Route
 * 53 carries it out as long as nobody changed a weight, which a failover by another mechanism does not.
 */
export function leavesNobody({ to }: Pick<ScheduledRevert, 'to'>, active: readonly string[]): boolean {
  return active.every((name) => weightOf(to, name) === 0);
}

/** The revert that is scheduled for the rollout of an environment, asked once its failover told traffic to move. */
export interface PendingRevert {
  /** Begins to ask. */
  ask(): void;
  /**
   * Takes it away once traffic has moved, if it would strike against who is active now.
   * @returns sentences on what a person has to know. Never throws
   */
  end(end: Pick<FailoverEnd, 'outcome' | 'move'>): Promise<readonly string[]>;
}

/**
 * Asks the regions that stay; none is asked where nothing can be scheduled, or the mechanism itself moves the weights: then a
 * revert that was made for other weights does nothing.
 */
export function pendingRevert(plan: StoredPlan, staying: readonly string[], context: RunContext): PendingRevert {
  const { traffic, application, environment: name } = plan;
  if (traffic === undefined) return { ask: () => undefined, end: async () => [] };
  const patience = patienceOf(context.clock, PATIENCE_MS);
  // A copy that lies in one region only counts as well: each is asked for itself.
  const read = () =>
    placesOf(plan, staying, context).map((place) =>
      patience(createRolloutJournal(rolloutKey({ application, name }), [place], () => {}).readAll()).catch(
        () => undefined,
      ),
    );
  let copies: ReturnType<typeof read> | undefined;
  const environment = {
    application,
    name,
    instances: [],
    targets: plan.targets.filter((target) => staying.includes(target.name)).map(targetOf),
  };
  const remove = async (revert: ScheduledRevert): Promise<boolean> => {
    const { later } = await trafficDriverOf(traffic, environment, context);
    await removeRevert(revert, later, context.clock.now());
    return true;
  };
  return {
    ask() {
      copies ??= read();
    },
    async end({ outcome, move: { active } }) {
      const open = newestCopy(await Promise.all(copies ?? read()));
      if (open?.revert === undefined || open.course === 'closed') return [];
      const { revert } = open;
      const what = `the revert of ${revert.at}, for the rollout that waits,`;
      if (!leavesNobody(revert, active)) return [];
      if (outcome === 'rehearsed')
        return [`${what} would leave ${active.join(', ')} no weight: it would be taken away`];
      if (outcome === 'failed') return [];
      const byHand = `delete the schedule ${revert.name} in ${revert.region}, or it leaves ${active.join(', ')} no weight`;
      try {
        if (await patience(remove(revert)))
          return [
            `${what} was taken away: it would have left ${active.join(', ')} no weight. See promote, abort and rollback`,
          ];
        return [`${what} could not be taken away in time: ${byHand}`];
      } catch (error) {
        return [`${what} could not be taken away: ${byHand} (${errorText(error)})`];
      }
    },
  };
}
