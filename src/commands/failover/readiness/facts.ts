import type { Stack } from '../../../aws/cloudformation-port.ts';
import type { AwsError, TargetSession } from '../../../aws/ports.ts';
import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import type { Environment, StackInstance, Target } from '../../../topology/model.ts';
import { bucketOf } from '../../bucket-of.ts';
import { createRecorder } from '../../deploy/recorder.ts';
import { settingsOf } from '../../deploy/target-settings.ts';
import { type DeployedRelease, deployedRelease } from '../../deployed-release.ts';
import { absentArtifacts } from '../../rollback/artifacts.ts';
import { isRefusal } from '../../stack-report.ts';
import { allResources, type StackResource } from '../stack-resources.ts';

/** One stack as it is. */
export interface StackFacts {
  readonly instance: StackInstance;
  /** Undefined: there is none. */
  readonly stack: Stack | undefined;
  readonly release: DeployedRelease;
  /** Keys of artifacts of its release that are not in the bucket any more. */
  readonly absent: readonly string[];
  /** Also of nested stacks. */
  readonly resources: readonly StackResource[];
}

/** One target and everything that its stacks tell. */
export interface TargetFacts {
  readonly target: Target;
  readonly session: TargetSession;
  /** Undefined: there is none yet. */
  readonly bucket: string | undefined;
  readonly stacks: readonly StackFacts[];
  /** Why it could not be read; then there is nothing else. */
  readonly error?: UserError | AwsError;
}

/** One distribution of CloudFront, and whose credentials it is of. */
export interface Distribution {
  readonly id: string;
  readonly session: TargetSession;
}

/** Reads every target side by side. One that cannot be read does not keep the others from it. */
export async function readFacts(
  whole: Environment,
  targets: readonly Target[],
  context: RunContext,
): Promise<readonly TargetFacts[]> {
  const recorder = createRecorder({ application: whole.application, environment: whole.name }, context);
  return Promise.all(
    targets.map(async (target) => {
      const session = context.aws.session(target);
      try {
        const bucket = await bucketOf(session, settingsOf(whole, target.name), context);
        const own = whole.instances.filter((instance) => instance.target.name === target.name);
        const stacks = await Promise.all(own.map((instance) => readStack(instance, { session, bucket }, recorder)));
        return { target, session, bucket, stacks };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return { target, session, bucket: undefined, stacks: [], error };
      }
    }),
  );
}

async function readStack(
  instance: StackInstance,
  place: { readonly session: TargetSession; readonly bucket: string | undefined },
  recorder: ReturnType<typeof createRecorder>,
): Promise<StackFacts> {
  const { session, bucket } = place;
  const stack = await session.cloudformation.describeStack(instance.stack.stackName);
  if (stack === undefined)
    return { instance, stack, release: { unknown: 'it is not there' }, absent: [], resources: [] };
  const [release, resources] = await Promise.all([
    deployedRelease(instance, stack, place, recorder),
    allResources(instance.stack.stackName, session.cloudformation),
  ]);
  if (bucket === undefined) return { instance, stack, release, absent: [], resources };
  const { document } = await recorder.read({ instance: instance.id, session, bucket });
  const absent = await absentArtifacts(document.records.at(-1)?.asked.artifacts ?? [], {
    storage: session.storage,
    bucket,
  });
  return { instance, stack, release, absent, resources };
}

/** What to do about a refusal. */
export function fixOf(error: UserError | AwsError): readonly string[] {
  if (error instanceof UserError) return error.fix;
  if (error.kind !== 'denied') return [];
  return ['Let the role do it: policy --for plan --failover prints what this command needs.'];
}

/** Distributions of the environment, wherever their stacks are: edge and global stacks, and those of one target, serve all regions. */
export function distributionsOf(facts: readonly TargetFacts[]): readonly Distribution[] {
  return facts.flatMap(({ session, stacks }) =>
    stacks
      .flatMap(({ resources }) => resources)
      .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
      .map(({ physicalId: id }) => ({ id, session })),
  );
}
