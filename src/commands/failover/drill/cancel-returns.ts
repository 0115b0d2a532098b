import type { Schedules } from '../../../aws/traffic-ports.ts';
import type { RunContext } from '../../../context.ts';
import { errorText, UserError } from '../../../errors.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { ScheduledReturn } from '../../../records/drill-record.ts';
import { strikesUntil } from '../../../rollout/revert.ts';
import { targetOf } from '../survivors.ts';
import { BY_TRAFFIC, driverOf } from './weights-back.ts';

type SchedulesOf = (by: string) => Pick<Schedules, 'delete'> | undefined;

/** Who can take the schedules of a drill away. Contacts nobody. */
export async function schedulesOf(
  returns: readonly ScheduledReturn[],
  plan: StoredPlan,
  context: RunContext,
): Promise<SchedulesOf> {
  const { mechanism, targets } = plan;
  const weights = mechanism.kind === 'weights' && returns.some(({ by }) => by === BY_TRAFFIC);
  const driver = weights ? await driverOf(mechanism.traffic, plan, context) : undefined;
  return (by) => {
    if (by === BY_TRAFFIC) return driver?.later && { delete: driver.later.cancel };
    const target = targets.find(({ name }) => name === by);
    return target && context.aws.session(targetOf(target)).laterCalls;
  };
}

/**
 * Takes schedules away. One that nobody can reach any more, and that can no longer strike, is none.
 * @param now milliseconds since the epoch
 * @throws UserError `drill-return-scheduled` with those that may still strike
 */
export async function cancelReturns(
  returns: readonly ScheduledReturn[],
  schedulesOf: SchedulesOf,
  now: number,
): Promise<void> {
  const left = await Promise.all(
    returns.map(async ({ name, region, by, at }) => {
      try {
        const schedules = schedulesOf(by);
        if (schedules === undefined && isOver(at, now)) return [];
        if (schedules === undefined) throw new Error(`${by} is no target any more`);
        await schedules.delete(name);
        return [];
      } catch (error) {
        return [
          `the schedule ${name} in ${region} could not be deleted: at ${at} it brings traffic back, unless somebody moved it meanwhile: ${errorText(error)}`,
        ];
      }
    }),
  );
  const said = left.flat();
  if (said.length > 0) throw new UserError('drill-return-scheduled', said.join('; '));
}

/** Its time has come, and it is tried no more. */
function isOver(at: string, now: number): boolean {
  return now > Date.parse(at) && strikesUntil({ at }, now) === undefined;
}
