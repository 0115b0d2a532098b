import type { Clock } from '../clock.ts';
import type { CommandName } from '../options/model.ts';
import type { Options } from '../options/values.ts';
import type { Renderer } from '../report/reporter.ts';
import { headOfEvent, readEvent } from './event.ts';
import type { GitHub } from './model.ts';
import type { OutcomePorts } from './outcome-file.ts';
import { pullRequestNumber } from './pull-request-number.ts';

/** What is told on GitHub may wait this long for GitHub, milliseconds; the work itself is done by then. */
export const REPORT_WAIT_MS = 90_000;

export interface Connecting {
  /** `owner/name`; default that of the run. */
  readonly repository?: string;
  /** How long each request may wait for GitHub in all, milliseconds. */
  readonly mostWaitMs?: number;
  /** Requests go on after the run is cancelled, for what has to be said then. */
  readonly afterCancel?: boolean;
}

/** What reports on GitHub use of the outside world. */
export interface ReportPorts {
  readonly connect: (token: string | undefined, more: Connecting) => Promise<GitHub>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For people; a report that fails is told and nothing more. */
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly run: WorkflowRun;
}

/** The workflow run, as the runner's variables tell it. */
export interface WorkflowRun {
  /** Grows from run to run. */
  readonly number?: number;
  /** What people know: of a pull request its last commit. */
  readonly commit?: string;
  /** What GitHub knows the run by: of a pull request a merge. */
  readonly sha?: string;
  readonly runUrl?: string;
  /** From 1 on. */
  readonly attempt?: number;
}

/** What a command tells on GitHub. Checked before anything is done. */
export interface Reports {
  readonly pullRequest?: number;
  /** What is asked for and cannot be, which ends no run. */
  readonly notes: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * @param nameOption how messages call an option
 * @throws UserError for values that can never be right
 */
export function chosenReports(
  options: Options,
  env: Env,
  readFile: (path: string) => string | undefined,
  nameOption: (name: string) => string,
): Reports {
  const { comment } = options;
  if (comment === undefined) return { notes: [] };
  const called = nameOption('comment');
  const pullRequest = pullRequestNumber(comment, env, readFile, called);
  if (pullRequest !== undefined) return { pullRequest, notes: [] };
  return /^true$/i.test(comment)
    ? { notes: [`${called} has no effect: this run belongs to no pull request`] }
    : { notes: [] };
}

/** The run that the runner's variables name. */
export function workflowRun(env: Env, readFile: (path: string) => string | undefined): WorkflowRun {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  // GITHUB_SHA of a pull request is a merge that nobody ever sees.
  const commit = headOfEvent(readEvent(env, readFile)) ?? env['GITHUB_SHA'];
  const known = repository && id && /^\d+$/.test(id);
  return {
    ...(known && { number: Number(id), runUrl: `${server}/${repository}/actions/runs/${id}` }),
    ...(/^\d{1,9}$/.test(env['GITHUB_RUN_ATTEMPT'] ?? '') && { attempt: Number(env['GITHUB_RUN_ATTEMPT']) }),
    ...(commit && { commit }),
    ...(env['GITHUB_SHA'] && { sha: env['GITHUB_SHA'] }),
  };
}

/** The renderers that tell what happens on GitHub. */
export async function createReports(
  command: CommandName | undefined,
  reports: Reports,
  options: Options,
  ports: ReportPorts & OutcomePorts,
): Promise<readonly Renderer[]> {
  for (const note of reports.notes) ports.say(note);
  const made: Renderer[] = [];
  if (command === 'plan' && reports.pullRequest !== undefined) {
    const { createPlanComment } = await import('./plan-comment.ts');
    made.push(createPlanComment(reports.pullRequest, options, ports));
  }
  if (options.deployments) {
    const { createDeploymentRecords } = await import('./deployment-records.ts');
    made.push(createDeploymentRecords(options, ports));
  }
  const outcomeFile = options['outcome-file'];
  if (outcomeFile !== undefined) {
    const { createOutcomeFile } = await import('./outcome-file.ts');
    made.push(createOutcomeFile(outcomeFile, options, ports));
  }
  return made;
}
