/** Why nothing further starts. */
export interface Stop {
  /** What becomes of the stacks that were not tried. */
  readonly state: 'skipped' | 'cancelled';
  readonly reason: string;
}

export function cancelled(): Stop {
  return { state: 'cancelled', reason: 'cancelled before it started' };
}
