import { duration, integer, object, text } from './dsl.ts';
import { LINE } from './patterns.ts';
import { program } from './program.ts';

/** How a failover is tried out: `drill`. */
export const drill = object({
  name: 'drill',
  description: 'How the failover is tried out with `drill`.',
  fields: {
    every: duration({
      description: 'How often traffic is moved in a drill: `status` says when the next is due.',
      default: 'none: nobody is reminded',
      minimumMs: 86_400_000,
      maximumMs: 63_072_000_000,
    }),
    hold: duration({
      description: 'How long traffic stays away once users are served there.',
      default: '1m',
      minimumMs: 0,
      maximumMs: 86_400_000,
    }),
    abort: object({
      name: 'drillAbort',
      description: 'When the drill ends early and traffic goes back; a gate that does not pass always ends it.',
      fields: {
        below: integer({
          description: 'Percentage of the probes that must be good while traffic is away.',
          default: '90',
          minimum: 1,
          maximum: 100,
        }),
        for: duration({
          description: 'Time over which they are counted.',
          default: '30s',
          minimumMs: 5_000,
          maximumMs: 3_600_000,
        }),
      },
    }),
    'revert-role': text({
      description:
        'stop-switch: role, by name or ARN, in the account of the bucket, with which EventBridge Scheduler takes the stop signal away when the drill dies. Under `weights` it is `traffic.revert-role`.',
      default: 'none: a drill that moves traffic needs `--leave`',
      pattern: LINE,
    }),
    inject: object({
      name: 'drillInject',
      description:
        'The failure of an `outage` drill. Both get SMR_DRILL_FROM (targets, with commas) and the credentials of the first of them.',
      required: ['command', 'revert'],
      fields: {
        command: program({ description: 'What breaks the targets that traffic leaves. It may run twice.' }),
        revert: program({ description: 'What takes that back. It may run twice, and where nothing was broken.' }),
      },
    }),
  },
});
