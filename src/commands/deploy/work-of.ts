import { InternalError } from '../../errors.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { TargetWork } from './target-work.ts';

/** The target of an instance. */
export function workOf({ id, target }: StackInstance, targets: ReadonlyMap<string, TargetWork>): TargetWork {
  const work = targets.get(target.name);
  if (work === undefined) throw new InternalError(`${id} is in no target of this run`);
  return work;
}
