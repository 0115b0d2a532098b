import type { Context } from './context.ts';
import type { CompareCheck } from './gate-model.ts';
import type { ConfigGate } from './schema/gates.ts';

type Path = readonly (string | number)[];

/** A gate that compares a canary with a baseline. */
export async function compareCheck(
  { compare }: ConfigGate,
  path: Path,
  context: Context,
): Promise<CompareCheck | undefined> {
  if (compare === undefined) return undefined;
  const fail = (message: string, key: string, fix: string) =>
    context.findings.add('gate', message, context.at(...path, 'compare', key), fix);
  const { canary, baseline, detect } = compare;
  const target = compare['baseline-target'];
  if ((canary === undefined) !== (baseline === undefined))
    fail('a comparison names one version of two', canary === undefined ? 'baseline' : 'canary', 'Name both, or none.');
  if (target !== undefined && canary !== undefined)
    fail('a comparison is between versions or between targets, not both', 'baseline-target', 'Make two gates of it.');
  if (target === undefined && compare['baseline-function'] !== undefined)
    fail('"baseline-function" is of another target', 'baseline-function', 'Name it with "baseline-target".');
  const significance = Number(compare.significance ?? 0.05);
  if (!(significance > 0 && significance < 0.5))
    fail('the significance of a comparison must be above 0 and below 0.5', 'significance', 'Usual: 0.05, 0.01.');
  return {
    kind: 'compare',
    function: compare.function,
    alias: compare.alias ?? 'live',
    ...(canary !== undefined && baseline !== undefined && { versions: { canary, baseline } }),
    ...(target !== undefined && {
      baselineTarget: { name: target, function: compare['baseline-function'] ?? compare.function },
    }),
    significance,
    errorIncrease: share(compare['error-increase'] ?? '0.5%'),
    latencyIncrease: share(compare['latency-increase'] ?? '10%'),
    latencyStatistic: compare['latency-statistic'] ?? 'p95',
    minSamples: compare['min-samples'] ?? 100,
    minMinutes: compare['min-minutes'] ?? 8,
    ...(detect !== undefined && { detect: share(detect) }),
  };
}

const share = (percentage: string): number => Number(percentage.slice(0, -1)) / 100;
