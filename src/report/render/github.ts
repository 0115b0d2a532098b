import { errorText } from '../../errors.ts';
import type { TimedEvent } from '../events.ts';
import type { Renderer } from '../reporter.ts';
import type { RunResult } from '../run-result.ts';
import { createStyle, type Style } from '../style.ts';
import { oneLine } from '../text.ts';
import { eventLines } from './event-lines.ts';
import { problemLines } from './failure-text.ts';
import {
  type Annotation,
  annotationCommands,
  failureAnnotations,
  gateAnnotations,
  planAnnotations,
  problemAnnotations,
} from './github-annotations.ts';
import { logLines, workflowCommand } from './github-commands.ts';
import { refusalMarkdown, summaryMarkdown } from './github-summary.ts';

export interface GitHubOptions {
  /** The step's log. Gets whole lines. */
  readonly write: (text: string) => void;
  /** Appends to the job summary (the file named by GITHUB_STEP_SUMMARY). */
  readonly writeSummary: (markdown: string) => void | Promise<void>;
  /** GITHUB_WORKSPACE: annotations name files from there. */
  readonly workspace?: string;
  /** Runner debug logging (RUNNER_DEBUG): everything at once instead of in the groups afterwards. */
  readonly verbose?: boolean;
}

/** GitHub's log shows colours and has no width of its own. */
const style: Style = createStyle({ color: true, unicode: true });
const width = 180;

/**
 * Prefixed lines while targets run side by side (groups cannot interleave), then a group for each target with all that
 * happened there, annotations, and the job summary.
 */
export function createGitHubRenderer(options: GitHubOptions): Renderer {
  const { write, verbose = false } = options;
  const history = new Map<string, string[]>();
  const annotations: Annotation[] = [];
  const pending: Promise<void>[] = [];
  let summaryError: unknown;

  const print = (lines: readonly string[]) => {
    const safe = lines.flatMap(logLines);
    if (safe.length > 0) write(safe.map((line) => `${line}\n`).join(''));
  };
  const annotate = (more: readonly Annotation[]) => {
    for (const command of annotationCommands([...more, ...annotations.splice(0)], options.workspace))
      write(`${command}\n`);
  };
  const summarize = (markdown: () => string) => {
    try {
      pending.push(Promise.resolve(options.writeSummary(markdown())).catch(summaryFailed));
    } catch (error) {
      summaryFailed(error);
    }
  };
  const summaryFailed = (error: unknown) => {
    summaryError ??= error;
  };

  return {
    event(event: TimedEvent) {
      if (event.type === 'run.finished') {
        printGroups(event.result, history, write);
        print(eventLines(event, { style, width }));
        annotate([...failureAnnotations(event.result), ...gateAnnotations(event.result)]);
        summarize(() => summaryMarkdown(event.result));
        return;
      }
      if (event.type === 'run.refused') {
        print(problemLines(event.refusal.problems, style));
        annotate(problemAnnotations(event.refusal.problems));
        summarize(() => refusalMarkdown(event.refusal));
        return;
      }
      print(eventLines(event, { style, width, verbose }));
      remember(event, history);
      if (event.type === 'plan.ready') annotations.push(...planAnnotations(event.plan));
      if (event.type === 'note' && event.level === 'warning') {
        const title = event.target ? `warning for ${event.target}` : 'warning';
        annotations.push({
          level: 'warning',
          title,
          message: event.text,
          ...(event.location && { location: event.location }),
        });
      }
    },
    async close() {
      // A run that died without a result still says its warnings.
      if (annotations.length > 0) annotate([]);
      await Promise.all(pending);
      if (summaryError !== undefined)
        throw new Error(`the job summary could not be written: ${errorText(summaryError)}`);
    },
  };
}

/** Keeps what belongs to a target, with its time, for the group of that target. */
function remember(event: TimedEvent, history: Map<string, string[]>): void {
  const target =
    event.type === 'instance.finished'
      ? event.result.target
      : event.type === 'gate.verdict'
        ? event.verdict.target
        : 'target' in event
          ? event.target
          : undefined;
  if (target === undefined) return;
  const lines = eventLines(event, { style, width, verbose: true }).map((line) => `${event.at.slice(11, 19)} ${line}`);
  const own = history.get(target);
  if (own) own.push(...lines);
  else history.set(target, lines.slice());
}

function printGroups(result: RunResult, history: Map<string, string[]>, write: (text: string) => void): void {
  const order = new Set([...result.instances.map((instance) => instance.target), ...history.keys()]);
  for (const target of order) {
    const lines = history.get(target) ?? [];
    if (lines.length === 0) continue;
    const state = result.targets[target]?.state;
    write(`${workflowCommand('group', {}, oneLine(state ? `${target}: ${state}` : target))}\n`);
    write(
      lines
        .flatMap(logLines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    write('::endgroup::\n');
  }
  history.clear();
}
