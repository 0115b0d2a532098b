import { duration, integer, list, object, text } from './dsl.ts';
import { LINE } from './patterns.ts';

/** What waits to be worked off when a region returns. */
export const backlog = object({
  name: 'failoverBacklog',
  description:
    'How empty queues and streams must be before traffic returns to a region. Those that functions of the stacks read are looked at without it.',
  fields: {
    queues: list({
      description:
        'Further SQS queues of each target that must be worked off before it returns: name, URL or ARN. References resolve for each target.',
      default: 'none',
      items: text({ description: 'Name, URL or ARN of a queue.', pattern: LINE }),
      minItems: 1,
    }),
    'max-messages': integer({
      description: 'Messages that a queue may have, waiting, in flight and delayed together, however old they are.',
      default: '0',
      minimum: 0,
      maximum: 1_000_000_000,
    }),
    'max-age': duration({
      description:
        'How old the last record of a stream may be when it is read (`IteratorAge`), and the oldest message of a queue that has more than `max-messages` (`ApproximateAgeOfOldestMessage`).',
      default: '1m',
      minimumMs: 1_000,
      maximumMs: 604_800_000,
    }),
    wait: duration({
      description: 'How long is waited for it.',
      default: '5m',
      minimumMs: 0,
      maximumMs: 21_600_000,
    }),
  },
});
