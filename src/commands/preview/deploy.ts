import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { GitHub, PullRequest as KnownPull } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';
import { createAnnouncer } from '../../preview/announce.ts';
import { whyNotOf } from '../../preview/owner.ts';
import { ownershipOf } from '../../preview/tags.ts';
import { urlsOf } from '../../preview/urls.ts';
import type { RunResult } from '../../report/run-result.ts';
import type { Environment } from '../../topology/model.ts';
import { deployEnvironment } from '../deploy/deploy.ts';
import { environmentOf } from '../environment.ts';
import { runResult } from '../result.ts';
import { isRefusal } from '../stack-report.ts';
import { logUrlOf } from './log-url.ts';
import { type PreviewSubject, previewSubject } from './request.ts';

/** A preview has no rollout that another release would have to wait for: the last push is what counts. */
const LAST_PUSH_WINS = { supersede: true, 'allow-older': true } as const;

/** Deploys the stacks of a preview to all its targets at once, and says so on the pull request. */
export async function deployPreview(
  { pull: told }: PreviewSubject,
  gitHub: GitHub | undefined,
  known: KnownPull | undefined,
  startedAt: number,
  options: Options,
  context: RunContext,
): Promise<RunResult> {
  const subject = previewSubject(options, context, known);
  const { repository, pull, request } = subject;
  const templates = options.release === undefined;
  const chosen = await environmentOf(options, context, { templates, preview: request });
  const { environment } = chosen;
  if (known?.state === 'closed') return tooLate(environment, told.number, startedAt, context);
  await refuseOthers(environment, subject, context);
  const { application } = environment;
  const dryRun = options['dry-run'] === true;
  const announcer = createAnnouncer(
    {
      number: pull.number,
      application,
      ...(pull.commit !== undefined && { commit: pull.commit }),
      ...logUrlOf(context),
    },
    { gitHub: dryRun ? undefined : gitHub, report: context.report },
  );
  await announcer.started(environment.targets.map(({ name }) => name));
  try {
    const given = { ...options, ...LAST_PUSH_WINS };
    const result = await deployEnvironment('deploy', 'preview', chosen, startedAt, given, context);
    const owner = ownershipOf(environment.instances[0]?.settings.tags ?? {}, repository);
    await announcer.deployed(result.instances, owner.kind === 'own' ? owner.expiresAt : undefined);
    return { ...result, preview: { pullRequest: pull.number, urls: urlsByTarget(result) } };
  } catch (error) {
    await announcer.failed();
    throw error;
  }
}

function urlsByTarget({ targets }: RunResult): Readonly<Record<string, readonly string[]>> {
  const urls = (outputs: (typeof targets)[string]['outputs']): readonly string[] =>
    Object.values(outputs).flatMap((own) => urlsOf(own).map(({ url }) => url));
  return Object.fromEntries(Object.entries(targets).map(([name, { outputs }]) => [name, urls(outputs)]));
}

/** Runs may overtake each other: what is closed by now gets no preview that nobody would delete. */
function tooLate(environment: Environment, number: number, startedAt: number, context: RunContext): RunResult {
  const text = `pull request ${number} is closed by now: it gets no preview`;
  context.report({ type: 'note', level: 'info', text });
  return runResult(
    environment,
    { command: 'preview', startedAt, instances: [], status: 'no-change', notes: [text] },
    context,
  );
}

/**
 * A stack of that name which is not this preview is left as it is, whoever made it.
 * @throws UserError `stack-taken`
 */
async function refuseOthers(
  environment: Environment,
  { repository, pull }: PreviewSubject,
  context: RunContext,
): Promise<void> {
  const owner = { repository, application: environment.application, number: pull.number };
  const findings = await Promise.all(
    environment.instances.map(async ({ stack, target }) => {
      try {
        const found = await context.aws.session(target).cloudformation.describeStack(stack.stackName);
        const why = found && whyNotOf(found, owner);
        return why === undefined ? [] : [new UserError('stack-taken', `${target.name}: ${why}`, { fix: TAKEN })];
      } catch (error) {
        // What cannot be read is reported when it is deployed.
        if (!isRefusal(error)) throw error;
        return [];
      }
    }),
  );
  const errors = findings.flat();
  if (errors.length > 0) throw new UserErrors('stack-taken', 'nothing was changed', errors);
}

const TAKEN = ['Look at whose stack it is; delete it by hand if it may go, or give the application another name.'];
