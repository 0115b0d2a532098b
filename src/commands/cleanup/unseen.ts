import { AwsError } from '../../aws/ports.ts';
import { problemsOf } from '../../report/problems.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { Environment } from '../../topology/model.ts';
import type { Unseen } from './find.ts';

/** A target that could not be looked into, as a result: what is there is not known. */
export function unseenResult(
  { target, error }: Unseen,
  { application }: Pick<Environment, 'application'>,
): InstanceResult {
  const problems = problemsOf(error);
  const lost = error instanceof AwsError && error.kind === 'unreachable';
  return {
    instance: `previews@${target.name}`,
    target: target.name,
    stack: 'previews',
    stackName: application,
    region: target.region,
    ...(target.account !== undefined && { account: target.account }),
    phase: 'find',
    state: lost ? 'unreachable' : 'failed',
    reason: `what previews there are is not known: ${problems.map(({ message }) => message).join('; ')}`,
    failures: [],
    fix: problems.flatMap(({ fix }) => fix),
    outputs: {},
    changes: { add: 0, modify: 0, remove: 0, replace: 0 },
  };
}
