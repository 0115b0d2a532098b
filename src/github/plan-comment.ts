import { createHash } from 'node:crypto';
import { errorText, UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import type { TimedEvent } from '../report/events.ts';
import type { Renderer } from '../report/reporter.ts';
import type { RunResult } from '../report/run-result.ts';
import type { GitHub } from './model.ts';
import { REPORT_WAIT_MS, type ReportPorts } from './reports.ts';

/**
 * Writes the plan as the one comment of the pull request. It is shown, so it is a renderer: secrets are out of what it
 * gets, and what goes wrong with it is told and never ends the run.
 */
export function createPlanComment(pullRequest: number, options: Options, ports: ReportPorts): Renderer {
  let environment = options.environment ?? '';
  let body: Promise<string> | undefined;
  return {
    event(event: TimedEvent) {
      if (event.type === 'run.started') environment = event.environment;
      // A cancelled run has seen too little; whoever cancelled it runs again.
      if (event.type === 'run.finished' && event.result.status !== 'cancelled') body = bodyOf(event.result, ports);
      if (event.type === 'run.refused' && !ports.signal.aborted) {
        body = import('../report/render/plan-comment.ts').then(({ refusedPlanComment }) =>
          refusedPlanComment(event.refusal, environment, ports.run),
        );
      }
    },
    async close() {
      if (body === undefined) return;
      try {
        const github = await ports.connect(options['github-token'], { mostWaitMs: REPORT_WAIT_MS });
        await write(github, pullRequest, keyOf(options), await body, ports);
      } catch (error) {
        ports.warn(whyNot(error));
      }
    },
  };
}

async function bodyOf(result: RunResult, { run }: ReportPorts): Promise<string> {
  const { planComment } = await import('../report/render/plan-comment.ts');
  return planComment(result, run);
}

async function write(github: GitHub, number: number, key: string, body: string, ports: ReportPorts): Promise<void> {
  const pull = await github.pullRequest(number);
  if (pull === undefined) {
    const { owner, name } = github.repository;
    ports.warn(`the plan was not commented: ${number} is no pull request of ${owner}/${name} that the token may see`);
    return;
  }
  const { url, superseded } = await github.upsertComment(number, key, body, ports.run.number);
  ports.say(superseded ? `a later run has commented already: ${url}` : `the plan is in ${url}`);
}

/** The same question gets the same comment, whatever it is answered. */
function keyOf(options: Options): string {
  const asked = SUBJECT.map((name) => options[name] ?? null);
  return `plan/${createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12)}`;
}

const SUBJECT = [
  'working-directory',
  'config',
  'environment',
  'regions',
  'targets',
  'stack-name',
  'template',
  'config-env',
  'failover',
] as const satisfies readonly (keyof Options)[];

function whyNot(error: unknown): string {
  const fix = error instanceof UserError ? error.fix : [];
  return [`the plan was not commented: ${errorText(error)}.`, ...fix].join(' ');
}
