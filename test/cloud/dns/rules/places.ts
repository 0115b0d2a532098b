import { ALL_LOST, alias, CENTRAL, central, GOOD, LOST, type Row, set, US, us, WEST, west } from './rule.ts';

/** Latency, geolocation, multivalue answers, and aliases that lead to other sets. */
export const PLACES: readonly Row[] = [
  {
    rule: 'latency: the nearest healthy one',
    sets: [set(WEST, { Region: 'eu-west-1', ...west }), set(CENTRAL, { Region: 'eu-central-1', ...central })],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'latency: one without a check is always healthy, and a healthy one farther away is not asked',
    sets: [set(WEST, { Region: 'eu-west-1' }), set(CENTRAL, { Region: 'eu-central-1', ...central })],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'latency alias to weighted sets: with EvaluateTargetHealth a branch is healthy while any set of it is',
    sets: [
      alias('west.example.com', { Region: 'eu-west-1' }),
      alias('us.example.com', { Region: 'us-east-1' }),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
      set(CENTRAL, { Name: 'west.example.com.', Weight: 1, ...central }),
      set(US, { Name: 'us.example.com.', Weight: 1, ...us }),
    ],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [{ down: ['signal', 'west', 'central'] }, [US]],
      [ALL_LOST, [WEST, CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'latency alias to weighted sets: without it the branch is healthy always',
    sets: [
      alias('west.example.com', { Region: 'eu-west-1' }, false),
      alias('us.example.com', { Region: 'us-east-1' }, false),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
      set(US, { Name: 'us.example.com.', Weight: 1, ...us }),
    ],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'alias with a check and EvaluateTargetHealth: both have to be healthy',
    sets: [
      alias('west.example.com', { Failover: 'PRIMARY', HealthCheckId: 'control' }),
      set(US, { Failover: 'SECONDARY' }),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
    ],
    phases: [
      [GOOD, [WEST]],
      [LOST, [US]],
      [{ ...GOOD, off: ['control-west'] }, [US]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: the next larger place that is healthy',
    sets: [
      set(WEST, { GeoLocation: { CountryCode: 'DE' }, ...west }),
      set(CENTRAL, { GeoLocation: { ContinentCode: 'EU' }, ...central }),
      set(US, { GeoLocation: { CountryCode: '*' }, ...us }),
    ],
    asker: { country: 'DE', continent: 'EU' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [{ down: ['signal', 'west', 'central'] }, [US]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: the part of a country before the country',
    sets: [
      set(WEST, { GeoLocation: { CountryCode: 'US', SubdivisionCode: 'WA' }, ...west }),
      set(US, { GeoLocation: { CountryCode: 'US' }, ...us }),
    ],
    asker: { country: 'US', subdivision: 'WA', continent: 'NA' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [US]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: no data for a place that nobody covers, whatever is healthy',
    sets: [set(WEST, { GeoLocation: { CountryCode: 'DE' }, ...west })],
    asker: { country: 'US', continent: 'NA' },
    phases: [
      [GOOD, []],
      [LOST, []],
      [GOOD, []],
    ],
  },
  {
    rule: 'multivalue: all healthy ones; all when none is',
    sets: [
      set(WEST, { MultiValueAnswer: true, ...west }),
      set(CENTRAL, { MultiValueAnswer: true, ...central }),
      set(US, { MultiValueAnswer: true, ...us }),
    ],
    phases: [
      [GOOD, [WEST, CENTRAL, US]],
      [LOST, [CENTRAL, US]],
      [ALL_LOST, [WEST, CENTRAL, US]],
      [GOOD, [WEST, CENTRAL, US]],
    ],
  },
  {
    rule: 'multivalue: one without a check is always healthy, also alone',
    sets: [set(WEST, { MultiValueAnswer: true, ...west }), set(CENTRAL, { MultiValueAnswer: true })],
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [ALL_LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
];
