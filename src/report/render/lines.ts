import type { TimedEvent } from '../events.ts';
import type { Renderer } from '../reporter.ts';
import { plainStyle, type Style } from '../style.ts';
import { eventLines } from './event-lines.ts';

export interface LinesOptions {
  /** Gets whole lines, each with its line end. */
  readonly write: (text: string) => void;
  readonly style?: Style;
  readonly width?: number;
  readonly verbose?: boolean;
}

/** Prefixed lines for logs: `[eu-west-1 api] CREATE_COMPLETE Table (AWS::DynamoDB::Table)`. A line is never said twice in a row for one stack. */
export function createLinesRenderer({ write, style = plainStyle, ...options }: LinesOptions): Renderer {
  const said = new Map<string, string>();
  return {
    event(event: TimedEvent) {
      const lines = eventLines(event, { style, ...options });
      if (lines.length === 0) return;
      const text = lines.map((line) => `${line}\n`).join('');
      if (event.type === 'instance.state') {
        if (said.get(event.instance) === text) return;
        said.set(event.instance, text);
      }
      write(text);
    },
  };
}
