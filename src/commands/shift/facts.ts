import type { Stack } from '../../aws/cloudformation-port.ts';
import { AwsError } from '../../aws/ports.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';

type Works = ReadonlyMap<string, Pick<TargetWork, 'target' | 'session'>>;

/** A stack that a target should have. */
export interface FoundStack {
  readonly key: string;
  /** Undefined: it is not there. `unknown`: its region does not answer. */
  readonly stack: Pick<Stack, 'status' | 'createdAt' | 'updatedAt'> | undefined | 'unknown';
}

/** What was found in each target that was asked. */
export type FoundStacks = ReadonlyMap<string, readonly FoundStack[]>;

/** Looks at all stacks of these targets. @throws AwsError, except where a region does not answer */
export async function findStacks({ instances }: Pick<Environment, 'instances'>, works: Works): Promise<FoundStacks> {
  const find = async ({ target, session }: Pick<TargetWork, 'target' | 'session'>) => {
    const own = instances.filter((instance) => instance.target.name === target.name);
    const found = own.map(async ({ stack: { key, stackName } }): Promise<FoundStack> => {
      try {
        return { key, stack: await session.cloudformation.describeStack(stackName) };
      } catch (error) {
        // Nobody knows how it is, so it gets no traffic; what else is wrong is said where it matters.
        if (error instanceof AwsError && error.kind === 'unreachable') return { key, stack: 'unknown' };
        throw error;
      }
    });
    return [target.name, await Promise.all(found)] as const;
  };
  return new Map(await Promise.all([...works.values()].map(find)));
}

/** Targets whose stacks are all there and in a state that a deployment may leave behind. */
export async function goodTargets(
  environment: Pick<Environment, 'instances'>,
  works: Works,
): Promise<ReadonlySet<string>> {
  const found = [...(await findStacks(environment, works))];
  return new Set(found.flatMap(([name, own]) => (own.length > 0 && own.every(serves) ? [name] : [])));
}

/** A stack that CloudFormation restored after a failed update is what it was before: it serves. */
export function serves({ stack }: FoundStack): boolean {
  if (stack === undefined || stack === 'unknown') return false;
  const { success, end, next } = statusMeaning(stack.status);
  return success || (end === 'failed' && next === 'update');
}
