import type { EventRules, ScheduleStates, Switched } from '../aws/consumer-ports.ts';
import type { EventSourceMappings, MappingState } from '../aws/event-source-mappings-port.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { PlannedConsumer } from '../failover/plan.ts';
import { isTransient } from '../stack/patience.ts';

/** A mapping is switched within seconds, as a rule; what it has fetched already is worked on to its end. */
const WAIT_MS = 120_000;
const EVERY_MS = 2_000;

/** What starts and stops consumers in one account and region. */
export interface ConsumerPorts {
  readonly mappings: EventSourceMappings;
  readonly rules: Pick<EventRules, 'enable'>;
  readonly schedules: Pick<ScheduleStates, 'enable'>;
}

/** `clock` and what ends the wait early. */
export interface SwitchPatience {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** Asks again while there is no answer, or not the right one; undefined when it never came. */
export async function until<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  { clock, signal }: SwitchPatience,
): Promise<T | undefined> {
  const deadline = clock.now() + WAIT_MS;
  for (;;) {
    try {
      const answer = await ask();
      if (isRight(answer)) return answer;
    } catch (error) {
      if (!isTransient(error) || clock.now() >= deadline) throw error;
    }
    if (clock.now() >= deadline) return undefined;
    await clock.sleep(EVERY_MS, signal);
  }
}

/**
 * Enables or disables an event source mapping and waits until Lambda says that it is. Undefined when it never does. One
 * that is so already is left alone.
 */
async function switchMapping(
  id: string,
  enabled: boolean,
  mappings: EventSourceMappings,
  patience: SwitchPatience,
): Promise<Exclude<Switched, 'busy'> | undefined> {
  const wanted = enabled ? 'enabled' : 'disabled';
  const before = await until(
    () => mappings.state(id),
    (state) => state !== 'changing',
    patience,
  );
  if (before === wanted) return 'unchanged';
  const asked = await until(
    () => mappings.enable(id, enabled),
    (answer) => answer !== 'busy',
    patience,
  );
  if (asked !== 'accepted') return (await mappings.state(id)) === undefined ? 'gone' : undefined;
  let found: MappingState | undefined;
  await until(
    async () => {
      found = await mappings.state(id);
    },
    () => found === wanted || found === undefined,
    patience,
  );
  return found === wanted ? 'changed' : found === undefined ? 'gone' : undefined;
}

/**
 * Starts or stops one consumer, and waits until AWS says that it is so.
 * @returns whether something had to be changed, as far as that can be seen
 * @throws UserError `consumer-gone`, `consumer-not-switched`, AwsError
 */
export async function switchConsumer(
  { kind, id, group, resource }: PlannedConsumer,
  running: boolean,
  { mappings, rules, schedules }: ConsumerPorts,
  patience: SwitchPatience,
): Promise<boolean> {
  const ask = (): Promise<Switched | undefined> => {
    switch (kind) {
      case 'mapping':
        return switchMapping(id, running, mappings, patience);
      case 'rule':
        return rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, running);
      case 'schedule':
        return schedules.enable({ name: id, ...(group !== undefined && { group }) }, running);
    }
  };
  const answer = kind === 'mapping' ? await ask() : await until(ask, (found) => found !== 'busy', patience);
  if (answer === 'changed' || answer === 'unchanged') return answer === 'changed';
  if (answer === 'gone') {
    throw new UserError('consumer-gone', `${resource} (${id}) is not there`, {
      fix: ['Deploy: each deployment writes down which consumers there are.'],
    });
  }
  throw new UserError('consumer-not-switched', `${resource} (${id}) does not ${running ? 'start' : 'stop'}`, {
    fix: ['Look for who else changes it, then run the same command again.'],
  });
}
