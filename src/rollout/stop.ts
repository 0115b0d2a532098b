/** Why nothing further starts. */
export interface Stop {
  /** What becomes of the stacks that were not tried. */
  readonly state: 'skipped' | 'cancelled';
  readonly reason: string;
  /** It goes on when somebody promotes it. */
  readonly paused?: true;
  /** It is not the fault of the release: nothing is rolled back. */
  readonly keeps?: true;
}

export function cancelled(): Stop {
  return { state: 'cancelled', reason: 'cancelled before it started' };
}
