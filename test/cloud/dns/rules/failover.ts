import {
  ALL_LOST,
  alias,
  CENTRAL,
  CENTRAL_API,
  central,
  GOOD,
  LOST,
  pair,
  type Row,
  STOPPED,
  WEST,
  WEST_API,
  west,
} from './rule.ts';

/** Failover pairs, and every kind of health check that may stand behind one. */
export const FAILOVER: readonly Row[] = [
  {
    rule: 'failover: the secondary while the primary is unhealthy; it returns by itself',
    sets: pair(west),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: the primary when both are unhealthy',
    sets: pair(west, central),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: a secondary without a check is the last resort',
    sets: pair(west),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: the health of the secondary does not matter while the primary is healthy',
    sets: pair(west, central),
    phases: [
      [GOOD, [WEST]],
      [{ down: ['signal', 'central'] }, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: a primary without a check never fails over',
    sets: pair({}),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover alias to API Gateway: EvaluateTargetHealth tells nothing',
    sets: [alias(WEST_API, { Failover: 'PRIMARY' }), alias(CENTRAL_API, { Failover: 'SECONDARY' })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover alias with a check on the record',
    sets: [alias(WEST_API, { Failover: 'PRIMARY', ...west }), alias(CENTRAL_API, { Failover: 'SECONDARY' })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'endpoint AND NOT stop: stopped stays stopped when the endpoint is good again, until the signal is gone',
    sets: pair({ HealthCheckId: 'endpoint and not stopped' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [{ down: ['west'] }, [CENTRAL]],
      [STOPPED, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'endpoint AND NOT stop: a signal that cannot be read stops nobody',
    sets: pair({ HealthCheckId: 'endpoint and not stopped' }),
    phases: [
      [STOPPED, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'calculated: healthy with as many children as its threshold',
    sets: pair({ HealthCheckId: 'one of two' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [ALL_LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'disabled: always healthy',
    sets: pair({ HealthCheckId: 'disabled' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'routing control: Off is unhealthy',
    sets: pair({ HealthCheckId: 'control' }),
    phases: [
      [GOOD, [WEST]],
      [{ ...GOOD, off: ['control-west'] }, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'metric: a new check without data is healthy; LastKnownStatus keeps what data said last',
    sets: pair({ HealthCheckId: 'metric, last known' }),
    phases: [
      [{ metric: [] }, [WEST]],
      [{ metric: [0, 0] }, [WEST]],
      [{ metric: [0, 1] }, [CENTRAL]],
      [{ metric: [1, undefined] }, [CENTRAL]],
      [{ metric: [] }, [CENTRAL]],
      [{ metric: [1, 0] }, [WEST]],
    ],
  },
  {
    rule: 'metric: Healthy returns when the data ages',
    sets: pair({ HealthCheckId: 'metric, healthy' }),
    phases: [
      [{ metric: [0, 1] }, [CENTRAL]],
      [{ metric: [] }, [WEST]],
      [{ metric: [0, 1] }, [CENTRAL]],
    ],
  },
  {
    rule: 'metric: Unhealthy leaves a primary that nobody stopped',
    sets: pair({ HealthCheckId: 'metric, unhealthy' }),
    phases: [
      [{ metric: [] }, [CENTRAL]],
      [{ metric: [0, undefined] }, [WEST]],
      [{ metric: [0, 0] }, [WEST]],
      [{ metric: [] }, [CENTRAL]],
    ],
  },
];
