import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import type { GitHub } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';
import { type Decision, decide } from '../../preview/decide.ts';
import { repositoryOf } from '../../preview/repository.ts';
import type { PreviewReport } from '../../report/preview-report.ts';
import type { InstanceResult, RunResult } from '../../report/run-result.ts';
import type { Command } from '../command.ts';
import { connecting } from '../preview/request.ts';
import { runResult } from '../result.ts';
import { tellStart } from '../tell-start.ts';
import { deleteFound } from './delete-found.ts';
import { type FoundStack, findPreviews, withRegions } from './find.ts';
import { placesOf } from './places.ts';
import { type KnownState, pullStates } from './pull-states.ts';
import { unseenResult } from './unseen.ts';

/**
 * Finds previews of this repository whose pull request is closed or which have expired: events that say so get lost.
 * Deletes them only when it is told to.
 */
export const cleanup: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const acts = mayAct(options, context);
  const repository = repositoryOf(options.repository, context.env, context.nameOption);
  const environment = await placesOf(options, context);
  const targets = withRegions(environment, environment.moreRegions);
  tellStart('cleanup', { ...environment, name: '', targets }, !acts, context);
  const { found, unseen } = await findPreviews(targets, repository, context);
  const { gitHub, why } = await clientOf(options, context);
  const numbers = new Set(found.flatMap(({ owner }) => (owner.kind === 'own' ? [owner.number] : [])));
  const states = await pullStates(numbers, gitHub, why, context);
  const judged = found.map((item) => ({ item, ...judge(item, states, context.clock.now(), environment.only) }));
  const previews = judged.map(({ item, state, ...decision }) => reportOf(item, state, decision));
  context.report({ type: 'previews.found', previews });
  const leaving = judged.flatMap(({ item, decision }) => (decision === 'delete' ? [item] : []));
  const blind = unseen.map((one) => unseenResult(one, environment));
  const deleted = acts && leaving.length > 0 ? await confirmed(leaving, environment, gitHub, options, context) : [];
  const unknown = previews.filter(({ pullRequestState, pullRequest }) => pullRequestState === 'unknown' && pullRequest);
  return cleanupResult({ deleted, blind, previews, acts, unknown: unknown.length, startedAt }, environment, context);
};

type Places = Awaited<ReturnType<typeof placesOf>>;

async function confirmed(
  leaving: readonly FoundStack[],
  environment: Places,
  gitHub: GitHub | undefined,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  const names = leaving.map(({ stack, target }) => `${stack.stackName} (${target.name})`).join(', ');
  if (!(await context.confirm(`Delete ${names} with all they hold?`)))
    throw new UserError('declined', 'nothing was deleted', { fix: ['Answer y, or add --yes.'] });
  return deleteFound(leaving, environment, gitHub, options, context);
}

function cleanupResult(
  end: {
    readonly deleted: readonly InstanceResult[];
    readonly blind: readonly InstanceResult[];
    readonly previews: readonly PreviewReport[];
    readonly acts: boolean;
    readonly unknown: number;
    readonly startedAt: number;
  },
  environment: Places,
  context: RunContext,
): RunResult {
  const { deleted, blind, previews, startedAt, acts, unknown } = end;
  const instances = [...deleted, ...blind];
  const calm = blind.length === 0 && unknown > 0 && deleted.every(({ state }) => state === 'succeeded');
  const status = calm ? { status: 'inconclusive' as const } : {};
  return runResult(
    { ...environment, name: '' },
    { command: 'cleanup', startedAt, instances, previews, planned: !acts, ...status },
    context,
  );
}

/** `cleanup` shows what it would do unless it is told to do it. */
function mayAct(options: Options, { nameOption }: RunContext): boolean {
  const { execute, 'dry-run': dryRun } = options;
  if (execute === true && dryRun === true) {
    throw new UserError(
      'execute-and-dry-run',
      `${nameOption('execute')} and ${nameOption('dry-run')} contradict each other`,
      {
        fix: ['Leave one of them out.'],
      },
    );
  }
  return execute === true || dryRun === false;
}

/** Without a token nobody tells whether a pull request is closed; what has expired is found all the same. */
async function clientOf(
  options: Options,
  context: RunContext,
): Promise<{ readonly gitHub: GitHub | undefined; readonly why: string }> {
  try {
    return { gitHub: await context.gitHub(options['github-token'], connecting(options)), why: '' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.report({ type: 'note', level: 'warning', text: [error.message, ...error.fix].join('. ') });
    return { gitHub: undefined, why: errorText(error) };
  }
}

function judge({ owner }: FoundStack, states: ReadonlyMap<number, KnownState>, now: number, only?: string) {
  const known = owner.kind === 'own' ? states.get(owner.number) : undefined;
  const { state, why } = known ?? { state: 'unknown' as const, why: '' };
  return { state, ...decide(owner, state, why, now, only) };
}

function reportOf(
  { target, account, stack, owner }: FoundStack,
  pullRequestState: PreviewReport['pullRequestState'],
  decision: Decision,
): PreviewReport {
  const { stackName, status } = stack;
  return {
    target: target.name,
    region: target.region,
    account,
    stackName,
    status,
    ...(owner.kind === 'own' && { pullRequest: owner.number }),
    pullRequestState,
    ...(owner.kind === 'own' &&
      owner.expiresAt !== undefined && { expiresAt: new Date(owner.expiresAt).toISOString() }),
    ...decision,
  };
}
