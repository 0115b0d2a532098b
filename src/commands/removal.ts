import type { RunContext } from '../context.ts';
import type { Options } from '../options/values.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { instanceResult, notTried } from '../rollout/results.ts';
import type { RemoveRequest, StackPorts } from '../stack/index.ts';
import type { StackOutcome } from '../stack/model.ts';
import { isStateful } from '../template/stateful.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { failedOutcome } from './deploy/failures.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS, type TargetWork } from './deploy/target-work.ts';
import { workOf } from './deploy/work-of.ts';
import { removeInOrder } from './removal-order.ts';

export interface Removal {
  readonly command: 'remove' | 'preview' | 'cleanup';
  /** Name of the phase in results. */
  readonly phase: string;
  /** Those that need others first. */
  readonly leaving: readonly StackInstance[];
  /** Who needs whom. */
  readonly environment: Environment;
  /** Where leases lie, when that is more than the environment. */
  readonly worked?: Environment;
  /** Whether a bucket is made where there is none to hold a lease in. Default true. */
  readonly makesBuckets?: boolean;
  /** Deletes one stack. */
  readonly remove: (request: RemoveRequest, ports: RemovalPorts, work: TargetWork) => Promise<StackOutcome>;
}

/** What a removal works with, all but the lease. */
type RemovalPorts = Omit<StackPorts, 'beforeWrite'>;

/** Deletes stacks under the leases of their targets, all targets side by side; reports and returns what became of each. */
export async function removeStacks(
  { command, phase, leaving, environment, worked, makesBuckets, remove }: Removal,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  const lockWaitMs = options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS;
  const settings = { command, lockWaitMs, ...(makesBuckets !== undefined && { makesBuckets }) };
  const works = createTargetWork(worked ?? environment, settings, context);
  const time = (ms: number): string => new Date(ms).toISOString();
  const finish = (instance: StackInstance, outcome: StackOutcome, startedAt?: number): InstanceResult => {
    const times = startedAt !== undefined && { startedAt: time(startedAt), endedAt: time(context.clock.now()) };
    const result = instanceResult(instance, { name: phase }, outcome, times || {});
    context.report({ type: 'instance.finished', result });
    return result;
  };
  const removeOne = async (instance: StackInstance): Promise<StackOutcome> => {
    const work = workOf(instance, works);
    try {
      await work.session.account();
      return await remove(requestOf(instance, context), portsOf(work, context), work);
    } catch (error) {
      return failedOutcome(error, context.signal);
    }
  };
  try {
    return await removeInOrder(
      leaving,
      environment,
      async (instance) => {
        const startedAt = context.clock.now();
        return finish(instance, await removeOne(instance), startedAt);
      },
      (instance, reason) => finish(instance, notTried('skipped', reason)),
    );
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
}

function requestOf({ id, stack, settings }: StackInstance, { origin }: Pick<RunContext, 'origin'>): RemoveRequest {
  const { serviceRole, express, timeoutMs } = settings;
  return {
    instance: id,
    stackName: stack.stackName,
    timeoutMs,
    runId: origin.runId,
    ...(serviceRole !== undefined && { serviceRole }),
    ...(express && { express: true }),
  };
}

function portsOf({ session, target }: TargetWork, { clock, report, signal }: RunContext): RemovalPorts {
  return { cloudformation: session.cloudformation, clock, report, signal, target: target.name, isStateful };
}
