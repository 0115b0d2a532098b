import { DRILL_KINDS } from '../records/drill-record.ts';
import type { OptionDefinition } from './model.ts';

const drilling = ['drill'] as const;

/** Options of a drill. */
export const drillDefinitions = {
  kind: {
    kind: { type: 'choice', choices: DRILL_KINDS },
    description:
      '`readiness`: whether the target could take over; nothing is moved. `probe`: ask what users ask for the time of `hold`. `switchover`: move traffic there and back. `outage`: the same after the failure that `failover.drill.inject` puts into what is left.',
    commands: drilling,
  },
  hold: {
    kind: { type: 'duration' },
    description: 'How long traffic stays away, or probes are asked.',
    default: '`failover.drill.hold`',
    commands: drilling,
  },
  end: {
    kind: { type: 'boolean' },
    description:
      'Instead of `kind`: end a drill whose process died. What was injected is taken back, and traffic goes where it is good.',
    commands: drilling,
  },
} as const satisfies Record<string, OptionDefinition>;
