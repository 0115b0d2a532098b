/** When something was seen to end, as its age in milliseconds: still at work at `from`, over at `until`. */
export interface SeenEnd {
  readonly from: number;
  readonly until: number;
}

/** What a run has learned about how long one kind of thing takes, shared by all that wait for one. */
export interface Pace {
  join(): Pacer;
}

/** One waiter among those of its kind. */
export interface Pacer {
  /**
   * Its share, 0 to 1, of the time between two polls. Shares lie evenly however many there are: where each target is
   * read every three seconds, eight of them together see the first end within four tenths of a second.
   */
  readonly phase: number;
  /** The latest end that anybody of this kind saw. */
  seen(): SeenEnd | undefined;
  /** Calls `told` once when the next end is seen. Returns what stops that. */
  listen(told: () => void): () => void;
  /** Tells the others of its own end. */
  ended(end: SeenEnd): void;
}

/**
 * One pace for each kind, for one run. Targets of a run get the same template, so a change set or a stack operation
 * takes about the same time in each of them: the first end tells when to look for the others.
 */
export function createPaces(): (kind: string) => Pace {
  const paces = new Map<string, Pace>();
  return (kind) => {
    const known = paces.get(kind);
    if (known) return known;
    const made = createPace();
    paces.set(kind, made);
    return made;
  };
}

function createPace(): Pace {
  const listeners = new Set<() => void>();
  let members = 0;
  let latest: SeenEnd | undefined;
  return {
    join() {
      const phase = evenlySpread(members);
      members += 1;
      return {
        phase,
        seen: () => latest,
        listen(told) {
          listeners.add(told);
          return () => void listeners.delete(told);
        },
        ended(end) {
          latest = end;
          const waiting = [...listeners];
          listeners.clear();
          for (const told of waiting) told();
        },
      };
    },
  };
}

/** Van der Corput's sequence, 0 ½ ¼ ¾ ⅛ …: each further point falls into the largest gap that the earlier ones left. */
function evenlySpread(index: number): number {
  let point = 0;
  for (let rest = index, digit = 0.5; rest > 0; rest = Math.floor(rest / 2), digit /= 2) point += (rest % 2) * digit;
  return point;
}
