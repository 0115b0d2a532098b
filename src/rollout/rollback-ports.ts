import type { StackOutcome } from '../stack/model.ts';
import type { StackInstance } from '../topology/model.ts';

/** What a rollback would do with one stack. */
export type RollbackStep =
  /** It returns to a recorded release. */
  | {
      readonly kind: 'return';
      readonly instance: string;
      readonly to: { readonly release: string; readonly commit?: string };
      readonly notes: readonly string[];
    }
  /** It is what it was before: nothing to do. */
  | { readonly kind: 'there'; readonly instance: string; readonly to?: { readonly release: string } }
  /** It stays as it is, and why: a first deploy, a stack that only returns if marked, data that would be lost … */
  | { readonly kind: 'kept'; readonly instance: string; readonly reason: string };

/** Effects of a rollback. */
export interface RollbackPorts {
  /**
   * Which of these stacks return, to what, and why others do not. Changes nothing. Never throws for what AWS says of one
   * stack: that one is `kept`, with the reason.
   */
  plan(instances: readonly StackInstance[]): Promise<readonly RollbackStep[]>;
  /**
   * Brings one stack back to its recorded release: state `rolled-back`, or why not. Adopts an operation that is under way
   * there, also our own of a process that died. Never throws for what AWS refuses.
   */
  rollBack(instance: StackInstance, step: Extract<RollbackStep, { kind: 'return' }>): Promise<StackOutcome>;
}
