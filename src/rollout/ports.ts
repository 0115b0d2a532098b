import type { Clock } from '../clock.ts';
import type { GateRunner } from '../gates/model.ts';
import type { Report } from '../report/events.ts';
import type { Preparation, StackOutcome } from '../stack/model.ts';
import type { StackInstance } from '../topology/model.ts';
import type { OpenRollout } from './open-rollout.ts';
import type { RollbackPorts } from './rollback-ports.ts';
import type { TrafficPorts } from './traffic-ports.ts';

/** What the parameters of an instance resolve to right now. */
export type Inputs =
  /** `fingerprint` is equal exactly when nothing that the stack is made of has changed. */
  | {
      readonly kind: 'known';
      readonly fingerprint: string;
      /** What the plan should say of them: a value that could not be asked for … */
      readonly notes?: readonly string[];
    }
  /** Needs outputs of stacks that are not there yet. */
  | { readonly kind: 'waiting'; readonly for: readonly string[] };

/** Inputs that cannot be resolved: the region is lost, an SSM parameter is missing … */
export interface FailedInputs {
  readonly kind: 'failed';
  readonly preparation: Extract<Preparation, { kind: 'failed' }>;
}

/** What can be executed. */
export type Executable = Extract<Preparation, { kind: 'change-set' | 'unreviewed' }>;

/** Keeps how far a rollout is, in the regions of its targets. */
export interface Journal {
  /**
   * `everywhere`: in every target's region. `keepers`: where every step is kept (home and one more region).
   * A region that cannot be reached is left out and catches up later.
   * @throws when it was kept nowhere, or when somebody else wrote meanwhile: this process must not write any more
   */
  save(rollout: OpenRollout, where: 'everywhere' | 'keepers'): Promise<void>;
}

/** All effects of a rollout. The decision core calls these and nothing else, so that it runs on AWS and in simulation alike. */
export interface RolloutPorts {
  readonly clock: Clock;
  readonly report: Report;
  /** Aborts when the user or the runner cancels. */
  readonly signal: AbortSignal;
  /** Ids of instances whose outputs this one takes. */
  dependencies(instance: StackInstance): readonly string[];
  /** Resolves the references of the instance against outputs as they are. Never throws for what AWS refuses. */
  inputs(instance: StackInstance): Promise<Inputs | FailedInputs>;
  /** Makes and validates the change set. Never throws for what AWS refuses: that is a failed preparation. */
  prepare(instance: StackInstance): Promise<Preparation>;
  execute(instance: StackInstance, preparation: Executable): Promise<StackOutcome>;
  /** Deletes what `prepare` made and nobody will execute. */
  discard(instance: StackInstance, preparation: Executable): Promise<void>;
  /** Settles what no change set holds (stack policy, termination protection) of a stack without changes. */
  align(instance: StackInstance, preparation: Extract<Preparation, { kind: 'no-change' }>): Promise<void>;
  readonly gates: GateRunner;
  readonly journal: Journal;
  readonly rollback: RollbackPorts;
  /** Absent: traffic is shared by nothing that this program knows. */
  readonly traffic?: TrafficPorts;
  /** New outputs of an instance, for the references of others. */
  remember(instance: StackInstance, outputs: Readonly<Record<string, string>>): void;
}
