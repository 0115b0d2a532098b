/**
 * The leases of one run, taken together. As long as one of them is in force nobody else can have taken over all the targets,
 * and a region that does not answer has no say. When all have run out (a laptop slept, a runner lost its network), anybody
 * may have taken over wherever we cannot look: then each lease counts only when its own region says that it is still ours.
 */
export interface LeaseCover {
  /**
   * How often all had run out so far.
   * @param now milliseconds since the epoch, on our own clock
   */
  gaps(now: number): number;
  /** One of them keeps others out until then. */
  extend(until: number): void;
}

/** Of a run that has no lease yet. */
export function createLeaseCover(): LeaseCover {
  let gaps = 0;
  let until: number | undefined;
  return {
    gaps(now) {
      if (until === undefined || now < until) return gaps;
      until = undefined;
      gaps += 1;
      return gaps;
    },
    extend(to) {
      until = Math.max(until ?? to, to);
    },
  };
}
