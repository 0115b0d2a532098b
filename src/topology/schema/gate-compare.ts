import { integer, object, text } from './dsl.ts';
import { LINE, NUMBER, PERCENTAGE, STATISTIC } from './patterns.ts';

/** A canary against a baseline. */
export const compare = object({
  name: 'compareGate',
  description:
    'Compares errors and latency of two versions of a Lambda function in the same minutes and the same region, by the metrics that CloudWatch keeps for each executed version of a weighted alias; or those of two regions.',
  required: ['function'],
  fields: {
    function: text({ description: 'Name of the function.', pattern: LINE }),
    alias: text({ description: 'Alias that is called.', default: 'live', pattern: LINE }),
    canary: text({
      description: 'Version on trial.',
      default: 'the version that gets a part of the calls of the alias',
      pattern: LINE,
    }),
    baseline: text({ description: 'Version to compare with.', default: 'the version of the alias', pattern: LINE }),
    'baseline-target': text({
      description:
        'Another target to compare with, instead of another version. Other users call it at other times of their day: it may fail a rollout, and passes none without another gate.',
      default: 'none',
      pattern: LINE,
    }),
    'baseline-function': text({
      description: 'Name of the function there.',
      default: 'the same',
      pattern: LINE,
    }),
    significance: text({
      description: 'Chance of a false alarm over all comparisons of the gate (errors and latency, in every target).',
      default: '0.05',
      verbatim: true,
      pattern: NUMBER,
    }),
    'error-increase': text({
      description: 'Increase of the share of failed calls, in percentage points, that is worth failing for.',
      default: '0.5%',
      verbatim: true,
      pattern: PERCENTAGE,
    }),
    'latency-increase': text({
      description: 'Increase of the latency, relative to the baseline, that is worth failing for.',
      default: '10%',
      verbatim: true,
      pattern: PERCENTAGE,
    }),
    'latency-statistic': text({
      description: 'Statistic of `Duration` that is compared minute by minute.',
      default: 'p95',
      pattern: STATISTIC,
    }),
    'min-samples': integer({
      description: 'Calls that each of the two needs.',
      default: '100',
      minimum: 1,
      maximum: 1_000_000_000,
    }),
    'min-minutes': integer({
      description: 'Minutes with calls that each of the two needs for the latency to be compared.',
      default: '8',
      minimum: 5,
      maximum: 10_000,
    }),
    detect: text({
      description:
        'Increase of the share of failed calls that the traffic must be able to show (with a power of 80 %); with less traffic the gate is inconclusive.',
      default: 'none: what it could show is told',
      verbatim: true,
      pattern: PERCENTAGE,
    }),
  },
});
