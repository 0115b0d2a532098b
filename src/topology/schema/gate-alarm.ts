import { list, map, text, variant } from './dsl.ts';
import { LINE } from './patterns.ts';

/** What a doubtful answer may count as. */
export const doubt = ['inconclusive', 'pass', 'fail'] as const;

export const alarmNames = {
  alarm: variant({
    description:
      'CloudWatch alarms by name, metric or composite: not in ALARM at the start, and OK all through the bake by state and history.',
    default: 'none',
    forms: [
      text({ description: 'Name of an alarm.', pattern: LINE }),
      list({ description: 'Names of alarms.', items: text({ description: 'A name.', pattern: LINE }), minItems: 1 }),
    ],
  }),
  'alarm-prefix': variant({
    description: 'All CloudWatch alarms whose names begin so.',
    default: 'none',
    forms: [
      text({ description: 'Beginning of the names.', pattern: LINE }),
      list({ description: 'Several.', items: text({ description: 'A beginning.', pattern: LINE }), minItems: 1 }),
    ],
  }),
  'alarm-tag': map({
    description:
      'CloudWatch alarms that have all these tags: among those with the names or beginnings that are said, else among all.',
    default: 'none',
    keys: LINE,
    values: text({ description: 'The value of the tag.', verbatim: true }),
    minItems: 1,
  }),
} as const;
