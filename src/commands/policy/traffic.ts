import type { DriverSettings } from '../../topology/traffic-model.ts';
import { SCHEDULE_PREFIX } from '../../traffic/route53-later.ts';
import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

/**
 * What a traffic driver needs. Where the driver has an account and a role of its own, these statements belong to that
 * role, and are not needed in the targets.
 */
export function trafficDriver(subject: PolicySubject): readonly Statement[] {
  const settings = subject.environment?.traffic?.driver;
  if (settings !== undefined) return statementsOf(settings, subject);
  // Without an environment nobody knows which driver it has; with one that has none, nothing is called.
  return subject.environment === undefined ? route53('*', subject) : [];
}

/**
 * Having EventBridge Scheduler take traffic back, where the configuration names a role for that. These statements belong
 * to the role of the driver, like those above. Service authorization reference, Amazon EventBridge Scheduler.
 * @param actions `CreateSchedule` where a rollout may pause
 */
export function revertSchedules(
  actions: readonly ('CreateSchedule' | 'DeleteSchedule')[],
  { environment, partition }: PolicySubject,
): readonly Statement[] {
  const driver = environment?.traffic?.driver;
  if (driver?.driver !== 'route53' || driver.revertRole === undefined) return [];
  return schedules(driver.revertRole, actions, partition);
}

/** Schedules of ours, which act with this role. */
export function schedules(
  role: string,
  actions: readonly ('CreateSchedule' | 'DeleteSchedule')[],
  partition: string,
): readonly Statement[] {
  const arn = role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`;
  const names = actions.map((action) => `scheduler:${action}`);
  const own = allow('Reverts', names, [`arn:${partition}:scheduler:*:*:schedule/default/${SCHEDULE_PREFIX}*`]);
  if (!actions.includes('CreateSchedule')) return [own];
  const passed = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } };
  return [own, { ...allow('RevertRole', ['iam:PassRole'], [arn]), Condition: passed }];
}

/** The part of it that changes weights and does not wait until the change is in force. */
export function changeTraffic(subject: PolicySubject): readonly Statement[] {
  return trafficDriver(subject).filter(({ Action }) => !Action.every((action) => action === 'route53:GetChange'));
}

/** The part of it that looks at weights and changes none. */
export function readTraffic(subject: PolicySubject): readonly Statement[] {
  return trafficDriver(subject).flatMap((statement) => {
    const reads = statement.Action.filter((action) => /:(?:Get(?!Change)|List|Describe)/.test(action));
    return reads.length === 0 ? [] : [{ ...statement, Action: reads }];
  });
}

function statementsOf(settings: DriverSettings, subject: PolicySubject): readonly Statement[] {
  switch (settings.driver) {
    case 'route53':
      return route53(settings.zone.includes('.') ? '*' : settings.zone.replace('/hostedzone/', ''), subject);
    case 'cloudfront-kvs':
      return keyValueStore(settings.store);
    case 'global-accelerator':
      return accelerator(settings.listener);
  }
}

/** Service authorization reference, AWS Global Accelerator. */
function accelerator(listener: string): readonly Statement[] {
  const [arn = listener] = listener.split('/listener/');
  return [
    allow('Accelerator', ['globalaccelerator:DescribeAccelerator'], [arn]),
    allow('EndpointGroups', ['globalaccelerator:ListEndpointGroups'], [listener]),
    allow('Dials', ['globalaccelerator:UpdateEndpointGroup'], [`${listener}/endpoint-group/*`]),
  ];
}

/** Service authorization reference, Amazon CloudFront KeyValueStore. */
function keyValueStore(store: string): readonly Statement[] {
  const actions = ['DescribeKeyValueStore', 'GetKey', 'PutKey'];
  return [
    allow(
      'WeightsInStore',
      actions.map((action) => `cloudfront-keyvaluestore:${action}`),
      [store],
    ),
  ];
}

/** Service authorization reference, Amazon Route 53: finding a zone by its name and asking for a change know no zone. */
function route53(zone: string, { partition }: PolicySubject): readonly Statement[] {
  const zones = [`arn:${partition}:route53:::hostedzone/${zone}`];
  // A zone is read by its id, or looked for by its name.
  const byName = zone === '*';
  const actions = [...(byName ? [] : ['GetHostedZone']), 'ListResourceRecordSets', 'ChangeResourceRecordSets'];
  return [
    allow(
      'RecordSets',
      actions.map((action) => `route53:${action}`),
      zones,
    ),
    allow('RecordChanges', ['route53:GetChange'], [`arn:${partition}:route53:::change/*`]),
    ...(byName ? [allow('FindZone', ['route53:ListHostedZonesByName'], ['*'])] : []),
  ];
}
