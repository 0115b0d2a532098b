import type { Refusal, RunResult } from '../events.ts';
import { code, escapeMarkdown, fitSections, linkOrCode } from '../markdown.ts';
import { count } from '../text.ts';
import { problemSections, summaryFailures } from './github-summary.ts';
import { planMarkdown } from './plan-markdown.ts';
import { shortCommit } from './summary-text.ts';

/** GitHub takes 65,536 characters; a margin is kept for the hidden marker. */
export const PLAN_COMMENT_LIMIT = 64_000;

export interface PlanCommentOptions {
  /** Commit of the pull request that was planned. */
  readonly commit?: string;
  /** The workflow run, whose summary has all of it. */
  readonly runUrl?: string;
  /** Most bytes. */
  readonly limit?: number;
}

/** The plan of a pull request as its comment: what would be lost first, a forecast and no promise. */
export function planComment(result: RunResult, options: PlanCommentOptions = {}): string {
  const { limit = PLAN_COMMENT_LIMIT } = options;
  const foot = footer(
    options,
    'A forecast: nothing was executed, and its change sets are deleted. A deployment plans again.',
  );
  const failed = result.status === 'failed';
  const failures = failed ? summaryFailures(result.instances, 5) : '';
  const { plan } = result;
  const title = `${failed ? '❌ ' : ''}Plan of ${escapeMarkdown(result.application)} for ${escapeMarkdown(result.environment)}`;
  if (plan === undefined) {
    return fitSections(
      [
        { forms: [`## ${title}`], importance: 9 },
        { forms: [failures], importance: 8 },
        { forms: [foot], importance: 9 },
      ],
      limit,
    );
  }
  return fitSections(
    [
      { forms: [planMarkdown(plan, { limit: limit - 6_000, title, tally: tally(result) })], importance: 9 },
      { forms: [failures, summaryFailures(failed ? result.instances : [], 1), ''], importance: 5 },
      { forms: [foot], importance: 9 },
    ],
    limit,
  );
}

/** The comment of a plan that could not be made: what to put right. */
export function refusedPlanComment(
  { problems }: Refusal,
  environment: string,
  options: PlanCommentOptions = {},
): string {
  const { limit = PLAN_COMMENT_LIMIT } = options;
  const where = environment === '' ? '' : ` for ${escapeMarkdown(environment)}`;
  return fitSections(
    [
      { forms: [`## ❌ No plan${where}`], importance: 9 },
      ...problemSections(problems),
      { forms: [footer(options, 'Nothing was changed.')], importance: 9 },
    ],
    limit,
  );
}

/** "3 of 1,000 stacks would change, 1 cannot be planned". */
function tally({ plan, instances }: RunResult): string {
  const all = plan?.instances ?? [];
  const of = (kind: (typeof all)[number]['kind']) => all.filter((instance) => instance.kind === kind).length;
  const [created, updated, predicted, failed] = [of('create'), of('update'), of('predicted'), of('failed')];
  const targets = new Set(instances.map(({ target }) => target)).size;
  const said = [
    created > 0 && `${created} would be created`,
    updated > 0 && `${updated} would change`,
    predicted > 0 && `${predicted} are known later`,
    failed > 0 && `**${failed} cannot be planned**`,
    of('no-change') > 0 && `${of('no-change')} stay as they are`,
  ].filter(Boolean);
  return `${count(all.length, 'stack')} in ${count(targets, 'target')}: ${said.join(', ') || 'nothing to do'}.`;
}

function footer({ commit, runUrl }: PlanCommentOptions, sentence: string): string {
  const facts = [
    commit !== undefined && `Commit ${code(shortCommit(commit))}`,
    runUrl !== undefined && linkOrCode(runUrl, 'summary and log'),
  ].filter(Boolean);
  return `<sub>${[...facts, sentence].join(' · ')}</sub>`;
}
