import type { RunContext } from '../context.ts';
import { errorText } from '../errors.ts';
import { runningTargets } from '../failover/consumers.ts';
import type { PlannedConsumer } from '../failover/plan.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { consumerKey } from '../records/paused-consumers.ts';
import { settleAll } from '../settle-all.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import type { TargetWork } from './deploy/target-work.ts';
import { workOf } from './deploy/work-of.ts';
import { findConsumers } from './failover/find-consumers.ts';
import { activeStatesOf } from './shift/active-states.ts';
import { switchConsumer } from './switch-consumer.ts';

/** Marked consumers of stacks that are worked on: they run where the state of the environment says, not the template. */
export interface ConsumerRoles {
  /**
   * Starts or stops those of a stack that is at rest as the role of its target wants. What AWS refuses is told, and done
   * by the next deployment.
   * @throws UserError `lease-lost`
   */
  settle(instance: StackInstance): Promise<void>;
  /** The same for several: those that must not run stop before the others start. */
  settleAll(instances: readonly StackInstance[]): Promise<void>;
  /** Keys of the consumers of a stack that must not run, whoever switched them off. @throws AwsError */
  idle(instance: StackInstance): Promise<ReadonlySet<string>>;
}

/** Stacks end side by side: one look at the state serves those that end together. */
const FRESH_MS = 5_000;

/**
 * Undefined where no consumers are marked.
 * @param whole with all its targets: which of them runs consumers depends on the others
 * @param reachable targets of this run that answer
 */
export function createConsumerRoles(
  whole: Environment,
  reachable: readonly TargetWork[],
  context: RunContext,
): ConsumerRoles | undefined {
  const settings = whole.failover?.consumers;
  if (settings === undefined) return undefined;
  const marked = settings;
  const { clock, report, signal } = context;
  const works = new Map(reachable.map((work) => [work.target.name, work]));
  const names = whole.targets.map(({ name }) => name);
  let seen: { readonly at: number; readonly state: Promise<ActiveState> } | undefined;

  const state = (): Promise<ActiveState> => {
    if (seen === undefined || clock.now() - seen.at > FRESH_MS)
      seen = { at: clock.now(), state: activeStatesOf(whole, reachable, context).read() };
    return seen.state;
  };
  const runs = async ({ target }: StackInstance): Promise<boolean> =>
    runningTargets(marked.where, names, await state()).includes(target.name);

  async function find({ stack, target, id }: StackInstance): Promise<readonly PlannedConsumer[]> {
    const { cloudformation } = context.aws.session(target);
    const { consumers, problems } = await findConsumers(stack, marked, cloudformation);
    for (const text of problems)
      report({ type: 'note', level: 'warning', text: `${id}: ${text}`, target: target.name });
    return consumers;
  }

  async function change(instance: StackInstance, consumers: readonly PlannedConsumer[]): Promise<void> {
    const { id, target } = instance;
    const running = await runs(instance);
    const session = context.aws.session(target);
    const changed = await settleAll(
      consumers.map(async (consumer) =>
        (await switchConsumer(consumer, running, session, { clock, signal })) ? [consumer.resource] : [],
      ),
    );
    const done = changed.flat();
    if (done.length === 0) return;
    const why = running
      ? `started, because consumers run in ${target.name}`
      : `stopped, because ${target.name} runs none`;
    report({ type: 'note', level: 'info', text: `${id}: ${done.join(', ')} ${why}`, target: target.name });
  }

  const roles: ConsumerRoles = {
    async settle(instance) {
      if (!works.has(instance.target.name)) return;
      let consumers: readonly PlannedConsumer[] = [];
      const told = (error: unknown): void => {
        const text = `${instance.id}: consumers may not run where they should: ${errorText(error)}. Deploy again`;
        report({ type: 'note', level: 'warning', text, target: instance.target.name });
      };
      try {
        consumers = await find(instance);
      } catch (error) {
        return told(error);
      }
      if (consumers.length === 0) return;
      // A failover takes the lease: from then on consumers are its own.
      await (await workOf(instance, works).lease()).assertHeld();
      await change(instance, consumers).catch(told);
    },
    async settleAll(instances) {
      const running = await Promise.all(instances.map(runs));
      for (const wanted of [false, true]) {
        await settleAll(instances.filter((_, index) => running[index] === wanted).map(roles.settle));
      }
    },
    async idle(instance) {
      const consumers = await find(instance);
      return consumers.length === 0 || (await runs(instance)) ? new Set() : new Set(consumers.map(consumerKey));
    },
  };
  return roles;
}
