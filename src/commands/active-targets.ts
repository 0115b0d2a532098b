import type { RunContext } from '../context.ts';
import type { Environment } from '../topology/model.ts';
import type { TargetWork } from './deploy/target-work.ts';
import { visibleActiveStates } from './shift/active-states.ts';

/** Whether a target is active: state of the environment, read once and only where something asks for it. */
export type IsActive = (target: string) => Promise<boolean>;

/** @param works targets that answer: the newest of their copies counts */
export function activeReader(
  environment: Environment,
  works: readonly Pick<TargetWork, 'target' | 'session'>[],
  context: RunContext,
): IsActive {
  let inactive: Promise<ReadonlySet<string>> | undefined;
  const read = async (): Promise<ReadonlySet<string>> => {
    const states = await visibleActiveStates(environment, works, context);
    return new Set((await states?.read())?.inactive ?? []);
  };
  return async (target) => {
    inactive ??= read();
    return !(await inactive).has(target);
  };
}
