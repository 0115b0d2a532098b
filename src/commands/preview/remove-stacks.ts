import type { Stack } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { removePreviewStack } from '../../preview/remove-stack.ts';
import type { InstanceResult } from '../../report/events.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import type { StackOutcome } from '../../stack/model.ts';
import { isStateful } from '../../template/stateful.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { failedOutcome } from '../deploy/failures.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS, type TargetWork } from '../deploy/target-work.ts';
import { workOf } from '../deploy/work-of.ts';
import { removeInOrder } from '../removal-order.ts';

export interface StacksRemoval {
  readonly command: 'preview' | 'cleanup';
  /** Those that need others first. */
  readonly leaving: readonly StackInstance[];
  /** The environment of the preview: where leases lie, and who needs whom. */
  readonly environment: Environment;
  /** Why a stack must be left alone; undefined: it is the preview that is meant. */
  readonly whyNot: (stack: Stack) => string | undefined;
}

/** Deletes stacks of one preview, under the leases that its deployments take; all targets side by side. */
export async function removePreviewStacks(
  { command, leaving, environment, whyNot }: StacksRemoval,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  const works = createTargetWork(
    environment,
    { command, lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS, makesBuckets: false },
    context,
  );
  const finish = (instance: StackInstance, outcome: StackOutcome, startedAt?: number): InstanceResult => {
    const time = (ms: number): string => new Date(ms).toISOString();
    const times = startedAt !== undefined && { startedAt: time(startedAt), endedAt: time(context.clock.now()) };
    const result = instanceResult(instance, { name: 'delete' }, outcome, times || {});
    context.report({ type: 'instance.finished', result });
    return result;
  };
  try {
    return await removeInOrder(
      leaving,
      environment,
      async (instance) => {
        const startedAt = context.clock.now();
        return finish(instance, await removeOne(instance, workOf(instance, works), whyNot, context), startedAt);
      },
      (instance, reason) => finish(instance, notTried('skipped', reason)),
    );
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
}

async function removeOne(
  { id, stack, settings }: StackInstance,
  work: TargetWork,
  whyNot: StacksRemoval['whyNot'],
  context: RunContext,
): Promise<StackOutcome> {
  const { clock, report, signal, origin } = context;
  const { cloudformation, leftovers } = work.session;
  try {
    await work.session.account();
    const { serviceRole, express, timeoutMs } = settings;
    const { outcome, notes } = await removePreviewStack(
      {
        instance: id,
        stackName: stack.stackName,
        timeoutMs,
        runId: origin.runId,
        ...(serviceRole !== undefined && { serviceRole }),
        ...(express && { express: true }),
        whyNot,
      },
      {
        cloudformation,
        leftovers,
        clock,
        report,
        signal,
        beforeWrite: () => assertHeld(work),
        target: work.target.name,
        isStateful,
      },
    );
    for (const text of notes)
      report({ type: 'note', level: 'info', text: `${stack.stackName}: ${text}`, target: work.target.name });
    return outcome;
  } catch (error) {
    return failedOutcome(error, signal);
  }
}

/** Without a bucket there is nowhere that anybody could hold a lease. */
async function assertHeld(work: TargetWork): Promise<void> {
  try {
    await (await work.lease()).assertHeld();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'bucket-absent') throw error;
  }
}
