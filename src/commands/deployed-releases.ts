import type { RunContext } from '../context.ts';
import { errorText } from '../errors.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { bucketOf } from './bucket-of.ts';
import { createRecorder, type Recorder } from './deploy/recorder.ts';
import { type DeployedRelease, deployedRelease } from './deployed-release.ts';
import { isRefusal } from './stack-report.ts';

/** The release of each target: of the last of its stacks, in the order of the environment, that tells one. */
export async function deployedReleases(
  { application, name, instances }: Pick<Environment, 'application' | 'name' | 'instances'>,
  context: RunContext,
): Promise<ReadonlyMap<string, DeployedRelease>> {
  const recorder = createRecorder({ application, environment: name }, context);
  const found = await Promise.all(
    instances.map(async (instance) => [instance.target.name, await read(instance, recorder, context)] as const),
  );
  const releases = new Map<string, DeployedRelease>();
  for (const [target, known] of found) {
    if ('release' in known || !releases.has(target)) releases.set(target, known);
  }
  return releases;
}

/** What AWS or the credentials say no to is why it is not known. */
async function read(instance: StackInstance, recorder: Recorder, context: RunContext): Promise<DeployedRelease> {
  const session = context.aws.session(instance.target);
  try {
    await session.account();
    const [stack, bucket] = await Promise.all([
      session.cloudformation.describeStack(instance.stack.stackName),
      bucketOf(session, instance.settings, context),
    ]);
    if (stack === undefined) return { unknown: `${instance.stack.stackName} is not deployed` };
    return await deployedRelease(instance, stack, { session, bucket }, recorder);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { unknown: errorText(error) };
  }
}
