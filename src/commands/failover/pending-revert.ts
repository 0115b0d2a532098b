import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { FailoverEnd } from '../../failover/run.ts';
import { rolloutKey } from '../../records/rollout-document.ts';
import { createRolloutJournal } from '../../records/rollout-journal.ts';
import { newestCopy } from '../../rollout/open-rollout.ts';
import { removeRevert, type ScheduledRevert, strikesUntil } from '../../rollout/revert.ts';
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

/** The revert that is scheduled for the rollout of an environment: nobody asks for it before traffic was told to move. */
export interface PendingRevert {
  /** Begins to take it away, if it would strike against who is active now: not after users were seen, it may strike meanwhile. */
  moved(active: readonly string[]): void;
  /** @returns sentences on what a person has to know. Never throws */
  end(end: Pick<FailoverEnd, 'outcome' | 'move'>): Promise<readonly string[]>;
}

/**
 * Asks the regions that stay; none is asked where nothing can be scheduled, or the mechanism itself moves the weights: then a
 * revert that was made for other weights does nothing.
 */
export function pendingRevert(plan: StoredPlan, staying: readonly string[], context: RunContext): PendingRevert {
  const { traffic, application, environment: name } = plan;
  if (traffic === undefined) return { moved: () => undefined, end: async () => [] };
  const patience = patienceOf(context.clock, PATIENCE_MS);
  // A copy that lies in one region only counts as well: each is asked for itself.
  const read = () =>
    placesOf(plan, staying, context).map((place) =>
      patience(createRolloutJournal(rolloutKey({ application, name }), [place], () => {}).readAll()).catch(
        () => undefined,
      ),
    );
  const environment = {
    application,
    name,
    instances: [],
    targets: plan.targets.filter((target) => staying.includes(target.name)).map(targetOf),
  };
  const remove = async (revert: ScheduledRevert): Promise<boolean> => {
    const { later } = await trafficDriverOf(traffic, environment, context);
    return removeRevert(revert, later, context.clock.now());
  };
  const takeAway = async (active: readonly string[], rehearsed = false): Promise<readonly string[]> => {
    const open = newestCopy(await Promise.all(read()));
    if (open?.revert === undefined || open.course === 'closed') return [];
    const { revert } = open;
    const what = `the revert of ${revert.at}, for the rollout that waits,`;
    if (!leavesNobody(revert, active)) return [];
    const harm = `${active.join(', ')} no weight`;
    if (rehearsed) return [`${what} would leave ${harm}: it would be taken away`];
    const byHand = `delete the schedule ${revert.name} in ${revert.region}, or it leaves ${harm}`;
    try {
      const removed = await patience(remove(revert).then((there) => ({ there })));
      if (removed === undefined) return [`${what} could not be taken away in time: ${byHand}`];
      // A call that is on its way comes all the same.
      const until = strikesUntil(revert, context.clock.now());
      if (until !== undefined)
        return [
          `${what} may have left ${harm}, or does so until ${new Date(until).toISOString()}: look at the weights`,
        ];
      if (!removed.there)
        return [`${what} is not scheduled any more: if it has left ${harm}, give them some with shift`];
      return [`${what} was taken away: it would have left ${harm}. See promote, abort and rollback`];
    } catch (error) {
      return [`${what} could not be taken away: ${byHand} (${errorText(error)})`];
    }
  };
  let taking: Promise<readonly string[]> | undefined;
  return {
    moved(active) {
      taking ??= takeAway(active).catch((error: unknown) => [errorText(error)]);
    },
    async end({ outcome, move: { active } }) {
      if (taking !== undefined) return taking;
      return outcome === 'failed' ? [] : takeAway(active, outcome === 'rehearsed');
    },
  };
}
