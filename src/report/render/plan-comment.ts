import type { FailoverReadiness } from '../../failover/readiness/model.ts';
import { code, escapeMarkdown, fitSections, linkOrCode } from '../markdown.ts';
import type { Refusal, RunResult } from '../run-result.ts';
import { count } from '../text.ts';
import { problemSections, summaryFailures } from './github-summary.ts';
import { planMarkdown } from './plan-markdown.ts';
import { readinessMarkdown, readinessTally } from './readiness-text.ts';
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
  if (result.readiness !== undefined) return readinessComment(result, result.readiness, options, limit);
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

function readinessComment(
  { application, environment }: RunResult,
  readiness: FailoverReadiness,
  options: PlanCommentOptions,
  limit: number,
): string {
  const title = `Failover of ${escapeMarkdown(application)} in ${escapeMarkdown(environment)}: ${readinessTally(readiness)}`;
  const foot = footer(options, 'Nothing was moved: this is how it was found.');
  return fitSections(
    [
      { forms: [`## ${title}`], importance: 9 },
      { forms: [readinessMarkdown(readiness), ''], importance: 8 },
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

/** "1000 stacks in 500 targets: 2 to create, 997 to update, **1 cannot be planned**." */
function tally({ plan }: RunResult): string {
  const all = plan?.instances ?? [];
  const targets = new Set(all.map(({ target }) => target)).size;
  const said = kinds.flatMap(([kind, text]) => {
    const amount = all.filter((instance) => instance.kind === kind).length;
    if (amount === 0) return [];
    return kind === 'failed' ? `**${amount} ${text}**` : `${amount} ${text}`;
  });
  return `${count(all.length, 'stack')} in ${count(targets, 'target')}: ${said.join(', ') || 'nothing to do'}.`;
}

const kinds = [
  ['failed', 'cannot be planned'],
  ['create', 'to create'],
  ['update', 'to update'],
  ['predicted', 'known later'],
  ['no-change', 'unchanged'],
] as const;

function footer({ commit, runUrl }: PlanCommentOptions, sentence: string): string {
  const facts = [
    commit !== undefined && `Commit ${code(shortCommit(commit))}`,
    runUrl !== undefined && linkOrCode(runUrl, 'summary and log'),
  ].filter(Boolean);
  return `<sub>${[...facts, sentence].join(' · ')}</sub>`;
}
