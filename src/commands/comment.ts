import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunContext } from '../context.ts';
import { errorText, UserError } from '../errors.ts';
import { pullOfCommit } from '../github/commit-pull.ts';
import { numberOfEvent, readEvent } from '../github/event.ts';
import type { GitHub } from '../github/model.ts';
import { parseNumber } from '../github/number.ts';
import { outcomeKey, readOutcome, toldOf } from '../github/outcome.ts';
import { REPORT_WAIT_MS, workflowRun } from '../github/reports.ts';
import type { Options } from '../options/values.ts';
import { deploymentComment, type JobResult } from '../report/render/outcome-markdown.ts';

/**
 * Tells the pull request that a commit came from what became of its deployment: one comment for each deployment, updated in
 * place. A good end makes no comment; it changes the one that an earlier attempt made. What goes wrong with GitHub is told
 * and is no failure: the run has said already how it ended.
 * @throws UserError `pull-request-invalid`
 */
export async function comment(options: Options, context: RunContext): Promise<void> {
  const { report } = context;
  const given = pullRequestOption(options, context);
  try {
    const github = await context.gitHub(options['github-token'], { mostWaitMs: REPORT_WAIT_MS });
    const run = workflowRun(context.env, context.readFile);
    const number = given ?? (await pullOf(run.sha, github, context));
    if (number === undefined) {
      const what = run.sha === undefined ? 'this run' : `commit ${run.sha.slice(0, 12)}`;
      return report({ type: 'note', level: 'info', text: `${what} belongs to no pull request: nothing is commented` });
    }
    const text = await write(number, options, github, context);
    report({ type: 'note', level: 'info', text });
  } catch (error) {
    const fix = error instanceof UserError ? error.fix : [];
    const text = [`the deployment was not commented: ${errorText(error)}.`, ...fix].join(' ');
    report({ type: 'note', level: 'warning', text });
  }
}

async function write(number: number, options: Options, github: GitHub, context: RunContext): Promise<string> {
  const key = outcomeKey(options);
  const jobResult = (options['job-result'] ?? 'failure') as JobResult;
  const good = jobResult === 'success' || jobResult === 'skipped';
  if (good && !(await github.hasComment(number, key)))
    return `nothing is commented on pull request ${number}: it went well, and no earlier attempt said otherwise`;
  const run = workflowRun(context.env, context.readFile);
  const body = deploymentComment({
    environment: options.environment ?? '',
    jobResult,
    ...toldOf(await readOutcomes(options.outcomes, context), key, run.attempt),
    ...(run.commit !== undefined && { commit: run.commit }),
    ...(run.runUrl !== undefined && { runUrl: run.runUrl }),
  });
  const { url, superseded } = await github.upsertComment(number, key, body, run.number);
  return superseded ? `a later run has commented already: ${url}` : `what became of the deployment is in ${url}`;
}

/** @throws UserError `pull-request-invalid` */
function pullRequestOption(options: Options, { nameOption }: RunContext): number | undefined {
  const said = options['pull-request'];
  if (said === undefined) return undefined;
  const number = parseNumber(said.replace(/^#/, ''));
  if (number !== undefined) return number;
  const called = nameOption('pull-request');
  throw new UserError('pull-request-invalid', `${called} is "${said}", which is no number of a pull request`, {
    fix: [`Write the number, such as 7, or leave ${called} out for that of the commit.`],
  });
}

async function pullOf(commit: string | undefined, github: GitHub, context: RunContext): Promise<number | undefined> {
  const event = numberOfEvent(readEvent(context.env, context.readFile));
  if (event !== undefined || commit === undefined) return event;
  return pullOfCommit(await github.pullRequestsWith(commit), commit);
}

async function readOutcomes(folder: string | undefined, { cwd, readFile }: RunContext) {
  if (folder === undefined) return [];
  const place = resolve(cwd, folder);
  // Nothing was left where no job got that far.
  const names = await readdir(place, { recursive: true }).catch(() => []);
  return names.flatMap((name) => {
    if (!name.endsWith('.json')) return [];
    return readOutcome(readFile(resolve(place, name)) ?? '') ?? [];
  });
}
