import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { TargetWork } from './target-work.ts';

/**
 * Asks every target for its account before anything is written anywhere, and returns those that answered, in order.
 * A lost region is left to the plan, which reports it as unreachable.
 * @throws UserErrors `targets-refused` with what is wrong in each target; UserError `no-target-reachable`
 */
export async function proveTargets(
  targets: ReadonlyMap<string, TargetWork>,
  options: Pick<Options, 'mask-aws-account-id'>,
  context: RunContext,
): Promise<readonly TargetWork[]> {
  const works = [...targets.values()];
  const answers = await Promise.all(
    works.map(async (work) => ({ work, error: await problemOf(work, options, context) })),
  );
  context.signal.throwIfAborted();
  const refused = answers.flatMap(({ error }) => (error instanceof UserError ? [error] : []));
  const [first] = refused;
  if (first !== undefined && refused.length === 1) throw first;
  if (first !== undefined)
    throw new UserErrors(
      'targets-refused',
      `${refused.length} of ${works.length} targets cannot be worked on; nothing was changed`,
      unique(refused),
    );
  const reachable = answers.flatMap(({ work, error }) => (error === undefined ? [work] : []));
  if (reachable.length === 0) {
    const [{ error } = { error: undefined }] = answers;
    throw new UserError('no-target-reachable', `no target can be reached: ${error?.message ?? ''}`, {
      fix: ['Check the network, a proxy (HTTPS_PROXY) and the names of the regions.'],
      cause: error,
    });
  }
  return reachable;
}

async function problemOf(
  { session, target }: TargetWork,
  options: Pick<Options, 'mask-aws-account-id'>,
  context: RunContext,
): Promise<UserError | AwsError | undefined> {
  try {
    const account = await session.account();
    if (options['mask-aws-account-id']) context.hide(account);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    if (!(error instanceof AwsError)) throw error;
    if (error.kind === 'unreachable') return error;
    return new UserError(
      'target-refused',
      `${target.name}: ${error.service} ${error.action}: ${error.message} (${error.code})`,
      { cause: error },
    );
  }
}

/** The same sentence for many targets is said once. */
function unique(errors: readonly UserError[]): readonly UserError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}
