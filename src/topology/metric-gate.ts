import type { Context } from './context.ts';
import type { MetricCheck } from './gate-model.ts';
import { didYouMean } from './nearest.ts';
import type { ConfigGate } from './schema/gates.ts';

type Path = readonly (string | number)[];

const COMPARISONS = ['below', 'at-most', 'above', 'at-least'] as const;

/** A gate of CloudWatch metrics. */
export async function metricCheck(config: ConfigGate, path: Path, context: Context): Promise<MetricCheck | undefined> {
  const { metric } = config;
  if (metric === undefined) return undefined;
  const at = (...keys: readonly string[]) => context.at(...path, 'metric', ...keys);
  const fail = (message: string, key: string | undefined, fix: string) =>
    context.findings.add('gate', message, key === undefined ? at() : at(key), fix);
  const ids = Object.keys(metric.metrics);
  const [first = ''] = ids;
  const [comparison = 'below', second] = COMPARISONS.filter((name) => metric[name] !== undefined);
  if (second !== undefined)
    fail(`a metric gate says both ${comparison} and ${second}`, second, 'Make two gates of it.');
  if (metric[comparison] === undefined)
    fail('a metric gate says no threshold', undefined, `Give it one of ${COMPARISONS.join(', ')}.`);
  if (metric.expression === undefined && ids.length > 1)
    fail('a gate of several metrics needs an expression', undefined, 'Say it with the ids: `100 * errors / requests`.');
  for (const name of namesIn(metric.expression ?? ''))
    if (!ids.includes(name))
      fail(`the expression names "${name}", which is no metric of the gate`, 'expression', didYouMean(name, ids));
  if (metric.samples !== undefined && !ids.includes(metric.samples))
    fail(`"${metric.samples}" is no metric of the gate`, 'samples', didYouMean(metric.samples, ids));
  // CloudWatch API Reference, MetricStat, Period: a multiple of 60 for metrics with a resolution of a minute.
  const periodMs = metric.period ?? 60_000;
  if (periodMs % 60_000 !== 0)
    fail('the period of a metric gate must be whole minutes', 'period', 'Write it as 1m, 5m …');
  return {
    kind: 'metric',
    metrics: Object.entries(metric.metrics).map(([id, source]) => ({
      id,
      namespace: source.namespace,
      metric: source.metric,
      dimensions: source.dimensions ?? {},
      statistic: source.statistic ?? 'Sum',
    })),
    ...(metric.expression !== undefined && { expression: metric.expression }),
    comparison,
    threshold: Number(metric[comparison] ?? 0),
    periodMs,
    ...(metric.window !== undefined && { windowMs: metric.window }),
    datapointsToFail: metric['datapoints-to-fail'] ?? 1,
    minDatapoints: metric['min-datapoints'] ?? 1,
    ...(metric['min-samples'] !== undefined && { minSamples: metric['min-samples'] }),
    samplesOf: metric.samples ?? first,
    missingData: metric['missing-data'] ?? 'inconclusive',
  };
}

/** Ids of metric math begin with a small letter, functions and keywords are in capitals (CloudWatch User Guide). */
function namesIn(expression: string): readonly string[] {
  const code = expression.replaceAll(/"[^"]*"|'[^']*'|\$\{[^}]*\}/g, '');
  return [...new Set(code.match(/(?<![\w.])[a-z]\w*/g) ?? [])];
}
