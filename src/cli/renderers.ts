import type { Options } from '../options/values.ts';
import { realClock } from '../real-clock.ts';
import type { Renderer } from '../report/reporter.ts';
import type { Terminal } from './terminal.ts';

/** How the command line shows a run, and how it makes room for a question. */
export interface View {
  readonly renderers: readonly Renderer[];
  /** Takes a live table off the screen; the returned function puts it back. */
  readonly pause: () => () => void;
}

const nothingToPause = () => () => undefined;

/** JSON on standard output, a live table on a terminal, else prefixed lines. */
export async function chooseView(options: Pick<Options, 'output'>, terminal: Terminal): Promise<View> {
  const [{ createStyle }, { createLinesRenderer }] = await Promise.all([
    import('../report/style.ts'),
    import('../report/render/lines.ts'),
  ]);
  const style = createStyle(terminal);
  if (options.output === 'json' || options.output === 'jsonl') {
    const { createJsonRenderer, createJsonLinesRenderer } = await import('../report/render/json.ts');
    const create = options.output === 'json' ? createJsonRenderer : createJsonLinesRenderer;
    // How it goes is for people, on standard error; standard output holds the document alone.
    const lines = createLinesRenderer({ write: terminal.err, style });
    return { renderers: [create({ write: terminal.out }), lines], pause: nothingToPause };
  }
  if (!terminal.live)
    return { renderers: [createLinesRenderer({ write: terminal.out, style })], pause: nothingToPause };
  const [{ createTerminalRenderer }, { intervalTicker }] = await Promise.all([
    import('../report/render/terminal.ts'),
    import('../report/render/interval-ticker.ts'),
  ]);
  const table = createTerminalRenderer({
    write: terminal.out,
    size: terminal.size,
    clock: realClock,
    ticker: intervalTicker,
    style,
  });
  return { renderers: [table], pause: () => table.pause() };
}
