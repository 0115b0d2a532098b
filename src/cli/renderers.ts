import type { Options } from '../options/values.ts';
import type { Renderer } from '../report/reporter.ts';
import type { Terminal } from './terminal.ts';

/** How the command line shows a run: JSON on standard output, a live table on a terminal, else prefixed lines. */
export async function chooseRenderers(
  options: Pick<Options, 'output'>,
  terminal: Terminal,
): Promise<readonly Renderer[]> {
  const { createStyle } = await import('../report/style.ts');
  const style = createStyle(terminal);
  const { createLinesRenderer } = await import('../report/render/lines.ts');
  if (options.output === 'json' || options.output === 'jsonl') {
    const { createJsonRenderer, createJsonLinesRenderer } = await import('../report/render/json.ts');
    const create = options.output === 'json' ? createJsonRenderer : createJsonLinesRenderer;
    const machine = create({ write: (text) => terminal.out(text) });
    // A person watching a JSON run sees how it goes; a pipe gets the document alone.
    return [machine, createLinesRenderer({ write: (text) => terminal.err(text), style })];
  }
  return [createLinesRenderer({ write: (text) => terminal.out(text), style })];
}
