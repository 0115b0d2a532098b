import type { RunContext } from '../../context.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { FailoverEnd, FailoverPorts, FailoverRequest } from '../../failover/run.ts';
import { verify } from '../../failover/verify.ts';
import { fence, type ToldFencing } from './fencing.ts';

export interface FencedEnd {
  readonly fencing?: ToldFencing;
  readonly deviations: readonly string[];
}

/**
 * Where several were left at once, one of them is lost and the others are there: once users are seen to be served they are
 * told which targets are active, as those that stay were before. Where one was left it is the lost one, and is not asked.
 * Of a graceful move all of them know.
 */
export async function tellLeft(
  ...[plan, end, asked, ports, context]: Parameters<typeof fenceLeft>
): Promise<FencedEnd> {
  if (asked.graceful === true || end.move.leaving.length < 2) return { deviations: [] };
  return fenceLeft(plan, end, asked, ports, context, 'told');
}

/**
 * Fences what a failover left, once users are seen to be served. A failover that was done before is looked at anew: that
 * is how a region is fenced that did not answer then. Nothing of it makes a failover fail.
 */
export async function fenceLeft(
  plan: StoredPlan,
  { outcome, move }: FailoverEnd,
  { targets, rehearse }: FailoverRequest,
  ports: Pick<FailoverPorts, 'clock' | 'probes' | 'signal' | 'report' | 'state'>,
  context: RunContext,
  only?: 'told',
): Promise<FencedEnd> {
  if (rehearse || outcome === 'failed') return { deviations: [] };
  const names = move.leaving.length > 0 ? move.leaving : move.inactive;
  const served = outcome === 'verified' || (outcome === 'already-active' && (await isServed()));
  const done = only === 'told' ? 'told that it is not active' : 'fenced';
  if (!served) return told([`${names.join(', ')} was not ${done}: users were not seen to be served`]);
  const text = only === 'told' ? `telling ${names.join(', ')} that it is not active` : `fencing ${names.join(', ')}`;
  context.report({ type: 'step.started', step: 'failover-fenced', text });
  // Where nobody tells who is active, the region that was left cannot learn it either; the rest is fenced.
  const kept = await ports.state.read().catch(() => undefined);
  const fencing = await fence(plan, names, kept, context, only);
  const verb = only === 'told' ? 'telling' : 'fencing';
  const durationMs = fencing.endedAt - fencing.startedAt;
  context.report({ type: 'step.finished', step: 'failover-fenced', text, durationMs });
  const open = fencing.steps.filter(({ result }) => result !== 'done');
  return {
    fencing,
    ...told(open.map(({ target, what, result, detail }) => `${verb} ${target}, ${what}: ${result}, ${detail}`)),
  };

  async function isServed(): Promise<boolean> {
    return typeof (await verify(move, { targets }, ports)) === 'number';
  }

  function told(deviations: readonly string[]): FencedEnd {
    for (const deviation of deviations) context.report({ type: 'note', level: 'warning', text: deviation });
    return { deviations };
  }
}
