import type { GetScheduleCommandOutput, SchedulerClient, UpdateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import type { Clock } from '../clock.ts';
import type { ScheduleStates } from './consumer-ports.ts';
import { AwsError } from './ports.ts';

/** The ScheduleStates port on the SDK, which loads with the first call. */
export function createScheduleStates(
  client: () => Promise<SchedulerClient>,
  { now }: Pick<Clock, 'now'>,
): ScheduleStates {
  return {
    async enable({ name, group }, enabled) {
      const [{ GetScheduleCommand, UpdateScheduleCommand }, scheduler] = await Promise.all([
        import('@aws-sdk/client-scheduler'),
        client(),
      ]);
      const State = enabled ? 'ENABLED' : 'DISABLED';
      try {
        const named = { Name: name, ...(group !== undefined && { GroupName: group }) };
        const found = await scheduler.send(new GetScheduleCommand(named));
        if (found.State === State) return 'unchanged';
        await scheduler.send(new UpdateScheduleCommand({ ...asGiven(found, now()), State }));
        return 'changed';
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        if (error.kind === 'not-found') return 'gone';
        if (error.kind === 'conflict') return 'busy';
        throw error;
      }
    },
  };
}

/**
 * All of a schedule: what an update does not give is set to its default (API Reference, UpdateSchedule). A beginning
 * that is over is refused ("cannot be earlier than 5 minutes ago") and means what none means.
 */
function asGiven(found: GetScheduleCommandOutput, now: number): UpdateScheduleCommandInput {
  const {
    Arn: _arn,
    CreationDate: _made,
    LastModificationDate: _changed,
    $metadata: _answer,
    StartDate,
    ...rest
  } = found;
  const { Name, ScheduleExpression, Target, FlexibleTimeWindow } = rest;
  const begins = StartDate !== undefined && StartDate.getTime() > now;
  return { ...rest, Name, ScheduleExpression, Target, FlexibleTimeWindow, ...(begins && { StartDate }) };
}
