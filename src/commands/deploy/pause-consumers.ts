import type { CloudFormation } from '../../aws/cloudformation-port.ts';
import type { EventSourceMappings } from '../../aws/event-source-mappings-port.ts';
import type { Clock } from '../../clock.ts';
import { errorText, UserError } from '../../errors.ts';
import type { PausedConsumers } from '../../records/paused-consumers.ts';
import type { Report } from '../../report/events.ts';
import { settleAll } from '../../settle-all.ts';
import type { ResourceChange, StackOutcome } from '../../stack/model.ts';
import { switchMapping, until } from '../switch-consumer.ts';

const MAPPING = 'AWS::Lambda::EventSourceMapping';
/** A property as change sets name it: by its path, or by its name alone. */
const ENABLED = /^(?:\/Properties\/)?Enabled$/;
const OVER: ReadonlySet<StackOutcome['state']> = new Set(['succeeded', 'no-change', 'failed', 'stuck']);

/** The stack is at rest: nothing changes its resources any more. */
export function isOver(state: StackOutcome['state']): boolean {
  return OVER.has(state);
}

export interface PauseParts {
  readonly instance: string;
  readonly target: string;
  readonly cloudformation: Pick<CloudFormation, 'listStackResources'>;
  readonly mappings: EventSourceMappings;
  readonly kept: PausedConsumers;
  readonly clock: Clock;
  readonly report: Report;
  /** Throws when this run may write no more. */
  readonly beforeWrite: () => Promise<void>;
  /** Mappings that must not run, because the target is not active: they are not enabled again. */
  readonly idle: () => Promise<ReadonlySet<string>>;
}

/** Event source mappings of one stack, disabled while it is updated. */
export interface ConsumerPause {
  /**
   * Disables those that are enabled, once they are recorded, and waits until they are. Left alone: those that were
   * disabled before, and those whose `Enabled` the update itself sets.
   * @throws UserError `consumers-not-paused`, AwsError; what was disabled is enabled again
   */
  pause(stack: string, changes: readonly Pick<ResourceChange, 'logicalId' | 'properties'>[]): Promise<void>;
  /** Whether any are recorded, by this run or by one that died. @throws AwsError */
  arePaused(): Promise<boolean>;
  /** Enables what is recorded, by this run or by one that died. Never throws: what cannot be enabled is told. */
  resume(): Promise<void>;
  /** After an update: enables what was disabled, unless CloudFormation is still at work. */
  after(outcome: Pick<StackOutcome, 'state'>): Promise<void>;
}

export function createConsumerPause(parts: PauseParts): ConsumerPause {
  const { instance, target, cloudformation, mappings, kept, clock, report, beforeWrite, idle } = parts;
  const note = (level: 'info' | 'warning', text: string): void => report({ type: 'note', level, text, target });

  const disable = async (id: string): Promise<void> => {
    if ((await switchMapping(id, false, mappings, { clock })) === undefined) throw stillEnabled(instance, id);
  };

  async function resume(): Promise<void> {
    let left: readonly string[] = [];
    try {
      left = await kept.read();
      if (left.length === 0) return;
      const stays = await idle();
      const again = left.filter((id) => !stays.has(id));
      for (const id of again) {
        const answer = await until(
          () => mappings.enable(id, true),
          (found) => found !== 'busy',
          { clock },
        );
        if (answer === undefined && (await mappings.state(id)) === 'disabled') throw new Error(`${id} takes no change`);
      }
      await kept.write([]);
      if (again.length > 0) note('info', `${instance}: ${count(again)} enabled again`);
    } catch (error) {
      const what = left.length === 0 ? 'event source mappings that are paused' : left.join(', ');
      const text = `${instance}: ${what} could not be enabled again: ${errorText(error)}. The next deployment or rollback tries again; or: aws lambda update-event-source-mapping --enabled --uuid UUID`;
      note('warning', text);
    }
  }

  return {
    resume,
    arePaused: async () => (await kept.read()).length > 0,
    async pause(stack, changes) {
      const set = new Set(
        changes.filter(({ properties }) => properties.some(({ name }) => ENABLED.test(name))).map(idOf),
      );
      const own = (await cloudformation.listStackResources(stack)).filter(
        ({ type, logicalId }) => type === MAPPING && !set.has(logicalId),
      );
      const ids = own.flatMap(({ physicalId }) => physicalId ?? []);
      const enabled: string[] = [];
      for (const id of ids) {
        const state = await until(
          () => mappings.state(id),
          () => true,
          { clock },
        );
        if (state === 'enabled') enabled.push(id);
      }
      if (enabled.length === 0) return;
      await beforeWrite();
      // Recorded first: whoever comes after a crash knows what to enable, and what not.
      await kept.write([...new Set([...(await kept.read()), ...enabled])]);
      try {
        // None of them may still be asking to be disabled when all are enabled again.
        await settleAll(enabled.map(disable));
      } catch (error) {
        await resume();
        throw error;
      }
      note('info', `${instance}: ${count(enabled)} disabled for the update`);
    },
    async after({ state }) {
      if (isOver(state)) await resume();
      else if ((await kept.read().catch(() => [])).length > 0)
        note(
          'warning',
          `${instance}: its event source mappings stay disabled until the next deployment or rollback sees the end of the update`,
        );
    },
  };
}

const idOf = ({ logicalId }: Pick<ResourceChange, 'logicalId'>): string => logicalId;

function count(ids: readonly string[]): string {
  return `${ids.length} event source ${ids.length === 1 ? 'mapping' : 'mappings'}`;
}

function stillEnabled(instance: string, id: string): UserError {
  return new UserError('consumers-not-paused', `the event source mapping ${id} of ${instance} stays enabled`, {
    fix: ['Look for who enables it, or deploy without pause-consumers.'],
  });
}
