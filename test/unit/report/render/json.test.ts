import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createJsonLinesRenderer, createJsonRenderer } from '../../../../src/report/render/json.ts';
import { failedRollout, timed } from '../samples.ts';

const events: readonly RunEvent[] = [
  { type: 'note', level: 'info', text: 'a\nb' },
  { type: 'run.finished', result: failedRollout() },
];

function written(create: typeof createJsonRenderer): string {
  let text = '';
  const renderer = create({ write: (more) => (text += more) });
  for (const event of events) renderer.event(timed(event));
  return text;
}

describe('JSON output', () => {
  test('json is one document: the result and nothing before or after it', () => {
    expect(JSON.parse(written(createJsonRenderer))).toEqual(failedRollout());
  });

  test('json of a refused run is one document as well', () => {
    let text = '';
    const refusal = { schema: 1, command: 'deploy', status: 'refused', problems: [], exitCode: 2 } as const;
    createJsonRenderer({ write: (more) => (text += more) }).event(timed({ type: 'run.refused', refusal }));
    expect(JSON.parse(text)).toEqual(refusal);
  });

  test('jsonl is one event on each line, with its time', () => {
    const lines = written(createJsonLinesRenderer).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(events.map((event) => timed(event)));
  });
});
