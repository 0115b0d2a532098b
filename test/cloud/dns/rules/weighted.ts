import { ALL_LOST, CENTRAL, central, GOOD, LOST, type Row, set, WEST, weights, west } from './rule.ts';

/** Simple and weighted record sets. */
export const WEIGHTED: readonly Row[] = [
  {
    rule: 'simple: there is nothing else to answer with',
    sets: [set(WEST, { SetIdentifier: undefined })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: the healthy ones',
    sets: weights(90, 10),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'weighted: all when none is healthy',
    sets: weights(90, 10),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [ALL_LOST, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'weighted: weight zero only when every other one is unhealthy',
    sets: weights(100, 0),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: with all unhealthy, weight zero stays zero',
    sets: weights(100, 0),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: one without a check is always healthy, also with weight zero',
    sets: weights(100, 0, [west, {}]),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: what has no check is not noticed',
    sets: weights(100, 0, [{}, central]),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: all zero is equal shares of the healthy',
    sets: weights(0, 0),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
];
