import type { TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { createGateRunner } from '../../gates/runner.ts';
import type { Executable, Journal, RolloutPorts } from '../../rollout/ports.ts';
import type { RollbackPorts } from '../../rollout/rollback-ports.ts';
import type { TrafficPorts } from '../../rollout/traffic-ports.ts';
import type { Preparation, StackOutcome } from '../../stack/model.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { IsActive } from '../active-targets.ts';
import { gatePorts } from '../gate-ports.ts';
import { seenReturn } from '../rollback/seen-return.ts';
import { dependencyIds } from './dependencies.ts';
import { failedOutcome, failedPreparation } from './failures.ts';
import { type InstanceInputs, resolveInputs } from './inputs.ts';
import type { RecordedOutputs } from './recorded-outputs.ts';

/** How one engine works on one stack with everything resolved. */
export interface Engine {
  prepare(instance: StackInstance, inputs: Extract<InstanceInputs, { kind: 'known' }>): Promise<Preparation>;
  execute(instance: StackInstance, preparation: Executable): Promise<StackOutcome>;
  discard(instance: StackInstance, preparation: Executable): Promise<void>;
  align(instance: StackInstance, preparation: Extract<Preparation, { kind: 'no-change' }>): Promise<void>;
  /** Takes over what an earlier run prepared (a plan file). */
  adopt(instance: StackInstance, inputs: Extract<InstanceInputs, { kind: 'known' }>): void;
}

/** The rollout's ports, and what a plan file needs besides. */
export interface DeployPorts extends RolloutPorts {
  adopt(instance: StackInstance): void;
  session(instance: StackInstance): TargetSession;
}

export interface RolloutPartsOptions {
  /** The whole environment, also where only some targets are worked on: references may point anywhere. */
  readonly whole: Environment;
  readonly release: { readonly id: string; readonly commit?: string };
  readonly engine: Engine;
  readonly journal: Journal;
  readonly rollback: RollbackPorts;
  readonly traffic: TrafficPorts | undefined;
  readonly recorded: RecordedOutputs;
  readonly isActive: IsActive;
  /** Why alarms that are in ALARM already may not keep the rollout from starting. */
  readonly overrideAlarms: string | undefined;
}

/** The rollout's effects on real AWS. What one target throws becomes that target's failed state. */
export function createRolloutPorts(options: RolloutPartsOptions, context: RunContext): DeployPorts {
  const { whole, release, engine, journal, rollback, traffic, recorded, isActive, overrideAlarms } = options;
  const outputs = new Map<string, Readonly<Record<string, string>>>();
  const resolved = new Map<string, Extract<InstanceInputs, { kind: 'known' }>>();
  const { signal } = context;
  const session = (instance: StackInstance) => context.aws.session(instance.target);

  return {
    clock: context.clock,
    report: context.report,
    signal,
    session,
    journal,
    gates: createGateRunner({
      ...gatePorts(context),
      environment: whole,
      release,
      isActive,
      ...(overrideAlarms !== undefined && { overrideAlarms }),
    }),
    rollback: traffic === undefined ? rollback : withTraffic(rollback, traffic, context),
    ...(traffic !== undefined && { traffic }),
    dependencies: (instance) => dependencyIds(whole, instance),
    inputs: async (instance) => {
      try {
        const inputs = await resolveInputs(instance, {
          environment: whole,
          release,
          session,
          outputs,
          recorded,
          isActive,
        });
        if (inputs.kind === 'known') resolved.set(instance.id, inputs);
        return inputs;
      } catch (error) {
        return { kind: 'failed', preparation: failedPreparation(error, signal) };
      }
    },
    prepare: async (instance) => {
      try {
        const inputs = resolved.get(instance.id);
        if (inputs === undefined) throw new Error(`${instance.id} is prepared before its inputs are known`);
        return await engine.prepare(instance, inputs);
      } catch (error) {
        return failedPreparation(error, signal);
      }
    },
    execute: async (instance, preparation) => {
      try {
        return await engine.execute(instance, preparation);
      } catch (error) {
        return failedOutcome(error, signal);
      }
    },
    discard: async (instance, preparation) => {
      try {
        await engine.discard(instance, preparation);
      } catch (error) {
        const text = `the change set of ${instance.id} could not be deleted: ${failedPreparation(error, signal).reason}`;
        context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
      }
    },
    align: (instance, preparation) => engine.align(instance, preparation),
    adopt: (instance) => {
      const inputs = resolved.get(instance.id);
      if (inputs !== undefined) engine.adopt(instance, inputs);
    },
    remember: ({ id }, values) => void outputs.set(id, values),
  };
}

/** What is shown of a rollback says how its traffic moves. */
function withTraffic(rollback: RollbackPorts, traffic: TrafficPorts, context: RunContext): RollbackPorts {
  return {
    ...rollback,
    planRollback: async (instances, aim) => {
      const [plan, seen] = await Promise.all([rollback.planRollback(instances, aim), seenReturn(traffic, context)]);
      return { ...plan, ...(seen !== undefined && { traffic: seen }) };
    },
  };
}
