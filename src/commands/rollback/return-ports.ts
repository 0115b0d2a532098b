import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { GateRunner } from '../../gates/model.ts';
import { createGateRunner } from '../../gates/runner.ts';
import type { KeptWeights } from '../../rollout/move-weights.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import type { RecordedRelease } from '../../rollout/rollback-ports.ts';
import type { TrafficPorts } from '../../rollout/traffic-ports.ts';
import type { Environment } from '../../topology/model.ts';
import { activeReader } from '../active-targets.ts';
import { settingsOf } from '../deploy/target-settings.ts';
import type { TargetWork } from '../deploy/target-work.ts';
import { type DeployTraffic, trafficPortsOf } from '../deploy/traffic.ts';
import { gatePorts } from '../gate-ports.ts';

/** Traffic and gates of a rollback that a person asks for. */
export interface RollbackTraffic {
  readonly gates: GateRunner;
  /** Absent: stacks return in place. */
  readonly ports: TrafficPorts | undefined;
  readonly kept: KeptWeights;
  /** An earlier run of the same was lost before the weights were restored: this one does that. */
  readonly resumes: boolean;
  /** Keeps that the weights are restored. */
  close(): Promise<void>;
}

export interface ReturnOptions {
  readonly environment: Environment;
  /** Targets that answer. */
  readonly reachable: readonly TargetWork[];
  /** What is returned to, where it is one release for all. */
  readonly release: RecordedRelease | undefined;
  /** The latest rollout as it is kept. */
  readonly rollout: OpenRollout | undefined;
}

/** Where the weights cannot be read the way back is not blocked: stacks then return in place, which is said. */
export async function rollbackTraffic(options: ReturnOptions, context: RunContext): Promise<RollbackTraffic> {
  const { environment, reachable, release, rollout } = options;
  const { isActive } = activeReader(environment, reachable, context);
  const gates = createGateRunner({ ...gatePorts(context), environment, release: release ?? { id: '' }, isActive });
  const inPlace = { gates, ports: undefined, kept: keptWeights(undefined), resumes: false, close: async () => {} };
  try {
    const works = await withBucket(environment, reachable);
    const traffic = await trafficPortsOf(environment, { works, command: 'rollback' }, context);
    if (traffic === undefined) return inPlace;
    const { weights, resumes } = await weightsBefore(traffic, rollout);
    return { gates, ports: traffic.ports, kept: keptWeights(weights), resumes, close: traffic.close };
  } catch (error) {
    context.signal.throwIfAborted();
    const text = `traffic is not moved and no weight is restored, stacks return in place (see the weights with status when all is back, and set them with shift): ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
    return inPlace;
  }
}

/** They are kept with the change itself: see `first` in the state of the environment. */
function keptWeights(weightsBefore: KeptWeights['current']['weightsBefore']): KeptWeights {
  return { current: { ...(weightsBefore !== undefined && { weightsBefore }) }, decide: async () => {} };
}

/**
 * What the targets get back: the weights before a rollback that was lost on its way; else those before a rollout that is not
 * over, unless a person moved them since; else what they have.
 */
async function weightsBefore(
  traffic: DeployTraffic,
  rollout: OpenRollout | undefined,
): Promise<{ readonly weights: KeptWeights['current']['weightsBefore']; readonly resumes: boolean }> {
  const { now, unfinished, lastCommand } = await traffic.earlier();
  if (unfinished !== undefined) return { weights: unfinished, resumes: true };
  const left = rollout?.course === 'closed' ? undefined : rollout?.weightsBefore;
  const own = lastCommand === 'deploy' || lastCommand === 'promote';
  return { weights: (own ? left : undefined) ?? now, resumes: false };
}

/** Where nothing was ever deployed there is nothing to keep state in. */
async function withBucket(environment: Environment, works: readonly TargetWork[]): Promise<readonly TargetWork[]> {
  const found = works.map(async (work) => {
    const bucket = await work.findBucket(settingsOf(environment, work.target.name));
    return bucket === undefined ? [] : [work];
  });
  return (await Promise.all(found)).flat();
}
