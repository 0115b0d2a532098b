import type { Stack } from '../../aws/cloudformation-port.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { removePreviewStack } from '../../preview/remove-stack.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { type Removal, removeStacks } from '../removal.ts';

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
export function removePreviewStacks(
  { whyNot, ...removal }: StacksRemoval,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  const remove: Removal['remove'] = async (request, ports, work) => {
    const { outcome, notes } = await removePreviewStack(
      { ...request, whyNot },
      { ...ports, leftovers: work.session.leftovers, beforeWrite: () => assertHeld(work) },
    );
    const { name: target } = work.target;
    for (const text of notes)
      context.report({ type: 'note', level: 'info', text: `${request.stackName}: ${text}`, target });
    return outcome;
  };
  return removeStacks({ ...removal, phase: 'delete', makesBuckets: false, remove }, options, context);
}

/** Without a bucket there is nowhere that anybody could hold a lease. */
async function assertHeld(work: TargetWork): Promise<void> {
  try {
    await (await work.lease()).assertHeld();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'bucket-absent') throw error;
  }
}
