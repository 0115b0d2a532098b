import type { Stack } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import { leaseHolder } from '../records/lease-holder.ts';
import { problemsOf } from '../report/problems.ts';
import type { StackReport } from '../report/status-report.ts';
import { statusMeaning } from '../stack/index.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { bucketOf } from './bucket-of.ts';
import type { Recorder } from './deploy/recorder.ts';
import { leaseKey } from './deploy/target-work.ts';
import { deployedRelease } from './deployed-release.ts';

/** A stack as it was found, with what was thrown where it could not be read. */
export interface FoundStack {
  readonly report: StackReport;
  readonly error?: UserError | AwsError;
}

/** Reads one stack and who works on its target. One that cannot be read is reported as such: the others are shown. */
export async function findStack(
  instance: StackInstance,
  environment: Environment,
  recorder: Recorder,
  context: RunContext,
): Promise<FoundStack> {
  const { target, stack } = instance;
  const base = { instance: instance.id, target: target.name, region: target.region, stackName: stack.stackName };
  try {
    const session = context.aws.session(target);
    const account = await session.account();
    const [found, held] = await Promise.all([
      session.cloudformation.describeStack(stack.stackName),
      holderOf(instance, environment, context),
    ]);
    const has = found === undefined ? {} : await releaseOf(instance, found, recorder, context);
    if (found === undefined) return { report: { ...base, account, kind: 'absent', good: false, outputs: {}, ...held } };
    const reasons = [found.statusReason, held.reason].filter(Boolean);
    const report: StackReport = {
      ...base,
      account,
      ...held,
      ...has,
      kind: 'deployed',
      status: found.status,
      good: statusMeaning(found.status).success,
      changedAt: found.updatedAt ?? found.createdAt,
      outputs: found.outputs,
      ...(reasons.length > 0 && { reason: reasons.join('; ') }),
    };
    return { report };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const kind = error instanceof AwsError && error.kind === 'unreachable' ? 'unreachable' : 'refused';
    return { report: { ...base, kind, good: false, ...wordsOf(error), outputs: {} }, error };
  }
}

/** Its release; where that cannot be told, why not is a difference from what we left there. */
async function releaseOf(
  instance: StackInstance,
  stack: Stack,
  recorder: Recorder,
  context: RunContext,
): Promise<Pick<StackReport, 'release' | 'difference'>> {
  const session = context.aws.session(instance.target);
  try {
    const bucket = await bucketOf(session, instance.settings, context);
    const deployed = await deployedRelease(instance, stack, { session, bucket }, recorder);
    return 'release' in deployed ? deployed : { difference: `its release is not known: ${deployed.unknown}` };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { difference: `its release is not known: ${wordsOf(error).reason}` };
  }
}

/** Stacks can be read where the bucket cannot: then only who holds the target stays unknown. */
async function holderOf(
  { target, settings }: StackInstance,
  environment: Environment,
  context: RunContext,
): Promise<Pick<StackReport, 'heldBy' | 'reason'>> {
  const session = context.aws.session(target);
  try {
    const bucket = await bucketOf(session, settings, context);
    const heldBy = bucket === undefined ? undefined : await leaseHolder(session.storage, bucket, leaseKey(environment));
    return heldBy === undefined ? {} : { heldBy };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { reason: `who works on it is not known: ${wordsOf(error).reason}` };
  }
}

/** What AWS or the credentials say no to, as opposed to a defect of this program. */
export function isRefusal(error: unknown): error is UserError | AwsError {
  return error instanceof AwsError || error instanceof UserError;
}

function wordsOf(error: UserError | AwsError): Required<Pick<StackReport, 'reason' | 'fix'>> {
  const problems = problemsOf(error);
  const reason = problems.map(({ message, code }) => (message.includes(code) ? message : `${message} (${code})`));
  return { reason: reason.join('; '), fix: problems.flatMap(({ fix }) => fix) };
}
