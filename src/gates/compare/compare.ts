import type { MetricQuery, MetricSeries } from '../../aws/monitoring-ports.ts';
import type { CompareCheck } from '../../topology/gate-model.ts';
import type { Target } from '../../topology/model.ts';
import type { Check, CheckRequest, Finding, GatePorts } from '../check.ts';
import { type Arm, judge } from './judge.ts';

/** One side of the comparison: where its metrics are. */
interface Side {
  readonly name: string;
  readonly target: Target;
  readonly function: string;
  /** Absent: whatever version the alias has there. */
  readonly version?: string;
}

const MINUTE_MS = 60_000;

/** A canary against a baseline, over the minutes since the bake began. */
export const compare: Check<CompareCheck> = async (request, ports) => {
  const sides = await sidesOf(request, ports);
  if ('verdict' in sides) return sides;
  const [canary, baseline] = sides;
  const { check, from, judged } = request;
  const now = ports.clock.now();
  const start = Math.ceil(from / MINUTE_MS) * MINUTE_MS;
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  if (end <= start) return unclear('no minute is over since the bake began');
  const arms = await Promise.all([canary, baseline].map((side) => armOf(side, check, start, end, ports)));
  const [first, second] = arms;
  if (first === undefined || second === undefined) return unclear('nothing to compare');
  return judge(first, second, check, judged);
};

async function sidesOf(
  { check, target, targets }: CheckRequest<CompareCheck>,
  { session }: GatePorts,
): Promise<readonly [Side, Side] | Finding> {
  const { function: name, alias, versions, baselineTarget } = check;
  if (baselineTarget !== undefined) {
    const other = targets.find((one) => one.name === baselineTarget.name);
    if (other === undefined) return unclear(`there is no target ${baselineTarget.name}`);
    if (other.name === target.name) return { ...unclear('it is the baseline itself'), verdict: 'pass' };
    return [
      { name: target.name, target, function: name },
      { name: other.name, target: other, function: baselineTarget.function },
    ];
  }
  const known = versions ?? (await versionsOf(name, alias, session(target)));
  if (typeof known === 'string') return unclear(known);
  return [
    { name: `version ${known.canary}`, target, function: name, version: known.canary },
    { name: `version ${known.baseline}`, target, function: name, version: known.baseline },
  ];
}

/** Versions that share the calls of the alias right now, or why they cannot be told apart. */
async function versionsOf(name: string, alias: string, session: ReturnType<GatePorts['session']>) {
  const found = await session.functions.alias(name, alias);
  if (found === undefined) return `${name} has no alias ${alias}`;
  const [canary, other] = Object.keys(found.weights);
  if (other !== undefined) return `${name}:${alias} has more than two versions`;
  if (canary === undefined)
    return `all calls of ${name}:${alias} go to version ${found.version}: there is nothing to compare`;
  return { canary, baseline: found.version };
}

async function armOf(side: Side, check: CompareCheck, start: number, end: number, ports: GatePorts): Promise<Arm> {
  const series = await ports.session(side.target).monitoring.metricData(queries(side, check), start, end);
  const of = (id: string): MetricSeries['points'] => series.find((one) => one.id === id)?.points ?? [];
  const sum = (id: string) => of(id).reduce((total, { value }) => total + value, 0);
  return {
    name: side.name,
    calls: { failed: sum('errors'), total: sum('calls') },
    latency: new Map(of('latency').map(({ at, value }) => [at, value])),
  };
}

/** Lambda Developer Guide, "Viewing metrics for Lambda functions": Resource is `function:alias`, and ExecutedVersion tells the versions of a weighted alias apart. */
function queries({ function: name, version }: Side, { alias, latencyStatistic }: CompareCheck): readonly MetricQuery[] {
  const dimensions = {
    FunctionName: name,
    Resource: `${name}:${alias}`,
    ...(version !== undefined && { ExecutedVersion: version }),
  };
  const query = (id: string, metric: string, statistic: string): MetricQuery => ({
    id,
    source: { namespace: 'AWS/Lambda', metric, dimensions, statistic },
    periodSeconds: 60,
    returned: true,
  });
  return [
    query('calls', 'Invocations', 'Sum'),
    query('errors', 'Errors', 'Sum'),
    query('latency', 'Duration', latencyStatistic),
  ];
}

function unclear(reason: string): Finding {
  return { verdict: 'inconclusive', reason, evidence: {} };
}
