import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

const MAPPING_ACTIONS = ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'];

/**
 * Disabling and enabling event source mappings. They are named by ids that Lambda gives, so any of the account is meant
 * (service authorization reference, AWS Lambda, "Actions").
 */
export function pausedConsumers(subject: PolicySubject): readonly Statement[] {
  return subject.pauseConsumers ? [mappings(subject)] : [];
}

/** Starting and stopping consumers that run only where the environment is active. */
export function switchedConsumers(subject: PolicySubject): readonly Statement[] {
  const { consumers, partition } = subject;
  if (consumers === undefined) return [];
  const events = (name: string): string => `arn:${partition}:events:*:*:rule/${name}`;
  const scheduler = (name: string): string => `arn:${partition}:scheduler:*:*:schedule/${name}`;
  const { rules, schedules, roles } = consumers;
  return [
    ...(consumers.mappings ? [mappings(subject)] : []),
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

/** What a deployment and a rollback need: both of these, and each action once. */
export function consumersOfStacks(subject: PolicySubject): readonly Statement[] {
  const switched = switchedConsumers(subject);
  return switched.some(({ Sid }) => Sid === 'Consumers') ? switched : [...pausedConsumers(subject), ...switched];
}

function mappings({ partition }: PolicySubject): Statement {
  return allow('Consumers', MAPPING_ACTIONS, [`arn:${partition}:lambda:*:*:event-source-mapping:*`]);
}
