import type { RunContext } from '../context.ts';
import { errorText, UserError } from '../errors.ts';
import type { OpenRollout } from '../rollout/open-rollout.ts';
import { removeRevert, strikesUntil } from '../rollout/revert.ts';
import type { Environment } from '../topology/model.ts';
import { trafficDriverOf } from './traffic-driver.ts';

/**
 * Takes away what AWS would do to the traffic of a rollout that is ended by hand.
 * @throws UserError `revert-scheduled` when that cannot be done: it would strike later
 */
export async function endRevert(
  { revert }: Pick<OpenRollout, 'revert'>,
  environment: Environment,
  context: RunContext,
): Promise<void> {
  if (revert === undefined) return;
  const { traffic } = environment;
  try {
    const driver = traffic && (await trafficDriverOf(traffic, environment, context));
    const now = context.clock.now();
    const there = await removeRevert(revert, driver?.later, now);
    const until = strikesUntil(revert, now);
    if (there && until === undefined) return;
    const text =
      until === undefined
        ? `the revert of ${revert.at} is not scheduled any more: it has taken effect, or somebody deleted it. See the weights in status`
        : `the time of the revert has come (${revert.at}): it has taken effect, or may do so until ${new Date(until).toISOString()}. See the weights in status`;
    context.report({ type: 'note', level: 'warning', text });
  } catch (error) {
    context.signal.throwIfAborted();
    const message = `the revert that is scheduled for ${revert.at} could not be taken away: ${errorText(error)}`;
    throw new UserError('revert-scheduled', message, {
      fix: [
        `Run the same command again; as long as it fails, see to it that the schedule ${revert.name} in ${revert.region} is deleted.`,
      ],
      cause: error,
    });
  }
}
