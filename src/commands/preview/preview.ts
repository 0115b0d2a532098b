import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { GitHub, PullRequest as KnownPull } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';
import type { PullRequest } from '../../preview/pull-request.ts';
import type { Command } from '../command.ts';
import { deletePreview } from './delete.ts';
import { deployPreview } from './deploy.ts';
import { connecting, previewSubject } from './request.ts';
import { checkWithoutCredentials } from './without-credentials.ts';

/**
 * Deploys the preview of a pull request, or deletes it when the pull request is closed. A pull request that gets no
 * credentials gets the checks that need none.
 */
export const preview: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const subject = previewSubject(options, context);
  const { pull } = subject;
  if (pull.untrusted !== undefined) return checkWithoutCredentials(subject, startedAt, options, context);
  const gitHub = await clientOf(options, context);
  if (options.delete === true || pull.closed) return deletePreview(subject, gitHub, startedAt, options, context);
  const known = await ask(gitHub, pull, context);
  if (known?.fork === true && !pull.told && startedByEvent(context))
    return checkWithoutCredentials({ ...subject, pull: { ...pull, untrusted: 'fork' } }, startedAt, options, context);
  return deployPreview(subject, gitHub, known, startedAt, options, context);
};

/** A preview is deployed without GitHub's help too; only its pull request is not told. */
async function clientOf(options: Options, context: RunContext): Promise<GitHub | undefined> {
  try {
    return await context.gitHub(options['github-token'], connecting(options));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const text = `the pull request is not told of its preview: ${[error.message, ...error.fix].join('. ')}`;
    context.report({ type: 'note', level: 'warning', text });
    return undefined;
  }
}

/**
 * What GitHub knows of the pull request now.
 * @throws UserError `pull-request-missing` where GitHub has none of that number, and nobody else says that there is one;
 * `fork-unknown`
 */
async function ask(
  gitHub: GitHub | undefined,
  { number, told }: PullRequest,
  context: RunContext,
): Promise<KnownPull | undefined> {
  try {
    const known = await gitHub?.pullRequest(number);
    if (known === undefined && gitHub !== undefined && !told)
      throw new UserError('pull-request-missing', `GitHub has no pull request ${number}, or hides it from this token`, {
        fix: ['Check the number, and that the job has `pull-requests: read` (or write, for the comment).'],
      });
    if (known === undefined && !told && startedByEvent(context)) throw unknownFork(number);
    return known;
  } catch (error) {
    if (!(error instanceof UserError) || OURS.has(error.code)) throw error;
    if (!told && startedByEvent(context)) throw unknownFork(number);
    context.report({
      type: 'note',
      level: 'warning',
      text: `GitHub does not say whether it is open: ${error.message}`,
    });
    return undefined;
  }
}

const OURS: ReadonlySet<string> = new Set(['pull-request-missing', 'fork-unknown']);

/** Anybody can start such a run, as with a comment: nobody with credentials has decided to run this code. */
function startedByEvent({ env }: Pick<RunContext, 'env'>): boolean {
  const name = env['GITHUB_EVENT_NAME'];
  return name !== undefined && !['workflow_dispatch', 'repository_dispatch', 'push', 'schedule'].includes(name);
}

function unknownFork(number: number): UserError {
  return new UserError('fork-unknown', `whether pull request ${number} comes from a fork is not known`, {
    fix: ['Run it on: pull_request, which says so, or give the job a token with `pull-requests: read`.'],
  });
}
