import type { RunResult } from '../report/run-result.ts';
import type { OutputName } from './outputs-list.ts';

/** Values of the action's outputs; `failed` for a run that came to no result. */
export function outputsOf(result: RunResult | undefined): Readonly<Record<OutputName, string>> {
  const outputs = Object.fromEntries(
    Object.entries(result?.targets ?? {}).map(([name, target]) => [name, target.outputs]),
  );
  const changed =
    result?.instances.some(({ state }) => state !== 'no-change' && state !== 'skipped' && state !== 'cancelled') ||
    result?.plan?.instances.some(({ kind }) => kind !== 'no-change');
  const urls = result?.preview?.urls ?? {};
  return {
    status: result?.status ?? 'failed',
    application: result?.application ?? '',
    release: result?.release?.id ?? '',
    result: result === undefined ? '' : JSON.stringify(result),
    outputs: JSON.stringify(outputs),
    'preview-url': Object.values(urls).flat()[0] ?? '',
    'preview-urls': JSON.stringify(urls),
    'has-changes': String(changed ?? false),
  };
}
