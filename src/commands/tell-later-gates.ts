import type { RunContext } from '../context.ts';
import type { InstanceResult } from '../report/run-result.ts';
import type { Environment } from '../topology/model.ts';
import { askOnce } from './ask-once.ts';
import { isLater } from './later-gates.ts';

/**
 * Asks once more, after a rollback, what had to agree with the release that is left: an alarm that still rings, a public name
 * that still answers badly. Nobody waits for the answers and nothing depends on them, so that what made the release fail does
 * not hold up its way back (issue 4, 3). The targets' own endpoints were asked before they got their traffic.
 * Never throws for what a gate or AWS says.
 */
export async function tellLaterGates(
  environment: Environment,
  instances: readonly Pick<InstanceResult, 'target' | 'state'>[],
  context: RunContext,
): Promise<void> {
  const returned = new Set(instances.filter(({ state }) => state === 'rolled-back').map(({ target }) => target));
  const phases = environment.phases.map((phase) => ({
    ...phase,
    targets: phase.targets.filter((target) => returned.has(target)),
    gates: phase.gates.filter(isLater),
  }));
  const asked = phases.filter(({ targets, gates }) => targets.length > 0 && gates.length > 0);
  if (asked.length === 0 || context.signal.aborted) return;
  const since = context.clock.now();
  const verdicts = await askOnce(
    { environment: { ...environment, phases: asked }, release: { id: '' } },
    asked.map(({ name: phase, targets }) => ({ phase, targets, since })),
    context,
  );
  if (context.signal.aborted) return;
  for (const { gate, target, verdict, reason } of verdicts) {
    if (verdict === 'pass') continue;
    const said = `${gate}${target === undefined ? '' : ` in ${target}`}: ${reason}`;
    const text =
      verdict === 'fail' ? `after the rollback ${said}` : `after the rollback it is not known yet whether ${said}`;
    const level = verdict === 'fail' ? 'warning' : 'info';
    context.report({ type: 'note', level, text, ...(target !== undefined && { target }) });
  }
}
