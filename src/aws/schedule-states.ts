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
    async state({ name, group }) {
      const [{ GetScheduleCommand }, scheduler] = await Promise.all([import('@aws-sdk/client-scheduler'), client()]);
      try {
        const { State, ScheduleExpression = '' } = await scheduler.send(new GetScheduleCommand(named(name, group)));
        if (State === 'DISABLED') return 'off';
        // One that is due once would never be done if that were meanwhile.
        return ScheduleExpression.startsWith('at(') ? 'kept' : 'on';
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return 'gone';
        throw error;
      }
    },

    async enable({ name, group }, enabled) {
      const [{ GetScheduleCommand, UpdateScheduleCommand }, scheduler] = await Promise.all([
        import('@aws-sdk/client-scheduler'),
        client(),
      ]);
      const State = enabled ? 'ENABLED' : 'DISABLED';
      try {
        const found = await scheduler.send(new GetScheduleCommand(named(name, group)));
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

function named(name: string, group: string | undefined): { readonly Name: string; readonly GroupName?: string } {
  return { Name: name, ...(group !== undefined && { GroupName: group }) };
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
