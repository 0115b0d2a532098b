import type { Stack } from '../../aws/cloudformation-port.ts';
import type { RunContext } from '../../context.ts';
import type { Repository } from '../../preview/repository.ts';
import { type Ownership, ownershipOf } from '../../preview/tags.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { isRefusal } from '../stack-report.ts';

export interface FoundStack {
  readonly target: Target;
  readonly account: string;
  readonly stack: Stack;
  readonly owner: Exclude<Ownership, { kind: 'foreign' }>;
}

/** A target that could not be looked into. */
export interface Unseen {
  readonly target: Target;
  readonly error: unknown;
}

/**
 * All stacks in these targets that carry the tags of this repository, newest first: what was made later may need what
 * was made earlier. A target that does not answer keeps none of the others waiting.
 */
export async function findPreviews(
  targets: readonly Target[],
  repository: Repository,
  context: RunContext,
): Promise<{ readonly found: readonly FoundStack[]; readonly unseen: readonly Unseen[] }> {
  const answers = await Promise.all(targets.map((target) => look(target, repository, context)));
  const found = answers.flatMap((answer) => ('found' in answer ? answer.found : []));
  // Two targets may lie in the same account and region, with other roles.
  const places = new Map(found.map((item) => [item.stack.stackId, item] as const));
  return {
    found: [...places.values()].toSorted((a, b) => (a.stack.createdAt < b.stack.createdAt ? 1 : -1)),
    unseen: answers.flatMap((answer) => ('error' in answer ? [answer] : [])),
  };
}

async function look(
  target: Target,
  repository: Repository,
  context: RunContext,
): Promise<{ readonly found: readonly FoundStack[] } | Unseen> {
  try {
    const session = context.aws.session(target);
    const account = await session.account();
    const stacks = await session.cloudformation.listStacks();
    return {
      found: stacks.flatMap((stack) => {
        const owner = ownershipOf(stack.tags, repository);
        return owner.kind === 'foreign' ? [] : [{ target, account, stack, owner }];
      }),
    };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!isRefusal(error)) throw error;
    return { target, error };
  }
}

/** The targets of an environment and more regions, which are reached the way its targets are. */
export function withRegions({ targets }: Pick<Environment, 'targets'>, regions: readonly string[]): readonly Target[] {
  const reached = new Map(targets.map((target) => [JSON.stringify([target.account, target.credentials]), target]));
  const more = regions.flatMap((region) =>
    [...reached.values()]
      .filter((like) => !targets.some((one) => one.region === region && one.account === like.account))
      .map((like) => ({
        ...like,
        region,
        name: reached.size === 1 ? region : `${region}-${like.account ?? like.name}`,
      })),
  );
  return [...targets, ...more];
}
