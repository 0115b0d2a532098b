/** Scenarios that once broke a promise, and by what: every run of the tests replays them. */
export const HARD_SEEDS: readonly (readonly [seed: number, cause: string])[] = [
  [2178, 'two at once, undone or silent'],
  [4648, 'two at once, undone or silent'],
  [30583, 'two at once, undone or silent'],
  [31460, 'two at once, undone or silent'],
  [31781, 'two at once, undone or silent'],
  [32008, 'two at once, undone or silent'],
  [36698, 'a schedule that was said to owe traffic to who had no weight'],
  [38196, 'a graceful move undone over a failover that had stopped nobody'],
  [40848, 'two at once, undone or silent'],
  [41660, 'two at once, undone or silent'],
  [41817, 'two at once, undone or silent'],
  [49651, 'a failback over a failover that had not moved traffic'],
  [51348, 'two at once, undone or silent'],
  [57877, 'two at once, undone or silent'],
  [70812, 'two at once, undone or silent'],
  [202115, 'a drill that moved what it could not keep'],
];
