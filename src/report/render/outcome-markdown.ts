import { code, escapeMarkdown, fitSections, linkOrCode } from '../markdown.ts';
import type { Refusal, RunResult } from '../run-result.ts';
import { gateMarkdown } from './gate-text.ts';
import { heading, instanceTable, problemSections, summaryFailures } from './github-summary.ts';
import { PLAN_COMMENT_LIMIT } from './plan-comment.ts';
import { rolloutMarkdown } from './rollout-text.ts';
import { shortCommit } from './summary-text.ts';

/** A comment has up to four of them: deploy, verify and rollback of a group, and what a later job was refused for. */
const PART_LIMIT = 15_000;

/** How one step of a deployment ended, and why: a part of the comment. */
export function outcomeMarkdown(result: RunResult, limit = PART_LIMIT): string {
  const gates = (result.gates ?? []).filter(({ verdict }) => verdict !== 'pass');
  const troubled = result.instances.filter(({ state }) => state !== 'succeeded' && state !== 'no-change');
  const deeper = (text: string) => text.replaceAll(/^##/gm, '###');
  return fitSections(
    [
      { forms: [deeper(heading(result))], importance: 9 },
      { forms: [result.failure === undefined ? '' : `❌ ${escapeMarkdown(result.failure)}`], importance: 9 },
      { forms: [rolloutMarkdown(result.rollout)], importance: 9 },
      { forms: [deeper(gateMarkdown(gates)), deeper(gateMarkdown(gates.slice(0, 10))), ''], importance: 8 },
      {
        forms: [
          deeper(summaryFailures(result.instances, 5)),
          deeper(summaryFailures(result.instances, 1)),
          deeper(summaryFailures(result.instances, 1, 3)),
          '',
        ],
        importance: 7,
      },
      { forms: [instanceTable(troubled), instanceTable(troubled.slice(0, 20)), ''], importance: 5 },
    ],
    limit,
  );
}

/** A step that was refused before it did anything: a part of the comment. */
export function refusedOutcome({ command, problems }: Refusal, limit = PART_LIMIT): string {
  const title = `### ❌ ${command === '' ? '' : `${escapeMarkdown(command)} `}refused`;
  return fitSections([{ forms: [title], importance: 9 }, ...problemSections(problems)], limit);
}

export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface DeploymentComment {
  readonly environment: string;
  readonly jobResult: JobResult;
  /** Parts in the order in which things happened. */
  readonly parts: readonly string[];
  /** Attempt of the run that the parts are of, where this one left none. */
  readonly earlierAttempt?: number;
  readonly commit?: string;
  readonly runUrl?: string;
}

/** The comment on a deployment: what became of it and why, at most `limit` bytes. */
export function deploymentComment(comment: DeploymentComment, limit = PLAN_COMMENT_LIMIT): string {
  const { environment, jobResult, parts, earlierAttempt, commit, runUrl } = comment;
  const failed = jobResult === 'failure' || jobResult === 'cancelled';
  const what = `The deployment${environment === '' ? '' : ` to ${escapeMarkdown(environment)}`}`;
  const silent = parts.length === 0 || earlierAttempt !== undefined;
  const marked = earlierAttempt === undefined ? '' : `\n\nFrom attempt ${earlierAttempt}:`;
  const facts = [
    commit !== undefined && `Commit ${code(shortCommit(commit))}`,
    runUrl !== undefined && linkOrCode(runUrl, 'summary and log'),
  ].filter(Boolean);
  return fitSections(
    [
      { forms: [`## ${TITLES[jobResult].mark} ${what} ${TITLES[jobResult].text}`], importance: 9 },
      ...(failed && silent ? [{ forms: [`${SILENT}${marked}`], importance: 9 } as const] : []),
      // The last one says how it is now.
      ...(failed ? parts.map((text, index) => ({ forms: [text, ''] as const, importance: index / parts.length })) : []),
      { forms: [facts.length === 0 ? '' : `<sub>${facts.join(' · ')}</sub>`], importance: 9 },
    ],
    limit,
  );
}

const SILENT = 'The job ended before it could say why: the summary and the log of the run have what is known.';

const TITLES: Readonly<Record<JobResult, { readonly mark: string; readonly text: string }>> = {
  success: { mark: '✅', text: 'succeeded in a later attempt' },
  failure: { mark: '❌', text: 'failed' },
  cancelled: { mark: '🚫', text: 'was cancelled' },
  skipped: { mark: '⏭️', text: 'was skipped' },
};
