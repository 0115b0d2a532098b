import { errorText } from '../errors.ts';
import type { Options } from '../options/values.ts';
import type { Renderer } from '../report/reporter.ts';
import { type Outcome, outcomeKey } from './outcome.ts';
import type { ReportPorts } from './reports.ts';

export interface OutcomePorts extends Pick<ReportPorts, 'clock' | 'warn' | 'run'> {
  /** Writes a file; the path is relative to the working directory. */
  readonly save: (path: string, text: string) => Promise<void>;
}

/**
 * Leaves what became of a run for a job that may comment. A renderer: secrets are out of what it gets, and what goes wrong
 * with it is told and never ends the run.
 */
export function createOutcomeFile(file: string, options: Options, ports: OutcomePorts): Renderer {
  let markdown: Promise<string> | undefined;
  return {
    event(event) {
      if (event.type !== 'run.finished' && event.type !== 'run.refused') return;
      markdown = import('../report/render/outcome-markdown.ts').then(({ outcomeMarkdown, refusedOutcome }) =>
        event.type === 'run.finished' ? outcomeMarkdown(event.result) : refusedOutcome(event.refusal),
      );
    },
    async close() {
      if (markdown === undefined) return;
      const { clock, run } = ports;
      try {
        const outcome: Outcome = {
          schema: 1,
          key: outcomeKey(options),
          at: new Date(clock.now()).toISOString(),
          attempt: run.attempt ?? 1,
          markdown: await markdown,
        };
        await ports.save(file, `${JSON.stringify(outcome)}\n`);
      } catch (error) {
        ports.warn(`${file} could not be written: ${errorText(error)}`);
      }
    },
  };
}
