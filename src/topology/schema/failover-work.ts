import { choice, duration, list, map, object, type Pattern, text } from './dsl.ts';
import { expectation } from './gate-expect.ts';
import { metric } from './gate-metric.ts';
import { lambda } from './gate-run.ts';
import { LINE, STACK_KEY } from './patterns.ts';
import { program } from './program.ts';

const RESOURCE: Pattern = {
  source: '[A-Za-z0-9*]+(?:/[A-Za-z0-9*]+)*',
  short: 'logical id',
  words: 'a logical id such as WorkerOrders, Nested/WorkerOrders in a nested stack, with * for anything',
};

export const consumers = object({
  name: 'failoverConsumers',
  description:
    'Event source mappings, rules of EventBridge and schedules that run only where the environment is active. Failover and failback switch them; a deployment leaves them as the role of its target wants, whatever the template says.',
  required: ['where'],
  fields: {
    where: choice({
      description:
        '`every-active`: in each target that is active, for work of its own such as a queue in its region; `one-active`: in one of them alone, the first in the order of `targets`, for work on data that all of them have, such as a nightly job.',
      values: ['every-active', 'one-active'],
    }),
    tag: text({
      description:
        'Tag that marks them, `key` or `key=value`: on themselves, on the function they call, or on the group of a schedule.',
      default: 'none',
      pattern: LINE,
    }),
    resources: map({
      description: 'Those that are marked by name: logical ids after transforms (`WorkerOrders`), by key of the stack.',
      default: 'none',
      keys: STACK_KEY,
      values: list({
        description: 'Logical ids.',
        items: text({ description: 'A logical id; `*` stands for anything.', pattern: RESOURCE }),
        minItems: 1,
      }),
      minItems: 1,
    }),
  },
});

const command = program({
  description:
    'Runs a program in the working directory: exit status 0 is success. It gets the credentials of the target, SMR_TARGET, SMR_REGION and SMR_HOOK.',
  default: 'none',
});

const hook = object({
  name: 'failoverHook',
  description:
    '`quiesce` stops writes, before anything else; `resume` lets a target write again, when the move is undone and before the target becomes active again.',
  default: 'none',
  fields: {
    command,
    lambda,
    expect: expectation,
    timeout: duration({
      description: 'Time limit; passing it is a failure.',
      default: '1m',
      minimumMs: 1_000,
      maximumMs: 900_000,
    }),
  },
});

export const graceful = object({
  name: 'gracefulFailover',
  description:
    'What `failover --graceful` does besides, in each target that is left. Every hook may run more than once. Texts may hold references such as `${stacks.api.outputs.Switch}`.',
  fields: {
    quiesce: hook,
    resume: hook,
    'caught-up': object({
      name: 'caughtUp',
      description: 'How it is seen that what was written has arrived everywhere. It says exactly one kind of check.',
      default: 'none: it is not waited for',
      fields: {
        metric,
        command,
        lambda,
        expect: expectation,
        interval: duration({
          description: 'Time between two looks.',
          default: '5s',
          minimumMs: 1_000,
          maximumMs: 600_000,
        }),
        timeout: duration({
          description: 'How long is waited; then the move is undone.',
          default: '5m',
          minimumMs: 1_000,
          maximumMs: 3_600_000,
        }),
      },
    }),
  },
});
