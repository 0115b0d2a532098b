import { duration, list, object, text } from './dsl.ts';
import { LINE } from './patterns.ts';

/** How data gets from region to region, as far as a failover and a failback can measure it. */
export const replication = object({
  name: 'failoverReplication',
  description:
    'What tells how far replication between the regions is: a failover reports the recovery point by it, and a failback waits until it has caught up.',
  fields: {
    heartbeat: text({
      description:
        'Name of the global table of `templates/heartbeat`, in which each region writes that it is there. References to outputs resolve.',
      default: 'none',
      pattern: LINE,
    }),
    tables: list({
      description:
        'Global tables of the application: where there is no heartbeat, their metric `ReplicationLatency` is read. References to outputs resolve.',
      default: 'none',
      items: text({ description: 'Name of a table.', pattern: LINE }),
      minItems: 1,
    }),
    'max-lag': duration({
      description: 'How far replication may be behind, both ways, when a region returns.',
      default: '30s',
      minimumMs: 1_000,
      maximumMs: 86_400_000,
    }),
  },
});
