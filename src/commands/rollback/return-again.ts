import type { RunContext } from '../../context.ts';
import type { RollbackAim } from '../../rollout/rollback-ports.ts';
import { unshownDestruction } from '../../rollout/unshown.ts';
import type { ResourceChange, StackOutcome } from '../../stack/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { PreparedRollback, RollbackWork } from './rollback-work.ts';

/**
 * Executes what was prepared. A stack that somebody else changed since is worked out anew, once, as it is in a rollout
 * that returns: what comes of that may not go elsewhere than was shown, and destroys nothing that was not shown.
 * @returns how it ended, and what was tried last
 */
export async function returnOnce(
  shown: PreparedRollback,
  aim: RollbackAim,
  work: Pick<RollbackWork, 'prepare' | 'execute' | 'discard'>,
  { signal, report }: Pick<RunContext, 'signal' | 'report'>,
): Promise<{ readonly outcome: StackOutcome; readonly tried: PreparedRollback }> {
  const first = await work.execute(shown);
  if (first.code === undefined) return { outcome: first, tried: shown };
  await work.discard(shown);
  if (signal.aborted) return { outcome: first, tried: shown };
  const { id, target } = shown.instance;
  report({ type: 'note', level: 'info', text: `${id} is worked out anew: ${first.reason}`, target: target.name });
  const fresh = await work.prepare(shown.instance, aim);
  const other = otherThanShown(shown, fresh);
  const outcome = other === undefined ? await work.execute(fresh) : refused(shown.instance, other);
  // Nobody executes it any more.
  if (other !== undefined || outcome.code !== undefined) await work.discard(fresh);
  return { outcome, tried: fresh };
}

/** What nobody has seen of it; undefined: nothing. A region that does not answer any more says so itself. */
function otherThanShown(shown: PreparedRollback, { step, ready, failed }: PreparedRollback): string | undefined {
  if (failed !== undefined || step.there) return undefined;
  if (step.kind !== 'returns') return step.reason ?? 'it cannot return any more';
  const [was, is] = [shown.step.to?.id, step.to?.id];
  if (is !== was) return `it would return to ${is} now, and the plan said ${was}`;
  if (ready?.preparation.kind !== 'change-set') return undefined;
  const unseen = unshownDestruction(changesOf(shown), ready.preparation.changes);
  if (unseen.length === 0) return undefined;
  return `it would replace or delete what the plan did not show: ${unseen.map(({ path }) => path).join(', ')}`;
}

function changesOf({ ready }: PreparedRollback): readonly ResourceChange[] | undefined {
  return ready?.preparation.kind === 'change-set' ? ready.preparation.changes : undefined;
}

function refused({ id }: StackInstance, why: string): StackOutcome {
  return {
    state: 'failed',
    reason: `${id} was changed by somebody else meanwhile: ${why}`,
    failures: [],
    fix: ['Run the rollback again: its plan shows what it would do now.'],
    outputs: {},
  };
}
