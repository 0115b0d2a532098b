import type { EventRules, Running, ScheduleStates } from '../../aws/consumer-ports.ts';
import { UserError } from '../../errors.ts';
import type { PausedConsumer } from '../../records/paused-consumers.ts';
import { type ConsumerPorts, type SwitchPatience, switchConsumer, until } from '../switch-consumer.ts';

/** What looks at consumers and switches them. */
export interface PausePorts extends ConsumerPorts {
  readonly rules: EventRules;
  readonly schedules: ScheduleStates;
}

/** A mapping that is just being switched on counts as one that runs when that is done. @throws AwsError */
export async function runningOf(
  { kind, id, group }: PausedConsumer,
  { mappings, rules, schedules }: PausePorts,
  patience: SwitchPatience,
): Promise<Running> {
  const ask = (): Promise<Running> => {
    switch (kind) {
      case 'mapping':
        return mappings.state(id).then((state) => (state === 'enabled' ? 'on' : 'off'));
      case 'rule':
        return rules.state({ name: id, ...(group !== undefined && { bus: group }) });
      case 'schedule':
        return schedules.state({ name: id, ...(group !== undefined && { group }) });
    }
  };
  return (await until(ask, () => true, patience)) ?? 'off';
}

/** Switches it off, and waits until AWS says that it is. One that is gone is no trouble. @throws UserError `consumers-not-paused`, AwsError */
export async function switchOff(
  consumer: PausedConsumer,
  instance: string,
  ports: ConsumerPorts,
  patience: SwitchPatience,
): Promise<void> {
  const what = describe(consumer);
  try {
    await switchConsumer({ ...consumer, resource: what }, false, ports, patience);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'consumer-gone') {
      if (error instanceof UserError) return;
      throw error;
    }
    throw new UserError('consumers-not-paused', `the ${what} of ${instance} stays enabled`, {
      fix: ['Look for who enables it, or deploy without pause-consumers.'],
    });
  }
}

/** Asks for it to be switched on; a mapping is so within seconds. @throws AwsError, Error: it takes no change */
export async function switchOn(
  { kind, id, group }: PausedConsumer,
  { mappings, rules, schedules }: ConsumerPorts,
  patience: SwitchPatience,
): Promise<void> {
  const refused = new Error(`${id} takes no change`);
  if (kind === 'mapping') {
    const answer = await until(
      () => mappings.enable(id, true),
      (found) => found !== 'busy',
      patience,
    );
    if (answer === undefined && (await mappings.state(id)) === 'disabled') throw refused;
    return;
  }
  const ask = () =>
    kind === 'rule'
      ? rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, true)
      : schedules.enable({ name: id, ...(group !== undefined && { group }) }, true);
  if ((await until(ask, (found) => found !== 'busy', patience)) === undefined) throw refused;
}

const NAMES = {
  mapping: ['event source mapping', 'event source mappings'],
  rule: ['rule', 'rules'],
  schedule: ['schedule', 'schedules'],
} as const;

export function describe({ kind, id, group }: PausedConsumer): string {
  return `${NAMES[kind][0]} ${group === undefined ? '' : `${group}/`}${id}`;
}

/** "1 event source mapping and 2 rules". */
export function countConsumers(consumers: readonly PausedConsumer[]): string {
  const parts = (['mapping', 'rule', 'schedule'] as const).flatMap((kind) => {
    const { length } = consumers.filter((one) => one.kind === kind);
    return length === 0 ? [] : [`${length} ${NAMES[kind][length === 1 ? 0 : 1]}`];
  });
  const last = parts.at(-1) ?? 'nothing';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** How a person switches them on. */
export function byHand(consumers: readonly PausedConsumer[]): string {
  const has = (kind: PausedConsumer['kind']): boolean => consumers.some((one) => one.kind === kind);
  return [
    ...(has('mapping') || consumers.length === 0
      ? ['aws lambda update-event-source-mapping --enabled --uuid UUID']
      : []),
    ...(has('rule') ? ['aws events enable-rule --name NAME (--event-bus-name BUS)'] : []),
    ...(has('schedule') ? ['in the console of EventBridge Scheduler'] : []),
  ].join('; ');
}
