import type { CompareCheck } from '../../topology/gate-model.ts';
import type { Finding } from '../check.ts';
import { holm } from './holm.ts';
import { mannWhitney } from './mann-whitney.ts';
import { type Proportion, proportionTest, rate, smallestVisibleRate } from './proportions.ts';

/** What was measured of one side. */
export interface Arm {
  /** `version 7`, or a target. */
  readonly name: string;
  readonly calls: Proportion;
  /** By the minute (milliseconds since the epoch). */
  readonly latency: ReadonlyMap<number, number>;
}

/** The usual power of a planned comparison: what is called visible is seen four times of five. */
const POWER = 0.8;

/**
 * Both tests with Holm's correction over them and over all targets that are judged in the same round. A difference
 * fails when it is significant and large enough to matter.
 * @param judged how many targets the same gate judges
 */
export function judge(canary: Arm, baseline: Arm, check: CompareCheck, judged: number): Finding {
  const minutes = [...canary.latency.keys()].filter((minute) => baseline.latency.has(minute));
  const enoughMinutes = minutes.length >= check.minMinutes;
  const latency = mannWhitney(valuesOf(canary, minutes), valuesOf(baseline, minutes));
  const tests = [proportionTest(canary.calls, baseline.calls), ...(enoughMinutes ? [latency.p] : [])];
  const [errorsP = 1, latencyP = 1] = holm(tests, 2 * Math.max(1, judged));
  // What remains for one test once the others have theirs.
  const level = check.significance / (2 * Math.max(1, judged));
  const visible = smallestVisibleRate(canary.calls.total, baseline.calls, level, POWER);
  const increase = rate(canary.calls) - rate(baseline.calls);
  const slower = latency.shift / Math.max(median(valuesOf(baseline, minutes)), Number.EPSILON);
  const evidence = {
    canary: canary.name,
    baseline: baseline.name,
    canaryCalls: canary.calls.total,
    baselineCalls: baseline.calls.total,
    canaryErrorRate: round(rate(canary.calls)),
    baselineErrorRate: round(rate(baseline.calls)),
    errorsP: round(errorsP),
    smallestVisibleErrorRate: visible === undefined ? null : round(visible),
    minutes: minutes.length,
    ...(enoughMinutes && {
      latencyP: round(latencyP),
      latencyIncrease: round(slower),
      latencyEffect: round(latency.effect),
    }),
  };
  const rates = `${percent(rate(canary.calls))} of ${canary.calls.total} calls of ${canary.name} failed, ${percent(rate(baseline.calls))} of ${baseline.calls.total} of ${baseline.name}`;
  const limit =
    visible === undefined ? 'this traffic cannot show any' : `this traffic shows ${percent(visible)} and more`;
  if (Math.min(canary.calls.total, baseline.calls.total) < check.minSamples) {
    const reason = `too few calls: ${canary.calls.total} of ${canary.name} and ${baseline.calls.total} of ${baseline.name}, ${check.minSamples} are needed each; ${limit}`;
    return { verdict: 'inconclusive', reason, evidence };
  }
  const wrong = [
    ...(errorsP < check.significance && increase >= check.errorIncrease ? [`${rates} (p ${round(errorsP)})`] : []),
    ...(enoughMinutes && latencyP < check.significance && slower >= check.latencyIncrease
      ? [
          `${canary.name} is slower than ${baseline.name} by ${percent(slower)} (${check.latencyStatistic}, p ${round(latencyP)}, higher in ${percent(latency.effect)} of the pairs)`,
        ]
      : []),
  ];
  if (wrong.length > 0) return { verdict: 'fail', reason: wrong.join('; '), evidence };
  if (check.detect !== undefined && (visible === undefined || visible - rate(baseline.calls) > check.detect)) {
    const reason = `an increase of ${percent(check.detect)} could not be seen: ${limit}`;
    return { verdict: 'inconclusive', reason, evidence };
  }
  const timed = enoughMinutes ? '' : `; latency not compared: ${minutes.length} of ${check.minMinutes} minutes`;
  const alone = check.baselineTarget === undefined ? '' : '; between regions this alone proves nothing';
  return { verdict: 'pass', reason: `no worse: ${rates}; ${limit}${timed}${alone}`, evidence };
}

const valuesOf = ({ latency }: Arm, minutes: readonly number[]): readonly number[] =>
  minutes.flatMap((minute) => latency.get(minute) ?? []);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const round = (value: number): number => Number(value.toPrecision(3));
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
