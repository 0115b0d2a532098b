import type { Clock } from '../../clock.ts';
import { errorText } from '../../errors.ts';
import type { PlannedConsumer } from '../../failover/plan.ts';
import { consumerKey, type PausedConsumer, type PausedConsumers } from '../../records/paused-consumers.ts';
import type { Report } from '../../report/events.ts';
import { settleAll } from '../../settle-all.ts';
import type { ResourceChange, StackOutcome } from '../../stack/model.ts';
import type { ConsumerKind } from '../../template/consumer-kinds.ts';
import {
  byHand,
  countConsumers,
  describe,
  type PausePorts,
  runningOf,
  switchOff,
  switchOn,
} from './paused-consumer.ts';

/** A property as change sets name it: by its path, or by its name alone. Rules and schedules call it `State`. */
const SWITCH = /^(?:\/Properties\/)?(?:Enabled|State)$/;
const OVER: ReadonlySet<StackOutcome['state']> = new Set(['succeeded', 'no-change', 'failed', 'stuck']);

/** The stack is at rest: nothing changes its resources any more. */
export function isOver(state: StackOutcome['state']): boolean {
  return OVER.has(state);
}

export interface PauseParts {
  readonly instance: string;
  readonly target: string;
  /** Everything that calls functions of a stack and of those that it nests. */
  readonly find: (stack: string) => Promise<readonly PlannedConsumer[]>;
  readonly ports: PausePorts;
  readonly kept: PausedConsumers;
  readonly clock: Clock;
  readonly report: Report;
  /** Throws when this run may write no more. */
  readonly beforeWrite: () => Promise<void>;
  /** Keys of consumers that must not run, because the target is not active: they are not switched on again. */
  readonly idle: () => Promise<ReadonlySet<string>>;
}

/** What a change set does to the consumers of its stack. */
export type PausedChange = Pick<ResourceChange, 'path' | 'properties' | 'unseen'>;

/** Consumers of one stack, switched off while it is updated. */
export interface ConsumerPause {
  /**
   * Switches off those of these kinds that run, once they are recorded, and waits until they are. Left alone: those that
   * were off before, those that the update itself switches, or may, and those that cannot be switched back as they were.
   * @throws UserError `consumers-not-paused`, AwsError; what was switched off is switched on again
   */
  pause(stack: string, kinds: ReadonlySet<ConsumerKind>, changes: readonly PausedChange[]): Promise<void>;
  /** Whether any are recorded, by this run or by one that died. @throws AwsError */
  arePaused(): Promise<boolean>;
  /** Switches on what is recorded, by this run or by one that died. Never throws: what cannot be switched is told. */
  resume(): Promise<void>;
  /** After an update: switches on what was switched off, unless CloudFormation is still at work. */
  after(outcome: Pick<StackOutcome, 'state'>): Promise<void>;
}

export function createConsumerPause(parts: PauseParts): ConsumerPause {
  const { instance, target, find, ports, kept, clock, report, beforeWrite, idle } = parts;
  const note = (level: 'info' | 'warning', text: string): void => report({ type: 'note', level, text, target });

  async function resume(): Promise<void> {
    let left: readonly PausedConsumer[] = [];
    try {
      left = await kept.read();
      if (left.length === 0) return;
      const stays = await idle();
      const again = left.filter((one) => !stays.has(consumerKey(one)));
      for (const one of again) await switchOn(one, ports, { clock });
      await kept.write([]);
      if (again.length > 0) note('info', `${instance}: ${countConsumers(again)} enabled again`);
    } catch (error) {
      const what = left.length === 0 ? 'consumers that are paused' : left.map(describe).join(', ');
      const text = `${instance}: ${what} could not be enabled again: ${errorText(error)}. The next deployment or rollback tries again; or: ${byHand(left)}`;
      note('warning', text);
    }
  }

  /** Those that run, and may be switched off. */
  async function toPause(consumers: readonly PausedConsumer[]): Promise<readonly PausedConsumer[]> {
    const found: PausedConsumer[] = [];
    for (const one of consumers) {
      const running = await runningOf(one, ports, { clock });
      if (running === 'on') found.push(one);
      if (running === 'kept')
        note(
          'info',
          `${instance}: the ${describe(one)} runs on: paused, it could not be put back as it is, or do later what is due`,
        );
    }
    return found;
  }

  return {
    resume,
    arePaused: async () => (await kept.read()).length > 0,
    async pause(stack, kinds, changes) {
      const all = (await find(stack)).filter((one) => kinds.has(one.kind) && !isSwitched(one, changes));
      const running = await toPause(
        all.map(({ kind, id, group }) => ({ kind, id, ...(group !== undefined && { group }) })),
      );
      if (running.length === 0) return;
      await beforeWrite();
      // Recorded first: whoever comes after a crash knows what to enable, and what not.
      const both = [...(await kept.read()), ...running];
      await kept.write([...new Map(both.map((one) => [consumerKey(one), one])).values()]);
      try {
        // None of them may still be asking to be disabled when all are enabled again.
        await settleAll(running.map((one) => switchOff(one, instance, ports, { clock })));
      } catch (error) {
        await resume();
        throw error;
      }
      note('info', `${instance}: ${countConsumers(running)} disabled for the update`);
    },
    async after({ state }) {
      if (isOver(state)) await resume();
      else if ((await kept.read().catch(() => [])).length > 0)
        note(
          'warning',
          `${instance}: its consumers stay disabled until the next deployment or rollback sees the end of the update`,
        );
    },
  };
}

/** By the update itself, or perhaps: a nested stack whose changes cannot be looked into may hold anything. */
function isSwitched({ resource }: PlannedConsumer, changes: readonly PausedChange[]): boolean {
  const path = resource.split('/').slice(1).join('.');
  return changes.some((change) =>
    change.unseen
      ? path.startsWith(`${change.path}.`)
      : change.path === path && change.properties.some(({ name }) => SWITCH.test(name)),
  );
}
