import type { RunContext } from '../context.ts';
import type { GateRequest, GateVerdict } from '../gates/model.ts';
import { createGateRunner, type GateRunnerOptions } from '../gates/runner.ts';
import type { Phase } from '../topology/model.ts';
import { gatePorts } from './gate-ports.ts';

/** What is looked back over where there is no bake time. */
const LOOK_BACK_MS = 300_000;

/** Gates of a phase for some of its targets. */
export interface AskedPhase extends Pick<GateRequest, 'phase' | 'targets' | 'release'> {
  /** Milliseconds since the epoch: where the judgement begins. */
  readonly since: number;
}

/**
 * Asks every gate of the environment's phases once, whatever its `when` says, and outside of any rollout: outputs are those
 * that the stacks have now.
 * @param release that gates expect where a phase is asked for none of its own
 */
export async function askOnce(
  { environment, release }: Pick<GateRunnerOptions, 'environment' | 'release'>,
  asked: readonly AskedPhase[],
  context: RunContext,
): Promise<readonly GateVerdict[]> {
  const phases = environment.phases.map((phase) => ({
    ...phase,
    gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] as const })),
  }));
  const runner = createGateRunner({ ...gatePorts(context), environment: { ...environment, phases }, release });
  const rounds = asked.map(({ since, ...more }) =>
    runner.ask({ moment: 'after', outputs: {}, since, bakeSince: since, ...more }, context.signal),
  );
  return (await Promise.all(rounds)).flat();
}

/** How long ago a judgement begins that no rollout began, milliseconds: as long as a bake takes. */
export function lookBackOf({ bakeMs }: Pick<Phase, 'bakeMs'>): number {
  return bakeMs || LOOK_BACK_MS;
}
