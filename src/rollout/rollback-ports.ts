import type { StackOutcome } from '../stack/model.ts';
import type { StackInstance } from '../topology/model.ts';
import type { SeenReturn } from './return-weights.ts';

/** The rollout that is taken back. */
export interface LeftRollout {
  /** Id of the release that is left. */
  readonly release: string;
  /** ISO 8601: when the rollout was opened. Records of that release made since are its own. */
  readonly openedAt: string;
}

/**
 * Where a rollback goes: back to before a rollout that failed, to what was there before the last rollout (before the
 * release that was returned to, where that was a rollback itself), or to a release by its id.
 */
export type RollbackAim =
  | { readonly leave: LeftRollout }
  | { readonly previous: LeftRollout }
  | { readonly to: string };

export interface RecordedRelease {
  readonly id: string;
  readonly commit?: string;
}

/**
 * What a rollback means for one stack in one target.
 * `returns`: it goes back to a recorded release. `stays`: nothing is to be done, or it is to be left as it is (the
 * first deployment, a stack of the home region). `refused`: it should go back and cannot.
 */
export interface InstanceRollback {
  readonly instance: string;
  readonly kind: 'returns' | 'stays' | 'refused';
  /** What it returns to, or should. */
  readonly to?: RecordedRelease;
  /** What it has, where that is what it should have. */
  readonly has?: RecordedRelease;
  /** What it has now, as far as the records tell. */
  readonly from?: RecordedRelease;
  /** One sentence: why it stays or is refused. */
  readonly reason?: string;
  /** It stays because it has what it should have. */
  readonly there?: true;
  /** A person may accept it by name: what is refused only because data would be lost. */
  readonly needs?: 'accept-data-loss';
  /** What is worth knowing before it is begun: values that are taken as they are today, CodeDeploy settings left out … */
  readonly notes: readonly string[];
}

/** Feasibility of a rollback, worked out and shown before anything is executed. */
export interface RollbackPlan {
  readonly instances: readonly InstanceRollback[];
  /** Absent where no traffic is moved, or it cannot be read. */
  readonly traffic?: SeenReturn;
}

/** The effects of a rollback. Neither throws for what AWS says: that is a refusal or an outcome. */
export interface RollbackPorts {
  /** Works out for each instance what a rollback would do. Reads only. */
  planRollback(instances: readonly StackInstance[], aim: RollbackAim): Promise<RollbackPlan>;
  /**
   * Returns one stack, worked out anew from the records: a run that continues another's rollback calls it again and
   * gets `no-change` for what is done. `rolled-back`: it has the recorded release again. `no-change`: it never left
   * it. `skipped`: it stays or is refused, with the reason. Otherwise how the attempt ended.
   */
  rollBack(instance: StackInstance, aim: RollbackAim): Promise<StackOutcome>;
}
