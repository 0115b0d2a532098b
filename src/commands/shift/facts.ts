import { AwsError } from '../../aws/ports.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { Environment } from '../../topology/model.ts';
import type { TargetWork } from '../deploy/target-work.ts';

/** Targets whose stacks are all there and in a state that a deployment may leave behind. */
export async function goodTargets(
  environment: Environment,
  works: ReadonlyMap<string, Pick<TargetWork, 'target' | 'session'>>,
): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    [...works.values()].map(async (work) => ((await isGood(work, environment)) ? [work.target.name] : [])),
  );
  return new Set(answers.flat());
}

async function isGood(
  { target, session }: Pick<TargetWork, 'target' | 'session'>,
  environment: Environment,
): Promise<boolean> {
  const own = environment.instances.filter((instance) => instance.target.name === target.name);
  const found = await Promise.all(
    own.map(async ({ stack }) => {
      try {
        return await session.cloudformation.describeStack(stack.stackName);
      } catch (error) {
        // Nobody knows how it is, so it gets no traffic; what else is wrong is said where it matters.
        if (error instanceof AwsError && error.kind === 'unreachable') return undefined;
        throw error;
      }
    }),
  );
  return own.length > 0 && found.every((stack) => stack !== undefined && serves(stack.status));
}

/** A stack that CloudFormation restored after a failed update is what it was before: it serves. */
function serves(status: string): boolean {
  const { success, end, next } = statusMeaning(status);
  return success || (end === 'failed' && next === 'update');
}
