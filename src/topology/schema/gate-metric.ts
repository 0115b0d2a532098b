import { choice, duration, integer, map, object, text } from './dsl.ts';
import { doubt } from './gate-alarm.ts';
import { LINE, METRIC_ID, NUMBER, STATISTIC } from './patterns.ts';

const number = (description: string) => text({ description, default: 'none', verbatim: true, pattern: NUMBER });

export const metric = object({
  name: 'metricGate',
  description:
    'CloudWatch metrics against a threshold. One of `below`, `at-most`, `above`, `at-least` says what every datapoint must be.',
  required: ['metrics'],
  fields: {
    metrics: map({
      description: 'Metrics by id; an id begins with a small letter.',
      keys: METRIC_ID,
      minItems: 1,
      values: object({
        name: 'metricSource',
        description: 'A metric of CloudWatch.',
        required: ['namespace', 'metric'],
        fields: {
          namespace: text({ description: 'Such as `AWS/Lambda`.', pattern: LINE }),
          metric: text({ description: 'Name of the metric.', pattern: LINE }),
          dimensions: map({
            description: 'Dimensions. All of them must be said: CloudWatch adds up nothing over dimensions.',
            default: 'none',
            keys: LINE,
            values: text({ description: 'The value.', verbatim: true }),
          }),
          statistic: text({
            description: '`Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount`, or a percentile such as `p99`.',
            default: 'Sum',
            pattern: STATISTIC,
          }),
        },
      }),
    }),
    expression: text({
      description: 'Metric math over the ids: `100 * errors / requests`.',
      default: 'the metric, when there is only one',
      pattern: LINE,
    }),
    below: number('Every datapoint must be less than this.'),
    'at-most': number('Every datapoint must be this or less.'),
    above: number('Every datapoint must be more than this.'),
    'at-least': number('Every datapoint must be this or more.'),
    period: duration({
      description: 'Length of a datapoint.',
      default: '1m',
      minimumMs: 60_000,
      maximumMs: 3_600_000,
    }),
    window: duration({
      description: 'How far back to look.',
      default: 'since the bake began; before a wave 15m',
      minimumMs: 60_000,
      maximumMs: 86_400_000,
    }),
    'datapoints-to-fail': integer({
      description: 'How many datapoints must break the threshold for a failure.',
      default: '1',
      minimum: 1,
      maximum: 1000,
    }),
    'min-datapoints': integer({
      description: 'Datapoints that are needed to pass.',
      default: '1',
      minimum: 1,
      maximum: 1000,
    }),
    'min-samples': integer({
      description: 'Samples (requests, invocations) in the window that are needed to pass or fail.',
      default: 'none',
      minimum: 1,
      maximum: 1_000_000_000,
    }),
    samples: text({
      description: 'Id of the metric whose samples count.',
      default: 'the first one',
      pattern: METRIC_ID,
    }),
    'missing-data': choice({
      description: 'What too few datapoints or samples mean.',
      default: 'inconclusive',
      values: doubt,
    }),
  },
});
