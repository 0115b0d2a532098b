import type { ConsumerNames } from './consumer-names.ts';
import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

const MAPPING_ACTIONS = ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'];

/** Starting and stopping consumers that run only where the environment is active. */
export function switchedConsumers({ consumers, partition }: PolicySubject): readonly Statement[] {
  return switching(consumers, partition);
}

/** What a deployment and a rollback need: those, and the ones that are paused for an update. Each action once. */
export function consumersOfStacks({ consumers, paused, partition }: PolicySubject): readonly Statement[] {
  const all = [consumers, paused].filter((names) => names !== undefined);
  const each = (kind: 'rules' | 'schedules' | 'roles'): readonly string[] => [
    ...new Set(all.flatMap((names) => names[kind])),
  ];
  const mappings = all.some((names) => names.mappings);
  return switching({ mappings, rules: each('rules'), schedules: each('schedules'), roles: each('roles') }, partition);
}

function switching(consumers: ConsumerNames | undefined, partition: string): readonly Statement[] {
  if (consumers === undefined) return [];
  const events = (name: string): string => `arn:${partition}:events:*:*:rule/${name}`;
  const scheduler = (name: string): string => `arn:${partition}:scheduler:*:*:schedule/${name}`;
  const { rules, schedules, roles } = consumers;
  return [
    ...(consumers.mappings ? [mappingsOf(partition)] : []),
    ...(rules.length > 0
      ? [allow('Rules', ['events:DescribeRule', 'events:EnableRule', 'events:DisableRule'], rules.map(events))]
      : []),
    ...(schedules.length > 0
      ? [
          allow('Schedules', ['scheduler:GetSchedule', 'scheduler:UpdateSchedule'], schedules.map(scheduler)),
          {
            // EventBridge Scheduler User Guide, "Identity-based policies": an update passes the role again.
            ...allow(
              'ScheduleRoles',
              ['iam:PassRole'],
              roles.map((role) => `arn:${partition}:iam::*:role/${role}`),
            ),
            Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
          },
        ]
      : []),
  ];
}

/** They are named by ids that Lambda gives (service authorization reference, AWS Lambda, "Actions"): any of the account is meant. */
function mappingsOf(partition: string): Statement {
  return allow('Consumers', MAPPING_ACTIONS, [`arn:${partition}:lambda:*:*:event-source-mapping:*`]);
}
