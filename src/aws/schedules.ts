import type { CreateScheduleCommandInput, SchedulerClient } from '@aws-sdk/client-scheduler';
import { completeRole } from './credentials/role-arn.ts';
import { AwsError } from './ports.ts';
import { SCHEDULE_RETRIES_MS, type Schedules } from './traffic-ports.ts';

type Sdk = typeof import('@aws-sdk/client-scheduler');

export interface SchedulesOptions {
  readonly client: () => Promise<SchedulerClient>;
  /** Where the schedules lie. */
  readonly region: string;
  readonly partition: string;
  /** Of the caller: roles that are given by their name are taken to be there. */
  readonly account: () => Promise<string>;
}

/**
 * What is refused is refused for good, because records are no longer what they were. Trouble of a few minutes is worth a
 * repetition; after that the records may look the same again by accident.
 */
const RETRIES = { MaximumEventAgeInSeconds: SCHEDULE_RETRIES_MS / 1_000, MaximumRetryAttempts: 5 };

/** EventBridge Scheduler on the SDK. Its shapes end here. The package loads with the first call. */
export function createSchedules({ client, region, partition, account }: SchedulesOptions): Schedules {
  async function call<T>(use: (client: SchedulerClient, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, scheduler] = await Promise.all([import('@aws-sdk/client-scheduler'), client()]);
    return use(scheduler, sdk);
  }

  const port: Schedules = {
    region,
    create: ({ name, at, role, service, action, input, description }) =>
      call(async (scheduler, { CreateScheduleCommand }) => {
        const { arn } = completeRole(role, partition, await account());
        const schedule: CreateScheduleCommandInput = {
          Name: name,
          Description: description.slice(0, 512),
          // User Guide, "Schedule types": one-time schedules, `at(yyyy-mm-ddThh:mm:ss)`; to the minute.
          ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            // User Guide, "Using universal targets".
            Arn: `arn:${partition}:scheduler:::aws-sdk:${service}:${action}`,
            RoleArn: arn,
            Input: input,
            RetryPolicy: RETRIES,
          },
        };
        try {
          await scheduler.send(new CreateScheduleCommand(schedule));
        } catch (error) {
          if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
          // Of the same rollout, by a run that died: this one knows better what is to be done.
          await port.delete(name);
          await scheduler.send(new CreateScheduleCommand(schedule));
        }
      }),

    delete: (name) =>
      call(async (scheduler, { DeleteScheduleCommand }) => {
        try {
          await scheduler.send(new DeleteScheduleCommand({ Name: name }));
          return true;
        } catch (error) {
          if (error instanceof AwsError && error.kind === 'not-found') return false;
          throw error;
        }
      }),
  };
  return port;
}
