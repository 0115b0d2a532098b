import type { RunContext } from '../context.ts';
import type { GateVerdict } from '../gates/model.ts';
import { createGateRunner } from '../gates/runner.ts';
import type { InstanceResult } from '../report/run-result.ts';
import type { Environment } from '../topology/model.ts';
import { gatePorts } from './gate-ports.ts';
import { isLater } from './later-gates.ts';

/**
 * Asks once more, after a rollback, what had to agree with the release that is left: an alarm that still rings, a public name
 * that still answers badly. Nobody waits for the answers and nothing depends on them, so that what made the release fail does
 * not hold up its way back (issue 4, 3). The targets' own endpoints were asked before they got their traffic.
 * @returns the findings that are not good; each is reported as well. Never throws for what a gate or AWS says
 */
export async function tellLaterGates(
  environment: Environment,
  instances: readonly Pick<InstanceResult, 'target' | 'state'>[],
  context: RunContext,
): Promise<readonly GateVerdict[]> {
  const returned = new Set(instances.filter(({ state }) => state === 'rolled-back').map(({ target }) => target));
  const phases = environment.phases.map((phase) => ({
    ...phase,
    targets: phase.targets.filter((target) => returned.has(target)),
    gates: phase.gates.filter(isLater).map((gate) => ({ ...gate, when: ['after'] as const })),
  }));
  const asked = phases.filter(({ targets, gates }) => targets.length > 0 && gates.length > 0);
  if (asked.length === 0 || context.signal.aborted) return [];
  const since = context.clock.now();
  const runner = createGateRunner({
    ...gatePorts(context),
    environment: { ...environment, phases: asked },
    release: { id: '' },
  });
  const rounds = asked.map(({ name, targets }) =>
    runner.ask({ moment: 'after', phase: name, targets, outputs: {}, since, bakeSince: since }, context.signal),
  );
  const found = (await Promise.all(rounds)).flat().filter(({ verdict }) => verdict !== 'pass');
  if (context.signal.aborted) return [];
  for (const { gate, target, verdict, reason } of found) {
    const said = `${gate}${target === undefined ? '' : ` in ${target}`}: ${reason}`;
    const text =
      verdict === 'fail' ? `after the rollback ${said}` : `after the rollback it is not known yet whether ${said}`;
    const level = verdict === 'fail' ? 'warning' : 'info';
    context.report({ type: 'note', level, text, ...(target !== undefined && { target }) });
  }
  return found;
}
