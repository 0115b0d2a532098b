import type { TimedEvent } from '../events.ts';
import type { Renderer } from '../reporter.ts';

export interface JsonOptions {
  readonly write: (text: string) => void;
}

/** `--output json`: one document at the end and nothing else, a result or a refusal, both with `schema`. */
export function createJsonRenderer({ write }: JsonOptions): Renderer {
  return {
    event(event: TimedEvent) {
      if (event.type === 'run.finished') write(`${JSON.stringify(event.result, undefined, 2)}\n`);
      if (event.type === 'run.refused') write(`${JSON.stringify(event.refusal, undefined, 2)}\n`);
    },
  };
}

/** `--output jsonl`: every event on a line of its own as it happens; the last one holds the result. */
export function createJsonLinesRenderer({ write }: JsonOptions): Renderer {
  return {
    event(event: TimedEvent) {
      write(`${JSON.stringify(event)}\n`);
    },
  };
}
