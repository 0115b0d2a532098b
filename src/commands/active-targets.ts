import type { RunContext } from '../context.ts';
import { type ActiveState, ALL_ACTIVE } from '../records/active-state-document.ts';
import type { Environment } from '../topology/model.ts';
import type { TargetWork } from './deploy/target-work.ts';
import { visibleActiveStates } from './shift/active-states.ts';

/** Whether a target is active: state of the environment, read once and only where something asks for it. */
export type IsActive = (target: string) => Promise<boolean>;

export interface ActiveReader {
  /** Read with the first question. What is about to change weights reads it anew. */
  state(): Promise<ActiveState>;
  readonly isActive: IsActive;
}

/** @param works targets that answer: the newest of their copies counts */
export function activeReader(
  environment: Environment,
  works: readonly Pick<TargetWork, 'target' | 'session'>[],
  context: RunContext,
): ActiveReader {
  let reading: Promise<ActiveState> | undefined;
  const read = async (): Promise<ActiveState> => {
    const states = await visibleActiveStates(environment, works, context);
    return (await states?.read()) ?? ALL_ACTIVE;
  };
  const state = (): Promise<ActiveState> => {
    reading ??= read();
    return reading;
  };
  return { state, isActive: async (target) => !(await state()).inactive.includes(target) };
}
